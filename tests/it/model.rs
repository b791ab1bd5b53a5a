//! What became of an announcement, told by hand-made articles.

use dateline::civil::Unit;
use dateline::events::{Facet, Kind, Says, Status};
use dateline::timeline::Timeline;
use dateline::timeline::diff::difference;

use crate::story::{Story, cancelled, history, moved, postponed, says, told, was, words};

#[track_caller]
fn check(story: &Story, expected: &[&str]) {
    assert_eq!(history(&story.timeline()), expected);
}

#[test]
fn one_article_that_gives_a_date_changes_nothing() {
    check(&Story::new().article("2022-04-19", vec![says("2022-04-25")]), &["dated 2022-04-25"]);
}

#[test]
fn a_move_told_inside_one_article_counts() {
    let expected = ["2022-04-21 moved_earlier stated 2022-04-25 → 2022-04-24 (-1) by 000", "dated 2022-04-24"];
    check(&Story::new().article("2022-04-21", vec![was("2022-04-25"), says("2022-04-24")]), &expected);
    check(&Story::new().article("2022-04-21", vec![was("2022-04-25"), moved("", "2022-04-24")]), &expected);
    check(&Story::new().article("2022-04-21", vec![moved("2022-04-25", "2022-04-24")]), &expected);
    check(&Story::new().article("2022-04-21", vec![was("2022-04-25"), moved("", "").by(-1, Unit::Day), says("2022-04-24")]), &expected);
}

#[test]
fn the_fuller_old_value_is_the_one_shown() {
    let story = Story::new()
        .article("2022-04-19", vec![says("2022-04-25 00:00 Asia/Seoul")])
        .article("2022-04-21", vec![was("2022-04-25"), moved("", "2022-04-24")])
        .article("2022-04-21", vec![was("2022-04-25"), says("").news(Says::Moved).by(-1, Unit::Day), says("2022-04-24")]);
    check(&story, &["2022-04-21 moved_earlier stated 2022-04-25T00:00:00+09:00 → 2022-04-24 (-1) by 001 002", "dated 2022-04-24"]);
    let timeline = story.timeline();
    assert_eq!(timeline.announcements[0].changes[0].before, [0, 1, 3], "first told, then what the articles call old");
}

#[test]
fn the_same_change_told_on_a_later_day_is_one_more_witness() {
    let story = Story::new()
        .article("2022-04-21", vec![moved("2022-04-25", "2022-04-24")])
        .article("2022-04-22", vec![moved("2022-04-25", "2022-04-24")])
        .article("2022-04-23", vec![was("2022-04-25"), says("2022-04-24")])
        .article("2022-04-23", vec![moved("", "").by(-1, Unit::Day)]);
    check(&story, &["2022-04-21 moved_earlier stated 2022-04-25 → 2022-04-24 (-1) by 000 001 002 003", "dated 2022-04-24"]);
}

#[test]
fn an_old_date_repeated_after_a_change_is_stale() {
    let story = Story::new()
        .article("2022-04-19", vec![says("2022-04-25")])
        .article("2022-04-21", vec![moved("", "2022-04-24")])
        .article("2022-04-21", vec![says("2022-04-25")])
        .article("2022-04-22", vec![says("2022-04-25")]);
    check(
        &story,
        &[
            "2022-04-21 moved_earlier stated 2022-04-25 → 2022-04-24 (-1) by 001",
            "2022-04-21 stale compared 2022-04-24 → 2022-04-25 (+1) by 002",
            "2022-04-22 stale compared 2022-04-24 → 2022-04-25 (+1) by 003",
            "dated 2022-04-24",
        ],
    );
}

#[test]
fn a_later_report_with_another_day_is_a_compared_move() {
    let story = Story::new().article("2022-04-19", vec![says("2022-04-25")]).article("2022-04-21", vec![says("2022-05-03")]);
    check(&story, &["2022-04-21 moved_later compared 2022-04-25 → 2022-05-03 (+8) by 001", "dated 2022-05-03"]);
}

