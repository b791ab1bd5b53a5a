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
    let n_steps = detail.history.len();
    for (at, line) in detail.history.iter().enumerate() {
        line_ui(page, ui, detail, line, at + 1 == n_steps);
        ends.end_here(ui);
    }
}

fn line_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail, line: &HistoryLine, is_last: bool) {
    let theme = page.theme.clone();
    let width = ui.available_width();
    let font = if line.is_change { bold(SMALL) } else { plain(SMALL) };
    let said = ink::lines(ui.painter(), &line.said, font, theme.ink, width - 28.0, 3);
    let height = said.rect.height() + 26.0;
    let (rect, response) = ui.allocate_exact_size(vec2(width, height), Sense::click());
    if response.hovered() {
        ui.painter().rect_filled(rect, 4.0, theme.hovered);
    }
    let x = rect.left() + 8.0;
    let y = rect.top() + 11.0;
    if !is_last {
        ui.painter().vline(x, y..=rect.bottom() + 12.0, Stroke::new(1.0, theme.line_strong));
    }
    if line.is_change {
        ui.painter().circle_filled(pos2(x, y), 5.5, theme.accent);
    } else {
        ui.painter().circle(pos2(x, y), 4.0, theme.sheet, Stroke::new(1.5, theme.ghost));
    }
    let when = format!("{} · {}", line.reported, line.by);
    ink::words(
        ui.painter(),
        (pos2(rect.left() + 24.0, rect.top() + 2.0), egui::Align2::LEFT_TOP),
        &when,
        &plain(SMALL),
        theme.ink_soft,
        width - 28.0,
    );
    ui.painter().galley(pos2(rect.left() + 24.0, rect.top() + 20.0), said, theme.ink);
    ink::focus_ring(ui, &response, theme.focus);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{when}: {}", line.said)));
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
        match (line.is_change.then_some(line.change).flatten(), line.event) {
            (Some(change), _) => page.ask(Command::Select(detail.announcement, Some(change))),
            (None, Some(event)) => page.ask(Command::SelectEvent(event)),
            (None, None) => {}
        }
    }
}
