//! Which day that is: year and direction from the report date, the tense, and the dates said before.

mod calendar;
mod length;
mod period;
mod place;

use chrono::{Datelike as _, NaiveDate};

use super::meaning::{Calendar, Meaning, Part, Period, Rhythm, What, Year};
use super::plan;
use super::sense::{DayPart, Deixis, Vague};
use super::value::{self, Point, point_holding};
use super::{Length, TimexType};
use crate::civil::calendar::day_shifted;
use crate::civil::calendar::{days_between, monday_of};
use crate::civil::{ClaimedDate, Clock, Shade, Unit};
use crate::language::tense::{Clause, Tense};

pub(crate) use self::place::Place;

/// What was decided.
#[derive(Clone, Debug)]
pub(crate) struct Decided {
    pub(crate) kind: TimexType,
    pub(crate) value: String,
    pub(crate) date: Option<ClaimedDate>,
    pub(crate) length: Option<Length>,
    /// The day that relative words count from.
    pub(crate) counted_from: Option<NaiveDate>,
}

/// What the text has said so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Said {
    /// The last day, and its sentence.
    day: Option<(NaiveDate, usize)>,
    /// The last that lies ahead of the report and is no day of an old plan.
    ahead: Option<(NaiveDate, usize)>,
    /// The last point of any size, and its sentence.
    point: Option<(Point, usize)>,
    /// The last quarter.
    quarter: Option<(Point, usize)>,
    /// The last year by its number, and its sentence.
    year: Option<(i32, usize)>,
    /// Which word of its sentence that year was.
    year_at: usize,
    /// The year that opens its sentence, and the sentence: "Last year, …", "In 2019 …".
    led_year: Option<(i32, usize)>,
    /// How many years long past were said by their number.
    n_past_years: u16,
    /// How many words counted from the report date: "Monday", "today", "last week".
    n_near: u16,
}

/// Turns meanings into dates, from left to right.
#[derive(Clone, Debug)]
pub(crate) struct Anchor {
    reported: Option<NaiveDate>,
    said: Said,
    /// Whether the whole text is one of years long past.
    is_chronicle: bool,
}

impl Anchor {
    /// Relative words count from the report date; in a chronicle, months and days go on from the date told before.
    pub(crate) fn new(reported: Option<NaiveDate>, is_chronicle: bool) -> Self {
        Self { reported, said: Said::default(), is_chronicle }
    }

    /// What follows is told under a date of its own: relative words count from there.
    pub(crate) fn count_from(&mut self, heading: Option<ClaimedDate>) {
        if let (Some(day), true) = (heading.and_then(|date| date.single_day()), self.reported.is_some()) {
            self.reported = Some(day);
        }
    }

    /// The month and year of the last day said: what "and 24" behind "April 23" goes with.
    pub(crate) fn last_day(&self) -> Option<NaiveDate> {
        self.said.day.map(|(day, _)| day)
    }

    /// Which day that is; `None` where the words point back at nothing.
    pub(crate) fn decide(&mut self, meaning: &Meaning, place: Place<'_>) -> Option<Decided> {
        if matches!(meaning.what, What::Anaphor(_) | What::Then) && self.said.point.is_none() {
            return None;
        }
        if meaning.what == What::Anaphor(Period::Unit(Unit::Day)) && self.said.day.is_none() {
            return None;
        }
        if matches!(meaning.what, What::Reference(Vague::Future)) && place.is_told_soon() {
            return None;
        }
        Some(match meaning.what {
            What::Length { extent, deixis } => self.length(extent, deixis, place),
            What::Set(rhythm) => repeated(rhythm, meaning),
            What::Reference(vague) => reference(vague),
            What::Shifted { extent, back, from } => self.shifted(extent, back, from, place),
            What::DayPart { part, days } => self.day_part(part, days, meaning, place),
            What::ToldPart { part, days } => self.told_part(part, days, meaning, place),
            What::PartOfTold(part) => {
                let told = self.said.day.is_some_and(|(_, sentence)| place.sentence - sentence <= 1);
                return (told && !place.is_of_any_day()).then(|| self.told_part(part, 0, meaning, place));
            }
            What::ClockAlone => self.clock_alone(meaning, place),
            _ => self.point_said(meaning, place),
        })
    }

