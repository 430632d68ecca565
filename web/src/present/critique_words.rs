//! What objections to the proposal are called, why they are made and where they can be tried.
use crate::{present::amount::Show, state::View, text::Texts};
use model::term::Objection;

/// What is objected, in a few words.
pub fn name(t: Texts, objection: Objection) -> &'static str {
    match objection {
        Objection::Weights => t.critique_weights(),
        Objection::Healthy => t.critique_healthy(),
        Objection::SameYear => t.critique_same_year(),
        Objection::OutsideModel => t.critique_outside(),
        Objection::PartYears => t.critique_part_years(),
        Objection::NoCap => t.critique_no_cap(),
        Objection::NewUsers => t.critique_new_users(),
        Objection::OneYear => t.critique_one_year(),
        Objection::Doses => t.critique_doses(),
        Objection::Coding => t.critique_coding(),
        Objection::Stopping => t.critique_stopping(),
        Objection::Birthdays => t.critique_birthdays(),
        Objection::Table => t.critique_table(),
    }
}

/// Why.
pub fn about(t: Texts, objection: Objection) -> &'static str {
    match objection {
        Objection::Weights => t.critique_weights_about(),
        Objection::Healthy => t.critique_healthy_about(),
        Objection::SameYear => t.critique_same_year_about(),
        Objection::OutsideModel => t.critique_outside_about(),
        Objection::PartYears => t.critique_part_years_about(),
        Objection::NoCap => t.critique_no_cap_about(),
        Objection::NewUsers => t.critique_new_users_about(),
        Objection::OneYear => t.critique_one_year_about(),
        Objection::Doses => t.critique_doses_about(),
        Objection::Coding => t.critique_coding_about(),
        Objection::Stopping => t.critique_stopping_about(),
        Objection::Birthdays => t.critique_birthdays_about(),
        Objection::Table => t.critique_table_about(),
    }
}

/// What the size is of.
pub fn of_what(t: Texts, objection: Objection) -> &'static str {
    match objection {
        Objection::Weights | Objection::PartYears => t.critique_of_anders(),
        Objection::Healthy | Objection::OutsideModel | Objection::Birthdays => t.critique_of_johan(),
        Objection::NoCap => t.critique_of_cost(),
        Objection::NewUsers => t.critique_of_first_year(),
        Objection::Doses | Objection::Coding => t.critique_of_person_year(),
        Objection::Stopping => t.critique_of_drug(),
        Objection::Table => t.critique_of_reference(),
        Objection::SameYear | Objection::OneYear => t.critique_of_nothing(),
    }
}

/// What is said in the place of a size and of what it is of, where there is none: it takes other data, or the proposal has
/// nothing of the kind.
pub fn none(t: Texts, objection: Objection) -> [&'static str; 2] {
    match objection {
        Objection::NewUsers | Objection::Doses => [t.critique_no_such(), t.critique_of_chosen()],
        _ => [t.critique_not_known(), t.critique_of_nothing()],
    }
}

/// How the size is written.
pub fn show(objection: Objection) -> Show {
    if objection == Objection::Table { Show::Millions } else { Show::Kronor }
}

/// What the link that sets it up says.
pub fn to_try(t: Texts, objection: Objection) -> &'static str {
    match objection {
        Objection::Weights => t.try_halve(),
        Objection::Healthy => t.try_rule(),
        Objection::SameYear => t.try_fit(),
        Objection::OutsideModel => t.try_healthy(),
        Objection::PartYears => t.try_nothing(),
        Objection::NoCap => t.try_chance(),
        Objection::NewUsers | Objection::Doses => t.try_criteria(),
        Objection::OneYear => t.try_spread(),
        Objection::Coding => t.try_flags(),
        Objection::Stopping => t.try_stopping(),
        Objection::Birthdays => t.try_birthday(),
        Objection::Table => t.try_amounts(),
    }
}

/// The view where it is seen, and the tab of it.
pub fn seen_in(objection: Objection) -> (View, Option<&'static str>) {
    match objection {
        Objection::Weights
        | Objection::Healthy
        | Objection::Birthdays
        | Objection::PartYears
        | Objection::OutsideModel => (View::Brief, None),
        Objection::NoCap => (View::Practice, Some("slumpen")),
        Objection::SameYear => (View::Region, Some("anpassa")),
        Objection::OneYear => (View::Region, Some("spridning")),
        Objection::Coding | Objection::Stopping => (View::Region, Some("malen")),
        Objection::NewUsers | Objection::Doses => (View::Model, Some("villkor")),
        Objection::Table => (View::Model, Some("belopp")),
    }
}
