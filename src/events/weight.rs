//! Titles told from people and companies by the company they keep.

use super::acts::settle_acts;
use super::conjuncts::settle_rows;
use super::credits::{is_credited, names_credit};
use super::doings::{helps, weigh_move, weigh_plan, weigh_verb};
use super::headings;
use super::letters::{looks_like_person, weigh_letters};
use super::matter::Matter;
use super::names::{Mention, Name, Names, opens_sentence, thing_ending_at};
use super::page::Page;
use super::places::{dateline_of, is_hall, is_illness, is_place, is_weather, settle_towns, settle_venues};
use super::quoted::OPENING;
use super::words::{Form, Role, WORDS};
use crate::language::Sentence;

impl Name {
    /// Whether it is somebody: no title, no place, no company.
    pub(super) fn is_person(&self) -> bool {
        !self.is_work() && !self.is_place && !self.is_byline && !self.is_company() && looks_like_person(&self.words) > 0
    }

    /// Whether its words sound like somebody’s: a known first name, or as the article treats it.
    pub(super) fn sounds_like_somebody(&self) -> bool {
        self.sounds_personal || WORDS.people.has_given(&self.words)
    }

    /// Whether a word of it is one of companies: "Pictures", "Records".
    pub(super) fn is_company(&self) -> bool {
        let behind_small = |at: usize| at > 0 && self.words.get(at - 1).is_some_and(|left| leads_no_company(left));
        let is_own = |at: usize| !is_of_phrase(at, self.words.len()) && !behind_small(at);
        self.words.iter().enumerate().any(|(at, word)| WORDS.company.contains(word) && is_own(at))
    }
}

/// The same of the words that stand at one place.
pub(super) fn is_company(page: &Page<'_>, mention: &Mention) -> bool {
    let first = mention.first + usize::from(matches!(page.word(mention.first), "the" | "a" | "an"));
    let n_words = mention.end.saturating_sub(first);
    let is_own = |at: usize| !is_of_phrase(at - first, n_words) && (at == first || !leads_no_company(page.word(at - 1)));
    (first..mention.end).any(|at| WORDS.company.contains(page.word(at)) && is_own(at))
}

/// "Face the Music", "The Sound of Music": behind such a word stands no company.
fn leads_no_company(left: &str) -> bool {
    matches!(left, "the" | "a" | "my" | "your" | "our" | "to" | "of")
}

/// "United at Last": the first of three words and more; a company has its word at the end, or two words.
fn is_of_phrase(at: usize, n_words: usize) -> bool {
    at == 0 && n_words > 2
}

/// Whether an article has more words of the stage than of the screen.
fn is_on_stage(page: &Page<'_>, names: &Names) -> bool {
    let (mut n_stage, mut n_screen) = (0, 0);
    for sentence in page.sentences.iter().filter(|sentence| !page.is_clutter(sentence)) {
        let end = sentence.end_token as usize;
        for at in sentence.token_range() {
            let word = page.word(at);
            if WORDS.stage.contains(word) || page.is_capital(at) && WORDS.venue.contains(word) {
                n_stage += 1;
            }
            let screens = |name: &str| matches!(name, "show" | "film" | "play" | "episode" | "finale" | "premiere");
            let phrase = page.phrase_at(&WORDS.things, at, end).filter(|_| names.covering(at).is_none());
            let is_screen = phrase.is_some_and(|(phrase, _)| screens(phrase.entry.name)) && !matches!(word, "show" | "shows");
            n_screen += usize::from(is_screen || matches!(word, "season" | "network" | "viewers"));
        }
    }
    n_stage > 1 && n_stage > 2 * n_screen
}

