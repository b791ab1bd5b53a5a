//! A day without a year that an article has named before with one: "has moved to May 7, 2021. Another film was due on May 7".

use chrono::Datelike as _;

use super::{Fact, Value};
use crate::civil::{DateRange, When};
use crate::events::page::Page;

/// So many sentences before it the day was named at most.
const NEAR_SENTENCES: usize = 3;

/// Plans that were, drawn to the day of that month that the sentences before them tell of.
pub(super) fn draw_to_named(page: &Page<'_>, facts: &mut [Fact]) {
    for at in 1..facts.len() {
        let (before, rest) = facts.split_at_mut(at);
        let Some(fact) = rest.first_mut().filter(|fact| matches!(fact.value, Value::Was | Value::Old)) else { continue };
        let from = fact.sentence.saturating_sub(NEAR_SENTENCES);
        let near = |named: &&Fact| named.sentence >= from && matches!(named.value, Value::New | Value::Plain);
        let mut named = before.iter().rev().filter(near).filter_map(|named| named.claim.as_ref()?.date.single_day());
        let Some(claim) = fact.claim.as_mut() else { continue };
        let says_year = claim.expression.is_some_and(|words| crate::text::has_year_digits(words.of(page.text)));
        let Some(own) = claim.date.single_day().filter(|_| !says_year) else { continue };
        let same = named.find(|day| (day.month(), day.day()) == (own.month(), own.day()) && *day != own);
        claim.date.when = same.map_or(claim.date.when, |day| When::Days(DateRange::day(day)));
    }
}
