//! What one article says of one announcement, sentence by sentence put together: what holds, what held, what it calls news.

use chrono::NaiveDate;

use super::EventId;
use super::value::{Content, Value, add, agreeing};
use crate::civil::calendar::days_between;
use crate::civil::edtf::edtf;
use crate::civil::{ClaimedDate, Unit, When};
use crate::events::{Claim, Event, Facet, Heading, Says, Stated, Status};

/// A change that an article tells as news.
#[derive(Clone, Debug)]
pub(super) struct News {
    /// What it says happened.
    pub(super) says: Says,
    /// The old value it tells.
    pub(super) from: Option<Value>,
    /// Whether the old value only follows from the new.
    pub(super) from_inferred: bool,
    /// The new value.
    pub(super) to: Option<Value>,
    /// The words say that it comes earlier.
    pub(super) is_earlier: bool,
    /// How far, signed.
    pub(super) shift: Option<(i64, Unit)>,
    /// Statements that tell it, ascending.
    pub(super) tellers: Vec<EventId>,
}

/// All that one article says of one announcement.
#[derive(Clone, Debug, Default)]
pub(super) struct Telling {
    /// Changes told as news, in the order of the text.
    pub(super) news: Vec<News>,
    /// Values told as holding.
    pub(super) plain: Vec<Value>,
    /// Values told as no longer holding.
    pub(super) old: Vec<Value>,
    /// Values that somebody says who may not know.
    pub(super) rumours: Vec<Value>,
    /// Values said not to be so.
    pub(super) denied: Vec<Value>,
    /// Statements that affirm what is known: "still on track".
    pub(super) affirmed: Vec<EventId>,
    /// Whether an old value is told outside any stated change: "was slated for 25 April".
    has_superseded: bool,
}

impl Telling {
    /// Puts together the statements of one article (ascending); a heading counts only where the running text is silent.
    pub(super) fn of(events: &[Event], ids: &[EventId], facet: Facet, reported: Option<NaiveDate>) -> Self {
        let mut telling = Self::default();
        let mut headings = Self::default();
        for &id in ids {
            let Some(event) = events.get(id as usize) else { continue };
            let target = if event.heading == Heading::Yes { &mut headings } else { &mut telling };
            target.take(event, id, facet, reported);
        }
        if telling.news.is_empty() {
            telling.news = headings.news;
            for old in headings.old {
                add(&mut telling.old, old);
            }
        }
        if telling.plain.is_empty() {
            telling.plain = headings.plain;
        }
        telling
    }

    fn take(&mut self, event: &Event, id: EventId, facet: Facet, reported: Option<NaiveDate>) {
        if facet == Facet::Who && event.stated.as_ref().is_some_and(|stated| stated.is_history) {
            // "Hall was succeeded by Davie in June": nobody who comes for the one who goes now
            return;
        }
        let value = Value::of(event, id, facet, reported);
        match event.status {
            Status::Denied => return self.denied.extend(value),
            Status::Rumoured => return self.rumours.extend(value),
            Status::Superseded => {
                self.has_superseded |= value.is_some() && event.stated.as_ref().is_none_or(|stated| !stated.is_history);
                add_all(&mut self.old, value.clone());
            }
            Status::Postponed | Status::Cancelled => add_all(&mut self.old, value.clone()),
            Status::Scheduled | Status::Happened => {
                let told = value.clone().map(|value| Value { has_happened: event.status == Status::Happened, ..value });
                add_all(&mut self.plain, told);
            }
        }
        let old = event.stated.as_ref().and_then(|stated| Value::old_of(stated, id, facet, reported));
        add_all(&mut self.old, old.clone());
        self.take_news(event, id, value, old);
    }

    fn take_news(&mut self, event: &Event, id: EventId, value: Option<Value>, old: Option<Value>) {
        let holds = matches!(event.status, Status::Scheduled | Status::Happened);
        let says = match (&event.stated, event.status) {
            (Some(Stated { is_history: true, .. }), _) => return,
            (Some(stated), _) if matches!(stated.says, Says::Confirmed | Says::StillOn) => return self.affirmed.push(id),
            (_, Status::Cancelled) => Says::Cancelled,
            (Some(stated), _) => stated.says,
            (None, Status::Postponed) => Says::Postponed,
            (None, _) => return,
        };
        let (to, withdrawn) = if holds { (value, None) } else { (None, value) };
        self.news.push(News {
            says,
            from: old.or(withdrawn),
            from_inferred: event.stated.as_ref().is_some_and(|stated| stated.from_inferred),
            to,
            is_earlier: event.stated.as_ref().is_some_and(|stated| stated.is_earlier),
            shift: event.stated.as_ref().and_then(|stated| stated.shift),
            tellers: vec![id],
        });
    }

