//! A made-up region: nobody in it is real. Ages and sexes are those of a population; how many have each condition is the
//! model's own reference; what a group costs on average is what the model pays for it. So the model's example weights
//! are right on average in these data, because the data are made of them: they show how the model would work if the
//! weights were right, not that they are.
//!
//! What no document gives (how conditions go together, how practices differ, how costs spread) are [`Numbers`] of the
//! caller. The same assumptions and the same seed give the same bits on every machine.
mod cells;
mod draw;
mod lists;
mod numbers;
mod others;
mod sampler;
mod strata;

pub use numbers::Numbers;

use crate::{
    conditions::{Conditions, NoRoom},
    register::{Full, Origin, Register},
};
use draw::DiceOfAll;
use model::{
    cell::{Cell, PerCell},
    citation::Parameter,
    condition::Condition,
    count::Count,
    id::Id,
    localized::Localized,
    payment_model::PaymentModel,
    rows::RegionPractices,
    tariff::Tariff,
};
use others::Other;
use sampler::Sampler;

/// Which practices there are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Practices {
    /// By name, with their lists.
    Named(Vec<(String, Count)>),
    /// So many, uneven, with a number after a name; the lists add up to the total.
    Drawn {
        /// What stands before the number, as `Practice`.
        name: String,
        /// How many.
        practices: u16,
        /// Listed persons together.
        listed: Count,
    },
}

impl Practices {
    /// Those of a region of the catalogue, called by their numbers in the language that `name` takes. A list that is
    /// real is told by its size and not by whose it is: what is made up about it is about nobody's practice.
    pub fn of(practices: &RegionPractices, name: impl Fn(&Localized) -> String) -> Self {
        match practices {
            RegionPractices::Lists { name: of, lists } => {
                let pattern = name(of);
                let called = |(number, list): (usize, &Parameter<Count>)| {
                    let [number, listed] = [number.to_string(), grouped(list.value)];
                    (pattern.replace("{number}", &number).replace("{listed}", &listed), list.value)
                };
                Self::Named((1..).zip(lists).map(called).collect())
            }
            RegionPractices::Drawn { name: of, practices, listed } => {
                Self::Drawn { name: name(of), practices: *practices, listed: listed.value }
            }
        }
    }
}

/// The number with a space between thousands, on which no line is broken.
fn grouped(count: Count) -> String {
    let digits = count.get().to_string();
    let first = digits.len() % 3;
    let parts = digits.char_indices().flat_map(|(at, digit)| {
        let space = (at > 0 && at % 3 == first).then_some('\u{a0}');
        space.into_iter().chain([digit])
    });
    parts.collect()
}

/// All that a made-up region is made of.
#[derive(Clone, Debug)]
pub struct Assumptions<'a> {
    /// Practices.
    pub practices: Practices,
    /// A population; the region has its shares by sex and age, in whole persons.
    pub population: &'a PerCell<Count>,
    /// The model whose reference shares and amounts the region follows.
    pub tariff: &'a Tariff,
    /// Models whose conditions the persons have too. The persons and their costs are the same with them and without.
    pub others: Vec<&'a PaymentModel>,
    /// What no document gives.
    pub numbers: Numbers,
}

/// Why a region cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Impossible {
    /// The population has other bands than the model's table.
    Bands,
    /// The model's reference does not tell how many of the cell have the condition.
    NoShare(Id, Cell),
    /// There is no practice, or nobody in the population or in the lists.
    Nobody,
    /// More practices or sets of conditions than a register holds.
    Full(Full),
    /// Another model finds a condition of the same id by other drugs or thresholds.
    FoundOtherwise(Id),
    /// The models have more conditions together than sets tell apart.
    Conditions(NoRoom),
    /// More persons than there is memory for.
    Memory,
}

impl From<Full> for Impossible {
    fn from(full: Full) -> Self {
        Self::Full(full)
    }
}

