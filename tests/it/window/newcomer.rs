//! What somebody meets who sees the program for the first time: nothing is unnamed, lost, or counted in two ways.

use dateline::app::{Action, Command, Look, Phase, Wish};
use dateline::events::{Facet, Kind, Says, Stated};
use dateline::text::Span;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::Arrange;
use dateline::view::copy::CopyAs;
use egui::{Key, Modifiers, Pos2, pos2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, day, press, shapes, stated, story, window, ymd};
use super::ways::wait;

const SIZE: [f32; 2] = [1280.0, 800.0];

/// Every one of these can be read in the window.
#[track_caller]
fn check(harness: &Harness<'static, Window>, expected: &[&str]) {
    for words in expected {
        assert!(harness.query_all_by_label_contains(words).count() > 0, "{words:?} is not in the window");
    }
}

fn click_at(harness: &mut Harness<'static, Window>, at: Pos2) {
    harness.hover_at(at);
    harness.run_steps(1);
    press(harness, at, true);
    harness.run_steps(1);
    press(harness, at, false);
    harness.run_steps(3);
}

/// Two articles of one day that disagree, and one that tells of a day gone by.
pub fn disputed() -> Timeline {
    let sheet = |file: &str, outlet: &str, date: u32, words: &str| {
        let text = format!("The album Glass Weather is out on {words}. It is awaited.");
        let mut sheet = Sheet::new(file, outlet, ymd(2024, 4, 18), &text);
        let claim = sheet.claim(day(ymd(2024, 5, date)), words);
        sheet.says("Glass Weather", "album", Kind::Release, &format!("The album Glass Weather is out on {words}."), Some(claim));
        sheet.done()
    };
    let mut last = Sheet::new("3.txt", "Harbour Daily", ymd(2024, 6, 2), "The song Low Tide is out on June 7. The gala is on June 1.");
    let claim = last.claim(day(ymd(2024, 6, 7)), "June 7");
    last.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 7.", Some(claim));
    let claim = last.claim(day(ymd(2024, 6, 1)), "June 1");
    last.says("Lantern gala", "gala", Kind::Ceremony, "The gala is on June 1.", Some(claim));
    let read = vec![sheet("1.txt", "Pop Ledger", 17, "May 17"), sheet("2.txt", "Seaside Times", 24, "May 24"), last.done()];
    Timeline::build(read, Vec::new(), 0)
}

#[track_caller]
fn check_copied(timeline: Timeline, form: CopyAs, expected: &str) {
    let mut harness = window(SIZE, timeline);
    if harness.state().state.selection.is_none() {
        harness.state_mut().state.run(Command::Act(Action::First));
    }
    harness.state_mut().state.run(Command::Copy(form));
    assert_eq!(harness.state_mut().state.take_wishes(), [Wish::Copy(expected.to_owned())]);
}

#[test]
fn a_copied_sentence_names_both_dates_who_reported_it_and_every_article() {
    check_copied(
        story(),
        CopyAs::Sentence,
        "The release of Low Tide was moved from 25 April 2022 (00:00 KST) to 24 April 2022, two articles reported on 21 April 2022, one \
         citing Stage Wire. Sources: 001.txt, 19 April 2022; Harbour Daily, 21 April 2022; 002.txt, 21 April 2022.",
    );
}

#[test]
fn a_copied_dispute_names_both_sides() {
    check_copied(
        disputed(),
        CopyAs::Sentence,
        "The release of Glass Weather is given as 17 May 2024 and as 24 May 2024, Pop Ledger and Seaside Times reported on 18 April 2024. \
         Sources: Pop Ledger, 18 April 2024; Seaside Times, 18 April 2024.",
    );
    check_copied(
        disputed(),
        CopyAs::Markdown,
        "- **Glass Weather · release**: The release of Glass Weather is given as 17 May 2024 and as 24 May 2024, Pop Ledger and Seaside \
         Times reported on 18 April 2024.\n  > “The album Glass Weather is out on May 17.” (Pop Ledger, 18 April 2024)\n  >\n  > “The \
         album Glass Weather is out on May 24.” (Seaside Times, 18 April 2024)",
    );
}

/// One article that tells one thing, said to have changed.
fn changed(text: &str, (name, thing, kind): (&str, &str, Kind), stated: Stated, facet: Facet, to: Option<&str>) -> Timeline {
    let mut sheet = Sheet::new("1.txt", "Pop Ledger", ymd(2024, 4, 18), text);
    let event = sheet.says(name, thing, kind, text, None);
    (event.facet, event.value_text, event.stated) = (facet, to.map(str::to_owned), Some(stated));
    Timeline::build(vec![sheet.done()], Vec::new(), 0)
}

