//! A change as a sentence to be cited, as Markdown and as wikitext.

use chrono::NaiveDate;

use super::detail::{event_of, told_by};
use super::labels::{DateStyle, Length, and_list, claimed_text, counted, counted_in_words, day_long, elided, number_in_words};
use super::ledger::Ledger;
use super::quote::{file_name, first_line, quoted};
use super::words;
use crate::article::Article;
use crate::civil::ClaimedDate;
use crate::events::{Claim, Facet, Kind};
use crate::text::named;
use crate::timeline::{Announcement, AnnouncementId, Change, ChangeKind, EventId};

named! {
    /// What is put on the clipboard.
    CopyAs {
        /// A sentence with its citation.
        Sentence "sentence" "Sentence with citation",
        /// A Markdown list item with the quotes.
        Markdown "markdown" "Markdown",
        /// A wikitext list item with references.
        Wikitext "wikitext" "Wikitext",
        /// The newest quote with its source.
        Quote "quote" "Quote with its source",
    }
}

/// The text of one announcement, or of one of its changes; with the day as of which the ledger tells it, where that is
/// not the latest.
pub fn copy_text(
    ledger: &Ledger,
    (id, change): (AnnouncementId, Option<usize>),
    known_on: Option<NaiveDate>,
    form: CopyAs,
) -> Option<String> {
    let (announcement, _) = ledger.at(id)?;
    let newest = words::seen_changes(announcement).next_back().map(|(idx, _)| idx);
    let change = change.or(newest).and_then(|idx| announcement.changes.get(idx));
    let witnesses = told_by(announcement, change);
    let known = known_on.map_or_else(String::new, |day| format!(" As known on {}.", day_long(day)));
    let sentence = format!("{}{known}", sentence(ledger, announcement, change, &witnesses));
    // the article that has the old value is a source as well
    let old = change.filter(|change| change.kind != ChangeKind::Conflict).and_then(|change| change.from_event);
    let read_in: Vec<EventId> = old.into_iter().chain(witnesses.iter().copied()).collect();
    let firsts = one_an_article(ledger, &read_in);
    Some(match form {
        CopyAs::Sentence => format!("{sentence} {}", sources_text(ledger, &firsts)),
        CopyAs::Quote => {
            let told = change.map_or_else(|| announcement.current_event, |change| change.after.first().copied());
            cited_quotes(ledger, &[told.or(witnesses.last().copied())?]).join("\n")
        }
        CopyAs::Markdown => {
            let quotes: Vec<String> = cited_quotes(ledger, &firsts).iter().map(|quote| format!("  > {quote}")).collect();
            // a line of its own between two quotes, or they run together
            format!("- **{}**: {sentence}\n{}", markdown_safe(&words::title_text(announcement)), quotes.join("\n  >\n"))
        }
        CopyAs::Wikitext => format!("* {sentence}{}", references(ledger, &firsts)),
    })
}

fn long(claim: Option<&Claim>, text: Option<&str>) -> String {
    let date = |date: &ClaimedDate| {
        let days = claimed_text(&ClaimedDate { clock: None, ..*date }, DateStyle::DayMonth, Length::Long);
        match date.clock {
            Some(clock) => format!("{days} ({})", super::labels::clock_text(clock, date.first())),
            None => days,
        }
    };
    match (claim, text) {
        (Some(claim), _) => date(&claim.date),
        (None, Some(text)) => text.to_owned(),
        (None, None) => "a date not given".to_owned(),
    }
}

/// "The release of the Lantern Bay OST was moved from … to …, two articles reported on 21 April 2022, one citing Seaside Times."
fn sentence(ledger: &Ledger, announcement: &Announcement, change: Option<&Change>, witnesses: &[EventId]) -> String {
    let thing = thing_text(announcement);
    let said = match change {
        Some(change) if announcement.facet == Facet::Who => person_clause(change),
        Some(change) => change_clause(change),
        None => format!("is given as {}", long(announcement.current.as_ref(), announcement.current_text.as_deref())),
    };
    format!("{thing} {said}, {}.", citation(ledger, witnesses))
}

