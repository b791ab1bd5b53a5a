//! Dates to what they date: each goes to the verb or noun that governs it, with the part it plays there.

use super::clause::{Group, Head, Mood, crosses_boundary};
use super::given_up;
use super::page::Page;
use super::words::{Happens, Role, Thing, WORDS};
use crate::language::{DateWords, Sentence};
use crate::text::is_year;

/// What governs a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Governor {
    /// A verb group of the sentence, by index.
    Verb(usize),
    /// A noun: "the premiere on 26 February"; its first and end token, and the verb group around it, if any.
    Noun { first: usize, end: usize, verb: Option<usize> },
    /// Nothing we read.
    Nothing,
}

impl Governor {
    /// The verb that a date stands with.
    pub(super) fn verb(self) -> Option<usize> {
        match self {
            Self::Verb(at) => Some(at),
            Self::Noun { verb, .. } => verb,
            Self::Nothing => None,
        }
    }

    /// The noun that a date stands with, from its first word to its end.
    pub(super) fn noun(self) -> Option<(usize, usize)> {
        if let Self::Noun { first, end, .. } = self { Some((first, end)) } else { None }
    }
}

/// The part a date plays beside its governor.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// "from April 25", "instead of", "no longer on", "its original date of".
    Old,
    /// "to April 24", "until", "for".
    New,
    /// "on", "in", or nothing.
    At,
}

/// The governor of date words that cover tokens `first..end`.
pub(super) fn governor(page: &Page<'_>, sentence: &Sentence, groups: &[Group], date: &DateWords) -> Governor {
    let tokens = page.date_tokens(date);
    // "will now play until April 27": the verb’s phrase and the date share a word
    let shared = usize::from(matches!(page.word(tokens.start), "until" | "till" | "through" | "from"));
    let left = groups.iter().rposition(|group| group.end <= tokens.start + shared && group.head < tokens.start);
    let right = groups.iter().position(|group| group.head >= tokens.end);
    // "has postponed his tour for “Low Tide” to | 2021": the verb that leads there
    let leads_there = |group: &Group| group.moves() && !group.is_passive && !crosses_boundary(page, group.end, tokens.start);
    let is_led = matches!(page.word_left(tokens.start, 1), "to" | "until")
        && !(tokens.start.saturating_sub(2)..tokens.start.saturating_sub(1)).any(|at| page.is_in_date(at));
    if let Some(verb) = left.filter(|&i| is_led && groups.get(i).is_some_and(leads_there)) {
        return Governor::Verb(verb);
    }
    if let Some((first, end)) = noun_beside(page, sentence, tokens.start, tokens.end) {
        let closer = left.and_then(|i| groups.get(i)).is_none_or(|group| group.end <= first);
        // "was due to be released on Red Harbour’s new date, May 7"
        let is_another = |group: &Group| {
            let takes = matches!(group.kind, Head::Trigger(_) | Head::Planned) && page.word(group.end) == "on";
            takes && (group.end..first).any(|at| page.word(at) == "s" && matches!(page.raw(at - 1), "’" | "'"))
        };
        if let Some(verb) = left.filter(|&i| groups.get(i).is_some_and(is_another)) {
            return Governor::Verb(verb);
        }
        if closer {
            let is_near = |group: &Group| {
                // "originally slated for May 3, the show now has its premiere on May 9": the participle stands apart
                let stands_apart = !group.is_finite && (group.end..first).any(|at| page.raw(at) == ",");
                !stands_apart && !crosses_boundary(page, group.end, first)
            };
            let verb = left.filter(|&i| groups.get(i).is_some_and(is_near));
            return Governor::Noun {
                first,
                end,
                verb: verb.or(right.filter(|&i| groups.get(i).is_some_and(|group| !crosses_boundary(page, tokens.end, group.first)))),
            };
        }
    }
    if let Some(verb) =
        left.and_then(|plan| moved_over(page, groups, plan, tokens.start).or_else(|| moved_past(page, groups, plan, tokens.start)))
    {
        return Governor::Verb(verb);
    }
    if stands_ahead(page, sentence, tokens.start) && left.is_none() {
        return Governor::Nothing;
    }
    let reachable = left.filter(|&i| groups.get(i).is_some_and(|group| !leaves_clause(page, group.end, tokens.start)));
    let is_front = opens_clause(page, sentence, tokens.start, tokens.end);
    let is_open = |group: &Group| !crosses_hard(page, tokens.end, group.first) && !is_in_aside(page, &tokens, group.first);
    let onward = right.filter(|&i| groups.get(i).is_some_and(is_open) && !counts_on(page, tokens.end));
    // "will debut on Halden+ alone, on May 3, as the studio has announced": of what is told, not of the telling
    let is_aside = |i: usize, j: usize| {
        let is_telling = |at: usize| groups.get(at).is_some_and(|group| matches!(group.kind, Head::Telling));
        is_telling(j) && !is_telling(i) && page.raw(tokens.end) == ","
    };
    match (reachable, onward) {
        (Some(i), Some(j)) if is_aside(i, j) => Governor::Verb(i),
        // "X, which was to run on two weekends, April 10 to 12 and 17 to 19, will now run …": the dates of the aside
        (Some(i), Some(j)) if is_front && comma_between(page, groups, i, tokens.start) && !closes_aside(page, groups, [i, j]) => {
            Governor::Verb(j)
        }
        (Some(i), _) => Governor::Verb(i),
        // "Later this year she’ll be in Red Letters, the story of nuns | moving | to …": too far
        (None, Some(j))
            if groups
                .get(j)
                .is_some_and(|group| matches!(group.kind, Head::Cue(_)) && !group.is_finite && group.first > tokens.end + FRONT_TOKENS) =>
        {
            Governor::Nothing
        }
        // "the story of a kidnapping in 1973 | opens": the story’s
        (None, Some(j)) if !is_front && is_lore(page, groups, j, tokens.start) => Governor::Nothing,
        (None, Some(j)) => Governor::Verb(j),
        (None, None) => Governor::Nothing,
    }
}

