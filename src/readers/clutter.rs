//! Adverts, links to other stories, share buttons and photo credits: kept in the text, never read as news.

use std::sync::LazyLock;

use serde::Deserialize;

use super::report_date;
use crate::text::Span;

/// A line longer than that is news, whatever it begins with.
const MAX_CHARS: usize = 300;
/// A link to another story may be as long as a headline.
const MAX_LINK_WORDS: usize = 30;
/// What follows any other label is a name or two; longer lines are captions and news.
const MAX_LABEL_WORDS: usize = 12;
/// What parts a label from its link.
const MARKS: [char; 9] = [':', '|', '-', '–', '—', '»', '>', '/', '•'];

/// The list as its file has it; see the comments there.
#[derive(Debug, Deserialize)]
struct Words {
    whole: Vec<String>,
    begins: Vec<(String, usize)>,
    labels: Vec<String>,
    inline: Vec<String>,
    ends: Vec<(String, usize)>,
}

#[expect(clippy::expect_used, reason = "the embedded list is parsed by a test")]
static WORDS: LazyLock<Words> =
    LazyLock::new(|| ron::from_str(include_str!("../../assets/lexicon/en/clutter.ron")).expect("the clutter list parses"));

/// All lines, and ends of lines, that are no news; left to right.
///
/// A line counts only as a whole: a sentence of news beside a link keeps its line, and only what follows
/// "Also read:" is taken off.
pub fn find_clutter(text: &str) -> Vec<Span> {
    let mut spans = Vec::new();
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let shown = line.trim();
        let at = start + (line.len() - line.trim_start().len());
        start += line.len();
        if shown.is_empty() {
            continue;
        }
        let clutter_at = if is_clutter(shown) { Some(0) } else { inline_link(shown) };
        if let Some(offset) = clutter_at {
            spans.push(Span::from_offsets(at + offset, at + shown.len()));
        }
    }
    spans
}

/// Whether a line, without white space around it, is no news.
fn is_clutter(line: &str) -> bool {
    if line.chars().count() > MAX_CHARS {
        return false;
    }
    let folded = folded(line);
    let bare = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let n_words = folded.split_whitespace().count();
    let is_short_enough = |max: usize| max == 0 || n_words <= max;
    bare.is_empty()
        || WORDS.whole.iter().any(|words| words == bare || *words == folded)
        || WORDS.begins.iter().any(|(words, max)| is_short_enough(*max) && begins_with(&folded, words))
        || WORDS.ends.iter().any(|(words, max)| is_short_enough(*max) && bare.ends_with(words.as_str()) && !is_sentence(line))
        || is_labelled(line, &folded, n_words)
        || report_date::is_byline(line)
        || is_bare_address(&folded)
}

