//! Dates that stand together: a recurrence with its clock time, a date said twice, lists told "respectively".

use chrono::NaiveDate;

use super::fact::{Fact, Value};
use super::names::{Mention, Names};
use super::page::Page;
use super::subject::{Referent, number, ordinal};
use super::words::{Role, Toward, WORDS};
use crate::civil::{DateRange, Precision, Unit, When, calendar};
use crate::language::{DateWords, Sentence};
use crate::text::has_year_digits;

/// "every Saturday and Sunday at 9:10 pm KST" is one: a bare clock time belongs to the recurrence before it.
pub(super) fn with_clocks<'d>(page: &Page<'_>, dates: impl Iterator<Item = &'d DateWords>) -> Vec<DateWords> {
    let mut merged: Vec<DateWords> = Vec::new();
    for date in dates {
        let clock = date.date.and_then(|when| when.clock);
        if let (Some(last), Some(clock)) = (merged.last_mut(), clock) {
            let between = page.date_tokens(last).end..page.date_tokens(date).start;
            let recurs = last.date.is_some_and(|when| when.range().is_none() && when.clock.is_none());
            if recurs && between.len() < 3 && between.clone().all(|at| matches!(page.word(at), "at" | "," | "from")) {
                last.date = last.date.map(|when| when.at(clock));
                last.span = last.span.join(date.span);
                continue;
            }
        }
        merged.push(date.clone());
    }
    merged
}

/// "episodes 5 and 6 … on April 23 and 24, respectively": the second date is the second part's.
pub(super) fn pair_respectively(page: &Page<'_>, sentence: &Sentence, facts: &mut [Fact]) {
    let range = sentence.token_range();
    if let Some((noun, parts)) = counted_parts(page, range.clone()) {
        return pair_parts(facts, noun, &parts);
    }
    let Some(noun) = range.clone().find(|&at| {
        matches!(page.word(at), "episodes" | "seasons" | "parts" | "volumes" | "chapters") && number(page.word(at + 1)).is_some()
    }) else {
        return;
    };
    let single = page.word(noun).trim_end_matches('s').to_owned();
    let numbers: Vec<usize> = (noun + 1..range.end.min(noun + 9))
        .take_while(|&at| matches!(page.word(at), "and" | "," | "to" | "-") || number(page.word(at)).is_some())
        .filter_map(|at| number(page.word(at)))
        .collect();
    pair_parts(facts, noun, &numbers.iter().map(|n| format!("{single} {n}")).collect::<Vec<_>>());
}

/// "its fifth and sixth | episodes": which they are.
fn counted_parts(page: &Page<'_>, mut range: std::ops::Range<usize>) -> Option<(usize, Vec<String>)> {
    let noun = range.find(|&at| matches!(page.word(at), "episodes" | "seasons" | "parts"))?;
    let single = page.word(noun).trim_end_matches('s');
    let is_listed = |at: &usize| ordinal(page, *at).is_some() || page.is_number(*at) || matches!(page.word(*at), "and" | "," | "&");
    let before = (0..noun).rev().take_while(is_listed).filter_map(|at| ordinal(page, at));
    let mut parts: Vec<String> = before.map(|n| format!("{single} {n}")).collect();
    parts.reverse();
    (parts.len() > 1).then_some((noun, parts))
}

/// As many dates as parts: each its own.
fn pair_parts(facts: &mut [Fact], noun: usize, parts: &[String]) {
    let told = |fact: &&mut Fact| fact.claim.is_some() && fact.at > noun && fact.value != Value::Told;
    let is_day = |fact: &Fact| fact.claim.as_ref().is_some_and(|claim| claim.date.single_day().is_some());
    let mut dated: Vec<&mut Fact> = facts.iter_mut().filter(told).collect();
    // "will not air its fifth and sixth episodes this week – set for May 6 and 7": the days tell more than the week
    if dated.len() > parts.len() && dated.iter().filter(|fact| is_day(fact)).count() == parts.len() {
        dated.iter_mut().filter(|fact| !is_day(fact)).for_each(|fact| fact.is_unsure = true);
        dated.retain(|fact| is_day(fact));
    }
    if parts.len() > 1 && dated.len() == parts.len() {
        for (fact, part) in dated.iter_mut().zip(parts) {
            fact.referent.part = Some(part.clone());
            (fact.is_unsure, fact.is_further) = (false, false);
        }
    }
}

