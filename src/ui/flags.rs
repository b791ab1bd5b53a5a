//! The flags of a lane: the days it was reported, full where the report told a change, each with as many words as fit.

use std::collections::BTreeSet;
use std::sync::Arc;

use egui::{Galley, Painter, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chart::Chart;
use super::ink;
use super::theme::{TINY, plain};
use crate::app::Command;
use crate::events::Status;
use crate::timeline::{Announcement, AnnouncementId};
use crate::view::axis::{day_at, place};
use crate::view::labels::{and_list, day_full, day_short};
use crate::view::ledger::{Role as ValueRole, Telling, Track};
use crate::view::{Arrange, row, words};

/// Flags closer than this make one.
const APART: f32 = 14.0;
/// Width of a cloth.
pub(super) const CLOTH: f32 = 8.0;
/// From a flag's pole to the end of its cloth.
const FLAG_WIDTH: f32 = CLOTH + 1.0;
/// From a flag's pole to its words.
const TO_WORDS: f32 = 11.0;
/// From words to the pole that they end before.
const TO_POLE: f32 = 5.0;
/// Between words and the next flag.
const APART_WORDS: f32 = 6.0;

/// A flag about to be drawn.
struct Flag {
    x: f32,
    day: i32,
    tells_change: bool,
    /// What it told of an announcement that changed, where it told no change.
    again: Option<Again>,
    /// Further flags so close to it that they share its words: where each stands, and its day.
    beside: Vec<(f32, i32)>,
}

impl Flag {
    /// Where the first of its poles stands.
    fn left(&self) -> f32 {
        self.beside.iter().map(|(x, _)| *x).fold(self.x, f32::min)
    }

    /// Whether a pole is its own, and none of those beside it.
    fn is_at(&self, x: f32) -> bool {
        (x - self.x).abs() < 0.01
    }

    /// Where the last of its cloths ends.
    fn right(&self) -> f32 {
        self.beside.iter().map(|(x, _)| *x).fold(self.x, f32::max) + FLAG_WIDTH
    }

    /// All of its days, oldest first.
    fn days(&self) -> Vec<i32> {
        let mut days: Vec<i32> = self.beside.iter().map(|(_, day)| *day).chain([self.day]).collect();
        days.sort_unstable();
        days
    }

    /// Its poles from left to right, each with the width of its cloth: as wide as there is room for before the next, and
    /// none of its own where there is next to none.
    fn cloths(&self) -> Vec<(f32, f32)> {
        /// A narrower cloth is none.
        const NARROWEST: f32 = 3.0;
        /// From a cloth to the next pole.
        const GAP: f32 = 1.5;
        let mut poles: Vec<f32> = self.beside.iter().map(|(x, _)| *x).collect();
        // one so close to the flag itself would only blur it
        poles.retain(|x| (x - self.x).abs() >= NARROWEST + GAP);
        poles.push(self.x);
        poles.sort_unstable_by(f32::total_cmp);
        poles.dedup_by(|x, before| !self.is_at(*x) && *x - *before < NARROWEST + GAP);
        let ends = poles.iter().skip(1).map(|next| next - GAP).chain([f32::MAX]);
        poles.iter().zip(ends).map(|(x, end)| (*x, (end - x).clamp(NARROWEST, CLOTH))).collect()
    }
}

/// A report after the change, or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Again {
    /// It tells that it has happened.
    Happened,
    /// It tells what held by then.
    Unchanged,
    /// It tells a date that had been left before.
    OldDate,
}

