//! What articles tell without saying that it changed: the same again, more exact, an old date, or a date that differs.

use chrono::NaiveDate;

use super::super::compare::may_be_same_moment;
use super::super::telling::Telling;
use super::super::value::{Content, LONG_PAST_DAYS, Value, add, agreeing};
use super::super::{Basis, ChangeKind};
use super::asides::was_told;
use super::is_exclusive;
use super::state::{Fold, Standing, Step};
use crate::civil::Precision;
use crate::civil::calendar::days_between;
use crate::events::{Note, NoteKind};

const SAME_MOMENT: &str = "may be the same moment in another time zone";

/// A value told at one moment, with the number of articles.
struct Cluster {
    value: Value,
    n_articles: usize,
    is_current: bool,
    /// Every article of it gives this one date and no other.
    is_sole: bool,
}

impl Fold {
    /// Takes the values that the articles of one moment tell.
    pub(super) fn take_told(&mut self, day: NaiveDate, tellings: &[Telling]) {
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut stale: Vec<Value> = Vec::new();
        for telling in tellings {
            if telling.news.is_empty() {
                self.sort_out(telling, &mut clusters, &mut stale);
            } else {
                self.join_agreeing(telling);
            }
        }
        for value in &stale {
            let current = self.base().cloned();
            self.push(day, &Step::compared(ChangeKind::Stale, current.as_ref(), value));
        }
        let Some(best) = best_idx(&clusters) else { return };
        let winner = clusters.swap_remove(best);
        for other in &clusters {
            if winner.is_sole && other.is_sole {
                self.disagree(day, &winner.value, &other.value);
            } else {
                self.put_beside(other.value.clone());
            }
        }
        self.tell_value(day, &winner.value);
    }

    /// An article with news: what it says of the value that now holds needs no step of its own.
    fn join_agreeing(&mut self, telling: &Telling) {
        for value in &telling.plain {
            if self.current.as_ref().is_some_and(|current| current.content.covers(&value.content)) {
                self.join_current(value);
            }
        }
    }

    /// An article without news: does it tell the current value, one left behind, or another?
    fn sort_out(&mut self, telling: &Telling, clusters: &mut Vec<Cluster>, stale: &mut Vec<Value>) {
        let held: Vec<&Value> = telling.plain.iter().filter(|value| agreeing(&telling.old, &value.content).is_none()).collect();
        let is_sole = held.len() == 1 && telling.old.is_empty();
        let mut current = held.iter().filter(|value| self.current.as_ref().is_some_and(|known| known.content.agrees(&value.content)));
        if let Some(first) = current.next() {
            for other in held.iter().filter(|value| !first.content.agrees(&value.content)) {
                self.put_beside((*other).clone());
            }
            return count(clusters, first, [true, is_sole]);
        }
        if held.iter().any(|value| agreeing(&self.beside, &value.content).is_some()) {
            return;
        }
        if let Some(old) = held.iter().find(|value| self.left.iter().any(|old| old.content.covers(&value.content))) {
            return add(stale, (*old).clone());
        }
        match held.as_slice() {
            [] => {}
            [one] => count(clusters, one, [false, is_sole]),
            [first, rest @ ..] => {
                self.is_many = true;
                let known = self.base().is_some() && !self.is_rumour;
                for other in rest.iter().chain(known.then_some(first)) {
                    self.put_beside((*other).clone());
                }
                if !known {
                    count(clusters, first, [false, false]);
                }
            }
        }
    }

    /// Two articles of one moment disagree: no one says which is right.
    pub(super) fn disagree(&mut self, day: NaiveDate, winner: &Value, other: &Value) {
        let differs = winner.content.compare(&other.content).is_some_and(ChangeKind::is_change);
        let is_new = agreeing(&self.beside, &other.content).is_none();
        let is_firm = |value: &Value| !value.has_happened && value.content.claim().is_none_or(|claim| claim.date.single_day().is_some());
        if differs
            && is_new
            && is_firm(winner)
            && is_firm(other)
            && !self.is_many
            && !same_moment(&winner.content, &other.content)
            && is_exclusive(&other.content, self.facet, self.kind)
        {
            self.push(day, &Step::compared(ChangeKind::Conflict, Some(winner), other));
        }
        self.put_beside(other.clone());
    }

