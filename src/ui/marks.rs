//! The marks of the lanes: values as wide as they are exact, arrows, caps, flags; the legend draws the same ones.

use egui::{Color32, Painter, Pos2, Rect, Shape, Stroke, pos2, vec2};

use super::ink;
use super::theme::Theme;
use crate::timeline::{Announcement, ChangeKind, State as Standing};
use crate::view::ledger::{Role, Value};

/// The value a change led to, and the one it left, are bars so high: told apart from others without colour.
pub(super) const CHANGED_BAR_HEIGHT: f32 = 16.0;
/// Other bars are so high.
pub(super) const BAR_HEIGHT: f32 = 10.0;
/// Narrower bars are drawn as diamonds; of dashes, which need more room to be seen as a bar.
const NARROWEST_BAR: f32 = 7.0;
const NARROWEST_DASHED: f32 = 14.0;
/// How far the slanted lines of an open end reach.
const OPEN_END: f32 = 36.0;

/// How an announcement stands, as far as the shape of its value tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stands {
    /// It changed.
    Changed,
    /// It is ahead.
    Ahead,
    /// It took place.
    Happened,
    /// It was mentioned in passing.
    InPassing,
}

/// A value about to be drawn.
#[derive(Clone, Copy, Debug)]
pub(super) struct ValueMark {
    pub(super) role: Role,
    pub(super) stands: Stands,
    pub(super) is_open: bool,
}

impl ValueMark {
    pub(super) fn of(announcement: &Announcement, value: &Value) -> Self {
        let stands = match announcement.state {
            _ if announcement.is_changed() => Stands::Changed,
            _ if announcement.is_background => Stands::InPassing,
            Standing::Happened => Stands::Happened,
            _ => Stands::Ahead,
        };
        let is_open = value.claimed.and_then(|claimed| claimed.range().map(|range| range.last.is_none())).unwrap_or(false);
        Self { role: value.role, stands, is_open }
    }

    /// How high its bar is.
    pub(super) fn height(self) -> f32 {
        let told_by_change = self.stands == Stands::Changed && matches!(self.role, Role::Now | Role::Was | Role::Disputed);
        if told_by_change { CHANGED_BAR_HEIGHT } else { BAR_HEIGHT }
    }

    fn fill_and_stroke(self, theme: &Theme) -> (Color32, Stroke) {
        match (self.role, self.stands) {
            (Role::Now | Role::Disputed, Stands::Changed) => (theme.accent, Stroke::NONE),
            (Role::Now, Stands::InPassing) => (theme.done_soft, Stroke::new(1.0, theme.done)),
            (Role::Now, Stands::Happened) => (theme.done_soft, Stroke::new(1.4, theme.done)),
            (Role::Now, Stands::Ahead) => (theme.mark, Stroke::NONE),
            _ => (theme.sheet, Stroke::new(1.4, theme.ghost)),
        }
    }

    /// A bar over its days; a diamond where they are too narrow; a bracket where it is less exact.
    pub(super) fn draw(self, painter: &Painter, theme: &Theme, bar: Rect) {
        if self.role == Role::LessExact {
            // below the bars, so that no line runs through them
            return bracket(painter, bracket_place(bar), theme.ghost);
        }
        let is_dashed = !matches!(self.role, Role::Now | Role::Disputed | Role::Told);
        if bar.width() < if is_dashed { NARROWEST_DASHED } else { NARROWEST_BAR } {
            return self.diamond(painter, theme, bar.center());
        }
        let (fill, stroke) = self.fill_and_stroke(theme);
        match self.role {
            Role::Now | Role::Disputed | Role::Told => {
                painter.rect(bar.shrink2(vec2(1.0, 0.0)), 3.0, fill, stroke, egui::StrokeKind::Inside);
            }
            _ => ink::dashed(painter, bar.shrink2(vec2(1.0, 0.0)), Stroke::new(1.4, theme.ghost)),
        }
        match self.role {
            Role::Disputed => ink::hatched(painter, bar.shrink(1.0), theme.sheet),
            Role::Denied => cross(painter, bar, theme.ghost),
            Role::Rumoured => ink::hatched(painter, bar.shrink(2.0), theme.line_strong),
            _ => {}
        }
        if self.is_open {
            open_end(painter, theme, bar);
        }
    }