/// "scheduled for April 27 in Redport, April 28 in Leeds and April 29 in Marsh, will now take place on": all of them are
/// left behind.
pub(super) fn keep_old(page: &Page<'_>, facts: &mut [Fact]) {
    let joins = |at: usize| {
        page.is_in_date(at)
            || page.is_capital(at)
            || matches!(page.raw(at), "," | "&")
            || matches!(page.word(at), "and" | "in" | "at" | "on")
    };
    let mut last: Option<(usize, Option<usize>)> = None;
    for fact in facts.iter_mut().filter(|fact| fact.claim.is_some()) {
        let is_listed = last.is_some_and(|(at, name)| name == fact.referent.name && (at..fact.at).all(joins));
        // "was set for May 3, June 4 is now": a new day has "and" or a place between, or more such days
        let is_joined =
            last.is_some_and(|(at, _)| (at..fact.at).any(|at| matches!(page.word(at), "and" | "in" | "at") || page.raw(at) == ","));
        if is_listed && is_joined && matches!(fact.value, Value::New | Value::Plain) {
            (fact.value, fact.is_further) = (Value::Old, true);
        }
        last = (fact.value == Value::Old).then_some((fact.at, fact.referent.name));
    }
}

/// "for April 7, 2021 and its opening night for | May 20": so far behind the first.
const SECOND_TOKENS: usize = 12;

/// "The film, which is to come out on August 15, will come out on December 6", where the article puts it off: the day of the
/// aside is left behind.
pub(super) fn leave_aside(page: &Page<'_>, facts: &mut [Fact]) {
    let moved: Vec<Option<usize>> = facts
        .iter()
        .filter(|fact| fact.cue.is_some_and(|(cue, _)| cue.moves()) && !fact.is_possible)
        .map(|fact| fact.referent.name)
        .collect();
    for at in 1..facts.len() {
        let (before, rest) = facts.split_at_mut(at);
        let (Some(aside), Some(main)) = (before.last_mut(), rest.first()) else { continue };
        let is_plan = |fact: &Fact| fact.value == Value::Plain && fact.claim.is_some() && !fact.is_possible && !fact.is_negative;
        let is_which = |fact: &Fact| {
            let left = fact.group.and_then(|(first, _)| first.checked_sub(1));
            left.is_some_and(|left| page.word(left) == "which" && page.raw(left.wrapping_sub(1)) == ",")
        };
        let is_pair = aside.sentence == main.sentence && aside.referent.name == main.referent.name && aside.happens == main.happens;
        if is_pair && is_plan(aside) && is_plan(main) && is_which(aside) && !is_which(main) && moved.contains(&main.referent.name) {
            aside.value = Value::Was;
        }
    }
}

/// "changed to August 14, then October 2 and now December 25", told in September: one after the other.
pub(super) fn draw_in_order(page: &Page<'_>, facts: &mut [Fact]) {
    for at in 1..facts.len() {
        let (before, rest) = facts.split_at_mut(at);
        let (Some(first), Some(next)) = (before.last_mut(), rest.first()) else { continue };
        let is_step = first.value == Value::New && next.value == Value::New && first.group.is_some() && first.group == next.group;
        let has_then = (first.at..next.at).any(|at| page.word(at) == "then");
        if !is_step || !has_then || first.sentence != next.sentence || says_year(page, first) {
            continue;
        }
        let later = next.claim.as_ref().and_then(|claim| claim.date.first());
        let Some(claim) = first.claim.as_mut() else { continue };
        let range = claim.date.range().copied().filter(|range| range.first > later && later.is_some());
        let earlier = range.and_then(|range| range.shifted(-1, Unit::Year)).filter(|earlier| earlier.first < later);
        claim.date.when = earlier.map_or(claim.date.when, When::Days);
    }
}

