//! The statement: one thing an article says happened, or will, or no longer will.

use crate::civil::{ClaimedDate, Unit};
use crate::text::{Span, named};

named! {
    /// The kind of happening.
    Kind {
        /// A song, album, film or game comes out.
        Release "release" "release",
        /// A film or show is first shown.
        Premiere "premiere" "premiere",
        /// Episodes are shown.
        Broadcast "broadcast" "broadcast",
        /// Filming, recording, writing.
        Production "production" "in the making",
        /// A concert, tour, match or stage run.
        Performance "performance" "performance",
        /// An award night, a festival, a wedding's like.
        Ceremony "ceremony" "ceremony",
        /// Who plays, hosts, directs.
        Casting "casting" "cast",
        /// Signing, leaving, renewing.
        Contract "contract" "contract",
        /// Birth, marriage, illness, service.
        Personal "personal" "personal",
        /// Courts and police.
        Legal "legal" "court",
        /// A statement about another announcement: never an announcement of its own.
        Report "report" "report",
        /// Anything else that has a date.
        Other "other" "event",
    }
}

named! {
    /// What about it: mostly when.
    Facet {
        /// Its date.
        When "when" "date",
        /// Who takes part.
        Who "who" "people",
        /// Where it takes place.
        Where "where" "place",
        /// Its form: solo or duet, one episode or two, in person or online.
        Shape "shape" "form",
    }
}

named! {
    /// Where the statement leaves the thing.
    Status {
        /// Still ahead.
        Scheduled "scheduled" "scheduled",
        /// It took place.
        Happened "happened" "happened",
        /// A value that no longer holds.
        Superseded "superseded" "no longer valid",
        /// Off with no new date.
        Postponed "postponed" "postponed",
        /// Called off.
        Cancelled "cancelled" "cancelled",
        /// Said not to be so.
        Denied "denied" "denied",
        /// Said by somebody who may not know.
        Rumoured "rumoured" "rumoured",
    }
}

named! {
    /// Whose words they are.
    Voice {
        /// Inside quotation marks.
        Quoted "quoted" "quoted",
        /// Told of somebody's words.
        Reported "reported" "reported",
        /// The outlet's own.
        Outlet "outlet" "outlet",
    }
}

named! {
    /// What a change cue says happened to the announcement.
    Says {
        /// Another date: "pushed back to", "will now".
        Moved "moved" "moved",
        /// The end moved later.
        Extended "extended" "extended",
        /// The end moved earlier.
        Shortened "shortened" "shortened",
        /// Another time on the same day.
        TimeChanged "time_changed" "time changed",
        /// The date is withdrawn and no new one given.
        Postponed "postponed" "postponed",
        /// Called off.
        Cancelled "cancelled" "cancelled",
        /// On again.
        Reinstated "reinstated" "on again",
        /// Another person or place.
        Replaced "replaced" "replaced",
        /// Another form.
        FormatChanged "format_changed" "form changed",
        /// A rumour made official.
        Confirmed "confirmed" "confirmed",
        /// "still on track": affirmed by whom it concerns.
        StillOn "still_on" "still on",
        /// The day is withdrawn for a coarser date: "no longer on 3 May but some time this summer".
        Widened "widened" "less exact",
    }
}

/// A claimed date and the words that gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claim {
    /// When.
    pub date: ClaimedDate,
    /// The date words, in the text of the event's article; `None` where the date was only worked out.
    pub expression: Option<Span>,
    /// How it was worked out; `None` for a full date.
    pub derivation: Option<String>,
}

/// What a statement is about, in the article's fullest words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Subject {
    /// To be read: "Lantern Bay OST".
    pub text: String,
    /// The proper name in it, folded into words: `["lantern", "bay"]`; empty where there is none.
    pub name: Vec<String>,
    /// What sort of thing, a word of the lexicon ("song", "film", "show"); empty where unknown.
    pub thing: String,
    /// Other names and spellings the article uses for the same thing, unfolded.
    pub known_as: Vec<String>,
    /// Whose it is, unfolded: performers, makers, the act.
    pub by: Vec<String>,
}

/// A step in an announcement's history that the article itself tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stated {
    /// What happened to it.
    pub says: Says,
    /// The words that say so.
    pub cue: Span,
    /// The old date, where the article tells it.
    pub from: Option<Claim>,
    /// The old person, place or form, where the article tells it.
    pub from_text: Option<String>,
    /// Whether nobody said the old value and it follows from the new ("now a duet").
    pub from_inferred: bool,
    /// The words say that it comes earlier: "brought forward".
    pub is_earlier: bool,
    /// How far, signed (later is positive), where it is said: "by a week".
    pub shift: Option<(i64, Unit)>,
    /// Told as background ("first set for 2020"), not as this article's news.
    pub is_history: bool,
}

impl Stated {
    /// That this happened, by these words, and no more.
    pub const fn new(says: Says, cue: Span) -> Self {
        Self { says, cue, from: None, from_text: None, from_inferred: false, is_earlier: false, shift: None, is_history: false }
    }
}

named! {
    /// What a careful reader should know.
    NoteKind {
        /// The article contradicts itself.
        Contradiction "contradiction" "the article contradicts itself",
        /// Probably a misprint.
        Misprint "misprint" "probably a misprint",
        /// May be the same moment in another time zone.
        TimeZone "time_zone" "may be the same moment in another time zone",
        /// Two articles tell it differently, and it is no date.
        Differs "differs" "told differently elsewhere",
    }
}

/// A note on a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// Which sort.
    pub kind: NoteKind,
    /// In words, for a person.
    pub text: String,
}

/// Whether a statement stands in the running text or repeats it above or below.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Heading {
    /// Running text.
    No,
    /// Headline, subheading or caption.
    Yes,
}

/// One statement of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// Index of its article in the timeline.
    pub article: u32,
    /// What it is about.
    pub subject: Subject,
    /// Kind of happening.
    pub kind: Kind,
    /// Which side of it.
    pub facet: Facet,
    /// "episode 5", "season 2", "trailer", "Tokyo".
    pub part: Option<String>,
    /// "US", "Japan", "vinyl".
    pub territory: Option<String>,
    /// Where it leaves the thing.
    pub status: Status,
    /// The date, where one is given.
    pub claim: Option<Claim>,
    /// The value where it is no date: "duet", a name, a place.
    pub value_text: Option<String>,
    /// Whom the article cites, speaker first.
    pub sources: Vec<String>,
    /// Whose words.
    pub voice: Voice,
    /// The sentence that says so.
    pub quote: Span,
    /// Headings repeat; they add no witness.
    pub heading: Heading,
    /// The change it tells, if any.
    pub stated: Option<Stated>,
    /// Mentioned in passing: never joins, moves or dates another announcement.
    pub is_background: bool,
    /// For [`Kind::Report`]: which event of the same article it tells about, by index into that article's events.
    pub about: Option<u32>,
    /// What a careful reader should know.
    pub notes: Vec<Note>,
}
