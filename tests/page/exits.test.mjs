// Every way out of every view, and everything that others see in a presentation, with small counts entered: none of them
// gives a guarded number away. It knows which buttons save or copy; another one fails until it is named here.
import test from 'node:test';
import assert from 'node:assert/strict';
import {
  PLACES, REGION_TABS, STAFFING_TABS, data, drawn, eachTab, enter, goTo, inShare, openTab, openView, paste, pasteInto, show,
  showTab, unfold,
} from './harness.mjs';
import { clipboard, saved, workbook } from './take-out.mjs';

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** Three women of 0–4 years and two of 100 and over, four with glaucoma, a vårdcentral of one person. */
async function fill(page) {
  await show(page, 'practice');
  const women = (row) => ({ 0: 3, 20: 2 })[row] ?? 300 + 7 * row;
  const rows = Array.from({ length: 21 }, (_, row) => `${women(row)}\t${500 + 11 * row}`);
  assert.ok(await paste(page, 'Listade kvinnor 0–4 år', rows.join('\n')));
  assert.ok(await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv')));
  await enter(page, 'Antal med Glaukom', '4');
  await enter(page, 'Läkemedelskostnad i månaden, kr', '912 345,50');
  await showTab(page, 'staffing', 'laget');
  await enter(page, 'Listade', '20 000');
  await enter(page, 'Specialister i allmänmedicin, heltid', '9');
  await enter(page, 'ST-läkare, heltid', '2');
  const list = 'Vårdcentral\tListade\tSpecialister\tST-läkare\nNorr\t8000\t5\t2\nSyd\t5500\t4\t2\nEnsam\t1\t0\t0\n';
  await showTab(page, 'staffing', 'region');
  await pasteInto(page, page.locator('#staff-paste'), list);
  await page.getByRole('button', { name: /^Ta in 3 / }).click();
  await drawn(page);
}

/** The exact figures of the reader's own screen that hidden counts are in: payments, and the list counted by its work. */
async function exact(page) {
  await show(page, 'practice');
  await openTab(page, 'resultat');
  const row = (name) => page.locator('table.results tr').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const values = (part) => part.locator('[data-value]').evaluateAll((all) => all.map((one) => one.dataset.value));
  const payments = await values(row('Ersättning i månaden'));
  await showTab(page, 'staffing', 'behov');
  const work = await values(page.locator('section[aria-labelledby=need] table.results').first());
  assert.ok(payments.length > 1 && work.length > 2);
  return [...payments, ...work].filter((value) => value.replace(/\D/g, '').length > 5);
}

/** A number as files and screen write it: with a point or a comma, and without its last digits. */
const spellings = (value) => [value, value.replace('.', ',')].map((text) => text.slice(0, 9));

/** A number that is fetched from another view does not leave the page. */
const SAVES = /^(Hämta (?!antalet)|Spara |Kopiera )/;
/** The ways out of each view by their buttons; a figure has three. */
const WAYS = {
  practice: [
    'Hämta Excelfil (.xlsx)', 'Hämta bild (PNG)', 'Hämta bild (SVG)', 'Hämta en tom lista att fylla i (CSV)',
    'Hämta resultatet (CSV)', 'Hämta tabell (CSV)',
    'Kopiera som text',
  ],
  staffing: [
    'Hämta bild (PNG)', 'Hämta bild (SVG)', 'Hämta en tom lista att fylla i (CSV)', 'Hämta tabell (CSV)', 'Hämta tabellen (CSV)',
    'Hämta underlaget (CSV)',
    'Hämta underlaget som Excelfil (.xlsx)', 'Kopiera underlaget som text', 'Spara scenariofil',
  ],
  share: ['Kopiera länk', 'Spara scenariofil'],
};

/** The ways out of a view in all its tabs, or of what lies over every view. */
async function ways(page, view, act) {
  if (view === 'share') return inShare(page, (dialog) => act(dialog.getByRole('button', { name: SAVES }), view));
  for (const tab of view === 'staffing' ? STAFFING_TABS : [undefined]) {
    await goTo(page, [view, tab]);
    await page.locator('main:not([aria-busy])').waitFor();
    if (tab) await unfold(page);
    await eachTab(page, (slug) => (
      act(page.locator('main').getByRole('button', { name: SAVES }), [view, tab, slug].filter(Boolean).join('/'))));
  }
}

async function waysOf(page, view) {
  const names = new Set();
  await ways(page, view, async (buttons) => (await buttons.allInnerTexts()).forEach((name) => names.add(name)));
  return [...names].sort();
}

/** Presses everything that saves or copies in a view, and gives the texts that came out. */
async function pressed(page, view) {
  const out = {};
  await ways(page, view, async (buttons, place) => {
    for (const [at, way] of (await buttons.all()).entries()) {
      const name = await way.innerText();
      if (/PNG|länk/.test(name)) continue; // a picture of the same drawing, and an address of the model
      if (name.startsWith('Kopiera')) {
        await way.click();
        await page.waitForFunction(() => self.copiedForTest);
        out[`${place} ${at} ${name}`] = await page.evaluate(() => { const text = self.copiedForTest; self.copiedForTest = undefined; return text; });
      } else {
        const { name: file, bytes } = await saved(page, way);
        const book = () => workbook(bytes).cells.map((cell) => [cell.text, cell.number, cell.formula].join(' ')).join('\n');
        out[`${place} ${at} ${file}`] = file.endsWith('.xlsx') ? book() : bytes.toString();
      }
    }
  });
  return out;
}

test('no way out gives an exact figure of hidden counts, or a vårdcentral of one person', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  const guarded = await exact(page);
  for (const [view, wanted] of Object.entries(WAYS)) {
    const found = await waysOf(page, view);
    assert.deepEqual(found, [...wanted].sort(), `${view}: name the way out here, and look in it below`);
  }
  const out = { ...(await pressed(page, 'practice')), ...(await pressed(page, 'staffing')), ...(await pressed(page, 'share')) };
  assert.ok(Object.keys(out).length > 12, `${Object.keys(out).length} ways out`);
  for (const [way, text] of Object.entries(out)) {
    for (const value of guarded) {
      for (const spelling of spellings(value)) assert.ok(!text.includes(spelling), `${way}: ${spelling} of ${value}`);
    }
    assert.doesNotMatch(text, /Ensam/, `${way}: the vårdcentral of one person`);
    const told = /kvinnor (?:0–4 år|100 år och äldre)\s+(\d+)\b(?!–)/.exec(text)?.[1];
    assert.ok(![2, 3].includes(Number(told)), `${way}: a hidden count beside its name`);
  }
  const underlag = Object.entries(out).find(([way]) => way.endsWith('viktat-underlag.csv'))[1];
  const index = underlag.split('\n').find((line) => line.startsWith('Vårdtyngd'));
  assert.match(index, /;\d+,\d{1,2}\s*$/, `two decimals at most: ${index}`);
});

