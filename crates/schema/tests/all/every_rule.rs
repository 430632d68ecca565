//! A model that uses every rule is read as it is written.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use model::{
    case_mix::{CaseMix, ConditionSet, CountRule, Normalisation, SignRule, WeightUnit},
    citation::Status,
    count::Count,
    id::Id,
    measure::Measure,
    payment_model::PaymentModel,
    proxy::{Comparison, DrugMeasure},
    rows::RegionPractices,
    sex::Sex,
    staffing::item::Item,
};
use rust_decimal::Decimal;
use schema::{Library, read};
use std::rc::Rc;

fn library() -> Library {
    read(&crate::common::good()).unwrap_or_else(|problems| panic!("{problems:#?}"))
}

fn every_rule() -> Rc<PaymentModel> {
    library().catalogue.models.into_iter().find(|model| model.id.as_str() == "every-rule").unwrap()
}

fn mix(model: &PaymentModel) -> &CaseMix {
    model.case_mix().unwrap()
}

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap()
}

#[test]
fn the_table_is_that_of_the_other_model() {
    let library = library();
    let [every_rule, table] = library.catalogue.models.as_slice() else { panic!("two models") };
    assert_eq!(every_rule.capitation(), table.capitation());
    let (cell, rate) = table.capitation().unwrap().rates.of_person(Sex::Man, 80).unwrap();
    assert_eq!((cell.band.low, cell.band.high), (65, None));
    assert_eq!(rate.value.decimal(), decimal("230.1234"));
    assert_eq!(rate.citation.lines, Some((13, 13)));
    assert_eq!(&*rate.citation.note.as_ref().unwrap().en, "Open.");
}

#[test]
fn conditions_have_proxies_and_limits() {
    let model = every_rule();
    let [insulin, tablets, pressure, _] = mix(&model).conditions.as_slice() else { panic!("four conditions") };
    let [_, second] = insulin.proxies.as_slice() else { panic!("two proxies") };
    assert_eq!(second.include[0].as_str(), "A10A");
    assert_eq!(second.exclude[0].as_str(), "A10AB");
    assert_eq!((second.trigger.measure, second.trigger.comparison), (DrugMeasure::Ddd, Comparison::MoreThan));
    assert_eq!((second.trigger.threshold, second.trigger.window_months), (decimal("179.5"), 6));
    assert_eq!((tablets.limits.from_age, tablets.limits.to_age, tablets.limits.sex), (Some(18), Some(64), None));
    assert_eq!(pressure.limits.sex, Some(Sex::Woman));
    assert_eq!(pressure.weight.value.decimal(), decimal("-0.5"));
    assert_eq!(&*insulin.weight.citation.note.as_ref().unwrap().sv, "Runt tal.");
    assert_eq!(insulin.weight.citation.status, Status::Illustrative);
}

#[test]
fn rules_name_conditions_by_position() {
    let model = every_rule();
    let mix = mix(&model);
    assert_eq!(mix.combine[0].all, ConditionSet::of([1, 2]));
    assert_eq!(mix.combine[0].becomes, 3);
    assert_eq!((mix.preconditions[0].condition, mix.preconditions[0].unless_any), (2, ConditionSet::of([0, 1])));
    assert_eq!((mix.hierarchy[0].parent, mix.hierarchy[0].drops), (0, ConditionSet::of([1])));
    // a group stands for its members
    assert_eq!(mix.interactions[0].groups, [ConditionSet::of([0, 1]), ConditionSet::of([2, 3])]);
    assert_eq!(mix.counts.iter().map(|c| c.rule).collect::<Vec<_>>(), [CountRule::Exactly(2), CountRule::AtLeast(3)]);
    assert_eq!((mix.sign, mix.normalisation), (SignRule::Signed, Normalisation::ScalarToBudget));
    let WeightUnit::Points { reference_weight, reference_rate } = &mix.unit else { panic!("points") };
    assert_eq!((reference_weight.value.decimal(), reference_rate.value.decimal()), (decimal("2"), decimal("100")));
}

