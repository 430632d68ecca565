//! Which rows of a region are sums of others, whatever they are called. Knows no names.

/// How many sets of rows are looked at, over a file; a region has few rows that are sums.
const MAX_LOOKS: usize = 200_000;
/// With fewer groups, rows that stand apart may add up to another by chance.
const MANY_GROUPS: usize = 10;

/// The places of rows that are, in every group, the sum of two or more others: of some that stand together, of all, or of any.
/// Several rows at the beginning or the end that come to all the others are sums of parts of them.
pub(super) fn sums(rows: &[Vec<u64>]) -> Vec<usize> {
    let total = |place: &usize| rows.get(*place).map_or(0, |row| row.iter().sum::<u64>());
    let mut rising: Vec<usize> = (0..rows.len()).filter(|place| total(place) > 0).collect();
    rising.sort_by_key(total);
    let mut found: Vec<usize> = Vec::new();
    let mut looks = 0;
    for place in rising {
        let Some(row) = rows.get(place) else { continue };
        // what is larger is no part
        let is_part =
            |other: &usize| *other != place && !found.contains(other) && (1..=total(&place)).contains(&total(other));
        let parts: Vec<&Vec<u64>> = (0..rows.len()).filter(is_part).filter_map(|other| rows.get(other)).collect();
        if is_run(row, &parts) || row.len() >= MANY_GROUPS && is_any(row, &parts, &mut looks) {
            found.push(place);
        }
    }
    let kept: Vec<usize> = (0..rows.len()).filter(|place| !found.contains(place)).collect();
    found.extend(blocks(rows, &kept));
    found.sort_unstable();
    found
}

/// Whether the row is the sum of two or more that stand together.
fn is_run(row: &[u64], parts: &[&Vec<u64>]) -> bool {
    (0..parts.len()).any(|first| {
        let mut rest = row.to_vec();
        for (count, part) in parts.iter().skip(first).enumerate() {
            match without(&rest, part) {
                Some(less) => rest = less,
                None => return false,
            }
            if rest.iter().all(|count| *count == 0) {
                return count > 0;
            }
        }
        false
    })
}

/// Whether the row is the sum of two or more of them, wherever they stand.
fn is_any(row: &[u64], parts: &[&Vec<u64>], looks: &mut usize) -> bool {
    // what all from here on come to
    let mut after: Vec<Vec<u64>> = vec![vec![0; row.len()]];
    for part in parts.iter().rev() {
        let next = after.last().map(|sum| sum.iter().zip(*part).map(|(sum, count)| sum + count).collect());
        after.extend(next);
    }
    after.reverse();
    let mut open: Vec<(usize, usize, Vec<u64>)> = vec![(0, 0, row.to_vec())];
    while let Some((place, taken, rest)) = open.pop() {
        *looks += 1;
        if *looks > MAX_LOOKS {
            return false;
        }
        if rest.iter().all(|count| *count == 0) {
            if taken > 1 {
                return true;
            }
            continue;
        }
        let is_enough = after.get(place).is_some_and(|sum| sum.iter().zip(&rest).all(|(sum, rest)| sum >= rest));
        let Some(part) = parts.get(place).filter(|_| is_enough) else { continue };
        let with = without(&rest, part).map(|rest| (place + 1, taken + 1, rest));
        open.push((place + 1, taken, rest));
        open.extend(with);
    }
    false
}

/// What is left of the row without the part, if the part is nowhere larger.
fn without(row: &[u64], part: &[u64]) -> Option<Vec<u64>> {
    row.iter().zip(part).map(|(count, part)| count.checked_sub(*part)).collect()
}

/// The fewest rows at the end or the beginning that come to all the others.
fn blocks(rows: &[Vec<u64>], kept: &[usize]) -> Vec<usize> {
    let sum = |places: &[usize]| {
        let own = places.iter().filter_map(|place| rows.get(*place));
        own.fold(Vec::new(), |sum: Vec<u64>, row| {
            row.iter().enumerate().map(|(at, count)| sum.get(at).copied().unwrap_or(0) + count).collect()
        })
    };
    for length in 2..kept.len().div_ceil(2) {
        let (others, last) = kept.split_at(kept.len() - length);
        let (first, rest) = kept.split_at(length);
        for (block, others) in [(last, others), (first, rest)] {
            let come_to = sum(block);
            if come_to.iter().any(|count| *count > 0) && come_to == sum(others) {
                return block.to_vec();
            }
        }
    }
    Vec::new()
}
