//! Files written whole or not at all: to a temporary file beside the wanted one, then renamed over it.

#![expect(clippy::disallowed_methods, reason = "the one place that writes files")]

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

/// Why a file could not be written.
#[derive(Debug, thiserror::Error)]
pub enum SaveError {
    /// The path names no file.
    #[error("not a file name, choose one in a folder: {path:?}")]
    NoName {
        /// As it was given.
        path: PathBuf,
    },
    /// There is a folder of that name.
    #[error("a folder of that name exists, choose another: {path:?}")]
    Folder {
        /// As it was given.
        path: PathBuf,
    },
    /// The operating system says no.
    #[error("cannot be written ({}), choose another folder: {path:?}", reason(.source))]
    Refused {
        /// As it was given.
        path: PathBuf,
        /// Why.
        source: io::Error,
    },
}

/// The system's words without its error number.
fn reason(error: &io::Error) -> String {
    error.to_string().split(" (os error").next().unwrap_or_default().to_lowercase()
}

/// How many names are tried for the temporary file before giving up.
const TRIES: u32 = 100;

/// Writes a file by `write`: whoever looks at `path` sees the old file or the new one, never half of one.
///
/// # Errors
/// Where the folder or the disk does not take it, or `write` fails; no temporary file is left behind then.
pub fn save(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> Result<(), SaveError> {
    let refused = |source| SaveError::Refused { path: path.to_owned(), source };
    if path.is_dir() {
        return Err(SaveError::Folder { path: path.to_owned() });
    }
    // a link stays a link: what it points to is replaced
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let Some(name) = target.file_name() else { return Err(SaveError::NoName { path: path.to_owned() }) };
    if fs::metadata(&target).is_ok_and(|known| !known.is_file()) {
        // a pipe or a device: nothing to rename over
        let mut out = OpenOptions::new().write(true).open(&target).map_err(refused)?;
        return write(&mut out).and_then(|()| out.flush()).map_err(refused);
    }
    let (temporary, file) = temporary_beside(&target, &name.to_string_lossy()).map_err(refused)?;
    let done = write_whole(file, write)
        .and_then(|()| keep_permissions(&target, &temporary))
        .and_then(|()| fs::rename(&temporary, &target))
        .map(|()| sync_folder(&target));
    done.map_err(|source| {
        // the first failure is what a person needs to know; a leftover is only untidy
        drop(fs::remove_file(&temporary));
        refused(source)
    })
}

fn temporary_beside(target: &Path, name: &str) -> io::Result<(PathBuf, File)> {
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for n in 0..TRIES {
        let path = target.with_file_name(format!(".{name}.{}-{n}.tmp", std::process::id()));
        match OpenOptions::new().write(true).create_new(true).open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

fn write_whole(file: File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)?.sync_all()
}

fn keep_permissions(target: &Path, temporary: &Path) -> io::Result<()> {
    match fs::metadata(target) {
        Ok(known) => fs::set_permissions(temporary, known.permissions()),
        Err(_) => Ok(()),
    }
}

/// The new name itself reaches the disk where the system lets a folder be synced; elsewhere there is nothing more to do.
fn sync_folder(target: &Path) {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if let Ok(opened) = OpenOptions::new().read(true).open(folder) {
        drop(opened.sync_all());
    }
}
