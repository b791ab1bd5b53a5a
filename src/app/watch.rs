//! The folder is watched: new articles appear by themselves.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use notify::{Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// At most one reading in this time.
const AT_MOST_EVERY: Duration = Duration::from_secs(1);

/// What to do about a watched folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Watched {
    /// Nothing has changed.
    Quiet,
    /// Something has changed, but it was read a moment ago: look again after that long.
    Soon(Duration),
    /// Something has changed: read again.
    Changed,
}

/// Rung by the system's watcher, heard by the window.
#[derive(Clone, Debug, Default)]
pub struct Bell(Arc<AtomicBool>);

impl Bell {
    /// Takes in what the watcher says; whether that is news: somebody only reading a file is none.
    pub fn ring(&self, event: &notify::Result<Event>) -> bool {
        let matters = event.as_ref().is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)));
        matters && !self.0.swap(true, Ordering::Relaxed)
    }

    /// What to do, so long after the last reading; says `Changed` once for each change.
    pub fn heard(&self, waited: Duration) -> Watched {
        if !self.0.load(Ordering::Relaxed) {
            return Watched::Quiet;
        }
        if waited < AT_MOST_EVERY {
            return Watched::Soon(AT_MOST_EVERY.saturating_sub(waited));
        }
        self.0.store(false, Ordering::Relaxed);
        Watched::Changed
    }
}

/// A watch over one folder; ends when it is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    bell: Bell,
    last_reading: Instant,
}

impl Watch {
    /// Watches a folder and everything in it; `None` where that cannot be done: then it is read again by hand.
    pub fn over(folder: &Path, wake: impl Fn() + Send + 'static) -> Option<Self> {
        if !folder.is_dir() {
            return None;
        }
        let bell = Bell::default();
        let rung = bell.clone();
        let told = move |event: notify::Result<Event>| {
            if rung.ring(&event) {
                wake();
            }
        };
        let mut watcher = notify::recommended_watcher(told).ok()?;
        watcher.watch(folder, RecursiveMode::Recursive).ok()?;
        Some(Self { _watcher: watcher, bell, last_reading: Instant::now() })
    }

    /// Whether to read again; says so once for each change.
    pub fn look(&mut self) -> Watched {
        let watched = self.bell.heard(self.last_reading.elapsed());
        if watched == Watched::Changed {
            self.last_reading = Instant::now();
        }
        watched
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{AccessKind, CreateKind, ModifyKind};

    const LONG_AGO: Duration = Duration::from_mins(1);

    fn told(kind: EventKind) -> Event {
        Event::new(kind)
    }

    #[test]
    fn a_new_file_is_heard_once() {
        let bell = Bell::default();
        assert_eq!(bell.heard(LONG_AGO), Watched::Quiet);
        assert!(bell.ring(&Ok(told(EventKind::Create(CreateKind::File)))));
        assert!(!bell.ring(&Ok(told(EventKind::Modify(ModifyKind::Any)))), "the window is woken once");
        assert_eq!(bell.heard(LONG_AGO), Watched::Changed);
        assert_eq!(bell.heard(LONG_AGO), Watched::Quiet);
    }

    #[test]
    fn reading_a_file_and_a_watcher_in_trouble_are_no_news() {
        let bell = Bell::default();
        assert!(!bell.ring(&Ok(told(EventKind::Access(AccessKind::Any)))));
        assert!(!bell.ring(&Err(notify::Error::generic("too many watches"))));
        assert_eq!(bell.heard(LONG_AGO), Watched::Quiet);
    }

    #[test]
    fn many_changes_at_once_are_read_once_a_second() {
        let bell = Bell::default();
        bell.ring(&Ok(told(EventKind::Create(CreateKind::File))));
        assert_eq!(bell.heard(Duration::from_millis(400)), Watched::Soon(Duration::from_millis(600)));
        assert_eq!(bell.heard(Duration::from_secs(1)), Watched::Changed);
    }
}
