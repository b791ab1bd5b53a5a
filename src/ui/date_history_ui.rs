//! The date history: report date across, claimed date up, one line an announcement.

use egui::{Align2, CursorIcon, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::page::Page;
use super::theme::{SMALL, TINY, bold, plain};
use super::{axis_ui, empty_ui, ink};
use crate::app::Command;
use crate::timeline::AnnouncementId;
use crate::view::axis::{Sight, ticks};
use crate::view::history::{MOST_WAYS, Way, way_of};
use crate::view::labels::counted;
use crate::view::words;

/// Dots drawn singly at most.
const MOST_POINTS: usize = 300;
const AXIS_HEIGHT: f32 = 46.0;
const SIDE_WIDTH: f32 = 84.0;

/// Where a way is drawn.
struct Plane<'s> {
    rect: Rect,
    across: &'s Sight,
    up: &'s Sight,
}

impl Plane<'_> {
    fn at(&self, reported: f64, claimed: f64) -> Pos2 {
        pos2(self.rect.left() + self.across.x(reported), self.rect.bottom() - self.up.x(claimed))
    }
}

/// The large chart.
pub(super) fn date_history_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0.0, page.theme.sheet);
    let rect = Rect::from_min_max(whole.min + vec2(SIDE_WIDTH, AXIS_HEIGHT), whole.max - vec2(0.0, 30.0));
    if (page.state.size.0 - rect.width()).abs() > 0.5 || (page.state.size.1 - rect.height()).abs() > 0.5 {
        page.ask(Command::Resized(rect.width(), rect.height()));
    }
    let back = ui.interact(rect, ui.scope_id().with("date history"), Sense::click_and_drag());
    back.widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, "Date history: report date across, claimed date up"));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    axis_ui::grid(page, &painter, rect);
    side(page, ui, rect);
    let ways = page.state.ways.as_slice();
    let plane = Plane { rect, across: &page.state.sight, up: &page.state.height_sight };
    diagonal(page, &painter, &plane);
    if ways.is_empty() {
        empty_ui::no_match_ui(page, ui, rect);
    }
    ways_ui(page, ui, &painter, rect, ways);
    axis_ui::axis_ui(page, ui, Rect::from_min_max(pos2(rect.left(), whole.top()), pos2(rect.right(), rect.top())));
    foot(page, ui.painter(), Rect::from_min_max(pos2(whole.left(), rect.bottom()), whole.max), ways.len());
    input_ui(page, ui, &back, rect);
    ui.painter().vline(rect.left(), whole.top()..=rect.bottom(), Stroke::new(1.0, page.theme.line_strong));
    ui.advance_cursor_after_rect(whole);
}

fn ways_ui(page: &mut Page<'_>, ui: &Ui, painter: &Painter, rect: Rect, ways: &[Way]) {
    let (across, up) = (page.state.sight, page.state.height_sight);
    let plane = Plane { rect, across: &across, up: &up };
    let selected = page.state.selection.as_ref().map(|selection| selection.announcement);
    let mut budget = MOST_POINTS;
    let mut labels: Vec<Rect> = Vec::new();
    for way in ways.iter().rev() {
        let is_selected = selected == Some(way.announcement);
        let Some((announcement, _)) = page.state.ledger.at(way.announcement) else { continue };
        let is_changed = announcement.is_changed();
        let theme = page.theme.clone();
        let colour = if is_changed { theme.accent } else { theme.done };
        let width = match (is_selected, is_changed) {
            (true, _) => 4.0,
            (false, true) => 2.5,
            (false, false) => 1.4,
        };
        draw_way(painter, &plane, way, Stroke::new(width, colour));
        let title = words::title_text(announcement);
        let summary = words::summary_text(announcement, page.style())
            .unwrap_or_else(|| words::now_text(announcement, page.style(), crate::view::labels::Length::Full));
        for point in way.points.iter().take(budget.min(24)) {
            let at = plane.at(point.reported, point.claimed);
            if !rect.contains(at) {
                continue;
            }
            budget -= 1;
            let fill = if point.holds { colour } else { theme.sheet };
            painter.circle(at, if is_selected { 5.5 } else { 4.0 }, fill, Stroke::new(1.5, colour));
            let response =
                ui.interact(Rect::from_center_size(at, vec2(24.0, 24.0)), ui.scope_id().with(("point", point.event)), Sense::CLICK);
            let name = format!("{title}: {summary}");
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
            if response.on_hover_text(&name).on_hover_cursor(CursorIcon::PointingHand).clicked() {
                page.ask(Command::SelectEvent(point.event));
            }
        }
    }
    for way in ways {
        label(page, painter, &plane, way, &mut labels);
    }
}

