import { expect, test } from 'vitest';
import { composeCopyAsRun } from '../../../client/src/commands/compose/copyAsRun.ts';
import { bench, type Bench } from './bench.ts';

const file = '/src/shop/compose.yaml';
const at = { line: 1, character: 2 };
const nothing = { profiles: [], dependsOn: [], networks: [], volumes: [], ports: [] };

async function shop(): Promise<Bench> {
  const desk = await bench();
  const range = { start: at, end: at };
  desk.services.composeFile = {
    name: 'shop',
    files: [],
    services: [
      { name: 'web', range, image: 'nginx', hasBuild: false, ...nothing },
      { name: 'job', range, hasBuild: false, ...nothing },
    ],
  };
  desk.services.runLines.set('web', { line: 'docker run nginx', leftOut: ['depends_on', 'secrets'] });
  desk.services.runLines.set('job', { leftOut: [] });
  return desk;
}

test('a service is picked, copied, and what it has nothing for is told', async () => {
  const desk = await shop();
  desk.ui.onPick('Copy as docker run', 'web');
  await desk.useOnFile(composeCopyAsRun, file);
  expect(desk.ui.clipboard).toBe('docker run nginx');
  expect(desk.ui.notifications).toMatchObject([
    { severity: 'info', text: 'Copied web as docker run. It has nothing for depends_on, secrets.' },
  ]);
});

test('of a line above a service, that service; what cannot be run is told', async () => {
  const desk = await shop();
  await desk.useOnLens(composeCopyAsRun, file, 'job');
  expect(desk.ui.clipboard).toBe('');
  expect(desk.ui.notifications).toMatchObject([
    { severity: 'warning', text: expect.stringContaining('job has no image') as unknown },
  ]);
});
