//! A long story is put into order by another thread, so that the window never waits for its list.

use chrono::Days;
use dateline::app::{Command, Look, OpenWhat};
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::row::{CardOrder, Rows, column_width};
use dateline::view::{Arrange, Filter};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{day, story, window, ymd};
use super::ways::wait;

/// A story in which one announcement is told over and over, each time with another day.
fn long_story() -> Timeline {
    let mut timeline = story();
    let (home, last) = (timeline.homes[0], timeline.events.last().unwrap().article);
    let announcement = home.announcement.unwrap() as usize;
    for n in 0..12_000 {
        let mut event = timeline.events[0].clone();
        let claim = event.claim.as_mut().unwrap();
        claim.date = day(ymd(2022, 1, 1) + Days::new(n));
        claim.expression = None;
        event.article = last;
        timeline.announcements[announcement].events.push(u32::try_from(timeline.events.len()).unwrap());
        timeline.events.push(event);
        timeline.homes.push(home);
    }
    timeline
}

fn list() -> Harness<'static, Window> {
    let mut harness = window([1280.0, 800.0], long_story());
    harness.state_mut().state.run(Command::Look(Look::List));
    harness
}

/// What the list should show.
fn expected(window: &Window) -> Rows {
    let (state, settings) = (&window.state, &window.state.settings);
    let order = CardOrder::of(&state.ledger, (settings.arrange, settings.is_newest_first), column_width(state.size.0));
    Rows::of(&order, &state.shown, settings.has_quotes, &settings.folded)
}

#[test]
fn a_long_list_says_that_it_is_sorted_and_then_shows_its_cards() {
    let mut harness = list();
    assert!(harness.state().state.is_sifting() && harness.state().state.rows.rows.is_empty(), "nothing was sorted on the way");
    harness.step();
    assert!(harness.query_all_by_label_contains("Sorting 12\u{a0}0").count() > 0 || !harness.state().state.is_sifting());
    wait(&mut harness, |window| !window.state.is_sifting());
    assert!(harness.state().state.rows == expected(harness.state()), "the cards are those of the story");
    assert!(harness.state().state.rows.n_cards > 12_000);
}

#[test]
fn what_was_asked_last_is_what_is_shown() {
    let mut harness = list();
    for (arrange, query) in [(Arrange::Reported, "l"), (Arrange::Claimed, "lo"), (Arrange::Reported, "low tide")] {
        harness.state_mut().state.run(Command::Arrange(arrange));
        harness.state_mut().state.run(Command::SetFilter(Filter { query: query.to_owned(), ..Filter::default() }));
        harness.step();
    }
    wait(&mut harness, |window| !window.state.is_sifting());
    assert_eq!(harness.state().state.settings.arrange, Arrange::Reported);
    assert!(harness.state().state.rows == expected(harness.state()));
}

#[test]
fn a_list_that_is_being_sorted_is_sorted_again_when_the_story_is_read_anew() {
    let mut harness = list();
    let job = harness.state_mut().state.run(Command::Open(OpenWhat::Files(Vec::new()))).unwrap();
    harness.state_mut().state.run(Command::Cancel);
    assert!(job.generation < harness.state().state.generation(), "what was read is given up");
    wait(&mut harness, |window| !window.state.is_sifting());
    assert!(harness.state().state.rows.n_cards > 12_000);
}
