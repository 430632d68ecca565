// The algorithm of the page's engine, written in JavaScript: groups, sorted costs, sums of blocks, and a finger in each
// group that remembers where its costs pass what is paid.
import { CELLS, CONDITIONS, SETS, byKey, bySet, factorsOf, parted } from './amounts.mjs';
import { readCsv } from './csv.mjs';
import { Equations } from './equations.mjs';

const FACTORS = CONDITIONS + 2;
const COLUMNS = CELLS + FACTORS;
const BLOCK = 64;
const STEPS = 24;
const LISTS = Array.from({ length: SETS }, (_, set) => Uint8Array.from(factorsOf(set), (factor) => CELLS + factor));

export function same(data) {
  let [groups, found] = [null, []];
  return {
    name: 'same in JS',
    updates: 20,
    first: () => {
      groups = grouped(data);
      groups.sort(data);
      found = data.amounts.map((row) => groups.pay(row, new Fingers(groups.length)));
    },
    update: (row) => (found[0] = groups.pay(row, found[0].fingers)),
    answer: () => ({
      payments: found.map((lane) => lane.payments),
      rSquared: found.map((lane) => lane.rSquared),
      cpm: found.map((lane) => lane.cpm),
    }),
    refit: () => groups.fit(),
    ingest: () => readCsv(data.csv),
  };
}

class Fingers {
  constructor(length) {
    this.low = new Float64Array(length).fill(Infinity);
    this.high = new Float64Array(length);
    this.slope = new Float64Array(length);
    this.rest = new Float64Array(length);
    // costs at most what was foretold, and their sum; below zero where nothing was
    this.count = new Int32Array(length).fill(-1);
    this.sum = new Float64Array(length);
  }
}

// Persons are counted by group alone while they are of one practice, and then entered in its counts a group at a time.
function grouped({ persons, practices, practice, key, mask, cost, cellOfKey }) {
  const places = new Int32Array(CELLS * SETS).fill(-1);
  const of = Array.from({ length: 4 }, () => new Float64Array(CELLS * SETS));
  const [count, total, squares, run] = of;
  const cellOf = new Uint8Array(CELLS * SETS);
  const setOf = new Uint16Array(CELLS * SETS);
  const counts = new Float64Array(practices * COLUMNS);
  const met = [];
  let [length, current] = [0, 0];
  const end = () => {
    const row = current * COLUMNS;
    for (const place of met) {
      const n = run[place];
      run[place] = 0;
      count[place] += n;
      counts[row + cellOf[place]] += n;
      const list = LISTS[setOf[place]];
      for (let i = 0; i < list.length; i++) counts[row + list[i]] += n;
    }
    met.length = 0;
  };
  for (let i = 0; i < persons; i++) {
    if (practice[i] !== current) {
      end();
      current = practice[i];
    }
    const at = mask[i] * CELLS + cellOfKey[key[i]];
    let place = places[at];
    if (place < 0) {
      place = places[at] = length++;
      cellOf[place] = cellOfKey[key[i]];
      setOf[place] = mask[i];
    }
    if (run[place]++ === 0) met.push(place);
    total[place] += cost[i];
    squares[place] += cost[i] * cost[i];
  }
  end();
  const [counted, sums, squared] = of.map((column) => column.slice(0, length));
  return new Groups({ length, places, cellOf, setOf, counts, practices, count: counted, total: sums, squares: squared });
}

class Groups {
  constructor(parts) {
    Object.assign(this, parts);
    const { length, count, total, squares } = this;
    this.mean = total.map((sum, i) => sum / count[i]);
    let [persons, cost, within, between] = [0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      persons += count[i];
      cost += total[i];
      within += squares[i] - count[i] * this.mean[i] * this.mean[i];
    }
    this.allMean = cost / persons;
    for (let i = 0; i < length; i++) between += count[i] * (this.mean[i] - this.allMean) ** 2;
    Object.assign(this, { within, allSquares: within + between });
  }

