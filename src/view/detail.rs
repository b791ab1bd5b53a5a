//! One announcement in full: was and now, who said so, both quotes, how the date was worked out, its history.

use std::collections::BTreeSet;

use super::labels::{DateStyle, Length, and_list, claimed_text, counted, day_full, day_short, day_year};
use super::ledger::Ledger;
use super::quote::{Quote, change_quotes, file_name, last_words, plain_quotes, quoted};
use super::words;
use crate::article::Article;
use crate::events::Event;
use crate::text::Span;
use crate::timeline::{Announcement, AnnouncementId, Basis, Change, ChangeKind, EventId};

/// A line of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HistoryLine {
    /// "reported 19 Apr 2022".
    pub reported: String,
    /// The same in a column of days: "19 Apr", with the year where not all are of one.
    pub day: String,
    /// Who told it.
    pub by: String,
    /// What they said.
    pub said: String,
    /// Whether a reader must see it.
    pub is_change: bool,
    /// Which change it is, where it is one.
    pub change: Option<usize>,
    /// The event to show for it.
    pub event: Option<EventId>,
}

/// How one date was worked out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkedOut {
    /// The date words.
    pub words: String,
    /// The steps to the date.
    pub steps: String,
    /// The event.
    pub event: EventId,
}

/// Everything the panel shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Detail {
    /// Whose.
    pub announcement: AnnouncementId,
    /// "Lantern Bay OST".
    pub subject: String,
    /// "release".
    pub kind: String,
    /// "1 day earlier", where it changed.
    pub badge: Option<String>,
    /// Which of its changes is shown.
    pub change: Option<usize>,
    /// The old value in full.
    pub was: Option<String>,
    /// The value that holds, or that the shown change led to.
    pub now: String,
    /// "Stated by 2 articles, first reported Thu 21 Apr 2022, 1 named source (Seaside Times)".
    pub told: String,
    /// Both quotes and further ones.
    pub quotes: Vec<Quote>,
    /// How relative dates became days.
    pub worked_out: Vec<WorkedOut>,
    /// Every step, oldest first.
    pub history: Vec<HistoryLine>,
    /// Spellings of the names in it, each with its number of articles.
    pub names: Vec<(String, Vec<(String, usize)>)>,
    /// What a careful reader should know.
    pub notes: Vec<String>,
    /// Further sentences that tell it.
    pub more: Vec<EventId>,
}

impl Detail {
    /// Counts the articles that have each spelling anywhere, and not only those that tell something of it.
    pub fn count_spellings(&mut self, ledger: &Ledger) {
        let has = |text: &str| ledger.timeline.articles.iter().filter(|article| article.text.contains(text)).count();
        for (text, n_articles) in self.names.iter_mut().flat_map(|(_, spellings)| spellings) {
            *n_articles = has(text).max(*n_articles);
        }
    }
}

/// Puts an announcement into words; `change` chooses which of its changes is shown, the newest by default.
pub fn detail_of(ledger: &Ledger, id: AnnouncementId, change: Option<usize>, style: DateStyle) -> Option<Detail> {
    let (announcement, _) = ledger.at(id)?;
    let chosen = change.filter(|idx| announcement.changes.get(*idx).is_some());
    let idx = chosen.or_else(|| words::seen_changes(announcement).next_back().map(|(idx, _)| idx));
    let step = idx.and_then(|idx| announcement.changes.get(idx));
    let quotes = step.map_or_else(|| plain_quotes(ledger, announcement, style), |change| change_quotes(ledger, change, style));
    let shown: BTreeSet<EventId> = quotes.iter().map(|quote| quote.event).collect();
    let related: Vec<EventId> = step.map_or_else(
        || announcement.events.clone(),
        |change| change.after.iter().chain(&change.before).chain(&change.from_event).chain(&change.to_event).copied().collect(),
    );
    Some(Detail {
        announcement: id,
        subject: words::subject_text(announcement),
        kind: words::kind_text(announcement),
        badge: words::summary_text(announcement, style),
        change: idx,
        was: step.map(|change| words::from_text(change, style, Length::Full)),
        now: step.map_or_else(|| words::now_text(announcement, style, Length::Full), |change| now_of(change, style)),
        told: told_text(ledger, announcement, step, style),
        worked_out: worked_out(ledger, &related),
        history: history_of(ledger, announcement, style),
        names: names_of(ledger, announcement),
        notes: notes_of(ledger, announcement, step),
        more: more_of(ledger, announcement, &shown),
        quotes,
    })
}

