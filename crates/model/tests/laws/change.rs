//! The change between two years, split at the cost share.
use super::make::{bands, d, model, table};
use model::{
    age::AgeBands,
    compare::{change, split_change},
    measure::{Measure, Share},
    payment_model::PaymentModel,
};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;
use std::rc::Rc;

fn year(bands: &AgeBands, amounts: &[Decimal], share: Decimal) -> Rc<PaymentModel> {
    let model = model(bands, Some(table(bands, amounts)), None);
    Rc::new(model.with_cost_share(Share::of(share)))
}

#[test]
fn a_man_of_60_from_154_to_121() {
    let bands = bands(&[0]);
    let earlier = year(&bands, &[d("138"), d("154")], d("0.80")).tariff().unwrap();
    let later = year(&bands, &[d("107"), d("121")], d("0.70")).tariff().unwrap();
    let split = split_change(&earlier, &later).unwrap();
    let man = split.get(bands.cells().nth(1).unwrap()).unwrap();
    assert_eq!(man.by_share.value().decimal(), d("-19.25"), "154 x 70/80 - 154 = 134.75 - 154");
    assert_eq!(man.unexplained.value().decimal(), d("-13.75"), "121 - 134.75");
    assert_eq!(man.total.value().decimal(), d("-33"));
    assert_eq!(change(&man.from, &man.to).value(), man.total.value());
}

#[test]
fn tables_that_cannot_be_paired_are_not_split() {
    let one = |starts: &[u8], share: &str| {
        let bands = bands(starts);
        let amounts = vec![d("10"); 2 * bands.count()];
        year(&bands, &amounts, d(share)).tariff().unwrap()
    };
    assert!(split_change(&one(&[0], "0.8"), &one(&[0], "0.7")).is_some());
    assert_eq!(split_change(&one(&[0], "0.8"), &one(&[0, 18], "0.7")), None, "other bands");
    assert_eq!(split_change(&one(&[0], "0"), &one(&[0], "0.7")), None, "no ratio to a share of zero");
    assert!(split_change(&one(&[0], "0.0000007"), &one(&[0], "0.7")).is_some(), "a million times");
    assert_eq!(
        split_change(&one(&[0], "0.0000000000000000000000000007"), &one(&[0], "0.7")),
        None,
        "out of proportion"
    );
}

proptest! {
    #[test]
    fn the_parts_sum_to_the_change_in_every_cell(
        from in vec(0i64..=10_000_000, 6),
        to in vec(0i64..=10_000_000, 6),
        shares in (1i64..=100, 0i64..=100),
    ) {
        let bands = bands(&[0, 20, 65]);
        let kr = |hundredths: &[i64]| hundredths.iter().map(|n| Decimal::new(*n, 2)).collect::<Vec<_>>();
        let earlier = year(&bands, &kr(&from), Decimal::new(shares.0, 2)).tariff().unwrap();
        let later = year(&bands, &kr(&to), Decimal::new(shares.1, 2)).tariff().unwrap();
        let near = |a: Decimal, b: Decimal| (a - b).abs() < d("0.00000000000000000001");
        for (_, split) in split_change(&earlier, &later).unwrap().iter() {
            let whole = split.to.value().decimal() - split.from.value().decimal();
            let parts = split.by_share.value().decimal() + split.unexplained.value().decimal();
            prop_assert!(near(parts, whole) && near(split.total.value().decimal(), whole));
            let ratio = Decimal::from(shares.1) / Decimal::from(shares.0) - Decimal::ONE;
            prop_assert!(near(split.by_share.value().decimal(), split.from.value().decimal() * ratio));
        }
    }
}
