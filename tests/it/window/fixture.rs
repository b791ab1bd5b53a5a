//! A story built by hand, so that the window can be tried without reading any file.

use std::sync::Arc;

use chrono::NaiveDate;
use chrono_tz::Tz;
use dateline::app::{Command, Look, OpenWhat, Settings};
use dateline::article::{Article, DateSource, ReportDate};
use dateline::civil::{ClaimedDate, Clock, DateRange, Recurrence, Zone};
use dateline::events::{Claim, Event, Facet, Heading, Kind, Says, Stated, Status, Subject, Voice};
use dateline::text::Span;
use dateline::timeline::Timeline;
use dateline::ui::Window;
use dateline::view::Ledger;
use egui_kittest::Harness;

use crate::soft::Soft;

pub fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// One article with its statements.
pub struct Sheet {
    article: Article,
    events: Vec<Event>,
}

impl Sheet {
    pub fn new(file: &str, outlet: &str, reported: NaiveDate, text: &str) -> Self {
        let mut article = Article::new(text.to_owned(), file.to_owned());
        article.outlet = (!outlet.is_empty()).then(|| outlet.to_owned());
        article.reported = Some(ReportDate::new(reported, DateSource::DateLine));
        Self { article, events: Vec::new() }
    }

    pub fn titled(mut self, title: &str) -> Self {
        self.article.title = Some(title.to_owned());
        self
    }

    /// Found at that address; nowhere where there is none.
    pub fn at(mut self, url: &str) -> Self {
        self.article.url = (!url.is_empty()).then(|| url.to_owned());
        self
    }

    pub fn span(&self, words: &str) -> Span {
        let start = self.article.text.find(words).unwrap_or_else(|| panic!("{words:?} is not in {}", self.article.file));
        Span::from_offsets(start, start + words.len())
    }

    pub fn claim(&self, date: ClaimedDate, words: &str) -> Claim {
        Claim { date, expression: Some(self.span(words)), derivation: None }
    }

    /// A statement whose quote is the whole of `quote`.
    pub fn says(&mut self, subject: &str, thing: &str, kind: Kind, quote: &str, claim: Option<Claim>) -> &mut Event {
        let name = dateline::text::fold::folded_words(subject);
        let subject = Subject { text: subject.to_owned(), name, thing: thing.to_owned(), ..Subject::default() };
        self.events.push(Event {
            article: 0,
            subject,
            kind,
            facet: Facet::When,
            part: None,
            territory: None,
            status: Status::Scheduled,
            claim,
            value_text: None,
            sources: Vec::new(),
            voice: Voice::Outlet,
            quote: self.span(quote),
            heading: Heading::No,
            stated: None,
            is_background: false,
            about: None,
            notes: Vec::new(),
        });
        self.events.last_mut().unwrap()
    }

    /// A statement that the day told in the first words gave way to that of the second.
    pub fn moves(&mut self, (subject, thing): (&str, &str), (quote, cue): (&str, &str), [old, new]: [(NaiveDate, &str); 2]) {
        let [old, new] = [old, new].map(|(date, words)| self.claim(day(date), words));
        let cue = self.span(cue);
        let event = self.says(subject, thing, Kind::Release, quote, Some(new));
        event.stated = Some(Stated { from: Some(old), ..stated(Says::Moved, cue) });
    }

    pub fn done(self) -> (Arc<Article>, Vec<Event>) {
        (Arc::new(self.article), self.events)
    }
}

pub fn day(date: NaiveDate) -> ClaimedDate {
    ClaimedDate::days(DateRange::day(date))
}

pub fn stated(says: Says, cue: Span) -> Stated {
    Stated { says, cue, from: None, from_text: None, from_inferred: false, is_earlier: false, shift: None, is_history: false }
}

fn nineteenth() -> (Arc<Article>, Vec<Event>) {
    let mut sheet = Sheet::new(
        "001.txt",
        "",
        ymd(2022, 4, 19),
        "Mina Sol and Tae Rin join for the soundtrack of Winter Harbour. The song Low Tide is set to drop on April 25 at 12 am KST, shortly \
         after the weekend's episode. It has now been turned into a duet. Episodes 5 and 6 are shown on April 23 and April 24. New episodes \
         come every Saturday and Sunday. Mina Sol has been working on it since July 2021. Her last album came out on 28 February 2019.",
    );
    let midnight = Clock::new(0, 0, Some(Zone::Named(Tz::Asia__Seoul))).unwrap();
    let claim = sheet.claim(day(ymd(2022, 4, 25)).at(midnight), "April 25 at 12 am KST");
    sheet.says(
        "Low Tide",
        "song",
        Kind::Release,
        "The song Low Tide is set to drop on April 25 at 12 am KST, shortly after the weekend's episode.",
        Some(claim),
    );
    let cue = sheet.span("now been turned into");
    let event = sheet.says("Low Tide", "song", Kind::Release, "It has now been turned into a duet.", None);
    event.facet = Facet::Shape;
    event.value_text = Some("a duet".to_owned());
    event.stated = Some(Stated { from_text: Some("a solo".to_owned()), from_inferred: true, ..stated(Says::FormatChanged, cue) });
    for (part, date, words) in [("episode 5", 23, "April 23"), ("episode 6", 24, "April 24")] {
        let claim = sheet.claim(day(ymd(2022, 4, date)), words);
        sheet.says("Winter Harbour", "show", Kind::Broadcast, "Episodes 5 and 6 are shown on April 23 and April 24.", Some(claim)).part =
            Some(part.to_owned());
    }
    let weekly = ClaimedDate::recurring(Recurrence::weekly([chrono::Weekday::Sat, chrono::Weekday::Sun]));
    let claim = sheet.claim(weekly, "every Saturday and Sunday");
    sheet.says("Winter Harbour", "show", Kind::Broadcast, "New episodes come every Saturday and Sunday.", Some(claim));
    let since = ClaimedDate::days(DateRange::month(2021, 7).unwrap().since());
    let claim = sheet.claim(since, "since July 2021");
    sheet.says("Low Tide", "song", Kind::Production, "Mina Sol has been working on it since July 2021.", Some(claim)).status =
        Status::Happened;
    let claim = sheet.claim(day(ymd(2019, 2, 28)), "28 February 2019");
    let past = sheet.says("Mina Sol", "album", Kind::Release, "Her last album came out on 28 February 2019.", Some(claim));
    past.is_background = true;
    past.status = Status::Happened;
    sheet.done()
}

