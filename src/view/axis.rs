//! The ruler of days: which day stands where, how far it is zoomed, where its marks are and what they say.

use chrono::{Datelike as _, NaiveDate};

use super::labels::{month_name, month_short};

/// Days since the year 1, as a place on the ruler.
pub fn place(day: NaiveDate) -> i32 {
    day.num_days_from_ce()
}

/// The day at a place; kept within the calendar.
pub fn day_at(place: f64) -> NaiveDate {
    let within = place.floor().clamp(f64::from(FIRST), f64::from(LAST));
    #[expect(clippy::cast_possible_truncation, reason = "clamped to the calendar")]
    NaiveDate::from_num_days_from_ce_opt(within as i32).unwrap_or_default()
}

/// Place of 1 January 1.
const FIRST: i32 = 1;
/// Place of 31 December 9999.
const LAST: i32 = 3_652_059;
/// A day is never wider than this on the screen.
const WIDEST_DAY_PX: f64 = 160.0;
/// A screen never shows more days than this: ten thousand years.
const MOST_DAYS: f64 = 3_652_059.0;

/// Which days are in sight: the day at the left edge, and days a pixel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sight {
    /// Place at the left edge.
    pub start: f64,
    /// Days a pixel; always positive.
    pub days_per_px: f64,
}

impl Default for Sight {
    fn default() -> Self {
        Self { start: f64::from(place(NaiveDate::default())), days_per_px: 1.0 / 24.0 }
    }
}

impl Sight {
    /// Shows `first..=last`, whole days, over `width` pixels, with a margin at both ends: more after the last, where words stand.
    pub fn fitting(first: f64, last: f64, width: f32, at_least_days: f64) -> Self {
        let n_days = (last - first + 1.0).max(1.0);
        let width_px = f64::from(width.max(1.0));
        let (before, after) = ((width_px * 0.07).min(48.0), (width_px * 0.18).min(112.0));
        let days_per_px = (n_days / (width_px - before - after)).max((n_days + 2.0) / width_px).max(at_least_days / width_px);
        let spare = width_px - n_days / days_per_px;
        let start = first - spare * before / (before + after) * days_per_px;
        Self { start, days_per_px }.kept(width)
    }

    /// Pixels from the left edge.
    #[expect(clippy::cast_possible_truncation, reason = "screen pixels need no more than f32")]
    pub fn x(&self, place: f64) -> f32 {
        ((place - self.start) / self.days_per_px).clamp(-1e6, 1e6) as f32
    }

    /// The place under a pixel.
    pub fn place_at(&self, x: f32) -> f64 {
        self.start + f64::from(x) * self.days_per_px
    }

    /// The place at the right edge.
    pub fn end(&self, width: f32) -> f64 {
        self.place_at(width)
    }

    /// Width of one day in pixels.
    #[expect(clippy::cast_possible_truncation, reason = "screen pixels need no more than f32")]
    pub fn day_px(&self) -> f32 {
        (1.0 / self.days_per_px) as f32
    }

    /// Moved so that what was under the pointer follows it by `dx` pixels.
    #[must_use]
    pub fn panned(self, dx: f32) -> Self {
        let start = self.start - f64::from(dx) * self.days_per_px;
        Self { start: start.clamp(f64::from(FIRST) - MOST_DAYS, f64::from(LAST)), ..self }
    }

    /// Zoomed by `factor` (above 1 shows less), the day under pixel `x` staying where it is.
    #[must_use]
    pub fn zoomed_at(self, x: f32, factor: f32, width: f32) -> Self {
        let anchor = self.place_at(x);
        let days_per_px = self.days_per_px / f64::from(factor.clamp(0.01, 100.0));
        let zoomed = Self { days_per_px, ..self }.kept(width);
        Self { start: anchor - f64::from(x) * zoomed.days_per_px, ..zoomed }
    }

    /// The same centre over another width: a panel was opened or closed.
    #[must_use]
    pub fn recentred(self, place: f64, width: f32) -> Self {
        Self { start: place - f64::from(width) / 2.0 * self.days_per_px, ..self }
    }

