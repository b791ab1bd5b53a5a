//! Names in headlines, where every word has a capital: only those that the body has too.

use super::names::{Mention, Names, is_inner, is_title_case, name_words};
use super::page::Page;

/// Names of the body found again in headlines, where every word has a capital.
pub(super) fn find_in_headlines(page: &Page<'_>, names: &mut Names) {
    let mut found = Vec::new();
    for sentence in page.sentences.iter().filter(|sentence| is_title_case(page, sentence)) {
        let (first, end) = (sentence.first_token as usize, sentence.end_token as usize);
        let mut at = first;
        while at < end {
            let best = (at + 1..=end.min(at + 10)).rev().find_map(|stop| {
                let words = name_words(page.span(at, stop).of(page.text));
                if words.is_empty() || !is_inner(page, stop - 1) {
                    return None;
                }
                names
                    .names
                    .iter()
                    .position(|name| name.words == words || name.known_as.iter().any(|known| name_words(known) == words))
                    .map(|name| (stop, name))
            });
            match best {
                Some((stop, name)) if page.is_capital(at) || page.is_number(at) => {
                    let is_possessive = page.owns_at(stop);
                    found.push(Mention { first: at, end: stop, name, is_possessive });
                    at = stop;
                }
                _ => at += 1,
            }
        }
    }
    for mention in &found {
        if let Some(name) = names.names.get_mut(mention.name) {
            name.n_mentions += 1;
        }
    }
    names.mentions.extend(found);
}
