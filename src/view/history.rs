//! The way of a date: report date across, claimed date up; level is firm, a step is a move.

use super::axis::place;
use super::ledger::{Ledger, Role, Track};
use crate::civil::ClaimedDate;
use crate::timeline::{Announcement, AnnouncementId, EventId};

/// Ways drawn at most: the first of the lanes, changed ones before others.
pub const MOST_WAYS: usize = 160;

/// One telling as a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day it was told.
    pub reported: f64,
    /// The middle of what was claimed.
    pub claimed: f64,
    /// Half the days it spans: how exact it is.
    pub half_days: f64,
    /// Whether it held on that day.
    pub holds: bool,
    /// The statement.
    pub event: EventId,
}

/// One announcement's way.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Whose.
    pub announcement: AnnouncementId,
    /// Its tellings, oldest first.
    pub points: Vec<Point>,
    /// Where the date stood from each day on: report day and claimed day, oldest first.
    pub steps: Vec<(f64, f64)>,
}

fn middle_of(claimed: &ClaimedDate) -> Option<(f64, f64)> {
    let (first, last) = (claimed.first().map(place), claimed.last().map(place));
    let (first, last) = (first.or(last)?, last.or(first)?);
    let (first, last) = (f64::from(first), f64::from(last) + 1.0);
    Some((f64::midpoint(first, last), (last - first) / 2.0))
}

/// The way of one announcement; `None` where it was never given a date on a known day.
pub fn way_of(ledger: &Ledger, id: AnnouncementId) -> Option<Way> {
    let (announcement, track) = ledger.at(id)?;
    let points = points_of(track);
    (!points.is_empty()).then(|| Way { announcement: id, steps: steps_of(announcement, &points), points })
}

fn points_of(track: &Track) -> Vec<Point> {
    let told = track.tellings.iter().filter_map(|told| {
        let value = track.value_of(told)?;
        let (claimed, half_days) = middle_of(value.claimed.as_ref()?)?;
        let holds = !matches!(value.role, Role::LessExact | Role::Rumoured | Role::Denied);
        Some(Point { reported: f64::from(told.reported?) + 0.5, claimed, half_days, holds, event: *track.events_of(told).first()? })
    });
    told.collect()
}

/// From the first telling through every dated change.
fn steps_of(announcement: &Announcement, points: &[Point]) -> Vec<(f64, f64)> {
    let mut steps: Vec<(f64, f64)> = Vec::new();
    let dated = announcement.changes.iter().filter(|change| change.kind.is_change());
    for change in dated {
        let at = f64::from(place(change.reported)) + 0.5;
        let middle =
            |claim: &Option<crate::events::Claim>| claim.as_ref().and_then(|claim| middle_of(&claim.date)).map(|(middle, _)| middle);
        if let Some(from) = middle(&change.from).filter(|_| steps.is_empty()) {
            let told = points.iter().find(|point| (point.claimed - from).abs() < 0.01 && point.reported <= at);
            steps.push((told.map_or(at, |point| point.reported), from));
        }
        steps.extend(middle(&change.to).map(|to| (at, to)));
    }
    if steps.is_empty() {
        let first = points.iter().find(|point| point.holds).or_else(|| points.first());
        steps.extend(first.map(|point| (point.reported, point.claimed)));
    }
    steps
}
