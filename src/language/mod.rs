//! Pure reading of English: text in, spans out, cannot fail.

#![warn(clippy::indexing_slicing)]

pub mod lexicon;
pub mod sentence;
pub mod tense;
pub mod timex;

use chrono::NaiveDate;

use crate::text::{Token, tokenize};

pub use sentence::Sentence;
pub use timex::{DateWords, Expression};

/// What one text says, before anyone asks what it is about.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    /// Words, numbers, marks and line breaks.
    pub tokens: Vec<Token>,
    /// Sentences, in order.
    pub sentences: Vec<Sentence>,
    /// TIMEX3 expressions, in order, not overlapping.
    pub expressions: Vec<Expression>,
    /// The same as claimed dates: ranges, open ends and recurrences put together.
    pub dates: Vec<DateWords>,
}

/// Reads a text; relative dates count from the report date and stay unread without one.
pub fn read(text: &str, reported: Option<NaiveDate>) -> Reading {
    let tokens = tokenize(text);
    let sentences = sentence::find_sentences(text, &tokens);
    let expressions = timex::find_expressions(text, &tokens, &sentences, reported);
    let dates = timex::find_date_words(text, &tokens, &expressions);
    Reading { tokens, sentences, expressions, dates }
}
