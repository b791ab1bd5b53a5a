//! Quotes: the sentences that say so, what leads up to them, and which of their words are marked.

use std::collections::BTreeSet;

use super::detail::event_of;
use super::labels::{DateStyle, day_short, day_year, elided};
use super::ledger::{Ledger, same_value};
use crate::article::Article;
use crate::events::{Claim, Event, Heading, Status};
use crate::text::Span;
use crate::timeline::{Announcement, AnnouncementId, Change, ChangeKind, EventId};

/// Which side of a change a quote tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Side {
    /// The old value.
    Was,
    /// The new value.
    Now,
    /// The new value again, in another article.
    Also,
    /// Both values, in one sentence.
    Both,
    /// One of two values that articles of one day disagree about.
    One,
    /// The other of them.
    Other,
    /// There is no change: what is said.
    Says,
}

impl Side {
    /// The word above the quote.
    pub const fn shown(self) -> &'static str {
        match self {
            Self::Was => "WAS",
            Self::Now => "NOW",
            Self::Also => "ALSO",
            Self::Both => "WAS AND NOW",
            Self::One => "ONE SAYS",
            Self::Other => "ANOTHER SAYS",
            Self::Says => "SAYS",
        }
    }
}

/// A quote with what leads up to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quote {
    /// Which side it tells.
    pub side: Side,
    /// The event.
    pub event: EventId,
    /// Its article.
    pub article: u32,
    /// "reported 19 Apr 2022 · Harbour Daily · cites Mina Sol".
    pub label: String,
    /// The sentence before, where the quote opens with "It" or "However".
    pub lead: Option<Span>,
    /// The sentence itself.
    pub quote: Span,
    /// Words to be marked, with how.
    pub marks: Vec<(Span, Mark)>,
}

/// How words of an article are marked, from the weakest to the strongest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Mark {
    /// Plain text.
    #[default]
    None,
    /// Adverts and link lines: never read.
    Clutter,
    /// A statement about something else.
    OtherQuote,
    /// A statement about this announcement.
    Quote,
    /// The words that say it changed.
    Cue,
    /// Date words that no longer hold.
    OldDate,
    /// Date words that hold.
    Date,
}

/// The earliest that carried the old value, and the clearest that states the new one; then one for each further article.
pub(super) fn change_quotes(ledger: &Ledger, change: &Change, style: DateStyle) -> Vec<Quote> {
    let mut quotes = Vec::new();
    let by_report = |id: &EventId| (ledger.report_day(*id).is_none(), ledger.report_day(*id), *id);
    let in_heading = |id: &EventId| event_of(ledger, *id).is_some_and(|(event, _)| event.heading == Heading::Yes);
    let tells_both = |id: &EventId| change.after.contains(id);
    // "in December" agrees with the 14th, and does not carry it
    let is_coarser = |id: &EventId| {
        let own = event_of(ledger, *id).and_then(|(event, _)| event.claim.as_ref());
        own.zip(change.from.as_ref()).is_some_and(|(own, from)| own.date.when != from.date.when)
    };
    let rank = |id: &EventId| (is_coarser(id), tells_both(id), by_report(id), in_heading(id));
    let old = change.before.iter().copied().min_by_key(rank).or(change.from_event);
    quotes.extend(old.and_then(|id| old_quote(ledger, change, id, style)));
    let mut after = change.after.clone();
    let clarity = |id: &EventId| {
        let Some((event, _)) = event_of(ledger, *id) else { return 9 };
        let misses_value = event.claim.is_none() && event.value_text.is_none();
        u8::from(in_heading(id)) * 4 + u8::from(misses_value) * 2 + u8::from(event.stated.is_none())
    };
    after.sort_by_key(|id| (clarity(id), by_report(id)));
    let mut articles = BTreeSet::new();
    for id in after {
        let Some((event, _)) = event_of(ledger, id) else { continue };
        if articles.insert(event.article) {
            let side = match (articles.len(), change.kind) {
                (1, ChangeKind::Conflict) => Side::Other,
                (1, _) => Side::Now,
                _ => Side::Also,
            };
            quotes.extend(quote_within(ledger, id, (side, Some(change)), style));
        }
    }
    quotes.truncate(6);
    let mut quotes = in_one_sentence(quotes);
    name_same_article(ledger, &mut quotes);
    quotes
}

