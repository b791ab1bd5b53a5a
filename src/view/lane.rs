//! The lanes of the timeline: one an announcement, grouped and sorted, each with its height.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Ledger;
use super::legend::{Shape, Shapes};
use super::measure::{Weight, width};
use super::words::{has_passed, is_only_disputed, kind_text, seen_changes, subject_text, title_text};
use crate::text::named;
use crate::timeline::{Announcement, AnnouncementId, State};

named! {
    /// Where a lane stands.
    Group {
        /// A reader must see it.
        Changed "changed" "Changed",
        /// Still ahead.
        Scheduled "scheduled" "Scheduled",
        /// It was ahead when it was last told, and its date has passed since.
        Passed "passed" "Date has passed",
        /// It took place.
        Happened "happened" "Happened",
        /// Mentioned in passing.
        Background "background" "Background",
        /// Nothing to stand on.
        NoDate "no_date" "No date",
    }
}

named! {
    /// The order within a group.
    Sort {
        /// The newest change first.
        Changed "changed" "change",
        /// By name.
        Name "name" "name",
        /// By the current date.
        Date "date" "date",
    }
}

named! {
    /// Which of the two dates runs across.
    Arrange {
        /// When it is to happen.
        Claimed "claimed" "Claimed date",
        /// When it was told.
        Reported "reported" "Report date",
    }
}

named! {
    /// Where an announcement stands, whether or not it changed: in the words of the groups.
    Standing {
        /// Still ahead.
        Scheduled "scheduled" "Scheduled",
        /// It was ahead when it was last told, and its date has passed since.
        Passed "passed" "Date has passed",
        /// It took place.
        Happened "happened" "Happened",
        /// Called off.
        Cancelled "cancelled" "Cancelled",
        /// Mentioned in passing.
        Background "background" "Background",
        /// Nothing to stand on.
        NoDate "no_date" "No date",
    }
}

/// Where an announcement stands; `last_report` is the last day of which anything is known.
pub fn standing_of(announcement: &Announcement, last_report: Option<NaiveDate>) -> Standing {
    match announcement.state {
        _ if announcement.is_background => Standing::Background,
        State::Happened => Standing::Happened,
        State::Cancelled => Standing::Cancelled,
        State::Undated => Standing::NoDate,
        State::Dated if announcement.current.is_none() && announcement.current_text.is_none() => Standing::NoDate,
        State::Dated if has_passed(announcement, last_report) => Standing::Passed,
        State::Dated => Standing::Scheduled,
    }
}

/// The group an announcement belongs to; `last_report` is the last day of which anything is known.
pub fn group_of(announcement: &Announcement, last_report: Option<NaiveDate>) -> Group {
    match standing_of(announcement, last_report) {
        _ if announcement.is_changed() => Group::Changed,
        Standing::Scheduled => Group::Scheduled,
        Standing::Passed => Group::Passed,
        Standing::Happened => Group::Happened,
        Standing::Background => Group::Background,
        Standing::Cancelled | Standing::NoDate => Group::NoDate,
    }
}

/// One line of the lane list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LaneRow {
    /// A group's heading.
    Group {
        /// Which.
        group: Group,
        /// How many lanes it has.
        n_lanes: usize,
        /// Whether they are hidden.
        is_folded: bool,
    },
    /// A lane.
    Lane {
        /// Whose.
        announcement: AnnouncementId,
        /// How many arrows it shows, each in a row of its own.
        n_steps: usize,
        /// Lines of its name.
        n_title_lines: u8,
    },
}

/// Height of a group's heading.
pub const GROUP_HEIGHT: f32 = 30.0;
/// Height of the row that an arrow has to itself.
pub const STEP_HEIGHT: f32 = 38.0;
/// Height of the row the values stand in.
pub const VALUE_HEIGHT: f32 = 26.0;
/// Height of the row that shows when it was told.
pub const TOLD_HEIGHT: f32 = 20.0;
/// Free space above and below within a lane.
pub const LANE_PAD: f32 = 7.0;
/// Height of an unchanged lane: two lines of words.
pub const PLAIN_HEIGHT: f32 = 52.0;
/// Height that a changed lane's four lines of words need.
pub const CHANGED_HEIGHT: f32 = 98.0;
/// More arrows than this are told in words.
pub const MOST_STEPS: usize = 6;

