// A register of the user's own with practices of 1, 2, 4 and 30 persons, as somebody with its files and its presentation
// reads it: two registers that differ in small counts give the very same figures, whatever the weight. Knows the command's
// format, not how counts are told.
import test from 'node:test';
import assert from 'node:assert/strict';
import { REGION_TABS, drawn, openView, unfold as unfoldAll } from './harness.mjs';
import { CONDITIONS, chooseFile, fileOf, firstSlider, inTab, measuresTable, openRegion, tab, unfold } from './region.mjs';

const HEAD = `vårdcentral;kön;ålder;tillstand:${CONDITIONS.join('+')};läkemedelskostnad`;
const LISTED = { Stora: 400, Liten: 30, Fyrklover: 4, Tvilling: 2, Ensling: 1 };

/** Everyone is a woman of 50 or a man; so many of the women have insulin, the first condition. */
function register(withInsulin, listed = LISTED) {
  const persons = Object.entries(listed).flatMap(([name, count]) => Array.from({ length: count }, (_, i) => {
    const woman = i < Math.ceil(count / 2);
    const age = woman ? 50 : 20 + (i % 8) * 10;
    return [name, woman ? 'kvinna' : 'man', age, i < (withInsulin[name] ?? 0) ? 1 : 0, `${1_000 + i},50`].join(';');
  }));
  return `${[HEAD, ...persons].join('\n')}\n`;
}

