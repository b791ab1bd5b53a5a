//! `dateline changes`: the announcements that changed, each with what was said before and what is said now.

use std::io::{self, Write};

use crate::snapshot::write_changed_json;
use crate::timeline::{Announcement, Basis, Change, ChangeKind, EventId, Timeline};
use crate::view::labels::{DateStyle, Length, counted, day_full};
use crate::view::words::{change_text, changed_count_text, from_text, n_changed_and_disputed, seen_changes, title_text, to_text};

const STYLE: DateStyle = DateStyle::DayMonth;

/// Prints the changed announcements as the JSON timeline.
///
/// # Errors
/// Where `out` cannot be written.
pub(super) fn run_json(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    write_changed_json(timeline, out)
}

/// Prints the changed announcements for people; with `colour` the titles stand out.
///
/// # Errors
/// Where `out` cannot be written.
pub(super) fn run(timeline: &Timeline, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let changed: Vec<&Announcement> = timeline.announcements.iter().filter(|found| found.is_changed()).collect();
    for announcement in &changed {
        write_announcement(timeline, announcement, colour, out)?;
    }
    let all = counted(timeline.announcements.len(), "announcement");
    let told = changed_count_text(n_changed_and_disputed(&timeline.announcements), &all);
    writeln!(out, "{told}, in {}", counted(timeline.articles.len(), "article"))
}

fn write_announcement(timeline: &Timeline, announcement: &Announcement, colour: bool, out: &mut dyn Write) -> io::Result<()> {
    let title = clean(&title_text(announcement));
    let (start, end) = if colour { ("\u{1b}[1m", "\u{1b}[0m") } else { ("", "") };
    writeln!(out, "{start}{title}{end}")?;
    for (_, change) in seen_changes(announcement) {
        write_change(timeline, change, out)?;
    }
    writeln!(out)
}

fn write_change(timeline: &Timeline, change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let basis = match change.basis {
        Basis::Stated => "stated by the articles",
        Basis::Compared => "compared between articles",
    };
    writeln!(out, "  {}, {basis}", clean(&change_text(change, STYLE)))?;
    // sources that disagree are no before and after
    let (was, now) = if change.kind == ChangeKind::Conflict { ("one", "other") } else { ("was", "now") };
    writeln!(out, "    {was}  {}", clean(&from_text(change, STYLE, Length::Full)))?;
    writeln!(out, "    {now}  {}", clean(&to_text(change, STYLE, Length::Full)))?;
    let witnesses = timeline.witnesses(change);
    let named = if witnesses.sources.is_empty() { String::new() } else { format!(" ({})", clean(&witnesses.sources.join(", "))) };
    writeln!(out, "    first reported {}: {}{named}", day_full(change.reported, STYLE), witnesses.text())?;
    let (old, new) = timeline.quotes(change);
    write_quote(timeline, was, old, out)?;
    write_quote(timeline, now, new, out)?;
    if let Some(note) = &change.note {
        writeln!(out, "    note: {}", clean(note))?;
    }
    Ok(())
}

fn write_quote(timeline: &Timeline, side: &str, event: Option<EventId>, out: &mut dyn Write) -> io::Result<()> {
    let Some((id, article)) = event.and_then(|id| Some((id, timeline.article_of(id)?))) else { return Ok(()) };
    let day = article.report_day().map(|day| format!("{}, ", day_full(day, STYLE))).unwrap_or_default();
    let outlet = article.outlet.as_ref().map(|outlet| format!("{}, ", clean(outlet))).unwrap_or_default();
    let quote = clean(timeline.quote_of(id));
    // a sentence that is in quotation marks as a whole needs no others
    let is_quoted = quote.starts_with('“') && quote.ends_with('”') && quote.matches('“').count() == 1;
    let (open, close) = if is_quoted { ("", "") } else { ("“", "”") };
    writeln!(out, "    {side}: {open}{quote}{close} ({day}{outlet}{})", clean(&article.file))
}

/// One line of plain text: what an article holds must neither break the lines nor steer the terminal.
fn clean(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.extend(word.chars().filter(|c| !c.is_control() && !is_direction(*c)));
    }
    line
}

/// Marks that turn the direction of writing round.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_stays_on_one_line_and_steers_nothing() {
        assert_eq!(clean(" one\n\ttwo \u{1b}[31mred\u{202e} "), "one two [31mred");
    }
}