/// The sentences that make some statements, each once however many of them it makes.
pub(super) fn sentences_of<'e>(ledger: &Ledger, events: impl IntoIterator<Item = &'e EventId>) -> BTreeSet<(u32, Span)> {
    events.into_iter().filter_map(|id| event_of(ledger, *id)).map(|(event, _)| (event.article, event.quote)).collect()
}

/// Further sentences of an announcement: those not shown, each once however many statements it makes.
fn more_of(ledger: &Ledger, announcement: &Announcement, shown: &BTreeSet<EventId>) -> Vec<EventId> {
    let sentence = |id: &EventId| event_of(ledger, *id).map(|(event, _)| (event.article, event.quote));
    let mut seen = sentences_of(ledger, shown);
    let is_new = |id: &EventId| sentence(id).is_some_and(|sentence| seen.insert(sentence));
    announcement.events.iter().copied().filter(is_new).collect()
}

/// The new value; says so where the old one had a time and the new one has none.
fn now_of(change: &Change, style: DateStyle) -> String {
    let text = words::to_text(change, style, Length::Full);
    let clock = |claim: &Option<crate::events::Claim>| claim.as_ref().and_then(|claim| claim.date.clock);
    let lost_time = change.to.is_some() && clock(&change.from).is_some() && clock(&change.to).is_none();
    if lost_time { format!("{text}, no time given") } else { text }
}

/// An event with its article.
pub(super) fn event_of(ledger: &Ledger, id: EventId) -> Option<(&Event, &Article)> {
    let event = ledger.timeline.events.get(id as usize)?;
    Some((event, ledger.timeline.articles.get(event.article as usize)?))
}

/// Who tells it, since when, and how the change is known.
fn told_text(ledger: &Ledger, announcement: &Announcement, change: Option<&Change>, style: DateStyle) -> String {
    let witnesses = told_by(announcement, change);
    let articles = counted(ledger.timeline.articles_of(&witnesses).len(), "article");
    let day = change.map(|change| change.reported).or_else(|| witnesses.iter().filter_map(|id| ledger.report_day(*id)).min());
    let when = day.map_or_else(|| "report date not known".to_owned(), |day| format!("first reported {}", day_full(day, style)));
    let named = named_sources(ledger, &witnesses);
    match change.map(|change| (change.basis, change)) {
        None => format!("{} by {articles}{named}{}", capitalised(&when), passed_text(ledger, announcement, style)),
        Some((Basis::Stated, change)) => format!("Stated by {articles}, {when}{named}{}", implied_text(ledger, change)),
        Some((Basis::Compared, _)) => {
            let how = "Compared: two articles give different values and none says it changed";
            format!("{how}. {} by {articles}{named}", capitalised(&when))
        }
    }
}

/// ". The date had passed by 2 Jun 2024, the newest article, and none says that it happened".
fn passed_text(ledger: &Ledger, announcement: &Announcement, style: DateStyle) -> String {
    let has_passed = !announcement.is_background && words::has_passed(announcement, ledger.last_day_known());
    let day = ledger.last_day_text(style).filter(|_| has_passed);
    day.map_or_else(String::new, |day| format!(". The date had passed by {day}, and no article says that it happened"))
}

/// ", 1 named source (Seaside Times)"; nothing where none is, or where the one article is quoted with the one it cites.
fn named_sources(ledger: &Ledger, witnesses: &[EventId]) -> String {
    let sources = ledger.timeline.sources_of(witnesses);
    let few: Vec<&str> = sources.iter().copied().take(3).collect();
    match sources.len() {
        0 => String::new(),
        1 if ledger.timeline.articles_of(witnesses).len() == 1 => String::new(),
        n => format!(", {} ({}{})", counted(n, "named source"), and_list(&few), if n > 3 { ", …" } else { "" }),
    }
}

/// That no article tells what it was, and what it is inferred from.
fn implied_text(ledger: &Ledger, change: &Change) -> String {
    match implied_by(ledger, change).filter(|_| change.from_inferred) {
        Some(words) => format!(". What it was is implied by {words}, no article says it"),
        None if change.from_inferred => ". What it was is implied, no article says it".to_owned(),
        None => String::new(),
    }
}

/// More letters than this are no evidence at a glance.
const MOST_OF_EVIDENCE: u32 = 80;

/// Evidence of fewer letters has the words before it as well, no more letters of them than these.
const FEW_LETTERS: u32 = 16;
const MOST_OF_LEAD: usize = 30;

