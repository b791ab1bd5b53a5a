//! Plans without a verb of their own: "slated for May", "the film, due in June"; and what "would" be.

use super::Says;
use super::clause::{DETERMINERS, Group, Head, Mood, Shape};
use super::grammar::refuses;
use super::helpers::with_helpers;
use super::page::Page;
use super::subject::PREPOSITIONS;
use super::words::{CueWord, Form, Needs, Toward, WORDS};
use crate::language::Sentence;

/// "will not air anytime soon", "won’t open as planned": a promise taken back.
pub(super) fn withdrawn(page: &Page<'_>, group: Group, end: usize) -> Group {
    // "will not take place until 2022": it will, later
    let waits = matches!(group.kind, Head::Cue(cue) if cue.says == Says::Cancelled)
        && (group.end..end.min(group.end + 4)).any(|at| matches!(page.word(at), "until" | "till"))
        && refuses(page, &group);
    let is_promise = matches!(group.kind, Head::Trigger(_)) && group.is_negative && group.mood == Mood::Ahead;
    let limit = end.min(group.end + TAKEN_BACK_TOKENS);
    let is_planned = |at: usize| matches!(page.word(at), "planned" | "scheduled" | "expected");
    let taken_back = (group.end..limit).any(|at| {
        matches!(page.word(at), "anytime") && page.word(at + 1) == "soon"
            || page.word(at) == "any" && page.word(at + 1) == "time"
            || page.word(at) == "as" && page.word(at + 1) == "per" && matches!(page.word(at + 2), "plan" | "plans" | "schedule")
            || page.word(at) == "as" && (is_planned(at + 1) || WORDS.once.contains(page.word(at + 1)) && is_planned(at + 2))
            // "as was previously planned"
            || page.word(at) == "as" && matches!(page.word(at + 1), "was" | "had") && (at + 2..at + 5).any(is_planned)
            || page.word(at) == "until" && page.word(at + 1) == "further"
    });
    if !(waits || is_promise && taken_back) {
        return group;
    }
    let cue = CueWord { says: Says::Postponed, toward: Toward::Later, needs: Needs::Nothing };
    Group { kind: Head::Cue(cue), is_negative: false, is_passive: true, mood: Mood::Done, ..group }
}

/// "won’t open | on May 3 as planned": so far behind the verb the promise is taken back.
const TAKEN_BACK_TOKENS: usize = 9;

/// "announced that it would be postponed" is a fact told; "would be postponed" alone is none.
pub(super) fn settle_would(page: &Page<'_>, sentence: &Sentence, groups: &mut [Group]) {
    if !sentence.token_range().any(|at| matches!(page.word(at), "would" | "going")) {
        return;
    }
    // "While some had worried the game would be pushed back": what they thought
    let is_thought = |at: usize| matches!(page.word(at), "worried" | "feared" | "thought" | "assumed" | "speculated" | "believed");
    let thought = sentence.token_range().find(|&at| is_thought(at));
    let (mut told, mut told_before) = (goes_on_telling(page, sentence), false);
    for group in groups {
        if (group.first..group.head).any(|at| page.word(at) == "would") {
            told &= thought.is_none_or(|thought| thought > group.first);
            // "originally filming would start in June, but"
            group.is_once |=
                (group.first.saturating_sub(ONCE_TOKENS)..group.first).any(|at| matches!(page.word(at), "originally" | "initially"));
            // "would originally start in June", "would have started"
            group.is_possible |= !told && !group.is_once && !group.is_forgone;
            // "had announced that the run would end in May"
            group.mood = if told_before || group.is_once { Mood::WasPlanned } else { Mood::Ahead };
        }
        // "announced they were going to cancel": told, and so it is done
        let goes = told && matches!(group.kind, Head::Cue(_)) && (group.first..group.head).any(|at| page.word(at) == "going");
        if goes && !group.is_once {
            group.mood = Mood::Ahead;
        }
        let tells = matches!(group.kind, Head::Telling);
        told |= tells;
        told_before |= tells && (group.first..group.head).any(|at| page.word(at) == "had");
    }
}

/// "originally | filming | would": so far before the verb.
const ONCE_TOKENS: usize = 3;

/// "They got unexpected news, Kern said. The show would be closing on May 18": what the sentence before tells goes on.
fn goes_on_telling(page: &Page<'_>, sentence: &Sentence) -> bool {
    let own = page.sentences.partition_point(|other| other.first_token < sentence.first_token);
    let before = own.checked_sub(1).and_then(|before| page.sentences.get(before)).filter(|_| !sentence.starts_paragraph);
    let tells = |at: usize| matches!(page.word(at), "said" | "announced" | "confirmed" | "revealed" | "told" | "added" | "wrote");
    let is_doubtful = sentence.token_range().any(|at| matches!(page.word(at), "if" | "whether" | "could" | "might" | "may"));
    before.is_some_and(|before| before.token_range().any(tells)) && !is_doubtful
}

