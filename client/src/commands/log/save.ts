import { allLines } from '../../document/logView.ts';
import { defineCommand } from '../command.ts';
import { saveStream } from '../toFile.ts';

export const saveLog = defineCommand({
  id: 'gantry.logs.save',
  title: 'Save log…',
  icon: 'save',
  placement: { logTitle: { group: 'navigation@3' } },
  async run({ ui }, [resource]) {
    const log = ui.openedLog(resource);
    if (!log) return;
    const { view, name } = log;
    const isFiltered = JSON.stringify(view.filter) !== JSON.stringify(allLines);
    const message = 'Save what the filter lets through, or all lines that are kept?';
    const what = isFiltered ? await ui.ask({ message, actions: ['Filtered', 'All'] }) : 'All';
    if (what === undefined) return;
    const path = await ui.pickPath({ title: 'Save log', kind: 'newFile', name });
    if (path === undefined) return;
    const lines = view.saved(what === 'All' ? 'all' : 'filtered');
    await saveStream({ ui, title: `Saving ${name}`, path, source: (_signal, write) => write(inBlocks(lines)) });
  },
});

const blockLength = 64 * 1024;

async function* inBlocks(lines: Iterable<string>): AsyncGenerator<Uint8Array, void, undefined> {
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length < blockLength) continue;
    yield Buffer.from(block);
    block = '';
  }
  yield Buffer.from(block);
}
