//! A lane's header: what it is, what it was, what it is now, and by how much it changed.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Pos2, Rect, Ui, pos2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{BODY, SMALL, bold, plain};
use crate::timeline::{AnnouncementId, ChangeKind};
use crate::view::labels::{Length, counted, day_short};
use crate::view::lane::{TITLE_GAP, TITLE_LINE_HEIGHT};
use crate::view::words;

/// Draws into the rectangle given; the lane's own widget is behind it.
pub(super) fn header_ui(page: &Page<'_>, ui: &Ui, rect: Rect, id: AnnouncementId) {
    let Some((announcement, track)) = page.state.ledger.at(id) else { return };
    let theme = &page.theme;
    let painter = ui.painter();
    let style = page.style();
    let left = rect.left() + 16.0;
    let width = rect.width() - 26.0;
    let newest = words::seen_changes(announcement).next_back().map(|(_, change)| change);
    let mut y = rect.top() + 7.0;
    if newest.is_some() {
        painter.rect_filled(Rect::from_min_size(rect.min, vec2(5.0, rect.height() - 1.0)), 0.0, theme.accent);
    }
    y += title_ui(page, ui, pos2(left, y), width, id);
    let Some(change) = newest else {
        let now = words::now_text(announcement, style, Length::Full);
        let suffix = if track.n_notes > 0 { format!("  ·  {}", counted(track.n_notes, "note")) } else { String::new() };
        let text = format!("{now}{suffix}");
        let at = ink::words(painter, (pos2(left, y), Align2::LEFT_TOP), &text, &plain(SMALL), theme.ink_soft, width - 24.0);
        if track.n_articles > 1 {
            let told = counted(track.n_articles, "article");
            let room = rect.right() - 10.0 - at.right() - 12.0;
            if let Some(told) = ink::first_that_fits(painter, &[told], &plain(SMALL), theme.ink_faint, room) {
                painter.galley(pos2(rect.right() - 10.0 - told.rect.width(), y), told, theme.ink_faint);
            }
        }
        return;
    };
    let label = |text: &str, y: f32| ink::words(painter, (pos2(left, y), Align2::LEFT_TOP), text, &plain(SMALL), theme.ink_soft, 40.0);
    let (was_word, now_word) = words::ends_words(change.kind);
    let values_left = if change.kind == ChangeKind::Conflict { 40.0 } else { 32.0 };
    label(was_word, y);
    let was = words::from_text(change, style, Length::Full);
    let is_gone = (change.from.is_some() || change.from_text.is_some()) && change.kind != ChangeKind::Conflict;
    let draw = if is_gone { ink::struck } else { ink::words };
    // that nobody says it is not struck, and left out where it does not fit
    let value = was.strip_suffix(words::UNSAID).unwrap_or(&was);
    let value_at = (pos2(left + values_left, y), Align2::LEFT_TOP);
    let value_rect = draw(painter, value_at, value, &plain(SMALL), theme.ink_soft, width - values_left);
    let unsaid = was.get(value.len()..).unwrap_or_default().to_owned();
    if let Some(unsaid) = ink::first_that_fits(painter, &[unsaid], &plain(SMALL), theme.ink_soft, left + width - value_rect.right()) {
        painter.galley(value_rect.right_top(), unsaid, theme.ink_soft);
    }
    y += 19.0;
    label(now_word, y);
    let now = words::to_text(change, style, Length::Full);
    let now = ink::words(painter, (pos2(left + values_left, y), Align2::LEFT_TOP), &now, &bold(SMALL), theme.ink, width - values_left);
    let n_articles = page.state.ledger.timeline.witnesses(change).articles.len();
    let count = ink::fitted(painter, &counted(n_articles, "article"), &plain(SMALL), theme.ink_soft, 90.0);
    let count_left = rect.right() - 10.0 - count.rect.width();
    if now.right() + 8.0 < count_left {
        painter.galley(pos2(count_left, y), count, theme.ink_soft);
    }
    y += 22.0;
    let (n_steps, is_only) = (words::n_steps(announcement), words::seen_changes(announcement).count() == 1);
    // one shape would tell only the last of several changes
    let indent = if n_steps < 2 || change.kind == ChangeKind::Conflict {
        ink::change_glyph(painter, pos2(left + 9.0, y + 8.0), change.kind, theme.accent);
        32.0
    } else {
        0.0
    };
    let at = pos2(left + indent, y);
    let end = match words::summary_text(announcement, style).filter(|_| !is_only || words::says_more(change, style)) {
        Some(summary) => {
            let newest = words::newest_text(announcement, style).unwrap_or_default();
            let brief = words::brief_text(announcement, style).filter(|_| n_steps > 1).map(|brief| format!("{brief}, {newest}"));
            let brief = brief.filter(|_| change.kind != ChangeKind::Conflict).unwrap_or_else(|| newest.clone());
            summary_ui(page, ui, at, width - indent, &[summary, brief, newest]) + 8.0
        }
        None => at.x,
    };
    let reported = [format!("reported {}", day_short(change.reported, style))];
    if let Some(words) = ink::first_that_fits(painter, &reported, &plain(SMALL), theme.ink_soft, left + width - end) {
        painter.galley(pos2(end, y), words, theme.ink_soft);
    }
}

