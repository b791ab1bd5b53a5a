//! Dates counted from another: "a day before the scheduled date", "two days after the announcement".

use super::{Fact, Scene, Value};
use crate::civil::{ClaimedDate, DateRange, Unit, calendar};
use crate::events::attach::Governor;
use crate::events::clause::Head;
use crate::events::event::Claim;
use crate::events::words::WORDS;
use crate::language::DateWords;
use crate::language::timex::Direction;
use crate::text::Span;

/// "before | the comedy was scheduled": so far behind the word its verb stands.
const CLAUSE_TOKENS: usize = 8;

impl Scene<'_, '_> {
    /// "a day before the scheduled release date", "a week later": a date counted from the announcement's own old one.
    pub(super) fn counted(&self, date: &DateWords, governor: Governor) -> Option<Fact> {
        let offset = date.offset.filter(|_| date.date.is_none())?;
        let n = i64::from(offset.length.n?);
        let anchor = self.page.token_at(offset.anchor_at);
        let ends = |at: &usize| matches!(self.page.raw(*at), "," | "." | ";");
        let start = self.page.date_tokens(date).start;
        // "three months after the actor announced it": counted from the telling, and no plan
        let is_held = (start..=anchor).any(|at| self.page.word(at) == "than");
        let is_plan = |word: &str| {
            if is_held { WORDS.as_planned.contains(word) } else { matches!(word, "date" | "schedule" | "scheduled" | "planned") }
        };
        let names_a_date = (anchor..anchor + 6).take_while(|at| !ends(at)).any(|at| is_plan(self.page.word(at)));
        let vague = (start.saturating_sub(3)..start + 2)
            .any(|at| matches!(self.page.word(at), "less" | "more" | "over" | "almost" | "nearly" | "about" | "around"));
        // "three weeks later than billed": whatever governs
        let last = || self.groups.iter().rposition(|group| group.end <= start);
        let at = match governor {
            Governor::Verb(at) => at,
            Governor::Nothing => last()?,
            Governor::Noun { .. } => return None,
        };
        // "Just 11 days before the comedy was to air, the channel has put it off": when it did so
        let opens = start <= self.sentence.first_token as usize + 2 && offset.direction == Direction::Before;
        let has_verb = || {
            (anchor..anchor + CLAUSE_TOKENS)
                .take_while(|at| !ends(at))
                .any(|at| matches!(self.page.word(at), "was" | "were" | "is" | "are" | "had"))
        };
        if !names_a_date || vague || opens && has_verb() {
            return None;
        }
        // "will be out on May 3, a week sooner than first | announced": of the verb before
        let tells = |at: usize| {
            let group = self.groups.get(at)?;
            matches!(group.kind, Head::Trigger(_) | Head::Planned | Head::Cue(_)).then_some((at, group))
        };
        let (at, group) = (0..=at).rev().find_map(tells)?;
        Some(Fact {
            happens: self.happens_around(Some(at)),
            value: Value::New,
            shift: Some((if offset.direction == Direction::Before { -n } else { n }, offset.length.unit)),
            is_possible: group.is_possible,
            is_negative: group.is_negative,
            group: Some((group.first, group.end)),
            words: Some(date.span),
            ..Fact::of(self.idx, start, self.subjects.get(at).cloned().flatten()?)
        })
    }

    /// "will now open a day earlier, on December 17": how far, in days.
    pub(super) fn sooner_by(&self, words: Span) -> Option<(i64, Unit)> {
        let told = words.of(self.page.text).to_lowercase();
        let counts = told.contains("day") || told.contains("week");
        let leads = |ends: &[&str]| ends.iter().any(|end| told.ends_with(end));
        let (_, counted) = self.page.dates_in(self.sentence).find(|(_, date)| date.span == words)?;
        let day = counted.date.and_then(|date| date.single_day()).filter(|_| counts && leads(&["earlier", "later", "sooner"]))?;
        let n = calendar::days_between(self.page.article.report_day()?, day);
        (n != 0).then_some((n, Unit::Day))
    }

    /// "two days after the announcement": counted from the day the article says it was announced.
    pub(super) fn counted_from_news(&self, date: &DateWords, facts: &[Fact]) -> Option<Fact> {
        let offset = date.offset.filter(|_| date.date.is_none())?;
        let anchor = self.page.token_at(offset.anchor_at);
        let names_news =
            (anchor..anchor + 4).any(|at| matches!(self.page.word(at), "announcement" | "statement" | "news" | "confirmation"));
        let told = facts
            .iter()
            .rfind(|fact| fact.value == Value::Told && fact.claim.as_ref().is_some_and(|claim| claim.date.single_day().is_some()));
        let (told, n) = (told.filter(|_| names_news)?, i64::from(offset.length.n?));
        let base = told.claim.as_ref()?.date.single_day()?;
        let n = if offset.direction == Direction::Before { -n } else { n };
        let day = calendar::day_shifted(base, n, offset.length.unit)?;
        let derivation = format!("{:?}, counted from {base} (the announcement) = {day}", date.span.of(self.page.text));
        let claim = Claim { date: ClaimedDate::days(DateRange::day(day)), expression: Some(date.span), derivation: Some(derivation) };
        Some(Fact { sentence: self.idx, at: self.page.date_tokens(date).start, claim: Some(claim), cue: None, ..told.clone() })
    }
}
