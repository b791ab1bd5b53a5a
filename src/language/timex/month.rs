//! "April 2022", "last July", "in May", "the month of June".

use super::cursor::Cursor;
use super::date::{self, year_behind};
use super::meaning::{Calendar, Meaning, Part, Year};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense};

pub(super) const RULE: Rule = Rule {
    name: "month",
    what: "A month, with or without the year",
    starts_with: &[Class::Month, Class::Deictic, Class::The],
    examples: &[
        ("The film opens in April 2025.", "2025-04"),
        ("It premiered last July.", "2023-07"),
        ("The tour will start in August.", "2024-08"),
        ("They tour in April and May next year.", "2025-04 2025-05"),
        ("They broke up in March of 2019.", "2019-03"),
        ("It was moved from November to March 2026.", "2025-11 2026-03"),
        ("Come June, she will sing.", "2024-06"),
        ("The group may tour again.", NOTHING),
        ("May Kellogg sang and June Ardley danced.", NOTHING),
        ("They march on with the Earl of March.", NOTHING),
        ("Blue October have put off their tour.", NOTHING),
        ("They talked of a May release.", "2024-05"),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let mut k = cursor.skip(0, Class::The);
    let deixis = cursor.deictic(k).filter(|deixis| !matches!(deixis, Deixis::Recent | Deixis::Future | Deixis::Latest));
    k += usize::from(deixis.is_some());
    let past = deixis == Some(Deixis::This) && matches!(cursor.deictic(k), Some(Deixis::Past | Deixis::Coming));
    k += usize::from(past);
    if k > 0 && deixis.is_none() && !(cursor.text(k) == "month" && cursor.is(k + 1, Class::Of)) {
        return None;
    }
    if k == 1 && deixis.is_none() {
        k += 2;
    }
    let month = cursor.month(k)?;
    // "this Feb. 5, 2019 photo": the day says more
    // "its previous March 17 date"
    if deixis == Some(Deixis::Previous) && cursor.digits(k + 1, 1, 2).is_some() {
        return None;
    }
    if deixis == Some(Deixis::This) && date::dated(cursor.ahead(k)) {
        return None;
    }
    let (year, n) = year_of(cursor, k);
    if year == Year::Unsaid && deixis.is_none() && !stands_free(cursor, k, n) {
        return None;
    }
    let deixis = if past { cursor.deictic(k - 1) } else { deixis };
    Some((n, Meaning::calendar(Calendar { year, part: Some(Part::Month(month)), deixis, ..Calendar::default() })))
}

/// The year behind a month: "April 2022", "April, 2022", "April of last year", "April '22".
fn year_of(cursor: Cursor<'_>, k: usize) -> (Year, usize) {
    let n = k + 1 + cursor.dot(k + 1);
    if let Some(year) = cursor.digits(n + 1, 2, 2).filter(|_| cursor.is(n, Class::Apostrophe) && cursor.is_tight(n)) {
        return (Year::Exact(i32::try_from(super::numeric::two_digit_year(year)).unwrap_or(0)), n + 2);
    }
    match year_behind(cursor, n) {
        (Year::Exact(year), after) if after > n => (Year::Exact(year), after),
        (year @ (Year::Pointed(_) | Year::Said), after) => (year, after),
        // "March, April and May 2022" share the year
        _ => (list_year(cursor, k, n), n),
    }
}

/// The year said once behind a list of months: "April and May 2022", "April and May next year"; "November to March 2022" begins
/// in the year before.
fn list_year(cursor: Cursor<'_>, k: usize, mut n: usize) -> Year {
    let mut is_range = false;
    for _ in 0..4 {
        let Some(joined) = super::date::joiner(cursor, n).filter(|joined| cursor.month(n + joined).is_some()) else { break };
        is_range |= cursor.is_any(n, &[Class::To, Class::Dash, Class::Hyphen]);
        let wraps = is_range && cursor.month(n + joined) < cursor.month(k);
        n += joined + 1 + cursor.dot(n + joined + 1);
        match year_behind(cursor, n) {
            (Year::Exact(year), after) if after > n && wraps => return Year::Exact(year - 1),
            (Year::Pointed(Deixis::Next), after) if after > n && wraps => return Year::Pointed(Deixis::This),
            (year, after) if after > n => return year,
            _ => {}
        }
    }
    Year::Unsaid
}

/// Whether a month alone is one and no name, modal or verb: "April", but not "May said" or "June Ardley".
fn stands_free(cursor: Cursor<'_>, k: usize, n: usize) -> bool {
    let here = cursor.ahead(k);
    // "the Earl of March"
    let is_titled = here.follows(Class::Of) && here.before(2) == Sense::Plain && here.is_capital_before(2) && here.index() > 2;
    if is_titled {
        return false;
    }
    let led = here.follows_any(&[
        Class::In,
        Class::Of,
        Class::By,
        Class::Since,
        Class::To,
        Class::During,
        Class::From,
        Class::Every,
        Class::Before,
        Class::After,
        Class::For,
        Class::Shade,
        Class::Hyphen,
    ]) || (here.follows_any(&[Class::And, Class::Or, Class::Dash, Class::Comma, Class::Slash])
        && matches!(here.before(2), Sense::Month(_)))
        || matches!(here.text_before(1), "come" | "Come" | "until")
        || (cursor.is_any(n, &[Class::And, Class::Or, Class::Dash, Class::To, Class::Slash]) && cursor.month(n + 1).is_some());
    // "Blue October have announced a tour": an act
    if here.is_capital_before(1) && !led && matches!(cursor.text(n), "have" | "has" | "are" | "is" | "were" | "was" | "will") {
        return false;
    }
    // "founded the magazine Sweet July": a name in running words
    let in_prose = here.text_before(2).starts_with(char::is_lowercase) && here.before(2) == Sense::Plain;
    if here.is_capital_before(1) && here.before(1) == Sense::Plain && in_prose && !led && cursor.year_number(n).is_none() {
        return false;
    }
    // "the May meeting", "its May release", "a planned May release"
    let is_noun = cursor.is(n, Class::Plain) && !cursor.is_capital(n) && cursor.word(n).is_some_and(|word| word.cue.is_none());
    let is_planned = matches!(here.text_before(1), "planned" | "scheduled" | "original" | "expected");
    if (here.follows_any(&[Class::The, Class::Its, Class::A]) || is_planned) && is_noun && cursor.text(n).len() > 3 {
        return true;
    }
    // "in June BBC said": no family name
    let is_acronym = cursor.text(n).len() > 1 && cursor.text(n).chars().all(char::is_uppercase);
    if led && !(cursor.is_capital(n) && cursor.is(n, Class::Plain) && !is_acronym && is_given_name(cursor.text(k))) {
        return true;
    }
    let letters = cursor.text(k);
    if is_given_name(letters)
        || letters == "March"
        || letters.len() < 4 && cursor.dot(k + 1) == 0
        || letters.chars().all(char::is_uppercase)
    {
        // a name or another word unless something calls for the month
        return letters != "May"
            && letters.len() > 3
            && !here.is_first()
            && cursor.is(n, Class::Plain)
            && !cursor.is_capital(n)
            && !here.is_capital_before(1);
    }
    !(cursor.is_capital(n) && cursor.is(n, Class::Plain) && here.is_capital_before(1))
}

/// Months that are given names too.
fn is_given_name(letters: &str) -> bool {
    matches!(letters, "April" | "May" | "June" | "August" | "Jan" | "Jun")
}
