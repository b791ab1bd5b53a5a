//! What a cue tells that no date of its own goes with: "postponed indefinitely", "cancels ‘A’, ‘B’ and C".

use super::{Fact, Scene, Value, happens_around};
use crate::events::Says;
use crate::events::clause::{self, Group, Head};
use crate::events::grammar::{object_range, refuses, subject_range};
use crate::events::subject::Referent;
use crate::events::words::{CueWord, Needs};
use crate::language::DateWords;

impl Scene<'_, '_> {
    /// The fact of a cue that no date of its own tells: withdrawn, cancelled, replaced, or moved by a length.
    pub(super) fn cued(&self, at: usize, group: &Group, cue: CueWord, dates: &[&DateWords], facts: &[Fact]) -> Option<Fact> {
        let told =
            facts.iter().any(|fact| fact.sentence == self.idx && fact.value == Value::New && fact.group == Some((group.first, group.end)));
        if told {
            return None;
        }
        let referent = self.of_the_couple(self.subjects.get(at).cloned().flatten()?, Some(at));
        let is_titled = self.resolver.names().is_work(referent.name);
        // "have pulled the plug on Summer Sounds"
        let is_open = matches!(cue.says, Says::Cancelled | Says::Postponed)
            && !group.is_passive
            && self.resolver.names().is_open(referent.name)
            && object_range(self.page, self.sentence, self.groups, at).is_some_and(|(first, end)| {
                self.resolver.names().within(first, end).iter().any(|mention| Some(mention.name) == referent.name)
            });
        if !is_titled
            && !is_open
            && referent.thing.is_empty()
            && referent.moment.is_empty()
            && referent.part.is_none()
            && happens_around(self.groups, Some(at)).is_none()
        {
            // "Kim was delayed", "the studio moved": who, not what
            return None;
        }
        if self.tells_who(at, group, cue, &referent) {
            return None;
        }
        let has_thing = referent.name.is_some() && (referent.is_named || !referent.thing.is_empty() || !referent.moment.is_empty());
        let counted = dates.iter().find_map(|date| self.shift_of(date, cue).map(|shift| (shift, date.span)));
        let shift = counted.map(|(shift, _)| shift);
        let has_date = shift.is_some()
            || dates.iter().any(|date| date.length.is_some())
            || facts.iter().any(|fact| fact.sentence == self.idx && fact.value == Value::Old);
        let served: Vec<Needs> =
            [(has_date, Needs::Date), (has_thing, Needs::Thing)].into_iter().filter(|(is, _)| *is).map(|(_, needs)| needs).collect();
        if !clause::cue_is_served(cue, &served) {
            return None;
        }
        let told_on = dates
            .iter()
            .filter_map(|date| date.date.as_ref()?.last())
            .find(|day| self.page.article.report_day().is_some_and(|reported| *day <= reported));
        Some(Fact {
            sentence: self.idx,
            at: group.head,
            referent,
            // "With cinemas closed from tonight, there will be no Red Letters": what closes is another thing
            happens: happens_around(self.groups, Some(at)).filter(|_| self.page.word(group.head) != "there"),
            cue: Some((cue, self.page.span(group.head, group.end))),
            value: Value::Without,
            claim: None,
            shift,
            told_on,
            is_unsure: false,
            is_possible: group.is_possible,
            is_negative: group.is_negative,
            is_first: false,
            is_loose: !group.is_finite || self.is_subordinate(at),
            is_further: false,
            contradicts: None,
            words: counted.map(|(_, span)| span),
            group: Some((group.first, group.end)),
        })
    }

    /// "Kim will not return": who, not what.
    fn tells_who(&self, at: usize, group: &Group, cue: CueWord, referent: &Referent) -> bool {
        let leaves =
            matches!(self.page.word(group.head), "pull" | "pulled" | "pulls" | "withdraw" | "withdrew" | "drop" | "dropped" | "drops");
        let is_refusal = leaves || refuses(self.page, group);
        // "Reed had to pull out of Red Letters": he, not the show
        let is_out_of = [group.end.wrapping_sub(1), group.end].iter().any(|&at| matches!(self.page.word(at), "of" | "from"));
        let is_of_person = cue.says == Says::Cancelled
            && is_refusal
            && !group.is_passive
            && (!self.resolver.names().is_work(referent.name) || leaves && is_out_of || self.is_of_person(group));
        let left = if leaves { self.sentence.first_token as usize } else { subject_range(self.page, self.sentence, self.groups, at).0 };
        if is_of_person && self.resolver.agent_in(left, group.first).is_some() {
            return true;
        }
        // "have pulled out of the Harbour Festival": those who do so, whoever they are
        let is_whole = matches!(referent.thing, "festival" | "awards" | "tournament" | "exhibition" | "event");
        let is_own = matches!(self.page.word(group.end), "their" | "its" | "his" | "her");
        leaves && is_out_of && !group.is_passive && is_whole && !is_own
    }

    /// "… after it was cancelled": told only in passing.
    fn is_subordinate(&self, at: usize) -> bool {
        let relative = self.groups.get(at).and_then(|group| group.first.checked_sub(1));
        if relative.is_some_and(|left| matches!(self.page.word(left), "which" | "that" | "who"))
            && self.groups.iter().take(at).any(|group| group.is_finite && !matches!(group.kind, Head::Telling))
        {
            // "her first since X, which was delayed twice"
            return true;
        }
        let (first, end) = subject_range(self.page, self.sentence, self.groups, at);
        // "After just one season, the channel has axed": no clause of its own
        if first <= self.sentence.first_token as usize + 1 && (first..end).any(|i| self.page.raw(i) == ",") {
            return false;
        }
        let left = first.checked_sub(1).filter(|left| *left >= self.sentence.first_token as usize);
        left.is_some_and(|left| {
            matches!(
                self.page.word(left),
                "after" | "when" | "since" | "because" | "although" | "though" | "if" | "before" | "until" | "while"
            )
        })
    }

    /// The other titles of a list: "cancels ‘A’, ‘B’ and C".
    pub(super) fn listed(&self, at: usize, told: &Fact) -> Vec<Fact> {
        let Some((first, end)) = self.groups.get(at).and_then(|group| {
            if group.is_passive {
                Some(subject_range(self.page, self.sentence, self.groups, at))
            } else {
                object_range(self.page, self.sentence, self.groups, at)
            }
        }) else {
            return Vec::new();
        };
        let titles = self.resolver.titles_in_list(first, end);
        if !titles.iter().any(|title| Some(*title) == told.referent.name) {
            return Vec::new();
        }
        titles
            .into_iter()
            .filter(|title| Some(*title) != told.referent.name)
            .map(|title| Fact { referent: Referent { name: Some(title), owner: None, ..told.referent.clone() }, ..told.clone() })
            .collect()
    }
}
