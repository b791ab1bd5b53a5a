//! The legend: each shape of the lanes beside its words, drawn by the code that draws it in the lanes.

use egui::{Align2, Painter, Pos2, Rect, Ui, pos2, vec2};

use super::flags::CLOTH;
use super::marks::{self, BAR_HEIGHT, CHANGED_BAR_HEIGHT, Stands, ValueMark};
use super::page::Page;
use super::theme::{SMALL, TINY, Theme, plain};
use super::{ink, theme};
use crate::app::Action;
use crate::timeline::ChangeKind;
use crate::view::Arrange;
use crate::view::ledger::Role;
use crate::view::legend::Shape;

/// Height of a line of the legend.
const LINE_HEIGHT: f32 = 24.0;
/// Free space above and below.
const PAD: f32 = 6.0;
/// Between a shape and its words.
const GAP: f32 = 8.0;
/// At least so much between two columns.
const APART: f32 = 18.0;
/// Margin at both sides.
const SIDE: f32 = 14.0;

/// A legend has no more lines; what is left out is in the help.
const MOST_LINES: usize = 2;
/// Where something is left out, the words that lead to it.
const ALL_MARKS: &str = "All marks  ?";
/// Room for them.
const ALL_MARKS_WIDTH: f32 = 92.0;

/// Where an entry stands: its line, the left edges of its shape and of its words.
struct Entry {
    shape: Shape,
    line: usize,
    left: f32,
    words: f32,
}

/// What the lanes shown need, in columns over that width, and whether anything is left to the help. What has words beside
/// it in the lanes explains itself and is left there.
fn entries(page: &Page<'_>, painter: &Painter, width: f32) -> (Vec<Entry>, bool) {
    let arrange = page.state.settings.arrange;
    let drawn: Vec<Shape> = page.state.lanes.shapes.iter().filter(|shape| is_drawn(*shape, arrange)).collect();
    let mut shapes: Vec<Shape> = drawn.iter().copied().filter(|shape| !explains_itself(*shape)).collect();
    if shapes.is_empty() {
        return (Vec::new(), false);
    }
    shapes.sort_by_key(|shape| is_flag(*shape));
    let words = |shape: Shape| painter.layout_no_wrap(shape.shown().to_owned(), plain(TINY), page.theme.ink_soft).rect.width();
    let widest = |shapes: &[Shape], of: &dyn Fn(Shape) -> f32| shapes.iter().map(|shape| of(*shape)).fold(0.0, f32::max);
    let sample = |shape: Shape| width_of(shape, arrange);
    let column = widest(&shapes, &|shape| sample(shape) + GAP + words(shape)).max(ALL_MARKS_WIDTH - APART) + APART;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "columns of a window")]
    let most_columns = (((width - 2.0 * SIDE + APART) / column).floor() as usize).max(1);
    // the way to all of them has the last place
    let has_more = drawn.len() > shapes.len() || shapes.len() > most_columns * MOST_LINES;
    let n_lines = (shapes.len() + usize::from(has_more)).div_ceil(most_columns).min(MOST_LINES);
    let n_columns = (shapes.len() + usize::from(has_more)).div_ceil(n_lines);
    let n_columns = n_columns.min(most_columns);
    shapes.truncate(n_columns * n_lines - usize::from(has_more));
    let slots: Vec<f32> = (0..n_columns).map(|at| widest(&every(&shapes, at, n_columns), &sample)).collect();
    let placed = shapes.iter().enumerate().map(|(at, shape)| {
        #[expect(clippy::cast_precision_loss, reason = "columns of a window")]
        let left = SIDE + (at % n_columns) as f32 * column;
        // shapes end where their words begin, and the words of a column begin at one line
        let end = left + slots.get(at % n_columns).copied().unwrap_or_default();
        Entry { shape: *shape, line: at / n_columns, left: end - sample(*shape), words: end + GAP }
    });
    (placed.collect(), has_more)
}

/// The shapes of one column.
fn every(shapes: &[Shape], at: usize, n_columns: usize) -> Vec<Shape> {
    shapes.iter().copied().skip(at).step_by(n_columns).collect()
}

/// Flags come last.
const fn is_flag(shape: Shape) -> bool {
    matches!(shape, Shape::ChangeReported | Shape::Reported)
}

/// Whether words stand beside it wherever it is drawn: "1 day earlier", "every Sat and Sun", "since July 2021".
const fn explains_itself(shape: Shape) -> bool {
    matches!(
        shape,
        Shape::Article
            | Shape::OffEdge
            | Shape::OpenEnd
            | Shape::Repeats
            | Shape::ClockTime
            | Shape::Moved
            | Shape::Extended
            | Shape::Shortened
            | Shape::TimeChanged
            | Shape::Postponed
            | Shape::Cancelled
            | Shape::Reinstated
            | Shape::Replaced
            | Shape::FormatChanged
            | Shape::Conflict
    )
}

