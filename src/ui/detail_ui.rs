//! The detail: was and now, who said so, both quotes, how the date was worked out, history, and the article itself.

use std::sync::Arc;

use egui::scroll_area::ScrollAreaOutput;
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Color32, Label, Layout, RichText, Role, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use super::choices_ui::{choice_ui, link_ui, small_button_ui};
use super::more::More;
use super::page::Page;
use super::quote_ui::{quote_ui, quotes_ui};
use super::share_ui::{self, Ends, Room};
use super::shortcuts::keys_of;
use super::theme::{self, BODY, HEADING, LARGE, SMALL, TITLE, bold, plain};
use super::{article_ui, ink, more};
use crate::app::{Action, Command, Tab};
use crate::timeline::{Announcement, ChangeKind};
use crate::view::copy::CopyAs;
use crate::view::detail::Detail;
use crate::view::labels::{counted, kept_together};
use crate::view::legend::how_text;
use crate::view::quote::Side;
use crate::view::words;

/// Quotes stand side by side from this width.
const SIDE_BY_SIDE: f32 = 640.0;
/// And from this one where there is little height for two of them below each other.
const SIDE_BY_SIDE_IN_LOW: f32 = 560.0;

/// What leads on where the detail is higher than its room.
const MORE: &str = "More of the detail below";

/// The whole panel.
pub(super) fn detail_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let tabs = head_ui(page, ui);
    let height = ui.available_height();
    let has_article = page.state.reading.is_some();
    let has_both = has_article && page.state.detail.is_some();
    let share = page.state.settings.article_share;
    // a sentence that was clicked is read with the lines around it
    let is_low = height < share_ui::LOWEST_FOR_BOTH;
    let is_called = page.state.reading.is_some_and(|reading| reading.is_called);
    if has_both && share.is_none() && is_low {
        return low_ui(page, ui, tabs);
    }
    // of a long history the more is seen the better
    let part = if page.state.tab == Tab::History { 0.55 } else { 0.45 };
    let upper =
        if has_both { share_ui::upper_room(ui, height, (share, part), is_called && !is_low) } else { share_ui::whole_room(ui, height) };
    let scrolled = page.state.detail.is_some().then(|| upper_ui(page, ui, upper, has_article && share.is_none()));
    let has_more = scrolled.filter(|scrolled| more::hidden_below(scrolled) > 4.0);
    let strip = if has_both {
        Some(share_ui::divider_ui(page, ui, height))
    } else {
        has_more
            .as_ref()
            .map(|scrolled| egui::Rect::from_min_size(scrolled.inner_rect.left_bottom(), vec2(ui.max_rect().width(), more::STRIP_HEIGHT)))
    };
    if let (Some(scrolled), Some(strip)) = (has_more, strip) {
        More::new(MORE, "More", page.theme.paper).strip_ui(page, ui, strip, &scrolled);
    }
    if has_article {
        article_ui::article_ui(page, ui);
    }
}

/// The tab that is open, in a part of the panel so high.
fn upper_ui(page: &mut Page<'_>, ui: &mut Ui, room: Room, shrinks: bool) -> ScrollAreaOutput<()> {
    ui.scope(|ui| {
        share_ui::without_fade(ui);
        let area = more::as_asked(ui, scroll_area(page, ui), MORE);
        let scrolled = area.min_scrolled_height(0.0).max_height(room.height).auto_shrink([false, shrinks]).show(ui, |ui| {
            ui.set_width(ui.available_width());
            tab_ui(page, ui, room.most);
        });
        more::follow_focus(ui, &scrolled, MORE);
        scrolled
    })
    .inner
}

/// From its top on, where it shows something else than before.
fn scroll_area(page: &Page<'_>, ui: &Ui) -> ScrollArea {
    type Shown = (Option<String>, Option<usize>, Tab);
    let id = egui::Id::unique("what the detail shows");
    let key = page.state.selection.as_ref().map(|selection| selection.key.clone());
    let shown: Shown = (key, page.state.detail.as_ref().and_then(|detail| detail.change), page.state.tab);
    let area = ScrollArea::vertical().id_salt("detail");
    if ui.data(|data| data.get_temp::<Shown>(id)).as_ref() == Some(&shown) {
        return area;
    }
    ui.data_mut(|data| data.insert_temp(id, shown));
    area.vertical_scroll_offset(0.0)
}

