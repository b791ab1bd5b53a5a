//! A folder of many formats, read as a person would open it.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use dateline::pipeline::{self, OpenError, OpenWhat, Options, Progress};
use dateline::readers::READERS;
use dateline::timeline::Timeline;

/// Writes files below a folder, making what lies between.
pub(crate) fn write_files(folder: &Path, files: &[(&str, &[u8])]) {
    for (file, bytes) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
}

/// Opens a folder or file and nothing more.
pub(crate) fn open(path: &Path) -> Result<Timeline, OpenError> {
    pipeline::open(&OpenWhat::Path(path.to_owned()), Options::default(), &|_| {}, &AtomicBool::new(false))
}

/// One line an article: file, day, where the day is from, first words.
pub(crate) fn shown(timeline: &Timeline) -> Vec<String> {
    let line = |article: &dateline::article::Article| {
        let reported = article.reported.map_or_else(|| "no date".to_owned(), |it| format!("{} {}", it.day, it.source_text()));
        format!("{} | {reported} | {}", article.file, article.text.lines().next().unwrap_or_default())
    };
    timeline.articles.iter().map(|article| line(article)).collect()
}

#[test]
fn a_folder_of_articles_is_read_in_order() {
    let folder = tempfile::tempdir().unwrap();
    write_files(
        folder.path(),
        &[
            ("b.txt", b" date 2022-04-21 Second story."),
            ("a.txt", b"\xef\xbb\xbfdate 2022-04-19\r\nFirst story.\r\n"),
            ("2022-04-20/1622.txt", b"Story of the day between."),
            ("deep/er/2022-04-22_story.txt", b"Last story."),
            ("gold.json", b"{\"text\": \"no article\"}"),
            ("picture.png", b"\x89PNG\0\0"),
            (".hidden.txt", b"date 2022-04-19 Not meant to be seen."),
            (".git/config.txt", b"date 2022-04-19 Not meant to be seen."),
            ("dateline.ron", b"(version: 1)"),
            ("export.json", b"{\"format\": \"dateline-timeline\", \"version\": 1, \"articles\": [{\"text\": \"x\"}]}"),
        ],
    );
    let timeline = open(folder.path()).unwrap();
    assert_eq!(timeline.problems, []);
    assert_eq!(timeline.n_skipped, 5, "gold, picture, hidden file, snapshot, own export");
    let mut articles = shown(&timeline);
    articles.sort();
    assert_eq!(
        articles,
        [
            "2022-04-20/1622.txt | 2022-04-20 folder name | Story of the day between.",
            "a.txt | 2022-04-19 date line | First story.",
            "b.txt | 2022-04-21 date line | Second story.",
            "deep/er/2022-04-22_story.txt | 2022-04-22 file name | Last story.",
        ]
    );
}

#[test]
fn one_article_is_a_timeline_too() {
    let folder = tempfile::tempdir().unwrap();
    write_files(folder.path(), &[("2022-04-19/notes", b"The song is out.")]);
    let timeline = open(&folder.path().join("2022-04-19/notes")).unwrap();
    assert_eq!(shown(&timeline), ["notes | 2022-04-19 folder name | The song is out."]);
}

#[test]
fn the_same_folder_gives_the_same_timeline_on_any_number_of_threads() {
    let folder = tempfile::tempdir().unwrap();
    let files: Vec<_> = (0..150)
        .map(|n| (format!("{n:03}.txt"), format!("date 2022-04-{:02} Story {n} opens on May {}.", n % 28 + 1, n % 30 + 1)))
        .collect();
    for (file, text) in &files {
        fs::write(folder.path().join(file), text).unwrap();
    }
    let with_threads = |n: usize| rayon::ThreadPoolBuilder::new().num_threads(n).build().unwrap().install(|| open(folder.path()).unwrap());
    assert_eq!(with_threads(1), with_threads(7));
}

