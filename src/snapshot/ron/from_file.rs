//! From the words of a Dateline file back to the program's types; whatever does not fit is named.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::words::{Parts, is_in_calendar, unit_from_name};
use super::file::{FileAnnouncement, FileArticle, FileChange, FileClaim, FileEvent, FileReported, FileStated, FileTimeline};
use crate::article::{Article, DATE_SOURCES, Problem, ReportDate};
use crate::events::{Claim, Event, Facet, Heading, Kind, Note, NoteKind, Says, Stated, Status, Subject, Voice};
use crate::text::Span;
use crate::timeline::{Announcement, Basis, Change, ChangeKind, Home, Name, State, Timeline};

type Read<T> = Result<T, String>;

/// The timeline that a file holds, not yet checked as a whole.
pub(super) fn timeline(file: FileTimeline<'_>) -> Read<Timeline> {
    let mut read = Timeline { n_skipped: file.skipped, ..Timeline::default() };
    for (n, found) in (1..).zip(file.articles) {
        read.articles.push(Arc::new(article(found).map_err(|what| format!("article {n}: {what}"))?));
    }
    for (n, found) in (1..).zip(file.events) {
        read.homes.push(Home { announcement: found.announcement, about: found.about_announcement });
        read.events.push(event(found).map_err(|what| format!("statement {n}: {what}"))?);
    }
    for (n, found) in (1..).zip(file.announcements) {
        read.announcements.push(announcement(found).map_err(|what| format!("announcement {n}: {what}"))?);
    }
    let spelled = |(text, articles): (std::borrow::Cow<'_, str>, Vec<u32>)| (text.into_owned(), articles);
    let names = file.names.into_iter();
    read.names =
        names.map(|name| Name { name: name.name.into_owned(), spellings: name.spellings.into_iter().map(spelled).collect() }).collect();
    let problems = file.problems.into_iter();
    read.problems = problems
        .map(|found| Problem { file: found.file.into_owned(), problem: found.problem.into_owned(), hint: found.hint.into_owned() })
        .collect();
    Ok(read)
}

fn day(text: &str) -> Read<NaiveDate> {
    text.parse().ok().filter(|day| is_in_calendar(*day)).ok_or_else(|| "a day that is none".to_owned())
}

/// Reads one of the program's words; the word itself may be hostile and is not repeated.
fn word<T>(from_name: fn(&str) -> Option<T>, name: &str, what: &str) -> Read<T> {
    from_name(name).ok_or_else(|| format!("an unknown {what}"))
}

const fn span((start, end): (u32, u32)) -> Span {
    Span::new(start, end)
}

fn owned(text: Option<std::borrow::Cow<'_, str>>) -> Option<String> {
    text.map(std::borrow::Cow::into_owned)
}

fn all_owned(texts: Vec<std::borrow::Cow<'_, str>>) -> Vec<String> {
    texts.into_iter().map(std::borrow::Cow::into_owned).collect()
}

fn article(found: FileArticle<'_>) -> Read<Article> {
    Ok(Article {
        text: found.text.into_owned(),
        file: found.file.into_owned(),
        place: found.place,
        title: owned(found.title),
        outlet: owned(found.outlet),
        author: owned(found.author),
        url: owned(found.url),
        language: owned(found.language),
        reported: found.reported.map(|reported| report_date(&reported)).transpose()?,
        modified: found.modified.map(|text| day(&text)).transpose()?,
        clutter: found.clutter.into_iter().map(span).collect(),
    })
}

fn report_date(found: &FileReported<'_>) -> Read<ReportDate> {
    let (source, _) = DATE_SOURCES.iter().find(|(_, name)| *name == found.source).ok_or("an unknown source of the report date")?;
    let time = match &found.time {
        None => None,
        Some(text) => Some(text.parse().map_err(|_| "a time of day that is none")?),
    };
    Ok(ReportDate { day: day(&found.day)?, time, source: *source, is_doubtful: found.doubtful })
}

fn claim(found: FileClaim<'_>) -> Read<Claim> {
    let parts = Parts {
        first: found.first.as_deref(),
        last: found.last.as_deref(),
        precision: &found.precision,
        shade: found.shade.as_deref(),
        rule: found.rule.as_deref(),
        time: found.time.as_deref(),
        zone: found.zone.as_deref(),
    };
    let date = parts.claimed().ok_or("a date that is none")?;
    Ok(Claim { date, expression: found.expression.map(span), derivation: owned(found.derivation) })
}

fn stated(found: FileStated<'_>) -> Read<Stated> {
    let shift = match found.shift {
        None => None,
        Some((n, unit)) => Some((n, word(unit_from_name, &unit, "unit")?)),
    };
    Ok(Stated {
        says: word(Says::from_name, &found.says, "cue")?,
        cue: span(found.cue),
        from: found.from.map(claim).transpose()?,
        from_text: owned(found.from_text),
        from_inferred: found.from_inferred,
        is_earlier: found.earlier,
        shift,
        is_history: found.history,
    })
}

fn event(found: FileEvent<'_>) -> Read<Event> {
    let mut notes = Vec::with_capacity(found.notes.len().min(16));
    for note in found.notes {
        notes.push(Note { kind: word(NoteKind::from_name, &note.kind, "note")?, text: note.text.into_owned() });
    }
    Ok(Event {
        article: found.article,
        subject: Subject {
            text: found.subject.text.into_owned(),
            name: all_owned(found.subject.name),
            thing: found.subject.thing.into_owned(),
            known_as: all_owned(found.subject.known_as),
            by: all_owned(found.subject.by),
        },
        kind: word(Kind::from_name, &found.kind, "kind")?,
        facet: word(Facet::from_name, &found.facet, "facet")?,
        part: owned(found.part),
        territory: owned(found.territory),
        status: word(Status::from_name, &found.status, "status")?,
        claim: found.claim.map(claim).transpose()?,
        value_text: owned(found.value_text),
        sources: all_owned(found.sources),
        voice: word(Voice::from_name, &found.voice, "voice")?,
        quote: span(found.quote),
        heading: if found.heading { Heading::Yes } else { Heading::No },
        stated: found.stated.map(stated).transpose()?,
        is_background: found.background,
        about: found.about,
        notes,
    })
}

fn change(found: FileChange<'_>) -> Read<Change> {
    Ok(Change {
        kind: word(ChangeKind::from_name, &found.kind, "kind of change")?,
        basis: word(Basis::from_name, &found.basis, "basis")?,
        reported: day(&found.reported)?,
        n_days: found.days,
        from: found.from.map(claim).transpose()?,
        from_event: found.from_event,
        to: found.to.map(claim).transpose()?,
        to_event: found.to_event,
        from_text: owned(found.from_text),
        to_text: owned(found.to_text),
        from_inferred: found.from_inferred,
        before: found.before,
        after: found.after,
        note: owned(found.note),
    })
}

fn announcement(found: FileAnnouncement<'_>) -> Read<Announcement> {
    Ok(Announcement {
        key: found.key.into_owned(),
        subject: found.subject.into_owned(),
        kind: word(Kind::from_name, &found.kind, "kind")?,
        facet: word(Facet::from_name, &found.facet, "facet")?,
        part: owned(found.part),
        territory: owned(found.territory),
        state: word(State::from_name, &found.state, "state")?,
        current: found.current.map(claim).transpose()?,
        current_event: found.current_event,
        current_text: owned(found.current_text),
        events: found.events,
        changes: found.changes.into_iter().map(change).collect::<Read<_>>()?,
        is_background: found.background,
    })
}
