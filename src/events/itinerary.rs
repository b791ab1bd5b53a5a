//! The dates of a tour, a line each: "March 17 — Seattle, Wash. @ Showbox Market".

use chrono::{Datelike as _, NaiveDate};

use super::names::Names;
use super::page::Page;
use super::subject::Resolver;
use super::words::WORDS;
use super::{Claim, Event, Facet, Kind, Says, Status, Subject, clause};
use crate::civil::{ClaimedDate, DateRange, Precision, When};
use crate::language::{DateWords, Sentence};
use crate::text::{TokenKind, has_year_digits};

/// A line of dates has so many tokens at most.
const LINE_TOKENS: usize = 26;
/// "September 2022 :" has so many tokens at most.
const MONTH_TOKENS: usize = 4;
/// So many lines may stand between a heading and its list, or between two of its nights.
const ABOVE_LINES: usize = 2;
/// A heading without a colon is no longer than this.
const HEADING_TOKENS: usize = 9;

/// Whether a sentence is a line of its own that begins with a date and goes on with a place, and says nothing else.
fn is_stop(page: &Page<'_>, names: &Names, sentence: &Sentence, date: &DateWords) -> bool {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    let tokens = page.date_tokens(date);
    let opens = sentence.starts_paragraph && (first..tokens.start).all(|at| !page.is_word(at)) && end - first <= LINE_TOKENS;
    let is_told = || clause::find_groups(page, names, sentence).iter().any(|group| group.is_finite);
    opens && has_place(page, tokens.end, end) && !is_told()
}

/// "Seattle", "@", "Town Hall".
fn has_place(page: &Page<'_>, first: usize, end: usize) -> bool {
    let is_city = |at: usize| {
        (1..=3).any(|n| at + n <= end && page.is_capital(at) && WORDS.places.contains(&page.span(at, at + n).of(page.text).to_lowercase()))
    };
    (first..end).any(|at| page.raw(at) == "@" || page.is_capital(at) && WORDS.venue.contains(page.word(at)) || is_city(at))
}

/// The concert of whoever the article is about.
pub(super) fn concert_of(resolver: &Resolver<'_>) -> Option<Subject> {
    let act = resolver.names().names.get(resolver.main_agent()?).filter(|name| name.is_lead && !name.is_place)?;
    Some(Subject {
        text: format!("{} concert", act.text),
        name: act.words.clone(),
        thing: "concert".to_owned(),
        known_as: act.known_as.clone(),
        by: vec![act.text.clone()],
    })
}

/// That concert, and where: everything behind the token that its day ends at.
pub(super) fn stop_at(page: &Page<'_>, resolver: &Resolver<'_>, sentence: &Sentence, behind: usize) -> Option<(Subject, Option<String>)> {
    let subject = concert_of(resolver)?;
    let end = sentence.end_token as usize;
    let from = (behind..end).find(|&at| page.kind(at) == Some(TokenKind::Word));
    let place = from.map(|from| page.span(from, end).of(page.text).trim().to_owned());
    Some((subject, place.filter(|place| !place.is_empty())))
}

/// One night of a list: "Sept. 6 — Redport, Minn. @ First Hall", or "6 – Redport" below "September 2022".
pub(super) struct Night {
    /// Index of its line.
    pub sentence: usize,
    /// Its day, in the year that the heading of the list tells.
    pub claim: Claim,
    /// Told by a bare number: no date words of the text tell it.
    pub is_bare: bool,
    /// Under a heading that says that it is off.
    is_off: bool,
    /// Under a heading that says that it is a new date.
    is_new: bool,
}

/// What the lines above a list tell of it.
#[derive(Default)]
struct Above {
    is_off: bool,
    is_new: bool,
    year: Option<i32>,
    /// "September" on a line of its own.
    month: Option<NaiveDate>,
    /// Lines since then that are no nights.
    n_lines: usize,
}

/// Every night that stands on a line of its own, in reading order.
pub(super) fn nights(page: &Page<'_>, names: &Names) -> Vec<Night> {
    let mut above = Above::default();
    let mut nights = Vec::new();
    for (sentence, line) in page.sentences.iter().enumerate().filter(|(_, line)| !page.is_clutter(line)) {
        let dated = page.dates_in(line).next().map(|(_, date)| date).filter(|date| is_stop(page, names, line, date));
        let claim = dated.and_then(|date| dated_night(page, date, above.year));
        let bare = || above.month.and_then(|month| bare_night(page, line, month));
        match claim.map(|claim| (claim, false)).or_else(|| Some((bare()?, true))) {
            Some((claim, is_bare)) => {
                above.n_lines = 0;
                nights.push(Night { sentence, claim, is_bare, is_off: above.is_off, is_new: above.is_new });
            }
            None => look_above(page, line, &mut above),
        }
    }
    nights
}

/// Takes note of a line that is no night: a heading with its year, a month alone, or the end of the list.
fn look_above(page: &Page<'_>, line: &Sentence, above: &mut Above) {
    let month = page.dates_in(line).next().filter(|(_, date)| line.token_range().len() <= MONTH_TOKENS && covers(page, date, line));
    let month = month.and_then(|(_, date)| date.date).filter(|date| date.range().is_some_and(|range| range.precision == Precision::Month));
    if let Some(first) = month.and_then(|month| month.first()) {
        above.month = Some(first);
        return;
    }
    above.n_lines += 1;
    let year = line
        .token_range()
        .filter(|&at| page.raw(at).len() == 4)
        .find_map(|at| page.raw(at).parse().ok().filter(|year| (1950..2100).contains(year)));
    let (is_off, is_new) = (says_off(page, line), says_new(page, line));
    if year.is_some() || is_off || is_new || above.n_lines > ABOVE_LINES {
        *above = Above { is_off, is_new, year, ..Above::default() };
    }
}

