//! The ways of dates: a line an announcement, its dots, where it ended, what lies off the edge; a cloud where dots run
//! together.

use std::collections::BTreeSet;

use egui::{Align2, CursorIcon, Painter, Pos2, Rect, Role, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{SMALL, plain};
use super::way_names::Names;
use crate::app::Command;
use crate::timeline::{Announcement, AnnouncementId, ChangeKind, EventId};
use crate::view::axis::{Sight, day_at};
use crate::view::detail::capitalised;
use crate::view::history::{Beyond, MOST_DOTS, Point, Side, Way, beyond, points_within};
use crate::view::labels::{Length, claimed_text, counted, day_year, grouped};
use crate::view::ledger::Role as ValueRole;
use crate::view::words;

/// A list of what could not be drawn singly is no longer than this.
pub(super) const MOST_LISTED: usize = 500;
/// So many tellings are looked at to find out whether their dots can be told apart.
const MOST_LOOKED_AT: usize = 20_000;
/// Names are tried for so many announcements.
const MOST_NAMES: usize = 160;
/// Patches of the cloud are about this large.
const PATCH_PX: f64 = 4.0;

/// Where ways are drawn.
pub(super) struct Plane {
    pub(super) rect: Rect,
    pub(super) across: Sight,
    pub(super) up: Sight,
}

impl Plane {
    pub(super) fn at(&self, reported: f64, claimed: f64) -> Pos2 {
        pos2(self.rect.left() + self.across.x(reported), self.rect.bottom() - self.up.x(claimed))
    }

    fn sees(&self, way: &Way) -> bool {
        let [first, last, low, high] = way.extent();
        let (left, right) = (self.across.start, self.across.end(self.rect.width()));
        let (bottom, top) = (self.up.start, self.up.end(self.rect.height()));
        last >= left && first <= right && high >= bottom && low <= top
    }
}

/// What is in sight, and whether its dots can be told apart.
struct Seen<'s> {
    /// The selected one first, then in the order of the lanes: changed ones before others.
    ways: Vec<&'s Way>,
    dots: Vec<(&'s Way, Point)>,
    /// Statements whose dots run together; empty where all are drawn singly.
    merged: Vec<EventId>,
}

/// What the chart could not tell.
#[derive(Default)]
pub(super) struct Untold {
    /// Statements whose dots run together.
    pub(super) merged: Vec<EventId>,
    /// One statement of each line, and each dot off its line, that has no name beside it.
    pub(super) unnamed: Vec<EventId>,
}

/// What was drawn that the foot explains, and what could not be told.
pub(super) struct InSight {
    /// Whether a bracket is as high as the days that are meant.
    pub(super) has_brackets: bool,
    /// Whether a date was lost for some time and came back.
    pub(super) has_gaps: bool,
    pub(super) untold: Untold,
}

/// Draws everything.
pub(super) fn ways_ui(page: &mut Page<'_>, ui: &Ui, painter: &Painter, plane: &Plane) -> InSight {
    let state = page.state;
    diagonal(page, painter, plane);
    let seen = seen(page, plane, &state.ways);
    if !seen.merged.is_empty() {
        cloud(page, painter, plane);
    }
    let mut taken: Vec<Rect> = Vec::new();
    for (way, dot) in &seen.dots {
        taken.extend(breadth(page, ui, (painter, plane), (way, dot)));
    }
    let has_brackets = !taken.is_empty();
    for way in seen.ways.iter().rev() {
        draw_way(painter, plane, way, stroke_of(page, way));
        if is_changed(page, way) {
            taken.extend(pieces(&lines(plane, way)).map(|ends| Rect::from_points(ends).expand(2.0)));
            let undated = way.undated().flat_map(|ends| undated_ends(plane, ends));
            taken.extend(undated.map(|ends| Rect::from_points(&ends).expand(2.0)));
        }
    }
    for (way, dot) in seen.dots.iter().rev() {
        taken.extend(dot_ui(page, ui, painter, plane, way, dot));
    }
    for way in &seen.ways {
        taken.extend(losses(page, painter, plane, way));
        taken.extend(dispute(page, painter, plane, way));
    }
    beyond_ui(page, ui, painter, plane, &mut taken);
    let mut names = Names::new(page, (painter, plane), (&seen.ways, &seen.dots), taken);
    let unnamed = name_all(&mut names, plane, &seen);
    names.diagonal();
    let has_gaps = seen.ways.iter().any(|way| !way.gaps.is_empty());
    InSight { has_brackets, has_gaps, untold: Untold { merged: seen.merged, unnamed } }
}

/// Gives names; gives back one statement of each line, and each dot off its line, that has none.
fn name_all(names: &mut Names<'_>, plane: &Plane, seen: &Seen<'_>) -> Vec<EventId> {
    let mut nameless: BTreeSet<AnnouncementId> = BTreeSet::new();
    for (at, way) in seen.ways.iter().enumerate() {
        let is_named = at < MOST_NAMES && names.name(way);
        // of a cloud no dot is asked for its name
        if !is_named && seen.merged.is_empty() {
            nameless.insert(way.announcement);
        } else if at >= MOST_NAMES {
            break;
        }
    }
    // of a line without a name one dot stands for all
    let is_seen = |dot: &Point| plane.rect.contains(plane.at(dot.reported, dot.claimed));
    let dots = seen.dots.iter().filter(|(way, dot)| is_seen(dot) && nameless.remove(&way.announcement));
    let mut unnamed: Vec<EventId> = dots.map(|(_, dot)| dot.event).collect();
    for (way, dot) in seen.dots.iter().filter(|(way, dot)| !way.stood(dot.reported, dot.claimed)).take(MOST_NAMES) {
        if !names.name_apart(way, dot) && is_seen(dot) && !unnamed.contains(&dot.event) {
            unnamed.push(dot.event);
        }
    }
    unnamed
}

/// A month or a year is as high as its days: its dot alone would be taken for one of them. Hovering says which days are
/// meant. Gives back where it stands.
fn breadth(page: &Page<'_>, ui: &Ui, (painter, plane): (&Painter, &Plane), (way, dot): (&Way, &Point)) -> Option<Rect> {
    /// A dot is about as high.
    const LEAST: f32 = 14.0;
    /// From the middle to the end of a foot.
    const FOOT: f32 = 4.0;
    let (first, end) = dot.days?;
    let (low, high) = (plane.at(dot.reported, first), plane.at(dot.reported, end));
    if low.y - high.y < LEAST || !plane.rect.x_range().contains(low.x) {
        return None;
    }
    let colour = if is_changed(page, way) { page.theme.accent } else { page.theme.done };
    let stroke = Stroke::new(1.4, colour.gamma_multiply(0.7));
    painter.vline(low.x, high.y..=low.y, stroke);
    for y in [low.y, high.y] {
        painter.hline(low.x - FOOT..=low.x + FOOT, y, stroke);
    }
    let stands = Rect::from_two_pos(low, high).expand(2.0);
    // the dots that lie on it are drawn after it, and come first under the pointer
    let hit = stands.expand2(vec2(FOOT, 0.0)).intersect(plane.rect);
    let response = ui.interact(hit, ui.scope_id().with(("bracket", dot.event)), Sense::HOVER);
    if response.hovered()
        && let Some((announcement, _)) = page.state.ledger.at(way.announcement)
    {
        response.on_hover_text(dot_text(page, announcement, dot, true));
    }
    Some(stands)
}

/// At each edge, how many lines lie beyond it; a click leads to the nearest.
fn beyond_ui(page: &mut Page<'_>, ui: &Ui, painter: &Painter, plane: &Plane, taken: &mut Vec<Rect>) {
    /// From the edge to the words, past the triangle.
    const TO_WORDS: f32 = 18.0;
    /// From the edge above or below to the middle of the words.
    const TO_EDGE: f32 = 13.0;
    let (across, up, rect) = (plane.across, plane.up, plane.rect);
    let sides = beyond(&page.state.ways, (across.start, across.end(rect.width())), (up.start, up.end(rect.height())));
    for Beyond { side, n_ways, nearest } in sides {
        let (said, spoken) = match side {
            Side::Before => ("reported earlier", "last reported before the days in sight"),
            Side::After => ("reported later", "first reported after the days in sight"),
            Side::Above => ("with later dates", "with later dates than those in sight"),
            Side::Below => ("with earlier dates", "with earlier dates than those in sight"),
        };
        let (edge, anchor, way) = match side {
            Side::Before => (rect.left_bottom() + vec2(TO_WORDS, -TO_EDGE), Align2::LEFT_CENTER, vec2(-1.0, 0.0)),
            Side::After => (rect.right_bottom() - vec2(TO_WORDS, TO_EDGE), Align2::RIGHT_CENTER, vec2(1.0, 0.0)),
            Side::Above => (rect.center_top() + vec2(0.0, TO_EDGE), Align2::CENTER_CENTER, vec2(0.0, -1.0)),
            Side::Below => (rect.center_bottom() - vec2(0.0, TO_EDGE), Align2::CENTER_CENTER, vec2(0.0, 1.0)),
        };
        let words = painter.layout_no_wrap(format!("{} {said}", grouped(n_ways)), plain(SMALL), page.theme.ink_soft);
        let at = anchor.anchor_size(edge, words.size());
        // beside the words, so that they take one line of a low chart
        let tip = if side == Side::After { at.right_center() + vec2(9.0, 0.0) } else { at.left_center() - vec2(9.0, 0.0) };
        let hit = at.union(Rect::from_center_size(tip, Vec2::splat(10.0))).expand2(vec2(4.0, 3.0));
        painter.rect_filled(hit.shrink2(vec2(0.0, 4.0)), 4.0, page.theme.sheet);
        ink::pointer_to(painter, tip, way, page.theme.ink_soft);
        painter.galley(at.min, words, page.theme.ink_soft);
        taken.push(hit);
        let response = ui.interact(hit, ui.scope_id().with(("beyond", said)), Sense::CLICK);
        let name = format!("{} {spoken}, go there", counted(n_ways, "announcement"));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.on_hover_text(&name).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            page.ask(Command::SetSight(shown_with(across, nearest.0, rect.width())));
            page.ask(Command::SetHeightSight(shown_with(up, nearest.1, rect.height())));
        }
    }
}

