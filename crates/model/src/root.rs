//! The square root of a decimal, by Newton's rule in decimals. Knows no units.
use rust_decimal::Decimal;

/// The root to 27 digits or so; the exact one of a square. `None` below zero.
pub(crate) fn square_root(value: Decimal) -> Option<Decimal> {
    if value.is_zero() || value.is_sign_negative() {
        return value.is_zero().then_some(Decimal::ZERO);
    }
    // from above the root, every step comes nearer to it and none passes it, until the last digits are reached
    let mut root = value.max(Decimal::ONE);
    while let Some(next) = value.checked_div(root).and_then(|part| nearer(root, part)) {
        root = next;
    }
    Some(root)
}

/// The mean of the two, where it is less than the first.
fn nearer(root: Decimal, part: Decimal) -> Option<Decimal> {
    let mean = root - (root - part) / Decimal::TWO;
    (mean < root).then_some(mean)
}
