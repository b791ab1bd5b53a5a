//! Which long name a short one stands for: "Kern" for "Mila Kern", but "the Foxes" not for "The Foxes’ Tour".

use super::names::{Name, Names, Run, name_words};
use super::page::Page;
use super::words::WORDS;
use crate::text::fold::{abbreviates, calls_awards};
use crate::text::is_year;

/// The one name that a shorter one stands for; `None` where there is none or more than one.
pub(super) fn whole_of(page: &Page<'_>, runs: &[Run], names: &[Name], words: &[String]) -> Option<usize> {
    let is_somebody = words.len() > 1 && WORDS.people.has_given(words) && words.iter().all(|word| word.len() > 1);
    // "Mila Kern" is not short for "The Trials of Mila Kern"
    let is_in_title = |long: &Name| is_somebody && long.words.ends_with(words);
    // "The Foxes" is not short for “Have You Seen These Foxes”
    let is_quoted_phrase = |long: &Name| {
        long.words.len() > words.len() + 2
            && long.words.ends_with(words)
            && is_only_quoted(page, runs, &long.words)
            && !is_only_quoted(page, runs, words)
    };
    // nor for "Mila Kern Productions"
    let is_in_company = |long: &Name| {
        is_somebody
            && long.words.starts_with(words)
            && long.words.get(words.len()..).is_some_and(|rest| rest.iter().all(|word| WORDS.company.contains(word)))
    };
    // "‘¡Fuego!’" is not short for "Fuego Kern"
    if words.len() == 1 && is_only_quoted(page, runs, words) && is_marked(page, runs, words) {
        return None;
    }
    // "Broadway" is not short for "Broadway Theatre"
    if super::places::is_place(words) {
        return None;
    }
    // "The new Red Letters anime" is not short for "Red Letters 20th Anniversary Event"
    let is_occasion = |long: &Name| {
        long.words.starts_with(words)
            && long.words.last().is_some_and(|last| matches!(last.as_str(), "event" | "convention" | "exhibition" | "store"))
    };
    // "HFF" for "Harbour Film Festival 2021"
    let bare = |long: &Name| -> Vec<String> { long.words.iter().filter(|word| !is_year(word)).cloned().collect() };
    let has_year = |long: &Name| long.words.iter().any(|word| is_year(word));
    let shortens = |long: &Name| if has_year(long) { abbreviates(words, &bare(long)) } else { abbreviates(words, &long.words) };
    // "Lakeland 2020" for "Lakeland Music & Arts Festival"
    let of_year = words.split_last().filter(|(last, rest)| is_year(last) && !rest.is_empty()).map(|(_, rest)| rest);
    let is_festival = |long: &Name| matches!(long.words.last().map(String::as_str), Some("festival" | "fest"));
    let is_edition_of =
        |long: &Name| is_festival(long) && of_year.is_some_and(|rest| long.words.len() > rest.len() && long.words.starts_with(rest));
    // "Go Back" for "Red Harbour: Go Back"
    let is_tail =
        |long: &Name| words.len() > 1 && long.words.len() > words.len() && long.words.ends_with(words) && is_only_quoted(page, runs, words);
    let is_short = |long: &Name| {
        is_short_for(words, &long.words) || is_tail(long) || is_edition_of(long) || shortens(long) || calls_awards(words, &long.words)
    };
    let fits = |long: &Name| is_short(long) && !is_occasion(long) && !is_in_title(long) && !is_in_company(long) && !is_quoted_phrase(long);
    let longer: Vec<usize> = names.iter().enumerate().filter(|(_, long)| fits(long)).map(|(idx, _)| idx).collect();
    // "Harbour" and "Harbour 2012", beside "Harbour Park 2012"
    let is_edition = |idx: &&usize| {
        let long = names.get(**idx).map(|name| name.words.as_slice()).unwrap_or_default();
        long.len() == words.len() + 1 && long.starts_with(words) && long.last().is_some_and(|last| is_year(last))
    };
    if let Some(edition) = longer.iter().find(is_edition) {
        return Some(*edition);
    }
    // "HFF", beside "Harbour Film Festival" and "Harbour Film Festival 2021"
    let same = || longer.iter().filter_map(|&idx| names.get(idx)).map(bare).collect::<std::collections::BTreeSet<_>>();
    if longer.len() > 1 && same().len() == 1 && !longer.iter().any(|&idx| names.get(idx).is_some_and(|name| name.words == words)) {
        return longer.first().copied();
    }
    // "Kern" is Mila Kern’s rather than the book’s about her
    let holds = |outer: usize, inner: usize| {
        let of = |idx: usize| names.get(idx).map(|name| name.words.as_slice()).unwrap_or_default();
        outer != inner && of(inner).len() > 1 && of(outer).ends_with(of(inner)) && WORDS.people.has_given(of(inner))
    };
    let mut least = longer.iter().filter(|&&outer| !longer.iter().any(|&inner| holds(outer, inner)));
    let one = *least.next().filter(|_| least.next().is_none())?;
    // the act in "Red Harbour: The Hunt" is no short form of the show
    let whole = names.get(one).filter(|long| !is_before_colon(page, runs, long, words) && !is_act_of_tour(long, words));
    whole.map(|_| one)
}

