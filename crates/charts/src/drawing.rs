//! A chart as the elements it is made of, so that a page can change those that differ; written out it is an SVG. It does
//! not know what is drawn.

use std::borrow::Cow;
use std::fmt::{self, Display, Formatter};

use crate::spec::Size;
use crate::text::escape;

/// Name and value of an attribute; the value is not escaped.
pub type Attribute = (&'static str, Cow<'static, str>);

/// A drawn chart. [`Display`] writes a whole SVG, without a fixed size.
#[derive(Debug, Clone, PartialEq)]
pub struct Drawing {
    /// Size, px.
    pub size: Size,
    /// Text alternative; empty when the figure around it tells the same.
    pub alt: String,
    /// What is drawn, the lowest first.
    pub shapes: Vec<Shape>,
}

/// An element inside the root, without children.
#[derive(Debug, Clone, PartialEq)]
pub struct Shape {
    /// Name of the element.
    pub name: &'static str,
    /// Its attributes in the order that they are written.
    pub attributes: Vec<Attribute>,
    /// The text in it; not escaped.
    pub text: Option<String>,
}

impl Drawing {
    /// Those of the root: its extent, its name space, and its text alternative (none: hidden, the figure around it tells).
    pub fn attributes(&self) -> Vec<Attribute> {
        let Size { width, height } = self.size;
        root([("viewBox", format!("0 0 {width} {height}").into())], &self.alt)
    }
}

/// The attributes of a root.
pub(crate) fn root(extent: impl IntoIterator<Item = Attribute>, alt: &str) -> Vec<Attribute> {
    let mut root: Vec<Attribute> = extent.into_iter().collect();
    root.push(("xmlns", "http://www.w3.org/2000/svg".into()));
    match alt {
        "" => root.push(("aria-hidden", "true".into())),
        alt => root.extend([("role", "img".into()), ("aria-label", alt.to_owned().into())]),
    }
    root
}

/// Writes a root with its shapes, one a line.
pub(crate) fn write<'a>(
    f: &mut impl fmt::Write,
    root: &[Attribute],
    shapes: impl Iterator<Item = &'a Shape>,
) -> fmt::Result {
    f.write_str("<svg")?;
    root.iter().try_for_each(|attribute| put(f, attribute))?;
    f.write_str(">\n")?;
    for shape in shapes {
        write!(f, "{shape}")?;
    }
    f.write_str("</svg>\n")
}

fn put(f: &mut impl fmt::Write, (name, value): &Attribute) -> fmt::Result {
    write!(f, " {name}=\"{}\"", escape(value))
}

impl Display for Drawing {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write(f, &self.attributes(), self.shapes.iter())
    }
}

impl Display for Shape {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        write!(f, "<{}", self.name)?;
        self.attributes.iter().try_for_each(|attribute| put(f, attribute))?;
        match &self.text {
            Some(text) => writeln!(f, ">{}</{}>", escape(text), self.name),
            None => f.write_str("/>\n"),
        }
    }
}
