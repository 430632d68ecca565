//! Every figure of every result can be made anew from the figures it was made of, down to given and cited ones.
use super::{
    make::{bands, case_mix, condition, count, d, guideline, m, model, reference, table},
    random::{Numbers, fitting, signed},
};
use model::{
    case_mix::{CaseMix, ConditionSet, Normalisation},
    cell::PerCell,
    compare::split_change,
    measure::{Fte, Measure, Share, YearlyMoney},
    net::{ShareReading, net},
    practice::{Person, Practice},
    sex::Sex,
    staffing::{
        staff::{Inputs, Shipped, Staff},
        staffing,
    },
    tariff::Tariff,
    term::Term,
    trace::{How, Node, ToOre, Traced},
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::{collections::HashSet, rc::Rc};

/// Checks the figure and everything under it; what has been seen is not walked again.
fn walk(node: &Rc<Node>, seen: &mut HashSet<*const Node>) {
    if !seen.insert(Rc::as_ptr(node)) {
        return;
    }
    assert_eq!(node.recomputed(), Some(node.value.value), "{:?}", node.term);
    let inputs = node.how.inputs();
    match &node.how {
        How::Input | How::Parameter(_) => assert!(inputs.is_empty()),
        How::Edited { original, .. } => assert_ne!(*original, node.value, "an edit changes the value"),
        How::Sum(parts) if parts.is_empty() => assert_eq!(node.value.value, Decimal::ZERO),
        How::Sum(parts) => assert!(parts.iter().all(|part| part.value.unit == node.value.unit), "{:?}", node.term),
        How::Difference(a, b) => assert!(a.value.unit == node.value.unit && b.value.unit == node.value.unit),
        _ => assert!(!inputs.is_empty(), "{:?} is made of nothing", node.term),
    }
    inputs.into_iter().for_each(|input| walk(input, seen));
}

pub struct Walked(pub HashSet<*const Node>);

impl Walked {
    pub fn figure<T: Measure + std::fmt::Debug>(&mut self, figure: &Traced<T>) {
        assert_eq!(figure.value().quantity(), figure.node().value, "the value is the root's");
        walk(figure.node(), &mut self.0);
    }

    fn tariff(&mut self, tariff: &Tariff) {
        tariff.base.iter().for_each(|base| base.iter().for_each(|(_, rate)| self.figure(rate)));
        tariff.factors.iter().for_each(|factor| self.figure(&factor.rate));
        tariff.reference_total().iter().for_each(|total| self.figure(total.as_ref().unwrap()));
        self.figure(&tariff.cost_share);
    }

    fn outcome(&mut self, outcome: &model::outcome::Outcome) {
        for line in &outcome.lines {
            self.figure(&line.basis);
            self.figure(&line.rate);
            self.figure(&line.amount);
        }
        self.figure(&outcome.payment);
        self.figure(&outcome.payment.per_year());
        self.figure(&outcome.capitation());
        self.figure(&outcome.case_mix());
        outcome.per_listed().iter().for_each(|mean| self.figure(mean));
    }
}

/// The tariff under each budget rule, with one amount and one weight edited.
fn tariffs(numbers: &Numbers) -> Vec<Tariff> {
    let rules = [Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral];
    let edited = rules.map(|rule| {
        let model = numbers.model(rule);
        let cell = model.bands.cells().next().unwrap();
        let id = model.case_mix().unwrap().conditions[0].id.clone();
        Rc::new(model.with_rate(cell, m("300.5")).with_weight(&id, m("1.25"))).tariff()
    });
    edited.into_iter().map(Result::unwrap).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]
    #[test]
    fn amounts_persons_practices_and_nets(
        numbers in prop_oneof![fitting(), signed()],
        persons in vec(0u32..=100_000, 20),
        age: u8,
        bits in 0usize..256,
        cost in 0i64..=10_000_000,
    ) {
        for tariff in tariffs(&numbers) {
            let mix = tariff.model.case_mix().unwrap();
            let mut walked = Walked(HashSet::new());
            walked.tariff(&tariff);
            let conditions = ConditionSet::of((0..mix.conditions.len()).filter(|i| bits & (1 << i) != 0));
            let (outcome, _) = tariff.person(&Person { sex: Sex::Woman, age, conditions });
            walked.outcome(&outcome);
            let mut counts = persons.iter().cycle().map(|n| count(*n));
            let listed = PerCell::from_fn(&tariff.model.bands, |_| counts.next().unwrap());
            let affected = mix.factors().map(|f| f.id.clone()).zip(counts).collect();
            let outcome = tariff.practice(&Practice { listed, affected, drug_cost: None }).unwrap();
            walked.outcome(&outcome);
            for reading in [ShareReading::InTable, ShareReading::AtNet] {
                let result = net(&outcome.payment, Measure::of(Decimal::new(cost, 2)), &tariff.cost_share, reading);
                walked.figure(&result.carried);
                walked.figure(&result.net);
            }
        }
    }

    #[test]
    fn staffing_figures(listed: u16, specialists in 0i64..=1_000, st in 0i64..=1_000) {
        let fte = |tenths| Fte::of(Decimal::new(tenths, 1));
        let staff = Staff::of(listed.into(), fte(specialists), fte(st));
        let outcome = staffing(&Inputs { guideline: &guideline(), staff: &staff, shipped: &Shipped::default() });
        let mut walked = Walked(HashSet::new());
        for figure in [&outcome.by_specialists, &outcome.by_st, &outcome.capacity, &outcome.gap] {
            walked.figure(figure);
        }
        outcome.gap_fte.iter().chain(&outcome.need).for_each(|figure| walked.figure(figure));
        outcome.per_specialist.iter().for_each(|figure| walked.figure(figure));
        outcome.coverage.iter().for_each(|figure| walked.figure(figure));
    }

    #[test]
    fn the_parts_of_a_change(from in vec(0u32..=500, 2), to in vec(0u32..=500, 2), share in 1i64..=100) {
        let bands = bands(&[0]);
        let kr = |amounts: &[u32]| amounts.iter().map(|n| Decimal::from(*n)).collect::<Vec<_>>();
        let earlier = model(&bands, Some(table(&bands, &kr(&from))), None);
        let earlier = Rc::new(earlier.with_cost_share(Share::of(Decimal::new(share, 2)))).tariff().unwrap();
        let later = Rc::new(model(&bands, Some(table(&bands, &kr(&to))), None)).tariff().unwrap();
        let mut walked = Walked(HashSet::new());
        for (_, split) in split_change(&earlier, &later).unwrap().iter() {
            for part in [&split.from, &split.to, &split.by_share, &split.unexplained, &split.total] {
                walked.figure(part);
            }
        }
    }
}