/// "Ahead of the release of their album on July 21, | they will drop the single": a day of what comes later.
fn stands_ahead(page: &Page<'_>, sentence: &Sentence, start: usize) -> bool {
    let first = sentence.first_token as usize;
    let opens = matches!((page.word(first), page.word(first + 1)), ("ahead", "of") | ("prior", "to") | ("leading", "up"))
        || matches!(page.word(first), "before" | "following" | "after" | "given" | "amid");
    let holds = (first + 1..start).any(|at| {
        page.phrase_at(&WORDS.things, at, start)
            .is_some_and(|(phrase, _)| matches!(phrase.entry.role, Role::Work | Role::Moment | Role::Happening))
    });
    opens && holds && !(first..start).any(|at| page.raw(at) == ",")
}

/// "have new dates: June 19 and | July 17": a day that nothing governs is of what the day before it in the list is of.
pub(super) fn join_list(page: &Page<'_>, dates: &[&DateWords], governors: &mut [Governor]) {
    for n in 1..dates.len() {
        let gap = dates.get(n - 1).zip(dates.get(n)).map(|(before, date)| page.date_tokens(before).end..page.date_tokens(date).start);
        let is_joined = gap.is_some_and(|gap| !gap.is_empty() && gap.into_iter().all(|at| page.word(at) == "and" || page.raw(at) == ","));
        let before = governors.get(n - 1).copied();
        if let (Some(governor), Some(before)) = (governors.get_mut(n), before)
            && is_joined
            && *governor == Governor::Nothing
        {
            *governor = before;
        }
    }
}

