//! The commands that need no window: one file a command.

mod articles;
mod changes;
mod check;
mod dates;
mod explain;
pub mod export;

use std::ffi::OsStr;
use std::io::{self, BufWriter, IsTerminal as _, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use clap::{Args, Parser, Subcommand};

use crate::pipeline::{self, OpenError, OpenWhat, Options, Progress};
use crate::snapshot::FORMATS;
use crate::timeline::Timeline;

/// A timeline of entertainment news: what was announced for when, and what changed.
#[derive(Debug, Parser)]
#[command(name = "dateline", version, about, args_conflicts_with_subcommands = true, after_help = "Without a command, a window opens.")]
pub struct Cli {
    /// A folder of articles, one article or a snapshot.
    path: Option<PathBuf>,
    /// The sample story in place of PATH.
    #[arg(long, conflicts_with = "path")]
    sample: bool,
    #[command(subcommand)]
    command: Option<Command>,
}

/// What is asked for: a command, or the window on something or nothing.
#[derive(Debug)]
pub enum Asked {
    /// A command for the terminal.
    Command(Command),
    /// The window.
    Window(Option<OpenWhat>),
}

impl Cli {
    /// A command, or the window.
    pub fn asked(self) -> Asked {
        match self.command {
            Some(command) => Asked::Command(command),
            None if self.sample => Asked::Window(Some(OpenWhat::Sample)),
            None => Asked::Window(self.path.map(OpenWhat::Path)),
        }
    }
}

/// A command that needs no window.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Write the timeline as a file.
    Export {
        /// What is read.
        #[command(flatten)]
        from: From,
        /// One of the formats; else the file's ending decides, else json.
        #[arg(long, value_name = "FORMAT", help = format_help())]
        format: Option<String>,
        /// Where to; standard output where it is - or not given.
        #[arg(short, long, value_name = "FILE")]
        output: Option<PathBuf>,
    },
    /// Print the announcements that changed: was and now, how far, who told it, both quotes.
    Changes {
        /// What is read.
        #[command(flatten)]
        from: From,
        /// The JSON timeline with only the changed announcements.
        #[arg(long)]
        json: bool,
    },
    /// Print every article as it was read.
    Articles {
        /// What is read.
        #[command(flatten)]
        from: From,
        /// One JSON object a line.
        #[arg(long)]
        jsonl: bool,
    },
    /// Print every temporal expression of a text with the value it was read as.
    Dates {
        /// A text file; standard input where none is given.
        file: Option<PathBuf>,
        /// The day the text was published: relative dates count from it, and without it from the text's own date line.
        #[arg(long, value_name = "YYYY-MM-DD")]
        reported: Option<chrono::NaiveDate>,
        /// Read one {"doc","dct","text"} object a line from standard input.
        #[arg(long, conflicts_with_all = ["file", "reported"])]
        jsonl: bool,
    },
    /// Show sentence by sentence what was read and why.
    Explain {
        /// What is read.
        #[command(flatten)]
        from: From,
    },
    /// List every file that could not be read, or only in part, and why.
    Check {
        /// What is read.
        #[command(flatten)]
        from: From,
    },
}

/// The names of the formats, from their table.
fn format_help() -> String {
    let names: Vec<_> = FORMATS.iter().map(|format| format.name).collect();
    format!("One of {}; else FILE's ending decides, else json", names.join(", "))
}

/// What a command reads.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
pub struct From {
    /// A folder of articles, one article, a snapshot, or - for JSON Lines on standard input.
    path: Option<PathBuf>,
    /// The sample story in place of PATH.
    #[arg(long)]
    sample: bool,
}

impl From {
    fn what(&self) -> OpenWhat {
        self.path.clone().map_or(OpenWhat::Sample, OpenWhat::Path)
    }

    /// What the story is called; empty where a path such as `..` says nothing.
    fn name(&self) -> String {
        let name = self.what().name();
        if name.chars().any(char::is_alphanumeric) { name } else { String::new() }
    }

    fn open(&self) -> Result<Timeline, Failure> {
        let what = self.what();
        let shown = Ticker::new();
        let opened = pipeline::open(&what, Options::default(), &|progress| shown.tick(&progress), &AtomicBool::new(false));
        shown.clear();
        Ok(opened?)
    }
}

