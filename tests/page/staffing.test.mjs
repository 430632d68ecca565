// Fast läkarkontakt: what the doctors cover by the guideline value, in the documents' examples, and never a verdict.
import test from 'node:test';
import assert from 'node:assert/strict';
import { VIEWS, enter, field, fillIn, openView, show, speak } from './harness.mjs';

const LABELS = ['Listade', 'Specialister i allmänmedicin, heltid', 'ST-läkare, heltid'];

async function situation(page, ...texts) {
  for (const [i, text] of texts.entries()) await enter(page, LABELS[i], text);
}

/** The exact figure of a row of the results. */
async function result(page, name) {
  const row = page.locator('section[aria-labelledby=results]').getByRole('row', { name: new RegExp(`^${name}`) });
  return Number(await row.locator('[data-value]').getAttribute('data-value'));
}

const near = (actual, expected) => assert.ok(Math.abs(actual - expected) < 0.005, `${actual} is not ${expected}`);
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
  const sentence = await plain(page.locator('section[aria-labelledby=results] p.lead'));
  assert.match(sentence, /6 600 personer.*1 400 personer fler än så.*1,27 heltidstjänster/);
});

test('4 specialists by heads alone count as one heltid each, which is said and can be changed', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '5500');
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
    await page.locator('details').evaluateAll((all) => all.forEach((details) => { details.open = true; }));
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
  assert.match(await plain(page.locator('section[aria-labelledby=results] p.lead')), /5 500 personer enligt riktvärdet, lika många som listan/);
});

test('a whole region: 1 400 000 listed need 1 272,73 specialists', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '1 400 000');
  near(await result(page, 'Specialister för hela listan'), 1_400_000 / 1100);
  assert.match(await plain(page.getByRole('row', { name: /^Specialister för hela listan/ })), /1 272,73/);
});

test('where no doctors are entered nothing is said of what they cover, and 0 is an answer', async (t) => {
  const page = await openView(t, 'staffing');
  const status = page.locator('.unseen[role=status]');
  await page.waitForTimeout(900);
  assert.equal(await status.innerText(), '', 'of an untouched page');
  await situation(page, '8000');
  const results = page.locator('section[aria-labelledby=results]');
  assert.match(await plain(results), /Inga läkare är ifyllda/);
  assert.doesNotMatch(await plain(results), /räcker till 0|Täckning/);
  near(await result(page, 'Specialister för hela listan'), 8000 / 1100);
  for (const name of ['plan', 'underlag']) {
    assert.match(await plain(page.locator(`section[aria-labelledby=${name}]`)), /Inga läkare är ifyllda/);
  }
  await page.waitForTimeout(900);
  assert.match(await status.textContent(), /^Inga läkare är ifyllda/);
  await enter(page, 'Antal specialister i allmänmedicin', '0');
  assert.equal(await result(page, 'Läkarna räcker till'), 0);
  assert.equal(await results.getByRole('row', { name: /^ST-läkarna räcker till/ }).count(), 0, 'not entered');
});

test('another guideline value counts, is a difference, and can be reset in the list', async (t) => {
  const page = await openView(t, 'staffing');
  await situation(page, '8000', '5', '2');
  await enter(page, 'Personer per specialist', '1 000');
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
  assert.match(await plain(page.locator('main')), /Läkarna räcker till 0 personer/);
});
