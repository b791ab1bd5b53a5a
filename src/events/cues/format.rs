//! "now a duet", "will be held online rather than in person": another form.

use super::past::{NEWS_SENTENCES, has_day_of_late};
use super::{Scene, ValueFact};
use crate::events::subject::Referent;
use crate::events::words::{Shape, WORDS};
use crate::events::{Facet, Says};

/// "digitally, on vinyl, and | cassette": so many words behind the first of them.
const MEDIA_TOKENS: usize = 7;

pub(super) fn find(scene: &Scene<'_, '_>) -> Vec<ValueFact> {
    let found = shapes_in(scene);
    let mut told = Vec::new();
    for (n, (shape, first, end)) in found.iter().enumerate() {
        let Some(signal) = change_before(scene, *first) else { continue };
        let other = found
            .iter()
            .enumerate()
            .filter(|(m, _)| *m != n)
            .find(|(_, (other, start, _))| other.to != shape.to && is_given_up(scene, *start));
        if is_given_up(scene, *first) {
            continue;
        }
        let from = other.map(|(_, (other, start, stop))| in_words(scene, *other, *start, *stop));
        if signal == Signal::Weak && from.is_none() && !is_news(scene, *shape, *first) && !is_instead(scene, *end) {
            continue;
        }
        // "will be released digitally, on vinyl and cassette": all of them
        let is_one_of_many = (*end..*end + MEDIA_TOKENS)
            .any(|at| matches!(scene.page.word(at), "vinyl" | "cassette" | "cd" | "lp" | "physical" | "physically"));
        if is_one_of_many && shape.to == "virtual" {
            continue;
        }
        let start = clause_start(scene, *first);
        let named = teller(scene, start).or_else(|| scene.resolver.resolve(start, *first)).filter(|referent| referent.name.is_some());
        let Some(referent) = named.or_else(|| scene.resolver.main_work().filter(|_| signal == Signal::Weak)) else { continue };
        // "Mila Kern is up for a prize at the event, which will take place virtually": not she
        let is_somebody = referent
            .name
            .and_then(|idx| scene.names.names.get(idx))
            .is_some_and(|name| name.is_person() || name.sounds_like_somebody() || name.agent > 1 && !name.is_work() && !name.is_open());
        if is_somebody && referent.thing.is_empty() && referent.moment.is_empty() {
            continue;
        }
        // a musical that "goes straight to Netflix" was never to be in cinemas
        let is_staged = referent.thing == "play" && shape.was.starts_with("in theaters");
        let was = match shape.was {
            _ if is_staged => "on stage (theater, Broadway)",
            // as the article calls it
            "film" if scene.page.has_word("movie") => "movie",
            was => was,
        };
        told.push(ValueFact {
            sentence: scene.idx,
            at: *first,
            referent,
            facet: Facet::Shape,
            says: Says::FormatChanged,
            cue: scene.page.span(*first, *end),
            from_inferred: from.is_none() && !tells_old_form(scene, *shape),
            is_passing: is_long_told(scene, *first),
            from: from.or_else(|| Some(was.to_owned())),
            to: Some(in_words(scene, *shape, *first, *end)),
        });
        break;
    }
    told.extend(told_in_two(scene, &found).filter(|_| told.is_empty()));
    told
}

/// "wrote The Lantern, which was turned into a film", below the lead: long done.
fn is_long_told(scene: &Scene<'_, '_>, first: usize) -> bool {
    let page = scene.page;
    let is_past = matches!(page.word(first), "was" | "were")
        || matches!(page.word(first.wrapping_sub(1)), "was" | "were")
        || (first.saturating_sub(4)..first)
            .any(|at| matches!((page.word(at), page.word(at + 1)), ("was" | "were", "turned" | "made" | "adapted" | "converted")));
    is_past && !page.is_among_first(scene.idx, NEWS_SENTENCES) && !has_day_of_late(scene)
}

/// "I sent him the song as a solo", "a solo recording": the form it had, told elsewhere in the article.
fn tells_old_form(scene: &Scene<'_, '_>, shape: Shape) -> bool {
    let page = scene.page;
    let is_work =
        |word: &str| matches!(word, "song" | "track" | "version" | "recording" | "single" | "number" | "release" | "show" | "event");
    (2..page.tokens.len()).any(|at| {
        page.word(at) == shape.was && (is_work(page.word(at + 1)) || matches!((page.word(at - 2), page.word(at - 1)), ("as", "a" | "an")))
    })
}

