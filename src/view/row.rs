//! The cards of the list, under headings of days, months or whatever the words named.

use std::collections::BTreeSet;

use super::axis::{day_at, place};
use super::detail::sentences_of;
use super::labels::{DateStyle, Length, claimed_text, counted, day_full};
use super::lane::{Arrange, Group, rows_between, tops_of};
use super::ledger::{Ledger, Role, Telling, Track, Value, same_value};
use super::measure::{Weight, n_lines};
use super::quote::{Mark, marks_of, pieces_of};
use super::words;
use crate::civil::{ClaimedDate, When};
use crate::events::{Facet, Status};
use crate::timeline::{Announcement, AnnouncementId, Change, ChangeKind, EventId};

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
    /// Lines of each quote it shows; none where it shows no quote.
    pub quote_lines: [u8; MOST_QUOTES],
    /// Whether it tells a change.
    pub is_change: bool,
}

/// Height of a heading.
pub const HEADING_HEIGHT: f32 = 44.0;
/// Height of the line that folds statements made in passing.
pub const FOLD_HEIGHT: f32 = 34.0;
/// Height of a card without its quotes.
pub const CARD_HEIGHT: f32 = 70.0;
/// Height of the line above a quote that says who said it.
pub const WITNESS_HEIGHT: f32 = 20.0;
/// Height of one line of a quote.
pub const QUOTE_LINE_HEIGHT: f32 = 20.0;
/// Free space below a quote.
pub const QUOTE_GAP: f32 = 8.0;
/// Size of the letters of a quote.
pub const QUOTE_SIZE: f32 = 14.0;
/// A quote has no more lines than this.
const MOST_LINES: usize = 4;
/// A card is no wider than a column that can be read.
const WIDEST_CARD: f32 = 860.0;
/// Free space on both sides of the column.
const COLUMN_MARGINS: f32 = 42.0;
/// A quote stands so far within its card, both sides together.
pub const QUOTE_INDENT: f32 = 44.0;
/// A card shows no more quotes than this.
pub const MOST_QUOTES: usize = 2;

impl Row {
    /// Height in points.
    pub fn height(&self) -> f32 {
        match self {
            Self::Heading(..) => HEADING_HEIGHT,
            Self::Background(_) => FOLD_HEIGHT,
            Self::Card(card) => {
                let quotes: f32 = card.quote_lines.iter().map(|n_lines| quote_height(*n_lines)).sum();
                CARD_HEIGHT + quotes + if card.is_change { 24.0 } else { 0.0 }
            }
        }
    }
}

/// Height of a quote of so many lines, with the line above it; nothing where there is none.
pub fn quote_height(n_lines: u8) -> f32 {
    if n_lines == 0 { 0.0 } else { WITNESS_HEIGHT + f32::from(n_lines) * QUOTE_LINE_HEIGHT + QUOTE_GAP }
}

/// Width of the cards in a list of that width.
pub fn column_width(list: f32) -> f32 {
    WIDEST_CARD.min(list - COLUMN_MARGINS)
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

type CardPlace = (AnnouncementId, u32);

/// A card with the heading it stands under.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Placed {
    heading: Heading,
    card: Card,
    is_background: bool,
}

/// Every card of a story in the order of the list: put together once, so that a letter typed only leaves some out.
#[derive(Clone, Debug, PartialEq)]
pub struct CardOrder {
    by: (Arrange, bool),
    /// Width of the cards their quotes are set for.
    column: f32,
    cards: Vec<Placed>,
}

impl CardOrder {
    /// First day, last day, report day; what has none comes last in either direction. `column` is the width of the cards.
    pub fn of(ledger: &Ledger, (arrange, is_newest_first): (Arrange, bool), column: f32) -> Self {
        let tracks = (0_u32..).zip(&ledger.tracks);
        let mut cards: Vec<CardPlace> =
            tracks.flat_map(|(id, track)| (0_u32..).zip(&track.tellings).map(move |(telling, _)| (id, telling))).collect();
        sort_cards(ledger, &mut cards, arrange, is_newest_first);
        let placed = cards.into_iter().map(|card| Placed {
            heading: heading_of(ledger, card, arrange),
            card: card_of(ledger, card, column),
            is_background: is_background(ledger, card),
        });
        Self { by: (arrange, is_newest_first), column, cards: placed.collect() }
    }

