//! The ways through the window: see the change, click it, find both sentences, write it, open it again.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use dateline::app::{Action, Command, Phase};
use dateline::ui::Window;
use dateline::view::Arrange;
use egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{empty_window, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];

#[derive(Debug)]
struct Dropped(PathBuf);

impl egui::DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        Err("a folder".to_owned())
    }
}

fn drop_on(harness: &mut Harness<'static, Window>, path: &Path) {
    harness.input_mut().dropped_files.push(Arc::new(Dropped(path.to_owned())));
    harness.step();
}

/// Steps until the worker has answered.
pub fn wait(harness: &mut Harness<'static, Window>, is_done: impl Fn(&Window) -> bool) {
    for _ in 0..20_000 {
        harness.step();
        if is_done(harness.state()) {
            harness.run_steps(3);
            return;
        }
        std::thread::yield_now();
    }
    panic!("the worker has not answered: {:?}", harness.state().state.phase);
}

/// A folder with two invented articles: a song moved by a day.
pub fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let first = "date 2022-04-19 Mina Sol returns this month. The song \"Low Tide\" will be released on April 25, 2022.\n";
    let second = "date 2022-04-21 Listeners wait. The song \"Low Tide\" was slated to be released on April 25, 2022. However, the song will now be released on April 24, 2022.\n";
    std::fs::write(folder.path().join("1.txt"), first).unwrap();
    std::fs::write(folder.path().join("2.txt"), second).unwrap();
    folder
}

#[test]
fn the_first_change_is_selected_and_explained_without_a_click() {
    let harness = window(SIZE, story());
    harness.get_by_label_contains("was quote: The song Low Tide is set to drop on April 25 at 12 am KST");
    harness.get_by_label_contains("now quote: However, now, it will be released on April 24.");
}

#[test]
fn a_folder_is_opened_exported_and_opened_again() {
    let folder = folder();
    let mut harness = empty_window(SIZE);
    harness.step();
    harness.get_by_label("Open the sample story");
    drop_on(&mut harness, folder.path());
    wait(&mut harness, |window| window.state.phase == Phase::Shown);
    harness.get_by_label_contains("1 day earlier (25 Apr → 24 Apr)");
    let file = folder.path().join("story.ron");
    let job = harness.state_mut().state.run(Command::ExportTo(file.clone())).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.message.is_some());
    assert!(file.is_file(), "{:?}", harness.state().state.message);
    let mut again = empty_window(SIZE);
    drop_on(&mut again, &file);
    wait(&mut again, |window| window.state.phase == Phase::Shown);
    again.get_by_label_contains("1 day earlier (25 Apr → 24 Apr)");
    again.get_by_label_contains("now quote:");
}

#[test]
fn what_is_written_while_later_reports_are_hidden_says_so() {
    let folder = folder();
    let mut harness = window(SIZE, story());
    let job = harness.state_mut().state.run(Command::KnownOn(Some(ymd(2022, 4, 20)))).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.known_on.is_some());
    let job = harness.state_mut().state.run(Command::ExportTo(folder.path().join("story.md"))).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.message.is_some());
    let message = harness.state().state.message.clone().unwrap_or_default();
    assert!(message.ends_with("as known on Wed 20 Apr 2022"), "{message}");
}

#[test]
fn a_folder_that_is_not_there_says_so_and_offers_a_way_on() {
    let mut harness = empty_window(SIZE);
    drop_on(&mut harness, Path::new("/no/such/folder"));
    wait(&mut harness, |window| matches!(window.state.phase, Phase::Failed(_)));
    harness.get_by_label_contains("No such file or folder");
    harness.get_by_label("Open the sample story").click();
    wait(&mut harness, |window| window.state.phase == Phase::Shown);
    assert!(!harness.state().state.ledger.timeline.announcements.is_empty());
}

#[test]
fn the_arrangement_is_switched_with_a_click() {
    let mut harness = window(SIZE, story());
    harness.get_by_label("Report date").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.settings.arrange, Arrange::Reported);
    harness.get_by_label_contains("reported on Thu 21 Apr 2022: Sun 24 Apr 2022");
}

