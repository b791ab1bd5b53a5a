//! Titles that are only told to say who somebody is: "Red Letters star Mila Kern", "the producer of Low Tide".

use super::names::Mention;
use super::page::Page;
use super::quoted::OPENING;
use super::words::{WORDS, plays};

/// "Red Letters star Mila Kern", "Red Letters actress Kern".
pub(super) fn names_credit(page: &Page<'_>, mention: &Mention) -> bool {
    let is_trade =
        matches!(page.word(mention.end), "star" | "actor" | "actress" | "alum" | "co" | "host" | "judge" | "singer" | "bombshell");
    // "Tom Reed, the award-winning producer of Red Letters"
    let is_mark = |at: usize| OPENING.contains(&page.raw(at)) || matches!(page.raw(at), "A" | "The" | "An");
    let of = (1..=3).filter_map(|n| mention.first.checked_sub(n)).find(|&at| !is_mark(at));
    let maker = of.filter(|&of| page.word(of) == "of" || page.raw(of) == "and").and_then(|of| made_by(page, of));
    if maker.is_some_and(|maker| apposes_somebody(page, maker)) {
        return true;
    }
    if is_known_for(page, mention.first) || is_of_series(page, mention) {
        return true;
    }
    let name = if page.word(mention.end) == "co" { mention.end + 3 } else { mention.end + 1 };
    // "Mila Kern, the Red Harbour frontwoman,": where she belongs
    let is_led = mention.first > 1 && page.word(mention.first - 1) == "the" && page.raw(mention.first - 2) == ",";
    if is_led && page.raw(name) == "," && (plays(page.word(mention.end)) || is_trade) {
        return true;
    }
    is_trade && !page.is_capital(mention.end) && page.is_capital(name)
}

/// "the next Low Tide show", "Low Tide fans": one more of its sort, or whom it has, and not the thing itself.
fn is_of_series(page: &Page<'_>, mention: &Mention) -> bool {
    let left = mention.first.checked_sub(1).map_or("", |left| page.word(left));
    let is_one = matches!(left, "next" | "newest" | "latest" | "another") && !mention.is_possessive;
    let is_noun = |at: usize| WORDS.things.contains_key(page.word(at)) && !page.is_capital(at);
    is_one && (mention.end..mention.end + 3).take_while(|&at| page.is_word(at)).any(is_noun)
        || matches!(page.word(mention.end), "fans" | "universe" | "franchise" | "saga" | "galaxy") && !page.is_capital(mention.end)
}

/// "was first recognised for his work on the first two | Low Tide films", "is best known for | Red Letters".
fn is_known_for(page: &Page<'_>, first: usize) -> bool {
    let is_fame = |at: usize| matches!(page.word(at), "known" | "recognised" | "recognized" | "remembered" | "famous" | "acclaimed");
    let is_open = |at: &usize| page.is_word(*at) || OPENING.contains(&page.raw(*at));
    let mut left = (first.saturating_sub(FAME_TOKENS).max(1)..first).rev().take_while(is_open);
    left.any(|at| page.word(at) == "for" && is_fame(at - 1))
}

/// "known for | her lead role in the long-running drama | Red Letters": so far before the title.
const FAME_TOKENS: usize = 12;

/// "the producer of | Red Letters and | Low Tide": the maker’s trade.
fn made_by(page: &Page<'_>, of: usize) -> Option<usize> {
    let is_title =
        |at: &usize| page.is_capital(*at) || matches!(page.word(*at), "a" | "the" | "of" | "and" | "in" | "to") || !page.is_word(*at);
    let is_trade = |at: usize| {
        matches!(page.word(at), "producer" | "director" | "star" | "creator" | "writer" | "author" | "screenwriter" | "showrunner")
    };
    let floor = of.saturating_sub(MADE_TOKENS);
    (floor..of).rev().find(|&at| is_trade(at) && page.word(at + 1) == "of" && (at + 1..of).all(|at| is_title(&at)))
}

/// Titles of one maker stand within so many tokens behind the trade.
const MADE_TOKENS: usize = 10;

/// "Tom Reed, the Oscar-winning | producer": a trade that stands beside a name.
fn apposes_somebody(page: &Page<'_>, trade: usize) -> bool {
    let comma = (trade.saturating_sub(6)..trade).rev().find(|&at| page.raw(at) == ",");
    comma.is_some_and(|comma| {
        comma > 0 && page.is_capital(comma - 1) && (comma + 1..trade).any(|at| matches!(page.word(at), "the" | "a" | "an"))
    })
}

/// "starred in", "her role in", "the cast of", "as Mila in": what stands behind has a cast.
pub(super) fn is_credited(page: &Page<'_>, preposition: usize) -> bool {
    let floor = preposition.saturating_sub(3);
    let credits = |at: usize| {
        matches!(
            page.word(at),
            "starred"
                | "stars"
                | "star"
                | "starring"
                | "stint"
                | "role"
                | "roles"
                | "cast"
                | "panel"
                | "cameo"
                | "contestant"
                | "contestants"
                | "finalist"
                | "spin"
        )
    };
    let near = (floor..preposition).rev().take_while(|&at| page.is_word(at) && !page.is_capital(at)).any(credits);
    matches!(page.word(preposition), "in" | "on" | "of") && near
}
