//! Chart specification in, a [`Drawing`] out: the elements of an SVG, which a page can show and a file can have written.
//! It knows geometry and the colours of the roles; it does not know what is drawn, any language or number format (every
//! text comes in the specification), nor any page.
//!
//! # Colours and themes
//! Each colour is written as a constant upper-case hex in a `fill` or `stroke` attribute, always with `opacity="1"`.
//! A page re-themes a chart by attribute selector, one rule a colour of [`PALETTE`]:
//!
//! ```css
//! svg [stroke="#12436D"] { stroke: #8FB0CF; }
//! ```
//!
//! The background is not filled. There is no `style` attribute, so a strict content security policy accepts the chart.
//! The same specification gives the same bytes natively and in WASM: no page, font or platform mathematics is asked.

mod axis;
mod backend;
mod bars;
mod bullet;
mod bullet_list;
mod canvas;
mod check;
mod component_bar;
mod drawing;
mod dumbbell;
mod end_labels;
mod error;
mod fan;
mod figure;
mod funnel;
mod key;
mod letters;
mod marks;
mod mirrored;
mod order;
mod palette;
mod pane;
mod path;
mod pictogram;
mod pyramid;
mod ranked;
mod rows;
mod scale;
mod scatter;
mod spec;
mod step;
mod strip_box;
mod subgroups;
mod swarm;
mod text;
mod ticks;
mod titled;
mod tornado;
mod waterfall;

pub use bullet::{Bullet, BulletRow, bullet};
pub use bullet_list::{BulletList, ListRow, bullet_list};
pub use component_bar::{ComponentBar, ComponentRow, Segment, component_bar};
pub use drawing::{Attribute, Drawing, Shape};
pub use dumbbell::{Dumbbell, DumbbellRow, dumbbell};
pub use error::ChartError;
pub use fan::{Fan, FanBand, FanLine, FanSeries, fan};
pub use funnel::{Funnel, Limit, funnel};
pub use mirrored::{Mirrored, Pile, mirrored};
pub use palette::{PALETTE, Role, Shade, colour, hex};
pub use pictogram::{Figure, FigureGroup, Pictogram, pictogram};
pub use plotters::style::RGBColor;
pub use pyramid::{Pyramid, PyramidRow, pyramid};
pub use ranked::{Ranked, RankedSeries, ranked};
pub use scatter::{Scatter, ScatterSeries, scatter};
pub use spec::{Axis, Highlight, Mark, Size, Tick};
pub use step::{StepChart, StepPoint, StepSeries, equal_bands, step_chart};
pub use strip_box::{Spread, StripBox, StripRow, strip_box};
pub use subgroups::{Estimate, Section, SubgroupModel, SubgroupRow, Subgroups, subgroups};
pub use ticks::{Round, nice_ticks};
pub use titled::titled;
pub use tornado::{Tornado, TornadoRow, tornado};
pub use waterfall::{Waterfall, WaterfallRow, waterfall};