    /// The same cards in another width.
    #[must_use]
    pub fn in_column(mut self, ledger: &Ledger, column: f32) -> Self {
        self.column = column;
        for placed in &mut self.cards {
            placed.card = card_of(ledger, (placed.card.announcement, placed.card.telling), column);
        }
        self
    }

    /// Whether its quotes are set for cards of that width.
    pub fn is_in(&self, column: f32) -> bool {
        (self.column - column).abs() < 0.5
    }

    /// Whether this is the order asked for.
    pub fn is_by(&self, arrange: Arrange, is_newest_first: bool) -> bool {
        self.by == (arrange, is_newest_first)
    }
}

impl Rows {
    /// The cards of the announcements that are shown.
    pub fn of(cards: &CardOrder, shown: &[bool], has_quotes: bool, folded: &BTreeSet<Group>) -> Self {
        let is_shown = |placed: &&Placed| shown.get(placed.card.announcement as usize).copied().unwrap_or(false);
        let hides_background = folded.contains(&Group::Background);
        let mut rows: Vec<Row> = Vec::with_capacity(cards.cards.len() + cards.cards.len() / 4);
        let (mut n_cards, mut heading_at, mut n_passing) = (0, None, 0);
        for placed in cards.cards.iter().filter(is_shown) {
            match heading_at.and_then(|at: usize| rows.get_mut(at)) {
                Some(Row::Heading(heading, n)) if *heading == placed.heading => *n += 1,
                _ => {
                    rows.extend(fold_of(&mut n_passing));
                    heading_at = Some(rows.len());
                    rows.push(Row::Heading(placed.heading, 1));
                }
            }
            if hides_background && placed.is_background {
                n_passing += 1;
                continue;
            }
            n_cards += 1;
            let quote_lines = if has_quotes { placed.card.quote_lines } else { [0; MOST_QUOTES] };
            rows.push(Row::Card(Card { quote_lines, ..placed.card }));
        }
        rows.extend(fold_of(&mut n_passing));
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

/// The line that folds what was said in passing under a heading, where there is any.
fn fold_of(n_passing: &mut u32) -> Option<Row> {
    let n = std::mem::take(n_passing);
    (n > 0).then_some(Row::Background(n))
}

fn telling(ledger: &Ledger, (announcement, telling): CardPlace) -> Option<&Telling> {
    ledger.tracks.get(announcement as usize)?.tellings.get(telling as usize)
}

fn claimed(ledger: &Ledger, card: CardPlace) -> Option<ClaimedDate> {
    let track = ledger.tracks.get(card.0 as usize)?;
    track.value_of(telling(ledger, card)?)?.claimed
}

fn is_background(ledger: &Ledger, card: CardPlace) -> bool {
    ledger.timeline.announcements.get(card.0 as usize).is_some_and(|announcement| announcement.is_background)
}

fn sort_cards(ledger: &Ledger, cards: &mut [CardPlace], arrange: Arrange, is_newest_first: bool) {
    let flip = |day: i32| if is_newest_first { -day } else { day };
    let calm = |card: CardPlace| ledger.timeline.announcements.get(card.0 as usize).is_some_and(|a| !a.is_changed());
    // of what was reported on a day, the change comes before the old value that was told with it
    let is_plain = |card: CardPlace| change_told(ledger, card).is_none();
    cards.sort_by_cached_key(|card| {
        let reported = telling(ledger, *card).and_then(|told| told.reported);
        match arrange {
            Arrange::Reported => (reported.map_or((1, 0, 0), |day| (0, flip(day), 0)), (calm(*card), card.0, is_plain(*card)), 0, *card),
            Arrange::Claimed => {
                let date = claimed(ledger, *card);
                let first = date.and_then(|date| date.first().or(date.last())).map(place);
                let last = date.and_then(|date| date.last()).map_or(i32::MAX, place);
                let recurring = i32::from(date.is_none());
                (first.map_or((1, recurring, 0), |day| (0, flip(day), last)), (calm(*card), 0, false), reported.unwrap_or(i32::MAX), *card)
            }
        }
    });
}

fn heading_of(ledger: &Ledger, card: CardPlace, arrange: Arrange) -> Heading {
    match arrange {
        Arrange::Reported => Heading::Reported(telling(ledger, card).and_then(|told| told.reported)),
        Arrange::Claimed => Heading::Claimed(claimed(ledger, card).map(|date| date.when)),
    }
}

fn card_of(ledger: &Ledger, place: CardPlace, column: f32) -> Card {
    let told = telling(ledger, place).zip(ledger.tracks.get(place.0 as usize));
    let events = told.map_or(&[][..], |(told, track)| track.events_of(told));
    let is_change = change_told(ledger, place).is_some();
    let was = told.and_then(|(told, track)| track.value_of(told)).is_some_and(|value| value.role == Role::Was);
    let mut quote_lines = [0; MOST_QUOTES];
    for (n_lines, event) in quote_lines.iter_mut().zip(quotes_by_article(ledger, events)) {
        *n_lines = lines_of(ledger, event, was && !is_change, column - QUOTE_INDENT);
    }
    Card { announcement: place.0, telling: place.1, quote_lines, is_change }
}

/// Lines that a quote needs in that width.
fn lines_of(ledger: &Ledger, event: EventId, is_old: bool, width: f32) -> u8 {
    let Some((event, article)) = super::detail::event_of(ledger, event) else { return 1 };
    let pieces = pieces_of(&article.text, event.quote, &marks_of(event, is_old));
    let weighed = pieces.iter().map(|(words, mark)| (words.as_str(), if *mark == Mark::Date { Weight::Bold } else { Weight::Plain }));
    u8::try_from(n_lines(weighed, QUOTE_SIZE, width).min(MOST_LINES)).unwrap_or(1)
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
        let tells = |event: &EventId| events.contains(event);
        // where several values were told with it, it is the one that has the new value
        let is_its =
            change.to_event.as_ref().filter(|event| change.after.contains(event)).map_or_else(|| change.after.iter().any(tells), tells);
        told.reported == Some(place(change.reported)) && role != Some(Role::Was) && is_its
    })
}

