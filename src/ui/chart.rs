//! One lane's marks: values as wide as they are exact, arrows from was to now, flags for the days it was told.

use chrono::NaiveDate;
use egui::{Align2, Color32, CursorIcon, Painter, Rect, Response, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

use super::ink;
use super::marks::{self, ValueMark};
use super::page::Page;
use super::theme::{SMALL, bold, plain};
use crate::app::Command;
use crate::civil::{ClaimedDate, When};
use crate::events::Claim;
use crate::timeline::{Announcement, AnnouncementId, ChangeKind};
use crate::view::axis::{Sight, day_at, place};
use crate::view::labels::{Length, claimed_text, counted, day_full};
use crate::view::lane::{LOW_STEP_HEIGHT, LOW_VALUE_HEIGHT, MOST_STEPS, STEP_HEIGHT, TOLD_HEIGHT, VALUE_HEIGHT};
use crate::view::ledger::{Role as ValueRole, Telling, Track, Value, same_value};
use crate::view::{Arrange, words};

/// With less room than this, no words are laid out at all.
const NARROWEST_LABEL: f32 = 26.0;

/// With less room than this, cut words say nothing.
const NARROWEST_ELIDED: f32 = 72.0;
/// From an edge of the chart to the words there.
const TO_EDGE: f32 = 16.0;
/// A mark of which no more is in sight lies off the edge.
const SLIVER: f32 = 6.0;

/// What explains a mark is no wider.
const TOOLTIP_WIDTH: f32 = 380.0;

/// A rule, and the first and last day it can fall on.
type Repeats = (crate::civil::Recurrence, (Option<NaiveDate>, Option<NaiveDate>));

/// Where a lane is drawn.
pub(super) struct Chart<'p, 'a> {
    pub(super) page: &'p mut Page<'a>,
    pub(super) lane: Rect,
    pub(super) rect: Rect,
    pub(super) sight: Sight,
    arrange: Arrange,
    /// What words stand on that must be read over lines.
    pub(super) ground: Color32,
}

/// A value's place in pixels.
struct Placed<'t> {
    left: f32,
    right: f32,
    idx: usize,
    value: &'t Value,
}

/// Where an arrow to or from a value begins: the middle of its days, or its only end.
pub(super) fn middle(claimed: &ClaimedDate) -> Option<f64> {
    match (claimed.first().map(place), claimed.last().map(place)) {
        (Some(first), Some(last)) => Some(f64::midpoint(f64::from(first), f64::from(last)) + 0.5),
        (Some(one), None) | (None, Some(one)) => Some(f64::from(one) + 0.5),
        (None, None) => None,
    }
}

impl<'p, 'a> Chart<'p, 'a> {
    /// For one lane of the chart, of that colour.
    pub(super) fn new(page: &'p mut Page<'a>, lane: Rect, rect: Rect, ground: Color32) -> Self {
        let (sight, arrange) = (page.state.sight, page.state.settings.arrange);
        Self { page, lane, rect, sight, arrange, ground }
    }

    pub(super) fn x(&self, place: f64) -> f32 {
        self.rect.left() + self.sight.x(place)
    }

    pub(super) fn painter(&self, ui: &Ui) -> Painter {
        ui.painter().with_clip_rect(self.rect.intersect(ui.clip_rect()))
    }

