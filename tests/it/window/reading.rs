//! The watched folder: new articles appear, and what was selected, hidden and in sight stays.

use std::path::Path;

use dateline::app::{Action, Command, OpenWhat, Phase};
use dateline::ui::Window;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{empty_window, shapes, ymd};
use super::ways::{folder, wait};

const THIRD: &str =
    "date 2022-04-23 Good news. The song \"Low Tide\" will now be released on April 23, 2022, a day earlier than planned.\n";

fn open(folder: &Path) -> Harness<'static, Window> {
    let mut harness = empty_window([1280.0, 800.0]);
    harness.step();
    let job = harness.state_mut().state.run(Command::Open(OpenWhat::Path(folder.to_owned()))).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.phase == Phase::Shown);
    harness
}

/// What the folder's watcher asks for.
fn read_again(harness: &mut Harness<'static, Window>, n_articles: usize) {
    let job = harness.state_mut().state.run(Command::Act(Action::Reload)).unwrap();
    harness.state().start_job(job);
    wait(harness, |window| window.state.phase == Phase::Shown && window.state.latest.timeline.articles.len() == n_articles);
}

#[test]
fn a_new_article_appears_marked_new_and_selection_and_days_stay() {
    let folder = folder();
    let mut harness = open(folder.path());
    harness.state_mut().state.run(Command::Act(Action::ZoomIn));
    harness.run_steps(2);
    let before = harness.state().state.clone();
    std::fs::write(folder.path().join("3.txt"), THIRD).unwrap();
    read_again(&mut harness, 3);
    let after = &harness.state().state;
    assert_eq!(after.selection.as_ref().map(|s| &s.key), before.selection.as_ref().map(|s| &s.key));
    assert!(before.selection.is_some());
    assert_eq!((after.sight, after.scroll, after.is_detail_open), (before.sight, before.scroll, before.is_detail_open));
    assert_eq!(after.new_files.iter().collect::<Vec<_>>(), ["3.txt"]);
    harness.get_by_label_contains("1 article new");
    let words = shapes(&harness).into_iter().filter_map(|shape| if let egui::Shape::Text(text) = shape { Some(text) } else { None });
    assert!(
        words.into_iter().any(|text| text.galley.text().ends_with(", new") || text.galley.text() == "new"),
        "no row says that it is new"
    );
    harness.get_by_label("What was read").click();
    harness.run_steps(3);
    harness.get_by_label_contains("new · 23 Apr");
}

#[test]
fn later_reports_stay_hidden_when_the_folder_is_read_again() {
    let folder = folder();
    let mut harness = open(folder.path());
    let job = harness.state_mut().state.run(Command::KnownOn(Some(ymd(2022, 4, 19)))).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.known_on.is_some());
    std::fs::write(folder.path().join("3.txt"), THIRD).unwrap();
    read_again(&mut harness, 3);
    let state = &harness.state().state;
    assert_eq!(state.known_on, Some(ymd(2022, 4, 19)));
    assert_eq!((state.ledger.timeline.articles.len(), state.latest.timeline.articles.len()), (1, 3));
    harness.get_by_label_contains("As known on Tue 19 Apr 2022: later reports are hidden");
    harness.get_by_label("Back to latest").click();
    wait(&mut harness, |window| window.state.ledger.timeline.articles.len() == 3);
    assert_eq!(harness.state().state.known_on, None);
}

#[test]
fn an_article_taken_away_takes_its_change_with_it() {
    let folder = folder();
    let mut harness = open(folder.path());
    harness.get_by_label_contains("1 day earlier (25 Apr → 24 Apr)");
    std::fs::remove_file(folder.path().join("2.txt")).unwrap();
    read_again(&mut harness, 1);
    harness.get_by_label_contains("None of");
    assert!(harness.state().state.changed().is_empty());
}

#[test]
fn a_folder_that_vanished_says_so_and_what_was_read_stays() {
    let folder = folder();
    let mut harness = open(folder.path());
    std::fs::remove_dir_all(folder.path()).unwrap();
    let job = harness.state_mut().state.run(Command::Act(Action::Reload)).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.message.is_some());
    assert_eq!(harness.state().state.latest.timeline.articles.len(), 2);
    harness.get_by_label_contains("1 day earlier (25 Apr → 24 Apr)");
}