/// "The tour | set to kick off in April | was postponed": a plan that only says which tour is no clause of its own.
pub(super) fn reduce(page: &Page<'_>, groups: &mut [Group]) {
    let is_helped = |group: &Group| {
        (group.first..group.head)
            .any(|at| matches!(page.word(at), "is" | "are" | "was" | "were" | "be" | "been" | "has" | "have" | "had" | "will" | "s" | "re"))
    };
    for at in 1..groups.len() {
        let Some([plan, next]) = groups.get_mut(at - 1..=at) else { continue };
        let is_bare = WORDS.planned.contains(page.word(plan.first)) && plan.mood == Mood::Ahead && !is_helped(plan);
        let runs_on = (plan.end..next.first)
            .all(|i| page.is_in_date(i) || matches!(page.word(i), "on" | "in" | "for" | "at" | "off" | "this" | "the"));
        let is_told = matches!(next.kind, Head::Cue(_)) && next.is_passive && is_helped(next);
        plan.is_finite &= !(is_bare && runs_on && is_told && next.first > plan.end);
    }
}

/// "was first | scheduled for": but not "the first scheduled for".
pub(super) fn is_first_plan(page: &Page<'_>, at: usize) -> bool {
    let left = |n: usize| page.word_left(at, n);
    // "Red Letters, first slated for March, will"
    let is_apart = at > 1 && page.raw(at - 2) == ",";
    left(1) == "first" && (matches!(left(2), "was" | "were" | "been" | "had") || is_apart)
}

/// "is set for", "slated for" where no verb follows.
pub(super) fn add_plans(page: &Page<'_>, first: usize, end: usize, groups: &mut Vec<Group>) {
    let mut plans = Vec::new();
    for at in first..end {
        let word = page.word(at);
        let bare = WORDS.planned.contains(word) && !groups.iter().any(|group| group.first <= at && at < group.end);
        let object = matches!(word, "slated" | "slotted" | "dated" | "scheduled" | "set" | "pegged")
            && matches!(page.word(at + 1), "it" | "the" | "its" | "their");
        let reach = if object { 8 } else { 3 };
        let leads = (at + 1..end.min(at + reach)).take_while(|&next| page.raw(next) != ",").any(|next| {
            matches!(
                page.word(next),
                "for" | "on" | "in" | "at" | "to" | "as" | "across" | "throughout" | "between" | "from" | "during" | "over"
            )
        }) || page.begins_date(at + 1);
        let is_film_set = word == "set" && matches!(page.word(at.wrapping_sub(1)), "on" | "off" | "film" | "movie" | "from");
        // "in a tweet dated February 6" tells when
        let is_letter = word == "dated"
            && page.word(at + 1) != "for"
            && !at.checked_sub(1).is_some_and(|left| WORDS.auxiliary.contains(page.word(left)) || WORDS.adverb.contains(page.word(left)));
        // "a girl named Mila", "meant business on Friday"
        let is_called = word == "named" && page.is_capital(at + 1) || word == "meant" && !matches!(page.word(at + 1), "to" | "for" | "as");
        // "cancelled all | scheduled | events": which ones
        let is_which = matches!(page.word(at.wrapping_sub(1)), "all" | "any" | "other" | "remaining")
            && page.is_word(at + 1)
            && !PREPOSITIONS.contains(&page.word(at + 1))
            && !page.begins_date(at + 1);
        let is_as_planned = matches!(page.word(at.wrapping_sub(1)), "as" | "than");
        if bare
            && !is_called
            && !is_letter
            && !is_as_planned
            && !is_which
            && !is_film_set
            && leads
            && (!DETERMINERS.contains(&page.word(at.wrapping_sub(1))) || is_first_plan(page, at))
        {
            let floor = groups.iter().filter(|group| group.end <= at).map(|group| group.end).max().unwrap_or(first);
            let mut group = with_helpers(
                page,
                Shape { at, stop: at + 1, kind: Head::Planned, form: Form::Past, is_verb: true, has_gap: false },
                floor,
                end,
            );
            group.mood = match group.mood {
                Mood::Done if page_has_was(page, &group) => Mood::WasPlanned,
                _ if group.is_once => Mood::WasPlanned,
                _ => Mood::Ahead,
            };
            plans.push(group);
        }
    }
    plans.extend((first..end).filter_map(|at| dated_copula(page, groups, at, end)));
    plans.extend((first..end).filter_map(|at| had_been_for(page, groups, at, end)));
    plans.extend((first..end).filter_map(|at| had_it_down(page, groups, at, end)).flatten());
    groups.extend(plans);
    groups.sort_by_key(|group| (group.head, group.first));
}

