//! The claimed date: when an article says it happens, as precise as its words.

use chrono::NaiveDate;

use super::{Clock, DateRange, Recurrence};

/// Days or a rule of repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// Days `first..=last`.
    Days(DateRange),
    /// Again and again.
    Recurring(Recurrence),
}

/// When an article says it happens (valid time): never a made-up day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ClaimedDate {
    /// Which days.
    pub when: When,
    /// The time of day, where one is said.
    pub clock: Option<Clock>,
}

impl ClaimedDate {
    /// Those days, no time given.
    pub const fn days(range: DateRange) -> Self {
        Self { when: When::Days(range), clock: None }
    }

    /// A recurrence, no time given.
    pub const fn recurring(rule: Recurrence) -> Self {
        Self { when: When::Recurring(rule), clock: None }
    }

    /// The same with a time of day.
    #[must_use]
    pub const fn at(self, clock: Clock) -> Self {
        Self { clock: Some(clock), ..self }
    }

    /// The days, where it is no recurrence.
    pub const fn range(&self) -> Option<&DateRange> {
        match &self.when {
            When::Days(range) => Some(range),
            When::Recurring(_) => None,
        }
    }

    /// First day the text allows; `None` when open or recurring.
    pub const fn first(&self) -> Option<NaiveDate> {
        match &self.when {
            When::Days(range) => range.first,
            When::Recurring(_) => None,
        }
    }

    /// Last day the text allows; `None` when open or recurring.
    pub const fn last(&self) -> Option<NaiveDate> {
        match &self.when {
            When::Days(range) => range.last,
            When::Recurring(_) => None,
        }
    }

    /// The one day it names, where it does.
    pub fn single_day(&self) -> Option<NaiveDate> {
        self.range().and_then(DateRange::single_day)
    }
}
