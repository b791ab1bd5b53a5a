//! Every command: the key that asks for it, and what it does, at three sizes.

use dateline::app::{Action, Command, Look, Panel, Phase, Settings, State, Tab};
use dateline::text::Span;
use dateline::timeline::ChangeKind;
use dateline::ui::Window;
use dateline::ui::shortcuts::{BINDINGS, OPEN_MENU, PROGRAM_MENU, SELECTION_MENU, VIEW_MENU, keys_of};
use dateline::view::axis::{Sight, place};
use dateline::view::copy::CopyAs;
use dateline::view::{Arrange, Filter, Group, Sort};
use egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _, by};

use super::fixture::{empty_window, story, window, ymd};

const SIZES: [[f32; 2]; 3] = [[1024.0, 640.0], [1280.0, 800.0], [1920.0, 1080.0]];

/// What is done first, the action, and what must be true of the state before and after.
struct Row(&'static [Action], Action, fn(&State, &State) -> bool);

fn key_of(state: &State) -> Option<&str> {
    state.selection.as_ref().map(|selection| selection.key.as_str())
}

fn event_of(state: &State) -> Option<u32> {
    state.selection.as_ref().and_then(|selection| selection.event)
}

fn change_of(state: &State) -> Option<(u32, Option<usize>)> {
    state.detail.as_ref().map(|detail| (detail.announcement, detail.change))
}

/// What must be true of the state.
type Holds = fn(&State) -> bool;

const ROWS: &[Row] = &[
    Row(&[], Action::OpenFolder, |_, after| matches!(after.panel, Some(Panel::PathField(_)))),
    Row(&[], Action::OpenFile, |_, after| matches!(after.panel, Some(Panel::PathField(_)))),
    Row(&[], Action::OpenSample, |_, after| matches!(after.phase, Phase::Reading { .. }) || !after.ledger.timeline.articles.is_empty()),
    Row(&[], Action::Reload, |before, after| after.generation() > before.generation()),
    Row(&[], Action::Export, |_, after| matches!(after.panel, Some(Panel::PathField(_)))),
    Row(&[Action::ShowList], Action::ShowTimeline, |_, after| after.settings.look == Look::Timeline),
    Row(&[], Action::ShowList, |_, after| after.settings.look == Look::List && after.rows.n_cards > 0),
    Row(&[], Action::ShowDateHistory, |_, after| after.settings.look == Look::DateHistory && !after.ways.is_empty()),
    Row(&[], Action::SwitchArrange, |_, after| after.settings.arrange == Arrange::Reported),
    Row(&[], Action::ToggleChangedOnly, |before, after| after.filter.changed_only && after.lanes.n_shown < before.lanes.n_shown),
    Row(&[], Action::Search, |_, _| true),
    Row(&[], Action::NextHit, |_, after| after.hit == Some(0)),
    Row(&[Action::NextHit, Action::NextHit], Action::PreviousHit, |_, after| after.hit == Some(0)),
    Row(&[], Action::NextChange, |before, after| change_of(after) != change_of(before)),
    Row(&[Action::NextChange], Action::PreviousChange, |before, after| change_of(after) != change_of(before)),
    Row(&[], Action::NextEvent, |_, after| event_of(after).is_some()),
    Row(&[Action::NextEvent, Action::NextEvent], Action::PreviousEvent, |before, after| event_of(after) != event_of(before)),
    Row(&[], Action::Next, |before, after| key_of(after) != key_of(before)),
    Row(&[Action::Next, Action::Next], Action::Previous, |before, after| key_of(after) != key_of(before)),
    Row(&[Action::Close, Action::Last], Action::First, |before, after| key_of(after) != key_of(before) && after.scroll < 1.0),
    Row(&[Action::Close], Action::Last, |before, after| key_of(after) != key_of(before)),
    Row(&[Action::Close, Action::ShowDateHistory], Action::PageDown, |before, after| after.height_sight.start < before.height_sight.start),
    Row(&[Action::Close, Action::ShowDateHistory], Action::PageUp, |before, after| after.height_sight.start > before.height_sight.start),
    Row(&[Action::Close], Action::PanEarlier, |before, after| after.sight.start < before.sight.start),
    Row(&[Action::Close], Action::PanLater, |before, after| after.sight.start > before.sight.start),
    Row(&[Action::Close, Action::ZoomOut], Action::ZoomIn, |before, after| after.sight.days_per_px < before.sight.days_per_px),
    Row(&[Action::Close], Action::ZoomOut, |before, after| after.sight.days_per_px > before.sight.days_per_px),
    Row(&[Action::Close, Action::ZoomOut], Action::Fit, |before, after| after.sight != before.sight),
    Row(&[], Action::GoTo, |_, after| after.panel == Some(Panel::GoTo)),
    Row(&[Action::NextChange, Action::Close], Action::OpenDetail, |before, after| !before.is_detail_open && after.is_detail_open),
    Row(&[Action::NextChange], Action::Back, |before, after| key_of(after) != key_of(before) || change_of(after) != change_of(before)),
    Row(&[Action::NextChange, Action::Back], Action::Forward, |before, after| change_of(after) != change_of(before)),
    Row(&[], Action::GrowArticle, |_, after| after.settings.article_share.is_some_and(|share| share > 0.45)),
    Row(&[Action::GrowArticle], Action::ShrinkArticle, |before, after| after.settings.article_share < before.settings.article_share),
    Row(&[], Action::CopySentence, |_, after| after.message.as_deref() == Some("Copied: sentence with citation")),
    Row(&[], Action::CopyMarkdown, |_, after| after.message.as_deref() == Some("Copied: markdown")),
    Row(&[], Action::KnownOnEarlier, |_, after| after.known_on == Some(ymd(2022, 4, 19))),
    Row(&[Action::KnownOnEarlier], Action::KnownOnLater, |before, after| before.known_on.is_some() && after.known_on.is_none()),
    Row(&[], Action::ShowReading, |_, after| after.panel == Some(Panel::Reading)),
    Row(&[], Action::ToggleLegend, |_, after| !after.settings.has_legend),
    Row(&[], Action::ShowSettings, |_, after| after.panel == Some(Panel::Settings)),
    Row(&[], Action::ShowHelp, |_, after| after.panel == Some(Panel::Help)),
    Row(&[Action::ShowHelp], Action::Close, |_, after| after.panel.is_none()),
];

/// Presses the key that the help names for it.
fn press(harness: &mut Harness<'static, Window>, action: Action) {
    match BINDINGS.iter().find(|binding| binding.action == action) {
        Some(binding) => harness.key_press_modifiers(binding.key.modifiers, binding.key.logical_key),
        None if action == Action::CopySentence => harness.event(Event::Copy),
        None => harness.key_press(Key::Enter),
    }
    harness.run_steps(3);
    if action == Action::KnownOnEarlier {
        super::ways::wait(harness, |window| window.state.known_on.is_some());
    }
}

#[track_caller]
fn check(size: [f32; 2], Row(first, action, holds): &Row) {
    // what is open is not replaced by a single letter
    let mut harness = if *action == Action::OpenSample { empty_window(size) } else { window(size, story()) };
    if matches!(action, Action::NextHit | Action::PreviousHit) {
        harness.state_mut().state.run(Command::SetFilter(Filter { query: "low tide".to_owned(), ..Filter::default() }));
        harness.run_steps(2);
    }
    for step in *first {
        press(&mut harness, *step);
    }
    let before = harness.state().state.clone();
    press(&mut harness, *action);
    assert!(holds(&before, &harness.state().state), "{action:?} at {size:?}");
    if *action == Action::Search {
        assert!(harness.get_by_label("Search").is_focused(), "at {size:?}");
    }
}

#[test]
fn every_key_does_what_it_says_at_every_size() {
    for action in Action::ALL {
        let row = ROWS.iter().find(|row| row.1 == *action);
        let row = row.unwrap_or_else(|| panic!("no line of the table tries {action:?}"));
        for size in SIZES {
            check(size, row);
        }
    }
}

#[test]
fn every_command_has_a_key_or_a_menu_line_and_stands_in_the_help() {
    let mut harness = window(SIZES[1], story());
    harness.key_press(Key::F1);
    harness.run_steps(3);
    let menus = [OPEN_MENU, VIEW_MENU, SELECTION_MENU, PROGRAM_MENU].concat();
    for action in Action::ALL {
        let keys = keys_of(&harness.ctx, *action);
        assert!(!keys.is_empty() || menus.contains(action), "{action:?} can only be guessed");
        assert!(harness.query_all(by().label(action.shown())).count() > 0, "{action:?} is not in the help");
        assert!(keys.is_empty() || harness.query_all(by().label(&keys)).count() > 0, "the help does not say {keys} for {action:?}");
    }
}

#[test]
fn no_single_letter_replaces_what_is_open() {
    let mut harness = window(SIZES[1], story());
    let before = harness.state().state.generation();
    press(&mut harness, Action::OpenSample);
    let state = &harness.state().state;
    assert_eq!((state.generation(), &state.phase), (before, &Phase::Shown));
    assert_eq!(state.ledger.timeline.articles.len(), 3, "the story that was open is still there");
}

#[test]
fn a_letter_typed_into_the_search_is_no_command() {
    let mut harness = window(SIZES[1], story());
    harness.key_press(Key::Slash);
    harness.run_steps(2);
    let look = harness.state().state.settings.look;
    for key in [Key::Num2, Key::A, Key::C, Key::L] {
        harness.key_press(key);
    }
    harness.get_by_label("Search").type_text("2acl");
    harness.run_steps(3);
    let state = &harness.state().state;
    assert_eq!((state.settings.look, state.settings.arrange, state.filter.changed_only), (look, Arrange::Claimed, false));
    assert_eq!(state.filter.query, "2acl");
}

#[test]
fn keys_under_a_panel_wait_until_it_is_closed() {
    let mut harness = window(SIZES[1], story());
    press(&mut harness, Action::ShowHelp);
    press(&mut harness, Action::ShowList);
    assert_eq!(harness.state().state.settings.look, Look::Timeline);
    press(&mut harness, Action::Close);
    press(&mut harness, Action::ShowList);
    assert_eq!(harness.state().state.settings.look, Look::List);
}

#[test]
fn escape_closes_one_thing_at_a_time() {
    let mut harness = window(SIZES[1], story());
    harness.state_mut().state.run(Command::SetFilter(Filter { query: "tide".to_owned(), ..Filter::default() }));
    press(&mut harness, Action::CopySentence);
    press(&mut harness, Action::ShowSettings);
    let told = |harness: &Harness<'static, Window>| {
        let state = &harness.state().state;
        (state.panel.is_some(), state.message.is_some(), !state.filter.query.is_empty(), state.is_detail_open, state.selection.is_some())
    };
    let mut seen = vec![told(&harness)];
    for _ in 0..5 {
        harness.key_press(Key::Escape);
        harness.run_steps(3);
        seen.push(told(&harness));
    }
    let expected = [
        (true, true, true, true, true),
        (false, true, true, true, true),
        (false, false, true, true, true),
        (false, false, false, true, true),
        (false, false, false, false, true),
        (false, false, false, false, false),
    ];
    assert_eq!(seen, expected);
}

