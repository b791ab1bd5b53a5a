//! Which way a clause looks: back, here, or ahead.

use serde::Deserialize;

use super::lexicon::AROUND_DATES;
use super::timex::{Class, Sense, Word};

/// What one word tells of the tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Cue {
    /// "will", "would", "upcoming": still to come.
    Ahead,
    /// "slated", "due", "plans": still to come, whatever stands before.
    Planned,
    /// "airs", "premieres": the programme, told in the present.
    Programme,
    /// "starting", "effective": still to come, if no verb tells otherwise.
    Opening,
    /// "meet", "begin": the programme behind a plural.
    Base,
    /// "hosting", "performing" behind "is": the plan of a day.
    Doing,
    /// "be"
    Be,
    /// "been"
    Been,
    /// "is"
    Is,
    /// "was"
    Was,
    /// "has"
    Has,
    /// "had"
    Had,
    /// "to"
    To,
    /// "said", "came": simple past without -ed.
    Past,
}

/// Which way a clause looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tense {
    /// It happened.
    Past,
    /// It is so, or nothing tells.
    Present,
    /// It will.
    Future,
}

/// How far a verb may stand from the date words it governs, in words.
const REACH: usize = 30;

/// The tense of a clause, and whether it is plain: "will" is, "planned to" and "to release" are not. A plain present is a
/// plan told of in the past ("was slated for"), which may lie on either side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Clause {
    /// Which way it looks.
    pub(crate) tense: Tense,
    /// Whether a weekday may be moved by it.
    pub(crate) is_plain: bool,
}

const fn plain(tense: Tense) -> Clause {
    Clause { tense, is_plain: true }
}

const fn implied(tense: Tense) -> Clause {
    Clause { tense, is_plain: false }
}

/// The tense of the clause that holds words `first..end` of a sentence: the nearest verb before them, else the first one after.
pub(crate) fn clause_at(text: &str, words: &[Word], first: usize, end: usize) -> Clause {
    let behind = |reach: usize| (end..words.len().min(end + reach)).find_map(|at| verb_at(text, words, at));
    // "she said: 'Christmas is a time for love'"
    let is_quoted =
        first.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| matches!(word.sense, Sense::Quote | Sense::Apostrophe));
    if is_quoted && first > 1 && words.get(end).is_some_and(|word| word.cue == Some(Cue::Is)) {
        return behind(OWN_VERB).filter(|clause| clause.tense == Tense::Future).unwrap_or(implied(Tense::Present));
    }
    if let Some(own) = opens_clause(text, words, first).then(|| behind(OWN_VERB)).flatten() {
        return own;
    }
    let is_comma = |at: usize| words.get(at).is_some_and(|word| word.sense == Sense::Comma);
    // ", premiering December 18"
    let is_opening = |at: usize| match words.get(at).and_then(|word| word.cue) {
        Some(Cue::Opening) => true,
        Some(Cue::Doing) => at.checked_sub(1).is_some_and(is_comma),
        _ => false,
    };
    let opening = (first.saturating_sub(2)..first).find(|at| is_opening(*at));
    // "Starting Friday, fans can …", "…, effective June 1"
    let is_apart =
        opening.is_some_and(|at| at.checked_sub(1).is_none_or(|at| words.get(at).is_some_and(|word| word.sense == Sense::Comma)));
    if is_apart {
        return plain(Tense::Future);
    }
    let before = (first.saturating_sub(REACH)..first).rev().find_map(|at| verb_at(text, words, at));
    let unsaid = if opening.is_some() || is_announced(text, words, first) { plain(Tense::Future) } else { implied(Tense::Present) };
    // "In the fall the channel is bringing it back"
    let is_planned = |at: usize| words.get(at).is_some_and(|word| word.span.of(text).ends_with("ing")) && is_under_way(text, words, at);
    // "the final on Friday is in doubt after she fell": what it is goes before what came before it
    let is_so = words.get(end).is_some_and(|word| matches!(word.span.of(text), "is" | "are"));
    let behind_it = || {
        if is_put_off(text, words, end) {
            return Some(plain(Tense::Future));
        }
        if is_so && verb_at(text, words, end).is_none() {
            return Some(implied(Tense::Present));
        }
        (end..words.len().min(end + REACH))
            .find_map(|at| verb_at(text, words, at).or_else(|| is_planned(at).then_some(implied(Tense::Future))))
    };
    // "the show planned for the arena on Sunday has been moved"
    let before = if before == Some(implied(Tense::Future)) && is_put_off(text, words, end) { Some(plain(Tense::Future)) } else { before };
    let coming = || (0..first).rev().find(|at| is_coming(text, words, *at)).map(|_| implied(Tense::Future));
    before.or_else(coming).or_else(behind_it).unwrap_or(unsaid)
}

