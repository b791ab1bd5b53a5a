//! Capitalised words that stand side by side and are no one name: "Copper Foxes star Mila Kern", "Wow: Mila Kern".

use std::collections::BTreeMap;

use super::names::{Run, name_words, opens_sentence};
use super::page::Page;
use super::words::WORDS;

/// How often a label stands before a colon until it is the field of a form: "Fun fact:".
const FIELD_TIMES: usize = 3;

/// Takes runs apart that only stand side by side, and leaves out the labels of captions.
pub(super) fn part_runs(page: &Page<'_>, runs: &mut Vec<Run>) {
    drop_labels(page, runs);
    let counts = counted(page, runs);
    let parted: Vec<Run> =
        std::mem::take(runs).into_iter().flat_map(|run| pair(page, run)).flat_map(|run| parts(page, &counts, run)).collect();
    *runs = parted;
}

fn key_of(page: &Page<'_>, first: usize, end: usize) -> Vec<String> {
    name_words(page.span(first, end).of(page.text))
}

fn counted(page: &Page<'_>, runs: &[Run]) -> BTreeMap<Vec<String>, usize> {
    let mut counts = BTreeMap::new();
    for run in runs {
        *counts.entry(key_of(page, run.first, run.end)).or_default() += 1;
    }
    counts
}

/// "Mila Kern and Tom Reed", however often: two people.
fn pair(page: &Page<'_>, run: Run) -> Vec<Run> {
    let is_person = |first: usize, end: usize| {
        let words = key_of(page, first, end);
        words.len() > 1 && WORDS.people.has_given(&words)
    };
    let and = (run.first..run.end).find(|&at| page.word(at) == "and").filter(|_| !run.is_quoted);
    match and.filter(|&and| is_person(run.first, and) && is_person(and + 1, run.end)) {
        Some(and) => vec![Run { first: run.first, end: and, is_quoted: false, is_possessive: false }, Run { first: and + 1, ..run }],
        None => vec![run],
    }
}

/// "Kern" and "Mila Kern" in a run that stands nowhere else: two names and what lies between.
fn parts(page: &Page<'_>, counts: &BTreeMap<Vec<String>, usize>, run: Run) -> Vec<Run> {
    let is_alone = !run.is_quoted && counts.get(&key_of(page, run.first, run.end)) == Some(&1);
    if !is_alone || run.end < run.first + 3 || (run.first..run.end).any(|at| page.raw(at) == ":") {
        return vec![run];
    }
    let known = |first: usize, end: usize| {
        let n = counts.get(&key_of(page, first, end)).copied().unwrap_or_default();
        let n_words = (first..end).filter(|&at| page.is_word(at)).count();
        first < end && page.is_capital(first) && (n > 1 || n > 0 && n_words > 1)
    };
    let is_loud = |at: usize| page.raw(at).len() > 3 && page.raw(at).chars().all(char::is_uppercase);
    if is_loud(run.end - 1) && !is_loud(run.first) && known(run.first, run.end - 1) {
        // "Mila Kern ENGAGED"
        return vec![Run { end: run.end - 1, is_possessive: false, ..run }];
    }
    let Some(from) = (run.first + 1..run.end).find(|&at| known(at, run.end)) else { return vec![run] };
    let head_end = (run.first + 1..=from).rev().find(|&end| known(run.first, end));
    let tail_words = key_of(page, from, run.end);
    let is_person = tail_words.len() > 1 && WORDS.people.has_given(&tail_words);
    // "Harbour Star Mila Kern": a person ends what begins otherwise; "The Mila Kern Show" is one name
    let is_led = is_trade(page.word(from.saturating_sub(1)));
    if head_end.is_none() && is_person && from == run.first + 1 {
        // "Fiancés Mila Kern", where "Mila Kern" stands everywhere else
        return vec![Run { first: from, ..run }];
    }
    if head_end.is_none() && !(is_person && is_led) {
        return vec![run];
    }
    let Some(head_end) = head_end.or_else(|| from.checked_sub(1).filter(|&end| end > run.first)) else { return vec![run] };
    if is_joined(page, &run, head_end, from) {
        return vec![run];
    }
    let tail = Run { first: from, end: run.end, is_quoted: false, is_possessive: run.is_possessive };
    let owns = matches!(page.raw(head_end), "’" | "'");
    vec![Run { first: run.first, end: head_end, is_quoted: false, is_possessive: owns }, tail]
}

/// "Rise of the | Harbour": words that hold a title together.
fn is_joined(page: &Page<'_>, run: &Run, to: usize, from: usize) -> bool {
    let is_short = |first: usize, end: usize| end < first + 2;
    let is_led = is_trade(page.word(from.saturating_sub(1)));
    from == to && !is_led && (is_short(run.first, to) || is_short(from, run.end))
        || (to..from).any(|at| matches!(page.word(at), "v" | "vs" | "versus" | "&"))
}

fn is_trade(word: &str) -> bool {
    WORDS.person_before.contains(word) || WORDS.person_nouns.contains(word)
}

/// The labels of captions, "Staying positive: Mila Kern …", and of forms are no names unless they are elsewhere.
fn drop_labels(page: &Page<'_>, runs: &mut Vec<Run>) {
    let mut in_label = BTreeMap::<Vec<String>, usize>::new();
    let heads_caption = |run: &Run| !run.is_quoted && opens_sentence(page, run.first) && page.raw(run.end) == ":";
    for run in runs.iter().filter(|run| heads_caption(run)) {
        *in_label.entry(key_of(page, run.first, run.end)).or_default() += 1;
    }
    let counts = counted(page, runs);
    runs.retain(|run| {
        let key = key_of(page, run.first, run.end);
        let n = in_label.get(&key).copied().unwrap_or_default();
        let only_label = n > 0 && counts.get(&key) == Some(&n);
        !(only_label && (key.len() == 1 || n >= FIELD_TIMES))
    });
}
