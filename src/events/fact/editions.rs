//! "The 2021 edition is set for June 17": which year’s, and that it is not this year’s, moved.

use chrono::Datelike as _;

use super::{Fact, Scene, Value};
use crate::civil::{DateRange, Unit};
use crate::events::event::Claim;
use crate::events::subject::Referent;
use crate::language::DateWords;
use crate::text::{has_year_digits, is_year};

/// An edition that is announced lies so many years ahead at most.
const AHEAD_YEARS: i32 = 3;

/// What the part of a fact is called that is of one edition.
const EDITION: &str = "edition";

impl Scene<'_, '_> {
    /// "The 2021 edition has been scheduled for | June 17 through 20": the year that a date without one takes.
    pub(super) fn year_of_edition(&self, date: &DateWords) -> Option<i32> {
        let is_open = date.derivation.is_some() && matches!(date.rule, "date" | "month") && !has_year_digits(date.span.of(self.page.text));
        let start = self.page.date_tokens(date).start;
        let first = self.sentence.first_token as usize;
        let is_edition = |at: usize| {
            is_year(self.page.raw(at))
                && matches!(
                    self.page.word(at + 1),
                    "edition" | "festival" | "event" | "ceremony" | "awards" | "gala" | "convention" | "instalment" | "tour"
                )
                && (at + 1..start).all(|at| !self.page.is_in_date(at) && self.page.raw(at) != ";")
        };
        let year: i32 =
            (first..start).rev().filter(|_| is_open).find(|&at| is_edition(at)).and_then(|at| self.page.raw(at).parse().ok())?;
        self.page.article.report_day().filter(|reported| (reported.year()..=reported.year() + AHEAD_YEARS).contains(&year)).map(|_| year)
    }
}

/// The edition that a date takes its year from is a part of the whole, as long as nothing is known of the others.
pub(super) fn of_edition(edition: Option<i32>, referent: Referent) -> Referent {
    match edition.filter(|_| referent.part.is_none()) {
        Some(year) => Referent { part: Some(format!("{year} {EDITION}")), ..referent },
        None => referent,
    }
}

/// Where the article tells nothing of an earlier edition, the one that is named is the thing itself.
pub(super) fn settle(facts: &mut [Fact]) {
    let of_edition = |fact: &Fact| fact.referent.part.as_deref().is_some_and(|part| part.ends_with(EDITION));
    let year = |claim: &Claim| Some(claim.date.first()?.year());
    let is_off = |fact: &Fact| {
        let takes_away = fact.cue.is_some_and(|(cue, _)| cue.takes_away());
        takes_away && matches!(fact.value, Value::Without | Value::Old) && !fact.is_negative && !fact.is_possible
    };
    let given_up: Vec<(Option<usize>, Option<i32>)> = facts
        .iter()
        .filter(|fact| is_off(fact) && !of_edition(fact))
        .map(|fact| (fact.referent.name, fact.claim.as_ref().and_then(year)))
        .collect();
    for fact in facts.iter_mut().filter(|fact| of_edition(fact)) {
        let own = fact.claim.as_ref().and_then(year);
        let is_other = given_up.iter().any(|(name, year)| *name == fact.referent.name && (year.is_none() || *year < own));
        if !is_other {
            fact.referent.part = None;
        }
    }
}

/// The same days in another year.
pub(super) fn in_year(range: &DateRange, year: i32) -> Option<DateRange> {
    range.shifted(i64::from(year - range.first?.year()), Unit::Year)
}
