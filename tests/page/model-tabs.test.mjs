// Modellen: its tabs with their addresses, the rows of weights with the effect beside the edit, heads that stay in sight, and
// how much stands on a screen.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, enter, fields, MODEL_TABS, open, openView, paste, show, showTab, valueOf, VIEWS, waitReady } from './harness.mjs';

const near = (actual, expected, slack, what) => {
  assert.ok(Math.abs(actual - expected) <= slack, `${what}: ${actual} is not ${expected}`);
};

const tab = (page, slug) => page.locator(`#tab-${slug}`);
const strip = (page) => page.getByRole('group', { name: 'Vad ändringen betyder' });
const slider = (page, name) => page.locator('main').getByRole('slider', { name, exact: true });
const isFocused = (locator) => locator.evaluate((element) => element === document.activeElement);
const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ').trim();

test('each tab has an address, and arrows, Home and End go between them', async (t) => {
  for (const slug of MODEL_TABS) {
    const page = await open(t, { view: `${VIEWS.model}/${slug}` });
    await waitReady(page);
    await tab(page, slug).and(page.locator('[aria-selected=true]')).waitFor();
  }
  const page = await openView(t, 'model');
  await tab(page, 'vikter').focus();
  for (const [key, slug] of [['ArrowRight', 'belopp'], ['End', 'jamfor'], ['ArrowRight', 'vikter'], ['ArrowLeft', 'jamfor'], ['Home', 'vikter']]) {
    await page.keyboard.press(key);
    await tab(page, slug).and(page.locator('[aria-selected=true]')).waitFor();
    assert.equal(await isFocused(tab(page, slug)), true, `${key} goes to ${slug}`);
    assert.match(page.url(), new RegExp(`#/modellen/${slug}$`));
  }
  await tab(page, 'belopp').click();
  await page.goBack();
  await tab(page, 'vikter').and(page.locator('[aria-selected=true]')).waitFor();
});

test('a slider that moves changes the strip, its row and the sentence, and keeps the focus', async (t) => {
  const page = await openView(t, 'model');
  const one = slider(page, 'Behov av antikoagulation');
  const before = await plain(strip(page));
  assert.match(before, /Ingenting är ändrat än/);
  await one.focus();
  await page.keyboard.press('PageUp');
  await drawn(page);
  assert.equal(await isFocused(one), true);
  assert.equal(Number(await one.inputValue()) > 250, true);
  const after = await plain(strip(page));
  assert.match(after, /1 ändring mot Förslag Behov av antikoagulation 250 → \d+ kr/);
  assert.match(after, /Anders .* kr från 614/);
  assert.match(await page.getByRole('heading', { level: 1 }).innerText(), /lägger .* mnkr till på Behov av antikoagulation och tar lika mycket från ålder och kön/);
  const row = page.locator('.slider-row.changed');
  assert.match(await plain(row), /var 250 kr/);
  // what the weight brings is persons times kronor times months, and what is more is the difference
  const [persons, now, more] = await row.locator('[data-value]').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  near(now, persons * Number(await one.inputValue()) * 12, 1, 'what goes through the weight');
  near(more, persons * (Number(await one.inputValue()) - 250) * 12, 1, 'how much more that is');
});

test('one drag is one step, and the arrow at the row takes it back without losing the focus', async (t) => {
  const page = await openView(t, 'model');
  const one = slider(page, 'Ischemisk hjärtsjukdom');
  const box = await one.boundingBox();
  const seen = new Set();
  await page.mouse.move(box.x + box.width * 0.17, box.y + box.height / 2);
  await page.mouse.down();
  for (const along of [0.3, 0.4, 0.5, 0.6]) {
    await page.mouse.move(box.x + box.width * along, box.y + box.height / 2);
    await drawn(page);
    await drawn(page);
    seen.add(await plain(strip(page).locator('dl')));
  }
  assert.equal(seen.size, 4, 'the strip follows');
  await page.mouse.up();
  await drawn(page);
  const field = await valueOf(page, 'Vikt för Ischemisk hjärtsjukdom, mitt scenario');
  assert.equal(field, await one.inputValue());
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.equal(await one.inputValue(), '60', 'one step back');
  assert.equal(await page.locator('.slider-row.changed').count(), 0);
  await page.locator('.top').getByRole('button', { name: 'Gör om' }).click();
  await page.getByRole('button', { name: 'Återställ Ischemisk hjärtsjukdom' }).click();
  await drawn(page);
  assert.equal(await one.inputValue(), '60');
  assert.equal(await isFocused(one), true, 'the focus is at the slider');
});

