//! The line at the bottom: how much was read, what to look at, and a word about what was just done.

use egui::{Align, Layout, Panel, ProgressBar, RichText, Ui};

use super::choices_ui::small_button_ui;
use super::ink;
use super::page::Page;
use super::theme::{SMALL, plain};
use crate::app::{Action, Command, Phase};
use crate::view::labels::{counted, grouped};

/// Height of the line in a low window.
const LOW_LINE: f32 = 24.0;

/// Counts, progress, messages.
pub(super) fn status_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let margin = egui::Margin::symmetric(14, if page.state.is_low { 1 } else { 4 });
    let frame = egui::Frame::new().fill(page.theme.paper).inner_margin(margin);
    Panel::bottom("status").frame(frame).show(ui, |ui| {
        if page.state.is_low {
            ui.spacing_mut().interact_size.y = LOW_LINE;
        }
        ui.horizontal(|ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                if small_button_ui(ui, "Keys and marks  ?").clicked() {
                    page.act(Action::ShowHelp);
                }
                if page.state.has_story() && small_button_ui(ui, "What was read").clicked() {
                    page.act(Action::ShowReading);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| told_ui(page, ui));
            });
        });
    });
}

/// What there is, or how far reading has come; and the last message.
fn told_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let quiet = |text: String| egui::Label::new(RichText::new(text).size(SMALL).color(page.theme.ink_soft)).truncate();
    if let Phase::Reading { n_read, n_found, per_second } = page.state.phase {
        progress_ui(page, ui, n_read, n_found, per_second);
    } else if page.state.message.is_some() && ui.available_width() < 640.0 {
        // a message is worth more than counts
    } else if page.state.has_story() {
        let counts = counts(page);
        let said =
            |least: u8| counts.iter().filter(|(weight, _)| *weight >= least).map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" · ");
        // in a narrow window what weighs least is left out, and not half a word
        let texts = [0, 1, 2].map(said);
        let fitting = ink::first_that_fits(ui.painter(), &texts, &plain(SMALL), page.theme.ink_soft, ui.available_width());
        let shown = fitting.map_or_else(|| said(2), |galley| galley.text().to_owned());
        let counted = ui.add(quiet(shown));
        counted.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Label, true, said(0)));
        // problems and new articles are told in full where what was read is
        if ui.interact(counted.rect, counted.id.with("counts"), egui::Sense::CLICK).on_hover_text("What was read").clicked() {
            page.act(Action::ShowReading);
        }
    } else {
        ui.add(quiet("No story is open".to_owned()));
    }
    message_ui(page, ui);
}

fn progress_ui(page: &mut Page<'_>, ui: &mut Ui, n_read: usize, n_found: usize, per_second: u32) {
    #[expect(clippy::cast_precision_loss, reason = "a part of a bar")]
    let part = if n_found == 0 { 0.0 } else { n_read as f32 / n_found as f32 };
    let bar = ui.add(ProgressBar::new(part).desired_width(180.0).desired_height(12.0));
    let rate = if per_second > 0 { format!(", {} a second", grouped(per_second as usize)) } else { String::new() };
    let text = if n_found == 0 {
        "Looking for articles…".to_owned()
    } else {
        format!("{} of {} read{rate}", grouped(n_read), counted(n_found, "file"))
    };
    let label = ui.label(RichText::new(&text).size(SMALL));
    bar.labelled_by(label.id);
    if small_button_ui(ui, "Cancel").clicked() {
        page.ask(Command::Cancel);
    }
}

fn message_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let Some(message) = page.state.message.clone() else { return };
    ui.separator();
    ui.label(RichText::new(message).size(SMALL).color(page.theme.ink));
    let close = small_button_ui(ui, "×");
    close.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "Dismiss the message"));
    if close.clicked() {
        page.ask(Command::DismissMessage);
    }
}

/// What there is, each with its weight: 2 stands there always, 0 where there is room.
fn counts(page: &Page<'_>) -> Vec<(u8, String)> {
    let timeline = &page.state.ledger.timeline;
    let mut parts = vec![
        (2, counted(timeline.articles.len(), "article")),
        (0, counted(timeline.events.len(), "statement")),
        (1, counted(timeline.announcements.len(), "announcement")),
        (2, format!("{} changed", grouped(page.state.ledger.n_changed))),
    ];
    if page.state.ledger.n_disputed > 0 {
        parts.push((1, format!("{} disputed", grouped(page.state.ledger.n_disputed))));
    }
    match timeline.problems.len() {
        0 => parts.push((0, "all files read".to_owned())),
        n => parts.push((2, format!("{} to look at", counted(n, "problem")))),
    }
    if !page.state.new_files.is_empty() {
        parts.push((2, format!("{} new", counted(page.state.new_files.len(), "article"))));
    }
    parts
}
