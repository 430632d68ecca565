// No accessibility fault that axe can find, in any view, light and dark, from a phone to a projector, with everything
// filled in, with errors shown, and with an explanation open. Nothing scrolls sideways, not even at 320 px.
import test from 'node:test';
import assert from 'node:assert/strict';
import { PLACES, axe, drawn, eachTab, enter, fillIn, goTo, openView, paste, show, speak, unfold } from './harness.mjs';

const WINDOWS = [[320, 800], [768, 1024], [1366, 768]];

/** How much wider than the window the page is, if it is. */
async function tooWide(page) {
  await drawn(page);
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  return wide > 0 ? [`the page is ${wide} px wider than the window`] : [];
}

/** What axe finds and what is too wide, in the state that the page is in. */
async function faults(page) {
  return [...(await tooWide(page)), ...(await axe(page))];
}

async function faultsOfViews(page, [width, height], { unfolded = false } = {}) {
  await page.setViewportSize({ width, height });
  const found = [];
  for (const [view, tab] of PLACES) {
    await goTo(page, [view, tab]);
    await eachTab(page, async (slug) => {
      if (unfolded) await unfold(page);
      const here = await faults(page);
      await unfold(page);
      const place = [view, tab ?? slug].filter(Boolean).join(' ');
      found.push(...[...here, ...(await tooWide(page))].map((fault) => `${place}, ${width} px: ${fault}`));
    });
  }
  return found;
}

for (const dark of [false, true]) {
  const theme = dark ? 'dark' : 'light';

  test(`every view, filled in, ${theme}`, async (t) => {
    const page = await openView(t, 'brief', { dark });
    await fillIn(page);
    const found = [];
    for (const size of WINDOWS) found.push(...(await faultsOfViews(page, size, { unfolded: size[0] === 768 })));
    assert.deepEqual(found, []);
  });

  test(`every view with errors, ${theme}`, async (t) => {
    const page = await openView(t, 'practice', { dark, width: dark ? 1366 : 320, height: 768 });
    await paste(page, 'Listade kvinnor 0–4 år', 'tolv\t-5\n5,105\t1e309\n');
    await enter(page, 'Läkemedelskostnad i månaden, kr', 'x'.repeat(300));
    await show(page, 'staffing');
    await enter(page, 'Listade', '09-maj');
    await show(page, 'model');
    await enter(page, 'Vikt för Behov av antikoagulation, mitt scenario', '9000');
    await enter(page, 'Vikt för Cancer, mitt scenario', 'abc');
    assert.ok(await page.locator('.model-faults').isVisible());
    for (const view of ['brief', 'model', 'practice', 'staffing']) {
      await show(page, view);
      assert.deepEqual(await faults(page), [], view);
    }
  });

  test(`an explanation, ${theme}`, async (t) => {
    const page = await openView(t, 'brief', { dark });
    for (const width of [320, 1366]) {
      await page.setViewportSize({ width, height: 768 });
      await page.getByRole('button', { name: /^614 kr\. Varför denna siffra/ }).first().click();
      const dialog = page.getByRole('dialog', { name: 'Varför denna siffra?' });
      for (const more of [undefined, 'Hur blir det 64?', 'Visa alla 27', 'Visa alla led']) {
        if (more) await dialog.getByRole('button', { name: more }).click();
        await dialog.locator('.why-foot[data-found]').waitFor();
        assert.deepEqual(await faults(page), [], `${more}, ${width} px`);
        const inside = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
        assert.ok(inside <= 0, `the explanation scrolls ${inside} px sideways at ${width} px: ${more}`);
      }
      await page.keyboard.press('Escape');
    }
  });

  test(`present mode on a projector, ${theme}`, async (t) => {
    const page = await openView(t, 'brief', { dark });
    await fillIn(page);
    await page.getByRole('button', { name: 'Presentera' }).click();
    assert.deepEqual(await faultsOfViews(page, [1920, 1080]), []);
    await page.keyboard.press('Escape');
    assert.ok(await page.getByRole('button', { name: 'Presentera' }).isVisible(), 'Escape ends it');
  });
}

test('the English page too', async (t) => {
  const page = await openView(t, 'brief');
  await fillIn(page);
  await speak(page, 'English');
  assert.deepEqual(await faultsOfViews(page, [1366, 768]), []);
});

test('a fault is found, and so is a page that is too wide', async (t) => {
  const page = await openView(t, 'staffing', { width: 320 });
  await page.locator('label[for]').first().evaluate((label) => label.remove());
  await page.evaluate(() => {
    document.querySelector('h1').style.minWidth = '400px';
  });
  const found = await faults(page);
  assert.ok(found.some((fault) => fault.startsWith('label:')), found.join('\n'));
  assert.ok(found.some((fault) => fault.includes('wider than the window')), found.join('\n'));
});
