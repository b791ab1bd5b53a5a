//! Somebody is missing and somebody else does the work, told in whatever words over several sentences: one has a sign that
//! somebody is away ("was rushed to hospital"), one near it a sign that somebody has the place now ("in his absence").

use super::departed::{gone_in_sentence, parts_ways};
use super::past::{NEWS_SENTENCES, is_helper};
use super::persons::{is_act, is_person, person_after, person_before, says_which};
use super::replaced::{is_unsure, told};
use super::{Scene, ValueFact};
use crate::events::names::{Mention, Name};
use crate::events::subject::Referent;
use crate::events::weight::is_company;
use crate::events::words::{Order, Role, SEATS, WORDS, plays};

/// So many sentences before and behind who comes, who is missing may be told.
const BEFORE: usize = 3;
const BEHIND: usize = 3;
/// So many sentences open an article: whoever they say is missing is so all along.
const LEAD: usize = 2;
/// "Her 7pm spot on the River Stage | will be filled": so far behind the seat its verb may stand.
const SEAT_TOKENS: usize = 10;
/// "has been given to | Red Harbour": so far behind the verb stands who has it.
const GIVEN_TOKENS: usize = 4;
/// "has lined up | comedian": so far behind the verb stands who is got.
const GOT_TOKENS: usize = 6;
/// So far into a sentence stands whoever it is about.
const SUBJECT_TOKENS: usize = 12;
/// "Tom Reed, who was a member of the jury two years ago, | will preside": so long an aside may part them.
const ASIDE_TOKENS: usize = 20;

/// Finds who comes in a stretch of tokens, and the word that says so.
type Sign = fn(&Scene<'_, '_>, usize, usize) -> Option<(usize, Mention)>;

pub(super) fn find(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_open = |at: usize| matches!(scene.page.word(at), "if" | "whether" | "unless" | "should" | "nobody" | "anybody");
    let is_far = scene.idx >= NEWS_SENTENCES + BEFORE;
    if is_far || (first..end).any(is_open) || scene.page.is_question(scene.sentence) {
        return None;
    }
    let signs: [Sign; 9] = [given_seat, takes_seat, in_absence, instead, new_one, deputy, got, same_trade, does_work];
    signs.iter().filter_map(|sign| sign(scene, first, end)).filter(|(at, _)| !is_unsure(scene, first, *at)).find_map(|(at, new)| {
        let old = owner_of_place(scene, first, end).filter(|old| old.name != new.name).or_else(|| missing_near(scene, new))?;
        // a band is not missing in itself
        let is_own = |fact: &ValueFact| [old.name, new.name].map(Some).contains(&fact.referent.name);
        let is_called = scene.names.of(&old).is_some_and(|name| name.is_person() || name.sounds_like_somebody());
        let fact = told(scene, at, at + 1, new, old).filter(|fact| is_called || !is_own(fact))?;
        let of_whoever = fact.referent.role == Some(Role::Person);
        let title = of_whoever.then(|| title_of_news(scene, [old.name, new.name])).flatten();
        Some(ValueFact { referent: title.unwrap_or_else(|| fact.referent.clone()), ..fact })
    })
}

/// The first work or happening that the news names: where nothing else says so, it is what somebody comes into.
fn title_of_news(scene: &Scene<'_, '_>, persons: [usize; 2]) -> Option<Referent> {
    let end = scene.page.sentences.get(NEWS_SENTENCES).map_or(scene.page.tokens.len(), |sentence| sentence.first_token as usize);
    let named = || scene.names.within(0, end).iter().filter(|mention| !persons.contains(&mention.name));
    let title = named().find(|mention| scene.names.is_work(Some(mention.name)));
    // "has withdrawn from The Rainmakers": what one goes from, whatever it sounds like
    let is_left = |mention: &&Mention| {
        let is_thing =
            scene.names.of(mention).is_some_and(|name| name.is_lead && !name.is_place && !name.is_person() && !name.is_company());
        is_thing && !mention.is_possessive && is_led(scene, mention)
    };
    title.or_else(|| named().find(is_left)).map(|mention| scene.resolver.referent_to(mention.name))
}

