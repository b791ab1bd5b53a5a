//! What the statements of one announcement make of each other: a step told by its day, a chain, one date of several.

use super::Story;
use super::weighed::differs;
use crate::civil::{ClaimedDate, DateRange, Precision};
use crate::events::{Claim, Event, Heading, Kind, Says, Stated, Status};

impl Story<'_> {
    /// "delayed to 2021", then "on March 19, 2021": one step, told by its day.
    pub(super) fn sharpen(&self, events: &mut [(usize, Event)]) {
        let is_step = |event: &Event| {
            let stated = event.stated.as_ref().filter(|stated| !stated.is_history);
            stated.is_some_and(|stated| matches!(stated.says, Says::Moved | Says::Reinstated))
        };
        let range = |event: &Event| event.claim.as_ref().and_then(|claim| claim.date.range().copied());
        let days: Vec<_> = events
            .iter()
            .filter(|(_, event)| is_step(event))
            .filter_map(|(_, event)| Some((event.claim.as_ref()?.date.single_day()?, event.stated.as_ref()?.from.is_some())))
            .collect();
        let reported = self.page.article.report_day();
        // when something was told is no day of the thing
        let is_telling = |event: &Event| {
            let first = event.claim.as_ref().and_then(|claim| claim.date.first());
            event.kind == Kind::Report && first <= reported
        };
        let is_plain =
            |event: &Event| event.stated.is_none() && event.status == Status::Scheduled && !event.is_background && !is_telling(event);
        let plain: Vec<Claim> = events.iter().filter(|(_, event)| is_plain(event)).filter_map(|(_, event)| event.claim.clone()).collect();
        // a month that has begun is not over
        let is_ahead = |claim: &&Claim| {
            let days = claim.date.first().and(claim.date.last()).or(claim.date.first());
            days.zip(reported).is_some_and(|(last, reported)| last > reported)
        };
        let planned = events.iter().filter(|(_, event)| is_plain(event) && event.kind != Kind::Report);
        let ahead: Vec<Claim> = planned.filter_map(|(_, event)| event.claim.clone()).filter(|claim| is_ahead(&claim)).collect();
        let mut is_back = false;
        for (_, event) in events.iter_mut().filter(|(_, event)| is_step(event)) {
            let is_on_again = event.stated.as_ref().is_some_and(|stated| stated.says == Says::Reinstated);
            is_back |= is_on_again;
            if is_on_again && event.claim.is_none() {
                // "The festival is on again. … It will take place over the August weekend"
                event.claim = only_plan(&ahead).cloned();
            }
            // "September 3-5" is as exact as a run can be
            let is_coarse = |range: &DateRange| range.single_day().is_none() && range.precision != Precision::Range;
            let Some(coarse) = range(event).filter(is_coarse) else { continue };
            let holds =
                |day: chrono::NaiveDate| coarse.first.is_some_and(|first| first <= day) && coarse.last.is_some_and(|last| day <= last);
            let within = |run: &DateRange| run.first.is_some_and(holds) && run.last.is_some_and(holds);
            let has_from = event.stated.as_ref().is_some_and(|stated| stated.from.is_some());
            if days.iter().any(|(day, has_from)| *has_from && holds(*day)) {
                event.stated = None;
            } else if !days.is_empty() && event.heading == Heading::Yes && !has_from {
                // "pushed back into summer", a headline, above the very day
                event.stated = None;
                event.is_background = true;
            } else if let Some(day) = only_day(&plain, holds).or_else(|| only_run(&plain, &coarse, within)) {
                // "delayed to 2021. … It will open on March 19, 2021"
                event.claim = Some(day.clone());
            }
        }
        // "is back on. … was cancelled last Thursday"
        let says_off = |stated: &&mut Stated| matches!(stated.says, Says::Cancelled | Says::Postponed);
        let off = events.iter_mut().filter_map(|(_, event)| event.stated.as_mut()).filter(says_off);
        off.filter(|_| is_back).for_each(|stated| stated.is_history = true);
    }

    /// "first April, then December, and now a year later": the step to the date that holds starts from the last of
    /// the others.
    pub(super) fn settle_chain(&self, events: &mut [(usize, Event)]) {
        let is_step = |event: &Event| event.stated.as_ref().is_some_and(|stated| stated.says == Says::Moved && !stated.is_history);
        let steps: Vec<(usize, ClaimedDate, Option<ClaimedDate>)> = events
            .iter()
            .enumerate()
            .filter(|(_, (_, event))| is_step(event))
            .filter_map(|(i, (_, event))| {
                let from = event.stated.as_ref().and_then(|stated| stated.from.as_ref()).map(|from| from.date);
                Some((i, event.claim.as_ref()?.date, from))
            })
            .collect();
        let goes_on = |to: &ClaimedDate| steps.iter().any(|(_, _, from)| from.is_some_and(|from| !differs(&from, to)));
        let reported = self.page.article.report_day();
        let is_ahead = |to: &ClaimedDate| to.last().zip(reported).is_none_or(|(last, reported)| last >= reported);
        let rank = |(i, to, _): &&(usize, ClaimedDate, Option<ClaimedDate>)| (is_ahead(to), !goes_on(to), std::cmp::Reverse(*i));
        let Some(&(_, last, _)) = steps.iter().max_by_key(rank) else { return };
        let earlier: Vec<ClaimedDate> = steps.iter().map(|(_, to, _)| *to).filter(|to| differs(to, &last)).collect();
        let Some(before) = earlier.iter().rfind(|to| !goes_on(to)).or(earlier.last()).copied() else { return };
        let left = events.iter().filter_map(|(_, event)| event.claim.clone()).find(|claim| claim.date == before);
        let ends_there = !goes_on(&last);
        for (_, event) in events.iter_mut().filter(|(_, event)| is_step(event)) {
            let Some(to) = event.claim.as_ref().map(|claim| claim.date) else { continue };
            let span = event.quote;
            let Some(stated) = &mut event.stated else { continue };
            let is_own = stated.from.as_ref().and_then(|from| from.expression).is_some_and(|words| span.overlaps(words));
            if differs(&to, &last) {
                // "at various points it was set for May, and finally moved to June 4": what another step leaves behind is
                // no news where nobody says what it came from
                stated.is_history |= ends_there && !is_own && goes_on(&to);
                continue;
            }
            if !is_own {
                stated.from = left.clone().or(stated.from.take());
            }
        }
        Self::leave_chain(events);
    }

    /// What leads to a step that is history is history too: a chain has no gap.
    fn leave_chain(events: &mut [(usize, Event)]) {
        let is_move = |event: &Event| event.stated.as_ref().is_some_and(|stated| stated.says == Says::Moved);
        let left = |stated: &Stated| stated.from.as_ref().map(|from| from.date);
        let history = events.iter().filter(|(_, event)| is_move(event)).filter_map(|(_, event)| event.stated.as_ref());
        let mut gone: Vec<ClaimedDate> = history.filter(|stated| stated.is_history).filter_map(left).collect();
        while let Some(from) = gone.pop() {
            let leads = |event: &Event| event.claim.as_ref().is_some_and(|to| !differs(&from, &to.date));
            let found = events.iter_mut().filter(|(_, event)| is_move(event) && leads(event));
            for stated in found.filter_map(|(_, event)| event.stated.as_mut()).filter(|stated| !stated.is_history) {
                stated.is_history = true;
                gone.extend(left(stated));
            }
        }
    }

    /// One article gives one thing one date: where plain dates exclude each other, all but the best told are of
    /// something else and are set aside.
    pub(super) fn set_aside(&self, events: &mut [(usize, Event)]) {
        if !matches!(self.identity.kind, Kind::Release | Kind::Premiere | Kind::Ceremony) {
            return;
        }
        let left_behind: Vec<ClaimedDate> =
            events.iter().filter_map(|(_, event)| event.stated.as_ref()?.from.as_ref()).map(|from| from.date).collect();
        let stands = |event: &Event| matches!(event.status, Status::Scheduled | Status::Happened);
        let standing = |event: &Event| {
            event
                .claim
                .as_ref()
                .filter(|claim| !event.is_background && stands(event) && claim.date.range().is_some())
                .map(|claim| claim.date)
                .filter(|date| !left_behind.iter().any(|old| !differs(old, date)))
        };
        let dates: Vec<(ClaimedDate, usize)> = events
            .iter()
            .filter_map(|(_, event)| {
                Some((standing(event)?, if event.stated.is_some() { 100 } else { 1 + usize::from(event.status == Status::Scheduled) }))
            })
            .collect();
        let support =
            |date: &ClaimedDate| -> usize { dates.iter().filter(|(other, _)| !differs(date, other)).map(|(_, weight)| weight).sum() };
        let Some((best, _)) = dates.iter().rev().max_by_key(|(date, _)| support(date)).copied() else { return };
        for (_, event) in events.iter_mut() {
            event.is_background |= event.stated.is_none() && standing(event).is_some_and(|date| differs(&date, &best));
        }
    }
}

