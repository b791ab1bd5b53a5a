//! Choices: one of several side by side, or a chip that is on or off.

use egui::{Button, Response, Role, Ui, WidgetInfo};

use super::ink;
use super::page::Page;
use super::theme::{BODY, SMALL, bold, plain};

/// A button of a line of small print: no higher than the line, its words in the middle of it.
pub(super) fn small_button_ui(ui: &mut Ui, label: &str) -> Response {
    ui.scope(|ui| {
        ui.spacing_mut().button_padding.y = 1.0;
        ui.add(Button::new(egui::RichText::new(label).size(SMALL)).min_size(egui::vec2(24.0, 24.0)))
    })
    .inner
}

/// Choices side by side, one of them on.
pub(super) fn choices_ui<T: Copy + PartialEq>(ui: &mut Ui, page: &Page<'_>, all: &[(T, &str)], on: T) -> Option<T> {
    let mut chosen = None;
    let fill = page.theme.sheet;
    egui::Frame::new().fill(page.theme.line).corner_radius(8).inner_margin(2).show(ui, |ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let mut focused = None;
        for (value, label) in all {
            let is_on = *value == on;
            let text = if is_on { egui::RichText::new(*label).font(bold(BODY)) } else { egui::RichText::new(*label) };
            let ground = if is_on { fill } else { egui::Color32::TRANSPARENT };
            let button = Button::new(text).fill(ground).stroke(egui::Stroke::NONE).corner_radius(6);
            let response = ui.add(button);
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_on, label));
            if response.clicked() {
                chosen = Some(*value);
            }
            focused = response.has_focus().then_some(response).or(focused);
        }
        // last, so that no neighbour is painted over it
        if let Some(focused) = focused {
            ink::focus_ring(ui, &focused, page.theme.focus);
        }
    });
    chosen
}

/// A chip: on with bold letters and an outline, off without.
pub(super) fn choice_ui(ui: &mut Ui, page: &Page<'_>, is_on: bool, label: &str) -> Response {
    let theme = &page.theme;
    let (font, ground, line) = if is_on { (bold(SMALL), theme.selected, theme.ghost) } else { (plain(SMALL), theme.sheet, theme.line) };
    let text = egui::RichText::new(label).font(font).color(theme.ink);
    let response = ui.add(Button::new(text).fill(ground).stroke(egui::Stroke::new(1.0, line)).corner_radius(12));
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, label));
    ink::focus_ring(ui, &response, theme.focus);
    response
}

/// Words that lead somewhere, with a ring while they have the keyboard.
pub(super) fn link_ui(ui: &mut Ui, page: &Page<'_>, text: impl Into<egui::RichText>) -> Response {
    let response = ui.link(text.into());
    ink::focus_ring(ui, &response, page.theme.focus);
    response
}

/// A button that stays pressed while something is on.
pub(super) fn switch_ui(ui: &mut Ui, page: &Page<'_>, is_on: bool, label: &str) -> Response {
    let theme = &page.theme;
    // as wide in either state, so that nothing moves when it is pressed
    let width = ui.painter().layout_no_wrap(label.to_owned(), bold(BODY), theme.ink).rect.width() + 2.0 * ui.spacing().button_padding.x;
    let (font, ground, line) =
        if is_on { (bold(BODY), theme.selected, theme.ghost) } else { (plain(BODY), theme.sheet, theme.line_strong) };
    let text = egui::RichText::new(label).font(font).color(theme.ink);
    let button = Button::new(text).fill(ground).stroke(egui::Stroke::new(1.0, line)).min_size(egui::vec2(width, 0.0));
    let response = ui.add(button);
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, label));
    ink::focus_ring(ui, &response, theme.focus);
    response
}
