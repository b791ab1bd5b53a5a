//! "2022-04-25", "2022.06.10", "25/2/2022", "10/26/89", "2022년 4월 25일".

use super::cursor::Cursor;
use super::meaning::{Calendar, Meaning, Part, Year};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Sense};

pub(super) const RULE: Rule = Rule {
    name: "numeric",
    what: "A date in digits alone",
    starts_with: &[Class::Digits],
    examples: &[
        ("Out on 2024-06-10 everywhere.", "2024-06-10"),
        ("The teaser says 2024.06.10 in white letters.", "2024-06-10"),
        ("Doors open on 25/6/2024.", "2024-06-25"),
        ("Published 10/26/89.", "1989-10-26"),
        ("The mood has changed since 9/11.", "2001-09-11"),
        ("The film is about the 9/11 attacks.", "2001-09-11"),
        ("공개 2024년 6월 10일", "2024-06-10"),
        ("The score was 3-2 on a 24/7 channel.", NOTHING),
        ("Call 555-2024-11 or 10.5.3.2 for help, as Code 16-2-20 has it.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    if cursor.is_tight_before()
        && cursor.follows_any(&[
            Class::Hyphen,
            Class::Slash,
            Class::Dot,
            Class::Currency,
            Class::Colon,
            Class::Comma,
            Class::Digits,
            Class::Plain,
        ])
    {
        return None;
    }
    let (n, calendar) = counted(cursor).or_else(|| marked(cursor)).or_else(|| day_and_month(cursor))?;
    Some((n, Meaning::calendar(calendar)))
}

/// 2022년 4월 25일, or only the last two or the last one of them.
fn counted(cursor: Cursor<'_>) -> Option<(usize, Calendar)> {
    let mut calendar = Calendar::default();
    let mut k = 0;
    while let (Sense::Digits(value, n), Sense::Counter(place), 0..6) = (cursor.sense(k), cursor.sense(k + 1), k) {
        match place {
            0 if n == 4 && k == 0 => calendar.year = Year::Exact(i32::try_from(value).ok()?),
            1 if (1..=12).contains(&value) && calendar.day.is_none() => calendar.part = Some(Part::Month(u8::try_from(value).ok()?)),
            2 if (1..=31).contains(&value) && calendar.part.is_some() => calendar.day = u8::try_from(value).ok(),
            _ => break,
        }
        k += 2;
    }
    (k > 0).then_some((k, calendar))
}

/// Three numbers with the same mark between: year first, else day or month first.
fn marked(cursor: Cursor<'_>) -> Option<(usize, Calendar)> {
    let mark = cursor.sense(1);
    if !matches!(mark, Sense::Hyphen | Sense::Dot | Sense::Slash) || cursor.sense(3) != mark || !(0..4).all(|k| cursor.is_tight(k)) {
        return None;
    }
    if cursor.is_tight(4) && (cursor.sense(5).class() == Class::Digits && cursor.sense(4) == mark || cursor.is(5, Class::OrdinalMark)) {
        return None;
    }
    let (first, second) = (cursor.digits(0, 1, 4)?, cursor.digits(2, 1, 2)?);
    let Sense::Digits(third, n_third) = cursor.sense(4) else { return None };
    let Sense::Digits(_, n_first) = cursor.sense(0) else { return None };
    // "State Code 16-2-20", "a 16-2-20 record"
    let is_led = cursor.follows_any(&[Class::On, Class::By, Class::Since, Class::From, Class::To, Class::Open, Class::Break]);
    if mark == Sense::Hyphen && n_first <= 2 && n_third == 2 && !is_led {
        return None;
    }
    let (year, month, day) = if n_first == 4 && n_third <= 2 {
        (first, second, third)
    } else if n_first <= 2 && (n_third == 4 || (n_third == 2 && mark != Sense::Dot)) {
        let year = if n_third == 4 { third } else { two_digit_year(third) };
        if first > 12 || (mark == Sense::Dot && second <= 12) { (year, second, first) } else { (year, first, second) }
    } else {
        return None;
    };
    let (month, day) = if month > 12 && day <= 12 { (day, month) } else { (month, day) };
    let fits = (1000..2200).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    fits.then_some((5, full(year, month, day)?))
}

fn full(year: u32, month: u32, day: u32) -> Option<Calendar> {
    Some(Calendar {
        year: Year::Exact(i32::try_from(year).ok()?),
        part: Some(Part::Month(u8::try_from(month).ok()?)),
        day: u8::try_from(day).ok(),
        ..Calendar::default()
    })
}

/// "on 25/2": two numbers with a slash, only behind "on", "from", "by" or a weekday, and only where one can be no month.
fn day_and_month(cursor: Cursor<'_>) -> Option<(usize, Calendar)> {
    if cursor.text(0) == "9"
        && cursor.text(2) == "11"
        && is_plain_pair(cursor)
        && (cursor.follows_any(&[Class::Since, Class::After, Class::Before])
            || cursor.follows(Class::The) && cursor.text(3).starts_with(char::is_lowercase))
    {
        return Some((3, full(2001, 9, 11)?));
    }
    let led = cursor.follows_any(&[Class::On, Class::From, Class::By, Class::Since, Class::Weekday])
        || (cursor.follows(Class::Comma) && matches!(cursor.before(2), Sense::Weekday(_)));
    if !led || !is_plain_pair(cursor) {
        return None;
    }
    let (first, second) = (cursor.digits(0, 1, 2)?, cursor.digits(2, 1, 2)?);
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let fits = (1..=12).contains(&month) && (1..=31).contains(&day) && !(cursor.is_tight(2) && cursor.is(3, Class::Slash));
    let calendar = Calendar { part: Some(Part::Month(u8::try_from(month).ok()?)), day: u8::try_from(day).ok(), ..Calendar::default() };
    fits.then_some((3, calendar))
}

/// Two numbers with a slash and no space between.
fn is_plain_pair(cursor: Cursor<'_>) -> bool {
    cursor.is(1, Class::Slash) && cursor.is_tight(0) && cursor.is_tight(1)
}

/// "89" is 1989, "22" is 2022.
pub(crate) const fn two_digit_year(year: u32) -> u32 {
    if year < 50 { 2000 + year } else { 1900 + year }
}
