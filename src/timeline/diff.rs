//! What is new since an earlier timeline: "since last week 2 articles, 3 announcements moved".

use std::collections::{BTreeMap, BTreeSet};

use super::{Announcement, AnnouncementId, Change, Timeline};
use crate::events::Claim;

/// How one timeline differs from an earlier one, by the keys of its announcements.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Difference {
    /// Articles that the earlier one has not, by index in the later one.
    pub new_articles: Vec<u32>,
    /// Announcements that the earlier one has not, by index in the later one.
    pub new: Vec<AnnouncementId>,
    /// Announcements with a step that the earlier one has not, or whose value is another.
    pub changed: Vec<Changed>,
    /// Announcements that are gone, by index in the earlier one.
    pub gone: Vec<AnnouncementId>,
}

/// One announcement that both have, and that differs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// Its index in the earlier timeline.
    pub before: AnnouncementId,
    /// Its index in the later one.
    pub after: AnnouncementId,
    /// Which of its steps are new, by index into the later one's.
    pub steps: Vec<usize>,
}

impl Difference {
    /// Whether nothing differs.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// How many announcements got a change a reader must see.
    pub fn n_seen(&self, after: &Timeline) -> usize {
        let is_seen = |changed: &&Changed| {
            let found = after.announcement_at(changed.after);
            changed.steps.iter().any(|idx| found.and_then(|found| found.changes.get(*idx)).is_some_and(|step| step.kind.is_change()))
        };
        let is_new = |id: &&AnnouncementId| after.announcement_at(**id).is_some_and(Announcement::is_changed);
        self.changed.iter().filter(is_seen).count() + self.new.iter().filter(is_new).count()
    }
}

/// What `after` has that `before` has not, and the other way round.
pub fn difference(before: &Timeline, after: &Timeline) -> Difference {
    let known: BTreeMap<&str, AnnouncementId> = (0..).zip(&before.announcements).map(|(id, found)| (found.key.as_str(), id)).collect();
    let still: BTreeSet<&str> = after.announcements.iter().map(|found| found.key.as_str()).collect();
    let mut found = Difference { new_articles: new_articles(before, after), ..Difference::default() };
    for (id, now) in (0..).zip(&after.announcements) {
        match known.get(now.key.as_str()).and_then(|old| Some((*old, before.announcement_at(*old)?))) {
            None => found.new.push(id),
            Some((old_id, old)) => {
                let steps = new_steps(old, now);
                if !steps.is_empty() || !is_same_value(old, now) {
                    found.changed.push(Changed { before: old_id, after: id, steps });
                }
            }
        }
    }
    found.gone = (0..).zip(&before.announcements).filter(|(_, old)| !still.contains(old.key.as_str())).map(|(id, _)| id).collect();
    found
}

fn new_articles(before: &Timeline, after: &Timeline) -> Vec<u32> {
    let mut known: BTreeMap<(&str, u32, &str), usize> = BTreeMap::new();
    for article in &before.articles {
        *known.entry((&article.file, article.place, &article.text)).or_default() += 1;
    }
    let mut found = Vec::new();
    for (idx, article) in (0..).zip(&after.articles) {
        match known.get_mut(&(article.file.as_str(), article.place, article.text.as_str())) {
            Some(n) if *n > 0 => *n -= 1,
            _ => found.push(idx),
        }
    }
    found
}

/// Steps that the earlier history has not. Numbers of statements differ between timelines and are not compared.
fn new_steps(before: &Announcement, after: &Announcement) -> Vec<usize> {
    let mut old: Vec<&Change> = before.changes.iter().collect();
    let mut found = Vec::new();
    for (idx, step) in after.changes.iter().enumerate() {
        match old.iter().position(|known| is_same_step(known, step)) {
            Some(at) => drop(old.remove(at)),
            None => found.push(idx),
        }
    }
    found
}

fn is_same_step(one: &Change, other: &Change) -> bool {
    let date = |claim: &Option<Claim>| claim.as_ref().map(|claim| claim.date);
    one.kind == other.kind
        && one.reported == other.reported
        && date(&one.from) == date(&other.from)
        && date(&one.to) == date(&other.to)
        && one.from_text == other.from_text
        && one.to_text == other.to_text
}

fn is_same_value(one: &Announcement, other: &Announcement) -> bool {
    let date = |found: &Announcement| found.current.as_ref().map(|claim| claim.date);
    one.state == other.state && date(one) == date(other) && one.current_text == other.current_text
}
