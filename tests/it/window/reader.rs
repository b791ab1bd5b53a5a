//! What a screen reader meets: every control by role and name, on the sample story, in the order of the list.

use dateline::app::{Command, Look, OpenWhat, Panel, Phase, State, Tab};
use dateline::ui::Window;
use dateline::view::row::Row;
use dateline::view::{Arrange, Filter};
use egui::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT as _;

use super::fixture::{empty_window, story, window};

/// A window on the sample story, as high as is needed to show all of it.
fn sample() -> Harness<'static, Window> {
    let mut harness = empty_window([1280.0, 9000.0]);
    let job = harness.state_mut().state.run(Command::Open(OpenWhat::Sample)).unwrap();
    harness.state().start_job(job);
    super::ways::wait(&mut harness, |window| window.state.phase == Phase::Shown);
    harness
}

/// Role and name of every node that has either to say, in order.
fn nodes(harness: &Harness<'static, Window>) -> Vec<(Role, String)> {
    let nodes = harness.root().children_recursive();
    let told = nodes.map(|node| {
        let node = node.accesskit_node();
        let name = node.label().or_else(|| node.value()).unwrap_or_default();
        (node.role(), name.lines().next().unwrap_or_default().to_owned())
    });
    // the runs of a label's text only say again what the label says
    told.filter(|(role, name)| *role != Role::TextRun && !name.trim().is_empty()).collect()
}

fn tree(harness: &Harness<'static, Window>, heading: &str) -> String {
    let lines: Vec<String> = nodes(harness).into_iter().map(|(role, name)| format!("{role:?} {name}")).collect();
    format!("# {heading}\n{}\n", lines.join("\n"))
}

fn ask(harness: &mut Harness<'static, Window>, command: Command) {
    assert!(harness.state_mut().state.run(command).is_none(), "nothing to read");
    harness.run_steps(3);
}

#[test]
fn the_sample_story_reads_as_it_did() {
    let mut harness = sample();
    let mut all = tree(&harness, "Timeline by claimed date");
    ask(&mut harness, Command::Arrange(Arrange::Reported));
    all = format!("{all}\n{}", tree(&harness, "Timeline by report date"));
    ask(&mut harness, Command::Look(Look::List));
    ask(&mut harness, Command::Tab(Tab::History));
    all = format!("{all}\n{}", tree(&harness, "List by report date, history in the detail"));
    ask(&mut harness, Command::Look(Look::DateHistory));
    all = format!("{all}\n{}", tree(&harness, "Date history"));
    let golden = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/it/window/tree.golden");
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(golden, &all).unwrap();
    }
    let expected = std::fs::read_to_string(golden).unwrap();
    let differs = expected.lines().zip(all.lines()).find(|(before, after)| before != after);
    assert!(all == expected, "the tree differs, first {differs:?}; UPDATE_GOLDEN=1 writes it anew");
}

/// Announcements in the order of the list: each where its first card stands.
fn order_of_list(state: &State) -> Vec<String> {
    let cards = state.rows.rows.iter().filter_map(|row| match row {
        Row::Card(card) => state.ledger.at(card.announcement),
        Row::Heading(..) | Row::Background(_) => None,
    });
    cards.map(|(announcement, _)| dateline::view::words::subject_text(announcement)).collect()
}

#[test]
fn cards_are_met_in_the_order_of_the_list_and_are_all_there() {
    let mut harness = sample();
    ask(&mut harness, Command::Look(Look::List));
    let options = nodes(&harness).into_iter().filter(|(role, _)| *role == Role::ListBoxOption);
    let met: Vec<String> = options.map(|(_, name)| name).collect();
    let expected = order_of_list(&harness.state().state);
    assert_eq!(met.len(), expected.len(), "every card has a node");
    for (name, subject) in met.iter().zip(&expected) {
        assert!(name.starts_with(subject), "{name:?} stands where {subject:?} should");
    }
}

#[test]
fn lanes_are_met_in_the_order_they_stand_in() {
    let harness = sample();
    let options = nodes(&harness).into_iter().filter(|(role, _)| *role == Role::ListBoxOption);
    let met: Vec<String> = options.map(|(_, name)| name).collect();
    let state = &harness.state().state;
    let expected: Vec<String> =
        state.lanes.announcements().map(|id| dateline::view::detail::spoken(&state.ledger, id, state.settings.date_style)).collect();
    assert!(expected.len() > 10, "the sample has lanes");
    assert_eq!(met, expected);
}

#[test]
fn a_changed_announcement_says_was_and_now_in_words() {
    let options: Vec<String> = nodes(&window([1280.0, 800.0], story()))
        .into_iter()
        .filter(|(role, _)| *role == Role::ListBoxOption)
        .map(|(_, name)| name)
        .collect();
    let expected = [
        "Low Tide, release. Now Sun 24 Apr 2022, no time given. Was Mon 25 Apr 2022, 00:00 KST. 1 day earlier. First reported 21 Apr 2022 by 2 articles.",
        "Harbour fan meeting, performance. Now cancelled. First reported 21 Apr 2022 by 2 articles.",
        "Low Tide, format of the release. Now a duet. Was a solo (implied, said by no article). First reported 19 Apr 2022 by 1 article.",
    ];
    assert_eq!(options.get(..3).unwrap(), expected);
}

#[test]
fn every_control_has_a_name_in_every_view_and_panel() {
    let panels = [None, Some(Panel::Help), Some(Panel::Settings), Some(Panel::Reading), Some(Panel::GoTo), Some(Panel::Cluster)];
    for look in Look::ALL {
        for panel in panels {
            let mut harness = window([1280.0, 800.0], story());
            ask(&mut harness, Command::Look(*look));
            ask(&mut harness, Command::SetFilter(Filter { query: "tide".to_owned(), ..Filter::default() }));
            ask(&mut harness, Command::ShowCluster(vec![0, 1]));
            ask(&mut harness, Command::Show(panel));
            for node in harness.root().children_recursive() {
                let node = node.accesskit_node();
                let is_control = matches!(
                    node.role(),
                    Role::Button
                        | Role::RadioButton
                        | Role::CheckBox
                        | Role::Tab
                        | Role::Link
                        | Role::ListBoxOption
                        | Role::TextInput
                        | Role::Slider
                        | Role::ListBox
                );
                assert!(
                    !is_control || node.label().is_some_and(|name| !name.trim().is_empty()),
                    "a nameless {:?}, {look:?}, {panel:?}",
                    node.role()
                );
            }
        }
    }
}
