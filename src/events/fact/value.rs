//! How a date stands beside its verb: old, new, plain, done or only told; and which year it means.

use super::{Scene, Value};
use crate::civil::{DateRange, Precision, Unit, When, calendar};
use crate::events::Says;
use crate::events::attach::Part;
use crate::events::clause::{self, Group, Head, Mood};
use crate::events::event::Claim;
use crate::events::grammar::{is_light, refuses};
use crate::events::names;
use crate::events::page::Page;
use crate::events::words::{CueWord, Happens, Needs, Role, WORDS};
use crate::language::DateWords;
use crate::language::timex::Direction;
use crate::text::has_year_digits;

/// A day in the past is meant where it lies so many days nearer to the report than the one ahead.
const MUCH_NEARER_DAYS: i64 = 30;

/// "a March 12 show | at Harbour Arena in London, which has been moved": so far behind the noun.
const ASIDE_TOKENS: usize = 12;

impl Scene<'_, '_> {
    pub(super) fn value_of(&self, group: Option<&Group>, part: Part, claim: &Claim, is_noun: bool) -> Value {
        let Some(group) = group else {
            return match part {
                Part::Old => Value::Old,
                Part::New => Value::New,
                Part::At => Value::Plain,
            };
        };
        let is_past = claim.date.last().zip(self.page.article.report_day()).is_some_and(|(last, reported)| last <= reported);
        match (group.kind, part) {
            // "has previously hosted the awards in 2012": done then, and no plan
            (Head::Trigger(_), Part::Old) if group.mood == Mood::Done && is_long_past(claim, self.page) => Value::Done,
            (_, Part::Old) => Value::Old,
            // "was originally going to move to Fridays on Oct. 19 before the channel decided to hold it"
            (Head::Cue(cue), _) if cue.moves() && group.mood == Mood::WasPlanned && group.is_once => Value::Old,
            // "was to have opened on June 4", said in May
            (_, Part::At) if !is_noun && is_forgone(self.page, group) && is_near_or_ahead(claim, self.page) => Value::Old,
            // "the concerts, beginning on March 18, were indefinitely postponed": what they began with
            // "With their May 1 release party on hold"
            (Head::Cue(cue), _) if cue.unsettles() && self.is_undergone(group) && self.stands_in_subject(claim, group) => Value::Old,
            // "postponed for 2020": not to the year that is running, but gone from it
            (Head::Cue(cue), Part::New)
                if cue.takes_away()
                    && claim.date.single_day().is_none()
                    && !self.is_led_by_until(claim)
                    && claim.date.range().is_some_and(|range| {
                        self.page.article.report_day().is_some_and(|day| range.first <= Some(day) && range.last >= Some(day))
                    }) =>
            {
                Value::Old
            }
            // "scrapped his dates for 2019"
            (Head::Cue(cue), Part::New) if cue.says == Says::Cancelled && self.is_for(claim) => Value::Old,
            (Head::Cue(_), Part::New) => Value::New,
            // "will step in for the show’s debut in late September": a day on which somebody else is there
            (Head::Cue(cue), Part::At) if matches!(cue.says, Says::Replaced | Says::FormatChanged) && !is_past => Value::Plain,
            (Head::Cue(cue), Part::At) => self.value_beside(cue, group, claim, (is_noun, is_past)),
            (Head::Telling | Head::Other, Part::New) if is_noun => Value::New,
            // "will now platform on Jan. 27", whatever that is
            (Head::Other, _) if group.is_now && group.mood == Mood::Ahead && is_ahead(claim, self.page) => Value::New,
            // "last June it was announced for the autumn": a plan of then
            (Head::Telling, Part::At) if !is_noun && self.is_for(claim) && self.opens_long_ago(group) => Value::Told,
            // "initially announced for July 13"
            (Head::Telling, Part::At) if group.is_once && !is_noun && self.is_for(claim) => Value::Old,
            // "had been announced for March 29"
            (Head::Telling, Part::At) if !is_noun && self.is_for(claim) && self.says_had(group) && lies_ahead(claim, self.page) => {
                Value::Was
            }
            (Head::Telling, Part::At) if !is_noun && is_ahead(claim, self.page) && group.mood != Mood::Done => Value::Plain,
            // "was to come to Harbour Arena on May 3", whatever that is; "had been due to be unveiled on Thursday"
            (Head::Other | Head::Telling, Part::At)
                if !is_noun && group.mood == Mood::WasPlanned && (lies_ahead(claim, self.page) || is_running(claim, self.page)) =>
            {
                Value::Was
            }
            (Head::Telling | Head::Other, _) => {
                // nothing was told or done on a day that is still to come
                let is_coming = is_ahead(claim, self.page) || self.is_for(claim) && lies_ahead(claim, self.page);
                let is_coming = is_coming && !self.is_told_abroad(group, claim);
                if is_noun && !is_past || group.is_finite && is_coming { Value::Plain } else { Value::Told }
            }
            // "it got a new date last month and now launches on June 19"
            (_, Part::New) if group.mood == Mood::Present && is_past && claim.date.single_day().is_none() => Value::Told,
            (_, Part::New) if group.mood == Mood::Ahead || group.mood == Mood::Present || group.mood == Mood::Loose && group.is_now => {
                Value::New
            }
            (Head::Planned | Head::Trigger(_), _) => match group.mood {
                // "their last tour, in 2015, was billed as a farewell"
                Mood::WasPlanned if is_long_past(claim, self.page) && !group.is_once => Value::Done,
                Mood::WasPlanned => {
                    if group.is_once {
                        Value::Old
                    } else {
                        Value::Was
                    }
                }
                // "originally rumoured to be released this winter, will instead come in July"
                Mood::Ahead | Mood::Loose if self.says_originally(group) && !is_noun => Value::Old,
                Mood::Ahead | Mood::Loose => Value::Plain,
                // "which originally ends on October 13"
                Mood::Present if self.says_originally(group) && !is_noun && !is_past => Value::Old,
                Mood::Present => {
                    // "airs on Thursday", told on Thursday: that is still ahead
                    let is_over = claim.date.last().zip(self.page.article.report_day()).is_some_and(|(last, day)| last < day);
                    if is_over && claim.date.single_day().is_some() { Value::Done } else { Value::Plain }
                }
                Mood::Done => {
                    // "was coming out on April 28", said before that day
                    if self.is_under_way(group) && lies_ahead(claim, self.page) {
                        return Value::Was;
                    }
                    let has_begun =
                        claim.date.first().zip(self.page.article.report_day()).is_some_and(|(first, reported)| first <= reported);
                    if is_past || has_begun || claim.date.range().is_none() { Value::Done } else { Value::Plain }
                }
            },
        }
    }

