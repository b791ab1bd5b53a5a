//! Finding words in every statement, its announcement and the change it tells: accents, case and width do not matter.

use std::collections::BTreeMap;
use std::ops::Range;

use chrono::{NaiveDate, Weekday};

use super::labels::{DateStyle, Length, MONTHS, claimed_text, day_long, weekday_short};
use super::legend::how_text;
use super::words::{
    brief_text, change_text, from_text, happening, kind_text, kind_word, seen_changes, subject_text, summary_text, to_text,
};
use crate::events::Event;
use crate::text::fold::folded;
use crate::timeline::{Announcement, Change, EventId, Home, Timeline};

/// Every word of the statements once, each with the statements it stands in: a story's words repeat, so that a letter
/// typed is looked for in thousands of words and not in millions.
#[derive(Clone, Debug, Default)]
pub struct Haystack {
    /// The words, each ended by a line break.
    words: String,
    /// End of each word.
    ends: Vec<usize>,
    /// The statements of each word.
    places: Vec<Places>,
    n_events: EventId,
}

/// A set of statements: one bit for each.
type Bits = Vec<u64>;

/// A word in more than one of so many statements is kept as bits: they are put together sixty-four at a time.
const DENSE: usize = 96;

/// Where a word stands.
#[derive(Clone, Debug)]
enum Places {
    /// In a few statements, ascending.
    Few(Vec<EventId>),
    /// In many.
    Many(Bits),
}

impl Places {
    fn of(ids: Vec<EventId>, n_events: EventId) -> Self {
        if ids.len() * DENSE < n_events as usize {
            return Self::Few(ids);
        }
        let mut bits = vec![0; (n_events as usize).div_ceil(64)];
        for id in ids {
            if let Some(slot) = bits.get_mut(id as usize / 64) {
                *slot |= 1 << (id % 64);
            }
        }
        Self::Many(bits)
    }

    /// Adds them to a set; gives back how many it did not have.
    fn add_to(&self, bits: &mut Bits) -> EventId {
        match self {
            Self::Few(ids) => {
                let mut n_new = 0;
                for id in ids {
                    if let Some(slot) = bits.get_mut(*id as usize / 64) {
                        let bit = 1 << (id % 64);
                        n_new += EventId::from(*slot & bit == 0);
                        *slot |= bit;
                    }
                }
                n_new
            }
            Self::Many(all) => {
                let both = bits.iter_mut().zip(all);
                both.fold(0, |n_new, (slot, more)| {
                    let new = more & !*slot;
                    *slot |= new;
                    n_new + new.count_ones()
                })
            }
        }
    }
}

