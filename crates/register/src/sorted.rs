//! Every single cost, sorted within its group: what CPM and MAPE need besides the sums. Knows no amounts.
use crate::{
    evaluate::float,
    register::Register,
    summary::{Group, Places, Summary},
};
use std::rc::Rc;

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
    /// By group: the sum of all costs of the groups before.
    before: Vec<u64>,
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
    before: u64,
}

/// Costs to a block: a quarter of a kilobyte, so that block sums cost an eighth of a byte a person.
const BLOCK: usize = 64;

impl Summary {
    /// Sorts the single costs of the persons that the summary was made of: four bytes a person and a few more, after
    /// which [`Summary::evaluate`] knows CPM and MAPE. Error: the register is another.
    pub fn sort(&mut self, register: &Register) -> Result<(), AnotherRegister> {
        let mut sorted = Sorted::gather(self, register).ok_or(AnotherRegister)?;
        sorted.absolute = sorted.about(self.layout.all_mean);
        self.sorted = Some(sorted);
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
        sort_groups(&mut costs, &starts);
        let blocks = block_sums(&costs);
        let before = before(&summary.groups);
        let sorted = Self { costs, starts, blocks, before, absolute: 0.0, identity: Rc::new(()) };
        sorted.has_sums(&summary.groups).then_some(sorted)
    }

    fn has_sums(&self, groups: &[Group]) -> bool {
        let whole = |(group, place): (&Group, usize)| {
            self.group(place).is_some_and(|costs| costs.first(costs.costs.len()).sum == group.cost)
        };
        groups.iter().zip(0..).all(whole)
    }

    /// The group's costs.
    pub fn group(&self, group: usize) -> Option<Costs<'_>> {
        let start = usize::try_from(*self.starts.get(group)?).ok()?;
        let end = usize::try_from(*self.starts.get(group + 1)?).ok()?;
        Some(Costs { sorted: self, costs: self.costs.get(start..end)?, start, before: *self.before.get(group)? })
    }

    /// Σ|c − centre|.
    fn about(&self, centre: f64) -> f64 {
        self.costs.iter().map(|cost| (f64::from(*cost) - centre).abs()).sum()
    }

    /// The sum of all costs before the place: from the nearer block.
    fn sum_before(&self, place: usize) -> u64 {
        let block = place / BLOCK;
        let before = self.blocks.get(block).copied().unwrap_or_default();
        before
            + self.costs.get(block * BLOCK..place).unwrap_or_default().iter().map(|cost| u64::from(*cost)).sum::<u64>()
    }
}

impl Costs<'_> {
    /// The cost at the place, of all in rising order.
    pub fn get(&self, place: u32) -> Option<u32> {
        self.costs.get(usize::try_from(place).ok()?).copied()
    }

    /// The costs that are at most the amount, sought by halves.
    pub fn at_most(&self, amount: f64) -> Below {
        self.first(self.costs.partition_point(|cost| f64::from(*cost) <= amount))
    }

    fn first(&self, count: usize) -> Below {
        let sum = self.sorted.sum_before(self.start + count).wrapping_sub(self.before);
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
                (_, Some(cost)) => {
                    below = Below { count: below.count - 1, sum: below.sum.wrapping_sub(u64::from(cost)) }
                }
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

fn before(groups: &[Group]) -> Vec<u64> {
    let sums = groups.iter().scan(0u64, |sum, group| Some(std::mem::replace(sum, *sum + group.cost)));
    sums.collect()
}

/// The costs group by group, in no order within. `None` for a person of no group or too many of one.
fn scattered(summary: &Summary, register: &Register, starts: &[u32]) -> Option<Vec<u32>> {
    let frame = &summary.frame;
    let places = Places::of(&summary.groups, frame.classes.len(), summary.sets.len(), register.len());
    let mut next = starts.to_vec();
    let mut costs = vec![0; register.len()];
    let (_, keys, sets, of_persons) = register.columns();
    for ((key, set), cost) in keys.iter().zip(sets).zip(of_persons) {
        let class = *frame.class_of_key.get(key.index())?;
        let place = usize::try_from(places.get(class, *set)?).ok()?;
        let at = next.get_mut(place)?;
        *costs.get_mut(usize::try_from(*at).ok()?)? = *cost;
        *at += 1;
    }
    let full = next.iter().zip(starts.iter().skip(1)).all(|(next, end)| next == end);
    full.then_some(costs)
}

fn sort_groups(costs: &mut [u32], starts: &[u32]) {
    let ends = starts.iter().skip(1);
    let mut rest = costs;
    for (start, end) in starts.iter().zip(ends) {
        let length = usize::try_from(end - start).unwrap_or(0);
        let (group, others) = rest.split_at_mut(length.min(rest.len()));
        group.sort_unstable();
        rest = others;
    }
}

fn block_sums(costs: &[u32]) -> Vec<u64> {
    let mut sum = 0;
    let mut blocks = Vec::with_capacity(costs.len() / BLOCK + 1);
    for block in costs.chunks(BLOCK) {
        blocks.push(sum);
        sum += block.iter().map(|cost| u64::from(*cost)).sum::<u64>();
    }
    blocks.push(sum);
    blocks
}

impl Below {
    /// The costs above less those below, where `cost` is all of them: what Σ|c − amount| is but for the amount.
    pub fn rest(self, cost: u64) -> f64 {
        float(cost) - 2.0 * float(self.sum)
    }
}