/// "to move a concert planned for Saturday | to Sunday": the verb that leads over a dated plan to another date.
fn moved_over(page: &Page<'_>, groups: &[Group], plan: usize, start: usize) -> Option<usize> {
    let group = groups.get(plan).filter(|group| !group.is_finite && matches!(group.kind, Head::Planned | Head::Trigger(_)))?;
    let leads = |at: usize| matches!(page.word(at), "to" | "until" | "till");
    let is_led = leads(start) || leads(start.wrapping_sub(1));
    let is_dated = (group.end..start.saturating_sub(1)).any(|at| page.is_in_date(at));
    let verb = plan.checked_sub(1).filter(|_| is_led && is_dated)?;
    let is_clear = |from: usize| !(from..start).any(|at| matches!(page.raw(at), "," | ";" | "—"));
    groups.get(verb).filter(|verb| verb.moves() && is_clear(verb.end)).map(|_| verb)
}

/// "moved “Red Letters”, which was slated for early 2010, | to dates in 2011": the verb before the aside.
fn moved_past(page: &Page<'_>, groups: &[Group], plan: usize, start: usize) -> Option<usize> {
    let aside = groups.get(plan).filter(|aside| aside.first > 0)?;
    let is_which = matches!(page.word(aside.first - 1), "which" | "that");
    // "reschedule some stops on the tour, featuring Mila Kern, | from the fall to the spring"
    let is_cast = page.raw(aside.first - 1) == "," && matches!(aside.kind, Head::Trigger(Happens::Join)) && !aside.is_finite;
    let close = (aside.end..start).find(|&at| page.raw(at) == "," && matches!(page.word(at + 1), "to" | "until" | "into" | "from"))?;
    let is_dated = (aside.end..close).any(|at| page.is_in_date(at));
    let verb = plan.checked_sub(1).filter(|_| (is_which && is_dated || is_cast) && start < close + PAST_TOKENS)?;
    groups.get(verb).filter(|verb| verb.moves()).map(|_| verb)
}

/// ", to unspecified dates in the | 2011": so far behind the aside.
const PAST_TOKENS: usize = 8;

/// Whether a year stands in the words about a thing that opens or comes out.
fn is_lore(page: &Page<'_>, groups: &[Group], verb: usize, start: usize) -> bool {
    let comes_out = groups.get(verb).is_some_and(|group| matches!(group.kind, Head::Trigger(_)) && group.first == start + 1);
    is_year(page.raw(start)) && comes_out && start > 0 && page.word(start - 1) == "in"
}

/// A participle behind a date that opens the sentence stands at most so far.
const FRONT_TOKENS: usize = 9;

fn comma_between(page: &Page<'_>, groups: &[Group], idx: usize, to: usize) -> bool {
    groups.get(idx).is_some_and(|group| (group.end..to).any(|at| page.raw(at) == ","))
}

/// Whether the first of two verbs stands in an aside, "X, which was due …,", that a comma closes just before the second.
fn closes_aside(page: &Page<'_>, groups: &[Group], [aside, main]: [usize; 2]) -> bool {
    let (Some(aside), Some(main)) = (groups.get(aside), groups.get(main)) else { return false };
    let opens = aside.first.checked_sub(1).is_some_and(|left| matches!(page.word(left), "which" | "who" | "that"));
    opens && main.first.checked_sub(1).is_some_and(|left| page.raw(left) == ",")
}

/// "the singer, who had surgery on Sunday, | was due to start": the day of what the aside tells.
fn is_in_aside(page: &Page<'_>, tokens: &std::ops::Range<usize>, verb: usize) -> bool {
    let floor = tokens.start.saturating_sub(FAR_ASIDE_TOKENS);
    let open = (floor..tokens.start).rev().find(|&at| page.raw(at) == ",");
    let is_who = open.is_some_and(|open| matches!(page.word(open + 1), "who" | "whose" | "whom"));
    is_who && (tokens.end..verb).any(|at| page.raw(at) == ",")
}

/// ", who underwent emergency surgery for a burst appendix on Sunday,": so long such an aside may be.
const FAR_ASIDE_TOKENS: usize = 16;

fn crosses_hard(page: &Page<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| matches!(page.raw(at), ";" | "—" | "–") || matches!(page.word(at), "but" | "although" | "while" | "because"))
}

