//! Times of day that change where the day stays.

use super::Story;
use crate::events::Claim;
use crate::events::fact::{Fact, Value};

impl Story<'_> {
    /// "6:30 p.m.", "noon": no day is told.
    pub(super) fn is_hour_only(&self, claim: &Claim) -> bool {
        let words = claim.expression.map_or("", |words| words.of(self.page.text)).to_ascii_lowercase();
        let is_hour = |word: &str| {
            word.starts_with(|c: char| c.is_ascii_digit())
                || matches!(
                    word.trim_matches('.'),
                    "am" | "pm"
                        | "a.m"
                        | "p.m"
                        | "at"
                        | "noon"
                        | "midnight"
                        | "eastern"
                        | "et"
                        | "est"
                        | "pt"
                        | "kst"
                        | "gmt"
                        | "bst"
                        | "central"
                        | "pacific"
                        | "local"
                        | "time"
                        | "o'clock"
                )
        };
        !words.is_empty() && !words.contains('/') && words.split_whitespace().all(is_hour)
    }

    /// "The kickoff of the game on October 2 was shifted. … will now start at 7 p.m.": that day, told without its hour.
    pub(super) fn other_hour(&self, fact: &Fact) -> Option<Claim> {
        let claim = fact.claim.as_ref().filter(|claim| fact.value == Value::New && claim.date.clock.is_some())?;
        let is_same_day = |other: &Claim| {
            other.date.clock.is_none() && other.date.single_day().is_some() && other.date.single_day() == claim.date.single_day()
        };
        let moves = |fact: &Fact| fact.cue.is_some_and(|(cue, _)| cue.moves());
        let told = self.members.iter().filter(|other| other.at < fact.at && moves(other));
        told.filter_map(|other| other.claim.clone()).find(is_same_day)
    }
}