/// Weighs every mention: what stands before and after tells works from people and companies.
pub(super) fn weigh(page: &Page<'_>, names: &mut Names) {
    let starts = || page.sentences.iter().filter(|sentence| !page.is_clutter(sentence)).map(|sentence| sentence.span.start);
    let (first_end, lead_end) = (starts().nth(1).unwrap_or(u32::MAX), starts().nth(2).unwrap_or(u32::MAX));
    let is_on_stage = is_on_stage(page, names);
    names.is_on_stage = is_on_stage;
    names.matter = Matter::of(page);
    names.layout.has_items = page.sentences.iter().filter(|sentence| is_item(page, sentence)).take(LIST_ITEMS).count() == LIST_ITEMS;
    names.names.iter_mut().for_each(|name| weigh_letters(name, is_on_stage));
    let dateline = dateline_of(page);
    // "Harvey" of "Hurricane Harvey"
    let storms: Vec<String> =
        names.names.iter().filter(|name| is_weather(&name.words)).filter_map(|name| name.words.last().cloned()).collect();
    for name in &mut names.names {
        name.is_place = name.words.iter().all(|word| storms.contains(word))
            || is_place(&name.words)
            || dateline.as_ref() == Some(&name.words)
            || is_weather(&name.words);
    }
    for (idx, mention) in names.mentions.iter().enumerate() {
        let Some(name) = names.names.get_mut(mention.name) else { continue };
        let start = page.tokens.get(mention.first).map(|token| token.span.start);
        name.opens |= start.is_some_and(|start| start < first_end);
        name.is_lead |= start.is_some_and(|start| start < lead_end);
        let quote = mention.first.checked_sub(1).is_some_and(|at| OPENING.contains(&page.raw(at)));
        // "Red Harbour" in quotation marks of its own is a title each time anew
        let is_own = quote && name.is_quoted && mention.end - mention.first >= name.words.len();
        name.work += u32::from(is_own && name.work < MAX_QUOTED) * if name.words.len() > 1 { 2 } else { 1 };
        let left = mention.first.checked_sub(if quote { 2 } else { 1 });
        // "her album The Rain": the article is the title’s
        let left = left.map(|at| if page.raw(at) == "The" && at > 0 && page.is_word(at - 1) { at - 1 } else { at });
        // "the second season of 9-1-1: Red Letters": the number is the title’s
        let left = left.map(|at| before_number(page, at));
        let right = skip_marks(page, mention.end);
        name.is_place |= left.is_some_and(|at| matches!(page.word(at), "hurricane" | "typhoon" | "cyclone")) && !quote;
        name.is_place |= is_illness(page, mention) && !quote;
        // "will host Red Letters", "Halden Pictures has shifted Red Letters"
        name.work += u32::from(left.is_some_and(|at| is_hosted(page, at)) && !mention.is_possessive && name.work < MAX_ARTICLE);
        // "Halden Pictures has delayed Marrow", "Halden Delays Marrow"
        let is_put_off = left.is_some_and(|at| is_put_off(page, at)) && !mention.is_possessive && !looks_like_somebody(name);
        name.work += u32::from(is_put_off && name.work < MAX_ARTICLE) * 2;
        // "on A Question of Sport": the article is the title’s
        let is_article = |at: usize| matches!(page.raw(at), "A" | "An") && !opens_sentence(page, at) && page.is_word(at.wrapping_sub(1));
        name.work += u32::from(mention.first.checked_sub(1).is_some_and(is_article) && name.work < MAX_ARTICLE);
        weigh_before(page, mention, left, quote, name);
        if !(is_on_stage && matches!(page.word(right), "show" | "shows")) {
            note_noun_after(page, mention, right, name);
        }
        weigh_owner(page, mention, right, name);
        // "the show at the Harbour Academy is cancelled": not the academy
        if !left.is_some_and(|at| matches!(page.word(at), "at" | "in" | "with" | "by" | "near" | "from")) {
            // "Red Letters 3, which has been pushed"
            let verb = if right == mention.end && matches!(page.word(right), "which" | "that") { right + 1 } else { right };
            weigh_verb(page, verb, is_on_stage, name);
            weigh_plan(page, right, name);
            weigh_move(page, verb, name);
        }
        weigh_agent(page, mention, right, name);
        // "On the Harbour Switch, the game is still to come": nothing apposed
        let is_setting = left.is_some_and(|at| {
            let lead = if page.word(at) == "the" { at.saturating_sub(1) } else { at };
            matches!(page.word(lead), "on" | "in" | "at" | "for") && opens_sentence(page, lead)
        });
        if !is_setting {
            weigh_apposed(page, mention, name);
        }
        weigh_maker(page, mention, name);
        weigh_belongings(page, mention, left, name);
        let is_bullet =
            names.layout.has_items && mention.first.checked_sub(1).is_some_and(|left| is_dash(page, left) && opens_sentence(page, left));
        name.work += u32::from(is_bullet && !is_on_stage && !looks_like_somebody(name)) * 2;
        let is_told = names.mentions.get(idx + 1).is_some_and(|next| next.name == mention.name && next.first < mention.end + ITEM_TOKENS);
        name.work += if (is_told || is_whole_line(page, mention)) && heads_item(page, mention) { 3 } else { 0 };
    }
    settle(page, names);
}

