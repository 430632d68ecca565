//! A chart as a file of its own: title above, source below, white ground, fixed size. It does not know the chart.

use plotters::style::RGBColor;

use crate::canvas::FONT;
use crate::drawing::{Attribute, Drawing, Shape, root, write};
use crate::palette::{AXIS_TEXT, INK, WHITE, hex};
use crate::text::{SMALL, bold_room, fit, line_height};

const TITLE: u32 = 16;
/// Most lines of title or source; more end in an ellipsis.
const MOST: usize = 6;
const MARGIN: i32 = 16;

/// Put `title` above and `source` below a chart, inside the SVG, so that it stands alone when saved. Lines break at the
/// chart's width. An empty text takes no room.
pub fn titled(drawing: &Drawing, title: &str, source: &str) -> String {
    let side = |px: u32| i32::try_from(px).unwrap_or(i32::MAX);
    let (width, height) = (side(drawing.size.width), side(drawing.size.height));
    let head = Block::new(title, TITLE, bold_room(width));
    let foot = Block::new(source, SMALL, width);
    let (left, top) = (-MARGIN, -MARGIN - head.height());
    let (full_width, full_height) = (width + 2 * MARGIN, height + 2 * MARGIN + head.height() + foot.height());
    let view_box = format!("{left} {top} {full_width} {full_height}");
    let extent = [("width", full_width.to_string()), ("height", full_height.to_string()), ("viewBox", view_box)];
    // a file has no figure around it to tell what it shows
    let alt = if drawing.alt.is_empty() { title } else { &drawing.alt };
    let root = root(extent.map(|(name, value)| (name, value.into())), alt);
    let place = [("x", left), ("y", top), ("width", full_width), ("height", full_height)];
    let place = place.map(|(name, value)| (name, value.to_string()));
    let ground = place.into_iter().chain([("fill", hex(WHITE))]).map(|(name, value)| (name, value.into()));
    let ground = Shape { name: "rect", attributes: ground.collect(), text: None };
    let head = head.shapes(top + MARGIN, true, INK);
    let foot = foot.shapes(height + 12, false, AXIS_TEXT);
    let mut file = String::new();
    let shapes = std::iter::once(&ground).chain(&head).chain(&drawing.shapes).chain(&foot);
    // a text takes whatever is written
    let _ = write(&mut file, &root, shapes);
    file
}

struct Block {
    lines: Vec<String>,
    size: u32,
}

impl Block {
    fn new(text: &str, size: u32, width: i32) -> Self {
        Self { lines: fit(text, size, width, MOST), size }
    }

    /// With the distance to the chart; 0 without text.
    fn height(&self) -> i32 {
        let lines = i32::try_from(self.lines.len()).unwrap_or(0);
        if lines == 0 { 0 } else { lines * line_height(self.size) + 12 }
    }

    fn shapes(&self, top: i32, bold: bool, colour: RGBColor) -> Vec<Shape> {
        let pitch = line_height(self.size);
        let line = |(text, index): (&String, i32)| {
            let mut attributes: Vec<Attribute> = vec![
                ("x", "0".into()),
                ("y", (top + pitch * index + pitch / 2).to_string().into()),
                ("dy", "0.5ex".into()),
                ("font-family", FONT.into()),
                ("font-size", self.size.to_string().into()),
            ];
            if bold {
                attributes.push(("font-weight", "bold".into()));
            }
            attributes.push(("fill", hex(colour).into()));
            Shape { name: "text", attributes, text: Some(text.clone()) }
        };
        self.lines.iter().zip(0..).map(line).collect()
    }
}
