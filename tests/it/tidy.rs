//! The rules of the house: who may use whom, and what every file owes its reader.

use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom, from the ground up. Everybody may use himself.
const MAY_USE: &[(&str, &[&str])] = &[
    ("text", &[]),
    ("civil", &[]),
    ("article", &["text", "civil"]),
    ("language", &["text", "civil"]),
    ("readers", &["text", "civil", "article", "language"]),
    ("events", &["text", "civil", "article", "language"]),
    ("timeline", &["text", "civil", "article", "events"]),
    ("view", &["text", "civil", "article", "events", "timeline"]),
    ("snapshot", &["text", "civil", "article", "events", "timeline", "view"]),
    ("pipeline", &["text", "civil", "article", "language", "readers", "events", "timeline", "snapshot"]),
    ("app", &["text", "civil", "article", "language", "readers", "events", "timeline", "view", "snapshot", "pipeline"]),
    ("cli", &["text", "civil", "article", "language", "readers", "events", "timeline", "view", "snapshot", "pipeline"]),
    ("ui", &["text", "civil", "article", "events", "timeline", "view", "app"]),
];

/// Words that only some files may say, and why.
const ONLY_IN: &[(&[&str], &[&str], &str)] = &[
    (&["egui::", "eframe::"], &["ui/", "main.rs"], "the window toolkit"),
    (&["rfd::"], &["ui/dialogs.rs"], "file dialogs"),
    (&["fs::read", "fs::read_to_string", "fs::read_dir", "File::open", "WalkDir"], &["readers/folder.rs"], "reading from the disk"),
    (
        &["fs::write", "File::create", "fs::rename", "OpenOptions", "fs::create_dir", "fs::remove_file"],
        &["snapshot/disk.rs"],
        "writing to the disk",
    ),
    (&["Local::now", "Utc::now", "SystemTime::now"], &["main.rs"], "the wall clock"),
    (&["Instant::now"], &["app/", "ui/"], "measuring time"),
    (&["std::thread", "thread::spawn", "thread::Builder"], &["app/", "pipeline/"], "threads"),
    (&["par_iter", "rayon::"], &["pipeline/"], "threads"),
    (&["HashMap", "HashSet"], &[], "an order that changes from run to run"),
    (&["println!", "eprintln!", "print!(", "eprint!(", "dbg!("], &[], "printing past the locked output"),
    (&["TcpStream", "UdpSocket", "TcpListener"], &[], "the network"),
];

/// The longest a file may be, its tests included.
const MAX_LINES: usize = 600;
const MAX_MAIN_LINES: usize = 60;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every file below a folder with one of these endings, in order of its path.
fn files_below(folder: &str, endings: &[&str]) -> Vec<(String, String)> {
    let mut found = Vec::new();
    gather(&root().join(folder), endings, &mut found);
    found.sort();
    assert!(!found.is_empty(), "no files below {folder}");
    found
}

fn gather(folder: &Path, endings: &[&str], found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            gather(&path, endings, found);
        } else if path.extension().is_some_and(|ending| endings.iter().any(|known| ending == *known)) {
            let name = path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
            found.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

/// The program's own source: path below `src/`, and its text.
fn sources() -> Vec<(String, String)> {
    files_below("src", &["rs"]).into_iter().map(|(path, text)| (path.trim_start_matches("src/").to_owned(), text)).collect()
}

/// Code without comments and without the tests at the end of the file.
fn code(text: &str) -> impl Iterator<Item = &str> {
    let until = text.find("#[cfg(test)]\nmod ").unwrap_or(text.len());
    text[..until].lines().filter(|line| !line.trim_start().starts_with("//"))
}

#[track_caller]
fn no_faults(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn rooms_use_only_what_they_may() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        let Some((room, _)) = path.split_once('/') else { continue };
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else {
            faults.push(format!("{room} is not in the table"));
            continue;
        };
        for line in code(&text) {
            for used in rooms_named(line) {
                if used != room && !allowed.contains(&used.as_str()) {
                    faults.push(format!("src/{path} uses crate::{used}"));
                }
            }
        }
    }
    no_faults(&faults);
}

