//! Modellen, its weights: each with its criterion, its slider, and what goes through it. The rows are those of the drawer.
use super::{cost_share_field, other_share};
use crate::{
    components::{
        choice::{Alternative, segments},
        parts::{all, el, element, paragraph, section, space, text},
        value::{difference, value, value_saying},
    },
    ctx::Ctx,
    present::{
        amount::{MILLION, Show, amount, number},
        difference_words::rule_words,
    },
    views::{
        differences::differences,
        weight_rows::{Group, WeightRows, group, search},
    },
};
use exchange::number::Sign;
use model::{
    case_mix::{Normalisation, PaidFactor},
    compare::change,
    edit::Edit,
    measure::{Measure, Persons, YearlyMoney},
    trace::Traced,
    value::Key,
};
use report::{
    columns::Column,
    weights::{paid_through, together},
};
use rust_decimal::{Decimal, prelude::ToPrimitive};
use std::rc::Rc;
use yew::{AttrValue, Html, html};

/// What goes through the weights: persons of the reference population, and kronor a year before and now.
pub struct Through {
    /// Persons with each factor.
    pub persons: Rc<[Traced<Persons>]>,
    /// What is paid for each by the model that the scenario starts from.
    pub before: Vec<Traced<YearlyMoney>>,
    /// The same by the scenario; none where it cannot be worked out.
    pub now: Option<Vec<Traced<YearlyMoney>>>,
}

impl Through {
    /// As the state is.
    pub fn of(ctx: &Ctx, persons: Rc<[Traced<Persons>]>) -> Self {
        let tariffs = &ctx.state().tariffs;
        let before = paid_through(&tariffs.proposal, &persons);
        let now = tariffs.scenario.as_ref().ok().map(|tariff| paid_through(tariff, &persons));
        Self { persons, before, now }
    }

    /// The largest of any: all bars have one scale.
    fn largest(&self) -> Decimal {
        let all = self.now.iter().flatten().chain(&self.before);
        all.map(|one| one.value().decimal()).max().unwrap_or_default()
    }
}

/// The tab.
pub fn panel(ctx: &Ctx, through: &Through) -> Html {
    let model = ctx.state().scenario().model();
    let Some(mix) = model.case_mix() else { return paragraph("empty", ctx.texts().model_no_weights()) };
    let rows = WeightRows::of(ctx, mix);
    let tools = vec![
        search(ctx, "model-search"),
        segments("rule", ctx.texts().model_rule(), &rules(ctx)),
        el("div", &[("class", "model-share")], vec![cost_share_field(ctx)]),
    ];
    let tools = el("div", &[("class", "model-tools")], tools);
    all(vec![tools, other_share(ctx), list(ctx, &rows, through), differences(ctx)])
}

/// The three budget rules, with the one in force chosen.
fn rules(ctx: &Ctx) -> Vec<Alternative> {
    let in_force = ctx.state().scenario().model().case_mix().map(|mix| mix.normalisation);
    let rule = |rule: Normalisation| {
        let (name, about) = rule_words(ctx, rule);
        Alternative {
            name: name.into(),
            about: about.into(),
            chosen: in_force == Some(rule),
            choose: ctx.on_edit(Edit::set(Key::Normalisation, rule)),
        }
    };
    super::RULES.map(rule).to_vec()
}

fn list(ctx: &Ctx, rows: &WeightRows<'_>, through: &Through) -> Html {
    let t = ctx.texts();
    let head = [t.weights_criterion(), t.weights_weight(), t.weights_persons(), t.weights_money()];
    let head = head.map(|words| el("span", &[], vec![text(words)])).to_vec();
    let groups = rows.groups();
    let nothing = if groups.is_empty() { paragraph("empty", t.drawer_nothing()) } else { Html::default() };
    let money = Money { ctx, through, largest: through.largest() };
    let groups = groups.into_iter().map(|of| one_group(ctx, rows, &money, of)).collect();
    let parts = vec![
        el("div", &[("class", "weight-head")], head),
        // in one element, so that what comes after stays the same nodes while something is sought
        el("div", &[], groups),
        nothing,
        budget(ctx),
    ];
    let parts = vec![el("div", &[("class", "weight-list"), ("data-grid", "true")], parts)];
    let heading = el("span", &[("class", "unseen")], vec![text(t.model_weights())]);
    section("weights", vec![heading], parts)
}

