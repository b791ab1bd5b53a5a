//! "early next year", "mid-November", "the end of 2022", "later this week", "around Nov. 1", "sometime in May".

use super::cursor::Cursor;
use super::meaning::{Meaning, Period, What};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Compared, DayPart, Sense, Third};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "shade",
    what: "A part of a period, or about when",
    starts_with: &[
        Class::Shade,
        Class::Edge,
        Class::The,
        Class::Comparative,
        Class::About,
        Class::Nearly,
        Class::Sometime,
        Class::Unit,
        Class::More,
        Class::Its,
    ],
    examples: &[
        ("The sequel comes early next year.", "2025"),
        ("It was shot in mid-November.", "2023-11"),
        ("A new album is due at the end of 2024.", "2024"),
        ("They will meet later this week.", "2024-W20"),
        ("It opens around Nov. 1.", "2024-11-01"),
        ("It will be done by the end of the decade and came late on Monday.", "202 2024-05-13"),
        ("The early bird and the late singer met.", NOTHING),
        ("It was the end of the road.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    match cursor.sense(0) {
        Sense::About => around(cursor, 1),
        Sense::Nearly | Sense::More => None,
        Sense::Comparative(compared) => compared_to(cursor, compared),
        Sense::Sometime => sometime(cursor),
        Sense::Unit(Unit::Year) => year_end(cursor, 0),
        _ => shaded(cursor),
    }
}

/// "around Nov. 1", "about noon".
fn around(cursor: Cursor<'_>, k: usize) -> Option<(usize, Meaning)> {
    let (n, inner) = super::read_inner(cursor.ahead(k))?;
    matches!(inner.what, What::Calendar(_) | What::ClockAlone | What::Named { .. }).then_some((k + n, Meaning { about: true, ..inner }))
}

/// "earlier this week", "later today".
fn compared_to(cursor: Cursor<'_>, compared: Compared) -> Option<(usize, Meaning)> {
    let on = usize::from(cursor.is_any(1, &[Class::In, Class::On]));
    let (n, inner) = super::read_inner(cursor.ahead(1 + on))?;
    let fits = match inner.what {
        What::Period { .. } | What::DayOffset(_) | What::Weekday { .. } | What::DayPart { .. } | What::Anaphor(_) | What::Definite(_) => {
            true
        }
        What::Calendar(calendar) => calendar.deixis.is_some() || (calendar.day.is_none() && on == 1),
        _ => false,
    };
    fits.then_some((1 + on + n, Meaning { compared: Some(compared), ..inner }))
}

/// "sometime next year", "sometime in May".
fn sometime(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let lead = usize::from(cursor.is_any(1, &[Class::In, Class::During]));
    let (n, inner) = super::read_inner(cursor.ahead(1 + lead))?;
    Some((1 + lead + n, inner))
}

/// "year-end", "year's end".
fn year_end(cursor: Cursor<'_>, k: usize) -> Option<(usize, Meaning)> {
    if cursor.unit(k) != Some(Unit::Year) {
        return None;
    }
    let tie = if cursor.is(k + 1, Class::Apostrophe) && cursor.is(k + 2, Class::S) { 2 } else { cursor.tie(k + 1) };
    let ends = tie > 0 && matches!(cursor.sense(k + 1 + tie), Sense::Edge(Third::Late)) && cursor.text(k + 1 + tie) == "end";
    ends.then_some((k + 2 + tie, Meaning { third: Some(Third::Late), ..Meaning::new(What::Definite(Period::Unit(Unit::Year))) }))
}

/// "the end of the decade": the present one.
fn edge_of_age(cursor: Cursor<'_>, k: usize, third: Third) -> Option<(usize, Meaning)> {
    let unit = cursor.unit(k + 1).filter(|unit| matches!(unit, Unit::Decade | Unit::Century))?;
    let is_here = cursor.is(k, Class::The) && !cursor.is_any(k + 2, &[Class::Of, Class::Hyphen, Class::Before, Class::After]);
    is_here.then_some((k + 2, Meaning { third: Some(third), ..Meaning::new(What::Definite(Period::Unit(unit))) }))
}

/// "early 2022", "late last year", "mid-May", "the end of the year", "the beginning of October", "late Tuesday".
fn shaded(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    if let Some(found) = year_end(cursor, the).filter(|_| the == 1) {
        return Some(found);
    }
    let (third, mut k) = match cursor.sense(the) {
        Sense::Shade(third) => (third, the + 1),
        Sense::Edge(third) if cursor.is(the + 1, Class::Of) => (third, the + 2),
        _ => return None,
    };
    k += cursor.tie(k);
    let is_edge = matches!(cursor.sense(the), Sense::Edge(_));
    k += usize::from(!is_edge && cursor.is_any(k, &[Class::In, Class::On]));
    if let Some(found) = edge_of_age(cursor, k, third).filter(|_| is_edge) {
        return Some(found);
    }
    // "early to mid-2022", "mid to late May"
    if cursor.is_any(k, &[Class::To, Class::Or]) && matches!(cursor.sense(k + 1), Sense::Shade(_)) {
        k += 2;
        k += cursor.tie(k);
    }
    // "mid afternoon"
    if let Some(part) = cursor.day_part(k).filter(|_| !is_edge && the == 0 && !cursor.is_capital(k)) {
        // "an early night"
        if cursor.follows_any(&[Class::A, Class::An]) {
            return None;
        }
        // "late night television" is a kind of it
        let next = cursor.word(k + 1).filter(|word| word.cue.is_none() && word.sense.class() == Class::Plain);
        if part == DayPart::Night && next.is_some() && cursor.text(k + 1).starts_with(char::is_alphabetic) {
            return None;
        }
        return Some((k + 1, Meaning { third: Some(third), ..Meaning::new(What::DayPart { part, days: None }) }));
    }
    let (n, inner) = super::read_inner(cursor.ahead(k))?;
    let fits = match inner.what {
        What::Calendar(calendar) => calendar.day.is_none() || is_edge,
        What::Period { .. }
        | What::Nth { .. }
        | What::Definite(_)
        | What::Decade(_)
        | What::Century(_)
        | What::Weekday { .. }
        | What::DayOffset(_)
        | What::DayPart { .. }
        | What::Named { .. }
        | What::Anaphor(_) => true,
        _ => false,
    };
    (fits && inner.third.is_none()).then_some((k + n, Meaning { third: Some(third), ..inner }))
}
