//! What is only described: "the film", "the release", "their tour", and which of the names of the article that is.

use super::phrase::is_happening;
use super::{Referent, Resolver};
use crate::events::names::Name;
use crate::events::quoted::OPENING;
use crate::events::words::Role;

impl Resolver<'_> {
    /// "Despite talk of Red Letters as a May release, the channel named a new June start date": of the one title that the
    /// sentence has named.
    pub(super) fn title_here(&self, referent: &Referent, theirs: Option<usize>, first: usize) -> Option<Referent> {
        let is_date = referent.role == Some(Role::Moment) && referent.thing.is_empty() && theirs.is_none() && referent.part.is_none();
        // "a new date for Red Letters, in which Kern plays: Tom Reed’s film will now open"
        let is_film = referent.role == Some(Role::Work) && referent.owner.is_some() && theirs.is_none() && referent.part.is_none();
        let start = self.page.sentences.get(self.now)?.first_token as usize;
        let titles = || self.names.within(start, first).iter().filter(|mention| self.names.is_work(Some(mention.name)));
        let only = titles().next().filter(|_| (is_date || is_film) && self.item.is_none())?;
        // "behind “Red Letters”": another
        let lead = (1..=2).filter_map(|n| only.first.checked_sub(n)).map(|left| self.page.word(left));
        let is_beside = lead.into_iter().any(|word| {
            matches!(word, "behind" | "after" | "before" | "alongside" | "with" | "ahead" | "opposite" | "against" | "following" | "from")
        });
        let is_told = self.names.of(only).is_some_and(|name| !name.is_credit && !name.is_aside && name.is_lead) && !is_beside;
        (is_told && titles().all(|other| other.name == only.name)).then(|| self.referent_to(only.name))
    }

    /// "the film", "the release", "the tour": what the article is about where it fits, else the last thing of that
    /// sort, else the only title of that sort in the article.
    pub(super) fn described(&self, referent: &Referent, theirs: Option<usize>) -> Option<Referent> {
        // "The trailer is out. … The game will be released": the game, and not its trailer
        let is_whole = referent.role == Some(Role::Work) && referent.part.is_none();
        let is_of_it = |part: &String| matches!(part.as_str(), "trailer" | "tickets");
        let meant = self.meant(referent, theirs)?;
        Some(Referent { part: meant.part.filter(|part| !(is_whole && is_of_it(part))), ..meant })
    }

    /// "Tickets are on sale": what is sold is the way in, and no album.
    fn opens_with_tickets(&self) -> bool {
        self.page.sentences.get(self.now).is_some_and(|sentence| self.page.word(sentence.first_token as usize) == "tickets")
    }

    /// What goes on about whoever or whatever was told of just before: a trial, tickets.
    fn of_last(&self, referent: &Referent, theirs: Option<usize>) -> Option<Referent> {
        // "The trial has been put off": somebody’s, and no festival’s
        if referent.thing == "trial"
            && theirs.is_none()
            && let Some(last) = self.last_person
        {
            return Some(Referent::to(last));
        }
        // "will play a showcase in Redport. Tickets go on sale on Monday": for that, and not for the album
        let of_stage = || self.last.as_ref().filter(|last| last.role == Some(Role::Happening) && self.last_at + 1 >= self.now);
        if let Some(stage) = self.opens_with_tickets().then(of_stage).flatten() {
            return Some(Referent { part: referent.part.clone(), ..stage.clone() });
        }
        None
    }

    /// "has put off his concerts. … The July 12 show": one of them, where the article has no title that may be the show.
    fn night_of(&self, referent: &Referent, theirs: Option<usize>) -> Option<Referent> {
        /// The concerts are told of so many sentences before at most.
        const NIGHT_SENTENCES: usize = 3;
        let is_show = referent.thing == "show" && matches!(referent.noun.as_str(), "show" | "shows") && theirs.is_none();
        let is_stage = |last: &&Referent| matches!(last.thing, "concert" | "tour" | "residency") && last.name.is_some();
        let last = self.last.as_ref().filter(is_stage).filter(|_| self.last_at + NIGHT_SENTENCES >= self.now)?;
        let is_free = is_show && referent.part.is_none() && self.main_work().is_none() && !self.names.is_work(last.name);
        let noun = referent.noun.clone();
        is_free.then(|| Referent {
            name: last.name,
            owner: last.owner,
            thing: "concert",
            role: Some(Role::Happening),
            noun,
            ..Referent::default()
        })
    }

    fn meant(&self, referent: &Referent, theirs: Option<usize>) -> Option<Referent> {
        let fits = |known: &str| referent.thing.is_empty() || known.is_empty() || known == referent.thing;
        if let Some(item) = self.of_item(referent) {
            return Some(item);
        }
        if let Some(last) = self.of_last(referent, theirs) {
            return Some(last);
        }
        if let Some(night) = self.night_of(referent, theirs) {
            return Some(night);
        }
        // "the Harbour 5 version": of what was told of
        if referent.noun.starts_with("version") || referent.part.as_deref().is_some_and(|part| part.ends_with("version")) {
            return self.versioned();
        }
        // "Red Letters is done, but its release has been put back": of the title named before
        if let Some(title) =
            theirs.filter(|&theirs| self.names.is_work(Some(theirs)) && (referent.role == Some(Role::Moment) || referent.part.is_some()))
        {
            return Some(self.referent_to(title));
        }
        let main = self.main_work();
        // "Kern leaves the drama. Filming was to start in June": the drama’s
        if referent.moment == "filming" && theirs.is_none() && main.is_none() {
            let only = self.only_of("show").or_else(|| self.only_of("film")).or_else(|| self.only_unclaimed());
            if let Some(only) = only {
                return Some(self.referent_to(only));
            }
        }
        if referent.moment == "debut" && referent.thing.is_empty() {
            // a debut is the act's, not the album's
            let agent = self.main_agent.filter(|&idx| self.names.names.get(idx).is_some_and(|name| name.is_lead));
            if let Some(agent) = agent {
                return Some(Referent { name: Some(agent), ..Referent::default() });
            }
        }
        // "Filming on Red Letters begins in May. “We waited,” Kern said. A release in autumn is planned": what is quoted between
        // leads to nothing else
        let is_speech = |idx: usize| {
            let sentence = self.page.sentences.get(idx);
            sentence.is_some_and(|sentence| OPENING.contains(&self.page.raw(sentence.first_token as usize)))
        };
        let is_next = self.last_at + 1 >= self.now || (self.last_at + 1..self.now).all(is_speech) && self.last_at + 3 >= self.now;
        // "postponed tonight’s show. … The rescheduled date": the show’s
        let is_near = |last: &Referent| match last.role {
            Some(Role::Work) => is_next,
            Some(Role::Happening) => self.last_at + 2 >= self.now && referent.noun.contains("date"),
            None => self.last_at + 1 >= self.now && self.names.is_work(last.name),
            _ => false,
        };
        let is_lead = |name: Option<usize>| name.and_then(|idx| self.names.names.get(idx)).is_some_and(|name| name.is_lead);
        let outweighs = main.as_ref().is_some_and(|main| is_lead(main.name)) && !self.holds_against_main(referent, theirs);
        if referent.role == Some(Role::Moment)
            && referent.thing.is_empty()
            && theirs.is_none()
            && let Some(last) = self.last.as_ref().filter(|last| last.name.is_some() && is_near(last))
        {
            return Some(last.clone());
        }
        let leads_to_happening = !(referent.noun.starts_with("release") && main.is_some())
            && referent.role == Some(Role::Moment)
            && referent.thing.is_empty()
            && !main.as_ref().is_some_and(|main| is_lead(main.name));
        if let Some(happening) = self.happening_of(theirs).filter(|_| leads_to_happening) {
            return Some(happening);
        }
        let is_fresh = self.last_at + 2 >= self.now && !outweighs;
        if let Some(main) = main.as_ref().filter(|main| !is_fresh && !main.thing.is_empty() && main.thing == referent.thing) {
            return Some(main.clone());
        }
        if let Some(last) = self
            .last
            .as_ref()
            .filter(|last| !outweighs && !referent.thing.is_empty() && last.thing == referent.thing && last.name.is_some())
        {
            return Some(last.clone());
        }
        if let Some(only) = self.only_of(referent.thing) {
            return Some(Referent { name: Some(only), thing: referent.thing, ..Referent::default() });
        }
        match (main, self.last.clone()) {
            (Some(main), _) if fits(main.thing) => Some(main),
            (_, Some(last)) if !outweighs && fits(last.thing) && last.name.is_some() && !self.is_somebody(referent, &last) => Some(last),
            (Some(main), _) if matches!(referent.role, Some(Role::Happening | Role::Part | Role::Moment)) => {
                Some(Referent { name: main.name, owner: main.owner, ..Referent::default() })
            }
            (main, _) => self.of_whoever(referent, main.and_then(|main| main.name), theirs),
        }
    }

    /// What stands below the title of an item, or behind it in its paragraph.
    fn of_item(&self, referent: &Referent) -> Option<Referent> {
        let item = self.item?;
        if matches!(referent.role, Some(Role::Work | Role::Moment)) {
            return Some(Referent { name: Some(item), thing: referent.thing, role: Some(Role::Work), ..Referent::default() });
        }
        // "Red Letters (Channel 9) is on Fridays. Episode 5 …": of that
        if referent.part.is_none() && referent.role != Some(Role::Part) {
            return None;
        }
        let is_of_show = |part: &str| part.starts_with("episode") || part.starts_with("season");
        let of_show =
            referent.part.as_deref().is_some_and(is_of_show) || matches!(referent.noun.as_str(), "episodes" | "episode" | "finale");
        let item = self.referent_to(item);
        let thing = if item.thing.is_empty() && of_show { "show" } else { item.thing };
        Some(Referent { thing, ..item })
    }

    /// What has versions: the thing talked of last, else what the article is about.
    fn versioned(&self) -> Option<Referent> {
        let is_thing = |last: &&Referent| {
            let name = last.name.and_then(|idx| self.names.names.get(idx));
            name.is_some_and(|name| !name.is_person() && !name.is_company() && !name.is_place)
        };
        let told = self.last.as_ref().filter(is_thing).cloned().map(|last| Referent { part: None, ..last });
        told.or_else(|| self.main_work()).or_else(|| self.only_unclaimed().map(|only| self.referent_to(only)))
    }

    /// Whether the last thing talked of is rather meant than what the article is about.
    fn holds_against_main(&self, referent: &Referent, theirs: Option<usize>) -> bool {
        let Some(last) = &self.last else { return false };
        let is_lead = last.name.and_then(|idx| self.names.names.get(idx)).is_some_and(|name| name.is_lead);
        let is_just_told = self.last_at + 1 >= self.now && last.thing == referent.thing && last.is_named;
        // "Low Tide (Channel 9) has been put off by a week. Its last two episodes …": what the paragraph opens with
        let opens = self.opener.is_some() && last.name == self.opener;
        is_lead || is_just_told && theirs.is_none() || opens
    }

    /// The wedding, the tour, that the article is mostly about.
    fn happening_of(&self, theirs: Option<usize>) -> Option<Referent> {
        let ((thing, _), owner) = self.main_happening.zip(theirs.or(self.main_agent))?;
        let happening = Referent { thing, role: Some(Role::Happening), noun: thing.to_owned(), ..Referent::default() };
        Some(Referent { name: Some(owner), owner: Some(owner), ..happening })
    }

    /// "Kern is back at work. The series was to open in May": hardly she.
    fn is_somebody(&self, referent: &Referent, last: &Referent) -> bool {
        let is_person = self.names.is_person(last.name);
        let is_work = referent.role == Some(Role::Work) && referent.owner.is_none() && last.thing.is_empty();
        is_work && is_person && self.only_unclaimed().is_some()
    }

    /// "The film", "their song", where nothing told of fits: the main title’s, its maker’s, or the one name’s that is nobody’s.
    fn of_whoever(&self, referent: &Referent, main: Option<usize>, theirs: Option<usize>) -> Option<Referent> {
        // a song is never the show it belongs to, but it may bear its name
        let is_music = matches!(referent.thing, "song" | "album");
        // "the channel announced that the second season will air": never the channel’s own
        if referent.part.as_ref().is_some_and(|part| part.starts_with("season") || part.starts_with("episode")) {
            let name = main.or_else(|| self.only_of("show")).or_else(|| self.only_unclaimed())?;
            return Some(Referent { name: Some(name), ..Referent::default() });
        }
        let lead = self.main_agent.filter(|&idx| self.names.names.get(idx).is_some_and(|name| name.is_lead));
        // "The film", and nothing tells that the one name is somebody’s
        let is_open = |idx: &usize| self.names.names.get(*idx).is_some_and(|name| name.is_unclaimed() && !name.is_credit);
        let title = lead.filter(|idx| referent.role == Some(Role::Work) && theirs.is_none() && is_open(idx));
        // but a record is no festival
        let is_run = |idx: &usize| self.names.names.get(*idx).and_then(|name| name.thing).is_some_and(is_happening);
        // nor a song the album it is on
        let is_song = |idx: &usize| referent.thing == "album" && self.names.names.get(*idx).is_some_and(|name| name.thing == Some("song"));
        let work = main.filter(|main| referent.role == Some(Role::Work) && theirs.is_none() && !is_run(main) && !is_song(main));
        let maker = theirs.or(referent.owner).or(lead.filter(|_| is_music || referent.role != Some(Role::Work)));
        let maker = maker.or(self.main_agent.filter(|_| referent.role != Some(Role::Work)));
        let title = title
            .or_else(|| self.only_unclaimed().filter(|_| referent.role == Some(Role::Work) && theirs.is_none() && self.last.is_none()));
        let name = work.or(maker).or(title)?;
        Some(Referent { name: Some(name), owner: maker, ..Referent::default() })
    }

    /// The only name of the lead of which nothing tells whose it is: "The series", where "The Undone" is told of.
    fn only_unclaimed(&self) -> Option<usize> {
        let fits = |name: &Name| {
            let is_nobodys = name.is_unclaimed() && !name.sounds_personal && !name.is_person() && !name.is_company();
            is_nobodys && !name.is_place && !name.is_byline && !name.is_work() && !name.is_credit
        };
        let mut unclaimed = (0..self.names.names.len()).filter(|&idx| self.names.names.get(idx).is_some_and(fits));
        let only = unclaimed.next()?;
        unclaimed.next().is_none().then_some(only)
    }

    /// The only title of a sort in the whole article.
    fn only_of(&self, thing: &str) -> Option<usize> {
        // "“Red Letters” has a new date. The movie was to open in May. It takes the place of the thriller “Low Tide”": a
        // title that has been named, and none that is yet to come
        let end = self.page.sentences.get(self.now).map_or(usize::MAX, |sentence| sentence.end_token as usize);
        let is_open_main = self.main.and_then(|main| self.names.names.get(main)).is_some_and(|main| main.thing.is_none() && main.is_lead);
        let is_sure = |idx: usize| self.names.names.get(idx).is_some_and(|name| !is_open_main && (name.is_lead || name.is_quoted));
        let is_told = |idx: usize| is_sure(idx) || self.names.mentions.iter().any(|mention| mention.name == idx && mention.first < end);
        let mut of_sort = (0..self.names.names.len())
            .filter(|&idx| !thing.is_empty() && self.names.names.get(idx).is_some_and(|name| name.thing == Some(thing)))
            .filter(|&idx| is_told(idx) && !self.names.names.get(idx).is_some_and(|name| name.is_credit));
        let only = of_sort.next()?;
        of_sort.next().is_none().then_some(only)
    }
}
