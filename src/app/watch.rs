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

/// A watch over one folder; ends when it is dropped.
#[derive(Debug)]
pub struct Watch {
    _watcher: RecommendedWatcher,
    has_changed: Arc<AtomicBool>,
    last_reading: Instant,
}

impl Watch {
    /// Watches a folder and everything in it; `None` where that cannot be done: then it is read again by hand.
    pub fn over(folder: &Path, wake: impl Fn() + Send + 'static) -> Option<Self> {
        if !folder.is_dir() {
            return None;
        }
        let has_changed = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&has_changed);
        let told = move |event: notify::Result<Event>| {
            let matters = event.is_ok_and(|event| !matches!(event.kind, EventKind::Access(_)));
            if matters && !flag.swap(true, Ordering::Relaxed) {
                wake();
            }
        };
        let mut watcher = notify::recommended_watcher(told).ok()?;
        watcher.watch(folder, RecursiveMode::Recursive).ok()?;
        Some(Self { _watcher: watcher, has_changed, last_reading: Instant::now() })
    }

    /// Whether to read again; says so once for each change.
    pub fn look(&mut self) -> Watched {
        if !self.has_changed.load(Ordering::Relaxed) {
            return Watched::Quiet;
        }
        let waited = self.last_reading.elapsed();
        if waited < AT_MOST_EVERY {
            return Watched::Soon(AT_MOST_EVERY.saturating_sub(waited));
        }
        self.has_changed.store(false, Ordering::Relaxed);
        self.last_reading = Instant::now();
        Watched::Changed
    }
}
