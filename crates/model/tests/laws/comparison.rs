//! What may be compared: amounts with costs of their own year, and money between models that pay the same sum.
use crate::make;
use model::{
    case_mix::{CaseMix, Normalisation},
    comparison::Comparison,
    payment_model::PaymentModel,
};
use rust_decimal::Decimal;

/// Women and men of one band, each paid so many kronor.
fn plain(women: i64, men: i64, cost_year: u16) -> PaymentModel {
    let (bands, rates) = (make::bands(&[0]), [women, men].map(Decimal::from));
    PaymentModel { cost_year, ..make::model(&bands, Some(make::table(&bands, &rates)), None) }
}

/// 10 kr for each of the 20 women and 30 men of 100 with a condition, out of the table by the rule or on top of it.
fn with_condition(women: i64, men: i64, normalisation: Normalisation) -> PaymentModel {
    let (bands, rates) = (make::bands(&[0]), [women, men].map(Decimal::from));
    let reference = make::reference(&bands, &[100, 100], &[("a", &[20, 30])]);
    let mix = make::case_mix(vec![make::condition("a", make::d("10"))], reference);
    let mix = CaseMix { normalisation, ..mix };
    make::model(&bands, Some(make::table(&bands, &rates)), Some(mix))
}

#[test]
fn amounts_for_another_year_have_no_net_and_move_nothing() {
    let (today, earlier) = (plain(100, 120, 2026), plain(100, 120, 2025));
    let found = Comparison::of(&earlier, &today, 2026);
    assert_eq!(found, Comparison::OtherYear { meant_for: 2025, costs_of: 2026 });
    assert!(!found.has_net() && !found.has_redistribution(), "although the amounts are the same");
    assert_eq!(Comparison::of(&today, &today, 2026), Comparison::Fits);
}

#[test]
fn another_sum_has_a_net_and_moves_nothing() {
    let today = plain(100, 120, 2026);
    let found = Comparison::of(&plain(100, 121, 2026), &today, 2026);
    assert_eq!(found, Comparison::OtherTotal);
    assert!(found.has_net() && !found.has_redistribution());
}

#[test]
fn a_budget_rule_keeps_the_sum_and_weights_on_top_do_not() {
    let today = plain(100, 120, 2026);
    for rule in [Normalisation::PerCellNeutral, Normalisation::ScalarToBudget] {
        assert_eq!(Comparison::of(&with_condition(100, 120, rule), &today, 2026), Comparison::Fits, "{rule:?}");
        assert_eq!(Comparison::of(&with_condition(101, 120, rule), &today, 2026), Comparison::OtherTotal, "{rule:?}");
    }
    let on_top = with_condition(100, 120, Normalisation::None);
    assert_eq!(Comparison::of(&on_top, &today, 2026), Comparison::OtherTotal);
    assert_eq!(Comparison::of(&on_top, &on_top, 2026), Comparison::Fits, "against itself");
}

/// The reference population has as many women as men, so a krona more for the one and less for the other is the same sum.
#[test]
fn a_table_that_gives_the_one_what_the_other_loses_keeps_the_sum() {
    let today = plain(100, 120, 2026);
    let moved = with_condition(101, 119, Normalisation::PerCellNeutral);
    assert_eq!(Comparison::of(&moved, &today, 2026), Comparison::Fits);
}
