//! A calendar (RFC 5545) that follows a move: the same announcement keeps its id, a later export replaces the day.

mod zone;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{self, Write};

use chrono::{NaiveDate, TimeDelta};

use super::MARK;
use crate::civil::{ClaimedDate, Clock, Precision, Recurrence, Unit, When, Zone, calendar};
use crate::events::{Claim, Facet};
use crate::timeline::{Announcement, Change, ChangeKind, State, Timeline};
use crate::view::broadcast::Broadcasts;
use crate::view::words::kind_word;

/// The longest line in octets, its break aside.
const MAX_OCTETS: usize = 75;

/// Writes one entry an announcement that has exact days, and two where articles disagree; a month is no day and is counted,
/// not invented.
///
/// # Errors
/// Where the writer fails.
pub(super) fn write(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    let wanted = |found: &&Announcement| found.facet == Facet::When && !found.is_background;
    let broadcasts = Broadcasts::of(timeline);
    let entries: Vec<Entry<'_>> =
        timeline.announcements.iter().filter(wanted).flat_map(|found| Entry::all_of(timeline, &broadcasts, found)).collect();
    // each announcement has a first entry
    let n_left = timeline.announcements.len() - entries.iter().filter(|entry| entry.side == Side::First).count();
    line(out, "BEGIN:VCALENDAR")?;
    line(out, "VERSION:2.0")?;
    line(out, &format!("PRODID:-//{MARK}//Dateline {}//EN", env!("CARGO_PKG_VERSION")))?;
    line(out, "METHOD:PUBLISH")?;
    if n_left > 0 {
        let left = if n_left == 1 {
            "1 announcement is left out: it has".to_owned()
        } else {
            format!("{n_left} announcements are left out: they have")
        };
        line(out, &format!("X-WR-CALDESC:{left} no exact day or were told in passing"))?;
    }
    for (zone, from) in zones_of(&entries).into_values() {
        zone::lines_of(zone, from).iter().try_for_each(|told| line(out, told))?;
    }
    for entry in &entries {
        entry.write(timeline, out)?;
    }
    line(out, "END:VCALENDAR")
}

/// When an entry stands in the calendar.
enum Slot {
    /// Whole days; the last one is the day after the end.
    Days(NaiveDate, NaiveDate),
    /// A moment: `20220424T150000Z`, without the `Z` where no zone is known.
    Moment(String),
    /// Again and again from a day on, up to a last day where one is known; a clock time is that of its place.
    Again(NaiveDate, Option<NaiveDate>, Option<Clock>, Recurrence),
}

/// Every zone that is named by its wall clock, by its name, with the first day it is needed for.
fn zones_of(entries: &[Entry<'_>]) -> BTreeMap<String, (Zone, NaiveDate)> {
    let mut zones: BTreeMap<String, (Zone, NaiveDate)> = BTreeMap::new();
    for entry in entries {
        let Slot::Again(first, _, Some(Clock { zone: Some(zone), .. }), _) = entry.slot else { continue };
        let (_, from) = zones.entry(zone::id_of(zone)).or_insert((zone, first));
        *from = first.min(*from);
    }
    zones
}

/// Which of an announcement's entries: one has a day, two have the days that articles disagree about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    /// The day that stands, and keeps its id when it moves.
    First,
    /// The other day of those that are disputed, or once were.
    Other,
}

struct Entry<'a> {
    found: &'a Announcement,
    side: Side,
    slot: Slot,
    status: &'static str,
    first_told: NaiveDate,
    last_told: NaiveDate,
}

impl<'a> Entry<'a> {
    /// None where there is no exact day or no report date; two where two days are, or were, said against each other.
    fn all_of(timeline: &Timeline, broadcasts: &Broadcasts<'_>, found: &'a Announcement) -> Vec<Self> {
        let Some(first) = Self::of(timeline, broadcasts, found) else { return Vec::new() };
        let other = other_claim(found).and_then(|(claim, is_disputed)| {
            let slot = slot(&claim.date, first.first_told)?;
            // a calendar that has the other day must lose it once articles agree
            let status = if is_disputed { "TENTATIVE" } else { "CANCELLED" };
            Some(Self { side: Side::Other, slot, status, ..first })
        });
        std::iter::once(first).chain(other).collect()
    }

    fn of(timeline: &Timeline, broadcasts: &Broadcasts<'_>, found: &'a Announcement) -> Option<Self> {
        let days = || found.events.iter().filter_map(|id| timeline.article_of(*id)?.report_day());
        let (first_told, last_told) = (days().min()?, days().max()?);
        let withdrawn = || found.changes.iter().rev().find_map(|change| change.from.as_ref());
        let (claim, status) = match (&found.current, found.state) {
            (Some(claim), State::Happened) => (claim, "CONFIRMED"),
            (Some(claim), _) => (claim, "TENTATIVE"),
            // a calendar that has the old day must lose it
            (None, _) => (withdrawn()?, "CANCELLED"),
        };
        let mut slot = slot(&claim.date, first_told)?;
        if let Slot::Again(first, last, ..) = &mut slot {
            *last = broadcasts.last_of(found).filter(|last| last >= first);
        }
        Some(Self { found, side: Side::First, slot, status, first_told, last_told })
    }

