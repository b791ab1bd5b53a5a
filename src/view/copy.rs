//! A change as a sentence to be cited, as Markdown and as wikitext.

use super::labels::{DateStyle, Length, and_list, claimed_text, counted, day_long};
use super::ledger::Ledger;
use super::words;
use crate::civil::ClaimedDate;
use crate::events::{Claim, Facet};
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

/// The text of one announcement, or of one of its changes.
pub fn copy_text(ledger: &Ledger, id: AnnouncementId, change: Option<usize>, form: CopyAs) -> Option<String> {
    let (announcement, _) = ledger.at(id)?;
    let newest = words::seen_changes(announcement).next_back().map(|(idx, _)| idx);
    let change = change.or(newest).and_then(|idx| announcement.changes.get(idx));
    let witnesses: &[EventId] = change.map_or(&announcement.events, |change| &change.after);
    let sentence = sentence(ledger, announcement, change, witnesses);
    Some(match form {
        CopyAs::Sentence => sentence,
        CopyAs::Quote => cited_quotes(ledger, witnesses.get(..1)?).join("\n"),
        CopyAs::Markdown => {
            let quotes = cited_quotes(ledger, &one_an_article(ledger, witnesses));
            let quotes: Vec<String> = quotes.iter().map(|quote| format!("  > {quote}")).collect();
            format!("- **{}**: {sentence}\n{}", markdown_safe(&words::title_text(announcement)), quotes.join("\n"))
        }
        CopyAs::Wikitext => format!("* {sentence}{}", references(ledger, &one_an_article(ledger, witnesses))),
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

/// "The release of the Our Blues OST was moved from … to …, 2 articles reported on 21 April 2022, 1 citing Sports W."
fn sentence(ledger: &Ledger, announcement: &Announcement, change: Option<&Change>, witnesses: &[EventId]) -> String {
    let thing = thing_text(announcement);
    let said = match change {
        Some(change) => change_clause(change),
        None => format!("is given as {}", long(announcement.current.as_ref(), announcement.current_text.as_deref())),
    };
    format!("{thing} {said}, {}.", citation(ledger, witnesses))
}

fn thing_text(announcement: &Announcement) -> String {
    let subject = words::subject_text(announcement);
    let what = match announcement.facet {
        Facet::When => announcement.kind.shown(),
        Facet::Who | Facet::Where | Facet::Shape => announcement.facet.shown(),
    };
    let place = announcement.territory.as_ref().map(|place| format!(" ({place})")).unwrap_or_default();
    if what.contains("in the making") { format!("The making of {subject}{place}") } else { format!("The {what} of {subject}{place}") }
}

fn change_clause(change: &Change) -> String {
    let from = long(change.from.as_ref(), change.from_text.as_deref());
    let to = long(change.to.as_ref(), change.to_text.as_deref());
    let has_from = change.from.is_some() || change.from_text.is_some();
    let has_to = change.to.is_some() || change.to_text.is_some();
    let was = if has_from { format!(" from {from}") } else { String::new() };
    match change.kind {
        ChangeKind::Postponed => format!("was postponed{was}, with no new date given"),
        ChangeKind::Cancelled => format!("was cancelled{}", if has_from { format!(" (it had been {from})") } else { String::new() }),
        ChangeKind::Reinstated => format!("is on again{}", if has_to { format!(", for {to}") } else { String::new() }),
        ChangeKind::Conflict => format!("is reported differently: {from} and {to}"),
        ChangeKind::Extended | ChangeKind::Shortened => format!("was {}{was} to {to}", change.kind.shown()),
        ChangeKind::Replaced | ChangeKind::FormatChanged => format!("was changed{was} to {to}"),
        _ => format!("was moved{was} to {to}"),
    }
}

/// "2 articles reported on 21 April 2022, 1 citing Sports W".
fn citation(ledger: &Ledger, witnesses: &[EventId]) -> String {
    let firsts = one_an_article(ledger, witnesses);
    let days: std::collections::BTreeSet<_> = firsts.iter().filter_map(|id| ledger.report_day(*id)).collect();
    let days: Vec<String> = days.into_iter().map(day_long).collect();
    let mut sources: Vec<&str> = Vec::new();
    for event in witnesses.iter().filter_map(|id| ledger.timeline.events.get(*id as usize)) {
        sources.extend(event.sources.iter().map(String::as_str).filter(|source| !sources.contains(source)).collect::<Vec<_>>());
    }
    sources.truncate(3);
    let citing = if sources.is_empty() { String::new() } else { format!(", citing {}", and_list(&sources)) };
    let on = if days.is_empty() { String::new() } else { format!(" on {}", and_list(&days)) };
    format!("{} reported{on}{citing}", counted(firsts.len(), "article"))
}

fn one_an_article(ledger: &Ledger, events: &[EventId]) -> Vec<EventId> {
    let mut seen = std::collections::BTreeSet::new();
    let article = |id: &EventId| ledger.timeline.events.get(*id as usize).map(|event| event.article);
    events.iter().copied().filter(|id| seen.insert(article(id))).collect()
}

fn cited_quotes(ledger: &Ledger, events: &[EventId]) -> Vec<String> {
    let quote = |id: &EventId| {
        let event = ledger.timeline.events.get(*id as usize)?;
        let article = ledger.timeline.articles.get(event.article as usize)?;
        let day = article.report_day().map_or_else(|| "no report date".to_owned(), day_long);
        let place = article.url.as_deref().or(article.outlet.as_deref()).unwrap_or(&article.file);
        let words: Vec<&str> = event.quote.of(&article.text).split_whitespace().collect();
        Some(format!("“{}” ({place}, {day})", words.join(" ").trim_matches(['“', '”', '"'])))
    };
    events.iter().filter_map(quote).collect()
}

fn references(ledger: &Ledger, events: &[EventId]) -> String {
    let reference = |id: &EventId| {
        let event = ledger.timeline.events.get(*id as usize)?;
        let article = ledger.timeline.articles.get(event.article as usize)?;
        let field = |name: &str, value: Option<&str>| value.map(|value| format!(" |{name}={}", wiki_safe(value))).unwrap_or_default();
        let day = article.report_day().map(day_long);
        Some(format!(
            "<ref>{{{{cite news{}{}{}{}}}}}</ref>",
            field("title", Some(article.title.as_deref().unwrap_or(&article.file))),
            field("work", article.outlet.as_deref()),
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
