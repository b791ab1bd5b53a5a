//! What the rest of the article lets a reader think of one date or cue: left behind, news, or long ago.

use chrono::NaiveDate;

use super::Story;
use super::tracks::is_shifted;
use crate::civil::calendar::days_between;
use crate::civil::{ClaimedDate, Precision};
use crate::events::fact::{Fact, Value};
use crate::events::names::Name;
use crate::events::page::Page;
use crate::events::words::{Happens, Role};
use crate::events::{Claim, Kind, Says};

impl Story<'_> {
    /// How a fact's value stands once the whole article is known: a plan that another sentence replaces is old.
    pub(super) fn value(&self, fact: &Fact) -> Value {
        // "a fixture since 1901" is no plan
        let days = fact.claim.as_ref().and_then(|claim| claim.date.range()).filter(|range| range.last.is_none());
        let begun = days.and_then(|range| range.first).zip(self.page.article.report_day());
        if begun.is_some_and(|(first, reported)| days_between(first, reported) > LONG_AGO_DAYS) && fact.value != Value::Told {
            return Value::Done;
        }
        match fact.value {
            Value::Was if fact.claim.is_some() && (fact.is_forgone || self.is_replaced(fact)) => Value::Old,
            Value::Plain if fact.claim.is_some() && self.is_overturned(fact) => Value::Old,
            // "it won’t be out on September 15", beside "the album is delayed"
            Value::Plain
                if fact.is_negative
                    && fact.claim.is_some()
                    && (self.is_put_off() || self.is_called_off() && !self.has_passed(fact) || self.is_set_instead(fact)) =>
            {
                Value::Old
            }
            // "the tour, due to start on May 9", of a tour that is called off
            Value::Plain if self.is_apposed_plan(fact) && self.is_called_off() && !self.has_passed(fact) => Value::Old,
            Value::New if fact.claim.is_some() && self.has_passed(fact) && self.has_later_plan(fact) => Value::Old,
            Value::New if self.is_earlier_step(fact) => Value::Old,
            value => value,
        }
    }

    /// ", due to start on May 9": a plan told beside its noun.
    fn is_apposed_plan(&self, fact: &Fact) -> bool {
        let is_due = |(first, _): (usize, usize)| self.page.word(first) == "due" && self.page.raw(first.wrapping_sub(1)) == ",";
        fact.claim.is_some() && fact.cue.is_none() && fact.group.is_some_and(is_due)
    }

    /// "It had been rescheduled from last May to April 16", beside "is now dated for August 20": the step before.
    pub(super) fn is_earlier_step(&self, fact: &Fact) -> bool {
        let replaces =
            |other: &&&Fact| other.at != fact.at && other.value == Value::New && !self.says_had(other) && claims_differ(fact, other);
        // "is put off to 2022. … It was then moved to this summer": which is over by now
        let first = |fact: &Fact| fact.claim.as_ref().and_then(|claim| claim.date.first());
        let says_then = fact.group.is_some_and(|(first, end)| (first..end).any(|at| self.page.word(at) == "then"));
        let outdates = |other: &&Fact| other.at < fact.at && other.value == Value::New && first(other) > first(fact);
        let is_alone = || !self.members.iter().any(|other| other.sentence == fact.sentence && other.at != fact.at && other.claim.is_some());
        let is_then = says_then && is_alone() && self.members.iter().any(outdates);
        fact.claim.is_some() && (is_then || self.says_had(fact) && self.members.iter().any(|other| replaces(&other)))
    }

    /// "had been rescheduled", "had already seen it pushed back".
    pub(super) fn says_had(&self, fact: &Fact) -> bool {
        fact.group.is_some_and(|(first, end)| {
            (first.saturating_sub(6)..end).any(|at| {
                self.page.word(at) == "had" && self.page.word(at + 1) != "to" && self.page.token_sentence(at) == Some(fact.sentence)
            })
        })
    }

    /// "X, set for January 6, is now pushed": the plan and the cue stand in one sentence, and the cue has no other plan.
    pub(super) fn is_overturned(&self, plan: &Fact) -> bool {
        let withdraws = |fact: &&&Fact| {
            let cue = fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed | Says::Cancelled));
            let turns = fact.sentence == plan.sentence + 1 && fact.value == Value::Without && self.turns(fact.sentence);
            cue && (fact.sentence == plan.sentence || turns)
                && fact.at != plan.at
                && matches!(fact.value, Value::Without | Value::New)
                && !fact.is_possible
                && !fact.is_negative
        };
        // "All set for April 14, it will now hit theaters on April 22"
        let replaced = |fact: &Fact| {
            fact.value == Value::New
                && fact.sentence == plan.sentence
                && fact.at > plan.at
                && !fact.is_possible
                && claims_differ(plan, fact)
        };
        // "ought to be starting on October 26, but its premiere is now set for November 2"
        let is_turned = |fact: &Fact| (plan.at..fact.at).any(|at| matches!(self.page.word(at), "but" | "however"));
        if self.members.iter().any(|fact| replaced(fact) && (plan.is_loose || is_turned(fact))) {
            return true;
        }
        let precedes_finite = |fact: &&Fact| fact.at > plan.at || plan.is_loose;
        let is_aside =
            plan.is_loose && self.members.iter().any(|fact| withdraws(&fact) && fact.sentence == plan.sentence && fact.at > plan.at);
        (plan.happens.is_none() || is_aside) && self.members.iter().find(withdraws).is_some_and(precedes_finite)
    }

    /// Whether the article says that the date is gone.
    pub(super) fn is_put_off(&self) -> bool {
        self.members.iter().any(|fact| {
            let cue = fact.cue.is_some_and(|(cue, _)| cue.moves());
            cue && matches!(fact.value, Value::Without | Value::New) && !fact.is_possible && !fact.is_negative
        })
    }

    /// Whether a sentence begins with "However" or "But".
    pub(super) fn turns(&self, sentence: usize) -> bool {
        let first = self.page.sentences.get(sentence).map(|sentence| sentence.first_token as usize);
        first.is_some_and(|first| matches!(self.page.word(first), "however" | "but" | "unfortunately" | "yet"))
    }

    /// Whether the article has an old date that is not marked as the first of all: "originally" goes further back.
    pub(super) fn has_nearer_old(&self, fact: &Fact) -> bool {
        fact.is_first
            && self
                .members
                .iter()
                .any(|other| other.at != fact.at && !other.is_first && other.claim.is_some() && self.value(other) == Value::Old)
    }

    /// A date that had gone by when the article was written.
    pub(super) fn has_passed(&self, fact: &Fact) -> bool {
        let last = fact.claim.as_ref().and_then(|claim| claim.date.last());
        last.zip(self.page.article.report_day()).is_some_and(|(last, reported)| last < reported)
    }

    /// Whether the article gives a date that is still ahead.
    pub(super) fn has_later_plan(&self, fact: &Fact) -> bool {
        self.members.iter().any(|other| {
            other.at != fact.at && matches!(other.value, Value::New | Value::Plain) && other.claim.is_some() && !self.has_passed(other)
        })
    }

    /// The old date that stands in the same sentence as a new one: "was slated for December, then pushed up to November".
    pub(super) fn old_here(&self, fact: &Fact) -> Option<&Fact> {
        let here = |other: &&&Fact| {
            other.sentence == fact.sentence && other.claim.is_some() && !other.is_further && self.value(other) == Value::Old
        };
        let before = self.members.iter().rfind(|other| here(other) && other.at < fact.at);
        before.or_else(|| self.members.iter().find(here)).copied().filter(|_| fact.value == Value::New)
    }

    /// "was moved up by two weeks and will open on November 12": the date told behind a length in the same sentence.
    pub(super) fn date_behind(&self, fact: &Fact) -> Option<&Fact> {
        let behind = |other: &&&Fact| {
            other.sentence == fact.sentence
                && other.at > fact.at
                && matches!(other.value, Value::Plain | Value::New)
                && other.claim.is_some()
                && !other.is_negative
        };
        self.members.iter().find(behind).copied()
    }

    /// Whether such a date tells the step; "pushed back by a year and now comes in December" does not where another sentence
    /// tells the day.
    pub(super) fn is_dated_behind(&self, fact: &Fact) -> bool {
        let Some(range) = self.date_behind(fact).and_then(|date| date.claim.as_ref()?.date.range()) else { return false };
        let is_finer = |other: &&Fact| {
            let day = other.claim.as_ref().and_then(|claim| claim.date.single_day());
            other.value == Value::New && day.is_some_and(|day| range.first <= Some(day) && Some(day) <= range.last)
        };
        range.single_day().is_some() || !self.members.iter().any(is_finer)
    }

    /// Whether a cue without any date is this article's news: in its headline or lead, of what it is about, as a full sentence.
    pub(super) fn is_news(&self, fact: &Fact, says: Says) -> bool {
        let Some(name) = self.names.names.get(self.identity.name) else { return false };
        let in_lead = self.page.is_in_lead(fact.sentence);
        let is_title = name.is_quoted && name.is_work();
        // "2) The Harbour tour is postponed", further down: said in so many words of what it names
        let is_whole = matches!(self.identity.thing, "tour" | "festival" | "residency") && fact.referent.is_named && self.is_present(fact);
        // "cancelled the rest of their tour and has postponed their shows": both as they stand now
        let is_beside = |other: &Fact| other.sentence == fact.sentence && other.cue.is_some() && self.is_present(other);
        let is_present = self.is_present(fact) || self.members.iter().any(|other| is_beside(other));
        let is_whole = is_whole || name.is_lead && self.is_own(fact) && is_present;
        // "the organisers yesterday pulled the plug on the festival"
        let is_whole =
            is_whole || name.is_lead && says == Says::Cancelled && fact.referent.role == Some(Role::Happening) && self.is_fresh(fact);
        if is_whole && !fact.is_loose && says != Says::Reinstated {
            return true;
        }
        // "Mila Kern’s memoir has been cancelled", which a later sentence names
        let is_owned = fact.referent.owner.and_then(|owner| self.names.names.get(owner)).is_some_and(|owner| owner.is_lead);
        let is_described = is_owned && name.is_work() && !fact.is_unsure && !fact.referent.noun.is_empty();
        let is_about = name.is_lead && (fact.referent.is_named || name.n_mentions > 1 || is_title) || is_described;
        let was_off = || OFF.iter().any(|words| self.page.has_word(words));
        let needs_more = says == Says::Reinstated && fact.referent.moment != "filming" && !was_off();
        in_lead && is_about && !fact.is_loose && !needs_more
    }

    /// "has decided to cancel | their comeback showcase": of whoever does so.
    fn is_own(&self, fact: &Fact) -> bool {
        let owner = |at: usize| matches!(self.page.word(at), "their" | "his" | "her" | "its");
        // "the remainder of | their tour"
        let leads = |at: usize| matches!(self.page.word(at), "the" | "all" | "of" | "remainder" | "rest" | "remaining");
        let own = fact.group.and_then(|(_, end)| (end..end + OWN_TOKENS).find(|&at| !leads(at)));
        self.identity.kind == Kind::Performance && own.is_some_and(owner)
    }

    /// Said to have been done in the days before the report.
    fn is_fresh(&self, fact: &Fact) -> bool {
        let reported = self.page.article.report_day();
        let told = self.members.iter().filter(|other| other.sentence == fact.sentence && other.value == Value::Told && other.at < fact.at);
        let mut told = told.filter_map(|other| other.claim.as_ref()?.date.single_day()).chain(fact.told_on);
        told.any(|day| reported.is_some_and(|reported| (0..FRESH_DAYS).contains(&days_between(day, reported))))
    }

    /// "is postponed", "have been cancelled", "will be extending": as it stands now.
    fn is_present(&self, fact: &Fact) -> bool {
        fact.group.is_some_and(|(first, end)| (first..end).any(|at| matches!(self.page.word(at), "is" | "are" | "has" | "have" | "will")))
    }

    /// "Episode 5 will not air tonight. It will be broadcast on Friday": a later day told right behind.
    fn is_set_instead(&self, fact: &Fact) -> bool {
        let first = |fact: &Fact| fact.claim.as_ref().and_then(|claim| claim.date.first());
        let sets = |other: &&Fact| {
            let near = other.at > fact.at && other.sentence <= fact.sentence + 2;
            near && matches!(other.value, Value::New | Value::Plain)
                && !other.is_negative
                && !other.is_possible
                && first(other) > first(fact)
        };
        !fact.is_possible && fact.happens.is_some() && self.has_day(fact) && self.members.iter().any(sets)
    }

    /// "The series had already seen its start date | pushed back by a month": before the news.
    pub(super) fn had_already(&self, fact: &Fact) -> bool {
        let is_had = |at: usize| self.page.word(at) == "had" && matches!(self.page.word(at + 1), "already" | "earlier" | "previously");
        let near = fact.group.map_or(0..0, |(first, _)| first.saturating_sub(HAD_TOKENS)..first);
        near.into_iter().any(|at| is_had(at) && self.page.token_sentence(at) == Some(fact.sentence))
    }

    /// A year that is over, of what is held every year.
    pub(super) fn is_other_edition(&self, from: &Claim, to: &Claim) -> bool {
        let is_yearly = matches!(self.identity.thing, "awards" | "festival" | "tournament" | "match");
        let year = from.date.range().filter(|range| range.precision == Precision::Year).and_then(|range| range.last);
        is_yearly && year.zip(to.date.first()).is_some_and(|(last, first)| last < first)
    }

    /// Later than the day of the report.
    pub(super) fn is_ahead(&self, claim: &Claim) -> bool {
        claim.date.first().zip(self.page.article.report_day()).is_none_or(|(first, reported)| first > reported)
    }

    /// A single day that is not over.
    fn has_day(&self, fact: &Fact) -> bool {
        fact.claim.as_ref().is_some_and(|claim| claim.date.single_day().is_some()) && !self.has_passed(fact)
    }

    /// "will not open on May 21 as scheduled": the day that its own clause gives up, whatever other the article tells of.
    pub(super) fn given_up_beside(&self, fact: &Fact) -> Option<&Fact> {
        let is_beside = |other: &&&Fact| other.group.is_some() && other.group == fact.group && other.sentence == fact.sentence;
        let is_old = |other: &&&Fact| self.value(other) == Value::Old && other.claim.is_some() && !other.is_further;
        let olds = || self.members.iter().filter(is_beside).filter(is_old);
        // "the daily drama has been cancelled from July 26 to August 6"
        let is_day = |other: &&&Fact| other.claim.as_ref().is_some_and(|claim| claim.date.range().is_some());
        olds().find(is_day).or_else(|| olds().next()).copied().filter(|_| fact.shift.is_none())
    }

    /// The old date told just before, in the same or the sentence before.
    pub(super) fn old_before(&self, fact: &Fact) -> Option<Claim> {
        let near = |other: &&&Fact| {
            let stands_before = other.at < fact.at && other.sentence + 1 >= fact.sentence && !other.is_further;
            stands_before && other.claim.is_some() && self.value(other) == Value::Old
        };
        self.members.iter().rfind(near).and_then(|other| other.claim.clone())
    }

    /// The old date that the present one replaces: the last told, "originally" only where there is no other.
    pub(super) fn standing_old(&self) -> Option<Claim> {
        let olds = || self.members.iter().filter(|fact| fact.claim.is_some() && !fact.is_further && self.value(fact) == Value::Old);
        // "set to kick off on September 4 … and due to close on September 18": a run by its first day, where none is past
        let is_run = matches!(self.identity.thing, "tour" | "residency" | "festival");
        let is_plan = |fact: &Fact| fact.value == Value::Was || self.is_apposed_plan(fact);
        let is_straight = || olds().all(|fact| is_plan(fact) && !fact.is_first && !self.has_passed(fact));
        let begun = || olds().min_by_key(|fact| fact.claim.as_ref().and_then(|claim| claim.date.first())).filter(|_| is_straight());
        let nearest = if is_run { begun() } else { None };
        // "June 21 is free now: once due in April 2015, then in February 2016": the one that has not passed
        let comes_out = matches!(self.identity.kind, Kind::Release | Kind::Premiere);
        let ahead = || olds().rfind(|fact| comes_out && !fact.is_first && !self.has_passed(fact));
        let nearest = nearest.or_else(ahead).or_else(|| olds().rfind(|fact| !fact.is_first)).or_else(|| olds().next_back())?;
        // "set to begin on November 5, with a second stretch from January 19": by its first day
        let precision = |fact: &Fact| {
            let precision = fact.claim.as_ref().and_then(|claim| claim.date.range()).map(|range| range.precision);
            // "November 5", "January 19 to February 5"
            precision.map(|precision| if precision == Precision::Range { Precision::Day } else { precision })
        };
        let has_gone = |fact: &Fact| self.has_passed(fact) && !self.has_passed(nearest);
        let is_beside =
            |fact: &&&Fact| !has_gone(fact) && fact.group.is_some() && fact.group == nearest.group && fact.sentence == nearest.sentence;
        let nearest = olds().filter(is_beside).find(|fact| precision(fact) == precision(nearest)).unwrap_or(nearest);
        Some(self.finest(nearest.claim.as_ref()?).clone())
    }

    /// "this year’s tour has been cancelled. It was to begin on July 15", "This summer’s festival … from July 6 to 8": by
    /// its day.
    pub(super) fn finest<'c>(&'c self, claim: &'c Claim) -> &'c Claim {
        let lies_within = |fine: &&Claim| {
            let ranges = fine.date.range().zip(claim.date.range());
            ranges.is_some_and(|(fine, coarse)| {
                matches!(coarse.precision, Precision::Year | Precision::Month | Precision::Season | Precision::Quarter)
                    && !matches!(fine.precision, Precision::Year | Precision::Season | Precision::Quarter)
                    && fine.precision != coarse.precision
                    && fine.first >= coarse.first
                    && fine.first <= coarse.last
            })
        };
        let olds = || self.members.iter().filter(|fact| fact.claim.is_some() && !fact.is_further && self.value(fact) == Value::Old);
        let fine = olds().filter_map(|fact| fact.claim.as_ref()).find(lies_within);
        // "the 2024 edition is cancelled. … which was set for July 19": by its day
        let planned =
            || self.members.iter().filter(|fact| fact.value == Value::Was && !fact.is_further).filter_map(|fact| fact.claim.as_ref());
        fine.or_else(|| planned().find(lies_within)).unwrap_or(claim)
    }

    /// "was rescheduled for January 23, but the studio delays it once again": the new date goes too.
    pub(super) fn withdraws_again(&self, fact: &Fact, since: usize) -> bool {
        let Some((first, end)) = fact.group else { return false };
        let again = (first..end + 5).any(|at| matches!(self.page.word(at), "again" | "further"));
        // "delayed again, to December 10", over "has been delayed again. The new date is December 10"
        let step = self.members.iter().find(|step| step.sentence == since && step.value == Value::New && step.claim.is_some());
        let day = |fact: &Fact| fact.claim.as_ref().and_then(|claim| claim.date.first());
        let is_held = |other: &Fact| other.at > fact.at && other.value == Value::New && step.is_some_and(|step| day(step) == day(other));
        if self.members.iter().copied().any(is_held) {
            return false;
        }
        fact.sentence <= since + 1 && again
    }

    /// The only date the article gives as standing.
    pub(super) fn only_date(&self) -> Option<Claim> {
        let mut dates = self.members.iter().filter(|fact| matches!(fact.value, Value::Was | Value::Plain));
        dates.find_map(|fact| fact.claim.clone())
    }

    /// "had to abandon the tour", and the new dates are told: it was put off.
    pub(super) fn is_set_anew(&self) -> bool {
        self.members.iter().any(|fact| {
            let moves = fact.cue.is_some_and(|(cue, _)| cue.moves());
            // "was originally to begin in November, but was put off until February": the step before
            let is_before = self.members.iter().any(|old| old.is_first && old.sentence == fact.sentence && old.claim.is_some());
            // "have been cancelled, and the tour will now take place in July"
            let says_now = fact.group.is_some_and(|(first, end)| {
                (first..end).any(|at| self.page.word(at) == "will") && (first..end).any(|at| self.page.word(at) == "now")
            });
            let sets = !is_before && (moves || fact.referent.noun.ends_with("dates")) || says_now;
            let is_new = fact.value == Value::New && fact.claim.is_some() && sets;
            is_new && !fact.is_possible && !fact.is_negative && !self.has_passed(fact)
        })
    }

    /// Whether the article tells the new day by its date: one counted from another is the same.
    pub(super) fn is_dated_anew(&self) -> bool {
        self.members.iter().any(|fact| fact.value == Value::New && fact.claim.is_some() && !fact.is_possible && !fact.is_negative)
    }

    /// Whether another fact of the article replaces a date that "was slated".
    pub(super) fn is_replaced(&self, was: &Fact) -> bool {
        self.members.iter().any(|fact| {
            let withdraws = fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed | Says::Cancelled));
            let replaces = fact.value == Value::New || fact.value == Value::Without && withdraws && !fact.is_negative && !fact.is_possible;
            let differs = || claims_differ(was, fact);
            // "will come out in 2020. … It had been scheduled for October 11"
            let precedes =
                fact.sentence < was.sentence && fact.sentence + 2 >= was.sentence && !fact.is_unsure && !self.has_passed(fact) && differs();
            let follows = fact.value == Value::Plain && (fact.sentence >= was.sentence && fact.sentence <= was.sentence + 2 || precedes);
            (replaces || follows) && fact.at != was.at
        })
    }

    /// A date that was given up weeks before the article: whoever gave it up did so before.
    pub(super) fn has_long_passed(&self, old: Option<&Claim>, n_days: i64) -> bool {
        let last = old.and_then(|old| old.date.last());
        last.zip(self.page.article.report_day()).is_some_and(|(last, reported)| days_between(last, reported) > n_days)
    }

    /// Whether the article tells that it took place after all: a delay before that is history.
    pub(super) fn came_out(&self, old: Option<&Claim>) -> bool {
        let reported = self.page.article.report_day();
        let is_done = |fact: &&&Fact| {
            // "a note appeared on its page": nobody’s night
            let is_stray = fact.is_unsure && fact.happens == Some(Happens::Appear);
            fact.value == Value::Done && !is_stray && !self.has_begun_before_break(fact)
        };
        let mut done = self.members.iter().filter(is_done).filter_map(|fact| fact.claim.as_ref()?.date.last());
        let after = old.and_then(|old| old.date.first());
        done.any(|day| {
            let lately = reported.is_some_and(|reported| days_between(day, reported) <= 7);
            lately || after.is_some_and(|after| day >= after)
        })
    }

    /// A date of this article that holds now.
    pub(super) fn new_date(&self) -> Option<&Claim> {
        self.members
            .iter()
            .filter(|fact| {
                let is_told = matches!(self.value(fact), Value::New | Value::Plain) && !fact.is_possible && !fact.is_negative;
                is_told && !self.is_restart(fact) && !self.is_of_the_past(fact)
            })
            .find_map(|fact| fact.claim.as_ref())
    }

    /// "is set to resume": after a part of it was put off.
    pub(super) fn is_restart(&self, fact: &Fact) -> bool {
        fact.cue.is_some_and(|(cue, _)| cue.says == Says::Reinstated) && self.identity.kind == Kind::Performance
    }

    /// Told of a time well before the report.
    pub(super) fn is_long_ago(&self, fact: &Fact) -> bool {
        let reported = self.page.article.report_day();
        fact.told_on.zip(reported).is_some_and(|(told, reported)| days_between(told, reported) > LONG_AGO_DAYS)
    }

    /// Whether it is a thing that has a date, and not somebody.
    pub(super) fn can_change(&self) -> bool {
        let is_work = self.names.is_work(Some(self.identity.name));
        let is_moment = self.members.iter().any(|fact| !fact.referent.moment.is_empty());
        // "Kim’s release was pushed back": whose, and nobody says of what
        let is_person = !is_work && self.names.names.get(self.identity.name).is_some_and(|name| name.agent > 2);
        let is_debut = self.members.iter().any(|fact| fact.referent.moment == "debut");
        let comes_out = matches!(self.identity.kind, Kind::Release | Kind::Premiere | Kind::Production);
        // "Red Girls’ pre-recording, planned for May 3, will now take place on May 4"
        let is_dated = |is: fn(Value) -> bool| self.members.iter().any(|fact| is(fact.value) && fact.claim.is_some());
        let is_made_anew = self.identity.kind == Kind::Production
            && is_dated(|value| value == Value::New)
            && is_dated(|value| matches!(value, Value::Old | Value::Was | Value::Plain));
        if is_person && comes_out && self.identity.thing.is_empty() && !is_debut && !is_made_anew {
            return false;
        }
        // "Final Voyage will no longer open on August 12", "Final Voyage was pushed": who would that be
        let is_shifted = |value: Value| self.members.iter().any(|fact| fact.value == value && is_shifted(self.names, fact));
        // "had been fixed for January 31 and is to be seen on March 13": what is seen on a day
        let is_seen = |fact: &Fact| matches!(fact.happens, Some(Happens::Air | Happens::Out | Happens::Premiere)) && fact.claim.is_some();
        let gives_up = self.members.iter().any(|fact| fact.is_forgone && is_seen(fact));
        let is_something = self.names.names.get(self.identity.name).is_some_and(Name::is_something);
        if gives_up
            && is_something
            && self.members.iter().any(|fact| !fact.is_forgone && matches!(fact.value, Value::New | Value::Plain) && is_seen(fact))
        {
            return true;
        }
        // "Lanterns was to be released on August 4; its makers have postponed it to November 17"
        let is_put = |value: Value| self.members.iter().any(|fact| fact.value == value && is_seen(fact));
        let is_nobody = |name: &Name| name.agent == 0 && !name.is_place && !name.is_person() && !name.is_company();
        // "Lanterns — which was meant to follow in February — will hit screens on November 5"
        let is_left_here = |new: &Fact| {
            let is_left = |old: &&Fact| old.sentence == new.sentence && is_seen(old) && self.value(old) == Value::Old;
            matches!(new.value, Value::New | Value::Plain) && is_seen(new) && self.members.iter().any(is_left)
        };
        let is_put_anew = is_put(Value::Old) && is_put(Value::New) || self.members.iter().any(|new| is_left_here(new));
        let is_released = is_put_anew && self.names.names.get(self.identity.name).is_some_and(is_nobody);
        let is_moved = is_shifted(Value::Old) && is_shifted(Value::New);
        // "Paradise Field will not take place in 2020 and will be postponed to June 25": what is held on a day
        let holds = |fact: &Fact| fact.cue.is_some_and(|(_, words)| words.of(self.page.text).to_lowercase().ends_with("take place"));
        let is_left = self.members.iter().any(|fact| fact.value == Value::Old && holds(fact));
        let is_put_off = |fact: &Fact| fact.value == Value::New && fact.cue.is_some_and(|(cue, _)| cue.moves());
        if is_left && is_something && self.members.iter().any(|fact| is_put_off(fact)) {
            return true;
        }
        let is_title = comes_out && (self.names.is_open(Some(self.identity.name)) || is_moved || is_released);
        let is_thing = is_work || is_title || !self.identity.thing.is_empty() || self.identity.part.is_some() || is_moment;
        is_thing && self.identity.kind != Kind::Other
    }

    /// "is back on": so it was off; but not "is back on Channel 9", "back on stage".
    fn is_back_on(&self, fact: &Fact) -> bool {
        let Some((_, end)) = fact.group.filter(|_| fact.cue.is_some_and(|(cue, _)| cue.says == Says::Reinstated)) else { return false };
        let is_bare = self.page.word(end.wrapping_sub(1)) == "on" && self.page.word(end.wrapping_sub(2)) == "back";
        let ends = !self.page.is_word(end) || matches!(self.page.word(end), "with" | "after" | "and" | "again");
        is_bare && ends && !self.page.is_number(end) && self.page.is_in_lead(fact.sentence)
    }

    /// Whether the article tells that it was off before: only then it can be on again.
    pub(super) fn was_off(&self) -> bool {
        let off = |fact: &Fact| fact.cue.is_some_and(|(cue, _)| cue.says == Says::Cancelled);
        // "has changed its mind and renewed Red Letters"
        let turns_back = || {
            let says = |list: &[&str]| list.iter().any(|words| self.page.has_word(words));
            says(&["changed its mind", "change of heart", "reverses itself", "reversed itself", "reversal", "about-face", "u-turn"])
                // "will open in May after all. … had been dropped"
                // "The movie is back on, with other directors"
                || self.members.iter().any(|fact| self.is_back_on(fact))
                || says(&["un-cancel", "uncancel", "saved by", "rescued", "picked up", "reversed its"]) && says(&["cancel", "axed", "dropped", "drop "])
                || says(&["after all"]) && says(&["cancel", "scrap", "called off", "dropped", "dropping", "shelved", "pulled", "axed"])
        };
        self.identity.kind == Kind::Production || self.members.iter().any(|fact| off(fact)) || turns_back()
    }
}

