//! The filter's menu and its chips: what is left out can always be seen, and undone with one click.

use std::collections::BTreeSet;

use egui::{Role, Ui, WidgetInfo};

use super::choices_ui::{choice_ui, small_button_ui};
use super::page::Page;
use super::theme::SMALL;
use crate::app::{Action, Command};
use crate::view::Filter;
use crate::view::filter::{outlet_name, outlets};
use crate::view::labels::counted;
use crate::view::lane::{Standing, standing_of};
use crate::view::words::{Topic, topic_of};

/// Chooses what it is about, where it stands, outlets and a period.
pub(super) fn filter_menu_ui(page: &mut Page<'_>, ui: &mut Ui) {
    let config = egui::containers::menu::MenuConfig::new().close_behavior(egui::PopupCloseBehavior::CloseOnClickOutside);
    egui::containers::menu::MenuButton::new("Filter").config(config).ui(ui, |ui| {
        ui.reset_style(); // a menu's style hides the boxes that are ticked here
        ui.set_min_width(300.0);
        egui::ScrollArea::vertical().max_height(460.0).min_scrolled_height(460.0).show(ui, |ui| {
            let mut filter = page.state.filter.clone();
            choices_ui(page, ui, &mut filter);
            if filter != page.state.filter {
                page.ask(Command::SetFilter(filter));
            }
        });
    });
}

fn title(page: &Page<'_>, ui: &mut Ui, text: &str) {
    ui.add_space(4.0);
    ui.label(egui::RichText::new(text).size(SMALL).color(page.theme.ink_soft));
}

fn choices_ui(page: &Page<'_>, ui: &mut Ui, filter: &mut Filter) {
    let announcements = &page.state.ledger.timeline.announcements;
    let topics: BTreeSet<Topic> = announcements.iter().map(topic_of).collect();
    let last_day = page.state.ledger.last_day_known();
    let standings: BTreeSet<Standing> = announcements.iter().map(|announcement| standing_of(announcement, last_day)).collect();
    title(page, ui, "Kind");
    ui.horizontal_wrapped(|ui| {
        for topic in topics {
            set_ui(page, ui, &mut filter.topics, topic, topic.shown());
        }
    });
    title(page, ui, "Where it stands");
    ui.horizontal_wrapped(|ui| {
        for standing in standings {
            set_ui(page, ui, &mut filter.standings, standing, standing.shown());
        }
    });
    let outlets = outlets(&page.state.ledger);
    let n_outlets = outlets.len();
    if n_outlets > 1 {
        title(page, ui, "Outlet");
    }
    // one alone would choose nothing
    for outlet in outlets.into_iter().take(200).filter(|_| n_outlets > 1) {
        let mut is_on = filter.outlets.contains(&outlet);
        if ui.checkbox(&mut is_on, outlet_name(&outlet)).clicked() && !filter.outlets.remove(&outlet) {
            filter.outlets.insert(outlet);
        }
    }
    title(page, ui, "Period");
    ui.horizontal(|ui| {
        if ui.button("Only the days in sight").clicked() {
            let (first, last) = (page.state.sight.start, page.state.sight.end(page.state.size.0));
            filter.period = Some((crate::view::axis::day_at(first), crate::view::axis::day_at(last)));
        }
        if filter.period.is_some() && ui.button("Any day").clicked() {
            filter.period = None;
        }
    });
    ui.separator();
    if ui.button("Show everything").clicked() {
        *filter = Filter::default();
    }
}

fn set_ui<T: Ord + Copy>(page: &Page<'_>, ui: &mut Ui, set: &mut BTreeSet<T>, value: T, label: &str) {
    if choice_ui(ui, page, set.contains(&value), label).clicked() && !set.remove(&value) {
        set.insert(value);
    }
}

/// What is on, each with a cross to take it away; and how much is left.
pub(super) fn chips_ui(page: &mut Page<'_>, ui: &mut Ui) {
    for chip in page.state.filter.chips(page.style(), page.state.lanes.has_disputed) {
        let label = format!("{}  ×", chip.label);
        let button = egui::Button::new(egui::RichText::new(label).size(SMALL)).fill(page.theme.selected).corner_radius(12);
        let response = ui.add(button);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("Remove filter {}", chip.label)));
        if response.clicked() {
            page.ask(Command::SetFilter(chip.without));
        }
    }
    let n_all = page.state.ledger.timeline.announcements.len();
    let mut text = format!("{} of {} shown", page.state.lanes.n_shown, counted(n_all, "announcement"));
    if !page.state.filter.query.trim().is_empty() {
        let n_hits = page.state.hits.len();
        let at = page.state.hit_number().map(|number| format!("{number} of ")).unwrap_or_default();
        text = format!("{text} · {at}{}", counted(n_hits, "statement"));
    }
    ui.label(egui::RichText::new(text).size(SMALL).color(page.theme.ink_soft));
    if page.state.hits.is_empty() {
        return;
    }
    if small_button_ui(ui, "Previous").clicked() {
        page.act(Action::PreviousHit);
    }
    if small_button_ui(ui, "Next").clicked() {
        page.act(Action::NextHit);
    }
    if small_button_ui(ui, "List hits").clicked() {
        page.ask(Command::ShowCluster(page.state.hits.clone()));
    }
}
