//! "Kim replaces Park", "Park is replaced by Kim", "Kim steps in for her": another person.

use super::changed::what_changed;
use super::gone::band;
use super::past::{NEWS_SENTENCES, is_told_as_past};
use super::persons::{before_aside, is_act, is_apposed, meant_after, person_after, person_before, says_which};
use super::turned::{agent_of, called_in, in_place_of, inverted, is_of_unnamed, is_passive, offered_before, played_until, replacement_by};
use super::{Scene, ValueFact};
use crate::events::Facet;
use crate::events::grammar::is_light;
use crate::events::names::Mention;
use crate::events::subject::Referent;
use crate::events::words::{Order, Role, WORDS, plays};

pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    if is_match_report(scene) {
        return Vec::new();
    }
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    if let Some((at, new, old)) = in_place_of(scene, first, end)
        .or_else(|| replacement_by(scene, first, end))
        .or_else(|| played_until(scene, first, end))
        .or_else(|| offered_before(scene, first, end))
        .filter(|(at, ..)| !is_unsure(scene, first, *at))
    {
        return told(scene, at, at + 1, new, old).into_iter().collect();
    }
    if let Some((at, new, old)) = out_and_in(scene, first, end) {
        return told(scene, at, at + 1, new, old).into_iter().collect();
    }
    let mut at = first;
    while at < end {
        if let Some((phrase, stop)) = scene.page.phrase_at(&WORDS.replaced, at, end) {
            let is_pair = matches!(phrase.entry, Order::NewFirst | Order::OldFirst | Order::Beside);
            if let Some(fact) = is_pair.then(|| replacement(scene, at, stop, phrase.entry)).flatten() {
                return vec![fact];
            }
            // "be taking over | from Kern" goes on within "will be taking over"
            at = if is_pair { stop } else { at + 1 };
        } else {
            at += 1;
        }
    }
    Vec::new()
}

/// "Mila Kern out of Harbour Festival, Tom Reed in", "Reed in, Kern out as Red Letters recasts": a headline.
fn out_and_in(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention, Mention)> {
    let page = scene.page;
    let comma = (first..end).find(|&at| matches!(page.raw(at), "," | ";")).filter(|_| scene.idx == 0)?;
    let beside = |from: usize, to: usize, word: &str| {
        let mentions = scene.names.within(from, to);
        mentions.iter().find(|mention| page.word(mention.end) == word && mention.end < to && is_act(scene, mention)).copied()
    };
    // "… in" ends the headline or its clause
    let ends = |mention: &Mention| mention.end + 1 >= end || !page.is_capital(mention.end + 1) && !page.is_number(mention.end + 1);
    let out_first = || Some((beside(first, comma, "out")?, beside(comma, end, "in").filter(ends)?));
    let in_first = || Some((beside(comma, end, "out")?, beside(first, comma, "in").filter(|new| new.end + 1 == comma)?));
    let (old, new) = out_first().or_else(in_first)?;
    Some((old.end, new, old))
}

