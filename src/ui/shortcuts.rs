//! Keys and what they do: one table, from which keys are bound and the help is written.

use egui::{Key, KeyboardShortcut, Modifiers};

use crate::app::Action;

/// When a key counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Always, also while typing.
    Always,
    /// While no text is being typed.
    NotTyping,
    /// While nothing is open that it would replace, and no text is being typed.
    NothingOpen,
}

/// One key for one action.
#[derive(Clone, Copy, Debug)]
pub struct Binding {
    /// What it does.
    pub action: Action,
    /// Which key.
    pub key: KeyboardShortcut,
    /// When it counts.
    pub when: When,
}

const fn with(modifiers: Modifiers, key: Key, action: Action) -> Binding {
    Binding { action, key: KeyboardShortcut::new(modifiers, key), when: When::Always }
}

const fn alone(key: Key, action: Action) -> Binding {
    Binding { action, key: KeyboardShortcut::new(Modifiers::NONE, key), when: When::NotTyping }
}

const fn shifted(key: Key, action: Action) -> Binding {
    Binding { action, key: KeyboardShortcut::new(Modifiers::SHIFT, key), when: When::NotTyping }
}

const COMMAND_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);

/// Every key. Longer combinations stand before the shorter ones they contain.
pub const BINDINGS: &[Binding] = &[
    with(COMMAND_SHIFT, Key::O, Action::OpenFile),
    with(Modifiers::COMMAND, Key::O, Action::OpenFolder),
    with(Modifiers::COMMAND, Key::R, Action::Reload),
    with(Modifiers::COMMAND, Key::E, Action::Export),
    with(Modifiers::COMMAND, Key::F, Action::Search),
    with(Modifiers::COMMAND, Key::Comma, Action::ShowSettings),
    with(COMMAND_SHIFT, Key::C, Action::CopyMarkdown),
    with(Modifiers::ALT, Key::ArrowLeft, Action::Back),
    with(Modifiers::ALT, Key::ArrowRight, Action::Forward),
    with(Modifiers::ALT, Key::ArrowUp, Action::KnownOnLater),
    with(Modifiers::ALT, Key::ArrowDown, Action::KnownOnEarlier),
    with(Modifiers::SHIFT, Key::F8, Action::PreviousChange),
    with(Modifiers::NONE, Key::F8, Action::NextChange),
    with(Modifiers::NONE, Key::F1, Action::ShowHelp),
    with(Modifiers::NONE, Key::Escape, Action::Close),
    alone(Key::Num1, Action::ShowTimeline),
    alone(Key::Num2, Action::ShowList),
    alone(Key::Num3, Action::ShowDateHistory),
    alone(Key::A, Action::SwitchArrange),
    alone(Key::C, Action::ToggleChangedOnly),
    alone(Key::Slash, Action::Search),
    shifted(Key::Enter, Action::PreviousHit),
    shifted(Key::ArrowUp, Action::GrowArticle),
    shifted(Key::ArrowDown, Action::ShrinkArticle),
    alone(Key::CloseBracket, Action::NextChange),
    alone(Key::OpenBracket, Action::PreviousChange),
    alone(Key::Period, Action::NextEvent),
    alone(Key::Comma, Action::PreviousEvent),
    alone(Key::ArrowDown, Action::Next),
    alone(Key::ArrowUp, Action::Previous),
    alone(Key::ArrowLeft, Action::PanEarlier),
    alone(Key::ArrowRight, Action::PanLater),
    alone(Key::Home, Action::First),
    alone(Key::End, Action::Last),
    alone(Key::PageDown, Action::PageDown),
    alone(Key::PageUp, Action::PageUp),
    alone(Key::Plus, Action::ZoomIn),
    alone(Key::Equals, Action::ZoomIn),
    alone(Key::Minus, Action::ZoomOut),
    alone(Key::F, Action::Fit),
    alone(Key::G, Action::GoTo),
    alone(Key::R, Action::ShowReading),
    alone(Key::L, Action::ToggleLegend),
    Binding { when: When::NothingOpen, ..alone(Key::S, Action::OpenSample) },
    alone(Key::Questionmark, Action::ShowHelp),
];

