//! Every announcement's values and tellings, worked out once for a timeline, so that views only choose and draw.

use std::sync::Arc;

use chrono::NaiveDate;

use super::axis::place;
use super::broadcast::Broadcasts;
use super::density::Density;
use super::labels::{DateStyle, day_year};
use super::legend::Shapes;
use super::search::Haystack;
use super::words::{n_changed_and_disputed, seen_changes};
use crate::civil::{ClaimedDate, Precision, Recurrence, Shade, When};
use crate::events::{Claim, Event, Status};
use crate::text::fold::folded_words;
use crate::timeline::{Announcement, AnnouncementId, ChangeKind, EventId, Timeline};

/// What a value is to its announcement.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// It holds.
    Now,
    /// A later report replaced it.
    Was,
    /// Articles of one day disagree about it.
    Disputed,
    /// It agrees with what holds, or once did, in fewer words: "in April".
    LessExact,
    /// Somebody said it who may not know.
    Rumoured,
    /// Said not to be so.
    Denied,
    /// Told, and neither replaced nor current.
    Told,
}

/// One value of an announcement: a date, or words where it is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Value {
    /// The date; `None` where the value is words, or there is none.
    pub claimed: Option<ClaimedDate>,
    /// What it is to the announcement.
    pub role: Role,
    /// The event to show for it: the earliest that carried it.
    pub event: EventId,
}

/// One announcement, one value, one report day: a card of the list, a mark by report date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Telling {
    /// Index into the track's values.
    pub value: u32,
    /// The day it was told; `None` in an article without report date.
    pub reported: Option<i32>,
    /// Its events: from … to in [`Track::events`].
    pub events: (u32, u32),
}

/// One announcement worked out.
#[derive(Clone, Debug, Default)]
pub struct Track {
    /// In order of first day, last day.
    pub values: Vec<Value>,
    /// In order of report day, value.
    pub tellings: Vec<Telling>,
    /// Event ids, in the order of the tellings.
    pub events: Vec<EventId>,
    /// First days of all tellings' values.
    pub claimed_days: Density,
    /// Report days of all tellings.
    pub reported_days: Density,
    /// What its lane may show.
    pub shapes: Shapes,
    /// Lines that its name needs in the lane's header.
    pub n_title_lines: u8,
    /// Articles that tell it.
    pub n_articles: usize,
    /// Articles that tell any of its changes.
    pub n_witnesses: usize,
    /// Statements of it that a careful reader should know something about.
    pub n_notes: usize,
    /// The first and the last day on which something repeated can fall, where they are told of.
    pub repeats: (Option<NaiveDate>, Option<NaiveDate>),
}

impl Track {
    /// The events of a telling.
    pub fn events_of(&self, telling: &Telling) -> &[EventId] {
        self.events.get(telling.events.0 as usize..telling.events.1 as usize).unwrap_or_default()
    }

    /// What was told on a report day, or on none; tellings stand in that order.
    pub fn told_on(&self, reported: Option<i32>) -> &[Telling] {
        let place = |told: &Telling| (told.reported.is_none(), told.reported);
        let wanted = (reported.is_none(), reported);
        let first = self.tellings.partition_point(|told| place(told) < wanted);
        let end = self.tellings.partition_point(|told| place(told) <= wanted);
        self.tellings.get(first..end).unwrap_or_default()
    }

    /// The value of a telling.
    pub fn value_of(&self, telling: &Telling) -> Option<&Value> {
        self.values.get(telling.value as usize)
    }

    /// The first day a value was told.
    pub fn first_told(&self, value: usize) -> Option<i32> {
        self.tellings.iter().filter(|told| told.value as usize == value).find_map(|told| told.reported)
    }
}

/// A timeline with everything the views need to know of it; never changes once built.
#[derive(Clone, Debug, Default)]
pub struct Ledger {
    /// What it was made from.
    pub timeline: Arc<Timeline>,
    /// One for each announcement, same index.
    pub tracks: Vec<Track>,
    /// How many statements each article makes.
    pub n_statements: Vec<usize>,
    /// Report day and article, in that order; without a report date left out.
    pub article_days: Vec<(i32, u32)>,
    /// Every statement's words.
    pub haystack: Haystack,
    /// First days of all values told, over all announcements.
    pub claimed_days: Density,
    /// Report days of all tellings.
    pub reported_days: Density,
    /// First and last day of all values and reports.
    pub period: Option<(i32, i32)>,
    /// How many announcements changed.
    pub n_changed: usize,
    /// About how many more articles only disagree.
    pub n_disputed: usize,
    /// The day as of which it is told; none where it is told as of the last report.
    as_of: Option<NaiveDate>,
}

