//! Sentences as outlets write them, and what a careful reader would say changed.

use std::sync::Arc;

use chrono::NaiveDate;
use dateline::civil::edtf;
use dateline::events::Claim;
use dateline::timeline::{Announcement, Change, Timeline};

use crate::story::told_on;

/// Short reports in the manner of many outlets, one a block: "@" and its day, the text, and a line of "=>" for each
/// change; some change nothing.
const REPORTS: &str = include_str!("../reports.txt");

/// The timeline of one article.
fn timeline_of(day: NaiveDate, text: &str) -> Timeline {
    let (article, events) = told_on(day, text);
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

/// What changed in an article: subject, kind, old and new value.
fn changes_of(day: NaiveDate, text: &str) -> Vec<String> {
    let timeline = timeline_of(day, text);
    let told = |announcement: &Announcement| -> Vec<String> {
        announcement.changes.iter().filter(|change| change.kind.is_change()).map(|change| line(&announcement.subject, change)).collect()
    };
    timeline.announcements.iter().flat_map(told).collect()
}

/// What changed in an article reported on 10 March 2022.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(changes_of(NaiveDate::from_ymd_opt(2022, 3, 10).unwrap(), text), expected, "{text}");
}

#[test]
fn reports_of_many_outlets_are_read_as_a_reader_would() {
    let mut faults = Vec::new();
    let mut n_read = 0;
    for block in REPORTS.split("@ ").skip(1) {
        let (day, rest) = block.split_once('\n').unwrap();
        let (expected, text): (Vec<&str>, Vec<&str>) = rest.lines().partition(|line| line.starts_with("=> "));
        let expected: Vec<&str> = expected.iter().filter_map(|line| line.strip_prefix("=> ")).collect();
        let text = text.join("\n");
        let found = changes_of(day.trim().parse().unwrap(), text.trim());
        if found != expected {
            faults.push(format!("{}\n  expected {expected:?}\n  found    {found:?}", text.trim()));
        }
        n_read += 1;
    }
    assert!(n_read > 90, "{n_read} reports");
    assert!(faults.is_empty(), "{} of {n_read}:\n{}", faults.len(), faults.join("\n\n"));
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
        &["Salt Hours (Copper Foxes): postponed 2022-04-15 → –"],
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
    check("Sam Reed will step in for Mina Park as a judge on The Harbour Voice.", &["The Harbour Voice: replaced Mina Park → Sam Reed"]);
    check("Sam Reed has denied rumours of him replacing Mina Park on The Harbour Voice.", &[]);
    check("Sam Reed might replace Mina Park on The Harbour Voice.", &[]);
}

#[test]
fn a_day_until_which_it_is_put_off_is_the_new_one() {
    check("The series Lantern Bay has delayed its launch until late October.", &["Lantern Bay: moved_later – → 2022-10-22/2022-10-31"]);
    check("The movie Red Harbour was pushed back from next year until January 2024.", &["Red Harbour: moved_later 2023 → 2024-01"]);
    check(
        "The film Red Letters was set for April, but was pushed back to November 25, before being brought forward to November 8.",
        &["Red Letters: moved_later 2022-04 → 2022-11-25", "Red Letters: moved_earlier 2022-11-25 → 2022-11-08"],
    );
}

#[test]
fn days_of_one_list_are_one_date() {
    check(
        "Red Harbour festival, which was supposed to be held on two weekends, April 10 to 12 and April 17 to 19, will now take place on 9, 10 and 11 October.",
        &["Red Harbour festival: moved_later 2022-04-10/2022-04-12 → 2022-10-09"],
    );
}

#[test]
fn a_participle_that_leads_is_of_what_follows() {
    check(
        "Though originally slated for May 11, Lantern Bay will now have its two hour season premiere on May 27. The hit show Lantern Bay features a large cast.",
        &["Lantern Bay: moved_later 2022-05-11 → 2022-05-27"],
    );
}

#[test]
fn what_happens_tonight_is_not_when_it_was_called_off() {
    check(
        "Singer Mila Kern has been forced to cancel her gig at the Harbour Academy tonight.",
        &["Mila Kern gig: cancelled 2022-03-10 → –"],
    );
    check(
        "Singer Mila Kern announced on Friday that she is postponing the next six weeks of her tour. The tour is set to resume on June 22 in Chicago.",
        &["Mila Kern tour: postponed – → –"],
    );
    check("The Masked Harbour suspended filming last month after several dancers tested positive.", &[]);
}

