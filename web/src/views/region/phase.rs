//! "Infasning och garantier": the choices, and what comes of them, worked out anew only when a choice or a model changes.
use super::{Shown, phase_chart, phase_list, phase_sums, source};
use crate::{
    components::{
        entry_field::EntryField,
        lazy_details::lazy_details,
        notes::badge,
        parts::{all, el, list, paragraph, say, space},
        select_field::select_field,
        top_bar::column_name,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount, plain},
        phase_words::fault,
    },
    region::{
        phase_tool::{LimitKind, Which, choose, set_limit, set_share},
        region_summary::RegionSummary,
    },
    same::Same,
    tools::guard::protects_region,
};
use model::{
    quantity::{Quantity, Unit},
    tariff::Tariff,
};
use register::{
    exact::Ore,
    merge::coarse_payments,
    phase_in::{Fault, Financing, Held, Payments},
};
use report::{
    columns::Column,
    phase::{Made, Monthly, PhaseStep, PhasedRegion, Total, kronor, payments, phased},
};
use std::rc::Rc;
use yew::{Html, Properties, component, html, use_memo};

/// The part, folded.
pub fn panel(ctx: &Ctx, shown: &Shown) -> Html {
    let shown = shown.clone();
    lazy_details(ctx, "region-tool", ctx.texts().phase_heading().to_owned(), move |ctx| {
        html! { <Panel ctx={ctx.clone()} shown={shown.clone()} /> }
    })
}

#[derive(PartialEq, Properties)]
struct PanelProps {
    ctx: Ctx,
    shown: Shown,
}

/// What the payments follow from.
#[derive(Clone, PartialEq)]
struct Basis {
    known: Same<RegionSummary>,
    old: Same<Tariff>,
    new: Option<Same<Tariff>>,
    to: Column,
    /// Whether payments are as they may leave the page.
    coarse: bool,
}

/// Whether the sums are of the scenario's model; for a while after a change they are of another.
fn fits(ctx: &Ctx, known: &RegionSummary) -> bool {
    known.facts.model == ctx.state().scenario().start.id
}

impl Basis {
    fn of(ctx: &Ctx, known: &Rc<RegionSummary>, leaves: bool) -> Self {
        let tariffs = &ctx.state().tariffs;
        let to = if ctx.state().tools.region.phase.to_scenario { Column::Scenario } else { Column::Proposal };
        let new = tariffs.get(to).filter(|_| fits(ctx, known)).cloned().map(Same);
        let coarse = leaves && protects_region(ctx, known);
        Self { known: Same(Rc::clone(known)), old: Same(Rc::clone(&tariffs.current)), new, to, coarse }
    }

    fn payments(&self) -> Option<Vec<Payments>> {
        let new = &self.new.as_ref()?.0;
        let exact = payments(&self.known.0.summary, (Column::Current.place(), &self.old.0), (self.to.place(), new))?;
        Some(if self.coarse { exact.iter().map(coarse_payments).collect() } else { exact })
    }
}

/// A step with all that its amounts are made of.
#[derive(Clone)]
pub struct Phase {
    /// The region.
    pub known: Rc<RegionSummary>,
    /// The new model.
    pub to: Column,
    /// What comes of it.
    pub region: Rc<PhasedRegion>,
    old: Rc<Tariff>,
    new: Rc<Tariff>,
}

impl Phase {
    /// The same step for the region as it may leave the page.
    pub fn published(&self, ctx: &Ctx, shown: &Shown) -> Option<Self> {
        let basis = Basis::of(ctx, &shown.known, shown.is_published);
        let found = found(basis.payments().as_ref(), self.region.step)?.ok()?;
        Some(Self { known: Rc::clone(&shown.known), region: found, ..self.clone() })
    }

    /// A practice's amounts, exactly.
    pub fn made(&self, at: usize) -> Option<Made> {
        let old = self.old.practice(&self.known.practice(at, Column::Current)?).ok()?;
        let new = self.new.practice(&self.known.practice(at, self.to)?).ok()?;
        let name = self.known.facts.names.get(at)?;
        self.region.made(at, Monthly { name, old: &old.payment, new: &new.payment, listed: &old.listed })
    }

    /// Everybody's.
    pub fn all_made(&self) -> Option<Vec<(&str, Made)>> {
        let names = self.known.facts.names.iter().enumerate();
        names.map(|(at, name)| Some((name.as_str(), self.made(at)?))).collect()
    }
}

/// Kronor a year as words.
pub fn year(ctx: &Ctx, ore: Ore, show: Show) -> String {
    amount(ctx.texts(), Quantity { value: kronor(ore), unit: Unit::KrPerYear }, show, false)
}

type Found = Option<Result<Rc<PhasedRegion>, Vec<Fault>>>;

fn found(payments: Option<&Vec<Payments>>, step: PhaseStep) -> Found {
    let terms = step.terms()?;
    Some(phased(payments?.clone(), step, &terms).map(Rc::new))
}

#[component]
fn Panel(props: &PanelProps) -> Html {
    let ctx = &props.ctx;
    let basis = Basis::of(ctx, &props.shown.known, props.shown.is_published);
    let step = ctx.state().tools.region.phase.step();
    let payments = use_memo(basis.clone(), |basis| basis.payments());
    let found = use_memo((Same(payments), step), |(payments, step)| found(payments.0.as_ref().as_ref(), *step));
    let (t, basis_fits) = (ctx.texts(), fits(ctx, &props.shown.known));
    let result = match (&*found, basis.new) {
        (Some(Ok(region)), Some(new)) => {
            let (known, region) = (basis.known.0, Rc::clone(region));
            results(ctx, &Phase { known, to: basis.to, region, old: basis.old.0, new: new.0 }, &props.shown)
        }
        (Some(Err(faults)), _) => refused(ctx, &basis.known.0, faults),
        _ if !basis_fits => paragraph("about", t.region_waiting()),
        _ => paragraph("fault", t.phase_broken()),
    };
    let parts = vec![paragraph("about", t.phase_about()), form(ctx), result, how(ctx)];
    el("div", &[("class", "region-tool-body")], parts)
}

