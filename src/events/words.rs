//! The word lists behind statements: things, happenings, change cues and small words, parsed once.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use serde::Deserialize;

use super::inflected::inflected;
use super::{Kind, Says};

/// What part a noun plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Role {
    /// Has a title and comes out.
    Work,
    /// Takes place.
    Happening,
    /// A moment of a work's life: "the premiere".
    Moment,
    /// A piece of a work with dates of its own.
    Part,
    /// Somebody who takes part.
    Person,
}

/// What a verb says happens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Happens {
    /// Comes out.
    Out,
    /// Is first shown.
    Premiere,
    /// Is on air.
    Air,
    /// Begins.
    Start,
    /// Ends.
    End,
    /// Takes place.
    Place,
    /// Somebody plays, sings or fights before an audience.
    Perform,
    /// Somebody is seen in it.
    Appear,
    /// Before a judge.
    Court,
    /// Is being made.
    Make,
    /// Somebody marries.
    Wed,
    /// Somebody joins.
    Join,
    /// Birth, death, parting.
    Life,
}

/// How a phrase places the new and the old person around itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Order {
    /// "NEW replaces OLD".
    NewFirst,
    /// "OLD is replaced by NEW".
    OldFirst,
    /// "NEW instead of OLD", right beside each other.
    Beside,
    /// "OLD has left": who goes.
    Leaves,
    /// "NEW will take over": who comes in somebody’s stead.
    Comes,
    /// "NEW has been cast": who comes.
    Joins,
    /// "OLD was rushed to hospital": who cannot do what was planned.
    Hindered,
    /// "said farewell to OLD", "without OLD": who is done without.
    Loses,
    /// "have lined up NEW": who is got.
    Gets,
}

/// Which way a cue points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Toward {
    /// To a later date.
    Later,
    /// To an earlier date.
    Earlier,
    /// The dates say.
    Either,
}

/// What a cue needs beside it to be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(super) enum Needs {
    /// Nothing: the word says enough.
    Nothing,
    /// A date or a length in its clause.
    Date,
    /// A named work or happening.
    Thing,
}

/// How a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// "release", no verb form at all for phrases.
    Base,
    /// "releases".
    Third,
    /// "released".
    Past,
    /// "releasing".
    Ing,
}

/// A phrase of a list: its words after the first, and how the first stands.
#[derive(Clone, Debug)]
pub(super) struct Phrase<T> {
    /// Words after the first; `None` lets some words stand between.
    pub rest: Vec<Option<String>>,
    /// Form of the first word, where it is a verb.
    pub form: Form,
    /// Whether the first word is a verb.
    pub is_verb: bool,
    /// What the list says of it.
    pub entry: T,
}

/// Phrases by their first word.
pub(super) type Phrases<T> = BTreeMap<String, Vec<Phrase<T>>>;

/// One line of `cues.ron`.
#[derive(Clone, Copy, Debug)]
pub(super) struct CueWord {
    /// What it says.
    pub says: Says,
    /// Which way.
    pub toward: Toward,
    /// What it needs.
    pub needs: Needs,
}

impl CueWord {
    /// What a verb of its own says of a thing, without a line in the lexicon: "is off", "after all".
    pub(super) const fn of_thing(says: Says) -> Self {
        Self { says, toward: Toward::Either, needs: Needs::Thing }
    }

    /// Whether it gives another day or takes the old one away: "moved", "postponed".
    pub(super) fn moves(self) -> bool {
        matches!(self.says, Says::Moved | Says::Postponed)
    }

    /// Whether it takes a plan away, for good or for a time: "cancelled", "put off".
    pub(super) fn takes_away(self) -> bool {
        matches!(self.says, Says::Cancelled | Says::Postponed)
    }

    /// Whether a day told before no longer holds: moved or taken away.
    pub(super) fn unsettles(self) -> bool {
        self.moves() || self.takes_away()
    }
}

/// One noun of `things.ron`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Thing {
    /// The program's word for the sort.
    pub name: &'static str,
    /// What part it plays.
    pub role: Role,
}

