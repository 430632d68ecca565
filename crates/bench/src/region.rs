//! One region: its persons, what is worked out from them, and where its columns lie for others to copy.
use crate::{fitting::Fitting, model::Models};
use catalog::synthetic;
use model::{case_mix::ConditionSet, count::Count, measure::Measure, tariff::Tariff};
use register::{
    conditions::Conditions,
    evaluate::{Evaluation, LaneResult},
    frame::Frame,
    ingest::write_csv,
    person_key::PersonKey,
    rates::Rates,
    register::{Origin, Register},
    summary::Summary,
    synthetic::{Assumptions, Numbers, Practices, region},
};
use rust_decimal::prelude::ToPrimitive;
use wasm_bindgen::prelude::wasm_bindgen;

/// A made-up region and the engine's state.
#[wasm_bindgen]
pub struct Region {
    models: Models,
    register: Register,
    rates: [Rates; 2],
    summary: Option<Summary>,
    /// Both models, then the one that is changed.
    found: Evaluation,
}

#[wasm_bindgen]
impl Region {
    /// The region of the seed; `undefined` when it cannot be made.
    pub fn make(persons: u32, practices: u16, seed: u32) -> Option<Self> {
        let models = Models::new()?;
        let paying = models.paying.tariff().ok()?;
        let mut register = made(&paying, persons, practices, u64::from(seed))?;
        // the file that every engine reads is as an own register's: the mark of made-up rows is our reader's alone
        register.origin = Origin::Own;
        Self::of(models, register)
    }

    /// How many persons.
    pub fn persons(&self) -> usize {
        self.register.len()
    }

    /// How many practices.
    pub fn practices(&self) -> usize {
        self.register.practices().len()
    }

    /// How many groups of persons there are; zero before the first result.
    pub fn groups(&self) -> usize {
        self.summary.as_ref().map_or(0, |summary| summary.groups.len())
    }

    /// By person: the practice's position.
    pub fn practice_column(&self) -> Vec<u16> {
        self.register.columns().0.to_vec()
    }

    /// By person: the age, and 128 more for men.
    pub fn key_column(&self) -> Vec<u8> {
        let byte = |key: &PersonKey| u8::try_from(key.index()).unwrap_or(u8::MAX);
        self.register.columns().1.iter().map(byte).collect()
    }

    /// By person: a bit for each condition.
    pub fn mask_column(&self) -> Vec<u32> {
        let bits = |set: &ConditionSet| u32::try_from(set.bits(0)).unwrap_or_default();
        let of_set: Vec<u32> = self.register.sets().iter().map(bits).collect();
        let sets = self.register.columns().2.iter();
        sets.filter_map(|set| of_set.get(usize::try_from(*set).ok()?)).copied().collect()
    }

    /// By person: öre a year.
    pub fn cost_column(&self) -> Vec<u32> {
        self.register.columns().3.to_vec()
    }

    /// By key: the cell of the model's table.
    pub fn cell_of_key(&self) -> Vec<u8> {
        let bands = &self.models.paying.bands;
        let cell = |key: PersonKey| {
            let men = if key.sex() == model::sex::Sex::Man { bands.count() } else { 0 };
            u8::try_from(men + bands.index_of(key.age())).unwrap_or(u8::MAX)
        };
        PersonKey::all().map(cell).collect()
    }

    /// The region as a file that people could have.
    pub fn csv(&self) -> Vec<u8> {
        let mut file = Vec::new();
        write_csv(&self.register, |chunk| file.extend_from_slice(chunk));
        file
    }

    /// What is paid by one of the models: by cell, by factor, and the cost share.
    pub fn amounts(&self, lane: usize) -> Vec<f64> {
        self.rates.get(lane).map(flat).unwrap_or_default()
    }

    /// The same for the first model with one weight so many öre a month higher; the table follows, so that every cell
    /// keeps its mean.
    pub fn moved(&self, condition: usize, ore: i32) -> Vec<f64> {
        self.models.moved(condition, i64::from(ore)).as_ref().map(flat).unwrap_or_default()
    }

