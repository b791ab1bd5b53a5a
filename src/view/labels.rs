//! Dates in a reader's words: as exact as the article was, the zone beside the time, in the style chosen.

use chrono::{Datelike as _, NaiveDate, NaiveDateTime, Offset as _, TimeZone as _, Weekday};
use chrono_tz::OffsetName as _;

use crate::civil::{ClaimedDate, Clock, DateRange, Frequency, Precision, Recurrence, Season, Shade, When, Zone};
use crate::text::named;

named! {
    /// How days are written.
    DateStyle {
        /// 24 Apr 2022.
        DayMonth "day_month" "24 Apr 2022",
        /// Apr 24, 2022.
        MonthDay "month_day" "Apr 24, 2022",
        /// 2022-04-24.
        Iso "iso" "2022-04-24",
    }
}

pub(super) const MONTHS: [&str; 12] =
    ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/// "April".
pub fn month_name(day: NaiveDate) -> &'static str {
    MONTHS.get(day.month0() as usize).copied().unwrap_or_default()
}

/// "Apr".
pub fn month_short(day: NaiveDate) -> &'static str {
    month_name(day).get(..3).unwrap_or_default()
}

/// "Sun".
pub const fn weekday_short(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "Mon",
        Weekday::Tue => "Tue",
        Weekday::Wed => "Wed",
        Weekday::Thu => "Thu",
        Weekday::Fri => "Fri",
        Weekday::Sat => "Sat",
        Weekday::Sun => "Sun",
    }
}

/// "24 Apr": for places where the year is plain to see.
pub fn day_short(day: NaiveDate, style: DateStyle) -> String {
    match style {
        DateStyle::DayMonth => format!("{} {}", day.day(), month_short(day)),
        DateStyle::MonthDay => format!("{} {}", month_short(day), day.day()),
        DateStyle::Iso => iso(day),
    }
}

/// "24 Apr 2022".
pub fn day_year(day: NaiveDate, style: DateStyle) -> String {
    match style {
        DateStyle::DayMonth => format!("{} {} {}", day.day(), month_short(day), day.year()),
        DateStyle::MonthDay => format!("{} {}, {}", month_short(day), day.day(), day.year()),
        DateStyle::Iso => iso(day),
    }
}

/// "Sun 24 Apr 2022".
pub fn day_full(day: NaiveDate, style: DateStyle) -> String {
    let gap = if style == DateStyle::MonthDay { ", " } else { " " };
    format!("{}{gap}{}", weekday_short(day.weekday()), day_year(day, style))
}

/// "24 April 2022", for sentences to be cited.
pub fn day_long(day: NaiveDate) -> String {
    format!("{} {} {}", day.day(), month_name(day), day.year())
}

fn iso(day: NaiveDate) -> String {
    format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day())
}

/// How much of a date to write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// "24 Apr".
    Short,
    /// "Sun 24 Apr 2022".
    Full,
    /// "24 April 2022".
    Long,
}

fn day_text(day: NaiveDate, style: DateStyle, length: Length) -> String {
    match length {
        Length::Short => day_short(day, style),
        Length::Full => day_full(day, style),
        Length::Long => day_long(day),
    }
}

/// A claimed date with its clock time: "Mon 25 Apr 2022, 00:00 KST".
pub fn claimed_text(claimed: &ClaimedDate, style: DateStyle, length: Length) -> String {
    let days = match &claimed.when {
        When::Days(range) => range_text(range, style, length),
        When::Recurring(rule) => recurrence_text(*rule),
    };
    match claimed.clock {
        Some(clock) => format!("{days}, {}", clock_text(clock, claimed.first())),
        None => days,
    }
}

/// "00:00 KST"; the zone as it is called on that day.
pub fn clock_text(clock: Clock, day: Option<NaiveDate>) -> String {
    match clock.zone {
        None => clock.hhmm(),
        Some(zone) => format!("{} {}", clock.hhmm(), zone_text(zone, day.and_then(|day| clock.on(day)))),
    }
}

