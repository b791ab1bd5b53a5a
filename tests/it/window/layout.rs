//! Nothing overlaps and nothing leaves the window: every view, three sizes, double size, a narrow panel, long names.

use dateline::app::{Command, Look, OpenWhat, Panel, Phase};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::quote::Side;
use dateline::view::{Arrange, Filter};
use egui::{Rect, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, day, press, story, window, ymd};

/// The last is 1280 by 800 with everything at double size.
const SIZES: [[f32; 2]; 4] = [[1024.0, 640.0], [1280.0, 800.0], [1920.0, 1080.0], [640.0, 400.0]];

const CONTROLS: [Role; 8] =
    [Role::Button, Role::RadioButton, Role::TextInput, Role::SearchInput, Role::Tab, Role::CheckBox, Role::Link, Role::Heading];

/// Controls with their names and places, those within `area`.
fn controls(harness: &Harness<'static, Window>, area: Rect) -> Vec<(String, Rect)> {
    let nodes = harness.root().children_recursive();
    let seen = nodes.filter(|node| CONTROLS.contains(&node.accesskit_node().role()) && node.rect().height() > 1.0);
    let named = seen.map(|node| (node.accesskit_node().label().unwrap_or_default(), node.rect()));
    // quotes scroll under the line below them
    named.filter(|(name, rect)| area.contains(rect.center()) && !name.contains(" quote: ")).collect()
}

#[track_caller]
fn check_apart(controls: &[(String, Rect)], size: [f32; 2], at_least: usize, what: &str) {
    assert!(controls.len() >= at_least, "{what} at {size:?} has only {controls:?}");
    for (at, (name, rect)) in controls.iter().enumerate() {
        assert!(rect.left() >= 0.0 && rect.right() <= size[0] + 0.5, "{what}: {name:?} leaves the window at {size:?}: {rect:?}");
        for (other, its) in controls.iter().skip(at + 1) {
            assert!(!rect.shrink(1.0).intersects(*its), "{what}: {name:?} and {other:?} overlap at {size:?}");
        }
    }
}

