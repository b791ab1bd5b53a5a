//! "Kim has been cast after Park dropped out", "Park is leaving. Kim will take over": one goes, another comes.

use super::newcomer::{self, is_place};
use super::persons::{is_act, is_person, meant_after, person_after, person_before};
use super::replaced::{is_employer, is_unsure, told};
use super::{Scene, ValueFact};
use crate::events::names::{Mention, Name};
use crate::events::places::is_hall;
use crate::events::words::{Order, WORDS, plays};

/// Words that lead from who comes to who went.
const LEADS: [&str; 7] = ["after", "following", "because", "since", "when", "as", "with"];
/// What somebody leaves, beside the sorts of works.
const LEFT: [&str; 7] = ["project", "band", "group", "cast", "part", "job", "position"];

pub(super) fn find(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    if let Some((at, new, old)) = in_stead(scene, first, end).or_else(|| fill_in(scene, first, end)) {
        return (!is_unsure(scene, first, at)).then(|| told(scene, at, at + 1, new, old)).flatten();
    }
    if let Some((at, new)) = newcomer::find(scene).filter(|(at, _)| !is_unsure(scene, first, *at)) {
        let old = possessed(scene, first, at, new).or_else(|| gone_in_sentence(scene, at, new)).or_else(|| gone_near(scene, at, new));
        let old = old.or_else(|| begun_by(scene, new, end)).or_else(|| called_off(scene, first, new))?;
        let fact = told(scene, at, at + 1, new, old)?;
        let bill = bill_of(scene, first).filter(|bill| ![new.name, old.name].contains(bill)).map(|bill| scene.resolver.referent_to(bill));
        return Some(ValueFact { referent: bill.unwrap_or(fact.referent), ..fact });
    }
    let takes_over = phrase(scene, first, end, Order::Comes);
    let comes = takes_over.or_else(|| phrase(scene, first, end, Order::Joins))?;
    if is_unsure(scene, first, comes.0) {
        return None;
    }
    let new = person_before(scene, first, comes.0)?;
    let old = gone_here(scene, comes.1, end)
        .or_else(|| vacated_by(scene, comes.1, end))
        .or_else(|| takes_over.and_then(|(at, stop)| teller(scene, first, (at, stop), new)))
        .or_else(|| takes_over.and_then(|(at, _)| gone_before(scene, at, new)))?;
    told(scene, comes.0, comes.1, new, old)
}

/// "Red Harbour confirmed that the Foxes will be taking their place": whoever tells so.
fn teller(scene: &Scene<'_, '_>, first: usize, (at, stop): (usize, usize), new: Mention) -> Option<Mention> {
    let is_their = (at..stop).any(|at| scene.page.word(at) == "their");
    let that = (first..new.first).rev().find(|&at| scene.page.word(at) == "that").filter(|_| is_their)?;
    let acts = scene.names.within(first, that);
    acts.iter().rev().find(|mention| mention.name != new.name && is_act(scene, mention)).copied()
}

/// "Kern’s place will be taken by": hers.
fn possessed(scene: &Scene<'_, '_>, first: usize, at: usize, new: Mention) -> Option<Mention> {
    let is_owner =
        |old: &&Mention| old.is_possessive && old.name != new.name && (old.end..old.end + 4).any(|at| is_place(scene.page.word(at)));
    scene.names.within(first, at).iter().find(is_owner).copied()
}

/// "has named Tom Reed to finish the job | Kern started": whose work it was.
fn begun_by(scene: &Scene<'_, '_>, new: Mention, end: usize) -> Option<Mention> {
    let is_begun = |old: &&Mention| {
        let led = scene.page.word(old.first.wrapping_sub(1));
        old.name != new.name
            && matches!(led, "job" | "work" | "film" | "movie" | "project" | "that" | "what" | "album" | "series")
            && matches!(scene.page.word(old.end), "started" | "began" | "left" | "vacated" | "quit")
    };
    scene.names.within(new.end, end.min(new.end + BEGUN_TOKENS)).iter().find(is_begun).copied()
}

/// So far behind who comes stands whose work it was.
const BEGUN_TOKENS: usize = 10;

