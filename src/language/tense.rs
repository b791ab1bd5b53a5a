//! Which way a clause looks: back, here, or ahead.