    /// Moved by as little as brings a place into sight, with room around it.
    #[must_use]
    pub fn revealing(self, place: f64, width: f32) -> Self {
        let days = f64::from(width) * self.days_per_px;
        let room = days * 0.1;
        let start = self.start.min(place - room).max(place + room - days);
        Self { start, ..self }
    }

    fn kept(self, width: f32) -> Self {
        let most = MOST_DAYS / f64::from(width.max(1.0));
        let days_per_px = self.days_per_px.clamp(1.0 / WIDEST_DAY_PX, most.max(1.0 / WIDEST_DAY_PX));
        let centre = self.start + f64::from(width) / 2.0 * self.days_per_px;
        Self { start: centre - f64::from(width) / 2.0 * days_per_px, days_per_px }
    }
}

/// One mark of the ruler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tick {
    /// Where.
    pub place: i32,
    /// What it says.
    pub label: String,
}

/// The marks in sight, in two rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// Months over days, years over months; the first stands at or before the left edge.
    pub major: Vec<Tick>,
    /// The finer row.
    pub minor: Vec<Tick>,
}

/// How far the marks of a row stand apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    Days(i32),
    Months(i32),
    Years(i32),
}

/// The finest step whose labels fit, at `day_px` pixels a day.
fn minor_step(day_px: f32, upwards: bool) -> Step {
    /// Labels below each other need less room than side by side.
    const UPWARDS: f32 = 0.6;
    const STEPS: [(Step, f32, f32); 11] = [
        (Step::Days(1), 1.0, 24.0),
        (Step::Days(7), 7.0, 34.0),
        (Step::Months(1), 30.4, 34.0),
        (Step::Months(3), 91.3, 34.0),
        (Step::Years(1), 365.2, 42.0),
        (Step::Years(2), 730.5, 42.0),
        (Step::Years(5), 1826.0, 42.0),
        (Step::Years(10), 3652.0, 42.0),
        (Step::Years(50), 18_262.0, 42.0),
        (Step::Years(100), 36_524.0, 42.0),
        (Step::Years(500), 182_621.0, 42.0),
    ];
    let room = if upwards { UPWARDS } else { 1.0 };
    STEPS.iter().find(|(_, days, px)| days * day_px >= *px * room).map_or(Step::Years(1000), |(step, _, _)| *step)
}

/// The marks for what is in sight.
pub fn ticks(sight: &Sight, width: f32) -> Ticks {
    ticks_of(sight, width, minor_step(sight.day_px(), false))
}

/// The same on a ruler that stands upright.
pub fn ticks_upwards(sight: &Sight, height: f32) -> Ticks {
    ticks_of(sight, height, minor_step(sight.day_px(), true))
}

fn ticks_of(sight: &Sight, width: f32, step: Step) -> Ticks {
    let day_px = sight.day_px();
    let major = match step {
        Step::Days(_) => Some(Step::Months(1)),
        Step::Months(_) => Some(Step::Years(1)),
        Step::Years(_) => None,
    };
    let (first, last) = (day_at(sight.start), day_at(sight.end(width)));
    let label = |day: NaiveDate| match step {
        Step::Days(1) if day_px >= 46.0 => format!("{} {}", two_letters(day), day.day()),
        Step::Days(_) => day.day().to_string(),
        Step::Months(_) => month_short(day).to_owned(),
        Step::Years(_) => day.year().to_string(),
    };
    let major_label = |day: NaiveDate| match step {
        Step::Days(_) if 30.0 * day_px < 90.0 => format!("{} {}", month_short(day), day.year()),
        Step::Days(_) => format!("{} {}", month_name(day), day.year()),
        _ => day.year().to_string(),
    };
    let row = |step, label: &dyn Fn(NaiveDate) -> String| {
        days_of(step, first, last).into_iter().map(|day| Tick { place: place(day), label: label(day) }).collect()
    };
    Ticks { major: major.map(|step| row(step, &major_label)).unwrap_or_default(), minor: row(step, &label) }
}

fn two_letters(day: NaiveDate) -> &'static str {
    super::labels::weekday_short(day.weekday()).get(..2).unwrap_or_default()
}