    fn point_said(&mut self, meaning: &Meaning, place: Place<'_>) -> Decided {
        match self.point(meaning, place) {
            Some(point) => {
                self.remember(point, meaning, place);
                self.pointed(point, meaning)
            }
            None => unread(meaning),
        }
    }

    /// A decided point with the time of day and the shade that the words add.
    fn pointed(&self, point: Point, meaning: &Meaning) -> Decided {
        let mut value = point.value();
        let mut kind = TimexType::Date;
        let mut date = point.range().map(|range| {
            let shade = meaning.third.map(value::shade_of).or_else(|| meaning.about.then_some(Shade::About));
            ClaimedDate::days(match shade {
                Some(shade) if !matches!(point, Point::Day(_)) || shade == Shade::About => range.with_shade(shade),
                _ => range,
            })
        });
        if let (Some(clock), Point::Day(_)) = (meaning.clock, point) {
            kind = TimexType::Time;
            value.push_str(&value::clock_code(clock));
            date = date.map(|date| match Clock::new(clock.hour.into(), clock.minute.into(), clock.zone) {
                Some(clock) => date.at(clock),
                None => date,
            });
        } else if let Some(part) = meaning.day_part {
            kind = TimexType::Time;
            value.push_str(value::day_part_code(part));
        }
        let is_full = matches!(meaning.what, What::Calendar(Calendar { year: Year::Exact(_), .. }) | What::Decade(_) | What::Century(_));
        Decided { kind, value, date, length: None, counted_from: if is_full { None } else { self.reported } }
    }

    fn remember(&mut self, point: Point, meaning: &Meaning, place: Place<'_>) {
        // "her 2009 concert", "a film (2009)", "2009's first season" date the thing alone
        // "this year’s festival was put off from June": the months that follow are of that year
        let is_near = matches!(meaning.what, What::Period { deixis: Deixis::Last | Deixis::This | Deixis::Next, .. });
        if matches!(point, Point::Year(_)) && (place.is_attribute() || place.is_owner() && !is_near && !self.is_history()) {
            return;
        }
        self.said.point = Some((point, place.sentence));
        match point {
            Point::Day(day) => {
                self.said.day = Some((day, place.sentence));
                if self.reported.is_some_and(|reported| day > reported) && !plan::is_old_plan(place) {
                    self.said.ahead = self.said.day;
                }
            }
            Point::Part(_, Part::Quarter(_)) if !matches!(meaning.what, What::SameStretch(..)) => {
                self.said.quarter = Some((point, place.sentence));
            }
            _ => {}
        }
        let leads = place.first <= 1 || self.said.led_year.is_some_and(|(_, sentence)| sentence == place.sentence);
        if let (Point::Year(year), true) = (point, leads) {
            self.said.led_year = Some((year, place.sentence));
        }
        match meaning.what {
            // "the sharpest fall since 1986": only compared with
            What::Calendar(Calendar { year: Year::Exact(_), .. }) if place.is_led_by_since() && !self.is_history() => {}
            What::Calendar(Calendar { year: Year::Exact(year), .. }) => {
                self.said.year = Some((year, place.sentence));
                self.said.year_at = place.first;
                let is_past = self.reported.is_some_and(|reported| year < reported.year() - 1);
                self.said.n_past_years = self.said.n_past_years.saturating_add(u16::from(is_past));
            }
            What::Weekday { .. } | What::DayOffset(_) | What::Period { deixis: Deixis::Last | Deixis::This | Deixis::Next, .. } => {
                self.said.n_near = self.said.n_near.saturating_add(1);
                if let (Point::Year(year), true) = (point, place.is_owner() || place.opens_with("earlier")) {
                    self.said.year = Some((year, place.sentence));
                    self.said.year_at = place.first;
                }
            }
            _ => {}
        }
    }