/// Whether lanes arranged that way draw it.
const fn is_drawn(shape: Shape, arrange: Arrange) -> bool {
    match arrange {
        Arrange::Claimed => true,
        Arrange::Reported => !matches!(
            shape,
            Shape::LessExact
                | Shape::OpenEnd
                | Shape::Repeats
                | Shape::ClockTime
                | Shape::Rumoured
                | Shape::Denied
                | Shape::AlsoSaid
                | Shape::Happened
        ),
    }
}

/// Height of the legend below lanes of that width.
pub(super) fn height(page: &Page<'_>, ui: &Ui, width: f32) -> f32 {
    #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
    let lines = entries(page, ui.painter(), width).0.last().map_or(0.0, |entry| (entry.line + 1) as f32);
    if lines == 0.0 { 0.0 } else { lines * LINE_HEIGHT + 2.0 * PAD }
}

/// Draws it.
pub(super) fn legend_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect) {
    let arrange = page.state.settings.arrange;
    let painter = ui.painter();
    let (entries, has_more) = entries(page, painter, rect.width());
    for Entry { shape, line, left, words } in entries {
        #[expect(clippy::cast_precision_loss, reason = "a handful of lines")]
        let y = rect.top() + PAD + (line as f32 + 0.5) * LINE_HEIGHT;
        let at = pos2(rect.left() + left, y);
        sample(painter, &page.theme, shape, arrange, at);
        ink::words(painter, (pos2(rect.left() + words, y), Align2::LEFT_CENTER), shape.shown(), &plain(TINY), page.theme.ink_soft, 200.0);
    }
    if has_more {
        let at = pos2(rect.right() - SIDE, rect.bottom() - PAD - LINE_HEIGHT / 2.0);
        let words = ink::words(painter, (at, Align2::RIGHT_CENTER), ALL_MARKS, &plain(TINY), page.theme.mark, ALL_MARKS_WIDTH);
        let response = ui.interact(words.expand2(vec2(4.0, 6.0)), ui.scope_id().with("all marks"), egui::Sense::CLICK);
        response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, "All marks"));
        ink::focus_ring(ui, &response, page.theme.focus);
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            page.act(Action::ShowHelp);
        }
    }
}

/// Every shape there is, for the help.
pub(super) fn all_shapes_ui(page: &Page<'_>, ui: &mut Ui) {
    let n_columns = if ui.available_width() > 600.0 { 3 } else { 2 };
    egui::Grid::new("shapes").num_columns(n_columns * 2).spacing(vec2(12.0, 4.0)).show(ui, |ui| {
        for row in Shape::ALL.chunks(n_columns) {
            for shape in row {
                let (rect, _) = ui.allocate_exact_size(vec2(62.0, 24.0), egui::Sense::hover());
                let left = rect.right() - width_of(*shape, Arrange::Claimed);
                sample(ui.painter(), &page.theme, *shape, Arrange::Claimed, pos2(left, rect.center().y));
                ui.label(egui::RichText::new(shape.shown()).size(SMALL));
            }
            ui.end_row();
        }
    });
}

/// Width of a shape's sample.
const fn width_of(shape: Shape, arrange: Arrange) -> f32 {
    match (shape, arrange) {
        (Shape::HoldsNow | Shape::NoLongerValid | Shape::Disputed | Shape::Scheduled, Arrange::Reported) => 14.0,
        (Shape::HoldsNow | Shape::NoLongerValid | Shape::Disputed | Shape::Scheduled | Shape::Happened | Shape::AlsoSaid, _) => 40.0,
        (Shape::Moved | Shape::Extended | Shape::Shortened | Shape::Conflict, _) => 30.0,
        (Shape::Postponed | Shape::Cancelled, _) => 16.0,
        (Shape::OpenEnd, _) => 52.0,
        (Shape::LessExact | Shape::Rumoured | Shape::Denied | Shape::Repeats | Shape::ClockTime | Shape::Merged, _) => 24.0,
        (Shape::Article | Shape::Reported | Shape::ChangeReported | Shape::OffEdge, _) => 10.0,
        (Shape::TimeChanged | Shape::Reinstated | Shape::Replaced | Shape::FormatChanged, _) => 20.0,
    }
}