/// "will no longer be released in cinemas abroad. The studio has sold it to Netflix, where": the new form in the next
/// sentence.
fn told_in_two(scene: &Scene<'_, '_>, found: &[(Shape, usize, usize)]) -> Option<ValueFact> {
    let (old, first, end) = *found.iter().find(|(shape, first, _)| shape.to == "in theaters" && is_given_up(scene, *first))?;
    let is_told = change_before(scene, first).is_some();
    let next = Scene { idx: scene.idx + 1, sentence: scene.page.sentences.get(scene.idx + 1)?, ..*scene };
    let (new, at, stop) = *shapes_in(&next).first().filter(|(shape, ..)| is_told && shape.was.starts_with(old.to))?;
    let start = clause_start(scene, first);
    let named = scene.resolver.resolve(start, first).filter(|referent| referent.name.is_some());
    // quoted is what names the new form; what stands before it is shown with it
    Some(ValueFact {
        sentence: next.idx,
        at,
        referent: named.or_else(|| scene.resolver.main_work())?,
        facet: Facet::Shape,
        says: Says::FormatChanged,
        cue: scene.page.span(at, stop),
        from_inferred: false,
        is_passing: false,
        from: Some(in_words(scene, old, first, end)),
        to: Some(in_words(&next, new, at, stop)),
    })
}

/// The form as the article puts it, with the usual word for it where that is another: "livestreamed (virtual)".
fn in_words(scene: &Scene<'_, '_>, shape: Shape, first: usize, end: usize) -> String {
    let written = scene.page.span(first, end).of(scene.page.text);
    // "skip theatres": where it would have been
    if is_skipped(scene, first) {
        return format!("{} (cinemas, theatrical)", shape.to);
    }
    // "directly on Lumen Video": the service
    let service = ["directly on ", "on ", "to "].iter().find_map(|lead| written.strip_prefix(lead));
    if let Some(service) = service.filter(|service| shape.to == "streaming" && service.starts_with(char::is_uppercase)) {
        return format!("{service} ({})", shape.to);
    }
    let written = written.to_lowercase();
    let written = ["a ", "an ", "as a ", "as an ", "be "].iter().find_map(|lead| written.strip_prefix(lead)).unwrap_or(&written);
    let is_usual = written.contains(shape.to) || shape.to.contains(written) || written.starts_with("not ");
    if is_usual { shape.to.to_owned() } else { format!("{written} ({})", shape.to) }
}

/// "will take place behind closed doors", told in the lead: nobody needs to say what it was before.
fn is_news(scene: &Scene<'_, '_>, shape: Shape, first: usize) -> bool {
    let in_lead = scene.page.is_among_first(scene.idx, LEAD_SENTENCES);
    let floor = (scene.sentence.first_token as usize).max(first.saturating_sub(9));
    let is_ahead = (floor..first).any(|at| matches!(scene.page.word(at), "will" | "ll"))
        || (floor..first)
            .any(|at| scene.page.word(at) == "to" && matches!(scene.page.word(at + 1), "be" | "take" | "go" | "play" | "return"));
    // "this year’s ceremony will be held virtually": unlike those before, wherever it is told
    let is_this_year =
        (scene.sentence.first_token as usize..first).any(|at| scene.page.word(at) == "this" && scene.page.word(at + 1) == "year");
    // "will present at the virtual ceremony": known to be one; "will continue behind closed doors": nothing new
    let is_known = scene.page.word(first.wrapping_sub(1)) == "the"
        || (floor..first).any(|at| matches!(scene.page.word(at), "continue" | "continues" | "still" | "remain" | "remains"));
    (in_lead || is_this_year) && is_ahead && !is_known && matches!(shape.to, "without an audience" | "virtual")
}

/// "it is to be livestreamed on the internet instead", "was a virtual event instead of the usual gala".
fn is_instead(scene: &Scene<'_, '_>, end: usize) -> bool {
    let stop = (scene.sentence.end_token as usize).min(end + 6);
    let is_usual = |at: usize| matches!(scene.page.word(at), "usual" | "normal" | "traditional" | "customary");
    (end..stop).any(|at| scene.page.word(at) == "instead" && (scene.page.word(at + 1) != "of" || (at + 2..at + 5).any(is_usual)))
}

/// How many sentences are the lead.
const LEAD_SENTENCES: usize = 3;

/// Where the clause that leads to a form begins: after "that", "but" and the like.
fn clause_start(scene: &Scene<'_, '_>, first: usize) -> usize {
    let floor = scene.sentence.first_token as usize;
    (floor..first)
        .rev()
        .find(|&at| matches!(scene.page.word(at), "that" | "but" | "while" | "although") || matches!(scene.page.raw(at), ";" | ":"))
        .map_or(floor, |at| at + 1)
}

