//! What a sentence says happens: its verbs with their small words, and how each is meant.

use super::helpers::with_helpers;
use super::names::{Mention, Name, Names};
use super::page::Page;
use super::verbs::{comes_on, drifts, goes_to, leaves_date, other_verb};
use super::words::{CueWord, Form, Happens, Needs, WORDS};
use crate::language::Sentence;
use crate::text::TokenKind;

/// What a group of words says.
#[derive(Clone, Copy, Debug)]
pub(super) enum Head {
    /// Something happens: "release".
    Trigger(Happens),
    /// Something changed: "postponed".
    Cue(CueWord),
    /// Somebody tells: "announced".
    Telling,
    /// Only that it is planned: "set for".
    Planned,
    /// Some other verb: it takes the dates beside it and says nothing we read.
    Other,
}

/// How it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mood {
    /// "will release", "is set to release", "to release".
    Ahead,
    /// "was slated to release", "had been scheduled".
    WasPlanned,
    /// "released", "was released", "has premiered".
    Done,
    /// "airs", "are released", "postpones".
    Present,
    /// "releasing", with no helper.
    Loose,
}

/// A verb with its helpers.
#[expect(clippy::struct_excessive_bools, reason = "each is one small word of the clause, read apart from the others")]
#[derive(Clone, Debug)]
pub(super) struct Group {
    /// First token, helpers included.
    pub first: usize,
    /// The telling verb.
    pub head: usize,
    /// One past its last token.
    pub end: usize,
    /// What it says.
    pub kind: Head,
    /// How it is meant.
    pub mood: Mood,
    /// Not so.
    pub is_negative: bool,
    /// Perhaps so.
    pub is_possible: bool,
    /// Something is done to its subject.
    pub is_passive: bool,
    /// "originally".
    pub is_once: bool,
    /// "now".
    pub is_now: bool,
    /// "no longer".
    pub is_no_longer: bool,
    /// "was to have opened", "would have opened": it will not.
    pub is_forgone: bool,
    /// Other words may stand inside it: "pushed … back".
    pub has_gap: bool,
    /// A verb of its own, not "featuring" or "planned for" behind a noun.
    pub is_finite: bool,
}

impl Group {
    /// Whether it moves something: "was moved", "postpones".
    pub(super) fn moves(&self) -> bool {
        matches!(self.kind, Head::Cue(cue) if cue.moves())
    }

    /// Whether it takes something away: "was cancelled", "puts off".
    pub(super) fn takes_away(&self) -> bool {
        matches!(self.kind, Head::Cue(cue) if cue.takes_away())
    }

    /// Whether it does one or the other.
    pub(super) fn unsettles(&self) -> bool {
        matches!(self.kind, Head::Cue(cue) if cue.unsettles())
    }
}

/// All groups of a sentence, left to right, not overlapping; each sentence is read once, when its names are settled.
pub(super) fn find_groups<'p>(page: &'p Page<'_>, names: &Names, sentence: &Sentence) -> &'p [Group] {
    page.groups(sentence, || read_groups(page, names, sentence))
}

fn read_groups(page: &Page<'_>, names: &Names, sentence: &Sentence) -> Vec<Group> {
    let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
    let mut groups: Vec<Group> = Vec::new();
    let mut at = first;
    while at < end {
        let floor = groups.last().map_or(first, |group| group.end);
        // "Star News", "Release the Stars": no verbs
        if let Some(mention) = names.covering(at).filter(|mention| mention.end > mention.first + 1 || page.is_capital(at) && at > first) {
            at = mention.end;
            continue;
        }
        match group_at(page, at, floor, end).map(|group| settled(page, names, group, end)) {
            Some(group) => {
                at = group.end.max(at + 1);
                groups.push(group);
            }
            None => at += 1,
        }
    }
    super::plans::add_plans(page, first, end, &mut groups);
    super::nouns::add_nouns(page, first, end, &mut groups);
    super::plans::settle_would(page, sentence, &mut groups);
    super::plans::reduce(page, &mut groups);
    join_passives(page, &mut groups);
    drop_as_planned(&mut groups);
    super::unreal::mark_unreal(page, first, &mut groups);
    super::objects::settle_objects(page, names, sentence, &mut groups);
    groups
}

