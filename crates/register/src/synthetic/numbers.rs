//! The numbers that a made-up region is drawn by. No document gives them; the catalog holds ours with their notes.

/// How the persons and practices of a made-up region differ.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numbers {
    /// How many times the odds of each condition grow from the low to the middle stratum, and from there to the high.
    pub co_occurrence: f64,
    /// The share of persons in the high stratum, and in the low one; the rest are in the middle.
    pub frail_share: f64,
    /// The standard deviation of the logarithm of practices' lists.
    pub practice_size: f64,
    /// The standard deviation, between practices, of how the logarithm of a cell's persons changes with age: per
    /// standard deviation of age.
    pub age_profile: f64,
    /// The standard deviation, between practices, of the logarithm by which the odds of the high stratum are higher, and
    /// those of the low one lower.
    pub morbidity: f64,
    /// The standard deviation of the logarithm of what practices' prescribing makes of the cost of the same persons.
    pub prescribing: f64,
    /// The standard deviation of the logarithm of costs within a group that costs alike on average.
    pub cost_tail: f64,
    /// The share with no cost at all among those with none of the conditions.
    pub without_cost: f64,
}

impl Numbers {
    /// The ids of the numbers in the catalog, in the order of the fields.
    pub const IDS: [&'static str; 8] = [
        "co_occurrence",
        "frail_share",
        "practice_size",
        "age_profile",
        "morbidity",
        "prescribing",
        "cost_tail",
        "without_cost",
    ];

    /// The numbers by their ids; `None` when one is missing or cannot be used.
    pub fn read(value: impl FnMut(&'static str) -> Option<f64>) -> Option<Self> {
        let [co_occurrence, frail_share, practice_size, age_profile, morbidity, prescribing, cost_tail, without_cost] =
            Self::IDS.map(value);
        let numbers = Self {
            co_occurrence: co_occurrence?,
            frail_share: frail_share?,
            practice_size: practice_size?,
            age_profile: age_profile?,
            morbidity: morbidity?,
            prescribing: prescribing?,
            cost_tail: cost_tail?,
            without_cost: without_cost?,
        };
        numbers.are_usable().then_some(numbers)
    }

    /// Odds grow, shares are shares, spreads are not below zero and not so wide that a number overflows.
    fn are_usable(&self) -> bool {
        let spreads = [self.practice_size, self.age_profile, self.morbidity, self.prescribing, self.cost_tail];
        (1.0..=1000.0).contains(&self.co_occurrence)
            && (0.0..=0.5).contains(&self.frail_share)
            && (0.0..=0.95).contains(&self.without_cost)
            && spreads.iter().all(|spread| (0.0..=3.0).contains(spread))
    }
}