/// "The Harbour Festival said that | it would go online": a happening that tells of itself.
fn teller(scene: &Scene<'_, '_>, start: usize) -> Option<Referent> {
    let floor = scene.sentence.first_token as usize;
    let says_it = scene.page.word(start) == "it" && start > floor && scene.page.word(start - 1) == "that";
    if !says_it {
        return None;
    }
    scene.resolver.resolve(floor, start - 1).filter(|told| told.is_named && matches!(told.thing, "festival" | "awards" | "event"))
}

/// How strongly the words before a form say that it is new.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Signal {
    /// "converted into", "has been turned into".
    Strong,
    /// "will be held": only with the old form beside it.
    Weak,
}

fn shapes_in(scene: &Scene<'_, '_>) -> Vec<(Shape, usize, usize)> {
    let (first, end) = (scene.sentence.first_token as usize, scene.sentence.end_token as usize);
    let mut found = Vec::new();
    let mut at = first;
    while at < end {
        if let Some((phrase, stop)) = scene.page.phrase_at(&WORDS.shapes, at, end) {
            found.push((phrase.entry, at, stop));
            at = stop;
        } else {
            at += 1;
        }
    }
    found
}

/// The verb that makes a form new, within a few words before it.
fn change_before(scene: &Scene<'_, '_>, first: usize) -> Option<Signal> {
    let floor = (scene.sentence.first_token as usize).max(first.saturating_sub(9));
    let words: Vec<&str> = (floor..first).map(|at| scene.page.word(at)).collect();
    if words
        .iter()
        .any(|word| matches!(*word, "could" | "may" | "might" | "if" | "would" | "not" | "considering" | "should" | "whether" | "still"))
    {
        return None;
    }
    let turned = words.iter().any(|word| {
        matches!(
            *word,
            "converted" | "turned" | "transformed" | "changed" | "switched" | "moved" | "split" | "shifted" | "reworked" | "adapted"
        )
    });
    let into = words.iter().rev().take(4).any(|word| matches!(*word, "into" | "to" | "as"));
    // "has moved online this year", "is going virtual"
    let goes = words.last().is_some_and(|word| matches!(*word, "moved" | "moves" | "going" | "gone" | "goes" | "go"));
    let goes = goes && scene.page.word(first) != "drive";
    if turned && into || goes || words.ends_with(&["now", "a"]) {
        return Some(Signal::Strong);
    }
    words
        .iter()
        .any(|word| matches!(*word, "will" | "be" | "is" | "now" | "released" | "held" | "place" | "then" | "happen" | "was" | "were"))
        .then_some(Signal::Weak)
}

/// "will skip theatres", "has turned its back on cinemas".
fn is_skipped(scene: &Scene<'_, '_>, first: usize) -> bool {
    let turns = || (first.saturating_sub(3)..first).any(|at| scene.page.word(at).starts_with("turn"));
    ["skip", "bypass", "forgo"].iter().any(|stem| scene.page.word(first).starts_with(stem)) || scene.page.word(first) == "back" && turns()
}

/// "rather than", "instead of", "pulled from", "originally".
fn is_given_up(scene: &Scene<'_, '_>, first: usize) -> bool {
    let floor = (scene.sentence.first_token as usize).max(first.saturating_sub(7));
    let words: Vec<&str> = (floor..first).map(|at| scene.page.word(at)).collect();
    if is_skipped(scene, first) {
        return true;
    }
    let is_left =
        |pair: &[&str]| matches!(pair, ["rather", "than"] | ["instead", "of"] | ["pulled", "from"] | ["as", "planned"] | ["no", "longer"]);
    // "fans won’t get to see the show in person"
    let is_missed = scene.page.word(first) == "in" && words.iter().any(|word| matches!(*word, "not" | "t" | "unable" | "cannot"));
    // "will no longer be a download but a cartridge"
    let turned = words.contains(&"but");
    // "what was to be a two-hour movie"
    let conceived =
        |two: &[&str]| matches!(two, ["conceived" | "envisioned" | "envisaged" | "planned" | "intended" | "developed" | "announced", "as"]);
    let was_to_be = words.windows(2).any(conceived)
        || words.windows(3).any(|three| matches!(three, ["was" | "were", "to", "be"] | ["was", "originally", _] | ["had", "been", _]));
    !turned && (is_missed || was_to_be || words.windows(2).any(is_left)) || words.last() == Some(&"from")
}
