//! The thread that reads, so that the window never waits: jobs in, replies out, stale ones dropped.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Instant;

use chrono::NaiveDate;

use super::sift::{Sieve, Sifted};
use crate::pipeline::{self, OpenWhat, Progress};
use crate::snapshot::{FORMATS, Format};
use crate::timeline::Timeline;
use crate::view::Ledger;

/// Something for the worker to do.
#[derive(Clone, Debug)]
pub enum Task {
    /// Reads a folder, a file or the sample.
    Open(OpenWhat),
    /// Tells the story only as far as it was known.
    KnownOn(Arc<Timeline>, NaiveDate),
    /// Writes a snapshot of the story of that name.
    Export(Arc<Timeline>, String, PathBuf),
    /// Puts together what a view shows of a long story; the number tells which asking it was.
    Sift(Box<Sieve>, u64),
}

/// A task with its generation: only the newest counts.
#[derive(Clone, Debug)]
pub struct Job {
    /// Counts up with everything that replaces what is shown.
    pub generation: u64,
    /// What to do.
    pub task: Task,
}

/// What the worker found.
#[derive(Clone, Debug)]
pub enum Reply {
    /// So many files read, at so many a second.
    Progress {
        /// Read.
        n_read: usize,
        /// Found.
        n_found: usize,
        /// Files a second.
        per_second: u32,
    },
    /// What is known so far.
    Partial(Arc<Ledger>),
    /// The whole.
    Finished(Arc<Ledger>),
    /// As far as it was known on a day.
    KnownOn(Arc<Ledger>, NaiveDate),
    /// A snapshot was written.
    Exported(PathBuf),
    /// What a view shows, and which asking it answers.
    Sifted(Box<Sifted>, u64),
    /// It could not be done: what and what to do.
    Failed(String),
}

/// So many replies may wait for a slow window.
const MOST_REPLIES: usize = 64;

/// The threads and their channels: one reads, the other sifts, so that what was read so far can be listed meanwhile.
#[derive(Debug)]
pub struct Worker {
    jobs: Sender<Job>,
    sieves: Sender<Job>,
    replies: Receiver<(u64, Reply)>,
    newest: Arc<AtomicU64>,
    cancel: Arc<Mutex<Arc<AtomicBool>>>,
}

impl Worker {
    /// Starts the threads; `wake` is called after each reply, to ask for a new frame.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub fn spawn(wake: impl Fn() + Send + Sync + 'static) -> io::Result<Self> {
        #[expect(clippy::disallowed_methods, reason = "jobs are clicks, and a click must not wait")]
        let ((jobs, inbox), (sieves, unsifted)) = (channel::<Job>(), channel::<Job>());
        let (outbox, replies) = sync_channel(MOST_REPLIES);
        let newest = Arc::new(AtomicU64::new(0));
        let cancel = Arc::new(Mutex::new(Arc::new(AtomicBool::new(false))));
        let desk = Arc::new(Desk { outbox, newest: Arc::clone(&newest), cancel: Arc::clone(&cancel), wake: Box::new(wake) });
        let sifter = Arc::clone(&desk);
        thread::Builder::new().name("worker".to_owned()).spawn(move || desk.work_through(&inbox))?;
        thread::Builder::new().name("sifter".to_owned()).spawn(move || sifter.work_through(&unsifted))?;
        Ok(Self { jobs, sieves, replies, newest, cancel })
    }

    /// Hands over a job; whatever was read before is given up.
    pub fn start(&self, job: Job) {
        self.give_up_until(job.generation);
        let inbox = if matches!(job.task, Task::Sift(..)) { &self.sieves } else { &self.jobs };
        if inbox.send(job).is_err() {
            // the thread has ended with the program
        }
    }

    /// Gives up everything older than `generation`.
    pub fn give_up_until(&self, generation: u64) {
        if self.newest.swap(generation, Ordering::Relaxed) < generation {
            let mut cancel = self.cancel.lock().unwrap_or_else(PoisonError::into_inner);
            cancel.store(true, Ordering::Relaxed);
            *cancel = Arc::new(AtomicBool::new(false));
        }
    }

    /// The replies that have come, with the generation of each.
    pub fn replies(&self) -> impl Iterator<Item = (u64, Reply)> {
        self.replies.try_iter()
    }
}

