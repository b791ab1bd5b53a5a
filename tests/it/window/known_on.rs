//! "Known on": a day is chosen from the days of reports, each with how much was reported by then.

use dateline::ui::Window;
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{story, window, ymd};
use super::ways::wait;

fn opened(size: [f32; 2]) -> Harness<'static, Window> {
    let mut harness = window(size, story());
    harness.get_by_role_and_label(Role::Button, "Known on").click();
    harness.run_steps(3);
    harness
}

#[test]
fn each_day_says_how_much_was_reported_by_then() {
    let mut harness = opened([1280.0, 800.0]);
    harness.get_by_label("The story as it was known on a day");
    harness.get_by_label("What was reported later is hidden");
    harness.get_by_label("Latest: Thu 21 Apr 2022, all 3 articles");
    harness.get_by_label("Tue 19 Apr 2022, 1 of 3").click();
    wait(&mut harness, |window| window.state.known_on.is_some());
    assert_eq!(harness.state().state.known_on, Some(ymd(2022, 4, 19)));
    harness.get_by_label_contains("Known on 19 Apr").click();
    harness.run_steps(3);
    harness.get_by_label("Latest: Thu 21 Apr 2022, all 3 articles").click();
    wait(&mut harness, |window| window.state.known_on.is_none());
}

#[test]
fn the_menu_stays_within_a_low_window() {
    for size in [[640.0, 400.0], [640.0, 420.0], [1024.0, 640.0]] {
        let harness = opened(size);
        for name in ["The story as it was known on a day", "Latest: Thu 21 Apr 2022, all 3 articles", "Known on which day", "Show"] {
            let rect = harness.get_by_label(name).rect();
            let whole = egui::Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(size[0], size[1]));
            assert!(whole.contains_rect(rect), "{name} at {rect:?} in {size:?}");
        }
        let slider = harness.get_by_label("Day of the reports shown last");
        assert_eq!(slider.accesskit_node().role(), Role::Slider);
    }
}
