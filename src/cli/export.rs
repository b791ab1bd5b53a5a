//! `dateline export`: the whole timeline as a file, in any of the formats.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::snapshot::{FORMATS, Format, SaveError};
use crate::timeline::Timeline;

/// Why nothing was exported.
#[derive(Debug, thiserror::Error)]
pub enum ExportError {
    /// `--format` names none of ours.
    #[error("unknown format, choose one of {}: {name:?}", known())]
    UnknownFormat {
        /// As it was given.
        name: String,
    },
    /// The file's ending names none of ours.
    #[error("no format goes with that ending, name one with --format ({}): {path:?}", known())]
    UnknownEnding {
        /// As it was given.
        path: PathBuf,
    },
    /// The file could not be written.
    #[error(transparent)]
    Save(#[from] SaveError),
    /// Standard output could not be written.
    #[error("nothing could be written ({0})")]
    Unwritable(#[from] io::Error),
}

impl ExportError {
    /// Whether the command was given wrongly, rather than refused by the disk.
    pub fn is_usage(&self) -> bool {
        matches!(self, Self::UnknownFormat { .. } | Self::UnknownEnding { .. })
    }
}

fn known() -> String {
    FORMATS.iter().map(|format| format.name).collect::<Vec<_>>().join(", ")
}

/// The format asked for: by name, else by the file's ending, else JSON.
///
/// # Errors
/// Where name or ending belong to no format; to be asked before anything is read.
pub fn format_for(name: Option<&str>, file: Option<&Path>) -> Result<&'static Format, ExportError> {
    if let Some(name) = name {
        return Format::named(name).ok_or_else(|| ExportError::UnknownFormat { name: name.to_owned() });
    }
    match file.filter(|path| path.extension().is_some()) {
        Some(path) => Format::of_path(path).ok_or_else(|| ExportError::UnknownEnding { path: path.to_owned() }),
        None => Format::named("json").ok_or_else(|| ExportError::UnknownFormat { name: "json".to_owned() }),
    }
}

/// Writes the timeline of the story of that name to `file` (whole or not at all), or to `out` where there is none or it is `-`.
///
/// # Errors
/// Where the format is unknown or nothing can be written.
pub fn run((timeline, story): (&Timeline, &str), name: Option<&str>, file: Option<&Path>, out: &mut dyn Write) -> Result<(), ExportError> {
    let file = file.filter(|path| path.as_os_str() != "-");
    let format = format_for(name, file)?;
    match file {
        Some(path) => format.save(timeline, story, path)?,
        None => (format.write)(timeline, story, out)?,
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: Option<&str>, file: Option<&str>, expected: Option<&str>) {
        let found = format_for(name, file.map(Path::new)).ok().map(|format| format.name);
        assert_eq!(found, expected);
    }

    #[test]
    fn the_format_is_named_or_follows_from_the_ending() {
        check(None, None, Some("json"));
        check(None, Some("story.RON"), Some("ron"));
        check(Some("json"), Some("story.ron"), Some("json"));
        check(None, Some("story"), Some("json"));
        check(None, Some("story.docx"), None);
        check(Some("docx"), None, None);
    }
}
