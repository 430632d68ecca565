//! Edits of a scenario: what they change, that each can be taken back, and that no value makes them fail.
use super::{
    make::{bands, case_mix, condition, count, d, guideline, model, name, reference, sourced, table},
    staff_make::{practice_staff, staff_edit},
};
use model::{
    case_mix::{CaseMix, ConditionSet, CountRule, CountTerm, Interaction, Normalisation, WeightUnit},
    cell::Cell,
    component::Component,
    count::Count,
    edit::Edit,
    history::History,
    id::Id,
    measure::{Fte, Measure, Weight},
    net::ShareReading,
    payment_model::PaymentModel,
    quantity::Unit,
    scenario::Scenario,
    staffing::{
        item::{DoctorKind, Group, Item},
        situation::situation,
        staff::{Inputs, Population, Shipped},
    },
    value::{Key, Section},
};
use proptest::{collection::vec, option, prelude::*, sample::select};
use rust_decimal::Decimal;
use std::rc::Rc;

/// Three bands, two conditions, one interaction, one count.
pub fn start() -> Rc<PaymentModel> {
    let bands = bands(&[0, 18, 65]);
    let affected: [(&str, &[u32]); 2] = [("a", &[1, 20, 30, 1, 25, 40]), ("b", &[0, 5, 10, 0, 5, 20])];
    let reference = reference(&bands, &[100, 200, 100, 100, 200, 100], &affected);
    let groups = vec![ConditionSet::of([0]), ConditionSet::of([1])];
    let weight = sourced::<Weight>(d("5"));
    let both = Interaction { id: Id::new("both"), name: name("both"), groups, weight: weight.clone() };
    let two = CountTerm { id: Id::new("two"), name: name("two"), rule: CountRule::AtLeast(2), weight };
    let conditions = vec![condition("a", d("30")), condition("b", d("10"))];
    let mix = CaseMix { interactions: vec![both], counts: vec![two], ..case_mix(conditions, reference) };
    Rc::new(model(&bands, Some(table(&bands, &["20", "50", "90", "22", "60", "99"].map(d))), Some(mix)))
}

fn scenario() -> Scenario {
    Scenario::new(start(), guideline())
}

/// With a practice that says how many it has of everyone.
fn with_everybody() -> Scenario {
    let listed = start().bands.cells().map(|cell| (cell, Some(count(100)))).collect();
    let affected = ["a", "b", "both", "two"].map(|id| (Id::new(id), Some(count(20)))).to_vec();
    scenario().apply(&Edit::each(Key::Listed, listed)).apply(&Edit::each(Key::Affected, affected))
}

/// Ordinary amounts and the largest: ten million with four decimals, both ways.
fn amount() -> impl Strategy<Value = Decimal> {
    let ordinary = (-100i64..=100_000).prop_map(|n| Decimal::new(n, 2));
    let extreme = (-100_000_000_000i64..=100_000_000_000).prop_map(|n| Decimal::new(n, 4));
    let ends = select(["10000000", "-10000000", "0.0001", "-0.0001", "0", "9999999.9999"].map(d).to_vec());
    prop_oneof![ordinary, extreme, ends]
}

fn measure<T: Measure + std::fmt::Debug>() -> impl Strategy<Value = T> {
    amount().prop_map(T::of)
}

fn persons() -> impl Strategy<Value = Count> {
    prop_oneof![0u32..=20_000, 0u32..=Count::MAX, Just(Count::MAX)].prop_map(count)
}

/// Cells of the model, and one of bands that it does not have.
fn cell() -> impl Strategy<Value = Cell> {
    let other = bands(&[0, 7]);
    select(start().bands.cells().chain(other.cells().take(1)).map(|cell| (cell.sex, cell.band)).collect::<Vec<_>>())
        .prop_map(|(sex, band)| Cell { sex, band })
}

/// Factors of the model, and one that it does not have.
fn factor() -> impl Strategy<Value = Id> {
    select(vec!["a", "b", "both", "two", "unknown"]).prop_map(Id::new)
}

fn model_edit() -> impl Strategy<Value = Edit> {
    let rule = select(vec![Normalisation::None, Normalisation::ScalarToBudget, Normalisation::PerCellNeutral]);
    prop_oneof![
        (cell(), amount()).prop_map(|(cell, rate)| Edit::set(Key::Rate(cell), rate)),
        (factor(), amount()).prop_map(|(id, weight)| Edit::set(Key::Weight(id), weight)),
        amount().prop_map(|value| Edit::set(Key::CostShare, value)),
        rule.prop_map(|value| Edit::set(Key::Normalisation, value)),
        amount().prop_map(|value| Edit::set(Key::GUIDELINE_SPECIALIST, value)),
        amount().prop_map(|value| Edit::set(Key::GUIDELINE_ST, value)),
    ]
}

