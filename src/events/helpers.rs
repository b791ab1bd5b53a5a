//! The small words before a verb, "had been", "is set to", and what they make of it.

use std::ops::Range;

use super::clause::{Group, Head, Mood, Shape, is_preposition};
use super::page::Page;
use super::words::{Form, WORDS};

/// Helpers met on the way left from a verb.
#[expect(clippy::struct_excessive_bools, reason = "each is one small word of the clause, read apart from the others")]
#[derive(Default)]
struct Seen {
    be: bool,
    was: bool,
    have: bool,
    will: bool,
    to: bool,
    planned: bool,
    negative: bool,
    possible: bool,
    once: bool,
    now: bool,
    longer: bool,
}

impl Seen {
    /// Takes note of a helper and the word behind it.
    fn note(&mut self, word: &str, next: &str) {
        match word {
            // "the film stands postponed"
            "is" | "are" | "be" | "been" | "being" | "gets" | "get" | "stands" => self.be = true,
            "was" | "were" | "got" | "wasn" | "weren" => (self.be, self.was) = (true, true),
            // "had to postpone": so it was done
            "had" if next == "to" => (self.have, self.was, self.to) = (true, true, false),
            "d" if next == "been" => (self.have, self.was) = (true, true),
            "has" | "have" | "had" | "ve" => (self.have, self.was) = (true, self.was || word == "had"),
            "will" | "shall" | "ll" | "won" => self.will = true,
            "to" => self.to = true,
            "not" | "never" | "t" | "wasnt" | "isnt" | "didnt" | "doesnt" | "arent" | "werent" | "hasnt" | "havent" | "cannot"
            | "nothing" | "nor" | "neither" | "hard" | "difficult" | "impossible" | "unable" => {
                self.negative = true;
            }
            "no" => self.negative |= next != "longer",
            "longer" => self.longer = true,
            _ => {}
        }
        self.planned |= WORDS.planned.contains(word);
        self.possible |= WORDS.possible.contains(word);
        // "was earlier scheduled for"
        self.once |= WORDS.once.contains(word)
            || word == "earlier"
            || word == "at" && next == "first"
            || word == "first" && WORDS.planned.contains(next);
        self.now |= matches!(word, "now" | "instead" | "finally");
    }

    /// What the helpers make of a verb’s form.
    fn mood(&self, form: Form, is_verb: bool) -> Mood {
        if self.planned {
            return if self.was || self.once && !self.be { Mood::WasPlanned } else { Mood::Ahead };
        }
        if self.will {
            return Mood::Ahead;
        }
        if self.to {
            return if self.was { Mood::WasPlanned } else { Mood::Ahead };
        }
        match form {
            Form::Past if self.have || self.was => Mood::Done,
            Form::Past if self.be => Mood::Present,
            Form::Past => Mood::Done,
            Form::Third => Mood::Present,
            Form::Ing if self.be => {
                if self.was {
                    Mood::Done
                } else {
                    Mood::Ahead
                }
            }
            Form::Ing => Mood::Loose,
            Form::Base if self.have => Mood::Done,
            Form::Base => {
                if is_verb || self.be {
                    Mood::Present
                } else {
                    Mood::Loose
                }
            }
        }
    }
}

/// "has | had its premiere | pushed back", "sees its release | moved": the verb before what undergoes it.
fn undergone(page: &Page<'_>, first: usize, floor: usize) -> Option<usize> {
    let mut near = (first.saturating_sub(OWN_TOKENS).max(floor + 1)..first).rev();
    let own = near.find(|&at| matches!(page.word(at), "its" | "their" | "his" | "her"))?;
    let has = matches!(page.word(own - 1), "had" | "has" | "have" | "having" | "sees" | "see" | "saw" | "seen");
    (has && own + 1 < first && (own + 1..first).all(|at| page.is_word(at))).then_some(own - 1)
}

/// "Red Letters, out on May 3, | has had its premiere pushed back": of Red Letters; of what else, its own words tell.
fn before_undergone(page: &Page<'_>, had: usize, at: usize) -> usize {
    let is_whole = matches!(page.word(at - 1), "premiere" | "release" | "launch" | "debut" | "opening" | "date");
    match is_whole {
        true if is_helper(page, had) => had - 1,
        true => had,
        false => at,
    }
}

