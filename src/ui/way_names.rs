//! Names in the date history: each beside its own line or dot, where it meets nothing and can be taken for nobody else's.

use std::sync::Arc;

use egui::{Align2, Color32, Galley, Painter, Pos2, Rect, Stroke, Vec2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{SMALL, TINY, plain};
use super::ways_ui::{Plane, is_changed, lines, pieces};
use crate::timeline::{Announcement, AnnouncementId};
use crate::view::history::{Point, Way};
use crate::view::labels::{Length, claimed_text};
use crate::view::words;

/// What stands at the end of a line is no wider.
const WIDEST_NAME: f32 = 340.0;
/// A dot so close to its line needs no name of its own.
const BESIDE: f32 = 40.0;
/// So near a dot, the diagonal's name would be taken for the dot's.
const NEAR: f32 = 16.0;

/// A place that a name close to it would be taken for: a dot or the end of a line, and whose it is.
type Marked = (AnnouncementId, Pos2);

/// Where something stands already, in rows from the top down: a name asks only those it reaches into.
struct Taken {
    top: f32,
    rows: Vec<Vec<Rect>>,
}

impl Taken {
    /// Height of a row: a name reaches into one or two.
    const ROW: f32 = 24.0;

    fn within(area: Rect, taken: Vec<Rect>) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a window")]
        let n_rows = (area.height() / Self::ROW).max(0.0) as usize + 1;
        let mut all = Self { top: area.top(), rows: vec![Vec::new(); n_rows] };
        for rect in taken {
            all.push(rect);
        }
        all
    }

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "rows of a window")]
    fn rows_of(&self, rect: &Rect) -> std::ops::Range<usize> {
        let row = |y: f32| ((y - self.top) / Self::ROW).max(0.0) as usize;
        row(rect.top()).min(self.rows.len())..(row(rect.bottom()) + 1).min(self.rows.len())
    }

    fn push(&mut self, rect: Rect) {
        let rows = self.rows_of(&rect);
        self.rows.get_mut(rows).into_iter().flatten().for_each(|row| row.push(rect));
    }

    /// Whether nothing stands in a place.
    fn is_free(&self, place: &Rect) -> bool {
        let rows = self.rows.get(self.rows_of(place)).unwrap_or_default();
        !rows.iter().flatten().any(|other| other.intersects(*place))
    }
}

/// Puts names into a chart, one after the other: what comes first has the better places.
pub(super) struct Names<'n> {
    page: &'n Page<'n>,
    painter: &'n Painter,
    plane: &'n Plane,
    /// From the top down, so that a name asks only those at its own height.
    points: Vec<Marked>,
    taken: Taken,
}

impl<'n> Names<'n> {
    /// For a chart with these ways and dots in sight, where some places are taken.
    pub(super) fn new(
        page: &'n Page<'n>,
        (painter, plane): (&'n Painter, &'n Plane),
        (ways, dots): (&[&Way], &[(&Way, Point)]),
        taken: Vec<Rect>,
    ) -> Self {
        let dots = dots.iter().map(|(way, dot)| (way.announcement, plane.at(dot.reported, dot.claimed)));
        let tips = ways.iter().filter_map(|way| way.tip().map(|(reported, claimed)| (way.announcement, plane.at(reported, claimed))));
        let mut points: Vec<Marked> = dots.chain(tips).filter(|(_, at)| plane.rect.contains(*at)).collect();
        points.sort_unstable_by(|(_, one), (_, other)| one.y.total_cmp(&other.y));
        Self { page, painter, plane, points, taken: Taken::within(plane.rect, taken) }
    }

