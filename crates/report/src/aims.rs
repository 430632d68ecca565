//! The region's four aims as figures that explain themselves. Gives no verdict; knows no words and nobody single.
use model::{
    age::Age,
    case_mix::{CaseMix, ConditionSet},
    id::Id,
    measure::{Factor, Measure, Rate, Share, YearlyMoney},
    sex::Sex,
    tariff::Tariff,
    term::{Counted, Term},
    trace::{How, Traced},
};
use register::{
    aims::{Aims, Flagging, Parameters, Practicality, Price, Trip, aims},
    summary::Summary,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// One model's column of the matrix. Numbers that are counted are pure numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct AimFigures {
    /// What the practice keeps of a saved krona.
    pub kept: Traced<Share>,
    /// Amounts that a person's payment is read from, the mean; `None` where nobody is listed.
    pub mean: Option<Traced<Factor>>,
    /// The same for the person with most.
    pub most: Traced<Factor>,
    /// Numbers that one cell's amount is worked out from.
    pub base: Traced<Factor>,
    /// Numbers in the whole model.
    pub whole: Traced<Factor>,
    /// Facts for each listed person.
    pub facts: Traced<Factor>,
    /// Conditions that are looked for.
    pub conditions: Traced<Factor>,
    /// Ways for collected drugs to show them.
    pub triggers: Traced<Factor>,
    /// Each condition, in the model's order.
    pub flagging: Vec<FlagFigures>,
}

/// What flagging one person with one condition brings a practice in a year.
#[derive(Clone, Debug, PartialEq)]
pub struct FlagFigures {
    /// The condition.
    pub condition: Id,
    /// What is paid more for a person with this condition alone.
    pub brings: Traced<YearlyMoney>,
    /// What the cheapest of the priced ways costs; `None` when none is priced.
    pub cost: Option<Traced<YearlyMoney>>,
    /// What the practice carries of it.
    pub carried: Option<Traced<YearlyMoney>>,
    /// `brings` less `carried`.
    pub margin: Option<Traced<YearlyMoney>>,
    /// `carried` less `brings`: what the practice keeps when the drug is stopped and the flag goes with it.
    pub kept_when_stopped: Option<Traced<YearlyMoney>>,
    /// What the drug must cost for the practice not to lose by stopping it; `None` when it carries nothing of the cost.
    pub even: Option<Traced<YearlyMoney>>,
    /// Ways whose price is not given: one of them may be cheaper.
    pub unpriced: u32,
}

/// The condition whose flag brings most, and what it brings: what goes as well when its drug is stopped.
pub fn brings_most(flagging: &[FlagFigures]) -> Option<&FlagFigures> {
    flagging.iter().rev().max_by_key(|one| one.brings.value())
}

impl FlagFigures {
    /// Whether it is known that flagging brings more than it costs.
    pub fn is_above_zero(&self) -> bool {
        self.margin.as_ref().is_some_and(|margin| margin.value() > YearlyMoney::ZERO)
    }
}

/// A region's persons in the lane of a model.
#[derive(Clone, Copy, Debug)]
pub struct Looked<'a> {
    /// The sums.
    pub summary: &'a Summary,
    /// The lane of the model.
    pub lane: usize,
    /// The most factors that any of its persons is paid for.
    pub most: u32,
}

/// The column of a model, for a region's persons and the prices that are known.
pub fn figures(tariff: &Tariff, region: &Looked<'_>, prices: &[Price]) -> AimFigures {
    let counted = aims(tariff, None, YearlyMoney::ZERO, prices);
    let Aims { transparency, practicality, manipulation, .. } = &counted;
    let cell = leaf(Term::Counted(Counted::CellAmounts), transparency.look_up.cell);
    let most = match tariff.factors.is_empty() {
        true => vec![cell.clone()],
        false => vec![cell.clone(), leaf(Term::MostFactors, region.most)],
    };
    AimFigures {
        kept: tariff.cost_share.clone(),
        mean: mean(tariff, region, &cell),
        most: Traced::sum(Term::LookUpMost, most),
        base: numbers(Counted::BaseNumbers, &transparency.base),
        whole: numbers(Counted::Numbers, &transparency.whole),
        facts: facts(practicality),
        conditions: leaf(Term::Counted(Counted::Conditions), practicality.conditions),
        triggers: leaf(Term::Counted(Counted::Triggers), practicality.triggers),
        flagging: manipulation.iter().map(|flagging| flag_figures(tariff, flagging)).collect(),
    }
}

fn leaf(term: Term, count: u32) -> Traced<Factor> {
    Traced::input(term, Factor::of(Decimal::from(count)))
}

