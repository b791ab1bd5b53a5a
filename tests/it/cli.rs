//! The commands, run as a script runs them.

use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use crate::readers::write_files;

/// The program with these arguments, its standard input closed, no display to open a window on.
pub(crate) fn dateline(arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_dateline"));
    command.args(arguments).stdin(Stdio::null()).env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env_remove("WAYLAND_SOCKET");
    command
}

/// Runs a command: exit code, standard output, standard error.
fn run(arguments: &[&str]) -> (i32, String, String) {
    seen(&dateline(arguments).output().unwrap())
}

fn seen(output: &Output) -> (i32, String, String) {
    let text = |bytes: &[u8]| String::from_utf8(bytes.to_vec()).unwrap();
    (output.status.code().unwrap(), text(&output.stdout), text(&output.stderr))
}

fn with_input(arguments: &[&str], input: &str) -> (i32, String, String) {
    let mut child = dateline(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    seen(&child.wait_with_output().unwrap())
}

fn folder_with(files: &[(&str, &[u8])]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), files);
    folder
}

fn path_of(path: &Path) -> &str {
    path.to_str().unwrap()
}

#[test]
fn articles_prints_one_object_a_line() {
    let folder = folder_with(&[("a.txt", b"date 2022-04-19 The \"song\" is out.\nMore.")]);
    let (code, out, err) = run(&["articles", path_of(folder.path()), "--jsonl"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let expected = r#"{"file":"a.txt","title":null,"outlet":null,"author":null,"url":null,"language":null,"reported":"2022-04-19","reported_from":"date line","modified":null,"text":"The \"song\" is out.\nMore."}"#;
    assert_eq!(out.trim_end(), expected);
}

#[test]
fn what_articles_prints_standard_input_takes() {
    let (code, lines, _) = run(&["articles", "--sample", "--jsonl"]);
    assert_eq!(code, 0);
    let (code, again, err) = with_input(&["articles", "-", "--jsonl"], &lines);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(again, lines);
    // Places in a file of many differ from places in files of one: nothing that an export shows.
    assert_eq!(with_input(&["export", "-"], &lines).1, run(&["export", "--sample"]).1);
}

#[test]
fn dates_are_counted_from_the_texts_own_date_line_where_no_other_day_is_asked_for() {
    let folder = folder_with(&[("a.txt", b"date 2022-04-19 The song came out yesterday.")]);
    let file = folder.path().join("a.txt");
    let yesterday = |arguments: &[&str]| {
        let (code, out, err) = run(&[&["dates", path_of(&file)], arguments].concat());
        assert_eq!((code, err.as_str()), (0, ""));
        let line = out.lines().find(|line| line.contains("\"text\":\"yesterday\"")).expect("the word is read").to_owned();
        line.split("\"value\":").nth(1).unwrap_or_default().to_owned()
    };
    assert_eq!(yesterday(&[]), "\"2022-04-18\"}");
    assert_eq!(yesterday(&["--reported", "2024-01-02"]), "\"2024-01-01\"}");
}

#[test]
fn check_lists_what_could_not_be_read() {
    let folder = folder_with(&[("a.txt", b"date 2022-04-19 The song is out."), ("b.txt", b"date 2022-13-45 x"), ("c.bin", b"\0")]);
    let (code, out, _) = run(&["check", path_of(folder.path())]);
    assert_eq!(code, 1);
    assert_eq!(out, "b.txt: impossible date 2022-13-45; correct it, for example: date 2022-04-19\n2 articles, 1 problem, 1 file skipped\n");
}

#[test]
fn check_is_content_with_the_sample_story() {
    let (code, out, _) = run(&["check", "--sample"]);
    assert_eq!(code, 0);
    assert!(out.ends_with(", all files read, 0 files skipped\n"), "{out}");
}

#[test]
fn a_path_that_is_not_there_ends_with_2_and_one_line() {
    for command in ["articles", "check"] {
        let (code, out, err) = run(&[command, "no/such/folder"]);
        assert_eq!((code, out.as_str()), (2, ""));
        assert_eq!(err, "dateline: no such file or folder, check the spelling: \"no/such/folder\"\n");
    }
}

#[test]
fn a_file_that_cannot_be_opened_again_ends_with_2_and_one_line() {
    let folder = folder_with(&[
        ("a.ron", b"(version: 1)"),
        ("b.ron", b"\xff\xfe\0"),
        ("c.json", b"{\"format\": \"dateline-timeline\", \"version\": 1}"),
    ]);
    for (file, told) in [("a.ron", "no Dateline file"), ("b.ron", "no Dateline file"), ("c.json", "an export without the articles' texts")]
    {
        let path = folder.path().join(file);
        let (code, out, err) = run(&["check", path_of(&path)]);
        assert_eq!((code, out.as_str(), err.lines().count()), (2, "", 1), "{err}");
        assert!(err.starts_with(&format!("dateline: {told}")) && err.contains(file), "{err}");
    }
}

#[test]
fn an_exported_file_opens_again_to_the_same_timeline() {
    let folder = folder_with(&[]);
    let file = folder.path().join("story.ron");
    assert_eq!(run(&["export", "--sample", "-o", path_of(&file)]), (0, String::new(), String::new()));
    let (_, from_sample, _) = run(&["export", "--sample"]);
    assert!(from_sample.starts_with('{') && from_sample.contains("\"dateline-timeline\""), "JSON where nothing else is asked for");
    assert_eq!(run(&["export", path_of(&file), "-o", "-"]), (0, from_sample.clone(), String::new()));
    assert_eq!(run(&["export", path_of(&file), "--format", "json"]).1, from_sample);
}

#[test]
fn an_export_that_cannot_be_written_ends_with_1_and_a_wrong_format_with_2() {
    let folder = folder_with(&[]);
    let (code, out, err) = run(&["export", "--sample", "-o", path_of(&folder.path().join("no/such/folder.json"))]);
    assert_eq!((code, out.as_str(), err.lines().count()), (1, "", 1), "{err}");
    let (code, out, err) = run(&["export", "no/such/folder", "--format", "docx"]);
    assert_eq!((code, out.as_str(), err.lines().count()), (2, "", 1), "{err}");
    assert!(err.contains("unknown format") && err.contains("json"), "{err}");
}

#[test]
fn wrong_usage_ends_with_2() {
    for arguments in [&["articles"][..], &["articles", "a", "--sample"], &["check", "--nonsense"]] {
        let (code, out, err) = run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(err.contains("Usage: dateline"), "{err}");
    }
}

#[test]
fn a_bad_line_on_standard_input_hides_no_other() {
    let (code, out, _) = with_input(&["check", "-"], "{\"text\":\"One.\",\"reported\":\"2022-04-19\"}\noops\n");
    assert_eq!(code, 1);
    assert!(out.starts_with("-: line 2 is no JSON; "), "{out}");
    assert!(out.ends_with("1 article, 1 problem, 0 files skipped\n"), "{out}");
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    let line = format!("{{\"text\":\"{}\",\"reported\":\"2022-04-19\"}}\n", "The song is out. ".repeat(200));
    let folder = folder_with(&[("a.jsonl", line.repeat(200).as_bytes())]);
    let mut child = dateline(&["articles", path_of(folder.path())]).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    let (code, _, err) = seen(&child.wait_with_output().unwrap());
    assert_eq!((code, err.as_str()), (0, ""));
}

#[test]
fn without_a_display_it_says_which_commands_need_none() {
    let (code, out, err) = run(&["--sample"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert_eq!(err.lines().count(), 1, "{err}");
    assert!(err.contains("articles") && err.contains("check"), "{err}");
}
