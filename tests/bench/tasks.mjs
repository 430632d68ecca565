// The tasks in interleaved rounds: each round gives every engine its turn, and the one that begins changes.
import { check } from './agree.mjs';

// By engine and task: milliseconds of each round.
export function measure(engines, data, { rounds, log }) {
  const taken = {};
  const own = engines[0];
  const times = (task, among, work) => {
    log(task);
    for (let round = 0; round < rounds; round++) {
      among.forEach((_, turn) => {
        const engine = among[(round + turn) % among.length];
        const milliseconds = work(engine, round);
        ((taken[task] ??= {})[engine.name] ??= []).push(milliseconds);
      });
    }
  };
  const named = (what) => engines.map((engine) => [engine.name, what(engine)]);
  const able = (task) => engines.filter((engine) => engine[task]);

  engines.forEach((engine) => engine.first());
  check('first result', named((engine) => engine.answer()));
  times('read', [own], () => clocked(() => own.readOnce(), 5));
  times('first', engines, (engine) => clocked(engine.first));
  for (const part of ['pass', 'sort', 'evaluate']) times(part, [own], () => clocked(own[part]));
  check('first result again', named((engine) => engine.answer()));

  // one drag of a slider each: the same amounts in the same order
  const drag = (round) => data.moves[round % data.moves.length];
  times('update', engines, (engine, round) => {
    const moves = drag(round);
    engine.update(moves[0]);
    let step = 1;
    return clocked(() => engine.update(moves[step++]), engine.updates);
  });
  engines.forEach((engine) => engine.update(data.moves[0].at(-1)));
  check('update', named((engine) => engine.answer()));

  check('fit', able('refit').map((engine) => [engine.name, engine.refit()]));
  times('fit', [own], () => clocked(() => own.pass() && own.refit()));
  times('refit', able('refit'), (engine) => clocked(engine.refit));
  times('solve', [own], () => clocked(() => own.solve(), 5));
  own.first();

  check('reading', named((engine) => Object.values(engine.ingest())));
  const quick = engines.filter((engine) => engine.name !== 'same in JS');
  times('ingest', quick, (engine) => clocked(engine.ingest));
  times('load', able('load'), (engine) => clocked(engine.load));
  times('read again', [own], () => clocked(() => own.readOnce(), 5));
  return taken;
}

// Milliseconds of one of so many in a row.
function clocked(work, times = 1) {
  const start = performance.now();
  for (let i = 0; i < times; i++) work();
  return (performance.now() - start) / times;
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
}