/// The bars above the views, and the line below them.
fn bars(size: [f32; 2]) -> [(Rect, &'static str, usize); 2] {
    let top = Rect::from_min_max(egui::Pos2::ZERO, egui::pos2(size[0], 86.0));
    let height = if size[1] < 540.0 { 27.0 } else { 38.0 };
    let foot = Rect::from_min_max(egui::pos2(0.0, size[1] - height), egui::pos2(size[0], size[1]));
    [(top, "the bar", 5), (foot, "the status line", 2)]
}

#[test]
fn nothing_in_the_bars_overlaps_in_any_size_view_or_state() {
    for size in SIZES {
        for look in Look::ALL {
            for filter in [Filter::default(), Filter { changed_only: true, query: "tide".to_owned(), ..Filter::default() }] {
                let mut harness = window(size, story());
                harness.state_mut().state.run(Command::Look(*look));
                harness.state_mut().state.run(Command::SetFilter(filter));
                harness.run_steps(3);
                for (area, what, at_least) in bars(size) {
                    check_apart(&controls(&harness, area), size, at_least, &format!("{what} of {look:?}"));
                }
            }
        }
    }
}

#[test]
fn nothing_in_the_bars_overlaps_while_later_reports_are_hidden() {
    for size in SIZES {
        let mut harness = window(size, story());
        let job = harness.state_mut().state.run(Command::KnownOn(Some(ymd(2022, 4, 19)))).unwrap();
        harness.state().start_job(job);
        super::ways::wait(&mut harness, |window| window.state.known_on.is_some());
        for (area, what, at_least) in bars(size) {
            check_apart(&controls(&harness, area), size, at_least, what);
        }
    }
}

/// One song with names and sources far longer than any column.
fn long_names() -> Timeline {
    let subject =
        "The Extraordinarily Long and Winding Anniversary Compilation of the Harbour Lantern Festival Orchestra and Choir, Remastered";
    let text = format!("{subject} is out on May 3, 2024. 안녕하세요 夜に駆ける 🎬 are letters too.");
    let mut sheet = Sheet::new(
        "a/very/deep/folder/with-a-file-name-that-does-not-want-to-end.txt",
        "The Daily Outlet of Very Long Names",
        ymd(2024, 4, 1),
        &text,
    );
    let claim = sheet.claim(day(ymd(2024, 5, 3)), "May 3, 2024");
    let quote = format!("{subject} is out on May 3, 2024.");
    sheet.says(subject, "album", Kind::Release, &quote, Some(claim)).sources =
        vec!["A Spokesperson for the Agency That Represents All of Them".to_owned(); 3];
    Timeline::build(vec![sheet.done()], Vec::new(), 1)
}

#[test]
fn long_names_stay_in_their_columns() {
    for size in SIZES {
        for look in Look::ALL {
            let mut harness = window(size, long_names());
            harness.state_mut().state.run(Command::Look(*look));
            harness.state_mut().state.run(Command::Select(0, None));
            harness.run_steps(3);
            let area = Rect::from_min_size(egui::Pos2::ZERO, size.into());
            for (name, rect) in controls(&harness, area) {
                assert!(rect.right() <= size[0] + 0.5, "{name:?} leaves the window at {size:?} in {look:?}");
            }
        }
    }
}

#[test]
fn the_detail_holds_its_head_together_when_it_is_narrow() {
    for timeline in [story(), long_names()] {
        let mut harness = window([1280.0, 800.0], timeline);
        harness.state_mut().state.run(Command::Select(0, None));
        harness.run_steps(3);
        let edge = harness.get_by_label("Resize panel").rect().right_center() - egui::vec2(1.0, 0.0);
        harness.hover_at(edge);
        harness.run_steps(2);
        press(&harness, edge, true);
        harness.run_steps(2);
        let end = egui::pos2(1270.0, edge.y);
        harness.hover_at(end);
        harness.run_steps(2);
        press(&harness, end, false);
        harness.run_steps(3);
        let tab = harness.get_by_role_and_label(Role::Tab, "Notes").rect();
        let left = harness.get_by_label("Resize panel").rect().right();
        assert!(1280.0 - left < 345.0, "the panel was made narrow: {left}");
        let head = Rect::from_min_max(egui::pos2(left, tab.top() - 104.0), egui::pos2(1280.0, tab.bottom()));
        check_apart(&controls(&harness, head), [1280.0, 800.0], 5, "the head of the detail");
    }
}

#[test]
fn panels_fit_into_the_smallest_window() {
    for panel in [Panel::Help, Panel::Settings, Panel::Reading, Panel::GoTo, Panel::Cluster] {
        for size in SIZES {
            let mut harness = window(size, story());
            harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
            harness.state_mut().state.run(Command::ShowCluster(vec![0, 1, 2]));
            harness.state_mut().state.run(Command::Show(Some(panel)));
            harness.run_steps(4);
            let close = harness.query_all_by_label("Close").map(|node| node.rect()).find(|rect| rect.right() < size[0]);
            let close = close.unwrap_or_else(|| panic!("{panel:?} cannot be closed at {size:?}"));
            assert!(close.top() >= 0.0 && close.bottom() <= size[1], "{panel:?} leaves the window at {size:?}");
        }
    }
}

#[test]
fn targets_can_be_hit() {
    for look in Look::ALL {
        let mut harness = window([1280.0, 800.0], story());
        harness.state_mut().state.run(Command::Look(*look));
        harness.run_steps(3);
        for (name, rect) in controls(&harness, Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(1280.0, 760.0))) {
            let is_text = harness.query_by_role_and_label(Role::Heading, &name).is_some()
                || harness.query_by_role_and_label(Role::Link, &name).is_some();
            assert!(is_text || rect.height() >= 20.0 && rect.width() >= 20.0, "{name:?} is too small in {look:?}: {rect:?}");
        }
    }
}

