//! What list and date history show of a story: cards in order, ways of dates. A long story's are put together by a
//! thread of their own, so that no letter typed waits for them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::settings::{Look, Settings};
use super::state::State;
use super::worker::{Job, Task};
use crate::timeline::AnnouncementId;
use crate::view::cloud::Cloud;
use crate::view::history::{MOST_DOTS, MOST_WAYS, Way, points, way_of};
use crate::view::row::{CardOrder, column_width};
use crate::view::{Arrange, Group, Lanes, Ledger, Rows};

/// More cards than this are put together by the other thread.
pub(super) const MOST_SIFTED_HERE: usize = 10_000;

/// The order of all cards of a story, with the story it was made from.
pub type Cards = (Arc<Ledger>, Arc<CardOrder>);

/// What is to be put together, from what.
#[derive(Clone, Debug)]
pub struct Sieve {
    ledger: Arc<Ledger>,
    shown: Vec<bool>,
    announcements: Vec<AnnouncementId>,
    look: Look,
    arrange: Arrange,
    is_newest_first: bool,
    has_quotes: bool,
    folded: BTreeSet<Group>,
    column: f32,
    cards: Option<Cards>,
}

/// What was put together.
#[derive(Clone, Debug, Default)]
pub struct Sifted {
    /// The story it was made from.
    pub ledger: Arc<Ledger>,
    /// The cards of the list.
    pub rows: Rows,
    /// The ways of the dates.
    pub ways: Vec<Way>,
    /// Their dots run together where there are more than can be told apart.
    pub cloud: Cloud,
    /// The order of all cards, for the next time.
    pub cards: Option<Cards>,
}

impl Sieve {
    /// For what is shown of a story now; `cards` is the order made before, and `width` that of the view.
    pub(super) fn new(
        ledger: &Arc<Ledger>,
        (shown, lanes): (&[bool], &Lanes),
        settings: &Settings,
        (cards, width): (Option<Cards>, f32),
    ) -> Self {
        let is_history = settings.look == Look::DateHistory;
        Self {
            ledger: Arc::clone(ledger),
            shown: shown.to_vec(),
            announcements: if is_history { lanes.announcements().collect() } else { Vec::new() },
            look: settings.look,
            arrange: settings.arrange,
            is_newest_first: settings.is_newest_first,
            has_quotes: settings.has_quotes,
            folded: settings.folded.clone(),
            column: column_width(width),
            cards,
        }
    }

    /// Whether it is too much for a frame.
    pub(super) fn is_long(&self) -> bool {
        self.look != Look::Timeline && self.ledger.n_cards() > MOST_SIFTED_HERE
    }

    /// Puts it together.
    pub fn sift(self) -> Sifted {
        let mut sifted = Sifted { ledger: Arc::clone(&self.ledger), cards: self.cards.clone(), ..Sifted::default() };
        match self.look {
            Look::Timeline => {}
            Look::List => {
                let cards = self.card_order();
                sifted.rows = Rows::of(&cards, &self.shown, self.has_quotes, &self.folded);
                sifted.cards = Some((self.ledger, cards));
            }
            Look::DateHistory => {
                sifted.ways = self.announcements.iter().take(MOST_WAYS).filter_map(|id| way_of(&self.ledger, *id)).collect();
                sifted.cloud = self.cloud();
                if self.is_long() {
                    sifted.cloud.count_all();
                }
            }
        }
        sifted
    }

    /// Sorted anew only for another story or another order; quotes are set anew for another width.
    fn card_order(&self) -> Arc<CardOrder> {
        match &self.cards {
            Some((ledger, cards)) if Arc::ptr_eq(ledger, &self.ledger) && cards.is_by(self.arrange, self.is_newest_first) => {
                if cards.is_in(self.column) {
                    Arc::clone(cards)
                } else {
                    Arc::new(CardOrder::clone(cards).in_column(&self.ledger, self.column))
                }
            }
            _ => Arc::new(CardOrder::of(&self.ledger, (self.arrange, self.is_newest_first), self.column)),
        }
    }

    fn cloud(&self) -> Cloud {
        let tracks = self.announcements.iter().filter_map(|id| Some(self.ledger.at(*id)?.1));
        #[expect(clippy::cast_possible_truncation, reason = "days of the calendar")]
        let days = tracks.flat_map(points).map(|point| (point.reported.floor() as i32, point.claimed.floor() as i32));
        let days: Vec<(i32, i32)> = days.collect();
        if days.len() > MOST_DOTS { Cloud::of(days) } else { Cloud::default() }
    }
}

/// How cards and ways were put together last, and what is waited for.
#[derive(Clone, Debug, Default)]
pub(super) struct Sifting {
    /// The asking whose answer is waited for.
    waits_for: Option<u64>,
    turn: u64,
    job: Option<Job>,
    /// The story that they were put together from.
    from: Arc<Ledger>,
    cards: Option<Cards>,
}

impl State {
    /// Puts cards and ways together, or asks for them; what was shown of the same story stays until they are there.
    pub(super) fn sift(&mut self) {
        let sieve = Sieve::new(&self.ledger, (&self.shown, &self.lanes), &self.settings, (self.sifting.cards.clone(), self.size.0));
        self.sifting.turn += 1;
        self.sifting.waits_for = sieve.is_long().then_some(self.sifting.turn);
        if self.sifting.waits_for.is_none() {
            return self.take_in_sifted(sieve.sift());
        }
        let is_same_story = Arc::ptr_eq(&self.sifting.from, &self.ledger);
        if !is_same_story || self.settings.look != Look::List {
            self.rows = Rows::default();
        }
        if !is_same_story || self.settings.look != Look::DateHistory {
            (self.ways, self.cloud) = (Vec::new(), Cloud::default());
        }
        self.sifting.job = Some(Job { generation: self.generation, task: Task::Sift(Box::new(sieve), self.sifting.turn) });
    }

    fn take_in_sifted(&mut self, sifted: Sifted) {
        self.sifting.waits_for = None;
        (self.sifting.from, self.sifting.cards, self.rows) = (sifted.ledger, sifted.cards, sifted.rows);
        (self.ways, self.cloud) = (sifted.ways, sifted.cloud);
    }

    /// Takes in what was put together by the other thread, where it is what was asked for last.
    pub(super) fn sifted(&mut self, sifted: Sifted, turn: u64) {
        if self.sifting.waits_for == Some(turn) {
            let was_empty = self.rows.rows.is_empty();
            self.take_in_sifted(sifted);
            self.scroll_to(self.scroll);
            if was_empty {
                self.reveal();
            }
        }
    }

    /// What was asked of the other thread counts no more: it is asked again where it is still looked for.
    pub(super) fn sift_again(&mut self) {
        if self.is_sifting() {
            self.sift();
        }
    }

    /// Whether cards or ways of a long story are being put together.
    pub const fn is_sifting(&self) -> bool {
        self.sifting.waits_for.is_some()
    }

    /// What the other thread must put together, once.
    pub const fn take_sift_job(&mut self) -> Option<Job> {
        self.sifting.job.take()
    }
}