/// "the match on Friday | has been postponed", "is being moved": what is put off was still to come.
fn is_put_off(text: &str, words: &[Word], end: usize) -> bool {
    let helper = (end..words.len().min(end + REACH)).find(|&at| {
        words.get(at).is_some_and(|word| word.cue.is_some() && !matches!(word.cue, Some(Cue::To)) && word.span.of(text) != "s")
    });
    let Some(helper) = helper.filter(|&at| words.get(at).is_some_and(|word| matches!(word.cue, Some(Cue::Has | Cue::Is)))) else {
        return false;
    };
    let letters = |at: usize| words.get(at).map_or("", |word| word.span.of(text));
    let is_small = |at: &usize| matches!(letters(*at), "been" | "being" | "now" | "also" | "again" | "all");
    let verb = (helper + 1..words.len()).find(|at| !is_small(at)).unwrap_or(helper);
    AROUND_DATES.put_off.holds(letters(verb))
}

/// "Out Friday on all services", "In cinemas Friday": a line of a programme.
fn is_announced(text: &str, words: &[Word], first: usize) -> bool {
    let letters = |at: usize| words.get(at).map_or("", |word| word.span.of(text));
    let end = first - usize::from(first > 0 && letters(first - 1) == "on");
    match letters(0) {
        "Out" | "Coming" => end == 1,
        "In" => end == 2 && AROUND_DATES.houses.holds(letters(1)),
        _ => false,
    }
}

/// How far the verb of a clause stands behind the date that opens it, in words.
const OWN_VERB: usize = 8;

/// "…, but in April it was moved": the date opens a clause of its own, whose verb follows.
fn opens_clause(text: &str, words: &[Word], first: usize) -> bool {
    let is_lead = |at: usize| words.get(at).is_some_and(|word| matches!(word.sense, Sense::In | Sense::On | Sense::By | Sense::The));
    let mut at = first;
    while at > 0 && first - at < 2 && is_lead(at - 1) {
        at -= 1;
    }
    let Some(joint) = at.checked_sub(1) else { return false };
    let after_comma = joint.checked_sub(1).and_then(|comma| words.get(comma)).is_some_and(|word| word.sense == Sense::Comma);
    match words.get(joint).map_or("", |word| word.span.of(text)) {
        "but" | "while" | "although" | "though" | "whereas" | "yet" | ";" => true,
        "and" => after_comma,
        _ => false,
    }
}

