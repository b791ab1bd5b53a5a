//! Finding words in every statement: accents, case and width do not matter.

use std::collections::BTreeMap;

use crate::events::Event;
use crate::text::fold::folded;
use crate::timeline::{EventId, Timeline};

/// Every word of the statements once, each with the statements it stands in: a story's words repeat, so that a letter
/// typed is looked for in thousands of words and not in millions.
#[derive(Clone, Debug, Default)]
pub struct Haystack {
    /// The words, each ended by a line break.
    words: String,
    /// End of each word.
    ends: Vec<usize>,
    /// The statements of each word, ascending.
    places: Vec<Vec<EventId>>,
    n_events: EventId,
}

/// A set of statements: one bit for each.
type Bits = Vec<u64>;

fn push_folded(out: &mut String, words: &str) {
    if words.is_ascii() {
        out.extend(words.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        out.push_str(&folded(words));
    }
}

fn push_event(out: &mut String, event: &Event, quote: &str) {
    let optional = [&event.part, &event.territory, &event.value_text].into_iter().filter_map(|words| words.as_deref());
    let lists = event.subject.known_as.iter().chain(&event.subject.by).chain(&event.sources).map(String::as_str);
    for words in std::iter::once(event.subject.text.as_str()).chain(optional).chain(lists).chain(std::iter::once(quote)) {
        push_folded(out, words);
        out.push(' ');
    }
    push_folded(out, event.kind.shown());
}

impl Haystack {
    /// Every event of the timeline with its subject, names and quote.
    pub fn of(timeline: &Timeline) -> Self {
        let mut haystack = Self::default();
        let mut known = BTreeMap::new();
        let mut words = String::new();
        for event in &timeline.events {
            let article = timeline.articles.get(event.article as usize);
            words.clear();
            push_event(&mut words, event, article.map_or("", |article| event.quote.of(&article.text)));
            haystack.push(&words, &mut known);
        }
        haystack
    }

    /// Takes in the words of the next statement; `known` says where each word stands.
    fn push(&mut self, words: &str, known: &mut BTreeMap<Box<str>, usize>) {
        for word in words.split_whitespace() {
            let at = known.get(word).copied().unwrap_or_else(|| {
                known.insert(word.into(), self.places.len());
                self.words.push_str(word);
                self.words.push('\n');
                self.ends.push(self.words.len());
                self.places.push(Vec::new());
                self.places.len() - 1
            });
            if let Some(places) = self.places.get_mut(at).filter(|places| places.last() != Some(&self.n_events)) {
                places.push(self.n_events);
            }
        }
        self.n_events += 1;
    }

    /// Events that hold every word of the query, in order; all where the query is blank.
    pub fn find(&self, query: &str) -> Vec<EventId> {
        let query = folded(query);
        let sets = query.split_whitespace().map(|word| self.holding(word));
        let both = |mut known: Bits, more: Bits| {
            known.iter_mut().zip(more).for_each(|(known, more)| *known &= more);
            known
        };
        sets.reduce(both).map_or_else(|| (0..self.n_events).collect(), |bits| ids_of(&bits))
    }

    /// The statements with a word that `part` is a part of.
    fn holding(&self, part: &str) -> Bits {
        let mut bits = vec![0; (self.n_events as usize).div_ceil(64)];
        let (mut skip_to, mut word) = (0, 0);
        for (at, _) in self.words.match_indices(part) {
            if at < skip_to {
                continue;
            }
            word += self.ends.get(word..).map_or(0, |ends| ends.iter().take_while(|end| **end <= at).count());
            skip_to = self.ends.get(word).copied().unwrap_or(usize::MAX);
            for id in self.places.get(word).into_iter().flatten() {
                if let Some(slot) = bits.get_mut(*id as usize / 64) {
                    *slot |= 1 << (id % 64);
                }
            }
        }
        bits
    }
}

fn ids_of(bits: &[u64]) -> Vec<EventId> {
    let mut ids = Vec::with_capacity(bits.iter().map(|word| word.count_ones() as usize).sum());
    for (block, word) in (0..).step_by(64).zip(bits) {
        let mut left = *word;
        while left != 0 {
            ids.push(block + left.trailing_zeros());
            left &= left - 1;
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    fn haystack(lines: &[&str]) -> Haystack {
        let (mut haystack, mut known) = (Haystack::default(), BTreeMap::new());
        for line in lines {
            let mut words = String::new();
            push_folded(&mut words, line);
            haystack.push(&words, &mut known);
        }
        haystack
    }

    #[track_caller]
    fn check(query: &str, expected: &[EventId]) {
        let lines = ["Mina Sol sings Winter Harbour", "The HARBOUR premiere", "café au lait 한국", "winter winter"];
        assert_eq!(haystack(&lines).find(query), expected, "{query}");
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        check("harbour", &[0, 1]);
        check("harbour sol", &[0]);
        check("winter", &[0, 3]);
        check("harbour café", &[]);
        check("  ", &[0, 1, 2, 3]);
    }

    #[test]
    fn a_part_of_a_word_is_enough_and_no_match_reaches_over_two_words() {
        check("arbo", &[0, 1]);
        check("inter arb", &[0]);
        check("winterwinter", &[]);
        check("r", &[0, 1, 3]);
    }

    #[test]
    fn the_last_of_many_statements_is_found() {
        let lines: Vec<String> = (0..130).map(|n| format!("statement {n}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(haystack(&lines).find("129"), [129]);
        assert_eq!(haystack(&lines).find("statement 12"), [12, 112, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129]);
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        check("CAFE", &[2]);
        check("한국", &[2]);
    }
}
