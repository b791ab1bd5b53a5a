//! Two values of one announcement held against each other: is the second a move, more exact, or the same again?

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::ChangeKind;
use crate::civil::calendar::days_between;
use crate::civil::{ClaimedDate, Clock, DateRange, Precision, Shade, Unit, When, calendar};

/// How far "early June" or "about 24 April" reaches past its days where another date is held against it, in days.
const VAGUE_SLACK_DAYS: i64 = 3;

/// Where one moment is looked at to see whether two neighbouring days may be the same.
const NEWSROOMS: [Tz; 6] =
    [Tz::UTC, Tz::Europe__London, Tz::America__New_York, Tz::America__Los_Angeles, Tz::Asia__Kolkata, Tz::Asia__Seoul];

/// What `after` makes of `before`.
///
/// `Repeated` is the same or coarser, `Refined` lies within; `None` where the two cannot be held against each other
/// (a recurrence and a day, periods that overlap without either holding the other): no change may come of it.
pub fn compare(before: &ClaimedDate, after: &ClaimedDate) -> Option<ChangeKind> {
    match (&before.when, &after.when) {
        (When::Recurring(old), When::Recurring(new)) => (old == new).then(|| compare_clocks(None, before.clock, after.clock)),
        (When::Days(old), When::Days(new)) => compare_days(old, new, (before.clock, after.clock)),
        _ => None,
    }
}

/// Whether both may be true at once: the same, or one more exact than the other.
pub fn agrees(one: &ClaimedDate, other: &ClaimedDate) -> bool {
    let same = |kind| matches!(kind, Some(ChangeKind::Repeated | ChangeKind::Refined));
    same(compare(one, other)) || same(compare(other, one))
}

/// Days from `before` to `after`, where both are single days.
pub fn gap_days(before: &ClaimedDate, after: &ClaimedDate) -> Option<i64> {
    Some(days_between(before.single_day()?, after.single_day()?))
}

/// Whether two neighbouring days may be one moment, told in two zones: 25 April 00:00 in Seoul is 24 April in London.
pub fn may_be_same_moment(before: &ClaimedDate, after: &ClaimedDate) -> bool {
    if gap_days(before, after).is_none_or(|gap| gap.abs() != 1) {
        return false;
    }
    let falls_on = |exact: &ClaimedDate, plain: &ClaimedDate| match (exact.clock, plain.clock, exact.single_day(), plain.single_day()) {
        (Some(clock), None, Some(day), Some(other)) => NEWSROOMS.iter().any(|zone| clock.day_in(day, *zone) == Some(other)),
        (Some(clock), Some(plain_clock), Some(day), Some(other)) => {
            clock.zone.is_some() && moment(clock, Some(day)) == moment(plain_clock, Some(other)) && moment(clock, Some(day)).is_some()
        }
        _ => false,
    };
    falls_on(before, after) || falls_on(after, before)
}

fn compare_days(before: &DateRange, after: &DateRange, clocks: (Option<Clock>, Option<Clock>)) -> Option<ChangeKind> {
    if (before.first, before.last) == (after.first, after.last) {
        return Some(compare_clocks(before.single_day(), clocks.0, clocks.1));
    }
    match (End::of(before), End::of(after)) {
        (End::Open, _) | (_, End::Open) => compare_open(before, after),
        (End::Run, End::Run) => compare_runs(before, after),
        (End::Run, _) if is_edge(before, after) => Some(ChangeKind::Repeated),
        (_, End::Run) if is_edge(after, before) => Some(ChangeKind::Refined),
        _ => compare_periods(before, after),
    }
}

/// How a range is meant.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    /// One side is open.
    Open,
    /// From one named day to another.
    Run,
    /// Somewhere within: a day, a month, a season.
    Within,
}

impl End {
    fn of(range: &DateRange) -> Self {
        match (range.first, range.last, range.precision) {
            (Some(first), Some(last), Precision::Range) if first != last => Self::Run,
            (Some(_), Some(_), _) => Self::Within,
            _ => Self::Open,
        }
    }
}

/// Whether `day` only names the first or the last day of a run.
fn is_edge(run: &DateRange, day: &DateRange) -> bool {
    let named = day.single_day();
    named.is_some() && (named == run.first || named == run.last)
}

fn compare_periods(before: &DateRange, after: &DateRange) -> Option<ChangeKind> {
    let (loose_before, loose_after) = (with_slack(before), with_slack(after));
    if after.is_within(before) || (after.is_within(&loose_before) && !before.is_within(after)) {
        Some(ChangeKind::Refined)
    } else if before.is_within(&loose_after) {
        Some(ChangeKind::Repeated)
    } else if loose_before.overlaps(&loose_after) {
        None
    } else {
        moved(before.first?, after.first?)
    }
}

