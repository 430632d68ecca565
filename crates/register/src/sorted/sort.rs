//! Sorting costs: digit by digit where there are many, since costs are short numbers. Knows no groups.

/// The longest digit, in bits: its counts stay in the nearest memory.
const LONGEST: u32 = 12;
/// Fewer are sorted by comparing.
const MANY: usize = 1500;

/// Sorts in rising order; `scratch` is kept from one call to the next.
pub(super) fn sort(costs: &mut [u32], scratch: &mut Vec<u32>) {
    if costs.len() < MANY {
        costs.sort_unstable();
        return;
    }
    scratch.clear();
    scratch.resize(costs.len(), 0);
    let all = costs.iter().fold(0, |all, cost| all | cost);
    let bits = u32::BITS - all.leading_zeros();
    let rounds = bits.div_ceil(LONGEST);
    let digit = Digit { shift: 0, bits: bits.div_ceil(rounds.max(1)) };
    for round in 0..rounds {
        let digit = Digit { shift: round * digit.bits, ..digit };
        match round % 2 {
            0 => digit.sort(costs, scratch),
            _ => digit.sort(scratch, costs),
        }
    }
    if rounds % 2 == 1 {
        costs.copy_from_slice(scratch);
    }
}

/// Some bits of a cost.
#[derive(Clone, Copy)]
struct Digit {
    shift: u32,
    bits: u32,
}

impl Digit {
    /// In the order of the digit, and as before where it is the same.
    fn sort(self, from: &[u32], to: &mut [u32]) {
        let mut next = [0u32; 1 << LONGEST];
        for cost in from {
            if let Some(count) = next.get_mut(self.of(*cost)) {
                *count += 1;
            }
        }
        let mut start = 0;
        for place in next.iter_mut().take(1 << self.bits) {
            start += std::mem::replace(place, start);
        }
        for cost in from {
            let Some(place) = next.get_mut(self.of(*cost)) else { continue };
            if let Some(slot) = usize::try_from(*place).ok().and_then(|place| to.get_mut(place)) {
                *slot = *cost;
            }
            *place += 1;
        }
    }

    fn of(self, cost: u32) -> usize {
        usize::try_from((cost >> self.shift) & ((1 << self.bits) - 1)).unwrap_or(usize::MAX)
    }
}

#[cfg(test)]
mod tests {
    use super::sort;
    use proptest::{collection::vec, prelude::*};

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]

        #[test]
        fn many_are_sorted_as_few_are(costs in vec(prop_oneof![0u32..3000, 0u32..5_000_000, any::<u32>()], 1400..4000)) {
            let mut expected = costs.clone();
            expected.sort_unstable();
            let mut found = costs;
            sort(&mut found, &mut vec![7; 3]);
            prop_assert_eq!(found, expected);
        }

        #[test]
        fn small_costs_need_fewer_rounds(costs in vec(0u32..2048, 1500..1600)) {
            let mut expected = costs.clone();
            expected.sort_unstable();
            let mut found = costs;
            sort(&mut found, &mut Vec::new());
            prop_assert_eq!(found, expected);
        }
    }
}
