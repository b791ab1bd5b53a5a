//! Words of an article laid out with their marks: ground, strike and weight by the layout, lines under cues painted over it.

use std::ops::Range;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Painter, Pos2, Stroke};

use super::ink;
use super::theme::{BODY, Theme, bold, plain};
use crate::view::quote::Mark;

/// Height of a line of marked words.
pub(super) const LINE_HEIGHT: f32 = 21.0;

/// A text being put together.
#[derive(Default)]
pub(super) struct Marked {
    pub(super) job: LayoutJob,
    n_letters: usize,
    cues: Vec<Range<usize>>,
}

impl Marked {
    /// Adds words with their look.
    pub(super) fn append(&mut self, words: &str, format: TextFormat, mark: Mark) {
        let from = self.n_letters;
        self.n_letters += words.chars().count();
        if mark == Mark::Cue {
            self.cues.push(from..self.n_letters);
        }
        self.job.append(words, 0.0, format);
    }

    /// The layout, and the letters to be underlined.
    pub(super) fn into_parts(self) -> (LayoutJob, Vec<Range<usize>>) {
        (self.job, self.cues)
    }
}

/// Lines under the words that say it changed.
pub(super) fn underline_cues(painter: &Painter, theme: &Theme, (galley, at): (&Galley, Pos2), cues: &[Range<usize>]) {
    for letters in cues {
        ink::underline(painter, (galley, at), letters.clone(), Stroke::new(1.5, theme.accent));
    }
}

/// How marked words look: never by colour alone.
pub(super) fn format_of(theme: &Theme, ink: Color32, mark: Mark) -> TextFormat {
    // no ground reaches into the line above or below, which may be out of sight
    let mut format =
        TextFormat { font_id: plain(BODY), color: ink, line_height: Some(LINE_HEIGHT), expand_bg: 0.0, ..TextFormat::default() };
    match mark {
        Mark::None => {}
        Mark::Clutter => format.color = theme.ink_faint,
        Mark::OtherQuote => format.background = theme.other_quote,
        Mark::Quote | Mark::Cue => format.background = theme.quote,
        Mark::OldDate => {
            format.background = theme.old_date;
            format.strikethrough = Stroke::new(1.2, theme.ink_soft);
        }
        Mark::Date => {
            format.background = theme.date;
            format.font_id = bold(BODY);
        }
    }
    format
}