impl Ledger {
    /// Works everything out; for the worker, not for a frame.
    pub fn of(timeline: Arc<Timeline>) -> Self {
        let broadcasts = Broadcasts::of(&timeline);
        let repeats = |announcement: &Announcement| (broadcasts.first_of(announcement), broadcasts.last_of(announcement));
        let track = |announcement: &Announcement| Track { repeats: repeats(announcement), ..track_of(&timeline, announcement) };
        let tracks: Vec<Track> = timeline.announcements.iter().map(track).collect();
        let claimed_days = Density::of(tracks.iter().flat_map(|track| track.claimed_days.days().iter().copied()).collect());
        let reported_days = Density::of(tracks.iter().flat_map(|track| track.reported_days.days().iter().copied()).collect());
        let period = period_of(&tracks, &timeline);
        let mut article_days: Vec<(i32, u32)> =
            (0_u32..).zip(&timeline.articles).filter_map(|(idx, article)| Some((place(article.report_day()?), idx))).collect();
        article_days.sort_unstable();
        let haystack = Haystack::of(&timeline);
        let n_statements = statements_by_article(&timeline);
        let (n_changed, n_disputed) = n_changed_and_disputed(&timeline.announcements);
        Self {
            timeline,
            tracks,
            n_statements,
            article_days,
            haystack,
            claimed_days,
            reported_days,
            period,
            n_changed,
            n_disputed,
            as_of: None,
        }
    }

    /// The story as it was known on a day: only that was told which had been reported by then.
    pub fn known_on(timeline: &Timeline, day: NaiveDate) -> Self {
        Self { as_of: Some(day), ..Self::of(Arc::new(timeline.known_on(day))) }
    }

    /// Cards of the list: one for each announcement, value and report day.
    pub fn n_cards(&self) -> usize {
        self.tracks.iter().map(|track| track.tellings.len()).sum()
    }

    /// An announcement with its track.
    pub fn at(&self, id: AnnouncementId) -> Option<(&Announcement, &Track)> {
        Some((self.timeline.announcements.get(id as usize)?, self.tracks.get(id as usize)?))
    }

    /// The last day on which anything was reported.
    pub fn last_report(&self) -> Option<NaiveDate> {
        self.article_days.last().map(|(day, _)| super::axis::day_at(f64::from(*day)))
    }

    /// The day it is told as of: what lies before it has passed.
    pub fn last_day_known(&self) -> Option<NaiveDate> {
        self.as_of.or_else(|| self.last_report())
    }

    /// The day that what has passed had passed by, and what day that is: "2 Jun 2024, the newest article".
    pub fn last_day_text(&self, style: DateStyle) -> Option<String> {
        let day = day_year(self.last_day_known()?, style);
        Some(format!("{day}, {}", if self.as_of.is_some() { "the day looked at" } else { "the newest article" }))
    }

    /// The announcement with that key.
    pub fn with_key(&self, key: &str) -> Option<AnnouncementId> {
        let at = self.timeline.announcements.iter().position(|announcement| announcement.key == key)?;
        AnnouncementId::try_from(at).ok()
    }

    /// First and last report day.
    pub fn report_extent(&self) -> Option<(i32, i32)> {
        Some((self.article_days.first()?.0, self.article_days.last()?.0))
    }

    /// Every report day once, oldest first.
    pub fn report_days(&self) -> Vec<NaiveDate> {
        let mut days: Vec<NaiveDate> = self.timeline.articles.iter().filter_map(|article| article.report_day()).collect();
        days.sort_unstable();
        days.dedup();
        days
    }

    /// The report day of an event.
    pub fn report_day(&self, event: EventId) -> Option<NaiveDate> {
        let event = self.timeline.events.get(event as usize)?;
        self.timeline.articles.get(event.article as usize)?.report_day()
    }
}

fn statements_by_article(timeline: &Timeline) -> Vec<usize> {
    let mut counts = vec![0; timeline.articles.len()];
    for event in &timeline.events {
        if let Some(count) = counts.get_mut(event.article as usize) {
            *count += 1;
        }
    }
    counts
}

/// First and last day that any value or report names; an open side is no day.
fn period_of(tracks: &[Track], timeline: &Timeline) -> Option<(i32, i32)> {
    let values = tracks.iter().flat_map(|track| &track.values).filter_map(|value| value.claimed);
    let claimed = values.flat_map(|claimed| [claimed.first(), claimed.last()]).flatten();
    let reported = timeline.articles.iter().filter_map(|article| article.report_day());
    claimed
        .chain(reported)
        .map(place)
        .fold(None, |known, day| Some(known.map_or((day, day), |(a, b): (i32, i32)| (a.min(day), b.max(day)))))
}

