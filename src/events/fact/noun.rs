//! What a dated noun is about: "the release of Lantern Bay on May 3", "its new date".

use super::Scene;
use crate::events::Says;
use crate::events::clause::{Group, Head};
use crate::events::grammar::object_range;
use crate::events::subject::{PREPOSITIONS, Referent, of_many};
use crate::events::words::{Role, WORDS};

/// "of Kern’s Harbour spin-off Lantern Bay" is so long at most.
const OF_TOKENS: usize = 14;
/// "ahead of the second season’s premiere" is so long at most.
const BESIDE_TOKENS: usize = 7;

impl Scene<'_, '_> {
    /// What a dated noun is about: its own words, else its verb's subject.
    pub(super) fn noun_referent(&self, first: usize, end: usize, verb: Option<usize>) -> Option<Referent> {
        if let Some(apposed) = self.apposed_to(first, end) {
            return Some(apposed);
        }
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
        // "Halden’s mega-hit has been pushed to a November 19 launch date": of something the article does not name
        let is_of_others = || self.is_owned_by_other(verb) || self.is_of_many(verb);
        if of_verb.is_none() && own.as_ref().is_none_or(|own| !own.is_named) && is_of_others() {
            return None;
        }
        // "Red Letters was delayed. | It | got a new date": of what "it" is
        let left = verb.and_then(|at| self.groups.get(at)).and_then(|group| group.first.checked_sub(1));
        let says_it = left.is_some_and(|left| self.page.word(left) == "it");
        let is_run = |thing: &str| matches!(thing, "tour" | "residency");
        let runs_on = self.runs_on(verb);
        match (own, of_verb) {
            // "is extending his residency with 25 shows in 2023": the residency
            (Some(own), Some(verb)) if own.thing == "concert" && is_run(verb.thing) && runs_on => Some(verb),
            // "The publisher had been aiming for a release in May": of the work
            (Some(own), Some(verb))
                if !own.is_named
                    && !says_it
                    && self.resolver.names().is_work(own.name)
                    && !self.resolver.names().is_work(verb.name)
                    // but "The league game has been moved to an 8pm kick-off": of the game, and not of a cup
                    && (verb.thing.is_empty() || !verb.is_named)
                    && !matches!(own.thing, "tournament" | "match" | "festival" | "awards")
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
                // "Episode 13 will air at its original hour on May 3"
                part: verb.part.filter(|part| part.starts_with("episode")).or(own.part),
                ..own
            }),
            // "The previews were set for May 3, with an opening on June 4": of the whole; "June 23 is the new target": of what was told
            (own, of_verb) => own
                .or_else(|| of_verb.map(|verb| Referent { part: verb.part.filter(|part| part != "previews"), ..verb }))
                .or_else(|| self.resolver.resolve(first, first).filter(|_| WORDS.slots.contains(self.page.word(end - 1)))),
        }
    }

    /// "is extending": whether a verb makes a run longer or shorter.
    fn runs_on(&self, verb: Option<usize>) -> bool {
        let group = verb.and_then(|at| self.groups.get(at));
        group.is_some_and(|group| matches!(group.kind, Head::Cue(cue) if matches!(cue.says, Says::Extended | Says::Shortened)))
    }

    /// "more movies | are shifting their release dates": of no one of them.
    fn is_of_many(&self, verb: Option<usize>) -> bool {
        verb.map(|at| self.said_of(at)).is_some_and(|(left, right)| {
            of_many(self.page, left, right).is_some_and(|many| self.resolver.names().within(many, right).is_empty())
        })
    }

    /// "A trailer set the release date at April 3": of the film, and not of the trailer that tells it.
    pub(super) fn of_what_is_shown(&self, referent: Referent, group: Option<&Group>) -> Referent {
        let sets = group.is_some_and(|group| matches!(group.kind, Head::Planned | Head::Telling) && !group.is_passive);
        let is_teller = referent.part.as_deref() == Some("trailer") && referent.moment == "release";
        match referent.name.filter(|_| sets && is_teller) {
            Some(name) => Referent { moment: referent.moment, ..self.resolver.referent_to(name) },
            None => referent,
        }
    }

    /// Whether what a verb moves belongs to somebody named: "Halden’s mega-hit | has been pushed".
    fn is_owned_by_other(&self, verb: Option<usize>) -> bool {
        let Some(at) = verb.filter(|&at| self.groups.get(at).is_some_and(|group| group.is_passive && group.unsettles())) else {
            return false;
        };
        let (first, end) = self.said_of(at);
        self.resolver.names().within(first, end).iter().any(|owner| owner.is_possessive)
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

    /// "follows the 2021 | debut | Paper Boats,": the title that stands behind the dated noun, and not what the clause is about.
    fn apposed_to(&self, first: usize, end: usize) -> Option<Referent> {
        let names = self.resolver.names();
        let name = *names.within(end, end + 1).first().filter(|name| name.first == end && !name.is_possessive)?;
        let is_title = names.of(&name).is_some_and(|name| !name.is_person() && !name.is_company());
        let is_dated = first.checked_sub(1).is_some_and(|left| self.page.is_in_date(left));
        let ends = !self.page.is_word(name.end) || matches!(self.page.word(name.end), "which" | "and" | "in" | "on" | "with" | "from");
        (is_title && is_dated && ends).then(|| self.resolver.referent_to(name.name))
    }

    /// "the Harbour Games picnic was axed", "has scrapped the Harbour picnic": the noun behind the name is on no list and
    /// tells of nobody, so it is what takes place.
    pub(super) fn of_its_noun(&self, referent: Referent, at: usize) -> Referent {
        let Some(group) = self.groups.get(at) else { return referent };
        let is_bare = referent.thing.is_empty() && referent.moment.is_empty() && referent.part.is_none();
        if !group.unsettles() || !is_bare || !referent.is_named || self.resolver.names().is_work(referent.name) {
            return referent;
        }
        let range = if group.is_passive { Some(self.said_of(at)) } else { object_range(self.page, self.sentence, self.groups, at) };
        let Some((first, end)) = range else { return referent };
        let mut named = self.resolver.names().within(first, end).iter();
        let noun = named.find(|mention| Some(mention.name) == referent.name && !mention.is_possessive).map(|mention| mention.end);
        match noun.filter(|&noun| noun < end && self.is_own_noun(noun, end)) {
            Some(noun) => {
                let written = self.page.word(noun).to_owned();
                Referent { thing: "event", role: Some(Role::Happening), noun: written, ..referent }
            }
            None => referent,
        }
    }

    /// A noun written small, alone behind a name, that is neither somebody nor something told about it: "picnic".
    fn is_own_noun(&self, noun: usize, end: usize) -> bool {
        let word = self.page.word(noun);
        let one = word.strip_suffix('s').unwrap_or(word);
        let is_free = |word: &str| {
            !WORDS.person_before.contains(word)
                && !WORDS.person_nouns.contains(word)
                && !WORDS.group_nouns.contains(word)
                && !WORDS.about_it.contains(word)
                && !WORDS.small.contains(word)
                && !WORDS.adverb.contains(word)
                && !WORDS.boundary.contains(word)
                && !WORDS.auxiliary.contains(word)
                && !WORDS.planned.contains(word)
                && !WORDS.telling.contains_key(word)
                && !WORDS.cues.contains_key(word)
                && !WORDS.triggers.contains_key(word)
                && !NO_EVENTS.contains(&word)
        };
        let next = self.page.word(noun + 1);
        let is_alone = noun + 1 >= end || !self.page.is_word(noun + 1) || PREPOSITIONS.contains(&next) || WORDS.planned.contains(next);
        let is_noun = self.page.is_word(noun) && !self.page.is_capital(noun) && word.len() > 3 && !word.ends_with("ly");
        is_noun && is_alone && is_free(word) && is_free(one)
    }
}

/// Nouns behind a name of which no day is announced: people at work, and what is paid or signed.
const NO_EVENTS: [&str; 14] =
    ["staff", "worker", "employee", "boss", "bosses", "job", "role", "contract", "deal", "flight", "order", "duo", "plan", "idea"];
