//! What opens over the views: help, settings, what was read, a day to go to, a path to type, the members of a cluster.

use egui::{Align, Color32, Id, Layout, Modal, RichText, ScrollArea, TextEdit, Ui, vec2};

use super::choices_ui::choices_ui;
use super::marked::{Marked, format_of, underline_cues};
use super::more;
use super::page::Page;
use super::shortcuts::keys_of;
use super::theme::{BODY, HEADING, SMALL, bold, plain};
use super::{ink, legend_ui};
use crate::app::settings::TEXT_SIZES;
use crate::app::worker::export_formats;
use crate::app::{Action, Command, OpenWhat, Panel, PathFor, Theme};
use crate::article::Article;
use crate::view::detail::{capitalised, statement_text};
use crate::view::labels::{DateStyle, counted, day_full, day_year};
use crate::view::quote::{Mark, article_label, article_name, first_line, quoted};

/// Draws whichever is open.
pub(super) fn panels_ui(page: &mut Page<'_>, ui: &Ui) {
    let known = Id::unique("panel that is open");
    if ui.data(|data| data.get_temp::<Option<Panel>>(known)).unwrap_or_default() != page.state.panel {
        // what another panel was scrolled to is not its own place
        more::ask_for(ui, more::MORE, 0.0);
        ui.data_mut(|data| data.insert_temp(known, page.state.panel));
    }
    let Some(panel) = page.state.panel else {
        // a path that was given up is not offered again
        forget(ui, "path");
        return;
    };
    let frame =
        egui::Frame::new().fill(page.theme.sheet).corner_radius(12).inner_margin(20).stroke(egui::Stroke::new(1.0, page.theme.line_strong));
    let modal = Modal::new(Id::unique("panel")).frame(frame).show(ui.ctx(), |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_max_width((room.x - 80.0).min(width_of(panel)));
        ui.set_max_height(room.y - 120.0);
        match panel {
            Panel::Help => help_ui(page, ui),
            Panel::Settings => settings_ui(page, ui),
            Panel::Reading => reading_ui(page, ui),
            Panel::GoTo => go_to_ui(page, ui),
            Panel::PathField(purpose) => path_ui(page, ui, purpose),
            Panel::Cluster => cluster_ui(page, ui),
        }
    });
    if modal.should_close() {
        page.ask(Command::Show(None));
    }
}

/// As wide as what it holds.
const fn width_of(panel: Panel) -> f32 {
    match panel {
        Panel::GoTo => 460.0,
        Panel::Settings => 560.0,
        Panel::Reading | Panel::PathField(_) | Panel::Cluster => 760.0,
        Panel::Help => 860.0,
    }
}

fn head_ui(page: &mut Page<'_>, ui: &mut Ui, title: &str) {
    ui.horizontal(|ui| {
        ui.label(RichText::new(title).font(bold(HEADING)).color(page.theme.ink));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if ui.button("Close").clicked() {
                page.ask(Command::Show(None));
            }
        });
    });
    ui.add_space(4.0);
}

const FIRST_STEPS: [&str; 5] = [
    "A date is a bar as wide as its days, or a diamond where a day is narrow. Arranged by claimed date it stands on the day that was claimed, by report date on the day it was reported.",
    "What is drawn in the colour of changes (red, in the dark orange) changed: the arrow leads from the old date to the new one, and says by how much.",
    "In the date history each dot is a report: further right reported later, further up claimed for later. A line is level while the date is kept and steps where it moves; dots lead from a date that was withdrawn to the new one. A bracket is as high as the days that are meant. A hollow dot tells a date that is less exact, only rumoured, denied, or outdated.",
    "Click anything to see both sentences and the article; a marked sentence leads to its announcement.",
    "“Known on” hides what was reported later, so you see what was believed on that day.",
];