/// "on 9, 10 and 11 October": one statement with its further days, no row of moves; "then" and "now" part them.
pub(super) fn mark_further(page: &Page<'_>, facts: &mut [Fact]) {
    let key = |fact: &Fact| (fact.value, fact.group, fact.referent.name);
    let mut last = None;
    for fact in facts.iter_mut().filter(|fact| fact.claim.is_some()) {
        // "and run until June 19": the end of what begins
        let joins = |at: usize| {
            page.is_in_date(at)
                || !page.is_word(at)
                || page.is_capital(at)
                || matches!(
                    page.word(at),
                    "and"
                        | "on"
                        | "to"
                        | "the"
                        | "run"
                        | "runs"
                        | "running"
                        | "until"
                        | "through"
                        | "wrap"
                        | "ending"
                        | "end"
                        | "conclude"
                        | "in"
                        | "at"
                )
        };
        // "to Friday 3, Saturday 4 and Sunday 5 September": days of one list, each with its own words
        let is_listed = |at: usize, known: &(Value, Option<(usize, usize)>, Option<usize>)| {
            let is_new = known.0 == Value::New && matches!(fact.value, Value::Plain | Value::New) && known.2 == fact.referent.name;
            is_new && (at..fact.at).all(|at| page.is_in_date(at) || matches!(page.raw(at), "," | "and" | "&"))
        };
        if let Some((_, known)) = last.filter(|(at, known)| is_listed(*at, known)) {
            fact.is_further = true;
            last = Some((fact.at, known));
            continue;
        }
        // "rescheduled its first preview for April 7 and its opening night for May 20": one step, told by its first day
        let is_second = |at: usize, known: &(Value, Option<(usize, usize)>, Option<usize>)| {
            let own =
                (at..fact.at).find(|&at| page.word(at) == "and" && matches!(page.word(at + 1), "its" | "their" | "his" | "her" | "the"));
            let is_noun = |own: usize| (own + 2..fact.at).any(|at| page.phrase_at(&WORDS.things, at, fact.at).is_some());
            known.0 == Value::New && key(fact) == *known && fact.at < at + SECOND_TOKENS && own.is_some_and(is_noun)
        };
        if let Some((_, known)) = last.filter(|(at, known)| is_second(*at, known)) {
            fact.is_further = true;
            last = Some((fact.at, known));
            continue;
        }
        if let Some((at, known)) = last {
            fact.is_further = key(fact) == known && fact.value != Value::Told && (at..fact.at).all(joins);
            // "will be in cinemas tomorrow and will then be available from May 3": the next stage, and no move
            let is_stage = fact.cue.is_none() && fact.referent.name == known.2 && matches!(fact.value, Value::Plain | Value::New);
            let words = || fact.group.map_or(0..0, |(first, end)| first..end).map(|at| page.word(at));
            let goes_on = words().any(|word| matches!(word, "then" | "also"));
            fact.is_further |= is_stage && goes_on && words().any(|word| matches!(word, "will" | "ll"));
            // "on September 28 at 12:30 a.m. (effectively, September 29)"
            let is_bracketed =
                (at + 1..fact.at).rev().take(4).any(|at| page.raw(at) == "(") && !(at..fact.at).any(|at| page.raw(at) == ")");
            fact.is_further |= is_bracketed && fact.referent.name == known.2 && matches!(fact.value, Value::Plain | Value::New);
        }
        last = Some((fact.at, key(fact)));
    }
}

/// "the follow-up to 2008's “Low Tide”": the year of another title.
pub(super) fn is_of_title(page: &Page<'_>, date: &DateWords) -> bool {
    let tokens = page.date_tokens(date);
    let behind = tokens.end + 2;
    let is_year = tokens.len() == 1 && page.raw(tokens.start).len() == 4;
    is_year && page.owns_at(tokens.end) && (matches!(page.raw(behind), "“" | "\"" | "‘" | "'") || page.is_capital(behind))
}

