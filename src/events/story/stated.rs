//! What an article says became of a date: moved, put off, called off, in one step or in a chain.

use super::Story;
use super::weighed::{OLD_STEP_DAYS, PASSED_DAYS, differs, is_told_of_the_past};
use crate::civil::calendar::days_between;
use crate::civil::{ClaimedDate, Precision, Unit};
use crate::events::clause;
use crate::events::fact::{Fact, Value, is_doubtful_sentence};
use crate::events::words::{CueWord, Happens, Toward};
use crate::events::{Claim, Kind, Says, Stated};
use crate::text::Span;

impl Story<'_> {
    /// A date that replaces another; `is_inferred` where the old one is only counted from a length told beside it.
    pub(super) fn stated_move(&self, fact: &Fact, from: Option<Claim>, is_inferred: bool) -> Option<Stated> {
        if fact.is_possible || fact.is_negative || self.is_elsewhere(fact) {
            return None;
        }
        if let Some(slot) = self.new_slot(fact, from.as_ref()) {
            return Some(slot);
        }
        // "you still have to wait until December 18": as it was
        let waits = fact.cue.is_some_and(|(_, words)| words.of(self.page.text).to_lowercase().contains("wait"));
        let is_still = || fact.group.is_some_and(|(first, end)| (first.saturating_sub(1)..end).any(|at| self.page.word(at) == "still"));
        if waits && is_still() {
            return None;
        }
        let claim = fact.claim.as_ref().filter(|claim| claim.date.first().is_some())?;
        // "will move up, to 6:30 p.m.": another hour of whatever day it is
        if from.is_none() && claim.date.clock.is_some() && self.is_hour_only(claim) {
            return None;
        }
        let cue = fact
            .cue
            .filter(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed | Says::Extended | Says::Shortened | Says::Reinstated));
        let from = from.filter(|from| differs(&from.date, &claim.date)).or_else(|| self.other_hour(fact));
        if let Some((cue, _)) = cue {
            let is_run = matches!(cue.says, Says::Extended | Says::Shortened);
            // "extends the tour into summer 2024": more of it, and nobody said when it was to end
            if cue.says == Says::Extended && from.is_none() && matches!(self.identity.thing, "tour" | "residency") {
                return None;
            }
            if cue.says == Says::Reinstated && !self.was_off() || is_run && from.is_none() && !self.is_news(fact, cue.says) {
                return None;
            }
        }
        let says = match cue {
            _ if from.as_ref().is_some_and(|from| from.date.range() == claim.date.range()) => Says::TimeChanged,
            // "puts off its closing to April 16"
            Some((cue, _)) if cue.moves() && self.is_end_of_run() => match (&from, cue.toward) {
                (None, Toward::Later) => Says::Extended,
                (None, Toward::Earlier) => Says::Shortened,
                _ => self.run_change(fact, from.as_ref()),
            },
            // "a month sooner this year": a time that has begun is no new day
            Some((cue, _)) if from.is_none() && cue.moves() && self.has_begun(claim) => return None,
            // "moved to May 18", and nobody says from when: only another article's date makes that a step
            Some((cue, _)) if cue.says == Says::Moved && cue.toward == Toward::Either && from.is_none() => return None,
            Some((cue, _)) if cue.says != Says::Postponed => cue.says,
            Some(_) => Says::Moved,
            // "there will be no festival this summer. It returns in 2021": the next one
            None if fact.value != Value::New
                && fact.happens == Some(Happens::Start)
                && (self.is_called_off() || self.page.has_word("cancel")) =>
            {
                return None;
            }
            // "will play two more shows this week" of a tour that is called off
            None if fact.value == Value::Plain && self.identity.kind == Kind::Performance && self.is_called_off() => return None,
            // "the tour, which was put off from October, has reached us. In June they play"
            None if fact.value == Value::Plain && from.as_ref().is_some_and(|from| self.is_of_aside(fact, from)) => return None,
            // "This year’s ceremony …" beside those of other years
            None if fact.value == Value::Plain && from.as_ref().is_some_and(|from| self.is_other_edition(from, claim)) => return None,
            // "resumed filming in July. … were seen shooting on Friday": a day of the work, and no new date for it
            None if fact.value == Value::Plain && self.identity.kind == Kind::Production && !self.is_ahead(claim) => return None,
            None if from.is_some() && (fact.value == Value::New || is_inferred || self.is_contrasted(fact)) => {
                self.run_change(fact, from.as_ref())
            }
            None if from.is_none() && self.waits_until(fact) => Says::Moved,
            None => return None,
        };
        let is_back = from.as_ref().zip(fact.claim.as_ref()).is_some_and(|(from, to)| to.date.first() < from.date.first());
        if is_back && says == Says::Moved && (self.has_passed(fact) || !self.leads_back(fact, from.as_ref())) {
            return None;
        }
        let span = cue.map_or_else(|| fact.group.map_or(Span::default(), |(first, end)| self.page.span(first, end)), |(_, span)| span);
        let is_earlier = cue.is_some_and(|(cue, _)| cue.toward == Toward::Earlier);
        let has_resumed = says == Says::Reinstated && self.has_long_passed(fact.claim.as_ref(), RESUMED_DAYS);
        let is_history = has_resumed
            || self.had_earlier(fact)
            || self.is_of_the_past(fact)
            || self.was_before_end(fact)
            || self.is_long_ago(fact)
            || self.has_long_passed(fact.claim.as_ref(), OLD_STEP_DAYS) && self.has_later_plan(fact)
            || self.has_long_passed(fact.claim.as_ref(), OVER_A_YEAR);
        Some(Stated { from, from_inferred: is_inferred, is_earlier, is_history, ..Stated::new(says, span) })
    }

    /// "this year", "this week": a stretch of days that holds the report’s own.
    fn has_begun(&self, claim: &Claim) -> bool {
        let reported = self.page.article.report_day();
        let is_stretch = claim
            .date
            .range()
            .is_some_and(|range| range.single_day().is_none() && range.precision != Precision::Range && range.shade.is_none());
        // "later this year" is still to come
        let is_later = claim.expression.is_some_and(|words| words.of(self.page.text).contains("later"));
        is_stretch && !is_later && claim.date.first() <= reported && reported <= claim.date.last()
    }

    /// "which was itself moved to December", "the 2021 ceremony was pushed to March": told aside, in a plain past.
    pub(super) fn is_of_the_past(&self, fact: &Fact) -> bool {
        fact.is_loose && fact.cue.is_some() && fact.group.is_some_and(|(first, _)| matches!(self.page.word(first), "was" | "were"))
    }

    /// "was later pushed to 2017", of what is called off now: a step on the way there.
    fn was_before_end(&self, fact: &Fact) -> bool {
        let is_past = fact.group.is_some_and(|(first, _)| matches!(self.page.word(first), "was" | "were" | "had"));
        let is_news = |other: &&Fact| other.sentence < fact.sentence && self.page.is_in_lead(other.sentence);
        let ends = |other: &&Fact| other.cue.is_some_and(|(cue, _)| cue.says == Says::Cancelled) && !other.is_possible && is_news(other);
        // "told his fans that the concert had been moved to Monday": as it is told now
        let is_told = || {
            let groups = self.page.sentences.get(fact.sentence).map(|sentence| clause::find_groups(self.page, self.names, sentence));
            let tells =
                |group: &clause::Group| matches!(group.kind, clause::Head::Telling) && Some(group.first) < fact.group.map(|own| own.0);
            fact.claim.as_ref().is_some_and(|claim| self.is_ahead(claim)) && groups.is_some_and(|groups| groups.iter().any(tells))
        };
        if is_told() {
            return false;
        }
        is_past && fact.cue.is_some() && !fact.is_possible && self.members.iter().any(ends)
    }

    /// "is still scheduled for", "is still going ahead".
    fn is_still(&self, fact: &Fact) -> bool {
        fact.group.is_some_and(|(first, end)| (first..end).any(|at| self.page.word(at) == "still"))
    }

    /// "does not affect Britain, where the record is still scheduled for September 14": another place’s day.
    pub(super) fn is_elsewhere(&self, fact: &Fact) -> bool {
        let Some((first, end)) = fact.group.filter(|_| fact.cue.is_none()) else { return false };
        let is_still = self.is_still(fact);
        // "A trek that starts on January 16 is still going ahead": one of which nothing changed
        if is_still && (first..end).any(|at| self.page.word(at) == "going" && self.page.word(at + 1) == "ahead") {
            return true;
        }
        let start = self.page.sentences.get(fact.sentence).map_or(first, |sentence| sentence.first_token as usize);
        is_still && (start..first).any(|at| self.page.word(at) == "where")
    }

    /// Whether an old date is told of only in an aside of another sentence.
    fn is_of_aside(&self, fact: &Fact, old: &Claim) -> bool {
        let is_own = |other: &&&Fact| other.claim.as_ref().is_some_and(|claim| claim.date == old.date);
        self.members.iter().find(is_own).is_some_and(|other| other.is_loose && other.cue.is_some() && other.sentence + 3 <= fact.sentence)
    }

    /// "had already been pushed to October", "had earlier moved it": before the news.
    pub(super) fn had_earlier(&self, fact: &Fact) -> bool {
        let is_before = |at: usize| matches!(self.page.word(at), "already" | "earlier" | "previously" | "before" | "once");
        let helps = |(first, end): (usize, usize)| {
            let had = (first..end).find(|&at| self.page.word(at) == "had" && self.page.word(at + 1) != "to");
            had.is_some_and(|had| (had..end).any(is_before))
        };
        fact.group.is_some_and(helps)
    }

    /// Whether anything but the two dates says that it comes earlier: a word of the article, "now", or both dates side by
    /// side. What moves mostly moves back, and two dates that belong to different things stand in any order.
    fn leads_back(&self, fact: &Fact, from: Option<&Claim>) -> bool {
        let says_now = fact
            .group
            .is_some_and(|(first, end)| (first.saturating_sub(2)..=end).any(|at| matches!(self.page.word(at), "now" | "instead")));
        let is_beside = || {
            let sentence = self.page.sentences.get(fact.sentence).map(|sentence| sentence.span);
            sentence.zip(from.and_then(|from| from.expression)).is_some_and(|(sentence, words)| sentence.overlaps(words))
        };
        let is_earlier = |fact: &&Fact| fact.cue.is_some_and(|(cue, _)| cue.toward == Toward::Earlier);
        says_now
            || is_beside()
            || self.page.says_sooner(fact.sentence)
            || self.members.iter().any(is_earlier)
            || fact.cue.is_some_and(|(cue, _)| cue.toward == Toward::Either)
    }

    /// Whether the article tells that it was called off.
    pub(super) fn is_called_off(&self) -> bool {
        self.members
            .iter()
            .any(|fact| fact.cue.is_some_and(|(cue, _)| cue.says == Says::Cancelled) && !fact.is_possible && !fact.is_negative)
    }

    /// "will not open on January 16 as planned, and no new date was given": a day given up.
    pub(super) fn is_given_up(&self, fact: &Fact) -> bool {
        let is_refused = fact.is_negative && !fact.is_possible && fact.cue.is_none() && fact.happens.is_some() && !self.has_passed(fact);
        let is_day = fact.claim.as_ref().is_some_and(|claim| claim.date.first().is_some());
        if !is_refused || !is_day || self.has_later_plan(fact) {
            return false;
        }
        if self.is_unaired(fact) {
            return true;
        }
        let sentence = |at: usize| self.page.sentences.get(at).map_or("", |sentence| sentence.span.of(self.page.text)).to_lowercase();
        let (own, next) = (sentence(fact.sentence), sentence(fact.sentence + 1));
        let has_none = [&own, &next].iter().any(|words| words.contains("new date") || words.contains("later date"));
        has_none || ["as planned", "as scheduled", "after all"].iter().any(|words| own.contains(words))
    }

    /// A day that "was to have been", and what the article's other words say became of it; where it lies.
    pub(super) fn stated_forgone(&self) -> Option<(usize, Stated)> {
        let fact = self.members.iter().find(|fact| fact.is_forgone && !fact.is_further && !fact.is_unsure)?;
        let name = self.names.names.get(self.identity.name)?;
        if !name.is_lead || self.has_later_plan(fact) || !self.can_change() || self.members.iter().any(|other| other.value == Value::Done) {
            return None;
        }
        let (first, end) = fact.group?;
        // only what the rest says tells what became of it
        let tells = |list: &[&str]| list.iter().any(|words| self.page.has_word(words));
        let says = match (tells(&CANCELS), tells(&DELAYS)) {
            (false, true) => Says::Postponed,
            (false, false) if !tells(&HINTS) => return None,
            _ => Says::Cancelled,
        };
        Some((fact.at, Stated { from: fact.claim.clone(), ..Stated::new(says, self.page.span(first, end)) }))
    }

    /// The step that gives up a day.
    pub(super) fn stated_given_up(&self, fact: &Fact) -> Option<Stated> {
        let (first, end) = fact.group?;
        // an episode is only put off; a show that comes every week has lost that night
        let is_lost = self.is_unaired(fact) && !self.identity.part.as_deref().is_some_and(|part| part.starts_with("episode"));
        let says = if is_lost { Says::Cancelled } else { Says::Postponed };
        Some(Stated { from: fact.claim.clone(), ..Stated::new(says, self.page.span(first, end)) })
    }

    /// "will also not air on December 8", "will not air its fifth episode this week", of a title: not that night.
    fn is_unaired(&self, fact: &Fact) -> bool {
        let is_soon = || {
            let first = fact.claim.as_ref().and_then(|claim| claim.date.last());
            let reported = self.page.article.report_day();
            first.zip(reported).is_some_and(|(last, reported)| days_between(reported, last) <= UNAIRED_DAYS)
        };
        fact.happens == Some(Happens::Air) && self.names.is_work(Some(self.identity.name)) && !fact.is_unsure && is_soon()
    }

    /// "on Wednesdays at 8:30 p.m. instead of Tuesdays at 9 p.m.": another slot of the week.
    fn new_slot(&self, fact: &Fact, from: Option<&Claim>) -> Option<Stated> {
        let recurs = |claim: &Claim| claim.date.range().is_none();
        let claim = fact.claim.as_ref().filter(|claim| recurs(claim))?;
        let of_clause = |old: &&&Fact| old.group == fact.group && self.value(old) == Value::Old && old.sentence == fact.sentence;
        let old = self.members.iter().find(of_clause).and_then(|old| old.claim.as_ref()).or(from)?;
        (recurs(old) && old.date != claim.date && matches!(fact.value, Value::New | Value::Plain)).then(|| Stated {
            from: Some(old.clone()),
            ..Stated::new(Says::TimeChanged, fact.group.map_or(Span::default(), |(first, end)| self.page.span(first, end)))
        })
    }

    /// Whether it is the last night of what runs for some time.
    fn is_end_of_run(&self) -> bool {
        let runs = self.identity.kind == Kind::Performance || matches!(self.identity.thing, "show" | "play");
        self.identity.part.as_deref() == Some("end") && runs
    }

    /// "has extended its run and will now close on June 30": the end that moves makes the run longer or shorter.
    fn run_change(&self, fact: &Fact, from: Option<&Claim>) -> Says {
        let of_run = |other: &&&Fact| other.sentence + 1 >= fact.sentence && other.sentence <= fact.sentence;
        let mut cues = self.members.iter().filter(of_run).filter_map(|other| other.cue.map(|(cue, _)| cue.says));
        if let Some(says) = cues.find(|says| matches!(says, Says::Extended | Says::Shortened)) {
            return says;
        }
        // "was to finish on March 2, will now play until April 27"
        let is_end = self.is_end_of_run();
        let last = |claim: Option<&Claim>| claim.and_then(|claim| claim.date.last());
        match last(from).zip(last(fact.claim.as_ref())).filter(|_| is_end) {
            Some((old, new)) if old < new => Says::Extended,
            Some((old, new)) if old > new => Says::Shortened,
            _ => Says::Moved,
        }
    }

    /// The date counted in the same clause, "pushed back by a week to October 25", "out on June 26, three weeks earlier
    /// than planned", taken back: when it was to be.
    pub(super) fn before_shift(&self, fact: &Fact) -> Option<Claim> {
        let claim = fact.claim.as_ref()?;
        let beside = |other: &&&Fact| other.shift.is_some() && other.claim.is_none() && is_beside(other, fact);
        let counted = self.members.iter().find(beside).copied();
        let (n, unit) = fact.shift.or_else(|| counted?.shift)?;
        let words = fact.words.or_else(|| counted?.words);
        let range = claim.date.range().filter(|range| range.single_day().is_some())?.shifted(-n, unit)?;
        let derivation =
            words.map(|words| format!("{:?} from {}", words.of(self.page.text), crate::civil::edtf::edtf(&claim.date).unwrap_or_default()));
        Some(Claim { date: ClaimedDate::days(range), expression: words, derivation })
    }

    /// "will be out on November 15. … The record has been postponed to early 2020": the one plan told before, where the
    /// cue leads from it to the new date.
    pub(super) fn plan_left(&self, fact: &Fact) -> Option<Claim> {
        let (cue, _) = fact.cue.filter(|(cue, _)| cue.moves())?;
        let new = fact.claim.as_ref()?;
        let leads = |old: &Claim| match cue.toward {
            Toward::Later => old.date.first() < new.date.first(),
            Toward::Earlier => old.date.first() > new.date.first(),
            Toward::Either => true,
        };
        // "announced only last month that it would open on May 3": as it was told then
        let was_told = |plan: &Fact| plan.group.is_some_and(|(first, _)| self.page.word(first) == "would");
        let fits = |plan: &&&Fact| {
            matches!(self.value(plan), Value::Plain | Value::Was)
                && (plan.at < fact.at || was_told(plan))
                && !plan.is_unsure
                && !plan.is_further
                && !plan.is_negative
        };
        let mut plans =
            self.members.iter().filter(fits).filter_map(|plan| plan.claim.as_ref()).filter(|claim| differs(&claim.date, &new.date));
        let first = plans.next().filter(|plan| plan.date.single_day().is_some() && leads(plan))?;
        plans.all(|other| !differs(&first.date, &other.date)).then(|| first.clone())
    }

    /// The dated plan in the clause of a length without a date.
    pub(super) fn dated_beside(&self, counted: &Fact) -> Option<&Fact> {
        let fits = |other: &&&Fact| {
            matches!(self.value(other), Value::Plain | Value::New)
                && other.claim.as_ref().is_some_and(|claim| claim.date.single_day().is_some())
        };
        self.members.iter().filter(fits).find(|other| is_beside(counted, other)).copied()
    }

    /// "delayed by six weeks. … It opens on June 14 instead of May 3": the length of a step that has its two dates.
    pub(super) fn is_restated(&self, counted: &Fact) -> bool {
        let Some((n, unit)) = counted.shift else { return false };
        let olds = self.members.iter().filter(|fact| self.value(fact) == Value::Old).filter_map(|fact| fact.claim.as_ref());
        olds.into_iter().any(|old| {
            let reached = old.date.range().and_then(|range| range.shifted(n, unit)).and_then(|range| range.first);
            let first = old.date.first();
            self.members.iter().filter(|fact| matches!(self.value(fact), Value::New | Value::Plain)).any(|new| {
                let day = new.claim.as_ref().and_then(|claim| claim.date.first());
                let apart = day.zip(reached).map(|(day, reached)| days_between(day, reached).abs());
                let length = first.zip(reached).map_or(0, |(first, reached)| days_between(first, reached).abs());
                apart.is_some_and(|apart| apart * 5 <= length.max(10))
            })
        })
    }

    /// Whether a date ahead stands beside the old one, or is the only one the article gives.
    pub(super) fn is_contrasted(&self, fact: &Fact) -> bool {
        let beside = |old: &&&Fact| {
            let comes_out = matches!(self.identity.kind, Kind::Release | Kind::Premiere);
            // "will take place on March 2. … had been due to be held on February 8"
            let is_given_up = self.had_been_due(old) && self.page.is_in_lead(fact.sentence);
            let behind = match (comes_out, is_given_up) {
                (_, true) => FORGONE_SENTENCES,
                (true, _) => 2,
                (false, false) => usize::from(self.says_had(old)),
            };
            let near = old.sentence <= fact.sentence + behind && fact.sentence <= old.sentence + 2;
            self.value(old) == Value::Old && old.claim.is_some() && near
        };
        // "was set for August 25 after a preview a week before": a day beside it
        let is_counted = fact.claim.as_ref().and_then(|claim| claim.expression).is_some_and(|words| {
            let words = words.of(self.page.text).to_ascii_lowercase();
            words.ends_with(" before") || words.ends_with(" after")
        });
        // "a trek that starts on January 16 is still going ahead": what nothing happened to
        if is_counted || self.is_still(fact) {
            return false;
        }
        let others = || {
            let standing = self
                .members
                .iter()
                .filter(|other| other.at != fact.at && matches!(self.value(other), Value::New | Value::Plain) && !other.is_unsure);
            standing.filter_map(|other| other.claim.as_ref())
        };
        let agrees = |other: &&Claim| fact.claim.as_ref().is_some_and(|claim| !differs(&claim.date, &other.date));
        let n_agree = others().filter(agrees).count();
        // an act plays many nights: one more is no move
        let is_one_of_many = matches!(self.identity.thing, "concert" | "" | "event") && self.identity.kind == Kind::Performance;
        let is_one_of_many =
            is_one_of_many && !self.names.is_work(Some(self.identity.name)) && !self.members.iter().any(|old| self.had_been_due(old));
        !fact.is_unsure && !is_one_of_many && (self.members.iter().any(|old| beside(&old)) || n_agree >= others().count() - n_agree)
    }

    /// "had been due to be held on February 8": what was planned and will not be.
    fn had_been_due(&self, fact: &Fact) -> bool {
        fact.is_forgone && self.says_had(fact)
    }

    /// A cue with no new date: withdrawn, cancelled, on again, or moved by a length.
    pub(super) fn stated_without(&self, fact: &Fact, old: Option<&Claim>, withdraws_again: bool) -> Option<Stated> {
        let (cue, span) = fact.cue?;
        if fact.is_possible || fact.is_negative || is_doubtful_sentence(self.page, self.page.sentences.get(fact.sentence)?) {
            return None;
        }
        // "the September 13 show has been cancelled", beside another that is put off: that night
        if let Some(own) = self.own_night(fact) {
            let says = if cue.says == Says::Moved { Says::Postponed } else { cue.says };
            let is_history = self.is_long_ago(fact) || self.has_long_passed(Some(&own), PASSED_DAYS);
            return Some(Stated { from: Some(own), is_history, ..Stated::new(says, span) });
        }
        // "called off the release by a week"
        let mut says = match cue.says {
            Says::Cancelled if fact.shift.is_some() => Says::Moved,
            Says::Cancelled if self.is_set_anew() => Says::Postponed,
            // "will not take place this month. It has been postponed"
            Says::Cancelled if is_mild(span.of(self.page.text)) && (self.is_put_off() || fact.is_loose && self.has_later_plan(fact)) => {
                Says::Postponed
            }
            // "voted to suspend all events of the festival", which is called off
            Says::Postponed if self.is_called_off() && span.of(self.page.text).contains("suspend") => Says::Cancelled,
            says => says,
        };
        // "will be rescheduled", and no new date is told: put off
        let is_to_be = || {
            let words = fact.group.map_or(0..0, |(first, end)| first..end);
            self.page.word(words.end.wrapping_sub(1)).starts_with("resched")
                && words.clone().any(|at| matches!(self.page.word(at), "will" | "being" | "to"))
        };
        if says == Says::Moved && fact.shift.is_none() && !fact.is_loose && is_to_be() && self.new_date().is_none() {
            says = Says::Postponed;
        }
        if says == Says::Postponed || says == Says::Moved {
            if fact.shift.is_some() {
                says = Says::Moved;
            } else if says == Says::Moved || !withdraws_again && self.new_date().is_some() {
                return None;
            }
        }
        // "will be delayed again … was set for January 10", said in April: from whatever day it was moved to since
        let is_again = fact.group.is_some_and(|(first, end)| (first..end + 2).any(|at| self.page.word(at) == "again"));
        let old = old.filter(|old| !(is_again && says == Says::Postponed && self.has_long_passed(Some(old), PASSED_DAYS)));
        let from = old.cloned();
        if from.is_none() && fact.shift.is_none() && !self.is_news(fact, says) {
            return None;
        }
        Some(Stated {
            from,
            shift: fact.shift.map(|shift| signed(cue, shift)),
            is_history: self.is_long_ago(fact)
                || self.was_halted(fact)
                || self.came_out(old)
                || self.had_already(fact)
                || says == Says::Postponed && (self.has_long_passed(old, PASSED_DAYS) || self.is_on_the_way(fact))
                || is_told_of_the_past(self.page, fact.sentence, fact.at),
            ..Stated::new(says, span)
        })
    }

    /// "was first meant to run from April 3 before it was postponed", of what is called off now: a step on the way there.
    fn is_on_the_way(&self, fact: &Fact) -> bool {
        let is_first = |other: &&Fact| other.is_first && other.sentence == fact.sentence;
        fact.is_loose && self.is_called_off() && self.members.iter().any(is_first)
    }

    /// The night that a cue takes away in its own clause, of an act that has others.
    fn own_night(&self, fact: &Fact) -> Option<Claim> {
        let is_night = self.identity.thing == "concert" && self.identity.kind == Kind::Performance && fact.shift.is_none();
        let is_own = |other: &&&Fact| {
            other.at != fact.at
                && other.group.is_some()
                && other.group == fact.group
                && other.sentence == fact.sentence
                && matches!(other.value, Value::Plain | Value::Old)
                && other.claim.as_ref().is_some_and(|claim| claim.date.single_day().is_some())
        };
        let mut own = self.members.iter().filter(is_own);
        let only =
            own.next().filter(|_| is_night && fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Cancelled | Says::Postponed)));
        only.filter(|_| own.next().is_none()).and_then(|only| only.claim.clone())
    }

    /// "The film has been pushed. … It takes over cinemas on 18 February": the only date ahead, told after the news of
    /// a move without any.
    pub(super) fn moved_before(&self, fact: &Fact, old: Option<&Claim>) -> Option<Stated> {
        let ahead = |other: &&&Fact| {
            matches!(self.value(other), Value::New | Value::Plain | Value::Was) && other.claim.is_some() && !other.is_negative
        };
        let is_only = self.members.iter().filter(ahead).all(|other| {
            let (one, other) = (fact.claim.as_ref(), other.claim.as_ref());
            one.zip(other).is_some_and(|(one, other)| !differs(&one.date, &other.date))
        });
        if self.members.iter().any(|other| other.value == Value::Done && self.has_passed(other)) {
            // "was postponed three times. They married in June"
            return None;
        }
        // "Delayed by the strike, the album will now be released on June 26"
        let opens = |told: &Fact| {
            let first = self.page.sentences.get(told.sentence).map_or(0, |sentence| sentence.first_token as usize);
            told.sentence == fact.sentence && fact.value == Value::New && told.at <= first + 1
        };
        let told = self.members.iter().filter(|other| {
            let counts = other.shift.is_some() && other.sentence != fact.sentence;
            other.at < fact.at && other.value == Value::Without && !counts
        });
        let (cue, told) = told.filter_map(|told| Some((told.cue?, told))).find(|((cue, _), told)| {
            matches!(cue.says, Says::Moved | Says::Postponed | Says::Cancelled)
                && !told.is_possible
                && !told.is_negative
                && (opens(told) || !told.is_loose && self.is_news(told, cue.says))
        })?;
        let is_day = fact.claim.as_ref().is_some_and(|claim| claim.date.first().is_some());
        // "several dates are postponed. … The tour began in April": of what comes out, and told soon after
        let comes_out = matches!(self.identity.kind, Kind::Release | Kind::Premiere) && fact.sentence <= told.sentence + 3;
        if old.is_none() && !comes_out {
            return None;
        }
        // one night called off, another still to come
        let is_night = matches!(self.identity.thing, "concert" | "") && self.identity.kind == Kind::Performance;
        (is_only
            && is_day
            && !(is_night && cue.0.says == Says::Cancelled)
            && fact.cue.is_none()
            && !fact.is_unsure
            && !fact.is_possible
            && !self.has_passed(fact)
            && told.sentence <= fact.sentence)
            .then_some(Stated {
                from: old.filter(|old| fact.claim.as_ref().is_some_and(|claim| differs(&old.date, &claim.date))).cloned(),
                is_earlier: cue.0.toward == Toward::Earlier,
                ..Stated::new(Says::Moved, cue.1)
            })
    }

    /// A length counted from a date: "preponed by a day", "a day before the scheduled release date".
    pub(super) fn counted(&self, fact: &Fact, base: &Claim) -> Option<Claim> {
        let (n, unit) = fact.shift?;
        // "a day before the date": of a month nobody can count days
        let is_fine = base.date.single_day().is_some() || matches!(unit, Unit::Month | Unit::Quarter | Unit::Year);
        let range = base.date.range().filter(|_| is_fine)?.shifted(n, unit)?;
        let words = fact.words.map_or("", |span| span.of(self.page.text));
        let (base_day, day) =
            (crate::civil::edtf::edtf(&ClaimedDate::days(*base.date.range()?))?, crate::civil::edtf::edtf(&ClaimedDate::days(range))?);
        let derivation = format!("{words:?}, counted from {base_day} = {day}");
        Some(Claim { date: ClaimedDate::days(range), expression: fact.words, derivation: Some(derivation) })
    }
}

