//! How the detail and the article below it share the height there is, so that neither ends within a line.

use egui::{CursorIcon, Rect, Role, Sense, Stroke, Ui, WidgetInfo, vec2};

use super::marked::LINE_HEIGHT;
use super::more;
use super::page::Page;
use crate::app::Command;

/// With less height the detail and the article take turns.
pub(super) const LOWEST_FOR_BOTH: f32 = 390.0;
/// An article that was called for by a click on a quote has at least this part.
const CALLED: f32 = 0.28;
/// However far down a person draws the divider, the article keeps this height: two lines and its head.
const LEAST_ARTICLE: f32 = 98.0;
/// Where nobody drew it, so many lines can be read, unless they would take more than this part of the height.
const LINES_TO_READ: f32 = 4.0;
const MOST_TO_READ: f32 = 0.42;
/// Above the lines of an article, and at their foot.
const AROUND_LINES: f32 = 8.0 + more::STRIP_HEIGHT;
/// Height of the divider above it.
const DIVIDER: f32 = 14.0;

/// Where a panel may end: after each part of it, and after those that have to be seen.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Ends {
    top: f32,
    all: Vec<f32>,
    needed: f32,
    /// So high with one line of each quote.
    least: f32,
    n_lines: [usize; 2],
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

    /// Down to here there are was, now and two quotes that have so many lines, below each other or side by side; what was left
    /// out of them is `hidden` points high.
    pub(super) fn quoted_to_here(&mut self, ui: &Ui, (n_lines, n_across): ([usize; 2], usize), hidden: f32) {
        self.n_lines = n_lines;
        let further = n_lines.map(|n| n.saturating_sub(1));
        let n_further = if n_across > 1 { further.into_iter().max().unwrap_or_default() } else { further.into_iter().sum() };
        #[expect(clippy::cast_precision_loss, reason = "lines of a text")]
        let further = n_further as f32 * LINE_HEIGHT;
        self.least = ui.cursor().top() - self.top + hidden - further;
    }

    /// Down to here it has to be seen, where there is room; what was left out of the quotes is `hidden` points high.
    pub(super) fn needed_to_here(&mut self, ui: &Ui, hidden: f32) {
        self.needed = ui.cursor().top() - self.top + hidden;
        self.end_here(ui);
    }

    /// Lines for each of the two quotes below each other or side by side, so that both are seen within that height: the
    /// longer gives up its lines first, and neither the last.
    fn lines_within(&self, height: f32, n_across: usize) -> [usize; 2] {
        let over = self.needed - height;
        if over <= 0.5 {
            return [usize::MAX; 2];
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "lines of a text")]
        let n_over = (over / LINE_HEIGHT).ceil() as usize;
        let [was, now] = self.n_lines;
        if n_across > 1 {
            return [was.max(now).saturating_sub(n_over).max(1); 2];
        }
        let all = (was + now).saturating_sub(n_over).max(2);
        let now = now.min(all.div_ceil(2).max(all.saturating_sub(was)));
        [all - now, now]
    }

    /// So high that the last part in sight is whole.
    fn whole_within(&self, height: f32) -> f32 {
        let whole = self.all.iter().copied().filter(|end| *end <= height + 0.5).fold(0.0, f32::max);
        // a part that is higher than all there is has to be cut
        if whole > height * 0.4 { whole } else { height }
    }

    /// Lines for each of the two quotes, as they were when they were last drawn.
    pub(super) fn lines_last(ui: &Ui, height: f32, n_across: usize) -> [usize; 2] {
        Self::last(ui).lines_within(height, n_across)
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

/// The height of what stands above the article.
#[derive(Clone, Copy)]
pub(super) struct Room {
    /// So high it is drawn: it ends where a part of it ends.
    pub(super) height: f32,
    /// So high it may be.
    pub(super) most: f32,
}

/// Where the height of an article's head is remembered.
fn head_id() -> egui::Id {
    egui::Id::unique("height of the article's head")
}

/// Remembers how high the head of an article is: the next frame leaves it so much more room.
pub(super) fn remember_head(ui: &Ui, height: f32) {
    if ui.data(|data| data.get_temp::<f32>(head_id())).is_none_or(|known| (known - height).abs() > 0.5) {
        ui.data_mut(|data| data.insert_temp(head_id(), height));
        ui.ctx().request_repaint();
    }
}

/// The height at which an article can be read.
fn height_to_read(ui: &Ui, height: f32) -> f32 {
    let head = ui.data(|data| data.get_temp::<f32>(head_id())).unwrap_or_default();
    // and between the parts above it
    let gaps = 2.0 * ui.spacing().item_spacing.y;
    (head + LINES_TO_READ * LINE_HEIGHT + AROUND_LINES + gaps).min(height * MOST_TO_READ).max(LEAST_ARTICLE)
}

/// What a person left for it; else as high as was, now and both quotes need, at least that part of the height, and never so
/// high that the article cannot be read; but a line of each quote is seen before more than the least of the article.
pub(super) fn upper_room(ui: &Ui, height: f32, (share, part): (Option<f32>, f32), is_called: bool) -> Room {
    let called = if is_called { CALLED } else { 0.0 };
    // however far down the divider is drawn, some lines of the article stay
    let all = height - DIVIDER;
    if let Some(share) = share {
        let upper = height * (1.0 - share.max(called)) - DIVIDER / 2.0 - ui.spacing().item_spacing.y;
        let upper = upper.min(all - LEAST_ARTICLE).max(40.0);
        return Room { height: upper, most: upper };
    }
    let ends = Ends::last(ui);
    let most = (height * part).max(ends.needed).min(all - height_to_read(ui, height).max(height * called));
    let most = most.max(ends.least.min(all - LEAST_ARTICLE));
    Room { height: ends.whole_within(most), most }
}

/// The same where it has the whole height, and words that say that more follows.
pub(super) fn whole_room(ui: &Ui, height: f32) -> Room {
    let most = height - more::STRIP_HEIGHT;
    Room { height: Ends::last(ui).whole_within(most), most }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_of_two_quotes_is_shortened_first_and_neither_to_nothing() {
        let check = |n_lines: [usize; 2], n_over: f32, n_across: usize, expected: [usize; 2]| {
            let ends = Ends { needed: 300.0 + n_over * LINE_HEIGHT, n_lines, ..Ends::default() };
            assert_eq!(ends.lines_within(300.0, n_across), expected, "{n_lines:?}, {n_over} lines too high");
        };
        check([4, 3], 0.0, 1, [usize::MAX; 2]);
        check([4, 3], 0.3, 1, [3, 3]);
        check([2, 5], 2.0, 1, [2, 3]);
        check([5, 2], 2.0, 1, [3, 2]);
        check([5, 1], 3.0, 1, [2, 1]);
        check([4, 3], 9.0, 1, [1, 1]);
        check([4, 0], 2.0, 1, [2, 0]);
        check([4, 3], 1.0, 2, [3, 3]);
        check([4, 3], 9.0, 2, [1, 1]);
    }
}
