//! What is embedded or shipped beside the program: the sample story, the font, the icon, the licences.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

use dateline::article::DateSource;
use dateline::pipeline::{self, OpenWhat, Options};
use dateline::readers::READERS;
use dateline::snapshot::FORMATS;
use dateline::timeline::Timeline;

use crate::cli::dateline;

fn asset(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

fn sample() -> Timeline {
    pipeline::open(&OpenWhat::Sample, Options::default(), &|_| {}, &AtomicBool::new(false)).unwrap()
}

#[test]
fn the_sample_story_is_a_dozen_short_dated_articles() {
    let sample = sample();
    assert_eq!(sample.articles.len(), 12);
    assert_eq!(sample.problems, []);
    for article in &sample.articles {
        let n_words = article.text.split_whitespace().count();
        assert!((90..=250).contains(&n_words), "{} has {n_words} words", article.file);
        assert_eq!(article.reported.map(|it| it.source), Some(DateSource::DateLine), "{}", article.file);
    }
}

#[test]
fn the_program_holds_every_file_of_the_sample_folder() {
    let on_disk: BTreeSet<_> =
        fs::read_dir(asset("assets/sample")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let embedded: BTreeSet<_> = sample().articles.iter().map(|article| article.file.clone()).collect();
    assert_eq!(embedded, on_disk);
}

#[test]
fn the_sample_story_opened_as_a_folder_is_the_same() {
    let opened = pipeline::open(&OpenWhat::Path(asset("assets/sample")), Options::default(), &|_| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!(opened, sample());
}

#[test]
fn adverts_links_and_credits_of_the_sample_are_clutter_and_nothing_else_is() {
    let sample = sample();
    let clutter: Vec<_> = sample.articles.iter().flat_map(|article| article.clutter.iter().map(|span| span.of(&article.text))).collect();
    assert_eq!(
        clutter,
        [
            "Advertisement",
            "Photo: Pale Screen",
            "Also Read: Five lighthouse dramas to watch while you wait",
            "Read all the Latest News, Music News and Live Updates here.",
            "Sign up for our newsletter and never miss a release.",
            "(Photo by Ana Ruiz/Stagelight)",
            "Related: The ten best duets of the spring",
            "Follow us on Wavelet for a new song every morning.",
            "Advertisement",
        ]
    );
}

#[test]
fn the_font_is_an_opentype_font_with_its_licence_and_recipe() {
    let font = fs::read(asset("assets/fonts/NotoSansCJKkr-subset.otf")).unwrap();
    assert!(font.starts_with(b"OTTO"), "OpenType with CFF outlines");
    assert!(font.len() < 2_000_000, "{} bytes", font.len());
    let licence = fs::read_to_string(asset("assets/fonts/OFL.txt")).unwrap();
    assert!(licence.contains("SIL OPEN FONT LICENSE Version 1.1") && licence.contains("Adobe"), "{licence}");
    assert!(asset("assets/fonts/make.py").is_file(), "the recipe");
}

#[test]
fn the_icon_is_a_square_of_256_points() {
    let icon = image::open(asset("assets/icon.png")).unwrap();
    assert_eq!((icon.width(), icon.height()), (256, 256));
    assert!(icon.color().has_alpha(), "round corners");
}

#[test]
fn both_licences_are_there_in_full() {
    let mit = fs::read_to_string(asset("LICENSE-MIT")).unwrap();
    let apache = fs::read_to_string(asset("LICENSE-APACHE")).unwrap();
    assert!(mit.contains("Permission is hereby granted, free of charge") && mit.contains("OTHER DEALINGS IN THE"));
    assert!(apache.contains("Version 2.0, January 2004") && apache.contains("END OF TERMS AND CONDITIONS"));
}

#[test]
fn the_desktop_entry_starts_this_program() {
    let entry = fs::read_to_string(asset("assets/dateline.desktop")).unwrap();
    for line in ["[Desktop Entry]", "Type=Application", "Exec=dateline %f", "Icon=dateline"] {
        assert!(entry.lines().any(|it| it == line), "{line}");
    }
}

#[test]
fn the_readme_names_every_format_and_every_command() {
    let readme = fs::read_to_string(asset("README.md")).unwrap();
    for format in READERS {
        let is_named = readme.lines().any(|line| line.starts_with(&format!("| {} |", format.title.split(" (").next().unwrap())));
        assert!(is_named, "{} is no line of the table of formats", format.title);
    }
    for format in FORMATS {
        assert!(readme.contains(&format!("`{}`", format.name)), "{} is no line of the table of exports", format.name);
    }
    let help = dateline(&["help"]).output().unwrap();
    let help = String::from_utf8(help.stdout).unwrap();
    let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
    for command in commands.filter_map(|line| line.split_whitespace().next()).filter(|name| *name != "help") {
        assert!(readme.contains(&format!("dateline {command}")), "{command} is not in the README");
    }
}

#[test]
fn every_file_the_readme_points_to_is_there() {
    let readme = fs::read_to_string(asset("README.md")).unwrap();
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    for link in links.filter(|link| !link.contains("://")) {
        assert!(asset(link).exists(), "{link}");
    }
}