    /// Ten bytes of each person once: the floor that everything is measured against.
    pub fn read_once(&self) -> f64 {
        let (practices, _, sets, costs) = self.register.columns();
        let sum = practices.iter().map(|n| u64::from(*n)).sum::<u64>();
        let sum =
            sum + sets.iter().map(|n| u64::from(*n)).sum::<u64>() + costs.iter().map(|n| u64::from(*n)).sum::<u64>();
        sum.to_f64().unwrap_or_default()
    }

    /// Persons to groups, groups sorted, both models worked out.
    pub fn first(&mut self) -> bool {
        self.pass() && self.sort() && self.evaluate()
    }

    /// Persons to groups.
    pub fn pass(&mut self) -> bool {
        // what was there before is given back first, as it would not be there at a first result
        self.summary = None;
        let frame = Frame::new(&[&*self.models.paying, &*self.models.table], self.register.conditions());
        self.summary = frame.ok().map(|frame| Summary::of_persons(&self.register, frame));
        self.summary.is_some()
    }

    /// Single costs in order.
    pub fn sort(&mut self) -> bool {
        self.summary.as_mut().is_some_and(|summary| summary.sort(&self.register).is_ok())
    }

    /// Both models, with nothing remembered.
    pub fn evaluate(&mut self) -> bool {
        self.found = Evaluation::default();
        let summary = self.summary.as_ref();
        summary.map(|summary| summary.evaluate_into(&self.rates, &mut self.found)).is_some()
    }

    /// The first model again at other amounts.
    pub fn update(&mut self, amounts: &[f64]) -> bool {
        self.updated(amounts).is_some()
    }

    /// Of one model: R², CPM, Σ(net²) by person, and what each practice is paid.
    pub fn answer(&self, lane: usize) -> Vec<f64> {
        self.found.lanes.get(lane).map(told).unwrap_or_default()
    }

    /// Equations of all factors from the groups.
    pub fn fitting(&self) -> Option<Fitting> {
        Fitting::of(self.summary.as_ref()?)
    }
}

impl Region {
    /// `None` for more conditions than the other engines' masks hold.
    pub(crate) fn of(models: Models, register: Register) -> Option<Self> {
        u32::try_from(register.conditions().len()).ok().filter(|conditions| *conditions <= u32::BITS)?;
        let rates = [Rates::of(&models.paying.tariff().ok()?), Rates::of(&models.table.tariff().ok()?)];
        Some(Self { models, register, rates, summary: None, found: Evaluation::default() })
    }

    fn updated(&mut self, amounts: &[f64]) -> Option<()> {
        let summary = self.summary.as_ref()?;
        let [paying, _] = &mut self.rates;
        let cells = paying.cells.len();
        let (by_cell, rest) = amounts.split_at_checked(cells)?;
        let (by_factor, _) = rest.split_at_checked(paying.factors.len())?;
        paying.cells.copy_from_slice(by_cell);
        paying.factors.copy_from_slice(by_factor);
        // the table's outcome stands as it was
        let table = self.found.lanes.pop();
        summary.evaluate_into(std::slice::from_ref(paying), &mut self.found);
        self.found.lanes.extend(table);
        Some(())
    }

    /// The conditions that the register tells of.
    pub(crate) fn conditions(&self) -> &Conditions {
        self.register.conditions()
    }
}

fn told(lane: &LaneResult) -> Vec<f64> {
    let of = lane.prediction;
    let numbers = [of.r_squared.unwrap_or(f64::NAN), of.cpm.unwrap_or(f64::NAN), lane.net_squared];
    numbers.into_iter().chain(lane.payment.iter().copied()).collect()
}

fn flat(rates: &Rates) -> Vec<f64> {
    rates.cells.iter().chain(&rates.factors).copied().chain([rates.cost_share]).collect()
}

fn made(paying: &Tariff, persons: u32, practices: u16, seed: u64) -> Option<Register> {
    let numbers = synthetic();
    let number = |id: &str| numbers.iter().find(|row| row.id.as_str() == id)?.value.value.decimal().to_f64();
    let population = &paying.model.case_mix()?.reference.listed;
    let listed = Count::new(u64::from(persons))?;
    let practices = Practices::Drawn { name: "P".to_owned(), practices, listed };
    let assumptions =
        Assumptions { practices, population, tariff: paying, others: Vec::new(), numbers: Numbers::read(number)? };
    region(&assumptions, seed).ok()
}
