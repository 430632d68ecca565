// Every figure says its finding, is told to those who do not see it, has the same numbers as a table, names its source,
// and can be saved as a table for Excel and as a picture that stands alone.
import test from 'node:test';
import assert from 'node:assert/strict';
import { drawn, fillIn, openTab, openView, show, showTab } from './harness.mjs';
import { saved } from './take-out.mjs';

const COUNTS = {
  brief: 1, model: 3, practice: 4, 'region/spridning': 4, 'region/vem': 1,
  'staffing/laget': 1, 'staffing/behov': 1, 'staffing/plan': 1, 'staffing/region': 2,
  method: 0,
};
/** What is gone through within a place: tabs of Modellen and Min vårdcentral, the figures that the spread can have. */
const PARTS = {
  model: ['belopp', 'jamfor'],
  practice: ['resultat', 'varfor'],
  'region/spridning': ['Fördelning', 'Kostnad mot ersättning', 'Ändring per vårdcentral', 'Tratt'],
};
const KINDS = [
  'Stegdiagram', 'Liggande staplar', 'Trappdiagram', 'Diagram med två punkter på varje rad', 'Befolkningspyramid',
  'Punktdiagram', 'Punktdiagram med intervall', 'Låddiagram', 'Spridningsdiagram', 'Trattdiagram', 'Piktogram', 'Linjediagram',
];

/** What the figures of the view hold, each as plain data. */
function read(page) {
  return page.locator('figure').evaluateAll((all) => all.map((figure) => {
    const picture = figure.querySelector('[role=img]');
    const texts = (row) => [...row.cells].map((cell) => cell.textContent);
    return {
      title: figure.querySelector('figcaption')?.textContent ?? '',
      alt: picture?.getAttribute('aria-label') ?? '',
      hasPicture: Boolean(picture?.querySelector('svg polyline, svg path, svg rect')),
      isHiddenInside: picture?.querySelector('svg')?.getAttribute('aria-hidden') === 'true',
      rows: [...figure.querySelectorAll('table.twin tr')].map(texts),
      source: figure.querySelector('.source')?.textContent ?? '',
    };
  }));
}

/** A file that a button of a figure saves. */
async function save(page, figure, name) {
  const { name: file, bytes } = await saved(page, figure.getByRole('button', { name }));
  return { name: file, text: bytes.toString() };
}

const number = (text) => Number(text.replace(/[\s\u00a0]/g, '').replace(',', '.').replace('\u2212', '-'));

function assertTold({ title, alt, hasPicture, isHiddenInside, rows, source }) {
  assert.match(title, /^\p{Lu}.{15,}/u, 'a title');
  assert.match(title, /\d|lika mycket|ingen skillnad/i, `"${title}" says no finding`);
  assert.match(alt, new RegExp(`^(${KINDS.join('|')}): .{30,}\\.$`));
  assert.ok(hasPicture && isHiddenInside, 'a picture that is told once');
  assert.ok(rows.length >= 4 && rows.every((row) => row.length === rows[0].length), 'a table');
  assert.ok(rows.slice(1).every((row) => row.slice(1).every((cell) => cell !== '' && Number.isFinite(number(cell)))), 'of numbers');
  assert.match(source, /^Källa: .{15,}/);
}

/** Lets small counts leave, so that a file says what the screen does; guard.test.mjs tries the files without them. */
async function unguard(page) {
  await openTab(page, 'ta-med');
  await page.getByLabel('Skydda små antal', { exact: true }).click();
  await page.getByRole('button', { name: 'Ja, ta med alla antal' }).click();
  await drawn(page);
}

/** Tables of a whole region are made when they are unfolded. */
async function unfoldTables(page) {
  await page.locator('figure').first().waitFor({ timeout: 60_000 });
  for (const summary of await page.locator('figure summary').all()) await summary.click();
  await drawn(page);
}

