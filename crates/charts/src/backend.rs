//! An SVG as a plotters backend. It does not know what is drawn.
//!
//! plotters' own SVG backend writes neither a root element that scales nor dashes, formats floating-point numbers (17 kB
//! of code, which the page downloads), and on WASM measures each label with a styled `<span>` in the page: that needs a
//! window (so it panics in a worker), forces a layout, and a strict content security policy refuses its `style`.

use std::fmt::{self, Write};

use plotters::style::RGBColor;
use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontStyle,
    text_anchor::{HPos, VPos},
};

use crate::palette::{BLUE, GREY, hex};
use crate::spec::Size;
use crate::text::{self, escape};

const NAMESPACE: &str = "xmlns=\"http://www.w3.org/2000/svg\"";

/// Writes an SVG. Every colour is opaque and every text level: this crate asks for nothing else.
pub(crate) struct Svg<'a> {
    out: &'a mut String,
    size: Size,
}

type Done = Result<(), DrawingErrorKind<fmt::Error>>;

impl<'a> Svg<'a> {
    /// Begins with the opening tag: a `viewBox` without fixed size, and the text alternative (none: hidden, the figure
    /// around it tells). `present` ends it.
    pub(crate) fn new(out: &'a mut String, size: Size, alt: &str) -> Self {
        let told = match alt {
            "" => "aria-hidden=\"true\"".to_owned(),
            alt => format!("role=\"img\" aria-label=\"{}\"", escape(alt)),
        };
        *out = format!("<svg viewBox=\"0 0 {} {}\" {NAMESPACE} {told}>\n", size.width, size.height);
        Self { out, size }
    }

    /// An element that is already written.
    pub(crate) fn element(&mut self, element: &str) -> Done {
        self.out.push_str(element);
        self.out.push('\n');
        Ok(())
    }

    fn line(&mut self, element: fmt::Arguments) -> Done {
        self.out.write_fmt(element).map_err(DrawingErrorKind::DrawingError)?;
        self.out.push('\n');
        Ok(())
    }
}

impl DrawingBackend for Svg<'_> {
    type ErrorType = fmt::Error;

    fn get_size(&self) -> (u32, u32) {
        (self.size.width, self.size.height)
    }

    fn ensure_prepared(&mut self) -> Done {
        Ok(())
    }

    fn present(&mut self) -> Done {
        self.line(format_args!("</svg>"))
    }

    fn draw_pixel(&mut self, (x, y): BackendCoord, colour: BackendColor) -> Done {
        let fill = name(colour);
        self.line(format_args!("<rect x=\"{x}\" y=\"{y}\" width=\"1\" height=\"1\" opacity=\"1\" fill=\"{fill}\"/>"))
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done {
        self.draw_path([from, to], style)
    }

    /// Bars sit on whole device pixels.
    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, filled: bool) -> Done {
        let (fill, stroke) = fill_and_stroke(style, filled);
        self.line(format_args!(
            "<rect shape-rendering=\"crispEdges\" x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" opacity=\"1\" \
             fill=\"{fill}\" stroke=\"{stroke}\"/>",
            from.0,
            from.1,
            to.0 - from.0,
            to.1 - from.1,
        ))
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let (stroke, points) = (name(style.color()), points(path));
        let width = width(&stroke, style.stroke_width());
        self.line(format_args!(
            "<polyline fill=\"none\" opacity=\"1\" stroke=\"{stroke}\" stroke-width={width} points=\"{points}\"/>"
        ))
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, filled: bool) -> Done {
        let (fill, stroke) = fill_and_stroke(style, filled);
        self.line(format_args!(
            "<circle cx=\"{}\" cy=\"{}\" r=\"{radius}\" opacity=\"1\" fill=\"{fill}\" stroke=\"{stroke}\" \
             stroke-width=\"{}\"/>",
            at.0,
            at.1,
            style.stroke_width()
        ))
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done {
        let (fill, points) = (name(style.color()), points(path));
        self.line(format_args!("<polygon opacity=\"1\" fill=\"{fill}\" points=\"{points}\"/>"))
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
        let weight = if matches!(style.style(), FontStyle::Bold) { " font-weight=\"bold\"" } else { "" };
        let (family, size, fill) = (style.family(), size(style), name(style.color()));
        self.line(format_args!(
            "<text x=\"{x}\" y=\"{y}\" dy=\"{dy}\" text-anchor=\"{anchor}\" font-family=\"{}\" font-size=\"{size}\" \
             opacity=\"1\" fill=\"{fill}\"{weight}>{}</text>",
            family.as_str(),
            escape(text)
        ))
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<fmt::Error>> {
        let size = size(style);
        let wide = u32::try_from(text::width(text, size)).unwrap_or(u32::MAX);
        Ok((wide, u32::try_from(text::line_height(size)).unwrap_or(u32::MAX)))
    }
}

fn name(colour: BackendColor) -> String {
    let (red, green, blue) = colour.rgb;
    hex(RGBColor(red, green, blue))
}

fn fill_and_stroke<S: BackendStyle>(style: &S, filled: bool) -> (String, String) {
    let (colour, none) = (name(style.color()), "none".to_owned());
    if filled { (colour, none) } else { (none, colour) }
}

fn points(path: impl IntoIterator<Item = BackendCoord>) -> String {
    path.into_iter().map(|(x, y)| format!("{x},{y} ")).collect()
}

/// The width of a line, px, in quotes, and what follows from it: hairlines sit on whole device pixels, the line of the
/// present rules is dashed, that of the proposal a little heavier.
fn width(stroke: &str, px: u32) -> String {
    match px {
        1 => "\"1\" shape-rendering=\"crispEdges\"".to_owned(),
        2 if stroke == hex(GREY) => "\"2\" stroke-dasharray=\"6 4\"".to_owned(),
        2 if stroke == hex(BLUE) => "\"2.5\"".to_owned(),
        px => format!("\"{px}\""),
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
    use plotters::prelude::*;

    #[test]
    fn plotters_measures_with_the_table() {
        let mut svg = String::new();
        let area = Svg::new(&mut svg, Size { width: 100, height: 100 }, "").into_drawing_area();
        let style = TextStyle::from(("sans-serif", 12).into_font());
        assert_eq!(area.estimate_text_size("Wi", &style).unwrap(), (16, 15), "12 px x (0.95 + 0.31), rounded up");
    }
}