/// Commands that carry something with them, and what must be true afterwards.
#[test]
fn every_other_command_changes_what_it_names() {
    let sight = Sight { start: f64::from(place(ymd(2022, 4, 1))), days_per_px: 0.05 };
    let quiet = Settings { has_quotes: false, ..Settings::default() };
    let rows: Vec<(Command, Holds)> = vec![
        (Command::Cancel, |state| state.phase == Phase::Shown),
        (Command::Look(Look::List), |state| state.settings.look == Look::List),
        (Command::Arrange(Arrange::Reported), |state| state.settings.arrange == Arrange::Reported),
        (Command::Sort(Sort::Name), |state| state.settings.sort == Sort::Name),
        (Command::SetFilter(Filter { changed_only: true, ..Filter::default() }), |state| state.lanes.n_shown == 3),
        (Command::ToggleGroup(Group::Changed), |state| state.is_folded(Group::Changed)),
        (Command::KnownOn(None), |state| state.known_on.is_none()),
        (Command::Select(1, None), |state| state.selection.as_ref().is_some_and(|selection| selection.announcement == 1)),
        (Command::SelectEvent(2), |state| event_of(state) == Some(2) && state.reading.is_some()),
        (Command::ShowCluster(vec![0, 1]), |state| state.panel == Some(Panel::Cluster) && state.cluster == [0, 1]),
        (Command::Tab(Tab::Names), |state| state.tab == Tab::Names),
        (Command::ShowArticle(2, Some(Span::new(0, 4))), |state| state.reading.is_some_and(|reading| reading.article == 2)),
        (Command::SetSight(sight), |state| (state.sight.days_per_px - 0.05).abs() < 1e-9),
        (Command::SetHeightSight(sight), |state| (state.height_sight.days_per_px - 0.05).abs() < 1e-9),
        (Command::GoTo(ymd(2019, 2, 28)), |state| {
            let middle = state.sight.place_at(state.size.0 / 2.0);
            (middle - f64::from(place(ymd(2019, 2, 28))) - 0.5).abs() < 0.01
        }),
        (Command::ScrollTo(1e9), |state| (state.scroll - (state.lanes.height() - f64::from(state.size.1)).max(0.0)).abs() < 0.01),
        (Command::Resized(500.0, 300.0), |state| state.size == (500.0, 300.0)),
        (Command::Show(Some(Panel::Reading)), |state| state.panel == Some(Panel::Reading)),
        (Command::Copy(CopyAs::Wikitext), |state| state.message.as_deref() == Some("Copied: wikitext")),
        (Command::SetSettings(quiet), |state| !state.settings.has_quotes),
        (Command::DismissMessage, |state| state.message.is_none()),
    ];
    for (command, holds) in rows {
        let mut harness = window(SIZES[1], story());
        let said = format!("{command:?}");
        assert!(harness.state_mut().state.run(command).is_none(), "{said} asks the worker for nothing");
        assert!(holds(&harness.state().state), "{said}");
    }
}