    /// The tense of the words' clause; outside of histories a noun may say more than the verb.
    fn clause(&self, place: Place<'_>) -> Clause {
        let clause = place.clause();
        if self.is_history() || self.said.n_past_years > 0 && self.said.n_near == 0 {
            return clause;
        }
        // "planned to marry in July but will now wait": the nearer July
        if clause.tense == Tense::Future && plan::is_old_plan(place) {
            return UNTOLD;
        }
        // "unveiled the June 3 release date": the date of a plan, whatever the verb
        if clause.tense == Tense::Past && place.is_set_day() && !plan::is_old_plan(place) {
            return UNTOLD;
        }
        place.led_ahead(clause).unwrap_or(clause)
    }

    /// Whether the text so far tells of years long past and of next to nothing near its report.
    fn is_history(&self) -> bool {
        self.is_chronicle || self.said.n_past_years >= 3 && u32::from(self.said.n_near) * 10 <= u32::from(self.said.n_past_years)
    }

    fn point(&self, meaning: &Meaning, place: Place<'_>) -> Option<Point> {
        match meaning.what {
            What::Calendar(calendar) => self.calendar(calendar, place),
            What::Weekday { weekday, deixis, week } => self.weekday(weekday, deixis, week, place),
            What::DayOffset(days) => Some(Point::Day(day_shifted(self.reported?, days.into(), Unit::Day)?)),
            What::Period { period, deixis } => self.period(period, self.deixis_on(period, deixis, meaning.compared), place),
            What::NewYear => {
                /// Until which month a year is new.
                const NEW_UNTIL: u32 = 2;
                let reported = self.reported?;
                Some(Point::Year(reported.year() + i32::from(reported.month() > NEW_UNTIL)))
            }
            What::Definite(period) => self.third_of(period, meaning.third, place).or_else(|| self.definite(period, place)),
            What::Anaphor(period) => self.anaphor(period),
            What::Then => self.said.point.map(|(point, _)| point),
            What::Holding { period, day } => {
                let day = self.calendar(day, place)?.first()?;
                match period {
                    Period::Weekend => Some(Point::Weekend(monday_of(day)?)),
                    Period::Unit(unit) => point_holding(day, unit),
                }
            }
            What::SameStretch(unit, other) => self.same_stretch(unit, other),
            What::Nth { nth, stretch, month } => self.nth(nth, stretch, month, place),
            What::DayOf { day, deixis } => {
                let month = self.period(Period::Unit(Unit::Month), deixis, place)?.first()?;
                Some(Point::Day(month.with_day(day.into())?))
            }
            What::Decade(year) => Some(Point::Decade(year)),
            What::Century(first) => Some(Point::Century(first)),
            What::Named { number, year, deixis, weekend } => self.named(number, year, deixis, weekend, place),
            _ => None,
        }
    }

    // ---- times of day

    fn day_part(&mut self, part: DayPart, days: Option<i8>, meaning: &Meaning, place: Place<'_>) -> Decided {
        let base = if let Some(days) = days {
            self.reported.and_then(|day| day_shifted(day, days.into(), Unit::Day))
        } else {
            // the night that lies behind: "fell overnight"
            let back = if part == DayPart::Night && place.tense() != Tense::Future { -1 } else { 0 };
            let said = self.said.day.filter(|(_, sentence)| place.sentence - sentence <= 2);
            said.map(|(day, _)| day).or_else(|| day_shifted(self.reported?, back, Unit::Day))
        };
        let told = Meaning { day_part: Some(part), ..*meaning };
        match base {
            Some(day) => {
                self.remember(Point::Day(day), meaning, place);
                self.pointed(Point::Day(day), &told)
            }
            None => unread(&told),
        }
    }

