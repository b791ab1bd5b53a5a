//! Noun phrases: which words of a stretch name the thing, and what only stands beside them.

use super::{Found, Referent, Resolver};
use crate::events::names::{Mention, Name};
use crate::events::page::Page;
use crate::events::words::{Role, Thing, WORDS};

impl Resolver<'_> {
    /// The stretch that names: without an opening "In an interview with Kim," and without what follows the head,
    /// "their spring tour | with the Harbour Boys".
    pub(super) fn core(&self, first: usize, end: usize) -> (usize, usize) {
        let mut from = first;
        let introduces = |at: usize| {
            let word = self.page.word(at);
            PREPOSITIONS.contains(&word)
                || matches!(
                    word,
                    "for"
                        | "as"
                        | "according"
                        | "besides"
                        | "along"
                        | "apart"
                        | "unlike"
                        | "like"
                        | "given"
                        | "thanks"
                        | "per"
                        | "speaking"
                        | "out"
                        | "due"
                        | "because"
                )
                || self.names.covering(at).is_none() && self.page.phrase_at(&WORDS.telling, at, end).is_some()
        };
        while introduces(from) {
            let comma = (from..end).find(|&at| self.page.raw(at) == ",");
            let Some(comma) = comma.filter(|&comma| (comma + 1..end).any(|at| self.page.is_word(at) && !self.page.is_in_date(at))) else {
                break;
            };
            from = comma + 1;
        }
        let mut at = from;
        let names_something = |at: usize| {
            self.names.covering(at).is_some() || self.page.phrase_at(&WORDS.things, at, end).is_some() || self.page.word(at) == "follow"
        };
        let mut is_unknown = false;
        while at < end && !names_something(at) {
            if is_unknown && PREPOSITIONS.contains(&self.page.word(at)) && !self.page.is_in_date(at) {
                // "a vote on who should get the release": the vote is on no list
                return (from, at);
            }
            is_unknown |= self.page.is_word(at) && !self.is_light(at);
            at += 1;
        }
        let ends = |at: &usize| {
            let follows = self.page.word(*at) == "to" && matches!(self.page.word(at - 1), "up" | "successor" | "sequel" | "prequel");
            // "The film, part of Halden’s Harbour series"
            let is_part_of = self.page.word(*at) == "part" && self.page.word(at + 1) == "of" && self.page.raw(at - 1) == ",";
            (follows
                || is_part_of
                || self.opens_for(*at)
                || PREPOSITIONS.contains(&self.page.word(*at))
                || matches!(self.page.word(*at), "which" | "who" | "whose" | "where"))
                && self.names.covering(*at).is_none()
        };
        let stop = (at + 1..end).find(ends).unwrap_or(end);
        (from, stop)
    }

    /// "the finale, | entitled A Certain Night, will air": an episode by what it is, not by its title.
    pub(super) fn before_its_title(&self, first: usize, end: usize) -> usize {
        let is_called = |at: &usize| matches!(self.page.word(*at), "entitled" | "titled" | "called" | "dubbed");
        let called = (first + 1..end).find(|at| is_called(at) && self.page.raw(at - 1) == ",");
        let is_episode =
            |at: usize| matches!(self.page.word(at), "finale" | "premiere" | "episode" | "opener" | "instalment" | "installment");
        called.filter(|&called| (first..called).any(is_episode)).map_or(end, |called| called - 1)
    }

    /// "the studio’s blockbuster, The Last Letter, | has been delayed": the title just before the verb.
    pub(super) fn apposed(&self, end: usize) -> Option<&Mention> {
        let close = end.checked_sub(1).filter(|&at| self.page.raw(at) == ",")?;
        let last = close.checked_sub(1)?;
        let quoted = matches!(self.page.raw(last), "”" | "\"" | "’" | "'");
        let mention = self.names.covering(if quoted { last - 1 } else { last })?;
        let open = mention.first.checked_sub(if quoted { 2 } else { 1 })?;
        let is_work = self.names.is_work(Some(mention.name));
        let open = if matches!(self.page.word(open), "the" | "a") { open.checked_sub(1)? } else { open };
        (is_work && self.page.raw(open) == ",").then_some(mention)
    }

    /// "a vote (on …)", "most gigs", "many fashion shows": a head on no list, or no certain thing.
    pub(super) fn has_unknown_head(&self, first: usize, core_end: usize, found: &[Found]) -> bool {
        let known = !self.names.within(first, core_end).is_empty()
            || found.iter().any(|item| item.first < core_end)
            || self.is_pronoun(first, core_end);
        if !known {
            return (first..core_end).any(|at| self.page.is_word(at) && !self.is_light(at))
                && (!self.names.within(core_end, core_end + 40).is_empty() || found.iter().any(|item| item.first >= core_end));
        }
        // "Halden’s eventual mega-hit has been pushed": something of somebody whom the article only brushes
        let own = self.names.within(first, core_end);
        let is_stranger = |name: &Name| !name.is_lead && !name.is_work() && !name.is_person() && !name.sounds_like_somebody();
        let is_unknown = |owner: &Mention| {
            let noun = (owner.end + 2..core_end).rev().find(|&at| self.page.is_word(at));
            owner.is_possessive && noun.is_some_and(|noun| !self.is_light(noun)) && self.names.of(owner).is_some_and(is_stranger)
        };
        if found.is_empty() && own.len() == 1 && own.iter().all(is_unknown) {
            return true;
        }
        let is_vague = |at: usize| {
            matches!(
                self.page.word(at),
                "many"
                    | "most"
                    | "some"
                    | "other"
                    | "any"
                    | "such"
                    | "similar"
                    | "countless"
                    | "numerous"
                    | "several"
                    | "various"
                    | "dozens"
            )
        };
        let is_many = |item: &&Found| self.page.word(item.end - 1).ends_with('s') && item.thing.role == Role::Work;
        let head = found.iter().find(|item| item.first < core_end && (item.thing.role == Role::Happening || is_many(item)));
        let of_work = self.names.within(first, core_end).iter().any(|mention| self.names.is_work(Some(mention.name)));
        head.is_some_and(|head| !of_work && (first.max(head.first.saturating_sub(4))..head.first).any(is_vague))
    }

    /// Who "their tour" or "the band’s album" belongs to.
    pub(super) fn possessor(&self, first: usize, end: usize, found: &[Found], doer: Option<usize>) -> Option<usize> {
        let head = found.first().map_or(end, |item| item.first);
        let is_own = |at: usize| {
            let by_trade = self.page.word(at) == "s"
                && at >= 2
                && matches!(self.page.raw(at - 1), "’" | "'")
                && matches!(
                    self.page.word(at - 2),
                    "band" | "group" | "singer" | "rapper" | "duo" | "trio" | "star" | "act" | "rocker" | "artist" | "quartet" | "musician"
                );
            matches!(self.page.word(at), "their" | "his" | "her" | "its" | "our" | "my") || by_trade
        };
        // "Lantern Bay … its debut season": of the thing named before, not of a person
        let is_its = (first..head.min(end)).any(|at| self.page.word(at) == "its");
        // "Red Letters is coming sooner: the studio moves up its release": the film’s, not the studio’s
        let is_moment = !found.is_empty() && found.iter().all(|item| item.thing.role == Role::Moment);
        // "The drama is shown on Fridays. Its finale": the drama’s
        let told = || self.last.as_ref().filter(|_| self.last_at + 1 >= self.now).and_then(|last| last.name);
        let told = || told().filter(|&name| self.names.is_work(Some(name)) && found.iter().any(|item| item.thing.role == Role::Part));
        // "It has left the Harbour Festival, and its May release has moved": what the sentence began with
        let start = self.page.sentences.get(self.now).map_or(first, |sentence| sentence.first_token as usize);
        let it = || {
            let is_it = self.page.word(start) == "it" && start < first && self.last_at + 1 >= self.now;
            self.last.as_ref().filter(|_| is_it).and_then(|last| last.name).filter(|&name| self.names.is_work(Some(name)))
        };
        if let Some(thing) =
            it().or_else(|| self.last_before(first, Name::is_work)).or_else(told).filter(|_| is_its && (doer.is_none() || is_moment))
        {
            return Some(thing);
        }
        let leads = self.main_agent.filter(|&idx| self.names.names.get(idx).is_some_and(|name| name.is_lead));
        // "The group’s concert": of the act told of just before
        let by_trade = (first..head.min(end)).any(|at| self.page.word(at) == "s" && is_own(at));
        let told = self.last.as_ref().filter(|_| by_trade && self.last_at + 2 >= self.now).and_then(|last| last.name);
        let told =
            told.filter(|&idx| self.names.names.get(idx).is_some_and(|name| !name.is_work() && !name.is_place && !name.is_company()));
        // "Tom Reed, who was asked again after his tour was put off": the man named last
        let is_his = (first..head.min(end)).any(|at| matches!(self.page.word(at), "his" | "her"));
        let is_night = found.iter().any(|item| item.thing.role == Role::Happening);
        let start = self.page.sentences.get(self.now).map_or(first, |sentence| sentence.first_token as usize);
        // "Kern’s spokesperson said so. Her cancelled shows have been rescheduled": Kern’s, whom no name stands between
        let before = || self.last_owner(start).filter(|_| first < start + 2);
        let named = || self.last_before(first, Name::is_person).or_else(before).filter(|_| is_his && is_night);
        (first..head.min(end)).any(is_own).then(|| doer.or(told).or_else(named).or(leads)).flatten()
    }

    /// The name of some sort that stands last before a token of its sentence.
    pub(super) fn last_before(&self, at: usize, fits: impl Fn(&Name) -> bool) -> Option<usize> {
        let start = self.page.sentences.get(self.now)?.first_token as usize;
        let near = self.names.within(start, at).iter().rev();
        near.into_iter().find(|mention| self.names.of(mention).is_some_and(&fits)).map(|mention| mention.name)
    }

    /// The only person named in the sentence before.
    fn last_owner(&self, start: usize) -> Option<usize> {
        let before = self
            .page
            .sentences
            .get(self.now.checked_sub(1)?)
            .filter(|_| self.page.sentences.get(self.now).is_some_and(|sentence| !sentence.starts_paragraph))?;
        let mut people = self.names.within(before.first_token as usize, start).iter();
        let is_person = |mention: &&Mention| self.names.of(mention).is_some_and(Name::is_person);
        let only = people.find(is_person)?.name;
        people.filter(is_person).all(|other| other.name == only).then_some(only)
    }

    /// The festival, tour or match named last before a token of its sentence.
    fn happening_before(&self, at: usize) -> Option<usize> {
        let says_so = |word: &String| {
            WORDS.things.get(word.as_str()).is_some_and(|phrases| phrases.iter().any(|phrase| is_happening(phrase.entry.name)))
        };
        self.last_before(at, |name| name.thing.is_some_and(is_happening) || name.words.iter().any(says_so))
    }

    /// Nouns of the lists in a stretch, left to right; the longest at each place; none inside a name.
    pub(super) fn nouns(&self, first: usize, end: usize) -> Vec<Found> {
        let mut found = Vec::new();
        let mut at = first;
        while at < end {
            let in_name = self.names.covering(at).is_some_and(|mention| mention.end > at + 1 || mention.first < at);
            match self.page.phrase_at(&WORDS.things, at, end) {
                // "the show opening for Red Harbour": no premiere of a show
                Some((_, stop)) if !in_name && self.opens_for(at) => at = stop,
                // "she will depart the production", of a musical
                Some((phrase, stop)) if phrase.entry.name == "filming" && self.page.word(at) == "production" && self.names.is_on_stage => {
                    at = stop;
                }
                // "his hot-ticket engagement": nothing that is sold
                Some((phrase, stop)) if phrase.entry.name == "tickets" && at > 0 && self.page.raw(at - 1) == "-" => at = stop,
                // "an early version of it": no piece with dates of its own
                Some((phrase, stop)) if phrase.entry.name == "version" && self.version_at(at).is_none() => at = stop,
                // "after a single season": no song
                Some(_) if self.is_only_one(at) => at += 1,
                Some((phrase, stop)) if !in_name => {
                    // "the Foxes’ show in New Orleans" is no television
                    let on_stage = phrase.entry.name == "show"
                        && matches!(self.page.word(at), "show")
                        && matches!(self.page.word(stop), "in" | "at")
                        && self.page.is_capital(stop + 1)
                        && !self.page.is_in_date(stop + 1);
                    // "the Harbour Ballroom show"
                    let is_hall =
                        |left: usize| self.names.covering(left).and_then(|hall| self.names.of(hall)).is_some_and(|name| name.is_place);
                    let is_there = || matches!(self.page.word(at), "show" | "shows") && at.checked_sub(1).is_some_and(is_hall);
                    let on_stage =
                        on_stage || is_there() || self.names.is_on_stage && matches!(self.page.word(at), "show") && stop == at + 1;
                    let thing = if on_stage { Thing { name: "concert", role: Role::Happening } } else { phrase.entry };
                    found.push(Found { thing, first: at, end: stop });
                    at = stop;
                }
                None if !in_name && self.is_run(at) => {
                    found.push(Found { thing: Thing { name: "tour", role: Role::Happening }, first: at, end: at + 1 });
                    at += 1;
                }
                _ => at += 1,
            }
        }
        found
    }

    /// "their run through California", "the Foxes run with Red Harbour", where acts are on stages: a tour.
    fn is_run(&self, at: usize) -> bool {
        let is_led = at.checked_sub(1).is_some_and(|left| self.page.is_word(left) && self.page.word(left) != "to");
        let goes_on = matches!(self.page.word(at + 1), "with" | "through" | "across");
        self.names.is_on_stage && self.page.word(at) == "run" && is_led && goes_on
    }

    /// "the Harbour 5 version", "the Hindi and Tamil versions": for whom or for what it is.
    fn version_at(&self, noun: usize) -> Option<String> {
        let is_led = |at: usize| matches!(self.page.word(at), "the" | "its" | "a" | "both");
        let is_which = |at: &usize| {
            !is_led(*at) && (self.page.is_capital(*at) || self.page.is_number(*at)) || matches!(self.page.word(*at), "and" | "&")
        };
        let first = (0..noun).rev().take_while(is_which).last().filter(|&first| self.page.is_capital(first))?;
        (first > 0 && is_led(first - 1)).then(|| self.page.span(first, noun + 1).of(self.page.text).to_owned())
    }

    /// "a single season", "a single show".
    fn is_only_one(&self, at: usize) -> bool {
        let is_counted = || matches!(self.page.word(at + 1), "season" | "day" | "week" | "word" | "father" | "mother");
        self.page.word(at) == "single" && (is_counted() || self.page.phrase_at(&WORDS.things, at + 1, at + 3).is_some())
    }

    /// "opening for Red Harbour".
    pub(super) fn opens_for(&self, at: usize) -> bool {
        matches!((self.page.word(at), self.page.word(at + 1)), ("opening" | "supporting", "for") | ("supporting", _))
    }

    /// The head of the stretch from what stands in it.
    pub(super) fn named(&self, found: &[Found], mentions: &[Mention], theirs: Option<usize>) -> Referent {
        let mut referent = Referent::default();
        let solid = found.iter().find(|item| matches!(item.thing.role, Role::Work | Role::Happening)).map(|item| head_of(found, item));
        if let Some(moment) = found.iter().find(|item| item.thing.role == Role::Moment) {
            referent.moment = moment.thing.name;
            (referent.role, referent.noun) = (Some(Role::Moment), self.words(moment));
        }
        if let Some(item) = solid {
            (referent.thing, referent.role, referent.noun) = (item.thing.name, Some(item.thing.role), self.words(item));
        }
        let work = |mention: &&Mention| self.names.is_work(Some(mention.name));
        if let Some(person) = person_named(found, mentions) {
            // "the Lantern Bay host Mina Park": she, not the show
            referent.owner = Some(person.name);
            referent.name = Some(person.name);
            referent.role = Some(Role::Person);
            referent.is_named = true;
            return referent;
        }
        if let Some(mention) = self.title_beside(solid, mentions) {
            referent.is_named = true;
            referent.name = Some(mention.name);
            let known = self.names.of(mention).and_then(|name| name.thing);
            if referent.thing.is_empty() {
                referent.thing = known.unwrap_or_default();
                referent.role = referent.role.or(known.map(|_| Role::Work));
            } else if let (Some(item), Some(known)) = (solid, known) {
                Self::reconcile(&mut referent, mention, item, known);
            }
        }
        let is_somewhere = |mention: &&Mention| self.names.of(mention).is_some_and(|name| name.is_place);
        let agent = mentions.iter().find(|mention| !work(mention) && !is_somewhere(mention));
        // "Kim’s blockbuster": not Kim, but something of hers
        let of = self.owner_of_part(found, mentions);
        let owns = agent.is_some_and(|mention| mention.is_possessive && found.is_empty() && mentions.len() == 1);
        referent.owner = theirs.or(agent.map(|mention| mention.name));
        if referent.name.is_none() && !(referent.thing.is_empty() && referent.moment.is_empty()) {
            // "Mila Kern's wedding", "Kern's residency": the owner names it
            let of_place = matches!(referent.thing, "festival" | "event" | "awards" | "exhibition" | "tournament" | "match");
            let possessive =
                mentions.iter().find(|mention| mention.is_possessive && !work(mention) && (of_place || !is_somewhere(mention)));
            if referent.role == Some(Role::Moment)
                && referent.moment != "filming"
                && let Some(mention) = possessive.filter(|mention| mentions.last() == Some(mention))
            {
                // "the Joker’s October release date"
                referent.name = Some(mention.name);
                referent.is_named = true;
            }
            if referent.role == Some(Role::Happening) {
                // "Portugal’s biggest event": the one the article is about, and not Portugal’s
                let is_superlative = |mention: &&Mention| is_somewhere(mention) && self.is_superlative(mention.end);
                let possessive = possessive.filter(|mention| !is_superlative(mention));
                let beside = self.named_beside(solid, mentions, possessive);
                // "the first Harbour Tour was in 1903, but this year’s event": that tour
                let meant = solid.filter(|item| item.thing.name == "event").and_then(|item| self.happening_before(item.first));
                let near = beside
                    .or(theirs)
                    .or(meant.filter(|_| possessive.is_none() && of.is_none()))
                    .or(possessive.map(|mention| mention.name))
                    .or(of.map(|mention| mention.name));
                referent.name = near.or_else(|| self.whose_happening(referent.thing, agent));
                referent.is_named = referent.name.is_some();
            }
        }
        let has_part = found.iter().any(|item| item.thing.role == Role::Part);
        if let Some(mention) = of.filter(|_| referent.name.is_none()) {
            referent.name = Some(mention.name);
            referent.is_named = true;
        }
        if owns && referent.name.is_none() && self.main.is_some() {
            let main = self.main_referent().unwrap_or_default();
            return Referent { owner: referent.owner, ..main };
        }
        if referent.name.is_none() && referent.thing.is_empty() && referent.moment.is_empty() && !has_part {
            referent.name = agent.map(|mention| mention.name);
            referent.is_named = agent.is_some();
        }
        referent
    }

    /// "PS4 exclusive, The Last Letter": the title right behind its sort rather than before it, else the nearest.
    fn title_beside<'m>(&self, solid: Option<&Found>, mentions: &'m [Mention]) -> Option<&'m Mention> {
        let mut titles = mentions.iter().filter(|mention| self.names.is_work(Some(mention.name)));
        let Some(item) = solid else { return titles.next() };
        let far = |mention: &&Mention| gap(mention, item.first, item.end);
        let behind = titles.clone().find(|mention| mention.first >= item.end && mention.first <= item.end + 2);
        behind.or_else(|| titles.min_by_key(far)).filter(|mention| far(mention) < 12)
    }

    /// "the network’s long-awaited Buddies reunion": what stands right before the noun, where its owner is nobody.
    fn named_beside(&self, solid: Option<&Found>, mentions: &[Mention], owner: Option<&Mention>) -> Option<usize> {
        let is_hers = self.names.of(owner?).is_some_and(|name| name.is_lead || name.is_person());
        let beside = mentions.iter().find(|mention| {
            let is_next = solid.is_some_and(|item| item.first == mention.end) && !mention.is_possessive;
            is_next && self.names.of(mention).is_some_and(|name| !name.is_place && name.agent == 0)
        });
        beside.filter(|_| !is_hers).map(|mention| mention.name)
    }

    /// "’s biggest stoner and doom event", "’s most popular show".
    fn is_superlative(&self, at: usize) -> bool {
        (at..at + 5).any(|at| {
            let word = self.page.word(at);
            matches!(word, "most" | "only" | "first" | "oldest" | "premier") || word.len() > 5 && word.ends_with("est")
        })
    }

    /// "the finale of Lantern Bay", whatever Lantern Bay is.
    fn owner_of_part<'m>(&self, found: &[Found], mentions: &'m [Mention]) -> Option<&'m Mention> {
        mentions.iter().find(|mention| {
            let lead = mention.first.checked_sub(1).filter(|&left| matches!(self.page.word(left), "the" | "“" | "‘" | "\"" | "'"));
            let left = lead.unwrap_or(mention.first).saturating_sub(1);
            let is_edition = |item: &Found| item.end == left && self.page.word(item.first) == "edition";
            let is_it = |item: &Found| matches!(item.thing.role, Role::Part | Role::Moment) && item.end == left || is_edition(item);
            let is_place = self.names.of(mention).is_some_and(|name| name.is_place);
            self.page.word(left) == "of" && found.iter().any(is_it) && !is_place
        })
    }

    /// Whose "the concert" is, "the ceremony": the act beside it, the awards the article is about, its main act.
    fn whose_happening(&self, thing: &str, agent: Option<&Mention>) -> Option<usize> {
        let is_place = |mention: &&Mention| {
            mention.first > 0 && matches!(self.page.word(mention.first - 1), "in" | "at" | "from" | "near" | "of" | "on")
        };
        let name = |idx: &usize| self.names.names.get(*idx).filter(|name| name.is_lead);
        let is_it = |known: &'static str| known == thing || thing == "event" && is_happening(known);
        let same = || self.main.filter(|idx| name(idx).and_then(|name| name.thing).is_some_and(is_it));
        let beside = agent.filter(|mention| !is_place(mention)).map(|mention| mention.name);
        let owner = || self.owners.get(thing).copied();
        beside
            .or_else(same)
            .or_else(owner)
            .or_else(|| self.main_agent.filter(|idx| name(idx).is_some()))
            .or(agent.map(|mention| mention.name))
    }

    /// "the OST for the series Lantern Bay": a noun that stands apart from the name it belongs to keeps its own sort.
    pub(super) fn reconcile(referent: &mut Referent, mention: &Mention, item: &Found, known: &'static str) {
        let adjacent = item.end == mention.first || mention.end == item.first || gap(mention, item.first, item.end) <= 2;
        if !adjacent && referent.role == Some(Role::Work) && known != referent.thing && item.first > mention.end {
            referent.thing = known;
        }
    }

    pub(super) fn words(&self, item: &Found) -> String {
        let words = self.page.span(item.first, item.end).of(self.page.text).to_lowercase();
        // of the trade: no word for a reader
        if matches!(words.as_str(), "pic" | "picture") { "film".to_owned() } else { words }
    }

    /// "the ninth episode of | Lantern Bay": which part of it.
    pub(in crate::events) fn part_before(&self, mention: &Mention) -> Option<String> {
        let left = mention.first.checked_sub(1)?;
        let of = if matches!(self.page.raw(left), "“" | "‘" | "\"" | "'") { left.checked_sub(1)? } else { left };
        // "Episode 8 of the drama “Red Letters”"
        let is_sort = of > 1 && WORDS.things.contains_key(self.page.word(of)) && matches!(self.page.word(of - 1), "the" | "its" | "their");
        let of = if is_sort { of - 2 } else { of };
        if self.page.word(of) != "of" {
            return None;
        }
        let first = of.saturating_sub(4);
        self.part_in(first, of, &self.nouns(first, of))
    }

    /// "episode 5", "season six", "sixth season", "trailer", "tickets".
    pub(super) fn part_in(&self, first: usize, end: usize, found: &[Found]) -> Option<String> {
        for at in first..end {
            if self.names.covering(at).is_some_and(|mention| mention.end > mention.first + 1) {
                continue;
            }
            if matches!(
                self.page.word(at),
                "season" | "seasons" | "series" | "episode" | "episodes" | "part" | "volume" | "chapter" | "phase" | "leg"
            ) {
                let noun = self.page.word(at).trim_end_matches('s');
                let noun = if noun == "serie" { "season" } else { noun };
                if let Some(n) = number(self.page.word(at + 1)).filter(|_| at + 1 < end) {
                    return Some(format!("{noun} {n}"));
                }
                if let Some(n) = at.checked_sub(1).filter(|left| *left >= first).and_then(|left| ordinal(self.page, left)) {
                    return Some(format!("{noun} {n}"));
                }
            }
        }
        let part = found.iter().find(|item| item.thing.role == Role::Part)?;
        if part.thing.name == "version" {
            return self.version_at(part.first);
        }
        (part.thing.name != "episode").then(|| part.thing.name.to_owned())
    }
}

