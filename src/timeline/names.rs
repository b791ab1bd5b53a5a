//! Names spelled in more than one way, each spelling with the articles that use it.

use std::collections::BTreeMap;

use super::Name;
use super::link::is_same_name;
use crate::events::Event;
use crate::text::fold::folded_words;

/// Names with at least two spellings, in order of their commonest one.
pub(super) fn find_names(events: &[Event]) -> Vec<Name> {
    let mut spellings: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for event in events {
        let subject = &event.subject;
        for text in subject.known_as.iter().chain(&subject.by).chain(&event.sources).map(String::as_str) {
            let articles = spellings.entry(text).or_default();
            if articles.last() != Some(&event.article) {
                articles.push(event.article);
            }
        }
    }
    let mut names: Vec<Vec<(&str, Vec<u32>)>> = Vec::new();
    let mut by_letters: BTreeMap<String, usize> = BTreeMap::new();
    // a spelling differs in one of its words: one that shares the first or the last word is looked at
    let mut by_word: BTreeMap<String, Vec<(usize, Vec<String>)>> = BTreeMap::new();
    for (text, articles) in spellings {
        let words = folded_words(text);
        // two words at least: "Kim" is no spelling of anybody
        if words.len() < 2 {
            continue;
        }
        let ends = || words.first().into_iter().chain(words.last());
        let alike = || {
            let beside = ends().filter_map(|word| by_word.get(word)).flatten();
            beside.filter(|(_, known)| is_variant(known, &words)).map(|(idx, _)| *idx).min()
        };
        let near = by_letters.get(&words.concat()).copied().or_else(alike);
        let idx = near.unwrap_or(names.len());
        if let Some(name) = names.get_mut(idx) {
            name.push((text, articles));
        } else {
            by_letters.insert(words.concat(), idx);
            names.push(vec![(text, articles)]);
        }
        for word in ends() {
            by_word.entry(word.clone()).or_default().push((idx, words.clone()));
        }
    }
    let mut found: Vec<Name> = names
        .into_iter()
        .filter(|name| name.len() > 1)
        .filter_map(|mut name| {
            name.sort_by(|a, b| b.1.len().cmp(&a.1.len()).then(a.0.cmp(b.0)));
            let commonest = name.first()?.0.to_owned();
            Some(Name { name: commonest, spellings: name.into_iter().map(|(text, articles)| (text.to_owned(), articles)).collect() })
        })
        .collect();
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

/// The same number of words or letters, written a little differently; a shorter name is no spelling.
fn is_variant(a: &[String], b: &[String]) -> bool {
    let letters = |words: &[String]| words.iter().map(|word| word.chars().count()).sum::<usize>();
    letters(a).abs_diff(letters(b)) <= 1 && is_same_name(a, b)
}
