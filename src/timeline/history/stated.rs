//! Changes that articles state: "was slated for 25 April. However, it will now be released on 24 April."

use chrono::NaiveDate;

use super::super::telling::{News, Telling, shifted};
use super::super::value::{Content, Value, agreeing};
use super::super::{Basis, ChangeKind};
use super::state::{Fold, Standing, Step};
use crate::civil::{DateRange, Precision};
use crate::events::{Facet, Says};

/// News of one moment that tells the same step, with the number of articles.
struct Cluster {
    news: News,
    n_articles: usize,
}

impl Fold {
    /// Takes what the articles of one moment state: each step once, however many tell it.
    pub(super) fn take_news(&mut self, day: NaiveDate, tellings: &[Telling]) {
        let mut pending = clusters(tellings);
        // an article that tells a whole chain of steps disagrees with nobody
        let is_sole = tellings.iter().all(|telling| telling.news.len() < 2);
        let mut won: Option<Value> = None;
        while let Some(idx) = next_idx(&pending) {
            let Cluster { news, .. } = pending.remove(idx);
            let follows = |before: &Value| news.from.as_ref().is_some_and(|from| from.content.agrees(&before.content));
            match (&won, &news.to) {
                (Some(winner), Some(other)) if !follows(winner) => {
                    let (winner, other) = (winner.clone(), other.clone());
                    if is_sole {
                        self.disagree(day, &winner, &other);
                    }
                }
                (Some(winner), None) if !follows(winner) => {}
                _ => {
                    won = news.to.clone().or(won);
                    self.apply(day, news);
                }
            }
        }
    }

    fn apply(&mut self, day: NaiveDate, mut news: News) {
        self.aim_at_current(&mut news);
        self.aim_at_given_up(&mut news);
        if let Some(idx) = self.told_before(&news) {
            return self.tell_again(day, idx, &news);
        }
        match (news.says, news.to.is_some()) {
            (Says::Cancelled, _) => self.withdraw(day, &news, ChangeKind::Cancelled),
            (Says::Postponed, false) => self.withdraw(day, &news, ChangeKind::Postponed),
            (Says::Reinstated, false) => self.reinstate(day, &news),
            _ => self.change_to(day, &news),
        }
    }

    /// "delayed by a week", told again after the week was added: the same new date, not another week.
    pub(super) fn count_once(&self, news: &mut News) {
        let is_counted = |to: &Value| to.content.claim().is_some_and(|claim| claim.expression.is_none());
        if let (None, Some(to), Some(shift), Some(current)) = (&news.from, &news.to, news.shift, &self.current)
            && is_counted(to)
            && self.left.iter().filter_map(|old| shifted(old, shift)).any(|new| new.content.agrees(&current.content))
        {
            news.to = Some(current.clone());
        }
    }

    /// "was postponed from 3 April", where a later date is known by now: that is what it was postponed to.
    fn aim_at_current(&self, news: &mut News) {
        if let (Says::Postponed, None, Some(from), Some(current)) = (news.says, &news.to, &news.from, &self.current)
            && !current.has_happened
            && !self.is_rumour
            && from.content.compare(&current.content) == Some(ChangeKind::MovedLater)
        {
            news.to = Some(current.clone());
        }
    }

    /// "back on, this summer", where it was called off for August 16: on that very day again.
    fn aim_at_given_up(&self, news: &mut News) {
        if let (Says::Reinstated, Some(to), None, Some(last)) = (news.says, &mut news.to, &self.current, &self.last_dated)
            && last.content.covers(&to.content)
        {
            *to = Value { carriers: to.carriers.clone(), reported: to.reported, ..last.clone() };
        }
    }