/// A value made comparable: the days, the rule or the words; the clock beside it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    first: i32,
    last: i32,
    precision: Option<(Precision, Option<Shade>)>,
    rule: Option<(crate::civil::Frequency, u16, u8)>,
    words: Vec<String>,
}

fn key_of(claimed: Option<&ClaimedDate>, words: Option<&str>) -> Key {
    let rule = |rule: &Recurrence| (rule.frequency, rule.interval, rule.weekdays);
    let blank = Key { first: i32::MAX, last: i32::MAX, precision: None, rule: None, words: Vec::new() };
    match claimed.map(|claimed| &claimed.when) {
        Some(When::Days(range)) => Key {
            first: range.first.or(range.last).map_or(i32::MAX, place) * 2 + i32::from(range.first.is_none()),
            last: range.last.map_or(i32::MAX, place),
            precision: Some((range.precision, range.shade)),
            ..blank
        },
        Some(When::Recurring(recurrence)) => Key { rule: Some(rule(recurrence)), ..blank },
        None => Key { words: words.map(folded_words).unwrap_or_default(), ..blank },
    }
}

/// Hour and minute, to tell two clock times of one day apart.
fn time_of(claimed: Option<&ClaimedDate>) -> Option<(u8, u8)> {
    claimed.and_then(|claimed| claimed.clock).map(|clock| (clock.hour, clock.minute))
}

struct Entry {
    key: Key,
    time: Option<(u8, u8)>,
    reported: Option<i32>,
    event: EventId,
    claimed: Option<ClaimedDate>,
}

fn entry_of(timeline: &Timeline, id: EventId) -> Option<Entry> {
    let event = timeline.events.get(id as usize)?;
    let claimed = event.claim.as_ref().map(|claim| claim.date);
    let reported = timeline.articles.get(event.article as usize).and_then(|article| article.report_day()).map(place);
    Some(Entry {
        key: key_of(claimed.as_ref(), event.value_text.as_deref()),
        time: time_of(claimed.as_ref()),
        reported,
        event: id,
        claimed,
    })
}

fn track_of(timeline: &Timeline, announcement: &Announcement) -> Track {
    let mut entries: Vec<Entry> = announcement.events.iter().filter_map(|id| entry_of(timeline, *id)).collect();
    give_times(&mut entries);
    entries.sort_by(|a, b| (&a.key, a.time, a.reported, a.event).cmp(&(&b.key, b.time, b.reported, b.event)));
    let mut values: Vec<Value> = Vec::new();
    let mut told: Vec<(Option<i32>, u32, EventId)> = Vec::with_capacity(entries.len());
    for group in entries.chunk_by(|a, b| a.key == b.key && a.time == b.time) {
        let Some(first) = group.iter().min_by_key(|entry| (entry.reported.is_none(), entry.reported, entry.event)) else { continue };
        let claimed = group.iter().filter_map(|entry| entry.claimed).max_by_key(|claimed| claimed.clock.is_some());
        let role = role_of(timeline, announcement, claimed.as_ref(), group);
        let idx = u32::try_from(values.len()).unwrap_or(u32::MAX);
        told.extend(group.iter().map(|entry| (entry.reported, idx, entry.event)));
        values.push(Value { claimed, role, event: first.event });
    }
    add_untold(announcement, &mut values);
    told.sort_unstable_by_key(|(reported, value, event)| (reported.is_none(), *reported, *value, *event));
    let (tellings, events) = tellings_of(&told);
    let first_day = |value: &Value| value.claimed.as_ref().and_then(|c| c.first().or(c.last())).map(place);
    let claimed_days = tellings.iter().filter_map(|t: &Telling| first_day(values.get(t.value as usize)?)).collect();
    let reported_days = tellings.iter().filter_map(|t| t.reported).collect();
    let changes = seen_changes(announcement).map(|(_, change)| change);
    let witnesses: Vec<EventId> = changes.flat_map(|change| super::detail::told_by(announcement, Some(change))).collect();
    let mut track = Track {
        values,
        tellings,
        events,
        claimed_days: Density::of(claimed_days),
        reported_days: Density::of(reported_days),
        shapes: Shapes::default(),
        n_title_lines: super::lane::title_lines(announcement),
        n_articles: timeline.articles_of(&announcement.events).len(),
        n_witnesses: timeline.articles_of(&witnesses).len(),
        n_notes: announcement.events.iter().filter_map(|id| timeline.event(*id)).filter(|event| !event.notes.is_empty()).count(),
        repeats: (None, None),
    };
    track.shapes = Shapes::of(announcement, &track);
    track
}