    fn write(&self, timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
        let day = |day: NaiveDate| day.format("%Y%m%d").to_string();
        line(out, "BEGIN:VEVENT")?;
        let other = if self.side == Side::Other { "/other" } else { "" };
        line(out, &format!("UID:{}{other}@dateline", escaped(&self.found.key)))?;
        line(out, &format!("DTSTAMP:{}T000000Z", day(self.last_told)))?;
        line(out, &format!("CREATED:{}T000000Z", day(self.first_told)))?;
        line(out, &format!("LAST-MODIFIED:{}T000000Z", day(self.last_told)))?;
        match &self.slot {
            Slot::Days(first, after) => {
                line(out, &format!("DTSTART;VALUE=DATE:{}", day(*first)))?;
                line(out, &format!("DTEND;VALUE=DATE:{}", day(*after)))?;
            }
            Slot::Moment(at) => line(out, &format!("DTSTART:{at}"))?,
            Slot::Again(first, last, clock, rule) => {
                line(out, &format!("DTSTART{}", wall_clock(*first, *clock)))?;
                let until = last.and_then(|last| until(last, *clock)).map(|until| format!(";UNTIL={until}")).unwrap_or_default();
                line(out, &format!("RRULE:{}{until}", rule.rrule()))?;
            }
        }
        let n_changes = self.found.changes.iter().filter(|change| change.kind.is_change()).count();
        line(out, &format!("SEQUENCE:{n_changes}"))?;
        line(out, &format!("STATUS:{}", self.status))?;
        line(out, &format!("SUMMARY:{}", escaped(&summary(self.found, self.side))))?;
        line(out, &format!("DESCRIPTION:{}", escaped(&description(timeline, self.found))))?;
        line(out, "TRANSP:TRANSPARENT")?;
        line(out, "END:VEVENT")
    }
}

fn slot(date: &ClaimedDate, told: NaiveDate) -> Option<Slot> {
    let range = match &date.when {
        When::Recurring(rule) => return again(*rule, date.clock, told),
        When::Days(range) => range,
    };
    // a time that the clocks of its place skipped leaves the day
    if let Some(at) = date.single_day().zip(date.clock).and_then(|(day, clock)| moment(day, clock)) {
        return Some(Slot::Moment(at));
    }
    let is_exact = matches!(range.precision, Precision::Day | Precision::Weekend | Precision::Range) && range.shade.is_none();
    // "from June 7": the day it begins
    let first = range.first?;
    let last = range.last.unwrap_or(first);
    is_exact.then(|| calendar::day_shifted(last, 1, Unit::Day).map(|after| Slot::Days(first, after))).flatten()
}

/// The first day on or after the report on which it falls.
fn again(rule: Recurrence, clock: Option<Clock>, told: NaiveDate) -> Option<Slot> {
    let until = calendar::day_shifted(told, 7, Unit::Day)?;
    let first = rule.days_within(told, until).next()?;
    Some(Slot::Again(first, None, clock, rule))
}

/// The last moment of a rule: like its beginning a day, a time without zone, or else counted in UTC (RFC 5545 3.3.10).
fn until(last: NaiveDate, clock: Option<Clock>) -> Option<String> {
    match clock {
        Some(clock) => moment(last, clock),
        None => Some(last.format("%Y%m%d").to_string()),
    }
}

/// A rule repeats on the wall clock of its place: counted in UTC it would drift with summer time and change weekdays.
fn wall_clock(first: NaiveDate, clock: Option<Clock>) -> String {
    match clock.and_then(|clock| Some((local(first, clock)?, clock.zone))) {
        Some((at, Some(zone))) => format!(";TZID={}:{at}", zone::id_of(zone)),
        Some((at, None)) => format!(":{at}"),
        None => format!(";VALUE=DATE:{}", first.format("%Y%m%d")),
    }
}

fn local(day: NaiveDate, clock: Clock) -> Option<String> {
    Some(clock.on(day)?.format("%Y%m%dT%H%M%S").to_string())
}

fn moment(day: NaiveDate, clock: Clock) -> Option<String> {
    let Some(zone) = clock.zone else { return local(day, clock) };
    let at = clock.on(day)?;
    let utc = at.checked_sub_signed(TimeDelta::minutes(zone.offset_minutes(at)?.into()))?;
    Some(format!("{}Z", utc.format("%Y%m%dT%H%M%S")))
}

