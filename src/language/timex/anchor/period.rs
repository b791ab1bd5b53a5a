//! Weekdays, weeks, weekends and other periods that words point at.

use chrono::{Datelike as _, Weekday};

use super::super::meaning::{Part, Period, Year};
use super::super::sense::{Compared, Deixis, Third};
use super::super::value::{Point, point_holding};
use super::{Anchor, Place, moved, step, weekend_of};
use crate::civil::Unit;
use crate::civil::calendar::{day_shifted, days_between, monday_of, weekday_from, weekday_until};
use crate::language::tense::Tense;

impl Anchor {
    pub(super) fn weekday(&self, weekday: u8, deixis: Option<Deixis>, week: Option<Deixis>, place: Place<'_>) -> Option<Point> {
        let reported = self.reported?;
        let day = Weekday::try_from(weekday).ok()?;
        let in_week = |weeks: i64| day_shifted(monday_of(reported)?, weeks * 7 + i64::from(weekday), Unit::Day);
        if let Some(week) = week {
            return Some(Point::Day(in_week(step(week).into())?));
        }
        let said = self.said.day.map_or(reported, |(day, _)| day);
        let chosen = match deixis {
            // said on Thursday, "last Wednesday" was not yesterday
            Some(Deixis::Last) => weekday_until(day_shifted(reported, -2, Unit::Day)?, day),
            Some(Deixis::Past) => weekday_until(reported.pred_opt()?, day),
            Some(Deixis::Next) => in_week(1),
            Some(Deixis::Coming) => weekday_from(reported.succ_opt()?, day),
            Some(Deixis::Previous) => weekday_until(said.pred_opt()?, day),
            Some(Deixis::Following) => weekday_from(said.succ_opt()?, day),
            Some(Deixis::This) if place.tense() != Tense::Past => weekday_from(reported, day),
            None if self.is_promised_then(place) => weekday_from(said.succ_opt()?, day),
            _ => match place.weekday_tense() {
                Tense::Future => weekday_from(reported, day),
                // "was due on Sunday": the nearer one
                Tense::Present => weekday_from(day_shifted(reported, -3, Unit::Day)?, day),
                Tense::Past => weekday_until(reported, day),
            },
        };
        Some(Point::Day(chosen?))
    }

    /// "said on March 11 that it would open on Friday": the Friday after, however late the report.
    fn is_promised_then(&self, place: Place<'_>) -> bool {
        /// From how many days on a day lies too far from the report for its week to be meant.
        const FAR_DAYS: i64 = 10;
        let far = |day| self.reported.is_some_and(|reported| days_between(reported, day).abs() > FAR_DAYS);
        self.said.day.is_some_and(|(day, sentence)| sentence == place.sentence && far(day)) && place.is_told_promise()
    }

    /// "earlier this week" said on a Monday: the week before.
    pub(super) fn deixis_on(&self, period: Period, deixis: Deixis, compared: Option<Compared>) -> Deixis {
        let begins = self.reported.is_some_and(|reported| match period {
            Period::Unit(Unit::Week) => reported.weekday() == Weekday::Mon,
            Period::Unit(Unit::Month) => reported.day() == 1,
            Period::Unit(Unit::Year) => reported.ordinal() == 1,
            _ => false,
        });
        if deixis == Deixis::This && compared == Some(Compared::Earlier) && begins { Deixis::Last } else { deixis }
    }

    pub(super) fn period(&self, period: Period, deixis: Deixis, place: Place<'_>) -> Option<Point> {
        let reported = self.reported?;
        let near = self.said.point.filter(|(_, sentence)| place.sentence - sentence <= 4).map(|(point, _)| point);
        let said = near.and_then(Point::first);
        // "she won again the following year": nothing was said that it could follow
        if said.is_none() && deixis == Deixis::Following && !self.is_history() && place.tense() == Tense::Past {
            return None;
        }
        // "in 1983 …, the following day": no day was said
        let is_vague = match period {
            Period::Unit(unit) => near.is_some_and(|point| point.is_coarser(unit)),
            Period::Weekend => false,
        };
        let day = self.said.day.filter(|(_, sentence)| place.sentence - sentence <= 2).map(|(day, _)| day);
        if is_vague && day.is_none() && matches!(deixis, Deixis::Following | Deixis::Previous) {
            return None;
        }
        let told = day.filter(|_| is_vague).or(said).unwrap_or(reported);
        let shift = i64::from(step(deixis));
        match (period, deixis) {
            (Period::Weekend, Deixis::Coming) if reported.weekday().num_days_from_monday() >= 5 => weekend_of(reported, 1),
            (Period::Weekend, Deixis::Coming) => weekend_of(reported, 0),
            (Period::Weekend, Deixis::This) if place.tense() == Tense::Past && reported.weekday().num_days_from_monday() < 3 => {
                weekend_of(reported, -1)
            }
            (Period::Weekend, Deixis::Following | Deixis::Previous) => weekend_of(told, shift),
            (Period::Weekend, _) => weekend_of(reported, shift),
            (Period::Unit(Unit::Day), Deixis::Next | Deixis::Following | Deixis::Previous) => {
                Some(Point::Day(day_shifted(told, shift, Unit::Day)?))
            }
            (Period::Unit(unit), Deixis::Following | Deixis::Previous) => moved(told, shift, unit),
            (Period::Unit(unit), Deixis::Next) if self.is_history() => moved(told, shift, unit),
            (Period::Unit(Unit::Quarter), Deixis::Latest) => {
                let said = self.said.quarter.map(|(point, _)| point);
                said.filter(|point| point.range().and_then(|range| range.last) < self.reported).or_else(|| self.last_quarter())
            }
            (Period::Unit(unit @ (Unit::Decade | Unit::Century)), _) => {
                point_holding(day_shifted(reported.with_day(1)?, shift, unit)?, unit)
            }
            (Period::Unit(unit), _) => moved(reported, shift, unit),
        }
    }