/// What all mentions together tell: titles that head lists, halls and towns, rows of titles, acts of a round-up, credits.
fn settle(page: &Page<'_>, names: &mut Names) {
    let (entries, lines) = (headings::entries(page, names), headings::lines(page, names));
    (names.layout.has_entries, names.layout.has_headings) = (entries.len() > 1, lines.len() > 1);
    for title in [entries, lines].into_iter().filter(|told| told.len() > 1).flatten() {
        if let Some(name) = names.names.get_mut(title) {
            name.work += 3;
        }
    }
    // "Mila Kern Album Slips to May", a headline: hers, as the running text tells
    for name in names.names.iter_mut().filter(|name| name.agent > 2 && name.work < 2 && !name.is_quoted) {
        name.thing = name.thing.filter(|thing| !matches!(*thing, "album" | "song"));
    }
    settle_towns(page, names);
    settle_venues(page, names);
    settle_rows(page, names);
    settle_acts(page, names);
    let mut is_told = vec![false; names.names.len()];
    for mention in &names.mentions {
        if let Some(is_told) = is_told.get_mut(mention.name) {
            *is_told |= !names_credit(page, mention);
        }
    }
    for (name, is_told) in names.names.iter_mut().zip(is_told) {
        name.is_credit = !is_told;
    }
}

/// "its Afterglow", "Red Harbour’s Afterglow", before "tour"; "their North American" and "his 2021" are no names of one.
fn is_own_tour(page: &Page<'_>, mention: &Mention) -> bool {
    let is_where = |at: usize| page.word(at).ends_with("an") || page.word(at).ends_with("ish") || page.is_number(at) || page.is_loud(at);
    // "her Summer tour", "his Vegas tour"
    let is_sort = |at: usize| {
        matches!(
            page.word(at),
            "summer" | "spring" | "winter" | "fall" | "autumn" | "vegas" | "farewell" | "reunion" | "world" | "christmas"
        )
    };
    if mention.end == mention.first + 1 && is_sort(mention.first) {
        return false;
    }
    // "this year’s Palooza tour"
    if mention.first > 2 && page.word(mention.first - 1) == "s" && page.is_in_date(mention.first - 3) {
        return false;
    }
    let is_own = matches!(page.word(mention.first.wrapping_sub(1)), "its" | "their" | "his" | "her" | "s");
    is_own && !(mention.first..mention.end).any(is_where)
}

/// Where the number ends that a title begins with: "of | 9-1-1: Red Letters"; not "on May 3: Red Letters".
fn before_number(page: &Page<'_>, at: usize) -> usize {
    let is_part = |at: usize| page.is_number(at) || matches!(page.raw(at), "-" | ":");
    let ends = page.raw(at) == ":" && at > 0 && page.is_number(at - 1) && !page.is_in_date(at - 1);
    if ends { (0..at).rev().find(|&left| !is_part(left)).unwrap_or(at) } else { at }
}

