//! The two proposals: worked figures, neutrality, and what the document says of Johan and Anders.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use crate::common::{decimal, mix, model, ore, outcome, paid, persona, tariff};
use catalog::{ANDERS, JOHAN, SKANE_2025, SKANE_2026, SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE};
use model::{
    atc::AtcCode, case_mix::ConditionSet, citation::Status, id::Id, measure::Measure, practice::Person,
    proxy::Dispensing, sex::Sex,
};
use proptest::prelude::*;
use rust_decimal::Decimal;
use std::collections::BTreeSet;

const PROPOSALS: [&str; 2] = [SKANE_PROPOSAL, SKANE_PROPOSAL_FIVE];

#[test]
fn five_conditions_a_man_of_60_to_64() {
    let tariff = tariff(SKANE_PROPOSAL_FIVE);
    let mix = mix(&tariff.model);
    let ids: Vec<_> = mix.conditions.iter().map(|c| c.id.as_str()).collect();
    assert_eq!(ids, ["diabetes", "hjart_karl", "antikoagulation", "inflammation", "cancer"]);
    let weights: Vec<_> = mix.conditions.iter().map(|c| c.weight.value.decimal()).collect();
    assert_eq!(weights, ["180", "60", "250", "50", "40"].map(decimal));
    let (cell, listed) = mix.reference.listed.of_person(Sex::Man, 60).unwrap();
    let shares = mix.reference_shares(cell).unwrap();
    let per_cent: Vec<_> = shares.iter().map(|s| ore(s.value().decimal() * Decimal::ONE_HUNDRED)).collect();
    assert_eq!(per_cent, ["12", "35", "5", "2", "4"].map(decimal), "of {listed:?}");
    let payment =
        |conditions| ore(tariff.person(&Person { sex: Sex::Man, age: 60, conditions }).0.payment.value().decimal());
    assert_eq!(payment(ConditionSet::EMPTY), decimal("63.30"));
    assert_eq!(payment(ConditionSet::of(0..5)), decimal("643.30"));
}

#[test]
fn johan_and_anders_are_alike_today_and_unlike_in_both_proposals() {
    for id in [SKANE_2025, SKANE_2026] {
        assert_eq!(paid(&tariff(id), JOHAN), paid(&tariff(id), ANDERS));
    }
    for id in PROPOSALS {
        let (johan, anders) = (paid(&tariff(id), JOHAN), paid(&tariff(id), ANDERS));
        assert!(johan < decimal("121") && decimal("121") < anders, "{id}: {johan} {anders}");
    }
    assert_eq!(paid(&tariff(SKANE_PROPOSAL_FIVE), JOHAN), decimal("63.30"));
    assert_eq!(paid(&tariff(SKANE_PROPOSAL_FIVE), ANDERS), decimal("643.30"));
}

#[test]
fn anders_shows_the_five_conditions_and_johan_none() {
    let shown = |id: &str, person: &str| -> Vec<String> {
        let model = model(id);
        let mix = mix(&model);
        let set = mix.shown_by(&persona(person).dispensed);
        mix.conditions.iter().enumerate().filter(|(i, _)| set.has(*i)).map(|(_, c)| c.id.to_string()).collect()
    };
    assert_eq!(
        shown(SKANE_PROPOSAL, ANDERS),
        ["diabetes_ovrig", "antikoagulation", "ihd", "hypertoni", "inflammatorisk_reuma", "cancer_cytostatika"]
    );
    assert_eq!(shown(SKANE_PROPOSAL_FIVE, ANDERS).len(), 5);
    assert!(PROPOSALS.iter().all(|id| shown(id, JOHAN).is_empty()));
}

/// A region's flags have ids, so that an id can mean one thing only.
#[test]
fn a_condition_of_one_id_is_found_alike_in_every_model() {
    let models = PROPOSALS.map(model);
    let [one, other] = models.each_ref().map(|model| &mix(model).conditions);
    let shared: Vec<_> = one.iter().filter_map(|own| Some((own, other.iter().find(|o| o.id == own.id)?))).collect();
    assert!(!shared.is_empty());
    for (own, others) in shared {
        assert!(own.is_found_as(others), "{}", own.id);
    }
}

