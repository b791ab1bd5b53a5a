//! What an announcement is called: its words for a reader, and a key that stays the same over readings.

use std::collections::BTreeSet;

use super::EventId;
use crate::events::{Event, Facet};
use crate::text::fold::folded_words;

/// How many letters of the readable part of a key are kept.
const SLUG_CHARS: usize = 48;

/// The key from the identity as the earliest report has it: `our-blues-ost-release-4f1c`.
///
/// A later article cannot change it. Two announcements alike in everything get different keys, the earlier one keeping its own.
pub(super) fn key_of(first: &Event, taken: &mut BTreeSet<String>) -> String {
    let mut words = folded_words(&first.subject.text);
    words.extend(folded_words(first.part.as_deref().unwrap_or_default()));
    words.extend(folded_words(first.territory.as_deref().unwrap_or_default()));
    words.push(first.kind.name().to_owned());
    if first.facet != Facet::When {
        words.push(first.facet.name().to_owned());
    }
    let slug = cut(&words);
    let identity = [
        words.join(" ").as_str(),
        first.part.as_deref().unwrap_or_default(),
        first.territory.as_deref().unwrap_or_default(),
        if first.is_background { "background" } else { "" },
    ]
    .join("\u{1f}");
    let mut n = 0_u32;
    loop {
        let key = format!("{slug}-{:04x}", short_hash(&format!("{identity}\u{1f}{n}")));
        if taken.insert(key.clone()) {
            return key;
        }
        n += 1;
        if n > 0xffff {
            // every hash of this slug is taken: count on
            let key = format!("{slug}-{n}-{}", taken.len());
            taken.insert(key.clone());
            return key;
        }
    }
}

fn cut(words: &[String]) -> String {
    let mut slug = String::new();
    for word in words {
        if !slug.is_empty() && slug.chars().count() + 1 + word.chars().count() > SLUG_CHARS {
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.extend(word.chars().take(SLUG_CHARS));
    }
    slug
}

/// 16 bits of FNV-1a (<http://www.isthe.com/chongo/tech/comp/fnv/>), the halves of 32 bits folded together.
fn short_hash(text: &str) -> u16 {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193));
    u16::try_from((hash >> 16) ^ (hash & 0xffff)).unwrap_or_default()
}

/// The statement whose words name the announcement: a proper name before none, then the subject most articles use, the longest, the first.
pub(super) fn naming_event<'a>(events: &'a [Event], ids: &[EventId]) -> Option<&'a Event> {
    let known: Vec<&Event> = ids.iter().filter_map(|id| events.get(*id as usize)).collect();
    let mut folded: Vec<(Vec<String>, u32)> = known.iter().map(|event| (folded_words(&event.subject.text), event.article)).collect();
    folded.sort_unstable();
    folded.dedup();
    let n_articles = |event: &Event| {
        let words = folded_words(&event.subject.text);
        let start = folded.partition_point(|(known, _)| *known < words);
        folded.iter().skip(start).take_while(|(known, _)| *known == words).count()
    };
    let rank = |event: &Event| {
        let is_named = !event.subject.name.is_empty();
        (is_named, !event.subject.thing.is_empty(), n_articles(event), event.subject.text.chars().count())
    };
    // the first of the best: `max_by_key` keeps the last
    known.into_iter().rev().max_by_key(|event| rank(event))
}

/// "Undertow" of "Undertow (Nova Tide)": what it is called, whoever it is by.
pub fn without_act(subject: &str) -> String {
    let parts = subject.split_once(" (").and_then(|(title, rest)| Some((title, rest.split_once(')')?.1)));
    parts.map_or_else(|| subject.to_owned(), |(title, rest)| format!("{title}{rest}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_tells_neighbours_apart() {
        assert_ne!(short_hash("a"), short_hash("b"));
        assert_eq!(short_hash(""), 0x811c ^ 0x9dc5);
    }

    #[test]
    fn a_slug_ends_with_a_whole_word() {
        let words: Vec<String> = "a very long title that goes on and on until nobody can say it".split(' ').map(str::to_owned).collect();
        assert_eq!(cut(&words), "a-very-long-title-that-goes-on-and-on-until");
        assert_eq!(cut(&["x".repeat(90)]).len(), SLUG_CHARS);
    }
}
