//! Hand-made articles and statements for tests: one line each.

use std::fmt::Write as _;
use std::sync::Arc;

use chrono::NaiveDate;
use dateline::article::{Article, DateSource, ReportDate};
use dateline::civil::edtf::edtf;
use dateline::civil::{ClaimedDate, Clock, DateRange, Recurrence, Season, Unit, Zone};
use dateline::events::{Claim, Event, Facet, Heading, Kind, Lore, Says, Stated, Status, Subject, Voice, find_events, study};
use dateline::language::read;
use dateline::text::Span;
use dateline::timeline::{Announcement, Change, Timeline};

/// Reads "2022-04-24", "2022-04", "2022", "summer 2022", "a/b", "a/..", "../b", "every SA,SU", each with " 21:00 Asia/Seoul".
pub fn claimed(text: &str) -> ClaimedDate {
    let mut words = text.split(' ');
    let first = words.next().unwrap();
    let mut read = match first {
        "every" => ClaimedDate::recurring(Recurrence::from_rrule(&format!("FREQ=WEEKLY;BYDAY={}", words.next().unwrap())).unwrap()),
        "summer" => ClaimedDate::days(DateRange::season(words.next().unwrap().parse().unwrap(), Season::Summer).unwrap()),
        _ => ClaimedDate::days(range(first)),
    };
    if let Some(time) = words.next() {
        let (hour, minute) = time.split_once(':').unwrap();
        let zone = words.next().map(|name| Zone::from_name(name).unwrap());
        read = read.at(Clock::new(hour.parse().unwrap(), minute.parse().unwrap(), zone).unwrap());
    }
    read
}

fn range(text: &str) -> DateRange {
    match text.split_once('/') {
        Some((first, "..")) => range(first).since(),
        Some(("..", last)) => range(last).until(),
        Some((first, last)) => DateRange::range(first.parse().unwrap(), last.parse().unwrap()).unwrap(),
        None if text.len() == 4 => DateRange::year(text.parse().unwrap()).unwrap(),
        None if text.len() == 7 => DateRange::month(text[..4].parse().unwrap(), text[5..].parse().unwrap()).unwrap(),
        None => DateRange::day(text.parse().unwrap()),
    }
}

/// An article of one text and what it states.
pub fn told_on(day: NaiveDate, text: &str) -> (Article, Vec<Event>) {
    let mut article = Article::new(text.to_owned(), "a.txt".to_owned());
    article.reported = Some(ReportDate::new(day, DateSource::DateLine));
    let reading = read(&article.text, Some(day));
    let names = study(&article, &reading);
    let events = find_events(&article, &reading, names, &Lore::default());
    (article, events)
}

/// A statement in the making.
#[derive(Clone, Debug)]
pub struct Say {
    event: Event,
    from: Option<String>,
}

/// The thing comes out on that day.
pub fn says(when: &str) -> Say {
    let words: Vec<&str> = "Glass Harbour OST".split(' ').collect();
    let subject =
        Subject { text: words.join(" "), name: vec!["glass".into(), "harbour".into()], thing: "song".into(), ..Subject::default() };
    let claim = (!when.is_empty()).then(|| Claim { date: claimed(when), expression: None, derivation: None });
    let event = Event {
        article: 0,
        subject,
        kind: Kind::Release,
        facet: Facet::When,
        part: None,
        territory: None,
        status: Status::Scheduled,
        claim,
        value_text: None,
        sources: Vec::new(),
        voice: Voice::Outlet,
        quote: Span::default(),
        heading: Heading::No,
        stated: None,
        is_background: false,
        about: None,
        notes: Vec::new(),
    };
    Say { event, from: None }
}

/// That value no longer holds.
pub fn was(when: &str) -> Say {
    says(when).status(Status::Superseded)
}

/// It moved from the one to the other; either may be empty.
pub fn moved(from: &str, to: &str) -> Say {
    says(to).news(Says::Moved).old(from)
}

/// The date is withdrawn.
pub fn postponed(from: &str) -> Say {
    says("").news(Says::Postponed).old(from).status(Status::Postponed)
}

/// Called off.
pub fn cancelled() -> Say {
    says("").news(Says::Cancelled).status(Status::Cancelled)
}

/// A value that is no date.
pub fn words(facet: Facet, text: &str) -> Say {
    let mut say = says("");
    say.event.facet = facet;
    say.event.value_text = (!text.is_empty()).then(|| text.to_owned());
    say
}

impl Say {
    pub fn status(mut self, status: Status) -> Self {
        self.event.status = status;
        self
    }

    pub fn kind(mut self, kind: Kind) -> Self {
        self.event.kind = kind;
        self
    }

    pub fn news(mut self, says: Says) -> Self {
        let plain = Stated {
            says,
            cue: Span::default(),
            from: None,
            from_text: None,
            from_inferred: false,
            is_earlier: false,
            shift: None,
            is_history: false,
        };
        self.event.stated = Some(plain);
        self
    }

    fn stated(&mut self) -> &mut Stated {
        self.event.stated.as_mut().expect("call news first")
    }

    pub fn old(mut self, when: &str) -> Self {
        self.from = (!when.is_empty()).then(|| when.to_owned());
        self.stated().from = (!when.is_empty()).then(|| Claim { date: claimed(when), expression: None, derivation: None });
        self
    }