async function openOwn(t, text, ready) {
  const page = await openView(t, 'region');
  await chooseFile(page, { name: 'register.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText(ready).waitFor({ timeout: 60_000 });
  await tab(page, 'vem');
  await page.locator('.region-groups-figure').first().waitFor({ timeout: 60_000 });
  await tab(page, 'vardcentralerna');
  return page;
}

const PICTURES = ['Fördelning', 'Kostnad mot ersättning', 'Ändring per vårdcentral', 'Tratt'];

const button = (page, name) => page.getByRole('button', { name, exact: true });

/** What is paid by practice in the files, with the weight as it stands and after it was changed. */
async function files(page) {
  const out = [];
  const slider = await firstSlider(page);
  const start = Number(await slider.inputValue());
  for (const weight of [start, start + 1, 0]) {
    await slider.fill(String(weight));
    await slider.dispatchEvent('change');
    await drawn(page);
    out.push(await fileOf(page, button(page, 'Spara alla som CSV')));
    const json = JSON.parse(await fileOf(page, button(page, 'Spara alla mått som JSON')));
    out.push(JSON.stringify(json.models.map(({ practices, total }) => ({ practices, total }))));
  }
  return out;
}

test('files with changed weights are the same for another small count', { timeout: 300_000 }, async (t) => {
  const three = await openOwn(t, register({ Stora: 60, Liten: 3, Fyrklover: 1 }), /^5 vårdcentraler, 437 listade/);
  const own = await files(three);
  const one = await openOwn(t, register({ Stora: 62, Liten: 1, Fyrklover: 1 }), /^5 vårdcentraler, 437 listade/);
  const other = await files(one);
  assert.equal(own.length, 6);
  own.forEach((file, at) => assert.equal(file, other[at], `file ${at} tells how many of the thirty have insulin`));
  assert.notEqual(own[1], own[5], 'the weight did change what is paid');
  for (const file of own) assert.doesNotMatch(file, /Ensling|Fyrklover|Tvilling/);
  assert.match(own[0], /Små vårdcentraler tillsammans \(3 st\);7;/);
  assert.match(own[0], /räknad med ungefärliga antal där färre än 5 har ett tillstånd/);
  assert.match(own[0], /Detta skyddas inte: hur många/);
});

test('a condition that all but two have is told neither in the file nor in a presentation', { timeout: 300_000 }, async (t) => {
  const told = async (withInsulin) => {
    const all = { ...LISTED, Stora: withInsulin };
    const page = await openOwn(t, register(all), /^5 vårdcentraler, 437 listade/);
    const json = JSON.parse(await fileOf(page, button(page, 'Spara alla mått som JSON')));
    const groups = json.models.flatMap((model) => model.subgroups).filter((group) => group.by.startsWith('condition'));
    await button(page, 'Presentera').click();
    await tab(page, 'vem');
    await unfoldAll(page);
    const rows = (await page.locator('main tr').allInnerTexts()).map((row) => row.replace(/\s+/g, ' '));
    return [groups, rows.filter((row) => /^Diabetes.*insulin/i.test(row))];
  };
  const [many, rows] = await told(390);
  assert.ok(many.some((group) => group.which === 'diabetes_insulin' && group.persons === 427), 'ten have it not');
  assert.ok(rows.some((row) => row.includes('427')), rows.join(' | '));
  const [few, presented] = await told(398);
  assert.deepEqual(few, [], '437 − 435 are two, as are those with no condition');
  assert.ok(presented.length > 0 && presented.every((row) => !row.includes('435')), presented.join(' | '));
});

test('what a presentation shows, and what figures save, names no short list and has no more digits than it shows', { timeout: 300_000 }, async (t) => {
  const page = await openOwn(t, register({ Stora: 60, Liten: 3, Fyrklover: 1 }), /^5 vårdcentraler, 437 listade/);
  const isGuarded = async (way) => {
    const text = await fileOf(page, way);
    assert.doesNotMatch(text, /Ensling|Fyrklover|Tvilling/);
    for (const line of text.split(/\r?\n/).slice(1).filter((row) => row.includes(';'))) {
      assert.ok(line.split(';').slice(1).every((cell) => !/,\d{3}/.test(cell)), line);
    }
  };
  const tables = page.getByRole('button', { name: 'Hämta tabell (CSV)' });
  await tab(page, 'spridning');
  for (const picture of PICTURES) {
    await page.getByRole('button', { name: picture, exact: true }).click();
    for (const way of await tables.all()) await isGuarded(way);
  }
  await inTab(page, 'vem', async () => isGuarded(tables.first()));
  await tab(page, 'kanslighet');
  await (await unfold(page, 'Vad utfallet beror mest på')).locator('figure').waitFor({ timeout: 60_000 });
  await isGuarded(tables.first());
  await button(page, 'Presentera').click();
  let whole = '';
  for (const slug of REGION_TABS) {
    await tab(page, slug);
    await unfoldAll(page);
    const html = await page.locator('main').innerHTML();
    whole += html;
    assert.deepEqual(html.match(/.{0,80}(?:Ensling|Fyrklover|Tvilling)/g), null, slug);
    const said = (await page.locator('main').innerText()).split('\n').filter((line) => /\d,\d{3,}/.test(line));
    assert.ok(said.every((line) => line.startsWith('Gini')), said.join(' | '));
    const drawnWords = await page.locator('main svg text').allTextContents();
    assert.ok(drawnWords.every((words) => !/\d,\d{3,}/.test(words)), 'in no chart either');
  }
  assert.ok(whole.includes('Små vårdcentraler tillsammans (3 st)'));
  await tab(page, 'spridning');
  const measures = await (await measuresTable(page)).innerText();
  assert.doesNotMatch(measures, /,\d{2,} %/, 'a share has one decimal');
});

test('a region too small to leave says why where it would be saved, and in a presentation', { timeout: 120_000 }, async (t) => {
  const page = await openOwn(t, register({}, { Ensling: 1, Tvilling: 2 }), /^2 vårdcentraler, 3 listade/);
  const why = 'Regionen har färre än 5 listade.';
  for (const name of ['Spara alla som CSV', 'Spara alla mått som JSON']) {
    const save = button(page, name);
    assert.equal(await save.getAttribute('aria-disabled'), 'true', name);
    const described = await save.getAttribute('aria-describedby');
    assert.ok((await page.locator(`#${described}`).innerText()).startsWith(why), name);
  }
  await tab(page, 'spridning');
  for (const picture of PICTURES) {
    await page.getByRole('button', { name: picture, exact: true }).click();
    assert.equal(await page.locator('figure').getByRole('button', { name: /^Hämta/ }).count(), 0, 'no figure offers what does nothing');
    const figures = await page.locator('figure').count();
    assert.equal(await page.locator('figure').getByText(why).count(), figures);
  }
  await button(page, 'Presentera').click();
  await drawn(page);
  await page.locator('main').getByText(why).waitFor();
  assert.equal(await page.locator('main figure').count(), 0);
  assert.doesNotMatch(await page.locator('main').innerHTML(), /Ensling|Tvilling/);
});

test('Kronoberg’s lists are paid by Skåne’s tables: view, files and explanation say so', { timeout: 120_000 }, async (t) => {
  const page = await openRegion(t, {}, 'register');
  const said = 'Listorna är Region Kronobergs, men ersättningen räknas med Region Skånes tabeller och med förslaget för Skåne.';
  assert.equal(await page.getByText(said).count(), 0, 'Skåne is paid by its own');
  await page.getByRole('radio', { name: /Kronoberg/ }).check();
  await page.getByText(/^32 vårdcentraler, 201.669 listade/).waitFor({ timeout: 60_000 });
  await page.locator('#region-source, section[aria-labelledby=region-source]').first().getByText(said).waitFor();
  await tab(page, 'vardcentralerna');
  assert.ok((await fileOf(page, button(page, 'Spara alla som CSV'))).includes(said));
  const json = JSON.parse(await fileOf(page, button(page, 'Spara alla mått som JSON')));
  assert.match(json.note, /Region Kronoberg's.*Region Skåne's tables/);
  await tab(page, 'spridning');
  const figure = page.locator('figure').first();
  for (const name of ['Hämta tabell (CSV)', 'Hämta bild (SVG)']) {
    assert.match(await fileOf(page, figure.getByRole('button', { name })), /Region Skånes\s+tabeller|Region Skånes/, name);
  }
  await (await measuresTable(page)).locator('[data-value]').first().click();
  await page.locator('dialog.why').getByText(said).waitFor();
});
