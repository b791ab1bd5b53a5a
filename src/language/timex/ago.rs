//! "two days ago", "a week later", "a year earlier", "three weeks from now".

use super::cursor::Cursor;
use super::length::extent;
use super::meaning::{Extent, From, Meaning, What, Year};
use super::number::approximately;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Compared, Deixis, Sense};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "ago",
    what: "So long before or after the report, or the date said before",
    starts_with: &[
        Class::Digits,
        Class::Cardinal,
        Class::Tens,
        Class::A,
        Class::An,
        Class::Half,
        Class::Few,
        Class::Units,
        Class::About,
        Class::Nearly,
        Class::More,
        Class::Less,
        Class::No,
        Class::At,
        Class::The,
        Class::Unit,
        Class::Dozen,
    ],
    examples: &[
        ("The trailer came out two days ago.", "2024-05-13"),
        ("She joined the cast six weeks ago.", "2024-W14"),
        ("The band split up five years ago.", "2019"),
        ("They wed half a century ago and parted a year and a half ago.", "1974 2022"),
        ("It opened on March 3 and closed a week later.", "2024-03-03 2024-03-10"),
        ("She sang on March 3. They had met the day before.", "2024-03-03 2024-03-02"),
        ("The album is out a week today.", "2024-05-22"),
        ("The finale airs three weeks from now.", "2024-W23"),
        ("It was a time long ago.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    if let Some(found) = year_earlier(cursor) {
        return Some(found);
    }
    if let Some(found) = the_day_before(cursor) {
        return Some(found);
    }
    let lead = approximately(cursor, 0);
    let (extent, n) = extent(cursor, lead)?;
    if let Some(days) = weeks_from_day(cursor, lead + n, extent) {
        return Some((lead + n + 1, Meaning::new(What::DayOffset(days))));
    }
    let (back, from, more) = direction(cursor, lead + n)?;
    Some((lead + n + more, Meaning::new(What::Shifted { extent, back, from })))
}

/// "out a week today", "two weeks tomorrow": days from the report.
fn weeks_from_day(cursor: Cursor<'_>, k: usize, extent: Extent) -> Option<i8> {
    let Sense::NamedDay(day @ (0 | 1)) = cursor.sense(k) else { return None };
    let weeks = i8::try_from(extent.n?).ok().filter(|weeks| (1..=8).contains(weeks) && extent.unit == Unit::Week)?;
    let is_since = cursor.is_any(k + 1, &[Class::Since, Class::Apostrophe, Class::That]);
    (!is_since && extent.sixtieths == 0).then_some(weeks * 7 + day)
}

/// "They had parted the day before.": so long before the date told.
fn the_day_before(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let unit = cursor.unit(1).filter(|unit| cursor.is(0, Class::The) && !matches!(unit, Unit::Minute | Unit::Hour))?;
    let back = match cursor.sense(2) {
        Sense::Before => true,
        Sense::After => false,
        _ => return None,
    };
    let extent = Extent::whole(Some(1), unit);
    ends_clause(cursor, 3).then_some((3, Meaning::new(What::Shifted { extent, back, from: From::Said })))
}

/// What stands behind the length: backwards or not, from where, and its words.
fn direction(cursor: Cursor<'_>, k: usize) -> Option<(bool, From, usize)> {
    match cursor.sense(k) {
        Sense::Ago => Some((true, From::Reported, 1)),
        Sense::Hence => Some((false, From::Reported, 1)),
        Sense::Comparative(Compared::Earlier) => Some((true, From::Said, 1)),
        Sense::Comparative(Compared::Later) => Some((false, From::Said, 1)),
        Sense::From if cursor.is(k + 1, Class::Now) || matches!(cursor.sense(k + 1), Sense::NamedDay(0)) => {
            Some((false, From::Reported, 2))
        }
        Sense::Before if ends_clause(cursor, k + 1) => Some((true, From::Said, 1)),
        Sense::After if ends_clause(cursor, k + 1) => Some((false, From::Said, 1)),
        _ => None,
    }
}

/// Whether nothing follows that "before" or "after" could belong to.
fn ends_clause(cursor: Cursor<'_>, k: usize) -> bool {
    cursor.is_any(k, &[Class::Break, Class::Dot, Class::Comma, Class::Close, Class::Dash])
}

/// "year-ago", "the year-earlier quarter", "a year-ago".
fn year_earlier(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let lead = cursor.skip(0, Class::The);
    let mut k = lead + usize::from(lead == 1 && matches!(cursor.text(1), "comparable" | "corresponding"));
    if cursor.unit(k) != Some(Unit::Year) || cursor.tie(k + 1) == 0 {
        return None;
    }
    k += 2;
    if !matches!(cursor.sense(k), Sense::Ago | Sense::Comparative(Compared::Earlier)) {
        return None;
    }
    k += 1;
    let period = usize::from(matches!(cursor.sense(k), Sense::Unit(_) | Sense::Period));
    if lead == 1 && period == 0 {
        return None;
    }
    if let Sense::Unit(unit) = cursor.sense(k)
        && unit != Unit::Quarter
    {
        let extent = Extent::whole(Some(1), Unit::Year);
        return Some((k + period, Meaning::new(What::Shifted { extent, back: true, from: From::Said })));
    }
    Some((k + period, Meaning::new(What::SameStretch(Some(Unit::Quarter), Year::Pointed(Deixis::Last)))))
}
