//! Capitals that only begin a sentence, taken off the names found there.

use super::names::{MAX_TITLE_TOKENS, Run, is_inner, name_words, opens_sentence};
use super::page::Page;
use super::quoted::OPENING;
use super::words::{Form, WORDS};
use crate::civil::calendar;

/// "Further Han Seo Jun", "About Lantern Bay": a first word that only opens the sentence goes where the rest is a name elsewhere.
pub(super) fn drop_openers(page: &Page<'_>, runs: &mut Vec<Run>) {
    for run in runs.iter_mut().filter(|run| !run.is_quoted) {
        run.first = behind_people_of(page, run.first, run.end);
    }
    runs.retain(|run| run.is_quoted || !is_noun_beginning(page, run));
    for run in runs.iter_mut().filter(|run| !run.is_quoted && is_compound_beginning(page, run)) {
        run.first += 3;
    }
    let words_of = |first: usize, end: usize| name_words(page.span(first, end).of(page.text)).join(" ");
    let known: std::collections::BTreeSet<String> = runs.iter().map(|run| words_of(run.first, run.end)).collect();
    // "the band Of Foxes & Lamps": a small word with a capital within a sentence is the name’s own
    let is_small = |at: usize| WORDS.small.contains(page.word(at)) && !matches!(page.word(at), "the" | "a" | "an");
    // "if Lady Rain is", within a sentence: "Lady" is hers where it opens one, too
    let is_whole = |run: &&Run| !run.is_quoted && run.end > run.first + 1 && !opens_speech(page, run.first);
    let whole: std::collections::BTreeSet<String> = runs.iter().filter(is_whole).map(|run| words_of(run.first, run.end)).collect();
    let is_within = |run: &&Run| is_small(run.first) && !opens_sentence(page, run.first) && is_plain_word(page, run.first);
    let led: std::collections::BTreeSet<String> = runs.iter().filter(is_within).map(|run| words_of(run.first, run.end)).collect();
    for run in runs.iter_mut().filter(|run| !run.is_quoted && run.end > run.first + 1) {
        // "The 1987 have announced": all of it
        if run.end == run.first + 2 && page.is_number(run.first + 1) && page.raw(run.first) == "The" {
            continue;
        }
        // "the revival of The Tide Man": its own article
        if page.raw(run.first) == "The" && !opens_speech(page, run.first) {
            continue;
        }
        // "Recently Han Seo Jun", but "Holly Kern"
        let own = words_of(run.first, run.end);
        if led.contains(&own) || whole.contains(&own) {
            continue;
        }
        let is_adverb = |word: &str| word.ends_with("ly") && (WORDS.ordinary.contains(word) || page.occurs_small(word));
        let opener = WORDS.small.contains(page.word(run.first)) || is_adverb(page.word(run.first));
        // "Unless Harbour Tour", "Despite Red Letters"
        let is_joint = WORDS.boundary.contains(page.word(run.first)) && opens_sentence(page, run.first);
        if is_joint && page.is_capital(run.first + 1) {
            run.first += 1;
            continue;
        }
        // "Further Han Seo Jun", but "Dizzy Harbour": a word that is none of the language is somebody's
        let is_given = WORDS.people.given.contains(page.word(run.first));
        let is_common = || WORDS.ordinary.contains(page.word(run.first)) || page.occurs_small(page.word(run.first));
        if (opener || opens_sentence(page, run.first) && !is_given && is_common()) && known.contains(&words_of(run.first + 1, run.end)) {
            run.first += 1;
            while run.first < run.end && !is_inner(page, run.first) {
                run.first += 1;
            }
        }
    }
    drop_nouns(page, runs);
    drop_ordinary(page, runs);
}

