//! The list: cards under days, for reading from top to bottom.

use egui::text::TextWrapping;
use egui::{Align2, CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::choices_ui::small_button_ui;
use super::marked::{Marked, format_of, underline_cues};
use super::more::More;
use super::page::Page;
use super::theme::{BODY, LARGE, SMALL, TITLE, bold, plain};
use super::{empty_ui, ink, timeline_ui};
use crate::app::{Action, Command};
use crate::timeline::{ChangeKind, EventId};
use crate::view::Group;
use crate::view::labels::{counted, elided};
use crate::view::lane::{Arrange, foot_of, is_cut_at};
use crate::view::quote::{Side, first_line, pieces_of, quote_of};
use crate::view::row::{
    Card, CardText, Heading, QUOTE_INDENT, QUOTE_LINE_HEIGHT, QUOTE_SIZE, Row, WITNESS_HEIGHT, card_text, column_width, heading_text,
    quote_height,
};

const TOOLS_HEIGHT: f32 = 38.0;
/// A heading names no more articles.
const MOST_NAMED: usize = 2;

/// Cards under headings, only those in sight.
pub(super) fn list_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0.0, page.theme.sheet);
    let tools = Rect::from_min_size(whole.min, vec2(whole.width(), TOOLS_HEIGHT));
    let body = Rect::from_min_max(pos2(whole.left(), tools.bottom()), whole.max);
    page.fill(body);
    let back = ui.interact(body, ui.scope_id().with("list"), Sense::click());
    let n_cards = page.state.rows.n_cards;
    back.widget_info(|| WidgetInfo::labeled(Role::ListBox, true, format!("List, {}", counted(n_cards, "card"))));
    let clip = ui.clip_rect();
    // what is blank at the foot takes no pointer either
    let foot = foot(page, body);
    let seen = body.with_max_y(body.bottom() - foot.map_or(0.0, |(_, blank)| blank));
    ui.set_clip_rect(seen.intersect(clip));
    // in the middle of a window that is wider than a column can be read
    let column = Rect::from_center_size(body.center() - vec2(1.0, 0.0), vec2(column_width(body.width()), body.height()));
    let mut selected = None;
    for idx in page.state.rows.between(page.state.scroll, page.state.scroll + f64::from(seen.height()) - timeline_ui::HAIR) {
        let (Some(row), Some(top)) = (page.state.rows.rows.get(idx).copied(), page.state.rows.tops.get(idx)) else { continue };
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let y = body.top() + (top - page.state.scroll) as f32;
        let rect = Rect::from_min_size(pos2(column.left(), y), vec2(column.width(), row.height()));
        match row {
            Row::Heading(heading, n) => heading_ui(page, ui, rect, heading, n),
            Row::Card(card) => selected = card_ui(page, ui, rect, &card, idx).or(selected),
            Row::Background(n) => background_ui(page, ui, rect, n, idx),
        }
    }
    match (page.state.rows.rows.is_empty(), page.state.is_sifting()) {
        (true, true) => empty_ui::sifting_ui(page, ui, body),
        (true, false) => empty_ui::no_match_ui(page, ui, body),
        (false, _) => {}
    }
    ui.set_clip_rect(clip);
    ends_ui(page, ui, (body, column), foot);
    super::view_focus_ui(page, ui, &back, body, selected);
    input_ui(page, ui, &back);
    timeline_ui::scroll_bar_ui(page, ui, Rect::from_min_max(pos2(body.right() - 10.0, body.top()), body.max), page.state.rows.height());
    tools_ui(page, ui, (tools, column.left()));
    ui.advance_cursor_after_rect(whole);
}

/// Where cards go on below: how high they fade there, and how high nothing of them is seen.
fn foot(page: &Page<'_>, body: Rect) -> Option<(f32, f32)> {
    let seen_to = page.state.scroll + f64::from(body.height());
    (seen_to + 1.0 < page.state.rows.height()).then(|| foot_of(&page.state.rows.tops, seen_to, 18.0))
}

/// Cards that go on above or below fade out there, and what follows is one click away.
fn ends_ui(page: &mut Page<'_>, ui: &Ui, (body, column): (Rect, Rect), foot: Option<(f32, f32)>) {
    const FADE: f32 = 12.0;
    let (scroll, theme) = (page.state.scroll, page.theme.clone());
    let band = |y: std::ops::RangeInclusive<f32>| Rect::from_x_y_ranges(body.x_range(), y);
    if is_cut_at(&page.state.rows.tops, scroll) {
        ink::fade_in(ui.painter(), band(body.top()..=body.top() + FADE), theme.sheet);
    }
    let Some((height, blank)) = foot else { return };
    ink::fade(ui.painter(), (band(body.bottom() - height..=body.bottom()), blank), theme.sheet);
    let at = (pos2(column.right(), body.bottom() - 1.0), Align2::RIGHT_BOTTOM);
    if More::new("More cards below", "More below", theme.sheet).ui(page, ui, at) {
        page.act(Action::PageDown);
    }
}

