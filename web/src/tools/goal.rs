//! The question "which value gives this result?", and its answer while the scenario stays as it was asked about. Knows
//! nothing of how it looks.
use super::{
    change,
    entry::Entry,
    practice::{filled, practice},
};
use crate::{
    ctx::Ctx,
    state::{Action, read_within},
};
use model::{
    bounds::{self, Bounds},
    cell::Cell,
    edit::Edit,
    goal_seek::{Asked, Goal, Question, Under, Unknown, goal_seek},
    id::Id,
    measure::{Measure, MonthlyMoney},
    scenario::Scenario,
    trace::Traced,
    value::{Key, Section, Value},
};
use report::{columns::Column, goal::asked_figure};
use rust_decimal::{Decimal, RoundingStrategy};
use std::rc::Rc;

/// What may change.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GoalKind {
    /// The weight of a factor.
    #[default]
    Weight,
    /// All weights, by one number.
    AllWeights,
    /// The cost share.
    CostShare,
    /// The amount of a cell.
    Rate,
    /// Listed persons in a cell.
    Listed,
    /// Persons with a factor.
    Affected,
    /// The drug cost.
    DrugCost,
}

impl GoalKind {
    /// In the order of the list.
    pub const ALL: [Self; 7] =
        [Self::Weight, Self::AllWeights, Self::CostShare, Self::Rate, Self::Listed, Self::Affected, Self::DrugCost];

    /// Whether it is a value of the model, not one of the practice.
    fn is_of_model(self) -> bool {
        matches!(self, Self::Weight | Self::AllWeights | Self::CostShare | Self::Rate)
    }
}

/// Which result.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// The payment less today's.
    #[default]
    Change,
    /// The net.
    Net,
    /// The payment.
    Payment,
}

impl Wanted {
    /// In the order of the list.
    pub const ALL: [Self; 3] = [Self::Change, Self::Net, Self::Payment];
}

/// The question, and its answer when it has been asked.
#[derive(Clone, Debug, Default)]
pub struct GoalDesk {
    /// What may change.
    pub kind: GoalKind,
    /// Which factor, for a kind that is about one; none for the first.
    pub factor: Option<Id>,
    /// Which cell, for a kind that is about one; none for the first.
    pub cell: Option<Cell>,
    /// Which result.
    pub wanted: Wanted,
    /// What it should be, kronor a month.
    pub target: Entry<Decimal>,
    /// What came of it.
    pub answer: Option<Rc<Answer>>,
}

/// An answer, with the scenario that it holds for.
#[derive(Clone, Debug)]
pub enum Answer {
    /// What was found.
    Found {
        /// The scenario asked about.
        of: Rc<Scenario>,
        /// The model that was compared with nuläget.
        compared: Column,
        /// What may change.
        unknown: Unknown,
        /// The answer.
        goal: Goal,
    },
    /// The value was put into the scenario.
    Taken {
        /// The scenario with the value.
        of: Box<Scenario>,
        /// What was changed.
        unknown: Unknown,
        /// To what.
        value: Decimal,
    },
}

impl GoalDesk {
    /// The number sought; none when the model has no conditions to choose among.
    pub fn unknown(&self, scenario: &Scenario) -> Option<Unknown> {
        let factor = || self.factor(scenario);
        let cell = || self.cell(scenario);
        Some(match self.kind {
            GoalKind::Weight => Unknown::Value(Key::Weight(factor()?)),
            GoalKind::AllWeights => Unknown::AllWeights,
            GoalKind::CostShare => Unknown::Value(Key::CostShare),
            GoalKind::Rate => Unknown::Value(Key::Rate(cell()?)),
            GoalKind::Listed => Unknown::Value(Key::Listed(cell()?)),
            GoalKind::Affected => Unknown::Value(Key::Affected(factor()?)),
            GoalKind::DrugCost => Unknown::Value(Key::DrugCost),
        })
    }

    /// The factor chosen, or the first.
    pub fn factor(&self, scenario: &Scenario) -> Option<Id> {
        let mix = scenario.start.case_mix()?;
        let known = self.factor.as_ref().filter(|id| mix.factors().any(|f| f.id == *id));
        known.cloned().or_else(|| mix.factors().next().map(|f| f.id.clone()))
    }

    /// The cell chosen, or the first.
    pub fn cell(&self, scenario: &Scenario) -> Option<Cell> {
        let known = self.cell.filter(|cell| scenario.start.bands.cells().any(|c| c == *cell));
        known.or_else(|| scenario.start.bands.cells().next())
    }
}

/// Whether Mitt scenario is asked about; else the proposal is.
fn under_scenario(ctx: &Ctx) -> bool {
    ctx.state().compared == Column::Scenario
}

