//! The checked-in generated source, compiled and called. What each text should be is asked of `fluent-bundle`, the
//! Fluent project's own formatter. It does not know how the source was generated.
#![allow(clippy::unwrap_used, reason = "helpers of tests are tests")]

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use phrasebook::{Source, table};

mod texts {
    //! The source, in a module of its own as in the page. A text that no test calls fails the dead-code lint.
    #![deny(dead_code)]
    include!("golden/texts.golden");

    const AT_HAND: &[Part] = &[Part::FIRST];
}
use texts::{Lang, OtherTexts, Part, Texts};

/// The example files: two parts in two languages.
const FILES: [Source<'_>; 4] = [
    Source { name: "sv/first.ftl", lang: "sv", part: "first", text: include_str!("golden/sv/first.ftl") },
    Source { name: "sv/later.ftl", lang: "sv", part: "later", text: include_str!("golden/sv/later.ftl") },
    Source { name: "en/first.ftl", lang: "en", part: "first", text: include_str!("golden/en/first.ftl") },
    Source { name: "en/later.ftl", lang: "en", part: "later", text: include_str!("golden/en/later.ftl") },
];

/// Fluent's own reading of the example files.
struct Oracle(FluentBundle<FluentResource>);

impl Oracle {
    fn new(lang: Lang) -> Self {
        let mut bundle = FluentBundle::new(vec![lang.code().parse().unwrap()]);
        bundle.set_use_isolating(false);
        for file in FILES.iter().filter(|file| file.lang == lang.code()) {
            bundle.add_resource(FluentResource::try_new(file.text.to_owned()).unwrap()).unwrap();
        }
        Self(bundle)
    }

    /// The text of `id` or `id.attribute`.
    fn text<'a>(&self, key: &str, args: impl IntoIterator<Item = (&'a str, FluentValue<'a>)>) -> String {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.0.get_message(id).unwrap();
        let pattern = match attribute {
            None => message.value().unwrap(),
            Some(attribute) => message.get_attribute(attribute).unwrap().value(),
        };
        let mut errors = Vec::new();
        let text = self.0.format_pattern(pattern, Some(&FluentArgs::from_iter(args)), &mut errors).into_owned();
        assert_eq!(errors, [], "{key}");
        text
    }
}

fn load_english() -> Texts {
    Lang::En.load(table(&FILES, "en").unwrap()).unwrap();
    Texts { lang: Lang::En }
}

fn languages() -> impl Iterator<Item = (Texts, Oracle)> {
    load_english();
    Part::EVERY.into_iter().for_each(Part::keep);
    Lang::ALL.into_iter().map(|lang| (Texts { lang }, Oracle::new(lang)))
}

#[test]
fn languages_have_codes() {
    assert_eq!(Lang::ALL, [Lang::Sv, Lang::En]);
    assert_eq!(Lang::ALL.map(Lang::code), ["sv", "en"]);
    assert_eq!(["en", "sv", "fi", ""].map(Lang::from_code), [Some(Lang::En), Some(Lang::Sv), None, None]);
}

#[test]
fn the_texts_are_the_ones_in_the_files() {
    let (sv, en) = (Texts { lang: Lang::Sv }, load_english());
    assert_eq!(sv.save_label(), "Spara Viktat-filen");
    assert_eq!(en.save_label(), "Save the Viktat file");
    assert_eq!(sv.two_lines(), "Första raden\n  indragen rad\n\nsista raden");
    assert_eq!(sv.brief_sentence("120 kr", "100 kr"), "120 kr i stället för 100 kr.");
    assert_eq!(en.brief_sentence("120 kr", "100 kr"), "Instead of 100 kr: 120 kr.");
    assert_eq!([0, 1, 2].map(|n| en.persons(n, &n.to_string())), ["0 persons", "1 person", "2 persons"]);
    assert_eq!(sv.compared("less", "3 kr", "Eken"), "Ersättningen är 3 kr lägre för Eken.");
}

#[test]
fn a_language_speaks_the_reference_language_until_it_is_loaded() {
    let en = Texts { lang: Lang::En };
    assert_eq!(Lang::ALL.map(Lang::is_loaded), [true, false]);
    assert_eq!((en.save(), en.starred("a").as_str()), ("Spara", "a * a"));
    load_english();
    assert_eq!(Lang::ALL.map(Lang::is_loaded), [true, true]);
    assert_eq!((en.save(), en.starred("a").as_str()), ("Save", "a by a"));
    assert_eq!(Texts { lang: Lang::Sv }.save(), "Spara");
}

