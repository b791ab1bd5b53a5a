//! Days that are none of anything announced: of an anniversary, of an edition, of the page itself.

use std::ops::Range;

use super::Scene;
use crate::events::words::WORDS;
use crate::text::is_year;

impl Scene<'_, '_> {
    /// "will celebrate its 35th anniversary on | January 26": no day of anything announced.
    pub(super) fn is_anniversary(&self, start: usize) -> bool {
        let word = |n: usize| self.page.word_left(start, n);
        let at = usize::from(matches!(word(1), "on" | "this" | "in")) + 1;
        let celebrates =
            |at: usize| matches!(self.page.word(at), "celebrate" | "celebrates" | "celebrated" | "mark" | "marks" | "turn" | "reach");
        matches!(word(at), "anniversary" | "birthday") && (start.saturating_sub(9)..start).any(celebrates)
    }

    /// "The 2022 Harbours have been postponed", "The 1987 have announced", "the first big release of the year", "in time for
    /// Christmas": which or what for, and not when.
    pub(super) fn says_which(&self, tokens: &Range<usize>) -> bool {
        let (page, names) = (self.page, self.resolver.names());
        let left = |n: usize| page.word(tokens.start.wrapping_sub(n));
        // "just in time for Christmas": some day before it
        if (left(3), left(2), left(1)) == ("in", "time", "for") {
            return true;
        }
        // "unlike last year’s ceremony": another edition
        let is_edition = tokens.len() == 2 && page.word(tokens.start) == "last" && matches!(page.word(tokens.start + 1), "year" | "season");
        if is_edition && page.owns_at(tokens.end) {
            return true;
        }
        if tokens.len() == 2 && page.word(tokens.start) == "the" {
            let period = page.word(tokens.start + 1);
            let is_of = left(1) == "of" && matches!(period, "year" | "decade" | "century" | "season" | "summer");
            // "giving the weekend to another film"
            return is_of || matches!(period, "weekend" | "week" | "day") && WORDS.takes_days.contains(left(1));
        }
        if tokens.len() != 1 {
            return false;
        }
        let is_led = || tokens.start.checked_sub(1).is_some_and(|the| page.word(the) == "the");
        let is_year_of_name =
            is_year(page.raw(tokens.start)) && page.is_capital(tokens.end) && is_led() && names.covering(tokens.end).is_some();
        is_year_of_name || names.covering(tokens.start).is_some_and(|act| act.first + 1 == tokens.start && page.raw(act.first) == "The")
    }
}
