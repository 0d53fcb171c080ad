import { spawnSync } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { provision } from './provision.ts';
import { launchBrowser } from './workbench/browser.ts';

/**
 * Takes the pictures of the README and of the walkthrough anew: runs the main job and the walks that have pictures in the real
 * workbench, on the real engine, and keeps the steps that are shown. Needs what the `ui` suite needs; the bundles must have been built. With `--keep` it
 * takes the screenshots that the last run of the suite has left.
 */
const root = resolve(import.meta.dirname, '..');

/** Screenshot of the walk -> picture of the README, as it is. */
const readme: readonly (readonly [string, string])[] = [
  ['fix-offered', 'overview'],
  ['built', 'build'],
  ['shell', 'containers'],
  ['pushed', 'ecr'],
  ['prune-preview', 'prune'],
];
/** Another walk, its screenshot -> picture of the README. */
const others: readonly (readonly [string, string, string])[] = [
  ['dockerfile', 'completion-mount', 'mounts'],
  ['dockerfile', 'rename', 'rename'],
  ['compose', 'up', 'compose'],
  ['compose-graph', 'graph', 'graph'],
  ['views-of-engine', 'all', 'views'],
];
/** Screenshot of the walk -> step of the walkthrough; these are shipped, so they are small. */
const walkthrough: readonly (readonly [string, string])[] = [
  ['running', 'connect'],
  ['completion', 'write'],
  ['built', 'build'],
  ['shell', 'run'],
  ['pushed', 'push'],
];
const small = { width: 640, height: 400 };

if (!process.argv.includes('--keep')) walk();
const taken = await readdir(join(root, 'test-results/ui'));
await mkdir(join(root, 'docs/images'), { recursive: true });
for (const [name, picture] of readme) await copyFile(screenshot(name), join(root, `docs/images/${picture}.png`));
for (const [walked, name, picture] of others)
  await copyFile(screenshot(name, walked), join(root, `docs/images/${picture}.png`));
await mkdir(join(root, 'media/walkthrough'), { recursive: true });
const { browser } = await provision();
if ('missing' in browser) throw new Error(browser.missing);
const chromium = await launchBrowser(browser.path);
try {
  const page = await chromium.newPage({ viewport: small });
  const session = await page.context().newCDPSession(page);
  for (const [name, picture] of walkthrough) {
    const source = `data:image/png;base64,${await readFile(screenshot(name), 'base64')}`;
    await page.setContent(`<style>body { margin: 0 } img { width: 100%; display: block }</style><img src="${source}">`);
    await page.waitForFunction('document.images[0].complete');
    // Playwright itself knows no WebP, which for text is a third smaller than JPEG and no worse.
    const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 42 });
    await writeFile(join(root, `media/walkthrough/${picture}.webp`), data, 'base64');
  }
} finally {
  await chromium.close();
}
console.log('The pictures are in docs/images and media/walkthrough.');

/** The walk's step of this name, whatever its number. */
function screenshot(name: string, walked = 'main-job'): string {
  const file = taken.find((candidate) => {
    const [, walk, step] = /^(.+?)-\d+-(.+)\.png$/.exec(candidate) ?? [];
    return walk === walked && step === name;
  });
  if (file === undefined) throw new Error(`${walked} has no screenshot "${name}"`);
  return join(root, 'test-results/ui', file);
}

function walk(): void {
  const { status } = spawnSync(
    'vitest',
    [
      'run',
      '--project',
      'ui',
      ...['mainJob', 'dockerfile', 'compose', 'viewsOfEngine'].map((name) => `test/ui/${name}`),
    ],
    {
      cwd: root,
      stdio: 'inherit',
    },
  );
  if (status === 0) return;
  console.error('A walk did not run to its end: the pictures stay as they were.');
  process.exit(1);
}
