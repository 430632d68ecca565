// What tests of Alla vårdcentraler share: opening it, the saved file as numbers, and figures as data-value has them.
import { drawn, openView, showTab } from './harness.mjs';
import * as file from './take-out.mjs';

/** The conditions that the proposal pays for, as a register's heading names those that it tells of. */
export const CONDITIONS = [
  'diabetes_insulin', 'diabetes_ovrig', 'antikoagulation', 'ihd', 'hjartsvikt', 'arytmi', 'trombocyt', 'hypertoni',
  'lipid', 'kol', 'astma', 'inflammatorisk_reuma', 'ibd', 'psoriasis', 'cancer_cytostatika', 'cancer_hormon', 'depression',
  'bipolar', 'psykos', 'demens', 'epilepsi', 'parkinson', 'osteoporos', 'hypotyreos', 'njursvikt', 'glaukom', 'gikt',
];

/** Goes to a tab: spridning, vem, vardcentralerna, malen, anpassa, infasning, kanslighet or register. */
export const tab = (page, slug) => showTab(page, 'region', slug);

/** Opens the view, waits until the region and what needs its persons are there, and goes to a tab. */
export async function openRegion(t, options, slug = 'spridning') {
  const page = await openView(t, 'region', options);
  await tab(page, 'vem');
  await page.locator('.region-groups-figure').first().waitFor({ timeout: 60_000 });
  await tab(page, slug);
  return page;
}

/** Does something in a tab, and comes back to the one before. */
export async function inTab(page, slug, act) {
  const before = await page.locator('[role=tab][aria-selected=true]').getAttribute('href');
  await tab(page, slug);
  const found = await act();
  await tab(page, before.split('/').at(-1));
  return found;
}

/** The table of every measure, unfolded; in the tab of the spread. */
export async function measuresTable(page) {
  const details = page.locator('details.region-all');
  if (!(await details.evaluate((one) => one.open))) await details.locator('summary').first().click();
  await drawn(page);
  return page.locator('.region-measures').first();
}

/** Opens a file of the reader's own. */
export async function chooseFile(page, file) {
  await tab(page, 'register');
  await page.getByLabel('Välj en egen fil').setInputFiles(file);
}

/** The first weight's slider in the drawer, which is opened if it is not. */
export async function firstSlider(page) {
  if (!(await page.locator('#drawer').count())) await page.locator('#adjust').click();
  const slider = page.locator('#drawer input[type=range]').first();
  await slider.waitFor();
  return slider;
}

/** A number as the page or its files write it. */
export function number(text) {
  return Number(text.replace(/[^\d,\u2212-]/g, '').replace('\u2212', '-').replace(',', '.'));
}

/** The text of the file that a button saves. */
export async function fileOf(page, button) {
  return (await file.saved(page, button)).bytes.toString().replace(/^\uFEFF/, '');
}

/** The rows of the saved file: an object a practice, numbers as numbers. */
export async function saved(page) {
  const text = await inTab(page, 'vardcentralerna', () => fileOf(page, page.getByRole('button', { name: 'Spara alla som CSV' })));
  const [head, ...lines] = text.split(/\r?\n/);
  const names = head.split(';');
  const body = lines.slice(0, lines.indexOf(''));
  return body.map((line) => Object.fromEntries(line.split(';').map((cell, i) => [names[i], i ? number(cell) : cell])));
}

/** The figures in a part of the page, as numbers. */
export function values(part) {
  return part.locator('[data-value]').evaluateAll((all) => all.map((one) => Number(one.dataset.value)));
}

/** Unfolds a part by keyboard and returns it. */
export async function unfold(page, heading) {
  const summary = page.locator('summary', { hasText: heading });
  await summary.focus();
  await page.keyboard.press('Enter');
  await drawn(page);
  return summary.locator('xpath=..');
}

/** Whether the page itself scrolls sideways. */
export function scrollsSideways(page) {
  return page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth);
}
