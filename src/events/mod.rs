//! From one article to its statements: what happens, when, who says so, and what it replaces.

mod event;

pub use event::{Claim, Event, Facet, Heading, Kind, Note, NoteKind, Says, Stated, Status, Subject, Voice};

use crate::article::Article;
use crate::language::Reading;

/// All statements of one article, in the order of their quotes.
pub fn find_events(article: &Article, reading: &Reading) -> Vec<Event> {
    let _unused = (article, reading);
    Vec::new()
}
