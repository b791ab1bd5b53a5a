//! The bar at the top: open, views, arrange, filter, known on, search, export, menu; and the line that says what matters.

use egui::{Align, Button, Layout, Panel, Role, TextEdit, Ui, WidgetInfo, vec2};

use super::choices_ui::{choices_ui, small_button_ui, switch_ui};
use super::known_on_ui::known_on_ui;
use super::page::Page;
use super::shortcuts::{OPEN_MENU, PROGRAM_MENU, SELECTION_MENU, VIEW_MENU, keys_of};
use super::theme::{self, SMALL, bold, plain};
use super::{filter_ui, ink};
use crate::app::{Action, Command, Look, OpenWhat};
use crate::timeline::{Announcement, AnnouncementId, ChangeKind};
use crate::view::labels::{DateStyle, Length, counted, day_full, grouped};
use crate::view::{Arrange, Filter, words};

/// Where the search field is remembered.
pub(super) fn search_id() -> egui::Id {
    egui::Id::unique("search field")
}

/// The search field has the keyboard, and what is typed replaces what it holds.
pub(super) fn go_to_search(ctx: &egui::Context, query: &str) {
    use egui::text::{CCursor, CCursorRange};
    ctx.memory_mut(|memory| memory.request_focus(search_id()));
    let mut field = egui::text_edit::TextEditState::load(ctx, search_id()).unwrap_or_default();
    field.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), CCursor::new(query.chars().count()))));
    field.store(ctx, search_id());
}

/// The bar and the line below it.
pub(super) fn top_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let is_low = page.state.is_low;
    let margin = egui::Margin::symmetric(12, if is_low { 4 } else { 8 });
    Panel::top("top bar").frame(egui::Frame::new().fill(page.theme.paper).inner_margin(margin)).show(ui, |ui| {
        let row = egui::vec2(ui.available_width(), 34.0);
        ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| bar_ui(page, ui));
        if page.state.has_story() && is_narrow(ui) && !is_low {
            ui.allocate_ui_with_layout(row, Layout::left_to_right(Align::Center), |ui| second_bar_ui(page, ui));
        }
    });
    // beside a detail that covers a low window it would leave too little to read
    let has_summary = page.state.has_story() && !(is_low && page.state.is_covered() && page.state.known_on.is_none());
    if has_summary {
        let margin = egui::Margin { left: 14, right: 12, top: 0, bottom: if is_low { 3 } else { 7 } };
        let frame = egui::Frame::new().fill(page.theme.paper).inner_margin(margin);
        Panel::top("summary").frame(frame).show(ui, |ui| if is_low { low_summary_ui(page, ui) } else { summary_ui(page, ui) });
    }
}

/// Whether all of the bar stands in one line although the window is narrow: what arranges is in the menu of the views.
pub(super) fn is_one_line(page: &Page<'_>, ui: &Ui) -> bool {
    page.state.is_low && is_narrow(ui)
}

fn bar_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = if has_gaps(ui) { 6.0 } else { 4.0 };
    open_menu_ui(page, ui);
    gap(ui);
    if page.state.has_story() {
        story_ui(page, ui);
    }
    ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = if has_gaps(ui) { 6.0 } else { 4.0 };
        menu_ui(page, ui);
        if page.state.has_story() {
            // of what has a key and a line in the menu, the search field has more need of the room
            if has_room_for_export(page, ui) && ui.button("Export…").clicked() {
                page.act(Action::Export);
            }
            search_ui(page, ui);
        }
    });
}

/// Between what belongs together and the next, where there is room.
fn gap(ui: &mut Ui) {
    if has_gaps(ui) {
        ui.add_space(6.0);
    }
}

/// Not where one line holds all of it only just.
fn has_gaps(ui: &Ui) -> bool {
    !(NARROWEST_BAR..theme::NARROW).contains(&ui.ctx().content_rect().width())
}

/// Below this width the views are a menu, and what arranges and hides has a line of its own.
const NARROWEST_BAR: f32 = 1000.0;

fn is_narrow(ui: &Ui) -> bool {
    ui.ctx().content_rect().width() < NARROWEST_BAR
}