    /// A day beside a cue that does not lead to it: when it was told, the day it takes away, or the new one.
    fn value_beside(&self, cue: CueWord, group: &Group, claim: &Claim, (is_noun, is_past): (bool, bool)) -> Value {
        // "resumed filming in June" is when it went on, be it ahead or behind
        let resumes = cue.says == Says::Reinstated && (!is_past || is_noun);
        if resumes || self.sets_anew(group, claim) {
            Value::New
        } else if matches!(cue.says, Says::Cancelled | Says::Postponed) && self.is_refused(group) && !is_past {
            // "will not be held in 2021", "will not come out as scheduled on March 20"
            Value::Old
        } else if is_past || !matches!(cue.needs, Needs::Date) {
            if is_noun && !(is_past && self.is_of_late(claim)) { Value::Old } else { Value::Told }
        } else {
            Value::New
        }
    }

    /// "will not be held", "will not come out".
    fn is_refused(&self, group: &Group) -> bool {
        refuses(self.page, group) || (group.first..group.head).any(|at| matches!(self.page.word(at), "not" | "t"))
    }

    /// "are working on rescheduling the tour in 2021": for then.
    pub(super) fn sets_anew(&self, group: &Group, claim: &Claim) -> bool {
        let sets = self.page.word(group.head).starts_with("resched") && group.mood != Mood::Done && !group.is_passive;
        let left = claim.expression.and_then(|span| self.page.token_at(span.start).checked_sub(1));
        sets && is_ahead(claim, self.page) && left.is_some_and(|left| matches!(self.page.word(left), "in" | "for"))
    }

