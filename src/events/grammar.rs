//! Who does what to what: the words left of a verb, its object, and what they are about.

use super::clause::{Group, Head};
use super::names::Mention;
use super::page::Page;
use super::subject::{Referent, Resolver};
use super::words::{Happens, Role, WORDS};
use crate::language::Sentence;

/// The words a group is about: left of it, or its object where it is active.
pub(super) fn subject_of(
    page: &Page<'_>,
    resolver: &Resolver<'_>,
    sentence: &Sentence,
    groups: &[Group],
    at: usize,
    earlier: &[Option<Referent>],
) -> Option<Referent> {
    let group = groups.get(at)?;
    let object = || {
        let (left, right) = subject_range(page, sentence, groups, at);
        // "he and fiancée Kim": "their wedding" is his
        let is_he = (left..right).any(|i| matches!(page.word(i), "he" | "she" | "they" | "we"));
        let doer = resolver.agent_in(left, right).filter(|_| !is_he);
        let (first, end) = object_range(page, sentence, groups, at)?;
        if resolver.is_bare_pronoun(first, end)
            && let Some(before) = earlier.iter().rev().flatten().find(|before| !before.is_unsure && !before.thing.is_empty())
        {
            // "we were planning our wedding, and now we’ve just delayed it"
            return Some(before.clone());
        }
        resolver.resolve_of(first, end, doer).filter(Referent::is_about_something)
    };
    let takes_object = takes_object(group.kind) && !group.is_passive;
    let found = if takes_object { object() } else { None };
    let is_lost = found.is_none();
    let (first, end) = subject_range(page, sentence, groups, at);
    // "Red Harbour: The Return": a colon in a title ends nothing
    let first = resolver.names().covering(first).map_or(first, |mention| mention.first.min(first));
    if let Some(led) = led_subject(page, resolver, groups, at, (first, end)).or_else(|| antecedent(page, resolver, groups, at)) {
        return Some(led);
    }
    // "the Harbour figures came out", "Lantern Bay fans began to sing": not Harbour, not Lantern Bay
    let is_told_of = |mention: &Mention| WORDS.about_it.contains(page.word(mention.end)) && !page.is_capital(mention.end);
    let names_only_told = resolver.names().within(first, end).iter().any(is_told_of) && !matches!(group.kind, Head::Cue(_));
    if found.is_none() && names_only_told {
        return resolver.resolve(end, end).map(|guess| Referent { is_unsure: true, is_named: false, ..guess });
    }
    // "she married in May", "the singer appeared on Friday", "Kern’s mother, the singer Ada Marsh, died"
    let is_of_person = !matches!(group.kind, Head::Cue(_) | Head::Planned) && found.is_none();
    let led = groups.first().map_or(first, |group| group.first.min(first));
    if let Some(person) = resolver.person_meant((sentence.first_token as usize, led), (first, end), group.kind).filter(|_| is_of_person) {
        return Some(person);
    }
    // "X was set for April, but it was delayed": the thing of the clause before
    let before = || earlier.iter().rev().flatten().find(|before| !before.is_unsure && (before.role.is_some() || before.name.is_some()));
    let left = (first < end)
        .then(|| before().filter(|_| resolver.is_bare_pronoun(first, end)).cloned().or_else(|| resolver.resolve(first, end)))
        .flatten();
    if let Some(found) = found.filter(|found| found.is_named || !found.thing.is_empty() || !found.moment.is_empty()) {
        // "the movie has postponed its release"
        let is_moment = found.thing.is_empty() && !found.moment.is_empty() && !found.is_named;
        let doer = left.filter(|left| left.role == Some(Role::Work) && is_moment);
        let says_nothing = doer.is_none() && is_moment;
        if says_nothing && is_nameless_work(page, first, end) {
            return None;
        }
        return Some(doer.map_or_else(|| found.clone(), |left| Referent { moment: found.moment, ..left }));
    }
    if takes_object && matches!(group.kind, Head::Cue(_)) && is_lost && names_unknown(page, resolver, sentence, groups, at) {
        // "ditches her blonde locks": what is given up is no announcement
        return None;
    }
    let has_noun = (first..end).any(|i| page.is_word(i) && !is_light(page, i));
    let is_of_work = left.as_ref().is_some_and(|left| left.role == Some(Role::Work) || resolver.names().is_work(left.name));
    if takes_object && !is_of_work && !matches!(group.kind, Head::Cue(_)) && is_lost && names_unknown(page, resolver, sentence, groups, at)
    {
        // "launched a scathing attack": nothing of which we know the sort
        return left.map(|left| Referent { is_unsure: true, is_named: false, ..left });
    }
    if left.is_none() && has_noun && matches!(group.kind, Head::Cue(_)) {
        // "the emergency", "all activities": something that is not on our lists
        return None;
    }
    if left.is_none() && has_noun {
        if let Some(name) = resolver.free_name(first, end).filter(|_| !matches!(group.kind, Head::Cue(_))) {
            return Some(Referent { is_unsure: true, ..resolver.referent_to(name) });
        }
        let guess = earlier.iter().rev().flatten().next().cloned().or_else(|| resolver.resolve(end, end));
        return guess.map(|guess| Referent { is_unsure: true, ..guess });
    }
    let inherited = || earlier.iter().rev().flatten().next().cloned();
    left.or_else(inherited).or_else(|| resolver.resolve(end, end))
}

