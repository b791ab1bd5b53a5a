//! Titles in quotation marks, and the same titles where they stand without.

use std::collections::BTreeMap;

use super::names::{MAX_TITLE_TOKENS, Run};
use super::page::Page;
use super::words::WORDS;

pub(super) const OPENING: [&str; 4] = ["“", "\"", "‘", "'"];

fn closing_of(opening: &str) -> &'static [&'static str] {
    match opening {
        "“" => &["”", "\""],
        "\"" => &["\"", "”"],
        "‘" => &["’", "'"],
        _ => &["'", "’"],
    }
}

/// Short runs in quotation marks that look like titles, not like speech.
pub(super) fn quoted_titles(page: &Page<'_>, first: usize, end: usize, is_title_case: bool, runs: &mut Vec<Run>) {
    let mut at = first;
    while at < end {
        if !OPENING.contains(&page.raw(at)) || !page.touches_next(at) || at > first && is_letter_side(page, at - 1) {
            at += 1;
            continue;
        }
        let closes = closing_of(page.raw(at));
        let limit = end.min(at + MAX_TITLE_TOKENS);
        let close = (at + 2..limit).find(|&i| closes.contains(&page.raw(i)) && !is_apostrophe(page, i));
        if let Some(mark) = owning_close(page, at, close.unwrap_or(limit), close.is_some()) {
            runs.push(Run { first: at + 1, end: mark, is_quoted: true, is_possessive: true });
            at = mark + 1;
            continue;
        }
        let Some(close) = close else {
            at += 1;
            continue;
        };
        let inner_end = if matches!(page.raw(close - 1), "," | ".") { close - 1 } else { close };
        // "Jackie 'O' Kern": a nickname
        let is_given = at > first && WORDS.people.given.contains(page.word(at - 1));
        let is_nickname = at > first + 1
            && page.is_capital(at - 1)
            && page.is_capital(close + 1)
            && close - at <= if is_given { 4 } else { 3 }
            && !WORDS.things.contains_key(page.word(at - 1))
            && !is_title_case;
        if is_nickname && is_given {
            runs.push(Run { first: at - 1, end: close + 2, is_quoted: false, is_possessive: page.owns_at(close + 2) });
        }
        // "Due to 'Severe' Injury": a word that somebody else said
        let is_said = inner_end == at + 2
            && is_title_case
            && page.occurs_small(page.word(at + 1))
            && WORDS.ordinary.contains(page.word(at + 1))
            && page.is_capital(close + 1)
            && page.phrase_at(&WORDS.things, close + 1, close + 2).is_none();
        // "a ‘U’ certificate"
        let is_rating = inner_end == at + 2 && matches!(page.word(close + 1), "certificate" | "rating" | "certification" | "rated");
        let is_speech = is_title_case && is_speech(page, (first, end), (at, close));
        let is_none = is_nickname || is_said || is_rating || is_speech;
        if !is_none && !is_set_phrase(page, at + 1, inner_end) && looks_like_title(page, at + 1, inner_end, page.raw(close - 1) == ".") {
            let is_possessive = page.owns_at(close + 1);
            runs.push(Run { first: at + 1, end: inner_end, is_quoted: true, is_possessive });
            at = close + 1;
        } else {
            at += 1;
        }
    }
}

/// "‘Red Letters’s Mila Kern Joins ‘Lanterns’": where the mark of the owner is the closing one too, and the next that could
/// close it closes another.
fn owning_close(page: &Page<'_>, open: usize, limit: usize, is_closed: bool) -> Option<usize> {
    let single = matches!(page.raw(open), "‘" | "'");
    let owns = |at: usize| matches!(page.raw(at), "’" | "'") && is_apostrophe(page, at) && page.word(at + 1) == "s";
    let mark = (open + 2..limit.min(open + OWNER_TOKENS)).find(|&at| single && owns(at))?;
    let opens_again = |at: usize| page.raw(at) == page.raw(open) && page.touches_next(at) && !is_letter_side(page, at - 1);
    let is_other = if is_closed { (mark + 2..limit).any(opens_again) } else { page.is_capital(mark + 2) };
    (is_other && looks_like_title(page, open + 1, mark, false)).then_some(mark)
}

/// A title before the mark of an owner has so many tokens at most.
const OWNER_TOKENS: usize = 6;

