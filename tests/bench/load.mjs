// How long a click on each view takes on a fresh visit, over a slow line and on a processor four times slower: from the
// click until the view can be used. `node load.mjs [ROUNDS]`; needs a built dist/, which it serves packed, as a web server
// does. Prints the medians of the rounds.
import { createServer } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { chromium } from '../page/node_modules/playwright-core/index.mjs';

const rounds = Number(process.argv[2] ?? 5);
const KINDS = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.wasm': 'application/wasm', '.txt': 'text/plain' };
const packed = {};
const server = createServer((request, response) => {
  const path = new URL(request.url, 'http://localhost').pathname;
  const file = join(process.env.VIKTAT_DIST ?? join(import.meta.dirname, '../../dist'), path === '/' ? 'index.html' : path);
  if (!existsSync(file)) return response.writeHead(404).end();
  packed[file] ??= brotliCompressSync(readFileSync(file));
  response.writeHead(200, { 'content-type': KINDS[extname(file)] ?? 'application/octet-stream', 'content-encoding': 'br' });
  return response.end(packed[file]);
});
await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
const url = `http://127.0.0.1:${server.address().port}/`;
const LINE = { offline: false, latency: 80, downloadThroughput: 10e6 / 8, uploadThroughput: 10e6 / 8 };
const SLOWER = 4;
const VIEWS = ['modellen', 'min-vardcentral', 'alla-vardcentraler', 'lakarkontakt', 'metod'];
const arguments_ = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: arguments_ });
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)];

/** A page that has been opened for the first time, and how long that took until something large was painted. */
async function fresh() {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'sv-SE' });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', LINE);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  const start = performance.now();
  await page.goto(url);
  await page.locator('main:not([aria-busy]) h1').waitFor();
  await page.locator('header nav a').first().waitFor();
  return { context, page, usable: performance.now() - start };
}

/** Milliseconds from the click until the view stands there and is not busy. */
async function click(view) {
  const { context, page, usable } = await fresh();
  const took = await page.evaluate(async (view) => {
    const link = document.querySelector(`a[href$="#/${view}"]`);
    const before = document.querySelector('main h1').textContent;
    const start = performance.now();
    link.click();
    const main = () => document.querySelector('main');
    const isThere = () => !main().hasAttribute('aria-busy') && main().querySelector('h1')?.textContent !== before;
    do await new Promise(requestAnimationFrame); while (!isThere() || main().innerText.length < 400);
    return performance.now() - start;
  }, view);
  const painted = await page.evaluate(() => new Promise((tell) => {
    new PerformanceObserver((list) => tell(list.getEntries().at(-1).startTime)).observe({ type: 'largest-contentful-paint', buffered: true });
  }));
  const kib = await page.evaluate(() => performance.getEntriesByType('resource').reduce((sum, one) => sum + one.transferSize, 0) / 1024);
  await context.close();
  return { usable, took, painted, kib };
}

const shown = (list, of) => Math.round(median(list.map(of))).toString().padStart(6);
console.log('view                 first view usable  largest paint  click to usable  fetched, KiB');
for (const view of VIEWS) {
  const seen = [];
  for (let round = 0; round < rounds; round += 1) seen.push(await click(view));
  const [usable, painted, took, kib] = [(one) => one.usable, (one) => one.painted, (one) => one.took, (one) => one.kib].map((of) => shown(seen, of));
  console.log(`${view.padEnd(20)} ${usable} ms          ${painted} ms      ${took} ms        ${kib}`);
}
await browser.close();
server.close();
