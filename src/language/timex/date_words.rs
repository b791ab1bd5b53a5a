//! Expressions put together as the program uses them: ranges, open ends, and offsets from something named.

use chrono::{Datelike as _, NaiveDate};

use super::{DateWords, Direction, Expression, Length, Offset};
use crate::civil::calendar::{day_shifted, days_between};
use crate::civil::{ClaimedDate, DateRange, Precision, Unit, When};
use crate::language::lexicon::AROUND_DATES;
use crate::text::{Span, Token, TokenKind, is_initial};

/// ", starring Mila Kern as a spy in a war of its own,": so long an aside may be, in words.
const ASIDE_WORDS: usize = 18;

/// A range whose first day names no month is no longer, in days.
const MONTH_DAYS: i64 = 31;

/// What leads to the last day of a range.
const LAST_DAY: &[&str] = &["to", "until", "till", "through", "thru"];

/// How far back a move to an earlier day is believed, in days.
const QUARTER_DAYS: i64 = 92;

/// The expressions as claimed dates: ranges joined, "since" and "until" opened.
pub fn find_date_words(text: &str, tokens: &[Token], expressions: &[Expression]) -> Vec<DateWords> {
    let mut found = Vec::with_capacity(expressions.len());
    let mut at = 0;
    let mut token = 0;
    while let Some(expression) = expressions.get(at) {
        while tokens.get(token).is_some_and(|token| token.span.start < expression.span.start) {
            token += 1;
        }
        let reader = Reader { text, tokens, expressions };
        let words = reader.words_at(at, token);
        at = words.end_expression as usize;
        found.push(words);
    }
    found
}

/// What a word before a date does to its ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Opening {
    /// "since", "from", "starting": no end.
    Since,
    /// "until", "through", "by": no beginning.
    Until,
    /// "before": ends the day before.
    Before,
    /// "after": begins the day after.
    After,
    /// "between": the first of two.
    Between,
}

struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
    expressions: &'a [Expression],
}

