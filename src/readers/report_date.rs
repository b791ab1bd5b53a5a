//! When an article was published, by what stands around it: byline, file name, folder name, dateline.

use std::collections::BTreeSet;

use chrono::{NaiveDate, NaiveTime};

use super::Source;
use crate::article::{DateSource, ReportDate};
use crate::civil::calendar;
use crate::text::{Token, TokenKind, has_year_digits, tokenize};

/// How many lines from the top may hold a byline or a dateline.
const TOP_LINES: usize = 6;
/// A byline is short: longer lines are news.
const BYLINE_CHARS: usize = 120;
/// A dateline ends within so many characters.
const DATELINE_CHARS: usize = 90;
/// Years that a file name may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// What may stand beside the day on a line that holds nothing but the day.
const CLOCK_WORDS: [&str; 16] = ["am", "pm", "a", "p", "m", "at", "on", "kst", "ist", "et", "est", "edt", "gmt", "utc", "bst", "pt"];
const BYLINE_OPENERS: [&str; 8] =
    ["published", "posted", "first published", "date published", "published on", "publish date", "date:", "by "];
const LATER_WORDS: [&str; 3] = ["updated", "modified", "last update"];

/// A day that is believed only until better is known.
pub(super) fn doubted(reported: ReportDate) -> ReportDate {
    ReportDate { is_doubtful: true, ..reported }
}

/// The report date of a text without fields: byline, file name, folder name, dateline, in that order.
pub(super) fn of(text: &str, source: &Source<'_>) -> Option<ReportDate> {
    from_byline(text).or_else(|| from_names(source)).or_else(|| from_dateline(text, source))
}

/// From the file's name, else from the innermost folder that is named after a day.
pub(super) fn from_names(source: &Source<'_>) -> Option<ReportDate> {
    let (folders, name) = source.file.rsplit_once('/').unwrap_or(("", source.file));
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    if let Some(day) = day_in(stem) {
        return Some(ReportDate::new(day, DateSource::FileName));
    }
    let parts: Vec<_> = source.above.split('/').chain(folders.split('/')).filter(|part| !part.is_empty()).collect();
    let day = (1..=parts.len()).rev().find_map(|end| {
        // 2022-04-19/story.txt, or 2022/04/19/story.txt: a day in three parts.
        let own = day_in(parts.get(end - 1)?);
        own.or_else(|| parts.get(end.checked_sub(3)?..end).filter(|three| all_figures(three)).and_then(|three| day_in(&three.join("-"))))
    });
    day.map(|day| ReportDate::new(day, DateSource::FolderName))
}

fn all_figures(parts: &[&str]) -> bool {
    parts.iter().all(|part| part.bytes().all(|byte| byte.is_ascii_digit()))
}

/// "Published 19 April 2022", "By Ana Ruiz | April 19, 2022", or a line that is nothing but a day.
pub(super) fn from_byline(text: &str) -> Option<ReportDate> {
    let lines = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(TOP_LINES);
    let short = lines.filter(|line| line.chars().count() <= BYLINE_CHARS);
    for line in short {
        let folded = line.to_lowercase();
        if let Some(at) = LATER_WORDS.iter().filter_map(|word| folded.find(word)).min() {
            // "Published 19 April 2022, updated 21 April 2022": only what stands before.
            let Some(before) = folded.get(..at).filter(|before| opens_byline(before)) else { continue };
            if let Some(stamp) = stamp_in(before) {
                return Some(byline(stamp));
            }
            continue;
        }
        if (opens_byline(&folded) || is_only_a_day(&folded))
            && let Some(stamp) = stamp_in(line)
        {
            return Some(byline(stamp));
        }
    }
    None
}

/// Whether a line is nothing but who wrote it and when.
pub(super) fn is_byline(line: &str) -> bool {
    let folded = line.to_lowercase();
    let opens = opens_byline(&folded) || LATER_WORDS.iter().any(|word| folded.starts_with(word));
    line.chars().count() <= BYLINE_CHARS && !line.ends_with('.') && (opens && stamp_in(line).is_some() || is_signed(line))
}

