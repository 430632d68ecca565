//! Values at the bounds: what lies beyond is left out, and what lies within is always worked out or refused.
use super::{
    edits::start,
    make::{bands, case_mix, condition, count, d, guideline, m, model, name, reference, sourced, table},
};
use model::{
    bounds::{self, Bounds},
    case_mix::{CaseMix, ConditionSet, CountRule, CountTerm, Interaction, Normalisation, SignRule, WeightUnit},
    compare::split_change,
    count::Count,
    edit::Edit,
    goal_seek::Unknown,
    id::Id,
    measure::{Measure, MonthlyMoney, Rate, Weight},
    net::{ShareReading, net},
    payment_model::PaymentModel,
    practice::Person,
    scenario::Scenario,
    sex::Sex,
    staffing::{
        item::{DoctorKind, Item},
        staff::{Inputs, Shipped},
        staffing,
    },
    tariff::{Tariff, TariffError},
    value::Key,
};
use proptest::{collection::vec, prelude::*, sample::select};
use rust_decimal::Decimal;
use std::rc::Rc;

const TINIEST: &str = "0.0000000000000000000000000001";

fn scenario() -> Scenario {
    Scenario::new(start(), guideline())
}

fn set_rate(value: Decimal) -> Edit {
    Edit::set(Key::Rate(start().bands.cells().next().unwrap()), value)
}

fn set_weight(value: Decimal) -> Edit {
    Edit::set(Key::Weight(Id::new("a")), value)
}

fn check_bounds(edit: impl Fn(Decimal) -> Edit, least: &str, most: &str) {
    let is_taken = |value: Decimal| scenario().apply(&edit(value)) != scenario();
    for (end, beyond) in [(least, d("-0.0001")), (most, d("0.0001"))] {
        assert!(is_taken(d(end)), "{:?}", edit(d(end)));
        assert!(edit(d(end)).is_within_bounds());
        assert!(!is_taken(d(end) + beyond), "{:?}", edit(d(end) + beyond));
        assert!(!edit(d(end) + beyond).is_within_bounds());
    }
    assert!(!is_taken(Decimal::MAX) && !is_taken(Decimal::MIN));
}

#[test]
fn what_is_beyond_a_bound_is_left_out() {
    check_bounds(set_rate, "0", "10000000");
    check_bounds(set_weight, "-10000000", "10000000");
    check_bounds(|value| Edit::set(Key::CostShare, value), "0", "1");
    check_bounds(|value| Edit::set(Key::GUIDELINE_SPECIALIST, value), "1", "10000000");
    check_bounds(|value| Edit::set(Key::GUIDELINE_ST, value), "1", "10000000");
}

#[test]
fn so_are_entries_while_those_before_them_stay() {
    let cost = |value: &str| Edit::set(Key::DrugCost, d(value));
    let with_most = scenario().apply(&cost("1000000000000"));
    assert_eq!(with_most.practice().drug_cost, Some(bounds::LARGEST_DRUG_COST));
    assert_eq!(with_most.apply(&cost("1000000000000.01")), with_most);
    assert_eq!(with_most.apply(&cost("-0.01")), with_most);
    assert_eq!(with_most.apply(&cost("0")).practice().drug_cost, Some(MonthlyMoney::ZERO));
    let doctors =
        scenario().apply(&Edit::set(Key::SPECIALISTS, d("1000000"))).apply(&Edit::set(Key::ST_DOCTORS, d("1000000")));
    let fte = |kind| doctors.staff().numbers.get(&Item::Fte(kind)).copied();
    assert_eq!([DoctorKind::Specialist, DoctorKind::StAny].map(fte), [Some(bounds::FTE.most); 2]);
    for beyond in ["1000000.01", "-0.01"] {
        assert_eq!(doctors.apply(&Edit::set(Key::SPECIALISTS, d(beyond))), doctors);
        assert_eq!(doctors.apply(&Edit::set(Key::ST_DOCTORS, d(beyond))), doctors);
    }
}

