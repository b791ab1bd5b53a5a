//! The steps of a change: an arrow from was to now in a row of its own, with words; each kind its own shape.

use std::sync::Arc;

use egui::{Align2, Galley, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

use super::chart::{Chart, middle};
use super::theme::{SMALL, TINY, bold, plain};
use super::{ink, marks};
use crate::app::{Command, Tab};
use crate::timeline::{Announcement, AnnouncementId, Change, ChangeKind};
use crate::view::axis::place;
use crate::view::labels::{Length, counted, day_short, with_short_months};
use crate::view::lane::{LOW_STEP_HEIGHT, MOST_STEPS, STEP_HEIGHT};
use crate::view::ledger::{Track, same_value};
use crate::view::{Arrange, words};

/// Between what changed and when it was reported.
const GAP: f32 = 8.0;
/// From the top of a step's words to its arrow: nearer to them than to the words of the next step.
const LINE_BELOW_WORDS: f32 = 26.0;

/// Where a step begins and ends on the ruler.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Reach {
    /// From one place to another.
    Between(f64, f64),
    /// At a place, with no way to go.
    At(f64),
}

/// At which heights a step is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Lines {
    /// Top of the words over the arrow; none where the lane's header alone has them.
    words: Option<f32>,
    /// The arrow, and the values at its ends.
    arrow: f32,
    /// A shape that has no way to go, and the words beside it.
    shape: f32,
}

impl Lines {
    /// In a row of its own that begins there.
    const fn from(top: f32) -> Self {
        Self { words: Some(top), arrow: top + LINE_BELOW_WORDS, shape: top + STEP_HEIGHT / 2.0 + 2.0 }
    }

    /// In the one row of a lane of a low window.
    const fn low(top: f32) -> Self {
        let line = top + LOW_STEP_HEIGHT / 2.0 - 1.0;
        Self { words: None, arrow: line, shape: line }
    }
}

/// All steps of one announcement, oldest above; in a low window the newest. How many have no row is said.
pub(super) fn steps_ui(chart: &mut Chart<'_, '_>, ui: &Ui, id: AnnouncementId, top: f32) {
    let ledger = std::sync::Arc::clone(&chart.page.state.ledger);
    let Some((announcement, track)) = ledger.at(id) else { return };
    let n_changes = words::seen_changes(announcement).count();
    let most = if chart.page.state.is_low { 1 } else { MOST_STEPS };
    let steps = words::seen_changes(announcement).skip(n_changes.saturating_sub(most));
    for (row, (idx, change)) in steps.enumerate() {
        #[expect(clippy::cast_precision_loss, reason = "at most six")]
        let y = top + row as f32 * STEP_HEIGHT;
        let lines = if chart.page.state.is_low { Lines::low(top) } else { Lines::from(y) };
        let reach = reach_of(chart, announcement, track, change);
        let drawn = step_ui(chart, ui, (id, idx), (announcement, change), (reach, lines));
        if row == 0 {
            left_out_ui(chart, ui, announcement, (id, n_changes.saturating_sub(most)), (drawn, lines));
        }
    }
}

/// That changes before the first one drawn have no row, where there is room to say so; a click leads to all of them.
fn left_out_ui(
    chart: &mut Chart<'_, '_>,
    ui: &Ui,
    announcement: &Announcement,
    (id, n_left_out): (AnnouncementId, usize),
    (drawn, lines): (Rect, Lines),
) {
    /// From the words to the step beside them.
    const APART: f32 = 10.0;
    if n_left_out == 0 {
        return;
    }
    let painter = chart.painter(ui);
    let colour = chart.page.theme.mark;
    let told = counted(n_left_out, "earlier change");
    let texts = [format!("{told} before it"), told.clone(), format!("{n_left_out} earlier"), format!("+{n_left_out}")];
    let (left, right) = (chart.rect.left() + 8.0, chart.rect.right() - 8.0);
    let rooms =
        if drawn.is_positive() { [drawn.left() - APART - left, right - drawn.right() - APART] } else { [0.0, (right - left) / 2.0] };
    let is_left = rooms[0] >= rooms[1];
    let Some(words) = ink::first_that_fits(&painter, &texts, &plain(TINY), colour, rooms[0].max(rooms[1])) else { return };
    let (x, anchor) = if is_left { (left, Align2::LEFT_CENTER) } else { (right, Align2::RIGHT_CENTER) };
    let at = anchor.anchor_size(pos2(x, lines.shape), words.rect.size());
    painter.rect_filled(at.expand2(vec2(3.0, 0.0)), 3.0, chart.ground);
    painter.galley(at.min, words, colour);
    let response = ui.interact(at.expand2(vec2(4.0, 5.0)), ui.scope_id().with(("left out", id)), Sense::CLICK);
    let name = format!("{}: {told} not drawn here, show the history", words::title_text(announcement));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.on_hover_text(&name).on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        chart.page.ask(Command::Select(id, None));
        chart.page.ask(Command::Tab(Tab::History));
    }
}

