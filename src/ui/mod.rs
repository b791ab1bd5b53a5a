//! The window, the only part that knows egui.

mod article_ui;
mod axis_ui;
mod chart;
mod choices_ui;
mod date_history_ui;
mod detail_ui;
mod dialogs;
mod empty_ui;
mod filter_ui;
mod flags;
pub mod fonts;
mod header_ui;
mod history_tab_ui;
mod ink;
mod known_on_ui;
mod legend_ui;
mod list_ui;
mod marked;
mod marks;
mod more;
pub mod page;
mod panels_ui;
mod quote_ui;
mod share_ui;
pub mod shortcuts;
mod status_ui;
mod steps_ui;
mod strip_ui;
pub mod theme;
mod timeline_ui;
mod top_ui;
mod way_names;
mod ways_ui;
pub mod window;

pub use crate::app::OpenWhat;
pub use window::Window;

use crate::app::settings::{SavedSettings, Settings};

/// No window could be opened on this machine.
#[derive(Debug, thiserror::Error)]
#[error("no display could be opened: {reason}")]
pub struct NoDisplay {
    /// What the window system said.
    pub reason: String,
}

/// The name under which settings are kept.
const APP_ID: &str = "dateline";

/// Width and height when it is opened for the first time: with its title bar, and the bar of the desktop, it fits a screen of
/// 1280 by 800.
const FIRST_SIZE: [f32; 2] = [1240.0, 730.0];

/// Opens the window, on something where it is given, and stays until it is closed.
///
/// # Errors
/// Where no display can be opened.
pub fn run(open: Option<OpenWhat>, today: fn() -> chrono::NaiveDate) -> Result<(), NoDisplay> {
    let viewport = egui::ViewportBuilder::default()
        .with_title("Dateline")
        .with_app_id(APP_ID)
        .with_inner_size(FIRST_SIZE)
        .with_min_inner_size([640.0, 420.0])
        .with_drag_and_drop(true);
    let viewport = match eframe::icon_data::from_png_bytes(include_bytes!("../../assets/icon.png")) {
        Ok(icon) => viewport.with_icon(icon),
        Err(_) => viewport,
    };
    let options = eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, persist_window: true, ..Default::default() };
    let start = move |cc: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, Box<dyn std::error::Error + Send + Sync>> {
        let saved: Option<SavedSettings> = cc.storage.and_then(|storage| eframe::get_value(storage, eframe::APP_KEY));
        let settings = saved.map(Settings::from).unwrap_or_default();
        theme::install(&cc.egui_ctx);
        let wake = cc.egui_ctx.clone();
        Ok(Box::new(Window::new(settings, open, Some(today()), move || wake.request_repaint())?))
    };
    eframe::run_native(APP_ID, options, Box::new(start)).map_err(|error| NoDisplay { reason: last_words(&error.to_string()) })
}

/// What the window system said at last, without the place in its source that it said it from.
fn last_words(error: &str) -> String {
    error.rsplit(": ").next().unwrap_or(error).trim_end_matches('.').to_owned()
}

/// While a view has the keyboard, that can be seen, arrows stay in it, and a screen reader hears what is selected.
fn view_focus_ui(page: &page::Page<'_>, ui: &egui::Ui, back: &egui::Response, body: egui::Rect, selected: Option<egui::Id>) {
    if back.clicked() {
        back.request_focus();
    }
    if !back.has_focus() {
        return;
    }
    let filter = egui::EventFilter { horizontal_arrows: true, vertical_arrows: true, ..egui::EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(back.id, filter));
    ui.painter().rect_stroke(body, 0.0, egui::Stroke::new(2.0, page.theme.focus), egui::StrokeKind::Inside);
    if let Some(id) = selected {
        ui.ctx().accesskit_node_builder(back.id, |node| node.set_active_descendant(id.accesskit_id()));
    }
}

/// What has the keyboard, where it is drawn in this frame.
fn place_of_keyboard(ui: &egui::Ui) -> Option<egui::WidgetRect> {
    let id = ui.memory(egui::Memory::focused)?;
    ui.ctx().viewport(|viewport| viewport.this_pass.widgets.get(id).copied())
}

/// How views scroll to what was asked for.
fn scrolling(page: &page::Page<'_>) -> egui::style::ScrollAnimation {
    if page.state.settings.reduced_motion { egui::style::ScrollAnimation::none() } else { egui::style::ScrollAnimation::duration(0.15) }
}
