//! The model: announcements, their histories and changes; never changes once built.

mod announcement;
mod build;
mod change;
pub mod compare;
pub mod diff;
mod history;
mod identity;
pub mod link;
mod names;
pub mod order;
mod telling;
mod value;
mod witness;

pub use announcement::{Announcement, State};
pub use change::{Basis, Change, ChangeKind};
pub use identity::without_act;
pub use witness::Witnesses;

use std::sync::Arc;

use crate::article::{Article, Problem};
use crate::events::Event;

/// Index of an event in [`Timeline::events`].
pub type EventId = u32;
/// Index of an announcement in [`Timeline::announcements`].
pub type AnnouncementId = u32;

/// Where an event belongs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// The announcement it is part of; `None` for a report.
    pub announcement: Option<AnnouncementId>,
    /// The announcement a report tells about.
    pub about: Option<AnnouncementId>,
}

impl Home {
    /// The announcement whose row shows it: its own, or the one that it reports about.
    pub fn shown_by(self) -> Option<AnnouncementId> {
        self.announcement.or(self.about)
    }
}

/// A name with every spelling it was found in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The spelling most articles use.
    pub name: String,
    /// Each spelling with the articles that use it, by index.
    pub spellings: Vec<(String, Vec<u32>)>,
}

/// Everything known of one folder. Immutable: a new reading makes a new one.
///
/// Invariants: articles stand in order of report date, file, place (without a report date last); events in
/// order of article and quote; announcements in order of their first event; every id is in range.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    /// The articles, each text once.
    pub articles: Vec<Arc<Article>>,
    /// Every statement.
    pub events: Vec<Event>,
    /// Where each event belongs; same length as `events`.
    pub homes: Vec<Home>,
    /// What the events are about.
    pub announcements: Vec<Announcement>,
    /// Names spelled in more than one way.
    pub names: Vec<Name>,
    /// Files that could not be read, or only in part.
    pub problems: Vec<Problem>,
    /// Files that are no articles.
    pub n_skipped: u32,
}
