//! A region's sums on the page: what every model pays each practice, quickly for the charts and exactly for the
//! explanations. Knows nobody single.
use super::order::Facts;
use crate::state::PageCatalogue;
use model::{count::Count, id::Id, net::ShareReading, payment_model::PaymentModel, practice::Practice};
use register::{
    conditions::{Conditions, NoRoom},
    frame::Frame,
    merge::Merge,
    rates::Rates,
    summary::{Counts, Summary},
};
use report::{
    columns::{Column, Tariffs},
    estimate::estimated_affected,
};
use std::rc::Rc;

/// A region's sums.
#[derive(Debug)]
pub struct RegionSummary {
    /// What the worker said beside its counts.
    pub facts: Facts,
    /// Its counts; without groups of persons.
    pub summary: Summary,
}

/// The compared models' rules, one for each of [`Column::ALL`]. Edits change amounts, never rules.
pub fn rules(catalogue: &PageCatalogue, model: &Id) -> Option<[Rc<PaymentModel>; 4]> {
    let start = catalogue.presets().find(|preset| preset.id == *model)?;
    let [earlier, current] = catalogue.tables();
    Some([earlier, current, Rc::clone(start), Rc::clone(start)])
}

/// The conditions of the compared models. Errors: they are more than a region tells apart.
pub fn conditions(models: &[Rc<PaymentModel>]) -> Result<Conditions, NoRoom> {
    Conditions::of_models(models.iter().map(|model| &**model))
}

impl RegionSummary {
    /// The sums as the worker said them; `None` if they are of a model that the page does not have.
    pub fn new(catalogue: &PageCatalogue, facts: Facts, counts: Counts) -> Option<Self> {
        let models = rules(catalogue, &facts.model)?;
        let of = conditions(&models).ok()?;
        let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let frame = Frame::new(&models, &of).ok()?;
        Some(Self { facts, summary: Summary::of_counts(frame, counts)? })
    }

    /// The sums of practices' lists; `None` if they are of other bands than a compared model.
    pub fn of_lists(catalogue: &PageCatalogue, facts: Facts, lists: &[Practice]) -> Option<Self> {
        let models = rules(catalogue, &facts.model)?;
        let of = conditions(&models).ok()?;
        let models: Vec<&PaymentModel> = models.iter().map(|model| &**model).collect();
        let frame = Frame::new(&models, &of).ok()?;
        let counts = Counts::of_lists(&frame, lists)?;
        Some(Self { facts: Facts { conditions: of.to_vec(), ..facts }, summary: Summary::of_counts(frame, counts)? })
    }

    /// Whether enough is known for what a model pays.
    pub fn tells(&self, column: Column) -> bool {
        self.summary.tells(column.place())
    }

    /// The same with practices put together.
    pub fn merged(&self, merge: &Merge, together: String) -> Option<Self> {
        let facts = Facts { names: merge.names(&self.facts.names, together), ..self.facts.clone() };
        Some(Self { facts, summary: self.summary.merged(merge)? })
    }

    /// The same with small counts by practice told as others that stand in for them.
    #[must_use]
    pub fn told(&self, fewest: u32) -> Self {
        let told = Self { facts: Facts { told: fewest, ..self.facts.clone() }, summary: self.summary.told(fewest) };
        if told.facts.is_estimated { told.estimated().unwrap_or(told) } else { told }
    }

    /// The same with persons by condition estimated from the lists as they are told: exact ones would tell small counts.
    fn estimated(&self) -> Option<Self> {
        let mut counts = self.summary.counts();
        for (place, (lane, affected)) in self.summary.frame.lanes.iter().zip(&mut counts.affected).enumerate() {
            let Some(mix) = &lane.mix else { continue };
            let of = |practice| estimated_affected(mix, &self.summary.practice(practice, place)?.listed);
            let all = (0..self.len()).map(of).collect::<Option<Vec<_>>>()?;
            *affected = all.into_iter().flatten().map(|(_, count)| count.get()).collect();
        }
        let summary = Summary::of_counts(self.summary.frame.clone(), counts)?;
        Some(Self { facts: self.facts.clone(), summary })
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
        Count::new(self.summary.lists().iter().sum()).unwrap_or_default()
    }
}

/// The amounts of every model that can be worked out.
pub fn amounts(tariffs: &Tariffs) -> Vec<(Column, Rates)> {
    Column::ALL.into_iter().filter_map(|column| Some((column, Rates::of(tariffs.get(column)?)))).collect()
}

/// The amounts that are set against the carried cost.
pub fn against_cost(rates: &Rates, reading: ShareReading) -> Rates {
    let by = match reading {
        ShareReading::InTable => 1.0,
        ShareReading::AtNet => rates.cost_share,
    };
    let times = |amounts: &[f64]| amounts.iter().map(|amount| amount * by).collect();
    Rates { cells: times(&rates.cells), factors: times(&rates.factors), cost_share: rates.cost_share }
}
