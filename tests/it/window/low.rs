//! A low window, as large letters make it: bars, lanes and detail take less, so that there is something to see.

use dateline::app::{Action, Command, Look};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::{Arrange, Filter};
use egui::{Rect, Role, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, day, empty_window, shapes, story, window, ymd};

/// A window of 1280 by 800 with letters of twice the size.
const LOW: [f32; 2] = [640.0, 400.0];

/// The titles of lanes that are in sight as a whole.
fn lanes_in_sight(harness: &Harness<'static, Window>) -> usize {
    let state = &harness.state().state;
    let end = state.scroll + f64::from(state.size.1);
    let tops = &state.lanes.tops;
    let is_lane = |idx: usize| state.lanes.rows.get(idx).is_some_and(|row| matches!(row, dateline::view::lane::LaneRow::Lane { .. }));
    (0..state.lanes.rows.len()).filter(|idx| is_lane(*idx) && tops[*idx] >= state.scroll && tops[idx + 1] <= end).count()
}

fn texts(harness: &Harness<'static, Window>) -> Vec<String> {
    let all = shapes(harness).into_iter();
    all.filter_map(|shape| if let Shape::Text(text) = shape { Some(text.galley.text().to_owned()) } else { None }).collect()
}

#[test]
fn several_lanes_are_in_sight_in_a_low_window() {
    let mut harness = window(LOW, story());
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(4);
    // and the heading of the next group
    assert!(lanes_in_sight(&harness) >= 3, "only {} lanes are in sight", lanes_in_sight(&harness));
    let texts = texts(&harness);
    assert!(texts.contains(&"1 day earlier: Sun 24 Apr 2022".to_owned()), "a lane tells its change in one line: {texts:?}");
    assert!(!texts.contains(&"Whole period".to_owned()));
}

#[test]
fn lanes_keep_their_place_when_the_window_becomes_low() {
    let mut harness = window([1280.0, 800.0], story());
    assert!(!harness.state().state.is_low);
    let rows = harness.state().state.lanes.rows.clone();
    harness.set_size(egui::vec2(1280.0, 480.0));
    harness.run_steps(4);
    assert!(harness.state().state.is_low);
    assert_eq!(harness.state().state.lanes.rows, rows, "the same lanes, only less high");
    harness.set_size(egui::vec2(1280.0, 800.0));
    harness.run_steps(4);
    assert!(!harness.state().state.is_low);
}

#[test]
fn what_arranges_and_hides_is_a_line_of_the_views_menu() {
    let mut harness = window(LOW, story());
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    assert!(texts(&harness).contains(&"Claimed date".to_owned()), "it says by which date they are arranged");
    harness.get_by_label("View: Timeline").click();
    harness.run_steps(3);
    harness.get_by_label("Arrange by report date").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.settings.arrange, Arrange::Reported);
    harness.get_by_label("View: Timeline").click();
    harness.run_steps(3);
    harness.get_by_label("Changed only").click();
    harness.run_steps(3);
    assert!(harness.state().state.filter.changed_only);
}

/// An article of many lines.
fn long_article() -> Timeline {
    let quote = "The song Low Tide is out on May 3.";
    let text = format!("{quote} {}", "The harbour was quiet and the lamps were lit early. ".repeat(40));
    let mut sheet = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 1), &text).titled("A song for the harbour");
    let claim = sheet.claim(day(ymd(2024, 5, 3)), "May 3");
    sheet.says("Low Tide", "song", Kind::Release, quote, Some(claim));
    Timeline::build(vec![sheet.done()], Vec::new(), 1)
}

#[test]
fn an_article_has_lines_to_read_below_every_chip() {
    for size in [LOW, [640.0, 420.0], [853.0, 533.0]] {
        let mut harness = window(size, long_article());
        let filter = Filter { query: "tide".to_owned(), changed_only: false, ..Filter::default() };
        harness.state_mut().state.run(Command::SetFilter(filter));
        harness.state_mut().state.run(Command::ShowArticle(0, None));
        harness.run_steps(4);
        let text = harness.root().children_recursive().find(|node| node.accesskit_node().role() == Role::Document).unwrap().rect();
        let clips = harness.output().shapes.iter().filter_map(|clipped| match &clipped.shape {
            Shape::Text(shape) if shape.galley.text().starts_with("The song Low Tide is out on May 3. The harbour") => {
                Some(clipped.clip_rect)
            }
            _ => None,
        });
        let seen = clips.map(|clip| clip.intersect(text).height()).fold(0.0, f32::max);
        assert!(seen >= 6.0 * 21.0, "only {seen} points of the article are in sight at {size:?}");
    }
}

