//! Newsletters and pages saved as mail: `.eml` files, and the `.mhtml` files that browsers write.

use super::{Head, Outcome, Source, encoding, html, markup, problem, report_date};
use crate::article::{Article, DateSource, ReportDate};
use crate::text::unwrapped;

/// A message of more parts than that is no article.
const MAX_PARTS: usize = 2000;

/// Mail by its name, where it begins with a header.
pub(super) fn claims(head: &Head<'_>) -> bool {
    head.ends_with(&["eml", "mht", "mhtml"]) && !head.is_binary && head.text.lines().next().is_some_and(|line| line.contains(':'))
}

/// One part of a message: its header fields, names in lower case, and its body as it was sent.
struct Part<'a> {
    fields: Vec<(String, String)>,
    body: &'a [u8],
}

/// The text of the message, or of the page in it.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let message = Part::of(source.bytes);
    let parts = message.parts();
    let is_page = source.file.to_lowercase().ends_with("ml") && message.field("snapshot-content-location").is_some()
        || source.file.to_lowercase().ends_with(".mht");
    let article = if is_page { page(&message, &parts, source) } else { letter(&message, &parts, source) };
    let Some(mut article) = article else {
        return Outcome::failed(problem::no_article(source.file));
    };
    article.reported = article.reported.or_else(|| report_date::from_names(source));
    let mut outcome = Outcome::default();
    if article.reported.is_none() {
        outcome.problems.push(problem::no_page_date(source.file));
    }
    outcome.articles.push(article);
    outcome
}

/// A saved page; its `Date` is the day of saving, which says nothing.
fn page(message: &Part<'_>, parts: &[Part<'_>], source: &Source<'_>) -> Option<Article> {
    let address = message.field("snapshot-content-location").or_else(|| parts.iter().find_map(|part| part.field("content-location")));
    let is_page = |part: &&Part<'_>| part.is("text/html");
    let main =
        parts.iter().filter(is_page).find(|part| part.field("content-location") == address).or_else(|| parts.iter().find(is_page))?;
    html::article(&main.text(), address, source)
}

/// A newsletter: sent on the day it was published.
fn letter(message: &Part<'_>, parts: &[Part<'_>], source: &Source<'_>) -> Option<Article> {
    let plain = || parts.iter().find(|part| part.is("text/plain")).map(Part::text);
    let rich = || parts.iter().find(|part| part.is("text/html")).map(|part| markup::plain(&part.text()));
    let text = plain().filter(|text| !text.trim().is_empty()).or_else(rich)?.trim().to_owned();
    if text.is_empty() {
        return None;
    }
    let mut article = Article::new(unwrapped(text), source.file.to_owned());
    article.title = message.field("subject").map(words_of_header);
    article.outlet =
        message.field("from").map(|from| words_of_header(from.split('<').next().unwrap_or_default())).filter(|it| !it.is_empty());
    let stamp = message.field("date").and_then(report_date::stamp_in);
    article.reported = stamp.map(|(day, time)| ReportDate { time, ..ReportDate::new(day, DateSource::Meta) });
    Some(article)
}

impl<'a> Part<'a> {
    /// Header fields up to the first empty line; a line that begins with a blank goes on with the one before.
    fn of(bytes: &'a [u8]) -> Self {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut rest = bytes;
        while let Some((line, after)) = next_line(rest) {
            rest = after;
            let line = String::from_utf8_lossy(line).into_owned();
            let line = line.trim_end();
            if line.is_empty() {
                break;
            }
            if line.starts_with([' ', '\t']) {
                if let Some((_, value)) = fields.last_mut() {
                    value.push(' ');
                    value.push_str(line.trim_start());
                }
            } else if let Some((name, value)) = line.split_once(':') {
                fields.push((name.trim().to_lowercase(), value.trim().to_owned()));
            }
        }
        Self { fields, body: rest }
    }

    fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(known, value)| known == name && !value.is_empty()).map(|(_, value)| value.as_str())
    }

    fn kind(&self) -> &str {
        self.field("content-type").unwrap_or("text/plain")
    }

    fn is(&self, kind: &str) -> bool {
        self.kind().get(..kind.len()).is_some_and(|it| it.eq_ignore_ascii_case(kind))
            && !self.field("content-disposition").is_some_and(|it| it.starts_with("attachment"))
    }

    /// `boundary=…` of a content type.
    fn parameter(&self, name: &str) -> Option<String> {
        let kind = self.kind();
        let at = kind.to_ascii_lowercase().find(&format!("{name}="))?;
        let value = kind.get(at + name.len() + 1..)?;
        let value = value.strip_prefix('"').map_or_else(|| value.split([';', ' ']).next(), |quoted| quoted.split('"').next());
        value.map(str::to_owned)
    }

    /// All parts that are no wrappers, in order; the message itself where it has none.
    fn parts(&self) -> Vec<Part<'a>> {
        let mut waiting = vec![Part { fields: self.fields.clone(), body: self.body }];
        let mut found = Vec::new();
        while let Some(part) = waiting.pop() {
            let boundary = part.parameter("boundary").filter(|_| part.is("multipart/"));
            match boundary {
                Some(boundary) if found.len() + waiting.len() < MAX_PARTS => {
                    let mut inner = split(part.body, &format!("--{boundary}"));
                    inner.reverse();
                    waiting.extend(inner.into_iter().map(Part::of));
                }
                _ => found.push(part),
            }
        }
        found
    }

    /// The body decoded to text.
    fn text(&self) -> String {
        let encoding = self.field("content-transfer-encoding").unwrap_or_default().to_lowercase();
        let bytes = match encoding.as_str() {
            "base64" => from_base64(self.body),
            "quoted-printable" => from_quoted_printable(self.body),
            _ => self.body.to_vec(),
        };
        encoding::decoded(&bytes, self.parameter("charset").as_deref()).text
    }
}

