//! An identity number that is split over three or four columns, or within its digits. Knows no file and keeps one row.
use super::look::{Look, has_check_digit, is_day};

/// What a cell may be of a number that is split.
#[derive(Clone, Copy, Debug)]
enum Piece {
    /// One to four digits with zeros before them: a year, a month, a day, both, or last digits.
    Four([u8; 4]),
    /// A whole date.
    Date([u8; 6]),
    /// All but the last three, without a century.
    Seven([u8; 7]),
}

/// The last pieces of a row with their columns, the latest first; what lies between them is passed over.
#[derive(Clone, Debug, Default)]
pub(super) struct Pieces([Option<(usize, Piece)>; 3]);

impl Pieces {
    pub(super) fn clear(&mut self) {
        self.0 = [None; 3];
    }

    /// Takes a cell; gives the column where a number begins that ends here, and its ten digits, if they have a date.
    pub(super) fn with(&mut self, column: usize, text: &[u8], look: Look) -> Option<(usize, [u8; 10])> {
        let piece = match look {
            Look::LastFour(four) => Piece::Four(four),
            Look::Date(date) => Piece::Date(date),
            _ => month_and_day(text).map(Piece::Four).or_else(|| seven(text).map(Piece::Seven))?,
        };
        let found = [false, true].into_iter().filter_map(|day_first| self.number(piece, day_first));
        let found = found.filter(|(_, ten)| is_day(ten)).max_by_key(|(_, ten)| has_check_digit(ten));
        let [one, two, _] = self.0;
        self.0 = [Some((column, piece)), one, two];
        found
    }

    fn number(&self, last: Piece, day_first: bool) -> Option<(usize, [u8; 10])> {
        let Piece::Four(last) = last else { return None };
        match (self.0, last) {
            ([Some((from, Piece::Seven([a, b, c, d, e, f, g]))), ..], [0, h, i, j]) => {
                Some((from, [a, b, c, d, e, f, g, h, i, j]))
            }
            (
                [Some((_, Piece::Four([0, 0, g, h]))), Some((from, Piece::Date([a, b, c, d, e, f]))), _],
                [0, 0, i, j],
            ) => Some((from, [a, b, c, d, e, f, g, h, i, j])),
            // small numbers are ages and counts: of last digits one in a hundred is as small
            (_, [0, 0, ..]) => None,
            (
                [Some((_, Piece::Four([0, 0, d, day]))), Some((_, Piece::Four([0, 0, m, month]))), Some((from, year))],
                _,
            ) if !day_first => joined(from, year, [m, month, d, day], last),
            (
                [Some((_, year)), Some((_, Piece::Four([0, 0, m, month]))), Some((from, Piece::Four([0, 0, d, day])))],
                _,
            ) if day_first => joined(from, year, [m, month, d, day], last),
            ([Some((_, Piece::Four([d, day, m, month]))), Some((from, year)), _], _) if day_first => {
                joined(from, year, [m, month, d, day], last)
            }
            ([Some((_, Piece::Four(day))), Some((from, year)), _], _) => joined(from, year, day, last),
            _ => None,
        }
    }
}

/// A year of two digits or four, a month with a day, and the last four.
fn joined(from: usize, year: Piece, day: [u8; 4], last: [u8; 4]) -> Option<(usize, [u8; 10])> {
    let Piece::Four([0, 0, y, year] | [1, 8 | 9, y, year] | [2, 0, y, year]) = year else { return None };
    let ([m, month, d, day], [g, h, i, j]) = (day, last);
    Some((from, [y, year, m, month, d, day, g, h, i, j]))
}

/// Two digits, a mark and two more: a month and a day, in either order.
fn month_and_day(text: &[u8]) -> Option<[u8; 4]> {
    let [a, b, b'-' | b'/' | b'.', c, d] = text else { return None };
    let digits = [a, b, c, d];
    digits.iter().all(|byte| byte.is_ascii_digit()).then(|| digits.map(|byte| byte - b'0'))
}

/// Seven digits, or nine with a century.
fn seven(text: &[u8]) -> Option<[u8; 7]> {
    let digits: &[u8; 7] = match text {
        [b'1', b'8' | b'9', rest @ ..] | [b'2', b'0', rest @ ..] if rest.len() == 7 => rest.first_chunk()?,
        rest => rest.try_into().ok()?,
    };
    digits.iter().all(u8::is_ascii_digit).then(|| digits.map(|digit| digit - b'0'))
}
