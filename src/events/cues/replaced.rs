//! "Kim replaces Park", "Park is replaced by Kim", "Kim steps in for her": another person.

use super::{Scene, ValueFact};
use crate::events::names::{Mention, Name};
use crate::events::subject::Referent;
use crate::events::words::{Order, WORDS};
use crate::events::{Facet, Says};

/// At most this many tokens stand between a person and the phrase.
const REACH: usize = 24;

pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let mut at = first;
    while at < end {
        if let Some((phrase, stop)) = scene.page.phrase_at(&WORDS.replaced, at, end) {
            if let Some(fact) = replacement(scene, at, stop, phrase.entry) {
                return vec![fact];
            }
            at = stop;
        } else {
            at += 1;
        }
    }
    Vec::new()
}

fn replacement(scene: &Scene<'_, '_>, at: usize, stop: usize, order: Order) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    if is_unsure(scene, first, at) {
        return None;
    }
    let (new, old) = match order {
        Order::NewFirst => {
            if let Some(put) = put_in(scene, stop, end) {
                let old = person_after(scene, stop, end).filter(|old| old.first < put.first);
                let old = old.or_else(|| meant_after(scene, stop, put))?;
                return told(scene, at, stop, put, old);
            }
            let new = person_before(scene, first, at)?;
            (new, person_after(scene, stop, end).or_else(|| meant_after(scene, stop, new))?)
        }
        Order::OldFirst => {
            let new = person_after(scene, stop, end)?;
            (new, person_before(scene, first, at)?)
        }
        Order::Beside => {
            let new = person_before(scene, first.max(at.saturating_sub(5)), at)?;
            (new, person_after(scene, stop, end.min(stop + 3))?)
        }
    };
    told(scene, at, stop, new, old)
}

/// "replaces him with Kim".
fn put_in(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let with = (stop..end.min(stop + 7)).find(|&at| scene.page.word(at) == "with" && scene.names.covering(at).is_none())?;
    person_after(scene, with + 1, end)
}

fn told(scene: &Scene<'_, '_>, at: usize, stop: usize, new: Mention, old: Mention) -> Option<ValueFact> {
    let first = scene.sentence.first_token as usize;
    // both must be named: one name and a guess would make anything a replacement
    if new.name == old.name {
        return None;
    }
    Some(ValueFact {
        sentence: scene.idx,
        at,
        referent: what_changed(scene, &[new, old])?,
        facet: Facet::Who,
        says: Says::Replaced,
        cue: scene.page.span(at, stop),
        from: Some(written(scene, &old)),
        to: Some(written(scene, &new)),
        from_inferred: false,
        is_passing: is_passing(scene, first, at),
    })
}

/// "might replace", "was never replaced".
fn is_unsure(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    (at.saturating_sub(6).max(first)..at).any(|i| {
        let word = scene.page.word(i);
        WORDS.possible.contains(word) || WORDS.negative.contains(word) || matches!(word, "would" | "fans" | "likely" | "hinted" | "process")
    }) || scene.page.raw((scene.sentence.end_token as usize).saturating_sub(1)) == "?"
}

/// "… after replacing Park in 2015": told of the past in passing.
fn is_passing(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    (at.saturating_sub(2).max(first)..at).any(|i| matches!(scene.page.word(i), "after" | "since" | "once" | "when" | "before"))
}

fn is_person(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let is_company = (mention.first..mention.end).any(|at| WORDS.company.contains(scene.page.word(at)));
    let fits = |name: &Name| !name.is_work() && !name.is_place && (name.words.len() > 1 || name.agent > 1);
    !is_company && scene.names.of(mention).is_some_and(fits)
}

