//! Words made alike before they are compared: case, accents, hyphens, quotes.

use unicode_normalization::UnicodeNormalization as _;

/// Lower case, compatibility forms, no accents; hyphens and apostrophes kept.
pub fn folded(text: &str) -> String {
    text.nfkd()
        .filter(|c| !unicode_normalization::char::is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .collect::<String>()
        .nfc()
        .collect()
}

/// The words of a name made alike: folded, cut at everything that is no letter or digit.
pub fn folded_words(text: &str) -> Vec<String> {
    folded(text).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether one name begins with the initials of the other and ends alike: "sag awards" for "screen actors guild awards";
/// words as [`folded_words`] gives them, small ones count or not.
pub fn abbreviates(short: &[String], long: &[String]) -> bool {
    let Some((initials, rest)) = short.split_first() else { return false };
    let is_small = |word: &String| matches!(word.as_str(), "of" | "the" | "and" | "for" | "in" | "a" | "de" | "la");
    let Some(head) = long.strip_suffix(rest).filter(|head| head.len() >= MIN_INITIALS && initials.len() >= MIN_INITIALS) else {
        return false;
    };
    let firsts = |takes_small: bool| {
        head.iter().filter(|word| takes_small || !is_small(word)).filter_map(|word| word.chars().next()).collect::<String>()
    };
    firsts(false) == *initials || firsts(true) == *initials
}

/// Whether one word is what the awards of the other name are called: "lanterns" for "annual lantern awards".
pub fn calls_awards(short: &[String], long: &[String]) -> bool {
    let [one] = short else { return false };
    let Some(stem) = one.strip_suffix('s').filter(|stem| stem.len() >= MIN_INITIALS) else { return false };
    long.windows(2).any(|two| matches!(two, [name, awards] if name == stem && matches!(awards.as_str(), "award" | "awards")))
}

/// Fewer initials may stand for anything.
const MIN_INITIALS: usize = 3;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_hyphens_do_not_tell_names_apart() {
        assert_eq!(folded_words("Renée’s Han Seo-jun"), ["renee", "s", "han", "seo", "jun"]);
        assert_eq!(folded("한국"), "한국");
    }

    #[test]
    fn initials_stand_for_a_name_that_ends_alike() {
        let check = |short: &str, long: &str, expected: bool| {
            assert_eq!(abbreviates(&folded_words(short), &folded_words(long)), expected, "{short} for {long}");
        };
        check("GSA Awards", "Guild of Stage Actors Awards", true);
        check("HBO", "Harbour Broadcast Office", true);
        check("GSA Awards", "Grand Stage Awards", false);
        check("Awards", "Guild of Stage Actors Awards", false);
        check("GSA Gala", "Guild of Stage Actors Awards", false);
    }

    #[test]
    fn awards_are_called_by_the_name_in_the_plural() {
        let check = |short: &str, long: &str| calls_awards(&folded_words(short), &folded_words(long));
        assert!(check("Lanterns", "64th Annual Lantern Awards"));
        assert!(!check("Lanterns", "Lantern Festival"));
        assert!(!check("Lantern", "Lantern Awards"));
    }
}