/// The newest dispute about the date, and whether it still stands.
fn dispute(found: &Announcement) -> Option<(&Change, bool)> {
    let mut changes = found.changes.iter().filter(|change| change.kind.is_change()).rev();
    let newest = changes.next()?;
    if newest.kind == ChangeKind::Conflict {
        return Some((newest, true));
    }
    changes.find(|change| change.kind == ChangeKind::Conflict).map(|change| (change, false))
}

/// Of two days that articles disagree about, or once did, the one that is not the announcement's own; and whether they
/// still do.
fn other_claim(found: &Announcement) -> Option<(&Claim, bool)> {
    let (change, is_disputed) = dispute(found)?;
    let (one, other) = (change.from.as_ref()?, change.to.as_ref()?);
    let is_own = |claim: &Claim| found.current.as_ref().is_some_and(|current| current.date == claim.date);
    Some((if is_own(other) { one } else { other }, is_disputed))
}

fn summary(found: &Announcement, side: Side) -> String {
    let part = found.part.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
    let territory = found.territory.as_ref().map(|territory| format!(" ({territory})")).unwrap_or_default();
    let state = match (found.state, &found.current, dispute(found)) {
        (_, _, Some((_, true))) => ": date disputed, articles say two days",
        (_, _, Some((_, false))) if side == Side::Other => ": said once, no longer the date",
        (State::Cancelled, ..) => ": cancelled",
        (_, None, _) => ": postponed, no date",
        _ => "",
    };
    format!("{}{part} · {}{territory}{state}", found.subject, found.kind.shown())
}

/// Every change with its days, then the sentence that told the last one.
fn description(timeline: &Timeline, found: &Announcement) -> String {
    let mut text = String::new();
    let changes = || found.changes.iter().filter(|change| change.kind.is_change());
    for change in changes() {
        // writing to a string cannot fail
        writeln!(text, "{}", told(change)).ok();
    }
    let quoted = changes().next_back().and_then(|change| timeline.new_quote(change)).or(found.current_event);
    if let Some(id) = quoted {
        let file = timeline.article_of(id).map(|article| article.file.as_str()).unwrap_or_default();
        write!(text, "“{}” ({file})", timeline.quote_of(id)).ok();
    }
    text
}

fn told(change: &Change) -> String {
    let value = |claim: Option<&Claim>| claim.and_then(|claim| crate::civil::edtf::edtf(&claim.date));
    let (was, now) = if change.kind == ChangeKind::Conflict { ("one says", "another says") } else { ("was", "now") };
    let from = value(change.from.as_ref()).map(|from| format!(", {was} {from}")).unwrap_or_default();
    let to = value(change.to.as_ref()).map(|to| format!(", {now} {to}")).unwrap_or_default();
    format!("{}: {}{from}{to}", change.reported, kind_word(change.kind))
}

/// Text as RFC 5545 3.3.11 wants it.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.trim_end().chars() {
        match c {
            '\\' | ';' | ',' => safe.extend(['\\', c]),
            '\n' => safe.push_str("\\n"),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

/// One line, folded after 75 octets, never inside a character (RFC 5545 3.1).
fn line(out: &mut dyn Write, text: &str) -> io::Result<()> {
    let mut n_octets = 0;
    for c in text.chars() {
        let mut buffer = [0; 4];
        let bytes = c.encode_utf8(&mut buffer).as_bytes();
        if n_octets + bytes.len() > MAX_OCTETS {
            out.write_all(b"\r\n ")?;
            n_octets = 1;
        }
        out.write_all(bytes)?;
        n_octets += bytes.len();
    }
    out.write_all(b"\r\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_folded_between_characters() {
        let mut bytes = Vec::new();
        line(&mut bytes, &format!("SUMMARY:{}", "한".repeat(60))).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.ends_with("\r\n"));
        assert!(text.trim_end().split("\r\n").all(|line| line.len() <= MAX_OCTETS), "{text}");
        assert_eq!(text.replace("\r\n ", "").trim_end(), format!("SUMMARY:{}", "한".repeat(60)));
    }

    #[test]
    fn text_cannot_leave_its_property() {
        assert_eq!(escaped("a, b; c\\d\nEND:VEVENT\r\n"), "a\\, b\\; c\\\\d\\nEND:VEVENT");
    }

    #[test]
    fn midnight_in_seoul_is_an_afternoon_in_utc() {
        let clock = Clock::new(0, 0, crate::civil::Zone::from_name("Asia/Seoul")).unwrap();
        let day = NaiveDate::from_ymd_opt(2022, 4, 25).unwrap();
        assert_eq!(moment(day, clock).unwrap(), "20220424T150000Z");
        assert_eq!(moment(day, Clock { zone: None, ..clock }).unwrap(), "20220425T000000");
    }
}
