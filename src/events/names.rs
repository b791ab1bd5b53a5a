//! Names in an article: works, people and companies, told apart by the company they keep.

use std::collections::BTreeMap;

use super::figures::numbered;
use super::joins;
use super::matter::Matter;
use super::noise;
use super::openers::is_act_behind_preposition;
use super::page::Page;
use super::quoted::{quoted_titles, said_again};
use super::runs::run_step;
use super::words::{Form, Role, WORDS};
use crate::civil::calendar::MONTHS;
use crate::language::Sentence;
use crate::text::fold;

/// A place where a name stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mention {
    /// First token.
    pub first: usize,
    /// One past the last, without a possessive ending.
    pub end: usize,
    /// Index into the names.
    pub name: usize,
    /// Followed by ’s.
    pub is_possessive: bool,
}

/// A name with what the article shows of it.
#[expect(clippy::struct_excessive_bools, reason = "each is one small thing the article shows")]
#[derive(Clone, Debug, Default)]
pub(super) struct Name {
    /// As first written in full.
    pub text: String,
    /// Folded words.
    pub words: Vec<String>,
    /// Sort of thing, where words beside it say: "the film Red Letters".
    pub thing: Option<&'static str>,
    /// Only other articles show its sort.
    pub is_lent: bool,
    /// Shorter and other spellings of it, unfolded.
    pub known_as: Vec<String>,
    /// How often it is named.
    pub n_mentions: u32,
    /// Named in the headline or the first two sentences.
    pub is_lead: bool,
    /// Stands in quotation marks as a title.
    pub is_quoted: bool,
    /// A country or a city: where, not who.
    pub is_place: bool,
    /// Named in the headline or the first sentence.
    pub opens: bool,
    /// A first name and a family name.
    pub sounds_personal: bool,
    /// Only ever named as the place where something else is shown.
    pub is_aside: bool,
    /// Only ever named for what somebody is known for: "Red Letters star Mila Kern".
    pub is_credit: bool,
    /// Whoever wrote the article.
    pub is_byline: bool,
    /// How many articles of the story bear it.
    pub n_articles: u32,
    /// Evidence that it is a person or a company: it says, owns, or has a trade before it.
    pub agent: u32,
    /// Evidence that it is a work: it is released, shown, has a sort beside it.
    pub work: u32,
}

/// A name of so many words is nobody’s.
const LONG_WORDS: usize = 5;

impl Name {
    /// Whether the article opens with it, and nothing tells that it is somebody’s name.
    pub(super) fn is_unclaimed(&self) -> bool {
        self.agent == 0 && self.opens
    }

    /// Whether a name of several words that nobody bears may as well be a title.
    pub(super) fn is_open(&self) -> bool {
        self.is_unclaimed() && self.words.len() > 1 && !self.is_place
    }

    /// Whether it is some thing, as far as anybody can tell: neither somebody, a place nor a company.
    pub(super) fn is_something(&self) -> bool {
        // "Tom & Sam Face the Night": no first name and family name any more
        let is_of_somebody = self.words.len() < LONG_WORDS && (self.is_person() || self.sounds_like_somebody());
        self.words.len() > 1 && self.agent < 3 && !self.is_place && !self.is_company() && !is_of_somebody
    }

    /// Whether the evidence is for a title rather than for somebody.
    pub(super) fn is_work(&self) -> bool {
        if self.is_place && !self.is_quoted {
            return self.thing.is_some();
        }
        if self.sounds_personal && !self.is_quoted {
            // "the drama’s Mila Kern": a sort beside a person’s name says little
            return self.work > self.agent;
        }
        self.thing.is_some() && self.agent <= 2 * self.work + 2 || self.is_quoted && self.agent <= self.work || self.work > self.agent
    }
}

/// How the lines and paragraphs of an article are laid out.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Layout {
    /// Lines begin with a dash, as those of a list do.
    pub has_items: bool,
    /// Paragraphs open with a name and brackets, "Red Letters (Channel 9)", one after the other.
    pub has_entries: bool,
    /// Lines are nothing but names, as headings of what stands below them.
    pub has_headings: bool,
}

/// All names of an article and where they stand, left to right.
#[expect(clippy::struct_field_names, reason = "the names, and what is known beside them")]
#[derive(Debug, Default)]
pub(super) struct Names {
    pub names: Vec<Name>,
    pub mentions: Vec<Mention>,
    /// In a round-up, the act that a paragraph opens with, by its first sentence.
    pub acts: Vec<(usize, usize)>,
    /// Whether the article is of concerts and not of television: its "show" is one of them.
    pub is_on_stage: bool,
    /// What the article is about as a whole.
    pub matter: Matter,
    /// How its lines and paragraphs are laid out.
    pub layout: Layout,
}

