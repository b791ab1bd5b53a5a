//! Which facts of one article are about the same announcement, whatever words each sentence has for it.

use std::collections::BTreeMap;

use crate::civil::Precision;
use crate::events::fact::{Fact, Value};
use crate::events::names::{Name, Names};
use crate::events::words::{Happens, Role, kind_of};
use crate::events::{Kind, Says};

/// What makes two facts of one article be about the same announcement.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Identity {
    pub name: usize,
    pub thing: &'static str,
    pub kind: Kind,
    pub part: Option<String>,
}

/// The facts of each announcement, in reading order.
pub(super) fn tracks<'f>(names: &Names, things: &BTreeMap<usize, &'static str>, facts: &'f [Fact]) -> BTreeMap<Identity, Vec<&'f Fact>> {
    let runs = runs_of(facts);
    let mut by_name: BTreeMap<usize, Vec<(Identity, &Fact)>> = BTreeMap::new();
    for fact in facts {
        let Some(mut identity) = identity_of(names, things, fact) else { continue };
        if identity.thing == "concert"
            && (fact.referent.noun.ends_with('s') || !fact.referent.moment.is_empty())
            && let Some(run) = runs.get(&identity.name)
        {
            identity.thing = run;
            identity.kind = kind_of(run, None);
        }
        let usual = things.get(&identity.name).copied().unwrap_or_default();
        if identity.thing != usual && (is_screened(identity.thing) && is_screened(usual) || is_staged(identity.thing) && is_staged(usual)) {
            // a "drama" of one sentence is the "film" of the next, a "revival" the "musical"
            identity.kind = if matches!(identity.kind, Kind::Release | Kind::Premiere) { kind_of(usual, None) } else { identity.kind };
            identity.thing = usual;
        }
        by_name.entry(identity.name).or_default().push((identity, fact));
    }
    join_tours(names, things, &mut by_name);
    let mut tracks: BTreeMap<Identity, Vec<&Fact>> = BTreeMap::new();
    for (name, mut members) in by_name {
        join_things(names.is_work(Some(name)), &mut members);
        join_season(&mut members);
        join_leg(&mut members);
        join_comeback(&mut members);
        join_kinds((names.is_open(Some(name)), names.is_work(Some(name))), &mut members);
        join_pairs(&mut members);
        for (identity, fact) in members {
            tracks.entry(identity).or_default().push(fact);
        }
    }
    tracks
}

/// "Red Harbour’s tour" is "the Afterglow Tour" where the article has no other tour with a title.
fn join_tours(names: &Names, things: &BTreeMap<usize, &'static str>, by_name: &mut BTreeMap<usize, Vec<(Identity, &Fact)>>) {
    let is_tour = |idx: &usize| things.get(idx) == Some(&"tour");
    let is_titled = |idx: &usize| names.names.get(*idx).is_some_and(|name| name.is_work() && name.is_lead) && is_tour(idx);
    let mut titled = (0..names.names.len()).filter(is_titled);
    let (Some(title), None) = (titled.next(), titled.next()) else { return };
    // "are owed money from their 2018 Afterglow tour": another tour, long over
    let is_over = |fact: &Fact| matches!(fact.value, Value::Done | Value::Told | Value::Old) && fact.cue.is_none();
    let is_year =
        |fact: &Fact| fact.claim.as_ref().and_then(|claim| claim.date.range()).is_some_and(|range| range.precision == Precision::Year);
    let own = by_name.get(&title).map(Vec::as_slice).unwrap_or_default();
    if own.iter().any(|(_, fact)| is_year(fact)) && own.iter().all(|(_, fact)| is_over(fact)) {
        return;
    }
    let takes_away = |fact: &Fact| fact.value == Value::Without && fact.cue.is_some_and(|(cue, _)| cue.takes_away());
    let is_off = own.iter().any(|(identity, fact)| identity.thing == "tour" && takes_away(fact));
    let acts: Vec<usize> = by_name
        .keys()
        .copied()
        .filter(|&act| act != title && names.names.get(act).is_some_and(|name| name.is_lead && !name.is_work()))
        .collect();
    for act in acts {
        let Some(members) = by_name.get_mut(&act) else { continue };
        // one leg put off, another with its new dates: two stories
        let of_act = || members.iter().filter(|(identity, _)| identity.thing == "tour");
        let is_put_off =
            of_act().any(|(_, fact)| fact.value == Value::Without && fact.cue.is_some_and(|(cue, _)| cue.says == Says::Postponed));
        if is_put_off && !of_act().any(|(_, fact)| fact.value == Value::New) {
            continue;
        }
        // "postpones its Gigaton tour. Seventeen performances, beginning on March 18, were postponed": its nights
        let is_night = |identity: &Identity, fact: &Fact| is_off && identity.thing == "concert" && fact.referent.noun.ends_with('s');
        let is_of_tour = |(identity, fact): &mut (Identity, &Fact)| identity.thing == "tour" || is_night(identity, fact);
        let of_tour: Vec<(Identity, &Fact)> = members.extract_if(.., is_of_tour).collect();
        let renamed = of_tour.into_iter().map(|(identity, fact)| (Identity { name: title, thing: "tour", ..identity }, fact));
        by_name.entry(title).or_default().extend(renamed);
    }
    if let Some(members) = by_name.get_mut(&title) {
        members.sort_by_key(|(_, fact)| (fact.sentence, fact.at));
    }
}

