//! The program without its window: what can be asked of it, what it shows, and the work behind it.

pub use crate::pipeline::OpenWhat;
