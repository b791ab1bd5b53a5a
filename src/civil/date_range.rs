//! Days `first..=last` with the precision the words had.

use chrono::{Datelike as _, NaiveDate};

use super::calendar::{self, Unit, day_shifted, days_between, month_end};

/// How precise the words were.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Precision {
    /// One day.
    Day,
    /// Saturday and Sunday.
    Weekend,
    /// Monday to Sunday.
    Week,
    /// A calendar month.
    Month,
    /// Three months: spring March to May, winter December to February.
    Season,
    /// A quarter of a year.
    Quarter,
    /// Half a year.
    Half,
    /// A calendar year.
    Year,
    /// Any other days from … to …, a decade too.
    Range,
}

/// Which part of the period, or how surely.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shade {
    /// The first third.
    Early,
    /// The second third.
    Mid,
    /// The last third.
    Late,
    /// "about", "around", "expected around".
    About,
}

/// A season of the northern year; winter 2022 begins in December 2022.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
}

impl Season {
    const fn first_month(self) -> u32 {
        match self {
            Self::Spring => 3,
            Self::Summer => 6,
            Self::Autumn => 9,
            Self::Winter => 12,
        }
    }

    /// 21 to 24, as EDTF numbers them.
    pub const fn edtf_code(self) -> u8 {
        match self {
            Self::Spring => 21,
            Self::Summer => 22,
            Self::Autumn => 23,
            Self::Winter => 24,
        }
    }

    /// The year and season that begin on that day.
    pub fn starting(first: NaiveDate) -> Option<(i32, Self)> {
        let season = [Self::Spring, Self::Summer, Self::Autumn, Self::Winter].into_iter().find(|s| s.first_month() == first.month())?;
        Some((first.year(), season))
    }
}

/// Days `first..=last`; one side may be open.
///
/// Invariant: at least one side is given, and `first <= last`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DateRange {
    /// First day the words allow.
    pub first: Option<NaiveDate>,
    /// Last day the words allow.
    pub last: Option<NaiveDate>,
    /// How precise the words were.
    pub precision: Precision,
    /// Which part of it.
    pub shade: Option<Shade>,
}

/// So many weeks on lies the weekend nearest to a year on.
const WEEKS_A_YEAR: i64 = 52;

/// How far a season reaches at both ends where it is asked whether a date refines one, in days.
const SEASON_SLACK_DAYS: i64 = 21;

impl DateRange {
    const fn closed(first: NaiveDate, last: NaiveDate, precision: Precision) -> Self {
        Self { first: Some(first), last: Some(last), precision, shade: None }
    }

    /// One day.
    pub const fn day(day: NaiveDate) -> Self {
        Self::closed(day, day, Precision::Day)
    }

    /// A calendar month, 1 to 12.
    pub fn month(year: i32, month: u32) -> Option<Self> {
        Some(Self::closed(NaiveDate::from_ymd_opt(year, month, 1)?, month_end(year, month)?, Precision::Month))
    }

    /// A calendar year.
    pub fn year(year: i32) -> Option<Self> {
        Some(Self::closed(NaiveDate::from_ymd_opt(year, 1, 1)?, month_end(year, 12)?, Precision::Year))
    }

    /// Three months from the season's first.
    pub fn season(year: i32, season: Season) -> Option<Self> {
        Self::months(year, season.first_month(), 3, Precision::Season)
    }

    /// A quarter, 1 to 4.
    pub fn quarter(year: i32, quarter: u32) -> Option<Self> {
        let first = quarter.checked_mul(3)?.checked_sub(2)?;
        Self::months(year, first, 3, Precision::Quarter)
    }

    /// A half, 1 or 2.
    pub fn half(year: i32, half: u32) -> Option<Self> {
        let first = half.checked_mul(6)?.checked_sub(5)?;
        Self::months(year, first, 6, Precision::Half)
    }

    fn months(year: i32, first: u32, n: i64, precision: Precision) -> Option<Self> {
        let first = NaiveDate::from_ymd_opt(year, first, 1)?;
        Some(Self::closed(first, day_shifted(first, n, Unit::Month)?.pred_opt()?, precision))
    }