impl Names {
    /// Mentions that begin within tokens `first..end`.
    pub(super) fn within(&self, first: usize, end: usize) -> &[Mention] {
        let from = self.mentions.partition_point(|mention| mention.first < first);
        let to = self.mentions.partition_point(|mention| mention.first < end);
        self.mentions.get(from..to).unwrap_or_default()
    }

    /// Whether it is somebody’s name.
    pub(super) fn is_person(&self, name: Option<usize>) -> bool {
        name.and_then(|idx| self.names.get(idx)).is_some_and(Name::is_person)
    }

    /// The mention that covers a token.
    pub(super) fn covering(&self, at: usize) -> Option<&Mention> {
        let upto = self.mentions.partition_point(|mention| mention.first <= at);
        self.mentions.get(..upto)?.last().filter(|mention| at < mention.end)
    }

    /// Whether a name, if there is one, is a title.
    pub(super) fn is_work(&self, name: Option<usize>) -> bool {
        name.and_then(|name| self.names.get(name)).is_some_and(Name::is_work)
    }

    /// Whether a name, if there is one, may as well be a title.
    pub(super) fn is_open(&self, name: Option<usize>) -> bool {
        name.and_then(|name| self.names.get(name)).is_some_and(Name::is_open)
    }

    /// The name of a mention.
    pub(super) fn of(&self, mention: &Mention) -> Option<&Name> {
        self.names.get(mention.name)
    }
}

/// A run of words that may be a name.
pub(super) struct Run {
    /// First token.
    pub first: usize,
    /// One past the last.
    pub end: usize,
    /// Stands in quotation marks.
    pub is_quoted: bool,
    /// Followed by ’s.
    pub is_possessive: bool,
}

/// The longest title in quotation marks, in tokens.
pub(super) const MAX_TITLE_TOKENS: usize = 12;

/// Finds every name, joins its spellings, and weighs what it is.
pub(super) fn find_names(page: &Page<'_>) -> Names {
    let mut runs = Vec::new();
    for sentence in page.sentences.iter().filter(|sentence| !page.is_clutter(sentence)) {
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        let is_title_case = is_title_case(page, sentence);
        quoted_titles(page, first, end, is_title_case, &mut runs);
        if !is_title_case {
            capital_runs(page, first, end, &mut runs);
        }
    }
    said_again(page, &mut runs);
    runs.sort_by_key(|run| (run.first, std::cmp::Reverse(run.end)));
    let mut kept: Vec<Run> = Vec::with_capacity(runs.len());
    for run in runs {
        if kept.last().is_none_or(|last| last.end <= run.first) {
            kept.push(run);
        }
    }
    super::openers::drop_openers(page, &mut kept);
    super::runs::part_runs(page, &mut kept);
    let mut names = gather(page, &kept);
    super::headlines::find_in_headlines(page, &mut names);
    names.mentions.sort_by_key(|mention| (mention.first, mention.end));
    names.mentions.dedup_by(|b, a| b.first < a.end);
    joins::join_titles(page, &mut names);
    super::weight::weigh(page, &mut names);
    names
}

/// Whether most long words of a sentence begin with a capital: a headline in title case. A sentence with its full stop,
/// in which places and months stand close together, needs nearly all.
pub(super) fn is_title_case(page: &Page<'_>, sentence: &Sentence) -> bool {
    let long: Vec<usize> = sentence.token_range().filter(|&at| page.is_word(at) && page.raw(at).len() > 3).collect();
    let n_capital = long.iter().filter(|&&at| page.is_capital(at)).count();
    let ends = page.raw(sentence.end_token.saturating_sub(1) as usize).ends_with('.');
    // headlines write "Is", running text "is"
    let runs = sentence.token_range().any(|at| matches!(page.raw(at), "is" | "was" | "will" | "has" | "are" | "were" | "have"));
    let share = if ends || runs { 9 } else { 7 };
    long.len() >= 4 && n_capital * 10 >= long.len() * share || long.len() == 3 && n_capital == 3 && !ends
}

