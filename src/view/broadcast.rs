//! The first and last episodes of shows: nothing is repeated before or beyond them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::events::{Facet, Kind};
use crate::timeline::{Announcement, Timeline};

/// What an episode is of.
type Show<'a> = (&'a str, Kind, Option<&'a str>);

/// The days of each show's first and last episode, where the timeline has them.
#[derive(Debug, Default)]
pub struct Broadcasts<'a> {
    first: BTreeMap<Show<'a>, NaiveDate>,
    last: BTreeMap<Show<'a>, NaiveDate>,
}

impl<'a> Broadcasts<'a> {
    /// Of all shows of a timeline; of several such days of one show, the first told.
    pub fn of(timeline: &'a Timeline) -> Self {
        let mut found = Self::default();
        for told in &timeline.announcements {
            let Some(day) = told.current.as_ref().and_then(|claim| claim.date.single_day()) else { continue };
            if told.part.as_deref().is_some_and(is_last) {
                found.last.entry(show_of(told, told.kind)).or_insert(day);
            }
            if told.kind == Kind::Premiere && told.part.is_none() && told.facet == Facet::When {
                found.first.entry(show_of(told, Kind::Broadcast)).or_insert(day);
            }
        }
        found
    }

    /// The first day on which something repeated can fall; `None` where no premiere is told of.
    pub fn first_of(&self, found: &Announcement) -> Option<NaiveDate> {
        self.first.get(&show_of(found, found.kind)).copied()
    }

    /// The last day on which something repeated can fall; `None` where no last episode is told of.
    pub fn last_of(&self, found: &Announcement) -> Option<NaiveDate> {
        self.last.get(&show_of(found, found.kind)).copied()
    }
}

fn show_of(told: &Announcement, kind: Kind) -> Show<'_> {
    (told.subject.as_str(), kind, told.territory.as_deref())
}

fn is_last(part: &str) -> bool {
    let part = part.to_lowercase();
    ["finale", "final episode", "last episode", "grand final"].iter().any(|end| part.contains(end))
}
