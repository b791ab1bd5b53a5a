//! Nothing is left to be guessed: what is drawn is named, and what is told in one place is told so in every other.

use dateline::app::{Action, Command, Look, Panel, Tab};
use dateline::civil::{ClaimedDate, DateRange};
use dateline::events::{Kind, Says, Stated};
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::Filter;
use dateline::view::history::way_of;
use egui::{Role, Shape};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable as _;

use super::fixture::{Sheet, date_history, day, shapes, stated, story, window, ymd};

const SIZE: [f32; 2] = [1280.0, 800.0];

fn texts(harness: &Harness<'static, Window>) -> Vec<String> {
    let all = shapes(harness).into_iter();
    all.filter_map(|shape| if let Shape::Text(text) = shape { Some(text.galley.text().to_owned()) } else { None }).collect()
}

/// A song that is put off without a date and gets one a month later; it was told to be out in June before.
fn put_off() -> Timeline {
    let sheet = |file: &str, reported, text: &str| Sheet::new(file, "Harbour Daily", reported, text);
    let mut first = sheet("1.txt", ymd(2024, 4, 1), "The song Low Tide is out in June.");
    let claim = first.claim(ClaimedDate::days(DateRange::month(2024, 6).unwrap()), "in June");
    first.says("Low Tide", "song", Kind::Release, "The song Low Tide is out in June.", Some(claim));
    let mut second = sheet("2.txt", ymd(2024, 4, 8), "The song Low Tide is out on June 14.");
    let claim = second.claim(day(ymd(2024, 6, 14)), "June 14");
    second.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 14.", Some(claim));
    let mut third = sheet("3.txt", ymd(2024, 4, 22), "The song Low Tide is postponed indefinitely.");
    let cue = third.span("postponed");
    let event = third.says("Low Tide", "song", Kind::Release, "The song Low Tide is postponed indefinitely.", None);
    event.stated = Some(stated(Says::Postponed, cue));
    let quote = "The song Low Tide will now be out on July 5.";
    let mut fourth = sheet("4.txt", ymd(2024, 5, 20), quote);
    let (claim, cue) = (fourth.claim(day(ymd(2024, 7, 5)), "July 5"), fourth.span("now"));
    fourth.says("Low Tide", "song", Kind::Release, quote, Some(claim)).stated = Some(Stated { ..stated(Says::Moved, cue) });
    Timeline::build(vec![first.done(), second.done(), third.done(), fourth.done()], Vec::new(), 1)
}

#[test]
fn a_date_that_was_withdrawn_is_joined_by_dots_to_the_new_one() {
    let harness = date_history(SIZE, put_off());
    let way = way_of(&harness.state().state.ledger, 0).unwrap();
    let undated: Vec<_> = way.undated().collect();
    let [(lost, regained)] = undated.as_slice() else { panic!("{undated:?}") };
    assert_eq!((regained.0 - lost.0, regained.1 - lost.1), (28.0, 21.0), "four weeks later it is three weeks later");
    let accent = dateline::ui::theme::Theme::of(false).accent;
    let dots: Vec<egui::Pos2> = shapes(&harness)
        .iter()
        .filter_map(|shape| match shape {
            Shape::Circle(dot) if dot.radius < 3.0 && dot.fill == accent => Some(dot.center),
            _ => None,
        })
        .collect();
    let columns = |x: f32| dots.iter().filter(|dot| (dot.x - x).abs() < 0.5).count();
    let rightmost = dots.iter().map(|dot| dot.x).fold(f32::MIN, f32::max);
    assert!(columns(rightmost) > 3 && dots.len() - columns(rightmost) > 3, "level to the day, then up to the new date: {dots:?}");
    assert!(texts(&harness).iter().any(|text| text.contains("dotted: no date")), "and the foot says what dots are");
}

