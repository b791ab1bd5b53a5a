//! A saved web page: its article, and what the page says about itself.

mod body;
mod facts;
mod printed;

use super::{Head, Outcome, Source, encoding, problem, report_date};
use crate::article::Article;

/// Pages, by name or by their first tag.
pub(super) fn claims(head: &Head<'_>) -> bool {
    let start = head.text.trim_start().get(..200).unwrap_or(head.text.trim_start()).to_lowercase();
    let is_page = start.starts_with("<!doctype html") || start.starts_with("<html") || start.contains("<html");
    head.ends_with(&["html", "htm", "xhtml"]) || (is_page && head.ending.is_empty())
}

/// The page's own data first, then what stands on it.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let decoded = encoding::decoded(source.bytes, label(source.bytes).as_deref());
    let Some(mut article) = article(&decoded.text, None, source) else {
        return Outcome::failed(problem::no_article(source.file));
    };
    article.reported = article.reported.or_else(|| report_date::from_names(source));
    let mut outcome = Outcome::default();
    if article.reported.is_none() {
        outcome.problems.push(problem::no_page_date(source.file));
    }
    if decoded.has_bad_bytes {
        outcome.problems.push(problem::bad_bytes(source.file));
    }
    outcome.articles.push(article);
    outcome
}

/// The article of a page, without regard to file names; `None` where the page has no text. `address` is where
/// the page was, for pages that do not say it.
pub(super) fn article(html: &str, address: Option<&str>, source: &Source<'_>) -> Option<Article> {
    let mut facts = facts::of(html);
    facts.url = facts.url.or_else(|| address.map(str::to_owned));
    let text = body::of(html, facts.title.as_deref()).or_else(|| facts.body.clone())?;
    let mut article = Article::new(text, source.file.to_owned());
    article.reported = facts.reported().or_else(|| report_date::from_byline(&article.text));
    article.modified = facts.modified();
    article.outlet = facts.outlet();
    article.title = facts.title;
    article.author = facts.author;
    article.url = facts.url;
    article.language = facts.language;
    Some(article)
}

/// The encoding a page says it is in, within its first kilobyte.
fn label(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..1024).unwrap_or(bytes)).to_lowercase();
    let (_, after) = head.split_once("charset=").or_else(|| head.split_once("encoding="))?;
    let label = after.trim_start_matches(['"', '\'', ' ']);
    Some(label.chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A page with a head, and a body with a menu, related stories and a footer around the article.
    fn page(head: &str, article: &str) -> String {
        format!(
            "<!DOCTYPE html><html lang=\"en-GB\"><head><title>Low Tide is out | Bell</title>{head}</head><body>\
             <nav><a href=/>Home</a> <a href=/music>Music, film, stage, and much more of everything</a></nav>\
             <div class=\"main\"><h1>Low Tide is out</h1>{article}</div>\
             <div class=\"related-stories\"><p>Ten duets, all of them sad, that you must hear before the summer is over.</p></div>\
             <footer><p>All rights reserved, by Bell Media, in the year of the sea and of the rain, and ever after.</p></footer></body></html>"
        )
    }

    const TEXT: &str = "<p>The song, a duet, was released on Thursday, the agency said.</p><p>It will be sung <a href=x>in Busan</a>, they said, on May 11.</p>";

    #[track_caller]
    fn check(html: &str, expected: &[&str]) {
        let outcome = read(&Source { file: "a.html", above: "", bytes: html.as_bytes() });
        let mut shown: Vec<_> = outcome
            .articles
            .iter()
            .flat_map(|it| {
                let reported = it.reported.map_or_else(|| "?".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
                let or = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
                [format!("{reported} | {} | {} | {}", or(&it.title), or(&it.outlet), or(&it.author)), it.text.clone()]
            })
            .collect();
        shown.extend(outcome.problems.iter().map(|it| it.problem.clone()));
        assert_eq!(shown, expected);
    }

    const SHOWN: &str = "The song, a duet, was released on Thursday, the agency said.\n\nIt will be sung in Busan, they said, on May 11.";

    #[test]
    fn json_ld_knows_best() {
        let head = r#"<script type="application/ld+json">{"@graph":[{"@type":"WebPage","datePublished":"2019-01-01"},{"@type":["NewsArticle"],"headline":"Low Tide out","datePublished":"2022-04-19T08:00:00+09:00","dateModified":"2022-04-21","author":[{"name":"Ana Ruiz"}],"publisher":{"name":"Bell"}}]}</script><meta property="article:published_time" content="2022-04-20">"#;
        check(&page(head, TEXT), &["2022-04-19 JSON-LD | Low Tide is out | Bell | Ana Ruiz", SHOWN]);
    }

    #[test]
    fn a_date_in_json_that_is_none_is_found() {
        let head = r#"<script type="application/ld+json">{"@type": "NewsArticle", "datePublished" : "2022-04-19", oops}</script>"#;
        check(&page(head, TEXT), &["2022-04-19 JSON-LD | Low Tide is out | - | -", SHOWN]);
    }

    #[test]
    fn meta_tags_come_next_and_never_the_day_of_change() {
        let head = r#"<meta property="article:modified_time" content="2022-05-01"><meta name="date" content="2022-05-02"><meta property="article:published_time" content="2022-04-19T23:30:00+09:00"><meta property="og:site_name" content="Bell &amp; Sons">"#;
        check(&page(head, TEXT), &["2022-04-19 meta | Low Tide is out | Bell & Sons | -", SHOWN]);
    }

    #[test]
    fn then_the_address_and_the_time_printed() {
        check(
            &page(r#"<link rel=canonical href="https://www.bell.example/2022/04/19/low-tide">"#, TEXT),
            &["2022-04-19 address | Low Tide is out | bell.example | -", SHOWN],
        );
        let timed = format!("<time datetime=\"2022-04-19T08:00\">Tuesday</time>{TEXT}");
        check(&page("", &timed), &["2022-04-19 byline | Low Tide is out | - | -", &format!("Tuesday\n\n{SHOWN}")]);
    }

    #[test]
    fn a_page_without_a_day_is_shown_and_told() {
        check(
            &page("<meta property=article:modified_time content=2022-05-01>", TEXT),
            &["? | Low Tide is out | - | -", SHOWN, "no report date"],
        );
    }

    #[test]
    fn a_page_without_an_article_is_told() {
        check("<html><body><nav>Home</nav></body></html>", &["no article found in it"]);
    }

    #[test]
    fn the_label_of_a_page_tells_its_letters() {
        assert_eq!(label(b"<meta http-equiv=Content-Type content='text/html; charset=EUC-KR'>").as_deref(), Some("euc-kr"));
    }

    #[test]
    fn hostile_pages_come_to_an_end() {
        for piece in
            ["<div>", "<p>a, b", "<a \"", "<a <a '", "<li><ul>", "</div>", "<b><i></b>", "&#", "<!-", "<h1>", "<script>", "<table><td>"]
        {
            let html = piece.repeat(60_000);
            let outcome = read(&Source { file: "a.html", above: "", bytes: html.as_bytes() });
            assert_eq!(outcome.problems.len(), 1, "{piece}: no article, or one without a report date");
        }
    }
}