    /// The announcement's name at the end of its line, else at another corner, where it meets nothing else; what changed is
    /// told as well where there is room. Whether it stands anywhere.
    pub(super) fn name(&mut self, way: &Way) -> bool {
        let Some((announcement, _)) = self.page.state.ledger.at(way.announcement) else { return false };
        let is_changed = announcement.is_changed();
        let places = anchors(self.plane, way, is_changed);
        let clear = if way.losses().next().is_some() { (14.0, 12.0) } else { (10.0, 8.0) };
        let colour = if is_changed { self.page.theme.accent } else { self.page.theme.ink_soft };
        let subject = words::subject_text(announcement);
        let style = self.page.style();
        if !is_changed {
            let names = self.names_of_plain(announcement, &subject, colour);
            return self.stand(names, colour, (&places, clear), way.announcement);
        }
        // what became of it is told at any of its places before it is told in fewer words, or the name stands alone at the best
        let told = [words::summary_text, words::brief_text].into_iter().filter_map(|told| told(announcement, style));
        let mut told: Vec<String> = told.collect();
        told.dedup();
        let is_told = told.iter().any(|said| {
            let names = self.names_saying(&subject, said, colour);
            self.stand(names, colour, (&places, clear), way.announcement)
        });
        is_told || {
            let alone = self.names_alone(&subject, colour);
            self.stand(alone, colour, (&places, clear), way.announcement)
        }
    }

