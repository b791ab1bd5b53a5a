//! Moving about: the next change, statement, lane, card or hit; back and forward; what has to be in sight.

use super::command::Action;
use super::extent::{Reach, extent_of};
use super::settings::Look;
use super::state::State;
use crate::text::Span;
use crate::timeline::{AnnouncementId, EventId};
use crate::view::axis::place;
use crate::view::history::way_of;
use crate::view::lane::{LaneRow, group_of};
use crate::view::row::{Card, Row, column_width};
use crate::view::{Arrange, Group, Rows, words};

/// A step with the keyboard moves the days by this part of the width.
const PAN_PART: f32 = 0.2;
/// A step with the keyboard zooms by this factor.
const ZOOM_STEP: f32 = 1.4;
/// What follows a lane or card that is stepped to is in sight for so many points: there the lanes fade out.
const BELOW: f64 = 40.0;
/// So many places are remembered for going back.
const MOST_VISITS: usize = 100;

impl State {
    pub(super) fn go(&mut self, action: Action) {
        let width = self.size.0;
        match action {
            Action::NextChange => self.step_change(1),
            Action::PreviousChange => self.step_change(-1),
            Action::NextEvent => self.step_event(1),
            Action::PreviousEvent => self.step_event(-1),
            Action::NextHit => self.step_hit(1),
            Action::PreviousHit => self.step_hit(-1),
            Action::Next => self.step_row(1),
            Action::Previous => self.step_row(-1),
            Action::First => self.step_row(isize::MIN),
            Action::Last => self.step_row(isize::MAX),
            Action::PageDown => self.page(0.9),
            Action::PageUp => self.page(-0.9),
            Action::PanEarlier => self.sight = self.sight.panned(width * PAN_PART),
            Action::PanLater => self.sight = self.sight.panned(-width * PAN_PART),
            Action::ZoomIn => self.zoom(ZOOM_STEP),
            Action::ZoomOut => self.zoom(1.0 / ZOOM_STEP),
            Action::Fit => self.fit_next(),
            Action::OpenDetail => self.is_detail_open = self.selection.is_some(),
            Action::Back => self.go_back(),
            Action::Forward => self.go_forward(),
            _ => {}
        }
    }

    /// A part of a screen down: lanes, cards, or claimed days.
    fn page(&mut self, part: f32) {
        let by = self.size.1 * part;
        if self.settings.look == Look::DateHistory {
            self.height_sight = self.height_sight.panned(by);
        } else {
            self.scroll_to(self.scroll + f64::from(by));
        }
    }

    /// Zooms about the middle: both ways where both are days.
    fn zoom(&mut self, factor: f32) {
        let (width, height) = self.size;
        self.sight = self.sight.zoomed_at(width / 2.0, factor, width);
        if self.settings.look == Look::DateHistory {
            self.height_sight = self.height_sight.zoomed_at(height / 2.0, factor, height);
        }
    }

    /// Whether the detail stands where a view would be.
    pub const fn is_covered(&self) -> bool {
        self.detail_covers && self.is_detail_open && (self.detail.is_some() || self.reading.is_some())
    }

    /// Selects an announcement by a click or a link: it can be gone back from.
    pub(super) fn visit(&mut self, id: AnnouncementId, change: Option<usize>) {
        self.remember_visit();
        self.select(id, change, true);
        self.reveal_whatever_hides();
    }

    /// Selects a statement and shows its article; the detail shows the change it tells, unless it is quoted there already.
    pub(super) fn visit_event(&mut self, id: EventId) {
        let is_quoted = self.detail.as_ref().is_some_and(|detail| detail.quotes.iter().any(|quote| quote.event == id));
        self.visit_statement(id, is_quoted);
    }

    /// The same; what is shown of the same announcement may stay.
    fn visit_statement(&mut self, id: EventId, keeps_change: bool) {
        let Some(event) = self.ledger.timeline.events.get(id as usize) else { return };
        let (article, quote) = (event.article, event.quote);
        let home = self.ledger.timeline.homes.get(id as usize).copied().unwrap_or_default();
        // stepping from hit to hit goes on from here
        self.hit = self.hits.binary_search(&id).ok().or(self.hit);
        self.remember_visit();
        let Some(announcement) = home.shown_by() else { return self.visit_homeless(article, quote) };
        let is_same = self.selection.as_ref().is_some_and(|s| s.announcement == announcement);
        let change = self.change_of(announcement, id);
        let shown = self.detail.as_ref().and_then(|detail| detail.change);
        if !is_same || !keeps_change && change.is_some() && change != shown {
            self.select(announcement, change, true);
        }
        if let Some(selection) = &mut self.selection {
            selection.event = Some(id);
        }
        if !is_same {
            self.reveal_whatever_hides();
        }
        self.panel = None;
        self.read_article(article, Some(quote));
        if let Some(reading) = self.reading.as_mut().filter(|_| is_same) {
            reading.is_called = true;
        }
    }