/// The one day that plain statements give within a longer stretch.
fn only_day(plain: &[Claim], holds: impl Fn(chrono::NaiveDate) -> bool) -> Option<&Claim> {
    let mut within = plain.iter().filter(|claim| claim.date.single_day().is_some_and(&holds));
    let first = within.next()?;
    within.all(|other| other.date.single_day() == first.date.single_day()).then_some(first)
}

/// What plain statements give, where they agree: by its day, if one tells it.
fn only_plan(plain: &[Claim]) -> Option<&Claim> {
    let first = plain.first()?;
    let agrees = plain.iter().all(|other| !differs(&other.date, &first.date));
    plain.iter().find(|claim| claim.date.single_day().is_some()).or(Some(first)).filter(|_| agrees)
}

/// The one run of days, "July 14 to July 16", that plain statements give within a longer stretch.
fn only_run<'a>(plain: &'a [Claim], coarse: &DateRange, within: impl Fn(&DateRange) -> bool) -> Option<&'a Claim> {
    let is_run = |range: &&DateRange| range.precision == Precision::Range && within(range) && *range != coarse;
    let mut runs = plain.iter().filter(|claim| claim.date.range().as_ref().is_some_and(is_run));
    let first = runs.next()?;
    runs.all(|other| !differs(&other.date, &first.date)).then_some(first)
}
