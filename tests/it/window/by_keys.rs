//! What is longer than its panel is scrolled by keys, what has the keyboard shows it, and what is chosen is read from its top.

use dateline::app::{Action, Command, Panel, Tab};
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::ui::theme::Theme;
use dateline::view::Filter;
use egui::{Key, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, shapes, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];
const LOW: [f32; 2] = [1024.0, 480.0];

fn press(harness: &mut Harness<'static, Window>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

/// So many articles, more than a panel has room for.
fn long_list() -> Timeline {
    let sheet = |nth: usize| {
        let text = format!("Nothing is known of song number {nth}.");
        Sheet::new(&format!("{nth:02}.txt"), "Harbour Daily", ymd(2022, 12, 31), &text).done()
    };
    Timeline::build((0..40).map(sheet).collect(), Vec::new(), 0)
}

/// The last words of a panel come into sight by a key, and its first words are there again after the other.
#[track_caller]
fn check((panel, timeline): (Panel, Timeline), (first, last): (&str, &str), (down, up): (Key, Key)) {
    let mut harness = window(LOW, timeline);
    harness.state_mut().state.run(Command::ShowCluster((0..9).collect()));
    harness.state_mut().state.run(Command::Show(Some(panel)));
    harness.run_steps(4);
    let top = |harness: &Harness<'static, Window>, words: &str| harness.query_all_by_label_contains(words).next().map(|it| it.rect().top());
    let before = top(&harness, first).unwrap();
    for _ in 0..60 {
        press(&mut harness, down);
    }
    let at = top(&harness, last).unwrap_or_else(|| panic!("{last:?} is not drawn after {down:?}"));
    assert!(at < LOW[1] - 40.0, "{last:?} stands at {at} after {down:?}");
    for _ in 0..60 {
        press(&mut harness, up);
    }
    assert_eq!(top(&harness, first), Some(before), "{first:?} after {up:?}");
}

#[test]
fn a_panel_longer_than_its_room_is_scrolled_by_keys() {
    for keys in [(Key::ArrowDown, Key::ArrowUp), (Key::PageDown, Key::PageUp), (Key::End, Key::Home)] {
        check((Panel::Help, story()), ("A date is a bar", "Close, clear, leave"), keys);
        check((Panel::Reading, long_list()), ("00.txt", "39.txt"), keys);
        check((Panel::Cluster, story()), ("April 25 at 12 am KST", "However, now"), keys);
    }
}

#[test]
fn every_choice_that_has_the_keyboard_shows_it() {
    let mut harness = window(SIZE, story());
    let seen = |harness: &mut Harness<'static, Window>, label: &str| {
        harness.get_by_label(label).focus();
        harness.run_steps(3);
        let (place, colour) = (harness.get_by_label(label).rect(), Theme::current(&harness.ctx).focus);
        let is_ring = |shape: &Shape| matches!(shape, Shape::Rect(rect) if rect.stroke.color == colour && rect.rect.contains_rect(place));
        assert!(shapes(harness).iter().any(is_ring), "{label} does not show that it has the keyboard");
    };
    for label in ["List", "Date history", "Report date", "Changed only", "Names"] {
        seen(&mut harness, label);
    }
    harness.state_mut().state.run(Command::Act(Action::ShowSettings));
    harness.run_steps(3);
    for label in ["Dark", "Large"] {
        seen(&mut harness, label);
    }
}

/// Whether a ring or a line in the colour of the keyboard's place is in sight.
fn shows_focus(harness: &Harness<'static, Window>) -> bool {
    fn is_in(shape: &Shape, clip: egui::Rect, colour: egui::Color32) -> bool {
        let is_seen = |rect: egui::Rect| clip.contains_rect(rect.shrink(3.0));
        match shape {
            Shape::Rect(rect) => rect.stroke.color == colour && is_seen(rect.rect),
            Shape::LineSegment { points, stroke } => stroke.color == colour && is_seen(egui::Rect::from_points(points)),
            Shape::Vec(all) => all.iter().any(|shape| is_in(shape, clip, colour)),
            _ => false,
        }
    }
    let colour = Theme::current(&harness.ctx).focus;
    harness.output().shapes.iter().any(|it| is_in(&it.shape, it.clip_rect, colour))
}

#[test]
fn wherever_tab_leads_the_place_of_the_keyboard_is_in_sight() {
    for action in [Action::ShowTimeline, Action::ShowList, Action::ShowDateHistory] {
        let mut harness = window(SIZE, story());
        harness.state_mut().state.run(Command::Act(action));
        harness.state_mut().state.run(Command::Select(0, None));
        harness.run_steps(4);
        for nth in 1..60 {
            press(&mut harness, Key::Tab);
            let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
            let Some(node) = node.filter(|_| harness.ctx.memory(|memory| memory.focused().is_some())) else { continue };
            let name = node
                .accesskit_node()
                .label()
                .unwrap_or_else(|| format!("{:?} at {:?}", node.accesskit_node().role(), node.accesskit_node().raw_bounds()));
            assert!(shows_focus(&harness), "{action:?}: stop {nth}, {name:?}, does not show that it has the keyboard");
        }
    }
}

#[test]
fn another_announcement_is_read_from_its_top() {
    let mut harness = window([1280.0, 600.0], story());
    let top = |harness: &Harness<'static, Window>| {
        let told = harness.query_all_by_label_contains("was quote:").next();
        told.map(|told| told.rect().top())
    };
    harness.state_mut().state.run(Command::Tab(Tab::Changed));
    harness.state_mut().state.run(Command::ShareDetail(Some(0.6)));
    harness.run_steps(4);
    let first = top(&harness);
    let place = harness.get_by_label("Resize the article").rect().center_top() - egui::vec2(0.0, 60.0);
    harness.hover_at(place);
    harness.run_steps(2);
    let (unit, source) = (egui::MouseWheelUnit::Point, egui::MouseWheelSource::Wheel);
    let (phase, modifiers, delta) = (egui::TouchPhase::Move, egui::Modifiers::NONE, egui::vec2(0.0, -80.0));
    harness.event(egui::Event::MouseWheel { unit, source, delta, phase, modifiers });
    harness.run_steps(10);
    assert!(top(&harness) < first, "it is scrolled: {first:?} {:?}", top(&harness));
    press(&mut harness, Key::F8);
    harness.state_mut().state.run(Command::Act(Action::Back));
    harness.run_steps(4);
    assert_eq!(top(&harness), first, "it was left and came back");
}

#[test]
fn what_is_typed_after_the_key_of_the_search_replaces_what_was_searched() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::SetFilter(Filter { query: "low tide".to_owned(), ..Filter::default() }));
    harness.run_steps(3);
    press(&mut harness, Key::Slash);
    harness.get_by_label("Search").type_text("harbour");
    harness.run_steps(3);
    assert_eq!(harness.state().state.filter.query, "harbour");
}

#[test]
fn what_is_opened_from_the_list_of_hits_is_the_hit_one_goes_on_from() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::SetFilter(Filter { query: "low tide".to_owned(), ..Filter::default() }));
    let fifth = harness.state().state.hits[4];
    harness.state_mut().state.run(Command::SelectEvent(fifth));
    assert_eq!(harness.state().state.hit, Some(4));
    harness.state_mut().state.run(Command::Act(Action::NextHit));
    assert_eq!(harness.state().state.hit, Some(5));
}
