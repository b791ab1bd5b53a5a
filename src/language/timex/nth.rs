//! "the last week of June", "the first weekend of May", "the first three days of August 2022".

use super::cursor::Cursor;
use super::meaning::{Calendar, Meaning, Part, Stretch, What, Year};
use super::month;
use super::number::ordinal;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "nth",
    what: "A week, weekend or day counted within a month",
    starts_with: &[Class::The, Class::Ordinal, Class::Deictic],
    examples: &[
        ("Filming starts in the last week of June.", "2024-06"),
        ("It opens on the first weekend of July 2024.", "2024-W27-WE"),
        ("Rehearsals end on the last day of May.", "2024-05-31"),
        ("It opens on the 27th of this month.", "2024-05-27"),
        ("It opens on the last weekend of the year.", "2024-W52-WE"),
        ("It was the first week of the tour.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    let (nth, n) = match cursor.sense(the) {
        Sense::Deictic(Deixis::Last) => (0, 1),
        _ if cursor.text(the) == "final" => (0, 1),
        _ => ordinal(cursor, the)?,
    };
    if let (Class::Of, Sense::Deictic(deixis), Sense::Unit(Unit::Month)) =
        (cursor.sense(the + n).class(), cursor.sense(the + n + 1), cursor.sense(the + n + 2))
        && (1..=31).contains(&nth)
    {
        return Some((the + n + 3, Meaning::new(What::DayOf { day: nth, deixis })));
    }
    let stretch = match cursor.sense(the + n) {
        Sense::Unit(Unit::Week) => Stretch::Week,
        Sense::Weekend => Stretch::Weekend,
        Sense::Unit(Unit::Day) => Stretch::Day,
        _ => return None,
    };
    let k = the + n + 1;
    if nth > 5 || !cursor.is_any(k, &[Class::Of, Class::In]) {
        return None;
    }
    // "the last weekend of the year": of its December
    let year = k + 1 + usize::from(cursor.is_any(k + 1, &[Class::The]) || matches!(cursor.sense(k + 1), Sense::Deictic(Deixis::This)));
    if nth == 0 && year > k + 1 && matches!(cursor.sense(year), Sense::Unit(Unit::Year)) {
        let december = Calendar { year: Year::Pointed(Deixis::This), part: Some(Part::Month(12)), ..Calendar::default() };
        return Some((year + 1, Meaning::new(What::Nth { nth, stretch, month: december })));
    }
    let (words, inner) = (month::RULE.find)(cursor.ahead(k + 1))?;
    match inner.what {
        What::Calendar(calendar @ Calendar { part: Some(Part::Month(_)), day: None, .. }) => {
            Some((k + 1 + words, Meaning::new(What::Nth { nth, stretch, month: calendar })))
        }
        _ => None,
    }
}