#[test]
fn a_copied_sentence_calls_things_what_they_are() {
    let replaced = Stated { from_text: Some("Tom Reed".to_owned()), ..stated(Says::Replaced, Span::default()) };
    check_copied(
        changed("Mila Kern will direct Lamplight.", ("Lamplight", "film", Kind::Casting), replaced, Facet::Who, Some("Mila Kern")),
        CopyAs::Sentence,
        "Lamplight now has Mila Kern in place of Tom Reed, Pop Ledger reported on 18 April 2024. Source: Pop Ledger, 18 April 2024.",
    );
    let off = stated(Says::Cancelled, Span::default());
    check_copied(
        changed("Harbour Festival is off.", ("Harbour Festival", "festival", Kind::Ceremony), off, Facet::When, None),
        CopyAs::Sentence,
        "The Harbour Festival was cancelled, Pop Ledger reported on 18 April 2024. Source: Pop Ledger, 18 April 2024.",
    );
}

/// One article of a web page and one with an address alone, of a day each.
fn sourced() -> Timeline {
    let sheet = |file: &str, reported: u32, words: &str, url: &str| {
        let text = format!("The album Glass Weather is out on {words}.");
        let mut sheet = Sheet::new(file, "", ymd(2024, 4, reported), &text).at(url);
        let claim = sheet.claim(day(ymd(2024, 5, 17)), words);
        sheet.says("Glass Weather", "album", Kind::Release, &text, Some(claim));
        sheet
    };
    let first = sheet("1.html", 18, "May 17", "https://www.reel.example/news/1").titled("Glass Weather has a day");
    let second = sheet("notes/2.txt", 19, "17 May", "");
    Timeline::build(vec![first.done(), second.done()], Vec::new(), 0)
}

#[test]
fn a_source_is_named_by_its_headline_and_its_outlet_host_or_file() {
    check_copied(
        sourced(),
        CopyAs::Sentence,
        "The release of Glass Weather is given as 17 May 2024, two articles reported on 18 April 2024 and 19 April 2024. Sources: “Glass \
         Weather has a day”, reel.example, 18 April 2024, https://www.reel.example/news/1; 2.txt, 19 April 2024.",
    );
    check_copied(
        sourced(),
        CopyAs::Wikitext,
        "* The release of Glass Weather is given as 17 May 2024, two articles reported on 18 April 2024 and 19 April 2024.<ref>{{cite news \
         |title=Glass Weather has a day |work=reel.example |date=18 April 2024 |url=https://www.reel.example/news/1}}</ref><ref>{{cite \
         news |title=“The album Glass Weather is out on 17 May.” |work=2.txt |date=19 April 2024}}</ref>",
    );
}

#[test]
fn what_is_copied_was_known_on_the_day_that_is_looked_at() {
    for (form, expected) in [
        (
            CopyAs::Quote,
            "“The song Low Tide is set to drop on April 25 at 12 am KST, shortly after the weekend's episode.” (001.txt, 19 April 2022)",
        ),
        (
            CopyAs::Sentence,
            "The release of Low Tide is given as 25 April 2022 (00:00 KST), one article reported on 19 April 2022. As known on 20 April 2022. \
             Source: 001.txt, 19 April 2022.",
        ),
    ] {
        let mut harness = window(SIZE, story());
        let job = harness.state_mut().state.run(Command::KnownOn(Some(ymd(2022, 4, 20)))).unwrap();
        harness.state().start_job(job);
        wait(&mut harness, |window| window.state.known_on.is_some());
        harness.state_mut().state.run(Command::Copy(form));
        assert_eq!(harness.state_mut().state.take_wishes(), [Wish::Copy(expected.to_owned())]);
    }
}

#[test]
fn what_the_help_has_below_is_said_and_one_click_away() {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::Act(Action::ShowHelp));
    harness.run_steps(3);
    for _ in 0..6 {
        if harness.query_by_label("More below").is_none() {
            break;
        }
        harness.get_by_label("More below").click();
        harness.run_steps(3);
    }
    assert!(harness.query_by_label("More below").is_none(), "the end is reached");
    let last = harness.get_by_label("Close, clear, leave").rect();
    assert!(last.bottom() < 780.0, "and in sight: {last:?}");
}