/// "In January she said that delays forced her to postpone": every date of the sentence lies long before the report.
pub(super) fn is_told_of_the_past(page: &Page<'_>, sentence: usize, cue: usize) -> bool {
    let Some(sentence) = page.sentences.get(sentence) else { return false };
    // "replacing Kim, who left in April", "will replace her (pictured in 2019)": another clause
    let leads_aside = |at: usize| matches!(page.word(at), "who" | "which" | "whose" | "pictured") || page.raw(at) == "(";
    let is_aside = |start: usize| (cue..start).any(leads_aside);
    let Some(reported) = page.article.report_day() else { return false };
    // "will be taking over in Ada & the Comet of 1820": ahead, whatever year a name holds
    if (cue.saturating_sub(WILL_TOKENS).max(sentence.first_token as usize)..=cue).any(|at| matches!(page.word(at), "will" | "ll")) {
        return false;
    }
    let is_long_past = |last: NaiveDate| days_between(last, reported) > PASSED_DAYS;
    // "Earlier this year the group called off a tour", far below: what was known
    let word = |n: usize| page.word(sentence.first_token as usize + n);
    let is_before =
        word(0) == "earlier" && word(1) == "this" && matches!(word(2), "year" | "month" | "summer" | "spring" | "winter" | "season");
    if is_before && !page.is_in_lead(page.token_sentence(sentence.first_token as usize).unwrap_or_default()) {
        return true;
    }
    // "In January 2021 they named some time in 2021, but it was delayed again": the year before, whatever it names
    let told = || page.dates_in(sentence).filter_map(|(_, date)| Some((page.date_tokens(date).start, date.date?)));
    let opens = told().next().filter(|(start, _)| *start <= sentence.first_token as usize + 1);
    let lies_ahead = || told().any(|(_, date)| date.first() > Some(reported));
    // "Last year, the gala was delayed, moving from January to mid-March"
    let first = sentence.first_token as usize;
    let says_last =
        page.word(first) == "last" && matches!(page.word(first + 1), "year" | "month" | "season" | "summer" | "spring" | "fall");
    if opens.and_then(|(_, date)| date.last()).is_some_and(|last| is_long_past(last) || says_last) && (says_last || !lies_ahead()) {
        return true;
    }
    let dates = page.dates_in(sentence).filter(|(_, date)| !is_aside(page.date_tokens(date).start));
    let mut dates = dates.filter_map(|(_, date)| date.date.and_then(|date| date.last())).peekable();
    dates.peek().is_some() && dates.all(is_long_past)
}

