// The gallery of components, as `cargo xtask gallery` serves it: what axe finds, and how each example looks beside the last
// time. Not a test of the suite: pictures are this machine's own.
//   VIKTAT_URL=http://127.0.0.1:8080/ node gallery.mjs            compares with the pictures kept, and tells what differs
//   VIKTAT_URL=http://127.0.0.1:8080/ node gallery.mjs --accept   keeps the pictures as they are now
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

process.env.VIKTAT_TARGET ??= 'served';
const { axe, launch, URL_UNDER_TEST } = await import('./harness.mjs');

const KEPT = new URL('../../target/gallery/', import.meta.url).pathname;
const accept = process.argv.includes('--accept');
mkdirSync(KEPT, { recursive: true });

const browser = await launch();
const told = [];
let pictures = 0;
for (const colorScheme of ['light', 'dark']) {
  for (const width of [390, 1366]) {
    const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    page.on('pageerror', (error) => told.push(`${colorScheme} ${width}: ${error}`));
    await page.goto(URL_UNDER_TEST);
    await page.locator('[data-example]').last().waitFor();
    for (const fault of await axe(page)) if (!fault.startsWith('landmark-unique')) told.push(`${colorScheme} ${width}: ${fault}`);
    for (const example of await page.locator('[data-example]').all()) {
      const name = await example.getAttribute('data-example');
      const file = join(KEPT, `${name.replaceAll(/[^a-z_]+/g, '-')}-${colorScheme}-${width}.png`);
      const now = await example.screenshot({ animations: 'disabled' });
      pictures += 1;
      if (accept || !existsSync(file)) writeFileSync(file, now);
      else if (!readFileSync(file).equals(now)) {
        writeFileSync(file.replace('.png', '.now.png'), now);
        told.push(`${name}, ${colorScheme}, ${width} px: looks otherwise`);
      }
    }
    await context.close();
  }
}
await browser.close();
console.log(`${pictures} pictures in target/gallery`);
for (const line of told) console.log(line);
process.exitCode = told.length > 0 ? 1 : 0;
