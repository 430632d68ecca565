//! A handful of items in order. It does not know what they are.

/// The items by rising key; equal keys keep their order. For short lists: the general sort is 5 kB of code for each
/// type it sorts, and the page downloads it.
pub(crate) fn rising<T, K: PartialOrd>(items: impl Iterator<Item = T>, key: impl Fn(&T) -> K) -> Vec<T> {
    let mut sorted: Vec<T> = Vec::new();
    for item in items {
        let place = sorted.iter().position(|other| key(other) > key(&item)).unwrap_or(sorted.len());
        sorted.insert(place, item);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn it_sorts_as_the_library_does(keys in prop::collection::vec(0..10u8, 0..20)) {
            let mut expected: Vec<(usize, u8)> = keys.iter().copied().enumerate().collect();
            let sorted = rising(expected.iter().copied(), |(_, key)| *key);
            expected.sort_by_key(|(_, key)| *key);
            prop_assert_eq!(sorted, expected);
        }
    }
}