/// The tense that the word gives if it is a verb, with its helpers before it.
fn verb_at(text: &str, words: &[Word], at: usize) -> Option<Clause> {
    let word = words.get(at)?;
    match word.cue {
        Some(Cue::Programme | Cue::Base) if follows_to(words, at) => Some(infinitive(text, words, at)),
        Some(Cue::Base) if follows_plural(text, words, at) => Some(plain(Tense::Future)),
        // "her death follows his"
        Some(Cue::Programme) if word.span.of(text) == "follows" && !stands_alone(words, at) => None,
        // "350,000 streams", "her hits"
        Some(Cue::Programme) if is_counted(text, words, at) => None,
        Some(Cue::Doing) if is_under_way(text, words, at) => Some(plain(Tense::Future)),
        Some(Cue::Ahead | Cue::Programme) => Some(plain(Tense::Future)),
        Some(Cue::Planned) if is_adjective(text, words, at) || is_got_going(text, words, at) => None,
        Some(Cue::Planned) => Some(planned(text, words, at)),
        // "Won’t Open on June 27"
        Some(Cue::Past) if word.span.of(text).eq_ignore_ascii_case("won") && is_denied(text, words, at) => Some(plain(Tense::Future)),
        Some(Cue::Past) if is_in_name(text, words, at) || is_bracketed(words, at) => None,
        // "is set to come back"
        Some(Cue::Past) if follows_to(words, at) => Some(infinitive(text, words, at)),
        Some(Cue::Past) => Some(helped(text, words, at).unwrap_or(plain(Tense::Past))),
        // "was to be shown": a plan told of
        Some(Cue::Was) if words.get(at + 1).is_some_and(|word| word.cue == Some(Cue::To)) => Some(plain(Tense::Present)),
        Some(Cue::Was | Cue::Had) => Some(plain(Tense::Past)),
        // "have come down", "has become"
        Some(Cue::Has) if words.get(at + 1).is_some_and(|word| matches!(word.span.of(text), "come" | "become" | "run" | "put" | "let")) => {
            Some(plain(Tense::Past))
        }
        Some(Cue::Is) if is_planned_after(words, at) || is_out(text, words, at) => Some(plain(Tense::Future)),
        Some(Cue::Be | Cue::To) if is_infinitive(text, words, at) => Some(infinitive(text, words, at)),
        // "a show in Rome, followed by two more"
        None if is_aside(text, words, at) => None,
        // "the estranged couple"
        None if is_described_by(text, words, at) || is_bracketed(words, at) || is_compound(words, at) => None,
        // "after making her return"
        None if is_after_doing(text, words, at) => Some(plain(Tense::Past)),
        None if is_past_form(word.span.of(text)) && is_word(word) => Some(helped(text, words, at).unwrap_or(plain(Tense::Past))),
        _ => None,
    }
}

/// Whether "’t" stands behind.
fn is_denied(text: &str, words: &[Word], at: usize) -> bool {
    let letters = |at: usize| words.get(at).map_or("", |word| word.span.of(text));
    matches!(letters(at + 1), "’" | "'") && letters(at + 2).eq_ignore_ascii_case("t")
}

/// "Reed (left) will": a word alone in brackets.
fn is_bracketed(words: &[Word], at: usize) -> bool {
    let is_open = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.sense == Sense::Open);
    is_open && words.get(at + 1).is_some_and(|word| word.sense == Sense::Close)
}

/// "the most talked-about record": half of an adjective.
fn is_compound(words: &[Word], at: usize) -> bool {
    let ends = words.get(at).map(|word| word.span.end);
    words.get(at + 1).is_some_and(|word| word.sense == Sense::Hyphen && Some(word.span.start) == ends)
}

/// "follows on Friday", "follows in May": without an object.
fn stands_alone(words: &[Word], at: usize) -> bool {
    let next = words.get(at + 1).map(|word| word.sense);
    next.is_none_or(|next| {
        matches!(next, Sense::On | Sense::In | Sense::At | Sense::Comma | Sense::Weekday(_) | Sense::Month(_) | Sense::Deictic(_))
    })
}

/// "Kern returning to Leeds on Friday": a headline without a helper.
fn is_coming(text: &str, words: &[Word], at: usize) -> bool {
    let is_verb = words.get(at).is_some_and(|word| matches!(word.span.of(text), "returning" | "coming" | "heading"));
    let is_led = at.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.span.of(text).starts_with(char::is_uppercase));
    is_verb && is_led && at < HEADLINE
}

/// So far into a headline its verb may stand, in words.
const HEADLINE: usize = 8;

/// "finally got going": no plan.
fn is_got_going(text: &str, words: &[Word], at: usize) -> bool {
    let letters = |at: usize| words.get(at).map_or("", |word| word.span.of(text));
    letters(at) == "going" && at.checked_sub(1).is_some_and(|before| matches!(letters(before), "got" | "gotten"))
}