    /// The name with what became of it beside it, without whose it is, and above it.
    fn names_saying<'w>(&self, subject: &'w str, said: &'w str, colour: Color32) -> impl Iterator<Item = Arc<Galley>> + use<'w, 'n> {
        let painter = self.painter;
        let title = crate::timeline::without_act(subject);
        let shorter = Some((title.clone(), true)).filter(|(title, _)| title != subject);
        let forms = [Some((subject.to_owned(), true)), shorter, Some((title, false))].into_iter().flatten();
        let laid_out = forms.map(move |(name, is_beside)| {
            if is_beside {
                ink::titled(painter, (&name, said), SMALL, [colour; 2], f32::INFINITY)
            } else {
                ink::titled_above(painter, (&name, said), SMALL, colour)
            }
        });
        laid_out.filter(|galley| galley.size().x <= WIDEST_NAME)
    }

    /// A name is cut only where it stands alone.
    fn names_alone<'w>(&self, subject: &'w str, colour: Color32) -> impl Iterator<Item = Arc<Galley>> + use<'w, 'n> {
        let painter = self.painter;
        let all = [str::to_owned, crate::timeline::without_act].into_iter();
        all.map(move |of: fn(&str) -> String| ink::titled(painter, (&of(subject), ""), SMALL, [colour; 2], WIDEST_NAME))
    }

    /// Of which of its announcements, where there is room; else the name alone.
    fn names_of_plain<'w>(
        &self,
        announcement: &'w Announcement,
        subject: &'w str,
        colour: Color32,
    ) -> impl Iterator<Item = Arc<Galley>> + use<'w, 'n> {
        let painter = self.painter;
        let whole = announcement.part.is_none().then(|| format!("{subject}, {}", words::kind_text(announcement)));
        let whole = whole.into_iter().map(move |whole| painter.layout_no_wrap(whole, plain(SMALL), colour));
        let alone = std::iter::once_with(move || ink::fitted(painter, subject, &plain(SMALL), colour, WIDEST_NAME));
        whole.filter(|galley| galley.size().x <= WIDEST_NAME).chain(alone)
    }

    /// The name of what a dot off its line is of, where it meets nothing else; whether it stands anywhere, or need not.
    pub(super) fn name_apart(&mut self, way: &Way, dot: &Point) -> bool {
        let Some((announcement, _)) = self.page.state.ledger.at(way.announcement) else { return false };
        let at = self.plane.at(dot.reported, dot.claimed);
        let is_beside = |ends: &[Pos2]| Rect::from_points(ends).distance_to_pos(at) < BESIDE;
        if pieces(&lines(self.plane, way)).any(is_beside) {
            return true;
        }
        let colour = if is_changed(self.page, way) { self.page.theme.accent } else { self.page.theme.ink_soft };
        let painter = self.painter;
        let subject = words::subject_text(announcement);
        // which days a bracket means
        let events = &self.page.state.ledger.timeline.events;
        let claim = dot.days.and_then(|_| events.get(dot.event as usize)?.claim.as_ref());
        let days = claim.map(|claim| claimed_text(&claim.date, self.page.style(), Length::Short));
        let whole = days.iter().map(|days| ink::titled(painter, (&subject, days), SMALL, [colour; 2], f32::INFINITY));
        let alone = std::iter::once_with(|| ink::fitted(painter, &subject, &plain(SMALL), colour, WIDEST_NAME));
        let names = whole.filter(|galley| galley.size().x <= WIDEST_NAME).chain(alone);
        self.stand(names, colour, (&[at], (10.0, 8.0)), way.announcement)
    }

    /// Words at the first place where they meet nothing and can be taken for nobody else's, as many of them as have room
    /// there; whether there is such a place. What is tried later is laid out only once it is.
    fn stand(
        &mut self,
        mut names: impl Iterator<Item = Arc<Galley>>,
        colour: Color32,
        (places, clear): (&[Pos2], (f32, f32)),
        own: AnnouncementId,
    ) -> bool {
        let spots = spots(clear);
        let mut laid_out: Vec<Arc<Galley>> = Vec::new();
        for at in places.iter().copied() {
            let mut nth = 0;
            loop {
                if nth == laid_out.len() {
                    let Some(next) = names.next() else { break };
                    laid_out.push(next);
                }
                let Some(galley) = laid_out.get(nth) else { break };
                if let Some((spot, rect)) = self.place_of(at, galley.size(), &spots, own) {
                    self.draw((at, clear.0), rect, (galley, colour), spot.has_leader);
                    return true;
                }
                nth += 1;
            }
        }
        false
    }

    /// The first of the spots around a dot where words of that size may stand.
    fn place_of<'s>(&self, at: Pos2, size: Vec2, spots: &'s [Spot], own: AnnouncementId) -> Option<(&'s Spot, Rect)> {
        let rects = spots.iter().map(|spot| (spot, spot.anchor.anchor_size(at + spot.by, size)));
        let mut fitting = rects.filter(|(_, rect)| self.plane.rect.contains_rect(*rect));
        fitting.find(|(spot, rect)| self.taken.is_free(&rect.expand2(vec2(3.0, -2.0))) && self.is_own(at, rect, spot, own))
    }

    /// Whether words there are near no point of another, nor does the line that leads to them meet one.
    fn is_own(&self, at: Pos2, rect: &Rect, spot: &Spot, own: AnnouncementId) -> bool {
        let near = rect.expand(spot.clear);
        let leader = spot.has_leader.then(|| Rect::from_two_pos(at, end_of_leader(at, rect)).expand(1.0));
        let heights = leader.map_or(near, |leader| near.union(leader)).y_range();
        let first = self.points.partition_point(|(_, point)| point.y < heights.min);
        let beside = self.points.iter().skip(first).take_while(|(_, point)| point.y <= heights.max);
        let meets = |point: Pos2| leader.is_some_and(|leader| leader.contains(point)) && point.distance(at) > 3.0;
        // most are far off to one side, which is told without a distance
        let is_near = |point: Pos2| near.contains(point) && rect.distance_to_pos(point) < spot.clear;
        beside.filter(|(whose, _)| *whose != own).all(|(_, point)| !is_near(*point) && !meets(*point))
    }

    fn draw(&mut self, (at, clear): (Pos2, f32), rect: Rect, (galley, colour): (&Arc<Galley>, Color32), has_leader: bool) {
        self.painter.rect_filled(rect.expand2(vec2(2.0, -2.0)), 3.0, self.page.theme.sheet);
        if has_leader {
            let end = end_of_leader(at, &rect);
            let start = at + (end - at).normalized() * (clear - 4.0);
            self.painter.line_segment([start, end], Stroke::new(1.0, colour));
            self.taken.push(Rect::from_two_pos(start, end));
        }
        self.painter.galley(rect.min, Arc::clone(galley), Color32::PLACEHOLDER);
        self.taken.push(rect);
    }

    /// The diagonal's name, where there is room for it.
    pub(super) fn diagonal(&self) {
        let (page, painter, plane) = (self.page, self.painter, self.plane);
        let galley = painter.layout_no_wrap("reported on the day itself".to_owned(), plain(TINY), page.theme.ink_soft);
        let (first, last) =
            (plane.across.start.max(plane.up.start), plane.across.end(plane.rect.width()).min(plane.up.end(plane.rect.height())));
        let places = [0.95, 0.85, 0.75, 0.65, 0.55, 0.45, 0.35, 0.25, 0.15]
            .map(|part| plane.at(first + (last - first) * part, first + (last - first) * part));
        let below = |at: Pos2| Align2::LEFT_TOP.anchor_size(at + vec2(8.0, 3.0), galley.rect.size());
        let above = |at: Pos2| Align2::RIGHT_BOTTOM.anchor_size(at - vec2(8.0, 3.0), galley.rect.size());
        let rects = places.into_iter().flat_map(|at| [below(at), above(at)]);
        let sight = plane.rect.shrink(8.0);
        let is_free = |rect: &Rect| sight.contains_rect(*rect) && self.taken.is_free(&rect.expand(NEAR));
        if let Some(rect) = rects.into_iter().find(is_free).filter(|_| first < last) {
            painter.galley(rect.min, galley, page.theme.ink_soft);
        }
    }
}

