//! What a cue tells that no date of its own goes with: "postponed indefinitely", "cancels ‘A’, ‘B’ and C".

use super::{Fact, Scene, Value};
use crate::civil::Unit;
use crate::events::Says;
use crate::events::clause::{self, Group, Head};
use crate::events::grammar::{object_range, refuses};
use crate::events::names::Mention;
use crate::events::subject::Referent;
use crate::events::words::{CueWord, Needs, Role, WORDS};
use crate::language::DateWords;
use crate::text::is_year;

/// What somebody gives up who pulls out of a festival or of another’s tour.
pub(super) const WITHDRAWN: &str = "appearance";

/// "not be performing at | the 2022 | Lantern Awards": so far behind the verb.
const NEAR_TOKENS: usize = 4;

/// What an article opens with stands in so many sentences.
const OPENERS: usize = 3;

/// "drop off the | trek".
fn is_whole_of_others(last: &str, thing: &str) -> bool {
    last == "the" && matches!(thing, "tour" | "concert" | "residency")
}

impl Scene<'_, '_> {
    /// The fact of a cue that no date of its own tells: withdrawn, cancelled, replaced, or moved by a length.
    pub(super) fn cued(&self, at: usize, group: &Group, cue: CueWord, dates: &[&DateWords], facts: &[Fact]) -> Option<Fact> {
        let told =
            facts.iter().any(|fact| fact.sentence == self.idx && fact.value == Value::New && fact.group == Some((group.first, group.end)));
        if told {
            return None;
        }
        let referent = self.of_its_noun(self.of_the_couple(self.subjects.get(at).cloned().flatten()?, Some(at)), at);
        // "is back in production": its making
        let says_making = || (group.head..group.end).any(|at| matches!(self.page.word(at), "production" | "filming" | "cameras"));
        let is_making = cue.says == Says::Reinstated && referent.moment.is_empty() && says_making();
        let referent = if is_making { Referent { moment: "filming", ..referent } } else { referent };
        // "opted not to renew Red Letters for a fourth season": of the show, and not of what there will never be
        let is_renewed = (group.head..group.end).any(|at| self.page.word(at).starts_with("renew"));
        let referent = if is_renewed { Referent { part: None, ..referent } } else { referent };
        let is_titled = self.resolver.names().is_work(referent.name);
        // "have pulled the plug on Summer Sounds"
        let is_open = cue.takes_away()
            && !group.is_passive
            && self.resolver.names().is_open(referent.name)
            && object_range(self.page, self.sentence, self.groups, at).is_some_and(|(first, end)| {
                self.resolver.names().within(first, end).iter().any(|mention| Some(mention.name) == referent.name)
            });
        let is_open = is_open || self.is_opener(at, group, cue, &referent);
        let referent = self.of_who_appears(at, group, referent);
        let withdrawal = self.withdrawal(at, group, cue, &referent);
        if withdrawal.is_none()
            && !is_titled
            && !is_open
            && referent.thing.is_empty()
            && referent.moment.is_empty()
            && referent.part.is_none()
            && self.happens_around(Some(at)).is_none()
        {
            // "Kim was delayed", "the studio moved": who, not what
            return None;
        }
        // "withdrew from her first-round match": the game is up for her, and not off
        if self.goes(group) && matches!(referent.thing, "match" | "tournament") {
            return None;
        }
        if withdrawal.is_none() && (self.stays_away(group) || self.tells_who(at, group, cue, &referent)) {
            return None;
        }
        let referent = withdrawal.unwrap_or(referent);
        let has_thing = referent.name.is_some() && (referent.is_named || !referent.thing.is_empty() || !referent.moment.is_empty());
        let counted = dates.iter().find_map(|date| self.shift_of(date, cue).map(|shift| (shift, date.span)));
        let shift = counted.map(|(shift, _)| shift);
        // "will be delayed by several minutes": no day is given up
        let is_brief = |date: &DateWords| date.length.as_ref().is_some_and(|length| matches!(length.unit, Unit::Minute | Unit::Hour));
        if shift.is_none() && cue.says == Says::Postponed && dates.iter().any(|date| is_brief(date)) {
            return None;
        }
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
            // "With cinemas closed from tonight, there will be no Red Letters": what closes is another thing
            happens: self.happens_around(Some(at)).filter(|_| self.page.word(group.head) != "there"),
            cue: Some((cue, self.page.span(group.head, group.end))),
            shift,
            told_on,
            is_possible: group.is_possible,
            is_negative: group.is_negative,
            is_loose: !group.is_finite || self.is_subordinate(at),
            words: counted.map(|(_, span)| span),
            group: Some((group.first, group.end)),
            ..Fact::of(self.idx, group.head, referent)
        })
    }

    /// "Harbour 50 is back on", "Summer Sounds has been cancelled": what the article opens with, and nothing tells to be
    /// somebody.
    fn is_opener(&self, at: usize, group: &Group, cue: CueWord, referent: &Referent) -> bool {
        let names = self.resolver.names();
        let Some(name) = referent.name.and_then(|idx| names.names.get(idx)).filter(|name| name.is_open()) else { return false };
        let is_said = cue.says == Says::Reinstated || group.is_passive && cue.takes_away();
        let (first, end) = self.said_of(at);
        let is_subject = names.within(first, end).last().is_some_and(|mention| Some(mention.name) == referent.name && mention.end == end);
        let is_somebody = name.is_person() || name.sounds_like_somebody();
        is_said && is_subject && !is_somebody && !name.is_company() && self.idx < OPENERS
    }

    /// "Red Harbour have pulled out of the Foxes’ tour": their part in it, and not the whole.
    pub(super) fn withdrawal(&self, at: usize, group: &Group, cue: CueWord, referent: &Referent) -> Option<Referent> {
        let is_out_of = [group.end.wrapping_sub(1), group.end].iter().any(|&at| matches!(self.page.word(at), "of" | "from" | "off"));
        let is_whole = matches!(referent.thing, "festival" | "tour" | "concert" | "event" | "awards");
        // "will not attend the party conference": who would, of whom no show is told
        let is_whole = is_whole && !(self.stays_away(group) && referent.thing == "event");
        let is_away = self.stays_away(group);
        // "will not be performing at the 2022 Lantern Awards": a name of no known sort, or none that was found
        let names = self.resolver.names();
        let near = || !names.within(group.end, group.end + NEAR_TOKENS).is_empty();
        let is_who = is_away && referent.thing.is_empty() && referent.is_named && names.is_on_stage && near();
        let is_whole =
            is_whole || is_who && names.within(self.said_of(at).0, group.first).iter().any(|act| Some(act.name) == referent.name);
        let is_out = self.goes(group) && is_out_of || is_away;
        if cue.says != Says::Cancelled || !is_out || self.leads_to_own(group) || !is_whole || group.is_passive {
            return None;
        }
        let (first, _) = self.said_of(at);
        let is_they = (first..group.first).any(|at| self.page.word(at) == "they");
        let told = || self.resolver.agent_in(self.sentence.first_token as usize, group.first).filter(|_| is_they);
        let is_somebody = |mention: &&Mention| {
            let is_of_it = mention.first > first && self.page.word(mention.first - 1) == "of";
            !mention.is_possessive
                && !is_of_it
                && names.of(mention).is_some_and(|name| !name.is_work() && !name.is_place && !name.is_company())
        };
        let nearest = || names.within(first, group.first).iter().rev().find(is_somebody).filter(|_| is_away).map(|mention| mention.name);
        let act = nearest()
            .or_else(|| self.resolver.agent_in(first, group.first))
            .or_else(told)
            .filter(|&act| is_away || Some(act) != referent.name)?;
        let is_lead = self.resolver.names().names.get(act).is_some_and(|name| name.is_lead && (name.words.len() > 1 || name.opens));
        is_lead.then(|| Referent::on_stage(act, WITHDRAWN))
    }

    /// "Red Harbour cancels Summer Ball appearance": Red Harbour’s.
    fn of_who_appears(&self, at: usize, group: &Group, referent: Referent) -> Referent {
        let (first, _) = self.said_of(at);
        let acts = self.resolver.names().within(first, group.first);
        // "cancels 2022 Lantern Awards performance"
        let is_slot = matches!(referent.noun.as_str(), "performance" | "set" | "gig") && !referent.is_unsure && {
            let whole = referent.name.and_then(|name| self.resolver.names().names.get(name));
            whole.is_some_and(|name| matches!(name.thing, Some("awards" | "festival")))
        };
        let is_own = referent.noun.ends_with(WITHDRAWN) || is_slot;
        match acts.last().filter(|act| is_own && !group.is_passive && act.end == group.first) {
            Some(act) => Referent { name: Some(act.name), owner: Some(act.name), ..referent },
            None => referent,
        }
    }

    /// "will not be attending", "is unable to perform at", "sits out": somebody who was to be there.
    fn stays_away(&self, group: &Group) -> bool {
        let is_part = |at: usize| {
            matches!(
                self.page.word(at),
                "attend"
                    | "attending"
                    | "participate"
                    | "participating"
                    | "part"
                    | "perform"
                    | "performing"
                    | "appear"
                    | "appearing"
                    | "playing"
                    | "play"
            )
        };
        let sits = self.page.word(group.end.wrapping_sub(1)) == "out" && self.page.word(group.head).starts_with('s');
        sits || matches!(self.page.word(group.head), "not" | "unable" | "no") && (group.head..group.end).any(is_part)
    }

    /// "pulled out", "withdrew", "drops": somebody goes.
    fn goes(&self, group: &Group) -> bool {
        ["pull", "withdr", "drop"].iter().any(|stem| self.page.word(group.head).starts_with(stem))
    }

    /// "pulled out of | their": what is theirs.
    fn leads_to_own(&self, group: &Group) -> bool {
        matches!(self.page.word(group.end), "their" | "its" | "his" | "her" | "our" | "my")
    }

    /// "Kim will not return": who, not what.
    fn tells_who(&self, at: usize, group: &Group, cue: CueWord, referent: &Referent) -> bool {
        let leaves = self.goes(group) && self.page.word(group.head + 1) != "the" && !group.has_gap;
        let is_refusal = leaves || refuses(self.page, group);
        // "Reed had to pull out of Red Letters": he, not the show
        let is_out_of = [group.end.wrapping_sub(1), group.end].iter().any(|&at| matches!(self.page.word(at), "of" | "from"));
        let is_of_person = cue.says == Says::Cancelled
            && is_refusal
            && !group.is_passive
            && (!self.resolver.names().is_work(referent.name) || leaves && is_out_of || self.is_of_person(group));
        let left = if leaves { self.sentence.first_token as usize } else { self.said_of(at).0 };
        // "the two-day event, to open with sets by Reed and Marsh, will not take place": the event
        let is_of_thing = !leaves && self.is_said_of_thing(at);
        if is_of_person && !is_of_thing && self.resolver.agent_in(left, group.first).is_some() {
            return true;
        }
        // "have pulled out of the Harbour Festival": those who do so, whoever they are
        let is_whole = matches!(referent.thing, "festival" | "awards" | "tournament" | "exhibition" | "event");
        // "was forced to drop off the trek", "pull out of the Foxes’ tour": a part in it
        let of_other = (group.end..group.end + 2).find(|&at| !matches!(self.page.word(at), "of" | "from" | "off"));
        let is_part = matches!(referent.thing, "tour" | "concert" | "residency")
            && of_other.is_some_and(|at| {
                let owner = self.resolver.names().within(at, at + 2).first().is_some_and(|owner| owner.is_possessive);
                matches!(self.page.word(at), "the" | "this" | "that") || owner
            });
        let is_out = is_out_of || self.page.word(group.end.wrapping_sub(1)) == "the";
        let is_part = is_part || is_whole_of_others(self.page.word(group.end.wrapping_sub(1)), referent.thing);
        leaves && is_out && !group.is_passive && (is_whole || is_part) && !self.leads_to_own(group)
    }

    /// Whether the words left of a verb tell of a thing, "the event", "the premiere of “Red Letters”", and not of people.
    fn is_said_of_thing(&self, at: usize) -> bool {
        let (first, end) = self.said_of(at);
        (first..end).any(|at| {
            let thing = self.page.phrase_at(&WORDS.things, at, end).filter(|_| self.resolver.names().covering(at).is_none());
            thing.is_some_and(|(phrase, stop)| {
                matches!(phrase.entry.role, Role::Work | Role::Happening | Role::Moment) && !matches!(self.page.raw(stop), "’" | "'")
            })
        })
    }

    /// "a man who cancels his own funeral": what somebody made up does.
    fn is_of_plot(&self, at: usize) -> bool {
        let relative = self.groups.get(at).and_then(|group| group.first.checked_sub(1));
        let Some(who) = relative.filter(|&who| self.page.word(who) == "who") else { return false };
        let led = (1..=4).filter_map(|n| who.checked_sub(n)).find(|&at| matches!(self.page.word(at), "a" | "an" | "the"));
        led.is_some_and(|led| self.page.word(led) != "the" && (led + 1..who).all(|at| !self.page.is_capital(at)))
    }

    /// "the tour, which was put off in October, finally reached": a plain past behind a comma.
    pub(super) fn is_past_aside(&self, at: usize) -> bool {
        let Some(group) = self.groups.get(at) else { return false };
        let is_relative = |left: usize| matches!(self.page.word(left), "which" | "who") && self.page.raw(left.wrapping_sub(1)) == ",";
        let is_past = matches!(group.kind, Head::Cue(_)) && matches!(self.page.word(group.first), "was" | "were");
        // "which was already put off from June to September, then again": as it stands
        let is_past = is_past && self.page.word(group.first + 1) != "already";
        is_past && (group.first.checked_sub(1).is_some_and(is_relative) || self.is_of_last_edition(at))
    }

    /// "The 2021 ceremony was pushed", said in 2022: another year’s.
    fn is_of_last_edition(&self, at: usize) -> bool {
        use chrono::Datelike as _;
        let (first, end) = self.said_of(at);
        let Some(reported) = self.page.article.report_day() else { return false };
        let is_past = |at: usize| is_year(self.page.raw(at)) && self.page.raw(at).parse().is_ok_and(|year: i32| year < reported.year());
        let is_thing = |at: usize| self.page.phrase_at(&WORDS.things, at, end).is_some();
        (first..end).any(|at| is_past(at) && is_thing(at + 1))
    }

    /// "will pick up the show following the network’s decision to cancel it": what led to the news.
    fn is_of_told_decision(&self, at: usize) -> bool {
        /// "following the network’s surprising | decision": so far before it stands what makes it so.
        const LED: usize = 7;
        let Some(group) = self.groups.get(at) else { return false };
        let left = |n: usize| group.first.checked_sub(n).filter(|left| *left >= self.sentence.first_token as usize);
        let noun = (1..=2).filter_map(left).find(|&at| matches!(self.page.word(at), "decision" | "decisions" | "move" | "choice"));
        noun.is_some_and(|noun| {
            let from = noun.saturating_sub(LED).max(self.sentence.first_token as usize);
            (from..noun).any(|at| matches!(self.page.word(at), "following" | "after" | "despite" | "since" | "reversing" | "overturning"))
        })
    }

    /// "… after it was cancelled": told only in passing.
    fn is_subordinate(&self, at: usize) -> bool {
        if self.is_of_plot(at) || self.is_past_aside(at) || self.is_of_told_decision(at) {
            return true;
        }
        let relative = self.groups.get(at).and_then(|group| group.first.checked_sub(1));
        // "is back at work after he fell ill and halted filming": as the clause before
        let joins = relative.is_some_and(|left| self.page.word(left) == "and");
        if let Some(before) = at.checked_sub(1).filter(|_| joins)
            && self.is_subordinate(before)
        {
            return true;
        }
        if relative.is_some_and(|left| matches!(self.page.word(left), "which" | "that" | "who"))
            && self.groups.iter().take(at).any(|group| group.is_finite && !matches!(group.kind, Head::Telling))
        {
            // "her first since X, which was delayed twice"
            return true;
        }
        let (first, end) = self.said_of(at);
        // "After just one season, the channel has axed": no clause of its own
        if first <= self.sentence.first_token as usize + 1 && (first..end).any(|i| self.page.raw(i) == ",") {
            return false;
        }
        let left = first.checked_sub(1).filter(|left| *left >= self.sentence.first_token as usize);
        // "Because of the storm the trio has cancelled": no clause
        let left = left.filter(|left| self.page.word(left + 1) != "of");
        left.is_some_and(|left| {
            matches!(
                self.page.word(left),
                "after" | "when" | "since" | "because" | "although" | "though" | "if" | "before" | "until" | "while"
            )
        })
    }

    /// "Kern, Reed, and Red Harbour have all dropped out of": each of them.
    fn others_withdrawn(&self, at: usize, told: &Fact) -> Vec<Fact> {
        let (first, end) = self.said_of(at);
        let names = self.resolver.names();
        // "Red Harbour’s Mila", "Red Harbour member Mila": she, and not the band
        let is_one = |mention: &&Mention| {
            let next = self.page.word(mention.end);
            let is_owner = mention.is_possessive || matches!(self.page.raw(mention.end), "’" | "'");
            let is_of_it = mention.first > first && self.page.word(mention.first - 1) == "of";
            !is_owner && !is_of_it && !WORDS.person_before.contains(next) && !matches!(next, "member" | "members" | "star")
        };
        let mut acts: Vec<usize> = names.within(first, end).iter().filter(is_one).map(|mention| mention.name).collect();
        acts.sort_unstable();
        acts.dedup();
        let is_act = |&act: &usize| {
            Some(act) != told.referent.name && names.names.get(act).is_some_and(|name| !name.is_place && name.thing.is_none())
        };
        let given = |act| Referent { name: Some(act), owner: Some(act), ..told.referent.clone() };
        acts.into_iter().filter(is_act).map(|act| Fact { referent: given(act), ..told.clone() }).collect()
    }

    /// The other titles of a list: "cancels ‘A’, ‘B’ and C".
    pub(super) fn listed(&self, at: usize, told: &Fact) -> Vec<Fact> {
        let Some((first, end)) = self.groups.get(at).and_then(|group| {
            if group.is_passive { Some(self.said_of(at)) } else { object_range(self.page, self.sentence, self.groups, at) }
        }) else {
            return Vec::new();
        };
        if told.referent.noun == WITHDRAWN {
            return self.others_withdrawn(at, told);
        }
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