/// "the sequel to the 2017 film": a year that only says which film.
pub(super) fn is_vintage(page: &Page<'_>, date: &DateWords) -> bool {
    let tokens = page.date_tokens(date);
    let is_year = tokens.len() == 1 && page.raw(tokens.start).len() == 4 && date.date.is_some_and(|date| date.range().is_some());
    let led = tokens
        .start
        .checked_sub(1)
        .is_some_and(|left| matches!(page.word(left), "the" | "a" | "their" | "his" | "her" | "s" | "successful" | "hit"));
    let is_work = |at: usize| page.phrase_at(&WORDS.things, at, at + 3).is_some_and(|(phrase, _)| phrase.entry.role == Role::Work);
    // "cancel the 2020 edition"
    let is_edition = is_year && matches!(page.word(tokens.end), "edition" | "instalment" | "installment");
    // "the sequel to 2021’s reboot", told in 2025
    let is_over = date.date.and_then(|date| date.last()) < page.article.report_day() && page.article.report_day().is_some();
    let is_owner = is_year && is_over && page.owns_at(tokens.end) && is_work(tokens.end + 2);
    is_owner || is_edition || is_year && led && (tokens.end..tokens.end + 3).take_while(|&at| page.is_word(at)).any(is_work)
}

/// "X and Y have new dates: June 19 and July 17, respectively": each title its own.
pub(super) fn pair_titles(page: &Page<'_>, names: &Names, sentence: &Sentence, facts: &mut [Fact]) {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    if !(first..end).any(|at| page.word(at) == "respectively") {
        return;
    }
    let mut titles: Vec<usize> = Vec::new();
    for mention in names.within(first, end) {
        if names.is_work(Some(mention.name)) && !titles.contains(&mention.name) {
            titles.push(mention.name);
        }
    }
    let mut dated: Vec<&mut Fact> = facts.iter_mut().filter(|fact| fact.claim.is_some() && fact.value != Value::Told).collect();
    if titles.len() == 1 && dated.len() == 2 {
        titles = beside_title(page, names, sentence, titles);
    }
    if titles.len() > 1 && titles.len() == dated.len() {
        for (fact, title) in dated.iter_mut().zip(titles) {
            let thing = names.names.get(title).and_then(|name| name.thing).unwrap_or_default();
            fact.referent = Referent { name: Some(title), thing, role: Some(Role::Work), is_named: true, ..fact.referent.clone() };
            fact.is_further = false;
        }
    }
}

/// "The Last Lantern and “Ghost Town”": the name that "and" joins to the only title is one, too.
fn beside_title(page: &Page<'_>, names: &Names, sentence: &Sentence, titles: Vec<usize>) -> Vec<usize> {
    let near = names.within(sentence.first_token as usize, sentence.end_token as usize);
    let is_pair = |one: &Mention, other: &Mention| {
        (one.end..other.first).all(|at| !page.is_word(at) || page.word(at) == "and" || page.word(at) == "the")
    };
    let is_open = |name: usize| names.names.get(name).is_some_and(|name| !name.is_person() && !name.is_place && !name.is_company());
    let pairs = near.iter().zip(near.iter().skip(1)).filter(|(one, other)| is_pair(one, other) && one.name != other.name);
    let found = pairs.map(|(one, other)| [one.name, other.name]).find(|pair| titles.iter().all(|title| pair.contains(title)));
    found.filter(|pair| pair.iter().all(|&name| titles.contains(&name) || is_open(name))).map_or(titles, |pair| pair.to_vec())
}

/// "On Friday (January 28)", "today, December 5": the second is the first again.
pub(super) fn is_apposed(page: &Page<'_>, dates: &[&DateWords], n: usize) -> bool {
    let (Some(before), Some(date)) = (n.checked_sub(1).and_then(|i| dates.get(i)), dates.get(n)) else { return false };
    let between = page.date_tokens(before).end..page.date_tokens(date).start;
    let apposed = between.len() == 1 && matches!(page.raw(between.start), "(" | ",");
    let same = before.date.as_ref().and_then(crate::civil::ClaimedDate::single_day)
        == date.date.as_ref().and_then(crate::civil::ClaimedDate::single_day);
    // "on Friday (July 9)", where Friday is the 8th: one of the two is a slip, and no second date
    let day = |words: &DateWords| words.date.as_ref().and_then(crate::civil::ClaimedDate::single_day);
    let is_slip = before.rule == "weekday"
        && page.raw(between.start) == "("
        && day(before).zip(day(date)).is_some_and(|(one, other)| calendar::days_between(one, other).abs() < 7);
    // "March 24, a Tuesday": which day of the week that is
    let is_weekday = date.rule == "weekday" && between.len() == 2 && page.raw(between.start) == "," && page.word(between.start + 1) == "a";
    apposed && (same || is_slip) || is_weekday
}

