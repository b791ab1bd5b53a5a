//! Of what the person changes: the show, the part, the band, where somebody comes for another.

use super::Scene;
use crate::events::names::{Mention, Name};
use crate::events::subject::Referent;
use crate::events::words::{Role, WORDS, plays};

/// So many tokens behind an owner the work is named at most.
const OWN_TOKENS: usize = 4;

/// "to replace Mila Kern and Ada Marsh as her co-host": one more of them, whatever the name sounds like.
fn is_beside(scene: &Scene<'_, '_>, mention: &Mention, persons: &[Mention]) -> bool {
    let is_titled = scene.names.of(mention).is_some_and(|name| name.is_quoted || name.thing.is_some());
    let joins = |from: usize, to: usize| {
        let is_joint = |at: usize| matches!(scene.page.raw(at), "and" | "," | "&");
        from < to && to - from < 3 && (from..to).all(is_joint) && (from..to).any(|at| scene.page.raw(at) != ",")
    };
    let is_joined = |person: &Mention| joins(person.end, mention.first) || joins(mention.end, person.first);
    !is_titled && !mention.is_possessive && persons.iter().any(is_joined)
}

/// "will take over the role of | Ada Marsh": who is played, where the article is about a title.
fn is_role(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let lead = (scene.page.word_left(mention.first, 2), scene.page.word_left(mention.first, 1));
    let is_shown = || scene.resolver.main_work().and_then(|main| main.name).is_some_and(|main| main != mention.name);
    matches!(lead, ("role" | "part" | "character", "of")) && is_shown()
}

/// The show or the part: a work of the sentence, else what the article is about; a band where one plays an
/// instrument; never one of the two persons.
pub(super) fn what_changed(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<Referent> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    // "Season 32" says which part, not of what
    let is_part = |name: &Name| name.words.first().is_some_and(|first| matches!(first.as_str(), "season" | "series" | "episode" | "part"));
    let aside = aside_of(scene, persons);
    let apposed = apposed_to(scene, persons);
    let is_other = |mention: &&Mention| {
        let says_other = is_of_maker(scene, mention, persons) || is_among(persons, mention.name) || is_beside(scene, mention, persons);
        let says_other = says_other || is_role(scene, mention);
        !says_other
            && !scene.names.of(mention).is_some_and(|name| name.words.len() < 3 && is_part(name))
            && aside.is_none_or(|aside| mention.first < aside)
            && apposed.as_ref().is_none_or(|apposed| !apposed.contains(&mention.first))
            // "that Lantern Bay’s Tom Reed will be filling in": where he comes from
            && !(mention.is_possessive && persons.iter().any(|person| (mention.end + 1..mention.end + 3).contains(&person.first)))
    };
    let mentions = scene.names.within(first, end);
    if let Some(of_role) = of_role(scene, mentions, is_other).or_else(|| headed(scene, mentions).filter(is_other_name(persons))) {
        return Some(of_role);
    }
    // "goes ahead with Kings of Marrow and Eider": acts of the bill
    let is_of_bill = |mention: &Mention| {
        let is_named = scene.names.of(mention).is_some_and(|name| name.is_quoted || name.thing.is_some());
        scene.names.is_on_stage && !is_named && matches!(scene.page.word(mention.first.wrapping_sub(1)), "with" | "alongside")
    };
    let works = || {
        let is_work = |mention: &&Mention| scene.names.is_work(Some(mention.name)) && !is_credit(scene, mention) && !is_of_bill(mention);
        mentions.iter().filter(is_work).filter(is_other)
    };
    // "Red Letters star Mila Kern steps in on Lantern Bay": rather what she is no star of
    let is_of_star = |mention: &&Mention| scene.page.word(mention.end) == "star";
    let main = || {
        works().next()?;
        scene.resolver.main_work().or_else(|| most_named(scene, persons).map(Referent::to))
    };
    let is_shown = |mention: &&Mention| !is_of_star(mention) && !mention.is_possessive;
    let title = works().find(is_shown).or_else(|| works().find(|mention| !is_of_star(mention)));
    if title.is_none()
        && let Some(main) = main()
    {
        return Some(Referent { part: None, ..main });
    }
    if let Some(mention) = title.or_else(|| works().next()) {
        let referent = scene.resolver.resolve(mention.first, mention.end)?;
        return Some(Referent { part: None, ..referent });
    }
    if let Some(run) = run_of(scene, first, end).filter(|run| !persons.iter().any(|person| Some(person.name) == run.name)) {
        return Some(run);
    }
    if let Some(band) = band_before(scene) {
        return Some(Referent::to(band));
    }
    if (first..end).any(|at| plays(scene.page.word(at))) {
        // "fill-in guitarist Tom Reed from Lantern Bay": not where he comes from
        let comes_from =
            |mention: &&Mention| matches!(scene.page.word(mention.first.saturating_sub(1)), "from" | "ex" | "of" | "band" | "with" | "and");
        let band = mentions
            .iter()
            .filter(is_other)
            .find(|mention| !comes_from(mention) && scene.names.of(mention).is_some_and(|name| !name.is_place));
        let is_free = |name: &usize| !is_among(persons, *name);
        let main = || scene.resolver.main_agent().filter(is_free);
        if let Some(name) = band.map(|mention| mention.name).or_else(main).or_else(|| first_act(scene, persons)) {
            return Some(Referent::to(name));
        }
    }
    let is_free = |name: &usize| !is_among(persons, *name);
    let work = scene.resolver.main_work().filter(|work| work.name.as_ref().is_none_or(is_free) && is_of_sort(scene, work));
    let work = work.map(|work| Referent { part: None, ..work });
    let work = work.or_else(|| most_named(scene, persons).map(Referent::to)).or_else(|| work_before(scene));
    // on a stage: the act that the article is about
    let act = || scene.resolver.main_agent().filter(|act| scene.names.is_on_stage && is_free(act)).map(Referent::to);
    let work = work.or_else(act).or_else(|| led_by(scene, persons).map(Referent::to));
    // nobody says in what: then the news is of the one who goes
    let is_news = scene.page.is_in_lead(scene.idx);
    work.or_else(|| {
        Some(Referent { name: Some(persons.last().filter(|_| is_news)?.name), role: Some(Role::Person), ..Referent::default() })
    })
}

