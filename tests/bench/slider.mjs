// A weight dragged in the real page, on a processor four times slower: from the input event to the last change of the
// document and to the frame that shows it. `node slider.mjs [RATE]`; needs a built dist/viktat.html.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from '../page/node_modules/playwright-core/index.mjs';
import { median } from './tasks.mjs';

const rate = Number(process.argv[2] ?? 4);
const STEPS = 24;
const page_ = pathToFileURL(join(import.meta.dirname, '../../dist/viktat.html')).href;
const arguments_ = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'];
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: arguments_ });
const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
await page.goto(`${process.env.VIKTAT_PAGE ?? page_}#/alla-vardcentraler`);
await page.waitForSelector('.region-details', { state: 'attached', timeout: 120_000 });
// CPM stands in the details
await page.evaluate(() => document.querySelectorAll('details.region-details:not([open]) > summary').forEach((one) => one.click()));
await page.waitForTimeout(3000);
const session = await page.context().newCDPSession(page);
await session.send('Emulation.setCPUThrottlingRate', { rate });
await session.send('Performance.enable');

async function totals() {
  const { metrics } = await session.send('Performance.getMetrics');
  return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
}

// Each step from rest: whatever waits for the slider to rest has been done.
const drag = (steps) =>
  page.evaluate(async (steps) => {
    const slider = document.getElementById('trial-weight');
    const painted = new MessageChannel();
    let [shown, changed, frame, first] = [() => {}, 0, 0, 0];
    painted.port1.onmessage = () => shown();
    const observer = new MutationObserver(() => {
      changed = performance.now();
      first ||= changed;
      requestAnimationFrame(() => {
        shown = () => (frame = performance.now());
        painted.port2.postMessage(0);
      });
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const out = [];
    const from = Number(slider.value);
    for (let step = 0; step < steps; step++) {
      [changed, frame, first] = [0, 0, 0];
      slider.value = String(from + (step % 2 ? -1 : 1) * (1 + (step % 5)));
      await new Promise(requestAnimationFrame);
      const start = performance.now();
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const handler = performance.now() - start;
      await new Promise((go) => setTimeout(go, 60));
      // before anything that waits for rest
      const soon = { handler, first: first - start, changed: changed - start, frame: frame - start };
      await new Promise((go) => setTimeout(go, 500));
      out.push({ ...soon, rested: frame - start });
    }
    observer.disconnect();
    return out;
  }, steps);

await drag(6);
const before = await totals();
const steps = await drag(STEPS);
const after = await totals();
const of = (name) => median(steps.map((step) => step[name])).toFixed(1);
const each = (name) => (((after[name] - before[name]) * 1000) / STEPS).toFixed(1);
console.log(`CPU ${rate} times slower, ${STEPS} steps of the slider; medians in ms from the input event`);
console.log(`handler returns ${of('handler')}, first change ${of('first')}, last change within 60 ms ${of('changed')}, its frame ${of('frame')}, frame of the last change of all ${of('rested')}`);
console.log(`a step, all until rest: script ${each('ScriptDuration')}, style ${each('RecalcStyleDuration')}, layout ${each('LayoutDuration')}, tasks ${each('TaskDuration')}`);
await browser.close();
