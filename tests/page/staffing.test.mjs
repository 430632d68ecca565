// Fast läkarkontakt: what the doctors cover by the guideline value, in the documents' examples, and never a verdict.
import test from 'node:test';
import assert from 'node:assert/strict';
import { STAFFING_TABS, VIEWS, axe, drawn, enter, field, fillIn, openView, show, showTab, speak, unfold } from './harness.mjs';

const LABELS = ['Listade', 'Specialister i allmänmedicin, heltid', 'ST-läkare, heltid'];

async function situation(page, ...texts) {
  for (const [i, text] of texts.entries()) await enter(page, LABELS[i], text);
}

/** The table of all figures, opened. */
async function allFigures(page) {
  const table = page.locator('details.all-figures');
  await table.evaluate((details) => { details.open = true; });
  return table;
}

/** The exact figure of a row of the results. */
async function result(page, name) {
  const row = (await allFigures(page)).getByRole('row', { name: new RegExp(`^${name}`) });
  return Number(await row.locator('[data-value]').getAttribute('data-value'));
}

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 0.005, `${actual} is not ${expected}`);
const answer = (page) => plain(page.locator('h1:visible'));
const plain = async (locator) => (await locator.innerText()).replace(/\s/g, ' ');

test('8 000 listed, 5,0 specialists and 2 ST doctors: 6 600, 1 400, 1,27', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '8 000', '5,0', '2');
  assert.equal(await result(page, 'Läkarna räcker till'), 6600);
  assert.equal(await result(page, 'Personer utöver'), 1400);
  near(await result(page, 'Motsvarande antal specialister'), 1400 / 1100);
  near(await result(page, 'Specialister för hela listan'), 8000 / 1100);
  assert.equal(await result(page, 'Listade per specialist'), 1600);
  near(await result(page, 'Täckning'), 6600 / 8000);
  assert.equal(await answer(page), 'Läkarna räcker till 6 600 av 8 000 listade. Enligt riktvärdet motsvarar det 1,27 heltidstjänster till.');
  assert.match(await plain(page.locator('.people-key')), /5 500 hos specialister.*1 100 hos ST-läkare.*1 400 därutöver/);
});

test('4 specialists by heads alone count as one heltid each, which is said and can be changed', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '5500');
  await unfold(page);
  await enter(page, 'Antal specialister i allmänmedicin', '4');
  assert.equal(await result(page, 'Specialisterna räcker till'), 4400, 'not nobody');
  const assumed = page.locator('section[aria-labelledby=results] .assumed');
  assert.match(await plain(assumed), /Heltid är inte ifylld för specialister i allmänmedicin. De räknas som 1 heltid var/);
  await enter(page, 'Heltid för varje läkare, specialister i allmänmedicin', '0,75');
  assert.equal(await result(page, 'Specialisterna räcker till'), 3300, '4 × 0,75 × 1 100');
  await enter(page, LABELS[1], '3,5');
  assert.equal(await result(page, 'Specialisterna räcker till'), 3850, 'heltid that is told goes first');
  assert.equal(await assumed.count(), 0);
});

for (const name of ['hyrläkare', 'andra läkare']) {
  test(`2 specialists and 2 ${name} to 4 400: that two count as nobody is said beside the answer, and can be changed`, async (t) => {
    const page = await openView(t, 'staffing');
    await situation(page, '4400', '2');
    const assumed = page.locator('section[aria-labelledby=results] .assumed');
    assert.equal(await assumed.count(), 0);
    await unfold(page);
    await enter(page, `Heltid, ${name}`, '2');
    near(await result(page, 'Täckning'), 0.5);
    const said = new RegExp(`Riktvärdet säger inget om ${name}\\. En heltid räknas som 0 personer: det är vårt antagande\\.`);
    assert.match(await plain(assumed), said);
    assert.match((await page.locator('.handout-page').first().textContent()).replace(/\s/g, ' '), said);
    await assumed.getByRole('textbox').fill('550');
    await page.keyboard.press('Enter');
    await page.waitForTimeout(300);
    near(await result(page, 'Täckning'), 0.75);
    assert.match(await plain(assumed), /En heltid räknas som 550 personer, som du har fyllt i/);
  });
}

test('4 specialists and 2 ST doctors: 5 500', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '5500', '4', '2');
  assert.equal(await result(page, 'Specialisterna räcker till'), 4400);
  assert.equal(await result(page, 'ST-läkarna räcker till'), 1100);
  assert.equal(await result(page, 'Läkarna räcker till'), 5500);
  assert.equal(await answer(page), 'Läkarna räcker till 5 500 av 5 500 listade enligt riktvärdet.');
});