/// "The release of Low Tide", "The Low Tide tour"; of who is in it, itself: "Lamplight".
fn thing_text(announcement: &Announcement) -> String {
    let subject = words::subject_text(announcement);
    let what = match (announcement.facet, announcement.kind) {
        (Facet::Who, _) => return subject,
        (Facet::Where | Facet::Shape, _) => words::side_word(announcement.facet),
        (Facet::When, Kind::Production) => "making",
        (Facet::When, Kind::Personal | Kind::Legal | Kind::Report | Kind::Other) => "date",
        (Facet::When, kind) => kind.shown(),
    };
    let place = announcement.territory.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    // "The Nova Tide showcase", "The Low Tide tour (Nova Tide)": a noun of its own says what it is
    let bare = subject.split(" (").next().unwrap_or(&subject);
    let last = bare.split(' ').next_back().unwrap_or_default();
    let has_noun = last.starts_with(char::is_lowercase);
    let is_held = matches!(announcement.kind, Kind::Performance | Kind::Ceremony) && announcement.facet == Facet::When;
    let names_itself = has_noun || matches!(last, "Festival" | "Fest" | "Awards" | "Tour" | "Residency");
    if names_itself && is_held && announcement.part.is_none() {
        let the = if bare.starts_with("The ") { "" } else { "The " };
        return format!("{the}{subject}{place}");
    }
    let the = if has_noun { "the " } else { "" };
    format!("The {what} of {the}{subject}{place}")
}

/// "Lamplight now has Theo Marsh in place of Seo Min-jae", "goes on without Seo Min-jae".
fn person_clause(change: &Change) -> String {
    match (&change.from_text, &change.to_text) {
        (Some(from), Some(to)) => {
            let implied = if change.from_inferred { words::UNSAID } else { "" };
            format!("now has {to} in place of {from}{implied}")
        }
        (None, Some(to)) => format!("now has {to}"),
        _ => change_clause(change),
    }
}

fn change_clause(change: &Change) -> String {
    let implied = if change.from_inferred { words::UNSAID } else { "" };
    let from = format!("{}{implied}", long(change.from.as_ref(), change.from_text.as_deref()));
    let to = long(change.to.as_ref(), change.to_text.as_deref());
    let has_from = change.from.is_some() || change.from_text.is_some();
    let has_to = change.to.is_some() || change.to_text.is_some();
    let was = if has_from { format!(" from {from}") } else { String::new() };
    match change.kind {
        ChangeKind::Postponed => format!("was postponed{was}, with no new date given"),
        ChangeKind::Cancelled => {
            format!("was cancelled{}", if has_from { format!(" (it had been set for {from})") } else { String::new() })
        }
        ChangeKind::Reinstated => format!("is on again{}", if has_to { format!(", for {to}") } else { String::new() }),
        ChangeKind::Conflict => format!("is given as {from} and as {to}"),
        ChangeKind::Extended | ChangeKind::Shortened => format!("was {}{was} to {to}", change.kind.shown()),
        ChangeKind::Replaced if has_from && !has_to => format!("goes on without {from}"),
        ChangeKind::Replaced | ChangeKind::FormatChanged => format!("was changed{was} to {to}"),
        _ => format!("was moved{was} to {to}"),
    }
}

/// More reporters or sources than this are counted, not named.
const MOST_NAMED: usize = 3;

/// "two articles reported on 21 April 2022, one citing Seaside Times"; by their outlets' names where all are known.
fn citation(ledger: &Ledger, witnesses: &[EventId]) -> String {
    let firsts = one_an_article(ledger, witnesses);
    let days: std::collections::BTreeSet<_> = firsts.iter().filter_map(|id| ledger.report_day(*id)).collect();
    let days: Vec<String> = days.into_iter().map(day_long).collect();
    let on = if days.is_empty() { String::new() } else { format!(" on {}", and_list(&days)) };
    let outlets = outlets(ledger, &firsts);
    let who = match &outlets {
        Some(outlets) => and_list(outlets),
        None => counted_in_words(firsts.len(), "article"),
    };
    format!("{who} reported{on}{}", citing(ledger, witnesses, firsts.len()))
}

/// The outlets of some statements, each once; `None` where one is not known, or there are too many to be named.
fn outlets<'a>(ledger: &'a Ledger, firsts: &[EventId]) -> Option<Vec<&'a str>> {
    let mut outlets: Vec<&str> = Vec::new();
    for id in firsts {
        let outlet = event_of(ledger, *id)?.1.outlet.as_deref()?;
        if !outlets.contains(&outlet) {
            outlets.push(outlet);
        }
    }
    (1..=MOST_NAMED).contains(&outlets.len()).then_some(outlets)
}