#[test]
fn a_bracket_is_named_at_the_foot_and_under_the_pointer() {
    let mut harness = date_history(SIZE, put_off());
    assert!(texts(&harness).iter().any(|text| text.contains("bracket: ")), "the foot explains it");
    let dot = harness.get_by_label_contains("Low Tide · release: June 2024, reported 1 Apr 2024, here less exact").rect().center();
    harness.hover_at(dot + egui::vec2(0.0, 40.0));
    harness.run_steps(4);
    let says = |text: &String| text.starts_with("Low Tide · release: June 2024, reported 1 Apr 2024");
    assert!(texts(&harness).iter().any(says), "{:?}", texts(&harness));
    let plain = date_history(SIZE, story());
    assert!(!texts(&plain).iter().any(|text| text.contains("bracket: ")), "not where none is drawn");
}

#[test]
fn a_line_that_moved_says_so_beside_its_name() {
    for size in [SIZE, [1024.0, 640.0], [640.0, 400.0]] {
        let mut harness = date_history(size, story());
        harness.state_mut().state.run(Command::Act(Action::Close));
        harness.run_steps(3);
        let is_named = |text: &String| text.starts_with("Low Tide") && text.ends_with("1 day earlier") && text.len() < 30;
        assert!(texts(&harness).iter().any(is_named), "at {size:?}: {:?}", texts(&harness));
    }
}

/// A song told on so many days, one a week.
fn told_often(n: u64) -> Timeline {
    let sheets = (0..n).map(|at| {
        let reported = ymd(2024, 1, 8) + chrono::Days::new(7 * at);
        let mut sheet = Sheet::new(&format!("{at}.txt"), "Harbour Daily", reported, "The song Low Tide is out on June 14.");
        let claim = sheet.claim(day(ymd(2024, 6, 14)), "June 14");
        sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide is out on June 14.", Some(claim));
        sheet.done()
    });
    Timeline::build(sheets.collect(), Vec::new(), 1)
}

#[test]
fn a_history_shows_a_line_for_a_step_and_many_of_them() {
    let mut harness = window(SIZE, told_often(12));
    harness.state_mut().state.run(Command::Select(0, None));
    harness.state_mut().state.run(Command::Tab(Tab::History));
    harness.run_steps(6);
    let foot = harness.get_by_label("Resize the article").rect().top();
    let lines = harness.query_all_by_label_contains(" · Harbour Daily: ");
    let seen: Vec<egui::Rect> = lines.map(|line| line.rect()).filter(|rect| rect.bottom() <= foot).collect();
    assert!(seen.len() >= 7, "{} of 12 are in sight", seen.len());
    assert!(seen.iter().all(|rect| rect.height() < 30.0), "{seen:?}");
}

/// Both quotes are long, and so is the article.
fn long_quotes() -> Timeline {
    let filler = "Everybody who has heard it says so, and nobody who was asked would tell more than that about it. ".repeat(20);
    let old = "The song Low Tide, which has been in the making for longer than anybody at the label likes to remember, and of which \
               three versions are said to exist, is to be released on May 10, as was told on every channel there is.";
    let new = "The song Low Tide, of which so much has been told on every channel there is that hardly anybody can have missed it, \
               was moved from May 10 to May 17, as nobody had thought that it would be.";
    let mut first = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 1), &format!("{old} {filler}"));
    let claim = first.claim(day(ymd(2024, 5, 10)), "May 10");
    first.says("Low Tide", "song", Kind::Release, old, Some(claim));
    let mut second = Sheet::new("2.txt", "Pop Ledger", ymd(2024, 4, 8), &format!("{new} {filler}"));
    second.moves(("Low Tide", "song"), (new, "was moved"), [(ymd(2024, 5, 10), "May 10"), (ymd(2024, 5, 17), "May 17")]);
    Timeline::build(vec![first.done(), second.titled("A song that everybody waits for is moved once more").done()], Vec::new(), 1)
}