#[test]
fn heart_disease_includes_high_blood_pressure() {
    let tariff = tariff(SKANE_PROPOSAL);
    let anders = persona(ANDERS);
    let conditions = mix(&tariff.model).shown_by(&anders.dispensed);
    let (_, flags) = tariff.person(&Person { sex: anders.sex, age: anders.age, conditions });
    assert_eq!(flags.dropped.iter().map(|d| d.condition.as_str()).collect::<Vec<_>>(), ["hypertoni"]);
}

#[test]
fn every_base_keeps_a_fifth_of_the_table() {
    let table = tariff(SKANE_2026).base.unwrap();
    for id in PROPOSALS {
        let base = tariff(id).base.unwrap();
        for (cell, (base, table)) in base.zip(&table).unwrap().iter() {
            let (base, table) = (base.value().decimal(), table.value().decimal());
            assert!(base * Decimal::from(5) >= table, "{id} {cell:?}: {base} of {table}");
        }
    }
}

#[test]
fn the_proposals_pay_the_reference_population_what_2026_pays_it() {
    let today = model(SKANE_2026);
    for id in PROPOSALS {
        let tariff = tariff(id);
        let listed = &mix(&tariff.model).reference.listed;
        let pairs = listed.zip(&today.capitation().unwrap().rates).unwrap();
        let budget: Decimal = pairs.iter().map(|(_, (n, rate))| Decimal::from(n.get()) * rate.value.decimal()).sum();
        let total = tariff.reference_total().unwrap().unwrap().value().decimal();
        assert_eq!(ore(total), ore(budget), "{id}");
        assert!(budget > Decimal::from(50_000_000), "{budget}");
    }
}

#[test]
fn the_proposals_use_the_cells_of_2026() {
    let today = model(SKANE_2026);
    for id in PROPOSALS {
        assert_eq!(model(id).capitation(), today.capitation());
    }
}

#[test]
fn every_weight_is_marked_as_an_example_and_says_how_it_was_chosen() {
    for id in PROPOSALS {
        let model = model(id);
        assert!(model.is_illustrative());
        for factor in mix(&model).factors() {
            let citation = &factor.weight.citation;
            assert_eq!(citation.status, Status::Illustrative, "{}", factor.id);
            assert_eq!(citation.source.as_str(), "viktat-exempel");
            assert!(citation.note.as_ref().is_some_and(|note| note.sv.len() > 40 && note.en.len() > 40));
        }
    }
}

#[test]
fn the_broad_proposal_has_27_conditions_in_10_groups() {
    let model = model(SKANE_PROPOSAL);
    let mix = mix(&model);
    assert_eq!((mix.conditions.len(), mix.groups.len(), mix.hierarchy.len()), (27, 10, 9));
    for group in &mix.groups {
        assert!(mix.conditions.iter().any(|condition| condition.group == group.id), "{}", group.id);
    }
}

#[test]
fn left_out_classes_show_no_condition() {
    let catalogue = catalog::shipped();
    let model = model(SKANE_PROPOSAL);
    assert!(catalogue.left_out.iter().any(|row| row.id.as_str() == "antibiotika"));
    for row in &catalogue.left_out {
        let drugs: Vec<_> = row.classes.iter().map(|class| drug(class.as_str(), 1)).collect();
        assert_eq!(mix(&model).shown_by(&drugs), ConditionSet::EMPTY, "{}", row.id);
        assert_eq!(row.model, Id::new(SKANE_PROPOSAL));
    }
}

fn drug(atc: &str, months_ago: u8) -> Dispensing {
    Dispensing { atc: AtcCode::parse(atc).unwrap(), months_ago, packages: 100, ddd: Decimal::from(1000) }
}

proptest! {
    #[test]
    fn antibiotics_change_nothing(months in proptest::collection::vec(0u8..24, 0..8), who in 0usize..2, which in 0usize..2) {
        let (persona, tariff) = (persona([JOHAN, ANDERS][who]), tariff(PROPOSALS[which]));
        let more: Vec<_> = persona.dispensed.iter().cloned().chain(months.iter().map(|m| drug("J01CA04", *m))).collect();
        prop_assert_eq!(outcome(&tariff, &persona, &more).payment.value(), outcome(&tariff, &persona, &persona.dispensed).payment.value());
    }
}

