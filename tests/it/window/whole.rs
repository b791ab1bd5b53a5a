//! Nothing is cut in half and nothing is counted twice: whole lines, whole rows, whole words.

use std::sync::Arc;

use dateline::app::{Action, Command, Look, OpenWhat};
use dateline::civil::{ClaimedDate, DateRange};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::ledger::Role;
use dateline::view::{Arrange, Ledger};
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, day, empty_window_at, story, window, ymd};

const LINE: f32 = 21.0;

/// One song, told in an article of many lines.
fn long_article() -> Timeline {
    let before = "The band spoke of their winter by the sea at some length. ".repeat(40);
    let after = "Nothing else was said about it on that evening, or later. ".repeat(40);
    let quote = "The song Low Tide is out on May 3.";
    let mut sheet = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 8), &format!("{before}{quote} {after}"));
    let claim = sheet.claim(day(ymd(2024, 5, 3)), "May 3");
    sheet.says("Low Tide", "song", Kind::Release, quote, Some(claim));
    Timeline::build(vec![sheet.done()], Vec::new(), 0)
}

fn scroll(harness: &Harness<'static, Window>, at: egui::Pos2, by: f32) {
    harness.hover_at(at);
    harness.event(egui::Event::MouseWheel {
        unit: egui::MouseWheelUnit::Point,
        source: egui::MouseWheelSource::Wheel,
        delta: vec2(0.0, by),
        phase: egui::TouchPhase::Move,
        modifiers: egui::Modifiers::NONE,
    });
}

#[test]
fn an_article_comes_to_rest_on_whole_lines() {
    let mut harness = window([1280.0, 800.0], long_article());
    harness.state_mut().state.run(Command::Select(0, None));
    harness.run_steps(40);
    let top = |harness: &Harness<'static, Window>| harness.get_by_role(egui::Role::Document).rect().top();
    let opened = top(&harness);
    assert!(opened < 0.0, "it opens on its quote, far below its beginning: {opened}");
    let mut seen = vec![opened];
    for by in [-50.0, -13.0, 31.0, 400.0] {
        scroll(&harness, egui::pos2(1060.0, 700.0), by);
        harness.run_steps(60);
        seen.push(top(&harness));
    }
    assert!(seen.windows(2).filter(|two| (two[0] - two[1]).abs() > 1.0).count() > 2, "the wheel moves it: {seen:?}");
    for at in &seen {
        let cut = (at - opened).rem_euclid(LINE);
        assert!(cut.min(LINE - cut) < 0.6, "{cut} points of a line are cut: {seen:?}");
    }
    assert!(!harness.ctx.has_requested_repaint(), "and rests there");
}

#[test]
fn an_article_scrolls_to_its_quote_however_fast_frames_come() {
    let top = |frame_seconds: f32, n_frames: usize| {
        let mut harness = empty_window_at([1280.0, 800.0], frame_seconds);
        let ledger = Arc::new(Ledger::of(Arc::new(long_article())));
        harness.state_mut().state.show(OpenWhat::Files(Vec::new()), ledger);
        harness.state_mut().state.run(Command::Select(0, None));
        harness.run_steps(n_frames);
        harness.get_by_role(egui::Role::Document).rect().top()
    };
    let expected = top(0.25, 40);
    for (frame_seconds, n_frames) in [(1.0 / 60.0, 90), (0.001, 900)] {
        let at = top(frame_seconds, n_frames);
        assert!((at - expected).abs() < 1.0, "{at} and not {expected} at {frame_seconds} seconds a frame");
    }
}

/// Moved once, and of one later day there are two dates.
fn moved_and_disputed() -> Timeline {
    let mut first = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 8), "The song Low Tide is out on May 3. It is loved.");
    let claim = first.claim(day(ymd(2024, 5, 3)), "May 3");
    first.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on May 3.", Some(claim));
    let mut moved = Sheet::new("2.txt", "Pop Ledger", ymd(2024, 4, 12), "The song Low Tide moves from May 3 to May 10.");
    let days = [(ymd(2024, 5, 3), "May 3"), (ymd(2024, 5, 10), "May 10")];
    moved.moves(("Low Tide", "song"), ("The song Low Tide moves from May 3 to May 10.", "moves"), days);
    let told = |file: &str, outlet: &str, date: u32| {
        let text = format!("The song Low Tide is out on May {date}. It is loved.");
        let mut sheet = Sheet::new(file, outlet, ymd(2024, 4, 20), &text);
        let claim = sheet.claim(day(ymd(2024, 5, date)), &format!("May {date}"));
        sheet.says("Low Tide", "song", Kind::Release, &format!("The song Low Tide is out on May {date}."), Some(claim));
        sheet.done()
    };
    let read = vec![first.done(), moved.done(), told("3.txt", "Stage Wire", 10), told("4.txt", "Seaside Times", 17)];
    Timeline::build(read, Vec::new(), 0)
}

