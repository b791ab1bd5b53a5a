//! A timeline written to files, and read back as it was.

use dateline::civil::Unit;
use dateline::events::{Facet, Note, NoteKind, Says, Status};
use dateline::snapshot::ron::ReadError;
use dateline::snapshot::{FORMATS, Format, MARK, disk, ron, write_changed_json};
use dateline::timeline::{Name, Timeline};
use serde_json::Value;

use crate::story::{Story, moved, postponed, says, was, words};

fn written(name: &str, timeline: &Timeline) -> String {
    let mut bytes = Vec::new();
    (Format::named(name).unwrap().write)(timeline, "A lantern <story>", &mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

/// A timeline with something of everything.
fn rich() -> Timeline {
    let duet = words(Facet::Shape, "duet, \"live\"").news(Says::FormatChanged).old_words("solo").inferred();
    let story = Story::new()
        .article(
            "2022-04-19",
            vec![says("2022-04-25 00:00 Asia/Seoul"), duet, says("every SA,SU 21:10").part("episode 5"), says("2019").background()],
        )
        .article(
            "2022-04-21",
            vec![was("2022-04-25"), moved("", "2022-04-24").by(-1, Unit::Day).citing(&["Quay Weekly"]), says("2022-04-19").report_of(1)],
        )
        .article(
            "2022-04-22 10:30",
            vec![
                says("2022-04-25"),
                says("2022-06/..").about("Paper Moons"),
                says("summer 2022").about("Night Ferry").status(Status::Rumoured),
            ],
        )
        .article("", vec![postponed("2022-04-24"), says("../2022-10-12").about("=Tide()")]);
    let mut timeline = story.timeline();
    timeline.names.push(Name { name: "Ha Quay".into(), spellings: vec![("Ha Quay".into(), vec![0, 1]), ("Ha-quay".into(), vec![2])] });
    timeline.events[0].notes.push(Note { kind: NoteKind::Contradiction, text: "two\nlines".into() });
    timeline.n_skipped = 2;
    timeline
}

#[test]
fn a_dateline_file_opens_as_it_was() {
    for timeline in [Timeline::default(), rich()] {
        assert_eq!(ron::read(&written("ron", &timeline)).unwrap(), timeline);
    }
}

#[test]
fn every_format_carries_the_mark_near_its_beginning() {
    for format in FORMATS {
        let text = written(format.name, &rich());
        assert!(text.chars().take(600).collect::<String>().contains(MARK), "{}", format.name);
        assert_eq!(text, written(format.name, &rich()), "{}: the same bytes twice", format.name);
    }
}

#[test]
fn a_file_cut_short_anywhere_is_refused_in_one_line() {
    let whole = written("ron", &rich());
    for (at, _) in whole.char_indices().step_by(7) {
        // only what follows the last bracket may be missing
        if whole[at..].trim().is_empty() {
            continue;
        }
        let error = ron::read(&whole[..at]).expect_err("a part was taken for the whole").to_string();
        assert!(!error.contains('\n') && error.len() < 300, "{error}");
    }
}

#[test]
fn a_newer_file_asks_for_a_newer_program() {
    let newer = written("ron", &rich()).replacen("version: 1", "version: 4000000000", 1);
    assert_eq!(ron::read(&newer), Err(ReadError::Newer { version: 4_000_000_000 }));
    let huge = written("ron", &rich()).replacen("version: 1", "version: 99999999999999999999", 1);
    assert!(matches!(ron::read(&huge), Err(ReadError::Newer { .. })));
}

#[test]
fn a_made_up_file_is_refused() {
    let whole = written("ron", &rich());
    for (from, to) in [
        ("article: 0", "article: 77"),
        ("quote: (", "quote: (9999999, "),
        ("expression: Some((", "expression: Some((4000000000, "),
        ("kind: \"release\"", "kind: \"\u{1b}[31mrelease\""),
        ("first: Some(\"2022-04-25", "first: Some(\"2022-02-31"),
        ("first: Some(\"2022-04-25", "first: Some(\"-50000-04-25"),
        ("21:10", "25:10"),
        ("Asia/Seoul", "Asia/Atlantis"),
        ("announcement: Some(0)", "announcement: Some(4000000000)"),
        ("dateline-timeline\"", "dateline\""),
        ("FREQ=WEEKLY", "FREQ=SOMETIMES"),
        ("after: [", "after: [900, "),
    ] {
        let made_up = whole.replacen(from, to, 1);
        assert_ne!(made_up, whole, "{from} is not in the file");
        assert!(ron::read(&made_up).is_err(), "{from} → {to}");
    }
}

#[test]
fn hostile_files_end_in_an_error() {
    let head = format!("// {MARK}\n(format: \"{MARK}\", version: 1, articles: ");
    let deep = format!("{head}{}", "[".repeat(200_000));
    let braces = format!("{head}[{}", "(file: ".repeat(100_000));
    let unknown = format!("{head}[], more: {}", "{".repeat(100_000));
    for text in ["", "hello", "\u{feff}", &deep, &braces, &unknown, &format!("{head}[],)"), &"(".repeat(1_000_000)] {
        assert!(ron::read(text).is_err());
    }
}

fn json(timeline: &Timeline) -> Value {
    serde_json::from_str(&written("json", timeline)).unwrap()
}

/// The keys of an object, in the order they are written.
fn keys(text: &str, after: &str) -> Vec<String> {
    let from = text.find(after).unwrap_or_else(|| panic!("{after} is missing"));
    let object = &text[from..];
    let indent = object.lines().nth(1).unwrap().len() - object.lines().nth(1).unwrap().trim_start().len();
    let own = |line: &&str| line.len() - line.trim_start().len() == indent && line.trim_start().starts_with('"');
    let inside = object.lines().skip(1).take_while(|line| line.trim().is_empty() || line.len() - line.trim_start().len() >= indent);
    inside.filter(own).map(|line| line.trim().split('"').nth(1).unwrap().to_owned()).collect()
}

#[test]
fn the_json_keys_stand_in_the_agreed_order() {
    let text = written("json", &rich());
    let check = |after: &str, expected: &str| assert_eq!(keys(&text, after).join(" "), expected);
    check("{\n  \"format\"", "format version articles events announcements names problems skipped");
    check("{\n      \"id\": \"a1\"", "id file title outlet url reported reported_from");
    check(
        "{\n      \"id\": \"e1\"",
        "id article announcement about subject kind facet part territory status claimed value_text sources voice quote notes",
    );
    check("\"claimed\": {", "edtf first last precision shade rule time zone expression start end derivation");
    check("\"quote\": {", "text start end");
    check("{\n      \"id\": \"n1\"", "id key subject kind facet part territory state current events changes");
    check("{\n          \"kind\": \"moved_earlier\"", "kind basis reported days from to from_text to_text from_inferred before after");
}

#[test]
fn the_json_timeline_says_what_the_model_knows() {
    let object = json(&rich());
    let event = &object["events"][0];
    assert_eq!(event["claimed"]["edtf"], "2022-04-25T00:00:00+09:00");
    assert_eq!(event["claimed"]["zone"], "Asia/Seoul");
    assert_eq!(event["claimed"]["time"], "00:00");
    assert_eq!(event["claimed"]["expression"], "2022-04-25T00:00:00+09:00");
    assert_eq!(event["notes"][0]["kind"], "contradiction");
    let repeating = &object["events"][2];
    assert_eq!(repeating["part"], "episode 5");
    assert_eq!(repeating["claimed"]["rule"], "FREQ=WEEKLY;BYDAY=SA,SU");
    assert_eq!(repeating["claimed"]["precision"], "recurring");
    assert!(repeating["claimed"]["first"].is_null() && repeating["claimed"]["edtf"].is_null());
    let report = object["events"].as_array().unwrap().iter().find(|event| event["kind"] == "report").unwrap();
    assert!(report["announcement"].is_null());
    assert_eq!(report["about"], "n1");
    let change = &object["announcements"][0]["changes"][0];
    assert_eq!(change["kind"], "moved_earlier");
    assert_eq!(change["days"], -1);
    assert_eq!(change["from"]["time"], "00:00");
    assert_eq!(change["to"]["edtf"], "2022-04-24");
    assert_eq!(change["reported"], "2022-04-21");
    assert_eq!(change["before"], serde_json::json!(["e1", "e5"]));
    assert_eq!(change["after"], serde_json::json!(["e6"]));
    assert_eq!(object["names"][0]["spellings"][1]["articles"][0], "a3");
    assert_eq!(object["skipped"], 2);
}

#[test]
fn quotes_and_date_words_are_bytes_of_their_article() {
    let timeline = rich();
    let object = json(&timeline);
    for event in object["events"].as_array().unwrap() {
        let idx: usize = event["article"].as_str().unwrap()[1..].parse::<usize>().unwrap() - 1;
        let text = &timeline.articles[idx].text;
        for part in [&event["quote"], &event["claimed"]] {
            let (Some(start), Some(end)) = (part["start"].as_u64(), part["end"].as_u64()) else { continue };
            let words = part.get("text").unwrap_or(&part["expression"]);
            assert_eq!(&text[usize::try_from(start).unwrap()..usize::try_from(end).unwrap()], words.as_str().unwrap());
        }
    }
}

#[test]
fn changed_only_keeps_numbers_and_drops_the_rest() {
    let mut bytes = Vec::new();
    write_changed_json(&rich(), &mut bytes).unwrap();
    let object: Value = serde_json::from_slice(&bytes).unwrap();
    let ids = |list: &str| -> Vec<String> {
        object[list].as_array().unwrap().iter().map(|item| item["id"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(ids("announcements"), ["n1", "n2"], "the release that moved and the song that became a duet");
    assert_eq!(ids("events"), ["e1", "e2", "e5", "e6", "e7", "e8", "e11"]);
    assert_eq!(ids("articles"), ["a1", "a2", "a3", "a4"]);
}

#[test]
fn a_file_is_written_whole_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("story.json");
    disk::save(&path, |out| out.write_all(b"old")).unwrap();
    let failed = disk::save(&path, |out| {
        out.write_all(b"half of the n")?;
        Err(std::io::Error::other("the writer gave up"))
    });
    assert!(failed.unwrap_err().to_string().starts_with("cannot be written (the writer gave up)"));
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "old");
    assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1, "no temporary file is left");
    disk::save(&path, |out| out.write_all(b"new")).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "new");
    assert!(disk::save(folder.path(), |_| Ok(())).unwrap_err().to_string().starts_with("a folder of that name"));
    let nowhere = folder.path().join("no such folder").join("story.json");
    assert!(disk::save(&nowhere, |_| Ok(())).unwrap_err().to_string().starts_with("cannot be written"));
}

#[cfg(unix)]
#[test]
fn a_link_stays_a_link() {
    let folder = tempfile::tempdir().unwrap();
    let (real, link) = (folder.path().join("real.json"), folder.path().join("link.json"));
    std::fs::write(&real, "old").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    disk::save(&link, |out| out.write_all(b"new")).unwrap();
    assert!(std::fs::symlink_metadata(&link).unwrap().is_symlink());
    assert_eq!(std::fs::read_to_string(&real).unwrap(), "new");
}

#[test]
fn a_format_is_known_by_its_name_and_its_ending() {
    for format in FORMATS {
        assert_eq!(Format::named(format.name).unwrap().name, format.name);
        let path = std::path::PathBuf::from(format!("Story.{}", format.ending.to_uppercase()));
        assert_eq!(Format::of_path(&path).unwrap().name, format.name);
    }
    assert!(Format::named("docx").is_none());
    assert!(Format::of_path(std::path::Path::new("story")).is_none());
}

/// The lines of a calendar, unfolded.
fn calendar(timeline: &Timeline) -> Vec<String> {
    written("ics", timeline).replace("\r\n ", "").lines().map(str::to_owned).collect()
}

/// What stands before the first entry, and the entries.
fn head_and_entries(lines: &[String]) -> (&[String], &[String]) {
    lines.split_at(lines.iter().position(|line| line == "BEGIN:VEVENT").unwrap_or(lines.len()))
}

fn property(lines: &[String], name: &str) -> Vec<String> {
    lines.iter().filter(|line| line.starts_with(name)).cloned().collect()
}

#[test]
fn a_calendar_follows_a_move() {
    let before = Story::new().article("2022-04-19", vec![says("2022-04-25 00:00 Asia/Seoul")]);
    let after = before.clone().article("2022-04-21", vec![moved("2022-04-25", "2022-04-24")]);
    let off = after.clone().article("2022-04-22", vec![postponed("2022-04-24")]);
    let [before, after, off] = [before, after, off].map(|story| calendar(&story.timeline()));
    assert_eq!(property(&before, "UID:"), property(&after, "UID:"));
    assert_eq!(property(&before, "UID:"), property(&off, "UID:"));
    assert_eq!(property(&before, "DTSTART"), ["DTSTART:20220424T150000Z"]);
    assert_eq!(property(&after, "DTSTART"), ["DTSTART;VALUE=DATE:20220424"]);
    assert_eq!(property(&after, "DTEND"), ["DTEND;VALUE=DATE:20220425"]);
    assert_eq!([&before, &after, &off].map(|lines| property(lines, "SEQUENCE")[0].clone()), ["SEQUENCE:0", "SEQUENCE:1", "SEQUENCE:2"]);
    assert_eq!(property(&off, "STATUS"), ["STATUS:CANCELLED"]);
    assert_eq!(property(&off, "DTSTART"), ["DTSTART;VALUE=DATE:20220424"]);
}

#[test]
fn a_calendar_invents_no_day() {
    let story = Story::new().article(
        "2022-04-19",
        vec![
            says("2022-06"),
            says("2022-10-09/2022-10-11").about("Paper Moons"),
            says("every SA,SU 21:10 Asia/Seoul").about("Night Ferry"),
            says("2019-02-03").about("Old Song").background(),
        ],
    );
    let lines = calendar(&story.timeline());
    assert_eq!(
        property(&lines, "X-WR-CALDESC"),
        ["X-WR-CALDESC:2 announcements are left out: they have no exact day or were told in passing"]
    );
    let (head, entries) = head_and_entries(&lines);
    assert_eq!(property(entries, "DTSTART"), ["DTSTART;VALUE=DATE:20221009", "DTSTART;TZID=Asia/Seoul:20220423T211000"]);
    assert_eq!(property(head, "TZID"), ["TZID:Asia/Seoul"], "told once, before the entries that name it");
    assert_eq!(property(&lines, "RRULE"), ["RRULE:FREQ=WEEKLY;BYDAY=SA,SU"]);
    assert_eq!(property(&lines, "DTEND"), ["DTEND;VALUE=DATE:20221012"]);
}

#[test]
fn a_clock_time_carries_its_zone_and_floats_without_one() {
    let check = |value: &str, expected: &[&str]| {
        let lines = calendar(&Story::new().article("2024-03-01", vec![says(value)]).timeline());
        assert_eq!(property(head_and_entries(&lines).1, "DTSTART"), expected, "{value}");
    };
    check("2024-07-01 20:00 America/New_York", &["DTSTART:20240702T000000Z"]);
    check("2024-12-01 20:00 America/New_York", &["DTSTART:20241202T010000Z"]);
    check("2024-07-01 20:00", &["DTSTART:20240701T200000"]);
    // there was no such time: the clocks went from two to three
    check("2024-03-10 02:30 America/New_York", &["DTSTART;VALUE=DATE:20240310"]);
    check("every FR 20:00", &["DTSTART:20240301T200000"]);
    check("every FR 20:00 America/New_York", &["DTSTART;TZID=America/New_York:20240301T200000"]);
}

#[test]
fn a_repetition_ends_with_the_last_episode_that_is_known() {
    let check = |rule: &str, part: &str, expected: &str| {
        let story = Story::new().article("2024-03-01", vec![says(rule), says("2024-04-26").part(part)]);
        assert_eq!(property(&calendar(&story.timeline()), "RRULE"), [expected], "{rule}, {part}");
    };
    check("every FR 21:00 Asia/Seoul", "finale", "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20240426T120000Z");
    check("every FR 21:00", "final episode", "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20240426T210000");
    check("every FR", "finale", "RRULE:FREQ=WEEKLY;BYDAY=FR;UNTIL=20240426");
    check("every FR", "episode 5", "RRULE:FREQ=WEEKLY;BYDAY=FR");
}

/// Two articles of a day that disagree.
fn disputed() -> Timeline {
    let story = Story::new().article("2024-04-18", vec![says("2024-05-17")]);
    story.article("2024-04-18", vec![says("2024-05-24"), says("2024-06-01").about("Paper Moons")]).timeline()
}

#[test]
fn a_calendar_names_both_days_that_articles_disagree_about() {
    let told = property(&calendar(&disputed()), "DESCRIPTION");
    assert!(told[0].contains("sources disagree\\, one says 2024-05-17\\, another says 2024-05-24"), "{told:?}");
}

#[test]
fn both_days_of_a_dispute_are_in_the_calendar_and_neither_as_settled() {
    let lines = calendar(&disputed());
    let (_, entries) = head_and_entries(&lines);
    let starts = property(entries, "DTSTART");
    assert!(["17", "24"].iter().all(|day| starts.contains(&format!("DTSTART;VALUE=DATE:202405{day}"))), "{starts:?}");
    let ends = property(entries, "DTEND");
    assert!(["18", "25"].iter().all(|day| ends.contains(&format!("DTEND;VALUE=DATE:202405{day}"))), "{ends:?}");
    assert!(property(entries, "STATUS").iter().all(|status| status == "STATUS:TENTATIVE"), "{entries:?}");
    let titles = property(entries, "SUMMARY");
    assert_eq!(titles.iter().filter(|title| title.ends_with("date disputed\\, articles say two days")).count(), 2, "{titles:?}");
    let mut names = property(entries, "UID:");
    let n_entries = names.len();
    names.sort();
    names.dedup();
    assert_eq!((names.len(), n_entries), (3, 3), "each entry has an id of its own");
    assert!(property(&lines, "X-WR-CALDESC").is_empty(), "nothing is left out");
}

#[test]
fn a_calendar_loses_the_other_day_once_articles_agree() {
    let story = Story::new().article("2024-04-18", vec![says("2024-05-17")]).article("2024-04-18", vec![says("2024-05-24")]);
    let agreed = story.article("2024-04-22", vec![moved("2024-05-24", "2024-05-31")]).timeline();
    let lines = calendar(&agreed);
    let starts = property(head_and_entries(&lines).1, "DTSTART");
    let expected = ["STATUS:TENTATIVE", "STATUS:CANCELLED"];
    assert_eq!(property(&lines, "STATUS"), expected, "{starts:?}");
    assert_eq!(starts[0], "DTSTART;VALUE=DATE:20240531");
}

#[test]
fn what_lasts_for_days_ends_on_the_day_after_the_last() {
    let check = |value: &str, ends: [&str; 2]| {
        let lines = calendar(&Story::new().article("2024-03-01", vec![says(value)]).timeline());
        let entry = head_and_entries(&lines).1;
        assert_eq!([&property(entry, "DTSTART")[0], &property(entry, "DTEND")[0]].map(|line| line.split(':').next_back().unwrap()), ends);
    };
    check("2024-10-09/2024-10-11", ["20241009", "20241012"]);
    check("2024-02-28/2024-03-01", ["20240228", "20240302"]);
    check("2024-12-31", ["20241231", "20250101"]);
}

#[test]
fn a_page_has_the_name_of_its_story_and_counts_as_the_window_does() {
    let page = written("html", &disputed());
    for words in [
        "<title>Timeline of A lantern &lt;story&gt;</title>",
        "<h1>Timeline of A lantern &lt;story&gt;</h1>",
        "<p>None of 2 announcements changed, 1 disputed, in 2 articles</p>",
        "<h2>Changed or disputed</h2>",
    ] {
        assert!(page.contains(words), "{words} is not in the page");
    }
    let pasted = written("md", &rich());
    assert!(pasted.contains("# Timeline of A lantern \\<story\\>\n"), "{pasted}");
    let mut unnamed = Vec::new();
    (Format::named("html").unwrap().write)(&disputed(), "", &mut unnamed).unwrap();
    assert!(String::from_utf8(unnamed).unwrap().contains("<title>Timeline of 2 articles</title>"));
}

#[test]
fn a_table_has_a_row_a_statement() {
    let timeline = rich();
    let text = written("csv", &timeline);
    assert!(text.starts_with("\u{feff}dateline-timeline,subject,kind,"));
    assert!(text.contains("\"'=Tide()\""), "a name that looks like a formula is no formula");
    let moved = text.lines().find(|line| line.contains("moved_earlier")).unwrap();
    assert!(moved.contains(",2022-04-21,2022-04-24,2022-04-24,2022-04-24,day,"), "{moved}");
    assert!(moved.contains("moved_earlier,stated,-1,Quay Weekly,outlet,"), "{moved}");
    assert_eq!(text.matches("\r\n").count(), timeline.events.len() + 1);
}
