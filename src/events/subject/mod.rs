//! What a stretch of words is about: "the release of the Lantern Bay OST", "it", "the film".

mod described;
mod main;
mod person;
mod phrase;

use self::main::{main_happening, owners_of};
pub(in crate::events) use self::phrase::{PREPOSITIONS, number, of_many, ordinal};

use std::collections::BTreeMap;

use crate::events::headings;
use crate::events::names::{Mention, Name, Names};
use crate::events::page::{LEAD_SENTENCES, Page};
use crate::events::words::{Role, Thing, WORDS, plays};
use crate::language::Sentence;

/// The thing meant.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(in crate::events) struct Referent {
    /// Index of the proper name, if one is known.
    pub name: Option<usize>,
    /// Sort of thing: "song"; empty where unknown.
    pub thing: &'static str,
    /// Its role.
    pub role: Option<Role>,
    /// The moment named: "premiere", "release".
    pub moment: &'static str,
    /// "episode 5", "season 2", "trailer".
    pub part: Option<String>,
    /// The words for the thing as written: "table read".
    pub noun: String,
    /// Whose it is.
    pub owner: Option<usize>,
    /// Named here, not only meant.
    pub is_named: bool,
    /// A guess: the words that name it are not on our lists.
    pub is_unsure: bool,
}

impl Referent {
    /// The thing of that name, named.
    pub(in crate::events) fn to(name: usize) -> Self {
        Self { name: Some(name), is_named: true, ..Self::default() }
    }

    /// What an act does on a stage, "its appearance", by that noun.
    pub(in crate::events) fn on_stage(act: usize, noun: &str) -> Self {
        let noun = noun.to_owned();
        Self { owner: Some(act), thing: "concert", role: Some(Role::Happening), noun, ..Self::to(act) }
    }

    /// Whether it says anything at all.
    pub(in crate::events) fn is_empty(&self) -> bool {
        self.name.is_none() && self.thing.is_empty() && self.moment.is_empty() && self.part.is_none()
    }
}

/// How much it counts to be whom the article names first: as two mentions.
const OPENER_WEIGHT: u32 = 4;

/// A title that is only ever what somebody is known for counts for so little of what it would.
const CREDIT_SHARE: u32 = 3;

/// A bare heading, "• Red Letters.", has so few tokens.
const HEADING_TOKENS: usize = 12;

/// What stands under such a heading has at most so many sentences.
const ITEM_SENTENCES: usize = 8;

/// So many tokens behind its owner a happening is named at most.
const OWN_TOKENS: usize = 7;

/// A noun of the lists found in a stretch.
#[derive(Clone, Debug)]
struct Found {
    thing: Thing,
    first: usize,
    end: usize,
}

/// Remembers what the article is about while it is read.
#[derive(Clone)]
pub(in crate::events) struct Resolver<'a> {
    page: &'a Page<'a>,
    names: &'a Names,
    /// The work or happening the article is mostly about.
    main: Option<usize>,
    /// The person or act most named; in a round-up, whom the paragraph being read is about.
    main_agent: Option<usize>,
    /// The happening most talked of, "the wedding", where no title leads.
    main_happening: Option<(&'static str, usize)>,
    /// Whose each sort of happening is, where "Kern’s upcoming tour" says so and nobody else has one.
    owners: BTreeMap<&'static str, usize>,
    /// Last person talked of.
    last_person: Option<usize>,
    /// Last thing talked of.
    last: Option<Referent>,
    /// Sentence in which it was named.
    last_at: usize,
    /// Sentence being read.
    now: usize,
    /// "Red Letters: the film is moved …": the title that heads its line of a list.
    item: Option<usize>,
    /// "Red Letters (Channel 9) is delayed. Episode 5 …": what the paragraph being read opens with.
    opener: Option<usize>,
    /// The same, where brackets behind it make the paragraph an entry of a list.
    entry: Option<usize>,
}

