//! The date history: report date across, claimed date up, one line an announcement.

use chrono::Datelike as _;
use egui::{Align2, CursorIcon, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::marks::{Stands, ValueMark};
use super::page::Page;
use super::theme::{SMALL, TINY, Theme, bold, plain};
use super::ways_ui::{InSight, MOST_LISTED, Plane, Untold, draw_way, losses, way_at, ways_ui};
use super::{axis_ui, empty_ui, ink};
use crate::app::Command;
use crate::timeline::{AnnouncementId, EventId};
use crate::view::axis::{Sight, day_at, ticks_upwards};
use crate::view::history::{MOST_WAYS, way_of};
use crate::view::labels::{counted, grouped};
use crate::view::ledger::Role as ValueRole;

const AXIS_HEIGHT: f32 = 46.0;
const SIDE_WIDTH: f32 = 100.0;
/// What lines and dots mean, in full and in few words; with less room only the last of it, which is the hardest to guess.
const FOOT: [[&str; 2]; 6] = [
    ["level: date kept", "level: kept"],
    ["step: date moved", "step: moved"],
    ["dashed: reported on the day itself", "dashed: on the day"],
    ["dotted: no date for a time", "dotted: no date"],
    ["bracket: the days that are meant", "bracket: the days meant"],
    ["hollow dot: a less exact, rumoured or outdated date", "hollow dot: less exact or outdated"],
];

/// The large chart.
pub(super) fn date_history_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let whole = ui.available_rect_before_wrap();
    ui.painter().rect_filled(whole, 0.0, page.theme.sheet);
    let rect = Rect::from_min_max(whole.min + vec2(SIDE_WIDTH, AXIS_HEIGHT), whole.max - vec2(0.0, 30.0));
    page.fill(rect);
    let back = ui.interact(rect, ui.scope_id().with("date history"), Sense::click_and_drag());
    back.widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, "Date history: report date across, claimed date up"));
    let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
    if !page.state.ways.is_empty() {
        axis_ui::grid(page, &painter, rect);
    }
    side(page, ui, rect);
    match (page.state.ways.is_empty(), page.state.is_sifting()) {
        (true, true) => empty_ui::sifting_ui(page, ui, rect),
        (true, false) => empty_ui::no_match_ui(page, ui, rect),
        (false, _) => {}
    }
    let plane = Plane { rect, across: page.state.sight, up: page.state.height_sight };
    let in_sight = ways_ui(page, ui, &painter, &plane);
    axis_ui::axis_ui(page, ui, Rect::from_min_max(pos2(rect.left(), whole.top()), pos2(rect.right(), rect.top())));
    foot_ui(page, ui, Rect::from_min_max(pos2(whole.left(), rect.bottom()), whole.max), in_sight);
    super::view_focus_ui(page, ui, &back, rect, None);
    input_ui(page, ui, &back, &plane);
    ui.painter().vline(rect.left(), whole.top()..=rect.bottom(), Stroke::new(1.0, page.theme.line_strong));
    ui.advance_cursor_after_rect(whole);
}

