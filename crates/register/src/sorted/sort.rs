//! Sorting costs: digit by digit where there are many, since costs are short numbers. Knows no groups.

/// Digits of so many bits: their counts stay in the nearest memory.
const BITS: u32 = 11;
const DIGITS: usize = 1 << BITS;
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
    let largest = costs.iter().copied().max().unwrap_or(0);
    let mut in_scratch = false;
    for shift in [0, BITS, 2 * BITS].into_iter().take_while(|shift| largest >> shift > 0) {
        match in_scratch {
            false => by_digit(costs, scratch, shift),
            true => by_digit(scratch, costs, shift),
        }
        in_scratch = !in_scratch;
    }
    if in_scratch {
        costs.copy_from_slice(scratch);
    }
}

/// In the order of one digit, and as before where it is the same.
fn by_digit(from: &[u32], to: &mut [u32], shift: u32) {
    let mut next = [0u32; DIGITS];
    for cost in from {
        if let Some(count) = next.get_mut(digit(*cost, shift)) {
            *count += 1;
        }
    }
    let mut start = 0;
    for place in &mut next {
        start += std::mem::replace(place, start);
    }
    for cost in from {
        let Some(place) = next.get_mut(digit(*cost, shift)) else { continue };
        if let Some(slot) = usize::try_from(*place).ok().and_then(|place| to.get_mut(place)) {
            *slot = *cost;
        }
        *place += 1;
    }
}

fn digit(cost: u32, shift: u32) -> usize {
    usize::try_from(cost >> shift).unwrap_or(0) % DIGITS
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
