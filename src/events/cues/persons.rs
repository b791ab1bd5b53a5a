//! Who comes and who goes: the persons before and behind the words that say so, "he" and "the singer" included.

use super::Scene;
use crate::events::names::{Mention, Name};
use crate::events::weight::is_company;
use crate::events::words::{WORDS, plays};
use crate::text::is_year;

/// So far back "him" may look.
const REACH_BACK: usize = 90;
/// At most this many tokens stand between a person and the phrase.
const REACH: usize = 24;

/// Whether a name is known to be a person's, and not only taken for one.
fn is_known_person(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    scene.names.of(mention).is_some_and(Name::is_person)
}

pub(super) fn is_person(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let is_run =
        |name: &Name| is_edition(name) || name.words.iter().any(|word| matches!(word.as_str(), "tour" | "festival" | "season" | "awards"));
    // "Tradeline reports": who tells it
    let tells = |name: &Name| {
        let reports = |other: &Mention| {
            other.name == mention.name && matches!(scene.page.word(other.end), "reports" | "reported" | "understands" | "writes")
        };
        name.words.len() == 1 && !WORDS.people.has_given(&name.words) && scene.names.mentions.iter().any(reports)
    };
    let fits = |name: &Name| !is_run(name) && !is_title(name) && !name.is_place && (name.words.len() > 1 || name.agent > 1) && !tells(name);
    !is_company(scene.page, mention) && scene.names.of(mention).is_some_and(fits)
}

/// Somebody who may be replaced: neither a work nor a place.
pub(super) fn is_act(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    scene.names.of(mention).is_some_and(|name| !is_title(name) && !name.is_place && !is_edition(name)) && !mention.is_possessive
}

/// "Harbour & Leeds 2022", "Harbour 2017": an edition of what takes place every year.
fn is_edition(name: &Name) -> bool {
    name.words.len() > 1 && name.words.last().is_some_and(|last| is_year(last))
}

/// Whether a name is that of a work, and more than one small sign says so: "Red Harbour’s Tom Reed" is somebody’s.
pub(super) fn is_title(name: &Name) -> bool {
    name.is_work() && (name.is_quoted || name.thing.is_some() || name.work > WEAK_WORK || name.words.len() != 2)
}

/// So little tells of a title that two words may as well be somebody’s name.
const WEAK_WORK: u32 = 2;

/// A person of whom the article shows more than the name.
fn is_somebody(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    is_person(scene, mention) && scene.names.of(mention).is_some_and(|name| name.agent > 1)
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
            // "the fan favourite"
            || page.word(at + 1) == "fan" && matches!(page.word(at + 2), "favourite" | "favorite")
            || WORDS.person_nouns.contains(page.word(at + 1)) && scene.names.covering(at + 2).is_none())
}

