//! What holds of all that a sentence tells, once each of its dates has been read.

use super::{Fact, Scene, Value};
use crate::civil::When;
use crate::events::event::Claim;
use crate::events::lists;
use crate::events::words::Happens;

/// Marks what the whole sentence leaves open, and sets each of its facts beside the others.
pub(super) fn settle(scene: &Scene<'_, '_>, facts: &mut [Fact]) {
    let Scene { page, resolver, sentence, groups, .. } = *scene;
    let first = facts.iter().position(|fact| fact.sentence == scene.idx).unwrap_or(facts.len());
    let word = |n: usize| page.word(sentence.first_token as usize + n);
    let is_talk = word(0) == "there" && (1..5).any(|n| matches!(word(n), "talk" | "rumours" | "rumors" | "speculation"));
    let is_asked = page.is_question(sentence);
    let of_tickets = matches!(page.word(sentence.first_token as usize), "tickets" | "ticket" | "ticketholders" | "refunds");
    if let Some(own) = facts.get_mut(first..) {
        // "Tickets for the December 5 show will be honored": nothing is told of the show
        // "Tickets were on sale for the tour, due to start on May 9": but of the tour that is
        let is_apart =
            |fact: &Fact| fact.group.is_some_and(|(first, _)| page.word(first) == "due" && page.raw(first.wrapping_sub(1)) == ",");
        for fact in own.iter_mut().filter(|fact| fact.referent.part.is_none() && !is_apart(fact)) {
            fact.is_unsure |= of_tickets;
        }
        // "There was talk of an April 2 release", "How many films will be put off this week?"
        // "There have been rumours, and now it is official: the gala has been postponed"
        let colon = sentence.token_range().find(|&at| page.raw(at) == ":").unwrap_or(sentence.end_token as usize);
        // "quashing rumours that it was slated for August 12"
        let is_rumour =
            |at: usize| matches!(page.word(at), "rumours" | "rumors" | "speculation") && matches!(page.word(at + 1), "that" | "of");
        let rumour = sentence.token_range().find(|&at| is_rumour(at));
        // "might be put off by another week, and the new date will be July 22"
        let unsure = groups.iter().find(|group| group.is_possible && group.unsettles()).map(|group| group.end);
        let goes_on = |at: usize| page.word(at) == "and" && page.word(at + 1) == "the" && page.word(at + 2) == "new";
        let joined = unsure.and_then(|end| (end..sentence.end_token as usize).find(|&at| goes_on(at)));
        for fact in own.iter_mut() {
            let is_behind = |start: Option<usize>| start.is_some_and(|start| fact.at > start);
            fact.is_possible |=
                is_talk && fact.at < colon || is_asked || is_behind(rumour) && fact.value == Value::Was || is_behind(joined);
        }
        own.sort_by_key(|fact| fact.at);
        end_after_start(own);
        lists::draw_to_old(page, own);
        lists::mark_further(page, own);
        lists::keep_old(page, own);
        lists::pair_respectively(page, sentence, own);
        lists::pair_titles(page, resolver.names(), sentence, own);
    }
}

/// "will kick off on Jan. 14 and conclude on Nov. 16", said in February: an end lies behind its beginning.
fn end_after_start(facts: &mut [Fact]) {
    let first = |fact: &Fact| fact.claim.as_ref().and_then(|claim| claim.date.first());
    for at in 1..facts.len() {
        let Some([start, end]) = facts.get_mut(at - 1..=at) else { continue };
        let is_pair = start.happens == Some(Happens::Start) && end.happens == Some(Happens::End) && start.value == end.value;
        let is_open = |claim: &Claim| claim.derivation.is_some() && claim.expression.is_some();
        let is_before = first(end).is_some_and(|day| first(start).is_some_and(|begins| day < begins));
        let Some(claim) = end.claim.as_mut().filter(|claim| is_pair && is_before && is_open(claim)) else { continue };
        let next = claim.date.range().and_then(|range| range.next_year());
        claim.date.when = next.map_or(claim.date.when, When::Days);
    }
}