    /// "lead actress Mila Kern | will not be returning": she, not the show.
    pub(super) fn is_of_person(&self, group: &Group) -> bool {
        let names = self.resolver.names();
        let near = names.within(self.sentence.first_token as usize, group.first).last();
        near.is_some_and(|near| near.end == group.first && names.of(near).is_some_and(crate::events::names::Name::is_person))
    }

    /// "was called off last week": when it was.
    fn is_of_late(&self, claim: &Claim) -> bool {
        let words = claim.expression.map_or("", |span| span.of(self.page.text)).to_lowercase();
        ["last week", "last month", "yesterday", "earlier"].iter().any(|lead| words.starts_with(lead))
    }

    /// "was coming out", "were opening": a plan, where the day is still ahead.
    fn is_under_way(&self, group: &Group) -> bool {
        let is_past = (group.first..group.head).any(|at| matches!(self.page.word(at), "was" | "were"));
        is_past && self.page.word(group.head).ends_with("ing")
    }

    /// "was to have opened on June 4", "had been set for June 4", said in May: it will not. But "the label announced that
    /// it had been set for June 4".
    pub(super) fn is_forgone(&self, group: &Group, value: Value, claim: &Claim) -> bool {
        let is_told = || self.groups.iter().any(|other| matches!(other.kind, Head::Telling) && other.end <= group.first);
        match value {
            Value::Old => is_forgone(self.page, group),
            Value::Was => self.says_had(group) && is_near_or_ahead(claim, self.page) && !is_told(),
            _ => false,
        }
    }

    fn says_had(&self, group: &Group) -> bool {
        // "they’d been booked"
        let is_short = |at: usize| self.page.word(at) == "d" && self.page.word(at + 1) == "been";
        (group.first..group.head).any(|at| self.page.word(at) == "had" || is_short(at))
    }

    /// "On December 9, the label announced", in an article of December 8: told where that day had come already.
    fn is_told_abroad(&self, group: &Group, claim: &Claim) -> bool {
        let Some(at) = claim.expression.map(|span| self.page.token_at(span.start)) else { return false };
        let opens = at <= self.sentence.first_token as usize + 1 && at < group.first;
        let is_next = claim
            .date
            .single_day()
            .zip(self.page.article.report_day())
            .is_some_and(|(day, reported)| calendar::days_between(reported, day) == 1);
        opens && is_next && matches!(group.kind, Head::Telling) && group.mood == Mood::Done
    }

    fn says_originally(&self, group: &Group) -> bool {
        (group.first.saturating_sub(1)..group.head).any(|at| matches!(self.page.word(at), "originally" | "initially" | "previously"))
    }

    /// "announced for July 13": what is told is the day itself.
    fn is_for(&self, claim: &Claim) -> bool {
        let at = claim.expression.map(|span| self.page.token_at(span.start));
        // "announced to be on July 13"
        let is_to_be = |left: usize| left >= 2 && self.page.word(left - 1) == "be" && self.page.word(left - 2) == "to";
        at.and_then(|at| at.checked_sub(1)).is_some_and(|left| matches!(self.page.word(left), "for" | "as") || is_to_be(left))
    }

