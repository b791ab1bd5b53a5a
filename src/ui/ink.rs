//! Small things drawn by hand: words that fit, arrows, glyphs told apart by shape.

use std::sync::Arc;

use egui::epaint::{PathShape, PathStroke};
use egui::text::{LayoutJob, TextFormat, TextWrapping};
use egui::{Align2, Color32, FontId, Galley, Painter, Pos2, Rect, Shape, Stroke, Vec2, pos2, vec2};

use super::theme::{bold, plain};
use crate::timeline::ChangeKind;

/// Words on one line; where they do not fit, whole words are left out in the middle, so that both ends stay, or else the
/// end is cut.
pub(super) fn fitted(painter: &Painter, text: &str, font: &FontId, colour: Color32, width: f32) -> Arc<Galley> {
    let whole = painter.layout_no_wrap(text.to_owned(), font.clone(), colour);
    if whole.rect.width() <= width {
        return whole;
    }
    longest_cut(text, |cut| painter.layout_no_wrap(cut, font.clone(), colour), width)
}

/// The longest cut that is no wider: between whole words in the middle or, where not even two of them fit, at the end.
fn longest_cut(text: &str, lay_out: impl Fn(String) -> Arc<Galley>, width: f32) -> Arc<Galley> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let chars: Vec<char> = text.chars().collect();
    let between = |n_words: usize| without_middle(&words, n_words);
    let at_end = |n_letters: usize| format!("{}…", chars.iter().take(n_letters).collect::<String>().trim_end());
    let fits = |cut: String| lay_out(cut).rect.width() <= width;
    match most(words.len(), |n_words| fits(between(n_words))) {
        n_words if n_words > 1 => lay_out(between(n_words)),
        _ => lay_out(at_end(most(chars.len(), |n_letters| fits(at_end(n_letters))))),
    }
}

/// The greatest number below `too_many` that fits, where a smaller one fits as well; 0 where none does.
fn most(too_many: usize, fits: impl Fn(usize) -> bool) -> usize {
    let (mut fitting, mut too_many) = (0, too_many);
    while too_many - fitting > 1 {
        let half = usize::midpoint(fitting, too_many);
        if fits(half) { fitting = half } else { too_many = half }
    }
    fitting
}

/// So many of some words, the middle ones left out: the first half of them and the last.
fn without_middle(words: &[&str], n_kept: usize) -> String {
    let (first, rest) = words.split_at(n_kept.div_ceil(2).min(words.len()));
    let (_, last) = rest.split_at(rest.len().saturating_sub(n_kept / 2));
    format!("{}…{}", first.join(" "), last.join(" "))
}

/// A title in bold letters and what is said of it in plain ones, so that a title with a colon reads as one thing; the
/// title is cut where both do not fit. The colours are those of the title and of what is said.
pub(super) fn titled(painter: &Painter, (title, said): (&str, &str), size: f32, colours: [Color32; 2], width: f32) -> Arc<Galley> {
    let [ink, colour] = colours;
    let lay_out = |title: String| {
        let mut job = LayoutJob::single_section(title, TextFormat::simple(bold(size), ink));
        job.append(said, size * 0.5, TextFormat::simple(plain(size), colour));
        job.wrap.max_width = f32::INFINITY;
        painter.layout_job(job)
    };
    let whole = lay_out(title.to_owned());
    if whole.rect.width() <= width { whole } else { longest_cut(title, lay_out, width) }
}

/// A title in bold letters, and what is said of it on a line below.
pub(super) fn titled_above(painter: &Painter, (title, said): (&str, &str), size: f32, colour: Color32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(title.to_owned(), TextFormat::simple(bold(size), colour));
    job.append(&format!("\n{said}"), 0.0, TextFormat::simple(plain(size), colour));
    job.wrap.max_width = f32::INFINITY;
    painter.layout_job(job)
}

