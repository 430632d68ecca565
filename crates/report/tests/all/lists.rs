//! A region of lists by sex and age: what is paid is what each list is paid exactly, and what is not known is not there.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::regions::{self, tariffs};
use model::{
    case_mix::Normalisation,
    cell::PerCell,
    comparison::Comparison,
    count::Count,
    entries::Entries,
    measure::{Measure, MonthlyMoney},
    net::ShareReading,
    practice::Practice,
};
use register::{
    conditions::Conditions,
    frame::Frame,
    summary::{Counts, Summary},
};
use report::{
    columns::{Column, Tariffs},
    estimate::estimated_affected,
    region::{RegionColumn, exact},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};

fn lists(tariffs: &Tariffs, cost: Option<i64>) -> Vec<Practice> {
    let list = |by: u16| Practice {
        listed: PerCell::from_fn(&tariffs.current.model.bands, |cell| Count::from(by * (u16::from(cell.band.low) % 7))),
        affected: Entries::new(),
        drug_cost: cost.map(|kronor| MonthlyMoney::of(Decimal::from(kronor * i64::from(by)))),
    };
    [20, 35, 50].map(list).into()
}

fn region(tariffs: &Tariffs, lists: &[Practice]) -> (Summary, Vec<RegionColumn>) {
    regions::region(tariffs, |models| {
        let frame = Frame::new(models, &Conditions::of_models(models.iter().copied()).unwrap()).unwrap();
        let counts = Counts::of_lists(&frame, lists).unwrap();
        Summary::of_counts(frame, counts).unwrap()
    })
}

/// The quick payments are the exact ones of each list, and so are those that explanations show.
fn assert_exact(tariffs: &Tariffs, lists: &[Practice], (summary, columns): &(Summary, Vec<RegionColumn>)) {
    for one in columns {
        let tariff = tariffs.get(one.column).unwrap();
        for (place, list) in lists.iter().enumerate() {
            let own = tariff.practice(list).unwrap().payment.value();
            assert!((one.paid[place] - own.decimal().to_f64().unwrap()).abs() < 1e-6, "{:?}", one.column);
            let practice = summary.practice(place, one.column.place()).unwrap();
            let shown = exact(tariffs, one.column, (&practice, "Eken"), ShareReading::InTable).unwrap();
            assert_eq!((shown.outcome.payment.value(), shown.net.is_some()), (own, one.comparison.has_net()));
        }
    }
}

fn shown(columns: &[RegionColumn]) -> Vec<Column> {
    columns.iter().map(|one| one.column).collect()
}

#[test]
fn without_conditions_and_costs_only_the_tables_pay_and_nothing_is_net() {
    let tariffs = tariffs(Normalisation::PerCellNeutral);
    let lists = lists(&tariffs, None);
    let region = region(&tariffs, &lists);
    assert_eq!(shown(&region.1), [Column::Earlier, Column::Current], "not known is not nobody");
    let today = &region.1[1];
    assert_eq!(today.comparison, Comparison::NoCosts { same_total: true });
    assert!(today.nets.is_empty() && today.carried.is_empty() && today.kept.is_empty());
    assert_eq!((today.spread, today.above_zero, today.sides.mean_above), (None, None, None));
    assert_exact(&tariffs, &lists, &region);
}

#[test]
fn costs_give_nets() {
    let tariffs = tariffs(Normalisation::PerCellNeutral);
    let lists = lists(&tariffs, Some(9_000));
    let region = region(&tariffs, &lists);
    let today = &region.1[1];
    assert_eq!((today.comparison, today.nets.len()), (Comparison::Fits, 3));
    let (list, share) = (&lists[0], tariffs.current.cost_share.value().decimal());
    let paid = tariffs.current.practice(list).unwrap().payment.value().decimal();
    let net = (paid - share * list.drug_cost.unwrap().decimal()).to_f64().unwrap();
    assert!((today.kept[0] - net).abs() < 1e-6);
    assert_exact(&tariffs, &lists, &region);
    let mut lacking = lists;
    lacking[2].drug_cost = None;
    let (summary, columns) = self::region(&tariffs, &lacking);
    assert!(!summary.known.costs && columns[1].nets.is_empty(), "known of all, or told of none");
    assert!(summary.practices.iter().all(|sums| sums.cost == 0));
}

#[test]
fn estimated_conditions_give_the_proposal_and_who_gets_more() {
    let tariffs = tariffs(Normalisation::PerCellNeutral);
    let mut lists = lists(&tariffs, None);
    let mix = tariffs.proposal.model.case_mix().unwrap().clone();
    for list in &mut lists {
        list.affected = estimated_affected(&mix, &list.listed).unwrap().into_iter().collect();
    }
    let region = region(&tariffs, &lists);
    assert_eq!(shown(&region.1), Column::ALL);
    let proposal = &region.1[2];
    assert!(proposal.comparison.has_redistribution() && proposal.nets.is_empty());
    // every cell keeps its mean, so that what moves is what whole persons leave over
    let all: f64 = region.1[1].paid.iter().sum();
    assert!(proposal.moved.unwrap() < all / 1_000.0, "{:?} of {all}", proposal.moved);
    assert_exact(&tariffs, &lists, &region);
}

#[test]
fn lists_of_other_bands_are_no_region() {
    let tariffs = tariffs(Normalisation::PerCellNeutral);
    let models = [&*tariffs.current.model];
    let frame = Frame::new(&models, &[]).unwrap();
    let bands = model::age::AgeBands::new(vec![model::age::AgeBand { low: 0, high: None }]).unwrap();
    let list =
        Practice { listed: PerCell::from_fn(&bands, |_| Count::from(5u16)), affected: Entries::new(), drug_cost: None };
    assert_eq!(Counts::of_lists(&frame, &[list]), None);
}
