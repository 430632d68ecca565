// Least squares of the cost on the factors within cells, for the engines that are written in JavaScript.
import { CELLS, CONDITIONS, SETS, factorsOf } from './amounts.mjs';

const FACTORS = CONDITIONS + 2;
const LISTS = Array.from({ length: SETS }, (_, set) => Uint8Array.from(factorsOf(set)));

export class Equations {
  persons = new Float64Array(CELLS);
  cost = new Float64Array(CELLS);
  counts = new Float64Array(CELLS * FACTORS);
  pairs = new Float64Array(FACTORS * FACTORS);
  factorCost = new Float64Array(FACTORS);

  add(cell, set, persons, cost) {
    this.persons[cell] += persons;
    this.cost[cell] += cost;
    const list = LISTS[set];
    for (let i = 0; i < list.length; i++) {
      const factor = list[i];
      this.counts[cell * FACTORS + factor] += persons;
      this.factorCost[factor] += cost;
      for (let j = 0; j < list.length; j++) this.pairs[factor * FACTORS + list[j]] += persons;
    }
  }

  solve() {
    const gram = Float64Array.from(this.pairs);
    const cross = Float64Array.from(this.factorCost);
    for (let cell = 0; cell < CELLS; cell++) {
      const n = this.persons[cell];
      if (n === 0) continue;
      const counts = this.counts.subarray(cell * FACTORS, (cell + 1) * FACTORS);
      for (let i = 0; i < FACTORS; i++) {
        cross[i] -= (this.cost[cell] / n) * counts[i];
        for (let j = 0; j < FACTORS; j++) gram[i * FACTORS + j] -= (counts[i] / n) * counts[j];
      }
    }
    return eliminated(gram, cross);
  }
}

// The matrix is symmetric and positive, so no rows change places.
function eliminated(gram, cross) {
  const n = cross.length;
  for (let i = 0; i < n; i++) {
    for (let row = i + 1; row < n; row++) {
      const times = gram[row * n + i] / gram[i * n + i];
      for (let j = i; j < n; j++) gram[row * n + j] -= times * gram[i * n + j];
      cross[row] -= times * cross[i];
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    for (let j = i + 1; j < n; j++) cross[i] -= gram[i * n + j] * cross[j];
    cross[i] /= gram[i * n + i];
  }
  return cross;
}