fn replacement(scene: &Scene<'_, '_>, at: usize, stop: usize, order: Order) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_condition = (stop..end).any(|i| matches!(scene.page.word(i), "if" | "unless"));
    if is_condition || is_unsure(scene, first, at) || is_asked(scene, first, at) || is_spoken_of(scene, at) {
        return None;
    }
    // "Hall was succeeded in the role by Davie"
    let (order, stop) = match order {
        Order::NewFirst if is_passive(scene, at) => (Order::OldFirst, agent_of(scene, stop, end)?),
        order => (order, stop),
    };
    if is_of_unnamed(scene, at) || is_sought(scene, first, at) || order == Order::NewFirst && is_employer(scene, at, stop) {
        return None;
    }
    if let Some((new, old)) = inverted(scene, at, stop, order).or_else(|| called_in(scene, first, at, stop, order)) {
        return told(scene, at, stop, new, old);
    }
    // "has been announced as Kern’s replacement for the festival": whose place it is
    if let Some(old) = owner_of_place(scene, at).filter(|_| order == Order::NewFirst) {
        let new = person_before(scene, first, old.first).filter(|new| new.name != old.name)?;
        return told(scene, at, stop, new, old);
    }
    let (new, old) = match order {
        Order::NewFirst => {
            if let Some(put) = put_in(scene, (at, stop), end) {
                let old = person_after(scene, stop, end).filter(|old| old.first < put.first);
                let old = old.or_else(|| meant_after(scene, stop, put))?;
                return told(scene, at, stop, put, old);
            }
            let both = beside_before(scene, at).zip(beside_after(scene, stop));
            let new = both.map(|both| both.0).or_else(|| person_before(scene, first, at)).or_else(|| beside_before(scene, at))?;
            let old = both.map(|both| both.1).or_else(|| person_after(scene, stop, end).filter(|_| !leads_to_task(scene, stop)));
            let old = old.or_else(|| beside_after(scene, stop));
            (new, old.or_else(|| absent_after(scene, stop, end)).or_else(|| meant_after(scene, stop, new))?)
        }
        Order::OldFirst => {
            let old = person_before(scene, first, at)?;
            // "Kern has been replaced by Foxtail": an act of one word
            let act = || beside_after(scene, stop).filter(|_| is_passive(scene, at));
            let Some(new) = person_after(scene, stop, end).or_else(act) else {
                return described(scene, at, stop, old);
            };
            (new, old)
        }
        Order::Leaves | Order::Comes | Order::Joins | Order::Hindered | Order::Loses | Order::Gets => return None,
        Order::Beside => {
            // "Kim was nominated instead of Park": nobody’s part changed hands
            if (first..end)
                .any(|i| matches!(scene.page.word(i), "nominated" | "nominations" | "won" | "winning" | "award" | "voted" | "votes"))
            {
                return None;
            }
            let new = person_before(scene, first.max(at.saturating_sub(5)), at)?;
            // "blamed host Mila Kern rather than Reed": nor any
            let is_part = |i: usize| plays(scene.page.word(i)) || PARTS.iter().any(|stem| scene.page.word(i).starts_with(stem));
            if !(first..end).any(|i| i + 1 != new.first && is_part(i)) {
                return None;
            }
            (new, person_after(scene, stop, end.min(stop + 3))?)
        }
    };
    told(scene, at, stop, new, old)
}

/// "Kern’s | replacement".
fn owner_of_place(scene: &Scene<'_, '_>, at: usize) -> Option<Mention> {
    let is_place = matches!(scene.page.word(at), "replacement" | "stand" | "successor");
    let owner = at.checked_sub(2).filter(|&mark| is_place && scene.page.owns_at(mark))?;
    scene.names.within(owner.saturating_sub(1), owner).last().filter(|owner| owner.is_possessive && is_act_of(scene, owner)).copied()
}

fn is_act_of(scene: &Scene<'_, '_>, owner: &Mention) -> bool {
    is_act(scene, &Mention { is_possessive: false, ..*owner })
}

/// "until the Foxes signed a replacement for Reed": they have found one, and are none.
fn is_sought(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    let page = scene.page;
    let article = (at.saturating_sub(3).max(first)..at).rev().find(|&i| matches!(page.word(i), "a" | "the" | "their" | "its"));
    let leads = article.and_then(|article| article.checked_sub(1)).map(|left| page.word(left));
    page.word(at).starts_with("replacement")
        && leads.is_some_and(|word| {
            !matches!(word, "as" | "is" | "was" | "be" | "been" | "are" | "were")
                && !word.is_empty()
                && page.is_word(article.unwrap_or(at) - 1)
        })
}

/// What somebody does "instead of" another where a part changes hands.
const PARTS: [&str; 22] = [
    "host", "present", "judg", "play", "star", "role", "part", "cast", "sing", "sang", "open", "headlin", "perform", "support", "front",
    "direct", "appear", "voice", "show", "tour", "slot", "drum",
];

/// "spoke about stepping into the shoes of", "says filling his shoes was easy": talk of what was done long ago.
fn is_spoken_of(scene: &Scene<'_, '_>, at: usize) -> bool {
    let left = at.checked_sub(1).map(|left| scene.page.word(left)).unwrap_or_default();
    scene.page.word(at).ends_with("ing") && matches!(left, "about" | "of" | "says" | "said" | "on" | "that" | "discusses" | "recalls")
}

