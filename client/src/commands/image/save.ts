import { formatBytes, formatCount, formatNames } from '../../ui/format.ts';
import { defineCommand } from '../command.ts';
import { imageName, imageReference } from '../names.ts';
import { saveStream } from '../toFile.ts';

/** Several images share their layers in one archive. */
export const saveImage = defineCommand({
  id: 'gantry.image.save',
  title: 'Save to tar…',
  icon: 'save',
  on: 'image',
  many: true,
  placement: { menu: '6_files@1' },
  async run({ engine, ui }, targets) {
    const references = [...new Set(targets.map(imageReference))];
    const [first] = targets;
    if (!first) return;
    const name = targets.length === 1 ? imageName(first) : formatCount(references.length, 'image');
    const path = await ui.pickPath({
      title: `Save ${name}`,
      kind: 'newFile',
      name: `${name.replaceAll(' ', '-')}.tar`,
    });
    if (path === undefined) return;
    const bytes = await saveStream({
      ui,
      title: `Saving ${name}`,
      path,
      source: (signal, write) => write(engine.images.save(references, signal)),
    });
    const names = formatNames(targets.map(imageName));
    await ui.notify({ severity: 'info', text: `Saved ${names} to ${path}, ${formatBytes(bytes)}.` });
  },
});
