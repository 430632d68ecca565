//! From the changes of a step to a chart specification.
use super::{charts::role, region_charts::ChartContext};
use charts::{ChartError, Drawing, Ranked, RankedSeries, Role, Size, ranked};
use report::columns::Column;

impl ChartContext<'_> {
    /// Changes per listed in an order: with the whole new model, and in the step.
    pub fn phase_in(&self, to: Column, changes: &[Vec<f64>; 2], order: &[usize]) -> Result<Drawing, ChartError> {
        let t = self.texts;
        let in_order = |changes: &[f64]| order.iter().map(|at| changes.get(*at).copied().unwrap_or(0.0)).collect();
        let [whole, now] = changes;
        let series = [(Role::Current, t.phase_chart_whole(), whole), (role(to), t.phase_chart_now(), now)];
        let series = series.map(|(role, label, values)| RankedSeries {
            role,
            label: label.to_owned(),
            values: in_order(values),
        });
        let values = changes.iter().flatten().copied().chain([0.0]);
        let chart = Ranked {
            size: Size { width: self.width, height: 320 },
            alt: String::new(),
            x_title: t.phase_chart_x().to_owned(),
            y: self.axis(values, t.phase_chart_y(), 6),
            series: series.to_vec(),
            joined: Some([0, 1]),
            highlight: self.highlight(|pinned| order.iter().position(|at| *at == pinned)),
        };
        ranked(&chart)
    }
}
