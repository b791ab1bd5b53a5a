//! What changed, in the words a reader sees: "1 day earlier", "7 days later, then cancelled".

use chrono::NaiveDate;

use crate::civil::{ClaimedDate, Precision, calendar};
use crate::events::{Claim, Facet, Kind};
use crate::timeline::{Announcement, Basis, Change, ChangeKind, State};

use super::labels::{DateStyle, Length, claimed_text, clock_text, counted, grouped};

/// "Lantern Bay OST", with the part where there is one: "Lantern Bay, season 2".
pub fn subject_text(announcement: &Announcement) -> String {
    let mut text = if announcement.subject.is_empty() { "Unnamed".to_owned() } else { announcement.subject.clone() };
    if let Some(part) = announcement.part.as_ref().filter(|part| !text.to_lowercase().contains(&part.to_lowercase())) {
        text = format!("{text}, {part}");
    }
    text
}

/// "release", "cast", "place of the concert", "format", "release in Japan".
pub fn kind_text(announcement: &Announcement) -> String {
    let side = side_word(announcement.facet);
    let mut text = match (announcement.facet, announcement.kind) {
        (Facet::When, kind) | (Facet::Who, kind @ Kind::Casting) => happening(kind).to_owned(),
        // an event of no kind of its own says nothing by its name
        (_, Kind::Other | Kind::Report) => side.to_owned(),
        (Facet::Who, kind) => format!("{side} in the {}", happening(kind)),
        (Facet::Where | Facet::Shape, kind) => format!("{side} of the {}", happening(kind)),
    };
    if let Some(territory) = &announcement.territory {
        text = format!("{text} · {territory}");
    }
    text
}

/// What an announcement is about, in one word of [`kind_text`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// When something of a kind happens, or who is cast.
    Kind(Kind),
    /// Who, where or in which format.
    Side(Facet),
}

impl Topic {
    /// "release", "cast", "place", "format".
    pub const fn shown(self) -> &'static str {
        match self {
            // among kinds, "date" would say nothing
            Self::Kind(Kind::Other) => "other",
            Self::Kind(kind) => happening(kind),
            Self::Side(side) => side_word(side),
        }
    }
}

/// What it is about.
pub fn topic_of(announcement: &Announcement) -> Topic {
    match (announcement.facet, announcement.kind) {
        (Facet::When, kind) | (Facet::Who, kind @ Kind::Casting) => Topic::Kind(kind),
        (side, _) => Topic::Side(side),
    }
}

/// A kind of happening as it stands after a name: a noun that can also follow "the". What is of no kind of its own says
/// at least that it is a date.
pub const fn happening(kind: Kind) -> &'static str {
    match kind {
        Kind::Production => "production",
        Kind::Personal => "private matter",
        Kind::Legal => "court case",
        Kind::Other => "date",
        _ => kind.shown(),
    }
}

/// What about it, as it stands after a name: "solo or duet" is a format.
pub const fn side_word(side: Facet) -> &'static str {
    match side {
        Facet::Shape => "format",
        _ => side.shown(),
    }
}

/// "Lantern Bay OST · release".
pub fn title_text(announcement: &Announcement) -> String {
    format!("{} · {}", subject_text(announcement), kind_text(announcement))
}

/// A value: a date, or the words where it is none; "no date" where there is neither.
pub fn value_text(claim: Option<&Claim>, words: Option<&str>, style: DateStyle, length: Length) -> String {
    match (claim, words) {
        (Some(claim), Some(words)) => format!("{words}, {}", claimed_text(&claim.date, style, length)),
        (Some(claim), None) => claimed_text(&claim.date, style, length),
        (None, Some(words)) => words.to_owned(),
        (None, None) => "no date".to_owned(),
    }
}

/// A kind of change in a word, as a newspaper prints it: "postponed", "cancelled", "sources disagree".
pub const fn kind_word(kind: ChangeKind) -> &'static str {
    match kind {
        ChangeKind::Postponed => "postponed",
        ChangeKind::FormatChanged => "format changed",
        _ => kind.shown(),
    }
}

/// How a change is known; `n_articles` are those that say so.
pub const fn basis_words(basis: Basis, n_articles: usize) -> &'static str {
    match basis {
        Basis::Stated if n_articles == 1 => "the article says so",
        Basis::Stated | Basis::Compared => basis.shown(),
    }
}