/// "Reed, who is joining the show as a replacement for Kern": no album, whatever title the headline has.
fn is_of_sort(scene: &Scene<'_, '_>, work: &Referent) -> bool {
    let own = work.name.and_then(|idx| scene.names.names.get(idx)).and_then(|name| name.thing);
    let is_screened = |thing: &str| matches!(thing, "show" | "film");
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let mut meant = (first + 1..end).filter_map(|at| {
        let is_led = scene.page.word(at - 1) == "the" && scene.names.covering(at).is_none();
        let (phrase, _) = scene.page.phrase_at(&WORDS.things, at, end).filter(|_| is_led)?;
        (phrase.entry.role == Role::Work).then_some(phrase.entry.name)
    });
    let is_other = |own: &str| meant.next().is_some_and(|meant| meant != own && !(is_screened(meant) && is_screened(own)));
    !own.is_some_and(is_other)
}

/// "Harbour & Leeds have found substitutes": what the lead names, if it is nobody, no hall and no place; further below
/// only where the sentence names it too.
fn led_by(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let is_news = scene.page.is_in_lead(scene.idx);
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let is_here = |idx: usize| scene.names.within(first, end).iter().any(|mention| mention.name == idx);
    let is_hall = |name: &Name| name.words.iter().any(|word| WORDS.venue.contains(word));
    let is_somebody = |name: &Name| name.is_person() || name.sounds_like_somebody() || name.is_byline;
    let is_thing = |name: &Name| name.is_lead && !name.is_place && !name.is_company() && !is_hall(name) && !is_somebody(name);
    most_mentioned(scene, persons, |idx, name| is_thing(name) && (is_news || name.opens && is_here(idx)))
}

/// The name that stands most often, the first of several, among those that fit and are none of the persons’.
fn most_mentioned(scene: &Scene<'_, '_>, persons: &[Mention], fits: impl Fn(usize, &Name) -> bool) -> Option<usize> {
    let others = scene.names.names.iter().enumerate().filter(|(idx, name)| !is_among(persons, *idx) && fits(*idx, name));
    others.max_by_key(|(idx, name)| (name.n_mentions, std::cmp::Reverse(*idx))).map(|(idx, _)| idx)
}

/// Whether a name is one of the persons’.
fn is_among(persons: &[Mention], name: usize) -> bool {
    persons.iter().any(|person| person.name == name)
}

