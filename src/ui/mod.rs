//! The window, the only part that knows egui.

pub use crate::app::OpenWhat;

/// No window could be opened on this machine.
#[derive(Debug, thiserror::Error)]
#[error("no display could be opened: {reason}")]
pub struct NoDisplay {
    /// What the window system said.
    pub reason: String,
}

/// Opens the window, on something where it is given, and stays until it is closed.
///
/// # Errors
/// Where no display can be opened.
pub fn run(open: Option<OpenWhat>, today: fn() -> chrono::NaiveDate) -> Result<(), NoDisplay> {
    let _unused = (open, today);
    Err(NoDisplay { reason: "the window is not built yet".to_owned() })
}
