//! "a concert for July 14 will now take place on March 6": the day of what is moved stands within its own words.

use std::ops::Range;

use super::Scene;
use crate::events::clause::{Group, Head, Mood};
use crate::events::page::Page;
use crate::language::Sentence;

/// "the July 8 show | at Redport’s O9 arena | will now": so many tokens between the day and the verb.
const BEHIND_TOKENS: usize = 6;

/// "a show scheduled for | July 10": so many tokens before the day the words for the thing begin.
const BEFORE_TOKENS: usize = 6;

impl Scene<'_, '_> {
    /// Whether a day stands within the words for what its verb moves.
    pub(super) fn is_of_moved(&self, verb: Option<usize>, tokens: &Range<usize>) -> bool {
        verb.is_some() && mover_of(self.page, self.sentence, self.groups, tokens) == verb
    }
}

/// The verb that moves the thing whose words hold a day, where another day stands behind that verb.
pub(super) fn mover_of(page: &Page<'_>, sentence: &Sentence, groups: &[Group], tokens: &Range<usize>) -> Option<usize> {
    let at = groups.iter().position(|group| group.first >= tokens.end && group.is_finite)?;
    let group = groups.get(at)?;
    let holds_now = matches!(group.kind, Head::Trigger(_) | Head::Planned) && group.is_now && group.mood == Mood::Ahead;
    let is_apart = |at: usize| matches!(page.raw(at), "," | ";" | ":" | "—" | "–") || page.is_in_date(at) || page.word(at) == "and";
    let is_near = group.first - tokens.end <= BEHIND_TOKENS && !(tokens.end..group.first).any(is_apart);
    if !(group.moves() || holds_now) || !is_near || group.is_negative || group.is_possible {
        return None;
    }
    let first = sentence.first_token as usize;
    let floor = tokens.start.saturating_sub(BEFORE_TOKENS).max(first);
    let is_led = |at: usize| matches!(page.word(at), "the" | "a" | "an" | "this" | "his" | "her" | "their" | "its" | "one");
    let is_verb = |at: usize| groups.iter().any(|group| group.is_finite && group.first <= at && at < group.end);
    let ends = |at: usize| matches!(page.raw(at), "," | ";" | ":") || page.word(at) == "to" || is_verb(at);
    let lead = (floor..tokens.start).rev().take_while(|&at| !ends(at)).filter(|&at| is_led(at)).last()?;
    let opens =
        lead == first || matches!(page.raw(lead - 1), "," | ";" | "“" | "\"") || matches!(page.word(lead - 1), "and" | "while" | "but");
    let end = groups
        .get(at + 1..)
        .and_then(|next| next.iter().find(|next| next.is_finite))
        .map_or(sentence.end_token as usize, |next| next.first);
    let has_new = (group.end..end).any(|at| page.begins_date(at) && !matches!(page.word(at.wrapping_sub(1)), "from"));
    (opens && has_new).then_some(at)
}