/// "Their slot will go to Red Harbour", "the Foxes will play in their stead", where the article opens with an act that
/// has called off what it was to do: that act.
fn called_off(scene: &Scene<'_, '_>, first: usize, new: Mention) -> Option<Mention> {
    let calls_off = |idx: usize| {
        let sentence = scene.page.sentences.get(idx)?;
        sentence.token_range().find(|&at| {
            let cue = scene.page.phrase_at(&WORDS.cues, at, sentence.end_token as usize);
            cue.is_some_and(|(phrase, _)| phrase.entry.takes_away() && phrase.is_verb)
        })
    };
    let act = scene.resolver.main_agent().filter(|act| tells_of_their_slot(scene, first) && *act != new.name)?;
    let opens = scene.names.names.get(act).is_some_and(|name| name.opens);
    (0..2).find_map(calls_off).filter(|_| opens)?;
    scene.names.mentions.iter().find(|mention| mention.name == act).copied()
}

/// "were also on the bill at Harbour Fest. Their slot will go to": whose slot it is, told in this sentence or the one before.
fn bill_of(scene: &Scene<'_, '_>, first: usize) -> Option<usize> {
    let end = scene.sentence.end_token as usize;
    if !tells_of_their_slot(scene, first) {
        return None;
    }
    let before = scene.idx.checked_sub(1).and_then(|idx| scene.page.sentences.get(idx)).map_or(first, |one| one.first_token as usize);
    let is_bill = |mention: &&Mention| {
        let left = scene.page.word(mention.first.wrapping_sub(1));
        let left = if left == "the" { scene.page.word(mention.first.wrapping_sub(2)) } else { left };
        left == "at" && scene.names.of(mention).is_some_and(|name| !name.is_person() && !is_hall(name))
    };
    let here = scene.names.within(first, end).iter().find(is_bill);
    here.or_else(|| scene.names.within(before, first).iter().find(is_bill)).map(|mention| mention.name)
}

/// "Their slot will go to", "will play in their stead".
fn tells_of_their_slot(scene: &Scene<'_, '_>, first: usize) -> bool {
    let end = scene.sentence.end_token as usize;
    (first..end).any(|at| scene.page.word(at) == "their" && is_slot(scene.page.word(at + 1)))
}

/// What an act has on a bill.
fn is_slot(word: &str) -> bool {
    matches!(word, "slot" | "place" | "spot" | "stead" | "set")
}

/// "Delta Rumble will now join the tour in Kern’s place".
fn in_stead(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let is_stead = |old: &&Mention| {
        let noun = (old.end..old.end + 3).find(|&at| !matches!(scene.page.word(at), "s" | "’" | "'"));
        let led = old.first.checked_sub(1).map(|left| scene.page.word(left)).unwrap_or_default();
        old.is_possessive
            && noun.is_some_and(|noun| matches!(scene.page.word(noun), "place" | "stead" | "absence" | "shoes"))
            && matches!(led, "in" | "take" | "takes" | "taking" | "took" | "taken" | "fill" | "fills" | "filling" | "into")
    };
    let old = scene.names.within(first, end).iter().find(is_stead)?;
    let led = old.first - 1;
    // "will now join the tour": whoever does so, as the subject of that verb
    let is_new = |mention: &&Mention| mention.name != old.name && !mention.is_possessive && is_act(scene, mention);
    let before = scene.names.within(first, led);
    let verb = (first..led).find(|&at| matches!(scene.page.word(at), "will" | "has" | "have" | "is" | "are" | "now"));
    let subject = before.iter().rev().find(|mention| verb.is_some_and(|verb| mention.end <= verb) && is_new(mention));
    let new = subject.copied().or_else(|| person_before(scene, first, led))?;
    (new.name != old.name).then_some((led, new, *old))
}