/// Runs of capitalised words in running text.
fn capital_runs(page: &Page<'_>, first: usize, end: usize, runs: &mut Vec<Run>) {
    let covered: Vec<(usize, usize)> = page
        .dates
        .iter()
        .map(|date| page.date_tokens(date))
        .filter(|range| range.start < end && range.end > first)
        .map(|range| (range.start, range.end))
        .collect();
    let in_date = |at: usize| covered.iter().any(|&(a, b)| a <= at && at < b);
    let mut at = first;
    while at < end {
        let numbered = numbered(page, at, end).filter(|_| !in_date(at));
        // "TONIGHT’S | Proms": an owner’s s
        let is_owners = at > 0 && page.raw(at) == "S" && page.owns_at(at - 1) && page.touches_next(at - 1);
        if is_owners || numbered.is_none() && (!page.is_capital(at) || in_date(at) || is_sentence_opener(page, at, first)) {
            at += 1;
            continue;
        }
        let mut stop = numbered.unwrap_or(at + 1);
        while let Some(next) =
            run_step(page, at, stop, end).filter(|next| (stop..*next).all(|i| !in_date(i)) && !is_headline_verb(page, stop))
        {
            stop = next;
        }
        // "¡Fuego!": marks that stand for quotation marks
        if at > first && page.raw(at - 1) == "¡" && page.raw(stop) == "!" {
            runs.push(Run { first: at, end: stop, is_quoted: true, is_possessive: false });
            at = stop;
            continue;
        }
        let is_possessive = matches!(page.raw(stop), "’" | "'")
            && page.touches_next(stop - 1)
            && (page.word(stop + 1) == "s" || page.word(stop - 1).ends_with('s'));
        let is_noise = |from: usize, to: usize| noise::is_noise(page, (first, end), (from, to));
        if let Some((from, to)) = trimmed(page, at, stop).filter(|&(from, to)| !is_noise(from, to)) {
            runs.push(Run { first: from, end: to, is_quoted: false, is_possessive: is_possessive && to == stop });
        }
        at = stop;
    }
}

/// "Red Letters II Delayed Indefinitely": the verb of a headline that runs into the text, no part of the title.
fn is_headline_verb(page: &Page<'_>, at: usize) -> bool {
    page.is_capital(at)
        && page
            .phrase_at(&WORDS.cues, at, at + 1)
            .or_else(|| page.phrase_at(&WORDS.cues, at, at + 3))
            .is_some_and(|(phrase, _)| phrase.is_verb && matches!(phrase.form, Form::Past | Form::Third) && page.raw(at).len() > 4)
}

pub(super) fn opens_sentence(page: &Page<'_>, at: usize) -> bool {
    page.sentences.binary_search_by_key(&at, |sentence| sentence.first_token as usize).is_ok()
}

