//! Changes that are no dates: another person or place, another form. One file a family.

mod changed;
mod departed;
mod format;
mod gone;
mod newcomer;
mod past;
mod persons;
mod replaced;
mod seats;
mod turned;
mod venue;

use super::matter::Matter;
use super::names::{Mention, Names};
use super::page::Page;
use super::subject::{PREPOSITIONS, Referent, Resolver};
use super::words::WORDS;
use super::{Facet, Says};
use crate::language::Sentence;
use crate::text::Span;

/// A change of person, place or form.
#[derive(Clone, Debug)]
pub(super) struct ValueFact {
    /// Index of the sentence.
    pub sentence: usize,
    /// Token it stands at.
    pub at: usize,
    /// What changed.
    pub referent: Referent,
    /// Which side of it.
    pub facet: Facet,
    /// What the article says happened.
    pub says: Says,
    /// The words that say so.
    pub cue: Span,
    /// The old value, where told or inferred.
    pub from: Option<String>,
    /// The new value.
    pub to: Option<String>,
    /// Whether nobody told the old value.
    pub from_inferred: bool,
    /// Told in passing of another time.
    pub is_passing: bool,
}

/// Where a family looks.
#[derive(Clone, Copy)]
pub(super) struct Scene<'a, 'p> {
    pub page: &'a Page<'p>,
    pub names: &'a Names,
    pub resolver: &'a Resolver<'p>,
    pub idx: usize,
    pub sentence: &'a Sentence,
}

impl Scene<'_, '_> {
    /// One person or place in another's stead; `cue` is the tokens that say so.
    fn replaced(&self, facet: Facet, cue: (usize, usize), referent: Referent, from: String, to: String) -> ValueFact {
        ValueFact {
            sentence: self.idx,
            at: cue.0,
            referent,
            facet,
            says: Says::Replaced,
            cue: self.page.span(cue.0, cue.1),
            from: Some(from),
            to: Some(to),
            from_inferred: false,
            is_passing: false,
        }
    }

    /// "Mila Kern and Copper Foxes": the names that stand in one row with a name, each somebody’s; where a verb follows the
    /// last of them behind the cue at `cue`, it begins another clause.
    fn row_of(&self, mention: &Mention, cue: usize) -> Vec<Mention> {
        /// How many names a row may have.
        const ROW: usize = 4;
        let all = &self.names.mentions;
        let is_somebody = |other: &Mention| self.names.of(other).is_some_and(|name| !name.is_work() && !name.is_place);
        let joint = |left: &Mention, right: &Mention| {
            let between: Vec<&str> = (left.end..right.first).map(|at| self.page.raw(at)).collect();
            let joins = matches!(between.as_slice(), ["and" | "&" | ","] | [",", "and"]);
            joins && !left.is_possessive && is_somebody(left) && is_somebody(right)
        };
        let Some(own) = all.iter().position(|other| other.first == mention.first) else { return vec![*mention] };
        let pair = |left: usize| all.get(left).zip(all.get(left + 1));
        let is_verb = |at: usize| self.page.is_word(at) && !self.page.is_capital(at) && !WORDS.boundary.contains(self.page.word(at));
        let is_verb_behind =
            |right: &Mention| right.first > cue && is_verb(right.end) && !PREPOSITIONS.contains(&self.page.word(right.end));
        let first = (0..own).rev().take_while(|&left| pair(left).is_some_and(|(left, right)| joint(left, right))).last().unwrap_or(own);
        let goes_on = |left: usize| pair(left).is_some_and(|(left, right)| joint(left, right) && !is_verb_behind(right));
        let last = (own..all.len()).take_while(|&left| goes_on(left)).last().map_or(own, |left| left + 1);
        let row: Vec<Mention> = all.get(first..=last).unwrap_or_default().to_vec();
        let has_and = row.windows(2).any(|pair| {
            let [left, right] = pair else { return false };
            (left.end..right.first).any(|at| matches!(self.page.raw(at), "and" | "&"))
        });
        if has_and && row.len() <= ROW { row } else { vec![*mention] }
    }

    /// The names of a row in full.
    fn written_row(&self, row: &[Mention]) -> String {
        let names: Vec<String> = row.iter().map(|mention| self.written(mention)).collect();
        match names.split_last() {
            Some((last, rest)) if !rest.is_empty() => format!("{} and {last}", rest.join(", ")),
            _ => names.concat(),
        }
    }

    /// A name in full.
    fn written(&self, mention: &Mention) -> String {
        self.names.of(mention).map_or_else(String::new, |name| name.text.clone())
    }
}

/// Every change of a sentence that is no date.
pub(super) fn find_values(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let mut found = find_people(scene);
    found.extend(format::find(scene));
    found.extend(venue::find(scene));
    found
}

/// Who comes and who goes.
fn find_people(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    // a player for another, a minister for another: offices, not parts
    if scene.names.matter != Matter::Arts {
        return Vec::new();
    }
    let mut found = replaced::find(scene);
    // "Taking over is Mila Kern, who filled in for Tom Reed on the last tour": rather what is news
    if found.iter().all(|value| value.is_passing) {
        let news = departed::find(scene);
        if news.as_ref().is_some_and(|news| found.is_empty() || !news.is_passing) {
            found = news.into_iter().collect();
        }
    }
    if found.is_empty() {
        found.extend(seats::find(scene));
    }
    if found.is_empty() {
        found.extend(gone::find(scene));
    }
    found
}
