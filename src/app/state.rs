//! What the window shows, and how each command changes it; knows no window.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveDateTime};

use super::command::{Action, Command, Panel, PathFor, Tab};
use super::extent::{self, Reach};
use super::settings::{Look, Settings};
use super::sift::Sifting;
use super::worker::Job;
use crate::pipeline::OpenWhat;
use crate::text::Span;
use crate::timeline::{AnnouncementId, EventId};
use crate::view::axis::Sight;
use crate::view::cloud::Cloud;
use crate::view::copy::{CopyAs, copy_text};
use crate::view::detail::{Detail, detail_of};
use crate::view::history::Way;
use crate::view::quote::Side;
use crate::view::{Arrange, Filter, Group, Lanes, Ledger, Rows};

/// The article's usual part of the detail, about.
const USUAL_SHARE: f32 = 0.45;
/// What a key adds to it.
const SHARE_STEP: f32 = 0.1;

/// How far reading has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Nothing was opened yet.
    Empty,
    /// Files are being read.
    Reading {
        /// Read.
        n_read: usize,
        /// Found.
        n_found: usize,
        /// Files a second.
        per_second: u32,
    },
    /// All is read.
    Shown,
    /// Nothing could be opened: what is wrong.
    Failed(String),
}

/// What only the window can do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wish {
    /// Ask for a folder.
    PickFolder,
    /// Ask for an article or a snapshot.
    PickFile,
    /// Ask where to write, with a name to begin with.
    PickExport(String),
    /// Put this on the clipboard.
    Copy(String),
    /// Put the caret into the search field.
    FocusSearch,
    /// Watch this folder.
    Watch(PathBuf),
}

/// What is selected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// Whose.
    pub announcement: AnnouncementId,
    /// Its key, which outlives a new reading.
    pub key: String,
    /// Which of its changes; the newest by default.
    pub change: Option<usize>,
    /// Which of its statements.
    pub event: Option<EventId>,
}

/// The article in the detail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reading {
    /// Which.
    pub article: u32,
    /// The place to be in sight.
    pub at: Option<Span>,
    /// Counts up, so that the same place is scrolled to again.
    pub turn: u32,
    /// Whether a click on a sentence asked for it.
    pub is_called: bool,
}

/// Where one was, for back and forward.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Visit {
    key: Option<String>,
    change: Option<usize>,
    look: Look,
    sight: Sight,
    /// The article that stood by itself.
    article: Option<u32>,
}

/// What a message of something copied begins with.
const COPIED: &str = "Copied: ";

