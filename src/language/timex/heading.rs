//! Texts told under dates: "January 2, 2018" on a line of its own, and below it what happened then.

use super::sense::{Class, Sense};
use super::word::Word;
use crate::language::Sentence;

/// A dated heading has few words: "Tuesday, Sept. 3rd, 2019".
const WORDS_AT_MOST: usize = 9;

/// Fewer dated lines may be bylines and captions.
const HEADINGS_AT_LEAST: usize = 3;

/// Whether the text is told under dates.
pub(super) fn is_told_under_dates(sentences: &[Sentence], words: &[Word]) -> bool {
    let is_heading = |(number, _): &(usize, &Sentence)| is_heading(sentences, *number, words);
    sentences.iter().enumerate().filter(is_heading).take(HEADINGS_AT_LEAST).count() == HEADINGS_AT_LEAST
}

/// Whether a sentence is a line with a month, a day and a year, and nothing else.
pub(super) fn is_heading(sentences: &[Sentence], number: usize, words: &[Word]) -> bool {
    let Some(sentence) = sentences.get(number).filter(|sentence| sentence.starts_paragraph) else { return false };
    let is_alone = sentences.get(number + 1).is_some_and(|next| next.starts_paragraph);
    let Some(words) = words.get(sentence.token_range()).filter(|words| is_alone && words.len() <= WORDS_AT_MOST) else { return false };
    let has = |fits: fn(Sense) -> bool| words.iter().any(|word| fits(word.sense));
    let is_date_word = |word: &Word| {
        let class = word.sense.class();
        matches!(class, Class::Month | Class::Weekday | Class::Digits | Class::OrdinalMark | Class::Comma | Class::Dot | Class::Colon)
    };
    has(|sense| matches!(sense, Sense::Month(_)))
        && has(|sense| matches!(sense, Sense::Digits(1900..=2100, 4)))
        && has(|sense| matches!(sense, Sense::Digits(1..=31, 1 | 2)))
        && words.iter().all(is_date_word)
}