/// Two quotes of one article must not read as if two reports said it.
fn name_same_article(ledger: &Ledger, quotes: &mut [Quote]) {
    let Some((was, later)) = quotes.split_first_mut() else { return };
    let sources = |id: EventId| ledger.timeline.events.get(id as usize).map(|event| &event.sources);
    for quote in later.iter_mut().filter(|quote| quote.article == was.article) {
        let own = sources(quote.event).filter(|own| Some(*own) != sources(was.event));
        quote.label = format!("the same article{}", own.map(|own| cites(own)).unwrap_or_default());
    }
}

/// Where one sentence tells the old value and the new one, it is quoted once.
fn in_one_sentence(mut quotes: Vec<Quote>) -> Vec<Quote> {
    let is_same = |a: &Quote, b: &Quote| a.side == Side::Was && b.side == Side::Now && (a.article, a.quote) == (b.article, b.quote);
    if quotes.first().zip(quotes.get(1)).is_some_and(|(was, now)| is_same(was, now)) {
        let was = quotes.remove(0);
        if let Some(now) = quotes.first_mut() {
            let is_new = |mark: &(Span, Mark)| !now.marks.iter().any(|(span, _)| *span == mark.0);
            let old: Vec<(Span, Mark)> = was.marks.into_iter().filter(is_new).collect();
            now.marks.extend(old);
            now.side = Side::Both;
        }
    }
    quotes
}

/// The quote of the old value. Where one article tells both, and the old value stands in a sentence of its own, it is
/// that sentence and not the one that tells the new value.
fn old_quote(ledger: &Ledger, change: &Change, id: EventId, style: DateStyle) -> Option<Quote> {
    if change.kind == ChangeKind::Conflict {
        return quote_within(ledger, id, (Side::One, Some(change)), style); // it is as valid as the other
    }
    let quote = quote_within(ledger, id, (Side::Was, Some(change)), style)?;
    let (_, article) = event_of(ledger, change.from_event.unwrap_or(id))?;
    let words = change.from.as_ref().and_then(|claim| claim.expression);
    let is_same_article = change.from_event.is_none_or(|from| article_of(ledger, from) == Some(quote.article));
    match words.filter(|words| change.after.contains(&id) && is_same_article && !words.overlaps(quote.quote)) {
        Some(words) => {
            let sentence = sentence_around(&article.text, words);
            Some(Quote { lead: lead_in(&article.text, sentence), quote: sentence, marks: vec![(words, Mark::OldDate)], ..quote })
        }
        None => Some(quote),
    }
}

fn article_of(ledger: &Ledger, id: EventId) -> Option<u32> {
    ledger.timeline.events.get(id as usize).map(|event| event.article)
}

/// Titles whose full stop ends no sentence.
const TITLES: [&str; 7] = ["Mr", "Mrs", "Ms", "Dr", "St", "Jr", "Sr"];

/// Whether a sentence ends with the mark before the byte `end`.
pub(super) fn ends_at(text: &str, end: usize) -> bool {
    let (Some(before), Some(after)) = (text.get(..end), text.get(end..)) else { return false };
    if before.ends_with('\n') {
        return true;
    }
    let word = before.trim_end_matches('.').rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let next = after.trim_start_matches(['”', '"', '’', ')']);
    let opens = next.trim_start().chars().next().is_none_or(|first| !first.is_lowercase());
    (next.is_empty() || next.starts_with(char::is_whitespace)) && opens && !TITLES.contains(&word)
}

/// The sentence that holds some words, as far as full stops tell.
fn sentence_around(text: &str, words: Span) -> Span {
    let ends = || text.match_indices(['.', '!', '?', '\n']).map(|(at, mark)| at + mark.len()).filter(|end| ends_at(text, *end));
    let head = ends().take_while(|end| *end <= words.start as usize).last().unwrap_or(0);
    let tail = ends().find(|end| *end > words.end as usize).unwrap_or(text.len());
    let sentence = text.get(head..tail).unwrap_or_default();
    let lead = sentence.len() - sentence.trim_start_matches(|c: char| c.is_whitespace() || "”\"’)".contains(c)).len();
    Span::from_offsets((head + lead).min(words.start as usize), head + sentence.trim_end().len())
}

pub(super) fn plain_quotes(ledger: &Ledger, announcement: &Announcement, style: DateStyle) -> Vec<Quote> {
    let mut articles = BTreeSet::new();
    let first = announcement.current_event.into_iter().chain(announcement.events.iter().copied());
    let chosen = first.filter(|id| event_of(ledger, *id).is_some_and(|(event, _)| articles.insert(event.article)));
    chosen.take(4).filter_map(|id| quote_of(ledger, id, Side::Says, style)).collect()
}

