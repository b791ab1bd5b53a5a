//! What a single word can mean inside a date: a month, a unit, "last", "every", "ago".

use serde::Deserialize;

use crate::civil::{Season, Unit};

/// Which way a pointing word points: "last", "this", "next".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Deixis {
    /// "last"
    Last,
    /// "this"
    This,
    /// "next"
    Next,
    /// "coming", "upcoming"
    Coming,
    /// "past"
    Past,
    /// "previous"
    Previous,
    /// "following"
    Following,
    /// "current"
    Current,
    /// "latest"
    Latest,
    /// "recent"
    Recent,
    /// "future"
    Future,
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum DayPart {
    /// MO
    Morning,
    /// AF
    Afternoon,
    /// EV
    Evening,
    /// NI
    Night,
}

/// Early, mid or late.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Third {
    /// "early", "beginning"
    Early,
    /// "mid", "middle"
    Mid,
    /// "late", "end"
    Late,
}

/// "earlier" or "later".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Compared {
    /// "earlier"
    Earlier,
    /// "later"
    Later,
}

/// How often.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Often {
    /// "daily"
    Daily,
    /// "weekly"
    Weekly,
    /// "monthly"
    Monthly,
    /// "annual"
    Yearly,
}

/// The vague times of TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub(crate) enum Vague {
    /// `PAST_REF`
    Past,
    /// `PRESENT_REF`
    Present,
    /// `FUTURE_REF`
    Future,
}

/// One table: each sense of a word and, without what it carries, the class that rules are found by.
macro_rules! senses {
    ($($(#[$meta:meta])* $name:ident $(($($carries:ty),+))?,)+) => {
        /// What a word says inside a date.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
        pub(crate) enum Sense { $($(#[$meta])* $name $(($($carries),+))?,)+ }

        /// A sense without what it carries.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub(crate) enum Class { $($(#[$meta])* $name,)+ }

        impl Sense {
            /// The class that rules are found by.
            pub(crate) const fn class(self) -> Class {
                match self { $(Self::$name { .. } => Class::$name,)+ }
            }
        }

        impl Class {
            /// How many classes there are.
            pub(crate) const COUNT: usize = [$(Class::$name,)+].len();
        }
    };
}

senses! {
    /// No word of dates.
    Plain,
    /// A word with no meaning in dates that begins the name of a day or of a work: "Christmas".
    Name,
    /// A line break.
    Break,
    /// Digits: their value and how many there are.
    Digits(u32, u8),
    /// ","
    Comma,
    /// "."
    Dot,
    /// "-"
    Hyphen,
    /// "–" and "—"
    Dash,
    /// "/"
    Slash,
    /// ":"
    Colon,
    /// "'" and "’"
    Apostrophe,
    /// A quotation mark.
    Quote,
    /// "("
    Open,
    /// ")"
    Close,
    /// "&"
    Ampersand,
    /// "$", "£", "€", "₩", "¥", "₹", "#"
    Currency,
    /// "%"
    Percent,
    /// Any other mark.
    Mark,
    /// A Korean or Japanese counting mark behind digits: 0 year, 1 month, 2 day.
    Counter(u8),
    /// "April", 1 to 12.
    Month(u8),
    /// "Monday", 0 to 6.
    Weekday(u8),
    /// "Mondays", 0 to 6.
    Weekdays(u8),
    /// "summer"
    Season(Season),
    /// "summers"
    Seasons(Season),
    /// "week"
    Unit(Unit),
    /// "weeks"
    Units(Unit),
    /// "weeklong"
    Lasting(Unit),
    /// "fortnight"
    Fortnight,
    /// "weekend"
    Weekend,
    /// "weekends"
    Weekends,
    /// "weekdays"
    Workdays,
    /// "period"
    Period,
    /// "morning"
    DayPart(DayPart),
    /// "mornings"
    DayParts(DayPart),
    /// "overnight"
    Overnight,
    /// "yesterday": days from the report date.
    NamedDay(i8),
    /// "tonight"
    Tonight,
    /// "noon"
    Noon,
    /// "midnight"
    Midnight,
    /// "oclock"
    OClock,
    /// "one" to "nineteen"
    Cardinal(u8),
    /// "twenty" to "ninety"
    Tens(u8),
    /// "hundred"
    Hundred,
    /// "thousand"
    Thousand,
    /// "half"
    Half,
    /// "dozen"
    Dozen,
    /// "few", "several"
    Few,
    /// "couple"
    Couple,
    /// "first" to "thirtieth"
    Ordinal(u8),
    /// "st", "nd", "rd", "th"
    OrdinalMark,
    /// "nineties": 90
    Decade(u8),
    /// "s"
    S,
    /// "q"
    Q,
    /// "t"
    T,
    /// "last", "next", "this"
    Deictic(Deixis),
    /// "that"
    That,
    /// "same"
    Same,
    /// "these"
    These,
    /// "those"
    Those,
    /// "every"
    Every,
    /// "another"
    Other,
    /// "early", "mid", "late"
    Shade(Third),
    /// "beginning", "middle", "end"
    Edge(Third),
    /// "earlier", "later"
    Comparative(Compared),
    /// "sometime"
    Sometime,
    /// "ago"
    Ago,
    /// "before"
    Before,
    /// "after"
    After,
    /// "hence"
    Hence,
    /// "about"
    About,
    /// "nearly"
    Nearly,
    /// "more"
    More,
    /// "less"
    Less,
    /// "than"
    Than,
    /// "at"
    At,
    /// "least"
    Least,
    /// "no"
    No,
    /// "up"
    Up,
    /// "full", "consecutive"
    Additional,
    /// "now"
    Now,
    /// "recently"
    Reference(Vague),
    /// "soon"
    Soon,
    /// "then"
    Then,
    /// "time"
    Time,
    /// "times"
    Times,
    /// "term"
    Term,
    /// "near"
    Near,
    /// "moment"
    Moment,
    /// "once"
    Once,
    /// "twice"
    Twice,
    /// "daily"
    Often(Often),
    /// "biweekly"
    Biweekly,
    /// "fiscal"
    Fiscal,
    /// "old"
    Old,
    /// "AD"
    Ad,
    /// "the"
    The,
    /// "a"
    A,
    /// "an"
    An,
    /// "of"
    Of,
    /// "and"
    And,
    /// "or"
    Or,
    /// "so"
    So,
    /// "as"
    As,
    /// "to", "until", "through"
    To,
    /// "in"
    In,
    /// "on"
    On,
    /// "by"
    By,
    /// "from", "between"
    From,
    /// "for"
    For,
    /// "since"
    Since,
    /// "during"
    During,
    /// "its"
    Its,
    /// "am"
    Am,
    /// "pm"
    Pm,
    /// "m"
    M,
    /// "p"
    P,
}
