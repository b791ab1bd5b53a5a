//! What a page says about itself: JSON-LD, meta tags, the times printed on it, its address.

use serde_json::Value;

use super::printed::Printed;
use crate::article::{DateSource, ReportDate};
use crate::readers::markup::{Piece, Pieces, Tag, with_entities_read};
use crate::readers::report_date;

/// Meta tags that hold the day of publication, best first; names differ from outlet to outlet.
const DATE_METAS: [&str; 25] = [
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "published-date",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "dcterms.date",
    "published",
    "publication_date",
    "citation_publication_date",
    "citation_date",
    "cludo:date",
    "article_date_original",
    "originalpublicationdate",
    "cxenseparse:recs:publishtime",
    "date",
];
const MODIFIED_METAS: [&str; 4] = ["article:modified_time", "og:updated_time", "datemodified", "last-modified"];

/// What was found, as it stands.
#[derive(Debug, Default)]
pub(super) struct Facts {
    pub(super) title: Option<String>,
    pub(super) author: Option<String>,
    pub(super) url: Option<String>,
    pub(super) language: Option<String>,
    pub(super) body: Option<String>,
    site: Option<String>,
    headings: Vec<String>,
    linked: Option<Linked>,
    published_at: Option<(usize, String)>,
    changed_at: Option<String>,
    timed_at: Option<String>,
    printed: Printed,
}

/// The article in a page's JSON-LD.
#[derive(Debug, Default)]
struct Linked {
    published: Option<String>,
    modified: Option<String>,
    title: Option<String>,
    author: Option<String>,
    outlet: Option<String>,
    body: Option<String>,
}

/// Reads all of them in one pass.
pub(super) fn of(html: &str) -> Facts {
    let mut facts = Facts::default();
    let mut page_title = None;
    let mut inside = String::new();
    for piece in Pieces::of_html(html) {
        facts.printed.take(&piece);
        match piece {
            Piece::Open(tag) => {
                facts.take_tag(&tag);
                inside = if tag.name == "script" && tag.attribute("type").is_some_and(|it| it.contains("ld+json")) {
                    "json-ld".to_owned()
                } else {
                    if tag.name == "h1" {
                        facts.headings.push(String::new());
                    }
                    if matches!(inside.as_str(), "h1") && tag.name != "h1" { inside } else { tag.name }
                };
            }
            Piece::Close(name) if name == inside || inside == "json-ld" => inside.clear(),
            Piece::Raw(json) if inside == "json-ld" => facts.take_json_ld(json),
            Piece::Text(words) if inside == "title" && page_title.is_none() => page_title = Some(tidy(words)),
            Piece::Text(words) if inside == "h1" => facts.headings.iter_mut().next_back().into_iter().for_each(|it| it.push_str(words)),
            Piece::Comment(words) if facts.url.is_none() => facts.url = saved_from(words),
            _ => {}
        }
    }
    facts.settle(page_title);
    facts
}

impl Facts {
    fn take_tag(&mut self, tag: &Tag<'_>) {
        match tag.name.as_str() {
            "html" if self.language.is_none() => self.language = tag.attribute("lang").filter(|it| !it.is_empty()),
            "meta" => self.take_meta(tag),
            "link" if tag.attribute("rel").is_some_and(|it| it.eq_ignore_ascii_case("canonical")) => {
                self.url = tag.attribute("href").filter(|it| it.contains("://")).or(self.url.take());
            }
            "time" if self.timed_at.is_none() => {
                let is_other = tag.attribute("itemprop").is_some_and(|it| it.eq_ignore_ascii_case("dateModified"));
                let is_other = is_other || tag.attribute("class").is_some_and(|it| it.to_lowercase().contains("updated"));
                self.timed_at = tag.attribute("datetime").filter(|it| !is_other && report_date::day_in(it).is_some());
            }
            _ => {}
        }
    }

    fn take_meta(&mut self, tag: &Tag<'_>) {
        let name = ["property", "name", "itemprop", "http-equiv"].iter().find_map(|it| tag.attribute(it));
        let (Some(name), Some(content)) = (name, tag.attribute("content").filter(|it| !it.is_empty())) else { return };
        let name = name.to_lowercase();
        let or = |known: &mut Option<String>| {
            known.get_or_insert_with(|| content.clone());
        };
        match name.as_str() {
            "og:title" => or(&mut self.title),
            "og:site_name" => or(&mut self.site),
            "og:url" => or(&mut self.url),
            "author" | "article:author" | "parsely-author" | "dc.creator" if !content.contains("://") => or(&mut self.author),
            _ => {}
        }
        if MODIFIED_METAS.contains(&name.as_str()) {
            or(&mut self.changed_at);
        }
        let rank = DATE_METAS.iter().position(|it| *it == name);
        if let Some(rank) = rank.filter(|rank| self.published_at.as_ref().is_none_or(|(known, _)| rank < known))
            && report_date::day_in(&content).is_some()
        {
            self.published_at = Some((rank, content));
        }
    }

    fn take_json_ld(&mut self, json: &str) {
        let found = match serde_json::from_str::<Value>(json.trim()) {
            Ok(value) => article_in(&value).map(linked_of),
            // Many pages hold JSON that is none: its date is found all the same.
            Err(_) => after_key(json, "datePublished").map(|published| Linked { published: Some(published), ..Linked::default() }),
        };
        self.linked = self.linked.take().or(found);
    }