/// One band, one condition that everybody has; the published table pays 1 kr.
fn one(mix: CaseMix, edited_to: &str) -> Result<Tariff, Vec<TariffError>> {
    let bands = bands(&[0]);
    let published = model(&bands, Some(table(&bands, &[d("1"), d("1")])), Some(mix));
    Rc::new(bands.cells().fold(published, |model, cell| model.with_rate(cell, m(edited_to)))).tariff()
}

fn everybody(weight: &str) -> CaseMix {
    case_mix(vec![condition("a", d(weight))], reference(&bands(&[0]), &[10, 10], &[("a", &[10, 10])]))
}

#[test]
fn a_budget_factor_is_between_a_millionth_and_a_million() {
    let scaled = |weight: &str| CaseMix { normalisation: Normalisation::ScalarToBudget, ..everybody(weight) };
    let extreme = Err(vec![TariffError::ExtremeBudgetFactor]);
    assert!(one(scaled("0.000001"), "0").is_ok(), "1 / 0.000001 = 10^6");
    assert_eq!(one(scaled("0.0000009"), "0"), extreme);
    assert_eq!(one(scaled(TINIEST), "0"), extreme, "too large a factor to be worked out");
    assert!(one(scaled("0"), "1000000").is_ok());
    assert_eq!(one(scaled("1"), "1000000"), extreme, "1 / 1,000,001");
}

#[test]
fn a_sum_of_exactly_zero_has_nothing_to_scale() {
    let signed = CaseMix { sign: SignRule::Signed, normalisation: Normalisation::ScalarToBudget, ..everybody("-1") };
    assert_eq!(one(signed, "1"), Err(vec![TariffError::NothingToScale]), "20 x 1 - 20 x 1");
}

#[test]
fn points_that_are_worth_too_much_are_named() {
    let worth = |weight: &str, reference: &str, rate: &str| {
        let unit = WeightUnit::Points { reference_weight: sourced(d(reference)), reference_rate: sourced(d(rate)) };
        let free = SignRule::Signed;
        one(CaseMix { unit, sign: free, normalisation: Normalisation::None, ..everybody(weight) }, "1").map(|_| ())
    };
    let too_large = Err(vec![TariffError::WeightTooLarge(Id::new("a"))]);
    assert_eq!(worth("10000000", "1", "1"), Ok(()));
    assert_eq!(worth("10000000", "1", "1.0001"), too_large);
    assert_eq!(worth("-10000000", "1", "1.0001"), too_large);
    assert_eq!(worth("10000000", TINIEST, "1"), too_large, "the quotient is too large to be worked out");
    assert_eq!(worth("1", TINIEST, "10000000"), too_large, "the product is");
    assert_eq!(worth(TINIEST, "10000000", TINIEST), Ok(()));
}

/// The ends of what a user can enter, and numbers as near zero as a decimal comes.
fn end() -> impl Strategy<Value = Decimal> {
    select(["10000000", "9999999.9999", "1", "0.0001", TINIEST, "0"].map(d).to_vec())
}

fn signed_end() -> impl Strategy<Value = Decimal> {
    (end(), any::<bool>()).prop_map(|(value, negative)| if negative { -value } else { value })
}

fn persons() -> impl Strategy<Value = u32> {
    select(vec![Count::MAX, Count::MAX, 1])
}

const BANDS: usize = 21;
const CONDITIONS: usize = 64;

/// Everything that a model can be made of, each at an end.
#[derive(Clone, Debug)]
struct Ends {
    published: Vec<Decimal>,
    edited: Vec<Decimal>,
    weights: Vec<Decimal>,
    listed: Vec<u32>,
    points: Option<(Decimal, Decimal)>,
    rule: Normalisation,
    share: Decimal,
}

fn ends() -> impl Strategy<Value = Ends> {
    let cells = 2 * BANDS;
    let rule = select(vec![Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral]);
    // all alike comes up as well: only then is every term at the same end
    let alike = |n: usize| prop_oneof![vec(end(), n), end().prop_map(move |value| vec![value; n])];
    let signed =
        prop_oneof![vec(signed_end(), CONDITIONS + 2), signed_end().prop_map(|value| vec![value; CONDITIONS + 2])];
    let points = proptest::option::of((signed_end(), end()));
    let share = select(["0", "1", TINIEST].map(d).to_vec());
    (alike(cells), alike(cells), signed, vec(persons(), cells), points, rule, share).prop_map(
        |(published, edited, weights, listed, points, rule, share)| Ends {
            published,
            edited,
            weights,
            listed,
            points,
            rule,
            share,
        },
    )
}

