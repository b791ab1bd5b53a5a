//! A time zone as a calendar carries it (RFC 5545 3.6.5): what the clocks showed, from a day on.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeDelta, TimeZone as _};
use chrono_tz::{OffsetComponents as _, Tz};

use crate::civil::{Unit, Zone, calendar};

/// Summer and winter time are told for so many years; the last of them holds from then on.
const N_YEARS: i64 = 6;

/// What a calendar calls a zone: its IANA name, or "UTC+0900".
pub(super) fn id_of(zone: Zone) -> String {
    match zone {
        Zone::Named(tz) => tz.name().to_owned(),
        Zone::Offset(minutes) => format!("UTC{}", offset_text(minutes.into())),
    }
}

/// One stretch of time with one offset.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Spell {
    /// Its first moment, as the clocks showed it before.
    begins: NaiveDateTime,
    /// Minutes east of UTC before and within it.
    offsets: (i32, i32),
    is_summer: bool,
}

/// The lines of a zone, from the year before a day on.
pub(super) fn lines_of(zone: Zone, from: NaiveDate) -> Vec<String> {
    let spells = match zone {
        Zone::Named(tz) => spells_of(tz, from),
        Zone::Offset(minutes) => {
            vec![Spell { begins: from.and_time(NaiveTime::MIN), offsets: (minutes.into(), minutes.into()), is_summer: false }]
        }
    };
    let mut lines = vec!["BEGIN:VTIMEZONE".to_owned(), format!("TZID:{}", id_of(zone))];
    for Spell { begins, offsets: (before, within), is_summer } in spells {
        let name = if is_summer { "DAYLIGHT" } else { "STANDARD" };
        lines.push(format!("BEGIN:{name}"));
        lines.push(format!("DTSTART:{}", begins.format("%Y%m%dT%H%M%S")));
        lines.push(format!("TZOFFSETFROM:{}", offset_text(before)));
        lines.push(format!("TZOFFSETTO:{}", offset_text(within)));
        lines.push(format!("END:{name}"));
    }
    lines.push("END:VTIMEZONE".to_owned());
    lines
}

/// `+0900` for 540.
fn offset_text(minutes: i32) -> String {
    crate::civil::clock::offset_text(minutes).replace(':', "")
}

fn spells_of(tz: Tz, from: NaiveDate) -> Vec<Spell> {
    let at = |moment: NaiveDateTime| {
        let offset = tz.offset_from_utc_datetime(&moment);
        (offset.fix().local_minus_utc() / 60, !offset.dst_offset().is_zero())
    };
    let first = calendar::day_shifted(from, -1, Unit::Year).unwrap_or(from);
    let (mut known, is_summer) = at(first.and_time(NaiveTime::MIN));
    let mut spells = vec![Spell { begins: first.and_time(NaiveTime::MIN), offsets: (known, known), is_summer }];
    let end = calendar::day_shifted(from, N_YEARS, Unit::Year).unwrap_or(from);
    for day in first.iter_days().take_while(|day| *day < end) {
        let midnight = day.and_time(NaiveTime::MIN);
        let quarters = (1..=96).filter_map(|n| midnight.checked_add_signed(TimeDelta::minutes(15 * n)));
        // a day like most: the same at its end as at its beginning
        if quarters.clone().next_back().is_none_or(|last| at(last).0 == known) {
            continue;
        }
        for moment in quarters {
            let (within, is_summer) = at(moment);
            if within != known {
                let begins = moment.checked_add_signed(TimeDelta::minutes(known.into())).unwrap_or(moment);
                spells.push(Spell { begins, offsets: (known, within), is_summer });
                known = within;
            }
        }
    }
    spells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(zone: &str, expected: &[&str]) {
        let lines = lines_of(Zone::from_name(zone).unwrap(), NaiveDate::from_ymd_opt(2024, 4, 20).unwrap());
        let told = lines.iter().filter(|line| !line.starts_with("BEGIN") && !line.starts_with("END"));
        assert_eq!(told.take(expected.len()).map(String::as_str).collect::<Vec<_>>(), expected, "{zone}");
        assert_eq!(lines.iter().filter(|line| line.starts_with("BEGIN")).count(), lines.iter().filter(|l| l.starts_with("END")).count());
    }

    #[test]
    fn a_zone_without_summer_time_has_one_offset() {
        check("Asia/Seoul", &["TZID:Asia/Seoul", "DTSTART:20230420T000000", "TZOFFSETFROM:+0900", "TZOFFSETTO:+0900"]);
        check("-03:30", &["TZID:UTC-0330", "DTSTART:20240420T000000", "TZOFFSETFROM:-0330", "TZOFFSETTO:-0330"]);
        assert_eq!(lines_of(Zone::Named(Tz::Asia__Seoul), NaiveDate::from_ymd_opt(2024, 4, 20).unwrap()).len(), 8);
    }

    #[test]
    fn summer_time_begins_and_ends_as_the_clocks_showed_it() {
        check(
            "America/New_York",
            &[
                "TZID:America/New_York",
                "DTSTART:20230420T000000",
                "TZOFFSETFROM:-0400",
                "TZOFFSETTO:-0400",
                "DTSTART:20231105T020000",
                "TZOFFSETFROM:-0400",
                "TZOFFSETTO:-0500",
                "DTSTART:20240310T020000",
                "TZOFFSETFROM:-0500",
                "TZOFFSETTO:-0400",
            ],
        );
    }
}