    /// The week, Monday to Sunday, that holds `day`.
    pub fn week(day: NaiveDate) -> Option<Self> {
        Self::seven_days(calendar::monday_of(day)?)
    }

    /// The seven days from `first` on: "the first week of June", within which something lies.
    pub fn seven_days(first: NaiveDate) -> Option<Self> {
        Some(Self::closed(first, day_shifted(first, 6, Unit::Day)?, Precision::Week))
    }

    /// Saturday and Sunday of the week that holds `day`.
    pub fn weekend(day: NaiveDate) -> Option<Self> {
        let saturday = day_shifted(calendar::monday_of(day)?, 5, Unit::Day)?;
        Some(Self::closed(saturday, saturday.succ_opt()?, Precision::Weekend))
    }

    /// Ten years from a year that ends in 0.
    pub fn decade(first_year: i32) -> Option<Self> {
        Some(Self::closed(NaiveDate::from_ymd_opt(first_year, 1, 1)?, month_end(first_year.checked_add(9)?, 12)?, Precision::Range))
    }

    /// Any two days in order; one day where both are the same.
    pub fn range(first: NaiveDate, last: NaiveDate) -> Option<Self> {
        match first.cmp(&last) {
            std::cmp::Ordering::Less => Some(Self::closed(first, last, Precision::Range)),
            std::cmp::Ordering::Equal => Some(Self::day(first)),
            std::cmp::Ordering::Greater => None,
        }
    }

    /// From the first day of `self` to the last of `other`: "April 23 to May 8".
    pub fn through(self, other: Self) -> Option<Self> {
        Self::range(self.first?, other.last?)
    }

    /// "since July 2021": the same start, no end.
    #[must_use]
    pub const fn since(self) -> Self {
        Self { last: None, ..self }
    }

    /// "until 12 October": no start, the same end.
    #[must_use]
    pub const fn until(self) -> Self {
        Self { first: None, ..self }
    }

    /// The period that an open end closes: all of June for "until June", spring for "until next spring"; a range that
    /// has no period of its own stays as it is.
    #[must_use]
    pub fn closed_period(self) -> Option<Self> {
        let last = self.last.filter(|_| self.first.is_none())?;
        let (year, month) = (last.year(), last.month());
        let whole = match self.precision {
            Precision::Day => Some(Self::day(last)),
            Precision::Weekend => Self::weekend(last),
            Precision::Week => Self::week(last),
            Precision::Month => Self::month(year, month),
            Precision::Season => {
                let season = [Season::Spring, Season::Summer, Season::Autumn].into_iter().find(|season| {
                    let first = season.first_month();
                    (first..first + 3).contains(&month)
                });
                Self::season(if month < 3 { year - 1 } else { year }, season.unwrap_or(Season::Winter))
            }
            Precision::Quarter => Self::quarter(year, month.div_ceil(3)),
            Precision::Half => Self::half(year, month.div_ceil(6)),
            Precision::Year => Self::year(year),
            Precision::Range => None,
        }?;
        Some(self.shade.map_or(whole, |shade| whole.with_shade(shade)))
    }

    /// Cut to a third of the period, or marked "about".
    #[must_use]
    pub fn with_shade(self, shade: Shade) -> Self {
        let marked = Self { shade: Some(shade), ..self };
        let (Some(first), Some(last)) = (self.first, self.last) else { return marked };
        let n_days = calendar::days_between(first, last) + 1;
        let (skip, keep) = match shade {
            Shade::Early => (0, n_days / 3),
            Shade::Mid => (n_days / 3, n_days - 2 * (n_days / 3)),
            Shade::Late => (n_days - n_days / 3, n_days / 3),
            Shade::About => return marked,
        };
        if keep < 1 {
            return marked;
        }
        let start = day_shifted(first, skip, Unit::Day);
        let end = start.and_then(|day| day_shifted(day, keep - 1, Unit::Day));
        if start.is_some() && end.is_some() { Self { first: start, last: end, ..marked } } else { marked }
    }