/// Why a command ended without its answer.
#[derive(Debug, thiserror::Error)]
enum Failure {
    #[error(transparent)]
    Open(#[from] OpenError),
    #[error(transparent)]
    Dates(dates::DatesError),
    #[error(transparent)]
    Export(export::ExportError),
    #[error("nothing could be written ({0})")]
    Write(#[from] io::Error),
}

impl Failure {
    /// Wrong usage or a path that cannot be opened: 2; nothing written: 1; a reader that went away: all is well.
    fn exit_code(&self) -> u8 {
        match self {
            Self::Open(_) | Self::Dates(_) => 2,
            Self::Export(error) => 1 + u8::from(error.is_usage()),
            Self::Write(error) if error.kind() == io::ErrorKind::BrokenPipe => 0,
            Self::Write(_) => 1,
        }
    }
}

/// Runs a command to its end: answers on standard output, one line on standard error where there is none.
pub fn run(command: &Command) -> ExitCode {
    let mut out = BufWriter::new(io::stdout().lock());
    let done = answer(command, &mut out).and_then(|code| out.flush().map(|()| code).map_err(Failure::from));
    let code = done.unwrap_or_else(|failure| {
        if failure.exit_code() != 0 {
            complain(&failure.to_string());
        }
        failure.exit_code()
    });
    // A pipe closed early would fail again when the buffer is dropped.
    drop(out.into_parts());
    ExitCode::from(code)
}

impl std::convert::From<dates::DatesError> for Failure {
    fn from(error: dates::DatesError) -> Self {
        match error {
            dates::DatesError::Unwritable(error) => Self::Write(error),
            other => Self::Dates(other),
        }
    }
}

impl std::convert::From<export::ExportError> for Failure {
    fn from(error: export::ExportError) -> Self {
        match error {
            export::ExportError::Unwritable(error) => Self::Write(error),
            other => Self::Export(other),
        }
    }
}

fn answer(command: &Command, out: &mut impl Write) -> Result<u8, Failure> {
    match command {
        Command::Export { from, format, output } => {
            let file = output.as_deref().filter(|path| path.as_os_str() != "-");
            export::format_for(format.as_deref(), file)?; // before anything is read
            export::run((&from.open()?, &from.name()), format.as_deref(), file, out)?;
        }
        Command::Changes { from, json: true } => changes::run_json(&from.open()?, out)?,
        Command::Changes { from, json: false } => {
            let colour = may_colour(std::env::var_os("NO_COLOR").as_deref());
            changes::run(&from.open()?, colour, out)?;
        }
        Command::Articles { from, jsonl } => articles::run(&from.open()?, *jsonl, out)?,
        Command::Dates { file, reported, jsonl } => dates::run(file.as_deref(), *reported, *jsonl, out)?,
        Command::Explain { from } => explain::run(&from.open()?, out)?,
        Command::Check { from } => return Ok(check::run(&from.open()?, out)?),
    }
    Ok(0)
}

/// One line on standard error.
pub fn complain(message: &str) {
    writeln!(io::stderr(), "dateline: {message}").ok();
}

/// Says why there is no window, and which commands need none.
pub fn no_window(reason: &str) -> ExitCode {
    use clap::CommandFactory as _;
    let command = Cli::command();
    let names: Vec<_> = command.get_subcommands().map(clap::Command::get_name).collect();
    complain(&format!("{reason}; these commands need no window: {}", names.join(", ")));
    ExitCode::from(2)
}

/// "reading 12 of 240", on a terminal only.
struct Ticker {
    is_shown: bool,
    last_percent: AtomicUsize,
}

impl Ticker {
    fn new() -> Self {
        Self { is_shown: io::stderr().is_terminal(), last_percent: AtomicUsize::new(usize::MAX) }
    }

    fn tick(&self, progress: &Progress) {
        let Progress::Files { n_read, n_found } = progress else { return };
        let percent = n_read * 100 / (*n_found).max(1);
        if self.is_shown && *n_found > 50 && self.last_percent.swap(percent, Ordering::Relaxed) != percent {
            write!(io::stderr(), "\rreading {n_read} of {n_found}").ok();
        }
    }

    fn clear(&self) {
        if self.is_shown && self.last_percent.load(Ordering::Relaxed) != usize::MAX {
            write!(io::stderr(), "\r\u{1b}[K").ok();
        }
    }
}

/// Whether colour may be used: on a terminal, and not with `NO_COLOR`.
pub fn may_colour(no_colour: Option<&OsStr>) -> bool {
    io::stdout().is_terminal() && no_colour.is_none_or(OsStr::is_empty)
}
