//! Below the lanes: the whole period with the part in sight, and what the shapes mean.

use egui::{Align2, Painter, Rangef, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::page::Page;
use super::theme::{SMALL, TINY, plain};
use super::{ink, legend_ui};
use crate::app::Command;
use crate::view::axis::{Sight, ticks};

const STRIP_HEIGHT: f32 = 46.0;

/// With less height than this the lanes have the room of the legend: the help has it, and a button leads there.
const LOWEST_FOR_LEGEND: f32 = 560.0;
/// A legend takes no more than this part of them.
const MOST_OF_LANES: f32 = 0.14;
/// With still less, they have that of the whole period too.
const LOWEST_FOR_STRIP: f32 = 540.0;

/// Which of the two is drawn below lanes and rulers of this height.
fn parts(page: &Page<'_>, room: f32) -> (Option<(f64, f64)>, bool) {
    if page.state.is_low {
        return (None, false);
    }
    (whole(page).filter(|_| room >= LOWEST_FOR_STRIP), page.state.settings.has_legend && room >= LOWEST_FOR_LEGEND)
}

/// Height of what is below the lanes, where both have so much room.
pub(super) fn height(page: &Page<'_>, ui: &Ui, room: Vec2) -> f32 {
    let (whole, has_legend) = parts(page, room.y);
    let legend = if has_legend { legend_ui::height(page, ui, room.x) } else { 0.0 };
    // where it would leave too little of the lanes, the help has it
    let legend = if legend <= room.y * MOST_OF_LANES { legend } else { 0.0 };
    legend + if whole.is_some() { STRIP_HEIGHT } else { 0.0 }
}

/// The whole period, where it is wider than what is in sight.
fn whole(page: &Page<'_>) -> Option<(f64, f64)> {
    let (first, last) = page.state.whole_period()?;
    let (first, last) = (f64::from(first), f64::from(last) + 1.0);
    let sight = &page.state.sight;
    (first < sight.start || last > sight.end(page.state.size.0)).then_some((first, last))
}

/// The strip and the legend.
pub(super) fn strip_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect, chart: Rangef, room: f32) {
    let (whole, has_legend) = parts(page, room);
    ui.painter().rect_filled(rect, 0.0, page.theme.paper);
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, page.theme.line_strong));
    let mut top = rect.top();
    if let Some((first, last)) = whole {
        let strip = Rect::from_x_y_ranges(chart, top..=top + STRIP_HEIGHT);
        let label = pos2(rect.left() + 14.0, strip.center().y);
        ink::words(
            ui.painter(),
            (label, Align2::LEFT_CENTER),
            "Whole period",
            &plain(SMALL),
            page.theme.ink_soft,
            chart.min - rect.left() - 20.0,
        );
        period_ui(page, ui, strip.shrink2(vec2(4.0, 4.0)), (first, last));
        top += STRIP_HEIGHT;
    }
    if has_legend && rect.bottom() > top + 1.0 {
        legend_ui::legend_ui(page, ui, Rect::from_x_y_ranges(rect.x_range(), top..=rect.bottom()));
    }
}

fn period_ui(page: &mut Page<'_>, ui: &Ui, rect: Rect, (first, last): (f64, f64)) {
    let theme = page.theme.clone();
    let (seen_first, seen_last) = (page.state.sight.start, page.state.sight.end(page.state.size.0));
    let (first, last) = (first.min(seen_first), last.max(seen_last));
    let sight = Sight { start: first, days_per_px: (last - first) / f64::from(rect.width().max(1.0)) };
    let painter = ui.painter().with_clip_rect(rect.expand(2.0).intersect(ui.clip_rect()));
    let bars = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - 14.0));
    let marks = ticks(&sight, rect.width());
    for tick in &marks.minor {
        let x = rect.left() + sight.x(f64::from(tick.place));
        painter.vline(x, rect.y_range(), theme.hairline());
    }
    density(page, &painter, bars, &sight);
    let left = rect.left() + sight.x(seen_first);
    let width = (sight.x(seen_last) - sight.x(seen_first)).max(6.0);
    // above the names, so that its edge runs through none
    let shown = Rect::from_min_size(pos2(left, rect.top()), vec2(width, bars.height() + 1.0));
    painter.rect(shown, 2.0, theme.mark.gamma_multiply(0.12), Stroke::new(1.5, theme.mark), egui::StrokeKind::Inside);
    for tick in &marks.minor {
        let x = rect.left() + sight.x(f64::from(tick.place));
        // where a year or a month begins, its name says more than "Jan" or "1"
        let begun = marks.major.iter().find(|major| major.place == tick.place);
        let (label, font) = begun.map_or((&tick.label, plain(TINY)), |major| (&major.label, super::theme::bold(TINY)));
        let galley = painter.layout_no_wrap(label.clone(), font, theme.ink_soft);
        if x >= rect.left() && x + 3.0 + galley.rect.width() <= rect.right() {
            painter.galley(pos2(x + 3.0, rect.bottom() - galley.rect.height()), galley, theme.ink_soft);
        }
    }
    let response = ui.interact(rect, ui.scope_id().with("whole period"), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, "Whole period: drag to move the days in sight"));
    if let Some(at) = response.interact_pointer_pos() {
        let middle = sight.place_at(at.x - rect.left());
        page.ask(Command::SetSight(page.state.sight.recentred(middle, page.state.size.0)));
    }
}

/// All values, one bar a column of two pixels, so that nothing is lost.
fn density(page: &Page<'_>, painter: &Painter, rect: Rect, sight: &Sight) {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the width of a window in columns")]
    let n_columns = (rect.width() / 3.0).ceil().max(1.0) as usize;
    let counts = page.state.period_counts(sight.start, sight.days_per_px * 3.0, n_columns);
    let most = counts.iter().copied().max().unwrap_or(0);
    for (i, count) in counts.iter().enumerate().filter(|(_, count)| **count > 0) {
        #[expect(clippy::cast_precision_loss, reason = "columns of a window")]
        let x = rect.left() + i as f32 * 3.0;
        let part = (f64::from(*count) + 1.0).ln() / (f64::from(most) + 1.0).ln();
        #[expect(clippy::cast_possible_truncation, reason = "a part of a height")]
        let height = (part as f32 * rect.height()).max(3.0);
        painter.rect_filled(Rect::from_min_max(pos2(x, rect.bottom() - height), pos2(x + 2.5, rect.bottom())), 0.0, page.theme.done);
    }
}