/// The words of a heading: "Thu 21 Apr 2022", "April 2022", "every Sat and Sun", "No date given".
pub fn heading_text(heading: Heading, style: DateStyle) -> String {
    match heading {
        Heading::Reported(Some(day)) => day_full(day_at(f64::from(day)), style),
        Heading::Reported(None) => "Report date not known".to_owned(),
        Heading::Claimed(Some(when)) => super::detail::capitalised(&claimed_text(&ClaimedDate { when, clock: None }, style, Length::Full)),
        Heading::Claimed(None) => "No date given".to_owned(),
    }
}

/// What a card says beside its quotes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardText {
    /// "Lantern Bay OST".
    pub subject: String,
    /// "release".
    pub kind: String,
    /// "2 articles · 7 sentences".
    pub count: String,
    /// The value told.
    pub value: String,
    /// The value it replaced, where this card tells a change.
    pub was: Option<String>,
    /// Whether both values are said, and neither replaced the other.
    pub is_conflict: bool,
    /// Whether the value told no longer holds.
    pub is_gone: bool,
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
    // a clock time only where a sentence of this card has it
    let mut claims = events.iter().filter_map(|event| ledger.timeline.events.get(*event as usize)?.claim.as_ref());
    let has_clock = claims.any(|claim| claim.date.clock.is_some());
    let claimed = value.claimed.map(|date| if has_clock { date } else { ClaimedDate { clock: None, ..date } });
    let words_of_value = event.and_then(|event| event.value_text.clone());
    let value_text = match (change, claimed, words_of_value) {
        (Some(change), _, _) => words::to_text(change, style, Length::Full),
        (None, Some(date), None) => claimed_text(&date, style, Length::Full),
        (None, Some(date), Some(text)) => format!("{text}, {}", claimed_text(&date, style, Length::Full)),
        (None, None, Some(text)) => text,
        (None, None, None) => event.map_or("no date given", |event| event.status.shown()).to_owned(),
    };
    let is_conflict = change.is_some_and(|change| change.kind == ChangeKind::Conflict);
    let n_own = sentences_of(ledger, events).len();
    let (n_articles, n_sentences) = match change.filter(|_| is_conflict) {
        Some(change) => {
            (ledger.timeline.witnesses(change).articles.len(), sentences_of(ledger, change.before.iter().chain(&change.after)).len())
        }
        None => (ledger.timeline.articles_of(events).len(), n_own),
    };
    let mut quotes = quotes_by_article(ledger, events);
    quotes.truncate(card.quote_lines.iter().filter(|n_lines| **n_lines > 0).count());
    Some(CardText {
        subject: words::subject_text(announcement),
        kind: words::kind_text(announcement),
        count: format!("{} · {}", counted(n_articles, "article"), counted(n_sentences, "sentence")),
        was: change.map(|change| words::from_text(change, style, Length::Full)),
        is_conflict,
        is_gone: value.role == Role::Was && change.is_none(),
        change: change.map(|change| change_and_basis(change, n_articles, style)),
        // what has neither date nor words is told by its status alone
        standing: standing(ledger, (announcement, track), (told, value), style).filter(|standing| *standing != value_text),
        n_more: n_own.saturating_sub(quotes.len()),
        value: value_text,
        quotes,
    })
}

