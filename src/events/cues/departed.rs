//! "Kim has been cast after Park dropped out", "Park is leaving. Kim will take over": one goes, another comes.

use super::replaced::{is_unsure, person_after, person_before, told};
use super::{Scene, ValueFact};
use crate::events::names::Mention;
use crate::events::words::{Order, WORDS};

/// Words that lead from who comes to who went.
const LEADS: [&str; 7] = ["after", "following", "because", "since", "when", "as", "with"];
/// What somebody leaves, beside the sorts of works.
const LEFT: [&str; 7] = ["project", "band", "group", "cast", "part", "job", "position"];

pub(super) fn find(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let takes_over = phrase(scene, first, end, Order::Comes);
    let comes = takes_over.or_else(|| phrase(scene, first, end, Order::Joins))?;
    if is_unsure(scene, first, comes.0) {
        return None;
    }
    let new = person_before(scene, first, comes.0)?;
    let old = gone_here(scene, comes.1, end).or_else(|| takes_over.and_then(|(at, _)| gone_before(scene, at, new)))?;
    told(scene, comes.0, comes.1, new, old)
}

/// The first phrase of an order in a stretch.
fn phrase(scene: &Scene<'_, '_>, first: usize, end: usize, order: Order) -> Option<(usize, usize)> {
    (first..end).find_map(|at| {
        let (phrase, stop) = scene.page.phrase_at(&WORDS.replaced, at, end)?;
        (phrase.entry == order && scene.names.covering(at).is_none()).then_some((at, stop))
    })
}

/// "… after Will Ashby dropped out", "following Ashby’s exit": whoever went, in the words behind.
fn gone_here(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let lead = (stop..end).find(|&at| LEADS.contains(&scene.page.word(at)))?;
    // "following the firing of Bryan Sack"
    let going = (lead + 1..(lead + 5).min(end)).find(|&at| is_exit(scene.page.word(at)) && scene.page.word(at + 1) == "of");
    if let Some(going) = going {
        return person_after(scene, going + 2, end);
    }
    let old = person_after(scene, lead + 1, end)?;
    if old.is_possessive {
        return (old.end..(old.end + 5).min(end)).any(|at| is_exit(scene.page.word(at))).then_some(old);
    }
    let (_, gone) = phrase(scene, old.end, end.min(old.end + 8), Order::Leaves)?;
    leaves_this(scene, gone, end).then_some(old)
}

fn is_exit(word: &str) -> bool {
    matches!(word, "exit" | "departure" | "firing" | "dismissal" | "withdrawal" | "resignation" | "death" | "sacking" | "ouster")
}

/// Whether what is left is this work, and no other that is named.
fn leaves_this(scene: &Scene<'_, '_>, gone: usize, end: usize) -> bool {
    let next = (gone..end.min(gone + 5))
        .find(|&at| !matches!(scene.page.word(at), "the" | "his" | "her" | "their" | "of" | "out" | "from" | "as"));
    next.is_none_or(|next| {
        LEFT.contains(&scene.page.word(next))
            || scene.page.phrase_at(&WORDS.things, next, end).is_some()
            || !scene.page.is_word(next)
            || scene.page.is_in_date(next)
            || matches!(
                scene.page.word(next),
                "due" | "over" | "last" | "in" | "because" | "to" | "and" | "earlier" | "for" | "amid" | "citing"
            )
    })
}

/// "Showrunner Lee Pruitt is leaving the series.": told in the sentence before, or earlier in this one.
fn gone_before(scene: &Scene<'_, '_>, comes: usize, new: Mention) -> Option<Mention> {
    let first = scene.sentence.first_token as usize;
    if let Some((left, gone)) = phrase(scene, first, new.first, Order::Leaves) {
        return person_before(scene, first, left).filter(|old| old.name != new.name && leaves_this(scene, gone, new.first));
    }
    // "Joel Tran will now play the villain. Alan Marsh was forced to exit the thriller": or in the sentence behind
    let is_now = (comes..comes + 3).any(|at| scene.page.word(at) == "now");
    let behind = is_now.then_some(scene.idx + 1);
    (1..=2).filter_map(|n| scene.idx.checked_sub(n)).chain(behind).find_map(|idx| {
        let sentence = scene.page.sentences.get(idx)?;
        let before = Scene { idx, sentence, ..*scene };
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        let (left, gone) = phrase(&before, first, end, Order::Leaves)?;
        let old = person_before(&before, first, left).filter(|old| old.name != new.name)?;
        (!is_unsure(&before, first, left) && leaves_this(&before, gone, end)).then_some(old)
    })
}
