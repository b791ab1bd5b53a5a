//! Facts: one date, or one cue without a date, with what it is about; not yet statements.

mod aside;
mod backed_out;
mod counted;
mod cued;
mod editions;
mod included;
mod left;
mod noun;
mod same_day;
mod settled;
mod told;
mod value;

use std::ops::Range;

use chrono::NaiveDate;

use self::value::is_first;

use crate::civil::{DateRange, Precision, Unit, When};
use crate::events::Says;
use crate::events::attach::{self, Governor, Part};
use crate::events::clause::{self, Group, Head, Mood};
use crate::events::cues::{self, ValueFact};
use crate::events::event::Claim;
use crate::events::explicit;
use crate::events::grammar::subject_range;
use crate::events::lists;
use crate::events::names::{self, Names};
use crate::events::page::Page;
use crate::events::subject::{Referent, Resolver};
use crate::events::topic::subject_of;
use crate::events::words::{CueWord, Happens, Role, WORDS};
use crate::language::{DateWords, Sentence};
use crate::text::Span;

/// How a fact's value stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::events) enum Value {
    /// A date that no longer holds.
    Old,
    /// "was slated for": holds unless something says otherwise.
    Was,
    /// A date that replaces another.
    New,
    /// A date ahead.
    Plain,
    /// It took place.
    Done,
    /// When the article tells something was told.
    Told,
    /// No date.
    Without,
}

/// One date or one cue.
#[expect(clippy::struct_excessive_bools, reason = "each is one small word of its clause, read apart from the others")]
#[derive(Clone, Debug)]
pub(in crate::events) struct Fact {
    /// Index of the sentence.
    pub sentence: usize,
    /// Token it stands at, for the order.
    pub at: usize,
    /// What it is about.
    pub referent: Referent,
    /// What happens.
    pub happens: Option<Happens>,
    /// The cue and its words.
    pub cue: Option<(CueWord, Span)>,
    /// How the value stands.
    pub value: Value,
    /// The date.
    pub claim: Option<Claim>,
    /// "by a week": signed where the cue points.
    pub shift: Option<(i64, Unit)>,
    /// When the change is said to have been made.
    pub told_on: Option<NaiveDate>,
    /// What it is about is only guessed.
    pub is_unsure: bool,
    pub is_possible: bool,
    pub is_negative: bool,
    /// "originally", "initially", "first": the oldest of the plans.
    pub is_first: bool,
    /// Its verb is a participle behind a noun: "slated for".
    pub is_loose: bool,
    /// One more date of a list that an earlier fact began: "April 10 to 12 and 17 to 19".
    pub is_further: bool,
    /// "was to have opened on": it will not, whatever else is told.
    pub is_forgone: bool,
    /// Words beside the date that say another day.
    pub contradicts: Option<Span>,
    /// The words a length stands in.
    pub words: Option<Span>,
    /// The verb group's tokens.
    pub group: Option<(usize, usize)>,
}

impl Fact {
    /// A fact of which nothing more is known than where it stands and what it is about.
    fn of(sentence: usize, at: usize, referent: Referent) -> Self {
        Self {
            sentence,
            at,
            referent,
            happens: None,
            cue: None,
            value: Value::Without,
            claim: None,
            shift: None,
            told_on: None,
            is_unsure: false,
            is_possible: false,
            is_negative: false,
            is_first: false,
            is_loose: false,
            is_further: false,
            is_forgone: false,
            contradicts: None,
            words: None,
            group: None,
        }
    }
}

