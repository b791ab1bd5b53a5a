//! Round-ups: whom each paragraph is about, where one after the other opens with another act.

use std::collections::BTreeMap;

use super::names::{Mention, Name, Names};
use super::page::Page;
use super::words::WORDS;
use crate::language::Sentence;

/// So many acts make a round-up.
const ROUND_UP_ACTS: usize = 3;
/// An act opens a paragraph within so many tokens, with a trade before it within more.
const OPENING_TOKENS: usize = 5;
const LED_TOKENS: usize = 9;

/// Takes note of the acts that paragraphs open with, where the article is about none of them more than of the others;
/// each is as much news as what stands in the lead. Not in articles that are of no stage.
pub(super) fn settle_acts(page: &Page<'_>, names: &mut Names) {
    if !names.is_on_stage {
        return;
    }
    let opens = |(idx, sentence): (usize, &Sentence)| {
        let is_text = idx > 0 && sentence.starts_paragraph && !page.is_clutter(sentence);
        Some((idx, act_at(page, names, sentence).filter(|_| is_text)?))
    };
    let acts: Vec<(usize, usize)> = page.sentences.iter().enumerate().filter_map(opens).collect();
    let mut counts: BTreeMap<usize, usize> = BTreeMap::new();
    for (_, act) in &acts {
        *counts.entry(*act).or_default() += 1;
    }
    let most = counts.values().max().copied().unwrap_or_default();
    if counts.len() < ROUND_UP_ACTS || most * 2 > acts.len() {
        return;
    }
    for act in counts.into_keys() {
        if let Some(name) = names.names.get_mut(act) {
            name.is_lead = true;
        }
    }
    names.acts = acts;
}

/// "Red Harbour have …", "Redport indie rock act Red Harbour recently …": the act that a paragraph opens with.
fn act_at(page: &Page<'_>, names: &Names, sentence: &Sentence) -> Option<usize> {
    let first = sentence.first_token as usize;
    let is_led = |mention: &Mention| {
        let left = mention.first.checked_sub(1).filter(|left| *left >= first).map(|left| page.word(left)).unwrap_or_default();
        left == "act" || WORDS.group_nouns.contains(left) || WORDS.person_before.contains(left)
    };
    let is_free = |mention: &&Mention| !mention.is_possessive && names.of(mention).is_some_and(is_act);
    let near = names.within(first, first + LED_TOKENS);
    // "Redport’s Single Foxes recently announced"
    let acts = |at: usize| {
        matches!(page.word(at), "have" | "has" | "are" | "will" | "recently") || page.phrase_at(&WORDS.telling, at, at + 2).is_some()
    };
    let is_known = |mention: &&Mention| names.of(mention).is_some_and(|name| name.agent > 0 || name.n_mentions > 1) || acts(mention.end);
    let opener = || near.iter().filter(is_free).find(is_known).filter(|mention| mention.first < first + OPENING_TOKENS);
    near.iter().filter(is_free).find(|mention| is_led(mention)).or_else(opener).map(|mention| mention.name)
}

fn is_act(name: &Name) -> bool {
    let is_title = name.is_work() && (name.is_quoted || name.thing.is_some() || name.work > 1);
    !is_title && !name.is_place && !name.is_company() && !name.sounds_like_somebody() && !name.is_byline && !name.is_credit
}
