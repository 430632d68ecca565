// Dialogs go with their content: Back and Escape close the innermost and nothing else, and a view that is left takes its
// dialogs along. What one tab clears, another does not bring back.
import test from 'node:test';
import assert from 'node:assert/strict';
import { VIEWS, drawn, enter, fillIn, more, openTab, openView, remember, remembers, show, speak } from './harness.mjs';
import { clipboard } from './take-out.mjs';

const why = (page) => page.locator('dialog.why');
const figure = (page, n = 1) => page.locator('main [data-value]').nth(n);

async function explain(page, n = 1) {
  await figure(page, n).click();
  await why(page).locator('[data-why-value]').waitFor();
}

/** Nothing lies over the page, and it can be used. */
async function isFree(page) {
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  assert.equal(await page.evaluate(() => document.querySelectorAll(':modal').length), 0);
  await figure(page).click({ trial: true });
}

const view = (page) => page.evaluate(() => location.hash);

test('Back closes an explanation and the view stays', async (t) => {
  const page = await openView(t, 'brief');
  await show(page, 'model');
  await explain(page);
  await page.goBack();
  await isFree(page);
  assert.equal(await view(page), VIEWS.model);
  await explain(page);
  assert.ok((await why(page).innerText()).length > 50, 'the next explanation has its content');
  await page.goBack();
  await isFree(page);
  await page.goBack();
  await page.waitForFunction((hash) => location.hash === hash, VIEWS.brief);
});

test('an explanation that was closed takes no Back of its own', async (t) => {
  const page = await openView(t, 'brief');
  await show(page, 'model');
  for (const n of [0, 1, 2]) {
    await explain(page, n);
    await page.keyboard.press('Escape');
    await isFree(page);
  }
  const entries = await page.evaluate(() => history.length);
  await explain(page);
  await why(page).getByRole('button', { name: 'Stäng' }).click();
  await isFree(page);
  assert.equal(await page.evaluate(() => history.length), entries, 'entries are used again');
  await page.goBack();
  await page.waitForFunction((hash) => location.hash === hash, VIEWS.brief);
  await isFree(page);
});

test('an address that is followed from a dialog leaves no empty dialog behind', async (t) => {
  const page = await openView(t, 'brief');
  await explain(page);
  await show(page, 'model');
  await isFree(page);
  await explain(page);
  await show(page, 'practice');
  await page.waitForFunction(() => !document.querySelector('dialog[open]'));
  await page.goBack();
  await page.waitForFunction((hash) => location.hash === hash, VIEWS.model);
  await isFree(page);
});

test('Escape in a presentation closes the explanation first, then the presentation', async (t) => {
  const page = await openView(t, 'model');
  await page.getByRole('button', { name: 'Presentera' }).click();
  await explain(page);
  await page.keyboard.press('Escape');
  await isFree(page);
  assert.ok(await page.locator('.page.present').isVisible(), 'the presentation goes on');
  await page.keyboard.press('Escape');
  await page.locator('.page:not(.present)').waitFor();
});

test('undo and redo wait until the dialog is closed', async (t) => {
  const page = await openView(t, 'model');
  await enter(page, 'Vikt för Glaukom, mitt scenario', '50');
  await explain(page);
  const before = await why(page).innerText();
  await page.keyboard.press('Control+z');
  await drawn(page);
  assert.equal(await why(page).innerText(), before);
  await page.keyboard.press('Escape');
  await isFree(page);
  assert.equal(await page.getByRole('textbox', { name: 'Vikt för Glaukom, mitt scenario' }).inputValue(), '50');
  await page.keyboard.press('Control+z');
  await drawn(page);
  assert.notEqual(await page.getByRole('textbox', { name: 'Vikt för Glaukom, mitt scenario' }).inputValue(), '50');
});

test('the text for copying by hand closes with Back and with its view', async (t) => {
  const page = await openView(t, 'practice', { init: `(${clipboard})(true)` });
  await fillIn(page);
  await openTab(page, 'ta-med');
  const dialog = page.getByRole('dialog', { name: /^(Kopiera texten|Copy the text)/ });
  const copy = () => page.getByRole('button', { name: 'Kopiera som text', exact: true }).click();
  await copy();
  await dialog.waitFor();
  await page.goBack();
  await dialog.waitFor({ state: 'hidden' });
  assert.ok((await view(page)).startsWith(VIEWS.practice));
  await copy();
  await dialog.waitFor();
  await show(page, 'model');
  await isFree(page);
  await show(page, 'practice');
  await drawn(page);
  assert.equal(await page.locator('dialog[open]').count(), 0, 'it does not come back by itself');
  // after another language the dialog is the same one
  await speak(page, 'English');
  await page.getByRole('button', { name: 'Copy as text', exact: true }).click();
  await dialog.waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('what one tab clears, another does not write again', async (t) => {
  const page = await openView(t, 'practice');
  await fillIn(page);
  await show(page, 'practice');
  await remember(page, true);
  await page.waitForFunction(() => localStorage.getItem('viktat'));
  const other = await page.context().newPage();
  await other.goto(page.url());
  await other.waitForSelector('#app[data-ready]', { state: 'attached' });
  await other.waitForFunction(() => document.querySelector('#app[data-ready]'));
  assert.ok(await remembers(other));
  await more(other, 'Rensa allt…');
  await other.getByRole('button', { name: 'Ja, rensa allt', exact: true }).click();
  await page.getByText('Det sparade togs bort i en annan flik').waitFor();
  assert.ok(!(await remembers(page)));
  await enter(page, 'Listade kvinnor 0–4 år', '17');
  await drawn(page);
  assert.equal(await page.evaluate(() => localStorage.getItem('viktat')), null, 'cleared is cleared');
  // switched on again, it remembers again
  await remember(page, true);
  await page.waitForFunction(() => localStorage.getItem('viktat'));
});

test('a tab that hears nothing of it still does not write what was cleared', async (t) => {
  const page = await openView(t, 'practice', { init: () => addEventListener('storage', (event) => event.stopImmediatePropagation(), true) });
  await fillIn(page);
  await show(page, 'practice');
  await remember(page, true);
  await page.waitForFunction(() => localStorage.getItem('viktat'));
  await page.evaluate(() => localStorage.clear());
  await enter(page, 'Listade kvinnor 0–4 år', '17');
  await page.getByText('Det sparade togs bort i en annan flik').waitFor();
  assert.equal(await page.evaluate(() => localStorage.getItem('viktat')), null);
});