fn twenty_first(file: &str, outlet: &str, source: Option<&str>) -> (Arc<Article>, Vec<Event>) {
    let mut sheet = Sheet::new(
        file,
        outlet,
        ymd(2022, 4, 21),
        "Listeners are counting the days. The song Low Tide was slated to be released on April 25. However, now, it will be released on April 24. \
         The show premiered on April 9. The fan meeting has been called off.\n\nRead all the latest news here.",
    );
    let old = sheet.claim(day(ymd(2022, 4, 25)), "April 25");
    let event_old =
        sheet.says("Low Tide", "song", Kind::Release, "The song Low Tide was slated to be released on April 25.", Some(old.clone()));
    event_old.status = Status::Superseded;
    event_old.sources = source.map(str::to_owned).into_iter().collect();
    let new = sheet.claim(day(ymd(2022, 4, 24)), "April 24");
    let cue = sheet.span("However, now");
    let event = sheet.says("Low Tide", "song", Kind::Release, "However, now, it will be released on April 24.", Some(new));
    event.stated = Some(Stated { from: Some(old), ..stated(Says::Moved, cue) });
    event.sources = source.map(str::to_owned).into_iter().collect();
    let claim = sheet.claim(day(ymd(2022, 4, 9)), "April 9");
    sheet.says("Winter Harbour", "show", Kind::Premiere, "The show premiered on April 9.", Some(claim)).status = Status::Happened;
    let cue = sheet.span("called off");
    let event = sheet.says("Harbour fan meeting", "event", Kind::Performance, "The fan meeting has been called off.", None);
    event.status = Status::Cancelled;
    event.stated = Some(stated(Says::Cancelled, cue));
    sheet.done()
}

/// A song moved from 25 April, 00:00 in Seoul, to 24 April and made a duet; episodes; a run; something in the making.
pub fn story() -> Timeline {
    let read = vec![nineteenth(), twenty_first("000.txt", "Harbour Daily", Some("Stage Wire")), twenty_first("002.txt", "", None)];
    Timeline::build(read, Vec::new(), 1)
}

/// A window of that size on a story.
pub fn window(size: [f32; 2], timeline: Timeline) -> Harness<'static, Window> {
    let mut harness = empty_window(size);
    let ledger = Arc::new(Ledger::of(Arc::new(timeline)));
    harness.state_mut().state.show(OpenWhat::Files(Vec::new()), ledger);
    harness.run_steps(3);
    harness
}

/// A window that shows a timeline as its date history.
pub fn date_history(size: [f32; 2], timeline: Timeline) -> Harness<'static, Window> {
    let mut harness = window(size, timeline);
    harness.state_mut().state.run(Command::Look(Look::DateHistory));
    harness.run_steps(3);
    harness
}

/// Every shape of the last frame, those in groups as well.
pub fn shapes(harness: &Harness<'static, Window>) -> Vec<egui::Shape> {
    fn add(shape: &egui::Shape, into: &mut Vec<egui::Shape>) {
        match shape {
            egui::Shape::Vec(inner) => inner.iter().for_each(|shape| add(shape, into)),
            one => into.push(one.clone()),
        }
    }
    let mut all = Vec::new();
    harness.output().shapes.iter().for_each(|clipped| add(&clipped.shape, &mut all));
    all
}

/// Presses or lets go the first button of the mouse, which stays where it is.
pub fn press(harness: &Harness<'static, Window>, pos: egui::Pos2, pressed: bool) {
    let (button, modifiers) = (egui::PointerButton::Primary, egui::Modifiers::NONE);
    harness.event(egui::Event::PointerButton { pos, button, pressed, modifiers });
}

/// A window with nothing open.
pub fn empty_window(size: [f32; 2]) -> Harness<'static, Window> {
    empty_window_at(size, 0.25)
}

/// A window with nothing open, so many seconds from frame to frame.
pub fn empty_window_at(size: [f32; 2], frame_seconds: f32) -> Harness<'static, Window> {
    Harness::builder()
        .with_size(size)
        .with_step_dt(frame_seconds)
        .with_theme(egui::Theme::Light)
        .renderer(Soft::default())
        .with_render_cursor(false)
        .with_max_steps(40)
        .with_context_setup(dateline::ui::theme::install)
        .build_ui_state(
            |ui, window: &mut Window| {
                let ctx = ui.ctx().clone();
                window.logic(&ctx);
                window.ui(ui);
            },
            Window::new(Settings::default(), None, None, || ()).unwrap().without_dialogs(),
        )
}
