//! A lane's header: what it is, what it was, what it is now, and by how much it changed.

use egui::{Align2, Rect, Ui, pos2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{BODY, SMALL, bold, plain};
use crate::timeline::AnnouncementId;
use crate::view::labels::{Length, counted, day_short};
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
    let kind = words::kind_text(announcement);
    let kind_width = ink::fitted(painter, &kind, &plain(SMALL), theme.ink_soft, width * 0.4).rect.width();
    let subject = words::subject_text(announcement);
    let at = ink::words(painter, (pos2(left, y), Align2::LEFT_TOP), &subject, &bold(BODY), theme.ink, width - kind_width - 14.0);
    ink::words(
        painter,
        (pos2(at.right() + 8.0, at.bottom() - 1.5), Align2::LEFT_BOTTOM),
        &kind,
        &plain(SMALL),
        theme.ink_soft,
        width * 0.4,
    );
    y += 21.0;
    let Some(change) = newest else {
        let now = words::now_text(announcement, style, Length::Full);
        let n_new = announcement.events.len();
        let n_notes = announcement.events.iter().filter(|event| has_note(page, **event)).count();
        let suffix = if n_notes > 0 { format!("  ·  {}", counted(n_notes, "note")) } else { String::new() };
        let text = format!("{now}{suffix}");
        let at = ink::words(painter, (pos2(left, y), Align2::LEFT_TOP), &text, &plain(SMALL), theme.ink_soft, width - 24.0);
        if n_new > 1 && track.tellings.len() > 1 && at.right() + 70.0 < rect.right() {
            let told = format!("told {} times", track.tellings.len());
            ink::words(painter, (pos2(rect.right() - 10.0, y), Align2::RIGHT_TOP), &told, &plain(SMALL), theme.ink_faint, 90.0);
        }
        return;
    };
    let label = |text: &str, y: f32| ink::words(painter, (pos2(left, y), Align2::LEFT_TOP), text, &plain(SMALL), theme.ink_soft, 40.0);
    label("was", y);
    let was = words::from_text(change, style, Length::Full);
    let draw = if change.from.is_some() || change.from_text.is_some() { ink::struck } else { ink::words };
    draw(painter, (pos2(left + 32.0, y), Align2::LEFT_TOP), &was, &plain(SMALL), theme.ink_soft, width - 32.0);
    y += 19.0;
    label("now", y);
    let now = words::to_text(change, style, Length::Full);
    let now = ink::words(painter, (pos2(left + 32.0, y), Align2::LEFT_TOP), &now, &bold(SMALL), theme.ink, width - 32.0);
    let count = ink::fitted(painter, &counted(articles_of(page, &change.after), "article"), &plain(SMALL), theme.ink_soft, 90.0);
    let count_left = rect.right() - 10.0 - count.rect.width();
    if now.right() + 8.0 < count_left {
        painter.galley(pos2(count_left, y), count, theme.ink_soft);
    }
    y += 22.0;
    ink::change_glyph(painter, pos2(left + 9.0, y + 8.0), change.kind, theme.accent);
    let is_only = words::seen_changes(announcement).count() == 1;
    let summary = words::summary_text(announcement, style).filter(|_| !is_only || words::says_more(change, style));
    let summary = summary.unwrap_or_else(|| format!("told {}", day_short(change.reported, style)));
    ink::words(painter, (pos2(left + 32.0, y), Align2::LEFT_TOP), &summary, &bold(SMALL), theme.accent, width - 32.0);
}

fn has_note(page: &Page<'_>, event: u32) -> bool {
    page.state.ledger.timeline.events.get(event as usize).is_some_and(|event| !event.notes.is_empty())
}

fn articles_of(page: &Page<'_>, events: &[u32]) -> usize {
    let articles: std::collections::BTreeSet<u32> =
        events.iter().filter_map(|id| page.state.ledger.timeline.events.get(*id as usize)).map(|event| event.article).collect();
    articles.len()
}
