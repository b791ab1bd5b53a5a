//! A career looked back on, a history: texts that tell of years long past and of nothing near their report.

use chrono::{Datelike as _, NaiveDate};

use super::sense::{Deixis, Sense};
use super::word::Word;
use crate::language::tense::Cue;

/// How many years long past a text must date something by.
const YEARS: usize = 10;

/// How many of them it must have for each word that tells of the days around the report ("Monday", "last week", "now", "will").
const YEARS_PER_NEAR_WORD: usize = 8;

/// Whether the text dates what it tells by years long past: "in 1995", "March 1996".
pub(super) fn is_chronicle(words: &[Word], reported: Option<NaiveDate>) -> bool {
    let Some(this_year) = reported.and_then(|day| u32::try_from(day.year()).ok()) else { return false };
    let (mut n_past, mut n_near) = (0_usize, 0_usize);
    let mut before = Sense::Break;
    for (number, word) in words.iter().enumerate() {
        match word.sense {
            Sense::Digits(year @ 1000..2200, 4) if year + 1 >= this_year => n_near += 1,
            Sense::Digits(1000..2200, 4) => n_past += usize::from(dates(before)),
            Sense::Weekday(_) | Sense::NamedDay(_) | Sense::Tonight | Sense::Now | Sense::Reference(_) => n_near += 1,
            Sense::Deictic(Deixis::Last | Deixis::This | Deixis::Next) => {
                n_near += usize::from(words.get(number + 1).is_some_and(|word| matches!(word.sense, Sense::Unit(_) | Sense::Month(_))));
            }
            _ => n_near += usize::from(word.cue == Some(Cue::Programme)),
        }
        before = word.sense;
    }
    n_past >= YEARS && n_past >= n_near * YEARS_PER_NEAR_WORD
}

/// Whether the word before a year makes it the year of a happening: "in 1995", "March 1995", not "her 1995 film", "(1995)".
const fn dates(before: Sense) -> bool {
    matches!(
        before,
        Sense::In | Sense::Month(_) | Sense::By | Sense::Since | Sense::During | Sense::To | Sense::From | Sense::Of | Sense::Break
    )
}

#[cfg(test)]
mod tests {
    use super::super::words_of;
    use super::*;
    use crate::text::tokenize;

    #[track_caller]
    fn check(text: &str, expected: bool) {
        let words = words_of(text, &tokenize(text));
        assert_eq!(is_chronicle(&words, NaiveDate::from_ymd_opt(2024, 5, 15)), expected, "{text}");
    }

    #[test]
    fn years_long_past_make_a_chronicle() {
        let career = "In 1991 she sang. In 1992 she left. In March 1993 she wed. In 1995, 1996 and in 1997 she was away. By 1998 she was back. From 1999 to 2003 she led. In 2005 she wrote and by 2006 she was done.";
        check(career, true);
        check(&format!("{career} On Monday she died, they said today."), false);
        check("Her 1991, 1992, 1993, 1994 and 1995 albums sold well. She sang in 2024 and in 2023.", false);
    }
}