/// All facts of an article, in reading order: dates with their cues, and changes that are no dates.
pub(in crate::events) fn find_facts(page: &Page<'_>, names: &Names, mut resolver: Resolver<'_>) -> (Vec<Fact>, Vec<ValueFact>) {
    let mut values = Vec::new();
    let mut facts = Vec::new();
    for (idx, sentence) in page.sentences.iter().enumerate() {
        if page.is_clutter(sentence) {
            continue;
        }
        resolver.turn_to(idx);
        let before = facts.len();
        values.extend(cues::find_values(&cues::Scene { page, names, resolver: &resolver, idx, sentence }));
        sentence_facts(page, &resolver, idx, sentence, &mut facts);
        if page.is_caption(sentence) {
            continue;
        }
        resolver.remember_person(sentence);
        let newest = facts.get(before..).unwrap_or_default();
        let spoken = newest
            .iter()
            // "has pulled out of the festival. It will now take place on May 3": the festival
            .find(|fact| fact.value != Value::Told && !fact.referent.thing.is_empty() && fact.referent.noun != cued::WITHDRAWN)
            .or_else(|| newest.iter().find(|fact| fact.value != Value::Told && fact.referent.is_named))
            // "During the gala in May, Kern announced a June 15 release date. It was then pushed": not the gala
            .or_else(|| newest.iter().find(|fact| fact.value != Value::Told && fact.referent.name.is_some() && !fact.is_unsure))
            .or_else(|| newest.iter().find(|fact| fact.referent.is_named))
            .map(|fact| fact.referent.clone());
        let changed = || values.last().filter(|value| value.sentence == idx).map(|value| value.referent.clone());
        if let Some(referent) = spoken.or_else(changed).or_else(|| topic_of(page, &resolver, sentence)) {
            resolver.remember(&referent, sentence.first_token as usize);
        }
    }
    // "has pulled out of the festival and is replaced by Reed": told once
    let is_replaced = |fact: &Fact| {
        let name = fact.referent.name.and_then(|name| names.names.get(name));
        let goes = |value: &ValueFact| value.from.is_some() && value.from.as_deref() == name.map(|name| name.text.as_str());
        fact.referent.noun == cued::WITHDRAWN && fact.value == Value::Without && values.iter().any(goes)
    };
    facts.retain(|fact| !is_replaced(fact));
    editions::settle(&mut facts);
    lists::leave_aside(page, &mut facts);
    lists::draw_back(page, &mut facts);
    lists::draw_ahead(page, &mut facts);
    same_day::draw_to_named(page, &mut facts);
    lists::draw_to_new(page, &mut facts);
    lists::draw_in_order(page, &mut facts);
    lists::place_clocks(page, &mut facts);
    (facts, values)
}

/// A paragraph of fewer tokens that names a title is its heading.
const HEADING_TOKENS: u32 = 6;

/// A line of fewer tokens that begins with "By" names whoever wrote the article.
const BYLINE_TOKENS: usize = 9;

/// What a sentence without facts is about: a work named in it.
fn topic_of(page: &Page<'_>, resolver: &Resolver<'_>, sentence: &Sentence) -> Option<Referent> {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    // "By Harbour News Service"
    let is_byline = page.word(first) == "by" && sentence.starts_paragraph && end < first + BYLINE_TOKENS;
    if is_byline || tells_credits(page, sentence) {
        return None;
    }
    // "In the case of Red Letters, written by …", "As for Low Tide, …"
    let words = |n: usize| page.word(first + n);
    let lead = match (words(0), words(1), words(2), words(3)) {
        ("in", "the", "case", "of") => Some(first + 4),
        ("as", "for", _, _) => Some(first + 2),
        _ => None,
    };
    let meant = lead.and_then(|lead| (lead..lead + 3).find_map(|at| resolver.names().covering(at)));
    if let Some(meant) = meant.filter(|meant| resolver.names().is_work(Some(meant.name))) {
        return Some(Referent { is_named: true, ..resolver.referent_to(meant.name) });
    }
    if let Some(title) = resolver.title_said(first, end) {
        return Some(title);
    }
    let referent = resolver.resolve(first, end)?;
    let is_work = resolver.names().is_work(referent.name);
    let is_heading = is_work && sentence.end_token - sentence.first_token < HEADING_TOKENS && sentence.starts_paragraph;
    (referent.is_named && (!referent.thing.is_empty() || is_heading)).then_some(referent)
}

