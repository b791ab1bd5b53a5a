//! One article's facts put together: what was, what is now, and what says so.

use std::collections::BTreeMap;

use super::cues::ValueFact;
use super::fact::{Fact, Value, is_doubtful_sentence};
use super::names::{Name, Names, is_title_case};
use super::page::Page;
use super::source::sources_of;
use super::subject::Referent;
use super::words::{CueWord, Happens, Role, Toward, kind_of};
use super::{Claim, Event, Facet, Heading, Kind, Note, NoteKind, Says, Stated, Status, Subject};
use crate::civil::ClaimedDate;
use crate::text::Span;

/// What makes two facts of one article be about the same announcement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Identity {
    name: usize,
    thing: &'static str,
    kind: Kind,
    part: Option<String>,
}

/// Statements from facts, in reading order.
pub(super) fn tell(page: &Page<'_>, names: &Names, facts: &[Fact], values: &[ValueFact]) -> Vec<Event> {
    let things = usual_things(names, facts);
    let runs = runs_of(facts);
    let mut groups: BTreeMap<Identity, Vec<&Fact>> = BTreeMap::new();
    for fact in facts {
        if let Some(mut identity) = identity_of(names, &things, fact) {
            if identity.thing == "concert" && (fact.referent.noun.ends_with('s') || !fact.referent.moment.is_empty())
                && let Some(run) = runs.get(&identity.name)
            {
                identity.thing = run;
                identity.kind = kind_of(run, None);
            }
            let usual = things.get(&identity.name).copied().unwrap_or_default();
            if is_screened(identity.thing) && is_screened(usual) && identity.thing != usual {
                // a "drama" of one sentence is the "film" of the next
                identity.kind = if matches!(identity.kind, Kind::Release | Kind::Premiere) { kind_of(usual, None) } else { identity.kind };
                identity.thing = usual;
            }
            groups.entry(identity).or_default().push(fact);
        }
    }
    let mut told: Vec<(usize, Event)> = Vec::new();
    for (identity, members) in &groups {
        let story = Story { page, names, identity, members };
        told.extend(story.events());
    }
    told.extend(values.iter().filter_map(|value| value_event(page, names, &things, value)));
    told.sort_by(|(a, x), (b, y)| (x.quote.start, a).cmp(&(y.quote.start, b)));
    told.into_iter().map(|(_, event)| event).collect()
}

/// The sort of thing each name mostly is.
fn usual_things(names: &Names, facts: &[Fact]) -> BTreeMap<usize, &'static str> {
    let mut counts: BTreeMap<(usize, &'static str), u32> = BTreeMap::new();
    for (idx, name) in names.names.iter().enumerate() {
        if let Some(thing) = name.thing {
            *counts.entry((idx, thing)).or_default() += 2;
        }
    }
    for referent in facts.iter().map(|fact| &fact.referent) {
        if let (Some(name), false, Some(Role::Work)) = (referent.name, referent.thing.is_empty(), referent.role) {
            *counts.entry((name, referent.thing)).or_default() += 1;
        }
    }
    let mut best: BTreeMap<usize, (&'static str, u32)> = BTreeMap::new();
    for ((name, thing), n) in counts {
        let slot = best.entry(name).or_insert((thing, n));
        if n > slot.1 {
            *slot = (thing, n);
        }
    }
    best.into_iter().map(|(name, (thing, _))| (name, thing)).collect()
}

fn is_screened(thing: &str) -> bool {
    matches!(thing, "film" | "show")
}

/// Who is on a tour or has a residency: their "shows" and "dates" are its own.
fn runs_of(facts: &[Fact]) -> BTreeMap<usize, &'static str> {
    let runs = facts.iter().filter(|fact| matches!(fact.referent.thing, "tour" | "residency"));
    runs.filter_map(|fact| Some((fact.referent.name?, fact.referent.thing))).collect()
}

