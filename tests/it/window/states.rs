//! Each state of the window says what to do next, and an idle window rests.

use dateline::app::{Command, Look, Panel, PathFor, Phase, Reply};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::Filter;
use dateline::view::legend::Shape;
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, day, empty_window, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];

/// An article, with one date or none.
fn quiet(has_date: bool) -> Timeline {
    let mut sheet = Sheet::new("1.txt", "Harbour Daily", ymd(2022, 4, 19), "The song Low Tide is out on April 25. It is loved.");
    if has_date {
        let claim = sheet.claim(day(ymd(2022, 4, 25)), "April 25");
        sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on April 25.", Some(claim));
    }
    Timeline::build(vec![sheet.done()], Vec::new(), 1)
}

/// Every one of these can be read in the window.
#[track_caller]
fn check(harness: &Harness<'static, Window>, expected: &[&str]) {
    for words in expected {
        assert!(harness.query_all_by_label_contains(words).count() > 0, "{words:?} is not in the window");
    }
}

#[test]
fn the_empty_window_says_what_to_open_and_shows_an_article() {
    let mut harness = empty_window(SIZE);
    harness.run_steps(2);
    check(&harness, &["Open folder…", "Open the sample story", "date 2022-04-21", "Nothing leaves this computer"]);
}

#[test]
fn while_nothing_is_read_yet_reading_can_be_cancelled() {
    let mut harness = empty_window(SIZE);
    harness.state_mut().state.run(Command::Open(dateline::app::OpenWhat::Sample));
    let generation = harness.state().state.generation();
    harness.state_mut().state.apply(generation, Reply::Progress { n_read: 3, n_found: 40, per_second: 12 });
    harness.run_steps(2);
    check(&harness, &["Reading…", "3 of 40 files read, 12 a second", "Cancel"]);
    harness.state_mut().state.run(Command::Cancel);
    harness.run_steps(2);
    assert_eq!(harness.state().state.phase, Phase::Empty);
    check(&harness, &["Open the sample story", "Cancelled"]);
}

#[test]
fn a_story_half_read_is_shown_and_stays_when_reading_is_cancelled() {
    let mut harness = empty_window(SIZE);
    harness.state_mut().state.run(Command::Open(dateline::app::OpenWhat::Sample));
    let generation = harness.state().state.generation();
    let part = std::sync::Arc::new(dateline::view::Ledger::of(std::sync::Arc::new(story())));
    harness.state_mut().state.apply(generation, Reply::Partial(part));
    harness.state_mut().state.apply(generation, Reply::Progress { n_read: 64, n_found: 4000, per_second: 900 });
    harness.run_steps(3);
    check(&harness, &["64 of 4000 files read, 900 a second", "“Low Tide”: 1 day earlier"]);
    harness.get_by_label("Cancel").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.phase, Phase::Shown);
    check(&harness, &["Cancelled: only a part was read", "“Low Tide”: 1 day earlier"]);
}

#[test]
fn what_came_from_an_earlier_folder_is_dropped() {
    let mut harness = empty_window(SIZE);
    harness.state_mut().state.run(Command::Open(dateline::app::OpenWhat::Sample));
    let old = harness.state().state.generation();
    harness.state_mut().state.run(Command::Open(dateline::app::OpenWhat::Files(Vec::new())));
    let part = std::sync::Arc::new(dateline::view::Ledger::of(std::sync::Arc::new(story())));
    harness.state_mut().state.apply(old, Reply::Finished(part));
    assert!(harness.state().state.latest.timeline.articles.is_empty());
}

#[test]
fn a_story_where_nothing_changed_says_so() {
    let harness = window(SIZE, quiet(true));
    check(&harness, &["None of 1 announcement changed", "Low Tide, release. Mon 25 Apr 2022, scheduled."]);
}

#[test]
fn articles_without_any_date_say_what_was_read() {
    for look in Look::ALL {
        let mut harness = window(SIZE, quiet(false));
        harness.state_mut().state.run(Command::Look(*look));
        harness.run_steps(3);
        check(&harness, &["No announcement was found", "What was read"]);
    }
}

