//! RSS and Atom: every entry is an article.

use super::markup::{Piece, Pieces, Tag, plain, with_entities_read};
use super::{Head, Outcome, Source, encoding, problem, report_date};
use crate::article::{Article, DateSource, ReportDate};

/// Keys of an entry that hold its text, best first.
const TEXT_TAGS: [&str; 4] = ["content:encoded", "content", "description", "summary"];
/// Keys that hold the day of publication; `updated` only where there is no other.
const DATE_TAGS: [&str; 4] = ["published", "pubdate", "dc:date", "issued"];

/// Feeds, by name or by their first tag.
pub(super) fn claims(head: &Head<'_>) -> bool {
    let is_feed = ["<rss", "<feed", "<rdf:RDF"].iter().any(|tag| head.text.contains(tag));
    is_feed && head.text.trim_start().starts_with('<') && head.ends_with(&["xml", "rss", "atom", "rdf"])
}

/// What was said of one entry, or of the feed itself.
#[derive(Debug, Default)]
struct Entry {
    fields: Vec<(String, String)>,
}

impl Entry {
    fn first(&self, names: &[&str]) -> Option<&str> {
        let known = |wanted: &&str| self.fields.iter().find(|(name, value)| name == wanted && !value.trim().is_empty());
        names.iter().find_map(known).map(|(_, value)| value.trim())
    }

    fn words(&self, names: &[&str]) -> Option<String> {
        let words = with_entities_read(self.first(names)?);
        Some(plain(&words).replace("\n\n", " ")).filter(|it| !it.is_empty())
    }
}

/// Every entry in the order of the feed.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let decoded = encoding::decoded(source.bytes, label(source.bytes).as_deref());
    let (feed, entries) = entries(&decoded.text);
    let outlet = feed.words(&["title"]);
    let mut outcome = Outcome::default();
    for (place, entry) in entries.iter().enumerate() {
        if let Some(article) = article(entry, place, outlet.as_deref(), source) {
            outcome.articles.push(article);
        }
    }
    if outcome.articles.is_empty() {
        outcome.problems.push(problem::no_article(source.file));
    } else if outcome.articles.iter().any(|article| article.reported.is_none()) {
        outcome.problems.push(problem::no_entry_date(source.file));
    }
    outcome
}

fn label(bytes: &[u8]) -> Option<String> {
    let head = String::from_utf8_lossy(bytes.get(..200)?).to_lowercase();
    let (_, after) = head.split_once("encoding=")?;
    Some(after.trim_start_matches(['"', '\'']).chars().take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect())
}

fn article(entry: &Entry, place: usize, outlet: Option<&str>, source: &Source<'_>) -> Option<Article> {
    // Escaped HTML, mostly: entities are read once for XML and once more for HTML.
    let text = TEXT_TAGS.iter().find_map(|tag| Some(plain(&with_entities_read(entry.first(&[tag])?))).filter(|it| !it.is_empty()))?;
    let mut article = Article::new(text, source.file.to_owned());
    article.place = u32::try_from(place).unwrap_or(u32::MAX);
    article.title = entry.words(&["title"]);
    article.author = entry.words(&["dc:creator", "author/name", "name", "author"]);
    article.url = entry.first(&["link", "guid", "id"]).map(with_entities_read).filter(|it| it.contains("://"));
    article.outlet = entry.words(&["source"]).or_else(|| outlet.map(str::to_owned));
    let stamp = |names: &[&str]| report_date::stamp_in(entry.first(names)?);
    let reported = |(day, time)| ReportDate { time, ..ReportDate::new(day, DateSource::Meta) };
    article.reported = stamp(&DATE_TAGS).map(reported).or_else(|| stamp(&["updated"]).map(reported).map(report_date::doubted));
    article.modified = stamp(&["updated"]).map(|(day, _)| day);
    Some(article)
}