/// Draws a shape as the lanes do; `at` is the middle of its left edge.
fn sample(painter: &Painter, theme: &Theme, shape: Shape, arrange: Arrange, at: Pos2) {
    let value = |role, stands| value_sample(painter, theme, (ValueMark { role, stands, is_open: false }, arrange), at);
    let width = width_of(shape, arrange);
    let step = |kind, from: f32, to: f32| marks::step(painter, theme, kind, (at + vec2(from, 0.0), at + vec2(to, 0.0)));
    let standing = |kind, by: f32| marks::standing_step(painter, theme, kind, at + vec2(by, 0.0));
    let ends = |kind| marks::standing_step(painter, theme, kind, at + vec2(8.0, -4.0));
    match shape {
        Shape::Moved => step(ChangeKind::MovedLater, 4.0, width),
        Shape::Extended => step(ChangeKind::Extended, 4.0, width),
        Shape::Shortened => step(ChangeKind::Shortened, width - 4.0, 0.0),
        Shape::Conflict => step(ChangeKind::Conflict, 0.0, width),
        Shape::Postponed => ends(ChangeKind::Postponed),
        Shape::Cancelled => ends(ChangeKind::Cancelled),
        Shape::TimeChanged => standing(ChangeKind::TimeChanged, 10.0),
        Shape::Reinstated => standing(ChangeKind::Reinstated, 9.0),
        Shape::Replaced => standing(ChangeKind::Replaced, 10.0),
        Shape::FormatChanged => standing(ChangeKind::FormatChanged, 10.0),
        Shape::HoldsNow => value(Role::Now, Stands::Changed),
        Shape::NoLongerValid => value(Role::Was, Stands::Changed),
        Shape::Disputed => value(Role::Disputed, Stands::Changed),
        Shape::Scheduled => value(Role::Now, Stands::Ahead),
        Shape::Happened => value(Role::Now, Stands::Happened),
        Shape::AlsoSaid => value(Role::Told, Stands::Ahead),
        Shape::Rumoured => value(Role::Rumoured, Stands::Ahead),
        Shape::Denied => value(Role::Denied, Stands::Ahead),
        Shape::LessExact => {
            let bar = Rect::from_min_size(at - vec2(0.0, CHANGED_BAR_HEIGHT / 2.0 + 6.0), vec2(width, BAR_HEIGHT));
            ValueMark { role: Role::LessExact, stands: Stands::Ahead, is_open: false }.draw(painter, theme, bar);
        }
        Shape::OpenEnd => {
            let bar = Rect::from_min_size(at - vec2(0.0, BAR_HEIGHT / 2.0), vec2(16.0, BAR_HEIGHT));
            ValueMark { role: Role::Now, stands: Stands::Happened, is_open: true }.draw(painter, theme, bar);
        }
        Shape::Repeats => (0_u8..3).for_each(|n| marks::repeat_tick(painter, theme, at + vec2(4.0 + 8.0 * f32::from(n), -3.0), 16.0)),
        Shape::ClockTime => {
            let bar = Rect::from_min_size(at - vec2(0.0, BAR_HEIGHT / 2.0), vec2(width, BAR_HEIGHT));
            ValueMark { role: Role::Now, stands: Stands::Ahead, is_open: false }.draw(painter, theme, bar);
            marks::clock_tick(painter, theme, bar, 0.7);
        }
        Shape::Merged => merged_sample(painter, theme, at),
        Shape::Reported => ink::flag(painter, (at + vec2(1.0, 6.0), CLOTH), theme.ink_soft, false),
        Shape::ChangeReported => ink::flag(painter, (at + vec2(1.0, 6.0), CLOTH), theme.accent, true),
        Shape::Article => {
            marks::article(painter, theme, at + vec2(5.0, 0.0));
        }
        Shape::OffEdge => ink::pointer(painter, at + vec2(5.0, 0.0), true, theme.ink_soft),
    }
}

/// A value both ways: over days that are wide enough, and over a day that is not.
fn value_sample(painter: &Painter, theme: &theme::Theme, (mark, arrange): (ValueMark, Arrange), at: Pos2) {
    if arrange == Arrange::Reported {
        return marks::telling(painter, theme, (at + vec2(7.0, 0.0), mark));
    }
    let is_lone = matches!(mark.role, Role::Rumoured | Role::Denied);
    let height = mark.height() - if mark.height() > BAR_HEIGHT { 2.0 } else { 0.0 };
    mark.draw(painter, theme, Rect::from_min_size(at - vec2(0.0, height / 2.0), vec2(if is_lone { 24.0 } else { 20.0 }, height)));
    if !is_lone {
        mark.diamond(painter, theme, at + vec2(32.0, 0.0));
    }
}

fn merged_sample(painter: &Painter, theme: &Theme, at: Pos2) {
    let mut mesh = egui::Mesh::default();
    for (n, count) in (0_u8..).zip([1, 3, 9, 30, 9, 3]) {
        let left = at.x + 4.0 * f32::from(n);
        marks::column(&mut mesh, theme, (left, left + 4.0, at.y + 9.0), count);
    }
    marks::columns(painter, mesh);
}
