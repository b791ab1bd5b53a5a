//! Sentences that turn round who comes and who goes: "Standing in for him will be Reed", "Hall was succeeded by Davie".

use super::Scene;
use super::persons::{is_act, is_person, meant_after, person_after, person_before};
use crate::events::names::Mention;
use crate::events::words::{Order, WORDS, plays};

/// "Standing in for the injured Tom Reed | will be": so far behind the verb may stand.
const INVERTED_TOKENS: usize = 14;

/// "that a fill-in vocalist | will take the place of": so far before the verb.
const UNNAMED_TOKENS: usize = 10;

/// So far behind a passive its "by" may stand.
const BY_TOKENS: usize = 12;

/// "Standing in for him will be Tom Reed".
pub(super) fn inverted(scene: &Scene<'_, '_>, at: usize, stop: usize, order: Order) -> Option<(Mention, Mention)> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let opens = at <= first + 1 && scene.page.word(at).ends_with("ing") && matches!(order, Order::NewFirst);
    let is_verb = |verb: &usize| matches!((scene.page.word(*verb), scene.page.word(verb + 1)), ("will", "be") | ("is" | "are", _));
    let verb = (stop..end.min(stop + INVERTED_TOKENS)).find(is_verb).filter(|_| opens)?;
    let new = person_after(scene, if scene.page.word(verb) == "will" { verb + 2 } else { verb + 1 }, end)?;
    let old = person_after(scene, stop, verb).or_else(|| meant_after(scene, stop, new))?;
    (old.name != new.name).then_some((new, old))
}

/// "The Harbour Band takes Reed’s place", "was given the Foxes’ slot": the verb, who comes and who goes.
pub(super) fn in_place_of(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let page = scene.page;
    let takes = |at: usize| matches!(page.word(at), "take" | "takes" | "took" | "taking" | "given" | "fills" | "filling" | "filled");
    let owner_behind = |at: usize| scene.names.within(at + 1, (at + 4).min(end)).first().filter(|owner| owner.is_possessive);
    let (at, old) = (first..end).filter(|&at| takes(at)).find_map(|at| Some((at, *owner_behind(at)?)))?;
    // "takes over Reed’s role"
    let is_over = page.word(at + 1) == "over";
    let is_slot = (old.end..old.end + 4).any(|at| match page.word(at) {
        "place" | "slot" | "spot" => true,
        "role" | "part" | "job" | "seat" | "chair" | "duties" | "show" => is_over,
        _ => false,
    });
    let is_somebody = scene.names.of(&old).is_some_and(|name| !name.is_work() && !name.is_place);
    let near = || scene.names.within(first, at).iter().rev().find(|mention| is_act(scene, mention)).copied();
    let new = person_before(scene, first, at).or_else(near).filter(|new| is_slot && is_somebody && new.name != old.name)?;
    Some((at, new, old))
}

/// "Kern will take over the role of Ada Marsh, currently being played by Reed": who has it until then.
pub(super) fn played_until(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let page = scene.page;
    let is_now = |at: &usize| matches!(page.word(*at), "currently" | "now" | "presently") && page.raw(at.wrapping_sub(1)) == ",";
    let is_done = |at: usize| matches!(page.word(at), "played" | "portrayed" | "performed" | "held" | "hosted" | "sung" | "fronted");
    let at = (first..end).find(is_now)?;
    let done = (at + 1..at + 3).find(|&at| is_done(at)).filter(|&done| page.word(done + 1) == "by")?;
    let takes = |at: &usize| {
        let takes_over = matches!(page.word(*at), "take" | "takes" | "taking") && page.word(at + 1) == "over";
        takes_over || matches!(page.word(*at), "step" | "steps" | "stepping" | "assume" | "assumes" | "assuming")
    };
    let verb = (first..at).find(takes)?;
    let old = person_after(scene, done + 2, end).filter(|old| old.first <= done + 3)?;
    let near = || scene.names.within(first, verb).iter().rev().find(|mention| is_act(scene, mention)).copied();
    let new = person_before(scene, first, verb).or_else(near).filter(|new| new.name != old.name)?;
    Some((verb, new, old))
}

