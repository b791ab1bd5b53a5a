//! `dateline explain FILE`: sentence by sentence, what was read and why.

use std::io::{self, Write};

use crate::events::{self, Lore};
use crate::language;
use crate::timeline::Timeline;

/// Prints the reading of every article of a timeline.
pub(super) fn run(timeline: &Timeline, out: &mut impl Write) -> io::Result<()> {
    let mut lore = Lore::default();
    for article in &timeline.articles {
        lore.add(&events::study(article, &language::read(&article.text, article.report_day())));
    }
    for article in &timeline.articles {
        let reported = article.report_day().map_or_else(|| "no report date".to_owned(), |day| format!("reported {day}"));
        writeln!(out, "{} ({reported})\n", article.file)?;
        let reading = language::read(&article.text, article.report_day());
        writeln!(out, "{}", events::explain(article, &reading, events::study(article, &reading), &lore))?;
    }
    Ok(())
}
