//! "last week", "this year", "the coming weekend", "the weekend of April 9", "that day", "the quarter".

use super::cursor::Cursor;
use super::date;
use super::meaning::{Extent, Meaning, Period, What};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense, Third};
use crate::civil::Unit;
use crate::language::lexicon::AROUND_DATES;

pub(super) const RULE: Rule = Rule {
    name: "period",
    what: "A day, week, weekend, month, quarter, year or decade that words point at",
    starts_with: &[Class::Deictic, Class::The, Class::That, Class::Weekend, Class::Same, Class::Then],
    examples: &[
        ("It was filmed last week.", "2024-W19"),
        ("A sequel follows next year.", "2025"),
        ("The festival takes place this weekend.", "2024-W20-WE"),
        ("The film opened the weekend of April 6.", "2024-W14-WE"),
        ("She sang in Kent on June 3 and left that day.", "2024-06-03 2024-06-03"),
        ("It closes on June 3, and until then she sings.", "2024-06-03 2024-06-03"),
        ("He sang on Monday and left later in the day.", "2024-05-13 2024-05-13"),
        ("She sang on the weekend before the vote and won song of the year.", NOTHING),
        ("The show returns in the new year.", "2025"),
        ("They rang in the new year together.", NOTHING),
        ("It had the best opening weekend of its kind.", NOTHING),
        ("It airs on June 3, the same day as the other one.", "2024-06-03"),
        ("That week was hard, and she has been ill since then.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    if cursor.is(0, Class::Then) {
        // "since then" looks back on a whole story, not on its last date
        let told = cursor.follows_any(&[Class::To, Class::By, Class::Before]);
        return told.then_some((1, Meaning::new(What::Then)));
    }
    that_time(cursor)
        .or_else(|| new_year(cursor))
        .or_else(|| the_day(cursor))
        .or_else(|| anaphor(cursor))
        .or_else(|| holding(cursor))
        .or_else(|| pointed(cursor))
        .or_else(|| definite(cursor))
}

/// "by that time", "until that time": the date said before.
fn that_time(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let led = cursor.follows_any(&[Class::By, Class::To, Class::Since, Class::Before]);
    (led && cursor.is(0, Class::That) && cursor.is(1, Class::Time)).then_some((2, Meaning::new(What::Then)))
}

/// "returns in the new year": the one that comes; not "rang in the new year".
fn new_year(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let is_here = cursor.is(0, Class::The) && cursor.text(1).eq_ignore_ascii_case("new") && cursor.unit(2) == Some(Unit::Year);
    let is_greeted =
        matches!(cursor.text_before(2), "ring" | "rings" | "rang" | "ringing" | "rung" | "see" | "saw" | "seeing" | "welcome" | "welcomed");
    let is_led = cursor.follows(Class::In) && !is_greeted || cursor.follows_any(&[Class::To, Class::During, Class::By]);
    let is_free = !cursor.is_any(3, &[Class::Apostrophe, Class::Hyphen]) && !cursor.is_capital(3);
    (is_here && is_led && is_free).then_some((3, Meaning { third: Some(Third::Early), ..Meaning::new(What::NewYear) }))
}

/// "later in the day", "ended the day": the day under discussion.
fn the_day(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let compared = cursor.follows(Class::In) && matches!(cursor.before(2), Sense::Comparative(_) | Sense::Shade(_));
    let spent = matches!(cursor.text_before(1), "end" | "ended" | "ending" | "finish" | "finished" | "finishing" | "closed" | "began");
    let is_day =
        cursor.is(0, Class::The) && cursor.unit(1) == Some(Unit::Day) && !cursor.is_any(2, &[Class::Of, Class::Before, Class::After]);
    (is_day && (compared || spent)).then_some((2, Meaning::new(What::Definite(Period::Unit(Unit::Day)))))
}

fn period_at(cursor: Cursor<'_>, k: usize) -> Option<Period> {
    match cursor.sense(k) {
        Sense::Weekend => Some(Period::Weekend),
        Sense::Unit(unit) if !matches!(unit, Unit::Minute | Unit::Hour) => Some(Period::Unit(unit)),
        Sense::Period if cursor.deictic(k.wrapping_sub(1)) == Some(Deixis::Latest) => Some(Period::Unit(Unit::Quarter)),
        _ => None,
    }
}

/// "last week", "the coming weekend", "the following year", "this past week".
fn pointed(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let mut deixis = cursor.deictic(the)?;
    if the == 0 && deixis == Deixis::Last && is_owned(cursor) {
        return None;
    }
    let mut k = the + 1;
    if let Some(second) = cursor.deictic(k).filter(|_| deixis == Deixis::This) {
        (deixis, k) = (second, k + 1);
        if second == Deixis::Past {
            deixis = Deixis::Last;
        }
    }
    k += cursor.skip(k, Class::Fiscal) + usize::from(cursor.text(k) == "calendar");
    let period = period_at(cursor, k)?;
    let extent = match period {
        Period::Unit(unit) => Some(Extent::whole(Some(1), unit)),
        Period::Weekend => None,
    };
    let what = match (deixis, extent) {
        // "the past year", "the last week": a stretch up to now
        (Deixis::Past, Some(extent)) => What::Length { extent, deixis: Some(deixis) },
        (Deixis::Last, Some(extent)) if the == 1 && is_stretch(cursor, extent.unit) => What::Length { extent, deixis: Some(deixis) },
        (Deixis::Recent | Deixis::Future, _) => return None,
        _ => What::Period { period, deixis },
    };
    Some((k + 1, Meaning::new(what)))
}

/// "the last year", "for the last month", "in the last week": a stretch up to now.
fn is_stretch(cursor: Cursor<'_>, unit: Unit) -> bool {
    matches!(unit, Unit::Decade | Unit::Century | Unit::Year)
        || matches!(unit, Unit::Month | Unit::Week) && cursor.follows_any(&[Class::For, Class::During, Class::Nearly, Class::In])
}

/// "the mayor's last year", "her last week": the last one of theirs.
fn is_owned(cursor: Cursor<'_>) -> bool {
    let is_pronoun =
        matches!(cursor.text_before(3).to_ascii_lowercase().as_str(), "it" | "that" | "he" | "she" | "what" | "who" | "there" | "here");
    cursor.follows(Class::Its) || cursor.follows(Class::S) && cursor.before(2) == Sense::Apostrophe && !is_pronoun
}

/// "that day", "the same week".
fn anaphor(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let lead = usize::from(cursor.is_any(0, &[Class::That, Class::The]));
    let same = cursor.skip(lead, Class::Same);
    if !(cursor.is(0, Class::That) || same == 1) || lead == 0 {
        return None;
    }
    let period = period_at(cursor, lead + same)?;
    // "the same day as the others": no day said before
    if same == 1 && cursor.is_any(lead + same + 1, &[Class::As, Class::That]) {
        return None;
    }
    Some((lead + same + 1, Meaning::new(What::Anaphor(period))))
}

/// "the weekend of April 9", "the week of March 6".
fn holding(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let period = period_at(cursor, the).filter(|period| matches!(period, Period::Weekend | Period::Unit(Unit::Week)))?;
    if !cursor.is(the + 1, Class::Of) {
        return None;
    }
    let (n, inner) = (date::RULE.find)(cursor.ahead(the + 2))?;
    // "the weekend of September 3-5": these days
    let behind = cursor.ahead(the + 2 + n);
    let runs_on = behind.is_any(0, &[Class::Dash, Class::Hyphen, Class::To]) && behind.day_number(1).is_some();
    if runs_on {
        return None;
    }
    match inner.what {
        What::Calendar(day) if day.day.is_some() => Some((the + 2 + n, Meaning::new(What::Holding { period, day }))),
        _ => None,
    }
}

/// "the weekend", "the quarter": definite, where the text has spoken of it.
fn definite(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    // "song of the year", "Star Baker of the week"
    let is_name = cursor.before(2) == Sense::Plain && cursor.text_before(2).starts_with(char::is_uppercase) && cursor.index() > 2;
    let is_titled = cursor.is_capital(1) || is_name;
    let is_prize = cursor.follows(Class::Of) && (is_titled || AROUND_DATES.honours.holds(cursor.text_before(2)));
    if !cursor.is(0, Class::The) || cursor.is_any(2, &[Class::Of, Class::Hyphen]) || is_prize {
        return None;
    }
    let full = usize::from(cursor.is_any(1, &[Class::Fiscal, Class::Additional]));
    let fiscal = cursor.is(1, Class::Fiscal);
    if full == 1 && !fiscal && cursor.text(1) == "full" && cursor.unit(2) == Some(Unit::Year) && !cursor.is(3, Class::Of) {
        return Some((3, Meaning::new(What::Definite(Period::Unit(Unit::Year)))));
    }
    let accounted = cursor.unit(1 + full) == Some(Unit::Year) && (fiscal || matches!(cursor.text(2), "ended" | "ending"));
    if accounted && cursor.year_number(2 + full).is_none() {
        return Some((2 + full, Meaning::new(What::Length { extent: Extent::whole(Some(1), Unit::Year), deixis: None })));
    }
    // "the weekend before the vote", "the week after her wedding": which one, only the story knows
    let is_beside = cursor.is_any(2, &[Class::Before, Class::After]);
    match cursor.sense(1) {
        Sense::Weekend if is_beside => None,
        Sense::Unit(unit @ (Unit::Week | Unit::Month | Unit::Year)) if is_beside => {
            Some((2, Meaning::new(What::Length { extent: Extent::whole(Some(1), unit), deixis: None })))
        }
        Sense::Weekend => Some((2, Meaning::new(What::Definite(Period::Weekend)))),
        Sense::Unit(unit @ (Unit::Quarter | Unit::Week | Unit::Month | Unit::Year)) => {
            Some((2, Meaning::new(What::Definite(Period::Unit(unit)))))
        }
        _ => None,
    }
}