test('everything is reset in one step, in every tab, and the focus stays', async (t) => {
  const page = await openView(t, 'model');
  const before = await fields(page);
  assert.ok(await paste(page, 'Vikt för Hypertoni, mitt scenario', '21 kr\n9,50\n'));
  await enter(page, 'Tabellens belopp för män 60–64 år, mitt scenario', '130');
  for (const slug of MODEL_TABS) {
    await showTab(page, 'model', slug);
    assert.match(await plain(strip(page)), /3 ändringar mot Förslag/, slug);
  }
  const reset = strip(page).getByRole('button', { name: 'Återställ allt' });
  await reset.focus();
  await page.keyboard.press('Enter');
  await drawn(page);
  await showTab(page, 'model', 'vikter');
  assert.match(await plain(strip(page)), /Ingenting är ändrat än/);
  assert.deepEqual(await fields(page), before);
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await drawn(page);
  assert.match(await plain(strip(page)), /3 ändringar mot Förslag/);
  await reset.focus();
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.equal(await isFocused(reset), true);
});

test('the change is shown again, and the model at hand has no drawer beside it', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Cancer, mitt scenario', '300');
  const anders = strip(page).locator('dl > div').nth(1).locator('[data-value]');
  const after = await anders.innerText();
  await strip(page).getByRole('button', { name: 'Spela upp ändringen' }).click();
  await strip(page).getByText('Före', { exact: true }).waitFor();
  assert.notEqual(await anders.innerText(), after);
  await strip(page).getByText('Efter', { exact: true }).waitFor();
  assert.equal(await anders.innerText(), after);
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('m');
  await drawn(page);
  assert.equal(await page.locator('#drawer').count(), 0);
  assert.equal(await page.locator('.page.with-drawer').count(), 0, 'no room is left for one');
});

test('what is sought is shown with its groups, and nothing says so', async (t) => {
  const page = await openView(t, 'model');
  const search = page.getByRole('textbox', { name: /^Sök bland 27 / });
  const names = () => page.locator('.slider-row .name').allInnerTexts();
  const all = await names();
  assert.equal(all.length, 27);
  await search.fill('b01aa');
  await drawn(page);
  assert.deepEqual((await names()).map((name) => name.split('\n')[0]), ['Behov av antikoagulation']);
  await search.fill('xyz');
  await drawn(page);
  assert.deepEqual(await names(), []);
  assert.ok(await page.getByText('Inget tillstånd har det namnet eller den koden.').isVisible());
  await search.fill('');
  await drawn(page);
  assert.deepEqual(await names(), all);
  assert.equal(await isFocused(search), true);
});

test('the groups are what their weights are, and all of them the sentence', async (t) => {
  const page = await openView(t, 'model');
  const exact = (all) => all.map((one) => Number(one.dataset.value));
  const groups = page.locator('.weight-group');
  let whole = 0;
  for (let at = 0; at < (await groups.count()); at += 1) {
    const [sum] = await groups.nth(at).locator('.group-sum [data-value]').evaluateAll(exact);
    const parts = await groups.nth(at).locator('.money [data-value]').evaluateAll(exact);
    near(sum, parts.reduce((a, b) => a + b, 0), 0.01, 'a group');
    whole += sum;
  }
  const said = await page.getByRole('heading', { level: 1 }).innerText();
  const [, mnkr] = said.match(/går (\d+,\d) mnkr om året till 27 tillstånd/);
  near(Number(mnkr.replace(',', '.')), whole / 1e6, 0.051, 'the sentence');
});

test('heads of long tables stay in sight, under the frame and over nothing that has the focus', async (t) => {
  const page = await openView(t, 'model');
  const place = (locator) => locator.evaluate((element) => element.getBoundingClientRect().toJSON());
  const frame = await place(page.locator('.top'));
  await slider(page, 'Gikt').scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 5000);
  await page.waitForFunction(() => scrollY > 500);
  const top = async (locator) => (await place(locator)).top;
  near(await top(page.locator('.weight-head')), frame.bottom, 1, 'the head of the weights');
  await slider(page, 'Gikt').focus();
  while (!(await isFocused(slider(page, 'Diabetes, insulinbehandlad')))) {
    await page.keyboard.press('Shift+Tab');
    const covered = await page.evaluate(() => {
      const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
      const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return document.activeElement.contains(over) ? '' : `${document.activeElement.outerHTML} is under ${over?.className}`;
    });
    assert.equal(covered, '');
  }
  await showTab(page, 'model', 'belopp');
  const scroll = page.locator('.amounts .scroll');
  await scroll.evaluate((element) => { element.scrollTop = element.scrollHeight; });
  near(await top(page.locator('.amounts thead')), await top(scroll), 2, 'the head of the amounts');
  await showTab(page, 'model', 'villkor');
  await page.locator('table.weights tbody tr').last().scrollIntoViewIfNeeded();
  await page.waitForFunction(() => scrollY > 500);
  near(await top(page.locator('table.weights thead th').first()), frame.bottom, 1, 'the head of the conditions');
});

