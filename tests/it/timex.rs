//! Dates in entertainment news: what is read, what is left alone, and what holds for any text.

use chrono::NaiveDate;
use dateline::civil::edtf::edtf;
use dateline::language::read;
use proptest::prelude::*;

/// Thursday, 21 April 2022.
fn reported() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 4, 21).unwrap()
}

/// Sentences that hold no date, a line each.
const TRAPS: &str = include_str!("timex_traps.txt");

/// Sentences and the dates a reader takes from them: the sentence, a tab, the dates as EDTF.
const DATES: &str = include_str!("timex_dates.txt");

#[test]
fn no_trap_holds_a_date() {
    let traps: Vec<_> = TRAPS.lines().filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    assert!(traps.len() >= 150, "only {} traps", traps.len());
    let fallen: Vec<_> = traps
        .iter()
        .filter_map(|line| {
            let found: Vec<_> =
                read(line, Some(reported())).expressions.iter().map(|e| (e.span.of(line).to_owned(), e.value.clone())).collect();
            (!found.is_empty()).then_some((line, found))
        })
        .collect();
    assert!(fallen.is_empty(), "{} of {}: {fallen:#?}", fallen.len(), traps.len());
}

#[test]
fn dates_of_entertainment_news_are_read_as_a_reader_does() {
    let mut misread = Vec::new();
    for line in DATES.lines().filter(|line| !line.is_empty() && !line.starts_with("//")) {
        let (sentence, expected) = line.split_once('\t').unwrap();
        let found: Vec<_> = read(sentence, Some(reported())).dates.iter().filter_map(|words| words.date).map(shown).collect();
        if found.join(" ") != expected {
            misread.push((sentence, found.join(" "), expected));
        }
    }
    assert!(misread.is_empty(), "{misread:#?}");
}

/// A claimed date in one word: EDTF, a clock time without zone as `@21:10`, or the rule of a recurrence.
fn shown(date: dateline::civil::ClaimedDate) -> String {
    use dateline::civil::When;
    let days = match date.when {
        When::Days(_) => edtf(&date).unwrap_or_default(),
        When::Recurring(rule) => rule.rrule(),
    };
    match date.clock {
        Some(clock) if matches!(date.when, When::Recurring(_)) || !days.contains('T') => format!("{days}@{}", clock.hhmm()),
        _ => days,
    }
}

#[track_caller]
fn check_words(sentence: &str, expected: &[&str]) {
    let found: Vec<_> =
        read(sentence, Some(reported())).expressions.iter().map(|e| format!("{} = {}", e.span.of(sentence), e.value)).collect();
    assert_eq!(found, expected, "{sentence}");
}

#[test]
fn extents_are_those_of_the_guidelines() {
    check_words("The film opened late last year.", &["late last year = 2021"]);
    check_words("It ships in the third quarter of 2022.", &["the third quarter of 2022 = 2022-Q3"]);
    check_words("The song drops on April 25 at 12 am KST.", &["April 25 at 12 am KST = 2022-04-25T00:00"]);
    check_words("It leaked a day before the premiere.", &["a day = P1D"]);
    check_words("More will follow in the next four weeks.", &["the next four weeks = P4W"]);
    check_words("Updated at 21: 10 KST.", &["21: 10 KST = 2022-04-21T21:10"]);
}

#[test]
fn without_a_report_date_only_full_dates_are_known() {
    let sentence = "It was announced on Monday that the film opens on May 5, 2023 and not in June.";
    let reading = read(sentence, None);
    let known: Vec<_> = reading.expressions.iter().map(|e| (e.value.as_str(), e.date.is_some())).collect();
    assert_eq!(known, [("XXXX-WXX-1", false), ("2023-05-05", true), ("XXXX-06", false)]);
}

#[test]
fn what_is_told_under_a_date_counts_from_it() {
    let text =
        "April 30, 2017\nThe pair spent the weekend in Kent.\nMay 2, 2017\nThey sang last night.\nJuly 8, 2017\nA tour starts in August.\n";
    let found: Vec<_> = read(text, Some(reported())).expressions.into_iter().map(|e| e.value).collect();
    assert_eq!(found, ["2017-04-30", "2017-W17-WE", "2017-05-02", "2017-05-01TNI", "2017-07-08", "2017-08"]);
    let dateline = "April 30, 2017\nThe pair spent the weekend in Kent.\n";
    assert_eq!(read(dateline, Some(reported())).expressions[1].value, "2022-W15-WE");
}

#[test]
fn how_a_date_was_worked_out_is_told() {
    let reading = read("The pair married last July.", Some(reported()));
    assert_eq!(reading.expressions[0].derivation.as_deref(), Some("\"last July\", counted from 21 April 2022"));
    assert_eq!(read("It opened on 3 May 2021.", Some(reported())).expressions[0].derivation, None);
}