/// "the comic book movie", "the game show": of works named side by side, the last is meant; a musical drama is a musical.
fn head_of<'f>(found: &'f [Found], item: &'f Found) -> &'f Found {
    let is_next = |next: &&Found, end: usize| next.first == end && next.thing.role == Role::Work;
    let mut head = item;
    while matches!(head.thing.name, "book" | "game" | "song" | "album")
        && let Some(next) = found.iter().find(|next| is_next(next, head.end))
    {
        head = next;
    }
    head
}

pub(super) fn is_happening(thing: &str) -> bool {
    matches!(thing, "festival" | "awards" | "match" | "tournament" | "exhibition" | "tour" | "concert")
}

/// The person whose trade stands just before the name.
pub(super) fn person_named<'m>(found: &[Found], mentions: &'m [Mention]) -> Option<&'m Mention> {
    let trade = found.last().filter(|item| item.thing.role == Role::Person && item.thing.name == "host")?;
    mentions.iter().find(|mention| mention.first == trade.end && !mention.is_possessive).filter(|_| found.len() == 1)
}

pub(super) fn gap(mention: &Mention, first: usize, end: usize) -> usize {
    if mention.end <= first { first - mention.end } else { mention.first.saturating_sub(end) }
}

/// "5", "five", "V" as a number.
pub(in crate::events) fn number(word: &str) -> Option<usize> {
    let roman = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];
    word.parse()
        .ok()
        .filter(|n| *n < 2000)
        .or_else(|| NUMBERS.iter().position(|known| *known == word))
        .or_else(|| roman.iter().position(|known| *known == word && !word.is_empty()))
}

