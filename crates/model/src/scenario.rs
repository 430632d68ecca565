//! "Mitt scenario": a model to start from, the user's edits of it, and what the user has entered. No floats, so two
//! scenarios can be compared exactly.
use crate::{
    bounds::{self, Bounds},
    case_mix::{Normalisation, PaidFactor, SignRule, WeightUnit},
    cell::{Cell, PerCell},
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney, PersonsPerFte, Rate, Share, Weight},
    net::ShareReading,
    payment_model::PaymentModel,
    practice::Practice,
    quantity::Quantity,
    staffing::{Guideline, Staffing, staff::Staff},
};
use std::rc::Rc;

/// The user's values in the place of the start model's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overrides {
    /// Amounts by age and sex.
    pub rates: Entries<Cell, Rate>,
    /// Weights by factor.
    pub weights: Entries<Id, Weight>,
    /// The cost share.
    pub cost_share: Option<Share>,
    /// The budget rule.
    pub normalisation: Option<Normalisation>,
}

/// What the user has entered about the own practice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PracticeInput {
    /// Listed by cell; a cell that is not here has not been entered.
    pub listed: Entries<Cell, Count>,
    /// Persons by factor; a factor that is not here has not been entered.
    pub affected: Entries<Id, Count>,
    /// Drug cost in kronor a month.
    pub drug_cost: Option<MonthlyMoney>,
    /// Where the cost share is drawn.
    pub reading: ShareReading,
}

/// Everything that the user can change and undo.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// The shipped model that "mitt scenario" starts from.
    pub start: Rc<PaymentModel>,
    /// The user's values.
    pub overrides: Overrides,
    /// The own practice.
    pub practice: PracticeInput,
    /// The doctors.
    pub staffing: Staffing,
    /// What else has been entered about doctors: situation, need, demand, plan, region.
    pub staff: Staff,
    /// The guideline, edited or not.
    pub guideline: Guideline,
}

/// One value that differs from the start model's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which value.
    pub parameter: ParameterId,
    /// The start model's and the user's, where they are numbers.
    pub values: Option<(Quantity, Quantity)>,
}

/// A value of a model that can be edited.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ParameterId {
    /// An amount by age and sex.
    Rate(Cell),
    /// A weight.
    Weight(Id),
    /// The cost share.
    CostShare,
    /// The budget rule.
    Normalisation,
    /// Persons per specialist.
    GuidelineSpecialist,
    /// Persons per ST doctor.
    GuidelineSt,
}

impl Scenario {
    /// A scenario that is its start model, with nothing entered.
    pub fn new(start: Rc<PaymentModel>, guideline: Guideline) -> Self {
        Self {
            start,
            overrides: Overrides::default(),
            practice: PracticeInput::default(),
            staffing: Staffing::default(),
            staff: Staff::default(),
            guideline,
        }
    }

    /// The start model with the user's values.
    pub fn model(&self) -> Rc<PaymentModel> {
        let o = &self.overrides;
        if *o == Overrides::default() {
            return Rc::clone(&self.start);
        }
        let model = o.rates.iter().fold((*self.start).clone(), |m, (cell, rate)| m.with_rate(*cell, *rate));
        let model = o.weights.iter().fold(model, |m, (id, weight)| m.with_weight(id, *weight));
        let model = o.cost_share.map_or_else(|| model.clone(), |share| model.with_cost_share(share));
        let model = o.normalisation.map_or_else(|| model.clone(), |rule| model.with_normalisation(rule));
        Rc::new(model)
    }

    /// How large a weight can be: below zero only where the model leaves signs free.
    pub fn weight_bounds(&self) -> Bounds {
        match self.start.case_mix().map(|mix| mix.sign) {
            Some(SignRule::Signed) => bounds::WEIGHT,
            _ => bounds::WEIGHT.from_zero(),
        }
    }

    /// Every value that differs from the start model and the guideline, in the order of [`ParameterId`].
    pub fn differences(&self) -> Vec<Difference> {
        let model = self.model();
        let rates = model.capitation().into_iter().flat_map(|table| table.rates.iter().collect::<Vec<_>>());
        let rates = rates.filter_map(|(cell, p)| numeric(ParameterId::Rate(cell), p.original, p.value));
        let factors = model.case_mix().into_iter().flat_map(|mix| mix.factors().collect::<Vec<_>>());
        let points = model.case_mix().is_some_and(|mix| mix.unit != WeightUnit::Kronor);
        let weights = factors.filter_map(|f| weight_difference(f, points));
        let share = numeric(ParameterId::CostShare, model.cost_share.original, model.cost_share.value);
        let rule = self.overrides.normalisation.map(|_| ParameterId::Normalisation);
        let rule = rule.map(|parameter| Difference { parameter, values: None });
        let (specialist, st) = (&self.guideline.specialist, &self.guideline.st);
        let specialist = numeric(ParameterId::GuidelineSpecialist, specialist.original, specialist.value);
        let st = numeric::<PersonsPerFte>(ParameterId::GuidelineSt, st.original, st.value);
        rates.chain(weights).chain(share).chain(rule).chain(specialist).chain(st).collect()
    }

    /// The practice as entered, if anybody has been listed. Cells and factors not entered count nobody. `None` as well
    /// when a cell has been entered that the start model's bands lack: its persons would be lost.
    pub fn entered_practice(&self) -> Option<Practice> {
        let input = &self.practice;
        let listed = PerCell::from_fn(&self.start.bands, |cell| input.listed.get(&cell).copied().unwrap_or_default());
        if input.listed.keys().any(|cell| listed.get(*cell).is_none()) {
            return None;
        }
        let anybody = listed.iter().any(|(_, count)| *count > Count::ZERO);
        anybody.then(|| Practice { listed, affected: input.affected.clone(), drug_cost: input.drug_cost })
    }
}

/// A weight in kronor is told in kronor, one in points in points.
fn weight_difference(factor: PaidFactor<'_>, points: bool) -> Option<Difference> {
    let (parameter, weight) = (ParameterId::Weight(factor.id.clone()), factor.weight);
    let rate = |weight: Weight| Rate::of(weight.decimal());
    match points {
        true => numeric(parameter, weight.original, weight.value),
        false => numeric(parameter, weight.original.map(rate), rate(weight.value)),
    }
}

fn numeric<T: Measure>(parameter: ParameterId, original: Option<T>, value: T) -> Option<Difference> {
    original.map(|from| Difference { parameter, values: Some((from.quantity(), value.quantity())) })
}
