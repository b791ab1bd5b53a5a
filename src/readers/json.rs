//! Articles as scrapers and this program write them: JSON objects, lists of them, JSON Lines.

use serde_json::{Map, Value};

use super::{HEAD_BYTES, Head, Outcome, Source, encoding, problem, report_date};
use crate::article::{Article, DATE_SOURCES, DateSource, ReportDate};
use crate::text::unwrapped;

/// Keys that hold the text, best first.
const TEXT_KEYS: [&str; 7] = ["text", "maintext", "raw_text", "articleBody", "content", "body", "full_text"];
/// Keys that hold the report date. Never the day of download: `date_download`, `filedate`, `crawl_date`, `created`.
const DATE_KEYS: [&str; 12] = [
    "reported",
    "date_publish",
    "publish_date",
    "datePublished",
    "date_published",
    "published",
    "published_at",
    "publishedAt",
    "published_time",
    "pubDate",
    "pub_date",
    "date",
];
const MODIFIED_KEYS: [&str; 4] = ["modified", "date_modify", "dateModified", "updated"];
const TITLE_KEYS: [&str; 4] = ["title", "headline", "title_page", "name"];
const AUTHOR_KEYS: [&str; 4] = ["author", "authors", "byline", "creator"];
const URL_KEYS: [&str; 4] = ["url", "link", "canonical_link", "source_url"];
const OUTLET_KEYS: [&str; 8] =
    ["outlet", "sitename", "site_name", "publisher", "publication", "source-hostname", "source_domain", "domain"];
const LANGUAGE_KEYS: [&str; 3] = ["language", "lang", "inLanguage"];

/// The name of standard input, where there is no file.
const STANDARD_INPUT: &str = "-";
/// So many bad lines are told one by one.
const MAX_TOLD: usize = 20;

/// JSON with a key that holds a text near its beginning, and what should be JSON and is none.
pub(super) fn claims(head: &Head<'_>) -> bool {
    let is_json = head.ends_with(&["json", "jsonl", "ndjson"]) && head.text.trim_start().starts_with(['{', '[']);
    let file_name = head.file.rsplit('/').next().unwrap_or_default();
    let has_text = || TEXT_KEYS.iter().any(|key| head.text.contains(&format!("\"{key}\"")));
    is_json && file_name != "gold.json" && (has_text() || is_broken(&head.text))
}

/// Whether the whole of a short file is neither JSON nor JSON Lines: a listed problem, and not a file of another sort.
fn is_broken(text: &str) -> bool {
    let is_whole = text.len() < HEAD_BYTES;
    let is_json = |text: &str| serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok();
    is_whole && parsed(text).is_none() && !text.lines().next().is_some_and(is_json)
}

/// One object, a list of objects, or an object a line.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let decoded = encoding::decoded(source.bytes, None);
    match parsed(&decoded.text) {
        Some(Value::Array(items)) => from_items(&items, source),
        Some(item) => from_items(std::slice::from_ref(&item), source),
        None if decoded.text.lines().next().is_some_and(|line| parsed(line).is_some()) => from_lines(&decoded.text, source),
        None => Outcome::failed(problem::malformed(source.file, "this is no JSON, or it is cut short")),
    }
}

fn from_items(items: &[Value], source: &Source<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (place, item) in items.iter().enumerate() {
        match from_value(item, source, place) {
            Some(article) => outcome.articles.push(article),
            None => outcome.problems.push(problem::malformed(source.file, &format!("item {} has no text", place + 1))),
        }
    }
    complained(outcome, source)
}

fn from_lines(text: &str, source: &Source<'_>) -> Outcome {
    let mut outcome = Outcome::default();
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        outcome.add(articles_from_line(line, at, source));
    }
    complained(outcome, source)
}

/// One line of JSON Lines; `at` counts lines from 0.
pub fn articles_from_line(line: &str, at: usize, source: &Source<'_>) -> Outcome {
    let Some(value) = parsed(line) else {
        return Outcome::failed(problem::malformed(source.file, &format!("line {} is no JSON", at + 1)));
    };
    match from_value(&value, source, at) {
        Some(article) => Outcome::of(article),
        None => Outcome::failed(problem::malformed(source.file, &format!("line {} has no text", at + 1))),
    }
}

/// One problem for all the articles of a file that have no report date, and not one for each of many bad lines.
pub fn complained(mut outcome: Outcome, source: &Source<'_>) -> Outcome {
    if let Some(n_more) = outcome.problems.len().checked_sub(MAX_TOLD).filter(|n| *n > 0) {
        outcome.problems.truncate(MAX_TOLD);
        outcome.problems.push(problem::malformed(source.file, &format!("{n_more} more are no articles")));
    }
    if outcome.articles.iter().any(|article| article.reported.is_none()) {
        outcome.problems.push(problem::no_date_key(source.file));
    }
    outcome
}

/// Python writes `NaN`, which is no JSON: read as null.
fn parsed(text: &str) -> Option<Value> {
    serde_json::from_str(text).ok().or_else(|| {
        let patched = text.replace(": NaN", ": null").replace(": Infinity", ": null").replace(": -Infinity", ": null");
        if patched.len() == text.len() { None } else { serde_json::from_str(&patched).ok() }
    })
}