#[test]
fn a_folder_without_articles_offers_another_one() {
    for look in Look::ALL {
        let mut harness = window(SIZE, Timeline::default());
        harness.state_mut().state.run(Command::Look(*look));
        harness.run_steps(3);
        check(&harness, &["No articles here", "Open another folder…"]);
    }
}

#[test]
fn words_that_match_nothing_say_what_to_do_in_every_view() {
    for look in Look::ALL {
        let mut harness = window(SIZE, story());
        harness.state_mut().state.run(Command::Look(*look));
        harness.state_mut().state.run(Command::SetFilter(Filter { query: "nowhere at all".to_owned(), ..Filter::default() }));
        harness.run_steps(3);
        check(&harness, &["Nothing matches", "0 of 9 announcements shown"]);
        harness.get_by_label("Clear the search").click();
        harness.run_steps(3);
        assert!(harness.state().state.filter.is_off(), "{look:?}");
    }
}

#[test]
fn without_file_dialogs_a_path_is_typed_and_opened() {
    let mut harness = empty_window(SIZE);
    harness.run_steps(2);
    harness.get_by_label("Open folder…").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.panel, Some(Panel::PathField(PathFor::Open)));
    let folder = super::ways::folder();
    let wrong = folder.path().join("nowhere");
    harness.get_by_label("Path").type_text(&wrong.display().to_string());
    harness.run_steps(2);
    harness.get_by_role_and_label(egui::Role::Button, "Open").click();
    harness.run_steps(3);
    check(&harness, &["There is no folder or file of that name"]);
    assert_eq!(harness.state().state.panel, Some(Panel::PathField(PathFor::Open)), "the path stays to be mended");
    for _ in 0.."/nowhere".len() {
        harness.key_press(Key::Backspace);
    }
    harness.run_steps(3);
    harness.get_by_role_and_label(egui::Role::Button, "Open").click();
    super::ways::wait(&mut harness, |window| window.state.phase == Phase::Shown);
    check(&harness, &["1 day earlier (25 Apr → 24 Apr)"]);
}

#[test]
fn a_folder_that_is_gone_says_so_and_can_be_tried_again() {
    let mut harness = empty_window(SIZE);
    let job = harness.state_mut().state.run(Command::Open(dateline::app::OpenWhat::Path("/no/such/folder".into()))).unwrap();
    harness.state().start_job(job);
    super::ways::wait(&mut harness, |window| matches!(window.state.phase, Phase::Failed(_)));
    check(&harness, &["This could not be opened", "No such file or folder", "Try again"]);
}

#[test]
fn a_path_to_write_with_an_unknown_ending_is_refused_with_the_known_ones() {
    let mut harness = window(SIZE, story());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::E);
    harness.run_steps(3);
    assert_eq!(harness.state().state.panel, Some(Panel::PathField(PathFor::Export)));
    check(&harness, &["Its ending chooses the format", ".ics"]);
    harness.get_by_label("Path").type_text("story.docx");
    harness.run_steps(2);
    harness.get_by_label("Write").click();
    super::ways::wait(&mut harness, |window| window.state.refused.is_some());
    check(&harness, &["No format has this ending, use one of .ron"]);
    assert_eq!(harness.state().state.panel, Some(Panel::PathField(PathFor::Export)), "the path stays to be mended");
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("story.md");
    for _ in 0.."story.docx".len() {
        harness.key_press(Key::Backspace);
    }
    harness.run_steps(2);
    harness.get_by_label("Path").type_text(&file.display().to_string());
    harness.run_steps(2);
    harness.get_by_label("Write").click();
    super::ways::wait(&mut harness, |window| window.state.message.is_some());
    assert_eq!(harness.state().state.panel, None);
    assert!(file.is_file());
    harness.get_by_label("Dismiss the message").click();
    harness.run_steps(2);
    assert_eq!(harness.state().state.message, None);
}