#[test]
fn a_part_is_silent_until_it_is_kept_and_leaves_the_others_alone() {
    let sv = Texts { lang: Lang::Sv };
    assert_eq!((sv.room_heading(), sv.room_persons("2").as_str(), sv.save()), ("", "", "Spara"));
    assert_eq!(sv.room_more(1), "ett rum till");
    Part::LATER.keep();
    assert_eq!((sv.room_heading(), sv.room_persons("2").as_str(), sv.save()), ("Rummet", "Rum för 2", "Spara"));
    Part::FIRST.keep();
    assert_eq!((sv.room_heading(), sv.bare("a").as_str()), ("Rummet", "a"));
}

#[test]
fn a_part_may_be_kept_before_any_text_is_said_and_a_language_loaded_before_its_part() {
    Part::LATER.keep();
    assert_eq!((Texts { lang: Lang::Sv }.save(), Texts { lang: Lang::Sv }.room_heading()), ("Spara", "Rummet"));
    assert_eq!((load_english().room_heading(), load_english().save()), ("The room", "Save"));
}

#[test]
fn a_table_of_other_texts_is_refused_and_changes_nothing() {
    let table = table(&FILES, "en").unwrap();
    let (cut, long) = (table.rsplit_once('\u{1e}').unwrap().0.to_owned(), format!("{table}\u{1e}more"));
    let other_order = format!("0123456789abcdef{}", &table[16..]);
    for wrong in [String::new(), "<!DOCTYPE html>".to_owned(), cut, long, other_order] {
        assert_eq!(Lang::En.load(wrong), Err(OtherTexts));
        assert!(!Lang::En.is_loaded());
    }
    assert_eq!(Lang::En.load(table), Ok(()));
    assert!(Lang::En.is_loaded());
}

#[test]
fn fixed_texts_are_as_fluent_has_them() {
    for (texts, oracle) in languages() {
        for (key, text) in [
            ("brand-line", texts.brand_line()),
            ("brand-what", texts.brand_what()),
            ("save", texts.save()),
            ("save.label", texts.save_label()),
            ("type", texts.r#type()),
            ("same-in-both", texts.same_in_both()),
            ("two-lines", texts.two_lines()),
            ("spaces", texts.spaces()),
            ("quotes", texts.quotes()),
            ("empty", texts.empty()),
            ("turned", texts.turned()),
            ("only-attribute.placeholder", texts.only_attribute_placeholder()),
            ("room-heading", texts.room_heading()),
        ] {
            assert_eq!(text, oracle.text(key, []), "{key} in {:?}", texts.lang);
        }
    }
}

#[test]
fn texts_with_variables_are_as_fluent_has_them() {
    for (texts, oracle) in languages() {
        let (a, b) = ("a { $b } \"ä\"\n", "");
        let of = |key, x, y| oracle.text(key, [(x, a.into()), (y, b.into())]);
        assert_eq!(texts.brief_sentence(a, b), of("brief-sentence", "proposal", "current"));
        assert_eq!(texts.concatenated(a, b), of("concatenated", "concat", "self"));
        assert_eq!(texts.bare(a), oracle.text("bare", [("type", a.into())]));
        assert_eq!(texts.starred(a), oracle.text("starred", [("type", a.into())]));
        assert_eq!(texts.room_persons(a), oracle.text("room-persons", [("count", a.into())]));
    }
}

#[test]
fn numbers_select_as_in_fluent() {
    for (texts, oracle) in languages() {
        for n in [0, 1, 2, 3, 10, 11, 21, 101, 1_000_000] {
            let count = "några";
            let of = |key| oracle.text(key, [("n", n.into()), ("count", count.into())]);
            assert_eq!(texts.persons(n, count), of("persons"));
            assert_eq!(texts.persons_counted(n, count), of("persons-counted"));
            assert_eq!(texts.referring(n, count), of("referring"));
            assert_eq!(texts.proposals(n), of("proposals"));
            assert_eq!(texts.one_wins(n), of("one-wins"));
            assert_eq!(texts.room_more(n), of("room-more"));
            assert_eq!(texts.default_first(n), of("default-first"));
        }
    }
}

#[test]
fn words_select_as_in_fluent() {
    for (texts, oracle) in languages() {
        for kind in ["more", "less", "same", "list", "none", "unheard-of", ""] {
            let args =
                |n: u64| [("kind", kind.into()), ("amount", "3 kr".into()), ("name", "Eken".into()), ("n", n.into())];
            assert_eq!(texts.compared(kind, "3 kr", "Eken"), oracle.text("compared", args(0)));
            for n in [0, 1, 2] {
                assert_eq!(texts.nested(kind, n, "Eken"), oracle.text("nested", args(n)));
            }
        }
    }
}
