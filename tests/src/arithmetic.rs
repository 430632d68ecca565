//! The arithmetic of a worked example, read and worked out, so that what it says by hand is what the case expects. A line
//! is equations between semicolons, each after a name and a colon if it has one; words and units are passed over. Our own
//! reader, since the lines are for people: thousands have commas, `x` multiplies, "of" divides, and decimals are exact.
use crate::{case::Case, rounded};
use rust_decimal::Decimal;

/// Something of a side that counts.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Token {
    Number(Decimal),
    Sign(char),
}

/// One side of an equation: its value, and its number where it is one and no calculation.
#[derive(Debug)]
struct Side {
    value: Decimal,
    lone: Option<Decimal>,
}

/// What equations say.
#[derive(Debug, Default)]
struct Said {
    /// Every number that stands in them.
    numbers: Vec<Decimal>,
    /// What they come to.
    results: Vec<Decimal>,
}

/// What is wrong with the arithmetic of the case: what cannot be read or is not so, and expected figures that it does not
/// come to.
pub fn problems(case: &Case) -> Vec<String> {
    let read: Vec<_> = case.arithmetic.iter().map(|line| equations(line)).collect();
    let faults = read.iter().filter_map(|line| line.as_ref().err().cloned());
    let results: Vec<Decimal> = read.iter().flatten().flat_map(|said| said.results.iter().copied()).collect();
    let expected = case.exact.iter().chain(&case.rounded);
    let missing = expected.filter(|(_, value)| !value.parse().is_ok_and(|value| results.contains(&value)));
    let missing = missing.map(|(name, value)| format!("the arithmetic does not come to {name} = {value}"));
    faults.chain(missing).map(|problem| format!("{}: {problem}", case.name)).collect()
}

/// Every number that stands in the equations of a case.
pub fn numbers(case: &Case) -> Vec<Decimal> {
    case.arithmetic.iter().filter_map(|line| equations(line).ok()).flat_map(|said| said.numbers).collect()
}

/// The equations of a line, if all of them hold.
fn equations(line: &str) -> Result<Said, String> {
    let mut said = Said::default();
    for part in line.split(';').flat_map(|statement| statement.split(": ")) {
        let sides: Vec<&str> = part.split(" = ").collect();
        if let [alone] = sides[..] {
            let signs =
                alone.contains('=') || alone.split_whitespace().any(|word| ["+", "-", "x", "/"].contains(&word));
            if signs {
                return Err(format!("{alone}: comes to nothing"));
            }
            continue;
        }
        let sides = sides.into_iter().map(|text| side(text, &mut said.numbers)).collect::<Result<Vec<_>, _>>()?;
        for pair in sides.windows(2) {
            let [left, right] = pair else { continue };
            let left = right.lone.map_or(left.value, |shown| rounded(left.value, shown.scale()));
            if left != right.value {
                return Err(format!("{part}: it is {left}, not {}", right.value));
            }
            said.results.push(right.value);
        }
    }
    Ok(said)
}

fn side(text: &str, numbers: &mut Vec<Decimal>) -> Result<Side, String> {
    let tokens = tokens(text)?;
    numbers
        .extend(tokens.iter().filter_map(|token| if let Token::Number(number) = token { Some(*number) } else { None }));
    let mut rest = tokens.as_slice();
    let value = sum(&mut rest).filter(|_| rest.is_empty()).ok_or_else(|| format!("{text}: cannot be worked out"))?;
    let lone = if let [Token::Number(number)] = tokens[..] { Some(number) } else { None };
    Ok(Side { value, lone })
}

/// Numbers and signs; a number before `%` is so many hundredths.
fn tokens(text: &str) -> Result<Vec<Token>, String> {
    let spaced = text.replace('(', " ( ").replace(')', " ) ").replace('%', " % ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let mut tokens = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let is_number = |word: Option<&&str>| word.is_some_and(|word| number(word).is_some());
        let before = index.checked_sub(1).and_then(|before| words.get(before));
        let between = is_number(before) && is_number(words.get(index + 1));
        match (*word, tokens.last().copied()) {
            ("%", Some(Token::Number(number))) => {
                tokens.pop();
                tokens.push(Token::Number(Decimal::new(1, 2) * number));
            }
            ("of", _) if between => tokens.push(Token::Sign('/')),
            ("+" | "-" | "x" | "/" | "(" | ")", _) => tokens.extend(word.chars().map(Token::Sign)),
            _ => match number(word) {
                Some(number) => tokens.push(Token::Number(number)),
                None if word.contains(|letter: char| letter.is_ascii_digit()) => {
                    return Err(format!("{text}: {word}?"));
                }
                None => {}
            },
        }
    }
    Ok(tokens)
}

/// `1,210,000`, `57.70`, `-33`.
fn number(word: &str) -> Option<Decimal> {
    let whole = word.split_once('.').map_or(word, |(whole, _)| whole);
    let in_threes = whole.split(',').skip(1).all(|group| group.len() == 3);
    in_threes.then(|| word.replace(',', "").parse().ok()).flatten()
}

fn sum(rest: &mut &[Token]) -> Option<Decimal> {
    let mut value = product(rest)?;
    while let [Token::Sign(sign @ ('+' | '-')), after @ ..] = *rest {
        *rest = after;
        let other = product(rest)?;
        value = if *sign == '+' { value.checked_add(other)? } else { value.checked_sub(other)? };
    }
    Some(value)
}

fn product(rest: &mut &[Token]) -> Option<Decimal> {
    let mut value = factor(rest)?;
    while let [Token::Sign(sign @ ('x' | '/')), after @ ..] = *rest {
        *rest = after;
        let other = factor(rest)?;
        value = if *sign == 'x' { value.checked_mul(other)? } else { value.checked_div(other)? };
    }
    Some(value)
}

fn factor(rest: &mut &[Token]) -> Option<Decimal> {
    match *rest {
        [Token::Number(number), after @ ..] => {
            *rest = after;
            Some(*number)
        }
        [Token::Sign('('), after @ ..] => {
            *rest = after;
            let value = sum(rest)?;
            *rest = rest.strip_prefix(&[Token::Sign(')')])?;
            Some(value)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_holds_is_read_and_what_does_not_is_told() {
        let good = [
            "1,200 of 10,000 = 12 %; 180 kr x 12 % = 21.60 kr",
            "10 % of the time: 25,000 / (1,432 - 143.2) = 19.40",
            "4 x 1,100 + 2 x 550 = 4,400 + 1,100 = 5,500",
            "3.64 - 5 = -1.36: there are more than the visits need",
            "Johan: 121 kr",
        ];
        good.iter().for_each(|line| assert!(equations(line).is_ok(), "{line}: {:?}", equations(line)));
        let bad = [
            "12 x 250 = 3001",
            "1,200 of 10,000 = 13 %",
            "1 + 1 = 1 + 2 = 3",
            "180 + 60 kr",
            "5 + 1 = 6, 5 + 0.8 = 5.8",
            "1 man of 60-64 x 154 = 154",
            "2 x (3 + 4 = 14",
            "12 x 25,0 = 3,000",
            "1 / 0 = 0",
        ];
        bad.iter().for_each(|line| assert!(equations(line).is_err(), "{line}: {:?}", equations(line)));
    }
}
