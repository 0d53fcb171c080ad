import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { provision } from './provision.ts';
import { launchBrowser } from './workbench/browser.ts';

/** Draws media/icon.png, 128 pixels, from media/icon.svg: the marketplace takes no SVG. `node scripts/icon.ts`. */
const media = resolve(import.meta.dirname, '../media');
const { browser } = await provision();
if ('missing' in browser) throw new Error(browser.missing);
const chromium = await launchBrowser(browser.path);
try {
  const page = await chromium.newPage({ viewport: { width: 128, height: 128 } });
  const svg = await readFile(resolve(media, 'icon.svg'), 'utf8');
  await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${svg}`);
  await writeFile(resolve(media, 'icon.png'), await page.screenshot({ omitBackground: true }));
} finally {
  await chromium.close();
}
