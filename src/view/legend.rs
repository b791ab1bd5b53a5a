//! Every shape the views draw, and which of them a story needs: so that the legend says all of it and no more.

use super::labels::DateStyle;
use super::ledger::{Role, Track};
use super::words;
use crate::civil::When;
use crate::text::named;
use crate::timeline::{Announcement, Change, ChangeKind, State};

named! {
    /// A shape, in the words of the legend.
    Shape {
        /// An arrow from the old day to the new one.
        Moved "moved" "moved",
        /// An arrow from a bar's end, outwards.
        Extended "extended" "extended",
        /// An arrow from a bar's end, inwards.
        Shortened "shortened" "shortened",
        /// A clock face.
        TimeChanged "time_changed" "time changed",
        /// A dashed ring above its day.
        Postponed "postponed" "postponed, no new date",
        /// A cross above its day.
        Cancelled "cancelled" "cancelled",
        /// An arrow that turns back.
        Reinstated "reinstated" "on again",
        /// Two arrows that pass each other.
        Replaced "replaced" "replaced",
        /// A hollow square and a full one.
        FormatChanged "format_changed" "format changed",
        /// Two lines, struck through.
        Conflict "conflict" "sources disagree",
        /// Full, in the colour of changes.
        HoldsNow "holds_now" "holds now",
        /// Only an outline.
        NoLongerValid "no_longer_valid" "no longer valid",
        /// Full, with slanted lines.
        Disputed "disputed" "disputed",
        /// Full.
        Scheduled "scheduled" "scheduled",
        /// Pale.
        Happened "happened" "happened",
        /// A bracket: somewhere within.
        LessExact "less_exact" "less exact",
        /// An outline with slanted lines.
        Rumoured "rumoured" "rumoured",
        /// An outline, crossed out.
        Denied "denied" "denied",
        /// A plain outline.
        AlsoSaid "also_said" "also said",
        /// Slanted lines after a bar.
        OpenEnd "open_end" "end not given",
        /// Thin ticks.
        Repeats "repeats" "repeats",
        /// A tick inside its day.
        ClockTime "clock_time" "clock time",
        /// Columns as high as there are many.
        Merged "merged" "many, close together",
        /// A flag.
        Reported "reported" "reported",
        /// A full flag.
        ChangeReported "change_reported" "change reported",
        /// A sheet.
        Article "article" "article",
        /// A triangle at the edge.
        OffEdge "off_edge" "outside the days in sight",
    }
}

/// A lane with more tellings than this may show them merged.
const MANY: usize = 24;

/// A set of shapes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shapes(u32);

impl Shapes {
    /// Adds one.
    pub fn add(&mut self, shape: Shape) {
        self.0 |= 1 << shape as u32;
    }

    /// Adds all of another set.
    pub const fn add_all(&mut self, other: Self) {
        self.0 |= other.0;
    }

    /// Whether it is in.
    pub const fn has(self, shape: Shape) -> bool {
        self.0 & (1 << shape as u32) != 0
    }

    /// Those in the set, in the order of the legend.
    pub fn iter(self) -> impl Iterator<Item = Shape> {
        Shape::ALL.iter().copied().filter(move |shape| self.has(*shape))
    }

    /// What the lane of an announcement may show.
    pub fn of(announcement: &Announcement, track: &Track) -> Self {
        let mut shapes = Self::default();
        for change in announcement.changes.iter().filter(|change| change.kind.is_change()) {
            shapes.add(shape_of_change(change.kind));
            shapes.add(Shape::ChangeReported);
            if track.reported_days.days().iter().any(|day| *day != super::axis::place(change.reported)) {
                shapes.add(Shape::Reported);
            }
        }
        for value in &track.values {
            shapes.add(shape_of_value(value.role, announcement));
            let Some(claimed) = value.claimed else { continue };
            match claimed.when {
                When::Recurring(_) => shapes.add(Shape::Repeats),
                When::Days(range) if range.last.is_none() => shapes.add(Shape::OpenEnd),
                When::Days(_) if claimed.clock.is_some() && claimed.single_day().is_some() => shapes.add(Shape::ClockTime),
                When::Days(_) => {}
            }
        }
        if track.tellings.len() > MANY {
            shapes.add(Shape::Merged);
        }
        shapes
    }
}

/// The shape of a change.
pub const fn shape_of_change(kind: ChangeKind) -> Shape {
    match kind {
        ChangeKind::Extended => Shape::Extended,
        ChangeKind::Shortened => Shape::Shortened,
        ChangeKind::TimeChanged => Shape::TimeChanged,
        ChangeKind::Postponed => Shape::Postponed,
        ChangeKind::Cancelled => Shape::Cancelled,
        ChangeKind::Reinstated => Shape::Reinstated,
        ChangeKind::Replaced => Shape::Replaced,
        ChangeKind::FormatChanged => Shape::FormatChanged,
        ChangeKind::Conflict => Shape::Conflict,
        _ => Shape::Moved,
    }
}

/// How a change came about, beside its values: "1 day earlier"; where the new value says that already, or there is none, the
/// word of the legend for it: "replaced", "postponed, no new date".
pub fn how_text(change: &Change, style: DateStyle) -> String {
    if words::leads_to_value(change) && words::says_more(change, style) {
        words::change_text(change, style)
    } else {
        shape_of_change(change.kind).shown().to_owned()
    }
}

fn shape_of_value(role: Role, announcement: &Announcement) -> Shape {
    match role {
        Role::Now if announcement.is_changed() => Shape::HoldsNow,
        Role::Now if announcement.is_background || announcement.state == State::Happened => Shape::Happened,
        Role::Now => Shape::Scheduled,
        Role::Was => Shape::NoLongerValid,
        Role::Disputed => Shape::Disputed,
        Role::LessExact => Shape::LessExact,
        Role::Rumoured => Shape::Rumoured,
        Role::Denied => Shape::Denied,
        Role::Told => Shape::AlsoSaid,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_keeps_every_shape_there_is() {
        let mut all = Shapes::default();
        for shape in Shape::ALL {
            assert!(!all.has(*shape), "{shape:?} is not in yet");
            all.add(*shape);
        }
        assert_eq!(all.iter().collect::<Vec<_>>(), Shape::ALL);
    }

    #[test]
    fn every_kind_of_change_has_a_shape_of_its_own() {
        let kinds = ChangeKind::ALL.iter().filter(|kind| kind.is_change() && **kind != ChangeKind::MovedLater);
        let mut seen = Shapes::default();
        for kind in kinds {
            assert!(!seen.has(shape_of_change(*kind)), "{kind:?} looks like another");
            seen.add(shape_of_change(*kind));
        }
    }
}
