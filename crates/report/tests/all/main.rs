//! The figures of a view beside numbers worked out by hand, and their laws.
mod aims;
mod brief;
mod comparison;
mod critique;
mod estimate;
mod finding;
mod fitted;
mod goal_and_reference;
mod guard;
mod knapsack;
mod lists;
mod move_persons;
mod own_practice;
mod phase;
mod regions;
mod spread;
mod staffing_plan;
