//! Titles that look like dates: known works, and words inside quotation marks.

use super::cursor::Cursor;
use super::sense::Sense;
use super::word::Word;
use crate::language::lexicon::DATES;

/// A known work or act from the cursor on: its words.
pub(super) fn title_here(cursor: Cursor<'_>) -> Option<usize> {
    let word = cursor.word(0)?;
    let may_begin = match word.sense {
        Sense::Digits(_, n) => n <= 4,
        _ => word.begins_name && cursor.is_capital(0),
    };
    if !may_begin {
        return None;
    }
    DATES.phrases.title_at(cursor, 0)
}

/// How many words a quoted title may have, and how far its marks are looked for.
const TITLE_WORDS: usize = 9;

/// Whether words `first..end` stand in quotation marks with nothing but a title: "Spring Day", 'Saturday Drip'.
pub(super) fn is_inside_title(text: &str, words: &[Word], first: usize, end: usize) -> bool {
    let opens = (first.saturating_sub(TITLE_WORDS)..first).rev().find(|at| is_opening(words, *at));
    let Some(open) = opens else { return false };
    let closes = (end..words.len().min(open + TITLE_WORDS + 2)).find(|at| is_closing(words, *at));
    let Some(close) = closes else { return false };
    // every longer word has a capital, and nothing in it ends a clause
    // "1989," as American papers set it
    let last = if words.get(close - 1).is_some_and(|word| word.sense == Sense::Comma) { close - 1 } else { close };
    words.get(open + 1..last).is_some_and(|inner| {
        inner.iter().all(|word| {
            let letters = word.span.of(text);
            let small = letters.starts_with(char::is_lowercase);
            let is_clause = matches!(letters, "," | "?" | "." | ";" | "will" | "was" | "is" | "were" | "are");
            !is_clause && (!small || letters.len() <= 4)
        }) && inner.first().is_some_and(|word| !word.span.of(text).starts_with(char::is_lowercase))
    })
}

fn is_quote(word: &Word) -> bool {
    matches!(word.sense, Sense::Quote | Sense::Apostrophe)
}

/// A mark with a space (or nothing) before it and a word right behind it.
fn is_opening(words: &[Word], at: usize) -> bool {
    let Some(mark) = words.get(at).filter(|word| is_quote(word)) else { return false };
    let loose_before = at
        .checked_sub(1)
        .and_then(|before| words.get(before))
        .is_none_or(|before| before.span.end < mark.span.start || matches!(before.sense, Sense::Open | Sense::Dash));
    let tight_behind = words.get(at + 1).is_some_and(|behind| behind.span.start == mark.span.end);
    loose_before && tight_behind
}

/// A mark right behind a word, not inside one ("Day's").
fn is_closing(words: &[Word], at: usize) -> bool {
    let Some(mark) = words.get(at).filter(|word| is_quote(word)) else { return false };
    let tight_before = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|before| before.span.end == mark.span.start);
    let free_behind = words.get(at + 1).is_none_or(|behind| {
        behind.span.start > mark.span.end || !matches!(behind.sense, Sense::S | Sense::Plain | Sense::T | Sense::Digits(..))
    });
    tight_before && free_behind
}