    /// "originally planned for February", said in April: of the years a plan may have meant, the nearer.
    pub(super) fn draw_near(&self, claim: &mut Claim, value: Value, group: Option<&Group>, rule: &str) {
        let is_first = group.is_some_and(|group| is_first(self.page, group));
        // "announced a new June 11 start date": what is new lies ahead
        let is_ahead = group.is_none_or(|group| group.mood == Mood::Ahead || matches!(group.kind, Head::Telling));
        let words = claim.expression.map_or("", |span| span.of(self.page.text));
        let is_relative = words.split(' ').any(|word| {
            matches!(word.to_lowercase().as_str(), "next" | "last" | "this" | "that" | "same" | "coming" | "later" | "tomorrow" | "today")
        });
        let Some((range, reported)) = claim.date.range().copied().zip(self.page.article.report_day()) else { return };
        // "was to have been held this Saturday": the coming one
        let is_forgone = group.is_some_and(|group| is_forgone(self.page, group));
        if is_forgone && rule == "weekday" && words.to_lowercase().starts_with("this") && range.last < Some(reported) {
            claim.date.when = range.shifted(1, Unit::Week).map_or(claim.date.when, When::Days);
            return;
        }
        if has_year_digits(words)
            || is_relative
            || claim.derivation.is_none()
            || !matches!(range.precision, Precision::Day | Precision::Month | Precision::Season | Precision::Quarter) && rule != "shade"
        {
            return;
        }
        let away = |range: &DateRange| range.days_from(reported);
        let reaches = |range: &DateRange| range.first.is_some_and(|first| first <= reported);
        let is_early_plan = value != Value::New && is_first && range.precision != Precision::Day && !reaches(&range);
        // "was originally slotted for June", said in April
        let is_soon = range.first.is_some_and(|first| (0..SOON_DAYS).contains(&calendar::days_between(reported, first)));
        if is_early_plan && is_soon && range.precision == Precision::Month {
            return;
        }
        if is_early_plan && !self.page.says_sooner(self.idx) {
            // "originally planned for the spring": the last spring there was
            if let Some(past) = range.shifted(-1, Unit::Year).filter(reaches) {
                claim.date.when = When::Days(past);
            }
            return;
        }
        // "plans were shelved, pushing its April 10 release to May 29": told of what was, as near as it may be
        let is_told_beside = group.is_some_and(|group| group.mood == Mood::Loose && matches!(group.kind, Head::Cue(_)));
        if is_told_beside && range.first >= Some(reported) {
            let past = range.shifted(-1, Unit::Year).filter(|past| away(past) + MUCH_NEARER_DAYS < away(&range));
            claim.date.when = past.map_or(claim.date.when, When::Days);
            return;
        }
        // "was pushed to July 31", told in September: the July that was
        let is_past_tense = group.is_some_and(|group| self.tells_past(group));
        let is_day = range.precision == Precision::Day;
        if value == Value::New && is_past_tense && is_day && range.first > Some(reported) && away(&range) > FAR_AHEAD_DAYS {
            let past = range.shifted(-1, Unit::Year).filter(|past| away(past) < FAR_AHEAD_DAYS + MUCH_NEARER_DAYS);
            claim.date.when = past.map_or(claim.date.when, When::Days);
            return;
        }
        if value == Value::New && range.first >= Some(reported) {
            // "has moved it up to April 27": what is new lies ahead, and so does this
            return;
        }
        let holds = group.is_some_and(|group| {
            matches!(group.kind, Head::Cue(_))
                && (group.mood == Mood::Present || (group.first..group.head).any(|at| matches!(self.page.word(at), "has" | "have" | "ve")))
        });
        if value == Value::New && holds && !matches!(rule, "weekday" | "clock" | "today") && !reaches_now(&range, reported) {
            // "has moved it up to Dec. 22": ahead
            claim.date.when = range.next_year().map_or(claim.date.when, When::Days);
            return;
        }
        if value == Value::New {
            // "it will now arrive on July 17" is ahead
            let unit = if rule == "weekday" { Unit::Week } else { Unit::Year };
            let ahead = range.shifted(1, unit).filter(|_| is_ahead);
            if ahead.is_some() || rule == "weekday" {
                claim.date.when = When::Days(ahead.unwrap_or(range));
                return;
            }
        }
        // "was set to marry in March but decided to hold off": the March before
        let gives_way = value == Value::Was && group.is_some_and(|group| self.gives_way(group));
        if gives_way && range.first > Some(reported) && range.days_from(reported) > FAR_AHEAD_DAYS && rule != "weekday" {
            let before = range.shifted(-1, Unit::Year).filter(|before| before.days_from(reported) < GIVEN_UP_DAYS);
            claim.date.when = before.map_or(claim.date.when, When::Days);
            return;
        }
        // "was set to come out on Thursday": the nearer one
        let unit = if rule == "weekday" { Unit::Week } else { Unit::Year };
        let years = [-1, 1].into_iter().filter_map(|n| range.shifted(n, unit));
        if let Some(nearer) = years.min_by_key(away).filter(|nearer| away(nearer) < away(&range)) {
            claim.date.when = When::Days(nearer);
        }
    }