fn help_ui(page: &mut Page<'_>, ui: &mut Ui) {
    head_ui(page, ui, "Help and keys");
    scrolled_ui(page, ui, |page, ui| {
        ui.set_width((ui.available_width() - 4.0).max(240.0));
        for step in FIRST_STEPS {
            ui.label(RichText::new(step).color(page.theme.ink));
        }
        ui.add_space(8.0);
        ui.label(RichText::new("What the shapes mean").font(bold(BODY)));
        legend_ui::all_shapes_ui(page, ui);
        ui.add_space(8.0);
        ui.label(RichText::new("What is marked in an article").font(bold(BODY)));
        marked_words_ui(page, ui);
        ui.add_space(8.0);
        ui.label(RichText::new("Keys").font(bold(BODY)));
        ui.label(
            RichText::new("Wheel scrolls, Ctrl+wheel zooms at the pointer, Shift+wheel and dragging move the days, a double click fits")
                .size(SMALL)
                .color(page.theme.ink_soft),
        );
        keys_ui(ui);
    });
}

/// What the looks of words in quotes and articles mean, each shown on a word.
fn marked_words_ui(page: &Page<'_>, ui: &mut Ui) {
    let looks = [
        ("April 24", Mark::Date, "a date that is given"),
        ("April 25", Mark::OldDate, "a date that is no longer valid; the strike is Dateline’s, not the article’s"),
        ("moved", Mark::Cue, "the words that say that something changed"),
        ("will be out", Mark::Quote, "the sentence that is shown in the detail"),
        ("will be out", Mark::OtherQuote, "other sentences that were read as statements; a click leads there"),
    ];
    egui::Grid::new("marked words").num_columns(2).spacing(vec2(14.0, 4.0)).show(ui, |ui| {
        for (words, mark, meaning) in looks {
            let mut marked = Marked::default();
            marked.append(words, format_of(&page.theme, page.theme.ink, mark), mark);
            let (job, cues) = marked.into_parts();
            let (at, galley, _) = egui::Label::new(job).selectable(false).layout_in_ui(ui);
            ui.painter().galley(at, std::sync::Arc::clone(&galley), page.theme.ink);
            underline_cues(ui.painter(), &page.theme, (&galley, at), &cues);
            ui.label(RichText::new(meaning).size(SMALL));
            ui.end_row();
        }
    });
}

/// What may be longer than the panel: the keys that scroll a view scroll it.
fn scrolled_ui(page: &mut Page<'_>, ui: &mut Ui, add: impl FnOnce(&mut Page<'_>, &mut Ui)) {
    let scrolled = more::scrolled_ui(page, ui, more::MORE, add);
    more::follow_keys(ui, &scrolled, more::MORE);
}

/// What can be asked and its keys, in two columns where there is room.
fn keys_ui(ui: &mut Ui) {
    /// Between two columns: more than between what is asked and its keys.
    const APART: f32 = 28.0;
    /// Between what is asked and its keys.
    const TO_KEYS: f32 = 11.0;
    let told = |action: &Action| {
        let keys = keys_of(ui.ctx(), *action);
        (action.shown(), if keys.is_empty() { "menu".to_owned() } else { keys })
    };
    let all: Vec<(&str, String)> = Action::ALL.iter().map(told).collect();
    let width = |text: &str, font| ui.painter().layout_no_wrap(text.to_owned(), font, Color32::PLACEHOLDER).size().x;
    let widest = |part: &[(&str, String)]| {
        let asked = part.iter().map(|(asked, _)| width(asked, plain(SMALL))).fold(0.0, f32::max);
        asked + TO_KEYS + part.iter().map(|(_, keys)| width(keys, bold(SMALL))).fold(0.0, f32::max)
    };
    let half = all.len().div_ceil(2);
    // the keys of a column that does not fit would be cut off
    let both = all.chunks(half).map(widest).sum::<f32>() + APART;
    let n_lines = if both <= ui.available_width() { half } else { all.len() };
    ui.spacing_mut().interact_size.y = 22.0;
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = APART;
        for (nth, part) in all.chunks(n_lines).enumerate() {
            egui::Grid::new(("keys", nth)).num_columns(2).spacing(vec2(TO_KEYS, 2.0)).striped(true).show(ui, |ui| {
                for (asked, keys) in part {
                    ui.label(RichText::new(*asked).size(SMALL));
                    ui.label(RichText::new(keys).font(bold(SMALL)));
                    ui.end_row();
                }
            });
        }
    });
}

