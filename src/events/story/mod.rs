//! One article's facts put together: what was, what is now, and what says so.

mod anew;
mod hours;
mod orphans;
mod settled;
mod stated;
mod tracks;
mod waits;
mod weighed;

use std::collections::BTreeMap;

use self::tracks::Identity;
use self::weighed::{differs, is_told_of_the_past};

use crate::events::clause::{self, Mood};
use crate::events::cues::ValueFact;
use crate::events::fact::{Fact, Value};
use crate::events::matter::Matter;
use crate::events::names::{Name, Names, is_title_case};
use crate::events::page::Page;
use crate::events::source::sources_of;
use crate::events::subject::Referent;
use crate::events::words::{Happens, Role, kind_of};
use crate::events::{Claim, Event, Facet, Heading, Kind, Note, NoteKind, Says, Stated, Status, Subject};
use crate::text::fold::folded_words;

/// Statements from facts, in reading order.
pub(in crate::events) fn tell(page: &Page<'_>, names: &Names, main_act: Option<usize>, facts: &[Fact], values: &[ValueFact]) -> Vec<Event> {
    let things = tracks::usual_things(names, facts);
    let groups = tracks::tracks(names, &things, facts);
    let mut told: Vec<(usize, Event)> = Vec::new();
    for (identity, members) in &groups {
        let story = Story { page, names, identity, members, main_act };
        told.extend(story.events());
    }
    forgo(page, names, main_act, &groups, &mut told);
    told.extend(told_once(values).filter_map(|value| value_event(page, names, &things, (value, main_act))));
    let tells_step = |event: &Event| {
        event.stated.as_ref().is_some_and(|stated| matches!(stated.says, Says::Moved | Says::Postponed) && stated.from.is_some())
    };
    if told.iter().any(|(_, event)| tells_step(event)) {
        // "will push back their return. … The album has been moved from May 11 to May 26": told once, with its dates
        let is_bare = |event: &Event| {
            event.claim.is_none()
                && event.subject.thing.is_empty()
                && event.stated.as_ref().is_some_and(|stated| stated.says == Says::Postponed && stated.from.is_none())
        };
        told.retain(|(_, event)| !is_bare(event));
    }
    drop_denied(facts, &mut told);
    anew::join(page, names, facts, &mut told);
    orphans::join(page, names, &mut told);
    drop_replaced(values, &mut told);
    if names.matter != Matter::Arts {
        keep_headlined(page, &mut told);
    }
    sharpen_headline(&mut told);
    told.sort_by(|(a, x), (b, y)| (x.quote.start, a).cmp(&(y.quote.start, b)));
    told.into_iter().map(|(_, event)| event).collect()
}

/// "Finch denies the singer’s claims", a headline: what she is said to have told is off is not.
fn drop_denied(facts: &[Fact], told: &mut [(usize, Event)]) {
    let denies = |fact: &Fact| fact.sentence == 0 && fact.cue.is_some_and(|(cue, _)| cue.says == Says::StillOn);
    if !facts.iter().any(denies) {
        return;
    }
    let says = |event: &Event, says: Says| event.stated.as_ref().is_some_and(|stated| stated.says == says);
    let is_claimed = |event: &Event| says(event, Says::Cancelled) && event.claim.is_none();
    for (_, event) in told.iter_mut().filter(|(_, event)| is_claimed(event)) {
        (event.stated, event.is_background) = (None, true);
    }
}

/// Where an article is not of the arts, only what its headline names is news of theirs: in "Dozens held at last night’s
/// march" nobody looks for the concert that a caption calls off.
fn keep_headlined(page: &Page<'_>, told: &mut [(usize, Event)]) {
    let Some(headline) = page.sentences.first().map(|sentence| sentence.span) else { return };
    let words = folded_words(headline.of(page.text));
    // "Famous Redport Carnival postponed", below it "the Redport Street Carnival"
    let is_of_change = told.iter().any(|(_, event)| event.stated.is_some() && event.quote.start < headline.end);
    let is_headlined = |event: &Event| {
        let mut own = event.subject.name.iter();
        let is_said = |word: &String| words.contains(word);
        !event.subject.name.is_empty() && if is_of_change { own.any(is_said) } else { own.all(is_said) }
    };
    for (_, event) in told.iter_mut().filter(|(_, event)| !is_headlined(event)) {
        (event.stated, event.is_background) = (None, true);
    }
}

