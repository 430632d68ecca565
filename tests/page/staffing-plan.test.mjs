// The plan of Fast läkarkontakt: doctors and list year by year against numbers worked out here, the year that is
// reached and what it takes, chance from a seed, one undo for a paste, and what cannot be worked out.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, drawn, enter, field, open, openView, paste, show, showTab, unfold, waitReady, VIEWS } from './harness.mjs';

const YEARS = Array.from({ length: 15 }, (_, i) => 2026 + i);
const near = (actual, expected, what) => {
  assert.ok(Math.abs(actual - expected) < 1e-6 * Math.max(1, Math.abs(expected)), `${what}: ${actual}, not ${expected}`);
};

/**
 * The plan as it is told on the page, worked out anew: events in the middle of the year, leavers a share of those at
 * its beginning, ST doctors without a year begun two and a half years before, five and a half years of ST.
 */
function plan({ listed, heads, fte, st, planned, leaving = 0, staying = 1, growth = 0, duty = 0 }) {
  const cohorts = st > 0 ? [{ heads: st, fte: st, begun: 2.5 }] : [];
  return YEARS.map((year, i) => {
    const [recruited, retiring, starts] = planned[i] ?? [0, 0, 0];
    const each = heads > 0 ? fte / heads : 0;
    for (const cohort of cohorts) cohort.begun += 1;
    if (starts > 0) cohorts.push({ heads: starts, fte: starts, begun: 0.5 });
    const done = cohorts.filter((cohort) => cohort.begun >= 5.5);
    for (const cohort of done) cohorts.splice(cohorts.indexOf(cohort), 1);
    const stay = staying * done.reduce((sum, cohort) => sum + cohort.heads, 0);
    [heads, fte] = [
      heads - leaving * heads - retiring + recruited + stay,
      fte - leaving * fte - retiring * each + recruited + stay,
    ];
    listed *= 1 + growth;
    const stFte = cohorts.reduce((sum, cohort) => sum + cohort.fte, 0);
    const capacity = fte * (1 - duty) * 1100 + stFte * 550;
    return { year, heads, fte, st: stFte, listed, capacity, gap: listed - capacity };
  });
}

/** The doctors and the list, and then the plan with all that is folded there. */
async function situation(page, { listed, fte, st, heads }) {
  await showTab(page, 'staffing', 'laget');
  await unfold(page);
  await enter(page, 'Listade', String(listed));
  await enter(page, 'Specialister i allmänmedicin, heltid', String(fte).replace('.', ','));
  await enter(page, 'ST-läkare, heltid', String(st));
  if (heads) await enter(page, 'Antal specialister i allmänmedicin', String(heads));
  await showTab(page, 'staffing', 'plan');
  await unfold(page);
}

/** The exact figures of the table of years. */
async function table(page) {
  const rows = await page.locator('.plan-results').first().locator('tbody tr').evaluateAll((all) => all.map((row) => {
    const numbers = [...row.querySelectorAll('[data-value]')].map((button) => Number(button.dataset.value));
    return [Number(row.querySelector('th').textContent), ...numbers];
  }));
  return rows.map(([year, heads, fte, stHeads, st, listed, capacity, gap, gapFte, coverage, per]) => {
    return { year, heads, fte, stHeads, st, listed, capacity, gap, gapFte, coverage, per };
  });
}

async function assertTable(page, expected) {
  const rows = await table(page);
  assert.equal(rows.length, expected.length);
  for (const [i, row] of rows.entries()) {
    for (const key of Object.keys(expected[i])) near(row[key], expected[i][key], `${row.year} ${key}`);
    near(row.gapFte, expected[i].gap / 1100, `${row.year} gapFte`);
    near(row.coverage, expected[i].capacity / expected[i].listed, `${row.year} coverage`);
  }
}

const plain = async (locator) => (await locator.innerText()).replace(/\s/g, ' ');
const section = (page) => page.locator('section[aria-labelledby=plan]');
const lead = (page) => plain(page.locator('h1:visible'));
const assumptions = (page) => section(page).locator('details.plan-how').evaluate((details) => { details.open = true; });
const cellOf = (year, event = 'Rekryterade specialister') => `${event}, ${year}`;

const PASTED = [[1, 0, 1], [0.5, 1, 0], [0, 0, 1], [1, 0.5, 1], [1, 0, 0], [1, 1, 0]];
const TEXT = PASTED.map((row) => row.join('\t').replaceAll('.', ',')).join('\n');
const TEN = { listed: 8000, heads: 6, fte: 5, st: 2 };

