//! When something was told or done, and not what was told: "on Monday the studio said", "halted filming in March".

use std::ops::Range;

use super::{Scene, Value};
use crate::civil::{Precision, calendar};
use crate::events::Says;
use crate::events::attach::Part;
use crate::events::clause::{Group, Head, Mood};
use crate::events::event::Claim;
use crate::events::subject::Referent;
use crate::events::words::{CueWord, Happens, WORDS};
use crate::language::DateWords;
use crate::text::Span;

/// A plan names no year so long before the report.
const OLD_YEARS: i32 = 20;

/// A plan that stands lies behind the report by so many days at most.
const BEHIND_DAYS: i64 = 10;

/// "will be screened | in New York for members": so far behind the verb.
const SHOWN_TOKENS: usize = 10;

/// "provide | its next update, along with a new release date": so far before the noun.
const KNOWN_TOKENS: usize = 9;

/// "last June, the label | announced": so far before the verb.
const TOLD_TOKENS: usize = 6;

/// "is now due May 30 | after yet another lengthy delay": so far behind the day.
const DELAY_TOKENS: usize = 6;

impl Scene<'_, '_> {
    /// "The singer on Monday put off all concerts": when it was told.
    pub(super) fn is_told_on(&self, group: &Group, tokens: &Range<usize>, claim: &Claim) -> bool {
        // "announced the cancellation of the tour on Monday"
        let is_behind = group.end <= tokens.start && WORDS.cue_nouns.contains_key(self.page.word(group.head));
        // "yesterday (August 11) pulled the plug on their tour"
        let is_bracketed = self.page.raw(tokens.start.wrapping_sub(1)) == "(" && self.page.raw(tokens.end) == ")";
        let after = tokens.end + usize::from(is_bracketed);
        let leads = after == group.first && !group.is_passive && matches!(group.kind, Head::Cue(_));
        let is_on = is_bracketed || self.page.word(tokens.start.wrapping_sub(1)) == "on";
        is_on && (is_behind || leads) && claim.date.last() <= self.page.article.report_day()
    }

    /// Whether a date tells when something was told or done, and is not itself what was told.
    pub(super) fn tells_when(
        &self,
        tokens: &Range<usize>,
        (group_idx, is_noun): (Option<usize>, bool),
        part: Part,
        referent: &Referent,
    ) -> bool {
        if part == Part::At && self.is_in_citation(tokens.start) {
            return true;
        }
        let Some(group) = group_idx.and_then(|at| self.groups.get(at)) else { return false };
        let is_out = matches!(group.kind, Head::Trigger(Happens::Out));
        if is_out && !is_noun {
            let (first, end) = group_idx.map_or((0, 0), |at| self.said_of(at));
            if (first..end).any(|at| matches!(self.page.word(at), "dates" | "details")) {
                return true;
            }
        }
        // "published the new calendar of their tour on Thursday": a tour does not come out
        let lists = || {
            (group.end..tokens.start.max(group.end + 6))
                .any(|at| matches!(self.page.word(at), "calendar" | "dates" | "schedule" | "itinerary"))
        };
        if is_out && !is_noun && part == Part::At && group.mood == Mood::Done && referent.thing == "tour" && lists() {
            return true;
        }
        let Head::Cue(cue) = group.kind else { return false };
        let halts = referent.moment == "filming" && cue.says == Says::Postponed;
        // "was earlier this year bumped up"
        let left = tokens.start.checked_sub(1);
        let is_behind_helper = tokens.end == group.first && left.is_some_and(|left| WORDS.auxiliary.contains(self.page.word(left)));
        let is_inside = group.first <= tokens.start && tokens.end <= group.head;
        part == Part::At && (halts || is_inside || is_behind_helper) || cue.says == Says::Postponed && self.is_pause(group, tokens.start)
    }