/// The claimed days, upwards.
fn side(page: &Page<'_>, ui: &Ui, rect: Rect) {
    let theme = &page.theme;
    let side = Rect::from_min_max(pos2(rect.left() - SIDE_WIDTH, rect.top()), rect.left_bottom());
    ui.painter().rect_filled(Rect::from_min_max(pos2(side.left(), rect.top() - AXIS_HEIGHT), side.max), 0.0, theme.paper);
    let painter = ui.painter().with_clip_rect(side.union(rect).intersect(ui.clip_rect()));
    let up = &page.state.height_sight;
    let lines = if page.state.ways.is_empty() { side.x_range() } else { rect.x_range() };
    let marks = ticks_upwards(up, rect.height());
    let y = |place: i32| rect.bottom() - up.x(f64::from(place));
    for tick in &marks.minor {
        painter.hline(lines, y(tick.place), theme.hairline());
    }
    let fits = |y: f32, last: f32| last - y > 16.0 && (rect.top() + 16.0..rect.bottom()).contains(&y);
    let mut last = f32::MAX;
    for tick in marks.minor.iter().filter(|tick| y(tick.place) < rect.bottom()) {
        let at = y(tick.place);
        if fits(at, last) {
            painter.text(pos2(side.right() - 6.0, at - 1.0), Align2::RIGHT_BOTTOM, &tick.label, plain(SMALL), theme.ink_soft);
            last = at;
        }
    }
    let mut last = f32::MIN;
    for tick in marks.major.iter().rev() {
        let at = y(tick.place).min(rect.bottom() - 2.0);
        painter.hline(lines, y(tick.place), Stroke::new(1.0, theme.line_strong));
        if at - last > 18.0 && at > rect.top() + 16.0 {
            // the topmost and each January say which year it is
            let says_year = last < rect.top() || day_at(f64::from(tick.place)).month() == 1;
            let text = in_few_letters(&tick.label, says_year);
            painter.text(pos2(side.left() + 8.0, at - 1.0), Align2::LEFT_BOTTOM, text, bold(SMALL), theme.ink);
            last = at;
        }
    }
    let corner = Rect::from_min_max(pos2(side.left(), rect.top() - AXIS_HEIGHT), pos2(side.right(), rect.top()));
    let painter = ui.painter();
    painter.text(corner.right_top() + vec2(-6.0, 5.0), Align2::RIGHT_TOP, "reported →", plain(TINY), theme.ink_soft);
    painter.text(corner.left_bottom() + vec2(8.0, -4.0), Align2::LEFT_BOTTOM, "claimed ↑", plain(TINY), theme.ink_soft);
}

/// "May 2024", "May", "2024".
fn in_few_letters(label: &str, says_year: bool) -> String {
    match label.split_once(' ') {
        Some((month, year)) if says_year => format!("{} {year}", month.chars().take(3).collect::<String>()),
        Some((month, _)) => month.chars().take(3).collect(),
        None => label.to_owned(),
    }
}

/// Between what the lines mean and the way to what could not be drawn.
const APART: f32 = 18.0;

/// How many dots ran together or have no name, in words that lead to them, and the statements to be listed.
fn untold_link(untold: Untold) -> Option<(String, Vec<EventId>)> {
    let Untold { merged, unnamed } = untold;
    match (merged.len(), unnamed.len()) {
        (0, 0) => None,
        (0, n) => Some((format!("{} without a name: list them", counted(n, "dot")), unnamed)),
        (n, _) => {
            let count = if n < MOST_LISTED { counted(n, "statement") } else { format!("{} or more statements", grouped(MOST_LISTED)) };
            Some((format!("{count} too close to draw singly: list them"), merged))
        }
    }
}

/// What is in sight, explained in fewer and fewer words, and how many announcements there are.
fn foot_texts(in_sight: &InSight, count: &str) -> Vec<String> {
    let is_there = |full: &str| match full.split(':').next() {
        Some("dotted") => in_sight.has_gaps,
        Some("bracket") => in_sight.has_brackets,
        _ => true,
    };
    let parts: Vec<[&str; 2]> = FOOT.into_iter().filter(|[full, _]| is_there(full)).collect();
    let joined = |parts: &[[&str; 2]], length: usize| {
        let said: Vec<&str> = parts.iter().filter_map(|part| part.get(length).copied()).collect();
        said.join("  ·  ")
    };
    let fewer = (0..parts.len()).filter_map(|first| Some(joined(parts.get(first..)?, 1)));
    [format!("{}  ·  {count}", joined(&parts, 0)), joined(&parts, 0)].into_iter().chain(fewer).collect()
}

