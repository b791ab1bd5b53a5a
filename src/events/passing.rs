//! Days told in passing: a sentence that dates something nobody follows up, kept as background.

use super::attach::{self, Governor};
use super::clause;
use super::grammar::subject_range;
use super::itinerary::{self, Night};
use super::names::{Name, is_title_case};
use super::page::Page;
use super::source::sources_of;
use super::subject::Resolver;
use super::{Claim, Event, Facet, Heading, Kind, Status, Subject};
use crate::language::{DateWords, Sentence};
use crate::text::Span;

/// A statement for each single day of the article that no other statement tells, about whoever does it.
pub(super) fn find_passing(page: &Page<'_>, mut resolver: Resolver<'_>, nights: &[Night], told: &[Event]) -> Vec<Event> {
    let told = told_spans(told);
    let mut nights = nights.iter().peekable();
    let mut found = Vec::new();
    for (idx, sentence) in page.sentences.iter().enumerate().filter(|(_, sentence)| !page.is_clutter(sentence)) {
        let night = nights.next_if(|night| night.sentence == idx);
        if let Some(night) = night.filter(|night| night.is_bare) {
            found.extend(told_night(page, &resolver, sentence, night));
        }
        let untold = page.dates_in(sentence).filter(|(_, date)| !is_told(&told, date));
        found.extend(untold.filter_map(|(_, date)| passing(page, &resolver, (sentence, night), date)));
        resolver.remember_person(sentence);
    }
    found
}

/// A night told by its number below the month.
fn told_night(page: &Page<'_>, resolver: &Resolver<'_>, sentence: &Sentence, night: &Night) -> Option<Event> {
    let (subject, place) = itinerary::stop_at(page, resolver, sentence, sentence.first_token as usize + 1)?;
    background(page, resolver, sentence, (Kind::Performance, subject, place), night.claim.clone())
}

/// The date words that statements have already, in order.
fn told_spans(told: &[Event]) -> Vec<Span> {
    let old = |event: &Event| event.stated.as_ref()?.from.as_ref()?.expression;
    let of = |event: &Event| [event.claim.as_ref().and_then(|claim| claim.expression), old(event)];
    let mut spans: Vec<Span> = told.iter().flat_map(of).flatten().collect();
    spans.sort_by_key(|span| (span.start, span.end));
    spans
}

/// Whether a statement has these date words.
fn is_told(told: &[Span], date: &DateWords) -> bool {
    let upto = told.partition_point(|span| span.start < date.span.end);
    told.get(..upto).and_then(<[Span]>::last).is_some_and(|span| span.overlaps(date.span))
}

fn passing(page: &Page<'_>, resolver: &Resolver<'_>, (sentence, night): (&Sentence, Option<&Night>), date: &DateWords) -> Option<Event> {
    let claimed = date.date.filter(|claimed| claimed.single_day().is_some())?;
    let told = Claim { date: claimed, expression: Some(date.span), derivation: date.derivation.clone() };
    let night = night.filter(|night| night.claim.expression == told.expression);
    let (kind, subject, part) = if night.is_some() {
        let (subject, place) = itinerary::stop_at(page, resolver, sentence, page.date_tokens(date).end)?;
        (Kind::Performance, subject, place)
    } else {
        let name = doer(page, resolver, sentence, date).filter(|_| !is_title_case(page, sentence))?;
        let known_as = name.known_as.clone();
        (Kind::Other, Subject { text: name.text.clone(), name: name.words.clone(), known_as, ..Subject::default() }, None)
    };
    let claim = night.map_or(told, |night| night.claim.clone());
    background(page, resolver, sentence, (kind, subject, part), claim)
}

/// A single day as a statement that nobody follows up; none of the day of the report itself.
fn background(
    page: &Page<'_>,
    resolver: &Resolver<'_>,
    sentence: &Sentence,
    (kind, subject, part): (Kind, Subject, Option<String>),
    claim: Claim,
) -> Option<Event> {
    let day = claim.date.single_day()?;
    let reported = page.article.report_day().filter(|reported| *reported != day)?;
    let (sources, voice) = sources_of(page, resolver.names(), sentence);
    Some(Event {
        article: 0,
        subject,
        kind,
        facet: Facet::When,
        part,
        territory: None,
        status: if day < reported { Status::Happened } else { Status::Scheduled },
        claim: Some(claim),
        value_text: None,
        sources,
        voice,
        quote: sentence.span,
        heading: Heading::No,
        stated: None,
        is_background: true,
        about: None,
        notes: Vec::new(),
    })
}

/// Who or what does what the date dates: the name before its verb, or whom the words there stand for. Where no verb
/// takes the date, the name that the sentence begins with.
fn doer<'n>(page: &Page<'_>, resolver: &Resolver<'n>, sentence: &Sentence, date: &DateWords) -> Option<&'n Name> {
    let names = resolver.names();
    let start = sentence.first_token as usize;
    let groups = clause::find_groups(page, names, sentence);
    let verb = match attach::governor(page, sentence, groups, date) {
        Governor::Verb(at) | Governor::Noun { verb: Some(at), .. } => Some(at),
        Governor::Noun { .. } | Governor::Nothing => None,
    };
    let (first, end) = verb.map_or((start, page.token_at(date.span.start)), |at| subject_range(page, sentence, groups, at));
    let name = resolver.free_name(first, end).or_else(|| {
        let verb = groups.get(verb?)?;
        let lead = groups.first().map_or(first, |group| group.first.min(first));
        resolver.person_meant((start, lead), (first, end), verb.kind)?.name
    });
    names.names.get(name?)
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::article::{Article, DateSource, ReportDate};
    use crate::events::{Lore, find_events, study};
    use crate::language::read;

    /// The background statements of a text reported on 21 April 2022: whom or what each is about, and its day.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, &str)]) {
        let reported = NaiveDate::from_ymd_opt(2022, 4, 21).unwrap();
        let mut article = Article::new(text.to_owned(), "a.txt".to_owned());
        article.reported = Some(ReportDate::new(reported, DateSource::DateLine));
        let reading = read(text, Some(reported));
        let events = find_events(&article, &reading, study(&article, &reading), &Lore::default());
        let found: Vec<_> = events
            .iter()
            .filter(|event| event.is_background)
            .map(|event| {
                let day = event.claim.as_ref().and_then(|claim| claim.date.single_day()).unwrap();
                (event.subject.text.clone(), day.to_string())
            })
            .collect();
        let found: Vec<_> = found.iter().map(|(subject, day)| (subject.as_str(), day.as_str())).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn a_day_that_no_statement_tells_is_kept_as_background() {
        check("The Kelsea rig sank on 12 March after a fire.", &[("Kelsea", "2022-03-12")]);
    }

    #[test]
    fn the_day_of_the_report_and_longer_times_are_left_alone() {
        check("Mira Kell looked tired on Thursday.", &[]);
        check("Mira Kell looked tired in March.", &[]);
    }

    #[test]
    fn a_day_without_any_name_is_left_alone() {
        check("the lights went out on 12 March.", &[]);
    }

    #[test]
    fn what_a_statement_tells_is_not_told_twice() {
        check("The film “Tidal Rooms” will be released on May 6.", &[]);
    }
}