/// What one hosts or puts off has a title.
fn is_hosted(page: &Page<'_>, verb: usize) -> bool {
    matches!(page.word(verb), "host" | "hosts" | "hosted" | "hosting" | "fronts" | "fronting")
}

/// What one delays has a day: "has postponed", "Halden Postpones".
fn is_put_off(page: &Page<'_>, verb: usize) -> bool {
    let is_said = matches!(
        page.word(verb),
        "delays" | "delayed" | "postpones" | "postponed" | "shelves" | "shelved" | "reschedules" | "put" | "puts"
    );
    let before = verb.checked_sub(1).filter(|_| is_said);
    let is_put = !page.word(verb).starts_with("put") || (verb..verb + 6).any(|at| page.word(at) == "on" && page.word(at + 1) == "hold");
    is_put && before.is_some_and(|at| matches!(page.word(at), "has" | "have" | "to") || page.is_capital(at) && !opens_sentence(page, verb))
}

/// An article written as part of the title weighs no more than this.
const MAX_ARTICLE: u32 = 3;
/// Quotation marks weigh no more than this.
const MAX_QUOTED: u32 = 6;
/// Within so many tokens behind the heading of an item its text names it again.
const ITEM_TOKENS: usize = 80;

/// Whether nothing else stands in its sentence.
fn is_whole_line(page: &Page<'_>, mention: &Mention) -> bool {
    let at = page.sentences.partition_point(|sentence| (sentence.first_token as usize) <= mention.first);
    let line = at.checked_sub(1).and_then(|at| page.sentences.get(at));
    line.is_some_and(|line| {
        line.starts_paragraph && mention.end >= line.end_token as usize && mention.first <= line.first_token as usize + 3
    })
}

/// So many lines that begin with a dash make a list, each of more than so many tokens.
const LIST_ITEMS: usize = 2;
const ITEM_WORDS: usize = 6;

fn is_dash(page: &Page<'_>, at: usize) -> bool {
    matches!(page.raw(at), "-" | "–" | "•" | "*")
}

/// A line of a list: "- Red Letters is now set for May 3".
pub(super) fn is_item(page: &Page<'_>, sentence: &Sentence) -> bool {
    let is_line = sentence.starts_paragraph && sentence.token_range().len() > ITEM_WORDS && is_dash(page, sentence.first_token as usize);
    is_line && page.dates_in(sentence).next().is_some()
}

/// A name of the lists, or a company’s.
pub(super) fn looks_like_somebody(name: &Name) -> bool {
    name.is_company() || looks_like_person(&name.words) > 0
}

/// "2. Red Letters": the heading of one title in a list of them.
fn heads_item(page: &Page<'_>, mention: &Mention) -> bool {
    let Some(dot) = mention.first.checked_sub(1) else { return false };
    let Some(number) = dot.checked_sub(1) else { return false };
    opens_sentence(page, number) && page.raw(number).len() < 3 && matches!(page.raw(dot), "." | ")" | ":") && page.is_number(number)
}

/// "Halden’s Red Letters": another name behind its mark.
fn owns_name(page: &Page<'_>, mention: &Mention) -> bool {
    mention.is_possessive && page.owns_at(mention.end) && page.is_capital(mention.end + 2)
}