/// Whoever stands before the phrase in its clause, "he" and "who" included.
fn person_before(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Mention> {
    let from = at.saturating_sub(REACH).max(first);
    let near = scene.names.within(from, at);
    let named = near.iter().rev().find(|mention| is_person(scene, mention) && !mention.is_possessive).copied();
    let pronoun = (from..at).rev().find(|&i| matches!(scene.page.word(i), "he" | "she"));
    match (named, pronoun) {
        (Some(named), Some(pronoun)) if pronoun > named.end => Some(named),
        (None, Some(_)) => last_person(scene, first),
        (named, _) => named,
    }
}

fn person_after(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let near = scene.names.within(stop, end.min(stop + 16));
    // "Little Harbour comedian Tom Reed": the first name only says which comedian
    let says_which = |mention: &Mention| WORDS.person_before.contains(scene.page.word(mention.end));
    let found = near.iter().find(|mention| is_person(scene, mention) && !says_which(mention))?;
    // "replaces the ageing stage with", "instead of keeping the peace, Kim": something else stands nearer
    let clear = (stop..found.first).all(|i| !scene.page.is_word(i) || is_apposed(scene.page.word(i)) || scene.names.covering(i).is_some());
    clear.then_some(*found)
}

/// Words that may stand between the phrase and the person: "comedian", "the singer", "longtime host", "former".
fn is_apposed(word: &str) -> bool {
    WORDS.person_before.contains(word)
        || WORDS.small.contains(word)
        || WORDS.company.contains(word)
        || WORDS.things.contains_key(word)
        || matches!(
            word,
            "former"
                | "longtime"
                | "long"
                | "time"
                | "fellow"
                | "original"
                | "departing"
                | "veteran"
                | "ex"
                | "old"
                | "previous"
                | "outgoing"
                | "late"
                | "lead"
                | "s"
                | "cast"
                | "mate"
                | "axed"
                | "injured"
                | "pregnant"
                | "co"
        )
}

/// "replacing him": whoever was named last and is not the new one.
fn meant_after(scene: &Scene<'_, '_>, stop: usize, new: Mention) -> Option<Mention> {
    let is_pronoun = matches!(scene.page.word(stop), "him" | "her" | "them") && !scene.page.is_capital(stop + 1);
    let before = scene.names.within(scene.sentence.first_token as usize, stop);
    let others = before.iter().rev().find(|mention| mention.name != new.name && is_person(scene, mention)).copied();
    is_pronoun.then(|| others.or_else(|| last_person(scene, scene.sentence.first_token as usize)))?.filter(|old| old.name != new.name)
}

/// The person named last before a token.
fn last_person(scene: &Scene<'_, '_>, before: usize) -> Option<Mention> {
    let near = scene.names.within(before.saturating_sub(60), before);
    near.iter().rev().find(|mention| is_person(scene, mention)).copied()
}

/// The show or the part: a work of the sentence, else what the article is about; a band where one plays an
/// instrument; never one of the two persons.
fn what_changed(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<Referent> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_other = |mention: &&Mention| !persons.iter().any(|person| person.name == mention.name);
    let mentions = scene.names.within(first, end);
    // "as a judge on The Harbour Voice", "host of Red Letters"
    let of_role = mentions.iter().filter(is_other).find(|mention| {
        let lead = mention
            .first
            .checked_sub(if matches!(scene.page.word(mention.first.wrapping_sub(1)), "the" | "a" | "“" | "'" | "‘") { 2 } else { 1 });
        let Some(lead) = lead.filter(|&lead| matches!(scene.page.word(lead), "on" | "of" | "in" | "for")) else { return false };
        let is_trade = |at: usize| {
            WORDS.person_before.contains(scene.page.word(at))
                || matches!(scene.page.word(at), "judge" | "captain" | "panellist" | "coach" | "lead" | "role" | "cast")
        };
        lead.checked_sub(1).is_some_and(is_trade) && scene.names.of(mention).is_some_and(|name| !name.is_place)
    });
    if let Some(mention) = of_role {
        return Some(Referent { name: Some(mention.name), is_named: true, ..Referent::default() });
    }
    let mut works = mentions.iter().filter(|mention| scene.names.of(mention).is_some_and(Name::is_work));
    if let Some(mention) = works.find(is_other) {
        let referent = scene.resolver.resolve(mention.first, mention.end)?;
        return Some(Referent { part: None, ..referent });
    }
    let plays = |at: usize| {
        matches!(
            scene.page.word(at),
            "drummer"
                | "bassist"
                | "guitarist"
                | "vocalist"
                | "frontman"
                | "frontwoman"
                | "keyboardist"
                | "drums"
                | "bass"
                | "guitar"
                | "vocals"
        )
    };
    if (first..end).any(plays) {
        let band = mentions.iter().filter(is_other).find(|mention| scene.names.of(mention).is_some_and(|name| !name.is_place));
        let name = band.map(|mention| mention.name).or_else(|| scene.resolver.main_agent())?;
        return Some(Referent { name: Some(name), is_named: true, ..Referent::default() });
    }
    scene.resolver.main_work().map(|work| Referent { part: None, ..work })
}

fn written(scene: &Scene<'_, '_>, mention: &Mention) -> String {
    scene.names.of(mention).map_or_else(String::new, |name| name.text.clone())
}
