// A weight dragged in the real page, on a processor four times slower: from the input event to the last change of the
// document and to the frame that shows it, and how long the frames of a drag are. `node slider.mjs [RATE]`; needs a built dist/viktat.html.
import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import { chromium } from '../page/node_modules/playwright-core/index.mjs';

const rate = Number(process.argv[2] ?? 4);
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

// Each step from rest: when the document first changes, when it has changed for the last time, and the frames of both.
const stepwise = (steps) =>
  page.evaluate(async (steps) => {
    const slider = document.getElementById('trial-weight');
    const seen = { changes: [], frames: [] };
    const painted = new MessageChannel();
    painted.port1.onmessage = () => seen.frames.push(performance.now());
    const observer = new MutationObserver(() => {
      seen.changes.push(performance.now());
      requestAnimationFrame(() => painted.port2.postMessage(0));
    });
    observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    const out = [];
    const from = Number(slider.value);
    for (let step = 0; step < steps; step++) {
      await new Promise(requestAnimationFrame);
      [seen.changes, seen.frames] = [[], []];
      slider.value = String(from + (step % 2 ? -1 : 1) * (1 + (step % 5)));
      const start = performance.now();
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await new Promise((go) => setTimeout(go, 700));
      const ends = (times) => [times.at(0) - start, times.at(-1) - start];
      const [[change, last], [frame, lastFrame]] = [ends(seen.changes), ends(seen.frames)];
      out.push({ change, frame, last, lastFrame });
    }
    observer.disconnect();
    return out;
  }, steps);

// An input event in every frame, as a browser sends them: how long the frames are.
const dragged = (frames) =>
  page.evaluate(async (frames) => {
    const slider = document.getElementById('trial-weight');
    const from = Number(slider.value);
    const out = [];
    let before = await new Promise(requestAnimationFrame);
    for (let frame = 0; frame < frames; frame++) {
      slider.value = String(from + (frame % 40 < 20 ? frame % 20 : 20 - (frame % 20)));
      slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
      const now = await new Promise(requestAnimationFrame);
      out.push({ frame: now - before });
      before = now;
    }
    return out;
  }, frames);

async function spent(work, count) {
  const before = await totals();
  const steps = await work(count);
  const after = await totals();
  const each = (name) => (((after[name] - before[name]) * 1000) / count).toFixed(1);
  const parts = `script ${each('ScriptDuration')}, style ${each('RecalcStyleDuration')}, layout ${each('LayoutDuration')}, all tasks ${each('TaskDuration')}`;
  const of = (name, share = 0.5) => steps.map((step) => step[name]).sort((a, b) => a - b)[Math.floor(steps.length * share)].toFixed(1);
  return { of, parts };
}

await stepwise(6);
console.log(`CPU ${rate} times slower; medians in ms`);
const step = await spent(stepwise, 24);
console.log(`one step from rest: first change ${step.of('change')}, its frame ${step.of('frame')}, last change ${step.of('last')}, its frame ${step.of('lastFrame')}`);
console.log(`  of a step: ${step.parts}`);
const drag = await spent(dragged, 120);
console.log(`a drag, an event a frame: frame ${drag.of('frame')}, nine in ten within ${drag.of('frame', 0.9)}`);
console.log(`  of a frame: ${drag.parts}`);
await browser.close();
