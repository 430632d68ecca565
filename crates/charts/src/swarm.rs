//! Many marks of one kind as one path, so that a chart of hundreds is drawn at every frame while a slider moves. It does
//! not know where marks stand.

use plotters::style::RGBColor;

use crate::canvas::{Canvas, Drawn, Point};
use crate::order::rising;
use crate::palette::{INK, Role, WHITE, colour};
use crate::path::{Ink, Path};

/// Width of the outline of a hollow mark, px.
const OUTLINE: &str = "1.5";
/// Radius of the marks of a key, px.
pub(crate) const KEY: i32 = 4;

/// The role's mark at each point; a disc has this radius, px, and the others look as large.
pub(crate) fn swarm(canvas: &Canvas, role: Role, radius: i32, points: &[Point]) -> Drawn {
    let mut path = Path::new(points.len());
    for at in points {
        outline(&mut path, role, radius, *at);
    }
    let colour = colour(role);
    path.paint(
        canvas,
        match role {
            Role::Current | Role::Other => Ink::Line(colour, OUTLINE),
            Role::Proposal => Ink::Dots(colour, 2 * radius + 1),
            Role::Neutral => Ink::Dots(colour, 2 * radius - 1),
            Role::Scenario | Role::More | Role::Less => Ink::Fill(colour),
        },
    )
}

fn outline(path: &mut Path, role: Role, radius: i32, (x, y): Point) {
    let reach = radius + 1;
    match role {
        Role::Proposal | Role::Neutral => {
            path.jump((x, y));
            path.step(b'h', &[0]);
        }
        Role::Current => ring(path, radius, (x, y)),
        Role::Other => {
            path.jump((x - radius, y - radius));
            path.step(b'h', &[2 * radius]);
            path.step(b'v', &[2 * radius]);
            path.step(b'h', &[-2 * radius]);
            path.step(b'z', &[]);
        }
        Role::Scenario => {
            path.jump((x, y - reach));
            path.step(b'l', &[reach, reach, -reach, reach, -reach, -reach]);
            path.step(b'z', &[]);
        }
        Role::More => triangle(path, reach, (x, y - reach)),
        Role::Less => triangle(path, -reach, (x, y + reach)),
    }
}

fn ring(path: &mut Path, radius: i32, (x, y): Point) {
    path.jump((x - radius, y));
    path.step(b'a', &[radius, radius, 0, 1, 0, 2 * radius, 0]);
    path.step(b'a', &[radius, radius, 0, 1, 0, -2 * radius, 0]);
}

/// From its tip; a negative reach points down.
fn triangle(path: &mut Path, reach: i32, tip: Point) {
    path.jump(tip);
    path.step(b'l', &[reach, 2 * reach - reach.signum(), -2 * reach, 0]);
    path.step(b'z', &[]);
}

/// The largest radius, px, at which marks `pitch` px apart can be told from each other, as far as there is room.
pub(crate) const fn radius(pitch: i32) -> i32 {
    match pitch {
        12.. => 5,
        6..=11 => 4,
        3..=5 => 3,
        _ => 2,
    }
}

/// Marks of one item that stand out among many: larger, drawn last on a cleared ground, within a ring of ink if asked.
pub(crate) fn stressed(canvas: &Canvas, marks: &[(Role, Point)], radius: i32, ringed: bool) -> Drawn {
    let (mut ground, mut around) = (Path::new(marks.len()), Path::new(marks.len()));
    for (_, at) in marks {
        ground.jump(*at);
        ground.step(b'h', &[0]);
        ring(&mut around, radius + 5, *at);
    }
    ground.paint(canvas, Ink::Dots(WHITE, 2 * radius + if ringed { 12 } else { 7 }))?;
    if ringed {
        around.paint(canvas, Ink::Line(INK, "2"))?;
    }
    marks.iter().try_for_each(|(role, at)| swarm(canvas, *role, radius + 1, &[*at]))
}

/// The sign of a highlighted item in a key.
pub(crate) fn own(canvas: &Canvas, at: Point) -> Drawn {
    let mut around = Path::new(1);
    ring(&mut around, 7, at);
    around.paint(canvas, Ink::Line(INK, "2"))
}

/// A triangle that points up or down, in any colour: a direction that is no judgement.
pub(crate) fn arrow(canvas: &Canvas, up: bool, colour: RGBColor, (x, y): Point) -> Drawn {
    let reach = if up { 4 } else { -4 };
    let mut path = Path::new(1);
    triangle(&mut path, reach, (x, y - reach));
    path.paint(canvas, Ink::Fill(colour))
}

/// Whether a line to the mark would be seen within it.
pub(crate) const fn hollow(role: Role) -> bool {
    matches!(role, Role::Current | Role::Other)
}

/// Filled marks first, hollow ones over them, so that equal values both show; equal ones stay in order.
pub(crate) fn drawing_order<T>(series: &[T], role: impl Fn(&T) -> Role) -> Vec<&T> {
    rising(series.iter(), |one| match role(one) {
        Role::Proposal | Role::Neutral => 0,
        Role::Current => 1,
        Role::Scenario | Role::Other | Role::More | Role::Less => 2,
    })
}