/// One line of `shapes.ron`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shape {
    /// The form.
    pub to: &'static str,
    /// What it is inferred to have been.
    pub was: &'static str,
}

/// All lists.
pub(super) struct Words {
    pub things: Phrases<Thing>,
    pub triggers: Phrases<Happens>,
    pub cues: Phrases<CueWord>,
    /// Nouns of change: "postponement".
    pub cue_nouns: BTreeMap<String, CueWord>,
    pub telling: Phrases<()>,
    pub replaced: Phrases<Order>,
    pub shapes: Phrases<Shape>,
    pub citing: Phrases<()>,
    pub idle: Phrases<()>,
    pub planned: BTreeSet<String>,
    pub once: BTreeSet<String>,
    /// What a new day is held against: "a week sooner than planned".
    pub as_planned: BTreeSet<String>,
    /// Verbs that do something with "the weekend".
    pub takes_days: BTreeSet<String>,
    /// Verbs that give a day up: "has lost its April start".
    pub gives_up: BTreeSet<String>,
    /// Nouns for a day that something has: "date", "slot".
    pub slots: BTreeSet<String>,
    /// What is planned, said in general: "the rest", "plans".
    pub plans: BTreeSet<String>,
    pub possible: BTreeSet<String>,
    pub negative: BTreeSet<String>,
    pub auxiliary: BTreeSet<String>,
    pub boundary: BTreeSet<String>,
    pub adverb: BTreeSet<String>,
    pub small: BTreeSet<String>,
    pub person_before: BTreeSet<String>,
    pub person_nouns: BTreeSet<String>,
    pub group_nouns: BTreeSet<String>,
    pub about_it: BTreeSet<String>,
    /// What is written as titles are and is none: "Until Further Notice".
    pub set_phrases: BTreeSet<String>,
    /// What a prize is given for: "Best Album".
    pub prized: BTreeSet<String>,
    /// Words that begin sentences and are no names: "Excited".
    pub ordinary: BTreeSet<String>,
    pub states: BTreeSet<String>,
    /// Nouns that say of which sort a work or an act is: "girl", "family".
    pub sorts: BTreeSet<String>,
    /// Those who watch and wait: "fans", "viewers".
    pub audience: BTreeSet<String>,
    /// "in the mix to replace", "tipped to": beside them nobody has come yet.
    pub hopeful: BTreeSet<String>,
    /// What one says who wants another in somebody's place: "linked", "targeting".
    pub aiming: BTreeSet<String>,
    /// "call on", "urge": what follows is a wish.
    pub wishing: BTreeSet<String>,
    /// "rumours", "denied": what follows is only said.
    pub talk: BTreeSet<String>,
    /// Words of concerts: many of them tell of what an article is.
    pub stage: BTreeSet<String>,
    /// Whose name goes on with "of": "the Duke of", "the Bank of".
    pub offices: BTreeSet<String>,
    /// Words of the playing field.
    pub field: BTreeSet<String>,
    /// Words that sport shares with other matters.
    pub pitch: BTreeSet<String>,
    /// Words of government, courts, health, science and business.
    pub affairs: BTreeSet<String>,
    /// Words of what is played, shown and sung.
    pub arts: BTreeSet<String>,
    pub company: BTreeSet<String>,
    pub origins: BTreeSet<String>,
    pub venue: BTreeSet<String>,
    pub places: BTreeSet<String>,
    pub people: People,
}

impl People {
    /// Whether the words begin with a first name.
    pub(super) fn has_given(&self, words: &[String]) -> bool {
        words.first().is_some_and(|first| self.given.contains(first))
    }

    /// Whether the words end with a family name.
    pub(super) fn has_family(&self, words: &[String]) -> bool {
        words.last().is_some_and(|last| self.family.contains(last))
    }
}

/// Names of people, folded.
#[derive(Deserialize)]
pub(super) struct People {
    /// First names.
    pub given: BTreeSet<String>,
    /// Family names that stand last.
    pub family: BTreeSet<String>,
    /// Family names that stand first.
    pub family_first: BTreeSet<String>,
}