/// Level while the date is firm, up or down where it moved.
fn draw_way(painter: &Painter, plane: &Plane<'_>, way: &Way, stroke: Stroke) {
    let last_told = way.points.last().map_or(0.0, |point| point.reported);
    let mut line: Vec<Pos2> = Vec::with_capacity(way.steps.len() * 2 + 1);
    for (reported, claimed) in &way.steps {
        if let Some(before) = line.last().copied() {
            line.push(pos2(plane.at(*reported, *claimed).x, before.y));
        }
        line.push(plane.at(*reported, *claimed));
    }
    if let Some((reported, claimed)) = way.steps.last() {
        line.push(plane.at(reported.max(last_told), *claimed));
    }
    painter.add(egui::Shape::line(line, stroke));
}

/// The announcement's name at the end of its line, where it meets no other.
fn label(page: &Page<'_>, painter: &Painter, plane: &Plane<'_>, way: &Way, taken: &mut Vec<Rect>) {
    let Some((announcement, _)) = page.state.ledger.at(way.announcement) else { return };
    let Some((reported, claimed)) = way.steps.last() else { return };
    let last_told = way.points.last().map_or(0.0, |point| point.reported);
    let end = plane.at(reported.max(last_told), *claimed);
    if !plane.rect.contains(end) {
        return;
    }
    let is_changed = announcement.is_changed();
    let (font, colour) = if is_changed { (bold(SMALL), page.theme.accent) } else { (plain(SMALL), page.theme.ink_soft) };
    let summary = words::summary_text(announcement, page.style()).map(|text| format!(": {text}")).unwrap_or_default();
    let galley = ink::fitted(painter, &format!("{}{summary}", words::subject_text(announcement)), &font, colour, 300.0);
    let fits_right = end.x + 10.0 + galley.rect.width() < plane.rect.right();
    let anchor = if fits_right { Align2::LEFT_CENTER } else { Align2::RIGHT_BOTTOM };
    let at = if fits_right { end + vec2(10.0, 0.0) } else { end - vec2(6.0, 8.0) };
    let rect = anchor.anchor_size(at, galley.rect.size());
    if taken.iter().any(|other| other.intersects(rect)) {
        return;
    }
    taken.push(rect);
    painter.rect_filled(rect.expand2(vec2(3.0, 0.0)), 3.0, page.theme.sheet);
    painter.galley(rect.min, galley, colour);
}

/// On the diagonal the day has come.
fn diagonal(page: &Page<'_>, painter: &Painter, plane: &Plane<'_>) {
    let first = plane.across.start;
    let last = plane.across.end(plane.rect.width());
    let line = [plane.at(first, first), plane.at(last, last)];
    painter.extend(egui::Shape::dashed_line(&line, Stroke::new(1.2, page.theme.ghost), 6.0, 5.0));
    let y_at = plane.up.end(plane.rect.height()).min(last) - (plane.up.end(plane.rect.height()) - plane.up.start) * 0.06;
    let at = plane.at(y_at, y_at);
    if plane.rect.contains(at) {
        painter.text(at + vec2(8.0, 0.0), Align2::LEFT_CENTER, "the day has come", plain(TINY), page.theme.ink_soft);
    }
}

/// The claimed days, upwards.
fn side(page: &Page<'_>, ui: &Ui, rect: Rect) {
    let theme = &page.theme;
    let side = Rect::from_min_max(pos2(rect.left() - SIDE_WIDTH, rect.top()), rect.left_bottom());
    ui.painter().rect_filled(Rect::from_min_max(pos2(side.left(), rect.top() - AXIS_HEIGHT), side.max), 0.0, theme.paper);
    let painter = ui.painter().with_clip_rect(side.union(rect).intersect(ui.clip_rect()));
    let up = &page.state.height_sight;
    let marks = ticks(up, rect.height());
    let y = |place: i32| rect.bottom() - up.x(f64::from(place));
    let mut last = f32::MAX;
    for tick in &marks.minor {
        painter.hline(rect.x_range(), y(tick.place), theme.hairline());
        if last - y(tick.place) > 16.0 {
            painter.text(pos2(side.right() - 6.0, y(tick.place) - 1.0), Align2::RIGHT_BOTTOM, &tick.label, plain(SMALL), theme.ink_soft);
            last = y(tick.place);
        }
    }
    for tick in &marks.major {
        let at = y(tick.place).min(rect.bottom() - 2.0);
        painter.hline(rect.x_range(), y(tick.place), Stroke::new(1.0, theme.line_strong));
        let text = tick.label.split(' ').next().unwrap_or_default();
        let n_letters = if text.starts_with(char::is_alphabetic) { 3 } else { 4 };
        let short: String = text.chars().take(n_letters).collect();
        painter.text(pos2(side.left() + 8.0, at - 1.0), Align2::LEFT_BOTTOM, short, bold(SMALL), theme.ink);
    }
    painter.text(side.left_top() + vec2(8.0, 4.0), Align2::LEFT_TOP, "claimed", plain(TINY), theme.ink_soft);
}

