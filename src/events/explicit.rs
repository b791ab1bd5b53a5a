//! A date said twice over, "almost a week ago on April 9", "Thursday, 19 November", "February 9th in 2020": read once, in its
//! clearer words.

use chrono::NaiveDate;

use super::page::Page;
use crate::civil::{DateRange, Precision, calendar};
use crate::language::DateWords;
use crate::text::Span;

/// "almost a week ago on April 9", "tomorrow night, Friday, August 30": counted date words give way to the day named
/// just behind them; with the counted words where they name another day.
pub(super) fn with_explicit(page: &Page<'_>, dates: Vec<DateWords>) -> Vec<(DateWords, Option<Span>)> {
    let mut named: Vec<(DateWords, Option<Span>)> = Vec::with_capacity(dates.len());
    for date in dates {
        // "Harbour Day weekend, starting February 13": the day it starts
        let day = date.date.as_ref().and_then(begins_on).filter(|_| named.last().is_some_and(|(counted, _)| counted.rule == "holiday"));
        let started = day.map(|day| DateWords { date: Some(crate::civil::ClaimedDate::days(DateRange::day(day))), ..date.clone() });
        // "to February 9th in 2020": the year behind the day
        if let Some((day, _)) = named.last_mut()
            && let Some(dated) = dated_by_year(page, day, &date)
        {
            *day = dated;
            continue;
        }
        let date = match (started, named.last()) {
            (Some(started), Some((counted, _))) if is_made_explicit(page, counted, &started) => started,
            _ => date,
        };
        match named.last_mut().filter(|(counted, _)| is_made_explicit(page, counted, &date)) {
            Some((counted, aside)) => {
                *aside = are_apart(counted, &date).then_some(counted.span);
                *counted = DateWords { span: counted.span.join(date.span), ..date };
            }
            None => named.push((date, None)),
        }
    }
    named
}

/// "February 9th in 2020": the day in that year.
fn dated_by_year(page: &Page<'_>, day: &DateWords, year: &DateWords) -> Option<DateWords> {
    use chrono::Datelike as _;
    let between = page.date_tokens(day).end..page.date_tokens(year).start;
    let is_joined = between.len() < 2 && between.into_iter().all(|at| matches!(page.word(at), "in" | "of"));
    let told = day.date.and_then(|date| date.single_day()).filter(|_| is_joined && day.rule == "date" && year.rule == "year")?;
    let has_year = crate::text::has_year_digits(day.span.of(page.text));
    let of = year.date.and_then(|date| date.range().copied()).filter(|range| range.precision == Precision::Year && !has_year)?;
    let moved = told.with_year(of.first?.year())?;
    let date = crate::civil::ClaimedDate::days(DateRange::day(moved));
    Some(DateWords { date: Some(date), span: day.span.join(year.span), ..day.clone() })
}

/// The day from which an open stretch runs.
fn begins_on(date: &crate::civil::ClaimedDate) -> Option<NaiveDate> {
    let range = date.range().filter(|range| range.last.is_none() && range.precision == Precision::Day)?;
    range.first
}

/// Whether two date words have no day in common.
fn are_apart(one: &DateWords, other: &DateWords) -> bool {
    let ranges = one.date.as_ref().zip(other.date.as_ref()).and_then(|(one, other)| one.range().zip(other.range()));
    ranges.is_some_and(|(one, other)| !one.overlaps(other))
}

fn is_made_explicit(page: &Page<'_>, counted: &DateWords, named: &DateWords) -> bool {
    let between = page.date_tokens(counted).end..page.date_tokens(named).start;
    let joined = between.len() < 4
        && between.clone().all(|at| {
            matches!(page.word(at), "on" | "," | "(" | "in" | "–" | "—" | "-" | "the") || counted.rule == "weekday" && page.is_number(at)
        });
    let days = || counted.date.zip(named.date).and_then(|(one, other)| one.single_day().zip(other.single_day()));
    let same_season = || {
        let day = |date: &DateWords| {
            date.date.and_then(|date| date.first().or(date.last())).map(|day| i64::from(chrono::Datelike::ordinal(&day)))
        };
        day(counted).zip(day(named)).is_some_and(|(one, other)| (one - other).abs() <= 4)
    };
    // told the day before it was printed
    let is_near = || days().is_some_and(|(one, other)| calendar::days_between(one, other).abs() < 7);
    let is_counted = counted.date.is_some()
        && match counted.rule {
            "ago" => true,
            // "on Memorial Day weekend, May 25, 2018"
            "holiday" => same_season() && are_apart(counted, named),
            "today" => is_near() && are_apart(counted, named),
            // "earlier next year – on May 18", "this summer, on July 3"
            "shade" | "period" | "season" if between.len() == 2 || page.word(between.start) == "on" => {
                let day = named.date.and_then(|date| date.single_day());
                let range = counted.date.as_ref().and_then(|date| date.range());
                day.zip(range)
                    .is_some_and(|(day, range)| range.first <= Some(day) && range.last >= Some(day) && range.single_day().is_none())
            }
            // "on Sunday (December 15)", told of the wrong Sunday
            // "Thursday 19 November 19 2026", as it stands
            "weekday" if between.clone().all(|at| page.is_number(at)) => named.rule == "date",
            "weekday" => page.raw(between.start) == "(" && days().is_some_and(|(one, other)| calendar::days_between(one, other).abs() == 7),
            _ => false,
        };
    is_counted && joined && named.date.is_some_and(|date| date.single_day().is_some())
}
