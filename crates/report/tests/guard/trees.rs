//! Explanations without the hidden counts: every total stays, and nothing in them is a hidden count's own.
use super::practices::{practice, tariffs};
use model::{
    case_mix::Normalisation,
    compare::change,
    measure::{Measure, MonthlyMoney},
    net::{ShareReading, net},
    outcome::{Outcome, PaidFor},
    practice::Practice,
    quantity::Unit,
    tariff::Tariff,
    term::Term,
    trace::{How, Node},
};
use proptest::prelude::*;
use report::{
    columns::{Column, Tariffs},
    guard::{Protection, Total, USUAL_THRESHOLD, guarded_trace, of_practice, protect},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// What a model's results show, with the total that each is.
fn figures(column: Column, tariff: &Tariff, outcome: &Outcome, today: &Outcome) -> Vec<(Vec<Total>, Rc<Node>)> {
    let cost = MonthlyMoney::of(Decimal::from(812_345));
    let nets = [ShareReading::InTable, ShareReading::AtNet];
    let nets =
        nets.map(|reading| (vec![Total::Net(column)], net(&outcome.payment, cost, &tariff.cost_share, reading).net));
    let pay = Total::Payment(column);
    let money = [
        (vec![pay], outcome.payment.clone()),
        (vec![Total::Capitation(column)], outcome.capitation()),
        (vec![Total::CaseMix(column)], outcome.case_mix()),
        (vec![Total::Change(column), pay, Total::Payment(Column::Current)], change(&today.payment, &outcome.payment)),
    ];
    let money = money.into_iter().chain(nets).map(|(totals, figure)| (totals, Rc::clone(figure.node())));
    let year = (vec![pay], Rc::clone(outcome.payment.per_year().node()));
    let per_listed = outcome.per_listed().map(|figure| (vec![pay, Total::Listed], Rc::clone(figure.node())));
    let listed = (vec![Total::Listed], Rc::clone(outcome.listed.node()));
    money.chain([year, listed]).chain(per_listed).collect()
}

/// Every node of an explanation.
fn nodes(node: &Rc<Node>) -> Vec<Rc<Node>> {
    let inputs = node.how.inputs();
    [Rc::clone(node)].into_iter().chain(inputs.into_iter().flat_map(nodes)).collect()
}

fn tells(term: &Term, hidden: &[PaidFor]) -> bool {
    match term {
        Term::Listed(cell) | Term::CellPayment(cell) => hidden.contains(&PaidFor::Cell(*cell)),
        Term::Affected(id) | Term::FactorPayment(id) => hidden.contains(&PaidFor::Factor(id.clone())),
        _ => false,
    }
}

fn guarded(figure: &Rc<Node>, hidden: &[PaidFor], persons: &[Decimal]) -> Result<(), TestCaseError> {
    let Some(shown) = guarded_trace(figure, hidden) else {
        return Err(TestCaseError::fail(format!("{:?} cannot be shown", figure.term)));
    };
    prop_assert_eq!((&shown.term, shown.value), (&figure.term, figure.value));
    for node in nodes(&shown) {
        prop_assert!(!tells(&node.term, hidden), "{:?} in {:?}", node.term, figure.term);
        prop_assert_eq!(node.recomputed(), Some(node.value.value));
        let published = matches!(node.term, Term::Listed(_) | Term::Affected(_)) || node.value.unit != Unit::Persons;
        let reference = matches!(node.how, How::Parameter(_));
        prop_assert!(published || reference || !persons.contains(&node.value.value), "{:?}", node);
    }
    Ok(())
}

/// What stands for the hidden counts of a payment is what they are paid together.
fn together(outcome: &Outcome, protection: &Protection) -> Result<(), TestCaseError> {
    let shown = guarded_trace(outcome.payment.node(), &protection.hidden()).unwrap();
    let hidden = outcome.lines.iter().filter(|line| protection.hides(&line.paid_for));
    let paid: Decimal = hidden.map(|line| line.amount.value().decimal()).sum();
    let shown = nodes(&shown).into_iter().find(|node| node.term == Term::WithheldTogether);
    let shown = shown.map_or(Decimal::ZERO, |node| node.value.value);
    prop_assert!((shown - paid).abs() < Decimal::new(1, 15), "{} for {}", shown, paid);
    Ok(())
}

fn all_guarded(practice: &Practice, tariffs: &Tariffs) -> Result<(), TestCaseError> {
    let protection: Protection = protect(&of_practice(practice, tariffs, USUAL_THRESHOLD));
    let hidden = protection.hidden();
    let small: Vec<Decimal> = (1..5).map(Decimal::from).collect();
    let today = tariffs.current.practice(practice).unwrap();
    for column in Column::ALL {
        let tariff = tariffs.get(column).unwrap();
        let outcome = tariff.practice(practice).unwrap();
        for (totals, figure) in figures(column, tariff, &outcome, &today) {
            if !totals.iter().any(|total| protection.withholds(*total)) {
                guarded(&figure, &hidden, &small)?;
            }
        }
        if !protection.withholds(Total::Payment(column)) {
            together(&outcome, &protection)?;
        }
        for line in &outcome.lines {
            let shown = guarded_trace(line.amount.node(), &hidden);
            let expected = (!protection.hides(&line.paid_for)).then(|| Rc::clone(line.amount.node()));
            prop_assert_eq!(shown, expected, "a hidden count's own payment is not shown, another's as it was");
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, max_shrink_iters: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_hidden_count_stands_in_an_explanation(practice in practice(), per_cell: bool) {
        let rule = if per_cell { Normalisation::PerCellNeutral } else { Normalisation::None };
        all_guarded(&practice, &tariffs(rule))?;
    }
}

#[test]
fn with_nothing_hidden_an_explanation_is_the_same() {
    let tariffs = tariffs(Normalisation::None);
    let cells = tariffs.current.model.bands.clone();
    let listed = model::cell::PerCell::from_fn(&cells, |_| model::count::Count::from(10));
    let practice = Practice { listed, affected: model::entries::Entries::new(), drug_cost: None };
    let payment = tariffs.current.practice(&practice).unwrap().payment;
    assert!(Rc::ptr_eq(&guarded_trace(payment.node(), &[]).unwrap(), payment.node()));
}
