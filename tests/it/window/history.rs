//! The date history: both rulers by keyboard, many announcements, and lines that can be clicked.

use chrono::Days;
use dateline::app::{Action, Command, Look};
use dateline::events::Kind;
use dateline::timeline::{ChangeKind, Timeline};
use dateline::ui::Window;
use dateline::view::axis::Sight;
use dateline::view::history::{MOST_DOTS, way_of};
use egui::Key;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, date_history, day, press, shapes, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];

/// So many songs, each with a day of its own, told in two articles a month apart.
fn songs(n: u32) -> Timeline {
    const FIRST: [&str; 10] = ["Golden", "Silent", "Paper", "Winter", "Midnight", "Crystal", "Hidden", "Northern", "Velvet", "Electric"];
    const SECOND: [&str; 10] = ["Harbour", "Orchard", "Signal", "Avenue", "Lantern", "Mirror", "Station", "Garden", "Parade", "Island"];
    const THIRD: [&str; 10] = ["Waltz", "Letters", "Hymn", "Rain", "Market", "Queen", "Bicycle", "Thunder", "Picnic", "Ghost"];
    let name = |i: u32| format!("{} {} {}", FIRST[(i % 10) as usize], SECOND[(i / 10 % 10) as usize], THIRD[(i / 100 % 10) as usize]);
    let line = |i: u32| format!("The song {} is out on day {i} of the list.", name(i));
    let text: Vec<String> = (0..n).map(line).collect();
    let sheets = [ymd(2022, 1, 3), ymd(2022, 2, 3)].into_iter().enumerate().map(|(at, reported)| {
        let mut sheet = Sheet::new(&format!("{at}.txt"), "Harbour Daily", reported, &text.join(" "));
        for i in 0..n {
            let claim = sheet.claim(day(ymd(2022, 3, 1) + Days::new(u64::from(i % 300))), &format!("day {i} of"));
            sheet.says(&name(i), "song", Kind::Release, &line(i), Some(claim));
        }
        sheet.done()
    });
    Timeline::build(sheets.collect(), Vec::new(), 1)
}

fn history(timeline: Timeline) -> Harness<'static, Window> {
    date_history(SIZE, timeline)
}

#[test]
fn plus_and_minus_zoom_both_rulers_and_keep_the_middle() {
    let mut harness = history(story());
    let middle = |harness: &Harness<'static, Window>| {
        let state = &harness.state().state;
        (state.sight.place_at(state.size.0 / 2.0), state.height_sight.place_at(state.size.1 / 2.0))
    };
    let (before, at) = (harness.state().state.clone(), middle(&harness));
    harness.key_press(Key::Plus);
    harness.run_steps(2);
    let after = &harness.state().state;
    assert!(after.sight.days_per_px < before.sight.days_per_px && after.height_sight.days_per_px < before.height_sight.days_per_px);
    assert!((middle(&harness).0 - at.0).abs() < 1e-6 && (middle(&harness).1 - at.1).abs() < 1e-6);
    harness.key_press(Key::Minus);
    harness.run_steps(2);
    let after = &harness.state().state;
    assert!((after.sight.days_per_px - before.sight.days_per_px).abs() < 1e-9);
    assert!((after.height_sight.days_per_px - before.height_sight.days_per_px).abs() < 1e-9);
}

#[test]
fn arrows_move_the_report_days_and_pages_the_claimed_days() {
    let mut harness = history(story());
    let mut moved = |key: Key| {
        let before = harness.state().state.clone();
        harness.key_press(key);
        harness.run_steps(2);
        let after = &harness.state().state;
        (after.sight.start - before.sight.start, after.height_sight.start - before.height_sight.start)
    };
    let (right, left, down, up) = (moved(Key::ArrowRight), moved(Key::ArrowLeft), moved(Key::PageDown), moved(Key::PageUp));
    assert!(right.0 > 0.0 && right.1 == 0.0 && left.0 < 0.0, "{right:?} {left:?}");
    assert!(down.0 == 0.0 && down.1 < 0.0 && up.1 > 0.0, "{down:?} {up:?}");
}

#[test]
fn far_more_announcements_than_fit_are_all_there_and_counted() {
    let harness = history(songs(900));
    let state = &harness.state().state;
    let n_announcements = state.ledger.timeline.announcements.len();
    assert!(n_announcements > 600, "{n_announcements}");
    assert_eq!(state.ways.len(), n_announcements);
    assert!(!state.cloud.is_empty(), "dots run together");
    assert!(harness.query_all_by_label_contains(&format!("{n_announcements} announcements")).count() > 0);
    harness.get_by_label_contains("500 or more statements too close to draw singly");
}