#[test]
fn a_month_made_a_day_is_no_move_and_neither_is_the_month_again() {
    let story = Story::new()
        .article("2022-03-01", vec![says("2022-04")])
        .article("2022-03-09", vec![says("2022-04-24")])
        .article("2022-03-10", vec![says("2022-04")])
        .article("2022-03-11", vec![says("2022")]);
    check(
        &story,
        &[
            "2022-03-09 refined compared 2022-04 → 2022-04-24 by 001",
            "2022-03-10 repeated compared 2022-04-24 → 2022-04 by 002",
            "2022-03-11 repeated compared 2022-04-24 → 2022 by 003",
            "dated 2022-04-24",
        ],
    );
    assert!(!story.timeline().announcements[0].is_changed());
}

#[test]
fn a_day_withdrawn_for_a_season_is_less_exact() {
    let story =
        Story::new().article("2022-03-01", vec![says("2022-07-24")]).article("2022-03-09", vec![says("summer 2022").news(Says::Widened)]);
    check(&story, &["2022-03-09 widened stated 2022-07-24 → 2022-22 by 001", "dated 2022-22"]);
}

#[test]
fn a_new_date_after_a_postponement_counts_from_the_last_date() {
    let story = Story::new()
        .article("2020-03-01", vec![says("2020-04-03")])
        .article("2020-03-12", vec![postponed("")])
        .article("2020-03-13", vec![postponed("2020-04-03")])
        .article("2020-05-01", vec![says("2020-11-25")]);
    check(
        &story,
        &[
            "2020-03-12 postponed stated 2020-04-03 → – by 001 002",
            "2020-05-01 moved_later compared 2020-04-03 → 2020-11-25 (+236) by 003",
            "dated 2020-11-25",
        ],
    );
}

#[test]
fn the_old_date_repeated_after_a_postponement_brings_nothing_back() {
    let story = Story::new().article("2020-03-12", vec![postponed("2020-04-03")]).article("2020-03-13", vec![says("2020-04-03")]);
    check(
        &story,
        &["2020-03-12 postponed stated 2020-04-03 → – by 000", "2020-03-13 stale compared 2020-04-03 → 2020-04-03 by 001", "undated –"],
    );
}

#[test]
fn was_postponed_said_after_the_new_date_is_the_same_change_again() {
    let story = Story::new()
        .article("2020-03-12", vec![moved("2020-04-03", "2020-11-25")])
        .article("2020-03-14", vec![postponed("")])
        .article("2020-03-15", vec![postponed("2020-04-03")]);
    check(&story, &["2020-03-12 moved_later stated 2020-04-03 → 2020-11-25 (+236) by 000 001 002", "dated 2020-11-25"]);
}

#[test]
fn postponed_and_its_new_date_in_another_sentence_are_one_move() {
    let story = Story::new().article("2020-03-12", vec![says("2020-04-03"), postponed(""), says("2020-11-25")]);
    check(&story, &["2020-03-12 moved_later stated 2020-04-03 → 2020-11-25 (+236) by 000", "dated 2020-11-25"]);
    let other =
        Story::new().article("2020-03-12", vec![postponed("2020-04-03")]).article("2020-03-12", vec![moved("2020-04-03", "2020-11-25")]);
    check(&other, &["2020-03-12 moved_later stated 2020-04-03 → 2020-11-25 (+236) by 000 001", "dated 2020-11-25"]);
}

#[test]
fn postponed_counts_without_any_date_but_not_where_the_day_has_come() {
    check(&Story::new().article("2020-03-12", vec![postponed("")]), &["2020-03-12 postponed stated – → – by 000", "undated –"]);
    let out = |day| Story::new().article("2021-01-20", vec![says("2021-02-15")]).article(day, vec![postponed("")]);
    check(&out("2021-02-16"), &["dated 2021-02-15"]);
    check(&out("2021-02-01"), &["2021-02-01 postponed stated 2021-02-15 → – by 001", "undated –"]);
    let today = vec![says("2021-02-15").status(Status::Happened), postponed("")];
    check(
        &Story::new().article("2021-01-20", vec![says("2021-02-15")]).article("2021-02-15", today),
        &["2021-02-15 repeated compared 2021-02-15 → 2021-02-15 by 001", "happened 2021-02-15"],
    );
}

