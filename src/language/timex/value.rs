//! TIMEX3 values (ISO-TimeML), and the days behind them.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::meaning::{ClockSaid, Extent, Part, Rhythm};
use super::sense::{DayPart, Third, Vague};
use crate::civil::calendar::{day_shifted, monday_of};
use crate::civil::{DateRange, Frequency, Recurrence, Season, Shade, Unit};

/// A place in the calendar, fully decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Point {
    /// One day.
    Day(NaiveDate),
    /// The week that begins on that Monday.
    Week(NaiveDate),
    /// Seven days from that one, within a month: "the last week of June".
    Week7(NaiveDate),
    /// The weekend of the week that begins on that Monday.
    Weekend(NaiveDate),
    /// A part of a year.
    Part(i32, Part),
    /// A year.
    Year(i32),
    /// Ten years, by the first.
    Decade(i32),
    /// A century, by its first two digits.
    Century(u8),
}

impl Point {
    /// The days it covers.
    pub(crate) fn range(self) -> Option<DateRange> {
        match self {
            Self::Day(day) => Some(DateRange::day(day)),
            Self::Week(monday) => DateRange::week(monday),
            Self::Week7(first) => DateRange::seven_days(first),
            Self::Weekend(monday) => DateRange::weekend(monday),
            Self::Part(year, Part::Month(month)) => DateRange::month(year, month.into()),
            Self::Part(year, Part::Season(season)) => DateRange::season(year, season),
            Self::Part(year, Part::Quarter(quarter)) => DateRange::quarter(year, quarter.into()),
            Self::Part(year, Part::Half(half)) => DateRange::half(year, half.into()),
            Self::Year(year) => DateRange::year(year),
            Self::Decade(year) => DateRange::decade(year),
            Self::Century(first) => {
                let start = NaiveDate::from_ymd_opt(i32::from(first) * 100, 1, 1)?;
                DateRange::range(start, day_shifted(start, 1, Unit::Century)?.pred_opt()?)
            }
        }
    }

    /// Whether it names no single period of that unit: "three weeks later" counts from no year.
    pub(crate) const fn is_coarser(self, unit: Unit) -> bool {
        match self {
            Self::Day(_) => false,
            Self::Week(_) | Self::Week7(_) | Self::Weekend(_) => matches!(unit, Unit::Day),
            Self::Part(_, Part::Month(_)) => matches!(unit, Unit::Day | Unit::Week),
            Self::Part(..) => matches!(unit, Unit::Day | Unit::Week | Unit::Month),
            Self::Year(_) | Self::Decade(_) | Self::Century(_) => matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Quarter),
        }
    }

    /// Its first day.
    pub(crate) fn first(self) -> Option<NaiveDate> {
        self.range()?.first
    }

    /// Its year.
    pub(crate) fn year(self) -> Option<i32> {
        match self {
            Self::Year(year) | Self::Part(year, _) | Self::Decade(year) => Some(year),
            other => Some(other.first()?.year()),
        }
    }

    /// The TIMEX3 value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Day(day) => format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day()),
            Self::Week(monday) => week(monday),
            Self::Week7(first) => format!("{:04}-{:02}", first.year(), first.month()),
            Self::Weekend(monday) => format!("{}-WE", week(monday)),
            Self::Part(year, part) => format!("{year:04}-{}", part_code(part)),
            Self::Year(year) => format!("{year:04}"),
            Self::Decade(year) => format!("{:03}", year / 10),
            Self::Century(first) => format!("{first:02}"),
        }
    }
}

fn week(monday: NaiveDate) -> String {
    let week = monday.iso_week();
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// "04", "SU", "Q3", "H1".
pub(crate) fn part_code(part: Part) -> String {
    match part {
        Part::Month(month) => format!("{month:02}"),
        Part::Season(Season::Spring) => "SP".to_owned(),
        Part::Season(Season::Summer) => "SU".to_owned(),
        Part::Season(Season::Autumn) => "FA".to_owned(),
        Part::Season(Season::Winter) => "WI".to_owned(),
        Part::Quarter(quarter) => format!("Q{quarter}"),
        Part::Half(half) => format!("H{half}"),
    }
}

/// "TMO", "TAF", "TEV", "TNI".
pub(crate) const fn day_part_code(part: DayPart) -> &'static str {
    match part {
        DayPart::Morning => "TMO",
        DayPart::Afternoon => "TAF",
        DayPart::Evening => "TEV",
        DayPart::Night => "TNI",
    }
}

/// "T21:10", "T18:00Z".
pub(crate) fn clock_code(clock: ClockSaid) -> String {
    format!("T{:02}:{:02}{}", clock.hour, clock.minute, if clock.is_utc { "Z" } else { "" })
}

/// `PAST_REF`.
pub(crate) const fn vague_code(vague: Vague) -> &'static str {
    match vague {
        Vague::Past => "PAST_REF",
        Vague::Present => "PRESENT_REF",
        Vague::Future => "FUTURE_REF",
    }
}

