//! The figures of a model that comes into force by steps. Practices are named by what the register calls them; amounts are
//! of a year.
use super::figures;
use crate::id::Id;

figures! { ($)
/// A figure of a model that comes into force by steps.
PhaseIn as phase_in_figures {
    /// What the practice is paid under the old model.
    Old(practice: Id) = "phaseInOld" => term_phase_old(practice);
    /// What it is paid under the new one.
    New(practice: Id) = "phaseInNew" => term_phase_new(practice);
    /// The share of the new model.
    Share = "phaseInShare" => term_phase_share();
    /// What it is paid more under the new model.
    Change(practice: Id) = "phaseInChange" => term_phase_change(practice);
    /// The part of the change that the share brings.
    Step(practice: Id) = "phaseInStep" => term_phase_step(practice);
    /// What it is paid before floor and cap.
    Blended(practice: Id) = "phaseInBlended" => term_phase_blended(practice);
    /// The largest fall, as a share of the old payment or for each listed.
    Floor = "phaseInFloor" => term_phase_floor();
    /// The largest rise, likewise.
    Cap = "phaseInCap" => term_phase_cap();
    /// The largest fall in kronor.
    FloorAmount(practice: Id) = "phaseInFloorAmount" => term_phase_floor_amount(practice);
    /// The largest rise in kronor.
    CapAmount(practice: Id) = "phaseInCapAmount" => term_phase_cap_amount(practice);
    /// What it is paid.
    Payment(practice: Id) = "phaseInPayment" => term_phase_payment(practice);
    /// What the floor adds.
    Raised(practice: Id) = "phaseInRaised" => term_phase_raised(practice);
    /// What the cap takes.
    Lowered(practice: Id) = "phaseInLowered" => term_phase_lowered(practice);
    /// All practices under the old model.
    OldSum = "phaseInOldSum" => term_phase_old_sum();
    /// All practices under the new model.
    NewSum = "phaseInNewSum" => term_phase_new_sum();
    /// All practices before floor and cap.
    BlendedSum = "phaseInBlendedSum" => term_phase_blended_sum();
    /// All practices.
    PaymentSum = "phaseInPaymentSum" => term_phase_payment_sum();
    /// What all floors add.
    RaisedSum = "phaseInRaisedSum" => term_phase_raised_sum();
    /// What all caps take.
    LoweredSum = "phaseInLoweredSum" => term_phase_lowered_sum();
    /// What floors and caps cost together.
    Cost = "phaseInCost" => term_phase_cost();
} }