fn one_group(ctx: &Ctx, rows: &WeightRows<'_>, money: &Money<'_>, of: Group<'_>) -> Html {
    let places: Vec<usize> = of.factors.iter().map(|(place, _)| *place).collect();
    let sum = money.sum(&places);
    let count = places.len();
    let count = ctx.texts().weights_in_group(u64::try_from(count).unwrap_or(u64::MAX), &count.to_string());
    let key = of.name.clone();
    let row = |one: (usize, PaidFactor<'_>)| rows.row(one, Some(money.beside(one.0)));
    let rows = of.factors.iter().map(|one| row(*one)).collect();
    html! { <div class="weight-group" {key}>{ sum }{ group("", (of.name, count), rows) }</div> }
}

/// What stands last in the rows.
struct Money<'a> {
    ctx: &'a Ctx,
    through: &'a Through,
    largest: Decimal,
}

/// The longest bar, px.
const LONGEST: Decimal = Decimal::from_parts(164, 0, 0, false, 0);

impl Money<'_> {
    /// What goes through the weights of a group.
    fn sum(&self, places: &[usize]) -> Html {
        let of = |now: &Vec<Traced<YearlyMoney>>| {
            let sum = together(places.iter().filter_map(|place| now.get(*place).cloned()));
            value(self.ctx, sum.node(), Show::Millions)
        };
        let sum = self.through.now.as_ref().map_or_else(|| text(self.ctx.texts().not_available()), of);
        el("span", &[("class", "group-sum")], vec![sum])
    }

    /// The persons, and the kronor as a bar with a tick where they were.
    fn beside(&self, place: usize) -> Html {
        let ctx = self.ctx;
        // where there is no room for a heading over the column, it stands in the row
        let heading = el("span", &[("class", "in-row")], vec![text(ctx.texts().weights_persons()), space()]);
        let persons = self.through.persons.get(place).map(|persons| value(ctx, persons.node(), Show::Whole));
        let persons = el("span", &[("class", "persons-of")], vec![heading, persons.unwrap_or_default()]);
        let now = self.through.now.as_ref().and_then(|now| now.get(place));
        let (now, before) = match now.zip(self.through.before.get(place)) {
            Some(both) => both,
            None => {
                let none = el("span", &[("class", "money")], vec![text(ctx.texts().not_available())]);
                return all(vec![persons, none]);
            }
        };
        let changed = (now.value() != before.value()).then(|| change(before, now));
        let arrow = changed.as_ref().map(|change| self.arrow(change));
        let tick = changed.is_some().then(|| before.value().decimal());
        let bar = self.bar(now.value().decimal(), tick);
        let money = vec![bar, value(ctx, now.node(), Show::Millions), space(), arrow.unwrap_or_default()];
        all(vec![persons, el("span", &[("class", "money")], money)])
    }

    fn bar(&self, now: Decimal, before: Option<Decimal>) -> Html {
        let px = |of: Decimal| {
            let part = of.max(Decimal::ZERO).checked_div(self.largest).unwrap_or_default();
            (part * LONGEST).trunc().to_u32().unwrap_or_default().to_string()
        };
        let rect = element("rect", &[("height", "16")], vec![("width", px(now).into())], Vec::new());
        let tick = before.map(|before| {
            let at: AttrValue = px(before).into();
            let ends = vec![("x1", at.clone()), ("x2", at)];
            element("line", &[("y1", "-4"), ("y2", "20")], ends, Vec::new())
        });
        let width = px(before.map_or(now, |before| before.max(now)));
        let fixed = [("class", "money-bar"), ("height", "16"), ("aria-hidden", "true")];
        element("svg", &fixed, vec![("width", width.into())], vec![rect, tick.unwrap_or_default()])
    }

    /// More or less than before.
    fn arrow(&self, change: &Traced<YearlyMoney>) -> Html {
        let t = self.ctx.texts();
        let quantity = change.value().quantity();
        let size = number(t.lang, quantity.value.abs() / MILLION, 1, Sign::Auto);
        let sign = if quantity.value < Decimal::ZERO { "▼ " } else { "▲ " };
        let label = t.why_button(&amount(t, quantity, Show::Millions, true));
        let face = [sign, &size].concat();
        value_saying(self.ctx, change.node(), "value moved", label, Html::from(face))
    }
}

/// What the scenario pays the reference population beside what today's table pays it.
fn budget(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let total = |column| ctx.state().tariffs.get(column)?.reference_total()?.ok();
    let today = report::table::today_over_reference(&ctx.state().tariffs);
    let (Some(today), Some(scenario)) = (today, total(Column::Scenario)) else { return Html::default() };
    let change = change(&today, &scenario);
    let line = |words, figure| el("div", &[], vec![text(words), space(), figure]);
    let parts = vec![
        line(t.model_budget_today(), value(ctx, today.node(), Show::Thousands)),
        line(t.model_budget_scenario(), value(ctx, scenario.node(), Show::Thousands)),
        line(t.model_budget_difference(), difference(ctx, change.node(), Show::Thousands)),
    ];
    el("div", &[("class", "budget")], parts)
}
