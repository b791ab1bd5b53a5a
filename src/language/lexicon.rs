//! The word lists of `assets/lexicon`, parsed once.