/// "have lined up a fill-in guitarist, Tom Reed": told beside whoever is away.
fn fill_in(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let page = scene.page;
    let is_substitute = |at: usize| {
        let is_pair = page.raw(at + 1) == "-" && matches!((page.word(at), page.word(at + 2)), ("fill" | "stand", "in"));
        is_pair || matches!(page.word(at), "fillin" | "replacement" | "substitute" | "temporary" | "interim")
    };
    let at = (first..end).find(|&at| is_substitute(at))?;
    let trade = (at + 1..(at + 5).min(end)).find(|&at| plays(page.word(at)) || WORDS.person_before.contains(page.word(at)))?;
    let near = scene.names.within(trade + 1, end.min(trade + 3));
    let new = *near.iter().find(|mention| (trade + 1..mention.first).all(|at| page.raw(at) == ",") && is_act(scene, mention))?;
    let old = gone_near(scene, first, new).or_else(|| gone_in_sentence(scene, at, new))?;
    Some((at, new, old))
}

/// Whoever went, told in this sentence before a token.
pub(super) fn gone_in_sentence(scene: &Scene<'_, '_>, before: usize, new: Mention) -> Option<Mention> {
    let first = scene.sentence.first_token as usize;
    // "have announced the departure of founding member Tom Reed"
    let exit = (first..before).find(|&at| is_exit(scene.page.word(at)) && scene.page.word(at + 1) == "of");
    if let Some(old) = exit.and_then(|exit| person_after(scene, exit + 2, before)).filter(|old| old.name != new.name) {
        return Some(old);
    }
    // "will be without drummer Tom Reed", "without the services of Tom Reed"
    let without =
        (first + 1..before).find(|&at| scene.page.word(at) == "without" && matches!(scene.page.word(at - 1), "be" | "are" | "is"));
    if let Some(without) = without {
        let missed = person_after(scene, without + 1, before.min(without + WITHOUT_TOKENS)).filter(|old| old.name != new.name);
        return missed.filter(|old| {
            (without + 1..old.first).any(|at| plays(scene.page.word(at)) || WORDS.person_before.contains(scene.page.word(at)))
                || scene.page.word(without + 2) == "services"
        });
    }
    let Some((left, gone)) = phrase(scene, first, before, Order::Leaves) else {
        // "Red Harbour were replacing him"
        let (_, stop) = phrase(scene, first, before, Order::NewFirst).filter(|(at, stop)| is_employer(scene, *at, *stop))?;
        return meant_after(scene, stop, new);
    };
    if parts_ways(scene, gone) {
        // "have parted ways with singer Tom Reed"; but "guitarist Tom Reed parted ways with Red Harbour"
        let after = person_after(scene, gone + 1, before).filter(|old| old.name != new.name);
        let is_led = |old: &Mention| {
            let word = scene.page.word(old.first.wrapping_sub(1));
            plays(word) || WORDS.person_before.contains(word)
        };
        let is_one = |old: &Mention| is_led(old) || scene.names.of(old).is_some_and(Name::sounds_like_somebody);
        let one = || person_before(scene, first, left).filter(|old| old.name != new.name && is_one(old));
        return after.filter(is_led).or_else(one).or(after);
    }
    person_before(scene, first, left).filter(|old| old.name != new.name && leaves_this(scene, gone, before))
}

pub(super) fn parts_ways(scene: &Scene<'_, '_>, gone: usize) -> bool {
    scene.page.word(gone) == "with" && matches!(scene.page.word(gone - 1), "ways" | "company")
        // "have fired singer Tom Reed"
        || ["fire", "dismiss", "sack", "oust"].iter().any(|verb| scene.page.word(gone - 1).starts_with(verb))
}