/// "will not come out | as scheduled": no word that it is still on.
fn drop_as_planned(groups: &mut Vec<Group>) {
    let is_still = |group: &Group| matches!(group.kind, Head::Cue(cue) if cue.says == super::Says::StillOn);
    let is_refused = |before: &Group| before.is_negative || before.unsettles();
    for at in (1..groups.len()).rev() {
        let [Some(before), Some(group)] = [groups.get(at - 1), groups.get(at)] else { continue };
        if is_still(group) && before.end == group.first && is_refused(before) {
            groups.remove(at);
        }
    }
}

/// "has been moved to Harbour Hall and | rescheduled for May 9": the helpers of the first hold for the second.
fn join_passives(page: &Page<'_>, groups: &mut [Group]) {
    for at in 1..groups.len() {
        let Some([before, next]) = groups.get_mut(at - 1..=at) else { continue };
        let is_bare = !next.is_finite && next.first == next.head && matches!(next.kind, Head::Cue(_) | Head::Planned | Head::Trigger(_));
        let is_joined = page.word(next.first.wrapping_sub(1)) == "and" && next.is_passive && page.word(next.head).ends_with("ed");
        let is_whole = before.is_finite && before.is_passive && matches!(before.kind, Head::Cue(_)) && !before.is_negative;
        let is_one_clause = is_whole && !(before.end..next.first).any(|at| matches!(page.raw(at), "," | ";" | "(" | "–" | "—"));
        if is_bare && is_joined && is_one_clause {
            (next.is_finite, next.mood) = (true, before.mood);
        }
    }
}

/// "played Ada Marsh", "plays the role of": acts in it; "played with her son": nothing an audience sees; "will play
/// Harbour Hall": on stage.
fn played(page: &Page<'_>, names: &Names, group: Group) -> Group {
    let is_play = matches!(page.word(group.head), "play" | "plays" | "played" | "playing");
    if !is_play || !matches!(group.kind, Head::Trigger(Happens::Perform)) {
        return group;
    }
    let behind = names.within(group.end, group.end + 3);
    let is_role = (group.end..group.end + 4).any(|at| matches!(page.word(at), "role" | "part" | "character" | "by"));
    // "was to play Marlow Square Garden": a hall, whatever its first word is; but somebody may be called Hall
    let is_hall = |mention: &Mention| mention.end > mention.first + 2 && WORDS.venue.contains(page.word(mention.end - 1));
    let is_somebody = behind.iter().any(|mention| !is_hall(mention) && names.of(mention).is_some_and(Name::is_person));
    let is_on_stage = !behind.is_empty()
        || matches!(page.word(group.end), "at" | "in" | "on" | "to")
        || page.begins_date(group.end)
        || (group.end..group.end + 6).any(|at| page.phrase_at(&WORDS.things, at, group.end + 8).is_some());
    let kind = match (is_role || is_somebody, is_on_stage) {
        (true, _) => Head::Trigger(Happens::Appear),
        (false, true) => group.kind,
        (false, false) => Head::Other,
    };
    Group { kind, ..group }
}

/// "released an official statement": said, and nothing comes out.
fn said(page: &Page<'_>, mut group: Group) -> Group {
    let is_out = matches!(group.kind, Head::Trigger(Happens::Out)) && !group.is_passive && page.word(group.head).starts_with("releas");
    let is_led = matches!(page.word(group.end), "a" | "an" | "the" | "its" | "their" | "his" | "her" | "another" | "this");
    let is_words =
        |at: usize| matches!(page.word(at), "statement" | "apology" | "explanation" | "response" | "announcement" | "letter" | "notice");
    if is_out && is_led && (group.end + 1..group.end + 4).any(is_words) {
        group.kind = Head::Telling;
    }
    group
}

