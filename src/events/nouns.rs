//! Changes told by a noun: "announced the cancellation of its tour", "the postponement was confirmed on Monday".

use super::clause::{Group, Head, Mood};
use super::page::Page;
use super::words::WORDS;

/// So many tokens may stand between "announced" and its noun: "a second, five-month".
const OBJECT_TOKENS: usize = 8;
/// So many between the noun and its "was announced": "of the Harbour Festival, due in May,".
const SUBJECT_TOKENS: usize = 16;

/// Adds a cue for each noun of change that the sentence says was announced; what stands "after the cancellation" or
/// "despite the delay" is known already and tells nothing.
pub(super) fn add_nouns(page: &Page<'_>, first: usize, end: usize, groups: &mut Vec<Group>) {
    let is_noun = |at: &usize| WORDS.cue_nouns.contains_key(page.word(*at)) && !page.is_in_date(*at);
    let found: Vec<Group> = (first..end).filter(is_noun).filter_map(|at| told(page, at, groups)).collect();
    if !found.is_empty() {
        groups.extend(found);
        groups.sort_by_key(|group| (group.head, group.first));
    }
}

fn told(page: &Page<'_>, at: usize, groups: &[Group]) -> Option<Group> {
    let cue = *WORDS.cue_nouns.get(page.word(at))?;
    if groups.iter().any(|group| group.first <= at && at < group.end) {
        return None;
    }
    let before = groups.iter().rfind(|group| group.end <= at);
    let after = groups.iter().find(|group| group.first > at);
    let is_object = before.is_some_and(|verb| tells(verb) && !verb.is_passive && leads_to(page, verb.end, at));
    let is_subject = after.is_some_and(|verb| tells(verb) && verb.is_passive && verb.first <= at + SUBJECT_TOKENS) && opens(page, at);
    let is_brought = brings_about(page, at);
    let teller = if is_object || is_brought { before } else { after.filter(|_| is_subject) };
    if teller.is_none() && !is_brought {
        return None;
    }
    // "the tour’s cancellation", "its extension": whose stands before it
    let is_owned = at > 0 && matches!(page.word(at - 1), "s" | "its" | "their" | "his" | "her");
    let is_dated = page.begins_date(at + 2) && !(at + 3..at + 6).any(|at| page.owns_at(at));
    let has_of = matches!(page.word(at + 1), "of" | "for") && !is_dated;
    Some(Group {
        first: at,
        head: at,
        end: if has_of { at + 2 } else { at + 1 },
        kind: Head::Cue(cue),
        mood: Mood::Done,
        is_negative: teller.is_some_and(|verb| verb.is_negative),
        is_possible: teller.is_some_and(|verb| verb.is_possible),
        is_passive: is_owned && !has_of,
        is_once: false,
        is_now: false,
        is_no_longer: false,
        is_forgone: false,
        has_gap: false,
        is_finite: true,
    })
}

/// "led to the postponement of several shows", "has forced the cancellation of": what came of it; not "could lead to".
fn brings_about(page: &Page<'_>, at: usize) -> bool {
    let is_article = |word: &str| matches!(word, "the" | "a" | "an" | "another" | "further");
    let is_own = |i: usize| is_article(page.word(i)) || WORDS.adverb.contains(page.word(i));
    let led = (1..=3).filter_map(|n| at.checked_sub(n)).find(|&i| !is_own(i));
    let verb = |i: usize| {
        matches!(
            (page.word(i.wrapping_sub(1)), page.word(i)),
            ("led" | "leading", "to")
                | ("resulted" | "resulting", "in")
                | (_, "forced" | "forcing" | "prompted" | "prompting" | "caused" | "causing")
        )
    };
    // "the cancellation of this year’s tour"
    let is_dated = page.begins_date(at + 2) && !(at + 3..at + 6).any(|at| page.owns_at(at));
    page.word(at + 1) == "of" && !is_dated && led.is_some_and(verb)
}

/// Whether a verb makes something known as news.
fn tells(verb: &Group) -> bool {
    matches!(verb.kind, Head::Telling) && verb.is_finite && matches!(verb.mood, Mood::Done | Mood::Present)
}

/// Whether only the noun's own small words stand before it: "announced | the second, five-month | delay".
fn leads_to(page: &Page<'_>, from: usize, at: usize) -> bool {
    let parts = |i: usize| {
        let word = page.word(i);
        matches!(page.raw(i), ";" | ":" | "—" | "“" | "”")
            || WORDS.boundary.contains(word)
            || matches!(word, "that" | "after" | "before" | "about" | "on" | "by" | "with" | "following" | "despite" | "no" | "any" | "not")
    };
    at <= from + OBJECT_TOKENS && !(from..at).any(parts)
}

/// Whether the noun heads its clause: "An eight-week extension … was announced", but not "after the cancellation …".
fn opens(page: &Page<'_>, at: usize) -> bool {
    let leads_aside = |i: usize| {
        matches!(
            page.word(i),
            "after"
                | "following"
                | "despite"
                | "before"
                | "since"
                | "because"
                | "of"
                | "for"
                | "with"
                | "by"
                | "to"
                | "from"
                | "about"
                | "no"
                | "any"
        )
    };
    !(at.saturating_sub(4)..at).any(leads_aside)
}
