//! The laws of the core: worked examples of each rule, and properties over random models. Knows no shipped model.
#[cfg(test)]
mod age_bands;
#[cfg(test)]
mod bounds;
#[cfg(test)]
mod budget;
#[cfg(test)]
mod change;
#[cfg(test)]
mod co_occurrence;
#[cfg(test)]
mod comparison;
#[cfg(test)]
mod drugs;
#[cfg(test)]
mod edits;
mod entries;
#[cfg(test)]
mod examples_of_ours;
#[cfg(test)]
mod explained;
#[cfg(test)]
mod goal_seek;
#[cfg(test)]
mod history;
#[cfg(test)]
mod hostile;
#[cfg(test)]
mod identity_numbers;
mod identity_numbers_split;
#[cfg(test)]
mod make;
#[cfg(test)]
mod names;
#[cfg(test)]
mod negative_base;
#[cfg(test)]
mod net;
#[cfg(test)]
mod no_negative_zero;
#[cfg(test)]
mod person_cards;
#[cfg(test)]
mod person_rules;
#[cfg(test)]
mod pool_share;
#[cfg(test)]
mod practice;
#[cfg(test)]
mod practices;
#[cfg(test)]
mod random;
#[cfg(test)]
mod root;
#[cfg(test)]
mod scale;
#[cfg(test)]
mod staff_make;
#[cfg(test)]
mod staffing;
#[cfg(test)]
mod staffing_explained;
#[cfg(test)]
mod staffing_need;
#[cfg(test)]
mod staffing_numbers;
#[cfg(test)]
mod staffing_plan;
#[cfg(test)]
mod staffing_reach;
#[cfg(test)]
mod staffing_situation;
#[cfg(test)]
mod weights;