fn identity_of(names: &Names, things: &BTreeMap<usize, &'static str>, fact: &Fact) -> Option<Identity> {
    let referent = &fact.referent;
    let name = referent.name?;
    let usual = things.get(&name).copied().unwrap_or_default();
    let is_work = names.names.get(name).is_some_and(Name::is_work);
    let thing = match referent.thing {
        "" if fact.happens == Some(Happens::Wed) && !is_work => "wedding",
        "" if is_work => usual,
        "" => "",
        thing => thing,
    };
    let moment = match referent.moment {
        "premiere" => Some(Happens::Premiere),
        "release" | "debut" => Some(Happens::Out),
        "filming" => Some(Happens::Make),
        _ => None,
    };
    let happens = if moment == Some(Happens::Make) { moment } else { fact.happens.or(moment) };
    let part = match (&referent.part, happens) {
        (Some(part), _) => Some(part.clone()),
        (None, Some(Happens::End)) => Some("end".to_owned()),
        (None, _) => None,
    };
    let kind = match part.as_deref() {
        Some("trailer" | "tickets") => Kind::Release,
        Some("finale" | "rerun") => Kind::Broadcast,
        Some(part) if part.starts_with("episode") => Kind::Broadcast,
        _ => match kind_of(thing, happens) {
            // a title of unknown sort comes out; so does an act that debuts
            Kind::Other if thing.is_empty() && is_work => Kind::Release,
            Kind::Premiere if thing.is_empty() => Kind::Release,
            kind => kind,
        },
    };
    Some(Identity { name, thing, kind, part })
}

/// A change of person, place or form as a statement.
fn value_event(page: &Page<'_>, names: &Names, things: &BTreeMap<usize, &'static str>, value: &ValueFact) -> Option<(usize, Event)> {
    let name = value.referent.name?;
    let is_person = names.names.get(name).is_none_or(|name| !name.is_work());
    if is_person && value.facet != Facet::Who && value.referent.thing.is_empty() {
        return None;
    }
    let usual = things.get(&name).copied().unwrap_or_default();
    let thing = if value.referent.thing.is_empty() { usual } else { value.referent.thing };
    let kind = if value.facet == Facet::Who { Kind::Casting } else { kind_of(thing, None) };
    let identity = Identity { name, thing, kind, part: None };
    let story = Story { page, names, identity: &identity, members: &[] };
    let sentence = page.sentences.get(value.sentence)?;
    let (sources, voice) = sources_of(page, names, sentence);
    let stated = Stated {
        says: value.says,
        cue: value.cue,
        from: None,
        from_text: value.from.clone(),
        from_inferred: value.from_inferred,
        shift: None,
        is_history: value.is_passing || is_told_of_the_past(page, value.sentence),
    };
    let event = Event {
        article: 0,
        subject: story.subject(&value.referent),
        kind,
        facet: value.facet,
        part: None,
        territory: None,
        status: Status::Scheduled,
        claim: None,
        value_text: value.to.clone(),
        sources,
        voice,
        quote: sentence.span,
        heading: if is_heading(page, sentence) { Heading::Yes } else { Heading::No },
        stated: Some(stated),
        is_background: false,
        about: None,
        notes: Vec::new(),
    };
    Some((value.at, event))
}

/// The facts about one announcement.
struct Story<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    identity: &'a Identity,
    members: &'a [&'a Fact],
}

