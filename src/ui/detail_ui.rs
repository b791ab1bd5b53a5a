//! The detail: was and now, who said so, both quotes, how the date was worked out, history, and the article itself.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align, Label, Layout, RichText, Role, ScrollArea, Stroke, Ui, WidgetInfo, vec2};

use super::choices_ui::{choice_ui, small_button_ui};
use super::marked::{Marked, format_of, underline_cues};
use super::page::Page;
use super::shortcuts::keys_of;
use super::theme::{self, BODY, HEADING, SMALL, bold, plain};
use super::{article_ui, ink};
use crate::app::{Action, Command, Tab};
use crate::text::Span;
use crate::timeline::{Announcement, ChangeKind};
use crate::view::copy::CopyAs;
use crate::view::detail::Detail;
use crate::view::labels::{counted, kept_together};
use crate::view::quote::{Mark, Quote, Side, cut, last_words, part_around, set_off};
use crate::view::words;

/// A quote shows no more letters than this.
const MOST_OF_QUOTE: usize = 200;
/// And no more than this where the sentence before it stands there too.
const MOST_AFTER_LEAD: usize = 120;
/// The sentence before it no more than this.
const MOST_OF_LEAD: usize = 90;
/// Quotes stand side by side from this width.
const SIDE_BY_SIDE: f32 = 640.0;

/// The whole panel.
pub(super) fn detail_ui(page: &mut Page<'_>, ui: &mut Ui) {
    head_ui(page, ui);
    let height = ui.available_height();
    let has_article = page.state.reading.is_some();
    let has_both = has_article && page.state.detail.is_some();
    let share = page.state.settings.article_share;
    if has_both && share.is_none() && height < LOWEST_FOR_BOTH {
        return low_ui(page, ui, height);
    }
    let upper = if has_both { upper_height(ui, height, share) } else { height };
    if page.state.detail.is_some() {
        let shrinks = has_article && share.is_none();
        scroll_area(page, ui).max_height(upper).auto_shrink([false, shrinks]).show(ui, |ui| {
            ui.set_width(ui.available_width());
            tab_ui(page, ui);
            ui.add_space(8.0);
        });
    }
    if has_both {
        divider_ui(page, ui, height);
    }
    if has_article {
        article_ui::article_ui(page, ui);
    }
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

/// With less height the detail and the article take turns.
const LOWEST_FOR_BOTH: f32 = 260.0;

/// Where there is no room for both, the article stands behind what changed, one click away.
fn low_ui(page: &mut Page<'_>, ui: &mut Ui, height: f32) {
    /// A change, and the turn at which it came into sight.
    type Called = ((u32, Option<usize>), u32);
    const BUTTON: f32 = 24.0;
    let (Some(detail), Some(reading)) = (page.state.detail.clone(), page.state.reading) else { return };
    let id = egui::Id::unique("where the article was called for");
    let shown = (detail.announcement, detail.change);
    // a quote that is clicked calls for its article: another turn for the same change
    let known = ui.data(|data| data.get_temp::<Called>(id)).filter(|known| known.0 == shown);
    let turn = known.map_or(reading.turn, |known| known.1);
    let reads = turn != reading.turn;
    ui.allocate_ui(vec2(ui.available_width(), height - BUTTON - ui.spacing().item_spacing.y), |ui| {
        ui.set_min_height(ui.available_height());
        if reads {
            article_ui::article_ui(page, ui);
        } else {
            scroll_area(page, ui).auto_shrink([false, false]).show(ui, |ui| tab_ui(page, ui));
        }
    });
    let clicked = small_button_ui(ui, if reads { "Back to what changed" } else { "Read the article" }).clicked();
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

/// The article keeps at least this height where nobody has moved the divider: three lines and its head.
const LEAST_ARTICLE: f32 = 114.0;
/// A detail of less height has not even that to spare.
const LOW: f32 = 300.0;
/// Height of the divider above it.
const DIVIDER: f32 = 14.0;

/// The line above the article, with a grip: dragging it gives the article more room or less, a double click gives it the
/// usual.
fn divider_ui(page: &mut Page<'_>, ui: &mut Ui, height: f32) {
    let bottom = ui.max_rect().bottom();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DIVIDER), egui::Sense::click_and_drag());
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Resize the article"));
    let is_held = response.hovered() || response.dragged();
    let colour = if is_held { page.theme.ghost } else { page.theme.line_strong };
    let y = rect.center().y;
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, colour));
    let grip = egui::Rect::from_center_size(rect.center(), vec2(36.0, 5.0));
    ui.painter().rect(
        grip,
        2.5,
        if is_held { page.theme.ghost } else { page.theme.paper },
        Stroke::new(1.0, colour),
        egui::StrokeKind::Inside,
    );
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        page.ask(Command::ShareDetail(Some((bottom - at.y) / height.max(1.0))));
    }
    if response.double_clicked() {
        page.ask(Command::ShareDetail(None));
    }
    response.on_hover_cursor(egui::CursorIcon::ResizeVertical);
}

