//! Fitted weights as an edit of the shipped proposal.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]
use model::{
    case_mix::{CaseMix, SignRule},
    edit::Edit,
    id::Id,
    measure::{Measure, Rate},
    value::{Key, Value},
};
use report::fitted::{edit, refused};
use rust_decimal::Decimal;

fn mix() -> CaseMix {
    let catalogue = catalog::shipped();
    catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap().case_mix().unwrap().clone()
}

fn weights(edit: Edit) -> Vec<Decimal> {
    let Edit::Set(values) = edit else { panic!("{edit:?}") };
    let weight = |(key, value): (Key, Option<Value>)| match (key, value) {
        (Key::Weight(_), Some(Value::Number(weight))) => weight,
        other => panic!("{other:?}"),
    };
    values.into_iter().map(weight).collect()
}

#[test]
fn whole_ore_nothing_where_none_was_fitted_and_none_below_zero_where_that_is_not_allowed() {
    let mut mix = mix();
    let rates = [Some(Rate::of(Decimal::new(10_125, 3))), None, Some(Rate::of(Decimal::new(-5, 0)))];
    assert_eq!(mix.sign, SignRule::NonNegative);
    let found = weights(edit(&mix, &rates, None));
    assert_eq!(found.len(), mix.factors().count());
    assert_eq!(found.get(..3).unwrap(), [Decimal::new(1013, 2), Decimal::ZERO, Decimal::ZERO]);
    assert_eq!(refused(&mix, &rates), 1);
    let scaled = weights(edit(&mix, &rates, Some(Decimal::new(99, 2))));
    assert_eq!(scaled.first(), Some(&Decimal::new(1002, 2)), "10.02375 towards zero");
    mix.sign = SignRule::Signed;
    assert_eq!(weights(edit(&mix, &rates, None)).get(2), Some(&Decimal::new(-5, 0)));
    assert_eq!(refused(&mix, &rates), 0);
}