impl Story<'_> {
    fn events(&self) -> Vec<(usize, Event)> {
        let mut events = Vec::new();
        // the last date left behind, and where it stood
        let mut old: Option<(Claim, usize)> = self.standing_old();
        let mut chained: Option<(Claim, usize)> = None;
        for fact in self.members {
            let mut event = self.plain_event(fact);
            match self.value(fact) {
                Value::Old | Value::Was => {
                    if let Some(claim) = fact.claim.as_ref().filter(|_| self.value(fact) == Value::Old) {
                        event.status = Status::Superseded;
                        if fact.value == Value::New {
                            event.stated = self.stated_move(fact, self.old_before(fact));
                            event.status = if event.stated.is_some() { Status::Scheduled } else { Status::Superseded };
                        }
                        if chained.is_none() && !self.has_nearer_old(fact) {
                            old = Some((claim.clone(), fact.sentence));
                        }
                    }
                }
                Value::New if fact.claim.is_none() => {
                    let base = old.clone().or_else(|| self.only_date());
                    event.claim = base.as_ref().and_then(|(base, _)| self.counted(fact, base));
                    event.stated = event.claim.is_some().then(|| Stated {
                        says: Says::Moved,
                        cue: fact.words.unwrap_or_default(),
                        from: base.map(|(claim, _)| claim),
                        from_text: None,
                        from_inferred: false,
                        shift: fact.shift,
                        is_history: false,
                    });
                }
                Value::New | Value::Plain => {
                    let told_here = self.old_here(fact).map(|claim| (claim, fact.sentence));
                    let follows = chained.clone().filter(|(_, at)| fact.sentence <= at + 2 && fact.value == Value::New);
                    let from = told_here.or(follows).or_else(|| old.clone());
                    event.stated = self.stated_move(fact, from.map(|(claim, _)| claim)).or_else(|| self.moved_before(fact));
                    if event.stated.is_some() && fact.value == Value::New {
                        chained = fact.claim.clone().map(|claim| (claim, fact.sentence));
                    }
                }
                Value::Without => {
                    let withdrawn = chained.as_ref().filter(|(_, at)| self.withdraws_again(fact, *at)).map(|(claim, _)| claim);
                    // "now pushed back by another year": counted from the last step told
                    let counts_on = fact.shift.and(chained.as_ref()).map(|(claim, _)| claim);
                    let base = withdrawn.or(counts_on).or(old.as_ref().map(|(claim, _)| claim));
                    event.stated = self.stated_without(fact, base, withdrawn.is_some());
                    let moved = event.stated.as_ref().filter(|stated| stated.shift.is_some());
                    event.claim = moved.and_then(|stated| stated.from.as_ref()).and_then(|base| self.counted(fact, base));
                }
                Value::Done | Value::Told => {}
            }
            if !self.can_change() {
                // "Kim returns", "the council extends": who, not what
                event.stated = None;
            }
            Self::settle(&mut event);
            if event.claim.is_some() || event.stated.is_some() {
                events.push((fact.at, event));
            }
        }
        self.settle_chain(&mut events);
        self.set_aside(&mut events);
        events
    }

    /// Whether it is a thing that has a date, and not somebody.
    fn can_change(&self) -> bool {
        let is_work = self.names.names.get(self.identity.name).is_some_and(Name::is_work);
        let is_moment = self.members.iter().any(|fact| !fact.referent.moment.is_empty());
        let is_thing = is_work || !self.identity.thing.is_empty() || self.identity.part.is_some() || is_moment;
        is_thing && self.identity.kind != Kind::Other
    }

    /// Whether the article tells that it was off before: only then it can be on again.
    fn was_off(&self) -> bool {
        let off = |fact: &&Fact| fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Cancelled | Says::Postponed));
        self.identity.kind == Kind::Production || self.members.iter().any(|fact| off(&fact))
    }

    /// "first April, then December, and now a year later": the step to the date that holds starts from the last of
    /// the others.
    fn settle_chain(&self, events: &mut [(usize, Event)]) {
        let is_step = |event: &Event| event.stated.as_ref().is_some_and(|stated| stated.says == Says::Moved && !stated.is_history);
        let steps: Vec<(usize, ClaimedDate, Option<ClaimedDate>)> = events
            .iter()
            .enumerate()
            .filter(|(_, (_, event))| is_step(event))
            .filter_map(|(i, (_, event))| {
                let from = event.stated.as_ref().and_then(|stated| stated.from.as_ref()).map(|from| from.date);
                Some((i, event.claim.as_ref()?.date, from))
            })
            .collect();
        let goes_on = |to: &ClaimedDate| steps.iter().any(|(_, _, from)| from.is_some_and(|from| !differs(&from, to)));
        let reported = self.page.article.report_day();
        let is_ahead = |to: &ClaimedDate| to.last().zip(reported).is_none_or(|(last, reported)| last >= reported);
        let rank = |(i, to, _): &&(usize, ClaimedDate, Option<ClaimedDate>)| (is_ahead(to), !goes_on(to), std::cmp::Reverse(*i));
        let Some(&(_, last, _)) = steps.iter().max_by_key(rank) else { return };
        let earlier: Vec<ClaimedDate> = steps.iter().map(|(_, to, _)| *to).filter(|to| differs(to, &last)).collect();
        let Some(before) = earlier.iter().rfind(|to| !goes_on(to)).or(earlier.last()).copied() else { return };
        let left = events.iter().filter_map(|(_, event)| event.claim.clone()).find(|claim| claim.date == before);
        for (_, event) in events.iter_mut().filter(|(_, event)| is_step(event)) {
            let Some(to) = event.claim.as_ref().map(|claim| claim.date) else { continue };
            let span = event.quote;
            let Some(stated) = &mut event.stated else { continue };
            if differs(&to, &last) {
                continue;
            }
            let is_own = stated.from.as_ref().and_then(|from| from.expression).is_some_and(|words| span.overlaps(words));
            if !is_own {
                stated.from = left.clone().or(stated.from.take());
            }
        }
    }

    /// One article gives one thing one date: where plain dates exclude each other, all but the best told are of
    /// something else and are set aside.
    fn set_aside(&self, events: &mut [(usize, Event)]) {
        if !matches!(self.identity.kind, Kind::Release | Kind::Premiere | Kind::Ceremony) {
            return;
        }
        let left_behind: Vec<ClaimedDate> =
            events.iter().filter_map(|(_, event)| event.stated.as_ref()?.from.as_ref()).map(|from| from.date).collect();
        let stands = |event: &Event| matches!(event.status, Status::Scheduled | Status::Happened);
        let standing = |event: &Event| {
            event
                .claim
                .as_ref()
                .filter(|claim| !event.is_background && stands(event) && claim.date.range().is_some())
                .map(|claim| claim.date)
                .filter(|date| !left_behind.iter().any(|old| !differs(old, date)))
        };
        let dates: Vec<(ClaimedDate, usize)> = events
            .iter()
            .filter_map(|(_, event)| {
                Some((standing(event)?, if event.stated.is_some() { 100 } else { 1 + usize::from(event.status == Status::Scheduled) }))
            })
            .collect();
        let support =
            |date: &ClaimedDate| -> usize { dates.iter().filter(|(other, _)| !differs(date, other)).map(|(_, weight)| weight).sum() };
        let Some((best, _)) = dates.iter().rev().max_by_key(|(date, _)| support(date)).copied() else { return };
        for (_, event) in events.iter_mut() {
            event.is_background |= event.stated.is_none() && standing(event).is_some_and(|date| differs(&date, &best));
        }
    }

    /// How a fact's value stands once the whole article is known: a plan that another sentence replaces is old.
    fn value(&self, fact: &Fact) -> Value {
        match fact.value {
            Value::Was if fact.claim.is_some() && self.is_replaced(fact) => Value::Old,
            Value::Plain if fact.claim.is_some() && self.is_overturned(fact) => Value::Old,
            // "it won’t be out on September 15", beside "the album is delayed"
            Value::Plain if fact.is_negative && fact.claim.is_some() && self.is_put_off() => Value::Old,
            Value::New if fact.claim.is_some() && self.has_passed(fact) && self.has_later_plan(fact) => Value::Old,
            value => value,
        }
    }

    /// "X, set for January 6, is now pushed": the plan and the cue stand in one sentence, and the cue has no other plan.
    fn is_overturned(&self, plan: &Fact) -> bool {
        let withdraws = |fact: &&&Fact| {
            let cue = fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed | Says::Cancelled));
            let turns = fact.sentence == plan.sentence + 1 && fact.value == Value::Without && self.turns(fact.sentence);
            cue && (fact.sentence == plan.sentence || turns)
                && fact.at != plan.at
                && matches!(fact.value, Value::Without | Value::New)
                && !fact.is_possible
                && !fact.is_negative
        };
        // "All set for April 14, it will now hit theaters on April 22"
        let replaced = |fact: &&Fact| {
            fact.value == Value::New
                && fact.sentence == plan.sentence
                && fact.at > plan.at
                && !fact.is_possible
                && fact.claim.as_ref().zip(plan.claim.as_ref()).is_some_and(|(new, old)| differs(&old.date, &new.date))
        };
        if plan.is_loose && plan.happens.is_none() && self.members.iter().any(|fact| replaced(&fact)) {
            return true;
        }
        let precedes_finite = |fact: &&Fact| fact.at > plan.at || plan.is_loose;
        plan.happens.is_none() && self.members.iter().find(withdraws).is_some_and(precedes_finite)
    }

    /// Whether the article says that the date is gone.
    fn is_put_off(&self) -> bool {
        self.members.iter().any(|fact| {
            let cue = fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed));
            cue && matches!(fact.value, Value::Without | Value::New) && !fact.is_possible && !fact.is_negative
        })
    }

    /// "The film has been pushed. … It takes over cinemas on 18 February": the only date ahead, told after the news of
    /// a move without any.
    fn moved_before(&self, fact: &Fact) -> Option<Stated> {
        let ahead = |other: &&&Fact| {
            matches!(self.value(other), Value::New | Value::Plain | Value::Was) && other.claim.is_some() && !other.is_negative
        };
        let is_only = self.members.iter().filter(ahead).all(|other| {
            let (one, other) = (fact.claim.as_ref(), other.claim.as_ref());
            one.zip(other).is_some_and(|(one, other)| !differs(&one.date, &other.date))
        });
        let told = self.members.iter().filter(|other| other.at < fact.at && other.value == Value::Without && other.shift.is_none());
        let (cue, told) = told.filter_map(|told| Some((told.cue?, told))).find(|((cue, _), told)| {
            matches!(cue.says, Says::Moved | Says::Postponed) && !told.is_possible && !told.is_negative && self.is_news(told, cue.says)
        })?;
        let is_day = fact.claim.as_ref().is_some_and(|claim| claim.date.first().is_some());
        (is_only && is_day && fact.cue.is_none() && !fact.is_unsure && !fact.is_possible && !self.has_passed(fact) && told.sentence <= fact.sentence).then_some(
            Stated {
                says: Says::Moved,
                cue: cue.1,
                from: None,
                from_text: None,
                from_inferred: false,
                shift: None,
                is_history: false,
            },
        )
    }

    /// Whether a sentence begins with "However" or "But".
    fn turns(&self, sentence: usize) -> bool {
        let first = self.page.sentences.get(sentence).map(|sentence| sentence.first_token as usize);
        first.is_some_and(|first| matches!(self.page.word(first), "however" | "but" | "unfortunately" | "yet"))
    }

    /// Whether the article has an old date that is not marked as the first of all: "originally" goes further back.
    fn has_nearer_old(&self, fact: &Fact) -> bool {
        fact.is_first
            && self
                .members
                .iter()
                .any(|other| other.at != fact.at && !other.is_first && other.claim.is_some() && self.value(other) == Value::Old)
    }

    /// A date that had gone by when the article was written.
    fn has_passed(&self, fact: &Fact) -> bool {
        let last = fact.claim.as_ref().and_then(|claim| claim.date.last());
        last.zip(self.page.article.report_day()).is_some_and(|(last, reported)| last < reported)
    }

    /// Whether the article gives a date that is still ahead.
    fn has_later_plan(&self, fact: &Fact) -> bool {
        self.members.iter().any(|other| {
            other.at != fact.at && matches!(other.value, Value::New | Value::Plain) && other.claim.is_some() && !self.has_passed(other)
        })
    }

    /// The old date that stands in the same sentence as a new one: "was slated for December, then pushed up to November".
    fn old_here(&self, fact: &Fact) -> Option<Claim> {
        let here = |other: &&&Fact| other.sentence == fact.sentence && other.claim.is_some() && self.value(other) == Value::Old;
        let before = self.members.iter().rfind(|other| here(other) && other.at < fact.at);
        before.or_else(|| self.members.iter().find(here)).and_then(|other| other.claim.clone()).filter(|_| fact.value == Value::New)
    }

    /// Whether a cue without any date is this article's news: in its headline or lead, of what it is about, as a full sentence.
    fn is_news(&self, fact: &Fact, says: Says) -> bool {
        let Some(name) = self.names.names.get(self.identity.name) else { return false };
        let lead = self
            .page
            .sentences
            .iter()
            .filter(|sentence| !self.page.is_clutter(sentence))
            .take(LEAD_SENTENCES)
            .last()
            .map_or(0, |sentence| sentence.span.start);
        let in_lead = self.page.sentences.get(fact.sentence).is_some_and(|sentence| sentence.span.start <= lead);
        let is_about = name.is_lead && (fact.referent.is_named || name.n_mentions > 1);
        let needs_more = says == Says::Reinstated && !self.page.has_word("cancel") && fact.referent.moment != "filming";
        in_lead && is_about && !fact.is_loose && !needs_more
    }

    /// The old date told just before, in the same or the sentence before.
    fn old_before(&self, fact: &Fact) -> Option<Claim> {
        let near = |other: &&&Fact| {
            other.at < fact.at && other.sentence + 1 >= fact.sentence && other.claim.is_some() && self.value(other) == Value::Old
        };
        self.members.iter().rfind(near).and_then(|other| other.claim.clone())
    }

    /// The old date that the present one replaces: the last told, "originally" only where there is no other.
    fn standing_old(&self) -> Option<(Claim, usize)> {
        let olds = || self.members.iter().filter(|fact| fact.claim.is_some() && self.value(fact) == Value::Old);
        let nearest = olds().rfind(|fact| !fact.is_first).or_else(|| olds().next_back())?;
        nearest.claim.clone().map(|claim| (claim, nearest.sentence))
    }

    /// "was rescheduled for January 23, but the studio delays it once again": the new date goes too.
    fn withdraws_again(&self, fact: &Fact, since: usize) -> bool {
        let Some((first, end)) = fact.group else { return false };
        let again = (first..end + 5).any(|at| matches!(self.page.word(at), "again" | "further"));
        fact.sentence <= since + 1 && again
    }

    /// The only date the article gives as standing.
    fn only_date(&self) -> Option<(Claim, usize)> {
        let mut dates = self
            .members
            .iter()
            .filter(|fact| matches!(fact.value, Value::Was | Value::Plain))
            .filter_map(|fact| Some((fact.claim.clone()?, fact.sentence)));
        dates.next()
    }

    /// A length counted from a date: "preponed by a day", "a day before the scheduled release date".
    fn counted(&self, fact: &Fact, base: &Claim) -> Option<Claim> {
        let (n, unit) = fact.shift?;
        let range = base.date.range()?.shifted(n, unit)?;
        let words = fact.words.map_or("", |span| span.of(self.page.text));
        let (base_day, day) =
            (crate::civil::edtf::edtf(&ClaimedDate::days(*base.date.range()?))?, crate::civil::edtf::edtf(&ClaimedDate::days(range))?);
        let derivation = format!("{words:?}, counted from {base_day} = {day}");
        Some(Claim { date: ClaimedDate::days(range), expression: fact.words, derivation: Some(derivation) })
    }

    /// Whether another fact of the article replaces a date that "was slated".
    fn is_replaced(&self, was: &Fact) -> bool {
        self.members.iter().any(|fact| {
            let withdraws = fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed | Says::Cancelled));
            let replaces = fact.value == Value::New || fact.value == Value::Without && withdraws && !fact.is_negative && !fact.is_possible;
            let follows = fact.value == Value::Plain && fact.sentence >= was.sentence && fact.sentence <= was.sentence + 2;
            (replaces || follows) && fact.at != was.at
        })
    }

    /// A date that replaces another.
    fn stated_move(&self, fact: &Fact, from: Option<Claim>) -> Option<Stated> {
        if fact.is_possible || fact.is_negative {
            return None;
        }
        let claim = fact.claim.as_ref().filter(|claim| claim.date.first().is_some())?;
        let cue = fact
            .cue
            .filter(|(cue, _)| matches!(cue.says, Says::Moved | Says::Postponed | Says::Extended | Says::Shortened | Says::Reinstated));
        let from = from.filter(|from| differs(&from.date, &claim.date));
        if let Some((cue, _)) = cue {
            let is_run = matches!(cue.says, Says::Extended | Says::Shortened);
            if cue.says == Says::Reinstated && !self.was_off() || is_run && from.is_none() && !self.is_news(fact, cue.says) {
                return None;
            }
        }
        let says = match cue {
            Some(_) if from.as_ref().is_some_and(|from| from.date.range() == claim.date.range()) => Says::TimeChanged,
            // "moved to May 18", and nobody says from when: only another article's date makes that a step
            Some((cue, _)) if cue.says == Says::Moved && cue.toward == Toward::Either && from.is_none() => return None,
            Some((cue, _)) if cue.says != Says::Postponed => cue.says,
            Some(_) => Says::Moved,
            None if from.is_some() && (fact.value == Value::New || self.is_contrasted(fact)) => Says::Moved,
            None => return None,
        };
        let span = cue.map_or_else(|| fact.group.map_or(Span::default(), |(first, end)| self.page.span(first, end)), |(_, span)| span);
        Some(Stated { says, cue: span, from, from_text: None, from_inferred: false, shift: None, is_history: self.is_long_ago(fact) })
    }

    /// Whether a date ahead stands beside the old one, or is the only one the article gives.
    fn is_contrasted(&self, fact: &Fact) -> bool {
        let beside = |old: &&&Fact| {
            self.value(old) == Value::Old && old.claim.is_some() && old.sentence <= fact.sentence && fact.sentence <= old.sentence + 2
        };
        let others = || {
            let standing = self
                .members
                .iter()
                .filter(|other| other.at != fact.at && matches!(self.value(other), Value::New | Value::Plain) && !other.is_unsure);
            standing.filter_map(|other| other.claim.as_ref())
        };
        let agrees = |other: &&Claim| fact.claim.as_ref().is_some_and(|claim| !differs(&claim.date, &other.date));
        let n_agree = others().filter(agrees).count();
        !fact.is_unsure && (self.members.iter().any(|old| beside(&old)) || n_agree >= others().count() - n_agree)
    }

    /// A cue with no new date: withdrawn, cancelled, on again, or moved by a length.
    fn stated_without(&self, fact: &Fact, old: Option<&Claim>, is_again: bool) -> Option<Stated> {
        let (cue, span) = fact.cue?;
        if fact.is_possible || fact.is_negative || is_doubtful_sentence(self.page, self.page.sentences.get(fact.sentence)?) {
            return None;
        }
        // "called off the release by a week"
        let mut says = if cue.says == Says::Cancelled && fact.shift.is_some() { Says::Moved } else { cue.says };
        if says == Says::Postponed || says == Says::Moved {
            if fact.shift.is_some() {
                says = Says::Moved;
            } else if says == Says::Moved || !is_again && self.new_date().is_some() {
                return None;
            }
        }
        let from = old.cloned();
        if from.is_none() && fact.shift.is_none() && !self.is_news(fact, says) {
            return None;
        }
        Some(Stated {
            says,
            cue: span,
            from,
            from_text: None,
            from_inferred: false,
            shift: fact.shift.map(|shift| signed(cue, shift)),
            is_history: self.is_long_ago(fact) || self.came_out(old) || says == Says::Postponed && self.has_long_passed(old) || is_told_of_the_past(self.page, fact.sentence),
        })
    }

    /// A date that was given up weeks before the article: whoever gave it up did so before.
    fn has_long_passed(&self, old: Option<&Claim>) -> bool {
        let last = old.and_then(|old| old.date.last());
        last.zip(self.page.article.report_day())
            .is_some_and(|(last, reported)| crate::civil::calendar::days_between(last, reported) > PASSED_DAYS)
    }

    /// Whether the article tells that it took place after all: a delay before that is history.
    fn came_out(&self, old: Option<&Claim>) -> bool {
        let reported = self.page.article.report_day();
        let mut done = self.members.iter().filter(|fact| fact.value == Value::Done).filter_map(|fact| fact.claim.as_ref()?.date.last());
        let after = old.and_then(|old| old.date.first());
        done.any(|day| {
            let lately = reported.is_some_and(|reported| crate::civil::calendar::days_between(day, reported) <= 7);
            lately || after.is_some_and(|after| day >= after)
        })
    }

    /// A date of this article that holds now.
    fn new_date(&self) -> Option<&Claim> {
        self.members
            .iter()
            .filter(|fact| matches!(self.value(fact), Value::New | Value::Plain) && !fact.is_possible && !fact.is_negative)
            .find_map(|fact| fact.claim.as_ref())
    }

    /// Told of a time well before the report.
    fn is_long_ago(&self, fact: &Fact) -> bool {
        let reported = self.page.article.report_day();
        fact.told_on.zip(reported).is_some_and(|(told, reported)| crate::civil::calendar::days_between(told, reported) > LONG_AGO_DAYS)
    }

    /// The kind of one statement: what comes again and again is a broadcast, whatever its first night is.
    fn kind_of(&self, fact: &Fact) -> Kind {
        let recurs = fact.claim.as_ref().is_some_and(|claim| claim.date.range().is_none());
        match self.identity.kind {
            _ if fact.value == Value::Told => Kind::Report,
            Kind::Premiere | Kind::Release if recurs => Kind::Broadcast,
            kind => kind,
        }
    }

    /// What a careful reader should know of the date.
    fn notes_of(&self, fact: &Fact) -> Vec<Note> {
        let other = fact.contradicts.map(|span| span.of(self.page.text));
        other.map(|words| Note { kind: NoteKind::Contradiction, text: format!("the article also says “{words}”") }).into_iter().collect()
    }

    /// The event of a fact before anything is known of the others.
    fn plain_event(&self, fact: &Fact) -> Event {
        let sentence = self.page.sentences.get(fact.sentence).copied();
        let (sources, voice) =
            sentence.as_ref().map_or((Vec::new(), super::Voice::Outlet), |sentence| sources_of(self.page, self.names, sentence));
        let heading = sentence.as_ref().is_some_and(|sentence| is_heading(self.page, sentence));
        let status = match fact.value {
            _ if fact.is_possible => Status::Rumoured,
            _ if fact.is_negative => Status::Denied,
            Value::Done => Status::Happened,
            _ => Status::Scheduled,
        };
        Event {
            article: 0,
            subject: self.subject(&fact.referent),
            kind: self.kind_of(fact),
            facet: Facet::When,
            part: self.identity.part.clone(),
            territory: None,
            status,
            claim: fact.claim.clone(),
            value_text: None,
            sources,
            voice,
            quote: sentence.map(|sentence| sentence.span).unwrap_or_default(),
            heading: if heading { Heading::Yes } else { Heading::No },
            stated: None,
            is_background: fact.is_unsure,
            about: None,
            notes: self.notes_of(fact),
        }
    }

    /// Status from the change it tells.
    fn settle(event: &mut Event) {
        if let Some(stated) = &event.stated {
            match stated.says {
                Says::Postponed => event.status = Status::Postponed,
                Says::Cancelled => event.status = Status::Cancelled,
                _ => {}
            }
        }
    }

    fn subject(&self, referent: &Referent) -> Subject {
        let name = self.names.names.get(self.identity.name);
        let title = name.map_or("", |name| name.text.as_str());
        // the most telling noun of the article: "OST" rather than "song", "table read" rather than "event"
        let is_plain = |noun: &str| noun.is_empty() || noun == self.identity.thing;
        let fits = |other: &&Referent| other.thing == self.identity.thing && other.moment.is_empty() && !is_plain(&other.noun);
        let own = Some(referent).filter(|own| own.thing == self.identity.thing && own.moment.is_empty() && !own.noun.is_empty());
        let telling = own.into_iter().chain(self.members.iter().map(|fact| &fact.referent)).find(fits);
        let noun = telling.or(own).map_or(self.identity.thing, |referent| referent.noun.as_str());
        let mut text = title.to_owned();
        let shown = match noun {
            "ost" => "OST",
            noun => noun,
        };
        let is_titled = name.is_some_and(Name::is_work) && name.and_then(|name| name.thing) == Some(self.identity.thing);
        let has_noun = title.to_lowercase().ends_with(noun);
        if !shown.is_empty() && !has_noun && (!is_titled || referent.role == Some(Role::Happening)) {
            text.push(' ');
            text.push_str(shown);
        }
        let by = referent
            .owner
            .filter(|owner| *owner != self.identity.name)
            .and_then(|owner| self.names.names.get(owner))
            .map(|owner| owner.text.clone());
        Subject {
            text,
            name: name.map(|name| name.words.clone()).unwrap_or_default(),
            thing: self.identity.thing.to_owned(),
            known_as: name.map(|name| name.known_as.clone()).unwrap_or_default(),
            // a work without a title is its maker's
            by: if name.is_some_and(|name| !name.is_work()) { name.map(|name| name.text.clone()) } else { by }.into_iter().collect(),
        }
    }
}