/// Everything the window shows.
#[expect(clippy::struct_excessive_bools, reason = "each says something of its own")]
#[derive(Clone, Debug)]
pub struct State {
    /// What is remembered.
    pub settings: Settings,
    /// How far reading has come.
    pub phase: Phase,
    /// What is open.
    pub source: Option<OpenWhat>,
    /// The story shown: the latest, or as far as it was known.
    pub ledger: Arc<Ledger>,
    /// The whole story.
    pub latest: Arc<Ledger>,
    /// Later reports are hidden.
    pub known_on: Option<NaiveDate>,
    /// The day last asked for: an answer about another one comes too late.
    pub(super) asked_day: Option<NaiveDate>,
    /// What is left out.
    pub filter: Filter,
    /// One answer for each announcement.
    pub shown: Vec<bool>,
    /// Statements that hold the words searched for.
    pub hits: Vec<EventId>,
    /// Which of them is selected.
    pub hit: Option<usize>,
    /// The hit that a search leads to first.
    pub(super) first_hit: usize,
    /// The lanes.
    pub lanes: Lanes,
    /// The cards; put together only while the list is shown.
    pub rows: Rows,
    /// How cards and ways were put together last, and what is waited for.
    pub(super) sifting: Sifting,
    /// The ways of the dates; put together only while the date history is shown.
    pub ways: Vec<Way>,
    /// Their dots run together where there are more than can be told apart.
    pub cloud: Cloud,
    /// What is selected.
    pub selection: Option<Selection>,
    /// The selected announcement in full.
    pub detail: Option<Detail>,
    /// Whether the panel is open.
    pub is_detail_open: bool,
    /// Whether it covers the views, for want of room.
    pub detail_covers: bool,
    /// Whether the window is low: bars and lanes take less of it.
    pub is_low: bool,
    /// Which part of it.
    pub tab: Tab,
    /// The article in it.
    pub reading: Option<Reading>,
    /// Days in sight.
    pub sight: Sight,
    /// Claimed days in sight, upwards, in the date history.
    pub height_sight: Sight,
    /// Width and height of the chart.
    pub size: (f32, f32),
    /// First pixel in sight of lanes or list.
    pub scroll: f64,
    /// What is over the views.
    pub panel: Option<Panel>,
    /// Members of the cluster that was clicked.
    pub cluster: Vec<EventId>,
    /// A short word about what was done.
    pub message: Option<String>,
    /// A path that nothing could be written to, and why: to be typed again.
    pub refused: Option<(PathBuf, String)>,
    /// Where something is being written.
    pub(super) writing: Option<PathBuf>,
    /// Files that the last reading did not have.
    pub new_files: BTreeSet<String>,
    /// Announcements that they tell of.
    pub new_lanes: BTreeSet<AnnouncementId>,
    /// What the clock shows where the reader is, for a moment in UTC; `None` where that is not known.
    pub own_zone: Option<fn(NaiveDateTime) -> NaiveDateTime>,
    /// The reader's own day, only to be marked on the ruler: nothing is counted from it.
    pub today: Option<NaiveDate>,
    pub(super) past: Vec<Visit>,
    pub(super) future: Vec<Visit>,
    pub(super) fit_turn: u8,
    pub(super) needs_fit: bool,
    /// The same is read once more: what is shown stays until all is read.
    pub(super) is_rereading: bool,
    pub(super) wishes: Vec<Wish>,
    pub(super) generation: u64,
}

impl State {
    /// Nothing open yet.
    pub fn new(settings: Settings) -> Self {
        Self {
            settings,
            phase: Phase::Empty,
            source: None,
            ledger: Arc::default(),
            latest: Arc::default(),
            known_on: None,
            asked_day: None,
            filter: Filter::default(),
            shown: Vec::new(),
            hits: Vec::new(),
            hit: None,
            first_hit: 0,
            lanes: Lanes::default(),
            rows: Rows::default(),
            sifting: Sifting::default(),
            ways: Vec::new(),
            cloud: Cloud::default(),
            selection: None,
            detail: None,
            is_detail_open: false,
            detail_covers: false,
            is_low: false,
            tab: Tab::Changed,
            reading: None,
            sight: Sight::default(),
            height_sight: Sight::default(),
            size: (0.0, 0.0),
            scroll: 0.0,
            panel: None,
            cluster: Vec::new(),
            message: None,
            refused: None,
            writing: None,
            new_files: BTreeSet::new(),
            new_lanes: BTreeSet::new(),
            own_zone: None,
            today: None,
            past: Vec::new(),
            future: Vec::new(),
            fit_turn: 0,
            needs_fit: true,
            is_rereading: false,
            wishes: Vec::new(),
            generation: 0,
        }
    }

    /// A counter that goes up whenever what is shown is replaced.
    pub const fn generation(&self) -> u64 {
        self.generation
    }

    /// What only the window can do, once.
    pub fn take_wishes(&mut self) -> Vec<Wish> {
        std::mem::take(&mut self.wishes)
    }