#[test]
fn a_path_from_a_dialog_that_is_refused_can_be_mended() {
    let mut harness = window(SIZE, story());
    let job = harness.state_mut().state.run(Command::ExportTo("/no/such/folder/story.md".into())).unwrap();
    harness.state().start_job(job);
    super::ways::wait(&mut harness, |window| window.state.refused.is_some());
    check(&harness, &["Cannot be written", "choose another folder"]);
    let field = harness.get_by_label("Path");
    assert_eq!(field.value().as_deref(), Some("/no/such/folder/story.md"));
}

#[test]
fn a_file_that_is_there_already_is_replaced_only_when_asked_twice() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("mine.md");
    std::fs::write(&file, "precious").unwrap();
    let mut harness = window(SIZE, story());
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::E);
    harness.run_steps(3);
    harness.get_by_label("Path").type_text(&file.display().to_string());
    harness.run_steps(2);
    harness.get_by_label("Write").click();
    harness.run_steps(3);
    check(&harness, &["There is a file of that name already"]);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "precious");
    harness.get_by_label("Replace").click();
    super::ways::wait(&mut harness, |window| window.state.message.is_some());
    assert_ne!(std::fs::read_to_string(&file).unwrap(), "precious");
}

#[test]
fn escape_closes_an_open_menu_and_nothing_below_it() {
    let mut harness = window(SIZE, story());
    assert!(harness.state().state.is_detail_open);
    harness.get_by_role_and_label(egui::Role::Button, "Known on").click();
    harness.run_steps(3);
    assert!(egui::Popup::is_any_open(&harness.ctx));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(!egui::Popup::is_any_open(&harness.ctx));
    assert!(harness.state().state.is_detail_open);
}

#[test]
fn a_day_is_typed_and_gone_to() {
    let mut harness = window(SIZE, story());
    harness.key_press(Key::G);
    harness.run_steps(3);
    harness.get_by_label("Date to go to").type_text("28 Feb 2019");
    harness.run_steps(2);
    harness.get_by_label("Go").click();
    harness.run_steps(3);
    let state = &harness.state().state;
    let middle = state.sight.place_at(state.size.0 / 2.0);
    assert_eq!(dateline::view::axis::day_at(middle), ymd(2019, 2, 28));
    assert_eq!(state.panel, None);
}

#[test]
fn an_idle_window_draws_no_frames() {
    for look in Look::ALL {
        let mut harness = window(SIZE, story());
        harness.state_mut().state.run(Command::Look(*look));
        harness.run_steps(20);
        harness.step();
        assert!(!harness.ctx.has_requested_repaint(), "{look:?} asks for more frames: {:?}", harness.ctx.repaint_causes());
    }
    let mut harness = empty_window(SIZE);
    harness.run_steps(20);
    assert!(!harness.ctx.has_requested_repaint(), "the empty window asks for more frames");
}

#[test]
fn each_tab_of_the_detail_has_what_it_names() {
    let rows = [
        ("What changed", "Stated by 2 articles, first reported Thu 21 Apr 2022, 1 named source (Stage Wire)"),
        ("History (3)", "21 Apr 2022 · 002.txt, Harbour Daily: 1 day earlier"),
        ("Names", "No name of this announcement is spelled in more than one way"),
        ("Notes", "Nothing odd was noticed in these statements"),
    ];
    for (tab, words) in rows {
        let mut harness = window(SIZE, story());
        harness.get_by_role_and_label(egui::Role::Tab, tab).click();
        harness.run_steps(3);
        check(&harness, &[words]);
    }
}

