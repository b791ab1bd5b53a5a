//! The JSON timeline, for scripts: every key in a fixed order, nothing left out.

use std::io::{self, Write};

use serde::ser::SerializeStruct as _;
use serde::{Serialize, Serializer};

use super::words::{precision_name, rule_text, shade_name};
use super::{List, MARK};
use crate::article::{Article, Problem};
use crate::civil::edtf::edtf;
use crate::events::{Claim, Event};
use crate::timeline::{Announcement, Change, EventId, Home, Name, Timeline};

const VERSION: u32 = 1;

/// Writes the whole timeline.
///
/// # Errors
/// Where the writer fails.
pub(super) fn write(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    let everything = Selection {
        articles: vec![true; timeline.articles.len()],
        events: vec![true; timeline.events.len()],
        announcements: vec![true; timeline.announcements.len()],
    };
    write_selected(timeline, &everything, out)
}

/// Writes the same object with only the changed announcements and what they refer to; numbers stay those of the whole.
///
/// # Errors
/// Where the writer fails.
pub fn write_changed(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    write_selected(timeline, &Selection::changed(timeline), out)
}

fn write_selected(timeline: &Timeline, selection: &Selection, out: &mut dyn Write) -> io::Result<()> {
    serde_json::to_writer_pretty(&mut *out, &Document { timeline, selection })?;
    writeln!(out)
}

/// What is written, by index.
struct Selection {
    articles: Vec<bool>,
    events: Vec<bool>,
    announcements: Vec<bool>,
}

impl Selection {
    fn changed(timeline: &Timeline) -> Self {
        let announcements: Vec<bool> = timeline.announcements.iter().map(Announcement::is_changed).collect();
        let is_in = |id: Option<u32>| id.is_some_and(|id| announcements.get(id as usize) == Some(&true));
        let events: Vec<bool> = timeline.homes.iter().map(|home| is_in(home.announcement) || is_in(home.about)).collect();
        let mut articles = vec![false; timeline.articles.len()];
        for (event, _) in timeline.events.iter().zip(&events).filter(|(_, is_in)| **is_in) {
            if let Some(article) = articles.get_mut(event.article as usize) {
                *article = true;
            }
        }
        Self { articles, events, announcements }
    }
}

/// The items of `all` that are selected, with their index.
fn selected<'a, T>(all: &'a [T], selection: &'a [bool]) -> impl Iterator<Item = (usize, &'a T)> {
    all.iter().enumerate().filter(|(idx, _)| selection.get(*idx).copied().unwrap_or_default())
}

struct Document<'a> {
    timeline: &'a Timeline,
    selection: &'a Selection,
}

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (timeline, selection) = (self.timeline, self.selection);
        let mut object = serializer.serialize_struct("Timeline", 8)?;
        object.serialize_field("format", MARK)?;
        object.serialize_field("version", &VERSION)?;
        let articles = || selected(&timeline.articles, &selection.articles).map(|(idx, article)| ArticleJson::of(idx, article));
        object.serialize_field("articles", &List(articles))?;
        let events = || selected(&timeline.events, &selection.events).map(|(idx, event)| EventJson::of(timeline, idx, event));
        object.serialize_field("events", &List(events))?;
        let announcements =
            || selected(&timeline.announcements, &selection.announcements).map(|(idx, found)| AnnouncementJson::of(timeline, idx, found));
        object.serialize_field("announcements", &List(announcements))?;
        let names = || timeline.names.iter().filter_map(|name| NameJson::of(name, &selection.articles));
        object.serialize_field("names", &List(names))?;
        object.serialize_field("problems", &List(|| timeline.problems.iter().map(ProblemJson::of)))?;
        object.serialize_field("skipped", &timeline.n_skipped)?;
        object.end()
    }
}

fn article_id(idx: u32) -> String {
    format!("a{}", u64::from(idx) + 1)
}

