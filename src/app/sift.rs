//! What list and date history show of a story: cards in order, ways of dates. A long story's are put together by a
//! thread of their own, so that no letter typed waits for them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::settings::{Look, Settings};
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