/// As [`crosses_boundary`], but a preposition that leads straight to the date is no boundary.
fn leaves_clause(page: &Page<'_>, from: usize, to: usize) -> bool {
    let end = if to > from && matches!(page.word(to - 1), "after" | "before" | "since" | "until" | "following") { to - 1 } else { to };
    crosses_boundary(page, from, end) || noun_takes(page, from, to)
}

/// "the state of emergency of January 8", "the tweet of Monday": "of" gives the date to a noun outside the lists.
fn noun_takes(page: &Page<'_>, from: usize, to: usize) -> bool {
    let is_noun = |at: usize| page.is_word(at) && !matches!(page.word(at), "instead" | "ahead" | "place" | "because" | "out" | "as");
    // "postpone the show of this Thursday": but the show is what the verb tells of
    let is_known = || super::names::thing_ending_at(page, Some(to - 2)).is_some_and(|(thing, _)| thing.role != Role::Person);
    to > from + 1 && page.word(to - 1) == "of" && is_noun(to - 2) && !is_known()
}

/// Whether only small words stand between a date, tokens `start..end`, and the beginning of its clause; "tonight’s show"
/// opens none.
pub(super) fn opens_clause(page: &Page<'_>, sentence: &Sentence, start: usize, end: usize) -> bool {
    if page.owns_at(end) {
        return false;
    }
    // "the May 3 show": part of a noun
    let is_led = start.checked_sub(1).is_some_and(|left| matches!(page.word(left), "the" | "its" | "their" | "his" | "her"));
    if is_led && page.phrase_at(&WORDS.things, end, end + 2).is_some() {
        return false;
    }
    let mut at = start;
    let first = sentence.first_token as usize;
    while at > first {
        let word = page.word(at - 1);
        if matches!(page.raw(at - 1), "," | "(" | "“" | "\"" | "‘" | "'" | ":" | "-")
            || matches!(word, "and" | "but" | "that" | "which" | "who" | "however")
        {
            return true;
        }
        if !matches!(
            word,
            "on" | "in"
                | "at"
                | "by"
                | "the"
                | "back"
                | "earlier"
                | "later"
                | "just"
                | "only"
                | "until"
                | "since"
                | "from"
                | "as"
                | "of"
                | "early"
                | "also"
                | "this"
                | "then"
        ) {
            return false;
        }
        at -= 1;
    }
    true
}

/// A moment or happening just before a date ("premiere on", "release date of") or just after it ("May 29 release").
fn noun_beside(page: &Page<'_>, sentence: &Sentence, start: usize, end: usize) -> Option<(usize, usize)> {
    if let Some(named) = named_behind(page, sentence, start, end) {
        return Some(named);
    }
    let floor = sentence.first_token as usize;
    let mut left = start;
    while left > floor
        && left + 4 > start
        && (matches!(page.word(left - 1), "on" | "of" | "in" | "for" | "at" | "is" | "the" | "a" | "to" | "from" | "until" | "was" | "set")
            || matches!(page.raw(left - 1), "," | ":" | "-" | "–" | "("))
    {
        left -= 1;
        if matches!(page.word(left), "is" | "was" | "set" | "to" | "from" | "until") {
            // a verb or a direction stands between: the verb governs
            left = floor;
            break;
        }
    }
    if left > floor
        && let Some((thing, first)) = super::names::thing_ending_at(page, Some(left - 1)).filter(|(thing, _)| dates_itself(*thing))
    {
        let adjacent = left < start || thing.role == Role::Moment;
        // "will launch with a two-night event on May 3": when it launches
        let is_means = |n: usize| matches!(page.word(first - n), "a" | "an") && page.word(first - n - 1) == "with";
        let is_beside = thing.role == Role::Happening && (1..=4).any(|n| first > floor + n && is_means(n));
        if adjacent && !is_beside && !is_verb_like(page, first) {
            return Some((first, left));
        }
    }
    // "the coming weekend’s broadcast of"
    if page.owns_at(end) {
        let (phrase, stop) = page.phrase_at(&WORDS.things, end + 2, sentence.end_token as usize)?;
        return matches!(phrase.entry.role, Role::Moment | Role::Happening).then_some((end + 2, stop));
    }
    // "named November 25 as the premiere of Red Letters"
    if page.word(end) == "as" && matches!(page.word(end + 1), "the" | "its" | "their" | "her" | "his") {
        let (phrase, stop) = page.phrase_at(&WORDS.things, end + 2, sentence.end_token as usize)?;
        return (phrase.entry.role == Role::Moment).then_some((end + 2, stop));
    }
    let limit = (sentence.end_token as usize).min(end + 3);
    (end..limit).take_while(|&at| page.is_word(at) && !page.is_capital(at)).find_map(|at| {
        let (phrase, stop) = page.phrase_at(&WORDS.things, at, limit)?;
        let directly = at == end && !WORDS.small.contains(page.word(at));
        // "a Dec. 18 closing date"
        let is_day_of = phrase.entry.role == Role::Moment || matches!(phrase.entry.name, "finale" | "end");
        (directly && is_day_of).then_some((at, stop))
    })
}

