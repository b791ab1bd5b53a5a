//! The Dateline file: everything, texts included, so that it opens again as it was.

mod check;
mod file;
mod from_file;

use std::io::{self, Write};

use ron::Options;
use ron::ser::PrettyConfig;

use super::MARK;
use crate::timeline::Timeline;

/// The version this program writes, and the newest it reads.
const VERSION: u32 = 1;

/// How deep a file may nest; ours go eight deep.
const MAX_DEPTH: usize = 32;

/// How many characters at the beginning must hold the maker's mark and the version.
const HEAD_CHARS: usize = 600;

/// Why a file is no timeline; one line, telling what to do.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// Some other file.
    #[error("no Dateline file, open the folder of articles instead")]
    NotOurs,
    /// From a newer program.
    #[error("made by a newer Dateline (file version {version}, this one reads {VERSION}), update Dateline or open the folder of articles")]
    Newer {
        /// Its version.
        version: u32,
    },
    /// Does not read as what it should be.
    #[error("cut short or damaged at line {line}, column {column} ({what}), open the folder of articles and export again")]
    Damaged {
        /// From 1.
        line: usize,
        /// From 1.
        column: usize,
        /// What was found.
        what: String,
    },
    /// Reads, but does not hold together.
    #[error("damaged ({what}), open the folder of articles and export again")]
    Inconsistent {
        /// Which part.
        what: String,
    },
}

/// Writes the whole timeline, one article and one statement a line.
///
/// # Errors
/// Where the writer fails.
pub(super) fn write(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "// {MARK}: a Dateline file; open it with Dateline")?;
    let config = PrettyConfig::new().new_line("\n").indentor(" ").depth_limit(2);
    let options = Options::default();
    options.to_io_writer_pretty(&mut *out, &file::Document(timeline), config).map_err(io::Error::other)?;
    writeln!(out)
}

/// Reads what this program wrote: the same timeline again.
///
/// # Errors
/// Where the text is no Dateline file, a newer one, cut short, damaged or made up.
pub fn read(text: &str) -> Result<Timeline, ReadError> {
    let head = text.char_indices().nth(HEAD_CHARS).map_or(text, |(at, _)| text.get(..at).unwrap_or_default());
    let version = head.contains(MARK).then(|| version_in(head)).flatten().ok_or(ReadError::NotOurs)?;
    if version > VERSION {
        return Err(ReadError::Newer { version });
    }
    let options = Options::default().with_recursion_limit(MAX_DEPTH);
    let file: file::FileTimeline = options.from_str(text).map_err(|error| damaged(&error))?;
    if file.format != MARK || file.version == 0 {
        return Err(ReadError::NotOurs);
    }
    let timeline = from_file::timeline(file).map_err(|what| ReadError::Inconsistent { what })?;
    check::check(&timeline).map_err(|what| ReadError::Inconsistent { what })?;
    Ok(timeline)
}

/// The number after `version:`.
fn version_in(head: &str) -> Option<u32> {
    let (_, after) = head.split_once("version")?;
    let digits = after.trim_start().strip_prefix(':')?.trim_start();
    let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(digits.len());
    let digits = digits.get(..end).filter(|digits| !digits.is_empty())?;
    Some(digits.parse().unwrap_or(u32::MAX))
}

/// The parser's words without what a hostile file could put in them: one line, short.
fn damaged(error: &ron::error::SpannedError) -> ReadError {
    let words: String = error.code.to_string().chars().map(|c| if c.is_control() { ' ' } else { c }).take(80).collect();
    let at = error.span.start;
    ReadError::Damaged { line: at.line, column: at.col, what: words.to_lowercase().trim_end_matches('.').to_owned() }
}
