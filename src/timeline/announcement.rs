//! All events, over all articles, about one thing happening.

use super::{Change, EventId};
use crate::events::{Claim, Facet, Kind};
use crate::text::named;

named! {
    /// Where the announcement stands now.
    State {
        /// It has a date.
        Dated "dated" "dated",
        /// It has none, or no longer.
        Undated "undated" "no date",
        /// Called off.
        Cancelled "cancelled" "cancelled",
        /// It took place.
        Happened "happened" "happened",
    }
}

/// "The release of the Lantern Bay OST".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Announcement {
    /// Made from its identity as its earliest report has it; stays the same over readings.
    pub key: String,
    /// The fullest words for it.
    pub subject: String,
    /// Kind of happening.
    pub kind: Kind,
    /// Which side of it.
    pub facet: Facet,
    /// "episode 5".
    pub part: Option<String>,
    /// "US".
    pub territory: Option<String>,
    /// Where it stands.
    pub state: State,
    /// The current date; `None` where it has none (any more).
    pub current: Option<Claim>,
    /// The event that carries the current date (its `expression` lies in that event's article).
    pub current_event: Option<EventId>,
    /// The current value where it is no date: "duet".
    pub current_text: Option<String>,
    /// Its events, ascending.
    pub events: Vec<EventId>,
    /// Its history, oldest first.
    pub changes: Vec<Change>,
    /// Whether every event of it was mentioned in passing.
    pub is_background: bool,
}

impl Announcement {
    /// Whether it has a change a reader must see.
    pub fn is_changed(&self) -> bool {
        self.changes.iter().any(|change| change.kind.is_change())
    }
}
