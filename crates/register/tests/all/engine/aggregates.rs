//! Sums made elsewhere give what the persons give.
use crate::engine::region::{Region, close, rates, region};
use model::{
    age::AgeBand,
    case_mix::{ConditionSet, Normalisation},
    sex::Sex,
    tariff::Tariff,
};
use proptest::prelude::*;
use register::{
    aggregate::{Aggregate, AggregateRow},
    register::Origin,
    summary::{Summary, Unusable},
};
use std::collections::BTreeMap;

/// The region as a query would sum it: by practice, sex, age band of the frame's classes, and conditions.
fn summed(region: &Region, tariffs: &[Tariff]) -> Aggregate {
    let register = region.register();
    let frame = region.frame(tariffs);
    let mut starts: Vec<u8> = frame.classes.iter().map(|class| class.youngest.age()).collect();
    starts.sort_unstable();
    starts.dedup();
    let mut rows: BTreeMap<_, AggregateRow> = BTreeMap::new();
    for row in register.rows() {
        let place = starts.partition_point(|start| *start <= row.key.age());
        let band = AgeBand { low: starts[place - 1], high: starts.get(place).map(|next| next - 1) };
        let conditions: Vec<usize> = row.conditions.positions().collect();
        let sums = rows.entry((row.practice, row.key.sex(), band, conditions)).or_insert(AggregateRow {
            practice: row.practice,
            sex: row.key.sex(),
            band,
            conditions: row.conditions,
            persons: 0,
            cost: 0,
            cost_squared: 0.0,
        });
        sums.persons += 1;
        sums.cost += u64::from(row.cost);
        sums.cost_squared += f64::from(row.cost) * f64::from(row.cost);
    }
    Aggregate {
        origin: Origin::Own,
        practices: register.practices().to_vec(),
        conditions: register.conditions().clone(),
        bands: tariffs[0].model.bands.clone(),
        rows: rows.into_values().rev().collect(),
    }
}

fn row(sex: Sex, low: u8, high: Option<u8>) -> AggregateRow {
    let band = AgeBand { low, high };
    AggregateRow { practice: 0, sex, band, conditions: ConditionSet::EMPTY, persons: 1, cost: 5, cost_squared: 25.0 }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn sums_give_what_persons_give(region in region()) {
        let tariffs = region.tariffs(Normalisation::PerCellNeutral);
        let of_persons = region.summary(&tariffs);
        let of_sums = Summary::of_aggregate(&summed(&region, &tariffs), region.frame(&tariffs)).unwrap();
        prop_assert_eq!(&of_persons.practices, &of_sums.practices);
        prop_assert_eq!(&of_persons.by_class, &of_sums.by_class);
        for (one, other) in of_persons.lanes.iter().zip(&of_sums.lanes) {
            prop_assert_eq!(&one.persons, &other.persons);
        }
        let groups = |summary: &Summary| {
            let told = summary.groups.iter().map(|group| {
                let (class, set) = summary.class_and_set(group).unwrap();
                let set: Vec<usize> = set.positions().collect();
                ((class.youngest, set), (group.persons, group.cost, group.cost_squared))
            });
            told.collect::<BTreeMap<_, _>>()
        };
        let (one, other) = (groups(&of_persons), groups(&of_sums));
        prop_assert_eq!(one.len(), of_persons.groups.len(), "each group once");
        prop_assert!(one.keys().eq(other.keys()));
        for ((n, cost, squared), other) in one.values().zip(other.values()) {
            prop_assert_eq!((n, cost), (&other.0, &other.1));
            prop_assert!(close(*squared, other.2, 1.0, 1e-12));
        }
        let (one, other) = (of_persons.evaluate(&rates(&tariffs)), of_sums.evaluate(&rates(&tariffs)));
        for (one, other) in one.lanes.iter().zip(&other.lanes) {
            prop_assert_eq!(&one.payment, &other.payment);
            prop_assert_eq!(one.prediction.r_squared.is_some(), other.prediction.r_squared.is_some());
            if let (Some(one), Some(other)) = (one.prediction.r_squared, other.prediction.r_squared) {
                prop_assert!(close(one, other, 1.0, 1e-9));
            }
            prop_assert_eq!(other.prediction.cpm, None);
        }
    }

    #[test]
    fn what_cannot_be_used_is_told_all_at_once(region in region()) {
        let tariffs = region.tariffs(Normalisation::None);
        let frame = region.frame(&tariffs);
        let second = frame.classes[1].youngest.age();
        let mut aggregate = summed(&region, &tariffs);
        aggregate.rows = vec![
            row(Sex::Man, 0, None),
            row(Sex::Man, 0, Some(second - 1)),
            AggregateRow { practice: 99, ..row(Sex::Man, 0, None) },
            AggregateRow { persons: 0, ..row(Sex::Woman, 0, Some(second)) },
            AggregateRow { persons: u32::MAX, ..row(Sex::Man, 127, None) },
        ];
        let straddles = |sex, high| Unusable::Straddles { sex, band: AgeBand { low: 0, high }, parts_at: second };
        let expected = vec![
            straddles(Sex::Man, None),
            straddles(Sex::Woman, Some(second)),
            Unusable::UnknownPractice { row: 2 },
            Unusable::CostOfNobody { row: 3 },
            Unusable::TooMany,
        ];
        prop_assert_eq!(Summary::of_aggregate(&aggregate, frame).unwrap_err(), expected);
    }
}