impl Reader<'_> {
    fn is(&self, token: usize, words: &[&str]) -> bool {
        self.tokens.get(token).is_some_and(|token| words.iter().any(|word| token.of(self.text).eq_ignore_ascii_case(word)))
    }

    /// The date words that begin with expression `at`, whose first token is `token`; "the weekend of" is theirs.
    fn words_at(&self, at: usize, token: usize) -> DateWords {
        let words = self.plain_words_at(at, token);
        let of = token.checked_sub(1).filter(|&of| self.is(of, &["of"]));
        let period = of.and_then(|of| of.checked_sub(1)).filter(|&period| self.is(period, &["weekend", "week"]));
        let the = period.map(|period| period.checked_sub(1).filter(|&the| self.is(the, &["the"])).unwrap_or(period));
        let start = the.and_then(|the| self.tokens.get(the)).map(|token| token.span.start);
        DateWords { span: Span::new(start.unwrap_or(words.span.start), words.span.end), ..words }
    }

    fn plain_words_at(&self, at: usize, token: usize) -> DateWords {
        let Some(expression) = self.expressions.get(at) else { return nothing() };
        let end_token = self.token_after(token, expression.span);
        let opened = self.opening(token, end_token);
        // "moved from May 3 to May 9": an old day and a new one, not the days between
        // "move a concert planned for Saturday to Sunday"
        let is_planned = |before: usize| {
            self.is(before, &["for"])
                && before.checked_sub(1).is_some_and(|at| self.is(at, &["planned", "scheduled", "slated", "booked", "set"]))
        };
        let is_old = self.is(end_token, &["to", "until", "till"])
            && token.checked_sub(1).is_some_and(|before| {
                (self.is(before, &["from"]) || is_planned(before)) && (self.is_moved(before) || self.goes_far(at, before))
            });
        if let Some(range) = self.range(at, end_token, opened).filter(|_| !is_old) {
            return range;
        }
        let mut words = DateWords {
            span: expression.span,
            first_expression: number(at),
            end_expression: number(at + 1),
            date: expression.date,
            length: expression.length,
            offset: None,
            rule: expression.rule,
            derivation: expression.derivation.clone(),
        };
        if let Some((offset, end)) = expression.length.and_then(|length| self.offset(end_token, length)) {
            return DateWords { span: Span::new(expression.span.start, end), date: None, derivation: None, offset: Some(offset), ..words };
        }
        if let (Some((opening, start)), Some(range)) = (opened, expression.date.and_then(|date| date.range().copied())) {
            let date = expression
                .date
                .and_then(|date| Some(ClaimedDate { when: When::Days(open(range, opening, self.is(end_token, &["'", "’"]))?), ..date }));
            if date.is_some() {
                (words.date, words.span) = (date, Span::new(start, words.span.end));
            }
        }
        if let Some(later) = self.moved_on(at, token) {
            words.date = Some(later);
        }
        if words.date.is_some() && expression.rule == "length" {
            words.length = None;
        }
        // "an hour earlier": no day
        let is_hours = expression.rule == "ago" && ["hour", "minute"].iter().any(|unit| expression.span.of(self.text).contains(unit));
        if is_hours || self.is_of_picture(token, end_token) {
            (words.date, words.derivation) = (None, None);
        }
        words
    }

    /// "In this June 3, 2021 file photo, …": when the picture was made, not when what is told takes place.
    fn is_of_picture(&self, token: usize, end: usize) -> bool {
        /// How many words may stand between the date and the picture: "handout file".
        const BETWEEN: usize = 3;
        let is_picture = |at: usize| self.tokens.get(at).is_some_and(|token| AROUND_DATES.origins.holds(token.of(self.text)));
        token.checked_sub(1).is_some_and(|before| self.is(before, &["this"])) && (end..end + BETWEEN).any(is_picture)
    }

    /// "moved from", "pushed back from": a verb of moving shortly before; "the show is back from" is none.
    fn is_moved(&self, from: usize) -> bool {
        let is_verb = |at: usize| {
            let is_listed = self.tokens.get(at).is_some_and(|token| AROUND_DATES.moved.holds(token.of(self.text)));
            // "re-scheduled"
            let is_again = at > 1
                && self.is(at, &["scheduled", "schedule", "scheduling", "arranged"])
                && self.is(at - 1, &["-"])
                && self.is(at - 2, &["re"]);
            is_listed || is_again || self.is(at, &["put", "hold", "holds", "holding"]) && self.is(at + 1, &["back", "off", "over"])
        };
        // "from July 2 to June 27 in one city, from June 27 to June 28 in another and from …"
        let goes_on = |at: usize| self.is(at, &[",", "and"]) && self.is(at + 1, &["from"]);
        // "the F. Warren Kern adaptation"
        let is_inside = |at: usize| {
            let letter = at.checked_sub(1).and_then(|at| self.tokens.get(at)).map_or("", |token| token.of(self.text));
            self.is(at, &["."]) && is_initial(letter)
        };
        // "Ada Marsh and the Silver Prince"
        let is_capital = |at: usize| self.tokens.get(at).is_some_and(|token| token.of(self.text).starts_with(char::is_uppercase));
        let joins_names = |at: usize| {
            let next = if self.is(at + 1, &["the", "a"]) { at + 2 } else { at + 1 };
            self.is(at, &["and"]) && at.checked_sub(1).is_some_and(is_capital) && is_capital(next)
        };
        let ends = |at: &usize| {
            !goes_on(*at)
                && !is_inside(*at)
                && !joins_names(*at)
                && self.is(*at, &[",", ".", ";", "and", "but", "will", "runs", "run", "running", "held", "which"])
        };
        // "has been pushed back yet again, from 2 April to 8 October"
        let near = from.checked_sub(1).filter(|&at| self.is(at, &[",", "and"])).unwrap_or(from);
        // "has moved back “Red Letters,” with Mila Kern, by nearly five months from May 18 to Oct. 5"
        let is_length =
            from.checked_sub(1).is_some_and(|at| self.is(at, &["days", "day", "weeks", "week", "months", "month", "years", "year"]));
        let by = (1..=5).filter_map(|n| near.checked_sub(n)).find(|&at| is_length && self.is(at, &["by"]));
        let comma = by.and_then(|by| by.checked_sub(1)).filter(|&at| self.is(at, &[","]));
        let near = comma.unwrap_or(near);
        let is_end = |at: &usize| if comma.is_some() { self.is(*at, &[".", ";", "but", "will"]) } else { ends(at) };
        let moves = |near: usize, is_end: &dyn Fn(&usize) -> bool| {
            (1..=30).filter_map(|n| near.checked_sub(n)).take_while(|at| !is_end(at)).any(is_verb)
        };
        if moves(near, &is_end) || self.has_gone(near) {
            return true;
        }
        // "has pushed back the release of “Red Letters,” starring Mila Kern as a spy, from October 3 until"
        let last = near.checked_sub(2).filter(|_| comma.is_none() && near != from);
        let open =
            last.and_then(|last| (last.saturating_sub(ASIDE_WORDS)..=last).rev().find(|&at| self.is(at, &[","]) && self.is_led_aside(at)));
        open.is_some_and(|open| moves(open, &|at| self.is(*at, &[".", ";", "but", "will"])))
    }

    /// ", starring Mila Kern", ", directed by Reed": what only says more of a title; a closing mark may stand between.
    fn is_led_aside(&self, comma: usize) -> bool {
        let next = if self.is(comma + 1, &["”", "\"", "’", "'"]) { comma + 2 } else { comma + 1 };
        self.is(next, &["this", "starring", "directed", "with", "featuring", "written", "produced", "which", "based", "the", "a", "an"])
    }

    /// "goes | from December 2021 to December 2022": too far apart for the first and the last day of anything.
    fn goes_far(&self, at: usize, from: usize) -> bool {
        let goes = from.checked_sub(1).is_some_and(|at| self.is(at, &["goes", "go", "went", "gone"]));
        let first = |at: usize| self.expressions.get(at).and_then(|expression| expression.date?.first());
        goes && first(at).zip(first(at + 1)).is_some_and(|(old, new)| days_between(old, new).abs() > QUARTER_DAYS)
    }

    /// "has now drifted | from November 5 to December 17": what has gone from a day to another has moved, whatever the verb;
    /// what has run from one to another has not.
    fn has_gone(&self, from: usize) -> bool {
        let Some(verb) = from.checked_sub(1) else { return false };
        let word = self.tokens.get(verb).map_or("", |token| token.of(self.text));
        let has = (1..=3).filter_map(|n| verb.checked_sub(n)).any(|at| self.is(at, &["has", "have"]));
        has && (word == "gone" || word.len() > 4 && word.ends_with("ed") && !AROUND_DATES.lasting.holds(word))
    }

    /// "pushed back from June 3 to October 9": a day without a year that would lie more than a quarter before the old one
    /// is the next year's; a move to an earlier day is a short one.
    fn moved_on(&self, at: usize, token: usize) -> Option<ClaimedDate> {
        let (old, new) = (self.expressions.get(at.checked_sub(1)?)?, self.expressions.get(at)?);
        let to = token.checked_sub(1)?;
        let from = (0..to)
            .rev()
            .find(|before| self.tokens.get(*before).is_some_and(|token| token.span.start == old.span.start))?
            .checked_sub(1)?;
        let is_move = self.is(to, &["to"]) && self.is(from, &["from"]) && self.is_moved(from);
        let (old_date, date) = (old.date?, new.date?);
        let (first, range) = (old_date.first()?, date.range()?);
        let is_far = days_between(range.last?, first) > QUARTER_DAYS;
        let later = range.shifted(1, Unit::Year).filter(|_| is_move && is_far && new.derivation.is_some())?;
        Some(ClaimedDate { when: When::Days(later), ..date })
    }

    /// The first token behind a span that begins at `token`.
    fn token_after(&self, token: usize, span: Span) -> usize {
        token + self.tokens.iter().skip(token).take_while(|token| token.span.start < span.end).count()
    }

    /// The word before the date that opens one of its ends, and where it begins.
    fn opening(&self, token: usize, end: usize) -> Option<(Opening, u32)> {
        let mut before = token.checked_sub(1)?;
        // "since the April 20 premiere": the premiere's own day
        if self.is(before, &["the"]) && self.is_noun(end) {
            return None;
        }
        if self.is(before, &["on", "from", "as", "the", "in", "of"])
            && before > 0
            && self.is(before - 1, &["starting", "beginning", "effective", "as", "since", "until", "by"])
        {
            before -= 1;
        }
        if self.is(before, &["from"]) && (self.leaves_a_date(before) || self.is_moved(before)) {
            return None;
        }
        // "previews now beginning on May 3", "will be starting in June": the verb, and no word that leaves an end open
        let is_verb = self.is(before, &["starting", "beginning"])
            && before.checked_sub(1).is_some_and(|left| self.is(left, &["now", "be", "is", "are", "was", "were"]));
        if is_verb {
            return None;
        }
        let opening = if self.is(before, &["since", "from", "starting", "beginning", "effective"]) {
            Opening::Since
        } else if self.is(before, &["until", "till", "til", "through", "thru", "by"])
            || self.is(before, &["to"]) && before > 0 && self.is(before - 1, &["up", "run", "runs", "running", "on"])
        {
            Opening::Until
        } else if self.is(before, &["before"]) {
            Opening::Before
        } else if self.is(before, &["after"]) {
            Opening::After
        } else if self.is(before, &["between"]) {
            Opening::Between
        } else {
            return None;
        };
        Some((opening, self.tokens.get(before)?.span.start))
    }

    /// Whether a small-lettered word stands there that joins nothing.
    fn is_noun(&self, token: usize) -> bool {
        const JOINERS: &[&str] = &[
            "and", "or", "to", "in", "on", "at", "for", "of", "but", "that", "when", "until", "till", "through", "by", "with", "as",
            "from", "is", "was", "are", "were", "will", "has", "had", "at", "before", "after", "because", "while", "where", "which", "who",
            "if", "so", "than", "then",
        ];
        let is_word =
            self.tokens.get(token).is_some_and(|word| word.kind == TokenKind::Word && word.of(self.text).starts_with(char::is_lowercase));
        is_word && !self.is(token, JOINERS)
    }

    /// "moved from May 3", "a photo from Oct. 15": such a "from" opens no end.
    fn leaves_a_date(&self, from: usize) -> bool {
        let is_left_behind = |at: &usize| self.tokens.get(*at).is_some_and(|token| AROUND_DATES.left_behind.holds(token.of(self.text)));
        (1..=5).filter_map(|n| from.checked_sub(n)).take_while(|at| !self.is(*at, &[",", ".", ";"])).any(|at| is_left_behind(&at))
    }

    /// "from June 3 | in Lake City | to July 19": behind the place that a first day names, or where it stands.
    fn behind_place(&self, first: usize) -> usize {
        /// How many words and marks a place may have: "in Salt Lake City, Utah,".
        const PLACE: usize = 8;
        let is_name = |at: usize| {
            let word = self.tokens.get(at).map_or("", |token| token.of(self.text));
            word.starts_with(char::is_uppercase) || matches!(word, "," | "." | "’" | "'" | "s" | "the" | "of" | "-")
        };
        if !self.is(first, &["in", "at"]) {
            return first;
        }
        (first + 2..first + 2 + PLACE).find(|&at| !is_name(at)).filter(|&at| self.is(at, LAST_DAY)).unwrap_or(first)
    }

    /// "April 23 to May 8", "from … to …", "between … and …".
    fn range(&self, at: usize, end_token: usize, opened: Option<(Opening, u32)>) -> Option<DateWords> {
        let (first, second) = (self.expressions.get(at)?, self.expressions.get(at + 1)?);
        let is_since = opened.is_some_and(|(opening, _)| opening == Opening::Since);
        let end_token = if is_since { self.behind_place(end_token) } else { end_token };
        let joined = self.is(end_token, LAST_DAY)
            || self.is(end_token, &["-", "–", "—", "~", "〜"])
            || (self.is(end_token, &["and"]) && opened.is_some_and(|(opening, _)| opening == Opening::Between));
        let mut next = end_token + 1;
        next += usize::from(self.is(end_token, &["up"]) && self.is(next, &["to"]));
        next += usize::from(self.is(next, &["the"]) && self.tokens.get(next).is_some_and(|token| token.span.start < second.span.start));
        if !joined || self.tokens.get(next)?.span.start != second.span.start {
            return None;
        }
        let (start, end) = (first.date?, second.date?);
        let (mut from, mut to) = (*start.range()?, *end.range()?);
        if self.is_day_alone(first) && (from.first? > to.last? || days_between(from.first?, to.last?) > MONTH_DAYS) {
            from = DateRange::day(latest_of(from.first?.day(), to.first?)?);
        }
        if to.last? < from.first? && second.derivation.is_some() {
            to = to.shifted(1, Unit::Year)?;
        }
        let range = from.through(to)?;
        let begins = match opened {
            Some((Opening::Since | Opening::Between, start)) => start,
            _ => first.span.start,
        };
        Some(DateWords {
            span: Span::new(begins, second.span.end),
            first_expression: number(at),
            end_expression: number(at + 2),
            date: Some(ClaimedDate { when: When::Days(range), clock: start.clock.filter(|_| range.single_day().is_some()) }),
            length: None,
            offset: None,
            rule: first.rule,
            derivation: match (&first.derivation, &second.derivation) {
                (Some(first), Some(second)) => Some(format!("{first}; {second}")),
                (one, other) => one.clone().or_else(|| other.clone()),
            },
        })
    }

    /// "the 26th": a day that names no month.
    fn is_day_alone(&self, expression: &Expression) -> bool {
        let words = expression.span.of(self.text).trim_start_matches("the ");
        words.starts_with(|c: char| c.is_ascii_digit()) && words.trim_start_matches(|c: char| c.is_ascii_digit()).len() <= 2
    }

    /// "… after the announcement", "… before the date", "… earlier than planned": the offset and where its words end.
    fn offset(&self, token: usize, length: Length) -> Option<(Offset, u32)> {
        let (direction, n) = if self.is(token, &["before"]) {
            (Direction::Before, 1)
        } else if self.is(token, &["after", "following", "since"]) {
            (Direction::After, 1)
        } else if self.is(token, &["prior"]) && self.is(token + 1, &["to"]) || self.is(token, &["ahead"]) && self.is(token + 1, &["of"]) {
            (Direction::Before, 2)
        } else if self.is(token, &["than"]) && token > 0 && self.is(token - 1, &["earlier", "sooner"]) {
            (Direction::Before, 1)
        } else if self.is(token, &["than"]) && token > 0 && self.is(token - 1, &["later"]) {
            (Direction::After, 1)
        } else if self.is(token, &["earlier", "later", "sooner"]) && self.is(token + 1, &["than"]) {
            (if self.is(token, &["later"]) { Direction::After } else { Direction::Before }, 2)
        } else {
            return None;
        };
        let follows = self.tokens.get(token + n).filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number))?;
        let last = self.tokens.get(token + n - 1)?;
        Some((Offset { length, direction, anchor_at: follows.span.start.min(last.span.end) }, last.span.end))
    }
}