  sort({ persons, key, mask, cost, cellOfKey }) {
    const starts = new Int32Array(this.length + 1);
    for (let i = 0; i < this.length; i++) starts[i + 1] = starts[i] + this.count[i];
    const next = starts.slice();
    const costs = new Uint32Array(persons);
    for (let i = 0; i < persons; i++) costs[next[this.places[mask[i] * CELLS + cellOfKey[key[i]]]]++] = cost[i];
    for (let i = 0; i < this.length; i++) costs.subarray(starts[i], starts[i + 1]).sort();
    const blocks = new Float64Array(Math.ceil(persons / BLOCK) + 1);
    let distances = 0;
    for (let i = 0, sum = 0; i < persons; i++) {
      if (i % BLOCK === 0) blocks[i / BLOCK] = sum;
      sum += costs[i];
      distances += Math.abs(costs[i] - this.allMean);
    }
    Object.assign(this, { starts, costs, blocks, distances });
  }

  pay(row, fingers) {
    const { cells, factors, share } = parted(row);
    const payments = new Float64Array(this.practices);
    const columns = Math.min(COLUMNS, row.length - 1);
    for (let i = 0; i < this.practices; i++) {
      let sum = 0;
      for (let j = 0; j < columns; j++) sum += this.counts[i * COLUMNS + j] * row[j];
      payments[i] = sum;
    }
    const extra = bySet(factors);
    const { low, high, slope, rest } = fingers;
    const { length, cellOf, setOf, mean, count } = this;
    let squared = this.within;
    let absolute = 0;
    for (let i = 0; i < length; i++) {
      const foretold = (cells[cellOf[i]] + extra[setOf[i]]) / share;
      const error = mean[i] - foretold;
      squared += count[i] * error * error;
      if (foretold >= low[i] && foretold < high[i]) absolute += slope[i] * foretold + rest[i];
      else absolute += this.move(i, foretold, fingers);
    }
    return { payments, rSquared: 1 - squared / this.allSquares, cpm: 1 - absolute / this.distances, fingers };
  }

  move(group, amount, fingers) {
    const { costs } = this;
    const [start, end] = [this.starts[group], this.starts[group + 1]];
    let [at, sum, steps] = [start + fingers.count[group], fingers.sum[group], 0];
    if (at >= start) {
      while (steps < STEPS && at < end && costs[at] <= amount) [sum, at, steps] = [sum + costs[at], at + 1, steps + 1];
      while (steps < STEPS && at > start && costs[at - 1] > amount) [sum, at, steps] = [sum - costs[at - 1], at - 1, steps + 1];
    }
    if (at < start || steps === STEPS) [at, sum] = this.sought(start, end, amount);
    fingers.count[group] = at - start;
    fingers.sum[group] = sum;
    fingers.low[group] = at > start ? costs[at - 1] : 0;
    fingers.high[group] = at < end ? costs[at] : Infinity;
    fingers.slope[group] = 2 * (at - start) - (end - start);
    fingers.rest[group] = this.total[group] - 2 * sum;
    return fingers.slope[group] * amount + fingers.rest[group];
  }

  // By halves, with the sums of blocks.
  sought(start, end, amount) {
    let [from, to] = [start, end];
    while (from < to) {
      const middle = (from + to) >> 1;
      if (this.costs[middle] <= amount) from = middle + 1;
      else to = middle;
    }
    return [from, this.sumBefore(from) - this.sumBefore(start)];
  }

  sumBefore(place) {
    const block = Math.floor(place / BLOCK);
    let sum = this.blocks[block];
    for (let i = block * BLOCK; i < place; i++) sum += this.costs[i];
    return sum;
  }

  fit() {
    const equations = new Equations();
    for (let i = 0; i < this.length; i++) equations.add(this.cellOf[i], this.setOf[i], this.count[i], this.total[i]);
    return equations.solve();
  }
}
