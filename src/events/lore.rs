//! What the articles of one story show together: who is a person there, which title is whose, and what it is all about.

use std::collections::BTreeMap;

use super::names::{Name, Names};

/// What is known of one name from every article that bears it.
#[derive(Clone, Copy, Debug, Default)]
struct Known {
    thing: Option<&'static str>,
    agent: u32,
    work: u32,
    n_articles: u32,
}

/// Names of many articles put together, so that one article's "Kim" is known from another's "singer Kim".
#[derive(Clone, Debug, Default)]
pub struct Lore {
    known: BTreeMap<Vec<String>, Known>,
}

/// The names found in one article.
#[derive(Debug, Default)]
pub struct Study {
    pub(super) names: Names,
}

impl Lore {
    /// Takes in what one article shows.
    pub fn add(&mut self, study: &Study) {
        for name in study.names.names.iter().filter(|name| !name.words.is_empty()) {
            let known = self.known.entry(name.words.clone()).or_default();
            known.thing = known.thing.or(name.thing);
            known.agent = known.agent.saturating_add(name.agent);
            known.work = known.work.saturating_add(name.work);
            known.n_articles = known.n_articles.saturating_add(1);
        }
    }

    /// Tells an article's names what the others show of them.
    pub(super) fn tell(&self, names: &mut Names) {
        for name in &mut names.names {
            let Some(known) = self.known.get(&name.words).filter(|known| known.n_articles > 1) else { continue };
            if name.thing.is_none() && known.work > known.agent {
                name.thing = known.thing;
            }
            *name = Name { agent: known.agent, work: known.work, n_articles: known.n_articles, ..std::mem::take(name) };
        }
    }
}
