//! "cancelled Red Sky, “Low Tide” and The Kick": what stands in one row is of one sort.

use super::names::{Mention, Name, Names};
use super::page::Page;
use super::weight::looks_like_somebody;
use super::words::{Role, WORDS};

/// Evidence that a title gives the others of its row.
const ROW_WEIGHT: u32 = 3;
/// Between two names of a row stand so few tokens.
const ROW_GAP: usize = 4;

/// Where some of a row are titles, the others that nothing speaks against are titles too. Not in news of concerts, where
/// acts stand in rows.
pub(super) fn settle_rows(page: &Page<'_>, names: &mut Names) {
    if names.is_on_stage {
        return;
    }
    let mut claimed: Vec<usize> = Vec::new();
    let mut first = 0;
    while first < names.mentions.len() {
        let row = row_at(page, names, first);
        let is_title = |mention: &Mention| names.of(mention).is_some_and(|name| name.is_work() && !name.is_place);
        let n_titles = row.iter().filter(|mention| is_title(mention)).count();
        // "Stay Calm, Harbour" is one title
        let is_row = row.len() > 2 || row.iter().skip(1).any(|mention| matches!(page.word(mention.first.wrapping_sub(1)), "and" | "&"));
        // one that is told of makes a pair
        let is_told = |mention: &Mention| names.of(mention).is_some_and(|name| name.is_quoted || name.n_mentions > 1);
        let is_of_titles = is_row && n_titles > 0 && (row.len() > 2 || row.iter().any(|mention| is_title(mention) && is_told(mention)));
        if is_of_titles && row.iter().all(|mention| is_title(mention) || names.of(mention).is_some_and(is_free)) {
            claimed.extend(row.iter().filter(|mention| !is_title(mention)).map(|mention| mention.name));
        }
        first += row.len().max(1);
    }
    claimed.sort_unstable();
    claimed.dedup();
    for name in claimed {
        if let Some(name) = names.names.get_mut(name) {
            name.work += ROW_WEIGHT;
        }
    }
}

/// The names from `first` on that only commas, "and" and articles part.
fn row_at<'n>(page: &Page<'_>, names: &'n Names, first: usize) -> &'n [Mention] {
    let rest = names.mentions.get(first..).unwrap_or_default();
    let parted = |one: &Mention, next: &Mention| {
        let gap = one.end..next.first;
        // "Wide Skies, the drama Low Tide and the comedy The Kick"
        let is_sort = |at: usize| page.phrase_at(&WORDS.things, at, at + 1).is_some_and(|(phrase, _)| phrase.entry.role == Role::Work);
        let is_light = |at: usize| {
            is_sort(at)
                || matches!(page.word(at), "and" | "the" | "a")
                || matches!(page.raw(at), "," | "&" | "“" | "”" | "\"" | "‘" | "’" | "'")
        };
        !one.is_possessive
            && gap.len() <= ROW_GAP
            && gap.clone().all(is_light)
            && gap.clone().any(|at| matches!(page.word(at), "and") || matches!(page.raw(at), "," | "&"))
    };
    let n_more = rest.windows(2).take_while(|pair| matches!(pair, [one, next] if parted(one, next))).count();
    rest.get(..=n_more).unwrap_or_default()
}

/// Whether little tells that it is somebody, a place or a company.
fn is_free(name: &Name) -> bool {
    (name.agent < 3 || name.work >= name.agent) && !name.is_place && !looks_like_somebody(name)
}