/// The words from which the old value is inferred, in quotation marks: those that say it changed, and the new value where
/// it stands beside them.
fn implied_by(ledger: &Ledger, change: &Change) -> Option<String> {
    let told = change.after.iter().filter_map(|id| event_of(ledger, *id));
    let mut implied =
        told.filter_map(|(event, article)| Some((event, article, event.stated.as_ref().filter(|stated| stated.from_inferred)?)));
    let (event, article, stated) = implied.next()?;
    let value = match (&event.claim, &event.value_text) {
        (Some(claim), _) => claim.expression,
        (None, words) => words.as_ref().and_then(|words| {
            let at = event.quote.start as usize + event.quote.of(&article.text).find(words.as_str())?;
            Some(Span::from_offsets(at, at + words.len()))
        }),
    };
    let both = value.map(|value| stated.cue.join(value));
    let evidence = both.filter(|both| both.len() <= MOST_OF_EVIDENCE).unwrap_or(stated.cue);
    // "a duet" alone says little: "has now been converted into a duet"
    let before = Span::new(event.quote.start.min(evidence.start), evidence.start).of(&article.text);
    let lead = if evidence.len() < FEW_LETTERS { last_words(before, MOST_OF_LEAD) } else { "" };
    Some(quoted(&format!("{lead}{}", evidence.of(&article.text))))
}

/// The statements that tell a change, of a conflict both sides; all of them where there is none.
pub(super) fn told_by(announcement: &Announcement, change: Option<&Change>) -> Vec<EventId> {
    match change {
        None => announcement.events.clone(),
        Some(change) if change.kind == ChangeKind::Conflict => change.before.iter().chain(&change.after).copied().collect(),
        Some(change) => change.after.clone(),
    }
}

fn worked_out(ledger: &Ledger, events: &[EventId]) -> Vec<WorkedOut> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for id in events {
        let Some((event, article)) = event_of(ledger, *id) else { continue };
        let told = event.stated.as_ref().and_then(|stated| stated.from.as_ref());
        for claim in event.claim.iter().chain(told) {
            let Some(steps) = &claim.derivation else { continue };
            if seen.insert(steps.clone()) {
                let words = claim.expression.map_or("", |words| words.of(&article.text)).to_owned();
                found.push(WorkedOut { words, steps: steps.clone(), event: *id });
            }
        }
    }
    found.truncate(6);
    found
}

fn history_of(ledger: &Ledger, announcement: &Announcement, style: DateStyle) -> Vec<HistoryLine> {
    let mut lines: Vec<(Option<chrono::NaiveDate>, HistoryLine)> = Vec::new();
    let told: BTreeSet<EventId> = announcement.changes.iter().flat_map(|change| change.after.iter().copied()).collect();
    let first = announcement.events.iter().copied().filter(|id| !told.contains(id));
    let mut told_on: Vec<(Option<chrono::NaiveDate>, String, Vec<EventId>)> = Vec::new();
    for id in first {
        let Some((event, article)) = event_of(ledger, id) else { continue };
        let value = words::value_text(event.claim.as_ref(), event.value_text.as_deref(), style, Length::Full);
        let said = format!("{value} ({})", event.status.shown());
        match told_on.iter_mut().find(|(day, known, _)| *day == article.report_day() && *known == said) {
            Some((_, _, events)) => events.push(id),
            None => told_on.push((article.report_day(), said, vec![id])),
        }
    }
    lines.extend(told_on.into_iter().map(|(day, said, events)| (day, line(ledger, &events, day, said, None, style))));
    for (idx, change) in announcement.changes.iter().enumerate() {
        let said = step_text(change, style);
        lines.push((Some(change.reported), line(ledger, &change.after, Some(change.reported), said, Some((idx, change)), style)));
    }
    lines.sort_by_key(|(day, line)| (day.is_none(), *day, line.change.is_some(), line.change));
    let years: BTreeSet<i32> = lines.iter().filter_map(|(day, _)| day.map(|day| chrono::Datelike::year(&day))).collect();
    let text = |day| if years.len() > 1 { day_year(day, style) } else { day_short(day, style) };
    let in_column =
        |(day, line): (Option<chrono::NaiveDate>, HistoryLine)| HistoryLine { day: day.map_or_else(|| "no date".to_owned(), text), ..line };
    lines.into_iter().map(in_column).collect()
}

