//! What there is to see when there is nothing to see: each time with the next step.

use chrono::NaiveDate;
use egui::{Align, Align2, Layout, Rect, RichText, Role, Sense, Ui, WidgetInfo, vec2};

use super::choices_ui::link_ui;
use super::page::Page;
use super::theme::{BODY, GREETING, HEADING, SMALL, bold, plain};
use super::{ink, more};
use crate::app::{Action, Command, OpenWhat, Phase};
use crate::view::Filter;
use crate::view::detail::capitalised;
use crate::view::labels::{counted, day_full, elided};

/// Empty, reading without anything yet, or failed.
pub(super) fn empty_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, page.theme.sheet);
    let width = rect.width().min(620.0);
    let height = 470.0_f32.min(rect.height());
    let middle = Rect::from_center_size(rect.center(), vec2(width, height)).shrink2(vec2(if width < 620.0 { 14.0 } else { 0.0 }, 0.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(middle).layout(Layout::top_down(Align::Min)));
    scrolled_ui(page, &mut child, |page, ui| {
        ui.spacing_mut().item_spacing.y = 8.0;
        match page.state.phase.clone() {
            Phase::Reading { .. } => reading_ui(page, ui),
            Phase::Failed(problem) => failed_ui(page, ui, &problem),
            Phase::Empty | Phase::Shown => welcome_ui(page, ui),
        }
    });
}

/// In a low window or large letters the last lines are scrolled to, and what leads there says so.
fn scrolled_ui(page: &mut Page<'_>, ui: &mut Ui, add: impl FnOnce(&mut Page<'_>, &mut Ui)) {
    /// Not that of a panel, which may stand over it.
    const NAME: &str = "more of the hint below";
    let scrolled = more::scrolled_ui(page, ui, NAME, add);
    if page.state.panel.is_none() && !ui.ctx().text_edit_focused() {
        more::follow_keys(ui, &scrolled, NAME);
    }
}

fn title(page: &Page<'_>, ui: &mut Ui, text: &str) {
    ui.label(RichText::new(text).font(bold(GREETING)).color(page.theme.ink));
}

fn buttons_ui(page: &mut Page<'_>, ui: &mut Ui, has_failed: bool) {
    ui.add_space(6.0);
    ui.horizontal(|ui| {
        let text = RichText::new("Open folder…").font(bold(BODY)).color(page.theme.on_accent);
        let open = ui.add(egui::Button::new(text).fill(page.theme.accent).min_size(vec2(140.0, 38.0)));
        if open.clicked() {
            page.act(Action::OpenFolder);
        }
        let sample = ui.add(egui::Button::new("Open the sample story").min_size(vec2(180.0, 38.0)));
        if sample.clicked() {
            page.act(Action::OpenSample);
        }
        if has_failed && ui.add(egui::Button::new("Try again").min_size(vec2(100.0, 38.0))).clicked() {
            page.act(Action::Reload);
        }
    });
}

fn welcome_ui(page: &mut Page<'_>, ui: &mut Ui) {
    title(page, ui, "What was announced for when,\nand what changed");
    let text = "Open a folder of news articles about a story. Dateline reads what each article says will happen and when, \
                and shows which announcements were moved, called off or replaced, with the old and the new sentence side by side.";
    ui.label(RichText::new(text).size(BODY).color(page.theme.ink_soft));
    buttons_ui(page, ui, false);
    ui.add_space(10.0);
    ui.label(RichText::new("An article is a text file. The first line has the date it was published:").color(page.theme.ink_soft));
    egui::Frame::new().fill(page.theme.sheet_soft).stroke(page.theme.hairline()).corner_radius(6).inner_margin(12).show(ui, |ui| {
        ui.set_width(ui.available_width());
        let example = "date 2022-04-21\nThe song was due on April 25. However, it will now be released on April 24.";
        ui.label(RichText::new(example).font(egui::FontId::monospace(SMALL)).color(page.theme.ink));
    });
    let text = "A folder or file can be dropped here too. Nothing leaves this computer: no connection is opened.";
    ui.label(RichText::new(text).size(SMALL).color(page.theme.ink_soft));
    recent_ui(page, ui);
}

fn recent_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let recent = page.state.settings.recent.clone();
    if recent.is_empty() {
        return;
    }
    ui.add_space(6.0);
    ui.label(RichText::new("Opened before").font(bold(SMALL)).color(page.theme.ink));
    for path in recent.into_iter().take(4) {
        if link_ui(ui, page, RichText::new(path.display().to_string()).font(plain(SMALL))).clicked() {
            page.ask(Command::Open(OpenWhat::Path(path)));
        }
    }
}

fn reading_ui(page: &mut Page<'_>, ui: &mut Ui) {
    title(page, ui, "Reading…");
    ui.label(RichText::new("Statements appear as soon as the first articles are read").color(page.theme.ink_soft));
    ui.add_space(6.0);
    if ui.button("Cancel").clicked() {
        page.ask(Command::Cancel);
    }
}

fn failed_ui(page: &mut Page<'_>, ui: &mut Ui, problem: &str) {
    title(page, ui, "This could not be opened");
    ui.label(RichText::new(capitalised(problem)).size(BODY).color(page.theme.ink));
    ui.label(RichText::new("Choose another folder or file, or look at the sample story first").color(page.theme.ink_soft));
    buttons_ui(page, ui, true);
}

/// What a search goes through, and what it does not.
const SEARCHED: &str = "Names, dates, changes and the sentences that tell of them are searched. An article may have the word elsewhere.";