/// Sorts of happenings that "the event" may stand for.
const SPECIAL: [&str; 6] = ["festival", "awards", "match", "tournament", "exhibition", "wedding"];

/// "the festival", later "the event"; "his show at the hall", later "the gig": the general word goes with the special
/// one, and an act's shows are concerts.
fn join_things(is_work: bool, members: &mut [(Identity, &Fact)]) {
    let has = |members: &[(Identity, &Fact)], thing: &str| members.iter().any(|(identity, _)| identity.thing == thing);
    if !is_work && (has(members, "concert") || has(members, "tour")) {
        let stage = if has(members, "concert") { "concert" } else { "tour" };
        // "will give his concert", "was to play the hall": one of them, if not one that is over
        let new_in: Vec<usize> = members
            .iter()
            .filter(|(identity, fact)| identity.thing == stage && fact.value == Value::New)
            .map(|(_, fact)| fact.sentence)
            .collect();
        // "have put back their tour. … The band were to hit the road in June": on it
        let has_moved = members.iter().any(|(identity, fact)| identity.thing == stage && matches!(fact.value, Value::New | Value::Without));
        let is_told_ahead = |identity: &Identity, fact: &Fact| {
            let is_night = stage == "concert" && identity.thing.is_empty() && identity.kind == Kind::Performance;
            // "were set for 13 shows in March, but the trek has now been moved to May"
            let is_same = new_in.contains(&fact.sentence)
                || stage == "tour" && matches!(fact.happens, Some(Happens::Start | Happens::Perform)) && has_moved;
            let gives_way = identity.thing.is_empty() && fact.value == Value::Was && is_same;
            is_night && !matches!(fact.value, Value::Done | Value::Told) || gives_way
        };
        // "have cancelled the rest of their tour. … The group had been due to resume on Wednesday": the tour
        let is_off = members.iter().any(|(identity, fact)| identity.thing == "tour" && fact.value == Value::Without);
        let resumes = |identity: &Identity, fact: &Fact| {
            is_off && identity.thing.is_empty() && fact.value == Value::Was && fact.happens == Some(Happens::Start)
        };
        // "is postponing his fan meeting. … the event would be postponed until further notice"
        let is_alone = stage == "concert" && !has(members, "tour") && !SPECIAL.iter().any(|thing| has(members, thing));
        let is_meant = |identity: &Identity, fact: &Fact| is_alone && identity.thing == "event" && fact.referent.noun == "event";
        for (identity, fact) in members.iter_mut() {
            if resumes(identity, fact) {
                (identity.thing, identity.kind) = ("tour", Kind::Performance);
            } else if identity.thing == "show" || is_told_ahead(identity, fact) || is_meant(identity, fact) {
                (identity.thing, identity.kind) = (stage, Kind::Performance);
            }
        }
    }
    let mut special = SPECIAL.into_iter().filter(|thing| has(members, thing));
    if let (Some(thing), None) = (special.next(), special.next()) {
        for (identity, fact) in members.iter_mut().filter(|(identity, _)| matches!(identity.thing, "event" | "" | "show")) {
            // "the ACM Awards show"
            let is_night = thing == "awards" && identity.thing == "show" && matches!(fact.referent.noun.as_str(), "show" | "telecast");
            let is_plain = is_night || identity.thing == "event" && matches!(fact.referent.noun.trim_end_matches('s'), "event" | "edition");
            // "Soundfield was due to take place from July 6": only such a thing does
            let takes_place = identity.thing.is_empty() && fact.happens == Some(Happens::Place) && fact.value == Value::Was;
            if is_plain || takes_place || identity.thing.is_empty() && is_work && identity.part.is_none() {
                (identity.thing, identity.kind) = (thing, kind_of(thing, None));
            }
        }
    }
}

