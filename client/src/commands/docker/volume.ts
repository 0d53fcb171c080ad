import type { Volume } from '../../engine/model.ts';
import { defineCommand } from '../command.ts';
import { copyOneOf } from './copy.ts';

export const copyVolumeCommand = defineCommand({
  id: 'gantry.volume.copyCommand',
  title: 'Copy as docker command…',
  icon: 'terminal',
  on: 'volume',
  many: true,
  placement: { menu: '5_copy@4' },
  run: (context, volumes) => {
    const names = volumes.map(({ name }) => name);
    return copyOneOf(context, {
      title: volumes.length === 1 ? `Docker commands for ${names[0] ?? ''}` : 'Docker commands',
      commands: [
        { title: 'Create such a one', commands: volumes.map(createWords) },
        { title: 'Inspect', commands: [['volume', 'inspect', ...names]] },
        { title: 'Who uses it', commands: names.map((name) => ['ps', '--all', '--filter', `volume=${name}`]) },
        { title: 'Remove', commands: [['volume', 'rm', ...names]] },
      ],
    });
  },
});

function createWords({ name, driver, options, labels }: Volume): string[] {
  const pairs = (flag: string, map: Readonly<Record<string, string>>): string[] =>
    Object.entries(map).flatMap(([key, value]) => [flag, `${key}=${value}`]);
  const driverWords = driver === 'local' ? [] : ['--driver', driver];
  return ['volume', 'create', ...driverWords, ...pairs('--opt', options), ...pairs('--label', labels), name];
}
