//! Persons by factor, and the drug cost by month. Folds no ages.

use super::fact::{Counted, Fact, masked_sum};
use super::label::Period;
use super::origin::Origin;
use super::question::{Answers, Question};
use super::reading::{Masked, MaskedOf, Note, Problem, ProblemKind, Reading};
use super::target::Target;
use model::{
    bounds::LARGEST_DRUG_COST,
    count::Count,
    measure::{Measure, MonthlyMoney},
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};

/// Adds the affected persons of every factor of which each number is known.
pub(super) fn affected(facts: &[Fact], target: &Target, reading: &mut Reading) {
    for (place, factor) in target.factors.iter().enumerate() {
        let own: Vec<&Fact> = facts.iter().filter(|fact| fact.counted == Counted::Affected(place)).collect();
        let (Some(sum), Some(origin)) = (sum(&own), origin(&own)) else {
            reading.masked.extend(masked_sum(&own).zip(origin(&own)).map(|(bounds, origin)| Masked {
                of: MaskedOf::Affected(factor.id.clone()),
                bounds,
                origin,
            }));
            continue;
        };
        match sum.to_u64().and_then(Count::new) {
            Some(count) => reading.affected.push((factor.id.clone(), count, origin)),
            None => too_large(sum, origin, reading),
        }
    }
}

/// Adds the drug cost, or the question of what time it is for.
pub(super) fn drug_cost(facts: &[Fact], answers: &Answers, reading: &mut Reading) -> Option<Question> {
    let costs: Vec<&Fact> = facts.iter().filter(|fact| fact.counted == Counted::Cost).collect();
    if costs.is_empty() {
        cost_of_months(facts, reading);
        return None;
    }
    let origin = origin(&costs)?;
    sum(&costs)?;
    let months = facts.iter().filter(|fact| fact.counted.is_cost() && fact.counted != Counted::Cost);
    let months: Vec<&Fact> = months.collect();
    if let Some(origin) = self::origin(&months) {
        // beside the cost of the whole time, single months are its parts
        reading.notes.push(Note::TotalsUnchecked { origin });
    }
    let of = |period: Option<Period>| {
        let own: Vec<&Fact> = costs.iter().filter(|fact| fact.period.or(answers.period) == period).copied().collect();
        sum(&own).unwrap_or_default()
    };
    if costs.iter().any(|fact| fact.period.or(answers.period).is_none()) {
        let amount = of(None);
        return Some(Question::Period { amount, monthly_if_year: MonthlyMoney::new(twelfth(amount)), origin });
    }
    let (monthly, yearly) = (of(Some(Period::Month)), of(Some(Period::Year)));
    let cost = monthly.saturating_add(twelfth(yearly));
    if cost > LARGEST_DRUG_COST.decimal() {
        too_large(cost, origin, reading);
        return None;
    }
    if !yearly.is_zero() {
        reading.notes.push(Note::YearlyCost { origin: origin.clone(), amount: yearly });
    }
    reading.drug_cost = Some((MonthlyMoney::new(cost), origin));
    None
}

/// The mean of the months that have a cost of their own; which those are is said.
fn cost_of_months(facts: &[Fact], reading: &mut Reading) {
    let costs: Vec<&Fact> = facts.iter().filter(|fact| fact.counted.is_cost()).collect();
    let (Some(origin), Some(sum)) = (origin(&costs), sum(&costs)) else { return };
    let mut parts: Vec<Counted> = costs.iter().map(|fact| fact.counted).collect();
    parts.sort_unstable();
    parts.dedup();
    let months = parts.iter().map(|part| if matches!(part, Counted::CostOfQuarter(_)) { 3 } else { 1 }).sum();
    let mean = sum.checked_div(Decimal::from(months)).unwrap_or_default();
    let mean = to_ore(mean);
    if mean > LARGEST_DRUG_COST.decimal() {
        return too_large(mean, origin, reading);
    }
    if months > 1 {
        reading.notes.push(Note::MonthsAveraged { origin: origin.clone(), months, sum });
    }
    reading.drug_cost = Some((MonthlyMoney::new(mean), origin));
}

/// A month's part of a year, to whole öre; halves away from zero.
fn twelfth(amount: Decimal) -> Decimal {
    to_ore(amount.checked_div(Decimal::from(12)).unwrap_or_default())
}

fn to_ore(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero).normalize()
}

/// `None` where a number is not known. A sum beyond what there are numbers for is the largest, which is told as too large.
fn sum(facts: &[&Fact]) -> Option<Decimal> {
    facts.iter().try_fold(Decimal::ZERO, |sum, fact| Some(sum.saturating_add(fact.value?)))
}

/// The cells in the first sheet that has any.
fn origin(facts: &[&Fact]) -> Option<Origin> {
    let sheet = facts.first()?.sheet;
    Some(Origin::cells(sheet, facts.iter().filter(|fact| fact.sheet == sheet).map(|fact| fact.place)))
}

fn too_large(sum: Decimal, origin: Origin, reading: &mut Reading) {
    reading.problems.push(Problem { origin, text: sum.to_string(), kind: ProblemKind::TooLarge });
}
