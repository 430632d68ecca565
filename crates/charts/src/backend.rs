//! A drawing as a plotters backend. It does not know what is drawn.
//!
//! plotters' own SVG backend writes text, with neither a root element that scales nor dashes, formats floating-point
//! numbers (17 kB of code, which the page downloads), and on WASM measures each label with a styled `<span>` in the page:
//! that needs a window (so it panics in a worker), forces a layout, and a strict content security policy refuses its
//! `style`.

use std::borrow::Cow;
use std::convert::Infallible;

use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    text_anchor::{HPos, VPos},
};

use crate::drawing::{Attribute, Drawing, Shape};
use crate::palette::{BLUE, GREY, hex};
use crate::text;

/// Puts shapes into a drawing. Every colour is opaque and every text level: this crate asks for nothing else.
pub(crate) struct Shapes<'a>(&'a mut Drawing);

type Done = Result<(), DrawingErrorKind<Infallible>>;

impl<'a> Shapes<'a> {
    pub(crate) fn of(drawing: &'a mut Drawing) -> Self {
        Self(drawing)
    }

    pub(crate) fn put(&mut self, shape: Shape) {
        self.0.shapes.push(shape);
    }

    fn add(&mut self, name: &'static str, attributes: Vec<Attribute>) -> Done {
        self.put(Shape { name, attributes, text: None });
        Ok(())
    }
}

/// An attribute that is a whole number.
fn number(name: &'static str, number: impl ToString) -> Attribute {
    (name, number.to_string().into())
}

/// Every colour is opaque.
const OPAQUE: Attribute = ("opacity", Cow::Borrowed("1"));

impl DrawingBackend for Shapes<'_> {
    type ErrorType = Infallible;

    fn get_size(&self) -> (u32, u32) {
        (self.0.size.width, self.0.size.height)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        Ok(())
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Done {
        let place = [number("x", x), number("y", y), number("width", 1), number("height", 1)];
        self.add("rect", place.into_iter().chain([OPAQUE, ("fill", name(colour).into())]).collect())
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    /// Bars sit on whole device pixels.
    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, filled: bool) -> Done {
        let place = [number("x", from.0), number("y", from.1)];
        let sides = [number("width", to.0 - from.0), number("height", to.1 - from.1), OPAQUE];
        let attributes = [CRISP].into_iter().chain(place).chain(sides).chain(fill_and_stroke(style, filled));
        self.add("rect", attributes.collect())
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let stroke = name(style.color());
        let width = width(&stroke, style.stroke_width());
        let mut attributes = vec![("fill", "none".into()), OPAQUE, ("stroke", stroke.into())];
        attributes.extend(width);
        attributes.push(("points", points(path).into()));
        self.add("polyline", attributes)
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, filled: bool) -> Done {
        let mut attributes = vec![number("cx", at.0), number("cy", at.1), number("r", radius), OPAQUE];
        attributes.extend(fill_and_stroke(style, filled));
        attributes.push(number("stroke-width", style.stroke_width()));
        self.add("circle", attributes)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        self.add("polygon", vec![OPAQUE, ("fill", name(style.color()).into()), ("points", points(path).into())])
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, (x, y): BackendCoord) -> Done {
        let anchor = match style.anchor().h_pos {
            HPos::Left => "start",
            HPos::Right => "end",
            HPos::Center => "middle",
        };
        let dy = match style.anchor().v_pos {
            VPos::Top => "0.76em",
            VPos::Center => "0.5ex",
            VPos::Bottom => "-0.5ex",
        };
        let mut attributes = vec![
            number("x", x),
            number("y", y),
            ("dy", dy.into()),
            ("text-anchor", anchor.into()),
            ("font-family", style.family().as_str().to_owned().into()),
            number("font-size", size(style)),
            OPAQUE,
            ("fill", name(style.color()).into()),
        ];
        if matches!(style.style(), FontStyle::Bold) {
            attributes.push(("font-weight", "bold".into()));
        }
        self.put(Shape { name: "text", attributes, text: Some(text::clean(text)) });
        Ok(())
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Infallible>> {
        let size = size(style);
        let wide = u32::try_from(text::width(text, size)).unwrap_or(u32::MAX);
        Ok((wide, u32::try_from(text::line_height(size)).unwrap_or(u32::MAX)))
    }
}

const CRISP: Attribute = ("shape-rendering", Cow::Borrowed("crispEdges"));

fn name(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    hex(RGBColor(red, green, blue))
}

fn fill_and_stroke<S: BackendStyle>(style: &S, filled: bool) -> [Attribute; 2] {
    let (colour, none) = (name(style.color()).into(), "none".into());
    let (fill, stroke) = if filled { (colour, none) } else { (none, colour) };
    [("fill", fill), ("stroke", stroke)]
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    path.into_iter().map(|(x, y)| format!("{x},{y} ")).collect()
}

/// The width of a line, px, and what follows from it: hairlines sit on whole device pixels, the line of the present rules
/// is dashed, that of the proposal a little heavier.
fn width(stroke: &str, px: u32) -> Vec<Attribute> {
    const WIDTH: &str = "stroke-width";
    match px {
        1 => vec![(WIDTH, "1".into()), CRISP],
        2 if stroke == hex(GREY) => vec![(WIDTH, "2".into()), ("stroke-dasharray", "6 4".into())],
        2 if stroke == hex(BLUE) => vec![(WIDTH, "2.5".into())],
        px => vec![number(WIDTH, px)],
    }
}

/// Height of a text, px.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small and whole")]
fn size<T: BackendTextStyle>(style: &T) -> u32 {
    style.size() as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::Size;
    use plotters::prelude::*;

    #[test]
    fn plotters_measures_with_the_table() {
        let mut drawing = Drawing { size: Size { width: 100, height: 100 }, alt: String::new(), shapes: Vec::new() };
        let area = Shapes::of(&mut drawing).into_drawing_area();
        let style = TextStyle::from(("sans-serif", 12).into_font());
        assert_eq!(area.estimate_text_size("Wi", &style).unwrap(), (16, 15), "12 px x (0.95 + 0.31), rounded up");
    }
}