/// What stands before "n’t".
const CONTRACTED: [&str; 12] = ["doesn", "isn", "wasn", "won", "don", "didn", "aren", "weren", "hasn", "haven", "couldn", "wouldn"];

/// "its North American premiere | pushed back": so many words at most.
const OWN_TOKENS: usize = 6;

/// Whether the words before a verb, from `floor` on, say that it is told anew.
fn turns_now(page: &Page<'_>, first: usize, floor: usize) -> bool {
    // "but now the film will release on April 22"
    let is_turn = |left: usize| matches!(page.word(left), "but" | "however" | "and") || page.raw(left) == ",";
    let turns = (first.saturating_sub(6).max(floor).max(1)..first).any(|at| page.word(at) == "now" && is_turn(at - 1));
    // "Instead, Kern will give his concert on May 3"
    turns || page.word(floor) == "instead" && page.raw(floor + 1) == ","
}

pub(super) fn with_helpers(page: &Page<'_>, shape: Shape, floor: usize, end: usize) -> Group {
    let Shape { at, stop, kind, form, is_verb, has_gap } = shape;
    let mut first = at;
    // "was first due out in June"
    let mut seen = Seen { planned: !is_verb && WORDS.planned.contains(page.word(at)), ..Seen::default() };
    while first > floor {
        let word = page.word(first - 1);
        let is_mark = matches!(page.raw(first - 1), "’" | "'") && matches!(page.word(first), "t" | "ll" | "s" | "d" | "ve" | "re");
        // "had planned on getting married"
        let is_bridge = form == Form::Ing
            && first == at
            && matches!(word, "on" | "for")
            && first >= 2
            && matches!(page.word(first - 2), "planned" | "planning" | "scheduled" | "due" | "set" | "slated");
        let is_contracted =
            matches!(word, "t" | "ll" | "n" | "s" | "re" | "ve" | "d") && first >= 2 && matches!(page.raw(first - 2), "’" | "'");
        let contraction_stem = page.word(first) == "t" || matches!(page.raw(first), "’" | "'") && page.word(first + 1) == "t";
        let is_helper = is_helper(page, first);
        // "will – presumably – finally land"
        if let Some(open) = aside_before(page, first, floor) {
            first = open;
            continue;
        }
        if !(is_bridge
            || is_mark
            || is_contracted
            || is_helper
            || contraction_stem && page.is_word(first - 1) && CONTRACTED.contains(&word))
        {
            break;
        }
        // "the film slated for May | will open": the month, no doubt
        if matches!(word, "and" | "if") || word == "may" && page.is_in_date(first - 1) {
            break;
        }
        // "that was made public earlier | runs": another verb’s
        if !(word == "earlier" && form == Form::Third) {
            seen.note(word, page.word(first));
        }
        first -= 1;
    }
    seen.negative |= is_not_planned(page, first, floor);
    seen.now |= turns_now(page, first, floor);
    // "has been put off": the past looks like the present
    let is_same_past = matches!(page.word(at), "put" | "cut" | "set" | "let" | "hit" | "shut") && (seen.be || seen.have);
    let form = if is_same_past { Form::Past } else { form };
    let spread: Vec<&str> = (at..stop).map(|i| page.word(i)).collect();
    let mood = seen.mood(form, is_verb);
    let is_past_cue = matches!(kind, Head::Cue(_)) && form == Form::Past && first == at;
    let undergone = if is_past_cue { undergone(page, first, floor) } else { None };
    let no_object = !has_gap
        && (stop >= end
            || is_preposition(page.word(stop))
            || !page.is_word(stop) && !matches!(page.raw(stop), "‘" | "'" | "“" | "\"")
            || matches!(
                page.word(stop),
                "again" | "until" | "indefinitely" | "and" | "twice" | "but" | "while" | "when" | "once" | "several" | "three"
            )
            || page.begins_date(stop));
    // "won’t be broadcast", "is saved": a phrase with its own helper
    let is_own = !is_verb && (WORDS.auxiliary.contains(page.word(at)) || page.word(at) == "won");
    let mood = if is_own && !(seen.to && seen.was) { Mood::Present } else { mood };
    // "should have been kicking off the run next Tuesday": no doubt, a plan that fails
    let is_failed = (first..at).any(|i| page.word(i) == "should" && page.word(i + 1) == "have");
    let mood = if is_failed && !is_own { Mood::WasPlanned } else { mood };
    let speaks = speaks(page, at, kind, first.checked_sub(1).filter(|left| *left >= floor));
    // "has | been saved": the phrase has its own helper
    let is_own_passive = !is_verb && matches!(kind, Head::Cue(_)) && matches!(page.word(at), "is" | "be" | "been" | "being" | "was");
    let is_passive =
        is_own_passive || seen.be && form == Form::Past || !speaks && form == Form::Past && !seen.have && no_object || !is_verb && seen.be;
    let first = undergone.map_or(first, |had| before_undergone(page, had, at));
    Group {
        first,
        head: at,
        end: stop,
        kind,
        mood,
        // "not to renew", "will not return": the no is part of what the list says
        is_negative: if is_verb || !matches!(kind, Head::Cue(_)) { seen.negative || spread.contains(&"not") } else { seen.negative },
        is_possible: seen.possible && !is_failed && !is_granted(page, &(first..at), end) || is_only_expected(page, first, at, kind),
        is_passive,
        is_once: seen.once,
        is_now: seen.now,
        is_no_longer: seen.longer,
        is_forgone: is_forgone(page, first, at),
        has_gap,
        is_finite: decides(page, first, kind)
            || undergone.is_some()
            || is_passive && form == Form::Past && heads_line(page, first, floor)
            || mood != Mood::Loose && (leads_aside(page, first, floor) || form != Form::Past || seen.be || seen.have || !is_passive),
    }
}