/// "Kern Withdraws: ‘Playing There Has Become Hard’": what somebody says, at the end of a headline.
fn is_speech(page: &Page<'_>, (first, end): (usize, usize), (open, close): (usize, usize)) -> bool {
    let is_last = open > first && page.raw(open - 1) == ":" && (close + 1..end).all(|at| !page.is_word(at));
    let n_words = (open + 1..close).filter(|&at| page.is_word(at)).count();
    let is_finite = |at: usize| {
        matches!(
            page.word(at),
            "is" | "are" | "was" | "were" | "has" | "have" | "will" | "can" | "don" | "i" | "we" | "they" | "you" | "m" | "re"
        )
    };
    is_last && n_words >= SPEECH_WORDS && (open + 1..close).any(is_finite)
}

/// Fewer words are rather a title than somebody’s speech.
const SPEECH_WORDS: usize = 4;

/// "Until Further Notice", "Coming Soon": no title, however it is written.
pub(super) fn is_set_phrase(page: &Page<'_>, first: usize, end: usize) -> bool {
    WORDS.set_phrases.contains(page.lower_words(first, end).trim_end_matches(['.', ',', '!'])) || is_award(page, first, end)
}

/// "a nomination for Best Rock | Album": what a prize is given for.
fn is_award(page: &Page<'_>, first: usize, end: usize) -> bool {
    let is_led = first > 0 && !super::names::opens_sentence(page, first);
    page.raw(first) == "Best" && is_led && (first + 1..=end).any(|at| WORDS.prized.contains(page.word(at)))
}

fn is_letter_side(page: &Page<'_>, before: usize) -> bool {
    page.is_word(before) && page.touches_next(before)
}

/// Whether a quotation mark stands inside a word: "Mina’s".
fn is_apostrophe(page: &Page<'_>, at: usize) -> bool {
    at > 0 && page.touches_next(at - 1) && page.is_word(at - 1) && page.touches_next(at) && page.is_word(at + 1)
}

fn looks_like_title(page: &Page<'_>, first: usize, end: usize, ends_with_stop: bool) -> bool {
    let words: Vec<usize> = (first..end).filter(|&at| page.is_word(at)).collect();
    let n_capital = words.iter().filter(|&&at| page.is_capital(at) || page.raw(at).chars().all(|c| !c.is_ascii())).count();
    // "It’s Showtime", "Snow Queen’s Heir"
    let ends_word =
        |at: usize| at > first && is_apostrophe(page, at - 1) && matches!(page.word(at), "s" | "t" | "ll" | "re" | "ve" | "d" | "m");
    let is_small = |at: usize| !page.is_capital(at) && (WORDS.small.contains(page.word(at)) || ends_word(at));
    let small = words.iter().filter(|&&at| is_small(at)).count();
    // "¡Fuego!"
    let first = if matches!(page.raw(first), "¡" | "¿") { first + 1 } else { first };
    let starts_well = page.is_capital(first) || page.is_number(first);
    let one_plain_word = words.len() == 1 && ends_with_stop;
    starts_well && !words.is_empty() && n_capital + small >= words.len() && !one_plain_word && n_capital * 2 >= words.len()
}

/// "‘12 Letters Home’ is out. … The drama 12 Letters Home": a title of several words, word by word, where it stands
/// without its marks.
pub(super) fn said_again(page: &Page<'_>, runs: &mut Vec<Run>) {
    let mut titles: BTreeMap<&str, Vec<(usize, usize)>> = BTreeMap::new();
    for run in runs.iter().filter(|run| run.is_quoted && run.end > run.first + 1) {
        titles.entry(page.raw(run.first)).or_default().push((run.first, run.end));
    }
    if titles.is_empty() {
        return;
    }
    let mut found = Vec::new();
    for at in 0..page.tokens.len() {
        let Some(known) = titles.get(page.raw(at)) else { continue };
        let is_same = |&&(first, end): &&(usize, usize)| first != at && (first..end).all(|i| page.raw(i) == page.raw(at + i - first));
        let Some((first, end)) = known.iter().filter(is_same).max_by_key(|(first, end)| end - first) else { continue };
        let stop = at + end - first;
        found.push(Run { first: at, end: stop, is_quoted: false, is_possessive: page.owns_at(stop) });
    }
    let is_free = |new: &Run| !runs.iter().any(|run| run.is_quoted && run.first <= new.first && new.end <= run.end);
    found.retain(is_free);
    runs.extend(found);
}
