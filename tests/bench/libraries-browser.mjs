// Every engine's library as a browser has it.
import * as arrow from 'apache-arrow';
import * as duckdb from './node_modules/@duckdb/duckdb-wasm/dist/duckdb-browser-blocking.mjs';

export async function libraries() {
  const file = (name) => new URL(`./node_modules/@duckdb/duckdb-wasm/dist/${name}`, import.meta.url).href;
  const bundles = {
    mvp: { mainModule: file('duckdb-mvp.wasm'), mainWorker: '' },
    eh: { mainModule: file('duckdb-eh.wasm'), mainWorker: '' },
  };
  const duck = await duckdb.createDuckDB(bundles, new duckdb.VoidLogger(), duckdb.BROWSER_RUNTIME);
  await duck.instantiate(() => {});
  let instances = 0;
  // each with memory of its own
  const engine = async () => {
    const module = await import(`/engine/bench.mjs?${instances++}`);
    const { memory } = await module.default({ module_or_path: '/engine/bench_bg.wasm' });
    return { module, memory };
  };
  return { aq: globalThis.aq, arrow, duck, engine, platform: 'Chromium' };
}
