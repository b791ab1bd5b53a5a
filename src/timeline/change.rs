//! A step in an announcement's history.

use chrono::NaiveDate;

use super::EventId;
use crate::events::Claim;
use crate::text::named;

named! {
    /// What the step is.
    ChangeKind {
        /// To an earlier date.
        MovedEarlier "moved_earlier" "moved earlier",
        /// To a later date.
        MovedLater "moved_later" "moved later",
        /// The end moved later, or the start earlier.
        Extended "extended" "extended",
        /// The end moved earlier, or the start later.
        Shortened "shortened" "shortened",
        /// The same day, another clock time.
        TimeChanged "time_changed" "time changed",
        /// The date is withdrawn and there is no new one.
        Postponed "postponed" "no date any more",
        /// Called off.
        Cancelled "cancelled" "cancelled",
        /// On again after it was called off.
        Reinstated "reinstated" "on again",
        /// Another person or place.
        Replaced "replaced" "replaced",
        /// Another form.
        FormatChanged "format_changed" "form changed",
        /// Articles of one report day disagree.
        Conflict "conflict" "sources disagree",
        /// The new value lies within the old one.
        Refined "refined" "more exact",
        /// The other way round.
        Widened "widened" "less exact",
        /// The current value again.
        Repeated "repeated" "same date again",
        /// A rumour made official, or a doubted value affirmed.
        Confirmed "confirmed" "now official",
        /// An old value repeated after a change.
        Stale "stale" "old date repeated",
    }
}

impl ChangeKind {
    /// Whether it makes the announcement *changed*; the rest is history.
    pub const fn is_change(self) -> bool {
        !matches!(self, Self::Refined | Self::Widened | Self::Repeated | Self::Confirmed | Self::Stale)
    }
}

named! {
    /// How the step is known.
    Basis {
        /// An article says so.
        Stated "stated" "the articles say so",
        /// Two articles' values differ.
        Compared "compared" "compared between articles",
    }
}

/// One step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What it is.
    pub kind: ChangeKind,
    /// How it is known.
    pub basis: Basis,
    /// The earliest report date that tells it.
    pub reported: NaiveDate,
    /// `to` minus `from` in days; `None` where either is no single day.
    pub n_days: Option<i64>,
    /// The old date.
    pub from: Option<Claim>,
    /// The event whose article holds `from`'s expression.
    pub from_event: Option<EventId>,
    /// The new date.
    pub to: Option<Claim>,
    /// The event whose article holds `to`'s expression.
    pub to_event: Option<EventId>,
    /// The old value where it is no date.
    pub from_text: Option<String>,
    /// The new value where it is no date.
    pub to_text: Option<String>,
    /// Whether no article says the old value.
    pub from_inferred: bool,
    /// Events that carried the old value, ascending.
    pub before: Vec<EventId>,
    /// Events that tell the step, ascending: its witnesses.
    pub after: Vec<EventId>,
    /// What a careful reader should know: "may be the same moment in another time zone".
    pub note: Option<String>,
}