    /// "Posted November 30, 2023 1:01 pm", "Box Office (Monday - Saturday: 10am - 8pm)": of the page and of a desk.
    pub(super) fn is_of_page(&self, tokens: &Range<usize>) -> bool {
        let left = |n: usize| self.page.word_left(tokens.start, n);
        let is_stamp = |word: &str| matches!(word, "posted" | "published" | "updated" | "modified");
        let first = self.sentence.first_token as usize;
        let opens = tokens.start <= first + 5;
        let is_posted = opens && (is_stamp(left(1)) || is_stamp(left(2)) && matches!(left(1), "on" | ":"));
        let is_hours =
            self.page.raw(tokens.start.wrapping_sub(1)) == "(" && (tokens.start..tokens.end + 3).any(|at| self.page.raw(at) == ":");
        // "Mumbai, Jun 18 (PTI)", "LOS ANGELES, Jan 19 —"
        let leads = matches!(self.page.raw(tokens.end), "(" | "—" | "–")
            || self.page.raw(tokens.end) == ":" && !self.page.touches_next(tokens.end - 1);
        let is_dateline = opens && tokens.start > first && self.page.raw(tokens.start - 1) == "," && self.page.is_capital(first) && leads;
        // "Dec. 2 (UPI) — Red Letters will return"
        let is_agency = self.page.raw(tokens.end) == "("
            && self.page.raw(tokens.end + 2) == ")"
            && self.page.raw(tokens.end + 1).chars().all(char::is_uppercase);
        let is_dateline = is_dateline || tokens.start == first && is_agency;
        // "Earlier in the day": the day of the news
        let is_today = matches!(self.page.word(tokens.start), "earlier" | "later")
            && self.page.word(tokens.start + 1) == "in"
            && self.page.word(tokens.end.wrapping_sub(1)) == "day";
        is_today || is_dateline || is_posted || is_hours && self.page.word(tokens.start).ends_with("day")
    }

    /// "last June | it was announced", "last year the label announced".
    pub(super) fn opens_long_ago(&self, group: &Group) -> bool {
        let is_last = |at: usize| {
            let is_near =
                matches!(self.page.word(at + 1), "week" | "night" | "month" | "weekend") || self.page.word(at + 1).ends_with("day");
            self.page.word(at) == "last" && self.page.is_in_date(at) && !is_near
        };
        let floor = group.first.saturating_sub(TOLD_TOKENS).max(self.sentence.first_token as usize);
        group.mood == Mood::Done && (floor..group.first).any(is_last)
    }

    /// "were postponed", "on hold": what its subject undergoes.
    pub(super) fn is_undergone(&self, group: &Group) -> bool {
        group.is_passive || self.page.word(group.head) == "on" && group.mood == Mood::Loose
    }

    /// "won’t be released until February 14", "wasn’t to kick off until August": then, and not before.
    pub(super) fn is_waited_for(&self, group: Option<&Group>, start: usize) -> bool {
        let is_denied = |group: &Group| group.is_negative && matches!(group.kind, Head::Trigger(_));
        matches!(self.page.word(start), "until" | "till" | "til") && group.is_some_and(is_denied)
    }

    /// "will come out at midnight", said on Monday: as Tuesday begins.
    pub(super) fn is_next_midnight(&self, group: &Group, claim: &Claim) -> bool {
        let words = claim.expression.map_or("", |words| words.of(self.page.text)).to_lowercase();
        let is_start = claim.date.clock.is_some_and(|clock| (clock.hour, clock.minute) == (0, 0));
        let is_bare = words.contains("midnight") && !words.chars().any(|c| c.is_ascii_digit()) && !words.contains("day");
        // "Tonight, at 12 a.m. ET"
        let is_bare = is_bare || words.contains("tonight") || words.starts_with("12 a");
        is_start && is_bare && group.mood == Mood::Ahead && claim.date.single_day() == self.page.article.report_day()
    }

    /// "postponed the release until this week", "delayed it to early 2017": to that time, though it has begun.
    pub(super) fn is_led_by_until(&self, claim: &Claim) -> bool {
        let at = claim.expression.map(|span| self.page.token_at(span.start));
        let is_part_of_year = claim.date.range().is_some_and(|range| range.precision != Precision::Year || range.shade.is_some());
        at.and_then(|at| at.checked_sub(1)).is_some_and(|left| match self.page.word(left) {
            "until" | "till" => true,
            "to" | "into" => is_part_of_year,
            _ => false,
        })
    }

    /// "possibly until | June", "perhaps in | May".
    pub(super) fn is_maybe(&self, start: usize) -> bool {
        (start.saturating_sub(2)..=start).any(|at| matches!(self.page.word(at), "possibly" | "perhaps" | "potentially" | "maybe"))
    }