    /// Finds for each piece of news the new value that the article gives in another sentence, and reads
    /// "was slated for 25 April … will be out on 24 April" as news. `current` is what was known before.
    pub(super) fn resolve(&mut self, current: Option<&Value>) {
        let is_old = |content: &Content, old: &[Value]| agreeing(old, content).is_some();
        let fresh: Vec<Value> = self.plain.iter().filter(|value| !is_old(&value.content, &self.old)).cloned().collect();
        // "premiered on January 13 … it was to run until March": a day long over is no new date for what was still to come
        let first = |value: &Value| value.content.claim().and_then(|claim| claim.date.first());
        let gap = |value: &Value| self.old.last().and_then(first).zip(first(value)).map_or(0, |(old, new)| days_between(new, old));
        let is_over = |value: &Value| value.has_happened && gap(value) > EARLY_DAYS;
        if self.news.is_empty() && self.has_superseded && fresh.len() == 1 && !fresh.iter().any(is_over) {
            let tellers = fresh.iter().flat_map(|value| value.carriers.clone()).collect();
            let (from, to) = (self.old.last().cloned(), fresh.first().cloned());
            self.news.push(News { says: Says::Moved, from, from_inferred: false, to, is_earlier: false, shift: None, tellers });
        }
        for news in &mut self.news {
            news.find_from(&self.old, current);
            news.resolve(&fresh, current);
            if let Some(from) = &mut news.from
                && let Some(told) = agreeing(&self.old, &from.content)
            {
                from.join(told);
            }
        }
        // "released today after it was postponed": the day that has come was not withdrawn
        let has_come = self.plain.iter().any(|value| value.has_happened);
        self.news.retain(|news| !(has_come && news.says == Says::Postponed && news.from.is_none() && news.to.is_none()));
        self.news.dedup_by(|later, earlier| earlier.absorbs(later));
        self.put_chain_in_order();
    }
}

/// What came out so many days before the day it was told for moved there; more, and it is another day.
const EARLY_DAYS: i64 = 31;

impl Telling {
    /// "now in September … it was first moved from April to August": the step that leads to another comes before it.
    fn put_chain_in_order(&mut self) {
        let leads_to = |earlier: &News, later: &News| match (&earlier.to, &later.from) {
            (Some(to), Some(from)) => to.content.agrees(&from.content),
            _ => false,
        };
        for at in 1..self.news.len() {
            let Some(step) = self.news.get(at) else { continue };
            if let Some(place) = self.news.iter().take(at).position(|other| leads_to(step, other) && !leads_to(other, step)) {
                let step = self.news.remove(at);
                self.news.insert(place, step);
            }
        }
    }
}

impl News {
    /// "was slated for 25 April. However, it moved": the old value that another sentence tells.
    fn find_from(&mut self, old: &[Value], current: Option<&Value>) {
        if self.from.is_some() {
            return;
        }
        let fits = |value: &&Value| self.to.as_ref().is_none_or(|to| !to.content.agrees(&value.content));
        // "delayed again … was set for January 10", long gone by: from where it was moved to since
        let is_gone = |value: &Value| value.is_long_past(value.reported);
        let is_known_later = current.is_some_and(|current| !current.has_happened && !is_gone(current));
        let fits = |value: &&Value| fits(value) && !(self.says == Says::Postponed && is_known_later && is_gone(value));
        let known = current.and_then(|current| agreeing(old, &current.content)).filter(fits);
        self.from = known.or_else(|| old.iter().rfind(fits)).cloned();
    }

