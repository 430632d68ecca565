//! How many of a list are likely to have each condition, if the shares are those of the reference population, and a whole
//! practice of which only little is known.
use model::{
    age::{Age, AgeBand},
    approximation::{Ages, Approximation, Rough},
    case_mix::CaseMix,
    cell::{Cell, PerCell},
    count::Count,
    edit::Edit,
    id::Id,
    measure::Measure,
    practice::Practice,
    scenario::Scenario,
    sex::Sex,
    value::Key,
};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use std::collections::BTreeSet;

/// From this age on a list is told to be old.
pub const OLD: Age = 65;

/// Persons by factor, rounded half up; `None` when the reference lacks a cell of the list.
pub fn estimated_affected(mix: &CaseMix, listed: &PerCell<Count>) -> Option<Vec<(Id, Count)>> {
    times_expected(mix, listed, Decimal::ONE)
}

/// So many times the persons expected by factor, rounded half up, and never more than are listed.
fn times_expected(mix: &CaseMix, listed: &PerCell<Count>, times: Decimal) -> Option<Vec<(Id, Count)>> {
    let mut sums = vec![Decimal::ZERO; mix.factors().count()];
    for (cell, count) in listed.iter() {
        let shares = mix.reference_shares(cell)?;
        for (sum, share) in sums.iter_mut().zip(&shares) {
            *sum += count.persons().decimal() * share.value().decimal();
        }
    }
    let all: Count = listed.iter().map(|(_, count)| *count).sum();
    let persons = |sum: Decimal| Some(whole(sum.checked_mul(times)?)?.min(all));
    mix.factors().zip(sums).map(|(factor, sum)| Some((factor.id.clone(), persons(sum)?))).collect()
}

/// A practice of so many persons with the reference population's ages, sexes and shares; its drug cost is not known.
/// Whole persons are dealt out band by band so that they add up to the size. `None` when the reference is empty or
/// lacks a cell of itself.
pub fn reference_practice(mix: &CaseMix, size: Count) -> Option<Practice> {
    let reference = &mix.reference.listed;
    let shares: Vec<Decimal> = reference.iter().map(|(_, count)| count.persons().decimal()).collect();
    let listed = PerCell::from_values(reference.bands(), deal(&shares, size)?)?;
    let affected = estimated_affected(mix, &listed)?.into_iter().collect();
    Some(Practice { listed, affected, drug_cost: None })
}

/// So many persons by these shares, which need not add up to one: each sum of the first ones is rounded half up, so all of
/// them are the whole, and a sum of the last ones is no smaller where the shares before it are. `None` when nobody has a
/// share.
fn deal(shares: &[Decimal], size: Count) -> Option<Vec<Count>> {
    let all: Decimal = shares.iter().sum();
    let size = size.persons().decimal();
    let (mut met, mut given) = (Decimal::ZERO, Decimal::ZERO);
    let mut next = |share: &Decimal| {
        met += share;
        let twice = met.checked_mul(size)?.checked_mul(Decimal::TWO)?.checked_add(all)?;
        let so_far = twice.checked_div(all.checked_mul(Decimal::TWO)?)?.floor();
        let own = so_far - given;
        given = so_far;
        Count::new(own.to_u64()?)
    };
    shares.iter().map(&mut next).collect()
}

/// A list of so many with the reference population's ages, or younger or older ones. `None` as for a reference practice.
pub fn rough_list(mix: &CaseMix, size: Count, rule: &Approximation, ages: Ages) -> Option<PerCell<Count>> {
    let reference = &mix.reference.listed;
    // by age and then by sex, so that the number above an age is rounded once
    let cells = || reference.bands().bands().iter().flat_map(|band| Sex::ALL.map(|sex| Cell { sex, band: *band }));
    let share = |cell: Cell| Some(reference.get(cell)?.persons().decimal() * rule.times_at(ages, middle(cell.band)));
    let dealt = deal(&cells().map(share).collect::<Option<Vec<_>>>()?, size)?;
    let by_cell: Vec<(Cell, Count)> = cells().zip(dealt).collect();
    let of = |wanted: Cell| by_cell.iter().find(|(cell, _)| *cell == wanted).map(|(_, count)| *count);
    Some(PerCell::from_fn(reference.bands(), |cell| of(cell).unwrap_or_default()))
}

