//! Every single cost, sorted within its group: what CPM and MAPE need besides the sums. Knows no amounts.
use crate::{
    evaluate::float,
    register::Register,
    summary::{Group, MANY, NONE, Places, Summary},
};
use std::rc::Rc;

mod sort;

/// The register is not the one that the summary was made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AnotherRegister;

/// Costs in rising order, group by group.
#[derive(Clone, Debug)]
pub(crate) struct Sorted {
    costs: Vec<u32>,
    /// By group: where its costs begin; one more for the end of the last.
    starts: Vec<u32>,
    /// Before each block of [`BLOCK`] costs: the sum of all costs before it.
    blocks: Vec<u64>,
    /// Σ|c − c̄| about the region's mean.
    pub absolute: f64,
    /// What fingers belong to.
    pub identity: Rc<()>,
}

/// How many costs of a group are at most an amount, and their sum.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Below {
    pub count: u32,
    pub sum: u64,
}

/// A group's costs.
#[derive(Clone, Copy)]
pub(crate) struct Costs<'a> {
    sorted: &'a Sorted,
    costs: &'a [u32],
    start: usize,
}

/// Costs to a block: a quarter of a kilobyte, so that block sums cost an eighth of a byte a person.
const BLOCK: usize = 64;

impl Summary {
    /// Sorts the single costs of the persons that the summary was made of: four bytes a person and a few more, after
    /// which [`Summary::evaluate`] knows CPM and MAPE. Error: the register is another.
    pub fn sort(&mut self, register: &Register) -> Result<(), AnotherRegister> {
        self.sorted = Some(Sorted::gather(self, register).ok_or(AnotherRegister)?);
        Ok(())
    }

    /// Whether single costs are sorted, so that CPM and MAPE are known.
    pub fn is_sorted(&self) -> bool {
        self.sorted.is_some()
    }
}

impl Sorted {
    /// `None` when the persons are not those of the groups.
    fn gather(summary: &Summary, register: &Register) -> Option<Self> {
        let starts = starts(&summary.groups);
        if starts.last().copied() != u32::try_from(register.len()).ok() {
            return None;
        }
        let mut costs = scattered(summary, register, &starts)?;
        if !sort_groups(&mut costs, &summary.groups) {
            return None;
        }
        let blocks = block_sums(&costs);
        let absolute = about(&costs, summary.layout.all_mean);
        Some(Self { costs, starts, blocks, absolute, identity: Rc::new(()) })
    }

    /// The group's costs.
    pub fn group(&self, group: usize) -> Option<Costs<'_>> {
        let start = usize::try_from(*self.starts.get(group)?).ok()?;
        let end = usize::try_from(*self.starts.get(group + 1)?).ok()?;
        Some(Costs { sorted: self, costs: self.costs.get(start..end)?, start })
    }

    /// The sum of all costs before the place: from the nearer block.
    fn sum_before(&self, place: usize) -> u64 {
        let block = place / BLOCK;
        let before = self.blocks.get(block).copied().unwrap_or_default();
        before + sum(self.costs.get(block * BLOCK..place).unwrap_or_default())
    }
}

impl Costs<'_> {
    /// The cost at the place, of all in rising order.
    pub fn get(&self, place: u32) -> Option<u32> {
        self.costs.get(usize::try_from(place).ok()?).copied()
    }

    /// The costs that are at most the amount, sought by halves.
    pub fn at_most(&self, amount: f64) -> Below {
        let count = self.costs.partition_point(|cost| f64::from(*cost) <= amount);
        // within a block or two the costs themselves are nearer than the sums of blocks
        let sum = match self.costs.get(..count) {
            Some(costs) if count <= 2 * BLOCK => sum(costs),
            _ => self.sorted.sum_before(self.start + count).saturating_sub(self.sorted.sum_before(self.start)),
        };
        Below { count: u32::try_from(count).unwrap_or(u32::MAX), sum }
    }

    /// The costs that are at most the amount, sought step by step from where they ended before: for small changes.
    pub fn moved(&self, mut below: Below, amount: f64) -> Below {
        const STEPS: u32 = 24;
        for _ in 0..STEPS {
            let next = self.get(below.count).filter(|cost| f64::from(*cost) <= amount);
            let last =
                below.count.checked_sub(1).and_then(|place| self.get(place)).filter(|cost| f64::from(*cost) > amount);
            match (next, last) {
                (Some(cost), _) => below = Below { count: below.count + 1, sum: below.sum + u64::from(cost) },
                (_, Some(cost)) => below = Below { count: below.count - 1, sum: below.sum - u64::from(cost) },
                _ => return below,
            }
        }
        self.at_most(amount)
    }
}

fn starts(groups: &[Group]) -> Vec<u32> {
    let mut starts = Vec::with_capacity(groups.len() + 1);
    starts.push(0);
    starts.extend(groups.iter().scan(0u32, |end, group| {
        *end = end.saturating_add(group.persons);
        Some(*end)
    }));
    starts
}

/// The costs group by group, in no order within. `None` for a person of no group or too many of one.
fn scattered(summary: &Summary, register: &Register, starts: &[u32]) -> Option<Vec<u32>> {
    let frame = &summary.frame;
    let places = Places::of(&summary.groups, frame.classes.len(), summary.sets.len(), register.len());
    let mut next = starts.to_vec();
    let mut costs = vec![0; register.len()];
    let (_, keys, sets, of_persons) = register.columns();
    let mut found = [NONE; MANY];
    for ((keys, sets), of_persons) in keys.chunks(MANY).zip(sets.chunks(MANY)).zip(of_persons.chunks(MANY)) {
        if !places.find(&frame.class_of_key, keys, sets, &mut found) {
            return None;
        }
        for (place, cost) in found.iter().zip(of_persons) {
            let at = next.get_mut(usize::try_from(*place).ok()?)?;
            *costs.get_mut(usize::try_from(*at).ok()?)? = *cost;
            *at += 1;
        }
    }
    let full = next.iter().zip(starts.iter().skip(1)).all(|(next, end)| next == end);
    full.then_some(costs)
}

/// Whether each group has the sum that it should have.
fn sort_groups(costs: &mut [u32], groups: &[Group]) -> bool {
    let mut scratch = Vec::new();
    let mut rest = costs;
    groups.iter().all(|group| {
        let length = usize::try_from(group.persons).unwrap_or(usize::MAX).min(rest.len());
        let (own, others) = std::mem::take(&mut rest).split_at_mut(length);
        sort::sort(own, &mut scratch);
        rest = others;
        sum(own) == group.cost
    })
}

/// Σ|c − centre|, where the centre is not below zero.
fn about(costs: &[u32], centre: f64) -> f64 {
    let (mut count, mut below) = (0u64, 0u64);
    for cost in costs {
        let is_below = f64::from(*cost) <= centre;
        count += u64::from(is_below);
        below += if is_below { u64::from(*cost) } else { 0 };
    }
    let all = u64::try_from(costs.len()).unwrap_or(u64::MAX);
    (2.0 * float(count) - float(all)) * centre + float(sum(costs)) - 2.0 * float(below)
}

fn sum(costs: &[u32]) -> u64 {
    costs.iter().map(|cost| u64::from(*cost)).sum()
}

fn block_sums(costs: &[u32]) -> Vec<u64> {
    let mut before = 0;
    let mut blocks = Vec::with_capacity(costs.len() / BLOCK + 1);
    for block in costs.chunks(BLOCK) {
        blocks.push(before);
        before += sum(block);
    }
    blocks.push(before);
    blocks
}