/// Whether a name stands in quotation marks wherever it is written in full.
fn is_only_quoted(page: &Page<'_>, runs: &[Run], words: &[String]) -> bool {
    let mut own = runs.iter().filter(|run| name_words(page.span(run.first, run.end).of(page.text)) == *words).peekable();
    own.peek().is_some() && own.all(|run| run.is_quoted)
}

/// Whether a name stands between inverted and plain exclamation marks.
fn is_marked(page: &Page<'_>, runs: &[Run], words: &[String]) -> bool {
    let is_own = |run: &&Run| name_words(page.span(run.first, run.end).of(page.text)) == *words;
    runs.iter().filter(is_own).any(|run| page.raw(run.first.saturating_sub(1)) == "¡" || page.raw(run.first) == "¡")
}

/// The act in "Red Harbour Afterglow Tour" is no short form of the tour.
fn is_act_of_tour(long: &Name, short: &[String]) -> bool {
    let ends = long.words.last().is_some_and(|last| matches!(last.as_str(), "tour" | "residency" | "trek"));
    ends && long.words.starts_with(short)
}

/// Whether a short name is what stands before the colon of a longer one.
fn is_before_colon(page: &Page<'_>, runs: &[Run], long: &Name, short: &[String]) -> bool {
    let written = runs.iter().map(|run| page.span(run.first, run.end).of(page.text)).find(|text| name_words(text) == long.words);
    // but "Red Harbour 4" is short for "Red Harbour 4: A Fisher’s End"
    let is_numbered = short.len() > 1 && short.last().is_some_and(|last| last.bytes().all(|byte| byte.is_ascii_digit()));
    // nor is there an act in "Red Harbour: Turn of the Tide", a musical
    let plays = ["band", "group", "trio", "quartet", "singer", "members", "idol", "idols", "rapper"].iter().any(|word| page.has_word(word));
    plays && !is_numbered && written.and_then(|text| text.split_once(':')).is_some_and(|(head, _)| name_words(head) == short)
}

/// "Kern" for "Mila Kern", "Nightfall" for "Nightfall Season"; never a bare connector or number.
fn is_short_for(short: &[String], long: &[String]) -> bool {
    let telling = short.iter().any(|word| word.len() > 2 && word.chars().any(char::is_alphabetic) && !WORDS.small.contains(word));
    short.len() < long.len() && telling && (long.starts_with(short) || long.ends_with(short))
}

/// "Red Harbour’s 2024 Asia Tour ‘Ascend’": the tour and its title are one.
pub(super) fn join_titles(page: &Page<'_>, names: &mut Names) {
    let is_run = |name: &Name| {
        name.words.len() > 1
            && name.words.last().is_some_and(|last| matches!(last.as_str(), "tour" | "residency" | "fanmeeting" | "festival"))
    };
    let pairs: Vec<(usize, usize)> = names
        .mentions
        .iter()
        .zip(names.mentions.iter().skip(1))
        .filter(|(run, title)| {
            let stands_behind = run.end + 1 == title.first && matches!(page.raw(run.end), "‘" | "'" | "“" | "\"" | "[");
            stands_behind
                && run.name != title.name
                && names.of(run).is_some_and(is_run)
                && names.of(title).is_some_and(|name| name.is_quoted)
        })
        .map(|(run, title)| (run.name, title.name))
        .collect();
    for (run, title) in pairs {
        for mention in names.mentions.iter_mut().filter(|mention| mention.name == run) {
            mention.name = title;
        }
        let (n_mentions, text) = names.names.get(run).map(|name| (name.n_mentions, name.text.clone())).unwrap_or_default();
        if let Some(name) = names.names.get_mut(title) {
            name.n_mentions += n_mentions;
            name.known_as.push(text);
        }
    }
}
