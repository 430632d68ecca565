//! The page: state, words, components and views. Computes no money itself: the core does, `report` arranges, this shows.
pub mod app;
mod components;
mod ctx;
mod dialogs;
mod dom;
#[cfg(feature = "gallery")]
mod gallery;
mod lazy;
mod leave;
mod present;
mod region;
mod same;
#[cfg(feature = "saved-models")]
mod saved_models;
mod state;
mod text;
mod tools;
mod views;
