//! Days told in passing: a sentence that dates something nobody follows up, kept as background.

use super::names::{Mention, Name, Names, is_title_case};
use super::page::Page;
use super::source::sources_of;
use super::{Claim, Event, Facet, Heading, Kind, Status, Subject};
use crate::language::{DateWords, Sentence};
use crate::text::Span;

/// A statement for each single day of the article that no other statement tells, about the first name of its sentence.
pub(super) fn find_passing(page: &Page<'_>, names: &Names, told: &[Event]) -> Vec<Event> {
    let told = told_spans(told);
    let sentences = page.sentences.iter().filter(|sentence| !page.is_clutter(sentence) && !is_title_case(page, sentence));
    let dates = sentences.flat_map(|sentence| page.dates_in(sentence).map(move |(_, date)| (sentence, date)));
    dates.filter(|(_, date)| !is_told(&told, date)).filter_map(|(sentence, date)| passing(page, names, sentence, date)).collect()
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

fn passing(page: &Page<'_>, names: &Names, sentence: &Sentence, date: &DateWords) -> Option<Event> {
    let claimed = date.date?;
    let day = claimed.single_day()?;
    let reported = page.article.report_day()?;
    if day == reported {
        return None;
    }
    let name = beside(page, names, sentence, date)?;
    let (sources, voice) = sources_of(page, names, sentence);
    Some(Event {
        article: 0,
        subject: Subject { text: name.text.clone(), name: name.words.clone(), known_as: name.known_as.clone(), ..Subject::default() },
        kind: Kind::Other,
        facet: Facet::When,
        part: None,
        territory: None,
        status: if day < reported { Status::Happened } else { Status::Scheduled },
        claim: Some(Claim { date: claimed, expression: Some(date.span), derivation: date.derivation.clone() }),
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

/// The first name of the sentence before the date, which is mostly its subject; else the first behind it.
fn beside<'n>(page: &Page<'_>, names: &'n Names, sentence: &Sentence, date: &DateWords) -> Option<&'n Name> {
    let mentions = names.within(sentence.first_token as usize, sentence.end_token as usize);
    let at = page.token_at(date.span.start);
    let is_free = |mention: &&Mention| !page.date_tokens(date).contains(&mention.first);
    let before = mentions.iter().filter(is_free).find(|mention| mention.first < at);
    before.or_else(|| mentions.iter().find(is_free)).and_then(|mention| names.of(mention))
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