    /// "was pushed to July 31", "delayed it to July 31": a plain past; a headline has no helper, "delayed till spring".
    fn tells_past(&self, group: &Group) -> bool {
        let helper = |words: &[&str]| (group.first..group.head).any(|at| words.contains(&self.page.word(at)));
        let is_told = !group.is_passive || helper(&["was", "were"]);
        let holds = helper(&["has", "have", "ve", "being", "now"]);
        let is_noun = WORDS.cue_nouns.contains_key(self.page.word(group.head));
        group.moves() && group.mood == Mood::Done && is_told && !is_noun && !group.is_now && !holds
    }

    /// "was set for March | but decided to hold off", "but had to be postponed": what has been given up.
    fn gives_way(&self, plan: &Group) -> bool {
        let end = self.sentence.end_token as usize;
        let but = (plan.end..end).find(|&at| matches!(self.page.word(at), "but" | "before" | "until"));
        let next = but.and_then(|but| self.groups.iter().find(|group| group.first > but && matches!(group.kind, Head::Cue(_))));
        let is_done = |at: usize| {
            matches!(self.page.word(at), "was" | "were" | "had" | "decided" | "forced" | "chose") || self.page.word(at).ends_with("ed")
        };
        next.is_some_and(|next| (next.first.saturating_sub(3)..next.end).any(is_done))
    }

    /// Whether a date still ahead stands between what a verb is about and the verb, and does not open the sentence.
    fn stands_in_subject(&self, claim: &Claim, group: &Group) -> bool {
        let at = claim.expression.map(|words| self.page.token_at(words.start));
        let opens = |at: usize| at <= self.sentence.first_token as usize + 1;
        at.is_some_and(|at| at < group.first && !opens(at)) && is_ahead(claim, self.page)
    }

    /// Whether a date stands before a noun in what a cue takes away: "postpones its September launch".
    pub(super) fn is_of_object(&self, at: usize, tokens: &std::ops::Range<usize>) -> bool {
        let takes =
            |group: &Group| group.unsettles() && !group.is_passive && group.end <= tokens.start && tokens.start < group.end + OBJECT_TOKENS;
        let leads = tokens.start.checked_sub(1).is_some_and(|left| {
            matches!(
                self.page.word(left),
                "the"
                    | "its"
                    | "their"
                    | "his"
                    | "her"
                    | "our"
                    | "my"
                    | "s"
                    | "planned"
                    | "scheduled"
                    | "upcoming"
                    | "entire"
                    | "remaining"
            )
        });
        let owns = self.page.owns_at(tokens.end);
        let noun = self.page.is_word(tokens.end) && !WORDS.small.contains(self.page.word(tokens.end)) && !self.page.begins_date(tokens.end);
        // "postpone the show of this Thursday"
        let is_of = || {
            let behind = tokens.start.checked_sub(2).filter(|left| self.page.word(left + 1) == "of");
            names::thing_ending_at(self.page, behind).is_some_and(|(thing, _)| matches!(thing.role, Role::Work | Role::Happening))
        };
        self.groups.get(at).is_some_and(takes) && (leads && noun || owns || is_of())
    }

    /// Whether a participle tells of what the verb before it takes away: "postpone our opening | scheduled for October".
    pub(super) fn is_of_withdrawn(&self, at: usize) -> bool {
        let Some((withdraws, planned)) = at.checked_sub(1).and_then(|left| self.groups.get(left)).zip(self.groups.get(at)) else {
            return false;
        };
        let takes = withdraws.takes_away() && !withdraws.is_passive;
        let is_participle =
            matches!(planned.kind, Head::Planned | Head::Trigger(_)) && WORDS.planned.contains(self.page.word(planned.first));
        let between = withdraws.end..planned.first;
        let is_object = !between.is_empty()
            && between.clone().all(|at| self.page.raw(at) != ",")
            && !clause::crosses_boundary(self.page, between.start, between.end);
        takes && is_participle && is_object
    }

    /// "suspending all matches from March until June": how long nothing went on, and no move.
    pub(super) fn is_pause(&self, group: &Group, start: usize) -> bool {
        let pauses = ["suspend", "halt", "paus", "shut"].iter().any(|stem| self.page.word(group.head).starts_with(stem));
        let from = (group.end..start).rev().find(|&at| self.page.word(at) == "from");
        let until = (start..start.saturating_add(4)).any(|at| matches!(self.page.word(at), "until" | "till" | "to"));
        pauses && from.is_some_and(|from| until || from + 1 < start)
    }