/// From one day to another: a festival, a run on stage. Both ends shifted is a move, one end is not.
fn compare_runs(before: &DateRange, after: &DateRange) -> Option<ChangeKind> {
    use std::cmp::Ordering::{Equal, Greater, Less};
    let (old_first, new_first, old_last, new_last) = (before.first?, after.first?, before.last?, after.last?);
    match (new_first.cmp(&old_first), new_last.cmp(&old_last)) {
        (Less, Less) => Some(ChangeKind::MovedEarlier),
        (Greater, Greater) => Some(ChangeKind::MovedLater),
        (Equal, Greater) | (Less, Equal) => Some(ChangeKind::Extended),
        (Equal, Less) | (Greater, Equal) => Some(ChangeKind::Shortened),
        (Greater, Less) => Some(ChangeKind::Refined),
        (Less, Greater) | (Equal, Equal) => Some(ChangeKind::Repeated),
    }
}

/// "from 5 May", "until 12 October": the end that is known is held against the same end of the other.
fn compare_open(before: &DateRange, after: &DateRange) -> Option<ChangeKind> {
    match ((before.first, before.last), (after.first, after.last)) {
        ((Some(_), _), (Some(_), _)) => {
            let (old, new) = (start_period(before)?, start_period(after)?);
            match compare_periods(&old, &new) {
                // the same start: the one with an end as well says more
                Some(ChangeKind::Refined | ChangeKind::Repeated) | None if before.last.is_none() && end_is_told(after) => {
                    Some(ChangeKind::Refined)
                }
                Some(ChangeKind::Refined) if old.first == new.first && old.last == new.last => Some(ChangeKind::Repeated),
                kind => kind,
            }
        }
        ((None, Some(_)), (None, Some(_))) => compare_ends(before, after),
        ((None, Some(_)), (Some(_), Some(_))) if End::of(after) == End::Run => match compare_ends(before, after) {
            Some(ChangeKind::Repeated) => Some(ChangeKind::Refined),
            kind => kind,
        },
        ((Some(_), Some(_)), (None, Some(_))) if End::of(before) == End::Run => compare_ends(before, after),
        _ => None,
    }
}

fn end_is_told(range: &DateRange) -> bool {
    End::of(range) == End::Run
}

/// The period in which a range begins: the month of "from July".
fn start_period(range: &DateRange) -> Option<DateRange> {
    use chrono::Datelike as _;
    let first = range.first?;
    match (range.last, range.precision) {
        (Some(_), Precision::Range) => Some(DateRange::day(first)),
        (Some(_), _) => Some(*range),
        (None, Precision::Month) => DateRange::month(first.year(), first.month()),
        (None, Precision::Year) => DateRange::year(first.year()),
        (None, _) => Some(DateRange::day(first)),
    }
}

fn compare_ends(before: &DateRange, after: &DateRange) -> Option<ChangeKind> {
    use chrono::Datelike as _;
    let (old, new) = (before.last?, after.last?);
    let is_month = |range: &DateRange| range.first.is_none() && range.precision == Precision::Month;
    if old == new || ((is_month(before) || is_month(after)) && (old.year(), old.month()) == (new.year(), new.month())) {
        return Some(if old != new && is_month(before) { ChangeKind::Refined } else { ChangeKind::Repeated });
    }
    Some(if old < new { ChangeKind::Extended } else { ChangeKind::Shortened })
}

fn moved(before: NaiveDate, after: NaiveDate) -> Option<ChangeKind> {
    match after.cmp(&before) {
        std::cmp::Ordering::Less => Some(ChangeKind::MovedEarlier),
        std::cmp::Ordering::Greater => Some(ChangeKind::MovedLater),
        std::cmp::Ordering::Equal => None,
    }
}

/// A season three weeks wider, "early June" and "about 24 April" a few days.
fn with_slack(range: &DateRange) -> DateRange {
    if range.shade.is_none() {
        return range.with_slack();
    }
    let period = range.precision != Precision::Day || range.shade == Some(Shade::About);
    let slack = if period { VAGUE_SLACK_DAYS } else { 0 };
    let shift = |day: Option<NaiveDate>, n| day.map(|day| calendar::day_shifted(day, n, Unit::Day).unwrap_or(day));
    DateRange { first: shift(range.first, -slack), last: shift(range.last, slack), ..*range }
}

