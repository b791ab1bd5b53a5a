//! The day printed on a page for its readers: beside the headline, or where the page's own classes say "date".

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::article::{DateSource, ReportDate};
use crate::readers::markup::{Piece, Tag, with_entities_read};
use crate::readers::report_date;

/// Class and id words that mark a day.
const DATE_WORDS: [&str; 12] =
    ["published", "publish", "publication", "posted", "timestamp", "datum", "pubdate", "datetime", "created", "dateline", "byline", "byl"];
/// Class and id words that mark another day.
const OTHER_WORDS: [&str; 9] = ["updated", "update", "modified", "event", "events", "expires", "copyright", "candidate", "related"];
/// Keys of a page's scripts that hold the day of publication.
const SCRIPT_KEYS: [&str; 6] = ["datePublished", "publishedAt", "published_at", "publishDate", "publishedDate", "first_publication_date"];
/// A printed day is short: longer text is news.
const MAX_CHARS: usize = 90;
/// The day stands within so many letters after the headline.
const NEAR_CHARS: usize = 400;
/// So many pieces of text after a marked element may hold its day.
const MARKED_PIECES: usize = 3;

/// What was seen so far.
#[derive(Debug, Default)]
pub(super) struct Printed {
    is_after_headline: bool,
    n_chars_after: usize,
    n_marked: usize,
    n_other: usize,
    near: Option<ReportDate>,
    marked: Option<ReportDate>,
    marked_before: BTreeSet<NaiveDate>,
    in_scripts: BTreeSet<NaiveDate>,
}

impl Printed {
    /// Looks at one piece of the page.
    pub(super) fn take(&mut self, piece: &Piece<'_>) {
        match piece {
            Piece::Open(tag) => self.take_tag(tag),
            Piece::Close(name) if name == "h1" => (self.is_after_headline, self.n_chars_after) = (true, 0),
            Piece::Text(words) => self.take_text(words),
            Piece::Raw(script) => self.take_script(script),
            Piece::Close(_) | Piece::Comment(_) => {}
        }
    }

    /// Marked after the headline, near the headline, the only one marked before it, the only one in scripts.
    pub(super) fn reported(&self) -> Option<ReportDate> {
        let only = |days: &BTreeSet<NaiveDate>| if days.len() == 1 { days.first().copied() } else { None };
        let before = || only(&self.marked_before).map(|day| ReportDate::new(day, DateSource::Byline));
        let in_scripts = || only(&self.in_scripts).map(|day| report_date::doubted(ReportDate::new(day, DateSource::Meta)));
        self.marked.or(self.near).or_else(before).or_else(in_scripts)
    }

    fn take_tag(&mut self, tag: &Tag<'_>) {
        let names = ["class", "id", "itemprop"].iter().filter_map(|it| tag.attribute(it)).collect::<Vec<_>>().join(" ");
        match mark_of(&names) {
            Some(true) => self.n_marked = MARKED_PIECES,
            Some(false) => {
                self.n_other = 1;
                return;
            }
            None => return,
        }
        let own = ["datetime", "content", "title", "data-date"].iter().find_map(|it| tag.attribute(it));
        if let Some(words) = own {
            self.take_marked(&words);
        }
    }

    fn take_text(&mut self, words: &str) {
        let words = words.trim();
        if words.is_empty() {
            return;
        }
        let n_chars = words.chars().take(NEAR_CHARS).count();
        if self.is_after_headline {
            self.n_chars_after += n_chars;
        }
        if n_chars > MAX_CHARS {
            self.n_marked = 0;
            return;
        }
        let is_near = self.is_after_headline && self.near.is_none() && self.n_chars_after <= NEAR_CHARS;
        if self.n_marked == 0 && !is_near {
            return;
        }
        let words = with_entities_read(words);
        if words.to_lowercase().contains("updated") {
            // "Last updated:", and its day in the next element.
            self.n_other = 1 + usize::from(report_date::day_in(&words).is_none());
        }
        if self.n_other > 0 {
            self.n_other -= 1;
            return;
        }
        if self.n_marked > 0 {
            self.n_marked -= 1;
            self.take_marked(&words);
        }
        if is_near {
            self.near = report_date::stamp_in(&words).map(byline);
        }
    }