/// "slated for December 13, 2019, then pushed up to November 1": the new date without a year lies near the old one.
pub(super) fn draw_to_old(page: &Page<'_>, facts: &mut [Fact]) {
    let has_year = |fact: &Fact| says_year(page, fact);
    let mut before: Option<(NaiveDate, bool)> = None;
    for fact in facts {
        let first = fact.claim.as_ref().and_then(|claim| claim.date.first());
        if matches!(fact.value, Value::Old | Value::Was) || has_year(fact) && fact.value == Value::New {
            before = first.map(|first| (first, has_year(fact)));
            continue;
        }
        let (Some((near, is_sure)), Some(claim), Value::New) = (before, fact.claim.as_mut(), fact.value) else { continue };
        let Some(range) = claim.date.range().copied().filter(|_| claim.derivation.is_some()) else { continue };
        let away = |range: &DateRange| range.first.map_or(i64::MAX, |first| calendar::days_between(near, first).abs());
        let toward = fact.cue.map(|(cue, _)| cue.toward);
        let is_that_way = |range: &DateRange| match toward {
            Some(Toward::Later) => range.first > Some(near),
            Some(Toward::Earlier) => range.first < Some(near),
            _ => true,
        };
        // "set for June 26, then pushed to December 23": only a year that goes the wrong way is another year
        // "moves up from March 6 to Feb. 13": what is new lies ahead, and the old day follows it; so does "its new April date"
        let is_named = fact.cue.is_none() && fact.group.is_none();
        let is_ahead = (!is_sure || is_named) && page.article.report_day().is_some_and(|reported| range.first >= Some(reported));
        if is_ahead || !is_sure && (is_that_way(&range) || toward == Some(Toward::Either)) {
            before = range.first.map(|first| (first, is_sure));
            continue;
        }
        // "originally set for April 2020, and will now take place in July", told in 2022
        let is_to_come = fact.group.is_some_and(|(first, end)| (first..end).any(|at| page.word(at) == "will"));
        let reported = page.article.report_day();
        let is_open = |range: &DateRange| !is_to_come || range.last.is_none() || range.last >= reported;
        let years = (-3..=3).filter_map(|n| range.shifted(n, Unit::Year)).filter(is_that_way).filter(is_open);
        // what moves mostly moves back
        let rank =
            |range: &DateRange| if toward == Some(Toward::Either) && range.first < Some(near) { 3 * away(range) } else { away(range) };
        if let Some(nearest) = years.min_by_key(rank) {
            claim.date.when = When::Days(nearest);
            before = nearest.first.map(|first| (first, is_sure));
        }
    }
}

/// So many sentences may stand between an old day and the day it gave way to.
const STORY_SENTENCES: usize = 2;

/// "was slated for May but it was pushed back to July", told in September: what is told in the past follows the old day,
/// be it behind the report or ahead of it.
pub(super) fn draw_back(page: &Page<'_>, facts: &mut [Fact]) {
    let Some(reported) = page.article.report_day() else { return };
    // "has been pushed back", "will now come" hold today
    let is_past = |fact: &Fact| {
        let words = || fact.group.map_or(0..0, |(first, end)| first..end).map(|at| page.word(at));
        words().any(|word| matches!(word, "was" | "were")) && !words().any(|word| matches!(word, "now" | "set" | "due"))
    };
    for at in 1..facts.len() {
        let (before, rest) = facts.split_at_mut(at);
        let Some(fact) = rest.first_mut().filter(|fact| fact.value == Value::New && is_past(fact) && !says_year(page, fact)) else {
            continue;
        };
        let near = before.iter().rev().take_while(|old| old.sentence + STORY_SENTENCES >= fact.sentence);
        let is_old = |old: &&Fact| matches!(old.value, Value::Old | Value::Was) && old.referent.name == fact.referent.name;
        let old = near.into_iter().find(is_old).and_then(|old| old.claim.as_ref()?.date.first()).filter(|old| *old < reported);
        let Some((old, claim)) = old.zip(fact.claim.as_mut()) else { continue };
        let Some(range) = claim.date.range().copied().filter(|range| range.first >= Some(reported)) else { continue };
        let earlier = range.shifted(-1, Unit::Year).filter(|earlier| earlier.first > Some(old));
        claim.date.when = earlier.map_or(claim.date.when, When::Days);
    }
}

