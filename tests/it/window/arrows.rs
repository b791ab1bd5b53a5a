//! The arrow of a change begins over the mark of the old day and ends over that of the new one, and is seen at every zoom.

use chrono::{Days, NaiveDate};
use dateline::app::{Action, Command};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::{Window, theme};
use dateline::view::Arrange;
use dateline::view::axis::{Sight, place};
use egui::{Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, day, shapes, story, window, ymd};

const CHART_WIDTH: f64 = 900.0;

/// A song that was due on one day, and is due on another.
fn moved(old: NaiveDate, new: NaiveDate) -> Timeline {
    let mut first = Sheet::new("1.txt", "", ymd(2024, 3, 4), "The song Low Tide is out on the old day.");
    let claim = first.claim(day(old), "the old day");
    first.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on the old day.", Some(claim));
    let mut second = Sheet::new("2.txt", "", ymd(2024, 3, 6), "The song Low Tide was moved from the old day to the new day.");
    let quote = "The song Low Tide was moved from the old day to the new day.";
    second.moves(("Low Tide", "song"), (quote, "was moved"), [(old, "the old day"), (new, "the new day")]);
    Timeline::build(vec![first.done(), second.done()], Vec::new(), 1)
}

/// Where the ring stands that the arrow in the lane begins in, where it has one; where its line begins, and where it ends.
fn arrow(harness: &Harness<'static, Window>, lane: Rect) -> (Option<f32>, f32, f32) {
    let accent = theme::Theme::of(false).accent;
    let shapes = shapes(harness);
    let heads: Vec<_> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Path(path) if path.points.len() == 3 && path.fill == accent => Some(path.points.clone()),
            _ => None,
        })
        .filter(|points| lane.contains(points[0]) && (points[1].x - points[2].x).abs() < 0.01)
        .filter(|points| (f32::midpoint(points[1].y, points[2].y) - points[0].y).abs() < 0.01)
        .collect();
    assert_eq!(heads.len(), 1, "one arrow in {lane:?}");
    let (tip, back) = (heads[0][0], heads[0][1].x);
    let rings: Vec<_> = shapes
        .iter()
        .filter_map(|shape| match shape {
            Shape::Circle(ring) if lane.contains(ring.center) && (ring.center.y - tip.y).abs() < 0.01 => Some(ring.center.x),
            _ => None,
        })
        .collect();
    let in_line = |points: &[egui::Pos2; 2]| points.iter().all(|point| (point.y - tip.y).abs() < 0.01);
    let lines = shapes.iter().filter_map(|shape| match shape {
        Shape::LineSegment { points, stroke } if in_line(points) && stroke.color == accent => Some(points[0].x),
        _ => None,
    });
    let begun = lines.max_by(|a, b| (a - tip.x).abs().total_cmp(&(b - tip.x).abs())).expect("the arrow has a line");
    assert!((begun - tip.x).abs() > (back - tip.x).abs(), "it begins behind its head");
    (rings.first().copied(), begun, tip.x)
}

/// An arrow between days that are closer is so long all the same.
const SHORTEST: f32 = 18.0;

#[track_caller]
fn check(old: NaiveDate, new: NaiveDate, day_px: f64) {
    let mut harness = window([1280.0, 800.0], moved(old, new));
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    let middle = f64::midpoint(f64::from(place(old)), f64::from(place(new)));
    let sight = Sight { start: middle - CHART_WIDTH / 2.0 / day_px, days_per_px: 1.0 / day_px };
    harness.state_mut().state.run(Command::SetSight(sight));
    harness.run_steps(3);
    let mark = |words: &str| harness.get_by_label_contains(words).rect();
    let (was, now) = (mark("no longer valid"), mark("2024, scheduled"));
    let lane = Rect::from_x_y_ranges(314.0..=1270.0, was.top() - 60.0..=was.bottom());
    let (ring, begun, tip) = arrow(&harness, lane);
    let what = format!("{old} to {new} at {day_px} points a day");
    assert!((tip - now.center().x).abs() < 0.5, "{what}: the arrow ends at {tip}, the mark stands at {}", now.center().x);
    let way = (was.center().x - now.center().x).abs();
    if way < SHORTEST {
        // it is seen all the same, from the side that the old day lies on, and no ring stands where that does not
        assert_eq!(ring, None, "{what}");
        assert!(((begun - tip).abs() - SHORTEST).abs() < 0.01, "{what}: from {begun} to {tip}");
        assert!((begun > tip) == (old > new), "{what}: from {begun} to {tip}");
        return;
    }
    for tail in [ring.expect("it begins in a ring"), begun] {
        let gap = (tail - was.center().x).abs();
        assert!(gap < 0.5, "{what}: the arrow begins at {tail}, the mark stands at {}", was.center().x);
    }
}

#[test]
fn an_arrow_begins_and_ends_over_the_marks_of_its_days_and_is_never_too_short_to_be_seen() {
    let old = ymd(2024, 5, 10);
    for n_days in [1, 7, 43] {
        let days = Days::new(n_days);
        for new in [old.checked_add_days(days).unwrap(), old.checked_sub_days(days).unwrap()] {
            for day_px in [0.3, 0.9, 1.5, 2.2, 5.0, 12.0, 20.0, 60.0, 160.0] {
                #[expect(clippy::cast_precision_loss, reason = "a few days")]
                let width = n_days as f64 * day_px;
                if width < CHART_WIDTH - 200.0 {
                    check(old, new, day_px);
                }
            }
        }
    }
}

#[test]
fn by_report_date_what_was_told_on_one_day_has_no_way_between() {
    let quote = "The song Low Tide was moved from the old day to the new day.";
    let mut sheet = Sheet::new("1.txt", "", ymd(2024, 3, 6), quote);
    let days = [(ymd(2024, 5, 10), "the old day"), (ymd(2024, 5, 17), "the new day")];
    sheet.moves(("Low Tide", "song"), (quote, "was moved"), days);
    let mut harness = window([1280.0, 800.0], Timeline::build(vec![sheet.done()], Vec::new(), 1));
    harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
    harness.run_steps(3);
    let all = shapes(&harness);
    let says = |words: &str| all.iter().any(|shape| matches!(shape, Shape::Text(text) if text.galley.text() == words));
    assert!(says("7 days later: 17 May"), "the shape stands on the day it was told, with the new value");
    let is_ring = |shape: &Shape| matches!(shape, Shape::Circle(ring) if ring.center.x > 314.0 && ring.radius < 4.0);
    assert!(!all.iter().any(is_ring), "no arrow begins on a day on which nothing was reported");
}

#[test]
fn by_report_date_the_words_of_an_arrow_say_that_the_date_moved() {
    let mut harness = window([1280.0, 800.0], story());
    harness.get_by_label_contains("Low Tide · release: 1 day earlier.");
    harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
    harness.run_steps(3);
    harness.get_by_label_contains("Low Tide · release: date moved 1 day earlier.");
}