    /// The step that this news tells again.
    fn told_before(&self, news: &News) -> Option<usize> {
        let last = |kinds: &[ChangeKind]| self.changes.iter().rposition(|change| kinds.contains(&change.kind));
        match (&news.to, news.says) {
            (_, Says::Cancelled) if self.standing == Standing::Cancelled => last(&[ChangeKind::Cancelled]),
            (None, Says::Postponed) if self.standing == Standing::Cancelled && news.from.is_none() => last(&[ChangeKind::Cancelled]),
            (None, Says::Postponed) if self.standing == Standing::Postponed => last(&[ChangeKind::Postponed]),
            // "was postponed" without any date, after the new date was told
            (None, Says::Postponed) if news.from.is_none() => {
                self.leading_to_current(|change| matches!(change, ChangeKind::MovedLater | ChangeKind::Postponed))
            }
            (None, Says::Reinstated) if self.standing == Standing::Open => last(&[ChangeKind::Reinstated]),
            (None, Says::Replaced | Says::FormatChanged) if self.current.is_none() => {
                last(&[ChangeKind::Replaced, ChangeKind::FormatChanged])
            }
            // "has confirmed that she left the show", told after whoever comes in her place
            (None, Says::Replaced) if news.from.as_ref().is_some_and(|from| agreeing(&self.left, &from.content).is_some()) => {
                last(&[ChangeKind::Replaced])
            }
            (Some(to), _) => self.told_value_before(news, to),
            (None, _) => None,
        }
    }

    fn told_value_before(&self, news: &News, to: &Value) -> Option<usize> {
        if let Some(current) = self.current.as_ref().filter(|current| current.content.agrees(&to.content)) {
            let known = if withdraws_day(news, current, to) { None } else { self.leading_to_current(|_| true) };
            return known.filter(|&idx| !self.comes_the_other_way(idx, news));
        }
        let counts_from_current =
            news.from.as_ref().is_some_and(|from| self.current.as_ref().is_some_and(|current| current.content.agrees(&from.content)));
        if counts_from_current {
            return None;
        }
        // an earlier step of the chain, told by somebody who has not heard of the later ones
        let is_left = agreeing(&self.left, &to.content).is_some();
        let same = |content: &Option<Content>, value: &Value| content.as_ref().is_none_or(|content| content.agrees(&value.content));
        let found = self.steps.iter().zip(&self.changes).rposition(|((from, step_to), change)| {
            change.kind.is_change()
                && change.kind != ChangeKind::Conflict
                && step_to.as_ref().is_some_and(|content| content.agrees(&to.content))
                && news.from.as_ref().is_none_or(|told| same(from, told))
        });
        found.filter(|_| is_left)
    }

    /// "brought forward from 2021 to 2020", where all that is known is the move from spring to autumn 2020: another step.
    fn comes_the_other_way(&self, idx: usize, news: &News) -> bool {
        let told = news.from.as_ref().zip(news.to.as_ref()).and_then(|(from, to)| from.content.compare(&to.content));
        let known = self.changes.get(idx).map(|change| change.kind);
        matches!(
            (told, known),
            (Some(ChangeKind::MovedEarlier), Some(ChangeKind::MovedLater)) | (Some(ChangeKind::MovedLater), Some(ChangeKind::MovedEarlier))
        )
    }

    /// The last step that gave the value that holds now, if it is of a wanted kind.
    fn leading_to_current(&self, is_wanted: impl Fn(ChangeKind) -> bool) -> Option<usize> {
        let current = self.current.as_ref()?;
        self.steps.iter().zip(&self.changes).rposition(|((_, to), change)| {
            change.kind.is_change()
                && change.kind != ChangeKind::Conflict
                && is_wanted(change.kind)
                && to.as_ref().is_some_and(|content| content.agrees(&current.content))
        })
    }

