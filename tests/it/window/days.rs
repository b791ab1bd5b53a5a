//! Every mark of a lane has its day beside it, where there is room.

use chrono::NaiveDate;
use dateline::app::{Action, Command};
use dateline::events::{Kind, Status};
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::axis::{Sight, place};
use egui::{Rect, Shape, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, day, shapes, window, ymd};

/// What stands to the right of the headers, below the ruler.
fn chart_words(harness: &Harness<'static, Window>) -> Vec<(String, Rect)> {
    let chart = Rect::from_x_y_ranges(314.0..=1280.0, 190.0..=600.0);
    let all = shapes(harness);
    let words = all.iter().filter_map(|shape| match shape {
        Shape::Text(text) => Some((text.galley.text().to_owned(), text.galley.rect.translate(text.pos.to_vec2()))),
        _ => None,
    });
    words.filter(|(_, rect)| chart.contains(rect.center())).collect()
}

#[track_caller]
fn check(timeline: Timeline, (first, day_px): (NaiveDate, f64), expected: &[&str]) {
    let mut harness = window([1280.0, 800.0], timeline);
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    harness.state_mut().state.run(Command::SetSight(Sight { start: f64::from(place(first)), days_per_px: 1.0 / day_px }));
    harness.run_steps(3);
    let words = chart_words(&harness);
    for day in expected {
        assert!(words.iter().any(|(text, _)| text == day), "{day:?} is not among {words:?}");
    }
    for (at, (text, rect)) in words.iter().enumerate() {
        for (other, its) in words.iter().skip(at + 1) {
            assert!(!rect.shrink2(vec2(1.0, 5.0)).intersects(its.shrink2(vec2(1.0, 5.0))), "{text:?} and {other:?} overlap");
        }
    }
}

/// Moved from one day to another as an article of that day says.
fn moved(file: &str, reported: NaiveDate, (old, new): (u32, u32)) -> Sheet {
    let quote = format!("The song Low Tide was moved from May {old} to May {new}.");
    let mut sheet = Sheet::new(file, "", reported, &quote);
    let days = [(ymd(2024, 5, old), &*format!("May {old}")), (ymd(2024, 5, new), &*format!("May {new}"))];
    sheet.moves(("Low Tide", "song"), (&quote, "was moved"), days);
    sheet
}

fn told(reported: NaiveDate, claimed: NaiveDate) -> Sheet {
    let quote = "The song Low Tide is out on that day.";
    let mut sheet = Sheet::new("1.txt", "", reported, quote);
    let claim = sheet.claim(day(claimed), "that day");
    sheet.says("Low Tide", "song", Kind::Release, quote, Some(claim));
    sheet
}

#[test]
fn an_old_day_that_no_arrow_leaves_is_named_beside_its_mark() {
    let mut before = Sheet::new("0.txt", "", ymd(2024, 2, 19), "The song Low Tide was once due on that day.");
    let claim = before.claim(day(ymd(2024, 3, 17)), "that day");
    let quote = "The song Low Tide was once due on that day.";
    before.says("Low Tide", "song", Kind::Release, quote, Some(claim)).status = Status::Superseded;
    let read = vec![before.done(), moved("2.txt", ymd(2024, 3, 5), (10, 20)).done()];
    check(Timeline::build(read, Vec::new(), 1), (ymd(2024, 2, 1), 6.0), &["17 Mar", "10 May", "20 May"]);
}

#[test]
fn a_change_has_its_report_day_although_two_are_close() {
    let read = vec![
        told(ymd(2024, 2, 20), ymd(2024, 5, 10)).done(),
        moved("2.txt", ymd(2024, 3, 5), (10, 20)).done(),
        moved("3.txt", ymd(2024, 3, 8), (20, 28)).done(),
    ];
    check(Timeline::build(read, Vec::new(), 1), (ymd(2024, 2, 1), 9.0), &["reported 20 Feb", "reported 5 Mar", "reported 8 Mar"]);
}

/// Whether the lane that changed says when it was first reported, where that day stands at a place of the chart, which is so wide.
fn says_when_reported(place_of: fn(f64) -> f64) -> bool {
    let mut sheet = Sheet::new("1.txt", "", ymd(2022, 4, 19), "The song Low Tide is out on April 25.");
    let claim = sheet.claim(day(ymd(2022, 4, 25)), "April 25");
    sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on April 25.", Some(claim));
    let mut moved = Sheet::new("2.txt", "", ymd(2022, 4, 21), "The song Low Tide moves from April 25 to April 24.");
    let days = [(ymd(2022, 4, 25), "April 25"), (ymd(2022, 4, 24), "April 24")];
    moved.moves(("Low Tide", "song"), ("The song Low Tide moves from April 25 to April 24.", "moves"), days);
    let mut harness = window([1280.0, 800.0], Timeline::build(vec![sheet.done(), moved.done()], Vec::new(), 0));
    let (days_per_px, width) = (0.005, f64::from(harness.state().state.size.0));
    let start = f64::from(place(ymd(2022, 4, 19))) + 0.5 - place_of(width) * days_per_px;
    harness.state_mut().state.run(Command::SetSight(Sight { start, days_per_px }));
    harness.run_steps(3);
    chart_words(&harness).iter().any(|(words, _)| words == "reported 19 Apr")
}

