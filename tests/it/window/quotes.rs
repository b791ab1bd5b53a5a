//! Quotes and the article below them: what is struck, where the article opens, and who is named.

use dateline::app::Command;
use dateline::events::Kind;
use dateline::timeline::Timeline;
use dateline::view::detail::detail_of;
use dateline::view::labels::DateStyle;
use dateline::view::quote::{Mark, marked_article};

use super::fixture::{Sheet, day, shapes, window, ymd};

/// A film moved from May to 18 June, as one sentence says, and later to 25 June.
fn moved_twice() -> Timeline {
    let mut first = Sheet::new("1.txt", "", ymd(2024, 3, 4), "The film Glass Orchard is out on May 6.");
    let claim = first.claim(day(ymd(2024, 5, 6)), "May 6");
    first.says("Glass Orchard", "film", Kind::Release, "The film Glass Orchard is out on May 6.", Some(claim));
    let quote = "The film Glass Orchard, which was due on May 6, will now arrive on June 18.";
    let mut second = Sheet::new("2.txt", "", ymd(2024, 3, 6), quote);
    let film = ("Glass Orchard", "film");
    second.moves(film, (quote, "will now arrive"), [(ymd(2024, 5, 6), "May 6"), (ymd(2024, 6, 18), "June 18")]);
    let quote = "Glass Orchard was pushed from June 18 to June 25.";
    let mut third = Sheet::new("3.txt", "", ymd(2024, 4, 2), quote);
    third.moves(film, (quote, "was pushed"), [(ymd(2024, 6, 18), "June 18"), (ymd(2024, 6, 25), "June 25")]);
    Timeline::build(vec![first.done(), second.done(), third.done()], Vec::new(), 1)
}

#[test]
fn only_the_date_that_a_change_left_is_struck() {
    let harness = window([1280.0, 800.0], moved_twice());
    let ledger = harness.state().state.ledger.clone();
    let check = |change: usize, expected: [&[&str]; 2]| {
        let detail = detail_of(&ledger, 0, Some(change), DateStyle::DayMonth).unwrap();
        let struck = |marks: &[(dateline::text::Span, Mark)], article: u32| -> Vec<String> {
            let text = &ledger.timeline.articles[article as usize].text;
            marks.iter().filter(|(_, mark)| *mark == Mark::OldDate).map(|(span, _)| span.of(text).to_owned()).collect()
        };
        for (quote, expected) in detail.quotes.iter().zip(expected) {
            assert_eq!(struck(&quote.marks, quote.article), expected, "change {change}, {:?}", quote.side);
            let pane = marked_article(&ledger, quote.article, Some(0), Some(change));
            assert_eq!(struck(&pane, quote.article), expected, "change {change}, the article of {:?}", quote.side);
        }
        assert_eq!(detail.quotes.len(), 2);
    };
    check(0, [&["May 6"], &["May 6"]]);
    check(1, [&["June 18"], &["June 18"]]);
}

#[test]
fn a_source_with_a_long_name_is_named_whole() {
    let quote = "The song Low Tide is out on May 3.";
    let mut sheet = Sheet::new("1.txt", "Harbour Daily", ymd(2024, 4, 8), quote);
    let claim = sheet.claim(day(ymd(2024, 5, 3)), "May 3");
    sheet.says("Low Tide", "song", Kind::Release, quote, Some(claim)).sources = vec!["Entertainment Lantern Weekly".to_owned()];
    let mut harness = window([1280.0, 800.0], Timeline::build(vec![sheet.done()], Vec::new(), 1));
    harness.state_mut().state.run(Command::Select(0, None));
    harness.run_steps(3);
    let laid_out: Vec<_> = shapes(&harness)
        .into_iter()
        .filter_map(|shape| match shape {
            egui::Shape::Text(text) if text.galley.text().replace('\u{a0}', " ").contains("cites Entertainment") => Some(text.galley),
            _ => None,
        })
        .collect();
    assert_eq!(laid_out.len(), 1);
    assert!(!laid_out[0].elided && laid_out[0].rows.len() == 2, "{} lines, cut: {}", laid_out[0].rows.len(), laid_out[0].elided);
}
