//! Bad files among good ones: each is a line of the list, or skipped; the good ones are shown.

use std::fs;
use std::path::Path;
use std::sync::atomic::AtomicBool;

use dateline::pipeline::{self, OpenError, OpenWhat, Options, Progress};
use dateline::readers::Limits;

use crate::readers::{open, write_files};

const GOOD: (&str, &[u8]) = ("good.txt", b"date 2022-04-19 The song is out.");

/// Opens a folder with a good article and a bad file: the good one is read, the bad one gives that problem.
#[track_caller]
fn check(file: &str, bytes: &[u8], n_articles: usize, problem: &str) {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[GOOD, (file, bytes)]);
    check_folder(folder.path(), n_articles, &[problem]);
}

#[track_caller]
fn check_folder(folder: &Path, n_articles: usize, problems: &[&str]) {
    let timeline = open(folder).unwrap();
    let told: Vec<_> = timeline.problems.iter().map(|it| format!("{}: {}", it.file, it.problem)).collect();
    let expected: Vec<_> = problems.iter().filter(|it| !it.is_empty()).map(|it| (*it).to_owned()).collect();
    assert_eq!(told, expected);
    assert_eq!(timeline.articles.len(), n_articles);
    assert!(timeline.articles.iter().any(|article| article.file == GOOD.0), "the good article is there");
    assert!(timeline.problems.iter().all(|it| !it.hint.is_empty()), "each says what to do");
}

#[test]
fn a_text_without_a_day_is_shown_and_told() {
    check("bad.txt", b"The song is out.", 2, "bad.txt: no report date");
}

#[test]
fn an_impossible_date_is_told() {
    check("bad.txt", b"date 2022-13-45 The song is out.", 2, "bad.txt: impossible date 2022-13-45");
}

#[test]
fn an_empty_file_is_told() {
    check("bad.txt", b"", 1, "bad.txt: the file is empty");
    check("bad.txt", b"\xef\xbb\xbf \r\n", 1, "bad.txt: the file is empty");
    check("bad.txt", b"date 2022-04-19\n", 1, "bad.txt: the file is empty");
}

#[test]
fn a_binary_file_that_calls_itself_text_is_told() {
    check("bad.txt", &[0; 5000], 1, "bad.txt: this is no text");
    check("bad.txt", b"\x7fELF\x02\x01\x01\0\0\0", 1, "bad.txt: this is no text");
}

#[test]
fn a_binary_file_that_says_so_is_skipped() {
    check("song.mp3", &[0; 5000], 1, "");
}

#[test]
fn western_european_letters_are_read() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[("a.txt", b"date 2022-04-19 Beyonc\xe9\x92s song is out.")]);
    let timeline = open(folder.path()).unwrap();
    assert_eq!(timeline.articles[0].text, "Beyoncé’s song is out.");
    assert_eq!(timeline.problems, []);
}

#[test]
fn bytes_that_are_no_letters_are_told() {
    let mut bytes = "date 2022-04-19 한국어로 쓴 긴 기사".as_bytes().to_vec();
    bytes.extend(b"\xff.");
    check("bad.txt", &bytes, 2, "bad.txt: some letters could not be read");
}

#[test]
fn a_very_large_file_is_refused_before_it_is_read() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[GOOD, ("bad.txt", b"date 2022-04-19 The song is out.")]);
    // A hole of a gigabyte takes no room on the disk.
    fs::OpenOptions::new().write(true).open(folder.path().join("bad.txt")).unwrap().set_len(1 << 30).unwrap();
    check_folder(folder.path(), 1, &["bad.txt: larger than 25 MB (1074 MB)"]);
}

#[test]
fn a_file_that_vanishes_while_the_folder_is_read_is_told() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[GOOD, ("bad.txt", b"date 2022-04-19 The song is out.")]);
    let vanishing = |progress: Progress| {
        // All files are listed, none is read.
        if matches!(progress, Progress::Files { n_read: 0, .. }) {
            fs::remove_file(folder.path().join("bad.txt")).unwrap();
        }
    };
    let what = OpenWhat::Path(folder.path().to_owned());
    let timeline = pipeline::open(&what, Options::default(), &vanishing, &AtomicBool::new(false)).unwrap();
    let told: Vec<_> = timeline.problems.iter().map(|it| (it.file.as_str(), it.problem.as_str())).collect();
    assert_eq!(told, [("bad.txt", "it vanished while the folder was read")]);
    assert_eq!(timeline.articles.len(), 1);
}

