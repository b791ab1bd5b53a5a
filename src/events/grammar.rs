//! Who does what to what: the words left of a verb, its object, and what they are about.

use super::clause::{Group, Head};
use super::names::Mention;
use super::page::Page;
use super::subject::{Referent, Resolver};
use super::words::{Happens, Needs, Role, WORDS};
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
    Clause { page, resolver, sentence, groups, at, group, earlier }.subject()
}

/// One verb group among those of its sentence, with what the groups before it are about.
struct Clause<'a, 'p> {
    page: &'a Page<'p>,
    resolver: &'a Resolver<'p>,
    sentence: &'a Sentence,
    groups: &'a [Group],
    at: usize,
    group: &'a Group,
    earlier: &'a [Option<Referent>],
}

impl Clause<'_, '_> {
    fn subject(&self) -> Option<Referent> {
        let (page, resolver, group) = (self.page, self.resolver, self.group);
        // "has slated the six-parter for March", "dated it for May"
        let places = matches!(group.kind, Head::Planned)
            && !group.is_passive
            && matches!(page.word(group.end), "it" | "the" | "its" | "their" | "his" | "her" | "a" | "an");
        let takes_object =
            places && !matches!(page.word(group.first), "is" | "was" | "are" | "were") || takes_object(group.kind) && !group.is_passive;
        if page.word(group.end.wrapping_sub(1)) == "wait" {
            // "fans will have to wait until May": for what was talked of
            return self.told().next().cloned().or_else(|| resolver.resolve(group.end, group.end));
        }
        let found = if takes_object { self.object() } else { None };
        // "has slotted November 21 for the final season of its series Red Letters"
        let dates_for =
            matches!(group.kind, Head::Planned) && (group.first..group.head).any(|at| matches!(page.word(at), "has" | "have" | "had"));
        if dates_for && page.begins_date(group.end) {
            let end = self.sentence.end_token as usize;
            let is_for = |at: &usize| page.word(*at) == "for" && !page.is_in_date(*at);
            let meant = (group.end..end).find(is_for).and_then(|at| resolver.resolve(at + 1, end)).filter(Referent::is_about_something);
            if meant.is_some() {
                return meant;
            }
        }
        // "begins on May 20 on the island of Hwado | and will run until July 12": what the verb before is about
        let joins = group.first.checked_sub(1).is_some_and(|left| page.word(left) == "and") && group.is_finite;
        if joins
            && found.is_none()
            && let Some(before) = self.told().next()
        {
            // "will begin its previews on April 7 and open on May 20": the whole opens
            let opens = matches!(group.kind, Head::Trigger(Happens::Start | Happens::Out | Happens::Premiere));
            let part = before.part.clone().filter(|part| !(opens && part == "previews"));
            return Some(Referent { part, ..before.clone() });
        }
        let (first, end) = subject_range(page, self.sentence, self.groups, self.at);
        // "Red Harbour: The Return": a colon in a title ends nothing
        let first = resolver.names().covering(first).map_or(first, |mention| mention.first.min(first));
        if let Some(led) = led_subject(page, resolver, self.groups, self.at, (first, end))
            .or_else(|| antecedent(page, resolver, self.sentence, self.groups, self.at))
        {
            return Some(led);
        }
        if found.is_none()
            && let Some(meant) = self.somebody((first, end))
        {
            return Some(meant);
        }
        // "The network has slated the six-parter for March"
        let described = || described_object(page, resolver, self.sentence, self.groups, self.at);
        if places
            && found.is_none()
            && let Some(meant) = described()
        {
            return Some(meant);
        }
        // "Red Letters is being made by Halden Films | to premiere early next year": Red Letters
        let comes_out = matches!(group.kind, Head::Trigger(Happens::Out | Happens::Premiere | Happens::Air | Happens::Start));
        let is_purpose = comes_out && page.word(group.first) == "to" && found.is_none() && self.at > 0;
        if is_purpose
            && let Some(before) = self.told().next().filter(|before| resolver.names().is_work(before.name) || !before.thing.is_empty())
            && !self.left((first, end)).is_some_and(|left| resolver.names().is_work(left.name) || !left.thing.is_empty())
        {
            return Some(before.clone());
        }
        let is_lost = takes_object && found.is_none() && names_unknown(page, resolver, self.sentence, self.groups, self.at);
        let left = self.left((first, end));
        let is_telling = |found: &Referent| {
            found.is_named || !found.thing.is_empty() || !found.moment.is_empty() || resolver.names().is_work(found.name)
        };
        match found.filter(is_telling) {
            Some(found) => self.with_doer(found, left, (first, end)),
            // "moved the pic from May 28": the title; "ditches her blonde locks": what is given up is no announcement
            None if is_lost && matches!(group.kind, Head::Cue(_)) => described(),
            None => self.unnamed(left, is_lost, (first, end)),
        }
    }

