// Whether two engines say the same, to a part in a thousand million.
const NEAR = 1e-9;

const near = (a, b) => a === b || Math.abs(a - b) <= NEAR * Math.max(Math.abs(a), Math.abs(b));

// Every number of a nested answer, with its place.
export function differences(expected, found, place = '') {
  if (typeof expected === 'number') return near(expected, found) ? [] : [`${place}: ${expected} and ${found}`];
  if (found === undefined || expected.length !== found.length) return [`${place}: ${expected.length} numbers and ${found?.length}`];
  return Object.keys(expected).flatMap((name) => differences(expected[name], found[name], `${place} ${name}`));
}

// Throws when an engine says something else than the first.
export function check(task, answers) {
  const [[first, expected], ...others] = answers;
  for (const [name, found] of others) {
    const faults = differences(expected, found);
    if (faults.length) throw new Error(`${task}: ${first} and ${name} differ at ${faults.slice(0, 3).join('; ')} (${faults.length} in all)`);
  }
}
