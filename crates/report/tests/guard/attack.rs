//! Somebody who knows every published count and every published total, and solves the equations with fractions. Its
//! own elimination, from the left over whole fractions; nothing of the guard's is used.
use num_rational::BigRational;
use rust_decimal::Decimal;

/// A coefficient for each unknown.
pub type Row = Vec<BigRational>;

fn zero() -> BigRational {
    BigRational::from_integer(0.into())
}

fn fraction(value: Decimal) -> BigRational {
    let power = format!("1{}", "0".repeat(value.scale() as usize));
    BigRational::new(value.mantissa().to_string().parse().unwrap(), power.parse().unwrap())
}

/// What is known of unknowns: equations solved as far as they go.
pub struct Solved {
    /// Each with the position that only it has.
    rows: Vec<(usize, Row)>,
}

/// Solves equations, given as the coefficients of what is unknown.
pub fn solved(equations: &[Vec<Decimal>]) -> Solved {
    let mut different: Vec<&Vec<Decimal>> = Vec::new();
    for equation in equations.iter().filter(|equation| equation.iter().any(|value| !value.is_zero())) {
        if !different.contains(&equation) {
            different.push(equation);
        }
    }
    let mut rest: Vec<Row> = different.iter().map(|row| row.iter().map(|value| fraction(*value)).collect()).collect();
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for column in 0..rest.first().map_or(0, Vec::len) {
        let Some(found) = rest.iter().position(|row| row[column] != zero()) else { continue };
        let row = rest.swap_remove(found);
        let row: Row = row.iter().map(|value| value / &row[column]).collect();
        let others = rest.iter_mut().chain(rows.iter_mut().map(|(_, row)| row));
        others.for_each(|other| take_away(other, &row, column));
        rows.push((column, row));
    }
    Solved { rows }
}

fn take_away(row: &mut Row, other: &Row, column: usize) {
    let times = row[column].clone();
    if times != zero() {
        row.iter_mut().zip(other).for_each(|(a, b)| *a = &*a - &times * b);
    }
}

impl Solved {
    /// What the equations leave of each unknown, as a row of the others; nothing of one that is known.
    pub fn left(&self, position: usize, width: usize) -> Row {
        let one = |column: usize| BigRational::from_integer(i32::from(column == position).into());
        let mut row: Row = (0..width).map(one).collect();
        self.rows.iter().for_each(|(column, other)| take_away(&mut row, other, *column));
        row
    }
}

/// Whether the sum of unknowns is known, given what is left of each.
pub fn is_told(left: &[&Row]) -> bool {
    let Some((first, others)) = left.split_first() else { return true };
    (0..first.len()).all(|column| others.iter().fold(first[column].clone(), |sum, row| sum + &row[column]) == zero())
}

#[test]
fn two_equations_tell_two_unknowns_and_one_does_not() {
    let told = |rows: &[[i64; 2]]| {
        let solved = solved(&rows.iter().map(|row| row.map(Decimal::from).to_vec()).collect::<Vec<_>>());
        let [x, y] = [0, 1].map(|position| solved.left(position, 2));
        [is_told(&[&x]), is_told(&[&y]), is_told(&[&x, &y])]
    };
    assert_eq!(told(&[]), [false, false, false]);
    assert_eq!(told(&[[1, 1]]), [false, false, true]);
    assert_eq!(told(&[[1, 1], [1, 2]]), [true, true, true]);
    assert_eq!(told(&[[1, 1], [2, 2]]), [false, false, true]);
    assert_eq!(told(&[[1, 2]]), [false, false, false]);
    assert_eq!(told(&[[0, 3]]), [false, true, false]);
}
