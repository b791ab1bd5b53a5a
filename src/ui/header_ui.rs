//! A lane's header: what it is, what it was, what it is now, and by how much it changed.

use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Pos2, Rect, Ui, pos2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{BODY, SMALL, bold, plain};
use crate::timeline::{Announcement, AnnouncementId, Change, ChangeKind};
use crate::view::labels::{Length, counted, grouped};
use crate::view::lane::{TITLE_GAP, TITLE_LINE_HEIGHT};
use crate::view::ledger::Track;
use crate::view::legend::how_text;
use crate::view::words;

/// An announcement with its track.
type Lane<'a> = (AnnouncementId, &'a Announcement, &'a Track);

/// Draws into the rectangle given; the lane's own widget is behind it.
pub(super) fn header_ui(page: &Page<'_>, ui: &Ui, rect: Rect, id: AnnouncementId) {
    let Some((announcement, track)) = page.state.ledger.at(id) else { return };
    let above = if page.state.is_low { 4.0 } else { 7.0 };
    let lines = Rect::from_min_max(rect.min + vec2(16.0, above), rect.max - vec2(10.0, 0.0));
    let newest = words::seen_changes(announcement).next_back().map(|(_, change)| change);
    if newest.is_some() {
        ui.painter().rect_filled(Rect::from_min_size(rect.min, vec2(5.0, rect.height() - 1.0)), 0.0, page.theme.accent);
    }
    let values = Rect::from_min_max(lines.min + vec2(0.0, title_ui(page, ui, lines.min, lines.width(), id)), lines.max);
    match newest {
        Some(change) if page.state.is_low => low_ui(page, ui, values, (id, announcement, track), change),
        Some(change) => changed_ui(page, ui, values, (id, announcement, track), change),
        None => plain_ui(page, ui, values, (id, announcement, track)),
    }
}

/// What it is now, of an announcement that never changed.
fn plain_ui(page: &Page<'_>, ui: &Ui, rect: Rect, (id, announcement, track): Lane<'_>) {
    let (painter, theme) = (ui.painter(), &page.theme);
    let now = words::now_text(announcement, page.style(), Length::Full);
    let suffix = if track.n_notes > 0 { format!("  ·  {}", counted(track.n_notes, "note")) } else { String::new() };
    let text = format!("{now}{suffix}");
    let at = ink::words(painter, (rect.min, Align2::LEFT_TOP), &text, &plain(SMALL), theme.ink_soft, rect.width() - 24.0);
    if track.n_articles > 1 || is_new(page, id) {
        count_ui(page, ui, rect, (rect.top(), at.right()), (&counted(track.n_articles, "article"), is_new(page, id)));
    }
}

/// Whether an article that came while the folder was open tells it.
fn is_new(page: &Page<'_>, id: AnnouncementId) -> bool {
    page.state.new_lanes.contains(&id)
}

/// How many articles tell what stands on a line, at its end where there is room to say what they do; and whether any of them
/// is new.
fn count_ui(page: &Page<'_>, ui: &Ui, rect: Rect, (y, end): (f32, f32), (articles, is_new): (&str, bool)) {
    let (texts, font, colour) = if is_new {
        (vec![format!("told by {articles}, new"), "new".to_owned()], bold(SMALL), page.theme.mark)
    } else {
        // "3 of 6 articles": those that tell the change
        let of_change = if articles.contains(" of ") { Some(format!("change told by {articles}")) } else { None };
        let texts = of_change.into_iter().chain([format!("told by {articles}")]);
        (texts.collect(), plain(SMALL), page.theme.ink_faint)
    };
    if let Some(told) = ink::first_that_fits(ui.painter(), &texts, &font, colour, rect.right() - end - 12.0) {
        ui.painter().galley(pos2(rect.right() - told.rect.width(), y), told, colour);
    }
}

/// Height of the lines of a value.
const VALUE_LINE: f32 = 19.0;
/// Height of the line that is heard last: by how much.
const LAST_LINE: f32 = 22.0;
/// From the left to the values, past "was" and "now".
const TO_VALUES: f32 = 32.0;
/// The same past "other".
const TO_DISPUTED: f32 = 40.0;