/// In a bar of one line, and in one of two, but not where one line holds all of it only just.
fn has_room_for_export(page: &Page<'_>, ui: &Ui) -> bool {
    is_narrow(ui) && !page.state.is_low || ui.ctx().content_rect().width() >= theme::NARROW
}

/// Views, arrangement and what is left out, as far as there is room.
fn story_ui(page: &mut Page<'_>, ui: &mut Ui) {
    if is_narrow(ui) {
        looks_menu_ui(page, ui);
        filter_ui::filter_menu_ui(page, ui);
        if page.state.is_low {
            known_on_ui(page, ui);
        }
        return;
    }
    looks_ui(page, ui);
    gap(ui);
    choices_of_story_ui(page, ui);
}

/// In a narrow window: what arranges and hides, below the bar.
fn second_bar_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing.x = 6.0;
    arrange_ui(page, ui);
    gap(ui);
    changed_only_ui(page, ui);
    known_on_ui(page, ui);
}

fn choices_of_story_ui(page: &mut Page<'_>, ui: &mut Ui) {
    arrange_ui(page, ui);
    gap(ui);
    changed_only_ui(page, ui);
    filter_ui::filter_menu_ui(page, ui);
    known_on_ui(page, ui);
}

fn changed_only_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let label = if is_narrow(ui) || ui.available_width() > 560.0 { "Changed only" } else { "Changed" };
    if switch_ui(ui, page, page.state.filter.changed_only, label).clicked() {
        page.act(Action::ToggleChangedOnly);
    }
}

fn looks_menu_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.menu_button(format!("View: {}", page.state.settings.look.shown()), |ui| {
        for look in Look::ALL {
            if ui.selectable_label(page.state.settings.look == *look, look.shown()).clicked() {
                page.ask(Command::Look(*look));
                ui.close();
            }
        }
        if page.state.is_low {
            ui.separator();
            arrange_lines_ui(page, ui);
        }
    });
}

/// What arranges and hides, as lines of a menu.
fn arrange_lines_ui(page: &mut Page<'_>, ui: &mut Ui) {
    for arrange in Arrange::ALL {
        let label = format!("Arrange by {}", arrange.shown().to_lowercase());
        let is_free = page.state.settings.look != Look::DateHistory;
        let line = Button::selectable(is_free && page.state.settings.arrange == *arrange, label);
        if ui.add_enabled(is_free, line).clicked() {
            page.ask(Command::Arrange(*arrange));
            ui.close();
        }
    }
    if ui.selectable_label(page.state.filter.changed_only, Action::ToggleChangedOnly.shown()).clicked() {
        page.act(Action::ToggleChangedOnly);
        ui.close();
    }
}

fn open_menu_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.menu_button("Open…", |ui| {
        ui.set_min_width(260.0);
        for action in OPEN_MENU {
            let is_on = *action != Action::Reload || page.state.source.is_some();
            action_button(page, ui, *action, is_on);
        }
        if !page.state.settings.recent.is_empty() {
            ui.separator();
            ui.label(egui::RichText::new("Recent").size(SMALL).color(page.theme.ink_soft));
            for path in page.state.settings.recent.clone() {
                let name = ink_path(&path);
                if ui.button(name).clicked() {
                    page.ask(Command::Open(OpenWhat::Path(path)));
                }
            }
        }
    });
}

fn ink_path(path: &std::path::Path) -> String {
    let whole = path.display().to_string();
    let n_chars = whole.chars().count();
    if n_chars <= 46 { whole } else { format!("…{}", whole.chars().skip(n_chars - 45).collect::<String>()) }
}

fn action_button(page: &mut Page<'_>, ui: &mut Ui, action: Action, is_on: bool) {
    // a key that does nothing at the moment is not named
    let is_off = action == Action::OpenSample && !page.state.has_nothing_open();
    let keys = if is_off { String::new() } else { keys_of(ui.ctx(), action) };
    if ui.add_enabled(is_on, Button::new(action.shown()).shortcut_text(keys)).clicked() {
        page.act(action);
        ui.close();
    }
}