/// "the third season of X … the drama had been slated": the only season whose plans the article tells.
fn join_season(members: &mut [(Identity, &Fact)]) {
    // what is called off after its fifth season is the whole
    let calls_off = |fact: &Fact| fact.value == Value::Without && fact.cue.is_some_and(|(cue, _)| cue.says == Says::Cancelled);
    let is_plan = |fact: &Fact| !matches!(fact.value, Value::Done | Value::Told) && !calls_off(fact);
    let is_season = |part: &&String| part.starts_with("season");
    let mut seasons: Vec<String> = members.iter().filter_map(|(identity, _)| identity.part.as_ref().filter(is_season)).cloned().collect();
    seasons.sort();
    seasons.dedup();
    let [season] = seasons.as_slice() else { return };
    let is_of_season = |identity: &Identity| matches!(identity.kind, Kind::Premiere | Kind::Release | Kind::Broadcast | Kind::Production);
    for (identity, _) in members.iter_mut().filter(|(identity, fact)| identity.part.is_none() && is_plan(fact) && is_of_season(identity)) {
        identity.part = Some(season.clone());
    }
}

/// "postpones first leg of tour. … is postponing its tour": the only leg whose fate the article tells.
fn join_leg(members: &mut [(Identity, &Fact)]) {
    let is_leg = |part: &&String| part.starts_with("leg");
    let mut legs: Vec<String> = members.iter().filter_map(|(identity, _)| identity.part.as_ref().filter(is_leg)).cloned().collect();
    legs.sort();
    legs.dedup();
    if legs.len() == 1 {
        for (identity, _) in members.iter_mut().filter(|(identity, _)| identity.part.as_ref().is_some_and(|part| part.starts_with("leg"))) {
            identity.part = None;
        }
    }
}

/// "postponed their comeback", "was scheduled to return on December 1": an act’s return is its comeback.
fn join_comeback(members: &mut [(Identity, &Fact)]) {
    let is_comeback = |(identity, fact): &(Identity, &Fact)| fact.referent.moment == "debut" && identity.thing.is_empty();
    let Some(kind) = members.iter().find(|member| is_comeback(member)).map(|(identity, _)| identity.kind) else { return };
    let returns = |identity: &Identity, fact: &Fact| {
        identity.thing.is_empty()
            && identity.kind == Kind::Other
            && fact.happens == Some(Happens::Start)
            && !matches!(fact.value, Value::Done | Value::Told)
    };
    for (identity, _) in members.iter_mut().filter(|(identity, fact)| returns(identity, fact)) {
        identity.kind = kind;
    }
}

