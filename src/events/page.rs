//! One article laid out for reading: its words in lower case, sentence by sentence, with the clutter left out.

use std::cell::OnceCell;
use std::collections::{BTreeMap, BTreeSet};

use super::clause::Group;
use super::words::{Phrase, Phrases};
use crate::article::Article;
use crate::language::{DateWords, Reading, Sentence};
use crate::text::{Span, Token, TokenKind};

/// An article with its reading.
pub(super) struct Page<'a> {
    pub text: &'a str,
    /// Same length as `text`, ASCII letters in lower case.
    lower: String,
    pub tokens: &'a [Token],
    pub sentences: &'a [Sentence],
    pub dates: &'a [DateWords],
    pub article: &'a Article,
    /// Which words stand how, gathered when first asked for.
    standing: OnceCell<Standing>,
    /// The verbs of each sentence, read when first asked for.
    groups: Vec<OnceCell<Vec<Group>>>,
}

/// How words stand anywhere in an article, so that no question about one reads the whole of it again.
#[derive(Default)]
struct Standing {
    /// Written small; "@redharbour" is a handle, no word.
    small: BTreeSet<String>,
    /// Capitals behind a small word and before another capital, as a name begins in the middle of a sentence.
    leading: BTreeSet<String>,
    /// Written in capitals alone, and whether more than once.
    loud: BTreeMap<String, bool>,
}

/// The label of a caption, "New project:", has so many words at most, and so many follow it at least.
const CAPTION_LABEL_TOKENS: usize = 5;
const CAPTION_TOKENS: usize = 6;

/// How many sentences are the lead.
pub(super) const LEAD_SENTENCES: usize = 4;

/// How many words ".." lets stand between.
const MAX_GAP: usize = 12;

impl<'a> Page<'a> {
    pub(super) fn new(article: &'a Article, reading: &'a Reading) -> Self {
        Self {
            text: &article.text,
            lower: article.text.to_ascii_lowercase(),
            tokens: &reading.tokens,
            sentences: &reading.sentences,
            dates: &reading.dates,
            article,
            standing: OnceCell::new(),
            groups: vec![OnceCell::new(); reading.sentences.len()],
        }
    }

    fn standing(&self) -> &Standing {
        self.standing.get_or_init(|| {
            let mut standing = Standing::default();
            for (at, token) in self.tokens.iter().enumerate() {
                let raw = token.of(self.text);
                let is_handle = at > 0 && matches!(self.raw(at - 1), "@" | "#" | "/" | ".") && self.touches_next(at - 1);
                let is_small = !is_handle && !raw.bytes().any(|byte| byte.is_ascii_uppercase());
                if is_small && !standing.small.contains(raw) {
                    standing.small.insert(raw.to_owned());
                }
                if raw.len() > 1 && raw.bytes().all(|byte| byte.is_ascii_uppercase()) {
                    match standing.loud.get_mut(raw) {
                        Some(is_again) => *is_again = true,
                        None => drop(standing.loud.insert(raw.to_owned(), false)),
                    }
                }
                let is_leading = at > 0 && self.is_capital(at + 1) && self.is_word(at - 1) && !self.is_capital(at - 1);
                if is_leading && !standing.leading.contains(raw) {
                    standing.leading.insert(raw.to_owned());
                }
            }
            standing
        })
    }

    /// The verbs of a sentence, read by `find` the first time.
    pub(super) fn groups(&self, sentence: &Sentence, find: impl FnOnce() -> Vec<Group>) -> &[Group] {
        let own = self.token_sentence(sentence.first_token as usize).and_then(|idx| self.groups.get(idx));
        own.map(|own| own.get_or_init(find).as_slice()).unwrap_or_default()
    }

    /// Whether a word stands somewhere in small letters.
    pub(super) fn occurs_small(&self, word: &str) -> bool {
        self.standing().small.contains(word)
    }

    /// Whether a word stands in capitals alone more than once.
    pub(super) fn is_loud_again(&self, raw: &str) -> bool {
        self.standing().loud.get(raw) == Some(&true)
    }

