//! "moved from the Harbour Arena to the Old Hall": another place.

use super::{Scene, ValueFact};
use crate::events::names::{Mention, Name};
use crate::events::subject::Referent;
use crate::events::words::{WORDS, kind_of};
use crate::events::{Facet, Kind};
use crate::language::Sentence;

/// How many sentences away the other place may stand.
const NEAR: usize = 4;

pub(super) fn find(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let of_sentence = || moved(scene).or_else(|| left_for(scene)).or_else(|| held_elsewhere(scene));
    let of_venue = || venue_changed(scene).or_else(|| new_venue(scene)).or_else(|| other_channel(scene));
    of_sentence().or_else(|| instead(scene)).or_else(|| not_there(scene)).or_else(|| succeeds(scene)).or_else(of_venue)
}

/// "The venue of the concert has been changed to Low Park Hall from a stage near the beach".
fn venue_changed(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let page = scene.page;
    let venue = (first..end).find(|&at| is_word_for_place(page.word(at)) && scene.names.covering(at).is_none())?;
    let is_verb = |at: &usize| page.word(*at) == "changed" || is_verb_of_moving(page.word(*at));
    let at = (venue + 1..end).find(is_verb).filter(|&at| !is_unsure(scene, first, at))?;
    let to = led_place(scene, at, end, "to")?;
    let from = led_place(scene, at, end, "from").filter(|from| from.name != to.name).map(|from| scene.written(&from));
    let from = from.or_else(|| described_place(scene, at, end));
    let referent = happening(scene, venue + 1, at).or_else(|| happening(scene, first, venue))?;
    Some(ValueFact { from, ..scene.replaced(Facet::Where, (venue, at + 1), referent, String::new(), scene.written(&to)) })
}

/// "has changed venue – the show will now take place at KB19": nobody says which one it was.
fn new_venue(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let page = scene.page;
    let is_change = |at: &usize| match page.word(*at) {
        "changed" | "changes" | "switched" | "switches" | "new" => is_word_for_place(page.word(at + 1)),
        "change" => page.word(at + 1) == "of" && is_word_for_place(page.word(at + 2)),
        _ => false,
    };
    let at = (first..end).find(is_change).filter(|&at| !is_unsure(scene, first, at))?;
    let now = (at..end).find(|&at| page.word(at) == "now" && matches!(page.word(at - 1), "will" | "ll" | "is"))?;
    let to = led_place(scene, now, end, "at").or_else(|| led_place(scene, now, end, "in"))?;
    let referent = happening(scene, first, at)?;
    Some(ValueFact { from: None, ..scene.replaced(Facet::Where, (at, at + 2), referent, String::new(), scene.written(&to)) })
}

/// "has been moved from HTV to Channel 9": where a show is on the air.
fn other_channel(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let page = scene.page;
    let is_move = |at: &usize| is_verb_of_moving(page.word(*at)) || matches!(page.word(*at), "move" | "switch" | "switches" | "transfer");
    let at = (first..end).find(is_move).filter(|&at| !is_unsure(scene, first, at))?;
    let is_name = |at: usize| (page.is_capital(at) || page.is_number(at)) && !page.is_in_date(at);
    let from = (at + 1..end).find(|&at| page.word(at) == "from" && is_name(at + 1))? + 1;
    let to = (from + 1..end.min(from + CHANNEL_TOKENS)).find(|&at| !is_name(at)).filter(|&at| page.word(at) == "to")?;
    let new = if page.word(to + 1) == "the" { to + 2 } else { to + 1 };
    let stop = (new..end.min(new + CHANNEL_TOKENS)).find(|&at| !is_name(at)).unwrap_or(end).min(end);
    let sorts = [channel(scene, (from, to)), channel(scene, (new, stop.max(new)))];
    if stop <= new || !sorts.contains(&Channel::Sure) && sorts.contains(&Channel::No) {
        return None;
    }
    let written = |first: usize, end: usize| page.span(first, end).of(page.text).to_owned();
    let (old_name, new_name) = (written(from, to), written(new, stop));
    let is_show = |referent: &Referent| referent.name.is_some_and(|name| scene.names.is_work(Some(name))) && referent.part.is_none();
    let beside = scene.resolver.resolve(first, at).filter(is_show).or_else(|| scene.resolver.resolve(at + 1, from).filter(is_show));
    let referent = beside.or_else(|| scene.resolver.main_work().filter(is_show))?;
    Some(scene.replaced(Facet::Where, (at, at + 1), referent, old_name, new_name))
}

