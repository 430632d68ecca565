//! The few signs that stand without words; each button that has only one names itself. Knows no view.
use super::parts::element;
use yew::Html;

/// A sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Icon {
    /// A step back.
    Undo,
    /// A step forward.
    Redo,
    /// More of the same kind.
    More,
    /// Something opens below.
    Open,
    /// One more.
    Add,
    /// Away with it.
    Close,
    /// Values that can be moved.
    Adjust,
    /// Once again, from the start.
    Play,
    /// To be sought for.
    Search,
    /// On to more.
    Next,
    /// From a file.
    File,
    /// To a file.
    Save,
}

impl Icon {
    fn path(self) -> &'static str {
        match self {
            Self::Undo => "M6 3 3 6l3 3M3 6h6a4 4 0 0 1 0 8H7",
            Self::Redo => "m10 3 3 3-3 3m3-3H7a4 4 0 0 0 0 8h2",
            Self::More => "M3 8h.01M8 8h.01M13 8h.01",
            Self::Open => "m4 6 4 4 4-4",
            Self::Add => "M8 3v10M3 8h10",
            Self::Close => "m4 4 8 8m0-8-8 8",
            Self::Adjust => "M2 5h6m4 0h2M2 11h2m4 0h6M10 3v4M6 9v4",
            Self::Play => "M5 3v10l7-5z",
            Self::Next => "m6 4 4 4-4 4",
            Self::File => "M4 2h5l3 3v9H4zM9 2v3h3",
            Self::Save => "M8 2v8M5 7l3 3 3-3M3 13h10",
            Self::Search => "M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10m4-1 3 3",
        }
    }

    /// The sign, which says nothing to those who hear the page.
    pub fn html(self) -> Html {
        let fixed = [
            ("viewBox", "0 0 16 16"),
            ("width", "16"),
            ("height", "16"),
            ("aria-hidden", "true"),
            ("fill", "none"),
            ("stroke", "currentColor"),
            ("stroke-width", if matches!(self, Self::More) { "2.5" } else { "1.5" }),
            ("stroke-linecap", "round"),
            ("stroke-linejoin", "round"),
        ];
        let path = element("path", &[("d", self.path())], Vec::new(), Vec::new());
        element("svg", &fixed, Vec::new(), vec![path])
    }
}