/// One event's quote, with its words marked.
pub fn quote_of(ledger: &Ledger, id: EventId, side: Side, style: DateStyle) -> Option<Quote> {
    quote_within(ledger, id, (side, None), style)
}

/// The same, as it tells a change.
fn quote_within(ledger: &Ledger, id: EventId, (side, change): (Side, Option<&Change>), style: DateStyle) -> Option<Quote> {
    let (event, article) = event_of(ledger, id)?;
    Some(Quote {
        side,
        event: id,
        article: event.article,
        label: witness_text(event, article, style),
        lead: lead_in(&article.text, event.quote),
        quote: event.quote,
        marks: change.map_or_else(|| marks_of(event, side == Side::Was), |change| marks_within(event, id, change)),
    })
}

/// "reported 19 Apr 2022 · Harbour Daily · cites Mina Sol": beside "was" and "now" a bare day would be taken for the
/// old date or the new one.
fn witness_text(event: &Event, article: &Article, style: DateStyle) -> String {
    let outlet = article.outlet.clone().unwrap_or_else(|| file_name(&article.file).to_owned());
    format!("{} · {outlet}{}", report_text(article, |day| day_year(day, style)), cites(&event.sources))
}

/// "reported 19 Apr 2022".
pub fn report_text(article: &Article, day_text: impl Fn(chrono::NaiveDate) -> String) -> String {
    article.report_day().map_or_else(|| "report date not known".to_owned(), |day| format!("reported {}", day_text(day)))
}

/// " · cites Mina Sol, via Stage Wire"; nothing where no source was found, for the quote may well name one.
fn cites(sources: &[String]) -> String {
    if sources.is_empty() { String::new() } else { format!(" · cites {}", sources.join(", via ")) }
}

/// Words to be set in quotation marks: the mark before them, the words, the mark after them. Marks within become single
/// ones, and words that are one quotation already get no second pair; the words keep their places in bytes.
pub fn set_off(words: &str) -> (&'static str, String, &'static str) {
    let is_mark = |c: char| matches!(c, '“' | '”' | '"');
    let inside = words.strip_prefix(is_mark).unwrap_or(words);
    let opens = inside.len() < words.len();
    let body = inside.strip_suffix(is_mark).unwrap_or(inside);
    let closes = body.len() < inside.len();
    if (opens || closes) && !body.contains(is_mark) {
        // the words' own marks stand for those around them
        return (if opens { "" } else { "“" }, words.to_owned(), if closes { "" } else { "”" });
    }
    let single = |c: char| match c {
        '“' => '‘',
        '”' => '’',
        '"' => '\'',
        _ => c,
    };
    ("“", words.chars().map(single).collect(), "”")
}

/// Words in quotation marks.
pub fn quoted(words: &str) -> String {
    let (open, body, close) = set_off(words);
    format!("{open}{body}{close}")
}

/// The words of an event that are marked in its quote and article.
pub(super) fn marks_of(event: &Event, is_old: bool) -> Vec<(Span, Mark)> {
    let gone = is_old || event.status == Status::Superseded;
    let mut marks = Vec::new();
    if let Some(words) = event.claim.as_ref().and_then(|claim| claim.expression) {
        marks.push((words, if gone { Mark::OldDate } else { Mark::Date }));
    }
    if let Some(stated) = &event.stated {
        marks.push((stated.cue, Mark::Cue));
        marks.extend(stated.from.as_ref().and_then(|claim| claim.expression).map(|words| (words, Mark::OldDate)));
    }
    marks
}

/// The same where a change is shown: struck is what this change left, and a value that an earlier one left is plain.
fn marks_within(event: &Event, id: EventId, change: &Change) -> Vec<(Span, Mark)> {
    if change.kind == ChangeKind::Conflict {
        return marks_of(event, false); // nothing was left
    }
    let mut marks = Vec::new();
    let mut add = |words: Option<Span>, mark: Mark| marks.extend(words.map(|words| (words, mark)));
    if let Some(claim) = &event.claim {
        let tells_old = change.before.contains(&id) && !change.after.contains(&id);
        let is_new = !tells_old && change.to.as_ref().is_some_and(|to| same_value(&to.date, &claim.date));
        let holds = !tells_old && event.status != Status::Superseded;
        match () {
            () if is_left(claim, change) && !is_new && !still_holds(claim, change) => add(claim.expression, Mark::OldDate),
            () if is_new || holds => add(claim.expression, Mark::Date),
            () => {}
        }
    }
    if let Some(stated) = &event.stated {
        add(Some(stated.cue), Mark::Cue);
        let left = stated.from.as_ref().filter(|from| is_left(from, change));
        add(left.and_then(|from| from.expression), Mark::OldDate);
    }
    marks
}

