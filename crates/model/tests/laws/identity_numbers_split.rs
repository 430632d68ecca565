//! Identity numbers over several columns are found, and dates beside small numbers are none.
use super::identity_numbers::{Lots, MANY, is_refused};
use model::identity_number::{Judge, Verdict};

/// A way of putting twelve digits in cells.
type Write = fn(&str) -> Vec<String>;

#[test]
fn a_date_and_the_last_four_in_two_columns_are_found() {
    let mut lots = Lots(6);
    let numbers: Vec<String> = (0..40).map(|_| lots.identity_number(false)).collect();
    let judged = |write: &dyn Fn(&str) -> [String; 3]| {
        let mut judge = Judge::default();
        for (number, row) in numbers.iter().zip(2..) {
            write(number).iter().enumerate().for_each(|(column, cell)| {
                judge.note(row, column, cell.as_bytes());
            });
        }
        judge.verdict()
    };
    let none = || "x".to_owned();
    assert!(is_refused(judged(&|n| [n[..8].to_owned(), none(), n[8..].to_owned()])));
    assert!(is_refused(judged(&|n| [n[8..].to_owned(), format!("{}-{}-{}", &n[..4], &n[4..6], &n[6..8]), none()])));
    let stripped = |n: &str| n[8..].parse::<u16>().unwrap().to_string();
    assert!(is_refused(judged(&|n| [n[2..8].to_owned(), stripped(n), none()])));
    // a date of birth beside an age, a code or a cost
    assert_eq!(judged(&|n| [n[..8].to_owned(), n[9..11].to_owned(), "3".to_owned()]), Verdict::Clean);
    let mut other = Lots(7);
    let costs: Vec<String> = numbers.iter().map(|_| other.below(10_000).to_string()).collect();
    assert_eq!(
        judged(&|n| [n[..8].to_owned(), costs[usize::from(n.as_bytes()[11]) % 40].clone(), none()]),
        Verdict::Clean
    );
}

#[test]
fn numbers_split_over_more_columns_or_within_their_digits_are_found() {
    let mut lots = Lots(10);
    let numbers: Vec<String> = (0..40).map(|n| lots.identity_number(n % 7 == 0)).collect();
    let whole = |text: &str| text.parse::<u32>().unwrap().to_string();
    let judged = |rows: &[Vec<String>]| {
        let mut judge = Judge::default();
        for (cells, row) in rows.iter().zip(2..) {
            cells.iter().enumerate().for_each(|(column, cell)| {
                judge.note(row, column, cell.as_bytes());
            });
        }
        judge.verdict()
    };
    let cut = |n: &str, places: &[usize]| -> Vec<String> {
        let ends = places.iter().skip(1).copied().chain([n.len()]);
        places.iter().zip(ends).map(|(from, to)| n[*from..to].to_owned()).collect()
    };
    for places in [&[0, 4, 8][..], &[2, 4, 8], &[0, 4, 6, 8], &[2, 4, 6, 8], &[0, 9], &[2, 9]] {
        let rows: Vec<_> = numbers.iter().map(|n| cut(n, places)).collect();
        assert!(is_refused(judged(&rows)), "{places:?}");
        let apart = rows.iter().map(|cells| cells.iter().flat_map(|cell| [cell.clone(), "K".to_owned()]).collect());
        assert!(is_refused(judged(&apart.collect::<Vec<_>>())), "{places:?} with others between");
        if places.last() == Some(&8) {
            let stripped = rows.iter().map(|cells| cells.iter().map(|cell| whole(cell)).collect());
            assert!(is_refused(judged(&stripped.collect::<Vec<_>>())), "{places:?} without zeros");
        }
    }
    // a whole date and the last four in two columns, a month with a day, and the day first
    let two = |n: &str| vec![n[..8].to_owned(), n[8..10].to_owned(), n[10..].to_owned()];
    let mark = |n: &str| vec![n[..4].to_owned(), format!("{}-{}", &n[4..6], &n[6..8]), n[8..].to_owned()];
    let turned = |n: &str| vec![n[..4].to_owned(), format!("{}/{}", &n[6..8], &n[4..6]), n[8..].to_owned()];
    let reversed = |n: &str| vec![n[6..8].to_owned(), n[4..6].to_owned(), n[..4].to_owned(), n[8..].to_owned()];
    let ways: [Write; 4] = [two, mark, turned, reversed];
    for (place, write) in ways.into_iter().enumerate() {
        let rows: Vec<_> = numbers.iter().map(|n| write(n)).collect();
        assert!(is_refused(judged(&rows)), "{place}");
        // five rows are enough where every one is right
        let large: Vec<_> =
            rows.iter().zip(&numbers).filter(|(_, n)| &n[8..9] != "0").map(|(row, _)| row.clone()).collect();
        assert!(is_refused(judged(&large[..5])), "{place}, five rows");
    }
    // a date in three columns and a cost, and tables of small numbers of any length
    let mut costs = |rows: u64| -> Vec<Vec<String>> {
        let row =
            |lots: &mut Lots| [2024, 1 + lots.below(12), 1 + lots.below(28), lots.below(10_000)].map(|n| n.to_string());
        (0..rows).map(|_| row(&mut lots).to_vec()).collect()
    };
    assert_eq!(judged(&costs(MANY)), Verdict::Clean);
    assert!((0..2_000).all(|n| judged(&costs(n % 40)) == Verdict::Clean));
    let mut small = |rows: u64| -> Vec<Vec<String>> {
        (0..rows).map(|_| (0..12).map(|n| lots.below([12, 30, 500][n % 3]).to_string()).collect()).collect()
    };
    assert!((0..1_000).all(|n| judged(&small(n % 40)) == Verdict::Clean));
}
