//! Bytes into letters: UTF-8 or UTF-16 where the file says so, UTF-8 where it fits, else Western European.

use encoding_rs::{Encoding, UTF_8, WINDOWS_1252};

/// A text and whether every letter of it could be read.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// The text, line breaks as `\n`, without control characters.
    pub text: String,
    /// Whether some bytes stand for no letter.
    pub has_bad_bytes: bool,
}

/// Decodes a file: byte order mark, strict UTF-8, the label the file itself gives, mostly UTF-8, windows-1252.
///
/// The order is that of the Encoding Standard with one difference: valid UTF-8 wins over a label,
/// because pages saved by browsers keep the label of the encoding they no longer have.
pub fn decoded(bytes: &[u8], label: Option<&str>) -> Decoded {
    if let Some((encoding, mark_bytes)) = Encoding::for_bom(bytes) {
        return decoded_as(encoding, bytes.get(mark_bytes..).unwrap_or_default());
    }
    let labelled = label.and_then(|label| Encoding::for_label(label.trim().as_bytes()));
    match (std::str::from_utf8(bytes), labelled) {
        (Ok(text), _) => Decoded { text: tidied(text), has_bad_bytes: false },
        // Cut in the middle of a letter: the beginning of a longer file.
        (Err(error), _) if error.error_len().is_none() => decoded_as(UTF_8, bytes.get(..error.valid_up_to()).unwrap_or_default()),
        (Err(_), Some(encoding)) if encoding != UTF_8 => decoded_as(encoding, bytes),
        (Err(_), _) if is_mostly_utf8(bytes) => decoded_as(UTF_8, bytes),
        (Err(_), _) => decoded_as(WINDOWS_1252, bytes),
    }
}

/// Whether the bytes are no text: a NUL, or many control characters, without a sign of UTF-16.
pub fn is_binary(bytes: &[u8]) -> bool {
    if Encoding::for_bom(bytes).is_some() {
        return false;
    }
    let head = bytes.get(..4096).unwrap_or(bytes);
    let n_controls = head.iter().filter(|byte| matches!(byte, 1..=8 | 14..=26 | 28..=31)).count();
    head.contains(&0) || n_controls * 20 > head.len()
}

fn decoded_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, has_bad_bytes) = encoding.decode_without_bom_handling(bytes);
    Decoded { text: tidied(&text), has_bad_bytes }
}

/// Four good letters outside ASCII to one bad byte: a damaged UTF-8 file, not another encoding.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let (mut n_good, mut n_bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        n_good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_bad += usize::from(!chunk.invalid().is_empty());
    }
    n_good >= n_bad.saturating_mul(4)
}

/// Line breaks as `\n`; no control characters, no byte order mark inside.
fn tidied(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            '\r' if chars.peek() == Some(&'\n') => {}
            '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => tidy.push('\n'),
            '\n' | '\t' => tidy.push(c),
            '\u{feff}' => {}
            c if c.is_control() => tidy.push(' '),
            c => tidy.push(c),
        }
    }
    tidy
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], label: Option<&str>, expected: &str, has_bad_bytes: bool) {
        assert_eq!(decoded(bytes, label), Decoded { text: expected.to_owned(), has_bad_bytes });
    }

    #[test]
    fn a_byte_order_mark_wins() {
        check(b"\xef\xbb\xbfdate 2022-04-19", None, "date 2022-04-19", false);
        check(b"\xff\xfed\0a\0\xb0\x50", Some("latin1"), "da傰", false);
        check(b"\xfe\xff\0d\0a", None, "da", false);
    }

    #[test]
    fn letters_outside_utf8_are_western_european() {
        check(b"Beyonc\xe9 \x93Renewal\x94", None, "Beyoncé “Renewal”", false);
        check(b"\xc7\xd1", Some("euc-kr"), "한", false);
    }

    #[test]
    fn valid_utf8_wins_over_a_label() {
        check("Zoë".as_bytes(), Some("iso-8859-1"), "Zoë", false);
    }

    #[test]
    fn a_damaged_utf8_file_stays_utf8() {
        let mut bytes = "한국어로 쓴 긴 문장이 여기에 있다".as_bytes().to_vec();
        bytes.extend(b"\xff!");
        check(&bytes, None, "한국어로 쓴 긴 문장이 여기에 있다\u{fffd}!", true);
    }

    #[test]
    fn every_line_break_is_one() {
        check(b"a\r\nb\rc\nd", None, "a\nb\nc\nd", false);
    }

    #[test]
    fn a_letter_cut_in_two_at_the_end_is_left_out() {
        check(b"caf\xc3", None, "caf", false);
    }

    #[test]
    fn a_picture_is_no_text() {
        assert!(is_binary(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"));
        assert!(!is_binary(b"\xff\xfed\0a\0"));
        assert!(!is_binary("한국 \u{1b}[1m".as_bytes()));
    }
}
