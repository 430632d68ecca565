//! Columns of pseudonyms pass, columns of identity numbers do not, and a single one is asked about.
use model::identity_number::{Judge, Verdict, looks_like_identity_number};
use proptest::prelude::*;

/// Numbers from a seed: the law needs many, not good ones (Steele, Lea and Flood 2014, SplitMix).
pub struct Lots(pub u64);

impl Lots {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    pub fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit
    }

    /// As many hexadecimal digits as a SHA-256 has.
    fn hash(&mut self) -> String {
        (0..4).map(|_| format!("{:016x}", self.next())).collect()
    }

    fn uuid(&mut self) -> String {
        let hex = format!("{:016x}{:016x}", self.next(), self.next());
        format!("{}-{}-4{}-a{}-{}", &hex[..8], &hex[8..12], &hex[13..16], &hex[17..20], &hex[20..])
    }

    /// An identity number of twelve digits; of a coordination number the day has sixty added.
    pub fn identity_number(&mut self, is_coordination: bool) -> String {
        let (year, month, day) = (1930 + self.below(90), 1 + self.below(12), 1 + self.below(28));
        let day = day + if is_coordination { 60 } else { 0 };
        with_check_digit(&format!("{year}{month:02}{day:02}{:03}", self.below(1000)))
    }
}

/// With Luhn's digit over the last nine.
fn with_check_digit(digits: &str) -> String {
    let sum: u32 = digits
        .chars()
        .rev()
        .take(9)
        .enumerate()
        .map(|(place, digit)| {
            let digit = digit.to_digit(10).unwrap() * if place % 2 == 0 { 2 } else { 1 };
            digit / 10 + digit % 10
        })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn verdict<T: AsRef<[u8]>>(cells: impl IntoIterator<Item = T>) -> Verdict {
    let mut judge = Judge::default();
    for (cell, row) in cells.into_iter().zip(2..) {
        judge.note(row, 0, cell.as_ref());
    }
    judge.verdict()
}

pub fn is_refused(verdict: Verdict) -> bool {
    matches!(verdict, Verdict::Refused(_))
}

pub const MANY: u64 = 100_000;

#[test]
fn a_hundred_thousand_of_any_pseudonym_pass() {
    let mut lots = Lots(1);
    assert_eq!(verdict((0..MANY).map(|_| lots.hash())), Verdict::Clean, "hashes");
    assert_eq!(verdict((0..MANY).map(|_| lots.uuid())), Verdict::Clean, "UUIDs");
    assert_eq!(verdict((0..MANY).map(|_| lots.uuid().to_uppercase().replace('-', ""))), Verdict::Clean, "bare UUIDs");
    for digits in [9u32, 10, 12] {
        let serial = |number: u64| format!("{number:0>width$}", width = digits as usize);
        assert_eq!(
            verdict((0..MANY).map(|_| serial(lots.below(10u64.pow(digits))))),
            Verdict::Clean,
            "{digits} random"
        );
        let from = lots.below(10u64.pow(digits) - MANY);
        assert_eq!(verdict((0..MANY).map(|n| serial(from + n))), Verdict::Clean, "{digits} from {from}");
    }
    let rest =
        |lots: &mut Lots, digits: u32| format!("{:0>width$}", lots.below(10u64.pow(digits)), width = digits as usize);
    for (before, digits, after) in [
        ("SE", 10, ""),
        ("VC1", 12, ""),
        ("", 11, ""),
        ("", 13, ""),
        ("", 17, ""),
        ("", 10, ".0"),
        ("", 12, ".0"),
        ("", 12, "-A"),
    ] {
        let cells = (0..MANY).map(|_| format!("{before}{}{after}", rest(&mut lots, digits)));
        assert_eq!(verdict(cells), Verdict::Clean, "{before}, {digits} digits, {after}");
    }
    assert_eq!(
        verdict((0..MANY).map(|n| format!("VC120240531{n:04}"))),
        Verdict::Clean,
        "a practice, a date, a number"
    );
    assert_eq!(verdict((0..MANY).map(|_| lots.hash()[..12].to_owned())), Verdict::Clean, "twelve hexadecimal digits");
    let letters = |lots: &mut Lots, all: &[u8], length: usize| -> String {
        (0..length).map(|_| char::from(all[usize::try_from(lots.next()).unwrap() % all.len()])).collect()
    };
    let base_36 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    let base_64 = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz+/";
    for (all, length) in [(&base_36[..], 10), (&base_36[..], 12), (&base_64[..], 16), (&base_64[..], 44)] {
        let cells = (0..MANY).map(|_| letters(&mut lots, all, length));
        assert_eq!(verdict(cells), Verdict::Clean, "{length} of {} letters", all.len());
    }
    assert_eq!(verdict((0..MANY).map(|_| format!("{}.0", lots.below(10_000)))), Verdict::Clean, "costs");
    assert_eq!(
        verdict((0..MANY).map(|_| format!("{}.{:02}", lots.below(1000), lots.below(100)))),
        Verdict::Clean,
        "öre"
    );
    // the worst serial numbers: every one begins with a date, and the last digit is right once in ten
    assert_eq!(verdict((0..MANY).map(|n| format!("640823{:04}", n % 10_000))), Verdict::Clean, "a date and a number");
    let dated = (0..MANY).map(|n| format!("{:02}{:02}{:02}{:04}", n % 100, n % 12 + 1, n % 28 + 1, n / 10 % 10_000));
    assert_eq!(verdict(dated), Verdict::Clean, "other dates and numbers");
    assert_eq!(verdict((0..MANY).map(|n| format!("20240531{n:06}"))), Verdict::Clean, "fourteen digits");
    assert_eq!(verdict((0..MANY).map(|_| format!("070-{:07}", lots.below(10_000_000)))), Verdict::Clean, "telephones");
}

#[test]
fn short_columns_of_serial_numbers_are_hardly_ever_refused() {
    let mut lots = Lots(2);
    let refused = |rows: u64, lots: &mut Lots| {
        let column = |lots: &mut Lots| verdict((0..rows).map(|_| format!("{:010}", lots.below(10_000_000_000))));
        (0..10_000).filter(|_| is_refused(column(lots))).count()
    };
    // two of two, three or four by chance: 7 in a thousand each
    for rows in [1, 2, 3, 4, 8, 20] {
        assert!(refused(rows, &mut lots) <= 12, "{rows} rows");
    }
}

/// A way of writing twelve digits.
type Write = fn(&str) -> String;

fn whole(digits: &str) -> u32 {
    digits.parse().unwrap()
}

fn day(n: &str) -> u32 {
    whole(&n[6..8])
}

fn month(n: &str) -> &'static str {
    const NAMES: [&str; 12] =
        ["jan", "februari", "Mar", "apr", "maj", "JUNI", "jul", "aug", "september", "okt", "nov", "dec"];
    NAMES[whole(&n[4..6]) as usize - 1]
}