    fn resolve(&mut self, fresh: &[Value], current: Option<&Value>) {
        let teller = self.tellers.first().copied().unwrap_or_default();
        if self.from.is_none() && current.is_none() && self.to.is_none() {
            // the article gave the date before it withdrew it
            self.from = fresh.iter().rfind(|value| value.event < teller && !value.has_happened).cloned();
            // "The book is cancelled. … Four days ago it had May 3 as its date": nothing else can hold
            let only = || fresh.first().filter(|value| fresh.len() == 1 && !value.has_happened).cloned();
            self.from = self.from.take().or_else(|| only().filter(|_| self.says == Says::Cancelled));
        }
        // nothing is put off that took place already
        let base = self.from.as_ref().or(current.filter(|current| !current.has_happened));
        if self.to.is_none() && self.says != Says::Cancelled {
            // what took place before the old date is another time altogether
            let is_older = |base: &Value, value: &Value| {
                let first = base.content.claim().and_then(|claim| claim.date.first());
                value.has_happened
                    && value.content.claim().and_then(|claim| claim.date.last()).zip(first).is_some_and(|(last, first)| last < first)
            };
            // what is long over is no new date either
            let is_long_past = |value: &Value| value.is_long_past(value.reported);
            let differs = |value: &&Value| match base {
                Some(base) => !base.content.agrees(&value.content) && !is_older(base, value) && !is_long_past(value),
                None => value.event > teller && !is_long_past(value),
            };
            let stated_day = base.and_then(|base| shifted(base, self.shift?));
            let exact = stated_day.as_ref().and_then(|day| fresh.iter().find(|value| value.content.agrees(&day.content)));
            self.to = exact.or_else(|| fresh.iter().find(differs)).cloned().or(stated_day);
        }
        if self.from.is_none()
            && current.is_none()
            && let (Some(to), Some((n, unit))) = (&self.to, self.shift)
        {
            self.from = shifted(to, (n.saturating_neg(), unit));
            self.from_inferred = self.from.is_some();
        }
        if self.says == Says::Moved && self.to.is_none() && self.shift.is_none() {
            self.says = Says::Postponed;
        }
        if let Some(to) = &mut self.to {
            // the sentence with the new value may be another one: it tells the news too
            if let Some(told) = fresh.iter().find(|value| value.content.agrees(&to.content)) {
                self.tellers.extend_from_slice(&told.carriers);
                to.join(told);
            }
        }
        self.tellers.sort_unstable();
        self.tellers.dedup();
        if let Some(to) = self.to.as_mut().filter(|to| to.carriers.is_empty()) {
            // worked out from how far it moved: whoever says so carries it
            to.carriers.clone_from(&self.tellers);
        }
    }

    /// Whether `other` tells the same step: the same new value, or a step without one beside it.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        // "rescheduled for January 23, but delayed again" goes on from the new date: another step
        let withdraws = |news: &Self, beside: &Value| {
            news.says == Says::Postponed && news.to.is_none() && news.from.as_ref().is_none_or(|from| !from.content.agrees(&beside.content))
        };
        match (&self.to, &other.to) {
            (Some(one), Some(two)) => one.content.agrees(&two.content),
            (None, None) => self.says == other.says,
            (Some(to), None) => withdraws(other, to),
            (None, Some(to)) => withdraws(self, to),
        }
    }

    /// Takes in `other` where it tells the same step.
    pub(super) fn absorbs(&mut self, other: &Self) -> bool {
        if !self.is_same(other) {
            return false;
        }
        self.tellers.extend_from_slice(&other.tellers);
        self.tellers.sort_unstable();
        self.tellers.dedup();
        match (&mut self.to, &other.to) {
            (Some(to), Some(told)) => to.join(told),
            (None, Some(_)) => {
                self.says = other.says;
                self.to.clone_from(&other.to);
            }
            _ => {}
        }
        match (&mut self.from, &other.from) {
            (Some(from), Some(told)) if from.content.agrees(&told.content) => {
                from.join(told);
                self.from_inferred &= other.from_inferred;
            }
            (None, Some(_)) => {
                self.from.clone_from(&other.from);
                self.from_inferred = other.from_inferred;
            }
            _ => {}
        }
        self.shift = self.shift.or(other.shift);
        true
    }
}

fn add_all(values: &mut Vec<Value>, value: Option<Value>) {
    if let Some(value) = value {
        add(values, value);
    }
}

/// The value moved by what is said ("by a week"); `None` for words, recurrences and clock units.
pub(super) fn shifted(value: &Value, (n, unit): (i64, Unit)) -> Option<Value> {
    let claim = value.content.claim()?;
    let range = claim.date.range()?.shifted(n, unit)?;
    let date = ClaimedDate { when: When::Days(range), clock: None };
    let sign = if n < 0 { '−' } else { '+' };
    let derivation = edtf(&ClaimedDate { clock: None, ..claim.date }).map(|from| format!("{from} {sign} {}", length_text(n, unit)));
    Some(Value { content: Content::Date(Claim { date, expression: None, derivation }), carriers: Vec::new(), ..value.clone() })
}

fn length_text(n: i64, unit: Unit) -> String {
    let name = match unit {
        Unit::Minute => "minute",
        Unit::Hour => "hour",
        Unit::Day => "day",
        Unit::Week => "week",
        Unit::Month => "month",
        Unit::Quarter => "quarter",
        Unit::Year => "year",
        Unit::Decade => "decade",
        Unit::Century => return format!("{} × 100 years", n.unsigned_abs()),
    };
    let plural = if n.unsigned_abs() == 1 { "" } else { "s" };
    format!("{} {name}{plural}", n.unsigned_abs())
}