/// "Kelsea's Got Talent": a capital between capitals is no verb.
fn is_in_name(text: &str, words: &[Word], at: usize) -> bool {
    let is_capital = |at: usize| words.get(at).is_some_and(|word| word.span.of(text).starts_with(char::is_uppercase));
    let is_led = at >= 2 && (is_capital(at - 1) || words.get(at - 1).is_some_and(|word| word.sense == Sense::S));
    is_capital(at) && is_capital(at + 1) && is_led
}

/// "the estranged couple", "her delayed album": a participle between an article and a noun, no verb of the clause.
fn is_described_by(text: &str, words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let is_led = before.is_some_and(|word| matches!(word.sense, Sense::The | Sense::A | Sense::An | Sense::Its));
    let is_noun = words.get(at + 1).is_some_and(|word| {
        matches!(word.sense, Sense::Plain | Sense::Couple | Sense::Season(_) | Sense::Weekend)
            && word.cue.is_none()
            && word.span.of(text).starts_with(char::is_lowercase)
    });
    is_led && is_noun && words.get(at).is_some_and(|word| word.span.of(text).ends_with("ed"))
}

/// "after making her return": done before the rest.
fn is_after_doing(text: &str, words: &[Word], at: usize) -> bool {
    let is_after = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.sense == Sense::After);
    is_after && words.get(at).is_some_and(|word| word.span.of(text).len() > 5 && word.span.of(text).ends_with("ing"))
}

/// "350,000 streams", "the hits": a noun, no verb; not "Season 3 premieres".
fn is_counted(text: &str, words: &[Word], at: usize) -> bool {
    const BEFORE: &[Class] = &[Class::Digits, Class::Cardinal, Class::The, Class::Its, Class::A, Class::Few, Class::These, Class::Those];
    let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at));
    let is_numbered = before(1).is_some_and(|word| word.sense.class() == Class::Digits)
        && before(2).is_some_and(|word| {
            let letters = word.span.of(text);
            letters.starts_with(char::is_uppercase) && word.cue.is_none() || AROUND_DATES.numbered.holds(letters)
        });
    !is_numbered && before(1).is_some_and(|word| BEFORE.contains(&word.sense.class()))
}

/// ", followed by": a participle behind a comma, no verb of the clause.
fn is_aside(text: &str, words: &[Word], at: usize) -> bool {
    let is_apart = at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.sense == Sense::Comma);
    is_apart && words.get(at + 1).is_some_and(|word| word.span.of(text) == "by")
}

/// "to meet": what stands before "to" tells more than the verb.
fn follows_to(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|word| word.cue == Some(Cue::To))
}

/// "a regularly scheduled talk", "her planned tour": an adjective, no verb.
fn is_adjective(text: &str, words: &[Word], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at));
    let is_article = |n: usize| before(n).is_some_and(|word| matches!(word.sense, Sense::A | Sense::An | Sense::The | Sense::Its));
    let is_participle = words.get(at).is_some_and(|word| word.span.of(text).ends_with("ed"));
    is_participle && (is_article(1) || is_article(2) && before(1).is_some_and(|word| word.span.of(text).ends_with("ly")))
}

/// "they meet", "the brothers perform", "Ada and Finn arrive": not "their first meet".
fn follows_plural(text: &str, words: &[Word], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|before| words.get(before)).map_or("", |word| word.span.of(text));
    // "14 dates that kick off on September 13"
    let letters = if matches!(before(1), "that" | "which") { before(2) } else { before(1) };
    let is_verb = words.get(at).is_some_and(|word| word.span.of(text).starts_with(char::is_lowercase));
    // "the series return", "the US Open"
    is_verb
        && (letters.ends_with('s') && !letters.ends_with("ss") && letters.len() > 2 && !matches!(letters, "series" | "Series")
            || matches!(letters, "they" | "They" | "we" | "We" | "who")
            || letters.starts_with(char::is_uppercase))
}