/// Whether the words of a date say which year: "March 2024", "April this year".
fn says_year(page: &Page<'_>, fact: &Fact) -> bool {
    let words = fact.claim.as_ref().and_then(|claim| claim.expression).map_or("", |span| span.of(page.text));
    has_year_digits(words) || words.split(' ').any(|word| word.eq_ignore_ascii_case("year"))
}

/// "will come out in May after initially scheduled for a November release", told in September: this November, not the
/// one before.
pub(super) fn draw_ahead(page: &Page<'_>, facts: &mut [Fact]) {
    let Some(reported) = page.article.report_day() else { return };
    let is_plan = |fact: &&Fact| matches!(fact.value, Value::New | Value::Plain);
    let news: Vec<(usize, Option<usize>, NaiveDate)> = facts
        .iter()
        .filter(is_plan)
        .filter_map(|fact| Some((fact.sentence, fact.referent.name, fact.claim.as_ref()?.date.first()?)))
        .collect();
    for fact in facts.iter_mut().filter(|fact| fact.value == Value::Old && fact.is_first) {
        let from = news.partition_point(|(sentence, ..)| *sentence < fact.sentence);
        let here = news.iter().skip(from).take_while(|(sentence, ..)| *sentence == fact.sentence);
        let new = here.into_iter().find(|(_, name, _)| *name == fact.referent.name).map(|news| news.2);
        let has_year = says_year(page, fact);
        let Some((new, claim)) = new.zip(fact.claim.as_mut().filter(|_| !has_year)) else { continue };
        let Some(range) = claim.date.range().copied().filter(|range| range.single_day().is_none()) else { continue };
        let ahead = range.shifted(1, Unit::Year).filter(|ahead| {
            let is_between = ahead.first > Some(reported) && ahead.first < Some(new);
            is_between && ahead.days_from(reported) < range.days_from(reported)
        });
        claim.date.when = ahead.map_or(claim.date.when, When::Days);
    }
}

/// A plan that lies so near before the day that replaces it may well be the one that was meant.
const STRAIGHT_DAYS: i64 = 420;

/// "has moved up to Dec. 22. It had been dated for Jan. 14": of the years an old day without one may mean, the one
/// beside the new day told near by.
/// A date that replaces or may replace another.
struct News {
    sentence: usize,
    /// Token it stands at.
    at: usize,
    name: Option<usize>,
    day: NaiveDate,
    /// Where the stretch ends that it names.
    last: Option<NaiveDate>,
    toward: Option<Toward>,
    /// It replaces another.
    is_new: bool,
    /// The day it replaces, where the words count it: "up two weeks … to February 9th in 2020".
    before: Option<NaiveDate>,
}

impl News {
    /// A season or a month: the days of a whole year are of no use.
    fn is_season(&self) -> bool {
        /// A season has no more days.
        const DAYS: i64 = 100;
        self.last.is_some_and(|last| (1..DAYS).contains(&calendar::days_between(self.day, last)))
    }
}

/// "was slated for Oct. 9. … will now land in the fall": of that fall.
fn within_season(page: &Page<'_>, value: Value, day: &DateRange, new: &News) -> Option<DateRange> {
    let is_past = value == Value::Was && day.first < page.article.report_day();
    let is_held = |ahead: &DateRange| ahead.first >= Some(new.day) && ahead.first <= new.last;
    day.shifted(1, Unit::Year).filter(|ahead| is_past && new.is_season() && is_held(ahead))
}

/// A plan of the year before is the likelier one unless it lies so many times farther from the new day.
const FAR_YEAR: i64 = 3;

