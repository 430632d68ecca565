//! The weights of the model at hand, group by group: beside every view in the drawer, and at full width in Modellen, where
//! each row also has its criterion and what goes through the weight.
use crate::{
    components::{
        icon::Icon,
        number_field::FieldPlace,
        parts::{el, element, say, space},
        slider_row::SliderRow,
    },
    ctx::Ctx,
    present::{
        amount::{Show, amount},
        term::factor,
        trigger::{triggers, triggers_of_year},
    },
    state::{Action, Grid},
};
use model::{
    case_mix::{CaseMix, PaidFactor},
    condition::Condition,
    id::Id,
    measure::{Measure, Rate, Weight},
};
use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, InputEvent};
use yew::{Callback, Html, TargetCast, html};

/// The weights that are sought.
pub struct WeightRows<'a> {
    ctx: &'a Ctx,
    mix: &'a CaseMix,
    sought: String,
    highest: Decimal,
}

/// A group and the factors of it that are sought, each with its place in the model.
pub struct Group<'a> {
    /// Its name.
    pub name: String,
    /// The factors.
    pub factors: Vec<(usize, PaidFactor<'a>)>,
}

impl<'a> WeightRows<'a> {
    /// Those of a model.
    pub fn of(ctx: &'a Ctx, mix: &'a CaseMix) -> Self {
        Self { ctx, mix, sought: ctx.state().drawer.sought.trim().to_lowercase(), highest: highest(mix) }
    }

    /// Whether nothing is sought, so that everything is shown.
    pub fn is_whole(&self) -> bool {
        self.sought.is_empty()
    }

    /// Every group with its conditions, then what is paid for several conditions together.
    pub fn groups(&self) -> Vec<Group<'a>> {
        let t = self.ctx.texts();
        let mix = self.mix;
        let groups = mix.groups.iter().map(|group| {
            let of = |id: &Id| mix.conditions.iter().any(|one| one.id == *id && one.group == group.id);
            Group { name: t.name(&group.name).to_string(), factors: self.sought_of(&of) }
        });
        let together = |id: &Id| !mix.conditions.iter().any(|one| one.id == *id);
        let others = Group { name: t.drawer_together().to_owned(), factors: self.sought_of(&together) };
        groups.chain([others]).filter(|group| !group.factors.is_empty()).collect()
    }

    fn sought_of(&self, of: &dyn Fn(&Id) -> bool) -> Vec<(usize, PaidFactor<'a>)> {
        self.mix.factors().enumerate().filter(|(_, one)| of(one.id) && self.is_sought(one)).collect()
    }

    /// By its name and by the classes of drugs that show it.
    fn is_sought(&self, one: &PaidFactor<'_>) -> bool {
        let name = factor(self.ctx.texts(), self.ctx.catalogue(), one.id).to_lowercase();
        name.contains(&self.sought)
            || one.id.as_str().contains(&self.sought)
            || self
                .condition(one.id)
                .is_some_and(|of| triggers(self.ctx.texts(), of).to_lowercase().contains(&self.sought))
    }

    fn condition(&self, id: &Id) -> Option<&'a Condition> {
        self.mix.conditions.iter().find(|condition| condition.id == *id)
    }

    /// The row of a factor; in Modellen with what stands `beside` it.
    pub fn row(&self, (place, one): (usize, PaidFactor<'_>), beside: Option<Html>) -> Html {
        let (ctx, t) = (self.ctx, self.ctx.texts());
        let trial = &ctx.state().trial;
        let tried = trial.weight.filter(|_| trial.factor == place);
        let weight = tried.unwrap_or(one.weight.value);
        let published: Weight = one.weight.published();
        let before = (weight != published).then_some(published);
        let was =
            before.map(|before| t.drawer_was(&amount(t, Rate::of(before.decimal()).quantity(), Show::Kronor, false)));
        let in_table = beside.as_ref().map(|_| FieldPlace { grid: Grid::Weights, row: place, column: 0 });
        let row = SliderRow {
            id: one.id.clone(),
            place,
            name: factor(t, ctx.catalogue(), one.id),
            about: beside.as_ref().and_then(|_| Some(triggers_of_year(t, self.condition(one.id)?))),
            weight,
            before,
            was,
            highest: self.highest,
            in_table,
        };
        row.html(ctx, beside)
    }
}

/// The sliders end at 1.4 times the largest weight, also of those that have been typed.
fn highest(mix: &CaseMix) -> Decimal {
    let weights = mix.factors().flat_map(|one| [one.weight.value.decimal(), one.weight.published().decimal()]);
    let largest = weights.max().unwrap_or_default().max(Decimal::TEN);
    (largest * Decimal::new(14, 1) / Decimal::TEN).ceil() * Decimal::TEN
}

/// A group that can be folded.
pub fn group(class: &'static str, (name, count): (String, String), rows: Vec<Html>) -> Html {
    let head = vec![el("strong", &[], vec![say(name)]), space(), el("span", &[("class", "about")], vec![say(count)])];
    let parts = vec![el("summary", &[], head), el("div", &[], rows)];
    element("details", &[("class", class), ("open", "")], Vec::new(), parts)
}

/// Where a name, an abbreviation or an ATC code is sought.
pub fn search(ctx: &Ctx, id: &'static str) -> Html {
    let t = ctx.texts();
    let oninput = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            ctx.send(Action::Seek(input.value()));
        })
    };
    let placeholder = t.drawer_search(&ctx.state().factors().len().to_string());
    html! {
        <div class="weight-search">
            { Icon::Search.html() }
            <input type="text" {id} autocomplete="off" spellcheck="false" value={ctx.state().drawer.sought.clone()}
                aria-label={placeholder.clone()} {placeholder} {oninput} />
        </div>
    }
}
