//! What date words say, before anyone decides which day that is.

use super::Length;
use super::sense::{Compared, DayPart, Deixis, Third, Vague};
use crate::civil::{Season, Unit, Zone};

/// The year as the words have it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) enum Year {
    /// None said.
    #[default]
    Unsaid,
    /// "2022"
    Exact(i32),
    /// "of last year", "next year's"
    Pointed(Deixis),
    /// "of that year"
    Said,
}

/// A part of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// 1 to 12
    Month(u8),
    /// Three months by the sun.
    Season(Season),
    /// 1 to 4
    Quarter(u8),
    /// 1 or 2
    Half(u8),
}

/// A place in the calendar with some of it unsaid: "April 25", "last July", "the third quarter of 2022", "2022".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(crate) struct Calendar {
    /// The year.
    pub(crate) year: Year,
    /// The part of it.
    pub(crate) part: Option<Part>,
    /// The day of the month.
    pub(crate) day: Option<u8>,
    /// The weekday said beside it, 0 to 6.
    pub(crate) weekday: Option<u8>,
    /// "last July", "next summer", "the coming quarter".
    pub(crate) deixis: Option<Deixis>,
}

/// From where words count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The report date: "two days ago".
    Reported,
    /// The date said before: "two days later".
    Said,
}

/// A period that words point at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Period {
    /// "this week"
    Unit(Unit),
    /// "the weekend"
    Weekend,
}

/// What is counted within a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stretch {
    /// Seven days from the first, the eighth …, or the last seven.
    Week,
    /// Saturday and Sunday.
    Weekend,
    /// One day.
    Day,
}

/// How often something comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rhythm {
    /// Every `n` units; 0 for an unknown number.
    Units(u16, Unit),
    /// Weekdays, bit 0 Monday.
    Weekdays(u8),
    /// Saturday and Sunday.
    Weekend,
    /// Every April.
    Part(Part),
    /// Every morning.
    DayPart(DayPart),
    /// "every Saturday night"
    WeekdayPart(u8, DayPart),
}

/// A length of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Extent {
    /// How many; `None` where vague.
    pub(crate) n: Option<u32>,
    /// Of what.
    pub(crate) unit: Unit,
    /// Further halves of the unit: "a year and a half", in sixtieths (30 for a half).
    pub(crate) sixtieths: u8,
}

impl Extent {
    /// `n` whole units.
    pub(crate) const fn whole(n: Option<u32>, unit: Unit) -> Self {
        Self { n, unit, sixtieths: 0 }
    }

    /// As the program uses it.
    pub(crate) const fn length(self) -> Length {
        Length { n: self.n, unit: self.unit }
    }
}

/// The core of what date words say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A place in the calendar.
    Calendar(Calendar),
    /// "Monday", "last Monday"; "Tuesday last week" points with the weeks.
    Weekday { weekday: u8, deixis: Option<Deixis>, week: Option<Deixis> },
    /// "today", "yesterday", "the day after tomorrow": days from the report date.
    DayOffset(i8),
    /// "this week", "last year", "the weekend".
    Period { period: Period, deixis: Deixis },
    /// "the quarter", "the week": definite, without pointing.
    Definite(Period),
    /// "that day", "the same week".
    Anaphor(Period),
    /// "in the new year": the coming one, or in its first weeks the one just begun.
    NewYear,
    /// "since then": the date said before, as it was said.
    Then,
    /// "the weekend of April 9", "the week of March 6"
    Holding { period: Period, day: Calendar },
    /// "the last week of June": which one, 0 for the last.
    Nth { nth: u8, stretch: Stretch, month: Calendar },
    /// "the 27th of this month".
    DayOf { day: u8, deixis: Deixis },
    /// "two days ago", "a week later".
    Shifted { extent: Extent, back: bool, from: From },
    /// "the year-earlier quarter", "the 1988 period": the quarter (or, of a period, whatever stretch) under discussion, in
    /// another year.
    SameStretch(Option<Unit>, Year),
    /// "nine months", "the next four weeks".
    Length { extent: Extent, deixis: Option<Deixis> },
    /// "the 1990s", first year; `None` for a century unsaid ("the nineties").
    Decade(i32),
    /// "the 20th century": the first two digits, 19.
    Century(u8),
    /// A named day, by its number in the lexicon.
    Named { number: u16, year: Year, deixis: Option<Deixis>, weekend: bool },
    /// "every Saturday".
    Set(Rhythm),
    /// "now", "recently", "soon".
    Reference(Vague),
    /// "this morning", "the night": a part of a day.
    DayPart { part: DayPart, days: Option<i8> },
    /// "the next morning": a part of a day, counted from the one said before.
    ToldPart { part: DayPart, days: i8 },
    /// "in the evening" of the day said just before.
    PartOfTold(DayPart),
    /// A clock time alone; the day is the one under discussion.
    ClockAlone,
}

/// A clock time as said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct ClockSaid {
    /// 0 to 24.
    pub(crate) hour: u8,
    /// Minutes, where said.
    pub(crate) minute: u8,
    /// Its zone.
    pub(crate) zone: Option<Zone>,
    /// "UTC", "GMT": TIMEX3 marks it Z.
    pub(crate) is_utc: bool,
    /// Whether "am", "pm" or 24 hours make it sure.
    pub(crate) is_sure: bool,
}

/// What date words say: the core, which part of it, and the time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Meaning {
    /// The core.
    pub(crate) what: What,
    /// "early", "late", "the end of".
    pub(crate) third: Option<Third>,
    /// "earlier this week", "later this year".
    pub(crate) compared: Option<Compared>,
    /// "about", "around".
    pub(crate) about: bool,
    /// The clock time.
    pub(crate) clock: Option<ClockSaid>,
    /// "Friday evening".
    pub(crate) day_part: Option<DayPart>,
}

impl Meaning {
    /// Just that.
    pub(crate) const fn new(what: What) -> Self {
        Self { what, third: None, compared: None, about: false, clock: None, day_part: None }
    }

    /// A place in the calendar.
    pub(crate) const fn calendar(calendar: Calendar) -> Self {
        Self::new(What::Calendar(calendar))
    }

    /// Whether it names a single day that a clock time can join.
    pub(crate) const fn is_day(&self) -> bool {
        match self.what {
            What::Calendar(calendar) => calendar.day.is_some(),
            What::Weekday { .. } | What::DayOffset(_) | What::Named { .. } | What::Anaphor(Period::Unit(Unit::Day)) => true,
            _ => false,
        }
    }
}
