//! Claimed dates as EDTF (ISO 8601-2:2019, level 1), for files.

use super::{ClaimedDate, Clock, DateRange, Precision, Season, Shade, When, clock};
use chrono::{Datelike as _, NaiveDate};

/// The EDTF form; `None` where EDTF has none (a recurrence, a range without any end).
///
/// A day, month, season or year is written as such, "about" as `~`, whatever else has two ends as an
/// interval; a clock time is added only to a day and only where its offset is known.
pub fn edtf(claimed: &ClaimedDate) -> Option<String> {
    let When::Days(range) = &claimed.when else { return None };
    if let (Some(day), Some(time)) = (range.single_day(), claimed.clock.and_then(|c| time_text(range.single_day()?, c))) {
        return Some(format!("{}{time}", day_text(day)));
    }
    let about = if range.shade == Some(Shade::About) { "~" } else { "" };
    let text = match (range.first, range.last) {
        (None, None) => return None,
        (Some(first), None) => format!("{}/..", start_text(first, range)),
        (None, Some(last)) => format!("../{}", day_text(last)),
        (Some(first), Some(last)) => match range.precision {
            Precision::Day => format!("{}{about}", day_text(first)),
            Precision::Month if is_whole(range) => format!("{:04}-{:02}{about}", first.year(), first.month()),
            Precision::Year if is_whole(range) => format!("{:04}{about}", first.year()),
            Precision::Season if is_whole(range) => {
                let (year, season) = Season::starting(first)?;
                format!("{year:04}-{}{about}", season.edtf_code())
            }
            _ => format!("{}{about}/{}{about}", day_text(first), day_text(last)),
        },
    };
    Some(text)
}

fn is_whole(range: &DateRange) -> bool {
    range.shade.is_none_or(|shade| shade == Shade::About)
}

fn start_text(first: NaiveDate, range: &DateRange) -> String {
    match range.precision {
        Precision::Month => format!("{:04}-{:02}", first.year(), first.month()),
        Precision::Year => format!("{:04}", first.year()),
        _ => day_text(first),
    }
}

fn day_text(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

fn time_text(day: NaiveDate, time: Clock) -> Option<String> {
    let minutes = time.zone?.offset_minutes(time.on(day)?)?;
    Some(format!("T{}:00{}", time.hhmm(), clock::offset_text(minutes)))
}

#[cfg(test)]
mod tests {
    use super::super::Zone;
    use super::*;
    use chrono_tz::Tz;

    #[track_caller]
    fn check(range: Option<DateRange>, expected: &str) {
        assert_eq!(edtf(&ClaimedDate::days(range.unwrap())).as_deref(), Some(expected));
    }

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[test]
    fn every_precision_has_a_form() {
        check(Some(DateRange::day(ymd(2022, 4, 25))), "2022-04-25");
        check(DateRange::month(2022, 4), "2022-04");
        check(DateRange::year(2022), "2022");
        check(DateRange::season(2022, Season::Winter), "2022-24");
        check(DateRange::quarter(2022, 4), "2022-10-01/2022-12-31");
        check(DateRange::month(2022, 6).map(|m| m.with_shade(Shade::Early)), "2022-06-01/2022-06-10");
        check(DateRange::month(2022, 6).map(|m| m.with_shade(Shade::About)), "2022-06~");
        check(DateRange::month(2021, 7).map(DateRange::since), "2021-07/..");
        check(Some(DateRange::day(ymd(2022, 10, 12)).until()), "../2022-10-12");
    }

    #[test]
    fn a_clock_time_with_a_zone_carries_its_offset() {
        let midnight = Clock::new(0, 0, Some(Zone::Named(Tz::Asia__Seoul))).unwrap();
        let claimed = ClaimedDate::days(DateRange::day(ymd(2022, 4, 25))).at(midnight);
        assert_eq!(edtf(&claimed).as_deref(), Some("2022-04-25T00:00:00+09:00"));
    }
}