#[test]
fn a_dispute_after_a_change_is_no_second_change() {
    let harness = window([1280.0, 800.0], moved_and_disputed());
    for words in ["7 days later; sources disagree", "1 of 1 announcement changed"] {
        assert!(harness.query_all_by_label_contains(words).count() > 0, "{words:?} is not in the window");
    }
    assert_eq!(harness.query_all_by_label_contains("2 times").count(), 0);
}

#[test]
fn articles_are_counted_once_whatever_tells_them() {
    let timeline = story();
    let all: Vec<u32> = (0..u32::try_from(timeline.events.len()).unwrap()).rev().collect();
    assert_eq!(timeline.articles_of(&all), [0, 1, 2]);
    assert_eq!(timeline.articles_of(&[all[0], all[0]]), [2]);
    assert_eq!(timeline.articles_of(&[u32::MAX]), [0_u32; 0]);
}

#[test]
fn days_reach_to_the_edge_of_the_window_unless_there_is_a_bar() {
    for (height, bar) in [(1600.0, 0.0), (560.0, 10.0)] {
        let mut harness = window([1280.0, height], story());
        harness.state_mut().state.run(Command::Act(Action::Close));
        harness.run_steps(4);
        let lanes = harness.get_by_label_contains("Timeline, 9 announcements").rect();
        let free = lanes.width() - dateline::ui::theme::HEADER_WIDTH - harness.state().state.size.0;
        assert!((free - bar).abs() < 1.0, "{free} points are left at a height of {height}");
    }
}

#[test]
fn going_down_the_list_leaves_no_card_cut_at_the_head() {
    let mut harness = window([1280.0, 500.0], story());
    harness.state_mut().state.run(Command::Look(Look::List));
    harness.run_steps(3);
    let n_cards = harness.state().state.rows.n_cards;
    for _ in 0..n_cards {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(2);
        let state = &harness.state().state;
        let most = state.rows.height() - f64::from(state.size.1);
        let is_whole = state.rows.tops.iter().any(|top| (top - state.scroll).abs() < 0.5) || state.scroll >= most - 0.5;
        assert!(is_whole, "scrolled to {}, rows begin at {:?}", state.scroll, state.rows.tops);
    }
    harness.state_mut().state.run(Command::Arrange(Arrange::Claimed));
    harness.state_mut().state.run(Command::Act(Action::First));
    assert!(harness.state().state.scroll.abs() < 0.5, "another order begins at its beginning");
}

#[test]
fn in_a_low_window_the_article_takes_turns_with_what_changed() {
    let mut harness = window([640.0, 400.0], story());
    harness.state_mut().state.run(Command::Act(Action::OpenDetail));
    harness.run_steps(4);
    let n_articles = |harness: &Harness<'static, Window>| harness.query_all_by_role(egui::Role::Document).count();
    assert_eq!(n_articles(&harness), 0);
    harness.get_by_label("Read the article").click();
    harness.run_steps(3);
    assert_eq!(n_articles(&harness), 1);
    harness.get_by_label("Back to what changed").click();
    harness.run_steps(3);
    assert_eq!(n_articles(&harness), 0);
    harness.get_by_label_contains("now quote:").click_accesskit();
    harness.run_steps(3);
    assert_eq!(n_articles(&harness), 1, "a quote that is clicked calls for its article");
}

#[test]
fn a_month_that_an_old_day_lies_in_is_less_exact_and_no_value_of_its_own() {
    let mut first = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 1), "The song Low Tide is out in May. It is loved.");
    let claim = first.claim(ClaimedDate::days(DateRange::month(2024, 5).unwrap()), "in May");
    first.says("Low Tide", "song", Kind::Release, "The song Low Tide is out in May.", Some(claim));
    let mut moved = Sheet::new("2.txt", "Pop Ledger", ymd(2024, 4, 12), "The song Low Tide moves from May 3 to June 10.");
    let days = [(ymd(2024, 5, 3), "May 3"), (ymd(2024, 6, 10), "June 10")];
    moved.moves(("Low Tide", "song"), ("The song Low Tide moves from May 3 to June 10.", "moves"), days);
    let ledger = Ledger::of(Arc::new(Timeline::build(vec![first.done(), moved.done()], Vec::new(), 0)));
    let roles: Vec<Role> = ledger.tracks.iter().flat_map(|track| &track.values).map(|value| value.role).collect();
    for role in [Role::LessExact, Role::Was, Role::Now] {
        assert!(roles.contains(&role), "{role:?} is not among {roles:?}");
    }
    assert!(!roles.contains(&Role::Told), "{roles:?}");
}
