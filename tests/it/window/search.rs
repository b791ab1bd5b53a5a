//! Search finds what the screen says as well as what an article says; a hit is shown, or the window says why not.

use dateline::app::{Action, Command, Look};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::{Filter, Group, words};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, shapes, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn searching(timeline: Timeline, filter: Filter) -> Harness<'static, Window> {
    let mut harness = window(SIZE, timeline);
    harness.state_mut().state.run(Command::SetFilter(filter));
    harness.run_steps(3);
    harness
}

fn query(words: &str) -> Filter {
    Filter { query: words.to_owned(), ..Filter::default() }
}

/// The announcements that are left, by their titles.
#[track_caller]
fn check(words: &str, expected: &[&str]) {
    let harness = searching(story(), query(words));
    let state = &harness.state().state;
    let shown = state.shown.iter().zip(&state.ledger.timeline.announcements).filter(|(is_shown, _)| **is_shown);
    let titles: Vec<String> = shown.map(|(_, announcement)| words::title_text(announcement)).collect();
    assert_eq!(titles, expected, "{words}");
    assert_eq!(state.hits.is_empty(), expected.is_empty(), "{words}: what is found can be gone to");
}

#[test]
fn an_announcement_is_found_by_its_title_and_its_changes_by_their_words() {
    check("1 day earlier", &["Low Tide · release"]);
    check("low tide production", &["Low Tide · production"]);
    check("solo duet", &["Low Tide · format of the release"]);
    check("cancelled", &["Harbour fan meeting · performance"]);
    check("9 april 2022", &["Winter Harbour · premiere"]);
    check("postponed", &[]);
}

#[test]
fn what_stands_on_the_screen_is_found_as_it_stands_there() {
    // of one sentence that tells of two days both episodes are found
    let on_that_day = ["Low Tide · release", "Winter Harbour, episode 5 · broadcast", "Winter Harbour, episode 6 · broadcast"];
    check("24 Apr 2022", &on_that_day);
    check("Sun 24 Apr 2022,", &on_that_day);
    check("Low Tide · release", &["Low Tide · release", "Low Tide · format of the release"]);
    check("“Winter Harbour”, premiere…", &["Winter Harbour · premiere"]);
}

#[test]
fn the_search_says_what_is_searched() {
    let harness = window(SIZE, story());
    let field = harness.get_by_label("Search");
    let told = field.accesskit_node().description().unwrap_or_default();
    assert!(["names", "dates", "changes", "quoted sentences"].iter().all(|what| told.contains(what)), "{told}");
}

/// What the detail shows after going to the first hit, and what the window says.
fn first_hit(harness: &mut Harness<'static, Window>) -> (Option<String>, Option<String>) {
    harness.state_mut().state.run(Command::Act(Action::NextHit));
    harness.run_steps(3);
    let state = &harness.state().state;
    (state.detail.as_ref().map(|detail| format!("{} · {}", detail.subject, detail.kind)), state.message.clone())
}

#[test]
fn going_to_a_hit_unfolds_its_lane() {
    for (look, words, group) in [
        (Look::Timeline, "premiered", Group::Happened),
        (Look::Timeline, "album came out", Group::Background),
        (Look::List, "album came out", Group::Background),
        (Look::DateHistory, "premiered", Group::Happened),
    ] {
        let mut harness = searching(story(), query(words));
        harness.state_mut().state.run(Command::Look(look));
        if !harness.state().state.is_folded(group) {
            harness.state_mut().state.run(Command::ToggleGroup(group));
        }
        let before = harness.state().state.detail.as_ref().map(|detail| detail.subject.clone());
        assert_eq!(before.as_deref(), Some("Low Tide"), "another one is selected");
        let (detail, message) = first_hit(&mut harness);
        assert!(detail.is_some_and(|detail| !detail.starts_with("Low Tide")), "{words}: its own detail is shown");
        assert!(!harness.state().state.is_folded(group), "{words}: its lane is unfolded in {look:?}");
        assert_eq!(message, None, "{words}");
    }
}

#[test]
fn a_hit_that_the_filter_leaves_out_says_so_and_has_its_detail() {
    let mut harness = searching(story(), Filter { changed_only: true, ..query("premiered") });
    let (detail, message) = first_hit(&mut harness);
    assert_eq!(detail.as_deref(), Some("Winter Harbour · premiere"));
    assert_eq!(message.as_deref(), Some("“Winter Harbour” is left out by the filter: see its detail"));
    harness.state_mut().state.run(Command::SetFilter(query("fan meeting")));
    let (_, message) = first_hit(&mut harness);
    assert_eq!(message, None, "what was said of another is not left standing");
}

#[test]
fn hits_beside_what_the_filter_shows_are_those_in_it() {
    let all = searching(story(), query("the")).state().state.hits.len();
    let harness = searching(story(), Filter { changed_only: true, ..query("the") });
    let (state, homes) = (&harness.state().state, &harness.state().state.ledger.timeline.homes);
    assert!((1..all).contains(&state.hits.len()), "{} of {all}", state.hits.len());
    for hit in &state.hits {
        let home = homes[*hit as usize];
        assert!(home.announcement.or(home.about).is_some_and(|id| state.shown[id as usize]), "statement {hit} is left out");
    }
}