/// Where an announcement stands; `last_report` is the last day of which anything is known.
pub fn standing_words(announcement: &Announcement, last_report: Option<NaiveDate>) -> &'static str {
    match announcement.state {
        State::Dated if has_passed(announcement, last_report) => "scheduled, and the date has passed",
        State::Dated => "scheduled",
        State::Undated | State::Cancelled | State::Happened => announcement.state.shown(),
    }
}

/// Whether what was ahead when it was last told lies before the last report: nobody says that it took place.
pub fn has_passed(announcement: &Announcement, last_report: Option<NaiveDate>) -> bool {
    let last = announcement.current.as_ref().and_then(|claim| claim.date.last());
    announcement.state == State::Dated && last.zip(last_report).is_some_and(|(last, report)| last < report)
}

/// Whether articles disagree about it, and nothing else ever changed.
pub fn is_only_disputed(announcement: &Announcement) -> bool {
    announcement.is_changed() && seen_changes(announcement).all(|(_, change)| change.kind == ChangeKind::Conflict)
}

/// How many announcements changed, and about how many more articles only disagree.
pub fn n_changed_and_disputed(announcements: &[Announcement]) -> (usize, usize) {
    let n_disputed = announcements.iter().filter(|announcement| is_only_disputed(announcement)).count();
    (announcements.iter().filter(|announcement| announcement.is_changed()).count() - n_disputed, n_disputed)
}

/// "5 of 22 announcements changed, 1 disputed": the same words wherever it is told; `all` are the announcements, counted.
pub fn changed_count_text((n_changed, n_disputed): (usize, usize), all: &str) -> String {
    let n = if n_changed == 0 { "None".to_owned() } else { grouped(n_changed) };
    let disputed = if n_disputed > 0 { format!(", {} disputed", grouped(n_disputed)) } else { String::new() };
    format!("{n} of {all} changed{disputed}")
}

/// Where an announcement stands now; both values where articles disagree.
pub fn now_text(announcement: &Announcement, style: DateStyle, length: Length) -> String {
    let value = value_text(announcement.current.as_ref(), announcement.current_text.as_deref(), style, length);
    if let Some((_, newest)) = seen_changes(announcement).next_back().filter(|(_, change)| change.kind == ChangeKind::Conflict) {
        return format!("{} or {}", from_text(newest, style, length), to_text(newest, style, length));
    }
    match announcement.state {
        State::Cancelled => "cancelled".to_owned(),
        State::Undated if announcement.current.is_none() && announcement.current_text.is_none() => "no date".to_owned(),
        _ => value,
    }
}

/// After a value that is only inferred.
pub const UNSAID: &str = " (implied)";
/// The same as a screen reader tells it, which shows no tooltip.
const UNSAID_IN_FULL: &str = " (implied, said by no article)";

/// In place of an old value that no article tells: no date to be struck.
pub const NOT_STATED: &str = "not stated";

/// A value before a change.
pub fn from_text(change: &Change, style: DateStyle, length: Length) -> String {
    if change.from.is_none() && change.from_text.is_none() {
        return if change.kind == ChangeKind::Reinstated { "off".to_owned() } else { NOT_STATED.to_owned() };
    }
    let words = value_text(change.from.as_ref(), change.from_text.as_deref(), style, length);
    if change.from_inferred { format!("{words}{UNSAID}") } else { words }
}

/// What the two values of a change are called: the old and the new one, or two that are both said.
pub const fn ends_words(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::Conflict => ("one", "other"),
        _ => ("was", "now"),
    }
}

/// How a value came to hold no more: "moved to 3 May", "postponed", "now a duet".
pub fn led_away_text(change: &Change, style: DateStyle) -> String {
    match change.kind {
        ChangeKind::MovedEarlier | ChangeKind::MovedLater => match &change.to {
            Some(to) => format!("moved to {}", claimed_text(&ClaimedDate { clock: None, ..to.date }, style, Length::Short)),
            None => change_text(change, style),
        },
        _ => change_text(change, style),
    }
}

