//! Numbers in digits and words: "24", "1,500", "twenty-four", "a hundred", "two and a half".

use super::cursor::Cursor;
use super::sense::{Class, Sense};

/// A whole number and how many words it takes.
pub(crate) fn number(cursor: Cursor<'_>, k: usize) -> Option<(u32, usize)> {
    if let Some(value) = cursor.digits(k, 1, 7) {
        let grouped = cursor.is(k + 1, Class::Comma) && cursor.is_tight(k) && cursor.is_tight(k + 1);
        return match cursor.digits(k + 2, 3, 3) {
            Some(rest) if grouped => Some((value.checked_mul(1000)?.checked_add(rest)?, 3)),
            _ => Some((value, 1)),
        };
    }
    spelled(cursor, k)
}

/// A number in words, below a million.
fn spelled(cursor: Cursor<'_>, k: usize) -> Option<(u32, usize)> {
    if cursor.is_any(k, &[Class::A, Class::An]) {
        return match cursor.sense(k + 1) {
            Sense::Hundred => Some((100, 2)),
            Sense::Thousand => Some((1000, 2)),
            Sense::Dozen => Some((12, 2)),
            _ => None,
        };
    }
    let (value, n) = below_hundred(cursor, k)?;
    match cursor.sense(k + n) {
        Sense::Hundred => {
            let and = cursor.skip(k + n + 1, Class::And);
            match below_hundred(cursor, k + n + 1 + and) {
                Some((rest, more)) => Some((value * 100 + rest, n + 1 + and + more)),
                None => Some((value * 100, n + 1)),
            }
        }
        Sense::Thousand => Some((value * 1000, n + 1)),
        Sense::Dozen => Some((value * 12, n + 1)),
        _ => Some((value, n)),
    }
}

/// One to ninety-nine in words.
pub(crate) fn below_hundred(cursor: Cursor<'_>, k: usize) -> Option<(u32, usize)> {
    match cursor.sense(k) {
        Sense::Cardinal(value) if value > 0 => Some((value.into(), 1)),
        Sense::Tens(tens) => {
            let tie = cursor.tie(k + 1);
            match cursor.sense(k + 1 + tie) {
                Sense::Cardinal(ones) if (1..10).contains(&ones) => Some((u32::from(tens + ones), 2 + tie)),
                _ => Some((tens.into(), 1)),
            }
        }
        _ => None,
    }
}

/// "first", "twenty-first", "21st", "3rd": the number and its words.
pub(crate) fn ordinal(cursor: Cursor<'_>, k: usize) -> Option<(u8, usize)> {
    match cursor.sense(k) {
        Sense::Ordinal(n) => Some((n, 1)),
        Sense::Tens(tens) => {
            let tie = cursor.tie(k + 1);
            match cursor.sense(k + 1 + tie) {
                Sense::Ordinal(ones) if ones < 10 => Some((tens + ones, 2 + tie)),
                _ => None,
            }
        }
        Sense::Digits(value, n) if n <= 2 && cursor.is_tight(k) && cursor.is(k + 1, Class::OrdinalMark) => {
            Some((u8::try_from(value).ok()?, 2))
        }
        _ => None,
    }
}

/// Words that make a number less exact: "about", "more than", "at least", "up to"; 0 for none.
pub(crate) fn approximately(cursor: Cursor<'_>, k: usize) -> usize {
    match cursor.sense(k) {
        Sense::About | Sense::Nearly if !cursor.is_any(k + 1, &[Class::The, Class::Its, Class::Few]) => {
            1 + approximately_more(cursor, k + 1)
        }
        Sense::More | Sense::Less if cursor.is(k + 1, Class::Than) => 2,
        Sense::No if cursor.is_any(k + 1, &[Class::More, Class::Less]) && cursor.is(k + 2, Class::Than) => 3,
        Sense::At if cursor.is(k + 1, Class::Least) => 2,
        Sense::Up if cursor.is(k + 1, Class::To) => 2,
        Sense::Few if cursor.is(k + 1, Class::Digits) => 1,
        _ => 0,
    }
}

fn approximately_more(cursor: Cursor<'_>, k: usize) -> usize {
    usize::from(cursor.is(k, Class::More) && cursor.is(k + 1, Class::Than)) * 2
}
