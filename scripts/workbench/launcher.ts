#!/usr/bin/env node
import { createWriteStream } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cache, provision, shortcomings } from '../provision.ts';
import { launchBrowser } from './browser.ts';
import { startWorkbench } from './server.ts';

/**
 * Stands in for VS Code's executable where there is no desktop: takes the arguments with which `runTests` of
 * `@vscode/test-electron` starts it, runs the extension's tests in the browser workbench, and ends with their exit
 * code. The first argument that is no option is the folder to open. What the page logs is in `log/editor.log` of the
 * cache.
 */
const argument = (name: string): string | undefined =>
  process.argv.find((given) => given.startsWith(`--${name}=`))?.slice(name.length + 3);
const folder = process.argv.slice(2).find((given) => !given.startsWith('-')) ?? tmpdir();
const extension = argument('extensionDevelopmentPath');
const tests = argument('extensionTestsPath');
const limit = 600_000;

async function main(): Promise<number> {
  if (extension === undefined || tests === undefined) throw new Error('no extension or no tests to run');
  const machine = await provision();
  if ('missing' in machine.workbench || 'missing' in machine.browser) throw new Error(shortcomings(machine).join('\n'));
  await mkdir(join(cache, 'log'), { recursive: true });
  const log = createWriteStream(join(cache, 'log', 'editor.log'));
  const data = await mkdtemp(join(tmpdir(), 'gantry-editor-'));
  const workbench = await startWorkbench({ server: machine.workbench.path, data, automation: true });
  const browser = await launchBrowser(machine.browser.path);
  try {
    const page = await browser.newPage();
    const code = new Promise<number>((resolve) => {
      void page.exposeFunction('codeAutomationExit', (exitCode: number) => resolve(exitCode));
    });
    await page.exposeFunction('codeAutomationLog', (type: string, args: unknown[]) => {
      log.write(
        `${type} ${args.map((argument) => (typeof argument === 'string' ? argument : JSON.stringify(argument))).join(' ')}\n`,
      );
    });
    const remote = (path: string): string => `vscode-remote://127.0.0.1:${workbench.port}${path}`;
    await page.goto(
      workbench.pageUrl(folder, [
        ['extensionDevelopmentPath', remote(extension)],
        ['extensionTestsPath', remote(tests)],
        ['skipWelcome', 'true'],
      ]),
    );
    const late = new Promise<never>((_, reject) => {
      setTimeout(() => reject(new Error(`the tests did not end within ${limit / 60_000} minutes`)), limit).unref();
    });
    return await Promise.race([code, late]);
  } finally {
    await browser.close();
    await workbench.stop();
    await rm(data, { recursive: true, force: true });
    log.end();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
