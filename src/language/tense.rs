//! Which way a clause looks: back, here, or ahead.

use serde::Deserialize;

use super::timex::{Sense, Word};

/// What one word tells of the tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Cue {
    /// "will", "would", "upcoming": still to come.
    Ahead,
    /// "slated", "due", "plans": still to come, whatever stands before.
    Planned,
    /// "airs", "premieres": the programme, told in the present.
    Programme,
    /// "be"
    Be,
    /// "been"
    Been,
    /// "is"
    Is,
    /// "was"
    Was,
    /// "has"
    Has,
    /// "had"
    Had,
    /// "to"
    To,
    /// "said", "came": simple past without -ed.
    Past,
}

/// Which way a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It happened.
    Past,
    /// It is so, or nothing tells.
    Present,
    /// It will.
    Future,
}

/// How far a verb may stand from the date words it governs, in words.
const REACH: usize = 30;

/// The tense of the clause that holds words `first..end` of a sentence: the nearest verb before them, else the first one after.
pub(crate) fn tense_at(text: &str, words: &[Word], first: usize, end: usize) -> Tense {
    let before = (first.saturating_sub(REACH)..first).rev().find_map(|at| verb_tense(text, words, at));
    if let Some(tense) = before {
        return tense;
    }
    (end..words.len().min(end + REACH)).find_map(|at| verb_tense(text, words, at)).unwrap_or(Tense::Present)
}

/// The tense that the word gives if it is a verb, with its helpers before it.
fn verb_tense(text: &str, words: &[Word], at: usize) -> Option<Tense> {
    let word = words.get(at)?;
    match word.cue {
        Some(Cue::Ahead | Cue::Planned) => Some(Tense::Future),
        Some(Cue::Programme) => Some(Tense::Future),
        Some(Cue::Past) => Some(helped(text, words, at).unwrap_or(Tense::Past)),
        Some(Cue::Was | Cue::Had) => Some(Tense::Past),
        Some(Cue::Is) if !is_planned_after(words, at) => None,
        Some(Cue::Is) => Some(Tense::Future),
        Some(Cue::Be | Cue::To) if is_infinitive(text, words, at) => Some(Tense::Future),
        None if is_past_form(word.span.of(text)) && is_word(word) => Some(helped(text, words, at).unwrap_or(Tense::Past)),
        _ => None,
    }
}

fn is_word(word: &Word) -> bool {
    matches!(word.sense, Sense::Plain | Sense::Name)
}

/// "released", "premiered": small letters, five or more, ending in -ed.
fn is_past_form(letters: &str) -> bool {
    letters.len() >= 5 && letters.ends_with("ed") && !letters.ends_with("eed") && letters.starts_with(char::is_lowercase)
}

/// "to release", "to be": a plan, unless "to" goes with a noun or number.
fn is_infinitive(text: &str, words: &[Word], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    words.get(at).and_then(|word| word.cue) == Some(Cue::Be)
        || (matches!(next.sense, Sense::Plain) && next.span.of(text).starts_with(char::is_lowercase) && !next.span.of(text).ends_with('s'))
}

fn is_planned_after(words: &[Word], at: usize) -> bool {
    words.iter().skip(at + 1).take(4).any(|word| word.cue == Some(Cue::Planned))
}

/// What the helpers before a participle make of it: "will be released", "has been released", "is released".
fn helped(text: &str, words: &[Word], at: usize) -> Option<Tense> {
    for back in 1..=4 {
        let helper = words.get(at.checked_sub(back)?)?;
        match helper.cue {
            Some(Cue::Ahead | Cue::Be | Cue::To | Cue::Planned) => return Some(Tense::Future),
            Some(Cue::Been | Cue::Was | Cue::Has | Cue::Had) => return Some(Tense::Past),
            Some(Cue::Is) => return Some(Tense::Present),
            _ if helper.sense == Sense::Comma || helper.span.of(text).ends_with("ed") => return None,
            _ => {}
        }
    }
    None
}