/// A day said without its time is the same value as that day with the only time ever said for it.
fn give_times(entries: &mut [Entry]) {
    entries.sort_by(|a, b| (&a.key, a.time).cmp(&(&b.key, b.time)));
    for group in entries.chunk_by_mut(|a, b| a.key == b.key) {
        let (first, last) = (group.iter().find_map(|entry| entry.time), group.last().and_then(|entry| entry.time));
        if first == last {
            for entry in group {
                entry.time = last;
            }
        }
    }
}

fn tellings_of(told: &[(Option<i32>, u32, EventId)]) -> (Vec<Telling>, Vec<EventId>) {
    let mut tellings = Vec::new();
    let mut events = Vec::with_capacity(told.len());
    for group in told.chunk_by(|a, b| (a.0, a.1) == (b.0, b.1)) {
        let Some((reported, value, _)) = group.first().copied() else { continue };
        let start = u32::try_from(events.len()).unwrap_or(u32::MAX);
        events.extend(group.iter().map(|(_, _, event)| *event));
        tellings.push(Telling { value, reported, events: (start, u32::try_from(events.len()).unwrap_or(u32::MAX)) });
    }
    (tellings, events)
}

/// Old and new values that only a change tells, and no statement of its own.
fn add_untold(announcement: &Announcement, values: &mut Vec<Value>) {
    for change in announcement.changes.iter().filter(|change| change.kind.is_change()) {
        let ends = [(&change.from, change.from_event, Role::Was), (&change.to, change.to_event, Role::Told)];
        for (claim, event, role) in ends {
            let Some(claim) = claim else { continue };
            if values.iter().any(|value| value.claimed.is_some_and(|known| same_value(&known, &claim.date))) {
                continue;
            }
            let Some(event) = event.or_else(|| change.after.first().copied()) else { continue };
            let is_now = announcement.current.as_ref().is_some_and(|current| same_value(&current.date, &claim.date));
            values.push(Value { claimed: Some(claim.date), role: if is_now { Role::Now } else { role }, event });
        }
    }
}

/// Whether two dates are the same value: the same days, and no two different clock times.
pub fn same_value(a: &ClaimedDate, b: &ClaimedDate) -> bool {
    let time = |claimed: &ClaimedDate| claimed.clock.map(|clock| (clock.hour, clock.minute));
    a.when == b.when && (a.clock.is_none() || b.clock.is_none() || time(a) == time(b))
}

fn role_of(timeline: &Timeline, announcement: &Announcement, claimed: Option<&ClaimedDate>, group: &[Entry]) -> Role {
    let events: Vec<&Event> = group.iter().filter_map(|entry| timeline.events.get(entry.event as usize)).collect();
    let words = events.iter().find_map(|event| event.value_text.as_deref());
    let is = |claim: Option<&Claim>, other: Option<&str>| match (claimed, claim) {
        (Some(a), Some(b)) => same_value(a, &b.date),
        (None, None) => words.zip(other).is_some_and(|(a, b)| folded_words(a) == folded_words(b)),
        _ => false,
    };
    let all = |status| !events.is_empty() && events.iter().all(|event| event.status == status);
    let in_conflict = announcement.changes.iter().any(|change| {
        change.kind == ChangeKind::Conflict
            && (is(change.from.as_ref(), change.from_text.as_deref()) || is(change.to.as_ref(), change.to_text.as_deref()))
    });
    let is_now = is(announcement.current.as_ref(), announcement.current_text.as_deref());
    let replaced =
        announcement.changes.iter().any(|change| change.kind.is_change() && is(change.from.as_ref(), change.from_text.as_deref()));
    match () {
        () if in_conflict => Role::Disputed,
        () if is_now => Role::Now,
        () if replaced || all(Status::Superseded) => Role::Was,
        () if all(Status::Denied) => Role::Denied,
        () if all(Status::Rumoured) => Role::Rumoured,
        () if is_coarser(claimed, announcement) => Role::LessExact,
        () => Role::Told,
    }
}

/// Whether it says in fewer words what holds, or what once did: "in April" beside 24 and 25 April.
fn is_coarser(claimed: Option<&ClaimedDate>, announcement: &Announcement) -> bool {
    let Some(outer) = claimed.and_then(ClaimedDate::range) else { return false };
    let changes = announcement.changes.iter().filter(|change| change.kind.is_change());
    let known = changes.flat_map(|change| change.from.iter().chain(&change.to)).chain(&announcement.current);
    known.filter_map(|claim| claim.date.range()).any(|inner| inner.refines(outer))
}
