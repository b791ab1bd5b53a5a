//! What the articles of one story show together: who is a person there, which title is whose, and what it is all about.

use std::collections::BTreeMap;

use super::names::{Mention, Name, Names, is_title_case, name_words};
use super::page::Page;

/// What is known of one name from every article that bears it.
#[derive(Clone, Debug, Default)]
struct Known {
    /// In how many articles it is of which sort, in the order of the articles.
    things: Vec<(&'static str, u32)>,
    agent: u32,
    work: u32,
    n_articles: u32,
    /// A title in quotation marks, in some article.
    is_title: bool,
}

impl Known {
    fn add_thing(&mut self, thing: &'static str) {
        match self.things.iter_mut().find(|(known, _)| *known == thing) {
            Some((_, n)) => *n = n.saturating_add(1),
            None => self.things.push((thing, 1)),
        }
    }

    /// The sort of most articles, of the first where several have as many.
    fn thing(&self) -> Option<&'static str> {
        self.things.iter().rev().max_by_key(|(_, n)| *n).map(|(thing, _)| *thing)
    }
}

/// Names of many articles put together, so that one article's "Kim" is known from another's "singer Kim".
#[derive(Clone, Debug, Default)]
pub struct Lore {
    known: BTreeMap<Vec<String>, Known>,
    /// Titles of some article, by their first word: another may have them where they are hard to tell.
    titles: BTreeMap<String, Vec<Title>>,
}

/// A title as one article has it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Title {
    words: Vec<String>,
    text: String,
    /// Long and in quotation marks: known wherever it stands. Others are looked for in headlines alone.
    is_sure: bool,
}

/// The names found in one article.
#[derive(Debug, Default)]
pub struct Study {
    pub(super) names: Names,
}

/// A title of fewer words is hardly missed, and a common word may stand anywhere.
const TITLE_WORDS: usize = 3;

impl Lore {
    /// Takes in what one article shows.
    pub fn add(&mut self, study: &Study) {
        for name in study.names.names.iter().filter(|name| !name.words.is_empty()) {
            let known = self.known.entry(name.words.clone()).or_default();
            if let Some(thing) = name.thing {
                known.add_thing(thing);
            }
            known.agent = known.agent.saturating_add(name.agent);
            known.work = known.work.saturating_add(name.work);
            known.n_articles = known.n_articles.saturating_add(1);
            known.is_title |= name.is_quoted && name.is_work();
            if name.is_work() && !name.is_place && name.words.len() > 1 {
                self.add_title(name);
            }
        }
    }

    fn add_title(&mut self, name: &Name) {
        let Some(first) = name.words.first() else { return };
        let titles = self.titles.entry(first.clone()).or_default();
        let is_sure = name.is_quoted && name.words.len() >= TITLE_WORDS;
        match titles.iter_mut().find(|title| title.words == name.words) {
            Some(known) => known.is_sure |= is_sure,
            None => titles.push(Title { words: name.words.clone(), text: name.text.clone(), is_sure }),
        }
    }

    /// Tells an article's names what the others show of them.
    pub(super) fn tell(&self, page: &Page<'_>, names: &mut Names) {
        self.find_titles(page, names);
        for name in &mut names.names {
            let Some(known) = self.known.get(&name.words).filter(|known| known.n_articles > 1 || name.n_articles > 0) else { continue };
            if name.thing.is_none() && known.work > known.agent {
                (name.thing, name.is_lent) = (known.thing(), true);
            }
            // "The Tide Man has revealed its dates": what another article has in quotation marks stays a title
            let agent = if known.is_title { known.agent.min(known.work) } else { known.agent };
            let is_quoted = name.is_quoted || known.is_title;
            *name = Name { agent, is_quoted, work: known.work, n_articles: known.n_articles, ..std::mem::take(name) };
        }
    }

    /// "Red Foxes and the Half-Moon Prince will arrive earlier": the title that another article has in quotation marks.
    fn find_titles(&self, page: &Page<'_>, names: &mut Names) {
        let mut found: Vec<(usize, usize, &Title)> = Vec::new();
        for at in 0..page.tokens.len() {
            if found.last().is_some_and(|(_, end, _)| at < *end) || !page.is_capital(at) {
                continue;
            }
            let Some(titles) = self.titles.get(page.word(at)) else { continue };
            let sentence = page.token_sentence(at).and_then(|sentence| page.sentences.get(sentence));
            let is_headline = sentence.is_some_and(|sentence| is_title_case(page, sentence));
            let titles = titles.iter().filter(|title| title.is_sure || is_headline);
            let fits = titles.filter_map(|title| Some((end_of(page, at, title)?, title))).max_by_key(|(end, _)| *end);
            let is_known = |end: usize| names.mentions.iter().any(|mention| mention.first <= at && end <= mention.end);
            if let Some((end, title)) = fits.filter(|(end, _)| !is_known(*end)) {
                found.push((at, end, title));
            }
        }
        for (first, end, title) in found {
            take_title(page, names, (first, end), title);
        }
        names.mentions.sort_by_key(|mention| (mention.first, mention.end));
    }
}

/// Where a title that begins at a token ends.
fn end_of(page: &Page<'_>, at: usize, title: &Title) -> Option<usize> {
    let n_tokens = title.words.len();
    let end = (at + n_tokens..at + 2 * n_tokens + 2).find(|&end| name_words(page.span(at, end).of(page.text)) == title.words)?;
    (page.is_capital(end - 1) || !page.is_word(end - 1)).then_some(end)
}

/// One mention of a title, in the stead of the names found in its words.
fn take_title(page: &Page<'_>, names: &mut Names, (first, end): (usize, usize), title: &Title) {
    let is_lead = page.token_sentence(first).is_some_and(|sentence| page.is_among_first(sentence, 2));
    names.mentions.retain(|mention| mention.end <= first || end <= mention.first);
    let known = names.names.iter().position(|name| name.words == title.words);
    let name = known.unwrap_or_else(|| {
        names.names.push(Name { text: title.text.clone(), words: title.words.clone(), n_articles: 1, ..Name::default() });
        names.names.len() - 1
    });
    let is_possessive = page.owns_at(end);
    names.mentions.push(Mention { first, end, name, is_possessive });
    if let Some(name) = names.names.get_mut(name) {
        name.n_mentions += 1;
        name.is_lead |= is_lead;
        name.opens |= is_lead;
    }
}