fn settings_ui(page: &mut Page<'_>, ui: &mut Ui) {
    head_ui(page, ui, "Settings");
    let mut settings = page.state.settings.clone();
    egui::Grid::new("settings").num_columns(2).spacing(vec2(24.0, 12.0)).show(ui, |ui| {
        ui.label("Theme");
        let themes: Vec<_> = Theme::ALL.iter().map(|theme| (*theme, theme.shown())).collect();
        settings.theme = choices_ui(ui, page, &themes, settings.theme).unwrap_or(settings.theme);
        ui.end_row();
        ui.label("Text size");
        let sizes = [(0.9, "Small"), (1.0, "Normal"), (1.25, "Large"), (1.5, "Larger"), (*TEXT_SIZES.end(), "Largest")];
        let on = sizes.iter().map(|size| size.0).find(|size| (settings.text_size - size).abs() < 0.01);
        settings.text_size = choices_ui(ui, page, &sizes, on.unwrap_or(0.0)).unwrap_or(settings.text_size);
        ui.end_row();
        ui.label("Dates");
        let styles: Vec<_> = DateStyle::ALL.iter().map(|style| (*style, style.shown())).collect();
        settings.date_style = choices_ui(ui, page, &styles, settings.date_style).unwrap_or(settings.date_style);
        ui.end_row();
        ui.label("Motion");
        ui.checkbox(&mut settings.reduced_motion, "Reduced: nothing moves by itself");
        ui.end_row();
        ui.label("Legend");
        ui.checkbox(&mut settings.has_legend, "Shown below the timeline, where there is room");
        ui.end_row();
    });
    if settings != page.state.settings {
        page.ask(Command::SetSettings(settings));
    }
}

fn reading_ui(page: &mut Page<'_>, ui: &mut Ui) {
    head_ui(page, ui, "What was read");
    let ledger = std::sync::Arc::clone(&page.state.ledger);
    let timeline = &ledger.timeline;
    let skipped = match timeline.n_skipped as usize {
        0 => String::new(),
        1 => ", 1 file skipped because it is no article".to_owned(),
        n => format!(", {} skipped because they are no articles", counted(n, "file")),
    };
    let problems = match timeline.problems.len() {
        0 => ", all files could be read".to_owned(),
        n => format!(", {}", counted(n, "problem")),
    };
    ui.label(format!("{} read{skipped}{problems}", counted(timeline.articles.len(), "article")));
    ui.add_space(4.0);
    let theme = page.theme.clone();
    scrolled_ui(page, ui, |page, ui| {
        ui.set_min_width(560.0_f32.min(ui.available_width()));
        for problem in &timeline.problems {
            ui.label(RichText::new(&problem.file).font(bold(SMALL)).color(theme.accent));
            ui.label(RichText::new(format!("{}: {}", problem.problem, problem.hint)).size(SMALL));
            ui.add_space(4.0);
        }
        if !timeline.problems.is_empty() {
            ui.separator();
        }
        ui.spacing_mut().interact_size.y = 18.0;
        let shown = timeline.articles.len().min(400);
        for (idx, article) in (0_u32..).zip(timeline.articles.iter().take(shown)) {
            let n = ledger.n_statements.get(idx as usize).copied().unwrap_or_default();
            if article_ui(page, ui, article, n) {
                page.ask(Command::ShowArticle(idx, None));
                page.ask(Command::Show(None));
            }
        }
        if shown < timeline.articles.len() {
            ui.label(RichText::new(format!("and {} more", counted(timeline.articles.len() - shown, "article"))).size(SMALL));
        }
    });
}

