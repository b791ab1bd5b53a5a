//! One window: takes in what the worker and the dialogs say, draws, and runs what was asked.

use std::path::PathBuf;

use chrono::NaiveDate;

use egui::{CentralPanel, Panel, Ui, ViewportCommand};

use super::dialogs::{Answer, Dialogs, Purpose};
use super::page::Page;
use super::shortcuts::{self, When};
use super::{date_history_ui, detail_ui, empty_ui, list_ui, panels_ui, status_ui, theme, timeline_ui, top_ui};
use crate::app::settings::SavedSettings;
use crate::app::state::Wish;
use crate::app::watch::{Watch, Watched};
use crate::app::{Action, Command, Job, Look, OpenWhat, PathFor, Phase, Settings, State, Theme, Worker};

/// The program in its window.
#[derive(Debug)]
pub struct Window {
    /// What it shows.
    pub state: State,
    worker: Worker,
    dialogs: Dialogs,
    commands: Vec<Command>,
    title: String,
    applied: Option<Settings>,
    watch: Option<Watch>,
}

impl Window {
    /// A window on what is given, if anything; `wake` is called when there is something new to draw.
    ///
    /// # Errors
    /// Where the system gives no thread to read with.
    pub fn new(
        settings: Settings,
        open: Option<OpenWhat>,
        today: Option<NaiveDate>,
        wake: impl Fn() + Send + Sync + 'static,
    ) -> std::io::Result<Self> {
        let worker = Worker::spawn(wake)?;
        let mut state = State::new(settings);
        state.own_zone = Some(own_zone);
        state.today = today;
        let commands = open.map(Command::Open).into_iter().collect();
        Ok(Self { state, worker, dialogs: Dialogs::default(), commands, title: String::new(), applied: None, watch: None })
    }

    /// The same window on a system without file dialogs: paths are typed.
    #[must_use]
    pub fn without_dialogs(self) -> Self {
        Self { dialogs: Dialogs::missing(), ..self }
    }

    /// What goes on without drawing.
    pub fn logic(&mut self, ctx: &egui::Context) {
        let replies: Vec<_> = self.worker.replies().collect();
        for (generation, reply) in replies {
            if let Some(job) = self.state.apply(generation, reply) {
                self.start_job(job);
            }
        }
        if let Some(answer) = self.dialogs.poll(ctx) {
            self.answered(answer);
        }
        self.look_at_folder(ctx);
        let dropped: Vec<PathBuf> = ctx.input(|input| input.raw.dropped_files.iter().map(|file| file.path().to_owned()).collect());
        match dropped.as_slice() {
            [] => {}
            [path] => self.commands.push(Command::Open(OpenWhat::Path(path.clone()))),
            _ => self.commands.push(Command::Open(OpenWhat::Files(dropped))),
        }
        self.apply_settings(ctx);
        self.obey(ctx);
    }

    /// Draws one pass.
    pub fn ui(&mut self, ui: &mut Ui) {
        let enter = if self.state.hits.is_empty() { Action::OpenDetail } else { Action::NextHit };
        let is_free = self.state.panel.is_none() && !ui.ctx().text_edit_focused();
        let counts = |when| match when {
            When::Always => true,
            When::NotTyping => is_free,
            When::NothingOpen => is_free && self.state.has_nothing_open(),
        };
        let pressed = shortcuts::pressed(ui.ctx(), counts, enter);
        self.commands.extend(pressed.into_iter().map(Command::Act));
        let mut commands = std::mem::take(&mut self.commands);
        let mut page = Page::new(ui, &self.state, &mut commands);
        page_ui(&mut page, ui);
        self.commands = commands;
        self.obey(ui.ctx());
    }

    fn obey(&mut self, ctx: &egui::Context) {
        let commands = std::mem::take(&mut self.commands);
        if let Some(job) = self.state.take_sift_job() {
            self.start_job(job); // asked for by what came in
        }
        if commands.is_empty() {
            return;
        }
        for command in commands {
            if let Some(job) = self.state.run(command) {
                self.start_job(job);
            }
        }
        self.worker.give_up_until(self.state.generation());
        if let Some(job) = self.state.take_sift_job() {
            self.start_job(job);
        }
        for wish in self.state.take_wishes() {
            self.grant(ctx, wish);
        }
        ctx.request_repaint();
    }

    /// Hands a job to the worker.
    pub fn start_job(&self, job: Job) {
        self.worker.start(job);
    }

    fn grant(&mut self, ctx: &egui::Context, wish: Wish) {
        match wish {
            Wish::PickFolder => self.dialogs.pick_folder(),
            Wish::PickFile => self.dialogs.pick_file(),
            Wish::PickExport(name) => self.dialogs.pick_export(&name),
            Wish::Copy(text) => ctx.copy_text(text),
            Wish::FocusSearch => top_ui::go_to_search(ctx, &self.state.filter.query),
            Wish::Watch(folder) => {
                let wake = ctx.clone();
                self.watch = Watch::over(&folder, move || wake.request_repaint());
            }
        }
    }

    /// New files in the folder are read, at most once a second.
    fn look_at_folder(&mut self, ctx: &egui::Context) {
        match self.watch.as_mut().map_or(Watched::Quiet, Watch::look) {
            Watched::Quiet => {}
            Watched::Soon(wait) => ctx.request_repaint_after(wait),
            Watched::Changed => self.commands.push(Command::Act(Action::Reload)),
        }
    }

