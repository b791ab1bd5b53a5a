//! What a name does, read from the verb behind it: works are set for a day, put off and released.

use super::Says;
use super::names::Name;
use super::page::Page;
use super::verbs::drifts;
use super::weight::looks_like_somebody;
use super::words::{Form, Happens, WORDS};

/// The small words before a verb: "has", "currently", "set".
pub(super) fn helps(word: &str) -> bool {
    WORDS.auxiliary.contains(word) || WORDS.adverb.contains(word) || WORDS.planned.contains(word)
}

/// "has been delayed", "all set for", "was released": what works do.
pub(super) fn weigh_verb(page: &Page<'_>, right: usize, is_on_stage: bool, name: &mut Name) {
    if WORDS.planned.contains(page.word(right)) || page.word(right) == "all" && WORDS.planned.contains(page.word(right + 1)) {
        name.work += 1;
    }
    // "Halden Confirms Red Letters Cancelled", a headline; "is not going to happen"
    let stops = |at: usize, end: usize| {
        page.phrase_at(&WORDS.cues, at, end).filter(|(phrase, _)| matches!(phrase.entry.says, Says::Postponed | Says::Cancelled))
    };
    let is_headed = !is_on_stage && page.is_capital(right) && stops(right, right + 1).is_some_and(|(phrase, _)| phrase.form == Form::Past);
    let happens = stops(right + 1, right + 7).is_some_and(|(_, stop)| matches!(page.word(stop - 1), "happen" | "happening" | "ahead"));
    if (is_headed || happens) && !looks_like_somebody(name) {
        name.work += 2;
    }
    let Some(at) = (right..right + 5).find(|&at| !helps(page.word(at))).filter(|&at| at > right) else { return };
    let is_passive = (right..at).any(|i| matches!(page.word(i), "been" | "is" | "was" | "be" | "were" | "are"));
    let cue = page.phrase_at(&WORDS.cues, at, at + 4).filter(|(phrase, _)| phrase.form == Form::Past && is_passive);
    if cue.is_some_and(|(phrase, _)| matches!(phrase.entry.says, Says::Postponed | Says::Moved | Says::Cancelled)) {
        name.work += 2;
    }
    let trigger = page.phrase_at(&WORDS.triggers, at, at + 4);
    if trigger.is_some_and(|(phrase, _)| matches!(phrase.entry, Happens::Out | Happens::Premiere | Happens::Air)) {
        name.work += 1;
    }
}

/// "is currently set for May 3", ", which is set for an October release": what has a date.
pub(super) fn weigh_plan(page: &Page<'_>, right: usize, name: &mut Name) {
    let first = if page.word(right) == "which" { right + 1 } else { right };
    let Some(at) = (first..first + 5).find(|&at| !helps(page.word(at))).filter(|&at| at > first && page.word(at) == "for") else { return };
    let is_dated = page.begins_date(at + 1) || matches!(page.word(at + 1), "a" | "an") && page.begins_date(at + 2);
    let is_set = (first + 1..at).any(|i| WORDS.planned.contains(page.word(i)));
    name.work += u32::from(is_set && is_dated);
}

/// "slips by a few days, from August 28 to September 1": what has a date to leave.
pub(super) fn weigh_move(page: &Page<'_>, right: usize, name: &mut Name) {
    // "Red Harbour, for its part, slips"
    let is_aside = page.raw(right) == "," && matches!(page.word(right + 1), "for" | "in" | "too" | "meanwhile" | "on");
    let close = (right + 1..right + ASIDE_TOKENS).find(|&at| page.raw(at) == ",").filter(|_| is_aside);
    let first = close.map_or(right, |close| close + 1);
    let Some(at) = (first..first + 4).find(|&at| !helps(page.word(at))) else { return };
    let is_cue = page.phrase_at(&WORDS.cues, at, at + 4).is_some_and(|(phrase, _)| phrase.is_verb && phrase.entry.moves());
    let from = (at + 1..at + MOVE_TOKENS).find(|&from| page.word(from) == "from" && page.begins_date(from + 1));
    let to = from.and_then(|from| (from + 2..from + MOVE_TOKENS).find(|&to| page.word(to) == "to" && page.begins_date(to + 1)));
    // "Halden has pushed the sequel from May 3": who pushes
    let is_object = |i: usize| page.is_capital(i) || matches!(page.word(i), "the" | "its" | "their" | "his" | "her");
    let is_bare = from.is_some_and(|from| !(at + 1..from).any(is_object));
    let is_moved = (is_cue || drifts(page, at).is_some()) && is_bare && to.is_some();
    name.work += if is_moved && !looks_like_somebody(name) && name.agent < 2 { 2 } else { 0 };
}

/// ", for its part,": at most so many tokens.
const ASIDE_TOKENS: usize = 6;
/// "slips by just a few days: from": so far behind the verb stands the old day, and behind it the new one.
const MOVE_TOKENS: usize = 9;
