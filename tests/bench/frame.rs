//! What a frame costs: layout, list of shapes and tessellation of the real window, panning every frame.
//!
//! `cargo bench --bench frame` prints one line a view and size: `frame <view> <events> median <ms> p99 <ms>`, and
//! `search <view> <events> …`: from a letter typed into the search field to the next frame drawn, and `sifted …`: how long
//! the other thread then needs to put a long list or date history together. `cargo bench --bench frame -- date-history`
//! draws that view alone.
//! The rows are those that other viewers were measured with.
#![expect(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::sync::Arc;
use std::time::Instant;

use chrono::{Days, NaiveDate};
use dateline::app::worker::Task;
use dateline::app::{Command, Look, Reply, Settings, State};
use dateline::article::{Article, DateSource, ReportDate};
use dateline::civil::{ClaimedDate, DateRange};
use dateline::events::{Claim, Event, Facet, Heading, Kind, Status, Subject, Voice};
use dateline::pipeline::OpenWhat;
use dateline::text::Span;
use dateline::timeline::{Announcement, Home, State as Standing, Timeline};
use dateline::ui::page::Page;
use dateline::ui::{theme, window};
use dateline::view::{Filter, Ledger};
use egui::{Context, Pos2, RawInput, Rect, vec2};

const N_FRAMES: usize = 240;
const N_WARM: usize = 8;
/// The same frames are drawn so often, and of each the fastest counts: what other programs take does not.
const N_ROUNDS: usize = 3;
const DAYS: u32 = 3652;
const A: [&str; 12] =
    ["Second", "Final", "Special", "Winter", "Summer", "Midnight", "Golden", "Silent", "Northern", "Paper", "Crystal", "Hidden"];
const B: [&str; 12] =
    ["Harbour", "Garden", "Orchestra", "Avenue", "Signal", "Letters", "Parade", "Mirror", "Station", "Lantern", "Island", "Chapter"];

/// The generator that the other viewers' rows came from.
struct Rng(u32);

impl Rng {
    fn next(&mut self) -> u32 {
        self.0 = self.0.wrapping_add(0x6D2B_79F5);
        let a = self.0;
        let mut t = (a ^ (a >> 15)).wrapping_mul(a | 1);
        t = t.wrapping_add((t ^ (t >> 7)).wrapping_mul(t | 0x3D)) ^ t;
        t ^ (t >> 14)
    }
}

/// One statement of the rows: its lane and its two days.
struct Row {
    lane: u32,
    reported: NaiveDate,
    claimed: NaiveDate,
}

fn rows(n: u32) -> Vec<Row> {
    let mut rng = Rng(7);
    let n_lanes = (n / 10).clamp(1, 1000);
    let bursts: Vec<u32> = (0..40).map(|_| rng.next() % (DAYS - 31)).collect();
    let first = NaiveDate::from_ymd_opt(2015, 1, 1).unwrap_or_default();
    let mut rows: Vec<Row> = (0..n)
        .map(|_| {
            let lane = rng.next() % n_lanes;
            let day = if rng.next() & 1 == 1 {
                rng.next() % DAYS
            } else {
                let burst = bursts[(rng.next() % 40) as usize];
                let (x, y) = (rng.next() % 31, rng.next() % 1024);
                burst + x * y / 1024
            };
            let lead = rng.next() % 120;
            let claimed = first + Days::new(u64::from(day));
            Row { lane, claimed, reported: claimed - Days::new(u64::from(lead)) }
        })
        .collect();
    rows.sort_by_key(|row| row.reported);
    rows
}

fn event(article: u32, claimed: NaiveDate, text: &str) -> Event {
    Event {
        article,
        subject: Subject::default(),
        kind: Kind::Release,
        facet: Facet::When,
        part: None,
        territory: None,
        status: Status::Scheduled,
        claim: Some(Claim { date: ClaimedDate::days(DateRange::day(claimed)), expression: None, derivation: None }),
        value_text: None,
        sources: Vec::new(),
        voice: Voice::Outlet,
        quote: Span::from_offsets(0, text.len()),
        heading: Heading::No,
        stated: None,
        is_background: false,
        about: None,
        notes: Vec::new(),
    }
}