/// What the words around a verb make of it.
fn settled(page: &Page<'_>, names: &Names, group: Group, end: usize) -> Group {
    let group = super::plans::withdrawn(page, group, end);
    let group = said(page, played(page, names, group));
    only_planned(after_all(page, group, end))
}

/// "was supposed to resume on June 17": a plan to go on, and nothing that is on again.
fn only_planned(group: Group) -> Group {
    match group.kind {
        Head::Cue(cue) if cue.says == super::Says::Reinstated && group.mood == Mood::WasPlanned => {
            Group { kind: Head::Trigger(Happens::Start), ..group }
        }
        _ => group,
    }
}

/// "to open Red Letters in May after all", which had been called off.
fn after_all(page: &Page<'_>, group: Group, end: usize) -> Group {
    let comes = matches!(
        group.kind,
        Head::Trigger(Happens::Out | Happens::Premiere | Happens::Air | Happens::Perform | Happens::Place | Happens::Start)
    );
    if !comes || group.mood != Mood::Ahead || group.is_negative || group.is_possible {
        return group;
    }
    let at = (group.end..end.min(group.end + AFTER_ALL_TOKENS)).find(|&at| page.word(at) == "after" && page.word(at + 1) == "all");
    let is_said = at.is_some_and(|at| !page.is_word(at + 2) && !crosses_boundary(page, group.end, at));
    if !is_said {
        return group;
    }
    Group { kind: Head::Cue(CueWord::of_thing(super::Says::Reinstated)), ..group }
}

/// "to release | Red Letters in cinemas on Christmas Day | after all": so many words between at most.
const AFTER_ALL_TOKENS: usize = 14;

/// "Those shows are off because of new limits": a word that calls off what stands before it.
fn is_off(page: &Page<'_>, at: usize) -> bool {
    let is_said = at > 1 && page.word(at) == "off" && matches!(page.word(at - 1), "is" | "are" | "was" | "were" | "now" | "also");
    let ends = !page.is_word(at + 1)
        || matches!(page.word(at + 1), "because" | "due" | "after" | "following" | "as" | "amid" | "until" | "for" | "altogether" | "and");
    is_said && ends && !matches!(page.raw(at + 1), "-" | "’" | "'")
}

fn group_at(page: &Page<'_>, at: usize, floor: usize, end: usize) -> Option<Group> {
    if !page.is_word(at) {
        return None;
    }
    let (kind, form, is_verb, stop, has_gap) = head_at(page, at, end)?;
    let shape = Shape { at, stop, kind, form, is_verb, has_gap };
    // "back on screen", "back on September 7" is a return
    let returns = page.word(at) == "back"
        && matches!(kind, Head::Cue(_))
        && !matches!(page.word(stop), "following" | "thanks" | "again" | "now" | "and" | "but" | "because")
        && (page.is_word(stop) && !is_preposition(page.word(stop)) || page.begins_date(stop));
    // "will skip cinemas": a form given up, and no day
    let is_house = |at: usize| matches!(page.word(at), "theaters" | "theatres" | "cinemas" | "theatrical");
    if matches!(page.word(at), "skip" | "skips" | "skipping" | "skipped") && (stop..stop + 2).any(is_house) {
        return None;
    }
    // "delayed slipping into his suit": no plan of anybody’s
    let next = page.word(stop);
    let is_doing = is_verb
        && matches!(kind, Head::Cue(cue) if cue.says == super::Says::Postponed)
        && next.len() > 5
        && next.ends_with("ing")
        && !page.is_capital(stop)
        && !WORDS.triggers.contains_key(next)
        && !WORDS.things.contains_key(next);
    // "before moving to Europe from May to July": where it goes on, and not when
    let goes_on = matches!(kind, Head::Cue(cue) if cue.says == super::Says::Moved)
        && matches!(page.word(at), "moving" | "moves" | "move")
        && next == "to"
        && page.is_capital(stop + 1)
        && !page.begins_date(stop + 1)
        && matches!(page.word(at.wrapping_sub(1)), "before" | "then" | "and" | "after");
    // "before slipping into a costume"
    let is_dressed =
        page.word(at).starts_with("slip") && page.word(stop) == "into" && matches!(page.word(stop + 1), "a" | "an" | "her" | "his" | "the");
    // "a strong line moving through as the concert ends"
    let passes = page.word(at).starts_with("mov") && matches!(next, "through" | "across" | "around") && !page.begins_date(stop + 1);
    // "are calling as the game of the off-the-wall series": no call off
    let is_compound = has_gap && page.raw(stop) == "-" && page.touches_next(stop - 1);
    // "we’ve just been pushed over the edge"
    let passes = passes || is_compound || page.word(at).starts_with("push") && next == "over" && page.word(stop + 1) == "the";
    // "which hits US shelves on October 15": what stands in shops
    let is_furniture = page.word(at) == "shelves"
        && (at.saturating_sub(3).max(floor)..at)
            .any(|left| matches!(page.word(left), "hit" | "hits" | "hitting" | "on" | "off" | "from" | "store" | "the"));
    if returns || is_doing || goes_on || is_dressed || passes || is_furniture {
        return None;
    }
    (!is_verb || stands_as_verb(page, shape, floor, end)).then(|| with_helpers(page, shape, floor, end))
}

