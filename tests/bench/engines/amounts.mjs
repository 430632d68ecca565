// What an amount is for, the same for every engine that is written in JavaScript.
export const CELLS = 42;
export const CONDITIONS = 12;
export const SETS = 1 << CONDITIONS;

// Amounts come as one row: 42 cells, the factors if there are any, and the cost share.
export function parted(row) {
  return {
    cells: row.subarray(0, CELLS),
    factors: row.subarray(CELLS, row.length - 1),
    share: row[row.length - 1],
  };
}

// By person key: the amount of its cell.
export function byKey(cells, cellOfKey) {
  return Float64Array.from(cellOfKey, (cell) => cells[cell]);
}

// By set of conditions: what its weights and counts add up to.
export function bySet(factors) {
  const amounts = new Float64Array(SETS);
  if (factors.length === 0) return amounts;
  for (let set = 1; set < SETS; set++) {
    let [sum, n] = [0, 0];
    for (let i = 0; i < CONDITIONS; i++) {
      if ((set >> i) & 1) {
        sum += factors[i];
        n += 1;
      }
    }
    amounts[set] = sum + (n === 2 ? factors[CONDITIONS] : n > 2 ? factors[CONDITIONS + 1] : 0);
  }
  return amounts;
}

// The positions of the factors that a set is paid for.
export function factorsOf(set) {
  const factors = [];
  for (let i = 0; i < CONDITIONS; i++) if ((set >> i) & 1) factors.push(i);
  if (factors.length === 2) factors.push(CONDITIONS);
  else if (factors.length > 2) factors.push(CONDITIONS + 1);
  return factors;
}
