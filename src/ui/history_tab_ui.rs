//! The history of one announcement: every step, when, by whom, what.

use egui::{Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::page::Page;
use super::share_ui::Ends;
use super::theme::{SMALL, bold, plain};
use super::{date_history_ui, ink};
use crate::app::Command;
use crate::view::detail::{Detail, HistoryLine};

/// A small chart of the date's way, and every step below it.
pub(super) fn history_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail, ends: &mut Ends) {
    ui.add_space(6.0);
    if detail.history.len() > 1 {
        // a single report makes no way
        date_history_ui::small_ui(page, ui, detail.announcement);
    }
    let day = |line: &HistoryLine| ui.painter().layout_no_wrap(line.day.clone(), plain(SMALL), page.theme.ink_soft).size().x;
    let day_width = detail.history.iter().map(day).fold(0.0, f32::max);
    let n_steps = detail.history.len();
    for (at, line) in detail.history.iter().enumerate() {
        line_ui(page, ui, detail, line, (day_width, at + 1 == n_steps));
        ends.end_here(ui);
    }
}

/// Past the line that joins the steps.
const INDENT: f32 = 22.0;
/// Between the columns.
const GAP: f32 = 10.0;
/// With less room than this, who told it stands on a line of its own.
const LEAST_FOR_TELLER: f32 = 72.0;

/// A day, what was told on it, and by whom, on one line where there is room.
fn line_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail, line: &HistoryLine, (day_width, is_last): (f32, bool)) {
    let theme = page.theme.clone();
    let width = ui.available_width();
    let font = if line.is_change { bold(SMALL) } else { plain(SMALL) };
    let left = INDENT + day_width + GAP;
    let said = ink::lines(ui.painter(), &line.said, font, theme.ink, width - left, 3);
    let row_height = said.rows.first().map_or(0.0, |row| row.height());
    let end = said.rows.last().map_or(0.0, |row| row.rect().right());
    let room = width - left - end - GAP;
    let teller = |room: f32| ink::fitted(ui.painter(), &line.by, &plain(SMALL), theme.ink_faint, room);
    let is_beside = room >= LEAST_FOR_TELLER || teller(f32::INFINITY).size().x <= room;
    let teller = teller(if is_beside { room } else { width - left });
    let below = if is_beside { 0.0 } else { row_height };
    let (rect, response) = ui.allocate_exact_size(vec2(width, said.size().y + below + 4.0), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, theme.hovered);
    }
    let (x, y) = (rect.left() + 8.0, rect.top() + 2.0 + row_height / 2.0);
    if !is_last {
        ui.painter().vline(x, y..=rect.bottom() + ui.spacing().item_spacing.y + 10.0, Stroke::new(1.0, theme.line_strong));
    }
    if line.is_change {
        ui.painter().circle_filled(pos2(x, y), 5.5, theme.accent);
    } else {
        ui.painter().circle(pos2(x, y), 4.0, theme.sheet, Stroke::new(1.5, theme.ghost));
    }
    let painter = ui.painter();
    let day = painter.layout_no_wrap(line.day.clone(), plain(SMALL), theme.ink_soft);
    painter.galley(rect.min + vec2(INDENT, 2.0), day, theme.ink_soft);
    let last_line = rect.bottom() - 2.0 - teller.size().y;
    let from = if is_beside { rect.right() - teller.size().x } else { rect.left() + left };
    painter.galley(pos2(from, last_line), teller, theme.ink_faint);
    painter.galley(rect.min + vec2(left, 2.0), said, theme.ink);
    ink::focus_ring(ui, &response, theme.focus);
    let name = || format!("{} · {}: {}", line.reported, line.by, line.said);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name()).clicked() {
        match (line.is_change.then_some(line.change).flatten(), line.event) {
            (Some(change), _) => page.ask(Command::Select(detail.announcement, Some(change))),
            (None, Some(event)) => page.ask(Command::SelectEvent(event)),
            (None, None) => {}
        }
    }
}