/// `crate::timeline::…` names timeline; a group, `crate::{a, b}`, is given as "{", which no room may use.
fn rooms_named(line: &str) -> Vec<String> {
    let after = line.split("crate::").skip(1);
    after.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_' || *c == '{').collect()).collect()
}

#[test]
fn every_room_of_the_house_is_in_the_table() {
    let lib = fs::read_to_string(root().join("src/lib.rs")).unwrap();
    let rooms: Vec<_> = lib.lines().filter_map(|line| line.strip_prefix("pub mod ")?.strip_suffix(';')).collect();
    assert_eq!(rooms.len(), MAY_USE.len());
    for room in rooms {
        assert!(MAY_USE.iter().any(|(name, _)| *name == room), "{room} is not in the table");
    }
}

#[test]
fn nobody_may_use_a_room_above_himself() {
    for (at, (room, allowed)) in MAY_USE.iter().enumerate() {
        for used in *allowed {
            let below = MAY_USE.iter().position(|(name, _)| name == used).expect(used);
            assert!(below < at, "{room} uses {used}, which stands above it");
        }
    }
}

#[test]
fn only_those_may_say_it() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        for line in code(&text) {
            for (words, places, what) in ONLY_IN {
                let is_said = words.iter().find(|word| says(line, word));
                let may_say = places.iter().any(|place| path == *place || (place.ends_with('/') && path.starts_with(place)));
                if let Some(word) = is_said.filter(|_| !may_say) {
                    faults.push(format!("src/{path} says {word} ({what}): {}", line.trim()));
                }
            }
        }
    }
    no_faults(&faults);
}

/// The word itself, not the end of a longer one.
fn says(line: &str, word: &str) -> bool {
    line.match_indices(word).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_'))
}

#[test]
fn every_file_says_what_it_is_for() {
    let mut faults = Vec::new();
    for (path, text) in sources().into_iter().chain(files_below("tests", &["rs"])) {
        let first = text.lines().next().unwrap_or_default();
        if first.len() < 20 || !first.starts_with("//! ") {
            faults.push(format!("{path} does not begin with a sentence"));
        }
    }
    no_faults(&faults);
}

#[test]
fn no_file_grows_too_long() {
    let mut faults = Vec::new();
    for (path, text) in sources().into_iter().chain(files_below("tests", &["rs"])) {
        let most = if path == "main.rs" { MAX_MAIN_LINES } else { MAX_LINES };
        let n_lines = text.lines().count();
        if n_lines > most {
            faults.push(format!("{path} has {n_lines} lines, more than {most}"));
        }
    }
    no_faults(&faults);
}

#[test]
fn no_test_is_left_out_or_waits() {
    let mut faults = Vec::new();
    let said = [concat!("#[ig", "nore"), concat!("#[should", "_panic"), concat!("thread::", "sleep")];
    for (path, text) in files_below("tests", &["rs"]).into_iter().chain(files_below("src", &["rs"])) {
        for word in said.iter().filter(|word| text.contains(**word)) {
            faults.push(format!("{path} says {word}"));
        }
    }
    no_faults(&faults);
}

#[test]
fn no_file_names_a_place_on_one_machine() {
    let mut faults = Vec::new();
    let places = [
        concat!("/ho", "me/"),
        concat!("/wo", "rk/"),
        concat!("/us", "ers/"),
        concat!("c:", "\\"),
        concat!("/ro", "ot/"),
        concat!("/tm", "p/"),
    ];
    let all =
        [files_below("src", &["rs"]), files_below("tests", &["rs", "sh", "py"]), files_below("assets", &["ron", "txt", "md", "py", "sh"])];
    for (path, text) in all.concat() {
        let text = text.to_lowercase();
        for place in places.iter().filter(|place| text.contains(**place)) {
            faults.push(format!("{path} names {place}"));
        }
    }
    no_faults(&faults);
}

#[test]
fn every_word_list_parses() {
    for (path, text) in files_below("assets", &["ron"]) {
        let parsed: Result<ron::Value, _> = ron::from_str(&text);
        assert!(parsed.is_ok(), "{path}: {}", parsed.unwrap_err());
    }
}

#[test]
fn every_dependency_says_what_it_is_for() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).unwrap();
    let lines: Vec<_> = manifest.lines().collect();
    let mut is_list = false;
    let mut faults = Vec::new();
    for (at, line) in lines.iter().enumerate() {
        if line.starts_with('[') {
            is_list = line.contains("dependencies]");
        } else if is_list && line.contains('=') && !lines[at - 1].starts_with("# ") {
            faults.push(format!("no reason above: {line}"));
        }
    }
    no_faults(&faults);
}

#[test]
fn few_packages_are_built_upon() {
    let lock = fs::read_to_string(root().join("Cargo.lock")).unwrap();
    let n_packages = lock.lines().filter(|line| *line == "[[package]]").count();
    // The lock file also lists what other systems and features need.
    assert!(n_packages < 600, "{n_packages} packages");
}