/// "Kern | may have | delayed her album, but the wait …": it is so, and something else is told against it.
fn is_granted(page: &Page<'_>, helpers: &Range<usize>, end: usize) -> bool {
    let may_have = |at: usize| page.word(at) == "may" && page.word(at + 1) == "have" && page.word(at + 2) != "been";
    let turns = |at: usize| page.raw(at) == "," && matches!(page.word(at + 1), "but" | "yet");
    helpers.clone().any(may_have) && (helpers.end..end).any(turns)
}

/// "expected to get delayed", "likely to be cancelled": nobody has done so yet.
fn is_only_expected(page: &Page<'_>, first: usize, head: usize, kind: Head) -> bool {
    let is_hope = |at: usize| matches!(page.word(at), "expected" | "likely" | "tipped" | "poised" | "rumoured" | "rumored");
    // "had requested that the programme | be cancelled"
    let is_asked = first < head && page.word(first) == "be" && page.word(first + 1) != "able";
    matches!(kind, Head::Cue(cue) if cue.unsettles()) && (is_asked || (first..head).any(|at| is_hope(at) && page.word(at + 1) == "to"))
}

/// "will | – presumably – | finally land": where an aside of a word or two between dashes begins, behind a helper.
pub(super) fn aside_before(page: &Page<'_>, first: usize, floor: usize) -> Option<usize> {
    let is_dash = |at: usize| matches!(page.raw(at), "–" | "—" | "-");
    let close = first.checked_sub(1).filter(|&close| close > floor && is_dash(close) && !page.touches_next(close))?;
    let open = (close.saturating_sub(3).max(floor + 1)..close).rev().find(|&at| is_dash(at))?;
    (open + 1 < close && WORDS.auxiliary.contains(page.word(open - 1))).then_some(open)
}

/// "was to | have opened", "would | have opened", "should | have been opening": what was to be and will not.
fn is_forgone(page: &Page<'_>, first: usize, head: usize) -> bool {
    let is_would = |at: usize| {
        let word = page.word(at);
        matches!(word, "would" | "should") || word == "d" && matches!(page.raw(at.wrapping_sub(1)), "’" | "'")
    };
    let was_to =
        |at: usize| page.word(at) == "to" && matches!(page.word(at.wrapping_sub(1)), "was" | "were" | "due" | "supposed" | "meant");
    (first + 1..head).any(|at| {
        let is_have = page.word(at) == "have" || page.word(at) == "ve" && matches!(page.raw(at.wrapping_sub(1)), "’" | "'");
        let before = if page.word(at) == "ve" { at.wrapping_sub(2) } else { at - 1 };
        // "would have to open": it had to
        is_have && page.word(at + 1) != "to" && (is_would(before) || was_to(before))
    })
}