    /// Draws everything of one announcement. `budget` is how many marks may still be drawn singly.
    pub(super) fn lane_ui(mut self, ui: &Ui, id: AnnouncementId, budget: &mut usize) {
        let Some((announcement, track)) = self.page.state.ledger.at(id) else { return };
        let n_steps = words::seen_changes(announcement).count().min(MOST_STEPS);
        #[expect(clippy::cast_precision_loss, reason = "at most six")]
        let (steps_height, value_height, told_height) = match (self.page.state.is_low, n_steps) {
            (true, 0) => (0.0, LOW_VALUE_HEIGHT, 0.0),
            (true, _) => (LOW_STEP_HEIGHT, LOW_VALUE_HEIGHT, 0.0),
            (false, 0) => (0.0, VALUE_HEIGHT, 0.0),
            (false, n_steps) => (n_steps as f32 * STEP_HEIGHT, VALUE_HEIGHT, TOLD_HEIGHT),
        };
        let top = self.lane.top() + ((self.lane.height() - steps_height - value_height - told_height) / 2.0).max(0.0);
        let values = Rect::from_x_y_ranges(self.rect.x_range(), top + steps_height..=top + steps_height + value_height);
        if self.is_dense(track, *budget) {
            self.density(ui, track, values);
            self.cluster_node(ui, id, track, values);
        } else {
            match self.arrange {
                Arrange::Claimed => self.values_ui(ui, (id, announcement, track), values, budget),
                Arrange::Reported => self.tellings_ui(ui, (id, announcement, track), values, budget),
            }
        }
        if n_steps > 0 {
            super::steps_ui::steps_ui(&mut self, ui, id, top);
        }
        if told_height > 0.0 {
            super::flags::flags(&mut self, ui, (id, announcement, track), values.bottom() + told_height - 3.0);
        }
    }

    /// More marks in sight than can be told apart, or than there is room for.
    fn is_dense(&self, track: &Track, budget: usize) -> bool {
        let days = self.days_of(track);
        let n = days.n_between(self.sight.start - 1.0, self.sight.end(self.rect.width())) as usize;
        n > budget || (n > 24 && self.rect.width() < 6.0 * f32::from(u16::try_from(n).unwrap_or(u16::MAX)))
    }

