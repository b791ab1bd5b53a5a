//! The story as Markdown, to be pasted into a wiki, an issue or a mail.

use std::io::{self, Write};

use super::MARK;
use crate::timeline::order::claimed_order;
use crate::timeline::{Announcement, Basis, Change, ChangeKind, EventId, Timeline};
use crate::view::labels::{DateStyle, Length, counted, day_full};
use crate::view::quote::quoted;
use crate::view::words::{
    change_text, changed_count_text, from_text, n_changed_and_disputed, now_text, seen_changes, summary_text, title_text, to_text,
};

const STYLE: DateStyle = DateStyle::DayMonth;

/// Writes what changed with both quotes, then every announcement by its date; `name` is what the story is called, the number
/// of its articles where it has no name.
///
/// # Errors
/// Where the writer fails.
pub(super) fn write(timeline: &Timeline, name: &str, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<!-- {MARK} -->")?;
    let count = counted(timeline.articles.len(), "article");
    writeln!(out, "# Timeline of {}\n", if name.is_empty() { count.clone() } else { escaped(name) })?;
    let all = counted(timeline.announcements.len(), "announcement");
    let told = n_changed_and_disputed(&timeline.announcements);
    writeln!(out, "{}, in {count}\n", changed_count_text(told, &all))?;
    let changed: Vec<&Announcement> = timeline.announcements.iter().filter(|found| found.is_changed()).collect();
    writeln!(out, "## {}\n", changed_heading(told.1))?;
    if changed.is_empty() {
        writeln!(out, "No announcement changed.\n")?;
    }
    for announcement in changed {
        write_changed(timeline, announcement, out)?;
    }
    writeln!(out, "## {}\n", all_title(timeline))?;
    writeln!(out, "| date | announcement | was | changed | told by |\n| --- | --- | --- | --- | --- |")?;
    for announcement in by_date(timeline) {
        let now = cell(&now_text(announcement, STYLE, Length::Full));
        let (was, changed) = (cell(&was_text(announcement)), cell(&summary_text(announcement, STYLE).unwrap_or_default()));
        let told = counted(timeline.articles_of(&announcement.events).len(), "article");
        writeln!(out, "| {now} | {} | {was} | {changed} | {told} |", cell(&title_text(announcement)))?;
    }
    Ok(())
}

/// What stands above the changes, as in the window.
pub(super) const fn changed_heading(n_disputed: usize) -> &'static str {
    if n_disputed > 0 { "Changed or disputed" } else { "Changed" }
}

/// The value before the newest change; none where articles disagree, for both stand beside each other then.
pub(super) fn was_text(announcement: &Announcement) -> String {
    let newest = seen_changes(announcement).next_back().map(|(_, change)| change);
    let newest = newest.filter(|change| change.kind != ChangeKind::Conflict);
    newest.map(|change| from_text(change, STYLE, Length::Full)).unwrap_or_default()
}

/// What the table of `by_date` holds.
pub(super) fn all_title(timeline: &Timeline) -> String {
    match timeline.announcements.iter().filter(|found| found.is_background).count() {
        0 => "All announcements".to_owned(),
        n => format!("All announcements but {n} told only in passing"),
    }
}

/// Announcements by their current date, what is mentioned in passing left out.
pub(super) fn by_date(timeline: &Timeline) -> Vec<&Announcement> {
    let mut found: Vec<&Announcement> = timeline.announcements.iter().filter(|found| !found.is_background).collect();
    let date = |found: &Announcement| found.current.as_ref().map(|claim| claim.date);
    found.sort_by(|one, other| claimed_order(date(one).as_ref(), date(other).as_ref()));
    found
}

fn write_changed(timeline: &Timeline, announcement: &Announcement, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "### {}\n", escaped(&title_text(announcement)))?;
    for (_, change) in seen_changes(announcement) {
        write_change(timeline, change, out)?;
    }
    Ok(())
}

fn write_change(timeline: &Timeline, change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let basis = if change.basis == Basis::Stated { "stated by the articles" } else { "compared between articles" };
    let (from, to) = (from_text(change, STYLE, Length::Full), to_text(change, STYLE, Length::Full));
    let arrow = if change.kind == ChangeKind::Conflict { "or" } else { "→" };
    writeln!(out, "**{}**, {basis}: {} {arrow} {}\n", escaped(&change_text(change, STYLE)), escaped(&from), escaped(&to))?;
    let witnesses = timeline.witnesses(change);
    writeln!(out, "First reported {}: {}.\n", day_full(change.reported, STYLE), witnesses.text())?;
    let (old, new) = timeline.quotes(change);
    let (was, now) = if change.kind == ChangeKind::Conflict { ("One", "Other") } else { ("Was", "Now") };
    write_quote(timeline, was, old, out)?;
    write_quote(timeline, now, new, out)
}

fn write_quote(timeline: &Timeline, side: &str, event: Option<EventId>, out: &mut dyn Write) -> io::Result<()> {
    let Some((id, article)) = event.and_then(|id| Some((id, timeline.article_of(id)?))) else { return Ok(()) };
    let day = article.report_day().map(|day| format!("{}, ", day_full(day, STYLE))).unwrap_or_default();
    let name = escaped(article.outlet.as_deref().unwrap_or(&article.file));
    let source = match article.url.as_deref().filter(|url| is_web_address(url)) {
        Some(url) => format!("[{name}](<{url}>)"),
        None => name,
    };
    writeln!(out, "> {side}: {}\n>\n> — {day}{source}\n", escaped(&quoted(timeline.quote_of(id))))
}

/// An address that may stand in a link: a web page, nothing that could end the link or run.
pub(super) fn is_web_address(url: &str) -> bool {
    let is_web = url.starts_with("https://") || url.starts_with("http://");
    is_web && !url.chars().any(|c| c.is_control() || c.is_whitespace() || matches!(c, '<' | '>' | '"' | '\\' | '`'))
}

/// Text as text: on one line, nothing of it Markdown or HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !safe.is_empty() {
            safe.push(' ');
        }
        // at the beginning of a line "1." and "-" would begin a list
        for c in word.chars().filter(|c| !c.is_control()) {
            if matches!(c, '\\' | '`' | '*' | '_' | '{' | '}' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&' | '!' | '$') {
                safe.push('\\');
            }
            safe.push(c);
        }
    }
    safe
}

/// A table's cell: text that is empty still needs its place.
fn cell(text: &str) -> String {
    if text.is_empty() { "–".to_owned() } else { escaped(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_article_are_never_markup() {
        assert_eq!(escaped("a *b* [c](http://d) <script>\n# e | f"), "a \\*b\\* \\[c\\](http://d) \\<script\\> \\# e \\| f");
    }

    #[test]
    fn only_web_addresses_become_links() {
        assert!(is_web_address("https://example.org/a?b=c"));
        for url in ["javascript:alert(1)", "https://example.org/\">", "https://exam ple.org", "ftp://example.org", "data:text/html,x"] {
            assert!(!is_web_address(url), "{url}");
        }
    }
}
