//! Marks say what they stand for: a dispute is drawn as one, an end stands on its day, and no line runs through a mark.

use dateline::app::{Action, Command, Tab};
use dateline::events::{Kind, Says, Stated, Status};
use dateline::timeline::Timeline;
use dateline::ui::{Window, theme::Theme};
use dateline::view::Arrange;
use egui::{Pos2, Rect, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, day, shapes, stated, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];

/// Whether a shape begins with a line straight up or down.
fn is_upright(points: &[Pos2]) -> bool {
    (points[0].x - points[1].x).abs() < 0.01
}

/// A film that was due on 14 June and then was called off, or put off.
fn ended(says: Says, status: Status) -> Timeline {
    let mut first = Sheet::new("1.txt", "", ymd(2024, 4, 19), "The film Paper Moon opens on June 14.");
    let claim = first.claim(day(ymd(2024, 6, 14)), "June 14");
    first.says("Paper Moon", "film", Kind::Release, "The film Paper Moon opens on June 14.", Some(claim));
    let mut last = Sheet::new("2.txt", "", ymd(2024, 5, 2), "The film Paper Moon no longer opens on June 14.");
    let (claim, cue) = (last.claim(day(ymd(2024, 6, 14)), "June 14"), last.span("no longer"));
    let event = last.says("Paper Moon", "film", Kind::Release, "The film Paper Moon no longer opens on June 14.", None);
    event.status = status;
    event.stated = Some(Stated { from: Some(claim), ..stated(says, cue) });
    Timeline::build(vec![first.done(), last.done()], Vec::new(), 0)
}

#[test]
fn what_was_called_off_or_put_off_ends_on_its_last_valid_day() {
    let accent = Theme::of(false).accent;
    for (says, status, word) in [(Says::Cancelled, Status::Cancelled, "cancelled"), (Says::Postponed, Status::Postponed, "postponed")] {
        for zoom in [Action::Fit, Action::ZoomIn, Action::ZoomOut] {
            let mut harness = window(SIZE, ended(says, status));
            harness.state_mut().state.run(Command::Act(zoom));
            harness.run_steps(3);
            let mark = harness.get_by_label("Paper Moon: Fri 14 Jun 2024, no longer valid").rect();
            harness.get_by_label_contains(&format!("Paper Moon · release: {word}"));
            let all = shapes(&harness);
            let stems = all.iter().filter_map(|shape| match shape {
                Shape::LineSegment { points, stroke } if stroke.color == accent && is_upright(points) => Some(points),
                _ => None,
            });
            let above: Vec<_> = stems.filter(|ends| (ends[0].x - mark.center().x).abs() < 0.5 && ends[1].y < mark.center().y).collect();
            assert_eq!(above.len(), 1, "{word}: one line leads down to the mark of its day");
            assert!(mark.center().y - above[0][1].y < 14.0, "{word}: and as far as to it");
        }
    }
}

#[test]
fn what_has_a_new_date_since_ends_on_no_day() {
    let accent = Theme::of(false).accent;
    let stems = |timeline: Timeline| {
        let all = shapes(&window(SIZE, timeline));
        let is_stem = |shape: &&Shape| matches!(shape, Shape::LineSegment { points, stroke } if stroke.color == accent && is_upright(points) && (points[0].y - points[1].y).abs() < 11.0);
        all.iter().filter(is_stem).count()
    };
    let put_off = || ended(Says::Postponed, Status::Postponed);
    let quote = "The film Paper Moon moves from June 14 to June 21.";
    let mut sheet = Sheet::new("3.txt", "", ymd(2024, 5, 9), quote);
    sheet.moves(("Paper Moon", "film"), (quote, "moves"), [(ymd(2024, 6, 14), "June 14"), (ymd(2024, 6, 21), "June 21")]);
    let (article, events) = sheet.done();
    let old = put_off();
    let before = old.articles.iter().enumerate().map(|(at, article)| {
        let own = old.events.iter().filter(|event| event.article as usize == at).cloned().collect();
        (article.clone(), own)
    });
    let since = Timeline::build(before.chain([(article, events)]).collect(), Vec::new(), 0);
    assert_eq!(since.announcements[0].changes.len(), 2, "put off, and given a new day");
    assert_eq!((stems(put_off()), stems(since)), (1, 0));
}

fn texts(harness: &Harness<'static, Window>) -> Vec<String> {
    let all = shapes(harness);
    let texts = all.iter().filter_map(|shape| if let Shape::Text(text) = shape { Some(text.galley.text().to_owned()) } else { None });
    texts.collect()
}

