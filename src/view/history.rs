//! The way of a date: report date across, claimed date up; level is firm, a step is a move, a cap the end.

use super::axis::place;
use super::ledger::{Ledger, Role, Telling, Track};
use crate::civil::ClaimedDate;
use crate::events::Claim;
use crate::timeline::{Announcement, AnnouncementId, ChangeKind, EventId};

/// Ways drawn at most: the first of the lanes, changed ones before others.
pub const MOST_WAYS: usize = 2000;

/// Dots drawn singly at most.
pub const MOST_DOTS: usize = 300;

/// One telling as a point.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The day it was told.
    pub reported: f64,
    /// The middle of what was claimed.
    pub claimed: f64,
    /// The first day claimed and the end of the last, where it is more than one day.
    pub days: Option<(f64, f64)>,
    /// What it is to its announcement.
    pub role: Role,
    /// The statement.
    pub event: EventId,
}

impl Point {
    /// Whether it held on that day, or was thought to.
    pub const fn holds(&self) -> bool {
        !matches!(self.role, Role::LessExact | Role::Rumoured | Role::Denied)
    }
}

/// The day a date was withdrawn or all was called off, and which of the two.
pub type End = (f64, ChangeKind);

/// A time in which it held no date: withdrawn or called off on one day, and on again on another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The day the date was withdrawn or all was called off.
    pub from: f64,
    /// The day it was on again.
    pub until: f64,
    /// Which of the two it was.
    pub kind: ChangeKind,
}

/// One announcement's way.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// Whose.
    pub announcement: AnnouncementId,
    /// Where the date stood from each day on: report day and claimed day, oldest first; never empty.
    pub steps: Vec<(f64, f64)>,
    /// When it held no date in between, oldest first.
    pub gaps: Vec<Gap>,
    /// The day the date was withdrawn or all was called off, and how; it has held no date since.
    pub end: Option<End>,
    /// The day it was last told.
    pub last_told: f64,
    /// First and last report day, lowest and highest claimed day of the line.
    extent: [f64; 4],
}

impl Way {
    /// Where the line ends.
    pub fn tip(&self) -> Option<(f64, f64)> {
        let (reported, claimed) = self.steps.last().copied()?;
        Some((self.end.map_or(reported.max(self.last_told), |(day, _)| day), claimed))
    }

    /// Where its date was lost: the day, the date that it had held, and how.
    pub fn losses(&self) -> impl Iterator<Item = (f64, f64, ChangeKind)> {
        let all = self.gaps.iter().map(|gap| (gap.from, gap.kind)).chain(self.end);
        all.filter_map(|(day, kind)| Some((day, self.level_on(day)?, kind)))
    }

    /// From where a date was lost to where there was one again: the days, and the dates held on them.
    pub fn undated(&self) -> impl Iterator<Item = ((f64, f64), (f64, f64))> {
        let ends = |gap: &Gap| Some(((gap.from, self.level_on(gap.from)?), (gap.until, self.level_on(gap.until)?)));
        self.gaps.iter().filter_map(ends)
    }

    /// The date that the line stands at on a day.
    fn level_on(&self, day: f64) -> Option<f64> {
        let held = self.steps.iter().rfind(|step| step.0 <= day).or_else(|| self.steps.first());
        held.map(|step| step.1)
    }

    /// Whether the date stood there on that day; on the day of a change, the old and the new one did.
    pub fn stood(&self, reported: f64, claimed: f64) -> bool {
        let ends = self.steps.iter().skip(1).map(|step| step.0).chain([f64::MAX]);
        let mut spells = self.steps.iter().zip(ends);
        self.steps.len() < 2 || spells.any(|((from, at), to)| (at - claimed).abs() < 0.01 && (*from..=to).contains(&reported))
    }

    /// First and last report day, lowest and highest claimed day of the line.
    pub const fn extent(&self) -> [f64; 4] {
        self.extent
    }

    /// Worked out once: every frame asks every line whether it is in sight.
    fn with_extent(self) -> Self {
        let all = || self.steps.iter().copied().chain(self.tip());
        let low = |pick: fn((f64, f64)) -> f64| all().map(pick).fold(f64::MAX, f64::min);
        let high = |pick: fn((f64, f64)) -> f64| all().map(pick).fold(f64::MIN, f64::max);
        Self { extent: [low(|at| at.0), high(|at| at.0), low(|at| at.1), high(|at| at.1)], ..self }
    }
}

/// A side of the chart beyond which lines are out of sight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Last reported before the report days in sight.
    Before,
    /// First reported after them.
    After,
    /// With a later date than the claimed days in sight.
    Above,
    /// With an earlier one.
    Below,
}

/// Lines out of sight beyond one side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Beyond {
    /// Which side.
    pub side: Side,
    /// How many.
    pub n_ways: usize,
    /// The report day and the claimed day of the nearest of them.
    pub nearest: (f64, f64),
}