/// A run without the nouns and origins at its ends ("K-drama Lantern Bay", "Lantern Bay OST"); `None` where nothing is left.
fn trimmed(page: &Page<'_>, mut first: usize, mut end: usize) -> Option<(usize, usize)> {
    let run_first = first;
    while first < end {
        // "K-drama Lantern Bay" loses its noun, "Song Ji-hoon" does not
        let acronym = page.raw(first).len() > 1 && page.is_loud(first);
        let noun = page
            .phrase_at(&WORDS.things, first, end)
            .filter(|(phrase, stop)| phrase.entry.role != Role::Happening && (acronym || *stop > first + 1 || *stop == end))
            .map(|(_, stop)| stop);
        let short = page.word(first).len() < 4;
        // "the Grammy Awards"
        let is_prize = page.is_capital(first + 1) && matches!(page.word(first + 1), "awards" | "award") && first + 2 == end;
        let is_origin = WORDS.origins.contains(page.word(first)) && !is_with_figure(page, first);
        // "Oscar Kern": somebody’s first name
        let is_given = WORDS.people.given.contains(page.word(first))
            && first + 2 == end
            && page.is_capital(first + 1)
            && page.phrase_at(&WORDS.things, first + 1, end).is_none()
            && !is_prize;
        let origin = (is_origin && !is_given && (!short || page.is_loud(first)) && !is_prize).then_some(first + 1);
        // "the 64th Annual Lantern Awards"
        let yearly = (page.word(first) == "annual" && first + 2 < end).then_some(first + 1);
        let genre = (matches!(page.word(first), "k" | "j" | "c") && page.raw(first + 1) == "-").then_some(first + 3);
        let Some(next) = noun.or(genre).or(origin).or(yearly).filter(|next| *next <= end) else { break };
        first = if matches!(page.raw(next), "-" | "’" | "'") { next + 1 } else { next };
    }
    // "The Harbour Show", "Masked Singer": the sort is part of the title
    let is_whole = page.word(first) == "the" && end > first + 2;
    while first < end {
        let belongs = |thing: &super::words::Thing, start: usize| {
            let is_company =
                page.is_capital(start) && start > first && WORDS.company.contains(page.word(start)) && page.word(start).ends_with('s');
            is_company || matches!(thing.role, Role::Happening | Role::Person) || is_whole && !page.is_loud(start)
        };
        let Some((thing, start)) = thing_ending_at(page, Some(end - 1)).filter(|(thing, start)| *start >= first && !belongs(thing, *start))
        else {
            break;
        };
        // "Love Song", "The Game": the noun is the title where nothing but one short word is left
        let kept = start - first;
        let acronym = page.is_loud(start);
        // "Red Harbour: The Movie": what would be left ends with its article
        if kept > 1 && matches!(page.word(start - 1), "the" | "a") {
            break;
        }
        if kept == 0 || acronym || thing.role != Role::Work || kept > 1 {
            end = start;
        } else {
            break;
        }
    }
    while first < end && !is_inner(page, first) {
        first += 1;
    }
    // "Red Letters Old date: May 4": the field of a form
    if end > first + 1 && matches!(page.word(end - 1), "old" | "new" | "original") && matches!(page.word(end), "date" | "release") {
        end -= 1;
    }
    // "the original Lakeland July dates"
    if end > first + 1 && MONTHS.contains(&page.word(end - 1)) && matches!(page.word(end), "date" | "dates") {
        end -= 1;
    }
    // "Foxes 1, Harbour 0": a result
    let is_score =
        page.raw(end) == "," && page.is_small_number(end + 2) || first > 1 && page.raw(first - 1) == "," && page.is_small_number(first - 2);
    if end > first + 1 && page.is_small_number(end - 1) && is_score {
        end -= 1;
    }
    (first < end && is_telling(page, (first, end), run_first)).then_some((first, end))
}

/// Whether what is left of a run, from its first word to its end, names something.
fn is_telling(page: &Page<'_>, (first, end): (usize, usize), run_first: usize) -> bool {
    // "European Tour", "A-levels": nothing is left that names
    if first < end && !page.is_capital(first) && !page.is_number(first) && first > run_first
        || thing_ending_at(page, end.checked_sub(1)).is_some_and(|(_, start)| start <= first && first > run_first)
    {
        return false;
    }
    // "COVID-19 Omicron": the figures are of the word that is left out
    if first > run_first && page.is_number(first) && page.raw(first - 1) == "-" {
        return false;
    }
    // "Episode 10", "Season 3": which one, and not of what
    let is_part = end == first + 2
        && matches!(page.word(first), "episode" | "episodes" | "season" | "seasons" | "series" | "chapter" | "volume")
        && page.is_number(first + 1);
    if is_part {
        return false;
    }
    // "Jenkins-directed", "London-based": no names
    let last = page.word(end.saturating_sub(1));
    let is_compound = end > first + 1
        && page.raw(end - 2) == "-"
        && !page.is_capital(end - 1)
        && ["ed", "ing", "led", "born", "style", "set", "winning", "long", "ish", "esque", "like", "era", "themed", "adjacent", "only"]
            .iter()
            .any(|ending| last.ends_with(ending));
    if is_compound {
        return false;
    }
    // "its Monday-Tuesday slot": days
    let is_weekday =
        |at: usize| matches!(page.word(at), "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday");
    let is_days = end > first + 1 && (first..end).all(|at| !page.is_word(at) || is_weekday(at));
    !is_days && (first..end).any(|at| page.is_word(at) && (page.raw(at).len() > 1 || end - first > 1))
}

pub(super) fn is_inner(page: &Page<'_>, at: usize) -> bool {
    page.is_word(at) || page.is_number(at)
}

/// "Unmoored, the thriller with Tom Reed, is": what has a description is no participle.
fn is_apposed(page: &Page<'_>, at: usize) -> bool {
    let is_noun = |end: usize| thing_ending_at(page, Some(end)).is_some_and(|(thing, _)| thing.role == Role::Work);
    page.raw(at + 1) == "," && matches!(page.word(at + 2), "the" | "a" | "an") && (at + 3..at + 8).any(is_noun)
}

/// "H2O", "K3": a letter with its figure.
fn is_with_figure(page: &Page<'_>, at: usize) -> bool {
    page.raw(at).len() == 1 && page.touches_next(at) && page.is_number(at + 1)
}