/// Whether a date is the one that a change left, as exactly or less so.
fn is_left(claim: &Claim, change: &Change) -> bool {
    change.from.as_ref().is_some_and(|from| match (claim.date.range(), from.date.range()) {
        (Some(own), Some(left)) => own.overlaps(left),
        _ => same_value(&claim.date, &from.date),
    })
}

/// Whether a date that is not the old one itself agrees with the new one as well.
fn still_holds(claim: &Claim, change: &Change) -> bool {
    let is_old = change.from.as_ref().is_some_and(|from| same_value(&from.date, &claim.date));
    let new = change.to.as_ref().and_then(|to| to.date.range());
    !is_old && claim.date.range().zip(new).is_some_and(|(own, new)| own.overlaps(new))
}

const OPENERS: [&str; 12] = ["It", "However", "This", "That", "But", "They", "He", "She", "Now", "Instead", "The new", "Its"];

/// The sentence before a quote that cannot be understood without it.
fn lead_in(text: &str, quote: Span) -> Option<Span> {
    let words = quote.of(text).trim_start_matches(['“', '"', '‘', ' ']);
    let first_words = |opener: &&str| words.strip_prefix(*opener).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    if !OPENERS.iter().any(first_words) {
        return None;
    }
    let before = text.get(..quote.start as usize)?;
    let end = before.trim_end().len();
    let body = before.get(..end)?.trim_end_matches(['.', '!', '?', '”', '"', '’']);
    let stop = body.rfind(['.', '!', '?', '\n']).unwrap_or(0);
    let start = stop + body.get(stop..)?.find(char::is_alphanumeric)?;
    (end > start && end - start < 400).then(|| Span::from_offsets(start, end))
}

/// An article's text cut where its marking changes; together the pieces are the whole text.
pub fn marked_article(ledger: &Ledger, article: u32, announcement: Option<AnnouncementId>, change: Option<usize>) -> Vec<(Span, Mark)> {
    let Some(text) = ledger.timeline.articles.get(article as usize) else { return Vec::new() };
    let mut marks: Vec<(Span, Mark)> = text.clutter.iter().map(|span| (*span, Mark::Clutter)).collect();
    let shown = announcement.and_then(|id| ledger.at(id)).and_then(|(a, _)| change.and_then(|idx| a.changes.get(idx)));
    let from = ledger.timeline.events.partition_point(|event| event.article < article);
    let own = ledger.timeline.events.iter().zip(&ledger.timeline.homes).enumerate().skip(from);
    for (id, (event, home)) in own.take_while(|(_, (event, _))| event.article == article) {
        let is_ours = announcement.is_some() && (home.announcement == announcement || home.about == announcement);
        marks.push((event.quote, if is_ours { Mark::Quote } else { Mark::OtherQuote }));
        if is_ours {
            let within = shown.zip(EventId::try_from(id).ok());
            marks.extend(within.map_or_else(|| marks_of(event, false), |(change, id)| marks_within(event, id, change)));
        }
    }
    cut(&marks, &text.text)
}

/// Cuts a text into pieces of one marking each; the strongest wins.
pub fn cut(marks: &[(Span, Mark)], text: &str) -> Vec<(Span, Mark)> {
    let whole = Span::from_offsets(0, text.len());
    let fits = |at: &u32| text.is_char_boundary(*at as usize);
    let ends = marks.iter().flat_map(|(span, _)| [span.start, span.end]).chain([whole.start, whole.end]);
    let ends: BTreeSet<u32> = ends.filter(|at| *at <= whole.end).filter(fits).collect();
    let mut pieces: Vec<(Span, Mark)> = Vec::with_capacity(ends.len());
    for (start, end) in ends.iter().zip(ends.iter().skip(1)) {
        let piece = Span::new(*start, *end);
        let mark = marks.iter().filter(|(span, _)| span.overlaps(piece)).map(|(_, mark)| *mark).max().unwrap_or_default();
        match pieces.last_mut() {
            Some((before, known)) if *known == mark => before.end = *end,
            _ => pieces.push((piece, mark)),
        }
    }
    pieces
}

