//! A register as a person list that [`super::Reader`] reads: semicolons, and conditions as the bits of numbers.
use super::mark;
use crate::{conditions::Conditions, register::Register};
use model::{case_mix::ConditionSet, id::Id, sex::Sex};

/// Bytes that are gathered before they are given.
pub(super) const CHUNK: usize = 1 << 16;

/// Writes the register chunk by chunk.
pub fn write_csv(register: &Register, mut give: impl FnMut(&[u8])) {
    let names: Vec<Vec<u8>> = register.practices().iter().map(|name| quoted(name)).collect();
    let columns: Vec<(usize, usize)> =
        mask_columns(register.conditions()).map(|(from, ids)| (from, ids.len())).collect();
    let masks: Vec<Vec<u8>> = register.sets().iter().map(|set| masks(*set, &columns)).collect();
    let (heading, marked) = mark::ends(register.origin);
    let mut chunk = header(register, &heading);
    let (practices, keys, sets, costs) = register.columns();
    for (((practice, key), set), cost) in practices.iter().zip(keys).zip(sets).zip(costs) {
        chunk.extend_from_slice(names.get(usize::from(*practice)).map_or(b"", Vec::as_slice));
        chunk.extend_from_slice(if key.sex() == Sex::Man { b";M;" } else { b";K;" });
        number(u128::from(key.age()), &mut chunk);
        chunk.push(b';');
        let mask = usize::try_from(*set).ok().and_then(|set| masks.get(set));
        chunk.extend_from_slice(mask.map_or(b"0", Vec::as_slice));
        chunk.push(b';');
        kronor(*cost, &mut chunk);
        chunk.extend_from_slice(marked.as_bytes());
        chunk.push(b'\n');
        if chunk.len() >= CHUNK {
            give(&chunk);
            chunk.clear();
        }
    }
    give(&chunk);
}

/// The set in columns of so many conditions from a place on.
fn masks(set: ConditionSet, columns: &[(usize, usize)]) -> Vec<u8> {
    let mut text = Vec::with_capacity(DIGITS * columns.len());
    for (column, (from, count)) in columns.iter().enumerate() {
        if column > 0 {
            text.push(b';');
        }
        number(u128::from(mask(set, *from, *count)), &mut text);
    }
    text
}

fn header(register: &Register, mark: &str) -> Vec<u8> {
    let columns = mask_columns(register.conditions()).map(|(_, ids)| ["tillstand:", &joined(ids)].concat());
    [&headings(columns).join(";"), mark, "\n"].concat().into_bytes()
}

/// The headings of a list of persons whose conditions stand in these columns.
pub fn headings(conditions: impl IntoIterator<Item = String>) -> Vec<String> {
    let before = ["vardcentral", "kon", "alder"].map(str::to_owned);
    before.into_iter().chain(conditions).chain(["kostnad".to_owned()]).collect()
}

/// The ids as a heading names them.
pub fn joined(ids: &[Id]) -> String {
    ids.iter().map(Id::as_str).collect::<Vec<_>>().join("+")
}

/// The columns of numbers that tell of these conditions: each with the place of its first condition, and their ids. There
/// is one also where there are no conditions, which a list must say.
pub fn mask_columns(conditions: &Conditions) -> impl Iterator<Item = (usize, &[Id])> {
    let columns = (0..conditions.len().max(1)).step_by(MASK);
    columns.map(|from| (from, conditions.get(from..conditions.len().min(from + MASK)).unwrap_or_default()))
}

/// So many conditions of the set from a place on as the bits of a number.
pub fn mask(set: ConditionSet, from: usize, count: usize) -> u64 {
    set.both(ConditionSet::first(from + count)).bits(from)
}

/// Conditions of one number: no more than spreadsheets keep whole, which hold fifteen digits.
const MASK: usize = 48;
/// Digits of a number, and what stands before it.
const DIGITS: usize = 16;

/// The name within quotation marks where it needs them. A line's end, which no name that was read has, becomes a space.
pub(super) fn quoted(name: &str) -> Vec<u8> {
    let name = name.replace('\n', " ");
    let is_plain = !name.contains([';', '"']) && !name.contains(char::is_control) && name.trim() == name;
    if is_plain { name } else { ["\"", &name.replace('"', "\"\""), "\""].concat() }.into_bytes()
}

/// Öre as kronor, the decimals after a point and only where there are öre.
fn kronor(cost: u32, text: &mut Vec<u8>) {
    number(u128::from(cost / 100), text);
    let part = cost % 100;
    if part > 0 {
        text.push(b'.');
        text.extend([part / 10, part % 10].map(digit));
    }
}

/// Digits alone.
pub(super) fn number(value: u128, text: &mut Vec<u8>) {
    let start = text.len();
    let mut rest = value;
    loop {
        // nearly all numbers have 64 bits at most, and those are quicker to divide
        let last = match u64::try_from(rest) {
            Ok(short) => {
                rest = u128::from(short / 10);
                u128::from(short % 10)
            }
            Err(_) => {
                let last = rest % 10;
                rest /= 10;
                last
            }
        };
        text.push(digit(u32::try_from(last).unwrap_or(0)));
        if rest == 0 {
            break;
        }
    }
    if let Some(digits) = text.get_mut(start..) {
        digits.reverse();
    }
}

fn digit(value: u32) -> u8 {
    char::from_digit(value, 10).map_or(b'0', |digit| if digit.is_ascii() { digit as u8 } else { b'0' })
}