#[test]
fn what_articles_disagree_about_is_told_apart_from_what_changed() {
    let harness = window(SIZE, disputed());
    check(
        &harness,
        &[
            "None of 3 announcements changed, 1 disputed",
            "Changed or disputed, 1 announcement, open",
            "3 announcements · 0 changed · 1 disputed",
            "First reported Thu 18 Apr 2024 by 2 articles",
        ],
    );
}

#[test]
fn a_day_gone_by_that_nobody_told_of_is_neither_ahead_nor_past() {
    let harness = window(SIZE, disputed());
    check(&harness, &["Scheduled, 1 announcement, open", "Low Tide, release. Fri 7 Jun 2024, scheduled."]);
    check(
        &harness,
        &[
            "Date has passed by 2 Jun 2024, the newest article, 1 announcement, open",
            "Lantern gala, ceremony. Sat 1 Jun 2024, scheduled, and the date has passed.",
        ],
    );
}

#[test]
fn what_was_known_on_a_day_is_told_as_of_that_day() {
    let mut harness = window(SIZE, disputed());
    let job = harness.state_mut().state.run(Command::KnownOn(Some(ymd(2024, 5, 28)))).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.known_on.is_some());
    assert_eq!(harness.state().state.ledger.last_report(), Some(ymd(2024, 4, 18)));
    let ledger = &harness.state().state.ledger;
    let standing = |name: &str| {
        let told = ledger.timeline.announcements.iter().find(|told| told.subject == name).unwrap();
        dateline::view::words::standing_words(told, ledger.last_day_known())
    };
    assert_eq!(standing("Glass Weather"), "scheduled, and the date has passed", "no report was written since");
}

#[test]
fn a_folder_without_articles_shows_no_days() {
    let harness = window(SIZE, Timeline::default());
    check(&harness, &["No articles here", "Open another folder…"]);
    assert_eq!(harness.query_all_by_label_contains("Go to date").count(), 0, "there is nowhere to go to");
    let all = shapes(&harness);
    let said = all.iter().filter_map(|shape| if let egui::Shape::Text(text) = shape { Some(text.galley.text()) } else { None });
    assert!(said.into_iter().all(|words| !words.contains("1970")), "no year is made up");
}

#[test]
fn a_detail_that_covers_the_view_says_what_it_leads_back_to() {
    let mut harness = window([1024.0, 640.0], story());
    harness.state_mut().state.run(Command::Act(Action::First));
    let is_lit = |harness: &Harness<'static, Window>| {
        let view = harness.get_by_role_and_label(egui::Role::RadioButton, "Timeline");
        view.accesskit_node().toggled() == Some(egui::accesskit::Toggled::True)
    };
    harness.run_steps(3);
    assert!(is_lit(&harness));
    press_and_run(&mut harness, Key::Enter);
    assert!(!is_lit(&harness), "it is covered");
    harness.get_by_label("Back to the timeline").click();
    harness.run_steps(3);
    check(&harness, &["Timeline, "]);
    assert!(is_lit(&harness));
}

fn press_and_run(harness: &mut Harness<'static, Window>, key: Key) {
    harness.key_press(key);
    harness.run_steps(3);
}

#[test]
fn the_head_of_a_quote_leads_to_its_article_too() {
    for (name, article) in [("was quote:", "001.txt"), ("now quote:", "000.txt")] {
        let mut harness = window(SIZE, story());
        let state = &mut harness.state_mut().state;
        let (timeline, selected) = (&state.ledger.timeline, state.selection.as_ref().unwrap().announcement);
        let told = timeline.announcements[selected as usize].events.iter();
        let elsewhere = *told.clone().find(|id| timeline.events[**id as usize].article == 2).unwrap();
        state.run(Command::SelectEvent(elsewhere));
        harness.run_steps(3);
        let head = harness.get_by_label_contains(name).rect().left_top() + egui::vec2(10.0, -14.0);
        click_at(&mut harness, head);
        let reading = harness.state().state.reading.unwrap();
        assert_eq!(harness.state().state.ledger.timeline.articles[reading.article as usize].file, article, "a click above {name:?}");
        assert!(reading.at.is_some(), "its quote is in sight");
    }
}

