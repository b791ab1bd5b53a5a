//! What comes in: a story opened, read in parts, read again, told as far as it was known.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::NaiveDate;

use super::command::{Panel, PathFor};
use super::extent::Reach;
use super::state::{Phase, State, Wish};
use super::worker::{Job, Reply, Task};
use crate::pipeline::OpenWhat;
use crate::timeline::AnnouncementId;
use crate::view::Ledger;
use crate::view::labels::day_full;

impl State {
    /// Takes in what the worker found, and says what it must do next, if anything.
    pub fn apply(&mut self, generation: u64, reply: Reply) -> Option<Job> {
        if generation != self.generation {
            return None; // something else has been opened since
        }
        match reply {
            Reply::Progress { n_read, n_found, per_second } => self.phase = Phase::Reading { n_read, n_found, per_second },
            Reply::Partial(_) if self.is_rereading => {}
            Reply::Partial(ledger) => self.take_in(ledger),
            Reply::Finished(ledger) if self.is_rereading && self.known_on.is_some() => return self.take_in_unseen(ledger),
            Reply::Finished(ledger) => {
                self.phase = Phase::Shown;
                self.take_in(ledger);
                self.select_first();
            }
            Reply::KnownOn(_, day) if self.asked_day != Some(day) => {}
            Reply::KnownOn(ledger, day) => {
                self.known_on = Some(day);
                self.phase = Phase::Shown;
                self.hold(ledger);
                self.refresh();
                self.reselect();
            }
            Reply::Sifted(sifted, turn) => self.sifted(*sifted, turn),
            Reply::Exported(path) => self.written(&path),
            Reply::Failed(problem) if self.writing.is_some() => self.not_written(problem),
            Reply::Failed(problem) if self.has_story() => {
                self.phase = Phase::Shown;
                self.message = Some(problem);
            }
            Reply::Failed(problem) => self.phase = Phase::Failed(problem),
        }
        None
    }

    /// Takes a finished story as if the worker had read it.
    pub fn show(&mut self, what: OpenWhat, ledger: Arc<Ledger>) {
        let job = self.open(what);
        let next = self.apply(job.generation, Reply::Finished(ledger));
        debug_assert!(next.is_none(), "a story opened for the first time hides no report");
    }

    pub(super) fn open(&mut self, what: OpenWhat) -> Job {
        let is_again = self.source.as_ref() == Some(&what);
        if !is_again {
            let settings = std::mem::take(&mut self.settings);
            let kept = (self.generation, self.size, self.own_zone, self.today, (self.detail_covers, self.is_low));
            *self = Self::new(settings);
            (self.generation, self.size, self.own_zone, self.today, (self.detail_covers, self.is_low)) = kept;
        }
        self.generation += 1;
        self.sift_again();
        self.is_rereading = is_again && self.has_story();
        self.phase = Phase::Reading { n_read: 0, n_found: 0, per_second: 0 };
        if let OpenWhat::Path(path) = &what {
            self.settings.remember(path.clone());
            if !is_again {
                self.wishes.push(Wish::Watch(path.clone()));
            }
        }
        self.source = Some(what.clone());
        Job { generation: self.generation, task: Task::Open(what) }
    }

    pub(super) fn cancel(&mut self) {
        if matches!(self.phase, Phase::Reading { .. }) {
            self.generation += 1;
            self.sift_again();
            let has_some = !self.latest.timeline.articles.is_empty();
            self.phase = if has_some { Phase::Shown } else { Phase::Empty };
            self.message = Some(if has_some { "Cancelled: only a part was read" } else { "Cancelled" }.to_owned());
            self.select_first();
        }
    }

    pub(super) fn export(&mut self, path: PathBuf) -> Option<Job> {
        if !self.has_story() {
            return None;
        }
        self.writing = Some(path.clone());
        let name = self.source.as_ref().map(OpenWhat::name).unwrap_or_default();
        Some(Job { generation: self.generation, task: Task::Export(Arc::clone(&self.ledger.timeline), name, path) })
    }

    fn written(&mut self, path: &Path) {
        let known = self.known_on.map(|day| format!(", as known on {}", day_full(day, self.settings.date_style)));
        self.message = Some(format!("Written to {}{}", path.display(), known.unwrap_or_default()));
        (self.writing, self.refused) = (None, None);
        if self.panel == Some(Panel::PathField(PathFor::Export)) {
            self.panel = None;
        }
    }