/// Where there is no room for both, the article stands behind what changed, one click away at the end of the tabs' line.
fn low_ui(page: &mut Page<'_>, ui: &mut Ui, tabs: egui::Rect) {
    /// A change, and the turn at which it came into sight.
    type Called = ((u32, Option<usize>), u32);
    let (Some(detail), Some(reading)) = (page.state.detail.clone(), page.state.reading) else { return };
    let id = egui::Id::unique("where the article was called for");
    let shown = (detail.announcement, detail.change);
    // a quote that is clicked calls for its article: another turn for the same change
    let known = ui.data(|data| data.get_temp::<Called>(id)).filter(|known| known.0 == shown);
    let turn = known.map_or(reading.turn, |known| known.1);
    let reads = turn != reading.turn;
    let clicked = turn_ui(ui, tabs, reads);
    let strip = egui::Rect::from_min_max(ui.max_rect().left_bottom() - vec2(0.0, more::STRIP_HEIGHT), ui.max_rect().max);
    if reads {
        article_ui::article_ui(page, ui);
    } else {
        let room = share_ui::whole_room(ui, ui.available_height());
        let scrolled = upper_ui(page, ui, room, false);
        if more::hidden_below(&scrolled) > 4.0 {
            More::new(MORE, "More", page.theme.paper).strip_ui(page, ui, strip, &scrolled);
        }
    }
    let turn = if clicked == reads {
        reading.turn
    } else if clicked {
        reading.turn.wrapping_sub(1)
    } else {
        turn
    };
    ui.data_mut(|data| data.insert_temp::<Called>(id, (shown, turn)));
    ui.expand_to_include_rect(ui.max_rect());
}

/// What turns from what changed to the article and back, at the end of a line; whether it was clicked.
fn turn_ui(ui: &mut Ui, line: egui::Rect, reads: bool) -> bool {
    let layout = Layout::right_to_left(Align::Center);
    let mut end = ui.new_child(egui::UiBuilder::new().max_rect(line).layout(layout));
    small_button_ui(&mut end, if reads { "Back to what changed" } else { "Read the article" }).clicked()
}

/// What it is about, and the tabs; gives back the line they stand in.
fn head_ui(page: &mut Page<'_>, ui: &mut Ui) -> egui::Rect {
    let state = page.state;
    let mut kind_fits = true;
    ui.horizontal(|ui| {
        let is_narrow = ui.ctx().content_rect().width() < theme::NARROW;
        if is_narrow && ui.button(format!("Back to the {}", state.settings.look.shown().to_lowercase())).clicked() {
            page.act(Action::Close);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if !is_narrow && ui.button("Close").on_hover_text("Esc").clicked() {
                page.act(Action::Close);
            }
            if state.detail.is_some() {
                copy_menu_ui(page, ui);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                let title = state.detail.as_ref().map_or("Article", |detail| detail.subject.as_str());
                let kind = state.detail.as_ref().map_or("", |detail| detail.kind.as_str());
                let room = ui.available_width() - 10.0;
                let galley = title_galley(ui, page, (title, kind), room);
                kind_fits = !galley.elided;
                let (rect, response) = ui.allocate_exact_size(galley.rect.size(), egui::Sense::hover());
                ui.painter().galley(rect.min, galley, page.theme.ink);
                response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, title));
            });
        });
    });
    let Some(detail) = &state.detail else { return egui::Rect::NOTHING };
    if !kind_fits {
        ui.label(RichText::new(&detail.kind).size(SMALL).color(page.theme.ink_soft));
    }
    let top = ui.cursor().top();
    tabs_ui(page, ui, detail);
    let line = egui::Rect::from_x_y_ranges(ui.max_rect().x_range(), top..=ui.cursor().top() - 4.0);
    ui.add_space(2.0);
    line
}

/// The title and after it the kind. A long title stands on two lines of smaller letters, and only a longer one is cut.
fn title_galley(ui: &Ui, page: &Page<'_>, (title, kind): (&str, &str), room: f32) -> Arc<egui::Galley> {
    let lay_out = |size: f32, n_lines: usize| {
        let mut job = LayoutJob::single_section(title.to_owned(), TextFormat::simple(bold(size), page.theme.ink));
        let soft = TextFormat { valign: Align::Center, ..TextFormat::simple(plain(SMALL), page.theme.ink_soft) };
        job.append(&kind.replace(' ', "\u{a0}"), 8.0, soft);
        job.wrap = TextWrapping { max_width: room, max_rows: n_lines, ..TextWrapping::default() };
        ui.painter().layout_job(job)
    };
    let whole = lay_out(HEADING, 1);
    if whole.elided { lay_out(LARGE, 2) } else { whole }
}

