//! Verbs on no list: told by their ending, their helper, or the date that follows them.

use super::clause::DETERMINERS;
use super::page::Page;
use super::words::{Form, Happens, WORDS};
use crate::language::lexicon::AROUND_DATES;

/// A form of "come" or "follow" that nothing but a date follows.
pub(super) fn comes_on(page: &Page<'_>, at: usize) -> Option<Form> {
    let form = match page.word(at) {
        "comes" | "follows" => Form::Third,
        "come" | "follow" => Form::Base,
        "coming" | "following" => Form::Ing,
        // "the concert will now be on October 30"
        "be" if page.word(at + 1) == "on" && (1..=2).any(|n| at >= n && page.word(at - n) == "will") => Form::Base,
        // "the episode will run on Thursday"
        "run" if page.word(at + 1) == "on" => Form::Base,
        _ => return None,
    };
    let is_led = matches!(page.word(at + 1), "on" | "in") && page.begins_date(at + 2);
    // "follows 2018's Low Tide": what it comes after
    let is_owner = page.owns_at(at + 2);
    (is_led || page.begins_date(at + 1) && !is_owner).then_some(form)
}

/// "will now run to 28 November": a form of "run" or "play" that leads to its last day, or from its first: "was meant to
/// run from early April until the middle of May".
pub(super) fn runs_to(page: &Page<'_>, at: usize) -> Option<(Form, Happens)> {
    let form = match page.word(at) {
        "runs" | "plays" => Form::Third,
        "run" | "play" => Form::Base,
        "ran" | "played" => Form::Past,
        "running" | "playing" => Form::Ing,
        _ => return None,
    };
    let is_last = matches!(page.word(at + 1), "to" | "through") && (page.begins_date(at + 1) || page.begins_date(at + 2));
    let is_whole = page.word(at + 1) == "from" && page.begins_date(at + 1);
    // "will now run March 19-July 18"
    let is_helped = |n: usize| at >= n && matches!(page.word(at - n), "will" | "now" | "to" | "ll");
    let is_dated = page.begins_date(at + 1) && !page.owns_at(at + 2) && is_helped(1);
    let is_whole = is_whole || is_dated;
    is_last.then_some((form, Happens::End)).or_else(|| is_whole.then_some((form, Happens::Place)))
}

/// A form of "go" that leads from a date or to one.
pub(super) fn goes_to(page: &Page<'_>, at: usize) -> Option<Form> {
    let form = match page.word(at) {
        "goes" => Form::Third,
        "went" | "gone" => Form::Past,
        "go" => Form::Base,
        "going" => Form::Ing,
        _ => return None,
    };
    let leads =
        matches!(page.word(at + 1), "to" | "from") && page.begins_date(at + 2) || page.word(at + 1) == "from" && page.begins_date(at + 1);
    let is_day = |from: usize| page.dates.iter().any(|date| page.token_at(date.span.start) == from && date.date.is_some());
    (leads && (is_day(at + 1) || is_day(at + 2))).then_some(form)
}

/// "has now drifted from November 5 to December 17": two days that stand apart, and a verb on no list.
pub(super) fn drifts(page: &Page<'_>, at: usize) -> Option<Form> {
    if page.word(at + 1) != "from" || !page.begins_date(at + 2) {
        return None;
    }
    let word = page.word(at);
    let date_at = |from: usize| page.dates.iter().find(|date| page.token_at(date.span.start) == from && date.date.is_some());
    let old = date_at(at + 2)?;
    let to = page.token_at(old.span.end);
    let is_apart = page.word(to) == "to" && date_at(to + 1).is_some();
    let helper = (1..=3).filter_map(|n| at.checked_sub(n)).find(|&left| !WORDS.adverb.contains(page.word(left)));
    let has = helper.is_some_and(|left| matches!(page.word(left), "has" | "have"));
    let form = if word.ends_with("ed") || has { Form::Past } else { Form::Third };
    let is_verb = AROUND_DATES.moved.holds(word) || has && word.ends_with("ed");
    (is_apart && !page.is_capital(at) && is_verb).then_some(form)
}

/// "is leaving its February 9, 2024, date": the day stands within what is left.
pub(super) fn leaves_date(page: &Page<'_>, at: usize) -> Option<Form> {
    let form = match page.word(at) {
        "leaves" | "vacates" | "exits" | "abandons" | "departs" => Form::Third,
        "left" | "vacated" | "exited" | "abandoned" | "departed" => Form::Past,
        "leave" | "vacate" | "exit" | "abandon" | "depart" => Form::Base,
        "leaving" | "vacating" | "exiting" | "abandoning" | "departing" => Form::Ing,
        _ => return None,
    };
    let is_led = matches!(page.word(at + 1), "its" | "their" | "the") && page.begins_date(at + 2);
    let end = (at + 2..at + 2 + DATE_TOKENS).find(|&at| !page.is_in_date(at) && page.raw(at) != ",").filter(|_| is_led)?;
    matches!(page.word(end), "date" | "slot" | "berth" | "release" | "weekend" | "spot" | "perch" | "bow" | "opening").then_some(form)
}

/// "February 9, 2024,": at most so many tokens.
const DATE_TOKENS: usize = 8;

const IRREGULAR_PAST: [&str; 40] = [
    "took", "went", "came", "made", "got", "gave", "saw", "held", "found", "kept", "left", "met", "ran", "wore", "won", "lost", "led",
    "fell", "became", "began", "brought", "knew", "grew", "spent", "sent", "built", "felt", "thought", "paid", "sat", "stood", "caught",
    "drew", "chose", "rose", "sold", "taught", "threw", "fled", "sang",
];

/// A verb outside the lists, by its ending or its helper.
pub(super) fn other_verb(page: &Page<'_>, at: usize) -> Option<Form> {
    let word = page.word(at);
    // "will now | have its first preview on May 3"
    let is_now = |at: usize| page.word(at) == "now" && matches!(page.word(at.wrapping_sub(1)), "will" | "ll");
    let has_now = word == "have" && is_now(at.wrapping_sub(1)) && DETERMINERS.contains(&page.word(at + 1));
    if has_now {
        return Some(Form::Base);
    }
    if WORDS.planned.contains(word) || WORDS.auxiliary.contains(word) || WORDS.adverb.contains(word) || page.is_capital(at) {
        return None;
    }
    if IRREGULAR_PAST.contains(&word) || word.len() > 4 && word.ends_with("ed") {
        return Some(Form::Past);
    }
    let before = at.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    if matches!(before, "it" | "he" | "she") && word.len() > 3 && word.ends_with('s') {
        return Some(Form::Third);
    }
    let mut left = at;
    while left > 0 && left + 3 > at && matches!(page.word(left - 1), "now" | "instead" | "also" | "then" | "finally" | "not") {
        left -= 1;
    }
    let before = left.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    let helped = matches!(before, "will" | "would" | "can" | "must" | "to" | "could" | "may" | "might" | "should" | "did");
    (helped && !matches!(word, "the" | "a" | "an" | "be" | "his" | "her" | "its" | "this" | "that" | "their" | "my")).then_some(Form::Base)
}