/// "Was Mon 25 Apr 2022. " for screen readers; nothing where no article tells it.
pub fn was_clause(change: &Change, style: DateStyle) -> String {
    let is_told = change.from.is_some() || change.from_text.is_some();
    let was = if change.kind == ChangeKind::Conflict { "One article says" } else { "Was" };
    if !is_told {
        return String::new();
    }
    format!("{was} {}. ", from_text(change, style, Length::Full).replace(UNSAID, UNSAID_IN_FULL))
}

/// A value after a change; the change's own word where it leaves none.
pub fn to_text(change: &Change, style: DateStyle, length: Length) -> String {
    match change.kind {
        ChangeKind::Postponed if change.to.is_none() => "no new date".to_owned(),
        ChangeKind::Cancelled => "cancelled".to_owned(),
        _ if change.to.is_none() && change.to_text.is_none() => kind_word(change.kind).to_owned(),
        _ => value_text(change.to.as_ref(), change.to_text.as_deref(), style, length),
    }
}

/// "1 day earlier", "now a duet", "extended to 12 Oct".
pub fn change_text(change: &Change, style: DateStyle) -> String {
    let to = || to_text(change, style, Length::Short);
    match change.kind {
        ChangeKind::MovedEarlier | ChangeKind::MovedLater => moved_text(change),
        ChangeKind::Extended | ChangeKind::Shortened => format!("{} to {}", change.kind.shown(), end_or_value(change, style)),
        ChangeKind::TimeChanged => match change.to.as_ref().and_then(|to| to.date.clock.map(|clock| (clock, to.date.first()))) {
            Some((clock, day)) => format!("now {}", clock_text(clock, day)),
            None => kind_word(change.kind).to_owned(),
        },
        ChangeKind::Replaced | ChangeKind::FormatChanged if change.to.is_some() || change.to_text.is_some() => format!("now {}", to()),
        // "the lead has left", and nobody is named who comes
        ChangeKind::Replaced if change.from_text.is_some() => {
            format!("without {}", value_text(change.from.as_ref(), change.from_text.as_deref(), style, Length::Short))
        }
        _ => kind_word(change.kind).to_owned(),
    }
}

/// The same beside an arrow that leads from report to report: "date moved 1 day earlier", for the arrow points to what was
/// reported next and not to the earlier date.
pub fn date_change_text(change: &Change, style: DateStyle) -> String {
    let text = change_text(change, style);
    if is_move(change) { format!("date moved {}", text.trim_start_matches("moved ")) } else { text }
}

/// Whether there is a value after a change; none where something is called off.
pub const fn leads_to_value(change: &Change) -> bool {
    change.to.is_some() || change.to_text.is_some()
}

/// Whether the words of a change say more than the value it led to: "1 day earlier" does, "now a duet" does not.
pub fn says_more(change: &Change, style: DateStyle) -> bool {
    let (how, to) = (change_text(change, style), to_text(change, style, Length::Short));
    how != to && how.strip_prefix("now ") != Some(to.as_str())
}

fn end_or_value(change: &Change, style: DateStyle) -> String {
    let (from, to) = (change.from.as_ref().map(|c| &c.date), change.to.as_ref().map(|c| &c.date));
    match (from.and_then(ClaimedDate::last), to.and_then(ClaimedDate::last)) {
        (Some(before), Some(after)) if before != after => super::labels::day_short(after, style),
        _ => to_text(change, style, Length::Short),
    }
}

/// How far and which way; months where both values are months.
fn moved_text(change: &Change) -> String {
    let way = if change.kind == ChangeKind::MovedEarlier { "earlier" } else { "later" };
    if let Some(n) = change.n_days.and_then(|n| usize::try_from(n.unsigned_abs()).ok()) {
        return format!("{} {way}", counted(n, "day"));
    }
    match n_months(change) {
        Some(n) if n > 0 => format!("{} {way}", counted(n, "month")),
        _ => format!("moved {way}"),
    }
}

fn n_months(change: &Change) -> Option<usize> {
    use chrono::Datelike as _;
    let (from, to) = (change.from.as_ref()?.date.range().copied()?, change.to.as_ref()?.date.range().copied()?);
    if from.precision != Precision::Month || to.precision != Precision::Month || from.shade.is_some() || to.shade.is_some() {
        return None;
    }
    let months = |day: chrono::NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
    usize::try_from((months(to.first?) - months(from.first?)).unsigned_abs()).ok()
}

