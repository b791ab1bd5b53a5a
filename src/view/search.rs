//! Finding words in every statement: accents, case and width do not matter.

use crate::events::Event;
use crate::text::fold::folded;
use crate::timeline::{EventId, Timeline};

/// All statements' words made alike, one after the other.
#[derive(Clone, Debug, Default)]
pub struct Haystack {
    text: String,
    /// End of each event's words.
    ends: Vec<usize>,
}

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
    out.push('\n');
}

impl Haystack {
    /// Every event of the timeline with its subject, names and quote.
    pub fn of(timeline: &Timeline) -> Self {
        let mut haystack = Self::default();
        for event in &timeline.events {
            let article = timeline.articles.get(event.article as usize);
            push_event(&mut haystack.text, event, article.map_or("", |article| event.quote.of(&article.text)));
            haystack.ends.push(haystack.text.len());
        }
        haystack
    }

    /// Events that hold every word of the query, in order; all where the query is blank.
    pub fn find(&self, query: &str) -> Vec<EventId> {
        let query = folded(query);
        let mut words: Vec<&str> = query.split_whitespace().collect();
        // the longest word is the rarest: the others are looked for only where it stands
        words.sort_by_key(|word| std::cmp::Reverse(word.len()));
        let Some((first, others)) = words.split_first() else { return (0..self.n_events()).collect() };
        let mut found = Vec::new();
        let (mut skip_to, mut event) = (0, 0);
        for (at, _) in self.text.match_indices(first) {
            if at < skip_to {
                continue;
            }
            while self.ends.get(event).is_some_and(|end| *end <= at) {
                event += 1;
            }
            skip_to = self.ends.get(event).copied().unwrap_or(usize::MAX);
            let words = self.words_of(event);
            if others.iter().all(|word| words.contains(word)) {
                found.extend(EventId::try_from(event));
            }
        }
        found
    }

    fn n_events(&self) -> EventId {
        EventId::try_from(self.ends.len()).unwrap_or(EventId::MAX)
    }

    fn words_of(&self, event: usize) -> &str {
        let start = event.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        self.ends.get(event).and_then(|end| self.text.get(start..*end)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn haystack(lines: &[&str]) -> Haystack {
        let mut haystack = Haystack::default();
        for line in lines {
            push_folded(&mut haystack.text, line);
            haystack.text.push('\n');
            haystack.ends.push(haystack.text.len());
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
    fn accents_and_case_do_not_matter() {
        check("CAFE", &[2]);
        check("한국", &[2]);
    }
}