fn looks_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let all: Vec<_> = Look::ALL.iter().map(|look| (Some(*look), look.shown())).collect();
    // what the detail covers is not to be seen: none is lit, and each leads back to the views
    let seen = Some(page.state.settings.look).filter(|_| !page.state.is_covered());
    if let Some(Some(look)) = choices_ui(ui, page, &all, seen) {
        page.ask(Command::Look(look));
    }
}

/// By which of the two dates; the date history has both, and what stands behind keeps its place.
fn arrange_ui(page: &mut Page<'_>, ui: &mut Ui) {
    if page.state.settings.look == Look::DateHistory {
        ui.scope(|ui| {
            ui.disable();
            arrangements_ui(page, ui);
        })
        .response
        .on_hover_text("The date history shows both dates");
        return;
    }
    arrangements_ui(page, ui);
}

fn arrangements_ui(page: &mut Page<'_>, ui: &mut Ui) {
    if ui.available_width() > 760.0 {
        ui.label(egui::RichText::new("Arrange by").size(SMALL).color(page.theme.ink_soft));
    }
    // the words of help and menus in every width
    let all: Vec<_> = Arrange::ALL.iter().map(|arrange| (*arrange, arrange.shown())).collect();
    if let Some(arrange) = choices_ui(ui, page, &all, page.state.settings.arrange) {
        page.ask(Command::Arrange(arrange));
    }
}

/// What is searched, in fewer and fewer words.
const SEARCHED: [&str; 3] = ["Names, changes, quotes  /", "Names, changes  /", "Search  /"];
/// The same in full.
const SEARCH_TOLD: &str =
    "Finds names, kinds, dates, changes (“postponed”, “2 days later”) and quoted sentences. Enter goes from hit to hit.";

fn search_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let mut query = page.state.filter.query.clone();
    let width = (ui.available_width() - 4.0).clamp(90.0, 220.0);
    let hint = ink::first_that_fits(ui.painter(), &SEARCHED.map(str::to_owned), &plain(theme::BODY), page.theme.ink_soft, width - 18.0);
    let hint = hint.map_or_else(|| "Search".to_owned(), |galley| galley.text().to_owned());
    let field = TextEdit::singleline(&mut query).id(search_id()).hint_text(hint).desired_width(width).margin(vec2(8.0, 5.0));
    let response = ui.add(field).accessible_name("Search").on_hover_text(SEARCH_TOLD);
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(SEARCH_TOLD));
    if response.changed() {
        page.ask(Command::SetFilter(Filter { query, ..page.state.filter.clone() }));
    }
    if response.lost_focus() && ui.input(|input| input.key_pressed(egui::Key::Enter)) {
        // as it stood when the key went down: Shift may be up again by the time the pass ends
        let is_back = |event: &egui::Event| matches!(event, egui::Event::Key { key: egui::Key::Enter, pressed: true, modifiers, .. } if modifiers.shift);
        let back = ui.input(|input| input.events.iter().any(is_back));
        page.act(if back { Action::PreviousHit } else { Action::NextHit });
        response.request_focus();
    }
}

fn menu_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.menu_button("Menu", |ui| {
        ui.set_min_width(260.0);
        let has_story = page.state.has_story();
        for action in VIEW_MENU {
            action_button(page, ui, *action, has_story);
        }
        ui.separator();
        for action in SELECTION_MENU {
            action_button(page, ui, *action, page.state.selection.is_some());
        }
        ui.separator();
        for action in PROGRAM_MENU {
            action_button(page, ui, *action, has_story || *action != Action::Export);
        }
    });
}

/// "25 Apr → 24 Apr", "was 14 Jun": from the first old value to the newest, where there are dates.
fn ends_text(announcement: &Announcement, style: DateStyle) -> Option<String> {
    let (first, last) = words::summed_up(announcement)?;
    first.from.as_ref()?;
    let plain = |text: String| text.split(" (").next().unwrap_or_default().to_owned();
    let from = plain(words::from_text(first, style, Length::Short));
    match last.kind {
        ChangeKind::Conflict => {
            let ends = [words::from_text(last, style, Length::Short), words::to_text(last, style, Length::Short)];
            Some(ends.map(plain).join(" or "))
        }
        _ if last.to.is_some() => Some(format!("{from} → {}", plain(words::to_text(last, style, Length::Short)))),
        ChangeKind::Postponed | ChangeKind::Cancelled => Some(format!("was {from}")),
        _ => None,
    }
}

