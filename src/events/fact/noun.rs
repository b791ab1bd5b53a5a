//! What a dated noun is about: "the release of Lantern Bay on May 3", "its new date".

use super::Scene;
use crate::events::Says;
use crate::events::clause::Head;
use crate::events::subject::Referent;

/// "of Kern’s Harbour spin-off Lantern Bay" is so long at most.
const OF_TOKENS: usize = 14;
/// "ahead of the second season’s premiere" is so long at most.
const BESIDE_TOKENS: usize = 7;

impl Scene<'_, '_> {
    /// What a dated noun is about: its own words, else its verb's subject.
    pub(super) fn noun_referent(&self, first: usize, end: usize, verb: Option<usize>) -> Option<Referent> {
        let floor = verb
            .and_then(|at| self.groups.get(at))
            .filter(|group| group.end <= first)
            .map_or(self.sentence.first_token as usize, |group| group.end);
        // the noun’s own words: back to the verb, preposition or comma before it
        let is_own = |at: &usize| {
            let word = self.page.word(*at);
            let named = self.resolver.names().covering(*at).is_some();
            named
                || !matches!(self.page.raw(*at), ";" | "—" | "," | ":" | "“" | "\"")
                    && !matches!(
                        word,
                        "that"
                            | "with"
                            | "at"
                            | "in"
                            | "by"
                            | "on"
                            | "from"
                            | "after"
                            | "before"
                            | "until"
                            | "and"
                            | "but"
                            | "to"
                            | "is"
                            | "was"
                            | "for"
                    )
                    && !self.groups.iter().any(|group| group.first <= *at && *at < group.end)
        };
        let start = (floor..first).rev().take_while(is_own).last().unwrap_or(first);
        let stop = self.of_phrase_end(end);
        let own = match self.resolver.resolve(start, stop) {
            Some(own) if own.is_named => Some(own),
            // "Red Harbour, meanwhile, had the June 26 date": else what the clause names
            own => {
                let wide = (floor..first).rev().take_while(|&at| !matches!(self.page.raw(at), ";" | "—")).last().unwrap_or(first);
                self.resolver.resolve(wide, stop).filter(|found| found.is_named).or(own)
            }
        };
        let of_verb = verb.and_then(|at| self.subjects.get(at)).cloned().flatten();
        // "Red Letters was delayed. | It | got a new date": of what "it" is
        let left = verb.and_then(|at| self.groups.get(at)).and_then(|group| group.first.checked_sub(1));
        let says_it = left.is_some_and(|left| self.page.word(left) == "it");
        let is_run = |thing: &str| matches!(thing, "tour" | "residency");
        let is_run_cue = verb
            .and_then(|at| self.groups.get(at))
            .is_some_and(|group| matches!(group.kind, Head::Cue(cue) if matches!(cue.says, Says::Extended | Says::Shortened)));
        match (own, of_verb) {
            // "is extending his residency with 25 shows in 2023": the residency
            (Some(own), Some(verb)) if own.thing == "concert" && is_run(verb.thing) && is_run_cue => Some(verb),
            // "The publisher had been aiming for a release in May": of the work
            (Some(own), Some(verb))
                if !own.is_named
                    && !says_it
                    && self.resolver.names().is_work(own.name)
                    && !self.resolver.names().is_work(verb.name)
                    && !own.moment.is_empty() =>
            {
                Some(own)
            }
            (Some(own), Some(verb)) if !own.is_named && verb.name.is_some() && !verb.is_unsure => Some(Referent {
                name: verb.name,
                owner: verb.owner,
                // "which has been pushed from a December release date": of the film, not of the song told of before
                thing: if own.thing.is_empty() || own.name != verb.name && self.resolver.names().is_work(verb.name) {
                    verb.thing
                } else {
                    own.thing
                },
                ..own
            }),
            // "The previews were set for May 3, with an opening on June 4": of the whole
            (own, of_verb) => own.or_else(|| of_verb.map(|verb| Referent { part: verb.part.filter(|part| part != "previews"), ..verb })),
        }
    }

    /// Whether a noun stands behind "ahead of", "before" and the like, and not in the verb’s own object.
    pub(super) fn stands_beside(&self, from: usize, noun: usize) -> bool {
        let leads = |at: usize| {
            let word = self.page.word(at);
            matches!(word, "before" | "after" | "following" | "since") || word == "ahead" && self.page.word(at + 1) == "of"
        };
        (noun.saturating_sub(BESIDE_TOKENS).max(from)..noun).any(leads)
    }

    /// Where "of Lantern Bay" behind a noun ends.
    fn of_phrase_end(&self, end: usize) -> usize {
        let limit = (self.sentence.end_token as usize).min(end + OF_TOKENS);
        if self.page.word(end) != "of" {
            return end;
        }
        let is_in_name = |at: usize| self.resolver.names().covering(at).is_some();
        (end + 1..limit)
            .find(|&at| {
                matches!(self.page.raw(at), "," | "." | ";") && !is_in_name(at) || self.groups.iter().any(|group| group.first == at)
            })
            .unwrap_or(limit)
    }
}
