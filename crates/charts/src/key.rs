//! What the marks and lines of a chart stand for: samples with their names, in as many lines as it takes. It does not
//! know the chart.

use crate::axis::{EDGE, LINE};
use crate::bars::{Extent, bar};
use crate::canvas::{Canvas, Drawn, Look, Point, Side};
use crate::figure::{self, person};
use crate::palette::{AXIS_TEXT, INK, Role, Shade};
use crate::path::{Ink, Path};
use crate::pictogram::Figure;
use crate::swarm::{KEY, arrow, own, swarm};
use crate::text::{SMALL, fit, widest};

/// Between a name and the next sample, px.
const GAP: i32 = 16;

/// What stands before a name.
#[derive(Clone, Copy)]
pub(crate) enum Sample {
    Mark(Role),
    /// The highlighted item: a ring of ink.
    Own,
    /// Bars for a lower and for a higher assumption.
    Low(Role),
    High(Role),
    Level,
    Solid,
    Dashed,
    /// A shaded range.
    Band(Role),
    /// A figure of a pictogram.
    Figure(Figure),
}

impl Sample {
    /// Width with the distance to the name, px.
    const fn width(self) -> i32 {
        match self {
            Self::Mark(_) => 17,
            Self::Figure(_) => figure::WIDE + 8,
            Self::Own => 21,
            Self::Low(_) | Self::High(_) => 38,
            Self::Band(_) => 26,
            Self::Level | Self::Solid | Self::Dashed => 32,
        }
    }
}

struct Entry {
    at: Point,
    sample: Sample,
    name: Vec<String>,
}

/// The laid out key.
pub(crate) struct Key {
    entries: Vec<Entry>,
    /// px; 0 without entries.
    pub(crate) height: i32,
}

impl Key {
    /// From the upper edge of a drawing `width` px wide, beginning at `left`. What has no name is left out.
    pub(crate) fn new<'a>(entries: impl Iterator<Item = (Sample, &'a str)>, left: i32, width: i32) -> Self {
        Self::in_lines(entries, (left, width), LINE)
    }

    /// The same, in lines that are high enough for figures of a pictogram.
    pub(crate) fn tall<'a>(entries: impl Iterator<Item = (Sample, &'a str)>, left: i32, width: i32) -> Self {
        Self::in_lines(entries, (left, width), figure::HIGH + 4)
    }

    fn in_lines<'a>(entries: impl Iterator<Item = (Sample, &'a str)>, (left, width): (i32, i32), line: i32) -> Self {
        let mut key = Self { entries: Vec::new(), height: 0 };
        let mut x = left;
        for (sample, name) in entries {
            let name = fit(name, SMALL, width - EDGE - left - sample.width(), 1);
            let wide = sample.width() + widest(&name, SMALL);
            if name.is_empty() {
                continue;
            }
            if key.height == 0 || x + wide > width - EDGE {
                (x, key.height) = (left, key.height + line);
            }
            key.entries.push(Entry { at: (x, key.height - line / 2 + 1), sample, name });
            x += wide + GAP;
        }
        key
    }

    /// The key so much further down.
    pub(crate) fn lower(&mut self, by: i32) {
        self.height = self.height.saturating_add(by);
        self.entries.iter_mut().for_each(|entry| entry.at.1 = entry.at.1.saturating_add(by));
    }

    pub(crate) fn paint(&self, canvas: &Canvas) -> Drawn {
        for Entry { at, sample, name } in &self.entries {
            paint_sample(canvas, *sample, *at)?;
            canvas.lines(name, (at.0 + sample.width(), at.1), Look::new(SMALL, AXIS_TEXT, Side::Start))?;
        }
        Ok(())
    }
}

fn paint_sample(canvas: &Canvas, sample: Sample, (x, y): Point) -> Drawn {
    let ink = match sample {
        Sample::Mark(role) => return swarm(canvas, role, KEY, &[(x + KEY + 2, y)]),
        Sample::Own => return own(canvas, (x + 8, y)),
        Sample::Low(role) => return arm(canvas, (role, Shade::Light), false, (x, y)),
        Sample::High(role) => return arm(canvas, (role, Shade::Strong), true, (x, y)),
        Sample::Band(role) => {
            return bar(canvas, Extent { from: x + 1, to: x + 19, middle: y, half: 5 }, role, Shade::Light);
        }
        Sample::Figure(of) => return figure(canvas, of, (x, y)),
        Sample::Level => Ink::Line(INK, "2"),
        Sample::Solid => Ink::Line(AXIS_TEXT, "1.5"),
        Sample::Dashed => Ink::Dashes(AXIS_TEXT, "1.5"),
    };
    let mut line = Path::new(1);
    line.jump((x, y));
    line.line((x + 26, y));
    line.paint(canvas, ink)
}

fn figure(canvas: &Canvas, of: Figure, (x, y): Point) -> Drawn {
    let mut path = Path::in_tenths(1);
    person(&mut path, (x * 10, (y - figure::HIGH / 2) * 10), 2, (0.0, 1.0));
    of.paint(canvas, &path)
}

fn arm(canvas: &Canvas, (role, shade): (Role, Shade), up: bool, (x, y): Point) -> Drawn {
    bar(canvas, Extent { from: x + 1, to: x + 18, middle: y, half: 5 }, role, shade)?;
    arrow(canvas, up, AXIS_TEXT, (x + 27, y))
}