    /// What an active verb does something to.
    fn object(&self) -> Option<Referent> {
        // "comes to theaters | and Lumen+ on Friday": no object
        if self.page.word(self.group.end) == "and" {
            return None;
        }
        let (left, right) = subject_range(self.page, self.sentence, self.groups, self.at);
        // "he and fiancée Kim": "their wedding" is his
        let is_he = (left..right).any(|i| matches!(self.page.word(i), "he" | "she" | "they" | "we"));
        let doer = self.resolver.agent_in(left, right).filter(|_| !is_he);
        let (first, end) = object_range(self.page, self.sentence, self.groups, self.at)?;
        if self.resolver.is_bare_pronoun(first, end)
            && let Some(before) = self
                .earlier
                .iter()
                .rev()
                .flatten()
                .find(|before| !before.is_unsure && (!before.thing.is_empty() || self.is_open_title(before)))
        {
            // "we were planning our wedding, and now we’ve just delayed it"
            return Some(before.clone());
        }
        // "will now play the Harbour Theatre": where, and not what
        let is_hall = |mention: &&Mention| {
            mention.end > mention.first + 1 && WORDS.venue.contains(self.page.word(mention.end - 1)) && mention.first <= first + 1
        };
        let is_play = matches!(self.group.kind, Head::Trigger(Happens::Perform));
        if is_play && self.resolver.names().within(first, end).first().is_some_and(|mention| is_hall(&mention)) {
            return None;
        }
        self.resolver.resolve_of(first, end, doer).filter(Referent::is_about_something)
    }

    /// Whether what was named may be a title.
    fn is_open_title(&self, before: &Referent) -> bool {
        let names = self.resolver.names();
        before.is_named && before.role != Some(Role::Person) && (names.is_work(before.name) || names.is_open(before.name))
    }

    /// What the clauses before are about, the nearest first; who says so is not what it is about.
    fn told(&self) -> impl Iterator<Item = &Referent> {
        let tells = |i: usize| self.groups.get(i).is_some_and(|group| matches!(group.kind, Head::Telling));
        self.earlier.iter().enumerate().rev().filter(move |(i, _)| !tells(*i)).filter_map(|(_, before)| before.as_ref())
    }

    /// A person, or nobody, where the words left of the verb tell of people.
    fn somebody(&self, (first, end): (usize, usize)) -> Option<Referent> {
        let (page, resolver, kind) = (self.page, self.resolver, self.group.kind);
        // "the Harbour figures came out", "Lantern Bay fans began to sing": not Harbour, not Lantern Bay
        let is_told_of = |mention: &Mention| WORDS.about_it.contains(page.word(mention.end)) && !page.is_capital(mention.end);
        if !matches!(kind, Head::Cue(_)) && resolver.names().within(first, end).iter().any(is_told_of) {
            return resolver.resolve(end, end).map(|guess| Referent { is_unsure: true, is_named: false, ..guess });
        }
        // "she married in May", "the singer appeared on Friday", "Kern’s mother, the singer Ada Marsh, died"
        let led = self.groups.first().map_or(first, |group| group.first.min(first));
        let person = || resolver.person_meant((self.sentence.first_token as usize, led), (first, end), kind);
        if matches!(kind, Head::Cue(_) | Head::Planned) { None } else { person() }
    }

    /// What the words left of the verb name or mean.
    fn left(&self, (first, end): (usize, usize)) -> Option<Referent> {
        if first >= end {
            return None;
        }
        // "X was set for April, but it was delayed": the thing of the clause before
        let before = || self.told().find(|before| !before.is_unsure && (before.role.is_some() || before.name.is_some()));
        let meant = if self.resolver.is_bare_pronoun(first, end) { before().cloned() } else { None };
        meant.or_else(|| self.resolver.resolve(first, end))
    }

