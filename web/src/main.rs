//! Starts the page.
use yew::{Html, component, html};

/// Placeholder shell while the rooms are built.
#[component]
fn App() -> Html {
    html! { <main id="main"><h1>{ "Viktat" }</h1></main> }
}

fn main() {
    yew::Renderer::<App>::new().render();
}
