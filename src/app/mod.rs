//! The program without its window: what can be asked of it, what it shows, and the work behind it.

pub mod command;
mod extent;
mod incoming;
mod moves;
pub mod settings;
pub mod sift;
pub mod state;
#[cfg(feature = "window")]
pub mod watch;
pub mod worker;

pub use crate::pipeline::OpenWhat;
pub use command::{Action, Command, Panel, PathFor, Tab};
pub use settings::{Look, Settings, Theme};
pub use state::{Phase, State, Wish};
pub use worker::{Job, Reply, Worker};
