//! Changes that are no dates: another person or place, another form. One file a family.

mod format;
mod replaced;
mod venue;

use super::names::Names;
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
pub(super) struct Scene<'a, 'p> {
    pub page: &'a Page<'p>,
    pub names: &'a Names,
    pub resolver: &'a Resolver<'p>,
    pub idx: usize,
    pub sentence: &'a Sentence,
}

/// Every change of a sentence that is no date.
pub(super) fn find_values(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let mut found = replaced::find(scene);
    found.extend(format::find(scene));
    found.extend(venue::find(scene));
    found
}
