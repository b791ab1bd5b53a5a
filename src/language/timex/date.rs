//! "April 25", "Monday, Oct. 26", "24 February 1955", "the 25th of April, 2022", "the 24th".

use super::cursor::Cursor;
use super::meaning::{Calendar, Meaning, Part, Year};
use super::number::ordinal;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense};
use crate::language::lexicon::AROUND_DATES;

pub(super) const RULE: Rule = Rule {
    name: "date",
    what: "A day of a month, with or without the year",
    starts_with: &[Class::Month, Class::Weekday, Class::Digits, Class::The, Class::Ordinal, Class::Tens, Class::Deictic],
    examples: &[
        ("The album drops on May 24.", "2024-05-24"),
        ("It was shot on 24 February 1955.", "1955-02-24"),
        ("The tour opens Monday, June 3rd, 2024 in Lyon.", "2024-06-03"),
        ("They met on the 2nd of March.", "2024-03-02"),
        ("The film opens this Friday, May 24, in Leeds.", "2024-05-24"),
        ("The single is out on the 24th.", "2024-05-24"),
        ("They play on Friday 7, Saturday 8 and Sunday 9 June.", "2024-06-07 2024-06-08 2024-06-09"),
        ("It runs from June 3 to 9.", "2024-06-03 2024-06-09"),
        ("She was in court last Oct. 23 and left.", "2023-10-23"),
        ("He wore the number 24 shirt.", NOTHING),
        ("It is the 24th season.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let deixis = cursor.deictic(0).filter(|deixis| matches!(deixis, Deixis::Last | Deixis::Next | Deixis::This | Deixis::Coming));
    if deixis == Some(Deixis::This) && cursor.weekday(1).is_some() {
        // "this Friday, September 11"
        let (weekday, k) = leading_weekday(cursor.ahead(1));
        let (n, calendar) = month_first(cursor, 1 + k).filter(|_| cursor.is(k, Class::Comma))?;
        return Some((n, Meaning::calendar(Calendar { weekday, ..calendar })));
    }
    if deixis.is_some() {
        let (n, calendar) = month_first(cursor, 1).filter(|(_, calendar)| calendar.year == Year::Unsaid)?;
        return Some((n, Meaning::calendar(Calendar { deixis, ..calendar })));
    }
    let (weekday, k) = leading_weekday(cursor);
    let found = month_first(cursor, k).or_else(|| day_first(cursor, k)).or_else(|| ordinal_alone(cursor, k, weekday.is_some()))?;
    let (n, mut calendar) = found;
    let mut n = n;
    calendar.weekday = weekday;
    if weekday.is_none() && calendar.part.is_some() {
        (calendar.weekday, n) = trailing_weekday(cursor, n);
    }
    Some((n, Meaning::calendar(calendar)))
}

/// Whether a month with its day and year stands here: "Feb. 5, 2019".
pub(super) fn dated(cursor: Cursor<'_>) -> bool {
    month_first(cursor, 0).is_some_and(|(_, calendar)| calendar.year != Year::Unsaid)
}

/// "Monday, " before a date: the weekday and its words.
fn leading_weekday(cursor: Cursor<'_>) -> (Option<u8>, usize) {
    let Some(weekday) = cursor.weekday(0) else { return (None, 0) };
    let dot = cursor.dot(1);
    (Some(weekday), 1 + dot + cursor.skip(1 + dot, Class::Comma))
}

/// " (Monday)" behind a date.
fn trailing_weekday(cursor: Cursor<'_>, k: usize) -> (Option<u8>, usize) {
    if let Some(day) = cursor.weekday(k + 1).filter(|_| cursor.is(k, Class::Open)) {
        let dot = cursor.dot(k + 2);
        if cursor.is(k + 2 + dot, Class::Close) {
            return (Some(day), k + 3 + dot);
        }
    }
    (None, k)
}

/// "April 25", "Apr. 25th, 2022", "April the 25th".
fn month_first(cursor: Cursor<'_>, k: usize) -> Option<(usize, Calendar)> {
    let month = cursor.month(k)?;
    let mut n = k + 1 + cursor.dot(k + 1);
    n += cursor.tie(n);
    let the = cursor.skip(n, Class::The);
    let (day, words) = match cursor.day_number(n + the) {
        Some(found) => found,
        None => ordinal(cursor, n + the).filter(|(day, _)| *day <= 31)?,
    };
    if is_count(cursor, n + the + words) {
        return None;
    }
    n += the + words;
    let (year, n) = year_behind(cursor, n);
    Some((n, Calendar { year, part: Some(Part::Month(month)), day: Some(day), ..Calendar::default() }))
}

/// "April 25 million": the number counts something else.
fn is_count(cursor: Cursor<'_>, k: usize) -> bool {
    AROUND_DATES.amounts.holds(cursor.text(k))
}

/// "25 April", "the 25th of April", "25 and 26 April" (the first of them), "9 to 11 October".
fn day_first(cursor: Cursor<'_>, k: usize) -> Option<(usize, Calendar)> {
    let the = cursor.skip(k, Class::The);
    let (day, words) = cursor.day_number(k + the).or_else(|| ordinal(cursor, k + the).filter(|(day, _)| (1..=31).contains(day)))?;
    let mut n = k + the + words;
    let end = n;
    // other days of the same month may stand between
    let mut listed = 0;
    while let Some(joiner) = joiner(cursor, n).filter(|_| listed < 4) {
        // "Friday 3, Saturday 4 and Sunday 5 September"
        let named = usize::from(cursor.weekday(n + joiner).is_some());
        let the = cursor.skip(n + joiner + named, Class::The);
        let Some((_, words)) = cursor.day_number(n + joiner + named + the) else { break };
        n += joiner + named + the + words;
        listed += 1;
    }
    n += cursor.skip(n, Class::Of) + cursor.tie(n);
    let month = cursor.month(n)?;
    // "25 April 6": the month belongs to the number behind it
    let after = n + 1 + cursor.dot(n + 1);
    if listed == 0 && cursor.day_number(after).is_some() && cursor.year_number(after).is_none() && !cursor.is(n - 1, Class::Of) {
        return None;
    }
    let (year, after) = year_behind(cursor, after);
    let end = if listed > 0 { end } else { after };
    Some((end, Calendar { year, part: Some(Part::Month(month)), day: Some(day), ..Calendar::default() }))
}

/// "the 24th", "on the 24th"; with a weekday also "Friday the 24th", "Friday 24th".
fn ordinal_alone(cursor: Cursor<'_>, k: usize, has_weekday: bool) -> Option<(usize, Calendar)> {
    let the = cursor.skip(k, Class::The);
    if the == 0 && !has_weekday {
        return None;
    }
    let (day, words) = ordinal(cursor, k + the).filter(|(day, _)| (1..=31).contains(day))?;
    let n = k + the + words;
    let digits = cursor.is(k + the, Class::Digits);
    let has_weekday = has_weekday && digits;
    let ends = cursor.is_any(
        n,
        &[Class::Break, Class::Dot, Class::Comma, Class::Close, Class::Dash, Class::At, Class::And, Class::To, Class::Or, Class::Quote],
    );
    // "the 24th" needs a preposition; "the first" is rarely a day
    let of_part = cursor.follows(Class::Of) && cursor.ahead(0).word_before(2).is_some_and(|word| matches!(word.sense, Sense::DayPart(_)));
    let is_day = has_weekday
        || digits && ends && of_part
        || (digits
            && ends
            && cursor.follows_any(&[
                Class::On,
                Class::By,
                Class::To,
                Class::From,
                Class::Since,
                Class::Before,
                Class::After,
                Class::And,
                Class::Dash,
            ]));
    is_day.then_some((n, Calendar { day: Some(day), ..Calendar::default() }))
}

/// A word or mark between the days of one month: "and", "to", ",", "-"; its words.
pub(crate) fn joiner(cursor: Cursor<'_>, k: usize) -> Option<usize> {
    match cursor.sense(k) {
        Sense::Comma => Some(1 + usize::from(cursor.is_any(k + 1, &[Class::And, Class::Or]))),
        Sense::And | Sense::Or | Sense::To | Sense::Dash | Sense::Hyphen | Sense::Ampersand | Sense::Slash => Some(1),
        _ => None,
    }
}

/// ", 2022" behind a day, or further on behind other days of the list ("April 23 and 24, 2022"): the year, and where the words end.
pub(crate) fn year_behind(cursor: Cursor<'_>, k: usize) -> (Year, usize) {
    let comma = cursor.skip(k, Class::Comma);
    if let Some(year) = cursor.year_number(k + comma) {
        return (Year::Exact(year), k + comma + 1);
    }
    if let Some(year) = cursor.year_number(k + 1).filter(|_| cursor.is(k, Class::Of)) {
        return (Year::Exact(year), k + 2);
    }
    let of = cursor.skip(k, Class::Of);
    if let Some((n, year)) = super::year::spelled(cursor, k + comma + of) {
        return (Year::Exact(year), k + comma + of + n);
    }
    let that =
        usize::from(cursor.is(k + of, Class::That)) + usize::from(cursor.is(k + of, Class::The) && cursor.is(k + of + 1, Class::Same)) * 2;
    if that > 0 && cursor.unit(k + of + that) == Some(crate::civil::Unit::Year) {
        return (Year::Said, k + of + that + 1);
    }
    // "in July of the following year"
    if let (Some(deixis @ (Deixis::Following | Deixis::Previous | Deixis::Next)), 1, Sense::The) =
        (cursor.deictic(k + 2), of, cursor.sense(k + 1))
        && cursor.unit(k + 3) == Some(crate::civil::Unit::Year)
    {
        let told = if deixis == Deixis::Next { Deixis::Following } else { deixis };
        return (Year::Pointed(told), k + 4);
    }
    if let Some(deixis) = cursor.deictic(k + of)
        && cursor.unit(k + of + 1) == Some(crate::civil::Unit::Year)
        && !cursor.is(k + of + 2, Class::Apostrophe)
    {
        return (Year::Pointed(deixis), k + of + 2);
    }
    (year_ahead(cursor, k).map_or(Year::Unsaid, Year::Exact), k)
}

/// The year said once at the end of a list or range of days: "April 23 to May 8, 2022".
fn year_ahead(cursor: Cursor<'_>, k: usize) -> Option<i32> {
    let mut n = k;
    let mut listed = 0;
    while let Some(joined) = joiner(cursor, n) {
        listed += 1;
        let month = usize::from(cursor.month(n + joined).is_some());
        let dot = if month == 1 { cursor.dot(n + joined + 1) } else { 0 };
        let (_, words) = cursor.day_number(n + joined + month + dot)?;
        n += joined + month + dot + words;
        let month = usize::from(cursor.month(n).is_some());
        n += month;
        let comma = cursor.skip(n, Class::Comma);
        if let Some(year) = cursor.year_number(n + comma) {
            return Some(year);
        }
        if listed > 4 {
            return None;
        }
    }
    None
}
