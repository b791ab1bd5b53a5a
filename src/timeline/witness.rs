//! Who tells a change: so many articles, so many named sources; never more than there are.

use super::{Change, ChangeKind, EventId, Timeline};
use crate::events::Heading;
use crate::text::fold::folded_words;

/// The witnesses of a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Witnesses {
    /// Articles that tell it, by index, in order.
    pub articles: Vec<u32>,
    /// Whom they cite for it, each once, as first spelled.
    pub sources: Vec<String>,
}

impl Witnesses {
    /// "2 articles, 1 named source".
    pub fn text(&self) -> String {
        let count = |n: usize, word: &str| format!("{n} {word}{}", if n == 1 { "" } else { "s" });
        let articles = count(self.articles.len(), "article");
        if self.sources.is_empty() { articles } else { format!("{articles}, {}", count(self.sources.len(), "named source")) }
    }
}

impl Timeline {
    /// Who tells that change: the articles, and the first of each chain of sources; of a conflict both sides.
    pub fn witnesses(&self, change: &Change) -> Witnesses {
        let other_side = if change.kind == ChangeKind::Conflict { change.before.as_slice() } else { &[] };
        let tellers: Vec<EventId> = other_side.iter().chain(&change.after).copied().collect();
        Witnesses { articles: self.articles_of(&tellers), sources: self.sources_of(&tellers).into_iter().map(str::to_owned).collect() }
    }

    /// Whom some statements cite: the first of each chain of sources, who said it, not those who were told; each once
    /// however it is spelled, as first spelled, in order.
    pub fn sources_of(&self, events: &[EventId]) -> Vec<&str> {
        let mut heard: Vec<Vec<String>> = Vec::new();
        let mut is_new = |source: &&str| {
            let folded = folded_words(source);
            let is_new = !heard.contains(&folded);
            heard.extend(is_new.then_some(folded));
            is_new
        };
        let cited = events.iter().filter_map(|id| self.event(*id)?.sources.first()).map(String::as_str);
        cited.filter(|source| is_new(source)).collect()
    }

    /// The articles that some statements stand in: by index, in order, each once.
    pub fn articles_of(&self, events: &[EventId]) -> Vec<u32> {
        let mut articles: Vec<u32> = events.iter().filter_map(|id| self.event(*id)).map(|event| event.article).collect();
        articles.sort_unstable();
        articles.dedup();
        articles
    }

    /// The statements to quote for the old and the new value; one alone where both are the same sentence.
    pub fn quotes(&self, change: &Change) -> (Option<EventId>, Option<EventId>) {
        let (old, new) = (self.old_quote(change), self.new_quote(change));
        let place = |id: Option<EventId>| self.event(id?).map(|event| (event.article, event.quote));
        (old.filter(|_| place(old) != place(new)), new)
    }

    /// The statement to quote for the old value: the earliest that carried it, running text before a heading.
    pub fn old_quote(&self, change: &Change) -> Option<EventId> {
        let is_heading = |id: &EventId| self.event(*id).is_some_and(|event| event.heading == Heading::Yes);
        let article = |id: &EventId| self.event(*id).map(|event| event.article);
        change.before.iter().copied().min_by_key(|id| (article(id), is_heading(id), *id)).or(change.from_event)
    }

    /// The statement to quote for the new value: of the earliest report the one that gives date and cue, else either.
    pub fn new_quote(&self, change: &Change) -> Option<EventId> {
        let gives_value = |id: EventId| self.event(id).is_some_and(|event| event.claim.is_some() || event.value_text.is_some());
        let has_cue = |id: EventId| self.event(id).is_some_and(|event| event.stated.is_some());
        let is_heading = |id: EventId| self.event(id).is_some_and(|event| event.heading == Heading::Yes);
        let first = self.event(*change.after.first()?)?.article;
        let rank = |id: EventId| (!gives_value(id), !has_cue(id), is_heading(id), id);
        let told = |id: &EventId| self.event(*id).is_some_and(|event| event.article == first);
        change.after.iter().copied().filter(told).min_by_key(|id| rank(*id))
    }
}