fn foot(page: &Page<'_>, painter: &Painter, rect: Rect, n_ways: usize) {
    let theme = &page.theme;
    painter.rect_filled(rect, 0.0, theme.paper);
    painter.hline(rect.x_range(), rect.top(), Stroke::new(1.0, theme.line_strong));
    let n_shown = page.state.lanes.n_shown;
    let few = if n_shown > MOST_WAYS { format!("the first {MOST_WAYS} of ") } else { String::new() };
    let text = format!(
        "{few}{}  ·  level: the date is firm  ·  a step: it moved  ·  dashed: the day has come",
        counted(n_shown.max(n_ways), "announcement")
    );
    ink::words(
        painter,
        (pos2(rect.left() + 14.0, rect.center().y), Align2::LEFT_CENTER),
        &text,
        &plain(SMALL),
        theme.ink_soft,
        rect.width() - 28.0,
    );
}

fn input_ui(page: &mut Page<'_>, ui: &Ui, back: &egui::Response, rect: Rect) {
    let (mut across, mut up) = (page.state.sight, page.state.height_sight);
    if back.clicked() {
        back.request_focus();
    }
    if back.dragged() {
        across = across.panned(back.drag_delta().x);
        up = up.panned(-back.drag_delta().y);
    }
    if back.contains_pointer() {
        let (zoom, scroll, at) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
        if let Some(at) = at.filter(|_| (zoom - 1.0).abs() > f32::EPSILON) {
            across = across.zoomed_at(at.x - rect.left(), zoom, rect.width());
            up = up.zoomed_at(rect.bottom() - at.y, zoom, rect.height());
        } else {
            across = across.panned(scroll.x);
            up = up.panned(-scroll.y);
        }
    }
    if across != page.state.sight {
        page.ask(Command::SetSight(across));
    }
    if up != page.state.height_sight {
        page.ask(Command::SetHeightSight(up));
    }
}

/// The small chart in the detail: one announcement, fitted.
pub(super) fn small_ui(page: &Page<'_>, ui: &mut Ui, id: AnnouncementId) {
    let Some(way) = way_of(&page.state.ledger, id).filter(|way| way.steps.len() > 1) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 132.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, "How the date moved: report date across, claimed date up"));
    let theme = &page.theme;
    ui.painter().rect(rect, 6.0, theme.sheet, theme.hairline(), egui::StrokeKind::Inside);
    let inner = rect.shrink2(vec2(14.0, 18.0));
    let days = |pick: &dyn Fn(&(f64, f64)) -> f64| {
        let all = way.steps.iter().map(pick);
        (all.clone().fold(f64::MAX, f64::min), all.fold(f64::MIN, f64::max))
    };
    let (first, last) = days(&|step| step.0);
    let last = way.points.iter().map(|point| point.reported).fold(last, f64::max);
    let (low, high) = days(&|step| step.1);
    let across = Sight::fitting(first.floor(), last.ceil(), inner.width(), 3.0);
    let up = Sight::fitting(low.floor(), high.floor(), inner.height(), 3.0);
    let plane = Plane { rect: inner, across: &across, up: &up };
    draw_way(ui.painter(), &plane, &way, Stroke::new(2.5, theme.accent));
    for (reported, claimed) in &way.steps {
        let at = plane.at(*reported, *claimed);
        ui.painter().circle_filled(at, 4.0, theme.accent);
        let day = crate::view::labels::day_short(crate::view::axis::day_at(*claimed), page.style());
        let anchor = if at.x > inner.center().x { Align2::RIGHT_BOTTOM } else { Align2::LEFT_BOTTOM };
        ui.painter().text(at + vec2(if at.x > inner.center().x { -6.0 } else { 6.0 }, -3.0), anchor, day, plain(SMALL), theme.ink);
    }
    ui.painter().text(rect.right_bottom() - vec2(8.0, 3.0), Align2::RIGHT_BOTTOM, "reported →", plain(TINY), theme.ink_soft);
    ui.painter().text(rect.left_top() + vec2(8.0, 3.0), Align2::LEFT_TOP, "claimed ↑", plain(TINY), theme.ink_soft);
}
