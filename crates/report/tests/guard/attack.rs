//! Somebody who knows every published count and every published total, and solves the equations with fractions. Its
//! own elimination, from the left over whole fractions; nothing of the guard's is used.
use num_rational::BigRational;
use rust_decimal::Decimal;

type Row = Vec<BigRational>;

fn zero() -> BigRational {
    BigRational::from_integer(0.into())
}

fn fraction(value: Decimal) -> BigRational {
    let power = format!("1{}", "0".repeat(value.scale() as usize));
    BigRational::new(value.mantissa().to_string().parse().unwrap(), power.parse().unwrap())
}

/// The positions that the equations determine, given the coefficients of what is unknown.
pub fn determined(equations: &[Vec<Decimal>]) -> Vec<usize> {
    let mut different: Vec<&Vec<Decimal>> = Vec::new();
    for equation in equations.iter().filter(|equation| equation.iter().any(|value| !value.is_zero())) {
        if !different.contains(&equation) {
            different.push(equation);
        }
    }
    let fractions = |row: &&Vec<Decimal>| row.iter().map(|value| fraction(*value)).collect();
    let mut rows: Vec<Row> = different.iter().map(fractions).collect();
    let width = rows.first().map_or(0, Vec::len);
    let mut top = 0;
    for column in 0..width {
        let Some(found) = (top..rows.len()).find(|row| rows[*row][column] != zero()) else { continue };
        rows.swap(top, found);
        let pivot = rows[top][column].clone();
        rows[top].iter_mut().for_each(|value| *value = &*value / &pivot);
        let (pivot_row, times) = (rows[top].clone(), rows.iter().map(|row| row[column].clone()).collect::<Vec<_>>());
        for (number, row) in
            rows.iter_mut().enumerate().filter(|(number, _)| *number != top && times[*number] != zero())
        {
            row.iter_mut().zip(&pivot_row).for_each(|(a, b)| *a = &*a - &times[number] * b);
        }
        top += 1;
    }
    let alone = rows.iter().filter(|row| row.iter().filter(|value| **value != zero()).count() == 1);
    alone.map(|row| row.iter().position(|value| *value != zero()).unwrap()).collect()
}

#[test]
fn two_equations_tell_two_unknowns_and_one_does_not() {
    let d = |numbers: [i64; 2]| numbers.map(Decimal::from).to_vec();
    assert_eq!(determined(&[d([1, 1])]), Vec::<usize>::new());
    assert_eq!(determined(&[d([1, 1]), d([1, 2])]), [0, 1]);
    assert_eq!(determined(&[d([1, 1]), d([2, 2])]), Vec::<usize>::new());
    assert_eq!(determined(&[d([0, 3])]), [1]);
}
