//! The SVG backend of plotters, with text measured by this crate's table and sized in px.
//!
//! Unwrapped, plotters on WASM measures each label with a styled `<span>` in the page: it needs a window (so it panics
//! in a worker), forces a layout, and a strict content security policy refuses its `style`. It does not know what is
//! drawn.

use plotters_backend::{
    BackendColor, BackendCoord, BackendStyle, BackendTextStyle, DrawingBackend, DrawingErrorKind, FontFamily,
    FontStyle, FontTransform, text_anchor::Pos,
};

use crate::text;

/// What plotters' SVG backend divides a font's size by.
const SIZE_RATIO: f64 = 1.24;

pub(crate) struct Measured<B>(pub(crate) B);

type Done<B> = Result<(), DrawingErrorKind<<B as DrawingBackend>::ErrorType>>;

impl<B: DrawingBackend> DrawingBackend for Measured<B> {
    type ErrorType = B::ErrorType;

    fn get_size(&self) -> (u32, u32) {
        self.0.get_size()
    }

    fn ensure_prepared(&mut self) -> Done<B> {
        self.0.ensure_prepared()
    }

    fn present(&mut self) -> Done<B> {
        self.0.present()
    }

    fn draw_pixel(&mut self, at: BackendCoord, colour: BackendColor) -> Done<B> {
        self.0.draw_pixel(at, colour)
    }

    fn draw_line<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S) -> Done<B> {
        self.0.draw_line(from, to, style)
    }

    fn draw_rect<S: BackendStyle>(&mut self, from: BackendCoord, to: BackendCoord, style: &S, fill: bool) -> Done<B> {
        self.0.draw_rect(from, to, style, fill)
    }

    fn draw_path<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done<B> {
        self.0.draw_path(path, style)
    }

    fn draw_circle<S: BackendStyle>(&mut self, at: BackendCoord, radius: u32, style: &S, fill: bool) -> Done<B> {
        self.0.draw_circle(at, radius, style, fill)
    }

    fn fill_polygon<S: BackendStyle, I: IntoIterator<Item = BackendCoord>>(&mut self, path: I, style: &S) -> Done<B> {
        self.0.fill_polygon(path, style)
    }

    fn draw_text<T: BackendTextStyle>(&mut self, text: &str, style: &T, at: BackendCoord) -> Done<B> {
        self.0.draw_text(&text::clean(text), &InPixels(style), at)
    }

    fn blit_bitmap(&mut self, at: BackendCoord, size: (u32, u32), source: &[u8]) -> Done<B> {
        self.0.blit_bitmap(at, size, source)
    }

    fn estimate_text_size<T: BackendTextStyle>(
        &self,
        text: &str,
        style: &T,
    ) -> Result<(u32, u32), DrawingErrorKind<Self::ErrorType>> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` saturates; sizes are small")]
        let size = style.size() as u32;
        let wide = u32::try_from(text::width(text, size)).unwrap_or(u32::MAX);
        let high = u32::try_from(text::line_height(size)).unwrap_or(u32::MAX);
        Ok(match style.transform() {
            FontTransform::Rotate90 | FontTransform::Rotate270 => (high, wide),
            FontTransform::None | FontTransform::Rotate180 => (wide, high),
        })
    }
}

/// A text style whose size comes out of the SVG backend as the number of px asked for.
struct InPixels<'a, T>(&'a T);

impl<T: BackendTextStyle> BackendTextStyle for InPixels<'_, T> {
    type FontError = T::FontError;

    fn color(&self) -> BackendColor {
        self.0.color()
    }

    fn size(&self) -> f64 {
        self.0.size() * SIZE_RATIO
    }

    fn transform(&self) -> FontTransform {
        self.0.transform()
    }

    fn style(&self) -> FontStyle {
        self.0.style()
    }

    fn anchor(&self) -> Pos {
        self.0.anchor()
    }

    fn family(&self) -> FontFamily<'_> {
        self.0.family()
    }

    fn layout_box(&self, text: &str) -> Result<((i32, i32), (i32, i32)), Self::FontError> {
        self.0.layout_box(text)
    }

    fn draw<E, F: FnMut(i32, i32, BackendColor) -> Result<(), E>>(
        &self,
        text: &str,
        at: BackendCoord,
        draw: F,
    ) -> Result<Result<(), E>, Self::FontError> {
        self.0.draw(text, at, draw)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plotters::prelude::*;

    #[test]
    fn plotters_measures_with_the_table() {
        let mut svg = String::new();
        let area = Measured(SVGBackend::with_string(&mut svg, (100, 100))).into_drawing_area();
        let style = TextStyle::from(("sans-serif", 12).into_font());
        assert_eq!(area.estimate_text_size("Wi", &style).unwrap(), (16, 15), "12 px x (0.95 + 0.31), rounded up");
        let turned = style.transform(FontTransform::Rotate90);
        assert_eq!(area.estimate_text_size("Wi", &turned).unwrap(), (15, 16));
    }
}
