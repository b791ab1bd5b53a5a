//! The cards of the list: as many lines as their quotes need, in any width.

use dateline::app::{Action, Command, Look};
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::Arrange;
use dateline::view::row::{Row, quote_height};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::fixture::{Sheet, day, shapes, story, window, ymd};

/// Sentences of every length, each with its day among the last words.
fn talkative() -> Timeline {
    const WORDS: [&str; 12] =
        ["after", "months", "of", "rehearsals", "with", "WIDE", "MARGINS", "illicit", "the", "orchestra’s", "—", "“committee”"];
    let quote = |n: usize| {
        let filler: Vec<&str> = (0..n).map(|at| WORDS[(at * 5 + n) % WORDS.len()]).collect();
        format!("Song {n}, {} opens on May {}, 2024.", filler.join(" "), n % 28 + 1)
    };
    let quotes: Vec<String> = (1..60).map(quote).collect();
    let mut sheet = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 8), &quotes.join(" "));
    for (n, quote) in (1_u32..).zip(&quotes) {
        let date = n % 28 + 1;
        let words = format!("May {date}, 2024");
        let claim = sheet.claim(day(ymd(2024, 5, date)), &words);
        let at = sheet.span(quote);
        let event = sheet.says(&format!("Song {n}"), "song", Kind::Release, quote, Some(claim));
        // where it stands in its own sentence
        let own = quote.find(&words).unwrap();
        let start = at.start as usize + own;
        event.claim.as_mut().unwrap().expression = Some(dateline::text::Span::from_offsets(start, start + words.len()));
    }
    Timeline::build(vec![sheet.done()], Vec::new(), 1)
}

/// The list of a story in a window of that size, with nothing beside it.
fn list_of(size: [f32; 2], timeline: Timeline) -> Harness<'static, Window> {
    let mut harness = window(size, timeline);
    harness.state_mut().state.run(Command::Act(Action::Close));
    harness.state_mut().state.run(Command::Look(Look::List));
    harness.run_steps(3);
    harness
}

/// Quotes drawn in cards, with the number of their lines, and whether they are cut.
fn drawn(harness: &Harness<'static, Window>) -> Vec<(String, usize, bool)> {
    let texts = shapes(harness).into_iter().filter_map(|shape| match shape {
        egui::Shape::Text(text) if text.galley.text().starts_with("Song ") && text.galley.text().contains("opens on") => Some(text.galley),
        _ => None,
    });
    texts.map(|galley| (galley.text().to_owned(), galley.rows.len(), galley.elided)).collect()
}

#[test]
fn a_card_is_as_high_as_its_quote_needs() {
    for size in [[1024.0, 640.0], [1280.0, 800.0], [1920.0, 1080.0], [700.0, 1200.0]] {
        let mut harness = list_of(size, talkative());
        let (mut n_seen, mut n_exact) = (0, 0);
        for _ in 0..12 {
            let state = &harness.state().state;
            let sight = state.rows.between(state.scroll, state.scroll + f64::from(state.size.1));
            let kept: Vec<u8> = state.rows.rows[sight]
                .iter()
                .filter_map(|row| if let Row::Card(card) = row { Some(card.quote_lines[0]) } else { None })
                .collect();
            for ((text, n_lines, is_cut), kept) in drawn(&harness).into_iter().zip(kept) {
                n_seen += 1;
                n_exact += usize::from(n_lines == usize::from(kept));
                assert!(n_lines <= usize::from(kept), "{text:?} has {n_lines} lines and room for {kept} at {size:?}");
                assert!(!is_cut || kept == 4, "{text:?} is cut after {n_lines} lines at {size:?}");
            }
            harness.state_mut().state.run(Command::Act(Action::PageDown));
            harness.run_steps(2);
        }
        assert!(n_seen > 20 && n_exact * 20 >= n_seen * 19, "{n_exact} of {n_seen} cards are as high as their quotes at {size:?}");
    }
}

#[test]
fn the_card_at_the_top_stays_there_when_the_list_becomes_narrow() {
    let mut harness = list_of([1280.0, 800.0], talkative());
    harness.state_mut().state.run(Command::ScrollTo(2000.0));
    harness.run_steps(2);
    let top = |harness: &Harness<'static, Window>| {
        let state = &harness.state().state;
        state.rows.rows[state.rows.between(state.scroll, state.scroll + 1.0).start]
    };
    let heights = |harness: &Harness<'static, Window>| harness.state().state.rows.height();
    let card = |row: Row| if let Row::Card(card) = row { Some(card.announcement) } else { None };
    let (before, height) = (top(&harness), heights(&harness));
    harness.state_mut().state.run(Command::Resized(500.0, 650.0));
    assert!(heights(&harness) > height + f64::from(quote_height(1)), "narrow quotes need more lines");
    assert_eq!(card(top(&harness)), card(before));
}

#[test]
fn cards_are_counted_as_cards_and_sentences_as_sentences() {
    let mut harness = list_of([1280.0, 800.0], story());
    harness.state_mut().state.run(Command::Arrange(Arrange::Claimed));
    harness.run_steps(3);
    let headings: Vec<String> = harness.query_all_by_role(egui::Role::Heading).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(headings.iter().any(|text| text.contains(" card")), "{headings:?}");
    assert!(!headings.iter().any(|text| text.contains("statement")), "{headings:?}");
    let state = &harness.state().state;
    assert_eq!(state.ledger.n_statements.iter().sum::<usize>(), state.ledger.timeline.events.len());
}

#[test]
fn a_list_that_does_not_begin_at_its_head_says_so_and_leads_there() {
    let mut harness = list_of([1280.0, 800.0], talkative());
    harness.state_mut().state.run(Command::ScrollTo(0.0));
    harness.run_steps(3);
    assert!(harness.query_by_label("More above").is_none(), "nothing is above");
    harness.state_mut().state.run(Command::ScrollTo(900.0));
    harness.run_steps(3);
    harness.get_by_label("More above").click();
    harness.run_steps(3);
    assert!(harness.state().state.scroll < 1.0);
}

#[test]
fn a_card_of_what_took_place_says_so_however_often_it_was_told() {
    let sheet = |at: u32| {
        let quote = "The film Paper Moon opened on April 9, 2024.";
        let mut sheet = Sheet::new(&format!("{at}.txt"), "", ymd(2024, 4, 10 + at), quote);
        let claim = sheet.claim(day(ymd(2024, 4, 9)), "April 9, 2024");
        sheet.says("Paper Moon", "film", Kind::Premiere, quote, Some(claim)).status = dateline::events::Status::Happened;
        sheet.done()
    };
    let harness = list_of([1280.0, 800.0], Timeline::build(vec![sheet(1), sheet(2)], Vec::new(), 0));
    let told = harness.query_all_by_label_contains("Paper Moon, premiere. Tue 9 Apr 2024. happened.").count();
    assert_eq!(told, 2, "once for each day it was reported on");
}
