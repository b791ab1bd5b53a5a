//! Who comes where the article has told who goes: "Taking over will be Reed", "his place will be taken by Reed", "have
//! recruited guitarist Reed".

use super::Scene;
use super::persons::{is_act, person_after, person_before, says_which};
use crate::events::names::Mention;
use crate::events::words::{WORDS, plays};

/// "Taking over behind the kit | will be": so far behind the first word the verb may stand.
const OPENING_TOKENS: usize = 18;
/// "In their place, | the | Red Harbour": so far behind stands who comes.
const FRONTED_TOKENS: usize = 5;
/// "the slot | has now gone | to Reed": so far behind what is given.
const GIVEN_TOKENS: usize = 5;
/// "have recruited | former Red Harbour guitarist": so far behind the verb whom it names.
const HIRED_TOKENS: usize = 9;

/// "have found a replacement in longtime friend Tom Reed".
fn found_in(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let finds = |at: usize| matches!(page.word(at), "found" | "find" | "finds");
    let at = (first + 1..end).find(|&at| {
        matches!(page.word(at), "replacement" | "successor") && matches!(page.word(at + 1), "in") && page.word(at - 1) == "a"
    })?;
    (at.saturating_sub(3)..at).any(finds).then(|| person_after(scene, at + 2, end.min(at + HIRED_TOKENS)))?.map(|new| (at, new))
}

/// Whoever comes, with the token that says so; who goes is told elsewhere.
pub(super) fn find(scene: &Scene<'_, '_>) -> Option<(usize, Mention)> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let page = scene.page;
    // "… if a successor is found"
    if (first..end).any(|at| matches!(page.word(at), "if" | "whether" | "unless")) {
        return None;
    }
    in_place(scene, first, end)
        .or_else(|| takes_place(scene, first, end))
        .or_else(|| named_so(scene, first, end))
        .or_else(|| opens_with_task(scene, first, end))
        .or_else(|| taken_by(scene, first, end))
        .or_else(|| hired(scene, first, end))
        .or_else(|| found_in(scene, first, end))
}

/// "Stepping into her shoes is comedian Tom Reed", "Handling the microphone on all dates will be Reed".
fn opens_with_task(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let at = (first..first + 2).find(|&at| page.word(at).len() > 5 && page.word(at).ends_with("ing") && page.is_capital(at))?;
    // "Joining her in the class was Tom Reed": beside her
    if page.word(at) == "joining" {
        return None;
    }
    let is_verb = |verb: &usize| {
        page.word(*verb) == "will" && page.word(verb + 1) == "be" || matches!(page.word(*verb), "is" | "are" | "comes" | "was")
    };
    let no_mark = |at: &usize| !matches!(page.raw(*at), "," | ";" | "“" | "\"");
    let verb = (at + 1..end.min(at + OPENING_TOKENS)).take_while(no_mark).find(is_verb)?;
    let stop = if page.word(verb) == "will" { verb + 2 } else { verb + 1 };
    Some((at, person_after(scene, stop, end)?))
}

/// "vocalist Tom Reed will be the fill-in", "Reed is his replacement".
fn named_so(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_substitute = |at: usize| {
        let is_pair = page.raw(at + 1) == "-" && matches!((page.word(at), page.word(at + 2)), ("fill" | "stand", "in"));
        is_pair || matches!(page.word(at), "replacement" | "substitute")
    };
    let is_led = |at: usize| {
        matches!(page.word(at - 1), "the" | "his" | "her" | "their") && matches!(page.word(at.wrapping_sub(2)), "be" | "is" | "as")
    };
    // "Tom Reed is their new guitar player", "will be the band’s new drummer"
    let is_new_player = |at: usize| {
        let trade =
            (at + 1..(at + 3).min(end)).find(|&at| plays(page.word(at)) || matches!(page.word(at), "player" | "host" | "presenter"));
        let led =
            (1..=4).filter_map(|n| at.checked_sub(n)).find(|&at| !matches!(page.word(at), "the" | "their" | "its" | "band" | "s" | "show"));
        page.word(at) == "new" && trade.is_some() && led.is_some_and(|led| matches!(page.word(led), "is" | "be" | "as"))
    };
    // "would be a suitable replacement for", "a possible replacement"
    let is_talk =
        |at: usize| matches!(page.word(at.wrapping_sub(1)), "suitable" | "possible" | "potential" | "ideal" | "perfect" | "likely");
    let at = (first + 3..end).find(|&at| is_substitute(at) && is_led(at) && !is_talk(at) || is_new_player(at))?;
    let near = scene.names.within(first, at);
    let new = near.iter().rev().find(|mention| is_act(scene, mention) && mention.first + HIRED_TOKENS > at.saturating_sub(HIRED_TOKENS))?;
    Some((at, *new))
}

