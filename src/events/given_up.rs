//! Dates that hold no longer by the words beside them: "instead of May 3", "will miss its May 3 date", "and not on May 3".

use super::attach::{date_end, names_slot};
use super::page::Page;
use super::words::WORDS;

/// Whether words beside a date say that it holds no longer, or not any more.
pub(super) fn is_given_up(page: &Page<'_>, start: usize) -> bool {
    is_no_longer(page, start)
        || is_once_held(page, start)
        || is_instead_of(page, start)
        || is_denied(page, start)
        || is_missed(page, start)
        || is_counted_from(page, start)
        || is_compared(page, start)
}

/// "instead of the originally announced October 22nd".
fn is_instead_of(page: &Page<'_>, start: usize) -> bool {
    let floor = start.saturating_sub(7);
    let near = (floor..start).rev().take_while(|&at| !matches!(page.raw(at), "," | ";") && !page.is_in_date(at));
    near.into_iter().any(|at| matches!((page.word(at), page.word(at + 1)), ("instead" | "place", "of") | ("rather", "than")))
}

/// "will not make its April 16 launch", "won’t meet the May 3 date".
fn is_missed(page: &Page<'_>, start: usize) -> bool {
    let is_owner = matches!(page.word_left(start, 1), "its" | "their" | "his" | "her" | "the" | "s");
    // "which missed its February 22 launch"
    if is_owner && matches!(page.word_left(start, 2), "missed" | "misses" | "missing" | "skipped" | "vacated") {
        return true;
    }
    // "has lost its April start", "has removed the show’s September 14 premiere date"
    let loses = |n: usize| WORDS.gives_up.contains(page.word_left(start, n));
    let is_near = |n: usize| (1..n).all(|n| !matches!(page.raw(start.wrapping_sub(n)), "," | ";" | "."));
    if is_owner && names_slot(page, start) && (2..=GIVEN_UP_TOKENS).any(|n| loses(n) && is_near(n)) {
        return true;
    }
    let verb = (2..=4).find(|&n| matches!(page.word_left(start, n), "make" | "meet" | "hit" | "keep"));
    let is_refused = |verb: usize| (1..=3).any(|n| matches!(page.word_left(start, verb + n), "not" | "t" | "longer" | "cannot"));
    is_owner && verb.is_some_and(is_refused)
}

/// So far before a date stands the verb that gives it up: "removed the sophomore season’s | September 14 premiere date".
const GIVEN_UP_TOKENS: usize = 7;

/// "on June 5, six weeks before the July 17 date": the new day told first, and then how far it lies from the old.
fn is_counted_from(page: &Page<'_>, start: usize) -> bool {
    let is_led = matches!(page.word_left(start, 1), "the" | "its" | "their" | "his" | "her");
    let counts =
        matches!(page.word_left(start, 2), "before" | "after") || page.word_left(start, 3) == "ahead" && page.word_left(start, 2) == "of";
    let length = (3..=5).filter_map(|n| start.checked_sub(n)).find(|&at| page.raw(at) == ",");
    let is_day = |at: usize| at > 0 && page.is_in_date(at - 1);
    let is_noun = |n: usize| matches!(page.word(n), "date" | "slot" | "release" | "opening" | "launch" | "bow" | "premiere");
    let end = date_end(page, start, 4);
    is_led && counts && length.is_some_and(is_day) && end.is_some_and(|end| is_noun(end) || is_noun(end + 1))
}

/// "is now almost a year further off than its | September 2020 date", "later than the originally planned | May 3".
fn is_compared(page: &Page<'_>, start: usize) -> bool {
    let is_small = |n: usize| WORDS.once.contains(page.word_left(start, n)) || WORDS.planned.contains(page.word_left(start, n));
    let owner = (1..=3).find(|&n| !is_small(n)).unwrap_or(1);
    let is_led = matches!(page.word_left(start, owner), "its" | "their" | "the") && page.word_left(start, owner + 1) == "than";
    is_led && (owner > 1 || names_slot(page, start))
}

/// "opens on August 25, and no longer on August 11".
fn is_no_longer(page: &Page<'_>, start: usize) -> bool {
    matches!(page.word_left(start, 1), "on" | "in") && page.word_left(start, 2) == "longer" && page.word_left(start, 3) == "no"
}

/// "two days ahead of the February 16 it had before", "the date of May 3 it once held".
fn is_once_held(page: &Page<'_>, start: usize) -> bool {
    let end = date_end(page, start, 8).unwrap_or(start);
    let it = if page.word(end) == "that" { end + 1 } else { end };
    let verb = (it + 1..it + 4).find(|&at| matches!(page.word(at), "had" | "held" | "occupied"));
    let is_its = matches!(page.word(it), "it" | "they") && matches!(page.word_left(start, 1), "the" | "of" | "that");
    let is_whole = |verb: usize| !page.is_word(verb + 1) || matches!(page.word(verb + 1), "before" | "previously" | "until" | "so");
    let is_once = |at: usize| matches!(page.word(at), "once" | "previously" | "originally" | "had");
    is_its && verb.is_some_and(|verb| is_whole(verb) && (it + 1..verb).all(is_once))
}

/// "on October 25, not October 18": a date told only to be denied.
fn is_denied(page: &Page<'_>, start: usize) -> bool {
    let not = if matches!(page.word_left(start, 1), "on" | "in") { 2 } else { 1 };
    // "on October 30 and not, as printed on the tickets, on October 26"
    let close = start.checked_sub(not).filter(|&close| page.raw(close) == ",");
    let open = close.and_then(|close| (close.saturating_sub(ASIDE_TOKENS)..close).rev().find(|&open| page.raw(open) == ","));
    if open.is_some_and(|open| open > 1 && page.word(open - 1) == "not" && matches!(page.word(open - 2), "and" | "but")) {
        return true;
    }
    let at = start.checked_sub(not).filter(|&at| page.word(at) == "not");
    at.and_then(|at| at.checked_sub(1)).is_some_and(|left| {
        page.is_in_date(left) || matches!(page.raw(left), "," | "(" | "–" | "—") || matches!(page.word(left), "and" | "but")
    })
}

/// ", as printed on the tickets,": so long an aside may be.
const ASIDE_TOKENS: usize = 8;
