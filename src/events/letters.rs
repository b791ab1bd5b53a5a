//! What the letters of a name alone tell of it: a colon, small words with capitals, a first name.

use super::names::Name;
use super::words::{Role, Thing, WORDS};
use crate::text::is_year;

/// What the letters of a name tell: a colon, connectors, "A v B".
pub(super) fn weigh_letters(name: &mut Name, is_on_stage: bool) {
    let words = || name.text.split(' ');
    let has_connector = words().skip(1).any(|word| matches!(word, "of" | "the" | "in" | "a" | "to" | "on"));
    let is_match = words().any(|word| matches!(word, "v" | "vs" | "versus"));
    // "No Time To Rest": small words with capitals are a title's
    let small = |word: &str| word.chars().next().is_some_and(char::is_uppercase) && is_small_in_title(&word.to_lowercase());
    let has_small = words().count() > 2 && words().any(small);
    // "A Question Of Sport"
    let has_of = words().count() > 2 && words().skip(1).any(|word| matches!(word, "Of" | "The"));
    name.work += u32::from(has_of && !is_on_stage);
    name.work += u32::from(has_connector)
        + if is_on_stage { 1 } else { 4 } * u32::from(has_small)
        + 2 * u32::from(name.text.contains(':'))
        + 3 * u32::from(is_match);
    // "Harbour Film Festival 2021": the festival’s edition
    let last = || words().rev().find(|word| !is_year(word)).map(str::to_lowercase).unwrap_or_default();
    let sort = || WORDS.things.get(last().as_str())?.iter().find(|phrase| phrase.rest.is_empty()).map(|phrase| phrase.entry);
    // "HarbourFest", "Harbourfest Leeds 2023"; what "manifest" ends with is no feast
    let tells_feast = |word: &str| word.strip_suffix("fest").or_else(|| word.strip_suffix("Fest")).is_some_and(|stem| !stem.ends_with('i'));
    let is_fest = words().any(|word| word.len() > 6 && tells_feast(word));
    // "the Van Tour", "Harbour Festival", "The Harbour Show"
    // but not "Harbour Records"
    // nor "Star Harbour Trek", of no tour
    let is_named_so = |thing: &Thing| thing.name != "tour" || last() == "tour";
    let is_titled =
        |thing: &Thing| thing.role == Role::Happening && is_named_so(thing) || thing.role == Role::Work && !last().ends_with('s');
    // but a parade or a party may be a film’s
    let is_picture = || {
        words().count() < 3
            && matches!(
                last().as_str(),
                "parade"
                    | "party"
                    | "ball"
                    | "wedding"
                    | "trial"
                    | "games"
                    | "special"
                    | "service"
                    | "reunion"
                    | "celebration"
                    | "reception"
                    | "interview"
                    | "fair"
                    | "carnival"
                    | "race"
                    | "fight"
                    | "song"
                    | "album"
                    | "single"
                    | "game"
                    | "play"
                    | "book"
                    | "novel"
                    | "record"
                    | "track"
                    | "anthem"
                    | "duet"
                    | "ballad"
            )
    };
    // "Harbour Wars: Rise of the League": what the subtitle speaks of
    let is_subtitle = |thing: &Thing| name.text.contains(':') && matches!(thing.name, "tournament" | "match" | "wedding" | "trial");
    let titled = sort().filter(|thing| is_titled(thing) && words().count() > 1 && !is_picture() && !is_subtitle(thing));
    let kind = titled.map(|thing| thing.name);
    name.thing = if is_match { Some("match") } else { kind.or(is_fest.then_some("festival")) };
    // a title that says its sort may say things as people do: "The Harbour Show has confirmed …"
    name.work += 4 * u32::from(titled.is_some_and(|thing| thing.role == Role::Work));
    if name.thing.is_none() && !has_connector && !name.text.contains(':') && !words().any(|word| word.eq_ignore_ascii_case("and")) {
        let strength = looks_like_person(&name.words);
        name.agent += strength;
        name.sounds_personal = strength > 2;
    }
}

fn is_small_in_title(word: &str) -> bool {
    matches!(
        word,
        "to" | "is"
            | "are"
            | "am"
            | "was"
            | "be"
            | "with"
            | "me"
            | "my"
            | "you"
            | "your"
            | "we"
            | "our"
            | "it"
            | "no"
            | "not"
            | "all"
            | "this"
            | "that"
            | "when"
            | "how"
            | "if"
            | "for"
            | "from"
            | "up"
            | "out"
            | "at"
            | "got"
            | "get"
            | "can"
            | "will"
            | "has"
            | "have"
    )
}

/// "mila kern", "kim na ra": how strongly the words are those of a person.
pub(super) fn looks_like_person(words: &[String]) -> u32 {
    let people = &WORDS.people;
    // "Martin Street Festival": what it is, it says
    let is_happening =
        |last: &String| matches!(last.as_str(), "festival" | "fest" | "tour" | "awards" | "cup" | "games" | "marathon" | "parade");
    if words.len() > 1 && words.last().is_some_and(is_happening) {
        return 0;
    }
    let has_family_first = || words.first().is_some_and(|first| people.family_first.contains(first));
    match words.len() {
        1 => u32::from(people.has_given(words)),
        2..=4 if people.has_given(words) || has_family_first() => 3,
        2..=3 if people.has_family(words) => 2,
        _ => 0,
    }
}
