//! Which of a page's blocks are the article: the place where most running text stands together.

use crate::readers::markup::{Piece, Pieces, Tag, is_block, with_entities_read};

/// What is never part of an article.
const HIDDEN: [&str; 19] = [
    "script",
    "style",
    "noscript",
    "template",
    "svg",
    "iframe",
    "nav",
    "footer",
    "aside",
    "form",
    "button",
    "select",
    "figure",
    "figcaption",
    "dialog",
    "menu",
    "head",
    "object",
    "video",
];
/// Elements without an end.
const VOID: [&str; 15] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr", "keygen"];
/// Words of a class or id that tell what is no article.
const OTHER_WORDS: [&str; 39] = [
    "ad",
    "ads",
    "advert",
    "advertisement",
    "banner",
    "breadcrumb",
    "breadcrumbs",
    "comment",
    "comments",
    "cookie",
    "cookies",
    "footer",
    "hidden",
    "masthead",
    "menu",
    "modal",
    "nav",
    "navigation",
    "newsletter",
    "outbrain",
    "pagination",
    "paywall",
    "popular",
    "popup",
    "promo",
    "recirc",
    "recommended",
    "related",
    "share",
    "sharing",
    "sidebar",
    "signup",
    "social",
    "sponsored",
    "subscribe",
    "taboola",
    "tags",
    "toolbar",
    "trending",
];
/// Browsers stop at this depth too; what lies deeper counts as lying here.
const MAX_DEPTH: usize = 512;
/// A closing tag looks this far up for its opening one.
const MAX_UNCLOSED: usize = 64;
/// Less text is no article.
const MIN_CHARS: usize = 60;
/// With that much text nobody asks whether some was lost.
const ENOUGH_BYTES: usize = 1500;

/// An open element; `places` numbers all elements that may hold an article.
struct Open {
    name: String,
    place: usize,
    is_hidden: bool,
}

/// A place that may hold the article.
struct Place {
    parent: usize,
    score: usize,
    n_held: usize,
    is_article: bool,
}

/// A block of text.
#[derive(Default)]
struct Block {
    place: usize,
    text: String,
    n_link_chars: usize,
    is_heading: bool,
}

impl Block {
    /// How much running text it is: sentences, not headings or links.
    fn running(&self) -> usize {
        let n_chars = self.text.len();
        let is_running = !self.is_heading && n_chars >= 40 && self.text.contains([',', '.', '、', '。']) && self.n_link_chars * 2 < n_chars;
        if is_running { n_chars.saturating_sub(self.n_link_chars) } else { 0 }
    }
}

/// How much is left out before the article is looked for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Care {
    /// What a class or id calls a menu, an advert and the like.
    Full,
    /// Only what the element's name says.
    Little,
}

struct Page {
    care: Care,
    open: Vec<Open>,
    places: Vec<Place>,
    blocks: Vec<Block>,
    current: Block,
    n_links_open: usize,
}

/// The article's text, a blank line between paragraphs; `None` where there is next to none.
///
/// Some pages give the whole article a class that elsewhere means an advert: where most of the text is lost by
/// that, classes are not asked.
pub(super) fn of(html: &str, title: Option<&str>) -> Option<String> {
    let full = text_with(Care::Full, html, title);
    let n_full = full.as_ref().map_or(0, String::len);
    if n_full >= ENOUGH_BYTES {
        return full;
    }
    let little = text_with(Care::Little, html, title);
    if little.as_ref().map_or(0, String::len) > n_full * 3 { little } else { full }
}

fn text_with(care: Care, html: &str, title: Option<&str>) -> Option<String> {
    let mut page = Page { care, open: Vec::new(), places: Vec::new(), blocks: Vec::new(), current: Block::default(), n_links_open: 0 };
    page.places.push(Place { parent: 0, score: 0, n_held: 0, is_article: false });
    for piece in Pieces::of_html(html) {
        match piece {
            Piece::Text(words) => page.take_text(words),
            Piece::Open(tag) => page.open(&tag),
            Piece::Close(name) => page.close(&name),
            Piece::Raw(_) | Piece::Comment(_) => {}
        }
    }
    page.end_block();
    page.score();
    page.text(title)
}

impl Page {
    fn place(&self) -> usize {
        self.open.last().map_or(0, |open| open.place)
    }

    fn is_hidden(&self) -> bool {
        self.open.last().is_some_and(|open| open.is_hidden)
    }

    fn take_text(&mut self, words: &str) {
        if self.is_hidden() {
            return;
        }
        let words = with_entities_read(words);
        if self.n_links_open > 0 {
            self.current.n_link_chars += words.trim().len();
        }
        self.current.text.push_str(&words.replace(['\n', '\t'], " "));
    }

    fn open(&mut self, tag: &Tag<'_>) {
        let name = tag.name.as_str();
        if name == "br" {
            self.end_block();
        }
        if VOID.contains(&name) || tag.is_empty {
            return;
        }
        if is_block(name) {
            self.end_block();
            self.close_implied(name);
        }
        self.n_links_open += usize::from(name == "a");
        if self.open.len() >= MAX_DEPTH {
            return;
        }
        let is_hidden = self.is_hidden() || HIDDEN.contains(&name) || (self.care == Care::Full && is_other(tag));
        let mut place = self.place();
        if matches!(name, "div" | "section" | "article" | "main" | "body" | "td" | "blockquote") && !is_hidden {
            let is_body = tag.attribute("itemprop").is_some_and(|it| it.eq_ignore_ascii_case("articleBody"));
            self.places.push(Place { parent: place, score: 0, n_held: 0, is_article: is_body || name == "article" });
            place = self.places.len() - 1;
        }
        self.open.push(Open { name: name.to_owned(), place, is_hidden });
        self.current.place = place;
        self.current.is_heading = matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    }

