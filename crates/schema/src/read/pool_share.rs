//! `[[pool_share]]`: sums that all practices of a region share by their listed.
use super::{node::Node, unique::Unique};
use model::{bounds, measure::MonthlyMoney, pool_share::PoolShare};

/// `{ id, name, pot = { value, citation } }`, the value in kronor a month.
pub(crate) fn pool_share(node: Node<'_>, ids: &mut Unique) -> Option<PoolShare> {
    node.table(|t| {
        let (id, name) = (t.need("id", |id| ids.id(id)), t.need("name", Node::localized));
        let pot = t.need("pot", |pot| pot.parameter(|value| value.amount(&bounds::POT), MonthlyMoney::new));
        Some(PoolShare { id: id?, name: name?, pot: pot? })
    })
}
