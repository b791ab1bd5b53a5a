//! How an article was read, sentence by sentence, for a person who wants to know why.

use std::fmt::Write as _;

use super::clause::{self, Group, Head};
use super::fact::Fact;
use super::lore::{Lore, Study};
use super::names::Names;
use super::page::Page;
use super::{Event, Told, read};
use crate::article::Article;
use crate::language::Reading;

/// The whole reading of one article in words: names, then each sentence with its date words, verbs, facts and statements.
pub fn explain(article: &Article, reading: &Reading, study: Study, lore: &Lore) -> String {
    let page = Page::new(article, reading);
    let Study { mut names } = study;
    lore.tell(&page, &mut names);
    let Told { facts, values, events } = read(&page, &names);
    let mut out = String::new();
    // writing to a string cannot fail
    let _written = write_names(&mut out, &names);
    for (idx, sentence) in page.sentences.iter().enumerate() {
        let _written = writeln!(out, "\n{:>5}  {}", sentence.span.start, sentence.span.of(page.text));
        if page.is_clutter(sentence) {
            let _written = writeln!(out, "       clutter: not read");
            continue;
        }
        for (_, date) in page.dates_in(sentence) {
            let edtf = date.date.as_ref().and_then(crate::civil::edtf::edtf);
            let rule = date.date.and_then(|date| match date.when {
                crate::civil::When::Recurring(rule) => Some(rule.rrule()),
                crate::civil::When::Days(_) => None,
            });
            let how = date.derivation.as_deref().map(|how| format!(": {how}")).unwrap_or_default();
            let value = edtf.or(rule).unwrap_or_else(|| "no day".to_owned());
            let _written = writeln!(out, "       date words  {:?} = {value} (rule {}){how}", date.span.of(page.text), date.rule);
        }
        for group in clause::find_groups(&page, &names, sentence).iter().filter(|group| !matches!(group.kind, Head::Other)) {
            let _written = writeln!(out, "       verb        {}", group_words(&page, group));
        }
        for fact in facts.iter().filter(|fact| fact.sentence == idx) {
            let _written = writeln!(out, "       fact        {}", fact_words(&names, fact));
        }
        for value in values.iter().filter(|value| value.sentence == idx) {
            let _written =
                writeln!(out, "       change      {:?} to {:?} of {:?}", value.from, value.to, subject_words(&names, value.referent.name));
        }
        for event in events.iter().filter(|event| event.quote == sentence.span) {
            let _written = writeln!(out, "       statement   {}", event_words(event));
        }
    }
    out
}

fn write_names(out: &mut String, names: &Names) -> std::fmt::Result {
    for name in &names.names {
        let sort = if name.is_work() { name.thing.unwrap_or("title") } else { "person or company" };
        writeln!(
            out,
            "name  {} ({sort}; {} times{}; work {}, agent {})",
            name.text,
            name.n_mentions,
            if name.is_lead { ", in the lead" } else { "" },
            name.work,
            name.agent
        )?;
    }
    Ok(())
}

fn group_words(page: &Page<'_>, group: &Group) -> String {
    let words = page.span(group.first, group.end).of(page.text);
    let flags = [
        (group.is_negative, "not"),
        (group.is_possible, "perhaps"),
        (group.is_passive, "passive"),
        (group.is_once, "once"),
        (group.is_now, "now"),
        (group.is_no_longer, "no longer"),
        (group.is_forgone, "forgone"),
    ];
    let flags: Vec<&str> = flags.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
    let kind = match group.kind {
        Head::Trigger(happens) => format!("{happens:?}"),
        Head::Cue(cue) => format!("cue {}", cue.says.name()),
        Head::Telling => "telling".to_owned(),
        Head::Planned => "planned".to_owned(),
        Head::Other => String::new(),
    };
    format!("{words:?} {kind}, {:?} {}", group.mood, flags.join(", "))
}

fn subject_words(names: &Names, name: Option<usize>) -> &str {
    name.and_then(|name| names.names.get(name)).map_or("", |name| name.text.as_str())
}

fn fact_words(names: &Names, fact: &Fact) -> String {
    let date = fact.claim.as_ref().and_then(|claim| crate::civil::edtf::edtf(&claim.date)).unwrap_or_default();
    let referent = &fact.referent;
    let part = referent.part.as_deref().unwrap_or_default();
    let cue = fact.cue.map(|(cue, _)| cue.says.name()).unwrap_or_default();
    let flags = [
        (fact.is_unsure, "only a guess"),
        (fact.is_possible, "perhaps"),
        (fact.is_negative, "not so"),
        (fact.is_first, "the first plan"),
        (fact.is_loose, "told aside"),
        (fact.is_further, "one more of a list"),
        (fact.is_forgone, "will not be"),
    ];
    let flags: Vec<&str> = flags.iter().filter(|(is, _)| *is).map(|(_, word)| *word).collect();
    let happens = fact.happens.map(|happens| format!("{happens:?}")).unwrap_or_default();
    let shift = fact.shift.map(|(n, unit)| format!("by {n} {unit:?}")).unwrap_or_default();
    let parts = [
        format!("{:?}", fact.value),
        date,
        format!("of {:?}", subject_words(names, referent.name)),
        referent.thing.to_owned(),
        referent.moment.to_owned(),
        part.to_owned(),
        happens,
        cue.to_owned(),
        shift,
        if flags.is_empty() { String::new() } else { format!("({})", flags.join(", ")) },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn event_words(event: &Event) -> String {
    let date = event.claim.as_ref().and_then(|claim| crate::civil::edtf::edtf(&claim.date)).unwrap_or_default();
    let told = event.stated.as_ref().map(|stated| {
        let from = stated
            .from
            .as_ref()
            .and_then(|from| crate::civil::edtf::edtf(&from.date))
            .or_else(|| stated.from_text.clone())
            .unwrap_or_default();
        let history = if stated.is_history { " as history" } else { "" };
        format!(", says {} from {from:?}{history}", stated.says.name())
    });
    let part = event.part.as_ref().map(|part| format!(" ({part})"));
    let passing = if event.is_background { ", only in passing" } else { "" };
    format!(
        "{}{}: {} {} {date} {}{}{passing}",
        event.subject.text,
        part.unwrap_or_default(),
        event.kind.name(),
        event.status.name(),
        event.value_text.as_deref().unwrap_or_default(),
        told.unwrap_or_default()
    )
}
