//! "the 1990s", "the '90s", "the nineties", "the 20th century".

use super::cursor::Cursor;
use super::meaning::{Meaning, What};
use super::number::ordinal;
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Sense};
use crate::civil::Unit;

pub(super) const RULE: Rule = Rule {
    name: "decade",
    what: "A decade or a century",
    starts_with: &[Class::Digits, Class::The, Class::Apostrophe, Class::Decade, Class::Ordinal],
    examples: &[
        ("The series is set in the 1990s.", "199"),
        ("She loved the '80s.", "198"),
        ("He met her in the mid 1990's.", "199"),
        ("It sounds like the sixties.", "196"),
        ("He wrote about the 19th century.", "18"),
        ("The 20th Century Studios film is back.", NOTHING),
        ("She is in her twenties.", NOTHING),
        ("They are the '27 Club.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let the = cursor.skip(0, Class::The);
    if let Some((nth, n)) = ordinal(cursor, the).filter(|(nth, _)| *nth <= 22) {
        let tie = cursor.tie(the + n);
        let is_title = cursor.is_capital(the + n + tie) && cursor.is_capital(the + n + tie + 1);
        let is_century = cursor.unit(the + n + tie) == Some(Unit::Century) && !is_title;
        return is_century.then_some((the + n + tie + 1, Meaning::new(What::Century(nth.checked_sub(1)?))));
    }
    if let Sense::Decade(tens) = cursor.sense(the) {
        return (!cursor.follows(Class::Its)).then_some((the + 1, Meaning::new(What::Decade(1900 + i32::from(tens)))));
    }
    let apostrophe = cursor.skip(the, Class::Apostrophe);
    let year = cursor.digits(the + apostrophe, 2, 4)?;
    let k = the + apostrophe + 1;
    let mark = usize::from(cursor.is(k, Class::Apostrophe) && cursor.is_tight(k));
    if !cursor.is(k + mark, Class::S)
        || !cursor.is_tight(k - 1)
        || year % 10 != 0
        || (mark == 1 && apostrophe == 0 && the == 0 && !cursor.follows_any(&[Class::Shade, Class::Hyphen]))
    {
        return None;
    }
    let year = match year {
        1000..=2199 => i32::try_from(year).ok()?,
        0..=20 if apostrophe + the > 0 => 2000 + i32::try_from(year).ok()?,
        30..=90 if apostrophe + the > 0 || cursor.follows_any(&[Class::Shade, Class::Hyphen]) => 1900 + i32::try_from(year).ok()?,
        _ => return None,
    };
    Some((k + mark + 1, Meaning::new(What::Decade(year))))
}