fn covers(page: &Page<'_>, date: &DateWords, line: &Sentence) -> bool {
    let tokens = page.date_tokens(date);
    line.token_range().all(|at| tokens.contains(&at) || !page.is_word(at))
}

/// A night by its date words; where they tell no year, in that of the heading.
fn dated_night(page: &Page<'_>, date: &DateWords, year: Option<i32>) -> Option<Claim> {
    let mut when = date.date.filter(|when| when.single_day().is_some())?;
    let day = when.single_day()?;
    if let Some(moved) = year.filter(|_| !has_year_digits(date.span.of(page.text))).and_then(|year| day.with_year(year)) {
        when.when = When::Days(DateRange::day(moved));
    }
    Some(Claim { date: when, expression: Some(date.span), derivation: date.derivation.clone() })
}

/// "13 – Redport, Belgium – Harbour Hall" below the month.
fn bare_night(page: &Page<'_>, line: &Sentence, month: NaiveDate) -> Option<Claim> {
    let first = line.first_token as usize;
    let is_line = line.starts_paragraph && page.is_small_number(first) && matches!(page.raw(first + 1), "-" | "–" | "—" | ":");
    let day = page.raw(first).parse().ok().filter(|_| is_line && page.is_capital(first + 2)).and_then(|day| month.with_day(day))?;
    let derivation = format!("the {} of {}", page.raw(first), month.format("%B %Y"));
    let expression = Some(page.span(first, first + 1));
    Some(Claim { date: ClaimedDate::days(DateRange::day(day)), expression, derivation: Some(derivation) })
}

/// What the lists of nights tell of the tour: when it begins anew, or was to begin.
pub(super) fn date_tours(page: &Page<'_>, nights: &[Night], events: &mut [Event]) {
    let reported = page.article.report_day();
    let off = nights.iter().find(|night| night.is_off);
    let anew = nights.iter().filter(|night| night.is_new && night.claim.date.first() >= reported);
    let anew = anew.map(|night| &night.claim).min_by_key(|night| night.date.first());
    let ahead: Vec<&Night> = nights.iter().filter(|night| !night.is_off && night.claim.date.first() >= reported).collect();
    for event in events.iter_mut().filter(|event| event.kind == Kind::Performance && event.facet == Facet::When) {
        let Some(stated) = event.stated.as_mut() else { continue };
        let is_later = |new: &Claim| stated.from.as_ref().is_none_or(|from| from.date.first() < new.date.first());
        match stated.says {
            // "The trek was to have begun on May 5. The new dates are as follows:"
            Says::Postponed if anew.is_some_and(is_later) => {
                stated.says = Says::Moved;
                (event.claim, event.status) = (anew.cloned(), Status::Scheduled);
            }
            // "cancelled their tour in September", above the nights that are off
            Says::Cancelled | Says::Postponed => {
                let fits = |night: &&Night| stated.from.as_ref().is_none_or(|from| is_within(&night.claim, from));
                stated.from = off.filter(fits).map(|night| night.claim.clone()).or(stated.from.take());
            }
            // "has moved its tour to October", above a line for each night
            Says::Moved if ahead.len() > 1 => {
                let held = |claim: &Claim| {
                    ahead.iter().map(|night| &night.claim).filter(|night| is_within(night, claim)).min_by_key(|night| night.date.first())
                };
                let first = event.claim.as_ref().and_then(|claim| held(claim).cloned());
                event.claim = first.or(event.claim.take());
            }
            _ => {}
        }
    }
}

/// Whether a night lies within a longer stretch.
fn is_within(night: &Claim, stretch: &Claim) -> bool {
    let range = stretch.date.range().filter(|range| range.single_day().is_none());
    let day = night.date.single_day();
    range.is_some_and(|range| day.is_some_and(|day| range.first <= Some(day) && range.last.is_none_or(|last| day <= last)))
}

/// "The new dates are as follows:", "Rescheduled dates:".
fn says_new(page: &Page<'_>, heading: &Sentence) -> bool {
    let range = heading.token_range();
    let is_heading = range.len() <= HEADING_TOKENS && matches!(page.raw(heading.end_token.saturating_sub(1) as usize), ":");
    let names_days = || range.clone().any(|at| matches!(page.word(at), "dates" | "shows" | "concerts" | "itinerary" | "schedule"));
    let is_new = |at: usize| matches!(page.word(at), "new" | "rescheduled" | "rearranged" | "revised" | "updated");
    is_heading && names_days() && range.clone().any(is_new)
}

/// "Cancelled dates:", "The affected shows include"; not "The rescheduled dates:".
fn says_off(page: &Page<'_>, heading: &Sentence) -> bool {
    let has = |stems: &[&str]| heading.token_range().any(|at| stems.iter().any(|stem| page.word(at).starts_with(stem)));
    let is_heading = heading.token_range().len() <= HEADING_TOKENS || matches!(page.raw(heading.end_token.saturating_sub(1) as usize), ":");
    is_heading && has(&["cancel", "postpon", "affected", "scrapped"]) && !has(&["resched", "new", "remaining", "make", "tickets"])
}