/// A date of no more letters is not broken over two lines.
const MOST_UNBROKEN: usize = 20;

/// A quote in pieces that look alike, on as few lines as there are: what is short and marked stays on one of them.
pub fn pieces_of(text: &str, quote: Span, marks: &[(Span, Mark)]) -> Vec<(String, Mark)> {
    let within = |at: u32| at.saturating_sub(quote.start);
    let inside = marks.iter().filter(|(span, _)| span.overlaps(quote));
    let marks: Vec<(Span, Mark)> = inside.map(|(span, mark)| (Span::new(within(span.start), within(span.end)), *mark)).collect();
    let words = quote.of(text);
    let set = |(piece, mark): (Span, Mark)| {
        let plain = piece.of(words).replace('\n', " ");
        let is_short = matches!(mark, Mark::Date | Mark::OldDate) && plain.chars().count() <= MOST_UNBROKEN;
        (if is_short { plain.replace(' ', "\u{a0}") } else { plain }, mark)
    };
    cut(&marks, words).into_iter().map(set).collect()
}

/// Whole words of a quote around what is marked in it, of `most` letters or little more; all of it where it is no longer.
pub fn part_around(text: &str, quote: Span, marks: &[(Span, Mark)], most: usize) -> Span {
    let n_letters = |span: Span| span.of(text).chars().count();
    if n_letters(quote) <= most {
        return quote;
    }
    let inside = || marks.iter().map(|(span, _)| *span).filter(|span| span.overlaps(quote));
    let start = inside().map(|span| span.start).min().unwrap_or(quote.start).max(quote.start);
    let end = inside().map(|span| span.end).max().unwrap_or(start).min(quote.end).max(start);
    let spare = most.saturating_sub(n_letters(Span::new(start, end)));
    let (before, after) = (Span::new(quote.start, start).of(text), Span::new(end, quote.end).of(text));
    let head = last_words(before, spare / 2);
    let tail = first_words(after, spare - head.chars().count());
    let head = last_words(before, spare - tail.chars().count());
    Span::from_offsets(start as usize - head.len(), end as usize + tail.len())
}

/// The last words of a text, of at most so many letters.
pub fn last_words(text: &str, most: usize) -> &str {
    let Some((cut, _)) = text.char_indices().rev().nth(most) else { return text };
    let tail = text.get(cut..).unwrap_or_default();
    tail.find(char::is_whitespace).and_then(|gap| tail.get(gap..)).map_or("", str::trim_start)
}

/// The first words of a text, of at most so many letters.
fn first_words(text: &str, most: usize) -> &str {
    let Some((cut, _)) = text.char_indices().nth(most) else { return text };
    let head = text.get(..cut).unwrap_or_default();
    head.rfind(char::is_whitespace).and_then(|gap| head.get(..gap)).map_or("", str::trim_end)
}

/// The last part of a path.
pub fn file_name(file: &str) -> &str {
    file.rsplit('/').next().unwrap_or(file)
}

/// What an article is called: its day and title, or its day and first words.
pub fn article_label(article: &Article, style: DateStyle) -> String {
    let day = article.report_day().map_or_else(|| "no date".to_owned(), |day| day_short(day, style));
    format!("{day} · {}", article_name(article))
}

/// What an article is called where its day is plain to see: its title, or its first words.
pub fn article_name(article: &Article) -> String {
    article.title.as_ref().map_or_else(|| elided(first_line(article), 48), |title| elided(title, 60))
}

