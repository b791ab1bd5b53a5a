//! Places in the calendar with some of it unsaid: which year, which month.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::super::meaning::{Calendar, Part, Stretch, Year};
use super::super::plan;
use super::super::sense::Deixis;
use super::super::value::Point;
use super::{Anchor, Place, UNTOLD, choose, step};
use crate::civil::calendar::{day_shifted, days_between, monday_of, weekday_from, weekday_until};
use crate::civil::{Season, Unit};
use crate::language::lexicon::DATES;
use crate::language::tense::{Clause, Tense};

/// How near to its report a day keeps its year though the weekday said beside it does not fit, in days.
const SLIP_DAYS: i64 = 10;

/// For how many sentences a text goes on in a past year before it must say one again.
const TOLD_SENTENCES: usize = 40;

/// How long a season must be over to be the last one of its name and not the one just gone, in days.
const OVER_DAYS: i64 = 45;

/// How near to the report a day that other countries keep must lie to be the one meant, in days.
const ELSEWHERE_DAYS: i64 = 14;

/// Father's Day in a September paper: the day that another country keeps, where it lies next to the report and the usual one does not.
fn elsewhere(number: u16, reported: NaiveDate, usual: NaiveDate) -> Option<NaiveDate> {
    let gap = |day: NaiveDate| days_between(reported, day).abs();
    let kept = DATES.phrases.elsewhere(number).iter().filter_map(|falls| falls.in_year(reported.year()));
    kept.min_by_key(|day| gap(*day)).filter(|day| gap(*day) <= ELSEWHERE_DAYS && gap(usual) > 2 * ELSEWHERE_DAYS)
}

impl Anchor {
    pub(super) fn calendar(&self, calendar: Calendar, place: Place<'_>) -> Option<Point> {
        let year = match calendar.year {
            Year::Exact(year) => Some(year),
            // "of the following year": after the one told of
            Year::Pointed(deixis @ (Deixis::Following | Deixis::Previous)) => {
                let told = self.said.point.filter(|(_, sentence)| place.sentence - sentence <= 2).and_then(|(point, _)| point.year());
                Some(told.or_else(|| self.reported.map(|day| day.year()))? + step(deixis))
            }
            Year::Pointed(deixis) => Some(self.reported?.year() + step(deixis)),
            Year::Said => Some(self.said.point.and_then(|(point, _)| point.year()).or_else(|| Some(self.reported?.year()))?),
            Year::Unsaid => None,
        };
        match (calendar.part, calendar.day, year) {
            (Some(Part::Month(month)), Some(day), Some(year)) => Some(Point::Day(NaiveDate::from_ymd_opt(year, month.into(), day.into())?)),
            (Some(Part::Month(month)), Some(day), None) => Some(Point::Day(self.day_of_year(month, day, calendar, place)?)),
            (Some(part), None, Some(year)) => Some(Point::Part(year, part)),
            (Some(part), None, None) => self.part(part, calendar.deixis, place),
            (None, Some(day), _) => Some(Point::Day(self.day_of_month(day, calendar.weekday, place)?)),
            (None, None, Some(year)) => Some(Point::Year(year)),
            _ => None,
        }
    }