    fn take_marked(&mut self, words: &str) {
        let Some((day, time)) = report_date::stamp_in(words) else { return };
        if self.is_after_headline {
            self.marked.get_or_insert(byline((day, time)));
        } else {
            self.marked_before.insert(day);
        }
        self.n_marked = 0;
    }

    fn take_script(&mut self, script: &str) {
        for key in SCRIPT_KEYS {
            for (at, _) in script.match_indices(key) {
                let after = script.get(at + key.len()..).unwrap_or_default();
                let value = after.trim_start_matches(['\\', '"', '\'', ' ', ':', '=']);
                let end = value.char_indices().nth(10).map_or(value.len(), |(at, _)| at);
                self.in_scripts.extend(value.get(..end).and_then(report_date::day_in));
            }
        }
    }
}

fn byline((day, time): (NaiveDate, Option<chrono::NaiveTime>)) -> ReportDate {
    ReportDate { time, ..ReportDate::new(day, DateSource::Byline) }
}

/// Whether a class marks the day of publication, or (`false`) the day of something else.
fn mark_of(names: &str) -> Option<bool> {
    let names = names.to_lowercase();
    let words = || names.split(|c: char| !c.is_ascii_alphanumeric());
    // "published updated" is the day of publication, on many blogs.
    if words().any(|word| matches!(word, "published" | "datepublished" | "pubdate")) {
        return Some(true);
    }
    let is_other = words().any(|word| OTHER_WORDS.contains(&word));
    let is_date = words().any(|word| DATE_WORDS.contains(&word) || word.starts_with("date") || word.ends_with("date"));
    (is_date || is_other).then_some(is_date && !is_other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::readers::markup::Pieces;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let mut printed = Printed::default();
        Pieces::of_html(html).for_each(|piece| printed.take(&piece));
        let shown = printed.reported().map_or_else(|| "none".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
        assert_eq!(shown, expected, "{html}");
    }

    #[test]
    fn the_day_beside_the_headline_is_the_report_date() {
        check("<h1>Song</h1><div><span>By Ana Ruiz</span> <b>April 19, 2022</b></div><p>It is out.</p>", "2022-04-19 byline");
        check("<h1>Song</h1><div class=\"post-date\">19.04.2022</div>", "2022-04-19 byline");
        check(
            "<h1>Song</h1><abbr class='entry-date published updated' title='2022-04-19T05:11:00-'>on Tuesday</abbr>",
            "2022-04-19 byline",
        );
    }

    #[test]
    fn another_day_is_not() {
        check("<h1>Song</h1><div class=\"updated date\">April 21, 2022</div>", "none");
        check("<h1>Song</h1><span>Last updated April 21, 2022</span>", "none");
        check("<h1>Song</h1><span>Last updated:</span> <b>April 21, 2022</b> <b>April 19, 2022</b>", "2022-04-19 byline");
        check("<div class=date>April 19, 2022</div><div class=date>April 18, 2022</div><h1>Song</h1>", "none");
        check(&format!("<h1>Song</h1><p>{}</p><i>April 21, 2022</i>", "It is out. ".repeat(60)), "none");
    }

    #[test]
    fn one_day_in_a_script_is_taken_in_doubt() {
        check("<script>var x = {\"publishedAt\":\"2022-04-19T10:00:00Z\"}</script>", "2022-04-19 meta (doubtful)");
        check("<script>[{\"publishedAt\":\"2022-04-19\"},{\"publishedAt\":\"2022-04-18\"}]</script>", "none");
    }
}