#[test]
fn what_an_empty_window_says_is_not_cut_without_a_sign() {
    let mut harness = empty_window(LOW);
    harness.run_steps(3);
    let below = |harness: &Harness<'static, Window>| harness.query_all_by_label("More below").count();
    assert_eq!(below(&harness), 1, "more follows below");
    harness.get_by_label("More below").click();
    harness.run_steps(6);
    let last = harness.get_by_label_contains("Nothing leaves this computer").rect();
    assert!(last.bottom() <= LOW[1], "the last line stands at {last:?}");
    let roomy = empty_window([1280.0, 800.0]);
    assert_eq!(below(&roomy), 0);
}

#[test]
fn every_view_can_be_used_in_a_low_window() {
    for look in Look::ALL {
        let mut harness = window(LOW, story());
        harness.state_mut().state.run(Command::Act(Action::Close));
        harness.state_mut().state.run(Command::Look(*look));
        harness.run_steps(3);
        let rest = Rect::from_min_max(egui::pos2(0.0, 90.0), egui::pos2(LOW[0], LOW[1]));
        assert!(harness.state().state.size.1 > 120.0, "{look:?} has {:?} of {rest:?}", harness.state().state.size);
    }
}

/// A song that was moved twice.
fn moved_twice() -> Timeline {
    let sheet = |at: u32, [old, new]: [(u32, &str); 2]| {
        let quote = format!("The song Low Tide, which was due on {}, will now arrive on {}.", old.1, new.1);
        let mut sheet = Sheet::new(&format!("{at}.txt"), "", ymd(2024, 3, at), &quote);
        sheet.moves(("Low Tide", "song"), (&quote, "will now arrive"), [(ymd(2024, 5, old.0), old.1), (ymd(2024, 5, new.0), new.1)]);
        sheet.done()
    };
    Timeline::build(vec![sheet(1, [(3, "May 3"), (10, "May 10")]), sheet(8, [(10, "May 10"), (17, "May 17")])], Vec::new(), 0)
}

#[test]
fn changes_that_have_no_row_are_counted_beside_the_newest() {
    let mut harness = window(LOW, moved_twice());
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    harness.get_by_label("Low Tide · release: 1 earlier change not drawn here, show the history").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.tab, dateline::app::Tab::History);
    let roomy = window([1280.0, 800.0], moved_twice());
    assert!(roomy.query_by_label_contains("not drawn here").is_none(), "each has a row of its own");
}

#[test]
fn a_low_window_leads_to_what_its_marks_mean() {
    let mut harness = window(LOW, story());
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.run_steps(3);
    harness.get_by_label_contains("Keys and marks").click();
    harness.run_steps(3);
    assert_eq!(harness.state().state.panel, Some(dateline::app::Panel::Help));
}

#[test]
fn was_stands_above_now_and_both_are_in_sight_whatever_is_clicked() {
    let told = |harness: &Harness<'static, Window>| {
        let rect = |side: &str| harness.get_by_label_contains(&format!("{side} quote: ")).rect();
        (rect("was"), rect("now"))
    };
    for size in [[1280.0, 800.0], [1280.0, 720.0], [1024.0, 640.0], [1280.0, 560.0], LOW] {
        let mut harness = window(size, story());
        let id = harness.state().state.changed()[0];
        harness.state_mut().state.run(Command::Select(id, None));
        harness.run_steps(6);
        for clicked in ["", "now quote: ", "was quote: ", "now quote: "] {
            if !clicked.is_empty() {
                harness.get_by_label_contains(clicked).click();
                harness.run_steps(6);
            }
            if let Some(back) = harness.query_by_label("Back to what changed") {
                back.click();
                harness.run_steps(6);
            }
            let (was, now) = told(&harness);
            let article = harness.query_all_by_label_contains("Article ").map(|node| node.rect().top()).fold(size[1], f32::min);
            assert!(was.bottom() < now.top() || was.right() < now.left(), "{size:?}, {clicked}: {was:?}, {now:?}");
            assert!(now.bottom() <= article, "{size:?}, {clicked}: {now:?} reaches below {article}");
        }
    }
}
