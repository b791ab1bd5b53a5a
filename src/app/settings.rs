//! What is remembered from one day to the next: theme, text size, date style, folders, what was folded.

use std::collections::BTreeSet;
use std::path::PathBuf;

use serde::{Deserialize, Serialize};

use crate::text::named;
use crate::view::labels::DateStyle;
use crate::view::lane::{Arrange, Group, Sort};

named! {
    /// Light or dark.
    Theme {
        /// As the desktop has it.
        System "system" "Follow the system",
        /// Dark on light.
        Light "light" "Light",
        /// Light on dark.
        Dark "dark" "Dark",
    }
}

named! {
    /// The three views.
    Look {
        /// Lanes over time.
        Timeline "timeline" "Timeline",
        /// Cards under days.
        List "list" "List",
        /// Report date across, claimed date up.
        DateHistory "date_history" "Date history",
    }
}

/// Smallest and largest text, as a factor.
pub const TEXT_SIZES: std::ops::RangeInclusive<f32> = 0.8..=2.0;
/// Smallest and largest part of the detail's height that an article may have.
pub const ARTICLE_SHARES: std::ops::RangeInclusive<f32> = 0.15..=0.9;
/// So many folders are remembered.
const MOST_RECENT: usize = 8;

/// What is remembered.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the settings")]
#[derive(Clone, Debug, PartialEq)]
pub struct Settings {
    /// Light or dark.
    pub theme: Theme,
    /// 1 is as designed.
    pub text_size: f32,
    /// How days are written.
    pub date_style: DateStyle,
    /// Nothing moves by itself.
    pub reduced_motion: bool,
    /// The view last used.
    pub look: Look,
    /// By which date.
    pub arrange: Arrange,
    /// The order of lanes.
    pub sort: Sort,
    /// Groups that are folded.
    pub folded: BTreeSet<Group>,
    /// The list shows the newest first.
    pub is_newest_first: bool,
    /// The list shows quotes.
    pub has_quotes: bool,
    /// The legend is shown.
    pub has_legend: bool,
    /// The part of the detail's height that the article has; as much as the quotes leave where nobody chose.
    pub article_share: Option<f32>,
    /// Folders and files opened before, the last first.
    pub recent: Vec<PathBuf>,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::System,
            text_size: 1.0,
            date_style: DateStyle::DayMonth,
            reduced_motion: false,
            look: Look::Timeline,
            arrange: Arrange::Claimed,
            sort: Sort::Changed,
            folded: BTreeSet::from([Group::Background]),
            is_newest_first: true,
            has_quotes: true,
            has_legend: true,
            article_share: None,
            recent: Vec::new(),
        }
    }
}

impl Settings {
    /// Gives the article that part of the detail's height, within what can be read; `None` for the usual.
    pub fn share_detail(&mut self, share: Option<f32>) {
        self.article_share = share.map(|share| share.clamp(*ARTICLE_SHARES.start(), *ARTICLE_SHARES.end()));
    }

    /// Remembers what was opened, once, the last first.
    pub fn remember(&mut self, path: PathBuf) {
        self.recent.retain(|known| *known != path);
        self.recent.insert(0, path);
        self.recent.truncate(MOST_RECENT);
    }
}

#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the settings")]
/// Settings as they are written: words, so that a file of another version is still read.
#[derive(Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SavedSettings {
    theme: String,
    text_size: f32,
    date_style: String,
    reduced_motion: bool,
    look: String,
    arrange: String,
    sort: String,
    folded: Vec<String>,
    oldest_first: bool,
    hides_quotes: bool,
    hides_legend: bool,
    article_share: f32,
    recent: Vec<PathBuf>,
}

impl From<&Settings> for SavedSettings {
    fn from(settings: &Settings) -> Self {
        Self {
            theme: settings.theme.name().to_owned(),
            text_size: settings.text_size,
            date_style: settings.date_style.name().to_owned(),
            reduced_motion: settings.reduced_motion,
            look: settings.look.name().to_owned(),
            arrange: settings.arrange.name().to_owned(),
            sort: settings.sort.name().to_owned(),
            folded: settings.folded.iter().map(|group| group.name().to_owned()).collect(),
            oldest_first: !settings.is_newest_first,
            hides_quotes: !settings.has_quotes,
            hides_legend: !settings.has_legend,
            article_share: settings.article_share.unwrap_or(0.0),
            recent: settings.recent.clone(),
        }
    }
}

impl From<SavedSettings> for Settings {
    fn from(saved: SavedSettings) -> Self {
        let usual = Self::default();
        let text_size = if TEXT_SIZES.contains(&saved.text_size) { saved.text_size } else { usual.text_size };
        Self {
            theme: Theme::from_name(&saved.theme).unwrap_or(usual.theme),
            text_size,
            date_style: DateStyle::from_name(&saved.date_style).unwrap_or(usual.date_style),
            reduced_motion: saved.reduced_motion,
            look: Look::from_name(&saved.look).unwrap_or(usual.look),
            arrange: Arrange::from_name(&saved.arrange).unwrap_or(usual.arrange),
            sort: Sort::from_name(&saved.sort).unwrap_or(usual.sort),
            folded: if saved.theme.is_empty() {
                usual.folded
            } else {
                saved.folded.iter().filter_map(|name| Group::from_name(name)).collect()
            },
            is_newest_first: !saved.oldest_first,
            has_quotes: !saved.hides_quotes,
            has_legend: !saved.hides_legend,
            article_share: Some(saved.article_share).filter(|share| ARTICLE_SHARES.contains(share)),
            recent: saved.recent.into_iter().take(MOST_RECENT).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_come_back_as_they_were_saved() {
        let mut settings = Settings {
            theme: Theme::Dark,
            text_size: 1.5,
            sort: Sort::Name,
            is_newest_first: false,
            article_share: Some(0.5),
            ..Settings::default()
        };
        settings.folded = BTreeSet::from([Group::Happened]);
        settings.remember(PathBuf::from("a"));
        settings.remember(PathBuf::from("b"));
        settings.remember(PathBuf::from("a"));
        assert_eq!(settings.recent, [PathBuf::from("a"), PathBuf::from("b")]);
        let text = ron::to_string(&SavedSettings::from(&settings)).unwrap();
        let back: SavedSettings = ron::from_str(&text).unwrap();
        assert_eq!(Settings::from(back), settings);
    }

    #[test]
    fn words_of_another_version_are_passed_over() {
        let back: SavedSettings = ron::from_str(r#"(theme: "sepia", text_size: 99.0)"#).unwrap();
        assert_eq!(Settings::from(back), Settings { folded: BTreeSet::new(), ..Settings::default() });
    }
}