pub fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        5 => model_edit(),
        1 => vec((cell(), option::of(persons())), 0..6).prop_map(|values| Edit::each(Key::Listed, values)),
        1 => vec((factor(), option::of(persons())), 0..4).prop_map(|values| Edit::each(Key::Affected, values)),
        1 => option::of(amount()).prop_map(|cost| Edit::each(|key| key, vec![(Key::DrugCost, cost)])),
        1 => prop_oneof![Just(Edit::Clear(Section::Model)), Just(Edit::Clear(Section::Practice)), Just(()).prop_map(|()| Edit::StartFrom(start()))],
        1 => select(vec![ShareReading::InTable, ShareReading::AtNet]).prop_map(|value| Edit::set(Key::Reading, value)),
        1 => persons().prop_map(|value| Edit::set(Key::STAFFING_LISTED, value)),
        1 => amount().prop_map(|value| Edit::set(Key::SPECIALISTS, value)),
        1 => amount().prop_map(|value| Edit::set(Key::ST_DOCTORS, value)),
        2 => staff_edit(),
        1 => select(vec![Population::Listed, Population::Inhabitants]).prop_map(|value| Edit::set(Key::POPULATION, value)),
        1 => vec((persons(), measure(), measure()), 0..3).prop_map(practices),
        1 => Just(Edit::Clear(Section::Staffing)),
        1 => cell().prop_map(|cell| Edit::reset(Key::Rate(cell))),
        1 => factor().prop_map(|id| Edit::reset(Key::Weight(id))),
    ]
}

fn practices(rows: Vec<(Count, Fte, Fte)>) -> Edit {
    Edit::SetPractices(
        rows.into_iter().map(|(listed, specialists, st)| practice_staff("practice", listed, specialists, st)).collect(),
    )
}

proptest! {
    #[test]
    fn as_many_undos_as_edits_give_the_start_back(edits in vec(edit(), 0..40)) {
        let start = History::new(scenario());
        let end = edits.iter().fold(start, |history, edit| {
            let next = history.present().apply(edit);
            history.step(next)
        });
        let back = edits.iter().fold(end, |history, _| history.undo());
        prop_assert_eq!(&**back.present(), &scenario());
    }

    #[test]
    fn resetting_every_difference_gives_the_start_back(edits in vec(model_edit(), 0..20)) {
        let edited = edits.iter().fold(scenario(), |s, edit| s.apply(edit));
        let reset = edited.differences().iter().fold(edited.clone(), |s, difference| {
            let next = s.apply(&Edit::reset(difference.key.clone()));
            assert_eq!(next.differences().len() + 1, s.differences().len(), "one difference less");
            next
        });
        prop_assert_eq!(&reset, &scenario());
        prop_assert_eq!(edited.apply(&Edit::Clear(Section::Model)), scenario());
    }

    #[test]
    fn differences_are_told_as_they_are(edits in vec(model_edit(), 0..20)) {
        let edited = edits.iter().fold(scenario(), |s, edit| s.apply(edit));
        let differences = edited.differences();
        prop_assert!(differences.windows(2).all(|pair| pair[0].key < pair[1].key), "in order, once each");
        for (from, to) in differences.iter().filter_map(|difference| difference.values) {
            prop_assert_ne!(from.value, to.value);
            prop_assert_eq!(from.unit, to.unit);
        }
        prop_assert_eq!(differences.is_empty(), edited == scenario());
    }

    #[test]
    fn setting_the_published_value_is_no_difference(cell in cell(), id in factor(), weight in amount(), rate in amount()) {
        let s = scenario().apply(&Edit::set(Key::Rate(cell), rate)).apply(&Edit::set(Key::Weight(id.clone()), weight));
        let model = start();
        let published = model.capitation().unwrap().rates.get(cell).map(|p| Edit::set(Key::Rate(cell), p.value));
        let s = published.map_or(s.clone(), |edit| s.apply(&edit));
        let weight = model.case_mix().unwrap().factors().find(|f| *f.id == id).map(|f| f.weight.value);
        let s = weight.map_or(s.clone(), |weight| s.apply(&Edit::set(Key::Weight(id), weight)));
        prop_assert_eq!(s, scenario());
    }

    #[test]
    fn a_practice_of_any_size_is_worked_out_or_refused(edits in vec(edit(), 0..30)) {
        let s = edits.iter().fold(with_everybody(), |s, edit| s.apply(edit));
        let (Ok(tariff), Some(practice)) = (s.model().tariff(), s.entered_practice()) else { return Err(TestCaseError::reject("refused")) };
        let outcome = tariff.practice(&practice).unwrap();
        let entered: u64 = practice.listed.iter().map(|(_, count)| u64::from(count.get())).sum();
        prop_assert_eq!(outcome.listed.value().decimal(), Decimal::from(entered));
    }
}

#[test]
fn a_changed_weight_is_told_in_its_own_unit() {
    let told = |model: PaymentModel| {
        let edited = Scenario::new(Rc::new(model), guideline()).apply(&Edit::set(Key::Weight(Id::new("a")), d("31")));
        let (from, to) = edited.differences()[0].values.unwrap();
        (from.value, from.unit, to.value, to.unit)
    };
    let kronor = (d("30"), Unit::KrPerPersonMonth, d("31"), Unit::KrPerPersonMonth);
    assert_eq!(told((*start()).clone()), kronor);
    let mut in_points = (*start()).clone();
    for component in &mut in_points.components {
        if let Component::CaseMix(mix) = component {
            mix.unit = WeightUnit::Points { reference_weight: sourced(d("20")), reference_rate: sourced(d("8")) };
        }
    }
    assert_eq!(told(in_points), (d("30"), Unit::Points, d("31"), Unit::Points));
}