#[test]
fn an_edited_amount_tells_the_one_it_replaces() {
    let bands = bands(&[0]);
    let plain = model(&bands, Some(table(&bands, &[d("50"), d("60")])), None);
    let man = bands.cells().nth(1).unwrap();
    let base = Rc::new(plain.with_rate(man, m("61"))).tariff().unwrap().base.unwrap();
    let How::Edited { original, citation } = &base.get(man).unwrap().node().how else { panic!("not told as edited") };
    assert_eq!((original.value, &*citation.heading), (d("60"), "table 1"));
}

#[test]
fn the_budget_factor_goes_back_to_counted_persons() {
    let bands = bands(&[0]);
    let reference = reference(&bands, &[300, 300], &[("a", &[100, 7])]);
    let mix =
        CaseMix { normalisation: Normalisation::ScalarToBudget, ..case_mix(vec![condition("a", d("30"))], reference) };
    let tariff = Rc::new(model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix))).tariff().unwrap();
    let mut nodes = Vec::new();
    all_under(tariff.factors[0].rate.node(), &mut nodes);
    let counted = nodes.iter().filter(|node| matches!(node.term, Term::ReferenceAffected(..)));
    let told: Vec<_> = counted.map(|node| (node.value.value, matches!(node.how, How::Parameter(_)))).collect();
    assert_eq!(told, [(d("100"), true), (d("7"), true)], "whole persons with their source, not a share made back");
}

fn all_under(node: &Rc<Node>, found: &mut Vec<Rc<Node>>) {
    found.push(Rc::clone(node));
    node.how.inputs().into_iter().for_each(|input| all_under(input, found));
}

#[test]
fn an_amount_in_whole_ore_is_one_of_its_two_nearest_and_says_which() {
    let exact = Traced::input(Term::Payment, YearlyMoney::of(d("-10.005")));
    let way = |whole: &str| {
        let made = exact.to_ore(Term::Payment, YearlyMoney::of(d(whole)))?;
        assert_eq!(made.node().recomputed(), Some(d(whole)));
        let How::ToOre(way, _) = made.node().how else { panic!("not told as made whole") };
        Some(way)
    };
    assert_eq!(way("-10.01"), Some(ToOre::Down));
    assert_eq!(way("-10.00"), Some(ToOre::Up));
    assert_eq!(way("-10.02"), None);
    assert_eq!(way("-10.005"), None);
}
