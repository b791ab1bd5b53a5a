//! A path in, a timeline out: reading on all cores, with progress and cancel.
