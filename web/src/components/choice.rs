//! One of a few, as radio buttons: one below the other with what each means, or side by side with that of the chosen one.
use yew::{AttrValue, Callback, Html, html};

/// One alternative.
#[derive(Clone, PartialEq)]
pub struct Alternative {
    /// Its name.
    pub name: AttrValue,
    /// What it means.
    pub about: AttrValue,
    /// Whether it is chosen.
    pub chosen: bool,
    /// Chooses it.
    pub choose: Callback<yew::Event>,
}

/// A fieldset of radio buttons with explanations; `id` is unique on the page.
pub fn choice(id: &'static str, legend: &'static str, alternatives: &[Alternative]) -> Html {
    html! {
        <fieldset class="choice">
            <legend>{ legend }</legend>
            { for alternatives.iter().enumerate().map(|(i, one)| {
                let about = [id, "-", &i.to_string()].concat();
                html! {
                    <label>
                        <input type="radio" name={id} checked={one.chosen} aria-describedby={about.clone()}
                            onchange={one.choose.clone()} />
                        <span class="choice-name">{ one.name.clone() }</span>
                        <span class="about" id={about}>{ one.about.clone() }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}

/// The same side by side, with what the chosen one means below.
pub fn segments(id: &'static str, legend: &'static str, alternatives: &[Alternative]) -> Html {
    let about = [id, "-about"].concat();
    let chosen = alternatives.iter().find(|one| one.chosen).map(|one| one.about.clone());
    html! {
        <fieldset class="segmented">
            <legend>{ legend }</legend>
            <div class="segments">
                { for alternatives.iter().map(|one| html! {
                    <label title={one.about.clone()}>
                        <input type="radio" name={id} checked={one.chosen} aria-describedby={about.clone()}
                            onchange={one.choose.clone()} />
                        <span>{ one.name.clone() }</span>
                    </label>
                }) }
            </div>
            <p class="about" id={about}>{ chosen }</p>
        </fieldset>
    }
}
