//! Date words: what they say, which day that is, and how it was worked out.

mod ago;
mod anchor;
mod chronicle;
mod clock;
mod cursor;
mod date;
mod date_words;
mod decade;
mod heading;
mod holiday;
mod join;
mod length;
mod meaning;
mod month;
mod nth;
mod number;
mod numeric;
mod period;
mod phrases;
mod plan;
mod quarter;
mod reference;
mod rule;
mod season;
mod sense;
mod set;
mod shade;
mod title;
mod today;
mod value;
mod weekday;
mod word;
mod year;

use std::sync::LazyLock;

use chrono::{Datelike as _, NaiveDate};

use self::anchor::{Anchor, Decided, Place};
use self::cursor::Cursor;
use self::meaning::Meaning;
use self::rule::Rule;
use super::Sentence;
use crate::civil::{ClaimedDate, Unit};
use crate::text::{Span, Token};

pub use self::date_words::find_date_words;
pub(crate) use self::phrases::{Named, Phrases};
pub(crate) use self::sense::{Class, Sense};
pub(crate) use self::word::Word;
#[cfg(test)]
pub(crate) use self::word::words_of;

/// Every rule; among equally long readings the earlier wins.
const RULES: &[Rule] = &[
    holiday::RULE,
    numeric::RULE,
    date::RULE,
    nth::RULE,
    set::RULE,
    ago::RULE,
    shade::RULE,
    quarter::RULE,
    decade::RULE,
    today::RULE,
    month::RULE,
    season::RULE,
    weekday::RULE,
    period::RULE,
    clock::RULE,
    year::RULE,
    reference::RULE,
    length::RULE,
];

/// The rules by the class of the word they begin with.
static BY_CLASS: LazyLock<Vec<Vec<&'static Rule>>> = LazyLock::new(|| {
    let mut by_class: Vec<Vec<&'static Rule>> = vec![Vec::new(); Class::COUNT];
    for rule in RULES {
        for class in rule.starts_with {
            if let Some(rules) = by_class.get_mut(*class as usize) {
                rules.push(rule);
            }
        }
    }
    by_class
});

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
    /// Whether the words date a plan that no longer holds, or may not: "was slated for April 25", "instead of May", "from its
    /// original March 3 date".
    pub is_old_plan: bool,
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

