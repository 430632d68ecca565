//! The region as it is shown: worked out anew only when what it is worked out from is another. Draws nothing.
use crate::{
    ctx::Ctx,
    region::{
        interpolation::Interpolation,
        region_summary::{RegionSummary, amounts},
    },
    same::Same,
    state::Look,
    tools::guard::{hides_region, merge_of, protects_region, small_together},
};
use model::{measure::Rate, net::ShareReading, tariff::Tariff, trace::Traced};
use register::{merge::Merge, rates::Rates};
use report::{
    columns::{Column, Tariffs},
    region::{ExactPractice, RegionColumn, columns, exact, rounded},
};
use std::rc::Rc;
use yew::{hook, use_memo};

/// The region as it is shown.
#[derive(Clone)]
pub struct Shown {
    /// The sums.
    pub known: Rc<RegionSummary>,
    /// The models; of the scenario, what it was before the weight that is tried.
    pub tariffs: Tariffs,
    /// What the models that can be worked out pay, with the weight that is tried.
    pub rates: Rc<Vec<(Column, Rates)>>,
    /// Whether a weight is being tried.
    pub moves: bool,
    /// Where the cost share is drawn.
    pub reading: ShareReading,
    /// The practices under each model that can be worked out.
    pub columns: Rc<Vec<RegionColumn>>,
    /// Which practices are put together in it, as it may leave the page.
    pub merge: Option<Rc<Merge>>,
    /// Whether it is what may leave the page.
    pub is_published: bool,
}

/// The columns are made anew with everything else.
impl PartialEq for Shown {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.columns, &other.columns) && self.is_published == other.is_published
    }
}

/// What it is worked out from while no weight is tried.
#[derive(Clone, PartialEq)]
struct Basis {
    known: Option<Same<RegionSummary>>,
    proposal: Same<Tariff>,
    scenario: Option<Same<Tariff>>,
    reading: ShareReading,
}

/// The region while a slider moves.
#[derive(Clone, PartialEq)]
pub struct Seen {
    /// As it is without the weight that is tried.
    pub rest: Shown,
    /// With it.
    pub live: Shown,
}

/// The region on the own screen, and as it is shown: the same, or what may leave the page.
#[hook]
pub fn use_seen(ctx: &Ctx) -> Option<(Shown, Option<Seen>)> {
    let state = ctx.state();
    let same = |tariff: &Rc<Tariff>| Same(Rc::clone(tariff));
    let scenario = state.tariffs.scenario.as_ref().ok().map(same);
    let basis = Basis {
        known: state.tools.region.known.clone().map(Same),
        proposal: same(&state.tariffs.proposal),
        scenario: scenario.clone(),
        reading: state.scenario().practice().reading,
    };
    let rest = use_memo(basis, |basis| Some(Shown::at_rest(Rc::clone(&basis.known.as_ref()?.0), ctx)));
    let trial = &state.trial;
    let id = trial.weight.and_then(|_| state.factors().into_iter().nth(trial.factor));
    let interpolation = use_memo((scenario, id), |(_, id)| Some(Interpolation::new(ctx, id.clone()?)));
    let tried = (Same(Rc::clone(&rest)), Same(Rc::clone(&interpolation)), trial.weight);
    let live = use_memo(tried, |(rest, interpolation, weight)| {
        let tried = interpolation.0.as_ref().as_ref().zip(*weight);
        let rest = rest.0.as_ref().as_ref()?;
        Some(tried.map_or_else(|| rest.clone(), |(of, weight)| rest.tried(of.at(ctx, weight))))
    });
    let seen = use_memo((Same(rest), Same(Rc::clone(&live)), Look::of(state)), |(rest, live, look)| {
        let (rest, live) = (rest.0.as_ref().as_ref()?, live.0.as_ref().as_ref()?);
        if !look.present {
            return Some(Seen { rest: rest.clone(), live: live.clone() });
        }
        Some(Seen { rest: rest.published(ctx)?, live: live.published(ctx)? })
    });
    Some(((*live).clone()?, (*seen).clone()))
}