/// "the 360° Tour", "Shows in Harbour Town": a noun alone names nothing.
fn drop_nouns(page: &Page<'_>, runs: &mut Vec<Run>) {
    runs.retain(|run| run.is_quoted || page.is_capital(run.first) || page.is_number(run.first));
    runs.retain(|run| run.end > run.first + 1 || run.is_quoted || !WORDS.small.contains(page.word(run.first)));
    let is_noun = |at: usize| {
        matches!(
            page.word(at),
            "tour" | "album" | "season" | "episode" | "series" | "concert" | "concerts" | "gig" | "festival" | "show" | "shows"
        )
    };
    // "April concert rescheduled": when it was to be
    let is_month =
        |at: usize| calendar::MONTHS.contains(&page.word(at)) && WORDS.things.contains_key(page.word(at + 1)) && !page.is_capital(at + 1);
    let is_bare = |run: &Run| run.end == run.first + 1 && (is_noun(run.first) || is_month(run.first));
    runs.retain(|run| run.is_quoted || !is_bare(run));
    // "Shows in Harbour Town", "Tickets are": a noun that begins its sentence
    runs.retain(|run| {
        let is_noun = run.end == run.first + 1
            && WORDS.things.get(page.word(run.first)).is_some_and(|phrases| phrases.iter().any(|phrase| phrase.rest.is_empty()));
        run.is_quoted || !is_noun || !opens_sentence(page, run.first) || page.is_loud(run.first)
    });
}

/// Takes out words of the language that only begin what stands behind them.
fn drop_ordinary(page: &Page<'_>, runs: &mut Vec<Run>) {
    let words_of = |first: usize, end: usize| name_words(page.span(first, end).of(page.text)).join(" ");
    // "Excited fans queued": an ordinary word that has its capital from its place alone
    let is_plain_opener = |run: &Run| {
        let is_single = run.end == run.first + 1 && !run.is_quoted && !run.is_possessive;
        let is_loud = page.raw(run.first).len() > 1 && page.is_loud(run.first);
        let next = page.raw(run.end);
        let opens = opens_speech(page, run.first);
        // "Uproar are on the road": one word that several do as
        let is_act = matches!(page.word(run.end), "are" | "have" | "were") && !page.word(run.first).ends_with('s');
        !is_act && is_single && !is_loud && opens && next.starts_with(char::is_lowercase)
    };
    let elsewhere: std::collections::BTreeSet<String> =
        runs.iter().filter(|run| !is_plain_opener(run)).map(|run| words_of(run.first, run.end)).collect();
    runs.retain(|run| {
        let word = page.word(run.first);
        !(is_plain_opener(run) && WORDS.ordinary.contains(word) && !elsewhere.contains(word))
    });
    // "Satisfaction at last": a word that only begins a headline
    let n_runs = |key: &[String]| {
        runs.iter().filter(|run| name_words(page.span(run.first, run.end).of(page.text)).iter().any(|word| key.contains(word))).count()
    };
    let is_word_at_head = |run: &Run| {
        let is_led = matches!(page.word(run.end), "at" | "in" | "of" | "for" | "on" | "with" | "to" | "from" | "and" | "by" | "as");
        let key = name_words(page.span(run.first, run.end).of(page.text));
        let is_short = run.end == run.first + 1 && !run.is_quoted && !run.is_possessive && opens_sentence(page, run.first);
        is_short && is_led && !WORDS.people.has_given(&key) && !page.is_loud(run.first) && n_runs(&key) == 1
    };
    let heads: Vec<usize> = runs.iter().filter(|run| is_word_at_head(run)).map(|run| run.first).collect();
    runs.retain(|run| !heads.contains(&run.first));
    let is_spoken = |at: usize| {
        page.word(at).ends_with("ly") && opens_sentence(page, at)
            || page.phrase_at(&WORDS.telling, at, at + 1).is_some_and(|(phrase, _)| phrase.form == Form::Past)
            || page.phrase_at(&WORDS.cues, at, at + 1).is_some_and(|(phrase, _)| phrase.is_verb && phrase.form == Form::Past)
    };
    runs.retain(|run| run.is_quoted || !(run.first..run.end).all(is_spoken));
}