    fn days_of<'t>(&self, track: &'t Track) -> &'t crate::view::density::Density {
        match self.arrange {
            Arrange::Claimed => &track.claimed_days,
            Arrange::Reported => &track.reported_days,
        }
    }

    /// Columns of two pixels, never empty where there is a mark: one mesh a lane.
    fn density(&self, ui: &Ui, track: &Track, values: Rect) {
        const COLUMN: f32 = 2.0;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the width of a window in columns")]
        let n_columns = (self.rect.width() / COLUMN).ceil().max(1.0) as usize;
        let mut counts = vec![0; n_columns];
        self.days_of(track).columns(self.sight.start, self.sight.days_per_px * f64::from(COLUMN), &mut counts);
        let mut mesh = egui::Mesh::default();
        let mut at = 0;
        for run in counts.chunk_by(|a, b| a.leading_zeros() == b.leading_zeros()) {
            #[expect(clippy::cast_precision_loss, reason = "columns of a window")]
            let (from, to) = (at as f32, (at + run.len()) as f32);
            at += run.len();
            let ends = (self.rect.left() + from * COLUMN, self.rect.left() + to * COLUMN, values.bottom());
            marks::column(&mut mesh, &self.page.theme, ends, run.first().copied().unwrap_or_default());
        }
        marks::columns(&self.painter(ui), mesh);
    }

    /// A merged cluster is one node with its count; a click lists it.
    fn cluster_node(&mut self, ui: &Ui, id: AnnouncementId, track: &Track, values: Rect) {
        let n = self.days_of(track).n_between(self.sight.start, self.sight.end(self.rect.width())) as usize;
        let response = ui.interact(values, ui.scope_id().with(("cluster", id)), Sense::CLICK);
        let name = format!("{} too close to draw singly", counted(n, "mark"));
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let response = response.on_hover_text_at_pointer(format!("{name}. Click to list them, zoom in to see them"));
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            let within = |value: &Value| {
                let first = value.claimed.and_then(|claimed| claimed.first().or(claimed.last())).map(place);
                first.is_some_and(|day| f64::from(day) + 1.0 > self.sight.start && f64::from(day) < self.sight.end(self.rect.width()))
            };
            let told = track.tellings.iter().filter(|told| match self.arrange {
                Arrange::Claimed => track.value_of(told).is_some_and(within),
                Arrange::Reported => true,
            });
            let events = told.filter_map(|told| track.events_of(told).first().copied()).take(500).collect();
            self.page.ask(Command::ShowCluster(events));
        }
    }

    /// The pixels of a value: its days, or the day it was told where it has none.
    fn span_of(&self, track: &Track, idx: usize, value: &Value) -> Option<(f32, f32)> {
        let Some(claimed) = &value.claimed else {
            let told = f64::from(track.first_told(idx)?) + 0.5;
            return Some((self.x(told) - 5.0, self.x(told) + 5.0));
        };
        match &claimed.when {
            When::Recurring(_) => Some((self.rect.left(), self.rect.right())),
            When::Days(range) => {
                let told = track.reported_days.extent().map(|(_, last)| last);
                let first = range.first.map_or(self.rect.left() - 40.0, |day| self.x(f64::from(place(day))));
                let last = match range.last {
                    Some(day) => self.x(f64::from(place(day)) + 1.0),
                    // an open end is drawn as far as it was last told, and fades from there
                    None => self.x(told.map_or(f64::from(place(range.first?)), f64::from) + 1.0).max(first + 30.0),
                };
                Some((first, last))
            }
        }
    }

    fn values_ui(&mut self, ui: &Ui, (id, announcement, track): (AnnouncementId, &Announcement, &Track), row: Rect, budget: &mut usize) {
        let changed = announcement.is_changed();
        let mut placed: Vec<Placed<'_>> = track
            .values
            .iter()
            .enumerate()
            // a value in words is told by the change's own shape
            .filter(|(_, value)| value.claimed.is_some() || !changed)
            .filter_map(|(idx, value)| {
                let (left, right) = self.span_of(track, idx, value)?;
                Some(Placed { left, right, idx, value })
            })
            .collect();
        placed.sort_by(|a, b| a.left.total_cmp(&b.left));
        let (off_left, in_sight): (Vec<_>, Vec<_>) = placed.into_iter().partition(|mark| mark.right < self.rect.left() + SLIVER);
        let (off_right, in_sight): (Vec<_>, Vec<_>) = in_sight.into_iter().partition(|mark| mark.left > self.rect.right() - SLIVER);
        // what holds lies over what held
        for mark in in_sight.iter().filter(|mark| mark.value.role != ValueRole::Now) {
            self.value_ui(ui, id, announcement, mark, row);
        }
        for mark in in_sight.iter().filter(|mark| mark.value.role == ValueRole::Now) {
            self.value_ui(ui, id, announcement, mark, row);
        }
        // a bracket lies below the bars, and is named where the pointer is on it
        for mark in in_sight.iter().filter(|mark| mark.value.role == ValueRole::LessExact) {
            let bracket = marks::bracket_place(Rect::from_x_y_ranges(mark.left..=mark.right, row.center().y..=row.center().y));
            self.value_hit_ui(ui, (id, announcement), mark, bracket.intersect(self.rect).expand2(vec2(4.0, 3.0)));
        }
        *budget = budget.saturating_sub(in_sight.len());
        // words of a mark close to the left edge begin behind those of what lies beyond it
        let edge = nearest(&off_left, true)
            .map_or(0.0, |nearest| TO_EDGE + self.edge_words(&self.painter(ui), nearest, off_left.len(), true).rect.width() + 8.0);
        for (at, mark) in in_sight.iter().enumerate() {
            let may_be_told = changed && matches!(mark.value.role, ValueRole::Now | ValueRole::Was | ValueRole::Disputed);
            if !(may_be_told && is_told_by_step(announcement, mark.value)) {
                let next = in_sight.get(at + 1).map_or(self.rect.right() - 4.0, |next| next.left - 6.0);
                let inside = free_part(mark, &in_sight, self.rect);
                self.value_label(ui, mark, row, (inside, next), self.rect.left() + edge);
            }
        }
        self.edge_ui(ui, id, &off_left, row, true);
        self.edge_ui(ui, id, &off_right, row, false);
    }

    fn value_label(&self, ui: &Ui, mark: &Placed<'_>, row: Rect, ((left, right), next): ((f32, f32), f32), edge: f32) {
        let theme = &self.page.theme;
        let inside = right - left;
        if inside < NARROWEST_LABEL && next - mark.right < NARROWEST_LABEL {
            return; // no room for a word on any side
        }
        let text = self.value_words(mark.value, Length::Short);
        let painter = self.painter(ui);
        let galley = painter.layout_no_wrap(text.clone(), plain(SMALL), theme.ink_soft);
        let is_recurring = mark.value.claimed.is_some_and(|claimed| claimed.range().is_none());
        if is_recurring {
            let lane_top = row.center().y - 22.0;
            let at = Rect::from_min_size(pos2(self.rect.left() + 6.0, lane_top), galley.rect.size());
            painter.rect_filled(at.expand2(vec2(3.0, 0.0)), 3.0, self.ground);
            painter.galley(at.min, galley, theme.ink_soft);
            return;
        }
        if next - mark.right < galley.rect.width().min(60.0) {
            // within or below its own bar, on the sheet's colour
            if inside > galley.rect.width() + 28.0 {
                // its beginning stays in sight
                let x = left + 14.0;
                // a bracket's words stand lower, as it does
                let y = row.center().y + if mark.value.role == ValueRole::LessExact { 6.0 } else { 0.0 };
                let at = Rect::from_min_size(pos2(x, y - galley.rect.height() / 2.0), galley.rect.size());
                painter.rect_filled(at.expand2(vec2(4.0, 0.0)), 3.0, self.ground);
                painter.galley(at.min, galley, theme.ink_soft);
            }
            return;
        }
        let is_open = mark.value.claimed.is_some_and(|claimed| claimed.range().is_some_and(|range| range.last.is_none()));
        // the struck diamond of an old day reaches further than others
        let gap = if mark.value.role == ValueRole::Was { 11.0 } else { 7.0 };
        let x = (mark.right.max(self.rect.left()) + if is_open { 44.0 } else { gap }).max(edge);
        let at = pos2(x, row.center().y);
        if let Some(galley) = ink::first_that_fits(&painter, &self.value_labels(mark.value), &plain(SMALL), theme.ink_soft, next - x) {
            let rect = Align2::LEFT_CENTER.anchor_size(at, galley.rect.size());
            painter.rect_filled(rect.expand2(vec2(2.0, -1.0)), 3.0, self.ground);
            painter.galley(rect.min, galley, theme.ink_soft);
            if mark.value.role == ValueRole::Was {
                painter.hline(rect.x_range(), rect.center().y + 1.0, Stroke::new(1.2, theme.ink_soft));
            }
        } else if next - x > NARROWEST_ELIDED {
            ink::words(&painter, (at, Align2::LEFT_CENTER), &text, &plain(SMALL), theme.ink_soft, next - x);
        }
    }

    /// A value in fewer and fewer words: "25 Apr, 00:00 KST", "25 Apr".
    fn value_labels(&self, value: &Value) -> Vec<String> {
        let whole = self.value_words(value, Length::Short);
        let day = value.claimed.filter(|claimed| claimed.clock.is_some());
        let day = day.map(|claimed| claimed_text(&ClaimedDate { clock: None, ..claimed }, self.page.style(), Length::Short));
        std::iter::once(whole).chain(day).collect()
    }

    /// The same for what was told on a day: with it the other values that were told on that day, and are as good.
    fn told_labels(&self, track: &Track, told: &Telling, value: &Value) -> Vec<String> {
        let disputed =
            track.told_on(told.reported).iter().filter_map(|other| track.value_of(other)).filter(|other| other.role == ValueRole::Disputed);
        if value.role != ValueRole::Disputed {
            // the time of day only where this very report gives it
            let events = track.events_of(told).iter().filter_map(|id| self.page.state.ledger.timeline.events.get(*id as usize));
            let has_clock = events.filter_map(|event| event.claim.as_ref()).any(|claim| claim.date.clock.is_some());
            let claimed = value.claimed.map(|claimed| ClaimedDate { clock: claimed.clock.filter(|_| has_clock), ..claimed });
            return self.value_labels(&Value { claimed, ..value.clone() });
        }
        let labels: Vec<Vec<String>> = disputed.map(|value| self.value_labels(value)).collect();
        let joined = |pick: fn(&Vec<String>) -> Option<&String>| labels.iter().filter_map(pick).cloned().collect::<Vec<_>>().join(" or ");
        vec![joined(|labels| labels.first()), joined(|labels| labels.last())]
    }

    fn value_words(&self, value: &Value, length: Length) -> String {
        let style = self.page.style();
        if let Some(claimed) = &value.claimed {
            return claimed_text(claimed, style, length);
        }
        let event = self.page.state.ledger.timeline.events.get(value.event as usize);
        event.map_or_else(String::new, |event| event.value_text.clone().unwrap_or_else(|| event.status.shown().to_owned()))
    }

    /// One value: shape by what it is, width by how exact it is.
    fn value_ui(&mut self, ui: &Ui, id: AnnouncementId, announcement: &Announcement, mark: &Placed<'_>, row: Rect) {
        let painter = self.painter(ui);
        let height = ValueMark::of(announcement, mark.value).height();
        let bar = Rect::from_x_y_ranges(mark.left..=mark.right, row.center().y - height / 2.0..=row.center().y + height / 2.0);
        if let Some(When::Recurring(rule)) = mark.value.claimed.map(|claimed| claimed.when) {
            let ends = self.page.state.ledger.at(id).map_or((None, None), |(_, track)| track.repeats);
            self.recurrence(&painter, (rule, ends), row);
        } else {
            self.bar(&painter, announcement, mark.value, bar);
        }
        if mark.value.role != ValueRole::LessExact {
            let hit = bar.intersect(self.rect).expand2(vec2(0.0, 5.0));
            let hit = Rect::from_center_size(hit.center(), vec2(hit.width().max(24.0), hit.height().max(24.0)));
            self.value_hit_ui(ui, (id, announcement), mark, hit);
        }
    }

    /// Where a value is clicked, and named while the pointer is there.
    fn value_hit_ui(&mut self, ui: &Ui, (id, announcement): (AnnouncementId, &Announcement), mark: &Placed<'_>, hit: Rect) {
        let response = ui.interact(hit, ui.scope_id().with(("value", id, mark.idx)), Sense::CLICK);
        let name = || {
            let value = self.value_words(mark.value, Length::Full);
            format!(
                "{}: {value}, {}",
                words::subject_text(announcement),
                role_words(mark.value.role, announcement, self.page.state.ledger.last_day_known())
            )
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
        if response.hovered() || response.clicked() {
            let name = name();
            self.explained(response, mark.value.event, &name, Command::SelectEvent(mark.value.event));
        }
    }

    /// Hovering tells in words, a click opens.
    pub(super) fn explained(&mut self, response: Response, event: u32, name: &str, command: Command) {
        if self.page.state.panel.is_some() {
            return; // what lies under a panel explains nothing
        }
        let timeline = &self.page.state.ledger.timeline;
        let theme = self.page.theme.clone();
        let mut tooltip = egui::Tooltip::for_enabled(&response).width(TOOLTIP_WIDTH);
        if response.rect.left() + TOOLTIP_WIDTH > self.rect.right() {
            // what is told in the detail beside it stays in sight
            tooltip.popup = tooltip.popup.align(egui::RectAlign::BOTTOM_END).align_alternatives(&[egui::RectAlign::TOP_END]);
        }
        tooltip.show(|ui| {
            ui.set_max_width(TOOLTIP_WIDTH);
            ui.label(egui::RichText::new(name).font(bold(SMALL)));
            if let Some(event) = timeline.events.get(event as usize)
                && let Some(article) = timeline.articles.get(event.article as usize)
            {
                ui.label(egui::RichText::new(crate::view::quote::quoted(event.quote.of(&article.text).trim())).size(SMALL));
                let told = crate::view::quote::article_label(article, crate::view::labels::DateStyle::DayMonth);
                ui.label(egui::RichText::new(told).size(SMALL).color(theme.ink_soft));
            }
        });
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.page.ask(command);
        }
    }

    fn bar(&self, painter: &Painter, announcement: &Announcement, value: &Value, bar: Rect) {
        let theme = &self.page.theme;
        let mark = ValueMark::of(announcement, value);
        if value.claimed.is_none() {
            return mark.diamond(painter, theme, bar.center());
        }
        mark.draw(painter, theme, bar);
        self.clock_tick(painter, value, bar);
    }

    /// A clock time stands inside its day.
    fn clock_tick(&self, painter: &Painter, value: &Value, bar: Rect) {
        let Some(claimed) = value.claimed.filter(|claimed| claimed.single_day().is_some()) else { return };
        if let Some(clock) = claimed.clock.filter(|_| bar.width() >= 24.0) {
            let part = (f32::from(clock.hour) + f32::from(clock.minute) / 60.0) / 24.0;
            marks::clock_tick(painter, &self.page.theme, bar, part);
        }
    }

    /// Thin ticks on the days it falls, or a band where days are too narrow.
    fn recurrence(&self, painter: &Painter, (rule, (from, until)): Repeats, row: Rect) {
        let theme = &self.page.theme;
        let day_px = self.sight.day_px();
        let (first, last) = (day_at(self.sight.start - 1.0), day_at(self.sight.end(self.rect.width()) + 1.0));
        // nothing is repeated before the first episode or after the last
        let (first, last) = (from.map_or(first, |from| from.max(first)), until.map_or(last, |until| until.min(last)));
        let left = self.x(f64::from(place(first))).max(self.rect.left());
        let right = self.x(f64::from(place(last)) + 1.0).min(self.rect.right());
        let band = Rect::from_x_y_ranges(left..=right.max(left), row.center().y - 3.0..=row.center().y + 3.0);
        let mut n_ticks = 0;
        if day_px >= 1.5 {
            for day in rule.days_within(first, last).take(2000) {
                n_ticks += 1;
                let x = self.x(f64::from(place(day)) + 0.5);
                marks::repeat_tick(painter, theme, pos2(x, row.center().y), day_px);
            }
        }
        if n_ticks == 0 && day_px < 1.5 && right > left {
            marks::repeat_band(painter, theme, band);
        }
    }

    /// By report date: each telling where it was told, with what was claimed.
    fn tellings_ui(&mut self, ui: &Ui, (id, announcement, track): (AnnouncementId, &Announcement, &Track), row: Rect, budget: &mut usize) {
        let painter = self.painter(ui);
        let theme = self.page.theme.clone();
        let mut taken = f32::MIN;
        let (mut before, mut after) = (Vec::new(), Vec::new());
        for (idx, told) in track.tellings.iter().enumerate() {
            let (Some(day), Some(value)) = (told.reported, track.value_of(told)) else { continue };
            if is_outshone(track, told) {
                continue;
            }
            let x = self.x(f64::from(day) + 0.5);
            let mark = Placed { left: x - 6.0, right: x + 6.0, idx, value };
            if x < self.rect.left() {
                before.push(mark);
                continue;
            }
            if x > self.rect.right() {
                after.push(mark);
                continue;
            }
            *budget = budget.saturating_sub(1);
            match ends_on(announcement, value, day) {
                Some(kind) => ink::change_glyph(&painter, pos2(x, row.center().y), kind, theme.accent),
                None => marks::telling(&painter, &theme, (pos2(x, row.center().y), ValueMark::of(announcement, value))),
            }
            if x + 10.0 > taken && !is_told_at_end(announcement, track, told) {
                let next = track.tellings.iter().skip(idx + 1).filter_map(|next| next.reported).find(|next| *next > day);
                let room = next.map_or(self.rect.right(), |next| self.x(f64::from(next) + 0.5)) - x - 22.0;
                if let Some(galley) =
                    ink::first_that_fits(&painter, &self.told_labels(track, told, value), &plain(SMALL), theme.ink_soft, room)
                {
                    let rect = Align2::LEFT_CENTER.anchor_size(pos2(x + 11.0, row.center().y), galley.rect.size());
                    painter.galley(rect.min, galley, theme.ink_soft);
                    if value.role == ValueRole::Was {
                        painter.hline(rect.x_range(), rect.center().y + 1.0, Stroke::new(1.2, theme.ink_soft));
                    }
                    taken = rect.right();
                }
            }
            let hit = Rect::from_center_size(pos2(x, row.center().y), vec2(24.0, 26.0));
            let response = ui.interact(hit, ui.scope_id().with(("telling", id, idx)), Sense::CLICK);
            let name = || {
                let told_on = day_full(day_at(f64::from(day)), self.page.style());
                let role = role_words(value.role, announcement, self.page.state.ledger.last_day_known());
                format!("{}: reported on {told_on}: {}, {role}", words::subject_text(announcement), self.value_words(value, Length::Full))
            };
            response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name()));
            let event = track.events_of(told).first().copied().unwrap_or(value.event);
            if response.hovered() || response.clicked() {
                let name = name();
                self.explained(response, event, &name, Command::SelectEvent(event));
            }
        }
        self.edge_ui(ui, id, &before, row, true);
        self.edge_ui(ui, id, &after, row, false);
    }

    /// What is said at an edge of what lies beyond it.
    fn edge_words(&self, painter: &Painter, nearest: &Placed<'_>, n_marks: usize, to_left: bool) -> std::sync::Arc<egui::Galley> {
        let years =
            nearest.value.claimed.and_then(|claimed| claimed.single_day()).map(|day| crate::view::labels::day_year(day, self.page.style()));
        let text = match n_marks {
            1 => years.unwrap_or_else(|| self.value_words(nearest.value, Length::Short)),
            n if to_left => format!("{n} earlier"),
            n => format!("{n} later"),
        };
        ink::fitted(painter, &text, &plain(SMALL), self.page.theme.ink_soft, 130.0)
    }

    /// What lies off the edge is counted there and one click away.
    fn edge_ui(&mut self, ui: &Ui, id: AnnouncementId, marks: &[Placed<'_>], row: Rect, to_left: bool) {
        let Some(nearest) = nearest(marks, to_left) else { return };
        let theme = self.page.theme.clone();
        let painter = self.painter(ui);
        let (anchor, x) =
            if to_left { (Align2::LEFT_CENTER, self.rect.left() + TO_EDGE) } else { (Align2::RIGHT_CENTER, self.rect.right() - TO_EDGE) };
        let galley = self.edge_words(&painter, nearest, marks.len(), to_left);
        let words = anchor.anchor_size(pos2(x, row.center().y), galley.rect.size());
        // to the edge the words have the ground to themselves, towards the days no more than they need
        let ground = if to_left { words.with_min_x(self.rect.left() + 1.0) } else { words.with_max_x(self.rect.right() - 1.0) };
        painter.rect_filled(ground.expand2(vec2(3.0, 1.0)), 4.0, self.ground);
        painter.galley(words.min, galley, theme.ink_soft);
        let tip = if to_left { self.rect.left() + 8.0 } else { self.rect.right() - 8.0 };
        ink::pointer(&painter, pos2(tip, row.center().y), to_left, theme.ink_soft);
        let response = ui.interact(words.expand2(vec2(14.0, 4.0)), ui.scope_id().with(("edge", id, to_left)), Sense::CLICK);
        let name = format!("{} {} outside the days in sight, go there", marks.len(), if to_left { "earlier" } else { "later" });
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        if response.on_hover_text(&name).on_hover_cursor(CursorIcon::PointingHand).clicked() {
            let at = self.sight.place_at(f32::midpoint(nearest.left, nearest.right) - self.rect.left());
            self.page.ask(Command::SetSight(self.sight.recentred(at, self.rect.width())));
        }
    }
}

