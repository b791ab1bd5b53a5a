//! The word lists of `assets/lexicon`, parsed once.

use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, de::DeserializeOwned};

use super::tense::Cue;
use super::timex::{Named, Phrases, Sense};
use crate::civil::Zone;

/// A list of words with what each says, looked up without regard to ASCII case and without allocation.
///
/// A word is up to fifteen ASCII letters; longer or other words are never found.
#[derive(Debug, Default)]
pub struct WordTable<T> {
    slots: Vec<u16>,
    entries: Vec<(u128, T)>,
}

impl<T> WordTable<T> {
    /// From words and what they say; the first of two equal words wins.
    pub fn new(pairs: impl IntoIterator<Item = (String, T)>) -> Self {
        let mut table = Self { slots: Vec::new(), entries: Vec::new() };
        for (word, value) in pairs {
            let Some(key) = packed(&word) else { continue };
            table.entries.push((key, value));
        }
        table.slots = vec![0; (table.entries.len() * 4).next_power_of_two().max(16)];
        for number in 0..table.entries.len() {
            let Some((key, _)) = table.entries.get(number) else { continue };
            let mut at = table.slot_of(*key);
            while let Some(slot) = table.slots.get_mut(at) {
                if *slot == 0 {
                    *slot = u16::try_from(number + 1).unwrap_or(0);
                    break;
                }
                at = (at + 1) % table.slots.len();
            }
        }
        table
    }

    /// What the word says, if it is in the list.
    pub fn get(&self, word: &str) -> Option<&T> {
        let key = packed(word)?;
        let mut at = self.slot_of(key);
        loop {
            let number = usize::from(*self.slots.get(at)?);
            let (known, value) = self.entries.get(number.checked_sub(1)?)?;
            if *known == key {
                return Some(value);
            }
            at = (at + 1) % self.slots.len();
        }
    }

    /// Whether the word is in the list.
    pub fn holds(&self, word: &str) -> bool {
        self.get(word).is_some()
    }

    fn slot_of(&self, key: u128) -> usize {
        let (low, high) = (u64::try_from(key & u128::from(u64::MAX)).unwrap_or(0), u64::try_from(key >> 64).unwrap_or(0));
        let mixed = (low ^ high.rotate_left(29)).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        usize::try_from(mixed >> 40).unwrap_or(0) & (self.slots.len() - 1)
    }
}

/// Up to fifteen ASCII letters, made small, as one number.
fn packed(word: &str) -> Option<u128> {
    if word.is_empty() || word.len() > 15 || !word.is_ascii() {
        return None;
    }
    Some(word.bytes().fold(0, |key, byte| key << 8 | u128::from(byte.to_ascii_lowercase())))
}

/// What the lexicon knows of one word that can stand in or near a date.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Entry {
    /// What it says inside a date.
    pub(crate) sense: Sense,
    /// What it says of the tense.
    pub(crate) cue: Option<Cue>,
    /// Its zone's number in [`DateWordList::zones`], plus one; 0 for none.
    pub(crate) zone: u8,
    /// Whether a name of a day or work begins with it.
    pub(crate) begins_name: bool,
}

/// All word lists that reading dates takes.
#[derive(Debug)]
pub(crate) struct DateWordList {
    /// Every single word.
    pub(crate) words: WordTable<Entry>,
    /// Time zones: the word and the zone.
    pub(crate) zones: Vec<(String, Zone)>,
    /// Names of days and of works that look like dates.
    pub(crate) phrases: Phrases,
}

/// Words around a dot.
#[derive(Debug)]
pub(crate) struct Abbreviations {
    /// What a dot behind the word means.
    pub(crate) dotted: WordTable<Dotted>,
    /// Words that begin sentences.
    pub(crate) starters: WordTable<()>,
    /// Names that begin a sentence with a small letter.
    pub(crate) small_names: WordTable<()>,
}