fn line(
    ledger: &Ledger,
    events: &[EventId],
    reported: Option<chrono::NaiveDate>,
    said: String,
    change: Option<(usize, &Change)>,
    style: DateStyle,
) -> HistoryLine {
    let articles: Vec<&Article> = events.iter().filter_map(|id| event_of(ledger, *id)).map(|(_, article)| article).collect();
    let mut outlets: Vec<&str> = articles.iter().map(|a| a.outlet.as_deref().unwrap_or_else(|| file_name(&a.file))).collect();
    outlets.sort_unstable();
    outlets.dedup();
    let more = outlets.len().saturating_sub(2);
    outlets.truncate(2);
    let by = if more > 0 { format!("{} and {more} more", outlets.join(", ")) } else { outlets.join(", ") };
    HistoryLine {
        reported: reported.map_or_else(|| "no report date".to_owned(), |day| format!("reported {}", day_year(day, style))),
        day: String::new(),
        by,
        said,
        is_change: change.is_some_and(|(_, change)| change.kind.is_change()),
        change: change.map(|(idx, _)| idx),
        event: events.first().copied(),
    }
}

fn names_of(ledger: &Ledger, announcement: &Announcement) -> Vec<(String, Vec<(String, usize)>)> {
    let articles = ledger.timeline.articles_of(&announcement.events);
    let mut names = Vec::new();
    for name in &ledger.timeline.names {
        let here = name.spellings.iter().any(|(_, used_by)| used_by.iter().any(|article| articles.contains(article)));
        if here {
            let spellings = name.spellings.iter().map(|(text, used_by)| (text.clone(), used_by.len())).collect();
            names.push((name.name.clone(), spellings));
        }
    }
    names
}

fn notes_of(ledger: &Ledger, announcement: &Announcement, change: Option<&Change>) -> Vec<String> {
    let mut notes: Vec<String> = change.and_then(|change| change.note.clone()).into_iter().collect();
    for (event, _) in announcement.events.iter().filter_map(|id| event_of(ledger, *id)) {
        for note in &event.notes {
            let text = if note.text.is_empty() { note.kind.shown().to_owned() } else { note.text.clone() };
            if !notes.contains(&text) {
                notes.push(text);
            }
        }
    }
    notes
}

/// The value of an announcement and its change in one sentence, for screen readers.
pub fn spoken(ledger: &Ledger, id: AnnouncementId, style: DateStyle) -> String {
    let Some((announcement, _)) = ledger.at(id) else { return String::new() };
    let text = format!("{}, {}. ", words::subject_text(announcement), words::kind_text(announcement));
    let Some((_, change)) = words::seen_changes(announcement).next_back() else {
        let now = words::now_text(announcement, style, Length::Full);
        return format!("{text}{now}, {}.", words::standing_words(announcement, ledger.last_day_known()));
    };
    let n_articles = ledger.timeline.articles_of(&told_by(announcement, Some(change))).len();
    let is_only = words::seen_changes(announcement).count() == 1;
    let how = words::summary_text(announcement, style).filter(|_| !is_only || words::says_more(change, style));
    let (now, was) = (now_of(change, style), words::was_clause(change, style));
    let values =
        if change.kind == ChangeKind::Conflict { format!("{was}Another article says {now}. ") } else { format!("Now {now}. {was}") };
    format!(
        "{text}{values}{}First reported {} by {}.",
        how.map(|how| format!("{}. ", capitalised(&how))).unwrap_or_default(),
        day_year(change.reported, style),
        counted(n_articles, "article"),
    )
}

/// With a capital letter, as a sentence begins.
pub fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a statement is of, and what it says, as the detail of its announcement puts it: "Low Tide · release · 1 day
/// earlier: Sun 24 Apr 2022".
pub fn statement_text(ledger: &Ledger, id: EventId, style: DateStyle) -> Option<String> {
    let (event, _) = event_of(ledger, id)?;
    let home = ledger.timeline.homes.get(id as usize).and_then(|home| home.shown_by());
    let Some((announcement, _)) = home.and_then(|home| ledger.at(home)) else {
        return Some(format!("{} · {} · {}", event.subject.text, words::happening(event.kind), claimed_or_words(event, style)));
    };
    let told = words::seen_changes(announcement).rfind(|(_, change)| change.after.contains(&id));
    let said = told.map_or_else(|| claimed_or_words(event, style), |(_, change)| step_text(change, style));
    Some(format!("{} · {said}", words::title_text(announcement)))
}

/// How a value came about, and the value: "1 day earlier: Sun 24 Apr 2022", "cancelled", "now a duet".
fn step_text(change: &Change, style: DateStyle) -> String {
    let (how, to) = (words::change_text(change, style), words::to_text(change, style, Length::Full));
    if to == how || how.contains(&to) { how } else { format!("{how}: {to}") }
}

/// A claimed date in full, or what stands in its place.
fn claimed_or_words(event: &Event, style: DateStyle) -> String {
    match (&event.claim, &event.value_text) {
        (Some(claim), _) => claimed_text(&claim.date, style, Length::Full),
        (None, Some(words)) => words.clone(),
        (None, None) => event.status.shown().to_owned(),
    }
}