/// The first of some words that fits on one line whole; none where none does.
pub(super) fn first_that_fits(painter: &Painter, texts: &[String], font: &FontId, colour: Color32, width: f32) -> Option<Arc<Galley>> {
    let laid_out = texts.iter().map(|text| painter.layout_no_wrap(text.clone(), font.clone(), colour));
    laid_out.into_iter().find(|galley| galley.rect.width() <= width)
}

/// Words that stand side by side, each whole or cut after a word so that all of them have so much room together: what is
/// short leaves its room to the others.
pub(super) fn side_by_side(painter: &Painter, texts: &[String], font: &FontId, colour: Color32, width: f32) -> Vec<String> {
    #[expect(clippy::cast_precision_loss, reason = "a handful of words")]
    let share = width / texts.len().max(1) as f32;
    let widths: Vec<f32> = texts.iter().map(|text| painter.layout_no_wrap(text.clone(), font.clone(), colour).rect.width()).collect();
    let taken: f32 = widths.iter().map(|width| width.min(share)).sum();
    let room = |own: f32| width - taken + own.min(share);
    texts.iter().zip(&widths).map(|(text, own)| begun(painter, text, font, colour, room(*own))).collect()
}

/// The first words of a text that fit on one line, with "…" where more follows.
pub(super) fn begun(painter: &Painter, text: &str, font: &FontId, colour: Color32, width: f32) -> String {
    let fits = |text: &str| painter.layout_no_wrap(text.to_owned(), font.clone(), colour).rect.width() <= width + 0.5;
    if fits(text) {
        return text.to_owned();
    }
    let cut = |end: usize| format!("{}…", text.get(..end).unwrap_or_default().trim_end_matches([',', ' ']));
    let ends: Vec<usize> = text.match_indices(char::is_whitespace).map(|(end, _)| end).collect();
    let n_fitting = ends.partition_point(|end| fits(&cut(*end)));
    let last = n_fitting.checked_sub(1).and_then(|last| ends.get(last));
    last.map_or_else(|| fitted(painter, text, font, colour, width).text().to_owned(), |end| cut(*end))
}

/// Words at a place; gives back where they stand.
pub(super) fn words(painter: &Painter, (at, anchor): (Pos2, Align2), text: &str, font: &FontId, colour: Color32, width: f32) -> Rect {
    let galley = fitted(painter, text, font, colour, width);
    let rect = anchor.anchor_size(at, galley.rect.size());
    painter.galley(rect.min, galley, colour);
    rect
}

/// Words struck through: a value that no longer holds.
pub(super) fn struck(painter: &Painter, (at, anchor): (Pos2, Align2), text: &str, font: &FontId, colour: Color32, width: f32) -> Rect {
    let rect = words(painter, (at, anchor), text, font, colour, width);
    painter.hline(rect.x_range(), rect.center().y + 1.0, Stroke::new(1.2, colour));
    rect
}

/// Words over a few lines, cut at the end.
pub(super) fn lines(painter: &Painter, text: &str, font: FontId, colour: Color32, width: f32, n_lines: usize) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), TextFormat::simple(font, colour));
    job.wrap = TextWrapping { max_width: width, max_rows: n_lines, ..TextWrapping::default() };
    painter.layout_job(job)
}

/// Length of a head, and half its height.
const HEAD: Vec2 = vec2(9.0, 5.5);
/// An arrow between days that are closer is drawn so long all the same: a shorter one would not be seen.
const SHORTEST_ARROW: f32 = 18.0;

/// Whether an arrow is drawn no longer than its way: it begins just where the old value stands.
pub(super) fn has_way(length: f32) -> bool {
    length >= SHORTEST_ARROW
}

/// Where an arrow to a place begins, so that it can be seen: at its tail, or further off.
pub(super) fn arrow_tail(tail: f32, tip: f32) -> f32 {
    let way = if tip < tail { -1.0 } else { 1.0 };
    tip - way * (tip - tail).abs().max(SHORTEST_ARROW)
}

