//! "every Saturday and Sunday", "each year", "daily", "Mondays", "twice a week".

use super::cursor::Cursor;
use super::meaning::{Meaning, Part, Rhythm, What};
use super::number::number;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Often, Sense};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "set",
    what: "What comes again and again",
    starts_with: &[
        Class::Every,
        Class::Often,
        Class::Biweekly,
        Class::Weekdays,
        Class::Weekends,
        Class::Weekday,
        Class::Workdays,
        Class::Once,
        Class::Twice,
        Class::A,
        Class::An,
        Class::On,
        Class::Cardinal,
    ],
    examples: &[
        ("It airs every Saturday and Sunday.", "XXXX-WXX-WE"),
        ("Each year thousands come, and Saturday nights are the best.", "P1Y XXXX-WXX-6TNI"),
        ("The show is on weekly.", "P1W"),
        ("New episodes drop Fridays.", "XXXX-WXX-5"),
        ("They meet every two weeks.", "P2W"),
        ("It costs 17 million annually, the average daily sum fell, and sales rose 8.5% annually.", NOTHING),
        ("Each fan got one.", NOTHING),
        ("Every one of them came.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (n, rhythm) = match cursor.sense(0) {
        Sense::Every => every(cursor)?,
        // "the Evening Daily": a paper
        Sense::Often(_) if cursor.is_capital(0) && !cursor.is_first() => return None,
        Sense::Often(often) if is_rate(cursor, often) => return None,
        Sense::Often(often) => (1, adverb(often)),
        Sense::Biweekly => (1, Rhythm::Units(2, Unit::Week)),
        Sense::Weekdays(_) => weekdays(cursor)?,
        // "Saturday nights"
        Sense::Weekday(day) => match cursor.sense(1) {
            Sense::DayParts(part) if cursor.is_capital(0) && !cursor.is_capital(1) => (2, Rhythm::WeekdayPart(day, part)),
            _ => return None,
        },
        Sense::Weekends
            if (!cursor.is_capital(0) || cursor.is_first()) && !cursor.follows_any(&[Class::Few, Class::Digits, Class::Cardinal]) =>
        {
            (1, Rhythm::Weekend)
        }
        Sense::Workdays if !cursor.is_capital(0) => (1, Rhythm::Weekdays(0b001_1111)),
        Sense::Once | Sense::Twice => times_a(cursor)?,
        Sense::A | Sense::An => per(cursor)?,
        _ => return None,
    };
    Some((n, Meaning::new(What::Set(rhythm))))
}

/// "10,000 units annually", "8.5% annually", "the average daily volume": how much, not when.
fn is_rate(cursor: Cursor<'_>, often: Often) -> bool {
    /// How far before the word its amount stands.
    const AMOUNT: usize = 3;
    let is_amount = |k: usize| cursor.before(k).class() == Class::Percent || matches!(cursor.before(k), Sense::Digits(..));
    let of_amount = often == Often::Yearly && (1..=AMOUNT).any(is_amount);
    of_amount || matches!(cursor.text_before(1), "average" | "Average")
}

const fn adverb(often: Often) -> Rhythm {
    match often {
        Often::Daily => Rhythm::Units(1, Unit::Day),
        Often::Weekly => Rhythm::Units(1, Unit::Week),
        Often::Monthly => Rhythm::Units(1, Unit::Month),
        Often::Yearly => Rhythm::Units(1, Unit::Year),
    }
}

