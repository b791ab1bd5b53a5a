//! "Kim replaces Park", "Park is replaced by Kim", "Kim steps in for Park": another person.

use super::{Scene, ValueFact};
use crate::events::names::Mention;
use crate::events::subject::Referent;
use crate::events::{Facet, Says};

/// How a phrase places the new and the old person around itself.
#[derive(Clone, Copy)]
enum Order {
    /// "NEW replaces OLD".
    NewFirst,
    /// "OLD is replaced by NEW".
    OldFirst,
}

/// Words that stand between the two persons; alternatives by `|`.
const PHRASES: [(&[&str], Order); 18] = [
    (&["replaced", "by"], Order::OldFirst),
    (&["replaced", "with"], Order::OldFirst),
    (&["replace|replaces|replacing|replaced"], Order::NewFirst),
    (&["step|steps|stepped|stepping", "in", "for"], Order::NewFirst),
    (&["step|steps|stepped|stepping", "in", "to", "replace"], Order::NewFirst),
    (&["step|steps|stepped|stepping", "in", "at", "the", "last", "minute", "for"], Order::NewFirst),
    (&["step|steps|stepped|stepping", "in"], Order::NewFirst),
    (&["fill|fills|filled|filling", "in", "for"], Order::NewFirst),
    (&["stand|stands|stood|standing", "in", "for"], Order::NewFirst),
    (&["take|takes|took|taken|taking", "over", "from"], Order::NewFirst),
    (&["take|takes|took|taken|taking", "over", "as", "host", "from"], Order::NewFirst),
    (&["take|takes|took|taken|taking", "the", "place", "of"], Order::NewFirst),
    (&["take|takes|took|taken|taking", "over", "the", "role", "from"], Order::NewFirst),
    (&["replacement", "for"], Order::NewFirst),
    (&["successor", "to"], Order::NewFirst),
    (&["in", "place", "of"], Order::NewFirst),
    (&["succeed|succeeds|succeeded|succeeding"], Order::NewFirst),
    (&["instead", "of"], Order::NewFirst),
];

/// At most this many tokens stand between a person and the phrase.
const REACH: usize = 24;

pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let mut found = Vec::new();
    for at in first..end {
        let Some((stop, order)) = PHRASES.iter().find_map(|(words, order)| phrase_end(scene, words, at, end).map(|stop| (stop, *order)))
        else {
            continue;
        };
        if is_unsure(scene, first, at) {
            continue;
        }
        let left = person_before(scene, first, at);
        let right = person_after(scene, stop, end);
        let (new, old) = match order {
            Order::NewFirst => (left, right),
            Order::OldFirst => (right, left),
        };
        // both must be named: one name and a guess would make anything a replacement
        let (Some(new), Some(old)) = (new, old) else { continue };
        if new.name == old.name {
            continue;
        }
        let Some(referent) = what_changed(scene, &[new, old]) else { continue };
        found.push(ValueFact {
            sentence: scene.idx,
            at,
            referent,
            facet: Facet::Who,
            says: Says::Replaced,
            cue: scene.page.span(at, stop),
            from: Some(written(scene, &old)),
            to: Some(written(scene, &new)),
            from_inferred: false,
        });
    }
    found.truncate(1);
    found
}

fn phrase_end(scene: &Scene<'_, '_>, words: &[&str], at: usize, end: usize) -> Option<usize> {
    let fits = words.iter().enumerate().all(|(i, word)| word.split('|').any(|form| form == scene.page.word(at + i)));
    (fits && at + words.len() <= end).then_some(at + words.len())
}

/// "might replace", "was never replaced".
fn is_unsure(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    (at.saturating_sub(5).max(first)..at).any(|i| {
        matches!(
            scene.page.word(i),
            "not" | "never" | "might" | "could" | "may" | "should" | "rumoured" | "rumored" | "if" | "would" | "wanted" | "want" | "fans"
        )
    })
}

fn is_person(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    scene.names.of(mention).is_some_and(|name| !name.is_work() && (name.words.len() > 1 || name.agent > 0))
}

fn person_before(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Mention> {
    let near = scene.names.within(at.saturating_sub(REACH).max(first), at);
    near.iter().rev().find(|mention| is_person(scene, mention) && !mention.is_possessive).copied()
}

fn person_after(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let near = scene.names.within(stop, end.min(stop + 16));
    // "Little Harbour comedian Tom Reed": the first name only says which comedian
    let says_which = |mention: &Mention| crate::events::words::WORDS.person_before.contains(scene.page.word(mention.end));
    near.iter().find(|mention| is_person(scene, mention) && !says_which(mention)).copied()
}

/// The show or the part: a work of the sentence, else what the article is about; never one of the two persons.
fn what_changed(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<Referent> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let mut works =
        scene.names.within(first, end).iter().filter(|mention| scene.names.of(mention).is_some_and(super::super::names::Name::is_work));
    let named = works.find(|mention| !persons.iter().any(|person| person.name == mention.name));
    let mut referent = match named {
        Some(mention) => scene.resolver.resolve(mention.first, mention.end)?,
        None => scene.resolver.main_work()?,
    };
    referent.part = None;
    Some(referent)
}

fn written(scene: &Scene<'_, '_>, mention: &Mention) -> String {
    scene.names.of(mention).map_or_else(String::new, |name| name.text.clone())
}
