//! Who tells a change: so many articles, so many named sources; never more than there are.

use super::{Change, Timeline};
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
    /// Who tells that change: the articles, and the first of each chain of sources.
    pub fn witnesses(&self, change: &Change) -> Witnesses {
        let mut found = Witnesses::default();
        let mut heard: Vec<Vec<String>> = Vec::new();
        for event in change.after.iter().filter_map(|id| self.event(*id)) {
            if !found.articles.contains(&event.article) {
                found.articles.push(event.article);
            }
            if let Some(source) = event.sources.first() {
                let folded = folded_words(source);
                if !heard.contains(&folded) {
                    heard.push(folded);
                    found.sources.push(source.clone());
                }
            }
        }
        found
    }
}