/// What came so many days before the report has long been known.
const OVER_A_YEAR: i64 = 400;

/// So many sentences behind the new day stands the one that had been planned, where no word between says that it moved.
const FORGONE_SENTENCES: usize = 6;

/// What is not on the air on a day so soon was to be.
const UNAIRED_DAYS: i64 = 31;

/// What an article says of a day given up that is to come later.
pub(super) const DELAYS: [&str; 9] =
    ["postpon", "reschedul", "delay", "new date", "later date", "put off", "put back", "until further notice", "make good on"];

/// What it says of one that is not.
const CANCELS: [&str; 7] = ["cancel", "scrap", "called off", "axed", "ditched", "rather than find", "abandon"];

/// And what hints at it, where nothing is said of a delay.
const HINTS: [&str; 6] = ["refund", "go ahead", "going ahead", "pulled the plug", "plug was pulled", "not to release"];

/// What went on so many days before the report is no news of it: "resumed filming in June".
const RESUMED_DAYS: i64 = 10;

/// "will not take place", "there will be no", "called off": said of what is only put off, too.
fn is_mild(words: &str) -> bool {
    let words = words.to_lowercase();
    ["not ", "won", "no ", "called off", "call off"].iter().any(|word| words.contains(word))
}

/// Whether a length stands in the clause of a date, or right beside it.
fn is_beside(counted: &Fact, dated: &Fact) -> bool {
    counted.sentence == dated.sentence && counted.at != dated.at && counted.at.abs_diff(dated.at) <= 9
}

pub(super) fn signed(cue: CueWord, (n, unit): (i64, crate::civil::Unit)) -> (i64, crate::civil::Unit) {
    let n = if cue.toward == Toward::Earlier { -n.abs() } else { n };
    (n, unit)
}
