//! A tour's nights that move place by place: "Houston on Nov. 17 (originally Oct. 13)", "from July 2 to June 27 in
//! Houston", "was to play Columbus on Friday … Columbus will now be held Dec. 2".

use std::collections::BTreeMap;

use super::clause::{self, Group, Mood};
use super::itinerary::concert_of;
use super::names::{Mention, Names};
use super::page::Page;
use super::source::sources_of;
use super::subject::Resolver;
use super::words::WORDS;
use super::{Claim, Event, Facet, Heading, Kind, Says, Stated, Status};
use crate::civil::{DateRange, Unit, When, calendar};
use crate::language::{DateWords, Sentence};
use crate::text::{Span, has_year_digits};

/// So many tokens behind the first date of a list "respectively" stands at most.
const IN_TURN_TOKENS: usize = 30;

/// One night: where, when, and whether it still holds.
struct Night {
    place: usize,
    is_old: bool,
    claim: Claim,
    sentence: usize,
    has_year: bool,
    /// Told right beside the other: "Nov. 17 (originally Oct. 13)".
    is_paired: bool,
}

/// Nights told place by place, in the stead of what their date words told else, and of "has moved several dates".
pub(super) fn tell_stops(page: &Page<'_>, names: &Names, resolver: &Resolver<'_>, events: &mut Vec<Event>) {
    let (stops, taken) = moved_stops(page, names, resolver);
    if stops.is_empty() {
        return;
    }
    let words = |event: &Event| event.claim.as_ref().and_then(|claim| claim.expression);
    let is_bare = |event: &Event| {
        let says = |stated: &Stated| matches!(stated.says, Says::Moved | Says::Postponed) && stated.from.is_none();
        event.kind == Kind::Performance && event.stated.as_ref().is_some_and(says)
    };
    events.retain(|event| !is_bare(event) && !words(event).is_some_and(|words| taken.contains(&words)));
    events.extend(stops);
}

/// A statement for each place whose night is told with its old and its new date; with the date words they take.
fn moved_stops(page: &Page<'_>, names: &Names, resolver: &Resolver<'_>) -> (Vec<Event>, Vec<Span>) {
    let Some(subject) = concert_of(resolver).filter(|_| names.is_on_stage || tells_of_shows(page)) else { return Default::default() };
    let is_where = places_of(page, names, resolver);
    let mut nights: BTreeMap<usize, Vec<Night>> = BTreeMap::new();
    for (idx, sentence) in page.sentences.iter().enumerate().filter(|(_, sentence)| !page.is_clutter(sentence)) {
        for night in nights_of(page, names, &is_where, idx, sentence) {
            nights.entry(night.place).or_default().push(night);
        }
    }
    let (mut events, mut spans) = (Vec::new(), Vec::new());
    for (place, nights) in nights {
        let Some((old, new)) = pair(page, nights) else { continue };
        let Some(sentence) = page.sentences.get(new.sentence) else { continue };
        spans.extend([&old, &new].into_iter().filter_map(|night| night.claim.expression));
        let (sources, voice) = sources_of(page, names, sentence);
        events.push(Event {
            article: 0,
            subject: subject.clone(),
            kind: Kind::Performance,
            facet: Facet::When,
            part: names.names.get(place).map(|place| place.text.clone()),
            territory: None,
            status: Status::Scheduled,
            value_text: None,
            sources,
            voice,
            quote: sentence.span,
            heading: Heading::No,
            stated: Some(Stated { from: Some(old.claim), ..Stated::new(Says::Moved, new.claim.expression.unwrap_or_default()) }),
            claim: Some(new.claim),
            is_background: false,
            about: None,
            notes: Vec::new(),
        });
    }
    (events, spans)
}

/// Whether the article speaks of several nights.
fn tells_of_shows(page: &Page<'_>) -> bool {
    ["shows", "concerts", "gigs", "dates", "tour"].iter().filter(|word| page.has_word(word)).count() > 1
}

/// Which names stand behind "in" or "for" and are nobody’s.
fn places_of(page: &Page<'_>, names: &Names, resolver: &Resolver<'_>) -> Vec<bool> {
    let mut is_where: Vec<bool> = names.names.iter().map(|name| name.is_place).collect();
    for mention in &names.mentions {
        let led = mention.first.checked_sub(1).is_some_and(|left| page.word(left) == "in");
        if let Some(place) = is_where.get_mut(mention.name) {
            *place |= led;
        }
    }
    if let Some(act) = resolver.main_agent().and_then(|act| is_where.get_mut(act)) {
        *act = false;
    }
    is_where
}