/// What a dot behind an abbreviation means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dotted {
    /// "Mr.": never the end.
    Title,
    /// "No.": not before a digit.
    Numbered,
    /// "Inc.": only before a word that starts sentences.
    Company,
    /// "Apr.": not before a digit.
    Month,
    /// "Fri.": not before a digit or month.
    Weekday,
}

/// The words of dates.
pub(crate) static DATES: LazyLock<DateWordList> = LazyLock::new(date_words);

/// The words around dots.
pub(crate) static ABBREVIATIONS: LazyLock<Abbreviations> = LazyLock::new(abbreviations);

/// Words beside a number or date that change what it is.
#[derive(Debug, Deserialize)]
pub(crate) struct AroundDates {
    /// What four digits count: "2000 copies".
    pub(crate) counted: WordTable<()>,
    /// "April 25 million" is no day.
    pub(crate) amounts: WordTable<()>,
    /// Before "from": "moved from May 3".
    pub(crate) left_behind: WordTable<()>,
    /// "a video from January": where such a thing comes from lies behind.
    pub(crate) origins: WordTable<()>,
    /// "agreed to return": what follows "to" is still to be done.
    pub(crate) resolved: WordTable<()>,
    /// Verbs of moving.
    pub(crate) moved: WordTable<()>,
    /// Verbs of lasting.
    pub(crate) lasting: WordTable<()>,
    /// Behind "has been": done to what was still to come.
    pub(crate) put_off: WordTable<()>,
    /// "a Christmas card" is a thing.
    pub(crate) festive: WordTable<()>,
    /// "today's kids" are those of the age.
    pub(crate) ages: WordTable<()>,
    /// "opening hours" are no length.
    pub(crate) hours: WordTable<()>,
    /// "season 3" has a number.
    pub(crate) numbered: WordTable<()>,
    /// "In cinemas Friday" is a programme.
    pub(crate) houses: WordTable<()>,
    /// "usually at 5 am" is no day.
    pub(crate) habits: WordTable<()>,
    /// "album of the year" is a prize.
    pub(crate) honours: WordTable<()>,
    /// "its original March 3 date" was the first plan.
    pub(crate) originals: WordTable<()>,
    /// What such a date is of: "date", "release".
    pub(crate) set_days: WordTable<()>,
    /// "… but was cancelled": the plan came to nothing.
    pub(crate) undone: WordTable<()>,
}

/// The words beside dates.
pub(crate) static AROUND_DATES: LazyLock<AroundDates> =
    LazyLock::new(|| embedded(include_str!("../../assets/lexicon/en/around_dates.ron")));

/// Reads one embedded list.
#[expect(clippy::expect_used, reason = "the lists are part of the program and a test reads them all")]
pub(crate) fn embedded<T: DeserializeOwned>(ron: &str) -> T {
    ron::from_str(ron).expect("an embedded word list is well formed")
}

fn date_words() -> DateWordList {
    let senses: Vec<(Sense, Vec<String>)> = embedded(include_str!("../../assets/lexicon/en/dates.ron"));
    let cues: Vec<(Cue, Vec<String>)> = embedded(include_str!("../../assets/lexicon/en/tense.ron"));
    let zones: Vec<(String, String)> = embedded(include_str!("../../assets/lexicon/en/zones.ron"));
    let days: Vec<Named> = embedded(include_str!("../../assets/lexicon/en/named_days.ron"));
    let titles: Vec<String> = embedded(include_str!("../../assets/lexicon/en/titles.ron"));
    let zones: Vec<(String, Zone)> = zones.into_iter().filter_map(|(word, name)| Some((word, Zone::from_name(&name)?))).collect();
    let phrases = Phrases::new(days, &titles);

    let mut entries: std::collections::BTreeMap<String, Entry> = std::collections::BTreeMap::new();
    let blank = Entry { sense: Sense::Plain, cue: None, zone: 0, begins_name: false };
    for (sense, words) in senses {
        for word in words {
            entries.entry(word).or_insert(blank).sense = sense;
        }
    }
    for (cue, words) in cues {
        for word in words {
            entries.entry(word).or_insert(blank).cue = Some(cue);
        }
    }
    for (number, (word, _)) in zones.iter().enumerate() {
        entries.entry(word.to_ascii_lowercase()).or_insert(blank).zone = u8::try_from(number + 1).unwrap_or(0);
    }
    for word in phrases.first_words() {
        let entry = entries.entry(word.to_owned()).or_insert(blank);
        entry.begins_name = true;
        if entry.sense == Sense::Plain {
            entry.sense = Sense::Name;
        }
    }
    DateWordList { words: WordTable::new(entries), zones, phrases }
}

