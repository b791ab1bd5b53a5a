//! The whole article, scrolled to the quote, with every statement marked; a click on one shows its announcement.

use egui::epaint::text::PlacedRow;
use egui::{Align, Galley, Label, Rect, RichText, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::marked::{LINE_HEIGHT, Marked, format_of, underline_cues};
use super::more::More;
use super::page::Page;
use super::theme::{SMALL, TITLE, bold};
use super::{ink, more, share_ui};
use crate::app::Command;
use crate::app::state::Reading;
use crate::article::Article;
use crate::text::Span;
use crate::timeline::EventId;
use crate::view::detail::capitalised;
use crate::view::labels::{counted, day_full};
use crate::view::opening::opening_line;
use crate::view::quote::{file_name, marked_article, report_text};
use crate::view::search::letters_found;

/// Thickness of the line under words that are searched for.
const FOUND_WIDTH: f32 = 3.0;

/// The article in the lower part of the detail.
pub(super) fn article_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let Some(reading) = page.state.reading else { return };
    let ledger = std::sync::Arc::clone(&page.state.ledger);
    let Some(article) = ledger.timeline.articles.get(reading.article as usize) else { return };
    let theme = page.theme.clone();
    if page.state.detail.is_none() {
        ui.add_space(8.0);
    }
    let top = ui.cursor().top();
    head_ui(page, ui, article, reading);
    share_ui::remember_head(ui, ui.cursor().top() - top);
    egui::Frame::new().fill(theme.sheet).corner_radius(6).inner_margin(MARGIN).show(ui, |ui| {
        share_ui::without_fade(ui);
        let room = ui.available_rect_before_wrap();
        ui.set_min_height(room.height());
        // whole lines, so that none is cut at the foot, and below them room for how many more there are
        let lines = ((room.height() + f32::from(MARGIN.bottom) - more::STRIP_HEIGHT) / LINE_HEIGHT).floor().max(1.0) * LINE_HEIGHT;
        let area = more::as_asked(ui, ScrollArea::vertical().id_salt("article"), MORE);
        let scrolled =
            area.min_scrolled_height(LINE_HEIGHT).max_height(lines - HAIR).auto_shrink([false, false]).show_viewport(ui, |ui, seen| {
                text_ui(page, ui, (article, seen), reading);
            });
        let foot = Rect::from_min_max(pos2(room.left(), room.top() + lines), room.max + vec2(6.0, f32::from(MARGIN.bottom)));
        more_ui(page, ui, foot, &scrolled);
    });
}

/// Around the words of an article.
const MARGIN: egui::Margin = egui::Margin { left: 12, right: 12, top: 8, bottom: 8 };
/// So much of the line below may not come into sight by rounding.
const HAIR: f32 = 0.5;
/// What leads on in a long article.
const MORE: &str = "More of the article below";

/// How many lines follow below those in sight.
fn more_ui<R>(page: &Page<'_>, ui: &Ui, foot: Rect, scrolled: &egui::scroll_area::ScrollAreaOutput<R>) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines of a text")]
    let n_lines = (more::hidden_below(scrolled) / LINE_HEIGHT).round().max(0.0) as usize;
    if n_lines > 0 {
        More::new(MORE, &format!("{} more", counted(n_lines, "line")), page.theme.sheet).strip_ui(page, ui, foot, scrolled);
    }
}

fn head_ui(page: &Page<'_>, ui: &mut Ui, article: &Article, reading: Reading) {
    let theme = &page.theme;
    let day = capitalised(&report_text(article, |day| day_full(day, page.style())));
    if let Some(title) = &article.title {
        ui.add(Label::new(RichText::new(title).font(bold(TITLE))).wrap());
    }
    let n = reading.article + 1;
    let outlet = article.outlet.as_ref().map(|outlet| format!(" · {outlet}")).unwrap_or_default();
    let text = format!("{day}{outlet} · {}", file_name(&article.file));
    let label = ui.add(Label::new(RichText::new(&text).size(SMALL).color(theme.ink_soft)).truncate());
    label.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("Article {n}: {text}")));
    if let Some(reported) = article.reported.filter(|reported| reported.is_doubtful) {
        let text = format!("The report date is taken from the {} and may be wrong", reported.source.name());
        ui.label(RichText::new(&text).size(SMALL).color(theme.accent));
    }
}