    /// "is scheduled to end on February 3", said in October: the day of a plan that stands is never so long over.
    pub(super) fn lies_behind_plan(&self, group: &Group, date: &DateWords, claim: &Claim) -> bool {
        let helps = |at: usize| matches!(self.page.word(at), "is" | "are" | "will" | "ll");
        let is_set = |at: usize| matches!(self.page.word(at), "scheduled" | "set" | "slated" | "due" | "will" | "ll");
        let is_plan = group.mood == Mood::Ahead && (group.first..group.head).any(helps) && (group.first..group.head).any(is_set);
        let words = date.span.of(self.page.text).to_lowercase();
        let is_bare = !crate::text::has_year_digits(&words) && !["last", "ago", "earlier", "past"].iter().any(|word| words.contains(word));
        let days = claim.date.last().zip(self.page.article.report_day()).map(|(last, reported)| calendar::days_between(last, reported));
        let is_day = claim.date.range().is_some_and(|range| range.precision == Precision::Day);
        is_plan && is_bare && is_day && matches!(date.rule, "date") && days.is_some_and(|days| days > BEHIND_DAYS)
    }

    /// What other words of its sentence make of a plan.
    pub(super) fn value_among(&self, group: &Group, end: usize) -> Value {
        // "it is expected in 2021 now"
        let says_now = self.page.word(end) == "now" && !self.page.is_word(end + 1) && group.mood == Mood::Ahead;
        if self.is_of_old(end) {
            // "Great Comet of 1812": a year long gone is no plan
            Value::Told
        } else if says_now {
            Value::New
        } else if self.is_told_before(group, end) {
            Value::Was
        } else if self.is_told_earlier(group, end) {
            Value::Old
        } else {
            Value::Plain
        }
    }

    /// "Comet of 1812": whether the date that ends there is a year of the far past.
    fn is_of_old(&self, end: usize) -> bool {
        use chrono::Datelike as _;
        let year = end.checked_sub(1).map(|at| self.page.raw(at)).filter(|word| crate::text::is_year(word));
        let year: Option<i32> = year.and_then(|year| year.parse().ok());
        let reported = self.page.article.report_day().map(|day| day.year());
        year.zip(reported).is_some_and(|(year, reported)| year + OLD_YEARS < reported)
    }

    /// "Earlier, it was announced that the film will open on July 15, but now it will open on April 15": what was told first.
    fn is_told_earlier(&self, group: &Group, end: usize) -> bool {
        let first = self.sentence.first_token as usize;
        let opens = matches!(self.page.word(first), "earlier" | "previously" | "initially" | "originally");
        let tells = || self.groups.iter().any(|other| other.end <= group.first && matches!(other.kind, Head::Telling | Head::Planned));
        let turns = || (end..self.sentence.end_token as usize).any(|at| matches!(self.page.word(at), "but" | "however"));
        opens && group.mood == Mood::Ahead && tells() && turns()
    }

    /// "After announcing that the show would end on February 18, it has": a plan told before.
    fn is_told_before(&self, group: &Group, end: usize) -> bool {
        let first = self.sentence.first_token as usize;
        let tells = matches!(self.page.word(first + 1), "announcing" | "revealing" | "confirming" | "saying" | "declaring");
        let is_plan = (group.first..group.head).any(|at| self.page.word(at) == "would");
        self.page.word(first) == "after" && tells && is_plan && (first..end).all(|at| self.page.raw(at) != ",")
    }

    /// "will be screened for members of the academy", "shown at the Harbour Film Festival": not how it comes out.
    pub(super) fn is_shown_to_few(&self, group: &Group) -> bool {
        let shows = matches!(self.page.word(group.end.wrapping_sub(1)), "screened" | "screen" | "shown" | "screening");
        let end = (self.sentence.end_token as usize).min(group.end + SHOWN_TOKENS);
        let is_few = |at: usize| {
            matches!(self.page.word(at), "members" | "critics" | "press" | "voters" | "journalists" | "media" | "buyers" | "distributors")
        };
        shows && (group.end..end).any(|at| matches!(self.page.word(at), "for" | "to") && (at + 1..at + 4).any(is_few))
    }