/// What the lines mean; and what could not be told, one click away.
fn foot_ui(page: &mut Page<'_>, ui: &mut Ui, rect: Rect, in_sight: InSight) {
    let theme = page.theme.clone();
    ui.painter().rect_filled(rect, 0.0, theme.paper);
    ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(1.0, theme.line_strong));
    let buttons = Rect::from_x_y_ranges(rect.right() - axis_ui::BUTTONS_WIDTH - 8.0..=rect.right() - 8.0, rect.y_range());
    axis_ui::buttons_ui(page, ui, buttons);
    let rect = Rect::from_min_max(rect.min, pos2(buttons.left() - 4.0, rect.bottom()));
    let painter = ui.painter();
    let n_shown = page.state.lanes.n_shown;
    let few = if n_shown > MOST_WAYS { format!("the first {} of ", grouped(MOST_WAYS)) } else { String::new() };
    let n_dated = page.state.ways.len();
    let count = if n_dated < n_shown && few.is_empty() {
        format!("{} of {} have a date", grouped(n_dated), counted(n_shown, "announcement"))
    } else {
        format!("{few}{}", counted(n_shown, "announcement"))
    };
    let (left, y) = (rect.left() + 14.0, rect.center().y);
    let texts = foot_texts(&in_sight, &count);
    // the way to what is not drawn comes before what explains what is
    let link = untold_link(in_sight.untold);
    let link_width = link.as_ref().map_or(0.0, |(text, _)| APART + painter.layout_no_wrap(text.clone(), plain(SMALL), theme.mark).size().x);
    let words = ink::first_that_fits(painter, &texts, &plain(SMALL), theme.ink_soft, rect.width() - 28.0 - link_width);
    let at = words.map_or(Rect::from_pos(pos2(left - APART, y)), |words| {
        let at = Align2::LEFT_CENTER.anchor_size(pos2(left, y), words.size());
        painter.galley(at.min, words, theme.ink_soft);
        at
    });
    let Some((text, events)) = link else { return };
    let room = (rect.right() - at.right() - APART - 14.0).max(0.0);
    let at = ink::words(painter, (pos2(at.right() + APART, y), Align2::LEFT_CENTER), &text, &plain(SMALL), theme.mark, room);
    let response = ui.interact(at.expand2(vec2(4.0, 6.0)), ui.scope_id().with("merged dots"), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &text));
    if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
        page.ask(Command::ShowCluster(events));
    }
}

fn input_ui(page: &mut Page<'_>, ui: &Ui, back: &egui::Response, plane: &Plane) {
    let (mut across, mut up, rect) = (plane.across, plane.up, plane.rect);
    if back.clicked() {
        let way = back.interact_pointer_pos().and_then(|at| way_at(page, plane, at));
        if let Some(id) = way {
            page.ask(Command::Select(id, None));
        }
    }
    if back.dragged() {
        across = across.panned(back.drag_delta().x);
        up = up.panned(-back.drag_delta().y);
    }
    if back.contains_pointer() {
        let (zoom, scroll, at) = ui.input(|input| (input.zoom_delta(), input.smooth_scroll_delta(), input.pointer.hover_pos()));
        if let Some(at) = at.filter(|_| (zoom - 1.0).abs() > f32::EPSILON) {
            across = across.zoomed_at(at.x - rect.left(), zoom, rect.width());
            up = up.zoomed_at(rect.bottom() - at.y, zoom, rect.height());
        } else {
            across = across.panned(scroll.x);
            up = up.panned(-scroll.y);
        }
    }
    if across != page.state.sight {
        page.ask(Command::SetSight(across));
    }
    if up != page.state.height_sight {
        page.ask(Command::SetHeightSight(up));
    }
}

/// Height of the small chart.
const SMALL_HEIGHT: f32 = 104.0;
/// Height of a line of words there, and width of a day beside its mark.
const LINE_OF_WORDS: f32 = 14.0;
const LEFT_OF_MARK: f32 = 70.0;