fn text_ui(page: &mut Page<'_>, ui: &mut Ui, (article, seen): (&Article, Rect), reading: Reading) {
    let theme = page.theme.clone();
    let selection = page.state.selection.as_ref();
    let change = page.state.detail.as_ref().and_then(|detail| detail.change);
    let pieces = marked_article(&page.state.ledger, reading.article, selection.map(|s| s.announcement), change);
    let mut marked = Marked::default();
    for (span, mark) in pieces {
        marked.append(span.of(&article.text), format_of(&theme, theme.ink, mark), mark);
    }
    let (mut job, cues) = marked.into_parts();
    job.wrap.max_width = ui.available_width();
    let galley = ui.painter().layout_job(job);
    let (rect, response) = ui.allocate_exact_size(galley.rect.size(), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &article.text));
    ui.painter().galley(rect.min, galley.clone(), theme.ink);
    underline_cues(ui.painter(), &theme, (&galley, rect.min), &cues);
    for letters in letters_found(&article.text, &page.state.filter.query) {
        ink::underline(ui.painter(), (&galley, rect.min), letters, egui::Stroke::new(FOUND_WIDTH, theme.focus));
    }
    let place = |span: Span| {
        let at = |byte: u32| {
            let n_chars = article.text.get(..byte as usize).map_or(0, |text| text.chars().count());
            galley.pos_from_cursor(egui::text::CCursor::new(n_chars))
        };
        at(span.start).union(at(span.end)).translate(rect.min.to_vec2())
    };
    let turn_id = ui.scope_id().with("scrolled to");
    // once, and once more where the quotes above have taken or left room since
    #[expect(clippy::cast_possible_truncation, reason = "a height in points")]
    let room = if page.state.settings.article_share.is_none() { seen.height() as i32 } else { 0 };
    let turn = (reading.article, reading.turn, room);
    let last_turn = ui.data(|data| data.get_temp::<(u32, u32, i32)>(turn_id));
    match reading.at.map(place).filter(|_| last_turn != Some(turn)) {
        Some(quote) => {
            let top = opening(&article.text, &galley, quote.translate(-rect.min.to_vec2()), seen.height());
            scroll_to_line(page, ui, rect, seen, top);
            ui.data_mut(|data| {
                data.insert_temp(turn_id, turn);
                // on its way there it is not at rest
                data.remove::<(f32, f64)>(ui.scope_id().with("was scrolled to"));
            });
        }
        None => settle(page, ui, rect, seen),
    }
    if let Some(span) = reading.at {
        let rect = place(span);
        ui.painter().vline(ui.min_rect().left() - 5.0, rect.y_range(), egui::Stroke::new(3.0, theme.accent));
    }
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.clicked()) {
        let cursor = galley.cursor_from_pos(at - rect.min);
        let byte = article.text.char_indices().nth(cursor.index.into()).map_or(0, |(byte, _)| byte);
        if let Some(event) = event_at(page, reading.article, byte) {
            page.ask(Command::SelectEvent(event));
        }
    }
}

/// How far below its head a text is to be read from, that has the quote there.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, clippy::cast_precision_loss, reason = "lines of a text")]
fn opening(text: &str, galley: &Galley, quote: Rect, height: f32) -> f32 {
    let mut letters = text.char_indices().map(|(byte, _)| byte);
    let mut start_of = |row: &PlacedRow| {
        let start = letters.clone().next().unwrap_or(text.len());
        let n_letters = usize::from(row.char_count_including_newline());
        letters.by_ref().take(n_letters).for_each(drop);
        start
    };
    let starts: Vec<usize> = galley.rows.iter().map(&mut start_of).collect();
    let line = |y: f32| (y / LINE_HEIGHT).round().max(0.0) as usize;
    let lines = (line(quote.top()), line(quote.bottom()).saturating_sub(1));
    opening_line(text, &starts, lines, line(height)) as f32 * LINE_HEIGHT
}

/// Scrolls so that the line nearest to a height within the text is the first in sight.
fn scroll_to_line(page: &Page<'_>, ui: &Ui, text: Rect, seen: Rect, height: f32) {
    let most = (text.height() - seen.height()).max(0.0);
    let top = ((height / LINE_HEIGHT).round() * LINE_HEIGHT).clamp(0.0, most);
    let target = Rect::from_min_size(pos2(text.left(), text.top() + top), vec2(1.0, seen.height()));
    ui.scroll_to_rect_animation(target, Some(Align::Center), super::scrolling(page));
}

/// So many seconds without motion are rest: longer than any pause between two frames of a scroll.
const REST_SECONDS: f32 = 0.2;

/// Once nobody scrolls any more, no line is left cut at the top.
fn settle(page: &Page<'_>, ui: &Ui, text: Rect, seen: Rect) {
    let id = ui.scope_id().with("was scrolled to");
    let (now, is_held) = ui.input(|input| (input.time, input.pointer.any_down() || input.smooth_scroll_delta() != egui::Vec2::ZERO));
    let known = ui.data(|data| data.get_temp::<(f32, f64)>(id));
    let since = known.filter(|(top, _)| !is_held && (top - seen.top()).abs() < 0.01).map_or(now, |known| known.1);
    ui.data_mut(|data| data.insert_temp(id, (seen.top(), since)));
    let cut = seen.top().rem_euclid(LINE_HEIGHT);
    if cut.min(LINE_HEIGHT - cut) < 0.5 {
        return;
    }
    if now - since < f64::from(REST_SECONDS) {
        ui.ctx().request_repaint_after_secs(REST_SECONDS);
    } else {
        scroll_to_line(page, ui, text, seen, seen.top());
        ui.data_mut(|data| data.insert_temp(id, (seen.top(), now)));
    }
}

/// The statement whose quote holds a byte of an article; the shortest where several do.
fn event_at(page: &Page<'_>, article: u32, byte: usize) -> Option<EventId> {
    let at = u32::try_from(byte).ok()?;
    let events = &page.state.ledger.timeline.events;
    let from = events.partition_point(|event| event.article < article);
    let own = events.iter().enumerate().skip(from).take_while(|(_, event)| event.article == article);
    let held = own.filter(|(_, event)| event.quote.holds(at));
    held.min_by_key(|(_, event)| event.quote.len()).and_then(|(id, _)| EventId::try_from(id).ok())
}
