//! When a model says that amounts in it are examples.
use super::make::{bands, case_mix, citation, condition, d, model, reference, sourced, table};
use model::{
    case_mix::{CaseMix, Reference, WeightUnit},
    citation::{Citation, Parameter, Status},
    measure::{Measure, Rate, Weight},
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn decided() -> Rc<Citation> {
    Rc::new(Citation { status: Status::Decided, ..(*citation()).clone() })
}

fn firm<T: Measure>(value: Decimal) -> Parameter<T> {
    Parameter { citation: decided(), ..sourced(value) }
}

/// One condition with nothing in it of ours.
fn all_decided() -> CaseMix {
    let people = reference(&bands(&[0]), &[100, 100], &[("a", &[10, 10]), ("other", &[1, 1])]);
    let people = Reference { citation: decided(), ..(*people).clone() };
    let mut mix = case_mix(vec![condition("a", d("30"))], Rc::new(people));
    mix.conditions[0].weight = firm::<Weight>(d("30"));
    mix
}

fn is_illustrative(mix: CaseMix) -> bool {
    let bands = bands(&[0]);
    model(&bands, Some(table(&bands, &[d("50"), d("60")])), Some(mix)).is_illustrative()
}

fn persons_of_ours(condition: &str) -> CaseMix {
    let mix = all_decided();
    let affected_citations = [(condition.into(), citation())].into();
    CaseMix { reference: Rc::new(Reference { affected_citations, ..(*mix.reference).clone() }), ..mix }
}

#[test]
fn a_weight_or_the_persons_of_a_condition() {
    assert!(!is_illustrative(all_decided()));
    let mut weight = all_decided();
    weight.conditions[0].weight = sourced::<Weight>(d("30"));
    assert!(is_illustrative(weight));
    assert!(is_illustrative(persons_of_ours("a")));
    assert!(!is_illustrative(persons_of_ours("other")), "the case mix has no such condition");
    let people = Reference { citation: citation(), ..(*all_decided().reference).clone() };
    assert!(is_illustrative(CaseMix { reference: Rc::new(people), ..all_decided() }), "a has no citation of its own");
}

#[test]
fn what_a_point_is_worth() {
    let points = |reference_weight, reference_rate| {
        is_illustrative(CaseMix { unit: WeightUnit::Points { reference_weight, reference_rate }, ..all_decided() })
    };
    let (weight, rate) = (d("20"), d("8"));
    assert!(!points(firm::<Weight>(weight), firm::<Rate>(rate)));
    assert!(points(sourced::<Weight>(weight), firm::<Rate>(rate)));
    assert!(points(firm::<Weight>(weight), sourced::<Rate>(rate)));
}
