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

use super::names::{Mention, Names};
use super::page::Page;
use super::subject::{Referent, Resolver};
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

    /// A name in full.
    fn written(&self, mention: &Mention) -> String {
        self.names.of(mention).map_or_else(String::new, |name| name.text.clone())
    }
}

/// Every change of a sentence that is no date.
pub(super) fn find_values(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
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
    found.extend(format::find(scene));
    found.extend(venue::find(scene));
    found
}