/// The same days, or as many about a place that is none of them.
fn shown_with(sight: Sight, place: f64, length: f32) -> Sight {
    if (sight.start..=sight.end(length)).contains(&place) { sight } else { sight.recentred(place, length) }
}

/// Where a date was withdrawn or all was called off: the shape of each such change; gives back where they are.
pub(super) fn losses(page: &Page<'_>, painter: &Painter, plane: &Plane, way: &Way) -> Vec<Rect> {
    let marks = way.losses().map(|(reported, claimed, kind)| (plane.at(reported, claimed), kind));
    marks
        .map(|(at, kind)| {
            painter.circle_filled(at, 10.0, page.theme.sheet);
            ink::change_glyph(painter, at, kind, page.theme.accent);
            Rect::from_center_size(at, vec2(20.0, 20.0))
        })
        .collect()
}

/// Two dates that sources disagree about: no move, so the line between them has the shape of a dispute.
fn dispute(page: &Page<'_>, painter: &Painter, plane: &Plane, way: &Way) -> Option<Rect> {
    let (announcement, _) = page.state.ledger.at(way.announcement)?;
    let (_, newest) = words::seen_changes(announcement).next_back()?;
    let [.., (_, one), (day, other)] = way.steps.as_slice() else { return None };
    let at = plane.at(*day, f64::midpoint(*one, *other));
    if newest.kind != ChangeKind::Conflict || !plane.rect.contains(at) {
        return None;
    }
    painter.circle_filled(at, 9.0, page.theme.sheet);
    ink::change_glyph(painter, at, newest.kind, page.theme.accent);
    Some(Rect::from_center_size(at, vec2(18.0, 18.0)))
}

