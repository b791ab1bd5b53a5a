//! Where an aside before the verb ends: what a participle tells, what another clause dates.

use super::Clause;
use crate::events::clause::Group;
use crate::events::grammar::is_light;

impl Clause<'_, '_> {
    /// Whether the verb stands behind an aside that a participle opens, ", axed in July over money,".
    pub(super) fn closes_participle(&self) -> bool {
        let is_behind_comma = |group: &Group| group.first.checked_sub(1).is_some_and(|left| self.page.raw(left) == ",");
        let before = self.at.checked_sub(1).and_then(|before| self.groups.get(before));
        let opens = before.is_some_and(|before| !before.is_finite && before.is_passive && is_behind_comma(before));
        opens && self.group.is_finite && is_behind_comma(self.group)
    }

    /// "Pushed back from its original date | , | Red Letters now arrives": where what the participle tells ends.
    fn behind_participle(&self, (first, end): (usize, usize)) -> Option<usize> {
        let opens = self.groups.first().filter(|group| !group.is_finite && group.unsettles())?;
        let is_opening = opens.first <= self.sentence.first_token as usize + 1 && self.at == 1 && self.group.is_finite;
        let comma = (first..end).rev().find(|&at| self.page.raw(at) == ",").filter(|&comma| is_opening && comma + 1 < end)?;
        // "Delayed by rain and, he said, by storms"
        let is_led = |at: usize| self.page.is_capital(at) || is_mark(self.page.raw(at)) || is_light(self.page, at);
        is_led(comma + 1).then_some(comma)
    }

    /// "While a trailer set the release date at April 3, | the movie is now due": a clause that ends with its day is another’s.
    pub(super) fn behind_dated_clause(&self, (first, end): (usize, usize)) -> (usize, usize) {
        let page = self.page;
        if let Some(comma) = self.behind_participle((first, end)) {
            return (comma + 1, end);
        }
        // not "Originally set for March 22, the revival will now open"
        if !matches!(page.word(self.sentence.first_token as usize), "while" | "although" | "though" | "whereas") {
            return (first, end);
        }
        let is_close = |at: &usize| page.raw(*at) == "," && page.is_in_date(at.wrapping_sub(1));
        let comma = (first + 1..end).rev().find(|at| page.raw(*at) == ",").filter(is_close);
        let is_led = |at: usize| matches!(page.word(at), "the" | "this" | "its" | "their" | "his" | "her");
        match comma.filter(|&comma| is_led(comma + 1) && comma + 2 < end && self.at > 0) {
            Some(comma) => (comma + 1, end),
            None => (first, end),
        }
    }
}

fn is_mark(raw: &str) -> bool {
    matches!(raw, "“" | "\"" | "‘" | "'")
}