test('the change between the years beside the amounts, and the share as a choice', async (t) => {
  const page = await openView(t, 'model');
  await showTab(page, 'model', 'belopp');
  const answer = page.getByRole('region', { name: /^Lägre andel ger ensamt 172 av de 267 mnkr/ });
  const exact = await answer.locator('[data-value]').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  const [ratio, low, high, from, to, share, rest, total] = exact;
  near(ratio, 70 / 80, 0, 'the share');
  const all = (await page.locator('section[aria-labelledby=table] tbody tr').evaluateAll((rows) => rows.flatMap((row) => {
    const values = [...row.querySelectorAll('[data-value]')].map((one) => Number(one.dataset.value));
    return [values[1] / values[0], values[4] / values[3]];
  })));
  near(low, Math.min(...all), 1e-9, 'the lowest');
  near(high, Math.max(...all), 1e-9, 'the highest');
  near(to - from, total, 0.01, 'the change');
  near(share, from * (70 / 80 - 1), 0.01, 'what the share gives');
  near(share + rest, total, 0.01, 'the parts');
  assert.equal(await answer.locator('figure table.twin tbody tr').count(), 42);
  const reading = page.getByRole('region', { name: /^Är andelen redan i beloppen/ });
  const nets = await reading.locator('[data-value]').allInnerTexts();
  assert.deepEqual(nets.map((kr) => kr.replace(/\s/g, ' ')), ['51 kr', '15 kr']);
  await reading.getByRole('radio', { name: 'Andelen räknas på nettot' }).check();
  await show(page, 'practice');
  await page.locator('button.review').click();
  assert.ok(await page.locator('dialog.sheet').getByRole('radio', { name: 'Andelen räknas på nettot' }).isChecked());
});

/** What can be pressed or written in within the first screen; figures that explain themselves are counted apart. */
const controls = (page) => page.evaluate(() => {
  const inSight = (one) => {
    const { width, top, bottom, left, right } = one.getBoundingClientRect();
    if (!one.checkVisibility({ visibilityProperty: true }) || width <= 1) return false;
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return Boolean(over) && (one.contains(over) || over.contains(one) || over.closest('label') !== null);
  };
  const all = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')].filter(inSight);
  return [all.filter((one) => !one.dataset.value).length, all.filter((one) => one.dataset.value).length];
});

for (const look of [{ width: 1366, height: 768 }, { width: 1366, height: 768, dark: true }, { width: 390, height: 844 }, { width: 320, height: 800, dark: true }]) {
  test(`every tab: nothing that axe finds, nothing sideways, few controls, not long: ${JSON.stringify(look)}`, async (t) => {
    const page = await openView(t, 'model', look);
    for (const changed of [false, true]) {
      if (changed) await enter(page, 'Vikt för Behov av antikoagulation, mitt scenario', '300');
      for (const slug of MODEL_TABS) {
        await showTab(page, 'model', slug);
        await page.evaluate(() => scrollTo(0, 0));
        await drawn(page);
        const place = `${slug}, ${changed ? 'changed' : 'as it comes'}`;
        assert.deepEqual(await axe(page), [], place);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${place}: too wide`);
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        const [count, figures] = await controls(page);
        t.diagnostic(`${place}: ${height} px, ${count} controls and ${figures} figures in the first screen`);
        if (look.width < 1000) continue;
        assert.ok(height <= 2200, `${place}: ${height} px`);
        assert.ok(count <= 60, `${place}: ${count} controls`);
      }
      await showTab(page, 'model', 'vikter');
    }
  });
}

test('the first amount that is changed brings its base and the strip, and Enter goes on down', async (t) => {
  const page = await openView(t, 'model');
  await showTab(page, 'model', 'belopp');
  assert.equal(await strip(page).count(), 0);
  await page.getByRole('button', { name: 'Ändra beloppen' }).click();
  const amount = (ages) => page.getByRole('textbox', { name: `Tabellens belopp för män ${ages} år, mitt scenario` });
  await amount('60–64').fill('130');
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.equal(await isFocused(amount('65–69')), true, 'the focus is where it was sent');
  assert.match(await plain(strip(page)), /1 ändring mot Förslag .*Johan 73 kr från 64 kr/);
  const base = page.locator('section[aria-labelledby=table]').getByRole('row', { name: /^60–64/ }).locator('[data-value]').last();
  assert.equal(await base.innerText(), '73');
});