fn zone_text(zone: Zone, at: Option<NaiveDateTime>) -> String {
    let Zone::Named(tz) = zone else { return format!("UTC{}", zone.name()) };
    let at = at.unwrap_or_else(|| NaiveDate::from_ymd_opt(2000, 1, 1).unwrap_or_default().into());
    let local = tz.from_local_datetime(&at).earliest();
    let short = local.as_ref().and_then(|local| local.offset().abbreviation().map(str::to_owned));
    match (short, local) {
        (Some(short), _) if short.starts_with(char::is_alphabetic) => short,
        (_, Some(local)) => format!("UTC{}", crate::civil::clock::offset_text(local.offset().fix().local_minus_utc() / 60)),
        _ => tz.name().to_owned(),
    }
}

fn range_text(range: &DateRange, style: DateStyle, length: Length) -> String {
    let shade = match range.shade {
        Some(Shade::Early) => "early ",
        Some(Shade::Mid) => "mid-",
        Some(Shade::Late) => "late ",
        Some(Shade::About) => "about ",
        None => "",
    };
    match (range.first, range.last) {
        (Some(first), Some(last)) => format!("{shade}{}", closed_text(first, last, range.precision, style, length)),
        (Some(first), None) => format!("from {shade}{}", end_text(first, range.precision, style, length)),
        (None, Some(last)) => format!("until {shade}{}", end_text(last, range.precision, style, length)),
        (None, None) => "no date".to_owned(),
    }
}

/// One end of an open range, as precise as its words.
fn end_text(day: NaiveDate, precision: Precision, style: DateStyle, length: Length) -> String {
    match precision {
        Precision::Day | Precision::Range | Precision::Weekend | Precision::Week => day_text(day, style, length),
        _ => closed_text(day, day, precision, style, length),
    }
}

fn closed_text(first: NaiveDate, last: NaiveDate, precision: Precision, style: DateStyle, length: Length) -> String {
    let year = first.year();
    match precision {
        Precision::Day => day_text(first, style, length),
        Precision::Weekend => format!("the weekend of {}", day_text(first, style, length)),
        Precision::Week => format!("the week of {}", day_text(first, style, length)),
        Precision::Month => format!("{} {year}", month_name(first)),
        Precision::Season => season_text(first),
        Precision::Quarter => format!("Q{} {year}", first.month0() / 3 + 1),
        Precision::Half => format!("{} half of {year}", if first.month() <= 6 { "first" } else { "second" }),
        Precision::Year => year.to_string(),
        Precision::Range => between_text(first, last, style, length),
    }
}

fn between_text(first: NaiveDate, last: NaiveDate, style: DateStyle, length: Length) -> String {
    let same_month = first.month() == last.month() && first.year() == last.year();
    match (style, length) {
        (DateStyle::DayMonth, Length::Short) if same_month => format!("{}–{}", first.day(), day_short(last, style)),
        (DateStyle::DayMonth | _, Length::Long) if same_month => format!("{}–{}", first.day(), day_long(last)),
        _ => format!("{} – {}", day_text(first, style, length), day_text(last, style, length)),
    }
}

/// "spring 2022", "winter 2022–23".
fn season_text(first: NaiveDate) -> String {
    let (word, year) = match first.month() {
        3..=5 => ("spring", first.year()),
        6..=8 => ("summer", first.year()),
        9..=11 => ("autumn", first.year()),
        // a shaded winter begins in the next year
        1 | 2 => ("winter", first.year() - 1),
        _ => ("winter", first.year()),
    };
    match word {
        "winter" => format!("{word} {year}–{:02}", (year + 1) % 100),
        _ => Season::starting(first).map_or_else(|| format!("{word} {year}"), |(year, _)| format!("{word} {year}")),
    }
}

const WEEK: [Weekday; 7] = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// "every Sat and Sun", "every 2 weeks on Mon", "every day".
pub fn recurrence_text(rule: Recurrence) -> String {
    let days: Vec<_> = WEEK.iter().filter(|day| rule.falls_on(**day)).map(|day| weekday_short(*day)).collect();
    let unit = match rule.frequency {
        Frequency::Daily => "day",
        Frequency::Weekly => "week",
        Frequency::Monthly => "month",
        Frequency::Yearly => "year",
    };
    let days = and_list(&days);
    match (rule.interval, days.is_empty()) {
        (0 | 1, true) => format!("every {unit}"),
        (0 | 1, false) => format!("every {days}"),
        (n, true) => format!("every {n} {unit}s"),
        (n, false) => format!("every {n} {unit}s on {days}"),
    }
}

