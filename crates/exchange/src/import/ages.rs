//! Age bands as people write them: `0–4 år`, `80 år och äldre`, `100-w`, `<1`. Does not know the model's bands.

use super::words::Meaning;
use model::age::{Age, AgeBand};

/// The oldest age that anybody is taken to have.
pub(super) const OLDEST: u32 = 150;

/// Ages as a label states them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ages {
    /// A band with its ends.
    Band(AgeBand),
    /// One number: an age of its own where ages are meant.
    Single(Age),
    /// Over a number: `>100`. Whether the number itself is among them only the neighbours tell.
    Over(Age),
}

/// What a label's numbers and marks are to ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Piece {
    Number(u32),
    Dash,
    Plus,
    Above,
    From,
    Below,
    UpTo,
    Word(Meaning),
}

/// The ages that the pieces state: nothing if they state none, an error if they are numbers that are no ages.
pub(super) fn ages(pieces: &[Piece]) -> Result<Option<Ages>, NotAges> {
    use Meaning::{From, Older, Than, To, Younger};
    let said = pieces.iter().filter(|piece| !matches!(piece, Piece::Word(Meaning::Years | Meaning::Or)));
    let said: Vec<Piece> = said.map(|piece| if *piece == Piece::Word(To) { Piece::Dash } else { *piece }).collect();
    match said.as_slice() {
        pieces if !pieces.iter().any(|piece| matches!(piece, Piece::Number(_))) => Ok(None),
        [Piece::Number(low), Piece::Dash, Piece::Number(high)] => band(*low, Some(*high)),
        [Piece::Number(low), Piece::Dash | Piece::Plus | Piece::Word(Older)]
        | [Piece::Number(low), Piece::Dash, Piece::Plus | Piece::Word(Older)]
        | [Piece::From | Piece::Word(From), Piece::Number(low)] => band(*low, None),
        [Piece::Number(high), Piece::Word(Younger)] | [Piece::UpTo | Piece::Dash, Piece::Number(high)] => {
            band(0, Some(*high))
        }
        [Piece::Above | Piece::Word(Older), Piece::Number(over)]
        | [Piece::Word(Older), Piece::Word(Than), Piece::Number(over)] => age(*over).map(|over| Some(Ages::Over(over))),
        [Piece::Below | Piece::Word(Younger), Piece::Number(under)]
        | [Piece::Word(Younger), Piece::Word(Than), Piece::Number(under)] => {
            band(0, Some(under.checked_sub(1).ok_or(NotAges)?))
        }
        [Piece::Number(only)] => age(*only).map(|only| Some(Ages::Single(only))),
        _ => Err(NotAges),
    }
}

/// Numbers that state no ages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct NotAges;

fn band(low: u32, high: Option<u32>) -> Result<Option<Ages>, NotAges> {
    let band = AgeBand { low: age(low)?, high: high.map(age).transpose()? };
    if band.high.is_some_and(|high| high < band.low) { Err(NotAges) } else { Ok(Some(Ages::Band(band))) }
}

fn age(number: u32) -> Result<Age, NotAges> {
    if number > OLDEST { Err(NotAges) } else { u8::try_from(number).map_err(|_| NotAges) }
}

/// Whether one band begins where the other ends.
pub(super) fn are_neighbours(one: AgeBand, other: AgeBand) -> bool {
    let follows = |low: AgeBand, high: AgeBand| low.high.and_then(|end| end.checked_add(1)) == Some(high.low);
    follows(one, other) || follows(other, one)
}