    /// Obeys one command, and says what the worker must do for it.
    pub fn run(&mut self, command: Command) -> Option<Job> {
        match command {
            Command::Act(action) => return self.act(action),
            Command::Open(what) => return Some(self.open(what)),
            Command::Cancel => self.cancel(),
            Command::ExportTo(path) => return self.export(path),
            Command::KnownOn(day) => return self.know(day),
            Command::Look(look) => self.look(look),
            Command::Arrange(arrange) => self.arrange(arrange),
            Command::Sort(sort) => self.set(|settings| settings.sort = sort),
            Command::SetFilter(filter) => self.set_filter(filter),
            Command::ToggleGroup(group) => self.set(|settings| {
                if !settings.folded.remove(&group) {
                    settings.folded.insert(group);
                }
            }),
            Command::Select(id, change) => self.visit(id, change),
            Command::SelectEvent(id) => self.visit_event(id),
            Command::ShowCluster(events) => {
                self.cluster = events;
                self.panel = Some(Panel::Cluster);
            }
            Command::Tab(tab) => {
                self.tab = tab;
                self.tell_detail();
            }
            Command::ShowArticle(article, at) => {
                self.remember_visit();
                self.read_alone(article, at);
            }
            Command::DetailCovers(covers) => self.detail_covers = covers,
            Command::WindowIsLow(is_low) => self.lower(is_low),
            Command::SetSight(sight) => self.sight = sight,
            Command::SetHeightSight(sight) => self.height_sight = sight,
            Command::GoTo(day) => self.go_to(day),
            Command::ScrollTo(top) => self.scroll_to(top),
            Command::Resized(width, height) => self.resize(width, height),
            Command::Show(panel) => {
                self.panel = panel;
                self.refused = None;
            }
            Command::Copy(form) => self.copy(form),
            Command::ShareDetail(share) => self.settings.share_detail(share),
            Command::SetSettings(settings) => self.set(|known| *known = settings),
            Command::DismissMessage => self.message = None,
        }
        None
    }

    /// Whether there is anything to show.
    pub fn has_story(&self) -> bool {
        !self.latest.timeline.articles.is_empty() || self.phase == Phase::Shown
    }

    /// Whether there is neither anything to show nor anything being read for it.
    pub fn has_nothing_open(&self) -> bool {
        !self.has_story() && !matches!(self.phase, Phase::Reading { .. })
    }

    /// The first and last day of everything.
    pub fn whole_period(&self) -> Option<(i32, i32)> {
        match self.settings.arrange {
            Arrange::Claimed => self.ledger.period,
            Arrange::Reported => self.ledger.report_extent(),
        }
    }

    /// How many values stand in each column of `step` days from `start`.
    pub fn period_counts(&self, start: f64, step: f64, n_columns: usize) -> Vec<u32> {
        let days = match self.settings.arrange {
            Arrange::Claimed => &self.ledger.claimed_days,
            Arrange::Reported => &self.ledger.reported_days,
        };
        let mut counts = vec![0; n_columns];
        days.columns(start, step, &mut counts);
        counts
    }

    /// Selects an announcement, and one of its changes.
    pub(super) fn select(&mut self, id: AnnouncementId, change: Option<usize>, opens: bool) {
        let Some((announcement, _)) = self.ledger.at(id) else { return };
        let key = announcement.key.clone();
        self.forget_copied();
        self.selection = Some(Selection { announcement: id, key, change, event: None });
        let is_open = self.is_detail_open || opens;
        self.fit_turn = 0;
        self.tell_detail();
        let first = self.detail.as_ref().and_then(|detail| {
            let is_now = |side| matches!(side, Side::Now | Side::Both | Side::Other | Side::Says);
            detail.quotes.iter().find(|quote| is_now(quote.side)).or_else(|| detail.quotes.first()).map(|q| (q.article, q.quote))
        });
        match first {
            Some((article, quote)) => self.read_article(article, Some(quote)),
            None => self.reading = None,
        }
        self.is_detail_open = is_open;
    }

    /// Shows the views where the detail covers them: they were asked for.
    fn uncover(&mut self) {
        self.is_detail_open &= !self.detail_covers;
    }

    pub(super) fn tell_detail(&mut self) {
        let style = self.settings.date_style;
        self.detail = self.selection.as_ref().and_then(|s| detail_of(&self.ledger, s.announcement, s.change, style));
        // texts are gone through only where their spellings are seen
        if let Some(detail) = self.detail.as_mut().filter(|_| self.tab == Tab::Names) {
            detail.count_spellings(&self.ledger);
        }
    }

    pub(super) fn read_article(&mut self, article: u32, at: Option<Span>) {
        let turn = self.reading.map_or(0, |reading| reading.turn.wrapping_add(1));
        self.reading = Some(Reading { article, at, turn, is_called: false });
        self.is_detail_open = true;
    }

    /// An article by itself: beside the detail of some announcement it would be taken for a source of that.
    pub(super) fn read_alone(&mut self, article: u32, at: Option<Span>) {
        (self.selection, self.detail) = (None, None);
        self.read_article(article, at);
    }

