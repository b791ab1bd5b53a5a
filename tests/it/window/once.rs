//! What is told is told once, and whole: no words twice in one place, no line cut, and what follows below is said.

use dateline::app::{Action, Command, Look};
use dateline::events::{Kind, Says, Stated, Status};
use dateline::timeline::{ChangeKind, Timeline};
use dateline::ui::Window;
use dateline::view::labels::DateStyle;
use dateline::view::lane::{LaneRow, changed};
use dateline::view::legend::how_text;
use dateline::view::quote::{Mark, marked_article};
use dateline::view::row::{Row, change_told};
use dateline::view::{Arrange, words};
use egui::{Rect, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, day, shapes, stated, story, window, ymd};

/// Words with their places, those within `area`.
fn texts_in(harness: &Harness<'static, Window>, area: Rect) -> Vec<String> {
    let all = shapes(harness);
    let texts = all.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text) } else { None });
    texts
        .filter(|text| area.contains(text.pos + vec2(1.0, 1.0)))
        .map(|text| text.galley.text().to_owned())
        .filter(|text| !text.is_empty())
        .collect()
}

#[test]
fn a_lane_says_each_value_once_and_how_it_came_to_it() {
    let harness = window([1280.0, 800.0], story());
    let header = |name: &str| texts_in(&harness, harness.get_by_label_contains(name).rect());
    let moved = header("Low Tide, release. ");
    assert_eq!(
        moved,
        ["Low Tiderelease", "was", "Mon 25 Apr 2022, 00:00 KST", "now", "Sun 24 Apr 2022", "1 day earlier", "told by 2 of 3 articles"]
    );
    let form = header("Low Tide, form");
    assert_eq!(form[4..], ["now", "a duet", "format changed", "told by 1 article"], "of {form:?}");
    let off = header("Harbour fan meeting, performance");
    assert_eq!(off.iter().filter(|text| text.contains("cancelled")).count(), 1, "{off:?}");
    assert!(!off.contains(&"now".to_owned()), "what is called off is nothing now: {off:?}");
}

#[test]
fn how_a_change_came_about_does_not_repeat_its_value() {
    let timeline = story();
    let told = |kind: ChangeKind| {
        let mut all = timeline.announcements.iter().flat_map(|it| &it.changes);
        how_text(all.find(|change| change.kind == kind).unwrap(), DateStyle::DayMonth)
    };
    assert_eq!(told(ChangeKind::MovedEarlier), "1 day earlier");
    assert_eq!(told(ChangeKind::FormatChanged), "format changed");
    assert_eq!(told(ChangeKind::Cancelled), "cancelled");
}

#[test]
fn by_report_date_an_arrow_and_its_marks_say_a_value_once() {
    let mut harness = window([1280.0, 800.0], story());
    harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
    harness.run_steps(3);
    let lane = harness.get_by_label_contains("Low Tide, release. ").rect();
    let drawn = texts_in(&harness, Rect::from_min_max(lane.right_top(), egui::pos2(840.0, lane.bottom())));
    for day in ["24 Apr", "25 Apr"] {
        assert_eq!(drawn.iter().filter(|text| text.contains(day)).count(), 1, "{day} in {drawn:?}");
    }
}

/// An article of so many lines, of which the first tells a day.
fn long_article(n_lines: usize) -> Timeline {
    let rest: Vec<String> = (0..n_lines).map(|n| format!("This is line {n} of what else was said.")).collect();
    let text = format!("The song Low Tide is out on May 3.\n{}", rest.join("\n"));
    let mut sheet = Sheet::new("1.txt", "", ymd(2024, 4, 8), &text);
    let claim = sheet.claim(day(ymd(2024, 5, 3)), "May 3");
    sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on May 3.", Some(claim));
    Timeline::build(vec![sheet.done()], Vec::new(), 1)
}