/// With the digits that begin at that zero.
fn in_script(digits: &str, zero: u32) -> String {
    digits.chars().map(|c| char::from_u32(u32::from(c) - 0x30 + zero).unwrap()).collect()
}

#[test]
fn columns_of_identity_numbers_are_refused_however_they_are_written() {
    let mut lots = Lots(3);
    let numbers: Vec<String> = (0..60).map(|n| lots.identity_number(n % 7 == 0)).collect();
    let ways: [(&str, Write); 43] = [
        ("twelve digits", str::to_owned),
        ("ten digits", |n| n[2..].to_owned()),
        ("a mark", |n| format!("{}-{}", &n[2..8], &n[8..])),
        ("over a hundred", |n| format!("{}+{}", &n[2..8], &n[8..])),
        ("a century and a mark", |n| format!("{}-{}", &n[..8], &n[8..])),
        ("a date with marks", |n| format!("{}-{}-{} {}", &n[..4], &n[4..6], &n[6..8], &n[8..])),
        ("by threes", |n| format!("{} {} {} {}", &n[..3], &n[3..6], &n[6..9], &n[9..])),
        ("zero width", |n| format!("\u{feff}{}\u{200b}{}\u{2060}{}", &n[..4], &n[4..9], &n[9..])),
        ("full width", |n| in_script(n, 0xff10)),
        ("a hard space", |n| format!("{}\u{a0}{}", &n[..8], &n[8..])),
        ("after a name", |n| format!("Ek, Anna ({})", &n[2..])),
        ("a text in a spreadsheet", |n| format!("'{n}")),
        ("a column with gaps", |n| format!("{n}.0")),
        ("ten digits in a column with gaps", |n| format!("{}.0", &n[2..])),
        ("two decimals", |n| format!("{n},00")),
        ("an underscore", |n| format!("{}_{}", &n[..8], &n[8..])),
        ("a colon", |n| format!("{}:{}", &n[2..8], &n[8..])),
        ("a power of ten", |n| format!("{}.{}E+11", &n[..1], n[1..].trim_end_matches('0'))),
        ("letters before", |n| format!("SE{n}")),
        ("letters before ten digits", |n| format!("SE{}-{}", &n[2..8], &n[8..])),
        ("a practice before", |n| format!("VC1{n}")),
        ("a practice and a mark before", |n| format!("VC1-{}-{}", &n[..8], &n[8..])),
        ("a letter after", |n| format!("{n}-A")),
        ("digits after", |n| format!("{n}01")),
        ("Arabic digits", |n| in_script(n, 0x660)),
        ("mathematical digits", |n| in_script(n, 0x1d7ce)),
        ("subscripts", |n| in_script(n, 0x2080)),
        ("a star", |n| format!("{}*{}", &n[..8], &n[8..])),
        ("a hash sign", |n| format!("{}#{}", &n[2..8], &n[8..])),
        ("an ampersand", |n| format!("{} & {}", &n[2..8], &n[8..])),
        ("a bullet", |n| format!("{}\u{2022}{}", &n[..8], &n[8..])),
        ("an arrow", |n| format!("{}\u{2192}{}", &n[2..8], &n[8..])),
        ("a caret", |n| format!("{}^{}", &n[..8], &n[8..])),
        ("a word", |n| format!("{} nr {}", &n[2..8], &n[8..])),
        ("a comma and words", |n| format!("{}, sista fyra {}", &n[..8], &n[8..])),
        ("words before and between", |n| format!("född {} (slutsiffror: {})", &n[..8], &n[8..])),
        ("a month's name", |n| format!("{}-{}-{}-{}", &n[..4], month(n), &n[6..8], &n[8..])),
        ("a day and a month's name", |n| format!("{} {} {} {}", day(n), month(n), &n[..4], &n[8..])),
        ("the day first", |n| format!("{}{}{}-{}", &n[6..8], &n[4..6], &n[2..4], &n[8..])),
        ("the day first and a century", |n| format!("{}{}{}-{}", &n[6..8], &n[4..6], &n[..4], &n[8..])),
        ("the day first with marks", |n| format!("{}/{} {}-{}", &n[6..8], &n[4..6], &n[..4], &n[8..])),
        ("the day first without zeros", |n| format!("{}/{}-{} {}", day(n), whole(&n[4..6]), &n[2..4], &n[8..])),
        ("letters for digits", |n| format!("{}-{}", n[..8].replacen('0', "O", 1).replacen('1', "l", 1), &n[8..])),
    ];
    for (name, write) in ways {
        assert!(is_refused(verdict(numbers.iter().map(|number| write(number)))), "{name}");
        // a third of the cells has something else
        let mixed = numbers.iter().zip(0..).map(|(n, row)| if row % 3 == 0 { format!("x{row}") } else { write(n) });
        assert!(is_refused(verdict(mixed)), "{name}, mixed");
    }
    let windows_1252 = numbers.iter().map(|n| [&n.as_bytes()[..8], b"\x96", &n.as_bytes()[8..]].concat());
    assert!(is_refused(verdict(windows_1252)), "a dash of Windows-1252");
}

