import { expect, test } from 'vitest';
import { addContext } from '../../../client/src/commands/context/add.ts';
import { checkContext } from '../../../client/src/commands/context/check.ts';
import { removeContext } from '../../../client/src/commands/context/remove.ts';
import { useContext } from '../../../client/src/commands/context/use.ts';
import type { TreeNode } from '../../../client/src/tree/node.ts';
import { openDesk } from '../../support/commandContext.ts';
import { MemoryEngine } from '../../support/memoryEngine.ts';

const row: TreeNode = {
  kind: 'context',
  id: 'context/nas',
  context: { name: 'nas', description: '', host: 'tcp://nas:2376', current: false, stored: true },
};

test('to use one is a setting, and an address that hides it goes', async () => {
  const desk = await openDesk(new MemoryEngine());
  desk.services.settings.set('gantry.engine.host', 'tcp://old:2375');
  await desk.use(useContext, row);
  expect(Object.fromEntries(desk.services.settings)).toEqual({
    'gantry.engine.context': 'nas',
    'gantry.engine.host': '',
  });
  desk.dispose();
});

test('added with its certificates, and used at once', async () => {
  const desk = await openDesk(new MemoryEngine());
  desk.services.contexts = async () => [{ name: 'old', description: '', host: 'tcp://old:1' }];
  desk.ui
    .onInput('Name of the context', 'nas', { rejected: ['old', 'a b', 'default', 'x'] })
    .onInput('Address of its engine', ' tcp://nas:2376 ', { rejected: ['nas', 'http://nas', 'tcp://a b'] })
    .onPick('How the connection is secured', 'TLS with certificates of a folder…')
    .onPickPath('Folder with ca.pem', '/home/me/certificates')
    .onInput('Description', 'the big one')
    .onNotify(/is there, for the Docker CLI too/, 'Use it now');
  await desk.use(addContext);
  desk.ui.done();
  expect(desk.services.written).toEqual(['nas']);
  expect(desk.services.settings.get('gantry.engine.context')).toBe('nas');
  desk.dispose();
});

test('dismissed half-way, nothing is written', async () => {
  const desk = await openDesk(new MemoryEngine());
  desk.ui.onInput('Name of the context', 'nas').onInput('Address of its engine', 'tcp://nas:2376');
  desk.ui.onPick('How the connection is secured');
  await desk.use(addContext);
  expect(desk.services.written).toEqual([]);
  desk.dispose();
});

test('removed after a question that says what goes; a setting that names it goes with it', async () => {
  const desk = await openDesk(new MemoryEngine());
  desk.services.settings.set('gantry.engine.context', 'nas');
  desk.ui.onAsk('Remove the Docker context “nas”?');
  await desk.use(removeContext, row);
  expect(desk.services.written).toEqual([]);
  desk.ui.onAsk('Remove the Docker context “nas”?', 'Remove');
  await desk.use(removeContext, row);
  expect(desk.services.written).toEqual(['-nas']);
  expect(desk.services.settings.get('gantry.engine.context')).toBe('');
  desk.dispose();
});

test('a check that fails says why', async () => {
  const desk = await openDesk(new MemoryEngine());
  await desk.use(checkContext, row);
  expect(desk.ui.notifications.at(-1)?.text).toContain('does not exist');
  desk.dispose();
});
