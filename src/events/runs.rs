//! Capitalised words that stand side by side and are no one name: "Copper Foxes star Mila Kern", "Wow: Mila Kern".

use std::collections::BTreeMap;

use super::names::{Run, is_inner, is_repeated, name_words, opens_sentence, thing_ending_at};
use super::page::Page;
use super::words::WORDS;

/// Connectors that may stand inside a name.
const INNER: [&str; 29] = [
    "of", "the", "a", "de", "la", "&", "vs", "versus", "v", "du", "le", "van", "del", "della", "di", "des", "der", "von", "no", "wa", "ga",
    "ni", "ke", "ki", "ka", "aur", "el", "y", "und",
];
/// Connectors that stand inside a name only where the whole is named again or quoted.
const INNER_IF_REPEATED: [&str; 7] = ["and", "at", "in", "for", "to", "on", "with"];

/// How often a label stands before a colon until it is the field of a form: "Fun fact:".
const FIELD_TIMES: usize = 3;

/// Two names stand side by side so often at most; a pair goes together more often.
const PAIR_TIMES: usize = 1;

/// Takes runs apart that only stand side by side, and leaves out the labels of captions.
pub(super) fn part_runs(page: &Page<'_>, runs: &mut Vec<Run>) {
    drop_labels(page, runs);
    *runs = std::mem::take(runs).into_iter().flat_map(|run| without_loud_verb(page, run)).collect();
    let counts = counted(page, runs);
    let parted: Vec<Run> = std::mem::take(runs)
        .into_iter()
        .flat_map(|run| pair(page, &counts, run))
        .flat_map(|run| of_whom(page, &counts, run))
        .flat_map(|run| parts(page, &counts, run))
        .collect();
    *runs = parted;
}

/// "Tom Reed QUITS Morning Nine": a verb in capitals among words that are not is no name.
fn without_loud_verb(page: &Page<'_>, run: Run) -> Vec<Run> {
    let is_all_loud = (run.first..run.end).all(|at| !page.is_word(at) || is_loud_word(page, at));
    let verb = (run.first..run.end).find(|&at| is_loud_word(page, at) && is_list_verb(page, at));
    let Some(verb) = verb.filter(|_| !run.is_quoted && !is_all_loud) else { return vec![run] };
    split_at(page, &run, verb, verb + 1).into_iter().filter(|part| part.first < part.end && page.is_capital(part.first)).collect()
}

/// Four letters and more, all of them capitals.
fn is_loud_word(page: &Page<'_>, at: usize) -> bool {
    page.raw(at).len() > 3 && page.is_loud(at)
}

/// The two ends of a run, without what lies between: "Kern | ’s | Red Letters".
fn split_at(page: &Page<'_>, run: &Run, end: usize, first: usize) -> Vec<Run> {
    let owns = matches!(page.raw(end), "’" | "'");
    vec![Run { first: run.first, end, is_quoted: false, is_possessive: owns }, Run { first, ..*run }]
}

/// A verb of the lists of changes, of people who come and go, and of telling, as a headline has it.
fn is_list_verb(page: &Page<'_>, at: usize) -> bool {
    let stop = at + 1;
    page.phrase_at(&WORDS.cues, at, stop).is_some_and(|(phrase, _)| phrase.is_verb)
        || page.phrase_at(&WORDS.replaced, at, stop).is_some_and(|(phrase, _)| phrase.is_verb)
        || page.phrase_at(&WORDS.telling, at, stop).is_some_and(|(phrase, _)| phrase.is_verb)
}

fn key_of(page: &Page<'_>, first: usize, end: usize) -> Vec<String> {
    name_words(page.span(first, end).of(page.text))
}

fn counted(page: &Page<'_>, runs: &[Run]) -> BTreeMap<Vec<String>, usize> {
    let mut counts = BTreeMap::new();
    for run in runs {
        *counts.entry(key_of(page, run.first, run.end)).or_default() += 1;
    }
    counts
}