    /// A statement that is part of no announcement: its article, and no detail of another one.
    fn visit_homeless(&mut self, article: u32, quote: Span) {
        self.panel = None;
        self.message = Some("This statement is part of no announcement: only its article is shown".to_owned());
        self.read_alone(article, Some(quote));
    }

    /// Which change of its announcement a statement tells, else the one that led away from what it tells, if any.
    fn change_of(&self, id: AnnouncementId, event: EventId) -> Option<usize> {
        let (announcement, _) = self.ledger.at(id)?;
        let told = words::seen_changes(announcement).rfind(|(_, change)| change.after.contains(&event));
        let left = || words::seen_changes(announcement).find(|(_, change)| change.before.contains(&event));
        told.or_else(left).map(|(idx, _)| idx)
    }

    /// Brings what is selected into sight: its group is unfolded, and what has no row all the same says why.
    fn reveal_whatever_hides(&mut self) {
        let Some(id) = self.selection.as_ref().map(|selection| selection.announcement) else { return };
        let group = self.ledger.at(id).map(|(announcement, _)| group_of(announcement, self.ledger.last_day_known()));
        // the list folds nothing but what was said in passing
        let hides = |group: &Group| self.is_folded(*group) && (self.settings.look != Look::List || *group == Group::Background);
        if let Some(group) = group.filter(hides) {
            self.set(|settings| _ = settings.folded.remove(&group));
        }
        self.message = self.why_without_row(id);
        if self.message.is_none() {
            self.reveal();
        }
    }

    /// Why an announcement is not to be seen beside its detail.
    fn why_without_row(&self, id: AnnouncementId) -> Option<String> {
        let (announcement, _) = self.ledger.at(id)?;
        let why = if !self.shown.get(id as usize).copied().unwrap_or(false) {
            "is left out by the filter"
        } else if self.settings.look == Look::DateHistory && way_of(&self.ledger, id).is_none() {
            "has no date, so it has no line here"
        } else {
            return None;
        };
        Some(format!("“{}” {why}: see its detail", words::subject_text(announcement)))
    }

    pub(super) fn remember_visit(&mut self) {
        let visit = self.visit_of();
        if self.past.last() != Some(&visit) {
            self.past.push(visit);
        }
        if self.past.len() > MOST_VISITS {
            self.past.remove(0);
        }
        self.future.clear();
    }

    fn go_back(&mut self) {
        if let Some(visit) = self.past.pop() {
            self.future.push(self.visit_of());
            self.return_to(&visit);
        }
    }

    fn go_forward(&mut self) {
        if let Some(visit) = self.future.pop() {
            self.past.push(self.visit_of());
            self.return_to(&visit);
        }
    }

    fn step_change(&mut self, by: isize) {
        let changes: Vec<(AnnouncementId, usize)> = self
            .lanes
            .announcements()
            .filter_map(|id| Some((id, self.ledger.at(id)?.0)))
            .flat_map(|(id, announcement)| words::seen_changes(announcement).map(move |(idx, _)| (id, idx)))
            .collect();
        let here = self.detail.as_ref().and_then(|detail| Some((detail.announcement, detail.change?)));
        let at = changes.iter().position(|change| Some(*change) == here);
        // there is none beyond the last: what is shown stays as it is
        let stays = |next: &&(AnnouncementId, usize)| self.is_detail_open && Some(**next) == here;
        if let Some((id, change)) = stepped(at, by, changes.len()).and_then(|at| changes.get(at)).filter(|next| !stays(next)) {
            self.visit(*id, Some(*change));
        }
    }

    pub(super) fn resize(&mut self, width: f32, height: f32) {
        let before = self.size;
        self.size = (width, height);
        if self.needs_fit && width > 1.0 {
            self.fit(Reach::Story);
        } else if before.0 > 1.0 && width > 1.0 {
            // the same days stay in sight when a panel opens
            self.sight.days_per_px *= f64::from(before.0) / f64::from(width);
            self.height_sight.days_per_px *= f64::from(before.1.max(1.0)) / f64::from(height.max(1.0));
        }
        if self.settings.look == Look::List && (column_width(before.0) - column_width(width)).abs() > 0.5 {
            self.set_quotes_anew();
        }
        self.scroll_to(self.scroll);
    }

    /// Lanes have other heights in a low window: the one at the top stays there.
    pub(super) fn lower(&mut self, is_low: bool) {
        if self.is_low == is_low {
            return;
        }
        let first = self.lanes.between(self.scroll, self.scroll + 1.0).start;
        self.is_low = is_low;
        self.refresh();
        if self.settings.look == Look::Timeline {
            self.scroll_to(self.lanes.tops.get(first).copied().unwrap_or_default());
        }
    }