/// "a", "a and b", "a, b and c".
pub fn and_list<S: AsRef<str>>(words: &[S]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [first @ .., last] => {
            let first: Vec<&str> = first.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", first.join(", "), last.as_ref())
        }
    }
}

/// "Dec 2020" for "December 2020": for places with little room.
pub fn with_short_months(text: &str) -> String {
    MONTHS.iter().fold(text.to_owned(), |text, month| text.replace(month, month.get(..3).unwrap_or(month)))
}

/// "1 article", "2 articles".
pub fn counted(n: usize, one: &str) -> String {
    let is_story = one.ends_with('y') && !["ay", "ey", "oy"].iter().any(|end| one.ends_with(end));
    let many = if is_story { format!("{}ies", one.trim_end_matches('y')) } else { format!("{one}s") };
    format!("{} {}", grouped(n), if n == 1 { one } else { &many })
}

/// A sentence that may be broken anywhere but within "by 2 articles", "21 Apr", "Apr 21" and "Apr 2022".
pub fn kept_together(text: &str) -> String {
    let is_number = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_digit());
    let mut whole = String::with_capacity(text.len());
    let mut before = "";
    for word in text.split(' ') {
        let is_told_by = before == "by" && is_number(word);
        let counts = is_number(before) && before.len() < 4 && word.starts_with(char::is_alphabetic);
        let is_year = is_number(word.trim_end_matches(|c: char| c.is_ascii_punctuation()))
            && before.ends_with(char::is_alphabetic)
            && MONTHS.iter().any(|month| before.get(..3) == month.get(..3));
        if !whole.is_empty() {
            whole.push(if counts || is_year || is_told_by { '\u{a0}' } else { ' ' });
        }
        whole.push_str(word);
        before = word;
    }
    whole.replace("named source", "named\u{a0}source")
}

/// "19 Apr 2022 · Harbour Daily · cites Mina Sol" in lines of whole parts that fit, with no dot where a line ends.
pub fn parts_in_lines(text: &str, fits: impl Fn(&str) -> bool) -> String {
    let mut lines: Vec<String> = Vec::new();
    for part in text.split(" · ") {
        let longer = lines.last().map(|line| format!("{line} · {part}")).filter(|line| fits(line));
        match (longer, lines.last_mut()) {
            (Some(longer), Some(line)) => *line = longer,
            _ => lines.push(part.to_owned()),
        }
    }
    lines.join("\n")
}

const NUMBERS: [&str; 13] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];

/// "two", "13": a number as it stands in a sentence.
pub fn number_in_words(n: usize) -> String {
    NUMBERS.get(n).map_or_else(|| grouped(n), |number| (*number).to_owned())
}

/// "one article", "two articles", "13 articles": as a sentence counts.
pub fn counted_in_words(n: usize, one: &str) -> String {
    let counted = counted(n, one);
    counted.split_once(' ').map_or(counted.clone(), |(_, things)| format!("{} {things}", number_in_words(n)))
}

/// 1234567 as "1 234 567", with thin gaps that never break.
pub fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let mut out = String::with_capacity(digits.len() * 2);
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) && digits.len() > 4 {
            out.push('\u{a0}');
        }
        out.push(digit);
    }
    out
}

