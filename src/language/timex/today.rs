//! "today", "yesterday", "the day after tomorrow", "tonight", "last night".

use super::cursor::Cursor;
use super::meaning::{Meaning, What};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, DayPart, Deixis, Sense};
use crate::civil::Unit;
use crate::language::lexicon::AROUND_DATES;

pub(super) const RULE: Rule = Rule {
    name: "today",
    what: "A day named by its distance from the report",
    starts_with: &[Class::NamedDay, Class::Tonight, Class::The, Class::That, Class::Deictic, Class::Overnight],
    examples: &[
        ("The trailer is out today.", "2024-05-15"),
        ("She announced it yesterday.", "2024-05-14"),
        ("The show airs tonight.", "2024-05-15TNI"),
        ("He performed last night.", "2024-05-14TNI"),
        ("She landed on Friday. In the evening she sang.", "2024-05-10 2024-05-10TEV"),
        ("It opens on the evening of June 3.", "2024-06-03TEV"),
        ("She left in the early hours of Sunday.", "2024-05-12TMO"),
        ("On the afternoon of the 14th, she spoke.", "2024-05-14TAF"),
        (
            "It will open on June 3. It was first set for May 20. A film will be shown on the same evening.",
            "2024-06-03 2024-05-20 2024-06-03TEV",
        ),
        ("They rehearse in the morning.", NOTHING),
        ("She was an overnight success.", NOTHING),
        ("It opens the day after tomorrow.", "2024-05-17"),
        ("She speaks to today's kids, tomorrow's stars and the women of today.", NOTHING),
        ("She told USA Today about it and signed with Today, the show.", NOTHING),
        ("They met on the set of Take Me Home Tonight again.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    match cursor.sense(0) {
        Sense::NamedDay(0 | 1) if is_age(cursor) => None,
        Sense::NamedDay(days) if !is_name(cursor) => Some(named(cursor, days)),
        Sense::Tonight if !is_name(cursor) => Some((1, Meaning::new(What::DayPart { part: DayPart::Night, days: Some(0) }))),
        // "an overnight success", "her overnight bag"
        Sense::Overnight if !(cursor.is_capital(0) && cursor.is_capital(1) || cursor.follows_any(&[Class::A, Class::An, Class::Its])) => {
            Some((1, Meaning::new(What::DayPart { part: DayPart::Night, days: None })))
        }
        Sense::The => beside(cursor).or_else(|| told_part(cursor)).or_else(|| part_of_day(cursor)).or_else(|| part_of_told_day(cursor)),
        Sense::That => told_part(cursor),
        Sense::Deictic(deixis) => pointed_part(cursor, deixis),
        _ => None,
    }
}

/// "USA Today", "Tomorrow X Together": a capital inside the sentence.
fn is_name(cursor: Cursor<'_>) -> bool {
    // "who he met with TODAY"
    if cursor.text(0).chars().all(char::is_uppercase) {
        return false;
    }
    let in_prose = cursor.text_before(1).starts_with(char::is_lowercase) && !cursor.is_capital(1);
    cursor.is_capital(0) && !cursor.is_first() && (cursor.is_capital_before(1) || in_prose)
}

/// "today's kids", "tomorrow's stars", "today's world": an age, no day.
fn is_age(cursor: Cursor<'_>) -> bool {
    let owns = cursor.is(1, Class::Apostrophe) && cursor.is(2, Class::S);
    let is_of_age = cursor.follows(Class::Of) && AROUND_DATES.ages.holds(cursor.text_before(2));
    is_of_age || owns && (3..=4).any(|k| AROUND_DATES.ages.holds(cursor.text(k)))
}

fn named(cursor: Cursor<'_>, days: i8) -> (usize, Meaning) {
    let day = Meaning::new(What::DayOffset(days));
    match cursor.day_part(1) {
        Some(part) if !(part == DayPart::Night && cursor.is(2, Class::Plain) && cursor.is_capital(2)) => {
            (2, Meaning { day_part: Some(part), ..day })
        }
        _ => (1, day),
    }
}

/// "the day before yesterday", "the day after tomorrow".
fn beside(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    if cursor.unit(1) != Some(Unit::Day) {
        return None;
    }
    let step = match cursor.sense(2) {
        Sense::Before => -1,
        Sense::After => 1,
        _ => return None,
    };
    match cursor.sense(3) {
        Sense::NamedDay(days) if days == step => Some((4, Meaning::new(What::DayOffset(days + step)))),
        _ => None,
    }
}

/// "the next morning", "that evening": a part of a day counted from the one said before.
fn told_part(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (days, k) = match (cursor.sense(0), cursor.sense(1)) {
        (Sense::That, _) => (0, 1),
        (_, Sense::Same) => (0, 2),
        (_, Sense::Deictic(Deixis::Next | Deixis::Following)) => (1, 2),
        (_, Sense::Deictic(Deixis::Previous)) => (-1, 2),
        _ => return None,
    };
    let part = cursor.day_part(k)?;
    Some((k + 1, Meaning::new(What::ToldPart { part, days })))
}

/// "the evening of December 3", "the night of the 24th".
fn part_of_day(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let is_early = matches!(cursor.text(1), "early" | "small" | "wee") && cursor.units(2) == Some(Unit::Hour);
    let (part, k) = if is_early { (DayPart::Morning, 3) } else { (cursor.day_part(1)?, 2) };
    if !cursor.is(k, Class::Of) {
        return None;
    }
    let (n, day) = super::read_inner(cursor.ahead(k + 1))?;
    let is_whole = day.is_day() && day.clock.is_none() && day.day_part.is_none();
    is_whole.then_some((k + 1 + n, Meaning { day_part: Some(part), ..day }))
}

/// "She landed on Friday; in the evening she sang": a part of the day said just before.
fn part_of_told_day(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let part = cursor.day_part(1).filter(|_| cursor.follows(Class::In))?;
    let is_free = !cursor.is_any(2, &[Class::Of, Class::Hyphen]) && !cursor.is_capital(1);
    is_free.then_some((2, Meaning::new(What::PartOfTold(part))))
}

/// "this morning", "last night", "this afternoon".
fn pointed_part(cursor: Cursor<'_>, deixis: Deixis) -> Option<(usize, Meaning)> {
    let part = cursor.day_part(1)?;
    let days = match (deixis, part) {
        (Deixis::This, _) => 0,
        // "the last night of the tour"
        (Deixis::Last, DayPart::Night) if cursor.is_any(2, &[Class::Of]) => return None,
        (Deixis::Last, DayPart::Night | DayPart::Evening) => -1,
        _ => return None,
    };
    Some((2, Meaning::new(What::DayPart { part, days: Some(days) })))
}