#[test]
fn a_long_article_says_how_much_follows_and_leads_there() {
    const MORE: &str = "More of the article below";
    for size in [[1280.0, 800.0], [1024.0, 640.0]] {
        let mut harness = window(size, long_article(60));
        harness.state_mut().state.run(Command::Select(0, None));
        harness.run_steps(4);
        let whole = Rect::from_min_size(egui::Pos2::ZERO, size.into());
        let below = |harness: &Harness<'static, Window>| {
            let said = texts_in(harness, whole).into_iter().find(|text| text.ends_with(" more") && text.contains(" line"));
            said.map_or(0, |text| text.split(' ').next().and_then(|n| n.parse().ok()).unwrap_or(0))
        };
        let mut known: usize = below(&harness);
        assert!(known > 20, "{known} lines follow at {size:?}");
        for _ in 0..20 {
            if harness.query_by_label(MORE).is_none() {
                break;
            }
            harness.get_by_label(MORE).click();
            harness.run_steps(4);
            let now = below(&harness);
            assert!(now < known, "{now} lines follow at {size:?}, {known} did");
            known = now;
        }
        assert!(harness.query_by_label(MORE).is_none() && known == 0, "the end is reached at {size:?}");
    }
    let mut short = window([1280.0, 800.0], long_article(2));
    short.state_mut().state.run(Command::Select(0, None));
    short.run_steps(4);
    assert!(short.query_by_label(MORE).is_none(), "nothing follows");
}

/// A residency that moved from March to 25 October; another article says that it goes on until 23 November.
fn residency() -> Timeline {
    let text = "The nights planned for March were put off. They start on October 25.";
    let mut sheet = Sheet::new("1.txt", "", ymd(2024, 4, 3), text);
    let old = sheet.claim(dateline::civil::ClaimedDate::days(march()), "March");
    let (new, cue) = (sheet.claim(day(ymd(2024, 10, 25)), "October 25"), sheet.span("start"));
    let event = sheet.says("Harbour Nights", "show", Kind::Premiere, "They start on October 25.", Some(new));
    event.stated = Some(Stated { from: Some(old), ..stated(Says::Moved, cue) });
    let mut other = Sheet::new("2.txt", "", ymd(2024, 4, 3), "The Harbour Nights go on until November 23.");
    let end = other.claim(until_november(), "until November 23");
    other.says("Harbour Nights", "show", Kind::Premiere, "The Harbour Nights go on until November 23.", Some(end));
    Timeline::build(vec![sheet.done(), other.done()], Vec::new(), 1)
}

fn march() -> dateline::civil::DateRange {
    dateline::civil::DateRange::month(2024, 3).unwrap()
}

fn until_november() -> dateline::civil::ClaimedDate {
    dateline::civil::ClaimedDate::days(dateline::civil::DateRange::day(ymd(2024, 11, 23)).until())
}

#[test]
fn what_agrees_with_the_new_date_is_not_struck() {
    let harness = window([1280.0, 800.0], residency());
    let state = &harness.state().state;
    assert_eq!(state.ledger.timeline.announcements.len(), 1);
    for (article, (mark, words)) in (0..).zip([(Mark::OldDate, "March"), (Mark::Date, "until November 23")]) {
        let text = &state.ledger.timeline.articles[article as usize].text;
        let marked = marked_article(&state.ledger, article, Some(0), Some(0));
        let dates = marked.iter().filter(|(_, mark)| matches!(mark, Mark::Date | Mark::OldDate));
        assert_eq!(dates.map(|(span, mark)| (*mark, span.of(text))).next(), Some((mark, words)));
    }
}

#[test]
fn one_card_tells_a_change_and_comes_before_the_old_value_told_with_it() {
    for timeline in [story(), residency()] {
        let mut harness = window([1280.0, 800.0], timeline);
        harness.state_mut().state.run(Command::Look(Look::List));
        harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
        harness.run_steps(2);
        let state = &harness.state().state;
        let cards: Vec<_> = state.rows.rows.iter().filter_map(|row| if let Row::Card(card) = row { Some(*card) } else { None }).collect();
        for id in state.changed() {
            let own: Vec<bool> = cards
                .iter()
                .filter(|card| card.announcement == id)
                .map(|card| change_told(&state.ledger, (card.announcement, card.telling)).is_some())
                .collect();
            let subject = &state.ledger.timeline.announcements[id as usize].subject;
            assert_eq!(own.iter().filter(|tells| **tells).count(), 1, "{subject}: {own:?}");
            assert!(own[0], "{subject}: the change comes first of its newest day: {own:?}");
        }
    }
}

