//! Which statements are about one thing happening.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::EventId;
use crate::article::Article;
use crate::events::{Event, Kind};
use crate::text::fold::folded_words;

/// The statements of one announcement.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Group {
    /// Ascending.
    pub events: Vec<EventId>,
}

/// Puts together the statements whose subject, kind, facet, part and territory agree; what is mentioned in passing keeps to itself.
pub fn link(articles: &[Arc<Article>], events: &[Event]) -> Vec<Group> {
    let mut groups: BTreeMap<_, Group> = BTreeMap::new();
    for (id, event) in (0..).zip(events) {
        if event.kind == Kind::Report || event.article as usize >= articles.len() {
            continue;
        }
        let words = |text: &Option<String>| text.as_deref().map(folded_words);
        let name = if event.subject.name.is_empty() { folded_words(&event.subject.text) } else { event.subject.name.clone() };
        let identity =
            (name, event.subject.thing.clone(), event.kind, event.facet, words(&event.part), words(&event.territory), event.is_background);
        groups.entry(identity).or_default().events.push(id);
    }
    groups.into_values().collect()
}
