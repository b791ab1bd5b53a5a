//! A table for spreadsheets: one row a statement, both dates, the change beside it; no cell is ever a formula.

use std::io::{self, Write};

use super::MARK;
use super::words::precision_name;
use crate::civil::edtf::edtf;
use crate::civil::{Clock, Zone};
use crate::events::Event;
use crate::timeline::{Announcement, Change, EventId, Timeline};

/// The text of a row in one column.
type Cell = fn(&Row<'_>) -> String;

/// Columns: title, and the cell of a row.
const COLUMNS: &[(&str, Cell)] = &[
    // the maker's mark; the key is the same over files
    (MARK, |row| row.announcement.map(|found| found.key.clone()).unwrap_or_default()),
    ("subject", |row| row.event.subject.text.clone()),
    ("kind", |row| row.event.kind.name().to_owned()),
    ("facet", |row| row.event.facet.name().to_owned()),
    ("part", |row| row.event.part.clone().unwrap_or_default()),
    ("territory", |row| row.event.territory.clone().unwrap_or_default()),
    ("status", |row| row.event.status.name().to_owned()),
    ("reported", |row| row.reported()),
    ("claimed first", |row| row.day(crate::civil::ClaimedDate::first)),
    ("claimed last", |row| row.day(crate::civil::ClaimedDate::last)),
    ("claimed", |row| row.event.claim.as_ref().and_then(|claim| edtf(&claim.date)).unwrap_or_default()),
    ("precision", |row| row.event.claim.as_ref().map(|claim| precision_name(&claim.date).to_owned()).unwrap_or_default()),
    ("time", |row| row.clock().map(Clock::hhmm).unwrap_or_default()),
    ("zone", |row| row.clock().and_then(|clock| clock.zone).map(Zone::name).unwrap_or_default()),
    ("value", |row| row.event.value_text.clone().unwrap_or_default()),
    ("change", |row| row.change().map(|change| change.kind.name().to_owned()).unwrap_or_default()),
    ("change basis", |row| row.change().map(|change| change.basis.name().to_owned()).unwrap_or_default()),
    ("days", |row| row.change().and_then(|change| change.n_days).map(|n| n.to_string()).unwrap_or_default()),
    ("sources", |row| row.event.sources.join("; ")),
    ("voice", |row| row.event.voice.name().to_owned()),
    ("quote", |row| row.timeline.quote_of(row.id).to_owned()),
    ("worked out", |row| row.event.claim.as_ref().and_then(|claim| claim.derivation.clone()).unwrap_or_default()),
    ("file", |row| row.article(|article| Some(&article.file))),
    ("title", |row| row.article(|article| article.title.as_ref())),
    ("outlet", |row| row.article(|article| article.outlet.as_ref())),
    ("address", |row| row.article(|article| article.url.as_ref())),
];

struct Row<'a> {
    timeline: &'a Timeline,
    id: EventId,
    event: &'a Event,
    announcement: Option<&'a Announcement>,
}

impl<'a> Row<'a> {
    fn article(&self, field: impl Fn(&'a crate::article::Article) -> Option<&'a String>) -> String {
        self.timeline.article_of(self.id).and_then(|article| field(article)).cloned().unwrap_or_default()
    }

    fn reported(&self) -> String {
        self.timeline.article_of(self.id).and_then(|article| article.report_day()).map(|day| day.to_string()).unwrap_or_default()
    }

    fn day(&self, end: impl Fn(&crate::civil::ClaimedDate) -> Option<chrono::NaiveDate>) -> String {
        self.event.claim.as_ref().and_then(|claim| end(&claim.date)).map(|day| day.to_string()).unwrap_or_default()
    }

    fn clock(&self) -> Option<Clock> {
        self.event.claim.as_ref().and_then(|claim| claim.date.clock)
    }

    /// The change that this statement tells.
    fn change(&self) -> Option<&'a Change> {
        let told = |change: &&Change| change.kind.is_change() && change.after.binary_search(&self.id).is_ok();
        self.announcement?.changes.iter().find(told)
    }
}

/// Writes the table (RFC 4180), with a byte order mark so that spreadsheets read names in every script.
///
/// # Errors
/// Where the writer fails.
pub(super) fn write(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    out.write_all("\u{feff}".as_bytes())?;
    write_row(COLUMNS.iter().map(|(title, _)| (*title).to_owned()), out)?;
    for (id, (event, home)) in (0..).zip(timeline.events.iter().zip(&timeline.homes)) {
        let announcement = home.shown_by().and_then(|id| timeline.announcement_at(id));
        let row = Row { timeline, id, event, announcement };
        write_row(COLUMNS.iter().map(|(_, cell)| cell(&row)), out)?;
    }
    Ok(())
}

fn write_row(cells: impl Iterator<Item = String>, out: &mut dyn Write) -> io::Result<()> {
    for (idx, cell) in cells.enumerate() {
        if idx > 0 {
            out.write_all(b",")?;
        }
        out.write_all(quoted(&cell).as_bytes())?;
    }
    out.write_all(b"\r\n")
}

/// A cell that spreadsheets show and never calculate: an apostrophe stands before what looks like a formula
/// (<https://owasp.org/www-community/attacks/CSV_Injection>), plain numbers aside.
fn quoted(cell: &str) -> String {
    let starts_formula = |c: char| matches!(c, '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠');
    let is_number = cell.parse::<i64>().is_ok();
    let guard = if cell.trim_start_matches(' ').starts_with(starts_formula) && !is_number { "'" } else { "" };
    let shown: String = cell.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
    if guard.is_empty() && shown.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '_' | ':' | '.' | '/' | ' ')) {
        return shown;
    }
    format!("\"{guard}{}\"", shown.replace('"', "\"\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(cell: &str, expected: &str) {
        assert_eq!(quoted(cell), expected);
    }

    #[test]
    fn no_cell_is_a_formula() {
        check("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\"");
        check("+1+1", "\"'+1+1\"");
        check("@sum", "\"'@sum\"");
        check("  =1", "\"'  =1\"");
        check("\t=1", "\"'=1\"");
        check("-1", "-1");
        check("－1+1", "\"'－1+1\"");
    }

    #[test]
    fn quotes_commas_and_lines_stay_in_their_cell() {
        check("plain words", "plain words");
        check("a, b", "\"a, b\"");
        check("say \"now\"", "\"say \"\"now\"\"\"");
        check("two\nlines", "\"two\nlines\"");
        check("한국", "한국");
    }
}