/// The first phrase of an order in a stretch.
fn phrase(scene: &Scene<'_, '_>, first: usize, end: usize, order: Order) -> Option<(usize, usize)> {
    (first..end).find_map(|at| {
        let (phrase, stop) = scene.page.phrase_at(&WORDS.replaced, at, end)?;
        // "Reed is stepping in", and nobody is named behind
        let comes = order == Order::Comes && phrase.entry == Order::NewFirst && scene.page.word(stop - 1) == "in";
        let comes = comes && !matches!(scene.page.word(stop), "for" | "to");
        ((phrase.entry == order || comes) && scene.names.covering(at).is_none()).then_some((at, stop))
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

/// "taking over the role vacated by Ashby", "filling the chair that Ashby vacated", "previously played by Ashby".
fn vacated_by(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let is_left = |at: &usize| {
        let word = scene.page.word(*at);
        matches!(word, "vacated" | "vacant" | "played" | "portrayed" | "held" | "originated" | "voiced" | "hosted")
            && scene.page.word(at + 1) == "by"
    };
    // "the chair that Reed vacated last month"
    let near = scene.names.within(stop, end.min(stop + VACATED_TOKENS));
    let one = near.iter().find(|old| is_person(scene, old) && matches!(scene.page.word(old.end), "vacated" | "left" | "quit"));
    if let Some(old) = one.filter(|old| matches!(scene.page.word(old.first.wrapping_sub(1)), "that" | "which")) {
        return Some(*old);
    }
    let by = (stop..end.min(stop + VACATED_TOKENS)).find(is_left)?;
    person_after(scene, by + 2, end)
}

/// "without | the services of longtime drummer": so far behind stands who is missed.
const WITHOUT_TOKENS: usize = 8;

/// "the lead role in the series, which was last | played by": so far behind who comes.
const VACATED_TOKENS: usize = 12;

fn is_exit(word: &str) -> bool {
    matches!(word, "exit" | "departure" | "firing" | "dismissal" | "withdrawal" | "resignation" | "death" | "sacking" | "ouster")
}

/// Whether what is left is this work, and no other that is named.
fn leaves_this(scene: &Scene<'_, '_>, gone: usize, end: usize) -> bool {
    let next = (gone..end.min(gone + 5)).find(|&at| {
        !matches!(
            scene.page.word(at),
            "the"
                | "his"
                | "her"
                | "their"
                | "of"
                | "out"
                | "from"
                | "as"
                | "with"
                | "them"
                | "us"
                | "first"
                | "part"
                | "rest"
                | "remainder"
        )
    });
    // "will not be touring with Red Harbour", whom the article is about
    let is_theirs = |at: usize| scene.names.covering(at).and_then(|mention| scene.names.of(mention)).is_some_and(|name| name.is_lead);
    next.is_none_or(|next| {
        is_theirs(next)
            || LEFT.contains(&scene.page.word(next))
            || scene.page.phrase_at(&WORDS.things, next, end).is_some()
            || !scene.page.is_word(next)
            || scene.page.is_in_date(next)
            || matches!(
                scene.page.word(next),
                "due" | "over" | "last" | "in" | "on" | "because" | "to" | "and" | "earlier" | "for" | "amid" | "citing"
            )
    })
}

/// "Showrunner Lee Pruitt is leaving the series.": told in the sentence before, or earlier in this one.
fn gone_before(scene: &Scene<'_, '_>, comes: usize, new: Mention) -> Option<Mention> {
    if phrase(scene, scene.sentence.first_token as usize, new.first, Order::Leaves).is_some() {
        return gone_in_sentence(scene, new.first, new);
    }
    gone_near(scene, comes, new)
}

/// Whoever went, told in one of the three sentences before, or in the one behind where somebody comes "now".
fn gone_near(scene: &Scene<'_, '_>, comes: usize, new: Mention) -> Option<Mention> {
    // "Joel Tran will now play the villain. Alan Marsh was forced to exit the thriller": or in the sentence behind
    let is_now = (comes..comes + 3).any(|at| scene.page.word(at) == "now");
    let behind = is_now.then_some(scene.idx + 1);
    // "Hellhorn won’t make the tour", the headline: whatever stands between
    let lead = if scene.names.is_on_stage && scene.idx > 3 { 0..2 } else { 0..0 };
    (1..=3).filter_map(|n| scene.idx.checked_sub(n)).chain(behind).chain(lead).find_map(|idx| {
        let sentence = scene.page.sentences.get(idx)?;
        let before = Scene { idx, sentence, ..*scene };
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        let is_told = phrase(&before, first, end, Order::Leaves)
            .is_none_or(|(left, gone)| parts_ways(scene, gone) || !is_unsure(&before, first, left));
        gone_in_sentence(&before, end, new).filter(|_| is_told)
    })
}