/// "Red Letters axed by Channel Nine after two seasons": a headline does without "is".
fn heads_line(page: &Page<'_>, first: usize, floor: usize) -> bool {
    let Some(line) = page.token_sentence(first).filter(|&at| at == 0).and_then(|at| page.sentences.get(at)) else { return false };
    let ends = matches!(page.raw(line.end_token.saturating_sub(1) as usize), "." | "!" | "?");
    floor == line.first_token as usize
        && first > floor
        && !ends
        && (page.is_capital(first - 1) || matches!(page.raw(first - 1), "”" | "’" | "'" | "\""))
}

/// Whether the word left of a token helps a verb: "will", "officially", "at | first".
fn is_helper(page: &Page<'_>, first: usize) -> bool {
    let word = page.word(first - 1);
    // "was at first to come out", "had at first been set"
    let is_at_first = word == "at" && page.word(first) == "first" || word == "most" && page.word(first) == "recently";
    is_at_first
        || WORDS.auxiliary.contains(word)
        || WORDS.adverb.contains(word)
        || word.len() > 4 && word.ends_with("ly") && !page.is_capital(first - 1)
        || WORDS.planned.contains(word)
        || WORDS.possible.contains(word)
        || WORDS.negative.contains(word)
}

/// "have ‘no plans’ | to move", "has no intention of | delaying".
fn is_not_planned(page: &Page<'_>, first: usize, floor: usize) -> bool {
    let is_skipped = |at: usize| !page.is_word(at) || matches!(page.word(at), "to" | "of" | "for" | "immediate" | "current");
    let noun = (floor..first).rev().find(|&at| !is_skipped(at));
    let is_plan = noun.is_some_and(|at| matches!(page.word(at), "plan" | "plans" | "intention" | "intentions" | "need" | "desire"));
    let left = noun.filter(|_| is_plan).and_then(|noun| (floor..noun).rev().find(|&at| !is_skipped(at)));
    left.is_some_and(|at| page.word(at) == "no")
}

/// "said on Monday", "the agency announced on Monday": who speaks is no part of what is told.
fn speaks(page: &Page<'_>, at: usize, kind: Head, who: Option<usize>) -> bool {
    const SPEECH: [&str; 13] = [
        "said",
        "stated",
        "wrote",
        "explained",
        "added",
        "tweeted",
        "insisted",
        "replied",
        "responded",
        "commented",
        "noted",
        "spoke",
        "admitted",
    ];
    const SPEAKERS: [&str; 33] = [
        "he",
        "she",
        "they",
        "it",
        "we",
        "agency",
        "label",
        "network",
        "channel",
        "broadcaster",
        "studio",
        "band",
        "singer",
        "company",
        "organisers",
        "organizers",
        "officials",
        "team",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "representative",
        "rep",
        "source",
        "group",
        "makers",
        "producers",
        "academy",
        "streamer",
        "venue",
        "promoter",
        "distributor",
        "publisher",
    ];
    let is_speaker = |left: usize| page.is_capital(left) || SPEAKERS.contains(&page.word(left));
    SPEECH.contains(&page.word(at)) || matches!(kind, Head::Telling) && who.is_some_and(is_speaker)
}

/// "has chosen | not to renew", "decided | not to return".
fn decides(page: &Page<'_>, first: usize, kind: Head) -> bool {
    let word = first.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    matches!(kind, Head::Cue(_)) && matches!(word, "chosen" | "chose" | "decided" | "opted" | "elected" | "declined" | "forced" | "had")
}

/// "…, with the show cancelled by the network": a clause of its own.
fn leads_aside(page: &Page<'_>, first: usize, floor: usize) -> bool {
    (first.saturating_sub(6).max(floor)..first).any(|at| page.word(at) == "with" && matches!(page.raw(at.wrapping_sub(1)), "," | "-" | "–"))
}