/// "The actress is best known for the series Low Tide": nothing that the next sentence goes on about.
fn tells_credits(page: &Page<'_>, sentence: &Sentence) -> bool {
    let known_for = |at: usize| matches!(page.word(at), "known" | "recognised" | "recognized") && page.word(at + 1) == "for";
    sentence.token_range().any(|at| known_for(at) || matches!((page.word(at), page.word(at + 1)), ("to", "fame") | ("starred", "in")))
}

fn sentence_facts(page: &Page<'_>, resolver: &Resolver<'_>, idx: usize, sentence: &Sentence, facts: &mut Vec<Fact>) {
    let groups = clause::find_groups(page, resolver.names(), sentence);
    let mut subjects: Vec<Option<Referent>> = Vec::with_capacity(groups.len());
    for at in 0..groups.len() {
        let subject = subject_of(page, resolver, sentence, groups, at, &subjects);
        subjects.push(subject);
    }
    let merged = lists::with_clocks(page, page.dates_in(sentence).map(|(_, date)| date));
    let named = explicit::with_explicit(page, merged);
    let dates: Vec<&DateWords> = named.iter().map(|(date, _)| date).collect();
    let mut governors: Vec<Governor> = dates.iter().map(|date| attach::governor(page, sentence, groups, date)).collect();
    attach::join_list(page, &dates, &mut governors);
    for (date, governor) in dates.iter().zip(&mut governors) {
        *governor = left::mover_of(page, sentence, groups, &page.date_tokens(date)).map_or(*governor, Governor::Verb);
    }
    let scene = Scene { page, resolver, idx, sentence, groups, subjects: &subjects };
    for (n, (date, governor)) in dates.iter().zip(&governors).enumerate() {
        if lists::is_apposed(page, &dates, n) || lists::is_vintage(page, date) {
            continue;
        }
        let before = n.checked_sub(1).filter(|&i| governors.get(i) == Some(governor)).and_then(|i| dates.get(i).copied());
        let aside = named.get(n).and_then(|(_, aside)| *aside);
        let sooner = aside.and_then(|aside| scene.sooner_by(aside));
        facts.extend(scene.dated(date, *governor, before).map(|fact| match sooner.filter(|_| fact.value == Value::New) {
            Some(shift) => Fact { shift: Some(shift), words: aside, ..fact },
            None => Fact { contradicts: aside, ..fact },
        }));
    }
    let is_told_apart = sentence.token_range().any(|at| page.word(at) == "respectively");
    for (at, group) in groups.iter().enumerate() {
        if let Head::Cue(cue) = group.kind {
            // "pushed back by a week to October 25"
            let own: Vec<&DateWords> =
                dates.iter().zip(&governors).filter(|(_, governor)| governor.verb() == Some(at)).map(|(date, _)| *date).collect();
            let counted = own.iter().find_map(|date| Some((scene.shift_of(date, cue)?, date.span)));
            let is_new =
                |fact: &&mut Fact| fact.sentence == idx && fact.value == Value::New && fact.group == Some((group.first, group.end));
            if let (Some((shift, words)), Some(fact)) = (counted, facts.iter_mut().find(is_new)) {
                (fact.shift, fact.words) = (Some(shift), Some(words));
            }
            if matches!(cue.says, Says::Replaced | Says::FormatChanged) {
                continue;
            }
            let told = scene.cued(at, group, cue, &own, facts);
            // "Red Letters and Low Tide will not premiere on May 3": each with its day
            let of_group = |fact: &&Fact| fact.sentence == idx && fact.claim.is_some() && fact.group == Some((group.first, group.end));
            let of_cue = facts.iter().filter(of_group).filter(|_| !is_told_apart);
            let others: Vec<Fact> = of_cue.chain(&told).flat_map(|fact| scene.listed(at, fact)).collect();
            facts.extend(told);
            facts.extend(others);
        }
    }
    facts.extend(scene.included());
    facts.extend(scene.backed_out(facts));
    for (date, governor) in dates.iter().zip(&governors) {
        facts.extend(scene.counted(date, *governor));
        facts.extend(scene.counted_from_news(date, facts));
    }
    settled::settle(&scene, facts);
}

