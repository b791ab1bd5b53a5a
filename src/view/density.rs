//! How many marks fall into each pixel column, so that a million of them still make an honest picture.

/// Days of marks, counted so that any span is answered by two look-ups.
#[derive(Clone, Debug, Default)]
pub struct Density {
    days: Vec<i32>,
    /// Marks before day `base + i`; only for tracks that are dense enough to be worth it.
    before: Vec<u32>,
    base: i32,
}

/// A table of days is kept where it needs no more than this many entries a mark.
const DAYS_PER_MARK: usize = 8;

impl Density {
    /// From the days of all marks, in any order.
    pub fn of(mut days: Vec<i32>) -> Self {
        days.sort_unstable();
        let (Some(&base), Some(&last)) = (days.first(), days.last()) else { return Self::default() };
        let n_days = usize::try_from(last - base).unwrap_or(usize::MAX);
        if n_days / DAYS_PER_MARK > days.len() || days.len() < 64 {
            return Self { days, before: Vec::new(), base };
        }
        let mut before = vec![0_u32; n_days + 2];
        for day in &days {
            if let Some(slot) = usize::try_from(day - base).ok().and_then(|at| before.get_mut(at + 1)) {
                *slot += 1;
            }
        }
        let mut sum = 0;
        for slot in &mut before {
            sum += *slot;
            *slot = sum;
        }
        Self { days, before, base }
    }

    /// Every mark's day, ascending.
    pub fn days(&self) -> &[i32] {
        &self.days
    }

    /// Number of marks.
    pub fn len(&self) -> usize {
        self.days.len()
    }

    /// Whether there is no mark at all.
    pub fn is_empty(&self) -> bool {
        self.days.is_empty()
    }

    /// First and last day.
    pub fn extent(&self) -> Option<(i32, i32)> {
        self.days.first().copied().zip(self.days.last().copied())
    }

    /// Marks before the day at or after `place`.
    #[expect(clippy::cast_possible_truncation, reason = "places are days of the calendar, clamped")]
    pub fn n_before(&self, place: f64) -> u32 {
        let day = place.ceil().clamp(-4e6, 8e6) as i32;
        if self.before.is_empty() {
            return u32::try_from(self.days.partition_point(|d| *d < day)).unwrap_or(u32::MAX);
        }
        let at = usize::try_from(day - self.base).unwrap_or(0).min(self.before.len() - 1);
        self.before.get(at).copied().unwrap_or(0)
    }

    /// Marks on the days `from..to`.
    pub fn n_between(&self, from: f64, to: f64) -> u32 {
        self.n_before(to).saturating_sub(self.n_before(from))
    }

    /// Counts for columns of `step` days from `start`, into `out`. Nothing in the span is ever lost: the last column of a
    /// day holds it.
    pub fn columns(&self, start: f64, step: f64, out: &mut [u32]) {
        let mut before = self.n_before(start);
        let mut at = start;
        for slot in out {
            at += step;
            let upto = self.n_before(at);
            *slot = upto.saturating_sub(before);
            before = upto;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn columns_lose_no_mark(days in prop::collection::vec(0_i32..3000, 1..400), step in 0.3_f64..40.0) {
            let density = Density::of(days.clone());
            let n = (3001.0 / step).ceil();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most ten thousand")]
            let mut out = vec![0; n as usize];
            density.columns(0.0, step, &mut out);
            prop_assert_eq!(out.iter().sum::<u32>() as usize, days.len());
        }
    }

    #[test]
    fn a_table_and_a_search_give_the_same_counts() {
        let dense = Density::of((0..200).collect());
        let sparse = Density::of((0..200).step_by(10).collect());
        assert_eq!(dense.n_between(10.0, 20.0), 10);
        assert_eq!(sparse.n_between(10.0, 20.0), 1);
        assert_eq!(sparse.n_between(10.5, 20.5), 1);
        assert_eq!(dense.n_between(-50.0, 500.0), 200);
    }
}
