// The benchmark: in Node, then in Chromium. `node run.mjs FOLDER [--small] [--write]`, as `cargo xtask bench` starts it,
// with the folder of the compiled engine. Fails when two engines differ.
import { readFile, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg } from 'node:os';
import { chromium } from '../page/node_modules/playwright-core/index.mjs';
import { everything } from './everything.mjs';
import { libraries } from './libraries-node.mjs';
import { placed, report } from './report.mjs';
import { serve } from './server.mjs';

const [engineFolder, ...options] = process.argv.slice(2);
const small = options.includes('--small');
const million = 1_000_000;
const settings = small
  ? { persons: 2000, practices: 10, rounds: 1, sizes: [{ persons: 2000, practices: 10 }] }
  : {
      persons: 1.4 * million,
      practices: 180,
      rounds: 9,
      sizes: [
        { persons: 0.35 * million, practices: 180 },
        { persons: 1.4 * million, practices: 180 },
        { persons: 1.4 * million, practices: 1800 },
        { persons: 5.6 * million, practices: 180 },
        { persons: 10.6 * million, practices: 1100 },
      ],
    };
const log = (text) => console.error(`  ${text}`);

async function inChromium() {
  const server = await serve(engineFolder);
  const arguments_ = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
  const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: arguments_ });
  try {
    const page = await browser.newPage();
    page.setDefaultTimeout(0);
    await page.exposeFunction('log', log);
    await page.goto(`http://127.0.0.1:${server.address().port}/page.html`);
    const found = await page.evaluate(async (settings) => {
      const { libraries } = await import('/libraries-browser.mjs');
      const { everything } = await import('/everything.mjs');
      return everything(await libraries(), { ...settings, log: globalThis.log });
    }, settings);
    found.facts.platform = `Chromium ${browser.version()}`;
    return found;
  } finally {
    await browser.close();
    server.close();
  }
}

const [busy, cores] = [loadavg()[0], availableParallelism()];
const runs = [await everything(await libraries(engineFolder), { ...settings, log }), await inChromium()];
if (small) {
  console.log('every engine gives the same answers, in Node and in Chromium');
} else {
  const figures = await report(runs, { busy, cores });
  console.log(figures);
  const document = new URL('../../docs/benchmarks.md', import.meta.url);
  if (options.includes('--write')) await writeFile(document, placed(await readFile(document, 'utf8'), figures));
}
process.exit(0);
