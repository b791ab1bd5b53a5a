//! How the detail and the article below it share the height there is, so that neither ends within a line.

use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::more;
use super::page::Page;
use crate::app::Command;

/// With less height the detail and the article take turns.
pub(super) const LOWEST_FOR_BOTH: f32 = 390.0;
/// An article that was called for by a click on a quote has at least this part.
pub(super) const CALLED: f32 = 0.34;
/// The article keeps at least this height where nobody has moved the divider: two lines and its head.
const LEAST_ARTICLE: f32 = 98.0;
/// A detail of less height has not even that to spare.
const LOW: f32 = 300.0;
/// Height of the divider above it.
const DIVIDER: f32 = 14.0;

/// Where a panel may end: after each part of it, and after those that have to be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ends {
    top: f32,
    all: Vec<f32>,
    needed: f32,
}

impl Ends {
    /// Of what is drawn from here on.
    pub(super) fn from_here(ui: &Ui) -> Self {
        Self { top: ui.cursor().top(), ..Self::default() }
    }

    /// Here a part is at its end.
    pub(super) fn end_here(&mut self, ui: &Ui) {
        self.all.push(ui.cursor().top() - self.top);
    }

    /// Down to here it has to be seen.
    pub(super) fn needed_to_here(&mut self, ui: &Ui) {
        self.needed = ui.cursor().top() - self.top;
        self.end_here(ui);
    }

    /// So high that the last part in sight is whole.
    fn whole_within(&self, height: f32) -> f32 {
        let whole = self.all.iter().copied().filter(|end| *end <= height + 0.5).fold(0.0, f32::max);
        // a part that is higher than all there is has to be cut
        if whole > height * 0.4 { whole } else { height }
    }

    /// How high it was down to what has to be seen, when it was last drawn.
    pub(super) fn needed_last(ui: &Ui) -> f32 {
        Self::last(ui).needed
    }

    fn id() -> egui::Id {
        egui::Id::unique("where the detail may end")
    }

    fn last(ui: &Ui) -> Self {
        ui.data(|data| data.get_temp(Self::id())).unwrap_or_default()
    }

    /// Remembers them: the next frame gives what is drawn so much room.
    pub(super) fn remember(mut self, ui: &Ui) {
        self.top = 0.0;
        if Self::last(ui) != self {
            ui.data_mut(|data| data.insert_temp(Self::id(), self));
            ui.ctx().request_repaint();
        }
    }
}

/// What a person left for it; else as high as was, now and both quotes need, and never so high that no article is left.
pub(super) fn upper_height(ui: &Ui, height: f32, share: Option<f32>) -> f32 {
    if let Some(share) = share {
        // however far down the divider is drawn, some lines of the article stay
        let upper = height * (1.0 - share) - DIVIDER / 2.0 - ui.spacing().item_spacing.y;
        return upper.min(height - LEAST_ARTICLE - DIVIDER).max(40.0);
    }
    let ends = Ends::last(ui);
    // where there is room for little, was and now come first
    let least = if height < LOW { 0.7 } else { 0.5 };
    let most = (height * 0.45).max(ends.needed).min((height - LEAST_ARTICLE - DIVIDER).max(height * least));
    ends.whole_within(most)
}

/// The same where it has the whole height, and words that say that more follows.
pub(super) fn whole_height(ui: &Ui, height: f32) -> f32 {
    Ends::last(ui).whole_within(height - more::STRIP_HEIGHT)
}

/// The line above the article, with a grip: dragging it gives the article more room or less, a double click gives it the
/// usual. Gives back where it stands.
pub(super) fn divider_ui(page: &mut Page<'_>, ui: &mut Ui, height: f32) -> Rect {
    let bottom = ui.max_rect().bottom();
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), DIVIDER), Sense::CLICK | Sense::DRAG);
    response.widget_info(|| WidgetInfo::labeled(Role::Splitter, true, "Resize the article"));
    let is_held = response.hovered() || response.dragged();
    let colour = if is_held { page.theme.ghost } else { page.theme.line_strong };
    let y = rect.center().y;
    ui.painter().hline(ui.max_rect().x_range(), y, Stroke::new(1.0, colour));
    let grip = Rect::from_center_size(rect.center(), vec2(36.0, 5.0));
    let ground = if is_held { page.theme.ghost } else { page.theme.paper };
    ui.painter().rect(grip, 2.5, ground, Stroke::new(1.0, colour), egui::StrokeKind::Inside);
    if let Some(at) = response.interact_pointer_pos().filter(|_| response.dragged()) {
        page.ask(Command::ShareDetail(Some((bottom - at.y) / height.max(1.0))));
    }
    if response.double_clicked() {
        page.ask(Command::ShareDetail(None));
    }
    response.on_hover_cursor(CursorIcon::ResizeVertical);
    rect
}

/// Nothing is drawn paler at the ends of what is scrolled: it ends where a part ends.
pub(super) fn without_fade(ui: &mut Ui) {
    ui.spacing_mut().scroll.fade.strength = 0.0;
}
