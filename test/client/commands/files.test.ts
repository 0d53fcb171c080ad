import { expect, test } from 'vitest';
import { browseVolumeFiles } from '../../../client/src/commands/volume/browseFiles.ts';
import { openContainerFile } from '../../../client/src/commands/container/openFile.ts';
import type { EngineFiles } from '../../../client/src/commands/files/files.ts';
import { authorityOf, filesOf } from '../../../client/src/document/files/address.ts';
import { containerNode } from '../../../client/src/tree/nodes/container.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

async function setUp(files: Partial<EngineFiles>) {
  const engine = new MemoryEngine();
  const web = engine.addContainer({ name: 'web' });
  const desk = await openDesk(engine);
  Object.assign(desk.services.engineFiles, files);
  return { engine, web, desk };
}

test('somebody walks through the folders to a file, or types its path', async () => {
  const opened: string[] = [];
  const folders: Readonly<Record<string, Awaited<ReturnType<EngineFiles['list']>>>> = {
    '/': [{ name: 'etc', folder: true }],
    '/etc': [{ name: 'hosts', folder: false }],
  };
  const { desk, web } = await setUp({
    list: async (_of, path) => folders[path] ?? [],
    open: async ({ kind, id }, path) => void opened.push(`${kind} ${id === web.id} ${path}`),
  });
  const row = containerNode(web);
  desk.ui.onPick('Open a file of web: /', 'etc/').onPick('Open a file of web: /etc', 'hosts');
  await desk.use(openContainerFile, row);
  desk.ui
    .onPick('Open a file of web: /', 'etc/')
    .onPick('Open a file of web: /etc', '..')
    .onPick('Open a file of web: /', undefined);
  await desk.use(openContainerFile, row);
  expect(opened).toEqual(['container true /etc/hosts']);
  desk.ui.done();
  desk.dispose();
});

test('the explorer shows files after a question that says what follows', async () => {
  const shown: string[] = [];
  const { desk, engine } = await setUp({
    browse: async ({ kind, id }, name) => shown.push(`${kind} ${id} as ${name}`) > 0,
  });
  const volume = await engine.volumes.create({ name: 'Data' });
  const row = { kind: 'volume', id: 'volume/Data', volume, users: [] } as const;
  desk.ui.onAsk('Show the files of Data in the explorer?', undefined);
  await desk.use(browseVolumeFiles, row);
  expect(shown).toEqual([]);
  desk.ui.onAsk('Show the files of Data in the explorer?', 'Add to workspace', ({ detail }) => {
    expect(detail).toContain('the window may reload');
  });
  await desk.use(browseVolumeFiles, row);
  expect(shown).toEqual(['volume Data as Data (volume)']);
  desk.ui.done();
  desk.dispose();
});

test('an address names what has the files, whatever the editor does to its letters', () => {
  const all = [
    { kind: 'container', id: 'f'.repeat(64) },
    { kind: 'image', id: `sha256:${'0a'.repeat(32)}` },
    { kind: 'volume', id: 'Data_1.x-Y' },
  ] as const;
  for (const of of all) expect(filesOf(authorityOf(of).toLowerCase())).toEqual(of);
  for (const other of ['', 'container', 'volume.', 'constructor.00', 'web.00', 'container.zz'])
    expect(filesOf(other)).toBeUndefined();
});
