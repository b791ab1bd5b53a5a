//! Whom a sentence cites, and whose words it gives.

use super::Voice;
use super::names::Names;
use super::page::Page;
use super::words::WORDS;
use crate::language::Sentence;

/// The sources of a sentence, speaker first, and the voice.
pub(super) fn sources_of(page: &Page<'_>, names: &Names, sentence: &Sentence) -> (Vec<String>, Voice) {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    let mut speakers = Vec::new();
    let mut channels = Vec::new();
    let mut tells = false;
    for at in first..end {
        if let Some((_, stop)) = page.phrase_at(&WORDS.citing, at, end) {
            push_names(page, names, stop, stop + 3, &mut channels);
        }
        if let Some((phrase, _)) = page.phrase_at(&WORDS.telling, at, end).filter(|(phrase, _)| phrase.form != super::words::Form::Base) {
            let passive = page.word(at.wrapping_sub(1)) == "been" || matches!(page.word(at.wrapping_sub(1)), "was" | "were");
            if !passive && phrase.form != super::words::Form::Ing {
                tells = true;
                let floor = at.saturating_sub(12).max(first);
                push_nearest(page, names, floor, at, &mut speakers);
            }
        }
        if page.raw(at) == "@" && page.touches_next(at) {
            let mut stop = at + 2;
            while stop < end && page.touches_next(stop - 1) && !matches!(page.raw(stop), "," | "." | "’" | "'" | ")") {
                stop += 1;
            }
            push(page.span(at, stop).of(page.text), &mut channels);
        }
    }
    for channel in channels {
        push(&channel, &mut speakers);
    }
    let voice = if quoted_share(page, first, end) {
        Voice::Quoted
    } else if tells || !speakers.is_empty() {
        Voice::Reported
    } else {
        Voice::Outlet
    };
    (speakers, voice)
}

fn push(text: &str, list: &mut Vec<String>) {
    if !text.is_empty() && !list.iter().any(|known| known == text) {
        list.push(text.to_owned());
    }
}

fn push_names(page: &Page<'_>, names: &Names, first: usize, end: usize, list: &mut Vec<String>) {
    if let Some(mention) = names.within(first, end).first() {
        push(page.span(mention.first, mention.end).of(page.text), list);
    }
}

fn push_nearest(page: &Page<'_>, names: &Names, first: usize, end: usize, list: &mut Vec<String>) {
    let near = names
        .within(first, end)
        .iter()
        .rev()
        .find(|mention| names.of(mention).is_some_and(|name| !name.is_work()) && !mention.is_possessive);
    if let Some(mention) = near.filter(|mention| end.checked_sub(mention.end).is_some_and(|gap| gap < 8)) {
        push(page.span(mention.first, mention.end).of(page.text), list);
    }
}

/// Whether most of the sentence stands in quotation marks.
fn quoted_share(page: &Page<'_>, first: usize, end: usize) -> bool {
    let mut inside = false;
    let mut n_inside = 0;
    for at in first..end {
        match page.raw(at) {
            "“" => inside = true,
            "”" => inside = false,
            "\"" => inside = !inside,
            _ => n_inside += usize::from(inside),
        }
    }
    n_inside * 2 > end.saturating_sub(first)
}