for (const place of Object.keys(COUNTS)) {
  const [view, tab] = place.split('/');
  test(`the figures of the view "${place}", and their files`, async (t) => {
    const page = await openView(t, view);
    await fillIn(page);
    if (['practice', 'staffing/behov'].includes(place)) {
      await show(page, 'practice');
      await unguard(page);
    }
    if (tab) await showTab(page, view, tab);
    else await show(page, view);
    // what is folded is saved as well
    if (tab) await page.locator('details.all-figures').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
    let count = 0;
    const names = new Set();
    for (const slug of PARTS[place] ?? [undefined]) {
      if (['model', 'practice'].includes(view)) await showTab(page, view, slug);
      if (tab === 'spridning') await page.getByRole('button', { name: slug, exact: true }).click();
      if (view === 'region') await unfoldTables(page);
      const all = await read(page);
      count += all.length;
      for (const [i, told] of all.entries()) {
        assertTold(told);
        const figure = page.locator('figure').nth(i);
        const csv = await save(page, figure, 'Hämta tabell (CSV)');
        const svg = await save(page, figure, 'Hämta bild (SVG)');
        assertCsv(csv, told, view === 'region' ? ['SYNTETISKA DATA'] : []);
        await assertSvg(page, svg, told);
        names.add(csv.name).add(svg.name);
      }
    }
    assert.equal(count, COUNTS[place]);
    assert.equal(names.size, 2 * count, 'no two files have one name');
  });
}

/** The table as it is shown; `mark` is what the file has at the end of every line of it besides. */
function assertCsv({ name, text }, { title, rows, source }, mark) {
  assert.match(name, /^viktat-[a-z-]+\.csv$/);
  assert.ok(text.startsWith('\ufeff'), 'Excel sees that it is UTF-8');
  const cells = (line) => line.split(';').map((cell) => cell.replace(/^"(.*)"$/, '$1'));
  const lines = text.slice(1).split('\r\n').map(cells);
  assert.deepEqual(lines[0], [...rows[0], ...mark]);
  for (const [i, row] of rows.slice(1).entries()) {
    assert.equal(lines[i + 1][0].replace(/^'/, ''), row[0]);
    assert.deepEqual(lines[i + 1].slice(row.length), mark);
    for (const [j, shown] of row.slice(1).entries()) {
      const saved = lines[i + 1][j + 1];
      if (shown === '–' || saved === '–') {
        assert.equal(saved, shown, 'no number, in the file as on the page');
        continue;
      }
      assert.match(saved, /^-?\d+(,\d+)?$/, `a number as Swedish Excel reads it: ${title}, ${row}`);
      assert.ok(Math.abs(number(saved) - number(shown)) <= 0.51, `${saved} beside ${shown}`);
    }
  }
  assert.ok(text.includes(title), 'the title');
  assert.ok(text.includes(source.replace(/^Källa: /, '').slice(0, 30)), 'the source');
}

/** The file parses as XML on its own, and says its title and source. */
async function assertSvg(page, { name, text }, { title, source }) {
  assert.match(name, /^viktat-[a-z-]+\.svg$/);
  const parsed = await page.evaluate((xml) => {
    const svg = new DOMParser().parseFromString(xml, 'image/svg+xml').documentElement;
    const size = ['width', 'height'].map((side) => Number(svg.getAttribute(side)));
    const words = [...svg.querySelectorAll('text, tspan')].map((line) => line.textContent).join(' ');
    return { root: svg.localName, namespace: svg.namespaceURI, size, words, label: svg.getAttribute('aria-label') };
  }, text);
  assert.equal(parsed.root, 'svg');
  assert.equal(parsed.namespace, 'http://www.w3.org/2000/svg');
  assert.ok(parsed.size.every((side) => side > 100), parsed.size.join());
  const words = parsed.words.replace(/\s+/g, ' ');
  for (const word of [...title.split(/\s+/), ...source.replace(/^Källa: /, '').split(/\s+/)]) {
    assert.ok(words.includes(word), `"${word}" is missing in ${words.slice(0, 300)}`);
  }
  assert.equal(parsed.label, title);
}

test('the table under a figure opens, and has the numbers of the lines above', async (t) => {
  const page = await openView(t, 'brief');
  const figure = page.locator('figure').last();
  await figure.getByText('Visa som tabell').click();
  await drawn(page);
  const row = figure.getByRole('row', { name: /^60–64/ });
  assert.ok(await row.isVisible());
  assert.match((await row.innerText()).replace(/\s/g, ' '), /121,00 63,53/);
});
