//! What is shown of a model whose amounts are for another year: what it pays, and nothing against costs or today.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use crate::regions::{self, tariffs};
use model::{
    case_mix::{ConditionSet, Normalisation},
    cell::PerCell,
    comparison::Comparison,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney},
    net::ShareReading,
    payment_model::PaymentModel,
    practice::Practice,
    sex::Sex,
};
use register::{
    conditions::Conditions,
    frame::Frame,
    person_key::PersonKey,
    register::{Origin, Register},
    summary::Summary,
};
use report::{
    columns::{Column, Tariffs},
    practice::practice_columns,
    region::RegionColumn,
};
use rust_decimal::Decimal;

#[test]
fn a_practice_has_no_net_under_the_table_of_another_year() {
    let tariffs = tariffs(Normalisation::None);
    let ones = PerCell::from_fn(&tariffs.current.model.bands, |_| Count::from(100u16));
    let affected: Entries<Id, Count> = [(Id::new("diabetes"), Count::from(90u16))].into_iter().collect();
    let practice = Practice { listed: ones, affected, drug_cost: Some(MonthlyMoney::of(Decimal::from(500_000))) };
    let columns = practice_columns(&tariffs, &practice, ShareReading::InTable);
    let shown: Vec<_> = columns.iter().map(|one| (one.column, one.net.is_some(), one.change.is_some())).collect();
    let expected = [
        (Column::Earlier, false, true),
        (Column::Current, true, false),
        (Column::Proposal, true, true),
        (Column::Scenario, true, true),
    ];
    assert_eq!(shown, expected);
    assert!(columns[0].outcome.payment.value() > columns[1].outcome.payment.value(), "what it pays is shown");
    assert_eq!(columns[0].comparison, Comparison::OtherYear { meant_for: 2025, costs_of: 2026 });
    assert_eq!(columns[3].comparison, Comparison::OtherTotal, "weights on top of the table");
}

fn region(tariffs: &Tariffs, practices: &[&str]) -> Vec<RegionColumn> {
    let count = |models: &[&PaymentModel]| {
        let conditions = Conditions::of_models([models[2]]).unwrap();
        let mut register = Register::new(Origin::Own, conditions);
        for practice in practices {
            register.add_practice((*practice).to_owned()).unwrap();
        }
        for i in 0..200u16 {
            let set = if i % 4 == 0 { ConditionSet::of([0]) } else { ConditionSet::EMPTY };
            let set = register.intern(set).unwrap();
            let key = PersonKey::new(if i % 3 == 0 { Sex::Man } else { Sex::Woman }, u8::try_from(i % 90).unwrap());
            register.push(u16::from(i % 5 < 2), key, set, 100 * u32::from(i));
        }
        Summary::of_persons(&register, Frame::new(models, register.conditions()).unwrap())
    };
    regions::region(tariffs, count).1
}

#[test]
fn a_region_sets_the_table_of_another_year_against_nothing() {
    let region = region(&tariffs(Normalisation::None), &["A", "B"]);
    let [earlier, current, proposal, scenario] = region.as_slice() else { panic!("four columns") };
    assert!(earlier.paid.iter().all(|paid| *paid > 0.0) && earlier.payments.len() == 2);
    assert!(earlier.nets.is_empty() && earlier.kept.is_empty() && earlier.carried.is_empty());
    assert_eq!((earlier.spread, earlier.above_zero, earlier.moved), (None, None, None));
    assert!(current.above_zero.is_some() && current.moved.is_none());
    assert!(proposal.above_zero.is_some() && proposal.moved.is_some());
    assert!(scenario.spread.is_some(), "its net is of the same year");
    assert_eq!((scenario.above_zero, scenario.moved), (None, None), "it pays another sum");
}

#[test]
fn a_practice_with_nobody_is_no_practice_with_a_net_of_zero() {
    let tariffs = tariffs(Normalisation::None);
    let (two, three) = (region(&tariffs, &["A", "B"]), region(&tariffs, &["A", "B", "Tomma"]));
    for (two, three) in two.iter().zip(&three) {
        assert_eq!((two.spread, two.above_zero, two.moved), (three.spread, three.above_zero, three.moved));
    }
    assert_eq!(three[1].spread.map(|spread| spread.count), Some(2));
}
