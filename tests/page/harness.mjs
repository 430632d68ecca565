// What every page test needs: a browser, the page under test, and the rule that a page is silent.
// It knows no view of the app.
import { after } from 'node:test';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';

/** `served` (over HTTP) or `single` (one file under file://, offline unless a test says otherwise). */
export const TARGET = process.env.VIKTAT_TARGET;
/** The address of the page under test, without a view. */
export const URL_UNDER_TEST = process.env.VIKTAT_URL;
assert.ok(
  ['served', 'single'].includes(TARGET) && URL_UNDER_TEST,
  'set VIKTAT_TARGET (served or single) and VIKTAT_URL, or run `cargo xtask test page`',
);

const ARGUMENTS = [
  '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage', '--disable-quic',
  '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

/** A new browser with a profile of its own. The caller closes it. */
export function launch() {
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS });
}

let shared;
after(async () => (await shared)?.close());

/**
 * Opens the page in a context of its own and returns the Playwright page. When the test ends, it fails if the page
 * wrote to the console, threw, or asked for anything outside itself.
 *
 * @param t the test's context
 * @param options
 *   view: the hash route, such as '#/modellen'; width, height: the window in CSS pixels; dark, reducedMotion: what the
 *   reader prefers; lang: the browser's language; scripts: false for a browser that runs none; offline: false to let
 *   the single file reach the network; expectConsole: true when the test provokes messages; init: a function that runs
 *   before the page's own scripts; url: another address than the page under test.
 */
export async function open(t, options = {}) {
  const {
    view = '', width = 1366, height = 768, dark = false, lang = 'sv-SE', reducedMotion = false,
    scripts = true, offline = TARGET === 'single', expectConsole = false, init, url = URL_UNDER_TEST,
  } = options;
  shared ??= launch();
  const context = await (await shared).newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: reducedMotion ? 'reduce' : 'no-preference',
    locale: lang,
    offline,
    javaScriptEnabled: scripts,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const complaints = listen(page, url);
  t.after(async () => {
    await context.close();
    if (!expectConsole) assert.deepEqual(complaints, [], 'the page complained');
  });
  if (init) await page.addInitScript(init);
  await page.goto(url + view);
  return page;
}

/** Collects what a healthy page never does. */
function listen(page, url) {
  const complaints = [];
  const home = new URL(url);
  page.on('console', (message) => complaints.push(`console ${message.type()}: ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.stack ?? error}`));
  page.on('request', (request) => {
    const to = new URL(request.url());
    const own = ['data:', 'blob:'].includes(to.protocol)
      || (home.protocol === 'file:' ? to.href.split('#')[0] === home.href : to.origin === home.origin);
    if (!own) complaints.push(`request to ${to.href}`);
  });
  return complaints;
}

/** Waits until the app has rendered. */
export async function waitReady(page) {
  await page.waitForSelector('#app[data-ready]', { state: 'attached' });
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const AXE_TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'];

/** The accessibility faults that axe finds, one short line for each element. */
export async function axe(page) {
  await page.evaluate(`${AXE}; undefined`);
  const violations = await page.evaluate(
    async (values) => (await window.axe.run(document, { runOnly: { type: 'tag', values } })).violations,
    AXE_TAGS,
  );
  return violations.flatMap(({ id, help, nodes }) => nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}`));
}