/// The days of a step from the one at or before `first` to `last`.
fn days_of(step: Step, first: NaiveDate, last: NaiveDate) -> Vec<NaiveDate> {
    let mut days = Vec::new();
    let mut next = start_of(step, first);
    while let Some(day) = next.filter(|day| *day <= last && days.len() < 4096) {
        days.push(day);
        next = match step {
            Step::Days(n) => day.checked_add_days(chrono::Days::new(u64::from(n.unsigned_abs()))),
            Step::Months(n) => day.checked_add_months(chrono::Months::new(n.unsigned_abs())),
            Step::Years(n) => NaiveDate::from_ymd_opt(day.year() + n - day.year().rem_euclid(n), 1, 1),
        };
    }
    days
}

fn start_of(step: Step, day: NaiveDate) -> Option<NaiveDate> {
    match step {
        Step::Days(7) => crate::civil::calendar::monday_of(day),
        Step::Days(_) => Some(day),
        Step::Months(n) => {
            let months = u32::try_from(n).ok().filter(|n| *n > 0)?;
            NaiveDate::from_ymd_opt(day.year(), day.month0() / months * months + 1, 1)
        }
        Step::Years(n) => NaiveDate::from_ymd_opt((day.year() - day.year().rem_euclid(n)).max(1), 1, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(y: i32, m: u32, d: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(y, m, d).unwrap()
    }

    fn sight(day: NaiveDate, day_px: f64) -> Sight {
        Sight { start: f64::from(place(day)), days_per_px: 1.0 / day_px }
    }

    #[test]
    fn zooming_keeps_the_day_under_the_pointer() {
        let before = sight(ymd(2022, 4, 17), 40.0);
        for factor in [0.2, 0.9, 1.1, 3.0] {
            let after = before.zoomed_at(300.0, factor, 600.0);
            assert!((after.place_at(300.0) - before.place_at(300.0)).abs() < 1e-6);
        }
    }

    #[test]
    fn zooming_ends_at_a_day_and_at_the_calendar() {
        let mut near = sight(ymd(2022, 4, 17), 40.0);
        let mut far = near;
        for _ in 0..100 {
            near = near.zoomed_at(10.0, 2.0, 600.0);
            far = far.zoomed_at(10.0, 0.5, 600.0);
        }
        assert!(near.day_px() <= 160.5);
        assert!(far.end(600.0) - far.start <= MOST_DAYS * 1.001);
        assert!(ticks(&far, 600.0).minor.len() < 200);
    }

    #[test]
    fn days_weeks_months_and_years_as_the_zoom_asks() {
        let words = |day_px: f64| {
            let found = ticks(&sight(ymd(2022, 4, 17), day_px), 200.0);
            let row = |ticks: &[Tick]| ticks.iter().take(3).map(|t| t.label.clone()).collect::<Vec<_>>().join(" ");
            format!("{} | {}", row(&found.major), row(&found.minor))
        };
        assert_eq!(words(50.0), "April 2022 | Su 17 Mo 18 Tu 19");
        assert_eq!(words(25.0), "April 2022 | 17 18 19");
        assert_eq!(words(6.0), "April 2022 May 2022 | 11 18 25");
        assert_eq!(words(2.0), "2022 | Apr May Jun");
        assert_eq!(words(0.5), "2022 2023 | Apr Jul Oct");
        assert_eq!(words(0.2), " | 2022 2023 2024");
        assert_eq!(words(0.01), " | 2000 2050");
    }

    #[test]
    fn a_place_in_sight_moves_nothing_and_one_outside_as_little_as_needed() {
        let here = sight(ymd(2022, 4, 17), 10.0);
        let at = |days: f64| here.start + days;
        assert_eq!(here.revealing(at(30.0), 600.0), here);
        let later = here.revealing(at(80.0), 600.0);
        assert!((later.x(at(80.0)) - 540.0).abs() < 0.01, "{later:?}");
        let earlier = here.revealing(at(-40.0), 600.0);
        assert!((earlier.x(at(-40.0)) - 60.0).abs() < 0.01, "{earlier:?}");
    }

    #[test]
    fn seven_days_at_least_are_shown() {
        let day = f64::from(place(ymd(2022, 4, 24)));
        let fit = Sight::fitting(day, day, 700.0, 7.0);
        assert!(fit.end(700.0) - fit.start >= 7.0);
        assert!(fit.x(day) > 0.0 && fit.x(day + 1.0) < 700.0);
    }
}