/// The nights that a sentence tells.
fn nights_of(page: &Page<'_>, names: &Names, is_where: &[bool], idx: usize, sentence: &Sentence) -> Vec<Night> {
    let dates: Vec<&DateWords> = page.dates_in(sentence).map(|(_, date)| date).filter(|date| date.date.is_some()).collect();
    // "Lafayette on Nov. 16"
    let is_dated = |mention: &Mention| {
        let is_nobody = names.of(mention).is_some_and(|name| name.agent == 0 && !name.is_work() && !WORDS.people.has_given(&name.words));
        is_nobody && page.word(mention.end) == "on" && page.begins_date(mention.end + 1)
    };
    let is_place = |mention: &&Mention| is_where.get(mention.name) == Some(&true) || is_dated(mention);
    let places: Vec<Mention> =
        names.within(sentence.first_token as usize, sentence.end_token as usize).iter().filter(is_place).copied().collect();
    if dates.is_empty() || places.is_empty() {
        return Vec::new();
    }
    let groups = clause::find_groups(page, names, sentence);
    let in_turn = (sentence.token_range()).any(|at| page.word(at) == "respectively");
    let mut nights = Vec::new();
    let mut last_place = None;
    for (n, date) in dates.iter().enumerate() {
        let before =
            n.checked_sub(1).and_then(|n| dates.get(n)).map_or(sentence.first_token as usize, |before| page.date_tokens(before).end);
        let after = dates.get(n + 1).map_or(sentence.end_token as usize, |after| page.date_tokens(after).start);
        let tokens = page.date_tokens(date);
        let is_bracketed = is_bracketed_old(page, tokens.start);
        // "the May 3 show, Harbour Arena, is postponed | to June 4": of the same night
        let goes_on =
            n > 0 && page.word(tokens.start.wrapping_sub(1)) == "to" && dates.get(n - 1).is_some_and(|old| puts_off(page, groups, old));
        let place = if is_bracketed || goes_on && last_place.is_some() {
            last_place
        } else if in_turn {
            in_turn_place(page, &places, &dates, n)
        } else {
            place_beside(page, &places, (before, tokens.start), (tokens.end, after))
        };
        // "from July 2 | to June 27 in Houston"
        let place = place.or_else(|| {
            let next = dates.get(n + 1).map(|next| page.date_tokens(next))?;
            let leads = page.word(tokens.start.wrapping_sub(1)) == "from" && (tokens.end..next.start).all(|at| page.word(at) == "to");
            let beyond = dates.get(n + 2).map_or(sentence.end_token as usize, |after| page.date_tokens(after).start);
            place_beside(page, &places, (next.start, next.start), (next.end, beyond)).filter(|_| leads)
        });
        let Some(place) = place else { continue };
        last_place = Some(place);
        let is_next_bracketed = dates.get(n + 1).is_some_and(|next| is_bracketed_old(page, page.date_tokens(next).start));
        let Some(is_old) = (if is_bracketed || puts_off(page, groups, date) {
            Some(true)
        } else if is_next_bracketed {
            Some(false)
        } else {
            is_left(page, groups, sentence.first_token as usize, tokens.start)
        }) else {
            continue;
        };
        // "was to play Houston from May 3 to May 5": no night moves
        let is_run = !groups.iter().any(Group::moves) && date.date.is_some_and(|when| when.single_day().is_none());
        if is_run {
            continue;
        }
        nights.extend(
            night(page, place, is_old, date, idx).into_iter().map(|night| Night { is_paired: is_bracketed || is_next_bracketed, ..night }),
        );
    }
    nights
}

/// "the May 3 show, Harbour Arena, | is postponed to June 4": the night that the verb behind it takes away.
fn puts_off(page: &Page<'_>, groups: &[Group], date: &DateWords) -> bool {
    let tokens = page.date_tokens(date);
    let is_night = matches!(page.word(tokens.end), "show" | "concert" | "gig" | "performance" | "date" | "stop");
    is_night && groups.iter().find(|group| group.first > tokens.end).is_some_and(|group| group.is_passive && group.moves())
}

/// The night itself; "from Aug. 29 to Aug. 30" has both.
fn night(page: &Page<'_>, place: usize, is_old: bool, date: &DateWords, sentence: usize) -> Vec<Night> {
    let words = date.span.of(page.text);
    let made = |range: DateRange, is_old: bool| {
        date.date.map(|mut when| {
            when.when = When::Days(range);
            Night {
                place,
                is_old,
                claim: Claim { date: when, expression: Some(date.span), derivation: date.derivation.clone() },
                sentence,
                has_year: has_year_digits(words) || date.rule == "weekday",
                is_paired: false,
            }
        })
    };
    let Some(range) = date.date.and_then(|when| when.range().copied()) else { return Vec::new() };
    if let Some(day) = range.single_day() {
        // "was to sing on Friday": the one to come
        let reported = page.article.report_day();
        let is_behind = date.rule == "weekday" && reported.is_some_and(|reported| day < reported);
        let range = if is_behind { range.shifted(1, Unit::Week).unwrap_or(range) } else { range };
        return made(range, is_old).into_iter().collect();
    }
    let both = range.first.zip(range.last).filter(|_| words.to_lowercase().starts_with("from ") && words.contains(" to "));
    both.map(|(first, last)| [made(DateRange::day(first), true), made(DateRange::day(last), false)].into_iter().flatten().collect())
        .unwrap_or_default()
}