/// The whole story of the changes, of a long chain the last step; gives back where the words end.
fn summary_ui(page: &Page<'_>, ui: &Ui, at: Pos2, width: f32, texts: &[String; 3]) -> f32 {
    let (painter, accent) = (ui.painter(), page.theme.accent);
    match ink::first_that_fits(painter, texts, &bold(SMALL), accent, width) {
        Some(words) => {
            let end = at.x + words.rect.width();
            painter.galley(at, words, accent);
            end
        }
        None => ink::words(painter, (at, Align2::LEFT_TOP), &texts[0], &bold(SMALL), accent, width).right(),
    }
}

/// The name in bold letters and the kind after it, over as many lines as the lane has room for; gives back their height.
fn title_ui(page: &Page<'_>, ui: &Ui, at: Pos2, width: f32, id: AnnouncementId) -> f32 {
    let Some((announcement, track)) = page.state.ledger.at(id) else { return 0.0 };
    let (painter, theme) = (ui.painter(), &page.theme);
    let (subject, kind) = (words::subject_text(announcement), words::kind_text(announcement));
    // "episode 5" stands on one line
    let part = announcement.part.as_deref().unwrap_or_default();
    let unbroken = subject.replace(part, &part.replace(' ', "\u{a0}"));
    let mut job = LayoutJob::single_section(unbroken, TextFormat::simple(bold(BODY), theme.ink));
    let soft = TextFormat { line_height: Some(TITLE_LINE_HEIGHT), ..TextFormat::simple(plain(SMALL), theme.ink_soft) };
    job.append(&kind.replace(' ', "\u{a0}"), TITLE_GAP, soft);
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(TITLE_LINE_HEIGHT));
    job.wrap = TextWrapping { max_width: width, max_rows: track.n_title_lines.into(), ..TextWrapping::default() };
    let galley = painter.layout_job(job);
    let height = |n_lines: usize| 1.0 + TITLE_LINE_HEIGHT * if n_lines > 1 { 2.0 } else { 1.0 };
    if !galley.elided {
        let n_lines = galley.rows.len();
        painter.galley(at, galley, theme.ink);
        return height(n_lines);
    }
    // longer than there is room for: cut in the middle, so that both ends stay
    let kind = ink::fitted(painter, &kind, &plain(SMALL), theme.ink_soft, width * 0.4);
    let title = ink::fitted(painter, &subject, &bold(BODY), theme.ink, width - kind.rect.width() - 14.0);
    let foot = at.y + title.rect.height();
    painter.galley(pos2(at.x + title.rect.width() + 8.0, foot - 1.5 - kind.rect.height()), kind, theme.ink_soft);
    painter.galley(at, title, theme.ink);
    height(1)
}
