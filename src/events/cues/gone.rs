//! "Kern is leaving the show", "announced her departure from Red Letters": who goes, and nobody is named who comes.

use super::past::{has_day_of_late, is_plain_past, is_told_as_past};
use super::persons::{owns_next, person_after, person_before};
use super::replaced::is_unsure;
use super::turned::is_passive;
use super::{Scene, ValueFact};
use crate::events::Facet;
use crate::events::names::{Mention, Name};
use crate::events::subject::Referent;
use crate::events::words::{Order, Role, WORDS};

/// So many tokens behind the verb stands what is left.
const LEFT_TOKENS: usize = 9;

/// Somebody who leaves a work, told as the news of the article.
pub(super) fn find(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    if !scene.page.is_in_lead(scene.idx) {
        return None;
    }
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    if let Some((at, old)) = exit_of(scene, first, end) {
        let referent = left(scene, at + 1, end, &old).or_else(|| shown(scene, &old))?;
        let fact = scene.replaced(Facet::Who, (at, at + 1), referent, scene.written(&old), String::new());
        return Some(ValueFact { to: None, ..fact });
    }
    let verb = leaving(scene, first, end).filter(|(at, _)| !is_unsure(scene, first, *at));
    let (at, stop) = verb.or_else(|| departure(scene, first, end))?;
    let is_over = is_told_as_past(scene, at, stop) || is_plain_past(scene, at, stop) && !has_day_of_late(scene);
    let is_condition = (stop..end).any(|i| matches!(scene.page.word(i), "if" | "unless"));
    if is_over || is_condition {
        return None;
    }
    let old = dismissed(scene, at, stop, end)
        .or_else(|| person_before(scene, first, at))
        .filter(|old| scene.names.of(old).is_some_and(is_somebody))?;
    let referent = if old.first >= stop { shown(scene, &old) } else { left(scene, stop, end, &old) }?;
    let fact = scene.replaced(Facet::Who, (at, stop), referent, scene.written(&old), String::new());
    Some(ValueFact { to: None, ..fact })
}

/// "Halden Films has dismissed | director Mila Kern": who is sent away.
fn dismissed(scene: &Scene<'_, '_>, at: usize, stop: usize, end: usize) -> Option<Mention> {
    let sends = matches!(
        scene.page.word(at),
        "fired" | "fires" | "sacked" | "sacks" | "dismissed" | "dismisses" | "ousted" | "ousts" | "dropped" | "drops" | "axed" | "axes"
    );
    let sends = sends || ["has", "have", "had"].contains(&scene.page.word(at)) && scene.page.word(at + 1).starts_with("dismiss");
    let near = |old: &Mention| old.first < stop + DISMISSED_TOKENS;
    person_after(scene, stop, end).filter(|old| sends && !old.is_possessive && !is_passive(scene, at) && near(old))
}

/// "has dismissed | its director": so far behind the verb.
const DISMISSED_TOKENS: usize = 5;

/// A first name and a family name, and nothing that makes it a title.
fn is_somebody(name: &Name) -> bool {
    name.words.len() > 1 && !name.is_work() && !name.is_place && (name.is_person() || name.sounds_like_somebody())
}

/// A festival or an awards night: one leaves it when it is over.
fn is_run(name: &Name) -> bool {
    name.thing.is_some_and(|thing| matches!(thing, "festival" | "awards" | "event" | "match" | "tournament"))
}

/// "is quitting", "has been dropped": the verb of going; not "were left in tears", "as she leaves the studio",
/// "temporarily left".
fn leaving(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, usize)> {
    let page = scene.page;
    (first..end).find_map(|at| {
        let (phrase, stop) = page.phrase_at(&WORDS.replaced, at, end)?;
        let left = at.checked_sub(1).filter(|left| *left >= first).map(|left| page.word(left)).unwrap_or_default();
        let is_feeling = page.word(at) == "left" && matches!(left, "is" | "are" | "was" | "were" | "been" | "being" | "be");
        let is_aside = match left {
            "temporarily" | "seen" | "spotted" | "pictured" | "while" | "for" | "since" | "about" | "of" | "on" | "before" => true,
            "he" | "she" | "they" => {
                ["leav", "left", "exit", "depart"].iter().any(|stem| page.word(at).starts_with(stem))
                    && matches!(page.word(at.wrapping_sub(2)), "as" | "while" | "when" | "after" | "since")
            }
            "the" | "a" | "an" | "her" | "his" | "their" | "its" | "s" | "this" | "that" => phrase.is_verb,
            _ => false,
        };
        let is_news = phrase.entry == Order::Leaves && scene.names.covering(at).is_none() && !is_feeling && !is_aside;
        is_news.then_some((at, stop))
    })
}