fn input_ui(page: &mut Page<'_>, ui: &Ui, back: &egui::Response) {
    if back.contains_pointer() {
        let by = ui.input(|input| input.smooth_scroll_delta().y);
        if by != 0.0 {
            page.ask(Command::ScrollTo(page.state.scroll - f64::from(by)));
        }
    }
}

fn tools_ui(page: &mut Page<'_>, ui: &mut Ui, (rect, left): (Rect, f32)) {
    ui.painter().rect_filled(rect, 0.0, page.theme.paper);
    ui.painter().hline(rect.x_range(), rect.bottom(), Stroke::new(1.0, page.theme.line_strong));
    let inner = Rect::from_min_max(pos2(left, rect.top() + 4.0), rect.max - vec2(16.0, 4.0));
    let mut child = ui.new_child(egui::UiBuilder::new().max_rect(inner).layout(egui::Layout::left_to_right(egui::Align::Center)));
    let mut settings = page.state.settings.clone();
    let order = match (settings.arrange, settings.is_newest_first) {
        (Arrange::Claimed, true) => "Latest claimed date first",
        (Arrange::Claimed, false) => "Earliest claimed date first",
        (Arrange::Reported, true) => "Latest report first",
        (Arrange::Reported, false) => "Earliest report first",
    };
    if child.button(order).clicked() {
        settings.is_newest_first = !settings.is_newest_first;
    }
    child.checkbox(&mut settings.has_quotes, "Quotes");
    if settings != page.state.settings {
        page.ask(Command::SetSettings(settings));
    }
    let n_cards = page.state.rows.n_cards;
    child
        .label(egui::RichText::new(counted(n_cards, "card")).size(SMALL).color(page.theme.ink_soft))
        .on_hover_text("A card tells one date of one announcement as it was reported on one day, in as many sentences as say it");
    // a list that opens at what is selected does not begin there
    if page.state.scroll > 1.0 && small_button_ui(&mut child, "More above").on_hover_text("To the first card").clicked() {
        page.ask(Command::ScrollTo(0.0));
    }
}

