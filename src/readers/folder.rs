//! The only place that reads articles from the disk: which files there are, and what is in them.

#![expect(clippy::disallowed_methods, reason = "this is the module that reads the disk")]

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{HEAD_BYTES, problem};
use crate::article::Problem;

/// How much is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file; larger ones are a problem.
    pub max_file_bytes: u64,
    /// Files of a folder; the rest is left out, with a problem.
    pub max_files: usize,
    /// Bytes of one article that are read for dates; what follows is shown only.
    pub max_read_bytes: usize,
    /// Bytes of a snapshot.
    pub max_snapshot_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self { max_file_bytes: 25_000_000, max_read_bytes: 200_000, max_files: 200_000, max_snapshot_bytes: 1_000_000_000 }
    }
}

/// One plain file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Path below the opened folder, `/` between parts.
    pub file: String,
    /// Whether the person asked for this very file.
    pub is_chosen: bool,
}

/// What a folder holds.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// Plain files, in order of their path below the folder.
    pub files: Vec<Found>,
    /// The opened folder's own path, for dates in folder names.
    pub above: String,
    /// What could not be listed.
    pub problems: Vec<Problem>,
    /// Hidden files and folders, pipes, devices.
    pub n_skipped: u32,
}

/// Lists a folder and all below it, or the one file. Links to files are read, links to folders are not
/// followed, hidden entries are skipped; the order is that of the paths, whatever the disk's.
///
/// # Errors
/// Where the path itself does not exist, is closed to us or is neither a folder nor a plain file.
pub fn find(root: &Path, limits: Limits) -> io::Result<Listing> {
    let about = fs::metadata(root)?;
    if about.is_file() {
        return Ok(single(root));
    }
    if !about.is_dir() {
        return Err(io::Error::new(io::ErrorKind::Unsupported, "neither a folder nor a plain file"));
    }
    fs::read_dir(root)?; // closed to us: an error, not an empty folder
    let mut listing = Listing { above: slashed(&fs::canonicalize(root)?), ..Listing::default() };
    let walk = WalkDir::new(root).min_depth(1).into_iter().filter_entry(|entry| !is_hidden_folder(entry));
    for entry in walk {
        match entry {
            Ok(entry) => take(&mut listing, root, &entry),
            Err(error) => refuse(&mut listing, root, &error),
        }
        if listing.files.len() > limits.max_files {
            listing.problems.push(problem::too_many_files(".", limits.max_files));
            break;
        }
    }
    listing.files.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| a.path.cmp(&b.path)));
    listing.files.truncate(limits.max_files);
    Ok(listing)
}

/// The files a person chose one by one; named as below the folder that holds them.
///
/// # Errors
/// Where one of them does not exist or is no plain file.
pub fn chosen(paths: &[PathBuf]) -> io::Result<Listing> {
    let mut listing = Listing::default();
    for path in paths {
        if !fs::metadata(path)?.is_file() {
            return Err(io::Error::new(io::ErrorKind::Unsupported, "neither a folder nor a plain file"));
        }
        listing.files.extend(single(path).files);
    }
    listing.files.sort_by(|a, b| a.file.cmp(&b.file).then_with(|| a.path.cmp(&b.path)));
    listing.files.dedup_by(|a, b| a.path == b.path);
    Ok(listing)
}

fn single(path: &Path) -> Listing {
    let file = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let above = fs::canonicalize(path).ok().and_then(|path| path.parent().map(slashed)).unwrap_or_default();
    Listing { files: vec![Found { path: path.to_owned(), file, is_chosen: true }], above, ..Listing::default() }
}

fn take(listing: &mut Listing, root: &Path, entry: &DirEntry) {
    let file = below(root, entry.path());
    let kind = entry.file_type();
    if kind.is_dir() {
        return;
    }
    if is_hidden(entry.file_name()) {
        listing.n_skipped += 1;
    } else if kind.is_file() {
        listing.files.push(Found { path: entry.path().to_owned(), file, is_chosen: false });
    } else if kind.is_symlink() {
        match fs::metadata(entry.path()) {
            Ok(about) if about.is_file() => listing.files.push(Found { path: entry.path().to_owned(), file, is_chosen: false }),
            Ok(about) if about.is_dir() => listing.problems.push(problem::folder_link(&file)),
            Ok(_) => listing.n_skipped += 1,
            Err(_) => listing.problems.push(problem::broken_link(&file)),
        }
    } else {
        listing.n_skipped += 1; // a pipe would make us wait for ever
    }
}

fn refuse(listing: &mut Listing, root: &Path, error: &walkdir::Error) {
    let file = error.path().map(|path| below(root, path)).unwrap_or_default();
    let told = error.io_error().map_or_else(|| problem::broken_link(&file), |error| problem::io(&file, error));
    listing.problems.push(told);
}

fn is_hidden(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

fn is_hidden_folder(entry: &DirEntry) -> bool {
    entry.file_type().is_dir() && is_hidden(entry.file_name())
}

fn below(root: &Path, path: &Path) -> String {
    slashed(path.strip_prefix(root).unwrap_or(path))
}

fn slashed(path: &Path) -> String {
    let parts = path.components().filter(|part| matches!(part, std::path::Component::Normal(_)));
    parts.map(|part| part.as_os_str().to_string_lossy()).collect::<Vec<_>>().join("/")
}

/// A file opened, its beginning read.
#[derive(Debug)]
pub struct Opened {
    /// The first bytes, at most [`HEAD_BYTES`].
    pub head: Vec<u8>,
    /// Size as the disk has it.
    pub n_bytes: u64,
    file: File,
}

/// Opens a file and reads its beginning, which decides whether the rest is wanted.
///
/// # Errors
/// As the operating system has it; also where it is no plain file any more.
pub fn open(path: &Path) -> io::Result<Opened> {
    let not_plain = || io::Error::new(io::ErrorKind::Unsupported, "no plain file");
    // Before it is opened: opening a pipe waits for a writer.
    if !fs::metadata(path)?.is_file() {
        return Err(not_plain());
    }
    let mut file = File::open(path)?;
    let about = file.metadata()?;
    if !about.is_file() {
        return Err(not_plain());
    }
    let mut head = Vec::new();
    file.by_ref().take(HEAD_BYTES as u64).read_to_end(&mut head)?;
    Ok(Opened { head, n_bytes: about.len(), file })
}

impl Opened {
    /// The whole file; `None` where it is larger than that, however large it said it was.
    ///
    /// # Errors
    /// As the operating system has it.
    pub fn whole(mut self, max_bytes: u64) -> io::Result<Option<Vec<u8>>> {
        if self.n_bytes > max_bytes {
            return Ok(None);
        }
        let room = max_bytes.saturating_add(1).saturating_sub(self.head.len() as u64);
        let mut bytes = self.head;
        self.file.by_ref().take(room).read_to_end(&mut bytes)?;
        Ok((bytes.len() as u64 <= max_bytes).then_some(bytes))
    }
}