/// A headline with a score, "Harbour 0-3 Foxes": whoever comes on for another is no news.
fn is_match_report(scene: &Scene<'_, '_>) -> bool {
    let page = scene.page;
    let is_score = |at: usize| {
        let is_between = at > 0 && page.is_small_number(at - 1) && page.is_small_number(at + 1);
        matches!(page.raw(at), "-" | "–") && is_between && page.touches_next(at)
    };
    page.sentences.first().is_some_and(|headline| headline.token_range().any(is_score)) && page.has_word("goal")
}

/// "stepped in to host The Harbour Show": what stands there is the task, not the person.
fn leads_to_task(scene: &Scene<'_, '_>, stop: usize) -> bool {
    scene.page.word(stop) == "to" || scene.page.word(stop) == "on" || scene.page.word(stop) == "at"
}

/// "stepped in … after host Mila Kern called in sick": whoever was away.
fn absent_after(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let because = (stop..end).find(|&at| {
        matches!(scene.page.word(at), "after" | "when" | "because" | "as" | "while" | "with") && scene.names.covering(at).is_none()
    })?;
    leads_to_task(scene, stop).then(|| person_after(scene, because + 1, end)).flatten()
}

/// "Foxtail to replace": a name of no known sort right before the phrase; one small word may stand between.
fn beside_before(scene: &Scene<'_, '_>, at: usize) -> Option<Mention> {
    let at = before_aside(scene, scene.sentence.first_token as usize, at);
    let is_where = |mention: &Mention| matches!(scene.page.word(mention.first.wrapping_sub(1)), "on" | "in" | "of" | "at");
    let near = scene.names.within(at.saturating_sub(6), at);
    let near = if near.last().is_some_and(is_where) || scene.page.raw(at.wrapping_sub(1)) == ")" { Default::default() } else { near };
    // "Red Harbour, who have replaced"
    let is_clause = |at: usize| matches!(scene.page.word(at), "who" | "which" | "have" | "has" | "will" | "now" | ",");
    near.last().filter(|mention| (mention.end + 1 >= at || (mention.end..at).all(is_clause)) && is_act(scene, mention)).copied()
}

/// "to replace Red Letters": a name of no known sort right behind the phrase.
fn beside_after(scene: &Scene<'_, '_>, stop: usize) -> Option<Mention> {
    scene.names.within(stop, stop + 1).first().filter(|mention| is_act(scene, mention) && !says_which(scene, mention)).copied()
}

/// "will be replaced by a sex therapist": whoever comes is only described.
fn described(scene: &Scene<'_, '_>, at: usize, stop: usize, old: Mention) -> Option<ValueFact> {
    let end = scene.sentence.end_token as usize;
    let leads = matches!(scene.page.word(stop), "a" | "an");
    let last = (stop + 1..end.min(stop + 7))
        .find(|&i| {
            matches!(scene.page.word(i), "in" | "on" | "for" | "at" | "after" | "who" | "from" | "during" | "and" | "as" | "when" | "that")
                || matches!(scene.page.raw(i), "," | "." | ";" | "(" | "!")
        })
        .unwrap_or(end.min(stop + 7));
    let is_person = (stop + 1..last)
        .any(|i| is_apposed(scene.page.word(i)) || scene.page.word(i).ends_with("ist") || scene.page.word(i).ends_with("er"));
    // "Kim (pictured) will be replaced by", with nothing else between
    let is_subject = (old.end..at).all(|i| !scene.page.is_word(i) || is_light(scene.page, i) || scene.page.word(i) == "pictured");
    if !leads || !is_person || !is_subject {
        return None;
    }
    let words = scene.page.span(stop, last).of(scene.page.text).replace(['\'', '"', '‘', '’', '“', '”'], "");
    let referent = what_changed(scene, &[old])?;
    let fact = scene.replaced(Facet::Who, (at, stop), referent, scene.written(&old), words);
    Some(ValueFact { is_passing: is_told_as_past(scene, at, stop), ..fact })
}