/// "is scheduled", "due": plain. "planned to", "set a date": implied. "was slated for", "originally due": it may lie
/// on either side.
fn planned(text: &str, words: &[Word], at: usize) -> Clause {
    let helpers = words.get(at.saturating_sub(4)..at).unwrap_or_default();
    let has = |cues: &[Cue]| helpers.iter().any(|word| word.cue.is_some_and(|cue| cues.contains(&cue)));
    let was_first = helpers.iter().any(|word| {
        matches!(word.span.of(text).to_ascii_lowercase().as_str(), "originally" | "initially" | "previously" | "first" | "earlier")
    });
    let letters = words.get(at).map_or("", |word| word.span.of(text));
    let opens_sentence = letters.starts_with(char::is_uppercase);
    let is_set_to = letters == "set" && words.get(at + 1).is_some_and(|word| word.cue == Some(Cue::To));
    if was_first || has(&[Cue::Was, Cue::Had]) {
        plain(Tense::Present)
    } else if has(&[Cue::Is, Cue::Be, Cue::Been, Cue::Has])
        || !(letters.ends_with("ed") || letters.eq_ignore_ascii_case("set") || opens_sentence)
        || is_set_to
    {
        plain(Tense::Future)
    } else {
        implied(Tense::Future)
    }
}

fn is_word(word: &Word) -> bool {
    matches!(word.sense, Sense::Plain | Sense::Name)
}

/// "released", "premiered": small letters, five or more, ending in -ed.
fn is_past_form(letters: &str) -> bool {
    letters.len() >= 5 && letters.ends_with("ed") && !letters.ends_with("eed") && letters.starts_with(char::is_lowercase)
}

/// "to release", "to be": a plan, unless "to" goes with a noun or number.
fn is_infinitive(text: &str, words: &[Word], at: usize) -> bool {
    let Some(next) = words.get(at + 1) else { return false };
    // "her return to music", "according to sources"
    let before = at.checked_sub(1).and_then(|before| words.get(before)).map_or("", |word| word.span.of(text));
    if matches!(before, "return" | "returned" | "returning" | "returns" | "according" | "According" | "thanks" | "Thanks" | "addition") {
        return false;
    }
    // "are to start on Friday"; not "to end of May"
    let is_edge = matches!(next.sense, Sense::Edge(_)) && words.get(at + 2).is_none_or(|word| word.sense != Sense::Of);
    words.get(at).and_then(|word| word.cue) == Some(Cue::Be)
        || ((matches!(next.sense, Sense::Plain) || is_edge)
            && next.span.of(text).starts_with(char::is_lowercase)
            && !next.span.of(text).ends_with('s'))
}

/// "would be", "is to resume": the word before makes it plain; "was slated to release" is as "was slated".
fn infinitive(text: &str, words: &[Word], at: usize) -> Clause {
    let Some(before) = at.checked_sub(1) else { return implied(Tense::Future) };
    match words.get(before).and_then(|word| word.cue) {
        Some(Cue::Ahead | Cue::Is) => plain(Tense::Future),
        // "was to be shown": a plan told of
        Some(Cue::Was) => plain(Tense::Present),
        // "had to stop work", "had originally to begin": it was so
        Some(Cue::Had) => plain(Tense::Past),
        None if had_before(text, words, before) => plain(Tense::Past),
        Some(Cue::Planned) => match planned(text, words, before) {
            Clause { tense: Tense::Future, .. } => plain(Tense::Future),
            either => either,
        },
        Some(Cue::To) => infinitive(text, words, before),
        _ => purpose(text, words, before),
    }
}

/// "had | originally | to": "had" stands before an adverb.
fn had_before(text: &str, words: &[Word], adverb: usize) -> bool {
    let is_adverb = words.get(adverb).is_some_and(|word| word.span.of(text).ends_with("ly"));
    is_adverb && adverb.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.cue == Some(Cue::Had))
}

/// How far before "to" the verb that governs it is looked for, in words.
const GOVERNOR: usize = 4;