    /// The one day it names, where it does.
    pub fn single_day(&self) -> Option<NaiveDate> {
        (self.first == self.last).then_some(self.first).flatten()
    }

    /// Both ends moved; `None` outside the calendar.
    pub fn shifted(self, n: i64, unit: Unit) -> Option<Self> {
        let shift = |end: Option<NaiveDate>| match end {
            Some(day) => day_shifted(day, n, unit).map(Some),
            None => Some(None),
        };
        Some(Self { first: shift(self.first)?, last: shift(self.last)?, ..self })
    }

    /// The same a year later; a weekend stays one.
    pub fn next_year(self) -> Option<Self> {
        if self.precision == Precision::Weekend { self.shifted(WEEKS_A_YEAR, Unit::Week) } else { self.shifted(1, Unit::Year) }
    }

    /// How many days its nearer end lies from a day; an open side lies nowhere.
    pub fn days_from(&self, day: NaiveDate) -> i64 {
        let days = |end: Option<NaiveDate>| end.map_or(i64::MAX, |end| days_between(day, end).abs());
        days(self.first).min(days(self.last))
    }

    /// Whether the two share a day; an open side reaches for ever.
    pub fn overlaps(&self, other: &Self) -> bool {
        let starts_before_end = |a: &Self, b: &Self| match (a.first, b.last) {
            (Some(first), Some(last)) => first <= last,
            _ => true,
        };
        starts_before_end(self, other) && starts_before_end(other, self)
    }

    /// Whether every day of `self` is a day of `other`.
    pub fn is_within(&self, other: &Self) -> bool {
        let starts = match (self.first, other.first) {
            (_, None) => true,
            (Some(inner), Some(outer)) => inner >= outer,
            (None, Some(_)) => false,
        };
        let ends = match (self.last, other.last) {
            (_, None) => true,
            (Some(inner), Some(outer)) => inner <= outer,
            (None, Some(_)) => false,
        };
        starts && ends
    }

    /// As [`DateRange::is_within`], with a season and an "about" three weeks wider at both ends.
    pub fn refines(&self, other: &Self) -> bool {
        self != other && self.is_within(&other.with_slack())
    }

    /// A season reaches three weeks further at both ends where a date is held against it; a weekend begins on Friday.
    #[must_use]
    pub fn with_slack(self) -> Self {
        let (before, after) = match self.precision {
            Precision::Season => (SEASON_SLACK_DAYS, SEASON_SLACK_DAYS),
            Precision::Weekend => (1, 0),
            _ => return self,
        };
        let first = self.first.and_then(|day| day_shifted(day, -before, Unit::Day));
        let last = self.last.and_then(|day| day_shifted(day, after, Unit::Day));
        Self { first, last, ..self }
    }

    /// Number of days, where both ends are given.
    pub fn n_days(&self) -> Option<i64> {
        Some(calendar::days_between(self.first?, self.last?) + 1)
    }

    /// The year of the first day, else of the last.
    pub fn any_year(&self) -> Option<i32> {
        self.first.or(self.last).map(|day| day.year())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn winter_begins_in_december() {
        let winter = DateRange::season(2022, Season::Winter).unwrap();
        assert_eq!(winter.first, NaiveDate::from_ymd_opt(2022, 12, 1));
        assert_eq!(winter.last, NaiveDate::from_ymd_opt(2023, 2, 28));
    }

    #[test]
    fn late_september_refines_summer_but_does_not_lie_within() {
        let summer = DateRange::season(2022, Season::Summer).unwrap();
        let day = DateRange::day(NaiveDate::from_ymd_opt(2022, 9, 15).unwrap());
        assert!(day.refines(&summer));
        assert!(!day.is_within(&summer));
    }

    #[test]
    fn thirds_cover_the_month() {
        let june = DateRange::month(2022, 6).unwrap();
        let days = [Shade::Early, Shade::Mid, Shade::Late].map(|s| june.with_shade(s).n_days().unwrap());
        assert_eq!(days, [10, 10, 10]);
    }
}
