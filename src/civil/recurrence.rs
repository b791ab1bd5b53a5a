//! What comes again and again: "every Saturday and Sunday", as RFC 5545 has it.

use chrono::{Datelike as _, NaiveDate, Weekday};

use super::calendar;

/// How often (RFC 5545 FREQ).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Frequency {
    /// Every day.
    Daily,
    /// Every week, on the days given.
    Weekly,
    /// Every month.
    Monthly,
    /// Every year.
    Yearly,
}

/// A rule of repetition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Recurrence {
    /// The unit.
    pub frequency: Frequency,
    /// Every how many units; at least 1.
    pub interval: u16,
    /// Weekdays, bit 0 Monday to bit 6 Sunday; 0 where none is said.
    pub weekdays: u8,
}

const DAYS: [(&str, Weekday); 7] = [
    ("MO", Weekday::Mon),
    ("TU", Weekday::Tue),
    ("WE", Weekday::Wed),
    ("TH", Weekday::Thu),
    ("FR", Weekday::Fri),
    ("SA", Weekday::Sat),
    ("SU", Weekday::Sun),
];

impl Recurrence {
    /// Every week on those days.
    pub fn weekly(days: impl IntoIterator<Item = Weekday>) -> Self {
        let weekdays = days.into_iter().fold(0, |mask, day| mask | 1 << day.num_days_from_monday());
        Self { frequency: Frequency::Weekly, interval: 1, weekdays }
    }

    /// Every unit.
    pub const fn every(frequency: Frequency, interval: u16) -> Self {
        Self { frequency, interval, weekdays: 0 }
    }

    /// The RFC 5545 RRULE, without the property name: `FREQ=WEEKLY;BYDAY=SA,SU`.
    pub fn rrule(self) -> String {
        let frequency = match self.frequency {
            Frequency::Daily => "DAILY",
            Frequency::Weekly => "WEEKLY",
            Frequency::Monthly => "MONTHLY",
            Frequency::Yearly => "YEARLY",
        };
        let mut rule = format!("FREQ={frequency}");
        if self.interval > 1 {
            rule.push_str(";INTERVAL=");
            rule.push_str(&self.interval.to_string());
        }
        let days: Vec<_> = DAYS.iter().filter(|(_, day)| self.falls_on(*day)).map(|(name, _)| *name).collect();
        if !days.is_empty() {
            rule.push_str(";BYDAY=");
            rule.push_str(&days.join(","));
        }
        rule
    }

    /// Reads what [`Recurrence::rrule`] writes.
    pub fn from_rrule(rule: &str) -> Option<Self> {
        let mut read = Self::every(Frequency::Daily, 1);
        let mut known = false;
        for part in rule.split(';') {
            match part.split_once('=')? {
                ("FREQ", word) => {
                    known = true;
                    read.frequency = match word {
                        "DAILY" => Frequency::Daily,
                        "WEEKLY" => Frequency::Weekly,
                        "MONTHLY" => Frequency::Monthly,
                        "YEARLY" => Frequency::Yearly,
                        _ => return None,
                    };
                }
                ("INTERVAL", n) => read.interval = n.parse().ok().filter(|n| *n > 0)?,
                ("BYDAY", list) => {
                    for name in list.split(',') {
                        let (_, day) = DAYS.iter().find(|(known, _)| *known == name)?;
                        read.weekdays |= 1 << day.num_days_from_monday();
                    }
                }
                _ => return None,
            }
        }
        known.then_some(read)
    }

    /// Whether that weekday is named.
    pub const fn falls_on(self, day: Weekday) -> bool {
        self.weekdays & (1 << day as u8) != 0
    }

    /// The days within `first..=last` on which it falls, for rules that name weekdays or every day.
    pub fn days_within(self, first: NaiveDate, last: NaiveDate) -> impl Iterator<Item = NaiveDate> {
        first.iter_days().take_while(move |day| *day <= last).filter(move |day| match self.frequency {
            Frequency::Daily => self.interval == 1 || calendar::days_between(first, *day) % i64::from(self.interval) == 0,
            Frequency::Weekly => self.falls_on(day.weekday()),
            Frequency::Monthly | Frequency::Yearly => false,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weekend_is_saturday_and_sunday() {
        let rule = Recurrence::weekly([Weekday::Sun, Weekday::Sat]);
        assert_eq!(rule.rrule(), "FREQ=WEEKLY;BYDAY=SA,SU");
        assert_eq!(Recurrence::from_rrule(&rule.rrule()), Some(rule));
    }
}
