//! One of a few, as radio buttons.
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