/// Whether words stand between the parts of a phrase of so many tokens: "push their tour back", not "push back".
fn has_gap<T>(phrase: &super::words::Phrase<T>, tokens: usize) -> bool {
    phrase.rest.iter().any(Option::is_none) && tokens > phrase.rest.len()
}

fn head_at(page: &Page<'_>, at: usize, end: usize) -> Option<(Head, Form, bool, usize, bool)> {
    if let Some((phrase, stop)) = page.phrase_at(&WORDS.cues, at, end) {
        return Some((Head::Cue(phrase.entry), phrase.form, phrase.is_verb, stop, has_gap(phrase, stop - at)));
    }
    if is_off(page, at) {
        return Some((Head::Cue(CueWord::of_thing(super::Says::Cancelled)), Form::Past, true, at + 1, false));
    }
    // "have decided on moving the release of her debut" is no "have … debut"
    let is_close =
        |stop: usize| !(at + 1..stop).any(|i| matches!(page.word(i), "of" | "on" | "for" | "and" | "from" | "with" | "by" | "to" | "been"));
    let trigger = page.phrase_at(&WORDS.triggers, at, end).filter(|(phrase, stop)| !has_gap(phrase, stop - at) || is_close(*stop));
    if let Some((phrase, stop)) = trigger {
        // "will not come out as scheduled" tells of its day
        let is_as_planned = |stop: usize| page.word(stop - 1) == "as" && WORDS.as_planned.contains(page.word(stop));
        let idle = page.phrase_at(&WORDS.idle, at, end).filter(|(_, idle_stop)| *idle_stop > stop && !is_as_planned(*idle_stop));
        if let Some((idle, stop)) = idle {
            // "opened up about", "appeared to be"
            return Some((Head::Other, idle.form, true, stop, false));
        }
        let (happens, stop) = begun(page, phrase.entry, stop, end);
        return Some((happens.map_or(Head::Other, Head::Trigger), phrase.form, phrase.is_verb, stop, has_gap(phrase, stop - at)));
    }
    if let Some((phrase, stop)) = page.phrase_at(&WORDS.telling, at, end) {
        return Some((Head::Telling, phrase.form, phrase.is_verb, stop, has_gap(phrase, stop - at)));
    }
    if let Some((form, happens)) = super::verbs::runs_to(page, at) {
        return Some((Head::Trigger(happens), form, true, if page.begins_date(at + 1) { at + 1 } else { at + 2 }, false));
    }
    // "which goes from March 11 to June 10"
    if let Some(form) = goes_to(page, at).or_else(|| drifts(page, at)).or_else(|| leaves_date(page, at)) {
        let cue = CueWord { says: super::Says::Moved, toward: super::words::Toward::Either, needs: Needs::Date };
        return Some((Head::Cue(cue), form, true, at + 1, false));
    }
    // "the sequel follows on May 3", "comes this fall"
    if let Some(form) = comes_on(page, at) {
        return Some((Head::Trigger(Happens::Start), form, true, at + 1, false));
    }
    other_verb(page, at).map(|form| (Head::Other, form, true, at + 1, false))
}