/// Height of a group's heading in a low window.
const LOW_GROUP_HEIGHT: f32 = 24.0;
/// Height of an unchanged lane there.
const LOW_PLAIN_HEIGHT: f32 = 46.0;
/// Height of a changed lane there: its name, and its newest change in one line.
const LOW_CHANGED_HEIGHT: f32 = 48.0;
/// Height of the row of the newest change there.
pub const LOW_STEP_HEIGHT: f32 = 22.0;
/// Height of the row the values stand in there.
pub const LOW_VALUE_HEIGHT: f32 = 22.0;

impl LaneRow {
    /// Height in points; in a low window every lane tells less, so that several are in sight.
    pub fn height(&self, is_low: bool) -> f32 {
        match self {
            Self::Group { .. } if is_low => LOW_GROUP_HEIGHT,
            Self::Lane { n_steps: 0, .. } if is_low => LOW_PLAIN_HEIGHT,
            Self::Lane { .. } if is_low => LOW_CHANGED_HEIGHT,
            Self::Group { .. } => GROUP_HEIGHT,
            Self::Lane { n_steps: 0, n_title_lines, .. } => PLAIN_HEIGHT + more_title(*n_title_lines),
            #[expect(clippy::cast_precision_loss, reason = "at most six")]
            Self::Lane { n_steps, n_title_lines, .. } => {
                let chart = *n_steps as f32 * STEP_HEIGHT + VALUE_HEIGHT + TOLD_HEIGHT + 2.0 * LANE_PAD;
                chart.max(CHANGED_HEIGHT + more_title(*n_title_lines))
            }
        }
    }
}

/// Height of a further line of a name.
pub const TITLE_LINE_HEIGHT: f32 = 20.0;

fn more_title(n_lines: u8) -> f32 {
    f32::from(n_lines.saturating_sub(1)) * TITLE_LINE_HEIGHT
}

/// Room for a name and its kind in a lane's header.
const ROOM_FOR_TITLE: f32 = 286.0;
/// Sizes of their letters.
const TITLE_SIZES: (f32, f32) = (14.5, 13.0);
/// The gap between them.
pub const TITLE_GAP: f32 = 8.0;

/// Lines that a name with its kind needs in a lane's header: one or two.
pub fn title_lines(announcement: &Announcement) -> u8 {
    let subject = width(&subject_text(announcement), Weight::Bold, TITLE_SIZES.0);
    let kind = width(&kind_text(announcement), Weight::Plain, TITLE_SIZES.1);
    if subject + TITLE_GAP + kind > ROOM_FOR_TITLE { 2 } else { 1 }
}

/// The lanes in order, with the place of each.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lanes {
    /// Headings and lanes.
    pub rows: Vec<LaneRow>,
    /// Top of each row, and the end of the last.
    pub tops: Vec<f64>,
    /// How many announcements are shown, folded ones too.
    pub n_shown: usize,
    /// What they may show.
    pub shapes: Shapes,
    /// Whether articles disagree about one of them, which changed in no other way.
    pub has_disputed: bool,
}