fn heading_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect, heading: Heading, n: u32) {
    let theme = page.theme.clone();
    let text = heading_text(heading, page.style());
    let y = rect.bottom() - 20.0;
    let at = ink::words(ui.painter(), (pos2(rect.left(), y), Align2::LEFT_CENTER), &text, &bold(LARGE), theme.ink, rect.width() * 0.7);
    let (count, names, is_all) = match heading {
        Heading::Reported(Some(day)) => articles_of(page, day),
        Heading::Reported(None) | Heading::Claimed(_) => (counted(n as usize, "card"), Vec::new(), true),
    };
    let told = |names: &[String]| {
        let names = format!("{}{}", names.join("; "), if is_all { "" } else { "; …" });
        if names.is_empty() { count.clone() } else { format!("{count}: {names}") }
    };
    let (font, room) = (plain(SMALL), rect.right() - at.right() - 14.0);
    let around = ui.painter().layout_no_wrap(told(&vec![String::new(); names.len()]), font.clone(), theme.ink_soft).rect.width();
    let fitting = ink::side_by_side(ui.painter(), &names, &font, theme.ink_soft, room - around - 6.0);
    let place = (pos2(at.right() + 12.0, y + 1.0), Align2::LEFT_CENTER);
    ink::words(ui.painter(), place, &told(&fitting), &font, theme.ink_soft, room);
    let more = told(&names);
    ui.painter().hline(rect.x_range(), rect.bottom() - 5.0, Stroke::new(1.0, theme.line_strong));
    let response = ui.interact(rect, ui.scope_id().with(("heading", format!("{heading:?}"))), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{text}, {more}")));
}

/// How many articles were reported on a day, the names of the first of them, and whether these are all.
fn articles_of(page: &Page<'_>, day: i32) -> (String, Vec<String>, bool) {
    let days = &page.state.ledger.article_days;
    let from = days.partition_point(|(known, _)| *known < day);
    let to = days.partition_point(|(known, _)| *known <= day);
    let names: Vec<String> = days
        .get(from..to)
        .unwrap_or_default()
        .iter()
        .take(MOST_NAMED)
        .filter_map(|(_, idx)| page.state.ledger.timeline.articles.get(*idx as usize))
        .map(|article| article.title.as_ref().or(article.outlet.as_ref()).cloned().unwrap_or_else(|| elided(first_line(article), 120)))
        .collect();
    (counted(to - from, "article"), names, to - from <= MOST_NAMED)
}

/// Draws one card; gives back its id where it is selected.
fn card_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect, card: &Card, idx: usize) -> Option<egui::Id> {
    let text = card_text(&page.state.ledger, card, page.style())?;
    let theme = page.theme.clone();
    let first_event = text.quotes.first().copied();
    let shown = page.state.detail.as_ref().and_then(|detail| detail.change);
    let is_selected = page.state.selection.as_ref().is_some_and(|selection| {
        // of a change it is the card that tells it
        let is_its = match selection.event {
            Some(event) => first_event.is_none_or(|first| first == event),
            None => shown.is_none_or(|change| change_of(page, card) == Some(change)),
        };
        selection.announcement == card.announcement && is_its
    });
    let body = rect.shrink2(vec2(0.0, 4.0));
    let response = ui.interact(body, ui.scope_id().with(("card", card.announcement, card.telling)), Sense::CLICK);
    let ground = match (card.is_change, is_selected, response.hovered()) {
        (_, true, _) => theme.selected,
        (_, _, true) => theme.hovered,
        (true, ..) => theme.accent_soft.gamma_multiply(0.6),
        (false, ..) => theme.sheet_soft,
    };
    ui.painter().rect_filled(body, 6.0, ground);
    let bar = Rect::from_min_size(body.min, vec2(5.0, body.height()));
    let colour = if card.is_change { theme.accent } else { theme.line_strong };
    ui.painter().rect_filled(bar, egui::CornerRadius { nw: 6, sw: 6, ne: 0, se: 0 }, colour);
    let spoken = spoken(&text);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_selected, &spoken));
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_selected(is_selected);
        node.set_position_in_set(idx + 1);
        node.set_size_of_set(page.state.rows.rows.len());
    });
    let id = response.id;
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        match first_event {
            Some(event) if !card.is_change => page.ask(Command::SelectEvent(event)),
            _ => page.ask(Command::Select(card.announcement, change_of(page, card))),
        }
    }
    let mut y = titles(page, ui, body, &text);
    for (event, n_lines) in text.quotes.iter().zip(card.quote_lines) {
        let side = if text.is_gone { Side::Was } else { Side::Says };
        quote(page, ui, (pos2(body.left() + 18.0, y), body.width() - QUOTE_INDENT), (*event, side, n_lines));
        y += quote_height(n_lines);
    }
    is_selected.then_some(id)
}

fn change_of(page: &Page<'_>, card: &Card) -> Option<usize> {
    crate::view::row::change_told(&page.state.ledger, (card.announcement, card.telling)).map(|(idx, _)| idx)
}

fn spoken(text: &CardText) -> String {
    let (was, now) = if text.is_conflict { ("One article says", "Another says") } else { ("Was", "Now") };
    let was = text.was.as_ref().map(|old| format!("{was} {old}. {now} ")).unwrap_or_default();
    let change = text.change.as_ref().or(text.standing.as_ref()).map(|change| format!(" {change}.")).unwrap_or_default();
    format!("{}, {}. {was}{}.{change} {}.", text.subject, text.kind, text.value, text.count)
}

