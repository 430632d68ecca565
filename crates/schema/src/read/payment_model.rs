//! `models/*.toml`: one payment model a file.
use super::{
    capitation::{Tables, capitation},
    case_mix::{Populations, case_mix},
    fields::Fields,
    node::Node,
    pool_share::pool_share,
    unique::Unique,
};
use crate::{check::check, problem::ProblemKind};
use model::{
    age::{AgeBand, AgeBands},
    bounds,
    capitation::Capitation,
    case_mix::CaseMix,
    citation::Parameter,
    component::Component,
    id::Id,
    measure::Share,
    payment_model::PaymentModel,
    pool_share::PoolShare,
    rows::LeftOut,
};
use std::rc::Rc;

/// What all model files share.
pub(crate) struct World {
    pub(crate) tables: Tables,
    pub(crate) populations: Populations,
}

/// The model of one file, whose amounts can be worked out.
pub(crate) fn payment_model(file: Node<'_>, world: &World, ids: &mut Unique) -> Option<Rc<PaymentModel>> {
    let model = file.table(|t| read(t, world, ids))?;
    check(file, Rc::new(model))
}

fn read(t: &Fields<'_>, world: &World, ids: &mut Unique) -> Option<PaymentModel> {
    let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
    let (about, year) = (t.need("about", Node::localized), t.need("year", |n| n.whole_within(&bounds::YEAR)));
    let cost_year = t.may("cost_year", |n| n.whole_within(&bounds::YEAR));
    let (status, citation) = (t.need("status", Node::status), t.need("citation", Node::citation));
    let cost_share = t.need("cost_share", cost_share);
    let table = t.may("capitation", |node| capitation(node, &world.tables));
    let bands = table.iter().flatten().map(|table| table.rates.bands().clone()).next();
    let mix = t.may("case_mix", |node| case_mix(node, &world.populations, bands.as_ref()));
    let mut pool_ids = Unique::default();
    let pools = t.may("pool_share", |list| list.each(|pool| pool_share(pool, &mut pool_ids)));
    t.find("left_out");
    let (table, mix, pools) = (table?, mix?, pools?.unwrap_or_default());
    let of_reference = || mix.as_ref().map(|mix| mix.reference.listed.bands().clone());
    let of_everybody = || if pools.is_empty() { None } else { all_ages() };
    let Some(bands) = bands.or_else(of_reference).or_else(of_everybody) else {
        let remedy = "Add `[capitation]`, `[case_mix]` or `[[pool_share]]`.";
        return t.node.fail(ProblemKind::MissingKey, "The model pays for nothing.", remedy);
    };
    let year = u16::try_from(year?).ok()?;
    Some(PaymentModel {
        id: id?,
        name: name?,
        about: about?,
        year,
        cost_year: cost_year?.map_or(Some(year), |year| u16::try_from(year).ok())?,
        status: status?,
        citation: Rc::new(citation?),
        bands,
        components: components(table, mix, pools),
        cost_share: cost_share?,
    })
}

/// The bands of a model that pays everybody alike.
fn all_ages() -> Option<AgeBands> {
    AgeBands::new(vec![AgeBand { low: 0, high: None }]).ok()
}

fn components(table: Option<Capitation>, mix: Option<CaseMix>, pools: Vec<PoolShare>) -> Vec<Component> {
    let table = table.map(Component::Capitation);
    let mix = mix.map(|mix| Component::CaseMix(Box::new(mix)));
    table.into_iter().chain(mix).chain(pools.into_iter().map(Component::PoolShare)).collect()
}

fn cost_share(node: Node<'_>) -> Option<Parameter<Share>> {
    node.parameter(|value| value.amount(&bounds::COST_SHARE), Share::new)
}

/// The table that the file has of its own, for models that borrow it.
pub(crate) fn own_table(file: Node<'_>) -> Option<(Id, Option<Capitation>)> {
    let table = file.peek("capitation").filter(|node| node.peek("cells_from").is_none())?;
    Some((file.peek_id("id")?, capitation(table, &Tables::new())))
}

/// The rows of `[[left_out]]`: drug classes that the model leaves out on purpose.
pub(crate) fn left_out(file: Node<'_>) -> Option<Vec<LeftOut>> {
    let model = file.peek_id("id")?;
    let mut ids = Unique::default();
    file.peek("left_out").map_or(Some(Vec::new()), |list| list.each(|row| left_out_row(row, &model, &mut ids)))
}

fn left_out_row(row: Node<'_>, model: &Id, ids: &mut Unique) -> Option<LeftOut> {
    row.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let classes = t.need("classes", |list| list.each(Node::atc));
        let (reason, citation) = (t.need("reason", Node::localized), t.need("citation", Node::citation));
        let citation = Rc::new(citation?);
        Some(LeftOut { model: model.clone(), id: id?, name: name?, classes: classes?, reason: reason?, citation })
    })
}