/// One sentence being read.
struct Scene<'a, 'p> {
    page: &'a Page<'p>,
    resolver: &'a Resolver<'p>,
    idx: usize,
    sentence: &'a Sentence,
    groups: &'a [Group],
    subjects: &'a [Option<Referent>],
}

impl Scene<'_, '_> {
    /// The words that may be a verb’s subject; a name that begins before them is whole: "Harbour As It Was".
    fn said_of(&self, at: usize) -> (usize, usize) {
        let (first, end) = subject_range(self.page, self.sentence, self.groups, at);
        (self.resolver.names().covering(first).map_or(first, |mention| mention.first.min(first)), end)
    }

    /// The fact of one date.
    fn dated(&self, date: &DateWords, governor: Governor, before: Option<&DateWords>) -> Option<Fact> {
        let tokens = self.page.date_tokens(date);
        let part = attach::part_of(self.page, self.groups, governor, tokens.start);
        let titled = if matches!(governor, Governor::Noun { .. }) { None } else { self.titled_before(tokens.start) };
        let own = Some(governor).filter(|_| titled.is_none());
        let (group_idx, noun) = (own.and_then(Governor::verb), own.and_then(Governor::noun));
        let group = group_idx.and_then(|at| self.groups.get(at));
        if own == Some(Governor::Nothing) || self.claims_nothing(date, group, noun.is_some()) {
            return None;
        }
        let between = if noun.is_none() { self.between(before, tokens.start) } else { None };
        let is_between = titled.is_none() && between.is_some();
        let has_own_verb = is_between && before.is_some_and(|before| self.has_own_verb(before, tokens.start));
        let between = titled.or(between);
        let subject = || group_idx.and_then(|at| self.subjects.get(at)).cloned().flatten();
        let referent = match noun {
            Some((first, end)) => self.of_what_is_shown(self.noun_referent(first, end, group_idx)?, group),
            None => between.or_else(subject)?,
        };
        let edition = self.year_of_edition(date);
        let mut claim = self.claim_of(date, group, edition)?;
        let runs_out = claim.date.first().is_none();
        let waits = self.is_waited_for(group, tokens.start);
        let part = self.turn(&mut claim, group, (part, waits), tokens.start);
        // "was renewed ahead of the premiere on May 4": a date beside, of which the cue says nothing
        let is_beside = part == Part::At && noun.is_some_and(|(first, _)| group.is_some_and(|group| self.stands_beside(group.end, first)));
        let cue = group.filter(|_| !has_own_verb && !is_beside).and_then(|group| self.cue_of(group));
        let referent = self.of_the_couple(self.planned_for(referent, group, tokens.start), group_idx);
        let referent = self.in_part(referent, group, noun.is_some());
        // "has dropped out of the Lantern Awards on Sunday": not they are off
        let withdrawal = group_idx.zip(group).zip(cue).and_then(|((at, group), (cue, _))| self.withdrawal(at, group, cue, &referent));
        let referent = withdrawal.unwrap_or(referent);
        let happens = group.and_then(|group| happens_of(group, runs_out));
        let is_told_when = group.is_some_and(|group| self.is_told_on(group, &tokens, &claim));
        let is_subject_day = group.is_some_and(|group| self.is_day_of_subject(group, &tokens, &claim));
        let is_set = group.is_some_and(|group| self.sets_anew(group, &claim));
        let is_taken_away = part == Part::At && !is_set && (is_subject_day || self.is_moved_with(noun, tokens.end));
        let is_taken_back = self.is_of_moved(group_idx, &tokens)
            || is_taken_away
            || group.is_some_and(|group| self.is_taken_back(group, (&tokens, part), &claim));
        let inside = part == Part::At && self.stands_inside(group, &tokens, before);
        let held = self.held(&tokens);
        let (is_held, cue) = (held.is_some(), held.or(cue));
        let tells_when = !is_held && self.tells_when(&tokens, (group_idx, noun.is_some()), part, &referent);
        let is_told = tells_when || is_told_when || self.is_known_by(noun, &claim);
        // "the match on Monday night is being moved": the date belongs to what is moved
        let value = if lists::is_of_title(self.page, date) {
            Value::Done
        } else if !is_taken_back && is_told {
            // "the new dates will be out on Tuesday", "halted filming in March": told, not held
            Value::Told
        } else if is_taken_back || is_held {
            // "will not open on May 21 as scheduled"
            Value::Old
        } else if inside || has_own_verb || is_beside {
            Value::Plain
        } else if !is_set && group_idx.is_some_and(|at| self.is_given_up(at, &tokens, part, &claim)) {
            Value::Old
        } else {
            self.value_of(group, part, &claim, noun.is_some())
        };
        let value = if value == Value::Plain { group.map_or(value, |group| self.value_among(group, tokens.end)) } else { value };
        let goes_on = || group_idx.filter(|_| value == Value::Plain).and_then(|at| self.goes_on_from(at));
        let delay = group.and_then(|group| self.is_after_delay(group, tokens.end)).or_else(goes_on);
        let (value, cue) = if delay.is_some() { (Value::New, delay) } else { (value, cue) };
        let referent = delay.and(group_idx).and_then(|at| self.told_before(at, &referent)).unwrap_or(referent);
        let referent = editions::of_edition(edition, referent);
        let withdrawn = inside && cue.is_some_and(|(cue, _)| cue.takes_away());
        if withdrawn || matches!(value, Value::Old | Value::Was | Value::New) {
            self.draw_near(&mut claim, value, group, date.rule);
        }
        Some(Fact {
            is_unsure: referent.is_unsure,
            happens: happens.or_else(|| self.happens_around(group_idx)),
            cue,
            value,
            is_forgone: group.is_some_and(|group| self.is_forgone(group, value, &claim)),
            claim: Some(claim),
            is_possible: group.is_some_and(|group| group.is_possible) || self.is_maybe(tokens.start),
            is_negative: !waits && group.is_some_and(|group| group.is_negative),
            is_first: self.says_first(group, noun),
            is_loose: group.is_some_and(|group| !group.is_finite) || group_idx.is_some_and(|at| self.is_past_aside(at)),
            group: group.map(|group| (group.first, group.end)),
            ..Fact::of(self.idx, tokens.start, referent)
        })
    }

