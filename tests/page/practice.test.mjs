// Min vårdcentral: an answer from three choices, which the user's own numbers replace part by part; what is an estimate says so
// wherever it is seen or taken away.
import test from 'node:test';
import assert from 'node:assert/strict';
import {
  axe, data, drawn, enter, eachTab, field, inSheet, inShare, openTab, openView, paste, show, valueOf,
} from './harness.mjs';
import { clipboard, paper, saved, workbook } from './take-out.mjs';

const plain = async (locator) => (await locator.innerText()).replace(/\s+/g, ' ');
const button = (page, name) => page.getByRole('button', { name, exact: true });
const exact = (locator) => locator.evaluateAll((all) => all.map((one) => Number(one.dataset.value)));

/** What lies within the window without scrolling. */
async function assertInWindow(page, locator) {
  const box = await locator.boundingBox();
  const { width, height } = page.viewportSize();
  assert.ok(box.y >= 0 && box.y + box.height <= height && box.x >= 0 && box.x + box.width <= width, JSON.stringify(box));
}

/** The answer for 9,000 mostly old, in the first screen. */
async function assertAnswered(page) {
  assert.equal(await page.evaluate(() => scrollY), 0);
  const heading = page.getByRole('heading', { level: 1 });
  const sentence = await plain(heading);
  assert.match(sentence, /^Med våra exempelvikter får en vårdcentral ungefär som din (.* (mer|mindre)|lika mycket)/);
  await assertInWindow(page, heading);
  await assertInWindow(page, page.locator('.paid-bars'));
  await assertInWindow(page, page.locator('.key-figures'));
  await assertInWindow(page, page.locator('.condition-bars'));
  assert.match(await plain(page.locator('section[aria-labelledby=rough]')), /23,7 % är 65 år eller äldre; i Skåne 19,5 %\./);
  const paid = await exact(page.locator('.paid-bars [data-value]'));
  assert.equal(paid.length, 2);
  assert.ok(paid[0] > 9000 * 12 * 75 && paid[0] < 9000 * 12 * 95, String(paid));
}

test('what does it mean for my 9,000 listed, mostly old? By mouse in four actions', async (t) => {
  const page = await openView(t, 'brief');
  await page.getByRole('link', { name: 'Min vårdcentral' }).click();
  await field(page, 'Antal listade').fill('9000');
  await button(page, 'Äldre').click();
  await drawn(page);
  await assertAnswered(page);
});

test('the same by keyboard alone', async (t) => {
  const page = await openView(t, 'practice');
  const tabTo = async (holds) => {
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(holds)) return;
    }
    assert.fail(String(holds));
  };
  await tabTo(() => document.activeElement.id === 'field-rough-listed');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('9000');
  await tabTo(() => document.activeElement.textContent === 'Äldre');
  await page.keyboard.press('Enter');
  await drawn(page);
  assert.equal(await page.evaluate(() => document.activeElement.textContent), 'Äldre', 'the focus stays');
  await assertAnswered(page);
});

test('typical ages and health give about nothing, and the view says why', async (t) => {
  const page = await openView(t, 'practice');
  const [change] = await exact(page.locator('.key-figures [data-value]'));
  const [today] = await exact(page.locator('.paid-bars [data-value]'));
  assert.ok(Math.abs(change) < today / 1000, `${change} of ${today}`);
  assert.match(await plain(page.locator('#tab-panel')), /följer samma genomsnitt som förslaget är gjort efter/);
});

test('older and sicker: the bars, the figures and the conditions are one reckoning', async (t) => {
  const page = await openView(t, 'practice');
  await button(page, 'Äldre').click();
  await button(page, 'Sjukare').click();
  await drawn(page);
  assert.match(await plain(page.locator('section[aria-labelledby=rough]')), /12 % fler har varje tillstånd än väntat/);
  const [today, then] = await exact(page.locator('.paid-bars [data-value]'));
  const [change] = await exact(page.locator('.key-figures [data-value]'));
  assert.ok(Math.abs(then - today - change) < 0.01, `${today} ${then} ${change}`);
  const conditions = await exact(page.locator('.condition-bars [data-value]'));
  const sum = conditions.reduce((all, one) => all + one, 0);
  assert.ok(Math.abs(sum - change) < 100, `${sum} and ${change}`);
  assert.match(await plain(page.getByRole('heading', { level: 1 })), /mer om året: 8,\d\d mnkr blir 8,\d\d mnkr\.$/);
});

test('own numbers replace the estimate part by part, and it says which part is whose', async (t) => {
  const page = await openView(t, 'practice');
  const card = page.locator('section[aria-labelledby=rough]');
  assert.match(await plain(card), /Ungefär din vårdcentral Uppskattning/);
  await enter(page, 'Antal med Gikt', '100');
  assert.match(await plain(card), /Uppskattning .*1 av 27 tillstånd har dina egna antal/);
  await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv'));
  assert.match(await plain(card), /Uppskattning Listan är din egen: 7 886 listade\. 21,6 % är 65 år eller äldre/);
  assert.equal(await card.getByRole('button', { name: 'Äldre' }).count(), 0);
  assert.equal(await inSheet(page, (sheet) => sheet.locator('input.rough').count()), 26);
  await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv'));
  assert.match(await plain(card), /^Din vårdcentral Listan är din egen.*Antalen för alla 27 tillstånd är dina egna/);
  assert.doesNotMatch(await plain(card), /Uppskattning/);
  assert.match(await plain(page.getByRole('heading', { level: 1 })), /^Med våra exempelvikter får vårdcentralen/);
  for (let i = 0; i < 3; i += 1) await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  assert.match(await plain(card), /Ungefär din vårdcentral Uppskattning/);
});