    fn told_part(&mut self, part: DayPart, days: i8, meaning: &Meaning, place: Place<'_>) -> Decided {
        let told = Meaning { day_part: Some(part), ..*meaning };
        // "will be out on May 2. It was first set for April 26. A video will be shown on the same evening": of the day that holds
        let is_near = |(_, sentence): &(NaiveDate, usize)| place.sentence - sentence <= AHEAD_SENTENCES;
        let ahead = self.said.ahead.filter(is_near).filter(|_| place.is_surely_ahead());
        let base = ahead.or(self.said.day).map(|(day, _)| day).or(self.reported);
        match base.and_then(|day| day_shifted(day, days.into(), Unit::Day)) {
            Some(day) => {
                // "who had met him the previous evening": the story goes on where it was
                if days >= 0 {
                    self.remember(Point::Day(day), meaning, place);
                }
                Decided { counted_from: base, ..self.pointed(Point::Day(day), &told) }
            }
            None => unread(&told),
        }
    }

    fn clock_alone(&mut self, meaning: &Meaning, place: Place<'_>) -> Decided {
        let near = self.said.day.filter(|(_, sentence)| place.sentence - sentence <= 1).map(|(day, _)| day);
        // "its finale will be on May 11. … had listened at midnight": on no day that lies ahead
        let is_ahead = |day: &NaiveDate| self.reported.is_some_and(|reported| *day > reported);
        let is_past = || place.clause() == Clause { tense: Tense::Past, is_plain: true };
        let near = near.filter(|day| !(is_ahead(day) && is_past()));
        match near.or(self.reported) {
            // told of some evening or of every one: which, nobody said
            Some(day) if near.is_none() && !place.is_plainly_ahead() => Decided { date: None, ..self.pointed(Point::Day(day), meaning) },
            Some(day) => self.pointed(Point::Day(day), meaning),
            None => unread(meaning),
        }
    }
}

/// So many sentences back stands the day that holds, where one of an old plan was said since.
const AHEAD_SENTENCES: usize = 6;

/// Years, weeks or months that a pointing word steps.
const fn step(deixis: Deixis) -> i32 {
    match deixis {
        Deixis::Last | Deixis::Past | Deixis::Previous | Deixis::Recent => -1,
        Deixis::This | Deixis::Current | Deixis::Latest => 0,
        Deixis::Next | Deixis::Coming | Deixis::Following | Deixis::Future => 1,
    }
}

/// The period of that unit, `n` further than the one that holds the day; days and weeks count exactly.
fn moved(day: NaiveDate, n: i64, unit: Unit) -> Option<Point> {
    if matches!(unit, Unit::Hour | Unit::Minute) {
        return Some(Point::Day(day));
    }
    // the first of the month, so that no short month is skipped; the week keeps its day
    let base = if matches!(unit, Unit::Day | Unit::Week) { day } else { day.with_day(1)? };
    match unit {
        Unit::Decade | Unit::Century => point_holding(day_shifted(base, n, unit)?, Unit::Year),
        _ => point_holding(day_shifted(base, n, unit)?, unit),
    }
}

fn weekend_of(day: NaiveDate, weeks: i64) -> Option<Point> {
    Some(Point::Weekend(day_shifted(monday_of(day)?, weeks, Unit::Week)?))
}

/// A clause whose tense says nothing of the side.
const UNTOLD: Clause = Clause { tense: Tense::Present, is_plain: false };

/// How far a candidate may lie, in days, before one close by on the other side is the likelier.
const fn trust(clause: Clause) -> (i64, i64) {
    match clause {
        Clause { tense: Tense::Future, is_plain: true } => (330, 30),
        Clause { tense: Tense::Future, is_plain: false } => (180, 100),
        Clause { tense: Tense::Past, is_plain: true } => (310, 60),
        _ => (280, 85),
    }
}

