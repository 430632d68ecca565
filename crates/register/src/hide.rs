//! Which counts that add up to a published sum are hidden: the small ones, and beside them as many large ones as it takes
//! for the sum to leave the small ones open, mostly one. Decides nothing of what is published in their place; knows
//! nothing of what is counted.
//!
//! A count is *large* from [`LARGEST_THRESHOLD`] up. Call what large hidden counts have beyond that their *room*, and what
//! the small counts lack of the most that they can be, together, their *lack*. Large counts are hidden in their order until
//! their room is larger than the lack. Where all large counts have not room enough, they are all hidden and the sum is not
//! *open*.
//!
//! Why that leaves every combination of small counts open: put the small counts to others, together *d* more. Let the
//! hidden large counts, in their order, give up *d* as far as each stays large (or give the first *−d* more). The lack
//! falls by *d*, and the room of the first *m* large counts falls by *d* as well or to zero, for every *m*; so whether
//! room is larger than lack comes out as before for every *m*, since the lack is at least *d* before and at least zero
//! after. Hence the same counts are hidden. The sum is the same, because a room larger than the lack, thus than *d*,
//! can give up *d*. At a higher threshold there are more small counts with more lack, the large ones are the same, and the
//! same argument holds with the same *d*; so it does for several thresholds at once. The order of the large counts must
//! follow from what is published.

/// The thresholds. Only counts of at least the largest are hidden beside a small one: they are small at no threshold.
pub use model::bounds::{LARGEST_THRESHOLD, LEAST_THRESHOLD};

/// The counts of a sum that are hidden, by their places.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Those from one up to, and without, the threshold.
    pub small: Vec<usize>,
    /// Large ones, in their order.
    pub beside: Vec<usize>,
    /// Whether the sum leaves the small ones open.
    pub is_open: bool,
    threshold: u32,
    sum: u64,
}

/// What is hidden of the counts; `order` has the places in the order in which large ones are hidden.
pub fn hide(counts: &[u32], order: impl IntoIterator<Item = usize>, threshold: u32) -> Hidden {
    let mut hidden = Hidden { threshold, ..Hidden::default() };
    let mut lack = 0u64;
    for (at, count) in counts.iter().enumerate().filter(|(_, count)| (1..threshold).contains(*count)) {
        hidden.small.push(at);
        hidden.sum += u64::from(*count);
        lack += u64::from(threshold - 1 - count);
    }
    if hidden.small.is_empty() {
        return hidden;
    }
    let mut room = 0;
    for at in order {
        let Some(count) = counts.get(at).map(|count| u64::from(*count)).filter(|count| *count >= hidden.large()) else {
            continue;
        };
        hidden.beside.push(at);
        hidden.sum += count;
        room += count - hidden.large();
        if room > lack {
            hidden.is_open = true;
            break;
        }
    }
    hidden
}

impl Hidden {
    /// The least that is large.
    pub fn large(&self) -> u64 {
        self.threshold.max(LARGEST_THRESHOLD).into()
    }

    /// Stands for a small count.
    pub fn stand_in(&self) -> u64 {
        u64::from(self.threshold / 2)
    }

    /// What is left of an open sum for the last large count where each small one is so many and each other large one the
    /// least that is large.
    pub fn rest(&self, each: u64) -> u64 {
        let others = self.large() * (self.beside.len() as u64).saturating_sub(1) + each * self.small.len() as u64;
        self.sum.saturating_sub(others)
    }
}
