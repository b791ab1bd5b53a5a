//! What a verb of change is said of: "ditched her diet", "talks among the clubs were put on hold" are no news of anything
//! that comes out or takes place.

use super::Says;
use super::clause::{Group, Head, is_preposition};
use super::grammar::{is_light, object_range, subject_range};
use super::names::Names;
use super::page::Page;
use super::subject::PREPOSITIONS;
use super::words::WORDS;
use crate::language::Sentence;

/// Takes the change from verbs whose object, or whose subject where something is done to it, is a plain noun of no sort
/// that has a day.
pub(super) fn settle_objects(page: &Page<'_>, names: &Names, sentence: &Sentence, groups: &mut [Group]) {
    let is_rule = |at: usize| matches!(page.word(at), "lockdown" | "lockdowns" | "curfew" | "quarantine" | "restrictions");
    let is_of_rules = sentence.token_range().any(is_rule);
    for at in 0..groups.len() {
        let is_run = |group: &&Group| matches!(group.kind, Head::Cue(cue) if matches!(cue.says, Says::Extended | Says::Shortened));
        if is_of_rules && groups.get(at).as_ref().is_some_and(is_run) {
            // "The city remains in lockdown until September 28 after they extended it": no run on a stage
            groups.get_mut(at).into_iter().for_each(|group| group.kind = Head::Other);
        }
        let Some(group) = groups.get(at).filter(|group| group.unsettles()) else { continue };
        // "have given up on these players": no date given up
        let is_despair = page.word(group.end.wrapping_sub(1)) == "up" && page.word(group.end) == "on" && !page.begins_date(group.end + 1);
        let is_despair = is_despair && page.word(group.head).starts_with('g');
        // "the goal was cancelled out"
        let is_evened = page.word(group.head).starts_with("cancel") && page.word(group.end) == "out";
        // "these numbers are slipping": it moves by itself
        let slips = ["slip", "slid"].iter().any(|stem| page.word(group.head).starts_with(stem));
        let is_other = if is_waiting(page, groups, at) || is_despair || is_evened {
            true
        } else if group.is_passive && group.first < group.head || slips {
            let (first, end) = last_phrase(page, subject_range(page, sentence, groups, at));
            is_other_noun(page, names, first, end, false)
        } else {
            object_range(page, sentence, groups, at).is_some_and(|(first, end)| is_other_noun(page, names, first, end, true))
        };
        if is_other && let Some(group) = groups.get_mut(at) {
            group.kind = Head::Other;
        }
    }
}

/// "He’s going to have to wait until next week": somebody, and no thing.
fn is_waiting(page: &Page<'_>, groups: &[Group], at: usize) -> bool {
    let Some(group) = groups.get(at) else { return false };
    let waits = (group.head..group.end).any(|at| matches!(page.word(at), "wait" | "waiting" | "patient"));
    let subject = (1..=2).filter_map(|n| group.first.checked_sub(n)).find(|&at| page.is_word(at));
    waits && subject.is_some_and(|at| matches!(page.word(at), "he" | "she" | "i"))
}

/// The words behind the last comma or "that" of a subject.
fn last_phrase(page: &Page<'_>, (first, end): (usize, usize)) -> (usize, usize) {
    let is_break = |&at: &usize| page.raw(at) == "," || matches!(page.word(at), "that" | "how" | "says" | "said");
    ((first..end).rev().find(is_break).map_or(first, |at| at + 1), end)
}

/// Whether the first noun phrase of a stretch ends with a plain noun, and holds no name, no title and nothing that comes
/// out or takes place.
fn is_other_noun(page: &Page<'_>, names: &Names, first: usize, end: usize, is_object: bool) -> bool {
    let is_thing = |at: usize| {
        names.covering(at).is_none()
            && (page.phrase_at(&WORDS.things, at, end).is_some()
                || page.phrase_at(&WORDS.triggers, at, end).is_some()
                || WORDS.cue_nouns.contains_key(page.word(at)))
    };
    let mut head = None;
    let mut rest = end;
    for at in first..end {
        let word = page.word(at);
        let is_name = names.covering(at).is_some() || page.is_capital(at) && (is_object || at > first);
        let is_preposition = leads(word);
        let is_mark = !page.is_word(at) && !page.is_number(at) && !matches!(page.raw(at), "-" | "'" | "’");
        if is_thing(at) || is_name && !at.checked_sub(1).is_some_and(|left| leads(page.word(left))) {
            return false;
        }
        if at == first && (is_preposition || matches!(word, "it" | "them" | "him" | "her" | "this" | "that") && end == first + 1) {
            return false;
        }
        if word == "of" && head.is_some() {
            continue;
        }
        if is_name || is_preposition || is_mark || WORDS.boundary.contains(word) {
            // "ditched her diet for a video": what stands behind is another matter
            rest = if is_object && is_preposition { end } else { at };
            break;
        }
        if page.is_word(at) && !page.is_in_date(at) && !is_light(page, at) {
            head = Some(at);
        }
    }
    let Some(head) = head.map(|head| page.word(head)) else { return false };
    // "the comedian cancelled": who does so
    if !is_object && (WORDS.person_nouns.contains(head) || WORDS.group_nouns.contains(head) || head.ends_with("ist")) {
        return false;
    }
    // "talks", "the talks": a subject, and no stray word before the verb
    let is_subject = is_led(page.word(first)) || head.ends_with('s') && !head.ends_with("ss");
    (is_object || is_subject) && !WORDS.plans.contains(head) && !(rest..end).any(is_thing)
}

/// Prepositions, those that join one noun to another too.
fn leads(word: &str) -> bool {
    PREPOSITIONS.contains(&word)
        || is_preposition(word)
        || matches!(word, "among" | "amongst" | "between" | "about" | "against" | "towards" | "within" | "over")
}

/// Words that begin a noun phrase.
fn is_led(word: &str) -> bool {
    matches!(word, "the" | "a" | "an" | "his" | "her" | "its" | "their" | "our" | "my" | "these" | "those" | "this" | "some" | "all")
}