    /// "was bumped up to May 18, and Red Letters | follows | on May 25": a verb of its own, on no list, stands before the date.
    pub(super) fn has_own_verb(&self, before: &DateWords, start: usize) -> bool {
        let from = self.page.date_tokens(before).end;
        let Some(title) = self.resolver.names().within(from, start).last() else { return false };
        let verb = (title.end..start).find(|&at| self.page.is_word(at) && !is_light(self.page, at));
        verb.is_some_and(|at| self.page.word(at).ends_with('s') && !WORDS.things.contains_key(self.page.word(at)))
    }

    /// "delaying the release of Red Letters on April 11": the day of what is taken away, still ahead.
    pub(super) fn is_withdrawn_day(&self, at: usize, tokens: &std::ops::Range<usize>, claim: &Claim) -> bool {
        let Some(group) = self.groups.get(at) else { return false };
        let takes = group.takes_away() && !group.is_passive;
        let is_led = tokens.start > group.end && self.page.word(tokens.start - 1) == "on";
        let has_object = || (group.end..tokens.start).any(|at| self.page.phrase_at(&WORDS.things, at, tokens.start).is_some());
        let is_near = || (group.end..tokens.start).all(|at| self.page.raw(at) != "," && self.page.raw(at) != ";");
        let is_day = || claim.date.range().is_some_and(|range| matches!(range.precision, Precision::Day | Precision::Range));
        takes
            && is_led
            && lies_ahead(claim, self.page)
            && is_day()
            && has_object()
            && is_near()
            && !clause::crosses_boundary(self.page, group.end, tokens.start)
    }

    /// "tonight’s semi-final will not be broadcast", "Friday’s show has been cancelled": the day of what is taken away.
    pub(super) fn is_day_of_subject(&self, group: &Group, tokens: &std::ops::Range<usize>, claim: &Claim) -> bool {
        let is_said = group.is_passive || refuses(self.page, group);
        let owns = self.page.owns_at(tokens.end);
        let is_near = || {
            names::thing_ending_at(
                self.page,
                (tokens.end + 2..tokens.end + 6).find(|&at| self.page.phrase_at(&WORDS.things, at, group.first).is_some()),
            )
            .is_some()
        };
        let is_coming = is_ahead(claim, self.page)
            || matches!(self.page.word(tokens.start), "tonight" | "today") && claim.date.single_day() == self.page.article.report_day();
        group.takes_away() && is_said && owns && tokens.end < group.first && is_coming && is_near()
    }

    /// Whether the clause behind moves the noun of a date, or the noun right behind a date that ends there.
    pub(super) fn is_moved_with(&self, noun: Option<(usize, usize)>, date_end: usize) -> bool {
        let behind = || self.page.phrase_at(&WORDS.things, date_end, self.sentence.end_token as usize).map(|(_, end)| end);
        noun.map(|(_, end)| end).or_else(behind).is_some_and(|end| self.is_moved_behind(end))
    }

    /// "a March 12 show in London, which has now been moved to May": the day of a noun that the clause behind moves.
    fn is_moved_behind(&self, noun: usize) -> bool {
        self.groups.iter().filter(|group| group.is_passive && group.unsettles()).any(|group| {
            let which = group.first.wrapping_sub(1);
            let is_led = self.page.word(which) == "which" && self.page.raw(which.wrapping_sub(1)) == ",";
            is_led && noun < which && which <= noun + ASIDE_TOKENS && !(noun..which).any(|at| self.page.is_in_date(at))
        })
    }

