//! Quotes with who said so and their words marked, as long as there is room for.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Align, Label, Layout, Role, Stroke, Ui, WidgetInfo, vec2};

use super::ink;
use super::marked::{LINE_HEIGHT, Marked, format_of, underline_cues};
use super::page::Page;
use super::share_ui::Ends;
use super::theme::{self, SMALL, bold, plain};
use crate::app::Command;
use crate::text::Span;
use crate::view::labels::parts_in_lines;
use crate::view::quote::{Mark, Quote, Side, cut, last_words, part_around, set_off};

/// A quote shows no more letters than this.
const MOST_OF_QUOTE: usize = 200;
/// And no more than this where the sentence before it stands there too.
const MOST_AFTER_LEAD: usize = 120;
/// The sentence before it no more than this.
const MOST_OF_LEAD: usize = 90;

/// What became of two quotes.
#[derive(Default)]
pub(super) struct Drawn {
    /// Lines of each, had it been drawn whole.
    pub(super) n_lines: [usize; 2],
    /// By how much both were shortened.
    pub(super) hidden: f32,
}

/// One or two quotes of no more lines than these, below each other or in as many columns.
pub(super) fn quotes_ui(
    page: &mut Page<'_>,
    ui: &mut Ui,
    (quotes, most): (&[Quote], [usize; 2]),
    n_across: usize,
    ends: &mut Ends,
) -> Drawn {
    let mut drawn = Drawn::default();
    if n_across == 1 {
        for ((quote, most), n_lines) in quotes.iter().zip(most).zip(&mut drawn.n_lines) {
            let (n, hidden) = quote_ui(page, ui, quote, most);
            *n_lines = n;
            drawn.hidden += hidden;
            ends.end_here(ui);
        }
        return drawn;
    }
    let (mut shown, mut whole) = (0.0_f32, 0.0_f32);
    ui.columns(n_across, |columns| {
        for (((column, quote), most), n_lines) in columns.iter_mut().zip(quotes).zip(most).zip(&mut drawn.n_lines) {
            // a column would spread its words from edge to edge
            let laid = column.with_layout(Layout::top_down(Align::Min), |ui| quote_ui(page, ui, quote, most));
            let (n, hidden) = laid.inner;
            *n_lines = n;
            let height = laid.response.rect.height();
            (shown, whole) = (shown.max(height), whole.max(height + hidden));
        }
    });
    ends.end_here(ui);
    Drawn { hidden: whole - shown, ..drawn }
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
            let room = ui.available_width();
            let fits = |line: &str| ui.painter().layout_no_wrap(line.to_owned(), plain(SMALL), theme.ink_soft).size().x <= room;
            let mut job = LayoutJob::single_section(parts_in_lines(&quote.label, fits), format);
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

/// A quote with its side, who said it, and its words marked, in no more lines than `most`; gives back how many it has as a
/// whole, and the height of those left out.
pub(super) fn quote_ui(page: &mut Page<'_>, ui: &mut Ui, quote: &Quote, most: usize) -> (usize, f32) {
    let theme = page.theme.clone();
    ui.add_space(4.0);
    let head_clicked = witness_ui(page, ui, quote);
    let timeline = &page.state.ledger.timeline;
    let Some(article) = timeline.articles.get(quote.article as usize) else { return (0, 0.0) };
    let margin = egui::Margin { left: 12, right: 4, top: 4, bottom: 4 };
    let (mut response, n_lines, n_hidden) = egui::Frame::new()
        .inner_margin(margin)
        .show(ui, |ui| {
            let (marked, n_lines, n_shown) = quote_within(ui, &theme, (&article.text, quote), most);
            let (job, cues) = marked.into_parts();
            (label_ui(ui, &theme, job, &cues), n_lines, n_lines.saturating_sub(n_shown))
        })
        .inner;
    let bar = if quote.side == Side::Was { theme.ghost } else { theme.accent };
    let rect = response.rect;
    ui.painter().vline(rect.left() - 9.0, rect.y_range(), Stroke::new(2.5, bar));
    let words = quote.quote.of(&article.text).trim();
    let name = format!("{} quote: {words}", quote.side.shown().to_lowercase());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    ink::focus_ring(ui, &response, theme.focus);
    if n_hidden > 0 {
        let lead = quote.lead.map(|lead| format!("{} ", lead.of(&article.text).trim())).unwrap_or_default();
        let (open, words, close) = set_off(words);
        response = response.on_hover_text(format!("{lead}{open}{words}{close}").replace('\n', " "));
    }
    if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() || head_clicked {
        page.ask(Command::SelectEvent(quote.event));
    }
    #[expect(clippy::cast_precision_loss, reason = "lines of a quote")]
    let hidden = n_hidden as f32 * LINE_HEIGHT;
    (n_lines, hidden)
}

/// A quote cut to no more lines than `most`, around what is marked in it; gives back how many it has as a whole, and how many
/// are left.
fn quote_within(ui: &Ui, theme: &theme::Theme, (text, quote): (&str, &Quote), most: usize) -> (Marked, usize, usize) {
    /// A shortened quote is tried with so many letters.
    const LETTERS: [usize; 7] = [170, 140, 110, 85, 60, 45, 30];
    let lines_of = |marked: &Marked| {
        let mut job = marked.job.clone();
        job.wrap.max_width = ui.available_width();
        ui.painter().layout_job(job).rows.len()
    };
    let whole = marked_quote(theme, text, quote, None);
    let n_lines = lines_of(&whole);
    if n_lines <= most {
        return (whole, n_lines, n_lines);
    }
    let tried = || LETTERS.iter().map(|letters| marked_quote(theme, text, quote, Some(*letters)));
    let fitting = tried().map(|marked| (lines_of(&marked), marked)).find(|(n, _)| *n <= most);
    let (n, marked) = fitting.unwrap_or_else(|| {
        // what is marked is itself too long
        let mut least = marked_quote(theme, text, quote, LETTERS.last().copied());
        least.job.wrap.max_rows = most;
        (most, least)
    });
    (marked, n_lines, n)
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
/// is left out, the article below has all of it. A quote of so many letters has no sentence before it.
fn marked_quote(theme: &theme::Theme, text: &str, quote: &Quote, letters: Option<usize>) -> Marked {
    let mut marked = Marked::default();
    if let Some(lead) = quote.lead.filter(|_| letters.is_none()) {
        let words = lead.of(text);
        let end = last_words(words, MOST_OF_LEAD);
        let before = if end.len() < words.len() { "…" } else { "" };
        marked.append(&format!("{before}{end} "), format_of(theme, theme.ink_faint, Mark::None), Mark::None);
    }
    let most = letters.unwrap_or(if quote.lead.is_some() { MOST_AFTER_LEAD } else { MOST_OF_QUOTE });
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