fn reach_of(chart: &Chart<'_, '_>, announcement: &Announcement, track: &Track, change: &Change) -> Reach {
    let told = f64::from(place(change.reported)) + 0.5;
    if chart.page.state.settings.arrange == Arrange::Reported {
        if change.from.is_none() && change.from_text.is_none() {
            return Reach::At(told); // nothing that an arrow could begin at
        }
        let old = change.from.as_ref().and_then(|from| {
            let idx = track.values.iter().position(|value| value.claimed.is_some_and(|known| same_value(&known, &from.date)))?;
            track.first_told(idx).map(|day| f64::from(day) + 0.5)
        });
        let old = old.unwrap_or(told).min(told);
        // told on one day, the old value and the new one have no way between them
        let has_way = told > old || change.kind == ChangeKind::Conflict;
        return if has_way { Reach::Between(old, told) } else { Reach::At(told) };
    }
    let ends = (change.from.as_ref().map(|claim| &claim.date), change.to.as_ref().map(|claim| &claim.date));
    match (change.kind, ends) {
        (ChangeKind::Extended | ChangeKind::Shortened, (Some(from), Some(to))) => {
            let (old, new) = if from.last() == to.last() { (from.first(), to.first()) } else { (from.last(), to.last()) };
            let at = |day: Option<chrono::NaiveDate>, other: Option<f64>| day.map(|day| f64::from(place(day)) + 0.5).or(other);
            match (at(old, middle(from)), at(new, middle(to))) {
                (Some(old), Some(new)) => Reach::Between(old, new),
                _ => Reach::At(told),
            }
        }
        (_, (Some(from), Some(to))) => match (middle(from), middle(to)) {
            (Some(from), Some(to)) if (from - to).abs() > 1e-6 => Reach::Between(from, to),
            (Some(at), _) | (None, Some(at)) => Reach::At(at),
            (None, None) => Reach::At(told),
        },
        (ChangeKind::Postponed | ChangeKind::Cancelled, (Some(from), None)) => Reach::At(middle(from).unwrap_or(told)),
        (ChangeKind::Reinstated, (None, Some(to))) => Reach::At(middle(to).unwrap_or(told)),
        (ChangeKind::Cancelled, (None, _)) => {
            Reach::At(announcement.current.as_ref().and_then(|claim| middle(&claim.date)).unwrap_or(told))
        }
        _ => Reach::At(told),
    }
}

type StepId = (AnnouncementId, usize);

fn step_ui(
    chart: &mut Chart<'_, '_>,
    ui: &Ui,
    (id, idx): StepId,
    (announcement, change): (&Announcement, &Change),
    (reach, lines): (Reach, Lines),
) -> Rect {
    let style = chart.page.style();
    let (was, now) = (words::was_clause(change, style), words::to_text(change, style, Length::Full));
    let text = how(chart, change);
    let reported = says_day(chart, announcement, change).then(|| format!("reported {}", day_short(change.reported, style)));
    let is_last = words::seen_changes(announcement).next_back().is_some_and(|(last, _)| last == idx);
    let drawn = match reach {
        // a shape that is out of sight leaves no words behind
        Reach::At(at) if !chart.rect.x_range().contains(chart.x(at)) => Rect::NOTHING,
        Reach::Between(from, to) => between_ui(chart, ui, (change, reported.as_deref()), ((from, to), lines)),
        Reach::At(at) => at_ui(chart, ui, (change, reported), (at, lines.shape), is_last),
    };
    let hit = drawn.intersect(chart.rect);
    if hit.width() < 1.0 || hit.height() < 1.0 {
        return edge_ui(chart, ui, (id, idx), reach, (lines.shape, &text));
    }
    let response = ui.interact(hit, ui.scope_id().with(("step", id, idx)), Sense::CLICK);
    let says = if change.kind == ChangeKind::Conflict { "Another article says" } else { "Now" };
    let name = format!("{}: {text}. {was}{says} {now}.", words::title_text(announcement));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let event = change.after.first().copied().unwrap_or(0);
    chart.explained(response, event, &name, Command::Select(id, Some(idx)));
    hit
}

