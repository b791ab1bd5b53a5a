//! "9:10 pm KST", "noon", "12 am", "21:10", "8.05pm", "5 o'clock", "18:00 UTC".

use super::cursor::Cursor;
use super::meaning::{ClockSaid, Meaning, What};
use super::number::below_hundred;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, DayPart, Sense};
use crate::civil::Zone;
use crate::language::lexicon::DATES;

pub(super) const RULE: Rule = Rule {
    name: "clock",
    what: "A time of day, with its zone where one is said",
    starts_with: &[Class::Digits, Class::Cardinal, Class::Noon, Class::Midnight],
    examples: &[
        ("The video premieres at 9:10 pm KST.", "2024-05-15T21:10"),
        ("Doors open at noon.", "2024-05-15T12:00"),
        ("It starts at 8.05pm.", "2024-05-15T20:05"),
        ("The finale airs June 3 at 8/7c.", "2024-06-03T20:00"),
        ("The stream began at 18:00 UTC.", "2024-05-15T18:00Z"),
        ("Her new video (3:45) is out.", NOTHING),
        ("The score was 2:1 and the ratio 16:9.", NOTHING),
        ("Psalm 21:10 was read.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (n, clock) = read(cursor, 0)?;
    Some((n, Meaning { clock: Some(clock), ..Meaning::new(What::ClockAlone) }))
}

/// A clock time from word `k` on, and where it ends.
pub(crate) fn read(cursor: Cursor<'_>, k: usize) -> Option<(usize, ClockSaid)> {
    if k == 0
        && cursor.is_tight_before()
        && cursor.follows_any(&[Class::Digits, Class::Dot, Class::Comma, Class::Colon, Class::Hyphen, Class::Currency, Class::Slash])
    {
        return None;
    }
    if let Some(found) = prime_time(cursor, k) {
        return Some(found);
    }
    let (n, mut clock) = named(cursor, k).or_else(|| digital(cursor, k)).or_else(|| spoken(cursor, k))?;
    let (zone, words) = zone(cursor, n);
    if !clock.is_sure && zone.is_none() && !is_called_for(cursor, k) {
        return None;
    }
    if let Some((zone, is_utc)) = zone {
        (clock.zone, clock.is_utc) = (Some(zone), is_utc);
    }
    Some((n + words, clock))
}

const fn clock(hour: u8, minute: u8, is_sure: bool) -> ClockSaid {
    ClockSaid { hour, minute, zone: None, is_utc: false, is_sure }
}

fn named(cursor: Cursor<'_>, k: usize) -> Option<(usize, ClockSaid)> {
    let is_title = cursor.is_capital(k) && (cursor.is_capital(k + 1) || k > 0);
    match cursor.sense(k) {
        Sense::Noon if cursor.ahead(k).text_before(1) != "high" => Some((k + 1, clock(12, 0, true))),
        Sense::Midnight if !is_title && !is_attribute(cursor, k) => Some((k + 1, clock(0, 0, true))),
        _ => None,
    }
}

/// "a midnight blue shirt", "her midnight snack": a kind of thing, no time.
fn is_attribute(cursor: Cursor<'_>, k: usize) -> bool {
    let is_noun =
        cursor.is_any(k + 1, &[Class::Plain, Class::Name]) && cursor.word(k + 1).is_some_and(|word| word.cue.is_none() && word.zone == 0);
    is_noun
        && cursor.text(k + 1).starts_with(char::is_lowercase)
        && cursor.ahead(k).follows_any(&[Class::A, Class::An, Class::Its, Class::The, Class::Plain])
}

/// "8/7c": eight in the evening in the east of the United States, an hour earlier in the middle.
fn prime_time(cursor: Cursor<'_>, k: usize) -> Option<(usize, ClockSaid)> {
    let (east, central) = (cursor.digits(k, 1, 2)?, cursor.digits(k + 2, 1, 2)?);
    let is_pair = cursor.is(k + 1, Class::Slash) && (0..3).all(|n| cursor.is_tight(k + n)) && cursor.text(k + 3).eq_ignore_ascii_case("c");
    let fits = is_pair && east == central + 1 && (2..=11).contains(&east);
    let hour = u8::try_from(east).ok().filter(|_| fits)? + 12;
    Some((k + 4, ClockSaid { zone: Zone::from_name("America/New_York"), ..clock(hour, 0, true) }))
}

/// "9:10 pm", "21: 10", "9pm", "12 a.m.", "8.05pm", "0800 UTC".
fn digital(cursor: Cursor<'_>, k: usize) -> Option<(usize, ClockSaid)> {
    if let Some(four) = cursor.digits(k, 4, 4) {
        let zoned = zone(cursor, k + 1).0.is_some() || cursor.text(k + 1) == "hours" && cursor.ahead(k).follows(Class::At);
        let (hour, minute) = (u8::try_from(four / 100).ok()?, u8::try_from(four % 100).ok()?);
        return (zoned && hour < 24 && minute < 60).then_some((k + 1, clock(hour, minute, true)));
    }
    let hour = u8::try_from(cursor.digits(k, 1, 2)?).ok()?;
    let (minute, n, colon) = minutes(cursor, k + 1);
    let (pm, words) = meridiem(cursor, n);
    match pm {
        Some(pm) if (1..=12).contains(&hour) => Some((n + words, clock(hour % 12 + if pm { 12 } else { 0 }, minute, true))),
        Some(_) if hour < 24 && colon => Some((n + words, clock(hour, minute, true))),
        None if cursor.is(n, Class::Apostrophe) && cursor.text(n + 1).eq_ignore_ascii_case("clock") => None,
        None if colon && hour < 24 && cursor.digits(k + 2, 2, 2).is_some() && !cursor.is(k + 1, Class::Dot) => {
            let longer = cursor.is_tight(n - 1) && cursor.is_any(n, &[Class::Colon]) && cursor.is(n + 1, Class::Digits);
            let seconds = if longer { 2 } else { 0 };
            Some((n + seconds, clock(hour, minute, false)))
        }
        None if hour <= 12 && n == k + 1 => {
            o_clock(cursor, n).map(|end| (end, clock(hour, 0, true))).or_else(|| in_the_part(cursor, n, hour))
        }
        _ => None,
    }
}

/// ":10", ": 10" or ".05" behind the hour: the minutes, where they end, and whether there were any.
fn minutes(cursor: Cursor<'_>, k: usize) -> (u8, usize, bool) {
    let mark = cursor.is(k, Class::Colon) || (cursor.is(k, Class::Dot) && cursor.is_tight(k) && meridiem(cursor, k + 2).0.is_some());
    let minute = cursor.digits(k + 1, 2, 2).and_then(|minute| u8::try_from(minute).ok()).filter(|minute| *minute < 60 && mark);
    match minute {
        Some(minute) if k > 0 && cursor.is_tight(k - 1) => (minute, k + 2, true),
        _ => (0, k, false),
    }
}

/// "am", "p.m.": whether it is after noon, and the words.
fn meridiem(cursor: Cursor<'_>, k: usize) -> (Option<bool>, usize) {
    let letters = cursor.text(k);
    match cursor.sense(k) {
        Sense::Am if letters != "Am" => (Some(false), 1),
        Sense::Pm => (Some(true), 1),
        Sense::A | Sense::P if cursor.is(k + 1, Class::Dot) && cursor.is(k + 2, Class::M) && cursor.is_tight(k) => {
            (Some(cursor.is(k, Class::P)), 3 + cursor.dot(k + 3))
        }
        _ => (None, 0),
    }
}

/// "5 o'clock".
fn o_clock(cursor: Cursor<'_>, k: usize) -> Option<usize> {
    if cursor.is(k, Class::OClock) {
        return Some(k + 1);
    }
    let apart =
        cursor.text(k).eq_ignore_ascii_case("o") && cursor.is(k + 1, Class::Apostrophe) && cursor.text(k + 2).eq_ignore_ascii_case("clock");
    apart.then_some(k + 3)
}

/// "4 in the morning".
fn in_the_part(cursor: Cursor<'_>, k: usize, hour: u8) -> Option<(usize, ClockSaid)> {
    if !cursor.is(k, Class::In) || !cursor.is(k + 1, Class::The) {
        return None;
    }
    let late = match cursor.day_part(k + 2)? {
        DayPart::Morning => false,
        DayPart::Afternoon | DayPart::Evening => true,
        DayPart::Night => hour > 5,
    };
    (1..=12).contains(&hour).then_some((k + 3, clock(hour % 12 + if late { 12 } else { 0 }, 0, true)))
}

/// "five o'clock", "seven p.m.".
fn spoken(cursor: Cursor<'_>, k: usize) -> Option<(usize, ClockSaid)> {
    let (hour, n) = below_hundred(cursor, k).filter(|(hour, _)| *hour <= 12)?;
    let hour = u8::try_from(hour).ok()?;
    if let Some(end) = o_clock(cursor, k + n) {
        let clock_time = clock(hour, 0, true);
        let (pm, words) = meridiem(cursor, end);
        return Some((end + words, ClockSaid { hour: pm.map_or(hour, |pm| hour % 12 + if pm { 12 } else { 0 }), ..clock_time }));
    }
    match meridiem(cursor, k + n) {
        (Some(pm), words) => Some((k + n + words, clock(hour % 12 + if pm { 12 } else { 0 }, 0, true))),
        _ => in_the_part(cursor, k + n, hour),
    }
}

/// "21:10" without am, pm or zone is a clock time only behind "at", "from" and the like.
fn is_called_for(cursor: Cursor<'_>, k: usize) -> bool {
    let here = cursor.ahead(k);
    here.follows_any(&[
        Class::At,
        Class::From,
        Class::By,
        Class::To,
        Class::About,
        Class::Since,
        Class::Before,
        Class::After,
        Class::Comma,
        Class::Open,
        Class::Close,
    ]) && !is_length(here)
        || here.before(1) == Sense::Break && !is_length(here)
}

/// "(3:45)" and "02:45" on a line of its own: how long a song or a video is.
fn is_length(here: Cursor<'_>) -> bool {
    here.follows_any(&[Class::Open, Class::Break]) && here.is_any(3, &[Class::Close, Class::Break])
}

/// "KST", "(GMT +8)", "Korean time", "Eastern Standard Time", "in Seoul time": the zone, whether it is UTC, and the words.
fn zone(cursor: Cursor<'_>, k: usize) -> (Option<(Zone, bool)>, usize) {
    let open = cursor.skip(k, Class::Open);
    let Some((zone, is_utc, n)) = bare_zone(cursor, k + open) else { return (None, 0) };
    let close = if open == 1 { cursor.skip(k + open + n, Class::Close) } else { 0 };
    if open == 1 && close == 0 { (None, 0) } else { (Some((zone, is_utc)), open + n + close) }
}

fn bare_zone(cursor: Cursor<'_>, k: usize) -> Option<(Zone, bool, usize)> {
    let number = usize::from(cursor.word(k)?.zone).checked_sub(1)?;
    let (word, zone) = DATES.zones.get(number)?;
    let letters = cursor.text(k);
    if word.starts_with(char::is_uppercase) {
        if letters != word.as_str() {
            return None;
        }
        let is_utc = matches!(zone, Zone::Offset(0));
        if let Some((shift, n)) = shift(cursor, k + 1).filter(|_| is_utc) {
            return Some((Zone::Offset(shift), true, 1 + n));
        }
        return Some((*zone, is_utc, 1));
    }
    let middle =
        usize::from(matches!(cursor.text(k + 1).to_ascii_lowercase().as_str(), "standard" | "daylight" | "summer" | "local" | "mean"));
    cursor.is(k + 1 + middle, Class::Time).then_some((*zone, matches!(zone, Zone::Offset(0)), 2 + middle))
}

/// "+9", " +8", "-5:30": minutes from UTC, and the words.
fn shift(cursor: Cursor<'_>, k: usize) -> Option<(i16, usize)> {
    let sign = match cursor.text(k) {
        "+" => 1,
        "-" | "−" | "–" => -1,
        _ => return None,
    };
    let hours = i16::try_from(cursor.digits(k + 1, 1, 2)?).ok().filter(|hours| *hours <= 14)?;
    match cursor.digits(k + 3, 2, 2).filter(|_| cursor.is(k + 2, Class::Colon)) {
        Some(minutes) => Some((sign * (hours * 60 + i16::try_from(minutes).ok()?), 4)),
        None => Some((sign * hours * 60, 2)),
    }
}
