//! A region's sums on the page: what every model pays each practice, quickly for the charts and exactly for the
//! explanations. Knows nobody single.
use super::order::{Amounts, Facts};
use crate::state::House;
use model::{count::Count, id::Id, net::ShareReading, payment_model::PaymentModel, practice::Practice};
use register::{
    conditions::{Conditions, NoRoom},
    frame::{Frame, Lane},
    merge::Merge,
    rates::Rates,
    summary::{PracticeSums, Summary},
};
use report::columns::{Column, Tariffs};
use std::rc::Rc;

/// A region's sums.
#[derive(Debug)]
pub struct Known {
    /// What the worker said.
    pub facts: Facts,
    /// The same as the register crate has it, without groups of persons.
    pub summary: Summary,
}

/// The compared models' rules, one for each of [`Column::ALL`]. Edits change amounts, never rules.
pub fn rules(house: &House, model: &str) -> Option<[Rc<PaymentModel>; 4]> {
    let start = house.presets().find(|preset| preset.id == Id::new(model))?;
    let [earlier, current] = house.tables();
    Some([earlier, current, Rc::clone(start), Rc::clone(start)])
}

/// The conditions of the compared models. Errors: they are more than a region tells apart.
pub fn conditions(models: &[Rc<PaymentModel>]) -> Result<Conditions, NoRoom> {
    Conditions::of_models(models.iter().map(|model| &**model))
}

impl Known {
    /// The sums as the worker said them; `None` if they are of a model that the page does not have.
    pub fn new(house: &House, facts: Facts) -> Option<Self> {
        let models = rules(house, &facts.model)?;
        let of = conditions(&models).ok()?;
        let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let frame = Frame::new(&models, &of).ok()?;
        let practices = facts.listed.iter().zip(&facts.cost);
        let practices = practices.map(|(listed, cost)| PracticeSums { listed: *listed, cost: *cost }).collect();
        let pays = |lane: &Lane| if lane.mix.is_some() { facts.affected.clone() } else { Vec::new() };
        let affected = frame.lanes.iter().map(pays).collect();
        let summary = Summary::of_counts(frame, practices, facts.by_class.clone(), affected)?;
        Some(Self { facts, summary })
    }

    /// The same with practices put together.
    pub fn merged(&self, house: &House, merge: &Merge, together: String) -> Option<Self> {
        let facts = &self.facts;
        let each = |numbers: &[u32]| numbers.len().checked_div(facts.names.len()).unwrap_or_default();
        let added = |numbers: &Vec<u32>| merge.added(numbers, each(numbers));
        let merged = Facts {
            names: merge.names(&facts.names, together),
            listed: merge.added(&facts.listed, 1),
            cost: merge.added(&facts.cost, 1),
            by_class: added(&facts.by_class),
            affected: added(&facts.affected),
            ..facts.clone()
        };
        Self::new(house, merged)
    }

    /// The same with small counts by practice told as others that stand in for them.
    #[must_use]
    pub fn told(&self, fewest: u32) -> Self {
        let summary = self.summary.told(fewest);
        let affected = summary.lanes.last().map(|counts| counts.persons.clone()).unwrap_or_default();
        let facts = Facts { by_class: summary.by_class.clone(), affected, told: fewest, ..self.facts.clone() };
        Self { facts, summary }
    }

    /// How many practices there are.
    pub fn len(&self) -> usize {
        self.facts.names.len()
    }

    /// The practice's list for a model, as the core counts it.
    pub fn practice(&self, practice: usize, column: Column) -> Option<Practice> {
        self.summary.practice(practice, column.place())
    }

    /// All listed persons.
    pub fn listed(&self) -> Count {
        Count::new(self.facts.listed.iter().sum()).unwrap_or_default()
    }
}

/// The amounts of every model that can be worked out.
pub fn amounts(tariffs: &Tariffs) -> Vec<(Column, Rates)> {
    Column::ALL.into_iter().filter_map(|column| Some((column, Rates::of(tariffs.get(column)?)))).collect()
}

/// The amounts that are set against the carried cost, as a message.
pub fn against_cost(rates: &Rates, reading: ShareReading) -> Amounts {
    let by = match reading {
        ShareReading::InTable => 1.0,
        ShareReading::AtNet => rates.cost_share,
    };
    let times = |amounts: &[f64]| amounts.iter().map(|amount| amount * by).collect();
    Amounts { cells: times(&rates.cells), factors: times(&rates.factors), cost_share: rates.cost_share }
}
