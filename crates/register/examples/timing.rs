//! How long the region engine takes, beside reading ten bytes a person once. Prints; judges nothing.
//!
//! `cargo run --release -p viktat-register --example timing -- 1400000`
#![allow(clippy::unwrap_used, clippy::print_stdout, clippy::indexing_slicing, reason = "a tool for developers")]
#[path = "../../model/tests/laws/make.rs"]
#[allow(dead_code, reason = "the core's own tests use the rest")]
mod make;

use make::{bands, case_mix, condition, d, model, name, reference, sourced, table};
use model::{
    case_mix::{CaseMix, ConditionSet, CountRule, CountTerm, Normalisation},
    id::Id,
    payment_model::PaymentModel,
    sex::Sex,
};
use register::{
    conditions::Conditions,
    evaluate::Evaluation,
    frame::Frame,
    person_key::PersonKey,
    rates::Rates,
    register::{Origin, Register},
    summary::Summary,
};
use rust_decimal::Decimal;
use std::{hint::black_box, rc::Rc, time::Instant};

const CONDITIONS: usize = 12;
const ROUNDS: usize = 15;

fn main() {
    let persons = std::env::args().nth(1).map_or(1_400_000, |text| text.parse().unwrap());
    let register = region(persons);
    let model = paying_model();
    let frame = || Frame::new(&[&*model], register.conditions()).unwrap();
    let rates = Rates::of(&model.tariff().unwrap());
    let (mut read, mut pass, mut sort, mut first, mut update) = (vec![], vec![], vec![], vec![], vec![]);
    let mut groups = 0;
    for round in 0..ROUNDS {
        read.push(time(|| bytes(&register)).0);
        let (taken, mut summary) = time(|| Summary::of_persons(&register, frame()));
        pass.push(taken);
        sort.push(time(|| summary.sort(&register).unwrap()).0);
        let mut evaluation = Evaluation::default();
        first.push(time(|| summary.evaluate_into(std::slice::from_ref(&rates), &mut evaluation)).0);
        // a slider: one weight, a krona at a time
        let mut moved = rates.clone();
        for step in 0..20 {
            moved.factors[round % CONDITIONS] += 1200.0;
            moved.cells[step % 42] -= 600.0;
            update.push(time(|| summary.evaluate_into(std::slice::from_ref(&moved), &mut evaluation)).0);
        }
        black_box(&evaluation);
        groups = summary.groups.len();
    }
    let bw = median(&mut read);
    println!("{persons} persons, {groups} groups; reading ten bytes a person: {bw:.3} ms");
    for (name, mut taken) in [("pass", pass), ("sort", sort), ("first evaluation", first), ("update", update)] {
        let taken = median(&mut taken);
        println!("{name}: {taken:.3} ms, {:.3} of the reading", taken / bw);
    }
}

fn time<T>(work: impl FnOnce() -> T) -> (f64, T) {
    let start = Instant::now();
    let made = black_box(work());
    (start.elapsed().as_secs_f64() * 1000.0, made)
}

fn median(taken: &mut [f64]) -> f64 {
    taken.sort_unstable_by(f64::total_cmp);
    taken[taken.len() / 2]
}

/// Practice, set and cost: ten bytes a person.
fn bytes(register: &Register) -> u64 {
    let (practices, _, sets, costs) = register.columns();
    let sum = practices.iter().map(|n| u64::from(*n)).sum::<u64>();
    sum + sets.iter().map(|n| u64::from(*n)).sum::<u64>() + costs.iter().map(|n| u64::from(*n)).sum::<u64>()
}

/// A fixed sequence, so that two runs time the same work.
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        f64::from(u32::try_from(self.0 >> 32).unwrap()) / 4_294_967_296.0
    }
}

fn region(persons: usize) -> Register {
    let ids = Conditions::new((0..CONDITIONS).map(|i| Id::new(&format!("c{i}")))).unwrap();
    let mut register = Register::new(Origin::Synthetic { seed: Some(1) }, ids);
    let practices: Vec<u16> = (0..180).map(|i| register.add_practice(format!("practice {i}")).unwrap()).collect();
    register.reserve(persons);
    let mut chance = Chance(1);
    for i in 0..persons {
        person(&mut register, practices[i * practices.len() / persons], &mut chance);
    }
    register
}

#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small positive numbers")]
fn person(register: &mut Register, practice: u16, chance: &mut Chance) {
    let age = (chance.next() * 60.0 + chance.next() * 45.0) as u8;
    let sex = if chance.next() < 0.5 { Sex::Woman } else { Sex::Man };
    let frailty = f64::from(age) / 100.0 * 2.0 * chance.next();
    let has = |share: f64, chance: &mut Chance| chance.next() < share * frailty;
    let set = ConditionSet::of((0..CONDITIONS).filter(|i| has([0.45, 0.2, 0.12, 0.1, 0.08, 0.05][i % 6], chance)));
    let none = chance.next() < 0.3;
    let scale = 60_000.0 * (1.0 + 3.0 * f64::from(set.count())) * frailty;
    let cost = if none { 0.0 } else { scale * (1.0 / (1.0 - chance.next() * 0.999) - 1.0).sqrt() };
    let set = register.intern(set).unwrap();
    register.push(practice, PersonKey::new(sex, age), set, cost as u32);
}

fn paying_model() -> Rc<PaymentModel> {
    let starts: Vec<u8> = [0, 1, 3, 7].into_iter().chain((10..=90).step_by(5)).take(21).collect();
    let bands = bands(&starts);
    let amounts: Vec<Decimal> = (0..42).map(|i| Decimal::from(20 + 7 * i)).collect();
    let conditions = (0..CONDITIONS).map(|i| condition(&format!("c{i}"), Decimal::from(20 + 10 * i))).collect();
    let count = |id: &str, rule| CountTerm { id: Id::new(id), name: name(id), rule, weight: sourced(d("15")) };
    let counts = vec![count("two", CountRule::Exactly(2)), count("three", CountRule::AtLeast(3))];
    let reference = reference(&bands, &[1000; 42], &[]);
    let mix = CaseMix { counts, normalisation: Normalisation::None, ..case_mix(conditions, reference) };
    Rc::new(model(&bands, Some(table(&bands, &amounts)), Some(mix)))
}
