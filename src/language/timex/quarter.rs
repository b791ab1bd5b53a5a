//! "the third quarter of 2022", "Q4 2024", "the first half", "this year's fourth quarter", "third-quarter".

use super::cursor::Cursor;
use super::date::year_behind;
use super::meaning::{Calendar, Meaning, Part, What, Year};
use super::number::ordinal;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Sense};
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
        ("The fourth quarter-final is hers.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (year_before, k) = possessive_year(cursor);
    if let Some(found) = same_quarter(cursor) {
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
    let of_a_game = cursor.is(n, Class::Of) && !cursor.is(n + 1, Class::Its);
    let plays = of_a_game || is_half && !cursor.is_tight(n.saturating_sub(2)) && !cursor.is_any(n, &[Class::Units]);
    (!plays).then_some((n, part_of(part, Year::Unsaid)))
}

/// "the 1988 quarter", "the 1988 period": the same quarter of that year.
fn same_quarter(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let year = cursor.year_number(the)?;
    let is_period = matches!(cursor.sense(the + 1), Sense::Unit(Unit::Quarter) | Sense::Period);
    (the == 1 && is_period).then_some((the + 2, Meaning::new(What::SameQuarter(Year::Exact(year)))))
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
    n += cursor.tie(k + n);
    n += cursor.skip(k + n, Class::Fiscal);
    match cursor.sense(k + n) {
        Sense::Unit(Unit::Quarter) if nth <= 4 && cursor.tie(k + n + 1) == 0 => Some((Part::Quarter(nth), n + 1)),
        Sense::Half if nth <= 2 => Some((Part::Half(nth), n + 1)),
        _ => None,
    }
}