#[test]
fn each_published_value_set_again_is_no_difference() {
    let edits = [
        Edit::set(Key::CostShare, d("0.7")),
        Edit::set(Key::Normalisation, Normalisation::PerCellNeutral),
        Edit::set(Key::GUIDELINE_SPECIALIST, d("1100.0")),
        Edit::set(Key::GUIDELINE_ST, d("550")),
        Edit::Set(Vec::new()),
        Edit::reset(Key::DrugCost),
        Edit::set(Key::Reading, ShareReading::InTable),
    ];
    for edit in edits {
        assert_eq!(scenario().apply(&edit), scenario(), "{edit:?}");
    }
}

#[test]
fn a_guideline_of_zero_or_less_is_left_out() {
    for nothing in ["0", "-1100"] {
        assert_eq!(scenario().apply(&Edit::set(Key::GUIDELINE_SPECIALIST, d(nothing))), scenario());
        assert_eq!(scenario().apply(&Edit::set(Key::GUIDELINE_ST, d(nothing))), scenario());
    }
}

#[test]
fn what_was_entered_about_the_practice_stays_when_values_are_reset() {
    let cell = start().bands.cells().next().unwrap();
    let entered = scenario().apply(&Edit::each(Key::Listed, vec![(cell, Some(count(12)))]));
    let edited = entered.apply(&Edit::set(Key::Rate(cell), d("1"))).apply(&Edit::set(Key::GUIDELINE_ST, d("600")));
    assert_eq!(edited.apply(&Edit::Clear(Section::Model)), entered);
    assert_eq!(edited.apply(&Edit::Clear(Section::Practice)).practice(), scenario().practice());
    let emptied = entered.apply(&Edit::each(Key::Listed, vec![(cell, None::<Count>)]));
    assert_eq!(emptied, scenario(), "an emptied cell has not been entered");
}

#[test]
fn a_list_is_entered_when_anybody_is_on_it() {
    let cell = start().bands.cells().next().unwrap();
    let with = |persons| scenario().apply(&Edit::each(Key::Listed, vec![(cell, Some(count(persons)))]));
    assert_eq!(scenario().entered_practice(), None);
    assert_eq!(with(0).entered_practice(), None);
    assert_eq!(with(12).entered_practice().unwrap().listed.get(cell), Some(&count(12)));
}

#[test]
fn a_list_of_other_bands_is_not_entered_in_part() {
    let other = Rc::new(model(&bands(&[0, 18, 80]), None, None));
    let entered = |cells: &[usize]| {
        let cells = cells.iter().map(|i| (start().bands.cells().nth(*i).unwrap(), Some(count(12)))).collect();
        scenario().apply(&Edit::each(Key::Listed, cells)).apply(&Edit::StartFrom(Rc::clone(&other)))
    };
    assert!(entered(&[0]).entered_practice().is_some(), "0-17 is a band of both models");
    let both = entered(&[0, 2]);
    assert_eq!(both.entered_practice(), None, "65+ is not, and its 12 persons would be lost");
    let back = both.apply(&Edit::StartFrom(start()));
    assert_eq!(back.entered_practice().unwrap().listed.iter().filter(|(_, n)| **n == count(12)).count(), 2);
}

#[test]
fn counts_end_at_a_hundred_million() {
    assert_eq!(Count::new(100_000_000).map(Count::get), Some(Count::MAX));
    assert_eq!(Count::new(100_000_001), None);
    assert_eq!(Count::new(u64::MAX), None);
}

/// A nought of doctors is an answer, which an empty field is not; heads that stood there count for nothing beside it.
#[test]
fn no_doctors_of_a_kind_is_an_answer() {
    let shipped = Shipped::default();
    let told = |scenario: &Scenario| {
        let found = situation(&Inputs { guideline: scenario.guideline(), staff: scenario.staff(), shipped: &shipped });
        (found.told, found.outcome.capacity.value().decimal())
    };
    for (kind, group) in
        [(DoctorKind::Specialist, Group::Specialist), (DoctorKind::StAny, Group::St), (DoctorKind::Other, Group::Other)]
    {
        let none = Edit::set(Key::Staff(Item::Fte(kind)), Decimal::ZERO);
        let heads = scenario().apply(&Edit::set(Key::Staff(Item::Heads(kind)), d("5")));
        assert_eq!(told(&heads.apply(&none)), (vec![group], Decimal::ZERO), "{kind:?}");
        assert_eq!(told(&scenario().apply(&none)), (vec![group], Decimal::ZERO), "{kind:?}");
        let emptied = scenario().apply(&none).apply(&Edit::reset(Key::Staff(Item::Fte(kind))));
        assert_eq!(told(&emptied), (Vec::new(), Decimal::ZERO), "{kind:?}");
    }
}
