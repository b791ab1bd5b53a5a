//! What must hold of every story, however odd: tried on a few hundred that nobody would write.

use chrono::NaiveDate;
use dateline::civil::Unit;
use dateline::events::{Says, Status};
use dateline::snapshot::{FORMATS, ron};
use dateline::timeline::diff::difference;
use dateline::timeline::{Change, EventId, Timeline};
use proptest::prelude::*;

use crate::story::{Say, Story, says};

const VALUES: &[&str] = &[
    "2022-05-03",
    "2022-05-04",
    "2022-05-10",
    "2022-05-10 20:00 Asia/Seoul",
    "2022-05-11 00:00 Asia/Seoul",
    "2022-05",
    "2022-06",
    "2022",
    "summer 2022",
    "2022-05-03/2022-05-10",
    "2022-05-04/..",
    "../2022-05-10",
    "every SA,SU",
    "2022-04-01",
    "",
];

fn value() -> impl Strategy<Value = &'static str> {
    (0..VALUES.len()).prop_map(|idx| VALUES[idx])
}

fn statement() -> impl Strategy<Value = Say> {
    let status = (0..Status::ALL.len()).prop_map(|idx| Status::ALL[idx]);
    let status = prop_oneof![3 => Just(Status::Scheduled), 1 => status];
    let cue = (0..Says::ALL.len()).prop_map(|idx| Says::ALL[idx]);
    let news = prop::option::of((cue, value(), prop::option::of(-9_i64..9), prop::bool::weighted(0.2)));
    let subject = prop_oneof![4 => Just("Glass Harbour"), 1 => Just("Paper Moons")];
    (value(), status, news, subject, prop::bool::weighted(0.1), prop::bool::weighted(0.1)).prop_map(
        |(when, status, news, subject, is_heading, is_background)| {
            let mut say = says(when).status(status).about(subject);
            if let Some((cue, from, shift, is_history)) = news {
                say = say.news(cue).old(from);
                say = shift.map_or(say.clone(), |n| say.by(n, Unit::Day));
                say = if is_history { say.history() } else { say };
            }
            say = if is_heading { say.heading() } else { say };
            if is_background { say.background() } else { say }
        },
    )
}

fn story() -> impl Strategy<Value = Story> {
    let time = prop_oneof![3 => Just(""), 1 => Just(" 09:00:00"), 1 => Just(" 18:30:00")];
    let day = (1..7_u32, time).prop_map(|(day, time)| format!("2022-04-{day:02}{time}"));
    let reported = prop_oneof![12 => day, 1 => Just(String::new())];
    let articles = prop::collection::vec((reported, prop::collection::vec(statement(), 0..4)), 1..9);
    articles.prop_map(|articles| articles.into_iter().fold(Story::new(), |story, (day, said)| story.article(&day, said)))
}

/// A change with the witnesses that were known before a given statement.
fn until(change: &Change, end: EventId) -> Change {
    let known = |ids: &[EventId]| ids.iter().copied().filter(|id| *id < end).collect();
    Change { before: known(&change.before), after: known(&change.after), ..change.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_in_which_articles_are_found_does_not_matter(story in story(), seed in any::<u64>()) {
        let mut shuffled = story.clone();
        let n = shuffled.read.len();
        for idx in (1..n).rev() {
            let other = usize::try_from((seed >> (idx % 32)) % (idx as u64 + 1)).unwrap();
            shuffled.read.swap(idx, other);
        }
        prop_assert_eq!(shuffled.timeline(), story.timeline());
    }

    #[test]
    fn what_was_known_on_a_day_is_a_prefix_of_what_is_known(story in story(), day in 1..7_u32) {
        let all = story.timeline();
        let day = NaiveDate::from_ymd_opt(2022, 4, day).unwrap();
        let known = all.known_on(day);
        let end = EventId::try_from(known.events.len()).unwrap();
        for (early, late) in known.announcements.iter().zip(&all.announcements) {
            prop_assert_eq!(&early.key, &late.key);
            let prefix: Vec<Change> = late.changes.iter().take_while(|change| change.reported <= day).map(|change| until(change, end)).collect();
            let told: Vec<Change> = early.changes.iter().map(|change| until(change, end)).collect();
            prop_assert_eq!(told, prefix);
            prop_assert!(late.changes.iter().skip(early.changes.len()).all(|change| change.reported > day));
        }
        prop_assert!(all.announcements.iter().skip(known.announcements.len()).all(|late| late.events.iter().all(|id| *id >= end)));
    }

    #[test]
    fn no_change_is_told_twice(story in story()) {
        let timeline = story.timeline();
        for announcement in &timeline.announcements {
            for (idx, change) in announcement.changes.iter().enumerate() {
                let alike = |other: &&Change| until(other, 0) == until(change, 0);
                prop_assert!(!announcement.changes.iter().skip(idx + 1).any(|other| alike(&other)), "{:?}", change);
            }
            prop_assert!(announcement.changes.is_sorted_by_key(|change| change.reported));
            prop_assert!(announcement.changes.iter().all(|change| !change.after.is_empty()));
        }
    }

    #[test]
    fn one_article_without_a_cue_changes_nothing(values in prop::collection::vec(value(), 1..5)) {
        let said = values.into_iter().map(says).collect();
        let timeline = Story::new().article("2022-04-03", said).timeline();
        prop_assert!(timeline.announcements.iter().all(|announcement| announcement.changes.is_empty()));
    }

    #[test]
    fn the_same_articles_a_second_time_change_nothing(story in story()) {
        let timeline = story.timeline();
        prop_assert!(difference(&timeline, &story.timeline()).is_empty());
    }

    #[test]
    fn every_timeline_can_be_written_and_a_dateline_file_opens_again(story in story()) {
        let timeline: Timeline = story.timeline();
        for format in FORMATS {
            let mut bytes = Vec::new();
            (format.write)(&timeline, "", &mut bytes).unwrap();
            let text = String::from_utf8(bytes).unwrap();
            if let Some(read) = format.read {
                prop_assert_eq!(&read(&text).unwrap(), &timeline);
            }
        }
    }

    #[test]
    fn any_text_is_refused_without_a_panic(text in "\\PC{0,200}", at in 0..2000_usize, junk in "[\\PC\\n]{0,5}") {
        prop_assert!(ron::read(&text).is_err());
        let mut bytes = Vec::new();
        let timeline = Story::new().article("2022-04-03", vec![says("2022-05-03"), says("every SA,SU")]).timeline();
        (FORMATS[0].write)(&timeline, "", &mut bytes).unwrap();
        let mut whole = String::from_utf8(bytes).unwrap();
        if whole.is_char_boundary(at) && at < whole.len() {
            whole.insert_str(at, &junk);
        }
        if let Ok(read) = ron::read(&whole) {
            prop_assert_eq!(read.events.len(), timeline.events.len());
        }
    }
}
