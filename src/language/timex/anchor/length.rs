//! Lengths of time, and days so long before or after another.

use chrono::{Datelike as _, NaiveDate};

use super::super::TimexType;
use super::super::meaning::{Extent, From, Part};
use super::super::sense::{Deixis, Sense, Vague};
use super::super::value::{self, Point, point_holding};
use super::{Anchor, Decided, Place, moved, reference};
use crate::civil::calendar::day_shifted;
use crate::civil::{ClaimedDate, Unit};
use crate::language::tense::Tense;

/// "their first North American headline tour in 20 years": so far back the word may stand.
const RECORD_WORDS: usize = 8;

impl Anchor {
    pub(super) fn length(&self, extent: Extent, _deixis: Option<Deixis>, place: Place<'_>) -> Decided {
        // "in two weeks": a day for the reader, a length for TIMEX3
        let before = |n: usize| place.first.checked_sub(n).and_then(|at| place.words.get(at));
        let is_in = |n: usize| before(n).is_some_and(|word| word.sense == Sense::In);
        let led_by_in = is_in(1) || is_in(2) && before(1).is_some_and(|word| matches!(word.span.of(place.text), "just" | "only"));
        // "their first tour in more than 20 years": so long there was none
        let is_record = |n: usize| {
            before(n).is_some_and(|word| matches!(word.span.of(place.text), "first" | "only" | "biggest" | "largest" | "longest"))
        };
        let led_by_in = led_by_in && !(2..=RECORD_WORDS).any(is_record);
        let date = match (self.reported, extent.n) {
            (Some(reported), Some(n)) if led_by_in && place.tense() == Tense::Future && extent.sixtieths == 0 => {
                moved(reported, n.into(), extent.unit).and_then(Point::range).map(ClaimedDate::days)
            }
            _ => None,
        };
        Decided {
            kind: TimexType::Duration,
            value: value::length_value(extent),
            date,
            length: Some(extent.length()),
            counted_from: date.and(self.reported),
        }
    }

    /// "two days ago", "a week later", "a year earlier".
    pub(super) fn shifted(&mut self, extent: Extent, back: bool, from: From, place: Place<'_>) -> Decided {
        let length = Some(extent.length());
        let Some(n) = extent.n else {
            let vague = if back { Vague::Past } else { Vague::Future };
            return Decided { length, ..reference(vague) };
        };
        let n = if back { -i64::from(n) } else { i64::from(n) };
        let counted_from = match from {
            From::Said => self.said.point.and_then(|(point, _)| point.first()).or(self.reported),
            From::Reported => self.reported,
        };
        let quarter = self
            .quarter_of_account(extent, from, place)
            .and_then(|(year, part)| Some(Point::Part(i32::try_from(n).ok()?.checked_add(year)?, part)));
        let is_vague = from == From::Said && self.said.point.is_some_and(|(point, _)| point.is_coarser(extent.unit));
        let halves = || shifted_by_parts(extent, back, counted_from?).filter(|_| !is_vague);
        let whole = || self.shifted_point(n, extent.unit, from).filter(|_| extent.sixtieths == 0);
        let Some(point) = quarter.or_else(whole).or_else(halves) else {
            return Decided { kind: TimexType::Duration, value: value::length_value(extent), date: None, length, counted_from: None };
        };
        let date = point.range().map(ClaimedDate::days);
        if matches!(extent.unit, Unit::Hour | Unit::Minute) {
            return Decided { kind: TimexType::Duration, value: value::length_value(extent), date, length, counted_from };
        }
        // "up from 3 million a year earlier": only compared with
        let is_compared = from == From::Said && extent.unit == Unit::Year && place.is_compared();
        if quarter.is_none() && !is_compared {
            self.said.point = Some((point, place.sentence));
        }
        if let Point::Day(day) = point {
            self.said.day = Some((day, place.sentence));
        }
        Decided { kind: TimexType::Date, value: point.value(), date, length, counted_from }
    }

    /// The quarter that an account compares with the one years before: "up from $3 million a year earlier".
    fn quarter_of_account(&self, extent: Extent, from: From, place: Place<'_>) -> Option<(i32, Part)> {
        if extent.unit != Unit::Year || (from == From::Reported && extent.n != Some(1)) {
            return None;
        }
        let (quarter, sentence) = self.said.quarter?;
        let told = self.said.point.is_some_and(|(point, _)| point == quarter);
        match quarter {
            Point::Part(year, part) if place.sentence - sentence <= 6 || told => Some((year, part)),
            _ => None,
        }
    }

    fn shifted_point(&self, n: i64, unit: Unit, from: From) -> Option<Point> {
        let said = self.said.point.filter(|_| from == From::Said);
        match said {
            Some((point, _)) if point.is_coarser(unit) => None,
            Some((Point::Part(year, part), _)) if unit == Unit::Year => Some(Point::Part(i32::try_from(n).ok()?.checked_add(year)?, part)),
            Some((Point::Day(day), _)) if matches!(unit, Unit::Week | Unit::Day) => Some(Point::Day(day_shifted(day, n, unit)?)),
            Some((point, _)) => moved(point.first()?, n, unit),
            None => moved(self.reported?, n, unit),
        }
    }
}

/// "a year and a half ago", "half a century later": counted in months or years, told as coarsely as it was said.
fn shifted_by_parts(extent: Extent, back: bool, from: NaiveDate) -> Option<Point> {
    let n = i64::from(extent.n?);
    let parts = |per: i64| n * per + i64::from(extent.sixtieths) * per / 60;
    let (parts, unit, grain) = match extent.unit {
        _ if extent.sixtieths == 0 => return None,
        Unit::Year if n == 0 => (parts(12), Unit::Month, Unit::Month),
        Unit::Year => (parts(12), Unit::Month, Unit::Year),
        Unit::Decade => (parts(10), Unit::Year, Unit::Year),
        Unit::Century => (parts(100), Unit::Year, Unit::Year),
        Unit::Month => (parts(30), Unit::Day, Unit::Month),
        Unit::Week => (parts(7), Unit::Day, Unit::Week),
        unit => (n, unit, unit),
    };
    let base = if unit == Unit::Day { from } else { from.with_day(1)? };
    point_holding(day_shifted(base, if back { -parts } else { parts }, unit)?, grain)
}