fn results(ctx: &Ctx, phase: &Phase, shown: &Shown) -> Html {
    let finding = vec![say(finding(ctx, phase)), space(), source::mark(ctx), space(), badge(ctx)];
    let parts = vec![
        el("p", &[("class", "finding"), ("role", "status")], finding),
        phase_sums::table_of(ctx, phase),
        phase_chart::chart(ctx, phase, shown),
        phase_list::panel(ctx, phase, shown),
    ];
    el("div", &[], parts)
}

fn finding(ctx: &Ctx, phase: &Phase) -> String {
    let t = ctx.texts();
    let region = &phase.region;
    let [floor, cap] = [Held::Floor, Held::Cap].map(|held| region.count(held).to_string());
    let at_floor = region.count(Held::Floor) as u64;
    let cost = region.total(Total::Cost);
    match region.step.financing {
        Financing::Practices => {
            t.phase_finding_within(at_floor, &year(ctx, region.total(Total::Payment), Show::Ore), &floor, &cap)
        }
        Financing::Region if cost > 0 => t.phase_finding_cost(at_floor, &year(ctx, cost, Show::Ore), &floor, &cap),
        Financing::Region if cost < 0 => t.phase_finding_saves(at_floor, &year(ctx, -cost, Show::Ore), &floor, &cap),
        Financing::Region => t.phase_finding_free(at_floor, &floor, &cap),
    }
}

/// So many faults are told.
const TOLD: usize = 5;

fn refused(ctx: &Ctx, known: &RegionSummary, faults: &[Fault]) -> Html {
    let t = ctx.texts();
    let name = |at: usize| known.facts.names.get(at).map_or("", String::as_str);
    let mut told: Vec<Html> = faults.iter().take(TOLD).map(|one| say(fault(t, one, name))).collect();
    if faults.len() > TOLD {
        told.push(say(t.fault_others(&(faults.len() - TOLD).to_string())));
    }
    el("div", &[("class", "faults"), ("role", "alert")], vec![list("", told)])
}

fn form(ctx: &Ctx) -> Html {
    let t = ctx.texts();
    let phase = &ctx.state().tools.region.phase;
    let models = [Column::Proposal, Column::Scenario].map(|column| column_name(t, column).to_owned()).to_vec();
    let model =
        select_field(ctx, ("phase-model", t.phase_model()), (models, usize::from(phase.to_scenario)), |ctx, at| {
            choose(ctx, |phase| phase.to_scenario = at == 1);
        });
    let share = EntryField {
        id: "phase-share",
        label: t.phase_share(),
        about: t.phase_share_about(),
        value: plain(t.lang, phase.percent.value),
        draft: phase.percent.draft.as_ref(),
    };
    let payers = [t.phase_region(), t.phase_practices()].map(str::to_owned).to_vec();
    let payer = (payers, usize::from(phase.within_budget));
    let payer = select_field(ctx, ("phase-financing", t.phase_financing()), payer, |ctx, at| {
        choose(ctx, |phase| phase.within_budget = at == 1);
    });
    let floor = ("phase-floor", t.phase_floor(), "phase-floor-value", t.phase_floor_value());
    let cap = ("phase-cap", t.phase_cap(), "phase-cap-value", t.phase_cap_value());
    let fields =
        vec![model, share.html(ctx, set_share), limit(ctx, Which::Floor, floor), limit(ctx, Which::Cap, cap), payer];
    el("div", &[("class", "tool-form")], fields)
}

type LimitNames = (&'static str, &'static str, &'static str, &'static str);

/// The kind of a limit and its size.
fn limit(ctx: &Ctx, which: Which, (id, name, size_id, size_name): LimitNames) -> Html {
    let t = ctx.texts();
    let limit = ctx.state().tools.region.phase.limit(which);
    let kinds = [t.phase_unlimited(), t.phase_of_old(), t.phase_per_listed()].map(str::to_owned).to_vec();
    let kind = LimitKind::ALL.iter().position(|kind| *kind == limit.kind).unwrap_or_default();
    let kind = select_field(ctx, (id, name), (kinds, kind), move |ctx, at| {
        choose(ctx, |phase| phase.limit_mut(which).kind = LimitKind::ALL.get(at).copied().unwrap_or_default());
    });
    let (entry, about) = match limit.kind {
        LimitKind::PerListed => (&limit.kronor, t.phase_kronor_about()),
        _ => (&limit.percent, t.phase_percent_about()),
    };
    let value = plain(t.lang, entry.value);
    let size = EntryField { id: size_id, label: size_name, about, value, draft: entry.draft.as_ref() };
    let size = match limit.kind {
        LimitKind::Unlimited => Html::default(),
        _ => size.html(ctx, move |ctx, text| set_limit(ctx, which, text)),
    };
    el("div", &[("class", "phase-limit")], vec![kind, size])
}

fn how(ctx: &Ctx) -> Html {
    lazy_details(ctx, "", ctx.texts().phase_how().to_owned(), |ctx| {
        let t = ctx.texts();
        let words = [t.phase_how_formula(), t.phase_how_budget(), t.phase_how_reference()];
        all(words.into_iter().map(|words| paragraph("about", words)).collect())
    })
}
