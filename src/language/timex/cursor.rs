//! One place in a sentence, from which a rule looks at the words ahead and behind.

use super::sense::{Class, DayPart, Deixis, Sense};
use super::word::Word;
use crate::civil::{Season, Unit};

/// A place in a text; what lies beyond the sentence is not seen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Cursor<'a> {
    text: &'a str,
    /// The sentence's words.
    words: &'a [Word],
    /// The word the rule stands on.
    at: usize,
}

impl<'a> Cursor<'a> {
    /// On word `at` of a sentence.
    pub(crate) const fn new(text: &'a str, words: &'a [Word], at: usize) -> Self {
        Self { text, words, at }
    }

    /// The same, `k` words further.
    #[must_use]
    pub(crate) const fn ahead(self, k: usize) -> Self {
        Self { at: self.at + k, ..self }
    }

    /// On word `at` of the same sentence.
    #[must_use]
    pub(crate) const fn back_to(self, at: usize) -> Self {
        Self { at, ..self }
    }

    /// The word `k` further.
    pub(crate) fn word(&self, k: usize) -> Option<&'a Word> {
        self.words.get(self.at + k)
    }

    /// What it says.
    pub(crate) fn sense(&self, k: usize) -> Sense {
        self.word(k).map_or(Sense::Break, |word| word.sense)
    }

    /// The word `k` before.
    pub(crate) fn word_before(&self, k: usize) -> Option<&'a Word> {
        self.words.get(self.at.checked_sub(k)?)
    }

    /// What the word `k` before says; a break at the sentence's start.
    pub(crate) fn before(&self, k: usize) -> Sense {
        self.word_before(k).map_or(Sense::Break, |word| word.sense)
    }

    /// Its letters.
    pub(crate) fn text(&self, k: usize) -> &'a str {
        self.word(k).map_or("", |word| word.span.of(self.text))
    }

    /// The letters of the word `k` before.
    pub(crate) fn text_before(&self, k: usize) -> &'a str {
        self.word_before(k).map_or("", |word| word.span.of(self.text))
    }

    /// Whether the word is of that class.
    pub(crate) fn is(&self, k: usize, class: Class) -> bool {
        self.sense(k).class() == class
    }

    /// Whether it is one of those classes.
    pub(crate) fn is_any(&self, k: usize, classes: &[Class]) -> bool {
        classes.contains(&self.sense(k).class())
    }

    /// Whether the word before is of that class.
    pub(crate) fn follows(&self, class: Class) -> bool {
        self.before(1).class() == class
    }

    /// Whether the word before is one of those classes.
    pub(crate) fn follows_any(&self, classes: &[Class]) -> bool {
        classes.contains(&self.before(1).class())
    }

    /// One word, where it is of that class, else none: for optional words.
    pub(crate) fn skip(&self, k: usize, class: Class) -> usize {
        usize::from(self.is(k, class))
    }

    /// Whether no space stands between word `k` and the next.
    pub(crate) fn is_tight(&self, k: usize) -> bool {
        match (self.word(k), self.word(k + 1)) {
            (Some(left), Some(right)) => left.span.end == right.span.start,
            _ => false,
        }
    }

    /// Whether no space stands between the word before and this one.
    pub(crate) fn is_tight_before(&self) -> bool {
        self.word_before(1).is_some_and(|left| self.word(0).is_some_and(|right| left.span.end == right.span.start))
    }

    /// A hyphen without spaces that ties word `k - 1` to word `k + 1`: 1, else 0.
    pub(crate) fn tie(&self, k: usize) -> usize {
        usize::from(k > 0 && self.is(k, Class::Hyphen) && self.is_tight(k - 1) && self.is_tight(k))
    }

    /// Whether the word begins with a capital.
    pub(crate) fn is_capital(&self, k: usize) -> bool {
        self.text(k).starts_with(char::is_uppercase)
    }

    /// Whether the word before begins with a capital.
    pub(crate) fn is_capital_before(&self, k: usize) -> bool {
        self.text_before(k).starts_with(char::is_uppercase)
    }

    /// Whether the cursor stands on the sentence's first word.
    pub(crate) fn is_first(&self) -> bool {
        /// More opening marks than that are no prose, and looking for ever costs time.
        const MARKS_AT_MOST: usize = 6;
        let is_mark = |word: &Word| matches!(word.sense.class(), Class::Quote | Class::Open | Class::Apostrophe | Class::Mark);
        self.at <= MARKS_AT_MOST && self.words.iter().take(self.at).all(is_mark)
    }

    /// How many words stand before.
    pub(crate) const fn index(&self) -> usize {
        self.at
    }

    /// A month, 1 to 12; "may", "mar" and the like only with a capital.
    pub(crate) fn month(&self, k: usize) -> Option<u8> {
        match self.sense(k) {
            Sense::Month(month) if self.is_capital(k) => Some(month),
            _ => None,
        }
    }

    /// A weekday, 0 to 6, with a capital.
    pub(crate) fn weekday(&self, k: usize) -> Option<u8> {
        match self.sense(k) {
            Sense::Weekday(day)
                if self.is_capital(k) && !(self.text(k).len() == 3 && self.is(k + 1, Class::Hyphen) && self.is_tight(k)) =>
            {
                Some(day)
            }
            _ => None,
        }
    }

    /// A dot right behind a short month, weekday or meridiem: 1, else 0.
    pub(crate) fn dot(&self, k: usize) -> usize {
        if k == 0 || !self.is(k, Class::Dot) || !self.is_tight(k - 1) {
            return 0;
        }
        let letters = self.text(k - 1);
        let is_short = match self.sense(k - 1) {
            Sense::Month(_) => letters.len() <= 4 && (!matches!(letters, "May" | "June" | "July") || self.is(k + 1, Class::Digits)),
            Sense::Weekday(_) => letters.len() <= 5,
            Sense::Weekdays(_) => false,
            _ => true,
        };
        usize::from(is_short)
    }

    /// "last", "this", "next" and the like.
    pub(crate) fn deictic(&self, k: usize) -> Option<Deixis> {
        match self.sense(k) {
            Sense::Deictic(deixis) => Some(deixis),
            _ => None,
        }
    }

    /// A unit in the singular.
    pub(crate) fn unit(&self, k: usize) -> Option<Unit> {
        match self.sense(k) {
            Sense::Unit(unit) => Some(unit),
            _ => None,
        }
    }

    /// A unit in the plural.
    pub(crate) fn units(&self, k: usize) -> Option<Unit> {
        match self.sense(k) {
            Sense::Units(unit) => Some(unit),
            _ => None,
        }
    }

    /// A season; "fall" and "spring" are also verbs and wells, which the rule must tell.
    pub(crate) fn season(&self, k: usize) -> Option<Season> {
        match self.sense(k) {
            Sense::Season(season) => Some(season),
            _ => None,
        }
    }

    /// A part of the day.
    pub(crate) fn day_part(&self, k: usize) -> Option<DayPart> {
        match self.sense(k) {
            Sense::DayPart(part) => Some(part),
            _ => None,
        }
    }

    /// Digits: their value, where there are that many.
    pub(crate) fn digits(&self, k: usize, n_least: u8, n_most: u8) -> Option<u32> {
        match self.sense(k) {
            Sense::Digits(value, n) if n >= n_least && n <= n_most => Some(value),
            _ => None,
        }
    }

    /// A day of the month in digits, 1 to 31, that belongs to no larger number; also its words ("25th" is two).
    pub(crate) fn day_number(&self, k: usize) -> Option<(u8, usize)> {
        let day = u8::try_from(self.digits(k, 1, 2)?).ok().filter(|day| (1..=31).contains(day))?;
        if self.is_tight(k) && self.is(k + 1, Class::OrdinalMark) {
            return Some((day, 2));
        }
        let next = self.sense(k + 1).class();
        let tight = self.is_tight(k);
        let part_of_number = tight
            && matches!(next, Class::Comma | Class::Dot | Class::Colon | Class::Slash)
            && self.is(k + 2, Class::Digits)
            && self.is_tight(k + 1);
        if part_of_number
            || next == Class::Percent
            || (tight
                && !matches!(
                    next,
                    Class::Comma
                        | Class::Dot
                        | Class::Hyphen
                        | Class::Dash
                        | Class::Slash
                        | Class::Apostrophe
                        | Class::Quote
                        | Class::Close
                        | Class::Mark
                        | Class::Colon
                ))
        {
            return None;
        }
        Some((day, 1))
    }

    /// A year of four digits from 1000 to 2199 that belongs to no larger number.
    pub(crate) fn year_number(&self, k: usize) -> Option<i32> {
        let year = self.digits(k, 4, 4).filter(|year| (1000..2200).contains(year))?;
        let tight = self.is_tight(k);
        let next = self.sense(k + 1).class();
        let part_of_number =
            tight && matches!(next, Class::Comma | Class::Dot | Class::Colon) && self.is(k + 2, Class::Digits) && self.is_tight(k + 1);
        let glued = tight
            && !matches!(
                next,
                Class::Comma
                    | Class::Dot
                    | Class::Hyphen
                    | Class::Dash
                    | Class::Slash
                    | Class::Apostrophe
                    | Class::Quote
                    | Class::Close
                    | Class::Mark
                    | Class::Colon
            );
        if part_of_number || glued || next == Class::Percent {
            return None;
        }
        i32::try_from(year).ok()
    }
}
