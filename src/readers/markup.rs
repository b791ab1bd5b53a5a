//! Tags and text of HTML and XML, one after the other: no tree, no recursion, time in proportion to length.

/// One piece of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Piece<'a> {
    /// Text between tags, entities not yet read.
    Text(&'a str),
    /// What a `<script>`, a `<style>` or a CDATA section holds, as it stands.
    Raw(&'a str),
    /// `<p class="x">`.
    Open(Tag<'a>),
    /// `</p>`: its name, lower case.
    Close(String),
    /// What a comment says.
    Comment(&'a str),
}

/// An opening tag.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Lower case, with its prefix: `content:encoded`.
    pub(super) name: String,
    attributes: &'a str,
    /// `<link/>`.
    pub(super) is_empty: bool,
}

/// Elements whose content is no markup.
const RAW_ELEMENTS: [&str; 4] = ["script", "style", "textarea", "xmp"];
/// How far a `<` is followed once many of them led nowhere.
const IMPATIENT_BYTES: usize = 256;

/// All pieces, in order.
pub(super) struct Pieces<'a> {
    rest: &'a str,
    raw_until: Option<String>,
    is_html: bool,
    /// How many bytes may still be looked at in vain: a page of unclosed quotes must not take for ever.
    patience: usize,
}

impl<'a> Pieces<'a> {
    /// Of a web page.
    pub(super) fn of_html(text: &'a str) -> Self {
        Self { rest: text, raw_until: None, is_html: true, patience: text.len().saturating_mul(4) }
    }

    /// Of a feed: `<style>` means nothing there.
    pub(super) fn of_xml(text: &'a str) -> Self {
        Self { is_html: false, ..Self::of_html(text) }
    }

    /// The next `n` bytes, which end on a letter's boundary.
    fn taken(&mut self, n: usize) -> &'a str {
        let (head, rest) = self.rest.split_at_checked(n).unwrap_or((self.rest, ""));
        self.rest = rest;
        head
    }

    /// What stands between `<!--` or `<![CDATA[` and its end; the end is passed over.
    fn enclosed(&mut self, open: &str, close: &str) -> &'a str {
        self.taken(open.len());
        let n = self.rest.find(close).unwrap_or(self.rest.len());
        let inner = self.taken(n);
        self.taken(close.len());
        inner
    }

    fn raw(&mut self, name: &str) -> Piece<'a> {
        let n = closing_at(self.rest, name).unwrap_or(self.rest.len());
        Piece::Raw(self.taken(n))
    }

    /// A tag at the very beginning; `None` where this `<` is only a sign.
    fn tag(&mut self) -> Option<Piece<'a>> {
        let reach = if self.patience == 0 { IMPATIENT_BYTES } else { self.rest.len() };
        let n = match tag_bytes(self.rest, reach) {
            Ok(n) => n,
            Err(n_looked_at) => {
                self.patience = self.patience.saturating_sub(n_looked_at);
                return None;
            }
        };
        let inner = self.rest.get(1..n - 1)?;
        if let Some(name) = inner.strip_prefix('/') {
            let name = name.trim().to_lowercase();
            self.taken(n);
            return Some(Piece::Close(name));
        }
        let name_end = inner.find(|c: char| c.is_whitespace() || c == '/').unwrap_or(inner.len());
        let (name, attributes) = inner.split_at_checked(name_end)?;
        let is_empty = attributes.trim_end().ends_with('/');
        let name = name.to_lowercase();
        self.taken(n);
        if self.is_html && !is_empty && RAW_ELEMENTS.contains(&name.as_str()) {
            self.raw_until = Some(name.clone());
        }
        Some(Piece::Open(Tag { name, attributes, is_empty }))
    }
}

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if let Some(name) = self.raw_until.take() {
            return Some(self.raw(&name));
        }
        if self.rest.is_empty() {
            return None;
        }
        if self.rest.starts_with("<!--") {
            return Some(Piece::Comment(self.enclosed("<!--", "-->")));
        }
        if self.rest.starts_with("<![CDATA[") {
            return Some(Piece::Raw(self.enclosed("<![CDATA[", "]]>")));
        }
        if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
            return Some(Piece::Comment(self.enclosed("<", ">")));
        }
        if self.rest.starts_with('<')
            && let Some(piece) = self.tag()
        {
            return Some(piece);
        }
        let after_first = self.rest.char_indices().nth(1).map_or(self.rest.len(), |(at, _)| at);
        let n = self.rest.get(after_first..).and_then(|rest| rest.find('<')).map_or(self.rest.len(), |at| at + after_first);
        Some(Piece::Text(self.taken(n)))
    }
}

