//! A day that is only denied: it will not be that one, or not before that one.

use super::Story;
use super::stated::DELAYS;
use crate::civil::calendar::days_between;
use crate::events::Kind;
use crate::events::fact::{Fact, Value};

impl Story<'_> {
    /// "won’t be kicking off the next leg until late next year", where the article tells of a delay: later than it was to.
    pub(super) fn waits_until(&self, fact: &Fact) -> bool {
        let Some((first, end)) = fact.group.filter(|_| fact.value == Value::New && fact.happens.is_some()) else { return false };
        let is_denied = (first..end).any(|at| matches!(self.page.word(at), "not" | "t" | "wont"));
        let is_until =
            fact.claim.as_ref().and_then(|claim| claim.expression).is_some_and(|words| words.of(self.page.text).starts_with("until"));
        let is_ahead = fact.claim.as_ref().is_some_and(|claim| self.is_ahead(claim));
        let tells_delay = DELAYS.iter().any(|words| self.page.has_word(words)) || self.page.has_word("pushed back");
        is_denied && is_until && is_ahead && tells_delay && self.can_change() && self.page.is_in_lead(fact.sentence) && !fact.is_unsure
    }

    /// "suspended filming last month": known by now.
    pub(super) fn was_halted(&self, fact: &Fact) -> bool {
        /// A halt is news for so many days.
        const NEWS_DAYS: i64 = 7;
        let gone = fact.told_on.zip(self.page.article.report_day()).map(|(told, reported)| days_between(told, reported));
        self.identity.kind == Kind::Production && gone.is_some_and(|gone| gone > NEWS_DAYS)
    }

    /// "will no longer come out on March 24", and no other day is told.
    pub(super) fn is_no_longer(&self, fact: &Fact) -> bool {
        let says_so = |(first, end): (usize, usize)| (first..end).any(|at| self.page.word(at) == "longer");
        let is_ahead = fact.claim.as_ref().is_some_and(|claim| claim.date.first().is_some() && self.is_ahead(claim));
        // "has postponed the film", further on: told in so many words
        let is_told = self.members.iter().any(|other| other.cue.is_some_and(|(cue, _)| cue.unsettles()));
        is_ahead
            && !is_told
            && !fact.is_possible
            && fact.cue.is_none()
            && fact.group.is_some_and(says_so)
            && self.can_change()
            && !self.has_later_plan(fact)
    }
}