/// What it was, what it is now and how it came to that, each told once: what is called off has no line of what it is now.
fn changed_ui(page: &Page<'_>, ui: &Ui, rect: Rect, (id, announcement, track): Lane<'_>, change: &Change) {
    was_ui(page, ui, rect, change);
    let is_only = words::seen_changes(announcement).count() == 1;
    let mut y = rect.top() + LAST_LINE;
    if !is_only || words::leads_to_value(change) {
        let now = words::to_text(change, page.style(), Length::Full);
        let below = Rect::from_min_max(rect.min + vec2(0.0, VALUE_LINE), rect.max);
        value_ui(page, ui, below, (change.kind, words::ends_words(change.kind).1), &now);
        y += VALUE_LINE;
    }
    let end = how_ui(page, ui, Rect::from_min_max(pos2(rect.left(), y), rect.max), announcement, change);
    // as many flags may stand beside it as there are articles that tell anything of it
    let told = if track.n_witnesses < track.n_articles {
        format!("{} of {}", grouped(track.n_witnesses), counted(track.n_articles, "article"))
    } else {
        counted(track.n_witnesses, "article")
    };
    count_ui(page, ui, rect, (y, end), (&told, is_new(page, id)));
}

/// In a low window: what changed and to what, in one line.
fn low_ui(page: &Page<'_>, ui: &Ui, rect: Rect, (id, announcement, track): Lane<'_>, change: &Change) {
    let style = page.style();
    let indent = TO_VALUES - 6.0;
    ink::change_glyph(ui.painter(), rect.min + vec2(9.0, 9.5), change.kind, page.theme.accent);
    let how = how_text(change, style);
    let brief = words::brief_text(announcement, style).filter(|_| words::n_steps(announcement) > 1).unwrap_or_else(|| how.clone());
    let was = words::from_text(change, style, Length::Full);
    let texts = if words::leads_to_value(change) || change.kind == ChangeKind::Conflict {
        let now = words::now_text(announcement, style, Length::Full);
        let short = words::now_text(announcement, style, Length::Short);
        [format!("{brief}: {now}"), format!("{how}: {short}"), short]
    } else {
        [format!("{how}, was {was}"), format!("{}, was {was}", words::change_text(change, style)), how]
    };
    let end = summary_ui(page, ui, rect.min + vec2(indent, 0.0), rect.width() - indent, &texts);
    if is_new(page, id) {
        count_ui(page, ui, rect, (rect.top(), end), (&counted(track.n_witnesses, "article"), true));
    }
}

const fn to_values(kind: ChangeKind) -> f32 {
    if matches!(kind, ChangeKind::Conflict) { TO_DISPUTED } else { TO_VALUES }
}

/// A value that holds, or is said to, after the word for it.
fn value_ui(page: &Page<'_>, ui: &Ui, rect: Rect, (kind, label): (ChangeKind, &str), value: &str) {
    let (painter, theme) = (ui.painter(), &page.theme);
    ink::words(painter, (rect.min, Align2::LEFT_TOP), label, &plain(SMALL), theme.ink_soft, TO_DISPUTED);
    let at = (rect.min + vec2(to_values(kind), 0.0), Align2::LEFT_TOP);
    ink::words(painter, at, value, &bold(SMALL), theme.ink, rect.width() - to_values(kind));
}

/// The old value, struck; of two that are both said, the one that is named first, as plain to see as the other.
fn was_ui(page: &Page<'_>, ui: &Ui, rect: Rect, change: &Change) {
    let (painter, theme) = (ui.painter(), &page.theme);
    let was = words::from_text(change, page.style(), Length::Full);
    let label = words::ends_words(change.kind).0;
    if change.kind == ChangeKind::Conflict {
        return value_ui(page, ui, rect, (change.kind, label), &was);
    }
    ink::words(painter, (rect.min, Align2::LEFT_TOP), label, &plain(SMALL), theme.ink_soft, TO_VALUES);
    let is_told = change.from.is_some() || change.from_text.is_some();
    let draw = if is_told { ink::struck } else { ink::words };
    // that nobody says it is not struck, and left out where it does not fit
    let value = was.strip_suffix(words::UNSAID).unwrap_or(&was);
    let at = (rect.min + vec2(TO_VALUES, 0.0), Align2::LEFT_TOP);
    let drawn = draw(painter, at, value, &plain(SMALL), theme.ink_soft, rect.width() - TO_VALUES);
    let unsaid = was.get(value.len()..).unwrap_or_default().to_owned();
    if let Some(unsaid) = ink::first_that_fits(painter, &[unsaid], &plain(SMALL), theme.ink_soft, rect.right() - drawn.right()) {
        painter.galley(drawn.right_top(), unsaid, theme.ink_soft);
    }
}

