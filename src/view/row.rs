//! The cards of the list, under headings of days, months or whatever the words named.

use std::collections::BTreeSet;

use super::axis::{day_at, place};
use super::labels::{DateStyle, Length, claimed_text, counted, day_full};
use super::lane::{Arrange, Group, rows_between, tops_of};
use super::ledger::{Ledger, Role, Telling};
use super::words;
use crate::civil::{ClaimedDate, When};
use crate::timeline::{AnnouncementId, Change, EventId};

/// What a heading stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Heading {
    /// A report day; `None` for articles without one.
    Reported(Option<i32>),
    /// A claimed date as exact as it was said, without clock time; `None` where there is none.
    Claimed(Option<When>),
}

/// One line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Row {
    /// A heading with the number of cards under it.
    Heading(Heading, u32),
    /// One announcement, one value, one report day.
    Card(Card),
    /// Statements made in passing under this heading, folded away.
    Background(u32),
}

/// Which card.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Card {
    /// Whose.
    pub announcement: AnnouncementId,
    /// Index into the track's tellings.
    pub telling: u32,
    /// How many quotes it shows.
    pub n_quotes: u8,
    /// Whether it tells a change.
    pub is_change: bool,
}

/// Height of a heading.
pub const HEADING_HEIGHT: f32 = 44.0;
/// Height of the line that folds statements made in passing.
pub const FOLD_HEIGHT: f32 = 34.0;
/// Height of a card without its quotes.
pub const CARD_HEIGHT: f32 = 70.0;
/// Height of one quote of two lines.
pub const QUOTE_HEIGHT: f32 = 62.0;
/// A card shows no more quotes than this.
pub const MOST_QUOTES: usize = 2;

impl Row {
    /// Height in points.
    pub fn height(&self) -> f32 {
        match self {
            Self::Heading(..) => HEADING_HEIGHT,
            Self::Background(_) => FOLD_HEIGHT,
            Self::Card(card) => CARD_HEIGHT + f32::from(card.n_quotes) * QUOTE_HEIGHT + if card.is_change { 24.0 } else { 0.0 },
        }
    }
}

/// The list in order, with the place of each row.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// Headings and cards.
    pub rows: Vec<Row>,
    /// Top of each row, and the end of the last.
    pub tops: Vec<f64>,
    /// How many cards, folded ones left out.
    pub n_cards: usize,
}

/// How the list is put together.
#[derive(Clone, Copy, Debug)]
pub struct ListOrder<'a> {
    /// By which date.
    pub arrange: Arrange,
    /// Newest first.
    pub is_newest_first: bool,
    /// With quotes.
    pub has_quotes: bool,
    /// Groups folded away.
    pub folded: &'a BTreeSet<Group>,
}

impl Rows {
    /// The cards of the announcements that are shown.
    pub fn of(ledger: &Ledger, shown: &[bool], order: ListOrder<'_>) -> Self {
        let mut cards = cards_of(ledger, shown);
        sort_cards(ledger, &mut cards, order);
        let hides_background = order.folded.contains(&Group::Background);
        let mut rows = Vec::with_capacity(cards.len() + cards.len() / 4);
        let mut n_cards = 0;
        for group in cards.chunk_by(|a, b| heading_of(ledger, *a, order.arrange) == heading_of(ledger, *b, order.arrange)) {
            let Some(first) = group.first() else { continue };
            rows.push(Row::Heading(heading_of(ledger, *first, order.arrange), u32::try_from(group.len()).unwrap_or(u32::MAX)));
            let (passing, news): (Vec<_>, Vec<_>) = group.iter().partition(|card| hides_background && is_background(ledger, **card));
            n_cards += news.len();
            rows.extend(news.into_iter().map(|(announcement, telling)| Row::Card(card_of(ledger, announcement, telling, order))));
            if !passing.is_empty() {
                rows.push(Row::Background(u32::try_from(passing.len()).unwrap_or(u32::MAX)));
            }
        }
        let tops = tops_of(rows.iter().map(Row::height));
        Self { rows, tops, n_cards }
    }