    fn tell_again(&mut self, day: NaiveDate, idx: usize, news: &News) {
        let before = news.from.as_ref().map(|from| from.carriers.clone()).unwrap_or_default();
        self.witness(idx, &before, &news.tellers);
        let (Some(to), Some(current)) = (&news.to, self.current.clone()) else { return };
        if !current.content.agrees(&to.content) {
            return;
        }
        if current.content.compare(&to.content) == Some(ChangeKind::Refined) {
            let step = Step { basis: Basis::Stated, after: &news.tellers, ..Step::compared(ChangeKind::Refined, Some(&current), to) };
            self.push(day, &step);
        }
        self.join_current(to);
    }

    fn withdraw(&mut self, day: NaiveDate, news: &News, kind: ChangeKind) {
        let from = self.old_value(news);
        let comes = |current: &Value| has_come(current, day) && !current.is_long_past(Some(day));
        if kind == ChangeKind::Postponed && news.from.is_none() && self.current.as_ref().is_some_and(comes) {
            // "released today, after it was postponed": the day that has come is not withdrawn
            return;
        }
        self.push(
            day,
            &Step {
                kind,
                basis: Basis::Stated,
                from: from.as_ref(),
                to: None,
                from_inferred: news.from_inferred,
                after: &news.tellers,
                note: None,
            },
        );
        self.standing = if kind == ChangeKind::Cancelled { Standing::Cancelled } else { Standing::Postponed };
        let held = self.current.take();
        self.last_dated = held.clone().or(from.clone()).or(self.last_dated.take());
        self.is_rumour = false;
        for value in held.into_iter().chain(from) {
            self.leave(value);
        }
    }

    /// On again: what was called off, where no other day is told, on the day that was given up, if that is still ahead.
    fn reinstate(&mut self, day: NaiveDate, news: &News) {
        if self.current.is_some() {
            return;
        }
        let is_ahead = |value: &Value| value.content.claim().and_then(|claim| claim.date.single_day()).is_some_and(|last| last > day);
        let held = self.last_dated.clone().filter(|last| self.standing == Standing::Cancelled && is_ahead(last));
        self.push(
            day,
            &Step {
                kind: ChangeKind::Reinstated,
                basis: Basis::Stated,
                from: None,
                to: held.as_ref(),
                from_inferred: false,
                after: &news.tellers,
                note: None,
            },
        );
        self.standing = Standing::Open;
        if let Some(held) = held {
            self.set(held);
        }
    }

    fn change_to(&mut self, day: NaiveDate, news: &News) {
        let is_known_of = |from: &Value| agreeing(&self.left, &from.content).is_some();
        if let Some(to) = news.to.as_ref().filter(|to| self.current.is_some() && self.was_told_beside(to, day))
            && news.from.as_ref().is_none_or(is_known_of)
        {
            // "was to open in April and now comes on the 20th": there, as was told beside the 12th here
            return self.put_beside(to.clone());
        }
        let from = self.old_value(news);
        let is_known = |to: &Value| {
            self.current.as_ref().is_some_and(|current| current.content.covers(&to.content) && !withdraws_day(news, current, to))
        };
        let holds = news.to.as_ref().is_some_and(is_known) && told_apart(news).is_none();
        let is_news = news.from.is_some() || news.to.is_none() || !holds;
        let is_told = news.to.is_some() || from.is_some() && tells_without_value(news.says);
        let kind = if is_news && is_told { self.kind_of(day, news, from.as_ref()) } else { None };
        let Some(kind) = kind else {
            if let Some(to) = &news.to {
                self.tell_value(day, to);
            }
            return;
        };
        // "a week later than planned", where the plan is known: that one
        let is_known_plan = self.base().zip(news.from.as_ref()).is_some_and(|(base, told)| base.content.agrees(&told.content));
        let idx = self.push(
            day,
            &Step {
                kind,
                basis: Basis::Stated,
                from: from.as_ref(),
                to: news.to.as_ref(),
                from_inferred: news.from_inferred && !is_known_plan,
                after: &news.tellers,
                note: None,
            },
        );
        match &news.to {
            Some(to) if holds => self.join_current(to),
            Some(to) => self.set(Value { reported: Some(day), ..to.clone() }),
            // the lead has left, and nobody is named in their place
            None if self.facet != Facet::When => self.last_dated = self.current.take().or(self.last_dated.take()),
            // "the run was extended": what was known still holds
            None => {}
        }
        self.just_changed = Some(idx);
        if let Some(from) = from.filter(|_| news.to.is_some() || self.facet != Facet::When) {
            self.leave(from);
        }
    }