    fn answered(&mut self, answer: Answer) {
        match answer {
            Answer::Chosen(Purpose::Open, path) => self.commands.push(Command::Open(OpenWhat::Path(path))),
            Answer::Chosen(Purpose::Export, path) => self.commands.push(Command::ExportTo(path)),
            Answer::Missing(Purpose::Open) => self.state.ask_for_path(PathFor::Open),
            Answer::Missing(Purpose::Export) => self.state.ask_for_path(PathFor::Export),
            Answer::Cancelled => {}
        }
    }

    /// Theme, text size and title, when they have changed.
    fn apply_settings(&mut self, ctx: &egui::Context) {
        let settings = &self.state.settings;
        if self.applied.as_ref() != Some(settings) {
            ctx.set_theme(match settings.theme {
                Theme::System => egui::ThemePreference::System,
                Theme::Light => egui::ThemePreference::Light,
                Theme::Dark => egui::ThemePreference::Dark,
            });
            if self.applied.as_ref().is_none_or(|before| (before.text_size - settings.text_size).abs() > f32::EPSILON) {
                ctx.set_zoom_factor(settings.text_size);
            }
            ctx.all_styles_mut(|style| style.animation_time = if settings.reduced_motion { 0.0 } else { 0.12 });
            self.applied = Some(settings.clone());
        }
        let title = title_of(&self.state);
        if title != self.title {
            ctx.send_viewport_cmd(ViewportCommand::Title(title.clone()));
            self.title = title;
        }
    }
}

fn title_of(state: &State) -> String {
    match &state.source {
        Some(what) => format!("{} – Dateline", what.name()),
        None => "Dateline".to_owned(),
    }
}

/// What the clock shows where the reader is.
fn own_zone(utc: chrono::NaiveDateTime) -> chrono::NaiveDateTime {
    use chrono::TimeZone as _;
    chrono::Local.from_utc_datetime(&utc).naive_local()
}

/// Everything in the window.
pub fn page_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let is_low = ui.ctx().content_rect().height() < theme::LOW;
    if page.state.is_low != is_low {
        page.ask(Command::WindowIsLow(is_low));
    }
    top_ui::top_ui(page, ui);
    status_ui::status_ui(page, ui);
    let is_empty = match page.state.phase {
        Phase::Empty | Phase::Failed(_) => true,
        Phase::Reading { .. } => page.state.latest.timeline.articles.is_empty(),
        Phase::Shown => false,
    };
    let width = ui.available_width();
    let is_narrow = width < theme::NARROW;
    if page.state.detail_covers != is_narrow {
        page.ask(Command::DetailCovers(is_narrow));
    }
    let has_detail = page.state.is_detail_open && !is_empty && (page.state.detail.is_some() || page.state.reading.is_some());
    let above = if page.state.is_low { 6 } else { 10 };
    let frame = egui::Frame::new().fill(page.theme.paper).inner_margin(egui::Margin { left: 16, right: 14, top: above, bottom: above });
    if has_detail && !is_narrow {
        let most = (width * 0.6).max(theme::DETAIL_WIDTH);
        let panel = Panel::right("detail").resizable(true).default_size(theme::DETAIL_WIDTH).size_range(320.0..=most).frame(frame);
        let edge = panel.show(ui, |ui| detail_ui::detail_ui(page, ui)).response.rect;
        edge_focus_ui(page, ui, edge);
    }
    // days and lanes of nothing would only be made up
    let has_articles = !page.state.latest.timeline.articles.is_empty();
    let has_no_day = page.state.latest.period.is_none() && page.state.latest.timeline.announcements.is_empty();
    CentralPanel::default().frame(egui::Frame::new()).show(ui, |ui| match (is_empty, has_detail && is_narrow) {
        (true, _) => empty_ui::empty_ui(page, ui),
        (false, _) if !has_articles => empty_ui::no_articles_ui(page, ui),
        (false, false) if has_no_day => empty_ui::nothing_dated_ui(page, ui),
        (false, true) => {
            frame.show(ui, |ui| detail_ui::detail_ui(page, ui));
        }
        (false, false) => match page.state.settings.look {
            Look::Timeline => timeline_ui::timeline_ui(page, ui),
            Look::List => list_ui::list_ui(page, ui),
            Look::DateHistory => date_history_ui::date_history_ui(page, ui),
        },
    });
    drop_ui(page, ui);
    panels_ui::panels_ui(page, ui);
}

/// The edge that makes a panel wider shows when it has the keyboard.
fn edge_focus_ui(page: &Page<'_>, ui: &Ui, panel: egui::Rect) {
    let is_edge = |rect: egui::Rect| rect.width() < 24.0 && (rect.center().x - panel.left()).abs() < 2.0;
    if super::place_of_keyboard(ui).is_some_and(|place| is_edge(place.rect)) {
        ui.painter().vline(panel.left(), panel.y_range(), egui::Stroke::new(3.0, page.theme.focus));
    }
}

/// A veil while something is held over the window.
fn drop_ui(page: &Page<'_>, ui: &Ui) {
    if ui.input(|input| input.raw.hovered_files.is_empty()) {
        return;
    }
    let rect = ui.ctx().content_rect();
    let painter = ui.ctx().layer_painter(egui::LayerId::new(egui::Order::Foreground, egui::Id::unique("drop")));
    painter.rect_filled(rect, 0.0, page.theme.sheet.gamma_multiply(0.85));
    painter.rect_stroke(rect.shrink(12.0), 12.0, egui::Stroke::new(3.0, page.theme.accent), egui::StrokeKind::Inside);
    painter.text(rect.center(), egui::Align2::CENTER_CENTER, "Drop to open", theme::bold(theme::GREETING), page.theme.ink);
}

impl eframe::App for Window {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        Self::logic(self, ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        Self::ui(self, ui);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, eframe::APP_KEY, &SavedSettings::from(&self.state.settings));
    }
}
