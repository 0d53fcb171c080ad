import { defineCommand } from '../command.ts';
import { imageName, imageReference } from '../names.ts';
import { copyOneOf, type DockerCommand } from './copy.ts';

export const copyImageCommand = defineCommand({
  id: 'gantry.image.copyCommand',
  title: 'Copy as docker command…',
  icon: 'terminal',
  on: 'image',
  many: true,
  placement: { menu: '5_copy@4' },
  async run(context, targets) {
    const references = [...new Set(targets.map(imageReference))];
    const [first] = targets;
    if (!first) return;
    const [reference = ''] = references;
    const tags = targets.flatMap(({ tag }) => (tag === undefined ? [] : [tag]));
    const one = (title: string, ...words: readonly string[]): DockerCommand => ({ title, commands: [words] });
    const each = (title: string, ...words: readonly string[]): DockerCommand => ({
      title,
      commands: tags.map((tag) => [...words, tag]),
    });
    const single =
      references.length > 1
        ? []
        : [
            one('Run', 'run', '--rm', '--interactive', '--tty', reference),
            one(
              'Tag',
              'tag',
              reference,
              `${reference.startsWith('sha256:') ? 'name' : reference.replace(/:[^:/]*$/u, '')}:new`,
            ),
            one('Layers', 'history', '--no-trunc', reference),
          ];
    await copyOneOf(context, {
      title: references.length === 1 ? `Docker commands for ${imageName(first)}` : 'Docker commands',
      commands: [
        ...single,
        ...(tags.length === 0 ? [] : [each('Pull', 'pull'), each('Push', 'push')]),
        one('Inspect', 'image', 'inspect', ...references),
        one('Save to tar', 'save', '--output', 'images.tar', ...references),
        one('Remove', 'rmi', ...references),
      ],
    });
  },
});