/// An article that was read: its day, its title, its file and how many statements it makes, each in a column of its own;
/// whether it was clicked.
fn article_ui(page: &Page<'_>, ui: &mut Ui, article: &Article, n_statements: usize) -> bool {
    const DAY_WIDTH: f32 = 88.0;
    const COUNT_WIDTH: f32 = 96.0;
    const FILE_PART: f32 = 0.24;
    const GAP: f32 = 12.0;
    let theme = &page.theme;
    let day = article.report_day().map_or_else(|| "no date".to_owned(), |day| day_year(day, page.style()));
    let mark = if page.state.new_files.contains(&article.file) { "new · " } else { "" };
    let title = article.title.as_deref().unwrap_or_else(|| first_line(article));
    let count = counted(n_statements, "statement");
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ui.spacing().interact_size.y + 2.0), egui::Sense::CLICK);
    if response.hovered() {
        ui.painter().rect_filled(rect, 3.0, theme.hovered);
    }
    let file_width = rect.width() * FILE_PART;
    let file_from = rect.right() - COUNT_WIDTH - file_width;
    let title_from = rect.left() + DAY_WIDTH;
    let columns = [
        (rect.left(), &day, theme.ink_soft, DAY_WIDTH - GAP),
        (title_from, &format!("{mark}{title}"), theme.mark, file_from - title_from - GAP),
        (file_from, &article.file, theme.ink_soft, file_width - GAP),
        (rect.right() - COUNT_WIDTH, &count, theme.ink_soft, COUNT_WIDTH),
    ];
    for (left, text, colour, width) in columns {
        let at = egui::pos2(left, rect.center().y);
        let text = ink::begun(ui.painter(), text, &plain(SMALL), colour, width);
        ink::words(ui.painter(), (at, egui::Align2::LEFT_CENTER), &text, &plain(SMALL), colour, width);
    }
    ink::focus_ring(ui, &response, theme.focus);
    let name = format!("{mark}{day} · {} · {} · {count}", article_name(article), article.file);
    response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Link, true, &name));
    response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked()
}

/// Text that is being typed, remembered while the panel is open; and whether Enter was pressed.
pub(super) fn typed(ui: &mut Ui, name: &'static str, (hint, label): (&str, &str), width: f32) -> (String, bool) {
    let id = Id::unique(name);
    let mut text = ui.data(|data| data.get_temp::<String>(id)).unwrap_or_default();
    let field = ui.add(TextEdit::singleline(&mut text).hint_text(hint).desired_width(width)).accessible_name(label);
    if ui.data(|data| data.get_temp::<bool>(id.with("asked"))).is_none() {
        field.request_focus();
        ui.data_mut(|data| data.insert_temp(id.with("asked"), true));
    }
    let is_done = field.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter));
    ui.data_mut(|data| data.insert_temp(id, text.clone()));
    (text, is_done)
}

pub(super) fn forget(ui: &Ui, name: &'static str) {
    ui.data_mut(|data| data.remove::<String>(Id::unique(name)));
    ask_for_focus(ui, name);
}

/// The field takes the focus when it is next drawn.
pub(super) fn ask_for_focus(ui: &Ui, name: &'static str) {
    ui.data_mut(|data| data.remove::<bool>(Id::unique(name).with("asked")));
}

fn go_to_ui(page: &mut Page<'_>, ui: &mut Ui) {
    head_ui(page, ui, "Go to date");
    let last_report = page.state.ledger.last_report();
    let (text, is_done, clicked, day) = ui
        .horizontal(|ui| {
            let width = ui.available_width() - 60.0;
            let (text, is_done) = typed(ui, "go to", (&go_to_hint(last_report), "Date to go to"), width);
            let day = read_day(&text, last_report);
            let clicked = ui.add_enabled(day.is_some(), egui::Button::new("Go")).clicked();
            (text, is_done, clicked, day)
        })
        .inner;
    if !text.trim().is_empty() && day.is_none() {
        refused_day_ui(page, ui);
    }
    if is_done && day.is_none() {
        ask_for_focus(ui, "go to");
    }
    if let Some(day) = day.filter(|_| is_done || clicked) {
        forget(ui, "go to");
        page.ask(Command::GoTo(day));
    }
}

/// Days as they may be typed, of the year the story is in.
fn go_to_hint(last_report: Option<chrono::NaiveDate>) -> String {
    let day = last_report.or_else(|| chrono::NaiveDate::from_ymd_opt(2022, 4, 24)).unwrap_or_default();
    format!("{}, {}, {} or {}", day.format("%Y-%m-%d"), day.format("%-d %b %Y"), day.format("%B %Y"), day.format("%Y"))
}

/// How a day is written that was not understood.
pub(super) fn refused_day_ui(page: &Page<'_>, ui: &mut Ui) {
    let example = page.state.latest.last_report().map_or_else(|| "2022-04-24".to_owned(), |day| day.to_string());
    ui.label(RichText::new(format!("Not a date yet: write it as {example}")).size(SMALL).color(page.theme.ink_soft));
}