#[test]
fn an_extension_without_its_date_leaves_the_old_one_standing() {
    let story =
        Story::new().article("2022-09-01", vec![says("2022-10-01/2022-10-09")]).article("2022-09-05", vec![says("").news(Says::Extended)]);
    check(&story, &["2022-09-05 extended stated 2022-10-01/2022-10-09 → – by 001", "dated 2022-10-01/2022-10-09"]);
    check(&Story::new().article("2022-09-05", vec![says("").news(Says::Extended)]), &["undated –"]);
}

#[test]
fn called_off_and_on_again() {
    let story = Story::new()
        .article("2020-03-01", vec![says("2020-06-05")])
        .article("2020-03-12", vec![cancelled()])
        .article("2020-03-13", vec![cancelled()])
        .article("2020-04-12", vec![says("2020-09-05")]);
    check(
        &story,
        &[
            "2020-03-12 cancelled stated 2020-06-05 → – by 001 002",
            "2020-04-12 reinstated compared 2020-06-05 → 2020-09-05 (+92) by 003",
            "dated 2020-09-05",
        ],
    );
    let off = Story::new().article("2020-03-12", vec![says("2020-06-05"), cancelled()]);
    check(&off, &["2020-03-12 cancelled stated 2020-06-05 → – by 000", "cancelled –"]);
}

#[test]
fn on_again_without_a_date_is_reinstated() {
    let story =
        Story::new().article("2020-03-12", vec![postponed("2020-06-05")]).article("2020-04-12", vec![says("").news(Says::Reinstated)]);
    check(&story, &["2020-03-12 postponed stated 2020-06-05 → – by 000", "2020-04-12 reinstated stated – → – by 001", "undated –"]);
}

#[test]
fn what_was_called_off_is_on_again_on_its_day() {
    let story = Story::new()
        .article("2020-03-12", vec![cancelled().old("2020-06-05")])
        .article("2020-04-12", vec![says("").news(Says::Reinstated)]);
    check(
        &story,
        &["2020-03-12 cancelled stated 2020-06-05 → – by 000", "2020-04-12 reinstated stated – → 2020-06-05 by 001", "dated 2020-06-05"],
    );
    let over = Story::new()
        .article("2020-03-12", vec![cancelled().old("2020-06-05")])
        .article("2020-07-12", vec![says("").news(Says::Reinstated)]);
    check(&over, &["2020-03-12 cancelled stated 2020-06-05 → – by 000", "2020-07-12 reinstated stated – → – by 001", "undated –"]);
}

#[test]
fn what_premiered_long_ago_brings_nothing_back() {
    let told_since =
        |day: &str| Story::new().article("2023-05-02", vec![cancelled()]).article("2023-05-04", vec![says(day).status(Status::Happened)]);
    check(&told_since("2018-10-07"), &["2023-05-02 cancelled stated – → – by 000", "cancelled –"]);
    let back_on = told_since("2023-05-03").timeline();
    assert_eq!(history(&back_on)[1], "2023-05-04 reinstated compared – → 2023-05-03 by 001");
}

#[test]
fn articles_of_one_day_that_disagree_are_a_conflict() {
    let story = Story::new()
        .article("2022-04-19", vec![says("2022-04-25")])
        .article("2022-04-19", vec![says("2022-04-27")])
        .article("2022-04-19", vec![says("2022-04-27")]);
    check(&story, &["2022-04-19 conflict compared 2022-04-27 → 2022-04-25 (-2) by 000 001 002", "dated 2022-04-27"]);
    let again = story.article("2022-04-20", vec![says("2022-04-25")]).article("2022-04-20", vec![says("2022-04-27")]);
    assert_eq!(again.timeline().announcements[0].changes.len(), 2, "the same disagreement is no second conflict");
}