/// Whether a sentence or a quotation begins there.
fn opens_speech(page: &Page<'_>, at: usize) -> bool {
    opens_sentence(page, at) || at > 0 && OPENING.contains(&page.raw(at - 1))
}

/// Whether the word before is one of running text: small letters, no mark.
fn is_plain_word(page: &Page<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|left| page.is_word(left) && !page.is_capital(left))
}

/// "Organisers of Harbour Festival": the name stands behind those who belong to it.
fn behind_people_of(page: &Page<'_>, first: usize, end: usize) -> usize {
    let are_people = matches!(
        page.word(first),
        "organisers"
            | "organizers"
            | "promoters"
            | "producers"
            | "makers"
            | "creators"
            | "bosses"
            | "fans"
            | "viewers"
            | "members"
            | "stars"
            | "developers"
            | "the"
    );
    let of = if page.word(first) == "the" { first + 2 } else { first + 1 };
    let is_people_of =
        are_people && page.word(of) == "of" && of + 1 < end && (page.word(first) != "the" || page.word(first + 1).ends_with("ers"));
    // "Rapper Rook has shelved", "Publisher Norrland"
    // but "Star Harbour: The Lamps" is one title
    let is_trade = end > first + 1
        && page.raw(first + 2) != ":"
        && page.is_capital(first + 1)
        && WORDS.person_before.contains(page.word(first))
        && page.raw(first).len() > 3;
    if !opens_sentence(page, first) {
        first
    } else if is_people_of {
        of + 1
    } else if is_trade {
        first + 1
    } else {
        first
    }
}

/// "Girl group Red Harbour", "Family adventure Red Harbour": the noun only begins the sentence.
fn is_noun_beginning(page: &Page<'_>, run: &Run) -> bool {
    // "Indie pop trio Red Harbour"
    let name = (run.end..run.end + 4).find(|&at| !page.is_word(at) || page.is_capital(at));
    run.end == run.first + 1
        && opens_sentence(page, run.first)
        && !page.is_loud(run.first)
        && name.is_some_and(|name| name > run.end && page.is_capital(name))
        && WORDS.sorts.contains(page.word(run.first))
}

/// "Pop-punks Red Harbour", "Hip-hop star Rook": a compound that only begins the sentence.
fn is_compound_beginning(page: &Page<'_>, run: &Run) -> bool {
    let (hyphen, second) = (run.first + 1, run.first + 2);
    let is_plain = second + 1 < run.end && page.raw(hyphen) == "-" && page.touches_next(hyphen) && !page.is_capital(second);
    let noun = page.word(second);
    let is_plain = is_plain && (noun.ends_with('s') || WORDS.person_before.contains(noun) || WORDS.sorts.contains(noun));
    is_plain && opens_sentence(page, run.first) && page.is_capital(second + 1) && !super::names::is_repeated(page, run.first, second + 1)
}

/// "At The Harbour have scrapped their tour": what a verb follows at once is an act, whatever it begins with.
pub(super) fn is_act_behind_preposition(page: &Page<'_>, at: usize) -> bool {
    let is_led = matches!(page.word(at), "at" | "in" | "on" | "by" | "with" | "for" | "from" | "of") && page.is_capital(at + 1);
    let goes_on = |i: usize| page.is_capital(i) || page.raw(i) == "-" && page.touches_next(i);
    let end = (at + 1..at + MAX_TITLE_TOKENS).find(|&i| !goes_on(i)).unwrap_or(at + 1);
    let acts =
        |end: usize| matches!(page.word(end), "have" | "has" | "are" | "were" | "call" | "cancel" | "announce" | "postpone" | "scrap");
    if !is_led || end < at + 3 {
        return false;
    }
    let run: Vec<&str> = (at..end).map(|i| page.raw(i)).collect();
    let stands = |first: usize| run.iter().enumerate().all(|(n, raw)| page.raw(first + n) == *raw);
    page.sentences.iter().map(|sentence| sentence.first_token as usize).any(|first| stands(first) && acts(first + run.len()))
}
