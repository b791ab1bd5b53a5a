//! Dates of plans that no longer hold: "was slated for April 25", "instead of May", "from its original March 3 date".

use super::anchor::Place;
use super::sense::{Class, Sense};
use super::word::Word;
use crate::language::lexicon::AROUND_DATES;
use crate::language::tense::{Clause, Cue, Tense, clause_at};

/// How far before the date the words stand that make it an old one.
const REACH: usize = 7;

/// Whether the words date an old plan.
pub(super) fn is_old_plan(place: Place<'_>) -> bool {
    is_replaced(place) || is_original(place) || is_left(place) || was_planned(place)
}

/// "instead of April 25", "rather than in May": another date took its place.
pub(super) fn is_replaced(place: Place<'_>) -> bool {
    let before = before(place, REACH);
    let pairs = before.iter().zip(before.iter().skip(1));
    let at = pairs.clone().position(|(word, next)| {
        matches!((word.span.of(place.text), next.sense), ("instead" | "Instead", Sense::Of) | ("rather" | "Rather", Sense::Than))
    });
    // nothing but small words and what the date belongs to in between: "instead of its planned March date"
    at.is_some_and(|at| before.iter().skip(at + 2).all(|word| word.cue.is_none() || word.cue == Some(Cue::Planned)))
}

/// "its original March 3 date", "the initial release date of March 3", "originally planned for".
fn is_original(place: Place<'_>) -> bool {
    let before = before(place, REACH);
    let Some(at) = before.iter().rposition(|word| AROUND_DATES.originals.holds(word.span.of(place.text))) else { return false };
    let between = before.get(at + 1..).unwrap_or_default();
    let is_day_word = |word: &Word| AROUND_DATES.set_days.holds(word.span.of(place.text));
    let is_open = between.iter().all(|word| word.cue.is_none() || word.cue == Some(Cue::Planned) || is_day_word(word));
    let behind = place.words.get(place.end..(place.end + 3).min(place.words.len())).unwrap_or_default();
    let is_planned = between.iter().any(|word| word.cue == Some(Cue::Planned));
    is_open && (is_planned || between.iter().chain(behind).any(is_day_word))
}

/// "moved from May 3", "pushed back from June": the day left behind.
fn is_left(place: Place<'_>) -> bool {
    let before = before(place, REACH);
    let Some(at) = before.iter().rposition(|word| word.span.of(place.text) == "from") else { return false };
    let is_near = before.get(at + 1..).unwrap_or_default().iter().all(|word| word.cue.is_none() && word.sense != Sense::Comma);
    is_near && before.get(..at).unwrap_or_default().iter().rev().take(4).any(|word| AROUND_DATES.moved.holds(word.span.of(place.text)))
}

/// "was slated for April 25"; "planned to marry in July but will now wait".
fn was_planned(place: Place<'_>) -> bool {
    let clause = clause_at(place.text, place.words, place.first, place.end);
    if clause == (Clause { tense: Tense::Present, is_plain: true }) {
        return true;
    }
    let from = place.first.saturating_sub(2 * REACH);
    let before = place.words.get(from..place.first).unwrap_or_default();
    let is_told = |word: &Word| word.cue == Some(Cue::Planned) && word.span.of(place.text).ends_with("ed");
    let Some(at) = before.iter().rposition(is_told) else { return false };
    let helpers = before.get(at.saturating_sub(3)..at).unwrap_or_default();
    let still_holds = helpers.iter().any(|word| matches!(word.cue, Some(Cue::Is | Cue::Be | Cue::Been | Cue::Has | Cue::Ahead)));
    !still_holds && is_overturned(place)
}

/// "… but they will now marry later", "… however, it was cancelled" behind the date, in its sentence.
fn is_overturned(place: Place<'_>) -> bool {
    let behind = place.words.get(place.end..).unwrap_or_default();
    let Some(at) = behind.iter().position(|word| matches!(word.span.of(place.text), "but" | "However" | "however" | "until" | "before"))
    else {
        return false;
    };
    behind.iter().skip(at + 1).any(|word| word.sense.class() == Class::Now || AROUND_DATES.undone.holds(word.span.of(place.text)))
}

/// The words right before the date, up to a mark that ends the phrase.
fn before(place: Place<'_>, reach: usize) -> &[Word] {
    let from = place.first.saturating_sub(reach);
    let words = place.words.get(from..place.first).unwrap_or_default();
    let open = words.iter().rposition(|word| matches!(word.sense, Sense::Comma | Sense::Break | Sense::Quote)).map_or(0, |at| at + 1);
    words.get(open..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use crate::language::read;

    /// Which of a sentence's dates, reported on 9 September 2020, are those of an old plan; with their values.
    #[track_caller]
    fn check(sentence: &str, expected: &str) {
        let reading = read(sentence, NaiveDate::from_ymd_opt(2020, 9, 9));
        let found: Vec<_> = reading
            .expressions
            .iter()
            .map(|expression| format!("{}{}", if expression.is_old_plan { "was " } else { "" }, expression.value))
            .collect();
        assert_eq!(found.join(", "), expected, "{sentence}");
    }

    #[test]
    fn what_was_slated_is_an_old_plan() {
        check("The film was originally slated to release on April 25, but it will open on May 3.", "was 2020-04-25, 2021-05-03");
        check("The festival was supposed to take place in March, but was cancelled.", "was 2020-03");
        check("They planned to exchange vows in July but they had to postpone.", "was 2020-07");
        check("The show, first scheduled for June 26, moved to December 23.", "was 2020-06-26, 2020-12-23");
    }

    #[test]
    fn what_another_date_replaced_is_an_old_plan() {
        check("It will open on May 3 instead of April 25.", "2021-05-03, was 2021-04-25");
        check("It opens in October rather than in November.", "2020-10, was 2020-11");
        check("It was delayed from its original March 3 date to June 5.", "was 2020-03-03, 2020-06-05");
        check("The film moved from October 2 to November 6.", "was 2020-10-02, 2020-11-06");
    }

    #[test]
    fn a_plan_that_holds_is_none() {
        check("The film is slated to release on November 25.", "2020-11-25");
        check("The film premiered on April 9.", "2020-04-09");
        check("The original film opened on April 9.", "2020-04-09");
        check("She came from Leeds on April 9.", "2020-04-09");
        check("She planned to sing on November 3.", "2020-11-03");
    }
}
