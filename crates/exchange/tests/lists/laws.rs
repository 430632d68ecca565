//! One list gives one reading, however its file is written: any order of columns, delimiter, encoding and line end.

use crate::figures::found;
use proptest::prelude::*;
use table::Encoding;

const ENCODINGS: [Encoding; 6] =
    [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252, Encoding::Cp850, Encoding::Macintosh];

/// The list `all` of `README.md`, its columns as wanted.
fn list(order: &[usize], delimiter: &str, end: &str) -> String {
    let number = |band: u32, many: u32, first: u32, step: u32, few: u32| match band {
        12 => many,
        20 => few,
        _ => first + step * band,
    };
    let ages = |band: u32| {
        if band == 20 {
            "100 \u{e5}r och \u{e4}ldre".to_owned()
        } else {
            format!("{}-{} \u{e5}r", 5 * band, 5 * band + 4)
        }
    };
    let row = |band: u32| {
        [
            ages(band),
            number(band, 1_250, 101, 7, 7).to_string(),
            number(band, 1_198, 98, 5, 3).to_string(),
            String::new(),
        ]
    };
    let heads = ["\u{c5}lder", "Kvinnor", "M\u{e4}n", "Anm\u{e4}rkning"].map(str::to_owned);
    let rows = std::iter::once(heads).chain((0..21).map(row));
    let line =
        |cells: [String; 4]| order.iter().map(|place| cells[*place].as_str()).collect::<Vec<_>>().join(delimiter) + end;
    rows.map(line).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_written_it_is_read_the_same(
        order in Just(vec![0, 1, 2, 3]).prop_shuffle(),
        delimiter in prop::sample::select(vec![";", ",", "\t", "|"]),
        end in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        encoding in prop::sample::select(&ENCODINGS[..]),
        stated: bool,
    ) {
        let mut text = list(&order, delimiter, end);
        if stated {
            text.insert_str(0, &format!("sep={delimiter}{end}"));
        }
        prop_assert_eq!(found("t.csv", &encoding.bytes(&text)), "women all\nmen all");
    }

    #[test]
    fn no_row_that_is_lost_goes_unsaid(gone in 1usize..22) {
        let text: Vec<String> = list(&[0, 1, 2], ";", "\n").lines().map(str::to_owned).collect();
        let text: String = text.iter().enumerate().filter(|(row, _)| *row != gone).map(|(_, line)| format!("{line}\n")).collect();
        prop_assert!(found("t.csv", text.as_bytes()).contains("missing 2 of 42 groups"));
    }
}