/// The same days: did the time of day change? A missing time or zone says nothing.
fn compare_clocks(day: Option<NaiveDate>, before: Option<Clock>, after: Option<Clock>) -> ChangeKind {
    match (before, after) {
        (None, Some(_)) => ChangeKind::Refined,
        (None | Some(_), None) => ChangeKind::Repeated,
        (Some(old), Some(new)) => {
            let same_hour = (old.hour, old.minute) == (new.hour, new.minute);
            match (old.zone, new.zone) {
                (None, Some(_)) if same_hour => ChangeKind::Refined,
                (None, Some(_)) | (Some(_), None) => ChangeKind::Repeated,
                (Some(_), Some(_)) if moment(old, day) == moment(new, day) => ChangeKind::Repeated,
                (None, None) if same_hour => ChangeKind::Repeated,
                (Some(_), Some(_)) | (None, None) => ChangeKind::TimeChanged,
            }
        }
    }
}

/// Minutes in UTC, for comparing; without a day (a recurrence) the winter offset of an ordinary year does.
fn moment(clock: Clock, day: Option<NaiveDate>) -> Option<i64> {
    let day = day.or_else(|| NaiveDate::from_ymd_opt(2001, 1, 15))?;
    let local = clock.on(day)?;
    Some(local.and_utc().timestamp() / 60 - i64::from(clock.zone?.offset_minutes(local)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::{Frequency, Recurrence, Season, Zone};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// Reads "2022-04-24", "2022-04", "2022", "2022-SU", "early 2022-06", "a/b", "a/..", "../b", "SA,SU", each with " 21:00 Asia/Seoul".
    fn claimed(text: &str) -> ClaimedDate {
        let mut words = text.split(' ');
        let first = words.next().unwrap();
        let (shade, first) = match first {
            "early" => (Some(Shade::Early), words.next().unwrap()),
            "late" => (Some(Shade::Late), words.next().unwrap()),
            "about" => (Some(Shade::About), words.next().unwrap()),
            other => (None, other),
        };
        let mut read = if first.starts_with('S') {
            ClaimedDate::recurring(Recurrence::from_rrule(&format!("FREQ=WEEKLY;BYDAY={first}")).unwrap())
        } else {
            let range = range(first);
            ClaimedDate::days(shade.map_or(range, |shade| range.with_shade(shade)))
        };
        if let Some(time) = words.next() {
            let (hour, minute) = time.split_once(':').unwrap();
            let zone = words.next().map(|name| Zone::from_name(name).unwrap());
            read = read.at(Clock::new(hour.parse().unwrap(), minute.parse().unwrap(), zone).unwrap());
        }
        read
    }

    fn range(text: &str) -> DateRange {
        match text.split_once('/') {
            Some((first, "..")) => range(first).since(),
            Some(("..", last)) => range(last).until(),
            Some((first, last)) => DateRange::range(day(first), day(last)).unwrap(),
            None if text.ends_with("-SU") => DateRange::season(text.trim_end_matches("-SU").parse().unwrap(), Season::Summer).unwrap(),
            None if text.len() == 4 => DateRange::year(text.parse().unwrap()).unwrap(),
            None if text.len() == 7 => {
                let (year, month) = text.split_once('-').unwrap();
                DateRange::month(year.parse().unwrap(), month.parse().unwrap()).unwrap()
            }
            None => DateRange::day(day(text)),
        }
    }

    #[track_caller]
    fn check(before: &str, after: &str, expected: Option<ChangeKind>) {
        assert_eq!(compare(&claimed(before), &claimed(after)), expected, "{before} → {after}");
    }

    use ChangeKind::{Extended, MovedEarlier, MovedLater, Refined, Repeated, Shortened, TimeChanged};

    #[test]
    fn another_day_is_a_move() {
        check("2022-04-25", "2022-04-24", Some(MovedEarlier));
        check("2022-04-25", "2022-05-03", Some(MovedLater));
        check("2022-04", "2022-06", Some(MovedLater));
        check("2022", "2021", Some(MovedEarlier));
        check("2022-04-25", "2023", Some(MovedLater));
        check("2022-04-25 00:00 Asia/Seoul", "2022-04-24", Some(MovedEarlier));
    }

    #[test]
    fn naming_the_day_refines_the_month() {
        check("2022-04", "2022-04-24", Some(Refined));
        check("2022", "2022-04", Some(Refined));
        check("2022-04-24", "2022-04", Some(Repeated)); // coarser, nothing withdrawn
        check("2022-04-24", "2022", Some(Repeated));
    }

    #[test]
    fn a_season_reaches_three_weeks_further() {
        check("2022-SU", "2022-09-15", Some(Refined));
        check("2022-09-15", "2022-SU", Some(Repeated));
        check("2022-SU", "2022-10-15", Some(MovedLater));
    }

    #[test]
    fn vague_words_reach_a_few_days_further() {
        check("early 2022-06", "2022-06-12", Some(Refined));
        check("early 2022-06", "2022-06-24", Some(MovedLater));
        check("about 2022-04-24", "2022-04-26", Some(Refined));
        check("2022-04-26", "about 2022-04-24", Some(Repeated));
        check("about 2022-04-24", "2022-05-26", Some(MovedLater));
    }

    #[test]
    fn periods_that_overlap_say_nothing_of_each_other() {
        check("2022-SU", "2022-08-15/2022-10-15", None);
        check("early 2022-06", "2022-05-30/2022-06-20", Some(Repeated));
    }

    #[test]
    fn one_end_extends_or_shortens_and_both_ends_move() {
        check("2022-10-01/2022-10-09", "2022-10-01/2022-10-12", Some(Extended));
        check("2022-10-01/2022-10-12", "2022-10-01/2022-10-09", Some(Shortened));
        check("2022-10-03/2022-10-12", "2022-10-01/2022-10-12", Some(Extended));
        check("2022-10-01/2022-10-12", "2022-10-03/2022-10-12", Some(Shortened));
        check("2022-10-01/2022-10-12", "2022-10-08/2022-10-19", Some(MovedLater));
        check("2022-10-01/2022-10-12", "2022-09-30/2022-10-10", Some(MovedEarlier));
        check("2022-10-01/2022-10-12", "2022-11-01", Some(MovedLater));
    }

    #[test]
    fn naming_one_end_of_a_run_repeats_it() {
        check("2022-10-09/2022-10-11", "2022-10-09", Some(Repeated));
        check("2022-10-09", "2022-10-09/2022-10-11", Some(Refined));
    }

    #[test]
    fn open_ends_are_held_against_the_same_end() {
        check("2022-05-05/..", "2022-05-05", Some(Repeated));
        check("2022-05-05", "2022-05-05/..", Some(Repeated));
        check("2022-05-05/..", "2022-05-12/..", Some(MovedLater));
        check("2021-07/..", "2021-07-14/..", Some(Refined));
        check("2021-07-14/..", "2021-07/..", Some(Repeated));
        check("../2022-10-09", "../2022-10-12", Some(Extended));
        check("../2022-10", "../2022-10-12", Some(Refined));
        check("2022-09-01/2022-10-09", "../2022-10-12", Some(Extended));
        check("2022-05-05/..", "2022-05-05/2022-05-09", Some(Refined));
        check("2022-05-05/..", "../2022-06-09", None);
        check("2022-06-01", "../2022-06-09", None);
    }

    #[test]
    fn another_time_on_the_same_day_is_a_time_change() {
        check("2022-04-25 20:00", "2022-04-25 21:00", Some(TimeChanged));
        check("2022-04-25 20:00 Asia/Seoul", "2022-04-25 21:00 Asia/Seoul", Some(TimeChanged));
        check("SA,SU 21:00", "SA,SU 21:10", Some(TimeChanged));
    }

    #[test]
    fn a_missing_time_or_zone_is_no_change() {
        check("2022-04-25 20:00", "2022-04-25", Some(Repeated));
        check("2022-04-25", "2022-04-25 20:00", Some(Refined));
        check("2022-04-25 20:00 Asia/Seoul", "2022-04-25 21:00", Some(Repeated));
        check("2022-04-25 21:00", "2022-04-25 21:00 Asia/Seoul", Some(Refined));
        check("2022-04-25 21:00 America/New_York", "2022-04-25 20:00 America/Chicago", Some(Repeated));
    }

    #[test]
    fn a_recurrence_and_a_day_cannot_be_compared() {
        check("SA,SU", "2022-04-25", None);
        check("2022-04-25", "SA,SU", None);
        check("SA,SU", "SA", None);
        check("SA,SU", "SA,SU", Some(Repeated));
        let yearly = ClaimedDate::recurring(Recurrence::every(Frequency::Yearly, 1));
        assert_eq!(compare(&yearly, &claimed("2022")), None);
    }

    #[test]
    fn neighbouring_days_may_be_one_moment_in_two_zones() {
        let same = |before, after| may_be_same_moment(&claimed(before), &claimed(after));
        assert!(same("2022-04-25 00:00 Asia/Seoul", "2022-04-24"));
        assert!(same("2022-04-24", "2022-04-25 00:00 Asia/Seoul"));
        assert!(same("2022-04-24 22:00 America/New_York", "2022-04-25"));
        assert!(!same("2022-04-25 12:00 Europe/London", "2022-04-24"));
        assert!(!same("2022-04-25 00:00", "2022-04-24"));
        assert!(!same("2022-04-25 00:00 Asia/Seoul", "2022-04-23"));
        assert!(same("2022-04-25 00:00 Asia/Seoul", "2022-04-24 11:00 America/New_York"));
        assert!(!same("2022-04-25 00:00 Asia/Seoul", "2022-04-24 21:00 Asia/Seoul"));
    }
}
