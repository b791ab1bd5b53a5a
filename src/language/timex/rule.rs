//! What a date rule is: a name, the words it begins with, examples, and a function that sees one place.

use super::cursor::Cursor;
use super::meaning::Meaning;
use super::sense::Class;

/// One way of saying when.
pub(crate) struct Rule {
    /// One word, the same as its file.
    pub(crate) name: &'static str,
    /// What it reads, for a person.
    pub(crate) what: &'static str,
    /// Classes of the word it may begin with.
    pub(crate) starts_with: &'static [Class],
    /// Sentences reported on Wednesday, 15 May 2024, with the TIMEX3 values in them, separated by spaces.
    pub(crate) examples: &'static [(&'static str, &'static str)],
    /// The words from the cursor on that say it, and what they say; longer wins, and the earlier rule among equals.
    pub(crate) find: fn(Cursor<'_>) -> Option<(usize, Meaning)>,
}

/// The value of an example that holds no date.
pub(crate) const NOTHING: &str = "";
