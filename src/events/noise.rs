//! Capitals that make no name: where an agency writes from, words set loud, the words of a heading.

use super::page::Page;
use super::places::ends_with_stop;
use super::quoted::is_set_phrase;
use super::words::WORDS;

/// Whether the capitals at `from..to` of the sentence `first..end` are no name.
pub(super) fn is_noise(page: &Page<'_>, (first, end): (usize, usize), (from, to): (usize, usize)) -> bool {
    is_shouted(page, from, to)
        || is_dateline(page, first, to)
        || is_set_phrase(page, from, to)
        || is_heading_word(page, (first, end), (from, to))
}

/// "NEW ORLEANS (AP) —": where an agency writes from.
fn is_dateline(page: &Page<'_>, sentence: usize, end: usize) -> bool {
    let is_loud = |at: usize| !page.is_word(at) || page.raw(at).len() > 1 && page.is_loud(at);
    let is_agency = page.raw(end) == ")" && matches!(page.raw(end + 1), "—" | "–" | "-") && end < sentence + DATELINE_TOKENS;
    let is_text = || page.token_sentence(sentence).and_then(|idx| page.sentences.get(idx)).is_some_and(|own| ends_with_stop(page, own));
    // "STATEN ISLAND, N.Y. — The musical"
    let is_place = |at: usize| !page.is_word(at) || page.is_loud(at);
    let dash = (sentence..sentence + DATELINE_TOKENS).find(|&at| matches!(page.raw(at), "—" | "–"));
    let is_town = dash.is_some_and(|dash| end <= dash && dash > sentence + 1 && (sentence..dash).all(is_place) && is_text());
    is_agency || is_town || (sentence..end).all(is_loud) && matches!(page.raw(end), "(" | "—" | "–") && end < sentence + 6 && is_text()
}

/// A dateline with its agency has so many tokens at most.
const DATELINE_TOKENS: usize = 9;

/// "is moved ONLINE": common words in capitals for their loudness.
fn is_shouted(page: &Page<'_>, first: usize, end: usize) -> bool {
    let is_loud = |at: usize| !page.is_word(at) || page.raw(at).len() > 3 && page.is_loud(at);
    let is_plain =
        |at: usize| page.occurs_small(page.word(at)) || WORDS.ordinary.contains(page.word(at)) && !page.is_loud_again(page.raw(at));
    // "boy band HARBOUR7’s concert": an act, however it is written
    let left = first.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    let is_act = page.is_number(end) && page.touches_next(end - 1)
        || page.owns_at(end) && page.touches_next(end - 1)
        || (first..end).any(|at| page.is_number(at) && page.touches_next(at.saturating_sub(1)))
        || WORDS.group_nouns.contains(left)
        || WORDS.person_before.contains(left);
    !is_act && (first..end).all(is_loud) && (first..end).all(|at| !page.is_word(at) || is_plain(at))
}

/// "Unplugged Due to | Illness": a common word of a short heading, small in the text below.
fn is_heading_word(page: &Page<'_>, (first, end): (usize, usize), (from, to): (usize, usize)) -> bool {
    /// How many tokens such a heading may have.
    const HEADING_TOKENS: usize = 8;
    let is_common = to == from + 1 && WORDS.ordinary.contains(page.word(from)) && page.occurs_small(page.word(from));
    let is_closed = matches!(page.raw(end - 1), "." | "!" | "?");
    let has_capital = |at: usize| !page.is_word(at) || page.raw(at).len() < 4 || page.is_capital(at);
    is_common && !page.owns_at(to) && !is_closed && end - first <= HEADING_TOKENS && (first..end).all(has_capital)
}
