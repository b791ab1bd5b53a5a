//! Markdown with keys above the text, as note programs and web clippers save articles.

use super::{Head, Outcome, Source, encoding, problem, report_date};
use crate::article::{Article, DateSource, ReportDate};
use crate::text::unwrapped;

/// Keys that hold the report date. Never `created`: the day of clipping.
const DATE_KEYS: [&str; 9] =
    ["published", "date", "publish_date", "date_published", "datepublished", "published_at", "pubdate", "publication_date", "publishdate"];
const MODIFIED_KEYS: [&str; 5] = ["modified", "updated", "lastmod", "last_modified", "date_modified"];
const TITLE_KEYS: [&str; 2] = ["title", "headline"];
const AUTHOR_KEYS: [&str; 4] = ["author", "authors", "byline", "by"];
const URL_KEYS: [&str; 5] = ["source", "url", "link", "canonical", "source_url"];
const OUTLET_KEYS: [&str; 7] = ["outlet", "site", "site_name", "publisher", "publication", "domain", "website"];
const LANGUAGE_KEYS: [&str; 2] = ["language", "lang"];

/// The words or the address of a link are no longer than that.
const MAX_LINK_CHARS: usize = 1000;
/// Front matter has no more lines; a longer block is text.
const MAX_KEY_LINES: usize = 200;

/// Markdown that has keys or a day of its own; a readme has neither and is no article.
pub(super) fn claims(head: &Head<'_>) -> bool {
    if head.is_binary || !head.ends_with(&["md", "markdown"]) {
        return false;
    }
    let source = Source { file: head.file, above: "", bytes: b"" };
    head.is_chosen || parted(&head.text).is_some() || report_date::of(&head.text, &source).is_some()
}

/// Keys to fields, markup to plain text.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let decoded = encoding::decoded(source.bytes, None);
    let (keys, body) = parted(&decoded.text).unwrap_or((Vec::new(), decoded.text.as_str()));
    let (heading, text) = plain(body);
    let mut outcome = Outcome::default();
    if text.is_empty() {
        return Outcome::failed(problem::empty(source.file));
    }
    let mut article = Article::new(unwrapped(text), source.file.to_owned());
    article.title = first(&keys, &TITLE_KEYS).or(heading);
    article.author = first(&keys, &AUTHOR_KEYS);
    article.url = first(&keys, &URL_KEYS).filter(|url| url.contains("://"));
    article.outlet = first(&keys, &OUTLET_KEYS);
    article.language = first(&keys, &LANGUAGE_KEYS);
    article.modified = first(&keys, &MODIFIED_KEYS).and_then(|words| report_date::day_in(&words));
    article.reported = reported(&keys, &mut outcome, source).or_else(|| report_date::of(&article.text, source));
    if article.reported.is_none() && outcome.problems.is_empty() {
        outcome.problems.push(problem::no_front_matter_date(source.file));
    }
    if decoded.has_bad_bytes {
        outcome.problems.push(problem::bad_bytes(source.file));
    }
    outcome.articles.push(article);
    outcome
}

type Keys = Vec<(String, String)>;

fn reported(keys: &Keys, outcome: &mut Outcome, source: &Source<'_>) -> Option<ReportDate> {
    let words = first(keys, &DATE_KEYS)?;
    let Some((day, time)) = report_date::stamp_in(&words) else {
        // `published: 2023` is true and too little; `2022-13-45` is wrong.
        if words.len() > 4 {
            outcome.problems.push(problem::impossible_date(source.file, &words));
        }
        return None;
    };
    Some(ReportDate { time, ..ReportDate::new(day, DateSource::FrontMatter) })
}

fn first(keys: &Keys, wanted: &[&str]) -> Option<String> {
    wanted.iter().find_map(|wanted| keys.iter().find(|(key, value)| key == wanted && !value.is_empty())).map(|(_, value)| value.clone())
}

