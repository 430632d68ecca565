//! One of a few, as radio buttons.
use yew::{AttrValue, Callback, Html, Properties, component, html};

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

/// The alternatives.
#[derive(Properties, PartialEq)]
pub struct ChoiceProps {
    /// Id of the group, unique on the page.
    pub id: AttrValue,
    /// What is chosen.
    pub legend: AttrValue,
    /// In order.
    pub alternatives: Vec<Alternative>,
}

/// A fieldset of radio buttons with explanations.
#[component]
pub fn Choice(props: &ChoiceProps) -> Html {
    html! {
        <fieldset class="choice">
            <legend>{ &props.legend }</legend>
            { for props.alternatives.iter().enumerate().map(|(i, one)| {
                let about = format!("{}-{i}", props.id);
                html! {
                    <label>
                        <input type="radio" name={props.id.clone()} checked={one.chosen} aria-describedby={about.clone()}
                            onchange={one.choose.clone()} />
                        <span class="choice-name">{ &one.name }</span>
                        <span class="about" id={about}>{ &one.about }</span>
                    </label>
                }
            }) }
        </fieldset>
    }
}
