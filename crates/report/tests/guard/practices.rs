//! Random practices under the shipped models: what is published of them is attacked, and tells no small count.
use super::attack::{is_told, solved};
use catalog::Catalogue;
use model::{
    case_mix::Normalisation, cell::PerCell, count::Count, edit::Edit, id::Id, measure::Measure, outcome::PaidFor,
    practice::Practice, scenario::Scenario, sex::Sex,
};
use proptest::{collection::vec, prelude::*};
use report::{
    columns::{Column, Tariffs},
    guard::{Protection, Total, USUAL_THRESHOLD, of_practice, protect},
};
use rust_decimal::Decimal;
use std::rc::Rc;

/// The compared columns, with a scenario that differs from the proposal.
pub fn tariffs(rule: Normalisation) -> Tariffs {
    let house = Catalogue::shipped();
    let tariff = |id: &str| Rc::new(house.model(&Id::new(id)).unwrap().tariff().unwrap());
    let proposal = tariff(catalog::SKANE_PROPOSAL);
    let scenario = Scenario::new(Rc::clone(&proposal.model), house.guideline.clone());
    let edits = [Edit::SetNormalisation(rule), Edit::SetWeight(Id::new("kol"), Measure::of(77.into()))];
    let scenario = edits.iter().fold(scenario, |scenario, edit| scenario.apply(edit));
    let (earlier, current) = (tariff(catalog::SKANE_2025), tariff(catalog::SKANE_2026));
    Tariffs { earlier, current, scenario: Ok(Rc::new(scenario.model().tariff().unwrap())), proposal }
}

fn persons() -> impl Strategy<Value = Count> {
    let some = prop_oneof![2 => Just(0u16), 2 => 1u16..5, 2 => 5u16..30, 6 => 30u16..600];
    some.prop_map(Count::from)
}

/// A practice of the shipped models' cells and factors; what it has said of the factors, and how much.
pub fn practice() -> impl Strategy<Value = Practice> {
    let house = Catalogue::shipped();
    let model = Rc::clone(house.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap());
    let ids: Vec<Id> = model.case_mix().unwrap().factors().map(|factor| factor.id.clone()).collect();
    let cells = vec(persons(), 2 * model.bands.count());
    let factors = vec(proptest::option::weighted(0.9, persons()), ids.len());
    (cells, factors).prop_map(move |(cells, factors)| Practice {
        listed: PerCell::from_values(&model.bands, cells).unwrap(),
        affected: ids.iter().cloned().zip(factors).filter_map(|(id, n)| Some((id, n?))).collect(),
        drug_cost: None,
    })
}

/// A published count with its number of persons, and what each model pays for one of them.
struct Known {
    what: PaidFor,
    persons: u64,
    rates: Vec<Decimal>,
}

fn known(practice: &Practice, tariffs: &Tariffs) -> Vec<Known> {
    let tariffs = || Column::ALL.into_iter().map(|column| tariffs.get(column).unwrap());
    let cells = practice.listed.iter().map(|(cell, count)| Known {
        what: PaidFor::Cell(cell),
        persons: count.get().into(),
        rates: tariffs().map(|t| t.base.as_ref().unwrap().get(cell).unwrap().value().decimal()).collect(),
    });
    let rate =
        |t: &model::tariff::Tariff, id: &Id| t.factors.iter().find(|f| f.id == *id).map(|f| f.rate.value().decimal());
    let factors = practice.affected.iter().map(|(id, count)| Known {
        what: PaidFor::Factor(id.clone()),
        persons: count.get().into(),
        rates: tariffs().map(|tariff| rate(tariff, id).unwrap_or_default()).collect(),
    });
    cells.chain(factors).collect()
}