fn from_value(value: &Value, source: &Source<'_>, place: usize) -> Option<Article> {
    let fields = value.as_object()?;
    let text = encoding::decoded(first(fields, &TEXT_KEYS)?.as_bytes(), None).text.trim().to_owned();
    if text.is_empty() {
        return None;
    }
    // What `articles --jsonl` printed names the file each article came from.
    let file = first(fields, &["file"]).filter(|_| source.file == STANDARD_INPUT);
    let mut article = Article::new(unwrapped(text), file.unwrap_or_else(|| source.file.to_owned()));
    article.place = u32::try_from(place).unwrap_or(u32::MAX);
    article.title = first(fields, &TITLE_KEYS);
    article.author = first(fields, &AUTHOR_KEYS);
    article.url = first(fields, &URL_KEYS);
    article.outlet = first(fields, &OUTLET_KEYS);
    article.language = first(fields, &LANGUAGE_KEYS);
    article.reported = reported(fields, source);
    article.modified = first(fields, &MODIFIED_KEYS).and_then(|words| report_date::day_in(&words));
    Some(article)
}

fn reported(fields: &Map<String, Value>, source: &Source<'_>) -> Option<ReportDate> {
    let stamp = DATE_KEYS.iter().find_map(|key| report_date::stamp_in(&words_of(fields.get(*key)?)?));
    let Some((day, time)) = stamp else {
        return report_date::from_names(source);
    };
    let told = first(fields, &["reported_from"]).unwrap_or_default();
    let name = told.trim_end_matches(" (doubtful)");
    let source = DATE_SOURCES.iter().find(|(_, known)| *known == name).map_or(DateSource::Meta, |(source, _)| *source);
    Some(ReportDate { day, time, source, is_doubtful: name.len() < told.len() })
}

fn first(fields: &Map<String, Value>, keys: &[&str]) -> Option<String> {
    keys.iter().find_map(|key| words_of(fields.get(*key)?))
}

/// A string, the names in a list, or the name of an object; Python's `"None"` is nothing.
fn words_of(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Array(items) => items.iter().filter_map(words_of).collect::<Vec<_>>().join(", "),
        Value::Object(fields) => first(fields, &["name", "title", "id"])?,
        Value::Null | Value::Bool(_) | Value::Number(_) => return None,
    };
    (!words.is_empty() && words != "None").then_some(words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, expected: &[&str]) {
        let outcome = read(&Source { file: "a.jsonl", above: "", bytes: bytes.as_bytes() });
        let mut shown: Vec<_> = outcome
            .articles
            .iter()
            .map(|article| {
                let reported = article.reported.map_or_else(|| "?".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
                format!(
                    "{reported} | {} | {} | {}",
                    article.outlet.as_deref().unwrap_or("-"),
                    article.author.as_deref().unwrap_or("-"),
                    article.text
                )
            })
            .collect();
        shown.extend(outcome.problems.iter().map(|it| it.problem.clone()));
        assert_eq!(shown, expected);
    }

    #[test]
    fn what_this_program_writes_it_reads() {
        check(
            r#"{"file":"../b.txt","title":null,"outlet":"Bell","author":null,"url":null,"language":null,"reported":"2022-04-19","reported_from":"file name (doubtful)","modified":null,"text":"News."}"#,
            &["2022-04-19 file name (doubtful) | Bell | - | News."],
        );
    }

    #[test]
    fn scrapers_have_keys_of_their_own() {
        check(
            r#"[{"maintext": "News.", "date_publish": "2022-04-19 10:30:00", "date_download": "2023-01-01", "authors": ["Ana Ruiz", "Bo Li"], "source_domain": "bell.example"}]"#,
            &["2022-04-19 meta | bell.example | Ana Ruiz, Bo Li | News."],
        );
        check(
            r#"{"articleBody": "News.", "datePublished": "None", "publisher": {"name": "Bell"}, "score": NaN}"#,
            &["? | Bell | - | News.", "no report date"],
        );
    }

    #[test]
    fn a_file_of_bad_lines_is_not_told_line_by_line() {
        let lines = format!("{{\"text\": \"One.\", \"date\": \"2022-04-19\"}}\n{}", "oops\n".repeat(1000));
        let outcome = read(&Source { file: "a.jsonl", above: "", bytes: lines.as_bytes() });
        assert_eq!((outcome.articles.len(), outcome.problems.len()), (1, MAX_TOLD + 1));
    }

    #[test]
    fn json_that_is_cut_short_or_nests_for_ever_is_told_once() {
        check("[{\"text\": \"One.\",\n\"date\"", &["this is no JSON, or it is cut short"]);
        check(&"[".repeat(100_000), &["this is no JSON, or it is cut short"]);
    }

    #[test]
    fn what_should_be_json_and_is_none_is_no_file_of_another_sort() {
        let is_claimed = |text: &str| claims(&Head::new("a.json", text.as_bytes(), false));
        assert!(is_claimed("{\"name\": \"x\""));
        assert!(is_claimed("[1, 2"));
        assert!(!is_claimed("{\"name\": \"x\"}"));
        assert!(!is_claimed("{\"name\": 1}\n{\"name\": 2}\n"));
        assert!(is_claimed("{\"text\": \"News.\"}"));
    }

    #[test]
    fn a_bad_line_hides_no_other() {
        check(
            "{\"text\": \"One.\", \"date\": \"2022-04-19\"}\n{oops\n\n{\"title\": \"x\"}\n{\"text\": \"Two.\", \"date\": \"2022-04-20\"}",
            &["2022-04-19 meta | - | - | One.", "2022-04-20 meta | - | - | Two.", "line 2 is no JSON", "line 4 has no text"],
        );
    }
}
