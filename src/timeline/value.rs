//! What an announcement says at one moment: a date, or words where it is no date ("duet"), and who carried it.

use chrono::NaiveDate;

use super::compare::{agrees, compare};
use super::{ChangeKind, EventId};
use crate::civil::calendar::days_between;
use crate::events::{Claim, Event, Facet, Stated};
use crate::text::fold::folded_words;

/// A date or the words that stand in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// When.
    Date(Claim),
    /// Who, where, in which form.
    Words {
        /// As the article writes it.
        text: String,
        /// Folded for comparing.
        folded: Vec<String>,
        /// Another form rather than another person or place.
        is_shape: bool,
    },
}

impl Content {
    fn words(text: &str, facet: Facet) -> Self {
        Self::Words { text: text.to_owned(), folded: folded_words(text), is_shape: facet == Facet::Shape }
    }

    /// The date, where it is one.
    pub(super) fn claim(&self) -> Option<&Claim> {
        match self {
            Self::Date(claim) => Some(claim),
            Self::Words { .. } => None,
        }
    }

    /// The words, where it is no date.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Date(_) => None,
            Self::Words { text, .. } => Some(text),
        }
    }

    /// As [`compare`], for words too: words that hold the others are the same thing said at greater length.
    pub(super) fn compare(&self, after: &Self) -> Option<ChangeKind> {
        match (self, after) {
            (Self::Date(old), Self::Date(new)) => compare(&old.date, &new.date),
            (Self::Words { folded: old, is_shape, .. }, Self::Words { folded: new, .. }) => {
                let holds = |outer: &[String], inner: &[String]| inner.iter().all(|word| outer.contains(word));
                Some(if holds(old, new) {
                    ChangeKind::Repeated
                } else if holds(new, old) {
                    ChangeKind::Refined
                } else if *is_shape && is_same_form(old, new) {
                    ChangeKind::Repeated
                } else if *is_shape {
                    ChangeKind::FormatChanged
                } else {
                    ChangeKind::Replaced
                })
            }
            _ => None,
        }
    }

    /// Whether both may be true at once.
    pub(super) fn agrees(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Date(one), Self::Date(two)) => agrees(&one.date, &two.date),
            _ => matches!(self.compare(other), Some(ChangeKind::Repeated | ChangeKind::Refined)),
        }
    }

    /// Whether `other` says the same, or the same less exactly.
    pub(super) fn covers(&self, other: &Self) -> bool {
        self.compare(other) == Some(ChangeKind::Repeated)
    }
}

/// A date more than so many days before the report is no new date for anything.
pub(super) const LONG_PAST_DAYS: i64 = 60;

/// "behind closed doors (without an audience)" is "without fans (without an audience)" in other words.
fn is_same_form(one: &[String], other: &[String]) -> bool {
    let lacks = |words: &[String]| words.iter().any(|word| word == "without");
    let tells = |word: &&String| word.len() > 3 && !matches!(word.as_str(), "with" | "without");
    lacks(one) == lacks(other) && one.iter().filter(tells).any(|word| other.contains(word))
}

/// A value with the statements that carried it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Value {
    /// What it is.
    pub(super) content: Content,
    /// The statement whose article holds the words of it.
    pub(super) event: EventId,
    /// Every statement that carried it so far, ascending.
    pub(super) carriers: Vec<EventId>,
    /// Whether it was told as having taken place.
    pub(super) has_happened: bool,
    /// The last report day that told it; `None` for an article without one.
    pub(super) reported: Option<NaiveDate>,
}

impl Value {
    fn new(content: Content, event: EventId, reported: Option<NaiveDate>) -> Self {
        Self { content, event, carriers: vec![event], has_happened: false, reported }
    }

    /// The value a statement gives for that side of the announcement, if it gives one.
    pub(super) fn of(event: &Event, id: EventId, facet: Facet, reported: Option<NaiveDate>) -> Option<Self> {
        let content = match facet {
            Facet::When => Content::Date(event.claim.clone()?),
            _ => Content::words(event.value_text.as_deref()?, facet),
        };
        Some(Self::new(content, id, reported))
    }

    /// Whether it was over long before a day: "the show, which began in 1997, is postponed".
    pub(super) fn is_long_past(&self, day: Option<NaiveDate>) -> bool {
        let last = self.content.claim().and_then(|claim| claim.date.last());
        last.zip(day).is_some_and(|(last, day)| days_between(last, day) > LONG_PAST_DAYS)
    }

    /// The old value that a stated change names.
    pub(super) fn old_of(stated: &Stated, id: EventId, facet: Facet, reported: Option<NaiveDate>) -> Option<Self> {
        let content = match facet {
            Facet::When => Content::Date(stated.from.clone()?),
            _ => Content::words(stated.from_text.as_deref()?, facet),
        };
        Some(Self::new(content, id, reported))
    }

    /// Adds the carriers of a value that agrees; the more exact content stays.
    pub(super) fn join(&mut self, other: &Self) {
        self.carriers.extend_from_slice(&other.carriers);
        self.carriers.sort_unstable();
        self.carriers.dedup();
        self.has_happened |= other.has_happened;
        self.reported = self.reported.max(other.reported);
        if self.content.compare(&other.content) == Some(ChangeKind::Refined) {
            self.content = other.content.clone();
            self.event = other.event;
        }
    }
}

/// Joins `value` with the first of `values` that agrees, else adds it.
pub(super) fn add(values: &mut Vec<Value>, value: Value) {
    match values.iter_mut().find(|known| known.content.agrees(&value.content)) {
        Some(known) => known.join(&value),
        None => values.push(value),
    }
}

/// The first that agrees.
pub(super) fn agreeing<'a>(values: &'a [Value], content: &Content) -> Option<&'a Value> {
    values.iter().find(|known| known.content.agrees(content))
}