/// "announced her departure from", "confirms his exit from": the noun of going, right behind who tells it.
fn departure(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, usize)> {
    let page = scene.page;
    let is_noun = |at: &usize| matches!(page.word(*at), "departure" | "exit" | "resignation") && page.word(at + 1) == "from";
    let at = (first..end).find(is_noun)?;
    let is_own = matches!(page.word(at.wrapping_sub(1)), "her" | "his" | "their");
    let tells = matches!(
        page.word(at.wrapping_sub(2)),
        "announced" | "announcing" | "announces" | "confirmed" | "confirming" | "confirms" | "revealed" | "reveals" | "revealing"
    );
    (is_own && tells).then_some((at, at + 1))
}

/// "Mila Kern’s exit from Red Letters throws …", "the sudden departure of the director Mila Kern": the noun and who goes,
/// where the article begins with it.
fn exit_of(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<(usize, Mention)> {
    let page = scene.page;
    if scene.idx > 1 {
        return None;
    }
    let is_noun =
        |at: &usize| matches!(page.word(*at), "departure" | "exit" | "resignation" | "firing") && scene.names.covering(*at).is_none();
    let at = (first..end).find(is_noun)?;
    let is_known = |old: &&Mention| scene.names.of(old).is_some_and(is_somebody);
    // "following his exit in 2015", "ahead of her departure"
    let is_aside = (first..at).any(|at| matches!(page.word(at), "following" | "after" | "since" | "before" | "despite" | "if"));
    let owner = scene.names.within(first, at).last().filter(|old| old.is_possessive && old.end + 2 == at && page.word(at + 1) == "from");
    let of = (page.word(at + 1) == "of").then(|| scene.names.within(at + 2, at + 6)).and_then(<[Mention]>::first);
    let is_led = |old: &&Mention| (at + 2..old.first).all(|at| page.is_word(at) && !page.is_capital(at));
    let old = owner.or(of.filter(is_led)).filter(is_known).filter(|_| !is_aside)?;
    Some((at, *old))
}

/// What is left: a title right behind the verb, or "the show", where the article is about one.
fn left(scene: &Scene<'_, '_>, stop: usize, end: usize, old: &Mention) -> Option<Referent> {
    let page = scene.page;
    let mut n_unknown = 0;
    for at in stop..end.min(stop + LEFT_TOKENS) {
        if let Some(mention) = scene.names.covering(at) {
            // "the cast of Halden’s Red Letters": what is owned
            let owned = scene.names.covering(mention.end + 2).filter(|owned| mention.is_possessive && owned.first == mention.end + 2);
            let mention = owned.unwrap_or(mention);
            // "quit Studio Nine": what it is, nobody says
            let is_left = |name: &Name| name.is_work() || name.is_lead && !is_somebody(name) && !name.is_person() && name.words.len() > 1;
            // "out as Lantern Awards host": the part in it
            let is_part = WORDS.person_before.contains(page.word(mention.end)) && !page.is_capital(mention.end);
            let is_title = scene.names.of(mention).is_some_and(|name| !name.is_place && is_left(name) && (is_part || !is_run(name)));
            let fits = mention.name != old.name && is_title && n_unknown == 0 && is_whole(scene, mention.end);
            return fits.then(|| Referent { part: None, ..scene.resolver.referent_to(mention.name) });
        }
        let thing = page.phrase_at(&WORDS.things, at, end).filter(|(phrase, _)| phrase.entry.role == Role::Work);
        if let Some((_, behind)) = thing {
            return is_whole(scene, behind).then(|| shown(scene, old)).flatten();
        }
        // "drummer Tom Reed has left the band"
        if matches!(page.word(at), "band" | "group" | "lineup" | "trio" | "quartet" | "quintet" | "outfit") && is_whole(scene, at + 1) {
            return band(scene, old);
        }
        // "has exited the project"
        if matches!(page.word(at), "project" | "production" | "cast") && is_whole(scene, at + 1) {
            return shown(scene, old);
        }
        if WORDS.boundary.contains(page.word(at)) && page.word(at) != "as" {
            return None;
        }
        n_unknown += usize::from(!is_led(scene, at));
        if n_unknown > 2 || !page.is_word(at) && page.raw(at) != "-" {
            return None;
        }
    }
    None
}

/// Words that may stand between going and what is left: "her role on the", "as a judge on".
fn is_led(scene: &Scene<'_, '_>, at: usize) -> bool {
    let word = scene.page.word(at);
    WORDS.person_before.contains(word)
        || matches!(
            word,
            "the"
                | "second"
                | "third"
                | "season"
                | "next"
                | "new"
                | "upcoming"
                | "final"
                | "a"
                | "her"
                | "his"
                | "their"
                | "from"
                | "of"
                | "as"
                | "on"
                | "in"
                | "cast"
                | "role"
                | "job"
                | "judge"
                | "panellist"
                | "hit"
        )
}

/// "Studio Nine panellist Sam Kern is quitting the show": that show; else what the article is about.
fn shown(scene: &Scene<'_, '_>, old: &Mention) -> Option<Referent> {
    let first = scene.sentence.first_token as usize;
    let is_trade = |at: usize| scene.page.is_word(at) && !scene.page.is_capital(at) && !WORDS.small.contains(scene.page.word(at));
    let beside =
        scene.names.within(first, old.first).last().filter(|show| {
            show.end < old.first && show.name != old.name && (show.end..old.first).all(is_trade) && old.first <= show.end + 2
        });
    if let Some(show) = beside.filter(|show| scene.names.of(show).is_some_and(|name| !name.is_place)) {
        return Some(Referent { part: None, ..scene.resolver.referent_to(show.name) });
    }
    let work = scene.resolver.main_work().filter(|work| work.name != Some(old.name))?;
    Some(Referent { part: None, ..work })
}

/// The band that the article is about.
pub(super) fn band(scene: &Scene<'_, '_>, old: &Mention) -> Option<Referent> {
    let fits = |name: &Name| !name.is_place && !name.sounds_like_somebody() && !name.is_work();
    let is_band = |idx: usize| idx != old.name && scene.names.names.get(idx).is_some_and(fits);
    let opens = |idx: usize| scene.names.names.get(idx).is_some_and(|name| name.opens);
    let main = scene.resolver.main_agent().filter(|&main| is_band(main) && opens(main));
    let lead_end = scene.page.sentences.get(1).or(scene.page.sentences.first()).map_or(0, |lead| lead.end_token as usize);
    // "Lantern Bay’s Sam Reed to join Red Harbour": where the newcomer is from
    let is_lead =
        |mention: &&Mention| is_band(mention.name) && !owns_next(scene, mention) && (opens(mention.name) || mention.first < lead_end);
    main.or_else(|| scene.names.mentions.iter().find(is_lead).map(|mention| mention.name)).map(Referent::to)
}

/// "the show", not "the show’s studio" or "the Red Letters party": nothing of it stands behind.
fn is_whole(scene: &Scene<'_, '_>, behind: usize) -> bool {
    let page = scene.page;
    let word = page.word(behind);
    let is_free = !page.is_word(behind)
        || WORDS.small.contains(word)
        || WORDS.boundary.contains(word)
        || WORDS.adverb.contains(word)
        || page.begins_date(behind)
        || matches!(word, "live" | "amid" | "over" | "ahead" | "having" | "role" | "job" | "cast");
    // "departs Harbour Grill on a motorbike", "leaves Marlow Row in a black dress": a street or a restaurant
    let is_seen = matches!(word, "on" | "in" | "with" | "via") && matches!(page.word(behind + 1), "a" | "an" | "her" | "his");
    is_free && !is_seen && !matches!(page.raw(behind), "’" | "'" | "-")
}