/// "Mila Kern and Tom Reed", however often: two people; "Red Letters and Copper Foxes", where each is told of alone: two
/// names.
fn pair(page: &Page<'_>, counts: &BTreeMap<Vec<String>, usize>, run: Run) -> Vec<Run> {
    let is_person = |first: usize, end: usize| {
        let words = key_of(page, first, end);
        words.len() > 1 && WORDS.people.has_given(&words)
    };
    let and = (run.first..run.end).find(|&at| page.word(at) == "and").filter(|_| !run.is_quoted);
    let is_alone = |first: usize, end: usize| {
        let words = key_of(page, first, end);
        counts.contains_key(&words).then_some(words.len())
    };
    // "Mila Kern and Copper Foxes": but not "Mila Kern and the Copper Foxes"
    let is_beside = |and: usize| {
        let is_led = matches!(page.word(and + 1), "the" | "his" | "her");
        is_person(run.first, and)
            && !is_led
            && key_of(page, and + 1, run.end).len() > 1
            && thing_ending_at(page, Some(run.end - 1)).is_none()
    };
    // "The Kyle and Jackie Show", a pair that the article comes back to: one name
    let is_kept = counts.get(&key_of(page, run.first, run.end)).is_some_and(|n| *n > PAIR_TIMES);
    let is_titled = is_kept || thing_ending_at(page, Some(run.end - 1)).is_some() || WORDS.things.contains_key(page.word(run.end));
    let are_apart = |and: usize| match (is_alone(run.first, and), is_alone(and + 1, run.end)) {
        (Some(_), Some(_)) => true,
        (Some(n), None) | (None, Some(n)) => n > 1,
        (None, None) => false,
    };
    let parts = |and: usize| is_person(run.first, and) && is_person(and + 1, run.end) || is_beside(and) || !is_titled && are_apart(and);
    match and.filter(|&and| parts(and)) {
        Some(and) => split_at(page, &run, and, and + 1),
        None => vec![run],
    }
}

/// "Mila Kern of Copper Foxes", "Rook of Copper Foxes", where Rook is named alone too: somebody, and where she belongs.
fn of_whom(page: &Page<'_>, counts: &BTreeMap<Vec<String>, usize>, run: Run) -> Vec<Run> {
    // "Foxes of Harbour have … Foxes of Harbour will": one name
    let is_one = || is_repeated(page, run.first, run.end);
    let of = (run.first + 1..run.end).find(|&at| page.raw(at) == "of").filter(|_| !run.is_quoted && !is_one());
    let is_somebody = |of: usize| {
        let words = key_of(page, run.first, of);
        let is_rank = (run.first..of).any(|at| WORDS.company.contains(page.word(at)) || WORDS.things.contains_key(page.word(at)));
        let head = page.sentences.first().map_or(0, |sentence| sentence.first_token as usize);
        let is_alone =
            counts.contains_key(&words) || head + 1 < run.first && page.raw(head) == page.raw(run.first) && page.word(head + 1) != "of";
        let is_named =
            words.len() == 1 && is_alone && !page.occurs_small(page.word(run.first)) && !WORDS.ordinary.contains(page.word(run.first));
        !is_rank && (is_named || words.len() > 1 && WORDS.people.has_given(&words))
    };
    match of.filter(|&of| is_somebody(of) && of + 1 < run.end) {
        Some(of) => split_at(page, &run, of, of + 1),
        None => vec![run],
    }
}

/// "Kern" and "Mila Kern" in a run that stands nowhere else: two names and what lies between.
fn parts(page: &Page<'_>, counts: &BTreeMap<Vec<String>, usize>, run: Run) -> Vec<Run> {
    let is_alone = !run.is_quoted && counts.get(&key_of(page, run.first, run.end)) == Some(&1);
    if !is_alone || run.end < run.first + 3 || (run.first..run.end).any(|at| page.raw(at) == ":") {
        return vec![run];
    }
    let known = |first: usize, end: usize| {
        let n = counts.get(&key_of(page, first, end)).copied().unwrap_or_default();
        let n_words = (first..end).filter(|&at| page.is_word(at)).count();
        first < end && page.is_capital(first) && (n > 1 || n > 0 && n_words > 1)
    };
    if is_loud_word(page, run.end - 1) && !is_loud_word(page, run.first) && known(run.first, run.end - 1) {
        // "Mila Kern ENGAGED"
        return vec![Run { end: run.end - 1, is_possessive: false, ..run }];
    }
    let Some(from) = (run.first + 1..run.end).find(|&at| known(at, run.end)) else { return vec![run] };
    let head_end = (run.first + 1..=from).rev().find(|&end| known(run.first, end));
    let tail_words = key_of(page, from, run.end);
    let is_person = tail_words.len() > 1 && WORDS.people.has_given(&tail_words);
    // "Harbour Star Mila Kern": a person ends what begins otherwise; "The Mila Kern Show" is one name
    let is_led = is_trade(page.word(from.saturating_sub(1)));
    if head_end.is_none() && is_person && from == run.first + 1 {
        // "Fiancés Mila Kern", where "Mila Kern" stands everywhere else
        return vec![Run { first: from, ..run }];
    }
    if head_end.is_none() && !(is_person && is_led) {
        return vec![run];
    }
    let Some(head_end) = head_end.or_else(|| from.checked_sub(1).filter(|&end| end > run.first)) else { return vec![run] };
    if is_joined(page, &run, head_end, from) {
        return vec![run];
    }
    split_at(page, &run, head_end, from)
}

