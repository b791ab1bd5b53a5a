//! "have rescheduled the April 11 concert. The Ninth will now be performed on September 11": a day given up, and the day
//! that holds now told in the next sentence of what is to be heard then.

use super::weighed::differs;
use crate::events::fact::{Fact, Value};
use crate::events::names::Names;
use crate::events::page::Page;
use crate::events::{Claim, Event, Kind, Says, Stated, Status};
use crate::text::Span;

/// So many sentences behind the day given up the new one is told.
const NEAR_SENTENCES: usize = 2;

/// Gives the only day given up that waits for a new one the only new one that no other tells of.
pub(super) fn join(page: &Page<'_>, names: &Names, facts: &[Fact], told: &mut [(usize, Event)]) {
    let sentence_of = |span: Span| page.sentences.partition_point(|sentence| sentence.span.start <= span.start);
    let is_staged = |event: &Event| event.kind == Kind::Performance;
    if told.iter().any(|(_, event)| is_staged(event) && event.stated.is_some()) {
        return;
    }
    let moves = |at: usize| {
        let of = facts.iter().find(|fact| fact.at == at && fact.claim.is_some());
        of.is_some_and(|of| facts.iter().any(|fact| fact.sentence == of.sentence && is_moved(fact)))
    };
    let given_up = |(at, event): &&(usize, Event)| {
        is_staged(event) && event.status == Status::Superseded && event.claim.as_ref().is_some_and(is_day) && moves(*at)
    };
    let mut waiting = told.iter().filter(given_up);
    let (Some((_, old)), None) = (waiting.next(), waiting.next()) else { return };
    let (subject, quote, from) = (old.subject.clone(), old.quote, old.claim.clone());
    let Some(day) = from.as_ref().map(|from| from.date) else { return };
    let holds_now = |at: usize| {
        let fact = facts.iter().find(|fact| fact.at == at && fact.value == Value::New && !fact.is_possible && !fact.is_negative);
        let group = fact.and_then(|fact| fact.group);
        group.filter(|(first, end)| (*first..*end).any(|at| page.word(at) == "now")).map(|(first, end)| page.span(first, end))
    };
    let follows = |event: &Event| (1..=NEAR_SENTENCES).contains(&sentence_of(event.quote).saturating_sub(sentence_of(quote)));
    let is_new = |at: usize, event: &Event| {
        let is_other = event.claim.as_ref().is_some_and(|claim| is_day(claim) && differs(&claim.date, &day));
        is_staged(event) && event.stated.is_none() && is_other && follows(event) && holds_now(at).is_some()
    };
    let mut news = told.iter_mut().filter(|(at, event)| is_new(*at, event));
    let (Some((at, event)), None) = (news.next(), news.next()) else { return };
    let is_somebody = names.names.iter().any(|name| name.words == event.subject.name && name.is_lead && name.is_work());
    if is_somebody {
        return;
    }
    event.stated = holds_now(*at).map(|words| Stated { from, ..Stated::new(Says::Moved, words) });
    event.subject = subject;
    event.is_background = false;
}

/// "rescheduled", "moved": to another day, and not off.
fn is_moved(fact: &Fact) -> bool {
    let is_told = !fact.is_possible && !fact.is_negative && matches!(fact.value, Value::Without | Value::Old);
    is_told && fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed))
}

fn is_day(claim: &Claim) -> bool {
    claim.date.single_day().is_some()
}