/// A capital that only begins the sentence.
fn is_sentence_opener(page: &Page<'_>, at: usize, first: usize) -> bool {
    let word = page.word(at);
    if is_with_figure(page, at) {
        return false;
    }
    let opens = at == first || matches!(page.raw(at.wrapping_sub(1)), "“" | "\"" | "‘" | "'" | ":" | "." | "-" | "–" | "—" | "•" | "(");
    if word.len() < 2 && page.raw(at) == "I" {
        // "I Am Harbour" begins a name where it is always so
        return !(page.is_capital(at + 1) && is_repeated(page, at, at + 2));
    }
    if !opens {
        // "to finish All the Foxes in Harbour", "has seen In the Lamps"
        let is_led = matches!(page.raw(at + 1), "the" | "a" | "of") && page.is_capital(at + 2);
        if is_led && page.raw(at).len() > 1 && !page.is_loud(at) {
            return false;
        }
        return WORDS.small.contains(word) && !page.is_capital(at + 1) && page.raw(at).len() < 5 && !page.is_loud(at);
    }
    if matches!(word, "out" | "ahead" | "instead" | "back" | "off" | "due" | "thanks") && !page.is_capital(at + 1) {
        return true;
    }
    if WORDS.small.contains(word) || word.ends_with("ly") && !page.leads_name(page.raw(at)) {
        if is_act_behind_preposition(page, at) {
            return false;
        }
        // "The Last of Foxes will now open": a title; "The Duke of Harbour", "The Department of Health": none
        let holds_of = matches!(page.word(at + 2), "of" | "in") && page.is_capital(at + 1) && page.is_capital(at + 3);
        if matches!(word, "the" | "all")
            && holds_of
            && !WORDS.offices.contains(page.word(at + 1))
            && WORDS.ordinary.contains(page.word(at + 1))
        {
            return false;
        }
        // "The Edge of Town" begins a name; "The film" does not
        return !(matches!(
            word,
            "the"
                | "a"
                | "an"
                | "my"
                | "our"
                | "no"
                | "all"
                | "one"
                | "two"
                | "three"
                | "four"
                | "five"
                | "six"
                | "seven"
                | "eight"
                | "nine"
                | "ten"
        ) && page.is_capital(at + 1)
            && is_repeated(page, at, at + 2));
    }
    !page.is_capital(at + 1) && !matches!(page.raw(at + 1), "’" | "'" | "-") && page.occurs_small(word)
        || !page.is_capital(at + 1)
            && !matches!(page.raw(at + 1), "’" | "'")
            && !page.is_number(at + 1)
            && !is_apposed(page, at)
            && (word.ends_with("ing") || word.ends_with("ed"))
}

/// Whether the very words stand somewhere else in the text too, and their beginning never without the rest.
pub(super) fn is_repeated(page: &Page<'_>, first: usize, end: usize) -> bool {
    let words = page.span(first, end).of(page.text);
    let head = page.span(first, end.saturating_sub(2).max(first + 1)).of(page.text);
    let n_whole = page.text.match_indices(words).count();
    // "Heart in Harbour", where "Heart" stands alone too
    let is_usual = n_whole > 2 && !WORDS.places.contains(page.word(end.saturating_sub(1)));
    n_whole > 1 && (is_usual || page.text.match_indices(head).count() == n_whole || WORDS.small.contains(page.word(first)))
}

/// "the NBA" is not short for the "NBA G League".
fn is_acronym(page: &Page<'_>, run: &Run) -> bool {
    let raw = page.raw(run.first);
    run.end == run.first + 1 && raw.len() > 1 && raw.chars().all(char::is_uppercase)
}

