//! The two orders of a timeline: by the day it was reported, and by the date that was claimed.

use std::cmp::Ordering;

use chrono::NaiveDate;

use super::{EventId, Timeline};
use crate::article::Article;
use crate::civil::ClaimedDate;

/// Report date (none last), file, place in it; then the text, so that the order is total.
pub fn article_order(one: &Article, other: &Article) -> Ordering {
    let head = |article: &Article| {
        let day = article.report_day();
        (day.is_none(), day)
    };
    head(one)
        .cmp(&head(other))
        .then_with(|| one.file.cmp(&other.file))
        .then_with(|| one.place.cmp(&other.place))
        .then_with(|| one.text.cmp(&other.text))
        .then_with(|| (&one.title, &one.outlet, &one.author, &one.url).cmp(&(&other.title, &other.outlet, &other.author, &other.url)))
}

/// First day (else the last), then the last day; an open end after every closed one; recurring and undated last.
pub fn claimed_order(one: Option<&ClaimedDate>, other: Option<&ClaimedDate>) -> Ordering {
    let place = |date: Option<&ClaimedDate>| -> (bool, Option<NaiveDate>, bool, Option<NaiveDate>) {
        let (first, last) = (date.and_then(ClaimedDate::first), date.and_then(ClaimedDate::last));
        let start = first.or(last);
        (start.is_none(), start, last.is_none(), last)
    };
    place(one).cmp(&place(other))
}

impl Timeline {
    /// Every event by report date, file and place: the order they are kept in.
    pub fn by_reported(&self) -> Vec<EventId> {
        (0..).zip(&self.events).map(|(id, _)| id).collect()
    }

    /// Every event by claimed date; alike ones by report date, file and place.
    pub fn by_claimed(&self) -> Vec<EventId> {
        let mut ids = self.by_reported();
        let date = |id: EventId| self.event(id).and_then(|event| event.claim.as_ref()).map(|claim| &claim.date);
        ids.sort_by(|one, other| claimed_order(date(*one), date(*other)).then(one.cmp(other)));
        ids
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::{DateRange, Frequency, Recurrence};

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_first_day_comes_before_the_last_and_no_day_comes_last() {
        let single = |text| Some(ClaimedDate::days(DateRange::day(day(text))));
        let month = DateRange::month(2022, 4).map(ClaimedDate::days);
        let since = Some(ClaimedDate::days(DateRange::day(day("2022-04-01")).since()));
        let until = Some(ClaimedDate::days(DateRange::day(day("2022-04-02")).until()));
        let weekly = Some(ClaimedDate::recurring(Recurrence::every(Frequency::Weekly, 1)));
        let ordered = [single("2022-04-01"), month, since, until, single("2022-04-03"), None];
        for pair in ordered.windows(2) {
            assert_eq!(claimed_order(pair[0].as_ref(), pair[1].as_ref()), Ordering::Less, "{pair:?}");
        }
        assert_eq!(claimed_order(weekly.as_ref(), None), Ordering::Equal);
        assert_eq!(claimed_order(single("2022-04-30").as_ref(), weekly.as_ref()), Ordering::Less);
    }
}