/// A range with one end opened; `is_owned` marks "before Friday's show", which opens nothing.
fn open(range: DateRange, opening: Opening, is_owned: bool) -> Option<DateRange> {
    if is_owned {
        return None;
    }
    match opening {
        Opening::Since => Some(range.since()),
        Opening::Until => Some(range.until()),
        Opening::Before if range.precision == Precision::Day => Some(DateRange::day(day_shifted(range.first?, -1, Unit::Day)?).until()),
        Opening::After if range.precision == Precision::Day => Some(DateRange::day(day_shifted(range.last?, 1, Unit::Day)?).since()),
        Opening::Before if range.shade.is_some() => Some(range.until()),
        Opening::Before | Opening::After | Opening::Between => None,
    }
}

/// The latest 26th before a day.
fn latest_of(day: u32, before: NaiveDate) -> Option<NaiveDate> {
    let month = before.with_day(1)?;
    (0..=1).filter_map(|back| day_shifted(month, -back, Unit::Month)?.with_day(day)).find(|first| *first < before)
}

fn number(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn nothing() -> DateWords {
    DateWords {
        span: Span::default(),
        first_expression: 0,
        end_expression: u32::MAX,
        date: None,
        length: None,
        offset: None,
        rule: "",
        derivation: None,
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::civil::edtf::edtf;
    use crate::language::read;

    /// Each date word as its text, its date or length, and its offset.
    #[track_caller]
    fn check(sentence: &str, expected: &[&str]) {
        let reading = read(sentence, NaiveDate::from_ymd_opt(2024, 5, 15));
        let found: Vec<_> = reading
            .dates
            .iter()
            .map(|words| {
                let date = words.date.and_then(|date| edtf(&date));
                let length = words.length.map(|length| format!("{:?} {:?}", length.n, length.unit));
                let offset = words
                    .offset
                    .map(|offset| format!("{:?} {}", offset.direction, sentence.get(offset.anchor_at as usize..).unwrap().trim()));
                [Some(words.span.of(sentence).to_owned()), date, length, offset].into_iter().flatten().collect::<Vec<_>>().join(" | ")
            })
            .collect();
        assert_eq!(found, expected, "{sentence}");
    }

    #[test]
    fn two_days_make_a_range() {
        check("The fair runs from May 23 to June 8.", &["from May 23 to June 8 | 2024-05-23/2024-06-08"]);
        check("The fair runs May 23-26.", &["May 23-26 | 2024-05-23/2024-05-26"]);
        check("It will be held between June 3 and June 9.", &["between June 3 and June 9 | 2024-06-03/2024-06-09"]);
        check("It will run from December 20 to January 5.", &["from December 20 to January 5 | 2024-12-20/2025-01-05"]);
        check("It will run from June 3 in Lake City to July 19 at Hill.", &["from June 3 in Lake City to July 19 | 2024-06-03/2024-07-19"]);
    }

    #[test]
    fn a_move_from_one_day_to_another_is_no_range() {
        check("The film was pushed back from June 3 to October 9.", &["June 3 | 2024-06-03", "October 9 | 2024-10-09"]);
        check("The show is back from June 3 to June 9.", &["June 3 to June 9 | 2024-06-03/2024-06-09"]);
        check("It was moved from June 18 to June 17.", &["June 18 | 2024-06-18", "June 17 | 2024-06-17"]);
    }

    #[test]
    fn two_listed_days_stay_two() {
        check("They will play on May 23 and 24.", &["May 23 | 2024-05-23", "24 | 2024-05-24"]);
        check(
            "They will play October 9 to 11 and 16 to 18.",
            &["October 9 to 11 | 2024-10-09/2024-10-11", "16 to 18 | 2024-10-16/2024-10-18"],
        );
    }

    #[test]
    fn since_until_and_by_open_an_end() {
        check("The tour has run since last July.", &["since last July | 2023-07/.."]);
        check("The tour will run through Oct. 12.", &["through Oct. 12 | ../2024-10-12"]);
        check("It will be done by the end of June.", &["by the end of June | ../2024-06-30"]);
        check("The film was shown after Friday's talk.", &["Friday | 2024-05-10"]);
        check("It has sold well since the April 20 premiere.", &["April 20 | 2024-04-20"]);
    }

    #[test]
    fn an_offset_names_what_it_counts_from() {
        check("It came two days after the announcement.", &["two days after | Some(2) Day | After the announcement."]);
        check("The song leaked a day before the scheduled date.", &["a day before | Some(1) Day | Before the scheduled date."]);
        check("It opens a week earlier than planned.", &["a week earlier than | Some(1) Week | Before planned."]);
        check("It was moved by a day.", &["a day | Some(1) Day"]);
    }
}
