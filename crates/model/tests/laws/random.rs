//! Random models: two to six bands, one to eight conditions, interactions between disjoint groups, counts; in kronor
//! or in points.
use super::make::{case_mix, condition, count, d, model, name, sourced, table};
use model::{
    age::{Age, AgeBands},
    case_mix::{CaseMix, ConditionSet, CountRule, CountTerm, Interaction, Normalisation, SignRule, WeightUnit},
    cell::PerCell,
    id::Id,
    measure::Weight,
    payment_model::PaymentModel,
};
use proptest::{
    collection::{btree_set, vec},
    prelude::*,
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The numbers of a random model, in whole units so that a failing one can be read.
#[derive(Clone, Debug)]
pub struct Numbers {
    /// First ages of the bands; 0 comes first.
    pub starts: Vec<Age>,
    /// Kronor by cell; longer than there are cells.
    pub table: Vec<u32>,
    /// Persons by cell; longer than there are cells.
    pub listed: Vec<u32>,
    /// Hundredths of a krona or point, by condition.
    pub weights: Vec<i32>,
    /// Hundredths of a per cent of the listed, by condition and cell.
    pub affected: Vec<Vec<u32>>,
    /// By interaction: the group of each condition (0 is none), and hundredths.
    pub interactions: Vec<(Vec<usize>, i32)>,
    /// By count: whether exact, how many, and hundredths.
    pub counts: Vec<(bool, u8, i32)>,
    /// Points: the reference weight, and what it is worth in per cent of its points.
    pub points: Option<(u32, u32)>,
}

/// Weights of at most 25 kr and shares of at most 30 per cent: they fit in every cell of a table from 200 kr.
pub fn fitting() -> impl Strategy<Value = Numbers> {
    numbers(0..=2_500, 200..=500)
}

/// The same with weights below zero as well.
pub fn signed() -> impl Strategy<Value = Numbers> {
    numbers(-2_500..=2_500, 200..=500)
}

/// Weights so large that most tables cannot hold them.
pub fn heavy() -> impl Strategy<Value = Numbers> {
    numbers(5_000..=90_000, 20..=120)
}

fn numbers(
    weight: std::ops::RangeInclusive<i32>,
    amount: std::ops::RangeInclusive<u32>,
) -> impl Strategy<Value = Numbers> {
    const CELLS: usize = 12;
    let conditions = (1usize..=8).prop_flat_map(move |n| {
        let w = weight.clone();
        (
            vec(w.clone(), n),
            vec(vec(1u32..=3_000, CELLS), n),
            vec((vec(0usize..=3, n), w.clone()), 0..=2),
            vec((any::<bool>(), 1u8..=4, w), 0..=2),
        )
    });
    let bands = btree_set(1u8..=110, 1..=5);
    let points = proptest::option::of((1u32..=50, 1u32..=100));
    (bands, vec(amount, CELLS), vec(1u32..=2_000_000, CELLS), conditions, points).prop_map(
        |(bands, table, listed, (weights, affected, interactions, counts), points)| Numbers {
            starts: [0].into_iter().chain(bands).collect(),
            table,
            listed,
            weights,
            affected,
            interactions,
            counts,
            points,
        },
    )
}

impl Numbers {
    pub fn bands(&self) -> AgeBands {
        super::make::bands(&self.starts)
    }

    pub fn model(&self, normalisation: Normalisation) -> Rc<PaymentModel> {
        let bands = self.bands();
        let amounts: Vec<_> = self.table.iter().take(2 * bands.count()).map(|kr| Decimal::from(*kr)).collect();
        let mix = CaseMix { normalisation, ..self.mix(&bands) };
        Rc::new(model(&bands, Some(table(&bands, &amounts)), Some(mix)))
    }

    fn mix(&self, bands: &AgeBands) -> CaseMix {
        let conditions = self.weights.iter().enumerate();
        let conditions = conditions.map(|(i, w)| condition(&format!("c{i}"), hundredths(*w))).collect();
        let negative = self.weights.iter().any(|w| *w < 0)
            || self.interactions.iter().any(|(_, w)| *w < 0)
            || self.counts.iter().any(|(_, _, w)| *w < 0);
        CaseMix {
            interactions: self.interactions.iter().enumerate().map(interaction).collect(),
            counts: self.counts.iter().enumerate().map(count_term).collect(),
            unit: self.points.map_or(WeightUnit::Kronor, points),
            sign: if negative { SignRule::Signed } else { SignRule::NonNegative },
            ..case_mix(conditions, Rc::new(self.reference(bands)))
        }
    }

    fn reference(&self, bands: &AgeBands) -> model::case_mix::Reference {
        let cells = 2 * bands.count();
        let listed = || self.listed.iter().take(cells);
        let of = |persons: Vec<u32>| PerCell::from_values(bands, persons.into_iter().map(count).collect()).unwrap();
        let affected = self.affected.iter().enumerate().map(|(i, shares)| {
            let persons = listed().zip(shares).map(|(n, share)| n / 10_000 * share + n % 10_000 * share / 10_000);
            (Id::new(&format!("c{i}")), of(persons.collect()))
        });
        model::case_mix::Reference {
            listed: of(listed().copied().collect()),
            affected: affected.collect(),
            ..(*super::make::reference(bands, &vec![1; cells], &[])).clone()
        }
    }
}

fn hundredths(weight: i32) -> Decimal {
    Decimal::new(i64::from(weight), 2)
}

fn interaction((i, (labels, weight)): (usize, &(Vec<usize>, i32))) -> Interaction {
    let group = |label: usize| {
        ConditionSet::of(labels.iter().enumerate().filter(move |(_, l)| **l == label).map(|(position, _)| position))
    };
    let groups = (1..=3).map(group).filter(|group| *group != ConditionSet::EMPTY).collect();
    let weight = sourced::<Weight>(hundredths(*weight));
    Interaction { id: Id::new(&format!("i{i}")), name: name("interaction"), groups, weight }
}

fn count_term((i, (exactly, n, weight)): (usize, &(bool, u8, i32))) -> CountTerm {
    let rule = if *exactly { CountRule::Exactly(*n) } else { CountRule::AtLeast(*n) };
    let weight = sourced::<Weight>(hundredths(*weight));
    CountTerm { id: Id::new(&format!("n{i}")), name: name("count"), rule, weight }
}

fn points((weight, per_cent): (u32, u32)) -> WeightUnit {
    let worth = Decimal::from(weight) * Decimal::from(per_cent) * d("0.01");
    WeightUnit::Points { reference_weight: sourced(Decimal::from(weight)), reference_rate: sourced(worth) }
}
