//! What every drawing function is given: the state to read, the theme to draw with, the list to write wishes on.

use std::sync::Arc;

use egui::Ui;

use super::theme::Theme;
use crate::app::{Action, Command, State};
use crate::view::labels::DateStyle;

/// One pass over the window.
#[derive(Debug)]
pub struct Page<'a> {
    /// What to show.
    pub state: &'a State,
    /// With which colours.
    pub theme: Arc<Theme>,
    /// What was asked for; run after drawing.
    pub commands: &'a mut Vec<Command>,
}

impl<'a> Page<'a> {
    /// With the theme in use.
    pub fn new(ui: &Ui, state: &'a State, commands: &'a mut Vec<Command>) -> Self {
        Self { state, theme: Theme::current(ui.ctx()), commands }
    }

    /// How days are written.
    pub fn style(&self) -> DateStyle {
        self.state.settings.date_style
    }

    /// Asks for something.
    pub fn ask(&mut self, command: Command) {
        self.commands.push(command);
    }

    /// Says how much room the view in sight has, where that is news.
    pub fn fill(&mut self, rect: egui::Rect) {
        let (width, height) = self.state.size;
        if (width - rect.width()).abs() > 0.5 || (height - rect.height()).abs() > 0.5 {
            self.ask(Command::Resized(rect.width(), rect.height()));
        }
    }

    /// Asks for something without particulars.
    pub fn act(&mut self, action: Action) {
        self.commands.push(Command::Act(action));
    }
}