/// "Rise of the | Harbour": words that hold a title together.
fn is_joined(page: &Page<'_>, run: &Run, to: usize, from: usize) -> bool {
    let is_short = |first: usize, end: usize| end < first + 2;
    let is_led = is_trade(page.word(from.saturating_sub(1)));
    from == to && !is_led && (is_short(run.first, to) || is_short(from, run.end))
        || (to..from).any(|at| matches!(page.word(at), "v" | "vs" | "versus" | "&"))
}

fn is_trade(word: &str) -> bool {
    WORDS.person_before.contains(word) || WORDS.person_nouns.contains(word)
}

/// The labels of captions, "Staying positive: Mila Kern …", and of forms are no names unless they are elsewhere.
fn drop_labels(page: &Page<'_>, runs: &mut Vec<Run>) {
    let mut in_label = BTreeMap::<Vec<String>, usize>::new();
    let heads_caption = |run: &Run| !run.is_quoted && opens_sentence(page, run.first) && page.raw(run.end) == ":";
    for run in runs.iter().filter(|run| heads_caption(run)) {
        *in_label.entry(key_of(page, run.first, run.end)).or_default() += 1;
    }
    let counts = counted(page, runs);
    runs.retain(|run| {
        let key = key_of(page, run.first, run.end);
        let n = in_label.get(&key).copied().unwrap_or_default();
        let only_label = n > 0 && counts.get(&key) == Some(&n);
        !(only_label && (key.len() == 1 || n >= FIELD_TIMES))
    });
}

/// Where a run that begins at `first` and reaches to `at` goes on to; `None` where it ends.
pub(super) fn run_step(page: &Page<'_>, first: usize, at: usize, end: usize) -> Option<usize> {
    if at >= end {
        return None;
    }
    let joined = page.touches_next(at - 1);
    let is_quote = matches!(page.raw(at), "’" | "'");
    let capital_at = |at: usize| at < end && page.is_capital(at);
    let is_connector = |at: usize| INNER.contains(&page.word(at));
    if let Some(next) = titled_step(page, first, at, end).or_else(|| festival_step(page, first, at, end)) {
        return Some(next);
    }
    if let Some(next) = owned_step(page, first, at, end) {
        return Some(next);
    }
    let steps = [
        // "Han Seo", "Part 2"
        (page.is_capital(at) || page.is_number(at) && page.raw(at).len() < 5, 1),
        // "iKON", "K-pop"
        (joined && page.is_word(at) && page.word(at - 1) != "s", 1),
        (
            joined
                && matches!(page.raw(at), "-" | "." | "+" | "/" | "*")
                && page.touches_next(at)
                && at + 1 < end
                && is_inner(page, at + 1)
                // "Mila Kern/Low Tide": whom she plays
                && !(page.raw(at) == "/" && at > first + 1 && page.raw(first).len() > 2)
                // "Mila Kern-starrer Low Tide": who is in it
                && !(page.raw(at) == "-" && matches!(page.word(at + 1), "starrer" | "starring")),
            2,
        ),
        // "Lantern Bay: The Return", but not the label of a caption, "Off-duty: The actress"
        (
            joined
                && page.raw(at) == ":"
                && at + 1 < end
                && (page.is_capital(at + 1) || page.is_number(at + 1))
                && !is_somebody_at(page, at + 1)
                && !is_score(page, at + 1)
                && !begins_caption(page, at + 1)
                && (!opens_sentence(page, first) || is_titled(page, first, at) || is_repeated(page, first, at + 2)),
            2,
        ),
        // "G.I. Jack", "Guns N’ Poses"
        (is_initials(page, first, at) && capital_at(at + 1), 2),
        (joined && is_quote && page.raw(at - 1) == "N" && capital_at(at + 1), 2),
        // "St. Harbour", but not "Wall St. The show"
        (
            joined && page.raw(at) == "." && matches!(page.raw(at - 1), "St" | "Mt") && capital_at(at + 1) && !opens_sentence(page, at + 1),
            2,
        ),
        // "The Marvellous Mrs. Kern", a title
        (
            joined && page.raw(at) == "." && at > first + 1 && matches!(page.raw(at - 1), "Mrs" | "Mr" | "Dr" | "Ms") && capital_at(at + 1),
            2,
        ),
        // "Red Letters Pt. III"
        (joined && page.raw(at) == "." && matches!(page.word(at - 1), "pt" | "vol") && is_inner(page, at + 1), 2),
        // "O’Neil"
        (joined && is_quote && page.touches_next(at) && page.is_word(at + 1) && page.word(at + 1) != "s", 2),
        // "The Lark and the Lamp" within a sentence
        (page.word(at) == "and" && page.raw(at + 1) == "the" && capital_at(at + 2) && page.raw(first) == "The" && at == first + 2, 3),
        (is_connector(at) && capital_at(at + 1), 2),
        (is_connector(at) && is_connector(at + 1) && capital_at(at + 2), 3),
        // "One Night at a Time", where it is always so
        (page.word(at) == "at" && page.word(at + 1) == "a" && capital_at(at + 2) && is_repeated(page, first, at + 3), 3),
        (page.word(at) == "by" && page.word(at + 1) == "the" && capital_at(at + 2) && is_repeated(page, first, at + 3), 3),
        // "No Time to Lose" within a sentence: a small word with a capital leads a title
        (matches!(page.word(at), "to" | "for" | "in") && capital_at(at + 1) && leads_title(page, first), 2),
        // but not "Mila Kern on The Harbour Show"
        (
            INNER_IF_REPEATED.contains(&page.word(at))
                && capital_at(at + 1)
                && is_repeated(page, first, at + 2)
                && (page.word(at) == "and" || !is_full_name(page, first, at)),
            2,
        ),
        // "H in the Harbour", "Mila Kern and the Half-Moon", where it is always so
        (
            matches!(page.word(at), "and" | "in" | "on" | "at" | "for")
                && matches!(page.raw(at + 1), "the" | "a")
                && capital_at(at + 2)
                && is_repeated(page, first, at + 3)
                && (page.word(at) == "and" || !is_full_name(page, first, at)),
            3,
        ),
    ];
    steps.iter().find(|(goes_on, _)| *goes_on).map(|(_, n)| at + n)
}

