//! "now a duet", "will be held online rather than in person": another form.

use std::sync::LazyLock;

use serde::Deserialize;

use super::{Scene, ValueFact};
use crate::events::{Facet, Says};

/// One line of `shapes.ron`.
#[derive(Deserialize)]
struct Shape {
    to: String,
    was: String,
    words: Vec<String>,
}

#[expect(clippy::expect_used, reason = "the list is part of the binary and a test parses it")]
static SHAPES: LazyLock<Vec<Shape>> =
    LazyLock::new(|| ron::from_str(include_str!("../../../assets/lexicon/en/shapes.ron")).expect("shapes.ron"));

pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let found = shapes_in(scene);
    let mut told = Vec::new();
    for (n, (shape, first, end)) in found.iter().enumerate() {
        let Some(signal) = change_before(scene, *first) else { continue };
        let other = found
            .iter()
            .enumerate()
            .filter(|(m, _)| *m != n)
            .find(|(_, (other, start, _))| other.to != shape.to && is_given_up(scene, *start));
        if is_given_up(scene, *first) {
            continue;
        }
        let from = other.map(|(_, (other, ..))| other.to.clone());
        if signal == Signal::Weak && from.is_none() {
            continue;
        }
        let Some(referent) = scene.resolver.resolve(clause_start(scene, *first), *first).filter(|referent| referent.name.is_some()) else {
            continue;
        };
        told.push(ValueFact {
            sentence: scene.idx,
            at: *first,
            referent,
            facet: Facet::Shape,
            says: Says::FormatChanged,
            cue: scene.page.span(*first, *end),
            from_inferred: from.is_none(),
            is_passing: false,
            from: from.or_else(|| Some(shape.was.clone())),
            to: Some(shape.to.clone()),
        });
        break;
    }
    told
}

/// Where the clause that leads to a form begins: after "that", "but" and the like.
fn clause_start(scene: &Scene<'_, '_>, first: usize) -> usize {
    let floor = scene.sentence.first_token as usize;
    (floor..first)
        .rev()
        .find(|&at| matches!(scene.page.word(at), "that" | "but" | "while" | "although") || matches!(scene.page.raw(at), ";" | ":"))
        .map_or(floor, |at| at + 1)
}

/// How strongly the words before a form say that it is new.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signal {
    /// "converted into", "has been turned into".
    Strong,
    /// "will be held": only with the old form beside it.
    Weak,
}

fn shapes_in<'s>(scene: &Scene<'_, '_>) -> Vec<(&'s Shape, usize, usize)> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let mut found = Vec::new();
    let mut at = first;
    while at < end {
        let best = SHAPES
            .iter()
            .flat_map(|shape| shape.words.iter().map(move |words| (shape, words)))
            .filter_map(|(shape, words)| phrase_end(scene, words, at, end).map(|stop| (shape, stop)))
            .max_by_key(|(_, stop)| *stop);
        match best {
            Some((shape, stop)) => {
                found.push((shape, at, stop));
                at = stop;
            }
            None => at += 1,
        }
    }
    found
}

fn phrase_end(scene: &Scene<'_, '_>, words: &str, at: usize, end: usize) -> Option<usize> {
    let mut i = at;
    for piece in words.split([' ', '-']) {
        if scene.page.raw(i) == "-" {
            i += 1;
        }
        if i >= end || !piece.eq_ignore_ascii_case(scene.page.word(i)) {
            return None;
        }
        i += 1;
    }
    Some(i)
}

/// The verb that makes a form new, within a few words before it.
fn change_before(scene: &Scene<'_, '_>, first: usize) -> Option<Signal> {
    let floor = (scene.sentence.first_token as usize).max(first.saturating_sub(9));
    let words: Vec<&str> = (floor..first).map(|at| scene.page.word(at)).collect();
    if words.iter().any(|word| matches!(*word, "could" | "may" | "might" | "if" | "would" | "not" | "considering" | "should" | "whether")) {
        return None;
    }
    let turned = words.iter().any(|word| {
        matches!(
            *word,
            "converted" | "turned" | "transformed" | "changed" | "switched" | "moved" | "split" | "shifted" | "reworked" | "adapted"
        )
    });
    let into = words.iter().rev().take(4).any(|word| matches!(*word, "into" | "to"));
    if turned && into || words.ends_with(&["now", "a"]) {
        return Some(Signal::Strong);
    }
    words.iter().any(|word| matches!(*word, "will" | "be" | "is" | "now" | "released" | "held" | "place" | "then")).then_some(Signal::Weak)
}

/// "rather than", "instead of", "pulled from", "originally".
fn is_given_up(scene: &Scene<'_, '_>, first: usize) -> bool {
    let floor = (scene.sentence.first_token as usize).max(first.saturating_sub(7));
    let words: Vec<&str> = (floor..first).map(|at| scene.page.word(at)).collect();
    words.windows(2).any(|pair| matches!(pair, ["rather", "than"] | ["instead", "of"] | ["pulled", "from"] | ["as", "planned"]))
        || words.last() == Some(&"from")
}
