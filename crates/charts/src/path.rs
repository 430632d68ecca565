//! One SVG path at whole px (a curve: at tenths), written relative to where the pen stands, so that many marks take few bytes. It does not
//! know what the marks mean.

use std::borrow::Cow;

use plotters::style::RGBColor;

use crate::canvas::{Canvas, Drawn, Point};
use crate::drawing::{Attribute, Shape};
use crate::palette::hex;

/// How a path is painted.
#[derive(Clone, Copy)]
pub(crate) enum Ink {
    /// Its inside.
    Fill(RGBColor),
    /// A disc of this diameter, px, at each point.
    Dots(RGBColor, i32),
    /// Its outline, `width` in px.
    Line(RGBColor, &'static str),
    /// Its outline, dashed.
    Dashes(RGBColor, &'static str),
    /// Its outline, with rounded corners.
    Round(RGBColor, &'static str),
    /// Its outline, dotted.
    Dotted(RGBColor, &'static str),
}

/// A path in the making.
pub(crate) struct Path {
    /// ASCII: a byte is put there faster than a letter.
    data: Vec<u8>,
    pen: Point,
    tenths: bool,
}

impl Path {
    /// `marks` is how many are expected, for the room they take.
    pub(crate) fn new(marks: usize) -> Self {
        Self { data: Vec::with_capacity(marks.saturating_mul(32)), pen: (0, 0), tenths: false }
    }

    /// A path whose numbers are tenths of px: a curve of whole px has steps.
    pub(crate) fn in_tenths(marks: usize) -> Self {
        Self { tenths: true, ..Self::new(marks) }
    }

    /// A new subpath begins here.
    pub(crate) fn jump(&mut self, to: Point) {
        self.step(b'm', &[to.0.saturating_sub(self.pen.0), to.1.saturating_sub(self.pen.1)]);
        self.pen = to;
    }

    /// A straight line.
    pub(crate) fn line(&mut self, to: Point) {
        self.step(b'l', &[to.0.saturating_sub(self.pen.0), to.1.saturating_sub(self.pen.1)]);
        self.pen = to;
    }

    /// A relative command that comes back to where the subpath began.
    pub(crate) fn step(&mut self, command: u8, numbers: &[i32]) {
        self.data.push(command);
        let mut first = true;
        for number in numbers {
            if *number < 0 {
                self.data.push(b'-');
            } else if !first {
                self.data.push(b' ');
            }
            let number = number.unsigned_abs();
            if self.tenths {
                tenths(&mut self.data, number);
            } else {
                digits(&mut self.data, number);
            }
            first = false;
        }
    }

    /// Put it on the canvas; an empty one is left out.
    pub(crate) fn paint(&self, canvas: &Canvas, ink: Ink) -> Drawn {
        if self.data.is_empty() {
            return Ok(());
        }
        let mut attributes = vec![("opacity", "1".into())];
        attributes.extend(dress(ink));
        attributes.push(("d", String::from_utf8_lossy(&self.data).into_owned().into()));
        canvas.shape(Shape { name: "path", attributes, text: None })
    }
}

fn dress(ink: Ink) -> Vec<Attribute> {
    let (colour, width) = match ink {
        Ink::Fill(colour) => return vec![("fill", hex(colour).into())],
        Ink::Dots(colour, diameter) => (colour, diameter.to_string().into()),
        Ink::Line(colour, width)
        | Ink::Dashes(colour, width)
        | Ink::Round(colour, width)
        | Ink::Dotted(colour, width) => (colour, Cow::Borrowed(width)),
    };
    let how: Option<Attribute> = match ink {
        Ink::Fill(_) | Ink::Line(..) => None,
        Ink::Dots(..) => Some(("stroke-linecap", "round".into())),
        Ink::Dashes(..) => Some(("stroke-dasharray", "6 4".into())),
        Ink::Round(..) => Some(("stroke-linejoin", "round".into())),
        Ink::Dotted(..) => Some(("stroke-dasharray", "2 2".into())),
    };
    let colours = [("fill", "none".into()), ("stroke", hex(colour).into())];
    colours.into_iter().chain(how).chain([("stroke-width", width)]).collect()
}

fn tenths(out: &mut Vec<u8>, number: u32) {
    digits(out, number / 10);
    if !number.is_multiple_of(10) {
        out.push(b'.');
        digits(out, number % 10);
    }
}

/// Decimal digits: the general formatter is slow for a thousand numbers a frame.
fn digits(out: &mut Vec<u8>, number: u32) {
    if number >= 10 {
        digits(out, number / 10);
    }
    out.push(b"0123456789".get((number % 10) as usize).copied().unwrap_or(b'0'));
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn steps_are_relative_and_a_minus_parts_numbers() {
        let mut path = Path::new(2);
        path.jump((10, 20));
        path.step(b'h', &[0]);
        path.jump((7, 25));
        path.line((9, 5));
        assert_eq!(path.data, b"m10 20h0m-3 5l2-20");
        let mut fine = Path::in_tenths(1);
        fine.jump((105, 20));
        fine.line((98, 21));
        assert_eq!(fine.data, b"m10.5 2l-0.7 0.1");
    }

    proptest! {
        #[test]
        fn digits_are_what_the_library_writes(number: u32) {
            let mut out = Vec::new();
            digits(&mut out, number);
            prop_assert_eq!(out, number.to_string().into_bytes());
        }
    }
}