/// By how much, or in which way; gives back where the words end. On which day it was reported, the flag in the lane tells.
fn how_ui(page: &Page<'_>, ui: &Ui, rect: Rect, announcement: &Announcement, change: &Change) -> f32 {
    let (n_steps, is_only) = (words::n_steps(announcement), words::seen_changes(announcement).count() == 1);
    // one shape would tell only the last of several changes
    let has_glyph = n_steps < 2 || change.kind == ChangeKind::Conflict;
    let indent = if has_glyph { TO_VALUES } else { 0.0 };
    if has_glyph {
        ink::change_glyph(ui.painter(), rect.min + vec2(9.0, 9.5), change.kind, page.theme.accent);
    }
    let style = page.style();
    let how = || how_text(change, style);
    let summary = if is_only { how() } else { words::summary_text(announcement, style).unwrap_or_else(how) };
    let newest = if is_only { summary.clone() } else { words::newest_text(announcement, style).unwrap_or_default() };
    let brief = words::brief_text(announcement, style).filter(|_| n_steps > 1).map(|brief| format!("{brief}, {newest}"));
    let brief = brief.filter(|_| change.kind != ChangeKind::Conflict).unwrap_or_else(|| newest.clone());
    summary_ui(page, ui, rect.min + vec2(indent, 0.0), rect.width() - indent, &[summary, brief, newest])
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

/// With less room than this, a kind cut short says nothing.
const LEAST_FOR_KIND: f32 = 48.0;

/// The name in bold letters and the kind after it, over as many lines as the lane has room for; gives back their height.
fn title_ui(page: &Page<'_>, ui: &Ui, at: Pos2, width: f32, id: AnnouncementId) -> f32 {
    let Some((announcement, track)) = page.state.ledger.at(id) else { return 0.0 };
    let (painter, theme) = (ui.painter(), &page.theme);
    let (subject, kind) = (words::subject_text(announcement), words::kind_text(announcement));
    let n_title_lines = if page.state.is_low { 1 } else { track.n_title_lines };
    // "episode 5" stands on one line
    let part = announcement.part.as_deref().unwrap_or_default();
    let unbroken = subject.replace(part, &part.replace(' ', "\u{a0}"));
    let mut job = LayoutJob::single_section(unbroken, TextFormat::simple(bold(BODY), theme.ink));
    let soft = TextFormat { line_height: Some(TITLE_LINE_HEIGHT), ..TextFormat::simple(plain(SMALL), theme.ink_soft) };
    job.append(&kind.replace(' ', "\u{a0}"), TITLE_GAP, soft);
    job.sections.iter_mut().for_each(|section| section.format.line_height = Some(TITLE_LINE_HEIGHT));
    job.wrap = TextWrapping { max_width: width, max_rows: n_title_lines.into(), ..TextWrapping::default() };
    let galley = painter.layout_job(job);
    let height = |n_lines: usize| 1.0 + TITLE_LINE_HEIGHT * if n_lines > 1 { 2.0 } else { 1.0 };
    if !galley.elided {
        let n_lines = galley.rows.len();
        painter.galley(at, galley, theme.ink);
        return height(n_lines);
    }
    // longer than there is room for: the kind yields to the title, then whose it is, and only then the title is cut in the
    // middle, so that both ends stay
    let texts = [subject.clone(), crate::timeline::without_act(&subject)];
    let title = ink::first_that_fits(painter, &texts, &bold(BODY), theme.ink, width);
    let title = title.unwrap_or_else(|| ink::fitted(painter, &subject, &bold(BODY), theme.ink, width));
    let foot = at.y + title.rect.height();
    let room = width - title.rect.width() - 8.0;
    if room >= LEAST_FOR_KIND {
        let kind = ink::fitted(painter, &kind, &plain(SMALL), theme.ink_soft, room);
        painter.galley(pos2(at.x + title.rect.width() + 8.0, foot - 1.5 - kind.rect.height()), kind, theme.ink_soft);
    }
    painter.galley(at, title, theme.ink);
    height(1)
}