#[test]
fn lanes_are_sorted_by_name_and_groups_fold_and_both_are_remembered() {
    let mut harness = window(SIZE, story());
    harness.get_by_label("Sort: change").click();
    harness.run_steps(3);
    harness.get_by_label("name").click();
    harness.run_steps(3);
    harness.state_mut().state.run(Command::ScrollTo(1e6));
    harness.run_steps(3);
    harness.get_by_label_contains("Happened, 2 announcements, open").click();
    harness.run_steps(3);
    check(&harness, &["Sort: name", "Happened, 2 announcements, folded"]);
    let saved = dateline::app::settings::SavedSettings::from(&harness.state().state.settings);
    assert_eq!(dateline::app::Settings::from(saved), harness.state().state.settings);
}

#[test]
fn a_kind_is_filtered_by_a_click_and_its_chip_takes_it_away() {
    let mut harness = window(SIZE, story());
    harness.get_by_label("Filter").click();
    harness.run_steps(3);
    harness.get_by_label("premiere").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.lanes.n_shown, 1);
    harness.get_by_label("Remove filter premiere").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.lanes.n_shown, 9);
}

#[test]
fn settings_change_the_dates_on_the_screen_at_once() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::Show(Some(Panel::Settings)));
    harness.run_steps(3);
    harness.get_by_label("2022-04-24").click();
    harness.run_steps(3);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    check(&harness, &["Was Mon 2022-04-25, 00:00 KST", "1 day earlier (2022-04-25, 00:00 KST → 2022-04-24)"]);
}

#[test]
fn every_mark_that_can_be_drawn_is_explained_in_the_help() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::Show(Some(Panel::Help)));
    harness.run_steps(3);
    for shape in Shape::ALL {
        assert!(harness.query_all_by_label(shape.shown()).count() > 0, "{shape:?} is not explained");
    }
}

#[test]
fn the_legend_has_what_the_lanes_shown_need_and_no_more() {
    let mut harness = window(SIZE, story());
    let shapes = |harness: &Harness<'static, Window>| harness.state().state.lanes.shapes;
    for shape in
        [Shape::Moved, Shape::Cancelled, Shape::FormatChanged, Shape::HoldsNow, Shape::NoLongerValid, Shape::Repeats, Shape::OpenEnd]
    {
        assert!(shapes(&harness).has(shape), "{shape:?} is drawn");
    }
    assert!(!shapes(&harness).has(Shape::Conflict), "nothing disagrees");
    harness.state_mut().state.run(Command::SetFilter(Filter { query: "fan meeting".to_owned(), ..Filter::default() }));
    assert!(shapes(&harness).has(Shape::Cancelled) && !shapes(&harness).has(Shape::Moved), "only the fan meeting is left");
}

/// So many songs, each moved by a week.
fn moved(n: u32) -> Timeline {
    let sheets = (0..n).map(|at| {
        let (name, quote) = (format!("Harbour Song {at}"), format!("Harbour Song {at} moves from May 3 to May 10."));
        let mut sheet = Sheet::new(&format!("{at}.txt"), "", ymd(2024, 4, 1), &quote);
        sheet.moves((&name, "song"), (&quote, "moves"), [(ymd(2024, 5, 3), "May 3"), (ymd(2024, 5, 10), "May 10")]);
        sheet.done()
    });
    Timeline::build(sheets.collect(), Vec::new(), 0)
}

#[test]
fn what_has_no_room_in_the_line_of_changes_is_listed_and_nothing_is_hidden() {
    let mut harness = window(SIZE, moved(9));
    let shown = harness.query_all_by_label_contains("“Harbour Song ").count();
    assert!((1..9).contains(&shown), "{shown} have room");
    harness.get_by_label(&format!("and {} more", 9 - shown)).click();
    harness.run_steps(3);
    assert_eq!(harness.query_all_by_label_contains("“Harbour Song ").count(), 9, "the others are listed");
    assert!(!harness.state().state.filter.changed_only, "nothing was asked to be hidden");
    let last = harness.state().state.changed()[8];
    let name = harness.state().state.ledger.timeline.announcements[last as usize].subject.clone();
    harness.get_by_label_contains(&format!("“{name}”")).click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.selection.as_ref().map(|selection| selection.announcement), Some(last));
}