/// Whoever stands before the phrase in its clause, "he" and "who" included.
pub(super) fn person_before(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Mention> {
    let at = before_aside(scene, first, at);
    let from = at.saturating_sub(REACH).max(first);
    // "The Herald has learnt that Red Harbour, who were to play, have cancelled and are replaced": not those who tell it
    let told = (from + 1..at).rev().find(|&i| scene.page.word(i) == "that" && tells_that(scene.page.word(i - 1)));
    let told = told.filter(|&told| !scene.names.within(told + 1, at).is_empty());
    if let Some(told) = told.filter(|&told| !scene.names.within(told + 1, at).iter().any(|mention| is_person(scene, mention))) {
        let act = scene.names.within(told + 1, told + 3).first().filter(|act| is_act(scene, act) && scene.page.raw(act.end) == ",");
        if act.is_some() {
            return act.copied();
        }
    }
    let near = scene.names.within(from, at);
    // "The Kelsos will replace her"
    let is_helped = |mention: &Mention| {
        (mention.end..at).all(|i| WORDS.auxiliary.contains(scene.page.word(i)) || WORDS.adverb.contains(scene.page.word(i)))
    };
    let is_told_of = |mention: &Mention| scene.names.of(mention).is_some_and(|name| name.n_mentions > 1) && scene.names.is_on_stage;
    let is_band = |mention: &Mention| {
        is_act(scene, mention)
            && (mention.end + 2 >= at && scene.page.word(mention.end - 1).ends_with('s') || is_helped(mention) && is_told_of(mention))
    };
    // "The Harbour judge Mila Kern": not the show
    let is_show = |mention: &Mention| WORDS.person_before.contains(scene.page.word(mention.end)) && !scene.page.is_capital(mention.end);
    // "Neal Kern (Copper Foxes, ER) takes over": not what he is known for
    let is_bracketed = |mention: &Mention| stands_in_brackets(scene, from, mention);
    // "Emil Reed of Harbour fame"
    let is_known_for = |mention: &Mention| scene.page.word(mention.end) == "fame";
    let fits = |mention: &&Mention| {
        let is_somebody = is_person(scene, mention) || is_band(mention);
        is_somebody && !mention.is_possessive && !is_show(mention) && !is_bracketed(mention) && !is_known_for(mention)
    };
    let named = near.iter().rev().find(fits).copied();
    // "Tom Reed was forced to pull out of Red Letters and has been replaced": he, and no name of which nothing is known
    let is_known = |mention: &&Mention| !mention.is_possessive && is_known_person(scene, mention);
    let is_where = |named: Mention| named.first > first && matches!(scene.page.word(named.first - 1), "on" | "in" | "of" | "at" | "for");
    let is_unknown = named.is_some_and(|named| !is_known(&&named) && (named.end + 1 < at || is_where(named)));
    let known = || scene.names.within(first, at).iter().rev().find(is_known).copied();
    let named = if is_unknown { known().or(named) } else { named };
    // "Mila Kern has signed on to direct for Halden Bros, filling": she, whatever the other sounds like
    let is_called = |mention: &&Mention| is_known(mention) && scene.names.of(mention).is_some_and(Name::sounds_like_somebody);
    let is_stray = |named: Mention| is_where(named) && !is_called(&&named);
    let named = if named.is_some_and(is_stray) { near.iter().find(is_called).copied().or(named) } else { named };
    // "stepped in to headline Green Fields in place of Noah Finch": who, not where
    let is_sure = |mention: &&Mention| !mention.is_possessive && is_somebody(scene, mention);
    let is_doubtful = named.is_some_and(|named| scene.names.of(&named).is_some_and(|name| name.agent == 0));
    let named = if is_doubtful { near.iter().rev().find(is_sure).copied().or(named) } else { named };
    let is_somebody_told = |i: usize| matches!(scene.page.word(i), "he" | "she") || is_described(scene, i);
    let pronoun = (from..at).rev().find(|&i| is_somebody_told(i));
    let is_one = pronoun.is_some_and(|at| matches!(scene.page.word(at), "he" | "she"));
    let known_told = || told_of_before(scene).filter(|meant| is_known_person(scene, meant));
    match (named, pronoun) {
        // "a spokesman for Halden told Star News that he will be stepping down"
        (Some(named), Some(pronoun)) if pronoun > named.end && is_one && !is_known_person(scene, &named) => {
            // "a spokesman for Channel Nine told Star News": neither is he
            let tells = scene.page.phrase_at(&WORDS.telling, named.end, at).is_some() || is_where(named);
            let tells = tells || WORDS.telling.contains_key(scene.page.word(named.first.wrapping_sub(1)));
            Some(known_told().or_else(|| told_of_before(scene).filter(|_| tells)).unwrap_or(named))
        }
        (None, Some(_)) => {
            // "Kern had started on July 11, more than a week after …, when he was to take over": whoever opens the sentence
            let opens = |meant: &&Mention| is_act(scene, meant) && !says_which(scene, meant);
            let opener = || scene.names.within(first, first + 2).first().filter(opens).copied();
            let known = || opener().or_else(known_told).or_else(|| known_before(scene, first));
            is_one.then(known).flatten().or_else(|| told_of_before(scene)).or_else(|| last_person(scene, first))
        }
        (named, _) => named,
    }
}

fn tells_that(word: &str) -> bool {
    matches!(word, "learnt" | "learned" | "confirmed" | "announced" | "revealed" | "reported" | "said" | "told" | "understands" | "reports")
}

/// "Drummer Sam Reed, a friend of guitarist Tom Kern, | will be filling in": where the aside about the subject begins.
pub(super) fn before_aside(scene: &Scene<'_, '_>, first: usize, at: usize) -> usize {
    let is_helper = |at: usize| WORDS.auxiliary.contains(scene.page.word(at)) || WORDS.adverb.contains(scene.page.word(at));
    let verb = (first..at).rev().find(|&left| !is_helper(left)).map_or(first, |left| left + 1);
    let Some(close) = verb.checked_sub(1).filter(|&close| close > first && scene.page.raw(close) == ",") else { return at };
    let open = (first..close).rev().find(|&left| scene.page.raw(left) == ",");
    open.filter(|&open| scene.names.covering(open.saturating_sub(1)).is_some()).unwrap_or(at)
}

/// Whether brackets opened behind a token still hold a name.
fn stands_in_brackets(scene: &Scene<'_, '_>, from: usize, mention: &Mention) -> bool {
    let open = (from..mention.first).rev().find(|&i| matches!(scene.page.raw(i), "(" | ")"));
    open.is_some_and(|open| scene.page.raw(open) == "(")
}

/// "the Foxes’ Tom Reed": whose the next one is.
pub(super) fn owns_next(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    mention.is_possessive && !scene.names.within(mention.end + 1, mention.end + 3).is_empty()
}

/// "Red Harbour frontman | Tom Reed": the first name only says which one.
pub(super) fn says_which(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    plays(scene.page.word(mention.end)) || WORDS.person_before.contains(scene.page.word(mention.end))
}

pub(super) fn person_after(scene: &Scene<'_, '_>, stop: usize, end: usize) -> Option<Mention> {
    // "replaced by none other than Red Harbour"
    let is_praised = scene.page.word(stop) == "none" && scene.page.word(stop + 1) == "other" && scene.page.word(stop + 2) == "than";
    let stop = if is_praised { stop + 3 } else { stop };
    let near = scene.names.within(stop, end.min(stop + 16));
    // "Little Harbour comedian Tom Reed": the first name only says which comedian
    let says_which = |mention: &Mention| WORDS.person_before.contains(scene.page.word(mention.end));
    // "Tom Reed (ex-Red Harbour)": not what stands in brackets
    let is_bracketed = |mention: &Mention| stands_in_brackets(scene, stop, mention);
    let fits =
        |mention: &&Mention| is_person(scene, mention) && !says_which(mention) && !is_bracketed(mention) && !owns_next(scene, mention);
    let found = near.iter().find(fits)?;
    // "replaces the ageing stage with", "instead of keeping the peace, Kim": something else stands nearer
    let is_clear = |i: usize| !scene.page.is_word(i) || is_apposed(scene.page.word(i)) || scene.names.covering(i).is_some();
    let n_unknown = (stop..found.first).filter(|&i| !is_clear(i)).count();
    let blocked = (stop..found.first).any(|i| is_block(scene, i));
    (n_unknown == 0 || n_unknown < 3 && !blocked && found.first < stop + 6).then_some(*found)
}

/// Words that may stand between the phrase and the person: "comedian", "the singer", "longtime host", "former".
pub(super) fn is_apposed(word: &str) -> bool {
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
                | "legend"
                | "legends"
                | "icon"
                | "icons"
                | "jazz"
                | "punk"
                | "rock"
                | "metal"
                | "pop"
                | "folk"
                | "soul"
                | "indie"
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
    // "Channel Nine announced that Kern would play him in his stead": not those who tell it
    let is_teller = |mention: &Mention| {
        let told = scene.page.phrase_at(&WORDS.telling, mention.end, new.first);
        told.is_some_and(|(phrase, stop)| phrase.is_verb && scene.page.word(stop) == "that") && !is_known_person(scene, mention)
    };
    let is_other = |mention: &&Mention| mention.name != new.name && is_person(scene, mention) && !is_teller(mention);
    let others = before.iter().rev().filter(is_one).find(is_other).or_else(|| before.iter().rev().find(is_other)).copied();
    // "after her friend Kim filled in for her": whom the article is about
    let owner = || {
        let first = scene.sentence.first_token as usize;
        // "Kern will replace them at Harbour Fields": the act that the article is about
        let is_act = || scene.page.word(stop) == "them";
        let is_hers = (first..new.first).any(|at| matches!(scene.page.word(at), "she" | "he" | "her" | "his")) || is_act();
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

/// "the role of Ada Finch": who is played, and not who plays.
fn is_played(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let left = |n: usize| scene.page.word_left(mention.first, n);
    matches!((left(2), left(1)), ("role" | "part" | "character" | "shoes", "of"))
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
    let fits =
        |mention: &&Mention| is_person(scene, mention) && !mention.is_possessive && !says_which(mention) && !is_played(scene, mention);
    let known = near.iter().filter(fits).find(|mention| is_known_person(scene, mention));
    known.or_else(|| near.iter().filter(fits).find(|mention| is_somebody(scene, mention))).or_else(|| near.iter().find(fits)).copied()
}

/// The person named last before a token, of those who are known to be one.
fn known_before(scene: &Scene<'_, '_>, before: usize) -> Option<Mention> {
    let near = scene.names.within(before.saturating_sub(REACH_BACK), before);
    let is_known = |mention: &&Mention| !mention.is_possessive && is_known_person(scene, mention) && !is_played(scene, mention);
    near.iter().rev().find(is_known).copied()
}

/// The person named last before a token.
fn last_person(scene: &Scene<'_, '_>, before: usize) -> Option<Mention> {
    if let Some(known) = known_before(scene, before) {
        return Some(known);
    }
    let near = scene.names.within(before.saturating_sub(REACH_BACK), before);
    let somebody = near.iter().rev().find(|mention| is_somebody(scene, mention) && !mention.is_possessive);
    somebody.or_else(|| near.iter().rev().find(|mention| is_person(scene, mention))).copied()
}