/// "is itching to return": ahead. "took to her page to share", "went on to say": as the verb before. "agreed to return": may be.
fn purpose(text: &str, words: &[Word], before: usize) -> Clause {
    let governor = words.get(before);
    let letters = governor.map_or("", |word| word.span.of(text));
    // "was forced to cancel", "were able to return": it was done
    let was_done = matches!(letters, "forced" | "able" | "allowed")
        && before.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.cue == Some(Cue::Was));
    if was_done {
        return implied(Tense::Past);
    }
    if AROUND_DATES.resolved.holds(letters) {
        return implied(Tense::Future);
    }
    let nearby = (before.saturating_sub(GOVERNOR)..=before).rev();
    let is_now =
        letters.ends_with("ing") && before.checked_sub(1).and_then(|at| words.get(at)).is_some_and(|word| word.cue == Some(Cue::Is));
    if is_now {
        return plain(Tense::Future);
    }
    let is_told = nearby.clone().any(|at| {
        words
            .get(at)
            .is_some_and(|word| word.cue == Some(Cue::Past) || word.cue.is_none() && is_word(word) && is_past_form(word.span.of(text)))
    });
    let is_resolved = nearby.clone().any(|at| words.get(at).is_some_and(|word| AROUND_DATES.resolved.holds(word.span.of(text))));
    if is_told && !is_resolved { implied(Tense::Past) } else { implied(Tense::Future) }
}

fn is_planned_after(words: &[Word], at: usize) -> bool {
    words.iter().skip(at + 1).take(4).any(|word| word.cue == Some(Cue::Planned))
}

/// "they are hosting a show on Sunday", "is also returning in May"; not "is seen opening", "was playing".
fn is_under_way(text: &str, words: &[Word], at: usize) -> bool {
    let before = |n: usize| at.checked_sub(n).and_then(|at| words.get(at));
    let is_helper = |word: &Word| word.cue == Some(Cue::Is) && matches!(word.span.of(text), "is" | "are" | "re");
    // "is said to be coming"
    let is_to_be = before(1).is_some_and(|word| word.cue == Some(Cue::Be)) && before(2).is_some_and(|word| word.cue == Some(Cue::To));
    is_to_be
        || before(1).is_some_and(is_helper)
        || before(2).is_some_and(is_helper)
            && before(1).is_some_and(|word| matches!(word.span.of(text), "also" | "now" | "still" | "not" | "finally"))
}

/// "is out on Friday", "are back in May".
fn is_out(text: &str, words: &[Word], at: usize) -> bool {
    let next = words.get(at + 1).map_or("", |word| word.span.of(text));
    let is_not = words.get(at).is_some_and(|word| matches!(word.span.of(text), "being" | "am" | "m"));
    // "the show is on Friday", "the next stop is Friday"
    let is_day = |at: usize| words.get(at).is_some_and(|word| matches!(word.sense, Sense::Weekday(_) | Sense::Month(_)));
    (matches!(next, "out" | "back" | "when") || next == "on" && is_day(at + 2) || is_day(at + 1)) && !is_not
}

/// What the helpers before a participle make of it: "will be released", "has been released", "is released".
fn helped(text: &str, words: &[Word], at: usize) -> Option<Clause> {
    for back in 1..=4 {
        let helper = words.get(at.checked_sub(back)?)?;
        match helper.cue {
            // "the upcoming film finished shooting": an adjective
            Some(Cue::Ahead) if matches!(helper.span.of(text), "upcoming" | "forthcoming" | "Upcoming" | "Forthcoming") => return None,
            Some(Cue::Ahead) => return Some(plain(Tense::Future)),
            Some(Cue::Be) if !is_after_will(words, at - back) => {}
            Some(Cue::To) if words.get(at + 1 - back).is_some_and(|word| word.cue == Some(Cue::Be)) => {
                return Some(infinitive(text, words, at - back));
            }
            Some(Cue::Be) => return Some(implied(Tense::Future)),
            // "her set reached", "plans delayed": the participle stands for itself
            Some(Cue::Planned) => return None,
            Some(Cue::Been | Cue::Was | Cue::Has | Cue::Had) => return Some(plain(Tense::Past)),
            Some(Cue::Is) => return Some(implied(Tense::Present)),
            _ if helper.sense == Sense::Comma || helper.span.of(text).ends_with("ed") => return None,
            _ => {}
        }
    }
    None
}

/// "will be", "to be": the helper before "be" tells more than "be".
fn is_after_will(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| words.get(before)).is_none_or(|word| word.cue.is_none())
}

