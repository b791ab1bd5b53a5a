//! What belongs together after the rules: a day and its clock time, and the next day of a list or range.

use chrono::{Datelike as _, NaiveDate};

use super::cursor::Cursor;
use super::date::{self, joiner};
use super::meaning::{Calendar, Meaning, Part, Rhythm, What, Year};
use super::sense::Class;
use super::{Found, clock, longest};
use crate::civil::Unit;
use crate::language::lexicon::AROUND_DATES;

/// A reading with the time of day that stands beside it: "April 25 at 12 am KST", "10 p.m. Wednesday", "Friday evening".
pub(super) fn with_time(cursor: Cursor<'_>, n: usize, meaning: Meaning) -> (usize, Meaning) {
    match meaning.what {
        What::ClockAlone => with_day(cursor, n, meaning),
        What::DayPart { .. } | What::Set(Rhythm::Weekdays(_) | Rhythm::Weekend | Rhythm::Units(1, Unit::Day)) => {
            with_clock(cursor, n, meaning)
        }
        // "Thursday nights at 9 pm": the clock says more than the night
        What::Set(Rhythm::WeekdayPart(day, _)) => {
            let told = Meaning { what: What::Set(Rhythm::Weekdays(1 << day)), ..meaning };
            let (end, timed) = with_clock(cursor, n, told);
            if end > n { (end, timed) } else { (n, meaning) }
        }
        _ if meaning.is_day() => {
            let (n, meaning) = with_day_part(cursor, n, meaning);
            with_clock(cursor, n, meaning)
        }
        _ => (n, meaning),
    }
}

/// "Friday evening", "April 5 night"; a capital marks a title ("Saturday Night").
fn with_day_part(cursor: Cursor<'_>, n: usize, meaning: Meaning) -> (usize, Meaning) {
    let comma = cursor.skip(n, Class::Comma);
    match cursor.day_part(n) {
        Some(part) if comma == 0 && meaning.day_part.is_none() && !cursor.is_capital(n) => {
            (n + 1, Meaning { day_part: Some(part), ..meaning })
        }
        _ => (n, meaning),
    }
}

/// ", at 12 am KST" behind a day.
fn with_clock(cursor: Cursor<'_>, n: usize, meaning: Meaning) -> (usize, Meaning) {
    if meaning.clock.is_some() {
        return (n, meaning);
    }
    let mut k = n + cursor.skip(n, Class::Comma);
    let at = cursor.is_any(k, &[Class::At, Class::By]);
    k += usize::from(at);
    k += usize::from(cursor.is_any(k, &[Class::About, Class::Nearly]));
    if k == n && !cursor.is_any(k, &[Class::Digits, Class::Noon, Class::Midnight]) {
        return (n, meaning);
    }
    match clock::read(cursor, k) {
        Some((end, clock)) => (end, Meaning { clock: Some(clock), ..meaning }),
        None => (n, meaning),
    }
}

/// "10 p.m. Wednesday", "noon on April 25", "8 p.m. tonight": the day behind a clock time.
fn with_day(cursor: Cursor<'_>, n: usize, meaning: Meaning) -> (usize, Meaning) {
    let mut k = n + cursor.skip(n, Class::Comma);
    k += cursor.skip(k, Class::On);
    let here = cursor.ahead(k);
    if !here.is_any(0, &[Class::Weekday, Class::Month, Class::Digits, Class::NamedDay, Class::Tonight, Class::Deictic, Class::The]) {
        return (n, meaning);
    }
    match longest(here, false) {
        Some((words, _, day)) if (day.is_day() && day.clock.is_none()) => {
            (k + words, Meaning { clock: meaning.clock, about: meaning.about, ..day })
        }
        Some((words, _, day)) if matches!(day.what, What::DayPart { days: Some(_), .. }) => match day.what {
            What::DayPart { days: Some(days), .. } => (k + words, Meaning { what: What::DayOffset(days), clock: meaning.clock, ..day }),
            _ => (n, meaning),
        },
        _ => (n, meaning),
    }
}

/// Whether the words end in a day of a month, so that another day number may follow.
pub(super) fn ends_in_day(meaning: &Meaning) -> bool {
    matches!(meaning.what, What::Calendar(Calendar { day: Some(_), .. })) && meaning.clock.is_none()
}

/// "and 24", "to 11", ", 16" behind a day of a month: the cursor stands on the number, `gap` words behind the day before.
pub(super) fn next_day(cursor: Cursor<'_>, gap: usize, last: Option<NaiveDate>) -> Option<Found> {
    let last = last?;
    let start = cursor.index().checked_sub(gap)?;
    let words = joiner(cursor.back_to(start), 0)?;
    if words != gap {
        return None;
    }
    let the = cursor.skip(0, Class::The);
    let (day, n) = cursor.day_number(the)?;
    // a month of its own, a unit or a noun behind it makes the number something else
    let after = the + n;
    let free = cursor.is_any(
        after,
        &[
            Class::Break,
            Class::Dot,
            Class::Comma,
            Class::Close,
            Class::And,
            Class::Or,
            Class::To,
            Class::Dash,
            Class::At,
            Class::In,
            Class::On,
            Class::By,
            Class::For,
            Class::Open,
            Class::Quote,
            Class::Ampersand,
            Class::Mark,
            Class::Colon,
        ],
    ) || cursor.word(after).is_some_and(|word| word.cue.is_some());
    // "September 3-5 instead of"
    let is_tight = gap == 1 && cursor.follows_any(&[Class::Hyphen, Class::Dash]) && cursor.is(after, Class::Plain);
    let free = free || is_tight && !cursor.is_capital(after) && !AROUND_DATES.amounts.holds(cursor.text(after));
    let own_month = cursor.month(after).is_some();
    if !free || own_month || u32::from(day) == last.day() {
        return None;
    }
    let is_comma = gap == 1 && cursor.follows(Class::Comma);
    if is_comma && !cursor.is_any(after, &[Class::Comma, Class::And, Class::Or, Class::Ampersand, Class::To, Class::Dash]) {
        return None;
    }
    let (year, end) = date::year_behind(cursor, after);
    let year = if matches!(year, Year::Unsaid) { Year::Exact(last.year()) } else { year };
    let part = Some(Part::Month(u8::try_from(last.month()).ok()?));
    let meaning = Meaning::calendar(Calendar { year, part, day: Some(day), ..Calendar::default() });
    let (end, meaning) = with_clock(cursor, end, meaning);
    Some((end, &date::RULE, meaning))
}