/// "started airing", "began training": what is begun, where a verb in -ing says it.
fn begun(page: &Page<'_>, happens: Happens, stop: usize, end: usize) -> (Option<Happens>, usize) {
    let word = page.word(stop);
    let is_verb = word.len() > 5 && word.ends_with("ing") && !page.is_capital(stop) && !WORDS.things.contains_key(word);
    if !matches!(happens, Happens::Start | Happens::End) || stop >= end {
        return (Some(happens), stop);
    }
    match page.phrase_at(&WORDS.triggers, stop, end).filter(|(phrase, _)| phrase.form == Form::Ing) {
        // the end of it is the end
        Some((begun, after)) if happens == Happens::Start || begun.entry == Happens::Make => (Some(begun.entry), after),
        None if is_verb && happens == Happens::Start => (None, stop + 1),
        _ => (Some(happens), stop),
    }
}

pub(super) const DETERMINERS: [&str; 32] = [
    "the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their", "our", "my", "your", "no", "any", "every", "each",
    "s", "of", "new", "first", "debut", "upcoming", "recent", "another", "few", "further", "more", "without", "repeated", "several",
];

/// Words that follow a verb, not a noun.
const AFTER_VERB: [&str; 14] =
    ["this", "next", "today", "tomorrow", "every", "later", "back", ".", ",", "the", "its", "his", "her", "their"];
/// Words that stand before a verb in -ing, not before a noun in -ing.
const BEFORE_ING: [&str; 13] = ["is", "are", ",", "while", "before", "after", "and", "on", "for", "with", "started", "resume", "finish"];

/// So far before a second verb its "will" may stand.
const GO_ON_TOKENS: usize = 24;

/// Whether a word of the lists stands as a verb here: "the release" does not, "will release" does.
fn stands_as_verb(page: &Page<'_>, shape: Shape, floor: usize, end: usize) -> bool {
    let Shape { at, stop, kind, form, .. } = shape;
    let mut left = at;
    while left > floor && WORDS.adverb.contains(page.word(left - 1)) {
        left -= 1;
    }
    // "will – presumably – land"
    left = super::helpers::aside_before(page, left, floor).unwrap_or(left);
    let before = if left > floor { page.word(left - 1) } else { "" };
    // "won’t open", "doesn’t air"
    let is_denied = at > floor + 1 && matches!(page.word(at - 1), "t" | "ll") && matches!(page.raw(at - 2), "’" | "'");
    let helped = is_denied
        || WORDS.auxiliary.contains(before)
        || WORDS.planned.contains(before)
        || matches!(before, "it" | "they" | "he" | "she" | "we" | "i" | "you" | "who" | "which")
        // "14 dates that kick off on September 13"
        || before == "that" && left > floor + 1 && form == Form::Base && page.word(left - 2).ends_with('s');
    let after_determiner = DETERMINERS.contains(&before) || before == "-" || before.ends_with("ing") && form != Form::Past;
    match form {
        Form::Past | Form::Ing => {
            // "the move of canceling Red Letters"
            let is_act = form == Form::Ing && before == "of" && matches!(kind, Head::Cue(cue) if cue.takes_away());
            let attributive = after_determiner
                && !is_act
                && before != "that"
                && page.is_word(stop)
                && !WORDS.small.contains(page.word(stop))
                && !is_preposition(page.word(stop));
            // "our self titled record"
            let before_noun = matches!(kind, Head::Other)
                && !helped
                && !(page.is_capital(left.wrapping_sub(1)) || WORDS.boundary.contains(before))
                && page.phrase_at(&WORDS.things, stop, end).is_some();
            // "for cancelled weddings", "Axed star Kim …", "…, delayed weddings and plenty of tension"
            let opens = at == floor
                && left == floor
                && page.is_word(stop)
                && !is_preposition(page.word(stop))
                && !WORDS.small.contains(page.word(stop));
            let listed = (page.raw(left.wrapping_sub(1)) == "," || is_preposition(before) && before != "as")
                && matches!(kind, Head::Cue(_))
                && form == Form::Past
                && page.phrase_at(&WORDS.things, stop, end).is_some();
            let attributive = attributive || before_noun || form == Form::Past && opens || listed;
            let joined = at > floor && page.raw(at - 1) == "-" && page.touches_next(at - 1);
            // "the way for screening of the film"
            let is_noun_of = page.word(stop) == "of" && is_preposition(before);
            let bare_making =
                form == Form::Ing && matches!(kind, Head::Trigger(_)) && !helped && (is_noun_of || !BEFORE_ING.contains(&before));
            !(attributive || joined || bare_making)
        }
        Form::Third | Form::Base => stands_in_present(page, shape, (left, floor, end), (helped, after_determiner)),
    }
}

