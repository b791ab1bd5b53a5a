//! "2022", "in 1999", "the year 2000", "fiscal 2025", "nineteen ninety-seven".

use super::cursor::Cursor;
use super::meaning::{Calendar, Meaning, Year};
use super::number::below_hundred;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Sense};
use crate::civil::Unit;
use crate::language::lexicon::AROUND_DATES;

pub(super) const RULE: Rule = Rule {
    name: "year",
    what: "A year by its number",
    starts_with: &[Class::Digits, Class::The, Class::Fiscal, Class::Cardinal, Class::Tens, Class::Unit, Class::Apostrophe],
    examples: &[
        ("She was born in 1999.", "1999"),
        ("The 2022 festival was called off.", "2022"),
        ("It was made for the year 2000.", "2000"),
        ("The studio lost money in fiscal 2023.", "2023"),
        ("He left in nineteen ninety-seven.", "1997"),
        ("He sold 2000 copies at 1999 euros.", NOTHING),
        ("Flight 1549 and room 2019 are full.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (n, year) = named(cursor).or_else(|| spelled(cursor, 0)).or_else(|| bare(cursor))?;
    Some((n, Meaning::calendar(Calendar { year: Year::Exact(year), ..Calendar::default() })))
}

/// "the year 2000", "fiscal 2025", "fiscal year 2025".
fn named(cursor: Cursor<'_>) -> Option<(usize, i32)> {
    let mut k = cursor.skip(0, Class::The);
    let fiscal = cursor.skip(k, Class::Fiscal);
    k += fiscal;
    let year = usize::from(cursor.unit(k) == Some(Unit::Year));
    k += year;
    if fiscal + year == 0 {
        return None;
    }
    if let Some(year) = cursor.year_number(k) {
        return Some((k + 1, year));
    }
    match (cursor.sense(k), cursor.sense(k + 1)) {
        (Sense::Cardinal(2), Sense::Thousand) => Some((k + 2, 2000)),
        _ => None,
    }
}

/// "nineteen ninety-seven", "two thousand eight", "twenty twenty-two".
pub(crate) fn spelled(cursor: Cursor<'_>, k: usize) -> Option<(usize, i32)> {
    let cursor = cursor.ahead(k);
    let century = match cursor.sense(0) {
        Sense::Cardinal(n @ 17..=19) => i32::from(n),
        Sense::Tens(20) if matches!(cursor.sense(1), Sense::Tens(10..=40) | Sense::Cardinal(10..=19)) => 20,
        Sense::Cardinal(2) if cursor.is(1, Class::Thousand) && cursor.follows_any(&[Class::In, Class::Since, Class::By]) => {
            let and = cursor.skip(2, Class::And);
            return match below_hundred(cursor, 2 + and) {
                Some((rest, n)) => Some((2 + and + n, 2000 + i32::try_from(rest).ok()?)),
                None => Some((2, 2000)),
            };
        }
        _ => return None,
    };
    let (rest, n) = below_hundred(cursor, 1).filter(|(rest, _)| *rest >= 10)?;
    let free = !cursor.is_any(1 + n, &[Class::Units, Class::Unit, Class::Hundred, Class::Thousand, Class::Percent]);
    (free && (century < 20 || cursor.follows_any(&[Class::In, Class::Since, Class::By])))
        .then_some((1 + n, century * 100 + i32::try_from(rest).ok()?))
}

/// Four digits that something calls a year: a preposition, a bracket, "the", a possessive.
fn bare(cursor: Cursor<'_>) -> Option<(usize, i32)> {
    const UNITS: &[Class] =
        &[Class::Units, Class::Unit, Class::Hundred, Class::Thousand, Class::Percent, Class::Currency, Class::Am, Class::Pm];
    let year = cursor.year_number(0)?;
    if is_part_of_word(cursor) || cursor.is_any(1, UNITS) || !likely(year, cursor) {
        return None;
    }
    let owns = cursor.is(1, Class::Apostrophe) && cursor.is(2, Class::S);
    // "which in 1992 won 64,000 votes"
    let wins = cursor.follows_any(&[Class::In, Class::Since, Class::By]) && cursor.text(1) == "won";
    let is_year = is_led(cursor) && (wins || !is_counted(cursor))
        || is_listed(cursor)
        || is_heading(cursor, year)
        || owns
        || RECENT.contains(&year) && (is_owned(cursor) || is_set_off(cursor) || is_described(cursor));
    is_year.then_some((1, year))
}

/// Years that news speaks of without a preposition.
const RECENT: std::ops::Range<i32> = 1900..2100;

/// Glued to what stands before, but for "mid-2007", "post-2019" and "2018-2019".
fn is_part_of_word(cursor: Cursor<'_>) -> bool {
    const GLUE: &[Class] = &[Class::Hyphen, Class::Slash, Class::Dot, Class::Colon, Class::Currency, Class::Plain];
    let is_glued = cursor.is_tight_before() && cursor.follows_any(GLUE);
    is_glued && !(cursor.follows(Class::Hyphen) && matches!(cursor.before(2), Sense::Digits(_, 4) | Sense::Plain | Sense::Shade(_)))
}

/// Behind a word that a year follows: "in 1999", "the 2022 festival", "mid-2007".
fn is_led(cursor: Cursor<'_>) -> bool {
    const LEADS: &[Class] = &[
        Class::In,
        Class::Of,
        Class::By,
        Class::Since,
        Class::To,
        Class::During,
        Class::From,
        Class::Before,
        Class::After,
        Class::Shade,
        Class::Open,
        Class::For,
        Class::The,
        Class::Its,
        Class::Month,
        Class::Season,
        Class::Every,
        Class::About,
        Class::Quote,
        Class::Than,
    ];
    cursor.follows_any(LEADS)
        || matches!(cursor.text_before(1), "both" | "either")
        || cursor.follows(Class::Hyphen) && matches!(cursor.before(2), Sense::Shade(_))
}

/// "a 1971 treaty", "that 1978 song", "the label's 1989 list".
fn is_owned(cursor: Cursor<'_>) -> bool {
    let by_name = cursor.follows(Class::S) && matches!(cursor.before(2), Sense::Apostrophe) && !is_verb(cursor);
    by_name && !is_counted(cursor) || cursor.follows_any(&[Class::A, Class::That]) && cursor.is(1, Class::Plain) && !is_counted(cursor)
}

/// "1994, 1995 and 1997": behind another year.
fn is_listed(cursor: Cursor<'_>) -> bool {
    const JOINERS: &[Class] = &[Class::And, Class::Or, Class::Dash, Class::Hyphen, Class::Comma, Class::Slash, Class::Ampersand];
    cursor.follows_any(JOINERS) && matches!(cursor.before(2), Sense::Digits(_, 4))
}

/// "2019" on a line of its own, "2019: the first tour", "1917–1918".
fn is_heading(cursor: Cursor<'_>, year: i32) -> bool {
    let spans_years = cursor.is_any(1, &[Class::Hyphen, Class::Dash]) && cursor.year_number(2).is_some_and(|end| end >= year);
    let heads = cursor.index() == 0 && cursor.is_any(1, &[Class::Colon, Class::Break]) && RECENT.contains(&year);
    (spans_years || heads) && !is_counted(cursor)
}

/// Between marks: "(Harbour, 2019)", "blockade, 2019".
fn is_set_off(cursor: Cursor<'_>) -> bool {
    cursor.is(1, Class::Close) || cursor.follows(Class::Comma) && cursor.is_any(1, &[Class::Comma, Class::Dot, Class::Break])
}

/// Before a noun in small letters: "2022 sales".
fn is_described(cursor: Cursor<'_>) -> bool {
    let noun = cursor.is(1, Class::Plain) && !cursor.is_capital(1) && !is_verb(cursor) && !is_counted(cursor);
    noun && (cursor.is_first() || !cursor.is_capital_before(1))
}

/// "2000 copies": what is counted stands behind, or a plural noun behind a round number.
fn is_counted(cursor: Cursor<'_>) -> bool {
    let next = cursor.text(1);
    let round = cursor.digits(0, 4, 4).is_some_and(|year| year % 100 == 0);
    let plural = cursor.is(1, Class::Plain)
        && next.len() > 3
        && next.ends_with('s')
        && !next.ends_with("ss")
        && next.starts_with(char::is_lowercase);
    AROUND_DATES.counted.holds(next) || (round && plural && !cursor.follows_any(&[Class::The, Class::Its]))
}

/// A finite verb behind four digits makes them a title or a thing: "1917 won three awards".
fn is_verb(cursor: Cursor<'_>) -> bool {
    cursor.word(1).is_some_and(|word| word.cue.is_some())
        || cursor.text(1).ends_with("ed") && cursor.text(1) != "planned"
        || matches!(cursor.text(1), "is" | "was" | "has" | "will")
}

/// Numbers before 1500 or after 2100 are years only behind "in", "since" and the like.
fn likely(year: i32, cursor: Cursor<'_>) -> bool {
    let opens_range = cursor.follows(Class::From) && cursor.is_any(1, &[Class::And, Class::To]) && cursor.year_number(2).is_some();
    let ends_range = cursor.follows_any(&[Class::And, Class::To])
        && matches!(cursor.before(2), Sense::Digits(_, 4))
        && matches!(cursor.before(3), Sense::From)
        && !cursor.is(1, Class::Plain);
    (1500..2100).contains(&year)
        || (cursor.follows(Class::In) && !cursor.is(1, Class::Plain))
        || opens_range && cursor.is_any(3, &[Class::Break, Class::Comma, Class::Dot])
        || ends_range && cursor.is_any(1, &[Class::Break, Class::Comma, Class::Dot])
}
