//! The simplest article file: `date 2022-04-19`, then the text.

use chrono::NaiveDate;

use super::{Head, Outcome, Source, encoding, problem, report_date};
use crate::article::{Article, DateSource, ReportDate};
use crate::text::unwrapped;

/// Any text whose first words are `date` and a day in figures.
pub(super) fn claims(head: &Head<'_>) -> bool {
    !head.is_binary && date_line(&head.text).is_some()
}

/// Reads the day, drops the words that gave it; the rest is the article.
pub(super) fn read(source: &Source<'_>) -> Outcome {
    let decoded = encoding::decoded(source.bytes, None);
    let Some((figures, rest)) = date_line(&decoded.text) else {
        return Outcome::failed(problem::no_report_date(source.file));
    };
    let mut outcome = Outcome::default();
    if decoded.has_bad_bytes {
        outcome.problems.push(problem::bad_bytes(source.file));
    }
    let day = day_from_figures(figures);
    if day.is_none() {
        outcome.problems.push(problem::impossible_date(source.file, figures));
    }
    if rest.is_empty() {
        outcome.problems.push(problem::empty(source.file));
        return outcome;
    }
    let mut article = Article::new(unwrapped(rest.to_owned()), source.file.to_owned());
    article.reported =
        day.map(|day| ReportDate::new(day, DateSource::DateLine)).or_else(|| report_date::from_names(source).map(report_date::doubted));
    outcome.articles.push(article);
    outcome
}

/// The day that the first words of a text say it was published on; `None` where they say none, or no day that there is.
pub fn day_of_date_line(text: &str) -> Option<NaiveDate> {
    day_from_figures(date_line(text)?.0)
}

/// The figures after `date`, and the text that follows them.
fn date_line(text: &str) -> Option<(&str, &str)> {
    let rest = text.trim_start();
    let word = rest.get(..4).filter(|word| word.eq_ignore_ascii_case("date"))?;
    let rest = rest.strip_prefix(word)?.trim_start_matches([':', ' ', '\t']);
    let end = rest.find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | '/' | '.'))).unwrap_or(rest.len());
    let figures = rest.get(..end)?.trim_end_matches(['.', '-', '/']);
    let parts: Vec<_> = figures.split(['-', '/', '.']).collect();
    let is_day = parts.len() == 3 && parts.iter().all(|part| !part.is_empty()) && parts.first().is_some_and(|year| year.len() == 4);
    is_day.then(|| (figures, rest.get(figures.len()..).unwrap_or_default().trim_start_matches(['.', ',', ':']).trim()))
}

fn day_from_figures(figures: &str) -> Option<NaiveDate> {
    let mut parts = figures.split(['-', '/', '.']);
    let year = parts.next()?.parse().ok().filter(|year| *year > 0)?;
    NaiveDate::from_ymd_opt(year, parts.next()?.parse().ok()?, parts.next()?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &str, reported: Option<&str>, text: &str, n_problems: usize) {
        let outcome = read(&Source { file: "a.txt", above: "", bytes: bytes.as_bytes() });
        let article = outcome.articles.first().expect("an article");
        assert_eq!(article.report_day().map(|day| day.to_string()).as_deref(), reported);
        assert_eq!(article.text, text);
        assert_eq!(outcome.problems.len(), n_problems, "{:?}", outcome.problems);
    }

    #[test]
    fn the_first_words_are_the_report_date() {
        check(" date 2022-04-21 The song is out.\r\n\r\nMore soon.\n", Some("2022-04-21"), "The song is out.\n\nMore soon.", 0);
        check("\u{feff}date 2022-04-21\nThe song is out.", Some("2022-04-21"), "The song is out.", 0);
        check("Date: 2022-4-9\tThe song is out.", Some("2022-04-09"), "The song is out.", 0);
        check("date 2022/04/09. The song is out.", Some("2022-04-09"), "The song is out.", 0);
    }

    #[test]
    fn a_day_that_is_in_no_calendar_is_told() {
        check("date 2022-13-45 The song is out.", None, "The song is out.", 1);
        check("date 2023-02-29 The song is out.", None, "The song is out.", 1);
        check("date 0000-01-01 The song is out.", None, "The song is out.", 1);
    }

    #[test]
    fn a_text_about_a_date_is_no_date_line() {
        for text in ["date night is on 2022-04-21", "dated 2022-04-21", "Date 5 of the tour is 2022-04-21", "date 2022-04", "dat"] {
            assert_eq!(date_line(text), None, "{text}");
        }
    }
}