/// "her next show is November 10", "the finale will be on Sunday": a form of "be" that only gives a date.
fn dated_copula(page: &Page<'_>, groups: &[Group], at: usize, end: usize) -> Option<Group> {
    let word = page.word(at);
    let is_be = matches!(word, "is" | "are" | "was" | "were") || word == "be" && page.word(at.wrapping_sub(1)) == "will";
    // "is now an August 26 release"
    let is_now = page.word(at + 1) == "now" && matches!(page.word(at + 2), "a" | "an") && page.begins_date(at + 3);
    let stop = if is_now { at + 3 } else { at + 1 };
    let dates = page.begins_date(stop) || matches!(page.word(stop), "on" | "for" | "from") && page.begins_date(stop + 1);
    // "was earlier this year bumped up": the date stands inside another verb
    let behind = (stop..end).find(|&at| at > stop && !page.is_in_date(at)).unwrap_or(end);
    let is_free = !groups.iter().any(|group| group.first <= at && at < group.end || (stop..=behind).contains(&group.first));
    (is_be && dates && is_free && stop < end).then(|| {
        let floor = groups.iter().filter(|group| group.end <= at).map(|group| group.end).max().unwrap_or_default();
        let shape = Shape { at, stop, kind: Head::Planned, form: Form::Base, is_verb: true, has_gap: false };
        let group = with_helpers(page, shape, floor, end);
        let mood = if matches!(word, "was" | "were") { Mood::Done } else { Mood::Ahead };
        Group { mood, is_finite: true, is_passive: true, is_now: group.is_now || is_now, ..group }
    })
}

/// "had it down for June 17", "had the film pencilled in for June": what somebody had planned; the "had", and the plan.
fn had_it_down(page: &Page<'_>, groups: &[Group], at: usize, end: usize) -> Option<[Group; 2]> {
    let is_plan = |i: usize| matches!(page.word(i), "down" | "pencilled" | "penciled" | "lined" | "marked" | "earmarked" | "inked");
    if page.word(at) != "had" || page.word(at + 1) == "been" {
        return None;
    }
    let plan = (at + 2..end.min(at + HAD_BEEN_TOKENS)).find(|&i| is_plan(i))?;
    let lead = (plan + 1..plan + 3).find(|&i| page.word(i) == "for" && page.begins_date(i + 1))?;
    let is_free = !groups.iter().any(|group| group.first <= lead && at < group.end);
    is_free.then(|| {
        let shape = |at: usize, stop: usize, kind| Shape { at, stop, kind, form: Form::Past, is_verb: true, has_gap: false };
        let had = with_helpers(page, shape(at, at + 1, Head::Telling), at, end);
        let planned = with_helpers(page, shape(plan, lead, Head::Planned), plan, end);
        [Group { is_finite: true, ..had }, Group { mood: Mood::WasPlanned, is_finite: true, is_passive: true, ..planned }]
    })
}

/// "had been down for September 1", "had been on sale through January 29": a plan that no longer holds, whatever was
/// said of it.
fn had_been_for(page: &Page<'_>, groups: &[Group], at: usize, end: usize) -> Option<Group> {
    let is_had = page.word(at) == "had" || page.word(at) == "d" && matches!(page.raw(at.wrapping_sub(1)), "’" | "'");
    // "was on the books for", "was down for"
    let is_was = matches!(page.word(at), "was" | "were") && matches!(page.word(at + 1), "on" | "down" | "in" | "up");
    let been = if is_was { at } else { at + 1 };
    if !is_was && (!is_had || page.word(been) != "been") {
        return None;
    }
    let limit = end.min(been + HAD_BEEN_TOKENS);
    let lead = (been + 1..limit).find(|&i| matches!(page.word(i), "for" | "through" | "until" | "till"))?;
    let is_plain = (been + 1..lead).all(|i| {
        page.is_word(i) && !page.is_capital(i) && !page.is_in_date(i) && (page.word(i) == "down" || !WORDS.planned.contains(page.word(i)))
    });
    let is_dated = page.begins_date(lead + 1) || page.begins_date(lead);
    let is_free = !groups.iter().any(|group| group.first <= lead && at < group.end);
    (is_plain && is_dated && is_free && lead > been + 1).then(|| {
        let shape = Shape { at: been, stop: lead, kind: Head::Planned, form: Form::Base, is_verb: true, has_gap: false };
        let group = with_helpers(page, shape, if is_was { first_helper(groups, at) } else { at }, end);
        Group { mood: Mood::WasPlanned, is_finite: true, is_passive: true, ..group }
    })
}

/// Where the words that may help a verb begin: behind the verb before it.
fn first_helper(groups: &[Group], at: usize) -> usize {
    groups.iter().filter(|group| group.end <= at).map(|group| group.end).max().unwrap_or(at)
}

/// "had been | on the books for | June 10": so many words at most.
const HAD_BEEN_TOKENS: usize = 6;

fn page_has_was(page: &Page<'_>, group: &Group) -> bool {
    (group.first..group.head).any(|at| matches!(page.word(at), "was" | "were" | "had"))
}