/// Where the height that was, now and both their quotes need is remembered.
fn both_quotes_id() -> egui::Id {
    egui::Id::unique("height of both quotes")
}

/// What a person left for it; else as high as was, now and both quotes need, and never so high that no article is left.
fn upper_height(ui: &Ui, height: f32, share: Option<f32>) -> f32 {
    if let Some(share) = share {
        // however far down the divider is drawn, some lines of the article stay
        let upper = height * (1.0 - share) - DIVIDER / 2.0 - ui.spacing().item_spacing.y;
        return upper.min(height - LEAST_ARTICLE - DIVIDER).max(40.0);
    }
    let needed = ui.data(|data| data.get_temp::<f32>(both_quotes_id())).unwrap_or(0.0);
    // where there is room for little, was and now come first
    let least = if height < LOW { 0.7 } else { 0.5 };
    (height * 0.45).max(needed).min((height - LEAST_ARTICLE - DIVIDER).max(height * least))
}

/// Remembers how high was, now and both quotes are; the next frame gives them the room.
fn remember_height(ui: &Ui, needed: f32) {
    let before = ui.data(|data| data.get_temp::<f32>(both_quotes_id()));
    if before.is_none_or(|before| (before - needed).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(both_quotes_id(), needed));
        ui.ctx().request_repaint();
    }
}

fn head_ui(page: &mut Page<'_>, ui: &mut Ui) {
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
    let Some(detail) = &state.detail else { return };
    if !kind_fits {
        ui.label(RichText::new(&detail.kind).size(SMALL).color(page.theme.ink_soft));
    }
    tabs_ui(page, ui, detail);
    ui.add_space(2.0);
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
    if whole.elided { lay_out(theme::LONG_HEADING, 2) } else { whole }
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

fn tab_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let Some(detail) = page.state.detail.clone() else { return };
    match page.state.tab {
        Tab::Changed => changed_ui(page, ui, &detail),
        Tab::History => super::history_tab_ui::history_ui(page, ui, &detail),
        Tab::Names => names_ui(page, ui, &detail),
        Tab::Notes => notes_ui(page, ui, &detail),
    }
}

fn changed_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail) {
    let top = ui.cursor().top();
    ui.add_space(6.0);
    changes_ui(page, ui, detail);
    values_ui(page, ui, detail);
    if ui.available_width() >= SIDE_BY_SIDE && detail.quotes.len() > 1 {
        for pair in detail.quotes.chunks(2) {
            ui.columns(2, |columns| {
                for (column, quote) in columns.iter_mut().zip(pair) {
                    // a column would spread its words from edge to edge
                    column.with_layout(Layout::top_down(Align::Min), |ui| quote_ui(page, ui, quote));
                }
            });
        }
    } else {
        for (at, quote) in detail.quotes.iter().enumerate() {
            quote_ui(page, ui, quote);
            if at == 1.min(detail.quotes.len() - 1) {
                also_ui(page, ui, detail);
                remember_height(ui, ui.cursor().top() - top - 2.0);
            }
        }
    }
    for note in &detail.notes {
        ui.label(RichText::new(format!("Note: {note}")).size(SMALL).color(page.theme.ink_soft));
    }
    more_ui(page, ui, detail);
    worked_out_ui(page, ui, detail);
}

/// That further articles tell it below, so that no quote need be cut to show it.
fn also_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail) {
    let n_more = detail.quotes.len().saturating_sub(2);
    if n_more > 0 {
        let (articles, tell) = if n_more == 1 { ("article", "tells") } else { ("articles", "tell") };
        let text = format!("{n_more} more {articles} {tell} it, below");
        ui.label(RichText::new(text).size(SMALL).color(page.theme.ink_soft));
    }
}