    /// Quotes need other lines in another width: the card at the top stays there.
    fn set_quotes_anew(&mut self) {
        let first = self.rows.between(self.scroll, self.scroll + 1.0).start;
        let top = |rows: &Rows| rows.tops.get(first).copied().unwrap_or_default();
        let within = self.scroll - top(&self.rows);
        self.sift();
        self.scroll = top(&self.rows) + within;
    }

    fn step_event(&mut self, by: isize) {
        let Some(selection) = &self.selection else { return };
        let Some((announcement, _)) = self.ledger.at(selection.announcement) else { return };
        let at = announcement.events.iter().position(|event| Some(*event) == selection.event);
        if let Some(event) = stepped(at, by, announcement.events.len()).and_then(|at| announcement.events.get(at)) {
            self.visit_event(*event);
        }
    }

    /// From hit to hit, round and round.
    fn step_hit(&mut self, by: isize) {
        let n = self.hits.len();
        let at = match self.hit {
            _ if n == 0 => return,
            None if by > 0 => self.first_hit,
            None => (self.first_hit + n - 1) % n,
            Some(at) => (at + n).saturating_add_signed(by) % n,
        };
        if let Some(event) = self.hits.get(at).copied() {
            self.visit_statement(event, false);
            self.reveal_whatever_hides();
            self.hit = Some(at);
        }
    }

    fn step_row(&mut self, by: isize) {
        match self.settings.look {
            Look::List => self.step_card(by),
            Look::Timeline | Look::DateHistory => {
                let lanes: Vec<AnnouncementId> = self.lanes.announcements().collect();
                let at = self.selection.as_ref().and_then(|s| lanes.iter().position(|id| *id == s.announcement));
                if let Some(id) = stepped(at, by, lanes.len()).and_then(|at| lanes.get(at)) {
                    self.select(*id, None, false);
                    self.reveal();
                }
            }
        }
    }

    fn step_card(&mut self, by: isize) {
        let cards: Vec<(usize, AnnouncementId, EventId)> = self
            .rows
            .rows
            .iter()
            .enumerate()
            .filter_map(|(idx, row)| match row {
                Row::Card(card) => {
                    let (_, track) = self.ledger.at(card.announcement)?;
                    let event = track.events_of(track.tellings.get(card.telling as usize)?).first()?;
                    Some((idx, card.announcement, *event))
                }
                Row::Heading(..) | Row::Background(_) => None,
            })
            .collect();
        let selected = self.selection.as_ref();
        let at =
            cards.iter().position(|(_, id, event)| selected.is_some_and(|s| s.announcement == *id && s.event.is_none_or(|e| e == *event)));
        let Some((row, id, event)) = stepped(at, by, cards.len()).and_then(|at| cards.get(at)).copied() else { return };
        self.select(id, None, false);
        if let Some(selection) = &mut self.selection {
            selection.event = Some(event);
        }
        self.reveal_row(row);
    }

    /// Fits the announcement, again the story, again everything.
    fn fit_next(&mut self) {
        let selected = self.selection.as_ref().map(|selection| Reach::Announcement(selection.announcement));
        let reaches: Vec<Reach> = selected.into_iter().chain([Reach::Story, Reach::Everything]).collect();
        let turn = usize::from(self.fit_turn) % reaches.len();
        if let Some(reach) = reaches.get(turn) {
            self.fit(*reach);
        }
        self.fit_turn = u8::try_from((turn + 1) % reaches.len()).unwrap_or(0);
    }

    /// Brings what is selected into sight: its lane or card, and its days.
    pub(super) fn reveal(&mut self) {
        let Some(selection) = &self.selection else { return };
        let id = selection.announcement;
        let row = match self.settings.look {
            Look::Timeline => self.lanes.row_of(id),
            Look::List => self.card_of(id, selection.event),
            Look::DateHistory => None,
        };
        if let Some(row) = row {
            self.reveal_row(row);
        }
        match self.settings.look {
            Look::DateHistory => self.reveal_way(id),
            Look::Timeline | Look::List => self.reveal_days(id),
        }
    }

    /// The row of the card that shows a statement, else of the first card of its announcement.
    fn card_of(&self, id: AnnouncementId, event: Option<EventId>) -> Option<usize> {
        let (_, track) = self.ledger.at(id)?;
        let is_its = |card: &Card| card.announcement == id;
        let tells = |card: &Card| {
            let told = track.tellings.get(card.telling as usize).map_or(&[][..], |told| track.events_of(told));
            is_its(card) && event.is_some_and(|event| told.contains(&event))
        };
        let find = |is_it: &dyn Fn(&Card) -> bool| self.rows.rows.iter().position(|row| matches!(row, Row::Card(card) if is_it(card)));
        find(&tells).or_else(|| find(&is_its))
    }

