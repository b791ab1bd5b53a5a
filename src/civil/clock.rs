//! A time of day as an article gives it, with its zone where one is said.

use chrono::{NaiveDate, NaiveDateTime, NaiveTime, Offset as _, TimeZone as _};
use chrono_tz::Tz;

/// A zone the words name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Zone {
    /// An IANA zone: "KST" is `Asia/Seoul`.
    Named(Tz),
    /// Minutes east of UTC: "GMT+9" is 540.
    Offset(i16),
}

impl Zone {
    /// The IANA name, or the offset as `+09:00`.
    pub fn name(self) -> String {
        match self {
            Self::Named(tz) => tz.name().to_owned(),
            Self::Offset(minutes) => offset_text(i32::from(minutes)),
        }
    }

    /// Reads what [`Zone::name`] writes.
    pub fn from_name(name: &str) -> Option<Self> {
        if let Ok(tz) = name.parse::<Tz>() {
            return Some(Self::Named(tz));
        }
        let sign = if name.starts_with('-') { -1 } else { 1 };
        let (hours, minutes) = name.strip_prefix(['+', '-'])?.split_once(':')?;
        let total = hours.parse::<i16>().ok()?.checked_mul(60)?.checked_add(minutes.parse().ok()?)?;
        (total <= 14 * 60).then_some(Self::Offset(sign * total))
    }

    /// Minutes east of UTC at that civil moment.
    pub fn offset_minutes(self, at: NaiveDateTime) -> Option<i32> {
        match self {
            Self::Offset(minutes) => Some(i32::from(minutes)),
            Self::Named(tz) => {
                let local = tz.from_local_datetime(&at).earliest()?;
                Some(local.offset().fix().local_minus_utc() / 60)
            }
        }
    }
}

/// A time of day, to the minute.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Clock {
    /// 0 to 23.
    pub hour: u8,
    /// 0 to 59.
    pub minute: u8,
    /// Where one is said.
    pub zone: Option<Zone>,
}

impl Clock {
    /// `None` where there is no such time.
    pub fn new(hour: u32, minute: u32, zone: Option<Zone>) -> Option<Self> {
        let (hour, minute) = (u8::try_from(hour).ok()?, u8::try_from(minute).ok()?);
        (hour < 24 && minute < 60).then_some(Self { hour, minute, zone })
    }

    /// `HH:MM`.
    pub fn hhmm(self) -> String {
        format!("{:02}:{:02}", self.hour, self.minute)
    }

    /// That time on that day, without zone.
    pub fn on(self, day: NaiveDate) -> Option<NaiveDateTime> {
        Some(day.and_time(NaiveTime::from_hms_opt(self.hour.into(), self.minute.into(), 0)?))
    }

    /// The civil day that the same moment has in `other`; `None` without a zone of its own.
    pub fn day_in(self, day: NaiveDate, other: Tz) -> Option<NaiveDate> {
        let local = self.on(day)?;
        let utc = local.checked_sub_signed(chrono::TimeDelta::minutes(self.zone?.offset_minutes(local)?.into()))?;
        Some(other.from_utc_datetime(&utc).date_naive())
    }
}

/// `+09:00` for 540.
pub fn offset_text(minutes: i32) -> String {
    let sign = if minutes < 0 { '-' } else { '+' };
    format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn midnight_in_seoul_is_the_day_before_in_london() {
        let clock = Clock::new(0, 0, Some(Zone::Named(Tz::Asia__Seoul))).unwrap();
        let day = NaiveDate::from_ymd_opt(2022, 4, 25).unwrap();
        assert_eq!(clock.day_in(day, Tz::Europe__London), day.pred_opt());
    }

    #[test]
    fn a_zone_reads_its_own_name() {
        for zone in [Zone::Named(Tz::America__New_York), Zone::Offset(-570), Zone::Offset(0)] {
            assert_eq!(Zone::from_name(&zone.name()), Some(zone));
        }
    }
}
