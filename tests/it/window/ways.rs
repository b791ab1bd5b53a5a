//! The ways through the window: see the change, click it, find both sentences.

use egui_kittest::kittest::Queryable as _;

use super::fixture::{story, window};

#[test]
fn the_first_change_is_selected_and_explained_without_a_click() {
    let harness = window([1280.0, 800.0], story());
    harness.get_by_label_contains("was quote: The song Low Tide is set to drop on April 25 at 12 am KST");
    harness.get_by_label_contains("now quote: However, now, it will be released on April 24.");
}
