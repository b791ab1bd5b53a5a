//! Ground: places in a text, the words in it, and words made alike.

pub mod fold;
mod named;
pub mod span;
pub mod token;
mod wrap;

pub(crate) use named::named;
pub use span::Span;
pub use token::{Token, TokenKind, has_year_digits, is_initial, is_year, tokenize};
pub use wrap::unwrapped;
