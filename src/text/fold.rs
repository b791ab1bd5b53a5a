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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_case_and_hyphens_do_not_tell_names_apart() {
        assert_eq!(folded_words("Renée’s Han Seo-jun"), ["renee", "s", "han", "seo", "jun"]);
        assert_eq!(folded("한국"), "한국");
    }
}
