//! Any text as an article: read to the end, every quote a part of it, every format written.
//!
//! `cargo +nightly fuzz run --fuzz-dir tests/fuzz article`
#![no_main]

use std::sync::Arc;

use dateline::article::{Article, DateSource, ReportDate};
use dateline::snapshot::FORMATS;
use dateline::timeline::Timeline;
use dateline::{events, language};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|parts: (i16, &str)| {
    let (days, text) = parts;
    let mut article = Article::new(text.to_owned(), "article.txt".to_owned());
    let epoch = "2022-04-19".parse().expect("a day");
    article.reported = dateline::civil::calendar::day_shifted(epoch, days.into(), dateline::civil::Unit::Day)
        .map(|day| ReportDate::new(day, DateSource::DateLine));
    let reading = language::read(text, article.report_day());
    let study = events::study(&article, &reading);
    let found = events::find_events(&article, &reading, study, &events::Lore::default());
    for event in &found {
        assert!(text.get(event.quote.as_range()).is_some());
    }
    let timeline = Timeline::build(vec![(Arc::new(article), found)], Vec::new(), 0);
    for format in FORMATS {
        (format.write)(&timeline, "", &mut Vec::new()).expect("memory takes everything");
    }
});