/// "fifth", "5th".
pub(in crate::events) fn ordinal(page: &Page<'_>, at: usize) -> Option<usize> {
    let word = page.word(at);
    ORDINALS.iter().position(|known| *known == word).filter(|n| *n > 0).or_else(|| {
        let ending = matches!(word, "st" | "nd" | "rd" | "th");
        at.checked_sub(1).filter(|_| ending).and_then(|left| page.word(left).parse().ok())
    })
}

/// Words behind which a noun phrase's head never stands.
pub(in crate::events) const PREPOSITIONS: [&str; 22] = [
    "with",
    "ahead",
    "at",
    "in",
    "by",
    "on",
    "from",
    "alongside",
    "featuring",
    "starring",
    "during",
    "via",
    "through",
    "after",
    "before",
    "into",
    "amid",
    "without",
    "including",
    "following",
    "despite",
    "against",
];

pub(super) const NUMBERS: [&str; 13] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

pub(super) const ORDINALS: [&str; 11] =
    ["zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"];

/// Where "several acts", told of nobody that has a name, begins: "Several acts called off international tours".
pub(in crate::events) fn of_many(page: &Page<'_>, left: usize, right: usize) -> Option<usize> {
    const VAGUE: [&str; 10] = ["several", "many", "most", "some", "various", "numerous", "multiple", "other", "more", "all"];
    const MANY: [&str; 14] = [
        "acts",
        "artists",
        "bands",
        "musicians",
        "performers",
        "studios",
        "networks",
        "films",
        "movies",
        "titles",
        "releases",
        "productions",
        "shows",
        "festivals",
    ];
    let is_many = |at: usize| (at + 1..right.min(at + 4)).any(|next| MANY.contains(&page.word(next)));
    (left..right).find(|&at| VAGUE.contains(&page.word(at)) && is_many(at))
}
