//! Which names are places: towns by the state behind them, halls by their last word, where a report was written, storms.

use super::names::{Mention, Name, Names, name_words};
use super::page::Page;
use super::words::WORDS;
use crate::language::Sentence;

/// Where the report was written: "DUNMORE, Va. — ", "NEW ORLEANS (AP) -" before its first sentence.
pub(super) fn dateline_of(page: &Page<'_>) -> Option<Vec<String>> {
    page.sentences.iter().filter(|sentence| sentence.starts_paragraph && !page.is_clutter(sentence)).take(LEAD_LINES).find_map(|sentence| {
        let first = sentence.first_token as usize;
        let is_loud = |at: usize| page.is_word(at) && page.raw(at).len() > 2 && page.is_loud(at);
        let end = (first..first + 4).find(|&at| !is_loud(at))?;
        let dash = (end..end + 7).find(|&at| matches!(page.raw(at), "—" | "–" | "-"))?;
        let is_rest = (end..dash).all(|at| !page.is_word(at) || page.is_capital(at));
        let is_dateline = end > first && is_rest && (end == dash || matches!(page.raw(end), "," | "(")) && !page.touches_next(dash);
        // "RED HARBOUR – Tour Held Up", a headline
        (is_dateline && ends_with_stop(page, sentence)).then(|| name_words(page.span(first, dash).of(page.text)))
    })
}

/// Whether a sentence is one of running text, with its full stop.
pub(super) fn ends_with_stop(page: &Page<'_>, sentence: &Sentence) -> bool {
    matches!(page.raw(sentence.end_token.saturating_sub(1) as usize), "." | "!" | "?" | "”" | "\"" | "’" | "'")
}

/// "in Redport, Florida", "from Redport, MA": a town, known by the state or country behind it.
pub(super) fn settle_towns(page: &Page<'_>, names: &mut Names) {
    let is_state = |at: usize| page.raw(at).len() == 2 && WORDS.states.contains(page.raw(at));
    let is_town = |mention: &Mention| {
        let left = mention.first.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
        let is_led = matches!(left, "in" | "at" | "from" | "to" | "near" | "outside" | "of");
        let behind = || names.covering(mention.end + 1).and_then(|land| names.of(land)).is_some_and(|land| is_place(&land.words));
        is_led && page.raw(mention.end) == "," && (is_state(mention.end + 1) || behind())
    };
    let towns: Vec<usize> = names.mentions.iter().filter(|mention| is_town(mention)).map(|mention| mention.name).collect();
    for town in towns {
        if let Some(name) = names.names.get_mut(town).filter(|name| !name.is_quoted && name.thing.is_none() && name.agent <= 3) {
            name.is_place = true;
        }
    }
}

/// "at the Orpheum", "at Manchester’s Albert Rooms", wherever it is named: where, not who.
pub(super) fn settle_venues(page: &Page<'_>, names: &mut Names) {
    let mut elsewhere = vec![false; names.names.len()];
    for mention in &names.mentions {
        let skips = |left: usize| {
            matches!(page.word(left), "the" | "s")
                || matches!(page.raw(left), "’" | "'")
                || names.covering(left).is_some_and(|owner| owner.is_possessive)
        };
        let left = (1..=6).filter_map(|n| mention.first.checked_sub(n)).find(|&left| !skips(left));
        let is_venue = WORDS.venue.contains(page.word(mention.end.saturating_sub(1)));
        let is_led = left.is_some_and(|left| page.word(left) == "at" || is_venue && matches!(page.word(left), "in" | "to" | "from" | "of"));
        if let Some(is_elsewhere) = elsewhere.get_mut(mention.name) {
            *is_elsewhere |= !is_led;
        }
    }
    let is_on_stage = names.is_on_stage;
    for (name, is_elsewhere) in names.names.iter_mut().zip(elsewhere) {
        // "which won two prizes at the Lake Film Festival": where it was shown
        let is_stage = name.thing.is_none() || name.thing == Some("festival") && !name.opens;
        name.is_place |= !is_elsewhere && !name.is_quoted && name.thing.is_none();
        // "won’t play Harbour Arena": in an article of concerts a hall is a hall
        name.is_place |= is_on_stage && is_hall(name) && name.thing.is_none() && name.agent < ACTS;
        name.is_aside |= !is_elsewhere && is_stage;
        // "Harbour Music Festival will not be held", whoever speaks for it
        let says_run = name.thing.is_some_and(|thing| matches!(thing, "festival" | "awards" | "tour" | "residency"));
        name.work += if says_run && name.opens && is_elsewhere { SAID_RUN } else { 0 };
    }
}

/// "Harbour Arena": the last word of a name is that of halls.
pub(super) fn is_hall(name: &Name) -> bool {
    name.words.len() > 1 && name.words.last().is_some_and(|last| WORDS.venue.contains(last)) && !name.is_quoted
}

/// "Hurricane Ada", "Storm Ada": what stops a show and gives none.
pub(super) fn is_weather(words: &[String]) -> bool {
    words.first().is_some_and(|first| matches!(first.as_str(), "hurricane" | "typhoon" | "cyclone" | "storm")) && words.len() < 3
}

/// "the Omicron | variant": an illness, which stops shows and gives none.
pub(super) fn is_illness(page: &Page<'_>, mention: &Mention) -> bool {
    matches!(page.word(mention.end), "variant" | "variants" | "outbreak" | "strain" | "virus" | "pandemic" | "epidemic")
        && !page.is_capital(mention.end)
}

/// "las vegas", "australia new zealand": countries and cities, one after the other.
pub(super) fn is_place(words: &[String]) -> bool {
    words.is_empty()
        || (1..=words.len().min(4)).rev().any(|n| {
            let (head, rest) = words.split_at(n);
            WORDS.places.contains(&head.join(" ")) && is_place(rest)
        })
}

/// "Harbour Park have cancelled their tour": what acts like this is an act, whatever its last word.
const ACTS: u32 = 3;

/// A dateline stands in one of so many first paragraphs.
const LEAD_LINES: usize = 5;

/// What says of itself that it is a festival, an awards night or a tour is one.
const SAID_RUN: u32 = 4;