/// "It was to have opened on June 4", of which nothing else tells what became of it: that it will not.
fn forgo(page: &Page<'_>, names: &Names, main_act: Option<usize>, groups: &BTreeMap<Identity, Vec<&Fact>>, told: &mut [(usize, Event)]) {
    let is_new = |fact: &&&Fact| fact.value == Value::New && fact.claim.is_some() && !fact.is_possible;
    for (identity, members) in groups {
        // "The tour will now open on May 23. … The concert was to have taken place on May 18": with its new day
        if identity.kind == Kind::Performance && groups.values().flatten().any(|fact| is_new(&fact)) {
            continue;
        }
        let Some((at, stated)) = (Story { page, names, identity, members, main_act }).stated_forgone() else { continue };
        let Some(own) = told.iter().position(|(other, event)| *other == at && event.status == Status::Superseded) else { continue };
        let name = told.get(own).map(|(_, event)| event.subject.name.clone()).unwrap_or_default();
        if told.iter().any(|(_, event)| event.stated.is_some() && event.subject.name == name) {
            continue;
        }
        if let Some((_, event)) = told.get_mut(own) {
            (event.claim, event.stated) = (None, Some(stated));
            Story::settle(event);
        }
    }
}

/// "Kern is leaving the show. … Reed will take over from Kern": told once, by who comes; and "Kern quits" is told once.
/// "Concert with Red Harbour goes online", above "the gala was converted to an online one": told once, of the gala.
fn told_once(values: &[ValueFact]) -> impl Iterator<Item = &ValueFact> {
    let is_departure = |value: &ValueFact| value.says == Says::Replaced && value.facet == Facet::Who && value.to.is_none();
    let is_better = move |(at, value): (usize, &ValueFact), (other_at, other): (usize, &ValueFact)| {
        let goes = is_departure(value) && other.facet == Facet::Who && other.from == value.from;
        let is_headline = value.facet == Facet::Shape && value.sentence == 0 && other.sentence > 0;
        goes && (other.to.is_some() || other_at < at) || is_headline && other.facet == Facet::Shape && other.to == value.to
    };
    let others = move |at: usize, value| values.iter().enumerate().any(|other| other.0 != at && is_better((at, value), other));
    values.iter().enumerate().filter(move |(at, value)| !others(*at, value)).map(|(_, value)| value)
}

/// "Kern has cancelled her appearance. Reed takes over the part": told once, by who comes.
fn drop_replaced(values: &[ValueFact], told: &mut Vec<(usize, Event)>) {
    let gone: Vec<Vec<String>> =
        values.iter().filter(|value| value.says == Says::Replaced).filter_map(|value| value.from.as_deref()).map(folded_words).collect();
    let is_own = |event: &Event| {
        let calls_off = event.stated.as_ref().is_some_and(|stated| stated.says == Says::Cancelled && stated.from.is_none());
        calls_off && event.subject.text.contains("appearance") && gone.contains(&event.subject.name)
    };
    told.retain(|(_, event)| !is_own(event));
}

/// "Revival moved to April 2021", above "its previews will begin on April 7 and it will open on May 20": the headline is
/// of the day that it holds.
fn sharpen_headline(told: &mut [(usize, Event)]) {
    let moves = |event: &Event| event.stated.as_ref().is_some_and(|stated| stated.says == Says::Moved);
    let days: Vec<(Vec<String>, chrono::NaiveDate)> = told
        .iter()
        .filter(|(_, event)| event.part.is_some() && event.status == Status::Scheduled)
        .filter_map(|(_, event)| Some((event.subject.name.clone(), event.claim.as_ref()?.date.single_day()?)))
        .collect();
    for (_, event) in told.iter_mut().filter(|(_, event)| event.heading == Heading::Yes && event.part.is_none() && moves(event)) {
        let Some(range) = event.claim.as_ref().and_then(|claim| claim.date.range()).filter(|range| range.single_day().is_none()) else {
            continue;
        };
        let holds = |day: chrono::NaiveDate| range.first <= Some(day) && range.last >= Some(day);
        if days.iter().any(|(name, day)| *name == event.subject.name && holds(*day)) {
            (event.stated, event.is_background) = (None, true);
        }
    }
}