/// "the finale of Red Letters", "Red Letters season 2": what only a show has.
fn weigh_belongings(page: &Page<'_>, mention: &Mention, left: Option<usize>, name: &mut Name) {
    let is_of_show = |word: &str| {
        matches!(
            word,
            "season"
                | "finale"
                | "episode"
                | "episodes"
                | "reboot"
                | "revival"
                | "cast"
                | "showrunner"
                | "contestant"
                | "contestants"
                | "spinoff"
        )
    };
    // "the cast of Halden’s Red Letters": not Halden
    let is_owner = owns_name(page, mention);
    let of = left.filter(|&at| page.word(at) == "of" && !is_owner).and_then(|at| at.checked_sub(1));
    let is_company = is_company(page, mention);
    let behind = is_of_show(page.word(mention.end)) && !page.is_capital(mention.end);
    // "Red Letters star Mila Kern", "Red Letters alum Tom Reed"
    let is_trade =
        matches!(page.word(mention.end), "star" | "actor" | "actress" | "alum" | "stars" | "alums" | "alumni" | "co" | "creator");
    let is_somebody = |at: usize| page.is_capital(at) && WORDS.people.given.contains(page.word(at));
    if !is_company && is_trade && (is_somebody(mention.end + 1) || is_somebody(mention.end + 3)) {
        name.work += 1;
    }
    // "Red Letters comes back for season 4", "Red Letters will return for a fourth series"
    let returns = || {
        let verb =
            (mention.end..mention.end + 4).find(|&at| matches!(page.word(at), "back" | "return" | "returns" | "renewed" | "returning"));
        let lead = verb.filter(|&verb| page.word(verb + 1) == "for").map(|verb| verb + 2);
        lead.is_some_and(|lead| (lead..lead + 4).take_while(|&at| page.is_word(at)).any(|at| matches!(page.word(at), "season" | "series")))
    };
    if !is_company && !mention.is_possessive && returns() {
        name.work += 2;
        name.thing = name.thing.or(Some("show"));
    }
    if !is_company && is_filmed_song(page, left) {
        name.thing = name.thing.or(Some("song"));
    }
    if !is_company && (of.is_some_and(|at| is_of_show(page.word(at))) || behind) {
        name.work += 2;
        // "the ninth episode of Red Letters"
        let is_of_series = |word: &str| matches!(word, "episode" | "episodes" | "showrunner" | "contestant" | "contestants");
        if of.is_some_and(|at| is_of_series(page.word(at))) || is_of_series(page.word(mention.end)) {
            name.thing = name.thing.or(Some("show"));
        }
    }
}

/// "a live clip of “Red Letters”", "the music video for “Red Letters”": what is filmed so is a song.
fn is_filmed_song(page: &Page<'_>, left: Option<usize>) -> bool {
    let lead = left.filter(|&at| matches!(page.word(at), "of" | "for"));
    lead.and_then(|at| at.checked_sub(1)).is_some_and(|at| {
        let sort = page.word(at.wrapping_sub(1));
        match page.word(at) {
            "clip" => sort == "live",
            "video" | "videos" => matches!(sort, "music" | "lyric" | "performance"),
            "mv" | "mvs" => true,
            _ => false,
        }
    })
}

/// "Red Letters director Mila Kern": what has a director has a title.
fn weigh_maker(page: &Page<'_>, mention: &Mention, name: &mut Name) {
    let at = mention.end;
    let makes = matches!(page.word(at), "director" | "showrunner" | "creator" | "screenwriter");
    let is_company = is_company(page, mention);
    if makes && page.is_capital(at + 1) && !page.is_capital(at) && !is_company && !mention.is_possessive {
        name.work += 2;
    }
}

/// "Red Letters, the long-awaited sequel to …", "Mila Kern, the singer": what an aside says it is.
fn weigh_apposed(page: &Page<'_>, mention: &Mention, name: &mut Name) {
    let first = mention.end + 1;
    if page.raw(mention.end) != "," || !matches!(page.word(first), "the" | "a" | "an" | "his" | "her" | "their" | "its" | "another" | "one")
    {
        return;
    }
    let ends = |at: &usize| {
        !page.is_word(*at) && page.raw(*at) != "-"
            || matches!(
                page.word(*at),
                "to" | "of" | "for" | "from" | "by" | "with" | "in" | "on" | "starring" | "about" | "that" | "which" | "who" | "and"
            )
    };
    let end = (first + 1..first + 8).find(ends).unwrap_or(first + 8);
    // "Halden, the game’s publisher,": what it has to do with the game
    if page.owns_at(end) {
        return;
    }
    let Some((thing, _)) = thing_ending_at(page, end.checked_sub(1)) else { return };
    match thing.role {
        // "a romance" of somebody’s, or one on paper: it tells no sort
        Role::Happening if thing.name == "relationship" => {}
        Role::Work | Role::Happening => {
            name.thing = name.thing.or(Some(thing.name));
            name.work += 3;
        }
        Role::Person => name.agent += 3,
        Role::Moment | Role::Part => {}
    }
}