#[test]
fn the_article_is_given_room_with_the_mouse_or_the_keyboard_and_keeps_it() {
    let mut harness = window(SIZE, story());
    let divider = |harness: &Harness<'static, Window>| harness.get_by_label("Resize the article").rect().center();
    let usual = divider(&harness);
    harness.hover_at(usual);
    harness.run_steps(1);
    press(&harness, usual, true);
    harness.run_steps(1);
    harness.hover_at(pos2(usual.x, 300.0));
    harness.run_steps(2);
    press(&harness, pos2(usual.x, 300.0), false);
    harness.run_steps(3);
    assert!((divider(&harness).y - 300.0).abs() < 4.0, "it is where it was dragged to: {}", divider(&harness).y);
    let saved = dateline::app::settings::SavedSettings::from(&harness.state().state.settings);
    assert_eq!(dateline::app::Settings::from(saved).article_share, harness.state().state.settings.article_share);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowDown);
    harness.run_steps(3);
    assert!(divider(&harness).y > 320.0, "a key takes room from it");
    harness.state_mut().state.run(Command::ShareDetail(None));
    harness.run_steps(3);
    assert!((divider(&harness).y - usual.y).abs() < 1.0, "and there is a way back");
}

/// "Known on" is open and has these words in its field.
fn typed_known_on(words: &str) -> Harness<'static, Window> {
    let mut harness = window(SIZE, story());
    harness.get_by_role_and_label(egui::Role::Button, "Known on").click();
    harness.run_steps(3);
    harness.get_by_label("Known on which day").type_text(words);
    harness.run_steps(2);
    harness
}

#[test]
fn a_day_between_two_reports_is_typed_to_see_what_was_known() {
    let mut harness = typed_known_on("20 Apr");
    harness.get_by_label("Show").click();
    wait(&mut harness, |window| window.state.known_on.is_some());
    assert_eq!(harness.state().state.known_on, Some(ymd(2022, 4, 20)));
    assert_eq!(harness.state().state.ledger.timeline.articles.len(), 1);
    check(&harness, &["As known on Wed 20 Apr 2022: later reports are hidden"]);
    let job = harness.state_mut().state.run(Command::Act(Action::KnownOnLater));
    assert!(job.is_none(), "the next report is the last: nothing is hidden any more");
    assert_eq!(harness.state().state.known_on, None);
}

#[test]
fn a_day_that_was_not_understood_is_typed_again_in_its_field() {
    let mut harness = typed_known_on("mid-April");
    harness.key_press(egui::Key::Enter);
    harness.run_steps(4);
    check(&harness, &["Not a date yet: write it as 2022-04-21"]);
    assert!(harness.get_by_label("Known on which day").is_focused(), "what is typed next goes into the field");
}

#[test]
fn before_the_first_report_nothing_was_known_and_the_window_says_so() {
    let mut harness = window(SIZE, story());
    let job = harness.state_mut().state.run(Command::KnownOn(Some(ymd(2022, 4, 1)))).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.known_on.is_some());
    let told =
        ["Nothing had been reported by Fri 1 Apr 2022", "The first report came on Tue 19 Apr 2022", "Nothing had been reported by then"];
    check(&harness, &told);
    harness.get_by_label("Show what was known on Tue 19 Apr 2022").click();
    wait(&mut harness, |window| window.state.known_on == Some(ymd(2022, 4, 19)));
    assert_eq!(harness.state().state.ledger.timeline.articles.len(), 1);
}

#[test]
fn what_a_short_legend_leaves_out_is_one_click_away() {
    let mut harness = super::fixture::empty_window(SIZE);
    let job = harness.state_mut().state.run(Command::Act(Action::OpenSample)).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.phase == Phase::Shown);
    harness.get_by_label("All marks").click();
    harness.run_steps(3);
    check(&harness, &["What the shapes mean"]);
}

#[test]
fn what_explains_a_mark_leaves_the_detail_in_sight() {
    let mut harness = window(SIZE, story());
    let edge = harness.get_by_label("Resize panel").rect().center().x;
    let marks = [
        ("Low Tide · release: 1 day earlier", "“However, now, it will be released on April 24.”"),
        ("Low Tide: Mon 25 Apr 2022", "“The song Low Tide is set to drop on April 25 at 12 am KST"),
    ];
    for (name, words) in marks {
        let at = harness.get_by_label_contains(name).rect().center();
        harness.hover_at(at);
        harness.run_steps(60);
        let told: Vec<_> = harness.query_all_by_label_contains(words).map(|node| node.rect().right()).collect();
        assert_eq!(told.len(), 1, "it is explained once: {words}");
        assert!(told.iter().all(|right| *right <= edge + 1.0), "it ends at {told:?}, the detail begins at {edge}");
        harness.hover_at(pos2(640.0, 795.0));
        harness.run_steps(60);
    }
}