    /// Whether a date says of nothing when it is: that of the page, of an anniversary, of an hour told in passing.
    fn claims_nothing(&self, date: &DateWords, group: Option<&Group>, is_noun: bool) -> bool {
        let tokens = self.page.date_tokens(date);
        // "outside Nigeria for the first time since 2006"
        let is_first_time = self.page.word(tokens.start) == "since" && self.page.word_left(tokens.start, 1) == "time";
        is_first_time
            || self.is_of_page(&tokens)
            || self.is_anniversary(tokens.start)
            || told::is_untold_hour(date, is_noun, group)
            || self.is_distance(date, group)
            || self.says_which(&tokens)
    }

    /// The cue that a verb is, with its words.
    fn cue_of(&self, group: &Group) -> Option<(CueWord, Span)> {
        match group.kind {
            Head::Cue(cue) => Some((cue, self.page.span(group.head, group.end))),
            _ => None,
        }
    }

    /// What the verb before one is told of, where what the one is told of is unsure.
    fn told_before(&self, at: usize, referent: &Referent) -> Option<Referent> {
        self.subjects.get(at.checked_sub(1)?)?.clone().filter(|_| referent.is_unsure)
    }

    /// What its words claim, in the year that the sentence leaves open.
    fn claim_of(&self, date: &DateWords, group: Option<&Group>, edition: Option<i32>) -> Option<Claim> {
        let mut claim = date.date.map(|when| Claim { date: when, expression: Some(date.span), derivation: date.derivation.clone() })?;
        if group.is_some_and(|group| self.lies_behind_plan(group, date, &claim)) {
            let ahead = claim.date.range().and_then(|range| range.next_year());
            claim.date.when = ahead.map_or(claim.date.when, When::Days);
        }
        if let Some(edition) = edition.and_then(|year| editions::in_year(claim.date.range()?, year)) {
            claim.date.when = When::Days(edition);
        }
        if group.is_some_and(|group| self.is_next_midnight(group, &claim)) {
            let next = claim.date.range().and_then(|range| range.shifted(1, Unit::Day));
            claim.date.when = next.map_or(claim.date.when, When::Days);
        }
        Some(claim)
    }

