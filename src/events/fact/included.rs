//! "The delayed releases include Red Letters and Low Tide": titles counted up behind what became of them.

use super::{Fact, Scene};
use crate::events::subject::Referent;
use crate::events::words::{CueWord, Form, Happens, Role, Thing, WORDS};

/// "The other shows | postponed": so far into the sentence the cue stands.
const LEAD_TOKENS: usize = 4;

/// "delayed releases so far | include": so far behind the noun its verb stands.
const VERB_TOKENS: usize = 4;

impl Scene<'_, '_> {
    /// What became of each title that the sentence counts up.
    pub(super) fn included(&self) -> Vec<Fact> {
        let Some((cue, at, thing, behind)) = self.told_of_many() else { return Vec::new() };
        let end = self.sentence.end_token as usize;
        let Some(verb) =
            (behind..end.min(behind + VERB_TOKENS)).find(|&at| matches!(self.page.word(at), "include" | "includes" | "included"))
        else {
            return Vec::new();
        };
        let names = self.resolver.names();
        let is_title = |name: usize| {
            names.names.get(name).is_some_and(|name| !name.is_place && !name.is_company() && !name.is_person() && !name.is_byline)
        };
        let mut last = verb + 1;
        let mut titles = Vec::new();
        for mention in names.within(verb + 1, end) {
            // "Red Letters, The Kick and Low Tide, according to": no further than the row goes
            let goes_on = (last..mention.first).all(|at| !self.page.is_word(at) || matches!(self.page.word(at), "and" | "the" | "both"));
            if !goes_on || !is_title(mention.name) {
                break;
            }
            last = mention.end;
            titles.push(mention.name);
        }
        let known = |name: usize| {
            let known = self.resolver.referent_to(name);
            match thing.role {
                Role::Moment => Referent { moment: thing.name, ..known },
                _ => Referent { thing: thing.name, role: Some(Role::Work), ..known },
            }
        };
        let fact = |name: usize| self.became(cue, at, known(name));
        titles.into_iter().map(fact).collect()
    }

    /// "The delayed | releases": the cue, where it stands, the sort of thing, and where its noun ends.
    fn told_of_many(&self) -> Option<(CueWord, usize, Thing, usize)> {
        let (page, first, end) = (self.page, self.sentence.first_token as usize, self.sentence.end_token as usize);
        (first..end.min(first + LEAD_TOKENS)).find_map(|at| {
            let (cue, stop) = page.phrase_at(&WORDS.cues, at, end)?;
            let (noun, behind) = page.phrase_at(&WORDS.things, stop, end)?;
            let is_many = page.word(behind - 1).ends_with('s') && cue.form == Form::Past && cue.entry.unsettles();
            let is_of_works = matches!(noun.entry.role, Role::Work | Role::Moment);
            (is_many && is_of_works).then_some((cue.entry, at, noun.entry, behind))
        })
    }

    fn became(&self, cue: CueWord, at: usize, referent: Referent) -> Fact {
        Fact {
            happens: (!referent.moment.is_empty()).then_some(Happens::Out),
            cue: Some((cue, self.page.span(at, at + 1))),
            group: Some((at, at + 1)),
            ..Fact::of(self.idx, at, referent)
        }
    }
}