impl Shown {
    fn at_rest(known: Rc<RegionSummary>, ctx: &Ctx) -> Self {
        let (tariffs, reading) = (ctx.state().tariffs.clone(), ctx.state().scenario().practice().reading);
        let rates = amounts(&tariffs);
        let mut columns = columns(&known.summary, &tariffs, &rates, reading);
        columns.retain(|one| ctx.state().shows(one.column));
        let (columns, rates) = (Rc::new(columns), Rc::new(rates));
        Self { known, tariffs, rates, moves: false, reading, columns, merge: None, is_published: false }
    }

    /// The same with other amounts of the scenario; without it where they do not fit.
    fn tried(&self, scenario: Option<Rates>) -> Self {
        let others = self.rates.iter().filter(|(column, _)| *column != Column::Scenario).cloned();
        let rates: Vec<_> = others.chain(scenario.map(|rates| (Column::Scenario, rates))).collect();
        // what is moved is told against today
        let two = rates.iter().filter(|(column, _)| matches!(column, Column::Current | Column::Scenario)).cloned();
        let two = columns(&self.known.summary, &self.tariffs, &two.collect::<Vec<_>>(), self.reading);
        let is_scenario = |one: &RegionColumn| one.column == Column::Scenario;
        let others = self.columns.iter().filter(|one| !is_scenario(one)).cloned();
        let columns = Rc::new(others.chain(two.into_iter().filter(is_scenario)).collect());
        Self { rates: Rc::new(rates), columns, moves: true, ..self.clone() }
    }

    /// The region as it may leave the page: the practices of a register of the user's own with few listed put together,
    /// their small counts told as others, and every practice's money in whole hundreds a year. None of so few persons that
    /// nothing may.
    pub fn published(&self, ctx: &Ctx) -> Option<Self> {
        if self.is_published || !protects_region(ctx, &self.known) {
            return Some(Self { is_published: true, ..self.clone() });
        }
        if hides_region(ctx, &self.known) {
            return None;
        }
        let merge = merge_of(ctx, &self.known);
        let fewest = ctx.state().tools.guard.fewest();
        let known = match &merge {
            Some(merge) => self.known.merged(merge, small_together(ctx, merge.together()))?.told(fewest),
            None => self.known.told(fewest),
        };
        let known = Rc::new(known);
        let mut columns = columns(&known.summary, &self.tariffs, &self.rates, self.reading);
        columns.retain(|one| self.column(one.column).is_some());
        let columns = rounded(columns, &known.summary);
        let (columns, merge) = (Rc::new(columns), merge.map(Rc::new));
        Some(Self { known, columns, merge, is_published: true, ..self.clone() })
    }

    /// Whether it is what may leave of real persons: told more coarsely than on the own screen.
    pub fn is_coarse(&self, ctx: &Ctx) -> bool {
        self.is_published && protects_region(ctx, &self.known)
    }

    /// Where a practice of the register stands in what is shown.
    pub fn place(&self, practice: usize) -> usize {
        self.merge.as_ref().and_then(|merge| merge.place(practice)).unwrap_or(practice)
    }

    /// The first practice of the register that stands there.
    pub fn practice_at(&self, place: usize) -> usize {
        self.merge.as_ref().and_then(|merge| merge.first(place)).unwrap_or(place)
    }

    /// The practices under a model; none for a scenario that cannot be worked out.
    pub fn column(&self, column: Column) -> Option<&RegionColumn> {
        self.columns.iter().find(|one| one.column == column)
    }

    /// A practice under a model, exactly.
    pub fn exact(&self, practice: usize, column: Column) -> Option<ExactPractice> {
        let list = self.known.practice(practice, column)?;
        let name = self.known.facts.names.get(practice)?;
        exact(&self.tariffs, column, (&list, name), self.reading)
    }

    /// Every practice's net per listed under a model, exactly.
    pub fn exact_nets(&self, column: Column) -> Vec<Traced<Rate>> {
        let practices = (0..self.known.len()).filter_map(|practice| self.exact(practice, column));
        practices.filter_map(|practice| practice.per_listed).collect()
    }
}