/// Whether what the verb tells of is its object where it is active: "releases the song", "opens the run".
fn takes_object(kind: Head) -> bool {
    use Happens as H;
    matches!(kind, Head::Cue(_) | Head::Trigger(H::Out | H::Premiere | H::Make | H::Place | H::Perform | H::Air | H::Start | H::End))
}

/// "Though originally slated for May 3, | Lantern Bay | will now open …": a participle that opens the sentence is about
/// what the sentence is about.
fn led_subject(page: &Page<'_>, resolver: &Resolver<'_>, groups: &[Group], at: usize, (first, end): (usize, usize)) -> Option<Referent> {
    let group = groups.get(at).filter(|group| at == 0 && !group.is_finite && !matches!(group.kind, Head::Telling))?;
    let main = groups.iter().skip(at + 1).find(|next| next.is_finite)?;
    let comma = (group.end..main.first).rev().find(|&i| page.raw(i) == ",")?;
    let opens =
        (first..end).all(|i| !page.is_word(i) || is_light(page, i) || matches!(page.word(i), "though" | "although" | "while" | "after"));
    resolver.resolve(comma + 1, main.first).filter(|led| opens && led.is_named)
}

/// "a clash with Lantern Bay, which | is set to open": the title just before the pronoun.
fn antecedent(page: &Page<'_>, resolver: &Resolver<'_>, groups: &[Group], at: usize) -> Option<Referent> {
    let group = groups.get(at).filter(|group| !matches!(group.kind, Head::Cue(_)))?;
    let left = group.first.checked_sub(1)?;
    // "the track Red Rain, which she | released"
    let inner = matches!(page.word(left), "he" | "she" | "they" | "we" | "i") && takes_object(group.kind) && !group.is_passive;
    let pronoun = if inner { left.checked_sub(1)? } else { left };
    if !matches!(page.word(pronoun), "which" | "who" | "that") || page.word(pronoun) == "that" && !inner {
        return None;
    }
    let last = (pronoun.saturating_sub(3)..pronoun).rev().find(|&left| page.is_word(left) || page.word(left).len() > 3)?;
    let mention = resolver.names().covering(last).filter(|mention| mention.end == last + 1)?;
    // "a showcase in Busan, which was set for May": not Busan
    let left = mention.first.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    let is_where = matches!(left, "in" | "at" | "on" | "from" | "by") || resolver.names().of(mention).is_some_and(|name| name.is_place);
    (!is_where).then(|| resolver.referent_to(mention.name))
}

/// Whether an active verb has an object of words on no list: "her blonde locks", "the contracts".
fn names_unknown(page: &Page<'_>, resolver: &Resolver<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> bool {
    let Some((first, end)) = object_range(page, sentence, groups, at) else { return false };
    let is_unknown = |i: usize| page.is_word(i) && !is_light(page, i) && !matches!(page.word(i), "it" | "them" | "both");
    !resolver.is_bare_pronoun(first, end) && (first..end).any(is_unknown)
}

/// "The movie", where the article has no title for it.
fn is_nameless_work(page: &Page<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|at| page.phrase_at(&WORDS.things, at, end).is_some_and(|(phrase, _)| phrase.entry.role == Role::Work))
}

/// A word that names nothing: small words, adverbs, words of date.
pub(super) fn is_light(page: &Page<'_>, at: usize) -> bool {
    let word = page.word(at);
    page.is_in_date(at)
        || WORDS.small.contains(word)
        || WORDS.adverb.contains(word)
        || WORDS.auxiliary.contains(word)
        || WORDS.once.contains(word)
        || word.len() < 3
        || word.ends_with("ly")
        || WORDS.planned.contains(word)
}