/// Whether a word in the present stands as a verb: "airs on May 3", "the show opens", but not "the releases of May".
fn stands_in_present(
    page: &Page<'_>,
    shape: Shape,
    (left, floor, end): (usize, usize, usize),
    (helped, after_determiner): (bool, bool),
) -> bool {
    let Shape { at, stop, kind, form, has_gap, .. } = shape;
    let before = if left > floor { page.word(left - 1) } else { "" };
    // "push their tour back": what is pushed stands within
    let object = if has_gap { at + 1 } else { stop };
    if helped {
        // "back to screens": a noun
        return form == Form::Base || before != "to";
    }
    // "to cancel the preview and postpone our opening"
    let joins = matches!(before, "and" | "or") && matches!(kind, Head::Cue(_)) && form == Form::Base;
    if joins && matches!(page.word(stop), "the" | "its" | "their" | "his" | "her" | "our" | "my" | "all") {
        return true;
    }
    // "she joined stars on the carpet": what somebody did something to
    let is_object = matches!(kind, Head::Trigger(_)) && before.len() > 4 && before.ends_with("ed");
    if after_determiner || is_object || before.is_empty() && form == Form::Base {
        return false;
    }
    // "Kern’s Red Letters films, will now": a noun
    let is_owned = (at.saturating_sub(3)..at).any(|i| i > floor && page.word(i) == "s" && matches!(page.raw(i - 1), "’" | "'"));
    if is_owned && matches!(kind, Head::Trigger(_)) && form == Form::Third && page.raw(stop) == "," {
        return false;
    }
    // "will play its first preview on May 3, and open on June 4"
    let goes_on = matches!(before, "and" | "before") && form == Form::Base && matches!(kind, Head::Trigger(_));
    let is_dated = matches!(page.word(stop), "on" | "in") && page.begins_date(stop + 1) || page.begins_date(stop);
    // "will skip its May 3 airing and instead air two episodes on May 10"
    let turns = page.word(at.wrapping_sub(1)) == "instead" && matches!(page.word(at.wrapping_sub(2)), "and" | "but");
    let goes_on = goes_on && is_dated || turns && form == Form::Base && matches!(kind, Head::Trigger(_));
    if goes_on && (at.saturating_sub(GO_ON_TOKENS)..at).any(|i| matches!(page.word(i), "will" | "ll")) {
        return true;
    }
    // "production delays that could not be avoided": a noun
    let of_making = matches!(before, "production" | "filming" | "shipping" | "travel" | "further" | "lengthy" | "long" | "scheduling");
    if of_making && matches!(kind, Head::Cue(_)) && form == Form::Third {
        return false;
    }
    let next = page.word(stop);
    let follows = stop >= end || is_preposition(next) || AFTER_VERB.contains(&next) || page.begins_date(stop);
    let object_follows =
        matches!(kind, Head::Cue(_) | Head::Telling) && (page.is_capital(stop) || matches!(page.raw(stop), "‘" | "'" | "“" | "\""));
    // "Red Harbour cancels 2024 Afterglow tour"
    let object_follows = object_follows || matches!(kind, Head::Cue(_)) && page.is_number(stop) && page.is_capital(stop + 1);
    let before = left.saturating_sub(1);
    // "about a kidnapping in 1973 opens on May 3"
    let dated_before = left > floor && page.is_in_date(left - 1);
    // "while Red Harbour 2 jumps forward"
    let numbered_before = page.is_number(before) && page.is_capital(left.saturating_sub(2));
    let subject_before =
        page.is_word(before) || dated_before || numbered_before || matches!(page.raw(before), "”" | "\"" | "’" | "'" | ")" | ",");
    form == Form::Third
        && subject_before
        && (follows
            || object_follows
            || page.is_word(stop) && !page.word(stop).ends_with("ed") && !WORDS.auxiliary.contains(page.word(stop)))
        && !(matches!(page.word(stop), "of" | "date") || stop == at + 1 && page.word(stop) == "and")
        || form == Form::Base && matches!(kind, Head::Cue(_)) && page.is_capital(left.wrapping_sub(1)) && has_object(page, object, end)
        || form == Form::Base
            && subject_before
            && matches!(next, "on" | "this" | "next" | "every" | "at")
            && page.word(left - 1).ends_with('s')
}