#[test]
fn an_article_has_lines_to_read_at_usual_sizes() {
    for size in [[1240.0, 730.0], SIZE, [1024.0, 640.0], [1920.0, 1080.0]] {
        let mut harness = window(size, long_quotes());
        harness.state_mut().state.run(Command::Act(Action::NextChange));
        harness.run_steps(8);
        let more = harness.get_by_label("More of the article below").rect();
        let head = harness.get_by_label_contains("Article 2: ").rect();
        // past the margin above the lines, and before the foot that says how many more there are
        let lines = (more.center().y - 10.0 - head.bottom() - 8.0) / 21.0;
        assert!(lines >= 3.5, "{lines} lines at {size:?}");
        for quote in ["was quote: ", "now quote: "] {
            let rect = harness.get_by_label_contains(quote).rect();
            assert!(rect.bottom() < head.top(), "{quote} is in sight at {size:?}");
        }
    }
}

#[test]
fn a_low_window_shows_both_quotes_and_keeps_them_at_the_last_change() {
    let mut harness = window([640.0, 400.0], long_quotes());
    for _ in 0..3 {
        harness.state_mut().state.run(Command::Act(Action::NextChange));
        harness.run_steps(8);
        harness.get_by_label("Read the article");
        for quote in ["was quote: ", "now quote: "] {
            let rect = harness.get_by_label_contains(quote).rect();
            assert!(rect.top() > 100.0 && rect.bottom() < 372.0, "{quote} at {rect:?}");
        }
    }
}

/// What the list of hits calls the statements found.
#[track_caller]
fn check_listed(words: &str, expected: &[&str]) {
    let mut harness = window(SIZE, story());
    harness.state_mut().state.run(Command::SetFilter(Filter { query: words.to_owned(), ..Filter::default() }));
    harness.run_steps(2);
    harness.get_by_label("List hits").click();
    harness.run_steps(3);
    for line in expected {
        assert!(harness.query_all_by_label_contains(line).count() > 0, "{line:?} is not listed for {words:?}");
    }
}

#[test]
fn a_list_of_hits_calls_things_what_the_detail_calls_them() {
    check_listed("now, it will", &["Low Tide · release · 1 day earlier: Sun 24 Apr 2022"]);
    check_listed("duet", &["Low Tide · format of the release · now a duet"]);
    check_listed("fan meeting", &["Harbour fan meeting · performance · cancelled"]);
}

#[test]
fn a_hit_is_shown_with_the_change_that_it_tells() {
    let mut harness = window(SIZE, put_off());
    harness.state_mut().state.run(Command::SetFilter(Filter { query: "low tide".to_owned(), ..Filter::default() }));
    let mut shown = Vec::new();
    for _ in 0..4 {
        harness.state_mut().state.run(Command::Act(Action::NextHit));
        harness.run_steps(2);
        let state = &harness.state().state;
        shown.push((state.reading.unwrap().article, state.detail.as_ref().unwrap().change));
    }
    let changes: Vec<Option<usize>> = {
        let ledger = &harness.state().state.ledger;
        dateline::view::words::seen_changes(&ledger.timeline.announcements[0]).map(|(idx, _)| Some(idx)).collect()
    };
    let [withdrawn, moved] = changes.as_slice() else { panic!("{changes:?}") };
    // the day that was withdrawn, its withdrawal, and the new day; "in June" is told by no change
    assert_eq!(shown[1..], [(1, *withdrawn), (2, *withdrawn), (3, *moved)]);
}

#[test]
fn a_panel_begins_at_its_head_whatever_another_was_scrolled_to() {
    let mut harness = window([780.0, 500.0], story());
    let head = |harness: &Harness<'static, Window>| harness.get_by_label_contains("A date is a bar").rect().top();
    harness.state_mut().state.run(Command::Show(Some(Panel::Help)));
    harness.run_steps(6);
    let top = head(&harness);
    harness.key_press(egui::Key::End);
    harness.run_steps(6);
    assert!(head(&harness) < top - 100.0, "it is scrolled");
    harness.state_mut().state.run(Command::Show(None));
    harness.run_steps(3);
    harness.state_mut().state.run(Command::Show(Some(Panel::Help)));
    harness.run_steps(6);
    assert!((head(&harness) - top).abs() < 1.0);
}