    /// "the movie has postponed its release": the moment of what does it.
    fn with_doer(&self, found: Referent, left: Option<Referent>, (first, end): (usize, usize)) -> Option<Referent> {
        let is_moment = found.thing.is_empty() && !found.moment.is_empty() && !found.is_named;
        match left.filter(|left| left.role == Some(Role::Work) && is_moment) {
            Some(left) => Some(Referent { moment: found.moment, ..left }),
            None if is_moment && is_nameless_work(self.page, first, end) => None,
            None => Some(found),
        }
    }

    /// No object tells what it is: the words on the left, or a guess.
    fn unnamed(&self, left: Option<Referent>, is_lost: bool, (first, end): (usize, usize)) -> Option<Referent> {
        let (page, resolver, group) = (self.page, self.resolver, self.group);
        let is_cue = matches!(group.kind, Head::Cue(_));
        if let Some(meant) = left.as_ref().and_then(|left| title_behind_owner(page, resolver, group, left, (first, end))) {
            return Some(meant);
        }
        let is_of_work = left.as_ref().is_some_and(|left| left.role == Some(Role::Work) || resolver.names().is_work(left.name));
        if is_lost && !is_of_work && !is_cue {
            // "launched a scathing attack": nothing of which we know the sort
            return left.map(|left| Referent { is_unsure: true, is_named: false, ..left });
        }
        let has_noun = (first..end).any(|i| page.is_word(i) && !is_light(page, i) && !WORDS.audience.contains(page.word(i)));
        if left.is_none() && has_noun {
            if is_cue {
                // "the emergency", "all activities": something that is not on our lists
                return None;
            }
            if let Some(name) = resolver.free_name(first, end) {
                return Some(Referent { is_unsure: true, ..resolver.referent_to(name) });
            }
            let guess = self.earlier.iter().rev().flatten().next().cloned().or_else(|| resolver.resolve(end, end));
            let is_sure = guess.as_ref().is_some_and(|guess| describes_work(page, resolver, group, guess, (first, end)));
            return guess.map(|guess| Referent { is_unsure: !is_sure, ..guess });
        }
        left.or_else(|| self.told().next().cloned()).or_else(|| resolver.resolve(end, end))
    }
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
fn antecedent(page: &Page<'_>, resolver: &Resolver<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> Option<Referent> {
    let group = groups.get(at)?;
    let left = group.first.checked_sub(1)?;
    // "the track Red Rain, which she | released"
    let inner = matches!(page.word(left), "he" | "she" | "they" | "we" | "i") && takes_object(group.kind) && !group.is_passive;
    // "the musical Red Rain, which Halden releases on May 3"
    let maker = resolver.names().covering(left).filter(|maker| takes_object(group.kind) && !group.is_passive && maker.first > 0);
    let pronoun = match maker {
        Some(maker) if page.word(maker.first - 1) == "which" => maker.first - 1,
        _ if inner => left.checked_sub(1)?,
        _ => left,
    };
    if !matches!(page.word(pronoun), "which" | "who" | "that") || page.word(pronoun) == "that" && !inner {
        return None;
    }
    // "the trek, which features Red Harbour, which will now launch in May": the trek
    let is_comma = |at: usize| at > 0 && page.raw(at - 1) == ",";
    let stacked = groups.get(..at)?.iter().rposition(|earlier| {
        let which = earlier.first.checked_sub(1).filter(|&which| page.word(which) == "which" && is_comma(which));
        which.is_some() && matches!(earlier.kind, Head::Trigger(Happens::Join) | Head::Other)
    });
    let last = (pronoun.saturating_sub(3)..pronoun).rev().find(|&left| super::names::is_inner(page, left))?;
    let mention = resolver.names().covering(last).filter(|mention| mention.end == last + 1);
    let is_title = mention.and_then(|mention| resolver.names().of(mention)).is_some_and(crate::events::names::Name::is_work);
    if let Some(stacked) = stacked.filter(|_| page.word(pronoun) == "which" && is_comma(pronoun) && !is_title) {
        let (first, end) = subject_range(page, sentence, groups, stacked);
        return resolver.resolve(first, end);
    }
    let Some(mention) = mention else {
        return described_before(page, resolver, group, pronoun).filter(|_| page.word(pronoun) == "which" && is_comma(pronoun));
    };
    // "a showcase in Busan, which was set for May": not Busan
    let left = mention.first.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    let is_where = matches!(left, "in" | "at" | "on" | "from" | "by") || resolver.names().of(mention).is_some_and(|name| name.is_place);
    if matches!(group.kind, Head::Cue(_)) {
        // "the tour with Red Harbour, which was delayed": the tour; "projects for Kern include Red Letters, which was delayed"
        let is_object = !matches!(left, "with" | "of" | "for" | "and" | "to" | "featuring" | "starring" | "after" | "than" | "the");
        let is_title = resolver.names().of(mention).is_some_and(|name| (name.is_work() || !name.is_company()) && !mention.is_possessive);
        let is_led = is_object && is_title && page.word(pronoun) == "which" && takes_date(page, group, sentence);
        return (is_led && !is_where).then(|| Referent { is_named: true, ..resolver.referent_to(mention.name) });
    }
    // "the ninth episode of Lantern Bay, which | airs tonight"
    let part = resolver.part_before(mention);
    (!is_where).then(|| Referent { part, ..resolver.referent_to(mention.name) })
}

/// "Kern stars in the space adventure, | which will be out": the description before the comma.
fn described_before(page: &Page<'_>, resolver: &Resolver<'_>, group: &Group, pronoun: usize) -> Option<Referent> {
    let end = pronoun.checked_sub(1)?;
    let first = (end.saturating_sub(DESCRIPTION_TOKENS)..end).rev().find(|&at| matches!(page.word(at), "the" | "this"))?;
    let is_plain = resolver.names().within(first, end).is_empty() && (first..end).all(|at| page.is_word(at) || page.raw(at) == "-");
    let comes_out = matches!(group.kind, Head::Trigger(_) | Head::Planned);
    let meant = resolver.resolve(first, end).filter(|found| is_plain && comes_out && found.role == Some(Role::Work));
    meant.or_else(|| resolver.main_work().filter(|main| is_plain && describes_work(page, resolver, group, main, (first, end))))
}

/// A description before "which" has so many tokens at most.
const DESCRIPTION_TOKENS: usize = 7;

/// "which was delayed until May": the cue has its own date.
fn takes_date(page: &Page<'_>, group: &Group, sentence: &Sentence) -> bool {
    (group.end..sentence.end_token as usize).any(|at| page.begins_date(at))
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

/// "moved the pic from May 28": the title that an object on no list describes.
fn described_object(page: &Page<'_>, resolver: &Resolver<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> Option<Referent> {
    let (group, object) = (groups.get(at)?, object_range(page, sentence, groups, at)?);
    resolver.resolve(group.first, group.first).filter(|meant| describes_work(page, resolver, group, meant, object))
}

/// "the Pinnacle pic is now slated": the title, not the company.
fn title_behind_owner(
    page: &Page<'_>,
    resolver: &Resolver<'_>,
    group: &Group,
    left: &Referent,
    (first, end): (usize, usize),
) -> Option<Referent> {
    let is_owner = left.thing.is_empty() && left.moment.is_empty() && !resolver.names().is_work(left.name);
    let mention = resolver.names().within(first, end).last().filter(|mention| is_owner && !mention.is_possessive && mention.end < end)?;
    // "Tom Reed’s Pinnacle pic"
    let is_led = mention.first > first && matches!(page.word(mention.first - 1), "the" | "s");
    let has_noun = page.is_word(mention.end) && !is_light(page, mention.end);
    resolver.main_work().filter(|meant| is_led && has_noun && describes_work(page, resolver, group, meant, (mention.end, end)))
}

/// "The action entertainer will now arrive", "the six-parter": a noun on no list, but what comes out is what the article
/// is about.
fn describes_work(page: &Page<'_>, resolver: &Resolver<'_>, group: &Group, guess: &Referent, (first, end): (usize, usize)) -> bool {
    let comes_out = match group.kind {
        Head::Trigger(happens) => matches!(happens, Happens::Out | Happens::Premiere | Happens::Air),
        Head::Planned => true,
        Head::Cue(cue) => cue.moves() && cue.needs == Needs::Date,
        _ => false,
    };
    let opens = (first..end).find(|&at| page.is_word(at) && !page.is_in_date(at));
    let is_led = opens.is_some_and(|at| {
        let is_behind_name = first > 0 && resolver.names().covering(first - 1).is_some();
        is_behind_name || matches!(page.word(at), "the" | "this") && page.is_word(at + 1) && !page.is_capital(at + 1)
    });
    let stop = (first..end)
        .find(|&at| page.raw(at) == "," || matches!(page.word(at), "which" | "that" | "who" | "from" | "by" | "with"))
        .unwrap_or(end);
    let head = (first..stop).rev().find(|&at| page.is_word(at) && !is_light(page, at)).map(|at| page.word(at));
    let is_thing = head.is_some_and(|head| {
        !head.ends_with('s')
            && !head.ends_with("man")
            && !WORDS.person_before.contains(head)
            && !WORDS.audience.contains(head)
            && !WORDS.company.contains(head)
    });
    comes_out && is_led && is_thing && resolver.names().is_work(guess.name)
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

/// What "which" stands for has so many tokens at most.
const ANTECEDENT_TOKENS: usize = 7;

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
    let mut end = before_dashes(page, floor, group.first);
    if end > floor && matches!(page.word(end - 1), "which" | "that" | "who") {
        // what the pronoun stands for is the last thing named before it
        end -= 1;
        return (floor.max(end.saturating_sub(ANTECEDENT_TOKENS)), end);
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
        // "May 3 instead of April 14 is when | Red Letters will open"
        let is_cleft = word == "when" && first > 1 && matches!(page.word(first - 2), "is" | "was");
        if (is_cleft || matches!(page.raw(first - 1), ";" | "—" | ":") || is_dash(page, first - 1)) && first < end
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

/// A dash between words, not one between numbers.
fn is_dash(page: &Page<'_>, at: usize) -> bool {
    matches!(page.raw(at), "—" | "–") && !page.touches_next(at)
}

/// "The film – first due in May – | was moved": in front of the aside.
fn before_dashes(page: &Page<'_>, floor: usize, end: usize) -> usize {
    let closes = end.checked_sub(1).is_some_and(|close| close > floor && is_dash(page, close));
    let open = (floor..end.saturating_sub(1)).rev().find(|&at| is_dash(page, at)).filter(|&open| closes && open > floor);
    open.unwrap_or(end)
}

/// "will not take place", "won’t return", "not to renew": the phrase has its own helpers.
pub(super) fn refuses(page: &Page<'_>, group: &Group) -> bool {
    let head = page.word(group.head);
    WORDS.auxiliary.contains(head) || matches!(head, "not" | "no")
}

/// Tokens after an active group that may be its object.
pub(super) fn object_range(page: &Page<'_>, sentence: &Sentence, groups: &[Group], at: usize) -> Option<(usize, usize)> {
    let group = groups.get(at)?;
    let holds = |at: usize| page.is_word(at) && (!is_light(page, at) || matches!(page.word(at), "it" | "them"));
    let is_split = group.has_gap && (group.head + 1..group.end - 1).any(holds);
    if is_split && matches!(group.kind, Head::Cue(_)) && !group.is_passive {
        // "brought the release forward": the object stands inside
        return Some((group.head + 1, group.end - 1));
    }
    let limit = groups.get(at + 1).map_or(sentence.end_token as usize, |next| next.first);
    // "cancel this Friday’s show"
    let is_dated_object = page.begins_date(group.end) && is_before_noun(page, group.end, limit);
    if !is_dated_object
        && matches!(
            page.word(group.end),
            "on" | "in"
                | "at"
                | "to"
                | "from"
                | "for"
                | "with"
                | "via"
                | "this"
                | "next"
                | "through"
                | "into"
                | "by"
                | "as"
                | "alongside"
                | "off"
                | "out"
                | "away"
        )
    {
        return None;
    }
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
    let owns = after + 1 < limit && matches!(page.raw(after), "’" | "'") && page.word(after + 1) == "s";
    if owns {
        // "cancel tomorrow night’s concert"
        return page.phrase_at(&WORDS.things, after + 2, limit).is_some();
    }
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
