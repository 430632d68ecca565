//! Made-up regions for tests: the shipped model, population and numbers, with as many persons as a test needs. Knows no
//! file system.
use model::{age::AgeBands, count::Count, id::Id, measure::Measure};
use register::{
    register::Register,
    synthetic::{self, Assumptions, Numbers, Practices},
};
use rust_decimal::prelude::ToPrimitive;

/// The shipped numbers that regions are made up by.
pub fn numbers() -> Option<Numbers> {
    let rows = catalog::synthetic();
    Numbers::read(|id| rows.iter().find(|row| row.id.as_str() == id)?.value.value.decimal().to_f64())
}

/// A region of so many practices and persons after the shipped proposal, with the bands of its table.
pub fn made(practices: u16, listed: u32, seed: u64) -> Option<(Register, AgeBands)> {
    made_with(practices, listed, seed, numbers()?)
}

/// The same, made up by other numbers.
pub fn made_with(practices: u16, listed: u32, seed: u64, numbers: Numbers) -> Option<(Register, AgeBands)> {
    let model = catalog::shipped().model(&Id::new(catalog::SKANE_PROPOSAL)).cloned()?;
    let (tariff, listed) = (model.tariff().ok()?, Count::new(u64::from(listed))?);
    let population = &model.case_mix()?.reference.listed;
    let practices = Practices::Drawn { name: "Practice".to_owned(), practices, listed };
    let assumptions = Assumptions { practices, population, tariff: &tariff, others: Vec::new(), numbers };
    Some((synthetic::region(&assumptions, seed).ok()?, model.bands.clone()))
}

/// A number that changes with any value of any column (FNV-1a).
pub fn print(register: &Register) -> u64 {
    let enter = |print: u64, word: u64| (print ^ word).wrapping_mul(0x0100_0000_01b3);
    let (practices, keys, sets, costs) = register.columns();
    let rows = practices.iter().zip(keys).zip(sets).zip(costs);
    rows.fold(0xcbf2_9ce4_8422_2325, |print, (((practice, key), set), cost)| {
        let person = u64::from(*practice) << 8 | u64::try_from(key.index()).unwrap_or(0);
        enter(enter(enter(print, person), u64::from(*set)), u64::from(*cost))
    })
}