/// The middle of a band, in half years; the open one is taken to be as long as five years.
fn middle(band: AgeBand) -> u16 {
    let high = band.high.map_or(u16::from(band.low) + 4, u16::from);
    u16::from(band.low) + high + 1
}

/// How many of a list have reached [`OLD`].
pub fn old(listed: &PerCell<Count>) -> Count {
    listed.iter().filter(|(cell, _)| cell.band.low >= OLD).map(|(_, count)| *count).sum()
}

/// A practice as far as it is known, with estimates in the place of what is not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Completed {
    /// The practice.
    pub practice: Practice,
    /// Whether the list by age and sex is an estimate: none of it has been entered.
    pub list_is_rough: bool,
    /// The factors whose persons are an estimate: those without a number of their own.
    pub rough: BTreeSet<Id>,
}

impl Completed {
    /// Whether any of it is an estimate.
    pub fn is_rough(&self) -> bool {
        self.list_is_rough || !self.rough.is_empty()
    }

    /// The scenario with the estimates among its values.
    #[must_use]
    pub fn filled(&self, scenario: &Scenario) -> Scenario {
        let listed = self.practice.listed.iter().filter(|_| self.list_is_rough);
        let listed = listed.map(|(cell, count)| (Key::Listed(cell), Some((*count).into())));
        let affected = self.practice.affected.iter().filter(|(id, _)| self.rough.contains(*id));
        let affected = affected.map(|(id, count)| (Key::Affected(id.clone()), Some((*count).into())));
        scenario.apply(&Edit::Set(listed.chain(affected).collect()))
    }
}

/// The practice of a scenario with estimates of what has not been entered: the list from how many and how old they are
/// said to be, the persons with each condition from the list and how ill they are. `published` is an entered list as others
/// may see it: an estimate stands in the open, and must tell no more of the list than that. `None` where nobody is listed,
/// and where the start model lacks an entered cell.
pub fn completed(
    scenario: &Scenario,
    rule: &Approximation,
    published: impl FnOnce(&Practice) -> PerCell<Count>,
) -> Option<Completed> {
    let input = scenario.practice();
    let Rough { listed: size, ages, health } = input.rough;
    let Some(mix) = scenario.start.case_mix() else {
        let practice = scenario.entered_practice()?;
        return Some(Completed { practice, list_is_rough: false, rough: BTreeSet::new() });
    };
    let list_is_rough = input.listed.iter().next().is_none();
    let mut practice = if list_is_rough {
        let size = size.or_else(|| whole(rule.listed.value.decimal())).filter(|size| *size > Count::ZERO)?;
        let listed = rough_list(mix, size, rule, ages)?;
        Practice { listed, affected: input.affected.clone(), drug_cost: input.drug_cost }
    } else {
        scenario.entered_practice()?
    };
    let missing: BTreeSet<Id> =
        mix.factors().map(|factor| factor.id).filter(|id| practice.affected.get(id).is_none()).cloned().collect();
    if !missing.is_empty() {
        let listed = if list_is_rough { practice.listed.clone() } else { published(&practice) };
        let expected = times_expected(mix, &listed, rule.times(health))?;
        practice.affected.extend(expected.into_iter().filter(|(id, _)| missing.contains(id)));
    }
    Some(Completed { practice, list_is_rough, rough: missing })
}

fn whole(persons: Decimal) -> Option<Count> {
    let rounded = persons.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    rounded.to_u64().and_then(Count::new)
}