    /// Whether a word begins a name in the middle of a sentence: "Madly", where "the Madly Harbour" stands.
    pub(super) fn leads_name(&self, raw: &str) -> bool {
        self.standing().leading.contains(raw)
    }

    /// Whether a sentence is among the first `n` that are no clutter.
    pub(super) fn is_among_first(&self, sentence: usize, n: usize) -> bool {
        self.sentences.iter().take(sentence).filter(|sentence| !self.is_clutter(sentence)).take(n).count() < n
    }

    /// Whether a sentence is of the lead.
    pub(super) fn is_in_lead(&self, sentence: usize) -> bool {
        self.is_among_first(sentence, LEAD_SENTENCES)
    }

    /// "will arrive sooner than expected", "three weeks early", "brought forward": in the lead or beside a sentence.
    pub(super) fn says_sooner(&self, near: usize) -> bool {
        let is_length = |at: usize| matches!(self.word(at), "day" | "days" | "week" | "weeks" | "month" | "months" | "year" | "years");
        let is_said = |at: usize| match self.word(at) {
            "sooner" | "advances" | "advanced" | "preponed" => true,
            // "pushed up", but not "the plans that were pushed up against"
            "up" => {
                let is_led = matches!(self.word(at + 1), "the" | "its" | "their" | "his" | "her" | "to" | "from" | "by");
                matches!(self.word(at.wrapping_sub(1)), "moved" | "moves" | "bumped" | "bumps")
                    || is_led && matches!(self.word(at.wrapping_sub(1)), "push" | "pushed" | "pushes" | "pushing" | "move")
            }
            "forward" => {
                !matches!(self.word(at.wrapping_sub(1)), "look" | "looks" | "looking" | "looked" | "going" | "moving" | "step" | "put")
            }
            "ahead" => self.word(at + 1) == "of" && matches!(self.word(at + 2), "time" | "schedule"),
            "earlier" => self.word(at + 1) == "than" || is_length(at.wrapping_sub(1)),
            "early" => is_length(at.wrapping_sub(1)),
            _ => false,
        };
        let is_near = |idx: usize| self.is_in_lead(idx) || idx.abs_diff(near) <= 1;
        self.sentences.iter().enumerate().filter(|(idx, _)| is_near(*idx)).any(|(_, sentence)| sentence.token_range().any(is_said))
    }

