//! Arguments in, window or command out; the only place that reads the wall clock.

use std::process::ExitCode;

use clap::Parser as _;
use dateline::cli::{self, Asked, Cli};
use dateline::pipeline::OpenWhat;

fn main() -> ExitCode {
    match Cli::parse().asked() {
        Asked::Command(command) => cli::run(&command),
        Asked::Window(open) => window(open),
    }
}

/// The window; where none can be opened, one line that names the commands that need none.
#[cfg(feature = "window")]
fn window(open: Option<OpenWhat>) -> ExitCode {
    match dateline::ui::run(open, today) {
        Ok(()) => ExitCode::SUCCESS,
        Err(no_display) => cli::no_window(&no_display.to_string()),
    }
}

#[cfg(not(feature = "window"))]
fn window(_open: Option<OpenWhat>) -> ExitCode {
    cli::no_window("this program was built without its window")
}

/// Today in the reader's own time zone.
#[cfg(feature = "window")]
#[expect(clippy::disallowed_methods, reason = "the only place that reads the wall clock")]
fn today() -> chrono::NaiveDate {
    chrono::Local::now().date_naive()
}
