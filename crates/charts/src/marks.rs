//! The form of each role's mark: ring, disc, diamond, square, triangle. It does not know where marks stand.

use crate::canvas::{Canvas, Drawn, Point};
use crate::palette::{Role, colour};

/// Half the height of a mark, px.
pub(crate) const REACH: i32 = 5;

/// One mark centred on `at`.
pub(crate) fn mark(canvas: &Canvas, role: Role, at: Point) -> Drawn {
    match role {
        Role::Current => canvas.ring(at, 4, colour(role)),
        Role::Proposal => canvas.disc(at, 5, colour(role)),
        Role::Neutral => canvas.disc(at, 3, colour(role)),
        Role::Other => canvas.frame((at.0 - 4, at.1 - 4), (at.0 + 4, at.1 + 4), colour(role)),
        Role::Scenario => canvas.polygon(diamond(at), colour(role)),
        Role::More => canvas.polygon(triangle(at, -REACH), colour(role)),
        Role::Less => canvas.polygon(triangle(at, REACH), colour(role)),
    }
}

fn diamond((x, y): Point) -> Vec<Point> {
    vec![(x, y - REACH), (x + REACH, y), (x, y + REACH), (x - REACH, y)]
}

/// `tip` px from the centre to the tip, negative for a tip on top.
fn triangle((x, y): Point, tip: i32) -> Vec<Point> {
    vec![(x, y + tip), (x + REACH, y - tip + tip.signum()), (x - REACH, y - tip + tip.signum())]
}