/// What changed, so that the arrow and the words say one thing: by claimed date an arrow points where the date went.
fn how(chart: &Chart<'_, '_>, change: &Change) -> String {
    match chart.page.state.settings.arrange {
        Arrange::Claimed => words::change_text(change, chart.page.style()),
        Arrange::Reported => words::date_change_text(change, chart.page.style()),
    }
}

/// Whether the words of a step say when it was reported: where that stands neither on the ruler nor at a flag that can be
/// no other's; in a low window there are no flags.
fn says_day(chart: &Chart<'_, '_>, announcement: &Announcement, change: &Change) -> bool {
    let flag = chart.x(f64::from(place(change.reported)) + 0.5);
    let has_own_flag = !chart.page.state.is_low && words::seen_changes(announcement).count() == 1 && chart.rect.x_range().contains(flag);
    chart.page.state.settings.arrange == Arrange::Claimed && !has_own_flag
}

/// An arrow between two days, its words above, both values at its ends.
fn between_ui(
    chart: &Chart<'_, '_>,
    ui: &Ui,
    (change, reported): (&Change, Option<&str>),
    ((from, to), lines): ((f64, f64), Lines),
) -> Rect {
    let theme = &chart.page.theme;
    let painter = chart.painter(ui);
    let style = chart.page.style();
    let (tail, tip) = (chart.x(from), chart.x(to));
    let line = lines.arrow;
    let points_left = tip < tail;
    let is_conflict = change.kind == ChangeKind::Conflict;
    marks::step(&painter, theme, change.kind, (pos2(tail, line), pos2(tip, line)));
    // words stand beside what is drawn, which of close days is more than the way between them
    let tail = if is_conflict { tail } else { ink::arrow_tail(tail, tip) };
    let gap = if is_conflict { 12.0 } else { 8.0 };
    let (left_x, right_x) = (tail.min(tip) - gap, tail.max(tip) + gap);
    let room_left = (left_x - chart.rect.left() - 6.0).min(150.0);
    let room_right = (chart.rect.right() - right_x - 6.0).min(150.0);
    let fits = |text: &str, is_now: bool, room: f32| {
        let font = if is_now || is_conflict { bold(SMALL) } else { plain(SMALL) };
        painter.layout_no_wrap(text.to_owned(), font, theme.accent).rect.width() <= room
    };
    // names of people and places may be cut, dates not
    let may_be_cut = |is_now: bool, room: f32| !is_now && change.from.is_none() && room >= 72.0;
    let end = |text: &str, is_now: bool, x: f32, anchor: Align2, room: f32| {
        if !fits(text, is_now, room) && !may_be_cut(is_now, room) {
            return Rect::from_center_size(pos2(x, line), vec2(1.0, 1.0));
        }
        let at = pos2(x, line - 0.5);
        let under = painter.add(egui::Shape::Noop);
        let drawn = if is_now || is_conflict {
            ink::words(&painter, (at, anchor), text, &bold(SMALL), theme.accent, room)
        } else {
            ink::struck(&painter, (at, anchor), text, &plain(SMALL), theme.ink_soft, room)
        };
        painter.set(under, egui::Shape::rect_filled(drawn.expand2(vec2(2.0, -1.0)), 3.0, chart.ground));
        drawn
    };
    let has_room = |is_now: bool| if points_left == is_now { room_left } else { room_right };
    let in_room = |text: String, is_now: bool| {
        let text = short(&text);
        if fits(&text, is_now, has_room(is_now)) { text } else { with_short_months(&text) }
    };
    let now = in_room(words::to_text(change, style, Length::Short), true);
    let was = in_room(words::from_text(change, style, Length::Short), false);
    if is_conflict && !(fits(&now, true, has_room(true)) && fits(&was, false, has_room(false))) {
        // of two that are both said none stands alone
        let both = format!("{}: {was} or {now}", words::change_text(change, style));
        return words_above(chart, ui, (&both, reported), (tail, tip), lines);
    }
    let left = end(if points_left { &now } else { &was }, points_left, left_x, Align2::RIGHT_CENTER, room_left);
    let right = end(if points_left { &was } else { &now }, !points_left, right_x, Align2::LEFT_CENTER, room_right);
    let ends = left.union(right);
    if lines.words.is_none() {
        let ends = ends.union(place_of_arrow((tail, tip), lines));
        return ends.union(told_beside(chart, ui, change, reported, ends));
    }
    // a value without room at its end of the arrow stands among the words
    let text = match (words::says_more(change, style), fits(&now, true, has_room(true))) {
        (false, true) => return ends,
        (true, true) => how(chart, change),
        (true, false) => format!("{}: {now}", how(chart, change)),
        (false, false) => now,
    };
    let is_old_there = is_conflict || fits(&was, false, has_room(false)) || may_be_cut(false, has_room(false));
    let was = (!is_old_there).then(|| format!("was {was}"));
    let said: Vec<&str> = was.as_deref().into_iter().chain(reported).collect();
    let said = (!said.is_empty()).then(|| said.join(", "));
    ends.union(words_above(chart, ui, (&text, said.as_deref()), (tail, tip), lines))
}