    /// "the year-earlier quarter", "the same period of 2021": the last quarter said; of a period the last stretch said, if any.
    pub(super) fn same_stretch(&self, unit: Option<Unit>, other: Year) -> Option<Point> {
        let quarter = self.said.quarter.map(|(point, _)| point);
        let month = || self.said.point.map(|(point, _)| point).filter(|point| matches!(point, Point::Part(_, Part::Month(_))));
        let stretch = match unit {
            Some(Unit::Month) => month().or_else(|| self.reported.and_then(|day| point_holding(day, Unit::Month)))?,
            Some(_) => quarter.or_else(|| self.last_quarter())?,
            None => quarter
                .or_else(|| self.said.point.map(|(point, _)| point))
                .or_else(|| self.reported.and_then(|day| point_holding(day, Unit::Year)))?,
        };
        let ahead = stretch.first().is_some_and(|first| self.reported.is_some_and(|reported| first > reported));
        match (stretch, other) {
            (Point::Part(_, part), Year::Exact(year)) => Some(Point::Part(year, part)),
            (Point::Part(year, part), _) => Some(Point::Part(year - 1 - i32::from(ahead), part)),
            (_, Year::Exact(year)) => Some(Point::Year(year)),
            (stretch, _) => Some(Point::Year(stretch.year()? - 1)),
        }
    }

    pub(super) fn last_quarter(&self) -> Option<Point> {
        moved(self.reported?, -1, Unit::Quarter)
    }

    pub(super) fn definite(&self, period: Period, place: Place<'_>) -> Option<Point> {
        let reported = self.reported?;
        match period {
            Period::Weekend => {
                let is_coming = place.words.get(place.first.saturating_sub(2)..place.first).unwrap_or_default();
                let is_coming = is_coming.first().is_some_and(|word| matches!(word.span.of(place.text), "ahead" | "Ahead"));
                let ahead = is_coming || place.tense() == Tense::Future || reported.weekday().num_days_from_monday() >= 5;
                weekend_of(reported, if ahead { 0 } else { -1 })
            }
            Period::Unit(Unit::Quarter) => self.said.quarter.map(|(point, _)| point).or_else(|| self.last_quarter()),
            Period::Unit(Unit::Day) => {
                let said = self.said.day.filter(|(_, sentence)| place.sentence - sentence <= 2).map(|(day, _)| day);
                Some(Point::Day(said.unwrap_or(reported)))
            }
            // "in 2008, the year she left"
            Period::Unit(Unit::Year) if place.is_beside_year() => self.said.point.and_then(|(point, _)| point.year()).map(Point::Year),
            // "leaked in April, and at the end of the month she spoke"
            Period::Unit(Unit::Month) if self.is_month_told(place) => {
                self.said.point.and_then(|(point, _)| point.first()).and_then(|day| point_holding(day, Unit::Month))
            }
            // "since year-end"
            Period::Unit(Unit::Year) if place.is_led_by_since() => moved(reported, -1, Unit::Year),
            Period::Unit(unit) => point_holding(self.told_before(place.clause(), place).unwrap_or(reported), unit),
        }
    }

    /// Whether the sentence has told of a month or a day in it, and looks back.
    fn is_month_told(&self, place: Place<'_>) -> bool {
        let is_near = |point| matches!(point, Point::Day(_) | Point::Part(_, Part::Month(_)));
        self.said.point.is_some_and(|(point, sentence)| sentence == place.sentence && is_near(point)) && place.tense() == Tense::Past
    }

    /// "will tour at the beginning of the year", said in December: the next one. "left at the end of the year", said in January:
    /// the one before.
    pub(super) fn third_of(&self, period: Period, third: Option<Third>, place: Place<'_>) -> Option<Point> {
        let Period::Unit(unit @ (Unit::Year | Unit::Month)) = period else { return None };
        let reported = self.reported?;
        let range = point_holding(reported, unit)?.range()?;
        let (done, days) = (days_between(range.first?, reported), days_between(range.first?, range.last?));
        match (third?, place.tense()) {
            (Third::Early, Tense::Future) if done * 3 > days => moved(reported, 1, unit),
            (Third::Late, Tense::Past) if done * 3 < days => moved(reported, -1, unit),
            _ => None,
        }
    }

    pub(super) fn anaphor(&self, period: Period) -> Option<Point> {
        let (point, _) = self.said.point?;
        match period {
            Period::Unit(Unit::Day) => Some(Point::Day(self.said.day?.0)),
            Period::Unit(Unit::Year) => Some(Point::Year(point.year()?)),
            Period::Unit(Unit::Quarter) => self.said.quarter.map(|(point, _)| point),
            Period::Unit(unit) => point_holding(point.first()?, unit),
            Period::Weekend => weekend_of(point.first()?, 0),
        }
    }
}