/// Length of the tag that begins here, with its brackets; a `>` in quotes does not end it. Where there is no
/// tag: how many bytes were looked at.
fn tag_bytes(text: &str, reach: usize) -> Result<usize, usize> {
    if !text.as_bytes().get(1).is_some_and(|second| second.is_ascii_alphabetic() || *second == b'/') {
        return Err(2);
    }
    let mut quote = None;
    let mut first_end = None;
    for (at, byte) in text.bytes().enumerate().take(reach).skip(1) {
        match (quote, byte) {
            (None, b'>') => return Ok(at + 1),
            (None, b'<') => return Err(at),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), byte) if open == byte => quote = None,
            (Some(_), b'>') if first_end.is_none() => first_end = Some(at + 1),
            _ => {}
        }
    }
    // A quote that never ends: the tag ended all the same.
    first_end.ok_or(reach.min(text.len()))
}

/// Where `</name` stands, in any case of letters.
fn closing_at(text: &str, name: &str) -> Option<usize> {
    text.match_indices("</")
        .map(|(at, _)| at)
        .find(|at| text.get(at + 2..at + 2 + name.len()).is_some_and(|found| found.eq_ignore_ascii_case(name)))
}

impl Tag<'_> {
    /// The value of an attribute, entities read.
    pub(super) fn attribute(&self, wanted: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_whitespace() || c == '/');
            let name_end = rest.find(|c: char| c.is_whitespace() || c == '=' || c == '/').unwrap_or(rest.len());
            let (name, after) = rest.split_at_checked(name_end)?;
            if name.is_empty() && after.is_empty() {
                return None;
            }
            let (value, after) = match after.trim_start().strip_prefix('=') {
                Some(value) => value_of(value.trim_start()),
                None => ("", after),
            };
            if name.eq_ignore_ascii_case(wanted) {
                return Some(with_entities_read(value).trim().to_owned());
            }
            rest = if name.is_empty() { after.trim_start_matches('=') } else { after };
        }
    }
}

fn value_of(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    text.split_at_checked(end).unwrap_or((text, ""))
}

/// The named entities that articles use; the rest of the two thousand is left as it stands.
const ENTITIES: &[(&str, &str)] = &[
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", " "),
    ("ensp", " "),
    ("emsp", " "),
    ("thinsp", " "),
    ("ndash", "–"),
    ("mdash", "—"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("sbquo", "‚"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("deg", "°"),
    ("frac12", "½"),
    ("times", "×"),
    ("shy", ""),
    ("zwnj", ""),
    ("zwj", ""),
    ("agrave", "à"),
    ("aacute", "á"),
    ("acirc", "â"),
    ("atilde", "ã"),
    ("auml", "ä"),
    ("aring", "å"),
    ("aelig", "æ"),
    ("ccedil", "ç"),
    ("egrave", "è"),
    ("eacute", "é"),
    ("ecirc", "ê"),
    ("euml", "ë"),
    ("igrave", "ì"),
    ("iacute", "í"),
    ("icirc", "î"),
    ("iuml", "ï"),
    ("ntilde", "ñ"),
    ("ograve", "ò"),
    ("oacute", "ó"),
    ("ocirc", "ô"),
    ("otilde", "õ"),
    ("ouml", "ö"),
    ("oslash", "ø"),
    ("ugrave", "ù"),
    ("uacute", "ú"),
    ("ucirc", "û"),
    ("uuml", "ü"),
    ("yacute", "ý"),
    ("szlig", "ß"),
    ("Aacute", "Á"),
    ("Auml", "Ä"),
    ("Aring", "Å"),
    ("Ccedil", "Ç"),
    ("Eacute", "É"),
    ("Ouml", "Ö"),
    ("Oslash", "Ø"),
    ("Uuml", "Ü"),
    ("oelig", "œ"),
    ("scaron", "š"),
];

/// "&amp;" to "&", "&#8217;" to "’".
pub(super) fn with_entities_read(text: &str) -> String {
    let mut read = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        read.push_str(before);
        if let Some((character, after)) = entity(after) {
            read.push_str(&character);
            rest = after;
        } else {
            read.push('&');
            rest = after;
        }
    }
    read.push_str(rest);
    read
}

fn entity(after: &str) -> Option<(String, &str)> {
    let end = after.bytes().take(12).position(|byte| byte == b';')?;
    let (name, rest) = (after.get(..end)?, after.get(end + 1..)?);
    if let Some(number) = name.strip_prefix('#') {
        let code = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        // Numbers 128 to 159 mean windows-1252 on the web.
        let character = match u8::try_from(code).ok().filter(|byte| (0x80..=0x9f).contains(byte)) {
            Some(byte) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[byte]).0.into_owned(),
            None => char::from_u32(code)?.to_string(),
        };
        return Some((character, rest));
    }
    ENTITIES.iter().find(|(known, _)| *known == name).map(|(_, character)| ((*character).to_owned(), rest))
}