/// The candidate (first and last day) that the clause asks for; without a tense the nearest.
fn choose(candidates: impl Iterator<Item = (NaiveDate, NaiveDate)>, reported: NaiveDate, clause: Clause) -> Option<(NaiveDate, NaiveDate)> {
    let distance = |(first, last): (NaiveDate, NaiveDate)| {
        if first > reported { days_between(reported, first) } else { (days_between(last, reported)).max(0) }
    };
    let all: Vec<_> = candidates.collect();
    let nearest = all.iter().copied().min_by_key(|span| distance(*span))?;
    let chosen = match clause.tense {
        Tense::Past => all.iter().copied().filter(|(first, _)| *first <= reported).min_by_key(|span| distance(*span)),
        Tense::Future => all.iter().copied().filter(|(_, last)| *last >= reported).min_by_key(|span| distance(*span)),
        Tense::Present => None,
    };
    let (far_days, close_days) = trust(clause);
    match chosen {
        Some(span) if distance(span) > far_days && distance(nearest) < close_days => Some(nearest),
        Some(span) => Some(span),
        None => Some(nearest),
    }
}

/// A recurrence, with the clock time that it keeps.
fn repeated(rhythm: Rhythm, meaning: &Meaning) -> Decided {
    let mut value = value::set_value(rhythm);
    let mut date = value::recurrence(rhythm).map(ClaimedDate::recurring);
    if let Some(said) = meaning.clock {
        value.push_str(&value::clock_code(said));
        let clock = Clock::new(said.hour.into(), said.minute.into(), said.zone);
        date = date.map(|date| clock.map_or(date, |clock| date.at(clock)));
    }
    Decided { kind: TimexType::Set, value, date, length: None, counted_from: None }
}

fn reference(vague: Vague) -> Decided {
    Decided { kind: TimexType::Date, value: value::vague_code(vague).to_owned(), date: None, length: None, counted_from: None }
}

/// Words whose day cannot be known: no report date, or no such day.
fn unread(meaning: &Meaning) -> Decided {
    let mut value = match meaning.what {
        What::Calendar(Calendar { part: Some(Part::Month(month)), day: Some(day), .. }) => format!("XXXX-{month:02}-{day:02}"),
        What::Calendar(Calendar { part: Some(part), day: None, .. }) => format!("XXXX-{}", value::part_code(part)),
        What::Calendar(Calendar { part: None, day: Some(day), .. }) => format!("XXXX-XX-{day:02}"),
        What::Weekday { weekday, .. } => format!("XXXX-WXX-{}", weekday + 1),
        What::Period { period: Period::Weekend, .. } | What::Definite(Period::Weekend) => "XXXX-WXX-WE".to_owned(),
        What::Period { period: Period::Unit(unit), .. } | What::Definite(Period::Unit(unit)) | What::Anaphor(Period::Unit(unit)) => {
            unknown(unit).to_owned()
        }
        What::DayOffset(_) | What::DayPart { .. } | What::ClockAlone | What::Named { .. } => "XXXX-XX-XX".to_owned(),
        _ => "XXXX".to_owned(),
    };
    let is_day = value.len() == "XXXX-XX-XX".len() && !value.contains('W') || value.len() == "XXXX-WXX-1".len() && value.contains("WXX-");
    let mut kind = TimexType::Date;
    if let Some(clock) = meaning.clock.filter(|_| is_day) {
        kind = TimexType::Time;
        value.push_str(&value::clock_code(clock));
    } else if let Some(part) = meaning.day_part.filter(|_| is_day) {
        kind = TimexType::Time;
        value.push_str(value::day_part_code(part));
    }
    Decided { kind, value, date: None, length: None, counted_from: None }
}

const fn unknown(unit: Unit) -> &'static str {
    match unit {
        Unit::Minute | Unit::Hour | Unit::Day => "XXXX-XX-XX",
        Unit::Week => "XXXX-WXX",
        Unit::Month => "XXXX-XX",
        Unit::Quarter => "XXXX-QX",
        Unit::Year | Unit::Decade | Unit::Century => "XXXX",
    }
}