/// "April 20th" as "April 20".
fn without_ordinals(text: &str) -> String {
    let plain = |word: &str| {
        let day = ["st", "nd", "rd", "th"].iter().find_map(|ending| word.strip_suffix(ending));
        day.filter(|day| day.bytes().all(|byte| byte.is_ascii_digit())).unwrap_or(word).to_owned()
    };
    text.split_whitespace().map(plain).collect::<Vec<_>>().join(" ")
}

/// A day as a person types it; without a year it is of the year of the last report.
pub(super) fn read_day(text: &str, last_report: Option<chrono::NaiveDate>) -> Option<chrono::NaiveDate> {
    let text = without_ordinals(&text.replace(',', ""));
    let formats = ["%Y-%m-%d", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y", "%d.%m.%Y"];
    let day = formats.iter().find_map(|format| chrono::NaiveDate::parse_from_str(&text, format).ok());
    let day = day.filter(|day| chrono::Datelike::year(day) >= 1000).or_else(|| {
        let with_year = format!("{text} {}", chrono::Datelike::year(&last_report?));
        formats.iter().find_map(|format| chrono::NaiveDate::parse_from_str(&with_year, format).ok())
    });
    day.or_else(|| chrono::NaiveDate::parse_from_str(&format!("15 {text}"), "%d %B %Y").ok())
        .or_else(|| chrono::NaiveDate::parse_from_str(&format!("{text}-07-01"), "%Y-%m-%d").ok())
}

/// A path as it was typed; "~/" is the home folder.
fn path_of(text: &str) -> std::path::PathBuf {
    let home = text.strip_prefix("~/").zip(std::env::home_dir());
    home.map_or_else(|| std::path::PathBuf::from(text), |(rest, home)| home.join(rest))
}

fn path_ui(page: &mut Page<'_>, ui: &mut Ui, purpose: PathFor) {
    let (title, hint, button) = match purpose {
        PathFor::Open => ("Open", "Path of a folder, an article or a Dateline file", "Open"),
        PathFor::Export => ("Export", "Path of the file to write", "Write"),
    };
    head_ui(page, ui, title);
    ui.label(RichText::new("Type or paste the path").size(SMALL).color(page.theme.ink_soft));
    if let Some((path, _)) = page.state.refused.as_ref().filter(|_| purpose == PathFor::Export) {
        begin_with(ui, "path", &path.display().to_string());
    }
    if purpose == PathFor::Export {
        endings_ui(page, ui);
        let whole = match page.state.known_on {
            Some(day) => format!("What was known on {} is written, and nothing that was reported later", day_full(day, page.style())),
            None => "The whole story is written, whatever is filtered".to_owned(),
        };
        ui.label(RichText::new(whole).size(SMALL).color(page.theme.ink_soft));
    }
    let (text, is_done) = typed(ui, "path", (hint, "Path"), 420.0);
    let asked_id = Id::unique("replace");
    let asked = ui.data(|data| data.get_temp::<String>(asked_id)).filter(|asked| *asked == text);
    if asked.is_some() {
        let words = "There is a file of that name already. Write again to replace it, or type another name.";
        ui.label(RichText::new(words).size(SMALL).color(page.theme.accent));
    }
    let missing_id = Id::unique("missing");
    let missing = ui.data(|data| data.get_temp::<String>(missing_id)).filter(|missing| *missing == text);
    let refused = page.state.refused.as_ref().filter(|(path, _)| path.display().to_string() == text.trim()).map(|(_, why)| why.clone());
    let why = refused.or_else(|| missing.map(|_| "There is no folder or file of that name".to_owned()));
    if let Some(why) = why {
        ui.label(RichText::new(capitalised(&why)).size(SMALL).color(page.theme.accent));
    }
    let button = if asked.is_some() { "Replace" } else { button };
    let clicked = ui.add_enabled(!text.trim().is_empty(), egui::Button::new(button)).clicked();
    if (is_done || clicked) && !text.trim().is_empty() {
        let path = path_of(text.trim());
        if purpose == PathFor::Export && asked.is_none() && path.exists() {
            // nothing is written over unasked
            ui.data_mut(|data| data.insert_temp(asked_id, text));
            ask_for_focus(ui, "path");
            return;
        }
        if purpose == PathFor::Open && !path.exists() {
            ui.data_mut(|data| data.insert_temp(missing_id, text));
            ask_for_focus(ui, "path");
            return;
        }
        ui.data_mut(|data| data.remove::<String>(asked_id));
        match purpose {
            PathFor::Open => {
                page.ask(Command::Show(None));
                page.ask(Command::Open(OpenWhat::Path(path)));
            }
            // the panel stays until it is written
            PathFor::Export => {
                ask_for_focus(ui, "path");
                page.ask(Command::ExportTo(path));
            }
        }
    }
}

/// Puts a text into a field where nothing was typed yet.
fn begin_with(ui: &Ui, name: &'static str, text: &str) {
    let id = Id::unique(name);
    if ui.data(|data| data.get_temp::<String>(id)).is_none() {
        ui.data_mut(|data| data.insert_temp(id, text.to_owned()));
    }
}

/// Which ending is which format.
fn endings_ui(page: &Page<'_>, ui: &mut Ui) {
    ui.label(RichText::new("Its ending chooses the format").size(SMALL).color(page.theme.ink_soft));
    ui.spacing_mut().interact_size.y = 20.0;
    egui::Grid::new("endings").num_columns(2).spacing(vec2(14.0, 2.0)).show(ui, |ui| {
        for (title, ending) in export_formats() {
            ui.label(RichText::new(format!(".{ending}")).font(bold(SMALL)));
            ui.label(RichText::new(title).size(SMALL));
            ui.end_row();
        }
    });
}

fn cluster_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let n = page.state.cluster.len();
    head_ui(page, ui, &counted(n, "statement"));
    let ledger = std::sync::Arc::clone(&page.state.ledger);
    let area = more::as_asked(ui, ScrollArea::vertical().auto_shrink([false, true]), more::MORE);
    let scrolled = area.show_rows(ui, 48.0, n, |ui, rows| {
        ui.set_min_width(560.0_f32.min(ui.available_width()));
        for event in page.state.cluster.get(rows).unwrap_or_default().iter().copied() {
            let Some(known) = ledger.timeline.events.get(event as usize) else { continue };
            let Some(article) = ledger.timeline.articles.get(known.article as usize) else { continue };
            let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 42.0), egui::Sense::click());
            if response.hovered() {
                ui.painter().rect_filled(rect, 4.0, page.theme.hovered);
            }
            let style = page.style();
            let title = statement_text(&ledger, event, style).unwrap_or_default();
            let quote = known.quote.of(&article.text).trim().replace('\n', " ");
            let (left, width) = (rect.left() + 8.0, rect.width() - 16.0);
            ink::words(
                ui.painter(),
                (egui::pos2(left, rect.top() + 3.0), egui::Align2::LEFT_TOP),
                &title,
                &bold(SMALL),
                page.theme.ink,
                width,
            );
            let line = format!("{}: {}", article_label(article, style), quoted(&quote));
            let galley = ink::lines(ui.painter(), &line, plain(SMALL), page.theme.ink_soft, width, 1);
            ui.painter().galley(egui::pos2(left, rect.top() + 21.0), galley, page.theme.ink_soft);
            ink::focus_ring(ui, &response, page.theme.focus);
            response.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, format!("{title}: {quote}")));
            if response.clicked() {
                page.ask(Command::SelectEvent(event));
            }
        }
    });
    more::follow_keys(ui, &scrolled, more::MORE);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: Option<&str>) {
        let last_report = chrono::NaiveDate::from_ymd_opt(2022, 4, 21);
        assert_eq!(read_day(text, last_report).map(|day| day.to_string()).as_deref(), expected);
    }

    #[test]
    fn a_day_may_be_typed_in_the_usual_ways() {
        check("2022-04-24", Some("2022-04-24"));
        check("24 Apr 2022", Some("2022-04-24"));
        check("April 24, 2022", Some("2022-04-24"));
        check("April 2022", Some("2022-04-15"));
        check("2022", Some("2022-07-01"));
        check("20 Apr", Some("2022-04-20"));
        check("April 20", Some("2022-04-20"));
        check("April 20th", Some("2022-04-20"));
        check("the 1st", None);
        check("soon", None);
    }
}
