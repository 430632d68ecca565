//! A person in one line: what people write is understood in any order, and what is not is told by the word.
#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]
use catalog::Catalogue;
use exchange::person_line::{Lexicon, MAX_LINE_BYTES, Match, PersonLine, Remark, read};
use model::{id::Id, payment_model::PaymentModel, sex::Sex};
use proptest::{prelude::*, sample::Index};

fn lexicon_of(catalogue: &Catalogue, model: &PaymentModel) -> Lexicon {
    Lexicon::new(model.case_mix(), &model.id, &catalogue.left_out, &catalogue.words)
}

fn lexicon() -> Lexicon {
    let catalogue = catalog::shipped();
    lexicon_of(&catalogue, catalogue.model(&Id::new(catalog::SKANE_PROPOSAL)).unwrap())
}

fn line(text: &str) -> PersonLine {
    read(text, &lexicon())
}

/// Sex, age, conditions and remarks in short.
fn short(text: &str) -> String {
    let line = line(text);
    let sex = line.sex.map_or("-", |sex| sex.key());
    let age = line.age.map_or("-".to_owned(), |age| age.to_string());
    let conditions = line.conditions.iter().map(Id::as_str).collect::<Vec<_>>().join("+");
    let remarks = line.remarks.iter().map(|remark| match remark {
        Remark::TwoSexes => "two sexes".to_owned(),
        Remark::TwoAges => "two ages".to_owned(),
        Remark::Ambiguous { word, conditions } => {
            format!("{word} = {}", conditions.iter().map(Id::as_str).collect::<Vec<_>>().join("|"))
        }
        Remark::LeftOut { word, left_out } => format!("{word} left out {left_out}"),
        Remark::NoCondition { word } => format!("{word} shows nothing"),
        Remark::NoAge { word } => format!("{word} no age"),
        Remark::Unknown { word, near } => format!("{word}? {}", near.as_deref().unwrap_or("-")),
        Remark::TooLong => "too long".to_owned(),
    });
    let said = [sex.to_owned(), age, conditions].into_iter().chain(remarks).collect::<Vec<_>>();
    said.join("; ")
}

#[test]
fn what_people_write_is_understood() {
    for text in [
        "kvinna 78 kol hjärtsvikt",
        "78-årig kvinna med KOL och hjärtsvikt",
        "hjärtsvikt, kol, 78 år, kvinna",
        "Kvinna på 78 år med emfysem samt svikt",
        "woman 78 copd heart failure",
        "a 78-year-old woman with COPD and heart failure",
        "hon 78 kol hjartsvikt",
        "K78 KOL HJÄRTSVIKT",
        "78k kol hja\u{308}rtsvikt",
        "78årig kvinna kol hjärtsvikt",
        "f 78 R03BB04 C03DA01",
    ] {
        assert_eq!(short(text), "woman; 78; hjartsvikt+kol", "{text}");
    }
    assert_eq!(short("man 45 astma"), "man; 45; astma");
    assert_eq!(short("m62"), "man; 62; ");
    assert_eq!(short("m05 m 05"), "man; 5; osteoporos", "a class that the model counts is no age");
    assert_eq!(short("man 0"), "man; 0; ");
    assert_eq!(short("man 120 Parkinson’s disease"), "man; 120; parkinson");
    assert_eq!(short("man 60 Aterosklerotisk sjukdom (trombocythämmare)"), "man; 60; trombocyt");
}

#[test]
fn what_is_not_clear_is_told() {
    assert_eq!(short("man 70 diabetes"), "man; 70; ; diabetes = diabetes_insulin|diabetes_ovrig");
    assert_eq!(short("man 70 diabetes insulin"), "man; 70; diabetes_insulin");
    assert_eq!(short("man 70 insulin diabetes"), "man; 70; diabetes_insulin", "one of them is named otherwise");
    assert_eq!(short("f 62 R03 C03"), "woman; 62; ; C03 = hjartsvikt|hypertoni; R03 = kol|astma");
    assert_eq!(short("man kvinna 50 60"), "-; -; ; two sexes; two ages");
    assert_eq!(short("man man 50 50"), "man; 50; ");
    assert_eq!(short("kvinna 121"), "woman; -; ; 121 no age");
    assert_eq!(short("kvinna 99999999999999999999"), "woman; -; ; 99999999999999999999 no age");
    assert_eq!(short("man 45 xyz"), "man; 45; ; xyz? -");
    assert_eq!(short("man 45 hjärtsivkt"), "man; 45; ; hjärtsivkt? hjartsvikt");
    assert_eq!(short(""), "-; -; ");
    assert_eq!(line(&"a".repeat(MAX_LINE_BYTES + 1)).remarks, [Remark::TooLong]);
}