test('a whole region: 1 400 000 listed need 1 272,73 specialists', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '1 400 000');
  near(await result(page, 'Specialister för hela listan'), 1_400_000 / 1100);
  assert.match(await plain(page.getByRole('row', { name: /^Specialister för hela listan/ })), /1 272,73/);
  assert.equal(await answer(page), 'Enligt riktvärdet motsvarar 1 400 000 listade 1 272,73 heltidstjänster för specialister.');
});

test('where no doctors are entered nothing is said of what they cover, and 0 is an answer', async (t) => {
  const page = await openView(t, 'staffing');
  const status = page.locator('.unseen[role=status]');
  await page.waitForTimeout(900);
  assert.equal(await status.innerText(), '', 'of an untouched page');
  await situation(page, '8000');
  const results = page.locator('section[aria-labelledby=results]');
  assert.match(await plain(results), /Inga läkare är ifyllda/);
  near(await result(page, 'Specialister för hela listan'), 8000 / 1100);
  assert.doesNotMatch(await plain(page.locator('main')), /räcker till 0|Täckning/);
  for (const name of ['plan', 'underlag']) {
    await showTab(page, 'staffing', name);
    assert.match(await plain(page.locator(`section[aria-labelledby=${name}]`)), /Inga läkare är ifyllda/);
  }
  await showTab(page, 'staffing', 'laget');
  await unfold(page);
  await page.waitForTimeout(900);
  assert.match(await status.textContent(), /^Inga läkare är ifyllda/);
  await enter(page, 'Antal specialister i allmänmedicin', '0');
  assert.equal(await result(page, 'Läkarna räcker till'), 0);
  assert.equal(await (await allFigures(page)).getByRole('row', { name: /^ST-läkarna räcker till/ }).count(), 0, 'not entered');
});

test('another guideline value counts, is a difference, and can be reset in the list', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '8000', '5', '2');
  await unfold(page);
  await enter(page, 'Personer per specialist', '1 000');
  assert.equal(await result(page, 'Läkarna räcker till'), 6100);
  await page.getByRole('button', { name: 'Återställ Personer per specialist till 1 100' }).click();
  assert.equal(await result(page, 'Läkarna räcker till'), 6600);
  await page.locator('.top').getByRole('button', { name: 'Ångra', exact: true }).click();
  assert.equal(await result(page, 'Läkarna räcker till'), 6100);
  await show(page, 'model');
  await page.getByRole('button', { name: 'Återställ Riktvärde per specialist' }).click();
  await show(page, 'staffing');
  assert.equal(await result(page, 'Läkarna räcker till'), 6600);
});

test('the list of the other view can be taken over', async (t) => {
  const page = await openView(t, 'practice');
  await enter(page, 'Listade kvinnor 0–4 år', '1200');
  await enter(page, 'Listade män 0–4 år', '300');
  await show(page, 'staffing');
  await page.getByRole('button', { name: /^Hämta antalet från Min vårdcentral/ }).click();
  await enter(page, LABELS[1], '1');
  assert.equal(await result(page, 'Personer utöver'), 400);
});

const VERDICTS = new RegExp(
  '(?<!\\p{L})(pass(es|ed|ing)?|fail(s|ed|ing)?|(god|under)kän[dnt]\\p{L}*|uppfyller (inte|ej)|klarar)(?!\\p{L})',
  'iu',
);

/** Everything that the page says, seen or heard, with what stands in closed parts. */
function allWords(page) {
  return page.evaluate(() => {
    const heard = [...document.querySelectorAll('[aria-label], [title], [placeholder]')].flatMap((element) => {
      return ['aria-label', 'title', 'placeholder'].map((name) => element.getAttribute(name) ?? '');
    });
    return [document.title, document.querySelector('#app').textContent, ...heard].join('\n');
  });
}

for (const language of ['Svenska', 'English']) {
  test(`no view passes a verdict in ${language}`, async (t) => {
    const page = await openView(t, 'staffing');
    await fillIn(page);
    const words = [];
    const say = async () => {
      if (language === 'English') await speak(page, 'English');
      words.push(await allWords(page));
      if (language === 'English') await speak(page, 'Svenska');
    };
    for (const [listed, specialists] of [['8000', '5'], ['3000', '5'], ['6600', '5'], ['8000', '0']]) {
      await situation(page, listed, specialists, '2');
      await say();
    }
    for (const tab of STAFFING_TABS) {
      await showTab(page, 'staffing', tab);
      await unfold(page);
      await say();
    }
    for (const view of Object.keys(VIEWS)) {
      await show(page, view);
      await say();
    }
    for (const text of words) assert.equal(text.match(VERDICTS)?.[0], undefined);
    assert.match(words[0], language === 'English' ? /neither a floor nor a ceiling/ : /varken ett golv eller ett tak/);
  });
}

