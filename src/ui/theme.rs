//! Colours, type and spacing: two files of colours, one scale of sizes, a four-point grid.

use std::sync::{Arc, LazyLock};

use egui::{Color32, CornerRadius, FontFamily, FontId, Margin, Shadow, Stroke, Style, TextStyle, Visuals, vec2};
use serde::Deserialize;

/// The colours of one theme, each named for what it is used for.
#[derive(Clone, Debug, PartialEq)]
pub struct Theme {
    /// Whether it is light on dark.
    pub is_dark: bool,
    /// Behind bars and lane headers.
    pub paper: Color32,
    /// Behind charts and articles.
    pub sheet: Color32,
    /// Weekends, every other lane.
    pub sheet_soft: Color32,
    /// Hairlines.
    pub line: Color32,
    /// Lines that separate.
    pub line_strong: Color32,
    /// Text.
    pub ink: Color32,
    /// Text of less weight.
    pub ink_soft: Color32,
    /// The faintest text, still 4.5 : 1.
    pub ink_faint: Color32,
    /// What changed, and nothing else.
    pub accent: Color32,
    /// Behind what changed.
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// Dates ahead.
    pub mark: Color32,
    /// Behind dates ahead.
    pub mark_soft: Color32,
    /// Dates that have come.
    pub done: Color32,
    /// Behind dates that have come.
    pub done_soft: Color32,
    /// Outlines of what no longer holds.
    pub ghost: Color32,
    /// The selected lane or card.
    pub selected: Color32,
    /// Under the pointer.
    pub hovered: Color32,
    /// The keyboard's place.
    pub focus: Color32,
    /// Behind a quote in its article.
    pub quote: Color32,
    /// Behind a quote about something else.
    pub other_quote: Color32,
    /// Behind date words that hold.
    pub date: Color32,
    /// Behind date words that no longer hold.
    pub old_date: Color32,
    /// Under windows.
    pub shadow: Color32,
}

/// The file: the same names, colours as `#rrggbb` or `#rrggbbaa`.
macro_rules! theme_file {
    ($($colour:ident)*) => {
        #[derive(Debug, Deserialize)]
        #[serde(deny_unknown_fields)]
        struct ThemeFile { is_dark: bool, $($colour: String,)* }

        impl ThemeFile {
            fn theme(&self) -> Option<Theme> {
                Some(Theme { is_dark: self.is_dark, $($colour: Color32::from_hex(&self.$colour).ok()?,)* })
            }
        }
    };
}

theme_file! {
    paper sheet sheet_soft line line_strong ink ink_soft ink_faint accent accent_soft on_accent mark mark_soft done done_soft
    ghost selected hovered focus quote other_quote date old_date shadow
}

#[expect(clippy::expect_used, reason = "the files are in the program, and a test reads them")]
fn read(file: &str) -> Arc<Theme> {
    let file: ThemeFile = ron::from_str(file).expect("a theme file has every colour");
    Arc::new(file.theme().expect("every colour is written #rrggbb"))
}

static LIGHT: LazyLock<Arc<Theme>> = LazyLock::new(|| read(include_str!("../../assets/theme/light.ron")));
static DARK: LazyLock<Arc<Theme>> = LazyLock::new(|| read(include_str!("../../assets/theme/dark.ron")));

/// Small print.
pub const TINY: f32 = 11.5;
/// Second lines.
pub const SMALL: f32 = 13.0;
/// Running text.
pub const BODY: f32 = 14.5;
/// Titles of articles and cards, was and now.
pub const TITLE: f32 = 15.5;
/// The title of the detail.
pub const HEADING: f32 = 20.0;
/// By how much it changed, days in the list, and a title of the detail that needs two lines.
pub const LARGE: f32 = 17.0;
/// What greets in an empty window.
pub const GREETING: f32 = 28.0;
/// Width of the lane headers.
pub const HEADER_WIDTH: f32 = 312.0;
/// Width of the detail.
pub const DETAIL_WIDTH: f32 = 440.0;
/// Below this width the detail covers the view.
pub const NARROW: f32 = 1100.0;
/// Below this height bars and lanes take less room.
pub const LOW: f32 = 540.0;

/// The family of bold letters.
pub fn bold_family() -> FontFamily {
    FontFamily::Name("bold".into())
}

/// Bold letters.
pub fn bold(size: f32) -> FontId {
    FontId::new(size, bold_family())
}

/// Plain letters.
pub const fn plain(size: f32) -> FontId {
    FontId::proportional(size)
}

impl Theme {
    /// The light or the dark one.
    pub fn of(is_dark: bool) -> Arc<Self> {
        Arc::clone(if is_dark { &DARK } else { &LIGHT })
    }

    /// The one in use.
    pub fn current(ctx: &egui::Context) -> Arc<Self> {
        Self::of(ctx.theme() == egui::Theme::Dark)
    }

    /// A hairline.
    pub fn hairline(&self) -> Stroke {
        Stroke::new(1.0, self.line)
    }

