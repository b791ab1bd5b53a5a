//! Arguments in, window or command out; the only place that reads the wall clock.

fn main() {}
