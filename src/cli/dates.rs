//! `dateline dates`: every temporal expression of a text with the value it was read as.

use std::io::{BufRead as _, Read as _, Write};
use std::path::Path;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::language::read;
use crate::readers::{Limits, day_of_date_line, encoding, folder};

/// Why no dates could be printed.
#[derive(Debug, thiserror::Error)]
pub(super) enum DatesError {
    /// The text could not be read.
    #[error("cannot read the text: {source}: '{file}'")]
    Unreadable {
        /// What the system said.
        source: std::io::Error,
        /// Which file.
        file: String,
    },
    /// A line of standard input is no such object.
    #[error("line {line} is no object with doc, dct and text: {source}")]
    NoObject {
        /// Which line, from 1.
        line: usize,
        /// What the parser said.
        source: serde_json::Error,
    },
    /// The output could not be written.
    #[error(transparent)]
    Unwritable(#[from] std::io::Error),
}

/// One text of `dates --jsonl`.
#[derive(Deserialize)]
struct Asked<'a> {
    #[serde(borrow, default)]
    doc: std::borrow::Cow<'a, str>,
    #[serde(borrow, default)]
    dct: std::borrow::Cow<'a, str>,
    #[serde(borrow)]
    text: std::borrow::Cow<'a, str>,
}

/// One line of the answer; places count Unicode scalar values.
#[derive(Serialize)]
struct Told<'a> {
    doc: &'a str,
    begin: usize,
    end: usize,
    text: &'a str,
    r#type: &'static str,
    value: &'a str,
}

/// Prints the expressions of one file, or of standard input; with `jsonl` one object a line is read from standard input.
pub(super) fn run(file: Option<&Path>, reported: Option<NaiveDate>, jsonl: bool, out: &mut impl Write) -> Result<(), DatesError> {
    if jsonl {
        return run_lines(out);
    }
    let name = file.map_or_else(|| "-".to_owned(), |file| file.display().to_string());
    let unreadable = |source| DatesError::Unreadable { source, file: name.clone() };
    let bytes = if let Some(file) = file.filter(|file| *file != Path::new("-")) {
        whole(file)
    } else {
        let mut bytes = Vec::new();
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    };
    let bytes = bytes.map_err(unreadable)?;
    let text = encoding::decoded(&bytes, None).text;
    // a day that is asked for is counted from, whatever the text says of itself
    write_dates(&name, &text, reported.or_else(|| day_of_date_line(&text)), out)
}

/// A file's bytes, where it is not too large to be an article.
fn whole(file: &Path) -> std::io::Result<Vec<u8>> {
    let too_large = || std::io::Error::new(std::io::ErrorKind::FileTooLarge, "the file is too large");
    folder::open(file)?.whole(Limits::default().max_file_bytes)?.ok_or_else(too_large)
}

fn run_lines(out: &mut impl Write) -> Result<(), DatesError> {
    let mut input = std::io::stdin().lock();
    let mut line = String::new();
    for number in 1.. {
        line.clear();
        if input.read_line(&mut line)? == 0 {
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let asked: Asked<'_> = serde_json::from_str(&line).map_err(|source| DatesError::NoObject { line: number, source })?;
        write_dates(&asked.doc, &asked.text, day_of(&asked.dct), out)?;
    }
    Ok(())
}

/// The day in "2022-04-21", "2022-04-21T10:00:00" or "20220421".
fn day_of(dct: &str) -> Option<NaiveDate> {
    let digits: String = dct.chars().take(10).filter(char::is_ascii_digit).take(8).collect();
    NaiveDate::parse_from_str(&digits, "%Y%m%d").ok()
}

fn write_dates(doc: &str, text: &str, reported: Option<NaiveDate>, out: &mut impl Write) -> Result<(), DatesError> {
    let (mut at_byte, mut at_char) = (0, 0);
    for expression in read(text, reported).expressions {
        let range = expression.span.as_range();
        at_char += text.get(at_byte..range.start).map_or(0, count);
        let words = expression.span.of(text);
        let told = Told {
            doc,
            begin: at_char,
            end: at_char + count(words),
            text: words,
            r#type: expression.kind.name(),
            value: &expression.value,
        };
        serde_json::to_writer(&mut *out, &told).map_err(std::io::Error::from)?;
        writeln!(out)?;
        (at_byte, at_char) = (range.end, told.end);
    }
    Ok(())
}

fn count(words: &str) -> usize {
    words.chars().count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_count_characters() {
        let mut out = Vec::new();
        write_dates("d", "Björk singt on May 24 — live.", NaiveDate::from_ymd_opt(2024, 5, 15), &mut out).unwrap();
        assert_eq!(
            String::from_utf8(out).unwrap(),
            "{\"doc\":\"d\",\"begin\":15,\"end\":21,\"text\":\"May 24\",\"type\":\"DATE\",\"value\":\"2024-05-24\"}\n"
        );
    }

    #[test]
    fn a_creation_time_may_hold_a_clock_time() {
        assert_eq!(day_of("2022-04-21T10:00:00"), NaiveDate::from_ymd_opt(2022, 4, 21));
        assert_eq!(day_of("20220421"), NaiveDate::from_ymd_opt(2022, 4, 21));
        assert_eq!(day_of("soon"), None);
    }
}