fn tabs_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail) {
    let first = if detail.change.is_some() { "What changed" } else { "What is said" };
    let count = |name: &str, n: usize| if n > 0 { format!("{name} ({n})") } else { name.to_owned() };
    let tabs = [
        (Tab::Changed, first.to_owned()),
        (Tab::History, count("History", detail.history.len())),
        (Tab::Names, count("Names", detail.names.len())),
        (Tab::Notes, count("Notes", detail.notes.len())),
    ];
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 16.0;
        ui.spacing_mut().button_padding.x = 0.0;
        for (tab, label) in tabs {
            let is_on = page.state.tab == tab;
            let text = if is_on { RichText::new(&label).font(bold(SMALL)) } else { RichText::new(&label).size(SMALL) };
            let button = egui::Button::new(text.color(if is_on { page.theme.ink } else { page.theme.ink_soft })).frame(false);
            let response = ui.add(button.min_size(vec2(24.0, 26.0)));
            response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_on, &label));
            ink::focus_ring(ui, &response, page.theme.focus);
            if is_on {
                ui.painter().hline(response.rect.x_range(), response.rect.bottom(), Stroke::new(2.5, page.theme.accent));
            }
            if response.clicked() {
                page.ask(Command::Tab(tab));
            }
        }
    });
    ui.painter().hline(ui.max_rect().x_range(), ui.cursor().top() - 2.0, page.theme.hairline());
}

fn copy_menu_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.menu_button("Copy", |ui| {
        ui.set_min_width(280.0);
        for form in CopyAs::ALL {
            let keys = match form {
                CopyAs::Sentence => keys_of(ui.ctx(), Action::CopySentence),
                CopyAs::Markdown => keys_of(ui.ctx(), Action::CopyMarkdown),
                CopyAs::Wikitext | CopyAs::Quote => String::new(),
            };
            if ui.add(egui::Button::new(form.shown()).shortcut_text(keys)).clicked() {
                page.ask(Command::Copy(*form));
                ui.close();
            }
        }
    });
}

/// The tab that is open; where it tells a change, was, now and both quotes are within that height.
fn tab_ui(page: &mut Page<'_>, ui: &mut Ui, height: f32) {
    let Some(detail) = page.state.detail.clone() else { return };
    let mut ends = Ends::from_here(ui);
    match page.state.tab {
        Tab::Changed => changed_ui(page, ui, &detail, (&mut ends, height)),
        Tab::History => super::history_tab_ui::history_ui(page, ui, &detail, &mut ends),
        Tab::Names => names_ui(page, ui, &detail, &mut ends),
        Tab::Notes => notes_ui(page, ui, &detail, &mut ends),
    }
    ends.remember(ui);
}

fn changed_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail, (ends, height): (&mut Ends, f32)) {
    ui.add_space(6.0);
    let has_choice = changes_ui(page, ui, detail);
    values_ui(page, ui, detail, has_choice && page.state.is_low);
    ends.end_here(ui);
    let widest = if page.state.is_low { SIDE_BY_SIDE_IN_LOW } else { SIDE_BY_SIDE };
    let n_across = if ui.available_width() >= widest { 2 } else { 1 };
    let (first, further) = detail.quotes.split_at(2.min(detail.quotes.len()));
    if !first.is_empty() {
        let most = Ends::lines_last(ui, height, n_across);
        let drawn = quotes_ui(page, ui, (first, most), n_across, ends);
        ends.quoted_to_here(ui, (drawn.n_lines, n_across), drawn.hidden);
        also_ui(page, ui, further.len());
        ends.needed_to_here(ui, drawn.hidden);
    }
    for quotes in further.chunks(n_across) {
        quotes_ui(page, ui, (quotes, [usize::MAX; 2]), n_across, ends);
    }
    for note in &detail.notes {
        ui.label(RichText::new(format!("Note: {note}")).size(SMALL).color(page.theme.ink_soft));
        ends.end_here(ui);
    }
    more_ui(page, ui, detail, ends);
    worked_out_ui(page, ui, detail, ends);
}

