//! Pictures of every view and state, written where `DATELINE_PICTURES` names a folder, to be looked at.

use std::path::PathBuf;

use dateline::app::{Action, Command, Look, Panel, Settings, Tab, Theme};
use dateline::ui::Window;
use dateline::view::Arrange;
use egui_kittest::Harness;

use super::fixture::{empty_window, story, window};

/// Draws the window; writes the picture where pictures are asked for.
fn shoot(harness: &mut Harness<'static, Window>, name: &str) {
    harness.run_steps(4);
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
            shoot(&mut harness, &format!("{name}-timeline"));
            if scale > 1.0 {
                continue;
            }
            ask(&mut harness, Command::Arrange(Arrange::Reported));
            shoot(&mut harness, &format!("{name}-timeline-reported"));
            ask(&mut harness, Command::Look(Look::List));
            shoot(&mut harness, &format!("{name}-list"));
            ask(&mut harness, Command::Look(Look::DateHistory));
            ask(&mut harness, Command::Tab(Tab::History));
            shoot(&mut harness, &format!("{name}-date-history"));
            ask(&mut harness, Command::Look(Look::Timeline));
            ask(&mut harness, Command::Arrange(Arrange::Claimed));
            ask(&mut harness, Command::Act(Action::Close));
            shoot(&mut harness, &format!("{name}-timeline-wide"));
            for (panel, what) in [(Panel::Help, "help"), (Panel::Settings, "settings"), (Panel::Reading, "reading"), (Panel::GoTo, "go-to")]
            {
                ask(&mut harness, Command::Show(Some(panel)));
                shoot(&mut harness, &format!("{name}-{what}"));
                ask(&mut harness, Command::Show(None));
            }
        }
    }
}

#[test]
fn the_empty_window_can_be_drawn() {
    let mut harness = empty_window([1280.0, 800.0]);
    shoot(&mut harness, "empty");
}