/// "Ana Ruiz | 07-21-2024": a name beside a full date and nothing else.
fn is_signed(line: &str) -> bool {
    let is_name = |words: &str| {
        let starts_large = |word: &str| word.starts_with(char::is_uppercase) && word.chars().all(|c| c.is_alphabetic() || c == '.');
        (2..=3).contains(&words.split_whitespace().count()) && words.split_whitespace().all(starts_large)
    };
    line.split_once(['|', '•', '·'])
        .is_some_and(|(name, rest)| is_name(name) && has_year_digits(rest) && is_only_a_day(&rest.to_lowercase()))
}

fn byline((day, time): (NaiveDate, Option<NaiveTime>)) -> ReportDate {
    ReportDate { time, ..ReportDate::new(day, DateSource::Byline) }
}

fn opens_byline(folded: &str) -> bool {
    BYLINE_OPENERS.iter().any(|opener| folded.starts_with(opener))
}

fn is_only_a_day(folded: &str) -> bool {
    tokenize(folded).iter().filter(|token| token.kind == TokenKind::Word).all(|token| {
        let word = token.of(folded);
        month_from_word(word).is_some() || is_weekday(word) || CLOCK_WORDS.contains(&word) || is_ordinal(word) || word == "t" || word == "z"
    })
}

fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|day| is_short_for(word, day))
}

fn is_ordinal(word: &str) -> bool {
    matches!(word, "st" | "nd" | "rd" | "th")
}

/// "SEOUL, April 19 (Agency) —"; the year from the dateline, the names around it or, in doubt, the text.
fn from_dateline(text: &str, source: &Source<'_>) -> Option<ReportDate> {
    let opening = text.lines().map(str::trim).filter(|line| !line.is_empty()).take(TOP_LINES).find_map(dateline_words)?;
    if let Some(day) = day_in(opening) {
        return Some(ReportDate::new(day, DateSource::Dateline));
    }
    let (month, day) = month_and_day(opening)?;
    let in_names = year_in(source.file).or_else(|| year_in(source.above));
    let year = in_names.or_else(|| only_year_in(text))?;
    let reported = ReportDate::new(NaiveDate::from_ymd_opt(year, month, day)?, DateSource::Dateline);
    Some(if in_names.is_some() { reported } else { doubted(reported) })
}

/// What stands before the dash of a line that begins with a place in capitals.
fn dateline_words(line: &str) -> Option<&str> {
    let end = line.char_indices().nth(DATELINE_CHARS).map_or(line.len(), |(at, _)| at);
    let opening = line.get(..end)?;
    let dash = ["—", "–", "--", " - ", "― "].iter().filter_map(|dash| opening.find(dash)).min()?;
    let opening = opening.get(..dash)?;
    let place = opening.split([',', '(', '.']).next()?;
    let letters = place.chars().filter(|c| c.is_alphabetic());
    let is_place = letters.clone().count() >= 3 && letters.clone().all(char::is_uppercase);
    is_place.then_some(opening)
}

/// The one day with a year in a name or a short line.
pub(super) fn day_in(text: &str) -> Option<NaiveDate> {
    stamp_in(text).map(|(day, _)| day)
}

/// The first day with a year, and a clock time that follows it.
pub(super) fn stamp_in(text: &str) -> Option<(NaiveDate, Option<NaiveTime>)> {
    let tokens = tokenize(text);
    (0..tokens.len()).find_map(|at| {
        let rest = tokens.get(at..)?;
        if at > 0
            && tokens
                .get(at - 1)
                .is_some_and(|before| before.span.end == rest.first().map_or(0, |t| t.span.start) && before.kind != TokenKind::Mark)
        {
            return None; // in the middle of a word or a code
        }
        let (day, n_used) = day_at(text, rest)?;
        Some((day, rest.get(n_used..).and_then(|after| clock_at(text, after))))
    })
}