#[test]
fn a_click_on_the_count_lists_the_statements() {
    let mut harness = history(songs(400));
    harness.get_by_label_contains("statements too close to draw singly").click();
    harness.run_steps(3);
    assert!(harness.state().state.cluster.len() > MOST_DOTS);
    assert!(harness.state().state.panel.is_some());
}

#[test]
fn a_click_on_a_line_selects_its_announcement() {
    let mut harness = history(story());
    for action in [Action::Last, Action::Fit, Action::Fit] {
        harness.state_mut().state.run(Command::Act(action));
        harness.run_steps(2);
    }
    let state = harness.state().state.clone();
    let id = state.changed()[0];
    let way = way_of(&state.ledger, id).unwrap();
    let ((from, claimed), (to, _)) = (way.steps[0], way.steps[1]);
    // the view begins right of the ruler of claimed days and below the bars
    let area = harness.get_by_label_contains("Date history: report date across").rect();
    let at = egui::pos2(area.left() + state.sight.x(f64::midpoint(from, to)), area.bottom() - state.height_sight.x(claimed));
    harness.hover_at(at);
    harness.run_steps(2);
    press(&harness, at, true);
    press(&harness, at, false);
    harness.run_steps(3);
    assert_eq!(harness.state().state.selection.as_ref().map(|selection| selection.announcement), Some(id));
}

#[test]
fn a_date_that_was_withdrawn_ends_its_line() {
    let mut sheet = Sheet::new("1.txt", "", ymd(2022, 4, 19), "The film Paper Moon opens on June 14. It has been postponed.");
    let claim = sheet.claim(day(ymd(2022, 6, 14)), "June 14");
    sheet.says("Paper Moon", "film", Kind::Release, "The film Paper Moon opens on June 14.", Some(claim.clone()));
    let cue = sheet.span("postponed");
    let event = sheet.says("Paper Moon", "film", Kind::Release, "It has been postponed.", None);
    event.stated = Some(dateline::events::Stated { from: Some(claim), ..super::fixture::stated(dateline::events::Says::Postponed, cue) });
    let ledger = dateline::view::Ledger::of(std::sync::Arc::new(Timeline::build(vec![sheet.done()], Vec::new(), 1)));
    let way = way_of(&ledger, 0).unwrap();
    assert_eq!(way.end.map(|(_, kind)| kind), Some(ChangeKind::Postponed));
    assert_eq!(way.steps.len(), 1);
}

#[test]
fn a_date_that_was_lost_and_came_back_breaks_its_line_and_keeps_the_mark_of_its_loss() {
    let told = [
        (ymd(2022, 2, 3), "The festival Harbour Days is on June 14.", None),
        (ymd(2022, 3, 10), "Harbour Days was called off.", Some(dateline::events::Says::Cancelled)),
        (ymd(2022, 4, 21), "Harbour Days is back on.", Some(dateline::events::Says::Reinstated)),
    ];
    let sheets = told.into_iter().enumerate().map(|(at, (reported, text, says))| {
        let mut sheet = Sheet::new(&format!("{at}.txt"), "", reported, text);
        let claim = text.contains("June 14").then(|| sheet.claim(day(ymd(2022, 6, 14)), "June 14"));
        let cue = sheet.span(text);
        let event = sheet.says("Harbour Days", "festival", Kind::Ceremony, text, claim);
        event.stated = says.map(|says| super::fixture::stated(says, cue));
        sheet.done()
    });
    let timeline = Timeline::build(sheets.collect(), Vec::new(), 1);
    let ledger = dateline::view::Ledger::of(std::sync::Arc::new(timeline.clone()));
    let way = way_of(&ledger, 0).unwrap();
    assert_eq!(way.end, None, "it holds its date again");
    let days = way.gaps.iter().map(|gap| (gap.until - gap.from, gap.kind)).collect::<Vec<_>>();
    assert_eq!(days, [(42.0, ChangeKind::Cancelled)]);
    assert_eq!(way.losses().count(), 1);
    let harness = history(timeline);
    let lines = super::fixture::shapes(&harness).into_iter().filter(|shape| matches!(shape, egui::Shape::Path(_)));
    assert!(lines.count() >= 2, "the line is drawn in two pieces");
}

/// The words drawn, and where.
fn words_drawn(harness: &Harness<'static, Window>) -> Vec<(String, egui::Rect)> {
    let texts = shapes(harness).into_iter().filter_map(|shape| if let egui::Shape::Text(text) = shape { Some(text) } else { None });
    texts.map(|text| (text.galley.text().to_owned(), text.galley.rect.translate(text.pos.to_vec2()))).collect()
}