#[test]
fn who_goes_is_not_what_is_called_off() {
    check("The channel has chosen not to renew its fantasy series Lantern Bay after a single season.", &["Lantern Bay: cancelled – → –"]);
    check("Mila Kern will not return to the drama Lantern Bay.", &[]);
    check("Mila Kern ditches her long hair ahead of the Lantern Bay finale.", &[]);
}

#[test]
fn somebody_else_may_only_be_described() {
    check(
        "Mila Kern stepped in to host The Harbour Morning Show on Thursday after host Tom Reed called in sick.",
        &["The Harbour Morning Show: replaced Tom Reed → Mila Kern"],
    );
    check(
        "Tom Reed will be replaced by a violin teacher on The Harbour Morning Show.",
        &["The Harbour Morning Show: replaced Tom Reed → a violin teacher"],
    );
    check("The Red Harbour Show will be replaced by a film on Saturday.", &[]);
}

#[test]
fn a_form_told_in_the_lead_is_news() {
    check(
        "The final three days of the Red Harbour Festival will take place behind closed doors, the council said.",
        &["Red Harbour Festival: format_changed with an audience (spectators, fans) → behind closed doors (without an audience)"],
    );
    check("The Red Harbour Festival was held behind closed doors last year.", &[]);
}

#[test]
fn another_place_is_told_by_its_name() {
    check(
        "The Red Harbour Festival has been moved from Low Park to Harbour Stadium, organisers said.",
        &["Red Harbour Festival: replaced Low Park → Harbour Stadium"],
    );
    check(
        "Mila Kern's concert will now take place at the O2 Arena on May 6. The concert was originally scheduled to take place at Harbour Stadium.",
        &["Mila Kern concert: replaced Harbour Stadium → O2 Arena"],
    );
    check("Actor Tom Reed has moved from London to Manchester with his family.", &[]);
    check("The Red Harbour Festival might be moved from Low Park to Harbour Stadium.", &[]);
}

#[test]
fn titles_and_dates_go_together_in_their_order() {
    check(
        "The film “Red Letters” and the film “Salt Hours” will now be released on June 19 and July 17, respectively. “Red Letters” was set for May 1, and “Salt Hours” was set for May 8.",
        &["Red Letters: moved_later 2022-05-01 → 2022-06-19", "Salt Hours: moved_later 2022-05-08 → 2022-07-17"],
    );
}

#[test]
fn a_year_before_a_film_says_which() {
    check(
        "Red Letters, the sequel to the hit 2017 film, will now be released on May 6 instead of April 8.",
        &["Red Letters: moved_later 2022-04-08 → 2022-05-06"],
    );
}

#[test]
fn somebody_stands_in_for_a_player_of_the_band() {
    check(
        "Red Harbour drummer Sam Reed will miss the tour. He is ill and will be replaced by fill-in drummer Tony Marsh.",
        &["Red Harbour: replaced Sam Reed → Tony Marsh"],
    );
    check("Sam Reed is in the running to replace Mina Park on The Harbour Voice.", &[]);
}

#[test]
fn nights_of_a_tour_move_place_by_place() {
    let here = |line: &str| format!("Mila Kern concert: moved_later {line}");
    check(
        "Mila Kern has moved her shows. The rescheduled concerts are as follows: Lafayette on Nov. 16 (originally Oct. 14) and Tulsa on Nov. 17 (originally Oct. 13).",
        &[&here("2022-10-14 → 2022-11-16"), &here("2022-10-13 → 2022-11-17")],
    );
    check(
        "Mila Kern has changed the dates of two shows of her tour: from June 27 to June 28 in Tulsa and from Aug. 29 to Aug. 30 in Detroit.",
        &["Mila Kern concerts: moved_later 2022-06-27 → 2022-06-28", "Mila Kern concerts: moved_later 2022-08-29 → 2022-08-30"],
    );
    // one place with an old night and another with a new one is no move
    check("Mila Kern was to play a show in Tulsa on June 4. Her new date for the show in Detroit is August 30.", &[]);
}

#[test]
fn what_moves_mostly_moves_back() {
    // two dates in any order are no move to an earlier day unless the article says so
    check("The film “Glass Harbour” was due on May 6, 2022. Its trailer is set for April 1.", &[]);
    check(
        "The film “Glass Harbour” was due on May 6, 2022, but will now open on April 29.",
        &["Glass Harbour: moved_earlier 2022-05-06 → 2022-04-29"],
    );
}

#[test]
fn a_storm_or_a_hall_gives_no_concert() {
    check(
        "Hurricane Ada forces Mila Kern to reschedule her concert. Kern's show at Pine Arena in Tulsa has been moved from May 6 to May 9.",
        &["Mila Kern show: moved_later 2022-05-06 → 2022-05-09"],
    );
}
