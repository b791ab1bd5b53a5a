//! The shape of a Dateline file: its own structs, so that the program's types may change without old files becoming unreadable.

use std::borrow::Cow;

use serde::ser::SerializeStruct as _;
use serde::{Deserialize, Serialize, Serializer};

use super::super::words::{precision_name, rule_text, shade_name, unit_name};
use super::super::{List, MARK};
use super::VERSION;
use crate::article::{Article, Problem};
use crate::civil::{ClaimedDate, Clock, Zone};
use crate::events::{Claim, Event, Heading, Note, Stated};
use crate::text::Span;
use crate::timeline::{Announcement, Change, Home, Name, Timeline};

/// A file as it is read.
#[derive(Deserialize)]
pub(super) struct FileTimeline<'a> {
    pub(super) format: String,
    pub(super) version: u32,
    pub(super) articles: Vec<FileArticle<'a>>,
    pub(super) events: Vec<FileEvent<'a>>,
    pub(super) announcements: Vec<FileAnnouncement<'a>>,
    pub(super) names: Vec<FileName<'a>>,
    pub(super) problems: Vec<FileProblem<'a>>,
    pub(super) skipped: u32,
}

/// A file as it is written: item by item, never held as a whole.
pub(super) struct Document<'a>(pub(super) &'a Timeline);

impl Serialize for Document<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let timeline = self.0;
        let mut object = serializer.serialize_struct("Timeline", 8)?;
        object.serialize_field("format", MARK)?;
        object.serialize_field("version", &VERSION)?;
        object.serialize_field("articles", &List(|| timeline.articles.iter().map(|article| FileArticle::of(article))))?;
        let events = || timeline.events.iter().zip(&timeline.homes).map(|(event, home)| FileEvent::of(event, *home));
        object.serialize_field("events", &List(events))?;
        object.serialize_field("announcements", &List(|| timeline.announcements.iter().map(FileAnnouncement::of)))?;
        object.serialize_field("names", &List(|| timeline.names.iter().map(FileName::of)))?;
        object.serialize_field("problems", &List(|| timeline.problems.iter().map(FileProblem::of)))?;
        object.serialize_field("skipped", &timeline.n_skipped)?;
        object.end()
    }
}

type Words<'a> = Cow<'a, str>;
type FileSpan = (u32, u32);

fn words(text: &str) -> Words<'_> {
    Cow::Borrowed(text)
}

fn all_words(texts: &[String]) -> Vec<Words<'_>> {
    texts.iter().map(|text| words(text)).collect()
}

fn maybe(text: Option<&String>) -> Option<Words<'_>> {
    text.map(|text| words(text))
}

const fn span(span: Span) -> FileSpan {
    (span.start, span.end)
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileArticle<'a> {
    pub(super) file: Words<'a>,
    #[serde(default)]
    pub(super) place: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) title: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) outlet: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) author: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) reported: Option<FileReported<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) modified: Option<String>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) clutter: Vec<FileSpan>,
    pub(super) text: Words<'a>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileReported<'a> {
    pub(super) day: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) time: Option<String>,
    pub(super) source: Words<'a>,
    pub(super) doubtful: bool,
}

impl<'a> FileArticle<'a> {
    fn of(article: &'a Article) -> Self {
        let reported = article.reported.map(|reported| FileReported {
            day: reported.day.to_string(),
            time: reported.time.map(|time| time.to_string()),
            source: words(reported.source.name()),
            doubtful: reported.is_doubtful,
        });
        Self {
            file: words(&article.file),
            place: article.place,
            title: maybe(article.title.as_ref()),
            outlet: maybe(article.outlet.as_ref()),
            author: maybe(article.author.as_ref()),
            url: maybe(article.url.as_ref()),
            language: maybe(article.language.as_ref()),
            reported,
            modified: article.modified.map(|day| day.to_string()),
            clutter: article.clutter.iter().copied().map(span).collect(),
            text: words(&article.text),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileClaim<'a> {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) first: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) last: Option<String>,
    pub(super) precision: Words<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) shade: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) rule: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) time: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) zone: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) expression: Option<FileSpan>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) derivation: Option<Words<'a>>,
}

impl<'a> FileClaim<'a> {
    fn of(claim: &'a Claim) -> Self {
        let date: &ClaimedDate = &claim.date;
        Self {
            first: date.first().map(|day| day.to_string()),
            last: date.last().map(|day| day.to_string()),
            precision: words(precision_name(date)),
            shade: shade_name(date).map(words),
            rule: rule_text(date),
            time: date.clock.map(Clock::hhmm),
            zone: date.clock.and_then(|clock| clock.zone).map(Zone::name),
            expression: claim.expression.map(span),
            derivation: maybe(claim.derivation.as_ref()),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileSubject<'a> {
    pub(super) text: Words<'a>,
    pub(super) name: Vec<Words<'a>>,
    pub(super) thing: Words<'a>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) known_as: Vec<Words<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) by: Vec<Words<'a>>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileStated<'a> {
    pub(super) says: Words<'a>,
    pub(super) cue: FileSpan,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<FileClaim<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from_text: Option<Words<'a>>,
    pub(super) from_inferred: bool,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) earlier: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) shift: Option<(i64, Words<'a>)>,
    pub(super) history: bool,
}

impl<'a> FileStated<'a> {
    fn of(stated: &'a Stated) -> Self {
        Self {
            says: words(stated.says.name()),
            cue: span(stated.cue),
            from: stated.from.as_ref().map(FileClaim::of),
            from_text: maybe(stated.from_text.as_ref()),
            from_inferred: stated.from_inferred,
            earlier: stated.is_earlier,
            shift: stated.shift.map(|(n, unit)| (n, words(unit_name(unit)))),
            history: stated.is_history,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileNote<'a> {
    pub(super) kind: Words<'a>,
    pub(super) text: Words<'a>,
}

impl<'a> FileNote<'a> {
    fn of(note: &'a Note) -> Self {
        Self { kind: words(note.kind.name()), text: words(&note.text) }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileEvent<'a> {
    pub(super) article: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) announcement: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) about_announcement: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) about: Option<u32>,
    pub(super) subject: FileSubject<'a>,
    pub(super) kind: Words<'a>,
    pub(super) facet: Words<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) territory: Option<Words<'a>>,
    pub(super) status: Words<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) claim: Option<FileClaim<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) value_text: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) sources: Vec<Words<'a>>,
    pub(super) voice: Words<'a>,
    pub(super) quote: FileSpan,
    pub(super) heading: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stated: Option<FileStated<'a>>,
    pub(super) background: bool,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub(super) notes: Vec<FileNote<'a>>,
}