fn push_folded(out: &mut String, words: &str) {
    if words.is_ascii() {
        out.extend(words.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        out.push_str(&folded(words));
    }
}

fn push_event(out: &mut String, event: &Event, quote: &str) {
    let optional = [&event.part, &event.territory, &event.value_text].into_iter().filter_map(|words| words.as_deref());
    let lists = event.subject.known_as.iter().chain(&event.subject.by).chain(&event.sources).map(String::as_str);
    for words in std::iter::once(event.subject.text.as_str()).chain(optional).chain(lists).chain(std::iter::once(quote)) {
        push_folded(out, words);
        out.push(' ');
    }
    push_folded(out, happening(event.kind));
    if let Some(claim) = &event.claim {
        out.push(' ');
        push_folded(out, &claimed_text(&claim.date, STYLE, Length::Long));
    }
}

/// "2024-04-24" and "2024-04" as dates are written here.
fn in_words(part: &str) -> String {
    if part.len() < 7 || !part.starts_with(|c: char| c.is_ascii_digit()) {
        return part.to_owned();
    }
    let day = NaiveDate::parse_from_str(part, "%Y-%m-%d").map(day_long);
    let month = || NaiveDate::parse_from_str(&format!("{part}-01"), "%Y-%m-%d").map(|day| day.format("%B %Y").to_string());
    day.or_else(|_| month()).unwrap_or_else(|_| part.to_owned())
}

/// Days are found as they are written in full: "24 April 2022".
const STYLE: DateStyle = DateStyle::DayMonth;

/// "postponed", "1 day earlier", "solo", "24 April 2022".
fn change_words(change: &Change) -> String {
    let said =
        [how_text(change, STYLE), change_text(change, STYLE), from_text(change, STYLE, Length::Long), to_text(change, STYLE, Length::Long)];
    format!("{} {} ", kind_word(change.kind), said.join(" "))
}

/// What all changes of an announcement are summed up in, as lanes and headlines say it: "7 days later, then 1 day earlier",
/// "moved 2 times". Of a single change its own words say it all.
fn summary_words(announcement: &Announcement) -> String {
    let said = [summary_text, brief_text].map(|said| said(announcement, STYLE).filter(|_| seen_changes(announcement).nth(1).is_some()));
    said.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What is said on the screen of announcements and their changes: a reader looks for these words as well as for those of an
/// article.
struct Said {
    /// Name and kind of each announcement.
    titles: Vec<[String; 2]>,
    /// The changes that each statement tells, where it tells any.
    changes: BTreeMap<EventId, String>,
}

impl Said {
    fn of(timeline: &Timeline) -> Self {
        let titles = timeline.announcements.iter().map(|told| [subject_text(told), kind_text(told)]).collect();
        let mut changes: BTreeMap<EventId, String> = BTreeMap::new();
        for announcement in &timeline.announcements {
            let summary = summary_words(announcement);
            for (_, change) in seen_changes(announcement) {
                let words = change_words(change);
                for event in &change.after {
                    let known = changes.entry(*event).or_default();
                    known.push_str(&words);
                    known.push_str(&summary);
                    known.push(' ');
                }
            }
        }
        Self { titles, changes }
    }

    /// Adds what is said of a statement's announcement, where the statement does not say the same, and of the changes it tells.
    fn push(&self, out: &mut String, (id, event): (EventId, &Event), home: Home) {
        let title = home.shown_by().and_then(|id| self.titles.get(id as usize));
        let told = [event.subject.text.as_str(), happening(event.kind)];
        let more = title.into_iter().flat_map(|title| title.iter().zip(told).filter(|(words, told)| words != told).map(|(words, _)| words));
        for words in more.chain(self.changes.get(&id)) {
            out.push(' ');
            push_folded(out, words);
        }
    }
}

/// The words of statement after statement, each with where it stands.
#[derive(Default)]
struct Gathering {
    known: BTreeMap<Box<str>, Vec<EventId>>,
    n_events: EventId,
}

impl Gathering {
    /// Takes in the words of the next statement.
    fn push(&mut self, words: &str) {
        for word in words.split_whitespace() {
            match self.known.get_mut(word) {
                Some(ids) if ids.last() == Some(&self.n_events) => {}
                Some(ids) => ids.push(self.n_events),
                None => {
                    self.known.insert(word.into(), vec![self.n_events]);
                }
            }
        }
        self.n_events += 1;
    }

    /// The commonest words first: they soon say that every statement has one.
    fn done(self) -> Haystack {
        let mut known: Vec<_> = self.known.into_iter().collect();
        known.sort_by_key(|(_, ids)| std::cmp::Reverse(ids.len()));
        let mut haystack = Haystack { n_events: self.n_events, ..Haystack::default() };
        for (word, ids) in known {
            haystack.words.push_str(&word);
            haystack.words.push('\n');
            haystack.ends.push(haystack.words.len());
            haystack.places.push(Places::of(ids, self.n_events));
        }
        haystack
    }
}

impl Haystack {
    /// Every event of the timeline with its subject, names, date and quote, its announcement's title and the change it tells.
    pub fn of(timeline: &Timeline) -> Self {
        let mut gathering = Gathering::default();
        let mut words = String::new();
        let said = Said::of(timeline);
        for (id, (event, home)) in (0..).zip(timeline.events.iter().zip(&timeline.homes)) {
            let article = timeline.articles.get(event.article as usize);
            words.clear();
            push_event(&mut words, event, article.map_or("", |article| event.quote.of(&article.text)));
            said.push(&mut words, (id, event), *home);
            gathering.push(&words);
        }
        gathering.done()
    }

    /// Events that hold every word of the query, in order; all where the query is blank.
    pub fn find(&self, query: &str) -> Vec<EventId> {
        let query = folded(&words_of(query).into_iter().map(in_words).collect::<Vec<_>>().join(" "));
        let has_days = names_month(&query);
        let sets = query.split_whitespace().map(|word| self.holding(word, has_days));
        let both = |mut known: Bits, more: Bits| {
            known.iter_mut().zip(more).for_each(|(known, more)| *known &= more);
            known
        };
        sets.reduce(both).map_or_else(|| (0..self.n_events).collect(), |bits| ids_of(&bits))
    }

    /// The statements with a word that `part` is a part of. Once all have one, no further word is looked for.
    fn holding(&self, part: &str, has_days: bool) -> Bits {
        let mut bits = vec![0; (self.n_events as usize).div_ceil(64)];
        let (mut skip_to, mut word, mut n_found) = (0, 0, 0);
        for (at, _) in self.words.match_indices(part) {
            if at < skip_to || has_days && !stands_alone(&self.words, at, part) {
                continue;
            }
            word += self.ends.get(word..).map_or(0, |ends| ends.iter().take_while(|end| **end <= at).count());
            skip_to = self.ends.get(word).copied().unwrap_or(usize::MAX);
            let Some(places) = self.places.get(word) else { break };
            n_found += places.add_to(&mut bits);
            if n_found == self.n_events {
                break;
            }
        }
        bits
    }
}

/// The words of a query, without the marks between them: what stands on the screen may be typed as it stands there.
fn words_of(query: &str) -> Vec<&str> {
    // no others: "C++" is a name
    const MARKS: &str = ".,;:()[]\"'“”‘’·…–—→";
    let is_mark = |c: char| MARKS.contains(c);
    // what is nothing but marks is looked for as it is, where nothing else is
    let bare: Vec<&str> = query.split_whitespace().map(|word| word.trim_matches(is_mark)).filter(|word| !word.is_empty()).collect();
    let words = if bare.is_empty() { query.split_whitespace().collect() } else { bare };
    let has_year = words.iter().any(|word| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit()));
    // the weekday of a day says nothing that the day does not
    let is_weekday = |word: &&str| WEEKDAYS.iter().any(|day| word.eq_ignore_ascii_case(weekday_short(*day)));
    let is_whole = has_year && names_month(&folded(query));
    words.into_iter().filter(|word| !(is_whole && is_weekday(word))).collect()
}

const WEEKDAYS: [Weekday; 7] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Whether a query names a month: its numbers are days then, and no parts of others.
fn names_month(query: &str) -> bool {
    const LEAST: usize = 3;
    let is_month = |word: &str| word.len() >= LEAST && MONTHS.iter().any(|month| month.to_lowercase().starts_with(word));
    query.split_whitespace().any(is_month)
}

/// Whether a number of one or two digits is one by itself: "2" of "2 May 2024" is not part of "12" or of "2024".
fn stands_alone(text: &str, at: usize, part: &str) -> bool {
    let is_day = part.len() <= 2 && part.bytes().all(|byte| byte.is_ascii_digit());
    let is_digit = |at: Option<usize>| at.and_then(|at| text.as_bytes().get(at)).is_some_and(u8::is_ascii_digit);
    !is_day || !is_digit(at.checked_sub(1)) && !is_digit(Some(at + part.len()))
}

/// Where the words of a query stand in a text, in letters: all together, else each where it stands; a lone letter is no word.
pub fn letters_found(text: &str, query: &str) -> Vec<Range<usize>> {
    let words: Vec<String> = words_of(query).into_iter().map(folded).collect();
    let query = words.join(" ");
    if words.is_empty() {
        return Vec::new();
    }
    let has_days = names_month(&query);
    // the letter that each byte of the folded text was made from
    let (mut made, mut letters) = (String::with_capacity(text.len()), Vec::with_capacity(text.len()));
    for (letter, c) in text.chars().enumerate() {
        if c.is_ascii() {
            made.push(if c.is_whitespace() { ' ' } else { c.to_ascii_lowercase() });
        } else {
            made.push_str(&folded(c.encode_utf8(&mut [0; 4])));
        }
        letters.resize(made.len(), letter);
    }
    let places = |part: &str| -> Vec<Range<usize>> {
        let is_whole = |at: usize, part: &str| !has_days || stands_alone(&made, at, part);
        let found = made.match_indices(part).filter(|(at, part)| part.chars().nth(1).is_some() && is_whole(*at, part));
        let letter = |byte: usize| letters.get(byte).copied();
        found.filter_map(|(at, part)| Some(letter(at)?..letter(at + part.len() - 1)? + 1)).collect()
    };
    let together = places(&query);
    if together.is_empty() { words.iter().flat_map(|word| places(word)).collect() } else { together }
}

fn ids_of(bits: &[u64]) -> Vec<EventId> {
    let mut ids = Vec::with_capacity(bits.iter().map(|word| word.count_ones() as usize).sum());
    for (block, word) in (0..).step_by(64).zip(bits) {
        let mut left = *word;
        while left != 0 {
            ids.push(block + left.trailing_zeros());
            left &= left - 1;
        }
    }
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    fn haystack(lines: &[&str]) -> Haystack {
        let mut gathering = Gathering::default();
        for line in lines {
            let mut words = String::new();
            push_folded(&mut words, line);
            gathering.push(&words);
        }
        gathering.done()
    }

    #[track_caller]
    fn check(query: &str, expected: &[EventId]) {
        let lines = ["Mina Sol sings Winter Harbour", "The HARBOUR premiere", "café au lait 한국", "winter winter"];
        assert_eq!(haystack(&lines).find(query), expected, "{query}");
    }

    #[test]
    fn every_word_must_be_there_in_any_order() {
        check("harbour", &[0, 1]);
        check("harbour sol", &[0]);
        check("winter", &[0, 3]);
        check("harbour café", &[]);
        check("  ", &[0, 1, 2, 3]);
    }

    #[test]
    fn a_part_of_a_word_is_enough_and_no_match_reaches_over_two_words() {
        check("arbo", &[0, 1]);
        check("inter arb", &[0]);
        check("winterwinter", &[]);
        check("r", &[0, 1, 3]);
    }

    #[test]
    fn the_last_of_many_statements_is_found() {
        let lines: Vec<String> = (0..130).map(|n| format!("statement {n}")).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        assert_eq!(haystack(&lines).find("129"), [129]);
        assert_eq!(haystack(&lines).find("statement 12"), [12, 112, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129]);
    }

    #[test]
    fn accents_and_case_do_not_matter() {
        check("CAFE", &[2]);
        check("한국", &[2]);
    }

    #[track_caller]
    fn check_letters(text: &str, query: &str, expected: &[&str]) {
        let letters: Vec<char> = text.chars().collect();
        let found: Vec<String> = letters_found(text, query).into_iter().map(|place| letters[place].iter().collect()).collect();
        assert_eq!(found, expected, "{query}");
    }

    #[test]
    fn the_words_found_are_marked_where_they_stand() {
        let text = "The Café opens.\nA café in 한국, and tide is low at Low\nTide.";
        check_letters(text, "CAFE", &["Café", "café"]);
        check_letters(text, "low tide", &["Low\nTide"]);
        check_letters(text, "opens 한국", &["opens", "한국"]);
        check_letters(text, "a", &[]);
        check_letters(text, " ", &[]);
        check_letters(text, "harbour", &[]);
    }

    #[test]
    fn a_day_with_its_month_is_no_part_of_another() {
        let dates = ["out on 2 May 2024", "out on 12 May 2024", "out on 20 May 2024", "out in May 2024"];
        assert_eq!(haystack(&dates).find("2 may 2024"), [0]);
        assert_eq!(haystack(&dates).find("2024-05-12"), [1]);
        assert_eq!(haystack(&dates).find("2024-05"), [0, 1, 2, 3]);
        assert_eq!(haystack(&dates).find("20"), [0, 1, 2, 3], "as typed on the way to a year");
    }

    #[test]
    fn marks_between_words_are_not_looked_for() {
        check("“Winter”, harbour…", &[0]);
        check("harbour · premiere", &[1]);
        assert_eq!(haystack(&["a lesson in C++", "a lesson in code"]).find("C++"), [0]);
        assert_eq!(haystack(&["out on 2 May 2024", "out on Thursday"]).find("Thu 2 May 2024"), [0], "a weekday says nothing more");
        assert_eq!(haystack(&["out on 2 May 2024", "out on Thursday"]).find("thu"), [1]);
    }

    #[test]
    fn common_words_and_rare_ones_are_found_alike() {
        let lines: Vec<String> = (0..1000).map(|n| format!("every {} {n}th", if n % 3 == 0 { "third" } else { "other" })).collect();
        let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
        let haystack = haystack(&lines);
        let third: Vec<EventId> = (0..1000).filter(|n| n % 3 == 0).collect();
        assert_eq!(haystack.find("third"), third, "kept as bits");
        assert_eq!(haystack.find("997th"), [997], "kept as a list");
        assert_eq!(haystack.find("th").len(), 1000, "both kinds together");
        assert_eq!(haystack.find("other 99").len(), 12, "99, 199, 299 … and 990 to 998, without those of the third");
    }
}
