//! Small random regions, the models compared on them, and what the core pays for each person by itself.
use crate::engine::{
    make,
    random::{Numbers, fitting},
};
use model::{
    case_mix::{Combine, ConditionSet, Hierarchy, Normalisation, Precondition},
    component::Component,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    practice::Person,
    sex::Sex,
    tariff::Tariff,
};
use proptest::{collection::vec, prelude::*};
use register::{
    conditions::Conditions,
    frame::Frame,
    person_key::PersonKey,
    rates::Rates,
    register::{Origin, PersonRow, Register},
    summary::Summary,
};
use rust_decimal::prelude::ToPrimitive;
use std::rc::Rc;

/// How many conditions the register tells of: more than most models know.
const CONDITIONS: usize = 9;

/// A region and two models.
#[derive(Clone, Debug)]
pub struct Region {
    pub practices: u16,
    /// Practice, whether a man, age, bits of conditions, öre.
    pub persons: Vec<(u16, bool, u8, u64, u32)>,
    pub models: [Numbers; 2],
    /// Bits: which rules the second model has besides.
    pub rules: u8,
}

pub fn region() -> impl Strategy<Value = Region> {
    (1u16..=8).prop_flat_map(|practices| {
        let bits = prop_oneof![Just(0u64), 0u64..512];
        let cost = prop_oneof![Just(0u32), 0u32..2_000_000, Just(u32::MAX)];
        let persons = vec((0..practices, any::<bool>(), 0u8..=120, bits, cost), 1..120);
        (persons, fitting(), fitting(), 0u8..16).prop_map(move |(persons, one, other, rules)| Region {
            practices,
            persons,
            models: [one, other],
            rules,
        })
    })
}

impl Region {
    pub fn register(&self) -> Register {
        // the register's order is not the models'
        let ids = Conditions::new((0..CONDITIONS).rev().map(|i| Id::new(&format!("c{i}")))).unwrap();
        let mut register = Register::new(Origin::Own, ids);
        for practice in 0..self.practices {
            register.add_practice(format!("practice {practice}")).unwrap();
        }
        for (practice, man, age, bits, cost) in &self.persons {
            let set = ConditionSet::of((0..CONDITIONS).filter(|i| bits >> i & 1 == 1));
            let set = register.intern(set).unwrap();
            let sex = if *man { Sex::Man } else { Sex::Woman };
            register.push(*practice, PersonKey::new(sex, *age), set, *cost);
        }
        register
    }

    pub fn tariffs(&self, normalisation: Normalisation) -> [Tariff; 2] {
        let [one, other] = [0, 1].map(|i| self.models[i].model(normalisation));
        [one, Rc::new(with_rules(&other, self.rules))].map(|model| model.tariff().unwrap())
    }

    pub fn frame(&self, tariffs: &[Tariff]) -> Frame {
        let models: Vec<&PaymentModel> = tariffs.iter().map(|tariff| &*tariff.model).collect();
        Frame::new(&models, self.register().conditions()).unwrap()
    }

    pub fn summary(&self, tariffs: &[Tariff]) -> Summary {
        Summary::of_persons(&self.register(), self.frame(tariffs))
    }
}

pub fn rates(tariffs: &[Tariff]) -> Vec<Rates> {
    tariffs.iter().map(Rates::of).collect()
}

/// What the core pays for the person, in öre a year.
pub fn paid(tariff: &Tariff, register: &Register, row: &PersonRow) -> f64 {
    let mix = tariff.model.case_mix().unwrap();
    let known = row.conditions.positions().filter_map(|i| mix.position(&register.conditions()[i]));
    let person = Person { sex: row.key.sex(), age: row.key.age(), conditions: ConditionSet::of(known) };
    1200.0 * tariff.person(&person).0.payment.value().decimal().to_f64().unwrap()
}

/// Whether the two are the same but for rounding: relative to the larger, or to `scale`.
pub fn close(a: f64, b: f64, scale: f64, tolerance: f64) -> bool {
    (a - b).abs() <= tolerance * a.abs().max(b.abs()).max(scale)
}

/// Limits, combine, precondition and hierarchy, as the bits say.
pub fn with_rules(model: &PaymentModel, rules: u8) -> PaymentModel {
    let mut model = model.clone();
    for component in &mut model.components {
        let Component::CaseMix(mix) = component else { continue };
        let last = mix.conditions.len() - 1;
        if rules & 1 == 1 {
            mix.conditions[0].limits.from_age = Some(18);
            mix.conditions[last].limits.sex = Some(Sex::Woman);
        }
        if rules & 2 == 2 {
            mix.combine = vec![Combine { all: ConditionSet::of([0, last]), becomes: last / 2 }];
        }
        if rules & 4 == 4 {
            mix.preconditions = vec![Precondition { condition: last, unless_any: ConditionSet::of(0..last) }];
        }
        if rules & 8 == 8 {
            mix.hierarchy = vec![Hierarchy { parent: 0, drops: ConditionSet::of(1..=last) }];
        }
    }
    make_id(model)
}

fn make_id(model: PaymentModel) -> PaymentModel {
    PaymentModel { id: Id::new("other"), name: make::name("other"), ..model }
}
