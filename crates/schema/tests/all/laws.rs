//! What holds for every text: the reader never panics, says a line that is there, and keeps amounts exact.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test fails by panicking")]
use model::{measure::Measure, sex::Sex};
use proptest::prelude::*;
use rust_decimal::Decimal;
use schema::{Files, read};

const MODEL: &str = "models/table.toml";

/// Whether every problem of the files stands at a line of its file.
fn tells_lines(files: &Files) -> bool {
    let lines = |name: &str| files.iter().find(|(n, _)| *n == name).map_or(1, |(_, text)| text.split('\n').count());
    read(files).err().into_iter().flatten().all(|p| (1..=lines(&p.file)).contains(&p.line) && !p.what.is_empty())
}

fn text_of(name: &str) -> String {
    crate::common::good().iter().find(|(n, _)| *n == name).unwrap().1.to_owned()
}

fn names() -> Vec<String> {
    crate::common::good().iter().map(|(name, _)| name.to_owned()).collect()
}

proptest! {
    #[test]
    fn any_text_is_read_or_told_of(which in 0usize..7, text in "\\PC*(\n\\PC*)*") {
        let name = names()[which].clone();
        prop_assert!(tells_lines(&crate::common::good().with(&name, &text)));
    }

    #[test]
    fn a_line_less_is_read_or_told_of(which in 0usize..7, line in any::<prop::sample::Index>()) {
        let name = names()[which].clone();
        let text = text_of(&name);
        let gone = line.index(text.lines().count());
        let kept: Vec<&str> = text.lines().enumerate().filter(|(i, _)| *i != gone).map(|(_, line)| line).collect();
        prop_assert!(tells_lines(&crate::common::good().with(&name, &kept.join("\n"))));
    }

    #[test]
    fn an_amount_within_limits_is_kept_to_the_last_digit(
        (mantissa, scale) in (0u32..=4).prop_flat_map(|scale| (0..=1_000_000 * 10i64.pow(scale), Just(scale)))
    ) {
        let amount = Decimal::new(mantissa, scale);
        let text = text_of(MODEL).replace("\"22.50\"", &format!("\"{amount}\""));
        let library = read(&crate::common::good().with(MODEL, &text)).unwrap();
        let model = library.catalogue.models.iter().find(|model| model.id.as_str() == "table").unwrap();
        let (_, rate) = model.capitation().unwrap().rates.of_person(Sex::Man, 5).unwrap();
        prop_assert_eq!(rate.value.decimal(), amount);
    }

    #[test]
    fn an_amount_outside_is_told_of(amount in prop_oneof![-1_000_000i64..=-1, 1_000_001i64..=i64::MAX]) {
        let text = text_of(MODEL).replace("\"22.50\"", &format!("\"{amount}\""));
        let problems = read(&crate::common::good().with(MODEL, &text)).unwrap_err();
        prop_assert_eq!(problems.len(), 1);
        prop_assert_eq!(problems[0].kind, schema::ProblemKind::OutOfRange);
    }
}