    /// What was copied is told until something else is done.
    fn forget_copied(&mut self) {
        self.message = self.message.take().filter(|message| !message.starts_with(COPIED));
    }

    fn copy(&mut self, form: CopyAs) {
        let text = self.selection.as_ref().and_then(|s| copy_text(&self.ledger, (s.announcement, s.change), self.known_on, form));
        self.message = Some(match text {
            Some(text) => {
                self.wishes.push(Wish::Copy(text));
                format!("{COPIED}{}", form.shown().to_lowercase())
            }
            None => "Select an announcement first".to_owned(),
        });
    }

    pub(super) fn set(&mut self, change: impl FnOnce(&mut Settings)) {
        change(&mut self.settings);
        self.refresh();
        self.tell_detail();
    }

    fn look(&mut self, look: Look) {
        self.uncover();
        if self.settings.look != look {
            self.remember_visit();
            let turns_axis = self.settings.look == Look::DateHistory || look == Look::DateHistory;
            self.set(|settings| settings.look = look);
            if turns_axis {
                self.fit(Reach::Story);
            }
            self.reveal_anew();
        }
    }

    fn arrange(&mut self, arrange: Arrange) {
        self.uncover();
        if self.settings.arrange != arrange {
            self.set(|settings| settings.arrange = arrange);
            self.fit(Reach::Story);
            if self.settings.look == Look::List { self.reveal_anew() } else { self.reveal() }
        }
    }

    pub(super) fn set_filter(&mut self, filter: Filter) {
        self.uncover();
        self.filter = filter;
        self.hit = None;
        self.refresh();
        self.scroll_to(self.scroll);
    }

    /// Puts lanes and cards together anew.
    pub(super) fn refresh(&mut self) {
        let (shown, hits) = self.filter.shown(&self.ledger);
        self.lanes = Lanes::of(&self.ledger, &shown, self.settings.sort, (self.folded(), self.is_low));
        self.shown = shown;
        self.hits = hits;
        self.first_hit = self.first_hit_with_a_row();
        self.sift();
    }

    /// A search leads first to what has an announcement to show, even where a statement without one stands before it.
    fn first_hit_with_a_row(&self) -> usize {
        let homes = &self.ledger.timeline.homes;
        let has_row = |hit: &EventId| homes.get(*hit as usize).is_some_and(|home| home.shown_by().is_some());
        self.hits.iter().position(has_row).unwrap_or(0)
    }

    /// Which hit one has come to, counted from the one that a search leads to first.
    pub fn hit_number(&self) -> Option<usize> {
        let n = self.hits.len();
        self.hit.filter(|at| *at < n).map(|at| (at + n - self.first_hit) % n + 1)
    }

    pub(super) fn fit(&mut self, reach: Reach) {
        self.needs_fit = self.size.0 <= 1.0 || !self.has_story();
        if self.needs_fit {
            return;
        }
        let arrange = if self.settings.look == Look::DateHistory { Arrange::Reported } else { self.settings.arrange };
        if let Some(sight) = extent::sight_of(&self.ledger, reach, arrange, self.size.0) {
            self.sight = sight;
        }
        if let Some(sight) = extent::sight_of(&self.ledger, reach, Arrange::Claimed, self.size.1) {
            self.height_sight = sight;
        }
    }

    fn go_to(&mut self, day: NaiveDate) {
        self.remember_visit();
        self.panel = None;
        self.sight = self.sight.recentred(f64::from(crate::view::axis::place(day)) + 0.5, self.size.0);
    }

    /// How many announcements changed, and which, newest change first.
    pub fn changed(&self) -> Vec<AnnouncementId> {
        crate::view::lane::changed(&self.ledger)
    }

    pub(super) fn show_panel(&mut self, panel: Panel) {
        self.panel = if self.panel == Some(panel) { None } else { Some(panel) };
    }

    pub(super) fn visit_of(&self) -> Visit {
        let selection = self.selection.as_ref();
        Visit {
            key: selection.map(|s| s.key.clone()),
            change: selection.and_then(|s| s.change),
            look: self.settings.look,
            sight: self.sight,
            article: self.reading.map(|reading| reading.article).filter(|_| selection.is_none()),
        }
    }