#[derive(Deserialize)]
struct ThingLine {
    thing: String,
    role: Role,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct TriggerLine {
    happens: Happens,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct ReplacedLine {
    order: Order,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct ShapeLine {
    to: String,
    was: String,
    words: Vec<String>,
}

#[derive(Deserialize)]
struct CueLine {
    says: String,
    toward: Toward,
    needs: Needs,
    words: Vec<String>,
    #[serde(default)]
    nouns: Vec<String>,
}

#[derive(Deserialize)]
struct Manner {
    planned: BTreeSet<String>,
    once: BTreeSet<String>,
    as_planned: BTreeSet<String>,
    takes_days: BTreeSet<String>,
    gives_up: BTreeSet<String>,
    slots: BTreeSet<String>,
    plans: BTreeSet<String>,
    possible: BTreeSet<String>,
    negative: BTreeSet<String>,
    idle: Vec<String>,
    telling: Vec<String>,
    citing: Vec<String>,
    auxiliary: BTreeSet<String>,
    boundary: BTreeSet<String>,
    adverb: BTreeSet<String>,
    small: BTreeSet<String>,
    person_before: BTreeSet<String>,
    person_nouns: BTreeSet<String>,
    group_nouns: BTreeSet<String>,
    about_it: BTreeSet<String>,
    states: BTreeSet<String>,
    set_phrases: BTreeSet<String>,
    prized: BTreeSet<String>,
    sorts: BTreeSet<String>,
    audience: BTreeSet<String>,
    hopeful: BTreeSet<String>,
    aiming: BTreeSet<String>,
    wishing: BTreeSet<String>,
    talk: BTreeSet<String>,
    stage: BTreeSet<String>,
    offices: BTreeSet<String>,
    field: BTreeSet<String>,
    pitch: BTreeSet<String>,
    affairs: BTreeSet<String>,
    arts: BTreeSet<String>,
    company_words: BTreeSet<String>,
    venue_words: BTreeSet<String>,
    origins: BTreeSet<String>,
}

/// Words for the places that people hold, and how they pass on.
#[derive(Debug, Deserialize)]
pub(super) struct Seats {
    /// "slot", "chair".
    pub nouns: BTreeSet<String>,
    /// "goes" to somebody.
    pub gives: BTreeSet<String>,
    /// "filled" by somebody.
    pub fills: BTreeSet<String>,
    /// Somebody "inherits" it.
    pub takes: BTreeSet<String>,
    /// What whoever has it does: "host", "headlines".
    pub works: BTreeSet<String>,
    /// Of these, what anybody does: "plays", "sings".
    pub common: BTreeSet<String>,
    /// "understudy".
    pub deputies: BTreeSet<String>,
    /// "drums", "vocals": what one is "on".
    pub instruments: BTreeSet<String>,
}

/// The list of seats, parsed on first use.
#[expect(clippy::expect_used, reason = "the list is part of the binary and a test parses it")]
pub(super) static SEATS: LazyLock<Seats> =
    LazyLock::new(|| ron::from_str(include_str!("../../assets/lexicon/en/seats.ron")).expect("seats.ron"));

/// The lists, parsed on first use.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(parse);

#[expect(clippy::expect_used, reason = "the lists are part of the binary and a test parses them")]
fn parse() -> Words {
    let manner: Manner = ron::from_str(include_str!("../../assets/lexicon/en/manner.ron")).expect("manner.ron");
    let places: BTreeSet<String> = ron::from_str(include_str!("../../assets/lexicon/en/places.ron")).expect("places.ron");
    let ordinary: BTreeSet<String> = ron::from_str(include_str!("../../assets/lexicon/en/ordinary.ron")).expect("ordinary.ron");
    let people: People = ron::from_str(include_str!("../../assets/lexicon/en/people.ron")).expect("people.ron");
    let mut words = Words {
        things: Phrases::new(),
        triggers: Phrases::new(),
        cues: Phrases::new(),
        cue_nouns: BTreeMap::new(),
        telling: Phrases::new(),
        replaced: Phrases::new(),
        shapes: Phrases::new(),
        citing: Phrases::new(),
        idle: Phrases::new(),
        planned: manner.planned,
        once: manner.once,
        as_planned: manner.as_planned,
        takes_days: manner.takes_days,
        gives_up: manner.gives_up,
        slots: manner.slots,
        plans: manner.plans,
        possible: manner.possible,
        negative: manner.negative,
        auxiliary: manner.auxiliary,
        boundary: manner.boundary,
        adverb: manner.adverb,
        small: manner.small,
        person_before: manner.person_before,
        person_nouns: manner.person_nouns,
        group_nouns: manner.group_nouns,
        about_it: manner.about_it,
        set_phrases: manner.set_phrases,
        prized: manner.prized,
        ordinary,
        states: manner.states,
        sorts: manner.sorts,
        audience: manner.audience,
        hopeful: manner.hopeful,
        aiming: manner.aiming,
        wishing: manner.wishing,
        talk: manner.talk,
        stage: manner.stage,
        offices: manner.offices,
        field: manner.field,
        pitch: manner.pitch,
        affairs: manner.affairs,
        arts: manner.arts,
        company: manner.company_words,
        origins: manner.origins,
        venue: manner.venue_words,
        places,
        people,
    };
    add_lines(&mut words);
    manner.idle.iter().for_each(|word| add(&mut words.idle, word, ()));
    manner.telling.iter().for_each(|word| add(&mut words.telling, word, ()));
    manner.citing.iter().for_each(|word| add(&mut words.citing, word, ()));
    words
}

/// The nouns, verbs and cues that stand in lists of their own.
#[expect(clippy::expect_used, reason = "the lists are part of the binary and a test parses them")]
fn add_lines(words: &mut Words) {
    let things: Vec<ThingLine> = ron::from_str(include_str!("../../assets/lexicon/en/things.ron")).expect("things.ron");
    let triggers: Vec<TriggerLine> = ron::from_str(include_str!("../../assets/lexicon/en/triggers.ron")).expect("triggers.ron");
    let cues: Vec<CueLine> = ron::from_str(include_str!("../../assets/lexicon/en/cues.ron")).expect("cues.ron");
    let replaced: Vec<ReplacedLine> = ron::from_str(include_str!("../../assets/lexicon/en/replaced.ron")).expect("replaced.ron");
    let shapes: Vec<ShapeLine> = ron::from_str(include_str!("../../assets/lexicon/en/shapes.ron")).expect("shapes.ron");
    for line in things {
        let name: &'static str = Box::leak(line.thing.into_boxed_str());
        for noun in &line.words {
            add(&mut words.things, noun, Thing { name, role: line.role });
            if let Some(plural) = plural_of(noun) {
                add(&mut words.things, &plural, Thing { name, role: line.role });
            }
        }
    }
    for line in triggers {
        line.words.iter().for_each(|word| add(&mut words.triggers, word, line.happens));
    }
    for line in replaced {
        line.words.iter().for_each(|word| add(&mut words.replaced, word, line.order));
    }
    for line in shapes {
        let shape = Shape { to: Box::leak(line.to.into_boxed_str()), was: Box::leak(line.was.into_boxed_str()) };
        line.words.iter().for_each(|word| add(&mut words.shapes, word, shape));
    }
    for line in cues {
        let says = Says::from_name(&line.says).expect("cues.ron names a known change");
        let cue = CueWord { says, toward: line.toward, needs: line.needs };
        line.words.iter().for_each(|word| add(&mut words.cues, word, cue));
        words.cue_nouns.extend(line.nouns.iter().map(|noun| (noun.clone(), cue)));
    }
}

fn plural_of(noun: &str) -> Option<String> {
    if noun.ends_with('s') {
        return None;
    }
    Some(match noun.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with('x') => format!("{noun}es"),
        _ => format!("{noun}s"),
    })
}

/// Adds a phrase in all its forms; longer ones come first, so that the longest match wins.
fn add<T: Clone>(list: &mut Phrases<T>, phrase: &str, entry: T) {
    let (is_verb, phrase) = phrase.strip_prefix('~').map_or((false, phrase), |rest| (true, rest));
    let lower = phrase.to_lowercase();
    let (written, behind) = lower.split_once(' ').unwrap_or((&lower, ""));
    // "re-schedule" changes at its end: "re-scheduled"
    let (prefix, verb) = written.rsplit_once('-').filter(|_| is_verb).map_or(("", written), |(prefix, verb)| (prefix, verb));
    let forms = if is_verb { inflected(verb) } else { vec![(written.to_owned(), Form::Base)] };
    for (word, form) in forms {
        let whole = if prefix.is_empty() { word } else { format!("{prefix}-{word}") };
        let mut parts = pieces(&whole).into_iter().chain(behind.split(' ').filter(|word| !word.is_empty()).flat_map(pieces));
        let Some(Some(first)) = parts.next() else { return };
        let slot = list.entry(first).or_default();
        slot.push(Phrase { rest: parts.collect(), form, is_verb, entry: entry.clone() });
        slot.sort_by_key(|phrase| std::cmp::Reverse(phrase.rest.len()));
    }
}

/// A written word cut as the tokenizer cuts it: "k-drama" is three tokens.
fn pieces(word: &str) -> Vec<Option<String>> {
    if word == ".." {
        return vec![None];
    }
    crate::text::tokenize(word).iter().map(|token| Some(token.of(word).to_owned())).collect()
}

/// Somebody's part in a band.
pub(super) fn plays(word: &str) -> bool {
    matches!(
        word,
        "drummer"
            | "bassist"
            | "guitarist"
            | "vocalist"
            | "frontman"
            | "frontwoman"
            | "keyboardist"
            | "drums"
            | "bass"
            | "guitar"
            | "vocals"
    )
}

/// Which kind of announcement a verb makes of a thing.
#[expect(clippy::match_same_arms, reason = "the first arm that fits decides, so the order is kept")]
pub(super) fn kind_of(thing: &str, happens: Option<Happens>) -> Kind {
    use Happens as H;
    match (thing, happens) {
        (_, Some(H::Make)) | ("filming", _) => Kind::Production,
        (_, Some(H::Life)) => Kind::Personal,
        ("song" | "album" | "film" | "show" | "game" | "book", Some(H::Place | H::Perform)) => Kind::Performance,
        (_, Some(H::Wed)) | ("wedding" | "festival" | "awards", _) => Kind::Ceremony,
        ("trial", _) | (_, Some(H::Court)) => Kind::Legal,
        ("role" | "host", _) | (_, Some(H::Join)) => Kind::Casting,
        ("relationship", _) => Kind::Personal,
        ("tour" | "residency" | "concert" | "match" | "tournament" | "event" | "exhibition" | "play", _) => Kind::Performance,
        (_, Some(H::Appear)) => Kind::Casting,
        ("film", Some(H::Premiere)) => Kind::Premiere,
        ("song" | "album" | "game" | "book" | "film" | "trailer" | "tickets", _) => Kind::Release,
        ("episode" | "rerun" | "finale", _) => Kind::Broadcast,
        ("show" | "premiere", _) => Kind::Premiere,
        (_, Some(H::Out)) | ("release" | "debut", _) => Kind::Release,
        (_, Some(H::Premiere | H::Air)) => Kind::Premiere,
        (_, Some(H::Perform)) => Kind::Performance,
        // "her contract ends", "it takes place": of nothing we know the sort of
        (_, Some(H::Place | H::Start | H::End) | None) => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_parse() {
        assert!(WORDS.cues.contains_key("axed"));
        assert!(WORDS.things.contains_key("songs"));
        assert_eq!(kind_of("song", Some(Happens::Premiere)), Kind::Release);
    }
}