    /// The path that was refused is there to be mended, whether it was typed or came from a dialog.
    fn not_written(&mut self, problem: String) {
        self.refused = self.writing.take().map(|path| (path, problem));
        self.panel = Some(Panel::PathField(PathFor::Export));
    }

    pub(super) fn know(&mut self, day: Option<NaiveDate>) -> Option<Job> {
        self.asked_day = day;
        if let Some(day) = day {
            return Some(Job { generation: self.generation, task: Task::KnownOn(Arc::clone(&self.latest.timeline), day) });
        }
        self.known_on = None;
        self.hold(Arc::clone(&self.latest));
        self.refresh();
        self.reselect();
        None
    }

    /// Whether a day is asked for on which nothing had been reported yet.
    pub fn is_before_first_report(&self) -> bool {
        self.known_on.is_some() && self.ledger.timeline.articles.is_empty()
    }

    pub(super) fn know_step(&mut self, by: isize) -> Option<Job> {
        let days = self.latest.report_days();
        let last = days.len().checked_sub(1)?;
        let at = self.known_on.map_or(last, |day| days.partition_point(|known| *known < day));
        // a day between two reports: the next one is a step on already
        let is_between = self.known_on.is_some_and(|day| days.get(at).is_none_or(|known| *known != day));
        let next = at.checked_add_signed(by - isize::from(is_between && by > 0))?;
        self.know(days.get(next).copied().filter(|_| next < last))
    }

    /// The folder was read again while later reports are hidden: they stay hidden, as far as it was known now.
    fn take_in_unseen(&mut self, ledger: Arc<Ledger>) -> Option<Job> {
        self.phase = Phase::Shown;
        self.mark_new(&ledger);
        self.latest = ledger;
        self.know(self.known_on)
    }

    /// What is told from now on.
    fn hold(&mut self, ledger: Arc<Ledger>) {
        self.new_lanes = lanes_of_files(&ledger, &self.new_files);
        self.ledger = ledger;
    }

    /// Articles that were not there when the folder was read before.
    fn mark_new(&mut self, ledger: &Ledger) {
        if !self.is_rereading {
            return;
        }
        let known: BTreeSet<&str> = self.latest.timeline.articles.iter().map(|article| article.file.as_str()).collect();
        let files = ledger.timeline.articles.iter().map(|article| article.file.as_str());
        // those that came before stay new until another folder is opened
        let is_new = |file: &&str| !known.contains(file) || self.new_files.contains(*file);
        self.new_files = files.filter(is_new).map(str::to_owned).collect();
    }

    fn take_in(&mut self, ledger: Arc<Ledger>) {
        self.mark_new(&ledger);
        self.latest = Arc::clone(&ledger);
        self.hold(ledger);
        self.known_on = None;
        self.asked_day = None;
        self.refresh();
        self.reselect();
        if self.needs_fit {
            self.fit(Reach::Story);
        }
    }

    /// Selects the first changed announcement where nothing is selected.
    fn select_first(&mut self) {
        if self.selection.is_some() {
            return;
        }
        let changed = |id: &AnnouncementId| self.ledger.at(*id).is_some_and(|(announcement, _)| announcement.is_changed());
        let first = self.lanes.announcements().find(changed);
        if let Some(id) = first {
            // where it would cover what was just opened, it waits for a click
            self.select(id, None, !self.detail_covers);
            self.scroll = 0.0;
        }
        if self.needs_fit {
            self.fit(Reach::Story);
        }
    }

    /// Finds the selected announcement again by its key after a new reading.
    fn reselect(&mut self) {
        let Some(selection) = self.selection.clone() else { return };
        if let Some(id) = self.ledger.with_key(&selection.key) {
            let is_open = self.is_detail_open;
            self.select(id, selection.change, is_open);
            self.is_detail_open = is_open;
        } else {
            self.selection = None;
            self.detail = None;
            self.reading = None;
        }
    }
}

/// The announcements that some articles tell of.
fn lanes_of_files(ledger: &Ledger, files: &BTreeSet<String>) -> BTreeSet<AnnouncementId> {
    if files.is_empty() {
        return BTreeSet::new();
    }
    let timeline = &ledger.timeline;
    let is_new: Vec<bool> = timeline.articles.iter().map(|article| files.contains(&article.file)).collect();
    let told =
        timeline.events.iter().zip(&timeline.homes).filter(|(event, _)| is_new.get(event.article as usize).copied().unwrap_or(false));
    told.filter_map(|(_, home)| home.announcement).collect()
}
