//! Lines that were broken only to fit a page.

/// A text whose hard-wrapped paragraphs stand on one line each, every byte where it stood.
///
/// A paragraph, between empty lines, is wrapped where a line that ends no sentence is followed by one that goes on in small
/// letters; lines that begin with the mark of a list stay lines.
pub fn unwrapped(text: String) -> String {
    if !text.contains('\n') {
        return text;
    }
    let mut joints = Vec::new();
    let mut first = 0;
    let mut lines: Vec<(usize, &str)> = Vec::new();
    for line in text.split_inclusive('\n') {
        if line.trim().is_empty() {
            joints.extend(joints_of(&lines));
            lines.clear();
        } else {
            lines.push((first, line));
        }
        first += line.len();
    }
    joints.extend(joints_of(&lines));
    if joints.is_empty() {
        return text;
    }
    let mut bytes = text.into_bytes();
    for at in joints {
        if let Some(byte) = bytes.get_mut(at) {
            *byte = b' ';
        }
    }
    String::from_utf8(bytes).unwrap_or_default()
}

/// Where the line breaks of one paragraph stand that only fit it to the page.
fn joints_of(lines: &[(usize, &str)]) -> Vec<usize> {
    let pairs = || lines.windows(2).filter_map(|pair| Some((pair.first()?, pair.get(1)?)));
    let is_wrapped = pairs().any(|((_, line), (_, next))| is_open(line) && next.trim_start().starts_with(char::is_lowercase));
    let is_joint = |next: &str| !begins_item(next);
    pairs().filter(|(_, (_, next))| is_wrapped && is_joint(next)).map(|((first, line), _)| first + line.len() - 1).collect()
}

/// Whether a line ends within a sentence.
fn is_open(line: &str) -> bool {
    line.trim_end().ends_with(|last: char| last.is_alphanumeric() || matches!(last, ',' | ')' | '-' | '’' | '\'' | '"' | '”'))
}

/// "- May 3: Redport", "2. Red Letters".
fn begins_item(line: &str) -> bool {
    let line = line.trim_start();
    let numbered = || {
        let rest = line.trim_start_matches(|first: char| first.is_ascii_digit());
        rest.len() < line.len() && rest.starts_with(['.', ')']) && rest.get(1..).is_some_and(|rest| rest.starts_with(' '))
    };
    line.starts_with(['-', '*', '•', '–', '#', '|', '>']) || numbered()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, joined: &str) {
        assert_eq!(unwrapped(text.to_owned()), joined);
    }

    #[test]
    fn a_wrapped_paragraph_stands_on_one_line() {
        check(
            "The date of the album\nRed Harbour has been pushed back a\nmonth to May 3.\n\nMore soon.\nTickets: here",
            "The date of the album Red Harbour has been pushed back a month to May 3.\n\nMore soon.\nTickets: here",
        );
        check("It was to open\r\nin May.", "It was to open\r in May.");
    }

    #[test]
    fn lines_of_their_own_stay_lines() {
        for text in
            ["Red Harbour are back\nThe band said so.", "A gig is off.\nanother is on.", "May 3 - Redport\nMay 4 - Oldtown", "one line", ""]
        {
            check(text, text);
        }
        check("The dates are as\nfollows\n- May 3\n- May 4", "The dates are as follows\n- May 3\n- May 4");
    }
}
