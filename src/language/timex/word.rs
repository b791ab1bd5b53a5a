//! Each token with what the lexicon knows of it, found once.

use super::sense::Sense;
use crate::language::lexicon::{DATES, Entry};
use crate::language::tense::Cue;
use crate::text::{Span, Token, TokenKind};

/// One token as the date rules see it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it says inside a date.
    pub(crate) sense: Sense,
    /// What it says of the tense.
    pub(crate) cue: Option<Cue>,
    /// Its time zone's number plus one; 0 for none.
    pub(crate) zone: u8,
    /// Whether a name of a day or work begins with it.
    pub(crate) begins_name: bool,
}

/// The tokens as words, one for one.
pub(crate) fn words_of(text: &str, tokens: &[Token]) -> Vec<Word> {
    let list = &*DATES;
    tokens.iter().map(|token| word_of(text, *token, |word| list.words.get(word))).collect()
}

fn word_of<'l>(text: &str, token: Token, look_up: impl Fn(&str) -> Option<&'l Entry>) -> Word {
    let plain = |sense| Word { span: token.span, sense, cue: None, zone: 0, begins_name: false };
    match token.kind {
        TokenKind::Break => plain(Sense::Break),
        TokenKind::Number => plain(digits(token.of(text))),
        TokenKind::Mark => plain(mark(token.of(text))),
        TokenKind::Word => {
            let letters = token.of(text);
            match look_up(letters) {
                Some(entry) => {
                    Word { span: token.span, sense: entry.sense, cue: entry.cue, zone: entry.zone, begins_name: entry.begins_name }
                }
                None => plain(counter(letters)),
            }
        }
    }
}

fn digits(letters: &str) -> Sense {
    let n = u8::try_from(letters.len()).unwrap_or(u8::MAX);
    let value = if n > 9 { u32::MAX } else { letters.bytes().fold(0, |value, byte| value * 10 + u32::from(byte - b'0')) };
    Sense::Digits(value, n)
}

fn mark(letters: &str) -> Sense {
    match letters {
        "," => Sense::Comma,
        "." => Sense::Dot,
        "-" | "‐" | "‑" => Sense::Hyphen,
        "–" | "—" | "−" | "~" | "〜" => Sense::Dash,
        "/" => Sense::Slash,
        ":" => Sense::Colon,
        "'" | "’" | "‘" | "`" => Sense::Apostrophe,
        "\"" | "“" | "”" | "„" | "«" | "»" => Sense::Quote,
        "(" | "[" => Sense::Open,
        ")" | "]" => Sense::Close,
        "&" => Sense::Ampersand,
        "$" | "£" | "€" | "₩" | "¥" | "₹" | "#" => Sense::Currency,
        "%" => Sense::Percent,
        _ => Sense::Mark,
    }
}

/// Korean and Japanese dates count with a syllable behind the digits: 2022년 4월 25일.
fn counter(letters: &str) -> Sense {
    match letters.chars().next() {
        Some('년' | '年') => Sense::Counter(0),
        Some('월' | '月') => Sense::Counter(1),
        Some('일' | '日') => Sense::Counter(2),
        _ => Sense::Plain,
    }
}
