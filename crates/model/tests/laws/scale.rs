//! Amounts that follow another cost share: the source's times the new share by the old, in whole öre, once.
use crate::make;
use model::{
    edit::Edit,
    measure::{Measure, Share},
    scale::with_amounts_of_share,
    scenario::Scenario,
    value::Key,
};
use rust_decimal::Decimal;
use std::rc::Rc;

fn scenario() -> Scenario {
    let bands = make::bands(&[0]);
    let table = make::table(&bands, &[make::d("121"), make::d("107")]);
    let reference = make::reference(&bands, &[100, 100], &[("a", &[20, 30])]);
    let mix = make::case_mix(vec![make::condition("a", make::d("10"))], reference);
    Scenario::new(Rc::new(make::model(&bands, Some(table), Some(mix))), make::guideline())
}

fn amounts(scenario: &Scenario) -> Vec<Decimal> {
    let model = scenario.model();
    let rates = model.capitation().unwrap().rates.iter().map(|(_, rate)| rate.value.decimal()).collect::<Vec<_>>();
    let weights = model.case_mix().unwrap().factors().map(|factor| factor.weight.value.decimal());
    rates.into_iter().chain(weights).collect()
}

/// 121 x 80/70 = 138.2857, 107 x 80/70 = 122.2857 and 10 x 80/70 = 11.4286.
#[test]
fn amounts_follow_the_share_when_they_are_asked_to() {
    let raised = scenario().apply(&Edit::set(Key::CostShare, Share::of(make::d("0.80"))));
    assert_eq!(amounts(&raised), ["121", "107", "10"].map(make::d), "a share alone changes no amount");
    let edits = with_amounts_of_share(&raised);
    let scaled = edits.iter().fold(raised, |scenario, edit| scenario.apply(edit));
    assert_eq!(amounts(&scaled), ["138.29", "122.29", "11.43"].map(make::d));
    let again = with_amounts_of_share(&scaled).iter().fold(scaled.clone(), |scenario, edit| scenario.apply(edit));
    assert_eq!(again, scaled, "asked twice, it is done once");
    let back = scaled.apply(&Edit::set(Key::CostShare, Share::of(make::d("0.70"))));
    let back = with_amounts_of_share(&back).iter().fold(back.clone(), |scenario, edit| scenario.apply(edit));
    assert_eq!(back, scenario(), "the source's share gives the source's amounts");
}