#[cfg(test)]
mod tests {
    use super::super::sentence::find_sentences;
    use super::super::timex::words_of;
    use super::*;
    use crate::text::tokenize;

    /// The tense at the word "Friday".
    #[track_caller]
    fn check(sentence: &str, expected: Tense) {
        let tokens = tokenize(sentence);
        assert_eq!(find_sentences(sentence, &tokens).len(), 1);
        let words = words_of(sentence, &tokens);
        let at = words.iter().position(|word| word.span.of(sentence) == "Friday").unwrap();
        assert_eq!(clause_at(sentence, &words, at, at + 1).tense, expected, "{sentence}");
    }

    #[test]
    fn helpers_tell_the_tense() {
        check("The song will be released on Friday", Tense::Future);
        check("The song is set to be released on Friday", Tense::Future);
        check("The song was released on Friday", Tense::Past);
        check("The song has been released on Friday", Tense::Past);
        check("The song premiered on Friday", Tense::Past);
        check("The agency said Friday that the song will follow", Tense::Past);
        check("The show airs on Friday", Tense::Future);
        check("The show was slated for Friday", Tense::Present);
        check("The show, originally due on Friday", Tense::Present);
        check("The upcoming show only resumed its shoot on Friday", Tense::Past);
        check("The upcoming film finished its shoot on Friday", Tense::Past);
        check("Season 3 premieres on Friday", Tense::Future);
        check("It made 350,000 streams and sold out on Friday", Tense::Past);
        check("The 2025 awards take place on Friday", Tense::Future);
        check("Out Friday on all services", Tense::Future);
        check("In cinemas Friday", Tense::Future);
        check("The divided set reached the charts on Friday", Tense::Past);
        check("She sang on calls starting on Friday", Tense::Past);
        check("Tickets for all starting Friday", Tense::Future);
        check("The film was due in June, but on Friday it was pushed back", Tense::Past);
        check("The film was shown, but on Friday it will close", Tense::Future);
        check("The team planned to leave on Friday", Tense::Future);
        check("They meet in Rome on Friday", Tense::Future);
        check("Her book is out everywhere on Friday", Tense::Future);
        check("They are hosting a charity run on Friday", Tense::Future);
        check("Rehearsals are to start on Friday", Tense::Future);
        check("The show is set to come back on Friday", Tense::Future);
        check("They said that the next stop is Friday", Tense::Future);
        check("It announced that the first day is on Friday", Tense::Future);
        check("The film was to be shown on Friday", Tense::Present);
        check("The show continues on Friday", Tense::Future);
        check("The tour finally got going on Friday", Tense::Past);
        check("Reed will take over from Kern (left) on Friday", Tense::Future);
        check("He turns 45 on Friday", Tense::Future);
        check("She is at work after making her return to music on Friday", Tense::Past);
        check("It will end with the delayed gala on Friday", Tense::Future);
        check("They were hosting a charity run on Friday", Tense::Past);
        check("She was forced to cancel her party on Friday", Tense::Past);
        check("She is forced to cancel her party on Friday", Tense::Future);
        check("She is set to play in Rome, followed by two more nights on Friday", Tense::Future);
        check("He will make a return to the Kelsea's Got Talent stage on Friday", Tense::Future);
    }

    #[test]
    fn a_later_verb_counts_where_none_stands_before() {
        check("On Friday the channel is bringing it back", Tense::Future);
        check("On Friday the most talked-about record arrives", Tense::Future);
        check("The match on Friday has been postponed", Tense::Future);
        check("Friday's stop of the tour has been cancelled", Tense::Future);
        check("The clash with Leeds on Friday night is being moved", Tense::Future);
        check("The match on Friday has been won", Tense::Past);
        check("On Friday, the group will perform", Tense::Future);
        check("On Friday, the group performed", Tense::Past);
        check("Friday show", Tense::Present);
        check("Friday is when tickets are sold", Tense::Future);
        check("Kern returning to Leeds on Friday after canceled show", Tense::Future);
        check("Her death follows the one of her sister on Friday", Tense::Present);
        check("The match on Friday is in doubt after he missed a day", Tense::Present);
    }
}
