// Nothing leaves the browser: every way out is tried from inside the page, towards a server that counts.
import test from 'node:test';
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { TARGET, URL_UNDER_TEST, open, openView, showTab } from './harness.mjs';

/** A server of another origin that would answer anything, and counts. */
async function countingServer(t) {
  const hits = [];
  const server = createServer((request, response) => {
    hits.push(`${request.method} ${request.url}`);
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }).end('hit');
  });
  server.on('upgrade', (request, socket) => {
    hits.push(`UPGRADE ${request.url}`);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return { hits, origin: `http://127.0.0.1:${server.address().port}` };
}

/** Online even as a single file: it is the policy that must hold, not the missing network. */
async function openOnline(t) {
  const page = await open(t, { offline: false, expectConsole: true });
  await page.locator('#shell').waitFor({ state: 'detached' });
  return page;
}

/** In the page: tries one way out and gives the directives that the browser says were violated meanwhile. */
async function tryWayOut({ way, origin }) {
  const url = `${origin}/${way}`;
  const element = (name, attributes) => document.head.append(Object.assign(document.createElement(name), attributes));
  const ways = {
    fetch: () => fetch(url, { method: 'POST', mode: 'no-cors', body: 'secret' }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open('POST', url);
      request.send('secret');
    },
    websocket: () => void new WebSocket(url.replace('http', 'ws')),
    eventsource: () => void new EventSource(url),
    beacon: () => navigator.sendBeacon(url, 'secret'),
    image: () => element('img', { src: url }),
    script: () => element('script', { src: url }),
    style: () => element('link', { rel: 'stylesheet', href: url }),
    prefetch: () => element('link', { rel: 'prefetch', href: url }),
    frame: () => document.body.append(Object.assign(document.createElement('iframe'), { src: url })),
    media: () => element('video', { src: url }),
    form: () => {
      const form = Object.assign(document.createElement('form'), { action: url, method: 'post' });
      document.body.append(form);
      form.submit();
    },
  };
  const violated = [];
  const listener = (event) => violated.push(event.effectiveDirective);
  document.addEventListener('securitypolicyviolation', listener);
  try {
    await ways[way]();
  } catch {
    // A refusal may also be an exception. The violation is what counts.
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  document.removeEventListener('securitypolicyviolation', listener);
  return violated;
}

const DIRECTIVES = {
  fetch: 'connect-src', xhr: 'connect-src', websocket: 'connect-src', eventsource: 'connect-src',
  beacon: 'connect-src', image: 'img-src', script: 'script-src-elem', style: 'style-src-elem',
  prefetch: 'default-src', frame: 'frame-src', media: 'media-src', form: 'form-action',
};

test('every way out of the page is blocked by its policy', async (t) => {
  const server = await countingServer(t);
  const page = await openOnline(t);
  for (const [way, directive] of Object.entries(DIRECTIVES)) {
    const violated = await page.evaluate(tryWayOut, { way, origin: server.origin });
    assert.ok(violated.includes(directive), `${way}: no violation of ${directive}, but of [${violated}]`);
  }
  assert.deepEqual(server.hits, []);
});

test('the same tries do reach the server from a page without a policy', async (t) => {
  const server = await countingServer(t);
  const page = await open(t, { url: 'about:blank', offline: false, expectConsole: true });
  await page.goto(server.origin);
  for (const way of ['fetch', 'xhr', 'websocket', 'eventsource', 'beacon', 'image', 'form']) {
    await page.evaluate(tryWayOut, { way, origin: server.origin }).catch(() => {});
    assert.ok(server.hits.some((hit) => hit.endsWith(`/${way}`)), `${way} did not reach the server`);
  }
});

/** A page of another origin that shows an address in a frame. */
async function framing(t, address) {
  const server = createServer((request, response) => {
    response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<iframe src="${address}"></iframe>`);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => server.close());
  return `http://127.0.0.1:${server.address().port}/`;
}

// a policy in the page itself cannot say it: browsers heed frame-ancestors only as a header
test('another page cannot show the served page in a frame', { skip: TARGET !== 'served' }, async (t) => {
  const page = await open(t, { url: 'about:blank', expectConsole: true });
  const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
  await page.goto(await framing(t, URL_UNDER_TEST));
  await refused;
  assert.equal(await page.frames()[1].locator('#app').count(), 0);
});

test('every file is served with every header', { skip: TARGET !== 'served' }, async () => {
  for (const file of ['', 'app.js', 'app_bg.wasm', 'nowhere']) {
    const { headers } = await fetch(new URL(file, URL_UNDER_TEST));
    assert.match(headers.get('content-security-policy'), /^default-src 'none';.*; frame-ancestors 'none'$/);
    assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin', file);
    assert.equal(headers.get('cross-origin-resource-policy'), 'same-origin', file);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', file);
    assert.equal(headers.get('referrer-policy'), 'no-referrer', file);
    assert.equal(headers.get('x-frame-options'), 'DENY', file);
    assert.match(headers.get('permissions-policy'), /camera=\(\).*microphone=\(\)/, file);
  }
});

test('the licences of all libraries are in the page', async (t) => {
  const page = await openView(t, 'method');
  await showTab(page, 'method', 'skydd');
  await page.getByRole('button', { name: 'Visa licenserna' }).click();
  const text = await page.getByRole('group', { name: 'Licenser' }).innerText();
  for (const library of ['yew', 'calamine', 'wasm-bindgen', 'The Rust standard library']) {
    assert.ok(text.split(library).length > 2, `${library} stands in the list and with its text`);
  }
  assert.ok(text.includes('Permission is hereby granted') && !text.includes('bincode'));
});

test('the page leaves nothing in the browser', async (t) => {
  const page = await openOnline(t);
  const left = await page.evaluate(async () => ({
    cookies: document.cookie,
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    databases: await indexedDB.databases(),
    caches: 'caches' in globalThis ? await caches.keys() : [],
  }));
  assert.deepEqual(left, { cookies: '', local: [], session: [], databases: [], caches: [] });
  assert.deepEqual(await page.context().cookies(), []);
});