    /// One value, told without a cue, against what is known.
    pub(super) fn tell_value(&mut self, day: NaiveDate, value: &Value) {
        let Some(current) = self.current.clone() else { return self.tell_after_none(day, value) };
        let kind = current.content.compare(&value.content);
        if self.is_rumour {
            return self.tell_after_rumour(day, &current, value, kind);
        }
        match kind {
            Some(ChangeKind::Repeated) => self.repeat(day, &current, value),
            Some(ChangeKind::Refined) => {
                if self.just_changed.is_none() {
                    self.push(day, &Step::compared(ChangeKind::Refined, Some(&current), value));
                }
                self.join_current(value);
            }
            Some(kind) if self.may_replace(&current, value) && !self.was_told_beside(value, day) => {
                if same_moment(&current.content, &value.content) {
                    let step = Step { note: Some(SAME_MOMENT), ..Step::compared(ChangeKind::Repeated, Some(&current), value) };
                    self.push(day, &step);
                    self.notes.push((value.event, Note { kind: NoteKind::TimeZone, text: SAME_MOMENT.to_owned() }));
                } else {
                    self.just_changed = Some(self.push(day, &Step::compared(kind, Some(&current), value)));
                    self.set(value.clone());
                }
            }
            _ => self.put_beside(value.clone()),
        }
    }

    fn repeat(&mut self, day: NaiveDate, current: &Value, value: &Value) {
        if let Some(idx) = self.just_changed {
            self.witness(idx, &[], &value.carriers);
        } else if !value.carriers.iter().all(|id| self.affirmed.contains(id)) {
            self.push(day, &Step::compared(ChangeKind::Repeated, Some(current), value));
        }
        self.join_current(value);
    }

    /// "on the 12th here and on the 20th there", and another article tells the one of there.
    pub(super) fn was_told_beside(&self, value: &Value, day: NaiveDate) -> bool {
        value.content.claim().is_some_and(|claim| was_told(&self.asides, &claim.date, day))
    }

    /// Whether a value without a cue can replace the current one: what has happened stays where it was, and what was still
    /// ahead on one report day did not happen before it.
    fn may_replace(&self, current: &Value, value: &Value) -> bool {
        let last = value.content.claim().and_then(|claim| claim.date.last());
        let is_impossible = value.has_happened && last.is_some() && last < current.reported;
        // a day that had gone by when it was told is no new date for what was still ahead
        let has_passed = !value.has_happened && last.is_some() && last < value.reported;
        // "by the end of 2021" is a bound, not a date
        let is_bound = value.content.claim().and_then(|claim| claim.date.range()).is_some_and(|range| range.first.is_none());
        // "is back this week" is of some night, and no new day for the one that was named
        let is_week = |value: &Value| {
            value
                .content
                .claim()
                .and_then(|claim| claim.date.range())
                .is_some_and(|range| matches!(range.precision, Precision::Week | Precision::Weekend))
        };
        !self.is_many
            && !is_week(value)
            && !is_bound
            && !current.has_happened
            && !is_impossible
            && !has_passed
            && is_exclusive(&value.content, self.facet, self.kind)
    }

    /// Nothing holds: the first value ever, or the first after the date was withdrawn.
    fn tell_after_none(&mut self, day: NaiveDate, value: &Value) {
        if let Some(last) = self.last_dated.clone() {
            // "since 2012", of what goes on: since long ago
            let told = value.content.claim().and_then(|claim| claim.date.last().or(claim.date.first()));
            let before = told.zip(last.reported).map_or(0, |(told, reported)| days_between(told, reported));
            if before > 0 && (value.has_happened || before > LONG_PAST_DAYS) {
                // "his first appearance was in 2011": no new date for what was still ahead
                return self.put_beside(value.clone());
            }
            let kind = match (self.standing, last.content.compare(&value.content)) {
                // "premiered on March 22": what is off since is not on again by that
                (Standing::Cancelled, _) if value.has_happened && !self.is_since_off(value) => return self.put_beside(value.clone()),
                (Standing::Cancelled, _) => Some(ChangeKind::Reinstated),
                (_, Some(ChangeKind::Repeated)) => return self.put_beside(value.clone()),
                (_, kind) => kind,
            };
            if let Some(kind) = kind {
                self.just_changed = Some(self.push(day, &Step::compared(kind, Some(&last), value)));
            }
        } else if self.standing != Standing::Open {
            let is_over =
                self.standing == Standing::Cancelled && !self.is_since_off(value) || value.is_long_past(value.reported.or(Some(day)));
            if value.has_happened && is_over {
                // "the series premiered in 2018": what was called off since is not on again by that
                return self.put_beside(value.clone());
            }
            let kind = if self.standing == Standing::Cancelled { ChangeKind::Reinstated } else { ChangeKind::Refined };
            self.just_changed = Some(self.push(day, &Step::compared(kind, None, value)));
        }
        self.set(value.clone());
    }