/// The changes a reader must see, oldest first.
pub fn seen_changes(announcement: &Announcement) -> impl DoubleEndedIterator<Item = (usize, &Change)> {
    announcement.changes.iter().enumerate().filter(|(_, change)| change.kind.is_change())
}

/// How often it really changed: that articles disagree is no change.
pub fn n_steps(announcement: &Announcement) -> usize {
    seen_changes(announcement).filter(|(_, change)| change.kind != ChangeKind::Conflict).count()
}

/// The whole story in a few words: "1 day earlier", "7 days later, then 1 day earlier", "moved 3 times, now 14 days after the first date",
/// "7 days later; sources disagree".
pub fn summary_text(announcement: &Announcement, style: DateStyle) -> Option<String> {
    let steps: Vec<_> = seen_changes(announcement).map(|(_, change)| change).filter(|change| change.kind != ChangeKind::Conflict).collect();
    let newest = seen_changes(announcement).next_back().map(|(_, change)| change)?;
    let is_disputed = seen_changes(announcement).count() > steps.len();
    let told = steps_text(&steps, style);
    Some(match (told, newest.kind) {
        (None, _) => change_text(newest, style),
        (Some(told), ChangeKind::Conflict) => format!("{told}; {}", change_text(newest, style)),
        (Some(told), _) if is_disputed => format!("{told}, after sources disagreed"),
        (Some(told), _) => told,
    })
}

/// The same in the fewest words: "moved 2 times".
pub fn brief_text(announcement: &Announcement, style: DateStyle) -> Option<String> {
    let only_moves = seen_changes(announcement).all(|(_, change)| is_move(change));
    match n_steps(announcement) {
        0 | 1 => summary_text(announcement, style),
        n => Some(format!("{} {n} times", if only_moves { "moved" } else { "changed" })),
    }
}

/// The newest of it: "last: 7 days later", "sources disagree, after 2 moves".
pub fn newest_text(announcement: &Announcement, style: DateStyle) -> Option<String> {
    let newest = seen_changes(announcement).next_back().map(|(_, change)| change)?;
    let told = change_text(newest, style);
    let only_moves = seen_changes(announcement).all(|(_, change)| is_move(change) || change.kind == ChangeKind::Conflict);
    Some(match (n_steps(announcement), newest.kind) {
        (0, _) => told,
        (n, ChangeKind::Conflict) => format!("{told}, after {}", counted(n, if only_moves { "move" } else { "change" })),
        (1, _) => told,
        _ => format!("last: {told}"),
    })
}

/// The changes between which a summary speaks: the first that left a date and the newest; of a long chain whose summary names
/// only the newest, that one.
pub fn summed_up(announcement: &Announcement) -> Option<(&Change, &Change)> {
    let steps: Vec<_> = seen_changes(announcement).map(|(_, change)| change).collect();
    let (first, last) = (steps.iter().copied().find(|change| change.from.is_some())?, steps.last().copied()?);
    let is_chain = n_steps(announcement) > 2 && last.kind != ChangeKind::Conflict;
    let is_whole = !is_chain || steps.first().is_some_and(|first| is_move(last) && distance_text(first, last).is_some());
    Some((if is_whole { first } else { last }, last))
}

/// Some changes in a few words, oldest first.
fn steps_text(steps: &[&Change], style: DateStyle) -> Option<String> {
    match steps {
        [] => None,
        [only] => Some(change_text(only, style)),
        [first, second] if first.kind == ChangeKind::Postponed && is_move(second) => Some(put_off_text(second)),
        [first, second] => Some(format!("{}, then {}", change_text(first, style), change_text(second, style))),
        [first, .., last] => {
            let how = if steps.iter().all(|change| is_move(change)) { "moved" } else { "changed" };
            let now = if is_move(last) { distance_text(first, last) } else { None };
            let now = now.or_else(|| (!is_move(last) || how == "changed").then(|| format!("last: {}", change_text(last, style))));
            Some(format!("{how} {} times{}", steps.len(), now.map(|now| format!(", {now}")).unwrap_or_default()))
        }
    }
}

