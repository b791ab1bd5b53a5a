//! One news item: its text, where it was found, when it was reported and why we believe that.

mod problem;

pub use problem::Problem;

use chrono::{NaiveDate, NaiveTime};

use crate::text::Span;

/// How a report date is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum DateSource {
    /// The seed format's first line, `date YYYY-MM-DD`.
    DateLine,
    /// "SEOUL, April 19 —".
    Dateline,
    /// Keys above a Markdown text.
    FrontMatter,
    /// A web page's JSON-LD.
    JsonLd,
    /// A web page's meta tags.
    Meta,
    /// A line "Published 19 April 2022".
    Byline,
    /// The day in the address.
    Address,
    /// The day in the file's name.
    FileName,
    /// The day in the folder's name.
    FolderName,
    /// A person said so.
    SetByHand,
}

/// Every source with the word scripts see.
pub const DATE_SOURCES: [(DateSource, &str); 10] = [
    (DateSource::DateLine, "date line"),
    (DateSource::Dateline, "dateline"),
    (DateSource::FrontMatter, "front matter"),
    (DateSource::JsonLd, "JSON-LD"),
    (DateSource::Meta, "meta"),
    (DateSource::Byline, "byline"),
    (DateSource::Address, "address"),
    (DateSource::FileName, "file name"),
    (DateSource::FolderName, "folder name"),
    (DateSource::SetByHand, "set by hand"),
];

impl DateSource {
    /// The word scripts see.
    pub fn name(self) -> &'static str {
        DATE_SOURCES.iter().find(|(source, _)| *source == self).map_or("", |(_, name)| name)
    }
}

/// The day an article was published (transaction time; TimeML: document creation time).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ReportDate {
    /// The day.
    pub day: NaiveDate,
    /// The time of day, where the source gives one.
    pub time: Option<NaiveTime>,
    /// How it is known.
    pub source: DateSource,
    /// Whether to believe it only until better is known.
    pub is_doubtful: bool,
}

impl ReportDate {
    /// A day that is not in doubt.
    pub const fn new(day: NaiveDate, source: DateSource) -> Self {
        Self { day, time: None, source, is_doubtful: false }
    }

    /// As scripts see it: `date line`, `file name (doubtful)`.
    pub fn source_text(&self) -> String {
        let doubt = if self.is_doubtful { " (doubtful)" } else { "" };
        format!("{}{doubt}", self.source.name())
    }
}

/// One news item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Article {
    /// The text as the program shows it: after the seed format's date line, line breaks as `\n`.
    pub text: String,
    /// Path below the opened folder, `/` between parts.
    pub file: String,
    /// Which article of the file, from 0.
    pub place: u32,
    /// Headline, where the format has a field for it.
    pub title: Option<String>,
    /// Who published it.
    pub outlet: Option<String>,
    /// Who wrote it.
    pub author: Option<String>,
    /// Where it stood.
    pub url: Option<String>,
    /// BCP 47 language tag, where the format has one.
    pub language: Option<String>,
    /// When it was published; without it nothing relative can be read.
    pub reported: Option<ReportDate>,
    /// When it was changed, where the format tells.
    pub modified: Option<NaiveDate>,
    /// Adverts, link lines and the like, in order: shown, never read as statements.
    pub clutter: Vec<Span>,
}

impl Article {
    /// An article with a text and a file, everything else unknown.
    pub fn new(text: String, file: String) -> Self {
        Self {
            text,
            file,
            place: 0,
            title: None,
            outlet: None,
            author: None,
            url: None,
            language: None,
            reported: None,
            modified: None,
            clutter: Vec::new(),
        }
    }

    /// The report date's day.
    pub fn report_day(&self) -> Option<NaiveDate> {
        self.reported.map(|reported| reported.day)
    }
}
