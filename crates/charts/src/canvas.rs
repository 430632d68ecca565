//! What a chart draws with: lines, bars, marks and texts at whole px of a plotters drawing area. It does not know any
//! chart, scale or role.

use std::convert::Infallible;

use plotters::coord::Shift;
use plotters::element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text};
use plotters::prelude::{Color, DrawingArea, IntoDrawingArea};
use plotters::style::text_anchor::{HPos, Pos, VPos};
use plotters::style::{FontDesc, FontFamily, FontStyle, RGBColor, TextStyle};
use plotters_backend::{BackendCoord, DrawingErrorKind};

use crate::backend::Shapes;
use crate::drawing::{Drawing, Shape};
use crate::error::ChartError;
use crate::spec::Size;

pub(crate) const FONT: &str = "system-ui, sans-serif";

/// A place in px from the upper left corner.
pub(crate) type Point = (i32, i32);
pub(crate) type Drawn = Result<(), ChartError>;

/// Where a text stands from its point.
#[derive(Clone, Copy)]
pub(crate) enum Side {
    Start,
    Middle,
    End,
}

/// How a text looks. Its point is at half its height.
#[derive(Clone, Copy)]
pub(crate) struct Look {
    pub(crate) size: u32,
    pub(crate) colour: RGBColor,
    pub(crate) side: Side,
    pub(crate) bold: bool,
}

impl Look {
    pub(crate) const fn new(size: u32, colour: RGBColor, side: Side) -> Self {
        Self { size, colour, side, bold: false }
    }
}

pub(crate) struct Canvas<'a> {
    area: DrawingArea<Shapes<'a>, Shift>,
}

/// A shape of its own, at no point of plotters'.
struct Own(Shape);

impl<'a> PointCollection<'a, Point> for &'a Own {
    type Point = Point;
    type IntoIter = [Point; 0];

    fn point_iter(self) -> [Point; 0] {
        []
    }
}

impl Drawable<Shapes<'_>> for Own {
    fn draw<I: Iterator<Item = BackendCoord>>(
        &self,
        _: I,
        shapes: &mut Shapes<'_>,
        _: (u32, u32),
    ) -> Result<(), DrawingErrorKind<Infallible>> {
        shapes.put(self.0.clone());
        Ok(())
    }
}

/// Draw a whole chart. `alt` is its text alternative.
pub(crate) fn draw(size: Size, alt: &str, paint: impl FnOnce(&Canvas) -> Drawn) -> Result<Drawing, ChartError> {
    let mut drawing = Drawing { size, alt: alt.to_owned(), shapes: Vec::new() };
    let canvas = Canvas { area: Shapes::of(&mut drawing).into_drawing_area() };
    paint(&canvas)?;
    done(canvas.area.present())?;
    drop(canvas);
    Ok(drawing)
}

impl Canvas<'_> {
    /// Width of the drawing, px.
    pub(crate) fn width(&self) -> i32 {
        i32::try_from(self.area.dim_in_pixel().0).unwrap_or(i32::MAX)
    }

    /// A shape of its own: many marks at once.
    pub(crate) fn shape(&self, shape: Shape) -> Drawn {
        done(self.area.draw(&Own(shape)))
    }

    pub(crate) fn path(&self, points: Vec<Point>, colour: RGBColor, width: u32) -> Drawn {
        done(self.area.draw(&PathElement::new(points, colour.stroke_width(width))))
    }

    /// A filled rectangle between two corners.
    pub(crate) fn rect(&self, from: Point, to: Point, colour: RGBColor) -> Drawn {
        done(self.area.draw(&Rectangle::new([from, to], colour.filled())))
    }

    /// The outline of a rectangle, 1 px.
    pub(crate) fn frame(&self, from: Point, to: Point, colour: RGBColor) -> Drawn {
        done(self.area.draw(&Rectangle::new([from, to], colour.stroke_width(1))))
    }

    pub(crate) fn disc(&self, at: Point, radius: u32, colour: RGBColor) -> Drawn {
        done(self.area.draw(&Circle::new(at, radius, colour.filled())))
    }

    pub(crate) fn ring(&self, at: Point, radius: u32, colour: RGBColor) -> Drawn {
        done(self.area.draw(&Circle::new(at, radius, colour.stroke_width(2))))
    }

    pub(crate) fn polygon(&self, points: Vec<Point>, colour: RGBColor) -> Drawn {
        done(self.area.draw(&Polygon::new(points, colour.filled())))
    }

    pub(crate) fn text(&self, text: &str, at: Point, look: Look) -> Drawn {
        let style = if look.bold { FontStyle::Bold } else { FontStyle::Normal };
        let side = match look.side {
            Side::Start => HPos::Left,
            Side::Middle => HPos::Center,
            Side::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::Name(FONT), f64::from(look.size), style);
        let style = TextStyle::from(font).color(&look.colour).pos(Pos::new(side, VPos::Center));
        done(self.area.draw(&Text::new(text, at, style)))
    }

    /// Lines of text, together centred on `at`.
    pub(crate) fn lines(&self, lines: &[String], at: Point, look: Look) -> Drawn {
        let pitch = crate::text::line_height(look.size);
        let count = i32::try_from(lines.len()).unwrap_or(i32::MAX);
        let mut y = at.1 - count.saturating_sub(1).saturating_mul(pitch) / 2;
        for line in lines {
            self.text(line, (at.0, y), look)?;
            y += pitch;
        }
        Ok(())
    }
}

fn done<E: std::error::Error>(result: Result<(), E>) -> Drawn {
    result.map_err(|problem| ChartError::Drawing(problem.to_string()))
}
