//! Changes that are only wished for, feared or denied: "call on the network to cancel", "sparks rumours that it will be
//! axed", "makes a U-turn on axing".

use super::Says;
use super::clause::{Group, Head};
use super::page::Page;
use super::words::WORDS;

/// So far before the verb stands who wishes: "viewers call on the network to | cancel".
const WISH_TOKENS: usize = 9;

/// Marks the cues of a sentence that did not come to pass as only possible.
pub(super) fn mark_unreal(page: &Page<'_>, first: usize, groups: &mut [Group]) {
    for at in 1..groups.len() {
        let may =
            groups.get(at - 1).is_some_and(|group| (group.first..group.head).any(|at| matches!(page.word(at), "may" | "might" | "could")));
        // "may break with tradition and | delay the announcement"
        let Some(group) = groups.get_mut(at).filter(|group| may && group.first == group.head && group.first > first) else { continue };
        group.is_possible |= matches!(page.word(group.first - 1), "and" | "or");
    }
    for group in groups.iter_mut() {
        // "it’s easier if it was July 2021"
        let is_if =
            page.word(group.first.wrapping_sub(2)) == "if" && matches!(page.word(group.first), "was" | "were") && group.first >= first + 2;
        group.is_possible |= is_if;
    }
    for group in groups.iter_mut().filter(|group| matches!(group.kind, Head::Cue(_))) {
        // "called for the match to be called off"
        let calls_for = page.word(group.head).starts_with("call") && page.word(group.head + 1) == "for";
        group.is_possible |= calls_for
            || is_only_paused(page, group)
            || is_of_people(page, group)
            || would_come_of_it(page, first, group)
            || is_at_risk(page, first, group)
            || is_wished(page, first, group)
            || is_talk(page, first, group)
            || is_of_any(page, first, group)
            || is_rather(page, first, group)
            || is_turned_round(page, first, group);
    }
}

/// "This, it was said, would push the film to June", "people brace for the studio to shift": nothing has come of it.
fn would_come_of_it(page: &Page<'_>, first: usize, group: &Group) -> bool {
    let is_this = matches!(page.word(first), "this" | "that" | "which") && !page.is_capital(first + 1);
    let would = is_this && !group.is_passive && (group.first..group.head).any(|at| page.word(at) == "would");
    let floor = group.first.saturating_sub(WISH_TOKENS).max(first);
    let braces = |at: usize| matches!(page.word(at), "bracing" | "brace" | "braced") && page.word(at + 1) == "for";
    would || (floor..group.first).any(braces)
}

/// "in jeopardy of being cancelled", "on the brink of scrapping": what may come.
fn is_at_risk(page: &Page<'_>, first: usize, group: &Group) -> bool {
    let floor = group.first.saturating_sub(3).max(first);
    let risks = |at: usize| {
        matches!(
            page.word(at),
            "jeopardy"
                | "danger"
                | "risk"
                | "brink"
                | "verge"
                | "threat"
                | "chance"
                | "chances"
                | "possibility"
                | "prospect"
                | "edge"
                | "fear"
                | "task"
                | "thought"
                | "idea"
                | "challenge"
        )
    };
    (floor..group.first).any(|at| risks(at) && page.word(at + 1) == "of")
}

/// "call on the network to cancel", "her request to delay the trial": a wish of others; not "was forced to cancel".
fn is_wished(page: &Page<'_>, first: usize, group: &Group) -> bool {
    let leads_to = (group.first.saturating_sub(1)..=group.head).any(|at| page.word(at) == "to");
    let floor = group.first.saturating_sub(WISH_TOKENS).max(first);
    // "No makers are willing to postpone their film"
    let nobody = page.word(first) == "no" && (floor..group.first).any(|at| matches!(page.word(at), "willing" | "ready" | "prepared"));
    // "they promised to resume the show after the situation gets better"
    let is_promise = matches!(group.kind, Head::Cue(cue) if cue.says == Says::Reinstated)
        && (floor..group.first).any(|at| matches!(page.word(at), "promise" | "promised" | "promises" | "vow" | "vowed" | "vows"));
    leads_to && (nobody || is_promise || (floor..group.first).any(|at| WORDS.wishing.contains(page.word(at))))
}