/// The scenario that is asked about, with estimates of what has not been entered: the user's where it is compared with
/// nuläget, else the same practice under the proposal.
pub fn basis(ctx: &Ctx) -> Scenario {
    let scenario = filled(ctx);
    if under_scenario(ctx) { scenario } else { scenario.apply(&Edit::Set(back_to_start(&scenario))) }
}

/// What makes the scenario's model its start model.
fn back_to_start(scenario: &Scenario) -> Vec<(Key, Option<Value>)> {
    let edited = scenario.values().map(|(key, _)| key);
    let of_model = edited.filter(|key| key.section() == Section::Model && !matches!(key, Key::Staff(_)));
    of_model.map(|key| (key.clone(), None)).collect()
}

/// The result asked for, of a scenario as it stands.
pub fn figure(ctx: &Ctx, scenario: &Scenario) -> Option<Traced<MonthlyMoney>> {
    with_question(ctx, scenario, asked_figure)
}

fn with_question<T>(ctx: &Ctx, scenario: &Scenario, answer: impl FnOnce(&Question<'_>) -> T) -> T {
    let today = &ctx.state().tariffs.current.model;
    let asked = match ctx.state().tools.goal.wanted {
        Wanted::Change => Asked::PaymentLess(today),
        Wanted::Net => Asked::Net,
        Wanted::Payment => Asked::Payment,
    };
    answer(&Question { scenario, under: Under::Scenario, asked })
}

/// Changes the question; what was answered before falls.
pub fn ask(ctx: &Ctx, choose: impl FnOnce(&mut GoalDesk)) {
    change(ctx, |tools| {
        choose(&mut tools.goal);
        tools.goal.answer = None;
    });
}

/// Another result is wanted. A difference and a net are sought at nothing, a payment at today's.
pub fn want(ctx: &Ctx, wanted: Wanted) {
    let today = || {
        let practice = practice(ctx)?;
        Some(ctx.state().tariffs.current.practice(&practice.practice).ok()?.payment.value().decimal())
    };
    let target = if wanted == Wanted::Payment { today() } else { None };
    let target = target.unwrap_or_default().round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    ask(ctx, |goal| (goal.wanted, goal.target) = (wanted, Entry::of(target)));
}

/// Reads what was typed as the target.
pub fn aim(ctx: &Ctx, text: String) {
    let either_way = Bounds { least: -bounds::DRUG_COST.most, ..bounds::DRUG_COST };
    let read = read_within(&text, ctx.state().notation(), &either_way);
    ask(ctx, |goal| goal.target.take(text, read));
}

/// Seeks the value.
pub fn seek(ctx: &Ctx) {
    let tools = &ctx.state().tools.goal;
    let of = Rc::clone(ctx.state().history.present());
    let Some(unknown) = tools.unknown(&of) else { return };
    let target = MonthlyMoney::of(tools.target.value);
    let goal = with_question(ctx, &basis(ctx), |question| goal_seek(target, &unknown, question));
    ask_answered(ctx, Answer::Found { of, compared: ctx.state().compared, unknown, goal });
}

/// Seeks the value at which the payment covers the carried cost.
pub fn break_even(ctx: &Ctx) {
    want(ctx, Wanted::Net);
    seek(ctx);
}

/// Whether a value that is found can be put into the scenario: not a number of listed as long as conditions are estimated,
/// which would follow the list.
pub fn is_usable(ctx: &Ctx) -> bool {
    ctx.state().tools.goal.kind != GoalKind::Listed || practice(ctx).is_none_or(|of| !of.is_rough())
}

/// Puts a value into the scenario, as one step. Under the proposal, the scenario's other changes of the model go.
pub fn take(ctx: &Ctx, value: Decimal) {
    let (tools, scenario) = (&ctx.state().tools.goal, ctx.state().scenario());
    let Some(unknown) = tools.unknown(scenario) else { return };
    let edit = edit(ctx, &unknown, value);
    let of = Box::new(scenario.apply(&edit));
    ctx.send(Action::Edit(edit));
    ask_answered(ctx, Answer::Taken { of, unknown, value });
}

fn edit(ctx: &Ctx, unknown: &Unknown, value: Decimal) -> Edit {
    let (kind, scenario) = (ctx.state().tools.goal.kind, ctx.state().scenario());
    let mut all = if under_scenario(ctx) || !kind.is_of_model() { Vec::new() } else { back_to_start(scenario) };
    if let Some(Edit::Set(values)) = unknown.edit(value, &basis(ctx)) {
        all.extend(values);
    }
    Edit::Set(all)
}

fn ask_answered(ctx: &Ctx, answer: Answer) {
    change(ctx, |tools| tools.goal.answer = Some(Rc::new(answer)));
}