#[test]
fn words_of_a_flag_are_neither_cut_at_an_edge_nor_left_without_it() {
    assert!(says_when_reported(|_| 20.0));
    assert!(says_when_reported(|width| width - 20.0));
    assert!(!says_when_reported(|_| -4.0), "the flag is off the left edge");
    assert!(!says_when_reported(|width| width + 4.0), "the flag is off the right edge");
}

/// A song that was moved, told again with the new date and, by another, with the old one.
fn told_again() -> Timeline {
    let (old, new) = ((ymd(2024, 6, 20), "June 20"), (ymd(2024, 6, 27), "June 27"));
    let mut first = Sheet::new("1.txt", "", ymd(2024, 4, 1), "The song Low Tide is out on June 20.");
    let claim = first.claim(day(old.0), old.1);
    first.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 20.", Some(claim));
    let mut moved = Sheet::new("2.txt", "", ymd(2024, 4, 11), "The song Low Tide moves from June 20 to June 27.");
    moved.moves(("Low Tide", "song"), ("The song Low Tide moves from June 20 to June 27.", "moves"), [old, new]);
    let mut behind = Sheet::new("3.txt", "", ymd(2024, 5, 1), "The song Low Tide is out on June 20.");
    let claim = behind.claim(day(old.0), old.1);
    behind.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 20.", Some(claim));
    let mut same = Sheet::new("4.txt", "", ymd(2024, 6, 1), "The song Low Tide is out on June 27.");
    let claim = same.claim(day(new.0), new.1);
    same.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 27.", Some(claim));
    Timeline::build(vec![first.done(), moved.done(), behind.done(), same.done()], Vec::new(), 0)
}

#[test]
fn a_flag_says_whether_its_report_has_the_new_date_or_the_old_one() {
    check(
        told_again(),
        (ymd(2024, 3, 25), 9.0),
        &["1 Apr", "reported 11 Apr", "reported 1 May: the old date", "reported 1 Jun: unchanged"],
    );
}

#[test]
fn a_click_on_a_flag_leads_to_what_was_told_on_its_day() {
    let mut harness = window([1280.0, 800.0], told_again());
    harness.get_by_label("Low Tide: reported on Wed 1 May 2024").click();
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!(state.reading.map(|reading| state.ledger.timeline.articles[reading.article as usize].file.as_str()), Some("3.txt"));
}

/// Whether the words of every flag of a row stand on the same side of it, where the days are so wide.
#[track_caller]
fn check_one_side(reported: &[u32], day_px: f64) {
    let mut read = vec![told(ymd(2024, 3, 1), ymd(2024, 5, 10)).done(), moved("2.txt", ymd(2024, 3, 9), (10, 20)).done()];
    for (at, day) in reported.iter().enumerate() {
        let (mut article, events) = told(ymd(2024, 3, *day), ymd(2024, 5, 20)).done();
        std::sync::Arc::make_mut(&mut article).file = format!("{}.txt", at + 3);
        read.push((article, events));
    }
    let mut harness = window([1280.0, 800.0], Timeline::build(read, Vec::new(), 1));
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    let sight = Sight { start: f64::from(place(ymd(2024, 2, 20))), days_per_px: 1.0 / day_px };
    harness.state_mut().state.run(Command::SetSight(sight));
    harness.run_steps(3);
    let flags: Vec<f32> = harness.query_all_by_label_contains(": reported on ").map(|node| node.rect().left() + 7.0).collect();
    let foot = harness.query_all_by_label_contains(": reported on ").map(|node| node.rect().center().y).next().unwrap();
    let words: Vec<Rect> =
        chart_words(&harness).into_iter().filter(|(_, rect)| (rect.center().y - foot).abs() < 12.0).map(|(_, rect)| rect).collect();
    assert!(!words.is_empty(), "no flag has words at {day_px} points a day");
    let is_near = |edge: f32| flags.iter().any(|flag| (0.0..30.0).contains(&(edge - flag).abs()));
    let to_right = words.iter().filter(|rect| flags.iter().any(|flag| (4.0..30.0).contains(&(rect.left() - flag)))).count();
    let to_left = words.iter().filter(|rect| flags.iter().any(|flag| (4.0..30.0).contains(&(flag - rect.right())))).count();
    assert!(words.iter().all(|rect| is_near(rect.left()) || is_near(rect.right())), "words without a flag: {words:?} at {flags:?}");
    assert!(to_right == words.len() || to_left == words.len(), "{to_right} right, {to_left} left of {words:?} at {flags:?}");
}

#[test]
fn the_flags_of_a_row_are_told_on_one_side() {
    for day_px in [5.0, 8.0, 12.0, 20.0, 30.0] {
        check_one_side(&[], day_px);
        check_one_side(&[13], day_px);
        check_one_side(&[12, 14, 22], day_px);
    }
}
