//! Files in, articles out: one file a format, one table of formats.

pub mod clutter;
pub mod encoding;
mod feed;
pub mod folder;
mod html;
mod json;
mod mail;
mod markdown;
mod markup;
mod plain;
pub mod problem;
mod report_date;
mod seed;

pub use folder::{Found, Limits, Listing};
pub use json::{articles_from_line, complained};
pub use seed::day_of_date_line;

use crate::article::{Article, Problem};

/// How many bytes of a file's beginning decide which reader claims it.
pub const HEAD_BYTES: usize = 16 * 1024;

/// A format of article files.
pub struct Format {
    /// One word: the reader's file.
    pub name: &'static str,
    /// What a person calls it, for the open dialog and the help.
    pub title: &'static str,
    /// File name endings, lower case, without the dot; for the open dialog.
    pub endings: &'static [&'static str],
    /// Whether a file with that name and beginning is of this format.
    pub claims: fn(&Head<'_>) -> bool,
    /// Reads the whole file.
    pub read: fn(&Source<'_>) -> Outcome,
}

/// Every format; the first that claims a file reads it.
pub const READERS: &[Format] = &[
    Format { name: "seed", title: "Text with a date line", endings: &["txt"], claims: seed::claims, read: seed::read },
    Format { name: "markdown", title: "Markdown", endings: &["md", "markdown"], claims: markdown::claims, read: markdown::read },
    Format { name: "json", title: "JSON, JSON Lines", endings: &["json", "jsonl", "ndjson"], claims: json::claims, read: json::read },
    Format { name: "html", title: "Web page", endings: &["html", "htm", "xhtml"], claims: html::claims, read: html::read },
    Format { name: "feed", title: "Feed", endings: &["xml", "rss", "atom", "rdf"], claims: feed::claims, read: feed::read },
    Format { name: "mail", title: "Mail, page saved as MHTML", endings: &["eml", "mhtml", "mht"], claims: mail::claims, read: mail::read },
    Format { name: "plain", title: "Plain text", endings: &["txt", "text"], claims: plain::claims, read: plain::read },
];

/// The name and beginning of a file.
pub struct Head<'a> {
    /// Path below the opened folder.
    pub file: &'a str,
    /// The name's ending, lower case.
    pub ending: String,
    /// The beginning, decoded; whatever is no text is U+FFFD.
    pub text: String,
    /// Whether the bytes are no text at all.
    pub is_binary: bool,
    /// Whether the person asked for this very file.
    pub is_chosen: bool,
}

impl<'a> Head<'a> {
    /// From a file's first bytes.
    pub fn new(file: &'a str, bytes: &[u8], is_chosen: bool) -> Self {
        let name = file.rsplit('/').next().unwrap_or(file);
        let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default();
        let bytes = bytes.get(..HEAD_BYTES).unwrap_or(bytes);
        let is_binary = encoding::is_binary(bytes);
        let text = if is_binary { String::new() } else { encoding::decoded(bytes, None).text };
        Self { file, ending, text, is_binary, is_chosen }
    }

    /// Whether the name ends so.
    pub fn ends_with(&self, endings: &[&str]) -> bool {
        endings.contains(&self.ending.as_str())
    }
}

/// A file to be read.
pub struct Source<'a> {
    /// Path below the opened folder, `/` between parts.
    pub file: &'a str,
    /// Names of the opened folder and of what lies above it, for dates in folder names.
    pub above: &'a str,
    /// The bytes.
    pub bytes: &'a [u8],
}

/// What a file gave.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The articles in it.
    pub articles: Vec<Article>,
    /// What could not be read.
    pub problems: Vec<Problem>,
    /// 1 where the file is no article, or is one of our own exports.
    pub n_skipped: u32,
}

impl Outcome {
    /// One article, nothing to complain about.
    pub fn of(article: Article) -> Self {
        Self { articles: vec![article], ..Self::default() }
    }

    /// Nothing but a problem.
    pub fn failed(problem: Problem) -> Self {
        Self { problems: vec![problem], ..Self::default() }
    }

    /// A file that is no article.
    pub fn skipped() -> Self {
        Self { n_skipped: 1, ..Self::default() }
    }

    /// With the adverts and link lines of every article marked.
    #[must_use]
    pub fn with_clutter_found(mut self) -> Self {
        for article in &mut self.articles {
            article.clutter = clutter::find_clutter(&article.text);
        }
        self
    }

    /// Both together.
    pub fn add(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.problems.extend(other.problems);
        self.n_skipped = self.n_skipped.saturating_add(other.n_skipped);
    }
}

/// The format that claims a file; `None` where it is no article or one of our own exports.
pub fn format_of(head: &Head<'_>) -> Option<&'static Format> {
    if is_own_export(head) {
        return None;
    }
    READERS.iter().find(|format| (format.claims)(head))
}

/// Reads one file: nothing where no reader claims it.
pub fn read(source: &Source<'_>, is_chosen: bool) -> Outcome {
    let head = Head::new(source.file, source.bytes, is_chosen);
    let Some(format) = format_of(&head) else {
        return Outcome::skipped();
    };
    if head.is_binary {
        return Outcome::failed(problem::binary(source.file));
    }
    (format.read)(source).with_clutter_found()
}

/// The word every export of this program carries near its beginning (readers stand below the snapshots, which
/// write it).
const OWN_MARK: &str = "dateline-timeline";

/// Whether a file was written by this program: it is no article, and no reader may take it for one.
pub fn is_own_export(head: &Head<'_>) -> bool {
    let is_snapshot = head.ending == "ron";
    // Lists, tables and pages carry the mark within their first lines; an article may well
    // mention it further down.
    let first = head.text.char_indices().nth(600).map_or(head.text.as_str(), |(at, _)| head.text.get(..at).unwrap_or_default());
    is_snapshot || first.contains(OWN_MARK)
}