impl Ends {
    fn scenario(&self) -> Scenario {
        let edit =
            |(i, weight): (usize, &Decimal)| Edit::set(Key::Weight(Id::new(&format!("c{i}"))), Weight::of(*weight));
        let start = self.start();
        let rates = start.bands.cells().zip(&self.edited).map(|(cell, kr)| Edit::set(Key::Rate(cell), Rate::of(*kr)));
        let rates: Vec<Edit> = rates.collect();
        let most = count(Count::MAX);
        let everybody: Vec<_> = start.bands.cells().map(|cell| (cell, Some(most))).collect();
        let all: Vec<_> = start.case_mix().unwrap().factors().map(|factor| (factor.id.clone(), Some(most))).collect();
        let entries = [
            Edit::each(Key::Listed, everybody),
            Edit::each(Key::Affected, all),
            Edit::set(Key::DrugCost, bounds::LARGEST_DRUG_COST),
            Edit::set(Key::CostShare, self.share),
            Edit::set(Key::STAFFING_LISTED, most),
            Edit::set(Key::SPECIALISTS, bounds::LARGEST_FTE),
            Edit::set(Key::ST_DOCTORS, d(TINIEST)),
            Edit::set(Key::GUIDELINE_SPECIALIST, bounds::GUIDELINE.least),
            Edit::set(Key::GUIDELINE_ST, bounds::GUIDELINE.most),
        ];
        let edits = self.weights.iter().enumerate().map(edit).chain(rates).chain(entries);
        edits.fold(Scenario::new(start, guideline()), |scenario, edit| {
            assert!(edit.is_within_bounds(), "{edit:?}");
            scenario.apply(&edit)
        })
    }

    /// Its weights are 1, so that edits put the ends in their place.
    fn start(&self) -> Rc<PaymentModel> {
        let starts: Vec<u8> = (0..BANDS).map(|band| u8::try_from(5 * band).unwrap()).collect();
        let bands = bands(&starts);
        let id = |i: usize| format!("c{i}");
        let ids: Vec<String> = (0..CONDITIONS).map(id).collect();
        let affected: Vec<(&str, &[u32])> = ids.iter().map(|id| (id.as_str(), self.listed.as_slice())).collect();
        let weight = sourced::<Weight>(d("1"));
        let groups = vec![ConditionSet::of([0, 1]), ConditionSet::of([1, 2])];
        let interaction = Interaction { id: Id::new(&id(CONDITIONS)), name: name("i"), groups, weight: weight.clone() };
        let rule = CountRule::AtLeast(2);
        let counted = CountTerm { id: Id::new(&id(CONDITIONS + 1)), name: name("n"), rule, weight };
        let points = |(weight, rate): (Decimal, Decimal)| WeightUnit::Points {
            reference_weight: sourced(weight),
            reference_rate: sourced(rate),
        };
        let mix = CaseMix {
            interactions: vec![interaction],
            counts: vec![counted],
            unit: self.points.map_or(WeightUnit::Kronor, points),
            sign: SignRule::Signed,
            normalisation: self.rule,
            ..case_mix(ids.iter().map(|id| condition(id, d("1"))).collect(), reference(&bands, &self.listed, &affected))
        };
        Rc::new(model(&bands, Some(table(&bands, &self.published)), Some(mix)))
    }
}