/// The first `n` characters that end at a word, with "…" where more follows.
pub fn elided(text: &str, n: usize) -> String {
    let text = text.trim();
    let Some((cut, _)) = text.char_indices().nth(n) else { return text.to_owned() };
    let head = text.get(..cut).unwrap_or_default();
    let end = head.rfind(char::is_whitespace).filter(|at| *at > cut / 2).unwrap_or(cut);
    format!("{}…", head.get(..end).unwrap_or_default().trim_end_matches([',', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono_tz::Tz;

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    #[track_caller]
    fn check(range: Option<DateRange>, short: &str, full: &str) {
        let claimed = ClaimedDate::days(range.unwrap());
        assert_eq!(claimed_text(&claimed, DateStyle::DayMonth, Length::Short), short);
        assert_eq!(claimed_text(&claimed, DateStyle::DayMonth, Length::Full), full);
    }

    #[test]
    fn a_date_is_written_as_exactly_as_it_was_said() {
        check(Some(DateRange::day(ymd(2022, 4, 24))), "24 Apr", "Sun 24 Apr 2022");
        check(DateRange::month(2022, 6).map(|m| m.with_shade(Shade::Early)), "early June 2022", "early June 2022");
        check(DateRange::month(2022, 6).map(|m| m.with_shade(Shade::Mid)), "mid-June 2022", "mid-June 2022");
        check(DateRange::month(2021, 7).map(DateRange::since), "from July 2021", "from July 2021");
        check(Some(DateRange::day(ymd(2022, 10, 12)).until()), "until 12 Oct", "until Wed 12 Oct 2022");
        check(DateRange::season(2022, Season::Winter), "winter 2022–23", "winter 2022–23");
        check(DateRange::season(2022, Season::Summer).map(|s| s.with_shade(Shade::Late)), "late summer 2022", "late summer 2022");
        check(DateRange::quarter(2022, 4), "Q4 2022", "Q4 2022");
        check(DateRange::half(2022, 2), "second half of 2022", "second half of 2022");
        check(DateRange::range(ymd(2022, 4, 23), ymd(2022, 4, 25)), "23–25 Apr", "Sat 23 Apr 2022 – Mon 25 Apr 2022");
        check(DateRange::weekend(ymd(2022, 4, 23)), "the weekend of 23 Apr", "the weekend of Sat 23 Apr 2022");
    }

    #[test]
    fn a_clock_time_carries_its_zone_as_it_is_called_that_day() {
        let at = |tz, day| {
            let clock = Clock::new(0, 0, Some(Zone::Named(tz))).unwrap();
            claimed_text(&ClaimedDate::days(DateRange::day(day)).at(clock), DateStyle::DayMonth, Length::Short)
        };
        assert_eq!(at(Tz::Asia__Seoul, ymd(2022, 4, 25)), "25 Apr, 00:00 KST");
        assert_eq!(at(Tz::America__New_York, ymd(2022, 7, 1)), "1 Jul, 00:00 EDT");
        assert_eq!(at(Tz::America__New_York, ymd(2022, 1, 1)), "1 Jan, 00:00 EST");
    }

    #[test]
    fn the_three_styles_differ_only_in_order() {
        let day = ymd(2022, 4, 24);
        assert_eq!(
            DateStyle::ALL.iter().map(|s| day_full(day, *s)).collect::<Vec<_>>(),
            ["Sun 24 Apr 2022", "Sun, Apr 24, 2022", "Sun 2022-04-24"]
        );
    }

    #[test]
    fn a_number_stays_with_what_it_counts_and_a_month_with_its_year() {
        let check = |text: &str, expected: &str| assert_eq!(kept_together(text).replace('\u{a0}', "~"), expected);
        check("First reported Mon 29 Apr 2024 by 2 articles", "First reported Mon 29~Apr~2024 by~2~articles");
        check("Stated: the articles say so, 1 named source", "Stated: the articles say so, 1~named~source");
        check("Episode 5 in 2024 and Apr 24, 2024", "Episode 5~in 2024 and Apr~24, 2024");
        check("", "");
    }

    #[test]
    fn one_article_and_two_articles() {
        assert_eq!(counted(1, "article"), "1 article");
        assert_eq!(counted(2, "story"), "2 stories");
        assert_eq!(counted(21, "day"), "21 days");
        assert_eq!(counted_in_words(2, "article"), "two articles");
        assert_eq!(counted_in_words(21, "article"), "21 articles");
        assert_eq!(counted(1_234_567, "event"), "1\u{a0}234\u{a0}567 events");
    }

    #[test]
    fn long_words_are_cut_between_words() {
        assert_eq!(elided("The release of the song was moved", 20), "The release of the…");
        assert_eq!(elided("Short", 20), "Short");
    }

    #[test]
    fn who_said_it_is_broken_between_its_parts() {
        let label = "reported 10 Apr 2024 · Harbour Daily · cites The Spokesperson";
        let lines = |n_letters: usize| parts_in_lines(label, |line| line.chars().count() <= n_letters);
        assert_eq!(lines(80), label);
        assert_eq!(lines(40), "reported 10 Apr 2024 · Harbour Daily\ncites The Spokesperson");
        assert_eq!(lines(5), "reported 10 Apr 2024\nHarbour Daily\ncites The Spokesperson");
    }
}
