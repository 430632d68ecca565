// The four aims: the figures of the matrix against numbers worked out from elsewhere on the page, prices that only the
// reader knows, and what more flags do.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, enter, field } from './harness.mjs';
import { CONDITIONS, chooseFile, firstSlider, number, openRegion, saved, scrollsSideways, tab, unfold, values } from './region.mjs';

const PRICES = 'Ange vad det billigaste sättet att visa ett tillstånd kostar';
const FLAGS = 'Om några vårdcentraler får fler personer registrerade med tillstånd';

/** A row of the matrix: nuläge, förslag, and mitt scenario where it differs. */
const row = (page, name) => page.locator('.region-aims').getByRole('row', { name });
const near = (is, wanted, slack, what) => assert.ok(Math.abs(is - wanted) <= slack, `${what}: ${is} is not ${wanted}`);

/** The first condition's name and weight, as the slider has them. */
async function firstCondition(page) {
  const slider = await firstSlider(page);
  const first = { name: await slider.getAttribute('aria-label'), weight: Number(await slider.inputValue()) };
  await page.locator('#adjust').click();
  return first;
}

test('the table of today has 42 amounts, a cost share and three facts a person', async (t) => {
  const page = await openRegion(t, {}, 'malen');
  assert.deepEqual(await values(row(page, /^Vårdcentralens del av varje sparad krona/)), [0.7, 0.7], 'no scenario until it differs');
  const [most, base, all, facts] = await Promise.all(
    [/^Belopp bakom .* som mest/, /^Tal bakom/, /^Tal i hela/, /^Uppgifter/].map((name) => values(row(page, name))),
  );
  assert.deepEqual([most[0], base[0], all[0], facts[0]], [1, 1, 43, 3]);
  assert.ok(most[1] > 1 && base[1] > 1 && all[1] > 43 && facts[1] > 3);
  const heading = page.locator('#region-aims');
  assert.match(await heading.innerText(), /Exempelvikter.*SYNTETISKA DATA/s);
});

test('the mean number of amounts is one and the flags of all practices by all listed', async (t) => {
  const page = await openRegion(t, {}, 'malen');
  const [, mean] = await values(row(page, /^Belopp bakom .* i genomsnitt/));
  const flags = await unfold(page, FLAGS);
  await enter(page, 'Så många fler, %', '100');
  await enter(page, 'Hur många av de största', '180');
  const extra = await flags.locator('table').nth(1).locator('tbody tr td:nth-child(2)').allTextContents();
  assert.equal(extra.length, 180);
  near(mean, 1 + extra.map(number).reduce((a, b) => a + b) / 1_400_000, 1e-9, 'mean');
});

test('a price makes the difference known, an empty field makes it unknown again', async (t) => {
  const page = await openRegion(t, {}, 'malen');
  const { name, weight } = await firstCondition(page);
  const prices = await unfold(page, PRICES);
  const line = prices.getByRole('row', { name }).first();
  assert.deepEqual(await values(line), [12 * weight], 'only what the flag brings is known');
  assert.equal((await line.getByText('inte känt', { exact: true }).count()), 3);
  const input = line.getByRole('textbox').first();
  const criterion = await line.getByRole('rowheader').innerText();
  const [, units, months] = criterion.match(/minst ([\d,]+) (?:uttag|förpackningar|definierade dygnsdoser) på (\d+) månader/);
  await input.focus();
  await page.keyboard.type('50');
  await page.keyboard.press('Tab');
  await drawn(page);
  const cost = (number(units) * 50 * 12) / Number(months);
  const [brings, shown, carried, margin] = await values(line);
  near(brings, 12 * weight, 1e-9, 'brings');
  near(shown, cost, 1e-6, 'cost');
  near(carried, 0.7 * cost, 1e-6, 'carried');
  near(margin, 12 * weight - 0.7 * cost, 1e-6, 'margin');
  const above = row(page, /^Tillstånd där flaggan ger mer/);
  assert.match(await above.innerText(), new RegExp(`1 av 1\\s*${name.replace(/[()]/g, '\\$&')}`));
  await above.locator('[data-value]').first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Visa alla led' }).click();
  const leaf = (words) => dialog.locator('[data-leaf]').filter({ hasText: words });
  assert.match(await leaf(/^Kronor per/).innerText(), /\n50\nAngiven uppgift$/, 'typed, not of the register');
  assert.match(await leaf(/på tolv månader/).innerText(), /Minsta antal som uppfyller villkoret/);
  await page.keyboard.press('Escape');
  // dearer than what it brings: known, and not above zero
  await input.fill('1000000');
  await input.blur();
  await drawn(page);
  assert.ok((await values(line))[3] < 0);
  assert.match(await above.innerText(), /0 av 1/);
  await input.fill('');
  await input.blur();
  await drawn(page);
  assert.equal((await values(line)).length, 1, 'empty is not known, never nought');
});