/// The cell's amount, and the factors that are paid for by all the listed.
fn mean(tariff: &Tariff, region: &Looked<'_>, cell: &Traced<Factor>) -> Option<Traced<Factor>> {
    let listed: u64 = region.summary.practices.iter().map(|sums| sums.listed).sum();
    let listed = Traced::input(Term::ListedTotal, model::measure::Persons::of(Decimal::from(listed)));
    let persons = &region.summary.lanes.get(region.lane)?.persons;
    let of_factor = |(place, factor): (usize, &model::tariff::FactorRate)| {
        let each = persons.iter().skip(place).step_by(tariff.factors.len());
        let all: u64 = each.map(|persons| u64::from(*persons)).sum();
        Traced::input(Term::Affected(factor.id.clone()), model::measure::Persons::of(Decimal::from(all)))
    };
    let paid = Traced::sum(Term::FactorsPaid, tariff.factors.iter().enumerate().map(of_factor));
    let each: Traced<Factor> = paid.divided_by(Term::FactorsPerListed, &listed)?;
    let parts = if tariff.factors.is_empty() { vec![cell.clone()] } else { vec![cell.clone(), each] };
    Some(Traced::sum(Term::LookUpMean, parts))
}

fn sum(of: Counted, parts: &[(Counted, u32)]) -> Traced<Factor> {
    let some = parts.iter().filter(|(_, count)| *count > 0);
    Traced::sum(Term::Counted(of), some.map(|(part, count)| leaf(Term::Counted(*part), *count)))
}

fn numbers(of: Counted, parts: &Parameters) -> Traced<Factor> {
    let parts = [
        (Counted::TableAmounts, parts.table),
        (Counted::Weights, parts.weights),
        (Counted::PointValues, parts.points),
        (Counted::ReferencePersons, parts.reference),
        (Counted::Rules, parts.rules),
        (Counted::CostShares, parts.cost_share),
    ];
    sum(of, &parts)
}

fn facts(of: &Practicality) -> Traced<Factor> {
    let parts = [
        (Counted::Lists, of.list),
        (Counted::AgeAndSex, of.age_and_sex),
        (Counted::Classes, of.classes),
        (Counted::Exceptions, of.exceptions),
    ];
    sum(Counted::Facts, &parts)
}

fn flag_figures(tariff: &Tariff, flagging: &Flagging) -> FlagFigures {
    let id = flagging.condition.clone();
    let brings = in_a_year(Term::FlagBrings(id.clone()), &monthly(tariff, &id));
    let cost = flagging.trip.as_ref().map(|trip| cost(&id, trip));
    let carried = cost.as_ref().map(|cost| cost.times(Term::FlagCarried(id.clone()), &tariff.cost_share));
    let margin = carried.as_ref().map(|carried| brings.minus(Term::FlagMargin(id.clone()), carried));
    let kept_when_stopped = carried.as_ref().map(|carried| carried.minus(Term::FlagStopped(id.clone()), &brings));
    let even = brings.divided_by(Term::FlagEven(id.clone()), &tariff.cost_share);
    let unpriced = flagging.unpriced;
    FlagFigures { condition: id, brings, cost, carried, margin, kept_when_stopped, even, unpriced }
}

/// A rate of twelve months.
pub(crate) fn in_a_year(term: Term, rate: &Traced<Rate>) -> Traced<YearlyMoney> {
    let year = rate.value().decimal().saturating_mul(Decimal::from(12));
    Traced::derived(term, YearlyMoney::of(year), How::TwelveMonths(Rc::clone(rate.node())))
}

/// What a person with the condition alone is paid for conditions, less what one without any is.
fn monthly(tariff: &Tariff, id: &Id) -> Traced<Rate> {
    let mix = tariff.model.case_mix();
    let limits = mix.and_then(|mix| mix.conditions.iter().find(|one| one.id == *id)).map(|one| one.limits);
    let limits = limits.unwrap_or_default();
    let whom = (limits.sex.unwrap_or(Sex::Woman), limits.from_age.unwrap_or(0));
    let place = mix.and_then(|mix| mix.position(id));
    let with = paid(tariff, Term::FlaggedRate(id.clone()), whom, ConditionSet::of(place));
    let without = paid(tariff, Term::UnflaggedRate, whom, ConditionSet::EMPTY);
    if without.node().how.inputs().is_empty() { with } else { with.minus(Term::FlaggedRate(id.clone()), &without) }
}

fn paid(tariff: &Tariff, term: Term, (sex, age): (Sex, Age), conditions: ConditionSet) -> Traced<Rate> {
    let of = |mix: &CaseMix| mix.flags(sex, age, conditions).factors;
    let ids = tariff.model.case_mix().map_or_else(Vec::new, of);
    Traced::sum(term, tariff.factors.iter().filter(|factor| ids.contains(&factor.id)).map(|factor| factor.rate.clone()))
}

/// The units of a year at the price of each.
fn cost(id: &Id, trip: &Trip) -> Traced<YearlyMoney> {
    let in_window = trip.units.saturating_mul(Decimal::from(12));
    let units = in_window.checked_div(Decimal::from(trip.window_months)).unwrap_or(in_window);
    let units = Traced::input(Term::FlagUnits(id.clone(), trip.measure), Factor::of(units));
    let price = Traced::input(Term::FlagPrice(id.clone(), trip.measure), Factor::of(trip.price.kronor));
    units.times(Term::FlagCost(id.clone()), &price)
}