/// Lower case, straight apostrophes, one blank between words, no list bullet in front.
fn folded(line: &str) -> String {
    let lower = line.to_lowercase().replace(['’', '‘'], "'");
    lower.trim_start_matches(['•', '*', '-', '–', '>', '»', '|', '#', ' ']).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `words` at the beginning, not in the middle of a longer word.
fn begins_with(folded: &str, words: &str) -> bool {
    let is_open = words.chars().next_back().is_some_and(|c| !c.is_alphabetic());
    folded.strip_prefix(words).is_some_and(|rest| is_open || !rest.starts_with(|c: char| c.is_alphabetic()))
}

/// "Photo: …", "ALSO READ | …"; a full sentence after a label is taken for news unless the label is a link's.
fn is_labelled(line: &str, folded: &str, n_words: usize) -> bool {
    let Some(label) = WORDS.labels.iter().filter(|label| begins_with(folded, label)).max_by_key(|label| label.len()) else {
        return false;
    };
    let rest = folded.get(label.len()..).unwrap_or_default().trim_start_matches([' ', '"', ')']);
    let is_shouted =
        label.contains(' ') && line.get(..label.len()).is_some_and(|start| start == start.to_uppercase() && start != start.to_lowercase());
    let is_link = WORDS.inline.contains(label);
    let is_brief = n_words <= if is_link { MAX_LINK_WORDS } else { MAX_LABEL_WORDS };
    is_brief && (rest.starts_with(MARKS) || is_shouted) && (is_link || !is_sentence(line))
}

/// Ends as sentences end: with a full stop after a word of lower case, or in quotes.
fn is_sentence(line: &str) -> bool {
    line.split_whitespace().count() > 6 && line.trim_end_matches(['"', '”', '’', '\'']).ends_with(['.', '!', '?'])
}

/// A web address alone on its line.
fn is_bare_address(folded: &str) -> bool {
    ["http://", "https://", "www."].iter().any(|start| folded.starts_with(start)) && !folded.contains(' ')
}

/// Where "Also read:" begins within a line of news, after the end of a sentence.
fn inline_link(line: &str) -> Option<usize> {
    let lower = line.to_ascii_lowercase(); // same offsets as the line
    WORDS
        .inline
        .iter()
        .flat_map(|words| lower.match_indices(words.as_str()))
        .filter(|(at, words)| {
            let before = line.get(..*at).unwrap_or_default().trim_end_matches([' ', '\u{a0}', '(', '[', '|']);
            let rest = line.get(at + words.len()..).unwrap_or_default().trim_start();
            before.ends_with(['.', '!', '?', '"', '”', '’', ')']) && rest.starts_with([':', '|', '–', '—', '»'])
        })
        .map(|(at, _)| at)
        .min()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<_> = find_clutter(text).into_iter().map(|span| span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[track_caller]
    fn is_whole(line: &str) {
        check(line, &[line]);
    }

    #[test]
    fn the_list_is_in_lower_case() {
        let all = WORDS
            .whole
            .iter()
            .chain(&WORDS.labels)
            .chain(&WORDS.inline)
            .chain(WORDS.begins.iter().chain(&WORDS.ends).map(|(words, _)| words));
        for words in all {
            assert_eq!(*words, words.to_lowercase(), "folded");
            assert!(!words.contains('’'), "straight apostrophe: {words}");
        }
        assert!(WORDS.inline.iter().all(|words| WORDS.labels.contains(words)), "what links inside a line links at its start too");
    }

    #[test]
    fn adverts_and_links_are_no_news() {
        for line in [
            "Advertisement",
            "ADVERTISEMENT - CONTINUE READING BELOW",
            "Read all the Latest News , Breaking News and Live Updates here.",
            "Also read: Lena Park to open the Harbour Festival on May 3",
            "ALSO READ | Marlow Lights adds a second night in Leeds.",
            "Also Read - Nine songs to hear this week",
            "Sign up for our newsletter and never miss a premiere.",
            "Follow us on Instagram and Twitter for more.",
            "Photo: Harbour Records",
            "(Photo by Ana Ruiz/Getty Images)",
            "Image Credit: Twitter",
            "Related:",
            "• Related: The ten best duets of 2021",
            "RELATED ARTICLE Marlow Lights announces a tour",
            "Subscribe to our daily briefing!",
            "Don’t miss",
            "https://example.org/story/1",
            "***",
            "© 2022 Bell Media. All rights reserved.",
            "Published: April 19, 2022",
            "3 min read",
            "PUBLISHED MAR 8, 2021",
            "by Ana Ruiz | Fri., May. 11, 2018 9:23 PM",
            "Ana Ruiz | 07-21-2024",
            "A post shared by Marlow Lights (@marlowlights) on Sep 3, 2020 at 7:15am PDT",
            "(Photo : Wavelet/@marlowlights)",
        ] {
            is_whole(line);
        }
    }

    #[test]
    fn news_that_begins_alike_stays_news() {
        for line in [
            "Advertisement sales for the final fell by a third on Monday.",
            "Sources: the film will not open on May 3, and no new date has been set.",
            "Photos from the set appeared on April 19, a day before filming was to end.",
            "Also on the bill are Marlow Lights, who play on May 3.",
            "Related works will be shown until June.",
            "Watch: the sequel arrives on April 22, the studio said on Tuesday.",
            "Subscribers will see the first episode on April 22.",
            "More from the singer is due in June.",
            "Follow Me Home, the group’s second album, is out on May 3.",
            "Read Between Lines will premiere on May 3.",
            "Share of Heart moves to Friday.",
            "Next – the tour reaches Leeds on May 3, the promoter said.",
            "Next of Kin is out on May 3.",
            "Next: Ruiz also said that her bandmate had helped her win the part of the keeper in the film",
            "By 3 May 2024, all twelve episodes will have been shown.",
            "The Photo: A Love Story opens on May 3.",
            "Published last week, the novel will be filmed in June.",
            "Marlow Lights | Leeds, Harbour Hall, May 3, 2024",
        ] {
            check(line, &[]);
        }
    }

    #[test]
    fn only_the_link_is_taken_off_a_paragraph() {
        check("The song is out on May 3. Also read: Ten duets to hear", &["Also read: Ten duets to hear"]);
        check("He said “I also read: every day of it.”", &[]);
    }

    #[test]
    fn places_are_bytes_of_the_text() {
        check("Café news.\n\n  Advertisement  \r\nMore news.", &["Advertisement"]);
    }
}