/// An arrow with a solid head that ends just where it is said to, and begins there as well where it has room to be seen.
pub(super) fn arrow(painter: &Painter, tail: Pos2, tip: Pos2, width: f32, colour: Color32) {
    let tail = pos2(arrow_tail(tail.x, tip.x), tail.y);
    let head = vec2(HEAD.x * (tip.x - tail.x).signum(), HEAD.y);
    painter.line_segment([tail, tip - vec2(head.x * 0.85, 0.0)], Stroke::new(width, colour));
    let points = vec![tip, pos2(tip.x - head.x, tip.y - head.y), pos2(tip.x - head.x, tip.y + head.y)];
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// A diamond: filled where the value holds, hollow where it was.
pub(super) fn diamond(painter: &Painter, centre: Pos2, radius: f32, fill: Color32, stroke: Stroke) {
    let points = [vec2(0.0, -radius), vec2(radius, 0.0), vec2(0.0, radius), vec2(-radius, 0.0)].map(|by| centre + by);
    painter.add(Shape::convex_polygon(points.to_vec(), fill, stroke));
}

/// A diamond whose left half is full: one of two values that are both said to hold.
pub(super) fn half_diamond(painter: &Painter, centre: Pos2, radius: f32, stroke: Stroke) {
    diamond(painter, centre, radius, Color32::TRANSPARENT, stroke);
    let half = [vec2(0.0, -radius), vec2(0.0, radius), vec2(-radius, 0.0)].map(|by| centre + by);
    painter.add(Shape::convex_polygon(half.to_vec(), stroke.color, Stroke::NONE));
}

/// A triangle that points to the left or the right, for what lies off the edge.
pub(super) fn pointer(painter: &Painter, centre: Pos2, to_left: bool, colour: Color32) {
    pointer_to(painter, centre, vec2(if to_left { -1.0 } else { 1.0 }, 0.0), colour);
}

/// The same in any direction, which has the length 1.
pub(super) fn pointer_to(painter: &Painter, centre: Pos2, way: Vec2, colour: Color32) {
    let points = vec![centre + way * 4.0, centre - way * 3.0 + way.rot90() * 4.5, centre - way * 3.0 - way.rot90() * 4.5];
    painter.add(Shape::convex_polygon(points, colour, Stroke::NONE));
}

/// The small triangle of a heading that folds.
pub(super) fn fold_mark(painter: &Painter, centre: Pos2, is_folded: bool, colour: Color32) {
    let points =
        if is_folded { [vec2(-2.5, -4.5), vec2(4.0, 0.0), vec2(-2.5, 4.5)] } else { [vec2(-4.5, -2.5), vec2(4.5, -2.5), vec2(0.0, 4.0)] };
    painter.add(Shape::convex_polygon(points.map(|by| centre + by).to_vec(), colour, Stroke::NONE));
}

/// A flag with a cloth so wide: told on this day; full where a change was told.
pub(super) fn flag(painter: &Painter, (foot, width): (Pos2, f32), colour: Color32, is_full: bool) {
    let top = foot - vec2(0.0, 12.0);
    painter.line_segment([foot, top], Stroke::new(1.4, colour));
    let points = vec![top, top + vec2(width, 3.5), top + vec2(0.0, 7.0)];
    let (fill, stroke) = if is_full { (colour, Stroke::NONE) } else { (Color32::TRANSPARENT, Stroke::new(1.2, colour)) };
    painter.add(Shape::convex_polygon(points, fill, stroke));
}

/// A line under some letters of a text that is laid out: painted after all of it, for the ground of the line below would
/// cover it.
pub(super) fn underline(painter: &Painter, (galley, at): (&Galley, Pos2), letters: std::ops::Range<usize>, stroke: Stroke) {
    use egui::text::CCursor;
    let mut first = 0;
    for row in &galley.rows {
        let end = first + usize::from(row.char_count_including_newline());
        let (from, to) = (letters.start.max(first), letters.end.min(end));
        if from < to {
            let place = |index: usize, prefer_next_row| galley.pos_from_cursor(CCursor { index: index.into(), prefer_next_row });
            let (left, right) = (place(from, true).left(), place(to, false).right());
            painter.hline(at.x + left..=at.x + right, at.y + row.rect().bottom() - 1.0, stroke);
        }
        first = end;
    }
}

/// A dashed outline.
pub(super) fn dashed(painter: &Painter, rect: Rect, stroke: Stroke) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, stroke, 4.0, 3.0));
}

