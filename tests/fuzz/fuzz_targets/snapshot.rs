//! Any text as a Dateline file: read or refused, never a panic; what is read is written and read again as it was.
//!
//! `cargo +nightly fuzz run --fuzz-dir tests/fuzz snapshot`
#![no_main]

use dateline::snapshot::{FORMATS, ron};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    let Ok(timeline) = ron::read(text) else { return };
    for format in FORMATS {
        let mut bytes = Vec::new();
        (format.write)(&timeline, "", &mut bytes).expect("memory takes everything");
        let written = String::from_utf8(bytes).expect("every format is UTF-8");
        if let Some(read) = format.read {
            assert_eq!(read(&written).as_ref(), Ok(&timeline));
        }
    }
});
