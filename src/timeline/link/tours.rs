//! "Red Harbour have postponed their tour", beside other articles’ "Afterglow Tour": the act’s only tour with a title.

use std::collections::BTreeSet;

use super::{Cluster, Joined, dates_of, is_same_name, merge, shares_a_date};
use crate::civil::ClaimedDate;
use crate::events::{Event, Facet, Kind, Status};
use crate::text::fold::folded_words;

/// Puts what is told of an act’s tour, where it is taken away or has a day of it, with the act’s only tour that has a title.
pub(super) fn join(clusters: &mut Vec<Cluster>, events: &[Event]) {
    let is_tour = |cluster: &Cluster| {
        cluster.thing == "tour" && cluster.kind == Kind::Performance && cluster.facet == Facet::When && !cluster.is_background
    };
    let tours: Vec<(usize, BTreeSet<Vec<String>>)> =
        clusters.iter().enumerate().filter(|(_, cluster)| is_tour(cluster)).map(|(idx, cluster)| (idx, acts_of(cluster, events))).collect();
    let mut joined = Joined::new(clusters.len());
    for (idx, _) in &tours {
        let Some(own) = clusters.get(*idx) else { continue };
        let is_own = |acts: &BTreeSet<Vec<String>>| acts.iter().any(|act| own.names.iter().any(|name| is_same_name(name, act)));
        let mut titled = tours.iter().filter(|(other, acts)| other != idx && is_own(acts));
        let (Some((title, _)), None) = (titled.next(), titled.next()) else { continue };
        let fits = |title: &Cluster| {
            let is_alike = title.part == own.part && title.territory == own.territory;
            // "the tour that reached us in 2012": another
            is_alike && (is_taken_away(own, events) && own_days(own, events).is_empty() || shares_day(own, title, events))
        };
        if clusters.get(*title).is_some_and(fits) {
            joined.join(*idx, *title);
        }
    }
    merge(clusters, &joined);
}

/// Whose tour a title is, as the articles tell it; none of an act’s own tour without a title.
fn acts_of(cluster: &Cluster, events: &[Event]) -> BTreeSet<Vec<String>> {
    let acts = cluster.told(events).flat_map(|event| event.subject.by.iter()).map(|act| folded_words(act));
    acts.filter(|act| !cluster.names.iter().any(|name| is_same_name(name, act))).collect()
}

/// Whether any statement puts it off or calls it off, without a day.
fn is_taken_away(cluster: &Cluster, events: &[Event]) -> bool {
    let mut away = cluster.told(events).filter(|event| matches!(event.status, Status::Postponed | Status::Cancelled));
    away.any(|event| event.claim.is_none())
}

/// The days that its statements give it.
fn own_days(cluster: &Cluster, events: &[Event]) -> Vec<ClaimedDate> {
    cluster.told(events).flat_map(dates_of).collect()
}

/// Whether all that one gives is of the other.
fn shares_day(one: &Cluster, other: &Cluster, events: &[Event]) -> bool {
    let (own, others) = (own_days(one, events), own_days(other, events));
    !own.is_empty() && own.iter().all(|a| others.iter().any(|b| shares_a_date(a, b)))
}