/// "every Saturday and Sunday", "every two weeks", "each July", "every other day", "every weekend", "every night".
fn every(cursor: Cursor<'_>) -> Option<(usize, Rhythm)> {
    let other = usize::from(cursor.text(1) == "other");
    let step = if other == 1 { 2 } else { 1 };
    let k = 1 + other;
    if let Some((mask, n)) = weekday_list(cursor, k, false) {
        if let Some(part) = cursor.day_part(k + n).filter(|_| n == 1) {
            let weekday = u8::try_from(mask.trailing_zeros()).ok()?;
            return Some((k + n + 1, Rhythm::WeekdayPart(weekday, part)));
        }
        let weekend = mask == 0b110_0000 && n >= 3;
        return Some((k + n, if weekend { Rhythm::Weekend } else { Rhythm::Weekdays(mask) }));
    }
    if let Some((value, n)) = number(cursor, k).filter(|_| other == 0) {
        let unit = cursor.units(k + n)?;
        return Some((k + n + 1, Rhythm::Units(u16::try_from(value).ok()?, unit)));
    }
    if cursor.is(k, Class::Few) {
        return Some((k + 2, Rhythm::Units(0, cursor.units(k + 1)?)));
    }
    let rhythm = match cursor.sense(k) {
        Sense::Unit(unit) => Rhythm::Units(step, unit),
        Sense::Weekend => Rhythm::Weekend,
        Sense::DayPart(part) => Rhythm::DayPart(part),
        Sense::Season(season) => Rhythm::Part(Part::Season(season)),
        Sense::Month(month) if cursor.is_capital(k) => Rhythm::Part(Part::Month(month)),
        _ => return None,
    };
    Some((k + 1, rhythm))
}

/// Weekdays joined by "and", "," or "through", as bits from Monday; and the words.
fn weekday_list(cursor: Cursor<'_>, k: usize, plural: bool) -> Option<(u8, usize)> {
    let day_at = |k: usize| match cursor.sense(k) {
        Sense::Weekday(day) if cursor.is_capital(k) => Some(day),
        Sense::Weekdays(day) if plural => Some(day),
        _ => None,
    };
    let first = day_at(k)?;
    let (mut mask, mut n) = (1_u8 << first, 1 + cursor.dot(k + 1));
    loop {
        let comma = cursor.skip(k + n, Class::Comma);
        let through = cursor.is_any(k + n, &[Class::To, Class::Dash]) || cursor.tie(k + n) == 1;
        let join = usize::from(
            cursor.is_any(k + n + comma, &[Class::And, Class::Ampersand, Class::To, Class::Dash, Class::Slash]) || cursor.tie(k + n) == 1,
        );
        if comma + join == 0 {
            break;
        }
        let Some(day) = day_at(k + n + comma + join) else { break };
        if through && first < day {
            mask |= (first..=day).fold(0, |mask, day| mask | 1 << day);
        }
        mask |= 1 << day;
        n += comma + join + 1;
        if n > 20 {
            break;
        }
    }
    Some((mask, n))
}

/// "Mondays", "Fridays and Saturdays".
fn weekdays(cursor: Cursor<'_>) -> Option<(usize, Rhythm)> {
    if !cursor.is_capital(0) || (cursor.is_capital_before(1) && cursor.follows_any(&[Class::Plain])) {
        return None;
    }
    let (mask, n) = weekday_list(cursor, 0, true)?;
    Some((n, Rhythm::Weekdays(mask)))
}

/// "twice a week", "once a year", "once every two years".
fn times_a(cursor: Cursor<'_>) -> Option<(usize, Rhythm)> {
    if cursor.is(1, Class::Every) {
        let (n, rhythm) = every(cursor.ahead(1))?;
        return Some((n + 1, rhythm));
    }
    if !cursor.is_any(1, &[Class::A, Class::An]) {
        return None;
    }
    Some((3, Rhythm::Units(1, cursor.unit(2)?)))
}

/// "a day" behind a price or count: "$10 a day", "three times a week".
fn per(cursor: Cursor<'_>) -> Option<(usize, Rhythm)> {
    let unit = cursor.unit(1)?;
    let is_money = matches!(cursor.text_before(1), "million" | "billion" | "dollars") || matches!(cursor.before(2), Sense::Currency);
    if unit == Unit::Year && is_money {
        return None;
    }
    let counted = cursor.follows_any(&[Class::Times])
        || (matches!(cursor.before(1), Sense::Digits(..))
            && (matches!(cursor.before(2), Sense::Currency) || cursor.follows(Class::Digits)));
    let noun = cursor.follows(Class::Plain) && cursor.text_before(1).ends_with('s') && matches!(cursor.before(2), Sense::Digits(..));
    let share = !matches!(cursor.before(1), Sense::Units(_))
        && matches!(cursor.text_before(1), "barrels" | "percent" | "million" | "billion" | "dollars")
        || matches!(cursor.before(1), Sense::Percent);
    (counted || noun || share).then_some((2, Rhythm::Units(1, unit)))
}
