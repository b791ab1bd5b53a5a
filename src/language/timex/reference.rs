//! "now", "recently", "soon", "the future", "at the time".

use super::cursor::Cursor;
use super::meaning::{Meaning, What};
use super::rule::{NOTHING, Rule};
use super::sense::{Class, Deixis, Sense, Vague};
use super::word::Word;
use crate::civil::Unit;
use crate::language::tense::Cue;

pub(super) const RULE: Rule = Rule {
    name: "reference",
    what: "A time without a date: past, present or future",
    starts_with: &[Class::Now, Class::Reference, Class::Soon, Class::The, Class::Deictic, Class::These, Class::Cardinal],
    examples: &[
        ("She is now on tour.", "PRESENT_REF"),
        ("The actor recently married.", "PAST_REF"),
        ("A film may come soon.", "FUTURE_REF"),
        ("They plan for the future.", "FUTURE_REF"),
        ("In the past she sang.", "PAST_REF"),
        ("She will one day return to the stage.", "FUTURE_REF"),
        ("They moved as soon as they could.", NOTHING),
        ("The film will now open later, and the future of the series is open.", NOTHING),
        ("Apocalypse Now is a film.", NOTHING),
    ],
    find,
};

fn find(cursor: Cursor<'_>) -> Option<(usize, Meaning)> {
    let (n, vague) = word(cursor).or_else(|| phrase(cursor))?;
    Some((n, Meaning::new(What::Reference(vague))))
}

fn word(cursor: Cursor<'_>) -> Option<(usize, Vague)> {
    if cursor.is_capital(0) && !cursor.is_first() && cursor.is_capital_before(1) {
        return None;
    }
    match cursor.sense(0) {
        Sense::Now if turns_plan(cursor) => None,
        Sense::Now => Some((1, Vague::Present)),
        // "Currently, tickets are …": sets the scene, tells no time
        Sense::Reference(_) if cursor.is_capital(0) && cursor.is(1, Class::Comma) => None,
        Sense::Reference(vague) => Some((1, vague)),
        Sense::Soon if is_ahead(cursor) => Some((1, Vague::Future)),
        // "she will one day return"
        Sense::Cardinal(1)
            if cursor.unit(1) == Some(Unit::Day) && cursor.word_before(1).is_some_and(|word| word.cue == Some(Cue::Ahead)) =>
        {
            Some((2, Vague::Future))
        }
        Sense::Deictic(Deixis::Recent) if cursor.is(1, Class::Times) => Some((2, Vague::Past)),
        Sense::Deictic(Deixis::Recent) if matches!(cursor.units(1), Some(Unit::Day | Unit::Year)) => Some((2, Vague::Past)),
        Sense::Deictic(Deixis::Future) if cursor.units(1).is_some() => Some((2, Vague::Future)),
        Sense::Deictic(Deixis::Future) if cursor.follows(Class::In) && !cursor.is_capital(0) => Some((1, Vague::Future)),
        _ => None,
    }
}

/// "will now open", "could now be", "Now, she says", "until now": the turn of a plan or a story, no time of its own.
fn turns_plan(cursor: Cursor<'_>) -> bool {
    let is_modal = |word: Option<&Word>| {
        word.is_some_and(|word| word.cue == Some(Cue::Ahead)) && !matches!(cursor.text_before(1), "upcoming" | "forthcoming")
    };
    let is_able = matches!(cursor.text_before(1), "can" | "may" | "must");
    let opens = cursor.is_capital(0) && cursor.is(1, Class::Comma);
    is_modal(cursor.word_before(1)) || is_able || opens || cursor.follows(Class::To)
}

/// "soon" of the time ahead, not "as soon as", "soon after", "soon became".
fn is_ahead(cursor: Cursor<'_>) -> bool {
    let is_told = cursor.word(1).is_some_and(|word| word.cue == Some(Cue::Past)) || cursor.text(1).ends_with("ed");
    !cursor.follows(Class::As) && !is_told && !cursor.is_any(1, &[Class::As, Class::After, Class::Hyphen])
}

fn phrase(cursor: Cursor<'_>) -> Option<(usize, Vague)> {
    match cursor.sense(0) {
        Sense::The => behind_the(cursor),
        Sense::These if cursor.units(1) == Some(Unit::Day) => Some((2, Vague::Present)),
        _ => None,
    }
}

/// "In the past he …": what follows is no noun of the past.
fn opens_clause(letters: &str) -> bool {
    matches!(letters, "it" | "he" | "she" | "they" | "we" | "you" | "I" | "there" | "who" | "such")
}

/// "the future", "the near future", "the past", "the present", "the moment".
fn behind_the(cursor: Cursor<'_>) -> Option<(usize, Vague)> {
    let near = cursor.skip(1, Class::Near);
    let free = |k: usize| {
        !cursor.text(k).starts_with(char::is_alphanumeric)
            || cursor.word(k).is_some_and(|word| word.cue.is_some())
            || !cursor.is_any(
                k,
                &[
                    Class::Plain,
                    Class::Unit,
                    Class::Units,
                    Class::Digits,
                    Class::Cardinal,
                    Class::Few,
                    Class::Month,
                    Class::Season,
                    Class::Weekend,
                ],
            )
    };
    match cursor.sense(1 + near) {
        // "the future of the series"
        Sense::Deictic(Deixis::Future) if near == 0 && cursor.is(2, Class::Of) => None,
        Sense::Deictic(Deixis::Future) => Some((2 + near, Vague::Future)),
        Sense::Term if near == 1 => Some((3, Vague::Future)),
        Sense::Deictic(Deixis::Past) if free(2) || cursor.follows(Class::In) && opens_clause(cursor.text(2)) => Some((2, Vague::Past)),
        Sense::Moment if cursor.follows_any(&[Class::At, Class::For]) => Some((2, Vague::Present)),
        Sense::Time if cursor.follows(Class::At) && !cursor.is(2, Class::Of) => Some((2, Vague::Past)),
        _ => None,
    }
}