/// "New look Studio 10: Taking over is Mila Kern": what stands under a picture.
fn begins_caption(page: &Page<'_>, at: usize) -> bool {
    page.word(at).ends_with("ing") && page.raw(at + 1).starts_with(char::is_lowercase)
}

/// "Red Harbour 4: A Fisher’s End", "Red Harbour: The Lamps", told twice: no label of a caption.
fn is_titled(page: &Page<'_>, first: usize, colon: usize) -> bool {
    let is_twice = || page.text.match_indices(page.span(first, colon + 2).of(page.text)).count() > 1;
    let is_label =
        matches!(page.word(colon - 1), "article" | "update" | "source" | "note" | "photo" | "credit" | "video" | "watch" | "exclusive");
    !is_label && (page.is_number(colon - 1) && page.is_capital(first) || is_twice())
}

/// "Red Harbour: Welcome to the Lamps", "Red Harbour: Foxes and the Rain": behind its colon a title goes on over small words.
fn titled_step(page: &Page<'_>, first: usize, at: usize, end: usize) -> Option<usize> {
    /// "Welcome | to the": so far behind the colon.
    const BEHIND: usize = 4;
    let is_small = |at: usize| matches!(page.raw(at), "and" | "to" | "in" | "for" | "from" | "with" | "of" | "on");
    let capital_at = |at: usize| at < end && page.is_capital(at) && !is_somebody_at(page, at);
    let colon = (first + 1..at).rev().find(|&at| page.raw(at) == ":")?;
    // "Red Harbour 4: A Fisher’s End"
    if page.touches_next(at - 1) && page.owns_at(at) && at <= colon + BEHIND {
        return (capital_at(at + 2) && matches!(page.word(colon + 1), "a" | "the")).then_some(at + 3);
    }
    if !is_small(at) || at > colon + BEHIND || at < colon + 2 {
        return None;
    }
    match page.raw(at + 1) {
        "the" if capital_at(at + 2) => Some(at + 3),
        // "Red Harbour: Rise from Ashes", but not "Red Harbour: Eternity and Low Tide"
        _ => (page.raw(at) != "and" && capital_at(at + 1) && !matches!(page.raw(at), "in" | "on" | "for" | "with")).then_some(at + 2),
    }
}

/// "the Harbour Valley Music and Arts Festival", "the Redport and Leeds Festival": what both words before it are of.
fn festival_step(page: &Page<'_>, first: usize, at: usize, end: usize) -> Option<usize> {
    if page.raw(at) != "and" || is_full_name(page, first, at) || WORDS.people.given.contains(page.word(first)) {
        return None;
    }
    let noun = (at + 2..end.min(at + 4)).find(|&noun| matches!(page.raw(noun), "Festival" | "Festivals" | "Awards" | "Fair" | "Expo"))?;
    (at + 1..noun).all(|at| page.is_capital(at)).then_some(noun + 1)
}