/// "P8W", "PT30M", "PXD", "P18M".
pub(crate) fn length_value(extent: Extent) -> String {
    let (unit, per) = match extent.unit {
        Unit::Minute | Unit::Month => ("M", 1),
        Unit::Hour => ("H", 1),
        Unit::Day => ("D", 1),
        Unit::Week => ("W", 1),
        Unit::Quarter => ("Q", 1),
        Unit::Year => ("Y", 1),
        Unit::Decade => ("Y", 10),
        Unit::Century => ("Y", 100),
    };
    let time = if matches!(extent.unit, Unit::Minute | Unit::Hour) { "T" } else { "" };
    let Some(n) = extent.n else {
        let unit = match extent.unit {
            // some tens of years are an unknown number of years
            Unit::Decade => "Y",
            Unit::Century => "CE",
            _ => unit,
        };
        return format!("P{time}X{unit}");
    };
    if extent.sixtieths == 0 {
        return format!("P{time}{}{unit}", u64::from(n) * per);
    }
    match extent.unit {
        Unit::Hour if n == 0 => format!("PT{}M", extent.sixtieths),
        Unit::Hour => format!("PT{n}H{}M", extent.sixtieths),
        Unit::Minute if n == 0 => format!("PT{}S", extent.sixtieths),
        Unit::Minute => format!("PT{n}M{}S", extent.sixtieths),
        Unit::Year if n == 0 => format!("P{}M", extent.sixtieths / 5),
        Unit::Decade | Unit::Century => format!("P{}Y", u64::from(n) * per + u64::from(extent.sixtieths) * per / 60),
        _ => format!("P{n}.{}{unit}", extent.sixtieths / 6),
    }
}

/// The value of a recurrence.
pub(crate) fn set_value(rhythm: Rhythm) -> String {
    match rhythm {
        Rhythm::Units(n, unit) => length_value(Extent::whole(if n == 0 { None } else { Some(n.into()) }, unit)),
        Rhythm::Weekdays(0b110_0000) | Rhythm::Weekend => "XXXX-WXX-WE".to_owned(),
        Rhythm::Weekdays(mask) if mask.is_power_of_two() => format!("XXXX-WXX-{}", mask.trailing_zeros() + 1),
        Rhythm::Weekdays(mask) => {
            let mut value = "XXXX-WXX".to_owned();
            for day in (0..7).filter(|day| mask & (1 << day) != 0) {
                value.push('-');
                value.push_str(&(day + 1).to_string());
            }
            value
        }
        Rhythm::Part(part) => format!("XXXX-{}", part_code(part)),
        Rhythm::DayPart(part) => format!("XXXX-XX-XX{}", day_part_code(part)),
        Rhythm::WeekdayPart(day, part) => format!("XXXX-WXX-{}{}", day + 1, day_part_code(part)),
    }
}

/// The recurrence as the program uses it; `None` where RFC 5545 has no short form for it.
pub(crate) fn recurrence(rhythm: Rhythm) -> Option<Recurrence> {
    match rhythm {
        Rhythm::Units(0, _) => None,
        Rhythm::Units(n, unit) => {
            let (frequency, per) = match unit {
                Unit::Day => (Frequency::Daily, 1),
                Unit::Week => (Frequency::Weekly, 1),
                Unit::Month => (Frequency::Monthly, 1),
                Unit::Quarter => (Frequency::Monthly, 3),
                Unit::Year => (Frequency::Yearly, 1),
                Unit::Decade => (Frequency::Yearly, 10),
                Unit::Minute | Unit::Hour | Unit::Century => return None,
            };
            Some(Recurrence::every(frequency, n.checked_mul(per)?))
        }
        Rhythm::Weekdays(mask) => Some(Recurrence { frequency: Frequency::Weekly, interval: 1, weekdays: mask }),
        Rhythm::Weekend => Some(Recurrence::weekly([Weekday::Sat, Weekday::Sun])),
        Rhythm::WeekdayPart(day, _) => Some(Recurrence { frequency: Frequency::Weekly, interval: 1, weekdays: 1 << day.min(6) }),
        Rhythm::DayPart(_) => Some(Recurrence::every(Frequency::Daily, 1)),
        Rhythm::Part(_) => Some(Recurrence::every(Frequency::Yearly, 1)),
    }
}

/// As the calendar calls it.
pub(crate) const fn shade_of(third: Third) -> Shade {
    match third {
        Third::Early => Shade::Early,
        Third::Mid => Shade::Mid,
        Third::Late => Shade::Late,
    }
}

/// The period of that unit which holds the day.
pub(crate) fn point_holding(day: NaiveDate, unit: Unit) -> Option<Point> {
    let month = u8::try_from(day.month()).ok()?;
    Some(match unit {
        Unit::Minute | Unit::Hour | Unit::Day => Point::Day(day),
        Unit::Week => Point::Week(monday_of(day)?),
        Unit::Month => Point::Part(day.year(), Part::Month(month)),
        Unit::Quarter => Point::Part(day.year(), Part::Quarter(month.div_ceil(3))),
        Unit::Year => Point::Year(day.year()),
        Unit::Decade => Point::Decade(day.year() / 10 * 10),
        Unit::Century => Point::Century(u8::try_from(day.year() / 100).ok()?),
    })
}
