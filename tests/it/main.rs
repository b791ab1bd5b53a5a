//! Everything seen from outside, in one binary that links once.
#![expect(
    clippy::disallowed_methods,
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    clippy::string_slice,
    reason = "tests read and write files, and may fail loudly"
)]
#![expect(unreachable_pub, reason = "one binary: nothing outside can reach in")]

mod assets;
mod changes;
mod cli;
mod corpus;
mod garbled;
mod hostile;
mod laws;
mod model;
mod readers;
mod snapshot;
#[cfg(feature = "window")]
mod soft;
mod statements;
mod story;
mod tidy;
mod timex;
#[cfg(feature = "window")]
mod window;