/// The keys between two fences, and the text below; `None` where there are no keys.
///
/// Read a line at a time, not as YAML: headlines such as `title: Mira: "Low Tide"` are no valid YAML.
fn parted(text: &str) -> Option<(Keys, &str)> {
    let text = text.trim_start();
    let fence = ["---", "+++"].into_iter().find(|fence| text.starts_with(fence))?;
    let mut keys: Keys = Vec::new();
    let mut at = 0;
    for (n, line) in text.split_inclusive('\n').enumerate() {
        at += line.len();
        let line = line.trim_end();
        if n == 0 {
            if line != fence {
                return None;
            }
        } else if line == fence || (fence == "---" && line == "...") {
            return (!keys.is_empty()).then(|| (keys, text.get(at..).unwrap_or_default()));
        } else if n > MAX_KEY_LINES {
            return None;
        } else {
            take_line(&mut keys, line);
        }
    }
    None
}

fn take_line(keys: &mut Keys, line: &str) {
    if let Some(item) = line.trim_start().strip_prefix("- ") {
        // An item of the list that the last key began.
        if let Some((_, value)) = keys.last_mut() {
            let comma = if value.is_empty() { "" } else { ", " };
            *value = format!("{value}{comma}{}", unquoted(item));
        }
        return;
    }
    let Some((key, value)) = line.split_once([':', '=']) else { return };
    if line.starts_with([' ', '\t', '#']) {
        return; // a key inside a key, a comment
    }
    let value = value.trim();
    let items = value.strip_prefix('[').filter(|rest| !rest.starts_with('[')).and_then(|rest| rest.strip_suffix(']'));
    let value = items.map_or_else(|| unquoted(value), |items| items.split(',').map(unquoted).collect::<Vec<_>>().join(", "));
    keys.push((key.trim().trim_matches('"').to_lowercase().replace([' ', '-'], "_"), value));
}

/// Without quotes, and without the brackets of a link between notes: `"[[Ana Ruiz]]"` is Ana Ruiz.
fn unquoted(value: &str) -> String {
    let value = value.trim();
    let inner = ['"', '\''].iter().find_map(|quote| value.strip_prefix(*quote)?.strip_suffix(*quote)).unwrap_or(value);
    inner.trim_start_matches("[[").trim_end_matches("]]").replace("\\\"", "\"").trim().to_owned()
}

/// The first heading, where it stands above everything else, and the text without markup.
fn plain(body: &str) -> (Option<String>, String) {
    let mut heading = None;
    let mut text = String::with_capacity(body.len());
    for line in body.lines() {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        let is_heading = (1..=6).contains(&level) && line.get(level..).is_some_and(|rest| rest.starts_with(' '));
        let is_rule = line.len() >= 3 && line.bytes().all(|byte| matches!(byte, b'-' | b'*' | b'_' | b'=' | b' '));
        if is_rule {
            text.push('\n');
            continue;
        }
        let shown = inline(line.get(if is_heading { level } else { 0 }..).unwrap_or_default().trim_start_matches([' ', '>']));
        if level == 1 && is_heading && heading.is_none() && text.trim().is_empty() {
            heading = Some(shown);
            continue;
        }
        text.push_str(&shown);
        text.push('\n');
        if is_heading {
            text.push('\n');
        }
    }
    (heading, text.trim().to_owned())
}

/// One line without emphasis, links and pictures: their words stay.
fn inline(line: &str) -> String {
    let mut shown = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(c) = rest.chars().next() {
        if let Some((words, after)) = link(rest) {
            shown.push_str(&inline(words));
            rest = after;
            continue;
        }
        let after = rest.get(c.len_utf8()..).unwrap_or_default();
        let escaped = after.chars().next().filter(|next| c == '\\' && next.is_ascii_punctuation());
        if let Some(next) = escaped {
            shown.push(next);
            rest = after.get(next.len_utf8()..).unwrap_or_default();
            continue;
        }
        let is_emphasis = c == '*' && !after.starts_with(' ') || c == '`' || (c == '*' && shown.ends_with(|c: char| !c.is_whitespace()));
        if !is_emphasis {
            shown.push(c);
        }
        rest = after;
    }
    shown.trim_end().replace("__", "")
}

