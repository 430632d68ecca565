//! Figures as they leave the page: nothing of a hidden count in them, kronor of hidden counts rounded, and only what the
//! protection has weighed.
use super::practices::{practice, tariffs};
use model::{
    case_mix::Normalisation,
    cell::PerCell,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney},
    net::ShareReading,
    outcome::PaidFor,
    practice::Practice,
    term::Term,
    trace::{How, Node},
};
use proptest::prelude::*;
use report::{
    columns::{Column, Tariffs},
    drivers::drivers,
    guard::{Protection, Published, Total, USUAL_THRESHOLD, of_practice, protect, published},
    practice::{PracticeColumn, practice_columns},
    pyramid::pyramid,
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn nodes(node: &Rc<Node>) -> Vec<Rc<Node>> {
    let inputs = node.how.inputs();
    [Rc::clone(node)].into_iter().chain(inputs.into_iter().flat_map(nodes)).collect()
}

fn is_hidden(node: &Node, hidden: &[PaidFor]) -> bool {
    match (&node.how, &node.term) {
        (How::Input, Term::Listed(cell)) => hidden.contains(&PaidFor::Cell(*cell)),
        (How::Input, Term::Affected(id)) => hidden.contains(&PaidFor::Factor(id.clone())),
        _ => false,
    }
}

/// Every figure of a model's results, with the totals that it is made of.
fn figures(column: &PracticeColumn) -> Vec<(Vec<Total>, Rc<Node>)> {
    let (c, outcome) = (column.column, &column.outcome);
    let pay = Total::Payment(c);
    let mut figures = vec![
        (vec![pay], Rc::clone(outcome.payment.node())),
        (vec![pay], Rc::clone(outcome.payment.per_year().node())),
        (vec![Total::Capitation(c)], Rc::clone(outcome.capitation().node())),
        (vec![Total::CaseMix(c)], Rc::clone(outcome.case_mix().node())),
        (vec![Total::Listed], Rc::clone(outcome.listed.node())),
    ];
    figures.extend(outcome.per_listed().map(|mean| (vec![pay, Total::Listed], Rc::clone(mean.node()))));
    figures.extend(
        column
            .change
            .as_ref()
            .map(|change| (vec![Total::Change(c), pay, Total::Payment(Column::Current)], Rc::clone(change.node()))),
    );
    figures.extend(column.net.as_ref().map(|net| (vec![Total::Net(c), pay], Rc::clone(net.net.node()))));
    figures
}

fn check(practice: &Practice, tariffs: &Tariffs, reading: ShareReading) -> Result<(), TestCaseError> {
    let protection = protect(&of_practice(practice, tariffs, USUAL_THRESHOLD));
    let hidden = protection.hidden();
    for column in practice_columns(tariffs, practice, reading) {
        for (totals, figure) in figures(&column) {
            let told = published(&figure, column.column, &protection);
            let depends = nodes(&figure).iter().any(|node| is_hidden(node, &hidden));
            let withheld = totals.iter().any(|total| protection.withholds(*total));
            match told.node() {
                Some(node) => mended(node, &protection)?,
                None => prop_assert!(withheld && depends, "{:?} is withheld without need", figure.term),
            }
            prop_assert!(!(withheld && depends) || told == Published::Withheld, "{:?} is told", figure.term);
            prop_assert!(depends || told == Published::Whole(Rc::clone(&figure)), "{:?} changed", figure.term);
        }
        adds_up(&column, &protection)?;
        for line in &column.outcome.lines {
            let told = published(line.basis.node(), column.column, &protection);
            let expected = match (protection.small.contains(&line.paid_for), protection.hides(&line.paid_for)) {
                (true, _) => Published::Small,
                (false, true) => Published::Withheld,
                _ => Published::Whole(Rc::clone(line.basis.node())),
            };
            prop_assert_eq!(told, expected);
            let amount = published(line.amount.node(), column.column, &protection);
            prop_assert_eq!(amount.node().is_none(), protection.hides(&line.paid_for));
        }
    }
    Ok(())
}

/// Where both parts of a payment are told, it is their sum.
fn adds_up(column: &PracticeColumn, protection: &Protection) -> Result<(), TestCaseError> {
    let outcome = &column.outcome;
    let value = |node| published(node, column.column, protection).node().map(|node| node.value.value);
    let (capitation, case_mix) = (outcome.capitation(), outcome.case_mix());
    if let (Some(a), Some(b), Some(sum)) =
        (value(capitation.node()), value(case_mix.node()), value(outcome.payment.node()))
    {
        prop_assert!((a + b - sum).abs() < Decimal::new(1, 12), "{} and {} are {}", a, b, sum);
    }
    Ok(())
}

fn in_steps(value: Decimal, step: Decimal) -> bool {
    let tiny = Decimal::new(1, 12);
    let rest = value.checked_rem(step).unwrap_or_default().abs();
    rest < tiny || (step - rest).abs() < tiny
}

/// No hidden count in it, every figure is what its parts make, and kronor of hidden counts are whole steps.
fn mended(figure: &Rc<Node>, protection: &Protection) -> Result<(), TestCaseError> {
    let step = protection.money_step.decimal();
    for node in nodes(figure) {
        prop_assert!(!is_hidden(&node, &protection.hidden()), "{:?} in {:?}", node.term, figure.term);
        prop_assert_eq!(node.recomputed(), Some(node.value.value));
        let of_hidden = node.how.inputs().iter().any(|part| part.term == Term::WithheldTogether);
        let alone = matches!(node.term, Term::CapitationPayment | Term::CaseMixPayment);
        prop_assert!(!(of_hidden && alone) || in_steps(node.value.value, step), "{} in {}", node.value.value, step);
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, max_shrink_iters: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_leaves_tells_no_hidden_count(mut practice in practice(), per_cell: bool, at_net: bool) {
        let rule = if per_cell { Normalisation::PerCellNeutral } else { Normalisation::None };
        let reading = if at_net { ShareReading::AtNet } else { ShareReading::InTable };
        practice.drug_cost = Some(MonthlyMoney::of(Decimal::from(812_345)));
        check(&practice, &tariffs(rule), reading)?;
    }
}

/// Hundreds in every cell but one with three; forty with each condition.
fn with_three(tariffs: &Tariffs) -> Practice {
    let model = &tariffs.proposal.model;
    let first = model.bands.cells().next();
    let listed = PerCell::from_fn(&model.bands, |cell| Count::from(if Some(cell) == first { 3u16 } else { 200 }));
    let ids = model.case_mix().unwrap().factors().map(|factor| factor.id.clone());
    let affected: Entries<Id, Count> = ids.map(|id| (id, Count::from(40))).collect();
    Practice { listed, affected, drug_cost: None }
}

#[test]
fn figures_that_the_protection_has_not_weighed_are_withheld() {
    let tariffs = tariffs(Normalisation::PerCellNeutral);
    let practice = with_three(&tariffs);
    let protection = protect(&of_practice(&practice, &tariffs, USUAL_THRESHOLD));
    assert!(!protection.small.is_empty() && !protection.beside.is_empty());
    let columns = practice_columns(&tariffs, &practice, ShareReading::InTable);
    let proposal = columns.iter().find(|column| column.column == Column::Proposal).unwrap();
    let change = proposal.change.as_ref().unwrap();
    let drivers = drivers(&tariffs.proposal, &practice, &proposal.outcome, change).unwrap();
    for driver in &drivers.factors {
        // so many expected persons are a total of the cells with hidden counts that no equation has
        let told = published(driver.expected.node(), Column::Proposal, &protection);
        assert_eq!(told, Published::Withheld, "{:?}", driver.factor);
    }
    let reference = &tariffs.proposal.model.case_mix().unwrap().reference;
    let shares = pyramid(&practice.listed, reference).unwrap();
    let own = shares.iter().flat_map(|band| &band.own);
    let told = own.filter(|share| published(share.node(), Column::Current, &protection).node().is_some()).count();
    let hidden = protection.hidden().iter().filter(|what| matches!(what, PaidFor::Cell(_))).count();
    assert_eq!(told + hidden, practice.listed.iter().count(), "each share but those of hidden cells");
}

#[test]
fn with_nothing_small_everything_is_as_it_was() {
    let tariffs = tariffs(Normalisation::None);
    let listed = PerCell::from_fn(&tariffs.current.model.bands, |_| Count::from(10));
    let practice = Practice { listed, affected: Entries::new(), drug_cost: None };
    let protection = protect(&of_practice(&practice, &tariffs, USUAL_THRESHOLD));
    let payment = tariffs.current.practice(&practice).unwrap().payment;
    assert_eq!(published(payment.node(), Column::Current, &protection), Published::Whole(Rc::clone(payment.node())));
}
