//! Dateline reads a folder of entertainment news into a timeline with two dates for everything:
//! when it was reported, and the date that was claimed; and shows which announcements changed.
//!
//! ```text
//! folder ─▶ readers ─▶ Article ─▶ language ─▶ Reading ─▶ events ─▶ Event ─▶ timeline ─▶ Timeline ─▶ view ─▶ ui
//!                                                                                      ├─▶ snapshot
//!                                                                                      └─▶ cli
//! ```
//!
//! One direction, no way back. The floors below are in that order; who may use whom is a table in
//! `tests/it/tidy.rs`, and a test checks it.
//!
//! What always holds:
//! - The core (`text` … `view`) knows no window, no thread, no disk and no clock; "today" is never an input.
//! - Whatever is found is a [`text::Span`] of its article: every row can show the words it came from.
//! - A timeline never changes once built; the same folder gives the same bytes.
//! - A bad file is a listed [`article::Problem`], never an error that hides a good one.

pub mod civil;
pub mod text;

pub mod article;
pub mod language;
pub mod readers;

pub mod events;
pub mod timeline;

pub mod pipeline;
pub mod snapshot;
pub mod view;

pub mod app;
pub mod cli;
#[cfg(feature = "window")]
pub mod ui;