/// The first line of an article that has words.
pub fn first_line(article: &Article) -> &str {
    article.text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("empty")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, quote: &str, expected: Option<&str>) {
        let start = text.find(quote).unwrap();
        let span = Span::from_offsets(start, start + quote.len());
        assert_eq!(lead_in(text, span).map(|span| span.of(text)), expected);
    }

    #[test]
    fn a_quote_that_opens_with_it_has_the_sentence_before() {
        check("The film was due in May. It will now open in June.", "It will now open in June.", Some("The film was due in May."));
        check("It will now open in June.", "It will now open in June.", None);
        check(
            "Mina spoke. The film was due in May. It will now open in June.",
            "It will now open in June.",
            Some("The film was due in May."),
        );
        check("Mina spoke. The film was due in May. Italy comes first.", "Italy comes first.", None);
    }

    #[track_caller]
    fn check_sentence(text: &str, words: &str, expected: &str) {
        let start = text.find(words).unwrap();
        assert_eq!(sentence_around(text, Span::from_offsets(start, start + words.len())).of(text), expected);
    }

    #[test]
    fn the_sentence_of_some_words_ends_at_its_full_stops() {
        let text = "The film will no longer open on June 14. The studio has postponed it. “It was due in May,” she said.\nNew day!";
        check_sentence(text, "June 14", "The film will no longer open on June 14.");
        check_sentence(text, "postponed", "The studio has postponed it.");
        check_sentence(text, "in May", "“It was due in May,” she said.");
        check_sentence(text, "New", "New day!");
        check_sentence("Mr. and Mrs. Sol open on 3 p.m. today. Yes.", "today", "Mr. and Mrs. Sol open on 3 p.m. today.");
    }

    #[test]
    fn the_pieces_of_a_marked_text_are_the_whole_text() {
        let text = "One – two three.";
        let pieces = cut(&[(Span::new(0, 18), Mark::Quote), (Span::new(8, 11), Mark::Date)], text);
        let joined: String = pieces.iter().map(|(span, _)| span.of(text)).collect();
        assert_eq!(joined, text);
        assert_eq!(pieces.iter().map(|(_, mark)| *mark).collect::<Vec<_>>(), [Mark::Quote, Mark::Date, Mark::Quote]);
    }

    #[test]
    fn a_short_date_stays_on_one_line_and_a_long_one_may_be_broken() {
        let text = "It is out on\nMay 3 at last, every Friday and Saturday at 9.";
        let date = |words: &str| text.find(words).map(|at| (Span::from_offsets(at, at + words.len()), Mark::Date)).unwrap();
        let marks = [date("May 3"), date("every Friday and Saturday at 9")];
        let pieces = pieces_of(text, Span::from_offsets(6, text.len()), &marks);
        let words: Vec<&str> = pieces.iter().map(|(words, _)| words.as_str()).collect();
        assert_eq!(words, ["out on ", "May\u{a0}3", " at last, ", "every Friday and Saturday at 9", "."]);
    }

    #[track_caller]
    fn check_quoted(words: &str, expected: &str) {
        assert_eq!(quoted(words), expected);
        assert_eq!(set_off(words).1.len(), words.len(), "marks of {words} keep their places");
    }

    #[test]
    fn quotation_marks_are_never_doubled() {
        check_quoted("It is out on May 3.", "“It is out on May 3.”");
        check_quoted("“It is out on May 3,”", "“It is out on May 3,”");
        check_quoted("\"It is out on May 3.\"", "\"It is out on May 3.\"");
        check_quoted("“Low Tide” is out on May 3.", "“‘Low Tide’ is out on May 3.”");
        check_quoted("The song \"Low Tide\" is out.", "“The song 'Low Tide' is out.”");
        check_quoted("“It is out,” she said, “on May 3.”", "“‘It is out,’ she said, ‘on May 3.’”");
        check_quoted("“We looked at three halls.", "“We looked at three halls.”");
        check_quoted("None was free.”", "“None was free.”");
    }

    #[track_caller]
    fn check_part(text: &str, marked: &[&str], most: usize, expected: &str) {
        let span = |words: &&str| text.find(words).map(|at| Span::from_offsets(at, at + words.len())).unwrap();
        let marks: Vec<(Span, Mark)> = marked.iter().map(|words| (span(words), Mark::Date)).collect();
        assert_eq!(part_around(text, Span::from_offsets(0, text.len()), &marks, most).of(text), expected);
    }

    #[test]
    fn a_long_quote_keeps_the_words_that_are_marked() {
        let text = "Mina Sol, who wrote it over one long winter, said on Monday that the song comes out on May 3 and not as planned.";
        check_part(text, &["May 3"], 200, text);
        check_part(text, &["May 3"], 40, "comes out on May 3 and not as planned.");
        check_part(text, &["Mina Sol"], 30, "Mina Sol, who wrote it over");
        check_part(text, &["Monday", "May 3"], 10, "Monday that the song comes out on May 3");
        check_part(text, &[], 20, "Mina Sol, who wrote");
        check_part("Älteste Straße der größten Stadt öffnet", &["größten"], 18, "der größten Stadt");
    }
}
