// The page before the app runs, and when it cannot run.
import test from 'node:test';
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { TARGET, URL_UNDER_TEST, axe, open } from './harness.mjs';

const WITHIN = { timeout: 2_000 };

/** The failure that the reader sees, as text. */
async function failure(page) {
  await page.locator('#shell-failed').waitFor(WITHIN);
  assert.equal(await page.locator('#shell-starting').isVisible(), false, 'it no longer says that it is starting');
  return page.locator('#shell-failed').innerText();
}

/** The message names the fault, says that nothing is lost, and what to do. */
function assertSaysWasmIsRefused(text) {
  assert.match(text, /Webbläsaren tillåter inte WebAssembly/);
  assert.match(text, /Ingenting har gått förlorat/);
  assert.match(text, /Edge, Chrome, Firefox eller Safari/);
  assert.match(text, /be IT tillåta WebAssembly för filen/);
  assert.doesNotMatch(text, /för gammal|kunde inte hämtas|stannade/, 'only the message that fits is shown');
}

test('the app takes the place of the shell', async (t) => {
  const page = await open(t);
  await page.locator('#shell').waitFor({ state: 'detached' });
  assert.equal(await page.locator('h1:visible').count(), 1);
});

test('the document says what it is', async (t) => {
  const page = await open(t);
  assert.equal(await page.locator('html').getAttribute('lang'), 'sv');
  assert.match(await page.locator('meta[name=description]').getAttribute('content'), /vårdcentral/);
  assert.equal(await page.locator('meta[name=color-scheme]').getAttribute('content'), 'light dark');
});

test('without WebAssembly the shell says so in Swedish', async (t) => {
  const page = await open(t, { init: () => delete globalThis.WebAssembly });
  assertSaysWasmIsRefused(await failure(page));
});

test('a module that does not compile is reported in the same way', async (t) => {
  const page = await open(t, {
    init: () => {
      const refuse = () => Promise.reject(new WebAssembly.CompileError('refused for the test'));
      WebAssembly.compile = WebAssembly.instantiate = WebAssembly.instantiateStreaming = refuse;
    },
  });
  const text = await failure(page);
  assertSaysWasmIsRefused(text);
  assert.match(text, /CompileError: refused for the test/);
});

test('a policy that forbids WebAssembly is reported in the same way', async (t) => {
  assertSaysWasmIsRefused(await failure(await openForbidden(t)));
});

/** The page under a policy without 'wasm-unsafe-eval', as a cautious IT department could set it. */
async function openForbidden(t) {
  const expectConsole = true;
  if (TARGET === 'served') {
    const page = await open(t, { url: 'about:blank', expectConsole });
    await page.route(URL_UNDER_TEST, async (route) => {
      const response = await route.fetch();
      const headers = response.headers();
      headers['content-security-policy'] = forbid(headers['content-security-policy']);
      await route.fulfill({ response, headers });
    });
    await page.goto(URL_UNDER_TEST);
    return page;
  }
  const folder = mkdtempSync(join(tmpdir(), 'viktat-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const copy = join(folder, 'forbidden.html');
  writeFileSync(copy, forbid(readFileSync(fileURLToPath(URL_UNDER_TEST), 'utf8')));
  return open(t, { url: pathToFileURL(copy).href, expectConsole });
}

function forbid(text) {
  assert.ok(text.includes(" 'wasm-unsafe-eval'"), 'there is a permission to take away');
  return text.replace(" 'wasm-unsafe-eval'", '');
}

test('an app that stops at once says that the fault is its own', async (t) => {
  const page = await open(t, {
    init: () => {
      const stop = () => Promise.reject(new WebAssembly.RuntimeError('unreachable'));
      WebAssembly.compile = WebAssembly.instantiate = WebAssembly.instantiateStreaming = stop;
    },
  });
  const text = await failure(page);
  assert.match(text, /Det är ett fel i Viktat/);
  assert.doesNotMatch(text, /tillåter inte WebAssembly/);
});

test('a served page whose module cannot be fetched says so', { skip: TARGET !== 'served' && 'nothing is fetched' }, async (t) => {
  const page = await open(t, { url: 'about:blank', expectConsole: true });
  await page.route('**/app_bg.wasm', (route) => route.abort());
  await page.goto(URL_UNDER_TEST);
  assert.match(await failure(page), /En del av sidan kunde inte hämtas/);
});

test('without scripts the shell says so, and not that it is starting', async (t) => {
  const page = await open(t, { scripts: false });
  const text = await page.locator('main').innerText();
  assert.match(text, /Webbläsaren tillåter inte JavaScript/);
  assert.doesNotMatch(text, /startar …|WebAssembly saknas|Teknisk uppgift/);
});

for (const dark of [false, true]) {
  test(`the failure is accessible, ${dark ? 'dark' : 'light'}`, async (t) => {
    const page = await open(t, { dark, width: 320, init: () => delete globalThis.WebAssembly });
    await failure(page);
    assert.deepEqual(await axe(page), []);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(overflow <= 0, `the page is ${overflow} px too wide`);
  });
}
