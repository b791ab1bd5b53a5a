//! How fast dates are read: throughput, and time against length on inputs that break careless readers.
//!
//! `cargo bench --bench timex` prints the median time of a run and the bytes it reads a second.
//!
//! Side by side with other date readers, one core, user and system CPU seconds of the whole process as the shell's
//! `time` gives them, the middle of three runs: one JSON Lines file of news texts (`{"doc","dct","text"}`, 32 MB of
//! text) is read by `dateline dates --jsonl` (built with `cargo build --release --no-default-features`), by a Rust
//! program that calls whichtime 0.1.0's `WhichTime::parse(text, reference)` a line, and its first 7.8 MB by a script
//! on Node 20 that calls chrono-node 2.10.3's `chrono.parse(text, reference)` a line; the latter two print a count alone.
//! Measured in one run on a very busy machine with 2 cores: dateline 27 MB of text a CPU second, whichtime 27,
//! chrono-node 4.9; with nothing else running an earlier version read 43, whichtime 33 and chrono-node 5.2.

use chrono::NaiveDate;
use dateline::language::read;
use divan::Bencher;
use divan::counter::BytesCount;

fn main() {
    divan::main();
}

/// Prose of the kind that articles are made of.
const NEWS: &str = "\
Mira Kell's second album, “Harbour Lights”, is set to drop on April 25 at 12 am KST, her agency said on Tuesday.\n\
The release was first planned for March 4, but production delays forced the singer to wait seven weeks. \
She will perform at the Tidewater Hall on May 20 and 21, and tickets go on sale at 10 a.m. ET this Friday.\n\
The film, directed by Jon Adair, opened last July and ran through Oct. 12, 2021. A sequel is expected in early 2023, \
although the studio said in the third quarter of last year that no script had been written.\n\
Fans had gathered outside the theatre since dawn, some of them with umbrellas, and nobody wanted to leave the square. \
The band, known for its long encores, walked on stage to loud applause and played every song of the record without a break.\n";

fn reported() -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(2022, 4, 21)
}

/// Time against length: the bytes read a second stay level.
#[divan::bench(args = [4_096, 65_536, 1_048_576])]
fn news(bencher: Bencher<'_, '_>, n_bytes: usize) {
    let text = NEWS.repeat(n_bytes.div_ceil(NEWS.len()));
    bencher.counter(BytesCount::of_str(&text)).bench(|| read(&text, reported()));
}

/// A megabyte of one thing: as fast as prose or faster a byte, or near to it.
#[divan::bench(args = ["7", "last ", "a", "April 25 and ", "\"", "the end of ", "twenty-", "Sat ", "1,", "...", "'' The "])]
fn megabyte_of(bencher: Bencher<'_, '_>, piece: &str) {
    let text = piece.repeat(1_048_576 / piece.len());
    bencher.counter(BytesCount::of_str(&text)).bench(|| read(&text, reported()));
}