#[test]
fn each_kind_of_change_has_a_word_of_its_own() {
    let words: std::collections::BTreeSet<&str> = ChangeKind::ALL.iter().map(|kind| kind.shown()).collect();
    assert_eq!(words.len(), ChangeKind::ALL.len());
}

/// What a screen reader would say has the keyboard.
fn focused(harness: &Harness<'static, Window>) -> String {
    let node = harness.root().children_recursive().find(|node| node.accesskit_node().is_focused());
    node.and_then(|node| node.accesskit_node().label()).unwrap_or_default()
}

#[test]
fn a_view_that_has_the_keyboard_keeps_the_arrows_and_says_what_is_selected() {
    for (key, label) in [(Key::Num1, "Timeline, 9 announcements"), (Key::Num2, "List, "), (Key::Num3, "Date history: report date")] {
        let mut harness = window(SIZES[1], story());
        harness.key_press(key);
        harness.run_steps(3);
        harness.get_by_label_contains(label).focus();
        harness.run_steps(3);
        let before = harness.state().state.selection.clone();
        for _ in 0..2 {
            harness.key_press(Key::ArrowDown);
            harness.run_steps(3);
        }
        let state = &harness.state().state;
        assert_ne!(state.selection, before, "{label}: the arrow selects the next");
        let selected = state.detail.as_ref().unwrap().subject.clone();
        let expected = if key == Key::Num3 { label } else { &selected };
        assert!(focused(&harness).starts_with(expected), "{label}: {:?} has the keyboard, not {expected:?}", focused(&harness));
    }
}