    /// A new paragraph ends an open one, a new item the item before.
    fn close_implied(&mut self, name: &str) {
        let ends = |open: &str| open == "p" || (open == "li" && name == "li");
        if self.open.last().is_some_and(|open| ends(&open.name)) {
            self.open.pop();
        }
    }

    fn close(&mut self, name: &str) {
        if is_block(name) {
            self.end_block();
        }
        if name == "a" {
            self.n_links_open = self.n_links_open.saturating_sub(1);
        }
        if let Some(up) = self.open.iter().rev().take(MAX_UNCLOSED).position(|open| open.name == name) {
            self.open.truncate(self.open.len().saturating_sub(up + 1));
            self.current.place = self.place();
        }
    }

    fn end_block(&mut self) {
        let text = self.current.text.split_whitespace().collect::<Vec<_>>().join(" ");
        let done = std::mem::take(&mut self.current);
        self.current.place = self.place();
        if !text.is_empty() {
            self.blocks.push(Block { text, ..done });
        }
    }

    /// Running text counts for the place it stands in, by half for the place around it, and for every place
    /// around as what it holds.
    fn score(&mut self) {
        for block in &self.blocks {
            let worth = block.running();
            let Some(place) = self.places.get_mut(block.place) else { continue };
            place.score += worth * 2;
            place.n_held += worth;
            let parent = place.parent;
            if parent != block.place
                && let Some(parent) = self.places.get_mut(parent)
            {
                parent.score += worth;
            }
        }
        // A place comes after the one around it.
        for at in (1..self.places.len()).rev() {
            let Some((parent, n_held)) = self.places.get(at).map(|place| (place.parent, place.n_held)) else { continue };
            if let Some(parent) = self.places.get_mut(parent) {
                parent.n_held += n_held;
            }
        }
    }

    /// The place with the best score; the element around it that calls itself the article is better still, and
    /// so is one around it that holds the article's other sections.
    fn best(&self) -> usize {
        // The first of equals: `max_by_key` would take the last.
        let best = self.places.iter().enumerate().rev().max_by_key(|(_, place)| place.score).map_or(0, |(at, _)| at);
        let n_all = self.n_held(0);
        if let Some(article) = self.around(best).find(|at| self.places.get(*at).is_some_and(|place| place.is_article))
            && self.n_held(article) * 3 > n_all
        {
            return article;
        }
        let mut chosen = best;
        for at in self.around(best).skip(1) {
            if self.n_held(chosen) * 2 > n_all {
                break;
            }
            if self.n_held(at) * 2 > self.n_held(chosen) * 3 {
                chosen = at;
            }
        }
        chosen
    }

    fn n_held(&self, place: usize) -> usize {
        self.places.get(place).map_or(0, |place| place.n_held)
    }

    /// A place and all places around it, from the inside.
    fn around(&self, place: usize) -> impl Iterator<Item = usize> {
        let mut at = Some(place);
        std::iter::from_fn(move || {
            let now = at?;
            at = self.places.get(now).map(|place| place.parent).filter(|parent| *parent != now);
            Some(now)
        })
    }

    fn text(&self, title: Option<&str>) -> Option<String> {
        let best = self.best();
        let is_link_list = |block: &Block| block.n_link_chars * 10 > block.text.len() * 9;
        // A place comes after the one around it, so one pass tells which lie inside.
        let mut is_inside = vec![false; self.places.len()];
        for (at, place) in self.places.iter().enumerate() {
            let inside = at == best || is_inside.get(place.parent).copied().unwrap_or_default();
            if let Some(known) = is_inside.get_mut(at) {
                *known = inside;
            }
        }
        let inside = self.blocks.iter().filter(|block| is_inside.get(block.place).copied().unwrap_or_default());
        let mut lines: Vec<&str> = inside.filter(|block| !is_link_list(block)).map(|block| block.text.as_str()).collect();
        if title.is_some_and(|title| lines.first() == Some(&title)) {
            lines.remove(0);
        }
        lines.dedup();
        let text = lines.join("\n\n");
        (text.chars().count() >= MIN_CHARS).then_some(text)
    }
}

/// Whether a class or id says that this is a menu, an advert, a list of other stories.
fn is_other(tag: &Tag<'_>) -> bool {
    if matches!(tag.name.as_str(), "body" | "html" | "article" | "main") {
        return false;
    }
    let is_hidden = tag.attribute("style").is_some_and(|it| it.replace(' ', "").contains("display:none"));
    let names = ["class", "id", "role"].iter().filter_map(|it| tag.attribute(it)).collect::<Vec<_>>().join(" ").to_lowercase();
    is_hidden || names.split(|c: char| !c.is_ascii_alphanumeric()).any(|word| OTHER_WORDS.contains(&word))
}