/// Whether a value has one of the forms of TIMEX3.
fn is_timex3(value: &str) -> bool {
    let all = |text: &str, fits: fn(char) -> bool| !text.is_empty() && text.chars().all(fits);
    let digit_or_x = |c: char| c.is_ascii_digit() || c == 'X';
    if matches!(value, "PAST_REF" | "PRESENT_REF" | "FUTURE_REF") {
        return true;
    }
    if let Some(length) = value.strip_prefix('P') {
        return length.ends_with(|c: char| c.is_ascii_uppercase())
            && all(length, |c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '.');
    }
    let (date, time) = match value.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (value, None),
    };
    let time_fits =
        time.is_none_or(|time| matches!(time, "MO" | "AF" | "EV" | "NI") || all(time, |c| c.is_ascii_digit() || c == ':' || c == 'Z'));
    let mut parts = date.split('-');
    let year_fits = parts.next().is_some_and(|year| (2..=4).contains(&year.len()) && all(year, digit_or_x));
    let rest_fits = parts.all(|part| part.len() <= 3 && all(part, |c| c.is_ascii_digit() || c.is_ascii_uppercase()));
    year_fits && rest_fits && time_fits
}

/// What must hold for any text and any report date.
fn check_reading(text: &str, reported: Option<NaiveDate>) {
    let reading = read(text, reported);
    let mut last_end = 0;
    for expression in &reading.expressions {
        let range = expression.span.as_range();
        assert!(range.start >= last_end && range.end > range.start, "{text:?}: {expression:?}");
        assert!(text.get(range.clone()).is_some(), "{text:?}: {expression:?}");
        assert!(is_timex3(&expression.value), "{text:?}: {expression:?}");
        last_end = range.end;
    }
    let mut last_expression = 0;
    for words in &reading.dates {
        assert!(text.get(words.span.as_range()).is_some(), "{text:?}: {words:?}");
        assert!(words.first_expression == last_expression && words.end_expression > words.first_expression, "{text:?}: {words:?}");
        last_expression = words.end_expression;
        if let Some(range) = words.date.and_then(|date| date.range().copied()) {
            assert!(range.first.is_some() || range.last.is_some());
            assert!(range.first.is_none_or(|first| range.last.is_none_or(|last| first <= last)), "{text:?}: {words:?}");
        }
    }
    let mut last_end = 0;
    for sentence in &reading.sentences {
        assert!(sentence.span.start >= last_end && !sentence.span.of(text).is_empty(), "{text:?}: {sentence:?}");
        last_end = sentence.span.end;
    }
}

/// Pieces that dates are made of, and some that break them.
const PIECES: &[&str] = &[
    "April",
    "May",
    "25",
    "2022",
    "31",
    "Feb.",
    "29",
    "0",
    "99999999999999999999",
    "last",
    "next",
    "this",
    "the",
    "of",
    "two",
    "twenty",
    "-",
    "five",
    "days",
    "weeks",
    "years",
    "centuries",
    "ago",
    "later",
    "before",
    "after",
    "every",
    "Saturday",
    "and",
    "to",
    "until",
    "from",
    "quarter",
    "third",
    "Q",
    "4",
    "half",
    "hundred",
    "thousand",
    "million",
    ":",
    "10",
    "pm",
    "KST",
    "(GMT",
    "+9)",
    ",",
    ".",
    "noon",
    "morning",
    "night",
    "early",
    "mid",
    "late",
    "end",
    "Christmas",
    "Easter",
    "weekend",
    "summer",
    "fall",
    "'",
    "’",
    "\"",
    "1999s",
    "'90s",
    "century",
    "20th",
    "st",
    "st.",
    "today",
    "tomorrow",
    "year",
    "earlier",
    "than",
    "a",
    "couple",
    "few",
    "now",
    "soon",
    "\n",
    "년",
    "월",
    "일",
    "é",
    "–",
    "/",
    "$",
    "%",
    "21:10",
    "1,500",
    "5 1/2",
    "1/2/3",
    "2022-02-30",
    "9999",
    "0001",
    "will",
    "was",
    "same",
    "period",
    "the year",
    "following",
    "recent",
    "back in",
    "since",
    "planned to",
    "starting",
    "pushed to",
    "May 3, 2019\n",
    "9/11",
    "1990's",
];

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_can_be_read(text in "\\PC{0,200}", day in 0_i32..3_652_058) {
        check_reading(&text, NaiveDate::from_num_days_from_ce_opt(day + 1));
    }

    #[test]
    fn any_unicode_can_be_read(text in "(?s).{0,120}", day in 0_i32..3_652_058) {
        check_reading(&text, NaiveDate::from_num_days_from_ce_opt(day + 1));
    }

    #[test]
    fn any_heap_of_date_words_can_be_read(picks in proptest::collection::vec((0..PIECES.len(), 0..3_usize), 0..40), day in 0_i32..3_652_058) {
        let text: String = picks.iter().flat_map(|(piece, gap)| [PIECES[*piece], ["", " ", "\u{a0}"][*gap]]).collect();
        check_reading(&text, NaiveDate::from_num_days_from_ce_opt(day + 1));
        check_reading(&text, None);
    }
}

#[test]
fn a_long_text_of_one_kind_is_read_in_one_go() {
    for piece in [
        "7",
        "last ",
        "a",
        "April 25 and ",
        "\"",
        "1,",
        "early ",
        "...",
        "- ",
        "twenty-",
        "the end of ",
        "'",
        "Sat ",
        "(",
        "May 3, 2019\n",
        "since the ",
        "to to ",
        "the same period ",
        "but on ",
    ] {
        let text = piece.repeat(200_000 / piece.len());
        check_reading(&text, Some(reported()));
    }
}