#[test]
fn all_of_the_help_can_be_read_in_windows_of_every_size() {
    for size in [[640.0, 420.0], [780.0, 500.0], [860.0, 600.0], [1024.0, 640.0], [1280.0, 800.0]] {
        let mut harness = window(size, story());
        harness.state_mut().state.run(Command::Show(Some(Panel::Help)));
        harness.run_steps(4);
        harness.key_press(egui::Key::End);
        harness.run_steps(6);
        let close = harness.query_all_by_role_and_label(Role::Button, "Close").last().unwrap().rect();
        for words in ["Help and keys", "Escape", "Right or Shift+wheel, drag", "Page Down"] {
            for node in harness.query_all_by_label(words) {
                let rect = node.rect();
                assert!(rect.left() >= 0.0 && rect.right() <= size[0], "{words:?} at {rect:?} in {size:?}");
            }
        }
        let last = harness.query_all_by_label("Escape").last().unwrap().rect();
        assert!(last.bottom() < size[1] - 20.0 && last.top() > close.bottom(), "the last line at {last:?} in {size:?}");
    }
}

#[test]
fn a_low_window_says_when_a_change_was_reported() {
    for size in [[640.0, 400.0], [960.0, 500.0]] {
        let mut harness = window(size, story());
        harness.state_mut().state.run(Command::Act(Action::Close));
        harness.run_steps(4);
        assert!(harness.state().state.is_low);
        let texts = texts(&harness);
        let n_told = texts.iter().filter(|text| text.ends_with("reported 21 Apr") || text.as_str() == "21 Apr").count();
        assert!(n_told >= 2, "of the song and the fan meeting, at {size:?}: {texts:?}");
        assert!(texts.iter().any(|text| text.ends_with("reported 19 Apr")), "of the duet, at {size:?}: {texts:?}");
    }
}

#[test]
fn no_days_are_made_up_for_articles_that_name_none() {
    let mut article = dateline::article::Article::new("Hello there.".to_owned(), "1.txt".to_owned());
    article.reported = None;
    let nothing = Timeline::build(vec![(std::sync::Arc::new(article), Vec::new())], Vec::new(), 0);
    for look in Look::ALL {
        let mut harness = window(SIZE, nothing.clone());
        harness.state_mut().state.run(Command::Look(*look));
        harness.run_steps(3);
        assert!(harness.query_by_label("No announcement was found").is_some(), "{look:?}");
        let texts = texts(&harness);
        assert!(!texts.iter().any(|text| text.contains("1970")), "{look:?}: {texts:?}");
    }
}

#[test]
fn a_bracket_in_a_lane_is_named_although_what_comes_again_lies_over_it() {
    let weekly = ClaimedDate::recurring(dateline::civil::Recurrence::weekly([chrono::Weekday::Sat]));
    let month = ClaimedDate::days(DateRange::month(2024, 10).unwrap());
    let sheets = [(weekly, "every Saturday"), (month, "in October")].into_iter().zip(3..).map(|((date, words), reported)| {
        let text = format!("The song Low Tide is out {words}.");
        let mut sheet = Sheet::new(&format!("{reported}.txt"), "", ymd(2024, 10, reported), &text);
        let claim = sheet.claim(date, words);
        sheet.says("Low Tide", "song", Kind::Release, &text, Some(claim));
        sheet.done()
    });
    let quote = "The song Low Tide was moved from October 18 to October 25.";
    let mut last = Sheet::new("5.txt", "", ymd(2024, 10, 5), quote);
    last.moves(("Low Tide", "song"), (quote, "was moved"), [(ymd(2024, 10, 18), "October 18"), (ymd(2024, 10, 25), "October 25")]);
    let sheets = sheets.chain([last.done()]);
    let mut harness = window(SIZE, Timeline::build(sheets.collect(), Vec::new(), 1));
    let bracket = harness.get_by_label("Low Tide: October 2024, less exact").rect();
    harness.hover_at(bracket.left_center() + egui::vec2(12.0, 0.0));
    harness.run_steps(4);
    assert!(texts(&harness).contains(&"Low Tide: October 2024, less exact".to_owned()), "{:?}", texts(&harness));
}
