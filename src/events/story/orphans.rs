//! A day that was to be and of which nothing tells what became of it, beside news of a change that gives no old day:
//! within one article they belong together, whatever words each has for the thing.

use chrono::Days;

use super::weighed::differs;
use crate::civil::{ClaimedDate, DateRange, Precision, When};
use crate::events::names::{Name, Names};
use crate::events::page::Page;
use crate::events::{Claim, Event, Facet, Heading, Kind, Says, Stated, Status};

/// The plan stands within so many sentences of the news where another name stands for the thing.
const NEAR_SENTENCES: usize = 3;

/// A plan that is over so many days is not what the news gives up.
const OVER_DAYS: u64 = 31;

/// Words of a plan that a change may have overtaken.
const WAS_PLANNED: [&str; 16] = [
    "was to ",
    "were to ",
    "was set",
    "were set",
    "was due",
    "were due",
    "was scheduled",
    "were scheduled",
    "was slated",
    "was supposed",
    "were supposed",
    "had been",
    "was meant",
    "was expected",
    "would ",
    "was planned",
];

/// "The festival has been cancelled. … The metal weekender was due to take place from July 6 to 8": gives the news its
/// old day, and the day its news, where the article has no more than one of each; what another statement tells with its
/// day is dropped first.
pub(super) fn join(page: &Page<'_>, names: &Names, told: &mut Vec<(usize, Event)>) {
    drop_restated(told);
    let Some(news) = only_news(names, told) else { return };
    let Some((plan, claim)) = only_plan(page, names, told, news) else { return };
    let Some((_, teller)) = told.get(news) else { return };
    let (subject, kind, part) = (teller.subject.clone(), teller.kind, teller.part.clone());
    for (_, event) in told.iter_mut().filter(|(_, event)| event.subject.name == subject.name) {
        if let Some(stated) = event.stated.as_mut().filter(|stated| waits_for_day(stated)) {
            stated.from = Some(claim.clone());
        }
    }
    if let Some((_, event)) = told.get_mut(plan) {
        (event.subject, event.kind, event.part) = (subject, kind, part);
        (event.status, event.is_background) = (Status::Superseded, false);
    }
}

/// "will not air this week. Episodes 11 and 12, slated for May 8 and 9, will be shown on May 15": told once, by what has
/// its new day.
fn drop_restated(told: &mut Vec<(usize, Event)>) {
    let moved: Vec<(Vec<String>, Option<String>, Claim)> = told
        .iter()
        .filter_map(|(_, event)| {
            let stated =
                event.stated.as_ref().filter(|stated| stated.says == Says::Moved && !stated.is_history && event.claim.is_some())?;
            Some((event.subject.name.clone(), event.part.clone(), stated.from.clone()?))
        })
        .collect();
    let is_restated = |event: &Event, from: &Claim| {
        let is_told = |(name, part, day): &(Vec<String>, Option<String>, Claim)| {
            *name == event.subject.name && *part != event.part && !is_fine(from) && !differs(&from.date, &day.date)
        };
        moved.iter().any(is_told)
    };
    // "Episode 14, set for May 8, will be cancelled. … It will air on May 15": one move
    let is_moved_on = |event: &Event| {
        let off = event.stated.as_ref().filter(|stated| stated.says == Says::Cancelled && event.claim.is_none());
        let is_it = |(name, part, day): &(Vec<String>, Option<String>, Claim), from: &Claim| {
            *name == event.subject.name && *part == event.part && !differs(&from.date, &day.date)
        };
        off.and_then(|stated| stated.from.as_ref()).is_some_and(|from| moved.iter().any(|step| is_it(step, from)))
    };
    // "Low Tide postpones first preview", a headline over "will now begin on March 23"
    let is_headline = |event: &Event| {
        let is_bare = event.claim.is_none() && event.heading == Heading::Yes;
        let puts_off = |stated: &Stated| stated.says == Says::Postponed && stated.from.is_none();
        is_bare && event.stated.as_ref().is_some_and(puts_off) && moved.iter().any(|(name, ..)| *name == event.subject.name)
    };
    told.retain(|(_, event)| {
        if is_headline(event) || is_moved_on(event) {
            return false;
        }
        let takes_away = |stated: &&Stated| matches!(stated.says, Says::Cancelled | Says::Postponed) && event.claim.is_none();
        let from = event.stated.as_ref().filter(takes_away).and_then(|stated| stated.from.as_ref());
        let left = event.claim.as_ref().filter(|_| event.status == Status::Superseded && event.stated.is_none());
        !from.or(left).is_some_and(|from| is_restated(event, from))
    });
}

/// News of a change that has no old day, or one no finer than a month or a season.
fn waits_for_day(stated: &Stated) -> bool {
    let is_coarse = |from: &Claim| !is_fine(from);
    let changes = matches!(stated.says, Says::Cancelled | Says::Postponed | Says::Moved);
    changes && !stated.is_history && stated.shift.is_none() && stated.from.as_ref().is_none_or(is_coarse)
}

/// A day, or from one named day to another.
fn is_fine(claim: &Claim) -> bool {
    claim.date.range().is_some_and(|range| range.first.is_some() && matches!(range.precision, Precision::Day | Precision::Range))
}