#[test]
fn prevalence_is_straight_between_its_ages_and_level_beyond() {
    let model = every_rule();
    let affected = |id: &str, sex, age| {
        mix(&model).reference.affected.get(&Id::new(id)).unwrap().of_person(sex, age).unwrap().1.get()
    };
    // 0-17 has its middle at 8.5: 2 % x 8.5 / 40 = 0.425 % of 1000
    assert_eq!(affected("insulin", Sex::Woman, 3), 4);
    // 18-64 has its middle at 41: 2 % + 3 % x 1 / 30 = 2.1 % of 3000
    assert_eq!(affected("insulin", Sex::Woman, 40), 63);
    // 65+ stands for 67: 2 % + 3 % x 27 / 30 = 4.7 % of 1200 = 56.4
    assert_eq!(affected("insulin", Sex::Woman, 90), 56);
    // one age gives a level curve: 3 % of 1010 = 30.3, of 3005 = 90.15, of 990 = 29.7
    assert_eq!([3, 40, 90].map(|age| affected("insulin", Sex::Man, age)), [30, 90, 30]);
    // the limits let nobody in
    assert_eq!([3, 40, 90].map(|age| affected("tablets", Sex::Man, age)), [0, 120, 0]);
    assert_eq!(affected("pressure", Sex::Man, 40), 0);
    // 1 % of 990 is 9.9; 10 % of 3005 would be 300.5, rounded half up
    assert_eq!(affected("both", Sex::Man, 90), 10);
}

#[test]
fn half_a_person_is_rounded_up() {
    let files = crate::common::good();
    let text = files.iter().find(|(name, _)| *name == "models/every-rule.toml").unwrap().1.to_owned();
    let files = files.with("models/every-rule.toml", &text.replace("men = [[41, \"3\"]]", "men = [[41, \"10\"]]"));
    let library = read(&files).unwrap();
    let model = library.catalogue.models.iter().find(|model| model.id.as_str() == "every-rule").unwrap();
    let (_, count) = mix(model).reference.affected.get(&Id::new("insulin")).unwrap().of_person(Sex::Man, 40).unwrap();
    assert_eq!(*count, Count::from(301), "10 % of 3005 is 300.5");
}

#[test]
fn other_files_are_read() {
    let library = library();
    let [eva] = &*library.catalogue.persons else { panic!("one person") };
    assert_eq!((eva.sex, eva.age, eva.dispensed[0].packages), (Sex::Woman, 71, 2));
    assert_eq!(eva.dispensed[0].ddd, decimal("150.5"));
    assert_eq!(library.catalogue.guideline.specialist.value.decimal(), decimal("1100"));
    let [(model, residual)] = library.catalogue.residuals.as_slice() else { panic!("one residual") };
    assert_eq!((model.as_str(), residual.value.decimal(), residual.original), ("table", decimal("2500"), None));
    assert_eq!(library.catalogue.year_correlation.value.decimal(), decimal("0.5"));
    assert_eq!(library.catalogue.interval_reach.value.decimal(), decimal("1.5"));
    let rough = &library.catalogue.approximation;
    let numbers = [rough.listed.value.decimal(), rough.ages.value.decimal(), rough.health.value.decimal()];
    assert_eq!(numbers, ["1000", "0.5", "0.1"].map(decimal));
    assert_eq!(library.catalogue.guideline.st.citation.lines, Some((2, 2)));
    assert_eq!(&*library.catalogue.inconsistencies[0].text.en, "The parts are more than the whole.");
    let [result] = library.results.as_slice() else { panic!("one result") };
    assert_eq!((result.id.as_str(), &*result.text.sv), ("less", "”Spridningen minskar.”"));
    assert_eq!(library.catalogue.sources.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["doc", "ours"]);
    let [left] = library.catalogue.left_out.as_slice() else { panic!("one row") };
    assert_eq!((left.model.as_str(), left.id.as_str(), left.classes[0].as_str()), ("every-rule", "antibiotics", "J01"));
}

