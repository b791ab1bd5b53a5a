//! Where so many dates were told that their dots run together: how many in each patch of report days and claimed days.

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

/// All tellings, counted in patches of several sizes, so that a picture of any zoom costs about the same.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cloud {
    /// From the finest to the coarsest, each in order of report day, then claimed day.
    levels: Vec<Vec<Patch>>,
}

/// Counts neighbours that are the same patch.
fn merged(patches: impl Iterator<Item = Patch>) -> Vec<Patch> {
    let mut merged: Vec<Patch> = Vec::new();
    for patch in patches {
        match merged.last_mut() {
            Some(known) if (known.reported, known.claimed) == (patch.reported, patch.claimed) => known.n += patch.n,
            _ => merged.push(patch),
        }
    }
    merged
}

impl Cloud {
    /// From the report day and the claimed day of every telling, in any order.
    pub fn of(mut tellings: Vec<(i32, i32)>) -> Self {
        tellings.sort_unstable();
        let finest = merged(tellings.into_iter().map(|(reported, claimed)| Patch { reported, claimed, n: 1 }));
        let mut levels = vec![finest];
        let mut width = 1;
        for level in 1..N_LEVELS {
            width *= COARSER;
            let within = |day: i32| day.div_euclid(width) * width;
            let finer = levels.get(level - 1).map_or(&[][..], Vec::as_slice);
            let mut patches: Vec<Patch> =
                finer.iter().map(|p| Patch { reported: within(p.reported), claimed: within(p.claimed), ..*p }).collect();
            patches.sort_unstable_by_key(|patch| (patch.reported, patch.claimed));
            levels.push(merged(patches.into_iter()));
        }
        Self { levels }
    }

    /// The patches told between two days, the finest of at least `least_days`; and how many days wide they are.
    pub fn patches(&self, from: f64, to: f64, least_days: f64) -> (i32, &[Patch]) {
        let mut width = 1;
        for level in self.levels.iter().take(N_LEVELS - 1) {
            if f64::from(width) >= least_days {
                return (width, between(level, from, to, width));
            }
            width *= COARSER;
        }
        (width, self.levels.last().map_or(&[][..], |level| between(level, from, to, width)))
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
