//! A text and nothing else: its day is in a byline, in its name, its folder's name or its dateline.

use super::{Head, Outcome, Source, encoding, problem, report_date};
use crate::article::Article;
use crate::text::unwrapped;

/// Text files; any text at all where the person chose this very file.
pub(super) fn claims(head: &Head<'_>) -> bool {
    head.ends_with(&["txt", "text"]) || (head.is_chosen && !head.is_binary)
}

/// The whole text is the article.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let decoded = encoding::decoded(source.bytes, None);
    let text = decoded.text.trim();
    if text.is_empty() {
        return Outcome::failed(problem::empty(source.file));
    }
    let mut article = Article::new(unwrapped(text.to_owned()), source.file.to_owned());
    article.reported = report_date::of(&article.text, source);
    let mut outcome = Outcome::default();
    if article.reported.is_none() {
        outcome.problems.push(problem::no_report_date(source.file));
    }
    if decoded.has_bad_bytes {
        outcome.problems.push(problem::bad_bytes(source.file));
    }
    outcome.articles.push(article);
    outcome
}