    /// A month and day without a year.
    fn day_of_year(&self, month: u8, day: u8, calendar: Calendar, place: Place<'_>) -> Option<NaiveDate> {
        let Calendar { weekday, deixis, .. } = calendar;
        let reported = self.reported?;
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, month.into(), day.into());
        match deixis {
            Some(Deixis::Last) => return (0..=1).filter_map(|back| in_year(reported.year() - back)).find(|day| *day < reported),
            Some(Deixis::Next | Deixis::Coming) => {
                return (0..=1).filter_map(|ahead| in_year(reported.year() + ahead)).find(|day| *day > reported);
            }
            Some(Deixis::This) => return in_year(reported.year()),
            _ => {}
        }
        let year = reported.year();
        let clause = self.clause(place);
        // the 29th of February may lie some years away
        let lies_behind = place.is_led_by_since();
        let by_tense = || {
            let days = (-4..=4).filter_map(|step| in_year(year + step)).filter(|day| !lies_behind || *day <= reported);
            choose(days.map(|day| (day, day)), reported, clause).map(|(day, _)| day)
        };
        if let Some(weekday) = weekday {
            let fits = [0, 1, -1, 2, -2]
                .into_iter()
                .filter_map(|step| in_year(year + step))
                .find(|day| day.weekday().num_days_from_monday() == u32::from(weekday));
            // next to the report a wrong weekday is the writer's slip, not another year's
            let slip = by_tense().filter(|day| days_between(*day, reported).abs() <= SLIP_DAYS);
            if fits.is_some() {
                return slip.or(fits);
            }
        }
        if let Some(said) = self.year_nearby(clause, place) {
            return in_year(said);
        }
        let told = self.listed_with(place).or_else(|| self.told_before(clause, place));
        let told = told.or_else(|| self.replaced_by(place)).or_else(|| self.ahead_here(month, clause, place));
        if let Some(told) = told {
            let candidates = (-1..=1).filter_map(|step| in_year(told.year() + step));
            return choose(candidates.map(|day| (day, day)), told, UNTOLD).map(|(day, _)| day);
        }
        by_tense()
    }

    /// "new dates: June 19 and July 17": the day just before, of the same list.
    fn listed_with(&self, place: Place<'_>) -> Option<NaiveDate> {
        let (day, sentence) = self.said.day?;
        (sentence == place.sentence && place.is_listed_behind_day()).then_some(day)
    }

    /// The year that opens the sentence, or one said by its number before in it, where the clause looks back.
    fn year_nearby(&self, clause: Clause, place: Place<'_>) -> Option<i32> {
        let here = |said: Option<(i32, usize)>| said.filter(|(_, sentence)| *sentence == place.sentence).map(|(year, _)| year);
        let this_year = self.reported?.year();
        let led = here(self.said.led_year).filter(|year| match (clause.is_plain, clause.tense) {
            (true, Tense::Future) => *year >= this_year,
            (true, Tense::Past) => *year <= this_year,
            _ => true,
        });
        led.or_else(|| here(self.said.year).filter(|_| clause.tense == Tense::Past && !place.is_behind_aside(self.said.year_at)))
    }

    /// In a text or paragraph that tells of past years, the date told before: dates go on from there.
    pub(super) fn told_before(&self, clause: Clause, place: Place<'_>) -> Option<NaiveDate> {
        let is_past = clause == Clause { tense: Tense::Past, is_plain: true };
        let looks_ahead =
            if self.is_chronicle { place.is_surely_ahead() } else { clause.tense == Tense::Future || self.said.n_near > 0 && !is_past };
        let (point, sentence) = self.said.point?;
        let is_kept = self.is_chronicle || self.said.year.is_some_and(|(_, at)| place.sentence - at <= TOLD_SENTENCES);
        let goes_on = self.is_history() && !looks_ahead && is_kept || self.is_told_on(point, sentence, clause, place);
        goes_on.then(|| point.first()).flatten()
    }

    /// "It will open on May 3 instead of April 25": the new date, beside which the old one lies.
    fn replaced_by(&self, place: Place<'_>) -> Option<NaiveDate> {
        let (point, sentence) = self.said.point?;
        (sentence == place.sentence && plan::is_replaced(place)).then(|| point.first()).flatten()
    }

    /// "begins on January 19, 2022, in Redport and wraps up on April 28", "are set for September next year, and begin on
    /// September 9": the sentence goes on from the day, or within the month, ahead that it has told.
    fn ahead_here(&self, month: u8, clause: Clause, place: Place<'_>) -> Option<NaiveDate> {
        let (point, sentence) = self.said.point?;
        let is_day = matches!(point, Point::Day(_)) || matches!(point, Point::Part(_, Part::Month(told)) if told == month);
        let is_open = clause != Clause { tense: Tense::Past, is_plain: true } && !plan::is_old_plan(place) && !place.is_moved_to();
        point.first().filter(|first| is_day && is_open && sentence == place.sentence && Some(*first) > self.reported)
    }

    /// "It opened in July 2019. In September it won a prize": the paragraph goes on in the past year said by its number.
    fn is_told_on(&self, point: Point, sentence: usize, clause: Clause, place: Place<'_>) -> bool {
        let is_exact = self.said.year.is_some_and(|(year, at)| at == sentence && point.year() == Some(year))
            && matches!(point, Point::Day(_) | Point::Part(_, Part::Month(_)));
        let is_past = point.year() < self.reported.map(|day| day.year());
        let is_near = sentence >= place.paragraph && place.sentence - sentence <= 2;
        is_exact && is_past && is_near && clause == Clause { tense: Tense::Past, is_plain: true }
    }

    /// "the 24th": of the month said before, else the nearest by the tense.
    fn day_of_month(&self, day: u8, weekday: Option<u8>, place: Place<'_>) -> Option<NaiveDate> {
        let said = self.said.point.filter(|(_, sentence)| place.sentence - sentence <= 3).and_then(|(point, _)| point.first());
        let near = |base: NaiveDate, months: i64| {
            let other = day_shifted(base.with_day(1)?, months, Unit::Month)?;
            NaiveDate::from_ymd_opt(other.year(), other.month(), day.into())
        };
        if let (Some(weekday), Some(base)) = (weekday, said.or(self.reported)) {
            let fits = [0, 1, -1, 2, -2, 3, -3]
                .into_iter()
                .filter_map(|months| near(base, months))
                .find(|day| day.weekday().num_days_from_monday() == u32::from(weekday));
            if fits.is_some() {
                return fits;
            }
        }
        if let Some(told) = said.and_then(|said| near(said, 0)).filter(|told| !self.lies_behind(*told, place)) {
            return Some(told);
        }
        let reported = self.reported?;
        let days = (-2..=2).filter_map(|months| near(reported, months));
        choose(days.map(|day| (day, day)), reported, self.clause(place)).map(|(day, _)| day)
    }

    /// "It opens on August 8. The station said so on | the 21st", told in July: no 21st of August.
    fn lies_behind(&self, told: NaiveDate, place: Place<'_>) -> bool {
        let is_past = || place.is_source() || self.clause(place) == Clause { tense: Tense::Past, is_plain: true };
        self.reported.is_some_and(|reported| told > reported) && place.is_on_day() && !plan::is_old_plan(place) && is_past()
    }

    /// "last July", "this summer", "the third quarter", "in May".
    fn part(&self, part: Part, deixis: Option<Deixis>, place: Place<'_>) -> Option<Point> {
        let reported = self.reported?;
        let year = reported.year();
        let span = |year: i32| {
            let range = Point::Part(year, part).range()?;
            Some((range.first?, range.last?))
        };
        let holds = |year: i32| span(year).is_some_and(|(first, last)| first <= reported && reported <= last);
        let chosen = match deixis {
            Some(Deixis::This | Deixis::Current) if holds(year - 1) => year - 1,
            Some(Deixis::This | Deixis::Current) => year,
            Some(Deixis::Last | Deixis::Past | Deixis::Previous) => {
                let just_over = |last: NaiveDate| matches!(part, Part::Season(_)) && days_between(last, reported) < OVER_DAYS;
                (0..3).map(|back| year - back).find(|year| span(*year).is_some_and(|(_, last)| last < reported && !just_over(last)))?
            }
            // said in May, "next summer" is not the one that begins in June
            Some(Deixis::Next) if matches!(part, Part::Season(Season::Spring | Season::Summer | Season::Autumn)) => year + 1,
            Some(Deixis::Next | Deixis::Coming | Deixis::Following) => {
                (-1..3).map(|ahead| year + ahead).find(|year| span(*year).is_some_and(|(first, _)| first > reported))?
            }
            _ => {
                let clause = self.clause(place);
                if let Some(said) = self.year_nearby(clause, place) {
                    return Some(Point::Part(said, part));
                }
                // accounts of a quarter come after it, whatever the verb; a season is told of when it has begun
                let clause =
                    if matches!(part, Part::Season(_)) && place.is_slot() && clause.tense == Tense::Past { UNTOLD } else { clause };
                let tense = match (part, clause.tense) {
                    (Part::Quarter(_), Tense::Future) => Tense::Present,
                    // "is headed for a summer release": the nearer
                    (Part::Season(_), Tense::Present) if place.is_slot() => Tense::Present,
                    (Part::Season(_) | Part::Half(_), Tense::Present) => Tense::Past,
                    (_, tense) => tense,
                };
                let told = self.told_before(clause, place).or_else(|| self.replaced_by(place));
                let clause = if told.is_some() { UNTOLD } else { Clause { tense, ..clause } };
                let base = told.unwrap_or(reported);
                let lies_behind = place.is_led_by_since();
                let spans = (-2..=2).filter_map(|step| span(base.year() + step)).filter(|(first, _)| !lies_behind || *first <= reported);
                let (first, _) = choose(spans, base, clause)?;
                first.year()
            }
        };
        Some(Point::Part(chosen, part))
    }

    pub(super) fn named(&self, number: u16, year: Year, deixis: Option<Deixis>, weekend: bool, place: Place<'_>) -> Option<Point> {
        let falls = DATES.phrases.falls(number)?;
        let day = match (year, self.reported) {
            (Year::Exact(year), _) => falls.in_year(year)?,
            (Year::Pointed(deixis), Some(reported)) => {
                let step = match deixis {
                    Deixis::Next | Deixis::Coming => 1,
                    Deixis::Last | Deixis::Past | Deixis::Previous => -1,
                    _ => 0,
                };
                falls.in_year(reported.year() + step)?
            }
            (_, Some(reported)) => {
                let year = reported.year();
                let mut near = (-2..=2).filter_map(|step| falls.in_year(year + step));
                match deixis {
                    Some(Deixis::Last | Deixis::Past | Deixis::Previous) => near.rfind(|day| *day < reported)?,
                    Some(Deixis::Next | Deixis::Coming) => near.find(|day| *day > reported)?,
                    // "this Halloween she sang", told in January
                    Some(Deixis::This) => {
                        let day = falls.in_year(year)?;
                        let is_told = place.tense() == Tense::Past && days_between(reported, day) > 2 * ELSEWHERE_DAYS;
                        if is_told { falls.in_year(year - 1)? } else { day }
                    }
                    _ if place.is_kept() => near.rfind(|day| *day <= reported)?,
                    _ => {
                        let day = choose(near.map(|day| (day, day)), reported, self.clause(place))?.0;
                        elsewhere(number, reported, day).unwrap_or(day)
                    }
                }
            }
            _ => return None,
        };
        if !weekend {
            return Some(Point::Day(day));
        }
        // the weekend that a Monday or Tuesday closes, else the one of its own week
        let back = if day.weekday().num_days_from_monday() < 2 { -1 } else { 0 };
        Some(Point::Weekend(day_shifted(monday_of(day)?, back, Unit::Week)?))
    }

    /// "the last week of June": which days of the month.
    pub(super) fn nth(&self, nth: u8, stretch: Stretch, month: Calendar, place: Place<'_>) -> Option<Point> {
        let month = self.calendar(month, place)?;
        let range = month.range()?;
        let (first, last) = (range.first?, range.last?);
        let back = i64::from(nth) - 1;
        match (stretch, nth) {
            (Stretch::Day, 0) => Some(Point::Day(last)),
            (Stretch::Day, _) => Some(Point::Day(day_shifted(first, back, Unit::Day)?)),
            (Stretch::Weekend, 0) => Some(Point::Weekend(monday_of(weekday_until(last, Weekday::Sat)?)?)),
            (Stretch::Weekend, _) => Some(Point::Weekend(day_shifted(monday_of(weekday_from(first, Weekday::Sat)?)?, back, Unit::Week)?)),
            (Stretch::Week, 0) => Some(Point::Week7(day_shifted(last, -6, Unit::Day)?)),
            (Stretch::Week, _) => Some(Point::Week7(day_shifted(first, back * 7, Unit::Day)?)),
        }
    }
}
