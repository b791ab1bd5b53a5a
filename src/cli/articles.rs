//! `dateline articles`: every article as it was read.

use std::io::{self, Write};

use serde::Serialize;

use crate::article::Article;
use crate::timeline::Timeline;

/// One line of `articles --jsonl`; what scripts rely on.
#[derive(Serialize)]
struct Line<'a> {
    file: &'a str,
    title: Option<&'a str>,
    outlet: Option<&'a str>,
    author: Option<&'a str>,
    url: Option<&'a str>,
    language: Option<&'a str>,
    reported: Option<String>,
    reported_from: Option<String>,
    modified: Option<String>,
    text: &'a str,
}

impl<'a> Line<'a> {
    fn of(article: &'a Article) -> Self {
        Self {
            file: &article.file,
            title: article.title.as_deref(),
            outlet: article.outlet.as_deref(),
            author: article.author.as_deref(),
            url: article.url.as_deref(),
            language: article.language.as_deref(),
            reported: article.report_day().map(|day| day.to_string()),
            reported_from: article.reported.map(|reported| reported.source_text()),
            modified: article.modified.map(|day| day.to_string()),
            text: &article.text,
        }
    }
}

/// Prints the articles, oldest report first.
pub(super) fn run(timeline: &Timeline, jsonl: bool, out: &mut impl Write) -> io::Result<()> {
    for (at, article) in timeline.articles.iter().enumerate() {
        if jsonl {
            serde_json::to_writer(&mut *out, &Line::of(article))?;
            writeln!(out)?;
        } else {
            if at > 0 {
                writeln!(out, "\n{}\n", "─".repeat(72))?;
            }
            for_a_person(article, out)?;
        }
    }
    Ok(())
}

fn for_a_person(article: &Article, out: &mut impl Write) -> io::Result<()> {
    let reported = match article.reported {
        Some(reported) => format!("reported {} (from the {})", reported.day, reported.source_text()),
        None => "no report date".to_owned(),
    };
    writeln!(out, "{}, {reported}", article.file)?;
    for told in [&article.title, &article.outlet, &article.author, &article.url].into_iter().flatten() {
        writeln!(out, "{told}")?;
    }
    writeln!(out, "\n{}", article.text)
}
