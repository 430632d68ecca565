//! A chart as a file of its own: title above, source below, white ground, fixed size. It does not know the chart.

use crate::canvas::FONT;
use crate::error::ChartError;
use crate::palette::{AXIS_TEXT, INK, WHITE, hex};
use crate::text::{SMALL, bold_room, escape, fit, line_height};

const TITLE: u32 = 16;
/// Most lines of title or source; more end in an ellipsis.
const MOST: usize = 6;
const MARGIN: i32 = 16;

/// Put `title` above and `source` below a chart of this crate, inside the SVG, so that it stands alone when saved.
/// Lines break at the chart's width. An empty text takes no room.
///
/// # Errors
/// `NotAChart` when `svg` does not start as the charts of this crate do, as when it has been titled already.
pub fn titled(svg: &str, title: &str, source: &str) -> Result<String, ChartError> {
    let (root, body) = svg.split_once('\n').ok_or(ChartError::NotAChart)?;
    let (width, height, rest) = view_box(root).ok_or(ChartError::NotAChart)?;
    let body = body.trim_end().strip_suffix("</svg>").ok_or(ChartError::NotAChart)?;
    // a file has no figure around it to tell what it shows
    let rest = match rest.strip_suffix("aria-hidden=\"true\">") {
        Some(start) => format!("{start}role=\"img\" aria-label=\"{}\">", escape(title)),
        None => rest.to_owned(),
    };
    let head = Block::new(title, TITLE, bold_room(width));
    let foot = Block::new(source, SMALL, width);
    let top = -MARGIN - head.height();
    let (full_width, full_height) = (width + 2 * MARGIN, height + 2 * MARGIN + head.height() + foot.height());
    let place = format!("x=\"{}\" y=\"{top}\" width=\"{full_width}\" height=\"{full_height}\"", -MARGIN);
    Ok(format!(
        "<svg width=\"{full_width}\" height=\"{full_height}\" viewBox=\"{} {top} {full_width} {full_height}\" {rest}\n\
         <rect {place} fill=\"{}\"/>\n{}{body}{}</svg>\n",
        -MARGIN,
        hex(WHITE),
        head.write(top + MARGIN, "font-weight=\"bold\" ", &hex(INK)),
        foot.write(height + 12, "", &hex(AXIS_TEXT)),
    ))
}

/// Width, height and the rest of the opening tag.
fn view_box(root: &str) -> Option<(i32, i32, &str)> {
    let (numbers, rest) = root.strip_prefix("<svg viewBox=\"0 0 ")?.split_once('"')?;
    let (width, height) = numbers.split_once(' ')?;
    let side = |text: &str| text.parse().ok().filter(|side| (1..=10_000).contains(side));
    Some((side(width)?, side(height)?, rest.strip_prefix(' ')?))
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

    fn write(&self, top: i32, weight: &str, colour: &str) -> String {
        let pitch = line_height(self.size);
        let line = |(text, index): (&String, i32)| {
            format!(
                "<text x=\"0\" y=\"{}\" dy=\"0.5ex\" font-family=\"{FONT}\" font-size=\"{}\" {weight}fill=\"{colour}\">{}</text>\n",
                top + pitch * index + pitch / 2,
                self.size,
                escape(text)
            )
        };
        self.lines.iter().zip(0..).map(line).collect()
    }
}
