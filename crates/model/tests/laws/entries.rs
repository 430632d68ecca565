//! A small map behaves as the standard library's ordered map.
use model::entries::Entries;
use proptest::prelude::*;
use std::collections::BTreeMap;

proptest! {
    #[test]
    fn entries_behave_as_an_ordered_map(steps in prop::collection::vec((0u8..3, 0u8..20, any::<u16>()), 0..80)) {
        let (mut small, mut large) = (Entries::new(), BTreeMap::new());
        for (step, key, value) in steps {
            match step {
                0 => prop_assert_eq!(small.insert(key, value), large.insert(key, value)),
                1 => prop_assert_eq!(small.remove(&key), large.remove(&key)),
                _ => {
                    small.retain(|k, _| *k != key);
                    large.retain(|k, _| *k != key);
                }
            }
            prop_assert_eq!(small.get(&key), large.get(&key));
            prop_assert_eq!(small.iter().collect::<Vec<_>>(), large.iter().collect::<Vec<_>>());
            prop_assert_eq!((small.len(), small.is_empty()), (large.len(), large.is_empty()));
        }
        prop_assert_eq!(small.into_iter().collect::<BTreeMap<_, _>>(), large);
    }
}