fn announcement(lane: u32, events: Vec<u32>, last: &Event) -> Announcement {
    let subject = format!("{} {} {lane}", A[(lane % 12) as usize], B[(lane / 12 % 12) as usize]);
    Announcement {
        key: format!("lane-{lane}"),
        subject,
        kind: Kind::Release,
        facet: Facet::When,
        part: None,
        territory: None,
        state: Standing::Dated,
        current: last.claim.clone(),
        current_event: events.last().copied(),
        current_text: None,
        events,
        changes: Vec::new(),
        is_background: false,
    }
}

/// A sentence of common and rare words, so that a search has as many different words to look through as in real news.
fn sentence(rng: &mut Rng) -> String {
    const SYLLABLES: [&str; 16] = ["ka", "ro", "min", "tel", "su", "vor", "an", "pel", "dri", "ox", "he", "lun", "bra", "ci", "po", "wen"];
    let mut text = "The season premiere in the capital moves to another day, the organisers said".to_owned();
    for _ in 0..12 {
        text.push(' ');
        for _ in 0..2 + rng.next() % 3 {
            text.push_str(SYLLABLES[(rng.next() % 16) as usize]);
        }
    }
    text.push('.');
    text
}

/// One article a report day; each row a statement of it.
fn timeline(n: u32) -> Timeline {
    let mut timeline = Timeline::default();
    let mut lanes: Vec<Vec<u32>> = vec![Vec::new(); (n / 10).clamp(1, 1000) as usize];
    let mut rng = Rng(11);
    let mut text = String::new();
    for (id, row) in (0_u32..).zip(rows(n)) {
        let is_new = timeline.articles.last().is_none_or(|article| article.report_day() != Some(row.reported));
        if is_new {
            text = sentence(&mut rng);
            let mut article = Article::new(text.clone(), format!("{id}.txt"));
            article.reported = Some(ReportDate::new(row.reported, DateSource::DateLine));
            timeline.articles.push(Arc::new(article));
        }
        let article = u32::try_from(timeline.articles.len() - 1).unwrap_or_default();
        timeline.events.push(event(article, row.claimed, &text));
        timeline.homes.push(Home { announcement: Some(row.lane), about: None });
        lanes[row.lane as usize].push(id);
    }
    for (lane, events) in (0_u32..).zip(lanes) {
        let last = events.last().map_or_else(|| event(0, NaiveDate::default(), ""), |id| timeline.events[*id as usize].clone());
        timeline.announcements.push(announcement(lane, events, &last));
    }
    timeline
}

struct Bench {
    ctx: Context,
    state: State,
    at: f64,
}

impl Bench {
    fn new(ledger: Arc<Ledger>) -> Self {
        let ctx = Context::default();
        theme::install(&ctx);
        let mut state = State::new(Settings { has_legend: true, ..Settings::default() });
        state.show(OpenWhat::Files(Vec::new()), ledger);
        Self { ctx, state, at: 0.0 }
    }

    /// Does what the other thread would do; gives back its milliseconds.
    fn settle(&mut self) -> f64 {
        let started = Instant::now();
        while let Some(job) = self.state.take_sift_job() {
            if let Task::Sift(sieve, turn) = job.task {
                self.state.apply(job.generation, Reply::Sifted(Box::new(sieve.sift()), turn));
            }
        }
        started.elapsed().as_secs_f64() * 1e3
    }

    /// One frame; gives back its milliseconds.
    fn frame(&mut self) -> f64 {
        let screen = Rect::from_min_size(Pos2::ZERO, vec2(1280.0, 800.0));
        self.at += 1.0 / 60.0;
        let input = RawInput { screen_rect: Some(screen), time: Some(self.at), ..RawInput::default() };
        let mut commands = Vec::new();
        let started = Instant::now();
        let state = &self.state;
        let mut output = self.ctx.run_ui(input, |ui| {
            let mut page = Page::new(ui, state, &mut commands);
            window::page_ui(&mut page, ui);
        });
        let shapes = std::mem::take(&mut output.shapes);
        let scale = output.pixels_per_point;
        output.drop_without_applying_deltas();
        let primitives = self.ctx.tessellate(shapes, scale);
        let spent = started.elapsed().as_secs_f64() * 1e3;
        let n_corners = primitives.iter().map(|shape| match &shape.primitive {
            egui::epaint::Primitive::Mesh(mesh) => mesh.vertices.len(),
            egui::epaint::Primitive::Callback(_) => 0,
        });
        assert!(n_corners.sum::<usize>() > 1000, "a whole window was drawn");
        for command in commands {
            self.state.run(command);
        }
        spent
    }

