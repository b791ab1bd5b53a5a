//! Where date words stand in their sentence, and what the words around them say of the side they lie on.

use super::UNTOLD;
use crate::language::lexicon::AROUND_DATES;
use crate::language::tense::{Clause, Cue, Tense, clause_at};
use crate::language::timex::sense::{Class, Sense};
use crate::language::timex::word::Word;

/// Where the words stand: their sentence, and their place in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) text: &'a str,
    pub(crate) words: &'a [Word],
    pub(crate) first: usize,
    pub(crate) end: usize,
    /// Number of the sentence in the text.
    pub(crate) sentence: usize,
    /// Number of its paragraph's first sentence.
    pub(crate) paragraph: usize,
}

/// "a concert planned for Saturday".
fn is_plan(word: &str) -> bool {
    matches!(word, "planned" | "scheduled" | "slated" | "booked")
}

impl Place<'_> {
    /// The word so many before the date words; empty where there is none.
    fn word_before(&self, n: usize) -> &str {
        self.first.checked_sub(n).and_then(|at| self.words.get(at)).map_or("", |word| word.span.of(self.text))
    }

    pub(in crate::language::timex) fn tense(&self) -> Tense {
        self.clause().tense
    }

    /// "will open", "opens", "premiering June 3"; not "would open", which tells what came later as well.
    pub(in crate::language::timex) fn is_surely_ahead(&self) -> bool {
        let may_be_told = |word: &Word| matches!(word.span.of(self.text), "would" | "could" | "might" | "should" | "to");
        self.clause().tense == Tense::Future && !self.words.iter().any(may_be_told)
    }

    /// "will speak at 5 pm"; not "she gets up at 5 am", "the show airs at 9 pm".
    pub(in crate::language::timex) fn is_plainly_ahead(&self) -> bool {
        let is_habit = |word: &Word| AROUND_DATES.habits.holds(word.span.of(self.text)) || word.sense == Sense::Every;
        self.clause() == Clause { tense: Tense::Future, is_plain: true } && !self.words.iter().any(is_habit)
    }

    pub(in crate::language::timex) fn clause(&self) -> Clause {
        if self.is_led_by_since() || self.is_source() {
            return Clause { tense: Tense::Past, is_plain: true };
        }
        if self.is_moved_to() {
            return Clause { tense: Tense::Future, is_plain: true };
        }
        if self.is_announced_for() {
            return Clause { tense: Tense::Future, is_plain: false };
        }
        let clause = clause_at(self.text, self.words, self.first, self.end);
        // "Sept. 28 — Redport, Harbour Arena": a night of a programme
        if self.is_entry() && clause == UNTOLD {
            return Clause { tense: Tense::Future, is_plain: false };
        }
        // a chronicle tells in the present what lies behind
        if self.is_entry() && clause.tense != Tense::Past {
            return UNTOLD;
        }
        if self.is_attribute() {
            return Clause { tense: if self.is_led_by_after() { Tense::Past } else { clause.tense }, is_plain: false };
        }
        // "extended through January": the nearest, whatever the verb
        if clause.tense == Tense::Past && self.is_led_by_limit() { Clause { tense: Tense::Present, is_plain: false } } else { clause }
    }

    /// "spent Christmas in Leeds": the one that lies behind, however near the next.
    pub(in crate::language::timex) fn is_kept(&self) -> bool {
        matches!(self.word_before(1), "spent" | "celebrated" | "enjoyed")
    }

    /// "the June 3 release date", "an April date".
    pub(in crate::language::timex) fn is_set_day(&self) -> bool {
        let behind = |n: usize| self.words.get(self.end + n).map_or("", |word| word.span.of(self.text));
        behind(0) == "date" || behind(1) == "date" && AROUND_DATES.set_days.holds(behind(0))
    }

    /// "that it would open": a promise as it was told.
    pub(in crate::language::timex) fn is_told_promise(&self) -> bool {
        /// How far before the date the promise stands, in words.
        const PROMISE: usize = 8;
        let words = self.words.get(self.first.saturating_sub(PROMISE)..self.first).unwrap_or_default();
        words.iter().any(|word| word.span.of(self.text) == "would")
    }

    /// "a summer release", "their winter wedding".
    pub(in crate::language::timex) fn is_slot(&self) -> bool {
        self.words.get(self.end).is_some_and(|word| AROUND_DATES.set_days.holds(word.span.of(self.text)))
    }

    /// "in the evening hours", "the morning slot": of any day.
    pub(in crate::language::timex) fn is_of_any_day(&self) -> bool {
        let behind = self.words.get(self.end).map_or("", |word| word.span.of(self.text));
        matches!(behind, "hours" | "slot" | "slots")
    }

    /// "according to her Tuesday statement": the source of what is told lies behind.
    pub(in crate::language::timex) fn is_source(&self) -> bool {
        /// How many words a source may have before its date.
        const SOURCE: usize = 6;
        let words = self.words.get(self.first.saturating_sub(SOURCE)..self.first).unwrap_or_default();
        let open = words.iter().rposition(|word| matches!(word.sense, Sense::Comma | Sense::Break)).map_or(0, |at| at + 1);
        words.get(open..).unwrap_or_default().iter().any(|word| matches!(word.span.of(self.text), "according" | "According"))
    }

    /// The tense where only a plain one may turn a weekday from the nearest past to the next.
    pub(in crate::language::timex) fn weekday_tense(&self) -> Tense {
        if self.is_source() {
            return Tense::Past;
        }
        let clause = clause_at(self.text, self.words, self.first, self.end);
        // "nobody spoke ahead of the show on Monday": the nearer one
        if self.led_ahead(clause).is_some_and(|led| led.is_plain || led == UNTOLD) {
            return Tense::Present;
        }
        if self.is_led_by_limit() || self.is_moved_to() || self.is_planned_for() || (clause.is_plain && clause.tense == Tense::Future) {
            return Tense::Future;
        }
        if clause.is_plain && clause.tense == Tense::Present { Tense::Present } else { Tense::Past }
    }

    /// "the premiere, planned for Saturday, will not take place"; not "was planned for Saturday".
    fn is_planned_for(&self) -> bool {
        let before = |n: usize| self.first.checked_sub(n).and_then(|at| self.words.get(at));
        let is_for = before(1).is_some_and(|word| matches!(word.span.of(self.text), "for" | "on"));
        let is_planned =
            before(2).is_some_and(|word| matches!(word.span.of(self.text), "planned" | "scheduled" | "slated" | "set" | "due"));
        // a noun or a comma stands before it, and no "was"
        is_for && is_planned && before(3).is_some_and(|word| word.cue.is_none() && matches!(word.sense, Sense::Plain | Sense::Comma))
    }

    /// "her 2009 concert", "(2009)": a noun follows that the words belong to, or brackets hold them.
    pub(in crate::language::timex) fn is_attribute(&self) -> bool {
        let before = self.first.checked_sub(1).and_then(|at| self.words.get(at)).map(|word| word.sense.class());
        // "the 2019-20 season"
        let is_double = self.words.get(self.end).is_some_and(|word| matches!(word.sense, Sense::Hyphen | Sense::Dash | Sense::Slash))
            && self.words.get(self.end + 1).is_some_and(|word| matches!(word.sense, Sense::Digits(_, 2)));
        let behind = self.words.get(if is_double { self.end + 2 } else { self.end });
        let is_noun = behind.is_some_and(|word| {
            word.sense == Sense::Plain && word.cue.is_none() && word.span.of(self.text).starts_with(char::is_alphabetic)
        });
        let is_led = matches!(before, Some(Class::The | Class::Its | Class::A | Class::S | Class::That));
        is_led && is_noun || before == Some(Class::Open) && behind.is_some_and(|word| word.sense == Sense::Close)
    }

    /// "2009's first season", "Monday night's premiere".
    pub(in crate::language::timex) fn is_owner(&self) -> bool {
        let behind = |n: usize| self.words.get(self.end + n).map(|word| word.sense);
        behind(0) == Some(Sense::Apostrophe) && behind(1) == Some(Sense::S)
    }

    /// Whether the date words begin with a word.
    pub(in crate::language::timex) fn opens_with(&self, word: &str) -> bool {
        self.words.get(self.first).is_some_and(|first| first.span.of(self.text).eq_ignore_ascii_case(word))
    }

    /// "soon" in a story told in the past: no time ahead.
    pub(in crate::language::timex) fn is_told_soon(&self) -> bool {
        let is_soon = self.words.get(self.first).is_some_and(|word| word.sense == Sense::Soon);
        is_soon && clause_at(self.text, self.words, self.first, self.end) == Clause { tense: Tense::Past, is_plain: true }
    }

    /// "ahead of the election in December", "until the next session in the fall": what a noun behind such words is
    /// dated by lies ahead, or may.
    pub(in crate::language::timex) fn led_ahead(&self, clause: Clause) -> Option<Clause> {
        /// How many words the noun may have.
        const NOUN: usize = 12;
        let from = self.first.saturating_sub(NOUN);
        let words = self.words.get(from..self.first).unwrap_or_default();
        let is_open = |word: &&Word| {
            (word.cue.is_none() || word.cue == Some(Cue::Is))
                && !matches!(word.sense, Sense::Comma | Sense::Break | Sense::Quote)
                && !word.span.of(self.text).ends_with("ed")
        };
        // "the caper “Red Letters”, out on May 3", whatever the verb before
        let is_out = matches!(words.last().map(|word| word.span.of(self.text)), Some("on" | "in"))
            && words.iter().rev().nth(1).is_some_and(|word| word.span.of(self.text) == "out")
            && words.iter().rev().nth(2).is_some_and(|word| matches!(word.sense, Sense::Comma | Sense::Quote));
        if is_out && clause.tense == Tense::Past {
            return Some(UNTOLD);
        }
        // "forced to move a concert planned for Saturday": the nearer one
        let before = |n: usize| words.iter().rev().nth(n).map_or("", |word| word.span.of(self.text));
        let is_planned = before(0) == "for" && is_plan(before(1));
        let is_moved = || words.iter().any(|word| AROUND_DATES.moved.holds(word.span.of(self.text)));
        if is_planned && is_moved() {
            return Some(UNTOLD);
        }
        let noun = words.iter().rev().take_while(is_open).count();
        let leads = words.iter().zip(words.iter().skip(1)).rev().take(noun.saturating_sub(1)).skip(1);
        leads.into_iter().find_map(|(word, next)| match (word.span.of(self.text), next.sense) {
            // "fell ahead of the blast on April 20": the nearer one
            ("ahead" | "Ahead", Sense::Of) if clause.tense == Tense::Past => Some(UNTOLD),
            ("ahead" | "Ahead", Sense::Of) => Some(Clause { tense: Tense::Future, is_plain: true }),
            ("until" | "till", _) if clause.tense != Tense::Future => Some(Clause { tense: Tense::Future, is_plain: false }),
            _ => None,
        })
    }

    /// "after the January 20 fire".
    pub(in crate::language::timex) fn is_led_by_after(&self) -> bool {
        let before = self.first.checked_sub(2).and_then(|at| self.words.get(at));
        before.is_some_and(|word| word.sense == Sense::After)
    }

    /// "September 8 - The star arrives".
    pub(in crate::language::timex) fn is_entry(&self) -> bool {
        self.first == 0 && self.words.get(self.end).is_some_and(|word| matches!(word.sense, Sense::Dash | Sense::Hyphen | Sense::Colon))
    }

    /// "from a year earlier", "than a year before".
    pub(in crate::language::timex) fn is_compared(&self) -> bool {
        let before = self.first.checked_sub(1).and_then(|at| self.words.get(at));
        before.is_some_and(|word| {
            matches!(word.sense, Sense::From | Sense::Than) || matches!(word.span.of(self.text), "with" | "versus" | "against")
        })
    }

    /// "June 19 and | July 17", "June 19, July 17 and | August 3".
    pub(in crate::language::timex) fn is_listed_behind_day(&self) -> bool {
        let class = |n: usize| self.first.checked_sub(n).and_then(|at| self.words.get(at)).map(|word| word.sense.class());
        let gap = match (class(1), class(2)) {
            (Some(Class::And), Some(Class::Comma)) => 2,
            (Some(Class::And | Class::Comma), _) => 1,
            _ => return false,
        };
        class(gap + 1) == Some(Class::Digits) && class(gap + 2) == Some(Class::Month)
    }

    /// "was pushed back to": the new date lies ahead, though the verb looks back.
    pub(in crate::language::timex) fn is_moved_to(&self) -> bool {
        /// How far before the new date the verb may stand, its object between them, in words.
        const OBJECT: usize = 9;
        let is_moved = |n: usize| AROUND_DATES.moved.holds(self.word_before(n));
        // "moved from October 2 to November 6"
        let from = (3..=6).find(|n| self.word_before(*n) == "from");
        // "moves its closing date to April 16"
        let is_object = |n: usize| {
            let at = self.first.checked_sub(n).and_then(|at| self.words.get(at));
            at.is_some_and(|word| {
                // "moved its Saturday night concert to Sunday"
                let parts = matches!(word.sense.class(), Class::Comma | Class::Break | Class::From | Class::Month | Class::Digits);
                // "move a concert planned for Saturday to Sunday"
                let is_plan = is_plan(word.span.of(self.text));
                (word.cue.is_none() || is_plan) && !parts
            })
        };
        let reach = (2..=OBJECT).find(|n| is_moved(*n) || !is_object(*n)).unwrap_or(2);
        matches!(self.word_before(1), "to" | "until" | "till" | "through")
            && (is_moved(reach) || (2..=4).any(is_moved) || from.is_some_and(|n| (n + 1..=n + 4).any(is_moved)))
    }

    /// "was announced for January 20": whatever the verb, that day was still to come.
    fn is_announced_for(&self) -> bool {
        self.word_before(1) == "for"
            && matches!(
                self.word_before(2),
                "announced" | "confirmed" | "dated" | "booked" | "rebooked" | "rearranged" | "rescheduled" | "pencilled" | "penciled"
            )
    }

    /// "The revival, the first since she sang it in 1964, | opened on April 24": the year stands in an aside that is over.
    pub(in crate::language::timex) fn is_behind_aside(&self, year_at: usize) -> bool {
        let is_comma = |at: usize| self.words.get(at).is_some_and(|word| word.sense == Sense::Comma);
        let is_verb = |at: usize| {
            self.words
                .get(at)
                .is_some_and(|word| word.cue == Some(Cue::Past) || word.span.of(self.text).ends_with("ed") && word.cue.is_none())
        };
        let opens = (1..year_at).any(is_comma);
        opens && (year_at..self.first).any(|at| is_comma(at) && is_verb(at + 1))
    }

    /// "2008, the year": a year by its number stands right before.
    pub(in crate::language::timex) fn is_beside_year(&self) -> bool {
        let before = |n: usize| self.first.checked_sub(n).and_then(|at| self.words.get(at)).map(|word| word.sense);
        before(1) == Some(Sense::Comma) && matches!(before(2), Some(Sense::Digits(1000..2200, 4)))
    }

    /// "since", "since shortly after the", "back in": the words before say that it lies behind.
    pub(in crate::language::timex) fn is_led_by_since(&self) -> bool {
        let at = |n: usize| self.first.checked_sub(n).and_then(|at| self.words.get(at));
        let is_back = at(1).is_some_and(|word| matches!(word.sense.class(), Class::In | Class::On))
            && at(2).is_some_and(|word| matches!(word.span.of(self.text), "back" | "Back"));
        // "a video from January": where it comes from lies behind
        let comes_from = at(1).is_some_and(|word| word.span.of(self.text) == "from")
            && at(2).is_some_and(|word| word.cue == Some(Cue::Is) || AROUND_DATES.origins.holds(word.span.of(self.text)))
            && !self.words.get(self.end).is_some_and(|word| matches!(word.sense, Sense::To | Sense::Dash | Sense::Hyphen));
        // "will be back in June"
        let is_here = (3..=4).any(|n| {
            at(n).is_some_and(|word| matches!(word.cue, Some(Cue::Be | Cue::Is | Cue::Ahead | Cue::Planned | Cue::Programme | Cue::To)))
        });
        if is_back && !is_here || comes_from {
            return true;
        }
        let words = self.words.get(self.first.saturating_sub(7)..self.first).unwrap_or_default().iter().rev();
        // "the first show since the outbreak | had been scheduled for October 10": another clause
        let is_open = |word: &&Word| {
            let parts =
                matches!(word.sense.class(), Class::Comma | Class::Break | Class::Dash | Class::Month | Class::Weekday | Class::Digits);
            !parts && !matches!(word.cue, Some(Cue::Had | Cue::Planned | Cue::Ahead))
        };
        words.take_while(is_open).any(|word| word.sense == Sense::Since)
    }

    /// "on the 21st", "since the 19th".
    pub(in crate::language::timex) fn is_on_day(&self) -> bool {
        matches!(self.word_before(1), "on" | "On" | "since")
    }

    /// "until", "through", "by": the words before name a limit still ahead.
    pub(in crate::language::timex) fn is_led_by_limit(&self) -> bool {
        matches!(self.word_before(1), "until" | "till" | "by")
            // "sat through Monday night's premiere": no limit
            || self.word_before(1) == "through" && !self.is_owner()
            || (self.word_before(1) == "to" && self.word_before(2) == "up" && !matches!(self.word_before(3), "leading" | "led" | "lead"))
            || (self.word_before(1) == "as" && matches!(self.word_before(2), "soon" | "early" | "late"))
    }
}