/// "as a judge on The Harbour Voice", "host of Red Letters": what the part is in.
fn of_role(scene: &Scene<'_, '_>, mentions: &[Mention], is_other: impl Fn(&&Mention) -> bool) -> Option<Referent> {
    let mention = mentions.iter().filter(&is_other).find(|mention| {
        let lead = mention
            .first
            .checked_sub(if matches!(scene.page.word(mention.first.wrapping_sub(1)), "the" | "a" | "“" | "'" | "‘") { 2 } else { 1 });
        // "to replace Kern as Red Letters producer"
        let is_as = lead.is_some_and(|lead| scene.page.word(lead) == "as");
        if is_as && WORDS.person_before.contains(scene.page.word(mention.end)) && !mention.is_possessive {
            return scene.names.of(mention).is_some_and(|name| !name.is_place);
        }
        let Some(lead) = lead.filter(|&lead| matches!(scene.page.word(lead), "on" | "of" | "in" | "for")) else { return false };
        let is_trade = |at: usize| {
            WORDS.person_before.contains(scene.page.word(at))
                || matches!(
                    scene.page.word(at),
                    "judge" | "captain" | "panellist" | "coach" | "lead" | "role" | "cast" | "headliner" | "headliners"
                )
        };
        lead.checked_sub(1).is_some_and(is_trade) && scene.names.of(mention).is_some_and(|name| !name.is_place)
    })?;
    // "the role of Sal Ferris in “The Lanterns”": the title, where there is one
    let is_part = matches!((scene.page.word_left(mention.first, 2), scene.page.word_left(mention.first, 1)), ("role" | "part", "of"));
    let is_title = |other: &&Mention| other.name != mention.name && scene.names.is_work(Some(other.name));
    if is_part && mentions.iter().filter(&is_other).any(|other| is_title(&other)) {
        return None;
    }
    if !mention.is_possessive {
        return Some(Referent::to(mention.name));
    }
    // "his role in Kern’s upcoming film": the film
    let meant = scene.resolver.resolve(mention.end, mention.end + OWN_TOKENS).filter(|meant| scene.names.is_work(meant.name));
    // "as a host of Channel Nine’s Harbour Bake": the show, of whatever sort its name seems
    let shown = mentions.iter().find(|shown| shown.first == mention.end + 2);
    let is_show = |shown: &&Mention| scene.names.of(shown).is_some_and(|name| !name.is_place && !name.is_person());
    meant.or_else(|| shown.filter(is_show).filter(is_other).map(|shown| Referent::to(shown.name)))
}

/// "Red Letters: Mila Kern takes over from Tom Reed": the title that opens the headline.
fn headed(scene: &Scene<'_, '_>, mentions: &[Mention]) -> Option<Referent> {
    let first = scene.sentence.first_token as usize;
    let title = mentions.first().filter(|title| scene.idx == 0 && title.first <= first + 1)?;
    let is_title = |name: &Name| !name.is_place && !name.is_person() && !name.is_company();
    let is_apart = (title.end..title.end + 2).any(|at| scene.page.raw(at) == ":");
    (is_apart && scene.names.of(title).is_some_and(is_title)).then(|| Referent::to(title.name))
}

fn is_other_name(persons: &[Mention]) -> impl Fn(&Referent) -> bool {
    move |referent| !persons.iter().any(|person| Some(person.name) == referent.name)
}

/// "Copper Foxes director Tom Reed comes for her", "Reed, the producer of Copper Foxes": what whoever comes has made.
fn is_of_maker(scene: &Scene<'_, '_>, mention: &Mention, persons: &[Mention]) -> bool {
    let Some(name) = scene.names.of(mention).filter(|name| !name.opens) else { return false };
    let makes = matches!(scene.page.word(mention.end), "director" | "writer" | "producer" | "showrunner" | "screenwriter");
    name.is_credit || makes && persons.first().is_some_and(|new| new.first == mention.end + 1)
}

/// "replaced by Mila Kern, who was seen in Copper Foxes": where the aside about one of them begins.
fn aside_of(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let is_who = |at: &usize| matches!(scene.page.word(*at), "who" | "whose");
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    // "in place of Kern and Reed, who will be seen in Copper Foxes": the last of several
    let last = persons.iter().map(|person| person.first).max().unwrap_or(first);
    let listed = scene.names.within(last, end).iter().take_while(|next| next.first < last + LIST_TOKENS);
    persons.iter().chain(listed).filter_map(|person| (person.end..person.end + 2).find(is_who)).min()
}

