//! A file that could not be read, or only in part: shown, never raised.

/// One line of the problems list.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Problem {
    /// Path below the opened folder.
    pub file: String,
    /// What is wrong, lower case, no full stop.
    pub problem: String,
    /// What to do.
    pub hint: String,
}
