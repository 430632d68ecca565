//! Practices in the order of their names. Knows nothing of their persons.
use model::name::place;

/// Sorts the names and gives, by place before, the place after.
pub(crate) fn sort(names: &mut Vec<String>) -> Vec<u16> {
    let mut order: Vec<(usize, String)> = std::mem::take(names).into_iter().enumerate().collect();
    order.sort_by_cached_key(|(_, name)| place(name));
    let mut moved = vec![0; order.len()];
    for (after, (before, name)) in order.into_iter().enumerate() {
        if let (Some(place), Ok(after)) = (moved.get_mut(before), u16::try_from(after)) {
            *place = after;
        }
        names.push(name);
    }
    moved
}