    /// The old value: what the article tells, in the fuller words of the value that held where the two agree.
    fn old_value(&self, news: &News) -> Option<Value> {
        match (&news.from, self.base()) {
            (Some(told), Some(base)) if base.content.agrees(&told.content) => {
                // "was scheduled from May 19 to 21", of which all that was known is May 20: as it is told
                let run = |value: &Value| value.content.claim().and_then(|claim| claim.date.range().copied()).filter(is_run);
                if run(told).is_some() && run(base).is_none() {
                    return Some(told.clone());
                }
                let mut value = base.clone();
                value.join(told);
                Some(value)
            }
            // "was set for January 6", and everybody knows by now that it was February 18 since: the move starts there
            (Some(told), Some(base))
                if self.current.is_some()
                    && matches!(news.says, Says::Moved | Says::Postponed)
                    && agreeing(&self.left, &told.content).is_some()
                    && news.to.as_ref().is_none_or(|to| !to.content.agrees(&base.content))
                    && (news.says == Says::Moved || news.to.is_none() && !self.is_rumour) =>
            {
                Some(base.clone())
            }
            (Some(told), _) => Some(told.clone()),
            // what took place long ago is not what was put off now
            (None, base) => {
                let is_over = |base: &Value| base.has_happened && (news.to.is_some() || base.is_long_past(base.reported));
                base.filter(|base| !(is_over(base) && self.facet == Facet::When)).cloned()
            }
        }
    }

    fn kind_of(&self, day: NaiveDate, news: &News, from: Option<&Value>) -> Option<ChangeKind> {
        let (Some(from), Some(to)) = (from, &news.to) else { return Some(self.hinted(news)) };
        // called off and given another date in one breath is a move
        let was_off = self.changes.iter().any(|change| change.kind == ChangeKind::Cancelled && change.reported < day);
        if self.standing == Standing::Cancelled && (was_off || news.says == Says::Reinstated) {
            return Some(ChangeKind::Reinstated);
        }
        if let Some(kind) = told_apart(news) {
            return Some(kind);
        }
        let is_off = self.standing == Standing::Postponed;
        let has_clock = to.content.claim().is_some_and(|claim| claim.date.clock.is_some());
        match from.content.compare(&to.content) {
            Some(ChangeKind::Repeated | ChangeKind::Refined) if is_off && news.says == Says::Reinstated => Some(ChangeKind::Reinstated),
            Some(ChangeKind::Refined) if news.says == Says::TimeChanged && has_clock => Some(ChangeKind::TimeChanged),
            Some(ChangeKind::Repeated) if to.content.covers(&from.content) => None,
            Some(ChangeKind::Repeated) => Some(ChangeKind::Widened),
            // "will now close on June 30": the end of a run that goes on is no day that moves
            Some(ChangeKind::MovedLater) if news.says == Says::Extended => Some(ChangeKind::Extended),
            Some(ChangeKind::MovedEarlier) if news.says == Says::Shortened => Some(ChangeKind::Shortened),
            Some(kind) => Some(kind),
            None if is_recurring(from) != is_recurring(to) => None,
            None => Some(self.hinted(news)),
        }
    }

