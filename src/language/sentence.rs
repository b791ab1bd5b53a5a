//! Where sentences begin and end.

use super::lexicon::{ABBREVIATIONS, DATES, Dotted};
use super::timex::Sense;
use crate::text::{Span, Token, TokenKind, is_initial};

/// One sentence, heading or caption line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Its bytes, without surrounding white space.
    pub span: Span,
    /// First token.
    pub first_token: u32,
    /// One past its last token.
    pub end_token: u32,
    /// Whether a line break stands before it (or the text begins).
    pub starts_paragraph: bool,
}

impl Sentence {
    /// Its tokens' indices.
    pub const fn token_range(&self) -> std::ops::Range<usize> {
        self.first_token as usize..self.end_token as usize
    }
}

/// All sentences, left to right; a line break always ends one.
pub fn find_sentences(text: &str, tokens: &[Token]) -> Vec<Sentence> {
    let reader = Reader { text, tokens };
    let mut sentences = Vec::with_capacity(tokens.len() / 20 + 1);
    let mut first = 0;
    let mut starts_paragraph = true;
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        if token.kind == TokenKind::Break {
            push(&mut sentences, tokens, first, at, starts_paragraph);
            (first, at, starts_paragraph) = (at + 1, at + 1, true);
            continue;
        }
        let end = if token.kind == TokenKind::Mark { reader.sentence_end(at) } else { None };
        match end {
            Some(end) => {
                push(&mut sentences, tokens, first, end, starts_paragraph);
                (first, at, starts_paragraph) = (end, end, false);
            }
            None => at += 1,
        }
    }
    push(&mut sentences, tokens, first, tokens.len(), starts_paragraph);
    sentences
}

fn push(sentences: &mut Vec<Sentence>, tokens: &[Token], first: usize, end: usize, starts_paragraph: bool) {
    let (Some(head), Some(tail)) = (tokens.get(first), end.checked_sub(1).and_then(|last| tokens.get(last))) else { return };
    if first >= end {
        return;
    }
    let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    sentences.push(Sentence { span: head.span.join(tail.span), first_token: number(first), end_token: number(end), starts_paragraph });
}

/// Looks at the words around a stop.
struct Reader<'a> {
    text: &'a str,
    tokens: &'a [Token],
}

/// How many marks may close a sentence together: more are no prose.
const MARKS_AT_MOST: usize = 8;

