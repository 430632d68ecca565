//! A practice as anybody can put it together from what is published of it: figures that no total of the guard covers, such
//! as the list counted by its work, are made of this while counts are hidden. Two practices that look alike from outside
//! give the same figures then, however many digits these have, so that no arithmetic leads back to a hidden count.
use crate::{
    estimate::estimated_affected,
    guard::{Protection, Total},
};
use model::{
    case_mix::CaseMix,
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    outcome::PaidFor,
    practice::Practice,
    sex::Sex,
};

/// The practice with numbers that follow from what is published in the place of hidden counts. A small one becomes half
/// the threshold. The others of a sex share what its published sum leaves, alike; where the sum is withheld, they become
/// the threshold. Persons with a condition become as many as the reference population has among such a list; a condition
/// that it lacks is left out.
pub fn stand_in(practice: &Practice, protection: &Protection, threshold: u32, mix: Option<&CaseMix>) -> Practice {
    let standing = |cell| listed(practice, protection, threshold, cell);
    let listed = PerCell::from_fn(practice.listed.bands(), standing);
    let likely: Vec<(Id, Count)> = mix.and_then(|mix| estimated_affected(mix, &listed)).unwrap_or_default();
    let told = |(id, count): (&Id, &Count)| {
        let what = PaidFor::Factor(id.clone());
        match (protection.small.contains(&what), protection.hides(&what)) {
            (true, _) => Some((id.clone(), half(threshold))),
            (_, true) => likely.iter().find(|(likely, _)| likely == id).cloned(),
            _ => Some((id.clone(), *count)),
        }
    };
    let affected: Entries<Id, Count> = practice.affected.iter().filter_map(told).collect();
    Practice { listed, affected, drug_cost: practice.drug_cost }
}

fn count(persons: u32) -> Count {
    Count::new(persons.into()).unwrap_or_default()
}

fn half(threshold: u32) -> Count {
    count(threshold / 2)
}

fn listed(practice: &Practice, protection: &Protection, threshold: u32, cell: Cell) -> Count {
    let what = |cell: Cell| PaidFor::Cell(cell);
    let own = practice.listed.get(cell).copied().unwrap_or_default();
    if protection.small.contains(&what(cell)) {
        return half(threshold);
    }
    if !protection.hides(&what(cell)) {
        return own;
    }
    let of_sex = || practice.listed.iter().filter(|(one, _)| one.sex == cell.sex);
    let beside: Vec<Cell> =
        of_sex().map(|(one, _)| one).filter(|one| protection.beside.contains(&what(*one))).collect();
    let small = of_sex().filter(|(one, _)| protection.small.contains(&what(*one))).count();
    let left = left(practice, protection, cell.sex).map(|left| {
        let small = u32::try_from(small).unwrap_or(u32::MAX).saturating_mul(half(threshold).get());
        left.saturating_sub(small)
    });
    let Some(left) = left else { return count(threshold) };
    let (of, at) = (u32::try_from(beside.len()).unwrap_or(u32::MAX).max(1), beside.iter().position(|one| *one == cell));
    let at = at.and_then(|at| u32::try_from(at).ok()).unwrap_or(u32::MAX);
    count(left / of + u32::from(at < left % of))
}

/// What the published sum of a sex leaves to its hidden counts; none where it is withheld.
fn left(practice: &Practice, protection: &Protection, sex: Sex) -> Option<u32> {
    let hidden = practice.listed.iter().filter(|(cell, _)| cell.sex == sex);
    let hidden = hidden.filter(|(cell, _)| protection.hides(&PaidFor::Cell(*cell)));
    (!protection.withholds(Total::Sex(sex))).then(|| hidden.map(|(_, count)| count.get()).sum())
}