/// A headline's pointer and the gap after it.
const LINK_PAD: f32 = 20.0;
/// Room for "and 12 more".
const REST_WIDTH: f32 = 100.0;

/// "2 of 10 announcements changed", each a link.
fn summary_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(6.0, 4.0);
    if page.state.known_on.is_some() {
        ui.add_space(4.0);
        ui.horizontal(|ui| banner_ui(page, ui));
    }
    ui.horizontal(|ui| changed_ui(page, ui));
    if !page.state.filter.is_off() {
        ui.horizontal_wrapped(|ui| filter_ui::chips_ui(page, ui));
    }
}

/// The same in one line of a low window: what hides anything before what changed; more than fits is scrolled to.
fn low_summary_ui(page: &mut Page<'_>, ui: &mut Ui) {
    ui.spacing_mut().item_spacing = vec2(6.0, 2.0);
    ui.spacing_mut().interact_size.y = 24.0;
    ui.spacing_mut().button_padding.y = 1.0;
    let (is_past, is_sifted) = (page.state.known_on.is_some(), !page.state.filter.is_off());
    if !is_past && !is_sifted {
        ui.horizontal(|ui| changed_ui(page, ui));
        return;
    }
    egui::ScrollArea::horizontal().id_salt("low summary").show(ui, |ui| {
        ui.horizontal(|ui| {
            if is_past {
                banner_ui(page, ui);
            }
            if is_sifted {
                filter_ui::chips_ui(page, ui);
            }
        });
    });
}

/// That later reports are hidden, and the way back.
fn banner_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let Some(day) = page.state.known_on else { return };
    let text = format!("As known on {}: later reports are hidden", day_full(day, page.style()));
    ui.label(egui::RichText::new(text).font(bold(SMALL)).color(page.theme.accent));
    if small_button_ui(ui, "Back to latest").clicked() {
        page.ask(Command::KnownOn(None));
    }
}

/// How many changed, and as many of them as there is room for.
fn changed_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let changed = page.state.changed();
    let headlines = headlines(page, &changed);
    let n_all = page.state.ledger.timeline.announcements.len();
    let all = if is_narrow(ui) { grouped(n_all) } else { counted(n_all, "announcement") };
    let text = if page.state.is_before_first_report() {
        "Nothing had been reported by then".to_owned()
    } else if page.state.latest.timeline.articles.is_empty() {
        "No article was found".to_owned()
    } else if n_all == 0 {
        "No announcement with a date was found in these articles".to_owned()
    } else {
        words::changed_count_text((page.state.ledger.n_changed, page.state.ledger.n_disputed), &all)
    };
    ui.label(egui::RichText::new(text).font(bold(theme::BODY)).color(page.theme.ink));
    headlines_ui(page, ui, &headlines, changed.len());
}

/// What changed of one announcement, told in fewer and fewer words.
struct Headline {
    id: AnnouncementId,
    subject: String,
    /// "1 day earlier (25 Apr → 24 Apr)", "1 day earlier", "moved 2 times".
    said: [String; 3],
}

impl Headline {
    /// All of it, for screen readers.
    fn name(&self) -> String {
        format!("“{}”: {}", self.subject, self.said.first().map_or("", String::as_str))
    }
}

/// More headlines than this have no room in any window.
const MOST_HEADLINES: usize = 24;
/// A line that lists one of them is no wider.
const WIDEST_REST: f32 = 640.0;

/// Of what changed, in the order given.
fn headlines(page: &Page<'_>, changed: &[AnnouncementId]) -> Vec<Headline> {
    let style = page.style();
    let told = changed.iter().take(MOST_HEADLINES).filter_map(|id| {
        let (announcement, _) = page.state.ledger.at(*id)?;
        let summary = words::summary_text(announcement, style)?;
        let ends = ends_text(announcement, style).map(|ends| format!(" ({ends})")).unwrap_or_default();
        let brief = words::brief_text(announcement, style).unwrap_or_default();
        Some(Headline {
            id: *id,
            subject: crate::timeline::without_act(&words::subject_text(announcement)),
            said: [format!("{summary}{ends}"), summary, brief],
        })
    });
    told.collect()
}