/// "replaces him with Kim".
fn put_in(scene: &Scene<'_, '_>, (at, stop): (usize, usize), end: usize) -> Option<Mention> {
    // "fills in for Kern with Reed": beside him
    let is_stand_in = ["fill", "step", "stand", "stood", "sit", "sat", "cover"].iter().any(|stem| scene.page.word(at).starts_with(stem));
    if is_stand_in {
        return None;
    }
    let with = (stop..end.min(stop + 7)).find(|&at| scene.page.word(at) == "with" && scene.names.covering(at).is_none())?;
    person_after(scene, with + 1, end)
}

pub(super) fn told(scene: &Scene<'_, '_>, at: usize, stop: usize, new: Mention, old: Mention) -> Option<ValueFact> {
    // both must be named: one name and a guess would make anything a replacement
    if new.name == old.name {
        return None;
    }
    let (comers, leavers) = (scene.row_of(&new, at), scene.row_of(&old, at));
    if comers.iter().any(|comer| leavers.iter().any(|leaver| leaver.name == comer.name)) {
        return None;
    }
    let people: Vec<Mention> = comers.iter().chain(&leavers).copied().collect();
    let changed = what_changed(scene, &people)?;
    let is_his = people.iter().any(|mention| Some(mention.name) == changed.name);
    let referent = of_band(scene, &old, is_his).or_else(|| shown(scene, changed))?;
    let fact = scene.replaced(Facet::Who, (at, stop), referent, scene.written_row(&leavers), scene.written_row(&comers));
    // "its tour resumes with Mila Kern in place of Tom Reed", far below: what is known
    let is_lead = |mention: &Mention| scene.names.of(mention).is_some_and(|name| name.is_lead);
    let is_of_lead = fact.referent.name.and_then(|name| scene.names.names.get(name)).is_some_and(|name| name.is_lead);
    let n_told: u32 = [&new, &old].iter().filter_map(|mention| scene.names.of(mention)).map(|name| name.n_mentions).sum();
    let is_told_of = is_lead(&new) || is_lead(&old) || is_of_lead && n_told >= TOLD_TIMES;
    let is_aside = !is_told_of && !scene.page.is_among_first(scene.idx, NEWS_SENTENCES);
    Some(ValueFact { is_passing: is_aside || is_told_as_past(scene, at, stop), ..fact })
}

/// Whoever a change is of is named so often where it is no aside.
const TOLD_TIMES: u32 = 4;

/// The band of whoever goes, where the change is the band’s: "bassist Tom Reed, who wrote the hit “Velvet Hour” …, Kern fills
/// in on the group’s West Coast shows", and "the departure of drummer Tom Reed. He will be replaced by Kern".
fn of_band(scene: &Scene<'_, '_>, old: &Mention, is_his: bool) -> Option<Referent> {
    let plays_music = || ["band", "rockers", "drummer", "bassist", "guitarist", "vocalist"].iter().any(|word| scene.page.has_word(word));
    let is_player = |word: &str| plays(word) || word == "member" && plays_music();
    let is_led = |mention: &Mention| mention.name == old.name && is_player(scene.page.word(mention.first.wrapping_sub(1)));
    let is_of_band = is_his && plays_music() || scene.names.mentions.iter().any(is_led);
    if is_of_band { band(scene, old) } else { None }
}

/// "As usual, Noah and Finch will host, and Reed will replace Kern": the show that the article is about, not its hosts.
fn shown(scene: &Scene<'_, '_>, referent: Referent) -> Option<Referent> {
    let is_somebody = |name: Option<usize>| {
        name.and_then(|idx| scene.names.names.get(idx)).is_some_and(|name| {
            let is_bare = name.thing.is_none() && !name.is_quoted;
            is_bare && (name.sounds_personal || name.is_person() || name.agent > 0 && WORDS.people.has_given(&name.words))
        })
    };
    let plays_music = || scene.sentence.token_range().any(|at| plays(scene.page.word(at)));
    // "in the role of Alvaro"
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_role = |mention: &Mention| Some(mention.name) == referent.name && scene.page.word(mention.first.wrapping_sub(1)) == "of";
    let is_news_of = referent.role == Some(Role::Person) || scene.names.is_on_stage || scene.names.within(first, end).iter().any(is_role);
    if is_news_of || !is_somebody(referent.name) || plays_music() {
        return Some(referent);
    }
    scene.resolver.main_work().filter(|main| !is_somebody(main.name)).map(|main| Referent { part: None, ..main })
}