#[test]
fn a_cue_settles_what_would_be_a_conflict() {
    let story = Story::new().article("2022-04-19", vec![says("2022-04-25")]).article("2022-04-19", vec![moved("2022-04-25", "2022-04-27")]);
    check(
        &story,
        &[
            "2022-04-19 moved_later stated 2022-04-25 → 2022-04-27 (+2) by 001",
            "2022-04-19 stale compared 2022-04-27 → 2022-04-25 (-2) by 000",
            "dated 2022-04-27",
        ],
    );
}

#[test]
fn within_a_day_the_published_time_decides() {
    let story = Story::new().article("2022-04-19 18:00", vec![says("2022-04-27")]).article("2022-04-19 09:00", vec![says("2022-04-25")]);
    check(&story, &["2022-04-19 moved_later compared 2022-04-25 → 2022-04-27 (+2) by 000", "dated 2022-04-27"]);
}

#[test]
fn a_neighbouring_day_may_be_another_time_zone() {
    let story =
        Story::new().article("2022-04-19", vec![says("2022-04-25 00:00 Asia/Seoul")]).article("2022-04-20", vec![says("2022-04-24")]);
    check(&story, &["2022-04-20 repeated compared 2022-04-25T00:00:00+09:00 → 2022-04-24 (-1) by 001", "dated 2022-04-25T00:00:00+09:00"]);
    let timeline = story.timeline();
    assert!(timeline.announcements[0].changes[0].note.is_some());
    assert_eq!(timeline.events[1].notes.len(), 1);
    let stated = Story::new().article("2022-04-19", vec![moved("2022-04-25 00:00 Asia/Seoul", "2022-04-24")]);
    assert!(stated.timeline().announcements[0].is_changed(), "a stated move stays a move");
}

#[test]
fn a_rumour_counts_only_while_nothing_firm_is_known() {
    let rumour = |when| says(when).status(Status::Rumoured);
    let story = Story::new()
        .article("2022-03-01", vec![rumour("2022-04")])
        .article("2022-03-05", vec![says("2022-04-24")])
        .article("2022-03-07", vec![rumour("2022-05")]);
    check(&story, &["2022-03-05 confirmed compared 2022-04 → 2022-04-24 by 001", "dated 2022-04-24"]);
    let wrong = Story::new().article("2022-03-01", vec![rumour("2022-04")]).article("2022-03-05", vec![says("2022-06-03")]);
    check(&wrong, &["dated 2022-06-03"]);
    let denied =
        Story::new().article("2022-03-01", vec![rumour("2022-04")]).article("2022-03-05", vec![says("2022-04").status(Status::Denied)]);
    check(&denied, &["undated –"]);
}

#[test]
fn a_date_affirmed_is_confirmed_once() {
    let story = Story::new()
        .article("2022-03-01", vec![says("2022-04-24")])
        .article("2022-03-05", vec![says("2022-04-24").news(Says::StillOn)])
        .article("2022-03-06", vec![says("").news(Says::StillOn)]);
    check(&story, &["2022-03-05 confirmed stated – → 2022-04-24 by 001 002", "dated 2022-04-24"]);
}

#[test]
fn articles_without_a_report_date_take_no_part() {
    let story = Story::new().article("", vec![moved("2022-04-25", "2022-05-01")]).article("2022-04-19", vec![says("2022-04-25")]);
    check(&story, &["dated 2022-04-25"]);
    check(&Story::new().article("", vec![says("2022-04-25")]), &["dated 2022-04-25"]);
}

#[test]
fn what_is_mentioned_in_passing_moves_nothing() {
    let story = Story::new().article("2022-04-19", vec![says("2022-04-25")]).article("2022-04-20", vec![says("2019-02-28").background()]);
    check(&story, &["dated 2022-04-25"]);
}