/// "in Kern’s stead": whose it is, where that is said.
fn owner_of_place(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<Mention> {
    let is_place = |at: usize| matches!(scene.page.word(at), "stead" | "absence" | "place");
    let is_led =
        |old: &&Mention| matches!(scene.page.word(old.first.wrapping_sub(1)), "in" | "during") && (old.end..old.end + 3).any(is_place);
    scene.names.within(first, end).iter().find(|old| old.is_possessive && is_led(old)).copied()
}

/// A word for what somebody has who plays, hosts or appears: "slot", "chair"; with the words before it that say whose.
fn seat(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<usize> {
    let is_owner =
        |at: usize| matches!(scene.page.word(at), "his" | "her" | "their" | "s" | "the" | "that" | "this" | "vacant" | "leading");
    // "opening duties", "hosting duties" need no owner
    let is_work = |at: usize| scene.page.word(at) == "duties" && SEATS.works.contains(scene.page.word(at - 1));
    let is_led = |at: usize| (1..=3).filter_map(|n| at.checked_sub(n)).any(|left| left >= first && is_owner(left)) || is_work(at);
    (first + 1..end).find(|&at| SEATS.nouns.contains(scene.page.word(at)) && is_led(at) && scene.names.covering(at).is_none())
}

/// "Her chair goes to Mila Kern", "His spot on Friday has been given to Red Harbour", "filled the vacancy with Kern".
fn given_seat(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let seat = seat(scene, first, end)?;
    let stop = end.min(seat + SEAT_TOKENS);
    let to = (seat + 1..stop).find(|&at| SEATS.gives.contains(page.word(at)) && (at + 1..at + 3).any(|at| page.word(at) == "to"));
    if let Some(at) = to {
        let to = (at + 1..at + 3).find(|&at| page.word(at) == "to")?;
        return Some((at, somebody(scene, to + 1, end.min(to + 1 + GIVEN_TOKENS))?));
    }
    let is_filled = |at: usize| SEATS.fills.contains(page.word(at));
    let with = (seat + 1..stop).find(|&at| matches!(page.word(at), "by" | "with") && (first..at).any(is_filled))?;
    Some((with, somebody(scene, with + 1, end.min(with + 1 + GIVEN_TOKENS))?))
}

/// "The Harbour Kitchen inherits the Friday slot", "Red Harbour move into the 5pm slot".
fn takes_seat(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let seat = seat(scene, first, end)?;
    let takes = |at: &usize| SEATS.takes.contains(scene.page.word(*at)) && scene.names.covering(*at).is_none();
    let verb = (first..seat).rev().take_while(|at| seat - at < SEAT_TOKENS).find(takes)?;
    Some((verb, subject_that(scene, (first, verb), may_be)?))
}

/// "During his absence the group will perform with Kern", "Kern will greet them in his place".
fn in_absence(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_own = |at: usize| matches!(page.word(at), "his" | "her" | "their") || page.word(at) == "s" && at > first;
    let at = (first + 2..end).find(|&at| matches!(page.word(at), "absence" | "place" | "stead") && is_own(at - 1))?;
    let lead = (first..at).rev().find(|&left| matches!(page.word(left), "in" | "during")).filter(|lead| at - lead < 6)?;
    if lead > first + 1 {
        let verb = (first..lead).rev().find(|&at| is_helper(scene, at)).unwrap_or(lead);
        return Some((at, subject_that(scene, (first, verb), may_be)?));
    }
    // "…, the group will perform with Kern": with whom, else who
    let with = (at + 1..end).find(|&at| page.word(at) == "with").and_then(|with| somebody(scene, with + 1, end.min(with + GIVEN_TOKENS)));
    Some((at, with.or_else(|| subject_that(scene, (at + 1, end), may_be))?))
}

/// "Tom Reed does the opening half-hour instead".
fn instead(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let at = (first + 2..end).find(|&at| scene.page.word(at) == "instead" && scene.page.word(at + 1) != "of")?;
    let new = subject(scene, first, at)?;
    (new.end..at).any(|at| SEATS.works.contains(scene.page.word(at))).then_some((at, new))
}

/// "have introduced Mila Kern as their new singer", "The new presenter will be Mila Kern".
fn new_one(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_trade = |at: usize| is_trade(page.word(at));
    let at = (first..end).find(|&at| page.word(at) == "new" && (at + 1..(at + 4).min(end)).any(is_trade))?;
    let left = (1..=3).filter_map(|n| at.checked_sub(n)).find(|&left| left >= first && matches!(page.word(left), "as" | "is" | "be"));
    if let Some(left) = left {
        return Some((at, scene.names.within(first, left).iter().rev().find(|new| fits(scene, new)).copied()?));
    }
    let is_verb = |verb: &usize| matches!((page.word(*verb), page.word(verb + 1)), ("will", "be") | ("is" | "are", _));
    let verb = (at + 2..end.min(at + SEAT_TOKENS)).find(is_verb)?;
    let stop = if page.word(verb) == "will" { verb + 2 } else { verb + 1 };
    Some((at, somebody(scene, stop, end.min(stop + 2))?))
}

/// "Mila Kern, the understudy, goes on tonight", "understudy Mila Kern will play".
fn deputy(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let at = (first..end).find(|&at| SEATS.deputies.contains(page.word(at)) && scene.names.covering(at).is_none())?;
    let beside = |new: &&Mention| fits(scene, new) && (new.end <= at && at - new.end < 4 || new.first == at + 1);
    let new = *scene.names.within(first, end.min(at + 4)).iter().find(beside)?;
    let acts = (at + 1..end).any(|at| SEATS.works.contains(page.word(at)) || SEATS.takes.contains(page.word(at)) || goes_on(scene, at));
    acts.then_some((at, new))
}

/// "goes on", "steps up".
fn goes_on(scene: &Scene<'_, '_>, at: usize) -> bool {
    matches!((scene.page.word(at), scene.page.word(at + 1)), ("goes" | "go" | "went" | "steps" | "step" | "stepped", "on" | "up" | "in"))
}

/// "Organisers have lined up comedian Tom Reed", "The house got hold of Tom Reed".
fn got(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    (first..end).find_map(|at| {
        let (phrase, stop) = page.phrase_at(&WORDS.replaced, at, end)?;
        // "the line up of The Harbour Hour" is a noun
        let is_got = phrase.entry == Order::Gets && scene.names.covering(at).is_none() && page.word(stop) != "of";
        // "has entrusted The Fiddle Hour to Tom Reed"
        let to = (stop..end.min(stop + SEAT_TOKENS)).find(|&to| page.word(to) == "to" && page.word(at).starts_with("entrust"));
        let stop = to.map_or(stop, |to| to + 1);
        let new = is_got.then(|| somebody(scene, stop, end.min(stop + GOT_TOKENS))).flatten()?;
        Some((at, new))
    })
}

/// "Rehearsals have begun with Mila Kern on bass", "will perform with Kern as its drummer".
fn same_trade(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    let is_on = |at: usize| page.word(at) == "on" && SEATS.instruments.contains(page.word(at + 1));
    let is_as = |at: usize| page.word(at) == "as" && matches!(page.word(at + 1), "its" | "their" | "the") && plays(page.word(at + 2));
    let at = (first + 1..end).find(|&at| is_on(at) || is_as(at))?;
    let with = (first..at).rev().find(|&with| page.word(with) == "with" && at - with < ASIDE_TOKENS);
    let near = with.and_then(|with| somebody(scene, with + 1, at.min(with + GIVEN_TOKENS)));
    Some((at, near.or_else(|| subject(scene, first, at))?))
}

/// "The Foxes will now close the main stage", "Into the wig went Tom Reed", "On guitar will be Mila Kern".
fn does_work(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    // turned round: what is done opens the sentence, and who does it stands behind the verb
    let opens = matches!(page.word(first), "on" | "in" | "into" | "at" | "behind" | "for") || page.word(first).ends_with("ing");
    let is_turned = |verb: &usize| matches!(page.word(*verb), "is" | "went" | "comes" | "steps" | "goes" | "be" | "are");
    let verb = (first + 2..end.min(first + SUBJECT_TOKENS + 4)).find(|verb| is_turned(verb) && scene.names.covering(*verb).is_none());
    let no_comma = |verb: &usize| !(first..*verb).any(|at| matches!(page.raw(at), "," | ";"));
    if let Some(new) = verb.filter(|verb| opens && no_comma(verb)).and_then(|verb| somebody(scene, verb + 1, end.min(verb + 2))) {
        return Some((new.first - 1, new));
    }
    let new = subject(scene, first, end.min(first + SUBJECT_TOKENS))?;
    let reach = if page.raw(new.end) == "," { ASIDE_TOKENS } else { SUBJECT_TOKENS };
    let work = (new.end..end.min(new.end + reach)).find(|&at| SEATS.works.contains(page.word(at)) && scene.names.covering(at).is_none())?;
    // "plays the villain" and "will sing" are said of anybody; who does so "now" is another than before
    let is_now = (new.end..work + 2).any(|at| page.word(at) == "now");
    let is_ahead = (new.end..work).any(|at| matches!(page.word(at), "will" | "ll"));
    let is_common = SEATS.common.contains(page.word(work));
    (is_now || is_ahead && !is_common).then_some((work, new))
}

fn is_trade(word: &str) -> bool {
    plays(word) || WORDS.person_before.contains(word) || matches!(word, "singer" | "voice" | "host" | "presenter" | "coach" | "judge")
}

/// Whoever may come: a person or an act, no work and no place.
fn fits(scene: &Scene<'_, '_>, new: &Mention) -> bool {
    let is_somebody = |name: &Name| name.is_person() || name.sounds_like_somebody() || name.agent > 1 || scene.names.is_on_stage;
    may_be(scene, new) && scene.names.of(new).is_some_and(is_somebody)
}

/// Whoever the words around make somebody, whatever the name sounds like.
fn may_be(scene: &Scene<'_, '_>, new: &Mention) -> bool {
    let is_one = scene.names.of(new).is_some_and(|name| !name.is_company() && !name.is_byline && !name.is_place);
    // "Redport trio Soft Alibi": where they are from
    let is_origin = WORDS.group_nouns.contains(scene.page.word(new.end)) && scene.names.covering(new.end + 1).is_some();
    is_one
        && (is_person(scene, new) || is_act(scene, new))
        && !new.is_possessive
        && !is_origin
        && !says_which(scene, new)
        && !is_company(scene.page, new)
}

/// Whoever the clause that ends at a token is about: its first name that may be somebody’s, else that of the clause before.
fn subject(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<Mention> {
    subject_that(scene, (first, end), fits)
}

fn subject_that(scene: &Scene<'_, '_>, (first, end): (usize, usize), is_one: fn(&Scene<'_, '_>, &Mention) -> bool) -> Option<Mention> {
    let page = scene.page;
    let begins = |at: &usize| {
        let is_conjunction = matches!(page.word(*at), "while" | "but" | "that" | "and") && scene.names.covering(*at).is_none();
        is_conjunction || matches!(page.raw(*at), ";" | "—" | ":")
    };
    let clause = (first..end).rev().find(begins).map_or(first, |at| at + 1);
    let of = |from: usize| scene.names.within(from, end).iter().find(|new| is_one(scene, new) && !is_led(scene, new)).copied();
    of(clause).or_else(|| of(first))
}

/// "withdrew from Harbour Days", "president of the Harbour Days": what stands behind a preposition is not who does it.
fn is_led(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let left = mention.first.wrapping_sub(1);
    let left = if scene.page.word(left) == "the" { left.wrapping_sub(1) } else { left };
    matches!(scene.page.word(left), "of" | "in" | "at" | "on" | "for" | "from" | "with" | "to" | "by")
}

/// Somebody named in a stretch, words of trade and origin before the name allowed.
fn somebody(scene: &Scene<'_, '_>, from: usize, to: usize) -> Option<Mention> {
    let near = || scene.names.within(from, to).iter().find(|new| may_be(scene, new)).copied();
    person_after(scene, from, scene.sentence.end_token as usize).filter(|new| new.first <= to).or_else(near)
}

/// How sure a sentence makes it that somebody is missing: it says that somebody goes, or why somebody cannot come, or
/// whom the others do without.
const SIGNS: [&[Order]; 3] = [&[Order::Leaves], &[Order::Loses], &[Order::Hindered]];

/// Whoever is missing, told in this sentence or one near it; rather who is named in the lead.
fn missing_near(scene: &Scene<'_, '_>, new: Mention) -> Option<Mention> {
    let before = scene.idx.saturating_sub(BEFORE);
    let near = || (before..=scene.idx).rev().chain((1..=BEHIND).map(|n| scene.idx + n)).chain(0..before.min(LEAD));
    let told = |idx: usize, signs: &[Order]| {
        let sentence = scene.page.sentences.get(idx).filter(|_| idx < NEWS_SENTENCES)?;
        missing(&Scene { idx, sentence, ..*scene }, new, signs)
    };
    let found: Vec<Mention> = SIGNS.iter().flat_map(|signs| near().filter_map(move |idx| told(idx, signs))).collect();
    let is_lead = |old: &&Mention| scene.names.of(old).is_some_and(|name| name.is_lead);
    found.iter().find(is_lead).or(found.first()).copied()
}

/// Whoever a sentence tells is missing.
fn missing(scene: &Scene<'_, '_>, new: Mention, signs: &[Order]) -> Option<Mention> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    if scene.page.is_question(scene.sentence) {
        return None;
    }
    let is_other = |old: &Mention| old.name != new.name && !shares_name(scene, old, &new) && may_be(scene, old);
    let found = (first..end).filter(|&at| scene.names.covering(at).is_none()).find_map(|at| {
        let (phrase, stop) = scene.page.phrase_at(&WORDS.replaced, at, end)?;
        if !signs.contains(&phrase.entry) || is_unsure(scene, first, at) && !is_denied_itself(scene, at, stop) {
            return None;
        }
        let old = match phrase.entry {
            // "parted company with Tom Reed", the band
            Order::Leaves if parts_ways(scene, stop) => somebody(scene, stop + 1, end.min(stop + 1 + GOT_TOKENS)),
            Order::Loses => somebody(scene, stop, end.min(stop + GOT_TOKENS)),
            _ => {
                let of_clause = || person_before(scene, first, at).filter(|old| !is_led(scene, old));
                beside(scene, first, at).or_else(of_clause).or_else(|| subject_that(scene, (first, at), may_be))
            }
        };
        old.filter(is_other)
    });
    found.or_else(|| gone_in_sentence(scene, end, new).filter(|old| signs.contains(&Order::Leaves) && is_other(old)))
}

/// "will not take part": what is denied is the going itself.
fn is_denied_itself(scene: &Scene<'_, '_>, at: usize, stop: usize) -> bool {
    (at.saturating_sub(1)..stop).any(|at| matches!(scene.page.word(at), "not" | "cannot" | "won" | "can"))
}

/// "said that Red Harbour | will not take part": the name right before the verb.
fn beside(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Mention> {
    let verb = (first..at).rev().find(|&left| !is_helper(scene, left)).map_or(first, |left| left + 1);
    scene.names.within(first, at).iter().find(|old| old.end == verb && may_be(scene, old)).copied()
}

/// "Kern" and "Mila Kern" are one.
fn shares_name(scene: &Scene<'_, '_>, one: &Mention, other: &Mention) -> bool {
    let words = |mention: &Mention| scene.names.of(mention).map(|name| name.words.as_slice()).unwrap_or_default();
    words(one).iter().any(|word| words(other).contains(word))
}