    /// "will not open on May 21 as scheduled": the day of a promise taken back.
    pub(super) fn is_taken_back(&self, group: &Group, (tokens, part): (&std::ops::Range<usize>, Part), claim: &Claim) -> bool {
        if self.is_withdrawn_run(group, tokens, claim) {
            return true;
        }
        let is_denied = (group.first..group.head).any(|at| matches!(self.page.word(at), "not" | "t" | "never"));
        // "did not show up on Friday as planned"
        let is_missed =
            group.is_negative && group.end <= tokens.start && matches!(group.kind, Head::Trigger(_)) && was_due(claim, self.page);
        let is_promise = matches!(group.kind, Head::Cue(cue) if cue.says == Says::Postponed) && is_denied && group.end <= tokens.start;
        let is_planned = self.page.word(tokens.end) == "as"
            && matches!(self.page.word(tokens.end + 1), "planned" | "scheduled" | "expected" | "originally" | "initially" | "previously");
        // "will not come out as scheduled on March 20"
        let left = |n: usize| self.page.word_left(tokens.start, n);
        let is_as_set = left(1) == "on" && matches!(left(2), "planned" | "scheduled" | "expected" | "announced") && left(3) == "as";
        let is_forgone = is_as_set && group.is_negative && group.end <= tokens.start && matches!(group.kind, Head::Trigger(_));
        part == Part::At && (is_planned && (is_missed || is_promise && is_ahead(claim, self.page)) || is_forgone)
    }

    /// "has been cancelled from the 26th to August 6th": the days that are given up, not when it was said.
    fn is_withdrawn_run(&self, group: &Group, tokens: &std::ops::Range<usize>, claim: &Claim) -> bool {
        let is_behind = group.takes_away() && group.is_passive && group.end <= tokens.start;
        let is_run = claim.date.range().is_some_and(|range| range.precision == Precision::Range);
        let is_open = claim.date.last() >= self.page.article.report_day();
        is_behind && is_run && is_open && self.page.word(tokens.start) == "from"
    }

    /// "cancelled his gig tonight": the evening is the gig’s, not when it was cancelled.
    pub(super) fn is_tonight(&self, at: usize, tokens: &std::ops::Range<usize>) -> bool {
        let says_evening = matches!(
            (self.page.word(tokens.start), self.page.word(tokens.start + 1)),
            ("tonight", _) | ("this", "evening") | ("last", "night")
        );
        let is_near = |group: &Group| group.end <= tokens.start && !clause::crosses_boundary(self.page, group.end, tokens.start);
        says_evening && self.groups.get(at).is_some_and(|group| group.takes_away() && is_near(group))
    }

    /// "moved its first broadcast one week later": from its old day, whichever that is, and not from the day of the report.
    pub(super) fn is_distance(&self, date: &DateWords, group: Option<&Group>) -> bool {
        let tokens = self.page.date_tokens(date);
        let is_far = tokens.len() > 2 && matches!(self.page.word(tokens.end.wrapping_sub(1)), "later" | "earlier");
        is_far && group.is_some_and(|group| group.moves() && group.end <= tokens.start)
    }