impl<'a> Reader<'a> {
    fn words(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.of(self.text))
    }

    fn is_tight(&self, at: usize) -> bool {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(left), Some(right)) => left.span.end == right.span.start,
            _ => false,
        }
    }

    /// Where the sentence ends if the mark at `at` ends it: one past the last closing mark.
    fn sentence_end(&self, at: usize) -> Option<usize> {
        let stop = self.words(at);
        if !matches!(stop, "." | "!" | "?" | "…") {
            return None;
        }
        let mut end = at + 1;
        let mut n_stops = 1;
        let mut quoted = false;
        while end - at < MARKS_AT_MOST && self.is_tight(end - 1) {
            match self.words(end) {
                "." | "!" | "?" | "…" => n_stops += 1,
                "\"" | "”" | "’" | "'" | "»" => quoted = true,
                ")" | "]" => {}
                _ => break,
            }
            end += 1;
        }
        let next = self.tokens.get(end)?;
        if next.kind == TokenKind::Break {
            return None;
        }
        let spaced = !self.is_tight(end - 1);
        if stop == "!" && n_stops == 1 && !quoted && self.is_in_title(at, end) {
            return None;
        }
        let single = stop == "." && n_stops == 1 && !quoted;
        let ends = if spaced {
            self.may_begin(end) && !(single && self.is_abbreviation(at, end))
        } else {
            single && end == at + 1 && self.is_missing_space(at)
        };
        ends.then_some(end)
    }

    /// "his annual Winter Rocks! Tour with the band": a mark of the title, which a word of its sort goes on from.
    fn is_in_title(&self, at: usize, end: usize) -> bool {
        let is_name = at.checked_sub(1).is_some_and(|before| self.words(before).starts_with(char::is_uppercase));
        let goes_on =
            matches!(self.words(end), "Tour" | "Live" | "Festival" | "Fest" | "Musical" | "Magazine" | "At" | "Records" | "Music" | "Show");
        is_name && goes_on && self.tokens.get(end + 1).is_some_and(|next| next.kind == TokenKind::Word)
    }

    /// Whether a sentence may begin with that token.
    fn may_begin(&self, at: usize) -> bool {
        let letters = self.words(at);
        match self.tokens.get(at).map(|token| token.kind) {
            Some(TokenKind::Number) => true,
            Some(TokenKind::Word) => !letters.starts_with(char::is_lowercase) || ABBREVIATIONS.small_names.holds(letters),
            Some(TokenKind::Mark) => matches!(letters, "\"" | "“" | "‘" | "'" | "(" | "[" | "«" | "„" | "*" | "#" | "@"),
            _ => false,
        }
    }

    /// "KST.The": a stop without a space still ends where a word goes before and a capitalised word follows.
    fn is_missing_space(&self, at: usize) -> bool {
        let (before, after) = (at.checked_sub(1).map_or("", |left| self.words(left)), self.words(at + 1));
        let dotted = at >= 2 && matches!(self.words(at - 2), "." | "@" | "/");
        let mut letters = after.chars();
        let capitalised = letters.next().is_some_and(char::is_uppercase) && letters.next().is_some_and(char::is_lowercase);
        let lower = before.len() >= 2 && before.chars().all(char::is_lowercase);
        let initials = before.len() >= 3 && before.chars().all(|c| c.is_ascii_uppercase());
        let meridiem = at >= 2 && dotted && before == "m" && capitalised;
        at > 0 && self.is_tight(at - 1) && capitalised && ((lower || initials) && !dotted || meridiem) && !self.looks_like_address(at)
    }

    /// "example.Com/page": a stop inside an address.
    fn looks_like_address(&self, at: usize) -> bool {
        self.is_tight(at + 1) && matches!(self.words(at + 2), "/" | "@")
            || at >= 2 && matches!(self.words(at - 2), "/" | "@") && self.is_tight(at - 2)
    }

    /// Whether the single stop at `at` belongs to the word before it and ends nothing before `next`.
    fn is_abbreviation(&self, at: usize, next: usize) -> bool {
        let Some(before) = at.checked_sub(1).filter(|before| self.is_tight(*before)) else { return false };
        let letters = self.words(before);
        let follows_dot = at >= 2 && self.words(at - 2) == "." && self.is_tight(at - 2);
        let digit_next = self.tokens.get(next).is_some_and(|token| token.kind == TokenKind::Number);
        let starter_next = ABBREVIATIONS.starters.holds(self.words(next)) || matches!(self.words(next), "\"" | "“");
        if follows_dot && matches!(letters, "m" | "M") && at >= 3 && matches!(self.words(at - 3), "a" | "p" | "A" | "P") {
            return digit_next || self.is_zone(next) || self.words(next) == "(" && self.is_zone(next + 1);
        }
        if self.tokens.get(before).is_none_or(|token| token.kind != TokenKind::Word) {
            return false;
        }
        // "the 31st. The next": no saint
        let follows_number = before.checked_sub(1).filter(|&number| self.is_tight(number)).and_then(|number| self.tokens.get(number));
        if follows_number.is_some_and(|number| number.kind == TokenKind::Number) {
            return false;
        }
        if is_initial(letters) && !follows_dot {
            let article = at >= 2 && matches!(self.words(at - 2), "a" | "an" | "A" | "An");
            return !article;
        }
        if follows_dot && letters.chars().count() == 1 {
            return !starter_next;
        }
        match ABBREVIATIONS.dotted.get(letters) {
            Some(Dotted::Title) => letters.starts_with(char::is_uppercase) || letters.len() > 1,
            Some(Dotted::Company) => !starter_next,
            // "Pt. III"
            Some(Dotted::Numbered) => digit_next || is_roman(self.words(next)),
            Some(Dotted::Month) => digit_next,
            Some(Dotted::Weekday) => {
                digit_next || DATES.words.get(self.words(next)).is_some_and(|entry| matches!(entry.sense, Sense::Month(_)))
            }
            None => digit_next && self.is_dated(before, next),
        }
    }

    /// "May. 11, 2018": a month in full with a dot that a day and a year follow.
    fn is_dated(&self, month: usize, day: usize) -> bool {
        let is_month = DATES.words.get(self.words(month)).is_some_and(|entry| matches!(entry.sense, Sense::Month(_)));
        let is_number =
            |at: usize, n: usize| self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Number && self.words(at).len() == n);
        is_month && self.words(day).len() <= 2 && self.words(day + 1) == "," && is_number(day + 2, 4)
    }

    /// A time zone word, as behind "a.m.".
    fn is_zone(&self, at: usize) -> bool {
        DATES.words.get(self.words(at)).is_some_and(|entry| entry.zone > 0 || matches!(entry.sense, Sense::Month(_) | Sense::Weekday(_)))
    }
}