#[test]
fn only_how_far_is_enough() {
    let story = Story::new().article("2022-04-19", vec![says("2022-04-25")]).article("2022-04-21", vec![moved("", "").by(1, Unit::Week)]);
    check(&story, &["2022-04-21 moved_later stated 2022-04-25 → 2022-05-02 (+7) by 001", "dated 2022-05-02"]);
    let again = story.article("2022-04-22", vec![moved("", "").by(1, Unit::Week)]);
    check(&again, &["2022-04-21 moved_later stated 2022-04-25 → 2022-05-02 (+7) by 001 002", "dated 2022-05-02"]);
    let alone = Story::new().article("2022-04-21", vec![moved("", "2022-05-02").by(1, Unit::Week)]);
    check(&alone, &["2022-04-21 moved_later stated 2022-04-25 → 2022-05-02 (+7) by 000", "dated 2022-05-02"]);
    assert!(alone.timeline().announcements[0].changes[0].from_inferred);
}

#[test]
fn a_step_told_as_background_is_no_news_but_its_date_is_left_behind() {
    let story = Story::new()
        .article("2021-03-01", vec![was("2020-11-25").news(Says::Moved).old("2020-04-03").history(), says("2021-07-02")])
        .article("2021-03-02", vec![says("2020-11-25")]);
    check(&story, &["2021-03-02 stale compared 2021-07-02 → 2020-11-25 (-219) by 001", "dated 2021-07-02"]);
}

#[test]
fn a_chain_of_moves_is_told_step_by_step() {
    let story = Story::new()
        .article("2020-03-12", vec![moved("2020-04-03", "2020-11-25")])
        .article("2020-10-02", vec![moved("2020-11-25", "2021-04-02")])
        .article("2020-10-03", vec![moved("2020-04-03", "2020-11-25")])
        .article("2020-10-04", vec![moved("2020-04-03", "2021-04-02")]);
    check(
        &story,
        &[
            "2020-03-12 moved_later stated 2020-04-03 → 2020-11-25 (+236) by 000 002",
            "2020-10-02 moved_later stated 2020-11-25 → 2021-04-02 (+128) by 001 003",
            "dated 2021-04-02",
        ],
    );
    let one_day = Story::new()
        .article("2020-10-02", vec![moved("2020-11-25", "2021-04-02")])
        .article("2020-10-02", vec![moved("2020-04-03", "2020-11-25")]);
    check(
        &one_day,
        &[
            "2020-10-02 moved_later stated 2020-04-03 → 2020-11-25 (+236) by 001",
            "2020-10-02 moved_later stated 2020-11-25 → 2021-04-02 (+128) by 000",
            "dated 2021-04-02",
        ],
    );
}

#[test]
fn moved_back_to_the_first_date_is_a_move() {
    let story = Story::new()
        .article("2022-03-01", vec![says("2022-04-24")])
        .article("2022-03-05", vec![moved("2022-04-24", "2022-05-01")])
        .article("2022-03-09", vec![moved("2022-05-01", "2022-04-24")]);
    check(
        &story,
        &[
            "2022-03-05 moved_later stated 2022-04-24 → 2022-05-01 (+7) by 001",
            "2022-03-09 moved_earlier stated 2022-05-01 → 2022-04-24 (-7) by 002",
            "dated 2022-04-24",
        ],
    );
}

#[test]
fn where_a_date_says_otherwise_the_date_wins() {
    let story = Story::new().article("2022-03-05", vec![says("2022-04-24").news(Says::Extended).old("2022-05-01")]);
    check(&story, &["2022-03-05 moved_earlier stated 2022-05-01 → 2022-04-24 (-7) by 000", "dated 2022-04-24"]);
}

#[test]
fn a_heading_adds_no_witness() {
    let story = Story::new().article("2022-03-05", vec![moved("", "2022-05").heading(), moved("2022-04-24", "2022-05-01")]);
    let timeline = story.timeline();
    assert_eq!(timeline.announcements[0].changes[0].after, [1]);
    let alone = Story::new().article("2022-03-05", vec![moved("2022-04-24", "2022-05-01").heading()]);
    assert_eq!(alone.timeline().announcements[0].changes.len(), 1, "a heading alone still tells it");
}

