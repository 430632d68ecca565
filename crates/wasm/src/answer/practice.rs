//! The answer of `simulatePractice`.
use super::{decimal, figure_text, outcome::OutcomeLine};
use crate::{
    VERSION,
    request::{Paid, PracticeRequest},
};
use model::{measure::Measure, trace::How, value::Value};
use serde::Serialize;

/// What a practice is paid.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct PracticeAnswer {
    /// [`VERSION`].
    pub version: u32,
    /// The model's id.
    pub model: String,
    /// Whether any weight in use is an example.
    pub illustrative: bool,
    /// Everybody listed.
    pub listed: u32,
    /// Age and sex first, then factors.
    pub lines: Vec<OutcomeLine>,
    /// The sum of the lines by age and sex, in kronor a month.
    pub capitation: String,
    /// The sum of the lines for conditions, in kronor a month.
    pub case_mix: String,
    /// The sum of all lines, in kronor a month.
    pub payment: String,
    /// The same for twelve months, in kronor.
    pub payment_per_year: String,
    /// Kronor per listed and month; none when nobody is listed.
    pub per_listed: Option<String>,
    /// The year of the costs that the amounts are meant for.
    pub model_cost_year: u16,
    /// Whether the drug cost is of that year.
    pub cost_year_fits: bool,
    /// Payment against drug cost; none when the request has no drug cost, or one of another year.
    pub net: Option<Net>,
}

/// counted payment − carried cost = net, in kronor a month.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Net {
    /// Where the cost share is drawn.
    pub reading: String,
    /// The share of the drug cost that the practice carries.
    pub cost_share: String,
    /// The drug cost.
    pub drug_cost: String,
    /// Cost share × drug cost.
    pub carried_cost: String,
    /// The part of the payment that is set against it: all of it, or cost share × payment.
    pub counted_payment: String,
    /// What is left.
    pub net: String,
}

impl PracticeAnswer {
    /// The request with what was worked out from it.
    pub fn new(request: &PracticeRequest, paid: &Paid) -> Self {
        let (model, outcome) = (&request.tariff.model, &paid.outcome);
        Self {
            version: VERSION,
            model: model.id.to_string(),
            illustrative: model.is_illustrative(),
            listed: request.practice.listed.iter().map(|(_, count)| *count).sum::<model::count::Count>().get(),
            lines: outcome.lines.iter().map(OutcomeLine::from).collect(),
            capitation: figure_text(&outcome.capitation()),
            case_mix: figure_text(&outcome.case_mix()),
            payment: figure_text(&outcome.payment),
            payment_per_year: figure_text(&outcome.payment.per_year()),
            per_listed: outcome.per_listed().as_ref().map(figure_text),
            model_cost_year: model.cost_year,
            cost_year_fits: request.comparison().has_net(),
            net: paid.net.as_ref().and_then(|net| Net::new(request, net)),
        }
    }
}

impl Net {
    /// The parts of the net, read from how it was made; `None` for another arithmetic than the one above.
    fn new(request: &PracticeRequest, net: &model::net::Net) -> Option<Self> {
        let How::Difference(counted, _) = &net.net.node().how else { return None };
        Some(Self {
            reading: Value::from(request.reading).to_string(),
            cost_share: figure_text(&request.tariff.cost_share),
            drug_cost: decimal(request.practice.drug_cost?.decimal()),
            carried_cost: figure_text(&net.carried),
            counted_payment: decimal(counted.value.value),
            net: figure_text(&net.net),
        })
    }
}
