import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { until } from '../support/until.ts';
import { openWorkbench, type WorkbenchTest } from '../support/workbench.ts';

const text = `# syntax=docker/dockerfile:1
ARG NODE=22
ARG BASE=node:\${NODE}-slim

FROM gantry-sample/base:1 AS tools
RUN wget -V

FROM \${BASE} AS build
WORKDIR /app
RUN --mount=type=cache,target=/root/.npm \\
    npm ci
COPY src ./src
RUN <<EOF
set -eu
for name in a b; do
  echo "$name" >> names.txt
done
EOF

FROM \${BASE}
ENV APP_HOME=/srv
WORKDIR $APP_HOME
COPY --from=build /app/dist ./dist
RUN --mount=type=bind,from=build,source=/app/certs,target=/certs \\
    cp -r /certs ./certs
RUN apt-get update \\
 && apt-get install -y --no-install-recommends \\
      zlib1g=1:1.3.* \\
      curl=8.* \\
 && rm -rf /var/lib/apt/lists/*
USER 1000
CMD ["node", "dist/server.js"]
`;

/** The line of the text that begins so, from 1. */
function lineOf(start: string): number {
  return text.split('\n').findIndex((line) => line.startsWith(start)) + 1;
}

test('a Dockerfile is written with all that the editor offers for it', async () => {
  await using workbench = await openWorkbench({
    name: 'dockerfile',
    settings: { 'gantry.format.sortPackages': true },
  });
  const { workspace, editor } = workbench;
  const folder = join(workspace, 'api');
  await mkdir(join(folder, 'src'), { recursive: true });
  await writeFile(join(folder, 'Dockerfile.api'), text);
  await writeFile(join(folder, '.dockerignore'), 'secret.txt\n');
  for (const name of ['package.json', 'secret.txt', 'src/index.js']) await writeFile(join(folder, name), '');
  await editor.open('api/Dockerfile.api');
  await editor.waitForText('WORKDIR $APP_HOME');

  await lenses(workbench);
  await completion(workbench);
  await hover(workbench);
  await imageHover(workbench);
  await navigation(workbench);
  await outlineAndFolding(workbench);
  await formatting(workbench);
  await fixes(workbench);
});

/** What a FROM with arguments names, and what can be built, stands beside and above it. */
async function lenses({ editor, screenshot, page }: WorkbenchTest): Promise<void> {
  await editor.pane.locator('.codelens-decoration', { hasText: 'Build up to build' }).waitFor();
  await editor.pane.locator('.codelens-decoration', { hasText: 'Build image' }).waitFor();
  await editor.waitForText('= node:22-slim');
  // The shell of a RUN has colors of its own: the command is not as the rest.
  const command = page.locator('.view-line span[class*="mtk"]', { hasText: /^npm$/ });
  await command.first().waitFor();
  await screenshot('lenses-hints-colors');
}

async function completion({ editor, page, screenshot }: WorkbenchTest): Promise<void> {
  const offered = async (typed: string, wanted: readonly string[]): Promise<void> => {
    await page.keyboard.press('Control+End');
    await editor.type(typed);
    await until(`${typed} offers ${wanted.join(', ')}`, async () => {
      // An answer that came before the last letter was typed does not count: the editor is asked once more.
      if (!(await page.locator('.suggest-widget.visible').isVisible())) await page.keyboard.press('Control+Space');
      const labels = await editor.completions();
      return wanted.every((label) => labels.includes(label));
    });
  };
  const undo = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Delete');
  };
  await offered('COPY --', ['--from', '--chown', '--link', '--parents']);
  await screenshot('completion-flags');
  await undo();
  await offered('COPY --from=', ['build']);
  await screenshot('completion-stages');
  await undo();
  await offered('RUN --mount=type=cache,', ['target', 'sharing', 'id']);
  await screenshot('completion-mount');
  await undo();
  await offered('COPY ', ['package.json', 'src/']);
  expect(await editor.completions()).not.toContain('secret.txt');
  await screenshot('completion-paths');
  await undo();
  await offered('WORKDIR $', ['APP_HOME']);
  await screenshot('completion-variables');
  await undo();
  await editor.type('HEALTHCHECK --interval=');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+Space');
  await page.locator('.parameter-hints-widget.visible', { hasText: 'interval' }).waitFor();
  await screenshot('signature-help');
  await page.keyboard.press('Escape');
  await undo();
}