#[test]
fn numbers_of_doctors_are_those_of_their_groups() {
    let numbers = library().staffing.numbers;
    let told = |key: &str| {
        let number = numbers.get(&Item::read(key).unwrap()).unwrap();
        (number.value.decimal(), number.citation.source.to_string(), number.citation.lines)
    };
    assert_eq!(told("cover.st1"), (decimal("550"), "doc".to_owned(), Some((4, 5))));
    assert_eq!(told("growth"), (decimal("-0.01"), "doc".to_owned(), Some((4, 5))));
    assert_eq!(told("workloadOf.insulin"), (decimal("1.8"), "ours".to_owned(), None));
    assert_eq!(numbers.len(), 3);
}

#[test]
fn regions_have_real_or_drawn_lists() {
    let library = library();
    let [hill, valley] = library.regions.as_slice() else { panic!("two regions") };
    let RegionPractices::Lists { name, lists } = &valley.practices else { panic!("lists") };
    let [north, south] = lists.as_slice() else { panic!("two lists") };
    assert_eq!(&*name.sv, "Lista {number}");
    assert_eq!((north.value, north.citation.lines), (700.into(), Some((3, 3))));
    assert_eq!((south.value, south.citation.lines), (300.into(), Some((3, 4))));
    assert_eq!(valley.population.persons.of_person(Sex::Man, 80).unwrap().1.get(), 990);
    let RegionPractices::Drawn { name, practices, listed } = &hill.practices else { panic!("drawn") };
    assert_eq!((&*name.sv, *practices, listed.value.get()), ("Vårdcentral", 12, 40_000));
    assert_eq!(listed.citation.status, Status::Illustrative);
    let [spread] = library.synthetic.as_slice() else { panic!("one number") };
    assert_eq!((spread.id.as_str(), spread.value.value.decimal()), ("spread", decimal("0.25")));
}

#[test]
fn the_budget_holds() {
    let tariff = every_rule().tariff().unwrap();
    let total = tariff.reference_total().unwrap().unwrap().value().decimal();
    let table = ["20", "60", "200", "22.50", "55", "230.1234"].map(decimal);
    let persons = [1000, 3000, 1200, 1010, 3005, 990].map(Decimal::from);
    let budget: Decimal = table.iter().zip(&persons).map(|(rate, persons)| rate * persons).sum();
    assert!((total - budget).abs() < decimal("0.005"), "{total} {budget}");
}

#[test]
fn a_sum_that_practices_share_is_a_part_of_a_model() {
    const POOLED: &str = r#"
id = "pooled"
year = 2027
status = "proposed"
name = { sv = "Pott", en = "Pot" }
about = { sv = "Delas av alla.", en = "Shared by all." }
citation = { source = "doc", heading = "Pott", status = "proposed" }
cost_share = { value = "0.7", citation = { source = "doc", heading = "Andel", status = "decided" } }

[[pool_share]]
id = "quality"
name = { sv = "Kvalitet", en = "Quality" }
pot = { value = "1250000.50", citation = { source = "doc", heading = "Pott", status = "proposed" } }
"#;
    let files = crate::common::good().with("models/pooled.toml", POOLED);
    let library = read(&files).unwrap_or_else(|problems| panic!("{problems:#?}"));
    let model = library.catalogue.models.into_iter().find(|model| model.id.as_str() == "pooled").unwrap();
    let [pool] = model.pool_shares().collect::<Vec<_>>()[..] else { panic!("one pot") };
    assert_eq!((pool.id.as_str(), pool.pot.value.decimal()), ("quality", decimal("1250000.50")));
    assert_eq!(pool.pot.citation.status, Status::Proposed);
    assert_eq!(model.bands.count(), 1, "everybody alike");
}
