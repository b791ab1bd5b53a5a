//! `dateline check`: what could not be read, and why.

use std::io::{self, Write};

use crate::timeline::Timeline;

/// One line a problem, then the count; exit code 1 where anything is listed.
pub(super) fn run(timeline: &Timeline, out: &mut impl Write) -> io::Result<u8> {
    for problem in &timeline.problems {
        writeln!(out, "{}: {}; {}", problem.file, problem.problem, problem.hint)?;
    }
    let read = counted(timeline.articles.len(), "article");
    let problems = match timeline.problems.len() {
        0 => "all files read".to_owned(),
        n => counted(n, "problem"),
    };
    let skipped = counted(timeline.n_skipped as usize, "file");
    writeln!(out, "{read}, {problems}, {skipped} skipped")?;
    Ok(u8::from(!timeline.problems.is_empty()))
}

fn counted(n: usize, thing: &str) -> String {
    let s = if n == 1 { "" } else { "s" };
    format!("{n} {thing}{s}")
}