fn dates_itself(thing: Thing) -> bool {
    matches!(thing.role, Role::Moment | Role::Happening) || matches!(thing.name, "finale" | "rerun" | "end")
}

/// "will release on": the noun's word is the verb here.
fn is_verb_like(page: &Page<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|left| matches!(page.word(left), "to" | "will" | "would" | "officially" | "now" | "finally" | "ll"))
}

/// The part that small words before a date give it where a verb of change governs it: "off", "and then".
fn beside_cue(page: &Page<'_>, groups: &[Group], governor: Governor, start: usize) -> Option<Part> {
    let (before, second) = (page.word_left(start, 1), page.word_left(start, 2));
    governor.verb().and_then(|at| groups.get(at)).filter(|group| matches!(group.kind, Head::Cue(_)))?;
    // "was pushed back to April and then September"
    let then = if before == "to" { start.saturating_sub(1) } else { start };
    let is_next =
        page.word_left(then, 1) == "then" && matches!(page.word_left(then, 2), "and" | ",") && then > 2 && page.is_in_date(then - 3);
    if is_next {
        return Some(Part::New);
    }
    // "is moving off Christmas Day", "out of its May 3 slot"
    let is_left = before == "off" || matches!((second, before), ("out", "of") | ("away", "from"));
    is_left.then_some(Part::Old)
}

/// "will air at its original schedule on May 3": as it was.
fn keeps(page: &Page<'_>, group: &Group, noun: usize) -> bool {
    let is_told = matches!(group.kind, Head::Trigger(_)) && group.mood == Mood::Ahead && !group.is_negative && !group.is_now;
    is_told && group.end <= noun && (group.end..noun).any(|at| matches!(page.word(at), "at" | "on" | "per"))
}