fn event_id(id: EventId) -> String {
    format!("e{}", u64::from(id) + 1)
}

fn announcement_id(id: u32) -> String {
    format!("n{}", u64::from(id) + 1)
}

fn narrow(idx: usize) -> u32 {
    u32::try_from(idx).unwrap_or(u32::MAX)
}

#[derive(Serialize)]
struct ArticleJson<'a> {
    id: String,
    file: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    url: Option<&'a str>,
    reported: Option<String>,
    reported_from: Option<String>,
}

impl<'a> ArticleJson<'a> {
    fn of(idx: usize, article: &'a Article) -> Self {
        Self {
            id: article_id(narrow(idx)),
            file: &article.file,
            title: article.title.as_deref(),
            outlet: article.outlet.as_deref(),
            url: article.url.as_deref(),
            reported: article.report_day().map(|day| day.to_string()),
            reported_from: article.reported.map(|reported| reported.source_text()),
        }
    }
}

#[derive(Serialize)]
struct ClaimJson<'a> {
    edtf: Option<String>,
    first: Option<String>,
    last: Option<String>,
    precision: &'static str,
    shade: Option<&'static str>,
    rule: Option<String>,
    time: Option<String>,
    zone: Option<String>,
    expression: Option<&'a str>,
    start: Option<u32>,
    end: Option<u32>,
    derivation: Option<&'a str>,
}

impl<'a> ClaimJson<'a> {
    /// `event` is the statement whose article holds the date words.
    fn of(timeline: &'a Timeline, claim: &'a Claim, event: Option<EventId>) -> Self {
        let date = &claim.date;
        let text = event.and_then(|id| timeline.article_of(id)).map(|article| article.text.as_str());
        let span = claim.expression.filter(|_| text.is_some());
        Self {
            edtf: edtf(date),
            first: date.first().map(|day| day.to_string()),
            last: date.last().map(|day| day.to_string()),
            precision: precision_name(date),
            shade: shade_name(date),
            rule: rule_text(date),
            time: date.clock.map(crate::civil::Clock::hhmm),
            zone: date.clock.and_then(|clock| clock.zone).map(crate::civil::Zone::name),
            expression: span.zip(text).map(|(span, text)| span.of(text)),
            start: span.map(|span| span.start),
            end: span.map(|span| span.end),
            derivation: claim.derivation.as_deref(),
        }
    }
}

#[derive(Serialize)]
struct QuoteJson<'a> {
    text: &'a str,
    start: u32,
    end: u32,
}

#[derive(Serialize)]
struct NoteJson<'a> {
    kind: &'static str,
    text: &'a str,
}

#[derive(Serialize)]
struct EventJson<'a> {
    id: String,
    article: String,
    announcement: Option<String>,
    about: Option<String>,
    subject: &'a str,
    kind: &'static str,
    facet: &'static str,
    part: Option<&'a str>,
    territory: Option<&'a str>,
    status: &'static str,
    claimed: Option<ClaimJson<'a>>,
    value_text: Option<&'a str>,
    sources: &'a [String],
    voice: &'static str,
    quote: QuoteJson<'a>,
    notes: Vec<NoteJson<'a>>,
}

impl<'a> EventJson<'a> {
    fn of(timeline: &'a Timeline, idx: usize, event: &'a Event) -> Self {
        let id = narrow(idx);
        let home = timeline.homes.get(idx).copied().unwrap_or(Home { announcement: None, about: None });
        Self {
            id: event_id(id),
            article: article_id(event.article),
            announcement: home.announcement.map(announcement_id),
            about: home.about.map(announcement_id),
            subject: &event.subject.text,
            kind: event.kind.name(),
            facet: event.facet.name(),
            part: event.part.as_deref(),
            territory: event.territory.as_deref(),
            status: event.status.name(),
            claimed: event.claim.as_ref().map(|claim| ClaimJson::of(timeline, claim, Some(id))),
            value_text: event.value_text.as_deref(),
            sources: &event.sources,
            voice: event.voice.name(),
            quote: QuoteJson { text: timeline.quote_of(id), start: event.quote.start, end: event.quote.end },
            notes: event.notes.iter().map(|note| NoteJson { kind: note.kind.name(), text: &note.text }).collect(),
        }
    }
}