async function hover({ editor, page, screenshot }: WorkbenchTest): Promise<void> {
  const shows = async (line: number, { column, says }: { column: number; says: RegExp }): Promise<void> => {
    await editor.goTo(line, column);
    await page.keyboard.press('Control+K');
    await page.keyboard.press('Control+I');
    await page.locator('.monaco-hover:not(.hidden)', { hasText: says }).first().waitFor();
  };
  await shows(lineOf('WORKDIR $APP_HOME'), { column: 11, says: /\/srv/ });
  await screenshot('hover-variable');
  await page.keyboard.press('Escape');
  await shows(lineOf('RUN --mount'), { column: 8, says: /mount/ });
  await screenshot('hover-flag');
  await page.keyboard.press('Escape');
  await shows(lineOf('COPY --from=build'), { column: 14, says: /build/ });
  await screenshot('hover-stage');
  await page.keyboard.press('Escape');
}

/** What the engine knows of an image, once the views have connected to it. */
async function imageHover({ editor, openGantry, page, screenshot, view }: WorkbenchTest): Promise<void> {
  await openGantry();
  await view('Images').row('gantry-sample/base').waitFor();
  await editor.goTo(lineOf('FROM gantry-sample'), 10);
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+I');
  await page
    .locator('.monaco-hover:not(.hidden)', { hasText: /Size.*MB/ })
    .first()
    .waitFor();
  await screenshot('hover-image');
  await page.keyboard.press('Escape');
}

async function navigation({ editor, page, screenshot }: WorkbenchTest): Promise<void> {
  await editor.goTo(lineOf('COPY --from=build'), 14);
  await page.keyboard.press('Shift+F12');
  await page.locator('.reference-zone-widget').first().waitFor();
  await screenshot('references');
  await page.keyboard.press('Escape');
  await editor.goTo(lineOf('COPY --from=build'), 14);
  await page.keyboard.press('F12');
  await page.locator('.statusbar', { hasText: `Ln ${lineOf('FROM ${BASE} AS build')},` }).waitFor();
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input').first();
  await box.waitFor();
  await box.fill('compile');
  await screenshot('rename');
  await page.keyboard.press('Enter');
  await editor.waitForText('COPY --from=compile /app/dist ./dist');
  await editor.waitForText('AS compile');
  await editor.waitForText('--mount=type=bind,from=compile,');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await page.keyboard.press('Shift+Alt+ArrowRight');
  await page.locator('.statusbar', { hasText: /\d+ selected/ }).waitFor();
  await screenshot('selection');
}

async function outlineAndFolding({ editor, page, quickInput, screenshot }: WorkbenchTest): Promise<void> {
  await page.keyboard.press('Control+Shift+O');
  await until('the outline has the stages', async () => {
    const entries = (await quickInput.entries()).join('\n');
    return entries.includes('compile') && entries.includes('APP_HOME');
  });
  await screenshot('outline');
  await quickInput.dismiss();
  await editor.goTo(lineOf('FROM ${BASE} AS build'));
  await page.keyboard.press('Control+Shift+BracketLeft');
  await editor.line(/^set -eu$/).waitFor({ state: 'hidden' });
  await screenshot('folding');
  await page.keyboard.press('Control+Shift+BracketRight');
  await editor.waitForText(/^set -eu$/);
}

/** Packages are sorted, and what stands in here-documents stays. */
async function formatting({ editor, runCommand, screenshot }: WorkbenchTest): Promise<void> {
  await runCommand('Format Document');
  await until('the packages are sorted', async () => {
    const lines = (await editor.lines()).map((line) => line.trim());
    const [curl = -1, zlib = -1] = ['curl=', 'zlib1g='].map((name) => lines.findIndex((line) => line.startsWith(name)));
    return curl >= 0 && curl < zlib;
  });
  await editor.waitForText(/^ {2}echo "\$name" >> names\.txt/);
  await screenshot('formatted');
}

/** A finding with its ways out, and an ignore comment in the right place. */
async function fixes({ editor, page, screenshot }: WorkbenchTest): Promise<void> {
  await page.keyboard.press('Control+End');
  await editor.type('RUN pip install flask==3.0.0');
  await until('the finding is there', async () => (await editor.problems()).join('\n').includes('cache'));
  await page.keyboard.press('Control+J');
  await editor.goTo(text.split('\n').length, 8);
  const titles = await editor.fixes('Ignore DL3042 here');
  expect(titles.join('\n')).toMatch(/--no-cache-dir[^]*Ignore DL3042 here/);
  await screenshot('fixes');
  await editor.applyFix('Ignore DL3042 here');
  await editor.waitForText('# hadolint ignore=DL3042');
  await screenshot('ignored');
}