/// "In January she said that delays forced her to postpone": every date of the sentence lies long before the report.
fn is_told_of_the_past(page: &Page<'_>, sentence: usize) -> bool {
    let Some(sentence) = page.sentences.get(sentence) else { return false };
    let mut dates = page.dates_in(sentence).filter_map(|(_, date)| date.date.and_then(|date| date.last())).peekable();
    let Some(reported) = page.article.report_day() else { return false };
    dates.peek().is_some() && dates.all(|last| crate::civil::calendar::days_between(last, reported) > PASSED_DAYS)
}

/// How many sentences are the lead.
const LEAD_SENTENCES: usize = 4;

/// A change told of more than this many days before the report is history.
const LONG_AGO_DAYS: i64 = 45;

/// A date withdrawn that lies more than this many days before the report was withdrawn earlier.
const PASSED_DAYS: i64 = 28;

fn signed(cue: CueWord, (n, unit): (i64, crate::civil::Unit)) -> (i64, crate::civil::Unit) {
    let n = if cue.toward == Toward::Earlier { -n.abs() } else { n };
    (n, unit)
}

/// Whether two dates cannot be the same.
fn differs(before: &ClaimedDate, after: &ClaimedDate) -> bool {
    match (before.range(), after.range()) {
        (Some(one), Some(other)) if one == other => {
            before.clock.zip(after.clock).is_some_and(|(one, other)| (one.hour, one.minute) != (other.hour, other.minute))
        }
        (Some(before), Some(after)) => !before.overlaps(after),
        _ => before != after,
    }
}

/// A headline, subheading or caption: a short paragraph with no full stop, or one that repeats.
fn is_heading(page: &Page<'_>, sentence: &crate::language::Sentence) -> bool {
    let words = sentence.span.of(page.text);
    let ends = words.trim_end().ends_with(['.', '!', '?', '”', '"', '’']);
    is_title_case(page, sentence) || !ends && sentence.starts_paragraph && words.len() < 200
}
