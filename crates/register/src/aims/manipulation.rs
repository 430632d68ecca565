//! What it brings to have a person flagged, beyond what the drugs that do it cost. Knows no prices: they are given, and
//! what is not given is not known.
use model::{
    age::Age,
    case_mix::ConditionSet,
    citation::Status,
    condition::Condition,
    id::Id,
    measure::{Measure, Rate, Share, YearlyMoney},
    proxy::{Comparison, DrugMeasure, Proxy},
    sex::Sex,
    tariff::Tariff,
};
use rust_decimal::Decimal;

/// What a unit of the cheapest drug that shows a condition costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Price {
    /// The condition.
    pub condition: Id,
    /// The unit: a collection, a package or a defined daily dose.
    pub measure: DrugMeasure,
    /// Kronor.
    pub kronor: Decimal,
    /// How firm the price is; an example of ours is [`Status::Illustrative`].
    pub status: Status,
}

/// The cheapest way to trip a trigger all year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trip {
    /// The trigger's place among the condition's.
    pub trigger: usize,
    /// The unit that is priced.
    pub measure: DrugMeasure,
    /// Units in the trigger's window.
    pub units: Decimal,
    /// The window.
    pub window_months: u8,
    /// The price of a unit.
    pub price: Price,
    /// What it costs in twelve months: units × price × 12 / window.
    pub yearly: YearlyMoney,
}

/// What flagging one person with one condition brings a practice in a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flagging {
    /// The condition.
    pub condition: Id,
    /// What is paid for a person with this condition alone more than for one without, after all rules, in twelve months.
    pub brings: YearlyMoney,
    /// The cheapest of the ways whose price is given; `None` when none is.
    pub trip: Option<Trip>,
    /// Triggers whose price is not given: one of them may be cheaper.
    pub unpriced: u32,
    /// The part of that cost that the practice carries; `None` when it is not known.
    pub carried: Option<YearlyMoney>,
    /// `brings` less `carried`: above zero, flagging pays. `None` when it is not known.
    pub margin: Option<YearlyMoney>,
}

impl Flagging {
    /// Whether it is known that flagging pays.
    pub fn pays(&self) -> bool {
        self.margin.is_some_and(|margin| margin > YearlyMoney::ZERO)
    }
}

/// Every condition of the model, in its order.
pub fn manipulation(tariff: &Tariff, prices: &[Price]) -> Vec<Flagging> {
    let conditions = tariff.model.case_mix().map_or(&[][..], |mix| &mix.conditions);
    conditions.iter().enumerate().map(|(place, condition)| flagging(tariff, place, condition, prices)).collect()
}

fn flagging(tariff: &Tariff, place: usize, condition: &Condition, prices: &[Price]) -> Flagging {
    let (sex, age) = (condition.limits.sex.unwrap_or(Sex::Woman), condition.limits.from_age.unwrap_or(0));
    let with = factor_payment(tariff, sex, age, ConditionSet::of([place]));
    let without = factor_payment(tariff, sex, age, ConditionSet::EMPTY);
    let brings = in_a_year((with - without).decimal());
    let trips = condition.proxies.iter().enumerate().map(|(trigger, proxy)| trip(condition, trigger, proxy, prices));
    let trips: Vec<Option<Trip>> = trips.collect();
    let unpriced = u32::try_from(trips.iter().filter(|trip| trip.is_none()).count()).unwrap_or(u32::MAX);
    let trip = trips.into_iter().flatten().min_by_key(|trip| trip.yearly);
    let carried = trip.as_ref().map(|trip| carried(trip.yearly, tariff.cost_share.value()));
    let margin = carried.map(|carried| brings - carried);
    Flagging { condition: condition.id.clone(), brings, trip, unpriced, carried, margin }
}

fn factor_payment(tariff: &Tariff, sex: Sex, age: Age, conditions: ConditionSet) -> Rate {
    let paid = tariff.model.case_mix().map_or_else(Vec::new, |mix| mix.flags(sex, age, conditions).factors);
    tariff.factors.iter().filter(|factor| paid.contains(&factor.id)).map(|factor| factor.rate.value()).sum()
}

fn in_a_year(monthly: Decimal) -> YearlyMoney {
    YearlyMoney::of(monthly.saturating_mul(Decimal::from(12)))
}

fn carried(cost: YearlyMoney, share: Share) -> YearlyMoney {
    YearlyMoney::of(cost.decimal().saturating_mul(share.decimal()))
}

/// `None` when the unit's price is not given, or the year's cost cannot be worked out.
fn trip(condition: &Condition, trigger: usize, proxy: &Proxy, prices: &[Price]) -> Option<Trip> {
    let measure = proxy.trigger.measure;
    let price = prices.iter().find(|price| price.condition == condition.id && price.measure == measure)?;
    let units = least_units(proxy);
    let window = Decimal::from(proxy.trigger.window_months);
    let yearly = units.checked_mul(price.kronor)?.checked_mul(Decimal::from(12))?.checked_div(window)?;
    let yearly = YearlyMoney::of(yearly);
    let window_months = proxy.trigger.window_months;
    Some(Trip { trigger, measure, units, window_months, price: price.clone(), yearly })
}

/// Collections and packages are whole. More than so many doses is as good as so many.
fn least_units(proxy: &Proxy) -> Decimal {
    let threshold = proxy.trigger.threshold;
    match (proxy.trigger.measure, proxy.trigger.comparison) {
        (DrugMeasure::Ddd, _) => threshold,
        (_, Comparison::AtLeast) => threshold.ceil(),
        (_, Comparison::MoreThan) => threshold.floor() + Decimal::ONE,
    }
}