/// The name of a channel has fewer tokens.
const CHANNEL_TOKENS: usize = 4;

/// How surely a name is that of a channel.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Channel {
    /// "Channel 9", "KTV": it says so.
    Sure,
    /// "NBC": written as channels are, and as much else.
    Maybe,
    /// "Redport".
    No,
}

fn channel(scene: &Scene<'_, '_>, (first, end): (usize, usize)) -> Channel {
    let page = scene.page;
    let is_sort = |at: usize| {
        matches!(page.word(at), "channel" | "network" | "television" | "broadcasting" | "fm" | "radio") || page.raw(at).contains("TV")
    };
    let is_loud = |at: usize| page.raw(at).chars().filter(|c| c.is_uppercase()).count() > 1;
    let is_place = || WORDS.places.contains(page.span(first, end).of(page.text).to_lowercase().as_str());
    match () {
        () if (first..end).any(is_sort) => Channel::Sure,
        () if (first..end).any(is_loud) && !is_place() => Channel::Maybe,
        () => Channel::No,
    }
}

fn is_word_for_place(word: &str) -> bool {
    matches!(word, "venue" | "venues" | "location" | "locations")
}

/// The name right behind a word, whatever it sounds like: where a venue is changed, that is the venue.
fn led_place(scene: &Scene<'_, '_>, at: usize, end: usize, lead: &str) -> Option<Mention> {
    let is_place = |mention: &&Mention| is_led_by(scene, mention, at, 3, lead) && scene.names.of(mention).is_some_and(may_be_place);
    scene.names.within(at, end).iter().find(is_place).filter(|place| !place.is_possessive).copied()
}

