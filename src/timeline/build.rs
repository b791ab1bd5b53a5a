//! From articles and their statements to the timeline: order, announcements, histories.

use std::collections::BTreeSet;
use std::sync::Arc;

use chrono::NaiveDate;

use super::history::Asides;
use super::identity::{key_of, naming_event, without_act};
use super::link::{Group, link};
use super::{Announcement, AnnouncementId, EventId, Home, State, Timeline, history, order};
use crate::article::{Article, Problem};
use crate::events::{Event, Kind};

impl Timeline {
    /// Builds the timeline: orders articles, links events, folds histories.
    ///
    /// Takes each article with its own events (their `article` is set here).
    pub fn build(mut read: Vec<(Arc<Article>, Vec<Event>)>, mut problems: Vec<Problem>, n_skipped: u32) -> Self {
        read.sort_by(|(one, _), (other, _)| order::article_order(one, other));
        problems.sort();
        let mut timeline = Self { problems, n_skipped, ..Self::default() };
        for (article, found) in read {
            let idx = u32::try_from(timeline.articles.len()).unwrap_or(u32::MAX);
            timeline.articles.push(article);
            timeline.events.extend(found.into_iter().map(|event| Event { article: idx, ..event }));
        }
        timeline.names = super::names::find_names(&timeline.events);
        let groups = link(&timeline.articles, &timeline.events);
        timeline.assemble(groups);
        timeline
    }

    /// The timeline as it was known at the end of a day: without the articles reported later or on a day not known.
    ///
    /// Every announcement's history is a prefix of its history here (later witnesses of a step aside), and keys are the same.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        let n_articles = self.articles.partition_point(|article| article.report_day().is_some_and(|reported| reported <= day));
        let n_events = self.events.partition_point(|event| (event.article as usize) < n_articles);
        let mut known = Self {
            articles: self.articles.iter().take(n_articles).cloned().collect(),
            events: self.events.iter().take(n_events).cloned().collect(),
            names: self.names_within(n_articles),
            problems: self.problems.clone(),
            n_skipped: self.n_skipped,
            ..Self::default()
        };
        let groups = self
            .announcements
            .iter()
            .map(|announcement| Group { events: announcement.events.iter().copied().filter(|id| (*id as usize) < n_events).collect() });
        known.assemble(groups.collect());
        // announcements stand in order of their first event, so those known are the first ones
        for (announcement, latest) in known.announcements.iter_mut().zip(&self.announcements) {
            announcement.key.clone_from(&latest.key);
            // nor has it another name, where it was called so by then, whoever it was said to be by
            let title = without_act(&latest.subject);
            let is_called_so = |id: &EventId| known.events.get(*id as usize).is_some_and(|event| without_act(&event.subject.text) == title);
            if announcement.events.iter().any(is_called_so) {
                announcement.subject.clone_from(&latest.subject);
            }
        }
        known
    }

    fn names_within(&self, n_articles: usize) -> Vec<super::Name> {
        let within = |(text, articles): &(String, Vec<u32>)| {
            let kept: Vec<u32> = articles.iter().copied().filter(|idx| (*idx as usize) < n_articles).collect();
            (!kept.is_empty()).then(|| (text.clone(), kept))
        };
        let names = self
            .names
            .iter()
            .map(|name| super::Name { name: name.name.clone(), spellings: name.spellings.iter().filter_map(within).collect() });
        names.filter(|name| name.spellings.len() > 1).collect()
    }

    /// Makes the announcements of the groups and gives every event its home.
    fn assemble(&mut self, mut groups: Vec<Group>) {
        groups.retain(|group| !group.events.is_empty());
        groups.sort_by(|one, other| one.events.cmp(&other.events));
        self.homes = vec![Home::default(); self.events.len()];
        let mut taken = BTreeSet::new();
        let asides = Asides::of(&self.articles, &self.events);
        for (id, group) in (0..).zip(groups) {
            for event in &group.events {
                if let Some(home) = self.homes.get_mut(*event as usize) {
                    home.announcement = Some(id);
                }
            }
            if let Some(announcement) = self.announcement(group.events, &asides, &mut taken) {
                self.announcements.push(announcement);
            }
        }
        self.find_abouts();
    }

    fn announcement(&mut self, ids: Vec<EventId>, asides: &Asides, taken: &mut BTreeSet<String>) -> Option<Announcement> {
        let first = self.events.get(*ids.first()? as usize)?;
        let naming = naming_event(&self.events, &ids)?;
        let history = history::fold(&self.articles, &self.events, &ids, asides);
        let content = history.current.as_ref().map(|value| &value.content);
        let announcement = Announcement {
            key: key_of(first, taken),
            subject: naming.subject.text.clone(),
            kind: first.kind,
            facet: first.facet,
            part: first.part.clone(),
            territory: first.territory.clone(),
            state: history.state.unwrap_or(State::Undated),
            current: content.and_then(|content| content.claim().cloned()),
            current_event: history.current.as_ref().map(|value| value.event),
            current_text: content.and_then(|content| content.text().map(str::to_owned)),
            is_background: ids.iter().all(|id| self.events.get(*id as usize).is_some_and(|event| event.is_background)),
            changes: history.changes,
            events: ids,
        };
        for (id, note) in history.notes {
            if let Some(event) = self.events.get_mut(id as usize).filter(|event| !event.notes.contains(&note)) {
                event.notes.push(note);
            }
        }
        Some(announcement)
    }

    /// A report tells about the announcement of an event of its own article.
    fn find_abouts(&mut self) {
        let mut start = 0;
        for idx in 0..self.events.len() {
            let (Some(event), Some(first)) = (self.events.get(idx), self.events.get(start)) else { continue };
            if first.article != event.article {
                start = idx;
            }
            if event.kind != Kind::Report {
                continue;
            }
            let about = event.about.and_then(|local| start.checked_add(local as usize));
            let told = about.and_then(|id| self.events.get(id)).filter(|told| told.article == event.article);
            let home = about.filter(|_| told.is_some()).and_then(|id| self.homes.get(id)).and_then(|home| home.announcement);
            if let Some(own) = self.homes.get_mut(idx) {
                *own = Home { announcement: None, about: home };
            }
        }
    }

    /// The event, where there is one with that number.
    pub fn event(&self, id: EventId) -> Option<&Event> {
        self.events.get(id as usize)
    }

    /// The announcement, where there is one with that number.
    pub fn announcement_at(&self, id: AnnouncementId) -> Option<&Announcement> {
        self.announcements.get(id as usize)
    }

    /// The article that holds a statement.
    pub fn article_of(&self, id: EventId) -> Option<&Arc<Article>> {
        self.articles.get(self.event(id)?.article as usize)
    }

    /// The sentence of a statement; empty where there is none.
    pub fn quote_of(&self, id: EventId) -> &str {
        let Some((event, article)) = self.event(id).zip(self.article_of(id)) else { return "" };
        event.quote.of(&article.text)
    }

    /// The announcement with that key.
    pub fn with_key(&self, key: &str) -> Option<AnnouncementId> {
        let idx = self.announcements.iter().position(|announcement| announcement.key == key)?;
        u32::try_from(idx).ok()
    }
}