/// Tokens before a group that may be its subject.
pub(super) fn subject_range(page: &Page<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> (usize, usize) {
    let Some(own) = groups.get(at) else { return (0, 0) };
    let mut earlier = groups.get(..at).unwrap_or_default();
    let mut limit = own.first;
    // "the single, which was announced in June, was set for …": what stands before the aside
    while let Some(last) = earlier.iter().rposition(|group| group.is_finite) {
        let Some(group) = earlier.get(last) else { break };
        // "announced that" opens no aside
        let is_told = |left: usize| page.word(left) == "that" && groups.iter().any(|group| group.end == left);
        let opens = group.first.checked_sub(1).filter(|&left| matches!(page.word(left), "which" | "who" | "that") && !is_told(left));
        let closes = page.raw(limit.wrapping_sub(1)) == ",";
        let is_parted = |left: usize| page.raw(left.wrapping_sub(1)) == ",";
        let Some(opens) = opens.filter(|&left| left > 0 && (closes || !is_parted(left)) && own.is_finite) else { break };
        limit = if is_parted(opens) { opens - 1 } else { opens };
        earlier = earlier.get(..last).unwrap_or_default();
    }
    let before = earlier.iter().rfind(|group| group.is_finite);
    let floor = before.map_or(sentence.first_token as usize, |group| group.end);
    if limit < own.first {
        return (floor.min(limit), limit);
    }
    let Some(group) = groups.get(at).filter(|group| group.first >= floor) else { return (floor, floor) };
    let mut end = group.first;
    if end > floor && matches!(page.word(end - 1), "which" | "that" | "who") {
        // what the pronoun stands for is the last thing named before it
        end -= 1;
        return (floor.max(end.saturating_sub(5)), end);
    }
    let mut first = end;
    while first > floor {
        let word = page.word(first - 1);
        if matches!(word, "which" | "that" | "who") && first < end && earlier.iter().any(|group| group.first == first && !group.is_finite) {
            // "the concert that scheduled on May 3 | will be postponed": what stands before the pronoun
            end = first - 1;
            first = end;
            continue;
        }
        if matches!(page.raw(first - 1), ";" | "—" | ":") && first < end
            || matches!(
                word,
                "but"
                    | "although"
                    | "though"
                    | "while"
                    | "that"
                    | "because"
                    | "when"
                    | "after"
                    | "before"
                    | "as"
                    | "if"
                    | "however"
                    | "whereas"
            )
        {
            break;
        }
        first -= 1;
    }
    (first, end)
}

/// Tokens after an active group that may be its object.
pub(super) fn object_range(page: &Page<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> Option<(usize, usize)> {
    let group = groups.get(at)?;
    let holds = |at: usize| page.is_word(at) && (!is_light(page, at) || matches!(page.word(at), "it" | "them"));
    let is_split = group.end > group.head + 2 && (group.head + 1..group.end - 1).any(holds);
    if is_split && matches!(group.kind, Head::Cue(_)) && !group.is_passive {
        // "brought the release forward": the object stands inside
        return Some((group.head + 1, group.end - 1));
    }
    if matches!(
        page.word(group.end),
        "on" | "in" | "at" | "to" | "from" | "for" | "with" | "via" | "this" | "next" | "through" | "into" | "by" | "as" | "alongside"
    ) {
        return None;
    }
    let limit = groups.get(at + 1).map_or(sentence.end_token as usize, |next| next.first);
    let first = past_length(page, group.end, limit);
    let mut end = first;
    while end < limit {
        let stop = matches!(
            page.word(end),
            "from" | "until" | "ahead" | "due" | "because" | "after" | "amid" | "when" | "following" | "while" | "but" | "despite" | "that"
        ) || matches!(page.raw(end), ";" | "." | "—")
            || page.begins_date(end) && !is_before_noun(page, end, limit);
        if stop {
            break;
        }
        end += 1;
    }
    (end > first).then_some((first, end))
}

/// "their Tuesday concert": a date that only says which.
fn is_before_noun(page: &Page<'_>, date: usize, limit: usize) -> bool {
    let after = (date..limit).find(|&at| !page.is_in_date(at)).unwrap_or(limit);
    let led =
        date.checked_sub(1).is_some_and(|left| matches!(page.word(left), "the" | "their" | "its" | "his" | "her" | "our" | "my" | "a"));
    led && after < limit && page.phrase_at(&WORDS.things, after, limit).is_some()
}

/// "postponed the next six weeks of his tour", "six weeks worth of dates": behind the length and its "of".
fn past_length(page: &Page<'_>, first: usize, limit: usize) -> usize {
    let mut at = first;
    while at < limit && (page.is_in_date(at) || matches!(page.word(at), "the" | "all" | "first" | "next" | "last")) {
        at += 1;
    }
    let of = if page.word(at) == "worth" { at + 1 } else { at };
    if at > first && page.is_in_date(at - 1) && page.word(of) == "of" && of < limit { of + 1 } else { first }
}

impl Referent {
    fn is_about_something(&self) -> bool {
        self.name.is_some() || !self.thing.is_empty() || !self.moment.is_empty()
    }
}
