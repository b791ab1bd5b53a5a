//! "this summer", "summer 2025", "the winter of 1994", "last fall".

use super::cursor::Cursor;
use super::date::year_behind;
use super::meaning::{Calendar, Meaning, Part, Year};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis};
use crate::civil::Season;
use crate::language::lexicon::AROUND_DATES;

pub(super) const RULE: Rule = Rule {
    name: "season",
    what: "A season, with or without the year",
    starts_with: &[Class::Season, Class::Deictic, Class::The],
    examples: &[
        ("The film opens this summer.", "2024-SU"),
        ("A second run is planned for summer 2025.", "2025-SU"),
        ("They toured in the winter of 1994.", "1994-WI"),
        ("It aired last fall.", "2023-FA"),
        ("It is headed for a summer release.", "2024-SU"),
        ("The premiere was pushed back to fall.", "2024-FA"),
        ("The record was slated for the spring.", "2024-SP"),
        ("She suffered a fall last year.", "2023"),
        ("She sang in a summer dress. Prices fall and hopes spring up.", NOTHING),
        ("Summer Ardley wrote the song.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let mut deixis = cursor.deictic(the).filter(|deixis| !matches!(deixis, Deixis::Recent | Deixis::Future | Deixis::Latest));
    let mut k = the + usize::from(deixis.is_some());
    if let Some(second) = cursor.deictic(k).filter(|_| deixis == Some(Deixis::This)) {
        (deixis, k) = (Some(if second == Deixis::Past { Deixis::Last } else { second }), k + 1);
    }
    let season = cursor.season(k)?;
    // "she suffered a fall last year"
    if season == Season::Autumn && k == 0 && cursor.text(0) == "fall" && cursor.follows(Class::A) && cursor.deictic(1).is_some() {
        return None;
    }
    let (year, n) = match year_behind(cursor, k + 1) {
        (Year::Exact(year), n) if n > k + 1 => (Year::Exact(year), n),
        (year @ (Year::Pointed(_) | Year::Said), n) => (year, n),
        _ => (Year::Unsaid, k + 1),
    };
    if year == Year::Unsaid && deixis.is_none() && !stands_free(cursor, k, the, season) {
        return None;
    }
    Some((n, Meaning::calendar(Calendar { year, part: Some(Part::Season(season)), deixis, ..Calendar::default() })))
}

/// Without year or pointing word a season is one behind "in", "by", "until", or "the" in small letters.
fn stands_free(cursor: Cursor<'_>, k: usize, the: usize, season: Season) -> bool {
    let here = cursor.ahead(k);
    if cursor.is_capital(k) && cursor.is_capital(k + 1) {
        return false;
    }
    let of_a_place = cursor.is(k + 1, Class::Of) && the == 1;
    if of_a_place {
        return false;
    }
    let led = if the == 1 {
        cursor.follows_any(&[
            Class::In,
            Class::By,
            Class::To,
            Class::During,
            Class::Since,
            Class::Of,
            Class::Before,
            Class::After,
            Class::Nearly,
            Class::Shade,
            Class::From,
        ])
    } else {
        here.follows_any(&[
            Class::In,
            Class::By,
            Class::To,
            Class::During,
            Class::Since,
            Class::Before,
            Class::Shade,
            Class::From,
            Class::Hyphen,
        ])
    };
    let modifies = the == 0
        && cursor.text(k + 1).starts_with(char::is_alphabetic)
        && !here.follows_any(&[Class::Shade])
        && cursor.is(k + 1, Class::Plain)
        && here.follows(Class::To);
    // "pushed back to fall": no verb
    let is_moved_to = k == 0 && here.follows(Class::To) && MOVED.contains(&cursor.text_before(2).to_ascii_lowercase().as_str());
    // "was slated for the spring", "is planned for fall"
    let is_planned_for = cursor.text_before(1) == "for" && PLANNED.contains(&cursor.text_before(2).to_ascii_lowercase().as_str());
    // "a summer release", "its fall premiere"
    let is_slot = the == 0 && here.follows_any(&[Class::A, Class::Its]) && AROUND_DATES.set_days.holds(cursor.text(k + 1));
    is_slot
        || is_planned_for && !modifies
        || led
            && !modifies
            && !(matches!(season, Season::Autumn)
                && cursor.text(k) == "fall"
                && here.follows_any(&[Class::To, Class::Before])
                && !is_moved_to)
}

/// What stands before "to" where a plan has moved there.
const MOVED: [&str; 11] =
    ["back", "forward", "up", "moved", "pushed", "delayed", "postponed", "shifted", "bumped", "rescheduled", "punted"];

/// What stands before "for" where a season is when something is to come.
const PLANNED: [&str; 11] =
    ["slated", "planned", "scheduled", "set", "due", "intended", "meant", "booked", "announced", "earmarked", "eyed"];