#[test]
fn the_line_at_the_top_names_changes_in_the_order_of_their_lanes() {
    // two changes on one day: the one with a date comes first
    let mut sheet = Sheet::new("1.txt", "", ymd(2024, 4, 3), "The fair of May 4 is off. The gala moved from May 5 to May 9.");
    let (old, cue) = (sheet.claim(day(ymd(2024, 5, 4)), "May 4"), sheet.span("is off"));
    let event = sheet.says("Harbour fair", "event", Kind::Performance, "The fair of May 4 is off.", None);
    event.status = Status::Cancelled;
    event.stated = Some(Stated { from: Some(old), ..stated(Says::Cancelled, cue) });
    let quote = "The gala moved from May 5 to May 9.";
    sheet.moves(("Lantern gala", "event"), (quote, "moved"), [(ymd(2024, 5, 5), "May 5"), (ymd(2024, 5, 9), "May 9")]);
    let harness = window([1280.0, 800.0], Timeline::build(vec![sheet.done()], Vec::new(), 1));
    let state = &harness.state().state;
    let lanes: Vec<_> = state
        .lanes
        .rows
        .iter()
        .filter_map(|row| if let LaneRow::Lane { announcement, .. } = row { Some(*announcement) } else { None })
        .collect();
    let changed = changed(&state.ledger);
    assert_eq!(changed.len(), 2);
    assert_eq!(
        lanes[..2],
        changed,
        "{:?}",
        changed.iter().map(|id| words::title_text(&state.ledger.timeline.announcements[*id as usize])).collect::<Vec<_>>()
    );
    assert_eq!(state.selection.as_ref().map(|selection| selection.announcement), changed.first().copied());
}

#[test]
fn of_a_change_only_the_card_that_tells_it_is_selected() {
    let mut harness = window([1280.0, 800.0], story());
    harness.state_mut().state.run(Command::Look(Look::List));
    harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
    harness.run_steps(3);
    let options = harness.query_all_by_role(egui::Role::ListBoxOption);
    let selected: Vec<String> = options
        .filter(|node| node.accesskit_node().is_selected() == Some(true))
        .map(|node| node.accesskit_node().label().unwrap_or_default())
        .collect();
    assert_eq!(selected.len(), 1, "{selected:?}");
    assert!(selected[0].contains("Was Mon 25 Apr 2022"), "{selected:?}");
}

#[test]
fn what_is_not_drawn_at_the_foot_of_the_lanes_takes_no_click() {
    let mut harness = window([1280.0, 560.0], story());
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    for scroll in 0..60 {
        harness.state_mut().state.run(Command::ScrollTo(f64::from(scroll) * 4.0));
        harness.state_mut().state.run(Command::Act(Action::Close));
        harness.run_steps(2);
        let timeline = harness.get_by_label_contains("Timeline, ").rect();
        if harness.query_all_by_label_contains("more below").count() == 0 {
            continue;
        }
        // left of the words that tell how many follow
        let foot = timeline.left_bottom() + egui::vec2(40.0, -6.0);
        harness.hover_at(foot);
        super::fixture::press(&harness, foot, true);
        harness.run_steps(1);
        super::fixture::press(&harness, foot, false);
        harness.run_steps(2);
        assert!(harness.state().state.selection.is_none(), "a click at {foot:?}, scrolled to {}", scroll * 4);
    }
}

#[test]
fn how_many_articles_there_are_is_said_with_what_they_do_or_not_at_all() {
    for width in [640.0, 760.0, 900.0, 1000.0, 1280.0] {
        let mut harness = window([width, 800.0], story());
        harness.state_mut().state.run(Command::Act(Action::Close));
        harness.run_steps(3);
        for shape in super::fixture::shapes(&harness) {
            let egui::Shape::Text(text) = shape else { continue };
            let is_bare = text.galley.text().starts_with("2 of 3 articles");
            assert!(!is_bare, "{:?} in a window {width} wide", text.galley.text());
        }
    }
}

#[test]
fn a_long_list_says_that_more_follows_and_leads_there() {
    const MORE: &str = "More cards below";
    let mut harness = window([1024.0, 640.0], story());
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.state_mut().state.run(Command::Look(Look::List));
    harness.state_mut().state.run(Command::ScrollTo(0.0));
    harness.run_steps(3);
    harness.get_by_label(MORE).click();
    harness.run_steps(3);
    assert!(harness.state().state.scroll > 100.0, "a page further down");
    harness.state_mut().state.run(Command::ScrollTo(1e9));
    harness.run_steps(3);
    assert!(harness.query_by_label(MORE).is_none(), "the end is reached");
}