/// Of the marks beyond an edge, in order of their first days, the one closest to it.
fn nearest<'m, 't>(marks: &'m [Placed<'t>], to_left: bool) -> Option<&'m Placed<'t>> {
    if to_left { marks.iter().max_by(|a, b| a.right.total_cmp(&b.right)) } else { marks.first() }
}

/// Whether a step above says the value in words.
fn is_told_by_step(announcement: &Announcement, value: &Value) -> bool {
    let Some(claimed) = value.claimed else { return true };
    let steps = words::seen_changes(announcement).rev().take(MOST_STEPS);
    let mut ends = steps.flat_map(|(_, change)| change.from.iter().chain(&change.to));
    ends.any(|end| same_value(&end.date, &claimed))
}

/// The change that took a value away on a day and left none: its own shape stands there.
fn ends_on(announcement: &Announcement, value: &Value, day: i32) -> Option<ChangeKind> {
    let mut changes = words::seen_changes(announcement).map(|(_, change)| change);
    let ends = |change: &&crate::timeline::Change| {
        matches!(change.kind, ChangeKind::Postponed | ChangeKind::Cancelled) && change.to.is_none() && place(change.reported) == day
    };
    changes.find(ends).map(|change| change.kind).filter(|_| value.role != ValueRole::Now)
}

