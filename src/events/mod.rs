//! From one article to its statements: what happens, when, who says so, and what it replaces.

mod acts;
mod attach;
mod clause;
mod conjuncts;
mod credits;
mod cues;
mod doings;
mod event;
mod explain;
mod explicit;
mod fact;
mod figures;
mod given_up;
mod grammar;
mod headings;
mod headlines;
mod helpers;
mod inflected;
mod itinerary;
mod joins;
mod letters;
mod lists;
mod lore;
mod matter;
mod names;
mod noise;
mod nouns;
mod objects;
mod openers;
mod page;
mod passing;
mod places;
mod plans;
mod quoted;
mod runs;
mod source;
mod stops;
mod story;
mod subject;
mod topic;
mod unreal;
mod verbs;
mod weight;
mod words;

pub use event::{Claim, Event, Facet, Heading, Kind, Note, NoteKind, Says, Stated, Status, Subject, Voice};
pub use explain::explain;
pub use lore::{Lore, Study};

use crate::article::Article;
use crate::language::Reading;

/// The names of one article, to be put together with those of the others before any is read for statements.
pub fn study(article: &Article, reading: &Reading) -> Study {
    Study { names: names::find_names(&page::Page::new(article, reading)) }
}

/// All statements of one article, in the order of their quotes; `lore` is what its story's articles show together.
pub fn find_events(article: &Article, reading: &Reading, study: Study, lore: &Lore) -> Vec<Event> {
    let page = page::Page::new(article, reading);
    let Study { mut names } = study;
    lore.tell(&page, &mut names);
    read(&page, &names).events
}

/// What was read in an article, and the statements made of it.
struct Told {
    facts: Vec<fact::Fact>,
    values: Vec<cues::ValueFact>,
    events: Vec<Event>,
}

fn read(page: &page::Page<'_>, names: &names::Names) -> Told {
    let resolver = subject::Resolver::new(page, names);
    let (facts, values) = fact::find_facts(page, names, resolver.clone());
    let mut events = story::tell(page, names, resolver.main_agent(), &facts, &values);
    stops::tell_stops(page, names, &resolver, &mut events);
    let nights = itinerary::nights(page, names);
    itinerary::date_tours(page, &nights, &mut events);
    events.extend(passing::find_passing(page, resolver, &nights, &events));
    events.sort_by_key(|event| event.quote.start);
    Told { facts, values, events }
}
