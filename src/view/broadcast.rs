//! The last episodes of shows: nothing is repeated beyond them.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::events::Kind;
use crate::timeline::{Announcement, Timeline};

/// What an episode is of.
type Show<'a> = (&'a str, Kind, Option<&'a str>);

/// The day of each show's last episode, where the timeline has one.
#[derive(Debug, Default)]
pub struct LastBroadcasts<'a> {
    days: BTreeMap<Show<'a>, NaiveDate>,
}

impl<'a> LastBroadcasts<'a> {
    /// Of all shows of a timeline; of several such days of one show, the first told.
    pub fn of(timeline: &'a Timeline) -> Self {
        let mut days = BTreeMap::new();
        for last in timeline.announcements.iter().filter(|told| told.part.as_deref().is_some_and(is_last)) {
            if let Some(day) = last.current.as_ref().and_then(|claim| claim.date.single_day()) {
                days.entry(show_of(last)).or_insert(day);
            }
        }
        Self { days }
    }

    /// The last day on which something repeated can fall; `None` where no last episode is told of.
    pub fn day_of(&self, found: &Announcement) -> Option<NaiveDate> {
        self.days.get(&show_of(found)).copied()
    }
}

fn show_of(told: &Announcement) -> Show<'_> {
    (told.subject.as_str(), told.kind, told.territory.as_deref())
}

fn is_last(part: &str) -> bool {
    let part = part.to_lowercase();
    ["finale", "final episode", "last episode", "grand final"].iter().any(|end| part.contains(end))
}