/// `[words](address)` and `![picture](address)` at the very beginning: the words, and what follows.
/// A picture has no words.
fn link(text: &str) -> Option<(&str, &str)> {
    let is_picture = text.starts_with("![");
    let inner = text.strip_prefix('!').unwrap_or(text).strip_prefix('[')?;
    let words = before(inner, "](")?;
    if words.contains('[') && !words.starts_with("![") {
        return None;
    }
    let address = inner.get(words.len() + 2..)?;
    let after = address.get(before(address, ")")?.len() + 1..)?;
    Some((if is_picture { "" } else { words }, after))
}

/// What stands before a mark that comes soon: a line of brackets alone must not be searched again and again.
fn before<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let end = text.char_indices().nth(MAX_LINK_CHARS).map_or(text.len(), |(at, _)| at);
    text.get(..end)?.split_once(mark).map(|(before, _)| before)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, bytes: &str, expected: &[&str]) {
        let outcome = read(&Source { file, above: "", bytes: bytes.as_bytes() });
        let mut shown: Vec<_> = outcome
            .articles
            .iter()
            .flat_map(|it| {
                let reported = it.reported.map_or_else(|| "?".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
                let or = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
                [format!("{reported} | {} | {} | {} | {}", or(&it.title), or(&it.author), or(&it.url), or(&it.outlet)), it.text.clone()]
            })
            .collect();
        shown.extend(outcome.problems.iter().map(|it| it.problem.clone()));
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_web_clipper_says_when_it_was_published_and_when_clipped() {
        check(
            "a.md",
            "---\ntitle: \"Mira: \\\"Low Tide\\\" is out\"\nsource: \"https://bell.example/1\"\nauthor:\n  - \"[[Ana Ruiz]]\"\n  - \"[[Bo Li]]\"\npublished: 2022-04-19\ncreated: 2023-01-01\ntags:\n  - \"clippings\"\n---\nThe song is **out**.\n",
            &["2022-04-19 front matter | Mira: \"Low Tide\" is out | Ana Ruiz, Bo Li | https://bell.example/1 | -", "The song is out."],
        );
    }

    #[test]
    fn the_day_of_clipping_is_no_report_date() {
        check(
            "a.md",
            "---\ncreated: 2022-04-21T18:05:11\npublished:\n---\n# The song\n\nIt is out.",
            &["? | The song | - | - | -", "It is out.", "no report date"],
        );
        check(
            "2022-04-19.md",
            "---\ncreated: 2023-04-21\npublished: 2022\n---\nIt is out.",
            &["2022-04-19 file name | - | - | - | -", "It is out."],
        );
    }

    #[test]
    fn an_impossible_date_is_told() {
        check("a.md", "---\ndate: 2022-13-45\n---\nIt is out.", &["? | - | - | - | -", "It is out.", "impossible date 2022-13-45"]);
    }

    #[test]
    fn toml_keys_and_lists_in_a_line_are_read_too() {
        check(
            "a.md",
            "+++\ntitle = 'Low Tide'\ndate = 2022-04-19T10:00:00Z\nauthors = [\"Ana Ruiz\", \"Bo Li\"]\n+++\nIt is out.",
            &["2022-04-19 front matter | Low Tide | Ana Ruiz, Bo Li | - | -", "It is out."],
        );
    }

    #[test]
    fn markup_goes_and_its_words_stay() {
        check(
            "2022-04-19.md",
            "## Song\n> *She* said [it is **out**](https://bell.example/a_b) ![cover](c.jpg)\n- 2 \\* 3 * 4\n\n***\n",
            &["2022-04-19 file name | - | - | - | -", "Song\n\nShe said it is out\n- 2 * 3 * 4"],
        );
    }

    #[test]
    fn a_rule_is_no_front_matter() {
        assert!(parted("---\n\nThe song is out.\n\n---\n").is_none());
        assert!(parted("---\ntitle: x\nno end").is_none());
    }
}
