//! "Kim replaces Park", "Park is replaced by Kim", "Kim steps in for her": another person.

use super::past::is_told_as_past;
use super::turned::{agent_of, called_in, in_place_of, inverted, is_of_unnamed, is_passive};
use super::{Scene, ValueFact};
use crate::events::Facet;
use crate::events::grammar::is_light;
use crate::events::names::{Mention, Name};
use crate::events::subject::Referent;
use crate::events::weight::is_company;
use crate::events::words::{Order, Role, WORDS, plays};

/// So far back "him" may look.
const REACH_BACK: usize = 90;
/// At most this many tokens stand between a person and the phrase.
const REACH: usize = 24;

pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    if let Some((at, new, old)) = in_place_of(scene, first, end).filter(|(at, ..)| !is_unsure(scene, first, *at)) {
        return told(scene, at, at + 1, new, old).into_iter().collect();
    }
    let mut at = first;
    while at < end {
        if let Some((phrase, stop)) = scene.page.phrase_at(&WORDS.replaced, at, end) {
            let is_pair = !matches!(phrase.entry, Order::Leaves | Order::Comes | Order::Joins);
            if let Some(fact) = is_pair.then(|| replacement(scene, at, stop, phrase.entry)).flatten() {
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
    if is_unsure(scene, first, at) || is_asked(scene, first, at) || is_match_report(scene) {
        return None;
    }
    // "Hall was succeeded in the role by Davie"
    let (order, stop) = match order {
        Order::NewFirst if is_passive(scene, at) => (Order::OldFirst, agent_of(scene, stop, end)?),
        order => (order, stop),
    };
    if is_of_unnamed(scene, at) || order == Order::NewFirst && is_employer(scene, at, stop) {
        return None;
    }
    if let Some((new, old)) = inverted(scene, at, stop, order).or_else(|| called_in(scene, first, at, stop, order)) {
        return told(scene, at, stop, new, old);
    }
    let (new, old) = match order {
        Order::NewFirst => {
            if let Some(put) = put_in(scene, stop, end) {
                let old = person_after(scene, stop, end).filter(|old| old.first < put.first);
                let old = old.or_else(|| meant_after(scene, stop, put))?;
                return told(scene, at, stop, put, old);
            }
            let both = beside_before(scene, at).zip(beside_after(scene, stop));
            let new = both.map(|both| both.0).or_else(|| person_before(scene, first, at))?;
            let old = both.map(|both| both.1).or_else(|| person_after(scene, stop, end).filter(|_| !leads_to_task(scene, stop)));
            let old = old.or_else(|| beside_after(scene, stop));
            (new, old.or_else(|| absent_after(scene, stop, end)).or_else(|| meant_after(scene, stop, new))?)
        }
        Order::OldFirst => {
            let old = person_before(scene, first, at)?;
            let Some(new) = person_after(scene, stop, end) else {
                return described(scene, at, stop, old);
            };
            (new, old)
        }
        Order::Leaves | Order::Comes | Order::Joins => return None,
        Order::Beside => {
            // "Kim was nominated instead of Park": nobody’s part changed hands
            if (first..end)
                .any(|i| matches!(scene.page.word(i), "nominated" | "nominations" | "won" | "winning" | "award" | "voted" | "votes"))
            {
                return None;
            }
            let new = person_before(scene, first.max(at.saturating_sub(5)), at)?;
            (new, person_after(scene, stop, end.min(stop + 3))?)
        }
    };
    told(scene, at, stop, new, old)
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
    scene.names.within(stop, stop + 1).first().filter(|mention| is_act(scene, mention)).copied()
}

/// Somebody who may be replaced: neither a work nor a place.
pub(super) fn is_act(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    scene.names.of(mention).is_some_and(|name| !name.is_work() && !name.is_place) && !mention.is_possessive
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
fn put_in(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let with = (stop..end.min(stop + 7)).find(|&at| scene.page.word(at) == "with" && scene.names.covering(at).is_none())?;
    person_after(scene, with + 1, end)
}

pub(super) fn told(scene: &Scene<'_, '_>, at: usize, stop: usize, new: Mention, old: Mention) -> Option<ValueFact> {
    // both must be named: one name and a guess would make anything a replacement
    if new.name == old.name {
        return None;
    }
    let referent = shown(scene, what_changed(scene, &[new, old])?)?;
    let fact = scene.replaced(Facet::Who, (at, stop), referent, scene.written(&old), scene.written(&new));
    Some(ValueFact { is_passing: is_told_as_past(scene, at, stop), ..fact })
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

/// "might replace", "was never replaced".
pub(super) fn is_unsure(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
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

/// Whether a name is known to be a person's, and not only taken for one.
fn is_known_person(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    scene.names.of(mention).is_some_and(Name::is_person)
}

pub(super) fn is_person(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let is_run = |name: &Name| name.words.iter().any(|word| matches!(word.as_str(), "tour" | "festival" | "season" | "awards"));
    // "Tradeline reports": who tells it
    let tells = |name: &Name| {
        let reports = |other: &Mention| {
            other.name == mention.name && matches!(scene.page.word(other.end), "reports" | "reported" | "understands" | "writes")
        };
        name.words.len() == 1 && !WORDS.people.has_given(&name.words) && scene.names.mentions.iter().any(reports)
    };
    let fits = |name: &Name| !is_run(name) && !name.is_work() && !name.is_place && (name.words.len() > 1 || name.agent > 1) && !tells(name);
    !is_company(scene.page, mention) && scene.names.of(mention).is_some_and(fits)
}

/// "the 55-year-old", "the tenor": somebody told of before.
fn is_described(scene: &Scene<'_, '_>, at: usize) -> bool {
    let page = scene.page;
    // "the Austin band"
    let is_band = |at: usize| WORDS.group_nouns.contains(page.word(at));
    page.word(at) == "the"
        && (is_band(at + 1)
            || page.is_capital(at + 1) && is_band(at + 2)
            || page.is_number(at + 1) && matches!(page.word(at + 3), "year")
            || WORDS.person_nouns.contains(page.word(at + 1)) && scene.names.covering(at + 2).is_none())
}

/// A person of whom the article shows more than the name.
fn is_somebody(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    is_person(scene, mention) && scene.names.of(mention).is_some_and(|name| name.agent > 1)
}

/// Whoever stands before the phrase in its clause, "he" and "who" included.
pub(super) fn person_before(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Mention> {
    let at = before_aside(scene, first, at);
    let from = at.saturating_sub(REACH).max(first);
    let near = scene.names.within(from, at);
    // "The Kelsos will replace her"
    let is_band = |mention: &Mention| is_act(scene, mention) && mention.end + 2 >= at && scene.page.word(mention.end - 1).ends_with('s');
    // "The Harbour judge Mila Kern": not the show
    let says_which = |mention: &Mention| WORDS.person_before.contains(scene.page.word(mention.end)) && !scene.page.is_capital(mention.end);
    // "Neal Kern (Copper Foxes, ER) takes over": not what he is known for
    let is_bracketed = |mention: &Mention| {
        let open = (from..mention.first).rev().find(|&i| matches!(scene.page.raw(i), "(" | ")"));
        open.is_some_and(|open| scene.page.raw(open) == "(")
    };
    // "Emil Reed of Harbour fame"
    let is_known_for = |mention: &Mention| scene.page.word(mention.end) == "fame";
    let fits = |mention: &&Mention| {
        let is_somebody = is_person(scene, mention) || is_band(mention);
        is_somebody && !mention.is_possessive && !says_which(mention) && !is_bracketed(mention) && !is_known_for(mention)
    };
    let named = near.iter().rev().find(fits).copied();
    // "Tom Reed was forced to pull out of Red Letters and has been replaced": he, and no name of which nothing is known
    let is_known = |mention: &&Mention| !mention.is_possessive && is_known_person(scene, mention);
    let is_where = |named: Mention| named.first > first && matches!(scene.page.word(named.first - 1), "on" | "in" | "of" | "at" | "for");
    let is_unknown = named.is_some_and(|named| !is_known(&&named) && (named.end + 1 < at || is_where(named)));
    let known = || scene.names.within(first, at).iter().rev().find(is_known).copied();
    let named = if is_unknown { known().or(named) } else { named };
    // "stepped in to headline Green Fields in place of Noah Finch": who, not where
    let is_sure = |mention: &&Mention| !mention.is_possessive && is_somebody(scene, mention);
    let is_doubtful = named.is_some_and(|named| scene.names.of(&named).is_some_and(|name| name.agent == 0));
    let named = if is_doubtful { near.iter().rev().find(is_sure).copied().or(named) } else { named };
    let is_somebody_told = |i: usize| matches!(scene.page.word(i), "he" | "she") || is_described(scene, i);
    let pronoun = (from..at).rev().find(|&i| is_somebody_told(i));
    match (named, pronoun) {
        (Some(named), Some(pronoun)) if pronoun > named.end => Some(named),
        (None, Some(_)) => told_of_before(scene).or_else(|| last_person(scene, first)),
        (named, _) => named,
    }
}

/// "Drummer Sam Reed, a friend of guitarist Tom Kern, | will be filling in": where the aside about the subject begins.
fn before_aside(scene: &Scene<'_, '_>, first: usize, at: usize) -> usize {
    let is_helper = |at: usize| WORDS.auxiliary.contains(scene.page.word(at)) || WORDS.adverb.contains(scene.page.word(at));
    let verb = (first..at).rev().find(|&left| !is_helper(left)).map_or(first, |left| left + 1);
    let Some(close) = verb.checked_sub(1).filter(|&close| close > first && scene.page.raw(close) == ",") else { return at };
    let open = (first..close).rev().find(|&left| scene.page.raw(left) == ",");
    open.filter(|&open| scene.names.covering(open.saturating_sub(1)).is_some()).unwrap_or(at)
}

pub(super) fn person_after(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    let near = scene.names.within(stop, end.min(stop + 16));
    // "Little Harbour comedian Tom Reed": the first name only says which comedian
    let says_which = |mention: &Mention| WORDS.person_before.contains(scene.page.word(mention.end));
    let found = near.iter().find(|mention| is_person(scene, mention) && !says_which(mention))?;
    // "replaces the ageing stage with", "instead of keeping the peace, Kim": something else stands nearer
    let is_clear = |i: usize| !scene.page.is_word(i) || is_apposed(scene.page.word(i)) || scene.names.covering(i).is_some();
    let n_unknown = (stop..found.first).filter(|&i| !is_clear(i)).count();
    let blocked = (stop..found.first).any(|i| is_block(scene, i));
    (n_unknown == 0 || n_unknown < 3 && !blocked && found.first < stop + 6).then_some(*found)
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

/// A word that no noun of trade before a name holds: a preposition, a verb, a mark.
fn is_block(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.page.word(at);
    if scene.page.raw(at.wrapping_sub(1)) == "-" || scene.page.raw(at + 1) == "-" {
        // "fill-in drummer"
        return false;
    }
    !scene.page.is_word(at) && !matches!(scene.page.raw(at), "-" | "'" | "’")
        || WORDS.boundary.contains(word)
        || WORDS.auxiliary.contains(word)
        || scene.page.is_number(at) && !matches!(scene.page.word(at - 1), "season" | "series" | "part")
        || matches!(word, "with" | "of" | "in" | "on" | "at" | "for" | "by" | "from" | "into" | "the" | "than" | "over" | "under" | "about")
}

/// "replacing him": whoever was named last and is not the new one.
pub(super) fn meant_after(scene: &Scene<'_, '_>, stop: usize, new: Mention) -> Option<Mention> {
    if let Some(old) = of_trade(scene, stop, new) {
        return Some(old);
    }
    let is_pronoun = matches!(scene.page.word(stop), "him" | "her" | "them") && !scene.page.is_capital(stop + 1);
    let before = scene.names.within(scene.sentence.first_token as usize, stop);
    // "standing in for him": a man, not a band
    let is_one = |mention: &&Mention| scene.page.word(stop) == "them" || is_known_person(scene, mention);
    let is_other = |mention: &&Mention| mention.name != new.name && is_person(scene, mention);
    let others = before.iter().rev().filter(is_one).find(is_other).or_else(|| before.iter().rev().find(is_other)).copied();
    // "after her friend Kim filled in for her": whom the article is about
    let owner = || {
        let first = scene.sentence.first_token as usize;
        let is_hers = (first..new.first).any(|at| matches!(scene.page.word(at), "she" | "he" | "her" | "his"));
        let name = scene.resolver.main_agent().filter(|_| is_hers)?;
        Some(Mention { first: stop, end: stop + 1, name, is_possessive: false })
    };
    let meant = || others.or_else(owner).or_else(|| last_person(scene, scene.sentence.first_token as usize));
    is_pronoun.then(meant)?.filter(|old| old.name != new.name)
}

/// "filling in for the bassist": the one whom the article calls "bassist Tom Reed".
fn of_trade(scene: &Scene<'_, '_>, stop: usize, new: Mention) -> Option<Mention> {
    let trade = scene.page.word(stop + 1);
    let is_led = matches!(scene.page.word(stop), "the" | "their") && plays(trade) && scene.names.covering(stop + 2).is_none();
    let is_his = |mention: &&Mention| {
        mention.name != new.name && mention.first > 0 && scene.page.word(mention.first - 1) == trade && is_person(scene, mention)
    };
    scene.names.mentions.iter().filter(|_| is_led).find(is_his).copied()
}

/// "Red Harbour were replacing him", "have replaced her": those who find another, and nobody who comes.
pub(super) fn is_employer(scene: &Scene<'_, '_>, at: usize, stop: usize) -> bool {
    let helper = at.checked_sub(1).map(|left| scene.page.word(left)).unwrap_or_default();
    matches!(helper, "were" | "are" | "have") && matches!(scene.page.word(stop), "him" | "her") && scene.page.word(stop + 1) != "with"
}

/// Whom the sentence before is about: the first person named in it.
fn told_of_before(scene: &Scene<'_, '_>) -> Option<Mention> {
    let before = scene.page.sentences.get(scene.idx.checked_sub(1)?)?;
    let near = scene.names.within(before.first_token as usize, before.end_token as usize);
    // "Red Harbour drummer Sam Reed": not the band
    let says_which = |mention: &Mention| {
        let noun = scene.page.word(mention.end);
        // "the Sam Reed movie": not him
        WORDS.person_before.contains(noun) || plays(noun) || WORDS.things.contains_key(noun) && !scene.page.is_capital(mention.end)
    };
    let fits = |mention: &&Mention| is_person(scene, mention) && !mention.is_possessive && !says_which(mention);
    let known = near.iter().filter(fits).find(|mention| is_known_person(scene, mention));
    known.or_else(|| near.iter().filter(fits).find(|mention| is_somebody(scene, mention))).or_else(|| near.iter().find(fits)).copied()
}

/// The person named last before a token.
fn last_person(scene: &Scene<'_, '_>, before: usize) -> Option<Mention> {
    let near = scene.names.within(before.saturating_sub(REACH_BACK), before);
    if let Some(known) = near.iter().rev().find(|mention| !mention.is_possessive && is_known_person(scene, mention)) {
        return Some(*known);
    }
    let somebody = near.iter().rev().find(|mention| is_somebody(scene, mention) && !mention.is_possessive);
    somebody.or_else(|| near.iter().rev().find(|mention| is_person(scene, mention))).copied()
}

/// The show or the part: a work of the sentence, else what the article is about; a band where one plays an
/// instrument; never one of the two persons.
fn what_changed(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<Referent> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    // "Season 32" says which part, not of what
    let is_part = |name: &Name| name.words.first().is_some_and(|first| matches!(first.as_str(), "season" | "series" | "episode" | "part"));
    let aside = aside_of(scene, persons);
    let apposed = apposed_to(scene, persons);
    let is_other = |mention: &&Mention| {
        !persons.iter().any(|person| person.name == mention.name)
            && !scene.names.of(mention).is_some_and(|name| name.words.len() < 3 && is_part(name))
            && aside.is_none_or(|aside| mention.first < aside)
            && apposed.as_ref().is_none_or(|apposed| !apposed.contains(&mention.first))
    };
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
        if !mention.is_possessive {
            return Some(Referent::to(mention.name));
        }
        // "his role in Kern’s upcoming film": the film
        let meant = scene.resolver.resolve(mention.end, mention.end + OWN_TOKENS);
        if let Some(meant) = meant.filter(|meant| scene.names.is_work(meant.name)) {
            return Some(meant);
        }
    }
    let works = || {
        let is_work = |mention: &&Mention| scene.names.of(mention).is_some_and(Name::is_work) && !is_credit(scene, mention);
        mentions.iter().filter(is_work).filter(is_other)
    };
    // "Red Letters star Mila Kern steps in on Lantern Bay": rather what she is no star of
    let is_of_star = |mention: &&Mention| scene.page.word(mention.end) == "star";
    let main = || {
        works().next()?;
        scene.resolver.main_work().or_else(|| most_named(scene, persons).map(Referent::to))
    };
    let is_shown = |mention: &&Mention| !is_of_star(mention) && !mention.is_possessive;
    let title = works().find(is_shown).or_else(|| works().find(|mention| !is_of_star(mention)));
    if title.is_none()
        && let Some(main) = main()
    {
        return Some(Referent { part: None, ..main });
    }
    if let Some(mention) = title.or_else(|| works().next()) {
        let referent = scene.resolver.resolve(mention.first, mention.end)?;
        return Some(Referent { part: None, ..referent });
    }
    if let Some(run) = run_of(scene, first, end).filter(|run| !persons.iter().any(|person| Some(person.name) == run.name)) {
        return Some(run);
    }
    if let Some(band) = band_before(scene) {
        return Some(Referent::to(band));
    }
    if (first..end).any(|at| plays(scene.page.word(at))) {
        // "fill-in guitarist Tom Reed from Lantern Bay": not where he comes from
        let comes_from =
            |mention: &&Mention| matches!(scene.page.word(mention.first.saturating_sub(1)), "from" | "ex" | "of" | "band" | "with" | "and");
        let band = mentions
            .iter()
            .filter(is_other)
            .find(|mention| !comes_from(mention) && scene.names.of(mention).is_some_and(|name| !name.is_place));
        let is_free = |name: &usize| !persons.iter().any(|person| person.name == *name);
        let main = || scene.resolver.main_agent().filter(is_free);
        if let Some(name) = band.map(|mention| mention.name).or_else(main).or_else(|| first_act(scene, persons)) {
            return Some(Referent::to(name));
        }
    }
    let work = scene.resolver.main_work().map(|work| Referent { part: None, ..work });
    let work = work.or_else(|| most_named(scene, persons).map(Referent::to)).or_else(|| work_before(scene));
    // on a stage: the act that the article is about
    let is_free = |name: &usize| !persons.iter().any(|person| person.name == *name);
    let act = || scene.resolver.main_agent().filter(|act| scene.names.is_on_stage && is_free(act)).map(Referent::to);
    let work = work.or_else(act);
    // nobody says in what: then the news is of the one who goes
    let is_news = scene.page.is_in_lead(scene.idx);
    work.or_else(|| {
        Some(Referent { name: Some(persons.last().filter(|_| is_news)?.name), role: Some(Role::Person), ..Referent::default() })
    })
}

/// "replaced by Mila Kern, who was seen in Copper Foxes": where the aside about one of them begins.
fn aside_of(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let is_who = |at: &usize| matches!(scene.page.word(*at), "who" | "whose");
    persons.iter().filter_map(|person| (person.end..person.end + 2).find(is_who)).min()
}

/// "Mila Kern, the producer of Copper Foxes, | takes over": the words between commas that only say who she is.
fn apposed_to(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<std::ops::Range<usize>> {
    let end = scene.sentence.end_token as usize;
    persons.iter().find_map(|person| {
        let opens = scene.page.raw(person.end) == "," && matches!(scene.page.word(person.end + 1), "the" | "a" | "an");
        let close = (person.end + 2..end).find(|&at| scene.page.raw(at) == ",").filter(|_| opens)?;
        Some(person.end..close)
    })
}

/// "will now join the tour": the tour of whoever goes on it.
fn run_of(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<Referent> {
    let (at, stop) = (first..end).find_map(|at| {
        let (phrase, stop) = scene.page.phrase_at(&WORDS.things, at, end).filter(|_| scene.names.covering(at).is_none())?;
        matches!(phrase.entry.name, "tour" | "residency" | "festival").then_some((at, stop))
    })?;
    scene.resolver.resolve(at, stop).filter(|run| run.name.is_some())
}

/// The first act or company named in the article beside these persons.
fn first_act(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let fits = |mention: &&Mention| {
        let is_other = !persons.iter().any(|person| person.name == mention.name);
        is_other && scene.names.of(mention).is_some_and(|name| name.is_lead && !name.is_place && !name.is_work())
    };
    scene.names.mentions.iter().find(fits).map(|mention| mention.name)
}

/// The title told of just before.
fn work_before(scene: &Scene<'_, '_>) -> Option<Referent> {
    let start = scene.page.sentences.get(scene.idx.saturating_sub(2))?.first_token as usize;
    let before = scene.names.within(start, scene.sentence.first_token as usize);
    let is_title =
        |mention: &&Mention| scene.names.of(mention).is_some_and(|name| name.is_work() && name.is_quoted) && !is_credit(scene, mention);
    before.iter().rev().find(is_title).map(|title| scene.resolver.referent_to(title.name))
}

/// "‘Red Letters’ alum Mila Kern", "Sam Reed (“Red Letters”)": what somebody is known for.
fn is_credit(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let is_mark = |at: usize| matches!(scene.page.raw(at), "’" | "'" | "”" | "\"" | "“" | "‘");
    let right = (mention.end..mention.end + 2).find(|&at| !is_mark(at)).unwrap_or(mention.end);
    let left = (1..=2).filter_map(|n| mention.first.checked_sub(n)).find(|&at| !is_mark(at)).unwrap_or(mention.first);
    scene.page.raw(left) == "("
        || matches!(scene.page.word(right), "alum" | "alumna" | "alumnus" | "veteran" | "actor" | "actress" | "creator")
}

/// What the article comes back to and nothing tells to be a person: mostly the show.
fn most_named(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let is_personal = |name: &Name| WORDS.people.has_given(&name.words) || WORDS.people.has_family(&name.words);
    let fits = |name: &Name| {
        name.words.len() > 1
            && name.is_lead
            && name.n_mentions > 1
            && name.agent < 3
            && !name.is_place
            && !name.is_company()
            && !is_personal(name)
    };
    let others = scene.names.names.iter().enumerate().filter(|(idx, _)| !persons.iter().any(|person| person.name == *idx));
    others.filter(|(_, name)| fits(name)).max_by_key(|(idx, name)| (name.n_mentions, std::cmp::Reverse(*idx))).map(|(idx, _)| idx)
}

/// "Red Harbour drummer Sam Reed", in this sentence or the one before: the band.
fn band_before(scene: &Scene<'_, '_>) -> Option<usize> {
    let from = scene.idx.checked_sub(1).and_then(|before| scene.page.sentences.get(before)).unwrap_or(scene.sentence);
    let range = from.first_token as usize..scene.sentence.end_token as usize;
    let at = range.clone().skip(1).find(|&at| plays(scene.page.word(at)) && scene.page.is_capital(at + 1))?;
    let band = scene.names.covering(at - 1).filter(|mention| mention.first >= range.start)?;
    scene.names.of(band).filter(|name| !name.is_place).map(|_| band.name)
}

/// So many tokens behind an owner the work is named at most.
const OWN_TOKENS: usize = 4;
