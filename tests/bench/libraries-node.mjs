// Every engine's library as Node has it.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import * as aq from 'arquero';

const require = createRequire(import.meta.url);

export async function libraries(engineFolder) {
  const duckdb = require('@duckdb/duckdb-wasm/blocking');
  const arrow = require('apache-arrow');
  const file = (name) => require.resolve(`@duckdb/duckdb-wasm/dist/${name}`);
  const bundles = {
    mvp: { mainModule: file('duckdb-mvp.wasm'), mainWorker: '' },
    eh: { mainModule: file('duckdb-eh.wasm'), mainWorker: '' },
  };
  const duck = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.NODE_RUNTIME);
  await duck.instantiate(() => {});
  let instances = 0;
  // each with memory of its own
  const engine = async () => {
    const module = await import(`${pathToFileURL(`${engineFolder}/bench.mjs`)}?${instances++}`);
    const { memory } = module.initSync({ module: await readFile(`${engineFolder}/bench_bg.wasm`) });
    return { module, memory };
  };
  return { aq, arrow, duck, engine, platform: `Node ${process.versions.node}` };
}