    /// The sentence that a token stands in.
    pub(super) fn token_sentence(&self, at: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.first_token as usize <= at).checked_sub(1)
    }

    /// The word `n` tokens left of one; empty outside.
    pub(super) fn word_left(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |left| self.word(left))
    }

    /// The word at a token in lower case, an apostrophe always straight; empty outside.
    pub(super) fn word(&self, at: usize) -> &str {
        match self.tokens.get(at).map_or("", |token| token.span.of(&self.lower)) {
            "’" => "'",
            word => word,
        }
    }

    /// The words of a stretch in lower case.
    pub(super) fn lower_words(&self, first: usize, end: usize) -> &str {
        self.span(first, end).of(&self.lower)
    }

    /// Whether the text has a word that begins so.
    pub(super) fn has_word(&self, stem: &str) -> bool {
        self.lower.contains(stem)
    }

    /// The word as written.
    pub(super) fn raw(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.span.of(self.text))
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether "’s" begins at a token.
    pub(super) fn owns_at(&self, at: usize) -> bool {
        matches!(self.raw(at), "’" | "'") && self.word(at + 1) == "s"
    }

    /// Whether all of it is written in capitals.
    pub(super) fn is_loud(&self, at: usize) -> bool {
        self.raw(at).chars().all(char::is_uppercase)
    }

    /// Whether figures stand there.
    pub(super) fn is_number(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Number)
    }

    /// Whether one or two figures stand there, as of goals.
    pub(super) fn is_small_number(&self, at: usize) -> bool {
        self.is_number(at) && self.raw(at).len() < 3
    }

    /// Whether a sentence asks.
    pub(super) fn is_question(&self, sentence: &Sentence) -> bool {
        self.raw((sentence.end_token as usize).saturating_sub(1)) == "?"
    }

    /// Whether the word begins with a capital, or is written as a brand is ("iKON").
    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.is_word(at) && self.raw(at).chars().take(2).any(char::is_uppercase)
    }

    /// Whether no white space stands between a token and the next.
    pub(super) fn touches_next(&self, at: usize) -> bool {
        matches!((self.tokens.get(at), self.tokens.get(at + 1)), (Some(a), Some(b)) if a.span.end == b.span.start)
    }

    /// Bytes of tokens `first..end`.
    pub(super) fn span(&self, first: usize, end: usize) -> Span {
        match (self.tokens.get(first), self.tokens.get(end.saturating_sub(1))) {
            (Some(a), Some(b)) if first < end => a.span.join(b.span),
            _ => Span::default(),
        }
    }

    /// The token that begins at or after a byte.
    pub(super) fn token_at(&self, byte: u32) -> usize {
        self.tokens.partition_point(|token| token.span.start < byte)
    }

    /// The tokens that date words cover, `first..end`.
    pub(super) fn date_tokens(&self, date: &DateWords) -> std::ops::Range<usize> {
        self.token_at(date.span.start)..self.token_at(date.span.end)
    }

    /// Whether date words begin at a token.
    pub(super) fn begins_date(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let upto = self.dates.partition_point(|date| date.span.start <= token.span.start);
        upto.checked_sub(1).and_then(|last| self.dates.get(last)).is_some_and(|date| self.token_at(date.span.start) == at)
    }

    /// Whether a token is part of date words.
    pub(super) fn is_in_date(&self, at: usize) -> bool {
        let Some(token) = self.tokens.get(at) else { return false };
        let upto = self.dates.partition_point(|date| date.span.start <= token.span.start);
        upto.checked_sub(1).and_then(|last| self.dates.get(last)).is_some_and(|date| date.span.holds(token.span.start))
    }

    /// Date words within a sentence, with their index.
    pub(super) fn dates_in(&self, sentence: &Sentence) -> impl Iterator<Item = (usize, &'a DateWords)> {
        let span = sentence.span;
        let first = self.dates.partition_point(|date| date.span.start < span.start);
        self.dates.iter().enumerate().skip(first).take_while(move |(_, date)| date.span.end <= span.end)
    }

    /// "Throwback: Kern at a premiere in 2003": the words below a picture, between two paragraphs that go on.
    pub(super) fn is_caption(&self, sentence: &Sentence) -> bool {
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        let label = (first..end.min(first + CAPTION_LABEL_TOKENS)).find(|&at| self.raw(at) == ":");
        let is_whole = sentence.starts_paragraph && !matches!(self.raw(end.saturating_sub(1)), "." | "!" | "?" | "”" | "'" | "’" | "\"");
        is_whole && label.is_some_and(|colon| colon > first && end > colon + CAPTION_TOKENS)
    }

    /// Whether a sentence is clutter.
    pub(super) fn is_clutter(&self, sentence: &Sentence) -> bool {
        self.article.clutter.iter().any(|span| span.overlaps(sentence.span))
    }

    /// The longest phrase of a list that begins at a token, with the token after it.
    pub(super) fn phrase_at<'l, T>(&self, list: &'l Phrases<T>, at: usize, end: usize) -> Option<(&'l Phrase<T>, usize)> {
        let phrases = list.get(self.word(at))?;
        phrases.iter().find_map(|phrase| self.match_rest(&phrase.rest, at + 1, end).map(|after| (phrase, after)))
    }

    fn match_rest(&self, rest: &[Option<String>], mut at: usize, end: usize) -> Option<usize> {
        let mut parts = rest.iter();
        while let Some(part) = parts.next() {
            match part {
                Some(word) if at < end && self.word(at) == word => at += 1,
                Some(_) => return None,
                None => {
                    let next = parts.next()?.as_ref()?;
                    let limit = end.min(at + MAX_GAP);
                    let found =
                        (at..limit).take_while(|&i| !matches!(self.word(i), "." | "," | ";" | ":")).find(|&i| self.word(i) == next)?;
                    at = found + 1;
                }
            }
        }
        Some(at)
    }
}
