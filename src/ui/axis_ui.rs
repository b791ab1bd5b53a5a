//! The ruler over the chart and the lines behind it.

use std::ops::Range;

use chrono::Datelike as _;
use egui::{Align2, Painter, Rect, Sense, Stroke, Ui, pos2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{SMALL, bold, plain};
use crate::app::{Action, Command};
use crate::view::axis::{Tick, day_at, ticks};

/// Two rows of ticks.
pub(super) fn axis_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect) {
    let theme = page.theme.clone();
    let outer = Rect::from_min_max(rect.min, pos2(ui.max_rect().right(), rect.bottom()));
    ui.painter().rect_filled(outer, 0.0, theme.paper);
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    let sight = page.state.sight;
    let marks = ticks(&sight, rect.width());
    let x = |tick: &Tick| rect.left() + sight.x(f64::from(tick.place));
    let middle = rect.top() + 22.0;
    let mut nameless: Vec<Range<i32>> = Vec::new();
    for (tick, next) in marks.major.iter().zip(marks.major.iter().skip(1).map(Some).chain([None])) {
        let left = x(tick).max(rect.left()) + 6.0;
        let right = next.map_or(rect.right(), x).min(rect.right()) - 4.0;
        if x(tick) > rect.left() {
            painter.vline(x(tick), rect.top() + 4.0..=rect.bottom(), Stroke::new(1.0, theme.line_strong));
        }
        match ink::first_that_fits(&painter, &shorter(tick), &bold(SMALL), theme.ink, right - left) {
            Some(label) => {
                painter.galley(pos2(left, rect.top() + 5.0), label, theme.ink);
            }
            // a January without its year would read as the year before's
            None if x(tick) > rect.left() => nameless.push(tick.place..next.map_or(i32::MAX, |next| next.place)),
            None => {}
        }
    }
    for tick in &marks.minor {
        painter.vline(x(tick), middle + 2.0..=rect.bottom(), Stroke::new(1.0, theme.line));
        let galley = painter.layout_no_wrap(tick.label.clone(), plain(SMALL), theme.ink_soft);
        let next_line = marks.minor.iter().chain(&marks.major).filter(|other| other.place > tick.place).map(x).fold(rect.right(), f32::min);
        let left = label_left(x(tick), rect.left(), next_line, galley.rect.width());
        if let Some(left) = left.filter(|_| !nameless.iter().any(|month| month.contains(&tick.place))) {
            painter.galley(pos2(left, rect.bottom() - 4.0 - galley.rect.height()), galley, theme.ink_soft);
        }
    }
    if let Some(today) = page.state.today {
        let at = rect.left() + sight.x(f64::from(crate::view::axis::place(today)) + 0.5);
        painter.vline(at, rect.bottom() - 6.0..=rect.bottom(), Stroke::new(3.0, theme.focus));
        painter.text(pos2(at, rect.bottom() - 20.0), Align2::CENTER_BOTTOM, "today", plain(super::theme::TINY), theme.focus);
    }
    let drag = ui.interact(rect, ui.scope_id().with("axis"), Sense::DRAG);
    if drag.dragged() {
        page.ask(Command::SetSight(sight.panned(drag.drag_delta().x)));
    }
}

/// Where the label of a tick begins: right of its line, and clear of the edge and of the next line; none where there is no
/// room, or where it would stand far from its tick.
fn label_left(tick: f32, edge: f32, next_line: f32, width: f32) -> Option<f32> {
    const FARTHEST: f32 = 12.0;
    let left = (tick + 5.0).max(edge + 4.0);
    (tick >= edge - FARTHEST && left + width <= next_line).then_some(left)
}

/// "June 2024", "Jun 2024", "Jun": in fewer and fewer letters; a January never without its year.
fn shorter(tick: &Tick) -> Vec<String> {
    let label = &tick.label;
    let month: String = label.chars().take_while(|c| c.is_alphabetic()).take(3).collect();
    if month.is_empty() {
        return vec![label.clone()];
    }
    let year = label.rsplit(' ').next().unwrap_or_default();
    let alone = if day_at(f64::from(tick.place)).month() == 1 { year.to_owned() } else { month.clone() };
    vec![label.clone(), format!("{month} {year}"), alone]
}

/// Width of the buttons.
pub(super) const BUTTONS_WIDTH: f32 = 152.0;

/// What changes the days in sight.
pub(super) fn buttons_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect) {
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(rect).layout(egui::Layout::right_to_left(egui::Align::Center)));
    child.spacing_mut().item_spacing.x = 3.0;
    child.spacing_mut().button_padding = vec2(6.0, 0.0);
    child.spacing_mut().interact_size = vec2(24.0, 22.0);
    let buttons = [(Action::GoTo, "Go to…"), (Action::Fit, "Fit"), (Action::ZoomIn, "+"), (Action::ZoomOut, "–")];
    for (action, label) in buttons {
        let button = egui::Button::new(egui::RichText::new(label).size(SMALL)).min_size(vec2(24.0, 22.0));
        let response = child.add(button);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, action.shown()));
        if response.on_hover_text(action.shown()).clicked() {
            page.act(action);
        }
    }
}

/// Weekends shaded, a line at each tick.
pub(super) fn grid(page: &Page<'_>, painter: &Painter, rect: Rect) {
    let sight = page.state.sight;
    let theme = &page.theme;
    if sight.day_px() >= 9.0 {
        let (first, last) = (sight.start.floor(), sight.end(rect.width()));
        let mut at = first;
        while at <= last {
            if day_at(at).weekday().num_days_from_monday() >= 5 {
                let x = rect.left() + sight.x(at);
                painter.rect_filled(Rect::from_x_y_ranges(x..=x + sight.day_px(), rect.y_range()), 0.0, theme.sheet_soft);
            }
            at += 1.0;
        }
    }
    let marks = ticks(&sight, rect.width());
    for tick in &marks.minor {
        painter.vline(rect.left() + sight.x(f64::from(tick.place)), rect.y_range(), theme.hairline());
    }
    for tick in &marks.major {
        painter.vline(rect.left() + sight.x(f64::from(tick.place)), rect.y_range(), Stroke::new(1.0, theme.line_strong));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(day: (i32, u32, u32), label: &str, expected: &[&str]) {
        let day = chrono::NaiveDate::from_ymd_opt(day.0, day.1, day.2).unwrap();
        let tick = Tick { place: crate::view::axis::place(day), label: label.to_owned() };
        assert_eq!(shorter(&tick), expected);
    }

    #[test]
    fn a_label_stands_clear_of_the_edge_and_of_the_next_line_or_not_at_all() {
        assert_eq!(label_left(40.0, 10.0, 80.0, 15.0), Some(45.0));
        // the month begins before the label would end
        assert_eq!(label_left(40.0, 10.0, 51.0, 15.0), None);
        // a tick a little way out of sight keeps its label, one far out does not
        assert_eq!(label_left(6.0, 10.0, 80.0, 15.0), Some(14.0));
        assert_eq!(label_left(-4.0, 10.0, 80.0, 15.0), None);
    }

    #[test]
    fn a_month_may_lose_its_year_where_there_is_no_room_but_january_may_not() {
        check((2024, 6, 1), "June 2024", &["June 2024", "Jun 2024", "Jun"]);
        check((2025, 1, 1), "January 2025", &["January 2025", "Jan 2025", "2025"]);
        check((2025, 1, 1), "2025", &["2025"]);
    }
}