#[test]
fn dates_with_a_mark_and_four_digits_are_asked_about_whatever_the_check_digits() {
    let mut lots = Lots(9);
    let wrong = |n: String| format!("{}-{}{}", &n[..8], &n[8..11], (n.as_bytes()[11] - b'0' + 1) % 10);
    let changed: Vec<String> = (0..60).map(|_| wrong(lots.identity_number(false))).collect();
    match verdict(&changed) {
        Verdict::Asked(suspicion) => assert_eq!((suspicion.row, suspicion.alike, suspicion.cells), (2, 60, 60)),
        other => panic!("{other:?}"),
    }
    // leaving out rows with one leaves out these
    let mut judge = Judge::default();
    assert!(changed.iter().zip(2..).all(|(cell, row)| judge.note(row, 0, cell.as_bytes())));
}

#[test]
fn reserve_numbers_are_known() {
    let mut lots = Lots(4);
    // Region Stockholm: 99, year, serial number, check digit
    let stockholm: Vec<String> =
        (0..40).map(|_| with_check_digit(&format!("99{}{:05}", 1940 + lots.below(80), lots.below(100_000)))).collect();
    assert!(is_refused(verdict(&stockholm)));
    // Region Skåne and the national ones have letters and nothing that can be checked: asked about
    let skane = |n: u64| format!("19{:02}0{}1{}-R{:03}", n % 100, n % 9 + 1, n % 9, n);
    assert!(matches!(verdict((0..40).map(skane)), Verdict::Asked(_)));
    assert!(matches!(verdict((0..40).map(|n| format!("23{:02}0412AB1{}", n, n % 10))), Verdict::Asked(_)));
    // among identity numbers they do not thin out the others
    let mixed = (0..40).map(|n| if n % 4 == 0 { lots.identity_number(false) } else { skane(n) });
    assert!(is_refused(verdict(mixed)));
}