#[test]
fn what_was_never_given_a_day_is_called_off_without_an_arrow_from_nowhere() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
    harness.run_steps(3);
    let change = harness.get_by_label("Harbour fan meeting · performance: cancelled. Now cancelled.").rect();
    let mark = harness.get_by_label_contains("Harbour fan meeting: reported on Thu 21 Apr 2022").rect();
    assert!(change.x_range().contains(mark.center().x), "its shape stands on the day it was reported");
    let in_header = texts(&harness).iter().filter(|text| *text == "not stated").count();
    assert_eq!(in_header, 1, "that no article gives a day stands in the header and not in the chart");
}

/// Where the full halves of diamonds are: three corners, the first above the second.
fn halves(harness: &Harness<'static, Window>) -> Vec<Rect> {
    let accent = Theme::of(false).accent;
    let all = shapes(harness);
    let halves = all.iter().filter_map(|shape| match shape {
        Shape::Path(path) if path.points.len() == 3 && path.fill == accent && is_upright(&path.points) => {
            Some(Rect::from_points(&path.points))
        }
        _ => None,
    });
    halves.collect()
}

#[test]
fn a_dispute_is_drawn_as_one_in_both_arrangements() {
    let mut harness = window(SIZE, super::newcomer::disputed());
    for (arrange, name) in [
        (Arrange::Claimed, "Glass Weather: Fri 17 May 2024, sources disagree"),
        (Arrange::Reported, "Glass Weather: reported on Thu 18 Apr 2024: Fri 17 May 2024, sources disagree"),
    ] {
        harness.state_mut().state.run(Command::Arrange(arrange));
        harness.run_steps(3);
        let mark = harness.get_by_label(name).rect();
        // by claimed date its days are wide enough for bars
        let is_half_full = halves(&harness).iter().any(|half| mark.contains(half.center()));
        assert_eq!(is_half_full, arrange == Arrange::Reported, "{arrange:?}");
    }
    let said = texts(&harness);
    assert!(said.iter().any(|text| text == "sources disagree: 17 May or 24 May"), "both are said above the mark: {said:?}");
    assert!(said.iter().any(|text| text == "disputed"), "and the legend explains it");
}

#[test]
fn the_line_of_the_history_ends_at_the_edge_of_the_mark_that_holds() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::Tab(Tab::History));
    harness.run_steps(3);
    let theme = Theme::of(false);
    let chart = harness.get_by_label_contains("How the date moved").rect();
    let all = shapes(&harness);
    let line =
        all.iter().position(|shape| matches!(shape, Shape::Path(path) if !path.closed && path.points.iter().all(|at| chart.contains(*at))));
    let after = &all[line.unwrap()..];
    let is_at = |at: Pos2, centre: Pos2| (at - centre).length() < 0.5;
    let Shape::Path(way) = &after[0] else { panic!("a line") };
    // the last level begins where the date was moved to
    let holds = way.points[2];
    let diamond = after.iter().position(|shape| {
        matches!(shape, Shape::Path(path) if path.closed && path.fill == theme.accent && is_at(Rect::from_points(&path.points).center(), holds))
    });
    let clear = after.iter().position(
        |shape| matches!(shape, Shape::Circle(circle) if circle.fill == theme.sheet && circle.radius > 10.0 && is_at(circle.center, holds)),
    );
    assert!(clear.unwrap() < diamond.unwrap(), "the ground is cleared, then the mark is drawn");
}

#[test]
fn what_changed_twice_is_told_in_words() {
    let mut timeline = Vec::new();
    for (nth, (reported, old, new)) in [(5, 10, 20), (9, 20, 18)].into_iter().enumerate() {
        let quote = format!("The song Low Tide was moved from May {old} to May {new}.");
        let mut sheet = Sheet::new(&format!("{nth}.txt"), "", ymd(2024, 3, reported), &quote);
        let days = [(ymd(2024, 5, old), &*format!("May {old}")), (ymd(2024, 5, new), &*format!("May {new}"))];
        sheet.moves(("Low Tide", "song"), (&quote, "was moved"), days);
        timeline.push(sheet.done());
    }
    let harness = window(SIZE, Timeline::build(timeline, Vec::new(), 0));
    let said = texts(&harness);
    assert!(said.iter().any(|text| text == "10 days later, then 2 days earlier"), "{said:?}");
    assert!(!said.iter().any(|text| text.contains("2×")), "{said:?}");
}