    /// "We’ll know the new date by the end of next week", "will provide a new release date, this fall": when it will be told.
    pub(super) fn is_known_by(&self, noun: Option<(usize, usize)>, claim: &Claim) -> bool {
        let Some(((first, end), words)) = noun.zip(claim.expression) else { return false };
        let tells = |at: &usize| {
            let word = self.page.word(*at);
            matches!(word, "know" | "announce" | "confirm" | "have" | "share" | "reveal" | "give" | "find" | "provide" | "unveil")
        };
        let told = (first.saturating_sub(KNOWN_TOKENS)..first).rev().find(tells);
        let start = self.page.token_at(words.start);
        let is_by = words.of(self.page.text).starts_with("by") && claim.date.first().is_none();
        let is_will = || told.is_some_and(|told| (told.saturating_sub(2)..told).any(|at| matches!(self.page.word(at), "will" | "ll")));
        let is_apart = start == end + 1 && self.page.raw(end) == ",";
        told.is_some() && (is_by || is_apart && is_will())
    }

    /// "According to the channel on October 1, the first episode will air …": when it was told.
    pub(super) fn is_in_citation(&self, start: usize) -> bool {
        let floor = self.sentence.first_token as usize;
        let first = (floor..start).rev().find(|&at| matches!(self.page.raw(at), "," | ";")).map_or(floor, |comma| comma + 1);
        let cites = matches!(
            (self.page.word(first), self.page.word(first + 1), self.page.word(first + 2)),
            ("according", "to", _)
                | ("in", "a" | "an" | "its" | "his" | "her" | "their", "statement" | "interview" | "tweet" | "post")
                | ("speaking", "to" | "with", _)
        );
        cites && !self.groups.iter().any(|group| first <= group.first && group.first < start)
    }

    /// "is now due May 30 | after a delay": the cue behind the day that holds now.
    pub(super) fn is_after_delay(&self, group: &Group, end: usize) -> Option<(CueWord, Span)> {
        let is_plan = matches!(group.kind, Head::Planned | Head::Trigger(_)) && group.mood == Mood::Ahead && !group.is_negative;
        let says_now = (group.first..group.end).any(|at| self.page.word(at) == "now");
        let leads = matches!(self.page.word(end), "after" | "following") && is_plan && says_now && !group.is_possible;
        let mut behind = (end + 1..end + DELAY_TOKENS).take_while(|&at| leads && self.page.is_word(at));
        let noun = behind.find(|&at| WORDS.cue_nouns.contains_key(self.page.word(at)))?;
        let cue = WORDS.cue_nouns.get(self.page.word(noun)).copied().filter(|cue| cue.moves())?;
        Some((cue, self.page.span(noun, noun + 1)))
    }

    /// "will be put back until after the festival | and will be released in June": the cue that leads to that day.
    pub(super) fn goes_on_from(&self, at: usize) -> Option<(CueWord, Span)> {
        let (before, group) = at.checked_sub(1).and_then(|before| self.groups.get(before)).zip(self.groups.get(at))?;
        let Head::Cue(cue) = before.kind else { return None };
        // "is extending by four months, to run through July 7"
        let extends = matches!(cue.says, Says::Extended | Says::Shortened) && self.page.word(group.first) == "to";
        if extends && matches!(group.kind, Head::Trigger(Happens::End)) && !before.is_negative && !before.is_possible {
            return Some((cue, self.page.span(before.head, before.end)));
        }
        let is_put_off = cue.moves() && before.is_passive && !before.is_negative && !before.is_possible;
        let goes_on = self.page.word(group.first.wrapping_sub(1)) == "and" && matches!(group.kind, Head::Trigger(_));
        let is_told = goes_on && group.mood == Mood::Ahead && !group.is_negative && !group.is_possible;
        (is_put_off && is_told).then(|| (cue, self.page.span(before.head, before.end)))
    }
}

/// "had listened to the release at midnight": an hour of a day that is not told.
pub(super) fn is_untold_hour(date: &DateWords, has_noun: bool, group: Option<&Group>) -> bool {
    let is_told_of = |group: &Group| group.mood == Mood::Done && matches!(group.kind, Head::Other | Head::Telling);
    date.rule == "clock" && has_noun && group.is_none_or(is_told_of)
}