    /// Whether it took place after it had been called off.
    fn is_since_off(&self, value: &Value) -> bool {
        let off = self.changes.iter().rev().find(|change| change.kind == ChangeKind::Cancelled).map(|change| change.reported);
        let day = value.content.claim().and_then(|claim| claim.date.first());
        off.zip(day).is_some_and(|(off, day)| day >= off)
    }

    fn tell_after_rumour(&mut self, day: NaiveDate, rumour: &Value, value: &Value, kind: Option<ChangeKind>) {
        if matches!(kind, Some(ChangeKind::Repeated | ChangeKind::Refined)) {
            self.just_changed = Some(self.push(day, &Step::compared(ChangeKind::Confirmed, Some(rumour), value)));
        }
        self.set(value.clone());
    }

    /// What somebody says who may not know counts only while nothing firm is known; a denial ends it.
    pub(super) fn take_rumours(&mut self, tellings: &[Telling]) {
        let is_denied = |value: &Value| tellings.iter().any(|telling| agreeing(&telling.denied, &value.content).is_some());
        if self.is_rumour && self.current.as_ref().is_some_and(is_denied) {
            self.current = None;
            self.last_dated = None;
            self.is_rumour = false;
        }
        if self.base().is_some() && !self.is_rumour {
            return;
        }
        for rumour in tellings.iter().flat_map(|telling| &telling.rumours).filter(|value| !is_denied(value)) {
            match &mut self.current {
                Some(current) if current.content.agrees(&rumour.content) => current.join(rumour),
                _ => self.current = Some(rumour.clone()),
            }
            self.is_rumour = true;
        }
    }

    /// "still on track", "has confirmed": worth a line where the value was known before.
    pub(super) fn take_affirmed(&mut self, day: NaiveDate, was_known: bool) {
        let affirmed = std::mem::take(&mut self.affirmed);
        let Some(current) = self.current.clone().filter(|_| was_known && !affirmed.is_empty()) else { return };
        let known = self.steps.iter().zip(&self.changes).rposition(|((_, to), change)| {
            change.kind == ChangeKind::Confirmed && to.as_ref().is_some_and(|content| content.agrees(&current.content))
        });
        if let Some(idx) = known {
            self.witness(idx, &[], &affirmed);
        } else {
            let step = Step { basis: Basis::Stated, after: &affirmed, ..Step::compared(ChangeKind::Confirmed, None, &current) };
            self.push(day, &step);
        }
    }
}

fn same_moment(before: &Content, after: &Content) -> bool {
    before.claim().zip(after.claim()).is_some_and(|(before, after)| may_be_same_moment(&before.date, &after.date))
}

fn count(clusters: &mut Vec<Cluster>, value: &Value, [is_current, is_sole]: [bool; 2]) {
    match clusters.iter_mut().find(|known| known.value.content.agrees(&value.content)) {
        Some(known) => {
            known.value.join(value);
            known.n_articles += 1;
            known.is_sole &= is_sole;
        }
        None => clusters.push(Cluster { value: value.clone(), n_articles: 1, is_current, is_sole }),
    }
}

/// The value of most articles; where several have as many, the one known before, then the first in order.
fn best_idx(clusters: &[Cluster]) -> Option<usize> {
    (0..clusters.len()).min_by_key(|&idx| clusters.get(idx).map(|cluster| (std::cmp::Reverse(cluster.n_articles), !cluster.is_current)))
}