impl Lanes {
    /// Groups and sorts the announcements that are shown, for a low window or another.
    pub fn of(ledger: &Ledger, shown: &[bool], sort: Sort, (folded, is_low): (&BTreeSet<Group>, bool)) -> Self {
        let last_report = ledger.last_day_known();
        let mut lanes: Vec<(Group, AnnouncementId)> = (0_u32..)
            .zip(&ledger.timeline.announcements)
            .filter(|(id, _)| shown.get(*id as usize).copied().unwrap_or(false))
            .map(|(id, announcement)| (group_of(announcement, last_report), id))
            .collect();
        sort_lanes(ledger, &mut lanes, sort);
        let mut rows = Vec::with_capacity(lanes.len() + Group::ALL.len());
        for group in Group::ALL {
            let members = lanes.iter().filter(|(at, _)| at == group);
            let n_lanes = members.clone().count();
            if n_lanes == 0 {
                continue;
            }
            let is_folded = folded.contains(group);
            rows.push(LaneRow::Group { group: *group, n_lanes, is_folded });
            if !is_folded {
                rows.extend(members.map(|(_, id)| lane_row(ledger, *id)));
            }
        }
        let tops = tops_of(rows.iter().map(|row| row.height(is_low)));
        let has_disputed = lanes.iter().any(|(_, id)| ledger.at(*id).is_some_and(|(announcement, _)| is_only_disputed(announcement)));
        Self { rows, tops, n_shown: lanes.len(), shapes: shapes_of(ledger, &lanes), has_disputed }
    }

    /// Height of all rows.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Indices of the rows between two heights.
    pub fn between(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        rows_between(&self.tops, top, bottom)
    }

    /// The row of an announcement.
    pub fn row_of(&self, id: AnnouncementId) -> Option<usize> {
        self.rows.iter().position(|row| matches!(row, LaneRow::Lane { announcement, .. } if *announcement == id))
    }

    /// The announcements in order.
    pub fn announcements(&self) -> impl DoubleEndedIterator<Item = AnnouncementId> {
        self.rows.iter().filter_map(|row| match row {
            LaneRow::Lane { announcement, .. } => Some(*announcement),
            LaneRow::Group { .. } => None,
        })
    }
}

/// Running sums of heights, from 0.
pub fn tops_of(heights: impl Iterator<Item = f32>) -> Vec<f64> {
    let mut sum = 0.0;
    let mut tops = vec![0.0];
    tops.extend(heights.map(|height| {
        sum += f64::from(height);
        sum
    }));
    tops
}

/// Indices of the rows that reach into `top..bottom`.
pub fn rows_between(tops: &[f64], top: f64, bottom: f64) -> std::ops::Range<usize> {
    let n_rows = tops.len().saturating_sub(1);
    let first = tops.partition_point(|at| *at <= top).saturating_sub(1).min(n_rows);
    let last = tops.partition_point(|at| *at < bottom).min(n_rows);
    first..last.max(first)
}

/// Whether the first row in sight, of those that have these tops, begins above: it is cut there.
pub fn is_cut_at(tops: &[f64], scroll: f64) -> bool {
    let first = rows_between(tops, scroll, scroll + 1.0).start;
    tops.get(first).is_some_and(|top| (top - scroll).abs() >= 1.0)
}

/// The foot of rows that go on below what is in sight: how high it is that they fade there, and how high that nothing of
/// them is seen, at least `blank`. A row of which little is in sight is left out whole rather than cut.
#[expect(clippy::cast_possible_truncation, reason = "a part of what is in sight")]
pub fn foot_of(tops: &[f64], seen_to: f64, blank: f32) -> (f32, f32) {
    const FADE: f32 = 20.0;
    /// Its first line would be cut by what is blank.
    const LITTLE: f32 = 44.0;
    /// So much of the row before holds nothing that may not be covered.
    const PAD: f32 = 6.0;
    let last = tops.partition_point(|top| *top < seen_to).saturating_sub(1);
    let seen = tops.get(last).map_or(0.0, |top| seen_to - top) as f32;
    if tops.get(last + 1).is_some_and(|end| *end > seen_to) && (blank - PAD..blank + LITTLE).contains(&seen) {
        return (seen.max(blank), seen.max(blank));
    }
    (blank + FADE, blank)
}

fn shapes_of(ledger: &Ledger, lanes: &[(Group, AnnouncementId)]) -> Shapes {
    let mut shapes = Shapes::default();
    lanes.iter().filter_map(|(_, id)| ledger.tracks.get(*id as usize)).for_each(|track| shapes.add_all(track.shapes));
    if !lanes.is_empty() {
        shapes.add(Shape::Article);
        shapes.add(Shape::OffEdge);
    }
    shapes
}

