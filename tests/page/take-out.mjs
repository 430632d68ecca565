// What leaves the page, as a reader of it gets it: downloads, the copied text, the paper. It knows no figure.
import { inflateRawSync } from 'node:zlib';
import { readFileSync } from 'node:fs';

/** How many files each page has given. */
const given = new WeakMap();

/**
 * Presses a button (or whatever else saves) and gives the file that the page offers: its name and its bytes. The browser
 * gives ten in quick succession and then none, so a page that has given eight is given time between the rest.
 */
export async function saved(page, button, press = () => button.click()) {
  const number = (given.get(page) ?? 0) + 1;
  given.set(page, number);
  if (number > 8) await page.waitForTimeout(1500);
  const [download] = await Promise.all([page.waitForEvent('download'), press()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The files of a zip archive by name, as text. */
export function unzipped(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = {};
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const packed = bytes.subarray(start, start + size);
    const file = bytes.toString('utf8', at + 46, at + 46 + name);
    files[file] = (method === 0 ? packed : inflateRawSync(packed)).toString('utf8');
    at += 46 + name + extra + comment;
  }
  return files;
}

/** Every text and number that a workbook holds, in the order of its sheets, and its formulas. */
export function workbook(bytes) {
  const files = unzipped(bytes);
  const plain = (xml) => xml.replace(/<[^>]*>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
  const shared = [...(files['xl/sharedStrings.xml'] ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, si]) => plain(si));
  const sheets = Object.keys(files).filter((name) => /^xl\/worksheets\/sheet\d+\.xml$/.test(name));
  sheets.sort((a, b) => Number(a.match(/\d+/)[0]) - Number(b.match(/\d+/)[0]));
  const names = [...files['xl/workbook.xml'].matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name);
  const cells = sheets.map((name, number) => {
    const found = [...files[name].matchAll(/<c r="([A-Z]+\d+)"([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)];
    return found.map(([, place, attributes, inside = '']) => {
      const value = inside.match(/<v>(.*?)<\/v>/s)?.[1];
      const formula = inside.match(/<f[^>]*>(.*?)<\/f>/s)?.[1];
      const text = /t="s"/.test(attributes) ? shared[Number(value)] : undefined;
      return { sheet: names[number], place, formula, text, number: text === undefined && value ? Number(value) : undefined };
    }).filter((cell) => cell.formula !== undefined || cell.text !== undefined || cell.number !== undefined);
  });
  return { names, cells: cells.flat() };
}

/** The cell of a sheet. */
export function cellAt(book, sheet, place) {
  return book.cells.find((cell) => cell.sheet === sheet && cell.place === place);
}

/** Runs before the page: what it copies is kept, or refused. */
export function clipboard(refuses) {
  Object.defineProperty(navigator, 'clipboard', {
    value: {
      writeText: async (text) => {
        if (refuses) throw new Error('no clipboard, for the test');
        self.copiedForTest = text;
      },
    },
  });
}

/** Everything that stands on paper, with its spaces made one. */
export async function paper(page) {
  await page.emulateMedia({ media: 'print' });
  const text = (await page.locator('body').innerText()).replace(/\s+/g, ' ');
  await page.emulateMedia({ media: null });
  return text;
}
