//! How an announcement came to say what it says now: report day after report day, each against what was known before.

mod asides;
mod state;
mod stated;
mod told;

pub(super) use self::asides::Asides;

use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use super::link::happens_often;
use super::telling::Telling;
use super::value::{Content, Value};
use super::{Change, EventId, State};
use crate::article::Article;
use crate::events::{Event, Facet, Kind, Note, Status};
use state::Fold;

/// What the fold found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct History {
    /// Steps, oldest first.
    pub(super) changes: Vec<Change>,
    /// The value that holds at the end.
    pub(super) current: Option<Value>,
    /// Where the announcement stands.
    pub(super) state: Option<State>,
    /// What was noticed about single statements.
    pub(super) notes: Vec<(EventId, Note)>,
}

/// Folds the statements of one announcement (ascending) over the days they were reported; `asides` are the days that
/// articles give only in passing.
pub(super) fn fold(articles: &[Arc<Article>], events: &[Event], ids: &[EventId], asides: &Asides) -> History {
    let known: Vec<&Event> = ids.iter().filter_map(|id| events.get(*id as usize)).collect();
    // "the event", of what other articles call a ceremony
    let Some(first) = known.iter().find(|event| event.kind == Kind::Ceremony).or(known.first()) else { return History::default() };
    let (facet, kind) = (first.facet, first.kind);
    let mut fold = Fold::new(facet, kind);
    // one more night, court day or errand replaces none: only what an article calls a move is one
    let is_often =
        matches!(kind, Kind::Other | Kind::Performance | Kind::Legal) && happens_often(&first.subject.thing, kind, first.part.is_some());
    // one more trailer, tickets for one more town
    let is_one_of_many = matches!(first.part.as_deref(), Some("trailer" | "tickets"));
    fold.is_many = facet == Facet::When && (is_often || is_one_of_many);
    fold.asides = asides.beside(&known);
    for (day, moment) in moments(articles, events, ids) {
        let tellings = moment.iter().map(|ids| Telling::of(events, ids, facet, Some(day))).collect();
        fold.step(day, tellings);
    }
    let mut history = fold.finish();
    if history.state.is_none() {
        (history.current, history.state) = standing_alone(events, ids, facet);
    }
    history
}

/// An announcement that takes no part in changes (mentioned in passing, or in articles without a report date): its first date.
fn standing_alone(events: &[Event], ids: &[EventId], facet: Facet) -> (Option<Value>, Option<State>) {
    let known = ids.iter().filter_map(|&id| Some((id, events.get(id as usize)?)));
    let firm = known.clone().find_map(|(id, event)| {
        let value = Value::of(event, id, facet, None)?;
        matches!(event.status, Status::Scheduled | Status::Happened).then_some(value)
    });
    let rumoured =
        || known.clone().filter(|(_, event)| event.status == Status::Rumoured).find_map(|(id, event)| Value::of(event, id, facet, None));
    let is = |status| known.clone().any(|(_, event)| event.status == status);
    let current = firm.or_else(rumoured);
    let is_dated = current.as_ref().is_some_and(|value| value.content.claim().is_some());
    let state = match () {
        () if is(Status::Cancelled) && !is(Status::Scheduled) && !is(Status::Happened) => State::Cancelled,
        () if is(Status::Happened) => State::Happened,
        () if is_dated => State::Dated,
        () => State::Undated,
    };
    (current.filter(|_| state != State::Cancelled), Some(state))
}

/// The statements that one article makes.
struct Said {
    moment: (NaiveDate, Option<NaiveTime>),
    article: u32,
    ids: Vec<EventId>,
}

/// The statements by report day, within a day by time where every article of it has one; each moment holds one list an article.
fn moments(articles: &[Arc<Article>], events: &[Event], ids: &[EventId]) -> Vec<(NaiveDate, Vec<Vec<EventId>>)> {
    let mut said: Vec<Said> = Vec::new();
    for &id in ids {
        let Some(event) = events.get(id as usize).filter(|event| !event.is_background && event.kind != Kind::Report) else { continue };
        let Some(reported) = articles.get(event.article as usize).and_then(|article| article.reported) else { continue };
        match said.last_mut() {
            Some(last) if last.article == event.article => last.ids.push(id),
            _ => said.push(Said { moment: (reported.day, reported.time), article: event.article, ids: vec![id] }),
        }
    }
    for day in said.chunk_by_mut(|one, other| one.moment.0 == other.moment.0) {
        if day.iter().any(|article| article.moment.1.is_none()) {
            for article in day.iter_mut() {
                article.moment.1 = None;
            }
        }
        day.sort_by_key(|article| article.moment);
    }
    let moments = said.chunk_by(|one, other| one.moment == other.moment);
    moments.filter_map(|moment| Some((moment.first()?.moment.0, moment.iter().map(|article| article.ids.clone()).collect()))).collect()
}

/// Whether a second value of that sort can only replace the first: a show has one form and a concert one hall,
/// while a film has many actors and is shot in many places.
fn is_exclusive(content: &Content, facet: Facet, kind: Kind) -> bool {
    match facet {
        Facet::When | Facet::Shape => true,
        Facet::Where => content.text().is_some() && matches!(kind, Kind::Performance | Kind::Ceremony),
        Facet::Who => false,
    }
}