    /// A day too narrow for a bar, and what has no day of its own.
    pub(super) fn diamond(self, painter: &Painter, theme: &Theme, centre: Pos2) {
        let (fill, stroke) = self.fill_and_stroke(theme);
        let stroke = if stroke == Stroke::NONE { Stroke::new(1.0, fill) } else { stroke };
        let radius = if self.height() > BAR_HEIGHT { 7.0 } else { 5.5 };
        if self.role == Role::Disputed {
            return ink::half_diamond(painter, centre, radius, Stroke::new(1.8, fill));
        }
        ink::diamond(painter, centre, radius, fill, stroke);
        match (self.role, self.stands) {
            // a second outline round what holds after a change, a stroke through what does not: told apart without colour
            (Role::Now, Stands::Changed) => ink::diamond(painter, centre, radius + 3.0, Color32::TRANSPARENT, Stroke::new(1.2, fill)),
            (Role::Was, _) => strike(painter, theme, centre, radius),
            _ => {}
        }
    }
}

/// A stroke through a diamond: it holds no more.
fn strike(painter: &Painter, theme: &Theme, centre: Pos2, radius: f32) {
    let reach = vec2(radius, -radius) * 0.8;
    painter.line_segment([centre - reach, centre + reach], Stroke::new(1.4, theme.ghost));
}

/// A telling on the day it was reported: full where it holds, half full where sources disagree about it.
pub(super) fn telling(painter: &Painter, theme: &Theme, (centre, mark): (Pos2, ValueMark)) {
    const RADIUS: f32 = 6.5;
    let colour = if mark.stands == Stands::Changed { theme.accent } else { theme.mark };
    match mark.role {
        Role::Now => {
            let (fill, stroke) = mark.fill_and_stroke(theme);
            let stroke = if stroke == Stroke::NONE { Stroke::new(1.5, fill) } else { stroke };
            ink::diamond(painter, centre, RADIUS, fill, stroke);
        }
        Role::Disputed => ink::half_diamond(painter, centre, RADIUS, Stroke::new(1.8, colour)),
        Role::Was => {
            ink::diamond(painter, centre, RADIUS, theme.sheet, Stroke::new(1.5, theme.ghost));
            strike(painter, theme, centre, RADIUS);
        }
        _ => ink::diamond(painter, centre, RADIUS, theme.sheet, Stroke::new(1.5, theme.ghost)),
    }
}

/// Where the bracket of a value stands whose bar would be there.
pub(super) fn bracket_place(bar: Rect) -> Rect {
    let middle = bar.center().y + CHANGED_BAR_HEIGHT / 2.0 + 1.0;
    Rect::from_x_y_ranges(bar.x_range(), middle - BRACKET_RISE..=middle + BRACKET_RISE)
}

/// Half the height of a bracket's ends.
const BRACKET_RISE: f32 = 4.0;

/// A bracket: somewhere within these days.
fn bracket(painter: &Painter, rect: Rect, colour: Color32) {
    let stroke = Stroke::new(1.6, colour);
    painter.hline(rect.x_range(), rect.center().y, stroke);
    painter.vline(rect.left(), rect.y_range(), stroke);
    painter.vline(rect.right(), rect.y_range(), stroke);
}

fn cross(painter: &Painter, rect: Rect, colour: Color32) {
    painter.line_segment([rect.left_top(), rect.right_bottom()], Stroke::new(1.4, colour));
    painter.line_segment([rect.left_bottom(), rect.right_top()], Stroke::new(1.4, colour));
}

/// Slanted lines after a bar whose end no article gives.
fn open_end(painter: &Painter, theme: &Theme, bar: Rect) {
    ink::hatched(painter, Rect::from_x_y_ranges(bar.right()..=bar.right() + OPEN_END, bar.y_range()), theme.done);
}

/// A clock time, a part of its day.
pub(super) fn clock_tick(painter: &Painter, theme: &Theme, bar: Rect, part: f32) {
    let x = (bar.left() + part * bar.width()).clamp(bar.left() + 2.0, bar.right() - 2.0);
    painter.vline(x, bar.top() - 4.0..=bar.bottom() + 4.0, Stroke::new(2.0, theme.ink_soft));
}

