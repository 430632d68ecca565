//! A chart's elements as elements of the page: where it is drawn anew, only the attributes that differ are written.
use charts::{Drawing, Shape};
use yew::{Html, virtual_dom::VTag};

/// The drawing as an `svg` element.
pub fn drawing(drawing: &Drawing) -> Html {
    let mut root = VTag::new("svg");
    for (name, value) in drawing.attributes() {
        root.add_attribute(name, value);
    }
    root.add_children(drawing.shapes.iter().enumerate().map(|(place, shape)| {
        let alike = drawing.shapes.iter().take(place).filter(|before| before.name == shape.name).count();
        element(shape, alike)
    }));
    root.into()
}

/// Known by its name and how many alike stand before it.
fn element(shape: &Shape, alike: usize) -> Html {
    let mut element = VTag::new(shape.name);
    element.key = Some([shape.name, "-", &alike.to_string()].concat().into());
    for (name, value) in &shape.attributes {
        element.add_attribute(name, value.clone());
    }
    if let Some(text) = &shape.text {
        element.add_child(Html::from(text.clone()));
    }
    element.into()
}