/// Slanted lines over a rectangle: not sure, or no longer.
pub(super) fn hatched(painter: &Painter, rect: Rect, colour: Color32) {
    let painter = painter.with_clip_rect(rect.intersect(painter.clip_rect()));
    let rect = rect.intersect(painter.clip_rect());
    let mut x = rect.left() - rect.height();
    while x < rect.right() {
        painter.line_segment([pos2(x, rect.bottom()), pos2(x + rect.height(), rect.top())], Stroke::new(1.0, colour));
        x += 6.0;
    }
}

/// The shape of a kind of change: each its own, told apart without colour.
pub(super) fn change_glyph(painter: &Painter, centre: Pos2, kind: ChangeKind, colour: Color32) {
    let stroke = Stroke::new(1.8, colour);
    let at = |x: f32, y: f32| centre + vec2(x, y);
    let cross = |x: f32, r: f32| {
        painter.line_segment([at(x - r, -r), at(x + r, r)], stroke);
        painter.line_segment([at(x - r, r), at(x + r, -r)], stroke);
    };
    match kind {
        ChangeKind::MovedEarlier => arrow(painter, at(8.0, 0.0), at(-8.0, 0.0), 2.0, colour),
        ChangeKind::MovedLater => arrow(painter, at(-8.0, 0.0), at(8.0, 0.0), 2.0, colour),
        ChangeKind::Extended => {
            painter.line_segment([at(-8.0, -5.0), at(-8.0, 5.0)], stroke);
            arrow(painter, at(-8.0, 0.0), at(8.0, 0.0), 2.0, colour);
        }
        ChangeKind::Shortened => {
            painter.line_segment([at(-8.0, -5.0), at(-8.0, 5.0)], stroke);
            arrow(painter, at(8.0, 0.0), at(-6.0, 0.0), 2.0, colour);
        }
        ChangeKind::TimeChanged => {
            painter.circle_stroke(centre, 6.5, stroke);
            painter.line_segment([centre, at(0.0, -4.5)], stroke);
            painter.line_segment([centre, at(3.5, 0.0)], stroke);
        }
        ChangeKind::Postponed => {
            let ring: Vec<Pos2> = (0_u8..=24).map(|i| centre + Vec2::angled(f32::from(i) / 24.0 * std::f32::consts::TAU) * 6.5).collect();
            painter.extend(Shape::dashed_line(&ring, stroke, 3.0, 3.0));
            painter.line_segment([at(-2.5, 0.0), at(2.5, 0.0)], stroke);
        }
        ChangeKind::Cancelled => cross(0.0, 5.5),
        ChangeKind::Reinstated => {
            let arc: Vec<Pos2> = (4_u8..=24).map(|i| centre + Vec2::angled(f32::from(i) / 24.0 * std::f32::consts::TAU) * 6.0).collect();
            painter.add(PathShape::line(arc, PathStroke::new(1.8, colour)));
            painter.add(Shape::convex_polygon(vec![at(2.0, -1.0), at(9.5, -1.0), at(6.0, 4.5)], colour, Stroke::NONE));
        }
        ChangeKind::Replaced => {
            arrow(painter, at(-8.0, -3.5), at(8.0, -3.5), 1.6, colour);
            arrow(painter, at(8.0, 4.0), at(-8.0, 4.0), 1.6, colour);
        }
        ChangeKind::FormatChanged => {
            painter.rect_stroke(Rect::from_center_size(at(-4.5, 0.0), Vec2::splat(7.0)), 0.0, stroke, egui::StrokeKind::Middle);
            painter.rect_filled(Rect::from_center_size(at(5.0, 0.0), Vec2::splat(8.0)), 0.0, colour);
        }
        ChangeKind::Conflict => {
            painter.line_segment([at(-7.0, -2.5), at(7.0, -2.5)], stroke);
            painter.line_segment([at(-7.0, 2.5), at(7.0, 2.5)], stroke);
            painter.line_segment([at(-3.0, 6.5), at(3.0, -6.5)], stroke);
        }
        _ => {
            painter.circle_stroke(centre, 3.5, stroke);
        }
    }
}

