//! Which counts to hide: the small ones, and beside them, in an order of ages that is always the same, as many large ones
//! of the same sex as it takes for the sum to leave the small ones open: mostly one.
//!
//! A count is *large* from [`LARGEST_THRESHOLD`] up. Call what large hidden counts have beyond that their *room*, and what
//! the small counts of a sex lack of the most that they can be, together, their *lack*. Large counts are hidden in their
//! order until their room is larger than the lack. Where all large counts of the sex have not room enough, they are all
//! hidden, and the sum of the sex is withheld together with that of all.
//!
//! Why that leaves every combination of small counts open: put the small counts to others, together *d* more. Let the
//! hidden large counts, in their order, give up *d* as far as each stays large (or give the first *−d* more). The lack
//! falls by *d*, and the room of the first *m* large counts falls by *d* as well or to zero, for every *m*; so whether
//! room is larger than lack comes out as before for every *m*, since the lack is at least *d* before and at least zero
//! after. Hence the same counts are hidden. The sums are the same, because a room larger than the lack, thus than *d*,
//! can give up *d*. At a higher threshold there are more small counts with more lack, the large ones are the same, and the
//! same argument holds with the same *d*; so it does for several thresholds at once.
use super::{Between, HiddenCount, LARGEST_THRESHOLD, Protection, Total, Why, money::money_step};
use crate::columns::Tariffs;
use model::{cell::Cell, count::Count, outcome::PaidFor, practice::Practice, sex::Sex};

/// Large counts are hidden from this age on, those nearest to it first: there most lists have many, so that one is
/// enough and an interval says nearly what the count would, and amounts lie between the youngest's and the oldest's.
const FIRST_AGE: u8 = 70;

/// What must not be published of a practice so that nobody learns a count from one up to, and without, the threshold.
/// The tariffs are those that amounts are published of. Below [`LEAST_THRESHOLD`](super::LEAST_THRESHOLD) nothing is hidden.
pub fn protect(practice: &Practice, tariffs: &Tariffs, threshold: u32) -> Protection {
    if threshold < super::LEAST_THRESHOLD {
        return Protection::default();
    }
    let mut protection = Protection::default();
    for sex in Sex::ALL {
        let cells = practice.listed.iter().filter(|(cell, _)| cell.sex == sex).map(|(cell, count)| (cell, *count));
        let group = Group::of(cells.collect(), threshold);
        if !group.small.is_empty() && !group.is_open {
            protection.totals.push(Total::Sex(sex));
        }
        protection.hidden.extend(group.hidden());
    }
    if !protection.totals.is_empty() {
        protection.totals.push(Total::Listed);
    }
    let small = practice.affected.iter().filter(|(_, count)| is_small(**count, threshold));
    protection.hidden.extend(small.map(|(id, _)| hidden_small(PaidFor::Factor(id.clone()), threshold)));
    protection.money_step = money_step(&protection, tariffs);
    protection
}

fn is_small(count: Count, threshold: u32) -> bool {
    (1..threshold).contains(&count.get())
}

fn hidden_small(what: PaidFor, threshold: u32) -> HiddenCount {
    let between = Between { low: persons(1), high: persons(u64::from(threshold) - 1) };
    HiddenCount { what, why: Why::Small, between, stand_in: persons(u64::from(threshold / 2)) }
}

fn persons(number: u64) -> Count {
    Count::new(number).unwrap_or_default()
}

/// The counts of a sex that are hidden.
struct Group {
    threshold: u32,
    /// The least that is large.
    large: u64,
    small: Vec<Cell>,
    /// Large ones, in their order.
    beside: Vec<Cell>,
    /// Of all that are hidden.
    sum: u64,
    /// Whether the sum leaves the small counts open.
    is_open: bool,
}

impl Group {
    fn of(cells: Vec<(Cell, Count)>, threshold: u32) -> Self {
        let large = threshold.max(LARGEST_THRESHOLD);
        let mut group =
            Self { threshold, large: large.into(), small: Vec::new(), beside: Vec::new(), sum: 0, is_open: false };
        let mut lack = 0;
        for (cell, count) in cells.iter().filter(|(_, count)| is_small(*count, threshold)) {
            group.small.push(*cell);
            group.sum += u64::from(count.get());
            lack += threshold - 1 - count.get();
        }
        if group.small.is_empty() {
            return group;
        }
        let mut order: Vec<_> = cells.iter().filter(|(_, count)| count.get() >= large).collect();
        order.sort_by_key(|(cell, _)| cell.band.low.abs_diff(FIRST_AGE));
        let mut room = 0;
        for (cell, count) in order {
            group.beside.push(*cell);
            group.sum += u64::from(count.get());
            room += count.get() - large;
            if room > lack {
                group.is_open = true;
                break;
            }
        }
        group
    }

    fn hidden(&self) -> impl Iterator<Item = HiddenCount> {
        let small = self.small.iter().map(|cell| hidden_small(PaidFor::Cell(*cell), self.threshold));
        let last = self.beside.len().checked_sub(1).filter(|_| self.is_open);
        let beside = self.beside.iter().enumerate();
        small.chain(beside.map(move |(at, cell)| self.hidden_beside(*cell, Some(at) == last)))
    }

    /// Of those before the last the room is at most the lack; the last has what is left of the sum.
    fn hidden_beside(&self, cell: Cell, is_rest: bool) -> HiddenCount {
        let small = self.small.len() as u64;
        let most = u64::from(self.threshold) - 1;
        let [low, high, stand_in] = match is_rest {
            false => [self.large, self.large + small * (most - 1), self.large],
            true => {
                let others = self.large * (self.beside.len() as u64 - 1);
                [most, 1, u64::from(self.threshold / 2)].map(|each| self.sum - others - small * each)
            }
        };
        let between = Between { low: persons(low), high: persons(high) };
        HiddenCount { what: PaidFor::Cell(cell), why: Why::Beside, between, stand_in: persons(stand_in) }
    }
}