    /// What is meant, and which part of it the sentence speaks of.
    fn in_part(&self, referent: Referent, group: Option<&Group>, is_noun: bool) -> Referent {
        // "begins previews on October 3. It was to close on November 26": the whole, and not its previews
        let is_of_whole = referent.part.as_deref() == Some("previews")
            && !referent.is_named
            && !is_noun
            && self.groups.iter().any(|group| matches!(group.kind, Head::Trigger(Happens::End)));
        if group.is_some_and(|group| self.is_shown_to_few(group)) {
            return Referent { part: Some("screening".to_owned()), ..referent };
        }
        if is_of_whole { Referent { part: None, ..referent } } else { referent }
    }

    /// "the concerts of December 7 in Redport and December 8 in Leeds are postponed": in the words that a cue is told of.
    fn stands_inside(&self, group: Option<&Group>, tokens: &Range<usize>, before: Option<&DateWords>) -> bool {
        let is_front = group.is_some_and(|group| matches!(group.kind, Head::Cue(_)) && tokens.end <= group.first);
        let follows = before.is_some_and(|before| before.date.is_some());
        // "‘Red Letters’ Sets Summer Release, ‘Low Tide’ Delayed": another clause’s
        let is_apart = (tokens.end..group.map_or(tokens.end, |group| group.first)).any(|at| self.page.raw(at) == ",")
            && self.idx == 0
            && self.groups.iter().all(|other| group.is_some_and(|group| other.first >= group.first));
        is_front && !is_apart && (follows || !attach::opens_clause(self.page, self.sentence, tokens.start, tokens.end))
    }

    /// "postpone our opening scheduled for October", "cancelled their November shows", "cancelled the gig tonight".
    fn is_given_up(&self, at: usize, tokens: &Range<usize>, part: Part, claim: &Claim) -> bool {
        let takes = || self.is_withdrawn_day(at, tokens, claim) || self.is_of_object(at, tokens) || self.is_tonight(at, tokens);
        self.is_of_withdrawn(at) || part == Part::At && takes()
    }

    /// "was originally due", "its original date".
    fn says_first(&self, group: Option<&Group>, noun: Option<(usize, usize)>) -> bool {
        let of_noun = |first: usize| (first.saturating_sub(3)..first).any(|at| matches!(self.page.word(at), "original" | "initial"));
        group.is_some_and(|group| is_first(self.page, group)) || noun.is_some_and(|(first, _)| of_noun(first))
    }

    /// "will miss its April window", "pushed its March release back": the cue that a day stands within, and leaves behind.
    fn held(&self, tokens: &Range<usize>) -> Option<(CueWord, Span)> {
        let is_led = matches!(self.page.word(tokens.start.wrapping_sub(1)), "its" | "their" | "his" | "her" | "the" | "s" | "from");
        self.groups.iter().filter(|_| is_led).find_map(|group| match group.kind {
            Head::Cue(cue) if cue.unsettles() => {
                let holds = group.has_gap && group.head < tokens.start && tokens.end < group.end;
                holds.then(|| (cue, self.page.span(group.head, group.end)))
            }
            _ => None,
        })
    }