/// One day of something that comes again.
pub(super) fn repeat_tick(painter: &Painter, theme: &Theme, middle: Pos2, day_px: f32) {
    painter.vline(middle.x, middle.y - 4.0..=middle.y + 10.0, Stroke::new((day_px / 8.0).clamp(1.2, 3.0), theme.mark));
}

/// Something that comes again, where its days are too narrow for ticks.
pub(super) fn repeat_band(painter: &Painter, theme: &Theme, band: Rect) {
    ink::hatched(painter, band, theme.mark);
}

/// Two lines between two values that are shorter are drawn so long all the same: both were told on one day.
const SHORTEST_CONFLICT: f32 = 14.0;

/// A step between two days, on a line: an arrow that begins in a ring on the old day where that is far enough for an arrow
/// to be seen, or two lines for a conflict.
pub(super) fn step(painter: &Painter, theme: &Theme, kind: ChangeKind, (tail, tip): (Pos2, Pos2)) {
    let line = tip.y;
    if kind == ChangeKind::Conflict {
        let (left, right) = (tail.x.min(tip.x), tail.x.max(tip.x));
        let middle = f32::midpoint(left, right);
        if right - left < SHORTEST_CONFLICT {
            return ink::change_glyph(painter, pos2(middle, line), kind, theme.accent);
        }
        painter.hline(left..=right, line - 2.5, Stroke::new(1.6, theme.accent));
        painter.hline(left..=right, line + 2.5, Stroke::new(1.6, theme.accent));
        painter.line_segment([pos2(middle - 3.0, line + 7.0), pos2(middle + 3.0, line - 7.0)], Stroke::new(1.8, theme.accent));
        return;
    }
    ink::arrow(painter, tail, tip, 2.4, theme.accent);
    let length = (tip.x - tail.x).abs();
    if ink::has_way(length) {
        painter.circle(tail, (length / 4.0).clamp(2.2, 3.5), theme.sheet, Stroke::new(1.6, theme.ghost));
    }
    if matches!(kind, ChangeKind::Extended | ChangeKind::Shortened) {
        let tail = pos2(ink::arrow_tail(tail.x, tip.x), line);
        painter.vline(tail.x, line - 6.0..=line + 6.0, Stroke::new(2.0, theme.ghost));
    }
}

/// From the middle of a shape to its edge, and how long the line is from there to the mark of its day below.
const STEM: (f32, f32) = (8.5, 10.0);

/// A change that has no way to go: its shape above its day; where it ends the lane, joined to the day it ends at.
pub(super) fn standing_step(painter: &Painter, theme: &Theme, kind: ChangeKind, at: Pos2) {
    ink::change_glyph(painter, at, kind, theme.accent);
    if matches!(kind, ChangeKind::Postponed | ChangeKind::Cancelled) {
        let top = at.y + STEM.0;
        painter.vline(at.x, top..=top + STEM.1, Stroke::new(1.8, theme.accent));
    }
}

/// An article on its report day.
pub(super) fn article(painter: &Painter, theme: &Theme, centre: Pos2) -> Rect {
    let sheet = Rect::from_center_size(centre, vec2(9.0, 12.0));
    painter.rect(sheet, 1.5, theme.sheet, Stroke::new(1.3, theme.ink_soft), egui::StrokeKind::Middle);
    painter.hline(sheet.shrink(2.0).x_range(), sheet.top() + 3.5, Stroke::new(1.0, theme.ink_soft));
    painter.hline(sheet.shrink(2.0).x_range(), sheet.top() + 6.5, Stroke::new(1.0, theme.ink_soft));
    sheet
}

/// A column of merged marks into a mesh: it grows with the logarithm, so that one mark among thousands is still seen.
pub(super) fn column(mesh: &mut egui::Mesh, theme: &Theme, (left, right, foot): (f32, f32, f32), count: u32) {
    if count == 0 {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "at most 32")]
    let height = (4.0 + (32 - count.leading_zeros()) as f32 * 2.5).min(22.0);
    mesh.add_colored_rect(Rect::from_min_max(pos2(left, foot - height), pos2(right, foot)), theme.mark);
}

/// Adds a finished mesh.
pub(super) fn columns(painter: &Painter, mesh: egui::Mesh) {
    painter.add(Shape::mesh(mesh));
}
