//! What an article comes back to: whose tour it tells of, and which happening it names most.

use std::collections::BTreeMap;

use super::OWN_TOKENS;
use super::phrase::PREPOSITIONS;
use crate::events::names::Names;
use crate::events::page::Page;
use crate::events::words::{Role, WORDS};

/// Who owns a tour, a residency, a festival in the article: "Kern’s upcoming North American tour"; only where one does.
pub(super) fn owners_of(page: &Page<'_>, names: &Names) -> BTreeMap<&'static str, usize> {
    let mut owners: BTreeMap<&'static str, Option<usize>> = BTreeMap::new();
    for mention in names.mentions.iter().filter(|mention| mention.is_possessive) {
        if names.of(mention).is_none_or(|name| name.is_place || name.is_byline || name.is_work()) {
            continue;
        }
        let own = mention.end..mention.end + OWN_TOKENS;
        let noun = own
            .clone()
            .take_while(|&at| !matches!(page.raw(at), "," | "." | ";") && !PREPOSITIONS.contains(&page.word(at)))
            .find_map(|at| page.phrase_at(&WORDS.things, at, at + 3));
        if let Some((phrase, _)) = noun.filter(|(phrase, _)| phrase.entry.role == Role::Happening) {
            let slot = owners.entry(phrase.entry.name).or_insert(Some(mention.name));
            *slot = slot.filter(|owner| *owner == mention.name);
        }
    }
    owners.into_iter().filter_map(|(thing, owner)| Some((thing, owner?))).collect()
}

/// The happening that an article comes back to: named at least three times, and twice as often as any other.
pub(super) fn main_happening(page: &Page<'_>, names: &Names) -> Option<(&'static str, usize)> {
    let mut counts: BTreeMap<&'static str, usize> = BTreeMap::new();
    for sentence in page.sentences.iter().filter(|sentence| !page.is_clutter(sentence)) {
        let end = sentence.end_token as usize;
        let mut at = sentence.first_token as usize;
        while at < end {
            let phrase = page.phrase_at(&WORDS.things, at, end).filter(|_| names.covering(at).is_none());
            if let Some((phrase, _)) = phrase.filter(|(phrase, _)| phrase.entry.role == Role::Happening) {
                *counts.entry(phrase.entry.name).or_default() += 1;
            }
            at = phrase.map_or(at + 1, |(_, stop)| stop);
        }
    }
    let mut most: Vec<(usize, &'static str)> = counts.into_iter().map(|(thing, n)| (n, thing)).collect();
    most.sort_by_key(|most| std::cmp::Reverse(*most));
    let (n, thing) = *most.first()?;
    let next = most.get(1).map_or(0, |second| second.0);
    (n >= 3 && n >= 2 * next).then_some((thing, n))
}
