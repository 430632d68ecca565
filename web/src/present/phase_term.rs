//! What a figure of a model that comes into force by steps is, in words.
use crate::text::Texts;
use model::term::PhaseIn;

/// The words for the figure.
pub fn phase_term(texts: Texts, figure: &PhaseIn) -> String {
    let words = match figure {
        PhaseIn::Old(name) => return texts.term_phase_old(name.as_str()),
        PhaseIn::New(name) => return texts.term_phase_new(name.as_str()),
        PhaseIn::Change(name) => return texts.term_phase_change(name.as_str()),
        PhaseIn::Step(name) => return texts.term_phase_step(name.as_str()),
        PhaseIn::Blended(name) => return texts.term_phase_blended(name.as_str()),
        PhaseIn::FloorAmount(name) => return texts.term_phase_floor_amount(name.as_str()),
        PhaseIn::CapAmount(name) => return texts.term_phase_cap_amount(name.as_str()),
        PhaseIn::Payment(name) => return texts.term_phase_payment(name.as_str()),
        PhaseIn::Raised(name) => return texts.term_phase_raised(name.as_str()),
        PhaseIn::Lowered(name) => return texts.term_phase_lowered(name.as_str()),
        PhaseIn::Share => texts.term_phase_share(),
        PhaseIn::Floor => texts.term_phase_floor(),
        PhaseIn::Cap => texts.term_phase_cap(),
        PhaseIn::OldSum => texts.term_phase_old_sum(),
        PhaseIn::NewSum => texts.term_phase_new_sum(),
        PhaseIn::BlendedSum => texts.term_phase_blended_sum(),
        PhaseIn::PaymentSum => texts.term_phase_payment_sum(),
        PhaseIn::RaisedSum => texts.term_phase_raised_sum(),
        PhaseIn::LoweredSum => texts.term_phase_lowered_sum(),
        PhaseIn::Cost => texts.term_phase_cost(),
    };
    words.to_owned()
}
