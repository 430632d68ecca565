// Our engine alone at another size, in memory of its own: a file streamed in, the first result, updates; and what of it
// stays in memory.
import { drag } from './everything.mjs';
import { median } from './tasks.mjs';

const CHUNK = 4 << 20;

export async function grow(libraries, { persons, practices, seed, rounds, log }) {
  log(`${persons} persons, ${practices} practices`);
  const [other, { module, memory }] = [await libraries.engine(), await libraries.engine()];
  const maker = other.module.Region.make(persons, practices, seed);
  const csv = maker.csv();
  maker.free();
  const reading = module.Reading.alone(csv.length);
  for (let from = 0; from < csv.length; from += CHUNK) reading.push(csv.subarray(from, from + CHUNK));
  const region = reading.region();
  const before = module.bytes_in_use();
  region.first();
  const steady = module.bytes_in_use();
  const answer = region.answer(0).slice(0, 2);
  const times = { read: [], first: [], update: [] };
  for (let round = 0; round < rounds; round++) {
    times.read.push(clocked(() => region.read_once(), 3));
    times.first.push(clocked(() => region.first()));
    const moves = drag(region, round % 12);
    region.update(moves[0]);
    let step = 1;
    times.update.push(clocked(() => region.update(moves[step++]), 20));
  }
  const groups = region.groups();
  return {
    persons,
    practices,
    groups,
    rSquared: answer[0],
    cpm: answer[1],
    persons_bytes: before / persons,
    steady: steady / persons,
    peak: module.most_bytes_in_use() / persons,
    memory: memory.buffer.byteLength,
    ...Object.fromEntries(Object.entries(times).map(([name, values]) => [name, median(values)])),
  };
}

function clocked(work, times = 1) {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return (performance.now() - start) / times;
}
