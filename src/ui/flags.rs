//! The flags of a lane: the days it was reported, full where the report told a change, each with as many words as fit.

use std::collections::BTreeSet;

use egui::{Painter, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chart::Chart;
use super::ink;
use super::theme::{TINY, plain};
use crate::app::Command;
use crate::timeline::{Announcement, AnnouncementId};
use crate::view::axis::{day_at, place};
use crate::view::labels::{day_full, day_short};
use crate::view::ledger::{Role as ValueRole, Track};
use crate::view::{Arrange, row, words};

/// Flags closer than this make one.
const APART: f32 = 14.0;
/// From a flag's pole to the end of its cloth.
const FLAG_WIDTH: f32 = 9.0;
/// Height of a pole without a cloth.
const POLE: f32 = 7.0;
/// From a flag's pole to its words.
const TO_WORDS: f32 = 11.0;

/// A flag about to be drawn.
struct Flag {
    x: f32,
    day: i32,
    tells_change: bool,
    /// What it told of an announcement that changed, where it told no change.
    again: Option<Again>,
    /// Where the poles of further flags stand that are too close for a cloth of their own.
    beside: Vec<f32>,
}

/// A report after the change, or beside it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Again {
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
    let mut free_from = chart.rect.left();
    for (at, flag) in flags.iter().enumerate() {
        // the flag alone is in the colour of a change: its day is small print
        let colour = if flag.tells_change { theme.accent } else { theme.ink_soft };
        ink::flag(&painter, pos2(flag.x, foot), colour, flag.tells_change);
        for x in &flag.beside {
            painter.vline(*x, foot - POLE..=foot, egui::Stroke::new(1.2, theme.ink_soft));
        }
        let end = free_from;
        // past the poles that stand close by
        let to_words = flag.beside.iter().fold(TO_WORDS, |room, x| room.max(x - flag.x + 5.0));
        free_from = flag.x + to_words;
        if chart.page.state.settings.arrange == Arrange::Reported {
            continue; // it stands on the ruler
        }
        if flag.x < chart.rect.left() || flag.x + FLAG_WIDTH > chart.rect.right() {
            continue; // words without their flag, or cut at the edge, would tell nothing
        }
        let texts = labels(chart, flag, at == 0);
        // a change says its day even where another flag could say more
        let yields = if flag.tells_change { 0.0 } else { room_before(chart, &painter, &flags, at + 1) };
        let next = end_of_words(chart, &flags, at) - yields;
        let words = |room: f32| ink::first_that_fits(&painter, &texts, &plain(TINY), theme.ink_soft, room);
        let (left, words) = match (words(next - flag.x - to_words), words(flag.x - 5.0 - end - 6.0)) {
            (Some(words), _) => (flag.x + to_words, words),
            (None, Some(words)) => (flag.x - 5.0 - words.rect.width(), words),
            (None, None) => continue,
        };
        free_from = free_from.max(left + words.rect.width());
        painter.galley(pos2(left, foot - 14.0), words, theme.ink_soft);
    }
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
    let name = || format!("{}: reported on {}", words::subject_text(announcement), day_full(day_at(f64::from(flag.day)), style));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    if response.hovered() || response.clicked() {
        let name = name();
        chart.explained(response, event, &name, Command::SelectEvent(event));
    }
}

/// Where the words after a flag have to end.
fn end_of_words(chart: &Chart<'_, '_>, flags: &[Flag], at: usize) -> f32 {
    flags.get(at + 1).map_or(chart.rect.right(), |next| (next.x - 6.0).min(chart.rect.right()))
}

/// The room before a flag that its day needs, where it tells a change and has none after it.
fn room_before(chart: &Chart<'_, '_>, painter: &Painter, flags: &[Flag], at: usize) -> f32 {
    let Some(flag) = flags.get(at).filter(|flag| flag.tells_change) else { return 0.0 };
    let Some(day) = labels(chart, flag, false).pop() else { return 0.0 };
    let width = painter.layout_no_wrap(day, plain(TINY), chart.page.theme.ink_soft).rect.width();
    if end_of_words(chart, flags, at) - flag.x - TO_WORDS >= width { 0.0 } else { width + 6.0 }
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
        let x = chart.x(f64::from(*day) + 0.5);
        let flag = Flag { x, day: *day, tells_change: changed.contains(day), again: again(announcement, track, *day), beside: Vec::new() };
        match flags.last_mut() {
            Some(last) if x - last.x < APART => {
                if flag.tells_change && !last.tells_change {
                    let beside = std::mem::take(&mut last.beside).into_iter().chain([last.x]).collect();
                    *last = Flag { beside, ..flag };
                } else {
                    last.beside.push(x);
                }
            }
            _ => flags.push(flag),
        }
    }
    flags
}

/// What the reports of a day told: the value that held by then, or one that was left before.
fn again(announcement: &Announcement, track: &Track, day: i32) -> Option<Again> {
    let told = track.told_on(Some(day)).iter().filter_map(|told| Some((told, track.value_of(told)?)));
    told.fold(None, |so_far, (told, value)| match (so_far, value.role) {
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
        Some(Again::Unchanged) => Some(format!("{reported}: unchanged")),
        Some(Again::OldDate) => Some(format!("{reported}: the old date")),
        None => None,
    };
    said.into_iter().chain([reported, day]).collect()
}
