//! The program without its window: what can be asked of it, what it shows, and the work behind it.

use std::path::PathBuf;

/// What a person opens.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum OpenWhat {
    /// A folder of articles, one article or a snapshot.
    Path(PathBuf),
    /// The story that is in the program.
    Sample,
}