/// A few lines of HTML as text: one line a block.
pub(super) fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut is_hidden = false;
    for piece in Pieces::of_html(html) {
        match piece {
            Piece::Text(words) if !is_hidden => text.push_str(&with_entities_read(&words.replace(['\n', '\t'], " "))),
            Piece::Open(tag) => {
                is_hidden = RAW_ELEMENTS.contains(&tag.name.as_str());
                break_before(&tag.name, &mut text);
            }
            Piece::Close(name) => {
                is_hidden = false;
                break_before(&name, &mut text);
            }
            Piece::Text(_) | Piece::Raw(_) | Piece::Comment(_) => {}
        }
    }
    let lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n\n")
}

fn break_before(name: &str, text: &mut String) {
    if is_block(name) || name == "br" {
        text.push('\n');
    }
}

/// Elements that begin a line of their own.
pub(super) fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "section"
            | "article"
            | "main"
            | "body"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "li"
            | "ul"
            | "ol"
            | "dl"
            | "dt"
            | "dd"
            | "blockquote"
            | "pre"
            | "table"
            | "tr"
            | "td"
            | "th"
            | "figure"
            | "figcaption"
            | "header"
            | "footer"
            | "aside"
            | "nav"
            | "form"
            | "address"
            | "hr"
            | "details"
            | "summary"
            | "fieldset"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        assert_eq!(plain(html), expected, "{html}");
    }

    #[test]
    fn blocks_are_lines_and_entities_are_letters() {
        check("<p>Beyonc&eacute;&#8217;s <b>song</b></p><p>is&nbsp;out &amp; 5 < 6</p>", "Beyoncé’s song\n\nis out & 5 < 6");
        check("One<br>two<script>if (a < b) {}</script> three<!-- four --><style>p > a {}</style>", "One\n\ntwo three");
        check("&unknown; &#x2019; &#146; & alone &", "&unknown; ’ ’ & alone &");
    }

    #[test]
    fn a_sign_in_quotes_does_not_end_a_tag() {
        check("<p title=\"a > b\">text</p>", "text");
        check("<p title=\"never closed>text</p> more", "text\n\nmore");
    }

    #[test]
    fn attributes_are_found_in_every_way_of_writing() {
        let tag = |html: &'static str| {
            Pieces::of_html(html).find_map(|piece| if let Piece::Open(tag) = piece { Some(tag) } else { None }).unwrap()
        };
        let meta = tag("<META data-x Property=og:title content = 'It&#39;s out' itemprop=\"a b\"/>");
        assert_eq!(meta.name, "meta");
        assert_eq!(meta.attribute("property").as_deref(), Some("og:title"));
        assert_eq!(meta.attribute("content").as_deref(), Some("It's out"));
        assert_eq!(meta.attribute("itemprop").as_deref(), Some("a b"));
        assert_eq!(meta.attribute("data-x").as_deref(), Some(""));
        assert_eq!(meta.attribute("href"), None);
    }

    #[test]
    fn broken_markup_comes_to_an_end() {
        for html in ["<", "</", "<p", "<!--", "<![CDATA[", "<script>", "<a =x>y", "<a = = =>y", "<a '\">", "&", "&#x;", "<é>"] {
            plain(html);
            plain(&html.repeat(2000));
        }
    }
}