impl<'a> Resolver<'a> {
    pub(in crate::events) fn new(page: &'a Page<'a>, names: &'a Names) -> Self {
        let weight = |name: &Name| {
            u32::from(name.opens) * 4
                + name.n_mentions * 2
                + name.n_articles.min(4) * 4
                + u32::from(name.is_lead) * 5
                + u32::from(name.is_quoted) * 2
                + name.work.min(8)
        };
        let weight = |name: &Name| if name.is_credit { weight(name) / CREDIT_SHARE } else { weight(name) };
        // "bassist Tom Reed": one of those whom the article is about
        let is_player = |i: usize| {
            let is_led = |at: usize| plays(page.word(at));
            names.mentions.iter().any(|mention| mention.name == i && mention.first > 0 && is_led(mention.first - 1))
        };
        let first_of = |i: usize| names.mentions.iter().find(|mention| mention.name == i).map_or(usize::MAX, |mention| mention.first);
        // whom the article names first
        let is_somebody =
            |idx: usize| names.names.get(idx).is_some_and(|name| !name.is_work() && !name.is_place && !name.is_byline && name.opens);
        let told_in = |mention: &Mention| {
            let at = page.sentences.partition_point(|sentence| (sentence.first_token as usize) <= mention.first);
            at.checked_sub(1).and_then(|at| page.sentences.get(at))
        };
        // not in the outlet’s own line
        let is_told = |mention: &Mention| {
            told_in(mention).is_some_and(|sentence| sentence.token_range().len() > 3 && page.raw(mention.first.wrapping_sub(1)) != "[")
        };
        let opener = names
            .mentions
            .iter()
            .find(|mention| {
                is_somebody(mention.name)
                    && is_told(mention)
                    && !crate::events::weight::is_company(page, mention)
                    && !is_player(mention.name)
            })
            .map(|mention| mention.name);
        let best = |wanted: bool| {
            (0..names.names.len())
                .filter(|&i| {
                    names
                        .names
                        .get(i)
                        .is_some_and(|name| name.is_work() == wanted && !name.is_aside && (wanted || !name.is_place && !name.is_byline))
                })
                .max_by_key(|&i| {
                    let first = if opener == Some(i) { OPENER_WEIGHT } else { 0 };
                    let weight = names.names.get(i).map_or(0, weight);
                    let weight = if !wanted && opener != Some(i) && is_player(i) { weight / 2 } else { weight };
                    // a label has no tour
                    let is_label =
                        |word: &String| matches!(word.as_str(), "records" | "recordings" | "entertainment" | "pictures" | "media");
                    let is_company = !wanted && names.names.get(i).and_then(|name| name.words.last()).is_some_and(is_label);
                    let weight = if is_company { weight / 3 } else { weight };
                    (weight + first, std::cmp::Reverse((first_of(i), i)))
                })
        };
        // "…, in Ridley Marsh’s “Red Letters”, it is told": soon enough to be what the article is about
        let lead_end = page.sentences.iter().filter(|sentence| !page.is_clutter(sentence)).nth(LEAD_SENTENCES);
        let lead_end = lead_end.map_or(usize::MAX, |sentence| sentence.first_token as usize);
        let is_soon = |i: usize, name: &Name| name.is_quoted && !name.is_credit && first_of(i) < lead_end;
        let leads = names.names.iter().any(|name| name.is_work() && !name.is_aside && name.is_lead);
        Self {
            page,
            names,
            main: best(true).filter(|&i| names.names.get(i).is_some_and(|n| n.is_lead || n.n_mentions > 2 || is_soon(i, n) && !leads)),
            main_agent: best(false),
            main_happening: main_happening(page, names),
            owners: owners_of(page, names),
            last_person: None,
            last: None,
            last_at: 0,
            now: 0,
            item: None,
            opener: None,
            entry: None,
        }
    }

