//! Days that an article gives a thing only in passing, beside the one that counts: "in London on 12 November and in New
//! York on the 20th".

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;

use super::super::compare::agrees;
use crate::article::Article;
use crate::civil::ClaimedDate;
use crate::events::{Event, Facet, Kind};

/// Such days by the name of the thing, each with the day of its report.
#[derive(Default)]
pub(in crate::timeline) struct Asides(BTreeMap<Vec<String>, Vec<(NaiveDate, ClaimedDate)>>);

impl Asides {
    /// The single days that statements in passing give, of articles whose report day is known.
    pub(in crate::timeline) fn of(articles: &[Arc<Article>], events: &[Event]) -> Self {
        let mut by_name: BTreeMap<Vec<String>, Vec<(NaiveDate, ClaimedDate)>> = BTreeMap::new();
        let is_meant = |event: &&Event| {
            event.is_background && event.facet == Facet::When && event.kind != Kind::Report && !event.subject.name.is_empty()
        };
        for event in events.iter().filter(is_meant) {
            let date = event.claim.as_ref().map(|claim| claim.date).filter(|date| date.single_day().is_some());
            let reported = articles.get(event.article as usize).and_then(|article| article.report_day());
            if let Some(told) = reported.zip(date) {
                by_name.entry(event.subject.name.clone()).or_default().push(told);
            }
        }
        Self(by_name)
    }

    /// Those of the things that some statements are about.
    pub(super) fn beside(&self, events: &[&Event]) -> Vec<(NaiveDate, ClaimedDate)> {
        let mut names: Vec<&Vec<String>> = events.iter().map(|event| &event.subject.name).collect();
        names.sort();
        names.dedup();
        names.into_iter().filter_map(|name| self.0.get(name)).flatten().copied().collect()
    }
}

/// Whether a date was told in passing before a day: no new one then.
pub(super) fn was_told(asides: &[(NaiveDate, ClaimedDate)], date: &ClaimedDate, day: NaiveDate) -> bool {
    asides.iter().any(|(reported, aside)| *reported < day && agrees(aside, date))
}