#[test]
fn a_line_whose_ends_are_out_of_sight_is_named_where_it_leaves() {
    let mut harness = history(songs(1));
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    let named = |harness: &Harness<'static, Window>| {
        words_drawn(harness)
            .into_iter()
            .find(|(text, rect)| text.starts_with("Golden Harbour Waltz") && rect.top() > 130.0 && rect.bottom() < 760.0)
    };
    assert!(named(&harness).is_some(), "the whole line is in sight");
    let start = f64::from(dateline::view::axis::place(ymd(2022, 1, 10)));
    harness.state_mut().state.run(Command::SetSight(Sight { start, days_per_px: 1.0 / 80.0 }));
    harness.run_steps(3);
    let (_, rect) = named(&harness).expect("the line is named between its ends");
    assert!(rect.right() < 1280.0, "{rect:?}");
}

#[test]
fn a_dot_far_from_its_line_is_named_as_well() {
    let mut first = Sheet::new("1.txt", "", ymd(2024, 4, 1), "The song Low Tide is out on June 20.");
    let claim = first.claim(day(ymd(2024, 6, 20)), "June 20");
    first.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 20.", Some(claim));
    let quote = "The song Low Tide was moved from June 20 to May 3.";
    let mut second = Sheet::new("2.txt", "", ymd(2024, 4, 8), quote);
    second.moves(("Low Tide", "song"), (quote, "was moved"), [(ymd(2024, 6, 20), "June 20"), (ymd(2024, 5, 3), "May 3")]);
    let late = |file: &str, reported| {
        let mut sheet = Sheet::new(file, "", reported, "The song Low Tide is out on June 20.");
        let claim = sheet.claim(day(ymd(2024, 6, 20)), "June 20");
        sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 20.", Some(claim)).status =
            dateline::events::Status::Superseded;
        sheet.done()
    };
    let sheets = vec![first.done(), second.done(), late("3.txt", ymd(2024, 4, 28))];
    let harness = history(Timeline::build(sheets, Vec::new(), 1));
    let plain = words_drawn(&harness)
        .into_iter()
        .filter(|(text, rect)| text == "Low Tide" && (130.0..730.0).contains(&rect.top()) && rect.left() < 830.0);
    assert_eq!(plain.count(), 1, "beside the ring of an old day, told again");
}

/// Songs reported on one day, due so many days after another.
fn close_together(days: &[u64]) -> Timeline {
    const NAMES: [&str; 5] = ["Golden Waltz", "Silent Hymn", "Paper Rain", "Winter Ghost", "Velvet Queen"];
    let line = |at: usize| format!("The song {} is out on day {at} of the list.", NAMES[at]);
    let text: Vec<String> = (0..days.len()).map(line).collect();
    let mut sheet = Sheet::new("1.txt", "Harbour Daily", ymd(2022, 1, 3), &text.join(" "));
    for (at, n_days) in days.iter().enumerate() {
        let claim = sheet.claim(day(ymd(2022, 3, 1) + Days::new(*n_days)), &format!("day {at} of"));
        sheet.says(NAMES[at], "song", Kind::Release, &line(at), Some(claim));
    }
    Timeline::build(vec![sheet.done()], Vec::new(), 1)
}

#[test]
fn a_name_stands_at_no_dot_but_its_own() {
    for days in [&[0, 1][..], &[0, 2, 3], &[0, 1, 2, 9], &[0, 7, 8, 9, 60], &[5, 5, 20]] {
        let harness = history(close_together(days));
        let announcements = harness.state().state.ledger.timeline.announcements.clone();
        let mut dots: Vec<(String, egui::Pos2)> = Vec::new();
        for it in &announcements {
            let title = format!("{} · ", it.subject);
            let found = harness.query_all_by_label_contains(&title).map(|node| node.rect()).filter(|rect| rect.width() < 25.0);
            dots.extend(found.map(|rect| (it.subject.clone(), rect.center())));
        }
        assert_eq!(dots.len(), days.len(), "{dots:?}");
        let mut n_named = 0;
        for shape in shapes(&harness) {
            let egui::Shape::Text(text) = shape else { continue };
            let Some(own) = announcements.iter().find(|it| text.galley.text().starts_with(&it.subject) && text.pos.x > 100.0) else {
                continue;
            };
            let rect = text.galley.rect.translate(text.pos.to_vec2());
            let foreign = dots.iter().filter(|(subject, _)| *subject != own.subject);
            let nearest = foreign.map(|(_, at)| rect.distance_to_pos(*at)).fold(f32::MAX, f32::min);
            assert!(nearest >= 9.0, "{:?} stands {nearest} from a foreign dot, days {days:?}", text.galley.text());
            n_named += 1;
        }
        assert!(n_named >= 2, "{n_named} names for {days:?}");
    }
}

