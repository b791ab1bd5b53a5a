//! Files to articles to statements, many at a time, always with the same result.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

use rayon::prelude::*;

use super::{OpenError, Options, Progress};
use crate::article::{Article, Problem};
use crate::events::{self, Event, Lore, Study};
use crate::language::{self, Reading};
use crate::readers::{self, Found, Head, Listing, Outcome, Source, problem};
use crate::timeline::Timeline;

/// Articles after which the first partial timeline is shown; the next comes at twice as many.
const FIRST_PARTIAL: usize = 64;

/// Articles read at a time: all of them are looked through for names before any is read for statements.
const MAX_BATCH: usize = 1024;

/// What one run of the pipeline is given.
#[derive(Clone, Copy)]
pub(super) struct Work<'a> {
    pub(super) options: Options,
    pub(super) progress: &'a (dyn Fn(Progress) + Sync),
    pub(super) cancel: &'a AtomicBool,
}

/// Articles with their statements.
#[derive(Default)]
struct Read {
    articles: Vec<(Arc<Article>, Vec<Event>)>,
    problems: Vec<Problem>,
    n_skipped: u32,
}

impl Read {
    fn add(&mut self, other: Self) {
        self.articles.extend(other.articles);
        self.problems.extend(other.problems);
        self.n_skipped = self.n_skipped.saturating_add(other.n_skipped);
    }

    /// Takes in what was gone through, reading each article for statements in the light of all the names so far.
    fn add_read(&mut self, studied: Vec<Studied>, lore: &Lore) {
        let (drafts, others): (Vec<Vec<Draft>>, Vec<Self>) = studied.into_iter().map(|one| (one.drafts, one.other)).unzip();
        for other in others {
            self.add(other);
        }
        let read: Vec<Self> = drafts.into_par_iter().flatten().map(|draft| draft.read(lore)).collect();
        for read in read {
            self.add(read);
        }
    }

    fn timeline(self) -> Timeline {
        Timeline::build(self.articles, self.problems, self.n_skipped)
    }
}

/// One file gone through: its articles, and what else there is to say of it.
#[derive(Default)]
struct Studied {
    drafts: Vec<Draft>,
    other: Read,
}

/// An article with its sentences, dates and names, before its statements are read.
struct Draft {
    article: Article,
    found: Option<(Reading, Study)>,
}

impl Draft {
    /// Reads what the article says; one whose reading fails is shown without statements.
    fn read(self, lore: &Lore) -> Read {
        let Self { article, found } = self;
        let read = |(reading, study)| catch_unwind(AssertUnwindSafe(|| events::find_events(&article, &reading, study, lore))).ok();
        let events = found.and_then(read);
        let problems = if events.is_none() { vec![problem::our_fault(&article.file)] } else { Vec::new() };
        Read { articles: vec![(Arc::new(article), events.unwrap_or_default())], problems, n_skipped: 0 }
    }
}

