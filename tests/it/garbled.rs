//! Files cut short, garbled or made up: every reader comes to an end, and whatever it gives holds together.

use dateline::article::{Article, DateSource, ReportDate};
use dateline::readers::{self, READERS, Source};
use dateline::{events, language};
use proptest::prelude::*;

/// One good file of each format.
const SPECIMENS: &[(&str, &str)] = &[
    ("a.txt", " date 2022-04-19 The song is out.\nAlso read: more\nMore on May 3."),
    ("2022-04-19.text", "SEOUL, April 19 — The song is out. Also read: more songs\n(Photo: Bell)"),
    (
        "a.md",
        "---\ntitle: \"Song: out\"\nauthor:\n  - \"[[Ana Ruiz]]\"\npublished: 2022-04-19T10:00\n---\n# Song\n> It is **out** [here](x) ![y](z).\n",
    ),
    (
        "a.json",
        "[{\"text\": \"The song is out.\", \"date\": \"2022-04-19 10:30\", \"authors\": [\"Ana\"]}, {\"content\": \"More.\", \"x\": NaN}]",
    ),
    ("a.jsonl", "{\"text\": \"The song is out.\", \"reported\": \"2022-04-19\"}\n{\"text\": \"More.\"}\n"),
    (
        "a.html",
        "<!DOCTYPE html><html lang=en><head><title>Song</title><meta name=date content='2022-04-19'><script type=\"application/ld+json\">{\"@type\":\"NewsArticle\",\"datePublished\":\"2022-04-19\"}</script></head><body><nav>x</nav><h1>Song &amp; film</h1><div class=\"body date\"><p>The song, they said, is out on May 3, and so is the film that goes with it.<p>More &#8217;s here.</div></body></html>",
    ),
    (
        "a.xml",
        "<?xml version=\"1.0\" encoding=\"utf-8\"?><rss><channel><title>Bell</title><item><title>Song</title><pubDate>Tue, 19 Apr 2022</pubDate><description><![CDATA[<p>Out &amp; about</p>]]></description></item></channel></rss>",
    ),
    (
        "a.eml",
        "From: \"Bell\" <b@bell.example>\r\nSubject: =?utf-8?Q?Song_=C3=A9?=\r\nDate: Tue, 19 Apr 2022 08:00:00 +0900\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\nContent-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nThe song =E9 is=\r\n out.\r\n--x--\r\n",
    ),
];

/// Reads bytes as that file, and checks what every reader promises.
#[track_caller]
fn check(file: &str, bytes: &[u8]) {
    let outcome = readers::read(&Source { file, above: "2022", bytes }, true);
    for article in &outcome.articles {
        assert!(!article.text.trim().is_empty(), "an article has a text");
        assert!(!article.text.contains(['\r', '\0', '\u{feff}']), "a text is tidy");
        let mut end = 0;
        for span in &article.clutter {
            assert!(span.start >= end && !span.of(&article.text).is_empty(), "clutter lies in the text, in order");
            end = span.end;
        }
    }
    for problem in &outcome.problems {
        assert_eq!(problem.file, file);
        assert!(!problem.problem.is_empty() && !problem.hint.is_empty() && !problem.problem.contains('\n'), "{problem:?}");
    }
    assert!(!outcome.articles.is_empty() || !outcome.problems.is_empty() || outcome.n_skipped == 1, "nothing is lost without a word");
}

#[test]
fn every_format_has_a_specimen_that_reads_well() {
    for format in READERS {
        let is_read = |(file, text): &&(&str, &str)| {
            let head = readers::Head::new(file, text.as_bytes(), false);
            readers::format_of(&head).is_some_and(|found| found.name == format.name)
        };
        let (file, text) = SPECIMENS.iter().find(is_read).expect(format.name);
        let outcome = readers::read(&Source { file, above: "", bytes: text.as_bytes() }, false);
        assert!(outcome.articles.iter().any(|article| article.reported.is_some()), "{file}: {outcome:?}");
    }
}

#[test]
fn a_file_may_be_cut_anywhere() {
    for (file, text) in SPECIMENS {
        for end in 0..text.len() {
            check(file, &text.as_bytes()[..end]);
            check(file, &text.as_bytes()[end..]);
        }
    }
}

#[test]
fn any_byte_may_be_another() {
    for (file, text) in SPECIMENS {
        for at in 0..text.len() {
            for byte in [0, b'\n', b'"', b'<', b'>', b'&', b'=', b'[', 0xc3, 0xff] {
                let mut bytes = text.as_bytes().to_vec();
                bytes[at] = byte;
                check(file, &bytes);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_may_stand_in_any_file(bytes in prop::collection::vec(any::<u8>(), 0..400), which in 0..SPECIMENS.len()) {
        check(SPECIMENS[which].0, &bytes);
    }

    #[test]
    fn parts_of_good_files_may_stand_in_any_order(cuts in prop::collection::vec((0..SPECIMENS.len(), 0..400_usize, 1..60_usize), 1..30), which in 0..SPECIMENS.len()) {
        let mut bytes = Vec::new();
        for (specimen, start, n) in cuts {
            let text = SPECIMENS[specimen].1.as_bytes();
            let start = start % text.len();
            bytes.extend(&text[start..(start + n).min(text.len())]);
        }
        check(SPECIMENS[which].0, &bytes);
    }
}

/// Texts in which something once went wrong.
const ARTICLES: &[&str] = &[
    // a name that reaches over the verb that cites it
    "date 2023-03-10\nMina Rowe'states new single \" Rowe's single \"Paper Lanterns\" will be released on MarHowever, the song will now be \
     released o&\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}\u{0}17, Bluewater Sound announced on Friday.\n",
];

#[test]
fn an_article_cut_and_joined_in_the_middle_of_words_is_read_to_its_end() {
    for text in ARTICLES {
        let mut article = Article::new((*text).to_owned(), "article.txt".to_owned());
        article.reported = "2022-04-19".parse().ok().map(|day| ReportDate::new(day, DateSource::DateLine));
        let reading = language::read(text, article.report_day());
        let study = events::study(&article, &reading);
        for event in events::find_events(&article, &reading, study, &events::Lore::default()) {
            assert!(text.get(event.quote.as_range()).is_some(), "a quote is a part of its article");
        }
    }
}
