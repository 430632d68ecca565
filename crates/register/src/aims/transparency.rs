//! How many numbers stand behind an amount. Knows nothing of their values.
use crate::summary::Summary;
use model::{
    case_mix::{CaseMix, Normalisation, WeightUnit},
    payment_model::PaymentModel,
};

/// What someone must look up to know what a person brings, when the worked-out amounts are printed: one for the cell,
/// and one for each factor that the person is paid for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// One, if the model pays by age and sex.
    pub cell: u32,
    /// Persons of the region; none without a region.
    pub persons: u64,
    /// The factors paid for, over all these persons together; the mean is this by `persons`.
    pub factors: u64,
    /// The most factors that any of them is paid for.
    pub most_factors: u32,
}

/// Numbers that decide amounts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Parameters {
    /// Amounts of the table.
    pub table: u32,
    /// Weights.
    pub weights: u32,
    /// What points are worth: two, or none.
    pub points: u32,
    /// Persons or shares of the reference population that the budget rule reads.
    pub reference: u32,
    /// Rules that combine, drop or limit conditions: one for each combination, precondition and parent, and one for each
    /// condition with a limit of age or sex.
    pub rules: u32,
    /// The cost share: one; not part of a payment.
    pub cost_share: u32,
}

/// How many parameters an amount takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transparency {
    /// To look up one person's amount.
    pub look_up: LookUp,
    /// To work out one cell's base from what is decided: the cell's own amount, and for a model that is held to a budget
    /// all that its rule reads for that.
    pub base: Parameters,
    /// In the whole model.
    pub whole: Parameters,
}

impl LookUp {
    /// The mean of what is looked up for a person; `None` without a region.
    pub fn mean(&self) -> Option<f64> {
        let mean = self.factors as f64 / self.persons as f64;
        (self.persons > 0).then_some(f64::from(self.cell) + mean)
    }

    /// The most that is looked up for a person of the region.
    pub fn most(&self) -> u32 {
        self.cell + self.most_factors
    }
}

impl Parameters {
    /// All of them.
    pub fn sum(&self) -> u32 {
        self.table + self.weights + self.points + self.reference + self.rules + self.cost_share
    }
}

impl Transparency {
    pub(super) fn of(model: &PaymentModel, region: Option<(&Summary, usize)>) -> Self {
        let cells = count(2 * model.bands.count());
        let table = if model.capitation().is_some() { cells } else { 0 };
        let mix = model.case_mix();
        let weights = mix.map_or(0, |mix| count(mix.factors().count()));
        let whole = Parameters {
            table,
            weights,
            points: mix.map_or(0, points),
            reference: mix.map_or(0, |mix| reference(mix, cells)),
            rules: mix.map_or(0, rules),
            cost_share: 1,
        };
        let look_up = look_up(table.min(1), region);
        Self { look_up, base: base(mix, whole, cells), whole }
    }
}

/// By cell, a budget rule reads the listed and, of each condition, those who have it.
fn reference(mix: &CaseMix, cells: u32) -> u32 {
    match mix.normalisation {
        Normalisation::None => 0,
        Normalisation::ScalarToBudget | Normalisation::PerCellNeutral => cells * (1 + count(mix.conditions.len())),
    }
}

fn base(mix: Option<&CaseMix>, whole: Parameters, cells: u32) -> Parameters {
    let own = Parameters { table: whole.table.min(1), ..Parameters::default() };
    let Some(mix) = mix else { return own };
    match mix.normalisation {
        Normalisation::None => own,
        Normalisation::PerCellNeutral => Parameters {
            weights: whole.weights,
            points: whole.points,
            // the cell's own: its listed, and those with each condition
            reference: whole.reference / cells.max(1),
            ..own
        },
        // one number for the whole model, so all of it
        Normalisation::ScalarToBudget => Parameters { rules: 0, cost_share: 0, ..whole },
    }
}

fn points(mix: &CaseMix) -> u32 {
    match mix.unit {
        WeightUnit::Kronor => 0,
        WeightUnit::Points { .. } => 2,
    }
}

fn rules(mix: &CaseMix) -> u32 {
    let limited = mix.conditions.iter().filter(|condition| condition.limits != Default::default()).count();
    count(mix.combine.len() + mix.preconditions.len() + mix.hierarchy.len() + limited)
}

fn look_up(cell: u32, region: Option<(&Summary, usize)>) -> LookUp {
    let nobody = LookUp { cell, persons: 0, factors: 0, most_factors: 0 };
    let counts = region.and_then(|(summary, lane)| Some((summary, summary.lanes.get(lane)?)));
    let Some((summary, counts)) = counts else { return nobody };
    let paid: Vec<u32> = counts.lists.iter().map(|list| count(list.len())).collect();
    summary.groups.iter().zip(&counts.lists.of_group).fold(nobody, |sums, (group, list)| {
        let factors = usize::try_from(*list).ok().and_then(|list| paid.get(list)).copied().unwrap_or_default();
        LookUp {
            persons: sums.persons + u64::from(group.persons),
            factors: sums.factors + u64::from(factors) * u64::from(group.persons),
            most_factors: sums.most_factors.max(factors),
            ..sums
        }
    })
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
