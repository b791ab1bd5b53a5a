//! The timeline: lane headers on the left, days to the right, one lane an announcement.

use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::chart::Chart;
use super::more::More;
use super::page::Page;
use super::theme::{BODY, HEADER_WIDTH, SMALL, TINY, bold, plain};
use super::{axis_ui, header_ui, ink, marks, strip_ui, top_ui};
use crate::app::{Action, Command};
use crate::timeline::AnnouncementId;
use crate::view::Sort;
use crate::view::labels::{counted, grouped};
use crate::view::lane::{Group, LaneRow, foot_of, is_cut_at};

/// Height of the ruler.
const AXIS_HEIGHT: f32 = 46.0;
/// Height of the row of articles, and in a low window.
const ARTICLES_HEIGHT: (f32, f32) = (26.0, 24.0);
/// What stands beside them.
const ARTICLES: [&str; 2] = ["Articles, reported", "Articles"];
/// Width of the scroll bar.
const BAR_WIDTH: f32 = 10.0;

/// Lanes over days.
pub(super) fn timeline_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0.0, page.theme.sheet);
    let foot = strip_ui::height(page, ui, whole.size());
    let split = header_width(whole.width());
    let top = Rect::from_min_size(whole.min, vec2(whole.width(), AXIS_HEIGHT));
    let articles_height = if page.state.is_low { ARTICLES_HEIGHT.1 } else { ARTICLES_HEIGHT.0 };
    let articles = Rect::from_min_size(top.left_bottom(), vec2(whole.width(), articles_height));
    let body = Rect::from_min_max(articles.left_bottom(), pos2(whole.right(), whole.bottom() - foot));
    // where every lane is in sight there is no bar, and no strip is left for one
    let bar = if page.state.lanes.height() > f64::from(body.height()) { BAR_WIDTH } else { 0.0 };
    let chart = Rect::from_min_max(body.min + vec2(split, 0.0), body.max - vec2(bar, 0.0));
    page.fill(chart);
    let below = Below::of(page, body);
    body_ui(page, ui, body, chart, below.map_or(0.0, |below| below.blank));
    head_ui(page, ui, top, split);
    axis_ui::axis_ui(page, ui, Rect::from_min_max(pos2(chart.left(), top.top()), top.max));
    articles_ui(page, ui, articles, chart);
    above_ui(page, ui, body, chart);
    if let Some(below) = below {
        below_ui(page, ui, body, chart, below);
    }
    strip_ui::strip_ui(page, ui, Rect::from_min_max(pos2(whole.left(), whole.bottom() - foot), whole.max), chart.x_range(), whole.height());
    let painter = ui.painter();
    let foot = if page.state.lanes.rows.is_empty() { articles.bottom() } else { body.bottom() };
    painter.vline(chart.left(), top.top()..=foot, Stroke::new(1.0, page.theme.line_strong));
    painter.hline(whole.x_range(), articles.bottom(), Stroke::new(1.0, page.theme.line_strong));
    ui.advance_cursor_after_rect(whole);
}

/// A third of a narrow window at most.
fn header_width(width: f32) -> f32 {
    HEADER_WIDTH.min(width * 0.42)
}

fn head_ui(page: &mut Page<'_>, ui: &mut Ui, top: Rect, split: f32) {
    let rect = Rect::from_min_size(top.min, vec2(split, top.height()));
    ui.painter().rect_filled(rect, 0.0, page.theme.paper);
    // in a low and narrow window no button says by which date they are arranged
    let text = if top_ui::is_one_line(page, ui) {
        page.state.settings.arrange.shown().to_owned()
    } else {
        counted(page.state.lanes.n_shown, "announcement")
    };
    ink::words(ui.painter(), (rect.left_center() + vec2(14.0, 0.0), Align2::LEFT_CENTER), &text, &bold(BODY), page.theme.ink, split * 0.55);
    let mut child = ui
        .new_child(egui::UiBuilder::new().max_rect(rect.shrink2(vec2(8.0, 8.0))).layout(egui::Layout::right_to_left(egui::Align::Center)));
    child.menu_button(egui::RichText::new(format!("Sort: {}", page.state.settings.sort.shown())).size(SMALL), |ui| {
        for sort in Sort::ALL {
            if ui.selectable_label(*sort == page.state.settings.sort, sort.shown()).clicked() {
                page.ask(Command::Sort(*sort));
                ui.close();
            }
        }
    });
}

