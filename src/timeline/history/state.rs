//! What is known of an announcement at one moment, and how a step is written down.

use chrono::NaiveDate;

use super::super::compare::gap_days;
use super::super::telling::Telling;
use super::super::value::{Content, Value, add, agreeing};
use super::super::{Basis, Change, ChangeKind, EventId, State};
use super::History;
use crate::civil::ClaimedDate;
use crate::events::{Facet, Kind, Note};

/// Whether the thing is on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Standing {
    /// On, as far as is known.
    Open,
    /// Off, with no new date.
    Postponed,
    /// Called off.
    Cancelled,
}

/// The state of the fold between two moments.
pub(super) struct Fold {
    pub(super) facet: Facet,
    pub(super) kind: Kind,
    /// The value that holds.
    pub(super) current: Option<Value>,
    /// The last value that held, kept when the date is withdrawn.
    pub(super) last_dated: Option<Value>,
    /// Values that no longer hold.
    pub(super) left: Vec<Value>,
    /// Days that articles give only in passing, with the day of the report.
    pub(super) asides: Vec<(NaiveDate, ClaimedDate)>,
    /// Values told beside the current one that nothing can be made of.
    pub(super) beside: Vec<Value>,
    /// Whether one article gave several values at once: then another value replaces none.
    pub(super) is_many: bool,
    pub(super) standing: Standing,
    /// Whether the current value is only said by somebody who may not know.
    pub(super) is_rumour: bool,
    pub(super) changes: Vec<Change>,
    /// The values of each change, for finding out that it is told again.
    pub(super) steps: Vec<(Option<Content>, Option<Content>)>,
    /// The change that led to the current value at this very moment.
    pub(super) just_changed: Option<usize>,
    /// Statements of this moment that affirm what is known; they are no mere repetition.
    pub(super) affirmed: Vec<EventId>,
    pub(super) notes: Vec<(EventId, Note)>,
    has_begun: bool,
}

/// A step to be written down.
pub(super) struct Step<'a> {
    pub(super) kind: ChangeKind,
    pub(super) basis: Basis,
    pub(super) from: Option<&'a Value>,
    pub(super) to: Option<&'a Value>,
    pub(super) from_inferred: bool,
    pub(super) after: &'a [EventId],
    pub(super) note: Option<&'static str>,
}

impl<'a> Step<'a> {
    pub(super) fn compared(kind: ChangeKind, from: Option<&'a Value>, to: &'a Value) -> Self {
        Self { kind, basis: Basis::Compared, from, to: Some(to), from_inferred: false, after: &to.carriers, note: None }
    }
}

impl Fold {
    pub(super) fn new(facet: Facet, kind: Kind) -> Self {
        Self {
            facet,
            kind,
            current: None,
            last_dated: None,
            left: Vec::new(),
            asides: Vec::new(),
            beside: Vec::new(),
            is_many: false,
            standing: Standing::Open,
            is_rumour: false,
            changes: Vec::new(),
            steps: Vec::new(),
            just_changed: None,
            affirmed: Vec::new(),
            notes: Vec::new(),
            has_begun: false,
        }
    }

    /// One moment: first what the articles state, then what they tell without saying that it changed.
    pub(super) fn step(&mut self, day: NaiveDate, mut tellings: Vec<Telling>) {
        self.has_begun = true;
        self.just_changed = None;
        self.affirmed = tellings.iter().flat_map(|telling| telling.affirmed.iter().copied()).collect();
        let known = self.current.clone();
        for telling in &mut tellings {
            telling.resolve(known.as_ref().or(self.last_dated.as_ref()));
            telling.news.iter_mut().for_each(|news| self.count_once(news));
        }
        self.take_news(day, &tellings);
        for old in tellings.iter().flat_map(|telling| &telling.old) {
            self.leave(old.clone());
        }
        self.take_told(day, &tellings);
        self.take_rumours(&tellings);
        self.take_affirmed(day, known.is_some());
    }

    /// The value that a new one is held against: the current one, else the last that held.
    pub(super) fn base(&self) -> Option<&Value> {
        self.current.as_ref().or(self.last_dated.as_ref())
    }

    /// Notes that a value no longer holds, unless it agrees with the one that does.
    pub(super) fn leave(&mut self, value: Value) {
        if self.current.as_ref().is_none_or(|current| !current.content.agrees(&value.content)) {
            self.beside.retain(|known| !known.content.agrees(&value.content));
            add(&mut self.left, value);
        }
    }

    /// Makes a value the current one.
    pub(super) fn set(&mut self, value: Value) {
        self.left.retain(|known| !known.content.agrees(&value.content));
        self.beside.retain(|known| !known.content.agrees(&value.content));
        self.standing = Standing::Open;
        self.is_rumour = false;
        self.last_dated = Some(value.clone());
        let before = self.current.replace(value);
        if let Some(before) = before {
            self.leave(before);
        }
    }

    /// Puts a value beside the current one.
    pub(super) fn put_beside(&mut self, value: Value) {
        if agreeing(&self.left, &value.content).is_none() {
            add(&mut self.beside, value);
        }
    }

    /// Joins a value that agrees with the current one.
    pub(super) fn join_current(&mut self, value: &Value) {
        if let Some(current) = &mut self.current {
            current.join(value);
            self.last_dated.clone_from(&self.current);
        }
    }

    /// Writes a step down and returns its index.
    pub(super) fn push(&mut self, day: NaiveDate, step: &Step<'_>) -> usize {
        let content = |value: Option<&Value>| value.map(|value| value.content.clone());
        let (from, to) = (content(step.from), content(step.to));
        let claim = |content: &Option<Content>| content.as_ref().and_then(Content::claim).cloned();
        let text = |content: &Option<Content>| content.as_ref().and_then(Content::text).map(str::to_owned);
        let (from_claim, to_claim) = (claim(&from), claim(&to));
        let n_days = from_claim.as_ref().zip(to_claim.as_ref()).and_then(|(from, to)| gap_days(&from.date, &to.date));
        self.changes.push(Change {
            kind: step.kind,
            basis: step.basis,
            reported: day,
            n_days,
            from: from_claim,
            from_event: step.from.map(|value| value.event),
            to: to_claim,
            to_event: step.to.map(|value| value.event),
            from_text: text(&from),
            to_text: text(&to),
            from_inferred: step.from_inferred,
            before: step.from.map(|value| value.carriers.clone()).unwrap_or_default(),
            after: step.after.to_vec(),
            note: step.note.map(str::to_owned),
        });
        self.steps.push((from, to));
        self.changes.len() - 1
    }

    /// Adds witnesses to a step told again.
    pub(super) fn witness(&mut self, idx: usize, before: &[EventId], after: &[EventId]) {
        if let Some(change) = self.changes.get_mut(idx) {
            for (known, told) in [(&mut change.before, before), (&mut change.after, after)] {
                known.extend_from_slice(told);
                known.sort_unstable();
                known.dedup();
            }
        }
    }

    /// What came of it all.
    pub(super) fn finish(self) -> History {
        let state = match (self.standing, &self.current) {
            (Standing::Cancelled, _) => State::Cancelled,
            (_, Some(value)) if value.has_happened => State::Happened,
            (_, Some(value)) if value.content.claim().is_some() => State::Dated,
            _ => State::Undated,
        };
        History {
            changes: self.changes,
            current: self.current.filter(|_| state != State::Cancelled),
            state: self.has_begun.then_some(state),
            notes: self.notes,
        }
    }
}
