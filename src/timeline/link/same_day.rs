//! One title told of as a game here and as a show there, one festival by its name and by its letters: where both give the
//! same day, they are of one thing.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Cluster, Joined, dates_of, is_same_name};
use crate::events::{Event, Facet, Kind, Status};

/// A day, or the first and the last of a run.
type Days = (NaiveDate, NaiveDate);

/// Puts clusters together that a name and a day join, though articles have different words for the sort of thing.
pub(super) fn join(clusters: &mut Vec<Cluster>, events: &[Event]) {
    let mut by_day: BTreeMap<(Days, &str), Vec<usize>> = BTreeMap::new();
    for (idx, cluster) in clusters.iter().enumerate().filter(|(_, cluster)| may_join(cluster)) {
        let days = days_of(cluster, events);
        for word in cluster.names.iter().flatten().map(|word| word.strip_suffix('s').unwrap_or(word)) {
            for day in &days {
                let slot = by_day.entry((*day, word)).or_default();
                if slot.last() != Some(&idx) {
                    slot.push(idx);
                }
            }
        }
    }
    let mut joined = Joined::new(clusters.len());
    for bucket in by_day.values() {
        for (n, &one) in bucket.iter().enumerate() {
            for &other in bucket.get(n + 1..).unwrap_or_default() {
                let pair = clusters.get(one).zip(clusters.get(other));
                if joined.root(one) != joined.root(other) && pair.is_some_and(|(one, other)| is_one(one, other)) {
                    joined.join(one, other);
                }
            }
        }
    }
    super::merge(clusters, &joined);
}

/// How a sort of thing comes about.
#[derive(PartialEq, Eq)]
enum Way {
    /// A title comes out.
    Out,
    /// People gather.
    Gathering,
}

/// The way of a cluster whose sort articles may tell differently.
fn way_of(cluster: &Cluster) -> Option<Way> {
    match (cluster.thing.as_str(), cluster.kind) {
        ("film" | "show" | "game" | "book", Kind::Release | Kind::Premiere | Kind::Broadcast) => Some(Way::Out),
        ("festival" | "awards" | "event" | "exhibition", Kind::Ceremony | Kind::Performance | Kind::Other) => Some(Way::Gathering),
        _ => None,
    }
}

fn may_join(cluster: &Cluster) -> bool {
    let is_open = cluster.thing.is_empty() && matches!(cluster.kind, Kind::Release | Kind::Premiere | Kind::Other | Kind::Ceremony);
    cluster.facet == Facet::When && (way_of(cluster).is_some() || is_open)
}

/// Whether two clusters that share a day and a word of their names are of one thing.
fn is_one(one: &Cluster, other: &Cluster) -> bool {
    let ways_agree = match (way_of(one), way_of(other)) {
        (Some(a), Some(b)) => a == b,
        (None, None) => false,
        // a name of no known sort
        _ => true,
    };
    ways_agree
        && one.part == other.part
        && one.territory == other.territory
        && one.is_background == other.is_background
        && one.names.iter().any(|name| other.names.iter().any(|known| is_same_name(name, known)))
}

/// The days that a cluster's statements give it as its own.
fn days_of(cluster: &Cluster, events: &[Event]) -> Vec<Days> {
    let told = cluster.told(events).filter(|event| event.status != Status::Rumoured);
    let mut days: Vec<Days> = told
        .flat_map(dates_of)
        .filter_map(|date| {
            let range = date.range()?;
            let is_run = range.precision == crate::civil::Precision::Range;
            range.first.zip(range.last).filter(|_| is_run || range.single_day().is_some())
        })
        .collect();
    days.sort_unstable();
    days.dedup();
    days
}