/// ", citing Mina Sol"; ", one citing Mina Sol" where only one of several articles does.
fn citing(ledger: &Ledger, witnesses: &[EventId], n_articles: usize) -> String {
    let mut sources = ledger.timeline.sources_of(witnesses);
    sources.truncate(MOST_NAMED);
    let cites = |id: &EventId| event_of(ledger, *id).is_some_and(|(event, _)| !event.sources.is_empty());
    let citing: Vec<EventId> = witnesses.iter().copied().filter(cites).collect();
    let how_many = match ledger.timeline.articles_of(&citing).len() {
        0 => return String::new(),
        n if n == n_articles => String::new(),
        n => format!("{} ", number_in_words(n)),
    };
    format!(", {how_many}citing {}", and_list(&sources))
}

fn one_an_article(ledger: &Ledger, events: &[EventId]) -> Vec<EventId> {
    let mut seen = std::collections::BTreeSet::new();
    let article = |id: &EventId| ledger.timeline.events.get(*id as usize).map(|event| event.article);
    events.iter().copied().filter(|id| seen.insert(article(id))).collect()
}

/// More articles than this are counted, not listed.
const MOST_SOURCES: usize = 6;

/// "Sources: “Low Tide comes sooner”, Evening Reel, 24 April 2022, https://…; …".
fn sources_text(ledger: &Ledger, firsts: &[EventId]) -> String {
    let articles = firsts.iter().take(MOST_SOURCES).filter_map(|id| event_of(ledger, *id));
    let named: Vec<String> = articles.map(|(_, article)| source_text(article)).collect();
    let more = match firsts.len().saturating_sub(MOST_SOURCES) {
        0 => String::new(),
        n => format!("; and {} more", counted(n, "article")),
    };
    format!("{}: {}{more}.", if named.len() == 1 { "Source" } else { "Sources" }, named.join("; "))
}

/// "“Low Tide comes sooner”, Evening Reel, 24 April 2022, https://…": an article's headline, where it has one, and where
/// and when it stood.
fn source_text(article: &Article) -> String {
    let day = article.report_day().map_or_else(|| "report date not known".to_owned(), day_long);
    let headline = headline(article).map(quoted);
    let parts = [headline.as_deref(), Some(place_name(article)), Some(day.as_str()), article.url.as_deref()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn headline(article: &Article) -> Option<&str> {
    article.title.as_deref().map(str::trim).filter(|title| !title.is_empty())
}

/// A headline has no more letters than this, where the article has none of its own.
const MOST_FIRST_WORDS: usize = 60;

/// "“Low Tide was slated for …”": what stands for the headline of an article without one; its file, where it has no words.
fn first_words(article: &Article) -> String {
    match article.text.split_whitespace().next() {
        Some(_) => quoted(&elided(first_line(article), MOST_FIRST_WORDS)),
        None => file_name(&article.file).to_owned(),
    }
}

/// Where an article stood: its outlet, else the host of its address, else its file.
fn place_name(article: &Article) -> &str {
    let host = || host_of(article.url.as_deref()?);
    article.outlet.as_deref().or_else(host).unwrap_or_else(|| file_name(&article.file))
}

/// `reel.example` of `https://www.reel.example/news/1`.
fn host_of(url: &str) -> Option<&str> {
    let (_, rest) = url.split_once("://")?;
    let host = rest.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then_some(host)
}

fn cited_quotes(ledger: &Ledger, events: &[EventId]) -> Vec<String> {
    let quote = |id: &EventId| {
        let (event, article) = event_of(ledger, *id)?;
        let words: Vec<&str> = event.quote.of(&article.text).split_whitespace().collect();
        Some(format!("{} ({})", quoted(&words.join(" ")), source_text(article)))
    };
    events.iter().filter_map(quote).collect()
}

fn references(ledger: &Ledger, events: &[EventId]) -> String {
    let reference = |id: &EventId| {
        let (_, article) = event_of(ledger, *id)?;
        let field = |name: &str, value: Option<&str>| value.map(|value| format!(" |{name}={}", wiki_safe(value))).unwrap_or_default();
        let day = article.report_day().map(day_long);
        let title = headline(article).map_or_else(|| first_words(article), str::to_owned);
        Some(format!(
            "<ref>{{{{cite news{}{}{}{}}}}}</ref>",
            field("title", Some(&title)),
            field("work", Some(place_name(article))),
            field("date", day.as_deref()),
            field("url", article.url.as_deref()),
        ))
    };
    events.iter().filter_map(reference).collect()
}

fn wiki_safe(text: &str) -> String {
    text.replace('|', "&#124;").replace("{{", "&#123;&#123;").replace("}}", "&#125;&#125;").replace('<', "&lt;")
}

fn markdown_safe(text: &str) -> String {
    text.replace('*', "\\*").replace('[', "\\[").replace('_', "\\_")
}