/// The part the date plays, from the words before it and how its governor is meant.
pub(super) fn part_of(page: &Page<'_>, groups: &[Group], governor: Governor, start: usize) -> Part {
    let (before, second) = (page.word_left(start, 1), page.word_left(start, 2));
    // "up 12 per cent from 2022": what it is held against
    if before == "from" && (matches!(second, "percent" | "cent" | "pc" | "million" | "points") || page.raw(start.wrapping_sub(2)) == "%") {
        return Part::At;
    }
    let third = page.word_left(start, 3);
    // "from its previous July 15 date"
    let is_former = matches!(before, "previous" | "original" | "planned" | "scheduled" | "initial" | "earlier" | "old" | "prior");
    let is_from = before == "from"
        || second == "from" && (is_former || matches!(before, "a" | "an" | "the" | "its" | "their"))
        || third == "from" && is_former && matches!(second, "the" | "its" | "their" | "a");
    if is_from || given_up::is_given_up(page, start) {
        return Part::Old;
    }
    if let Some(part) = beside_cue(page, groups, governor, start) {
        return part;
    }
    let verb = match governor {
        Governor::Verb(i) => groups.get(i),
        Governor::Noun { first, end, verb } => {
            // "had originally given April 3 as the release date"
            let is_behind = first > start && page.word(first.saturating_sub(2)) == "as";
            if noun_is_old(page, first, end) && verb.and_then(|i| groups.get(i)).is_some_and(|group| keeps(page, group, first)) {
                return Part::At;
            }
            if noun_is_old(page, first, end) || is_behind && noun_is_old(page, start, start) {
                return Part::Old;
            }
            // "from its already rescheduled release date", "to an undisclosed date"
            let floor = verb.and_then(|i| groups.get(i)).filter(|group| group.end <= first).map_or(0, |group| group.end);
            let lead = (1..=5)
                .take_while(|n| first >= floor + n)
                .map(|n| page.word_left(first, n))
                .find(|word| matches!(*word, "from" | "to" | "of" | "on" | "and" | "that" | "the"));
            let comes_from = lead == Some("from") || page.word_left(first, 2) == "from" || page.word_left(first, 3) == "from";
            if comes_from && !(lead == Some("to") && noun_is_new(page, first, end)) {
                return Part::Old;
            }
            let moves = verb.and_then(|i| groups.get(i)).is_some_and(|group| matches!(group.kind, Head::Cue(_)) && group.end <= first);
            if noun_is_new(page, first, end) || lead == Some("to") && (moves || follows_old(page, start)) {
                return Part::New;
            }
            verb.and_then(|i| groups.get(i))
        }
        Governor::Nothing => None,
    };
    let Some(verb) = verb else { return Part::At };
    // "the original release date was May 3", "its new date is May 9"
    let is_copula = matches!(verb.kind, Head::Planned) && matches!(page.word(verb.head), "is" | "are" | "was" | "were" | "be");
    if is_copula && verb.end + 2 >= start {
        if noun_is_old(page, verb.first, verb.first) {
            return Part::Old;
        }
        if noun_is_new(page, verb.first, verb.first) {
            return Part::New;
        }
    }
    // "from its planned release on May 29"
    let comes_from =
        (1..=3).take_while(|&n| n == 1 || !page.is_word(verb.first.saturating_sub(n - 1)) || page.word_left(verb.first, n - 1).len() < 4);
    if matches!(verb.kind, Head::Trigger(_)) && comes_from.into_iter().any(|n| page.word_left(verb.first, n) == "from") {
        return Part::Old;
    }
    if verb.is_no_longer || matches!(verb.kind, Head::Planned | Head::Trigger(_)) && (verb.is_once && verb.mood == Mood::WasPlanned) {
        return Part::Old;
    }
    let toward = matches!(before, "to" | "until" | "till" | "into")
        || matches!(second, "to" | "until") && matches!(before, "the" | "a" | "an" | "around" | "early" | "late" | "later" | "mid");
    // "moved from December 20 to an unspecified 2014 date"
    let is_open = matches!(before, "unspecified" | "undisclosed" | "undetermined" | "unknown" | "later" | "new");
    // "from a planned 2025 date to a rough early 2026 window"
    let is_vague = matches!(before, "rough" | "vague" | "tentative" | "planned" | "revised" | "confirmed");
    let toward = toward || (is_open || is_vague) && matches!(second, "a" | "an") && page.word_left(start, 3) == "to";
    // "has vacated its October 13 slot", "leaves its March 29 date"
    let leaves = matches!(verb.kind, Head::Cue(_)) && !matches!(before, "for" | "to") && second != "to" && {
        let head = page.word(verb.head);
        ["vacat", "skip", "miss", "leav", "left", "exit", "abandon", "los", "giv", "gave", "swap", "trad"]
            .iter()
            .any(|stem| head.starts_with(stem))
    };
    if leaves {
        return Part::Old;
    }
    match verb.kind {
        Head::Cue(_) if toward || before == "for" || second == "for" => Part::New,
        Head::Trigger(_) | Head::Planned if verb.is_now || says_instead(page, start) => Part::New,
        _ => Part::At,
    }
}

