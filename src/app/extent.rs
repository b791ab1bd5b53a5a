//! Which days are shown first: the reports and every value of what changed, never a lone day.

use crate::timeline::{Announcement, AnnouncementId, State};
use crate::view::axis::{Sight, place};
use crate::view::ledger::{Role, Track, Value};
use crate::view::{Arrange, Ledger};

/// No view opens on fewer days.
const FEWEST_DAYS: f64 = 7.0;

/// First and last day, widened step by step.
#[derive(Clone, Copy, Debug, Default)]
struct Extent(Option<(i32, i32)>);

impl Extent {
    fn add(&mut self, day: i32) {
        self.0 = Some(self.0.map_or((day, day), |(first, last)| (first.min(day), last.max(day))));
    }

    fn add_value(&mut self, value: &Value) {
        let Some(claimed) = &value.claimed else { return };
        claimed.first().map(place).into_iter().chain(claimed.last().map(place)).for_each(|day| self.add(day));
    }

    fn add_track(&mut self, track: &Track, arrange: Arrange) {
        if arrange == Arrange::Claimed {
            // what somebody said in passing, or less exactly, would only push the change to the edge
            let is_news = |value: &&Value| matches!(value.role, Role::Now | Role::Was | Role::Disputed);
            track.values.iter().filter(is_news).for_each(|value| self.add_value(value));
        }
        track.reported_days.extent().into_iter().for_each(|(first, last)| {
            self.add(first);
            self.add(last);
        });
    }

    fn sight(self, width: f32) -> Option<Sight> {
        self.0.map(|(first, last)| Sight::fitting(f64::from(first), f64::from(last), width, FEWEST_DAYS))
    }
}

/// How much is to be seen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// One announcement.
    Announcement(AnnouncementId),
    /// The reports and whatever changed.
    Story,
    /// Every date there is.
    Everything,
}

/// First and last day of an announcement's values and reports; `None` where there are none.
pub(super) fn extent_of(ledger: &Ledger, id: AnnouncementId, arrange: Arrange) -> Option<(i32, i32)> {
    let mut extent = Extent::default();
    extent.add_track(ledger.at(id)?.1, arrange);
    extent.0
}

/// The days for a reach; `None` where there is no date at all.
pub(super) fn sight_of(ledger: &Ledger, reach: Reach, arrange: Arrange, width: f32) -> Option<Sight> {
    let mut extent = Extent::default();
    match reach {
        Reach::Announcement(id) => extent.add_track(ledger.at(id)?.1, arrange),
        Reach::Story => {
            let announcements = &ledger.timeline.announcements;
            let has_news = announcements.iter().any(Announcement::is_changed);
            // where nothing changed, what is ahead is the story
            let is_ahead = |announcement: &Announcement| !has_news && !announcement.is_background && announcement.state == State::Dated;
            let story = announcements.iter().zip(&ledger.tracks).filter(|(it, _)| it.is_changed() || is_ahead(it));
            story.for_each(|(_, track)| extent.add_track(track, arrange));
            ledger.report_extent().into_iter().flat_map(|(first, last)| [first, last]).for_each(|day| extent.add(day));
        }
        Reach::Everything => {
            let all = if arrange == Arrange::Claimed { ledger.period } else { ledger.report_extent() };
            all.into_iter().flat_map(|(first, last)| [first, last]).for_each(|day| extent.add(day));
        }
    }
    if extent.0.is_none() && reach != Reach::Everything {
        return sight_of(ledger, Reach::Everything, arrange, width);
    }
    extent.sight(width)
}