#[test]
fn a_text_longer_than_any_article_is_shown_whole_and_read_in_part() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The film “Low Tide” opens on May 3.\n".repeat(100);
    write_files(folder.path(), &[("a.txt", format!("date 2022-04-19 {text}").as_bytes())]);
    let options = Options { limits: Limits { max_read_bytes: 1000, ..Limits::default() } };
    let timeline = pipeline::open(&OpenWhat::Path(folder.path().to_owned()), options, &|_| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!(timeline.articles[0].text, text.trim());
    assert_eq!(timeline.problems[0].problem, "longer than an article, only the first 1 kB were read for dates");
    assert!(timeline.events.iter().all(|event| event.quote.end <= 1000), "nothing further down is read");
}

#[test]
fn a_folder_of_too_many_files_is_read_as_far_as_it_goes() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..8 {
        write_files(folder.path(), &[(&format!("{n}.txt"), b"date 2022-04-19 The song is out.")]);
    }
    let options = Options { limits: Limits { max_files: 5, ..Limits::default() } };
    let timeline = pipeline::open(&OpenWhat::Path(folder.path().to_owned()), options, &|_| {}, &AtomicBool::new(false)).unwrap();
    assert_eq!(timeline.articles.len(), 5);
    assert_eq!(timeline.problems[0].problem, "more than 5 files, the rest is left out");
}

#[test]
fn a_folder_without_articles_is_empty_but_no_error() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[("picture.png", b"\x89PNG\0")]);
    let timeline = open(folder.path()).unwrap();
    assert_eq!((timeline.articles.len(), timeline.problems.len(), timeline.n_skipped), (0, 0, 1));
}

#[test]
fn a_path_that_is_not_there_is_an_error() {
    let folder = tempfile::tempdir().unwrap();
    let error = open(&folder.path().join("nothing")).unwrap_err();
    assert!(matches!(error, OpenError::Missing { .. }), "{error:?}");
    assert!(error.to_string().starts_with("no such file or folder"), "{error}");
}

#[cfg(unix)]
mod unix {
    use std::os::unix::fs::{PermissionsExt as _, symlink};
    use std::process::Command;

    use super::*;

    #[test]
    fn a_link_that_loops_is_told_and_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        write_files(folder.path(), &[GOOD, ("deep/a.txt", b"date 2022-04-20 More.")]);
        symlink(folder.path(), folder.path().join("deep/loop")).unwrap();
        symlink("ring", folder.path().join("ring")).unwrap();
        check_folder(folder.path(), 2, &["deep/loop: a link to a folder is not followed", "ring: the link leads nowhere"]);
    }

    #[test]
    fn a_link_to_an_article_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let other = tempfile::tempdir().unwrap();
        write_files(other.path(), &[("a.txt", b"date 2022-04-20 More.")]);
        write_files(folder.path(), &[GOOD]);
        symlink(other.path().join("a.txt"), folder.path().join("linked.txt")).unwrap();
        check_folder(folder.path(), 2, &[]);
    }

    #[test]
    fn a_pipe_does_not_make_us_wait() {
        let folder = tempfile::tempdir().unwrap();
        write_files(folder.path(), &[GOOD]);
        let pipe = folder.path().join("pipe.txt");
        assert!(Command::new("mkfifo").arg(&pipe).status().unwrap().success());
        check_folder(folder.path(), 1, &[]);
        assert!(matches!(open(&pipe), Err(OpenError::Special { .. })));
    }

    #[test]
    fn a_closed_file_and_a_closed_folder_are_told() {
        let folder = tempfile::tempdir().unwrap();
        write_files(folder.path(), &[GOOD, ("closed.txt", b"date 2022-04-20 x"), ("shut/a.txt", b"date 2022-04-20 x")]);
        let modes = |mode: u32| {
            for name in ["closed.txt", "shut"] {
                fs::set_permissions(folder.path().join(name), fs::Permissions::from_mode(mode)).unwrap();
            }
        };
        modes(0o000);
        // Whoever may read everything cannot be kept out: nothing to be seen then.
        if fs::read(folder.path().join("closed.txt")).is_err() {
            check_folder(folder.path(), 1, &["closed.txt: no permission to read it", "shut: no permission to read it"]);
        }
        modes(0o755);
    }

    #[test]
    fn a_name_that_is_no_unicode_is_shown_as_far_as_it_goes() {
        use std::os::unix::ffi::OsStrExt as _;
        let folder = tempfile::tempdir().unwrap();
        write_files(folder.path(), &[GOOD]);
        let name = std::ffi::OsStr::from_bytes(b"caf\xe9.txt");
        if fs::write(folder.path().join(name), "date 2022-04-20 More.").is_ok() {
            check_folder(folder.path(), 2, &[]);
        }
    }
}
