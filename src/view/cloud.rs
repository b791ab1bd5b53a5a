//! Where so many dates were told that their dots run together: how many in each patch of report days and claimed days.

use std::sync::OnceLock;

/// A patch: its first report day, its first claimed day, and how many tellings fall into it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patch {
    /// First report day.
    pub reported: i32,
    /// First claimed day.
    pub claimed: i32,
    /// Tellings in it.
    pub n: u32,
}

/// Each coarser picture has patches so many times wider and higher.
const COARSER: i32 = 4;
/// Widths of the patches, in days: 1, 4, 16, 64, 256, 1024.
const N_LEVELS: usize = 6;

/// All tellings, counted in patches of the size a picture asks for: each size once, when it is first looked at.
#[derive(Clone, Debug, Default)]
pub struct Cloud {
    tellings: Vec<(i32, i32)>,
    /// From the finest to the coarsest, each in order of report day, then claimed day.
    levels: [OnceLock<Vec<Patch>>; N_LEVELS],
}

/// Sorts and counts: two days packed into one number sort several times faster than a pair.
fn counted(tellings: &[(i32, i32)], width: i32) -> Vec<Patch> {
    let within = |day: i32| day.div_euclid(width) * width;
    let packed = |(reported, claimed): &(i32, i32)| (u64::from(biased(within(*reported))) << 32) | u64::from(biased(within(*claimed)));
    let mut keys: Vec<u64> = tellings.iter().map(packed).collect();
    keys.sort_unstable();
    let patch = |group: &[u64]| {
        let key = group.first().copied().unwrap_or_default();
        #[expect(clippy::cast_possible_truncation, reason = "the two halves")]
        let (reported, claimed) = (unbiased((key >> 32) as u32), unbiased(key as u32));
        Patch { reported, claimed, n: u32::try_from(group.len()).unwrap_or(u32::MAX) }
    };
    keys.chunk_by(|a, b| a == b).map(patch).collect()
}

/// Days in an order that numbers without a sign keep.
const fn biased(day: i32) -> u32 {
    day.cast_unsigned() ^ (1 << 31)
}

const fn unbiased(day: u32) -> i32 {
    (day ^ (1 << 31)).cast_signed()
}

impl Cloud {
    /// From the report day and the claimed day of every telling, in any order.
    pub fn of(tellings: Vec<(i32, i32)>) -> Self {
        Self { tellings, levels: Default::default() }
    }

    /// Counts the patches of every size now, so that no frame has to.
    pub fn count_all(&self) {
        let widths = std::iter::successors(Some(1), |width| Some(width * COARSER));
        for (level, width) in self.levels.iter().zip(widths) {
            level.get_or_init(|| counted(&self.tellings, width));
        }
    }

    /// Whether there is nothing in it.
    pub const fn is_empty(&self) -> bool {
        self.tellings.is_empty()
    }

    /// The patches told between two days, the finest of at least `least_days`; and how many days wide they are.
    pub fn patches(&self, from: f64, to: f64, least_days: f64) -> (i32, &[Patch]) {
        let widths = std::iter::successors(Some(1), |width| Some(width * COARSER));
        let mut levels = self.levels.iter().zip(widths).enumerate();
        let fits = |(at, (_, width)): &(usize, (_, i32))| f64::from(*width) >= least_days || *at + 1 == N_LEVELS;
        let Some((_, (level, width))) = levels.find(fits) else { return (1, &[]) };
        (width, between(level.get_or_init(|| counted(&self.tellings, width)), from, to, width))
    }
}

fn between(level: &[Patch], from: f64, to: f64, width: i32) -> &[Patch] {
    let first = level.partition_point(|patch| f64::from(patch.reported + width) <= from);
    let last = level.partition_point(|patch| f64::from(patch.reported) < to);
    level.get(first..last.max(first)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn every_telling_is_in_a_patch_of_every_size(days in prop::collection::vec((-300_i32..3000, -300_i32..3000), 0..400), least in 0.0_f64..3000.0) {
            let cloud = Cloud::of(days.clone());
            let (width, patches) = cloud.patches(-1e4, 1e4, least);
            prop_assert_eq!(patches.iter().map(|patch| patch.n as usize).sum::<usize>(), days.len());
            for (reported, claimed) in days {
                let holds = |patch: &&Patch| (patch.reported..patch.reported + width).contains(&reported) && (patch.claimed..patch.claimed + width).contains(&claimed);
                prop_assert_eq!(patches.iter().filter(holds).count(), 1);
            }
        }
    }

    #[test]
    fn only_patches_in_sight_are_given() {
        let cloud = Cloud::of((0..100).map(|day| (day, 7)).collect());
        let (width, patches) = cloud.patches(10.0, 20.0, 1.0);
        assert_eq!((width, patches.len()), (1, 10));
        let (width, patches) = cloud.patches(10.0, 20.0, 3.0);
        assert_eq!((width, patches.len()), (4, 3), "8–11, 12–15, 16–19");
    }
}