/// That further articles tell it below, so that no quote need be cut to show it.
fn also_ui(page: &Page<'_>, ui: &mut Ui, n_more: usize) {
    if n_more > 0 {
        let (articles, tell) = if n_more == 1 { ("article", "tells") } else { ("articles", "tell") };
        let text = format!("{n_more} more {articles} {tell} it, below");
        ui.label(RichText::new(text).size(SMALL).color(page.theme.ink_soft));
    }
}

/// Which of several changes is shown; whether there are several.
fn changes_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail) -> bool {
    let Some((announcement, _)) = page.state.ledger.at(detail.announcement) else { return false };
    let changes: Vec<_> = words::seen_changes(announcement).collect();
    if changes.len() < 2 {
        return false;
    }
    let style = page.style();
    ui.horizontal_wrapped(|ui| {
        for (n, (idx, change)) in changes.iter().enumerate() {
            let label = format!("{}. {}", n + 1, words::change_text(change, style));
            if choice_ui(ui, page, detail.change == Some(*idx), &label).clicked() {
                page.ask(Command::Select(detail.announcement, Some(*idx)));
            }
        }
    });
    ui.add_space(4.0);
    true
}

/// From the left to the values, past "was" and "now".
const TO_VALUES: f32 = 36.0;

/// Was and now, the heart of it; how it changed is left out where it stands right above.
fn values_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail, is_told_above: bool) {
    let theme = &page.theme;
    let announcement = page.state.ledger.at(detail.announcement).map(|(announcement, _)| announcement);
    let change = announcement.zip(detail.change).and_then(|(a, idx)| a.changes.get(idx));
    let ground = if change.is_some_and(|change| change.kind.is_change()) { theme.accent_soft } else { theme.sheet_soft };
    egui::Frame::new().fill(ground).corner_radius(8).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.spacing_mut().interact_size.y = 22.0;
        if let Some(change) = change.filter(|_| !is_told_above) {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(TO_VALUES, 22.0), egui::Sense::hover());
                ink::change_glyph(ui.painter(), rect.left_center() + vec2(11.0, 1.0), change.kind, theme.accent);
                let text = how_text(change, page.style());
                ui.add(Label::new(RichText::new(text).font(bold(LARGE)).color(theme.accent)).wrap());
            });
        }
        if let Some(was) = &detail.was {
            let is_gone = change.is_none_or(|change| change.kind != ChangeKind::Conflict);
            value_row(ui, page, change.map_or("was", |change| words::ends_words(change.kind).0), (was, None), is_gone);
        }
        let other = own_zone(page, change, announcement);
        let beside = other.as_ref().filter(|other| fits_beside(ui, &detail.now, other));
        // what is called off is told by the word for it
        let leads_on = change.is_none_or(words::leads_to_value);
        if leads_on {
            let label = change.map_or_else(|| stands(announcement), |change| words::ends_words(change.kind).1);
            value_row(ui, page, label, (&detail.now, beside), false);
        }
        if let Some(other) = other.as_ref().filter(|_| beside.is_none() || !leads_on) {
            ui.label(RichText::new(other).size(SMALL).color(page.theme.ink_soft));
        }
        ui.add_space(2.0);
        let label = ui.add(Label::new(RichText::new(kept_together(&detail.told)).size(SMALL).color(theme.ink)).wrap());
        label.widget_info(|| WidgetInfo::labeled(Role::Label, true, &detail.told));
    });
}

fn stands(announcement: Option<&Announcement>) -> &'static str {
    announcement.map_or("date", |announcement| match announcement.state {
        crate::timeline::State::Happened => "was on",
        _ => "date",
    })
}

/// Whether small words fit on the line of a value.
fn fits_beside(ui: &Ui, value: &str, words: &str) -> bool {
    let width = |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x;
    let gaps = TO_VALUES + 2.0 * ui.spacing().item_spacing.x;
    gaps + width(value, bold(TITLE)) + width(words, plain(SMALL)) <= ui.available_width()
}

