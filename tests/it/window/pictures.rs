//! Pictures of every view and state, written where `DATELINE_PICTURES` names a folder, to be looked at; and what their
//! colours must keep.

use std::path::PathBuf;

use dateline::app::{Action, Command, Look, Panel, Settings, Tab, Theme};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::{Window, theme};
use dateline::view::Arrange;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, day, empty_window, story, window, ymd};

/// Draws the window, in which these words must stand; writes the picture where pictures are asked for.
fn shoot(harness: &mut Harness<'static, Window>, name: &str, words: &str) {
    harness.run_steps(4);
    assert!(harness.query_all_by_label_contains(words).count() > 0, "{words:?} is not in {name}");
    let Some(folder) = std::env::var_os("DATELINE_PICTURES") else { return };
    let picture = harness.render().unwrap();
    std::fs::create_dir_all(&folder).unwrap();
    picture.save(PathBuf::from(folder).join(format!("{name}.png"))).unwrap();
}

fn ask(harness: &mut Harness<'static, Window>, command: Command) {
    let job = harness.state_mut().state.run(command);
    assert!(job.is_none(), "nothing to read");
}

#[test]
fn every_view_can_be_drawn_in_every_size_and_theme() {
    for (size, scale, name) in [([1280.0, 800.0], 1.0, "1280"), ([1024.0, 640.0], 1.0, "1024"), ([1280.0, 800.0], 2.0, "2x")] {
        for theme in [Theme::Light, Theme::Dark] {
            let mut harness = window(size, story());
            harness.set_pixels_per_point(scale);
            let settings = Settings { theme, ..harness.state().state.settings.clone() };
            ask(&mut harness, Command::SetSettings(settings));
            let name = format!("{name}-{}", theme.name());
            // where the detail covers a low window, it alone says what changed
            let words = if scale > 1.0 { "Back to the timeline" } else { "“Low Tide”: 1 day earlier" };
            shoot(&mut harness, &format!("{name}-timeline"), words);
            if scale > 1.0 {
                continue;
            }
            ask(&mut harness, Command::Arrange(Arrange::Reported));
            shoot(&mut harness, &format!("{name}-timeline-reported"), "reported on Thu 21 Apr 2022: Sun 24 Apr 2022");
            ask(&mut harness, Command::Look(Look::List));
            shoot(&mut harness, &format!("{name}-list"), "List, ");
            ask(&mut harness, Command::Look(Look::DateHistory));
            ask(&mut harness, Command::Act(Action::OpenDetail));
            ask(&mut harness, Command::Tab(Tab::History));
            shoot(&mut harness, &format!("{name}-date-history"), "How the date moved");
            ask(&mut harness, Command::Look(Look::Timeline));
            ask(&mut harness, Command::Arrange(Arrange::Claimed));
            ask(&mut harness, Command::Act(Action::Close));
            shoot(&mut harness, &format!("{name}-timeline-wide"), "Timeline, 9 announcements");
            let panels = [
                (Panel::Help, "help", "What the shapes mean"),
                (Panel::Settings, "settings", "Text size"),
                (Panel::Reading, "reading", "3 articles read"),
                (Panel::GoTo, "go-to", "Date to go to"),
            ];
            for (panel, what, words) in panels {
                ask(&mut harness, Command::Show(Some(panel)));
                shoot(&mut harness, &format!("{name}-{what}"), words);
                ask(&mut harness, Command::Show(None));
            }
        }
    }
}

#[test]
fn the_empty_window_can_be_drawn() {
    let mut harness = empty_window([1280.0, 800.0]);
    shoot(&mut harness, "empty", "Open the sample story");
}

/// How many pixels of the chart, headers and detail left out, are of the colour that says "changed".
fn accent_in_chart(timeline: Timeline) -> usize {
    let mut harness = window([1280.0, 800.0], timeline);
    ask(&mut harness, Command::Act(Action::Close));
    harness.run_steps(4);
    let accent = theme::Theme::of(false).accent;
    let picture = harness.render().unwrap();
    let is_chart = |x: u32, y: u32| (310..1260).contains(&x) && (165..680).contains(&y);
    let near = |a: u8, b: u8| a.abs_diff(b) < 12;
    let is_accent = |pixel: &image::Rgba<u8>| near(pixel[0], accent.r()) && near(pixel[1], accent.g()) && near(pixel[2], accent.b());
    picture.enumerate_pixels().filter(|(x, y, pixel)| is_chart(*x, *y) && is_accent(pixel)).count()
}

#[test]
fn the_accent_is_drawn_for_what_changed_and_for_nothing_else() {
    let changed = accent_in_chart(story());
    assert!(changed > 500, "only {changed} pixels say that something changed");
    let (article, events) = Sheet::new("1.txt", "", ymd(2022, 4, 19), "Nothing is said here.").done();
    let mut sheet = Sheet::new("2.txt", "", ymd(2022, 4, 19), "The song Low Tide is out on April 25.");
    let claim = sheet.claim(day(ymd(2022, 4, 25)), "April 25");
    sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on April 25.", Some(claim));
    assert_eq!(accent_in_chart(Timeline::build(vec![(article, events), sheet.done()], Vec::new(), 1)), 0);
}