/// "on November 3 instead"
fn says_instead(page: &Page<'_>, start: usize) -> bool {
    let end = date_end(page, start, 8).unwrap_or(start);
    page.word(end) == "instead" && page.word(end + 1) != "of"
}

/// The first token behind the date words that begin at `start`, among the next so many.
pub(super) fn date_end(page: &Page<'_>, start: usize, within: usize) -> Option<usize> {
    (start..start + within).find(|&at| !page.is_in_date(at))
}

/// Whether a noun of days stands behind a date: "the May 3 | release date".
pub(super) fn names_slot(page: &Page<'_>, start: usize) -> bool {
    let end = date_end(page, start, 6).unwrap_or(start);
    end > start && (end..end + 3).take_while(|&at| page.is_word(at)).any(|at| WORDS.slots.contains(page.word(at)))
}

/// "June 23 is | the new target", "September 14 has been named as | the revised street date": the noun that names the day.
fn named_behind(page: &Page<'_>, sentence: &Sentence, start: usize, end: usize) -> Option<(usize, usize)> {
    /// How many tokens may stand between the day and what it is called.
    const NAMING: usize = 8;
    if !matches!(page.word(end), "is" | "was" | "will" | "becomes" | "became" | "has" | "now") {
        return None;
    }
    let limit = (end + NAMING).min(sentence.end_token as usize);
    let is_new = |at: usize| matches!(page.word(at), "new" | "revised" | "rescheduled" | "updated" | "replacement");
    let new = (end + 1..limit).take_while(|&at| page.is_word(at) && !page.is_capital(at)).find(|&at| is_new(at))?;
    let is_led = matches!(page.word(new - 1), "the" | "its" | "their" | "his" | "her" | "our");
    let noun = (new + 1..new + 4).find(|&at| WORDS.slots.contains(page.word(at)))?;
    (is_led && opens_clause(page, sentence, start, end)).then_some((new, noun + 1))
}

/// "spoke to the press on Wednesday, | two days before | the show begins": how far off that is, and not when it begins.
fn counts_on(page: &Page<'_>, end: usize) -> bool {
    let length = if page.raw(end) == "," && page.begins_date(end + 1) { date_end(page, end + 1, 5) } else { None };
    length.is_some_and(|at| matches!(page.word(at), "before" | "after") || page.word(at) == "ahead" && page.word(at + 1) == "of")
}

/// "from May 3 to | an unnamed 2023 date".
fn follows_old(page: &Page<'_>, start: usize) -> bool {
    let to = (1..=4).filter_map(|n| start.checked_sub(n)).find(|&at| page.word(at) == "to");
    to.and_then(|to| to.checked_sub(1)).is_some_and(|left| page.is_in_date(left))
}

/// "its original release date of", "the planned premiere on".
fn noun_is_old(page: &Page<'_>, first: usize, end: usize) -> bool {
    // "from its original slot on June 14 to a new date"
    let is_past_to = |at: usize| (at + 1..first).any(|i| page.word(i) == "to" && page.is_in_date(i - 1));
    (first.saturating_sub(7)..end).filter(|&at| !is_past_to(at)).any(|at| {
        at + 1 == first && (page.word(at) == "old" || page.word(at) == "first" && (first..end).any(|i| page.word(i) == "date"))
            || WORDS.once.contains(page.word(at))
                && (at + 4 >= first || !crosses_boundary(page, at, first) && !(at..first).any(|i| page.raw(i) == ","))
            // but not "is still scheduled for a UK release"
            || at < first
                && matches!(page.word(at), "scheduled" | "planned" | "intended")
                && !matches!(page.word(at + 1), "for" | "to")
                && !crosses_boundary(page, at, first)
    })
}

/// "the new release date, January 3".
fn noun_is_new(page: &Page<'_>, first: usize, end: usize) -> bool {
    (first.saturating_sub(5)..end)
        .any(|at| matches!(page.word(at), "new" | "revised" | "fresh" | "rescheduled") && !(at..first).any(|i| page.raw(i) == ","))
}