/// The days that an old one may have to give way to.
fn news_of(page: &Page<'_>, facts: &[Fact]) -> Vec<News> {
    // "will open on May 28. It was to open on Sept. 17, but the studio pushed up the date": which way, said without a date
    let way_of = |told: &Fact| {
        let leads = |fact: &&Fact| {
            fact.value == Value::Without && fact.referent.name == told.referent.name && fact.sentence.abs_diff(told.sentence) <= 2
        };
        let cue = facts.iter().filter(leads).find_map(|fact| fact.cue.map(|(cue, _)| cue));
        cue.filter(|cue| cue.says == super::Says::Moved && cue.toward != Toward::Either).map(|cue| cue.toward)
    };
    facts
        .iter()
        .filter(|fact| {
            fact.value == Value::New
                || fact.value == Value::Plain && (says_year(page, fact) || way_of(fact).is_some() || page.says_sooner(fact.sentence))
        })
        .filter_map(|fact| {
            let date = fact.claim.as_ref()?.date;
            let is_new = fact.value == Value::New;
            let toward = fact.cue.map(|(cue, _)| cue.toward).or_else(|| way_of(fact));
            let (sentence, at, name, day) = (fact.sentence, fact.at, fact.referent.name, date.first()?);
            let last = date.last();
            let told = fact.shift.and_then(|(n, unit)| date.range()?.shifted(-n, unit)?.first);
            let before = told.filter(|_| says_year(page, fact));
            (is_new || date.single_day().is_some()).then_some(News { sentence, at, name, day, last, toward, is_new, before })
        })
        .collect()
}

/// Gives an old day told without its year the year that its new day speaks for.
pub(super) fn draw_to_new(page: &Page<'_>, facts: &mut [Fact]) {
    let news = news_of(page, facts);
    for fact in facts.iter_mut().filter(|fact| matches!(fact.value, Value::Old | Value::Was)) {
        let has_year = says_year(page, fact);
        let Some(claim) = fact.claim.as_mut().filter(|_| !has_year) else { continue };
        let Some(range) = claim.date.range().copied() else { continue };
        let is_day = range.single_day().is_some();
        // "from its original slot on June 14 to May 9, 2025": the year before that, whenever it was planned
        let is_led_to = fact.cue.is_some() && news.iter().any(|new| new.is_new && new.sentence == fact.sentence);
        let is_sooner = page.says_sooner(fact.sentence);
        if is_day && fact.is_first && !is_led_to && !is_sooner {
            continue;
        }
        let near = |new: &&News| new.name == fact.referent.name && new.sentence.abs_diff(fact.sentence) <= 2;
        // the new date of its own sentence before that of another
        let rank = |new: &&News| (new.sentence.abs_diff(fact.sentence), !new.is_new);
        let Some(new) = news.iter().filter(near).min_by_key(rank) else { continue };
        // "up two weeks from February 23 to February 9th in 2020": two weeks before it, in whichever year
        if let Some(before) = new.before.filter(|_| is_day && new.sentence == fact.sentence) {
            let gap = |range: &DateRange| range.first.map_or(i64::MAX, |first| calendar::days_between(before, first).abs());
            let years = (-1..=1).filter_map(|n| range.shifted(n, Unit::Year));
            claim.date.when = years.min_by_key(gap).map_or(claim.date.when, When::Days);
            continue;
        }
        let is_earlier = new.toward == Some(Toward::Earlier) || new.toward.is_none() && is_sooner && fact.is_first;
        let away = |range: &DateRange| {
            let days = range.first.map_or(i64::MAX / 8, |first| calendar::days_between(new.day, first));
            // what moves mostly moves back
            let is_odd = if is_earlier { days < 0 } else { days > 0 };
            if is_odd { 3 * days.abs() } else { days.abs() }
        };
        if !is_day {
            // "originally planned for the spring", and now for October: the spring before
            let before = range.shifted(-1, Unit::Year).filter(|before| {
                let is_near = before.first.is_some_and(|first| calendar::days_between(first, new.day) < STRAIGHT_DAYS);
                // "will now stream from July 25, instead of October": the October behind it
                let gap = |range: &DateRange| range.first.map_or(0, |first| calendar::days_between(new.day, first).abs());
                let is_likely = gap(before) < FAR_YEAR * gap(&range);
                is_near && is_likely && new.is_new && range.first > Some(new.day) && !is_earlier && !is_sooner
            });
            // "was set for August 8-10" told in January, and now for the summer of the year after: the August between
            let between = range.shifted(1, Unit::Year).filter(|ahead| {
                let reported = page.article.report_day();
                new.is_new
                    && !fact.is_first
                    && range.precision == Precision::Range
                    && range.first < reported
                    && ahead.first > reported
                    && ahead.first < Some(new.day)
            });
            // "moved up from February to December 26", told in August: the February to come
            let onward = range.shifted(1, Unit::Year).filter(|ahead| {
                let is_past = range.last < page.article.report_day();
                new.is_new && new.toward == Some(Toward::Earlier) && is_past && ahead.first > Some(new.day)
            });
            // "will now stream from July 25, instead of October": the October behind it
            let instead = range.shifted(1, Unit::Year).filter(|ahead| {
                let is_past = range.last < page.article.report_day();
                is_past && new.is_new && new.toward.is_none() && new.sentence == fact.sentence && away(ahead) < away(&range)
            });
            claim.date.when = before.or(between).or(onward).or(instead).map_or(claim.date.when, When::Days);
            continue;
        }
        // told of a plan that lies before the new day as it should
        let days = range.first.map_or(0, |first| calendar::days_between(new.day, first));
        let is_straight = fact.value == Value::Was && (days > 0) == is_earlier;
        // "a March 12 show, which has been moved to March 4, 2017": the plan that still stood; not "will open on May 25,
        // 2018, rather than on July 6"
        let is_behind = |new: &News| new.is_new && (new.sentence, new.at) > (fact.sentence, fact.at);
        let is_ahead = days < 0 && range.first >= page.article.report_day() && !is_earlier && news.iter().any(is_behind);
        let is_straight = is_straight || is_ahead;
        if let Some(within) = within_season(page, fact.value, &range, new) {
            claim.date.when = When::Days(within);
            continue;
        }
        let years = [-1, 1].into_iter().filter_map(|n| range.shifted(n, Unit::Year)).filter(|_| !is_straight || days.abs() > STRAIGHT_DAYS);
        if let Some(nearer) = years.min_by_key(away).filter(|nearer| away(nearer) < away(&range)) {
            claim.date.when = When::Days(nearer);
        }
    }
}

