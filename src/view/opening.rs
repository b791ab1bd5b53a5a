//! At which line an article opens, so that a reader meets the quote in words that begin where they are read.

use super::quote::ends_at;

/// The first line to be shown: the one that begins the paragraph of the quote; where that lies too far above, one that
/// begins a sentence; where there is none, that of the quote. `starts` are the bytes at which the lines begin, `quote` its
/// first and last line, and `n_seen` so many lines are in sight.
pub fn opening_line(text: &str, starts: &[usize], quote: (usize, usize), n_seen: usize) -> usize {
    let (first, last) = quote;
    let lowest = first.min(starts.len().saturating_sub(n_seen));
    // the quote is seen to its end, or where it is longer from its beginning
    let highest = (last + 1).saturating_sub(n_seen).min(lowest);
    let begins = |is_beginning: fn(&str, usize) -> bool| {
        (highest..=lowest).rev().find(|line| starts.get(*line).is_some_and(|start| is_beginning(text, *start)))
    };
    begins(begins_paragraph).or_else(|| begins(begins_sentence)).unwrap_or(lowest)
}

fn begins_paragraph(text: &str, at: usize) -> bool {
    let is_within = text.get(at..).is_some_and(|after| !after.starts_with('\n'));
    is_within && (at == 0 || text.get(..at).is_some_and(|before| before.ends_with('\n')))
}

fn begins_sentence(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let before = before.trim_end().trim_end_matches(['”', '"', '’', ')']);
    before.ends_with(['.', '!', '?']) && ends_at(text, before.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each line of `lines` is a line on the screen; "¶" ends a paragraph. `»` stands before the quote and `«` after it.
    #[track_caller]
    fn check(lines: &[&str], n_seen: usize, expected: &str) {
        let line_of = |mark: char| lines.iter().position(|line| line.contains(mark)).unwrap();
        let plain = |line: &str| line.replace(['»', '«'], "").replace('¶', "\n");
        let mut text = String::new();
        let mut starts = Vec::new();
        for line in lines {
            starts.push(text.len());
            text += &plain(line);
        }
        let line = opening_line(&text, &starts, (line_of('»'), line_of('«')), n_seen);
        assert_eq!(lines.get(line), Some(&expected), "{n_seen} lines are seen");
    }

    #[test]
    fn an_article_opens_where_words_begin() {
        let article = [
            "The band spoke of its winter. ",
            "It was long, and there was snow ",
            "on all roads.¶",
            "¶",
            "Now the album is done. It is ",
            "called Low Tide. ",
            "»It is out on May 3,« and the ",
            "band will be on the road again ",
            "in June.¶",
            "¶",
            "Nothing else was said. The end ",
            "came soon.",
        ];
        check(&article, 5, "Now the album is done. It is ");
        check(&article, 3, "Now the album is done. It is ");
        check(&article, 2, "»It is out on May 3,« and the ");
        check(&article, 9, "The band spoke of its winter. ");
        check(&article, 12, "The band spoke of its winter. ");
    }

    #[test]
    fn without_a_beginning_near_by_it_opens_on_the_quote() {
        let article =
            ["A winter by the sea, at ", "great length. They said: ", "it is so. »Low Tide is ", "out on May 3.« It ", "is loved.", ""];
        check(&article, 2, "it is so. »Low Tide is ");
        check(&article, 4, "A winter by the sea, at ");
    }

    #[test]
    fn a_quote_longer_than_what_is_seen_is_seen_from_its_beginning() {
        check(&["One.¶", "»Two three ", "four five ", "six.«¶", "Seven."], 2, "»Two three ");
    }
}