/// Every total that is not withheld, as coefficients of the counts: put up anew, from tables and rates.
fn published(known: &[Known], practice: &Practice, protection: &Protection) -> Vec<Vec<Decimal>> {
    let mut totals: Vec<(Total, Vec<Decimal>)> = Vec::new();
    let mut put = |total, coefficient: &dyn Fn(&Known) -> Decimal| {
        totals.push((total, known.iter().map(coefficient).collect()));
    };
    let counts = |is: bool| Decimal::from(u8::from(is));
    let sex = |k: &Known| if let PaidFor::Cell(cell) = k.what { Some(cell.sex) } else { None };
    for band in practice.listed.bands().bands() {
        put(Total::Band(*band), &|k| counts(matches!(k.what, PaidFor::Cell(cell) if cell.band == *band)));
    }
    put(Total::Listed, &|k| counts(sex(k).is_some()));
    for s in Sex::ALL {
        put(Total::Sex(s), &|k| counts(sex(k) == Some(s)));
    }
    for (i, column) in Column::ALL.into_iter().enumerate() {
        put(Total::Payment(column), &|k| k.rates[i]);
        put(Total::Net(column), &|k| k.rates[i]);
        put(Total::Capitation(column), &|k| if sex(k).is_some() { k.rates[i] } else { Decimal::ZERO });
        put(Total::CaseMix(column), &|k| if sex(k).is_none() { k.rates[i] } else { Decimal::ZERO });
        put(Total::Change(column), &|k| k.rates[i] - k.rates[1]);
    }
    totals.into_iter().filter(|(total, _)| !protection.withholds(*total)).map(|(_, row)| row).collect()
}

fn attacked(practice: &Practice, tariffs: &Tariffs) -> Result<(), TestCaseError> {
    let protection = protect(&of_practice(practice, tariffs, USUAL_THRESHOLD));
    let known = known(practice, tariffs);
    let small: Vec<_> = known.iter().filter(|k| (1..5).contains(&k.persons)).map(|k| k.what.clone()).collect();
    prop_assert_eq!(&protection.small, &small);
    let hidden: Vec<&Known> = known.iter().filter(|k| protection.hides(&k.what)).collect();
    let is_hidden: Vec<bool> = known.iter().map(|k| protection.hides(&k.what)).collect();
    let rows = published(&known, practice, &protection);
    let kept =
        |row: &Vec<Decimal>| row.iter().zip(&is_hidden).filter(|(_, h)| **h).map(|(v, _)| *v).collect::<Vec<_>>();
    let rows: Vec<Vec<Decimal>> = rows.iter().map(kept).collect();
    for row in &rows {
        let persons: u64 = row.iter().zip(&hidden).filter(|(v, _)| !v.is_zero()).map(|(_, k)| k.persons).sum();
        prop_assert!(persons == 0 || persons >= 5, "a total hides {} persons", persons);
    }
    let solved = solved(&rows);
    let small = hidden.iter().enumerate().filter(|(_, known)| (1..5).contains(&known.persons));
    let small: Vec<_> = small.map(|(i, known)| (known, solved.left(i, hidden.len()))).collect();
    for (i, (a, left)) in small.iter().enumerate() {
        prop_assert!(!is_told(&[left]), "{:?} is determined", a.what);
        for (b, other) in small.iter().skip(i + 1).filter(|(b, _)| a.persons + b.persons < 5) {
            prop_assert!(!is_told(&[left, other]), "{:?} and {:?} are, together", a.what, b.what);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 20, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_same_practice_is_guarded_in_the_same_way(practice in practice()) {
        let tariffs = tariffs(Normalisation::None);
        let protection = || protect(&of_practice(&practice, &tariffs, USUAL_THRESHOLD));
        prop_assert_eq!(protection(), protection());
    }
}

// three times a hundred practices
proptest! {
    #![proptest_config(ProptestConfig { cases: 100, max_shrink_iters: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_small_count_is_determined_when_conditions_come_on_top(practice in practice()) {
        attacked(&practice, &tariffs(Normalisation::None))?;
    }

    #[test]
    fn no_small_count_is_determined_when_one_factor_holds_the_budget(practice in practice()) {
        attacked(&practice, &tariffs(Normalisation::ScalarToBudget))?;
    }

    #[test]
    fn no_small_count_is_determined_when_every_cell_keeps_its_mean(practice in practice()) {
        attacked(&practice, &tariffs(Normalisation::PerCellNeutral))?;
    }
}