/// The first statement, of the running text if it can be, of the only news that waits for its old day.
fn only_news(names: &Names, told: &[(usize, Event)]) -> Option<usize> {
    let waits = |event: &Event| !event.is_background && event.facet == Facet::When && event.stated.as_ref().is_some_and(waits_for_day);
    // what the headline names, before what else has been called off
    let opens = |event: &Event| names.names.iter().any(|name| name.opens && name.words == event.subject.name);
    let is_opened = told.iter().any(|(_, event)| waits(event) && opens(event));
    let waiting = || told.iter().enumerate().filter(|(_, (_, event))| waits(event) && (!is_opened || opens(event)));
    let (first, (_, one)) = waiting().find(|(_, (_, event))| event.heading == Heading::No).or_else(|| waiting().next())?;
    let is_same = |event: &Event| event.subject.name == one.subject.name;
    let has_day = |event: &Event| {
        let stated = event.stated.as_ref().filter(|stated| !stated.is_history);
        stated.is_some_and(|stated| stated.from.as_ref().is_some_and(is_fine))
    };
    let is_told = told.iter().any(|(_, event)| is_same(event) && has_day(event));
    (!is_told && !one.subject.name.is_empty() && waiting().all(|(_, (_, event))| is_same(event))).then_some(first)
}

/// The only day left behind, or planned in the past tense, that no change of the article accounts for.
fn only_plan(page: &Page<'_>, names: &Names, told: &[(usize, Event)], news: usize) -> Option<(usize, Claim)> {
    let (_, teller) = told.get(news)?;
    let stated = teller.stated.as_ref()?;
    let accounted: Vec<_> = told
        .iter()
        .filter_map(|(_, event)| Some((event.stated.as_ref().filter(|stated| !stated.is_history)?, event.claim.as_ref())))
        .flat_map(|(stated, to)| [stated.from.as_ref().filter(|from| is_fine(from)), to])
        .flatten()
        .collect();
    let floor = page.article.report_day().and_then(|reported| reported.checked_sub_days(Days::new(OVER_DAYS)));
    // "pushed to July 31": from a day before it
    let to = teller.claim.as_ref().filter(|_| stated.says == Says::Moved).and_then(|to| to.date.first());
    let leads = |plan: &Claim| to.is_none_or(|to| plan.date.first().is_some_and(|first| (first > to) == stated.is_earlier));
    let fits = |event: &Event, claim: &Claim| {
        let is_free = accounted.iter().all(|known| differs(&known.date, &claim.date));
        let within = |from: &Claim| !differs(&from.date, &claim.date);
        is_fine(claim)
            && !is_end(page, event, claim)
            && is_free
            && claim.date.first() >= floor
            && stated.from.as_ref().is_none_or(within)
            && (is_staged(event.kind) == is_staged(teller.kind) || teller.subject.thing.is_empty())
            && leads(claim)
            && is_left(page, event, teller)
            && may_be(page, names, event, teller)
    };
    let plans = |is_aside: bool| {
        told.iter().enumerate().filter_map(move |(at, (_, event))| {
            let is_own = event.status == Status::Superseded && event.subject.name == teller.subject.name;
            let is_meant = event.stated.is_none() && event.is_background == is_aside && (!is_aside || is_own);
            Some((at, event, event.claim.as_ref().filter(|_| is_meant).map(begun)?))
        })
    };
    let fitting = |is_aside| plans(is_aside).filter(|(_, event, claim)| fits(event, claim));
    let is_aside = fitting(false).next().is_none();
    let (at, _, claim) = fitting(is_aside).next()?;
    fitting(is_aside).all(|(_, _, other)| other.date.first() == claim.date.first()).then_some((at, claim))
}

/// "starting July 15": the day it was to begin.
fn begun(claim: &Claim) -> Claim {
    let range = claim.date.range().filter(|range| range.last.is_none() && range.precision == Precision::Day);
    let first = range.and_then(|range| range.first);
    let date = first.map_or(claim.date, |first| ClaimedDate { when: When::Days(DateRange::day(first)), ..claim.date });
    Claim { date, ..claim.clone() }
}

/// "was due to wrap up on August 19", "four more shows through October 4": the last day, and not the first.
fn is_end(page: &Page<'_>, event: &Event, claim: &Claim) -> bool {
    let words = claim.expression.map_or("", |words| words.of(page.text)).to_ascii_lowercase();
    event.part.as_deref() == Some("end") || ["through ", "until ", "till "].iter().any(|lead| words.starts_with(lead))
}

fn is_staged(kind: Kind) -> bool {
    matches!(kind, Kind::Performance | Kind::Ceremony | Kind::Other)
}

/// "was to visit": left behind, or told as what was planned of a thing of the same name.
fn is_left(page: &Page<'_>, event: &Event, teller: &Event) -> bool {
    let was_planned = || {
        let words = event.quote.of(page.text);
        WAS_PLANNED.iter().any(|plan| words.contains(plan))
    };
    match event.status {
        Status::Superseded => true,
        Status::Scheduled => is_related(&event.subject.name, &teller.subject.name) && was_planned(),
        _ => false,
    }
}

/// "The Lanterns", of the "Lantern Awards": whether two names have a word in common.
fn is_related(one: &[String], other: &[String]) -> bool {
    let stem = |word: &String| word.strip_suffix('s').unwrap_or(word).to_owned();
    let is_telling = |word: &&String| word.len() > 3 && !matches!(word.as_str(), "awards" | "award" | "festival" | "show" | "tour");
    one == other || one.iter().filter(is_telling).any(|word| other.iter().any(|known| stem(known) == stem(word)))
}

/// Whether another name may stand for the thing that the news is of: never the title of something else.
fn may_be(page: &Page<'_>, names: &Names, event: &Event, teller: &Event) -> bool {
    if event.subject.name == teller.subject.name {
        return true;
    }
    let sentence = |event: &Event| page.sentences.partition_point(|sentence| sentence.span.start <= event.quote.start);
    let known = names.names.iter().find(|name| name.words == event.subject.name);
    let is_near = sentence(event).abs_diff(sentence(teller)) <= NEAR_SENTENCES;
    is_near && !known.is_some_and(Name::is_work)
}
