//! Names of several words: holidays with the rule that dates them, and works whose names look like dates.

use std::collections::BTreeMap;

use chrono::{NaiveDate, Weekday};
use serde::Deserialize;

use super::cursor::Cursor;
use crate::civil::calendar::{self, Unit, day_shifted, month_end};
use crate::text::tokenize;

/// A named day as the lexicon has it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Named {
    names: Vec<String>,
    falls: Falls,
    /// When other countries keep it.
    #[serde(default)]
    elsewhere: Vec<Falls>,
}

/// The rule that gives its date each year.
#[derive(Clone, Debug, Deserialize)]
pub(crate) enum Falls {
    /// Month and day.
    Fixed(u32, u32),
    /// Month, weekday (0 Monday), which one; -1 the last.
    Nth(u32, u8, i8),
    /// As [`Falls::Nth`], and so many days later.
    After(u32, u8, i8, i64),
    /// Days from Easter Sunday.
    Easter(i64),
    /// Year, month and day, from a table.
    Moving(Vec<(i32, u32, u32)>),
}

impl Falls {
    /// Its day in that year.
    pub(crate) fn in_year(&self, year: i32) -> Option<NaiveDate> {
        match self {
            Self::Fixed(month, day) => NaiveDate::from_ymd_opt(year, *month, *day),
            Self::Nth(month, weekday, nth) => nth_weekday(year, *month, *weekday, *nth),
            Self::After(month, weekday, nth, days) => day_shifted(nth_weekday(year, *month, *weekday, *nth)?, *days, Unit::Day),
            Self::Easter(days) => day_shifted(easter(year)?, *days, Unit::Day),
            Self::Moving(table) => {
                table.iter().find(|(known, _, _)| *known == year).and_then(|(_, month, day)| NaiveDate::from_ymd_opt(year, *month, *day))
            }
        }
    }
}

fn nth_weekday(year: i32, month: u32, weekday: u8, nth: i8) -> Option<NaiveDate> {
    let weekday = Weekday::try_from(weekday).ok()?;
    if nth < 0 {
        return calendar::weekday_until(month_end(year, month)?, weekday);
    }
    let first = calendar::weekday_from(NaiveDate::from_ymd_opt(year, month, 1)?, weekday)?;
    day_shifted(first, i64::from(nth) - 1, Unit::Week)
}

/// Easter Sunday of the Gregorian calendar (Meeus, Jones, Butcher: *Astronomical Algorithms*, chapter 8).
#[expect(clippy::many_single_char_names, reason = "the formula is published with these letters")]
fn easter(year: i32) -> Option<NaiveDate> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let (d, e, f) = (b / 4, b % 4, (b + 8) / 25);
    let g = (b - f + 1) / 3;
    let h = (19 * a + b - d - g + 15) % 30;
    let (i, k) = (c / 4, c % 4);
    let l = (32 + 2 * e + 2 * i - h - k) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let sum = h + l - 7 * m + 114;
    NaiveDate::from_ymd_opt(year, u32::try_from(sum / 31).ok()?, u32::try_from(sum % 31 + 1).ok()?)
}

/// One name: its words, and what it stands for.
#[derive(Debug)]
struct Phrase {
    words: Vec<String>,
    /// Number of the named day; `None` for a work.
    day: Option<u16>,
}

/// All names, by their first word.
#[derive(Debug, Default)]
pub(crate) struct Phrases {
    days: Vec<Named>,
    by_first: BTreeMap<String, Vec<Phrase>>,
}

impl Phrases {
    /// From the lexicon's lists.
    pub(crate) fn new(days: Vec<Named>, titles: &[String]) -> Self {
        let mut by_first: BTreeMap<String, Vec<Phrase>> = BTreeMap::new();
        let mut add = |name: &str, day: Option<u16>| {
            let words: Vec<String> = tokenize(name).iter().map(|token| token.of(name).to_owned()).collect();
            let Some(first) = words.iter().find(|word| word.starts_with(char::is_alphanumeric)) else { return };
            by_first.entry(first.to_lowercase()).or_default().push(Phrase { words, day });
        };
        for (number, day) in days.iter().enumerate() {
            for name in &day.names {
                add(name, u16::try_from(number).ok());
            }
        }
        for title in titles {
            add(title, None);
        }
        for phrases in by_first.values_mut() {
            phrases.sort_by_key(|phrase| std::cmp::Reverse(phrase.words.len()));
        }
        Self { days, by_first }
    }

    /// The words that names begin with, in small letters.
    pub(crate) fn first_words(&self) -> impl Iterator<Item = &str> {
        self.by_first.keys().map(String::as_str).filter(|word| word.bytes().all(|byte| byte.is_ascii_alphabetic()))
    }

    /// The rule of a named day.
    pub(crate) fn falls(&self, number: u16) -> Option<&Falls> {
        self.days.get(usize::from(number)).map(|day| &day.falls)
    }

    /// The rules of the same day in other countries.
    pub(crate) fn elsewhere(&self, number: u16) -> &[Falls] {
        self.days.get(usize::from(number)).map_or(&[], |day| &day.elsewhere)
    }

    /// A named day from word `k` on: its number and its words. Its first word has a capital.
    pub(crate) fn day_at(&self, cursor: Cursor<'_>, k: usize) -> Option<(u16, usize)> {
        if !cursor.is_capital(k) {
            return None;
        }
        let phrases = self.by_first.get(&cursor.text(k).to_ascii_lowercase())?;
        let found = phrases.iter().find(|phrase| phrase.day.is_some() && is_here(cursor, k, &phrase.words, false))?;
        Some((found.day?, found.words.len()))
    }

    /// A work's name from word `k` on: its words.
    pub(crate) fn title_at(&self, cursor: Cursor<'_>, k: usize) -> Option<usize> {
        let phrases = self.by_first.get(&cursor.text(k).to_ascii_lowercase())?;
        phrases.iter().find(|phrase| phrase.day.is_none() && is_here(cursor, k, &phrase.words, true)).map(|phrase| phrase.words.len())
    }
}

/// Whether those words stand here; capitals count for works.
fn is_here(cursor: Cursor<'_>, k: usize, words: &[String], exact: bool) -> bool {
    words.iter().enumerate().all(|(n, word)| {
        let letters = cursor.text(k + n);
        if exact {
            letters == word || is_quote_mark(letters, word)
        } else {
            letters.eq_ignore_ascii_case(word) || is_quote_mark(letters, word)
        }
    })
}

fn is_quote_mark(letters: &str, word: &str) -> bool {
    matches!(word, "'" | "’") && matches!(letters, "'" | "’")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::lexicon::DATES;

    #[track_caller]
    fn check(falls: &Falls, year: i32, expected: (u32, u32)) {
        assert_eq!(falls.in_year(year), NaiveDate::from_ymd_opt(year, expected.0, expected.1));
    }

    #[test]
    fn moving_days_fall_where_the_calendar_has_them() {
        check(&Falls::Easter(0), 2022, (4, 17));
        check(&Falls::Easter(-2), 2024, (3, 29));
        check(&Falls::Nth(11, 3, 4), 2023, (11, 23));
        check(&Falls::Nth(5, 0, -1), 2024, (5, 27));
    }

    #[test]
    fn every_named_day_falls_in_a_common_year() {
        for (number, day) in DATES.phrases.days.iter().enumerate() {
            assert!(DATES.phrases.falls(u16::try_from(number).unwrap()).unwrap().in_year(2024).is_some(), "{:?}", day.names);
        }
    }
}