#[test]
fn the_wheel_scrolls_pans_and_zooms_at_the_pointer() {
    let wheel = |modifiers: Modifiers, delta: egui::Vec2| {
        let mut harness = window(SIZES[1], story());
        harness.hover_at(egui::pos2(600.0, 500.0));
        harness.run_steps(2);
        let before = harness.state().state.clone();
        harness.event_modifiers(
            Event::MouseWheel {
                unit: egui::MouseWheelUnit::Point,
                source: egui::MouseWheelSource::Wheel,
                delta,
                phase: egui::TouchPhase::Move,
                modifiers,
            },
            modifiers,
        );
        harness.run_steps(30);
        (before, harness.state().state.clone())
    };
    let (before, after) = wheel(Modifiers::NONE, egui::vec2(0.0, -60.0));
    assert!(after.scroll > before.scroll && after.sight == before.sight, "the wheel scrolls");
    let (before, after) = wheel(Modifiers::SHIFT, egui::vec2(0.0, -60.0));
    assert!(
        after.sight.start > before.sight.start && (after.sight.days_per_px - before.sight.days_per_px).abs() < 1e-9,
        "with Shift it pans"
    );
    let (before, after) = wheel(Modifiers::COMMAND, egui::vec2(0.0, 60.0));
    assert!(after.sight.days_per_px < before.sight.days_per_px, "with Ctrl it zooms in");
}