/// The feed's own fields, and those of its entries.
fn entries(xml: &str) -> (Entry, Vec<Entry>) {
    let (mut feed, mut entries) = (Entry::default(), Vec::new());
    let mut current: Option<Entry> = None;
    let mut name = String::new();
    let mut value = String::new();
    // Inside `<content type="xhtml">` tags are part of the text.
    for piece in Pieces::of_xml(xml) {
        match piece {
            Piece::Open(tag) if matches!(tag.name.as_str(), "item" | "entry") => current = Some(Entry::default()),
            Piece::Open(tag) => {
                let entry = current.as_mut().unwrap_or(&mut feed);
                if let Some(href) = link_of(&tag) {
                    entry.fields.push(("link".to_owned(), href));
                } else if is_field(&tag.name) {
                    name = tag.name;
                    value.clear();
                } else if !name.is_empty() {
                    value.push_str("&lt;br&gt;");
                }
            }
            Piece::Close(closed) if matches!(closed.as_str(), "item" | "entry") => entries.extend(current.take()),
            Piece::Close(closed) if closed == name => {
                let entry = current.as_mut().unwrap_or(&mut feed);
                entry.fields.push((std::mem::take(&mut name), std::mem::take(&mut value)));
            }
            Piece::Text(words) if !name.is_empty() => value.push_str(words),
            // What CDATA holds is read as if it had been escaped.
            Piece::Raw(words) if !name.is_empty() => value.push_str(&words.replace('&', "&amp;").replace('<', "&lt;")),
            _ => {}
        }
    }
    (feed, entries)
}

fn is_field(name: &str) -> bool {
    TEXT_TAGS.contains(&name)
        || DATE_TAGS.contains(&name)
        || matches!(name, "title" | "link" | "guid" | "id" | "updated" | "dc:creator" | "author" | "name" | "source")
}

/// Atom's `<link href="…"/>`, the one that leads to the article.
fn link_of(tag: &Tag<'_>) -> Option<String> {
    let is_article = tag.attribute("rel").is_none_or(|rel| rel == "alternate");
    (tag.name == "link" && is_article).then(|| tag.attribute("href")).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(xml: &str, expected: &[&str]) {
        let outcome = read(&Source { file: "a.xml", above: "", bytes: xml.as_bytes() });
        let mut shown: Vec<_> = outcome
            .articles
            .iter()
            .map(|it| {
                let reported = it.reported.map_or_else(|| "?".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
                let or = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
                format!("{reported} | {} | {} | {} | {} | {}", or(&it.title), or(&it.outlet), or(&it.author), or(&it.url), it.text)
            })
            .collect();
        shown.extend(outcome.problems.iter().map(|it| it.problem.clone()));
        assert_eq!(shown, expected);
    }

    #[test]
    fn an_rss_item_is_an_article() {
        check(
            "<?xml version=\"1.0\"?><rss><channel><title>Bell &amp; Sons</title><item><title>Low Tide</title><link>https://bell.example/1</link>\
             <dc:creator><![CDATA[Ana Ruiz]]></dc:creator><pubDate>Tue, 19 Apr 2022 08:00:00 +0900</pubDate><description>Short.</description>\
             <content:encoded><![CDATA[<p>The song &amp; the film are <b>out</b>.</p><p>Both.</p>]]></content:encoded></item>\
             <item><title>Next</title><description>&lt;p&gt;More &amp;amp; more.&lt;/p&gt;</description></item></channel></rss>",
            &[
                "2022-04-19 meta | Low Tide | Bell & Sons | Ana Ruiz | https://bell.example/1 | The song & the film are out.\n\nBoth.",
                "? | Next | Bell & Sons | - | - | More & more.",
                "some entries have no report date",
            ],
        );
    }

    #[test]
    fn an_atom_entry_is_an_article() {
        check(
            "<feed><title>Bell</title><entry><title>Low Tide</title><link rel=\"self\" href=\"https://bell.example/x\"/><link href=\"https://bell.example/1\"/>\
             <author><name>Ana Ruiz</name></author><updated>2022-04-21T08:00:00Z</updated><summary type=\"html\">It is out.</summary></entry></feed>",
            &["2022-04-21 meta (doubtful) | Low Tide | Bell | Ana Ruiz | https://bell.example/1 | It is out."],
        );
    }

    #[test]
    fn a_feed_without_entries_is_told() {
        check("<rss><channel><title>Bell</title></channel></rss>", &["no article found in it"]);
    }
}