#[test]
fn an_empty_window_fits_every_size() {
    for size in SIZES {
        let mut harness = super::fixture::empty_window(size);
        harness.run_steps(3);
        let buttons = controls(&harness, Rect::from_min_size(egui::Pos2::ZERO, size.into()));
        check_apart(&buttons, size, 4, "the empty window");
        assert_eq!(harness.state().state.source, None::<OpenWhat>);
    }
}

#[test]
fn was_and_now_and_both_quotes_are_in_sight_at_once_for_every_change() {
    let mut harness = super::fixture::empty_window([1280.0, 800.0]);
    let job = harness.state_mut().state.run(Command::Open(OpenWhat::Sample)).unwrap();
    harness.state().start_job(job);
    super::ways::wait(&mut harness, |window| window.state.phase == Phase::Shown);
    let changed = harness.state().state.changed();
    assert!(changed.len() > 4, "the sample has changes");
    for id in changed {
        harness.state_mut().state.run(Command::Select(id, None));
        harness.run_steps(6);
        let detail = harness.state().state.detail.clone().unwrap();
        let article = harness.query_all_by_label_contains("Article ").map(|node| node.rect().top()).fold(f32::MAX, f32::min);
        assert!(article < 700.0, "{}: the article has room", detail.subject);
        let quotes: Vec<(Side, Rect)> = [
            (Side::Was, "was quote: "),
            (Side::Now, "now quote: "),
            (Side::Both, "was and now quote: "),
            (Side::One, "one says quote: "),
            (Side::Other, "another says quote: "),
        ]
        .into_iter()
        .flat_map(|(side, name)| harness.query_all_by_label_contains(name).map(move |node| (side, node.rect())))
        .collect();
        let first_two = detail.quotes.iter().take(2).filter(|quote| quote.side != Side::Also).count();
        assert!(quotes.len() >= first_two, "{}: {quotes:?}", detail.subject);
        for (side, rect) in quotes {
            assert!(
                rect.bottom() <= article,
                "{}: the quote of {side:?} ends at {}, the article begins at {article}",
                detail.subject,
                rect.bottom()
            );
        }
    }
}

#[test]
fn a_narrow_window_has_a_place_for_what_arranges_and_hides() {
    for width in [640.0, 760.0, 999.0, 1000.0, 1100.0] {
        let mut harness = window([width, 600.0], story());
        harness.state_mut().state.run(Command::Act(dateline::app::Action::Close));
        harness.run_steps(3);
        for (name, others) in
            [("Claimed", "Claimed date"), ("Reported", "Report date"), ("Changed", "Changed only"), ("Known on", "Known on")]
        {
            let found = [name, others].iter().any(|name| harness.query_all_by_label(name).count() > 0);
            assert!(found, "{others:?} has no place at {width} points");
        }
        let bars = Rect::from_min_size(egui::Pos2::ZERO, egui::vec2(width, 124.0));
        check_apart(&controls(&harness, bars), [width, 600.0], 6, "the bars");
    }
}

#[test]
fn two_quotes_of_one_article_do_not_read_as_two_reports() {
    let mut harness = window([1280.0, 800.0], story());
    let same = |harness: &Harness<'static, Window>| harness.query_all_by_label_contains("the same article").count();
    assert_eq!(same(&harness), 0, "the first to say the old date was another article");
    let cancelled = harness.state().state.changed().into_iter().find(|id| {
        let state = &harness.state().state;
        state.ledger.at(*id).is_some_and(|(announcement, _)| announcement.subject.contains("fan meeting"))
    });
    harness.state_mut().state.run(Command::Select(cancelled.unwrap(), None));
    harness.run_steps(3);
    assert_eq!(same(&harness), 0, "one quote of each article");
}