/// A value after the word for it, and small words beside it.
fn value_row(ui: &mut Ui, page: &Page<'_>, label: &str, (value, beside): (&str, Option<&String>), is_old: bool) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui_with_layout(vec2(TO_VALUES, 20.0), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(TO_VALUES);
            // small and large letters stand on one line
            ui.add_space(TITLE - SMALL);
            ui.label(RichText::new(label).size(SMALL).color(page.theme.ink_soft));
        });
        if !is_old {
            ui.add(Label::new(RichText::new(value).font(bold(TITLE)).color(page.theme.ink)).wrap());
            if let Some(beside) = beside {
                ui.vertical(|ui| {
                    ui.add_space(TITLE - SMALL);
                    ui.label(RichText::new(beside).size(SMALL).color(page.theme.ink_soft));
                });
            }
            return;
        }
        let format = TextFormat::simple(plain(TITLE), page.theme.ink_soft);
        let struck = TextFormat { strikethrough: Stroke::new(1.2, page.theme.ink_soft), ..format.clone() };
        let told = value.strip_suffix(words::UNSAID).unwrap_or(value);
        let mut job = LayoutJob::single_section(told.to_owned(), if told == words::NOT_STATED { format.clone() } else { struck });
        // that nobody says it is not struck
        job.append(value.get(told.len()..).unwrap_or_default(), 0.0, format);
        let label = ui.add(Label::new(job).wrap());
        if told.len() < value.len() {
            label.on_hover_text("No article says what it was: it is implied by how the change is told");
        }
    });
}

/// The same moment where the reader is, for a clock time with a zone.
fn own_zone(page: &Page<'_>, change: Option<&crate::timeline::Change>, announcement: Option<&Announcement>) -> Option<String> {
    let claim = match change {
        Some(change) => change.to.as_ref()?,
        None => announcement?.current.as_ref()?,
    };
    let (clock, day) = (claim.date.clock?, claim.date.single_day()?);
    let local = clock.on(day)?;
    let utc = local.checked_sub_signed(chrono::TimeDelta::minutes(clock.zone?.offset_minutes(local)?.into()))?;
    let here = (page.state.own_zone?)(utc);
    (here != local).then(|| {
        // the day is said where it is another one
        let other_day = (here.date() != day).then(|| format!("{} ", crate::view::labels::day_full(here.date(), page.style())));
        let time = here.time().format("%H:%M");
        format!("{}{time} in your time zone", other_day.unwrap_or_default())
    })
}

fn more_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail, ends: &mut Ends) {
    if detail.more.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let title = format!("{} more {} about it", detail.more.len(), if detail.more.len() == 1 { "sentence" } else { "sentences" });
    let header = egui::CollapsingHeader::new(RichText::new(title).size(SMALL)).id_salt("more").show(ui, |ui| {
        for event in detail.more.iter().take(60) {
            let quote = crate::view::quote::quote_of(&page.state.ledger, *event, Side::Says, page.style());
            if let Some(quote) = quote {
                quote_ui(page, ui, &quote, usize::MAX);
                ends.end_here(ui);
            }
        }
    });
    ink::focus_ring(ui, &header.header_response, page.theme.focus);
    if header.header_response.clicked() && header.fully_closed() {
        // what was asked for comes into sight
        header.header_response.scroll_to_me(Some(Align::TOP));
    }
    ends.end_here(ui);
}

fn worked_out_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail, ends: &mut Ends) {
    if detail.worked_out.is_empty() {
        return;
    }
    ui.add_space(8.0);
    ui.label(RichText::new("How the date was worked out").font(bold(SMALL)).color(page.theme.ink));
    for step in &detail.worked_out {
        let text = if step.words.is_empty() || step.steps.contains(&step.words) {
            step.steps.clone()
        } else {
            format!("“{}”: {}", step.words, step.steps)
        };
        if link_ui(ui, page, RichText::new(text).size(SMALL)).clicked() {
            page.ask(Command::SelectEvent(step.event));
        }
        ends.end_here(ui);
    }
}

fn names_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail, ends: &mut Ends) {
    ui.add_space(6.0);
    if detail.names.is_empty() {
        ui.label(RichText::new("No name of this announcement is spelled in more than one way").color(page.theme.ink_soft));
    }
    for (name, spellings) in &detail.names {
        ui.label(RichText::new(name).font(bold(BODY)));
        for (spelling, n_articles) in spellings {
            ui.label(RichText::new(format!("{spelling}  ·  {}", counted(*n_articles, "article"))).size(SMALL).color(page.theme.ink_soft));
            ends.end_here(ui);
        }
        ui.add_space(6.0);
    }
}

fn notes_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail, ends: &mut Ends) {
    ui.add_space(6.0);
    if detail.notes.is_empty() {
        ui.label(RichText::new("Nothing odd was noticed in these statements").color(page.theme.ink_soft));
    }
    for note in &detail.notes {
        ui.label(note);
        ends.end_here(ui);
        ui.add_space(4.0);
    }
}