    /// The person or act most named; in a round-up, whom the paragraph being read is about.
    pub(in crate::events) fn main_agent(&self) -> Option<usize> {
        self.main_agent
    }

    /// The article's names.
    pub(in crate::events) fn names(&self) -> &'a Names {
        self.names
    }

    /// The thing of that name, with its sort where the article shows it.
    pub(in crate::events) fn referent_to(&self, name: usize) -> Referent {
        let thing = self.names.names.get(name).and_then(|name| name.thing.filter(|_| name.is_work()));
        Referent { thing: thing.unwrap_or_default(), role: thing.map(|_| Role::Work), ..Referent::to(name) }
    }

    /// Goes on to a sentence.
    pub(in crate::events) fn turn_to(&mut self, sentence: usize) {
        self.now = sentence;
        let Some(now) = self.page.sentences.get(sentence) else { return };
        if let Some((_, act)) = self.names.acts.iter().rfind(|(opens, _)| *opens <= sentence) {
            self.main_agent = Some(*act);
        }
        self.item = self.heading_of(now).or_else(|| self.bullet_of(sentence)).or_else(|| self.heading_above(sentence));
        if now.starts_paragraph {
            self.opener = self.opener_of(now);
            self.entry = headings::entry_of(self.page, self.names, now).filter(|_| self.names.layout.has_entries);
        }
        self.item = self.item.or(self.entry);
    }

    /// The title that a paragraph opens with: "Red Letters (Channel 9, Fridays) will air", "“Low Tide” has been put off".
    fn opener_of(&self, sentence: &Sentence) -> Option<usize> {
        let first = sentence.first_token as usize;
        let name = self.names.within(first, first + 2).first().filter(|name| !name.is_possessive)?;
        let is_title = |title: &Name| !title.is_place && !title.is_company() && (title.is_work() || !title.is_person() && title.agent == 0);
        self.names.of(name).filter(|title| is_title(title)).map(|_| name.name)
    }

    /// "Red Letters", alone in its line, over what is told of it; where the article has more such lines.
    fn heading_above(&self, idx: usize) -> Option<usize> {
        let above = (idx.saturating_sub(ITEM_SENTENCES)..idx).rev();
        above
            .filter(|_| self.names.layout.has_headings)
            .find_map(|line| headings::heading_line(self.page, self.names, line))
            .and_then(headings::Line::title)
    }

    /// The title before the colon that begins a line.
    fn heading_of(&self, sentence: &Sentence) -> Option<usize> {
        let first = sentence.first_token as usize;
        // "As for Red Letters, its sequel goes"
        if self.page.word(first) == "as" && self.page.word(first + 1) == "for" {
            let topic = self.names.within(first + 2, first + 4).first()?;
            let is_apart = self.page.raw(topic.end) == "," && !topic.is_possessive;
            let is_title = |name: &Name| !name.is_place && !name.is_person() && !name.is_company();
            return self.names.of(topic).filter(|name| is_apart && is_title(name)).map(|_| topic.name);
        }
        let name = self.names.within(first, first + 4).first().filter(|_| sentence.starts_paragraph)?;
        // "- Red Letters is now set for May 3"
        let is_bullet = self.names.layout.has_items && crate::events::weight::is_item(self.page, sentence) && name.first <= first + 2;
        let is_open = self.names.of(name).is_some_and(|title| !title.is_place && !title.is_person() && !title.is_company());
        if is_bullet && is_open && !self.names.is_on_stage {
            return Some(name.name);
        }
        let colon = (name.end..name.end + 3).find(|&at| self.page.raw(at) == ":")?;
        let is_free = (first..name.first)
            .chain(name.end..colon)
            .all(|at| !self.page.is_word(at) || self.page.raw(at).chars().all(|c| c.is_ascii_digit()));
        let is_title = self.names.of(name).is_some_and(|title| !title.is_place && !title.is_person() && title.agent == 0);
        (is_free && is_title).then_some(name.name)
    }

    /// "• Red Letters. The drama was to arrive on May 3. But …": the title that is all of the first sentence of its paragraph.
    fn bullet_of(&self, idx: usize) -> Option<usize> {
        let sentences = self.page.sentences.get(..idx)?;
        let is_further = self.page.sentences.get(idx).is_some_and(|sentence| !sentence.starts_paragraph);
        let head = sentences.iter().rev().take(ITEM_SENTENCES).find(|sentence| sentence.starts_paragraph).filter(|_| is_further)?;
        let (first, end) = (head.first_token as usize, head.end_token as usize);
        let is_led = matches!(self.page.raw(first), "•" | "*" | "-" | "–" | "·") || self.page.is_number(first);
        let name = self.names.within(first, end).first().filter(|_| is_led && end - first <= HEADING_TOKENS)?;
        let is_free = (first..name.first)
            .chain(name.end..end)
            .all(|at| !self.page.is_word(at) || self.page.is_number(at) || self.page.is_capital(at));
        let is_title = |title: &Name| !title.is_place && (self.page.raw(name.end) == ":" || !title.is_person());
        self.names.of(name).filter(|title| is_free && is_title(title)).map(|_| name.name)
    }

    /// Takes note of what a sentence was about; one that begins with "It" goes on about the same.
    pub(in crate::events) fn remember(&mut self, referent: &Referent, first: usize) {
        if matches!(self.page.word(first), "it" | "its" | "they" | "this") && self.last.is_some() {
            return;
        }
        if referent.name.is_some() || referent.owner.is_some() {
            self.last = Some(referent.clone());
            self.last_at = self.now;
        }
    }

    /// What tokens `first..end` are about, pronouns and descriptions resolved; `None` where nothing is named or meant.
    pub(in crate::events) fn resolve(&self, first: usize, end: usize) -> Option<Referent> {
        self.resolve_of(first, end, None)
    }

    /// As [`Resolver::resolve`]; `doer` is who "their" and "his" stand for.
    pub(in crate::events) fn resolve_of(&self, first: usize, end: usize, doer: Option<usize>) -> Option<Referent> {
        let end = self.before_its_title(first, end);
        let (first, core_end) = self.core(first, end);
        let mut found = self.nouns(first, end);
        let mut mentions = self.names.within(first, end);
        let core_mentions = self.names.within(first, core_end);
        if found.is_empty() && self.is_by_origin(first, core_mentions) {
            // "The Redport band were to go on the road": whom the article is about
            return self.main_agent.map(|act| Referent { name: Some(act), ..Referent::default() });
        }
        if let Some(main) = self.event_by_town(first, &found, core_mentions) {
            return Some(main);
        }
        if let Some(episode) = self.episode_told(first, end) {
            return Some(episode);
        }
        if self.has_unknown_head(first, core_end, &found) {
            return None;
        }
        if !core_mentions.is_empty() || found.iter().any(|item| item.first < core_end) || self.is_pronoun(first, core_end) {
            found.retain(|item| item.first < core_end);
            mentions = core_mentions;
        }
        if let Some(apposed) = self.apposed(end).filter(|apposed| mentions.first().is_none_or(|mention| mention.first < apposed.first)) {
            mentions = std::slice::from_ref(apposed);
        }
        // "Kern’s follow-up to Low Tide was supposed to drop": another album; "the “Low Tide” singer’s show": hers
        let is_aside = |mention: &Mention| self.is_followed_up(mention) || self.tells_who(mention);
        let kept: Vec<Mention>;
        if mentions.iter().any(is_aside) {
            kept = mentions.iter().filter(|mention| !is_aside(mention)).copied().collect();
            mentions = &kept;
        }
        let theirs = self.possessor(first, core_end, &found, doer);
        let mut referent = self.named(&found, mentions, theirs);
        self.give_to_doer(&mut referent, doer, &found);
        if let Some(filmed) = self.filmed_behind(&referent, core_end) {
            (referent.name, referent.is_named) = (Some(filmed), true);
        }
        if let Some(title) = self.title_behind(&referent, first, core_end) {
            referent.name = Some(title);
        }
        if let Some(behind) = self.taken_on(&referent, &found, mentions, (core_end, end)) {
            (referent.name, referent.is_named) = (Some(behind), true);
        }
        referent.part = referent.part.take().or_else(|| self.part_in(first, end, &found));
        if referent.noun == "shows" && mentions.is_empty() && self.is_of_television() {
            return None;
        }
        // "• Red Letters. The Mila Kern drama was to arrive": the title of the item, and not she
        if let Some(item) = self.item.filter(|_| referent.role == Some(Role::Work) && !self.names.is_work(referent.name)) {
            (referent.name, referent.owner) = (Some(item), None);
        }
        if referent.name.is_some() {
            return Some(referent);
        }
        // "Episode 9 of “Red Letters” will air, but Episode 10": of that show
        let is_episode = referent.part.as_deref().is_some_and(|part| part.starts_with("episode"));
        let theirs = theirs.or_else(|| self.last_before(first, Name::is_work).filter(|_| is_episode));
        let is_pronoun = referent.is_empty();
        let is_whole = referent.role == Some(Role::Work) && referent.part.is_none();
        let meant = if is_pronoun {
            self.pronoun(first, end)
        } else {
            self.title_here(&referent, theirs, first).or_else(|| self.described(&referent, theirs))
        };
        let meant = meant?;
        // "the season premiere", "the special": hardly of a person, unless it is her own
        let is_moment = referent.thing.is_empty() && matches!(referent.moment, "premiere" | "release" | "filming");
        let is_hardly_hers =
            (is_moment || referent.thing == "event") && theirs.is_none() && meant.thing.is_empty() && self.names.is_person(meant.name);
        // "has cancelled its special. … Red Letters has delayed its launch": its own, and not that of the special
        let start = self.page.sentences.get(self.now).map_or(first, |sentence| sentence.first_token as usize);
        let is_named = || self.names.within(start, first).iter().any(|mention| Some(mention.name) == meant.name);
        let names_itself = referent.moment == "release" && meant.thing == "event" && is_named();
        let meant = if names_itself { Referent { thing: "", noun: String::new(), role: None, ..meant } } else { meant };
        Some(Referent {
            name: meant.name,
            thing: if referent.thing.is_empty() || referent.role == Some(Role::Moment) { meant.thing } else { referent.thing },
            role: referent.role.filter(|role| *role != Role::Moment).or(meant.role),
            // "it" goes on about the release; "the song" is the song again
            moment: if is_pronoun { meant.moment } else { referent.moment },
            // "the drama" is the whole, whichever episode was told of
            part: referent.part.or(meant.part).filter(|part| !(is_whole && part.starts_with("episode"))),
            noun: if referent.noun.is_empty() { meant.noun } else { referent.noun },
            owner: referent.owner.or(meant.owner),
            is_named: false,
            is_unsure: is_hardly_hers,
        })
    }

    /// "Kim’s take on | Lantern Bay", "Kern’s comeback in | “Low Tide”": the title behind.
    fn taken_on(&self, referent: &Referent, found: &[Found], mentions: &[Mention], (core_end, end): (usize, usize)) -> Option<usize> {
        let behind = self.names.within(core_end, end).iter().find(|mention| self.names.is_work(Some(mention.name)))?;
        let is_hers = found.is_empty() || found.iter().all(|item| item.thing.name == "debut") && self.page.word(core_end) == "in";
        let is_owner = mentions.len() == 1 && mentions.iter().all(|mention| mention.is_possessive);
        (is_hers && referent.thing.is_empty() && is_owner).then_some(behind.name)
    }

    /// "will not air its fourth episode on May 3. The telecast of this chapter …": the one told of just before.
    fn episode_told(&self, first: usize, end: usize) -> Option<Referent> {
        let is_noun = |at: usize| matches!(self.page.word(at), "episode" | "chapter" | "instalment" | "installment");
        let is_told = |at: usize| is_noun(at) && matches!(self.page.word(at.wrapping_sub(1)), "this" | "that" | "the");
        let is_bare = self.names.within(first, end).is_empty() && (first + 1..end).any(is_told);
        let last = self.last.as_ref().filter(|_| is_bare && self.last_at + 1 >= self.now)?;
        last.part.as_deref().is_some_and(|part| part.starts_with("episode")).then(|| last.clone())
    }

    /// "The Redport band", "the Ohio trio": an act by where it comes from.
    fn is_by_origin(&self, first: usize, mentions: &[Mention]) -> bool {
        let [only] = mentions else { return false };
        let is_led = only.first > first && self.page.word(only.first - 1) == "the" && !only.is_possessive;
        let is_group = WORDS.group_nouns.contains(self.page.word(only.end)) && !self.page.is_capital(only.end);
        is_led && is_group && !self.names.is_work(Some(only.name)) && Some(only.name) != self.main_agent
    }

    /// "the follow-up to | Low Tide", "successor to": what came before.
    fn is_followed_up(&self, mention: &Mention) -> bool {
        let left = |n: usize| self.page.word_left(mention.first, n);
        let to = if mention.first > 0 && !self.page.is_word(mention.first - 1) { 2 } else { 1 };
        // "the long-awaited sequel movie to | Low Tide"
        let noun = if matches!(left(to + 1), "movie" | "film" | "series" | "show") { left(to + 2) } else { left(to + 1) };
        left(to) == "to"
            && (matches!(left(to + 1), "up" | "followup" | "successor" | "predecessor") || matches!(noun, "sequel" | "prequel"))
    }

    /// "the “Low Tide” singer’s show", "the Low Tide star’s tour": what somebody is known for.
    fn tells_who(&self, mention: &Mention) -> bool {
        let is_closed = matches!(self.page.raw(mention.end), "”" | "\"" | "’" | "'");
        let noun = if is_closed { mention.end + 1 } else { mention.end };
        let is_somebody = WORDS.person_nouns.contains(self.page.word(noun)) && !self.page.is_capital(noun);
        is_somebody && self.page.owns_at(noun + 1) && self.names.is_work(Some(mention.name))
    }

    /// "The Redport event": the festival that the article is about, by the town where it is.
    fn event_by_town(&self, first: usize, found: &[Found], mentions: &[Mention]) -> Option<Referent> {
        let ([event], [town]) = (found, mentions) else { return None };
        let is_led = town.first > first && self.page.word(town.first - 1) == "the" && event.first == town.end && !town.is_possessive;
        let is_plain = matches!(event.thing.name, "event" | "festival" | "awards");
        let is_town = |name: &Name| name.words.len() == 1 && !name.is_lead && !name.is_work() && !name.is_quoted && name.agent < 2;
        let main = self.main.filter(|_| is_led && is_plain && self.names.of(town).is_some_and(is_town))?;
        let is_festival = self.names.names.get(main).and_then(|name| name.thing) == Some("festival");
        is_festival.then(|| Referent { is_named: false, ..self.referent_to(main) })
    }

    /// "Kern postpones Indy concert": hers, where nobody knows what Indy is.
    fn give_to_doer(&self, referent: &mut Referent, doer: Option<usize>, found: &[Found]) {
        let name = |idx: Option<usize>| idx.and_then(|idx| self.names.names.get(idx));
        let is_nobody =
            name(referent.name).is_some_and(|name| name.words.len() == 1 && name.agent < 2 && !name.is_work() && !name.is_quoted);
        let is_night = matches!(referent.thing, "concert" | "show") && found.iter().any(|item| item.thing.name == referent.thing);
        if is_nobody && is_night && name(doer).is_some_and(|name| name.is_lead && name.words.len() > 1) && referent.name != self.main_agent
        {
            (referent.name, referent.owner) = (doer, doer);
        }
    }

    /// "Filming on Lantern Bay": of that.
    fn filmed_behind(&self, referent: &Referent, core_end: usize) -> Option<usize> {
        let is_led = referent.moment == "filming" && !referent.is_named && matches!(self.page.word(core_end), "on" | "of" | "for");
        let behind = self.names.within(core_end + 1, core_end + 4).first().filter(|_| is_led)?;
        let is_next = (core_end + 1..behind.first).all(|at| !self.page.is_word(at) || self.page.word(at) == "the");
        (is_next && self.names.of(behind).is_some_and(|name| !name.is_place && !name.is_person())).then_some(behind.name)
    }

    /// "The Mila Kern drama", where the article is about a title in quotation marks: hers, not one of that name.
    fn title_behind(&self, referent: &Referent, first: usize, end: usize) -> Option<usize> {
        let named = self.names.names.get(referent.name?)?;
        let main = self.main.filter(|&main| Some(main) != referent.name)?;
        // "the release of the Mila Kern film", where a film is what the article is about and she is in it
        let is_hers = |title: &Name| named.is_person() && named.is_lead && title.thing == Some(referent.thing);
        let title = self.names.names.get(main).filter(|title| title.is_lead && (title.is_quoted || is_hers(title)))?;
        let is_once = named.n_mentions == 1 && !named.opens;
        let is_guest = !named.is_quoted && (is_once || is_hers(title)) && referent.role == Some(Role::Work);
        let fits = title.thing.is_none_or(|thing| thing == referent.thing);
        let is_led = (first..end).any(|at| {
            matches!(self.page.word(at), "the" | "new")
                // but not "The New Foxes, another film"
                && self.names.covering(at + 1).is_some_and(|mention| {
                    mention.first != at && Some(mention.name) == referent.name && self.page.raw(mention.end) != ","
                })
        });
        (is_guest && fits && is_led).then_some(main)
    }

    /// A word that names nothing: small words, adverbs, words of date.
    fn is_light(&self, at: usize) -> bool {
        crate::events::grammar::is_light(self.page, at)
    }

    /// The first person or act named in a stretch.
    pub(in crate::events) fn agent_in(&self, first: usize, end: usize) -> Option<usize> {
        let agent = |mention: &&Mention| self.names.of(mention).is_some_and(|name| !name.is_work() && !name.is_place);
        self.names.within(first, end).iter().find(agent).map(|mention| mention.name)
    }

    /// Titles of a list in a stretch, where commas or "and" part at least two.
    pub(in crate::events) fn titles_in_list(&self, first: usize, end: usize) -> Vec<usize> {
        let named = self.names.within(first, end);
        let is_work = |mention: &&Mention| self.names.is_work(Some(mention.name));
        // "its comedies Red Letters, The Kick and Low Tide": all of them
        let is_sort = |at: usize| {
            self.page.word(at).ends_with('s')
                && self.page.phrase_at(&WORDS.things, at, at + 1).is_some_and(|(phrase, _)| phrase.entry.role == Role::Work)
        };
        let of_sort = named.first().is_some_and(|one| one.first > first && is_sort(one.first - 1) && is_work(&one));
        let is_title = |mention: &&Mention| {
            is_work(mention) || of_sort && self.names.of(mention).is_some_and(|name| !name.is_place && !name.is_company() && name.agent < 3)
        };
        let titles: Vec<&Mention> = named.iter().filter(is_title).collect();
        let parted = |pair: &[&Mention]| {
            let (Some(a), Some(b)) = (pair.first(), pair.get(1)) else { return false };
            (a.end..b.first).len() <= 5
                && (a.end..b.first)
                    .all(|at| !self.page.is_word(at) || matches!(self.page.word(at), "and" | "its" | "comedy" | "drama" | "the" | "sitcom"))
                && (a.end..b.first).any(|at| matches!(self.page.raw(at), "," | "and" | "&"))
        };
        if titles.len() > 1 && titles.windows(2).all(parted) { titles.iter().map(|mention| mention.name).collect() } else { Vec::new() }
    }

    /// "it", "they", "which": the last thing talked of.
    fn pronoun(&self, first: usize, end: usize) -> Option<Referent> {
        if !self.is_pronoun(first, end) && first < end {
            return None;
        }
        // "Reed’s wife promised that it would arrive in May": the album, and not she
        let is_it = (first..end).any(|at| self.page.word(at) == "it");
        let last = || self.last.clone().filter(|last| !(is_it && last.thing.is_empty() && self.names.is_person(last.name)));
        self.item.map(|item| self.referent_to(item)).or_else(last).or_else(|| self.main_referent())
    }

    /// "it" and nothing else that names.
    pub(in crate::events) fn is_bare_pronoun(&self, first: usize, end: usize) -> bool {
        (first..end).any(|at| matches!(self.page.word(at), "it" | "they"))
            && (first..end).all(|at| !self.page.is_word(at) || self.is_light(at) || matches!(self.page.word(at), "it" | "they" | "time"))
            && self.names.within(first, end).is_empty()
    }

    fn is_pronoun(&self, first: usize, end: usize) -> bool {
        (first..end).any(|at| {
            matches!(self.page.word(at), "it" | "its" | "they" | "their" | "which" | "this" | "both" | "successor")
                // "has decided to put | that | on hold"
                || self.page.word(at) == "that" && at == first && (end == at + 1 || PREPOSITIONS.contains(&self.page.word(at + 1)))
                || self.page.word(at) == "project" && at > 0 && self.page.word(at - 1) == "the"
                || self.page.word(at) == "thing" && at > 0 && self.page.word(at - 1) == "whole"
                || self.page.word(at) == "more"
                    && at == first + 1
                    && number(self.page.word(first)).is_some()
                    && self.page.raw(at + 1) == ","
                || self.page.word(at) == "up" && at >= 2 && self.page.word(at - 2) == "follow"
        })
    }

    /// "The first drama at the new hour is Red Letters": the title that the sentence comes to.
    pub(in crate::events) fn title_said(&self, first: usize, end: usize) -> Option<Referent> {
        let is_said = |mention: &&Mention| {
            let is_mark = |at: usize| matches!(self.page.raw(at), "“" | "\"" | "‘" | "'");
            let left = (1..=2).filter_map(|n| mention.first.checked_sub(n)).find(|&at| !is_mark(at));
            left.is_some_and(|at| at > first && matches!(self.page.word(at), "is" | "was" | "called" | "titled" | "named"))
        };
        let said = self.names.within(first, end).iter().find(|mention| is_said(mention) && self.names.is_work(Some(mention.name)))?;
        Some(Referent { is_named: true, ..self.referent_to(said.name) })
    }

    /// Whether "the shows" are on television: the last thing talked of or the main one is.
    fn is_of_television(&self) -> bool {
        let of_name = |name: Option<usize>| name.and_then(|idx| self.names.names.get(idx)).and_then(|name| name.thing);
        self.last.as_ref().is_some_and(|last| last.thing == "show") || of_name(self.main) == Some("show")
    }

    /// The work the article is mostly about.
    pub(in crate::events) fn main_work(&self) -> Option<Referent> {
        self.main.and_then(|_| self.main_referent())
    }

    fn main_referent(&self) -> Option<Referent> {
        let idx = self.main.or(self.main_agent)?;
        let name = self.names.names.get(idx)?;
        Some(Referent {
            name: Some(idx),
            thing: name.thing.unwrap_or_default(),
            role: name.thing.map(|_| Role::Work),
            owner: self.main_agent,
            ..Referent::default()
        })
    }
}
