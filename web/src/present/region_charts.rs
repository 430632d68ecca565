//! From a region's practices to chart specifications. Draws nothing; works nothing out but the ends of axes.
use super::charts::{axis_between, last, role};
use crate::text::Texts;
use charts::{
    Axis, ChartError, Drawing, Funnel, Highlight, Limit, Mark, Mirrored, Pile, Ranked, RankedSeries, Scatter,
    ScatterSeries, Size, funnel, mirrored, nice_ticks, ranked, scatter,
};
pub use register::rates::ORE_PER_YEAR;
use register::statistics;
use report::region::RegionColumn;
use rust_decimal::{Decimal, prelude::FromPrimitive};

/// The practice that is shown everywhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pinned {
    /// Its place in the register.
    pub place: usize,
    /// What it is called.
    pub name: String,
}

/// A model with its name.
pub type Named<'a> = (&'a RegionColumn, &'static str);

/// What a chart of practices is drawn with.
pub struct ChartContext<'a> {
    /// The words.
    pub texts: Texts,
    /// The width to draw at.
    pub width: u32,
    /// The practice to stress.
    pub pinned: Option<&'a Pinned>,
}

impl ChartContext<'_> {
    /// An axis that holds every value.
    pub(super) fn axis(&self, values: impl Iterator<Item = f64> + Clone, title: &str, ticks: usize) -> Axis {
        let low = values.clone().fold(f64::INFINITY, f64::min);
        let high = values.fold(f64::NEG_INFINITY, f64::max);
        let (low, high) = if low < high { (low, high) } else { (low.min(0.0) - 1.0, high.max(0.0) + 1.0) };
        let ticks = nice_ticks(low, high, ticks);
        let low = ticks.first().map_or(low, |first| first.at()).min(low);
        let high = last(&ticks, high).max(high);
        axis_between(self.texts, ticks, title, (low, high))
    }

    pub(super) fn highlight(&self, place: impl Fn(usize) -> Option<usize>) -> Option<Highlight> {
        let pinned = self.pinned?;
        Some(Highlight { index: place(pinned.place)?, label: pinned.name.clone() })
    }

    /// Nets per listed, sorted by the first model.
    pub fn ranked(&self, models: &[Named<'_>], order: &[usize]) -> Result<Drawing, ChartError> {
        let t = self.texts;
        let values = models.iter().flat_map(|(one, _)| one.nets.iter().copied()).chain([0.0]);
        let in_order = |nets: &[f64]| order.iter().map(|at| nets.get(*at).copied().unwrap_or(0.0)).collect();
        let with_net = models.iter().filter(|(one, _)| !one.nets.is_empty());
        let series = with_net.map(|(one, name)| RankedSeries {
            role: role(one.column),
            label: (*name).to_owned(),
            values: in_order(&one.nets),
        });
        let series: Vec<_> = series.collect();
        let chart = Ranked {
            size: Size { width: self.width, height: 320 },
            alt: String::new(),
            x_title: t.region_axis_practices().to_owned(),
            y: self.axis(values, t.region_axis_net(), 6),
            joined: (series.len() > 1).then_some([0, 1]),
            series,
            highlight: self.highlight(|pinned| order.iter().position(|at| *at == pinned)),
        };
        ranked(&chart)
    }

    /// Nets per listed under two models, about one axis.
    pub fn piles(&self, [today, then]: [Named<'_>; 2]) -> Result<Drawing, ChartError> {
        let t = self.texts;
        let values = today.0.nets.iter().chain(&then.0.nets).copied().chain([0.0]);
        let pile = |(one, name): Named<'_>| {
            let band = one.spread.and_then(|spread| spread.of_several()).map(|spread| (spread.p10, spread.p90));
            let band_label = band.map(|(low, high)| t.region_band(&shown(t, high - low))).unwrap_or_default();
            Pile { role: role(one.column), label: name.to_owned(), values: one.nets.clone(), band, band_label }
        };
        mirrored(&Mirrored {
            size: Size { width: self.width, height: if self.width < 520 { 460 } else { 392 } },
            alt: String::new(),
            axis: self.axis(values, t.region_axis_net(), 6),
            above: pile(today),
            below: pile(then),
            highlight: self.highlight(Some),
        })
    }

    /// Payment against carried cost, per listed.
    pub fn scatter(&self, models: &[Named<'_>]) -> Result<Drawing, ChartError> {
        let t = self.texts;
        let values = models.iter().flat_map(|(one, _)| one.carried.iter().chain(&one.payments).copied());
        let series = models.iter().map(|(one, name)| ScatterSeries {
            role: role(one.column),
            label: (*name).to_owned(),
            points: one.carried.iter().copied().zip(one.payments.iter().copied()).collect(),
        });
        let mut chart = Scatter {
            size: Size { width: self.width, height: 420 },
            alt: String::new(),
            x: self.axis(values.clone(), t.region_axis_carried(), 5),
            y: self.axis(values, t.region_axis_paid(), 5),
            line_label: t.region_equal_line().to_owned(),
            series: series.collect(),
            highlight: self.highlight(Some),
        };
        chart.size.height = chart.height().unwrap_or(420).min(480);
        scatter(&chart)
    }

    /// Nets per listed against the size of the list.
    pub fn funnel(
        &self,
        (one, name): Named<'_>,
        listed: &[f64],
        found: &statistics::Funnel,
    ) -> Result<Drawing, ChartError> {
        let t = self.texts;
        let points: Vec<(f64, f64)> = listed.iter().copied().zip(one.nets.iter().copied()).collect();
        let mut sizes: Vec<f64> = listed.iter().copied().filter(|listed| *listed > 0.0).collect();
        sizes.sort_by(f64::total_cmp);
        sizes.dedup();
        let centre = found.centre / ORE_PER_YEAR;
        let limit = |dashed: bool, label: &str, tau_squared: f64| {
            let reach = |n: &f64| 1.96 * (found.sigma_squared / n + tau_squared).sqrt() / ORE_PER_YEAR;
            let low = sizes.iter().map(|n| centre - reach(n)).collect();
            let high = sizes.iter().map(|n| centre + reach(n)).collect();
            Limit { label: label.to_owned(), dashed, x: sizes.clone(), low, high }
        };
        let values = points.iter().map(|(_, net)| *net).chain([centre, 0.0]);
        let chart = Funnel {
            size: Size { width: self.width, height: 360 },
            alt: String::new(),
            x: self.axis(sizes.iter().copied().chain([0.0]), t.region_axis_listed(), 5),
            y: self.axis(values, t.region_axis_net(), 6),
            role: role(one.column),
            label: name.to_owned(),
            points,
            mean: Mark { at: centre, label: t.region_funnel_mean().to_owned() },
            limits: vec![
                limit(true, t.region_funnel_chance(), 0.0),
                limit(false, t.region_funnel_between(), found.tau_squared),
            ],
            highlight: self.highlight(Some),
        };
        funnel(&chart)
    }
}

/// A number of kronor with two decimals.
pub fn shown(texts: Texts, kronor: f64) -> String {
    let value = Decimal::from_f64(kronor).unwrap_or_default();
    texts.unit_kr(&super::amount::number(texts.lang, value, 2, exchange::number::Sign::Auto))
}
