//! The parts that all charts share: size, axis and ticks. They are plain data; `check` says what is wrong with them.

/// Size of the drawing in px, which is also the unit of its `viewBox`. Texts are 12 and 14 px high in it, so a figure
/// keeps them readable by choosing a size near the one it is shown at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// Width, px.
    pub width: u32,
    /// Height, px.
    pub height: u32,
}

impl Size {
    /// A comfortable size for a chart of rows (component bar, bullet, dumbbell): `width` px wide, with room for the
    /// axis and for two lines of label in each row. Narrow charts put the label above the bar and need higher rows.
    pub fn for_rows(width: u32, rows: usize) -> Self {
        let pitch = if width < crate::rows::NARROW { 64 } else { 40 };
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        Self { width, height: rows.saturating_mul(pitch).saturating_add(76) }
    }

    /// A comfortable size for a tornado, `width` px wide.
    pub fn for_tornado(width: u32, rows: usize) -> Self {
        let size = Self::for_rows(width, rows);
        Self { height: size.height.saturating_add(40), ..size }
    }

    /// A comfortable size for subgroups, `width` px wide; `headings` counts those that are not empty.
    pub fn for_subgroups(width: u32, models: usize, headings: usize, rows: usize) -> Self {
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let lanes = count(models).saturating_mul(12);
        let pitch =
            if width < crate::rows::NARROW { lanes.saturating_add(34) } else { lanes.saturating_add(10).max(26) };
        let headings = count(headings).saturating_mul(crate::rows::HEADING.unsigned_abs());
        let height = count(rows).saturating_mul(pitch).saturating_add(headings).saturating_add(84);
        Self { width, height }
    }

    /// A comfortable size for strips and boxes, `width` px wide.
    pub fn for_strips(width: u32, rows: usize) -> Self {
        let pitch = if width < crate::rows::NARROW { 100 } else { 76 };
        let rows = u32::try_from(rows).unwrap_or(u32::MAX);
        Self { width, height: rows.saturating_mul(pitch).saturating_add(64) }
    }
}

/// A place on an axis and the text written there.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    /// Place, in the unit of the axis.
    pub at: f64,
    /// Text, already formatted.
    pub label: String,
}

/// An axis from `low` to `high`. Labels that would collide are left out at an even stride; the grid lines stay.
#[derive(Debug, Clone, PartialEq)]
pub struct Axis {
    /// Ticks in rising order, all within `low..=high`. May be empty.
    pub ticks: Vec<Tick>,
    /// Name and unit of the axis. May be empty.
    pub title: String,
    /// Value at the left or lower end, finite.
    pub low: f64,
    /// Value at the right or upper end, above `low`.
    pub high: f64,
}

/// One item that is stressed and named: the reader's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Highlight {
    /// Its index in the lists of the chart.
    pub index: usize,
    /// Its name, with its value if that is wanted.
    pub label: String,
}

/// A line to compare with.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// Place, in the unit of the axis.
    pub at: f64,
    /// Its name.
    pub label: String,
}