/// In a row without words above its arrow: when it was reported, in words or at a flag, on the side that has room for it.
fn told_beside(chart: &Chart<'_, '_>, ui: &Ui, change: &Change, reported: Option<&str>, ends: Rect) -> Rect {
    /// From the words at the ends of the arrow.
    const APART: f32 = 10.0;
    /// From the pole of a flag to the day.
    const TO_DAY: f32 = 11.0;
    // an arrow that is out of sight leaves no words behind
    let (Some(reported), theme) = (reported.filter(|_| chart.rect.intersects(ends)), &chart.page.theme) else { return ends };
    let painter = chart.painter(ui);
    let lay_out = |text: String| painter.layout_no_wrap(text, plain(TINY), theme.ink_soft);
    let (whole, day) = (lay_out(reported.to_owned()), lay_out(day_short(change.reported, chart.page.style())));
    let rooms = [chart.rect.right() - 4.0 - ends.right() - APART, ends.left() - APART - chart.rect.left() - 4.0];
    let forms = [(whole, 0.0), (day, TO_DAY)];
    let fitting = forms.iter().flat_map(|form| rooms.iter().zip([true, false]).map(move |(room, is_right)| (form, *room, is_right)));
    let Some(((words, indent), _, is_right)) = fitting.into_iter().find(|((words, indent), room, _)| words.size().x + indent <= *room)
    else {
        return ends;
    };
    let width = words.size().x + indent;
    let left = if is_right { ends.right() + APART } else { ends.left() - APART - width };
    let rect = Rect::from_center_size(pos2(left + width / 2.0, ends.center().y + 0.5), vec2(width, words.size().y));
    painter.rect_filled(rect.expand2(vec2(2.0, -1.0)), 3.0, chart.ground);
    if *indent > 0.0 {
        ink::flag(&painter, (pos2(rect.left(), rect.center().y + 6.0), super::flags::CLOTH), theme.accent, true);
    }
    painter.galley(pos2(rect.left() + indent, rect.top()), Arc::clone(words), theme.ink_soft);
    rect
}

/// A value without its clock time and remarks, which stand in the lane's header.
fn short(value: &str) -> String {
    let value = value.split(" (").next().unwrap_or(value);
    value.split(", ").next().unwrap_or(value).to_owned()
}

/// Where an arrow is clicked.
fn place_of_arrow((tail, tip): (f32, f32), lines: Lines) -> Rect {
    Rect::from_center_size(pos2(f32::midpoint(tail, tip), lines.arrow), vec2((tip - tail).abs().max(24.0), 20.0))
}

/// Words over the middle of an arrow, kept inside the chart; after them when it was reported, where it has to be said.
fn words_above(chart: &Chart<'_, '_>, ui: &Ui, (text, reported): (&str, Option<&str>), (tail, tip): (f32, f32), lines: Lines) -> Rect {
    let middle = f32::midpoint(tail, tip);
    let Some(y) = lines.words else { return place_of_arrow((tail, tip), lines) };
    let painter = chart.painter(ui);
    let theme = &chart.page.theme;
    let main = painter.layout_no_wrap(text.to_owned(), bold(SMALL), theme.accent);
    let told = reported.map(|reported| painter.layout_no_wrap(reported.to_owned(), plain(TINY), theme.ink_soft));
    let size = vec2(main.rect.width() + told.as_ref().map_or(0.0, |told| GAP + told.rect.width()), main.rect.height());
    let half = main.rect.width() / 2.0;
    let out_of_sight = middle < chart.rect.left() - size.x || middle > chart.rect.right() + size.x;
    let left = if out_of_sight {
        middle - half
    } else {
        (middle - half).clamp(chart.rect.left() + 4.0, (chart.rect.right() - size.x - 8.0).max(chart.rect.left() + 4.0))
    };
    let rect = Rect::from_min_size(pos2(left, y - 1.0), size);
    painter.rect_filled(rect.expand2(vec2(3.0, -2.0)), 3.0, chart.ground);
    if let Some(told) = told {
        painter.galley(pos2(left + main.rect.width() + GAP, rect.center().y - told.rect.height() / 2.0 + 1.0), told, theme.ink_soft);
    }
    painter.galley(rect.min, main, theme.accent);
    rect
}