/// From a colour to nothing, downwards: more lies above.
pub(super) fn fade_in(painter: &Painter, rect: Rect, colour: Color32) {
    bands(painter, rect, &[(rect.top(), colour), (rect.bottom(), Color32::TRANSPARENT)]);
}

/// From nothing to a colour, downwards: more follows below. The last `whole` points show nothing else.
pub(super) fn fade(painter: &Painter, (rect, whole): (Rect, f32), colour: Color32) {
    bands(painter, rect, &[(rect.top(), Color32::TRANSPARENT), (rect.bottom() - whole, colour), (rect.bottom(), colour)]);
}

/// From one colour to the next, downwards, each at its height.
fn bands(painter: &Painter, rect: Rect, colours: &[(f32, Color32)]) {
    let mut mesh = egui::Mesh::default();
    for (corner, (y, colour)) in (0..).step_by(2).zip(colours) {
        mesh.colored_vertex(pos2(rect.left(), *y), *colour);
        mesh.colored_vertex(pos2(rect.right(), *y), *colour);
        if corner > 0 {
            mesh.add_triangle(corner - 2, corner - 1, corner);
            mesh.add_triangle(corner - 1, corner, corner + 1);
        }
    }
    painter.add(Shape::mesh(mesh));
}

/// A ring around what has the keyboard.
pub(super) fn focus_ring(ui: &egui::Ui, response: &egui::Response, colour: Color32) {
    if response.has_focus() {
        ui.painter().rect_stroke(response.rect.expand(2.0), 4.0, Stroke::new(2.0, colour), egui::StrokeKind::Outside);
    }
}

/// A rounded label on a ground.
pub(super) fn pill(painter: &Painter, place: (Pos2, Align2), text: &str, font: &FontId, ink: Color32, ground: Color32) -> Rect {
    label(painter, place, (text, 0.0), font, ink, ground)
}

/// A rounded label that leads to what follows below: its triangle stands on the same ground.
pub(super) fn more_pill(painter: &Painter, place: (Pos2, Align2), text: &str, font: &FontId, ink: Color32, ground: Color32) -> Rect {
    const MARK: f32 = 14.0;
    let rect = label(painter, place, (text, MARK), font, ink, ground);
    fold_mark(painter, rect.left_center() + vec2(11.0, 0.5), false, ink);
    rect
}

fn label(
    painter: &Painter,
    (at, anchor): (Pos2, Align2),
    (text, indent): (&str, f32),
    font: &FontId,
    ink: Color32,
    ground: Color32,
) -> Rect {
    let galley = painter.layout_no_wrap(text.to_owned(), font.clone(), ink);
    let rect = anchor.anchor_size(at, galley.rect.size() + vec2(12.0 + indent, 4.0));
    painter.rect_filled(rect, 5.0, ground);
    painter.galley(rect.min + vec2(6.0 + indent, 2.0), galley, ink);
    rect
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, n_kept: usize, expected: &str) {
        let words: Vec<&str> = text.split_whitespace().collect();
        assert_eq!(without_middle(&words, n_kept), expected);
    }

    #[test]
    fn whole_words_are_left_out_in_the_middle() {
        check("Harbour of Lanterns, episode 6", 4, "Harbour of…episode 6");
        check("Harbour of Lanterns, episode 6", 3, "Harbour of…6");
        check("Harbour of Lanterns, episode 6", 2, "Harbour…6");
        check("Harbour", 1, "Harbour…");
        check("", 2, "…");
    }

    #[test]
    fn the_most_that_fits_is_found() {
        for fitting in 0..9 {
            assert_eq!(most(9, |n| n <= fitting), fitting);
        }
        assert_eq!(most(0, |_| true), 0);
    }
}