    /// Pans every frame, so that nothing can be kept from the frame before.
    fn measure(&mut self, name: &str, n: u32) {
        let (sight, scroll) = (self.state.sight, self.state.scroll);
        let mut spent = vec![f64::MAX; N_FRAMES];
        for _ in 0..N_ROUNDS {
            self.state.run(Command::SetSight(sight));
            self.state.run(Command::ScrollTo(scroll));
            for frame in 0..N_FRAMES + N_WARM {
                let ms = self.panned_frame(frame);
                if let Some(best) = frame.checked_sub(N_WARM).and_then(|at| spent.get_mut(at)) {
                    *best = best.min(ms);
                }
            }
        }
        report(&format!("frame {name} {n}"), spent);
    }

    fn panned_frame(&mut self, frame: usize) -> f64 {
        let sight = self.state.sight.panned(if frame % 80 < 40 { -3.3 } else { 3.3 });
        self.state.run(Command::SetSight(sight));
        if self.state.settings.look == Look::List {
            self.state.run(Command::ScrollTo(self.state.scroll + 7.0));
        }
        self.frame()
    }
}

fn report(name: &str, mut spent: Vec<f64>) {
    spent.sort_by(f64::total_cmp);
    let at = |percent: usize| spent.get((spent.len() - 1) * percent / 100).copied().unwrap_or_default();
    println!("{name} median {:.2} p99 {:.2}", at(50), at(99));
}

fn main() {
    // the other arguments are those that cargo gives to every bench
    let only = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    for n in [1_000, 100_000, 1_000_000] {
        let started = Instant::now();
        let ledger = Arc::new(Ledger::of(Arc::new(timeline(n))));
        println!("ledger {n} ready after {:.0} ms", started.elapsed().as_secs_f64() * 1e3);
        for (look, name) in [(Look::Timeline, "timeline"), (Look::List, "list"), (Look::DateHistory, "date-history")] {
            if only.as_ref().is_some_and(|only| only != name) {
                continue;
            }
            let mut bench = Bench::new(Arc::clone(&ledger));
            bench.state.run(Command::Look(look));
            bench.settle();
            bench.frame();
            bench.measure(name, n);
            if look == Look::Timeline {
                for _ in 0..8 {
                    bench.state.run(Command::Act(dateline::app::Action::ZoomIn));
                }
                bench.measure("timeline-near", n);
            }
        }
        for (look, name) in [(Look::Timeline, "timeline"), (Look::List, "list"), (Look::DateHistory, "date-history")] {
            if only.is_none() {
                search(&ledger, look, &format!("{name} {n}"));
            }
        }
    }
}

/// From a letter typed to the next frame drawn.
fn search(ledger: &Arc<Ledger>, look: Look, name: &str) {
    let words = ["premiere", "golden orchestra", "karomin", "nothing like it"];
    let typed = words.iter().flat_map(|word| (1..=word.chars().count()).map(|n| word.chars().take(n).collect()));
    let mut spent: Vec<(String, f64)> = typed.map(|query| (query, f64::MAX)).collect();
    let mut sifted = vec![f64::MAX; spent.len()];
    for _ in 0..N_ROUNDS {
        let mut bench = Bench::new(Arc::clone(ledger));
        bench.state.run(Command::Look(look));
        bench.settle();
        bench.frame();
        for (at, (query, best)) in spent.iter_mut().enumerate() {
            let started = Instant::now();
            bench.state.run(Command::SetFilter(Filter { query: query.clone(), ..Filter::default() }));
            *best = best.min(started.elapsed().as_secs_f64() * 1e3 + bench.frame());
            if let Some(best) = sifted.get_mut(at) {
                *best = best.min(bench.settle());
            }
        }
    }
    report(&format!("search {name}"), spent.into_iter().map(|(_, ms)| ms).collect());
    report(&format!("sifted {name}"), sifted);
}