/// Every result there is; the last is whether the amounts could be worked out.
fn work_out(scenario: &Scenario) -> bool {
    staffing(&Inputs { guideline: scenario.guideline(), staff: scenario.staff(), shipped: &Shipped::default() });
    scenario.differences();
    let Ok(tariff) = scenario.model().tariff() else { return false };
    let practice = scenario.entered_practice().unwrap();
    let outcome = tariff.practice(&practice).unwrap();
    let all = ConditionSet::of(0..CONDITIONS);
    let (person, _) = tariff.person(&Person { sex: Sex::Man, age: 255, conditions: all });
    for outcome in [&outcome, &person] {
        outcome.per_listed();
        outcome.capitation().per_year();
        outcome.case_mix().per_year();
        outcome.payment.per_year();
        for reading in [ShareReading::InTable, ShareReading::AtNet] {
            net(&outcome.payment, practice.drug_cost.unwrap(), &tariff.cost_share, reading).net.per_year();
        }
    }
    tariff.reference_total().unwrap().unwrap().per_year();
    let whole = Rc::new(tariff.model.with_cost_share(m("1"))).tariff().unwrap();
    split_change(&tariff, &whole);
    split_change(&whole, &tariff);
    true
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn nothing_within_the_bounds_panics(ends in ends()) {
        work_out(&ends.scenario());
    }
}

#[test]
fn the_largest_model_of_all_is_worked_out() {
    let most = d("10000000");
    let largest = |rule| Ends {
        published: vec![most; 2 * BANDS],
        edited: vec![d("0"); 2 * BANDS],
        weights: vec![most; CONDITIONS + 2],
        listed: vec![Count::MAX; 2 * BANDS],
        points: None,
        rule,
        share: d("1"),
    };
    assert!(work_out(&largest(Normalisation::None).scenario()));
    assert!(work_out(&largest(Normalisation::ScalarToBudget).scenario()));
    assert!(!work_out(&largest(Normalisation::PerCellNeutral).scenario()), "every base is negative");
    // one factor of nearly a million on amounts of ten million each: most weights cancel out
    let mut weights: Vec<_> = (0..CONDITIONS + 2).map(|i| if i % 2 == 0 { most } else { -most }).collect();
    weights[1] += d("10.1");
    let cancelling = Ends { weights, ..largest(Normalisation::ScalarToBudget) };
    let scenario = cancelling.scenario();
    assert!(work_out(&scenario));
    let tariff = scenario.model().tariff().unwrap();
    assert!(tariff.factors.iter().any(|factor| factor.rate.value().decimal() > d("1000000000000")), "over 10^12");
}

/// A model whose case mix has the rule of signs.
fn with_signs(sign: SignRule) -> Scenario {
    let bands = bands(&[0]);
    let mix = case_mix(vec![condition("a", d("1"))], reference(&bands, &[10, 10], &[("a", &[1, 1])]));
    let table = table(&bands, &[d("1"), d("1")]);
    Scenario::new(Rc::new(model(&bands, Some(table), Some(CaseMix { sign, ..mix }))), guideline())
}

#[test]
fn a_weight_is_below_zero_only_where_signs_are_free() {
    let [free, not] = [SignRule::Signed, SignRule::NonNegative].map(with_signs);
    let bounds = |scenario: &Scenario| scenario.bounds(&Key::Weight(Id::new("a"))).unwrap();
    assert_eq!(bounds(&free), bounds::WEIGHT);
    assert!(bounds(&free).contain(d("-1")) && !bounds(&not).contain(d("-1")));
    assert_eq!(bounds(&not).most, bounds::WEIGHT.most);
}

#[test]
fn goal_seek_looks_as_far_as_a_field_takes() {
    let cell = start().bands.cells().next().unwrap();
    let id = Id::new("a");
    let unknowns = [
        (Unknown::Value(Key::Rate(cell)), bounds::RATE),
        (Unknown::Value(Key::Weight(id.clone())), bounds::WEIGHT),
        (Unknown::Value(Key::CostShare), bounds::COST_SHARE),
        (Unknown::Value(Key::DrugCost), bounds::DRUG_COST),
        (Unknown::Value(Key::Listed(cell)), bounds::PERSONS),
        (Unknown::Value(Key::Affected(id)), bounds::PERSONS),
    ];
    let one = Scenario::new(start(), guideline()).apply(&Edit::set(Key::Listed(cell), count(7)));
    for (unknown, bounds) in unknowns {
        let bounds = match &unknown {
            Unknown::Value(Key::Weight(_)) => bounds.from_zero(),
            Unknown::Value(Key::Affected(_)) => Bounds { most: d("7"), ..bounds },
            _ => bounds,
        };
        assert_eq!(unknown.bounds(&one), Some(bounds), "{unknown:?}");
    }
}
