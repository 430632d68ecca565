//! Persons side by side: shown parts add up to the shown whole, and the two of the document bring what it says.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use catalog::{ANDERS, JOHAN, SKANE_2026, SKANE_PROPOSAL};
use model::{
    edit::Edit,
    id::Id,
    person_cards::{NewPerson, PersonSlot},
    scenario::Scenario,
    sex::Sex,
    tariff::Tariff,
    value::{Key, Value},
};
use proptest::prelude::*;
use report::{
    brief::{PersonPaid, person_of, person_paid},
    rounded::whole_parts,
};
use rust_decimal::{Decimal, RoundingStrategy};

fn tariff(id: &str) -> Tariff {
    catalog::shipped().model(&Id::new(id)).unwrap().tariff().unwrap()
}

fn start() -> Scenario {
    let catalogue = catalog::shipped();
    catalogue.scenario(catalogue.model(&Id::new(SKANE_PROPOSAL)).unwrap())
}

fn slot(number: u8) -> PersonSlot {
    PersonSlot::new(number).unwrap()
}

fn paid(tariff: &Tariff, scenario: &Scenario, number: u8) -> PersonPaid {
    person_paid(tariff, &person_of(tariff, scenario, slot(number)).unwrap())
}

fn shown(paid: &PersonPaid) -> Vec<String> {
    paid.parts().iter().map(|(_, kronor)| kronor.to_string()).collect()
}

#[test]
fn the_persons_of_the_document_bring_what_the_page_opens_with() {
    let catalogue = catalog::shipped();
    assert_eq!([0, 1].map(|at| catalogue.persons[at].id.as_str()), [JOHAN, ANDERS]);
    let (today, proposal) = (tariff(SKANE_2026), tariff(SKANE_PROPOSAL));
    assert_eq!([1, 2].map(|person| paid(&today, &start(), person).whole()), [121, 121].map(Decimal::from));
    assert_eq!(shown(&paid(&proposal, &start(), 1)), ["64"]);
    let anders = paid(&proposal, &start(), 2);
    assert_eq!(shown(&anders), ["64", "150", "250", "60", "50", "40"]);
    assert_eq!(anders.whole(), Decimal::from(614));
    assert_eq!(anders.flags.dropped.len(), 1, "hypertension is a part of ischaemic heart disease");
}

#[test]
fn a_person_without_one_of_the_conditions_brings_its_weight_less() {
    let proposal = tariff(SKANE_PROPOSAL);
    let less = start().apply(&Edit::set(Key::condition(slot(2), &Id::new("antikoagulation")), Value::Yes(false)));
    assert_eq!(paid(&proposal, &less, 2).whole(), Decimal::from(364));
    let new = NewPerson { sex: Sex::Woman, age: 78, conditions: vec![Id::new("kol"), Id::new("hjartsvikt")] };
    let (place, edit) = less.add_person(&new).unwrap();
    let more = less.apply(&edit);
    assert_eq!(shown(&paid(&proposal, &more, place.number())), ["121", "70", "110"]);
    assert_eq!(paid(&tariff(SKANE_2026), &more, place.number()).whole(), Decimal::from(214));
}

proptest! {
    #[test]
    fn shown_parts_add_up_to_the_shown_whole(parts in proptest::collection::vec(-1_000_000i64..10_000_000, 0..40)) {
        let exact: Vec<Decimal> = parts.iter().map(|part| Decimal::new(*part, 3)).collect();
        let shown = whole_parts(&exact);
        let whole = exact.iter().sum::<Decimal>();
        let whole = whole.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        prop_assert_eq!(shown.iter().sum::<Decimal>(), whole);
        for (exact, shown) in exact.iter().zip(&shown) {
            prop_assert!(shown.is_integer() && (exact - shown).abs() < Decimal::ONE, "{exact} {shown}");
            prop_assert!(!exact.is_integer() || exact == shown, "a whole part is itself");
        }
    }
}