    pub(super) fn return_to(&mut self, visit: &Visit) {
        self.set(|settings| settings.look = visit.look);
        self.sight = visit.sight;
        if let Some(id) = visit.key.as_ref().and_then(|key| self.ledger.with_key(key)) {
            self.select(id, visit.change, true);
            self.reveal();
        } else if let Some(article) = visit.article {
            self.read_alone(article, None);
        }
    }

    fn act(&mut self, action: Action) -> Option<Job> {
        match action {
            Action::OpenFolder => self.wishes.push(Wish::PickFolder),
            Action::OpenFile => self.wishes.push(Wish::PickFile),
            Action::OpenSample => return Some(self.open(OpenWhat::Sample)),
            Action::Reload => return self.source.clone().map(|what| self.open(what)),
            Action::Export if self.has_story() => self.wishes.push(Wish::PickExport(self.export_name())),
            Action::Export => self.message = Some("Open a folder first".to_owned()),
            Action::ShowTimeline => self.look(Look::Timeline),
            Action::ShowList => self.look(Look::List),
            Action::ShowDateHistory => self.look(Look::DateHistory),
            Action::SwitchArrange => self.arrange(match self.settings.arrange {
                Arrange::Claimed => Arrange::Reported,
                Arrange::Reported => Arrange::Claimed,
            }),
            Action::ToggleChangedOnly => {
                let changed_only = !self.filter.changed_only;
                self.set_filter(Filter { changed_only, ..self.filter.clone() });
            }
            Action::Search => self.wishes.push(Wish::FocusSearch),
            Action::GrowArticle => self.share_detail_by(SHARE_STEP),
            Action::ShrinkArticle => self.share_detail_by(-SHARE_STEP),
            Action::CopySentence => self.copy(CopyAs::Sentence),
            Action::CopyMarkdown => self.copy(CopyAs::Markdown),
            Action::KnownOnEarlier => return self.know_step(-1),
            Action::KnownOnLater => return self.know_step(1),
            Action::GoTo => self.show_panel(Panel::GoTo),
            Action::ShowReading => self.show_panel(Panel::Reading),
            Action::ShowSettings => self.show_panel(Panel::Settings),
            Action::ShowHelp => self.show_panel(Panel::Help),
            Action::ToggleLegend => self.set(|settings| settings.has_legend = !settings.has_legend),
            Action::Close => return self.close(),
            _ => self.go(action),
        }
        None
    }

    fn share_detail_by(&mut self, by: f32) {
        let share = self.settings.article_share.unwrap_or(USUAL_SHARE) + by;
        self.settings.share_detail(Some(share));
    }

    fn export_name(&self) -> String {
        let name = self.source.as_ref().map_or_else(|| "dateline".to_owned(), OpenWhat::name);
        format!("{}.ron", name.replace(['/', ' '], "-"))
    }

    /// Closes what is on top, then clears, then leaves.
    fn close(&mut self) -> Option<Job> {
        if self.panel.is_some() {
            (self.panel, self.refused) = (None, None);
        } else if self.message.is_some() {
            self.message = None;
        } else if !self.filter.query.is_empty() {
            self.set_filter(Filter { query: String::new(), ..self.filter.clone() });
        } else if self.is_detail_open {
            self.is_detail_open = false;
        } else if self.known_on.is_some() {
            return self.know(None);
        } else {
            self.selection = None;
            self.detail = None;
        }
        None
    }

    /// Whether a group is folded.
    pub fn is_folded(&self, group: Group) -> bool {
        self.folded().contains(&group)
    }

    /// Groups that are folded; while something is searched for none is, or a hit would not be seen.
    pub(super) fn folded(&self) -> &BTreeSet<Group> {
        static NONE: BTreeSet<Group> = BTreeSet::new();
        if self.filter.query.trim().is_empty() { &self.settings.folded } else { &NONE }
    }

    /// The panel that asks for a path where no file dialog could be opened.
    pub fn ask_for_path(&mut self, purpose: PathFor) {
        self.panel = Some(Panel::PathField(purpose));
    }
}