/// Those without room in the line, one below the other: each leads to its announcement. Where there are more than can be
/// listed, the last line leads to all of them.
fn rest_ui(page: &mut Page<'_>, ui: &mut Ui, rest: &[Headline], n_rest: usize) {
    let more = format!("and {} more", grouped(n_rest));
    let menu = ui.menu_button(egui::RichText::new(more).size(theme::BODY), |ui| {
        let colours = [page.theme.ink, page.theme.accent];
        // as far down as there is room
        let room = (ui.ctx().content_rect().bottom() - ui.cursor().top() - 64.0).max(80.0);
        egui::ScrollArea::vertical().max_height(room).show(ui, |ui| {
            for headline in rest {
                let galley = ink::titled(ui.painter(), (&headline.subject, &headline.said[0]), theme::BODY, colours, WIDEST_REST);
                let line = ui.add(Button::new(egui::WidgetText::from(galley)));
                line.widget_info(|| WidgetInfo::labeled(Role::MenuItem, true, headline.name()));
                if line.clicked() {
                    page.ask(Command::Select(headline.id, None));
                    ui.close();
                }
            }
        });
        ui.separator();
        if ui.button("Show only what changed").clicked() {
            page.ask(Command::SetFilter(Filter { changed_only: true, ..page.state.filter.clone() }));
            ui.close();
        }
    });
    menu.response.on_hover_text("List the others that changed");
}

/// As many as there is room for; where all of them fit, the first ones with their dates. The others are one click away.
fn headlines_ui(page: &mut Page<'_>, ui: &mut Ui, headlines: &[Headline], n_changed: usize) {
    // the names lead, and only what became of them is in the colour of changes
    let (painter, colours) = (ui.painter().clone(), [page.theme.ink, page.theme.accent]);
    let lay_out = |painter: &egui::Painter, headline: &Headline, length: usize, width: f32| {
        let said = headline.said.get(length).map_or("", String::as_str);
        ink::titled(painter, (&headline.subject, said), theme::BODY, colours, width)
    };
    let needed = |headline, length| lay_out(&painter, headline, length, f32::INFINITY).size().x + LINK_PAD + ui.spacing().item_spacing.x;
    // what is left where all are told in fewer words: dates have it
    let mut spare = ui.available_width() - headlines.iter().map(|headline| needed(headline, 1)).sum::<f32>();
    for (at, headline) in headlines.iter().enumerate() {
        let kept_free = if at + 1 < n_changed { REST_WIDTH } else { 0.0 };
        let room = ui.available_width() - kept_free - LINK_PAD;
        let for_dates = lay_out(&painter, headline, 0, f32::INFINITY).size().x - lay_out(&painter, headline, 1, f32::INFINITY).size().x;
        let first = usize::from(spare < for_dates);
        spare -= if first == 0 { for_dates } else { 0.0 };
        let fitting = (first..3).map(|length| lay_out(&painter, headline, length, f32::INFINITY)).find(|galley| galley.size().x <= room);
        // the first is there at any width
        let Some(galley) = fitting.or_else(|| (at == 0).then(|| lay_out(&painter, headline, 2, room.max(80.0)))) else {
            rest_ui(page, ui, headlines.get(at..).unwrap_or_default(), n_changed - at);
            break;
        };
        let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(LINK_PAD, 4.0), egui::Sense::click());
        if response.hovered() {
            ui.painter().rect_filled(rect.expand2(vec2(0.0, 1.0)), 4.0, page.theme.selected);
        }
        ink::pointer(ui.painter(), rect.left_center() + vec2(8.0, 1.0), false, page.theme.accent);
        ui.painter().galley(rect.min + vec2(16.0, 2.0), galley, page.theme.accent);
        ink::focus_ring(ui, &response, page.theme.focus);
        response.widget_info(|| WidgetInfo::labeled(Role::Link, true, headline.name()));
        if response.on_hover_cursor(egui::CursorIcon::PointingHand).clicked() {
            page.ask(Command::Select(headline.id, None));
        }
    }
}
