//! The list counted by its work: weights of 1 change nothing, and a region split into practices keeps its need.
use super::{
    make::{bands, count, d, reference},
    staff_make::{World, item},
};
use model::{
    age::AgeBands,
    case_mix::Reference,
    cell::PerCell,
    count::Count,
    entries::Entries,
    id::Id,
    measure::Measure,
    staffing::need::{Need, NoNeed, need},
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;

/// Three bands of two sexes.
const CELLS: usize = 6;

fn ages() -> AgeBands {
    bands(&[0, 18, 65])
}

/// A list by cell, and its persons with the conditions a and b.
#[derive(Clone, Debug)]
struct People {
    listed: Vec<u32>,
    a: Vec<u32>,
    b: Vec<u32>,
}

impl People {
    fn reference(&self) -> Reference {
        (*reference(&ages(), &self.listed, &[("a", &self.a), ("b", &self.b)])).clone()
    }

    fn listed(&self) -> PerCell<Count> {
        PerCell::from_values(&ages(), self.listed.iter().map(|n| count(*n)).collect()).unwrap()
    }

    fn affected(&self) -> Entries<Id, Count> {
        let all = [("a", &self.a), ("b", &self.b)];
        all.into_iter().map(|(id, cells)| (Id::new(id), count(cells.iter().sum()))).collect()
    }

    fn all(&self) -> u32 {
        self.listed.iter().sum()
    }

    /// Counted with the weights of a world whose list is this.
    fn need(&self, weights: &[Decimal], of: [Option<Decimal>; 2], reference: &Reference) -> Result<Need, NoNeed> {
        let mut world = World::new(self.all(), "0", "0");
        let sexes =
            ["woman", "man"].iter().flat_map(|sex| [0, 18, 65].map(|age| item(&format!("workload.{sex}.{age}"))));
        let cells = sexes.zip(weights).map(|(item, weight)| (item, Some(*weight)));
        let conditions = ["workloadOf.a", "workloadOf.b"].into_iter().zip(of).map(|(key, weight)| (item(key), weight));
        world.staff.enter(&cells.chain(conditions).collect::<Vec<_>>());
        need(&world.inputs(), &world.situation(), (&self.listed(), &self.affected()), reference)
    }
}

/// Somebody in every cell, and no more with a condition than there are.
fn people() -> impl Strategy<Value = People> {
    let cell = (1u32..=50_000).prop_flat_map(|listed| (Just(listed), 0..=listed, 0..=listed));
    vec(cell, CELLS).prop_map(|cells| People {
        listed: cells.iter().map(|cell| cell.0).collect(),
        a: cells.iter().map(|cell| cell.1).collect(),
        b: cells.iter().map(|cell| cell.2).collect(),
    })
}

fn weight() -> impl Strategy<Value = Decimal> {
    (1i64..=500).prop_map(|n| Decimal::new(n, 2))
}

fn condition() -> impl Strategy<Value = [Option<Decimal>; 2]> {
    let one = || proptest::option::of((100i64..=500).prop_map(|n| Decimal::new(n, 2)));
    (one(), one()).prop_map(|(a, b)| [a, b])
}

fn index(need: &Need) -> Decimal {
    need.index.value().decimal()
}

proptest! {
    #[test]
    fn weights_of_1_change_nothing(own in people(), theirs in people()) {
        let need = own.need(&[Decimal::ONE; CELLS], [Some(Decimal::ONE); 2], &theirs.reference()).unwrap();
        prop_assert_eq!((index(&need), need.conditions), (Decimal::ONE, 2));
        prop_assert_eq!(need.list.value().decimal(), Decimal::from(own.all()));
    }

    #[test]
    fn all_weights_by_age_times_one_number_change_nothing(own in people(), theirs in people(), weights in vec(weight(), CELLS), times in 1i64..=20) {
        // conditions apart: their weights count in persons of weight 1, so they weigh less beside larger ones
        let times: Vec<Decimal> = weights.iter().map(|weight| weight * Decimal::from(times)).collect();
        let [once, many] = [weights, times].map(|weights| index(&own.need(&weights, [None; 2], &theirs.reference()).unwrap()));
        prop_assert!((once - many).abs() <= once * d("0.000000000000000001"), "{} {}", once, many);
    }

    #[test]
    fn the_reference_population_itself_is_counted_as_it_is(own in people(), weights in vec(weight(), CELLS), of in condition()) {
        let need = own.need(&weights, of, &own.reference()).unwrap();
        prop_assert_eq!(index(&need), Decimal::ONE);
        prop_assert_eq!(need.conditions, of.iter().flatten().count());
        prop_assert_eq!(need.gap.value(), need.list.value());
    }

    #[test]
    fn a_region_in_practices_needs_as_much_as_undivided(
        whole in people(),
        parts in vec((0u32..=100, 0u32..=100, 0u32..=100), CELLS),
        weights in vec(weight(), CELLS),
        of in condition(),
    ) {
        let split = |cells: &[u32], part: fn(&(u32, u32, u32)) -> u32| -> [Vec<u32>; 2] {
            let first: Vec<u32> = cells.iter().zip(&parts).map(|(n, parts)| n / 100 * part(parts)).collect();
            let second = cells.iter().zip(&first).map(|(n, first)| n - first).collect();
            [first, second]
        };
        let ([l1, l2], [a1, a2]) = (split(&whole.listed, |p| p.0), split(&whole.a, |p| p.1));
        let [b1, b2] = split(&whole.b, |p| p.2);
        let practices = [People { listed: l1, a: a1, b: b1 }, People { listed: l2, a: a2, b: b2 }];
        let lists = practices.iter().filter(|practice| practice.all() > 0);
        let lists = lists.map(|practice| practice.need(&weights, of, &whole.reference()).unwrap().list.value().decimal());
        let nobodys = practices.iter().any(|practice| practice.all() == 0);
        prop_assume!(!nobodys);
        let (sum, all) = (lists.sum::<Decimal>(), Decimal::from(whole.all()));
        prop_assert!((sum - all).abs() <= all * d("0.000000000000000001"), "{} {}", sum, all);
    }

    #[test]
    fn the_index_is_that_of_floats(own in people(), theirs in people(), weights in vec(weight(), CELLS), of in condition()) {
        let need = own.need(&weights, of, &theirs.reference()).unwrap();
        let f = |value: Decimal| f64::try_from(value).unwrap();
        let mean = |people: &People| {
            let cells: f64 = people.listed.iter().zip(&weights).map(|(n, weight)| f64::from(*n) * f(*weight)).sum();
            let more = |cells: &[u32], weight: Option<Decimal>| {
                weight.map_or(0.0, |weight| f64::from(cells.iter().sum::<u32>()) * (f(weight) - 1.0))
            };
            (cells + more(&people.a, of[0]) + more(&people.b, of[1])) / f64::from(people.all())
        };
        let wanted = mean(&own) / mean(&theirs);
        prop_assert!((f(index(&need)) - wanted).abs() < 1e-9 * wanted, "{} {}", index(&need), wanted);
    }
}

#[test]
fn what_is_missing_is_told() {
    let people = People { listed: vec![10; CELLS], a: vec![1; CELLS], b: vec![0; CELLS] };
    let nobody = People { listed: vec![0; CELLS], a: vec![0; CELLS], b: vec![0; CELLS] };
    let ones = [Decimal::ONE; CELLS];
    assert_eq!(nobody.need(&ones, [None; 2], &people.reference()).unwrap_err(), NoNeed::NobodyByAge);
    assert_eq!(people.need(&ones, [None; 2], &nobody.reference()).unwrap_err(), NoNeed::OtherReference);
    let no_men = people.need(&ones[..3], [None; 2], &people.reference()).unwrap_err();
    assert_eq!(no_men, NoNeed::NoWeight(ages().cells().nth(3).unwrap()));
    let others = reference(&bands(&[0, 20]), &[1; 4], &[]);
    assert_eq!(people.need(&ones, [None; 2], &others).unwrap_err(), NoNeed::OtherReference);
    let without = reference(&ages(), &[1; CELLS], &[]);
    assert_eq!(people.need(&ones, [Some(d("2")), None], &without).unwrap_err(), NoNeed::OtherReference);
    let nothing = [Decimal::ZERO; CELLS];
    assert_eq!(people.need(&nothing, [None; 2], &people.reference()).unwrap_err(), NoNeed::NoWork);
}

#[test]
fn a_weight_stands_until_the_next_age_that_has_one() {
    let people = People { listed: vec![100; CELLS], a: vec![0; CELLS], b: vec![0; CELLS] };
    let mut world = World::new(600, "0", "0").with(&[
        ("workload.woman.0", "1"),
        ("workload.woman.20", "9"),
        ("workload.woman.65", "3"),
        ("workload.man.0", "1"),
    ]);
    let work = |world: &World| {
        let lists = (&people.listed(), &Entries::new());
        let need = need(&world.inputs(), &world.situation(), lists, &people.reference()).unwrap();
        let mean = need.index.node().how.inputs()[0];
        mean.how.inputs()[0].value.value
    };
    // 18-64 begins before 20, so it has the weight from 0
    assert_eq!(work(&world), d("800"), "100 x (1 + 1 + 3) + 300 x 1");
    world = world.with(&[("workload.woman.18", "3")]);
    assert_eq!(work(&world), d("1000"), "100 x (1 + 3 + 3) + 300 x 1");
}
