//! The aims' figures against the register's own numbers, and more flags against the whole öre.
#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test fails by panicking")]
use catalog::{SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{
    case_mix::ConditionSet,
    citation::Status,
    id::Id,
    measure::{Measure, Share, YearlyMoney},
    payment_model::PaymentModel,
    practice::Practice,
    proxy::DrugMeasure,
    sex::Sex,
    trace::{How, Node, Traced},
};
use register::{
    aims::{self, MoreFlags, Price, aims},
    conditions::Conditions,
    frame::Frame,
    person_key::PersonKey,
    phase_in::Millionths,
    register::{Origin, Register},
    summary::Summary,
};
use report::{
    aims::{Looked, figures},
    more_flags::{Question, more_flags},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;

fn model(id: &str) -> Rc<PaymentModel> {
    Rc::clone(catalog::shipped().model(&Id::new(id)).unwrap())
}

/// Sixty-year-old men: practice and number of conditions.
fn summary(model: &PaymentModel, persons: &[(u16, usize)]) -> Summary {
    let ids = Conditions::of_models([model]).unwrap();
    let mut register = Register::new(Origin::Own, ids.clone());
    for practice in 0..3 {
        register.add_practice(["A", "B", "C"][practice].to_owned()).unwrap();
    }
    for (practice, conditions) in persons {
        let set = register.intern(ConditionSet::of(0..*conditions)).unwrap();
        register.push(*practice, PersonKey::new(Sex::Man, 60), set, 100_000);
    }
    Summary::of_persons(&register, Frame::new(&[model], &ids).unwrap())
}

fn holds(node: &Rc<Node>) {
    assert_eq!(node.recomputed(), Some(node.value.value), "{:?}", node.term);
    node.how.inputs().into_iter().for_each(holds);
}

#[test]
fn the_figures_are_the_registers_numbers() {
    for id in [SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE] {
        let model = model(id);
        let tariff = model.tariff().unwrap();
        let summary = summary(&model, &[(0, 0), (0, 1), (1, 2), (2, 4), (2, 0)]);
        let price = |measure, kronor| {
            let conditions = model.case_mix().unwrap().conditions.iter();
            conditions
                .map(|one| Price { condition: one.id.clone(), measure, kronor, status: Status::Illustrative })
                .collect::<Vec<_>>()
        };
        let prices = [price(DrugMeasure::Dispensings, Decimal::from(75)), price(DrugMeasure::Ddd, Decimal::new(15, 1))];
        let prices = prices.concat();
        let own = aims(&tariff, Some((&summary, 0)), YearlyMoney::of(Decimal::from(1000)), &prices);
        let look_up = own.transparency.look_up;
        let region = Looked { summary: &summary, lane: 0, most: look_up.most_factors };
        let found = figures(&tariff, &region, &prices);
        let number = |count: u32| Decimal::from(count);
        assert_eq!(found.kept.value(), own.incentive.cost_share);
        let mean = found.mean.as_ref().unwrap();
        assert!((mean.value().decimal().to_f64().unwrap() - look_up.mean().unwrap()).abs() < 1e-12);
        assert_eq!(found.most.value().decimal(), number(look_up.most()));
        assert_eq!(found.whole.value().decimal(), number(own.transparency.whole.sum()));
        assert_eq!(found.base.value().decimal(), number(own.transparency.base.sum()));
        assert_eq!(found.facts.value().decimal(), number(own.practicality.facts()));
        assert_eq!(found.flagging.len(), own.manipulation.len());
        for (figures, flagging) in found.flagging.iter().zip(&own.manipulation) {
            assert_eq!(figures.brings.value(), flagging.brings, "{:?}", flagging.condition);
            assert_eq!(figures.cost.as_ref().map(|cost| cost.value()), flagging.trip.as_ref().map(|trip| trip.yearly));
            assert_eq!(figures.carried.as_ref().map(|carried| carried.value()), flagging.carried);
            assert_eq!(figures.margin.as_ref().map(|margin| margin.value()), flagging.margin);
            assert_eq!(figures.is_above_zero(), flagging.pays());
            let stopping = own.incentive.stopping.iter().find(|one| one.condition == flagging.condition).unwrap();
            assert_eq!(figures.kept_when_stopped.as_ref().map(|kept| kept.value()), stopping.kept);
            assert_eq!(figures.even.as_ref().map(|even| even.value()), stopping.even);
            let nodes = [&figures.carried, &figures.margin, &figures.cost, &figures.kept_when_stopped, &figures.even];
            nodes.into_iter().flatten().for_each(|figure| holds(figure.node()));
            holds(figures.brings.node());
        }
        [mean, &found.most, &found.whole, &found.base, &found.facts].into_iter().for_each(|one| holds(one.node()));
    }
}

#[test]
fn without_a_price_nothing_is_known() {
    let model = model(SKANE_PROPOSAL_FIVE);
    let (tariff, summary) = (model.tariff().unwrap(), summary(&model, &[(0, 1)]));
    let found = figures(&tariff, &Looked { summary: &summary, lane: 0, most: 1 }, &[]);
    for one in &found.flagging {
        assert_eq!((&one.cost, &one.carried, &one.margin, one.is_above_zero()), (&None, &None, &None, false));
        assert!(one.unpriced > 0);
    }
}

#[test]
fn the_table_has_its_amounts_and_the_cost_share() {
    let model = model(SKANE_2026);
    let other = self::model(SKANE_PROPOSAL_FIVE);
    let summary = summary(&other, &[(0, 1)]);
    let found = figures(&model.tariff().unwrap(), &Looked { summary: &summary, lane: 0, most: 0 }, &[]);
    let counts = [&found.most, &found.base, &found.whole, &found.facts, &found.conditions];
    assert_eq!(counts.map(|one| one.value().decimal().to_u32().unwrap()), [1, 1, 43, 3, 0]);
    assert!(matches!(&found.whole.node().how, How::Sum(parts) if parts.len() == 2));
}

#[test]
fn more_flags_leave_the_sum_and_are_the_whole_ore() {
    let model = model(SKANE_PROPOSAL_FIVE);
    let tariff = model.tariff().unwrap();
    let persons: Vec<(u16, usize)> = (0..90).map(|i| (i % 3, usize::from(i % 5))).collect();
    let summary = summary(&model, &persons);
    let named: Vec<(&str, Practice)> =
        ["A", "B", "C"].into_iter().enumerate().map(|(at, name)| (name, summary.practice(at, 0).unwrap())).collect();
    let share = Share::of(Decimal::new(25, 2));
    for factor in [None, Some(0), Some(3)] {
        let question = Question { practices: &[1], factor, share };
        let only = factor.map(|factor| [factor]);
        let flags = MoreFlags {
            practices: &[1],
            factors: only.as_ref().map(|only| &only[..]),
            share: Millionths::of(share).unwrap(),
        };
        let mut paid = aims::more_flags(&summary, 0, &tariff, &flags).unwrap();
        let found = more_flags(&tariff, &named, &question, &paid).unwrap();
        let ore = |one: &Traced<YearlyMoney>| (one.value().decimal() * Decimal::ONE_HUNDRED).to_i64().unwrap();
        assert_eq!([&found.gained, &found.lost, &found.total].map(ore), [paid.gained, paid.lost, paid.total]);
        assert!(paid.gained > 0);
        for (at, of) in paid.practices.iter().enumerate() {
            let figures = [&found.before[at], &found.after[at], &found.changes[at]];
            assert_eq!(figures.map(ore), [of.before, of.after, of.after - of.before]);
            figures.into_iter().for_each(|one| holds(one.node()));
        }
        [&found.gained, &found.lost, &found.total].into_iter().for_each(|one| holds(one.node()));
        paid.practices[1].after += 2;
        assert_eq!(more_flags(&tariff, &named, &question, &paid), None, "what was not paid is not explained");
    }
}
