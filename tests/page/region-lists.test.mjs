// A file with the listed by sex and age for every vårdcentral, which is what a region most likely has: what is paid, who
// gets more and less, and what cannot be told. Counts the payments by itself from the shown rates.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, openView } from './harness.mjs';
import { chooseFile, fileOf, inTab, measuresTable, openRegion, saved, tab } from './region.mjs';

const BANDS = [...Array.from({ length: 20 }, (_, i) => `${5 * i}-${5 * i + 4}`), '100+'];
const NAMES = ['Almen', 'Björken', 'Eken', 'Granen'];
const count = (name, sex, band) => 10 * (NAMES.indexOf(name) + 3) + 3 * BANDS.indexOf(band) + (sex === 'Man' ? 1 : 0);

const rows = () => NAMES.flatMap((name) => ['Kvinna', 'Man'].flatMap((sex) => BANDS.map((band) => [name, sex, band, count(name, sex, band)])));
const long = (list) => `Vårdcentral;Kön;Ålder;Antal listade\n${list.map((row) => row.join(';')).join('\n')}\n`;

async function openLists(t, text, options = {}) {
  const page = await openView(t, 'region', options);
  const file = { name: 'listade.csv', mimeType: 'text/csv', buffer: Buffer.from(text) };
  await chooseFile(page, file);
  await page.getByText('Filen har listade efter kön och ålder för varje vårdcentral.').waitFor({ timeout: 60_000 });
  await drawn(page);
  return page;
}

const press = async (page, name) => {
  await page.getByRole('button', { name, exact: true }).click();
  await drawn(page);
};

test('what each vårdcentral is paid today follows from its list, and nets and conditions are not told', async (t) => {
  const page = await openLists(t, long(rows()));
  const all = rows().reduce((sum, row) => sum + row[3], 0);
  await page.getByText(new RegExp(`^4 vårdcentraler, ${Math.trunc(all / 1000)}.${String(all % 1000).padStart(3, '0')} listade`)).waitFor();
  await page.getByText('4 vårdcentraler saknar läkemedelskostnad i filen.').waitFor();
  const file = await saved(page);
  assert.deepEqual(file.map((row) => Object.values(row)[0]), NAMES);
  assert.ok(file.every((row) => !/Förslag|Netto/.test(Object.keys(row).join())), Object.keys(file[0]).join());
  // the explanation's own arithmetic: rates by cell times persons
  await tab(page, 'vardcentralerna');
  const paid = page.locator('.region-practices tbody tr').first().locator('[data-value]').nth(2);
  const shown = Number(await paid.getAttribute('data-value'));
  const today = Object.entries(file[0]).find(([name]) => /Nuläge/.test(name))[1];
  const listed = rows().filter(([name]) => name === NAMES[0]).reduce((sum, row) => sum + row[3], 0);
  assert.ok(Math.abs(shown - today / 12 / listed) < 0.02, `${shown} kr, ${today / 12 / listed} kr`);
});

test('estimated conditions are asked for, marked, and give who gets more', async (t) => {
  const page = await openLists(t, long(rows()));
  await press(page, 'Uppskatta antalen ur listorna');
  assert.ok(await page.getByText('Uppskattade antal', { exact: true }).count() > 0);
  const headings = await inTab(page, 'vardcentralerna', () => page.locator('.region-practices thead').innerText());
  assert.match(headings, /Ändring om året, Förslag/);
  const moved = await inTab(page, 'spridning', async () => (
    (await measuresTable(page)).getByRole('row', { name: /Flyttas mellan vårdcentraler/ }).locator('[data-value]').count()));
  assert.ok(moved > 0);
  await press(page, 'Ta bort uppskattningen');
  assert.equal(await page.getByText('Uppskattade antal', { exact: true }).count(), 0);
});

test('a list that lacks a group is left out by name until groups that stand nowhere are said to be nobody', async (t) => {
  const lacking = rows().filter(([name, sex, band]) => !(name === 'Eken' && sex === 'Man' && band === '100+'));
  const page = await openLists(t, long(lacking));
  await page.getByText('En vårdcentral är inte med, eftersom dess lista inte är hel: Eken (1 grupp saknas: män 100 år och äldre).').waitFor();
  await page.getByText(/^3 vårdcentraler, /).waitFor();
  await press(page, 'Räkna grupper som inte står i filen som noll personer');
  await page.getByText(/^4 vårdcentraler, /).waitFor();
  await page.getByText(/^En vårdcentral har grupper som inte står i filen/).waitFor();
});

test('masked counts are told with how wrong they can be', async (t) => {
  const masked = rows().map(([name, sex, band, n]) => [name, sex, band, band === '100+' && name === 'Eken' ? '<5' : n]);
  const page = await openLists(t, long(masked));
  await page.getByText('2 antal är maskerade. Varje är räknat som mitten av vad det kan vara, vilket är vårt val. Tillsammans kan de vara högst 4 personer fel.').waitFor();
  assert.equal(await page.locator('.region-source .faults').count(), 0, 'told once');
});