#[test]
fn several_dates_at_once_are_no_moves() {
    let story = Story::new()
        .article("2022-03-05", vec![says("2022-10-09/2022-10-11"), says("2022-10-16/2022-10-18")])
        .article("2022-03-06", vec![says("2022-10-16/2022-10-18")])
        .article("2022-03-07", vec![says("2022-10-23")]);
    check(&story, &["dated 2022-10-09/2022-10-11"]);
}

#[test]
fn a_recurrence_is_no_move_of_a_day() {
    let story = Story::new().article("2022-03-05", vec![says("2022-04-09")]).article("2022-03-06", vec![says("every SA,SU")]);
    check(&story, &["dated 2022-04-09"]);
    let cue = Story::new().article("2022-03-05", vec![says("2022-04-09")]).article("2022-03-06", vec![moved("", "every SA,SU")]);
    check(&cue, &["dated 2022-04-09"]);
}

#[test]
fn what_has_happened_moves_no_more() {
    let happened = |when| says(when).status(Status::Happened);
    let story = Story::new().article("2022-04-10", vec![happened("2022-04-09")]).article("2022-04-11", vec![happened("2022-04-08")]);
    check(&story, &["happened 2022-04-09"]);
    let came = Story::new().article("2022-04-01", vec![says("2022-04-09")]).article("2022-04-10", vec![happened("2022-04-09")]);
    check(&came, &["2022-04-10 repeated compared 2022-04-09 → 2022-04-09 by 001", "happened 2022-04-09"]);
    let before = Story::new().article("2022-04-11", vec![says("2022-05-05")]).article("2022-04-12", vec![happened("2022-03-30")]);
    check(&before, &["dated 2022-05-05"]);
}

#[test]
fn a_run_that_ends_later_is_extended() {
    let story = Story::new()
        .article("2022-09-01", vec![says("2022-10-01/2022-10-09")])
        .article("2022-09-05", vec![says("2022-10-01/2022-10-12")])
        .article("2022-09-07", vec![says("../2022-10-16").news(Says::Extended)]);
    check(
        &story,
        &[
            "2022-09-05 extended compared 2022-10-01/2022-10-09 → 2022-10-01/2022-10-12 by 001",
            "2022-09-07 extended stated 2022-10-01/2022-10-12 → ../2022-10-16 by 002",
            "dated ../2022-10-16",
        ],
    );
}

#[test]
fn another_time_on_the_same_day() {
    let story = Story::new()
        .article("2022-09-01", vec![says("2022-10-01 20:00 Asia/Seoul")])
        .article("2022-09-02", vec![says("2022-10-01")])
        .article("2022-09-05", vec![says("2022-10-01 21:00 Asia/Seoul")]);
    check(
        &story,
        &[
            "2022-09-02 repeated compared 2022-10-01T20:00:00+09:00 → 2022-10-01 by 001",
            "2022-09-05 time_changed compared 2022-10-01T20:00:00+09:00 → 2022-10-01T21:00:00+09:00 by 002",
            "dated 2022-10-01T21:00:00+09:00",
        ],
    );
}

#[test]
fn a_solo_becomes_a_duet_once() {
    let duet = || words(Facet::Shape, "duet").news(Says::FormatChanged).old_words("solo").inferred();
    let story = Story::new().article("2022-04-19", vec![duet()]).article("2022-04-21", vec![duet()]).article("2022-04-21", vec![duet()]);
    check(&story, &["2022-04-19 format_changed stated solo → duet by 000 001 002", "undated duet"]);
}

#[test]
fn another_hall_replaces_the_first_and_another_actor_does_not() {
    let place = |text| words(Facet::Where, text).kind(Kind::Performance);
    let story = Story::new().article("2022-04-19", vec![place("Harbour Hall")]).article("2022-04-21", vec![place("Old Mill")]);
    check(&story, &["2022-04-21 replaced compared Harbour Hall → Old Mill by 001", "undated Old Mill"]);
    let actor = |text| words(Facet::Who, text).kind(Kind::Casting);
    let cast = Story::new().article("2022-04-19", vec![actor("Ada Brook")]).article("2022-04-21", vec![actor("Cy Dell")]);
    check(&cast, &["undated Ada Brook"]);
    let recast = Story::new()
        .article("2022-04-19", vec![actor("Ada Brook")])
        .article("2022-04-21", vec![actor("Cy Dell").news(Says::Replaced).old_words("Ada Brook")]);
    check(&recast, &["2022-04-21 replaced stated Ada Brook → Cy Dell by 001", "undated Cy Dell"]);
}

