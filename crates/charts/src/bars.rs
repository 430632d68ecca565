//! One bar or part of a bar: filled, or hollow for the present rules. It does not know what it measures.

use crate::canvas::{Canvas, Drawn};
use crate::palette::{Role, Shade, colour, fill};

/// Extent of a bar, px.
#[derive(Clone, Copy)]
pub(crate) struct Extent {
    pub(crate) from: i32,
    pub(crate) to: i32,
    pub(crate) middle: i32,
    pub(crate) half: i32,
}

/// Draw a bar; its outline keeps pale shades apart from the page.
pub(crate) fn bar(canvas: &Canvas, extent: Extent, role: Role, shade: Shade) -> Drawn {
    let upper = (extent.from, extent.middle - extent.half);
    let lower = (extent.to, extent.middle + extent.half);
    canvas.rect(upper, lower, fill(role, shade).0)?;
    if role == Role::Current || shade != Shade::Strong {
        canvas.frame(upper, lower, colour(role))?;
    }
    Ok(())
}
