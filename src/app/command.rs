//! Everything that can be asked of the program: by a key, a button, a menu or a click.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::settings::{Look, Settings};
use crate::text::{Span, named};
use crate::timeline::{AnnouncementId, EventId};
use crate::view::axis::Sight;
use crate::view::copy::CopyAs;
use crate::view::{Arrange, Filter, Group, Sort};

use super::OpenWhat;

named! {
    /// What a key, a button or a menu line asks for by itself; the words are what menu and help show.
    Action {
        /// Asks for a folder.
        OpenFolder "open_folder" "Open folder…",
        /// Asks for an article or a snapshot.
        OpenFile "open_file" "Open article or snapshot…",
        /// The story in the program.
        OpenSample "open_sample" "Open the sample story",
        /// Reads the same again.
        Reload "reload" "Read again",
        /// Asks where to write a snapshot.
        Export "export" "Export…",
        /// Lanes over time.
        ShowTimeline "show_timeline" "Timeline",
        /// Cards under days.
        ShowList "show_list" "List",
        /// Report date across, claimed date up.
        ShowDateHistory "show_date_history" "Date history",
        /// By the other date.
        SwitchArrange "switch_arrange" "Arrange by the other date",
        /// Only what changed, or everything.
        ToggleChangedOnly "changed_only" "Changed only",
        /// To the search field.
        Search "search" "Search",
        /// The next statement found.
        NextHit "next_hit" "Next hit",
        /// The one before.
        PreviousHit "previous_hit" "Previous hit",
        /// The next change.
        NextChange "next_change" "Next change",
        /// The one before.
        PreviousChange "previous_change" "Previous change",
        /// The next statement of the lane.
        NextEvent "next_event" "Next statement of this lane",
        /// The one before.
        PreviousEvent "previous_event" "Previous statement of this lane",
        /// The lane or card below.
        Next "next" "Next lane or card",
        /// The one above.
        Previous "previous" "Previous lane or card",
        /// The first.
        First "first" "First lane or card",
        /// The last.
        Last "last" "Last lane or card",
        /// A screenful down.
        PageDown "page_down" "A screen down",
        /// A screenful up.
        PageUp "page_up" "A screen up",
        /// Earlier days.
        PanEarlier "pan_earlier" "Earlier days",
        /// Later days.
        PanLater "pan_later" "Later days",
        /// Fewer days.
        ZoomIn "zoom_in" "Zoom in",
        /// More days.
        ZoomOut "zoom_out" "Zoom out",
        /// The announcement, again the story, again everything.
        Fit "fit" "Fit announcement, then story, then everything",
        /// Asks for a day.
        GoTo "go_to" "Go to date…",
        /// Opens what is selected.
        OpenDetail "open_detail" "Open the detail",
        /// Where one was before.
        Back "back" "Back",
        /// And forward again.
        Forward "forward" "Forward",
        /// The article in the detail gets more room.
        GrowArticle "grow_article" "More room for the article",
        /// And less.
        ShrinkArticle "shrink_article" "Less room for the article",
        /// A sentence with citation onto the clipboard.
        CopySentence "copy_sentence" "Copy a sentence with citation",
        /// Markdown onto the clipboard.
        CopyMarkdown "copy_markdown" "Copy as Markdown",
        /// What was believed on another day.
        KnownOnEarlier "known_on_earlier" "Known on: one report day earlier",
        /// And later again.
        KnownOnLater "known_on_later" "Known on: one report day later",
        /// Files read, skipped, and problems.
        ShowReading "show_reading" "What was read",
        /// What the shapes mean.
        ToggleLegend "toggle_legend" "Legend",
        /// Theme, text size, date style.
        ShowSettings "show_settings" "Settings",
        /// The keys.
        ShowHelp "show_help" "Help and keys",
        /// Closes, clears, leaves.
        Close "close" "Close, clear, leave",
    }
}

/// Something over the views.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {
    /// Keys and first steps.
    Help,
    /// Theme, text size, date style.
    Settings,
    /// Files read, skipped, problems.
    Reading,
    /// A day to go to.
    GoTo,
    /// A path typed by hand, where no file dialog is to be had.
    PathField(PathFor),
    /// Members of a cluster.
    Cluster,
}

/// What a typed path is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathFor {
    /// To be opened.
    Open,
    /// To be written.
    Export,
}

/// The parts of the detail.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tab {
    /// Was, now, quotes.
    #[default]
    Changed,
    /// Every step.
    History,
    /// Spellings.
    Names,
    /// Notes.
    Notes,
}

/// Everything that can be asked.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Something without particulars.
    Act(Action),
    /// Opens a path or the sample.
    Open(OpenWhat),
    /// Stops reading.
    Cancel,
    /// Writes a snapshot.
    ExportTo(PathBuf),
    /// Another view.
    Look(Look),
    /// By which date.
    Arrange(Arrange),
    /// The order of lanes.
    Sort(Sort),
    /// What is left out.
    SetFilter(Filter),
    /// Folds or unfolds a group.
    ToggleGroup(Group),
    /// Hides what was reported later.
    KnownOn(Option<NaiveDate>),
    /// Selects an announcement and one of its changes, and opens the detail.
    Select(AnnouncementId, Option<usize>),
    /// Selects a statement, its announcement, and shows its article.
    SelectEvent(EventId),
    /// Lists the statements of a cluster.
    ShowCluster(Vec<EventId>),
    /// Another part of the detail.
    Tab(Tab),
    /// Shows an article in the detail, scrolled to a place.
    ShowArticle(u32, Option<Span>),
    /// Other days in sight.
    SetSight(Sight),
    /// Other claimed days in sight, of the date history.
    SetHeightSight(Sight),
    /// The day in the middle.
    GoTo(NaiveDate),
    /// Other lanes or cards in sight.
    ScrollTo(f64),
    /// Whether the detail covers the views, for want of room.
    DetailCovers(bool),
    /// Whether the window is low, so that bars and lanes have to take less of it.
    WindowIsLow(bool),
    /// The chart has another size: width and height.
    Resized(f32, f32),
    /// Opens or closes a panel.
    Show(Option<Panel>),
    /// The part of the detail's height that the article has; the usual where there is none.
    ShareDetail(Option<f32>),
    /// Text onto the clipboard.
    Copy(CopyAs),
    /// Other settings.
    SetSettings(Settings),
    /// The message was read.
    DismissMessage,
}