/// A day that begins with the first of these tokens, and how many it takes.
fn day_at(text: &str, tokens: &[Token]) -> Option<(NaiveDate, usize)> {
    let words: Vec<&str> = tokens.iter().take(8).filter(|token| token.kind != TokenKind::Break).map(|token| token.of(text)).collect();
    let is_separator = |word: &&str| matches!(*word, "-" | "_" | "." | "/" | "," | "–");
    let parts: Vec<(usize, &str)> = words
        .iter()
        .enumerate()
        .filter(|(_, word)| !is_separator(word) && !is_ordinal(&word.to_lowercase()))
        .map(|(at, word)| (at, *word))
        .collect();
    if let Some((_, compact)) = parts.first().filter(|(at, word)| *at == 0 && matches!(word.len(), 8 | 12 | 14))
        && let Some(day) = compact_day(compact)
    {
        return (!runs_on(tokens)).then_some((day, 1));
    }
    let [(0, a), (_, b), (last, c), ..] = parts[..] else { return None };
    // Only what stands close together: at most two separators between two parts.
    if last > 6 {
        return None;
    }
    let day = match (year_of(a), month_from_word(a), month_from_word(b), year_of(c)) {
        (Some(year), _, Some(month), _) => ymd(year, month, figures(c)?),
        (Some(year), _, None, _) if is_figures(b) && is_figures(c) => ymd(year, figures(b)?, figures(c)?),
        (_, Some(month), _, Some(year)) => ymd(year, month, figures(b)?),
        (_, _, Some(month), Some(year)) => ymd(year, month, figures(a)?),
        // With dots the day comes first, wherever that is written.
        (_, _, _, Some(year)) if is_figures(a) && is_figures(b) && words.get(1) == Some(&".") => ymd(year, figures(b)?, figures(a)?),
        (_, _, _, Some(year)) if is_figures(a) && is_figures(b) => unambiguous(year, figures(a)?, figures(b)?),
        _ => None,
    }?;
    Some((day, last + 1))
}

/// Whether a letter follows at once: "20220419a7" is a code.
fn runs_on(tokens: &[Token]) -> bool {
    matches!(tokens, [first, second, ..] if first.span.end == second.span.start && second.kind == TokenKind::Word)
}

fn compact_day(word: &str) -> Option<NaiveDate> {
    if !is_figures(word) {
        return None;
    }
    ymd(year_of(word.get(..4)?)?, figures(word.get(4..6)?)?, figures(word.get(6..8)?)?)
}

/// 19-04-2022 and 04-19-2022 say one thing each; 04-05-2022 says two.
fn unambiguous(year: i32, a: u32, b: u32) -> Option<NaiveDate> {
    match (a > 12, b > 12) {
        (true, false) => ymd(year, b, a),
        (false, true) => ymd(year, a, b),
        _ if a == b => ymd(year, a, b),
        _ => None,
    }
}