/// The small chart in the detail: one announcement, fitted.
pub(super) fn small_ui(page: &Page<'_>, ui: &mut Ui, id: AnnouncementId) {
    let Some(way) = way_of(&page.state.ledger, id).filter(|way| way.steps.len() > 1 || way.losses().next().is_some()) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), SMALL_HEIGHT), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::GraphicsDocument, true, "How the date moved: report date across, claimed date up"));
    let theme = &page.theme;
    ui.painter().rect(rect, 6.0, theme.sheet, theme.hairline(), egui::StrokeKind::Inside);
    let inner = rect.shrink2(vec2(14.0, 18.0));
    let days = |pick: &dyn Fn(&(f64, f64)) -> f64| {
        let all = way.steps.iter().map(pick);
        (all.clone().fold(f64::MAX, f64::min), all.fold(f64::MIN, f64::max))
    };
    let (first, last) = days(&|step| step.0);
    let last = way.tip().map_or(last, |(reported, _)| last.max(reported));
    let (low, high) = days(&|step| step.1);
    let across = Sight::fitting(first.floor(), last.ceil(), inner.width(), 3.0);
    let up = Sight::fitting(low.floor(), high.floor(), inner.height(), 3.0);
    let plane = Plane { rect: inner, across, up };
    draw_way(ui.painter(), &plane, &way, Stroke::new(2.5, theme.accent));
    let last = way.steps.len() - 1;
    for (nth, (reported, claimed)) in way.steps.iter().enumerate() {
        let at = plane.at(*reported, *claimed);
        step_mark(ui.painter(), theme, at, nth == last && way.end.is_none());
        let day = crate::view::labels::day_short(crate::view::axis::day_at(*claimed), page.style());
        // where the line comes down from above, left of it, or below it where it comes down by less than a line of words
        let drop = nth.checked_sub(1).and_then(|before| way.steps.get(before)).map_or(0.0, |(_, before)| at.y - plane.at(0.0, *before).y);
        let is_left = at.x > inner.center().x || drop > LINE_OF_WORDS && at.x - rect.left() > LEFT_OF_MARK;
        let (across, side) = if is_left { (egui::Align::Max, -1.0) } else { (egui::Align::Min, 1.0) };
        let (up, rise) = match drop {
            drop if drop > LINE_OF_WORDS && is_left => (egui::Align::Center, 0.0),
            drop if drop > 0.0 => (egui::Align::Min, 7.0),
            _ => (egui::Align::Max, -7.0),
        };
        ui.painter().text(at + vec2(12.0 * side, rise), Align2([across, up]), day, plain(SMALL), theme.ink);
    }
    losses(page, ui.painter(), &plane, &way);
    let axis = ui.painter().text(rect.right_bottom() - vec2(8.0, 3.0), Align2::RIGHT_BOTTOM, "reported →", plain(TINY), theme.ink_soft);
    // the days on which the line begins and ends, under it
    let ends = [way.steps.first().copied(), way.tip()].into_iter().flatten();
    let mut free_from = rect.left() + 4.0;
    for (reported, _) in ends {
        let day = crate::view::labels::day_short(crate::view::axis::day_at(reported), page.style());
        let words = ui.painter().layout_no_wrap(day, plain(TINY), theme.ink_soft);
        let left = (plane.at(reported, 0.0).x - words.size().x / 2.0).max(free_from);
        if left + words.size().x < axis.left() - 6.0 {
            free_from = left + words.size().x + 8.0;
            ui.painter().galley(pos2(left, axis.top()), words, theme.ink_soft);
        }
    }
    ui.painter().text(rect.left_top() + vec2(8.0, 3.0), Align2::LEFT_TOP, "claimed ↑", plain(TINY), theme.ink_soft);
}

/// The line ends so far from the middle of a mark that holds, and of one that does not.
const CLEAR: (f32, f32) = (12.0, 7.0);

/// Where the date stood: a diamond as in the lanes where it holds, a ring where it does not; the line ends at its edge.
fn step_mark(painter: &Painter, theme: &Theme, at: Pos2, holds: bool) {
    painter.circle_filled(at, if holds { CLEAR.0 } else { CLEAR.1 }, theme.sheet);
    if holds {
        return ValueMark { role: ValueRole::Now, stands: Stands::Changed, is_open: false }.diamond(painter, theme, at);
    }
    // it held when it was told: filled, as in the large chart
    painter.circle_filled(at, 4.0, theme.accent);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(label: &str, says_year: bool, expected: &str) {
        assert_eq!(in_few_letters(label, says_year), expected);
    }

    #[test]
    fn a_month_beside_the_chart_is_short_and_says_its_year_where_asked() {
        check("September 2024", false, "Sep");
        check("January 2025", true, "Jan 2025");
        check("2025", false, "2025");
    }
}