/// A new date after the old one was withdrawn: "postponed, in the end by 20 days".
fn put_off_text(change: &Change) -> String {
    let way = moved_text(change);
    match (way.strip_suffix(" later"), way.strip_suffix(" earlier")) {
        (Some("moved"), _) => "postponed, now to a later date".to_owned(),
        (Some(by), _) => format!("postponed, in the end by {by}"),
        (None, Some("moved") | None) => "postponed, now to an earlier date".to_owned(),
        (None, Some(by)) => format!("postponed, now {by} before the old date"),
    }
}

const fn is_move(change: &Change) -> bool {
    matches!(change.kind, ChangeKind::MovedEarlier | ChangeKind::MovedLater)
}

/// "now 14 days after the first date"; `None` where either end is no single day.
fn distance_text(first: &Change, last: &Change) -> Option<String> {
    let (before, after) = (first.from.as_ref()?.date.single_day()?, last.to.as_ref()?.date.single_day()?);
    let n = calendar::days_between(before, after);
    if n == 0 {
        return Some("now back on the first date".to_owned());
    }
    let days = counted(usize::try_from(n.unsigned_abs()).unwrap_or(usize::MAX), "day");
    Some(format!("now {days} {} the first date", if n < 0 { "before" } else { "after" }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::civil::DateRange;

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn change(kind: ChangeKind, from: Option<DateRange>, to: Option<DateRange>) -> Change {
        let claim = |range| Claim { date: ClaimedDate::days(range), expression: None, derivation: None };
        let days = |range: Option<DateRange>| range.and_then(|range| range.single_day());
        Change {
            kind,
            basis: Basis::Stated,
            reported: ymd(2022, 4, 21),
            n_days: days(from).zip(days(to)).map(|(a, b)| calendar::days_between(a, b)),
            from: from.map(claim),
            from_event: None,
            to: to.map(claim),
            to_event: None,
            from_text: None,
            to_text: None,
            from_inferred: false,
            before: vec![],
            after: vec![],
            note: None,
        }
    }

    #[track_caller]
    fn check(change: &Change, expected: &str) {
        assert_eq!(change_text(change, DateStyle::DayMonth), expected);
    }

    #[test]
    fn a_move_says_how_far_and_which_way() {
        let day = |d| Some(DateRange::day(ymd(2022, 4, d)));
        check(&change(ChangeKind::MovedEarlier, day(25), day(24)), "1 day earlier");
        check(&change(ChangeKind::MovedLater, day(3), day(24)), "21 days later");
        check(&change(ChangeKind::MovedLater, DateRange::month(2022, 4), DateRange::month(2022, 6)), "2 months later");
        check(
            &change(ChangeKind::MovedLater, DateRange::month(2022, 4), DateRange::season(2022, crate::civil::Season::Summer)),
            "moved later",
        );
    }

    #[test]
    fn words_that_only_repeat_the_value_are_known() {
        let day = |d| Some(DateRange::day(ymd(2022, 4, d)));
        assert!(says_more(&change(ChangeKind::MovedEarlier, day(25), day(24)), DateStyle::DayMonth));
        assert!(!says_more(&change(ChangeKind::Cancelled, day(25), None), DateStyle::DayMonth));
        let mut duet = change(ChangeKind::FormatChanged, None, None);
        duet.to_text = Some("a duet".to_owned());
        assert!(!says_more(&duet, DateStyle::DayMonth));
    }

    #[test]
    fn other_changes_say_what_holds_now() {
        let run = |last| DateRange::range(ymd(2022, 9, 1), ymd(2022, 10, last));
        check(&change(ChangeKind::Extended, run(1), run(12)), "extended to 12 Oct");
        check(&change(ChangeKind::Postponed, run(1), None), "postponed");
        let mut duet = change(ChangeKind::FormatChanged, None, None);
        duet.to_text = Some("a duet".to_owned());
        check(&duet, "now a duet");
    }

    fn announcement_of(changes: Vec<Change>) -> Announcement {
        Announcement {
            key: String::new(),
            subject: "Low Tide".to_owned(),
            kind: crate::events::Kind::Release,
            facet: Facet::When,
            part: None,
            territory: None,
            state: State::Dated,
            current: None,
            current_event: None,
            current_text: None,
            events: vec![],
            changes,
            is_background: false,
        }
    }

    #[track_caller]
    fn check_summary(changes: Vec<Change>, expected: &str) {
        assert_eq!(summary_text(&announcement_of(changes), DateStyle::DayMonth).as_deref(), Some(expected));
    }

    #[test]
    fn a_chain_of_changes_is_told_step_by_step_and_a_long_one_from_its_ends() {
        let day = |d| Some(DateRange::day(ymd(2024, 5, d)));
        let later = || change(ChangeKind::MovedLater, day(3), day(10));
        let earlier = || change(ChangeKind::MovedEarlier, day(10), day(9));
        let withdrawn = || change(ChangeKind::Postponed, day(9), None);
        check_summary(vec![later()], "7 days later");
        check_summary(vec![later(), earlier()], "7 days later, then 1 day earlier");
        check_summary(vec![later(), withdrawn()], "7 days later, then postponed");
        check_summary(vec![later(), earlier(), withdrawn()], "changed 3 times, last: postponed");
        check_summary(vec![later(), earlier(), later()], "moved 3 times, now 7 days after the first date");
        let back = change(ChangeKind::MovedEarlier, day(9), day(3));
        check_summary(vec![later(), earlier(), back], "moved 3 times, now back on the first date");
        check_summary(vec![later(), withdrawn(), later()], "changed 3 times, now 7 days after the first date");
    }

    #[test]
    fn the_dates_of_a_summary_are_those_it_speaks_of() {
        let day = |d| Some(DateRange::day(ymd(2024, 5, d)));
        let ends = |changes: Vec<Change>| {
            let told = announcement_of(changes);
            let (first, last) = summed_up(&told).unwrap();
            let single = |claim: &Option<Claim>| claim.as_ref().and_then(|claim| claim.date.single_day());
            (single(&first.from), single(&last.to))
        };
        let vague = || change(ChangeKind::MovedLater, DateRange::month(2024, 4), day(3));
        let withdrawn = || change(ChangeKind::Postponed, day(3), None);
        let later = || change(ChangeKind::MovedLater, day(3), day(10));
        assert_eq!(ends(vec![later(), change(ChangeKind::MovedEarlier, day(10), day(9))]), (Some(ymd(2024, 5, 3)), Some(ymd(2024, 5, 9))));
        // "changed 3 times, last: 7 days later": of the last one, and not from the month that the first one left
        assert_eq!(ends(vec![vague(), withdrawn(), later()]), (Some(ymd(2024, 5, 3)), Some(ymd(2024, 5, 10))));
    }

    #[test]
    fn a_new_date_after_a_withdrawn_one_says_what_it_is_counted_from() {
        let day = |d| Some(DateRange::day(ymd(2024, 5, d)));
        let withdrawn = || change(ChangeKind::Postponed, day(3), None);
        check_summary(vec![withdrawn(), change(ChangeKind::MovedLater, day(3), day(23))], "postponed, in the end by 20 days");
        check_summary(
            vec![withdrawn(), change(ChangeKind::MovedLater, DateRange::month(2024, 5), DateRange::month(2024, 7))],
            "postponed, in the end by 2 months",
        );
        check_summary(
            vec![withdrawn(), change(ChangeKind::MovedLater, day(3), DateRange::season(2024, crate::civil::Season::Summer))],
            "postponed, now to a later date",
        );
        check_summary(vec![withdrawn(), change(ChangeKind::MovedEarlier, day(3), day(2))], "postponed, now 1 day before the old date");
    }

    #[test]
    fn a_dispute_is_named_and_not_counted_as_a_change() {
        let day = |d| Some(DateRange::day(ymd(2024, 5, d)));
        let later = || change(ChangeKind::MovedLater, day(3), day(10));
        let dispute = || change(ChangeKind::Conflict, day(3), day(10));
        check_summary(vec![dispute()], "sources disagree");
        check_summary(vec![later(), dispute()], "7 days later; sources disagree");
        check_summary(vec![dispute(), later()], "7 days later, after sources disagreed");
        let newest = |changes: Vec<Change>| newest_text(&announcement_of(changes), DateStyle::DayMonth).unwrap();
        assert_eq!(newest(vec![later(), later(), dispute()]), "sources disagree, after 2 moves");
        assert_eq!(newest(vec![later(), later()]), "last: 7 days later");
        check_summary(
            vec![later(), later(), dispute(), later()],
            "moved 3 times, now 7 days after the first date, after sources disagreed",
        );
    }
}
