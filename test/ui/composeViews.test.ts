import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { expect, test } from 'vitest';
import { openWorkbench, type WorkbenchTest } from '../support/workbench.ts';

const shop = `name: shop

services:
  gateway:
    image: traefik:3.1
    ports: ["80:80", "443:443"]
    depends_on: [web, api]
    networks: [front]

  web:
    build: ./web
    depends_on: [api]
    networks: [front]

  api:
    build: ./api
    image: shop/api:dev
    depends_on:
      db:
        condition: service_healthy
      cache:
        condition: service_started
    networks: [front, back]

  worker:
    image: shop/api:dev
    depends_on: [db, queue]
    networks: [back]

  db:
    image: postgres:17
    volumes: [data:/var/lib/postgresql/data]
    networks: [back]

  cache:
    image: redis:7
    networks: [back]

  queue:
    image: rabbitmq:4
    networks: [back]

  adminer:
    image: adminer
    profiles: [debug]
    ports: ["127.0.0.1:8081:8080"]
    depends_on: [db]
    networks: [back]

networks:
  front:
  back:

volumes:
  data:
`;

test('the graph of a project: layers, profiles, keys, the list, the file', async () => {
  await using workbench = await openWorkbench({ name: 'compose-graph', size: { width: 1500, height: 950 } });
  const { editor, page, runCommand, screenshot, workspace } = workbench;
  await writeFile(join(workspace, 'compose.yaml'), shop);
  await editor.open('compose.yaml');
  await page.locator('.codelens-decoration', { hasText: 'Up' }).first().waitFor();
  await page.keyboard.press('Control+B');
  await runCommand('Gantry Compose: Show service graph');
  const graph = panel(workbench);
  const service = (name: string): ReturnType<FrameLocator['locator']> => graph.locator(`svg [data-service="${name}"]`);
  await service('gateway').waitFor();
  await screenshot('graph');
  expect(await service('adminer').count()).toBe(0);
  await graph.getByLabel('debug').check();
  await service('adminer').waitFor();
  expect(await service('api').getAttribute('aria-label')).toBe(
    'service api; not started; built here · shop/api:dev; depends on db, cache; networks front, back',
  );

  await service('gateway').focus();
  await page.keyboard.press('ArrowDown');
  expect(await graph.locator(':focus').getAttribute('data-service')).toBe('web');
  await screenshot('graph-keys');
  await page.keyboard.press('Enter');
  await page.locator('.statusbar', { hasText: 'Ln 10, Col 6 (3 selected)' }).waitFor();

  await writeFile(join(workspace, 'compose.yaml'), shop.replace('  cache:\n    image', '  memory:\n    image'));
  await service('memory').waitFor();
  await graph.getByRole('button', { name: 'List' }).click();
  expect(await graph.locator('tbody tr').count()).toBe(8);
  await screenshot('list');
  await graph.getByRole('button', { name: 'Graph' }).click();

  await graph.getByRole('button', { name: 'Export SVG…' }).click();
  await workbench.quickInput.asks('Export the service graph');
  await workbench.quickInput.accept();
  await expect.poll(() => readFile(join(workspace, 'compose.svg'), 'utf8').catch(() => '')).toContain('</svg>');
  const svg = await readFile(join(workspace, 'compose.svg'), 'utf8');
  expect(svg).toContain('adminer');
  expect(svg).not.toMatch(/var\(|<script/);

  await runCommand('Preferences: Toggle between Light/Dark Themes');
  await page.locator('.monaco-workbench.vs-dark').waitFor();
  await screenshot('graph-dark');
  await runCommand('Preferences: Color Theme');
  await workbench.quickInput.answer('Dark High Contrast');
  await page.locator('.monaco-workbench.hc-black').waitFor();
  await screenshot('graph-high-contrast');
});

test('what a project comes to: beside its file, live, each line with its origin, and compared', async () => {
  await using workbench = await openWorkbench({ name: 'compose-config', size: { width: 1500, height: 950 } });
  const { editor, page, runCommand, screenshot, workspace } = workbench;
  const file = join(workspace, 'compose.yaml');
  await editor.open('compose.yaml');
  await page.keyboard.press('Control+B');
  await runCommand('Gantry Compose: Show effective configuration');
  const beside = page.locator('.editor-instance', { hasText: 'name: tide' }).last();
  // Variables have the values of .env.
  await beside.locator('.view-line', { hasText: /image:\stide\/web:1\.0\.0/ }).waitFor();
  await screenshot('beside');
  const changed = (await readFile(file, 'utf8')).replace('TIDE_HARBOUR: Port Ellen', 'TIDE_HARBOUR: Port Askaig');
  await writeFile(file, changed);
  await beside.locator('.view-line', { hasText: /TIDE_HARBOUR:\sPort\sAskaig/ }).waitFor();

  await beside
    .locator('.view-line', { hasText: 'unless-stopped' })
    .locator('span', { hasText: 'unless-stopped' })
    .last()
    .click();
  await page.keyboard.press('F12');
  await page.locator('.statusbar', { hasText: /Ln 14, Col/ }).waitFor();
  await screenshot('origin');

  await runCommand('Gantry Compose: Compare with effective configuration');
  await page
    .locator('.monaco-diff-editor .view-line', { hasText: /image:\stide\/web:1\.0\.0/ })
    .first()
    .waitFor();
  await screenshot('compared');
});

function panel({ page }: WorkbenchTest): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('iframe#active-frame');
}