/// WHO moved four immunosuppressants to new codes in 2024; a dispensing counts alike under the old code and the new.
#[test]
fn old_and_new_codes_of_atc_2024_stand_together() {
    let moved = [("L04AA13", "L04AK01"), ("L04AA31", "L04AK02"), ("L04AA10", "L04AH01"), ("L04AA18", "L04AH02")];
    let codes = moved.map(|(old, new)| [old, new].map(|code| AtcCode::parse(code).unwrap()));
    let catalogue = catalog::shipped();
    let counted = |code: &AtcCode, classes: &[AtcCode]| classes.iter().any(|class| class.contains(code));
    for id in PROPOSALS {
        let model = model(id);
        for proxy in mix(&model).conditions.iter().flat_map(|condition| &condition.proxies) {
            for [old, new] in &codes {
                assert_eq!(counted(old, &proxy.include), counted(new, &proxy.include), "{id}: {old:?} {new:?}");
            }
        }
    }
    for [old, new] in &codes {
        let left = |code| catalogue.left_out.iter().filter(|row| counted(code, &row.classes)).count();
        assert_eq!(left(old), left(new), "{old:?} {new:?}");
    }
    let leflunomide = |id: &str, code: &str| {
        let dispensed: Vec<Dispensing> = (1..=2)
            .map(|months_ago| Dispensing {
                atc: AtcCode::parse(code).unwrap(),
                months_ago,
                packages: 1,
                ddd: decimal("30"),
            })
            .collect();
        mix(&model(id)).shown_by(&dispensed) != ConditionSet::EMPTY
    };
    assert!(PROPOSALS.iter().all(|id| leflunomide(id, "L04AK01") && leflunomide(id, "L04AA13")));
    assert_eq!(&*catalogue.source(&Id::new("who-atc")).unwrap().date, "2025");
}

/// The drug lists say which of their codes were not compared with the index, and name no other.
#[test]
fn codes_that_were_not_compared_are_named() {
    let catalogue = catalog::shipped();
    let about = &catalogue.source(&Id::new("who-atc")).unwrap().about;
    let listed: BTreeSet<String> = PROPOSALS
        .iter()
        .flat_map(|id| {
            let model = model(id);
            let proxies: Vec<_> = mix(&model).conditions.iter().flat_map(|one| one.proxies.clone()).collect();
            proxies.into_iter().flat_map(|proxy| proxy.include.into_iter().chain(proxy.exclude))
        })
        .chain(catalogue.left_out.iter().flat_map(|row| row.classes.clone()))
        .map(|code| code.as_str().to_owned())
        .collect();
    for text in [&about.sv, &about.en] {
        let words = text.split(|c: char| !c.is_ascii_alphanumeric());
        let named: BTreeSet<&str> = words.filter(|word| AtcCode::parse(word).is_some() && word.len() > 3).collect();
        assert!(named.len() >= 20 && named.iter().all(|code| listed.contains(*code)), "{named:?}");
    }
}

/// Tirzepatide is used for obesity as well, and has a code apart from the other such drugs.
#[test]
fn a_drug_for_obesity_shows_no_diabetes() {
    for (id, code) in PROPOSALS.iter().flat_map(|id| ["A10BX16", "A10BJ06", "A10BK01"].map(|code| (*id, code))) {
        let drug = |months_ago| Dispensing {
            atc: AtcCode::parse(code).unwrap(),
            months_ago,
            packages: 1,
            ddd: decimal("200"),
        };
        assert_eq!(mix(&model(id)).shown_by(&[drug(1), drug(2)]), ConditionSet::EMPTY, "{id} {code}");
    }
}

/// Creams for sun-damaged skin are in the class of cancer drugs.
#[test]
fn a_cream_for_actinic_keratosis_shows_no_cancer() {
    let cream =
        |code: &str| Dispensing { atc: AtcCode::parse(code).unwrap(), months_ago: 1, packages: 9, ddd: decimal("900") };
    for id in PROPOSALS {
        for code in ["L01BC52", "L01BC02", "L01XD03", "L01XD04"] {
            assert!(mix(&model(id)).shown_by(&[cream(code)]) == ConditionSet::EMPTY, "{id} {code}");
        }
        assert!(mix(&model(id)).shown_by(&[cream("L01EA01")]) != ConditionSet::EMPTY, "{id}");
    }
}
