//! Names that begin with figures: "2NE1", "5 Winters of Rain", "The 1987".

use super::page::Page;
use super::words::WORDS;

/// What figures are written together with, in small letters: "20GB", "9PM".
const MEASURES: [&str; 16] = ["am", "pm", "gb", "mb", "tb", "kb", "km", "kg", "cm", "mm", "hd", "mph", "ft", "bn", "mn", "fps"];

/// "5 Winters of Rain": one past the figures and the word behind them, which never stands without them.
pub(super) fn numbered(page: &Page<'_>, at: usize, end: usize) -> Option<usize> {
    if is_act_of_year(page, at, end) {
        return Some(at + 2);
    }
    // "COVID-19 Omicron surge": the figures are of the word before
    let is_tail = at > 0 && page.raw(at - 1) == "-" && page.touches_next(at - 1);
    if !page.is_small_number(at) || !page.is_capital(at + 1) || at + 1 >= end || is_tail {
        return None;
    }
    // "2NE1", "5SOS": written together, and no measure or hall
    let next = page.word(at + 1);
    let is_word = next.len() > 1 && !MEASURES.contains(&next) && !WORDS.venue.contains(next);
    if page.touches_next(at) && is_word {
        return Some(at + 2);
    }
    let both = page.span(at, at + 2).of(page.text);
    let n_whole = page.text.matches(both).count();
    (n_whole > 1 && page.text.matches(page.raw(at + 1)).count() == n_whole).then_some(at + 2)
}

/// "The 1987 have announced": an act that calls itself after a year, as a verb of several or an owner's ’s tells somewhere.
fn is_act_of_year(page: &Page<'_>, at: usize, end: usize) -> bool {
    let is_year = |at: usize| page.raw(at).len() == 4 && page.is_number(at);
    if page.raw(at) != "The" || at + 1 >= end || !is_year(at + 1) {
        return false;
    }
    let acts = |after: &str| {
        let after = after.trim_start();
        ["have ", "are ", "will ", "were ", "has ", "’s ", "'s ", "’ ", "announce", "cancel", "postpone"]
            .iter()
            .any(|verb| after.starts_with(verb))
    };
    page.text
        .match_indices(page.span(at, at + 2).of(page.text))
        .any(|(start, words)| page.text.get(start + words.len()..).is_some_and(acts))
}
