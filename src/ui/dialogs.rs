//! The system's file dialogs, asked without stopping the window: the future is polled once a pass.

use std::future::Future;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll, Wake, Waker};

use rfd::{AsyncFileDialog, FileHandle};

use crate::app::worker::export_formats;

/// What a dialog was asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Purpose {
    /// To open something.
    Open,
    /// To write a snapshot.
    Export,
}

/// How a dialog ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    /// A path was chosen.
    Chosen(Purpose, PathBuf),
    /// The person closed it.
    Cancelled,
    /// There is no dialog on this system: it ended without ever having taken the focus.
    Missing(Purpose),
}

type Pending = Pin<Box<dyn Future<Output = Option<FileHandle>> + Send>>;

/// A dialog that was asked for.
struct Asked {
    purpose: Purpose,
    pending: Pending,
    /// Whether the window lost the focus to it: then there was something to close.
    was_seen: bool,
}

/// At most one dialog at a time.
#[derive(Default)]
pub(super) struct Dialogs {
    open: Option<Asked>,
    /// There are none on this system: paths are typed.
    are_missing: bool,
}

impl std::fmt::Debug for Dialogs {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dialogs").field("is_open", &self.open.is_some()).field("are_missing", &self.are_missing).finish()
    }
}

/// Wakes the window when a dialog has something to say.
struct Repaint(egui::Context);

impl Wake for Repaint {
    fn wake(self: Arc<Self>) {
        self.0.request_repaint();
    }
}

impl Dialogs {
    /// As on a system that has no file dialogs.
    pub(super) const fn missing() -> Self {
        Self { open: None, are_missing: true }
    }

    /// Asks for a folder of articles.
    pub(super) fn pick_folder(&mut self) {
        self.ask(Purpose::Open, || Box::pin(AsyncFileDialog::new().set_title("Open a folder of articles").pick_folder()));
    }

    /// Asks for one article or a snapshot.
    pub(super) fn pick_file(&mut self) {
        self.ask(Purpose::Open, || Box::pin(AsyncFileDialog::new().set_title("Open an article or a Dateline file").pick_file()));
    }

    /// Asks where to write.
    pub(super) fn pick_export(&mut self, name: &str) {
        let mut dialog = AsyncFileDialog::new().set_title("Export the timeline").set_file_name(name);
        for (title, ending) in export_formats() {
            dialog = dialog.add_filter(title, &[ending]);
        }
        self.ask(Purpose::Export, || Box::pin(dialog.save_file()));
    }

    fn ask(&mut self, purpose: Purpose, dialog: impl FnOnce() -> Pending) {
        if self.open.is_none() {
            let pending = if self.are_missing { Box::pin(std::future::ready(None)) } else { dialog() };
            self.open = Some(Asked { purpose, pending, was_seen: false });
        }
    }

    /// Looks whether the dialog has ended.
    pub(super) fn poll(&mut self, ctx: &egui::Context) -> Option<Answer> {
        let asked = self.open.as_mut()?;
        asked.was_seen |= !ctx.input(|input| input.focused);
        let waker = Waker::from(Arc::new(Repaint(ctx.clone())));
        let Poll::Ready(chosen) = asked.pending.as_mut().poll(&mut Context::from_waker(&waker)) else { return None };
        let (purpose, was_seen) = (asked.purpose, asked.was_seen);
        self.open = None;
        Some(match chosen {
            Some(file) => Answer::Chosen(purpose, file.path().to_owned()),
            None if was_seen => Answer::Cancelled,
            None => Answer::Missing(purpose),
        })
    }
}