impl Work<'_> {
    /// Whether to go on.
    pub(super) fn check_cancelled(&self) -> Result<(), OpenError> {
        if self.cancel.load(Ordering::Relaxed) { Err(OpenError::Cancelled) } else { Ok(()) }
    }

    /// Reads the files of a folder.
    pub(super) fn timeline_of(&self, listing: Listing) -> Result<Timeline, OpenError> {
        let Listing { files, above, problems, n_skipped } = listing;
        let known = Read { problems, n_skipped, ..Read::default() };
        self.run(&files, known, |found| self.read_file(found, &above))
    }

    /// Reads files that are in memory already.
    pub(super) fn timeline_of_bytes(&self, sources: &[Source<'_>]) -> Result<Timeline, OpenError> {
        self.run(sources, Read::default(), |source| readers::read(source, false))
    }

    /// Reads articles that were put into order already.
    pub(super) fn timeline_of_outcome(&self, outcome: Outcome) -> Result<Timeline, OpenError> {
        let Outcome { articles, problems, n_skipped } = outcome;
        let known = Read { problems, n_skipped, ..Read::default() };
        self.run(&articles, known, |article| Outcome::of(article.clone()))
    }

    /// Maps `items` in batches that double, so that what is known can be shown in between; results stay in
    /// the order of the items.
    fn run<T: Sync>(&self, items: &[T], mut known: Read, read: impl Fn(&T) -> Outcome + Sync) -> Result<Timeline, OpenError> {
        let n_done = AtomicUsize::new(0);
        let n_found = items.len();
        (self.progress)(Progress::Files { n_read: 0, n_found });
        let mut rest = items;
        let mut threshold = FIRST_PARTIAL;
        let mut lore = Lore::default();
        while !rest.is_empty() {
            let n = threshold.saturating_sub(known.articles.len()).clamp(1, MAX_BATCH).min(rest.len());
            let (batch, after) = rest.split_at(n);
            let studied: Vec<Studied> = batch
                .par_iter()
                .map(|item| {
                    if self.check_cancelled().is_err() {
                        return Studied::default();
                    }
                    let done = self.studied(read(item));
                    let n_read = n_done.fetch_add(1, Ordering::Relaxed) + 1;
                    (self.progress)(Progress::Files { n_read, n_found });
                    done
                })
                .collect();
            studied.iter().flat_map(|one| &one.drafts).filter_map(|draft| draft.found.as_ref()).for_each(|(_, study)| lore.add(study));
            self.check_cancelled()?;
            known.add_read(studied, &lore);
            self.check_cancelled()?;
            rest = after;
            if known.articles.len() >= threshold && !rest.is_empty() {
                threshold = known.articles.len().saturating_mul(2);
                let partial = Read { articles: known.articles.clone(), problems: known.problems.clone(), n_skipped: known.n_skipped };
                (self.progress)(Progress::Partial(Arc::new(partial.timeline())));
            }
        }
        Ok(known.timeline())
    }

    /// One file; a reader's failure is a problem of that file alone.
    fn read_file(&self, found: &Found, above: &str) -> Outcome {
        catch_unwind(AssertUnwindSafe(|| self.read_file_or_panic(found, above)))
            .unwrap_or_else(|_| Outcome::failed(problem::our_fault(&found.file)))
    }

    fn read_file_or_panic(&self, found: &Found, above: &str) -> Outcome {
        let file = found.file.as_str();
        let opened = match readers::folder::open(&found.path) {
            Ok(opened) => opened,
            // Nothing is known of what is in it: only the name tells whether it was meant to be read.
            Err(error) if is_wanted(&Head::new(file, b"", found.is_chosen)) => return Outcome::failed(problem::io(file, &error)),
            Err(_) => return Outcome::skipped(),
        };
        let head = Head::new(file, &opened.head, found.is_chosen);
        if !is_wanted(&head) {
            return if found.is_chosen && head.is_binary { Outcome::failed(problem::binary(file)) } else { Outcome::skipped() };
        }
        let max_bytes = self.options.limits.max_file_bytes;
        let n_bytes = opened.n_bytes;
        match opened.whole(max_bytes) {
            Ok(Some(bytes)) => readers::read(&Source { file, above, bytes: &bytes }, found.is_chosen),
            Ok(None) => Outcome::failed(problem::too_large(file, n_bytes, max_bytes)),
            Err(error) => Outcome::failed(problem::io(file, &error)),
        }
    }

    /// Finds sentences, dates and names of the articles of one file.
    fn studied(&self, outcome: Outcome) -> Studied {
        let Outcome { articles, mut problems, n_skipped } = outcome;
        let max_bytes = self.options.limits.max_read_bytes;
        let mut drafts = Vec::with_capacity(articles.len());
        for article in articles {
            let mut text = article.text.as_str();
            if text.len() > max_bytes {
                problems.push(problem::too_long(&article.file, max_bytes));
                text = beginning(text, max_bytes);
            }
            let found = catch_unwind(AssertUnwindSafe(|| {
                let reading = language::read(text, article.report_day());
                let study = events::study(&article, &reading);
                (reading, study)
            }));
            drafts.push(Draft { article, found: found.ok() });
        }
        Studied { drafts, other: Read { problems, n_skipped, ..Read::default() } }
    }
}

fn is_wanted(head: &Head<'_>) -> bool {
    readers::format_of(head).is_some()
}

/// The beginning of a text, at most that long, up to the end of a line where there is one.
fn beginning(text: &str, max_bytes: usize) -> &str {
    let end = (0..=max_bytes.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or_default();
    let beginning = text.get(..end).unwrap_or_default();
    beginning.rfind('\n').and_then(|line_end| beginning.get(..line_end)).unwrap_or(beginning)
}