test('a price that is no number stays with its fault', async (t) => {
  const page = await openRegion(t, {}, 'malen');
  const prices = await unfold(page, PRICES);
  const input = prices.getByRole('textbox').first();
  await input.fill('mycket');
  await input.blur();
  await drawn(page);
  assert.equal(await input.inputValue(), 'mycket');
  const described = await input.getAttribute('aria-describedby');
  assert.match(await page.locator(`[id="${described}"]`).innerText(), /”mycket” är inte ett tal/);
  assert.deepEqual(await axe(page), []);
});

test('what the five largest get by more flags the others lose, and the sum stays', async (t) => {
  const page = await openRegion(t, {}, 'malen');
  const { weight } = await firstCondition(page);
  const rows = await saved(page);
  const paid = 'Ersättning kr/år, Förslag';
  const total = rows.reduce((sum, one) => sum + one[paid], 0);
  const flags = await unfold(page, FLAGS);
  await page.getByLabel('Vad som flaggas').selectOption({ index: 1 });
  await drawn(page);
  const [gained, lost, sum] = await values(flags.locator('table').first());
  near(gained, lost, 1e-9, 'what some get others lose');
  near(sum, total, 1, 'the sum');
  const largest = [...rows].sort((a, b) => b.Listade - a.Listade).slice(0, 5);
  const each = await flags.locator('table').nth(1).locator('tbody tr').evaluateAll((all) => all.map((one) => ({
    name: one.querySelector('th').innerText,
    flags: one.querySelector('td').innerText,
    values: [...one.querySelectorAll('[data-value]')].map((value) => Number(value.dataset.value)),
  })));
  assert.deepEqual(each.map((one) => one.name), largest.map((one) => one['Vårdcentral']));
  const extra = each.map((one) => number(one.flags) * weight * 12);
  const kept = total / (total + extra.reduce((a, b) => a + b));
  each.forEach(({ values: [before, after, change] }, i) => {
    near(before, largest[i][paid], 0.01, 'before');
    near(after, (before + extra[i]) * kept, 0.02, 'after');
    near(change, after - before, 0.011, 'change');
  });
  near(gained, each.reduce((all, one) => all + one.values[2], 0), 0.05, 'together');
  await flags.locator('[data-value]').first().click();
  await page.getByRole('dialog').getByText('Det som de som flaggar fler får mer, tillsammans').first().waitFor();
  await page.keyboard.press('Escape');
  await page.getByLabel('Vilka som flaggar fler').selectOption({ index: 1 });
  await flags.getByText('Ingen vårdcentral är vald.').waitFor();
});

test('a small group of a file of one’s own is not told', async (t) => {
  const page = await openRegion(t, {}, 'malen');
  const persons = Array.from({ length: 60 }, (_, i) => `${i % 2 ? 'Norr' : 'Söder'};${i < 3 ? 'M' : 'K'};${20 + i};0;${100 * i}`);
  const text = [`vårdcentral;kön;ålder;tillstånd:${CONDITIONS.join('+')};läkemedelskostnad`, ...persons].join('\n');
  await chooseFile(page, { name: 'egen.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await page.getByText(/^2 vårdcentraler, 60 listade/).waitFor({ timeout: 60_000 });
  await tab(page, 'vem');
  await unfold(page, 'Alla grupper och modeller');
  const men = page.locator('.region-subgroups').getByRole('row', { name: /^Män/ });
  await men.waitFor();
  assert.match(await men.innerText(), /färre än 5 personer\s+–/);
  // 57 women of 60 would tell that there are 3 men
  const told = await page.locator('.region-subgroups').first().locator('tbody tr').allInnerTexts();
  assert.match(told.find((words) => words.startsWith('Kvinnor')), /^Kvinnor(\s+–)+$/);
  assert.ok(told.some((words) => /\s\d+\s+–\s+[+\u2212]/.test(words)), 'large groups stay, but for the amounts of 2025');
  const twin = await unfold(page, 'Visa som tabell').catch(() => null);
  if (twin) assert.doesNotMatch(await twin.getByRole('row', { name: /^Män/ }).innerText(), /\d/);
});

for (const options of [{}, { dark: true }, { width: 320, height: 800 }]) {
  test(`aims and groups are accessible: ${JSON.stringify(options)}`, async (t) => {
    const page = await openRegion(t, options, 'malen');
    for (const heading of ['Så mäts det', PRICES, FLAGS]) await unfold(page, heading);
    assert.deepEqual(await axe(page), []);
    assert.equal(await scrollsSideways(page), false);
    await tab(page, 'vem');
    await unfold(page, 'Alla grupper och modeller');
    assert.deepEqual(await axe(page), []);
    assert.equal(await scrollsSideways(page), false);
  });
}
