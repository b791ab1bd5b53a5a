//! "Known on": the story as it was known on a day, chosen from a list of the days of reports, slid to or typed.

use chrono::NaiveDate;
use egui::containers::menu::{MenuButton, MenuConfig};
use egui::{Align2, Button, PopupCloseBehavior, RichText, Role, ScrollArea, Sense, Slider, Ui, WidgetInfo, vec2};

use super::ink;
use super::page::Page;
use super::panels_ui::{ask_for_focus, forget, read_day, refused_day_ui, typed};
use super::theme::{self, BODY, SMALL, bold, plain};
use crate::app::Command;
use crate::view::axis::place;
use crate::view::labels::{counted, day_full, day_short, day_year, grouped};

/// Width of the menu.
const WIDTH: f32 = 320.0;
/// Height of a line of the list.
const LINE: f32 = 28.0;
/// Below the list: where another day is typed.
const BELOW_LIST: f32 = 96.0;
/// More days than this are scrolled to.
const MOST_LINES: f32 = 12.0;

/// The button, and the menu that it opens.
pub(super) fn known_on_ui(page: &mut Page<'_>, ui: &mut Ui) {
    // where there is little room, the banner alone says which day
    let day = page.state.known_on.filter(|_| ui.ctx().content_rect().width() >= theme::NARROW);
    let label = day.map_or_else(|| "Known on".to_owned(), |day| format!("Known on {}", day_short(day, page.style())));
    let config = MenuConfig::new().close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    let button = Button::new(label).selected(page.state.known_on.is_some());
    let (response, menu) = MenuButton::from_button(button).config(config).ui(ui, |ui| menu_ui(page, ui));
    if menu.is_none() {
        forget(ui, "known on");
        response.on_hover_text("See the story as it was known on a day");
    }
}

fn menu_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.reset_style(); // a menu's style hides what is slid along
    ui.visuals_mut().widgets.inactive.bg_fill = page.theme.line_strong;
    ui.set_width(WIDTH.min(ui.ctx().content_rect().width() - 40.0));
    ui.spacing_mut().item_spacing.y = 4.0;
    ui.label(RichText::new("The story as it was known on a day").font(bold(BODY)).color(page.theme.ink));
    ui.label(RichText::new("What was reported later is hidden").size(SMALL).color(page.theme.ink_soft));
    let days = page.state.latest.report_days();
    slider_ui(page, ui, &days);
    days_ui(page, ui, &days);
    ui.add_space(2.0);
    ui.separator();
    other_day_ui(page, ui);
}

/// From the first report to the last; only where there is more than one day to choose from.
fn slider_ui(page: &mut Page<'_>, ui: &mut Ui, days: &[NaiveDate]) {
    let (Some(first), Some(newest)) = (days.first(), days.last()) else { return };
    if first == newest {
        return;
    }
    let (last, style) = (days.len() - 1, page.style());
    let end = |day: &NaiveDate| RichText::new(day_short(*day, style)).size(SMALL).color(page.theme.ink_soft);
    let mut at = page.state.known_on.map_or(last, |day| days.partition_point(|known| *known <= day).saturating_sub(1));
    let has_moved = ui
        .horizontal(|ui| {
            ui.label(end(first));
            let newest = ui.painter().layout_no_wrap(day_short(*newest, style), plain(SMALL), page.theme.ink_soft);
            ui.spacing_mut().slider_width = ui.available_width() - newest.size().x - 2.0 * ui.spacing().item_spacing.x;
            let slider = ui.add(Slider::new(&mut at, 0..=last).show_value(false)).accessible_name("Day of the reports shown last");
            ui.label(RichText::new(newest.text()).size(SMALL).color(page.theme.ink_soft));
            slider.changed()
        })
        .inner;
    if has_moved {
        page.ask(Command::KnownOn(days.get(at).copied().filter(|_| at < last)));
    }
}

/// Every day of reports, the newest first, each with how much was reported by then; on the newest day all is known.
fn days_ui(page: &mut Page<'_>, ui: &mut Ui, days: &[NaiveDate]) {
    let (n_days, n_all) = (days.len(), page.state.latest.article_days.len());
    let style = page.style();
    // as far down as there is room, not as far as a menu usually is high
    let room = ui.ctx().content_rect().bottom() - ui.cursor().top() - BELOW_LIST;
    let n_lines = (room / LINE).floor().clamp(2.0, MOST_LINES);
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
    ScrollArea::vertical().max_height(n_lines * LINE).show_rows(ui, LINE, n_days.max(1), |ui, rows| {
        for row in rows {
            let day = days.iter().rev().nth(row).copied().filter(|_| row > 0);
            let (text, count) = match day {
                None => (format!("Latest{}", days.last().map(|day| format!(": {}", day_full(*day, style))).unwrap_or_default()), n_all),
                Some(day) => (day_full(day, style), page.state.latest.article_days.partition_point(|known| known.0 <= place(day))),
            };
            let count = if day.is_none() {
                format!("all {}", counted(n_all, "article"))
            } else {
                format!("{} of {}", grouped(count), grouped(n_all))
            };
            if day_ui(page, ui, (&text, &count), page.state.known_on == day) {
                page.ask(Command::KnownOn(day));
                ui.close();
            }
        }
    });
    ui.spacing_mut().item_spacing.y = 4.0;
}

/// One line of the list; whether it was clicked.
fn day_ui(page: &Page<'_>, ui: &mut Ui, (text, count): (&str, &str), is_on: bool) -> bool {
    let theme = &page.theme;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), LINE), Sense::click());
    if is_on || response.hovered() {
        ui.painter().rect_filled(rect.shrink2(vec2(0.0, 1.0)), 4.0, if is_on { theme.selected } else { theme.hovered });
    }
    let font = if is_on { bold(SMALL) } else { plain(SMALL) };
    ink::words(ui.painter(), (rect.left_center() + vec2(8.0, 0.0), Align2::LEFT_CENTER), text, &font, theme.ink, rect.width() * 0.7);
    let at = (rect.right_center() - vec2(12.0, 0.0), Align2::RIGHT_CENTER);
    ink::words(ui.painter(), at, count, &plain(SMALL), theme.ink_soft, rect.width() * 0.4);
    ink::focus_ring(ui, &response, theme.focus);
    response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, format!("{text}, {count}")));
    response.clicked()
}

/// A day to be typed: whatever was reported by then is shown, whether or not anything was on that very day.
fn other_day_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let last_report = page.state.latest.last_report();
    let hint = last_report.map_or_else(String::new, |day| format!("such as {}", day_year(day, page.style())));
    let (text, is_done) = ui
        .horizontal(|ui| {
            ui.label(RichText::new("Another day").size(SMALL).color(page.theme.ink_soft));
            let (text, is_done) = typed(ui, "known on", (&hint, "Known on which day"), 150.0);
            (text, is_done | ui.button("Show").clicked())
        })
        .inner;
    let day = read_day(&text, last_report);
    match day {
        Some(day) if is_done => {
            page.ask(Command::KnownOn(Some(day)));
            ui.close();
        }
        None if !text.trim().is_empty() => {
            refused_day_ui(page, ui);
            if is_done {
                // what is typed next belongs to the field, not to the keys of the window
                ask_for_focus(ui, "known on");
            }
        }
        _ => {}
    }
}