test('fifteen years of a pasted plan, as worked out here; one undo for the paste', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, TEN);
  await assertTable(page, plan({ ...TEN, planned: [] }));
  assert.match(await lead(page), /inte till hela listan till 2040\. Då återstår/);
  assert.ok(await paste(page, cellOf(2026), TEXT));
  assert.equal(await field(page, cellOf(2029, 'Specialister som går i pension')).inputValue(), '0,5');
  await assumptions(page);
  await enter(page, 'Specialister som slutar varje år, procent', '5');
  await enter(page, 'Färdiga specialister som stannar, procent', '80');
  await enter(page, 'Listans tillväxt per år, procent', '1');
  const all = { ...TEN, planned: PASTED, leaving: 0.05, staying: 0.8, growth: 0.01 };
  await assertTable(page, plan(all));
  for (let i = 0; i < 4; i += 1) await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  await drawn(page);
  assert.equal(await field(page, cellOf(2026)).inputValue(), '', 'the whole paste went with one undo');
  await assertTable(page, plan({ ...TEN, planned: [] }));
});

test('a year typed by keyboard, and the first year of the plan', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, { listed: 4400, fte: 3, st: 0 });
  await field(page, cellOf(2027)).focus();
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await drawn(page);
  const focused = () => page.evaluate(() => document.activeElement.getAttribute('aria-label'));
  assert.equal(await focused(), cellOf(2028), 'Enter goes down');
  await page.keyboard.press('Alt+ArrowRight');
  assert.equal(await focused(), cellOf(2028, 'Specialister som går i pension'));
  const said = await lead(page);
  assert.match(said, /^Med planen räcker läkarna till hela listan från och med utgången av 2027\. Då räcker de i 6\d % av simuleringarna\.$/);
  // a recruitment in 2027 comes in 1 − 1/e of the runs, 63 %: the headline says the year's share, as the chart's table does
  const [, twin] = await picture(page);
  const year = twin.split('\n').find((line) => line.startsWith('2027')).split('\t').map((cell) => cell.trim().replace(',', '.'));
  assert.ok(year.some((cell) => Math.round(Number(cell)) === Number(said.match(/(\d+) %/)[1])), `${said}: ${year}`);
  await enter(page, 'Planen börjar vid ingången av', '2030');
  const rows = await table(page);
  assert.deepEqual([rows.length, rows[0].year, rows[0].capacity], [11, 2030, 3300], 'what was planned before is not in it');
  assert.equal(await field(page, cellOf(2029)).count(), 0);
  await section(page).getByRole('button', { name: /^Återställ Planen börjar/ }).click();
  await drawn(page);
  assert.equal((await table(page)).length, 15);
});

test('covered once and not at the end is said so', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, { listed: 3300, fte: 3, st: 0 });
  await enter(page, cellOf(2035, 'Specialister som går i pension'), '1');
  const said = await lead(page);
  assert.match(said, /vid utgången av 2026, men inte vid utgången av 2040\. Då återstår 1 100 personer.*1,00 heltidstjänster/);
});

const GROWN = { ...TEN, listed: 12_000 };

test('a plan without chance has a headline without it', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, { listed: 3300, fte: 3, st: 0 });
  assert.match(await plain(section(page)), /Ingenting i planen avgörs av slumpen/);
  assert.equal(await lead(page), 'Med planen räcker läkarna till hela listan från och med utgången av 2026.');
});

test('what it takes to reach 2030 is the least in tenths, and is put in by one step', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, GROWN);
  await paste(page, cellOf(2026), TEXT);
  await enter(page, 'Täckt senast vid utgången av', '2030');
  const goal = section(page).locator('.plan-goal');
  const words = await plain(goal.locator('li').first());
  assert.match(await plain(goal), /Talen följer planen utan slump/);
  const more = Number(words.match(/^([\d,]+) fler rekryteringar om året, 2026–2030\./)[1].replace(',', '.'));
  const gap = (number) => {
    const planned = YEARS.map((_, i) => (PASTED[i] ?? [0, 0, 0]).map((n, column) => (column === 0 && i < 5 ? n + number : n)));
    return plan({ ...GROWN, planned })[4].gap;
  };
  assert.ok(gap(more) <= 1e-9 && gap(more - 0.1) > 0, `${more} is the least`);
  await goal.getByRole('button', { name: 'Använd rekryteringarna i planen' }).click();
  await drawn(page);
  assert.match(await plain(goal), /Planen räcker som den är\. .* i \d+ % av simuleringarna/);
  const used = await table(page);
  near(used[4].gap, gap(more), 'gap of 2030');
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  await drawn(page);
  for (const [i, year] of YEARS.slice(0, 5).entries()) {
    await enter(page, cellOf(year), (PASTED[i][0] + more).toFixed(1).replace('.', ','));
  }
  assert.deepEqual(await table(page), used, 'typed by hand it is the same plan');
  await enter(page, 'Täckt senast vid utgången av', '2026');
  await enter(page, 'Planen börjar vid ingången av', '2028');
  assert.match(await plain(goal), /Planen börjar först 2028/);
});

/** The chart's drawing and the table of its numbers. */
async function picture(page) {
  const figure = section(page).locator('figure');
  await figure.locator('details').evaluate((details) => { details.open = true; });
  return [await figure.locator('.picture').innerHTML(), await figure.locator('.twin').innerText()];
}

