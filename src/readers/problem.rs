//! What can be wrong with a file, and what to do about it, in words.

use std::io;

use crate::article::Problem;

fn problem(file: &str, problem: impl Into<String>, hint: &str) -> Problem {
    Problem { file: file.to_owned(), problem: problem.into(), hint: hint.to_owned() }
}

/// The date line names a day that is in no calendar.
pub fn impossible_date(file: &str, date: &str) -> Problem {
    problem(file, format!("impossible date {date}"), "correct it, for example: date 2022-04-19")
}

/// Nothing says when the article was published.
pub fn no_report_date(file: &str) -> Problem {
    problem(file, "no report date", "begin the file with a line such as: date 2022-04-19")
}

/// Nothing in a file of fields says when its articles were published.
pub fn no_date_key(file: &str) -> Problem {
    problem(file, "no report date", "give each article a key such as \"date\": \"2022-04-19\"")
}

/// The keys above a text do not say when it was published.
pub fn no_front_matter_date(file: &str) -> Problem {
    problem(file, "no report date", "add a key such as published: 2022-04-19")
}

/// Nothing on a page says when it was published.
pub fn no_page_date(file: &str) -> Problem {
    problem(file, "no report date", "put the day into the file's name, for example: 2022-04-19 story.html")
}

/// A page, a mail or a feed without an article.
pub fn no_article(file: &str) -> Problem {
    problem(file, "no article found in it", "copy the article's text into a text file that begins: date 2022-04-19")
}

/// Entries of a feed do not say when they were published.
pub fn no_entry_date(file: &str) -> Problem {
    problem(file, "some entries have no report date", "save those entries as articles of their own")
}

/// No text at all.
pub fn empty(file: &str) -> Problem {
    problem(file, "the file is empty", "delete it, or paste the article into it")
}

/// Bytes that are no text.
pub fn binary(file: &str) -> Problem {
    problem(file, "this is no text", "save the article as plain text")
}

/// A text longer than any article.
pub fn too_long(file: &str, max_bytes: usize) -> Problem {
    let words = format!("longer than an article, only the first {} kB were read for dates", max_bytes.div_ceil(1000));
    problem(file, words, "split it into one file an article")
}

/// Some bytes could not be read.
pub fn bad_bytes(file: &str) -> Problem {
    problem(file, "some letters could not be read", "save the file again as UTF-8")
}

/// Larger than what is read.
pub fn too_large(file: &str, n_bytes: u64, max_bytes: u64) -> Problem {
    let shown = |n: u64| format!("{} MB", n.div_ceil(1_000_000));
    let words = format!("larger than {} ({})", shown(max_bytes), shown(n_bytes));
    problem(file, words, "split it into one file an article")
}

/// A link to a folder.
pub fn folder_link(file: &str) -> Problem {
    problem(file, "a link to a folder is not followed", "open that folder itself")
}

/// A link that leads nowhere, or round in a circle.
pub fn broken_link(file: &str) -> Problem {
    problem(file, "the link leads nowhere", "delete the link, or copy the file here")
}

/// A folder with more files than are read.
pub fn too_many_files(file: &str, max_files: usize) -> Problem {
    problem(file, format!("more than {max_files} files, the rest is left out"), "open a folder further down")
}

/// Part of a file is not of the form that its name promises.
pub fn malformed(file: &str, what: &str) -> Problem {
    problem(file, what, "save the article again, or as plain text")
}

/// Reading it ended in a fault of ours.
pub fn our_fault(file: &str) -> Problem {
    problem(file, "this program failed while reading it", "please report it with the file; as plain text it may work")
}

/// What the operating system said.
pub fn io(file: &str, error: &io::Error) -> Problem {
    match error.kind() {
        io::ErrorKind::PermissionDenied => problem(file, "no permission to read it", "change its permissions, or copy it"),
        io::ErrorKind::NotFound => problem(file, "it vanished while the folder was read", "open the folder again"),
        _ => problem(file, format!("cannot be read: {}", first_words(error)), "open the folder again, or copy the file"),
    }
}

/// The system's words without its error number.
fn first_words(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or_default().to_lowercase()
}