    /// Makes of an open stretch, "until June", the day or month that is meant, and tells which part it plays.
    fn turn(&self, claim: &mut Claim, group: Option<&Group>, (part, waits): (Part, bool), start: usize) -> Part {
        let until = matches!(self.page.word(start), "until" | "till" | "til");
        // "From March 22, 2019, the movie is being moved to May 31": the day left behind
        let is_front =
            self.page.word(start) == "from" && group.is_some_and(|group| start < group.first && matches!(group.kind, Head::Cue(_)));
        if is_front && claim.date.first().is_some() && claim.date.last().is_none() {
            let day = claim.date.range().filter(|range| range.precision == Precision::Day).and_then(|range| range.first);
            claim.date.when = day.map_or(claim.date.when, |day| When::Days(DateRange::day(day)));
            return Part::Old;
        }
        let puts_off = group.is_some_and(Group::moves);
        // "extended through April 2018", "will run until February 16": that is its end
        let is_open = claim.date.first().is_none();
        let is_run = |group: &Group| match group.kind {
            // "will now play the Harbour Theatre through January 8"
            Head::Trigger(Happens::Perform) | Head::Planned => is_open,
            Head::Trigger(happens) => happens == Happens::End && (until || is_open),
            Head::Cue(cue) => matches!(cue.says, Says::Extended | Says::Shortened) && is_open,
            _ => false,
        };
        // "delayed until June", "will be rescheduled beginning in February 2020": that is the new date
        let is_behind = group.is_some_and(|group| group.first < start);
        let begins = puts_off && is_behind && matches!(self.page.word(start), "beginning" | "starting");
        let turns = until && (puts_off || waits) || begins;
        if turns || group.is_some_and(is_run) {
            claim.date.when = claim.date.range().and_then(|range| range.closed_period()).map_or(claim.date.when, When::Days);
        }
        match group.map(|group| group.mood) {
            Some(Mood::WasPlanned) if turns && waits => Part::At,
            _ if turns => Part::New,
            _ => part,
        }
    }

    /// "Scheduled for | an epic performance | on August 12, Kern": what it is that somebody is down for.
    fn planned_for(&self, referent: Referent, group: Option<&Group>, to: usize) -> Referent {
        let is_plan = |group: &&Group| referent.thing.is_empty() && matches!(group.kind, Head::Planned);
        let Some(from) = group.filter(is_plan).map(|group| group.end) else { return referent };
        let is_led = matches!(self.page.word(from), "for") && matches!(self.page.word(from + 1), "a" | "an" | "his" | "her" | "their");
        let last = to.checked_sub(1).map(|at| if matches!(self.page.word(at), "on" | "in" | "at") { at } else { to });
        let noun = last.and_then(|end| names::thing_ending_at(self.page, end.checked_sub(1))).filter(|(_, start)| is_led && *start > from);
        match noun {
            Some((thing, start)) if thing.role == Role::Happening => {
                let noun = self.page.lower_words(start, last.unwrap_or(to)).to_owned();
                Referent { thing: thing.name, role: Some(Role::Happening), noun, ..referent }
            }
            _ => referent,
        }
    }

    /// "The couple had planned to wed": no song, but those the article is about.
    fn of_the_couple(&self, referent: Referent, group: Option<usize>) -> Referent {
        let weds = self.happens_around(group) == Some(Happens::Wed)
            || group.and_then(|at| self.groups.get(at)).is_some_and(|group| matches!(group.kind, Head::Trigger(Happens::Wed)));
        let is_work = self.resolver.names().is_work(referent.name);
        match self.resolver.main_agent().filter(|_| weds && is_work && !referent.is_named) {
            Some(agent) => Referent { name: Some(agent), thing: "wedding", ..Referent::default() },
            None => referent,
        }
    }

