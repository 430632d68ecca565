// Typed arrays and one loop over the persons, again at each change.
import { byKey, bySet, parted } from './amounts.mjs';
import { readCsv } from './csv.mjs';
import { Equations } from './equations.mjs';

export function plain(data) {
  const { persons, practices, practice, key, mask, cost, cellOfKey } = data;
  const found = [];
  let squares = 0;
  let distances = 0;

  function around() {
    let sum = 0;
    for (let i = 0; i < persons; i++) sum += cost[i];
    const mean = sum / persons;
    squares = 0;
    distances = 0;
    for (let i = 0; i < persons; i++) {
      const error = cost[i] - mean;
      squares += error * error;
      distances += Math.abs(error);
    }
  }

  function pay(row) {
    const { cells, factors, share } = parted(row);
    const [base, extra] = [byKey(cells, cellOfKey), bySet(factors)];
    const payments = new Float64Array(practices);
    let squared = 0;
    let absolute = 0;
    for (let i = 0; i < persons; i++) {
      const paid = base[key[i]] + extra[mask[i]];
      payments[practice[i]] += paid;
      const error = cost[i] - paid / share;
      squared += error * error;
      absolute += Math.abs(error);
    }
    return { payments, rSquared: 1 - squared / squares, cpm: 1 - absolute / distances };
  }

  return {
    name: 'plain JS',
    updates: 4,
    first: () => {
      around();
      data.amounts.forEach((row, lane) => (found[lane] = pay(row)));
    },
    update: (row) => (found[0] = pay(row)),
    answer: () => ({
      payments: found.map((lane) => lane.payments),
      rSquared: found.map((lane) => lane.rSquared),
      cpm: found.map((lane) => lane.cpm),
    }),
    refit: () => {
      const equations = new Equations();
      for (let i = 0; i < persons; i++) equations.add(cellOfKey[key[i]], mask[i], 1, cost[i]);
      return equations.solve();
    },
    ingest: () => readCsv(data.csv),
  };
}
