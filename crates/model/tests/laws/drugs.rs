//! How collected drugs show a condition.
use super::make::{bands, case_mix, condition, d, dispensing, reference};
use model::{
    atc::AtcCode,
    case_mix::ConditionSet,
    proxy::{Comparison, Dispensing, DrugMeasure, Proxy, Trigger},
};
use rust_decimal::Decimal;

fn proxy(include: &[&str], exclude: &[&str], trigger: Trigger) -> Proxy {
    let codes = |texts: &[&str]| texts.iter().map(|text| AtcCode::parse(text).unwrap()).collect();
    Proxy { include: codes(include), exclude: codes(exclude), trigger }
}

/// At least this much of the measure in twelve months.
fn at_least(threshold: &str, measure: DrugMeasure) -> Trigger {
    Trigger { measure, comparison: Comparison::AtLeast, threshold: d(threshold), window_months: 12 }
}

fn collected(codes: &[&str]) -> Vec<Dispensing> {
    codes.iter().map(|code| dispensing(code, 0)).collect()
}

#[test]
fn two_collections_within_the_class() {
    let diabetes = proxy(&["A10"], &["A10BJ"], at_least("2", DrugMeasure::Dispensings));
    let met = |codes: &[&str]| diabetes.is_met(&collected(codes));
    assert!(met(&["A10BA02", "A10AB01"]));
    assert!(!met(&["A10BA02"]), "only one");
    assert!(!met(&["A10BA02", "A10BJ02"]), "the other is excluded");
    assert!(!met(&["J01CE02", "J01CE02", "J01CE02"]), "antibiotics lie outside the class");
    assert!(met(&["A10BA02", "J01CE02", "A10BA02"]), "and take nothing away");
}

#[test]
fn only_the_months_of_the_window_count() {
    let rule = proxy(&["A10"], &[], at_least("2", DrugMeasure::Dispensings));
    let met = |months: [u8; 2]| rule.is_met(&months.map(|month| dispensing("A10BA02", month)));
    assert!(met([0, 11]), "twelve months, the current one included");
    assert!(!met([0, 12]));
}

#[test]
fn each_measure_adds_up_its_own_number() {
    let two = [dispensing("A10BA02", 0), dispensing("A10BA02", 1)];
    let met = |threshold, measure| proxy(&["A10"], &[], at_least(threshold, measure)).is_met(&two);
    assert!(met("60", DrugMeasure::Ddd) && !met("60.01", DrugMeasure::Ddd), "2 x 30 doses");
    assert!(met("2", DrugMeasure::Packages) && !met("3", DrugMeasure::Packages));
}

#[test]
fn more_than_is_not_at_least() {
    let trigger = Trigger { comparison: Comparison::MoreThan, ..at_least("60", DrugMeasure::Ddd) };
    let rule = proxy(&["A10"], &[], trigger);
    assert!(!rule.is_met(&collected(&["A10BA02", "A10BA02"])));
    assert!(rule.is_met(&collected(&["A10BA02", "A10BA02", "A10BA02"])));
}

#[test]
fn more_doses_than_a_decimal_holds_are_many_doses() {
    let rule = proxy(&["A10"], &[], at_least("60", DrugMeasure::Ddd));
    let most = Dispensing { ddd: Decimal::MAX, ..dispensing("A10BA02", 0) };
    assert!(rule.is_met(&[most.clone(), most.clone()]));
    let least = Dispensing { ddd: Decimal::MIN, ..most };
    assert!(!rule.is_met(&[least.clone(), least]));
}

#[test]
fn any_proxy_shows_its_condition_by_position() {
    let mut mix = case_mix(vec![condition("a", d("1")), condition("b", d("1"))], reference(&bands(&[0]), &[1, 1], &[]));
    let once = |class: &str| proxy(&[class], &[], at_least("1", DrugMeasure::Dispensings));
    mix.conditions[1].proxies = vec![once("L01"), once("L04")];
    assert_eq!(mix.shown_by(&collected(&["L04AX03"])), ConditionSet::of([1]));
    assert_eq!(mix.shown_by(&collected(&["J01CE02"])), ConditionSet::EMPTY);
}

#[test]
fn codes_have_one_of_five_forms() {
    for good in ["A", "A10", "A10B", "A10BA", "A10BA02", " a10ba02 "] {
        assert!(AtcCode::parse(good).is_some(), "{good}");
    }
    for bad in ["", "1", "A1", "A1B", "A10BA0", "A10BA022", "10A", "A10B1", "\u{c5}10", "A10BA0\u{661}"] {
        assert_eq!(AtcCode::parse(bad), None, "{bad}");
    }
}