/// "the shoot will resume as planned on Monday", "resumes after the weekend break": it was never off.
fn is_only_paused(page: &Page<'_>, group: &Group) -> bool {
    let resumes =
        matches!(group.kind, Head::Cue(cue) if cue.says == Says::Reinstated) && page.word(group.end.wrapping_sub(1)).starts_with("resum");
    let is_even = |at: usize| {
        page.word(at) == "as" && matches!(page.word(at + 1), "planned" | "normal" | "usual" | "scheduled")
            || matches!(page.word(at), "weekend" | "lunch" | "holiday" | "christmas" | "easter") && page.word(at + 1) == "break"
    };
    resumes && (group.end..group.end + PAUSE_TOKENS).take_while(|&at| page.raw(at) != ".").any(is_even)
}

/// "will resume | on Monday after the normal weekend break": so far behind the verb.
const PAUSE_TOKENS: usize = 10;

/// "rather than one tour being cancelled": not so.
fn is_rather(page: &Page<'_>, first: usize, group: &Group) -> bool {
    (group.first.saturating_sub(4).max(first + 1)..group.first).any(|at| page.word(at) == "than" && page.word(at - 1) == "rather")
}

/// "Seeing gigs get | cancelled is a fairly regular thing": such things at large.
fn is_of_any(page: &Page<'_>, first: usize, group: &Group) -> bool {
    let is_seen = matches!(page.word(first), "seeing" | "having" | "watching" | "hearing") && page.word(first + 1).ends_with('s');
    is_seen && (first..group.end).any(|at| page.word(at) == "get") && group.first < first + WISH_TOKENS
}

/// "denied claims that it was axed", "sparks speculation it will be axed": in the clause before, and nothing told between.
fn is_talk(page: &Page<'_>, first: usize, group: &Group) -> bool {
    let Some(talk) = (first..group.first).rev().find(|&at| WORDS.talk.contains(page.word(at))) else { return false };
    // "amid rumours of a split, the tour has been cancelled": another clause
    !(talk..group.first).any(|at| matches!(page.raw(at), "," | ";") || matches!(page.word(at), "but" | "as" | "after" | "when" | "because"))
}

/// "makes a U-turn on axing", "reversed its decision to axe": what was to come does not.
fn is_turned_round(page: &Page<'_>, first: usize, group: &Group) -> bool {
    let floor = group.first.saturating_sub(WISH_TOKENS).max(first);
    let is_turn = |at: usize| {
        page.word(at) == "turn" && page.word(at.wrapping_sub(2)) == "u" && page.word(at + 1) == "on"
            || matches!(page.word(at), "decision" | "plan" | "plans")
                && (at.saturating_sub(4).max(first)..at).any(|i| {
                    matches!(page.word(i), "reversed" | "reverses" | "reverse" | "overturned" | "dropped" | "scrapped" | "abandoned")
                })
    };
    (floor..group.first).any(is_turn)
}

/// So many tokens behind "axe" stands who is axed: "axes Red Letters stars Mila Kern and Tom Reed".
const PEOPLE_TOKENS: usize = 8;

/// "set to axe coaches Mila Kern and Tom Reed", "chose not to renew its contract": people and papers, not the show.
fn is_of_people(page: &Page<'_>, group: &Group) -> bool {
    let is_off = matches!(group.kind, Head::Cue(cue) if cue.says == Says::Cancelled);
    if !is_off || group.is_passive {
        return false;
    }
    let is_trade = |at: usize| {
        let word = page.word(at);
        let one = word.strip_suffix('s').unwrap_or(word);
        !page.is_capital(at) && (WORDS.person_before.contains(word) || WORDS.person_before.contains(one) || word == "coaches")
    };
    let is_named = |at: usize| page.is_capital(at + 1) && page.is_capital(at + 2) && page.word(at + 4) != "s";
    let is_paper = |at: usize| {
        let is_own = matches!(page.word(at.wrapping_sub(1)), "its" | "their" | "his" | "her" | "the");
        is_own && matches!(page.word(at), "contract" | "contracts" | "deal" | "lease")
    };
    let mut near = (group.end..group.end + PEOPLE_TOKENS).take_while(|&at| page.is_word(at) && !WORDS.boundary.contains(page.word(at)));
    near.any(|at| is_trade(at) && is_named(at) || is_paper(at))
}
