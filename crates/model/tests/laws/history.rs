//! Undo and redo over whole states.
use model::history::History;
use proptest::{collection::vec, prelude::*};

#[test]
fn an_equal_state_is_no_step() {
    let history = History::new(1).step(1);
    assert!(!history.can_undo());
    assert_eq!(history, History::new(1));
}

#[test]
fn a_new_step_forgets_what_was_undone() {
    let history = History::new(1).step(2).undo().step(3);
    assert!(!history.can_redo());
    assert_eq!((**history.present(), **history.undo().present()), (3, 1));
}

#[test]
fn the_oldest_steps_go_first() {
    let depth = History::<usize>::DEPTH;
    let history = (1..=depth + 10).fold(History::new(0), |h, n| h.step(n));
    let oldest = (0..depth + 10).fold(history, |h, _| h.undo());
    assert_eq!((**oldest.present(), oldest.can_undo()), (10, false));
}

proptest! {
    #[test]
    fn undo_and_redo_walk_the_states_that_were(steps in vec(0u8..=3, 0..40)) {
        let mut states = vec![9];
        let mut history = History::new(9);
        for step in steps {
            history = history.step(step);
            if states.last() != Some(&step) {
                states.push(step);
            }
        }
        for state in states.iter().rev() {
            prop_assert_eq!(**history.present(), *state);
            history = history.undo();
        }
        for state in &states {
            prop_assert_eq!(**history.present(), *state);
            history = history.redo();
        }
    }
}
