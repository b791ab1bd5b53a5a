//! The window, used as a reader would: by the names of things, without a screen.

mod arrows;
mod by_keys;
mod cards;
mod days;
mod explained;
mod fixture;
mod history;
mod keys;
mod known_on;
mod layout;
mod low;
mod marks;
mod newcomer;
mod once;
mod pictures;
mod quotes;
mod reader;
mod reading;
mod search;
mod sorting;
mod states;
mod ways;
mod whole;