/// Draws them on a line whose foot is at `foot`.
pub(super) fn flags(chart: &mut Chart<'_, '_>, ui: &Ui, (id, announcement, track): (AnnouncementId, &Announcement, &Track), foot: f32) {
    let flags = flags_of(chart, announcement, track);
    if chart.page.state.settings.arrange == Arrange::Claimed {
        // by report date the mark above it is what is clicked
        for flag in &flags {
            flag_ui(chart, ui, (id, announcement, track), (flag, foot));
        }
    }
    let painter = chart.painter(ui);
    let theme = &chart.page.theme;
    for flag in &flags {
        for (x, width) in flag.cloths() {
            // the flag alone is in the colour of a change: its day is small print
            let tells_change = flag.tells_change && flag.is_at(x);
            let colour = if tells_change { theme.accent } else { theme.ink_soft };
            ink::flag(&painter, (pos2(x, foot), width), colour, tells_change);
        }
    }
    if chart.page.state.settings.arrange == Arrange::Reported {
        return; // the days stand on the ruler
    }
    for (left, words) in row_of_words(chart, &painter, &flags) {
        painter.galley(pos2(left, foot - 14.0), words, theme.ink_soft);
    }
}

/// The words of all flags of a row, each with its left edge: right of their flags, or left of them where that side has
/// room for more, but all on one side, so that none is taken for its neighbour's.
fn row_of_words(chart: &Chart<'_, '_>, painter: &Painter, flags: &[Flag]) -> Vec<(f32, Arc<Galley>)> {
    let seen = |flag: &Flag| flag.x >= chart.rect.left() && flag.x + FLAG_WIDTH <= chart.rect.right();
    let on_side = |to_right: bool| {
        let places = flags.iter().enumerate().filter(|(_, flag)| seen(flag));
        let told = places.filter_map(|(at, flag)| {
            let (from, to) = if to_right { room_right(chart, flags, at) } else { room_left(chart, flags, at) };
            let texts = labels(chart, flag, at == 0);
            let words = ink::first_that_fits(painter, &texts, &plain(TINY), chart.page.theme.ink_soft, to - from)?;
            let left = if to_right { from } else { to - words.rect.width() };
            Some((flag.tells_change, (left, words)))
        });
        told.collect::<Vec<_>>()
    };
    let weight = |told: &[(bool, (f32, Arc<Galley>))]| (told.iter().filter(|(tells_change, _)| *tells_change).count(), told.len());
    let right = on_side(true);
    if right.len() == flags.iter().filter(|flag| seen(flag)).count() {
        return right.into_iter().map(|(_, words)| words).collect();
    }
    let left = on_side(false);
    let most = if weight(&left) > weight(&right) { left } else { right };
    most.into_iter().map(|(_, words)| words).collect()
}

/// Where words right of a flag may begin and have to end: past its cloth and the poles close by, before the next flag.
fn room_right(chart: &Chart<'_, '_>, flags: &[Flag], at: usize) -> (f32, f32) {
    let Some(flag) = flags.get(at) else { return (0.0, 0.0) };
    let from = flag.right() + TO_WORDS - FLAG_WIDTH;
    let next = flags.get(at + 1).map_or(chart.rect.right(), Flag::left);
    (from, (next - APART_WORDS).min(chart.rect.right()))
}

/// The same left of it: past the cloth of the flag before.
fn room_left(chart: &Chart<'_, '_>, flags: &[Flag], at: usize) -> (f32, f32) {
    let Some(flag) = flags.get(at) else { return (0.0, 0.0) };
    let before = at.checked_sub(1).and_then(|before| flags.get(before));
    let from = before.map_or(chart.rect.left(), Flag::right);
    (from.max(chart.rect.left()) + APART_WORDS, flag.left() - TO_POLE)
}

/// A flag is as good as what was told on its day: a click leads there.
fn flag_ui(
    chart: &mut Chart<'_, '_>,
    ui: &Ui,
    (id, announcement, track): (AnnouncementId, &Announcement, &Track),
    (flag, foot): (&Flag, f32),
) {
    let events = track.told_on(Some(flag.day)).iter().flat_map(|told| track.events_of(told));
    let changes = words::seen_changes(announcement).filter(|(_, change)| place(change.reported) == flag.day);
    let Some(event) = changes.filter_map(|(_, change)| change.after.first()).chain(events).next().copied() else { return };
    let hit = Rect::from_min_size(pos2(flag.x - 7.0, foot - 19.0), vec2(24.0, 24.0));
    if !chart.rect.x_range().contains(hit.left()) || !chart.rect.x_range().contains(hit.right()) {
        return;
    }
    let response = ui.interact(hit, ui.scope_id().with(("flag", id, flag.day)), Sense::CLICK);
    let style = chart.page.style();
    let days = || and_list(&flag.days().into_iter().map(|day| day_full(day_at(f64::from(day)), style)).collect::<Vec<_>>());
    let name = || format!("{}: reported on {}", words::subject_text(announcement), days());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    if response.hovered() || response.clicked() {
        let name = name();
        chart.explained(response, event, &name, Command::SelectEvent(event));
    }
}

