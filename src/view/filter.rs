//! Which announcements are shown: changed ones, kinds, states, outlets, a period, words.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Ledger;
use super::axis::place;
use super::labels::{DateStyle, day_short};
use super::lane::{Standing, standing_of};
use super::words::{Topic, topic_of};
use crate::timeline::{Announcement, AnnouncementId, EventId};

/// What is left out; nothing by default.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only announcements that changed.
    pub changed_only: bool,
    /// Only what is about these; all where empty.
    pub topics: BTreeSet<Topic>,
    /// Only what stands so; all where empty.
    pub standings: BTreeSet<Standing>,
    /// Only what these outlets told; all where empty. The empty name stands for articles without outlet.
    pub outlets: BTreeSet<String>,
    /// Only what has a value or a report between these days.
    pub period: Option<(NaiveDate, NaiveDate)>,
    /// Only what holds all of these words.
    pub query: String,
}

/// One part of a filter that is on: what it says, and the filter without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// "concert", "Harbour Daily".
    pub label: String,
    /// The filter when the chip is taken away.
    pub without: Filter,
}

impl Filter {
    /// Whether everything is shown.
    pub fn is_off(&self) -> bool {
        !self.leaves_out() && self.query.trim().is_empty()
    }

    /// What is on, for the chips; `has_disputed` where what is shown holds announcements that sources only disagree about.
    pub fn chips(&self, style: DateStyle, has_disputed: bool) -> Vec<Chip> {
        let mut chips = Vec::new();
        let mut add = |label: String, change: &dyn Fn(&mut Self)| {
            let mut without = self.clone();
            change(&mut without);
            chips.push(Chip { label, without });
        };
        if self.changed_only {
            let label = if has_disputed { "changed or disputed" } else { "changed only" };
            add(label.to_owned(), &|f| f.changed_only = false);
        }
        for topic in &self.topics {
            add(topic.shown().to_owned(), &|f| f.topics.retain(|on| on != topic));
        }
        for standing in &self.standings {
            add(standing.shown().to_owned(), &|f| f.standings.retain(|on| on != standing));
        }
        for outlet in &self.outlets {
            add(outlet_name(outlet).to_owned(), &|f| f.outlets.retain(|on| on != outlet));
        }
        if let Some((first, last)) = self.period {
            add(format!("{} – {}", day_short(first, style), day_short(last, style)), &|f| f.period = None);
        }
        if !self.query.trim().is_empty() {
            add(format!("“{}”", self.query.trim()), &|f| f.query.clear());
        }
        chips
    }

    /// One answer for each announcement, and the statements that hold the words where words are asked for: of those the ones
    /// of what is shown, where anything is.
    pub fn shown(&self, ledger: &Ledger) -> (Vec<bool>, Vec<EventId>) {
        let mut hits = if self.query.trim().is_empty() { Vec::new() } else { ledger.haystack.find(&self.query) };
        let mut shown = vec![self.query.trim().is_empty(); ledger.timeline.announcements.len()];
        let mut n_hidden = if hits.is_empty() { 0 } else { shown.len() };
        let home = |hit: &EventId| ledger.timeline.homes.get(*hit as usize).and_then(|home| home.shown_by());
        for hit in &hits {
            if n_hidden == 0 {
                break; // every announcement has a hit
            }
            if let Some(slot) = home(hit).and_then(|id| shown.get_mut(id as usize)) {
                n_hidden -= usize::from(!*slot);
                *slot = true;
            }
        }
        for ((slot, announcement), id) in shown.iter_mut().zip(&ledger.timeline.announcements).zip(0_u32..) {
            *slot = *slot && self.lets_through(ledger, announcement, id);
        }
        if self.leaves_out() && shown.contains(&true) {
            // what a filter leaves out is no hit beside what it shows
            hits.retain(|hit| home(hit).and_then(|id| shown.get(id as usize)).is_some_and(|is_shown| *is_shown));
        }
        (shown, hits)
    }

    /// Whether anything is left out but by words searched for.
    fn leaves_out(&self) -> bool {
        *self != Self { query: self.query.clone(), ..Self::default() }
    }

    fn lets_through(&self, ledger: &Ledger, announcement: &Announcement, id: AnnouncementId) -> bool {
        (!self.changed_only || announcement.is_changed())
            && (self.topics.is_empty() || self.topics.contains(&topic_of(announcement)))
            && (self.standings.is_empty() || self.standings.contains(&standing_of(announcement, ledger.last_day_known())))
            && (self.outlets.is_empty() || announcement.events.iter().any(|event| self.is_from_outlet(ledger, *event)))
            && self.period.is_none_or(|(first, last)| is_within(ledger, id, place(first), place(last)))
    }

    fn is_from_outlet(&self, ledger: &Ledger, event: EventId) -> bool {
        let article = ledger.timeline.events.get(event as usize).and_then(|event| ledger.timeline.articles.get(event.article as usize));
        article.is_some_and(|article| self.outlets.contains(article.outlet.as_deref().unwrap_or_default()))
    }
}

/// The outlet's name, or what to call its absence.
pub fn outlet_name(outlet: &str) -> &str {
    if outlet.is_empty() { "outlet unknown" } else { outlet }
}

/// Every outlet of the timeline once, by name.
pub fn outlets(ledger: &Ledger) -> BTreeSet<String> {
    ledger.timeline.articles.iter().map(|article| article.outlet.clone().unwrap_or_default()).collect()
}

fn is_within(ledger: &Ledger, id: AnnouncementId, first: i32, last: i32) -> bool {
    let Some((_, track)) = ledger.at(id) else { return false };
    let told = track.tellings.iter().filter_map(|told| told.reported).any(|day| (first..=last).contains(&day));
    told || track.values.iter().filter_map(|value| value.claimed).any(|claimed| {
        let (start, end) = (claimed.first().map(place), claimed.last().map(place));
        (start.is_some() || end.is_some()) && start.is_none_or(|start| start <= last) && end.is_none_or(|end| end >= first)
    })
}
