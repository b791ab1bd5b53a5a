//! Words that files use for what the program keeps as types, and back.

use crate::civil::{ClaimedDate, Clock, DateRange, Precision, Recurrence, Shade, Unit, When, Zone};

/// How precise a date is, as files call it.
const PRECISIONS: [(Precision, &str); 9] = [
    (Precision::Day, "day"),
    (Precision::Weekend, "weekend"),
    (Precision::Week, "week"),
    (Precision::Month, "month"),
    (Precision::Season, "season"),
    (Precision::Quarter, "quarter"),
    (Precision::Half, "half"),
    (Precision::Year, "year"),
    (Precision::Range, "range"),
];

const RECURRING: &str = "recurring";

const SHADES: [(Shade, &str); 4] = [(Shade::Early, "early"), (Shade::Mid, "mid"), (Shade::Late, "late"), (Shade::About, "about")];

/// `day` … `range`, `recurring`.
pub(super) fn precision_name(date: &ClaimedDate) -> &'static str {
    let Some(range) = date.range() else { return RECURRING };
    PRECISIONS.iter().find(|(known, _)| *known == range.precision).map_or(RECURRING, |(_, name)| name)
}

/// `early`, `mid`, `late`, `about`.
pub(super) fn shade_name(date: &ClaimedDate) -> Option<&'static str> {
    let shade = date.range()?.shade?;
    SHADES.iter().find(|(known, _)| *known == shade).map(|(_, name)| *name)
}

/// The RFC 5545 rule of a recurrence.
pub(super) fn rule_text(date: &ClaimedDate) -> Option<String> {
    match &date.when {
        When::Recurring(rule) => Some(rule.rrule()),
        When::Days(_) => None,
    }
}

/// A claimed date from its parts; `None` where they make none.
pub(super) struct Parts<'a> {
    pub(super) first: Option<&'a str>,
    pub(super) last: Option<&'a str>,
    pub(super) precision: &'a str,
    pub(super) shade: Option<&'a str>,
    pub(super) rule: Option<&'a str>,
    pub(super) time: Option<&'a str>,
    pub(super) zone: Option<&'a str>,
}

impl Parts<'_> {
    /// Puts the date together again; `None` where the parts do not fit.
    pub(super) fn claimed(&self) -> Option<ClaimedDate> {
        let when = match self.rule {
            Some(rule) => When::Recurring(Recurrence::from_rrule(rule).filter(|_| self.precision == RECURRING)?),
            None => When::Days(self.range()?),
        };
        match (self.time, self.zone) {
            (None, None) => Some(ClaimedDate { when, clock: None }),
            (None, Some(_)) => None,
            (Some(time), zone) => Some(ClaimedDate { when, clock: Some(clock(time, zone)?) }),
        }
    }

    fn range(&self) -> Option<DateRange> {
        let day = |text: Option<&str>| match text {
            None => Some(None),
            Some(text) => text.parse::<chrono::NaiveDate>().ok().filter(|day| is_in_calendar(*day)).map(Some),
        };
        let (first, last) = (day(self.first)?, day(self.last)?);
        let is_in_order = match (first, last) {
            (None, None) => false,
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        let (precision, _) = PRECISIONS.iter().find(|(_, name)| *name == self.precision)?;
        let shade = match self.shade {
            None => None,
            Some(name) => Some(SHADES.iter().find(|(_, known)| *known == name)?.0),
        };
        is_in_order.then_some(DateRange { first, last, precision: *precision, shade })
    }
}

fn clock(time: &str, zone: Option<&str>) -> Option<Clock> {
    let (hour, minute) = time.split_once(':')?;
    let zone = match zone {
        None => None,
        Some(name) => Some(Zone::from_name(name)?),
    };
    Clock::new(hour.parse().ok()?, minute.parse().ok()?, zone)
}

/// Years 1 to 9999, as everywhere in the program.
pub(super) fn is_in_calendar(day: chrono::NaiveDate) -> bool {
    use chrono::Datelike as _;
    (1..=9999).contains(&day.year())
}

const UNITS: [(Unit, &str); 9] = [
    (Unit::Minute, "minute"),
    (Unit::Hour, "hour"),
    (Unit::Day, "day"),
    (Unit::Week, "week"),
    (Unit::Month, "month"),
    (Unit::Quarter, "quarter"),
    (Unit::Year, "year"),
    (Unit::Decade, "decade"),
    (Unit::Century, "century"),
];

/// `minute` … `century`.
pub(super) fn unit_name(unit: Unit) -> &'static str {
    UNITS.iter().find(|(known, _)| *known == unit).map_or("", |(_, name)| name)
}

/// Reads what [`unit_name`] writes.
pub(super) fn unit_from_name(name: &str) -> Option<Unit> {
    UNITS.iter().find(|(_, known)| *known == name).map(|(unit, _)| *unit)
}