/// Those in sight, each far enough from the one before; of several too close together, one that told a change.
fn flags_of(chart: &Chart<'_, '_>, announcement: &Announcement, track: &Track) -> Vec<Flag> {
    let changed: BTreeSet<i32> = words::seen_changes(announcement).map(|(_, change)| place(change.reported)).collect();
    let mut flags: Vec<Flag> = Vec::new();
    let days = track.reported_days.days();
    let (first, last) = (chart.sight.start - 1.0, chart.sight.end(chart.rect.width()));
    let from = days.partition_point(|day| f64::from(*day) < first);
    let to = days.partition_point(|day| f64::from(*day) <= last);
    for day in days.get(from..to).unwrap_or_default() {
        if flags.last().is_some_and(|last| last.days().contains(day)) {
            continue; // of a day on which several values were told
        }
        let x = chart.x(f64::from(*day) + 0.5);
        let again = again(chart, (announcement, track), *day);
        let flag = Flag { x, day: *day, tells_change: changed.contains(day), again, beside: Vec::new() };
        match flags.last_mut() {
            Some(last) if x - last.x < APART => {
                if flag.tells_change && !last.tells_change {
                    let beside = std::mem::take(&mut last.beside).into_iter().chain([(last.x, last.day)]).collect();
                    *last = Flag { beside, ..flag };
                } else {
                    last.beside.push((x, *day));
                }
            }
            _ => flags.push(flag),
        }
    }
    flags
}

/// What the reports of a day told: that what holds has happened, the value that held by then, or one that was left before.
fn again(chart: &Chart<'_, '_>, (announcement, track): (&Announcement, &Track), day: i32) -> Option<Again> {
    let events = &chart.page.state.ledger.timeline.events;
    let is_over = |told: &Telling| {
        track.events_of(told).iter().any(|id| events.get(*id as usize).is_some_and(|event| event.status == Status::Happened))
    };
    let told = track.told_on(Some(day)).iter().filter_map(|told| Some((told, track.value_of(told)?)));
    told.fold(None, |so_far, (told, value)| match (so_far, value.role) {
        (Some(Again::Happened), _) => so_far,
        (_, ValueRole::Now) if is_over(told) => Some(Again::Happened),
        (Some(Again::Unchanged), _) | (_, ValueRole::Now) => Some(Again::Unchanged),
        (_, ValueRole::Was) if row::is_behind(announcement, (told, value)) => Some(Again::OldDate),
        (None, ValueRole::Was) => Some(Again::Unchanged),
        (so_far, _) => so_far,
    })
}

/// What a flag says, in fewer and fewer words; of a change the day alone, for its words are above.
fn labels(chart: &Chart<'_, '_>, flag: &Flag, is_first: bool) -> Vec<String> {
    let day = day_short(day_at(f64::from(flag.day)), chart.page.style());
    let reported = format!("reported {day}");
    // beside the old and the new date a bare day would be taken for one of them
    let said = match flag.again.filter(|_| !flag.tells_change && !is_first) {
        Some(Again::Happened) => Some(format!("{reported}: it happened")),
        Some(Again::Unchanged) => Some(format!("{reported}: unchanged")),
        Some(Again::OldDate) => Some(format!("{reported}: the old date")),
        None => None,
    };
    said.into_iter().chain([reported, day]).collect()
}
