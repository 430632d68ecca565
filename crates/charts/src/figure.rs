//! The shape of a person, whole or a part of it. It does not know what a person stands for.

use crate::canvas::Point;
use crate::path::Path;
use crate::scale::whole;

/// Size of a figure, px. One of half the height has half the width too.
pub(crate) const WIDE: i32 = 14;
pub(crate) const HIGH: i32 = 26;

/// Outline of the body, tenths of px from the figure's upper left corner. Even, since a figure may be halved; and no
/// upright line crosses it more than twice, so that a cut leaves one piece.
const BODY: [Point; 12] = [
    (0, 118),
    (10, 98),
    (32, 90),
    (108, 90),
    (130, 98),
    (140, 118),
    (140, 184),
    (112, 184),
    (112, 260),
    (28, 260),
    (28, 184),
    (0, 184),
];
const HEAD: Point = (70, 40);
const RADIUS: i32 = 40;

/// The part of a figure between two shares of its width, closed. `corner` is its upper left one in tenths of px, and
/// `unit` 2 for a whole figure and 1 for one of half the height.
pub(crate) fn person(path: &mut Path, corner: Point, unit: i32, (from, to): (f64, f64)) {
    let across = |share: f64| whole(share.clamp(0.0, 1.0) * f64::from(WIDE * 10));
    let (from, to) = (across(from), across(to));
    let at = |(x, y): Point| (corner.0 + x * unit / 2, corner.1 + y * unit / 2);
    if from < to {
        body(path, from, to, at);
        head(path, from, to, (at, RADIUS * unit / 2));
    }
}

fn body(path: &mut Path, from: i32, to: i32, at: impl Fn(Point) -> Point) {
    let right = cut(&BODY, from, |x| x >= from);
    let part: Vec<Point> = cut(&right, to, |x| x <= to).into_iter().map(at).collect();
    let Some(first) = part.first() else { return };
    path.jump(*first);
    let steps = part.windows(2).flat_map(|pair| match pair {
        [one, next] => [next.0 - one.0, next.1 - one.1],
        _ => [0, 0],
    });
    path.step(b'l', &steps.collect::<Vec<i32>>());
    path.step(b'z', &[]);
}

/// The corners that are kept, and where the outline crosses the upright line `x`.
fn cut(corners: &[Point], x: i32, kept: impl Fn(i32) -> bool) -> Vec<Point> {
    let mut part = Vec::with_capacity(corners.len() + 2);
    for (one, next) in corners.iter().zip(corners.iter().cycle().skip(1)) {
        if kept(one.0) {
            part.push(*one);
        }
        if kept(one.0) != kept(next.0) {
            part.push((x, one.1 + (next.1 - one.1) * (x - one.0) / (next.0 - one.0)));
        }
    }
    part
}

fn head(path: &mut Path, from: i32, to: i32, (at, radius): (impl Fn(Point) -> Point, i32)) {
    let (from, to) = (from.max(HEAD.0 - RADIUS), to.min(HEAD.0 + RADIUS));
    if from >= to {
        return;
    }
    let reach = |x: i32| whole(f64::from(RADIUS * RADIUS - (x - HEAD.0) * (x - HEAD.0)).sqrt());
    let corner = |x: i32, side: i32| at((x, HEAD.1 + side * reach(x)));
    let arc = |path: &mut Path, start: Point, end: Point| {
        // in tenths: the last but two says clockwise
        path.step(b'a', &[radius, radius, 0, 0, 10, end.0 - start.0, end.1 - start.1]);
    };
    path.jump(corner(from, -1));
    arc(path, corner(from, -1), corner(to, -1));
    path.step(b'v', &[corner(to, 1).1 - corner(to, -1).1]);
    arc(path, corner(to, 1), corner(from, 1));
    path.step(b'z', &[]);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_half_of_the_width_is_a_half_of_the_body() {
        let left = cut(&BODY, 70, |x| x <= 70);
        assert_eq!(left, [(0, 118), (10, 98), (32, 90), (70, 90), (70, 260), (28, 260), (28, 184), (0, 184)]);
        assert_eq!(cut(&BODY, 140, |x| x <= 140), BODY);
    }

    #[test]
    fn a_sloping_edge_is_cut_where_it_is_crossed() {
        assert_eq!(cut(&[(0, 0), (10, 20), (0, 20)], 5, |x| x <= 5), [(0, 0), (5, 10), (5, 20), (0, 20)]);
    }

    #[test]
    fn all_corners_can_be_halved() {
        assert!(BODY.iter().chain([&HEAD]).all(|(x, y)| x % 2 == 0 && y % 2 == 0));
    }
}
