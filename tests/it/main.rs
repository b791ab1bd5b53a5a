//! Everything seen from outside, in one binary.
