import { defineCommand } from '../command.ts';
import { volumeName } from './name.ts';

export const inspectVolume = defineCommand({
  id: 'gantry.volume.inspect',
  title: 'Inspect',
  icon: 'json',
  on: 'volume',
  many: false,
  placement: { menu: '2_look@1' },
  async run({ engine, ui }, [volume]) {
    if (!volume) return;
    const record = await engine.volumes.inspect(volume.name);
    await ui.showDocument({ name: `${volumeName(volume)}.json`, text: `${JSON.stringify(record, null, 2)}\n` });
  },
});