test('the same seed gives the same picture, another seed another', async (t) => {
  const page = await openView(t, 'staffing');
  const once = async (on) => {
    await situation(on, { listed: 4400, fte: 3, st: 0 });
    await enter(on, cellOf(2027), '1');
    return picture(on);
  };
  const first = await once(page);
  assert.match(await plain(section(page)), /I 6\d % av 2 000 simuleringar .* vid utgången av 2040/);
  assert.match(await plain(section(page)), /slumptalen är 1100/);
  const other = await open(t, { view: VIEWS.staffing });
  await waitReady(other);
  assert.deepEqual(await once(other), first, 'two who calculate get the same');
  await assumptions(other);
  await enter(other, 'Startvärde för slumptalen', '7');
  assert.notDeepEqual(await picture(other), first);
  await enter(other, 'Startvärde för slumptalen', '1100');
  assert.deepEqual(await picture(other), first);
  // Poisson with mean 1: 2027 has nobody new in 37 runs of 100, so the tenth run has 3 x 1,100
  const rows = await section(page).locator('.twin tbody tr').evaluateAll((all) => all.map((row) => row.innerText.split('\t')));
  assert.equal(rows[1].at(-4).replace(/\s/g, ''), '3300');
  assert.equal(rows[1].at(-3).replace(/\s/g, ''), '5500');
  assert.ok(Math.abs(Number(rows[1].at(-2)) - 63) <= 4, rows[1].at(-2));
});

test('nothing left to chance is said, and needs no band', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, TEN);
  assert.match(await plain(section(page)), /Ingenting i planen avgörs av slumpen/);
});

test('more who retire than there are: the year, the remedy, and everything else stays', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, TEN);
  await enter(page, cellOf(2027, 'Specialister som går i pension'), '9');
  const alert = section(page).getByRole('alert');
  assert.match(await plain(alert), /2027 slutar 9 specialister eller går i pension, men bara 6 finns.*rekryteringar tidigare/);
  assert.equal(await page.locator('.plan-results').count(), 0);
  await showTab(page, 'staffing', 'laget');
  assert.match(await lead(page), /6 600 av 8 000/, 'the situation is as before');
  await showTab(page, 'staffing', 'plan');
  await unfold(page);
  await enter(page, cellOf(2026), '3');
  await unfold(page);
  const before = await table(page);
  assert.equal(before.length, 15, 'the remedy helps');
  await showTab(page, 'staffing', 'laget');
  await unfold(page);
  await enter(page, 'ST-läkare, heltid', '');
  await enter(page, 'Antal ST-läkare utan angivet år', '2');
  await showTab(page, 'staffing', 'plan');
  await unfold(page);
  assert.equal(await alert.count(), 0);
  assert.deepEqual(await table(page), before, 'each of them counts as one heltid where none is given');
});

test('the price of what is missing, when there is one', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, { listed: 4400, fte: 3, st: 0 });
  const priced = () => section(page).getByRole('columnheader', { name: 'Kostnad för de heltider som saknas' });
  assert.equal(await priced().count(), 0, 'nothing is shipped');
  await enter(page, 'Kostnad för en heltid om året, kr', '1 500 000');
  assert.equal(await priced().count(), 1);
  const last = section(page).locator('.plan-results').first().locator('tbody tr').last().locator('[data-value]').last();
  assert.equal(Number(await last.getAttribute('data-value')), 1_500_000);
});

test('who comes and goes, a figure asked why, and back to what was shipped', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, TEN);
  await paste(page, cellOf(2026), TEXT);
  const flows = section(page).locator('.plan-flows tbody tr');
  await flows.nth(2).waitFor();
  const of2028 = await flows.nth(2).locator('[data-value]').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
  assert.deepEqual(of2028, [0, 0, 2, 2, 2, 2, 0, 0, 0, 0, 1, 1, 0, 0], 'the two ST doctors finish in 2028');
  await section(page).locator('.plan-results').first().locator('tbody tr').nth(4).locator('[data-value]').nth(5).click();
  assert.match(await plain(page.getByRole('dialog')), /Läkarna räcker till, 2030/);
  await page.keyboard.press('Escape');
  await assumptions(page);
  await enter(page, 'Låg väg: så mycket av planen blir av, procent', '50');
  await section(page).getByRole('button', { name: /^Återställ Låg väg/ }).click();
  await drawn(page);
  assert.equal(await field(page, 'Låg väg: så mycket av planen blir av, procent').inputValue(), '75');
});

for (const [dark, width] of [[false, 320], [true, 1366]]) {
  test(`nothing that axe finds, nothing sideways, ${width} px`, async (t) => {
    const page = await openView(t, 'staffing', { dark, width, height: 800 });
    await situation(page, TEN);
    await paste(page, cellOf(2026), TEXT);
    await enter(page, 'Täckt senast vid utgången av', '2030');
    await unfold(page);
    assert.deepEqual(await axe(page), []);
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), true);
    await show(page, 'staffing');
  });
}