/// "was slated to take place", "will have its broadcast", "due on July 17, it features": plans of one thing with one part
/// are of one kind, the one told most; only filming, a film's premiere and what stars do stay apart.
fn join_kinds((is_open_name, is_work): (bool, bool), members: &mut [(Identity, &Fact)]) {
    // "will now see screens", "will now hit theaters": both is how a title comes out
    let comes_out = |kind: Kind| is_work && matches!(kind, Kind::Release | Kind::Premiere | Kind::Broadcast);
    let joins = |kind: Kind| matches!(kind, Kind::Release | Kind::Premiere | Kind::Broadcast | Kind::Performance | Kind::Other);
    let is_open = |identity: &Identity, fact: &Fact| {
        let is_film_premiere = identity.thing == "film" && identity.kind == Kind::Premiere;
        joins(identity.kind)
            && !is_film_premiere
            && !matches!(fact.value, Value::Told)
            && (!identity.thing.is_empty() || is_open_name || comes_out(identity.kind))
    };
    let mut counts: BTreeMap<(&'static str, Option<String>), BTreeMap<Kind, usize>> = BTreeMap::new();
    for (identity, _) in members.iter().filter(|(identity, fact)| is_open(identity, fact)) {
        let kinds = counts.entry((identity.thing, identity.part.clone())).or_default();
        *kinds.entry(identity.kind).or_default() += 1;
    }
    for (identity, _) in members.iter_mut().filter(|(identity, fact)| is_open(identity, fact)) {
        let Some(kinds) = counts.get(&(identity.thing, identity.part.clone())) else { continue };
        let usual = kind_of(identity.thing, None);
        if let Some((kind, _)) = kinds.iter().max_by_key(|(kind, n)| (**n, **kind == usual)) {
            identity.kind = *kind;
        }
    }
}

/// "will skip its December 7 airing and show episodes 7 and 8 on December 8", "Performances of the musical, set for May,
/// have been moved to November": the one old date and the one new of a sentence are of one thing, whatever its words for it.
fn join_pairs(members: &mut [(Identity, &Fact)]) {
    let is_dated = |fact: &Fact| fact.claim.is_some() && !fact.is_further && !fact.is_possible;
    let only = |members: &[(Identity, &Fact)], sentence: usize, is_meant: &dyn Fn(Value) -> bool| {
        let mut found = (0..members.len())
            .filter(|&at| members.get(at).is_some_and(|(_, fact)| fact.sentence == sentence && is_dated(fact) && is_meant(fact.value)));
        found.next().filter(|_| found.next().is_none())
    };
    let sentences: Vec<usize> = members.iter().filter(|(_, fact)| fact.value == Value::New).map(|(_, fact)| fact.sentence).collect();
    for sentence in sentences {
        let old = only(members, sentence, &|value| matches!(value, Value::Old | Value::Was));
        let Some((old, new)) = old.zip(only(members, sentence, &|value| value == Value::New)) else { continue };
        let Some(((was, _), (now, _))) = members.get(old).zip(members.get(new)) else { continue };
        if was == now || !may_be_one(was, now) {
            continue;
        }
        let n_like = |identity: &Identity| members.iter().filter(|(other, _)| other == identity).count();
        let (kept, other) = if n_like(now) > n_like(was) { (now.clone(), old) } else { (was.clone(), new) };
        if let Some((identity, _)) = members.get_mut(other) {
            *identity = kept;
        }
    }
}

/// Whether two identities of one name can be two ways of telling of one thing.
fn may_be_one(one: &Identity, other: &Identity) -> bool {
    let is_episode = |part: &Option<String>| part.as_ref().is_none_or(|part| part.starts_with("episode"));
    let parts_fit = one.part == other.part || is_episode(&one.part) && is_episode(&other.part);
    let comes_out = |kind: Kind| matches!(kind, Kind::Release | Kind::Premiere | Kind::Broadcast);
    let kinds_fit = one.kind == other.kind || comes_out(one.kind) && comes_out(other.kind);
    let things_fit = one.thing == other.thing || one.thing.is_empty() || other.thing.is_empty() || one.kind == Kind::Performance;
    parts_fit && kinds_fit && things_fit
}

/// The sort of thing each name mostly is.
pub(super) fn usual_things(names: &Names, facts: &[Fact]) -> BTreeMap<usize, &'static str> {
    let mut counts: BTreeMap<(usize, &'static str), u32> = BTreeMap::new();
    for (idx, name) in names.names.iter().enumerate() {
        if let Some(thing) = name.thing {
            // what the article itself calls it counts for more than what another does
            *counts.entry((idx, thing)).or_default() += if name.is_lent { 0 } else { 2 };
        }
    }
    for referent in facts.iter().map(|fact| &fact.referent).filter(|referent| !is_of_any_sort(&referent.noun)) {
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

/// "Halden’s blockbuster": a film as well as a game.
fn is_of_any_sort(noun: &str) -> bool {
    noun.ends_with("blockbuster") || noun.ends_with("adaptation")
}

fn is_staged(thing: &str) -> bool {
    matches!(thing, "play" | "show")
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
    let is_work = names.is_work(Some(name));
    let runs_on = fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Extended | Says::Shortened));
    let thing = match referent.thing {
        "" if fact.happens == Some(Happens::Wed) && !is_work => "wedding",
        "" if is_work => usual,
        "" => "",
        _ if is_of_any_sort(&referent.noun) && !usual.is_empty() => usual,
        // "will extend performances through July 7": of the play
        "concert" if is_work && usual == "play" && runs_on => usual,
        thing => thing,
    };
    let moment = match referent.moment {
        "premiere" => Some(Happens::Premiere),
        "release" | "debut" => Some(Happens::Out),
        "filming" => Some(Happens::Make),
        _ => None,
    };
    // "its debut was to take place on May 1"
    let is_plain = moment.is_some()
        && matches!(
            fact.happens,
            Some(Happens::Place | Happens::Start | Happens::Appear | Happens::Join | Happens::Perform)
        )
        // "they plan to start shooting on Monday", of what was told of last
        || moment.is_some() && fact.happens == Some(Happens::Make) && (fact.cue.is_some() || fact.referent.is_named);
    let happens = if moment == Some(Happens::Make) || is_plain { moment } else { fact.happens.or(moment) };
    let part = match (&referent.part, happens) {
        (Some(part), _) => Some(part.clone()),
        (None, Some(Happens::End)) => Some("end".to_owned()),
        (None, _) if fact.cue.is_some_and(|(cue, _)| matches!(cue.says, Says::Extended | Says::Shortened)) => Some("end".to_owned()),
        (None, _) => None,
    };
    let kind = match part.as_deref() {
        Some("trailer" | "tickets") => Kind::Release,
        Some("previews") => Kind::Performance,
        Some("finale" | "rerun") => Kind::Broadcast,
        // what has a closing night is on a stage
        Some("end") if referent.noun.starts_with("clos") => Kind::Performance,
        Some(part) if part.starts_with("episode") => Kind::Broadcast,
        _ => match kind_of(thing, happens) {
            // a title of unknown sort comes out; so does an act that debuts
            Kind::Other if thing.is_empty() && (is_work || names.is_open(Some(name)) || is_shifted(names, fact)) => Kind::Release,
            Kind::Premiere if thing.is_empty() && !matches!(fact.happens, Some(Happens::Premiere | Happens::Air)) => Kind::Release,
            // "debuted her new look", "arrived in May": somebody comes, nothing comes out
            Kind::Release | Kind::Premiere if is_somebody(names, fact) => Kind::Other,
            kind => kind,
        },
    };
    Some(Identity { name, thing, kind, part })
}

/// "Harbour Way slips from May 3 to June 4": what has a day to leave comes out.
pub(super) fn is_shifted(names: &Names, fact: &Fact) -> bool {
    let is_moved = fact.cue.is_some_and(|(cue, _)| cue.moves()) && matches!(fact.value, Value::Old | Value::New) && fact.claim.is_some();
    is_moved && fact.referent.name.and_then(|name| names.names.get(name)).is_some_and(Name::is_something)
}

/// Whether a verb of coming out is told of a person and not of an act that has its debut.
fn is_somebody(names: &Names, fact: &Fact) -> bool {
    let is_person = names.is_person(fact.referent.name);
    let referent = &fact.referent;
    is_person && referent.thing.is_empty() && referent.part.is_none() && fact.cue.is_none() && referent.moment != "debut"
}