/// Where a line may be named: at its end, at the corners of what changed, or where it leaves what is in sight.
fn anchors(plane: &Plane, way: &Way, has_corners: bool) -> Vec<Pos2> {
    let tip = way.tip().map(|(reported, claimed)| plane.at(reported, claimed)).filter(|at| plane.rect.contains(*at));
    if let Some(tip) = tip.filter(|_| !has_corners) {
        return vec![tip];
    }
    let lines = lines(plane, way);
    let corners = lines.iter().flatten().rev().copied().filter(|_| has_corners);
    let middles = pieces(&lines).rev().map(|ends| Rect::from_points(ends).center()).filter(|_| has_corners);
    let mut all: Vec<Pos2> = tip.into_iter().chain(corners).filter(|at| plane.rect.contains(*at)).collect();
    if all.is_empty() {
        let sight = plane.rect.shrink(8.0);
        let seen = pieces(&lines).rev().map(|ends| Rect::from_points(ends).intersect(sight));
        all.extend(seen.filter(|seen| seen.width() >= 0.0 && seen.height() >= 0.0).map(|seen| seen.right_center()));
    } else {
        all.extend(middles.filter(|at| plane.rect.contains(*at)));
    }
    all
}

/// A place for words around a dot.
struct Spot {
    anchor: Align2,
    by: Vec2,
    /// No dot of another line is so near to the words.
    clear: f32,
    /// Whether a line leads from the dot to the words.
    has_leader: bool,
}

/// The places to be tried, the plainest first: beside the dot, above and below it where no other dot is near, and further
/// off with a line that leads there.
fn spots((gap, rise): (f32, f32)) -> [Spot; 14] {
    /// Beside words that stand next to their own dot, and above or below such.
    const CLEAR: (f32, f32) = (11.0, 18.0);
    let beside = |anchor, x: f32| Spot { anchor, by: vec2(x, 0.0), clear: CLEAR.0, has_leader: false };
    let over = |anchor, x: f32, y: f32| Spot { anchor, by: vec2(x, y), clear: CLEAR.1, has_leader: false };
    let led = |anchor, x: f32, y: f32| Spot { anchor, by: vec2(x, y), clear: 9.0, has_leader: true };
    let (right, left) = (Align2::LEFT_CENTER, Align2::RIGHT_CENTER);
    [
        beside(right, gap),
        over(Align2::RIGHT_BOTTOM, 4.0, -rise),
        over(Align2::RIGHT_TOP, 4.0, rise),
        over(Align2::LEFT_BOTTOM, -4.0, -rise),
        over(Align2::LEFT_TOP, -4.0, rise),
        beside(left, -gap),
        led(right, gap + 9.0, -17.0),
        led(right, gap + 9.0, 17.0),
        led(left, -gap - 9.0, -17.0),
        led(left, -gap - 9.0, 17.0),
        led(right, gap + 14.0, -34.0),
        led(right, gap + 14.0, 34.0),
        led(left, -gap - 14.0, -34.0),
        led(left, -gap - 14.0, 34.0),
    ]
}

/// Where a line from a dot meets the words it leads to.
fn end_of_leader(at: Pos2, words: &Rect) -> Pos2 {
    const APART: f32 = 3.0;
    if words.center().x > at.x { words.left_center() - vec2(APART, 0.0) } else { words.right_center() + vec2(APART, 0.0) }
}
