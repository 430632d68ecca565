//! Versions of the format: one function for each step from a version to the next. Knows no scenario.
use super::json::Json;

/// The version that is written.
pub const VERSION: u64 = 2;

/// A file of one version made into one of the next.
pub(super) type Step = fn(Json) -> Json;

/// The oldest version that can be read, and the steps from it to the newest.
pub(super) struct Steps {
    pub(super) oldest: u64,
    pub(super) steps: &'static [Step],
}

/// All that can be read. Version 2 has more in its section of doctors, and nothing that version 1 says otherwise.
pub(super) const STEPS: Steps = Steps { oldest: 1, steps: &[as_it_is] };

fn as_it_is(content: Json) -> Json {
    content
}

impl Steps {
    /// The newest version: one more for each step.
    pub(super) fn newest(&self) -> u64 {
        self.steps.iter().fold(self.oldest, |version, _| version + 1)
    }

    /// The content of a file of the version, as the newest version has it.
    pub(super) fn migrated(&self, version: u64, content: Json) -> Json {
        let done = usize::try_from(version.saturating_sub(self.oldest)).unwrap_or(usize::MAX);
        self.steps.iter().skip(done).fold(content, |content, step| step(content))
    }
}
