//! "eight weeks", "nearly two years", "the next four weeks", "a few days", "24-hour".

use super::cursor::Cursor;
use super::meaning::{Extent, Meaning, What};
use super::number::{approximately, number, ordinal};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense};
use crate::civil::Unit;
use crate::language::lexicon::AROUND_DATES;

pub(super) const RULE: Rule = Rule {
    name: "length",
    what: "A length of time, exact or vague",
    starts_with: &[
        Class::Digits,
        Class::Cardinal,
        Class::Tens,
        Class::A,
        Class::An,
        Class::Half,
        Class::Few,
        Class::Units,
        Class::The,
        Class::Deictic,
        Class::About,
        Class::Nearly,
        Class::More,
        Class::Less,
        Class::No,
        Class::At,
        Class::Up,
        Class::Other,
        Class::Ordinal,
        Class::These,
        Class::Those,
        Class::Its,
        Class::Dozen,
        Class::Unit,
        Class::Lasting,
    ],
    examples: &[
        ("The show runs for eight weeks.", "P8W"),
        ("It took nearly two years.", "P2Y"),
        ("Tickets sold out within half an hour.", "PT30M"),
        ("The album follows in the next four weeks.", "P4W"),
        ("They waited a few days.", "PXD"),
        ("It was a 10-year partnership.", "P10Y"),
        ("They will promote for 2 years and 6 months.", "P30M"),
        ("It ended a decades-long feud.", "PXY"),
        ("A month-long tour follows their weeklong run.", "P1M P1W"),
        ("The film took 2.5 years and runs for one-and-a-half hours.", "P2.5Y PT1H30M"),
        ("They left in the early hours of the party.", NOTHING),
        ("The 24-year-old singer smiled.", NOTHING),
        ("She is 24 years old.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let mut k = approximately(cursor, 0);
    let determined = cursor.is_any(k, &[Class::The, Class::Those]);
    k += usize::from(determined);
    let deixis = cursor.deictic(k);
    k += usize::from(deixis.is_some());
    let opening = match ordinal(cursor, k) {
        Some((_, n)) if determined && deixis.is_none() => n,
        _ => 0,
    };
    k += opening;
    let (extent, n) = extent(cursor, k)?;
    // "the 30-day run": the article goes with the run
    if (determined || deixis == Some(Deixis::This)) && (k..k + n).any(|k| cursor.is(k, Class::Hyphen)) {
        return None;
    }
    if k == 0 && cursor.is(0, Class::Units) && !is_bare_plural(cursor) {
        return None;
    }
    if determined && deixis.is_none() && opening == 0 && cursor.is_any(k, &[Class::A, Class::An]) {
        return None;
    }
    // "a day when all goes wrong", "on days that", names a kind of day and no length
    let is_kind = matches!(extent.n, Some(1) | None) && extent.unit == Unit::Day && matches!(cursor.text(k + n), "when" | "that" | "which");
    if is_kind {
        return None;
    }
    // "this two-week run" points at the run
    let deixis = deixis.filter(|deixis| *deixis != Deixis::This || cursor.is(k, Class::Deictic));
    Some((k + n, Meaning::new(What::Length { extent, deixis })))
}

/// A plural unit alone is a length only where it stands free: "took years", "for weeks", not "the early years".
fn is_bare_plural(cursor: Cursor<'_>) -> bool {
    let is_time_of_day = cursor.units(0) == Some(Unit::Hour)
        && (matches!(cursor.before(1), Sense::Shade(_)) || AROUND_DATES.hours.holds(cursor.text_before(1)));
    !is_time_of_day && !cursor.follows_any(&[Class::Hyphen, Class::Digits, Class::Apostrophe, Class::That])
}

/// A number of units and its words; ages are none.
pub(crate) fn extent(cursor: Cursor<'_>, k: usize) -> Option<(Extent, usize)> {
    let (extent, n) = lasting(cursor, k).or_else(|| counted(cursor, k)).or_else(|| halved(cursor, k)).or_else(|| vague(cursor, k))?;
    let (extent, n) = with_half(cursor, k, extent, n);
    let (extent, n) = with_months(cursor, k, extent, n);
    let tie = cursor.tie(k + n);
    if cursor.is(k + n + tie, Class::Old) {
        return None;
    }
    if tie == 1 && cursor.text(k + n + tie) == "long" {
        return Some((extent, n + 2));
    }
    Some((extent, n))
}

/// "month-long", "weeklong".
fn lasting(cursor: Cursor<'_>, k: usize) -> Option<(Extent, usize)> {
    match cursor.sense(k) {
        Sense::Lasting(unit) => Some((Extent::whole(Some(1), unit), 1)),
        // the word behind the hyphen is counted in by the caller
        Sense::Unit(unit) if cursor.tie(k + 1) == 1 && cursor.text(k + 2) == "long" => Some((Extent::whole(Some(1), unit), 1)),
        _ => None,
    }
}

/// "two weeks", "a year", "24-hour", "12 to 18 months", "a day or two".
fn counted(cursor: Cursor<'_>, k: usize) -> Option<(Extent, usize)> {
    if cursor.is_any(k, &[Class::A, Class::An, Class::Other]) {
        // "24 hours a day"
        if k == 0 && cursor.follows(Class::Units) {
            return None;
        }
        let skip = 1 + cursor.skip(k + 1, Class::Additional);
        // "a year-earlier loss" compares; in "a month-long tour" the article goes with the tour
        let compares = cursor.tie(k + skip + 1) == 1
            && (cursor.is_any(k + skip + 2, &[Class::Ago, Class::Comparative]) || cursor.text(k + skip + 2) == "long");
        if compares {
            return None;
        }
        if let Some((unit, n)) = unit_at(cursor, k + skip, false).filter(|((unit, _), _)| *unit != Unit::Quarter) {
            let or_two = cursor.is(k + skip + n, Class::Or) && cursor.is_any(k + skip + n + 1, &[Class::Cardinal, Class::So]);
            let extent = Extent::whole(if or_two { None } else { Some(unit.1) }, unit.0);
            return Some((extent, skip + n + usize::from(or_two) * 2));
        }
    }
    let (value, mut n) = number(cursor, k).filter(|(value, _)| *value < 100_000)?;
    if cursor.follows(Class::Currency) || is_part_of_number(cursor, k) {
        return None;
    }
    let fraction = fraction(cursor, k + n);
    n += fraction.map_or(0, |(_, words)| words);
    let mut value = Some(value);
    if let Some((words, to)) = second_number(cursor, k + n) {
        n += words;
        value = Some(to).filter(|_| false);
    }
    n += cursor.tie(k + n);
    n += cursor.skip(k + n, Class::More);
    n += cursor.skip(k + n, Class::Additional);
    n += cursor.tie(k + n);
    let ((unit, per), words) = unit_at(cursor, k + n, true)?;
    let is_year = cursor.digits(k, 4, 4).is_some_and(|year| (1900..2100).contains(&year)) && cursor.unit(k + n).is_some();
    let around_the_clock = unit == Unit::Hour && cursor.is(k + n + words, Class::A) && cursor.unit(k + n + words + 1) == Some(Unit::Day);
    if is_year || around_the_clock {
        return None;
    }
    let value = match value {
        Some(value) => Some(value.checked_mul(per)?),
        None => None,
    };
    Some((Extent { n: value, unit, sixtieths: fraction.map_or(0, |(sixtieths, _)| sixtieths) }, n + words))
}

/// Digits with a dot or comma before them are the end of a larger number.
fn is_part_of_number(cursor: Cursor<'_>, k: usize) -> bool {
    let here = cursor.ahead(k);
    here.is(0, Class::Digits)
        && here.is_tight_before()
        && here.follows_any(&[Class::Dot, Class::Comma, Class::Colon, Class::Slash])
        && matches!(here.before(2), Sense::Digits(..))
}

/// "to 18" behind "12": a second number, and its words.
fn second_number(cursor: Cursor<'_>, k: usize) -> Option<(usize, u32)> {
    let joined = cursor.is_any(k, &[Class::To, Class::Or, Class::Dash]) || cursor.tie(k) == 1;
    let (value, n) = number(cursor, k + 1).filter(|_| joined)?;
    Some((1 + n, value))
}

/// "1/2", ".5", "½", "and a half", "-and-a-half" behind a number: sixtieths and words.
fn fraction(cursor: Cursor<'_>, k: usize) -> Option<(u8, usize)> {
    let tie = cursor.tie(k);
    let (a, half) = (k + 1 + 2 * tie, k + 2 + 3 * tie);
    if cursor.is(k + tie, Class::And) && cursor.is(a, Class::A) && cursor.is(half, Class::Half) {
        return Some((30, half + 1 - k));
    }
    if cursor.is(k, Class::Dot) && cursor.is_tight(k) && k > 0 && cursor.is_tight(k - 1) {
        let tenths = u8::try_from(cursor.digits(k + 1, 1, 1)?).ok()?;
        return Some((tenths * 6, 2));
    }
    if cursor.digits(k, 1, 1) == Some(1) && cursor.is(k + 1, Class::Slash) && cursor.digits(k + 2, 1, 1) == Some(2) {
        return Some((30, 3));
    }
    matches!(cursor.text(k), "½").then_some((30, 1))
}

/// "a year and a half": the half behind the unit.
fn with_half(cursor: Cursor<'_>, k: usize, extent: Extent, n: usize) -> (Extent, usize) {
    let at = k + n;
    if extent.n.is_some() && cursor.is(at, Class::And) && cursor.is(at + 1, Class::A) && cursor.is(at + 2, Class::Half) {
        return (Extent { sixtieths: 30, ..extent }, n + 3);
    }
    (extent, n)
}

/// "two years and six months": the months behind the years, as months.
fn with_months(cursor: Cursor<'_>, k: usize, extent: Extent, n: usize) -> (Extent, usize) {
    let at = k + n + usize::from(cursor.is_any(k + n, &[Class::And, Class::Comma]));
    let found = (extent.unit == Unit::Year && extent.sixtieths == 0).then(|| number(cursor, at)).flatten();
    match (extent.n, found) {
        (Some(years), Some((months, words)))
            if months < 12 && matches!(cursor.sense(at + words), Sense::Units(Unit::Month) | Sense::Unit(Unit::Month)) =>
        {
            (Extent::whole(years.checked_mul(12).map(|n| n + months), Unit::Month), n + (at - k - n) + words + 1)
        }
        _ => (extent, n),
    }
}

/// "half an hour", "a half-hour", "half a year".
fn halved(cursor: Cursor<'_>, k: usize) -> Option<(Extent, usize)> {
    let lead = cursor.skip(k, Class::A);
    if !cursor.is(k + lead, Class::Half) {
        return None;
    }
    let mut n = lead + 1;
    n += usize::from(cursor.is_any(k + n, &[Class::A, Class::An])) + cursor.tie(k + n);
    let ((unit, per), words) = unit_at(cursor, k + n, false)?;
    (per == 1).then_some((Extent { n: Some(0), unit, sixtieths: 30 }, n + words))
}

/// "a few days", "several years", "a couple of weeks", "years".
fn vague(cursor: Cursor<'_>, k: usize) -> Option<(Extent, usize)> {
    let article = cursor.skip(k, Class::A);
    if cursor.is(k + article, Class::Couple) {
        let n = article + 1 + cursor.skip(k + article + 1, Class::Of) + usize::from(cursor.is(k + article + 2, Class::Additional));
        let (unit, words) = plural_at(cursor, k + n)?;
        return Some((Extent::whole(Some(2 * unit.1), unit.0), n + words));
    }
    let mut n = article;
    while cursor.is(k + n, Class::Few) && n < 3 {
        n += 1;
    }
    if n == article && article == 1 {
        return None;
    }
    n += cursor.tie(k + n);
    n += cursor.skip(k + n, Class::More);
    n += cursor.skip(k + n, Class::Additional);
    let few = cursor.is(k + article, Class::Few);
    let (unit, words) = plural_at(cursor, k + n).or_else(|| unit_at(cursor, k + n, true).filter(|_| few && cursor.tie(k + n - 1) == 1))?;
    Some((Extent::whole(None, unit.0), n + words))
}

type Counted = (Unit, u32);

/// A unit, singular or (where asked) plural, how many it stands for, and its words.
fn unit_at(cursor: Cursor<'_>, k: usize, plural: bool) -> Option<(Counted, usize)> {
    // "a Day One patch" is a name
    if k > 0 && cursor.is_capital(k) && cursor.text(k - 1).starts_with(char::is_lowercase) {
        return None;
    }
    match cursor.sense(k) {
        Sense::Unit(unit) => Some(((unit, 1), 1 + abbreviation_dot(cursor, k))),
        Sense::Fortnight => Some(((Unit::Week, 2), 1)),
        // "three quarters of the crowd"
        Sense::Units(Unit::Quarter) if cursor.is(k + 1, Class::Of) => None,
        Sense::Units(unit) if plural => Some(((unit, 1), 1)),
        Sense::DayParts(_) if plural && cursor.text(k) == "nights" => Some(((Unit::Day, 1), 1)),
        _ => None,
    }
}

fn plural_at(cursor: Cursor<'_>, k: usize) -> Option<(Counted, usize)> {
    match cursor.sense(k) {
        Sense::Units(unit) => Some(((unit, 1), 1)),
        _ => None,
    }
}

fn abbreviation_dot(cursor: Cursor<'_>, k: usize) -> usize {
    if cursor.text(k).len() <= 3 && cursor.unit(k) == Some(Unit::Minute) { cursor.dot(k + 1) } else { 0 }
}