/// "Mila Kern, the producer of Copper Foxes, | takes over": the words between commas that only say who she is.
fn apposed_to(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<std::ops::Range<usize>> {
    let end = scene.sentence.end_token as usize;
    persons.iter().find_map(|person| {
        let opens = scene.page.raw(person.end) == "," && matches!(scene.page.word(person.end + 1), "the" | "a" | "an");
        let close = (person.end + 2..end).find(|&at| scene.page.raw(at) == ",").filter(|_| opens)?;
        Some(person.end..close)
    })
}

/// "Kern and the Harbour Boys, who": so far behind the first of two the second may begin.
const LIST_TOKENS: usize = 5;

/// "will now join the tour": the tour of whoever goes on it.
fn run_of(scene: &Scene<'_, '_>, first: usize, end: usize) -> Option<Referent> {
    let (at, stop) = (first..end).find_map(|at| {
        let (phrase, stop) = scene.page.phrase_at(&WORDS.things, at, end).filter(|_| scene.names.covering(at).is_none())?;
        matches!(phrase.entry.name, "tour" | "residency" | "festival").then_some((at, stop))
    })?;
    scene.resolver.resolve(at, stop).filter(|run| run.name.is_some())
}

/// The first act or company named in the article beside these persons.
fn first_act(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let fits = |mention: &&Mention| {
        let is_other = !is_among(persons, mention.name);
        is_other && scene.names.of(mention).is_some_and(|name| name.is_lead && !name.is_place && !name.is_work())
    };
    scene.names.mentions.iter().find(fits).map(|mention| mention.name)
}

/// The title told of just before.
fn work_before(scene: &Scene<'_, '_>) -> Option<Referent> {
    let start = scene.page.sentences.get(scene.idx.saturating_sub(2))?.first_token as usize;
    let before = scene.names.within(start, scene.sentence.first_token as usize);
    let is_title =
        |mention: &&Mention| scene.names.of(mention).is_some_and(|name| name.is_work() && name.is_quoted) && !is_credit(scene, mention);
    before.iter().rev().find(is_title).map(|title| scene.resolver.referent_to(title.name))
}

/// "‘Red Letters’ alum Mila Kern", "Sam Reed (“Red Letters”)": what somebody is known for.
fn is_credit(scene: &Scene<'_, '_>, mention: &Mention) -> bool {
    let is_mark = |at: usize| matches!(scene.page.raw(at), "’" | "'" | "”" | "\"" | "“" | "‘");
    let right = (mention.end..mention.end + 2).find(|&at| !is_mark(at)).unwrap_or(mention.end);
    let left = (1..=2).filter_map(|n| mention.first.checked_sub(n)).find(|&at| !is_mark(at)).unwrap_or(mention.first);
    // "Red Letters’ Mila Kern": what she played in
    let is_of_person = mention.is_possessive
        && scene.names.within(mention.end, mention.end + 4).first().and_then(|next| scene.names.of(next)).is_some_and(Name::is_person);
    is_of_person
        || scene.page.raw(left) == "("
        || matches!(scene.page.word(right), "alum" | "alumna" | "alumnus" | "veteran" | "actor" | "actress" | "creator")
}

/// What the article comes back to and nothing tells to be a person: mostly the show.
fn most_named(scene: &Scene<'_, '_>, persons: &[Mention]) -> Option<usize> {
    let is_personal = |name: &Name| WORDS.people.has_given(&name.words) || WORDS.people.has_family(&name.words);
    let fits = |name: &Name| {
        name.words.len() > 1
            && name.is_lead
            && name.n_mentions > 1
            && name.agent < 3
            && !name.is_place
            && !name.is_company()
            && !is_personal(name)
    };
    most_mentioned(scene, persons, |_, name| fits(name))
}

/// "Red Harbour drummer Sam Reed", in this sentence or the one before: the band.
fn band_before(scene: &Scene<'_, '_>) -> Option<usize> {
    let from = scene.idx.checked_sub(1).and_then(|before| scene.page.sentences.get(before)).unwrap_or(scene.sentence);
    let range = from.first_token as usize..scene.sentence.end_token as usize;
    let at = range.clone().skip(1).find(|&at| plays(scene.page.word(at)) && scene.page.is_capital(at + 1))?;
    let band = scene.names.covering(at - 1).filter(|mention| mention.first >= range.start)?;
    scene.names.of(band).filter(|name| !name.is_place).map(|_| band.name)
}