/// The worker's side.
struct Desk {
    outbox: SyncSender<(u64, Reply)>,
    newest: Arc<AtomicU64>,
    cancel: Arc<Mutex<Arc<AtomicBool>>>,
    wake: Box<dyn Fn() + Send + Sync>,
}

impl Desk {
    /// One job after the other; of several days or sievings asked for in a row, only the last.
    fn work_through(&self, inbox: &Receiver<Job>) {
        let mut waiting: Option<Job> = None;
        while let Some(job) = waiting.take().or_else(|| inbox.recv().ok()) {
            let mut job = job;
            while let Ok(next) = inbox.try_recv() {
                let replaces = matches!((&job.task, &next.task), (Task::KnownOn(..), Task::KnownOn(..)) | (Task::Sift(..), Task::Sift(..)));
                if !replaces {
                    waiting = Some(next);
                    break;
                }
                job = next;
            }
            self.work(job);
        }
    }

    fn work(&self, job: Job) {
        let generation = job.generation;
        if self.is_stale(generation) {
            return;
        }
        let reply = match job.task {
            Task::Open(what) => self.open(&what, generation),
            Task::KnownOn(timeline, day) => Reply::KnownOn(Arc::new(Ledger::known_on(&timeline, day)), day),
            Task::Sift(sieve, turn) => Reply::Sifted(Box::new(sieve.sift()), turn),
            Task::Export(timeline, name, path) => match export(&timeline, &name, &path) {
                Ok(()) => Reply::Exported(path),
                Err(problem) => Reply::Failed(problem),
            },
        };
        self.tell(generation, reply);
    }

    fn open(&self, what: &OpenWhat, generation: u64) -> Reply {
        let started = Instant::now();
        let cancel = Arc::clone(&self.cancel.lock().unwrap_or_else(PoisonError::into_inner));
        let told = Mutex::new(None::<Instant>);
        let progress = |progress: Progress| match progress {
            Progress::Partial(timeline) => self.tell(generation, Reply::Partial(Arc::new(Ledger::of(timeline)))),
            Progress::Files { n_read, n_found } => {
                let mut last = told.lock().unwrap_or_else(PoisonError::into_inner);
                let is_due = last.is_none_or(|last| last.elapsed().as_millis() >= 60) || n_read == n_found;
                if is_due {
                    *last = Some(Instant::now());
                    let per_second = u128::try_from(n_read).unwrap_or(0) * 1000 / started.elapsed().as_millis().max(1);
                    let per_second = u32::try_from(per_second).unwrap_or(u32::MAX);
                    self.tell(generation, Reply::Progress { n_read, n_found, per_second });
                }
            }
        };
        match pipeline::open(what, pipeline::Options::default(), &progress, &cancel) {
            Ok(timeline) => Reply::Finished(Arc::new(Ledger::of(Arc::new(timeline)))),
            Err(problem) => Reply::Failed(problem.to_string()),
        }
    }

    fn is_stale(&self, generation: u64) -> bool {
        self.newest.load(Ordering::Relaxed) != generation
    }

    fn tell(&self, generation: u64, reply: Reply) {
        if !self.is_stale(generation) && self.outbox.send((generation, reply)).is_ok() {
            (self.wake)();
        }
    }
}

/// Writes a snapshot in the format of the file's ending.
fn export(timeline: &Timeline, name: &str, path: &Path) -> Result<(), String> {
    let Some(format) = Format::of_path(path) else {
        let endings: Vec<String> = FORMATS.iter().map(|format| format!(".{}", format.ending)).collect();
        return Err(format!("No format has this ending, use one of {}", endings.join(", ")));
    };
    format.save(timeline, name, path).map_err(|error| error.to_string())
}

/// Title and ending of every format a snapshot can be written in.
pub fn export_formats() -> impl Iterator<Item = (&'static str, &'static str)> {
    FORMATS.iter().map(|format| (format.title, format.ending))
}
