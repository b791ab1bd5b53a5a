//! "the third quarter of 2022", "Q4 2024", "the first half", "this year's fourth quarter", "third-quarter".

use super::cursor::Cursor;
use super::date::year_behind;
use super::meaning::{Calendar, Meaning, Part, What, Year};
use super::number::ordinal;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Compared, Deixis, Sense};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "quarter",
    what: "A quarter or half of a year",
    starts_with: &[Class::Ordinal, Class::The, Class::Q, Class::Fiscal, Class::Deictic, Class::Digits, Class::Unit],
    examples: &[
        ("The game ships in the third quarter of 2025.", "2025-Q3"),
        ("It is due in Q4 2024.", "2024-Q4"),
        ("A comeback is planned for the second half of this year.", "2024-H2"),
        ("Second-half shows sold better than in 2022's fourth quarter.", "2023-H2 2022-Q4"),
        ("They scored in the first half of the match.", NOTHING),
        ("Sales of the third quarter beat those of the same quarter last year.", "2023-Q3 2022-Q3"),
        ("More came in April than in the same month last year.", "2024-04 2023-04"),
        ("It follows in the first two quarters of 2025.", "2025-H1"),
        ("The fourth quarter-final is hers.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (year_before, k) = possessive_year(cursor);
    if let Some(found) = same_stretch(cursor) {
        return Some(found);
    }
    let the = if k == 0 { cursor.skip(0, Class::The) } else { 0 };
    let mut n = k + the;
    n += cursor.skip(n, Class::Fiscal);
    let (part, words) = part_at(cursor, n)?;
    // "the third-quarter loss": the article goes with the loss
    if the == 1 && (n..n + words).any(|k| cursor.is(k, Class::Hyphen)) {
        return None;
    }
    n += words;
    let is_half = matches!(part, Part::Half(_));
    let of_fiscal = usize::from(cursor.is(n, Class::Of) && cursor.is(n + 1, Class::Fiscal)) * 2;
    let (mut year, mut end) = (year_before, n);
    if year == Year::Unsaid {
        (year, end) = match cursor.year_number(n + of_fiscal) {
            Some(found) if of_fiscal == 2 => (Year::Exact(found), n + 3),
            _ => year_behind(cursor, n),
        };
    }
    if end > n || year_before != Year::Unsaid {
        return Some((end, part_of(part, year)));
    }
    if cursor.is(n, Class::Of) && cursor.is_any(n + 1, &[Class::The]) && cursor.unit(n + 2) == Some(Unit::Year) {
        return Some((n + 3, part_of(part, Year::Unsaid)));
    }
    let of_a_game = cursor.is(n, Class::Of) && !cursor.is_any(n + 1, &[Class::Its, Class::Currency]);
    let plays = of_a_game || is_half && !cursor.is_tight(n.saturating_sub(2)) && !cursor.is_any(n, &[Class::Units]);
    (!plays).then_some((n, part_of(part, Year::Unsaid)))
}

/// "the 1988 quarter", "last year's quarter", "the same period last year", "the quarter a year ago": the stretch under
/// discussion, in another year.
fn same_stretch(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let (year, k) = match cursor.year_number(the) {
        Some(year) if the == 1 => (Year::Exact(year), 2),
        _ if cursor.deictic(0) == Some(Deixis::Last) && cursor.unit(1) == Some(Unit::Year) => {
            if !(cursor.is(2, Class::Apostrophe) && cursor.is(3, Class::S)) {
                return None;
            }
            (Year::Pointed(Deixis::Last), 4)
        }
        _ => (Year::Unsaid, the),
    };
    let alike = if year == Year::Unsaid { usize::from(the == 1 && is_alike(cursor, k)) } else { 0 };
    let period = match cursor.sense(k + alike) {
        Sense::Unit(Unit::Quarter) => Some(Unit::Quarter),
        Sense::Unit(Unit::Month) if alike == 1 => Some(Unit::Month),
        Sense::Period => None,
        _ => return None,
    };
    if year != Year::Unsaid {
        return Some((k + 1, Meaning::new(What::SameStretch(period, year))));
    }
    if the == 0 || alike == 0 && period.is_none() {
        return None;
    }
    let (year, end) = year_compared(cursor, k + alike + 1)?;
    Some((end, Meaning::new(What::SameStretch(period, year))))
}

/// "same", "corresponding", "comparable", "year-ago".
fn is_alike(cursor: Cursor<'_>, k: usize) -> bool {
    cursor.is(k, Class::Same) || matches!(cursor.text(k), "corresponding" | "comparable" | "similar" | "equivalent")
}

/// "last year", "of last year", "in 2021", "a year ago", "a year earlier" behind a quarter or period: which year.
fn year_compared(cursor: Cursor<'_>, k: usize) -> Option<(Year, usize)> {
    let at = k + usize::from(cursor.is_any(k, &[Class::Of, Class::In]));
    if let Some(year) = cursor.year_number(at).filter(|_| at > k) {
        return Some((Year::Exact(year), at + 1));
    }
    match (cursor.sense(at), cursor.sense(at + 1), cursor.sense(at + 2)) {
        (Sense::Deictic(deixis @ (Deixis::Last | Deixis::Previous)), Sense::Unit(Unit::Year), _)
        | (Sense::The, Sense::Deictic(deixis @ Deixis::Previous), Sense::Unit(Unit::Year)) => {
            Some((Year::Pointed(deixis), at + 2 + cursor.skip(at, Class::The)))
        }
        (Sense::A, Sense::Unit(Unit::Year), Sense::Ago | Sense::Before | Sense::Comparative(Compared::Earlier)) if at == k => {
            Some((Year::Pointed(Deixis::Last), at + 3))
        }
        _ => None,
    }
}

fn part_of(part: Part, year: Year) -> Meaning {
    Meaning::calendar(Calendar { year, part: Some(part), ..Calendar::default() })
}

/// "this year's ", "2023's ", "last year's ": the year and its words.
fn possessive_year(cursor: Cursor<'_>) -> (Year, usize) {
    let (year, k) = match (cursor.deictic(0), cursor.unit(1)) {
        (Some(deixis), Some(Unit::Year)) => (Year::Pointed(deixis), 2),
        _ => match cursor.year_number(0) {
            Some(year) => (Year::Exact(year), 1),
            None => return (Year::Unsaid, 0),
        },
    };
    if cursor.is(k, Class::Apostrophe) && cursor.is(k + 1, Class::S) {
        return (year, k + 2);
    }
    if matches!(year, Year::Exact(_)) { (year, 1) } else { (Year::Unsaid, 0) }
}

/// "third quarter", "third-quarter", "Q3", "second half".
fn part_at(cursor: Cursor<'_>, k: usize) -> Option<(Part, usize)> {
    if cursor.is(k, Class::Q) && cursor.is_tight(k) {
        let quarter = u8::try_from(cursor.digits(k + 1, 1, 1)?).ok().filter(|quarter| (1..=4).contains(quarter))?;
        return Some((Part::Quarter(quarter), 2));
    }
    let (nth, mut n) = ordinal(cursor, k)?;
    // "the first two quarters of 1990"
    if nth == 1 && cursor.sense(k + n) == Sense::Cardinal(2) && cursor.units(k + n + 1) == Some(Unit::Quarter) {
        return Some((Part::Half(1), n + 2));
    }
    n += cursor.tie(k + n);
    n += cursor.skip(k + n, Class::Fiscal);
    // "the first calendar quarter"
    n += usize::from(cursor.text(k + n).eq_ignore_ascii_case("calendar"));
    match cursor.sense(k + n) {
        Sense::Unit(Unit::Quarter) if nth <= 4 && cursor.tie(k + n + 1) == 0 => Some((Part::Quarter(nth), n + 1)),
        Sense::Half if nth <= 2 => Some((Part::Half(nth), n + 1)),
        _ => None,
    }
}