/// The lines of the menu Open…, in order.
pub const OPEN_MENU: &[Action] = &[Action::OpenFolder, Action::OpenFile, Action::OpenSample, Action::Reload];
/// The lines of the menu about the view, in order.
pub const VIEW_MENU: &[Action] = &[
    Action::GoTo,
    Action::Fit,
    Action::SwitchArrange,
    Action::ToggleChangedOnly,
    Action::KnownOnEarlier,
    Action::KnownOnLater,
    Action::ToggleLegend,
    Action::ShowReading,
];
/// The lines of the menu about what is selected, in order.
pub const SELECTION_MENU: &[Action] =
    &[Action::Back, Action::Forward, Action::PreviousChange, Action::NextChange, Action::CopySentence, Action::CopyMarkdown];
/// The lines of the menu about the program, in order.
pub const PROGRAM_MENU: &[Action] = &[Action::Export, Action::ShowSettings, Action::ShowHelp];

/// What Enter does: the next hit while there are hits, else it opens the detail.
pub const ENTER: [Action; 2] = [Action::NextHit, Action::OpenDetail];

/// The keys of an action, as they are written on this system: "Ctrl+O", "/ or Ctrl+F", "S at the start".
pub fn keys_of(ctx: &egui::Context, action: Action) -> String {
    let text = |binding: &Binding| match binding.when {
        When::Always | When::NotTyping => key_text(ctx, binding.key),
        When::NothingOpen => format!("{} at the start", key_text(ctx, binding.key)),
    };
    let mut keys: Vec<String> = BINDINGS.iter().filter(|binding| binding.action == action).map(text).collect();
    if ENTER.contains(&action) {
        keys.push("Enter".to_owned());
    }
    match action {
        Action::CopySentence => keys.push(ctx.format_shortcut(&KeyboardShortcut::new(Modifiers::COMMAND, Key::C))),
        Action::ZoomIn | Action::ZoomOut => keys.push("Ctrl+wheel".to_owned()),
        Action::PanEarlier | Action::PanLater => keys.push("Shift+wheel, drag".to_owned()),
        _ => {}
    }
    keys.dedup();
    keys.join(" or ")
}

fn key_text(ctx: &egui::Context, key: KeyboardShortcut) -> String {
    if key.modifiers != Modifiers::NONE {
        return ctx.format_shortcut(&key).replace("Comma", ",");
    }
    match key.logical_key {
        Key::Slash => "/".to_owned(),
        Key::Period => ".".to_owned(),
        Key::Comma => ",".to_owned(),
        Key::OpenBracket => "[".to_owned(),
        Key::CloseBracket => "]".to_owned(),
        Key::Questionmark => "?".to_owned(),
        Key::Plus => "+".to_owned(),
        Key::Equals => "=".to_owned(),
        Key::Minus => "-".to_owned(),
        Key::ArrowDown => "Down".to_owned(),
        Key::ArrowUp => "Up".to_owned(),
        Key::ArrowLeft => "Left".to_owned(),
        Key::ArrowRight => "Right".to_owned(),
        Key::PageDown => "Page Down".to_owned(),
        Key::PageUp => "Page Up".to_owned(),
        key => key.name().to_owned(),
    }
}

/// The actions whose keys were pressed in this pass, of those that count; `enter` is what Enter does at the moment.
pub fn pressed(ctx: &egui::Context, counts: impl Fn(When) -> bool, enter: Action) -> Vec<Action> {
    let mut actions = Vec::new();
    // an open menu is on top of everything: it closes first
    if egui::Popup::is_any_open(ctx) && ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
        egui::Popup::close_all(ctx);
    }
    ctx.input_mut(|input| {
        for binding in BINDINGS.iter().filter(|binding| counts(binding.when)) {
            let count = input.count_and_consume_key(binding.key.modifiers, binding.key.logical_key);
            actions.extend(std::iter::repeat_n(binding.action, count));
        }
        let copies = input.events.iter().filter(|event| matches!(event, egui::Event::Copy)).count();
        if counts(When::NotTyping) {
            actions.extend(std::iter::repeat_n(Action::CopySentence, copies));
            if input.consume_key(Modifiers::NONE, Key::Enter) {
                actions.push(enter);
            }
        }
    });
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_can_be_asked_for_by_a_key_or_a_menu() {
        let ctx = egui::Context::default();
        let menus = [OPEN_MENU, VIEW_MENU, SELECTION_MENU, PROGRAM_MENU].concat();
        for action in Action::ALL {
            assert!(!keys_of(&ctx, *action).is_empty() || menus.contains(action), "{action:?}");
        }
    }

    #[test]
    fn no_key_does_two_things() {
        for (at, binding) in BINDINGS.iter().enumerate() {
            let same = BINDINGS.iter().skip(at + 1).find(|other| other.key == binding.key);
            assert!(same.is_none(), "{:?} is bound twice", binding.key);
        }
    }
}
