//! What a figure would be if our own choice had been another. Knows no words.
use crate::explain::revalued;
use model::{
    case_mix::Normalisation,
    measure::Measure,
    quantity::Quantity,
    tariff::Tariff,
    term::Term,
    trace::{How, Node},
};
use std::rc::Rc;

/// The figure with one factor for all amounts in the place of groups that each keep their mean. `None` for a figure that
/// rests on no amount that this tariff has held to the mean of a group, or on another model's too.
pub fn neutral_in_sum(tariff: &Tariff, figure: &Rc<Node>) -> Option<Quantity> {
    let holds_groups = tariff.model.case_mix()?.normalisation == Normalisation::PerCellNeutral;
    let scaled = Rc::new(tariff.model.with_normalisation(Normalisation::ScalarToBudget));
    let scaled = holds_groups.then(|| scaled.tariff().ok()).flatten()?;
    let (mut is_ours, mut is_others) = (false, false);
    let value = revalued(figure, &mut |node| match &node.term {
        Term::BaseRate(cell) if matches!(node.how, How::Difference(..)) => {
            let own = tariff.base.as_ref()?.get(*cell).filter(|own| own.node().value == node.value);
            is_ours |= own.is_some();
            is_others |= own.is_none();
            own.and(Some(scaled.base.as_ref()?.get(*cell)?.value().decimal()))
        }
        Term::FactorRate(id) => {
            let at = tariff.factors.iter().position(|own| own.id == *id && own.rate.node().value == node.value)?;
            Some(scaled.factors.get(at)?.rate.value().decimal())
        }
        _ => None,
    })?;
    (is_ours && !is_others).then_some(Quantity { value, unit: figure.value.unit })
}