/// A date of which nobody can tell what it is of, and that changes nothing.
fn is_guess(fact: &Fact) -> bool {
    let says_little = fact.is_unsure && !fact.referent.is_named;
    // "three times a week", said of somebody
    let recurs = fact.claim.as_ref().is_some_and(|claim| claim.date.range().is_none());
    let is_habit = recurs && fact.referent.thing.is_empty() && fact.referent.moment.is_empty();
    (says_little || is_habit) && fact.cue.is_none() && matches!(fact.value, Value::Plain | Value::Done)
}

/// A change of person, place or form as a statement.
fn value_event(
    page: &Page<'_>,
    names: &Names,
    things: &BTreeMap<usize, &'static str>,
    (value, main_act): (&ValueFact, Option<usize>),
) -> Option<(usize, Event)> {
    let name = value.referent.name?;
    let is_person = names.names.get(name).is_none_or(|name| !name.is_work());
    let is_open = names.names.get(name).is_some_and(Name::is_unclaimed);
    if is_person && !is_open && value.facet != Facet::Who && value.referent.thing.is_empty() {
        return None;
    }
    let usual = things.get(&name).copied().unwrap_or_default();
    // "Red Harbour’s guitarist": of the band, and not of its album
    let is_of_band = value.facet == Facet::Who && is_person;
    let thing = if value.referent.thing.is_empty() && !is_of_band { usual } else { value.referent.thing };
    let kind = if value.facet == Facet::Who { Kind::Casting } else { kind_of(thing, None) };
    let identity = Identity { name, thing, kind, part: None };
    let story = Story { page, names, identity: &identity, members: &[], main_act };
    let sentence = page.sentences.get(value.sentence)?;
    let (sources, voice) = sources_of(page, names, sentence);
    let stated = Stated {
        from_text: value.from.clone(),
        from_inferred: value.from_inferred,
        is_history: value.is_passing || is_told_of_the_past(page, value.sentence, value.at),
        ..Stated::new(value.says, value.cue)
    };
    let event = Event {
        article: 0,
        // "now a duet": the song, by whatever form it has
        subject: match value.facet {
            Facet::Shape => story.subject(&Referent { noun: String::new(), ..value.referent.clone() }),
            _ => story.subject(&value.referent),
        },
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

/// What says only how many of a run’s nights.
const COUNTED: [&str; 4] = ["some ", "several ", "few ", "multiple "];

/// The facts about one announcement.
struct Story<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    identity: &'a Identity,
    members: &'a [&'a Fact],
    /// Whose songs and tours the article tells of.
    main_act: Option<usize>,
}

