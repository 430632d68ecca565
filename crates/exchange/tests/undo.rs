//! Undo and the two forms that leave the page: what is taken back leaves no trace in them.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod common;

use common::{all_edited, d, edit, scenario};
use exchange::{
    link,
    scenario_file::{self, Options},
    sources::Sources,
};
use model::{history::History, scenario::Scenario};
use proptest::{collection::vec, prelude::*};
use rust_decimal::Decimal;

fn file(scenario: &Scenario) -> String {
    scenario_file::write(scenario, &Options::default())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fifty_edits_and_fifty_undos_give_the_first_file_byte_for_byte(edits in vec(edit(), 50)) {
        let start = scenario(catalog::SKANE_PROPOSAL);
        let end = edits.iter().fold(History::new(start.clone()), |history, edit| {
            let next = history.present().apply(edit);
            history.step(next)
        });
        let (mut back, mut files) = (end, Vec::new());
        for _ in 0..50 {
            files.push(file(back.present()));
            back = back.undo();
        }
        prop_assert_eq!(file(back.present()), file(&start));
        prop_assert_eq!(link::write("#/", back.present()), link::write("#/", &start));
        prop_assert!(!back.can_undo());
        let mut forward = back;
        for _ in 0..50 {
            forward = forward.redo();
        }
        prop_assert_eq!(file(forward.present()), files[0].clone(), "and redone, the last");
    }
}

#[test]
fn file_and_link_are_fixed_points_with_every_value_edited() {
    let catalogue = catalog::shipped();
    let values: [fn(usize) -> Decimal; 4] = [
        |i| d("9999999.987654321098765432109") - Decimal::from(i),
        |i| d("0.000000000000000000000000001") + Decimal::from(i),
        |i| Decimal::from(i) + d("0.50"),
        |_| d("10000000"),
    ];
    for model in &catalogue.models {
        for value in values {
            let start = catalogue.scenario(model);
            let edited = all_edited(&start, value);
            let text = file(&edited);
            let opened = scenario_file::read(&text, Sources::of(&catalogue)).unwrap();
            assert_eq!((&opened.scenario, opened.notes.len()), (&edited, 0), "{}", model.id);
            assert_eq!(file(&opened.scenario), text);
            let address = link::write("#/", &edited);
            let (linked, notes) = link::read(&address, Sources::of(&catalogue)).unwrap();
            assert_eq!((&linked, notes.len()), (&edited, 0), "{}", model.id);
            assert_eq!(link::write("#/", &linked), address);
        }
    }
}