#[test]
fn a_drug_that_does_not_count_is_told_with_what_it_is() {
    assert_eq!(short("man 60 antibiotika"), "man; 60; ; antibiotika left out antibiotika");
    assert_eq!(short("man 60 J01CE02"), "man; 60; ; J01CE02 left out antibiotika");
    assert_eq!(short("man 60 N02BE01"), "man; 60; ; N02BE01 shows nothing");
    assert_eq!(short("man 60 A10BJ06"), "man; 60; ; A10BJ06 left out glukos_annat_skal");
}

#[test]
fn every_condition_is_understood_by_its_own_name_in_both_languages() {
    let catalogue = catalog::shipped();
    let mut names = 0;
    for model in &catalogue.models {
        let Some(mix) = model.case_mix() else { continue };
        let lexicon = lexicon_of(&catalogue, model);
        for condition in &mix.conditions {
            for name in [&*condition.name.sv, &*condition.name.en] {
                let text = format!("kvinna 70 {name}");
                let found = read(&text, &lexicon);
                let wanted = PersonLine {
                    sex: Some(Sex::Woman),
                    age: Some(70),
                    conditions: vec![condition.id.clone()],
                    remarks: Vec::new(),
                };
                assert_eq!(found, wanted, "{text}");
                assert!(lexicon.find(name).contains(&Match::Condition(condition.id.clone())), "{name}");
                names += 1;
            }
        }
    }
    assert_eq!(names, 64);
}

#[test]
fn every_word_of_the_list_is_understood() {
    let catalogue = catalog::shipped();
    let words = &catalogue.words;
    for model in &catalogue.models {
        let Some(mix) = model.case_mix() else { continue };
        let lexicon = lexicon_of(&catalogue, model);
        let of_mix = words.conditions.iter().filter(|(id, _)| mix.position(id).is_some());
        for (id, word) in of_mix.flat_map(|(id, words)| words.iter().map(move |word| (id, word))) {
            let found = read(word, &lexicon);
            let asked =
                |remark: &Remark| matches!(remark, Remark::Ambiguous { conditions, .. } if conditions.contains(id));
            assert!(found.conditions.contains(id) || found.remarks.iter().any(asked), "{word}: {found:?}");
        }
    }
}

#[test]
fn the_search_finds_names_words_and_codes() {
    let found = |text: &str| {
        let found = lexicon().find(text).into_iter().map(|found| match found {
            Match::Condition(id) => id.to_string(),
            Match::LeftOut(id) => format!("({id})"),
        });
        found.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(found("hjärt"), "antikoagulation ihd hjartsvikt arytmi".replace("antikoagulation ", ""));
    assert_eq!(found("R03"), "kol astma");
    assert_eq!(found("COPD"), "kol");
    assert_eq!(found("antibio"), "(antibiotika)");
    assert_eq!(found("zzz"), "");
    assert_eq!(lexicon().find("").len(), 27);
}

/// Phrases that mean the same wherever they stand.
const PARTS: [&str; 12] = [
    "kvinna",
    "78 år",
    "KOL",
    "Behov av antikoagulation",
    "hjärtsvikt",
    "R03",
    "diabetes",
    "antibiotika",
    "xyz",
    "Parkinson’s disease",
    "Diabetes, övriga glukossänkande läkemedel",
    "N02BE01",
];

proptest! {
    #[test]
    fn the_order_does_not_matter(picked in proptest::collection::vec(any::<Index>(), 0..8), swaps in proptest::collection::vec((any::<Index>(), any::<Index>()), 8)) {
        let mut parts: Vec<&str> = picked.iter().map(|at| *at.get(&PARTS)).collect();
        // a word beside another must not make a longer name
        let text = |parts: &[&str]| parts.join(" och ");
        let first = line(&text(&parts));
        if !parts.is_empty() {
            for (a, b) in swaps {
                let (a, b) = (a.index(parts.len()), b.index(parts.len()));
                parts.swap(a, b);
            }
        }
        prop_assert_eq!(line(&text(&parts)), first);
    }

    #[test]
    fn any_text_is_read_and_every_word_is_understood_or_told(text in "\\PC{0,60}") {
        let _ = line(&text);
        let _ = lexicon().find(&text);
    }

    #[test]
    fn letters_and_digits_in_any_mixture_are_read(text in "[a-zåäöA-Z0-9 ,-]{0,60}") {
        let found = line(&text);
        prop_assert!(found.age.is_none_or(|age| age <= 120));
    }
}
