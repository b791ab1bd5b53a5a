//! Whole stories, read from files to changes: the folder's name is the test, `expected.golden` what must come out.
//!
//! `UPDATE_GOLDEN=1 cargo test --test it corpus` writes what comes out now; read it before it is kept.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use dateline::civil::edtf::edtf;
use dateline::events::Claim;
use dateline::pipeline::{self, OpenWhat, Options};
use dateline::timeline::{Announcement, Change, EventId, Timeline};

const GOLDEN: &str = "expected.golden";

fn stories() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/corpus");
    let mut found: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    found.sort();
    found
}

#[test]
fn every_story_of_the_corpus_comes_out_as_expected() {
    let mut faults = String::new();
    for story in stories() {
        let timeline = pipeline::open(&OpenWhat::Path(story.clone()), Options::default(), &|_| {}, &AtomicBool::new(false)).unwrap();
        let shown = show(&timeline);
        let golden = story.join(GOLDEN);
        if std::env::var_os("UPDATE_GOLDEN").is_some() {
            std::fs::write(&golden, &shown).unwrap();
            continue;
        }
        let expected = std::fs::read_to_string(&golden).unwrap_or_default();
        if shown != expected {
            let name = story.file_name().unwrap().to_string_lossy();
            writeln!(faults, "== {name}\n{}", differing(&expected, &shown)).unwrap();
        }
    }
    assert!(faults.is_empty(), "\n{faults}\nUPDATE_GOLDEN=1 writes what comes out now");
}

/// The lines that only one side has.
fn differing(expected: &str, shown: &str) -> String {
    let only = |mark: &str, all: &str, other: &str| -> String {
        all.lines()
            .filter(|line| !other.lines().any(|known| known == *line))
            .fold(String::new(), |text, line| format!("{text}{mark} {line}\n"))
    };
    format!("{}{}", only("-", expected, shown), only("+", shown, expected))
}

/// One line a row: each announcement, its statements, its history.
fn show(timeline: &Timeline) -> String {
    let mut text = String::new();
    for announcement in &timeline.announcements {
        show_announcement(timeline, announcement, &mut text);
    }
    for problem in &timeline.problems {
        writeln!(text, "problem {}: {}", problem.file, problem.problem).unwrap();
    }
    text
}

fn show_announcement(timeline: &Timeline, found: &Announcement, text: &mut String) {
    let part = found.part.as_ref().map(|part| format!(", {part}")).unwrap_or_default();
    let background = if found.is_background { " (background)" } else { "" };
    let current = value(found.current.as_ref(), found.current_text.as_ref());
    writeln!(
        text,
        "{}{part} · {} · {}: {} {current}{background}",
        found.subject,
        found.kind.name(),
        found.facet.name(),
        found.state.name()
    )
    .unwrap();
    for id in &found.events {
        let event = &timeline.events[*id as usize];
        let said = value(event.claim.as_ref(), event.value_text.as_ref());
        writeln!(text, "  {} {} {said} “{}”", reported(timeline, *id), event.status.name(), timeline.quote_of(*id).replace('\n', " "))
            .unwrap();
    }
    for change in &found.changes {
        writeln!(text, "  → {}", step(timeline, change)).unwrap();
    }
}

fn step(timeline: &Timeline, change: &Change) -> String {
    let days = change.n_days.map(|n| format!(" ({n:+})")).unwrap_or_default();
    let files: Vec<&str> = timeline.witnesses(change).articles.iter().map(|idx| timeline.articles[*idx as usize].file.as_str()).collect();
    let (from, to) = (value(change.from.as_ref(), change.from_text.as_ref()), value(change.to.as_ref(), change.to_text.as_ref()));
    format!("{} {} {}: {from} → {to}{days} by {}", change.reported, change.kind.name(), change.basis.name(), files.join(", "))
}

fn reported(timeline: &Timeline, id: EventId) -> String {
    timeline.article_of(id).and_then(|article| article.report_day()).map_or_else(|| "undated".to_owned(), |day| day.to_string())
}

fn value(claim: Option<&Claim>, words: Option<&String>) -> String {
    match (claim, words) {
        (Some(claim), _) => edtf(&claim.date).unwrap_or_else(|| "recurring".to_owned()),
        (None, Some(words)) => words.clone(),
        (None, None) => "–".to_owned(),
    }
}