/// The lines above the quotes; gives back where they end.
fn titles(page: &Page<'_>, ui: &Ui, body: Rect, text: &CardText) -> f32 {
    let theme = &page.theme;
    let painter = ui.painter();
    let (left, right) = (body.left() + 18.0, body.right() - 14.0);
    let mut y = body.top() + 9.0;
    let count = ink::words(painter, (pos2(right, y + 2.0), Align2::RIGHT_TOP), &text.count, &plain(SMALL), theme.ink_soft, 220.0);
    let at = ink::words(
        painter,
        (pos2(left, y), Align2::LEFT_TOP),
        &text.subject,
        &bold(TITLE),
        theme.ink,
        (count.left() - left - 90.0).max(80.0),
    );
    ink::words(
        painter,
        (pos2(at.right() + 8.0, at.bottom() - 1.5), Align2::LEFT_BOTTOM),
        &text.kind,
        &plain(SMALL),
        theme.ink_soft,
        count.left() - at.right() - 16.0,
    );
    y += 25.0;
    let mut x = left;
    let right = if text.n_more > 0 && !text.quotes.is_empty() {
        // below the count, where no quote can run into it
        let more = format!("{} not shown", counted(text.n_more, "sentence"));
        let at = (pos2(right, y + 2.0), Align2::RIGHT_TOP);
        ink::words(painter, at, &more, &plain(SMALL), theme.ink_faint, 200.0).left() - 12.0
    } else {
        right
    };
    if let Some(was) = &text.was {
        let (at, room) = ((pos2(x, y), Align2::LEFT_TOP), (right - left) * 0.42);
        let was = if text.is_conflict {
            let was = ink::words(painter, at, was, &bold(BODY), theme.ink, room);
            ink::change_glyph(painter, pos2(was.right() + 20.0, was.center().y), ChangeKind::Conflict, theme.accent);
            was
        } else {
            let draw = if was == crate::view::words::NOT_STATED { ink::words } else { ink::struck };
            let was = draw(painter, at, was, &plain(BODY), theme.ink_soft, room);
            ink::arrow(painter, pos2(was.right() + 9.0, was.center().y), pos2(was.right() + 31.0, was.center().y), 2.0, theme.accent);
            was
        };
        x = was.right() + 42.0;
    }
    let at = (pos2(x, y), Align2::LEFT_TOP);
    let value = if text.is_gone {
        ink::struck(painter, at, &text.value, &plain(BODY), theme.ink_soft, right - x)
    } else {
        ink::words(painter, at, &text.value, &bold(BODY), theme.ink, right - x)
    };
    if let Some(standing) = text.standing.as_ref().filter(|_| text.change.is_none()) {
        ink::words(
            painter,
            (pos2(value.right() + 12.0, y), Align2::LEFT_TOP),
            standing,
            &plain(BODY),
            theme.ink_soft,
            right - value.right() - 14.0,
        );
    }
    y += 24.0;
    if let Some(change) = &text.change {
        ink::words(painter, (pos2(left, y), Align2::LEFT_TOP), change, &bold(SMALL), theme.accent, right - left);
        y += 24.0;
    }
    y
}

/// One quote of so many lines, its date words marked, who said it above.
fn quote(page: &Page<'_>, ui: &Ui, (at, width): (egui::Pos2, f32), (event, side, n_lines): (EventId, Side, u8)) {
    let theme = &page.theme;
    let Some(quote) = quote_of(&page.state.ledger, event, side, page.style()) else { return };
    let Some(article) = page.state.ledger.timeline.articles.get(quote.article as usize) else { return };
    let mut marked = Marked::default();
    for (words, mark) in pieces_of(&article.text, quote.quote, &quote.marks) {
        let mut format = format_of(theme, theme.ink, mark);
        format.line_height = Some(QUOTE_LINE_HEIGHT);
        format.font_id.size = QUOTE_SIZE;
        marked.append(&words, format, mark);
    }
    let (mut job, cues) = marked.into_parts();
    job.wrap = TextWrapping { max_width: width, max_rows: usize::from(n_lines.max(1)), ..TextWrapping::default() };
    let galley = ui.painter().layout_job(job);
    let foot = at.y + WITNESS_HEIGHT + galley.size().y;
    ui.painter().vline(at.x + 1.0, at.y + 2.0..=foot, Stroke::new(2.0, theme.line_strong));
    ink::words(ui.painter(), (pos2(at.x + 12.0, at.y), Align2::LEFT_TOP), &quote.label, &plain(SMALL), theme.ink_soft, width);
    let at = pos2(at.x + 12.0, at.y + WITNESS_HEIGHT);
    ui.painter().galley(at, std::sync::Arc::clone(&galley), theme.ink);
    underline_cues(ui.painter(), theme, (&galley, at), &cues);
}

fn background_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect, n: u32, idx: usize) {
    let text = format!("{} of what was said in passing", counted(n as usize, "card"));
    let response = ui.interact(rect, ui.scope_id().with(("in passing", idx)), Sense::CLICK);
    let colour = if response.hovered() { page.theme.ink } else { page.theme.ink_soft };
    ink::fold_mark(ui.painter(), pos2(rect.left() + 10.0, rect.center().y), true, colour);
    ink::words(
        ui.painter(),
        (pos2(rect.left() + 22.0, rect.center().y), Align2::LEFT_CENTER),
        &text,
        &plain(SMALL),
        colour,
        rect.width() - 30.0,
    );
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{text}, show")));
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        page.ask(Command::ToggleGroup(Group::Background));
    }
}
