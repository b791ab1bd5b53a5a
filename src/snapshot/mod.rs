//! Timeline to bytes and back: one file a format, one table of formats.

mod csv;
pub mod disk;
mod html;
mod ics;
mod json;
mod md;
pub mod ron;
mod words;

use std::io::{self, Write};
use std::path::Path;

use serde::{Serialize, Serializer};

use crate::timeline::Timeline;

pub use disk::SaveError;
pub use json::write_changed as write_changed_json;

/// The word by which a file of this program is known, near its beginning.
pub const MARK: &str = "dateline-timeline";

/// Writes a whole timeline with the name of the story, empty where it has none; fails where the writer does.
pub type Writer = fn(&Timeline, &str, &mut dyn Write) -> io::Result<()>;
/// Reads a timeline back.
pub type Reader = fn(&str) -> Result<Timeline, ron::ReadError>;

/// A file format.
#[derive(Clone, Copy)]
pub struct Format {
    /// As the command line calls it.
    pub name: &'static str,
    /// The file name's ending, without the dot.
    pub ending: &'static str,
    /// What a person calls it.
    pub title: &'static str,
    /// Writes the whole timeline.
    pub write: Writer,
    /// Reads it back, where the format holds everything.
    pub read: Option<Reader>,
}

/// Every format, in the order menus show them.
pub const FORMATS: &[Format] = &[
    Format {
        name: "ron",
        ending: "ron",
        title: "Dateline file, opens again",
        write: |timeline, _, out| ron::write(timeline, out),
        read: Some(ron::read),
    },
    Format {
        name: "json",
        ending: "json",
        title: "JSON timeline, for scripts",
        write: |timeline, _, out| json::write(timeline, out),
        read: None,
    },
    Format { name: "html", ending: "html", title: "Web page to read", write: html::write, read: None },
    Format { name: "md", ending: "md", title: "Markdown to paste", write: md::write, read: None },
    Format { name: "csv", ending: "csv", title: "Table for spreadsheets", write: |timeline, _, out| csv::write(timeline, out), read: None },
    Format { name: "ics", ending: "ics", title: "Calendar", write: |timeline, _, out| ics::write(timeline, out), read: None },
];

impl Format {
    /// The format of that name.
    pub fn named(name: &str) -> Option<&'static Self> {
        FORMATS.iter().find(|format| format.name.eq_ignore_ascii_case(name))
    }

    /// The format that a file name asks for by its ending.
    pub fn of_path(path: &Path) -> Option<&'static Self> {
        let ending = path.extension()?.to_str()?;
        FORMATS.iter().find(|format| format.ending.eq_ignore_ascii_case(ending))
    }

    /// Writes the timeline of the story of that name to a file, whole or not at all.
    ///
    /// # Errors
    /// Where the disk does not take it; the old file, if there is one, is still there then.
    pub fn save(&self, timeline: &Timeline, name: &str, path: &Path) -> Result<(), SaveError> {
        disk::save(path, |out| (self.write)(timeline, name, out))
    }
}

/// A list written item by item, never held as a whole.
struct List<F>(F);

impl<F, I> Serialize for List<F>
where
    F: Fn() -> I,
    I: Iterator,
    I::Item: Serialize,
{
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq((self.0)())
    }
}
