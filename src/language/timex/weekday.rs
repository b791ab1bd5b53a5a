//! "Tuesday", "next Friday", "Friday of last week".

use super::cursor::Cursor;
use super::meaning::{Meaning, Rhythm, What};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "weekday",
    what: "A day of the week, counted from the day of the report",
    starts_with: &[Class::Weekday, Class::Deictic, Class::The, Class::Shade],
    examples: &[
        ("The vote was held on Monday.", "2024-05-13"),
        ("The vote will be held on Monday.", "2024-05-20"),
        ("The vote is next Friday.", "2024-05-24"),
        ("They had met the previous Friday.", "2024-05-10"),
        ("It is back in its regular Monday slot.", "XXXX-WXX-1"),
        ("They met on a recent Tuesday.", NOTHING),
        ("Fans of the Harbour Tuesday night won.", "2024-05-14TNI"),
        ("Ruby Tuesday opened in the charts.", NOTHING),
        ("A spokesman told the Harbour Sun.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let deixis = cursor.deictic(the);
    if the == 1 && deixis.is_none() {
        return None;
    }
    let mut k = the + usize::from(deixis.is_some());
    let both = deixis == Some(Deixis::This) && matches!(cursor.deictic(k), Some(Deixis::Past | Deixis::Coming));
    let deixis = if both { cursor.deictic(k) } else { deixis };
    k += usize::from(both);
    let weekday = cursor.weekday(k)?;
    // "a Monday-Tuesday drama" names a slot, no day
    let in_slot = cursor.tie(k + 1) == 1 && cursor.weekday(k + 2).is_some()
        || k == 0 && cursor.is_tight_before() && cursor.follows_any(&[Class::Hyphen, Class::Slash]);
    if in_slot {
        return None;
    }
    let dot = cursor.dot(k + 1);
    let end = k + 1 + dot;
    // "told The Sun.", "told the Harbour Herald Sun."
    let is_titled = cursor.text(k) == "Sun"
        && deixis.is_none()
        && cursor.is_capital_before(1)
        && cursor.before(1) == Sense::Plain
        && !cursor.is_any(end, &[Class::Month, Class::Digits, Class::At]);
    let is_paper = is_short(cursor.text(k)) && (matches!(cursor.text_before(1), "The" | "the") || is_titled);
    if is_paper || is_short(cursor.text(k)) && deixis.is_none() && dot == 0 && !led(cursor) || is_name(cursor, k, end, deixis.is_some()) {
        return None;
    }
    // "its regular Monday slot": week by week
    if deixis.is_none() && matches!(cursor.text_before(1), "regular" | "usual" | "normal" | "traditional" | "weekly" | "former") {
        return Some((end, Meaning::new(What::Set(Rhythm::Weekdays(1 << weekday)))));
    }
    // "on a recent Tuesday": nobody says which
    if deixis == Some(Deixis::Recent) || deixis.is_none() && cursor.before(1) == Sense::Deictic(Deixis::Recent) {
        return None;
    }
    let (week, n) = week_behind(cursor, end);
    Some((n, Meaning::new(What::Weekday { weekday, deixis, week })))
}

/// "Sat", "Sun", "Mon", "Wed": words of their own, a weekday only behind "on" or with a dot.
fn is_short(letters: &str) -> bool {
    letters.len() <= 5 && !letters.ends_with("day")
}

fn led(cursor: Cursor<'_>) -> bool {
    cursor.follows_any(&[Class::On, Class::Open, Class::To, Class::From, Class::By, Class::Every])
        || (cursor.follows_any(&[Class::Comma, Class::And, Class::Dash]) && matches!(cursor.before(2), Sense::Weekday(_)))
}

/// "last week", "of this week", "week" behind a weekday.
fn week_behind(cursor: Cursor<'_>, k: usize) -> (Option<Deixis>, usize) {
    let of = cursor.skip(k, Class::Of);
    match cursor.deictic(k + of) {
        Some(deixis) if cursor.unit(k + of + 1) == Some(Unit::Week) => (Some(deixis), k + of + 2),
        _ => (None, k),
    }
}

/// Capitals on both sides or right before without a pointing word make a name: "Freaky Friday", "Friday Night Lights".
fn is_name(cursor: Cursor<'_>, k: usize, end: usize, pointed: bool) -> bool {
    // "the Harbour Group Wednesday morning said": names have no morning in small letters
    if cursor.day_part(end).is_some() && !cursor.is_capital(end) {
        return false;
    }
    let here = cursor.ahead(k);
    let capital_before = here.is_capital_before(1)
        && matches!(here.before(1), Sense::Plain | Sense::Name)
        && here.word_before(1).is_some_and(|word| word.cue.is_none());
    // "in Rome Monday": the capital is a place
    let is_place = matches!(here.before(2), Sense::In | Sense::At | Sense::From | Sense::To | Sense::And | Sense::Comma);
    let opens = here.index() >= 2
        && !is_place
        && !here.ahead(0).word_before(2).is_some_and(|word| matches!(word.sense, Sense::Plain | Sense::Comma | Sense::Close));
    if !pointed && capital_before && !is_proper_subject(here) && opens {
        return true;
    }
    // "her daughters Sunday Rose, 11, and Faith": an age behind a comma
    let is_aged = matches!(here.before(1), Sense::Plain | Sense::And | Sense::Comma)
        && cursor.is_capital(end)
        && cursor.is(end, Class::Plain)
        && cursor.is(end + 1, Class::Comma)
        && cursor.digits(end + 2, 1, 2).is_some();
    if is_aged && !pointed {
        return true;
    }
    let part_name = cursor.day_part(end).is_some() && cursor.is_capital(end) && cursor.is_capital(end + 1);
    part_name || (cursor.is(end, Class::Plain) && cursor.is_capital(end) && capital_before)
}

/// "said Kim Friday": a name before a weekday is no title where a verb stands before the name.
fn is_proper_subject(here: Cursor<'_>) -> bool {
    (2..=4).any(|k| here.word_before(k).is_some_and(|word| word.cue.is_some() || word.span.is_empty()))
}