/// Nothing is left by the filter, or there is nothing with a date at all.
pub(super) fn no_match_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect) {
    let area = Rect::from_center_size(rect.center(), vec2(rect.width().min(460.0), 140.0)).intersect(rect.shrink(4.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).layout(Layout::top_down(Align::Min)));
    if area.height() < 100.0 {
        child.spacing_mut().item_spacing.y = 0.0;
    }
    let timeline = &page.state.ledger.timeline;
    let is_shown = !page.state.is_before_first_report() && page.state.filter.is_off() && !timeline.announcements.is_empty();
    if is_shown {
        return;
    }
    scrolled_ui(page, &mut child, |page, ui| {
        if let Some(first) = page.state.latest.report_days().first().filter(|_| page.state.is_before_first_report()).copied() {
            nothing_reported_ui(page, ui, first);
        } else if !page.state.filter.is_off() {
            nothing_matches_ui(page, ui);
        } else {
            nothing_found_ui(page, ui);
        }
    });
}

/// The articles were read, and there is nothing in them to show.
fn nothing_found_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.label(RichText::new("No announcement was found").font(bold(HEADING)));
    ui.label(RichText::new("The articles were read, and none says that something happens on a date").color(page.theme.ink_soft));
    if ui.button("What was read").clicked() {
        page.act(Action::ShowReading);
    }
}

/// The articles name no day at all, nor have they any of their own: no ruler has anything to show.
pub(super) fn nothing_dated_ui(page: &mut Page<'_>, ui: &mut Ui) {
    in_the_middle_ui(page, ui, nothing_found_ui);
}

/// In the middle of a window that has no view to show.
fn in_the_middle_ui(page: &mut Page<'_>, ui: &mut Ui, add: impl FnOnce(&mut Page<'_>, &mut Ui)) {
    let rect = ui.available_rect_before_wrap();
    ui.painter().rect_filled(rect, 0.0, page.theme.sheet);
    let area = Rect::from_center_size(rect.center(), vec2(rect.width().min(460.0), 120.0)).intersect(rect.shrink(4.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(area).layout(Layout::top_down(Align::Min)));
    scrolled_ui(page, &mut child, add);
}

/// What was opened holds no article.
pub(super) fn no_articles_ui(page: &mut Page<'_>, ui: &mut Ui) {
    in_the_middle_ui(page, ui, |page, ui| {
        ui.label(RichText::new("No articles here").font(bold(HEADING)));
        ui.label(RichText::new("No file in this folder is an article that can be read").color(page.theme.ink_soft));
        ui.horizontal(|ui| {
            if ui.button("Open another folder…").clicked() {
                page.act(Action::OpenFolder);
            }
            if ui.button("What was read").clicked() {
                page.act(Action::ShowReading);
            }
        });
    });
}

/// The filter leaves no announcement; the words searched for may still stand in a statement.
fn nothing_matches_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let filter = &page.state.filter;
    let (n_hits, query) = (page.state.hits.len(), filter.query.trim());
    let is_only_query = Filter { query: String::new(), ..filter.clone() }.is_off();
    let (title, hint) = if n_hits > 0 {
        let why = if is_only_query { "It is part of no announcement that stands here" } else { "It is left out by the filter" };
        (format!("“{}” is found in {}", elided(query, 24), counted(n_hits, "statement")), format!("{why}: its article can be read"))
    } else if !query.is_empty() && is_only_query {
        (format!("Nothing matches “{}”", elided(query, 24)), SEARCHED.to_owned())
    } else {
        ("Nothing matches".to_owned(), "Take a filter away above, or show everything again".to_owned())
    };
    ui.label(RichText::new(title).font(bold(HEADING)));
    ui.label(RichText::new(hint).color(page.theme.ink_soft));
    ui.horizontal_wrapped(|ui| {
        if n_hits > 0 && ui.button(if n_hits == 1 { "Show it" } else { "Show the first" }).clicked() {
            page.act(Action::NextHit);
        }
        if ui.button(if is_only_query { "Clear the search" } else { "Show everything" }).clicked() {
            page.ask(Command::SetFilter(Filter::default()));
        }
    });
}

/// A day is asked for that lies before every report.
fn nothing_reported_ui(page: &mut Page<'_>, ui: &mut Ui, first: NaiveDate) {
    let style = page.style();
    let by = page.state.known_on.map_or_else(|| "then".to_owned(), |day| day_full(day, style));
    let first_told = day_full(first, style);
    ui.label(RichText::new(format!("Nothing had been reported by {by}")).font(bold(HEADING)));
    ui.label(RichText::new(format!("The first report came on {first_told}")).color(page.theme.ink_soft));
    ui.horizontal_wrapped(|ui| {
        if ui.button(format!("Show what was known on {first_told}")).clicked() {
            page.ask(Command::KnownOn(Some(first)));
        }
        if ui.button("Show the latest").clicked() {
            page.ask(Command::KnownOn(None));
        }
    });
}

/// A long story takes a moment to be put into order.
pub(super) fn sifting_ui(page: &Page<'_>, ui: &Ui, body: Rect) {
    let text = format!("Sorting {}…", counted(page.state.ledger.n_cards(), "card"));
    let at =
        ink::words(ui.painter(), (body.center(), Align2::CENTER_CENTER), &text, &plain(BODY), page.theme.ink_soft, body.width() - 40.0);
    let response = ui.interact(at, ui.scope_id().with("sorting"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &text));
}