    /// What egui's own widgets look like.
    fn visuals(&self) -> Visuals {
        let mut visuals = if self.is_dark { Visuals::dark() } else { Visuals::light() };
        visuals.panel_fill = self.paper;
        visuals.window_fill = self.sheet;
        visuals.window_stroke = Stroke::new(1.0, self.line_strong);
        visuals.window_corner_radius = CornerRadius::same(10);
        visuals.menu_corner_radius = CornerRadius::same(8);
        visuals.window_shadow = Shadow { offset: [0, 8], blur: 28, spread: 0, color: self.shadow };
        visuals.popup_shadow = Shadow { offset: [0, 4], blur: 16, spread: 0, color: self.shadow };
        visuals.extreme_bg_color = self.sheet;
        visuals.faint_bg_color = self.sheet_soft;
        visuals.hyperlink_color = self.mark;
        visuals.selection.bg_fill = if self.is_dark { self.mark_soft } else { self.selected };
        visuals.selection.stroke = Stroke::new(1.5, self.focus);
        visuals.weak_text_color = Some(self.ink_soft);
        let widgets = &mut visuals.widgets;
        for widget in [&mut widgets.noninteractive, &mut widgets.inactive, &mut widgets.hovered, &mut widgets.active, &mut widgets.open] {
            widget.corner_radius = CornerRadius::same(6);
            widget.expansion = 0.0;
            widget.fg_stroke = Stroke::new(1.2, self.ink);
            widget.bg_stroke = Stroke::new(1.0, self.line_strong);
        }
        widgets.noninteractive.bg_stroke = self.hairline();
        widgets.inactive.weak_bg_fill = self.sheet;
        widgets.inactive.bg_fill = self.sheet;
        widgets.hovered.weak_bg_fill = self.hovered;
        widgets.hovered.bg_fill = self.hovered;
        widgets.hovered.bg_stroke = Stroke::new(1.0, self.ghost);
        widgets.active.weak_bg_fill = self.selected;
        widgets.active.bg_fill = self.selected;
        widgets.active.bg_stroke = Stroke::new(2.0, self.focus);
        widgets.open.weak_bg_fill = self.selected;
        widgets.open.bg_fill = self.selected;
        visuals
    }
}

fn style(style: &mut Style, theme: &Theme) {
    style.visuals = theme.visuals();
    style.text_styles = [
        (TextStyle::Small, plain(SMALL)),
        (TextStyle::Body, plain(BODY)),
        (TextStyle::Button, plain(BODY)),
        (TextStyle::Monospace, FontId::monospace(SMALL)),
        (TextStyle::Heading, bold(HEADING)),
    ]
    .into();
    style.spacing.item_spacing = vec2(8.0, 6.0);
    style.spacing.button_padding = vec2(10.0, 4.0);
    style.spacing.interact_size = vec2(28.0, 28.0);
    // menus may be as high as the days that were reported on need
    style.spacing.default_area_size = vec2(600.0, 640.0);
    style.spacing.menu_margin = Margin::same(6);
    style.spacing.window_margin = Margin::same(16);
    style.spacing.icon_width = 16.0;
    style.spacing.scroll.floating = true;
    // a hint that there is more, under which the last line can still be read
    style.spacing.scroll.fade.size = 12.0;
    style.interaction.tooltip_delay = 0.35;
    // what is copied is the sentence of what is selected, never the words of a label that was clicked by the way
    style.interaction.selectable_labels = false;
}

/// Fonts and both themes, once for a context.
pub fn install(ctx: &egui::Context) {
    ctx.set_fonts(super::fonts::fonts());
    // where the desktop does not say, paper is easier to read for long
    ctx.options_mut(|options| options.fallback_theme = egui::Theme::Light);
    for (theme, is_dark) in [(egui::Theme::Light, false), (egui::Theme::Dark, true)] {
        ctx.style_mut_of(theme, |it| style(it, &Theme::of(is_dark)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Relative luminance and contrast as WCAG 2.2 defines them.
    fn contrast(a: Color32, b: Color32) -> f32 {
        let luminance = |c: Color32| {
            let linear = |v: u8| {
                let v = f32::from(v) / 255.0;
                if v <= 0.040_45 { v / 12.92 } else { ((v + 0.055) / 1.055).powf(2.4) }
            };
            0.2126 * linear(c.r()) + 0.7152 * linear(c.g()) + 0.0722 * linear(c.b())
        };
        let (x, y) = (luminance(a) + 0.05, luminance(b) + 0.05);
        if x > y { x / y } else { y / x }
    }

    #[test]
    fn all_text_can_be_read_and_all_outlines_seen_in_both_themes() {
        for theme in [Theme::of(false), Theme::of(true)] {
            let grounds = [theme.paper, theme.sheet, theme.sheet_soft, theme.selected, theme.hovered, theme.accent_soft];
            for ground in grounds {
                for text in [theme.ink, theme.ink_soft, theme.ink_faint, theme.accent, theme.mark] {
                    assert!(contrast(text, ground) >= 4.5, "{text:?} on {ground:?}: {}", contrast(text, ground));
                }
                for outline in [theme.ghost, theme.done, theme.focus] {
                    assert!(contrast(outline, ground) >= 3.0, "{outline:?} on {ground:?}: {}", contrast(outline, ground));
                }
            }
            for marked in [theme.quote, theme.other_quote, theme.date, theme.old_date] {
                assert!(contrast(theme.ink, marked) >= 4.5, "ink on {marked:?}");
            }
            assert!(contrast(theme.on_accent, theme.accent) >= 4.5);
        }
    }
}
