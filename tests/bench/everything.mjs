// One run in one place, Node or a browser: the same bytes to every engine, the tasks, and how ours grows.
import { arquero } from './engines/arquero.mjs';
import { duckdb } from './engines/duckdb.mjs';
import { ours } from './engines/ours.mjs';
import { plain } from './engines/plain.mjs';
import { same } from './engines/same.mjs';
import { grow } from './grow.mjs';
import { measure } from './tasks.mjs';

const SEED = 1;
const STEPS = 20;

export async function everything(libraries, { persons, practices, rounds, sizes, log }) {
  log(`${libraries.platform}: ${persons} persons`);
  const { module } = await libraries.engine();
  const region = made(module, persons, practices);
  const data = columns(region, rounds);
  const engines = [ours, plain, same, arquero, duckdb].map((engine) => engine(data, { ...libraries, module }));
  const taken = measure(engines, data, { rounds, log });
  const facts = { platform: libraries.platform, persons, practices, groups: region.groups(), csv: data.csv.length };
  const duckVersion = libraries.duck.getVersion();
  const growth = [];
  for (const size of sizes) growth.push(await grow(libraries, { ...size, seed: SEED, rounds, log }));
  return { taken, facts: { ...facts, duckVersion }, growth };
}

function made(module, persons, practices) {
  const region = module.Region.make(persons, practices, SEED);
  if (!region) throw new Error('no region');
  return region;
}

// Copies outside the engine's memory, so that every engine has the same bytes.
function columns(region, rounds) {
  return {
    region,
    persons: region.persons(),
    practices: region.practices(),
    practice: region.practice_column(),
    key: region.key_column(),
    mask: region.mask_column(),
    cost: region.cost_column(),
    cellOfKey: region.cell_of_key(),
    csv: region.csv(),
    amounts: [region.amounts(0), region.amounts(1)],
    moves: Array.from({ length: Math.min(rounds, 12) }, (_, condition) => drag(region, condition)),
  };
}

// The amounts as one weight is dragged upwards, half a krona at a time; the table follows.
export function drag(region, condition) {
  return Array.from({ length: STEPS + 1 }, (_, step) => {
    const amounts = region.moved(condition, 50 * step);
    if (amounts.length === 0) throw new Error(`condition ${condition}: no amounts at step ${step}`);
    return amounts;
  });
}