/// "from | a special stage near Low Beach |, Redport": a place without a name of its own.
fn described_place(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<String> {
    let page = scene.page;
    let from =
        (at..end).find(|&at| page.word(at) == "from" && matches!(page.word(at + 1), "a" | "an" | "the") && !page.begins_date(at + 1))?;
    let stop =
        (from + 2..end.min(from + PLACE_TOKENS)).find(|&at| !page.is_word(at) || matches!(page.word(at), "in" | "on" | "for" | "after"));
    let stop = stop.unwrap_or(end.min(from + PLACE_TOKENS));
    (stop > from + 2).then(|| page.span(from + 2, stop).of(page.text).to_owned())
}

/// A place that is only described takes so many tokens at most.
const PLACE_TOKENS: usize = 9;

/// "The final has been moved from Harbour Stadium to Low Park."
fn moved(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let at = (first..end).find(|&at| is_verb_of_moving(scene.page.word(at)))?;
    if is_unsure(scene, first, at) {
        return None;
    }
    let from = place_led_by(scene, at, end, &["from"]);
    // "the concert at Harbour Stadium is being relocated to …"
    let from = from.or_else(|| place_led_by(scene, at.saturating_sub(12).max(first), at, &["at"]).filter(|from| is_venue(scene, from)));
    // "first planned for Harbour Park, it has been relocated to …"
    let planned = (first..at).find(|&i| WORDS.planned.contains(scene.page.word(i)));
    let from = from.or_else(|| place_led_by(scene, planned?, at, &["for", "at"]).filter(|from| is_venue(scene, from)));
    let to = place_led_by(scene, at, end, &["to", "into", "at"]).or_else(|| described_hall(scene, at, end));
    // "was to play at the Shed, but the gig was downsized to the Dome": what is left for another place is one
    let to = to.or_else(|| place_of_gig(scene, first, at, end));
    // "was to play the Shed. … has been shifted to the Low Park Hall": told just before
    let from = from.or_else(|| to.and_then(|to| planned_before(scene, &to, at)));
    let (from, to) = from.zip(to).or_else(|| from_one_to_other(scene, at, end)).or_else(|| from_there_to(scene, first, at, end))?;
    if from.name == to.name {
        return None;
    }
    let mut referent = happening(scene, first, at)?;
    if referent.name == Some(from.name) || referent.name == Some(to.name) {
        // "Bellcastle Arena says that the concert is relocated": of whoever plays there
        referent.name = scene.resolver.main_agent().filter(|name| *name != from.name && *name != to.name);
        referent.name?;
    }
    Some(scene.replaced(Facet::Where, (at, at + 1), referent, scene.written(&from), scene.written(&to)))
}

/// "moved to Nine Feet, a nearby club": what is said to be a hall.
fn described_hall(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<Mention> {
    let page = scene.page;
    let is_hall = |mention: &&Mention| {
        let is_led = matches!(page.word(mention.first.wrapping_sub(1)), "to" | "into");
        let apposed = page.raw(mention.end) == "," && matches!(page.word(mention.end + 1), "a" | "an" | "the");
        is_led && apposed && (mention.end + 2..end.min(mention.end + 6)).any(|at| WORDS.venue.contains(page.word(at)))
    };
    scene.names.within(at, end).iter().find(is_hall).copied()
}

/// "the gig was downsized | to the Dome": a name right behind, whatever it sounds like.
fn place_of_gig(scene: &Scene<'_, '_>, first: usize, at: usize, end: usize) -> Option<Mention> {
    let page = scene.page;
    let is_gig = |at: usize| matches!(page.word(at), "gig" | "show" | "concert" | "performance" | "event" | "set" | "night");
    let is_said =
        matches!(page.word(at - 1), "was" | "been" | "being" | "were") && (first.max(at.saturating_sub(GIG_TOKENS))..at).any(is_gig);
    let to = scene.names.within(at + 1, end.min(at + GIG_TOKENS)).first().filter(|to| !to.is_possessive && is_said)?;
    let is_led = page.word(at + 1) == "to" && (at + 2..to.first).all(|at| page.is_word(at) && !page.is_in_date(at) || page.raw(at) == "-");
    (is_led && scene.names.of(to).is_some_and(is_open_place)).then_some(*to)
}

/// "the gig has since been | downsized | to the school-hall-like | Dome": so far to either side of the verb.
const GIG_TOKENS: usize = 8;

/// How many sentences back the plan may stand that a move leaves.
const PLANNED_BACK: usize = 2;

/// The place of the plan that the sentences before tell of: "were down to play two nights at the Shed".
fn planned_before(scene: &Scene<'_, '_>, to: &Mention, moved: usize) -> Option<Mention> {
    let is_place = |old: &Mention| old.name != to.name && scene.names.of(old).is_some_and(may_be_place);
    (0..=PLANNED_BACK).filter_map(|n| scene.idx.checked_sub(n)).find_map(|idx| {
        let sentence = scene.page.sentences.get(idx)?;
        let (first, end) = (sentence.first_token as usize, (sentence.end_token as usize).min(moved));
        let at = (first..end).find(|&at| is_old_plan(scene, at))?;
        let is_at = |old: &&Mention| is_led_by(scene, old, at, 2, "at");
        scene.names.within(at, end).iter().find(is_at).filter(|old| is_place(old)).copied()
    })
}

/// "have been switched from the Shed to the O9": of what takes place somewhere, two names between which it moves are
/// places, whatever they sound like.
fn from_one_to_other(scene: &Scene<'_, '_>, at: usize, end: usize) -> Option<(Mention, Mention)> {
    // "players moving from the Shed to the O9" are no concert
    if scene.page.word(at).ends_with("ing") {
        return None;
    }
    let led = |mention: &Mention, lead: &str| is_led_by(scene, mention, at, 3, lead);
    let is_open =
        |mention: &Mention| !mention.is_possessive && (is_venue(scene, mention) || scene.names.of(mention).is_some_and(is_open_place));
    let near = scene.names.within(at, end);
    let from = near.iter().position(|mention| led(mention, "from") && is_open(mention))?;
    let (from, to) = (near.get(from)?, near.get(from + 1)?);
    // "from Brack Castle to a rival stately home, Lin House"
    let is_apposed = || {
        let comma = to.first.checked_sub(1).filter(|&comma| scene.page.raw(comma) == ",");
        let is_described = |comma: usize| (from.end + 2..comma).all(|at| scene.page.is_word(at) && !scene.page.is_in_date(at));
        scene.page.word(from.end) == "to"
            && matches!(scene.page.word(from.end + 1), "a" | "an" | "the" | "another")
            && comma.is_some_and(|comma| comma <= from.end + DESCRIBED_TOKENS && is_described(comma))
    };
    (is_open(to) && (led(to, "to") && to.first <= from.end + 3 || is_apposed())).then_some((*from, *to))
}

/// "to | a rival stately home nearby, | Lin House": so many tokens at most.
const DESCRIBED_TOKENS: usize = 7;

/// "The show at the Shed, Redport, has been moved to the O9": where something was to take place and where it is moved to are
/// places, whatever they sound like.
fn from_there_to(scene: &Scene<'_, '_>, first: usize, at: usize, end: usize) -> Option<(Mention, Mention)> {
    let is_passive =
        (at.saturating_sub(4).max(first)..at).any(|left| matches!(scene.page.word(left), "been" | "is" | "are" | "was" | "being"));
    let is_free = |mention: &Mention| scene.names.of(mention).is_some_and(is_open_place) && !mention.is_possessive;
    let is_led = |mention: &&Mention, lead: &str, floor: usize| {
        let left = if scene.page.word(mention.first.wrapping_sub(1)) == "the" { mention.first - 1 } else { mention.first };
        left > floor && scene.page.word(left - 1) == lead && is_free(mention)
    };
    let from = scene.names.within(first, at).iter().find(|mention| is_led(mention, "at", first)).filter(|_| is_passive)?;
    let to = scene.names.within(at, end.min(at + 8)).first().filter(|mention| is_led(mention, "to", at))?;
    Some((*from, *to))
}

/// "will now be at the O9 and NOT at the Shed".
fn not_there(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let page = scene.page;
    let at = (first..end).find(|&at| page.word(at) == "not" && matches!(page.word(at + 1), "at" | "in") && page.word(at - 1) == "and")?;
    let is_now = (first..at).any(|at| page.word(at) == "now");
    let skip = |at: usize| if page.word(at) == "the" { at + 1 } else { at };
    let old = scene.names.covering(skip(at + 2))?;
    let new = scene.names.within(first, at).last().filter(|new| new.end + 1 == at && is_now)?;
    let lead = new.first.checked_sub(if page.word(new.first - 1) == "the" { 2 } else { 1 })?;
    if new.name == old.name || !matches!(page.word(lead), "at" | "in") {
        return None;
    }
    let referent = happening(scene, first, lead)?;
    Some(scene.replaced(Facet::Where, (at, at + 2), referent, scene.written(old), scene.written(new)))
}

/// "is leaving its original venue, Redport’s Harbour Arena, for the Low Park Hall", "swaps Harbour Arena for Low Park Hall".
fn left_for(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_verb = |at: &usize| {
        ["leav", "left", "swap", "trad", "exchang", "ditch", "abandon"].iter().any(|stem| scene.page.word(*at).starts_with(stem))
    };
    let at = (first..end).find(|at| is_verb(at) && scene.names.covering(*at).is_none())?;
    let from = scene.names.within(at, end).iter().find(|from| is_venue(scene, from) && !from.is_possessive).copied()?;
    // "will leave its home at Harbour Arena to set up shop at Low Park Hall"
    let sets_up = (from.end..end).any(|at| sets_up_at(scene, at));
    let leads: &[&str] = if sets_up { &["for", "at", "in"] } else { &["for"] };
    let to = place_led_by(scene, from.end, end, leads).filter(|to| is_venue(scene, to))?;
    if from.name == to.name || is_unsure(scene, first, at) {
        return None;
    }
    let referent = happening(scene, first, at)?;
    Some(scene.replaced(Facet::Where, (at, at + 1), referent, scene.written(&from), scene.written(&to)))
}

/// "to | set up shop", "and | move in": whoever leaves a place comes to another.
fn sets_up_at(scene: &Scene<'_, '_>, at: usize) -> bool {
    let leads = matches!(scene.page.word(at), "to" | "and");
    leads && matches!((scene.page.word(at + 1), scene.page.word(at + 2)), ("set" | "sets", "up") | ("move" | "moves", "in" | "into"))
}

/// "Low Park Hall takes over from Harbour Arena": one place in another’s stead.
fn succeeds(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let page = scene.page;
    let comes = |at: usize| match (page.word(at), page.word(at + 1), page.word(at + 2)) {
        ("takes" | "took", "over", "from") => Some(at + 3),
        ("replaces" | "replaced" | "succeeds", _, _) => Some(at + 1),
        _ => None,
    };
    let (at, stop) = (first..end).find_map(|at| Some((at, comes(at)?)))?;
    let new = scene.names.within(first, at).last().filter(|new| new.end == at && is_venue(scene, new))?;
    let old = scene.names.within(stop, stop + 2).first().filter(|old| is_venue(scene, old) && old.name != new.name)?;
    let is_held = |referent: &Referent| matches!(kind_of(referent.thing, None), Kind::Performance | Kind::Ceremony);
    let referent = scene.resolver.main_work().filter(is_held).filter(|_| !is_unsure(scene, first, at))?;
    Some(scene.replaced(Facet::Where, (at, stop), referent, scene.written(old), scene.written(new)))
}

/// "It was to take place at Harbour Stadium", and a sentence near by tells of another place.
fn held_elsewhere(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let at = (first..end).find(|&at| is_old_plan(scene, at))?;
    let old = place_led_by(scene, at, end, &["at", "in", "for"]).filter(|old| is_venue(scene, old))?;
    let near = scene.idx.saturating_sub(NEAR)..scene.idx + NEAR;
    let own = || held_at(scene, old.end, end);
    let new = own().or_else(|| near.filter(|&idx| idx != scene.idx).find_map(|idx| new_place(scene, scene.page.sentences.get(idx)?)))?;
    if new.name == old.name {
        return None;
    }
    let referent = happening(scene, first, at)?;
    Some(scene.replaced(Facet::Where, (at, at + 1), referent, scene.written(&old), scene.written(&new)))
}

/// "… but will instead take place at | Redport’s Salon Vela": where something takes place is a place, whatever it sounds like.
fn held_at(scene: &Scene<'_, '_>, from: usize, end: usize) -> Option<Mention> {
    let page = scene.page;
    let turns = |at: &usize| matches!(page.word(*at), "instead" | "now") && (at.saturating_sub(2)..*at).any(|at| page.word(at) == "will");
    let now = (from..end).find(turns)?;
    let holds = |at: &usize| matches!(page.word(*at), "place" | "held" | "play" | "run" | "performed" | "staged" | "open" | "appear");
    let at = (now..end.min(now + HELD_TOKENS)).find(holds).filter(|&at| page.word(at + 1) == "at")? + 1;
    let is_free = |mention: &&Mention| scene.names.of(mention).is_some_and(may_be_place);
    // "at | San Marco’s | Salon Vela"
    let owner = scene.names.within(at, at + 3).first().filter(|owner| owner.is_possessive).map_or(at, |owner| owner.end + 1);
    let is_place = |mention: &&Mention| mention.first <= owner + 2 && mention.first > at && !mention.is_possessive && is_free(mention);
    scene.names.within(at, end).iter().find(is_place).copied()
}

/// "will instead | now take place at": so far behind stands where.
const HELD_TOKENS: usize = 5;

/// "will now take place at Low Park instead of Harbour Square".
fn instead(scene: &Scene<'_, '_>) -> Option<ValueFact> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_instead = |at: &usize| matches!((scene.page.word(*at), scene.page.word(at + 1)), ("instead", "of") | ("rather", "than"));
    let at = (first..end).find(is_instead)?;
    let skips = |left: usize| is_inside(scene.page.word(left)) || matches!(scene.page.word(left), "at" | "in");
    let old =
        (at + 2..(at + 5).min(end)).find(|&at| !skips(at)).and_then(|at| scene.names.covering(at)).filter(|old| is_venue(scene, old))?;
    let new = scene.names.within(first, at).last().filter(|new| new.end == at && is_venue(scene, new))?;
    let verb = (first..new.first).rev().find(|&i| scene.page.phrase_at(&WORDS.triggers, i, new.first).is_some())?;
    if new.name == old.name || is_unsure(scene, first, at) {
        return None;
    }
    let referent = happening(scene, first, verb)?;
    Some(scene.replaced(Facet::Where, (at, at + 2), referent, scene.written(old), scene.written(new)))
}

/// "will take place at Low Park": the place that holds now.
fn new_place(scene: &Scene<'_, '_>, sentence: &Sentence) -> Option<Mention> {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    let at = (first..end).find(|&at| matches!(scene.page.word(at), "will" | "now") && scene.names.covering(at).is_none())?;
    let is_old = (first..end).any(|at| WORDS.once.contains(scene.page.word(at)));
    place_led_by(scene, at, end, &["at", "to", "in"]).filter(|new| is_venue(scene, new) && !is_old)
}

fn is_verb_of_moving(word: &str) -> bool {
    matches!(
        word,
        "moved"
            | "moving"
            | "moves"
            | "relocated"
            | "relocating"
            | "relocates"
            | "switched"
            | "switching"
            | "transferred"
            | "shifted"
            | "downsized"
            | "upsized"
            | "upgraded"
    )
}

/// "was initially due to take place", "was originally scheduled".
fn is_old_plan(scene: &Scene<'_, '_>, at: usize) -> bool {
    // "was to have been held", "were to be played", "had been due to take place"
    let word = |n: usize| scene.page.word(at + n);
    let is_given_up = matches!((word(0), word(1)), ("was" | "were", "to"))
        // "were down to play"
        || matches!((word(0), word(1), word(2)), ("was" | "were", "down" | "booked", "to" | "for"))
        || word(0) == "had" && word(1) == "been" && WORDS.planned.contains(word(2))
        || matches!(word(0), "was" | "were") && WORDS.planned.contains(word(1)) && matches!(word(2), "to" | "for" | "at");
    is_given_up || WORDS.once.contains(scene.page.word(at)) && (at..at + 4).any(|at| WORDS.planned.contains(scene.page.word(at)))
}

fn is_unsure(scene: &Scene<'_, '_>, first: usize, at: usize) -> bool {
    (at.saturating_sub(6).max(first)..at).any(|i| {
        WORDS.possible.contains(scene.page.word(i)) && !scene.page.is_in_date(i)
            || WORDS.negative.contains(scene.page.word(i))
            || scene.page.word(i) == "would"
    })
}

/// The place behind one of these words, "the" between them allowed.
fn place_led_by(scene: &Scene<'_, '_>, at: usize, end: usize, leads: &[&str]) -> Option<Mention> {
    let near = scene.names.within(at, end.min(at + 24));
    // "from the Key Room to Salon Vela": where the other of the two is a hall
    let has_hall = near.iter().any(|mention| is_venue(scene, mention));
    let is_either = |mention: &Mention| has_hall && mention.end > mention.first + 1 && leads.contains(&"from") != leads.contains(&"to");
    let is_led = |mention: &&Mention| {
        let is_owner = |left: usize| scene.names.covering(left).is_some_and(|owner| owner.is_possessive);
        let skips = |left: usize| is_inside(scene.page.word(left)) || matches!(scene.page.raw(left), "’" | "'") || is_owner(left);
        let left = (1..=6).filter_map(|n| mention.first.checked_sub(n)).find(|&left| !skips(left));
        left.is_some_and(|left| left >= at && leads.contains(&scene.page.word(left)))
    };
    let is_place = |mention: &&Mention| {
        let is_open = || scene.names.of(mention).is_some_and(may_be_place) && is_either(mention);
        scene.names.of(mention).is_some_and(|name| name.is_place) || is_venue(scene, mention) || is_open()
    };
    near.iter().filter(is_led).find(is_place).copied()
}

/// Whether a word behind `at` leads to a name, "from the original | Shed", at most `reach` tokens before it.
fn is_led_by(scene: &Scene<'_, '_>, mention: &Mention, at: usize, reach: usize, lead: &str) -> bool {
    let left = (1..=reach).filter_map(|n| mention.first.checked_sub(n)).find(|&left| !is_inside(scene.page.word(left)));
    left.is_some_and(|left| left > at && scene.page.word(left) == lead)
}

/// Words between "at" and the name: "the", "London’s".
fn is_inside(word: &str) -> bool {
    matches!(word, "the" | "a" | "their" | "its" | "s" | "smaller" | "larger" | "bigger" | "nearby" | "original" | "city")
}

/// What is named is neither a title nor somebody: where words say so, it may be a place.
fn may_be_place(name: &Name) -> bool {
    !name.is_work() && !name.is_person()
}

/// As [`may_be_place`], and no company either.
fn is_open_place(name: &Name) -> bool {
    may_be_place(name) && !name.is_company()
}

fn is_venue(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    // "Harbour Arena", "Teatro Vela", "Harbour Center for the Performing Arts"
    let is_hall = |at: usize| WORDS.venue.contains(scene.page.word(at));
    mention.end > mention.first + 1 && (mention.first..mention.end).any(is_hall)
}

/// What takes place there, in the words before the verb; somebody’s move is none.
fn happening(scene: &Scene<'_, '_>, first: usize, at: usize) -> Option<Referent> {
    let takes_place =
        |referent: &Referent| matches!(kind_of(referent.thing, None), Kind::Performance | Kind::Ceremony) || !referent.moment.is_empty();
    scene.resolver.resolve(first, at).filter(|referent| takes_place(referent) && referent.name.is_some())
}