/// The sentence that tells a day, of whom and what, and the day.
type ToldDay<'a> = (usize, (Option<usize>, &'a str), NaiveDate);

/// "The game on October 2 was shifted. It will now start at 7 p.m.": an hour without a day is of the day told of.
pub(super) fn place_clocks(page: &Page<'_>, facts: &mut [Fact]) {
    let reported = page.article.report_day();
    let is_clock = |fact: &Fact| {
        let Some(claim) = fact.claim.as_ref().filter(|claim| claim.date.clock.is_some()) else { return false };
        claim.date.single_day() == reported
            && claim.expression.is_some_and(|span| span.of(page.text).starts_with(|c: char| c.is_ascii_digit()))
    };
    // "her album comes on August 23, and a new single at midnight": another thing
    let key = |fact: &Fact| (fact.referent.name, fact.referent.thing);
    let day_of = |fact: &Fact| Some((fact.sentence, key(fact), fact.claim.as_ref()?.date.single_day()?));
    let days: Vec<ToldDay<'_>> = facts
        .iter()
        // "The show will air at 9 p.m.": not on the day that it left behind
        .filter(|fact| !is_clock(fact) && !matches!(fact.value, Value::Told | Value::Done | Value::Old))
        .filter_map(day_of)
        .collect();
    let olds: Vec<ToldDay<'_>> = facts
        .iter()
        .filter(|fact| fact.value == Value::Old && !is_clock(fact))
        .filter(|fact| fact.claim.as_ref().is_some_and(|claim| claim.date.clock.is_some()))
        .filter_map(day_of)
        .collect();
    for fact in facts.iter_mut().filter(|fact| is_clock(fact)) {
        let near = days.iter().rfind(|(sentence, of, _)| *of == key(fact) && *sentence <= fact.sentence && fact.sentence <= sentence + 2);
        // "at 8.30pm instead of 8pm on Thursday": of that day too
        let beside = || olds.iter().find(|(sentence, of, _)| *of == key(fact) && *sentence == fact.sentence);
        if let (Some((_, _, day)), Some(claim)) = (near.or_else(beside), fact.claim.as_mut()) {
            claim.date.when = When::Days(DateRange::day(*day));
        }
    }
}