/// "want | Tom Reed | to replace Kern": so far before the verb stands the wish.
const WANTED_TOKENS: usize = 8;

/// "might replace", "was never replaced".
pub(super) fn is_unsure(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    // "a flurry of bets suggests that Reed will soon be replacing her"
    let range = scene.sentence.token_range();
    if range.clone().any(|i| matches!(scene.page.word(i), "bets" | "betting" | "bookies" | "bookmaker" | "bookmakers" | "odds" | "punters"))
    {
        return true;
    }
    // "want to replace Kern with Reed", "the next step in her romance with"
    let word = |n: usize| scene.page.word_left(at, n);
    let is_wanted = word(1) == "to" && (at.saturating_sub(WANTED_TOKENS).max(first)..at).any(|i| WORDS.aiming.contains(scene.page.word(i)));
    let is_next_step = matches!(word(1), "next" | "first" | "big" | "biggest" | "a" | "another" | "final")
        && matches!(scene.page.word(at), "step" | "steps");
    if is_wanted || is_next_step {
        return true;
    }
    // "amid rumours she is set to become the host, replacing Reed": not yet
    let is_talk = |i: usize| {
        matches!(scene.page.word(i), "rumours" | "rumors" | "rumour" | "rumor" | "speculation" | "gossip" | "claims")
            && matches!(scene.page.word(i + 1), "that" | "he" | "she" | "they")
    };
    // "steps back into Reed’s shoes": whoever was in them before
    if scene.page.word(at) == "back" || scene.page.word(at + 1) == "back" {
        return true;
    }
    // "didn’t want it to appear that another was stepping in"
    let is_denied = |i: usize| {
        matches!(scene.page.word(i), "want" | "think" | "believe" | "know" | "mean" | "expect")
            && matches!(scene.page.word(i - 1), "t" | "not" | "never")
    };
    if (first..at).any(is_talk) || (first + 1..at).any(is_denied) {
        return true;
    }
    // "Kern would be filling in" is what was told; "would be replaced if", "would love to replace" are not
    let is_wish = |i: usize| matches!(scene.page.word(i + 1), "like" | "love" | "prefer" | "consider" | "rather");
    let has_if = (first..scene.sentence.end_token as usize).any(|i| matches!(scene.page.word(i), "if" | "whether" | "who"));
    (at.saturating_sub(8).max(first)..at).any(|i| {
        let word = scene.page.word(i);
        if word == "would" && !has_if && !is_wish(i) {
            return false;
        }
        // "has reportedly replaced": told, if by others
        WORDS.possible.contains(word) && word != "reportedly"
            || WORDS.negative.contains(word)
            // "WON’T be replaced"
            || word == "t" && i + 4 > at && matches!(scene.page.raw(i - 1), "’" | "'")
            || WORDS.hopeful.contains(word)
    }) || scene.page.is_question(scene.sentence)
}

/// "have revealed who takes over from Kern": not those who reveal it.
fn is_asked(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    let who = (at.saturating_sub(4).max(first)..at).rev().find(|&i| scene.page.word(i) == "who");
    let tells = |start: usize| scene.page.phrase_at(&WORDS.telling, start, at).is_some_and(|(phrase, _)| phrase.is_verb);
    who.is_some_and(|who| (who.saturating_sub(2).max(first)..who).any(tells))
}

/// "Red Harbour were replacing him", "have replaced her": those who find another, and nobody who comes.
pub(super) fn is_employer(scene: &Scene<'_, '_>, at: usize, stop: usize) -> bool {
    let helper = at.checked_sub(1).map(|left| scene.page.word(left)).unwrap_or_default();
    matches!(helper, "were" | "are" | "have") && matches!(scene.page.word(stop), "him" | "her") && scene.page.word(stop + 1) != "with"
}
