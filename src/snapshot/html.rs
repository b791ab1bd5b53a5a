//! The story as one web page that needs nothing else: what changed with both quotes, then everything by date.

use std::io::{self, Write};

use super::MARK;
use super::md::{all_title, by_date, changed_heading, is_web_address, was_text};
use crate::article::Article;
use crate::text::Span;
use crate::timeline::{Announcement, Basis, Change, ChangeKind, EventId, Timeline};
use crate::view::labels::{DateStyle, Length, counted, day_full};
use crate::view::quote::set_off;
use crate::view::words::{
    change_text, changed_count_text, from_text, n_changed_and_disputed, now_text, seen_changes, summary_text, title_text, to_text,
};

const STYLE: DateStyle = DateStyle::DayMonth;

const HEAD: &str = r#"<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="generator" content="MARK">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Timeline of NAME</title>
<style>
:root { color-scheme: light dark; --line: #8886; --was: #a33; --now: #176; }
@media (prefers-color-scheme: dark) { :root { --was: #f99; --now: #7dc; } }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 64rem; margin: 2rem auto; padding: 0 1rem; }
article { border: 1px solid var(--line); border-left: 4px solid var(--now); border-radius: 6px; padding: .2rem 1rem 1rem; margin: 1rem 0; }
h3 { margin: .6rem 0; }
.quotes { display: grid; grid-template-columns: repeat(auto-fit, minmax(18rem, 1fr)); gap: 1rem; }
blockquote { margin: 0; padding-left: .8rem; border-left: 3px solid var(--line); }
.was mark { background: none; color: var(--was); text-decoration: line-through; }
.now mark { background: none; color: var(--now); font-weight: 600; }
footer, cite { font-size: .875rem; font-style: normal; opacity: .8; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .3rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
</style>
</head>
<body>
"#;

/// Writes the page; `name` is what the story is called, the number of its articles where it has no name.
///
/// # Errors
/// Where the writer fails.
pub(super) fn write(timeline: &Timeline, name: &str, out: &mut dyn Write) -> io::Result<()> {
    let count = counted(timeline.articles.len(), "article");
    let name = escaped(if name.is_empty() { &count } else { name });
    out.write_all(HEAD.replace("MARK", MARK).replace("NAME", &name).as_bytes())?;
    let changed: Vec<&Announcement> = timeline.announcements.iter().filter(|found| found.is_changed()).collect();
    writeln!(out, "<h1>Timeline of {name}</h1>")?;
    let all = counted(timeline.announcements.len(), "announcement");
    let told = n_changed_and_disputed(&timeline.announcements);
    writeln!(out, "<p>{}, in {count}</p>\n<h2>{}</h2>", changed_count_text(told, &all), changed_heading(told.1))?;
    if changed.is_empty() {
        writeln!(out, "<p>No announcement changed.</p>")?;
    }
    for announcement in changed {
        write_changed(timeline, announcement, out)?;
    }
    write_all(timeline, out)?;
    write_articles(timeline, out)?;
    writeln!(out, "</body>\n</html>")
}

fn write_changed(timeline: &Timeline, announcement: &Announcement, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<article id=\"{}\">\n<h3>{}</h3>", escaped(&announcement.key), escaped(&title_text(announcement)))?;
    for (_, change) in seen_changes(announcement) {
        write_change(timeline, change, out)?;
    }
    writeln!(out, "</article>")
}

fn write_change(timeline: &Timeline, change: &Change, out: &mut dyn Write) -> io::Result<()> {
    let basis = if change.basis == Basis::Stated { "stated by the articles" } else { "compared between articles" };
    let (from, to) = (from_text(change, STYLE, Length::Full), to_text(change, STYLE, Length::Full));
    let (was, now) = if change.kind == ChangeKind::Conflict { ("one", "other") } else { ("was", "now") };
    writeln!(
        out,
        "<p><strong>{}</strong>, {basis}<br>{was} {}<br>{now} {}</p>",
        escaped(&change_text(change, STYLE)),
        escaped(&from),
        escaped(&to)
    )?;
    let (old, new) = timeline.quotes(change);
    writeln!(out, "<div class=\"quotes\">")?;
    let old_words = change.from.as_ref().and_then(|claim| claim.expression).filter(|_| change.from_event == old);
    let new_words = change.to.as_ref().and_then(|claim| claim.expression).filter(|_| change.to_event == new);
    write_quote(timeline, was, old, old_words, out)?;
    write_quote(timeline, now, new, new_words, out)?;
    let told = timeline.witnesses(change).text();
    writeln!(out, "</div>\n<footer>First reported {}: {told}</footer>", day_full(change.reported, STYLE))
}

fn write_quote(timeline: &Timeline, side: &str, event: Option<EventId>, words: Option<Span>, out: &mut dyn Write) -> io::Result<()> {
    let Some((id, article)) = event.and_then(|id| Some((id, timeline.article_of(id)?))) else { return Ok(()) };
    let own = || timeline.event(id).and_then(|event| event.claim.as_ref()?.expression);
    let quote = timeline.event(id).map(|event| event.quote).unwrap_or_default();
    let marked = marked(&article.text, quote, words.or_else(own));
    writeln!(out, "<blockquote class=\"{side}\"><p>{marked}</p><cite>{}</cite></blockquote>", cited(article))
}

/// The quote in its quotation marks, with its date words marked.
fn marked(text: &str, quote: Span, words: Option<Span>) -> String {
    let (open, body, close) = set_off(quote.of(text));
    let Some(words) = words.filter(|words| quote.contains(*words)) else { return format!("{open}{}{close}", escaped(&body)) };
    let (from, to) = (words.start - quote.start, words.end - quote.start);
    let part = |start, end| escaped(Span::new(start, end).of(&body));
    format!("{open}{}<mark>{}</mark>{}{close}", part(0, from), part(from, to), part(to, quote.end - quote.start))
}

fn cited(article: &Article) -> String {
    let day = article.report_day().map(|day| format!("{}, ", day_full(day, STYLE))).unwrap_or_default();
    let name = escaped(article.outlet.as_deref().unwrap_or(&article.file));
    match article.url.as_deref().filter(|url| is_web_address(url)) {
        Some(url) => format!("{day}<a href=\"{}\" rel=\"noreferrer\">{name}</a>", escaped(url)),
        None => format!("{day}{name}"),
    }
}

fn write_all(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    let title = all_title(timeline);
    writeln!(out, "<h2>{title}</h2>\n<table>\n<tr><th>Date<th>Announcement<th>Was<th>Changed<th>Told by</tr>")?;
    for announcement in by_date(timeline) {
        let now = escaped(&now_text(announcement, STYLE, Length::Full));
        let changed = escaped(&summary_text(announcement, STYLE).unwrap_or_default());
        let told = counted(timeline.articles_of(&announcement.events).len(), "article");
        let was = escaped(&was_text(announcement));
        writeln!(out, "<tr><td>{now}<td>{}<td>{was}<td>{changed}<td>{told}</tr>", escaped(&title_text(announcement)))?;
    }
    writeln!(out, "</table>")
}

fn write_articles(timeline: &Timeline, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "<h2>Articles</h2>\n<ol>")?;
    for article in &timeline.articles {
        let title = article.title.as_ref().map(|title| format!(": {}", escaped(title))).unwrap_or_default();
        writeln!(out, "<li>{}{title}</li>", cited(article))?;
    }
    writeln!(out, "</ol>")
}

/// Text as text: nothing of it is a tag, an attribute or a character reference.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            '\n' | '\t' => safe.push(' '),
            c if c.is_control() => {}
            c => safe.push(c),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_an_article_are_never_markup() {
        assert_eq!(escaped("<b onclick='x'>\"&\u{1b}\n"), "&lt;b onclick=&#39;x&#39;&gt;&quot;&amp; ");
    }

    #[test]
    fn date_words_are_marked_inside_their_quote_only() {
        let text = "It opens on <May 3>. Then more.";
        assert_eq!(marked(text, Span::new(0, 20), Some(Span::new(12, 19))), "“It opens on <mark>&lt;May 3&gt;</mark>.”");
        assert_eq!(marked(text, Span::new(0, 8), Some(Span::new(12, 19))), "“It opens”");
    }
}