/// A change that has no way to go: its shape, and words beside it; the last one stands on the day at which the lane ends.
fn at_ui(chart: &Chart<'_, '_>, ui: &Ui, (change, reported): (&Change, Option<String>), (at, line): (f64, f32), is_last: bool) -> Rect {
    let theme = &chart.page.theme;
    let painter = chart.painter(ui);
    let style = chart.page.style();
    let is_by_report = chart.page.state.settings.arrange == Arrange::Reported;
    let x = chart.x(at);
    let glyph = Rect::from_center_size(pos2(x, line), vec2(22.0, 22.0));
    if is_last {
        marks::standing_step(&painter, theme, change.kind, pos2(x, line));
    } else {
        ink::change_glyph(&painter, pos2(x, line), change.kind, theme.accent); // the lane goes on: nothing ends here
    }
    let main = match words::change_text(change, style) {
        // by report date no value stands at a place that would tell it
        how if is_by_report && words::leads_to_value(change) && words::says_more(change, style) => {
            format!("{how}: {}", short(&words::to_text(change, style, Length::Short)))
        }
        how => how,
    };
    let has_from = change.from.is_some() || change.from_text.is_some();
    let was = has_from.then(|| format!("was {}", words::from_text(change, style, Length::Short)));
    let whole = was.iter().chain(&reported).cloned().collect::<Vec<_>>().join(", ");
    // in a low window the lane's header has the old value, and no flag has the day
    let brief = if chart.page.state.is_low { reported.or(was) } else { was.or(reported) };
    let texts = [whole, brief.unwrap_or_default()];
    let main = painter.layout_no_wrap(main, bold(SMALL), theme.accent);
    let start = x + 18.0;
    // to the left where there is more room than on the right, and in fewer words where there is little
    let (room_left, room_right) = (x - 18.0 - chart.rect.left(), chart.rect.right() - 4.0 - start);
    let told = |room: f32| ink::first_that_fits(&painter, &texts, &plain(TINY), theme.ink_soft, room - main.rect.width() - 8.0);
    let is_whole = |galley: &Arc<Galley>| galley.text() == texts[0];
    let right = told(room_right);
    let goes_left = !right.as_ref().is_some_and(is_whole) && told(room_left).as_ref().is_some_and(is_whole);
    let told = if goes_left { told(room_left) } else { right };
    let width = main.rect.width() + told.as_ref().map_or(0.0, |told| 8.0 + told.rect.width());
    let left = if goes_left { x - 18.0 - width } else { start };
    let rect = Rect::from_min_size(pos2(left, line - 9.0), vec2(width, 18.0));
    let main_width = main.rect.width();
    painter.rect_filled(rect.expand2(vec2(3.0, -1.0)), 3.0, chart.ground);
    painter.galley(pos2(left, line - main.rect.height() / 2.0), main, theme.accent);
    if let Some(told) = told {
        painter.galley(pos2(left + main_width + 8.0, line - told.rect.height() / 2.0 + 1.0), told, theme.ink_soft);
    }
    rect.union(glyph)
}

/// A step out of sight: its words at the edge, one click away.
fn edge_ui(chart: &mut Chart<'_, '_>, ui: &Ui, (id, idx): StepId, reach: Reach, (middle, text): (f32, &str)) -> Rect {
    let at = match reach {
        Reach::Between(from, to) => f64::midpoint(from, to),
        Reach::At(at) => at,
    };
    let to_left = chart.x(at) < chart.rect.center().x;
    let theme = chart.page.theme.clone();
    let painter = chart.painter(ui);
    let (anchor, x, tip) = if to_left {
        (Align2::LEFT_CENTER, chart.rect.left() + 16.0, chart.rect.left() + 8.0)
    } else {
        (Align2::RIGHT_CENTER, chart.rect.right() - 16.0, chart.rect.right() - 8.0)
    };
    let words = ink::words(&painter, (pos2(x, middle), anchor), text, &bold(SMALL), theme.accent, 200.0);
    ink::pointer(&painter, pos2(tip, middle), to_left, theme.accent);
    let response = ui.interact(words.expand2(vec2(14.0, 4.0)), ui.scope_id().with(("step off the edge", id, idx)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{text}, outside the days in sight, go there")));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        chart.page.ask(Command::SetSight(chart.sight.recentred(at, chart.rect.width())));
        chart.page.ask(Command::Select(id, Some(idx)));
    }
    words.expand2(vec2(14.0, 0.0))
}