/// The articles, each on its report day.
fn articles_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect, chart: Rect) {
    let theme = page.theme.clone();
    let painter = ui.painter().clone();
    painter.rect_filled(rect, 0.0, theme.paper);
    let label = pos2(rect.left() + 14.0, rect.center().y);
    let buttons = Rect::from_x_y_ranges(chart.left() - axis_ui::BUTTONS_WIDTH - 8.0..=chart.left() - 8.0, rect.y_range());
    axis_ui::buttons_ui(page, ui, buttons);
    let room = buttons.left() - label.x - 4.0;
    if let Some(words) = ink::first_that_fits(&painter, &ARTICLES.map(str::to_owned), &plain(SMALL), theme.ink_soft, room) {
        painter.galley(Align2::LEFT_CENTER.anchor_size(label, words.rect.size()).min, words, theme.ink_soft);
    }
    let sight = page.state.sight;
    let days = &page.state.ledger.article_days;
    let (first, last) = (sight.start.floor() - 1.0, sight.end(chart.width()));
    let from = days.partition_point(|(day, _)| f64::from(*day) < first);
    let to = days.partition_point(|(day, _)| f64::from(*day) <= last);
    let seen = days.get(from..to).unwrap_or_default();
    let painter = painter.with_clip_rect(Rect::from_min_max(pos2(chart.left(), rect.top()), rect.max));
    let sheets = sheets_of(seen, |day| chart.left() + sight.x(f64::from(day) + 0.5));
    for (at, sheet) in sheets.iter().enumerate() {
        if sheet.n > 1 {
            marks::article(&painter, &theme, pos2(sheet.x + 2.5, rect.center().y - 2.0));
        }
        let mark = marks::article(&painter, &theme, pos2(sheet.x, rect.center().y));
        let room = sheets.get(at + 1).map_or(f32::MAX, |next| next.x - sheet.x);
        if sheet.n > 1 && room > 26.0 {
            painter.text(mark.right_center() + vec2(6.0, 0.0), Align2::LEFT_CENTER, sheet.n.to_string(), plain(TINY), theme.ink_soft);
        }
        if seen.len() <= 60 {
            sheet_ui(page, ui, Rect::from_center_size(mark.center(), vec2(24.0, rect.height())), sheet);
        }
    }
}

/// Sheets closer than this make one.
const SHEETS_APART: f32 = 11.0;

/// The articles of a day, or of a few days too close to be told apart.
struct Sheet {
    x: f32,
    days: (i32, i32),
    n: usize,
    first: u32,
}

fn sheets_of(mut article_days: &[(i32, u32)], x: impl Fn(i32) -> f32) -> Vec<Sheet> {
    let mut sheets: Vec<Sheet> = Vec::new();
    while let Some((day, first)) = article_days.first().copied() {
        let left = x(day);
        let n = article_days.partition_point(|(other, _)| *other == day || x(*other) - left < SHEETS_APART).max(1);
        let (own, later) = article_days.split_at(n);
        let last = own.last().map_or(day, |(last, _)| *last);
        sheets.push(Sheet { x: left, days: (day, last), n, first });
        article_days = later;
    }
    sheets
}

/// A click opens the first of them.
fn sheet_ui(page: &mut Page<'_>, ui: &Ui, hit: Rect, sheet: &Sheet) {
    let response = ui.interact(hit, ui.scope_id().with(("articles of", sheet.days.0)), Sense::CLICK);
    let full = |day: i32| crate::view::labels::day_full(crate::view::axis::day_at(f64::from(day)), page.style());
    let until = if sheet.days.0 == sheet.days.1 { String::new() } else { format!(" to {}", full(sheet.days.1)) };
    let name = format!("{}, reported {}{until}", counted(sheet.n, "article"), full(sheet.days.0));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    if response.on_hover_text(&name).clicked() {
        page.ask(Command::ShowArticle(sheet.first, None));
    }
}