/// "Nov. 17 (originally Oct. 13)".
fn is_bracketed_old(page: &Page<'_>, start: usize) -> bool {
    let open = (1..=4).filter_map(|n| start.checked_sub(n)).find(|&at| page.raw(at) == "(");
    open.is_some_and(|open| {
        let words: Vec<&str> = (open + 1..start).map(|at| page.word(at)).collect();
        matches!(
            words.first(),
            Some(
                &("originally" | "formerly" | "previously" | "initially" | "was" | "from" | "rescheduled" | "moved" | "postponed" | "orig")
            )
        )
    })
}

/// The place right behind a date, "June 27 in Houston", else the nearest before it.
fn place_beside(page: &Page<'_>, places: &[Mention], (before, start): (usize, usize), (end, after): (usize, usize)) -> Option<usize> {
    let behind = places.iter().find(|place| place.first >= end && place.first < after && place.first <= end + 8);
    let is_led = |place: &&Mention| {
        (end..place.first).all(|at| !WORDS.boundary.contains(page.word(at)) && page.raw(at) != ",")
            && (end..place.first).any(|at| page.word(at) == "in")
    };
    if let Some(place) = behind.filter(is_led) {
        return Some(place.name);
    }
    let mut near: Vec<&Mention> = places.iter().filter(|place| place.first >= before && place.end <= start).collect();
    // "Edmonton, AB": the town
    near.dedup_by(|b, a| page.raw(a.end) == "," && b.first == a.end + 1);
    let named = near.iter().rev().find(|place| place.first > 0 && page.word(place.first - 1) == "in").or(near.last())?;
    Some(named.name)
}

/// "The concerts in Columbus and Raleigh … Dec. 2 and 3, respectively".
fn in_turn_place(page: &Page<'_>, places: &[Mention], dates: &[&DateWords], n: usize) -> Option<usize> {
    let first = page.date_tokens(dates.first()?).start;
    let end = (first..first + IN_TURN_TOKENS).find(|&at| page.word(at) == "respectively")?;
    let listed = dates.iter().filter(|date| page.date_tokens(date).start < end).count();
    if n >= listed {
        let from = n.checked_sub(1).and_then(|n| dates.get(n)).map_or(0, |before| page.date_tokens(before).end);
        let start = page.date_tokens(dates.get(n)?).start;
        return place_beside(page, places, (from, start), (start, start));
    }
    let before: Vec<&Mention> = places.iter().filter(|place| place.end <= first).collect();
    before.get(n).filter(|_| before.len() == listed).map(|place| place.name)
}

/// Whether a date in a sentence was left: by the last word before it that says so; `None` where none does.
fn is_left(page: &Page<'_>, groups: &[Group], first: usize, start: usize) -> Option<bool> {
    let led = start.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    match led {
        "from" => return Some(true),
        "to" => return Some(false),
        _ => {}
    }
    let said = groups.iter().rfind(|group| group.end <= start).and_then(|group| match group.mood {
        Mood::WasPlanned => Some(true),
        _ if group.moves() || group.is_now && group.mood == Mood::Ahead => Some(false),
        _ => None,
    });
    let is_new_date = (first..start)
        .any(|at| matches!(page.word(at), "new" | "rescheduled") && (at + 1..at + 4).any(|at| matches!(page.word(at), "date" | "dates")));
    // "McEntire was to sing Thursday in Raleigh"
    let was_to = (first..start).any(|at| matches!(page.word(at), "was" | "were") && page.word(at + 1) == "to" && page.word(at + 2) != "be");
    if is_new_date { Some(false) } else { said.or(was_to.then_some(true)) }
}

/// The old and the new night of a place, where it has one of each.
fn pair(page: &Page<'_>, nights: Vec<Night>) -> Option<(Night, Night)> {
    let (olds, news): (Vec<Night>, Vec<Night>) = nights.into_iter().partition(|night| night.is_old);
    let [Some(mut old), Some(mut new)] = [olds, news].map(only) else { return None };
    let reported = page.article.report_day()?;
    let day = |night: &Night| night.claim.date.first();
    let years = |night: &Night| -> Vec<DateRange> {
        let range = night.claim.date.range().copied();
        range
            .into_iter()
            .flat_map(|range| {
                if night.has_year { vec![range] } else { [-1, 0, 1].into_iter().filter_map(|n| range.shifted(n, Unit::Year)).collect() }
            })
            .collect()
    };
    // the new night lies ahead, the old one near it
    let ahead = years(&new).into_iter().filter(|range| range.first >= Some(reported)).min_by_key(|range| range.first);
    new.claim.date.when = ahead.map_or(new.claim.date.when, When::Days);
    let to = day(&new)?;
    let near = years(&old).into_iter().min_by_key(|range| range.first.map_or(i64::MAX, |first| calendar::days_between(first, to).abs()));
    old.claim.date.when = near.map_or(old.claim.date.when, When::Days);
    (day(&old)? != to).then_some((old, new))
}

/// The one night, told once or again and again; told beside the other before told anywhere else.
fn only(nights: Vec<Night>) -> Option<Night> {
    let has_pair = nights.iter().any(|night| night.is_paired);
    let mut rest = nights.into_iter().filter(|night| night.is_paired || !has_pair);
    let first = rest.next()?;
    rest.all(|other| other.claim.date.range() == first.claim.date.range()).then_some(first)
}