/// Joins runs into names: same folded words, or a run that is the beginning or the end of a longer one.
fn gather(page: &Page<'_>, runs: &[Run]) -> Names {
    let mut by_words: BTreeMap<Vec<String>, Vec<usize>> = BTreeMap::new();
    let keys: Vec<Vec<String>> = runs.iter().map(|run| name_words(page.span(run.first, run.end).of(page.text))).collect();
    for (idx, key) in keys.iter().enumerate().filter(|(_, key)| !key.is_empty()) {
        by_words.entry(key.clone()).or_default().push(idx);
    }
    let mut order: Vec<&Vec<String>> = by_words.keys().collect();
    order.sort_by_key(|words| (std::cmp::Reverse(words.len()), by_words.get(*words).and_then(|runs| runs.first().copied())));
    let mut names: Vec<Name> = Vec::new();
    let mut home: BTreeMap<&Vec<String>, usize> = BTreeMap::new();
    for words in order {
        let acronym = by_words.get(words).and_then(|at| runs.get(*at.first()?)).is_some_and(|run| is_acronym(page, run));
        let whole = if acronym { None } else { joins::whole_of(page, runs, &names, words) };
        let idx = if let Some(one) = whole {
            one
        } else {
            names.push(Name { words: words.clone(), ..Name::default() });
            names.len() - 1
        };
        home.insert(words, idx);
    }
    let mut mentions = Vec::with_capacity(runs.len());
    for (run, key) in runs.iter().zip(&keys) {
        let Some(&idx) = home.get(key) else { continue };
        let written = page.span(run.first, run.end).of(page.text);
        if let Some(name) = names.get_mut(idx) {
            name.n_mentions += 1;
            name.is_quoted |= run.is_quoted && key.len() == name.words.len();
            if name.text.is_empty() && key.len() == name.words.len() {
                written.clone_into(&mut name.text);
            } else if written.strip_prefix("The ") == Some(name.text.as_str()) {
                // "Lanterns are back", "for The Lanterns": with its article
                let bare = std::mem::replace(&mut name.text, written.to_owned());
                name.known_as.push(bare);
            } else if written != name.text && !name.known_as.iter().any(|known| known == written) {
                name.known_as.push(written.to_owned());
            }
        }
        mentions.push(Mention { first: run.first, end: run.end, name: idx, is_possessive: run.is_possessive });
    }
    settle_forms(page, &mut names, &mentions);
    Names { names, mentions, ..Names::default() }
}

/// The fullest form that is no slip: where a longer one stands only once and a shorter one of several words again and
/// again, the shorter one is the name.
fn settle_forms(page: &Page<'_>, names: &mut [Name], mentions: &[Mention]) {
    let mut forms: BTreeMap<(usize, Vec<String>), (u32, &str)> = BTreeMap::new();
    for mention in mentions {
        let written = page.span(mention.first, mention.end).of(page.text);
        let slot = forms.entry((mention.name, name_words(written))).or_insert((0, written));
        slot.0 += 1;
    }
    for (idx, name) in names.iter_mut().enumerate() {
        let n_full = forms.get(&(idx, name.words.clone())).map_or(0, |form| form.0);
        let of_name = forms.range((idx, Vec::new())..(idx + 1, Vec::new()));
        let usual =
            of_name.filter(|((_, words), (n, _))| words.len() > 1 && *n > 2 * n_full).max_by_key(|((_, words), (n, _))| (*n, words.len()));
        if let Some(((_, words), (_, written))) = usual {
            let full = std::mem::replace(&mut name.text, (*written).to_owned());
            name.known_as.push(full);
            name.words.clone_from(words);
        }
        name.known_as.retain(|known| *known != name.text);
    }
}

/// Folded words of a name, without a leading article, "part ii" as "part 2".
pub(super) fn name_words(text: &str) -> Vec<String> {
    let mut words = fold::folded_words(text);
    // but "The When" keeps its article
    let is_only_small = words.len() == 2 && words.last().is_some_and(|word| WORDS.small.contains(word));
    if words.len() > 1 && !is_only_small && words.first().is_some_and(|word| matches!(word.as_str(), "the" | "a" | "an")) {
        words.remove(0);
    }
    for at in 1..words.len() {
        let roman = match words.get(at).map(String::as_str) {
            Some("ii") => "2",
            Some("iii") => "3",
            Some("iv") => "4",
            Some("vi") => "6",
            _ => continue,
        };
        if let Some(word) = words.get_mut(at) {
            roman.clone_into(word);
        }
    }
    words
}

/// The noun of the lists that ends just at a token, with its first token: "the K-drama series | Lantern Bay".
pub(super) fn thing_ending_at(page: &Page<'_>, at: Option<usize>) -> Option<(super::words::Thing, usize)> {
    let at = at?;
    (at.saturating_sub(4)..=at).find_map(|start| {
        let phrases = WORDS.things.get(page.word(start))?;
        phrases.iter().find_map(|phrase| {
            let n = phrase.rest.len();
            let fits = start + n == at && phrase.rest.iter().enumerate().all(|(i, word)| word.as_deref() == Some(page.word(start + 1 + i)));
            fits.then_some((phrase.entry, start))
        })
    })
}
