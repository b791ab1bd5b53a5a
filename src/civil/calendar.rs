//! Steps over the calendar that cannot panic: chrono's `+` and `-` do, out of range.

use chrono::{Datelike as _, Days, Months, NaiveDate, Weekday};

/// The months by their English names, in small letters.
pub const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// A unit that dates are counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Deserialize)]
pub enum Unit {
    /// Minutes of the clock.
    Minute,
    /// Hours of the clock.
    Hour,
    /// Civil days.
    Day,
    /// Seven days, Monday first (ISO 8601).
    Week,
    /// Calendar months.
    Month,
    /// Three months.
    Quarter,
    /// Calendar years.
    Year,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
}

/// `day` moved by `n` units, forward or back; `None` outside the calendar or below a day.
/// The 31st moved by months becomes the last day of a shorter month.
pub fn day_shifted(day: NaiveDate, n: i64, unit: Unit) -> Option<NaiveDate> {
    let months = |per: i64| {
        let total = n.checked_mul(per)?;
        let count = Months::new(u32::try_from(total.unsigned_abs()).ok()?);
        if total < 0 { day.checked_sub_months(count) } else { day.checked_add_months(count) }
    };
    let days = |per: i64| {
        let total = n.checked_mul(per)?;
        let count = Days::new(total.unsigned_abs());
        if total < 0 { day.checked_sub_days(count) } else { day.checked_add_days(count) }
    };
    let shifted = match unit {
        Unit::Minute | Unit::Hour => None,
        Unit::Day => days(1),
        Unit::Week => days(7),
        Unit::Month => months(1),
        Unit::Quarter => months(3),
        Unit::Year => months(12),
        Unit::Decade => months(120),
        Unit::Century => months(1200),
    };
    shifted.filter(|day| (1..=9999).contains(&day.year()))
}

/// Monday of the week that holds `day`.
pub fn monday_of(day: NaiveDate) -> Option<NaiveDate> {
    day_shifted(day, -i64::from(day.weekday().num_days_from_monday()), Unit::Day)
}

/// The first `weekday` on or after `day`.
pub fn weekday_from(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let ahead = (7 + weekday.num_days_from_monday() - day.weekday().num_days_from_monday()) % 7;
    day_shifted(day, i64::from(ahead), Unit::Day)
}

/// The last `weekday` on or before `day`.
pub fn weekday_until(day: NaiveDate, weekday: Weekday) -> Option<NaiveDate> {
    let back = (7 + day.weekday().num_days_from_monday() - weekday.num_days_from_monday()) % 7;
    day_shifted(day, -i64::from(back), Unit::Day)
}

/// Last day of a month; `None` where there is no such month.
pub fn month_end(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    first.checked_add_months(Months::new(1))?.pred_opt()
}

/// Days from `before` to `after`, negative where `after` is earlier.
pub fn days_between(before: NaiveDate, after: NaiveDate) -> i64 {
    after.signed_duration_since(before).num_days()
}