/// The lanes in sight; nothing is drawn in the last `blank` points, and nothing there takes the pointer.
fn body_ui(page: &mut Page<'_>, ui: &mut Ui, body: Rect, chart: Rect, blank: f32) {
    let id = ui.scope_id().with("lanes");
    let back = ui.interact(body, id, Sense::click_and_drag());
    let n_lanes = page.state.lanes.n_shown;
    back.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, format!("Timeline, {}", counted(n_lanes, "announcement"))));
    let ground = Rect::from_min_max(chart.min, body.max);
    if !page.state.lanes.rows.is_empty() {
        axis_ui::grid(page, &ui.painter().with_clip_rect(ground.intersect(ui.clip_rect())), ground);
    }
    let seen = body.with_max_y(body.bottom() - blank);
    let rows = page.state.lanes.between(page.state.scroll, page.state.scroll + f64::from(seen.height()) - HAIR);
    if page.state.lanes.rows.is_empty() {
        super::empty_ui::no_match_ui(page, ui, body);
    }
    let clip = ui.clip_rect();
    ui.set_clip_rect(seen.intersect(clip));
    let mut budget = 300;
    for idx in rows {
        let (Some(row), Some(&[top, end])) = (page.state.lanes.rows.get(idx).copied(), page.state.lanes.tops.get(idx..idx + 2)) else {
            continue;
        };
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let y = |place: f64| body.top() + (place - page.state.scroll) as f32;
        let rect = Rect::from_x_y_ranges(body.x_range(), y(top)..=y(end));
        match row {
            LaneRow::Group { group, n_lanes, is_folded } => {
                let rect = rect.with_max_x(chart.right());
                group_ui(page, ui, rect, (group, n_lanes, is_folded));
            }
            LaneRow::Lane { announcement, .. } => lane_ui(page, ui, rect, chart, (idx, announcement), &mut budget),
        }
    }
    ui.set_clip_rect(clip);
    let selected = page.state.selection.as_ref().map(|selection| ui.scope_id().with(("lane", selection.announcement)));
    super::view_focus_ui(page, ui, &back, body, selected);
    input_ui(page, ui, &back, chart);
    scroll_bar_ui(page, ui, Rect::from_min_max(pos2(chart.right(), body.top()), body.max), page.state.lanes.height());
}

/// A lane that begins above fades in, rather than to be cut by the line over it.
fn above_ui(page: &Page<'_>, ui: &Ui, body: Rect, chart: Rect) {
    const FADE: f32 = 20.0;
    if !is_cut_at(&page.state.lanes.tops, page.state.scroll) {
        return;
    }
    let band = |x: egui::Rangef| Rect::from_x_y_ranges(x, body.top()..=body.top() + FADE);
    ink::fade_in(ui.painter(), band(egui::Rangef::new(body.left(), chart.left())), page.theme.paper);
    ink::fade_in(ui.painter(), band(chart.x_range()), page.theme.sheet);
}

/// So little of a row is not in sight but reaches there by rounding.
pub(super) const HAIR: f64 = 0.5;

/// The foot of lanes that go on below.
#[derive(Clone, Copy)]
struct Below {
    /// So high they fade there.
    height: f32,
    /// So high nothing of them is seen.
    blank: f32,
    /// How many follow.
    n_lanes: usize,
    /// How many more are folded.
    n_folded: usize,
}

impl Below {
    /// Nothing where the last lane is in sight.
    fn of(page: &Page<'_>, body: Rect) -> Option<Self> {
        /// Height of the words that tell how many follow, and in a low window: nothing is cut in half by them.
        const WORDS: (f32, f32) = (24.0, 16.0);
        /// A lane of which the title is in sight is not below.
        const TITLE: f64 = 30.0;
        let words = if page.state.is_low { WORDS.1 } else { WORDS.0 };
        let seen_to = page.state.scroll + f64::from(body.height());
        let lanes = &page.state.lanes;
        if seen_to + 1.0 >= lanes.height() {
            return None;
        }
        let clear_to = seen_to - f64::from(foot_of(&lanes.tops, seen_to, words).0);
        let first_below = lanes.tops.partition_point(|top| *top + TITLE <= clear_to);
        let is_lane = |row: &&LaneRow| matches!(row, LaneRow::Lane { .. });
        let n_lanes = lanes.rows.iter().skip(first_below).filter(is_lane).count();
        let folded = |row: &LaneRow| match row {
            LaneRow::Group { n_lanes, is_folded: true, .. } => *n_lanes,
            _ => 0,
        };
        let n_folded: usize = lanes.rows.iter().skip(first_below).map(folded).sum();
        // a lane and its header are left out together, so that neither tells of what cannot be seen
        let (height, blank) = foot_of(&lanes.tops, seen_to, if n_lanes + n_folded == 0 { 8.0 } else { words });
        Some(Self { height, blank, n_lanes, n_folded })
    }
}