/// "the film Red Letters", "singer Kim", "on Channel 9".
fn weigh_before(page: &Page<'_>, mention: &Mention, left: Option<usize>, is_quoted: bool, name: &mut Name) {
    // "his role in Kern’s upcoming film": hers
    let is_owner = mention.is_possessive && !page.is_capital(skip_marks(page, mention.end) + 2);
    if left.is_some_and(|at| is_credited(page, at)) && !is_owner {
        name.work += 3;
        return;
    }
    let beside = left.map(|at| if page.raw(at) == "," && matches!(page.raw(mention.end), "," | ".") { at.saturating_sub(1) } else { at });
    // "the studio behind the game, Red Harbour,": the studio’s name
    let is_inner = |start: usize| {
        (start.saturating_sub(5)..start)
            .rev()
            .find(|&at| matches!(page.word(at), "the" | "a" | "an" | "its" | "his" | "her" | "their"))
            .and_then(|at| at.checked_sub(1))
            .is_some_and(|at| matches!(page.word(at), "behind" | "of" | "for" | "from" | "with" | "in" | "on"))
    };
    let is_apart = beside != left && page.raw(mention.end) == ",";
    // "the September 18 show, Harbour Arena, is postponed": where it was to be
    if is_apart
        && is_hall(name)
        && thing_ending_at(page, beside).is_some_and(|(thing, _)| matches!(thing.name, "show" | "concert" | "event"))
    {
        name.is_place = true;
        return;
    }
    if let Some((thing, start)) = thing_ending_at(page, beside)
        && matches!(thing.role, Role::Work | Role::Happening)
        && !is_played(page, start)
        && thing.name != "relationship"
        && !(is_apart && is_inner(start))
    {
        name.thing = name.thing.or(Some(thing.name));
        name.work += 3;
    }
    let Some(at) = left else { return };
    if matches!(page.word(at), "in" | "on" | "at" | "from" | "via" | "across") && !is_quoted {
        name.agent += 1;
    }
    let opens = opens_sentence(page, at);
    name.is_byline |= page.word(at) == "by" && page.is_capital(at) && (opens || name.n_mentions == 1) && !is_quoted;
    if WORDS.person_before.contains(page.word(at)) {
        name.agent += 3;
    }
    name.work += u32::from(comes_of(page, at) && !owns_name(page, mention) && name.work < MAX_ARTICLE) * 2;
    if WORDS.citing.contains_key(page.word(at.saturating_sub(1))) && matches!(page.word(at), "to" | "by") {
        name.agent += 2;
    }
}

/// "a new release date for", "the trailer of", "a sequel to", "work on": what stands behind is made or comes out.
fn comes_of(page: &Page<'_>, preposition: usize) -> bool {
    let noun = |n: usize| page.word_left(preposition, n);
    let comes_out = |word: &str| matches!(word, "release" | "premiere" | "trailer" | "teaser");
    match page.word(preposition) {
        // "between takes of", "on the set of"
        "of" if matches!(noun(1), "takes" | "set" | "scenes" | "episode" | "episodes" | "filming") => true,
        "of" | "for" => comes_out(noun(1)) || noun(1) == "date" && comes_out(noun(2)),
        // "is back at work on"
        "on" => matches!(noun(1), "work" | "working" | "worked" | "filming" | "shooting" | "production"),
        "to" => matches!(noun(1), "sequel" | "prequel"),
        _ => false,
    }
}