impl<'a> FileEvent<'a> {
    fn of(event: &'a Event, home: Home) -> Self {
        let subject = FileSubject {
            text: words(&event.subject.text),
            name: all_words(&event.subject.name),
            thing: words(&event.subject.thing),
            known_as: all_words(&event.subject.known_as),
            by: all_words(&event.subject.by),
        };
        Self {
            article: event.article,
            announcement: home.announcement,
            about_announcement: home.about,
            about: event.about,
            subject,
            kind: words(event.kind.name()),
            facet: words(event.facet.name()),
            part: maybe(event.part.as_ref()),
            territory: maybe(event.territory.as_ref()),
            status: words(event.status.name()),
            claim: event.claim.as_ref().map(FileClaim::of),
            value_text: maybe(event.value_text.as_ref()),
            sources: all_words(&event.sources),
            voice: words(event.voice.name()),
            quote: span(event.quote),
            heading: event.heading == Heading::Yes,
            stated: event.stated.as_ref().map(FileStated::of),
            background: event.is_background,
            notes: event.notes.iter().map(FileNote::of).collect(),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileChange<'a> {
    pub(super) kind: Words<'a>,
    pub(super) basis: Words<'a>,
    pub(super) reported: String,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) days: Option<i64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from: Option<FileClaim<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from_event: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) to: Option<FileClaim<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) to_event: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) from_text: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) to_text: Option<Words<'a>>,
    pub(super) from_inferred: bool,
    pub(super) before: Vec<u32>,
    pub(super) after: Vec<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) note: Option<Words<'a>>,
}

impl<'a> FileChange<'a> {
    fn of(change: &'a Change) -> Self {
        Self {
            kind: words(change.kind.name()),
            basis: words(change.basis.name()),
            reported: change.reported.to_string(),
            days: change.n_days,
            from: change.from.as_ref().map(FileClaim::of),
            from_event: change.from_event,
            to: change.to.as_ref().map(FileClaim::of),
            to_event: change.to_event,
            from_text: maybe(change.from_text.as_ref()),
            to_text: maybe(change.to_text.as_ref()),
            from_inferred: change.from_inferred,
            before: change.before.clone(),
            after: change.after.clone(),
            note: maybe(change.note.as_ref()),
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileAnnouncement<'a> {
    pub(super) key: Words<'a>,
    pub(super) subject: Words<'a>,
    pub(super) kind: Words<'a>,
    pub(super) facet: Words<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) part: Option<Words<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) territory: Option<Words<'a>>,
    pub(super) state: Words<'a>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) current: Option<FileClaim<'a>>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) current_event: Option<u32>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) current_text: Option<Words<'a>>,
    pub(super) events: Vec<u32>,
    pub(super) changes: Vec<FileChange<'a>>,
    pub(super) background: bool,
}

impl<'a> FileAnnouncement<'a> {
    fn of(found: &'a Announcement) -> Self {
        Self {
            key: words(&found.key),
            subject: words(&found.subject),
            kind: words(found.kind.name()),
            facet: words(found.facet.name()),
            part: maybe(found.part.as_ref()),
            territory: maybe(found.territory.as_ref()),
            state: words(found.state.name()),
            current: found.current.as_ref().map(FileClaim::of),
            current_event: found.current_event,
            current_text: maybe(found.current_text.as_ref()),
            events: found.events.clone(),
            changes: found.changes.iter().map(FileChange::of).collect(),
            background: found.is_background,
        }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileName<'a> {
    pub(super) name: Words<'a>,
    pub(super) spellings: Vec<(Words<'a>, Vec<u32>)>,
}

impl<'a> FileName<'a> {
    fn of(name: &'a Name) -> Self {
        Self { name: words(&name.name), spellings: name.spellings.iter().map(|(text, articles)| (words(text), articles.clone())).collect() }
    }
}

#[derive(Serialize, Deserialize)]
pub(super) struct FileProblem<'a> {
    pub(super) file: Words<'a>,
    pub(super) problem: Words<'a>,
    pub(super) hint: Words<'a>,
}

impl<'a> FileProblem<'a> {
    fn of(problem: &'a Problem) -> Self {
        Self { file: words(&problem.file), problem: words(&problem.problem), hint: words(&problem.hint) }
    }
}