pub(super) fn is_changed(page: &Page<'_>, way: &Way) -> bool {
    page.state.ledger.at(way.announcement).is_some_and(|(announcement, _)| announcement.is_changed())
}

fn is_selected(page: &Page<'_>, way: &Way) -> bool {
    page.state.selection.as_ref().is_some_and(|selection| selection.announcement == way.announcement)
}

fn stroke_of(page: &Page<'_>, way: &Way) -> Stroke {
    match (is_selected(page, way), is_changed(page, way)) {
        (true, true) => Stroke::new(4.0, page.theme.accent),
        (true, false) => Stroke::new(4.0, page.theme.done),
        (false, true) => Stroke::new(2.5, page.theme.accent),
        (false, false) => Stroke::new(1.4, page.theme.done),
    }
}

fn seen<'s>(page: &Page<'_>, plane: &Plane, ways: &'s [Way]) -> Seen<'s> {
    let mut ways: Vec<&Way> = ways.iter().filter(|way| plane.sees(way)).collect();
    ways.sort_by_key(|way| !is_selected(page, way));
    let (left, right) = (plane.across.start, plane.across.end(plane.rect.width()));
    let heights = plane.up.start..plane.up.end(plane.rect.height());
    let ledger = &page.state.ledger;
    let tracks = ways.iter().filter_map(|way| Some((*way, ledger.at(way.announcement)?.1)));
    let all = tracks.flat_map(|(way, track)| points_within(track, left, right).map(move |point| (way, point)));
    let in_sight = all.take(MOST_LOOKED_AT).filter(|(_, point)| heights.contains(&point.claimed));
    let mut dots: Vec<(&Way, Point)> = in_sight.take(MOST_LISTED).collect();
    let mut merged = Vec::new();
    if dots.len() > MOST_DOTS {
        merged = dots.iter().map(|(_, point)| point.event).collect();
        dots.retain(|(way, _)| is_selected(page, way));
        dots.truncate(MOST_DOTS);
    }
    Seen { ways, dots, merged }
}

