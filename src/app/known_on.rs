//! What was known on a day: the same story, told only by what had been reported until then.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::events::Event;
use crate::timeline::Timeline;

/// A timeline of the articles reported on or before `day`; articles without a report date are left out.
pub(super) fn known_on(timeline: &Timeline, day: NaiveDate) -> Timeline {
    let mut read = Vec::new();
    let mut events = timeline.events.iter().peekable();
    for (idx, article) in (0_u32..).zip(&timeline.articles) {
        let mut own: Vec<Event> = Vec::new();
        while let Some(event) = events.next_if(|event| event.article <= idx) {
            if event.article == idx {
                own.push(event.clone());
            }
        }
        if article.report_day().is_some_and(|reported| reported <= day) {
            read.push((Arc::clone(article), own));
        }
    }
    Timeline::build(read, timeline.problems.clone(), timeline.n_skipped)
}