    /// One title out of three: an `h1` that shares words with the title for sharing.
    fn settle(&mut self, page_title: Option<String>) {
        let linked = self.linked.as_mut();
        let (title, author, body) = linked.map_or((None, None, None), |it| (it.title.take(), it.author.take(), it.body.take()));
        let shared = self.title.take().or(title).or(page_title).map(|it| tidy(&it)).filter(|it| !it.is_empty());
        let headings: Vec<_> = self.headings.iter().map(|it| tidy(it)).filter(|it| !it.is_empty()).collect();
        let heading = headings.iter().find(|it| shared.as_ref().is_none_or(|shared| n_shared_words(it, shared) > 1));
        self.title = heading.cloned().or(shared);
        self.author = author.or(self.author.take());
        self.body = body.filter(|it| it.len() > 200);
    }

    /// The day of publication: JSON-LD, meta tags, a printed time, the address, in that order.
    pub(super) fn reported(&self) -> Option<ReportDate> {
        let linked = self.linked.as_ref().and_then(|it| it.published.as_deref());
        let known = [
            (linked, DateSource::JsonLd),
            (self.published_at.as_ref().map(|(_, words)| words.as_str()), DateSource::Meta),
            (self.url.as_deref().and_then(day_of_address).as_deref(), DateSource::Address),
            (self.timed_at.as_deref(), DateSource::Byline),
        ]
        .into_iter()
        .find_map(|(words, source)| Some((report_date::stamp_in(words?)?, source)));
        let known = known.map(|((day, time), source)| ReportDate { time, ..ReportDate::new(day, source) });
        known.or_else(|| self.printed.reported())
    }

    /// The day of the last change.
    pub(super) fn modified(&self) -> Option<chrono::NaiveDate> {
        let linked = self.linked.as_ref().and_then(|it| it.modified.as_deref());
        linked.or(self.changed_at.as_deref()).and_then(report_date::day_in)
    }

    /// The outlet's name, else the host of its address.
    pub(super) fn outlet(&self) -> Option<String> {
        let linked = self.linked.as_ref().and_then(|it| it.outlet.clone());
        self.site.clone().or(linked).or_else(|| self.url.as_deref().and_then(host)).map(|it| tidy(&it))
    }
}

fn tidy(words: &str) -> String {
    with_entities_read(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn n_shared_words(a: &str, b: &str) -> usize {
    let b = crate::text::fold::folded_words(b);
    crate::text::fold::folded_words(a).iter().filter(|word| b.contains(word)).count()
}

/// The first object that calls itself an article, at any depth that JSON may have.
fn article_in(value: &Value) -> Option<&Value> {
    match value {
        Value::Array(items) => items.iter().find_map(article_in),
        Value::Object(fields) => {
            let kind = fields.get("@type").map(ToString::to_string).unwrap_or_default();
            if (kind.contains("Article") || kind.contains("BlogPosting")) && fields.contains_key("datePublished") {
                return Some(value);
            }
            fields.values().find_map(article_in)
        }
        _ => None,
    }
}

fn linked_of(value: &Value) -> Linked {
    let words = |key: &str| value.get(key).and_then(names_in);
    Linked {
        published: words("datePublished"),
        modified: words("dateModified"),
        title: words("headline"),
        author: words("author"),
        outlet: words("publisher"),
        body: words("articleBody").map(|it| crate::readers::markup::plain(&it.replace('\n', "<br>"))),
    }
}

fn names_in(value: &Value) -> Option<String> {
    match value {
        Value::String(words) => Some(words.clone()),
        Value::Object(fields) => fields.get("name").and_then(names_in),
        Value::Array(items) => Some(items.iter().filter_map(names_in).collect::<Vec<_>>().join(", ")),
        _ => None,
    }
    .filter(|it| !it.trim().is_empty())
}

/// `"datePublished" : "2022-04-19"` in what is no JSON.
fn after_key(json: &str, key: &str) -> Option<String> {
    let (_, after) = json.split_once(&format!("\"{key}\""))?;
    let (value, _) = after.trim_start().strip_prefix(':')?.trim_start().strip_prefix('"')?.split_once('"')?;
    Some(value.to_owned())
}

/// `/2022/04/19/` or `/2022-04-19-` in an address.
fn day_of_address(url: &str) -> Option<String> {
    let path = url.split_once("://")?.1.split_once('/')?.1;
    let parts: Vec<_> = path.split(['/', '-', '_']).collect();
    let is_figures = |part: &str, n: usize| part.len() == n && part.bytes().all(|byte| byte.is_ascii_digit());
    let three = parts
        .windows(3)
        .find(|three| matches!(three, [year, month, day] if is_figures(year, 4) && is_figures(month, 2) && is_figures(day, 2)))?;
    Some(three.join("-"))
}

fn host(url: &str) -> Option<String> {
    let host = url.split_once("://")?.1.split(['/', '?', '#', ':']).next()?;
    let host = host.strip_prefix("www.").unwrap_or(host);
    host.contains('.').then(|| host.to_lowercase())
}

/// Browsers write where a page was: `saved from url=(0033)https://…`.
fn saved_from(comment: &str) -> Option<String> {
    let (_, after) = comment.split_once("saved from url=(")?;
    let (_, url) = after.split_once(')')?;
    Some(url.trim().to_owned()).filter(|it| it.contains("://"))
}