/// Level while the date is firm, up or down where it moved, broken while there is none.
pub(super) fn lines(plane: &Plane, way: &Way) -> Vec<Vec<Pos2>> {
    let mut lines: Vec<Vec<Pos2>> = Vec::new();
    let mut line: Vec<Pos2> = Vec::with_capacity(way.steps.len() * 2 + 1);
    let mut gaps = way.gaps.iter().peekable();
    let mut break_off = |line: &mut Vec<Pos2>, lines: &mut Vec<Vec<Pos2>>, by: f64| {
        while let Some(gap) = gaps.next_if(|gap| gap.until <= by) {
            let Some(before) = line.last().copied() else { continue };
            line.push(pos2(plane.at(gap.from, 0.0).x, before.y));
            lines.push(std::mem::take(line));
            if gap.until < by {
                line.push(pos2(plane.at(gap.until, 0.0).x, before.y));
            }
        }
    };
    for (reported, claimed) in &way.steps {
        break_off(&mut line, &mut lines, *reported);
        if let Some(before) = line.last().copied() {
            line.push(pos2(plane.at(*reported, *claimed).x, before.y));
        }
        line.push(plane.at(*reported, *claimed));
    }
    break_off(&mut line, &mut lines, f64::MAX);
    line.extend(way.tip().map(|(reported, claimed)| plane.at(reported, claimed)));
    lines.push(line);
    lines
}

/// The straight pieces of lines, each from end to end: where a line is broken there is none.
pub(super) fn pieces(lines: &[Vec<Pos2>]) -> impl DoubleEndedIterator<Item = &[Pos2]> {
    lines.iter().flat_map(|line| line.windows(2))
}

/// Draws the line of one announcement.
pub(super) fn draw_way(painter: &Painter, plane: &Plane, way: &Way, stroke: Stroke) {
    if let ([(reported, claimed)], [], Some(tip)) = (way.steps.as_slice(), way.gaps.as_slice(), way.tip()) {
        // most dates never moved: their lines are one piece, and there are thousands of them
        painter.line_segment([plane.at(*reported, *claimed), plane.at(tip.0, tip.1)], stroke);
        return;
    }
    for line in lines(plane, way) {
        painter.add(egui::Shape::line(line, stroke));
    }
    for ends in way.undated().flat_map(|ends| undated_ends(plane, ends)) {
        dotted(painter, plane, ends, stroke);
    }
}

/// While there was no date: from where it was lost to the day it was on again, and from there to the new date.
fn undated_ends(plane: &Plane, (lost, regained): ((f64, f64), (f64, f64))) -> [[Pos2; 2]; 2] {
    let (lost, regained) = (plane.at(lost.0, lost.1), plane.at(regained.0, regained.1));
    let corner = pos2(regained.x, lost.y);
    [[lost, corner], [corner, regained]]
}

/// A level or upright line of dots, as far as it is in sight: far in, there would be thousands of them.
fn dotted(painter: &Painter, plane: &Plane, ends: [Pos2; 2], stroke: Stroke) {
    /// From dot to dot.
    const APART: f32 = 6.0;
    let seen = Rect::from_points(&ends).intersect(plane.rect.expand(APART));
    if seen.width() >= 0.0 && seen.height() >= 0.0 {
        painter.extend(egui::Shape::dotted_line(&ends.map(|end| seen.clamp(end)), stroke.color, APART, stroke.width * 0.6));
    }
}