#[test]
fn what_is_known_so_far_is_told_at_64_and_128_articles() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..200 {
        fs::write(folder.path().join(format!("{n:03}.txt")), "date 2022-04-19 The song is out.").unwrap();
    }
    let told = std::sync::Mutex::new(Vec::new());
    let most = AtomicUsize::new(0);
    let progress = |progress: Progress| match progress {
        Progress::Partial(timeline) => told.lock().unwrap().push(timeline.articles.len()),
        Progress::Files { n_read, n_found } => {
            assert_eq!(n_found, 200);
            most.fetch_max(n_read, Ordering::Relaxed);
        }
    };
    let timeline =
        pipeline::open(&OpenWhat::Path(folder.path().to_owned()), Options::default(), &progress, &AtomicBool::new(false)).unwrap();
    assert_eq!(told.into_inner().unwrap(), [64, 128]);
    assert_eq!(most.into_inner(), 200);
    assert_eq!(timeline.articles.len(), 200);
}

#[test]
fn reading_stops_when_it_is_cancelled() {
    let folder = tempfile::tempdir().unwrap();
    for n in 0..100 {
        fs::write(folder.path().join(format!("{n:03}.txt")), "date 2022-04-19 The song is out.").unwrap();
    }
    let cancel = AtomicBool::new(false);
    let n_told = AtomicUsize::new(0);
    let progress = |progress: Progress| {
        if matches!(progress, Progress::Files { n_read: 5.., .. }) {
            cancel.store(true, Ordering::Relaxed);
            n_told.fetch_add(1, Ordering::Relaxed);
        }
    };
    let opened = pipeline::open(&OpenWhat::Path(folder.path().to_owned()), Options::default(), &progress, &cancel);
    assert!(matches!(opened, Err(OpenError::Cancelled)));
    assert!(n_told.into_inner() < 60, "most files were left unread");
}

#[test]
fn chosen_files_are_read_together() {
    let folder = tempfile::tempdir().unwrap();
    write_files(
        folder.path(),
        &[("a.txt", b"date 2022-04-19 One."), ("b.txt", b"date 2022-04-20 Two."), ("c.txt", b"date 2022-04-21 Three.")],
    );
    let chosen = OpenWhat::Files(vec![folder.path().join("c.txt"), folder.path().join("a.txt")]);
    let timeline = pipeline::open(&chosen, Options::default(), &|_| {}, &AtomicBool::new(false)).unwrap();
    let files: Vec<_> = timeline.articles.iter().map(|article| article.file.as_str()).collect();
    assert_eq!(files, ["a.txt", "c.txt"]);
}

#[test]
fn every_format_is_known_by_its_name_and_its_beginning() {
    let folder = tempfile::tempdir().unwrap();
    let text = "The song is out, the agency said on Tuesday, and the film will follow it in May.";
    let files = [
        ("seed.txt", format!("date 2022-04-19 {text}")),
        ("2022-04-19 plain.text", text.to_owned()),
        ("note.md", format!("---\npublished: 2022-04-19\n---\n{text}")),
        ("one.json", format!("{{\"text\": \"{text}\", \"date\": \"2022-04-19\"}}")),
        ("page.html", format!("<html><head><meta name=date content=2022-04-19></head><body><p>{text}</p></body></html>")),
        ("feed.xml", format!("<rss><item><pubDate>19 Apr 2022</pubDate><description>{text}</description></item></rss>")),
        ("letter.eml", format!("Date: Tue, 19 Apr 2022 08:00:00 +0900\nSubject: x\n\n{text}")),
        ("readme.md", "# How to use this folder".to_owned()),
        ("package.json", "{\"name\": \"x\", \"version\": 1}".to_owned()),
        ("map.xml", "<svg></svg>".to_owned()),
    ];
    for (file, bytes) in &files {
        write_files(folder.path(), &[(file, bytes.as_bytes())]);
    }
    let timeline = open(folder.path()).unwrap();
    assert_eq!(timeline.problems, []);
    assert_eq!(timeline.n_skipped, 3);
    assert_eq!(timeline.articles.len(), READERS.len(), "one article a format: {:?}", shown(&timeline));
    for article in &timeline.articles {
        assert_eq!(article.text, text, "{}", article.file);
        assert_eq!(article.report_day().map(|day| day.to_string()).as_deref(), Some("2022-04-19"), "{}", article.file);
    }
}

#[test]
fn every_format_has_a_name_of_its_own_and_an_ending() {
    let mut names: Vec<_> = READERS.iter().map(|format| format.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), READERS.len());
    assert!(READERS.iter().all(|format| !format.endings.is_empty() && !format.title.is_empty()));
}
