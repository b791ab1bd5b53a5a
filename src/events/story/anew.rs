//! "was scheduled to rise on February 7. … The show will now open on March 15": the day that holds now and the day it
//! takes the place of, told near each other in words that name the thing in two ways.

use std::collections::BTreeMap;

use super::weighed::differs;
use crate::events::fact::{Fact, Value};
use crate::events::names::{Name, Names};
use crate::events::page::Page;
use crate::events::{Claim, Event, Facet, Kind, Says, Stated, Status};
use crate::text::Span;

/// The old day is told so many sentences before the new one, or behind it.
const NEAR_SENTENCES: usize = 2;

/// Gives each day that holds "now", and of which nothing is told that it replaces, the only day left behind near it.
pub(super) fn join(page: &Page<'_>, names: &Names, facts: &[Fact], told: &mut [(usize, Event)]) {
    let mut dated: BTreeMap<usize, &Fact> = BTreeMap::new();
    for fact in facts.iter().filter(|fact| fact.claim.is_some()) {
        dated.entry(fact.at).or_insert(fact);
    }
    let news: Vec<(usize, Span)> = (0..told.len()).filter_map(|idx| Some((idx, holds_now(page, &dated, told, idx)?))).collect();
    for (new, cue) in news {
        let Some(old) = only_left(page, names, (facts, &dated), told, new) else { continue };
        let Some((from, subject)) = told.get(old).map(|(_, event)| (event.claim.clone(), event.subject.clone())) else { continue };
        let is_title = |name: &[String]| names.names.iter().any(|known| known.words == name && known.is_lead && known.is_work());
        if let Some((_, event)) = told.get_mut(new) {
            event.stated = Some(Stated { from, ..Stated::new(Says::Moved, cue) });
            event.is_background = false;
            if !is_title(&event.subject.name) {
                event.subject = subject;
            }
        }
        if let Some((_, event)) = told.get_mut(old) {
            event.status = Status::Superseded;
        }
    }
}

/// The verb that says of a statement’s day that it holds now: "will now open", "is now due".
fn holds_now(page: &Page<'_>, dated: &BTreeMap<usize, &Fact>, told: &[(usize, Event)], idx: usize) -> Option<Span> {
    let (at, event) = told.get(idx)?;
    if event.stated.is_some() || event.facet != Facet::When || event.status != Status::Scheduled {
        return None;
    }
    let is_new = |fact: &&&Fact| fact.value == Value::New && !fact.is_possible && !fact.is_negative && !fact.is_further;
    let fact = dated.get(at).filter(is_new)?;
    let (first, end) = fact.group?;
    let last = fact.claim.as_ref()?.date.last();
    let is_ahead = last.zip(page.article.report_day()).is_some_and(|(last, reported)| last >= reported);
    // "would now be aimed at" is no news of a day
    let says = |word: &str| (first..end).any(|at| page.word(at) == word);
    let says_now = says("now") && !says("would");
    (is_ahead && says_now).then(|| page.span(first, end))
}

/// The only day left behind, or planned in the past tense, near a statement and of what may be the same thing.
fn only_left(
    page: &Page<'_>,
    names: &Names,
    (facts, dated): (&[Fact], &BTreeMap<usize, &Fact>),
    told: &[(usize, Event)],
    new: usize,
) -> Option<usize> {
    let (at, event) = told.get(new)?;
    let to = event.claim.as_ref()?;
    let sentence_of = |span: Span| page.sentences.partition_point(|sentence| sentence.span.start <= span.start);
    let fact_at = |at: usize| dated.get(&at).copied();
    // "was set for May 29. It was then delayed indefinitely": that waits for its new day
    let waits = |stated: &Stated| stated.says == Says::Postponed;
    let accounted: Vec<&Claim> = told
        .iter()
        .filter_map(|(_, other)| Some((other.stated.as_ref().filter(|stated| !waits(stated))?, other.claim.as_ref())))
        .flat_map(|(stated, to)| stated.from.as_ref().into_iter().chain(to))
        .collect();
    if accounted.iter().any(|known| !differs(&known.date, &to.date)) {
        return None;
    }
    let own = fact_at(*at)?;
    let fits = |other_at: usize, other: &Event| {
        let Some((claim, fact)) = other.claim.as_ref().zip(fact_at(other_at)) else { return false };
        other.stated.is_none()
            && other.facet == Facet::When
            && (other.status == Status::Superseded || other.status == Status::Scheduled && matches!(fact.value, Value::Was | Value::Old))
            && !fact.is_further
            && !fact.is_possible
            && differs(&claim.date, &to.date)
            && claim.date.first().is_some()
            && accounted.iter().all(|known| differs(&known.date, &claim.date))
            && sentence_of(other.quote).abs_diff(sentence_of(event.quote)) <= NEAR_SENTENCES
            && (may_be_one(names, (own, event), (fact, other)) || is_moved_on(facts, fact) && is_kin(names, event, other))
    };
    let mut fitting: Vec<usize> =
        (0..told.len()).filter(|&idx| told.get(idx).is_some_and(|(at, other)| idx != new && fits(*at, other))).collect();
    let is_first = |idx: &usize| told.get(*idx).and_then(|(at, _)| fact_at(*at)).is_some_and(|fact| fact.is_first);
    if !fitting.iter().all(is_first) {
        fitting.retain(|idx| !is_first(idx));
    }
    let day = |idx: &usize| told.get(*idx).and_then(|(_, other)| other.claim.as_ref()).map(|claim| claim.date);
    let first = *fitting.first()?;
    fitting.iter().all(|idx| day(idx) == day(&first)).then_some(first)
}

/// Whether two statements may be of one thing: by its name, or where one of them does not name it.
fn may_be_one(names: &Names, (one, a): (&Fact, &Event), (other, b): (&Fact, &Event)) -> bool {
    let is_same = a.subject.name == b.subject.name;
    (is_same || !(one.referent.is_named && other.referent.is_named)) && is_kin(names, a, b)
}

/// Whether nothing tells two statements apart: two titles, two parts, the making of it and its coming out.
fn is_kin(names: &Names, a: &Event, b: &Event) -> bool {
    let is_made = |event: &Event| event.kind == Kind::Production;
    let is_title = |event: &Event| names.names.iter().find(|name| name.words == event.subject.name).is_some_and(Name::is_work);
    let parts_agree = a.part == b.part || a.part.is_none() || b.part.is_none();
    let names_agree = a.subject.name == b.subject.name || !(is_title(a) && is_title(b));
    is_made(a) == is_made(b) && parts_agree && names_agree
}

/// "have rescheduled the April 11 concert": whether its own sentence moves a day to another that it does not tell.
fn is_moved_on(facts: &[Fact], old: &Fact) -> bool {
    let moves = |fact: &Fact| {
        let is_told = !fact.is_possible && !fact.is_negative && matches!(fact.value, Value::Without | Value::Old);
        is_told && fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed))
    };
    facts.iter().any(|fact| fact.sentence == old.sentence && moves(fact))
}