test('the choices are one step each, and are kept in the file', async (t) => {
  const page = await openView(t, 'practice');
  await button(page, 'Yngre').click();
  await enter(page, 'Antal listade', '5 000');
  const { name, bytes } = await inShare(page, (dialog) => saved(page, button(dialog, 'Spara scenariofil')));
  const { values } = JSON.parse(bytes);
  assert.deepEqual([values['rough.ages'], values['rough.listed']], ['younger', '5000']);
  const other = await openView(t, 'practice');
  await inShare(other, async () => {
    await other.getByLabel('Öppna scenariofil…').setInputFiles({ name, mimeType: 'application/json', buffer: bytes });
    await other.getByText(/är öppnad/).waitFor();
  });
  assert.equal((await valueOf(other, 'Antal listade')).replace(/\s/g, ' '), '5 000');
  assert.equal(await button(other, 'Yngre').getAttribute('aria-pressed'), 'true');
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  await page.locator('.top').getByRole('button', { name: 'Ångra' }).click();
  assert.equal(await button(page, 'Typisk').first().getAttribute('aria-pressed'), 'true');
});

test('the choices go with a link', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await button(page, 'Sjukare').click();
  const end = await inShare(page, async (dialog) => {
    await button(dialog, 'Kopiera länk').click();
    await dialog.getByText('Länken är kopierad.').waitFor();
    return (await page.evaluate(() => self.copiedForTest)).replace(/^.*#/, '#');
  });
  const other = await openView(t, 'brief');
  await other.evaluate((hash) => void (location.hash = hash), end);
  await other.getByText('Länkens scenario är öppnat.').waitFor();
  await show(other, 'practice');
  assert.equal(await button(other, 'Sjukare').getAttribute('aria-pressed'), 'true');
});

test('an estimate says that it is one in everything that leaves', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await button(page, 'Äldre').click();
  await openTab(page, 'ta-med');
  const csv = (await saved(page, button(page, 'Hämta resultatet (CSV)'))).bytes.toString();
  const book = workbook((await saved(page, button(page, 'Hämta Excelfil (.xlsx)'))).bytes);
  await button(page, 'Kopiera som text').click();
  await page.getByText('Resultatet är kopierat.').waitFor();
  const copied = await page.evaluate(() => self.copiedForTest);
  const figures = [];
  await eachTab(page, async () => {
    for (const save of await page.locator('figure').getByRole('button', { name: 'Hämta bild (SVG)', exact: true }).all()) {
      figures.push((await saved(page, save)).bytes.toString().replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' '));
    }
  });
  assert.ok(figures.length >= 4);
  const cover = book.cells.filter(({ sheet }) => sheet === 'Om filen').map(({ text }) => text).join('\n');
  for (const text of [csv, copied, cover, await paper(page), ...figures]) assert.match(text, /Uppskattning: listan och alla tillstånd/);
});

test('the sheet takes what is typed, also by Escape, and gives the focus back', async (t) => {
  const page = await openView(t, 'practice');
  await page.locator('button.review').click();
  await field(page, 'Antal med KOL').fill('201');
  await page.keyboard.press('Escape');
  await page.locator('dialog.sheet').waitFor({ state: 'hidden' });
  await drawn(page);
  assert.equal(await valueOf(page, 'Antal med KOL'), '201');
  assert.equal(await page.evaluate(() => document.activeElement.className), 'review');
  await page.locator('button.review').click();
  await page.goBack();
  await page.locator('dialog.sheet').waitFor({ state: 'hidden' });
});

for (const dark of [false, true]) {
  for (const width of [1366, 390]) {
    test(`nothing is wrong in any tab or on the sheet at ${width} px, ${dark ? 'dark' : 'light'}`, async (t) => {
      const page = await openView(t, 'practice', { dark, width, height: 768 });
      if (width === 390) await button(page, 'Ändra').click();
      await button(page, 'Sjukare').click();
      const found = await eachTab(page, async (slug) => {
        const size = await page.evaluate(() => [document.documentElement.scrollWidth - innerWidth, document.documentElement.scrollHeight]);
        assert.ok(size[0] <= 0, `${slug}: ${size[0]} px too wide`);
        if (width === 1366) assert.ok(size[1] <= 2200, `${slug}: ${size[1]} px high`);
        const controls = await page.locator('button:visible, a:visible, input:visible, select:visible, textarea:visible, summary:visible').count();
        t.diagnostic(`${slug}: ${size[1]} px, ${controls} controls`);
        return axe(page);
      });
      assert.deepEqual(found.flat(), []);
      await page.locator('button.review').click();
      assert.deepEqual(await axe(page), []);
      const wide = await page.locator('dialog.sheet').evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
      assert.ok(wide <= 0, `the sheet is ${wide} px too wide`);
    });
  }
}