/// "won’t play Harbour Hall", "Red Letters record": the verb, no sort of thing.
fn is_played(page: &Page<'_>, at: usize) -> bool {
    if !matches!(page.word(at), "play" | "plays" | "record" | "feature") {
        return false;
    }
    let left = at.checked_sub(1).map(|left| page.word(left)).unwrap_or_default();
    // a noun follows an article, an owner or an adjective
    let is_led = super::clause::DETERMINERS.contains(&left) && left != "t"
        || left.len() > 3
            && !page.is_capital(at - 1)
            && !WORDS.auxiliary.contains(left)
            && !WORDS.adverb.contains(left)
            && !left.ends_with('s')
            && !matches!(left, "they" | "then" | "will" | "never" | "still");
    !is_led
}

/// "Kim’s Lantern Bay" is a work of Kim’s; "Kim’s Netflix film" says nothing of Netflix.
fn weigh_owner(page: &Page<'_>, mention: &Mention, right: usize, name: &mut Name) {
    let is_owned = mention.first >= 3 && page.word(mention.first - 1) == "s" && page.is_capital(mention.first - 3);
    // "Mila Soares’ Red Letters", and no closing mark
    let left = |n: usize| mention.first.saturating_sub(n);
    let is_many = mention.first >= 2
        && matches!(page.raw(left(1)), "’" | "'")
        && page.word(left(2)).ends_with('s')
        && page.is_capital(left(2))
        && page.touches_next(left(2))
        && !(left(8)..left(2)).any(|at| matches!(page.raw(at), "‘" | "'"));
    let is_owned = is_owned || is_many;
    let word = page.word(right);
    let plain_noun = page.is_word(right) && !page.is_capital(right) && !WORDS.small.contains(word) && !helps(word);
    name.work += u32::from(is_owned && !plain_noun);
}

/// What people and companies do: have an age, a trade, say things, own things.
fn weigh_agent(page: &Page<'_>, mention: &Mention, right: usize, name: &mut Name) {
    let is_number = page.is_number(mention.end + 1);
    if page.raw(mention.end) == "," && is_number && page.raw(mention.end + 2) == "," {
        name.agent += 4;
    }
    if !name.is_quoted && is_company(page, mention) {
        name.agent += 2;
    }
    let tells = page.phrase_at(&WORDS.telling, right, right + 3).is_some();
    // "was revealed at the fair" is what happens to things
    let is_told = matches!(page.word(right), "was" | "were" | "is" | "are" | "be" | "been") && page.word(right + 1).ends_with("ed");
    let helped = page.phrase_at(&WORDS.telling, right + 1, right + 4).is_some() && WORDS.auxiliary.contains(page.word(right));
    if tells || helped && !is_told {
        name.agent += 2;
    }
    name.agent += u32::from(mention.is_possessive);
    // "Red Harbour have scrapped their tour", "Red Harbour call off": many, so an act
    let is_listed = mention.first > 0 && matches!(page.raw(mention.first - 1), "and" | "," | "&");
    let has_object = |stop: usize| matches!(page.word(stop), "the" | "their" | "its" | "all" | "remaining" | "tour" | "shows");
    let calls_off = page.phrase_at(&WORDS.cues, right, right + 4);
    let calls_off = calls_off.is_some_and(|(phrase, stop)| phrase.is_verb && phrase.form == Form::Base && has_object(stop));
    // "Red Harbour were forced to", "Red Harbour have"; "The Foxes, who are"
    let acts = matches!(page.word(right), "have" | "are" | "were") && !name.words.last().is_some_and(|last| last.ends_with('s'));
    let is_many = right == mention.end && (page.word(right) == "have" || acts || calls_off);
    name.agent += if is_many && !is_listed && !name.is_quoted { 3 } else { 0 };
    let is_who = page.raw(mention.end) == "," && page.word(mention.end + 1) == "who";
    name.agent += if is_who && !is_listed && !name.is_quoted { 2 } else { 0 };
    if cancels_own(page, right) {
        name.agent += 2;
    }
}