/// Which of several changes is shown.
fn changes_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail) {
    let Some((announcement, _)) = page.state.ledger.at(detail.announcement) else { return };
    let changes: Vec<_> = words::seen_changes(announcement).collect();
    if changes.len() < 2 {
        return;
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
}

/// Was and now, the heart of it.
fn values_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail) {
    let theme = &page.theme;
    let announcement = page.state.ledger.at(detail.announcement).map(|(announcement, _)| announcement);
    let change = announcement.zip(detail.change).and_then(|(a, idx)| a.changes.get(idx));
    let ground = if change.is_some_and(|change| change.kind.is_change()) { theme.accent_soft } else { theme.sheet_soft };
    egui::Frame::new().fill(ground).corner_radius(8).inner_margin(egui::Margin::symmetric(12, 8)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 3.0;
        ui.spacing_mut().interact_size.y = 22.0;
        if let Some(change) = change {
            ui.horizontal(|ui| {
                let (rect, _) = ui.allocate_exact_size(vec2(22.0, 22.0), egui::Sense::hover());
                ink::change_glyph(ui.painter(), rect.center(), change.kind, theme.accent);
                let text = words::change_text(change, page.style());
                ui.add(Label::new(RichText::new(text).font(bold(17.0)).color(theme.accent)).wrap());
            });
        }
        if let Some(was) = &detail.was {
            let is_gone = change.is_none_or(|change| change.kind != ChangeKind::Conflict);
            value_row(ui, page, change.map_or("was", |change| words::ends_words(change.kind).0), was, is_gone);
        }
        let label = change.map_or_else(|| stands(announcement), |change| words::ends_words(change.kind).1);
        value_row(ui, page, label, &detail.now, false);
        if let Some(other) = own_zone(page, change, announcement) {
            ui.label(RichText::new(other).size(SMALL).color(theme.ink_soft));
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

fn value_row(ui: &mut Ui, page: &Page<'_>, label: &str, value: &str, is_old: bool) {
    ui.horizontal_top(|ui| {
        ui.allocate_ui(vec2(36.0, 20.0), |ui| {
            ui.set_min_width(36.0);
            ui.label(RichText::new(label).size(SMALL).color(page.theme.ink_soft));
        });
        if !is_old {
            ui.add(Label::new(RichText::new(value).font(bold(16.0)).color(page.theme.ink)).wrap());
            return;
        }
        let format = TextFormat::simple(plain(16.0), page.theme.ink_soft);
        let struck = TextFormat { strikethrough: Stroke::new(1.2, page.theme.ink_soft), ..format.clone() };
        let told = value.strip_suffix(words::UNSAID).unwrap_or(value);
        let mut job = LayoutJob::single_section(told.to_owned(), struck);
        // that nobody says it is not struck
        job.append(value.get(told.len()..).unwrap_or_default(), 0.0, format);
        ui.add(Label::new(job).wrap());
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
        format!(
            "{} {:02}:{:02} in your time zone",
            crate::view::labels::day_full(here.date(), page.style()),
            chrono::Timelike::hour(&here),
            chrono::Timelike::minute(&here)
        )
    })
}

/// Height of a line that says who said it.
const WITNESS_LINE: f32 = 17.0;

/// The side of a quote, and who said it; whether it was clicked.
fn witness_ui(page: &Page<'_>, ui: &mut Ui, quote: &Quote) -> bool {
    let theme = &page.theme;
    let row = ui.scope(|ui| {
        ui.spacing_mut().interact_size.y = 20.0;
        ui.horizontal_top(|ui| {
            let (ink_of, ground) = match quote.side {
                Side::Was => (theme.ink_soft, theme.old_date),
                Side::Now | Side::Also | Side::Both | Side::One | Side::Other => (theme.on_accent, theme.accent),
                Side::Says => (theme.sheet, theme.mark),
            };
            let size = ui.painter().layout_no_wrap(quote.side.shown().to_owned(), bold(theme::TINY), ink_of).rect.size() + vec2(12.0, 5.0);
            let (rect, _) = ui.allocate_exact_size(size, egui::Sense::hover());
            ink::pill(ui.painter(), (rect.center(), egui::Align2::CENTER_CENTER), quote.side.shown(), &bold(theme::TINY), ink_of, ground);
            // a source with a long name stands on a second line
            let format = TextFormat { line_height: Some(WITNESS_LINE), ..TextFormat::simple(plain(SMALL), theme.ink_soft) };
            let mut job = LayoutJob::single_section(kept_together(&quote.label), format);
            job.wrap.max_rows = 2;
            let label = ui.vertical(|ui| {
                ui.add_space((size.y - WITNESS_LINE) / 2.0);
                ui.add(Label::new(job).wrap().selectable(false))
            });
            label.inner.widget_info(|| WidgetInfo::labeled(Role::Label, true, &quote.label));
        });
    });
    // the quote below is the button that keys and screen readers use; the pointer may use its head as well
    let is_over = ui.rect_contains_pointer(row.response.rect);
    if is_over {
        ui.ctx().set_cursor_icon(egui::CursorIcon::PointingHand);
    }
    is_over && ui.input(|input| input.pointer.primary_clicked())
}

/// A quote with its side, who said it, and its words marked.
fn quote_ui(page: &mut Page<'_>, ui: &mut Ui, quote: &Quote) {
    let theme = page.theme.clone();
    ui.add_space(4.0);
    let head_clicked = witness_ui(page, ui, quote);
    let timeline = &page.state.ledger.timeline;
    let Some(article) = timeline.articles.get(quote.article as usize) else { return };
    let (job, cues) = marked_quote(&theme, &article.text, quote).into_parts();
    let margin = egui::Margin { left: 12, right: 4, top: 4, bottom: 4 };
    let response = egui::Frame::new().inner_margin(margin).show(ui, |ui| label_ui(ui, &theme, job, &cues)).inner;
    let bar = if quote.side == Side::Was { theme.ghost } else { theme.accent };
    let rect = response.rect;
    ui.painter().vline(rect.left() - 9.0, rect.y_range(), Stroke::new(2.5, bar));
    let words = quote.quote.of(&article.text).trim();
    let name = format!("{} quote: {words}", quote.side.shown().to_lowercase());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ink::focus_ring(ui, &response, theme.focus);
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() || head_clicked {
        page.ask(Command::SelectEvent(quote.event));
    }
}

/// Words that can be clicked, with the lines under their cues; a ground shows that something happens there.
fn label_ui(ui: &mut Ui, theme: &theme::Theme, job: LayoutJob, cues: &[std::ops::Range<usize>]) -> egui::Response {
    let under = ui.painter().add(egui::Shape::Noop);
    let (at, galley, response) = Label::new(job).wrap().selectable(false).sense(egui::Sense::click()).layout_in_ui(ui);
    if response.hovered() {
        let ground = response.rect.expand2(vec2(4.0, 2.0));
        ui.painter().set(under, egui::Shape::rect_filled(ground, 4.0, theme.hovered));
    }
    ui.painter().galley(at, Arc::clone(&galley), theme.ink);
    underline_cues(ui.painter(), theme, (&galley, at), cues);
    response
}

/// The sentence before in grey, then the quote with its date words marked; what would push the other quote out of sight
/// is left out, the article below has all of it.
fn marked_quote(theme: &theme::Theme, text: &str, quote: &Quote) -> Marked {
    let mut marked = Marked::default();
    if let Some(lead) = quote.lead {
        let words = lead.of(text);
        let end = last_words(words, MOST_OF_LEAD);
        let before = if end.len() < words.len() { "…" } else { "" };
        marked.append(&format!("{before}{end} "), format_of(theme, theme.ink_faint, Mark::None), Mark::None);
    }
    let most = if quote.lead.is_some() { MOST_AFTER_LEAD } else { MOST_OF_QUOTE };
    let part = part_around(text, quote.quote, &quote.marks, most);
    let (open, words, close) = set_off(part.of(text));
    let inside: Vec<(Span, Mark)> = quote
        .marks
        .iter()
        .filter(|(span, _)| span.overlaps(part))
        .map(|(span, mark)| (Span::new(span.start.saturating_sub(part.start), span.end.saturating_sub(part.start)), *mark))
        .collect();
    let plain = || format_of(theme, theme.ink, Mark::None);
    marked.append(if part.start > quote.quote.start { "“… " } else { open }, plain(), Mark::None);
    for (piece, mark) in cut(&inside, &words) {
        marked.append(&piece.of(&words).replace('\n', " "), format_of(theme, theme.ink, mark), mark);
    }
    marked.append(if part.end < quote.quote.end { " …”" } else { close }, plain(), Mark::None);
    marked
}

fn more_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail) {
    if detail.more.is_empty() {
        return;
    }
    ui.add_space(6.0);
    let title = format!("{} more {} so", detail.more.len(), if detail.more.len() == 1 { "sentence says" } else { "sentences say" });
    egui::CollapsingHeader::new(RichText::new(title).size(SMALL)).id_salt("more").show(ui, |ui| {
        for event in detail.more.iter().take(60) {
            let quote = crate::view::quote::quote_of(&page.state.ledger, *event, Side::Says, page.style());
            if let Some(quote) = quote {
                quote_ui(page, ui, &quote);
            }
        }
    });
}

fn worked_out_ui(page: &mut Page<'_>, ui: &mut Ui, detail: &Detail) {
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
        if ui.link(RichText::new(text).size(SMALL)).clicked() {
            page.ask(Command::SelectEvent(step.event));
        }
    }
}

fn names_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail) {
    ui.add_space(6.0);
    if detail.names.is_empty() {
        ui.label(RichText::new("No name in these articles is spelled in more than one way").color(page.theme.ink_soft));
    }
    for (name, spellings) in &detail.names {
        ui.label(RichText::new(name).font(bold(BODY)));
        for (spelling, n_articles) in spellings {
            ui.label(RichText::new(format!("{spelling}  ·  {}", counted(*n_articles, "article"))).size(SMALL).color(page.theme.ink_soft));
        }
        ui.add_space(6.0);
    }
}

fn notes_ui(page: &Page<'_>, ui: &mut Ui, detail: &Detail) {
    ui.add_space(6.0);
    if detail.notes.is_empty() {
        ui.label(RichText::new("Nothing odd was noticed in these statements").color(page.theme.ink_soft));
    }
    for note in &detail.notes {
        ui.label(note);
        ui.add_space(4.0);
    }
}