#[test]
fn the_foot_says_what_a_hollow_dot_is_in_every_width() {
    for width in [640.0, 1024.0, 1280.0, 1920.0] {
        let mut harness = window([width, 800.0], story());
        harness.state_mut().state.run(Command::Look(Look::DateHistory));
        harness.run_steps(3);
        let says = |words: &str| {
            let all = shapes(&harness);
            all.iter().any(|shape| matches!(shape, egui::Shape::Text(text) if text.galley.text().contains(words)))
        };
        assert!(says("hollow dot: "), "at {width}");
        assert!(!says("day has come"), "at {width}");
    }
}

#[test]
fn what_lies_beyond_an_edge_is_counted_there_and_one_click_away() {
    let place = |date| f64::from(dateline::view::axis::place(date));
    for (start, words) in [(ymd(2023, 6, 1), "last reported before"), (ymd(2020, 1, 1), "first reported after")] {
        let mut harness = history(songs(3));
        harness.state_mut().state.run(Command::SetSight(Sight { start: place(start), days_per_px: 0.05 }));
        harness.run_steps(2);
        harness.get_by_label(&format!("3 announcements {words} the days in sight, go there")).click();
        harness.run_steps(2);
        let state = &harness.state().state;
        let seen = state.sight.start..=state.sight.end(state.size.0);
        assert!(seen.contains(&(place(ymd(2022, 1, 3)) + 0.5)) || seen.contains(&(place(ymd(2022, 2, 3)) + 0.5)), "{words}: {seen:?}");
        assert!(harness.query_by_label_contains("go there").is_none(), "{words}: all are in sight again");
    }
    for (start, words) in [(ymd(2020, 1, 1), "with later dates"), (ymd(2024, 1, 1), "with earlier dates")] {
        let mut harness = history(songs(3));
        harness.state_mut().state.run(Command::SetHeightSight(Sight { start: place(start), days_per_px: 0.05 }));
        harness.run_steps(2);
        harness.get_by_label(&format!("3 announcements {words} than those in sight, go there")).click();
        harness.run_steps(2);
        assert!(harness.query_by_label_contains("go there").is_none(), "{words}: all are in sight again");
    }
}

#[test]
fn dots_without_a_name_are_counted_and_listed() {
    let mut harness = history(songs(60));
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    let n_named = words_drawn(&harness).iter().filter(|(text, rect)| text.contains(" Waltz") && rect.left() > 100.0).count();
    let dots = harness.query_all_by_label_contains(" Waltz · release: ").filter_map(|dot| dot.accesskit_node().label());
    let titles: std::collections::BTreeSet<String> = dots.map(|label| label.split(": ").next().unwrap_or_default().to_owned()).collect();
    let n_unnamed = titles.len() - n_named;
    assert!(n_named > 0 && n_unnamed > 0, "{n_named} of {} names have room", titles.len());
    harness.get_by_label(&format!("{n_unnamed} dots without a name: list them")).click();
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!(state.cluster.len(), n_unnamed);
    assert_eq!(state.panel, Some(dateline::app::Panel::Cluster));
}

#[test]
fn a_month_is_drawn_as_high_as_its_days() {
    let mut sheet = Sheet::new("1.txt", "", ymd(2024, 4, 1), "The song Low Tide is out in June. The song Paper Moon is out on June 20.");
    let month = dateline::civil::ClaimedDate::days(dateline::civil::DateRange::month(2024, 6).unwrap());
    let claim = sheet.claim(month, "in June");
    sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out in June.", Some(claim));
    let claim = sheet.claim(day(ymd(2024, 6, 20)), "June 20");
    sheet.says("Paper Moon", "song", Kind::Release, "The song Paper Moon is out on June 20.", Some(claim));
    let harness = history(Timeline::build(vec![sheet.done()], Vec::new(), 1));
    let dot = harness.get_by_label_contains("Low Tide · release: June 2024, reported 1 Apr 2024").rect().center();
    #[expect(clippy::cast_possible_truncation, reason = "a height on the screen")]
    let expected = (30.0 / harness.state().state.height_sight.days_per_px) as f32;
    let bars = shapes(&harness).into_iter().filter_map(|shape| match shape {
        egui::Shape::LineSegment { points: [a, b], .. } if (a.x - dot.x).abs() < 0.5 && (b.x - dot.x).abs() < 0.5 => {
            Some((a.y - b.y).abs())
        }
        _ => None,
    });
    let bars: Vec<f32> = bars.collect();
    assert!(bars.iter().any(|height| (height - expected).abs() < 1.0), "{bars:?}, {expected}");
}