/// Whether an arrow begins or ends on the day this was told, and says the value there.
fn is_told_at_end(announcement: &Announcement, track: &Track, told: &Telling) -> bool {
    let Some(value) = track.value_of(told) else { return false };
    let is_value = |claim: &Claim| value.claimed.is_some_and(|claimed| same_value(&claim.date, &claimed));
    let first_told = || track.first_told(told.value as usize);
    words::seen_changes(announcement).rev().take(MOST_STEPS).any(|(_, change)| {
        let is_from = change.from.as_ref().is_some_and(is_value);
        let ends_here = told.reported == Some(place(change.reported));
        // an article that tells of a change often tells the old value once more
        ends_here && (is_from || value.claimed.is_none() || change.to.as_ref().is_some_and(is_value))
            || is_from && told.reported.is_some() && told.reported == first_told()
    })
}

/// The longest part of a bar that no other mark stands on, within the chart.
fn free_part(mark: &Placed<'_>, all: &[Placed<'_>], chart: Rect) -> (f32, f32) {
    let (mut free, end) = (mark.left.max(chart.left()), mark.right.min(chart.right()));
    let mut longest = (free, free);
    // the days of something that comes again are thin enough to be written over
    let is_thin = |other: &Placed<'_>| other.value.claimed.is_some_and(|claimed| claimed.range().is_none());
    let meets = |other: &&Placed<'_>| other.idx != mark.idx && other.right > mark.left && other.left < mark.right && !is_thin(other);
    for other in all.iter().filter(meets) {
        if other.left - 6.0 - free > longest.1 - longest.0 {
            longest = (free, other.left - 6.0);
        }
        free = free.max(other.right + 6.0);
    }
    if end - free > longest.1 - longest.0 { (free, end) } else { longest }
}

/// Whether the same day also told the value that holds, or those that are disputed: one mark is enough, and it is the one
/// that says more.
fn is_outshone(track: &Track, told: &Telling) -> bool {
    let role = |told: &Telling| track.value_of(told).map(|value| value.role);
    let strength = |role| match role {
        Some(ValueRole::Now) => 2,
        Some(ValueRole::Disputed) => 1,
        _ => 0,
    };
    track.told_on(told.reported).iter().map(|other| strength(role(other))).max() > Some(strength(role(told)))
}

fn role_words(role: ValueRole, announcement: &Announcement, last_report: Option<chrono::NaiveDate>) -> &'static str {
    match role {
        ValueRole::Now => words::standing_words(announcement, last_report),
        ValueRole::Was => "no longer valid",
        ValueRole::Disputed => "sources disagree",
        ValueRole::LessExact => "less exact",
        ValueRole::Rumoured => "rumoured",
        ValueRole::Denied => "denied",
        ValueRole::Told => "said",
    }
}