fn plain_words(words: Vec<String>) -> WordTable<()> {
    WordTable::new(words.into_iter().map(|word| (word, ())))
}

impl<'de> Deserialize<'de> for WordTable<()> {
    fn deserialize<D: Deserializer<'de>>(list: D) -> Result<Self, D::Error> {
        Vec::<String>::deserialize(list).map(plain_words)
    }
}

#[derive(Deserialize)]
struct AbbreviationLists {
    titles: Vec<String>,
    numbered: Vec<String>,
    companies: Vec<String>,
    starters: Vec<String>,
    small_names: Vec<String>,
}

fn abbreviations() -> Abbreviations {
    let lists: AbbreviationLists = embedded(include_str!("../../assets/lexicon/en/abbreviations.ron"));
    let senses: Vec<(Sense, Vec<String>)> = embedded(include_str!("../../assets/lexicon/en/dates.ron"));
    let kinds = [(lists.titles, Dotted::Title), (lists.numbered, Dotted::Numbered), (lists.companies, Dotted::Company)];
    let mut dotted: Vec<(String, Dotted)> = Vec::new();
    for (words, kind) in kinds {
        dotted.extend(words.into_iter().map(|word| (word, kind)));
    }
    for (sense, words) in senses {
        let kind = match sense {
            Sense::Month(_) => Dotted::Month,
            Sense::Weekday(_) => Dotted::Weekday,
            _ => continue,
        };
        // only the short forms are written with a dot: "Apr.", "Tues."
        dotted.extend(words.into_iter().skip(1).map(|word| (word, kind)));
    }
    Abbreviations { dotted: WordTable::new(dotted), starters: plain_words(lists.starters), small_names: plain_words(lists.small_names) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_date_word_stands_twice() {
        let senses: Vec<(Sense, Vec<String>)> = embedded(include_str!("../../assets/lexicon/en/dates.ron"));
        let mut seen = std::collections::BTreeMap::new();
        for (sense, words) in senses {
            for word in words {
                assert!(packed(&word).is_some(), "{word} is too long or no ASCII");
                if let Some(before) = seen.insert(word.clone(), sense) {
                    panic!("{word} is {before:?} and {sense:?}");
                }
            }
        }
    }

    #[test]
    fn every_zone_is_known() {
        let zones: Vec<(String, String)> = embedded(include_str!("../../assets/lexicon/en/zones.ron"));
        for (word, name) in zones {
            assert!(Zone::from_name(&name).is_some(), "{word} is {name}");
        }
    }

    #[test]
    fn words_are_found_in_any_case() {
        assert_eq!(DATES.words.get("April").map(|e| e.sense), Some(Sense::Month(4)));
        assert_eq!(DATES.words.get("APRIL").map(|e| e.sense), Some(Sense::Month(4)));
        assert!(DATES.words.get("aprils").is_none());
        assert!(DATES.words.get("supercalifragilisticexpialidocious").is_none());
    }

    #[test]
    fn words_around_dots_are_read() {
        assert_eq!(ABBREVIATIONS.dotted.get("Mr"), Some(&Dotted::Title));
        assert_eq!(ABBREVIATIONS.dotted.get("Apr"), Some(&Dotted::Month));
        assert!(ABBREVIATIONS.dotted.get("April").is_none());
        assert!(ABBREVIATIONS.starters.holds("The"));
        assert!(AROUND_DATES.counted.holds("copies"));
    }
}