/// The region that the assumptions and the seed give.
pub fn region(assumptions: &Assumptions<'_>, seed: u64) -> Result<Register, Impossible> {
    let mut sampler = Sampler::new(seed);
    let (names, sizes) = practices(assumptions, &mut sampler);
    let persons = PerCell::iter(assumptions.population).map(|(_, count)| u64::from(count.get())).collect::<Vec<_>>();
    let total: u64 = sizes.iter().sum();
    if total == 0 || persons.iter().all(|n| *n == 0) {
        return Err(Impossible::Nobody);
    }
    let cells = lists::split(total, &persons);
    let table = lists::table(&sizes, &cells, &middle_ages(assumptions.population), &assumptions.numbers, &mut sampler);
    let leanings = leanings(&table, &assumptions.numbers, &mut sampler);
    let (conditions, others) = conditions(assumptions)?;
    let tables = cells::tables(assumptions, &table, &leanings, &others)?;
    let mut register = empty(conditions, seed, names)?;
    register.reserve(usize::try_from(total).map_err(|_| Impossible::Memory)?);
    let apart = (1..).zip(&others).map(|(place, _)| Sampler::new(seed ^ ODD.wrapping_mul(place))).collect();
    let mut sampler = DiceOfAll { persons: sampler, others: apart };
    draw::persons(&mut register, &table, &leanings, &tables, &mut sampler)?;
    Ok(register)
}

/// Sets the chances of other models apart from each other's.
const ODD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The conditions of the register, and the models whose conditions come beside.
fn conditions(assumptions: &Assumptions<'_>) -> Result<(Conditions, Vec<Other>), Impossible> {
    let drawn = &*assumptions.tariff.model;
    let mut all: Vec<&Condition> = drawn.case_mix().map_or_else(Vec::new, |mix| mix.conditions.iter().collect());
    let others = assumptions.others.iter().map(|model| Other::new(model, drawn, &mut all));
    let others = others.collect::<Result<Vec<_>, _>>()?.into_iter().flatten().collect();
    let all = Conditions::new(all.into_iter().map(|condition| condition.id.clone())).map_err(Impossible::Conditions)?;
    Ok((all, others))
}

/// Names and lists.
fn practices(assumptions: &Assumptions<'_>, sampler: &mut Sampler) -> (Vec<String>, Vec<u64>) {
    match &assumptions.practices {
        Practices::Named(named) => named.iter().map(|(name, n)| (name.clone(), u64::from(n.get()))).unzip(),
        Practices::Drawn { name, practices, listed } => {
            let names = (1..=*practices).map(|number| [name.as_str(), " ", &number.to_string()].concat());
            let spread = assumptions.numbers.practice_size;
            (names.collect(), lists::sizes(usize::from(*practices), u64::from(listed.get()), spread, sampler))
        }
    }
}

fn middle_ages(population: &PerCell<Count>) -> Vec<f64> {
    let middle = |cell: Cell| f64::from(cell.band.low) + f64::from(cells::years(cell.band)) / 2.0;
    population.bands().cells().map(middle).collect()
}

/// What sets a practice's persons apart from others of their age and sex.
#[derive(Clone, Copy, Debug)]
struct Leaning {
    /// Its persons' spread over the strata.
    strata: strata::ByStratum,
    /// What its prescribing makes of a cost.
    prescribing: f64,
}

fn leanings(table: &[Vec<u64>], numbers: &Numbers, sampler: &mut Sampler) -> Vec<Leaning> {
    let mut factor = |spread: f64| libm::exp(spread * sampler.normal());
    let mut leaning = |_: &Vec<u64>| Leaning {
        strata: strata::mix(numbers.frail_share, factor(numbers.morbidity)),
        prescribing: factor(numbers.prescribing),
    };
    table.iter().map(&mut leaning).collect()
}

/// The register with its practices and conditions, and nobody.
fn empty(conditions: Conditions, seed: u64, names: Vec<String>) -> Result<Register, Full> {
    let mut register = Register::new(Origin::Synthetic { seed: Some(seed) }, conditions);
    for name in names {
        register.add_practice(name)?;
    }
    Ok(register)
}
