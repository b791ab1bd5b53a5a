//! Sentences as outlets write them, and what a careful reader would say each dates: of whom or what, which kind, and
//! whether it is still ahead.

use chrono::NaiveDate;
use dateline::civil::edtf;
use dateline::events::{Event, Kind};

use crate::story::told_on;

fn line(event: &Event) -> String {
    let date = event.claim.as_ref().and_then(|claim| edtf::edtf(&claim.date)).unwrap_or_else(|| "–".to_owned());
    let aside = if event.is_background { " (in passing)" } else { "" };
    format!("{}: {} {} {date}{aside}", event.subject.text, event.kind.name(), event.status.name())
}

/// The statements of an article reported on Thursday, 10 March 2022, without those about other statements.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let day = NaiveDate::from_ymd_opt(2022, 3, 10).unwrap();
    let (_, events) = told_on(day, text);
    let found: Vec<String> = events.iter().filter(|event| event.kind != Kind::Report).map(line).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn she_and_the_singer_are_whoever_was_told_of_last() {
    check("Mila Kern was seen in town. She married the painter Tom Reed in 2019.", &["Mila Kern wedding: ceremony happened 2019"]);
    check("Mila Kern was seen in town. The 31-year-old singer divorced in May 2020.", &["Mila Kern: personal happened 2020-05"]);
    check("Mila Kern met Tom Reed. The couple started dating in 2015.", &["Mila Kern: personal happened 2015"]);
}

#[test]
fn who_dies_or_marries_stands_free_before_the_verb() {
    check("Mila Kern's mother, the painter Ada Marsh, died in 2017.", &["Ada Marsh: personal happened 2017"]);
    check("Mila Kern, who married Tom Reed in 2019, has left the show.", &["Mila Kern wedding: ceremony happened 2019"]);
}

#[test]
fn what_somebody_does_is_no_performance() {
    check("Mila Kern opened up about her health in May 2020.", &[]);
    check("Mila Kern arrived at the airport on Tuesday.", &[]);
    check("Mila Kern began training in January.", &[]);
    check("Mila Kern will perform in Chicago on May 6.", &["Mila Kern: performance scheduled 2022-05-06"]);
}

#[test]
fn the_label_of_a_caption_is_nobody() {
    check("Wow: Mila Kern, 37, was seen at a restaurant on Tuesday", &["Mila Kern: other happened 2022-03-08 (in passing)"]);
}

#[test]
fn names_that_stand_side_by_side_are_not_one() {
    check(
        "Copper Foxes star Mila Kern was seen on Tuesday. Mila Kern left on Monday. The Copper Foxes film is out.",
        &["Mila Kern: other happened 2022-03-08 (in passing)"],
    );
}

#[test]
fn a_relative_clause_is_about_what_stands_before_it() {
    check("It averts a clash with Lantern Bay, which is set to be released on May 6.", &["Lantern Bay: release scheduled 2022-05-06"]);
}

#[test]
fn where_it_takes_place_is_not_what_takes_place() {
    check(
        "Copper Foxes will play a one-night showcase in Leeds. The showcase in Leeds, which was set for May 11, is sold out.",
        &["Copper Foxes showcase: performance scheduled 2022-05-11"],
    );
}

#[test]
fn each_line_of_a_list_of_dates_is_a_concert() {
    check(
        "Copper Foxes go on tour.\n\nMay 6 — Leeds @ Harbour Hall\nMay 8 — Hull @ The Pier",
        &[
            "Copper Foxes concert: performance scheduled 2022-05-06 (in passing)",
            "Copper Foxes concert: performance scheduled 2022-05-08 (in passing)",
        ],
    );
}

#[test]
fn a_title_with_a_name_in_it_is_not_the_person() {
    check(
        "Ada Kern was seen on Monday. “The Trials of Ada Kern” is out on May 6. Kern married in 2019.",
        &[
            "Ada Kern: other happened 2022-03-07 (in passing)",
            "The Trials of Ada Kern: release scheduled 2022-05-06",
            "Ada Kern wedding: ceremony happened 2019",
        ],
    );
}

#[test]
fn what_airs_today_is_still_ahead_and_what_runs_on_has_begun() {
    check("The series “Red Letters” airs Thursday at 8 pm.", &["Red Letters: premiere scheduled 2022-03-10"]);
    check("Mila Kern has been married since 2013.", &["Mila Kern wedding: ceremony happened 2013/.."]);
}

#[test]
fn who_acts_in_it_is_no_performance() {
    check("Mila Kern played Ada Marsh in the film in 2016.", &["Mila Kern: casting happened 2016"]);
    check("Mila Kern appeared on “Red Letters” in 2016.", &["Mila Kern: casting happened 2016"]);
}

#[test]
fn a_colon_in_a_title_ends_nothing() {
    check("“Red Letters: The Return” lands in theaters on May 6.", &["Red Letters: The Return: release scheduled 2022-05-06"]);
}

#[test]
fn is_and_a_date_say_when_it_is() {
    check("Mila Kern's next concert is on May 6 in Hull.", &["Mila Kern concert: performance scheduled 2022-05-06"]);
    check("The film “Red Letters” was earlier this month praised.", &[]);
}

#[test]
fn what_is_begun_is_what_happens() {
    check("The series “Red Letters” starts streaming May 6.", &["Red Letters: premiere scheduled 2022-05-06"]);
}

#[test]
fn a_second_verb_goes_on_about_the_same() {
    check(
        "Filming on “Glass Harbour” begins on May 20 on the island of Orm and will run until July 12.",
        &["Glass Harbour: production scheduled 2022-05-20", "Glass Harbour: production scheduled 2022-07-12"],
    );
}

#[test]
fn the_episode_before_which_is_what_airs() {
    check(
        "The song closes the ninth episode of the Glass Harbour drama. Mila Kern directs the ninth episode of Glass Harbour, which airs on March 18.",
        &["Glass Harbour: broadcast scheduled 2022-03-18"],
    );
}

#[test]
fn a_title_that_looks_like_a_participle_is_one_where_it_is_described() {
    check("Unmoored, the thriller with Tom Reed, is out on May 6.", &["Unmoored: release scheduled 2022-05-06"]);
}

#[test]
fn what_comes_follows_or_runs_has_its_day() {
    check("The drama “Low Tide” comes to theaters and Plex+ on Friday, May 6.", &["Low Tide: premiere scheduled 2022-05-06"]);
    check("“Low Tide” season 4 will be available to watch on Plex on May 15.", &["Low Tide: release scheduled 2022-05-15"]);
    check(
        "The Harbour Film Festival is set to run from May 7th to 18th.",
        &["Harbour Film Festival: ceremony scheduled 2022-05-07/2022-05-18"],
    );
    check(
        "The film “Low Tide” opens on May 6, and its sequel follows on June 3.",
        &["Low Tide: release scheduled 2022-05-06", "Low Tide: release scheduled 2022-06-03 (in passing)"],
    );
}
