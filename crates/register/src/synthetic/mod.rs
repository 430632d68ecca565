//! A made-up region: nobody in it is real. Ages and sexes are those of a population; how many have each condition is the
//! model's own reference; what a group costs on average is what the model pays for it. So the model's example weights
//! are right on average in these data, because the data are made of them: they show how the model would work if the
//! weights were right, not that they are.
//!
//! What no document gives (how conditions go together, how practices differ, how costs spread) are [`Numbers`] of the
//! caller. The same assumptions and the same seed give the same bits on every machine.
mod cells;
mod dice;
mod draw;
mod lists;
mod numbers;
mod strata;

pub use numbers::Numbers;

use crate::{
    conditions::Conditions,
    register::{Full, Origin, Register},
};
use dice::Dice;
use model::{
    cell::{Cell, PerCell},
    count::Count,
    id::Id,
    tariff::Tariff,
};

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

/// All that a made-up region is made of.
#[derive(Clone, Debug)]
pub struct Assumptions<'a> {
    /// Practices.
    pub practices: Practices,
    /// A population; the region has its shares by sex and age, in whole persons.
    pub population: &'a PerCell<Count>,
    /// The model whose reference shares and amounts the region follows.
    pub tariff: &'a Tariff,
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
    /// More practices, conditions or sets of them than a register holds.
    Full(Full),
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
    let mut dice = Dice::new(seed);
    let (names, sizes) = practices(assumptions, &mut dice);
    let persons = PerCell::iter(assumptions.population).map(|(_, count)| u64::from(count.get())).collect::<Vec<_>>();
    let total: u64 = sizes.iter().sum();
    if total == 0 || persons.iter().all(|n| *n == 0) {
        return Err(Impossible::Nobody);
    }
    let cells = lists::split(total, &persons);
    let table = lists::table(&sizes, &cells, &middle_ages(assumptions.population), &assumptions.numbers, &mut dice);
    let leanings = leanings(&table, &assumptions.numbers, &mut dice);
    let tables = cells::tables(assumptions, &table, &leanings)?;
    let mut register = empty(assumptions, seed, names)?;
    register.reserve(usize::try_from(total).map_err(|_| Impossible::Memory)?);
    draw::persons(&mut register, &table, &leanings, &tables, &mut dice)?;
    Ok(register)
}

/// Names and lists.
fn practices(assumptions: &Assumptions<'_>, dice: &mut Dice) -> (Vec<String>, Vec<u64>) {
    match &assumptions.practices {
        Practices::Named(named) => named.iter().map(|(name, n)| (name.clone(), u64::from(n.get()))).unzip(),
        Practices::Drawn { name, practices, listed } => {
            let names = (1..=*practices).map(|number| [name.as_str(), " ", &number.to_string()].concat());
            let spread = assumptions.numbers.practice_size;
            (names.collect(), lists::sizes(usize::from(*practices), u64::from(listed.get()), spread, dice))
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

fn leanings(table: &[Vec<u64>], numbers: &Numbers, dice: &mut Dice) -> Vec<Leaning> {
    let mut factor = |spread: f64| libm::exp(spread * dice.normal());
    let mut leaning = |_: &Vec<u64>| Leaning {
        strata: strata::mix(numbers.frail_share, factor(numbers.morbidity)),
        prescribing: factor(numbers.prescribing),
    };
    table.iter().map(&mut leaning).collect()
}

/// The register with its practices and conditions, and nobody.
fn empty(assumptions: &Assumptions<'_>, seed: u64, names: Vec<String>) -> Result<Register, Full> {
    let conditions = Conditions::of_models([&*assumptions.tariff.model]).map_err(|_| Full::Conditions)?;
    let mut register = Register::new(Origin::Synthetic { seed }, conditions);
    for name in names {
        register.add_practice(name)?;
    }
    Ok(register)
}
