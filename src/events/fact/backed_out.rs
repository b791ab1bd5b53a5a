//! "was due to perform on June 18 but pulled out": somebody gives up what they were to do, and the plan says what that is.

use super::cued::WITHDRAWN;
use super::{Fact, Scene, Value};
use crate::events::Says;
use crate::events::subject::Referent;
use crate::events::words::{CueWord, Happens};

/// The plan stands so many sentences before at most.
const PLAN_BACK: usize = 1;

impl Scene<'_, '_> {
    /// The fact of a verb of leaving that has no object, behind the plan to perform of whoever leaves.
    pub(super) fn backed_out(&self, facts: &[Fact]) -> Option<Fact> {
        let at = self.sentence.token_range().find(|&at| self.leaves(at))?;
        let is_plan = |fact: &&Fact| {
            let is_meant =
                matches!(fact.happens, Some(Happens::Perform | Happens::Appear)) && matches!(fact.value, Value::Was | Value::Old);
            is_meant && fact.at < at && fact.sentence + PLAN_BACK >= self.idx && !fact.is_possible && !fact.is_negative
        };
        let plan = facts.iter().rev().find(is_plan)?;
        let act = plan.referent.name?;
        let name = self.resolver.names().names.get(act)?;
        if name.is_work() || name.is_place || self.page.is_question(self.sentence) {
            return None;
        }
        let cue = CueWord::of_thing(Says::Cancelled);
        Some(Fact { cue: Some((cue, self.page.span(at, at + 1))), ..Fact::of(self.idx, at, Referent::on_stage(act, WITHDRAWN)) })
    }

    /// "he | pulled out | after", "has | withdrawn": and nothing that it is out of.
    fn leaves(&self, at: usize) -> bool {
        let page = self.page;
        let is_out = matches!(page.word(at), "pulled" | "pulls" | "dropped" | "backed" | "bowed") && page.word(at + 1) == "out";
        let end = match page.word(at) {
            "withdrew" | "withdrawn" | "withdraws" => at + 1,
            _ if is_out => at + 2,
            _ => return false,
        };
        let has_object = matches!(page.word(end), "of" | "from" | "the" | "his" | "her" | "their" | "its" | "a");
        let is_denied = (at.saturating_sub(3)..at).any(|left| {
            matches!(page.word(left), "not" | "t" | "never" | "would" | "could" | "may" | "might" | "almost" | "nearly" | "if")
        });
        !has_object && !is_denied && self.resolver.names().covering(at).is_none()
    }
}
