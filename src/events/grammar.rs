//! Who does what to what: the words left of a verb, and its object.

use super::clause::{Group, Head};
use super::page::Page;
use super::words::WORDS;
use crate::language::Sentence;
use crate::text::is_initial;

/// A word that names nothing: small words, adverbs, words of date.
pub(super) fn is_light(page: &Page<'_>, at: usize) -> bool {
    let word = page.word(at);
    page.is_in_date(at)
        || WORDS.small.contains(word)
        || WORDS.adverb.contains(word)
        || WORDS.auxiliary.contains(word)
        || WORDS.once.contains(word)
        || word.len() < 3
        || word.ends_with("ly")
        || WORDS.planned.contains(word)
        // "four sold out shows"
        || word == "sold" && page.word(at + 1) == "out"
}

/// What "which" stands for has so many tokens at most.
const ANTECEDENT_TOKENS: usize = 7;

/// Where the last finite verb of some groups ends, or their sentence begins.
pub(super) fn behind_verbs(sentence: &Sentence, groups: &[Group]) -> usize {
    groups.iter().rfind(|group| group.is_finite).map_or(sentence.first_token as usize, |group| group.end)
}

/// Tokens before a group that may be its subject.
pub(super) fn subject_range(page: &Page<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> (usize, usize) {
    let Some(own) = groups.get(at) else { return (0, 0) };
    let mut earlier = groups.get(..at).unwrap_or_default();
    let mut limit = own.first;
    // "which had been delayed to help its makers, was": no verb of its own
    let closes_aside = page.raw(own.first.wrapping_sub(1)) == ",";
    let is_finite = |group: &Group| group.is_finite && !(closes_aside && page.word(group.first) == "to");
    // "the single, which was announced in June, was set for …": what stands before the aside
    while let Some(last) = earlier.iter().rposition(is_finite) {
        // "which stars Kern and is directed by Reed,": the verb that opened the aside
        let joins = |at: usize| earlier.get(at).is_some_and(|group| page.word(group.first.wrapping_sub(1)) == "and");
        let is_who = |at: usize| earlier.get(at).is_some_and(|group| matches!(page.word(group.first.wrapping_sub(1)), "which" | "who"));
        let last = if last > 0 && joins(last) && is_who(last - 1) { last - 1 } else { last };
        let Some(group) = earlier.get(last) else { break };
        // "announced that" opens no aside
        let is_told = |left: usize| page.word(left) == "that" && groups.iter().any(|group| group.end == left);
        let opens = group.first.checked_sub(1).filter(|&left| matches!(page.word(left), "which" | "who" | "that") && !is_told(left));
        let closes = page.raw(limit.wrapping_sub(1)) == ",";
        let is_parted = |left: usize| page.raw(left.wrapping_sub(1)) == ",";
        let Some(opens) = opens.filter(|&left| left > 0 && (closes || !is_parted(left)) && own.is_finite) else { break };
        limit = if is_parted(opens) { opens - 1 } else { opens };
        earlier = earlier.get(..last).unwrap_or_default();
    }
    let floor = behind_verbs(sentence, earlier);
    // "The sequel, with Mila Kern set to return as Ada, is leaving": what stands before the aside
    if limit == own.first && own.is_finite && page.raw(limit.wrapping_sub(1)) == "," {
        let opens = |&at: &usize| page.raw(at) == "," && matches!((page.word(at + 1), page.word(at + 2)), ("with", _) | ("part", "of"));
        limit = (floor + 1..limit - 1).rev().find(opens).unwrap_or(limit);
    }
    if limit < own.first {
        return (floor.min(limit), limit);
    }
    let Some(group) = groups.get(at).filter(|group| group.first >= floor) else { return (floor, floor) };
    let mut end = before_dashes(page, floor, group.first);
    if end > floor && matches!(page.word(end - 1), "which" | "that" | "who") {
        // what the pronoun stands for is the last thing named before it
        end -= 1;
        return (floor.max(end.saturating_sub(ANTECEDENT_TOKENS)), end);
    }
    let mut first = end;
    while first > floor {
        let word = page.word(first - 1);
        if matches!(word, "which" | "that" | "who") && first < end && earlier.iter().any(|group| group.first == first && !group.is_finite) {
            // "the concert that scheduled on May 3 | will be postponed": what stands before the pronoun
            end = first - 1;
            first = end;
            continue;
        }
        if parts_clauses(page, first, end) {
            break;
        }
        first -= 1;
    }
    (first, end)
}

/// Whether the word left of `first` ends another clause.
fn parts_clauses(page: &Page<'_>, first: usize, end: usize) -> bool {
    let word = page.word(first - 1);
    // "May 3 instead of April 14 is when | Red Letters will open"
    let is_cleft = word == "when" && first > 1 && matches!(page.word(first - 2), "is" | "was");
    (is_cleft || matches!(page.raw(first - 1), ";" | "—" | ":") || is_dash(page, first - 1)) && first < end
        || matches!(
            word,
            "but"
                | "although"
                | "though"
                | "while"
                | "that"
                | "because"
                | "when"
                | "after"
                | "before"
                | "as"
                | "if"
                | "however"
                | "whereas"
        )
}

/// "the trailer for | Red Harbour: The Return | will air": where the words begin that lead to a title with a colon.
pub(super) fn before_title(page: &Page<'_>, sentence: &Sentence, groups: &[Group], at: usize, title: usize) -> usize {
    let floor = behind_verbs(sentence, groups.get(..at).unwrap_or_default());
    let mut first = title;
    while first > floor && !parts_clauses(page, first, title + 1) && page.raw(first - 1) != "," {
        first -= 1;
    }
    first
}

/// A dash between words, not one between numbers.
fn is_dash(page: &Page<'_>, at: usize) -> bool {
    matches!(page.raw(at), "—" | "–") && !page.touches_next(at)
}

/// "The film – first due in May – | was moved": in front of the aside.
fn before_dashes(page: &Page<'_>, floor: usize, end: usize) -> usize {
    let closes = end.checked_sub(1).is_some_and(|close| close > floor && is_dash(page, close));
    let open = (floor..end.saturating_sub(1)).rev().find(|&at| is_dash(page, at)).filter(|&open| closes && open > floor);
    open.unwrap_or(end)
}

/// "will not take place", "won’t return", "not to renew": the phrase has its own helpers.
pub(super) fn refuses(page: &Page<'_>, group: &Group) -> bool {
    let head = page.word(group.head);
    WORDS.auxiliary.contains(head) || matches!(head, "not" | "no")
}

/// Tokens after an active group that may be its object.
pub(super) fn object_range(page: &Page<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> Option<(usize, usize)> {
    let group = groups.get(at)?;
    let holds = |at: usize| page.is_word(at) && (!is_light(page, at) || matches!(page.word(at), "it" | "them" | "that"));
    let is_split = group.has_gap && (group.head + 1..group.end - 1).any(holds);
    if is_split && matches!(group.kind, Head::Cue(_)) && !group.is_passive {
        // "brought the release forward": the object stands inside
        return Some((group.head + 1, group.end - 1));
    }
    // "will not take place, a spokesman for the studio said"
    if refuses(page, group) && page.raw(group.end) == "," {
        return None;
    }
    let limit = groups.get(at + 1).map_or(sentence.end_token as usize, |next| next.first);
    // "cancel this Friday’s show"
    let is_dated_object = page.begins_date(group.end) && is_before_noun(page, group.end, limit);
    if !is_dated_object
        && matches!(
            page.word(group.end),
            "on" | "in"
                | "at"
                | "to"
                | "from"
                | "for"
                | "with"
                | "via"
                | "this"
                | "next"
                | "through"
                | "into"
                | "by"
                | "as"
                | "alongside"
                | "off"
                | "out"
                | "away"
        )
    {
        return None;
    }
    let first = past_length(page, group.end, limit);
    // "has rescued acclaimed but low-rated comedy Red Letters": nothing is named yet
    let names_something = |at: usize| {
        !(first..at).any(|i| page.is_word(i))
            || (first..at)
                .any(|i| page.is_capital(i) || page.phrase_at(&WORDS.things, i, at).is_some() || matches!(page.word(i), "it" | "them"))
    };
    let mut end = first;
    while end < limit {
        let stop = matches!(
            page.word(end),
            "from" | "until" | "ahead" | "due" | "because" | "after" | "amid" | "when" | "following" | "while" | "despite" | "that"
        ) || page.word(end) == "but" && names_something(end)
            || page.raw(end) == ","
                && page.is_capital(end + 1)
                && page.phrase_at(&WORDS.cues, end + 1, limit).is_some_and(|(phrase, _)| phrase.is_verb)
            || matches!(page.word(end), "as" | "so") && end > first
            || matches!(page.raw(end), ";" | "—")
            || page.raw(end) == "." && !is_initial(page.raw(end.wrapping_sub(1)))
            || page.begins_date(end) && !is_before_noun(page, end, limit);
        if stop {
            break;
        }
        end += 1;
    }
    (end > first).then_some((first, end))
}

/// "their Tuesday concert": a date that only says which.
fn is_before_noun(page: &Page<'_>, date: usize, limit: usize) -> bool {
    let after = (date..limit).find(|&at| !page.is_in_date(at)).unwrap_or(limit);
    let led =
        date.checked_sub(1).is_some_and(|left| matches!(page.word(left), "the" | "their" | "its" | "his" | "her" | "our" | "my" | "a"));
    let owns = after + 1 < limit && page.owns_at(after);
    if owns {
        // "cancel tomorrow night’s concert"
        // "the cancellation of this year’s Harbour tour"
        return (after + 2..limit.min(after + 5))
            .take_while(|&at| at == after + 2 || page.is_capital(at - 1))
            .any(|at| page.phrase_at(&WORDS.things, at, limit).is_some());
    }
    led && after < limit && page.phrase_at(&WORDS.things, after, limit).is_some()
}

/// "postponed the next six weeks of his tour", "six weeks worth of dates": behind the length and its "of".
fn past_length(page: &Page<'_>, first: usize, limit: usize) -> usize {
    let mut at = first;
    while at < limit && (page.is_in_date(at) || matches!(page.word(at), "the" | "all" | "first" | "next" | "last")) {
        at += 1;
    }
    let of = if page.word(at) == "worth" { at + 1 } else { at };
    if at > first && page.is_in_date(at - 1) && page.word(of) == "of" && of < limit { of + 1 } else { first }
}
