//! What holds for every list: what is written is read back, and nothing panics.

use exchange::csv::{self, Cell, Dialect};
use exchange::import::{DecimalMark, OpenError, Sheet, SheetCell, open, pasted};
use exchange::number::{Notation, echo};
use exchange::staff_list::{Column, FteUnit, MAX_STAFF_PROBLEMS, StaffAnswers, read};
use model::{
    count::Count,
    id::Id,
    measure::{Doctors, Fte, Measure},
    staffing::{
        item::Group,
        staff::{DoctorCount, PracticeStaff},
    },
};
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Any number of doctors is heltid, as answered.
fn full_time(mark: Option<DecimalMark>) -> StaffAnswers {
    StaffAnswers { mark, unit: Some(FteUnit::FullTime) }
}

/// Names with what makes trouble; none is a word of a sum or could be a number.
fn name() -> impl Strategy<Value = String> {
    "[B-HJ-LN-QT-ZÅÄÖ][åäöéa-z;,|\"'.()0-9-]{0,6}( [åäöb-df-z0-9;,|\"]{1,5}){0,2} [wz]{3,8}"
}

fn fte() -> impl Strategy<Value = Fte> {
    prop_oneof![
        (0..60i64, 0..=1u32).prop_map(|(whole, scale)| Fte::of(Decimal::new(whole, scale).normalize())),
        (0..1_000_000_000_000i64).prop_map(|millionths| Fte::of(Decimal::new(millionths, 6).normalize())),
    ]
}

fn rows() -> impl Strategy<Value = Vec<PracticeStaff>> {
    let listed = prop_oneof![0..20_000u64, 0..=u64::from(Count::MAX)];
    let row = (name(), listed, fte(), fte()).prop_map(|(name, listed, specialists, st)| PracticeStaff {
        name: Id::new(&name),
        listed: Count::new(listed).unwrap(),
        doctors: [(Group::Specialist, DoctorCount::Fte(specialists)), (Group::St, DoctorCount::Fte(st))].into(),
    });
    named_once(row)
}

/// Every group, each by heltid or by heads.
fn rows_of_all() -> impl Strategy<Value = Vec<PracticeStaff>> {
    let count = || {
        let heads = (0..1_000_000u32).prop_map(|heads| DoctorCount::Heads(Doctors::of(heads.into())));
        prop_oneof![fte().prop_map(DoctorCount::Fte), heads]
    };
    let row = (name(), 0..20_000u64, [count(), count(), count(), count()]);
    named_once(row.prop_map(|(name, listed, counts)| PracticeStaff {
        name: Id::new(&name),
        listed: Count::new(listed).unwrap(),
        doctors: Group::ALL.into_iter().zip(counts).collect(),
    }))
}

fn named_once(row: impl Strategy<Value = PracticeStaff>) -> impl Strategy<Value = Vec<PracticeStaff>> {
    proptest::collection::vec(row, 1..30).prop_map(|mut rows| {
        let mut names = std::collections::BTreeSet::new();
        rows.retain(|row: &PracticeStaff| names.insert(row.name.as_str().to_lowercase()));
        rows
    })
}

/// The columns of a list, in any order.
fn order() -> impl Strategy<Value = Vec<Column>> {
    Just(Column::ALL.to_vec()).prop_shuffle()
}

fn heading(column: Column) -> &'static str {
    match column {
        Column::Name => "Vårdcentral",
        Column::Listed => "Listade",
        Column::Fte(Group::Specialist) => "Specialister (heltid)",
        Column::Fte(Group::St) => "ST-läkare (heltid)",
        Column::Fte(Group::Other) => "Övriga läkare, heltid",
        Column::Fte(Group::Locum) => "Hyrläkare (heltid)",
        Column::Heads(Group::Specialist) => "Antal specialister, personer",
        Column::Heads(Group::St) => "ST-läkare (personer)",
        Column::Heads(Group::Other) => "Övriga läkare (huvuden)",
        Column::Heads(Group::Locum) => "Hyrläkare, antal personer",
    }
}

fn number(row: &PracticeStaff, column: Column) -> Decimal {
    match column {
        Column::Name => Decimal::ZERO,
        Column::Listed => row.listed.persons().decimal(),
        Column::Fte(group) | Column::Heads(group) => match row.doctors.get(&group) {
            Some(DoctorCount::Fte(fte)) => fte.decimal(),
            Some(DoctorCount::Heads(heads)) => heads.decimal(),
            None => Decimal::ZERO,
        },
    }
}