#[test]
fn another_season_another_part_another_announcement() {
    let timeline = Story::new()
        .article(
            "2022-04-19",
            vec![says("2022-04-23").part("episode 5"), says("2022-04-24").part("episode 6"), says("2022-04-20").report_of(1)],
        )
        .article("2022-04-20", vec![says("2022-04-24").part("Episode 6")])
        .timeline();
    assert_eq!(timeline.announcements.len(), 2);
    assert_eq!(timeline.homes[2].about, Some(1));
    assert_eq!(timeline.homes[2].announcement, None);
    assert_eq!(timeline.announcements[1].events, [1, 3]);
}

#[test]
fn a_key_changes_only_by_an_earlier_report() {
    let story = Story::new().article("2022-04-19", vec![says("2022-04-23"), says("2022-04-23").about("Paper Moons")]);
    let keys = |timeline: &Timeline| timeline.announcements.iter().map(|found| found.key.clone()).collect::<Vec<_>>();
    let before = keys(&story.timeline());
    assert_eq!(before.len(), 2);
    assert!(before[0].starts_with("glass-harbour-ost-release-"), "{before:?}");
    let after = keys(&story.article("2022-04-20", vec![says("2022-05-23"), says("2022-04-23").about("Night Ferry")]).timeline());
    assert_eq!(after[..2], before[..]);
}

#[test]
fn witnesses_are_articles_and_whom_they_cite() {
    let story = Story::new()
        .article("2022-04-21", vec![moved("2022-04-25", "2022-04-24").citing(&["Quay Weekly", "@quay"])])
        .article("2022-04-21", vec![moved("2022-04-25", "2022-04-24").citing(&["quay weekly"])])
        .article("2022-04-22", vec![moved("2022-04-25", "2022-04-24")]);
    let timeline = story.timeline();
    assert_eq!(timeline.witnesses(&timeline.announcements[0].changes[0]).text(), "3 articles, 1 named source");
}

#[test]
fn known_on_is_the_history_so_far() {
    let story = Story::new()
        .article("2020-03-01", vec![says("2020-04-03")])
        .article("2020-03-12", vec![postponed("")])
        .article("2020-05-01", vec![says("2020-11-25")])
        .article("", vec![says("2020-11-25")]);
    let all = story.timeline();
    let known = all.known_on("2020-03-31".parse().unwrap());
    assert_eq!(history(&known), ["2020-03-12 postponed stated 2020-04-03 → – by 001", "undated –"]);
    assert_eq!(known.articles.len(), 2);
    assert_eq!(known.announcements[0].key, all.announcements[0].key);
    assert_eq!(told(&known, &known.announcements[0].changes[0]), told(&all, &all.announcements[0].changes[0]));
}

#[test]
fn two_timelines_differ_by_what_is_new() {
    let story = Story::new().article("2022-04-19", vec![says("2022-04-25"), says("2022-05-01").about("Paper Moons")]);
    let before = story.timeline();
    assert!(difference(&before, &before).is_empty());
    let after = story
        .article("2022-04-21", vec![moved("2022-04-25", "2022-04-24")])
        .article("2022-04-22", vec![says("2022-05-01").about("Paper Moons"), says("2022-06-01").about("Night Ferry")])
        .timeline();
    let found = difference(&before, &after);
    assert_eq!(found.new_articles, [1, 2]);
    assert_eq!(found.new, [2]);
    assert_eq!(
        found.changed.iter().map(|changed| (changed.after, changed.steps.clone())).collect::<Vec<_>>(),
        [(0, vec![0]), (1, vec![0])]
    );
    assert_eq!(found.n_seen(&after), 1, "the move is seen, the date told again is not");
    assert_eq!(difference(&after, &before).gone, [2]);
}