    /// "by a week", "a day later": how far, with the cue's sign.
    pub(super) fn shift_of(&self, date: &DateWords, cue: CueWord) -> Option<(i64, Unit)> {
        let length = date.length.or(date.offset.map(|offset| offset.length))?;
        let n = i64::from(length.n?);
        let before = date.offset.map(|offset| offset.direction == Direction::Before);
        let sign = match (cue.toward, before) {
            (crate::events::words::Toward::Earlier, _) | (crate::events::words::Toward::Either, Some(true)) => -1,
            _ => 1,
        };
        let tokens = self.page.date_tokens(date);
        let by = tokens.start.checked_sub(1).map(|left| self.page.word(left)).unwrap_or_default();
        let by_second = tokens.start.checked_sub(2).map(|left| self.page.word(left)).unwrap_or_default();
        let starts_by = self.page.word(tokens.start) == "by";
        // "bumped up two weeks to May 18"
        let follows = matches!(by, "up" | "back" | "forward" | "ahead")
            && (matches!(self.page.word(tokens.end), "to" | "until" | "from" | "and" | "because" | "due" | "as")
                || !self.page.is_word(tokens.end));
        let compared = follows || matches!(self.page.word(tokens.end), "earlier" | "later" | "early" | "sooner");
        let inner = self.page.word(tokens.start);
        // "will be moved to another day later in April"
        let is_other = by == "to" && inner == "another";
        let vague = is_other
            || [by, by_second, inner, self.page.word(tokens.start + 1)]
                .iter()
                .any(|word| matches!(*word, "over" | "than" | "almost" | "nearly" | "about" | "around" | "least" | "roughly"));
        (!vague).then_some(())?;
        // "will only be delayed 3 days"
        let is_days = matches!(length.unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
        let leads_on = matches!(self.page.word(tokens.end), "after" | "before" | "into" | "ago" | "prior");
        let follows_delay = is_days && !leads_on && matches!(by, "delayed" | "postponed");
        (by == "by" || by_second == "by" || starts_by || compared || follows_delay).then_some((sign * n, length.unit))
    }
}

/// A first plan for a month that begins within so many days is for that one.
const SOON_DAYS: i64 = 92;

/// What was given up so far ahead of its time was more likely given up after it.
const FAR_AHEAD_DAYS: i64 = 120;

/// What was to have been so few days before the report is its news.
const FORGONE_DAYS: i64 = 4;

/// What "was planned" so many days before the report is no plan that gives way now.
const LONG_PAST_DAYS: i64 = 730;

/// A plan that was given up lies so near before the report.
const GIVEN_UP_DAYS: i64 = 330;

/// A date inside what a verb takes away stands so near: "postpone another leg of his 2020 tour".
const OBJECT_TOKENS: usize = 6;

/// Whether a stretch of time is not over.
fn reaches_now(range: &DateRange, reported: chrono::NaiveDate) -> bool {
    range.last.is_none_or(|last| last >= reported)
}

pub(super) fn is_first(page: &Page<'_>, group: &Group) -> bool {
    // "was first set for May", but not "the first episode airs"
    let is_adverb = |at: usize| {
        page.word(at) == "first"
            && !(page.is_capital(at) && page.is_capital(at + 1))
            && !at
                .checked_sub(1)
                .is_some_and(|left| matches!(page.word(left), "the" | "a" | "its" | "their" | "his" | "her" | "s" | "our" | "my"))
    };
    (group.first.saturating_sub(6)..group.end).any(|at| matches!(page.word(at), "originally" | "initially") || is_adverb(at))
}

/// "was to have opened", "would have played": what happens there will not; "would have turned 50" only counts years.
fn is_forgone(page: &Page<'_>, group: &Group) -> bool {
    let counts_years = matches!(page.word(group.head), "been" | "turned" | "celebrated" | "marked" | "reached" | "become");
    let is_of_life = matches!(group.kind, Head::Trigger(Happens::Life | Happens::Wed));
    group.is_forgone && !counts_years && !is_of_life && !matches!(group.kind, Head::Telling | Head::Cue(_))
}

/// A day that is ahead or was so a few days before the report.
fn is_near_or_ahead(claim: &Claim, page: &Page<'_>) -> bool {
    let first = claim.date.first().zip(page.article.report_day());
    first.is_some_and(|(first, reported)| calendar::days_between(first, reported) <= FORGONE_DAYS)
}

/// A month or season that has begun and is not over.
fn is_running(claim: &Claim, page: &Page<'_>) -> bool {
    let ends = claim.date.last().zip(page.article.report_day()).is_some_and(|(last, reported)| last > reported);
    ends && claim.date.first().is_some()
        && claim.date.range().is_some_and(|range| matches!(range.precision, Precision::Month | Precision::Year))
}

/// Years before the report.
fn is_long_past(claim: &Claim, page: &Page<'_>) -> bool {
    let last = claim.date.last().zip(page.article.report_day());
    last.is_some_and(|(last, reported)| calendar::days_between(last, reported) > LONG_PAST_DAYS)
}

/// A single day after the report.
pub(super) fn is_ahead(claim: &Claim, page: &Page<'_>) -> bool {
    claim.date.single_day().zip(page.article.report_day()).is_some_and(|(day, reported)| day > reported)
}

/// A day that has just gone by.
fn was_due(claim: &Claim, page: &Page<'_>) -> bool {
    /// How long a day that was missed is news.
    const NEWS_DAYS: i64 = 31;
    let gap = claim.date.single_day().zip(page.article.report_day()).map(|(day, reported)| calendar::days_between(day, reported));
    gap.is_some_and(|gap| (0..=NEWS_DAYS).contains(&gap))
}

/// A day, month or season after the report.
fn lies_ahead(claim: &Claim, page: &Page<'_>) -> bool {
    claim.date.first().zip(page.article.report_day()).is_some_and(|(first, reported)| first > reported)
}