test('the search for verdicts finds one', () => {
  for (const text of ['It passes.', 'Failed', 'Ni är godkända', 'underkänt', 'uppfyller inte', 'Ni klarar det']) {
    assert.match(text, VERDICTS);
  }
  assert.doesNotMatch('Compassion, heart failure, detta förklarar', VERDICTS);
});

test('a nought of doctors is an answer, and stays where it was typed', async (t) => {
  const page = await openView(t, 'staffing');
  await enter(page, 'Listade', '5000');
  assert.match(await plain(page.locator('main')), /Inga läkare är ifyllda/);
  await enter(page, LABELS[1], '0');
  assert.equal(await field(page, LABELS[1]).inputValue(), '0');
  assert.match(await answer(page), /^Läkarna räcker till 0 av 5 000 listade/);
});

const FOUR_AND_THREE = 'Läkarna räcker till 6 050 av 8 500 listade. Enligt riktvärdet motsvarar det 2,23 heltidstjänster till.';

/** Whether the whole of an element lies in the window. */
const isInSight = (locator) => locator.evaluate((element) => {
  const box = element.getBoundingClientRect();
  return box.top >= 0 && box.bottom <= innerHeight && box.height > 0;
});

async function assertAnswered(page) {
  assert.equal(await answer(page), FOUR_AND_THREE);
  assert.ok(await isInSight(page.locator('h1:visible')));
  for (const [figure, text] of (await page.locator('.key-figure').all()).map((one, at) => [one, ['2,23', '7,73', '2 125'][at]])) {
    assert.ok(await isInSight(figure), text);
    assert.ok((await plain(figure)).includes(text), text);
  }
  assert.equal(await page.evaluate(() => scrollY), 0);
}

test('4 specialists and 3 ST doctors for 8 500, by mouse: three numbers, answered in the first screen', async (t) => {
  const page = await openView(t, 'staffing');
  for (const [label, text] of [['Listade', '8 500'], ['Specialister i allmänmedicin, heltid', '4'], ['ST-läkare, heltid', '3']]) {
    await field(page, label).click();
    await page.keyboard.type(text);
  }
  await page.mouse.click(700, 60);
  await drawn(page);
  await assertAnswered(page);
});

test('the same by keyboard: Enter goes from one to the next', async (t) => {
  const page = await openView(t, 'staffing');
  for (let steps = 0; await page.evaluate(() => document.activeElement.id !== 'staff-listed') && steps < 60; steps++) await page.keyboard.press('Tab');
  await page.keyboard.type('8500');
  await page.keyboard.press('Tab');
  await page.keyboard.type('4');
  await page.keyboard.press('Enter');
  await page.keyboard.type('3');
  await page.keyboard.press('Enter');
  await drawn(page);
  await assertAnswered(page);
});

test('the drawer opens at the guideline and the workload, and what is changed there is answered beside it', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '8500', '4', '3');
  await page.getByRole('button', { name: 'Ändra modellen' }).click();
  const drawer = page.getByRole('complementary', { name: 'Ändra modellen' });
  await drawer.getByLabel('Personer per specialist').fill('1 000');
  await drawer.getByLabel('Personer per specialist').blur();
  await drawn(page);
  assert.match(await answer(page), /^Läkarna räcker till 5 650 av 8 500 listade/);
  assert.ok(await isInSight(drawer.getByText('Vikterna för vårdtyngd', { exact: true })));
  assert.equal(await drawer.getByRole('textbox', { name: 'Vårdtyngd, kvinnor från 0 år' }).count(), 1);
  assert.deepEqual(await axe(page), []);
});

/** What can be pressed or written in, as the view comes. */
const controls = (page) => page.evaluate(() => [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
  .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().width > 1).length);

for (const look of [{ width: 1366, height: 768 }, { width: 1366, height: 768, dark: true }, { width: 390, height: 844 }]) {
  test(`every tab: nothing that axe finds, nothing sideways, few controls, not long: ${JSON.stringify(look)}`, async (t) => {
    const page = await openView(t, 'staffing', look);
    for (const filled of [false, true]) {
      if (filled) await fillIn(page);
      for (const tab of STAFFING_TABS) {
        await showTab(page, 'staffing', tab);
        await page.locator('main details').evaluateAll((all) => all.forEach((details) => { details.open = false; }));
        await drawn(page);
        const place = `${tab}, ${filled ? 'filled in' : 'empty'}`;
        assert.deepEqual(await axe(page), [], place);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${place}: too wide`);
        assert.ok(await isInSight(page.locator('h1:visible')), place);
        const [height, count] = [await page.evaluate(() => document.documentElement.scrollHeight), await controls(page)];
        t.diagnostic(`${place}: ${height} px, ${count} controls`);
        if (look.width < 1000) continue;
        assert.ok(height <= 2200, `${place}: ${height} px`);
        assert.ok(count <= 60, `${place}: ${count} controls`);
      }
    }
  });
}