#[test]
fn a_click_on_a_changed_mark_shows_was_and_now() {
    let mut harness = window(SIZE, story());
    harness.get_by_label_contains("Harbour fan meeting · performance: cancelled").click();
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!(state.detail.as_ref().unwrap().subject, "Harbour fan meeting");
    harness.get_by_label_contains("Low Tide · release: 1 day earlier. Was Mon 25 Apr 2022, 00:00 KST. Now Sun 24 Apr 2022.").click();
    harness.run_steps(3);
    let detail = harness.state().state.detail.clone().unwrap();
    assert_eq!(detail.was.as_deref(), Some("Mon 25 Apr 2022, 00:00 KST"));
    assert_eq!(detail.now, "Sun 24 Apr 2022, no time given");
}

#[test]
fn a_quote_leads_to_its_article_and_back_to_its_announcement() {
    let mut harness = window(SIZE, story());
    harness.get_by_label_contains("was quote:").click();
    harness.run_steps(3);
    let reading = harness.state().state.reading.unwrap();
    let article = Arc::clone(&harness.state().state.ledger.timeline.articles[reading.article as usize]);
    assert_eq!(article.file, "001.txt");
    harness.get_by_label_contains("Article 1: Reported Tue 19 Apr 2022");
}

#[test]
fn what_was_known_on_a_day_hides_what_came_later() {
    let mut harness = window(SIZE, story());
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    wait(&mut harness, |window| window.state.known_on.is_some());
    assert_eq!(harness.state().state.ledger.timeline.articles.len(), 1);
    harness.get_by_label("Back to latest").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.ledger.timeline.articles.len(), 3);
}

#[test]
fn searching_leaves_what_holds_the_words_and_says_how_much() {
    let mut harness = window(SIZE, story());
    harness.get_by_label("Search").focus();
    harness.run_steps(2);
    harness.get_by_label("Search").type_text("fan meeting");
    harness.run_steps(3);
    assert_eq!(harness.state().state.lanes.n_shown, 1);
    harness.get_by_label("Remove filter “fan meeting”").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.lanes.n_shown, 9);
}

#[test]
fn words_that_match_nothing_say_what_to_do() {
    let mut harness = window(SIZE, story());
    harness.get_by_label("Search").focus();
    harness.run_steps(2);
    harness.get_by_label("Search").type_text("nowhere at all");
    harness.run_steps(3);
    harness.get_by_label("Nothing matches “nowhere at all”");
    harness.get_by_label("Clear the search").click();
    harness.run_steps(3);
    assert!(harness.state().state.filter.is_off());
}

#[test]
fn going_back_returns_to_where_one_was() {
    let mut harness = window(SIZE, story());
    let first = harness.state().state.selection.clone();
    harness.key_press(Key::CloseBracket);
    harness.run_steps(3);
    assert_ne!(harness.state().state.selection, first);
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
    harness.run_steps(3);
    assert_eq!(harness.state().state.selection.as_ref().map(|s| &s.key), first.as_ref().map(|s| &s.key));
}

#[test]
fn nothing_in_the_bar_overlaps_in_any_size() {
    for size in [[1024.0, 640.0], [1280.0, 800.0], [1920.0, 1080.0]] {
        let harness = window(size, story());
        let roles = [Role::Button, Role::RadioButton, Role::TextInput, Role::SearchInput];
        let bar: Vec<_> = harness
            .root()
            .children_recursive()
            .filter(|node| roles.contains(&node.accesskit_node().role()) && node.rect().bottom() < 56.0 && node.rect().height() > 1.0)
            .map(|node| (format!("{:?}", node.accesskit_node().label()), node.rect()))
            .collect();
        assert!(bar.len() >= 10, "{bar:?}");
        for (at, (name, rect)) in bar.iter().enumerate() {
            assert!(rect.right() <= size[0] && rect.left() >= 0.0, "{name} leaves the window at {size:?}");
            for (other, its) in bar.iter().skip(at + 1) {
                assert!(!rect.shrink(1.0).intersects(*its), "{name} and {other} overlap at {size:?}");
            }
        }
    }
}

#[test]
fn an_article_opened_by_itself_stands_beside_no_announcement() {
    let mut harness = window(SIZE, story());
    assert!(harness.state().state.detail.is_some());
    harness.get_by_label_contains("1 article, reported Tue 19 Apr 2022").click();
    harness.run_steps(3);
    let state = &harness.state().state;
    assert!(state.detail.is_none() && state.reading.is_some());
    harness.state_mut().state.run(Command::Act(Action::Back));
    harness.run_steps(3);
    assert!(harness.state().state.detail.is_some(), "one can go back to it");
}