#[test]
fn what_was_says_that_no_article_says_it() {
    let mut harness = window(SIZE, story());
    let duet = harness.state().state.changed().into_iter().find(|id| {
        let ledger = &harness.state().state.ledger;
        ledger.at(*id).is_some_and(|(announcement, _)| announcement.changes.iter().any(|change| change.from_inferred))
    });
    harness.state_mut().state.run(Command::Select(duet.unwrap(), None));
    harness.run_steps(3);
    check(&harness, &["a solo (implied)", "What it was is implied by “now been turned into a duet”, no article says it"]);
}

#[test]
fn a_card_of_an_old_date_says_which_date_replaced_it() {
    let mut sheet = Sheet::new("4.txt", "Harbour Daily", ymd(2022, 4, 23), "The song Low Tide is out on April 25. It is loved.");
    let claim = sheet.claim(day(ymd(2022, 4, 25)), "April 25");
    sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on April 25.", Some(claim));
    let mut moved = Sheet::new("3.txt", "Harbour Daily", ymd(2022, 4, 21), "The song Low Tide moves from April 25 to April 24.");
    let days = [(ymd(2022, 4, 25), "April 25"), (ymd(2022, 4, 24), "April 24")];
    moved.moves(("Low Tide", "song"), ("The song Low Tide moves from April 25 to April 24.", "moves"), days);
    let mut harness = window(SIZE, Timeline::build(vec![moved.done(), sheet.done()], Vec::new(), 0));
    harness.state_mut().state.run(Command::Act(Action::ShowList));
    harness.run_steps(3);
    check(&harness, &["Mon 25 Apr 2022. the old date: moved to 24 Apr, reported 21 Apr."]);
}

#[test]
fn in_a_narrow_window_the_views_are_seen_first_and_whenever_they_are_asked_for() {
    let mut harness = super::fixture::empty_window([1024.0, 640.0]);
    harness.run_steps(2);
    let job = harness.state_mut().state.run(Command::Act(Action::OpenSample)).unwrap();
    harness.state().start_job(job);
    wait(&mut harness, |window| window.state.phase == Phase::Shown);
    check(&harness, &["Timeline, "]);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(3);
    check(&harness, &["Timeline, "]);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.query_all_by_label_contains("Timeline, ").count(), 0, "the detail covers the view");
    harness.get_by_label("List").click();
    harness.run_steps(3);
    check(&harness, &["List, "]);
}

/// The heading of the day in a list of that width, with what stands beside it.
fn heading_of_day(titles: [&str; 2], width: f32) -> String {
    let sheet = |nth: usize| {
        let mut sheet =
            Sheet::new(&format!("{nth}.txt"), "", ymd(2024, 4, 18), "The album Glass Weather is out on May 17.").titled(titles[nth]);
        let claim = sheet.claim(day(ymd(2024, 5, 17)), "May 17");
        sheet.says("Glass Weather", "album", Kind::Release, "The album Glass Weather is out on May 17.", Some(claim));
        sheet.done()
    };
    let mut harness = window([width, 800.0], Timeline::build(vec![sheet(0), sheet(1)], Vec::new(), 0));
    harness.state_mut().state.run(Command::Look(Look::List));
    harness.state_mut().state.run(Command::Arrange(Arrange::Reported));
    harness.run_steps(3);
    let all = shapes(&harness);
    let mut texts = all.iter().filter_map(|shape| if let egui::Shape::Text(text) = shape { Some(text) } else { None });
    let told = texts.find(|text| text.galley.text().starts_with("2 articles: ")).unwrap();
    assert!(told.pos.x + told.galley.rect.width() < width, "it ends within the window");
    told.galley.text().to_owned()
}

#[test]
fn a_heading_names_its_articles_as_far_as_there_is_room() {
    const LONG: &str =
        "A lantern parade, a harbour concert and what else is planned around Glass Weather this May, in the words of those who wrote it";
    assert_eq!(heading_of_day(["Illi, illi", "Glass Weather has a day"], 700.0), "2 articles: Illi, illi; Glass Weather has a day");
    let narrow = heading_of_day(["Illi, illi", LONG], 700.0);
    let cut = narrow.strip_prefix("2 articles: Illi, illi; ").and_then(|cut| cut.strip_suffix('…')).unwrap_or_else(|| panic!("{narrow}"));
    assert!(LONG.strip_prefix(cut).is_some_and(|rest| rest.starts_with([' ', ','])), "cut after a word: {narrow}");
    let wide = heading_of_day(["Illi, illi", LONG], 1280.0);
    assert!(wide.len() > narrow.len(), "and later where there is more room: {wide}");
}