fn cell(row: &PracticeStaff, column: Column) -> Cell<'_> {
    let is_told = match (
        column,
        row.doctors.iter().find(|(group, _)| column == Column::Heads(**group) || column == Column::Fte(**group)),
    ) {
        (Column::Fte(_), Some((_, count))) => matches!(count, DoctorCount::Fte(_)),
        (Column::Heads(_), Some((_, count))) => matches!(count, DoctorCount::Heads(_)),
        _ => true,
    };
    match column {
        Column::Name => Cell::Text(row.name.as_str()),
        _ if is_told => Cell::Number(number(row, column)),
        _ => Cell::Text(""),
    }
}

/// A piece of a hostile list: words of headings and of sums, numbers in every way of writing, blanks.
fn piece() -> impl Strategy<Value = String> {
    let words =
        ["Vårdcentral", "Listade", "Specialister", "ST-läkare", "Summa", "Region Skåne", "heltid", "varav ST", ""];
    prop_oneof![
        proptest::sample::select(words.to_vec()).prop_map(str::to_owned),
        "[0-9]{1,3}[,. ][0-9]{1,4}",
        "-?[0-9]{1,40}",
        any::<String>(),
    ]
}

fn hostile() -> impl Strategy<Value = Sheet> {
    let texted = piece().prop_map(|text| SheetCell::text(&text));
    let numbered = any::<(i64, u32)>().prop_map(|(n, scale)| SheetCell::number(Decimal::new(n, scale % 29)));
    let row = proptest::collection::vec(prop_oneof![3 => texted, 1 => numbered], 0..6);
    proptest::collection::vec(row, 0..12).prop_map(|rows| Sheet { rows, ..Sheet::default() })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn a_list_that_was_written_is_read_back(rows in rows_of_all(), order in order(), english in any::<bool>()) {
        let dialect = if english { Dialect::ENGLISH } else { Dialect::SWEDISH };
        let heads: Vec<Cell> = order.iter().map(|column| Cell::Text(heading(*column))).collect();
        let body = rows.iter().map(|row| order.iter().map(|column| cell(row, *column)).collect::<Vec<_>>());
        let text = csv::write([heads].into_iter().chain(body), dialect);
        // a lone number with three decimals does not say what its mark is, so the user has
        let mark = if english { DecimalMark::Point } else { DecimalMark::Comma };
        let sheets = open("lista.csv", text.as_bytes());
        // 961079,1817 heltid is asked about: it looks like an identity number
        prop_assume!(!matches!(sheets, Err(OpenError::LikeIdentityNumbers(_))));
        let sheets = sheets.unwrap();
        let list = read(&sheets, dialect.notation, full_time(Some(mark))).unwrap();
        prop_assert_eq!(list.rows, rows);
        prop_assert!(!list.st_missing && list.skipped.is_empty());
    }

    #[test]
    fn a_list_of_typed_numbers_needs_no_headings_and_no_answer(rows in rows()) {
        let cells = |row: &PracticeStaff| {
            let numbers = Column::BARE[1..].iter().map(|column| SheetCell::number(number(row, *column)));
            [SheetCell::text(row.name.as_str())].into_iter().chain(numbers).collect()
        };
        let sheet = Sheet { rows: rows.iter().map(cells).collect(), ..Sheet::default() };
        let list = read(&[sheet], Notation::Swedish, full_time(None)).unwrap();
        prop_assert!(list.without_headings && list.decided.is_empty());
        prop_assert_eq!(list.rows, rows);
    }

    #[test]
    fn without_an_answer_a_number_is_right_or_asked_for(rows in rows(), english in any::<bool>()) {
        let notation = if english { Notation::English } else { Notation::Swedish };
        let mut text = String::from("Vårdcentral\tListade\tSpecialister\tST\n");
        for row in &rows {
            text.push_str(&row.name.as_str().replace('"', "."));
            for column in &Column::BARE[1..] {
                text.push('\t');
                text.push_str(&echo(number(row, *column), notation));
            }
            text.push('\n');
        }
        // on an English page too, the numbers of a Swedish list show their marks
        if let Ok(list) = read(&pasted(&text).unwrap(), Notation::Swedish, full_time(None)) {
            let numbers = |rows: &[PracticeStaff]| rows.iter().map(|row| (row.listed, row.doctors.clone())).collect::<Vec<_>>();
            prop_assert_eq!(numbers(&list.rows), numbers(&rows));
        }
    }

    #[test]
    fn hostile_sheets_never_panic_and_say_something(sheets in proptest::collection::vec(hostile(), 0..3)) {
        match read(&sheets, Notation::Swedish, full_time(None)) {
            Ok(list) => prop_assert!(!list.rows.is_empty()),
            Err(fault) => prop_assert!((1..=MAX_STAFF_PROBLEMS).contains(&fault.problems.len())),
        }
    }

    #[test]
    fn any_bytes_never_panic(bytes in any::<Vec<u8>>()) {
        if let Ok(sheets) = open("lista", &bytes) {
            let _ = read(&sheets, Notation::English, full_time(Some(DecimalMark::Comma)));
        }
    }
}
