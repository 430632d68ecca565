// Persons who change health centre: the money that follows them is what I korthet says that they bring, both practices
// together are paid as before, and what cannot be is told with its remedy.
import test from 'node:test';
import assert from 'node:assert/strict';
import { axe, data, drawn, enter, field, openTab, openView, paste, show } from './harness.mjs';

const panel = (page) => page.getByRole('region', { name: /^Byt vårdcentral/ });
const said = async (page) => (await panel(page).locator('.swap-results').innerText()).replace(/\s+/g, ' ');
const near = (is, wanted, slack, what) => assert.ok(Math.abs(is - wanted) <= slack, `${what}: ${is} is not ${wanted}`);

async function openFilled(t, options) {
  const page = await openView(t, 'practice', options);
  await paste(page, 'Listade kvinnor 0–4 år', data('listed.tsv'));
  await paste(page, 'Antal med Diabetes, insulinbehandlad', data('affected.tsv'));
  await openTab(page, 'byt');
  return page;
}

/** The table: by model what leaves, what comes, both before and both after. */
async function table(page) {
  const read = (all) => all.map((row) => [...row.querySelectorAll('[data-value]')].map((b) => Number(b.dataset.value)));
  return panel(page).locator('table.swap tbody tr').evaluateAll(read);
}

async function become(page, name) {
  await panel(page).getByRole('button', { name: `Som ${name}` }).click();
  await drawn(page);
}

test('Johan and Anders take with them what they bring', async (t) => {
  const page = await openFilled(t);
  await show(page, 'brief');
  const brought = await page.locator('.person').evaluateAll((all) => all.map((person) => {
    return [...person.querySelectorAll('.bars .was, .bars .sum')].filter((one) => one.dataset.value).map((button) => Number(button.dataset.value));
  }));
  await show(page, 'practice');
  for (const [i, name] of ['Johan', 'Anders'].entries()) {
    await become(page, name);
    const [, current, proposal] = await table(page);
    near(current[1], brought[i][0], 1e-6, `${name} today`);
    near(proposal[1], brought[i][1], 1e-6, `${name} under the proposal`);
    for (const [leaves, comes, before, after] of await table(page)) {
      near(leaves, -comes, 1e-6, 'what leaves comes');
      near(after, before, 1e-6, 'both together');
    }
  }
  assert.match(await said(page), /^Med våra exempelvikter följer 614 kr i månaden med dem som byter\. I nuläget är det 121 kr\./);
  assert.match(await said(page), /Summan för båda är oförändrad under varje modell\./);
});

test('three of them take three times as much, to a practice of another size', async (t) => {
  const page = await openFilled(t);
  await become(page, 'Anders');
  const one = await table(page);
  await enter(page, 'Antal som byter', '3');
  (await table(page)).forEach((row, i) => near(row[1], 3 * one[i][1], 1e-6, 'three'));
  assert.match(await said(page), /antas ha 7 886 listade med samma åldrar/);
  await enter(page, 'Personer på den andra listan', '1 000');
  assert.match(await said(page), /antas ha 1 000 listade/);
  const small = await table(page);
  assert.ok(small[1][2] < one[1][2] && small[1][3] < one[1][3]);
  near(small[1][1], 3 * one[1][1], 1e-6, 'what follows them does not hang on the size');
  await enter(page, 'Personer på den andra listan', '');
  assert.equal((await field(page, 'Personer på den andra listan').inputValue()).replace(/\s/g, ' '), '7 886');
});

test('more than the list has cannot leave, and each reason is told', async (t) => {
  const page = await openFilled(t);
  await become(page, 'Anders');
  await enter(page, 'Antal som byter', '245');
  const text = await said(page);
  assert.match(text, /^De kan inte byta: 245 ska byta, men av män 60–64 år är bara 241 listade\./);
  assert.match(text, /245 ska byta, men bara 41 på listan har ”Cancer”\. Ändra antalet eller tillstånden\./);
  assert.deepEqual(await axe(page), []);
  await enter(page, 'Antal som byter', '2');
  assert.equal((await table(page)).length, 3, 'each model, and no scenario until it differs');
});

test('a text that is no number stays, with a message', async (t) => {
  const page = await openFilled(t);
  const before = await table(page);
  for (const label of ['Antal som byter', 'Ålder', 'Personer på den andra listan']) {
    await enter(page, label, 'många');
    assert.equal(await field(page, label).inputValue(), 'många');
    const described = await field(page, label).getAttribute('aria-describedby');
    assert.match(await page.locator(`[id="${described}"]`).innerText(), /”många” är inte ett tal/);
    assert.deepEqual(await table(page), before);
  }
  assert.deepEqual(await axe(page), []);
});

test('conditions are chosen by keyboard, and the list stays open', async (t) => {
  const page = await openFilled(t);
  await panel(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  const box = panel(page).getByRole('checkbox', { name: 'Astma', exact: true });
  await box.focus();
  const [, , without] = await table(page);
  await page.keyboard.press('Space');
  await drawn(page);
  assert.ok(await box.isVisible() && await box.isChecked());
  assert.equal(await box.evaluate((element) => element === document.activeElement), true);
  assert.match(await panel(page).locator('summary').innerText(), /^Tillstånd: Astma\. Ändra$/);
  const [, current, proposal] = await table(page);
  near(proposal[1] - without[1], 40, 1e-6, 'the weight of asthma');
  near(current[1], 121, 1e-9, 'the table does not know');
  await page.keyboard.press('Space');
  await drawn(page);
  assert.deepEqual((await table(page))[2], without);
});

test('of an estimate every model is compared', async (t) => {
  const page = await openView(t, 'practice');
  await openTab(page, 'byt');
  assert.equal((await table(page)).length, 3);
  await become(page, 'Anders');
  assert.match(await said(page), /följer 614 kr i månaden med dem som byter\. I nuläget är det 121 kr\./);
});
