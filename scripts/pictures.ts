import { spawnSync } from 'node:child_process';
import { copyFile, mkdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/**
 * Takes the pictures of the README and of the walkthrough anew: runs the main job in the real workbench, on the real
 * engine, and keeps the steps that are shown. Needs what the `ui` suite needs; the bundles must have been built.
 */
const root = resolve(import.meta.dirname, '..');

/** Screenshot of the walk -> where it is shown. */
const shown: readonly (readonly [string, string])[] = [
  ['main-job-02-fix-offered', 'docs/images/overview.png'],
  ['main-job-03-completion', 'docs/images/completion.png'],
  ['main-job-06-built', 'docs/images/build.png'],
  ['main-job-09-shell', 'docs/images/containers.png'],
  ['main-job-11-pushed', 'docs/images/ecr.png'],
  ['main-job-14-prune-preview', 'docs/images/prune.png'],
  ['main-job-08-running', 'media/walkthrough/connect.png'],
  ['main-job-03-completion', 'media/walkthrough/write.png'],
  ['main-job-06-built', 'media/walkthrough/build.png'],
  ['main-job-09-shell', 'media/walkthrough/run.png'],
  ['main-job-11-pushed', 'media/walkthrough/push.png'],
];

const { status } = spawnSync('vitest', ['run', '--project', 'ui', 'test/ui/mainJob.test.ts'], {
  cwd: root,
  stdio: 'inherit',
});
if (status !== 0) {
  console.error('The main job did not run to its end: the pictures stay as they were.');
  process.exit(1);
}
for (const [name, path] of shown) {
  await mkdir(dirname(join(root, path)), { recursive: true });
  await copyFile(join(root, 'test-results/ui', `${name}.png`), join(root, path));
}
console.log(`taken: ${shown.map(([, path]) => path).join(', ')}`);