/// "have postponed their tour", "cancelled its concert": what acts do.
fn cancels_own(page: &Page<'_>, right: usize) -> bool {
    let verb = (right..right + 5).find(|&at| !WORDS.auxiliary.contains(page.word(at)) && !WORDS.adverb.contains(page.word(at)));
    let Some((cue, stop)) = verb.and_then(|at| page.phrase_at(&WORDS.cues, at, at + 4)) else { return false };
    let is_act = |at: usize| page.phrase_at(&WORDS.things, at, at + 3).is_some_and(|(phrase, _)| phrase.entry.role == Role::Happening);
    cue.is_verb
        && match page.word(stop) {
            "their" | "his" | "her" => true,
            "its" => (stop + 1..stop + 5).any(is_act),
            _ => false,
        }
}

/// "Lantern Bay drama" is a title before its sort; "Netflix series" is an owner before it: a weak sign, stronger for what is quoted.
fn note_noun_after(page: &Page<'_>, mention: &Mention, right: usize, name: &mut Name) {
    if matches!(page.word(right), "delay" | "postponement" | "cancellation")
        && right == mention.end
        && name.agent == 0
        && name.words.len() > 1
    {
        name.work += 2;
    }
    let Some((phrase, _)) = page.phrase_at(&WORDS.things, right, right + 4) else { return };
    // "Red Harbour Play Their First Show", a headline
    let is_verb = page.is_capital(right) && matches!(page.word(right), "play" | "plays" | "record" | "records" | "feature" | "features");
    // "the Harbour Ballroom show": a hall
    let is_night = matches!(page.word(right), "show" | "shows" | "concert" | "concerts" | "gig" | "gigs" | "date" | "dates");
    name.is_place |= is_night && is_hall(name) && name.thing.is_none();
    // "their Las Vegas show": where, and no title
    let is_where = name.is_place && !name.is_quoted && phrase.entry.name == "show";
    if mention.is_possessive || right > mention.end + 1 || is_verb || is_where {
        return;
    }
    // the soundtrack of a show is no show
    let belongs = page.word(right).starts_with("ost")
        || page.word(right).ends_with("soundtrack")
        || page.word(right) == "original"
        || page.word(right) == "theme";
    match phrase.entry.role {
        Role::Work if !belongs => {
            // "the Channel TV series", "the Harbour Studios film": whose it is
            let is_title = name.is_quoted || name.words.len() > 1 && name.agent == 0 && !name.is_company();
            name.work += u32::from(is_title);
            if is_title {
                name.thing = name.thing.or(Some(phrase.entry.name));
            }
        }
        // but what has a soundtrack has a title
        Role::Work if belongs => name.work += 2,
        // "its Afterglow world tour": the tour’s own name
        Role::Happening
            if phrase.entry.name == "tour" && name.is_lead && is_own_tour(page, mention) && !name.is_place && !name.is_company() =>
        {
            name.work += 3;
            name.thing = name.thing.or(Some("tour"));
        }
        // "this summer’s Rock am Hafen festival"
        Role::Happening if phrase.entry.name == "festival" && name.opens && name.agent == 0 && is_named_festival(name) => {
            name.work += 2;
            name.thing = name.thing.or(Some("festival"));
        }
        Role::Work => name.work += u32::from(name.is_quoted),
        // "the Red Harbour premiere", "the Red Harbour trailer"
        Role::Moment | Role::Part if name.words.len() > 1 && name.agent == 0 && phrase.entry.name != "tickets" => name.work += 1,
        Role::Happening | Role::Person | Role::Moment | Role::Part => {}
    }
}

/// Two words and more, of no place, company or person.
fn is_named_festival(name: &Name) -> bool {
    name.words.len() > 1 && !name.is_place && !looks_like_somebody(name)
}

fn skip_marks(page: &Page<'_>, mut at: usize) -> usize {
    while matches!(page.raw(at), "”" | "\"" | "’" | "'" | ",") && !page.owns_at(at) {
        at += 1;
    }
    at
}