#[test]
fn a_hit_of_no_announcement_shows_its_article_and_no_other_detail() {
    let mut sheet = Sheet::new("1.txt", "", ymd(2022, 4, 20), "A spokesman confirmed it on Wednesday.");
    sheet.says("spokesman", "", Kind::Report, "A spokesman confirmed it on Wednesday.", None);
    let mut song = Sheet::new("2.txt", "", ymd(2022, 4, 21), "The song Low Tide moves from April 25 to April 24.");
    let days = [(ymd(2022, 4, 25), "April 25"), (ymd(2022, 4, 24), "April 24")];
    song.moves(("Low Tide", "song"), ("The song Low Tide moves from April 25 to April 24.", "moves"), days);
    let mut harness = searching(Timeline::build(vec![sheet.done(), song.done()], Vec::new(), 0), query("spokesman"));
    let (detail, message) = first_hit(&mut harness);
    assert_eq!(detail, None);
    assert_eq!(message.as_deref(), Some("This statement is part of no announcement: only its article is shown"));
    let state = &harness.state().state;
    assert_eq!(state.reading.map(|reading| state.ledger.timeline.articles[reading.article as usize].file.as_str()), Some("1.txt"));
}

#[test]
fn a_search_leads_first_to_what_has_an_announcement() {
    let mut sheet = Sheet::new("1.txt", "", ymd(2022, 4, 20), "A spokesman confirmed it. The song Low Tide is out on May 3.");
    sheet.says("spokesman for Low Tide", "", Kind::Report, "A spokesman confirmed it.", None);
    let claim = sheet.claim(super::fixture::day(ymd(2022, 5, 3)), "May 3");
    sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on May 3.", Some(claim));
    let mut harness = searching(Timeline::build(vec![sheet.done()], Vec::new(), 0), query("low tide"));
    assert_eq!(harness.state().state.hits.len(), 2);
    let (detail, message) = first_hit(&mut harness);
    assert_eq!((detail.as_deref(), message), (Some("Low Tide · release"), None));
    harness.state_mut().state.run(Command::Act(Action::PreviousHit));
    assert_eq!(harness.state().state.hit, Some(0), "the other is one step back");
}

#[test]
fn a_word_of_a_statement_without_a_row_leads_to_it_and_is_marked() {
    let mut sheet = Sheet::new("1.txt", "", ymd(2022, 4, 20), "The day is set. A spokesman confirmed it on Wednesday.");
    sheet.says("spokesman", "", Kind::Report, "A spokesman confirmed it on Wednesday.", None);
    let mut harness = searching(Timeline::build(vec![sheet.done()], Vec::new(), 0), query("spokesman"));
    assert!(harness.query_by_label("Nothing matches").is_none());
    harness.get_by_label("“spokesman” is found in 1 statement");
    let n_lines = |harness: &Harness<'static, Window>| {
        let is_flat = |ends: &[egui::Pos2; 2]| (ends[0].y - ends[1].y).abs() < 0.1;
        let is_mark = |shape: &egui::Shape| matches!(shape, egui::Shape::LineSegment { stroke, points } if (stroke.width - 3.0).abs() < 0.1 && is_flat(points));
        shapes(harness).iter().filter(|shape| is_mark(shape)).count()
    };
    let before = n_lines(&harness);
    harness.get_by_label("Show it").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.reading.map(|reading| reading.article), Some(0));
    assert_eq!(n_lines(&harness), before + 1, "the word is underlined in the article");
}

#[test]
fn where_nothing_is_found_the_window_says_what_was_searched() {
    let harness = searching(story(), query("listeners"));
    harness.get_by_label("Nothing matches “listeners”");
    assert!(harness.query_all_by_label_contains("An article may have the word elsewhere").count() > 0);
}

#[test]
fn a_window_of_middling_width_has_room_to_say_what_is_searched() {
    let harness = window([1024.0, 640.0], story());
    let says =
        shapes(&harness).into_iter().any(|shape| matches!(shape, egui::Shape::Text(text) if text.galley.text() == "Names, changes  /"));
    assert!(says, "the field only says that it searches");
    // what made room for it is a line of the menu
    assert!(harness.query_by_label("Export…").is_none());
    harness.get_by_label("Menu").click();
    let mut harness = harness;
    harness.run_steps(3);
    harness.get_by_label_contains("Export…");
}

#[test]
fn a_day_is_found_however_it_is_written() {
    for words in ["24 April 2022", "2022-04-24"] {
        let harness = searching(story(), query(words));
        assert!(!harness.state().state.hits.is_empty(), "{words:?} is not found");
    }
}

#[test]
fn the_filter_speaks_as_the_lanes_do() {
    let mut harness = window([1280.0, 800.0], story());
    harness.get_by_label("Filter").click();
    harness.run_steps(3);
    for group in ["Scheduled", "Happened", "Cancelled", "format", "release"] {
        assert!(harness.query_all_by_label(group).count() > 0, "{group:?} is not offered");
    }
    assert_eq!(harness.query_all_by_label("dated").count(), 0);
    harness.get_by_label("format").click();
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!(state.lanes.n_shown, 1, "the duet");
    harness.get_by_label("Remove filter format");
}
