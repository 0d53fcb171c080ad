import { formatBytes } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { containerName } from '../names.ts';
import { saveStream } from '../toFile.ts';

export const exportContainer = defineCommand({
  id: 'gantry.container.export',
  title: 'Export files to tar…',
  icon: 'save',
  on: 'container',
  many: false,
  placement: { menu: '6_files@3' },
  async run({ engine, ui }, [container]) {
    if (!container) return;
    const name = containerName(container);
    const path = await ui.pickPath({ title: `Export ${name}`, kind: 'newFile', name: `${name}.tar` });
    if (path === undefined) return;
    const bytes = await saveStream({
      ui,
      title: `Exporting ${name}`,
      path,
      source: (signal, write) => write(engine.containers.export(container.id, signal)),
    });
    const text = `Exported ${name} to ${path}, ${formatBytes(bytes)}. Volumes are not part of it.`;
    await ui.notify({ severity: 'info', text });
  },
});