#[derive(Serialize)]
struct ChangeJson<'a> {
    kind: &'static str,
    basis: &'static str,
    reported: String,
    days: Option<i64>,
    from: Option<ClaimJson<'a>>,
    to: Option<ClaimJson<'a>>,
    from_text: Option<&'a str>,
    to_text: Option<&'a str>,
    from_inferred: bool,
    before: Vec<String>,
    after: Vec<String>,
}

impl<'a> ChangeJson<'a> {
    fn of(timeline: &'a Timeline, change: &'a Change) -> Self {
        let ids = |events: &[EventId]| events.iter().copied().map(event_id).collect();
        Self {
            kind: change.kind.name(),
            basis: change.basis.name(),
            reported: change.reported.to_string(),
            days: change.n_days,
            from: change.from.as_ref().map(|claim| ClaimJson::of(timeline, claim, change.from_event)),
            to: change.to.as_ref().map(|claim| ClaimJson::of(timeline, claim, change.to_event)),
            from_text: change.from_text.as_deref(),
            to_text: change.to_text.as_deref(),
            from_inferred: change.from_inferred,
            before: ids(&change.before),
            after: ids(&change.after),
        }
    }
}

#[derive(Serialize)]
struct AnnouncementJson<'a> {
    id: String,
    key: &'a str,
    subject: &'a str,
    kind: &'static str,
    facet: &'static str,
    part: Option<&'a str>,
    territory: Option<&'a str>,
    state: &'static str,
    current: Option<ClaimJson<'a>>,
    events: Vec<String>,
    changes: Vec<ChangeJson<'a>>,
}

impl<'a> AnnouncementJson<'a> {
    fn of(timeline: &'a Timeline, idx: usize, found: &'a Announcement) -> Self {
        Self {
            id: announcement_id(narrow(idx)),
            key: &found.key,
            subject: &found.subject,
            kind: found.kind.name(),
            facet: found.facet.name(),
            part: found.part.as_deref(),
            territory: found.territory.as_deref(),
            state: found.state.name(),
            current: found.current.as_ref().map(|claim| ClaimJson::of(timeline, claim, found.current_event)),
            events: found.events.iter().copied().map(event_id).collect(),
            changes: found.changes.iter().map(|change| ChangeJson::of(timeline, change)).collect(),
        }
    }
}

#[derive(Serialize)]
struct SpellingJson<'a> {
    text: &'a str,
    articles: Vec<String>,
}

#[derive(Serialize)]
struct NameJson<'a> {
    name: &'a str,
    spellings: Vec<SpellingJson<'a>>,
}

impl<'a> NameJson<'a> {
    /// `None` where no article of the selection has it.
    fn of(name: &'a Name, articles: &[bool]) -> Option<Self> {
        let kept = |all: &[u32]| -> Vec<String> {
            all.iter().filter(|idx| articles.get(**idx as usize) == Some(&true)).map(|idx| article_id(*idx)).collect()
        };
        let spellings = name.spellings.iter().map(|(text, articles)| SpellingJson { text, articles: kept(articles) });
        let spellings: Vec<_> = spellings.filter(|spelling| !spelling.articles.is_empty()).collect();
        (!spellings.is_empty()).then_some(Self { name: &name.name, spellings })
    }
}

#[derive(Serialize)]
struct ProblemJson<'a> {
    file: &'a str,
    problem: &'a str,
    hint: &'a str,
}

impl<'a> ProblemJson<'a> {
    fn of(problem: &'a Problem) -> Self {
        Self { file: &problem.file, problem: &problem.problem, hint: &problem.hint }
    }
}
