//! The window: the only part that knows egui.