    /// The kind that the words hint at where the dates do not tell.
    fn hinted(&self, news: &News) -> ChangeKind {
        match (self.facet, news.says) {
            (Facet::Shape, _) => ChangeKind::FormatChanged,
            (Facet::Who | Facet::Where, _) | (_, Says::Replaced) => ChangeKind::Replaced,
            (_, Says::FormatChanged) => ChangeKind::FormatChanged,
            (_, Says::Extended) => ChangeKind::Extended,
            (_, Says::Shortened) => ChangeKind::Shortened,
            (_, Says::TimeChanged) => ChangeKind::TimeChanged,
            (_, Says::Reinstated) => ChangeKind::Reinstated,
            (_, Says::Widened) => ChangeKind::Widened,
            _ if news.is_earlier || news.shift.is_some_and(|(n, _)| n < 0) => ChangeKind::MovedEarlier,
            _ => ChangeKind::MovedLater,
        }
    }
}

/// "every Saturday" and a day are no two values of one date, whatever the words say.
fn is_recurring(value: &Value) -> bool {
    value.content.claim().is_some_and(|claim| claim.date.range().is_none())
}

/// "from August 30 to this autumn": said in so many words, a day near the edge of a season is no part of it.
fn told_apart(news: &News) -> Option<ChangeKind> {
    let range = |value: &Option<Value>| value.as_ref()?.content.claim()?.date.range().copied();
    let (from, to) = range(&news.from).zip(range(&news.to)).filter(|_| news.says == Says::Moved && !news.from_inferred)?;
    let is_season = |range: &DateRange| range.precision == Precision::Season;
    if !is_season(&from) && !is_season(&to) {
        return None;
    }
    let is_before = |one: &DateRange, other: &DateRange| one.last.zip(other.first).is_some_and(|(last, first)| last < first);
    match (is_before(&from, &to), is_before(&to, &from)) {
        (true, _) => Some(ChangeKind::MovedLater),
        (_, true) => Some(ChangeKind::MovedEarlier),
        _ => None,
    }
}

/// Whether a step says enough where the new value is missing: "the run was extended", "the lead has left".
fn tells_without_value(says: Says) -> bool {
    matches!(says, Says::Extended | Says::Shortened | Says::TimeChanged | Says::Replaced | Says::FormatChanged)
}

/// Whether the value's day has passed, or it was told as having taken place.
fn has_come(value: &Value, day: NaiveDate) -> bool {
    let last = value.content.claim().and_then(|claim| claim.date.last());
    value.has_happened || last.is_some_and(|last| last < day)
}

/// "no longer on 3 May but some time this summer".
fn withdraws_day(news: &News, current: &Value, to: &Value) -> bool {
    news.says == Says::Widened && current.content.covers(&to.content) && !to.content.covers(&current.content)
}

fn clusters(tellings: &[Telling]) -> Vec<Cluster> {
    let mut found: Vec<Cluster> = Vec::new();
    for telling in tellings {
        let mut counted: Vec<usize> = Vec::new();
        for news in &telling.news {
            let known = found.iter_mut().position(|cluster| cluster.news.absorbs(news));
            let idx = known.unwrap_or_else(|| {
                found.push(Cluster { news: news.clone(), n_articles: 0 });
                found.len() - 1
            });
            if !counted.contains(&idx) {
                counted.push(idx);
                found[idx].n_articles += 1;
            }
        }
    }
    found
}

/// The cluster to take next: one that follows from no other, told by most articles, first in order.
fn next_idx(pending: &[Cluster]) -> Option<usize> {
    let follows = |news: &News| {
        let from = news.from.as_ref();
        pending.iter().any(|other| match (&other.news.to, from) {
            (Some(to), Some(from)) => {
                to.content.agrees(&from.content) && !news.to.as_ref().is_some_and(|own| own.content.agrees(&to.content))
            }
            _ => false,
        })
    };
    let rank = |cluster: &Cluster| (follows(&cluster.news), std::cmp::Reverse(cluster.n_articles));
    (0..pending.len()).min_by_key(|&idx| pending.get(idx).map(rank))
}

/// From one named day to another.
fn is_run(range: &DateRange) -> bool {
    range.precision == Precision::Range && range.first.is_some() && range.last.is_some()
}