/// Whether the dates of two facts cannot be the same.
fn claims_differ(before: &Fact, after: &Fact) -> bool {
    before.claim.as_ref().zip(after.claim.as_ref()).is_some_and(|(before, after)| differs(&before.date, &after.date))
}

/// Whether two dates cannot be the same.
pub(super) fn differs(before: &ClaimedDate, after: &ClaimedDate) -> bool {
    match (before.range(), after.range()) {
        (Some(one), Some(other)) if one == other => {
            before.clock.zip(after.clock).is_some_and(|(one, other)| (one.hour, one.minute) != (other.hour, other.minute))
        }
        (Some(before), Some(after)) => !before.overlaps(after),
        _ => before != after,
    }
}

/// "had already | seen its start date": so far before the verb.
const HAD_TOKENS: usize = 8;

/// "will | soon be | taking over": so far before the verb.
const WILL_TOKENS: usize = 3;

/// Words of an article that tells how something was off before it was on again.
const OFF: [&str; 9] = ["cancel", "called off", "axed", "scrapped", "shelved", "pulled the plug", "ditched", "binned", "abandoned"];

/// "cancelled | the remainder of their tour": so far behind the verb it is told whose.
const OWN_TOKENS: usize = 5;

/// What was done within so many days before the report is news of it.
const FRESH_DAYS: i64 = 8;

/// A change told of more than this many days before the report is history.
pub(super) const LONG_AGO_DAYS: i64 = 45;

/// A step of a chain whose new date lies more than this many days before the report is history.
pub(super) const OLD_STEP_DAYS: i64 = 60;

/// A date withdrawn that lies more than this many days before the report was withdrawn earlier.
pub(super) const PASSED_DAYS: i64 = 28;
