//! The small words before a verb, "had been", "is set to", and what they make of it.

use super::clause::Mood;
use super::words::{Form, WORDS};

/// Helpers met on the way left from a verb.
#[expect(clippy::struct_excessive_bools, reason = "each is one small word of the clause, read apart from the others")]
#[derive(Default)]
pub(super) struct Seen {
    pub be: bool,
    pub was: bool,
    pub have: bool,
    pub will: bool,
    pub to: bool,
    pub planned: bool,
    pub negative: bool,
    pub possible: bool,
    pub once: bool,
    pub now: bool,
    pub longer: bool,
}

impl Seen {
    /// Takes note of a helper and the word behind it.
    pub(super) fn note(&mut self, word: &str, next: &str) {
        match word {
            "is" | "are" | "be" | "been" | "being" | "gets" | "get" => self.be = true,
            "was" | "were" | "got" => (self.be, self.was) = (true, true),
            // "had to postpone": so it was done
            "had" if next == "to" => (self.have, self.was, self.to) = (true, true, false),
            "has" | "have" | "had" | "ve" => (self.have, self.was) = (true, self.was || word == "had"),
            "will" | "shall" | "ll" | "won" => self.will = true,
            "to" => self.to = true,
            "not" | "never" | "t" | "wasnt" | "isnt" | "didnt" | "doesnt" | "arent" | "werent" | "hasnt" | "havent" | "cannot"
            | "nothing" | "nor" | "neither" | "hard" | "difficult" | "impossible" | "unable" => {
                self.negative = true;
            }
            "no" => self.negative |= next != "longer",
            "longer" => self.longer = true,
            _ => {}
        }
        self.planned |= WORDS.planned.contains(word);
        self.possible |= WORDS.possible.contains(word);
        // "was earlier scheduled for"
        self.once |= WORDS.once.contains(word) || word == "earlier" || word == "at" && next == "first";
        self.now |= matches!(word, "now" | "instead" | "finally");
    }

    /// What the helpers make of a verb’s form.
    pub(super) fn mood(&self, form: Form, is_verb: bool) -> Mood {
        if self.planned {
            return if self.was || self.once && !self.be { Mood::WasPlanned } else { Mood::Ahead };
        }
        if self.will {
            return Mood::Ahead;
        }
        if self.to {
            return if self.was { Mood::WasPlanned } else { Mood::Ahead };
        }
        match form {
            Form::Past if self.have || self.was => Mood::Done,
            Form::Past if self.be => Mood::Present,
            Form::Past => Mood::Done,
            Form::Third => Mood::Present,
            Form::Ing if self.be => {
                if self.was {
                    Mood::Done
                } else {
                    Mood::Ahead
                }
            }
            Form::Ing => Mood::Loose,
            Form::Base if self.have => Mood::Done,
            Form::Base => {
                if is_verb || self.be {
                    Mood::Present
                } else {
                    Mood::Loose
                }
            }
        }
    }
}
