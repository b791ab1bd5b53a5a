//! From a path to a timeline: folder, articles, snapshot, standard input or the sample story.

mod analysis;
mod sample;

pub use sample::SAMPLE_NAME;

use std::io::{self, BufRead};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::article::Article;
use crate::readers::{self, Limits, Source};
use crate::snapshot;
use crate::timeline::Timeline;

/// What a person asked to see.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OpenWhat {
    /// A folder of articles, one article or a snapshot; `-` is JSON Lines on standard input, with the keys of
    /// `articles --jsonl`.
    Path(PathBuf),
    /// Articles chosen one by one.
    Files(Vec<PathBuf>),
    /// The story in the program itself.
    Sample,
}

impl OpenWhat {
    /// What a title bar calls it.
    pub fn name(&self) -> String {
        let last = |path: &Path| path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        match self {
            Self::Path(path) if path.as_os_str() == "-" => "standard input".to_owned(),
            Self::Path(path) => last(path),
            Self::Files(paths) => match paths.as_slice() {
                [path] => last(path),
                paths => format!("{} articles", paths.len()),
            },
            Self::Sample => SAMPLE_NAME.to_owned(),
        }
    }
}

/// How it is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// How much is read.
    pub limits: Limits,
}

/// What is told while reading; partial timelines come at 64, 128, 256 … articles.
#[derive(Clone, Debug)]
pub enum Progress {
    /// Files read so far, out of how many.
    Files {
        /// Read.
        n_read: usize,
        /// Found.
        n_found: usize,
    },
    /// What is known so far, complete in itself.
    Partial(Arc<Timeline>),
}

/// Why nothing could be opened at all. A bad file among good ones is no such reason: it is listed.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// There is nothing at that path.
    #[error("no such file or folder, check the spelling: {path:?}")]
    Missing {
        /// As it was given.
        path: PathBuf,
    },
    /// The operating system says no.
    #[error("cannot be opened ({}), change its permissions or choose another: {path:?}", reason(.source))]
    Closed {
        /// As it was given.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
    /// Neither a folder nor a plain file.
    #[error("neither a folder nor a plain file, choose a folder of articles: {path:?}")]
    Special {
        /// As it was given.
        path: PathBuf,
    },
    /// A snapshot or export that cannot be opened again.
    #[error("{reason}: {path:?}")]
    Snapshot {
        /// As it was given.
        path: PathBuf,
        /// What is wrong, and what to do.
        reason: String,
    },
    /// Standard input broke off.
    #[error("standard input cannot be read ({}), send articles as JSON Lines", reason(.source))]
    Input {
        /// Why.
        source: io::Error,
    },
    /// The person cancelled.
    #[error("cancelled")]
    Cancelled,
}

/// The system's words without its error number.
fn reason(error: &io::Error) -> String {
    error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase()
}

impl OpenError {
    fn from_io(path: &Path, source: io::Error) -> Self {
        let path = path.to_owned();
        match source.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Self::Missing { path },
            io::ErrorKind::Unsupported => Self::Special { path },
            _ => Self::Closed { path, source },
        }
    }
}

/// Reads whatever was asked for. The result depends on the files alone: not on the number of threads, the
/// order of the disk or the time.
///
/// # Errors
/// Where the path itself cannot be opened, or `cancel` became true.
pub fn open(what: &OpenWhat, options: Options, progress: &(dyn Fn(Progress) + Sync), cancel: &AtomicBool) -> Result<Timeline, OpenError> {
    let work = analysis::Work { options, progress, cancel };
    match what {
        OpenWhat::Path(path) if path.as_os_str() == "-" => open_lines(&mut io::stdin().lock(), work),
        OpenWhat::Path(path) if is_snapshot(path) => open_snapshot(path, options),
        OpenWhat::Path(path) => {
            let listing = readers::folder::find(path, options.limits).map_err(|error| OpenError::from_io(path, error))?;
            refuse_export(path, &listing)?;
            work.timeline_of(listing)
        }
        OpenWhat::Files(paths) => {
            let at = paths.iter().find(|path| !path.is_file()).or(paths.first()).cloned().unwrap_or_default();
            let listing = readers::folder::chosen(paths).map_err(|error| OpenError::from_io(&at, error))?;
            work.timeline_of(listing)
        }
        OpenWhat::Sample => work.timeline_of_bytes(&sample::sources()),
    }
}

/// A JSON timeline, a table, a page of ours: it has no articles to be read again.
fn refuse_export(path: &Path, listing: &readers::Listing) -> Result<(), OpenError> {
    let [found] = listing.files.as_slice() else { return Ok(()) };
    if !found.is_chosen {
        return Ok(());
    }
    let opened = readers::folder::open(path).map_err(|error| OpenError::from_io(path, error))?;
    if readers::is_own_export(&readers::Head::new(&found.file, &opened.head, true)) {
        let reason = "an export without the articles' texts, open the folder of articles or a Dateline file (.ron)".to_owned();
        return Err(OpenError::Snapshot { path: path.to_owned(), reason });
    }
    Ok(())
}

fn is_snapshot(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron"))
}

fn open_snapshot(path: &Path, options: Options) -> Result<Timeline, OpenError> {
    let closed = |error| OpenError::from_io(path, error);
    let refused = |reason: String| OpenError::Snapshot { path: path.to_owned(), reason };
    let opened = readers::folder::open(path).map_err(closed)?;
    let bytes = opened.whole(options.limits.max_snapshot_bytes).map_err(closed)?;
    let bytes = bytes.ok_or_else(|| refused("too large for a snapshot, open the folder of articles instead".to_owned()))?;
    let text = String::from_utf8(bytes).map_err(|_| refused(snapshot::ron::ReadError::NotOurs.to_string()))?;
    snapshot::ron::read(&text).map_err(|error| refused(error.to_string()))
}

/// Reads JSON Lines with the keys of `articles --jsonl`; each line may be as long as a file may be.
fn open_lines(input: &mut dyn BufRead, work: analysis::Work<'_>) -> Result<Timeline, OpenError> {
    let source = Source { file: "-", above: "", bytes: b"" };
    let mut outcome = readers::Outcome::default();
    let max_bytes = work.options.limits.max_file_bytes;
    for at in 0.. {
        work.check_cancelled()?;
        let mut line = Vec::new();
        let n_read =
            io::Read::take(&mut *input, max_bytes + 1).read_until(b'\n', &mut line).map_err(|source| OpenError::Input { source })?;
        if n_read == 0 || at >= work.options.limits.max_files {
            break;
        }
        if n_read as u64 > max_bytes {
            outcome.problems.push(readers::problem::too_large("-", n_read as u64, max_bytes));
            break;
        }
        let line = readers::encoding::decoded(&line, None).text;
        if !line.trim().is_empty() {
            outcome.add(readers::articles_from_line(&line, at, &source));
        }
    }
    work.timeline_of_outcome(readers::complained(outcome, &source).with_clutter_found())
}

/// Articles alone, as they were read: for the commands that list them.
pub fn articles(timeline: &Timeline) -> impl Iterator<Item = &Article> {
    timeline.articles.iter().map(AsRef::as_ref)
}