/// "In his place comes Tom Reed", "her place on the show goes to Reed".
fn in_place(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_own = |at: usize| matches!(page.word(at), "his" | "her" | "their");
    let is_gift = |at: usize| is_own(at) || page.word(at) == "the" || page.word(at) == "s";
    // "the slot has gone to Reed", "Kern’s job went to Reed"
    let is_given = |at: usize| {
        let gone = (at + 1..end.min(at + GIVEN_TOKENS)).find(|&at| matches!(page.word(at), "goes" | "gone" | "went" | "go" | "going"));
        gone.filter(|&gone| page.word(gone + 1) == "to").map(|gone| gone + 2)
    };
    let held = (first + 1..end)
        .filter(|&at| matches!(page.word(at), "place" | "spot" | "seat" | "slot" | "job" | "role" | "part" | "berth" | "gig"))
        .find_map(|at| is_given(at).filter(|_| is_gift(at - 1)).map(|stop| (at, stop)));
    if let Some((at, stop)) = held {
        // "goes to the Red Harbour", an act of which nothing is known
        let act = || scene.names.within(stop, stop + 2).first().filter(|new| is_act(scene, new)).copied();
        return Some((at, person_after(scene, stop, end).or_else(act)?));
    }
    let at = (first + 1..end).find(|&at| matches!(page.word(at), "place" | "stead" | "spot" | "seat") && is_own(at - 1))?;
    // "In their place, Red Harbour were bumped up"
    let is_fronted = at == first + 2 && page.word(first) == "in" && page.raw(at + 1) == ",";
    let fronted = scene.names.within(at + 2, at + FRONTED_TOKENS).first().filter(|new| is_fronted && is_act(scene, new));
    if let Some(new) = fronted {
        return Some((at, *new));
    }
    let verb = (at + 1..end.min(at + HIRED_TOKENS)).find(|&at| matches!(page.word(at), "comes" | "goes" | "is" | "steps" | "will"))?;
    let stop = match (page.word(verb), page.word(verb + 1)) {
        ("will", "be") | ("steps", "in") => verb + 2,
        ("goes" | "will", _) => return None,
        _ => verb + 1,
    };
    Some((at, person_after(scene, stop, end)?))
}

/// "Mila Kern of Red Harbour will take their place", "Kern will play in their stead".
fn takes_place(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_own = |at: usize| matches!(page.word(at), "his" | "her" | "their");
    let takes = |at: usize| matches!(page.word(at), "take" | "takes" | "taking" | "fill" | "fills" | "filling");
    let is_held = |at: usize| matches!(page.word(at), "place" | "spot" | "slot" | "stead" | "absence");
    let leads = |at: usize| takes(at) || page.word(at) == "in" && matches!(page.word(at + 2), "stead" | "place" | "absence");
    let at = (first + 1..end).find(|&at| leads(at) && is_own(at + 1) && (at + 2..at + 4).any(is_held))?;
    let is_ahead = (first..at).any(|at| matches!(page.word(at), "will" | "ll" | "is" | "are" | "be" | "to" | "now"));
    let near = || scene.names.within(first, at).iter().find(|mention| is_act(scene, mention) && !says_which(scene, mention)).copied();
    Some((at, person_before(scene, first, at).or_else(near).filter(|_| is_ahead)?))
}

/// What somebody holds, and another takes: "Kern’s place", "her role".
pub(super) fn is_place(word: &str) -> bool {
    matches!(word, "place" | "role" | "part" | "spot" | "slot" | "seat" | "shoes")
}

/// "Kern’s place will be taken by Reed", "her role will be played by Reed".
fn taken_by(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_place = |at: usize| is_place(page.word(at)) || page.word(at) == "duties";
    let is_own = |at: usize| matches!(page.word(at), "his" | "her" | "their" | "s" | "the");
    let at = (first + 1..end).find(|&at| is_place(at) && (at.saturating_sub(3)..at).any(is_own))?;
    let is_taken =
        |at: usize| matches!(page.word(at), "taken" | "filled" | "played" | "portrayed" | "voiced" | "handled" | "assumed" | "occupied");
    let taken = (at + 1..end.min(at + OPENING_TOKENS)).find(|&at| is_taken(at) && matches!(page.word(at + 1), "by" | "over"))?;
    let is_ahead = (at..taken).any(|at| matches!(page.word(at), "will" | "is" | "are" | "being" | "be" | "has"));
    let by = (taken + 1..taken + 4).find(|&at| page.word(at) == "by").filter(|_| is_ahead)?;
    Some((taken, person_after(scene, by + 1, end)?))
}

/// "have recruited guitarist Tom Reed", "In their place, the festival has booked Red Harbour", "announced the addition of".
fn hired(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_verb = |at: usize| {
        matches!(
            page.word(at),
            "recruited"
                | "recruits"
                | "recruit"
                | "enlisted"
                | "enlists"
                | "enlist"
                | "tapped"
                | "hired"
                | "booked"
                | "drafted"
                | "named"
                | "appointed"
        ) || page.word(at) == "addition" && page.word(at + 1) == "of"
            || matches!(page.word(at), "brought" | "drafted") && page.word(at + 1) == "in"
    };
    let at = (first..end).find(|&at| is_verb(at) && scene.names.covering(at).is_none())?;
    // "was hired by", "had been booked"
    let helper = at.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    let is_done_to = matches!(helper, "was" | "were" | "been" | "be" | "is" | "are" | "not" | "never");
    let near = scene.names.within(at + 1, end.min(at + HIRED_TOKENS));
    let new = near.iter().find(|mention| is_act(scene, mention) && !says_which(scene, mention))?;
    let stands_in = (first..at).any(|at| page.word(at) == "place" || page.word(at) == "stead");
    let is_trade = (at + 1..new.first).any(|at| plays(page.word(at)) || WORDS.person_before.contains(page.word(at)));
    // "have recruited Red Harbour to take over the support slot"
    let is_task = page.word(new.end) == "to"
        && matches!(page.word(new.end + 1), "take" | "fill" | "replace" | "step" | "stand" | "cover" | "complete" | "finish")
        || page.word(new.end) == "as" && (new.end..new.end + 4).any(|at| matches!(page.word(at), "replacement" | "replacements"));
    ((is_trade || stands_in || is_task) && !is_done_to).then_some((at, *new))
}
