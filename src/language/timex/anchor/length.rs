//! Lengths of time, and days so long before or after another.

use super::super::TimexType;
use super::super::meaning::{Extent, From, Part};
use super::super::sense::{Deixis, Sense, Vague};
use super::super::value::{self, Point};
use super::{Anchor, Decided, Place, moved, reference};
use crate::civil::calendar::day_shifted;
use crate::civil::{ClaimedDate, Unit};
use crate::language::tense::Tense;

impl Anchor {
    pub(super) fn length(&self, extent: Extent, _deixis: Option<Deixis>, place: Place<'_>) -> Decided {
        // "in two weeks": a day for the reader, a length for TIMEX3
        let led_by_in = place.first.checked_sub(1).and_then(|at| place.words.get(at)).is_some_and(|word| word.sense == Sense::In);
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
        let Some(point) = quarter.or_else(|| self.shifted_point(n, extent.unit, from)) else {
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