/// Lanes go on below: they fade out, and how many there are is one click away.
fn below_ui(page: &mut Page<'_>, ui: &Ui, body: Rect, chart: Rect, below: Below) {
    let theme = page.theme.clone();
    let foot = |from: f32, to: f32| (Rect::from_min_max(pos2(from, body.bottom() - below.height), pos2(to, body.bottom())), below.blank);
    ink::fade(ui.painter(), foot(body.left(), chart.left()), theme.paper);
    ink::fade(ui.painter(), foot(chart.left(), chart.right()), theme.sheet);
    let text = match (below.n_lanes, below.n_folded) {
        (0, 0) => return,
        (0, n) => format!("{} folded below", grouped(n)),
        (n, 0) => format!("{} more below", grouped(n)),
        (n, n_folded) => format!("{} more below, {} folded", grouped(n), grouped(n_folded)),
    };
    let at = pos2(chart.left() - 12.0, body.bottom() - if page.state.is_low { 0.0 } else { 3.0 });
    let button = More { spoken: &text, ..More::new("More lanes below", &text, theme.paper) };
    if button.ui(page, ui, (at, Align2::RIGHT_BOTTOM)) {
        page.act(Action::PageDown);
    }
}

fn group_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect, (group, n_lanes, is_folded): (Group, usize, bool)) {
    let theme = page.theme.clone();
    let response = ui.interact(rect, ui.scope_id().with(("group", group.name())), Sense::CLICK);
    let ground = if response.hovered() { theme.hovered } else { theme.paper };
    ui.painter().rect_filled(rect, 0.0, ground);
    ui.painter().hline(rect.x_range(), rect.bottom() - 0.5, theme.hairline());
    ink::fold_mark(ui.painter(), pos2(rect.left() + 16.0, rect.center().y), is_folded, theme.ink_soft);
    let name = if group == Group::Changed && page.state.lanes.has_disputed { "Changed or disputed" } else { group.shown() };
    let text = format!("{name} ({n_lanes})");
    let colour = if group == Group::Changed { theme.accent } else { theme.ink };
    let at = (pos2(rect.left() + 30.0, rect.center().y), Align2::LEFT_CENTER);
    let named = ink::words(ui.painter(), at, &text, &bold(SMALL), colour, 260.0);
    // nobody says that it has: it is counted from a day, and that day is said
    let passed = page.state.ledger.last_day_text(page.style()).filter(|_| group == Group::Passed).map(|day| format!("by {day}"));
    if let Some(passed) = &passed {
        let at = (pos2(named.right() + 10.0, rect.center().y), Align2::LEFT_CENTER);
        ink::words(ui.painter(), at, passed, &plain(SMALL), theme.ink_soft, rect.right() - named.right() - 20.0);
    }
    let is_open = if is_folded { "folded" } else { "open" };
    let by = passed.map(|passed| format!(" {passed}")).unwrap_or_default();
    let spoken = || format!("{name}{by}, {}, {is_open}", counted(n_lanes, "announcement"));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken()));
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        page.ask(Command::ToggleGroup(group));
    }
}

