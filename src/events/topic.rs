//! What a verb is about: the words left of it, its object, or what the sentence has told of before.

mod asides;

use super::clause::{Group, Head, Mood};
use super::grammar::{before_title, behind_verbs, is_light, object_range, subject_range};
use super::names::{Mention, Name, thing_ending_at};
use super::page::Page;
use super::subject::{Referent, Resolver, of_many};
use super::words::{Happens, Needs, Role, WORDS};
use crate::language::Sentence;

/// So many tokens behind "starring" its last name may stand.
const CAST_TOKENS: usize = 14;

/// "their | headline Saturday | set": so many tokens at most.
const SLOT_TOKENS: usize = 5;

/// "will have to wait | until next year | for the sequel": so far behind the verb.
const WAIT_TOKENS: usize = 7;

/// A description before "which" has so many tokens at most.
const DESCRIPTION_TOKENS: usize = 7;

/// "Episode 14 of | the drama": so far before what it is a part of.
const PART_TOKENS: usize = 4;

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
            return self.awaited();
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
        // "The gala, axed in July over money, | is on again": what the aside is about
        if self.closes_participle()
            && found.is_none()
            && let Some(before) = self.told().next()
        {
            return Some(before.clone());
        }
        if let Some(apposed) = self.planned_behind_comma() {
            return Some(apposed);
        }
        let (first, end) = self.behind_dated_clause(subject_range(page, self.sentence, self.groups, self.at));
        // "Red Harbour: The Return": a colon in a title ends nothing
        let title = resolver.names().covering(first).map(|mention| mention.first).filter(|title| *title < first);
        let first = title.map_or(first, |title| before_title(page, self.sentence, self.groups, self.at, title));
        // "more movies are shifting their dates": no one of them
        let is_of_any = || of_many(page, first, end).is_some_and(|many| resolver.names().within(many, end).is_empty());
        if self.is_of_example() || matches!(group.kind, Head::Cue(_)) && is_of_any() {
            return None;
        }
        if let Some(led) = self.led_subject((first, end)).or_else(|| self.antecedent()) {
            return Some(led);
        }
        if found.is_none()
            && let Some(meant) = self.somebody((first, end))
        {
            return Some(meant);
        }
        // "The network has slated the six-parter for March"
        if places
            && found.is_none()
            && let Some(meant) = self.described_object()
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
        let is_lost = takes_object && found.is_none() && self.names_unknown();
        let left = self.left((first, end));
        let is_telling = |found: &Referent| {
            found.is_named || !found.thing.is_empty() || !found.moment.is_empty() || resolver.names().is_work(found.name)
        };
        match found.filter(is_telling) {
            Some(found) => self.with_doer(found, left, (first, end)),
            // "moved the pic from May 28": the title; "ditches her blonde locks": what is given up is no announcement
            None if is_lost && matches!(group.kind, Head::Cue(_)) => self.described_object(),
            None => self.unnamed(left, is_lost, (first, end)),
        }
    }

    /// What "fans will have to wait until May" is said of.
    fn awaited(&self) -> Option<Referent> {
        // "fans will have to wait until May for the sequel"
        let (page, resolver, group) = (self.page, self.resolver, self.group);
        let end = self.sentence.end_token as usize;
        let behind = (group.end..end.min(group.end + WAIT_TOKENS)).find(|&at| page.word(at) == "for" && page.word(at + 1) == "the");
        let meant = behind.and_then(|at| resolver.resolve(at + 1, end.min(at + 4))).filter(|meant| !meant.thing.is_empty());
        // "fans will have to wait until May": for what was talked of
        meant.or_else(|| self.told().next().cloned()).or_else(|| resolver.resolve(group.end, group.end))
    }

    /// What an active verb does something to.
    fn object(&self) -> Option<Referent> {
        // "comes to theaters | and Lumen+ on Friday": no object
        if self.page.word(self.group.end) == "and" {
            return None;
        }
        let (left, right) = subject_range(self.page, self.sentence, self.groups, self.at);
        if of_many(self.page, left, right).is_some() {
            return None;
        }
        // "he and fiancée Kim": "their wedding" is his
        let is_he = (left..right).any(|i| matches!(self.page.word(i), "he" | "she" | "they" | "we"));
        // "the production of Kern’s Red Letters has postponed its first preview": not she
        let names = self.resolver.names();
        let is_of_title = names.within(left, right).last().is_some_and(|last| names.is_work(Some(last.name)) && last.end == right);
        // "cancelled their run with the Foxes and has postponed their own": whoever did the first
        let joins = self.page.word(self.group.first.wrapping_sub(1)) == "and" && self.group.is_finite;
        let first_doer = || self.told().next().and_then(|before| before.owner.or(before.name)).filter(|&name| !names.is_work(Some(name)));
        let doer = match joins.then(first_doer).flatten() {
            Some(doer) => Some(doer),
            None if is_he => self.speaker((left, right)),
            None => self.resolver.agent_in(left, right).filter(|_| !is_of_title),
        };
        let (first, end) = object_range(self.page, self.sentence, self.groups, self.at)?;
        if let Some(doer) = doer.filter(|_| self.is_own_slot(first, end)) {
            return Some(Referent::on_stage(doer, "performance"));
        }
        // "Red Letters is leaving its May 3 date": its own
        let noun = (first + 1..self.sentence.end_token as usize).find(|&at| !self.page.is_in_date(at) && self.page.raw(at) != ",");
        let is_day = noun.is_some_and(|noun| matches!(self.page.word(noun), "date" | "slot" | "berth" | "spot" | "perch" | "window"));
        if is_day && matches!(self.page.word(first), "its" | "their") && self.page.begins_date(first + 1) {
            return None;
        }
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
        // "will not air episode 3 on May 7 but will air the episode on May 8"
        let is_episode = matches!(self.page.word(first), "the" | "that") && self.page.word(first + 1) == "episode";
        let is_told = |before: &&Referent| before.part.as_deref().is_some_and(|part| part.starts_with("episode"));
        if let Some(before) = self.earlier.iter().rev().flatten().find(is_told).filter(|_| is_episode) {
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

    /// "cancelled their set at the Harbour Festival", "cancel Harbour Festival set": what one plays there, and not the whole.
    fn is_own_slot(&self, first: usize, end: usize) -> bool {
        let page = self.page;
        let is_slot = |at: usize| matches!(page.word(at), "set" | "sets" | "slot" | "slots");
        let is_their = |at: usize| matches!(page.word(at), "their" | "his" | "her" | "its");
        let own = (first..end.min(first + SLOT_TOKENS)).find(|&at| is_slot(at));
        let is_led = own.is_some_and(|own| is_their(first) && self.resolver.names().within(first, own).is_empty());
        let named = self.resolver.names().within(first, end);
        is_led || named.first().is_some_and(|mention| is_slot(mention.end) && !mention.is_possessive)
    }

    /// "Red Harbour announced that | they | are cancelling their tour": an act that tells of itself.
    fn speaker(&self, (left, right): (usize, usize)) -> Option<usize> {
        let before = self.at.checked_sub(1)?;
        let tells = self.groups.get(before).is_some_and(|group| matches!(group.kind, Head::Telling) && !group.is_passive);
        let (first, end) = subject_range(self.page, self.sentence, self.groups, before);
        let names = self.resolver.names();
        let act = names
            .within(first, end)
            .last()
            .filter(|act| tells && !act.is_possessive && names.of(act).is_some_and(|name| name.agent > 0 || name.is_lead))?;
        let is_they = (left..right).any(|at| self.page.word(at) == "they");
        let fits = |name: &Name| !name.is_work() && !name.is_place && !name.is_byline && !name.is_company() && name.is_person() != is_they;
        names.of(act).is_some_and(fits).then_some(act.name)
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
        let meant = if self.resolver.is_bare_pronoun(first, end) { self.teller(first).or_else(before).cloned() } else { None };
        meant.or_else(|| self.resolver.resolve(first, end))
    }

    /// "Tickets were on sale for the British leg of the Afterglow tour, | due to start on May 9": what stands before the comma.
    fn planned_behind_comma(&self) -> Option<Referent> {
        let (page, group) = (self.page, self.group);
        let is_plan = WORDS.planned.contains(page.word(group.first)) && !group.is_finite || page.word(group.first) == "due";
        let comma = group.first.checked_sub(1).filter(|&at| is_plan && page.raw(at) == ",")?;
        let floor = behind_verbs(self.sentence, self.groups.get(..self.at)?);
        let of = (floor..comma).rev().find(|&at| matches!(page.word(at), "of" | "for" | "from"))?;
        let (thing, start) = thing_ending_at(page, Some(comma - 1)).filter(|(_, start)| *start > of)?;
        let meant = self.resolver.resolve(of + 1, comma);
        meant.filter(|meant| matches!(thing.role, Role::Work | Role::Happening) && start < comma && meant.thing == thing.name)
    }

    /// "The Harbour Festival said that | it | would not return": a happening that tells of itself.
    fn teller(&self, first: usize) -> Option<&Referent> {
        let says_it = (first..first + 2).any(|at| self.page.word(at) == "it");
        let teller = self.at.checked_sub(1).filter(|&at| self.groups.get(at).is_some_and(|group| matches!(group.kind, Head::Telling)));
        let told = self.earlier.get(teller?)?.as_ref()?;
        let last = told.name.and_then(|name| self.resolver.names().names.get(name)).and_then(|name| name.words.last());
        let is_happening = matches!(told.thing, "festival" | "awards" | "tour" | "event" | "exhibition" | "tournament")
            || last.is_some_and(|last| matches!(last.as_str(), "festival" | "fest" | "awards" | "con"));
        (says_it && told.is_named && is_happening).then_some(told)
    }

    /// "the movie has postponed its release": the moment of what does it.
    fn with_doer(&self, found: Referent, left: Option<Referent>, (first, end): (usize, usize)) -> Option<Referent> {
        let is_moment = found.thing.is_empty() && !found.moment.is_empty() && !found.is_named;
        // "“Red Letters” will not air Episode 3": of what airs it
        let is_part = found.part.is_some() && !found.is_named;
        if let Some(left) = left.as_ref().filter(|left| is_part && left.is_named && self.resolver.names().is_work(left.name)) {
            return Some(Referent { part: found.part, ..left.clone() });
        }
        // "Hot Chair resumes filming in Redport": what no person, place or company is named
        let is_thing = |left: &Referent| {
            let name = left.name.and_then(|name| self.resolver.names().names.get(name));
            let is_open = |name: &Name| !name.is_person() && !name.sounds_like_somebody() && !name.is_place && !name.is_company();
            found.moment == "filming" && left.is_named && left.thing.is_empty() && name.is_some_and(is_open)
        };
        match left.filter(|left| is_moment && (left.role == Some(Role::Work) || is_thing(left))) {
            Some(left) => Some(Referent { moment: found.moment, ..left }),
            None if is_moment && is_nameless_work(self.page, first, end) => None,
            None => Some(found),
        }
    }

    /// No object tells what it is: the words on the left, or a guess.
    fn unnamed(&self, left: Option<Referent>, is_lost: bool, (first, end): (usize, usize)) -> Option<Referent> {
        let (page, resolver, group) = (self.page, self.resolver, self.group);
        let is_cue = matches!(group.kind, Head::Cue(_));
        if let Some(meant) = left.as_ref().and_then(|left| self.title_behind_owner(left, (first, end))) {
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
            let is_sure = guess.as_ref().is_some_and(|guess| self.describes_work(guess, (first, end)));
            return guess.map(|guess| Referent { is_unsure: !is_sure, ..guess });
        }
        left.or_else(|| self.told().next().cloned()).or_else(|| resolver.resolve(end, end))
    }

    /// "Though originally slated for May 3, | Lantern Bay | will now open …": a participle that opens the sentence is about
    /// what the sentence is about.
    fn led_subject(&self, (first, end): (usize, usize)) -> Option<Referent> {
        let (page, resolver, group) = (self.page, self.resolver, self.group);
        if self.at > 0 || group.is_finite || matches!(group.kind, Head::Telling) {
            return None;
        }
        let main = self.groups.iter().skip(1).find(|next| next.is_finite)?;
        let comma = (group.end..main.first).rev().find(|&i| page.raw(i) == ",")?;
        let opens = (first..end)
            .all(|i| !page.is_word(i) || is_light(page, i) || matches!(page.word(i), "though" | "although" | "while" | "after"));
        resolver.resolve(comma + 1, main.first).filter(|led| opens && led.is_named)
    }

    /// "festivals such as Harbour, which | has moved to May": of one that stands as an example, and not of what the article is
    /// about.
    fn is_of_example(&self) -> bool {
        let page = self.page;
        let which = self.group.first.checked_sub(1).filter(|&at| page.word(at) == "which" && page.raw(at.wrapping_sub(1)) == ",");
        let named = which.and_then(|at| at.checked_sub(2)).and_then(|last| self.resolver.names().covering(last));
        let left = named.and_then(|named| named.first.checked_sub(1)).map(|left| page.word(left)).unwrap_or_default();
        let is_work = self.resolver.names().is_work(named.map(|named| named.name));
        matches!(left, "as" | "like" | "including" | "unlike") && !is_work
    }

    /// "a clash with Lantern Bay, which | is set to open": the title just before the pronoun.
    fn antecedent(&self) -> Option<Referent> {
        let (page, resolver, group) = (self.page, self.resolver, self.group);
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
        // "Red Letters and the sequel to Low Tide, both of which have been delayed": what was named last, and not the main thing
        let of_both = page.word_left(pronoun, 1) == "of" && matches!(page.word_left(pronoun, 2), "both" | "all" | "some" | "most" | "two");
        if page.word(pronoun) == "which" && of_both {
            let named = resolver.names().within(self.sentence.first_token as usize, pronoun);
            let is_thing = |mention: &&Mention| resolver.names().of(mention).is_some_and(|name| !name.is_person() && !name.is_place);
            return named.iter().rev().find(is_thing).map(|mention| Referent::to(mention.name));
        }
        // "the trek, which features Red Harbour, which will now launch in May": the trek
        let is_comma = |at: usize| at > 0 && page.raw(at - 1) == ",";
        let stacked = self.groups.get(..self.at)?.iter().rposition(|earlier| {
            let which = earlier.first.checked_sub(1).filter(|&which| page.word(which) == "which" && is_comma(which));
            which.is_some() && matches!(earlier.kind, Head::Trigger(Happens::Join) | Head::Other)
        });
        let last = (pronoun.saturating_sub(3)..pronoun).rev().find(|&left| super::names::is_inner(page, left))?;
        let mention = resolver.names().covering(last).filter(|mention| mention.end == last + 1);
        // "Red Letters, starring Tom Reed, which was set for October": not Reed
        let mention = mention.map(|mention| self.before_cast(mention).unwrap_or(mention));
        let is_title = resolver.names().is_work(mention.map(|mention| mention.name));
        if let Some(stacked) = stacked.filter(|_| page.word(pronoun) == "which" && is_comma(pronoun) && !is_title) {
            let (first, end) = subject_range(page, self.sentence, self.groups, stacked);
            return resolver.resolve(first, end);
        }
        let Some(mention) = mention else {
            let is_which = page.word(pronoun) == "which";
            // "had to postpone his first tour in the wake of the strike which was due to start in July": the tour
            let is_plan = group.mood == Mood::WasPlanned && is_which && !is_comma(pronoun);
            let put_off = || self.at.checked_sub(1).filter(|&at| self.groups.get(at).is_some_and(Group::unsettles));
            let taken = put_off().filter(|_| is_plan).and_then(|at| self.earlier.get(at)?.clone());
            return taken.or_else(|| self.described_before(pronoun).filter(|_| is_which && is_comma(pronoun)));
        };
        // "The gig in Greensport, North Harbour, which was set for May": the gig
        if let Some(preposition) = self.before_place(mention).filter(|_| page.word(pronoun) == "which") {
            let start = behind_verbs(self.sentence, self.groups.get(..self.at)?);
            return resolver.resolve(start, preposition).filter(|meant| meant.role == Some(Role::Happening));
        }
        // "a showcase in Busan, which was set for May": not Busan
        let left = mention.first.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
        let is_where = matches!(left, "in" | "at" | "on" | "from" | "by") || resolver.names().of(mention).is_some_and(|name| name.is_place);
        if matches!(group.kind, Head::Cue(_)) {
            // "the tour with Red Harbour, which was delayed": the tour; "projects for Kern include Red Letters, which was delayed"
            let is_object = !matches!(left, "with" | "of" | "for" | "and" | "to" | "featuring" | "starring" | "after" | "than" | "the");
            let is_title =
                resolver.names().of(mention).is_some_and(|name| (name.is_work() || !name.is_company()) && !mention.is_possessive);
            let is_led = is_object && is_title && page.word(pronoun) == "which" && self.takes_date();
            return (is_led && !is_where).then(|| Referent { is_named: true, ..resolver.referent_to(mention.name) });
        }
        // "the ninth episode of Lantern Bay, which | airs tonight"
        let part = resolver.part_before(mention);
        (!is_where).then(|| Referent { part, ..resolver.referent_to(mention.name) })
    }

    /// "in Greensport, North Harbour": the preposition before a town and its land.
    fn before_place(&self, land: &Mention) -> Option<usize> {
        let (page, names) = (self.page, self.resolver.names());
        let left = land.first.checked_sub(1)?;
        let comma = if WORDS.origins.contains(page.word(left)) { left.checked_sub(1)? } else { left };
        let town = names.covering(comma.checked_sub(1)?).filter(|_| page.raw(comma) == ",")?;
        let preposition = town.first.checked_sub(1)?;
        matches!(page.word(preposition), "in" | "at").then_some(preposition)
    }

    /// "Red Letters, an adaptation of a novel, starring Kern and | Tom Reed": the title before those who play in it.
    fn before_cast(&self, cast: &Mention) -> Option<&Mention> {
        let (page, names) = (self.page, self.resolver.names());
        let floor = self.sentence.first_token as usize;
        let leads = |at: usize| {
            let is_credit = matches!(page.word(at), "starring" | "featuring")
                || matches!(page.word(at), "directed" | "written" | "produced") && page.word(at + 1) == "by";
            is_credit && at > 0 && page.raw(at - 1) == ","
        };
        let credit = (cast.first.saturating_sub(CAST_TOKENS).max(floor)..cast.first).rev().find(|&at| leads(at))?;
        // nothing but names and what joins them
        let is_list =
            |at: usize| !page.is_word(at) || names.covering(at).is_some() || matches!(page.word(at), "and" | "alongside" | "by" | "with");
        let titled = names
            .within(floor, credit)
            .iter()
            .rev()
            .find(|mention| names.of(mention).is_some_and(|name| !name.is_person() && !name.is_place && !mention.is_possessive));
        titled.filter(|_| (credit + 1..cast.first).all(is_list))
    }

    /// "Kern stars in the space adventure, | which will be out": the description before the comma.
    fn described_before(&self, pronoun: usize) -> Option<Referent> {
        let (page, resolver) = (self.page, self.resolver);
        let end = pronoun.checked_sub(1)?;
        let first = (end.saturating_sub(DESCRIPTION_TOKENS)..end).rev().find(|&at| matches!(page.word(at), "the" | "this"))?;
        // "Episode 14 of the drama, which": that one
        let lead = first.saturating_sub(PART_TOKENS).max(self.sentence.first_token as usize);
        let part = resolver.resolve(lead, end).filter(|meant| page.word_left(first, 1) == "of" && meant.part.is_some());
        if part.is_some() {
            return part;
        }
        let is_plain = resolver.names().within(first, end).is_empty() && (first..end).all(|at| page.is_word(at) || page.raw(at) == "-");
        let comes_out = matches!(self.group.kind, Head::Trigger(_) | Head::Planned);
        let meant = resolver.resolve(first, end).filter(|found| is_plain && comes_out && found.role == Some(Role::Work));
        meant.or_else(|| resolver.main_work().filter(|main| is_plain && self.describes_work(main, (first, end))))
    }

    /// "which was delayed until May": the cue has its own date.
    fn takes_date(&self) -> bool {
        (self.group.end..self.sentence.end_token as usize).any(|at| self.page.begins_date(at))
    }

    /// Whether an active verb has an object of words on no list: "her blonde locks", "the contracts".
    fn names_unknown(&self) -> bool {
        let page = self.page;
        let Some((first, end)) = object_range(page, self.sentence, self.groups, self.at) else { return false };
        let is_unknown = |i: usize| page.is_word(i) && !is_light(page, i) && !matches!(page.word(i), "it" | "them" | "both");
        !self.resolver.is_bare_pronoun(first, end) && (first..end).any(is_unknown)
    }

    /// "moved the pic from May 28": the title that an object on no list describes.
    fn described_object(&self) -> Option<Referent> {
        let object = object_range(self.page, self.sentence, self.groups, self.at)?;
        self.resolver.resolve(self.group.first, self.group.first).filter(|meant| self.describes_work(meant, object))
    }

    /// "the Pinnacle pic is now slated": the title, not the company.
    fn title_behind_owner(&self, left: &Referent, (first, end): (usize, usize)) -> Option<Referent> {
        let (page, resolver) = (self.page, self.resolver);
        let is_owner = left.thing.is_empty() && left.moment.is_empty() && !resolver.names().is_work(left.name);
        let mention =
            resolver.names().within(first, end).last().filter(|mention| is_owner && !mention.is_possessive && mention.end < end)?;
        // "Tom Reed’s Pinnacle pic"
        let is_led = mention.first > first && matches!(page.word(mention.first - 1), "the" | "s");
        let has_noun = page.is_word(mention.end) && !is_light(page, mention.end);
        resolver.main_work().filter(|meant| is_led && has_noun && self.describes_work(meant, (mention.end, end)))
    }

    /// "The action entertainer will now arrive", "the six-parter": a noun on no list, but what comes out is what the article
    /// is about.
    fn describes_work(&self, guess: &Referent, (first, end): (usize, usize)) -> bool {
        let (page, resolver) = (self.page, self.resolver);
        let comes_out = match self.group.kind {
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
}

/// Whether what the verb tells of is its object where it is active: "releases the song", "opens the run".
fn takes_object(kind: Head) -> bool {
    use Happens as H;
    matches!(kind, Head::Cue(_) | Head::Trigger(H::Out | H::Premiere | H::Make | H::Place | H::Perform | H::Air | H::Start | H::End))
}

/// "The movie", where the article has no title for it.
fn is_nameless_work(page: &Page<'_>, first: usize, end: usize) -> bool {
    (first..end).any(|at| page.phrase_at(&WORDS.things, at, end).is_some_and(|(phrase, _)| phrase.entry.role == Role::Work))
}

impl Referent {
    fn is_about_something(&self) -> bool {
        self.name.is_some() || !self.thing.is_empty() || !self.moment.is_empty()
    }
}