/// "Jupiter Kids extend world tour", "Harbour Boys postpone their album": what follows is an object.
fn has_object(page: &Page<'_>, stop: usize, end: usize) -> bool {
    matches!(page.word(stop), "the" | "their" | "its" | "a" | "an" | "all" | "new" | "upcoming" | "remaining" | "plans" | "release")
        || stop < end && (page.is_capital(stop) || matches!(page.raw(stop), "‘" | "'" | "“" | "\""))
        || page.phrase_at(&WORDS.things, stop, end).is_some()
        || page.phrase_at(&WORDS.things, stop + 1, end).is_some()
}

pub(super) fn is_preposition(word: &str) -> bool {
    matches!(
        word,
        "on" | "in"
            | "at"
            | "to"
            | "from"
            | "for"
            | "by"
            | "until"
            | "till"
            | "with"
            | "due"
            | "because"
            | "after"
            | "before"
            | "amid"
            | "as"
            | "via"
            | "over"
            | "into"
            | "around"
            | "until/til"
            | "of"
            | "again"
    )
}

/// A head found, before its helpers are gathered.
#[derive(Clone, Copy)]
pub(super) struct Shape {
    /// The telling word.
    pub at: usize,
    /// One past the last word.
    pub stop: usize,
    /// What it says.
    pub kind: Head,
    /// How the first word stands.
    pub form: Form,
    /// Whether the first word is a verb.
    pub is_verb: bool,
    /// Whether other words may stand inside.
    pub has_gap: bool,
}

/// Whether a cue has what its list asks for.
pub(super) fn cue_is_served(cue: CueWord, served: &[Needs]) -> bool {
    cue.needs == Needs::Nothing || served.contains(&cue.needs)
}

/// Whether tokens `from..to` hold the end of a clause: "but", "after", a dash, a semicolon.
pub(super) fn crosses_boundary(page: &Page<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| match page.kind(at) {
        Some(TokenKind::Mark) => {
            // "Thunder Run," starring Kim: that quotation mark closes
            let closes = (at + 1..at + 8).any(|end| matches!(page.raw(end), "”" | "\""));
            let opens = (page.raw(at) == "“" || page.raw(at) == "\"" && page.touches_next(at)) && !closes;
            // "more than five months — from April 28 to October 6"
            let leads_on = matches!(page.word(at + 1), "from" | "to");
            page.raw(at) == ";"
                || matches!(page.raw(at), "—" | "–") && !leads_on
                || opens && at > 0 && matches!(page.raw(at - 1), "," | ":")
        }
        Some(TokenKind::Word) => WORDS.boundary.contains(page.word(at)) && !matches!(page.word(at), "and" | "due" | "so" | "as"),
        _ => false,
    })
}