/// "saw | No Way Home": a small word that has its capital within a sentence.
fn leads_title(page: &Page<'_>, first: usize) -> bool {
    let is_lead = matches!(
        page.raw(first),
        "No" | "All" | "How" | "What" | "When" | "Where" | "My" | "Our" | "Only" | "One" | "Never" | "Not" | "To"
    );
    let left = first.checked_sub(1).map(|left| page.raw(left)).unwrap_or_default();
    let is_inside = left.starts_with(char::is_lowercase) || left == ",";
    is_lead && is_inside && !opens_sentence(page, first)
}

/// The same behind an owner, "Queen’s | Gambit", and before a noun that has an owner or an "of".
fn owned_step(page: &Page<'_>, first: usize, at: usize, end: usize) -> Option<usize> {
    let is_owner = page.touches_next(at - 1) && page.owns_at(at);
    let is_joint = page.word(at) == "and" && page.raw(at + 1) == "the";
    let capital_at = |at: usize| at < end && page.is_capital(at);
    if !is_owner && !is_joint || !capital_at(at + 2) {
        return None;
    }
    let steps = [
        // "Queen’s Gambit", where it is always so; "Harbour’s The Long Race" is the station’s
        (is_owner && page.word(at + 2) != "the" && is_repeated(page, first, at + 3) && !stands_alone(page, at + 3, at + 2), 3),
        // "The Duke’s Man" within a sentence: the article is the title’s
        (
            is_owner
                && at == first + 2
                && page.raw(first) == "The"
                && !opens_sentence(page, first)
                && !page.is_loud(at + 2)
                && !WORDS.people.given.contains(page.word(at + 2)),
            3,
        ),
        // "Sam Finch and the Fisher’s Stone": what an owner stands in so is a title
        (is_joint && page.owns_at(at + 3) && capital_at(at + 5), 6),
        // "Sam Finch and the Temple of Rain": a title, where it is no office or house
        (
            is_joint
                && page.word(at + 3) == "of"
                && (capital_at(at + 4) || page.word(at + 4) == "the" && capital_at(at + 5))
                && !WORDS.offices.contains(page.word(at + 2)),
            3,
        ),
    ];
    steps.iter().find(|(goes_on, _)| *goes_on).map(|(_, n)| at + n)
}

/// Whether the dot at a token ends the initials that a run begins with: "G.I. Jack", but "U.S. regulators".
fn is_initials(page: &Page<'_>, first: usize, at: usize) -> bool {
    let is_dotted = page.raw(at) == "." && at > first + 2 && page.raw(at - 2) == "." && page.raw(at - 1).len() == 1;
    is_dotted && page.raw(at - 3).len() == 1 && !matches!(page.raw(at - 3), "U" | "L" | "N" | "D")
}

/// "Kern’s West Harbour", where "West Harbour" stands without its owner too.
fn stands_alone(page: &Page<'_>, end: usize, rest: usize) -> bool {
    // "Elvis", of which there are many
    if !page.is_capital(end) {
        return false;
    }
    let (owner, tail) = (page.raw(rest - 3), page.span(rest, end).of(page.text));
    // a slug writes "Kerns West Harbour"
    let has_owner = |at: usize| {
        let before = page.text.get(..at).unwrap_or_default().trim_end();
        before.strip_suffix('s').is_some_and(|word| word.trim_end_matches(['\'', '’']).ends_with(owner))
    };
    let count = |is_led: bool| page.text.match_indices(tail).filter(|(at, _)| has_owner(*at) == is_led).count();
    count(false) >= count(true)
}

/// "Mila Kern": a first name that another name follows.
fn is_full_name(page: &Page<'_>, first: usize, end: usize) -> bool {
    let is_personal = WORDS.people.given.contains(page.word(first)) || WORDS.people.family.contains(page.word(first + 1));
    end == first + 2 && is_personal && page.is_capital(first + 1)
}

/// "Foxes 1, Harbour 0": a result, no part of a title.
fn is_score(page: &Page<'_>, at: usize) -> bool {
    page.is_small_number(at + 1) && page.raw(at + 2) == "," && page.is_capital(at + 3) && page.is_small_number(at + 4)
}

/// "its next Red Queen: Mila Kern": whoever stands behind a colon is no part of a title.
fn is_somebody_at(page: &Page<'_>, at: usize) -> bool {
    WORDS.people.given.contains(page.word(at)) && page.is_capital(at + 1) && WORDS.people.family.contains(page.word(at + 1))
}