/// "Low Tide · release: Mon 25 Apr 2022, reported 19 Apr 2022, here an outdated date. 1 day earlier".
fn dot_text(page: &Page<'_>, announcement: &Announcement, dot: &Point, holds: bool) -> String {
    let style = page.style();
    let event = page.state.ledger.timeline.events.get(dot.event as usize);
    let claim = event.and_then(|event| event.claim.as_ref());
    let claimed =
        claim.map_or_else(|| words::now_text(announcement, style, Length::Full), |claim| claimed_text(&claim.date, style, Length::Full));
    let why_hollow = match (dot.role, holds) {
        (ValueRole::LessExact, _) => ", here less exact",
        (ValueRole::Rumoured, _) => ", here a rumour",
        (ValueRole::Denied, _) => ", here denied",
        (_, false) => ", here an outdated date",
        (_, true) => "",
    };
    let summary = words::summary_text(announcement, style).map(|summary| format!(". {}", capitalised(&summary))).unwrap_or_default();
    let reported = day_year(day_at(dot.reported), style);
    format!("{}: {claimed}, reported {reported}{why_hollow}{summary}", words::title_text(announcement))
}

/// One dot; gives back where it is, if in sight.
fn dot_ui(page: &mut Page<'_>, ui: &Ui, painter: &Painter, plane: &Plane, way: &Way, dot: &Point) -> Option<Rect> {
    let at = plane.at(dot.reported, dot.claimed);
    let (announcement, _) = page.state.ledger.at(way.announcement).filter(|_| plane.rect.contains(at))?;
    let colour = if announcement.is_changed() { page.theme.accent } else { page.theme.done };
    let radius = if is_selected(page, way) { 5.5 } else { 4.0 };
    let holds = dot.holds() && way.stood(dot.reported, dot.claimed);
    painter.circle(at, radius, if holds { colour } else { page.theme.sheet }, Stroke::new(1.5, colour));
    let name = || dot_text(page, announcement, dot, holds);
    let response = ui.interact(Rect::from_center_size(at, vec2(24.0, 24.0)), ui.scope_id().with(("point", dot.event)), Sense::CLICK);
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
    // of hundreds of dots one is under the pointer
    if response.hovered() || response.clicked() {
        let name = name();
        if response.on_hover_text(name).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            page.ask(Command::SelectEvent(dot.event));
        }
    }
    Some(Rect::from_center_size(at, vec2(10.0, 10.0)))
}

/// Patches as dark as many were told in them, as one mesh.
fn cloud(page: &Page<'_>, painter: &Painter, plane: &Plane) {
    let (across, up) = (&plane.across, &plane.up);
    let least_days = PATCH_PX * across.days_per_px.max(up.days_per_px);
    let (width, patches) = page.state.cloud.patches(across.start, across.end(plane.rect.width()), least_days);
    let (low, high) = (up.start - f64::from(width), up.end(plane.rect.height()));
    let mut mesh = egui::Mesh::default();
    for patch in patches.iter().filter(|patch| (low..high).contains(&f64::from(patch.claimed))) {
        let (reported, claimed) = (f64::from(patch.reported), f64::from(patch.claimed));
        let corners = [plane.at(reported, claimed), plane.at(reported + f64::from(width), claimed + f64::from(width))];
        let rect = Rect::from_points(&corners);
        let rect = Rect::from_center_size(rect.center(), rect.size().max(vec2(3.0, 3.0)));
        #[expect(clippy::cast_precision_loss, reason = "at most 32")]
        let weight = (0.25 + (32 - patch.n.leading_zeros()) as f32 * 0.09).min(0.9);
        mesh.add_colored_rect(rect.shrink(0.5), page.theme.done.gamma_multiply(weight));
    }
    painter.add(egui::Shape::mesh(mesh));
}

/// The announcement whose line passes close to a place.
pub(super) fn way_at(page: &Page<'_>, plane: &Plane, at: Pos2) -> Option<AnnouncementId> {
    const CLOSE: f32 = 8.0;
    let distance = |way: &&Way| {
        let lines = lines(plane, way);
        pieces(&lines).map(|ends| Rect::from_points(ends).distance_to_pos(at)).fold(f32::MAX, f32::min)
    };
    let near = page.state.ways.iter().filter(|way| plane.sees(way)).map(|way| (distance(&way), way.announcement));
    near.filter(|(distance, _)| *distance <= CLOSE).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, id)| id)
}

/// On the diagonal something is reported on the day it happens.
fn diagonal(page: &Page<'_>, painter: &Painter, plane: &Plane) {
    let (first, last) = (plane.across.start, plane.across.end(plane.rect.width()));
    let line = [plane.at(first, first), plane.at(last, last)];
    painter.extend(egui::Shape::dashed_line(&line, Stroke::new(1.2, page.theme.ghost), 6.0, 5.0));
}
