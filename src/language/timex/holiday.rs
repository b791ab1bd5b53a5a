//! "Christmas", "last Thanksgiving", "Labor Day weekend", "Chuseok 2024".

use super::cursor::Cursor;
use super::date::year_behind;
use super::meaning::{Meaning, What, Year};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense};
use crate::language::lexicon::{AROUND_DATES, DATES};

pub(super) const RULE: Rule = Rule {
    name: "holiday",
    what: "A named day",
    starts_with: &[Class::Name, Class::Deictic, Class::Weekday, Class::Month, Class::Ordinal, Class::Plain, Class::Digits, Class::The],
    examples: &[
        ("The special airs on Christmas Day.", "2024-12-25"),
        ("It opened last Thanksgiving.", "2023-11-23"),
        ("A concert is set for Chuseok 2024.", "2024-09-17"),
        ("It was first seen in the 2007 Christmas special.", "2007-12-25"),
        ("The film opens on Labor Day weekend.", "2024-W35-WE"),
        ("The Easter weekend was calm.", "2024-W13-WE"),
        ("The film is due out on Christmas Day next year.", "2025-12-25"),
        ("A Christmas Carol is on again.", NOTHING),
        ("Fans loved her Christmas card and a Halloween-themed snap.", NOTHING),
        ("She stars in her Magical Christmas Special again.", NOTHING),
        ("Eve Holiday and Jon Christmas sang.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    if let Some(year) = cursor.year_number(0) {
        let (number, n) = cursor.word(1).filter(|word| word.begins_name).and_then(|_| DATES.phrases.day_at(cursor, 1))?;
        return Some((1 + n, Meaning::new(What::Named { number, year: Year::Exact(year), deixis: None, weekend: false })));
    }
    if cursor.is(0, Class::The) {
        return the_weekend(cursor);
    }
    let deixis = cursor.deictic(0);
    let past = usize::from(deixis == Some(Deixis::This) && matches!(cursor.deictic(1), Some(Deixis::Past | Deixis::Coming)));
    let k = usize::from(deixis.is_some()) + past;
    if !cursor.word(k)?.begins_name {
        return None;
    }
    let (number, n) = DATES.phrases.day_at(cursor, k)?;
    let mut end = k + n;
    // "a Christmas card", "a Christmas-themed picture" is a thing, no day
    if deixis.is_none() && (cursor.tie(end) == 1 || AROUND_DATES.festive.holds(cursor.text(end))) {
        return None;
    }
    // "Mira Kell's Magical Christmas Special" is a title
    let in_title = matches!(cursor.before(1), Sense::Plain | Sense::Name) && cursor.is_capital_before(1) && cursor.is_capital(end);
    if deixis.is_none() && in_title && cursor.is(end, Class::Plain) {
        return None;
    }
    // "Christmas Abbott left": a given name
    if deixis.is_none() && n == 1 && k == 0 && cursor.is(end, Class::Plain) && cursor.is_capital(end) {
        return None;
    }
    // "Jon Christmas sang", "Merry Christmas"
    let has_first_name = n == 1 && k == 0 && cursor.before(1) == Sense::Plain && cursor.is_capital_before(1);
    // "My Bloody Valentine’s album": whose it is
    let is_owner = k == 0 && n > 1 && cursor.text(end - 1) == "s" && cursor.is_capital_before(1);
    if is_owner {
        return None;
    }
    if has_first_name && !cursor.is(end, Class::Weekend) && cursor.year_number(end).is_none() {
        return None;
    }
    let weekend = matches!(cursor.sense(end), Sense::Weekend);
    end += usize::from(weekend);
    let (year, end) = match year_behind(cursor, end) {
        (year @ (Year::Exact(_) | Year::Pointed(_)), after) if after > end => (year, after),
        _ => (Year::Unsaid, end),
    };
    Some((end, Meaning::new(What::Named { number, year, deixis, weekend })))
}

/// "the Labor Day weekend": the article goes with the weekend.
fn the_weekend(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (n, meaning) = find(cursor.ahead(1)).filter(|_| !cursor.is(1, Class::The))?;
    matches!(meaning.what, What::Named { weekend: true, .. }).then_some((n + 1, meaning))
}
