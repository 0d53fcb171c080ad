import type { BrowserContext, Page } from 'playwright-core';
import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { provision, shortcomings } from '../../scripts/provision.ts';
import { provideBaseImage } from '../../scripts/sample/baseImage.ts';
import { provideWorkspace } from '../../scripts/sample/workspace.ts';
import { launchBrowser } from '../../scripts/workbench/browser.ts';
import { startWorkbench } from '../../scripts/workbench/server.ts';
import { Editor } from './workbench/editor.ts';
import { Notifications } from './workbench/notifications.ts';
import { QuickInput } from './workbench/quickInput.ts';
import { Terminal } from './workbench/terminal.ts';
import { TreeView } from './workbench/treeView.ts';

const root = resolve(import.meta.dirname, '../..');
const pictures = join(root, 'test-results/ui');

export interface WorkbenchTestOptions {
  /** The first part of its screenshots' names: `main-job`. */
  readonly name: string;
  /** Settings beyond the quiet ones of `scripts/workbench/settings.ts`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Environment of the extension host, beyond this process's: `DOCKER_HOST`, `AWS_ENDPOINT_URL_ECR`. */
  readonly env?: NodeJS.ProcessEnv;
  /** Folders of extensions beside Gantry. */
  readonly extensions?: readonly string[];
  /** Opens an empty folder instead of the sample. */
  readonly empty?: boolean;
  /** In CSS pixels; 1280 x 800 when absent. */
  readonly size?: { readonly width: number; readonly height: number };
}

/**
 * A whole VS Code with Gantry (the bundles in `dist/`, so build first) in a browser, on a copy of the sample workspace:
 *
 * ```ts
 * await using workbench = await openWorkbench({ name: 'images' });
 * await workbench.openGantry();
 * await workbench.view('Images').row('tide/web').expand();
 * await workbench.runCommand('Gantry Images: Build image…');
 * await workbench.quickInput.pick('Dockerfile');
 * await workbench.screenshot('built');
 * ```
 *
 * Everything waits for what it needs, up to a minute. What a test makes in the engine it removes itself.
 */
export interface WorkbenchTest extends AsyncDisposable {
  readonly page: Page;
  /** The open folder: a copy of the sample. */
  readonly workspace: string;
  readonly editor: Editor;
  readonly quickInput: QuickInput;
  readonly notifications: Notifications;
  readonly terminal: Terminal;
  /** Opens Gantry's views by its icon in the activity bar. */
  openGantry(): Promise<void>;
  /** A view of the side bar by its title: `Containers`, `Images`. */
  view(title: string): TreeView;
  /** A command by its whole title in the palette: `Gantry Images: Build image…`. */
  runCommand(title: string): Promise<void>;
  /** Writes `test-results/ui/<test>-<nn>-<name>.png` and answers its path. */
  screenshot(name: string): Promise<string>;
}

/** Starts it and settles when the editor can be used. */
export async function openWorkbench(options: WorkbenchTestOptions): Promise<WorkbenchTest> {
  const machine = await provision();
  const { engine, browser, workbench, busybox } = machine;
  if ('missing' in browser || 'missing' in workbench) throw new Error(shortcomings(machine).join('\n'));
  if ('path' in engine) await provideBaseImage(engine.path, 'path' in busybox ? busybox.path : undefined);
  await using stack = new AsyncDisposableStack();
  const folder = await mkdtemp(join(await realpath(tmpdir()), 'gantry-ui-'));
  stack.defer(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
  const workspace = join(folder, 'tide');
  if (options.empty === true) await mkdir(workspace);
  else await provideWorkspace(workspace, { fresh: true });
  const server = await startWorkbench({
    server: workbench.path,
    data: join(folder, 'data'),
    extensions: [root, ...(options.extensions ?? [])],
    settings: { 'terminal.integrated.gpuAcceleration': 'off', ...options.settings },
    env: { ...('path' in engine ? { DOCKER_HOST: engine.path } : {}), ...options.env },
  });
  stack.defer(() => server.stop());
  const chromium = await launchBrowser(browser.path);
  stack.defer(() => chromium.close());
  const context = await chromium.newContext({ viewport: options.size ?? { width: 1280, height: 800 } });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const page = await openPage(context, server.pageUrl(workspace));
  const kept = stack.move();
  const close = async (): Promise<void> => {
    // What a failed test saw last.
    await mkdir(pictures, { recursive: true });
    await page.screenshot({ path: join(pictures, `${options.name}-last.png`) }).catch(() => {});
    await kept.disposeAsync();
  };
  return drive(page, { name: options.name, workspace, close });
}

async function openPage(context: BrowserContext, url: string): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(45_000);
  await page.goto(url);
  await page.locator('.activitybar').waitFor();
  await page.locator('.explorer-folders-view .monaco-list').waitFor();
  // The editor's own extensions first: what a test measures or photographs is then ours.
  await page.locator('.statusbar', { hasNotText: 'Activating Extensions' }).waitFor();
  return page;
}

function drive(page: Page, given: { name: string; workspace: string; close: () => Promise<void> }): WorkbenchTest {
  const quickInput = new QuickInput(page);
  const taken = { pictures: 0 };
  return {
    page,
    workspace: given.workspace,
    editor: new Editor(page, quickInput),
    quickInput,
    notifications: new Notifications(page, quickInput),
    terminal: new Terminal(page),
    openGantry: async () => {
      const icon = page.locator('.activitybar .action-item', { has: page.getByLabel('Gantry', { exact: false }) });
      if (!(await icon.getAttribute('class'))?.includes('checked')) await icon.click();
      await new TreeView(page, 'Containers').header.waitFor();
    },
    view: (title) => new TreeView(page, title),
    runCommand: (title) => quickInput.runCommand(title),
    screenshot: async (name) => {
      await mkdir(pictures, { recursive: true });
      taken.pictures += 1;
      const path = join(pictures, `${given.name}-${String(taken.pictures).padStart(2, '0')}-${name}.png`);
      // No tooltip in the picture; what the test has opened itself, such as the help at the cursor, stays.
      await page.mouse.move(2, 2);
      await page
        .locator('.workbench-hover-container:visible')
        .waitFor({ state: 'hidden', timeout: 5_000 })
        .catch(() => {});
      await page.screenshot({ path, animations: 'disabled' });
      return path;
    },
    [Symbol.asyncDispose]: given.close,
  };
}
