// The part of the page that is fetched after the first view: what a reader sees when it does not come.
import test from 'node:test';
import assert from 'node:assert/strict';
import { TARGET, axe, open, openView, show, speak, waitReady } from './harness.mjs';

/** Makes the first piece fail as many times as asked, whatever the page is served from. */
function failing(times) {
  let left = times;
  const set = (load) => (name) => (left-- > 0 ? Promise.reject(new Error(`no ${name}, for the test`)) : load(name));
  let real;
  Object.defineProperty(self, 'viktatPiece', {
    get: () => real,
    set: (load) => {
      const broken = set(load);
      real = (name) => (name === 'app_bg' ? load(name) : broken(name));
    },
  });
}

test('a view that could not be fetched says so, and comes when asked again', async (t) => {
  const page = await open(t, { view: '#/modellen', init: `(${failing})(1)` });
  const alert = page.getByRole('alert').filter({ hasText: 'kunde inte hämtas' });
  await alert.waitFor();
  assert.match(await alert.innerText(), /Ingenting du har fyllt i har gått förlorat/);
  assert.deepEqual(await axe(page), []);
  await alert.getByRole('button', { name: 'Försök igen' }).click();
  await waitReady(page);
  await page.getByRole('heading', { level: 1, name: /^Med våra exempelvikter går/ }).waitFor();
});

test('the other views are there before anyone asks', async (t) => {
  const page = await openView(t, 'brief');
  // the views, and then quietly the rest; the single file holds them
  const isThere = () => ['views', 'files', 'persons', 'parquet'].every((piece) => performance.getEntriesByType('resource')
    .some((one) => one.name.endsWith(`/split_${piece}.wasm`) && one.responseEnd > 0));
  if (TARGET === 'served') await page.waitForFunction(isThere);
  await page.context().setOffline(true);
  await show(page, 'staffing');
  await page.locator('main:not([aria-busy])').getByRole('heading', { level: 1, name: 'Hur många listade räcker läkarna till?' }).waitFor();
  assert.equal(await page.getByRole('alert').filter({ hasText: 'kunde inte hämtas' }).count(), 0);
});

/** All that I korthet says with the frame, in Swedish and in English. */
async function said(page) {
  await waitReady(page);
  const texts = [];
  for (const language of ['Svenska', 'English']) {
    if (language === 'English') await speak(page, language);
    texts.push(...await page.evaluate(words));
  }
  return texts;
}

/** What stands on the page and what is said to a screen reader alone; not the status, which comes when it comes. */
function words() {
  const texts = ['header', 'main', 'footer'].map((name) => document.querySelector(name).innerText);
  const labels = [...document.querySelectorAll('[aria-label]')].map((one) => one.getAttribute('aria-label'));
  return [...texts, ...labels];
}

test('the first view has all its words before the others are fetched', async (t) => {
  const alone = await said(await open(t, { init: `(${failing})(Infinity)` }));
  assert.deepEqual(alone, await said(await openView(t, 'brief')));
  assert.ok(alone.every((text) => text.trim()), 'an empty label');
});

test('an explanation whose piece did not come says so, and can be closed', async (t) => {
  const page = await open(t, { init: `(${failing})(Infinity)` });
  await waitReady(page);
  await page.locator('main button.value').first().click();
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  await dialog.getByText('kunde inte hämtas').waitFor();
  assert.deepEqual(await axe(page), []);
  await dialog.getByRole('button', { name: 'Stäng' }).click();
  await dialog.waitFor({ state: 'hidden' });
});

test('an explanation whose piece did not come is there when it is asked for again', async (t) => {
  const page = await open(t, { init: `(${failing})(1)` });
  await waitReady(page);
  await page.locator('main button.value').first().click();
  const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
  await dialog.getByRole('button', { name: 'Försök igen' }).click();
  await dialog.locator('[data-why-value]').waitFor();
});
