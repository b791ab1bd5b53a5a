//! The dates of a tour, a line each: "March 17 — Seattle, Wash. @ Showbox Market".

use super::names::Names;
use super::page::Page;
use super::subject::Resolver;
use super::words::WORDS;
use super::{Subject, clause};
use crate::language::{DateWords, Sentence};
use crate::text::TokenKind;

/// A line of dates has so many tokens at most.
const LINE_TOKENS: usize = 26;

/// Whether a sentence is a line of its own that begins with a date and goes on with a place, and says nothing else.
pub(super) fn is_stop(page: &Page<'_>, names: &Names, sentence: &Sentence, date: &DateWords) -> bool {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    let tokens = page.date_tokens(date);
    let opens = sentence.starts_paragraph && (first..tokens.start).all(|at| !page.is_word(at)) && end - first <= LINE_TOKENS;
    let is_told = || clause::find_groups(page, names, sentence).iter().any(|group| group.is_finite);
    opens && has_place(page, tokens.end, end) && !is_told()
}

/// "Seattle", "@", "Town Hall".
fn has_place(page: &Page<'_>, first: usize, end: usize) -> bool {
    let is_city = |at: usize| {
        (1..=3).any(|n| at + n <= end && page.is_capital(at) && WORDS.places.contains(&page.span(at, at + n).of(page.text).to_lowercase()))
    };
    (first..end).any(|at| page.raw(at) == "@" || page.is_capital(at) && WORDS.venue.contains(page.word(at)) || is_city(at))
}

/// The concert of whoever the article is about.
pub(super) fn concert_of(resolver: &Resolver<'_>) -> Option<Subject> {
    let act = resolver.names().names.get(resolver.main_agent()?).filter(|name| name.is_lead && !name.is_place)?;
    Some(Subject {
        text: format!("{} concert", act.text),
        name: act.words.clone(),
        thing: "concert".to_owned(),
        known_as: act.known_as.clone(),
        by: vec![act.text.clone()],
    })
}

/// That concert, and where: everything behind the date.
pub(super) fn stop_of(
    page: &Page<'_>,
    resolver: &Resolver<'_>,
    sentence: &Sentence,
    date: &DateWords,
) -> Option<(Subject, Option<String>)> {
    let subject = concert_of(resolver)?;
    let end = sentence.end_token as usize;
    let from = (page.date_tokens(date).end..end).find(|&at| page.kind(at) == Some(TokenKind::Word));
    let place = from.map(|from| page.span(from, end).of(page.text).trim().to_owned());
    Some((subject, place.filter(|place| !place.is_empty())))
}
