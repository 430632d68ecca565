//! The order of names by the Swedish alphabet, and names that are the same however they are written.
use model::name::{folded, holds, is_same, place};
use proptest::prelude::*;

fn sorted(names: &[&str]) -> Vec<String> {
    let mut names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    names.sort_by_cached_key(|name| place(name));
    names
}

#[test]
fn aa_ae_and_oe_stand_last() {
    let names = ["Örkelljunga", "Älmhult", "Åseda", "Zinkgruvan", "Växjö", "alvesta", "Wij", "Vaxholm"];
    let swedish = ["alvesta", "Vaxholm", "Växjö", "Wij", "Zinkgruvan", "Åseda", "Älmhult", "Örkelljunga"];
    assert_eq!(sorted(&names), swedish);
}

#[test]
fn accents_and_capitals_decide_only_between_names_that_are_alike() {
    assert_eq!(sorted(&["Idén 2", "Iden 1", "Ideon"]), ["Iden 1", "Idén 2", "Ideon"]);
    assert_eq!(sorted(&["Müller", "Mysing", "Mutt"]), ["Mutt", "Müller", "Mysing"]);
}

#[test]
fn numbers_go_by_how_large_they_are() {
    let lists = ["Lista 10", "Lista 9", "Lista", "Lista 2, nya", "Lista 2", "2:a"];
    assert_eq!(sorted(&lists), ["2:a", "Lista", "Lista 2", "Lista 2, nya", "Lista 9", "Lista 10"]);
}

#[test]
fn a_name_is_found_however_it_is_written() {
    for sought in ["Alvesta", "Alvesta ", "  alVESTA", "vest", "alvesta\u{a0}", ""] {
        assert!(holds("Alvesta", sought), "{sought:?}");
    }
    assert!(holds("V\u{e4}xj\u{f6}  norra", "va\u{308}xjo\u{308} norra"), "accents as signs of their own");
    assert!(holds("Lista 1, 5\u{a0}105 listade", "5 105"));
    assert!(holds("\u{c4}ng 10", "\u{e4}ng10") && holds("V\u{e5}rdcentral 18", "v\u{e5}rdcentral18"), "without spaces");
    assert!(holds("Ekv\u{e4}gen 3", "ek v\u{e4}gen"), "with one that the name has not");
    assert!(!holds("Alvesta", "Alvestad") && !holds("Hagby", "H\u{e5}gby"));
    assert!(is_same(" \u{c5}SEDA", "\u{e5}seda") && !is_same("\u{c5}seda", "Aseda"));
}

proptest! {
    #[test]
    fn every_two_names_have_an_order(names in proptest::collection::vec("\\PC{0,12}", 0..8)) {
        let mut once = names;
        once.sort_by_cached_key(|name| place(name));
        let mut again: Vec<String> = once.iter().rev().cloned().collect();
        again.sort_by_cached_key(|name| place(name));
        prop_assert_eq!(once, again);
    }

    #[test]
    fn folding_twice_is_folding_once(name in "\\PC{0,20}") {
        prop_assert_eq!(folded(&folded(&name)), folded(&name));
    }
}