/// A line without its break, and what follows.
fn next_line(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n').unwrap_or(bytes.len());
    Some((bytes.get(..end)?, bytes.get(end + 1..).unwrap_or_default()))
}

/// What stands between lines that begin with the boundary.
fn split<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mut parts = Vec::new();
    let (mut rest, mut at) = (body, 0);
    let mut begins = None;
    while let Some((line, after)) = next_line(rest) {
        let next = body.len() - after.len();
        if line.starts_with(boundary.as_bytes()) {
            parts.extend(begins.and_then(|begins| body.get(begins..at)));
            begins = (!line.get(boundary.len()..).unwrap_or_default().starts_with(b"--")).then_some(next);
        }
        (rest, at) = (after, next);
    }
    parts.extend(begins.and_then(|begins| body.get(begins..)));
    parts
}

fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let mut read = Vec::with_capacity(bytes.len());
    let mut rest = bytes;
    while let Some((first, after)) = rest.split_first() {
        let hex = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16));
        rest = match (first, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => after,
            (b'=', [high, low, after @ ..]) if hex(Some(high)).is_some() && hex(Some(low)).is_some() => {
                let value = hex(Some(high)).unwrap_or_default() * 16 + hex(Some(low)).unwrap_or_default();
                read.extend(u8::try_from(value).ok());
                after
            }
            (byte, after) => {
                read.push(*byte);
                after
            }
        };
    }
    read
}

fn from_base64(bytes: &[u8]) -> Vec<u8> {
    let mut read = Vec::with_capacity(bytes.len() * 3 / 4);
    let (mut bits, mut n_bits) = (0_u32, 0);
    for byte in bytes {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' | b'-' => 62,
            b'/' | b'_' => 63,
            _ => continue,
        };
        bits = (bits << 6 | u32::from(value)) & 0x00ff_ffff;
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            read.extend(u8::try_from(bits >> n_bits & 0xff).ok());
        }
    }
    read
}

/// `=?utf-8?B?…?=` (RFC 2047) as words.
fn words_of_header(value: &str) -> String {
    let mut words = String::new();
    let mut rest = value;
    while let Some((before, encoded)) = rest.split_once("=?") {
        let mut parts = encoded.splitn(4, '?');
        let (Some(charset), Some(way), Some(data), Some(after)) = (parts.next(), parts.next(), parts.next(), parts.next()) else { break };
        let Some(after) = after.strip_prefix('=') else { break };
        let bytes = if way.eq_ignore_ascii_case("b") {
            from_base64(data.as_bytes())
        } else {
            from_quoted_printable(data.replace('_', " ").as_bytes())
        };
        // Blanks between two encoded words are not part of the text.
        if !before.trim().is_empty() {
            words.push_str(before);
        }
        words.push_str(&encoding::decoded(&bytes, Some(charset)).text);
        rest = after;
    }
    words.push_str(rest);
    words.trim().trim_matches('"').trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, message: &str, expected: &[&str]) {
        let outcome = read(&Source { file, above: "", bytes: message.replace('\n', "\r\n").as_bytes() });
        let mut shown: Vec<_> = outcome
            .articles
            .iter()
            .map(|it| {
                let reported = it.reported.map_or_else(|| "?".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
                let or = |field: &Option<String>| field.clone().unwrap_or_else(|| "-".to_owned());
                format!("{reported} | {} | {} | {} | {}", or(&it.title), or(&it.outlet), or(&it.url), it.text)
            })
            .collect();
        shown.extend(outcome.problems.iter().map(|it| it.problem.clone()));
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_newsletter_was_published_when_it_was_sent() {
        check(
            "a.eml",
            "From: \"Bell\" <news@bell.example>\nSubject: =?utf-8?B?TG93IFRpZGU=?= =?utf-8?Q?_caf=C3=A9?=\nDate: Tue, 19 Apr 2022 08:00:00 +0900\n\
             Content-Type: multipart/alternative;\n boundary=\"xx\"\n\nfor old programs\n--xx\nContent-Type: text/plain; charset=iso-8859-1\n\
             Content-Transfer-Encoding: quoted-printable\n\nThe song at the caf=E9 is=\n out.\n--xx\nContent-Type: text/html\n\n<p>no</p>\n--xx--\nend\n",
            &["2022-04-19 meta | Low Tide café | Bell | - | The song at the café is out."],
        );
    }

    #[test]
    fn the_day_of_saving_a_page_is_no_report_date() {
        check(
            "a.mhtml",
            "From: <Saved by Blink>\nSnapshot-Content-Location: https://bell.example/1\nDate: Tue, 19 Apr 2022 08:00:00 -0000\n\
             Content-Type: multipart/related; boundary=xx\n\n--xx\nContent-Type: text/html\nContent-Location: https://bell.example/1\n\
             Content-Transfer-Encoding: base64\n\nPHA+VGhlIHNvbmcsIGEgZHVldCwgaXMgb3V0LCB0aGUgYWdlbmN5IHNhaWQgdGhpcyBtb3JuaW5nIGluIEJ1c2FuLCBub3QgaW4gU2VvdWwuPC9wPg==\n--xx--\n",
            &[
                "? | - | bell.example | https://bell.example/1 | The song, a duet, is out, the agency said this morning in Busan, not in Seoul.",
                "no report date",
            ],
        );
    }

    #[test]
    fn a_message_of_nothing_but_wrappers_comes_to_an_end() {
        let wrapped = "Content-Type: multipart/mixed; boundary=x\n\n--x\n".repeat(3000);
        check("a.eml", &wrapped, &["no article found in it"]);
    }
}