/** Opens every figure's explanation with every step, and gives what its leaves say. */
async function explained(page) {
  const said = [];
  // the plan has figures for fifteen years, all of doctors and the size of the list
  const figures = page.locator('main section:not([aria-labelledby=plan]) [data-value]');
  const dialog = page.locator('dialog.why');
  for (let at = 0; at < await figures.count(); at += 1) {
    await figures.nth(at).click();
    await dialog.locator('#why-title').waitFor();
    const all = button(page, 'Visa alla led');
    if (await all.count()) await all.click();
    said.push(...await dialog.locator('[data-leaf=input]').allInnerTexts());
    await button(dialog, 'Stäng').click();
    await drawn(page);
  }
  return said;
}

test('in a presentation no view, figure or explanation tells a hidden count', { timeout: 400_000 }, async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(false)` });
  await fill(page);
  const guarded = await exact(page);
  await show(page, 'practice');
  await button(page, 'Presentera').click();
  await drawn(page);
  for (const [view, tab] of PLACES) {
    await goTo(page, [view, tab]);
    await page.locator('main:not([aria-busy])').waitFor();
    if (view === 'region') continue; // made-up persons are nobody: the user's own register is below
    await eachTab(page, async () => {
      if (['practice', 'staffing'].includes(view)) await unfold(page);
      const html = await page.locator('main').innerHTML();
      for (const value of guarded) assert.ok(!html.includes(value), `${view}: ${value}`);
      assert.doesNotMatch(html, /Ensam/, `${view}: the vårdcentral of one person`);
      const values = await page.locator('main [data-value]').evaluateAll((all) => all.map((one) => one.dataset.value));
      assert.ok(values.every((value) => !guarded.includes(value)), view);
      if (!['practice', 'staffing'].includes(view)) return;
      for (const leaf of await explained(page)) {
        assert.doesNotMatch(leaf, /Listade: kvinnor (0–4|100)|Personer med Glaukom/, `${view}: ${leaf}`);
      }
    });
  }
});

const HEAD = 'vårdcentral;kön;ålder;tillstand:diabetes_insulin+diabetes_ovrig+antikoagulation+ihd+hjartsvikt+arytmi+trombocyt+'
  + 'hypertoni+lipid+kol+astma+inflammatorisk_reuma+ibd+psoriasis+cancer_cytostatika+cancer_hormon+depression+bipolar+psykos+demens+'
  + 'epilepsi+parkinson+osteoporos+hypotyreos+njursvikt+glaukom+gikt;läkemedelskostnad';

/** Two vårdcentraler, and a third with one man of 91 whose drugs cost 54 321,25 kr. */
async function openOwn(t) {
  const page = await openView(t, 'region', { init: `(${clipboard})(false)` });
  const lines = Array.from({ length: 400 }, (_, i) => [
    `Vårdcentralen ${'AB'[i % 2]}`, i % 3 ? 'man' : 'kvinna', (i * 37) % 90, i % 5 ? 0 : 1 << (i % 7), `${(i * 997) % 9_000},50`,
  ].join(';'));
  const text = [HEAD, ...lines, 'Ensam;man;91;1;54321,25', ''].join('\n');
  await showTab(page, 'region', 'register');
  await page.getByLabel('Välj en egen fil…').setInputFiles({ name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText(/^3 vårdcentraler, 401 listade/).waitFor({ timeout: 60_000 });
  await showTab(page, 'region', 'vem');
  await page.locator('.region-groups-figure').first().waitFor({ timeout: 60_000 });
  await showTab(page, 'region', 'vardcentralerna');
  return page;
}

test('a vårdcentral of one person is in no file of the region, nor its cost', async (t) => {
  const files = {};
  // a browser gives ten files to a page that is not left
  for (const some of [/^Spara alla|^Hämta tabell/, /^Hämta bild \(SVG\)/]) {
    const page = await openOwn(t);
    await page.getByText('I filer och presentation slås vårdcentraler med färre än 5 listade samman').waitFor();
    const take = async (place) => {
      for (const [at, way] of (await page.locator('main').getByRole('button', { name: some }).all()).entries()) {
        const { name, bytes } = await saved(page, way);
        files[`${place} ${at} ${name}`] = bytes.toString();
      }
    };
    for (const tab of REGION_TABS) {
      await showTab(page, 'region', tab);
      await unfold(page);
      if (tab !== 'spridning') {
        await take(tab);
        continue;
      }
      for (const picture of ['Fördelning', 'Kostnad mot ersättning', 'Ändring per vårdcentral', 'Tratt']) {
        await button(page, picture).click();
        await take(picture);
      }
    }
  }
  assert.ok(Object.keys(files).length >= 10, Object.keys(files).join(', '));
  // kronor a year, a month, per listed: the cost is that of one person
  for (const [file, text] of Object.entries(files)) {
    assert.doesNotMatch(text, /Ensam/, file);
    for (const digits of ['54321', '54 321', '54\u00a0321', '4526,77', '4526.77']) {
      assert.ok(!text.includes(digits), `${file}: ${digits}`);
    }
  }
  const csv = Object.entries(files).find(([name]) => name.endsWith('viktat-region.csv'))[1];
  assert.match(csv, /Små vårdcentraler tillsammans \(2 st\);201;/);
  assert.match(csv, /avrundade till hela hundratal/);
  const json = JSON.parse(Object.entries(files).find(([name]) => name.endsWith('viktat-region.json'))[1]);
  assert.equal(json.protected.practices_together, 2);
  assert.ok(json.models.every(({ subgroups }) => subgroups.every(({ persons }) => persons >= 5)));
});

test('in a presentation the own register is seen as its files are, and explains nothing', async (t) => {
  const page = await openOwn(t);
  assert.equal(await page.locator('.region-practices').getByText('Ensam').count(), 1, 'on the own screen it is seen');
  await button(page, 'Presentera').click();
  await drawn(page);
  await page.locator('.region-practices').getByText('Små vårdcentraler tillsammans (2 st)').waitFor();
  for (const tab of REGION_TABS) {
    await showTab(page, 'region', tab);
    await unfold(page);
    assert.doesNotMatch(await page.locator('main').innerHTML(), /Ensam|54.?321/, tab);
    const parts = page.locator('.region-measures, .region-practices, .key-figures').locator('[data-value]');
    assert.equal(await parts.count(), 0, 'no figure of the register can be asked why');
  }
});

test('what stands on the own screen is not printed as it stands', async (t) => {
  const page = await openOwn(t);
  await page.emulateMedia({ media: 'print' });
  const paper = await page.locator('body').innerText();
  assert.doesNotMatch(paper, /Ensam/);
  assert.match(paper, /Utskriften visar inget av vyn/);
  await page.emulateMedia({ media: null });
  await show(page, 'method');
  await page.emulateMedia({ media: 'print' });
  assert.match(await page.locator('body').innerText(), /Så räknas det/);
});

test('a list so short that its size is hidden leaves nothing of Fast läkarkontakt', async (t) => {
  const page = await openView(t, 'staffing');
  await enter(page, 'Listade', '4');
  await enter(page, 'Specialister i allmänmedicin, heltid', '1');
  await showTab(page, 'staffing', 'underlag');
  await page.getByText('Listan är så kort att dess storlek skyddas').waitFor();
  assert.equal(await page.locator('section[aria-labelledby=underlag]').getByRole('button').count(), 0);
  await button(page, 'Presentera').click();
  await drawn(page);
  assert.equal(await page.locator('main [data-value]').count(), 0);
  assert.doesNotMatch(await page.locator('main').innerText(), /4 personer/);
});