    /// Height of all rows.
    pub fn height(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Indices of the rows between two heights.
    pub fn between(&self, top: f64, bottom: f64) -> std::ops::Range<usize> {
        rows_between(&self.tops, top, bottom)
    }
}

type Place = (AnnouncementId, u32);

fn cards_of(ledger: &Ledger, shown: &[bool]) -> Vec<Place> {
    let tracks = (0_u32..).zip(&ledger.tracks).filter(|(id, _)| shown.get(*id as usize).copied().unwrap_or(false));
    tracks.flat_map(|(id, track)| (0_u32..).zip(&track.tellings).map(move |(telling, _)| (id, telling))).collect()
}

fn telling(ledger: &Ledger, (announcement, telling): Place) -> Option<&Telling> {
    ledger.tracks.get(announcement as usize)?.tellings.get(telling as usize)
}

fn claimed(ledger: &Ledger, card: Place) -> Option<ClaimedDate> {
    let track = ledger.tracks.get(card.0 as usize)?;
    track.value_of(telling(ledger, card)?)?.claimed
}

fn is_background(ledger: &Ledger, card: Place) -> bool {
    ledger.timeline.announcements.get(card.0 as usize).is_some_and(|announcement| announcement.is_background)
}

/// First day, last day, report day; what has none comes last in either direction.
fn sort_cards(ledger: &Ledger, cards: &mut [Place], order: ListOrder<'_>) {
    let flip = |day: i32| if order.is_newest_first { -day } else { day };
    let calm = |card: Place| ledger.timeline.announcements.get(card.0 as usize).is_some_and(|a| !a.is_changed());
    cards.sort_by_cached_key(|card| {
        let reported = telling(ledger, *card).and_then(|told| told.reported);
        match order.arrange {
            Arrange::Reported => (reported.map_or((1, 0, 0), |day| (0, flip(day), 0)), calm(*card), 0, *card),
            Arrange::Claimed => {
                let date = claimed(ledger, *card);
                let first = date.and_then(|date| date.first().or(date.last())).map(place);
                let last = date.and_then(|date| date.last()).map_or(i32::MAX, place);
                let recurring = i32::from(date.is_none());
                (first.map_or((1, recurring, 0), |day| (0, flip(day), last)), calm(*card), reported.unwrap_or(i32::MAX), *card)
            }
        }
    });
}

fn heading_of(ledger: &Ledger, card: Place, arrange: Arrange) -> Heading {
    match arrange {
        Arrange::Reported => Heading::Reported(telling(ledger, card).and_then(|told| told.reported)),
        Arrange::Claimed => Heading::Claimed(claimed(ledger, card).map(|date| date.when)),
    }
}

fn card_of(ledger: &Ledger, announcement: AnnouncementId, idx: u32, order: ListOrder<'_>) -> Card {
    let n_events = telling(ledger, (announcement, idx)).map_or(0, |told| told.events.1 - told.events.0);
    let most = if order.has_quotes { u32::try_from(MOST_QUOTES).unwrap_or(0) } else { 0 };
    let n_quotes = u8::try_from(n_events.min(most)).unwrap_or(0);
    let is_change = change_told(ledger, (announcement, idx)).is_some();
    Card { announcement, telling: idx, n_quotes, is_change }
}

/// The change that a card tells, with its index.
pub fn change_told(ledger: &Ledger, card: (AnnouncementId, u32)) -> Option<(usize, &Change)> {
    let (announcement, track) = ledger.at(card.0)?;
    if announcement.changes.is_empty() {
        return None;
    }
    let told = telling(ledger, card)?;
    let events = track.events_of(told);
    let role = track.value_of(told).map(|value| value.role);
    words::seen_changes(announcement).find(|(_, change)| {
        told.reported == Some(place(change.reported)) && role != Some(Role::Was) && change.after.iter().any(|event| events.contains(event))
    })
}

/// The words of a heading: "Thu 21 Apr 2022", "April 2022", "every Sat and Sun", "No date given".
pub fn heading_text(heading: Heading, style: DateStyle) -> String {
    match heading {
        Heading::Reported(Some(day)) => day_full(day_at(f64::from(day)), style),
        Heading::Reported(None) => "Report date not known".to_owned(),
        Heading::Claimed(Some(when)) => {
            let text = claimed_text(&ClaimedDate { when, clock: None }, style, Length::Full);
            let mut letters = text.chars();
            letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
        }
        Heading::Claimed(None) => "No date given".to_owned(),
    }
}

/// What a card says beside its quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardText {
    /// "Our Blues OST".
    pub subject: String,
    /// "release".
    pub kind: String,
    /// "2 articles · 7 sentences".
    pub count: String,
    /// The value told.
    pub value: String,
    /// The value it replaced, where this card tells a change.
    pub was: Option<String>,
    /// "1 day earlier".
    pub change: Option<String>,
    /// "no longer valid", "rumoured", "same date again".
    pub standing: Option<String>,
    /// Events whose quotes are shown.
    pub quotes: Vec<EventId>,
    /// How many further sentences tell it.
    pub n_more: usize,
}

