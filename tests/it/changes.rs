//! Sentences as outlets write them, and what a careful reader would say changed.

use std::sync::Arc;

use chrono::NaiveDate;
use dateline::article::{Article, DateSource, ReportDate};
use dateline::civil::edtf;
use dateline::events::{Claim, Lore, find_events, study};
use dateline::language::read;
use dateline::timeline::{Change, Timeline};

/// The timeline of one article reported on 10 March 2022.
fn timeline_of(text: &str) -> Timeline {
    let day = NaiveDate::from_ymd_opt(2022, 3, 10).unwrap();
    let mut article = Article::new(text.to_owned(), "a.txt".to_owned());
    article.reported = Some(ReportDate::new(day, DateSource::DateLine));
    let reading = read(&article.text, Some(day));
    let names = study(&article, &reading);
    let events = find_events(&article, &reading, names, &Lore::default());
    Timeline::build(vec![(Arc::new(article), events)], Vec::new(), 0)
}

fn line(subject: &str, change: &Change) -> String {
    let side = |claim: &Option<Claim>, text: &Option<String>| {
        let date = claim.as_ref().and_then(|claim| edtf::edtf(&claim.date));
        date.or_else(|| text.clone()).unwrap_or_else(|| "–".to_owned())
    };
    let (from, to) = (side(&change.from, &change.from_text), side(&change.to, &change.to_text));
    format!("{subject}: {} {from} → {to}", change.kind.name())
}

/// What changed in a text: subject, kind, old and new value.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let timeline = timeline_of(text);
    let found: Vec<String> = timeline
        .announcements
        .iter()
        .flat_map(|announcement| {
            announcement.changes.iter().filter(|change| change.kind.is_change()).map(|change| line(&announcement.subject, change))
        })
        .collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn an_owner_and_a_label_are_not_the_work() {
    check(
        "Paper Lanterns have announced that they have pushed back the release of their new album. The band's label, Harbour Records, will now be releasing the new album on May 6, instead of the originally announced April 22 street date.",
        &["Paper Lanterns album: moved_later 2022-04-22 → 2022-05-06"],
    );
    check(
        "Paper Lanterns have cancelled their spring US tour with Copper Foxes and The Slow Rivers.",
        &["Paper Lanterns tour: cancelled – → –"],
    );
}

#[test]
fn a_plan_taken_back_is_no_date_any_more() {
    check(
        "Copper Foxes have pushed back the release date of their forthcoming album ‘Salt Hours’. The follow-up to ‘Tin Rain’, which was announced in January, was scheduled to drop on April 15.",
        &["Salt Hours: postponed 2022-04-15 → –"],
    );
    check(
        "The reruns of “Red Harbour” planned for this weekend won’t be broadcast.",
        &["Red Harbour: cancelled 2022-03-12/2022-03-13 → –"],
    );
}

#[test]
fn steps_of_a_chain_follow_each_other() {
    check(
        "The film “Red Harbour” was slated for December 10, 2021, then pushed to February 4. Now it is being pushed back again, to June 3.",
        &["Red Harbour: moved_later 2021-12-10 → 2022-02-04", "Red Harbour: moved_later 2022-02-04 → 2022-06-03"],
    );
}

#[test]
fn what_stands_in_passing_changes_nothing() {
    check("Many fashion shows have been cancelled because of the storm.", &[]);
    check("Insurers were rejecting claims for cancelled weddings.", &[]);
    check("“Red Harbour” host Mina Park has been axed.", &[]);
    check("The council extended the curfew until April 3.", &[]);
    check("Mina Park is back on screen next week in the drama “Red Harbour”.", &[]);
    check("The show, which began in 1997, is loved by thousands.", &[]);
    check("“Red Harbour” arrived on all platforms on Thursday (March 11).", &[]);
}

#[test]
fn people_step_in_for_each_other() {
    check("Sam Reed will step in for Mina Park as a judge on The Harbour Voice.", &["Harbour Voice: replaced Mina Park → Sam Reed"]);
    check("Sam Reed has denied rumours of him replacing Mina Park on The Harbour Voice.", &[]);
    check("Sam Reed might replace Mina Park on The Harbour Voice.", &[]);
}
