//! What is longer than its room: how much of it stays hidden below, and the button that leads there.

use egui::scroll_area::ScrollAreaOutput;
use egui::{Align2, Color32, CursorIcon, Id, Key, Modifiers, Pos2, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

use super::ink;
use super::page::Page;
use super::theme::{SMALL, TINY, plain};

/// Height of a strip that has room for the button.
pub(super) const STRIP_HEIGHT: f32 = 20.0;

/// A button that leads to what is hidden below.
pub(super) struct More<'a> {
    /// Which of those in the window.
    pub(super) name: &'static str,
    /// The words on it.
    pub(super) shown: &'a str,
    /// What a screen reader hears.
    pub(super) spoken: &'a str,
    /// Size of the words.
    pub(super) size: f32,
    /// What they stand on.
    pub(super) ground: Color32,
}

impl<'a> More<'a> {
    /// In small letters, with the name for a screen reader.
    pub(super) fn new(name: &'static str, shown: &'a str, ground: Color32) -> Self {
        Self { name, shown, spoken: name, size: TINY, ground }
    }

    /// Draws it; says whether it was pressed.
    pub(super) fn ui(&self, page: &Page<'_>, ui: &Ui, place: (Pos2, Align2)) -> bool {
        let pill = ink::more_pill(ui.painter(), place, self.shown, &plain(self.size), page.theme.ink_soft, self.ground);
        let response = ui.interact(pill.expand2(vec2(4.0, 2.0)), ui.scope_id().with(self.name), Sense::click());
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.spoken));
        ink::focus_ring(ui, &response, page.theme.focus);
        response.on_hover_cursor(CursorIcon::PointingHand).clicked()
    }

    /// At the right end of a strip below what is scrolled, which it leads on in.
    pub(super) fn strip_ui<R>(&self, page: &Page<'_>, ui: &Ui, strip: Rect, scrolled: &ScrollAreaOutput<R>) {
        if self.ui(page, ui, (pos2(strip.right(), strip.center().y), Align2::RIGHT_CENTER)) {
            ask_for(ui, self.name, seen_to(scrolled));
        }
    }
}

/// How far down what is scrolled is in sight.
pub(super) fn seen_to<R>(scrolled: &ScrollAreaOutput<R>) -> f32 {
    scrolled.state.clamped_offset().y + scrolled.inner_rect.height()
}

/// How much of it lies below what is in sight.
pub(super) fn hidden_below<R>(scrolled: &ScrollAreaOutput<R>) -> f32 {
    scrolled.content_size.y - seen_to(scrolled)
}

/// What is scrolled under that name begins there when it is next drawn.
pub(super) fn ask_for(ui: &Ui, name: &'static str, top: f32) {
    ui.data_mut(|data| data.insert_temp(Id::unique(name), top));
    ui.ctx().request_repaint();
}

/// What the keyboard has come to is scrolled into sight where it stands above or below.
pub(super) fn follow_focus<R>(ui: &Ui, scrolled: &ScrollAreaOutput<R>, name: &'static str) {
    const MARGIN: f32 = 8.0;
    let place = super::place_of_keyboard(ui).filter(|place| place.layer_id == ui.layer_id());
    let known = Id::unique((name, "where the keyboard was"));
    let now = place.map(|place| place.id);
    if ui.data(|data| data.get_temp::<Option<Id>>(known)) == Some(now) {
        return;
    }
    ui.data_mut(|data| data.insert_temp(known, now));
    // what stands elsewhere is seen whole
    let Some(place) = place.filter(|place| place.interact_rect.height() < place.rect.height() - 1.0) else { return };
    let (sight, top) = (scrolled.inner_rect, scrolled.state.clamped_offset().y);
    let to_top = place.rect.top() - sight.top() - MARGIN;
    let to_bottom = place.rect.bottom() - sight.bottom() + MARGIN;
    ask_for(ui, name, (top + to_top.min(to_bottom.max(0.0))).max(0.0));
}

/// As far down as was asked for.
pub(super) fn as_asked(ui: &Ui, area: ScrollArea, name: &'static str) -> ScrollArea {
    match ui.data_mut(|data| data.remove_temp::<f32>(Id::unique(name))) {
        Some(top) => area.vertical_scroll_offset(top),
        None => area,
    }
}

/// What leads on in a panel.
pub(super) const MORE: &str = "More below";

/// What may be longer than its room, under a name of its own: with a bar at once, and while more follows, a foot that fades
/// into the ground and leads there.
pub(super) fn scrolled_ui(
    page: &mut Page<'_>,
    ui: &mut Ui,
    name: &'static str,
    add: impl FnOnce(&mut Page<'_>, &mut Ui),
) -> ScrollAreaOutput<()> {
    const FADE: f32 = 42.0;
    const LAST_LINE: f32 = 12.0;
    ui.spacing_mut().scroll = egui::style::ScrollStyle::solid();
    ui.visuals_mut().widgets.inactive.bg_fill = page.theme.ghost;
    let area = as_asked(ui, ScrollArea::vertical().id_salt(name), name);
    let scrolled = area.show(ui, |ui| add(page, ui));
    follow_focus(ui, &scrolled, name);
    let sight = scrolled.inner_rect;
    if hidden_below(&scrolled) < LAST_LINE {
        return scrolled;
    }
    ink::fade(ui.painter(), (Rect::from_min_max(sight.left_bottom() - vec2(0.0, FADE), sight.max), 20.0), page.theme.sheet);
    let at = (sight.center_bottom() - vec2(0.0, 2.0), Align2::CENTER_BOTTOM);
    let button = More { size: SMALL, spoken: MORE, ..More::new(name, MORE, page.theme.paper) };
    if button.ui(page, ui, at) {
        ask_for(ui, name, seen_to(&scrolled) - FADE);
    }
    scrolled
}

/// The keys that scroll a view scroll a panel that is longer than there is room for.
pub(super) fn follow_keys<R>(ui: &Ui, scrolled: &ScrollAreaOutput<R>, name: &'static str) {
    const LINE: f32 = 44.0;
    let (top, sight) = (scrolled.state.clamped_offset().y, scrolled.inner_rect.height());
    let most = (scrolled.content_size.y - sight).max(0.0);
    let page = (sight - LINE).max(LINE);
    let steps =
        [(Key::ArrowDown, LINE), (Key::ArrowUp, -LINE), (Key::PageDown, page), (Key::PageUp, -page), (Key::End, most), (Key::Home, -most)];
    let mut next = top;
    ui.input_mut(|input| {
        for (key, by) in steps {
            for _ in 0..input.count_and_consume_key(Modifiers::NONE, key) {
                next = (next + by).clamp(0.0, most);
            }
        }
    });
    if (next - top).abs() > 0.5 {
        ask_for(ui, name, next);
    }
}
