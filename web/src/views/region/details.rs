//! The measures of the literature, for those who ask for them, each with what it does and does not say.
use super::{Shown, figures::found};
use crate::{
    components::{
        lazy_details::lazy_details,
        parts::{all, before, cell, column, paragraph, row, row_name, say, table},
        top_bar::column_name,
    },
    ctx::Ctx,
    present::{
        amount::number,
        region_charts::{ORE_PER_YEAR, shown as kronor},
    },
    region::order::Paid,
    same::Same,
    state::Look,
};
use exchange::number::Sign;
use register::{evaluate::Prediction, statistics::gini};
use report::region::RegionColumn;
use rust_decimal::{Decimal, prelude::FromPrimitive};
use yew::{AttrValue, Html, Properties, component};

/// Drawn anew when the worker has answered: most of the measures are of single persons.
#[derive(Properties)]
pub struct DetailsProps {
    /// The page.
    pub ctx: Ctx,
    /// The region as it is shown.
    pub shown: Shown,
    /// What the worker said.
    pub paid: Option<Same<Paid>>,
    /// How it is shown.
    pub look: Look,
}

impl PartialEq for DetailsProps {
    fn eq(&self, other: &Self) -> bool {
        let at_rest = self.shown == other.shown || self.shown.moves || other.shown.moves;
        at_rest && self.paid == other.paid && self.look == other.look
    }
}

/// The measures, folded.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let (ctx, shown) = (&props.ctx, props.shown.clone());
    lazy_details(ctx, "region-details", ctx.texts().region_details().to_owned(), move |ctx| measures(ctx, &shown))
}

fn measures(ctx: &Ctx, shown: &Shown) -> Html {
    let t = ctx.texts();
    let paid = ctx.state().tools.region.paid.clone();
    // of real persons no more digits than the reading takes
    let (percent, index) = if shown.is_coarse(ctx) { (1, 3) } else { (2, 4) };
    let prediction = |place: usize| paid.as_ref().and_then(|paid| paid.lanes.get(place)).map(|lane| lane.prediction);
    let of_models = |words: &dyn Fn(usize, &RegionColumn) -> Option<String>| {
        let cells = shown.columns.iter().enumerate();
        cells.map(|(place, one)| cell(say(words(place, one).unwrap_or_else(|| t.not_available().to_owned())))).collect()
    };
    let share = |of: fn(Prediction) -> Option<f64>| {
        of_models(&|place, one| {
            one.comparison.has_net().then_some(())?;
            let value = Decimal::from_f64(of(prediction(place)?)?)? * Decimal::ONE_HUNDRED;
            Some(t.unit_percent(&number(t.lang, value, percent, Sign::Auto)))
        })
    };
    let listed: Vec<f64> =
        shown.known.summary.lists().iter().filter_map(|n| u32::try_from(*n).ok()).map(f64::from).collect();
    let gini = of_models(&|_, one| {
        let value = Decimal::from_f64(gini(&one.paid, &listed)?)?;
        Some(number(t.lang, value, index, Sign::Auto))
    });
    let tau = of_models(&|_, one| {
        let (found, _) = found(ctx, shown, one.column)?;
        Some(kronor(t, found.tau_squared.sqrt() / ORE_PER_YEAR))
    });
    let mape = of_models(&|place, one| {
        one.comparison.has_net().then_some(())?;
        Some(kronor(t, prediction(place)?.mape? / ORE_PER_YEAR))
    });
    let named = |name: &'static str, cells: Vec<Html>| row(before(row_name(name.to_owned()), cells));
    let rows = vec![
        named(t.region_r2(), share(|p| p.r_squared)),
        named(t.region_cpm(), share(|p| p.cpm)),
        named(t.region_mape(), mape),
        named(t.region_tau(), tau),
        named(t.region_gini(), gini),
    ];
    let names = shown.columns.iter().map(|one| column(column_name(t, one.column))).collect();
    let table = table(
        AttrValue::Static(t.region_details()),
        "region-measures",
        before(column(t.region_measure()), names),
        rows,
    );
    let about =
        [t.region_r2_about(), t.region_cpm_about(), t.region_mape_about(), t.region_tau_about(), t.region_gini_about()];
    let about = about.into_iter().map(|words| paragraph("about", words)).collect();
    let lacks = paid.as_ref().is_some_and(|paid| paid.lanes.iter().any(|lane| lane.prediction.cpm.is_none()));
    let why = if lacks { paragraph("about", t.region_cpm_missing()) } else { Html::default() };
    all(vec![table, why, all(about)])
}
