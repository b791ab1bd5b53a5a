//! The story inside the program: a dozen invented articles, for a first look without any file.

use crate::readers::Source;

/// What the window calls it.
pub const SAMPLE_NAME: &str = "the sample story";

/// One line an article: its file below `assets/sample`.
macro_rules! sample_files {
    ($($file:literal,)+) => {
        const FILES: &[(&str, &str)] = &[$(($file, include_str!(concat!("../../assets/sample/", $file))),)+];
    };
}

sample_files! {
    "01-harbour-post.txt",
    "02-stagelight-weekly.txt",
    "03-evening-reel.txt",
    "04-k-notes.txt",
    "05-pop-ledger.txt",
    "06-seaside-times.txt",
    "07-stagelight-weekly.txt",
    "08-evening-reel.txt",
    "09-pop-ledger.txt",
    "10-weekend-chart.txt",
    "11-harbour-post.txt",
    "12-harbour-post.txt",
}

/// The articles as files.
pub(super) fn sources() -> Vec<Source<'static>> {
    FILES.iter().map(|(file, text)| Source { file, above: "", bytes: text.as_bytes() }).collect()
}
