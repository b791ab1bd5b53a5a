//! "Kim replaced Park", deep in an article: who came for whom long before, and no news of it.

use super::Scene;
use crate::civil::calendar::days_between;
use crate::events::words::{Form, WORDS};

/// How many sentences are taken for the news: a plain past in them is of these days.
pub(super) const NEWS_SENTENCES: usize = 6;
/// A date so many days before the report is lately.
const LATELY_DAYS: i64 = 45;
/// So many tokens before the phrase its helpers may stand.
const HELPER_TOKENS: usize = 5;

/// Whether the phrase at `at` only tells of the past: a plain past tense in the body of an article, "who replaced her",
/// "after replacing Park", with no day of late beside it.
pub(super) fn is_told_as_past(scene: &Scene<'_, '_>, at: usize, stop: usize) -> bool {
    // "Reed, who stood in for them": whoever is back
    let stood_in = ["stood", "fill", "stepped"].iter().any(|stem| scene.page.word(at).starts_with(stem));
    let passing = is_led_aside(scene, at)
        || is_bracketed(scene, at)
        || is_means(scene, at)
        || stood_in && is_relative(scene, at) && is_plain_past(scene, at, stop);
    if has_day_of_late(scene) {
        return passing;
    }
    let is_past = is_plain_past(scene, at, stop);
    let passing = passing || is_past && comes_after(scene, at);
    passing || is_past && (is_relative(scene, at) || !scene.page.is_among_first(scene.idx, NEWS_SENTENCES))
}

/// "who has hosted it since 2006 (he took over from Reed)": what brackets tell is known.
fn is_bracketed(scene: &Scene<'_, '_>, at: usize) -> bool {
    let first = scene.sentence.first_token as usize;
    let mark = (first..at).rev().map(|at| scene.page.raw(at)).find(|raw| matches!(*raw, "(" | ")"));
    mark == Some("(")
}

/// "earned her stripes by stepping in for Reed", below the news: how something else came about.
fn is_means(scene: &Scene<'_, '_>, at: usize) -> bool {
    let is_by = scene.page.word(at.wrapping_sub(1)) == "by" && scene.page.word(at).ends_with("ing");
    is_by && !scene.page.is_among_first(scene.idx, NEWS_SENTENCES)
}

/// "The news comes weeks after Hall was replaced": what was told before it.
fn comes_after(scene: &Scene<'_, '_>, at: usize) -> bool {
    let first = scene.sentence.first_token as usize;
    let comes = (first..at.min(first + HELPER_TOKENS)).find(|&i| matches!(scene.page.word(i), "comes" | "came" | "follows"));
    comes.is_some_and(|comes| (comes + 1..at.min(comes + HELPER_TOKENS)).any(|i| matches!(scene.page.word(i), "after" | "since")))
}

/// "… after replacing Park in 2015", "since he replaced Park": another time than the sentence's.
fn is_led_aside(scene: &Scene<'_, '_>, at: usize) -> bool {
    let first = scene.sentence.first_token as usize;
    // "after | her friend Tom Reed | filled in"
    let name = scene.names.within(first, at).last().filter(|name| name.end == at && !name.is_possessive);
    let at = name.map_or(at, |name| name.first);
    let is_kin = at > first && !matches!(scene.page.word(at - 1), "after" | "since" | "once" | "when" | "before");
    let at = if name.is_some() && is_kin && matches!(scene.page.word(at.wrapping_sub(2)), "his" | "her" | "their" | "the") {
        at - 2
    } else {
        at
    };
    (at.saturating_sub(2).max(first)..at).any(|i| matches!(scene.page.word(i), "after" | "since" | "once" | "when" | "before"))
}

/// "…, who replaced Park": said to tell who it is.
fn is_relative(scene: &Scene<'_, '_>, at: usize) -> bool {
    let first = scene.sentence.first_token as usize;
    (at.saturating_sub(HELPER_TOKENS).max(first)..at)
        .rev()
        .take_while(|&i| is_helper(scene, i) || matches!(scene.page.word(i), "who" | "whom"))
        .any(|i| matches!(scene.page.word(i), "who" | "whom"))
}

/// "will", "now": a word that only helps a verb.
pub(super) fn is_helper(scene: &Scene<'_, '_>, at: usize) -> bool {
    WORDS.auxiliary.contains(scene.page.word(at)) || WORDS.adverb.contains(scene.page.word(at))
}

/// "replaced", "was replaced", "had replaced"; not "has replaced", "is replaced", "will be replaced".
pub(super) fn is_plain_past(scene: &Scene<'_, '_>, at: usize, stop: usize) -> bool {
    let page = scene.page;
    let Some((phrase, _)) = page.phrase_at(&WORDS.replaced, at, stop) else { return false };
    if matches!(page.word(at), "was" | "were") {
        return true;
    }
    let first = scene.sentence.first_token as usize;
    let floor = at.saturating_sub(HELPER_TOKENS).max(first);
    let helpers = || (floor..at).rev().take_while(|&i| is_helper(scene, i)).map(|i| page.word(i));
    let is_present = |word: &str| {
        matches!(word, "has" | "have" | "ve" | "is" | "are" | "am" | "re" | "will" | "ll" | "to" | "be" | "set" | "would" | "being" | "s")
    };
    if page.word(at.wrapping_sub(1)) == "to" && was_called_to(scene, floor, at - 1) {
        return true;
    }
    if helpers().any(|word| matches!(word, "was" | "were" | "had")) {
        return !helpers().any(|word| matches!(word, "to" | "being" | "set" | "will"));
    }
    let is_past = phrase.form == Form::Past || page.word(at) == "replaced" || page.word(at) == "succeeded";
    is_past && phrase.is_verb && !helpers().any(is_present)
}

/// "was hired to replace her", "chose Reed to replace him": not "has been hired to", "is set to".
fn was_called_to(scene: &Scene<'_, '_>, floor: usize, to: usize) -> bool {
    let page = scene.page;
    let is_call = |word: &str| matches!(word, "hired" | "chose" | "picked" | "brought" | "appointed" | "named" | "recruited" | "drafted");
    let Some(call) = (floor..to).rev().find(|&i| is_call(page.word(i))) else { return false };
    let has = (call.saturating_sub(3)..call).any(|i| matches!(page.word(i), "has" | "have" | "is" | "are" | "will" | "ve"));
    !has
}

/// "replaced her last Friday": a day not long before the report, or one ahead; not the whole of a year.
pub(super) fn has_day_of_late(scene: &Scene<'_, '_>) -> bool {
    let Some(reported) = scene.page.article.report_day() else { return true };
    let first_day = |date: crate::civil::ClaimedDate| date.first().or(date.last());
    let mut days = scene.page.dates_in(scene.sentence).filter_map(|(_, date)| date.date.and_then(first_day));
    days.any(|day| days_between(day, reported) <= LATELY_DAYS)
}