fn lane_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect, chart: Rect, (idx, id): (usize, AnnouncementId), budget: &mut usize) {
    let theme = page.theme.clone();
    let is_selected = page.state.selection.as_ref().is_some_and(|selection| selection.announcement == id);
    let header = Rect::from_min_max(rect.min, pos2(chart.left(), rect.bottom()));
    let response = ui.interact(header, ui.scope_id().with(("lane", id)), Sense::CLICK);
    let ground = match (is_selected, response.hovered()) {
        (true, _) => Some(theme.selected),
        (false, true) => Some(theme.hovered),
        (false, false) => None,
    };
    ui.painter().rect_filled(header, 0.0, ground.unwrap_or(theme.paper));
    let lane = Rect::from_min_max(pos2(chart.left(), rect.top()), pos2(chart.right(), rect.bottom()));
    let tint = if is_selected { theme.selected.gamma_multiply(0.45) } else { egui::Color32::TRANSPARENT };
    ui.painter().rect_filled(lane, 0.0, tint);
    ui.painter().hline(rect.left()..=chart.right(), rect.bottom() - 0.5, theme.hairline());
    header_ui::header_ui(page, ui, header, id);
    let name = crate::view::detail::spoken(&page.state.ledger, id, page.style());
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, &name));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(is_selected);
        node.set_position_in_set(idx + 1);
        node.set_size_of_set(page.state.lanes.rows.len());
    });
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        page.ask(Command::Select(id, None));
    }
    Chart::new(page, lane, chart, theme.sheet.blend(tint)).lane_ui(ui, id, budget);
}

/// Wheel scrolls, Ctrl+wheel zooms at the pointer, Shift+wheel pans, drag pans, double click fits.
fn input_ui(page: &mut Page<'_>, ui: &Ui, back: &egui::Response, chart: Rect) {
    let mut sight = page.state.sight;
    if back.dragged() {
        let by = back.drag_delta();
        sight = sight.panned(by.x);
        if by.y != 0.0 {
            page.ask(Command::ScrollTo(page.state.scroll - f64::from(by.y)));
        }
    }
    if back.double_clicked() {
        page.act(Action::Fit);
    }
    if back.contains_pointer() {
        let (zoom, scroll, at) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
        if let Some(at) = at.filter(|_| (zoom - 1.0).abs() > f32::EPSILON) {
            sight = sight.zoomed_at((at.x - chart.left()).max(0.0), zoom, chart.width());
        } else {
            sight = sight.panned(scroll.x);
            if scroll.y != 0.0 {
                page.ask(Command::ScrollTo(page.state.scroll - f64::from(scroll.y)));
            }
        }
    }
    if sight != page.state.sight {
        page.ask(Command::SetSight(sight));
    }
}

/// A scroll bar of our own: a million rows are more than `f32` can count.
pub(super) fn scroll_bar_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect, all: f64) {
    let seen = f64::from(rect.height());
    if all <= seen || seen <= 1.0 {
        return;
    }
    #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
    let part = |height: f64| (height / all * seen) as f32;
    let length = part(seen).max(28.0);
    let free = rect.height() - length;
    #[expect(clippy::cast_possible_truncation, reason = "a part of one")]
    let at = (page.state.scroll / (all - seen)).clamp(0.0, 1.0) as f32;
    let thumb = Rect::from_min_size(pos2(rect.left() + 2.0, rect.top() + at * free), vec2(rect.width() - 4.0, length));
    let response = ui.interact(rect, ui.scope_id().with("scroll bar"), Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::ScrollBar, true, "Scroll"));
    let colour = if response.hovered() || response.dragged() { page.theme.ghost } else { page.theme.line_strong };
    ui.painter().rect_filled(thumb, 3.0, colour);
    if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        let at = f64::from((pointer.y - rect.top() - length / 2.0) / free.max(1.0)).clamp(0.0, 1.0);
        page.ask(Command::ScrollTo(at * (all - seen)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn articles_too_close_to_be_told_apart_are_one_sheet_that_counts_them() {
        let days = [(10, 0), (10, 1), (11, 2), (20, 3), (24, 4)];
        let sheets = |day_px: f32| {
            let found = sheets_of(&days, |day| f32::from(i16::try_from(day).unwrap()) * day_px);
            found.iter().map(|sheet| (sheet.days, sheet.n, sheet.first)).collect::<Vec<_>>()
        };
        assert_eq!(sheets(12.0), [((10, 10), 2, 0), ((11, 11), 1, 2), ((20, 20), 1, 3), ((24, 24), 1, 4)]);
        assert_eq!(sheets(3.0), [((10, 11), 3, 0), ((20, 20), 1, 3), ((24, 24), 1, 4)]);
        assert_eq!(sheets(0.1), [((10, 24), 5, 0)]);
    }
}
