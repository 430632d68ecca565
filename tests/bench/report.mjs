// What was measured against what is to be reached, as Markdown. Measures nothing.
import { readFile } from 'node:fs/promises';
import { median } from './tasks.mjs';

// Each goal: what it says, the figure, its limit, and whether the figure may be at most or must be at least that.
const GOALS = [
  most('an update, in readings', (run) => run.of('update') / run.read, 0.15),
  most('an update for 10.6 million persons, in readings', (run) => run.country.update / run.country.read, 0.07),
  least('an update, times quicker than DuckDB-WASM', (run) => run.of('update', 'DuckDB-WASM') / run.of('update'), 250),
  least('an update, times quicker than plain JavaScript', (run) => run.of('update', 'plain JS') / run.of('update'), 40),
  least('an update, times quicker than the same algorithm in JavaScript', (run) => run.of('update', 'same in JS') / run.of('update'), 2.5),
  most('the first result, in readings', (run) => run.of('first') / run.read, 12),
  most('the first result, of the time of plain JavaScript', (run) => run.of('first') / run.of('first', 'plain JS'), 0.75),
  least('the first result, times quicker than DuckDB-WASM', (run) => run.of('first', 'DuckDB-WASM') / run.of('first'), 15),
  least('the first result, times quicker than Arquero', (run) => run.of('first', 'Arquero') / run.of('first'), 45),
  most('a fit of all coefficients from the persons, in readings', (run) => run.of('fit') / run.read, 3.5),
  most('a fit again from the groups, in readings', (run) => run.of('refit') / run.read, 0.15),
  least('reading a file, times quicker than a loop in JavaScript without checks', (run) => run.of('ingest', 'plain JS') / run.of('ingest'), 1.5),
  least('reading a file, times quicker than DuckDB-WASM', (run) => run.of('ingest', 'DuckDB-WASM') / run.of('ingest'), 10),
  most('bytes a person, steady', (run) => run.base.steady, 16),
  most('bytes a person, at most', (run) => run.base.peak, 24),
  most('memory for 10.6 million persons, in MB', (run) => run.country.memory / 1e6, 260),
  most('exponent of an update in persons', (run) => Math.log(run.large.update / run.few.update) / Math.log(run.large.persons / run.few.persons), 0.6),
  most('an update with ten times the practices, by one with as many as now', (run) => run.split.update / run.base.update, 1.25),
];

function most(what, figure, limit) {
  return { what, figure, limit, sign: '≤', reached: (value) => value <= limit };
}

function least(what, figure, limit) {
  return { what, figure, limit, sign: '≥', reached: (value) => value >= limit };
}

function known({ taken, facts, growth }) {
  const of = (task, engine = 'ours') => median(taken[task][engine]);
  const [few, base, split, large, country] = growth;
  return { taken, facts, growth, of, read: median([...taken.read.ours, ...taken['read again'].ours]), few, base, split, large, country };
}

export async function report(runs, { busy, cores }) {
  const all = runs.map(known);
  const { facts } = all[0];
  return [
    `${whole(facts.persons)} made-up persons (seed 1), ${facts.practices} practices, 42 cells, 12 conditions and 2 counts, ${whole(facts.groups)} groups; a file of ${(facts.csv / 1e6).toFixed(1)} MB. ${await versions(facts)}`,
    '',
    `When it began, ${busy.toFixed(1)} processes wanted the ${cores} cores.${busy < 1 ? '' : ' Others were at work: long tasks waited for them and short ones did not, so that ratios of an update to anything long are too good, and no figure is firm.'}`,
    '',
    `A *reading* is ten bytes of each person read once in WASM: ${all.map((run) => `${run.read.toFixed(2)} ms in ${run.facts.platform}`).join(', ')}.`,
    '',
    ...table(['goal', '', ...all.flatMap((run) => [run.facts.platform, ''])], GOALS.map((goal) => goalRow(goal, all))),
    '',
    ...all.flatMap((run) => [...taskTable(run), '']),
    ...all.flatMap((run) => [...growthTable(run), '']),
  ].join('\n');
}

function goalRow({ what, figure, limit, sign, reached }, all) {
  const cells = all.flatMap((run) => {
    const value = figure(run);
    return [short(value), reached(value) ? 'reached' : '**missed**'];
  });
  return [what, `${sign} ${limit}`, ...cells];
}

function taskTable(run) {
  const engines = Object.keys(run.taken.first);
  const tasks = Object.entries(run.taken).filter(([task]) => task !== 'read again');
  const row = ([task, taken]) => [NAMES[task], ...engines.map((engine) => (taken[engine] ? short(median(taken[engine])) : ''))];
  return [`Milliseconds in ${run.facts.platform}, medians of ${run.taken.first.ours.length} interleaved rounds:`, '', ...table(['task', ...engines], tasks.map(row))];
}

const NAMES = {
  read: 'reading ten bytes a person',
  first: 'first result: groups, sorting, two models',
  pass: '– persons to groups',
  sort: '– sorting costs',
  evaluate: '– two models at first',
  update: 'update: one weight, all outputs',
  fit: 'fit: persons to groups to coefficients',
  refit: 'fit again: sums to coefficients',
  solve: '– the solution alone',
  ingest: 'reading the file',
  load: 'typed arrays to a table',
};

function growthTable(run) {
  const row = (one) => [
    whole(one.persons),
    whole(one.practices),
    whole(one.groups),
    short(one.read),
    short(one.first),
    short(one.update),
    short(one.update / one.read),
    one.persons_bytes.toFixed(1),
    one.steady.toFixed(1),
    one.peak.toFixed(1),
    (one.memory / 1e6).toFixed(0),
  ];
  const heads = ['persons', 'practices', 'groups', 'reading, ms', 'first, ms', 'update, ms', 'update, readings', 'bytes a person: columns', 'steady', 'at most', 'memory, MB'];
  return [`Ours at other sizes in ${run.facts.platform}, the persons read from a file:`, '', ...table(heads, run.growth.map(row))];
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map((_, i) => (i ? '---:' : '---'))), ...rows.map(line)];
}

async function versions({ duckVersion }) {
  const lock = JSON.parse(await readFile(new URL('package-lock.json', import.meta.url)));
  const of = (name) => lock.packages[`node_modules/${name}`].version;
  return `DuckDB-WASM ${of('@duckdb/duckdb-wasm')} (DuckDB ${duckVersion}), Arquero ${of('arquero')}.`;
}

const whole = (n) => n.toLocaleString('en').replaceAll(',', ' ');

function short(value) {
  if (value >= 100) return value.toFixed(0);
  return value >= 10 ? value.toFixed(1) : value.toFixed(value >= 1 ? 2 : 3);
}

// Puts the figures between their marks.
export function placed(document, figures) {
  const [begin, end] = ['<!-- measured -->', '<!-- /measured -->'];
  const [before, rest] = document.split(begin);
  const after = rest?.split(end)[1];
  if (after === undefined) throw new Error(`docs/benchmarks.md lacks ${begin} or ${end}`);
  return `${before}${begin}\n\n${figures.trim()}\n\n${end}${after}`;
}