/// The side beyond which a line of that extent lies, how far, and where it comes nearest; `None` for one that may be in
/// sight of those report days and claimed days.
fn out_of_sight(way: &Way, across: (f64, f64), up: (f64, f64)) -> Option<(Side, f64, (f64, f64))> {
    let [first, last, low, high] = way.extent();
    let end = || way.tip().or_else(|| way.steps.last().copied());
    let at_height = |claimed: f64| way.steps.iter().copied().find(|step| (step.1 - claimed).abs() < 0.01);
    match () {
        () if last < across.0 => Some((Side::Before, across.0 - last, end()?)),
        () if first > across.1 => Some((Side::After, first - across.1, way.steps.first().copied()?)),
        () if low > up.1 => Some((Side::Above, low - up.1, at_height(low)?)),
        () if high < up.0 => Some((Side::Below, up.0 - high, at_height(high)?)),
        () => None,
    }
}

/// How many lines are out of sight, side by side, of those report days and claimed days.
pub fn beyond(ways: &[Way], across: (f64, f64), up: (f64, f64)) -> Vec<Beyond> {
    let mut found: Vec<(f64, Beyond)> = Vec::new();
    for (side, distance, place) in ways.iter().filter_map(|way| out_of_sight(way, across, up)) {
        match found.iter_mut().find(|(_, known)| known.side == side) {
            Some((least, known)) => {
                known.n_ways += 1;
                if distance < *least {
                    (*least, known.nearest) = (distance, place);
                }
            }
            None => found.push((distance, Beyond { side, n_ways: 1, nearest: place })),
        }
    }
    found.into_iter().map(|(_, beyond)| beyond).collect()
}

/// The middle of the days a date names; its only end where one side is open.
fn middle_of(claimed: &ClaimedDate) -> Option<f64> {
    let (first, last) = (claimed.first().map(place), claimed.last().map(place));
    let (first, last) = (first.or(last)?, last.or(first)?);
    Some(f64::midpoint(f64::from(first), f64::from(last) + 1.0))
}

/// All the days a date names, where they are more than one: "in April" is not the 15th.
fn days_of(claimed: &ClaimedDate) -> Option<(f64, f64)> {
    let (first, last) = (f64::from(place(claimed.first()?)), f64::from(place(claimed.last()?)) + 1.0);
    (last - first > 1.0).then_some((first, last))
}

/// The way of one announcement; `None` where it was never given a date on a known day.
pub fn way_of(ledger: &Ledger, id: AnnouncementId) -> Option<Way> {
    let (announcement, track) = ledger.at(id)?;
    let (mut steps, gaps, end) = steps_of(announcement, track);
    if steps.is_empty() {
        let first = points(track).find(Point::holds).or_else(|| points(track).next());
        steps.extend(first.map(|point| (point.reported, point.claimed)));
    }
    let last_told = points(track).next_back().map(|point| point.reported).or(steps.last().map(|step| step.0))?;
    (!steps.is_empty()).then(|| Way { announcement: id, steps, gaps, end, last_told, extent: [0.0; 4] }.with_extent())
}

fn point_of(track: &Track, told: &Telling) -> Option<Point> {
    let value = track.value_of(told)?;
    Some(Point {
        reported: f64::from(told.reported?) + 0.5,
        claimed: middle_of(value.claimed.as_ref()?)?,
        days: days_of(value.claimed.as_ref()?),
        role: value.role,
        event: *track.events_of(told).first()?,
    })
}

/// Every telling of a date on a known day, oldest first.
pub fn points(track: &Track) -> impl DoubleEndedIterator<Item = Point> {
    track.tellings.iter().filter_map(|told| point_of(track, told))
}

/// Those told between two days.
pub fn points_within(track: &Track, from: f64, to: f64) -> impl Iterator<Item = Point> {
    let before = |day: f64| move |told: &Telling| told.reported.is_some_and(|reported| f64::from(reported) + 0.5 < day);
    let first = track.tellings.partition_point(before(from));
    let last = track.tellings.partition_point(before(to));
    track.tellings.get(first..last.max(first)).unwrap_or_default().iter().filter_map(|told| point_of(track, told))
}

/// From the first telling through every dated change; when it held no date; and where it ended without one.
fn steps_of(announcement: &Announcement, track: &Track) -> (Vec<(f64, f64)>, Vec<Gap>, Option<End>) {
    let mut steps: Vec<(f64, f64)> = Vec::new();
    let mut gaps: Vec<Gap> = Vec::new();
    let mut end: Option<End> = None;
    let middle = |claim: &Option<Claim>| claim.as_ref().and_then(|claim| middle_of(&claim.date));
    for change in announcement.changes.iter().filter(|change| change.kind.is_change()) {
        let at = f64::from(place(change.reported)) + 0.5;
        if let Some(from) = middle(&change.from).filter(|_| steps.is_empty()) {
            let told = points(track).find(|point| (point.claimed - from).abs() < 0.01 && point.reported <= at);
            steps.push((told.map_or(at, |point| point.reported), from));
        }
        let to = middle(&change.to);
        steps.extend(to.map(|to| (at, to)));
        match change.kind {
            ChangeKind::Postponed | ChangeKind::Cancelled if to.is_none() => end = Some((at, change.kind)),
            _ if to.is_some() || change.kind == ChangeKind::Reinstated => {
                let lost = end.take().filter(|(from, _)| *from < at);
                gaps.extend(lost.map(|(from, kind)| Gap { from, until: at, kind }));
            }
            _ => {}
        }
    }
    (steps, gaps, end)
}
