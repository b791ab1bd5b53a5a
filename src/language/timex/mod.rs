//! Date words: what they say, which day that is, and how it was worked out.

use chrono::NaiveDate;

use super::Sentence;
use crate::civil::{ClaimedDate, Unit};
use crate::text::{Span, Token};

/// The TIMEX3 types of ISO-TimeML.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TimexType {
    /// A day or longer.
    Date,
    /// A time of day.
    Time,
    /// A length.
    Duration,
    /// Again and again.
    Set,
}

impl TimexType {
    /// As TIMEX3 writes it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Time => "TIME",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// One temporal expression with its extent as the TimeML guidelines have it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Expression {
    /// The words.
    pub span: Span,
    /// TIMEX3 type.
    pub kind: TimexType,
    /// TIMEX3 value: `2022-04-25T00:00`, `2022-W16-WE`, `P1D`, `PAST_REF`, `XXXX-WXX-6`.
    pub value: String,
    /// The days, where the value names any; `None` for a length, a reference word, or an unread one.
    pub date: Option<ClaimedDate>,
    /// How long, where it is a length or an offset: "two days", "a week later".
    pub length: Option<Length>,
    /// The rule that read it.
    pub rule: &'static str,
    /// How a relative expression became a date, for a person: `"last July", counted from 21 April 2022`; `None` for a full date.
    pub derivation: Option<String>,
}

/// A number of units.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Length {
    /// How many; `None` where vague ("a few days", "weeks").
    pub n: Option<u32>,
    /// Of what.
    pub unit: Unit,
}

/// Which way an offset points from what is named beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// "a day before …".
    Before,
    /// "two days after …".
    After,
}

/// "two days after the announcement": the words that follow name what it counts from, which only the
/// events stage knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Offset {
    /// How far.
    pub length: Length,
    /// Which way.
    pub direction: Direction,
    /// Where the words that name the anchor begin (just after "before", "after").
    pub anchor_at: u32,
}

/// Date words as the program uses them: what belongs together is one, with open ends.
///
/// "from April 23 to May 8" and "since last July" are one each (the expressions within are separate, as TimeML
/// asks); "April 23 and 24" is two.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DateWords {
    /// All the words: from "since", "from", "between", "through", "until" where one is said.
    pub span: Span,
    /// Index of the first expression it was made of.
    pub first_expression: u32,
    /// One past the last.
    pub end_expression: u32,
    /// The days or the recurrence; `None` for a bare length, an offset from something named, a reference word, or unread.
    pub date: Option<ClaimedDate>,
    /// "for eight weeks", "by a day", "two days".
    pub length: Option<Length>,
    /// "two days after the announcement", "a day before the scheduled release date".
    pub offset: Option<Offset>,
    /// The rule that read the first expression.
    pub rule: &'static str,
    /// How it was worked out, for a person; `None` for a full date.
    pub derivation: Option<String>,
}

/// All temporal expressions, left to right, not overlapping.
pub fn find_expressions(text: &str, tokens: &[Token], sentences: &[Sentence], reported: Option<NaiveDate>) -> Vec<Expression> {
    let _unused = (text, tokens, sentences, reported);
    Vec::new()
}

/// The expressions as claimed dates: ranges joined, "since" and "until" opened.
pub fn find_date_words(text: &str, tokens: &[Token], sentences: &[Sentence], expressions: &[Expression]) -> Vec<DateWords> {
    let _unused = (text, tokens, sentences, expressions);
    Vec::new()
}