/// "The role, which was initially offered to Kern, will now be played by Reed", "Reed will play the part first given to Kern".
pub(super) fn offered_before(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let page = scene.page;
    let once = (first..end).find(|&at| WORDS.once.contains(page.word(at)) || page.word(at) == "first")?;
    let leads = |at: &usize| {
        let verb = page.word(*at);
        let to = matches!(verb, "offered" | "given" | "handed") && page.word(at + 1) == "to";
        let intended = matches!(verb, "meant" | "intended" | "written" | "earmarked") && page.word(at + 1) == "for";
        let by = matches!(verb, "played" | "portrayed" | "held" | "hosted" | "voiced" | "filled") && page.word(at + 1) == "by";
        to || intended || by
    };
    let given = (once + 1..end.min(once + ONCE_TOKENS)).find(leads)?;
    let is_part = |at: usize| matches!(page.word(at), "role" | "part" | "character" | "job" | "slot");
    (first..once).rev().find(|&at| is_part(at))?;
    let old = person_after(scene, given + 2, end).filter(|old| old.first <= given + 4)?;
    let is_ahead = |at: usize| (at.saturating_sub(3)..at).any(|left| matches!(page.word(left), "will" | "now" | "ll"));
    let is_done = |at: &usize| {
        let plays = matches!(page.word(*at), "played" | "portrayed" | "filled" | "taken" | "voiced" | "performed");
        plays && page.word(at + 1) == "by" && is_ahead(*at)
    };
    let passive = (old.end..end).find(is_done).and_then(|at| Some((at, person_after(scene, at + 2, end)?)));
    let plays =
        |at: &usize| matches!(page.word(*at), "play" | "plays" | "portray" | "take" | "takes" | "voice" | "assume") && is_ahead(at + 1);
    let active = || (first..once).find(plays).and_then(|at| Some((at, person_before(scene, first, at)?)));
    let (at, new) = passive.or_else(active).filter(|(_, new)| new.name != old.name)?;
    Some((at, new, old))
}

/// "initially | offered to": so far behind the word the verb stands.
const ONCE_TOKENS: usize = 5;

/// "Kern’s replacement by Reed", "the replacement of Kern by Reed".
pub(super) fn replacement_by(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let page = scene.page;
    let at = (first..end).find(|&at| page.word(at) == "replacement" && scene.names.covering(at).is_none())?;
    let by = (at + 1..end.min(at + BY_TOKENS)).find(|&by| page.word(by) == "by")?;
    let owner = scene.names.within(first, at).last().filter(|owner| owner.is_possessive && owner.end + 2 == at).copied();
    let old = owner.or_else(|| person_after(scene, at + 2, by).filter(|_| page.word(at + 1) == "of"))?;
    let new = person_after(scene, by + 1, end).filter(|new| new.first <= by + 3 && new.name != old.name)?;
    Some((at, new, old))
}

/// "Tom Reed dropped out, and it was Sam Kern, her husband, who was called in to replace him".
pub(super) fn called_in(scene: &Scene<'_, '_>, first: usize, at: usize, stop: usize, order: Order) -> Option<(Mention, Mention)> {
    let page = scene.page;
    let it = (first..at).rev().find(|&it| page.word(it) == "it" && matches!(page.word(it + 1), "was" | "is"))?;
    let is_cleft = matches!(order, Order::NewFirst) && (it + 2..at).any(|who| page.word(who) == "who");
    let new = *scene.names.within(it + 2, at).first().filter(|new| is_cleft && new.first <= it + 3)?;
    let is_old = |old: &&Mention| old.name != new.name && !old.is_possessive && is_person(scene, old);
    let is_him = matches!(page.word(stop), "him" | "her" | "them");
    let old = scene
        .names
        .within(first, it)
        .iter()
        .find(is_old)
        .copied()
        .filter(|_| is_him)
        .or_else(|| person_after(scene, stop, scene.sentence.end_token as usize))?;
    Some((new, old))
}

/// "…, Kern and The 1987, who | stood in for Reed": what stands before "who" is on no list of names.
pub(super) fn is_of_unnamed(scene: &Scene<'_, '_>, at: usize) -> bool {
    let page = scene.page;
    // "Red Harbour have revealed that a fill-in vocalist will take the place of Reed": whoever that is
    let led =
        (at.saturating_sub(UNNAMED_TOKENS)..at).rev().find(|&i| scene.names.covering(i).is_some() || matches!(page.word(i), "a" | "an"));
    let is_trade = |i: usize| plays(page.word(i)) || WORDS.person_nouns.contains(page.word(i));
    if led.is_some_and(|led| matches!(page.word(led), "a" | "an") && page.word(led.wrapping_sub(1)) == "that" && (led..at).any(is_trade)) {
        return true;
    }
    let who = (at.saturating_sub(3)..at).rev().find(|&i| page.word(i) == "who");
    let last = who.filter(|&who| who > 1 && page.raw(who - 1) == ",").map(|who| who - 2);
    let is_number = |at: usize| page.is_number(at) && page.raw(at).len() == 4;
    last.is_some_and(|last| is_number(last) && last > 0 && page.is_capital(last - 1) && scene.names.covering(last).is_none())
}

/// "was replaced", "has been succeeded".
pub(super) fn is_passive(scene: &Scene<'_, '_>, at: usize) -> bool {
    let is_past = scene.page.word(at).ends_with("ed") && scene.page.word(at) != "stepped";
    let helper = (at.saturating_sub(3)..at).rev().find(|&left| !WORDS.adverb.contains(scene.page.word(left)));
    is_past && helper.is_some_and(|left| matches!(scene.page.word(left), "was" | "were" | "been" | "being" | "is" | "are" | "be"))
}

/// Behind the "by" of a passive: "in the role | by".
pub(super) fn agent_of(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<usize> {
    let is_by = |at: &usize| scene.page.word(*at) == "by" && scene.names.covering(*at).is_none();
    (stop..end.min(stop + BY_TOKENS)).take_while(|&at| !matches!(scene.page.raw(at), "," | ";")).find(is_by).map(|by| by + 1)
}