impl Story<'_> {
    fn events(&self) -> Vec<(usize, Event)> {
        let mut events = Vec::new();
        // the last date left behind, and the last step told
        let mut old: Option<Claim> = self.standing_old();
        let mut chained: Option<&Fact> = None;
        for fact in self.members.iter().filter(|fact| !is_guess(fact)) {
            let mut event = self.plain_event(fact);
            match self.value(fact) {
                Value::Old if self.is_no_longer(fact) => {
                    event.stated = self.stated_given_up(fact);
                    (event.claim, event.status) = (None, Status::Postponed);
                }
                Value::Old | Value::Was => {
                    let left = self.leave_behind(fact, &mut event);
                    if chained.is_none() && left.is_some() {
                        old = left;
                    }
                }
                // "out on June 26, three weeks earlier than planned": told by the date beside it
                Value::New
                    if fact.claim.is_none() && (self.dated_beside(fact).is_some() || self.is_restated(fact) || self.is_dated_anew()) => {}
                Value::New if fact.claim.is_none() => {
                    let base = old.clone().or_else(|| self.only_date());
                    event.claim = base.as_ref().and_then(|base| self.counted(fact, base));
                    event.stated = event.claim.is_some().then(|| Stated {
                        from: base,
                        shift: fact.shift,
                        ..Stated::new(Says::Moved, fact.words.unwrap_or_default())
                    });
                }
                // "on 9, 10 and 11 October": the first day tells the move
                Value::New if fact.is_further => event.is_background = true,
                // "will take place on March 30 and April 1": no step from one to the other
                Value::Plain if fact.is_further && fact.cue.is_none() => {
                    let is_first = |other: &&&Fact| other.value == Value::New && other.sentence == fact.sentence && other.at < fact.at;
                    event.is_background |= self.members.iter().any(|other| is_first(&other));
                }
                Value::Plain if self.is_given_up(fact) => {
                    event.stated = self.stated_given_up(fact);
                    (event.claim, event.status) = (None, Status::Postponed);
                }
                Value::New | Value::Plain => {
                    let told_here = self.old_here(fact);
                    let follows = chained.filter(|step| fact.sentence <= step.sentence + 2 && fact.value == Value::New);
                    // "set for April, pushed to November 25, then brought forward to November 8": from the step before
                    let goes_on = fact.cue.is_some() && told_here.zip(chained).is_some_and(|(told, step)| told.at < step.at);
                    let from = if goes_on { follows.or(told_here) } else { told_here.or(follows) };
                    // "moves to the fall. … will now arrive on October 8": the same step, and none from one to the other
                    let is_step = |from: &Claim| fact.claim.as_ref().is_none_or(|claim| differs(&from.date, &claim.date));
                    let from = from.and_then(|from| from.claim.clone()).filter(is_step).or_else(|| old.clone());
                    let inferred = self.before_shift(fact).filter(|_| from.is_none());
                    let from = from.or_else(|| self.plan_left(fact).filter(|_| inferred.is_none()));
                    let is_inferred = inferred.is_some();
                    let stated = self.stated_move(fact, from.or(inferred), is_inferred);
                    event.stated = stated.or_else(|| self.moved_before(fact, old.as_ref()));
                    if event.stated.is_some() && fact.value == Value::New {
                        chained = Some(fact);
                    }
                }
                // "had already seen its start pushed back by a month": on the way to the date that holds
                Value::Without if fact.shift.is_some() && self.says_had(fact) && self.new_date().is_none() => {}
                Value::Without if fact.shift.is_some() && (self.is_dated_behind(fact) || self.is_restated(fact)) => {}
                Value::Without => {
                    let withdrawn = chained.filter(|step| self.withdraws_again(fact, step.sentence));
                    // "now pushed back by another year": counted from the last step told
                    // but the headline tells the same step
                    let counted = chained.filter(|step| fact.shift.is_some() && step.sentence > 0);
                    let step = withdrawn.or(counted);
                    let base = step.or_else(|| self.given_up_beside(fact)).and_then(|step| step.claim.as_ref()).or(old.as_ref());
                    let base = base.map(|base| self.finest(base));
                    event.stated = self.stated_without(fact, base, withdrawn.is_some());
                    let moved = event.stated.as_ref().filter(|stated| stated.shift.is_some());
                    event.claim = moved.and_then(|stated| stated.from.as_ref()).and_then(|base| self.counted(fact, base));
                }
                Value::Done | Value::Told => {}
            }
            // whose date ahead takes the place of an old one is no guess any more
            event.is_background &= event.stated.as_ref().is_none_or(|stated| stated.from.is_none()) || !self.is_of_lead(fact);
            // "had already been moved from June to October": known, both days of it
            event.is_background |= fact.cue.is_some() && fact.shift.is_none() && self.had_earlier(fact)
                || self.is_of_the_past(fact)
                || self.is_elsewhere(fact);
            self.weigh_status(fact, &mut event);
            Self::settle(&mut event);
            if event.claim.is_some() || event.stated.is_some() {
                events.push((fact.at, event));
            }
        }
        self.sharpen(&mut events);
        self.settle_chain(&mut events);
        self.set_aside(&mut events);
        events
    }

    /// Whether it is a work that the headline or the lead names, or somebody there whose old day stands beside the new one.
    fn is_of_lead(&self, fact: &Fact) -> bool {
        let is_left = |other: &&Fact| other.value == Value::Old && other.claim.is_some() && other.sentence == fact.sentence;
        let is_beside = fact.value == Value::New && self.members.iter().any(is_left);
        self.names.names.get(self.identity.name).is_some_and(|name| name.is_lead && (name.is_work() || is_beside))
    }

    /// A date that was left behind: its statement, and the date where it is the one that the present plan replaces.
    fn leave_behind(&self, fact: &Fact, event: &mut Event) -> Option<Claim> {
        let is_old = self.value(fact) == Value::Old;
        let is_left_behind = is_old && (fact.is_first || fact.is_forgone || self.says_had(fact) || self.tells_of_change());
        if is_old && !is_left_behind && self.has_passed(fact) {
            // "a photo from the gala in 2017": over, and nothing in its place
            event.status = Status::Happened;
        }
        let claim = fact.claim.as_ref().filter(|_| is_left_behind)?;
        event.status = Status::Superseded;
        // "the tour, which was put off from October, has reached us": known
        let is_plan = |other: &Fact| other.sentence == fact.sentence && matches!(other.value, Value::New | Value::Plain);
        let is_aside = fact.is_loose && event.heading == Heading::No;
        event.is_background |= is_aside && fact.cue.is_some() && !self.members.iter().any(|other| is_plan(other));
        if fact.value == Value::New {
            event.stated = self.stated_move(fact, self.old_before(fact), false);
            event.status = if event.stated.is_some() { Status::Scheduled } else { Status::Superseded };
            if let Some(stated) = &mut event.stated {
                stated.is_history |= self.is_earlier_step(fact);
            }
        }
        (!fact.is_further && !self.has_nearer_old(fact)).then(|| claim.clone())
    }

    /// What a statement is, once it is known which change it tells.
    fn weigh_status(&self, fact: &Fact, event: &mut Event) {
        if !self.can_change() {
            // "Kim returns", "the council extends": who, not what
            event.stated = None;
        }
        if event.stated.as_ref().is_some_and(|stated| stated.says == Says::Reinstated) && self.has_passed(fact) {
            event.status = Status::Happened;
        }
        if self.is_rest_of_run(fact) {
            event.stated = None;
        }
        let tells_nothing = event.stated.is_none() && (fact.cue.is_none() || !self.can_change()) && fact.value != Value::Was;
        if tells_nothing && event.status == Status::Scheduled && (self.has_passed(fact) || self.is_earlier(fact)) {
            // "they moved in last year": of nothing that is still ahead
            event.status = Status::Happened;
        }
        if event.stated.is_none() && self.is_restart(fact) {
            // "the tour is set to resume on June 22": its next day, not the new one of what was put off
            event.part = Some("restart".to_owned());
        }
        if event.status == Status::Happened && self.has_begun_before_break(fact) {
            // "has postponed his tour. It kicked off last month": what is left of it is put off, not that night
            event.part = Some("start".to_owned());
        }
    }

    /// "has cancelled two nights. The tour resumes on July 8": the rest of what was never off.
    fn is_rest_of_run(&self, fact: &Fact) -> bool {
        let is_run = matches!(self.identity.thing, "tour" | "residency");
        let resumes = fact.cue.is_some_and(|(cue, words)| cue.says == Says::Reinstated && words.of(self.page.text).contains("resum"));
        let breaks = |other: &&Fact| other.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Postponed | Says::Cancelled));
        is_run && resumes && self.members.iter().any(breaks)
    }

    /// The first night of a run, over by now, whose rest the article puts off or calls off.
    fn has_begun_before_break(&self, fact: &Fact) -> bool {
        let is_run = matches!(self.identity.thing, "tour" | "residency" | "festival");
        let breaks = |other: &&Fact| {
            other.value == Value::Without && other.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Postponed | Says::Cancelled))
        };
        is_run && fact.happens == Some(Happens::Start) && self.has_passed(fact) && self.members.iter().any(breaks)
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

    /// "earlier this week", though the week is not over.
    fn is_earlier(&self, fact: &Fact) -> bool {
        let words = fact.claim.as_ref().and_then(|claim| claim.expression).map(|span| span.of(self.page.text));
        words.is_some_and(|words| words.to_ascii_lowercase().starts_with("earlier"))
    }

    /// Whether any words of the article move, withdraw or replace a date of it.
    fn tells_of_change(&self) -> bool {
        // "opens June 14 instead of May 3"
        let stands_beside = |old: &Fact| {
            let plan = |fact: &&Fact| {
                fact.value == Value::Plain && fact.sentence == old.sentence && fact.group == old.group && !self.has_passed(fact)
            };
            old.value == Value::Old && old.group.is_some() && self.members.iter().any(plan)
        };
        self.members.iter().any(|fact| fact.cue.is_some() || fact.value == Value::New || stands_beside(fact))
    }

    /// Told in the past tense of the day of the report or of days that have begun: "was seen leaving the gala on Tuesday".
    fn was_today(&self, fact: &Fact) -> bool {
        let reported = self.page.article.report_day();
        let first = fact.claim.as_ref().and_then(|claim| claim.date.first());
        let has_begun = first.zip(reported).is_some_and(|(first, reported)| first <= reported);
        let Some(sentence) = self.page.sentences.get(fact.sentence).filter(|_| has_begun) else { return false };
        let groups = clause::find_groups(self.page, self.names, sentence);
        let own = groups.iter().find(|group| fact.group == Some((group.first, group.end)));
        let runs_on = fact.claim.as_ref().is_some_and(|claim| claim.date.last().is_none());
        match own.map(|own| own.mood) {
            // "has been married since 2013"
            Some(Mood::Present | Mood::Loose) if runs_on => return true,
            Some(Mood::Present | Mood::Ahead | Mood::WasPlanned) => return false,
            _ => {}
        }
        let finite = || groups.iter().filter(|group| group.is_finite);
        finite().any(|group| group.mood == Mood::Done) && !finite().any(|group| matches!(group.mood, Mood::Ahead | Mood::WasPlanned))
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
            sentence.as_ref().map_or((Vec::new(), crate::events::Voice::Outlet), |sentence| sources_of(self.page, self.names, sentence));
        let heading = sentence.as_ref().is_some_and(|sentence| is_heading(self.page, sentence));
        let status = match fact.value {
            _ if fact.is_possible => Status::Rumoured,
            _ if fact.is_negative => Status::Denied,
            Value::Done => Status::Happened,
            // "announced it in May": told, and that is over
            Value::Told if self.has_passed(fact) => Status::Happened,
            // "was born in April 2017": a day that has gone by is not ahead
            Value::Plain if fact.cue.is_none() && (self.has_passed(fact) || self.was_today(fact)) => Status::Happened,
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
        // "cancels three dramas": one of them is no "dramas"
        let is_one = |other: &&Referent| other.role != Some(Role::Work) || !other.noun.ends_with('s') || other.noun.ends_with("series");
        let own = own.filter(|own| is_one(own));
        let telling = own.into_iter().chain(self.members.iter().map(|fact| &fact.referent)).filter(is_one).find(fits);
        let noun = telling.or(own).map_or(self.identity.thing, |referent| referent.noun.as_str());
        let mut text = title.to_owned();
        let shown = match noun {
            "ost" => "OST",
            // "this year’s edition": of what it is one
            "edition" => "",
            "dates" | "concert dates" | "gig dates" => "concerts",
            // "some stops", "several dates": so many of them
            noun if COUNTED.iter().any(|lead| noun.starts_with(lead)) => "concerts",
            // "North American leg", "Vegas run": whose part it is, its own words tell
            noun if matches!(self.identity.thing, "tour" | "residency")
                && (noun.ends_with(" leg") || noun.ends_with(" run") || noun.starts_with("run ")) =>
            {
                self.identity.thing
            }
            // "all scheduled events": whatever they are
            noun if noun.starts_with("all ") => noun.strip_prefix("all ").unwrap_or(noun),
            // a form it may not keep
            "duet" => "song",
            noun => noun,
        };
        let is_titled = name.is_some_and(Name::is_work) && name.and_then(|name| name.thing) == Some(self.identity.thing);
        let written = title.to_lowercase();
        let has_noun = written.ends_with(noun) || written.ends_with(shown);
        if !shown.is_empty() && !has_noun && (!is_titled || referent.role == Some(Role::Happening)) {
            text.push(' ');
            text.push_str(shown);
        }
        let by = referent
            .owner
            .filter(|owner| *owner != self.identity.name)
            .and_then(|owner| self.names.names.get(owner))
            .map(|owner| owner.text.clone());
        let by_title = matches!(self.identity.thing, "song" | "album" | "tour" | "residency") && name.is_some_and(Name::is_work);
        let act = || {
            referent
                .owner
                .or(self.main_act)
                .and_then(|act| self.names.names.get(act))
                .filter(|act| !act.is_work() && !act.is_place && act.is_lead && (act.n_mentions > 1 || act.agent > 0))
        };
        if by_title && let Some(act) = act().filter(|act| !title.contains(&act.text)) {
            text = format!("{text} ({})", act.text);
        }
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

/// A headline, subheading or caption: a short paragraph with no full stop, or one that repeats.
fn is_heading(page: &Page<'_>, sentence: &crate::language::Sentence) -> bool {
    let words = sentence.span.of(page.text);
    let ends = words.trim_end().ends_with(['.', '!', '?', '”', '"', '’']);
    is_title_case(page, sentence) || !ends && sentence.starts_paragraph && words.len() < 200
}
