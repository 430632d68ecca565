//! A sum that all practices of a region share by their listed: a worked example, and that the whole sum is paid.
use crate::make::{bands, citation, count, d, m, name, sourced, table};
use model::{
    case_mix::ConditionSet,
    component::Component,
    count::Count,
    entries::Entries,
    id::Id,
    measure::{Measure, MonthlyMoney, Rate},
    outcome::PaidFor,
    payment_model::PaymentModel,
    pool_share::{AllPractices, PoolShare},
    practice::{Person, Practice},
    sex::Sex,
    tariff::TariffError,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::rc::Rc;

/// 20 kronor for everybody, and a pot that is shared.
fn model(pot: Decimal) -> Rc<PaymentModel> {
    let bands = bands(&[0]);
    let pool = PoolShare { id: Id::new("quality"), name: name("Quality"), pot: sourced::<MonthlyMoney>(pot) };
    let table = table(&bands, &[d("20"), d("20")]);
    Rc::new(PaymentModel {
        id: Id::new("pooled"),
        name: name("Pooled"),
        about: name("A pot, split by listed."),
        year: 2027,
        cost_year: 2027,
        status: citation().status,
        citation: citation(),
        bands,
        components: vec![Component::Capitation(table), Component::PoolShare(pool)],
        cost_share: sourced(d("0.5")),
    })
}

fn practice(women: u32, men: u32) -> Practice {
    let bands = bands(&[0]);
    let counts = vec![count(women), count(men)];
    let listed = model::cell::PerCell::from_values(&bands, counts).unwrap();
    Practice { listed, affected: Entries::default(), drug_cost: None }
}

fn all(listed: &[u64]) -> AllPractices {
    let each = listed.iter().enumerate();
    AllPractices(each.map(|(at, n)| (Id::new(&format!("p{at}")), Count::new(*n).unwrap())).collect())
}

/// 1,000,000 kr between 3,000, 5,000 and 2,000 listed: 100 kr each, so the first gets 300,000 kr.
#[test]
fn a_pot_is_split_by_listed() {
    let tariff = model(d("1000000")).tariff_among(&all(&[3000, 5000, 2000])).unwrap();
    assert_eq!(tariff.pools[0].rate.value(), m::<Rate>("100"));
    let outcome = tariff.practice(&practice(1000, 2000)).unwrap();
    let line = outcome.lines.last().unwrap();
    assert_eq!(line.paid_for, PaidFor::Pool(Id::new("quality")));
    assert_eq!(line.basis.value().decimal(), d("3000"));
    assert_eq!(line.amount.value(), m::<MonthlyMoney>("300000"));
    assert_eq!(outcome.payment.value(), m::<MonthlyMoney>("360000"));
    assert_eq!(outcome.capitation().value(), m::<MonthlyMoney>("60000"));
    let (person, _) = tariff.person(&Person { sex: Sex::Woman, age: 40, conditions: ConditionSet::EMPTY });
    assert_eq!(person.payment.value(), m::<MonthlyMoney>("120"));
}

#[test]
fn a_practice_alone_is_not_paid_a_part_of_a_sum() {
    let alone = model(d("1000000")).tariff();
    assert_eq!(alone, Err(vec![TariffError::NeedsAllPractices(Id::new("quality"))]));
    let nobody = model(d("1000000")).tariff_among(&all(&[0, 0]));
    assert_eq!(nobody, Err(vec![TariffError::PoolOfNobody(Id::new("quality"))]));
}

proptest! {
    /// What the practices are paid together is the pot, to far less than an öre, and every figure is what its inputs give.
    #[test]
    fn the_whole_pot_is_paid(pot in 0u64..10_000_000_000, lists in prop::collection::vec((0u32..20_000, 1u32..20_000), 1..40)) {
        let pot = Decimal::new(i64::try_from(pot).unwrap(), 2);
        let listed: Vec<u64> = lists.iter().map(|(women, men)| u64::from(women + men)).collect();
        let tariff = model(pot).tariff_among(&all(&listed)).unwrap();
        let mut paid = Decimal::ZERO;
        for (women, men) in lists {
            let outcome = tariff.practice(&practice(women, men)).unwrap();
            let amount = &outcome.lines.last().unwrap().amount;
            prop_assert_eq!(amount.node().recomputed(), Some(amount.node().value.value));
            paid += amount.value().decimal();
        }
        prop_assert!((paid - pot).abs() < Decimal::new(1, 10), "{} of {}", paid, pot);
    }
}