fn ymd(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

fn is_figures(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}

fn figures(word: &str) -> Option<u32> {
    (is_figures(word) && word.len() <= 2).then(|| word.parse().ok()).flatten()
}

fn year_of(word: &str) -> Option<i32> {
    (is_figures(word) && word.len() == 4).then(|| word.parse().ok()).flatten().filter(|year| YEARS.contains(year))
}

/// 1 to 12, for "April", "apr", "Sept".
fn month_from_word(word: &str) -> Option<u32> {
    let word = word.to_lowercase();
    let at = calendar::MONTHS.iter().position(|month| is_short_for(&word, month))?;
    u32::try_from(at + 1).ok()
}

fn is_short_for(word: &str, whole: &str) -> bool {
    matches!(word.len(), 3 | 4) && whole.starts_with(word) || word == whole
}

/// "April 19", "19 April" without a year.
fn month_and_day(text: &str) -> Option<(u32, u32)> {
    let tokens: Vec<_> = tokenize(text).into_iter().filter(|token| matches!(token.kind, TokenKind::Word | TokenKind::Number)).collect();
    tokens.windows(2).find_map(|pair| {
        let [a, b] = [pair.first()?.of(text), pair.last()?.of(text)];
        month_from_word(a).zip(figures(b)).or_else(|| month_from_word(b).zip(figures(a)))
    })
}

/// "10:30", "8.05 pm" within a few tokens.
fn clock_at(text: &str, tokens: &[Token]) -> Option<NaiveTime> {
    let words: Vec<&str> = tokens.iter().take(8).map(|token| token.of(text)).collect();
    let at = words.iter().position(|word| figures(word).is_some())?;
    let [hour, ":", minute, ..] = words.get(at..)? else { return None };
    let after = words.get(at + 3..).unwrap_or_default();
    let half = after.iter().take(3).map(|word| word.to_lowercase()).find(|word| word == "am" || word == "pm");
    let hour = match (figures(hour)?, half.as_deref()) {
        (12, Some("am")) => 0,
        (hour @ 1..=11, Some("pm")) => hour + 12,
        (hour, _) => hour,
    };
    NaiveTime::from_hms_opt(hour, figures(minute)?, 0)
}

fn years_in(text: &str) -> BTreeSet<i32> {
    tokenize(text).iter().filter_map(|token| year_of(token.of(text))).filter(|year| *year >= 1980).collect()
}

fn year_in(names: &str) -> Option<i32> {
    years_in(names).last().copied()
}

/// The year, where the text names one and no other.
fn only_year_in(text: &str) -> Option<i32> {
    let years = years_in(text);
    if years.len() == 1 { years.first().copied() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(file: &str, above: &str, text: &str, expected: &str) {
        let found = of(text, &Source { file, above, bytes: b"" });
        let shown = found.map_or_else(|| "none".to_owned(), |reported| format!("{} {}", reported.day, reported.source_text()));
        assert_eq!(shown, expected, "{above}/{file}: {text}");
    }

    #[test]
    fn the_day_is_in_the_file_name() {
        for name in [
            "2022-04-19.txt",
            "2022-04-19_song.txt",
            "song 20220419.txt",
            "20220419-1030.txt",
            "2022.04.19 song.txt",
            "song-19-04-2022.txt",
            "19 April 2022.txt",
            "Apr 19th, 2022.txt",
            "2022-Apr-19.txt",
        ] {
            check(name, "", "News.", "2022-04-19 file name");
        }
    }

    #[test]
    fn a_code_is_no_day() {
        for name in [
            "000_f6d14bccbb9ed5f6.txt",
            "a20220419b.txt",
            "04-05-2022.txt",
            "2022-13-45.txt",
            "12345678.txt",
            "1622.txt",
            "top-100-2022.txt",
        ] {
            check(name, "", "News.", "none");
        }
    }

    #[test]
    fn the_day_is_in_the_folder_name() {
        check("2010-04-06/1622.txt", "", "News.", "2010-04-06 folder name");
        check("1622.txt", "news/2010-04-06", "News.", "2010-04-06 folder name");
        check("2010-04-06/2010-04-07.txt", "", "News.", "2010-04-07 file name");
        check("2022/04/19/song.txt", "2020/01/01", "News.", "2022-04-19 folder name");
        check("song.txt", "home/2022/04/19", "News.", "2022-04-19 folder name");
    }

    #[test]
    fn a_byline_knows_best() {
        check("2022-05-01.txt", "", "Song is out\nPublished April 19, 2022 at 8:05 PM\n\nNews.", "2022-04-19 byline");
        check("a.txt", "", "Song is out\nBy Ana Ruiz | 19 Apr 2022\n\nNews.", "2022-04-19 byline");
        check("a.txt", "", "Tuesday, April 19, 2022 10:30 AM KST\nNews.", "2022-04-19 byline");
        check("a.txt", "", "Published: 2022-04-19T10:30:00+09:00, updated 2022-04-21\nNews.", "2022-04-19 byline");
        check("a.txt", "", "Updated April 21, 2022\nNews.", "none");
        check("a.txt", "", "The song is out on April 19, 2022, the agency said.", "none");
    }

    #[test]
    fn a_dateline_takes_its_year_from_around_it() {
        check("2022/a.txt", "", "SEOUL, April 19 — The song is out.", "2022-04-19 dateline");
        check("a.txt", "ost-2022", "SEOUL, April 19 (Agency) -- The song is out.", "2022-04-19 dateline");
        check("a.txt", "", "SEOUL, April 19, 2022 — The song is out.", "2022-04-19 dateline");
        check("a.txt", "", "SEOUL, 19 April — The song of 2022 is out.", "2022-04-19 dateline (doubtful)");
        check("a.txt", "", "SEOUL, April 19 — The song of 2022 follows that of 2020.", "none");
        check("2022/a.txt", "", "The song of April 19 — a duet — is out.", "none");
        check("2022/a.txt", "", "SEOUL (Agency) — The song is out on April 19.", "none");
    }

    #[test]
    fn the_clock_follows_the_day() {
        let stamp = stamp_in("Tue, 19 Apr 2022 20:05:00 GMT").map(|(day, time)| format!("{day} {time:?}"));
        assert_eq!(stamp.as_deref(), Some("2022-04-19 Some(20:05:00)"));
    }
}