/// What was found at one place: how many words, by which rule, saying what.
type Found = (usize, &'static Rule, Meaning);

/// What the program can read, for a person: each rule's name, what it reads, and sentences reported on
/// 15 May 2024 with the values in them.
pub fn guide() -> impl Iterator<Item = (&'static str, &'static str, &'static [(&'static str, &'static str)])> {
    RULES.iter().map(|rule| (rule.name, rule.what, rule.examples))
}

/// All temporal expressions, left to right, not overlapping.
pub fn find_expressions(text: &str, tokens: &[Token], sentences: &[Sentence], reported: Option<NaiveDate>) -> Vec<Expression> {
    let all_words = word::words_of(text, tokens);
    let mut anchor = Anchor::new(reported, chronicle::is_chronicle(&all_words, reported));
    let mut expressions = Vec::new();
    let is_told_under_dates = heading::is_told_under_dates(sentences, &all_words);
    let mut paragraph = 0;
    for (number, sentence) in sentences.iter().enumerate() {
        if sentence.starts_paragraph {
            paragraph = number;
        }
        let Some(words) = all_words.get(sentence.token_range()) else { continue };
        let mut at = 0;
        // the last day of a month, and where its words ended: "and 24" may follow
        let mut last_day: Option<usize> = None;
        while at < words.len() {
            let cursor = Cursor::new(text, words, at);
            if let Some(n) = title::title_here(cursor) {
                (at, last_day) = (at + n, None);
                continue;
            }
            let joined =
                last_day.filter(|end| at > *end && at - *end <= 2).and_then(|end| join::next_day(cursor, at - end, anchor.last_day()));
            let Some((n, rule, meaning)) = joined.or_else(|| read(cursor)) else {
                at += 1;
                continue;
            };
            let place = Place { text, words, first: at, end: at + n, sentence: number, paragraph };
            if title::is_inside_title(text, words, at, at + n) {
                (at, last_day) = (at + n, None);
                continue;
            }
            let decided = anchor.decide(&meaning, place);
            if is_told_under_dates && heading::is_heading(sentences, number, &all_words) {
                anchor.count_from(decided.as_ref().and_then(|decided| decided.date));
            }
            last_day = join::ends_in_day(&meaning).then_some(at + n);
            expressions.extend(decided.and_then(|decided| expression(place, rule, decided)));
            at += n;
        }
    }
    expressions
}

fn expression(place: Place<'_>, rule: &'static Rule, decided: Decided) -> Option<Expression> {
    let span = place.words.get(place.first)?.span.join(place.words.get(place.end.checked_sub(1)?)?.span);
    // TIMEX3 writes years of four digits: what lies before or after them is no date a story can hold
    let in_years = |day: NaiveDate| (1..=9999).contains(&day.year());
    let range = decided.date.and_then(|date| date.range().copied());
    if range.is_some_and(|range| !range.first.is_none_or(in_years) || !range.last.is_none_or(in_years)) {
        return None;
    }
    let derivation =
        decided.date.and(decided.counted_from).map(|day| format!("\"{}\", counted from {}", span.of(place.text), day.format("%-d %B %Y")));
    Some(Expression {
        span,
        kind: decided.kind,
        value: decided.value,
        date: decided.date,
        length: decided.length,
        rule: rule.name,
        derivation,
        is_old_plan: plan::is_old_plan(place),
    })
}

/// The longest reading from the cursor on, with a clock time or part of the day that belongs to it.
fn read(cursor: Cursor<'_>) -> Option<Found> {
    let (n, rule, meaning) = longest(cursor, true)?;
    let (n, meaning) = join::with_time(cursor, n, meaning);
    Some((n, rule, meaning))
}

/// The longest reading but for shades: what "early", "the end of" and "around" go with.
fn read_inner(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    longest(cursor, false).map(|(n, _, meaning)| (n, meaning))
}

fn longest(cursor: Cursor<'_>, with_shades: bool) -> Option<Found> {
    let class = cursor.sense(0).class();
    let mut best: Option<Found> = None;
    for rule in BY_CLASS.get(class as usize)? {
        if !with_shades && rule.name == shade::RULE.name {
            continue;
        }
        if let Some((n, meaning)) = (rule.find)(cursor)
            && best.as_ref().is_none_or(|(longest, _, _)| n > *longest)
        {
            best = Some((n, rule, meaning));
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::read;

    /// The report date of every rule's examples.
    fn reported() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 5, 15).unwrap()
    }

    /// What a sentence's expressions are read as, if not as expected.
    fn misread(sentence: &str, expected: &str) -> Option<String> {
        let found: Vec<_> = read(sentence, Some(reported())).expressions.iter().map(|expression| expression.value.clone()).collect();
        (found.join(" ") != expected).then(|| format!("{sentence}: {found:?}, expected {expected}"))
    }

    #[test]
    fn every_rule_reads_its_examples() {
        for rule in RULES {
            assert!(rule.examples.len() >= 3, "{} has too few examples", rule.name);
        }
        let misread: Vec<_> =
            RULES.iter().flat_map(|rule| rule.examples).filter_map(|(sentence, expected)| misread(sentence, expected)).collect();
        assert!(misread.is_empty(), "{misread:#?}");
    }

    #[test]
    fn every_rule_has_a_trap_and_says_what_it_reads() {
        for rule in RULES {
            assert!(rule.examples.iter().any(|(_, expected)| *expected == rule::NOTHING), "{} has no trap", rule.name);
            assert!(!rule.what.is_empty());
        }
    }
}
