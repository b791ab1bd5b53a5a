//! Words, numbers and marks of a text, in one pass, each a span.

use super::Span;

/// What sort of token it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum TokenKind {
    /// Letters, with inner apostrophes and hyphens cut apart: "Ha", "Sung", "-", "woon".
    Word,
    /// Digits only: "25", "2022".
    Number,
    /// One mark: "," "." "(" "’".
    Mark,
    /// A line break (one token for a run of white space that holds at least one).
    Break,
}

/// One token.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Token {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: TokenKind,
}

impl Token {
    /// The words themselves.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// All tokens, left to right, without white space other than line breaks.
///
/// A letter run and a digit run are tokens of their own ("8pm" is "8", "pm"); anything else that is
/// not white space is a token of one character.
pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(text.len() / 5);
    let mut chars = text.char_indices().peekable();
    while let Some((start, first)) = chars.next() {
        let kind = class_of(first);
        let mut end = start + first.len_utf8();
        let mut breaks = first == '\n';
        if kind != Some(TokenKind::Mark) {
            while let Some(&(at, next)) = chars.peek() {
                if class_of(next) != kind && !(kind == Some(TokenKind::Word) && is_combining(next)) {
                    break;
                }
                breaks |= next == '\n';
                end = at + next.len_utf8();
                chars.next();
            }
        }
        let span = Span::from_offsets(start, end);
        match kind {
            Some(kind) => tokens.push(Token { span, kind }),
            None if breaks => tokens.push(Token { span, kind: TokenKind::Break }),
            None => {}
        }
    }
    tokens
}

/// Whether a word is one capital letter, as before the stop of an initial: "F. Warren Kern".
pub fn is_initial(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase) && letters.next().is_none()
}

/// Whether a word is four digits and nothing else, as a year is.
pub fn is_year(word: &str) -> bool {
    word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether four digits stand side by side, as those of a year do.
pub fn has_year_digits(words: &str) -> bool {
    words.as_bytes().windows(4).any(|four| four.iter().all(u8::is_ascii_digit))
}

fn class_of(c: char) -> Option<TokenKind> {
    if c.is_ascii_digit() {
        Some(TokenKind::Number)
    } else if c.is_alphabetic() {
        Some(TokenKind::Word)
    } else if c.is_whitespace() {
        None
    } else {
        Some(TokenKind::Mark)
    }
}

fn is_combining(c: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&c)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let words: Vec<_> = tokenize(text).iter().map(|t| if t.kind == TokenKind::Break { "¶" } else { t.of(text) }).collect();
        assert_eq!(words.join(" "), expected);
    }

    #[test]
    fn numbers_and_letters_part_company() {
        check("It’s 8pm, 21:10 KST.", "It ’ s 8 pm , 21 : 10 KST .");
    }

    #[test]
    fn a_line_break_is_a_token() {
        check("One\n\n two", "One ¶ two");
    }
}