    pub fn old_words(mut self, text: &str) -> Self {
        self.stated().from_text = Some(text.to_owned());
        self
    }

    pub fn inferred(mut self) -> Self {
        self.stated().from_inferred = true;
        self
    }

    pub fn by(mut self, n: i64, unit: Unit) -> Self {
        self.stated().shift = Some((n, unit));
        self
    }

    pub fn history(mut self) -> Self {
        self.stated().is_history = true;
        self
    }

    pub fn heading(mut self) -> Self {
        self.event.heading = Heading::Yes;
        self
    }

    pub fn background(mut self) -> Self {
        self.event.is_background = true;
        self
    }

    pub fn citing(mut self, sources: &[&str]) -> Self {
        self.event.sources = sources.iter().map(|&source| source.to_owned()).collect();
        self
    }

    pub fn about(mut self, subject: &str) -> Self {
        self.event.subject = Subject { text: subject.to_owned(), name: dateline::text::fold::folded_words(subject), ..Subject::default() };
        self
    }

    pub fn part(mut self, part: &str) -> Self {
        self.event.part = Some(part.to_owned());
        self
    }

    pub fn report_of(mut self, idx: u32) -> Self {
        self.event.kind = Kind::Report;
        self.event.about = Some(idx);
        self
    }
}

/// Articles in the making.
#[derive(Clone, Debug, Default)]
pub struct Story {
    pub read: Vec<(Arc<Article>, Vec<Event>)>,
}

impl Story {
    pub fn new() -> Self {
        Self::default()
    }

    /// One more article; `reported` is "2022-04-19", "2022-04-19 09:30" or empty. The file is named by its number.
    pub fn article(mut self, reported: &str, said: Vec<Say>) -> Self {
        let file = format!("{:03}.txt", self.read.len());
        let mut article = Article::new(String::new(), file);
        let mut parts = reported.split(' ');
        article.reported =
            parts.next().filter(|day| !day.is_empty()).map(|day| ReportDate::new(day.parse().unwrap(), DateSource::DateLine));
        if let (Some(reported), Some(time)) = (&mut article.reported, parts.next()) {
            reported.time = Some(time.parse().unwrap());
        }
        let events = said.into_iter().map(|say| write_down(&mut article.text, say)).collect();
        self.read.push((Arc::new(article), events));
        self
    }

    pub fn timeline(&self) -> Timeline {
        Timeline::build(self.read.clone(), Vec::new(), 0)
    }
}

/// Writes a sentence for the statement, so that quotes and date words are true ranges.
fn write_down(text: &mut String, say: Say) -> Event {
    let mut event = say.event;
    let start = text.len();
    let span_from = |text: &str, at: usize| Span::from_offsets(at, text.len());
    write!(text, "“{}” ({})", event.subject.text, event.status.name()).unwrap();
    if let Some(from) = &say.from {
        text.push_str(" from ");
        let at = text.len();
        text.push_str(from);
        let span = span_from(text, at);
        if let Some(claim) = event.stated.as_mut().and_then(|stated| stated.from.as_mut()) {
            claim.expression = Some(span);
        }
    }
    if let Some(claim) = &mut event.claim {
        text.push_str(" on ");
        let at = text.len();
        text.push_str(&edtf(&claim.date).unwrap_or_else(|| "some day".to_owned()));
        claim.expression = Some(span_from(text, at));
    }
    text.push('.');
    event.quote = span_from(text, start);
    text.push_str("\n\n");
    event
}

/// One change a line: report day, kind, basis, was → now, days, articles that tell it.
pub fn told(timeline: &Timeline, change: &Change) -> String {
    let value = |claim: &Option<Claim>, text: &Option<String>| match (claim, text) {
        (Some(claim), _) => edtf(&claim.date).unwrap_or_else(|| "recurring".to_owned()),
        (None, Some(text)) => text.clone(),
        (None, None) => "–".to_owned(),
    };
    let days = change.n_days.filter(|n| *n != 0).map(|n| format!(" ({n:+})")).unwrap_or_default();
    let articles: Vec<String> =
        timeline.witnesses(change).articles.iter().map(|idx| timeline.articles[*idx as usize].file[..3].to_owned()).collect();
    let (from, to) = (value(&change.from, &change.from_text), value(&change.to, &change.to_text));
    format!("{} {} {} {from} → {to}{days} by {}", change.reported, change.kind.name(), change.basis.name(), articles.join(" "))
}

/// The history of the first announcement, a line a step; then where it stands.
pub fn history(timeline: &Timeline) -> Vec<String> {
    let Some(announcement) = timeline.announcements.first() else { return Vec::new() };
    let mut lines: Vec<String> = announcement.changes.iter().map(|change| told(timeline, change)).collect();
    lines.push(stands(announcement));
    lines
}

fn stands(announcement: &Announcement) -> String {
    let current = announcement.current.as_ref().map(|claim| edtf(&claim.date).unwrap_or_else(|| "recurring".to_owned()));
    let current = current.or(announcement.current_text.clone()).unwrap_or_else(|| "–".to_owned());
    format!("{} {current}", announcement.state.name())
}