fn lane_row(ledger: &Ledger, announcement: AnnouncementId) -> LaneRow {
    let (n_steps, n_title_lines) = ledger.at(announcement).map_or((0, 1), |(it, track)| (seen_changes(it).count(), track.n_title_lines));
    LaneRow::Lane { announcement, n_steps: n_steps.min(MOST_STEPS), n_title_lines }
}

/// The place of an announcement among others by its current date.
type DateKey = (bool, Option<NaiveDate>, AnnouncementId);

fn date_key(ledger: &Ledger, id: AnnouncementId) -> DateKey {
    let current = ledger.timeline.announcements.get(id as usize).and_then(|announcement| announcement.current.as_ref());
    let date = current.and_then(|claim| claim.date.first().or(claim.date.last()));
    (date.is_none(), date, id)
}

/// The place of an announcement by its newest change.
fn change_key(ledger: &Ledger, id: AnnouncementId) -> (Reverse<Option<NaiveDate>>, DateKey) {
    let announcement = ledger.timeline.announcements.get(id as usize);
    let newest = announcement.and_then(|it| seen_changes(it).map(|(_, change)| change.reported).max());
    (Reverse(newest), date_key(ledger, id))
}

/// Those that changed, the newest change first: in the order of their lanes.
pub fn changed(ledger: &Ledger) -> Vec<AnnouncementId> {
    let announcements = (0_u32..).zip(&ledger.timeline.announcements);
    let mut changed: Vec<_> = announcements.filter(|(_, it)| seen_changes(it).next().is_some()).map(|(id, _)| id).collect();
    changed.sort_by_cached_key(|id| change_key(ledger, *id));
    changed
}

fn sort_lanes(ledger: &Ledger, lanes: &mut [(Group, AnnouncementId)], sort: Sort) {
    let name = |id: AnnouncementId| ledger.timeline.announcements.get(id as usize).map(|it| title_text(it).to_lowercase());
    match sort {
        Sort::Changed => lanes.sort_by_cached_key(|(group, id)| (*group, change_key(ledger, *id))),
        Sort::Name => lanes.sort_by_cached_key(|(group, id)| (*group, name(*id), *id)),
        Sort::Date => lanes.sort_by_cached_key(|(group, id)| (*group, date_key(ledger, *id))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_in_sight_are_those_that_reach_into_it() {
        let tops = tops_of([30.0, 48.0, 48.0, 30.0].into_iter());
        assert_eq!(rows_between(&tops, 0.0, 30.0), 0..1);
        assert_eq!(rows_between(&tops, 29.0, 79.0), 0..3);
        assert_eq!(rows_between(&tops, 126.0, 400.0), 3..4);
        assert_eq!(rows_between(&tops, 500.0, 600.0), 4..4);
        assert_eq!(rows_between(&[0.0], 0.0, 600.0), 0..0);
    }

    #[test]
    fn a_row_of_which_little_is_in_sight_is_left_out_whole() {
        let tops = tops_of([52.0, 98.0, 98.0].into_iter());
        for (seen_to, foot) in [
            (92.0, (40.0, 40.0)),
            (72.0, (24.0, 24.0)),
            (62.0, (44.0, 24.0)),
            (100.0, (48.0, 48.0)),
            (120.0, (44.0, 24.0)),
            (150.0, (44.0, 24.0)),
            (160.0, (44.0, 24.0)),
        ] {
            assert_eq!(foot_of(&tops, seen_to, 24.0), foot, "{seen_to}");
        }
        assert_eq!(foot_of(&[0.0], 600.0, 18.0), (38.0, 18.0));
    }

    #[test]
    fn a_row_that_begins_above_what_is_in_sight_is_cut() {
        let tops = tops_of([30.0, 48.0].into_iter());
        for (scroll, is_cut) in [(0.0, false), (0.4, false), (12.0, true), (30.0, false), (30.6, false), (77.0, true)] {
            assert_eq!(is_cut_at(&tops, scroll), is_cut, "{scroll}");
        }
        assert!(!is_cut_at(&[0.0], 0.0), "without rows there is nothing to cut");
    }
}