    /// The same from the beginning, in a view that is shown anew; in the list, the heading of what is selected comes first.
    pub(super) fn reveal_anew(&mut self) {
        self.scroll = 0.0;
        self.reveal();
        let Some(id) = self.selection.as_ref().map(|selection| selection.announcement) else { return };
        if self.settings.look == Look::List && self.scroll > 0.0 {
            let card = self.rows.rows.iter().position(|row| matches!(row, Row::Card(card) if card.announcement == id));
            let Some(card) = card else { return };
            let above = (0..card).rev().find(|row| self.is_heading(*row));
            if let Some(top) = above.and_then(|row| self.rows.tops.get(row)).copied() {
                self.scroll_to(top);
                self.reveal_row(card);
            }
        }
    }

    /// Brings the end of a date's way into sight, and moves nothing where it is in sight.
    fn reveal_way(&mut self, id: AnnouncementId) {
        let (width, height) = self.size;
        let Some((reported, claimed)) = way_of(&self.ledger, id).and_then(|way| way.tip()) else { return };
        if width > 1.0 {
            self.sight = self.sight.revealing(reported, width);
            self.height_sight = self.height_sight.revealing(claimed, height);
        }
    }

    fn reveal_days(&mut self, id: AnnouncementId) {
        let Some((announcement, track)) = self.ledger.at(id) else { return };
        let current = announcement.current.as_ref().and_then(|claim| claim.date.first().or(claim.date.last()));
        let day = match self.settings.arrange {
            Arrange::Claimed => current.map(place).or_else(|| track.reported_days.extent().map(|(_, last)| last)),
            Arrange::Reported => track.reported_days.extent().map(|(_, last)| last),
        };
        let (start, end) = (self.sight.start, self.sight.end(self.size.0));
        let margin = (end - start) * 0.04;
        let is_out = |first: f64, last: f64| self.size.0 > 1.0 && (first < start + margin || last > end - margin);
        // all that was told of it, where the zoom allows
        let all = extent_of(&self.ledger, id, self.settings.arrange).map(|(first, last)| (f64::from(first), f64::from(last) + 1.0));
        match (all.filter(|(first, last)| last - first + 2.0 * margin < end - start), day.map(|day| f64::from(day) + 0.5)) {
            (Some((first, last)), _) if is_out(first, last) => {
                self.sight = self.sight.recentred(f64::midpoint(first, last), self.size.0);
            }
            (None, Some(day)) if is_out(day, day) => self.sight = self.sight.recentred(day, self.size.0),
            _ => {}
        }
    }

    fn tops(&self) -> &[f64] {
        if self.settings.look == Look::List { &self.rows.tops } else { &self.lanes.tops }
    }

    fn reveal_row(&mut self, row: usize) {
        let (Some(top), Some(bottom)) = (self.tops().get(row).copied(), self.tops().get(row + 1).copied()) else { return };
        let height = f64::from(self.size.1);
        if top < self.scroll || top > self.scroll + 1.5 * height {
            self.scroll_to(top - 52.0); // the heading above stays in sight
        } else if bottom + BELOW > self.scroll + height {
            // from a row's top on, so that none is cut at the head
            let least = bottom - height + BELOW;
            let tops = self.tops();
            let first = tops.partition_point(|at| *at < least).min(row);
            let heading = first.checked_sub(1).filter(|at| self.is_heading(*at));
            // and with its heading where the row still ends within sight
            let heading = heading.and_then(|at| tops.get(at)).filter(|at| bottom - **at <= height);
            let whole = heading.or(tops.get(first)).copied().unwrap_or(least);
            self.scroll_to(whole);
        }
    }

    fn is_heading(&self, row: usize) -> bool {
        match self.settings.look {
            Look::List => matches!(self.rows.rows.get(row), Some(Row::Heading(..))),
            Look::Timeline | Look::DateHistory => matches!(self.lanes.rows.get(row), Some(LaneRow::Group { .. })),
        }
    }

    /// Scrolls, within what there is.
    pub(super) fn scroll_to(&mut self, top: f64) {
        let all = self.tops().last().copied().unwrap_or(0.0);
        self.scroll = top.min(all - f64::from(self.size.1)).max(0.0);
    }
}

/// The place `by` steps on, kept within `n`; the first or last where one was nowhere.
fn stepped(at: Option<usize>, by: isize, n: usize) -> Option<usize> {
    let last = n.checked_sub(1)?;
    Some(match (at, by) {
        (_, isize::MIN) => 0,
        (_, isize::MAX) => last,
        (None, by) => {
            if by < 0 {
                last
            } else {
                0
            }
        }
        (Some(at), by) => at.saturating_add_signed(by).min(last),
    })
}