test('several months are a question, and the file counts once it is answered', async (t) => {
  const page = await openView(t, 'region');
  const months = ['2026-09', '2026-10'].flatMap((month) => rows().map((row) => [month, ...row].join(';')));
  const text = `Månad;Vårdcentral;Kön;Ålder;Antal listade\n${months.join('\n')}\n`;
  await chooseFile(page, { name: 'listade.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText('Svara på frågan, så räknas filen.').waitFor({ timeout: 60_000 });
  await page.locator('fieldset.question').getByRole('button', { name: /2026-10/ }).focus();
  await page.keyboard.press('Enter');
  await page.getByText(/^4 vårdcentraler, /).waitFor();
});

test('a row that is the sum of the others is told and is no vårdcentral', async (t) => {
  const sum = ['Kvinna', 'Man'].flatMap((sex) => BANDS.map((band) => ['Region Blekinge', sex, band, NAMES.reduce((all, name) => all + count(name, sex, band), 0)]));
  const page = await openLists(t, long([...rows(), ...sum]));
  await page.getByText('Rader som i varje grupp är summan av andra rader är inte med som vårdcentraler: Region Blekinge.').waitFor();
  await page.getByText(/^4 vårdcentraler, /).waitFor();
});

test('the empty table is filled in and read as it was meant', async (t) => {
  const page = await openView(t, 'region');
  await tab(page, 'register');
  const button = page.getByRole('button', { name: 'Hämta en tom tabell med listade, tillstånd och kostnad för varje vårdcentral (CSV)' });
  await button.waitFor();
  const empty = (await fileOf(page, button)).trimEnd();
  const columns = empty.split(';').length - 1;
  const listed = 2 * BANDS.length;
  assert.ok(columns > listed + 1 && !/\n/.test(empty), empty);
  const row = (name) => {
    const counts = Array.from({ length: columns - 1 }, (_, i) => (i < listed ? 100 + NAMES.indexOf(name) + i : 1 + NAMES.indexOf(name)));
    return [name, ...counts, '500000,50'].join(';');
  };
  const text = [empty, ...NAMES.map(row)].join('\r\n');
  await chooseFile(page, { name: 'ifylld.csv', mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}`) });
  await page.getByText('Filen har listade efter kön och ålder för varje vårdcentral.').waitFor({ timeout: 60_000 });
  const all = NAMES.reduce((sum, _, at) => sum + listed * (100 + at) + (listed * (listed - 1)) / 2, 0);
  await page.getByText(new RegExp(`^4 vårdcentraler, ${Math.trunc(all / 1000)}.${String(all % 1000).padStart(3, '0')} listade`)).waitFor();
  assert.equal(await page.locator('.region-source .faults, .faults').count(), 0);
  assert.match(await inTab(page, 'vardcentralerna', () => page.locator('.region-practices thead').innerText()), /Netto per listad och månad, Förslag/);
  assert.equal(await page.getByText('Uppskattade antal', { exact: true }).count(), 0);
});

for (const [by, press] of Object.entries({
  mouse: (button) => button.click(),
  keyboard: async (button) => {
    await button.focus();
    await button.page().keyboard.press('Enter');
  },
})) {
  test(`the made-up lists give what the made-up persons give, and stay marked: ${by}`, async (t) => {
    const page = await openRegion(t, {}, 'register');
    const persons = await saved(page);
    await press(page.getByRole('button', { name: 'Prova med listor från den påhittade regionen' }));
    await page.getByText('Filen har listade efter kön och ålder för varje vårdcentral.').waitFor({ timeout: 60_000 });
    assert.ok(await page.getByText('SYNTETISKA DATA', { exact: true }).count() > 0);
    assert.equal(await page.getByRole('button', { name: 'Prova med listor från den påhittade regionen' }).count(), 0);
    const lists = await saved(page);
    assert.deepEqual(lists.map((row) => Object.keys(row)), persons.map((row) => Object.keys(row)));
    for (const [at, row] of lists.entries()) {
      for (const [name, value] of Object.entries(row)) {
        const other = persons[at][name];
        // a month's cost is written in whole öre
        assert.ok(value === other || Math.abs(value - other) < 0.2, `${Object.values(row)[0]}, ${name}: ${value}, ${other}`);
      }
    }
    assert.deepEqual(await axe(page), []);
  });
}

for (const options of [{}, { dark: true }, { width: 390, height: 844 }]) {
  test(`a region of lists is accessible: ${JSON.stringify(options)}`, async (t) => {
    const page = await openLists(t, long(rows()), options);
    assert.deepEqual(await axe(page), []);
    await press(page, 'Uppskatta antalen ur listorna');
    assert.deepEqual(await axe(page), []);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
    assert.equal(wide, false);
  });
}