    /// "the single X on December 10 and her album Querencia on January 4": a title between two dates takes the second.
    fn between(&self, before: Option<&DateWords>, start: usize) -> Option<Referent> {
        let from = self.page.date_tokens(before?).end;
        let joined = matches!(self.page.word(from), "and" | "," | "while" | "with" | "before") || self.page.word(from + 1) == "and";
        self.resolver.resolve(from, start).filter(|referent| joined && referent.is_named && referent.name.is_some())
    }

    /// "play father and daughter in Red Letters, out | Aug. 3": the title that the date stands behind.
    fn titled_before(&self, start: usize) -> Option<Referent> {
        let page = self.page;
        let is_small = |at: usize| matches!(page.word(at), "on" | "in" | "this" | "from");
        let word = (1..=2).filter_map(|n| start.checked_sub(n)).find(|&at| !is_small(at))?;
        let comes = matches!(page.word(word), "out" | "due" | "coming" | "premiering" | "airing" | "arriving" | "opening");
        let is_mark = |at: usize| matches!(page.raw(at), "," | "”" | "\"" | "’" | "'" | "(");
        let last = (1..=3).filter_map(|n| word.checked_sub(n)).find(|&at| !is_mark(at))?;
        let mention = self.resolver.names().covering(last).filter(|mention| comes && mention.end == last + 1 && last + 1 < word)?;
        let is_title = self.resolver.names().of(mention).is_some_and(|name| !name.is_person() && !name.is_place && !name.is_company());
        is_title.then(|| Referent { is_named: true, ..self.resolver.referent_to(mention.name) })
    }

    /// What happens, from the nearest trigger of the sentence where the cue itself does not say.
    fn happens_around(&self, at: Option<usize>) -> Option<Happens> {
        let at = at?;
        let near = [at.checked_add(1).filter(|&next| !self.gives_reason(at, next)), at.checked_sub(1)];
        let trigger = |i: usize| {
            let group = self.groups.get(i)?;
            match group.kind {
                // "the film, starring Kim, has been delayed"; "please don’t shoot the messenger: the game is delayed"
                // "after the singer was diagnosed": nor that; "which is in production", "leading to record sales"
                Head::Trigger(Happens::Make) if group.mood != Mood::WasPlanned && !(group.mood == Mood::Ahead && group.is_finite) => None,
                Head::Trigger(happens) => (!matches!(happens, Happens::Join | Happens::Life) && !group.is_negative).then_some(happens),
                _ => None,
            }
        };
        // "had planned on getting married in June but had to rearrange to September before postponing again"
        let is_cue = || self.groups.get(at).is_some_and(|group| matches!(group.kind, Head::Cue(_)));
        let earlier = || (0..at).rev().find_map(trigger).filter(|_| is_cue());
        near.into_iter().flatten().find_map(trigger).or_else(earlier)
    }

    /// "needs to be postponed, as several states are | closing cinemas": why, and not what.
    fn gives_reason(&self, at: usize, next: usize) -> bool {
        let (Some(cue), Some(reason)) = (self.groups.get(at), self.groups.get(next)) else { return false };
        (cue.end..reason.first).any(|at| {
            self.page.raw(at) == "," && matches!(self.page.word(at + 1), "as" | "because" | "since" | "while" | "with")
                || matches!(self.page.word(at), "because")
        })
    }
}

/// What a verb says happens; what "plays through January 8" ends then.
fn happens_of(group: &Group, runs_out: bool) -> Option<Happens> {
    match group.kind {
        Head::Trigger(Happens::Perform) | Head::Planned if runs_out => Some(Happens::End),
        Head::Trigger(happens) => Some(happens),
        _ => None,
    }
}

/// Whether words of doubt stand anywhere in the sentence: questions, "if", "whether".
pub(in crate::events) fn is_doubtful_sentence(page: &Page<'_>, sentence: &Sentence) -> bool {
    let range = sentence.token_range();
    page.is_question(sentence)
        || range.clone().any(|at| matches!(page.word(at), "if" | "whether" | "unless"))
            && range.clone().any(|at| WORDS.cues.contains_key(page.word(at)))
}
