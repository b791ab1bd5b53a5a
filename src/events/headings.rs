//! Headings within an article: lines and openings of paragraphs that say what stands below them or behind.

use super::names::{Name, Names};
use super::page::Page;
use super::words::WORDS;
use crate::language::Sentence;

/// A heading has at most so many tokens.
const HEADING_TOKENS: usize = 12;

/// The name that an entry of a list opens with begins within so many tokens.
const ENTRY_TOKENS: usize = 4;

/// Titles of entries, "Red Letters (Channel 9, Fridays) has been delayed", in reading order.
pub(super) fn entries(page: &Page<'_>, names: &Names) -> Vec<usize> {
    page.sentences.iter().filter_map(|line| entry_of(page, names, line)).collect()
}

/// Titles alone in their line, in reading order.
pub(super) fn lines(page: &Page<'_>, names: &Names) -> Vec<usize> {
    let title = |idx| heading_line(page, names, idx).and_then(Line::title);
    (1..page.sentences.len()).filter_map(title).collect()
}

/// "To the Red Letters (Channel 9, Fridays) has been delayed": the title of an entry in a list of them.
pub(super) fn entry_of(page: &Page<'_>, names: &Names, line: &Sentence) -> Option<usize> {
    let first = line.first_token as usize;
    let is_small = |at: usize| !page.is_word(at) || WORDS.small.contains(page.word(at)) || page.is_capital(at);
    let name =
        names.within(first, first + ENTRY_TOKENS).first().filter(|name| line.starts_paragraph && (first..name.first).all(is_small))?;
    let bracket = (name.end..name.end + 2).find(|&at| page.raw(at) == "(").filter(|_| !name.is_possessive)?;
    // "Mila Kern (pictured)", "Kern (31)"
    let is_title = |title: &Name| !title.is_place && !title.is_person() && !title.is_company();
    (page.is_capital(bracket + 1) && names.of(name).is_some_and(is_title)).then_some(name.name)
}

/// What a line that is nothing but a heading says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// A title, and no more.
    Title(usize),
    /// Other words: "Variety shows".
    Words,
}

impl Line {
    /// The title, where it is one.
    pub(super) fn title(self) -> Option<usize> {
        match self {
            Self::Title(title) => Some(title),
            Self::Words => None,
        }
    }
}

/// A line that is nothing but a heading.
pub(super) fn heading_line(page: &Page<'_>, names: &Names, idx: usize) -> Option<Line> {
    let line = page.sentences.get(idx).filter(|_| idx > 0)?;
    let is_alone = page.sentences.get(idx + 1).is_some_and(|next| next.starts_paragraph);
    let (first, end) = (line.first_token as usize, line.end_token as usize);
    let is_mark = |at: usize| matches!(page.raw(at), "“" | "”" | "‘" | "’" | "\"" | "'");
    let is_line = line.starts_paragraph && is_alone && end - first <= HEADING_TOKENS;
    if !is_line || (first..end).any(|at| matches!(page.raw(at), "." | "!" | "?" | ":" | ",")) {
        return None;
    }
    let is_titled = (first..end).all(|at| is_mark(at) || page.is_capital(at) || page.is_number(at) || WORDS.small.contains(page.word(at)));
    let title = names.within(first, end).first().filter(|name| {
        let is_all = (first..name.first).chain(name.end..end).all(|at| is_mark(at) || page.word(at) == "the");
        is_all && names.of(name).is_some_and(|title| !title.is_place && !title.is_person() && !title.is_company())
    });
    is_titled.then(|| title.map_or(Line::Words, |title| Line::Title(title.name)))
}
