//! The window, used as a reader would: by the names of things, without a screen.

mod fixture;
mod pictures;
mod ways;
