//! The result that a goal is sought for, as a figure that explains itself. Searches nothing: the core does.
use model::{
    compare::change,
    goal_seek::{Asked, Question, Under},
    measure::MonthlyMoney,
    net::net,
    payment_model::PaymentModel,
    practice::Practice,
    tariff::Tariff,
    trace::Traced,
};
use std::rc::Rc;

/// The result that the question asks for, of its scenario as it stands; `None` when it cannot be worked out, as when no
/// drug cost has been entered and the net is asked for, or no conditions and the model pays for them.
pub fn asked_figure(question: &Question<'_>) -> Option<Traced<MonthlyMoney>> {
    let scenario = question.scenario;
    let practice = scenario.entered_practice()?;
    let model = match question.under {
        Under::Scenario => scenario.model(),
        Under::Model(model) => Rc::clone(model),
    };
    let (tariff, payment) = paid(&model, &practice)?;
    match question.asked {
        Asked::Payment => Some(payment),
        Asked::PaymentLess(other) => Some(change(&paid(other, &practice)?.1, &payment)),
        Asked::Net => {
            let cost = practice.drug_cost?;
            Some(net(&payment, cost, &tariff.cost_share, scenario.practice().reading).net)
        }
    }
}

fn paid(model: &Rc<PaymentModel>, practice: &Practice) -> Option<(Tariff, Traced<MonthlyMoney>)> {
    if !practice.tells_enough_for(model) {
        return None;
    }
    let tariff = model.tariff().ok()?;
    let payment = tariff.practice(practice).ok()?.payment;
    Some((tariff, payment))
}