#[test]
fn numbers_that_lost_their_zeros_are_judged_by_column() {
    let mut lots = Lots(5);
    let born_since_2000 = |lots: &mut Lots| {
        let date = format!("20{:02}{:02}{:02}", lots.below(10), 1 + lots.below(12), 1 + lots.below(28));
        let number = with_check_digit(&format!("{date}{:03}", lots.below(1000)));
        number[2..].trim_start_matches('0').to_owned()
    };
    let children: Vec<String> = (0..30).map(|_| born_since_2000(&mut lots)).collect();
    assert!(children.iter().all(|number| number.len() < 10));
    assert!(is_refused(verdict(&children)));
    assert_eq!(verdict(&children[..1]), Verdict::Clean, "nine digits alone say nothing");
    let ages = children.iter().cloned().chain((0..30).map(|_| lots.identity_number(false)[2..].to_owned()));
    assert!(is_refused(verdict(ages)));
}

#[test]
fn one_number_is_asked_about_and_one_person_many_times_is_one() {
    let asked = |cells: &[&str]| match verdict(cells) {
        Verdict::Asked(suspicion) => Some((suspicion.row, suspicion.alike, suspicion.cells)),
        _ => None,
    };
    assert_eq!(asked(&["a1", "640823-3234", "a3"]), Some((3, 1, 3)));
    assert_eq!(asked(&["ring 640823-3234 i dag", "", "-"]), Some((2, 1, 2)));
    assert_eq!(asked(&["191 212 121 212"]), Some((2, 1, 1)));
    assert_eq!(asked(&["6408233234", "6408233234", "6408233234"]), Some((2, 3, 3)));
    // a column of ten-digit serial numbers does not hide one with a mark
    let mut lots = Lots(8);
    let mut serials: Vec<String> = (0..1000).map(|_| format!("{:010}", lots.below(10_000_000_000))).collect();
    assert_eq!(verdict(&serials), Verdict::Clean);
    serials[500] = "640823-3234".to_owned();
    assert!(matches!(verdict(&serials), Verdict::Asked(_)));
}

#[test]
fn what_is_no_identity_number_is_not_taken_for_one() {
    for harmless in [
        "640823-3235",
        "641323-3234",
        "556036-0793",
        "1234567890",
        "2026-01-01",
        "12345678,90",
        "SE640823-3234x",
        "1946-jan-02-2395",
        "Norr 3, 08-123 45 67",
        "19460202-2396-4abc-a001-001122334455",
        "a19460202*2396",
    ] {
        assert!(!looks_like_identity_number(harmless.as_bytes()), "{harmless}");
    }
    for number in [
        "640823-3234",
        "19640823 3234",
        "701063-2391",
        "Norr;K;61;;1;196408233234",
        "640823-T123",
        "19450101*2381",
        "020246-2396",
        "02/02 1946-2396",
        "2 feb 1946, sista fyra 2396",
        "46O2O2-2396",
        "Norra vårdcentralen 19450101 nr 2381",
    ] {
        assert!(looks_like_identity_number(number.as_bytes()), "{number}");
    }
}

proptest! {
    #[test]
    fn noise_is_judged_without_panic(cells in prop::collection::vec((0..4usize, prop::collection::vec(any::<u8>(), 0..40)), 0..60)) {
        let mut judge = Judge::default();
        for ((column, cell), row) in cells.iter().zip(0u64..) {
            judge.note(row / 4, *column, cell);
        }
        prop_assert!(!is_refused(judge.verdict()));
    }
}
