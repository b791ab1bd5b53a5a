//! Whether a file that reads also holds together: a made-up one must not lead the program astray.

use crate::events::{Claim, Event};
use crate::text::Span;
use crate::timeline::order::article_order;
use crate::timeline::{Announcement, Change, EventId, Timeline};

type Checked = Result<(), String>;

/// Every number points at something, every range lies in its text, everything stands in its order.
pub(super) fn check(timeline: &Timeline) -> Checked {
    require(timeline.articles.is_sorted_by(|one, other| article_order(one, other).is_le()), || "articles out of order".to_owned())?;
    require(timeline.events.is_sorted_by_key(|event| event.article), || "statements out of order".to_owned())?;
    for (n, article) in (1..).zip(&timeline.articles) {
        require(article.clutter.iter().all(|span| fits(*span, &article.text)), || format!("article {n}: a range outside its text"))?;
    }
    for (n, event) in (1..).zip(&timeline.events) {
        let article = timeline.articles.get(event.article as usize);
        let text = article.map(|article| article.text.as_str()).ok_or_else(|| format!("statement {n}: no such article"))?;
        require(event_fits(event, text), || format!("statement {n}: a range outside its article"))?;
    }
    for (n, found) in (0..).zip(&timeline.announcements) {
        check_announcement(timeline, n, found).map_err(|what| format!("announcement {}: {what}", u64::from(n) + 1))?;
    }
    check_homes(timeline)?;
    let n_articles = timeline.articles.len();
    let named = timeline.names.iter().flat_map(|name| &name.spellings).flat_map(|(_, articles)| articles);
    require(named.into_iter().all(|idx| (*idx as usize) < n_articles), || "a name in an article that is not there".to_owned())
}

fn require(holds: bool, what: impl FnOnce() -> String) -> Checked {
    if holds { Ok(()) } else { Err(what()) }
}

fn fits(span: Span, text: &str) -> bool {
    text.get(span.as_range()).is_some()
}

fn claim_fits(claim: Option<&Claim>, text: &str) -> bool {
    claim.and_then(|claim| claim.expression).is_none_or(|span| fits(span, text))
}

fn event_fits(event: &Event, text: &str) -> bool {
    let stated = event.stated.as_ref();
    fits(event.quote, text)
        && claim_fits(event.claim.as_ref(), text)
        && stated.is_none_or(|stated| fits(stated.cue, text) && claim_fits(stated.from.as_ref(), text))
}

/// Every statement stands in the list of the announcement it belongs to, and only there.
fn check_homes(timeline: &Timeline) -> Checked {
    let n_announcements = timeline.announcements.len();
    let n_listed: usize = timeline.announcements.iter().map(|found| found.events.len()).sum();
    let n_at_home = timeline.homes.iter().filter(|home| home.announcement.is_some()).count();
    let known = |id: Option<u32>| id.is_none_or(|id| (id as usize) < n_announcements);
    let all_known = timeline.homes.iter().all(|home| known(home.announcement) && known(home.about));
    require(all_known && n_listed == n_at_home, || "a statement without its announcement".to_owned())
}

fn check_announcement(timeline: &Timeline, id: u32, found: &Announcement) -> Checked {
    let at_home = |event: &EventId| timeline.homes.get(*event as usize).is_some_and(|home| home.announcement == Some(id));
    require(is_ascending(&found.events) && !found.events.is_empty() && found.events.iter().all(at_home), || {
        "statements of another".to_owned()
    })?;
    require(value_fits(timeline, found.current.as_ref(), found.current_event), || "a current date from nowhere".to_owned())?;
    for change in &found.changes {
        require(change_fits(timeline, change), || "a change from nowhere".to_owned())?;
    }
    Ok(())
}

fn is_ascending(ids: &[EventId]) -> bool {
    ids.is_sorted_by(|one, other| one < other)
}

fn change_fits(timeline: &Timeline, change: &Change) -> bool {
    let known = |ids: &[EventId]| is_ascending(ids) && ids.iter().all(|id| timeline.event(*id).is_some());
    known(&change.before)
        && known(&change.after)
        && value_fits(timeline, change.from.as_ref(), change.from_event)
        && value_fits(timeline, change.to.as_ref(), change.to_event)
}

/// The date words of a value lie in the article of its statement.
fn value_fits(timeline: &Timeline, claim: Option<&Claim>, event: Option<EventId>) -> bool {
    match event {
        None => claim.is_none_or(|claim| claim.expression.is_none()),
        Some(id) => timeline.article_of(id).is_some_and(|article| claim_fits(claim, &article.text)),
    }
}