/// "1 day earlier, the article says so"; without what the new value says already.
fn change_and_basis(change: &Change, n_articles: usize, style: DateStyle) -> String {
    let basis = words::basis_words(change.basis, n_articles);
    if words::says_more(change, style) {
        format!("{}, {basis}", words::change_text(change, style))
    } else {
        super::detail::capitalised(basis)
    }
}

/// The change that replaced a value: the last that led away from it, else the first that was told after it.
fn replaced_by<'a>(announcement: &'a Announcement, (told, value): (&Telling, &Value)) -> Option<&'a Change> {
    let left = |change: &Change| {
        let from = change.from.as_ref().map(|claim| &claim.date);
        from.zip(value.claimed.as_ref()).is_some_and(|(from, claimed)| same_value(from, claimed))
    };
    let changes = || words::seen_changes(announcement).map(|(_, change)| change);
    let last = changes().rfind(|change| left(change));
    last.or_else(|| changes().find(|change| Some(place(change.reported)) >= told.reported))
}

fn standing(
    ledger: &Ledger,
    (announcement, track): (&Announcement, &Track),
    (told, value): (&Telling, &Value),
    style: DateStyle,
) -> Option<String> {
    match value.role {
        Role::Was => {
            let change = replaced_by(announcement, (told, value));
            let why = change.map(|change| {
                // the day on which it was told itself needs no telling
                let day = (told.reported != Some(place(change.reported))).then(|| super::labels::day_short(change.reported, style));
                let reported = day.map(|day| format!(", reported {day}")).unwrap_or_default();
                format!(": {}{reported}", words::led_away_text(change, style))
            });
            Some(format!("{}{}", if is_told_after(told, change) { "the old date" } else { "no longer valid" }, why.unwrap_or_default()))
        }
        Role::Disputed => Some("sources disagree".to_owned()),
        Role::LessExact => Some("less exact".to_owned()),
        Role::Rumoured => Some("rumoured".to_owned()),
        Role::Denied => Some("denied".to_owned()),
        Role::Now | Role::Told => {
            let said = track.events_of(told).iter().filter_map(|event| ledger.timeline.events.get(*event as usize));
            let statuses: Vec<Status> = said.map(|event| event.status).collect();
            // of one report day what took place is the news of it
            let status = statuses.iter().find(|status| **status == Status::Happened).or(statuses.first())?;
            let is_plain = announcement.facet == Facet::When || announcement.changes.is_empty();
            (is_plain || *status == Status::Happened).then(|| status.shown().to_owned())
        }
    }
}

/// Whether an article tells a value after the change that led away from it was told: it is behind, and overruled by nothing
/// newer.
pub fn is_behind(announcement: &Announcement, (told, value): (&Telling, &Value)) -> bool {
    value.role == Role::Was && is_told_after(told, replaced_by(announcement, (told, value)))
}

fn is_told_after(told: &Telling, change: Option<&Change>) -> bool {
    change.is_some_and(|change| told.reported > Some(place(change.reported)))
}

/// One event an article first, then the rest; headings last.
fn quotes_by_article(ledger: &Ledger, events: &[EventId]) -> Vec<EventId> {
    if events.len() < 2 {
        return events.to_vec();
    }
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