/// "II", "III", "IV".
fn is_roman(letters: &str) -> bool {
    letters.len() < 5 && !letters.is_empty() && letters.bytes().all(|byte| matches!(byte, b'I' | b'V' | b'X'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::tokenize;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let tokens = tokenize(text);
        let found: Vec<_> = find_sentences(text, &tokens).iter().map(|sentence| sentence.span.of(text)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn an_ordinal_is_no_saint() {
        check("It is off on the 31st. The next is near St. Hill.", &["It is off on the 31st.", "The next is near St. Hill."]);
    }

    #[test]
    fn a_capital_after_a_stop_begins_a_sentence() {
        check("The song is out. The video follows.", &["The song is out.", "The video follows."]);
        check("“It is out.” Fans cheered!", &["“It is out.”", "Fans cheered!"]);
        check("Is it out? Yes.", &["Is it out?", "Yes."]);
    }

    #[test]
    fn abbreviations_do_not_end_a_sentence() {
        check("Mr. Pell met Dr. Wray at 11 a.m. Korean Time on Jan. 31.", &["Mr. Pell met Dr. Wray at 11 a.m. Korean Time on Jan. 31."]);
        check("It airs at 9 p.m. KST. Fans wait.", &["It airs at 9 p.m. KST.", "Fans wait."]);
        check("It airs at 9 p.m. Fans wait.", &["It airs at 9 p.m.", "Fans wait."]);
        check("J. R. Pell wrote it.", &["J. R. Pell wrote it."]);
        check("See No. 5 of Harbour Inc. today.", &["See No. 5 of Harbour Inc. today."]);
        check("It airs Fri., May. 11, 2018, at noon.", &["It airs Fri., May. 11, 2018, at noon."]);
        check("It was shot in May. 30 extras came.", &["It was shot in May.", "30 extras came."]);
        check("He joined Harbour Inc. The deal is done.", &["He joined Harbour Inc.", "The deal is done."]);
    }

    #[test]
    fn a_missing_space_is_seen() {
        check("It drops at 12 am KST.The teaser is out.", &["It drops at 12 am KST.", "The teaser is out."]);
        check("Will.i.am and the U.S. charts at example.com.", &["Will.i.am and the U.S. charts at example.com."]);
    }

    #[test]
    fn a_line_break_ends_a_sentence() {
        check("A heading\nA sentence", &["A heading", "A sentence"]);
        check("\n\n", &[]);
        check("", &[]);
    }
}
