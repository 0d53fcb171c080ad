import { formatCount } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { formatTable } from '../table.ts';

export const showChangedFiles = defineCommand({
  id: 'gantry.container.diff',
  title: 'Show changed files',
  icon: 'diff',
  on: 'container',
  many: false,
  placement: { menu: '2_look@4' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const name = containerName(container);
    const changes = await ui.progress(
      { title: `Comparing ${name} with its image`, cancellable: true, where: 'window' },
      (_report, signal) => engine.containers.changes(container.id, signal),
    );
    if (changes.length === 0) {
      const text = `${name} has the files of its image, and no other. Its volumes are not looked at.`;
      await ui.notify({ severity: 'info', text });
      return;
    }
    const rows = changes.toSorted((a, b) => (a.path < b.path ? -1 : 1)).map(({ kind, path }) => [kind, path]);
    const head = `${formatCount(changes.length, 'path')} of ${name} differ${changes.length === 1 ? 's' : ''} from ${container.image}.`;
    await ui.showDocument({ name: `${name} changed files.txt`, text: `${head}\n\n${formatTable(rows)}` });
  },
});