/// Puts a card into words.
pub fn card_text(ledger: &Ledger, card: &Card, style: DateStyle) -> Option<CardText> {
    let (announcement, track) = ledger.at(card.announcement)?;
    let told = track.tellings.get(card.telling as usize)?;
    let value = track.value_of(told)?;
    let events = track.events_of(told);
    let event = ledger.timeline.events.get(value.event as usize);
    let change = change_told(ledger, (card.announcement, card.telling)).map(|(_, change)| change);
    let words_of_value = event.and_then(|event| event.value_text.clone());
    let value_text = match (change, value.claimed, words_of_value) {
        (Some(change), _, _) => words::to_text(change, style, Length::Full),
        (None, Some(date), None) => claimed_text(&date, style, Length::Full),
        (None, Some(date), Some(text)) => format!("{text}, {}", claimed_text(&date, style, Length::Full)),
        (None, None, Some(text)) => text,
        (None, None, None) => event.map_or("no date given", |event| event.status.shown()).to_owned(),
    };
    let n_articles = distinct_articles(ledger, events);
    let mut quotes = quotes_by_article(ledger, events);
    quotes.truncate(usize::from(card.n_quotes));
    Some(CardText {
        subject: words::subject_text(announcement),
        kind: words::kind_text(announcement),
        count: format!("{} · {}", counted(n_articles, "article"), counted(events.len(), "sentence")),
        value: value_text,
        was: change.map(|change| words::from_text(change, style, Length::Full)),
        change: change.map(|change| format!("{}, {}", words::change_text(change, style), change.basis.shown())),
        standing: standing(ledger, announcement, told, value.role, style),
        n_more: events.len().saturating_sub(quotes.len()),
        quotes,
    })
}

fn standing(ledger: &Ledger, announcement: &crate::timeline::Announcement, told: &Telling, role: Role, style: DateStyle) -> Option<String> {
    let track_event = |idx: usize| announcement.events.get(idx).and_then(|event| ledger.timeline.events.get(*event as usize));
    match role {
        Role::Was => {
            let change = words::seen_changes(announcement).find(|(_, c)| Some(place(c.reported)) >= told.reported).map(|(_, c)| c);
            Some(change.map_or_else(
                || "no longer valid".to_owned(),
                |change| {
                    format!(
                        "no longer valid: {}, told {}",
                        words::change_text(change, style),
                        super::labels::day_short(change.reported, style)
                    )
                },
            ))
        }
        Role::Disputed => Some("sources disagree".to_owned()),
        Role::LessExact => Some("less exact".to_owned()),
        Role::Rumoured => Some("rumoured".to_owned()),
        Role::Denied => Some("denied".to_owned()),
        Role::Now | Role::Told => {
            let status = track_event(0).map(|event| event.status.shown())?;
            announcement.changes.is_empty().then(|| status.to_owned())
        }
    }
}

fn distinct_articles(ledger: &Ledger, events: &[EventId]) -> usize {
    let articles: BTreeSet<u32> = events.iter().filter_map(|id| ledger.timeline.events.get(*id as usize)).map(|e| e.article).collect();
    articles.len()
}

/// One event an article first, then the rest; headings last.
fn quotes_by_article(ledger: &Ledger, events: &[EventId]) -> Vec<EventId> {
    let mut seen = BTreeSet::new();
    let mut first = Vec::new();
    let mut rest = Vec::new();
    for id in events {
        let Some(event) = ledger.timeline.events.get(*id as usize) else { continue };
        let is_new = event.heading == crate::events::Heading::No && seen.insert(event.article);
        if is_new { first.push(*id) } else { rest.push(*id) }
    }
    first.append(&mut rest);
    first
}
